import { Heading, Paragraph, Tag } from '@digdir/designsystemet-react';
import { useTexts } from '../language/use-texts.js';
import styles from './import-dialog.module.css';
import { rowFlaw } from './unit-flaws.js';
import { grouped } from './unit-table.js';
import type { Partner, UnitRow } from './units.js';

interface ImportPreviewProps {
  readonly file: string;
  readonly rows: readonly UnitRow[];
  readonly partners: readonly Partner[];
}

const COLUMNS = ['name', 'kind', 'organisationNumber', 'municipality', 'address', 'partner'] as const;

const COLOURS = { new: 'success', duplicate: 'neutral', unusable: 'danger' } as const;

/** What would become of each row of a file. */
export function ImportPreview({ file, rows, partners }: ImportPreviewProps) {
  const { t } = useTexts();
  const counts = (['new', 'duplicate', 'unusable'] as const).map((outcome) => {
    const count = rows.filter((row) => row.outcome === outcome).length;
    return t(`work.units.import.count-${outcome}`, { count });
  });
  const heading = t('work.units.import.preview', { file });
  return (
    <>
      <div role="status">
        <Heading level={3} data-size="2xs">
          {heading}
        </Heading>
        <Paragraph>
          {counts.join(', ')}. {t('work.units.import.preview-help')}
        </Paragraph>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.region} aria-label={heading} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('work.units.import.line')}</th>
              <th scope="col">{t('work.units.import.outcome')}</th>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {t(`work.units.field.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ place, name, outcome, problems, unit }) => (
              <tr key={place.number}>
                <td>{place.number}</td>
                <td>
                  <Tag data-color={COLOURS[outcome]} data-size="sm">
                    {t(`work.units.import.${outcome}`)}
                  </Tag>
                  {problems.map((problem) => {
                    const flaw = rowFlaw(problem);
                    return (
                      flaw && (
                        <p key={problem.field} className={styles.flaw}>
                          {t(`work.units.flaw.${flaw}`)}
                        </p>
                      )
                    );
                  })}
                </td>
                <th scope="row">{name}</th>
                <td>{unit && t(`work.units.kind.${unit.kind}`)}</td>
                <td>{grouped(unit?.organisationNumber ?? null)}</td>
                <td>{unit?.municipality}</td>
                <td>{unit?.address}</td>
                <td>{partners.find(({ id }) => id === unit?.partner)?.name}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
