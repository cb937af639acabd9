import { describe, expect, it } from 'vitest';
import { filterTasks } from '../../src/task/filter/task-filter.js';
import { isWithinLevel, LEVELS } from '../../src/task/level.js';
import { isPhaseBar } from '../../src/task/phase-bar.js';
import { isResponsible, partOf } from '../../src/task/unit-view.js';
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

  it('takes what a unit is to do itself whatever its level', () => {
    const tasks = found({ level: 'essential', unit: school.id });
    const own = found({}).filter((task) => isResponsible(task, school));
    expect(own.some(({ level }) => level === 'complete')).toBe(true);
    expect(tasks).toEqual(expect.arrayContaining(own));
    expect(tasks.some((task) => !isResponsible(task, school))).toBe(true);
    expect(tasks.filter((task) => !isResponsible(task, school) && task.level !== 'essential')).toEqual([]);
  });
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
