import type { CycleView } from '../../../../../cycle/view/cycle-view.js';
import { inLanguage } from '../../../../../language/text.js';
import type { TaskView } from '../../../../../task/task-view.js';
import { type Knowledge, type Measure, servesOf } from '../../../data/cycle/knowledge.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { FocusTree } from '../../../framework/focus-tree.js';
import { MeasureList } from '../../../framework/measure-list.js';
import { PhaseTag } from '../../../task/lines/phase-tag.js';
import { Section } from '../../../ui/page/section.js';
import styles from './serves.module.css';

interface ServesProps {
  readonly measure: Measure;
  readonly cycleId: string;
  readonly knowledge: Knowledge;
  readonly tasksOf: ReadonlyMap<string, readonly TaskView[]>;
}

/** The focus areas that a responsibility or county measure contributes to, each with the tasks that do so too. */
export function Serves({ measure, cycleId, knowledge, tasksOf }: ServesProps) {
  const { t, language } = useTexts();
  if (measure.kind === 'focus-area') return null;
  const { phases } = knowledge.framework;
  const areas = servesOf(measure).flatMap((id) => {
    const area = knowledge.measures.get(id);
    return area?.kind === 'focus-area' ? [area] : [];
  });
  return (
    <Section title={t('ui.measure.serves')}>
      {phases
        .filter(({ id }) => areas.some(({ phase }) => phase === id))
        .map(({ id, order, name }) => (
          <div key={id} className={styles.phase} data-series={order}>
            <PhaseTag cycleId={cycleId} phase={{ id, name: inLanguage(name, language), series: order }} />
            <FocusTree
              cycleId={cycleId}
              areas={areas
                .filter(({ phase }) => phase === id)
                .map((area) => ({ id: area.id, name: area.name }))}
              tasksOf={tasksOf}
            />
          </div>
        ))}
    </Section>
  );
}

interface ServedByProps {
  readonly measure: Measure;
  readonly cycleView: CycleView;
  readonly knowledge: Knowledge;
}

/** The responsibilities that contribute to a focus area or to one above it. */
export function ServedBy({ measure, cycleView, knowledge }: ServedByProps) {
  const { t } = useTexts();
  if (measure.kind !== 'focus-area') return null;
  const line = servesOf(measure);
  const responsibilities = knowledge.framework.responsibilities.filter(({ serves }) =>
    serves.some((id) => line.includes(id)),
  );
  if (responsibilities.length === 0) return null;
  const actorName = (id: string) => cycleView.vocabulary.actors.find((actor) => actor.id === id)?.name;
  return (
    <Section title={t('ui.measure.served-by')}>
      <MeasureList
        cycleId={cycleView.cycle.id}
        measures={responsibilities.map(({ id, name, actor }) => ({ id, name, detail: actorName(actor) }))}
      />
    </Section>
  );
}
