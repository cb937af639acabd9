import { Dropdown } from '@digdir/designsystemet-react';
import type { CycleView } from '../../../../../cycle/view/cycle-view.js';
import type { TableFormat } from '../../../../../exchange/formats.js';
import { hasRole } from '../../../../../routing/caller.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { useSession } from '../../../data/session/session.js';

/** What each format of a table is called in the menu, in the order of its entries. */
const TABLE_NAMES: Readonly<Record<TableFormat, string>> = { xlsx: 'excel', csv: 'csv' };

interface ExportMenuProps {
  readonly cycleView: CycleView;
  /** An export was chosen. */
  readonly onChoice: () => void;
}

/** The part of a menu with exports of the working version: tables, and for the county's coordinator the cycle document. */
export function ExportMenu({ cycleView: { cycle }, onChoice }: ExportMenuProps) {
  const { t, language } = useTexts();
  const session = useSession().data;
  const path = `/api/cycles/${encodeURIComponent(cycle.id)}`;
  const files = [
    ...Object.entries(TABLE_NAMES).map(([format, name]) => ({
      name,
      href: `${path}/table?format=${format}&language=${language}`,
      file: true,
    })),
    ...(session && hasRole(session, 'county-coordinator', cycle.county)
      ? [{ name: 'document', href: `${path}/document`, file: `${cycle.id}.json` }]
      : []),
  ];
  return (
    <>
      <Dropdown.Heading>{t('work.importing.export')}</Dropdown.Heading>
      <Dropdown.List>
        {files.map(({ name, href, file }) => (
          <Dropdown.Item key={name}>
            <Dropdown.Button asChild>
              <a href={href} download={file} onClick={onChoice}>
                {t(`work.importing.export-${name}`)}
              </a>
            </Dropdown.Button>
          </Dropdown.Item>
        ))}
      </Dropdown.List>
    </>
  );
}
