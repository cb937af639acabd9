import { Paragraph } from '@digdir/designsystemet-react';
import { lazy, Suspense, useMemo } from 'react';
import { hasRole } from '../../../../../../routing/caller.js';
import { together } from '../../../../data/api/together.js';
import { useMedia } from '../../../../data/browser/use-media.js';
import { useCoverage, useGaps, useKnowledge } from '../../../../data/cycle/queries.js';
import { withWorkPageTexts } from '../../../../data/language/i18n.js';
import { useTexts } from '../../../../data/language/use-texts.js';
import { useIsWorker } from '../../../../data/session/cycle-state.js';
import { useSession } from '../../../../data/session/session.js';
import { countChoices } from '../../../../task/filter/page-filter.js';
import { Section } from '../../../../ui/page/section.js';
import { Failure, Loading } from '../../../../ui/page/states.js';
import type { ViewProps } from '../any-view/view-props.js';
import { cellsOf, countBy, keyOf, pickGaps } from './cells.js';
import styles from './coverage-view.module.css';
import { Gaps } from './gaps.js';
import { HeatMap } from './heat-map.js';
import { Legend } from './legend.js';
import { Partners } from './partners.js';
import { Uncovered } from './uncovered.js';

const LeftOut = lazy(withWorkPageTexts(() => import('../../../../task/gaps/left-out.js')));

/** Below this width, twelve columns of numbers do not fit. */
const CRAMPED = '(max-width: 63.9375rem)';

/**
 * How the cycle covers the framework. The numbers count the tasks in the filter, so that a number and the list it links
 * to agree; gaps are those of the whole cycle, because filtering does not create gaps.
 */
export default function CoverageView({ cycleView, tasks, filter }: ViewProps) {
  const { t } = useTexts();
  const isNarrow = useMedia(CRAMPED);
  const { id, county, state } = cycleView.cycle;
  const session = useSession().data;
  const mayAdd =
    useIsWorker(id) &&
    state !== 'archived' &&
    session !== undefined &&
    hasRole(session, 'county-coordinator', county);
  const fetched = together([useGaps(id), useCoverage(id), useKnowledge()]);
  const gaps = fetched.state === 'here' ? fetched.data[0] : null;
  const cellOf = useMemo(() => {
    const lacking = new Set(
      gaps?.flatMap((gap) => (gap.kind === 'category' ? [keyOf(gap.phase, gap.category, gap.actor)] : [])),
    );
    return cellsOf(
      countBy(tasks, ({ phase, category, actor }) => [keyOf(phase, category, actor)]),
      lacking,
    );
  }, [tasks, gaps]);
  const partnerCellOf = useMemo(() => {
    const lacking = new Set(
      gaps?.flatMap((gap) => (gap.kind === 'cooperation' ? [keyOf(gap.phase, gap.partner)] : [])),
    );
    return cellsOf(
      countBy(tasks, ({ phase, partners }) => partners.map((partner) => keyOf(phase, partner))),
      lacking,
    );
  }, [tasks, gaps]);
  if (fetched.state === 'pending') return <Loading />;
  if (fetched.state === 'failed') return <Failure error={fetched.error} onRetry={fetched.retry} />;
  const [allGaps, { uncovered }, knowledge] = fetched.data;
  const isPhaseAsked = ({ phase }: { readonly phase: string }) =>
    filter.phases.length === 0 || filter.phases.includes(phase);
  const shownUncovered = uncovered.filter((area) => {
    const placed = knowledge.measures.get(area);
    return placed?.kind === 'focus-area' && isPhaseAsked(placed);
  });
  return (
    <div className={styles.view}>
      <Section title={t('ui.coverage.heat')} lead={t('ui.coverage.heat-lead')}>
        <Legend />
        <HeatMap cycleView={cycleView} filter={filter} cellOf={cellOf} isNarrow={isNarrow} />
      </Section>
      <Section title={t('ui.coverage.partners')} lead={t('ui.coverage.partners-lead')}>
        <Partners cycleView={cycleView} filter={filter} cellOf={partnerCellOf} isNarrow={isNarrow} />
      </Section>
      <Section title={t('ui.coverage.gaps')} lead={t('ui.coverage.gaps-lead')}>
        {countChoices(filter) > 0 && (
          <Paragraph data-size="sm" className={styles.whole}>
            {t('ui.coverage.whole')}
          </Paragraph>
        )}
        <Gaps gaps={pickGaps(allGaps, filter)} cycleView={cycleView} />
      </Section>
      <Section
        title={t('ui.coverage.uncovered')}
        lead={shownUncovered.length > 0 ? t('ui.coverage.uncovered-lead') : undefined}
      >
        <Uncovered ids={shownUncovered} cycleView={cycleView} knowledge={knowledge} />
      </Section>
      {mayAdd && (
        <Suspense>
          <LeftOut cycleId={id} />
        </Suspense>
      )}
    </div>
  );
}
