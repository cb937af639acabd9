import { describe, expect, it } from 'vitest';
import {
  actionsOn,
  changeOf,
  tasksInTheWay,
} from '../../src/web/client/pages/cycles/view/agenda/bulk/bulk-actions.js';
import { chooseIn } from '../../src/web/client/pages/cycles/view/agenda/bulk/choice.js';
import { taskOf } from './view-samples.js';

const SCHOOL = '39-horten-videregaende-skole';

describe('choosing tasks of a list', () => {
  const ids = ['a', 'b', 'c', 'd'];
  const choose = (chosen: string[], id: string, isChosen: boolean, since?: string) => [
    ...chooseIn(ids, new Set(chosen), { id, isChosen, ...(since !== undefined && { since }) }),
  ];

  it('goes one by one', () => {
    expect(choose(['a'], 'c', true)).toEqual(['a', 'c']);
    expect(choose(['a', 'c'], 'a', false)).toEqual(['c']);
  });

  it('goes from the one before to this with Shift, in either direction', () => {
    expect(choose(['b'], 'd', true, 'b')).toEqual(['b', 'c', 'd']);
    expect(choose(['d'], 'b', true, 'd').sort()).toEqual(['b', 'c', 'd']);
    expect(choose(['a', 'b', 'c'], 'c', false, 'b')).toEqual(['a']);
  });

  it('is of one alone when the one before is no longer there', () => {
    expect(choose([], 'b', true, 'gone')).toEqual(['b']);
  });
});

describe('what can be done with many tasks', () => {
  const common = taskOf('felles', '2026-09-01');
  const assigned = taskOf('tildelt', '2026-09-01', '2026-09-01', { unitId: SCHOOL });
  const own = taskOf('egen', '2026-09-01', '2026-09-01', { layer: SCHOOL });
  const unit = { role: 'unit-coordinator', unit: SCHOOL } as const;

  it('is everything to the county, and to a unit with its own tasks', () => {
    expect(actionsOn([common, own], { role: 'county-coordinator', unit: null })).toHaveLength(4);
    expect(actionsOn([own], unit)).toEqual(['move', 'assign', 'level', 'status']);
  });

  it('is the status alone where one of them is the county’s, and nothing where one is not the unit’s', () => {
    expect(actionsOn([own, assigned], unit)).toEqual(['status']);
    expect(actionsOn([own, common], unit)).toEqual([]);
  });

  it('is what the fields say, if they say how far', () => {
    const values = {
      days: '3',
      direction: 'earlier',
      unitId: '',
      level: 'essential',
      status: 'done',
    } as const;
    expect(changeOf('move', values)).toEqual({ move: { schoolDays: -3 } });
    expect(changeOf('move', { ...values, direction: 'later' })).toEqual({ move: { schoolDays: 3 } });
    expect(changeOf('assign', values)).toEqual({ assign: { unitId: null } });
    expect(changeOf('assign', { ...values, unitId: SCHOOL })).toEqual({ assign: { unitId: SCHOOL } });
    expect(changeOf('level', values)).toEqual({ level: 'essential' });
    expect(changeOf('status', values)).toEqual({ status: 'done' });
    for (const days of ['', '0', '1.5', '200']) expect(changeOf('move', { ...values, days })).toBeUndefined();
  });

  it('is prevented by those that the answer points to, each for the first reason', () => {
    const errors = [
      { pointer: '/body/tasks/1', code: 'leaves-school-year' },
      { pointer: '/body/tasks/1', code: 'unknown-unit' },
      { pointer: '/body/tasks/0/version' },
      { pointer: '/body/tasks/2', code: 'new' },
      { pointer: '/body/change' },
    ];
    expect(tasksInTheWay(errors, [common, own, assigned])).toEqual([
      { task: own, why: 'leaves-school-year' },
      { task: common, why: 'stale' },
      { task: assigned, why: 'other' },
    ]);
  });
});
