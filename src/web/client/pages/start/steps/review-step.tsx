import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { ArrowRightIcon } from '@navikt/aksel-icons';
import { Link, Redirect, useSearch } from 'wouter';
import type { CycleView } from '../../../../../cycle/view/cycle-view.js';
import { stepPath } from '../../../data/address/start-path.js';
import { failureText } from '../../../data/api/failure-text.js';
import { together } from '../../../data/api/together.js';
import { useCycleView } from '../../../data/cycle/queries.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { Failure, Loading } from '../../../ui/page/states.js';
import { type ReviewedTask, useReviewedTasks, useTick } from '../frame/guided-queries.js';
import { NextStep, StepHead } from '../frame/step-frame.js';
import type { CycleStepProps } from '../frame/step-props.js';
import styles from './review.module.css';
import { ReviewTask } from './review-task.js';

/** The draft phase by phase: each task is ticked off, changed or cancelled; the ticks are shared by all reviewers. */
export function ReviewStep({ schoolYear, cycle }: CycleStepProps) {
  const tick = useTick(cycle.id);
  const all = together([useCycleView(cycle.id), useReviewedTasks(cycle.id)]);
  if (all.state === 'pending') return <Loading />;
  if (all.state === 'failed') return <Failure error={all.error} onRetry={all.retry} />;
  const [cycleView, reviewed] = all.data;
  return (
    <>
      <StepHead step="review" />
      <Phases cycleView={cycleView} reviewed={reviewed} tick={tick} schoolYear={schoolYear} />
    </>
  );
}

/** The phases with their tasks, and which of these are left to review. */
export function progressOf({ vocabulary, tasks }: CycleView, reviewed: readonly ReviewedTask[]) {
  const ticked = new Set(reviewed.map(({ taskId }) => taskId));
  return vocabulary.phases.map((phase, index) => {
    const ofPhase = tasks.filter((task) => task.phase === phase.id);
    const left = ofPhase.filter(({ id }) => !ticked.has(id));
    return { ...phase, series: index + 1, tasks: ofPhase, left };
  });
}

function Phases({
  cycleView,
  reviewed,
  tick,
  schoolYear,
}: {
  readonly cycleView: CycleView;
  readonly reviewed: readonly ReviewedTask[];
  readonly tick: ReturnType<typeof useTick>;
  readonly schoolYear: string;
}) {
  const { t } = useTexts();
  const search = useSearch();
  const phases = progressOf(cycleView, reviewed).filter(({ tasks }) => tasks.length > 0);
  const asked = new URLSearchParams(search).get('phase');
  const phase = phases.find(({ id }) => id === asked);
  const pathOf = (id: string) => `${stepPath(schoolYear, 'review')}?phase=${id}`;
  const begin = phases.find(({ left }) => left.length > 0) ?? phases[0];
  if (!begin) return <Paragraph>{t('ui.state.no-task')}</Paragraph>;
  // The phase is in the address from the start, so that ticking off its last task does not lead away from it.
  if (!phase) return <Redirect to={pathOf(begin.id)} replace />;
  const next = phases.find(({ id, left }) => id !== phase.id && left.length > 0);
  const ticks = new Map(reviewed.map((each) => [each.taskId, each]));
  return (
    <>
      <nav aria-label={t('work.start.review.phases')} className={styles.phases}>
        <ul>
          {phases.map(({ id, name, series, tasks, left }) => (
            <li key={id}>
              <Link
                href={pathOf(id)}
                aria-current={id === phase.id ? 'page' : undefined}
                data-series={series}
              >
                {name}{' '}
                <span className={styles.progress}>
                  {t('work.start.review.progress', { done: tasks.length - left.length, count: tasks.length })}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <section aria-labelledby="review-phase" className={styles.phase} data-series={phase.series}>
        <header className={styles.phaseHead}>
          <Heading level={3} data-size="xs" id="review-phase">
            {phase.name}
          </Heading>
          {phase.left.length > 0 && (
            <Button
              variant="secondary"
              data-size="sm"
              loading={tick.isPending && tick.variables.tasks.length > 1}
              onClick={() => tick.mutate({ tasks: phase.left.map(({ id }) => id), lookedOver: true })}
            >
              {t('work.start.review.tick-all', { count: phase.left.length })}
            </Button>
          )}
        </header>
        {tick.isError && (
          <Alert data-color="danger" role="alert">
            {failureText(tick.error, t)}
          </Alert>
        )}
        <ul className={styles.tasks}>
          {phase.tasks.map((task) => (
            <ReviewTask
              key={task.id}
              task={task}
              cycleView={cycleView}
              tick={ticks.get(task.id)}
              onTick={(isReviewed) => tick.mutate({ tasks: [task.id], lookedOver: isReviewed })}
            />
          ))}
        </ul>
      </section>
      <NextStep schoolYear={schoolYear} from="review">
        {next && (
          <>
            <Button asChild>
              <Link href={pathOf(next.id)}>
                {t('work.start.review.next-phase', { phase: next.name })}
                <ArrowRightIcon aria-hidden />
              </Link>
            </Button>
            <Button asChild variant="secondary">
              <Link href={stepPath(schoolYear, 'publish')}>{t('work.start.review.on')}</Link>
            </Button>
          </>
        )}
      </NextStep>
    </>
  );
}
