import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/calendar/school-year.js';
import { labelOf } from '../../src/calendar/school-year-label.js';
import { generate } from '../../src/cycle/lifecycle/generate.js';
import { schoolYearFor } from '../../src/datafiles/knowledge.js';
import { anySchoolYear, knowledge, vestfold2026 } from '../calendar/samples.js';
import { taskNamed, vestfoldCycle } from './samples.js';

const { templates } = knowledge;

describe('generating a cycle', () => {
  it('gives the same tasks from the same input, whatever the order of the templates', () => {
    expect(generate(knowledge, vestfold2026, [], 'complete')).toEqual(vestfoldCycle);
    expect(generate({ templates: [...templates].reverse() }, vestfold2026, [], 'complete').tasks).toEqual(
      vestfoldCycle.tasks,
    );
  });

  it('dates every task within the school year, in order, each with its own id and reasons', () => {
    fc.assert(
      fc.property(anySchoolYear, (schoolYear) => {
        const { tasks } = generate(knowledge, schoolYear, [], 'complete');
        expect(new Set(tasks.map(({ id }) => id)).size).toBe(tasks.length);
        for (const task of tasks) {
          expect(dayOf(schoolYear, task.start)).toBeDefined();
          expect(dayOf(schoolYear, task.end)).toBeDefined();
          expect(task.why.length).toBeGreaterThan(0);
        }
        const starts = tasks.map(({ start }) => start);
        expect(starts).toEqual([...starts].sort());
      }),
      { numRuns: 50 },
    );
  });

  it('keeps the ids of a repeated task when the skolerute takes one occurrence away', () => {
    const key = 'samarbeidsmote-skole-ot-nav';
    const ids = (county: string) =>
      generate(knowledge, schoolYearFor(knowledge, county, labelOf(2026)), [], 'complete')
        .tasks.filter((task) => task.key === key)
        .map(({ id }) => id.slice(3));
    expect(ids('39')).toContain('2026-2027-samarbeidsmote-skole-ot-nav-m10');
    const shared = ids('39').filter((id) => ids('03').includes(id));
    expect(shared.length).toBeGreaterThan(6);
  });

  it('refers to the one unit that must be meant, and to none when there are several', () => {
    const unit = (kind: 'county' | 'school', id: string) => ({ id, kind, retired: false });
    const units = [unit('county', '39'), unit('school', 'a'), unit('school', 'b')];
    const { tasks } = generate(knowledge, vestfold2026, units, 'complete');
    expect(
      new Set(tasks.filter(({ actor }) => actor === 'school-owner').map(({ unitId }) => unitId)),
    ).toEqual(new Set(['39']));
    expect(new Set(tasks.filter(({ actor }) => actor === 'school').map(({ unitId }) => unitId))).toEqual(
      new Set([null]),
    );
  });

  it('marks as provisional only what the undecided parts of the skolerute can move', () => {
    const { tasks } = generate(knowledge, schoolYearFor(knowledge, '42', labelOf(2025)), [], 'complete');
    const provisional = (key: string) => tasks.find((task) => task.key === key)?.provisional;
    expect(provisional('soknadsfrist-videregaende')).toBe(false);
    expect(provisional('privatister-var')).toBe(false);
    expect(provisional('skolestart')).toBe(true);
    expect(provisional('ikke-mott-kontaktet')).toBe(true);
  });

  it('tells why a task has its date: the rule, then each step', () => {
    expect(taskNamed('ikke-mott-kontaktet').why.map(({ kind }) => kind)).toEqual([
      'anchor',
      'offset',
      'not-moved',
    ]);
    expect(taskNamed('inntaksmote-skole-ppt').why.map(({ kind }) => kind)).toEqual([
      'template',
      'offset',
      'not-moved',
    ]);
  });

  it('brings the links of its template, and no address of 2015', () => {
    expect(taskNamed('ot-kontakt-etter-slutt').links).toContainEqual({
      title: 'Opplæringslova § 9-4',
      url: 'https://lovdata.no/lov/2023-06-09-30/%C2%A79-4',
      historical: false,
    });
    expect(vestfoldCycle.tasks.flatMap(({ links }) => links.filter(({ historical }) => historical))).toEqual(
      [],
    );
  });
});
