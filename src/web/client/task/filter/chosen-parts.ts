import type { Translate } from '../../../../language/translate.js';
import { datesInWords } from './dates-of-filter.js';
import type { Option } from './facet-menu.js';
import { type Facet, facets, hasDates, type PageFilter } from './page-filter.js';
import type { FilterScene } from './pick-tasks.js';
import { timeOf } from './time-words.js';

/** One thing that a filter asks for: its name, and the filter without it. */
export interface ChosenPart {
  readonly id: string;
  readonly name: string;
  readonly without: PageFilter;
}

/** What a filter asks for that the reader can take back one by one: the values of facets, the days, and words that name a time. */
export function chosenParts(
  filter: PageFilter,
  options: Readonly<Record<Facet, readonly Option[]>>,
  scene: FilterScene,
  t: Translate,
): ChosenPart[] {
  const values = facets.flatMap((facet) =>
    filter[facet].map((id) => ({
      id: `${facet} ${id}`,
      name: options[facet].find((each) => each.id === id)?.name ?? id,
      without: { ...filter, [facet]: filter[facet].filter((each) => each !== id) },
    })),
  );
  const named = timeOf(filter.text, scene.words, scene);
  return [
    ...(named ? [{ id: 'text', name: datesInWords(named, t), without: { ...filter, text: '' } }] : []),
    ...(hasDates(filter)
      ? [{ id: 'dates', name: datesInWords(filter, t), without: { ...filter, from: null, to: null } }]
      : []),
    ...values,
  ];
}
