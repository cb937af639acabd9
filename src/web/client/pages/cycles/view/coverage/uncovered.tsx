import { Heading, Paragraph } from '@digdir/designsystemet-react';
import type { CycleView } from '../../../../../../cycle/view/cycle-view.js';
import { capitalised, type Knowledge } from '../../../../data/cycle/knowledge.js';
import { useTexts } from '../../../../data/language/use-texts.js';
import { MeasureList } from '../../../../framework/measure-list.js';
import { PhaseTag } from '../../../../task/lines/phase-tag.js';
import styles from './gaps.module.css';

interface UncoveredProps {
  readonly ids: readonly string[];
  readonly cycleView: CycleView;
  readonly knowledge: Knowledge;
}

/** The focus areas that no task serves, by phase. */
export function Uncovered({ ids, cycleView, knowledge }: UncoveredProps) {
  const { t } = useTexts();
  const areas = ids.flatMap((id) => {
    const area = knowledge.measures.get(id);
    return area?.kind === 'focus-area' ? [area] : [];
  });
  if (areas.length === 0) return <Paragraph>{t('ui.coverage.all-covered')}</Paragraph>;
  return (
    <div className={styles.phases}>
      {cycleView.vocabulary.phases.map((phase, index) => {
        const ofPhase = areas.filter((area) => area.phase === phase.id);
        if (ofPhase.length === 0) return null;
        return (
          <div key={phase.id} className={styles.phase}>
            <Heading level={3} data-size="2xs">
              <PhaseTag cycleId={cycleView.cycle.id} phase={{ ...phase, series: index + 1 }} />
            </Heading>
            <MeasureList
              cycleId={cycleView.cycle.id}
              measures={ofPhase.map(({ id, name, path }) => ({
                id,
                name,
                detail:
                  path.length > 0
                    ? t('ui.coverage.under', {
                        names: path.map((above) => capitalised(above.name)).join(' / '),
                      })
                    : undefined,
              }))}
            />
          </div>
        );
      })}
    </div>
  );
}
