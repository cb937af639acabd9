import { Heading, Paragraph, Tag } from '@digdir/designsystemet-react';
import { useTexts } from '../language/use-texts.js';
import styles from './import-dialog.module.css';
import type { TableImport, TableRow } from './table-import.js';

interface ImportPreviewProps<R extends TableRow> {
  readonly table: TableImport<R>;
  readonly file: string;
  readonly rows: readonly R[];
}

const COLOURS = { new: 'success', duplicate: 'neutral', unusable: 'danger' } as const;

/** What would become of each row of a file. */
export function ImportPreview<R extends TableRow>({ table, file, rows }: ImportPreviewProps<R>) {
  const { t } = useTexts();
  const { columns, flawOf } = table;
  const counts = (['new', 'duplicate', 'unusable'] as const).map((outcome) => {
    const count = rows.filter((row) => row.outcome === outcome).length;
    return t(`work.table.count-${outcome}`, { count });
  });
  const heading = t('work.table.preview', { file });
  return (
    <>
      <div role="status">
        <Heading level={3} data-size="2xs">
          {heading}
        </Heading>
        <Paragraph>
          {counts.join(', ')}. {t('work.table.preview-help')}
        </Paragraph>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.region} aria-label={heading} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('work.table.line')}</th>
              <th scope="col">{t('work.table.outcome')}</th>
              <th scope="col">{t('work.table.name')}</th>
              {columns.map(({ id, label }) => (
                <th key={id} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.place.number}>
                <td>{row.place.number}</td>
                <td>
                  <Tag data-color={COLOURS[row.outcome]} data-size="sm">
                    {t(`work.table.${row.outcome}`)}
                  </Tag>
                  {row.problems.map((problem) => {
                    const flaw = flawOf(problem);
                    return (
                      flaw && (
                        <p key={problem.field} className={styles.flaw}>
                          {flaw}
                        </p>
                      )
                    );
                  })}
                </td>
                <th scope="row">{row.name}</th>
                {columns.map(({ id, show }) => (
                  <td key={id}>{show(row)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
