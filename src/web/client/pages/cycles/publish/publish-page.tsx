import { Alert, Heading, Paragraph } from '@digdir/designsystemet-react';
import { countyOfCycle } from '../../../../../cycle/cycle-id.js';
import { hasRole } from '../../../../../routing/caller.js';
import { together } from '../../../data/api/together.js';
import { useUnpublished } from '../../../data/cycle/publishing.js';
import { useCycleView } from '../../../data/cycle/queries.js';
import { momentInWords } from '../../../data/language/moments.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { CycleHead } from '../../../ui/page/cycle-head.js';
import { Guarded, type Worker } from '../../../ui/page/guarded.js';
import { Failure, Loading } from '../../../ui/page/states.js';
import { Archive } from './archive.js';
import { PublicChoice } from './public-choice.js';
import { PublishForm } from './publish-form.js';
import styles from './publish-page.module.css';
import { UnpublishedChanges } from './unpublished-changes.js';

/** The unpublished changes of a cycle; the county's coordinator publishes them, and opens, closes and archives the cycle. */
export default function PublishPage({ cycleId }: { readonly cycleId: string }) {
  const { t } = useTexts();
  return (
    <Guarded title={t('work.publish.title')} least="reader" county={countyOfCycle(cycleId)}>
      {(worker) => <Publishing cycleId={cycleId} worker={worker} />}
    </Guarded>
  );
}

function Publishing({ cycleId, worker }: { readonly cycleId: string; readonly worker: Worker }) {
  const { t } = useTexts();
  const all = together([useCycleView(cycleId), useUnpublished(cycleId)]);
  if (all.state === 'failed') return <Failure error={all.error} onRetry={all.retry} level={1} />;
  if (all.state === 'pending') return <Loading />;
  const [cycleView, { cycle, changes, audience }] = all.data;
  const isCoordinator = hasRole(worker, 'county-coordinator', cycle.county);
  const isArchived = cycle.state === 'archived';
  return (
    <article className={styles.page}>
      <CycleHead cycleView={cycleView} title={t('work.publish.title')} />
      {isArchived && <Alert data-color="warning">{t('work.publish.is-archived')}</Alert>}
      <Paragraph className={styles.state}>
        {cycle.publishedAt === null
          ? t('work.publish.never')
          : t('work.publish.last', { moment: momentInWords(cycle.publishedAt, t) })}{' '}
        {t(cycle.public ? 'work.publish.is-public' : 'work.publish.is-closed')}
      </Paragraph>
      <div className={styles.columns}>
        <section aria-labelledby="changes" className={styles.changes}>
          <Heading level={2} data-size="sm" id="changes">
            {changes.length === 0
              ? t('work.publish.nothing')
              : t('work.publish.changes', { count: changes.length })}
          </Heading>
          {changes.length > 0 && <UnpublishedChanges changes={changes} cycleView={cycleView} />}
        </section>
        <div className={styles.aside}>
          {isCoordinator && !isArchived && (
            <PublishForm cycle={cycle} count={changes.length} audience={audience} />
          )}
          {!isCoordinator && <Paragraph>{t('work.publish.by-coordinator')}</Paragraph>}
          {isCoordinator && !isArchived && <PublicChoice cycle={cycle} />}
          {isCoordinator && <Archive cycle={cycle} />}
        </div>
      </div>
    </article>
  );
}
