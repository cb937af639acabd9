import type { ImportView } from '../../../../../exchange/import-view.js';
import { whenOf } from '../../../../../task/wording.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { FieldChanges } from '../../../task/lines/field-changes.js';
import { type FileColumn, FileRows, RowOutcome } from '../../../ui/table-import/file-rows.js';
import styles from './import-page.module.css';

const OUTCOMES = ['new', 'changed', 'duplicate', 'deleted', 'outside-school-year', 'unusable'] as const;

const COLOURS = {
  new: 'success',
  changed: 'info',
  duplicate: 'neutral',
  deleted: 'neutral',
  'outside-school-year': 'warning',
  unusable: 'danger',
} as const satisfies Record<(typeof OUTCOMES)[number], string>;

/** Fields with an error text of their own. */
const FLAWED = ['title', 'description', 'start', 'end', 'startTime', 'endTime', 'links', 'partners'];

/** Fields that a file fills with a name, which may be unknown. */
const NAMED = ['kind', 'phase', 'category', 'actor'];

/** The outcome of each row of a file. */
export function ImportRows({ file, view }: { readonly file: string; readonly view: ImportView }) {
  const { t } = useTexts();
  const counts = OUTCOMES.filter((outcome) => view.counts[outcome] > 0).map((outcome) =>
    t(`work.importing.count-${outcome}`, { count: view.counts[outcome] }),
  );
  const flawOf = ({ field }: { readonly field: string }) => {
    const flaw = FLAWED.includes(field) ? field : NAMED.includes(field) ? 'unknown-name' : 'unusable-text';
    return t(`work.importing.flaw.${flaw}`, { field: t(`column.${field === 'links' ? 'url' : field}`) });
  };
  const columns: FileColumn<ImportView['rows'][number]>[] = [
    { id: 'line', label: t('work.importing.line'), show: ({ place }) => place.number },
    {
      id: 'title',
      label: t('column.title'),
      show: ({ title }) => title || t('work.importing.no-title'),
      isName: true,
    },
    { id: 'when', label: t('task.when'), show: ({ task }) => task && whenOf(task, { t }) },
    {
      id: 'outcome',
      label: t('work.importing.outcome'),
      show: ({ outcome, inWords, problems }) => (
        <>
          <RowOutcome
            colour={COLOURS[outcome]}
            name={t(`work.importing.outcome-${outcome}`)}
            flaws={outcome === 'unusable' ? problems.map(flawOf) : []}
          />
          <FieldChanges fields={inWords} />
        </>
      ),
    },
  ];
  return (
    <FileRows
      heading={t('work.importing.preview', { file })}
      level={2}
      counts={counts}
      help={t('work.importing.preview-help')}
      columns={columns}
      rows={view.rows}
      className={styles.preview}
    />
  );
}
