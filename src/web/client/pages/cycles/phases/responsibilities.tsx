import { Heading } from '@digdir/designsystemet-react';
import type { CycleView } from '../../../../../cycle/view/cycle-view.js';
import type { Phase, Responsibility } from '../../../../../framework/framework-schema.js';
import type { Knowledge } from '../../../data/cycle/knowledge.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { MeasureList } from '../../../framework/measure-list.js';
import { Section } from '../../../ui/page/section.js';
import styles from './responsibilities.module.css';

interface ResponsibilitiesProps {
  readonly phase: Phase;
  readonly cycleView: CycleView;
  readonly knowledge: Knowledge;
}

/** What each actor is responsible for in a phase. */
export function Responsibilities({ phase, cycleView, knowledge }: ResponsibilitiesProps) {
  const { t } = useTexts();
  const { vocabulary, cycle } = cycleView;
  const categoryName = ({ category }: Responsibility) =>
    vocabulary.categories.find(({ id }) => id === category)?.name;
  const inPhase = knowledge.framework.responsibilities.filter(({ serves }) =>
    serves.some((id) => {
      const area = knowledge.measures.get(id);
      return area?.kind === 'focus-area' && area.phase === phase.id;
    }),
  );
  if (inPhase.length === 0) return null;
  return (
    <Section title={t('ui.phase.responsibilities')}>
      <div className={styles.actors}>
        {vocabulary.actors.map((actor) => {
          const theirs = inPhase.filter((each) => each.actor === actor.id);
          if (theirs.length === 0) return null;
          return (
            <div key={actor.id}>
              <Heading level={3} data-size="2xs" className={styles.actor}>
                {actor.name}
              </Heading>
              <MeasureList
                cycleId={cycle.id}
                measures={theirs.map((each) => ({
                  id: each.id,
                  name: each.name,
                  detail: categoryName(each),
                }))}
              />
            </div>
          );
        })}
      </div>
    </Section>
  );
}
