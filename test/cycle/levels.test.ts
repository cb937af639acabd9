import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelOf } from '../../src/calendar/school-year-label.js';
import { coverageOf } from '../../src/cycle/coverage/coverage.js';
import { gapsOf } from '../../src/cycle/coverage/gaps.js';
import { leftOutByChoice, leftOutOf } from '../../src/cycle/coverage/left-out.js';
import type { GeneratedCycle } from '../../src/cycle/generated-cycle.js';
import { generate } from '../../src/cycle/lifecycle/generate.js';
import { planRegeneration, type RegenerationPlan } from '../../src/cycle/lifecycle/regenerate.js';
import { rollOver } from '../../src/cycle/lifecycle/rollover.js';
import type { StoredTask } from '../../src/cycle/stored-entry.js';
import { schoolYearFor } from '../../src/datafiles/knowledge.js';
import { isWithinLevel, LEVELS, type Level } from '../../src/task/level.js';
import type { Task } from '../../src/task/task.js';
import { anySchoolYear, knowledge, vestfold2026 } from '../calendar/samples.js';
import { vestfoldCycle } from './samples.js';

const { framework, templates } = knowledge;
const levelOf = new Map(templates.map(({ key, level }) => [key, level.is]));
const anyLevel = fc.constantFrom(...LEVELS);
const byLevel = new Map(LEVELS.map((level) => [level, generate(knowledge, vestfold2026, [], level)]));
const at = (level: Level) => byLevel.get(level) as GeneratedCycle;
const idsOf = (tasks: readonly Task[]) => tasks.map(({ id }) => id);

describe('a cycle generated at a level', () => {
  it('has the tasks of the complete one that are within it, each the same, and the others apart', () => {
    fc.assert(
      fc.property(anySchoolYear, anyLevel, (schoolYear, level) => {
        const complete = generate(knowledge, schoolYear, [], 'complete');
        const { tasks, leftOut, undated } = generate(knowledge, schoolYear, [], level);
        const isWithin = ({ key }: { readonly key: string }) =>
          isWithinLevel(level, levelOf.get(key) as Level);
        expect(tasks).toEqual(complete.tasks.filter(isWithin));
        expect(leftOut).toEqual(complete.tasks.filter((task) => !isWithin(task)));
        expect(undated).toEqual(complete.undated.filter(isWithin));
        expect(complete.leftOut).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('dates a task by a template that is not within it', () => {
    const beyond = templates.filter(({ level }) => level.is === 'complete').map(({ key }) => key);
    const refers = templates.filter(
      ({ level, rule }) =>
        level.is !== 'complete' && beyond.some((key) => JSON.stringify(rule).includes(`"template":"${key}"`)),
    );
    expect(refers.length).toBeGreaterThan(0);
    const keys = new Set(at('recommended').tasks.map(({ key }) => key));
    expect(refers.filter(({ key }) => !keys.has(key))).toEqual([]);
  });
});

/** What people do to a task; each is a trace that a change of level must not lose. */
const TRACES: readonly ((task: Task) => Task)[] = [
  (task) => ({ ...task, title: { nb: 'Endret' } }),
  (task) => ({ ...task, status: 'done' }),
  (task) => ({ ...task, level: task.level === 'essential' ? 'complete' : 'essential' }),
  (task) => ({ ...task, checklist: [{ id: 'a', text: 'Gjør klart', done: false }] }),
  (task) => ({ ...task, startTime: '09:00', endTime: '10:00' }),
];

const anyTraces = fc.dictionary(
  fc.constantFrom(...idsOf(vestfoldCycle.tasks)),
  fc.nat(TRACES.length - 1).map((index) => TRACES[index] as (task: Task) => Task),
  { maxKeys: 30 },
);

/** A cycle as generated, with what people have done to it. */
function storedWith(traces: Readonly<Record<string, (task: Task) => Task>>): StoredTask[] {
  return vestfoldCycle.tasks.map((task) => ({ edited: traces[task.id]?.(task) ?? task, generated: task }));
}

/** The cycle after a plan has been carried out. */
function applied(stored: readonly StoredTask[], plan: RegenerationPlan): StoredTask[] {
  const planned = [...plan.added, ...plan.updated, ...plan.removed];
  const after = new Map(planned.map(({ after, generated }) => [after.id, { edited: after, generated }]));
  const known = new Set(stored.map(({ edited }) => edited.id));
  return [
    ...stored.map((task) => after.get(task.edited.id) ?? task),
    ...[...after.values()].filter(({ edited }) => !known.has(edited.id)),
  ];
}

const regenerated = (stored: readonly StoredTask[], level: Level, noted: ReadonlySet<string>) =>
  applied(stored, planRegeneration(stored, at(level), [], noted));
const live = (stored: readonly StoredTask[]) =>
  stored.map(({ edited }) => edited).filter(({ deleted }) => !deleted);
const byId = (tasks: readonly Task[]) => [...tasks].sort((a, b) => (a.id < b.id ? -1 : 1));

describe('a change of level', () => {
  it('takes away what nobody has touched, and nothing else', () => {
    fc.assert(
      fc.property(anyTraces, fc.subarray(idsOf(vestfoldCycle.tasks)), anyLevel, (traces, said, level) => {
        const noted = new Set(said);
        const stored = storedWith(traces);
        const plan = planRegeneration(stored, at(level), [], noted);
        const isKept = ({ id }: Task) => id in traces || noted.has(id);
        const isBeyond = ({ key }: Task) => !isWithinLevel(level, levelOf.get(key) as Level);
        const tasks = stored.map(({ edited }) => edited);
        expect(idsOf(byId(plan.kept))).toEqual(
          idsOf(byId(tasks.filter((task) => isBeyond(task) && isKept(task)))),
        );
        expect(byId(live(applied(stored, plan)))).toEqual(
          byId(tasks.filter((task) => !isBeyond(task) || isKept(task))),
        );
        expect(plan.conflicts).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('brings everything back as it was when the level is raised again, however often it changed', () => {
    fc.assert(
      fc.property(anyTraces, fc.array(anyLevel, { maxLength: 3 }), (traces, levels) => {
        const before = storedWith(traces);
        let stored = before;
        for (const level of levels) {
          stored = regenerated(stored, level, new Set());
          const again = planRegeneration(stored, at(level), [], new Set());
          expect([again.added, again.updated, again.removed]).toEqual([[], [], []]);
        }
        expect(byId(live(regenerated(stored, 'complete', new Set())))).toEqual(
          byId(before.map(({ edited }) => edited)),
        );
      }),
      { numRuns: 25 },
    );
  });

  it('keeps what people have kept once, after the trace of it is gone', () => {
    const [task] = at('essential').leftOut as [Task, ...Task[]];
    const small = regenerated(storedWith({}), 'essential', new Set([task.id]));
    expect(idsOf(live(small))).toContain(task.id);
    expect(idsOf(live(regenerated(small, 'essential', new Set())))).toContain(task.id);
  });

  it('leaves a task gone that somebody has taken away', () => {
    const { id } = at('essential').leftOut[0] as Task;
    const undone = storedWith({ [id]: (task) => ({ ...task, deleted: true }) });
    const back = regenerated(regenerated(undone, 'essential', new Set()), 'complete', new Set());
    expect(idsOf(live(back))).not.toContain(id);
  });
});

describe('what a cycle does without', () => {
  it('is every task that it could have and has not, by template', () => {
    const generated = at('essential');
    const [gone, ...present] = generated.tasks as [Task, ...Task[]];
    const left = leftOutOf(generated, present);
    expect(idsOf(byId(left.flatMap(({ tasks }) => tasks)))).toEqual(
      idsOf(byId([gone, ...generated.leftOut])),
    );
    expect(new Set(left.map(({ key }) => key)).size).toBe(left.length);
    expect(left.filter(({ key, level }) => levelOf.get(key) !== level)).toEqual([]);
    expect(leftOutByChoice(generated, present)).toEqual(generated.leftOut);
  });

  it('is no gap and leaves no focus area uncovered', () => {
    const complete = gapsOf(framework, vestfoldCycle.tasks, []);
    for (const level of LEVELS) {
      const { tasks, leftOut } = at(level);
      expect(gapsOf(framework, tasks, leftOut), level).toEqual(complete);
      expect(coverageOf(framework, tasks, leftOut).uncovered, level).toEqual([]);
    }
    expect(gapsOf(framework, at('essential').tasks, []).length).toBeGreaterThan(complete.length);
  });

  it('is counted beside what the cycle has, and not as part of it', () => {
    const { tasks, leftOut } = at('essential');
    const { cells } = coverageOf(framework, tasks, leftOut);
    const total = (of: 'tasks' | 'leftOut') => cells.reduce((sum, cell) => sum + cell[of], 0);
    expect([total('tasks'), total('leftOut')]).toEqual([tasks.length, leftOut.length]);
  });
});

describe('next year’s cycle', () => {
  const vestfold2027 = schoolYearFor(knowledge, '39', labelOf(2027));
  const next = (stored: readonly StoredTask[], level: Level) =>
    rollOver({
      from: vestfold2026,
      to: vestfold2027,
      stored,
      adjustments: [],
      generated: generate(knowledge, vestfold2027, [], level),
      withCancelled: new Set(),
      now: '2027-03-01T00:00:00Z' as never,
    });
  const keysOf = (tasks: readonly Pick<Task, 'key'>[]) => [...new Set(tasks.map(({ key }) => key))].sort();

  it('has the tasks within the level, and those beyond it that this year’s has', () => {
    const kept = at('essential').leftOut.find(({ key }) => key.startsWith('fase-')) as Task;
    const traces = { [kept.id]: (task: Task): Task => ({ ...task, title: { nb: 'Vår fase' } }) };
    const small = regenerated(storedWith(traces), 'essential', new Set());
    const { tasks, notCarried } = next(small, 'essential');
    expect(keysOf(tasks.map(({ task }) => task))).toEqual(keysOf([...at('essential').tasks, kept]));
    expect(notCarried).toEqual([]);
    const carried = tasks.find(({ task }) => task.key === kept.key);
    expect(carried?.task).toMatchObject({ title: { nb: 'Vår fase' }, deleted: false });
    expect(carried?.generated?.deleted).toBe(true);
  });

  it('keeps the levels that people have given tasks', () => {
    const { id, key } = at('essential').tasks[0] as Task;
    const { tasks } = next(storedWith({ [id]: (task) => ({ ...task, level: 'complete' }) }), 'complete');
    expect(tasks.find(({ task }) => task.key === key)?.task.level).toBe('complete');
  });

  it('has every occurrence of a repeated task that was added whole', () => {
    const small = at('essential');
    const count = (key: string) => small.leftOut.filter((task) => task.key === key).length;
    const { key } = small.leftOut.find((task) => count(task.key) > 3) as Task;
    const added = small.leftOut.filter((task) => task.key === key);
    const stored = [
      ...small.tasks.map((task) => ({ edited: task, generated: task })),
      ...added.map((task) => ({ edited: task, generated: { ...task, deleted: true } })),
    ];
    const { tasks, notCarried } = next(stored, 'essential');
    const expected = generate(knowledge, vestfold2027, [], 'complete').tasks.filter(
      (task) => task.key === key,
    );
    expect(tasks.filter(({ task }) => task.key === key).map(({ task }) => task.start)).toEqual(
      expected.map(({ start }) => start),
    );
    expect(notCarried).toEqual([]);
  });
});
