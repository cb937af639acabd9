import { Button, Chip, Search } from '@digdir/designsystemet-react';
import { FunnelIcon } from '@navikt/aksel-icons';
import { memo, useId, useMemo, useRef, useState } from 'react';
import type { CycleView } from '../../../../cycle/view/cycle-view.js';
import type { Level } from '../../../../task/level.js';
import { STATUSES } from '../../../../task/statuses.js';
import { useTexts } from '../../data/language/use-texts.js';
import { chosenParts } from './chosen-parts.js';
import { DateChoice } from './date-choice.js';
import { FacetMenu, type Option } from './facet-menu.js';
import styles from './filter-bar.module.css';
import { LevelSwitch } from './level-switch.js';
import { countChoices, type Facet, facets, NO_FILTER, type PageFilter } from './page-filter.js';
import { countByLevel, useFilterScene } from './pick-tasks.js';
import { UnitChoice } from './unit-choice.js';

const KINDS = ['deadline', 'activity', 'cooperation'] as const;

interface FilterBarProps {
  readonly cycleView: CycleView;
  readonly filter: PageFilter;
  readonly onFilter: (next: PageFilter) => void;
  /** How many tasks match the filter. */
  readonly found: number;
  /** The level that is shown; null in a view that shows all. */
  readonly level: Level | null;
  /** Whether the view still shows an earlier choice. */
  readonly isStale: boolean;
}

/**
 * The filter of all views, in one row: words, unit, what is selected and how many tasks it matches. The days and the facets
 * are behind a button, on a phone everything but the words. It has hundreds of options, which are rendered again only
 * when they change, not when the view below does.
 */
export const FilterBar = memo(function FilterBar({
  cycleView,
  filter,
  onFilter,
  found,
  level,
  isStale,
}: FilterBarProps) {
  const { t } = useTexts();
  const id = useId();
  const [isOpen, setIsOpen] = useState(false);
  const result = useRef<HTMLParagraphElement>(null);
  const scene = useFilterScene(cycleView);
  /** Removes something, and with it the button that has the focus. */
  const take = (next: PageFilter) => {
    onFilter(next);
    result.current?.focus();
  };
  const { vocabulary, units, tasks } = cycleView;
  const options: Readonly<Record<Facet, readonly Option[]>> = {
    phases: vocabulary.phases,
    categories: vocabulary.categories,
    actors: vocabulary.actors,
    partners: vocabulary.partners,
    kinds: KINDS.map((kind) => ({ id: kind, name: t(`kind.${kind}`) })),
    statuses: STATUSES.map((status) => ({ id: status, name: t(`status.${status}`) })),
    measures: cycleView.measures,
  };
  const counts = useMemo(() => countByLevel(tasks, filter, scene), [tasks, filter, scene]);
  const choices = countChoices(filter);
  return (
    <search className={styles.bar} aria-label={t('ui.filter.label')} data-open={isOpen}>
      <div className={styles.row}>
        <Search className={styles.search} data-size="sm">
          <Search.Input
            aria-label={t('ui.filter.text')}
            placeholder={t('ui.filter.text')}
            value={filter.text}
            onChange={(event) => onFilter({ ...filter, text: event.target.value })}
          />
          <Search.Clear
            aria-label={t('ui.filter.clear-text')}
            onClick={() => onFilter({ ...filter, text: '' })}
          />
        </Search>
        <Button
          className={styles.toggle}
          variant="secondary"
          data-size="sm"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setIsOpen(!isOpen)}
        >
          <FunnelIcon aria-hidden />
          {choices === 0 ? t('ui.filter.label') : t('ui.filter.label-count', { count: choices })}
        </Button>
        {level !== null && (
          <div className={styles.folded}>
            <LevelSwitch
              level={level}
              counts={counts}
              onLevel={(chosen) => onFilter({ ...filter, level: chosen })}
            />
          </div>
        )}
        {units.length > 0 && (
          <div className={styles.folded}>
            <UnitChoice units={units} unit={filter.unit} onUnit={(unit) => onFilter({ ...filter, unit })} />
          </div>
        )}
      </div>
      <div id={id} className={styles.more} hidden={!isOpen}>
        {isOpen && (
          <>
            <DateChoice filter={filter} schoolYear={cycleView.schoolYear} onFilter={onFilter} />
            {facets.map((facet) => (
              <FacetMenu
                key={facet}
                label={t(`ui.filter.${facet}`)}
                options={options[facet]}
                chosen={filter[facet]}
                onChoose={(values) => onFilter({ ...filter, [facet]: values })}
              />
            ))}
          </>
        )}
      </div>
      <div className={styles.chosen}>
        <p ref={result} tabIndex={-1} className={styles.found} aria-live="polite" data-stale={isStale}>
          {t('ui.filter.found', { count: found, all: tasks.length })}
        </p>
        {chosenParts(filter, options, scene, t).map(({ id: part, name, without }) => (
          <Chip.Removable key={part} data-size="sm" onClick={() => take(without)}>
            {name}
          </Chip.Removable>
        ))}
        {choices > 0 && (
          <Button variant="tertiary" data-size="sm" onClick={() => take(NO_FILTER)}>
            {t('ui.filter.clear')}
          </Button>
        )}
      </div>
    </search>
  );
});
