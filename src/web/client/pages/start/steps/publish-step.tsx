import { Alert, Button, Checkbox, Link, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { Link as PageLink } from 'wouter';
import type { Translate } from '../../../../../language/translate.js';
import { cyclePath } from '../../../data/address/views.js';
import { failureText } from '../../../data/api/failure-text.js';
import { ApiProblem } from '../../../data/api/problem.js';
import { together } from '../../../data/api/together.js';
import { useUnits } from '../../../data/county/units.js';
import type { FailedStep } from '../../../data/cycle/cycle-step.js';
import { useCycleView } from '../../../data/cycle/queries.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { StatusRegion } from '../../../ui/notice/status-region.js';
import { Failure, Loading } from '../../../ui/page/states.js';
import { useFeeds, usePublish, useReviewedTasks } from '../frame/guided-queries.js';
import { NextStep, StepHead } from '../frame/step-frame.js';
import type { CycleStepProps } from '../frame/step-props.js';
import { progressOf } from './review-step.js';
import styles from './steps.module.css';

/** What happens to whom when the cycle is published, and the button that does it. */
export function PublishStep({ county, schoolYear, cycle }: CycleStepProps) {
  const { t } = useTexts();
  const [isPublic, setPublic] = useState(cycle.publishedRevision === null || cycle.public);
  const publish = usePublish(cycle);
  const all = together([
    useCycleView(cycle.id),
    useReviewedTasks(cycle.id),
    useUnits(county),
    useFeeds(county),
  ]);
  if (all.state === 'pending') return <Loading />;
  if (all.state === 'failed') return <Failure error={all.error} onRetry={all.retry} />;
  const [cycleView, reviewed, units, feeds] = all.data;
  const left = progressOf(cycleView, reviewed).reduce((sum, phase) => sum + phase.left.length, 0);
  const inUse = units.filter(({ kind, retired }) => kind !== 'county' && !retired);
  const cancelled = cycleView.tasks.filter(({ status }) => status === 'cancelled').length;
  const isPublished = cycle.publishedRevision !== null;
  const happens = {
    subscribers: t('work.start.publish.happens.subscribers', { count: feeds.length }),
    units: t('work.start.publish.happens.units', {
      count: inUse.filter(({ address }) => address !== null).length,
      all: inUse.length,
    }),
    everybody: t(`work.start.publish.happens.${isPublic ? 'public' : 'closed'}`),
    you: t('work.start.publish.happens.you'),
  };
  return (
    <>
      <StepHead step="publish" isDone={isPublished} />
      <StatusRegion>
        {isPublished && (
          <Alert data-color="success">
            <Paragraph>{t('work.start.publish.is-published')}</Paragraph>
            <Link asChild>
              <PageLink href={cyclePath(cycle.id)}>{t('work.start.school-year.look')}</PageLink>
            </Link>
          </Alert>
        )}
      </StatusRegion>
      <section className={styles.card} aria-label={t('work.start.publish.name')}>
        <dl className={styles.figures}>
          <div>
            <dt>{t('work.start.publish.tasks')}</dt>
            <dd>{cycleView.tasks.length - cancelled}</dd>
          </div>
          <div>
            <dt>{t('work.start.publish.cancelled')}</dt>
            <dd>{cancelled}</dd>
          </div>
          <div>
            <dt>{t('work.start.publish.left')}</dt>
            <dd>{left}</dd>
          </div>
        </dl>
        {left > 0 && !isPublished && (
          <Alert data-color="warning">{t('work.start.publish.not-all', { count: left })}</Alert>
        )}
        {cycle.provisional.length > 0 && (
          <Alert data-color="warning">
            {t('ui.provisional', { parts: cycle.provisional.map((part) => t(`part.${part}`)).join(', ') })}
          </Alert>
        )}
        <ul className={styles.happens}>
          {Object.entries(happens).map(([whom, text]) => (
            <li key={whom}>
              <strong>{t(`work.start.publish.whom.${whom}`)}</strong>
              <span>{text}</span>
            </li>
          ))}
        </ul>
        <Checkbox
          label={t('work.start.publish.open')}
          description={t('work.start.publish.open-help')}
          checked={isPublic}
          onChange={(event) => setPublic(event.target.checked)}
        />
        {publish.isError && (
          <Alert data-color="danger" role="alert">
            {publishFailure(publish.error, t)}
          </Alert>
        )}
        <div className={styles.actions}>
          <Button
            variant={isPublished ? 'secondary' : 'primary'}
            loading={publish.isPending}
            onClick={() => publish.mutate(isPublic)}
          >
            {t(isPublished ? 'work.start.publish.again' : 'work.start.publish.do')}
          </Button>
        </div>
      </section>
      {isPublished && <NextStep schoolYear={schoolYear} from="publish" />}
    </>
  );
}

/** Which step failed, and why. */
function publishFailure({ step, cause }: FailedStep, t: Translate): string {
  const isStale = cause instanceof ApiProblem && cause.status === 412;
  return `${t(`work.start.publish.undone.${step}`)} ${isStale ? t('work.start.publish.stale') : failureText(cause, t)}`;
}
