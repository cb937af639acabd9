import { Alert, Heading, Paragraph } from '@digdir/designsystemet-react';
import { lazy, type ReactNode, Suspense } from 'react';
import { isoWeekOf } from '../../../../calendar/iso-date.js';
import type { CycleView } from '../../../../cycle/view/cycle-view.js';
import type { TaskPageView } from '../../../../cycle/view/task-page-view.js';
import { FIELDS } from '../../../../task/field-table.js';
import type { FieldsWith } from '../../../../task/fields.js';
import { whenOf } from '../../../../task/wording.js';
import { phasePath, taskPath } from '../../data/address/views.js';
import { useKept } from '../../data/address/way-back.js';
import { together } from '../../data/api/together.js';
import type { Knowledge } from '../../data/cycle/knowledge.js';
import { namesOf } from '../../data/cycle/names.js';
import { useCycleView, useKnowledge, useTaskView } from '../../data/cycle/queries.js';
import { numericPeriod } from '../../data/language/dates.js';
import { withWorkPageTexts } from '../../data/language/i18n.js';
import { useTexts } from '../../data/language/use-texts.js';
import { useToday } from '../../data/language/use-today.js';
import { Live } from '../../data/live/live.js';
import { useIsWorker } from '../../data/session/cycle-state.js';
import { MeasureList } from '../../framework/measure-list.js';
import { LinkedText, OutsideLink } from '../../framework/outside-link.js';
import { usePickedTasks } from '../../task/filter/pick-tasks.js';
import { useFilter } from '../../task/filter/use-filter.js';
import { Checklist } from '../../task/lines/checklist.js';
import { KindMark } from '../../task/lines/kind-mark.js';
import { mainWhyOf } from '../../task/lines/main-why.js';
import { PhaseTag } from '../../task/lines/phase-tag.js';
import { TaskTags } from '../../task/lines/task-line.js';
import { Facts } from '../../ui/list/facts.js';
import { useCycleCrumb } from '../../ui/page/crumbs.js';
import { EntityPage } from '../../ui/page/entity-page.js';
import { type Neighbour, Neighbours } from '../../ui/page/neighbours.js';
import { Section } from '../../ui/page/section.js';
import { Failure, Loading } from '../../ui/page/states.js';
import { countdownOf } from './countdown.js';
import styles from './task-page.module.css';

const TaskWork = lazy(withWorkPageTexts(() => import('./task-work.js')));
const TaskTools = lazy(withWorkPageTexts(() => import('./task-tools.js')));

/** The page of one task, at the address that feeds and mails lead to. */
export default function TaskPage({ taskId }: { readonly taskId: string }) {
  const [{ unit }] = useFilter();
  const task = useTaskView(taskId, unit);
  const cycle = useCycleView(task.data?.task.cycleId ?? null, unit);
  const fetched = together([task, cycle, useKnowledge()]);
  if (fetched.state === 'pending') return <Loading />;
  if (fetched.state === 'failed') return <Failure error={fetched.error} onRetry={fetched.retry} level={1} />;
  const [cycleView, whole, knowledge] = fetched.data;
  return <Shown {...cycleView} cycleView={whole} knowledge={knowledge} />;
}

/** A field that the page lists among the facts. */
type FactField = FieldsWith<'fact'>;

interface ShownProps extends TaskPageView {
  readonly cycleView: CycleView;
  readonly knowledge: Knowledge;
}

function Shown({ task, layer, cycleView, knowledge }: ShownProps) {
  const { t } = useTexts();
  const today = useToday();
  const kept = useKept();
  const isWorker = useIsWorker(task.cycleId);
  const cycleCrumb = useCycleCrumb(cycleView);
  const { phase, who, partners, category } = namesOf(task, cycleView);
  const measures = task.measures.flatMap((id) => knowledge.measures.get(id) ?? []);
  // Tasks generated before templates had links of their own keep addresses of 2015; the framework's pages show those.
  const links = task.links.filter(({ historical }) => !historical);
  const mainWhy = mainWhyOf(task);
  const isCommon = layer.id === cycleView.county.number;
  const crumbs = [cycleCrumb, { name: phase.name, href: kept(phasePath(task.cycleId, phase.id)) }];
  const facts: Readonly<Record<FactField, ReactNode>> = {
    location: task.location ?? '',
    actor: who,
    partners: partners.join(', '),
    category,
    status: t(`status.${task.status}`),
    level: t(`level.${task.level}`),
    layer: `${layer.name} (${t(isCommon ? 'ui.task.common' : 'ui.task.own')})`,
    source: <LinkedText text={task.source} />,
  };
  const kicker = (
    <>
      <span className={styles.kind}>
        <KindMark kind={task.kind} /> {t(`kind.${task.kind}`)}
      </span>
      <PhaseTag cycleId={task.cycleId} phase={phase} />
      <TaskTags task={task} />
    </>
  );
  return (
    <EntityPage
      crumbs={crumbs}
      kicker={kicker}
      title={task.title}
      series={phase.series}
      lead={task.description && <Paragraph className={styles.lead}>{task.description}</Paragraph>}
    >
      {isWorker && (
        <Suspense>
          <TaskTools task={task} cycle={cycleView.cycle} />
        </Suspense>
      )}
      <Live cycleId={task.cycleId} />
      {task.provisional && (
        <Alert data-color="warning" data-size="sm">
          {t('ui.provisional-date')}
        </Alert>
      )}
      <div className={styles.columns}>
        <section className={styles.when} aria-label={t('task.when')}>
          <p className={styles.date}>{whenOf(task, { t })}</p>
          <p className={styles.distance}>
            {task.status !== 'cancelled' && (
              <strong className={styles.countdown} data-past={task.end < today}>
                {countdownOf(task, today, t)}
              </strong>
            )}
            <span>{t('ui.week', { week: isoWeekOf(task.start).week })}</span>
          </p>
          <Heading level={2} data-size="2xs" className={styles.whyTitle}>
            {t('task.why')}
          </Heading>
          <Reasons why={mainWhy} />
          {mainWhy.length < task.why.length && (
            <details className={styles.steps}>
              <summary>{t('ui.task.steps')}</summary>
              <Reasons why={task.why} />
            </details>
          )}
          {task.byRoute.length > 0 && (
            <div className={styles.onRoutes}>
              <Facts
                facts={[
                  {
                    name: t('task.by-route'),
                    values: task.byRoute.map(
                      ({ name, start, end }) =>
                        `${name}: ${whenOf({ start, end, startTime: null, endTime: null }, { t })}`,
                    ),
                  },
                ]}
              />
            </div>
          )}
        </section>
        <aside className={styles.aside} aria-label={t('ui.task.about')}>
          <Facts
            facts={Object.entries(facts).map(([field, value]) => ({
              name: t(FIELDS[field as FactField].fact),
              values: value === '' ? [] : [value],
            }))}
          />
        </aside>
        <div className={styles.main}>
          {measures.length > 0 && (
            <Section title={t('ui.task.measures')}>
              <MeasureList
                cycleId={task.cycleId}
                measures={measures.map(({ id, name, kind }) => ({
                  id,
                  name,
                  detail: t(`ui.measure.${kind}`),
                }))}
              />
            </Section>
          )}
          {isWorker ? (
            <Suspense>
              <TaskWork task={task} />
            </Suspense>
          ) : (
            task.checklist.length > 0 && <Checklist items={task.checklist} />
          )}
          {links.length > 0 && (
            <Section title={t('task.links')}>
              <ul className={styles.links}>
                {links.map(({ title, url }) => (
                  <li key={url}>
                    <OutsideLink href={url} historical={false}>
                      {title}
                    </OutsideLink>
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </div>
      </div>
      <TaskNeighbours taskId={task.id} cycleView={cycleView} />
    </EntityPage>
  );
}

function Reasons({ why }: { readonly why: readonly string[] }) {
  return (
    <ol className={styles.why}>
      {why.map((reason) => (
        <li key={reason}>
          <LinkedText text={reason} />
        </li>
      ))}
    </ol>
  );
}

/** The previous and next task among those in the reader's filter; among all when the filter excludes this one. */
function TaskNeighbours({ taskId, cycleView }: { readonly taskId: string; readonly cycleView: CycleView }) {
  const { t } = useTexts();
  const [filter] = useFilter();
  const picked = usePickedTasks(cycleView, filter);
  const tasks = picked.some(({ id }) => id === taskId) ? picked : cycleView.tasks;
  const index = tasks.findIndex(({ id }) => id === taskId);
  const neighbour = (at: number, label: string): Neighbour | undefined => {
    const task = tasks[at];
    return index >= 0 && task
      ? { label, name: task.title, path: taskPath(task.id), detail: numericPeriod(task) }
      : undefined;
  };
  return (
    <Neighbours
      previous={neighbour(index - 1, t('ui.entity.previous-task'))}
      next={neighbour(index + 1, t('ui.entity.next-task'))}
    />
  );
}
