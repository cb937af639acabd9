import type { CycleView } from '../../../../../../cycle/view/cycle-view.js';
import { useTexts } from '../../../../data/language/use-texts.js';
import type { PageFilter } from '../../../../task/filter/page-filter.js';
import { PhaseTag } from '../../../../task/lines/phase-tag.js';
import { type Cell, keyOf } from './cells.js';
import styles from './heat.module.css';
import { HeatCell } from './heat-cell.js';

interface PartnersProps {
  readonly cycleView: CycleView;
  readonly filter: PageFilter;
  /** By phase and partner. */
  readonly cellOf: (key: string) => Cell;
  readonly isNarrow: boolean;
}

/** How many tasks are done with each partner in each phase; below each phase on narrow screens. */
export function Partners({ cycleView, filter, cellOf, isNarrow }: PartnersProps) {
  const { t } = useTexts();
  const { phases, partners } = cycleView.vocabulary;
  const withSeries = phases
    .map((phase, index) => ({ ...phase, series: index + 1 }))
    .filter(({ id }) => filter.phases.length === 0 || filter.phases.includes(id));
  const chosen = partners.filter(({ id }) => filter.partners.length === 0 || filter.partners.includes(id));
  const cell = (phase: (typeof withSeries)[number], partner: (typeof partners)[number]) => {
    const names = { phase: phase.name, partner: partner.name };
    return (
      <HeatCell
        key={keyOf(phase.id, partner.id)}
        cell={cellOf(keyOf(phase.id, partner.id))}
        series={phase.series}
        cycleView={cycleView}
        filter={filter}
        choice={{ phases: [phase.id], partners: [partner.id] }}
        words={{
          count: (count) => t('ui.coverage.partner-cell', { ...names, count }),
          gap: t('ui.coverage.partner-gap', names),
          none: t('ui.coverage.legend-none'),
        }}
      />
    );
  };
  const caption = <caption className="ds-sr-only">{t('ui.coverage.partners')}</caption>;
  if (isNarrow) {
    return (
      <table className={styles.heat}>
        {caption}
        {withSeries.map((phase) => (
          <tbody key={phase.id}>
            <tr>
              <th scope="rowgroup" colSpan={2} className={styles.phase}>
                <PhaseTag cycleId={cycleView.cycle.id} phase={phase} />
              </th>
            </tr>
            {chosen
              .filter(({ id }) => cellOf(keyOf(phase.id, id)).kind !== 'none')
              .map((partner) => (
                <tr key={partner.id}>
                  <th scope="row" className={styles.category}>
                    {partner.name}
                  </th>
                  {cell(phase, partner)}
                </tr>
              ))}
          </tbody>
        ))}
      </table>
    );
  }
  return (
    <table className={styles.heat}>
      {caption}
      <colgroup className={styles.names} />
      <thead>
        <tr>
          <th scope="col">{t('ui.coverage.partner')}</th>
          {withSeries.map((phase) => (
            <th key={phase.id} scope="col">
              <PhaseTag cycleId={cycleView.cycle.id} phase={phase} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {chosen.map((partner) => (
          <tr key={partner.id}>
            <th scope="row">{partner.name}</th>
            {withSeries.map((phase) => cell(phase, partner))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
