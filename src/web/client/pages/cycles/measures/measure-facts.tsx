import type { CycleView } from '../../../../../cycle/view/cycle-view.js';
import { inLanguage } from '../../../../../language/text.js';
import { concernsOf, type Knowledge, type Measure } from '../../../data/cycle/knowledge.js';
import { useSeedLang, useTexts } from '../../../data/language/use-texts.js';
import { countyOf } from '../../../framework/county-measures.js';
import { type Fact, Facts } from '../../../ui/list/facts.js';

interface MeasureFactsProps {
  readonly measure: Measure;
  readonly cycleView: CycleView;
  readonly knowledge: Knowledge;
}

/** Facts about a measure: by whom, with whom, for whom, and its place in the knowledge base. */
export function MeasureFacts({ measure, cycleView, knowledge }: MeasureFactsProps) {
  const { t, language } = useTexts();
  const lang = useSeedLang();
  const { vocabulary } = cycleView;
  const { category, actors, partners, targetGroups } = concernsOf(measure);
  const names = (list: readonly { readonly id: string; readonly name: string }[], ids: readonly string[]) =>
    list.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  const joined = (values: readonly string[]) => (values.length > 0 ? [values.join(', ')] : []);
  const groups = knowledge.framework.targetGroups.map(({ id, name }) => ({
    id,
    name: inLanguage(name, language),
  }));
  const facts: Fact[] = [
    ...(measure.kind === 'county-measure' ? countyFacts(measure) : []),
    { name: t('task.category'), values: names(vocabulary.categories, category ? [category] : []) },
    { name: t('task.who'), values: joined(names(vocabulary.actors, actors)) },
    { name: t('ui.entity.partners'), values: joined(names(vocabulary.partners, partners)) },
    { name: t('ui.entity.target-groups'), values: joined(names(groups, targetGroups)) },
    ...(measure.seed === measure.name
      ? []
      : [{ name: t('ui.measure.seed'), values: [`«${measure.seed}»`], lang }]),
    { name: t('task.source'), values: [t('ui.measure.source', { ...measure.source })] },
  ];
  return <Facts facts={facts} />;

  function countyFacts({ countyMeasure }: Extract<Measure, { kind: 'county-measure' }>): Fact[] {
    const { county, group, subgroup, facts = [] } = countyMeasure;
    const then = countyOf(county, knowledge, language);
    const of = knowledge.framework.counties.find(({ number }) => number === county.today);
    const today = of ? inLanguage(of.name, language) : then;
    return [
      {
        name: t('ui.measure.county'),
        values: [then === today ? then : t('ui.measure.county-then', { then, today })],
      },
      { name: t('ui.measure.facts'), values: facts, lang },
      { name: t('ui.measure.group'), values: [[group, subgroup].filter(Boolean).join(' ')], lang },
    ];
  }
}
