import { describe, expect, it } from 'vitest';
import { viewTask } from '../../src/task/task-view.js';
import { type WheelVocabulary, wheelOfTasks } from '../../src/wheel/wheel-of-tasks.js';
import { vestfoldCycle, wordingIn } from '../cycle/samples.js';
import { subject, tasksOfVestfold, vestfoldWheel, vocabulary } from './samples.js';

const units: WheelVocabulary['units'] = [
  { id: '39', name: 'Vestfold' },
  { id: 'horten', name: 'Horten vgs' },
  { id: 'greveskogen', name: 'Greveskogen vgs' },
  { id: 'sande', name: 'Sande vgs' },
];

describe('the wheel of tasks', () => {
  it('has a ring for each phase, in the order of the year', () => {
    const wheel = vestfoldWheel(229, 'phase');
    expect(wheel.rings.map(({ series }) => series)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(new Set(wheel.entries.map(({ ring }) => ring)).size).toBe(7);
  });

  it('keeps the colour of a phase when the rings are actors', () => {
    const [byPhase, byActor] = [vestfoldWheel(229, 'phase'), vestfoldWheel(229, 'actor')];
    expect(byActor.rings.map(({ id }) => id)).toEqual(['school-owner', 'school', 'follow-up-service']);
    expect(byActor.entries.map(({ series }) => series)).toEqual(byPhase.entries.map(({ series }) => series));
    expect(byActor.colours.map(({ name }) => name)).toEqual(byPhase.rings.map(({ name }) => name));
  });

  it('lets cooperation reach the partners that have a ring, and no others', () => {
    const partners = vestfoldWheel(229, 'actor').entries.flatMap(({ partnerRings }) => partnerRings);
    expect([...new Set(partners)].sort()).toEqual(['follow-up-service', 'school', 'school-owner']);
    expect(vestfoldWheel(229, 'phase').entries.flatMap(({ partnerRings }) => partnerRings)).toEqual([]);
  });

  it('lets cooperation reach the rings of the units that are its partners', () => {
    const offices: WheelVocabulary['units'] = [
      ...units,
      { id: 'nav-horten', name: 'NAV Horten', partner: 'nav' },
      { id: 'nav-sande', name: 'NAV Sande', partner: 'nav' },
    ];
    const [first, second] = tasksOfVestfold(2);
    if (!first || !second) throw new Error('there are two tasks');
    const tasks = [
      { ...first, unitId: 'horten', partners: ['nav', 'ppt'] },
      { ...second, unitId: 'nav-horten', partners: [] },
    ];
    const { entries } = wheelOfTasks(subject, tasks, 'unit', { ...vocabulary, units: offices });
    expect(entries.map(({ partnerRings }) => partnerRings)).toEqual([['nav-horten'], []]);
  });

  it('has a ring for each unit with tasks and one for what every unit does', () => {
    const of = [{ unitId: 'horten' }, { unitId: '39' }, { layer: 'sande' }, {}];
    const tasks = tasksOfVestfold(4).map((task, n) => ({ ...task, unitId: null, ...of[n] }));
    const { entries, rings } = wheelOfTasks(subject, tasks, 'unit', { ...vocabulary, units });
    expect(rings.map(({ name }) => name)).toEqual(['Alle enheter', 'Vestfold', 'Horten vgs', 'Sande vgs']);
    expect(entries.map(({ ring }) => ring)).toEqual(['horten', '39', 'sande', 'every-unit']);
  });

  it('has no rings and no colours for what a selection leaves out', () => {
    const tasks = tasksOfVestfold(229).filter(
      ({ phase }) => phase === 'oppstart-vg1' || phase === 'sluttvurdering',
    );
    const { rings, colours } = wheelOfTasks(subject, tasks, 'phase', vocabulary);
    expect(rings.map(({ series }) => series)).toEqual([2, 6]);
    expect(colours.map(({ series }) => series)).toEqual([2, 6]);
    const schools = tasks.filter(({ actor }) => actor === 'school');
    expect(wheelOfTasks(subject, schools, 'actor', vocabulary).rings.map(({ id }) => id)).toEqual(['school']);
    expect(wheelOfTasks(subject, [], 'phase', vocabulary).rings).toHaveLength(7);
  });

  it('takes tasks as the API gives them', () => {
    const views = vestfoldCycle.tasks.map((task) => viewTask(task, wordingIn('nn')));
    expect(wheelOfTasks(subject, views, 'phase', vocabulary).entries).toHaveLength(views.length);
  });
});
