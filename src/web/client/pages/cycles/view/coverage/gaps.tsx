import { Details, Heading, Paragraph } from '@digdir/designsystemet-react';
import { lazy, Suspense } from 'react';
import type { Gap } from '../../../../../../cycle/coverage/gaps.js';
import type { CycleView } from '../../../../../../cycle/view/cycle-view.js';
import { hasRole } from '../../../../../../routing/caller.js';
import { withWorkPageTexts } from '../../../../data/language/i18n.js';
import { useTexts } from '../../../../data/language/use-texts.js';
import { useIsWorker } from '../../../../data/session/cycle-state.js';
import { useSession } from '../../../../data/session/session.js';
import { MeasureList } from '../../../../framework/measure-list.js';
import { PhaseTag } from '../../../../task/lines/phase-tag.js';
import styles from './gaps.module.css';

const FillGap = lazy(withWorkPageTexts(() => import('../../../../task/gaps/fill-gap.js')));

interface GapsProps {
  readonly gaps: readonly Gap[];
  readonly cycleView: CycleView;
}

/** The gaps of the cycle by phase, each with the entries that would fill it. */
export function Gaps({ gaps, cycleView }: GapsProps) {
  const { t } = useTexts();
  const { vocabulary, cycle } = cycleView;
  const session = useSession().data;
  const isWorker = useIsWorker(cycle.id);
  const mayFill =
    isWorker &&
    cycle.state !== 'archived' &&
    session !== undefined &&
    hasRole(session, 'unit-coordinator', cycle.county);
  if (gaps.length === 0) return <Paragraph>{t('ui.coverage.no-gaps')}</Paragraph>;
  const nameIn = (list: readonly { readonly id: string; readonly name: string }[], id: string) =>
    list.find((each) => each.id === id)?.name ?? id;
  const inWords = (gap: Gap) =>
    gap.kind === 'cooperation'
      ? t('ui.coverage.gap-cooperation', { partner: nameIn(vocabulary.partners, gap.partner) })
      : t('ui.coverage.gap-category', {
          actor: nameIn(vocabulary.actors, gap.actor),
          category: nameIn(vocabulary.categories, gap.category),
        });
  return (
    <div className={styles.phases}>
      {vocabulary.phases.map((phase, index) => {
        const ofPhase = gaps.filter((gap) => gap.phase === phase.id);
        if (ofPhase.length === 0) return null;
        return (
          <div key={phase.id} className={styles.phase}>
            <Heading level={3} data-size="2xs">
              <PhaseTag cycleId={cycle.id} phase={{ ...phase, series: index + 1 }} />
            </Heading>
            <div className={styles.gaps}>
              {ofPhase.map((gap) => (
                <Details key={inWords(gap)} data-size="sm" data-color="neutral">
                  <Details.Summary>
                    <span>
                      {inWords(gap)}
                      <span className={styles.fillings}>
                        {t('ui.coverage.fillings', { count: gap.fillings.length })}
                      </span>
                    </span>
                  </Details.Summary>
                  <Details.Content>
                    <MeasureList cycleId={cycle.id} measures={gap.fillings} />
                    {mayFill && (
                      <Suspense>
                        <FillGap cycleView={cycleView} gap={gap} gapInWords={inWords(gap)} />
                      </Suspense>
                    )}
                  </Details.Content>
                </Details>
              ))}
            </div>
          </div>
        );
      })}
    </div>
  );
}
