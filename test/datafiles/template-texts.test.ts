import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../src/datafiles/knowledge.js';
import { LANGUAGES } from '../../src/language/text.js';

const { templates } = loadKnowledge();

/** Words that the act of 2024, its authorities or klarspråk have replaced, and what to write instead. */
const OUTDATED: Readonly<Record<(typeof LANGUAGES)[number], readonly (readonly [RegExp, string])[]>> = {
  nb: [
    [/\bNAV\b/, 'Nav'],
    [/foresat/i, 'foreldre'],
    [/\bFYR\b/, 'yrkesretting'],
    [/prosjekt til fordypning/i, 'yrkesfaglig fordypning'],
    [/introduksjons(tilbud|program)/i, 'innføringstilbud'],
    [/særskilt norsk|grunnleggende norsk/i, 'forsterket opplæring i norsk'],
    [/spesialundervisning/i, 'individuelt tilrettelagt opplæring'],
    [/ugrunnet opphold/i, 'straks'],
    [/feilvalg/i, 'omvalg'],
    [/forsvarlig system/i, 'internkontroll'],
    [/fylkesmann/i, 'statsforvalteren'],
    [/kartleggingsprøve/i, 'læringsstøttende prøve'],
    [/risikoson|identifiserte elever/i, 'elever som trenger ekstra oppfølging'],
    [/Udir-3-2016|Udir-3-/, 'rundskriv om fraværsgrensen'],
    [/lovens? (av|før) /i, 'opplæringsloven'],
  ],
  nn: [
    [/\bNAV\b/, 'Nav'],
    [/føresett/i, 'foreldre'],
    [/\bFYR\b/, 'yrkesretting'],
    [/prosjekt til ford/i, 'yrkesfagleg fordjuping'],
    [/introduksjons(tilbod|program)/i, 'innføringstilbod'],
    [/særskild norsk|grunnleggjande norsk/i, 'forsterka opplæring i norsk'],
    [/spesialundervisning/i, 'individuelt tilrettelagd opplæring'],
    [/grunnlaust opphald/i, 'straks'],
    [/feilval/i, 'omval'],
    [/forsvarleg system/i, 'internkontroll'],
    [/fylkesmann/i, 'statsforvaltaren'],
    [/kartleggingsprøve/i, 'læringsstøttande prøve'],
    [/risikoson|identifiserte elevar/i, 'elevar som treng ekstra oppfølging'],
    [/åtferd/i, 'oppførsel'],
    [/\buro(a)?\b/i, 'bekymring'],
  ],
  en: [
    [/\bNAV\b/, 'Nav'],
    [/\bFYR\b/, 'vocational relevance'],
    [/special education\b(?! language)/i, 'individually adapted education'],
    [/\bthe head\b/i, 'the principal'],
    [/undue delay/i, 'at once'],
    [/at risk\b/i, 'who need extra support'],
    [/special Norwegian/i, 'strengthened teaching in Norwegian'],
  ],
};

const LAW =
  /^https:\/\/lovdata\.no\/(lov\/2023-06-09-30|forskrift\/2024-06-03-900|lov\/1967-02-10)\/%C2%A7\d+(-\d+)?$/;
/** A paragraph by its number, as texts of the three languages write it. */
const PARAGRAPH = /(?:§§? |sections? )(\d+(?:-\d+)?)/g;

describe('the texts of data/cycle', () => {
  it.each(LANGUAGES)('have no outdated words in %s', (language) => {
    const found = templates.flatMap(({ key, title, description, why }) =>
      [title, description, why].flatMap((text) =>
        OUTDATED[language]
          .filter(([word]) => word.test(text[language]))
          .map(([, instead]) => `${key}: “${text[language]}” should say ${instead}`),
      ),
    );
    expect(found).toEqual([]);
  });

  it('explain IV where they name it', () => {
    const unexplained = templates.filter(
      ({ title, description }) =>
        /\bIV\b/.test(title.nb + description.nb) && !/vurderingsgrunnlag/.test(description.nb),
    );
    expect(unexplained.map(({ key }) => key)).toEqual([]);
  });

  it('name the same paragraphs in every language', () => {
    const numbersIn = (text: string) => [...text.matchAll(PARAGRAPH)].map(([, number]) => number).sort();
    const different = templates.filter(({ description, why }) =>
      [description, why].some((text) =>
        LANGUAGES.some((language) => `${numbersIn(text[language])}` !== `${numbersIn(text.nb)}`),
      ),
    );
    expect(different.map(({ key }) => key)).toEqual([]);
  });
});

describe('the links of data/cycle', () => {
  const laws = templates.flatMap(({ key, links = [] }) =>
    links.filter(({ url }) => url.includes('lovdata.no')).map((link) => ({ key, ...link })),
  );

  it('lead to the paragraph that they name, of the act of 2024, its regulation or the administration act', () => {
    expect(laws.length).toBeGreaterThan(0);
    const wrong = laws.filter(({ title, url }) => {
      const [, number] = /§ (\d+(?:-\d+)?)$/.exec(title) ?? [];
      return !LAW.test(url) || !url.endsWith(`%C2%A7${number}`);
    });
    expect(wrong).toEqual([]);
  });

  it('are there for every date by law', () => {
    const without = templates.filter(
      ({ key, basis }) => basis === 'law' && !laws.some((link) => link.key === key),
    );
    expect(without.map(({ key }) => key)).toEqual([]);
  });
});
