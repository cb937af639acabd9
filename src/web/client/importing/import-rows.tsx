import { Heading, Paragraph, Tag } from '@digdir/designsystemet-react';
import { whenOf } from '../../../cycle/wording.js';
import type { ImportView } from '../../../exchange/import-view.js';
import { FieldChanges } from '../history/field-changes.js';
import { useTexts } from '../language/use-texts.js';
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

/** Fields of which it is said by themselves what is wrong with them. */
const FLAWED = ['title', 'description', 'start', 'end', 'startTime', 'endTime', 'links', 'partners'];

/** What would become of each row of a file. */
export function ImportRows({ file, view }: { readonly file: string; readonly view: ImportView }) {
  const { t } = useTexts();
  const counts = OUTCOMES.filter((outcome) => view.counts[outcome] > 0).map((outcome) =>
    t(`work.importing.count-${outcome}`, { count: view.counts[outcome] }),
  );
  const heading = t('work.importing.preview', { file });
  return (
    <>
      <div role="status">
        <Heading level={2} data-size="xs">
          {heading}
        </Heading>
        <Paragraph>
          {counts.join(', ')}. {t('work.importing.preview-help')}
        </Paragraph>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className={styles.region} aria-label={heading} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('work.importing.line')}</th>
              <th scope="col">{t('column.title')}</th>
              <th scope="col">{t('task.when')}</th>
              <th scope="col">{t('work.importing.outcome')}</th>
            </tr>
          </thead>
          <tbody>
            {view.rows.map(({ place, title, outcome, task, inWords, problems }) => (
              <tr key={place.number}>
                <td>{place.number}</td>
                <th scope="row">{title || t('work.importing.no-title')}</th>
                <td>{task && whenOf(task, { t })}</td>
                <td>
                  <Tag data-color={COLOURS[outcome]} data-size="sm">
                    {t(`work.importing.outcome-${outcome}`)}
                  </Tag>
                  {outcome === 'unusable' &&
                    problems.map(({ field }) => (
                      <p key={field} className={styles.flaw}>
                        {t(`work.importing.flaw.${FLAWED.includes(field) ? field : 'unknown-name'}`, {
                          field: t(`column.${field === 'links' ? 'url' : field}`),
                        })}
                      </p>
                    ))}
                  <FieldChanges fields={inWords} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
