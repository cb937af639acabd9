import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useMemo } from 'react';
import { Link } from 'wouter';
import type { CycleView } from '../../../../../cycle/view/cycle-view.js';
import { inLanguage } from '../../../../../language/text.js';
import { cyclePath, measurePath, phasePath } from '../../../data/address/views.js';
import { useKept } from '../../../data/address/way-back.js';
import { together } from '../../../data/api/together.js';
import {
  capitalised,
  type Knowledge,
  type Measure,
  phasesOf,
  resourcesOf,
  similarTo,
  tasksByMeasure,
} from '../../../data/cycle/knowledge.js';
import { useCycleView, useKnowledge } from '../../../data/cycle/queries.js';
import { useSeedLang, useTexts } from '../../../data/language/use-texts.js';
import { Live } from '../../../data/live/live.js';
import { CountyMeasures } from '../../../framework/county-measures.js';
import { FocusTree } from '../../../framework/focus-tree.js';
import { ResourceList } from '../../../framework/resource-list.js';
import { ListLink } from '../../../task/filter/list-link.js';
import { useFilter } from '../../../task/filter/use-filter.js';
import { PhaseTag } from '../../../task/lines/phase-tag.js';
import { TaskLines } from '../../../task/lines/task-lines.js';
import { useCycleCrumb } from '../../../ui/page/crumbs.js';
import { EntityPage } from '../../../ui/page/entity-page.js';
import { Section } from '../../../ui/page/section.js';
import { Failure, Loading, Nothing } from '../../../ui/page/states.js';
import { MeasureFacts } from './measure-facts.js';
import styles from './measure-page.module.css';
import { ServedBy, Serves } from './serves.js';

interface MeasurePageProps {
  readonly cycleId: string;
  readonly measureId: string;
}

/** The page of a focus area, responsibility or county measure: what it is, and which tasks in the cycle serve it. */
export default function MeasurePage({ cycleId, measureId }: MeasurePageProps) {
  const { t } = useTexts();
  const [{ unit }] = useFilter();
  const fetched = together([useCycleView(cycleId, unit), useKnowledge()]);
  if (fetched.state === 'pending') return <Loading />;
  if (fetched.state === 'failed') return <Failure error={fetched.error} onRetry={fetched.retry} level={1} />;
  const [cycleView, knowledge] = fetched.data;
  const measure = knowledge.measures.get(measureId);
  if (!measure) {
    return (
      <Nothing text="ui.measure.unknown" isPage>
        <Button asChild variant="secondary">
          <Link href={cyclePath(cycleId)}>{t('ui.measure.to-cycle')}</Link>
        </Button>
      </Nothing>
    );
  }
  return <Shown measure={measure} cycleView={cycleView} knowledge={knowledge} />;
}

interface ShownProps {
  readonly measure: Measure;
  readonly cycleView: CycleView;
  readonly knowledge: Knowledge;
}

function Shown({ measure, cycleView, knowledge }: ShownProps) {
  const { t, language } = useTexts();
  const lang = useSeedLang();
  const crumbs = useCrumbs(measure, cycleView, knowledge);
  const tasksOf = useMemo(() => tasksByMeasure(cycleView.tasks), [cycleView.tasks]);
  const { cycle } = cycleView;
  const phases = phasesOf(measure, knowledge);
  const tasks = tasksOf.get(measure.id) ?? [];
  const parts = partsOf(measure);
  const resources = resourcesOf(measure, knowledge);
  return (
    <EntityPage
      crumbs={crumbs}
      kicker={
        <>
          <span>{t(`ui.measure.${measure.kind}`)}</span>
          {phases.map(({ id, name, order }) => (
            <PhaseTag
              key={id}
              cycleId={cycle.id}
              phase={{ id, name: inLanguage(name, language), series: order }}
            />
          ))}
        </>
      }
      title={capitalised(measure.name)}
      titleLang={lang}
      series={phases[0]?.order}
    >
      <Live cycleId={cycleView.cycle.id} />
      <div className={styles.columns}>
        <div className={styles.main}>
          <Section
            title={t('ui.measure.tasks')}
            aside={tasks.length > 0 && <ListLink cycleId={cycle.id} choice={{ measures: [measure.id] }} />}
          >
            {tasks.length > 0 ? (
              <TaskLines tasks={tasks} cycleView={cycleView} />
            ) : (
              <Paragraph className={styles.none}>{t('ui.entity.no-tasks')}</Paragraph>
            )}
          </Section>
          {parts.length > 0 && (
            <Section title={t('ui.measure.consists-of')}>
              <FocusTree cycleId={cycle.id} areas={parts} tasksOf={tasksOf} />
            </Section>
          )}
          <Serves measure={measure} cycleId={cycle.id} knowledge={knowledge} tasksOf={tasksOf} />
          <ServedBy measure={measure} cycleView={cycleView} knowledge={knowledge} />
          {resources.length > 0 && (
            <Section title={t('ui.entity.resources')}>
              <ResourceList resources={resources} />
            </Section>
          )}
        </div>
        <aside className={styles.aside} aria-label={t('ui.entity.facts')}>
          <MeasureFacts measure={measure} cycleView={cycleView} knowledge={knowledge} />
        </aside>
      </div>
      <CountyMeasures
        title={t(measure.kind === 'focus-area' ? 'ui.measure.county-measures' : 'ui.measure.similar')}
        measures={similarTo(measure, knowledge)}
        cycleView={cycleView}
        knowledge={knowledge}
      />
    </EntityPage>
  );
}

/** The entries directly below a measure. */
function partsOf(measure: Measure) {
  if (measure.kind === 'focus-area') return measure.focusArea.children ?? [];
  if (measure.kind === 'responsibility' && !measure.isPart) return measure.responsibility.children ?? [];
  return [];
}

/** The crumbs of a measure: the cycle, its phase when there is only one, and the entries above it. */
function useCrumbs(measure: Measure, cycleView: CycleView, knowledge: Knowledge) {
  const { language } = useTexts();
  const kept = useKept();
  const lang = useSeedLang();
  const cycleCrumb = useCycleCrumb(cycleView);
  const [phase, ...others] = phasesOf(measure, knowledge);
  const { id: cycleId } = cycleView.cycle;
  const above =
    measure.kind === 'focus-area'
      ? measure.path
      : measure.kind === 'responsibility' && measure.isPart
        ? [measure.responsibility]
        : [];
  return [
    cycleCrumb,
    ...(phase && others.length === 0
      ? [{ name: inLanguage(phase.name, language), href: kept(phasePath(cycleId, phase.id)) }]
      : []),
    ...above.map(({ id, name }) => ({ name: capitalised(name), href: kept(measurePath(cycleId, id)), lang })),
  ];
}
