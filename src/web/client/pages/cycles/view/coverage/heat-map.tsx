import type { CycleView } from '../../../../../../cycle/view/cycle-view.js';
import { useTexts } from '../../../../data/language/use-texts.js';
import type { PageFilter } from '../../../../task/filter/page-filter.js';
import { PhaseTag } from '../../../../task/lines/phase-tag.js';
import { type Cell, keyOf } from './cells.js';
import styles from './heat.module.css';
import { HeatCell } from './heat-cell.js';

interface HeatMapProps {
  readonly cycleView: CycleView;
  readonly filter: PageFilter;
  /** By phase, category and actor. */
  readonly cellOf: (key: string) => Cell;
  readonly isNarrow: boolean;
}

type Named = CycleView['vocabulary']['phases' | 'categories' | 'actors'][number];

/** Phase × category × actor as one table: categories side by side, or below each phase on narrow screens. */
export function HeatMap({ cycleView, filter, cellOf, isNarrow }: HeatMapProps) {
  const { t } = useTexts();
  const { phases, categories, actors } = cycleView.vocabulary;
  const chosen = phases.filter(({ id }) => filter.phases.length === 0 || filter.phases.includes(id));
  const cell = (phase: Named, category: Named, actor: Named) => {
    const names = { phase: phase.name, category: category.name, actor: actor.name };
    return (
      <HeatCell
        key={keyOf(category.id, actor.id)}
        cell={cellOf(keyOf(phase.id, category.id, actor.id))}
        series={phases.indexOf(phase as (typeof phases)[number]) + 1}
        cycleView={cycleView}
        filter={filter}
        choice={{ phases: [phase.id], categories: [category.id], actors: [actor.id] }}
        words={{
          count: (count) => t('ui.coverage.cell', { ...names, count }),
          gap: t('ui.coverage.cell-gap', names),
          none: t('ui.coverage.legend-none'),
        }}
      />
    );
  };
  const phaseTag = (phase: Named) => (
    <PhaseTag
      cycleId={cycleView.cycle.id}
      phase={{ ...phase, series: phases.indexOf(phase as (typeof phases)[number]) + 1 }}
    />
  );
  const actorHeads = (group: string) =>
    actors.map(({ id, name }) => (
      <th key={`${group} ${id}`} scope="col">
        <abbr title={name} className={styles.short}>
          {t(`ui.coverage.actor.${id}`)}
        </abbr>
      </th>
    ));
  if (isNarrow) {
    return (
      <table className={styles.heat}>
        <caption className="ds-sr-only">{t('ui.coverage.heat')}</caption>
        <thead>
          <tr>
            <td />
            {actorHeads('narrow')}
          </tr>
        </thead>
        {chosen.map((phase) => (
          <tbody key={phase.id}>
            <tr>
              <th scope="rowgroup" colSpan={actors.length + 1} className={styles.phase}>
                {phaseTag(phase)}
              </th>
            </tr>
            {categories.map((category) => (
              <tr key={category.id}>
                <th scope="row" className={styles.category}>
                  {category.name}
                </th>
                {actors.map((actor) => cell(phase, category, actor))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    );
  }
  return (
    <table className={styles.heat}>
      <caption className="ds-sr-only">{t('ui.coverage.heat')}</caption>
      <colgroup className={styles.names} />
      {categories.map(({ id }) => (
        <colgroup key={id} span={actors.length} />
      ))}
      <thead>
        <tr>
          <td />
          {categories.map(({ id, name }) => (
            <th key={id} scope="colgroup" colSpan={actors.length}>
              {name}
            </th>
          ))}
        </tr>
        <tr>
          <th scope="col">{t('ui.coverage.phase')}</th>
          {categories.map(({ id }) => actorHeads(id))}
        </tr>
      </thead>
      <tbody>
        {chosen.map((phase) => (
          <tr key={phase.id}>
            <th scope="row">{phaseTag(phase)}</th>
            {categories.map((category) => actors.map((actor) => cell(phase, category, actor)))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
