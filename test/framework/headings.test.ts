import { describe, expect, it } from 'vitest';
import type { FocusArea } from '../../src/framework/framework-schema.js';
import { headingOf } from '../../src/framework/heading.js';
import { namedMeasures } from '../../src/framework/named-measures.js';
import { type FrameworkView, knowledgeOf } from '../../src/web/client/data/cycle/knowledge.js';
import { knowledge } from '../calendar/samples.js';

const { framework, counties } = knowledge;
const resources = framework.phases.flatMap((phase) => phase.resources);

/** What is only part of a sentence, abbreviated where nobody speaks so, or misspelt. */
const FRAGMENT =
  /(?:bl\.a\.|m\.fl\.|[eE]l\.|osv\.)$|^(?:System for|med |mellom |for |å )|dirketoratet|kunnskapsgunnlaget|link\?|\w- (?!og )\w|\w\/- /;

describe('what people read of the framework', () => {
  it('has a heading where the knowledge base has a fragment or a slip', () => {
    const areas = [...framework.focusAreas.values()].map(({ focusArea }) => focusArea);
    const fragments = [...areas, ...resources, ...framework.responsibilities]
      .map(headingOf)
      .filter((name) => FRAGMENT.test(name) && name.length < 80);
    expect(fragments).toEqual([]);
  });

  it('is the heading on the page, beside the words of the knowledge base', () => {
    const { measures, framework: shown } = knowledgeOf({ ...framework, counties } as FrameworkView, []);
    expect(measures.get('og-samarbeid-om')).toMatchObject({
      name: 'Samarbeid om overgangen',
      seed: 'Samarbeid om bl.a.',
    });
    const namesIn = (areas: readonly FocusArea[]): string[] =>
      areas.flatMap(({ name, children = [] }) => [name, ...namesIn(children)]);
    const names = shown.phases.flatMap(({ focusAreas }) => namesIn(focusAreas));
    expect(names).toContain('Samarbeid med næringslivet');
    expect(names).not.toContain('Samarbeid om bl.a.');
  });

  it('is the heading in histories and lists, and a heading never repeats the name', () => {
    const named = new Map(namedMeasures(framework).map(({ id, name }) => [id, name]));
    expect(named.get('fv1-iv-eller-stryk')).toBe('Ekstra opplæring til elever med IV eller stryk');
    const repeated = [...framework.focusAreas.values()]
      .map(({ focusArea }) => focusArea)
      .filter(({ name, heading }) => name === heading);
    expect(repeated).toEqual([]);
  });
});
