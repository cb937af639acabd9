import { Dropdown } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { CycleView } from '../../../../../cycle/view/cycle-view.js';
import type { TableFormat } from '../../../../../exchange/formats.js';
import { hasRole } from '../../../../../routing/caller.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { useSession } from '../../../data/session/session.js';

/** What each format of a table is called in the menu, in the order of its entries. */
const TABLE_NAMES: Readonly<Record<TableFormat, string>> = { xlsx: 'excel', csv: 'csv' };

/** Exports of the working version: tables, and for the county's coordinator the cycle document. */
export function ExportMenu({ cycleView: { cycle } }: { readonly cycleView: CycleView }) {
  const { t, language } = useTexts();
  const session = useSession().data;
  const [isOpen, setIsOpen] = useState(false);
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
    <Dropdown.TriggerContext>
      <Dropdown.Trigger variant="tertiary" data-size="sm" onClick={() => setIsOpen(!isOpen)}>
        {t('work.importing.export')}
      </Dropdown.Trigger>
      <Dropdown open={isOpen} onClose={() => setIsOpen(false)} placement="bottom-start">
        <Dropdown.List>
          {files.map(({ name, href, file }) => (
            <Dropdown.Item key={name}>
              <Dropdown.Button asChild>
                <a href={href} download={file} onClick={() => setIsOpen(false)}>
                  {t(`work.importing.export-${name}`)}
                </a>
              </Dropdown.Button>
            </Dropdown.Item>
          ))}
        </Dropdown.List>
      </Dropdown>
    </Dropdown.TriggerContext>
  );
}
