import { describe, expect, it } from 'vitest';
import type { FocusArea } from '../../src/framework/framework-schema.js';
import { ACTORS } from '../../src/framework/vocabulary.js';
import { knowledge } from '../calendar/samples.js';
import {
  ALL_ADDRESSES,
  bullets,
  CATEGORY_SECTIONS,
  DESCRIPTION_SECTION,
  letters,
  MEASURE_SECTIONS,
  PHASE_SECTIONS,
} from './seed.js';

const { framework } = knowledge;

const flat = (areas: readonly FocusArea[]): FocusArea[] =>
  areas.flatMap((area) => [area, ...flat(area.children ?? [])]);

/** Takes the longest of the names that the text begins with; each name is used once. */
function take(names: string[], text: string): string | undefined {
  const found = names.filter((name) => text.startsWith(name)).sort((a, b) => b.length - a.length)[0];
  if (found !== undefined) names.splice(names.indexOf(found), 1);
  return found;
}

describe('chapter 2', () => {
  it.each(framework.phases.map((phase) => [phase.source.chapter, phase] as const))(
    '%s: every bullet of the seed is an entry, and every entry stands in the seed',
    (chapter, phase) => {
      const text = PHASE_SECTIONS[chapter] ?? '';
      const names = [...flat(phase.focusAreas), ...phase.resources].map(({ name }) => letters(name));
      const all = letters(text);
      for (const name of names) expect(all).toContain(name);

      const left = [...names];
      for (const bullet of bullets(text)) expect(take(left, bullet), bullet.slice(0, 60)).toBeDefined();
      const subBullets = text.split(/^– /m).slice(1).map(letters);
      for (const bullet of subBullets) expect(take(left, bullet), bullet.slice(0, 60)).toBeDefined();
      expect(left.sort()).toEqual([...(WITHOUT_BULLET[chapter] ?? [])].map(letters).sort());
    },
  );

  it('has each name and aim as in the headings of the seed', () => {
    for (const { source, name, aim } of framework.phases) {
      const heading = letters(PHASE_SECTIONS[source.chapter] ?? '').slice(source.chapter.length - 1);
      expect(heading.startsWith(letters(name.nb) + letters(aim.nb)), source.chapter).toBe(true);
    }
  });

  it('links its resources to all 82 distinct addresses, in the order of the seed', () => {
    const linked = framework.phases.flatMap(({ resources }) =>
      resources.flatMap(({ links }) => links?.map(({ url }) => url) ?? []),
    );
    expect(new Set(linked)).toEqual(new Set(ALL_ADDRESSES));
    expect(new Set(linked).size).toBe(82);
    // A link text broken over lines repeats its address; the order without repeats is the order of the links.
    const inOrder = (urls: readonly string[]) => urls.filter((url, index) => url !== urls[index - 1]);
    expect(inOrder(linked)).toEqual(inOrder(ALL_ADDRESSES));
  });

  it('marks every address of 2015 as historical', () => {
    for (const { resources } of framework.phases) {
      for (const { links } of resources) for (const link of links ?? []) expect(link.historical).toBe(true);
    }
  });
});

/** What stands in the tables of the seed without a bullet: headings, single lines, and lines that lost their sign. */
const WITHOUT_BULLET: Record<string, readonly string[]> = {
  '2.1': ['Formalisert samarbeid på ulike nivå', 'Samarbeid om bl.a.', 'Ulike sommeraktiviteter/kurs'],
  '2.2': [
    'System for',
    'Ekstra tilbud til minoritetsspråklige med kort botid i Norge',
    'Yrkesretting av fellesfagene og opplæring skal oppleves relevant',
    'Tilrettelegge tilbud mer etter elevens behov',
  ],
  '2.3': [
    'Direkte rettet mot målgruppa',
    'Fleksible utdanningsløp',
    'Kombinasjonstiltak',
    'Samarbeid',
    'med kommuner',
    'Prosjekt til fordypning',
    'FYR',
    'Hospitering',
    '”På rett vei” Meld. St. 20 (2012-13), Kap 5 Fellesskap og tilpasning i grunn-opplæringen',
  ],
  '2.4': [
    'Kompetanseheving ved skolene',
    'Ulike nettverk',
    'Direkte rettet mot målgruppa',
    'Fleksible utdanningsløp',
    'Samarbeid med',
    'Samarbeid om',
    'Lærlingundersøkelsen og Lærebedriftsundersøkelsen',
    'Se ”Oppfølging Vg1”',
  ],
  '2.5': [
    'Flere i lære, flere læreplasser',
    'Direkte rettet mot målgruppa',
    'Fleksible løp',
    'Endre tilbudsstruktur for påbygg',
    'Redusere tall på påbyggklasser for å få flere til å velge opplæring i bedrift',
    'Se ”Oppfølging Vg1”',
  ],
  '2.6': ['Direkte rettet mot målgruppa'],
  '2.7': [
    'Dokumenter, planer, prosessbeskrivelser, standarder og lignende som har som mål å heve kvaliteten i skolen',
    'Kompetanseutvikling ansatte',
    'Ulike modeller for identifisering, kartlegging og oppfølging',
    'Ulike former for samarbeid',
    'Kvalitetsforum og andre samarbeidsfora',
    'Direkte rettet mot målgruppa',
    'Tiltak for bedre psykisk helse Skolehelsetjeneste',
    'Styrke det lokale læreplanarbeidet',
    'Bedre kvaliteten på fleksible opplæringsløp',
    'Bedre kvalitet på og mer kunnskapsbasert karriereveiledning og rådgivning',
  ],
};

describe('chapter 3', () => {
  it.each(framework.categories.map((category) => [category.source.chapter, category] as const))(
    '%s: every bullet of the seed is a responsibility, and every responsibility stands in the seed',
    (chapter, { id, aim }) => {
      const text = CATEGORY_SECTIONS[chapter] ?? '';
      const entries = framework.responsibilities.filter(({ category }) => category === id);
      const left = entries.map(({ name }) => letters(name));
      const all = letters(text);
      expect(all).toContain(letters(aim));
      for (const name of left) expect(all).toContain(name);
      for (const bullet of bullets(text)) expect(take(left, bullet), bullet.slice(0, 60)).toBeDefined();
      expect(left).toEqual([]);

      for (const { name, children } of entries) {
        if (!children) continue;
        const [, afterName = ''] = all.split(letters(name));
        expect(afterName.startsWith(children.map((child) => letters(child.name)).join(''))).toBe(true);
      }
    },
  );

  it('has the bullets of four categories × three actors, and the five flexible courses under one of them', () => {
    const count = (category: string, actor: string) =>
      framework.responsibilities.filter((entry) => entry.category === category && entry.actor === actor)
        .length;
    expect(framework.categories.map(({ id }) => ACTORS.map((actor) => count(id, actor)))).toEqual([
      [8, 7, 6],
      [10, 13, 8],
      [4, 7, 5],
      [12, 20, 9],
    ]);
    expect(framework.responsibilities.flatMap(({ id, children }) => (children ?? []).map(() => id))).toEqual(
      Array(5).fill('ko-eier-tilbudsstruktur'),
    );
  });
});

describe('chapter 4', () => {
  const CODES = 'AA|AK|BU|FI|HE|HO|MR|NO|NT|OP|OS|RO|SF|ST|TE|TR|VA|VE|ØS';
  const rows = (text: string) =>
    [...text.matchAll(new RegExp(`(?<!\\p{L}|, )(${CODES})2? (?=\\S)`, 'gu'))].map((match) => ({
      code: match[1] as string,
      rest: letters(text.slice((match.index ?? 0) + match[0].length)),
    }));

  it('has 77 measures, as many in each section as the seed has rows', () => {
    const counts = Object.entries(MEASURE_SECTIONS).map(([chapter, text]) => [
      framework.countyMeasures.filter(({ source }) => source.chapter === chapter).length,
      rows(text).length,
    ]);
    expect(counts).toEqual([
      [5, 5],
      [13, 13],
      [14, 14],
      [45, 45],
    ]);
  });

  it.each(Object.entries(MEASURE_SECTIONS))(
    '%s: each row is a measure with its county, in order',
    (chapter, text) => {
      const measures = framework.countyMeasures.filter(({ source }) => source.chapter === chapter);
      rows(text).forEach(({ code, rest }, index) => {
        const measure = measures[index];
        expect(measure?.county.code).toBe(code);
        expect(rest.startsWith(letters(measure?.name ?? '-'))).toBe(true);
        for (const fact of measure?.facts ?? []) {
          expect(rest.slice(letters(measure?.name ?? '').length).startsWith(letters(fact)), fact).toBe(true);
        }
      });
    },
  );

  it('keeps every bracket as a fact', () => {
    const brackets = Object.values(MEASURE_SECTIONS).flatMap((text) => text.match(/\([^)]*\)/g) ?? []);
    const facts = framework.countyMeasures.flatMap((measure) => measure.facts ?? []);
    expect(facts.map(letters).sort()).toEqual(brackets.map(letters).sort());
  });

  it('has the groups of the left column', () => {
    const groups = new Map<string, number>();
    for (const { source, group, subgroup } of framework.countyMeasures) {
      const name = [source.chapter, group, subgroup].filter((part) => part !== undefined).join(' | ');
      groups.set(name, (groups.get(name) ?? 0) + 1);
    }
    expect(Object.fromEntries(groups)).toEqual({
      '4.1 | IKO': 3,
      '4.1 | Kunnskapsoverføring': 2,
      '4.2 | System- og kvalitetsutvikling | 1': 4,
      '4.2 | System- og kvalitetsutvikling | 2': 3,
      '4.2 | Læringsmiljø | 1': 3,
      '4.2 | Læringsmiljø | 2': 3,
      '4.3 | Samarbeid fylke-kommune': 4,
      '4.3 | Psykisk helse': 4,
      '4.3 | Diverse samarbeid | 1': 4,
      '4.3 | Diverse samarbeid | 2': 2,
      '4.4 | Læreplass | 1': 4,
      '4.4 | Læreplass | 2': 4,
      '4.4 | Læreplass | 3': 3,
      '4.4 | Forebyggende tiltak: Målrettede kurs og tilrettelagte tilbud | Kvalifisering': 4,
      '4.4 | Forebyggende tiltak: Målrettede kurs og tilrettelagte tilbud | Intensivopplæring': 3,
      '4.4 | Forebyggende tiltak: Målrettede kurs og tilrettelagte tilbud | Intensivkurs': 2,
      '4.4 | Forebyggende tiltak: Målrettede kurs og tilrettelagte tilbud | Kroppsøving': 3,
      '4.4 | Forebyggende tiltak: Målrettede kurs og tilrettelagte tilbud | Psykisk helse': 4,
      '4.4 | Tilbakeførende tiltak: Alternative opplæringstilbud | I skole': 4,
      '4.4 | Tilbakeførende tiltak: Alternative opplæringstilbud | Alternativ arena': 4,
      '4.4 | Tilbakeførende tiltak: Alternative opplæringstilbud | Andre': 4,
      '4.4 | Alternative opplæringsløp | 1': 3,
      '4.4 | Alternative opplæringsløp | 2': 3,
    });
  });
});

describe('chapter 5', () => {
  it('is transcribed whole: without its entries nothing is left but the table’s head and the footnote', () => {
    const { introduction, sections } = framework.measureDescription;
    const texts = [
      ...introduction,
      ...sections.flatMap(({ name, questions }) => [
        ...(name === 'Innledning' ? [] : [name]),
        ...questions.flatMap(({ text, examples }) => [text, ...(examples ?? [])]),
      ]),
    ];
    let rest = letters(DESCRIPTION_SECTION);
    for (const text of texts.map(letters).sort((a, b) => b.length - a.length)) {
      expect(rest).toContain(text);
      rest = rest.replace(text, ' ');
    }
    expect(rest.split(/ +/).filter((part) => part !== '')).toEqual([
      letters('Mal på tiltaksbeskrivelse'),
      letters(
        '3 Beskrivelser av de enkelte tiltakene eller underkategoriene fås på henvendelse (liel@kd.dep.no)',
      ),
      letters('Spørsmål'),
    ]);
  });
});
