import { describe, expect, it } from 'vitest';
import { FIRST_START_YEAR, LAST_START_YEAR, labelOf } from '../../src/calendar/school-year-label.js';
import { coverageOf } from '../../src/cycle/coverage/coverage.js';
import { generate } from '../../src/cycle/lifecycle/generate.js';
import { schoolYearFor } from '../../src/datafiles/knowledge.js';
import { PHASES } from '../../src/framework/vocabulary.js';
import { knowledge, vestfold2025 } from '../calendar/samples.js';
import { taskNamed, vestfoldCycle } from './samples.js';

const { framework, templates, counties } = knowledge;

const servedBy = new Map<string, string[]>();
for (const { key, serves } of templates)
  for (const id of serves) servedBy.set(id, [...(servedBy.get(id) ?? []), key]);
const isBand = (key: string) => key.startsWith('fase-');

describe('the default cycle', () => {
  it('has 150 templates or more, and a band over each phase', () => {
    expect(templates.length).toBeGreaterThanOrEqual(150);
    expect(templates.filter(({ key }) => isBand(key)).map(({ key }) => key)).toEqual(
      PHASES.map((id) => `fase-${id}`),
    );
  });

  it('serves every focus area and bullet of the framework, itself or through one right under it', () => {
    const unserved = [...framework.focusAreas.values()].filter(
      ({ focusArea }) =>
        !servedBy.has(focusArea.id) && !(focusArea.children ?? []).every(({ id }) => servedBy.has(id)),
    );
    const bullets = unserved.filter(({ focusArea }) => focusArea.children === undefined);
    expect(bullets.map(({ focusArea }) => focusArea.id)).toEqual([]);
    expect(unserved.map(({ focusArea }) => focusArea.id)).toEqual([]);
  });

  it('leaves at most a third of a phase’s bullets to its band alone', () => {
    for (const phase of PHASES) {
      const bullets = [...framework.focusAreas.values()].filter((placed) => placed.phase === phase);
      const bandOnly = bullets.filter(({ focusArea }) => {
        const keys = servedBy.get(focusArea.id) ?? [];
        return keys.length > 0 && keys.every(isBand);
      });
      expect(bandOnly.length, phase).toBeLessThanOrEqual(bullets.length / 3);
    }
  });

  it('serves every responsibility, those that ask for cooperation with a partner in it', () => {
    const byKey = new Map(templates.map((template) => [template.key, template]));
    for (const { id, cooperation, partners } of framework.responsibilities) {
      const keys = servedBy.get(id) ?? [];
      expect(keys, id).not.toEqual([]);
      if (!cooperation) continue;
      const met = keys.some((key) => byKey.get(key)?.partners.some((partner) => partners?.includes(partner)));
      expect(met, `${id} is carried out with one of its partners`).toBe(true);
    }
  });

  it('covers the framework without gaps', () => {
    expect(coverageOf(framework, vestfoldCycle.tasks, []).uncovered).toEqual([]);
  });

  it('says everything in bokmål, nynorsk and English, each title once', () => {
    for (const language of ['nb', 'nn', 'en'] as const) {
      const titles = templates.map(({ title }) => title[language]);
      expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
    }
    const nynorsk = templates
      .map(({ title, description, why }) => [title.nn, description.nn, why.nn].join(' '))
      .join(' ');
    const bokmal = templates
      .map(({ title, description, why }) => [title.nb, description.nb, why.nb].join(' '))
      .join(' ');
    expect(nynorsk.match(/(?<!\p{L})(ikke|skolen|videregående|hvem|jeg|fra)(?!\p{L})/giu)).toBeNull();
    expect(bokmal.match(/(?<!\p{L})(ikkje|skulen|vidaregåande|kven|eg|frå)(?!\p{L})/giu)).toBeNull();
  });

  it('gives every template a date in every county and school year from 2000 to 2100', () => {
    for (const { number } of counties) {
      for (let year = FIRST_START_YEAR; year <= LAST_START_YEAR; year += 4) {
        const { undated } = generate(
          knowledge,
          schoolYearFor(knowledge, number, labelOf(year)),
          [],
          'complete',
        );
        expect(undated, `${number} ${year}`).toEqual([]);
      }
    }
  });
});

describe('the national deadlines', () => {
  const startIn2026 = (key: string) =>
    generate(knowledge, vestfold2025, [], 'complete').tasks.find((task) => task.key === key)?.start;

  it('stand on the Mondays after 1 February and 1 March 2026, which are Sundays', () => {
    expect(startIn2026('soknadsfrist-fortrinn')).toBe('2026-02-02');
    expect(startIn2026('soknadsfrist-videregaende')).toBe('2026-03-02');
  });

  it('stay where no rule moves them: the registration of private candidates', () => {
    expect(startIn2026('privatister-var')).toBe('2026-02-01');
  });

  it('name their source', () => {
    for (const { basis, source, key } of templates) {
      if (basis !== 'customary') expect(source?.page, key).toBeTruthy();
    }
    expect(taskNamed('soknadsfrist-videregaende').source?.page).toBe('lovdata.no');
  });
});

/** Every entry of Møre og Romsdal's årshjul (surnadal.vgs.no), of Trøndelag's and of Larvik's page, and the template that says it. */
const YARDSTICK: readonly (readonly [month: number, entry: string, template: string])[] = [
  [
    8,
    'all year: information, talks, career guidance, cooperation on the transition',
    'fase-overgang-fra-grunnskolen',
  ],
  [8, 'meeting with pupils who need extra reassurance or adaptation', 'mote-elever-ekstra-trygghet'],
  [8, 'start of school', 'skolestart'],
  [8, 'registration for trial days', 'pamelding-hospitering-apner'],
  [9, 'career days', 'karrieredager'],
  [9, 'regional planning meetings for contacts', 'regionale-planmoter-overgang'],
  [9, 'webinar on the October notices', 'webinar-oktobermeldinger'],
  [8, 'school and PPT map the need for adaptation of new pupils', 'skole-ppt-kartlegger-tilrettelegging'],
  [10, '1 October: notices about pupils who will apply with priority', 'oktobermeldinger'],
  [10, 'information meeting with helping agencies', 'informasjonsmote-fortrinn'],
  [10, 'digital orientation on admission', 'orientering-inntak-digitalt'],
  [11, 'trial days in upper secondary', 'hospitering-10-trinn'],
  [11, 'October notices gone through and passed on', 'oktobermeldinger-gjennomgang'],
  [12, 'county orders expert assessments from PPT', 'bestille-sakkyndig-vurdering'],
  [1, 'lower secondary guides pupils in applying', 'ungdomsskolen-veileder-sokere'],
  [1, 'schools present themselves; open school', 'apen-skole'],
  [3, 'where pupils have applied is available in VIGO Skole', 'sokertall-i-vigo-skole'],
  [2, '1 February: priority and individual assessment', 'soknadsfrist-fortrinn'],
  [2, '1 February: minority-language pupils', 'soknadsfrist-minoritetsspraklige'],
  [2, 'admission meeting for schools and PPT', 'inntaksmote-skole-ppt'],
  [3, '1 March: ordinary deadline', 'soknadsfrist-videregaende'],
  [3, 'priority pupils get a place', 'fortrinnsinntak-kunngjort'],
  [8, 'Larvik: NAV visits 10th grade in August/September', 'nav-besoker-10-trinn-host'],
  [1, 'Larvik: NAV visits 10th grade in January/February', 'nav-besoker-10-trinn-var'],
  [9, 'Larvik: NAV at parents’ meetings September–November', 'nav-pa-foreldremoter'],
  [4, 'Larvik: cooperation meetings in spring', 'samarbeidsmoter-overgang-var'],
  [7, 'Larvik: answer within 8 days in July', 'svarfrist-forsteinntak'],
  [9, 'Trøndelag: identification and follow-up when concern arises', 'identifisering-ved-bekymring'],
  [10, 'Trøndelag: preventive work of PPT (act § 11-13)', 'ppt-forebyggende'],
  [11, 'Trøndelag: concern notice (act § 11-2, regulation § 9-11)', 'melding-om-manglende-utbytte'],
];

describe('the real årshjul that ours is measured against', () => {
  it.each(YARDSTICK)('month %i: %s is said by %s', (month, _entry, template) => {
    expect(Number(taskNamed(template).start.slice(5, 7))).toBe(month);
  });
});
