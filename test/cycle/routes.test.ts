import { describe, expect, it } from 'vitest';
import { addDays, type IsoDate, instant, isoDate } from '../../src/calendar/iso-date.js';
import { isSchoolDay } from '../../src/calendar/school-year.js';
import { labelOf } from '../../src/calendar/school-year-label.js';
import { generate } from '../../src/cycle/lifecycle/generate.js';
import { schoolYearFor } from '../../src/datafiles/knowledge.js';
import { adjust } from '../../src/task/adjustment.js';
import { applyPatch, type EditContext } from '../../src/task/task-edit.js';
import { seenByUnit, seenWith } from '../../src/task/unit-view.js';
import { whyOf } from '../../src/task/wording.js';
import { knowledge } from '../calendar/samples.js';
import { wordingIn } from './samples.js';

const ROUTE = 'vinterferie-uke-9';
const vestland = schoolYearFor(knowledge, '46', labelOf(2026));
const onRoute = vestland.routes.get(ROUTE)?.schoolYear;
if (!onRoute) throw new Error('Vestland has no route with its winter break in week 9');
const { tasks } = generate(knowledge, vestland, [], 'complete');
const BERGEN = { id: '46-bergen-katedral', route: ROUTE };
const STORD = { id: '46-stord', route: null };

const CONTEXT: EditContext = {
  framework: knowledge.framework,
  schoolYear: vestland,
  units: [{ id: '46', retired: false }],
  references: () => undefined,
  language: 'nb',
  now: instant('2026-11-30T10:00:00Z'),
};

const [MONDAY, FRIDAY] = [isoDate('2027-03-01'), isoDate('2027-03-05')];
const week9: IsoDate[] = [0, 1, 2, 3, 4].map((day) => addDays(MONDAY, day));

describe('a skolerute with two routes', () => {
  it('has the break of the route in the route alone, and the rest of the county', () => {
    expect(week9.map((day) => isSchoolDay(vestland, day))).toEqual([true, true, true, true, true]);
    expect(week9.map((day) => isSchoolDay(onRoute, day))).toEqual([false, false, false, false, false]);
    expect(isSchoolDay(onRoute, isoDate('2027-02-24'))).toBe(true);
    expect(onRoute.schoolDays).toHaveLength(190);
    expect(onRoute.skolerute['easter-break']).toEqual(vestland.skolerute['easter-break']);
    // What the route says is decided; the county's own stays with each school.
    expect(onRoute.provisional).toEqual([]);
    expect(vestland.provisional).toEqual(['winter-break']);
  });
});

describe('the tasks of a unit that follows a route', () => {
  const seen = new Map(seenByUnit(tasks, [], BERGEN, '46').map((each) => [each.task.id, each]));

  it('are dated by the route: by school days, none of them rolls into its break', () => {
    const rolled = generate(knowledge, onRoute, [], 'complete').tasks;
    expect(seen.size).toBe(tasks.length);
    for (const { id, start, end } of rolled) {
      const there = seen.get(id);
      if (there) expect([id, there.task.start, there.task.end]).toEqual([id, start, end]);
    }
    const moved = [...seen.values()].filter(({ task, common }) => task.start !== common.start);
    expect(moved.length).toBeGreaterThan(3);
  });

  it('say that they are by the route, and leave the common date to everybody else', () => {
    const [moved] = [...seen.values()].filter(({ task, common }) => task.start !== common.start);
    if (!moved) throw new Error('nothing is dated otherwise');
    expect(whyOf(moved.task, wordingIn('nb')).at(-1)).toMatch(
      /^Skolens egen rute \(vinterferie i uke 9\) i stedet for .* 2027: /,
    );
    const elsewhere = seenByUnit(tasks, [], STORD, '46').find(({ task }) => task.id === moved.task.id);
    expect(elsewhere?.task).toEqual(moved.common);
    expect(elsewhere && moved.sequence > elsewhere.sequence).toBe(true);
  });

  it('give way to a date of the unit’s own', () => {
    const [moved] = [...seen.values()].filter(({ task, common }) => task.start !== common.start);
    if (!moved) throw new Error('nothing is dated otherwise');
    const common = { ...moved.common, leeway: { before: 14, after: 14 } };
    const own = addDays(common.start, 1);
    const adjusted = adjust(
      common,
      { unit: BERGEN.id, before: undefined, patch: { start: own } },
      { schoolYear: vestland, now: common.updatedAt },
    );
    if ('flaws' in adjusted) throw new Error(JSON.stringify(adjusted.flaws));
    expect(seenWith(common, adjusted.adjustment, ROUTE).task.start).toBe(own);
  });

  it('are everybody’s on the day that is set by hand', () => {
    const common = tasks.find(({ byRoute }) => byRoute.length > 0);
    if (!common) throw new Error('nothing is dated otherwise');
    const edited = applyPatch(common, { start: FRIDAY, end: FRIDAY }, CONTEXT);
    if ('flaws' in edited) throw new Error(JSON.stringify(edited.flaws));
    expect(edited.task.byRoute).toEqual([]);
    expect(seenWith(edited.task, undefined, ROUTE).task.start).toBe(FRIDAY);
  });
});
