import { Alert, Button, Checkbox, Heading, Link, Paragraph } from '@digdir/designsystemet-react';
import { Link as PageLink, useLocation } from 'wouter';
import { countyOfCycle } from '../../../../../cycle/cycle-id.js';
import type { CycleView } from '../../../../../cycle/view/cycle-view.js';
import { fromPath, inPath, stepPath } from '../../../data/address/start-path.js';
import { cyclePath } from '../../../data/address/views.js';
import { failureText } from '../../../data/api/failure-text.js';
import { ApiProblem } from '../../../data/api/problem.js';
import { useKeptState } from '../../../data/browser/kept-state.js';
import { schoolYearAfter } from '../../../data/county/school-years.js';
import { useSchoolYear } from '../../../data/county/skolerute.js';
import { useCycles, useCycleView } from '../../../data/cycle/queries.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { ByPhase } from '../../../task/rework/by-phase.js';
import reworkStyles from '../../../task/rework/rework.module.css';
import { isOutdated, type Rollover, useRollOver, useRollover } from '../../../task/rework/rework-queries.js';
import { SideBySide } from '../../../task/rework/side-by-side.js';
import { Guarded } from '../../../ui/page/guarded.js';
import styles from '../../../ui/page/guided.module.css';
import { PageHead } from '../../../ui/page/page-head.js';
import { Failure, Loading } from '../../../ui/page/states.js';

/** Makes next year's cycle from this one: what is copied and to which dates is reviewed, then the draft is created. */
export default function RolloverPage({ cycleId }: { readonly cycleId: string }) {
  const { t } = useTexts();
  return (
    <Guarded
      title={t('work.rework.rollover.name')}
      least="county-coordinator"
      county={countyOfCycle(cycleId)}
    >
      {({ county }) => <Review cycleId={cycleId} county={county} />}
    </Guarded>
  );
}

function Review({ cycleId, county }: { readonly cycleId: string; readonly county: string }) {
  const { t } = useTexts();
  const view = useCycleView(cycleId);
  const [withCancelled, setWithCancelled, forget] = useKeptState<readonly string[]>(
    `rollover ${cycleId}`,
    [],
  );
  const cycles = useCycles();
  const schoolYear = fromPath(cycleId.slice(county.length + 1));
  const next = schoolYearAfter(schoolYear);
  const nextId = `${county}-${inPath(next)}`;
  const isThere = cycles.data?.some(({ id }) => id === nextId);
  const rollover = useRollover(cycleId, withCancelled, isThere === false);
  if (view.isPending || (rollover.isPending && !isThere)) return <Loading />;
  if (view.isLoadingError)
    return <Failure error={view.error} onRetry={() => void view.refetch()} level={1} />;
  // Somebody may have created it since the list of cycles was fetched.
  const isMade = isThere || (rollover.error instanceof ApiProblem && rollover.error.status === 409);
  return (
    <article className={styles.page}>
      <PageHead
        title={t('work.rework.rollover.title', { schoolYear: next })}
        lead={t('work.rework.rollover.lead', { from: schoolYear, to: next })}
      />
      {isMade ? (
        <Alert data-color="info">
          <Paragraph>{t('work.rework.rollover.is-there', { schoolYear: next })}</Paragraph>
          <Link asChild>
            <PageLink href={cyclePath(nextId)}>{t('work.start.school-year.look')}</PageLink>
          </Link>
        </Alert>
      ) : rollover.isError ? (
        <Failure error={rollover.error} onRetry={() => void rollover.refetch()} />
      ) : (
        rollover.data && (
          <Plan
            cycleView={view.data}
            plan={rollover.data}
            isStale={rollover.isPlaceholderData}
            withCancelled={withCancelled}
            onWithCancelled={setWithCancelled}
            onMade={forget}
          />
        )
      )}
    </article>
  );
}

interface PlanProps {
  readonly cycleView: CycleView;
  readonly plan: Rollover;
  readonly isStale: boolean;
  readonly withCancelled: readonly string[];
  readonly onWithCancelled: (ids: readonly string[]) => void;
  readonly onMade: () => void;
}

function Plan({ cycleView, plan, isStale, withCancelled, onWithCancelled, onMade }: PlanProps) {
  const { t } = useTexts();
  const [, navigate] = useLocation();
  const { cycle, vocabulary, county } = cycleView;
  const next = schoolYearAfter(cycle.schoolYear);
  const rollOver = useRollOver(cycle.id);
  const skolerute = useSchoolYear(county.number, next).data;
  const columns = { before: cycle.schoolYear, after: next };
  const carried = plan.tasks.filter(({ from }) => from !== null);
  const fresh = plan.tasks.filter(({ from }) => from === null);
  const cancelled = cycleView.tasks.filter(
    ({ id, status }) => status === 'cancelled' && (withCancelled.includes(id) || isLeft(plan, id)),
  );
  const others = plan.notCarried.filter(({ reason }) => reason !== 'cancelled');
  const make = () =>
    rollOver.mutate(
      { token: plan.token ?? '', withCancelled },
      {
        onSuccess: () => {
          onMade();
          navigate(stepPath(next, 'review'));
        },
      },
    );
  return (
    <>
      {rollOver.isError && (
        <Alert data-color={isOutdated(rollOver.error) ? 'warning' : 'danger'} role="alert">
          {isOutdated(rollOver.error) ? t('work.rework.outdated') : failureText(rollOver.error, t)}
        </Alert>
      )}
      {skolerute && skolerute.provisional.length > 0 && (
        <Alert data-color="warning">
          <Paragraph>{t('work.rework.rollover.provisional', { schoolYear: next })}</Paragraph>
          <Link asChild>
            <PageLink href={stepPath(next, 'skolerute')}>{t('work.rework.rollover.skolerute')}</PageLink>
          </Link>
        </Alert>
      )}
      {cancelled.length > 0 && (
        <section className={reworkStyles.part}>
          <Heading level={2} data-size="xs">
            {t('work.rework.rollover.cancelled', { schoolYear: cycle.schoolYear })}
          </Heading>
          <ul className={reworkStyles.left}>
            {cancelled.map(({ id, title }) => (
              <li key={id}>
                <Checkbox
                  label={t('work.rework.rollover.take', { title })}
                  checked={withCancelled.includes(id)}
                  onChange={(event) =>
                    onWithCancelled(
                      event.target.checked
                        ? [...withCancelled, id].sort()
                        : withCancelled.filter((each) => each !== id),
                    )
                  }
                />
              </li>
            ))}
          </ul>
        </section>
      )}
      {others.length > 0 && (
        <section className={reworkStyles.part}>
          <Heading level={2} data-size="xs">
            {t('work.rework.rollover.left', { count: others.length })}
          </Heading>
          <ul className={reworkStyles.left}>
            {others.map(({ taskId, task, unit, reason }) => (
              <li key={`${taskId} ${unit}`}>
                {task.title}: {t(`work.rework.reason.${reason}`)}
              </li>
            ))}
          </ul>
        </section>
      )}
      <ByPhase
        title={t('work.rework.rollover.carried', { count: carried.length })}
        phases={vocabulary.phases}
        items={carried}
        taskOf={({ task }) => task}
      >
        {({ task, from, changes }) => (
          <SideBySide
            key={task.id}
            task={task}
            link={from}
            changes={changes}
            why={task.why}
            columns={columns}
          />
        )}
      </ByPhase>
      <ByPhase
        title={t('work.rework.added', { count: fresh.length })}
        phases={vocabulary.phases}
        items={fresh}
        taskOf={({ task }) => task}
      >
        {({ task, changes }) => (
          <SideBySide
            key={task.id}
            task={task}
            link={null}
            changes={changes}
            why={task.why}
            columns={columns}
          />
        )}
      </ByPhase>
      <div className={reworkStyles.bar}>
        <Button loading={rollOver.isPending || isStale} onClick={make}>
          {t('work.rework.rollover.make', { schoolYear: next })}
        </Button>
        <span>{t('work.rework.rollover.then')}</span>
      </div>
    </>
  );
}

const isLeft = ({ notCarried }: Rollover, id: string) =>
  notCarried.some(({ taskId, reason }) => taskId === id && reason === 'cancelled');
