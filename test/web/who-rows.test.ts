import { describe, expect, it } from 'vitest';
import type { CycleView } from '../../src/cycle/view/cycle-view.js';
import { namesOf } from '../../src/web/client/data/cycle/names.js';
import { readWhoKind, whoRows } from '../../src/web/client/pages/cycles/view/who/who-rows.js';
import { taskOf } from './view-samples.js';

const unit: CycleView['units'][number] = { id: 'u1', name: 'Horten vgs', kind: 'school', partner: null };
const cycleView = {
  county: { number: '39', name: 'Vestfold', publicCoverage: false },
  units: [unit, { ...unit, id: 'u2', name: 'Sande vgs' }],
  vocabulary: {
    phases: [],
    categories: [],
    actors: [
      { id: 'school-owner', name: 'Skoleeier' },
      { id: 'school', name: 'Skole' },
    ],
    partners: [
      { id: 'nav', name: 'NAV' },
      { id: 'ppt', name: 'PPT' },
    ],
  },
} satisfies Pick<CycleView, 'county' | 'units' | 'vocabulary'>;
const tasks = [
  taskOf('alle', '2026-09-01'),
  taskOf('egen', '2026-09-15', '2026-11-15', { unitId: 'u1', partners: ['nav'] }),
  taskOf('lag', '2026-10-01', '2026-10-01', { layer: 'u1' }),
];
const shown = (kind: Parameters<typeof whoRows>[0]) =>
  whoRows(kind, tasks, cycleView, (key, values) => `${key} ${values?.actor ?? ''}`).map(
    ({ name, months }) => [name, [...months].map(([month, those]) => [month, those.map(({ id }) => id)])],
  );

describe('who does what when', () => {
  it('has a row for every actor, also one without tasks', () => {
    expect(shown('actor')).toEqual([
      ['Skoleeier', []],
      [
        'Skole',
        [
          ['2026-09', ['alle', 'egen']],
          ['2026-10', ['lag']],
        ],
      ],
    ]);
  });

  it('has a row for what all units of an actor do, and one for each unit with tasks of its own', () => {
    expect(shown('unit')).toEqual([
      ['ui.who.every-unit Skole', [['2026-09', ['alle']]]],
      [
        'Horten vgs',
        [
          ['2026-09', ['egen']],
          ['2026-10', ['lag']],
        ],
      ],
    ]);
  });

  it('has a row for each partner who takes part', () => {
    expect(shown('partner')).toEqual([['NAV', [['2026-09', ['egen']]]]]);
  });

  it('names the unit in whose layer a task stands, and the actor of what is every unit’s', () => {
    const who = (id: string) =>
      namesOf(tasks.find((task) => task.id === id) ?? taskOf('x', '2026-09-01'), cycleView).who;
    expect(['alle', 'egen', 'lag'].map(who)).toEqual(['Skole', 'Horten vgs', 'Horten vgs']);
  });

  it('shows units first where the county has some', () => {
    expect(readWhoKind(null, cycleView)).toBe('unit');
    expect(readWhoKind(null, { units: [] })).toBe('actor');
    expect(readWhoKind('partner', cycleView)).toBe('partner');
    expect(readWhoKind('planet', { units: [] })).toBe('actor');
  });
});
