import { describe, expect, it } from 'vitest';
import { isoDate } from '../../src/calendar/iso-date.js';
import { myTasksOf } from '../../src/cycle/view/my-tasks.js';
import { filterTasks } from '../../src/task/filter/task-filter.js';
import { isWithinLevel, LEVELS } from '../../src/task/level.js';
import { isPhaseBar } from '../../src/task/phase-bar.js';
import type { Task } from '../../src/task/task.js';
import { partOf } from '../../src/task/unit-view.js';
import type { Unit } from '../../src/units/unit.js';
import { vestfoldCycle } from '../cycle/samples.js';

const school = { id: '39-horten', kind: 'school', partner: null } as Unit;
const nav = { id: '39-nav', kind: 'partner', partner: 'nav' } as Unit;
const published = { county: '39', tasks: vestfoldCycle.tasks, adjustments: [], units: [school, nav] };
const found = (filter: Parameters<typeof filterTasks>[1]) =>
  filterTasks(published, filter, 'nb').map(({ task }) => task);

describe('a filter by level', () => {
  it.each(LEVELS)('takes the tasks of the level and of those before it: %s', (level) => {
    const tasks = found({ level });
    expect(tasks).toEqual(found({}).filter((task) => isWithinLevel(level, task.level)));
    expect(tasks.some((task) => task.level === level)).toBe(true);
  });

  it.each([school, nav])('takes what a unit is to do or takes part in whatever its level: $kind', (unit) => {
    const tasks = found({ level: 'essential', unit: unit.id });
    const hasPart = (task: Task) => partOf(task, unit) !== null;
    const concerning = found({}).filter(hasPart);
    expect(concerning.some(({ level }) => level === 'complete')).toBe(true);
    expect(tasks).toEqual(expect.arrayContaining(concerning));
    const others = tasks.filter((task) => !hasPart(task));
    expect(others.length).toBeGreaterThan(0);
    expect(others.filter(({ level }) => level !== 'essential')).toEqual([]);
  });

  it.each([school, nav])(
    'takes all that My tasks has, and that a feed of what concerns the unit has: $kind',
    (unit) => {
      const seen = found({ level: 'recommended', unit: unit.id });
      const viewpoint = { today: isoDate('2026-11-25'), since: null };
      const mine = myTasksOf(published.tasks, [], { ...unit, county: '39' }, viewpoint);
      expect(mine.length).toBeGreaterThan(0);
      expect(seen).toEqual(expect.arrayContaining(mine.map(({ seen: { task } }) => task)));
      expect(seen).toEqual(expect.arrayContaining(found({ unit: unit.id, concernsOnly: true })));
    },
  );
});

describe('a filter of what concerns a unit', () => {
  it('takes what the unit is to do or takes part in', () => {
    const tasks = found({ unit: nav.id, concernsOnly: true });
    expect(tasks).toEqual(found({}).filter((task) => partOf(task, nav) !== null));
    expect(tasks.length).toBeGreaterThan(0);
    expect(tasks.length).toBeLessThan(vestfoldCycle.tasks.length / 2);
  });
});

describe('the bar of a phase', () => {
  it('is a template of a phase as a whole, and nothing that people have made', () => {
    const bars = vestfoldCycle.tasks.filter(isPhaseBar);
    expect(bars.length).toBeGreaterThanOrEqual(7);
    for (const bar of bars) expect(isPhaseBar({ ...bar, origin: 'local' })).toBe(false);
  });
});
