import { inLanguage } from '../../../../../language/text.js';
import { useKnowledge } from '../../../data/cycle/queries.js';
import { useTexts } from '../../../data/language/use-texts.js';
import type { Option } from '../../../task/filter/facet-menu.js';
import type { Facet } from './feed-form.js';

const KINDS = ['deadline', 'activity', 'cooperation'] as const;

/** The values of each part of a filter, by name; empty until they have been fetched. */
export function useFacetOptions(): (facet: Facet) => readonly Option[] {
  const { t, language } = useTexts();
  const framework = useKnowledge().data?.framework;
  return (facet) =>
    facet === 'kinds'
      ? KINDS.map((id) => ({ id, name: t(`kind.${id}`) }))
      : (framework?.[facet] ?? []).map(({ id, name }) => ({ id, name: inLanguage(name, language) }));
}
