import { Alert, Button, Heading, Link, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { Link as PageLink } from 'wouter';
import { countyOfCycle } from '../../../../../cycle/cycle-id.js';
import type { CycleView } from '../../../../../cycle/view/cycle-view.js';
import type { Level } from '../../../../../task/level.js';
import { stepPath } from '../../../data/address/start-path.js';
import { cyclePath } from '../../../data/address/views.js';
import { failureText } from '../../../data/api/failure-text.js';
import { together } from '../../../data/api/together.js';
import { useKeptState } from '../../../data/browser/kept-state.js';
import { useCycleView } from '../../../data/cycle/queries.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { ByPhase } from '../../../task/rework/by-phase.js';
import reworkStyles from '../../../task/rework/rework.module.css';
import {
  type Decision,
  isOutdated,
  type Regeneration,
  useRegenerate,
  useRegeneration,
} from '../../../task/rework/rework-queries.js';
import { SideBySide } from '../../../task/rework/side-by-side.js';
import { SizeChoice } from '../../../task/size/size-choice.js';
import { StatusMessage } from '../../../ui/notice/status-message.js';
import { Guarded } from '../../../ui/page/guarded.js';
import styles from '../../../ui/page/guided.module.css';
import { PageHead } from '../../../ui/page/page-head.js';
import { Failure, Loading } from '../../../ui/page/states.js';
import { ConflictChoice } from './conflict-choice.js';

/** Regenerates a cycle from today's skolerute, templates and units: the changes are reviewed, then applied. */
export default function RegeneratePage({ cycleId }: { readonly cycleId: string }) {
  const { t } = useTexts();
  return (
    <Guarded
      title={t('work.rework.regenerate.title')}
      least="county-coordinator"
      county={countyOfCycle(cycleId)}
    >
      {() => <Review cycleId={cycleId} />}
    </Guarded>
  );
}

function Review({ cycleId }: { readonly cycleId: string }) {
  const { t } = useTexts();
  const view = useCycleView(cycleId);
  const [asked, setAsked] = useState<Level | null>(null);
  const level = asked ?? view.data?.cycle.level ?? 'complete';
  const all = together([view, useRegeneration(cycleId, level)]);
  if (all.state === 'pending') return <Loading />;
  if (all.state === 'failed') return <Failure error={all.error} onRetry={all.retry} level={1} />;
  const [cycleView, plan] = all.data;
  const { county, schoolYear } = cycleView.cycle;
  return (
    <article className={styles.page}>
      <PageHead
        title={t('work.rework.regenerate.title')}
        lead={t('work.rework.regenerate.lead', { schoolYear })}
      >
        <Link asChild>
          <PageLink href={stepPath(schoolYear, 'skolerute')}>
            {t('work.rework.regenerate.skolerute')}
          </PageLink>
        </Link>
      </PageHead>
      <SizeChoice county={county} schoolYear={schoolYear} level={level} onLevel={setAsked} />
      <Plan cycleView={cycleView} plan={plan} level={level} />
    </article>
  );
}

interface PlanProps {
  readonly cycleView: CycleView;
  readonly plan: Regeneration;
  /** The level that the cycle is to have. */
  readonly level: Level;
}

function Plan({ cycleView, plan, level }: PlanProps) {
  const { t } = useTexts();
  const { id } = cycleView.cycle;
  const { phases } = cycleView.vocabulary;
  const [decisions, setDecisions, forget] = useKeptState<readonly Decision[]>(`decisions ${id}`, []);
  const [message, setMessage] = useState('');
  const regenerate = useRegenerate(id);
  const { added, updated, removed, conflicts } = plan;
  const isLevelNew = level !== cycleView.cycle.level;
  const kept = isLevelNew ? plan.kept : [];
  const columns = { before: t('work.rework.now'), after: t('work.rework.new') };
  const open = conflicts.filter(
    ({ taskId, field }) => !decisions.some((each) => each.taskId === taskId && each.field === field),
  );
  const count = added.length + updated.length + removed.length;
  const decide = (decision: Decision) =>
    setDecisions([
      ...decisions.filter(({ taskId, field }) => taskId !== decision.taskId || field !== decision.field),
      decision,
    ]);
  const asked = decisions.filter(({ taskId, field }) =>
    conflicts.some((each) => each.taskId === taskId && each.field === field),
  );
  const apply = () =>
    regenerate.mutate(
      { token: plan.token ?? '', decisions: asked, level },
      {
        onSuccess: () => {
          forget();
          setMessage(t('work.rework.regenerate.done'));
        },
      },
    );
  return (
    <>
      <StatusMessage>{message}</StatusMessage>
      {regenerate.isError && (
        <Alert data-color={isOutdated(regenerate.error) ? 'warning' : 'danger'} role="alert">
          {isOutdated(regenerate.error) ? t('work.rework.outdated') : failureText(regenerate.error, t)}
        </Alert>
      )}
      {count + conflicts.length === 0 && !isLevelNew ? (
        <>
          <Paragraph>{t('work.rework.regenerate.nothing')}</Paragraph>
          <Link asChild>
            <PageLink href={cyclePath(id)}>{t('work.start.school-year.look')}</PageLink>
          </Link>
        </>
      ) : (
        <>
          {conflicts.length > 0 && (
            <section className={reworkStyles.part}>
              <Heading level={2} data-size="xs">
                {t('work.rework.conflicts', { count: conflicts.length })}
              </Heading>
              <Paragraph>{t('work.rework.conflicts-help')}</Paragraph>
              <ul className={reworkStyles.conflicts}>
                {conflicts.map((conflict) => (
                  <ConflictChoice
                    key={`${conflict.taskId} ${conflict.field}`}
                    conflict={conflict}
                    take={
                      asked.find((each) => each.taskId === conflict.taskId && each.field === conflict.field)
                        ?.take
                    }
                    onTake={(take) => decide({ taskId: conflict.taskId, field: conflict.field, take })}
                  />
                ))}
              </ul>
            </section>
          )}
          <ByPhase
            title={t('work.rework.updated', { count: updated.length })}
            phases={phases}
            items={updated}
            taskOf={({ task }) => task}
          >
            {({ task, changes }) => (
              <SideBySide
                key={task.id}
                task={task}
                link={task.id}
                changes={changes}
                why={task.why}
                columns={columns}
              />
            )}
          </ByPhase>
          <ByPhase
            title={t('work.rework.added', { count: added.length })}
            phases={phases}
            items={added}
            taskOf={(task) => task}
          >
            {(task) => (
              <SideBySide key={task.id} task={task} link={null} changes={[]} why={[]} columns={columns} />
            )}
          </ByPhase>
          <ByPhase
            title={t('work.rework.removed', { count: removed.length })}
            phases={phases}
            items={removed}
            taskOf={(task) => task}
          >
            {(task) => (
              <SideBySide key={task.id} task={task} link={task.id} changes={[]} why={[]} columns={columns} />
            )}
          </ByPhase>
          {kept.length > 0 && <Paragraph>{t('work.rework.size.kept-help')}</Paragraph>}
          <ByPhase
            title={t('work.rework.size.kept', { count: kept.length })}
            phases={phases}
            items={kept}
            taskOf={(task) => task}
          >
            {(task) => (
              <SideBySide key={task.id} task={task} link={task.id} changes={[]} why={[]} columns={columns} />
            )}
          </ByPhase>
          <div className={reworkStyles.bar}>
            <Button loading={regenerate.isPending} onClick={apply}>
              {t('work.rework.regenerate.apply')}
            </Button>
            <span>
              {open.length > 0
                ? t('work.rework.open', { count: open.length })
                : t('work.rework.regenerate.then')}
            </span>
          </div>
        </>
      )}
    </>
  );
}
