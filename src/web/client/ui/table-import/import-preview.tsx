import { useTexts } from '../../data/language/use-texts.js';
import { type FileColumn, FileRows, RowOutcome } from './file-rows.js';
import styles from './import-dialog.module.css';
import type { TableImport, TableRow } from './table-import.js';

interface ImportPreviewProps<R extends TableRow> {
  readonly table: TableImport<R>;
  readonly file: string;
  readonly rows: readonly R[];
}

const COLOURS = { new: 'success', duplicate: 'neutral', unusable: 'danger' } as const;

/** The outcome of each row of a table. */
export function ImportPreview<R extends TableRow>({ table, file, rows }: ImportPreviewProps<R>) {
  const { t } = useTexts();
  const { columns, flawOf } = table;
  const counts = (['new', 'duplicate', 'unusable'] as const).map((outcome) => {
    const count = rows.filter((row) => row.outcome === outcome).length;
    return t(`work.table.count-${outcome}`, { count });
  });
  const shown: FileColumn<R>[] = [
    { id: 'line', label: t('work.table.line'), show: ({ place }) => place.number },
    {
      id: 'outcome',
      label: t('work.table.outcome'),
      show: ({ outcome, problems }) => (
        <RowOutcome
          colour={COLOURS[outcome]}
          name={t(`work.table.${outcome}`)}
          flaws={problems.flatMap((problem) => flawOf(problem) ?? [])}
        />
      ),
    },
    { id: 'name', label: t('work.table.name'), show: ({ name }) => name, isName: true },
    ...columns,
  ];
  return (
    <FileRows
      heading={t('work.table.preview', { file })}
      level={3}
      counts={counts}
      help={t('work.table.preview-help')}
      columns={shown}
      rows={rows}
      className={styles.preview}
    />
  );
}
