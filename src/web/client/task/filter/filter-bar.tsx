import { Button, Chip, Search } from '@digdir/designsystemet-react';
import { memo, useRef, useState } from 'react';
import type { CycleView } from '../../../../cycle/view/cycle-view.js';
import { STATUSES } from '../../../../task/statuses.js';
import { useTexts } from '../../data/language/use-texts.js';
import { FacetMenu, type Option } from './facet-menu.js';
import styles from './filter-bar.module.css';
import { countChoices, type Facet, type PageFilter, readFilter } from './page-filter.js';
import { UnitChoice } from './unit-choice.js';

const KINDS = ['deadline', 'activity', 'cooperation'] as const;

interface FilterBarProps {
  readonly cycleView: CycleView;
  readonly filter: PageFilter;
  readonly onFilter: (next: PageFilter) => void;
  /** How many tasks match the filter. */
  readonly found: number;
  /** Whether the view still shows an earlier choice. */
  readonly isStale: boolean;
}

/**
 * The filter of all views: words, facets and unit, with what is selected and how many tasks it matches. It has hundreds
 * of options, which are rendered again only when they change, not when the view below does.
 */
export const FilterBar = memo(function FilterBar({
  cycleView,
  filter,
  onFilter,
  found,
  isStale,
}: FilterBarProps) {
  const { t } = useTexts();
  const [isOpen, setIsOpen] = useState(false);
  const result = useRef<HTMLParagraphElement>(null);
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
    kinds: KINDS.map((id) => ({ id, name: t(`kind.${id}`) })),
    statuses: STATUSES.map((id) => ({ id, name: t(`status.${id}`) })),
    measures: cycleView.measures,
  };
  const choices = countChoices(filter);
  return (
    <search className={styles.bar} aria-label={t('ui.filter.label')}>
      <div className={styles.first}>
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
          onClick={() => setIsOpen(!isOpen)}
        >
          {choices === 0 ? t('ui.filter.label') : t('ui.filter.label-count', { count: choices })}
        </Button>
      </div>
      <div className={styles.facets} data-open={isOpen}>
        {(Object.keys(options) as (keyof typeof options)[]).map((facet) => (
          <FacetMenu
            key={facet}
            label={t(`ui.filter.${facet}`)}
            options={options[facet]}
            chosen={filter[facet]}
            onChoose={(values) => onFilter({ ...filter, [facet]: values })}
          />
        ))}
        {units.length > 0 && (
          <UnitChoice units={units} unit={filter.unit} onUnit={(unit) => onFilter({ ...filter, unit })} />
        )}
      </div>
      <div className={styles.chosen}>
        <p ref={result} tabIndex={-1} className={styles.found} aria-live="polite" data-stale={isStale}>
          {t('ui.filter.found', { count: found, all: tasks.length })}
        </p>
        {chosenOf(filter, options).map(({ facet, id, name }) => (
          <Chip.Removable
            key={`${facet} ${id}`}
            data-size="sm"
            onClick={() => take({ ...filter, [facet]: filter[facet].filter((each) => each !== id) })}
          >
            {name}
          </Chip.Removable>
        ))}
        {choices > 0 && (
          <Button variant="tertiary" data-size="sm" onClick={() => take(readFilter(new URLSearchParams()))}>
            {t('ui.filter.clear')}
          </Button>
        )}
      </div>
    </search>
  );
});

interface Chosen extends Option {
  readonly facet: Facet;
}

function chosenOf(filter: PageFilter, options: Readonly<Record<Facet, readonly Option[]>>): Chosen[] {
  return (Object.keys(options) as Facet[]).flatMap((facet) =>
    filter[facet].map((id) => ({
      facet,
      id,
      name: options[facet].find((each) => each.id === id)?.name ?? id,
    })),
  );
}
