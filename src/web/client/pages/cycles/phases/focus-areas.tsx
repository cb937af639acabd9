import { Heading } from '@digdir/designsystemet-react';
import { useMemo } from 'react';
import type { Phase } from '../../../../../framework/framework-schema.js';
import type { TaskView } from '../../../../../task/task-view.js';
import { tasksByMeasure } from '../../../data/cycle/knowledge.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { FocusTree, TaskMentions } from '../../../framework/focus-tree.js';
import { MeasureLink } from '../../../framework/measure-list.js';
import { ResourceList } from '../../../framework/resource-list.js';
import { Section } from '../../../ui/page/section.js';
import styles from './focus-areas.module.css';

interface FocusAreasProps {
  readonly cycleId: string;
  readonly phase: Phase;
  readonly tasks: readonly TaskView[];
}

/** The focus areas of a phase as laid out in the knowledge base: each row with the national resources beside it. */
export function FocusAreas({ cycleId, phase, tasks }: FocusAreasProps) {
  const { t } = useTexts();
  const tasksOf = useMemo(() => tasksByMeasure(tasks), [tasks]);
  return (
    <Section title={t('ui.phase.focus-areas')} lead={t('ui.phase.focus-areas-lead')}>
      <div>
        {phase.focusAreas.map(({ id, name, children = [] }) => {
          const resources = phase.resources.filter(({ beside }) => beside.includes(id));
          return (
            <section key={id} className={styles.area} aria-labelledby={`area-${id}`}>
              <div className={styles.what}>
                <Heading level={3} data-size="2xs" id={`area-${id}`}>
                  <MeasureLink cycleId={cycleId} id={id} name={name} />
                </Heading>
                <TaskMentions tasks={tasksOf.get(id) ?? []} />
                {children.length > 0 && <FocusTree cycleId={cycleId} areas={children} tasksOf={tasksOf} />}
              </div>
              {resources.length > 0 && (
                <div className={styles.beside}>
                  <Heading level={4} className={styles.label}>
                    {t('ui.entity.resources')}
                  </Heading>
                  <ResourceList resources={resources} />
                </div>
              )}
            </section>
          );
        })}
      </div>
    </Section>
  );
}
