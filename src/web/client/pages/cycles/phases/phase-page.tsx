import { Paragraph } from '@digdir/designsystemet-react';
import type { CycleView } from '../../../../../cycle/view/cycle-view.js';
import type { Phase } from '../../../../../framework/framework-schema.js';
import { inLanguage } from '../../../../../language/text.js';
import { phasePath } from '../../../data/address/views.js';
import { together } from '../../../data/api/together.js';
import type { Knowledge } from '../../../data/cycle/knowledge.js';
import { useCycleView, useKnowledge } from '../../../data/cycle/queries.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { Live } from '../../../data/live/live.js';
import { CountyMeasures } from '../../../framework/county-measures.js';
import { ListLink } from '../../../task/filter/list-link.js';
import { useFilter } from '../../../task/filter/use-filter.js';
import { TaskLines } from '../../../task/lines/task-lines.js';
import { useCycleCrumb } from '../../../ui/page/crumbs.js';
import { EntityPage } from '../../../ui/page/entity-page.js';
import { Neighbours } from '../../../ui/page/neighbours.js';
import { Section } from '../../../ui/page/section.js';
import { Failure, Loading, Nothing } from '../../../ui/page/states.js';
import { FocusAreas } from './focus-areas.js';
import styles from './phase-page.module.css';
import { Responsibilities } from './responsibilities.js';

interface PhasePageProps {
  readonly cycleId: string;
  readonly phaseId: string;
}

/** The page of a phase: what to work on, with which resources, who is responsible, and when it is done in this cycle. */
export default function PhasePage({ cycleId, phaseId }: PhasePageProps) {
  const [{ unit }] = useFilter();
  const fetched = together([useCycleView(cycleId, unit), useKnowledge()]);
  if (fetched.state === 'pending') return <Loading />;
  if (fetched.state === 'failed') return <Failure error={fetched.error} onRetry={fetched.retry} level={1} />;
  const [cycleView, knowledge] = fetched.data;
  const phase = knowledge.framework.phases.find(({ id }) => id === phaseId);
  if (!phase) return <Nothing text="ui.state.no-such-page" isPage />;
  return <Shown phase={phase} cycleView={cycleView} knowledge={knowledge} />;
}

interface ShownProps {
  readonly phase: Phase;
  readonly cycleView: CycleView;
  readonly knowledge: Knowledge;
}

function Shown({ phase, cycleView, knowledge }: ShownProps) {
  const { t, language } = useTexts();
  const crumb = useCycleCrumb(cycleView);
  const { cycle } = cycleView;
  const { phases } = knowledge.framework;
  const tasks = cycleView.tasks.filter((task) => task.phase === phase.id);
  const isAcross = phase.order === phases.length;
  const neighbour = (order: number, label: string) => {
    const other = phases.find((each) => each.order === order);
    return other && { label, name: inLanguage(other.name, language), path: phasePath(cycle.id, other.id) };
  };
  return (
    <EntityPage
      crumbs={[crumb]}
      kicker={
        <span className={styles.order}>
          {isAcross ? t('ui.phase.across') : t('ui.phase.of', { order: phase.order })}
        </span>
      }
      title={inLanguage(phase.name, language)}
      series={phase.order}
      lead={<Paragraph className={styles.aim}>{inLanguage(phase.aim, language)}</Paragraph>}
    >
      <Live cycleId={cycle.id} />
      <FocusAreas cycleId={cycle.id} phase={phase} tasks={cycleView.tasks} />
      <Section
        title={t('ui.entity.tasks')}
        aside={tasks.length > 0 && <ListLink cycleId={cycle.id} choice={{ phases: [phase.id] }} />}
      >
        {tasks.length > 0 ? (
          <TaskLines tasks={tasks} cycleView={cycleView} />
        ) : (
          <Paragraph>{t('ui.entity.no-tasks')}</Paragraph>
        )}
      </Section>
      <Responsibilities phase={phase} cycleView={cycleView} knowledge={knowledge} />
      <CountyMeasures
        title={t('ui.phase.county-measures')}
        lead={t('ui.phase.county-measures-lead')}
        measures={knowledge.countyMeasures.filter(({ phases: served }) => served.includes(phase.id))}
        cycleView={cycleView}
        knowledge={knowledge}
      />
      <Neighbours
        previous={neighbour(phase.order - 1, t('ui.entity.previous-phase'))}
        next={neighbour(phase.order + 1, t('ui.entity.next-phase'))}
      />
    </EntityPage>
  );
}
