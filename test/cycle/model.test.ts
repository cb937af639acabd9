import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type IsoDate, instant } from '../../src/calendar/iso-date.js';
import type { SchoolYear } from '../../src/calendar/school-year.js';
import { labelOf } from '../../src/calendar/school-year-label.js';
import type { Cycle } from '../../src/cycle/cycle.js';
import { findCycle } from '../../src/cycle/cycle.store.js';
import { addComment } from '../../src/cycle/edit/comments.store.js';
import { addTasks, changeTask, changeTasks, deleteTask } from '../../src/cycle/edit/edit-tasks.use-case.js';
import type { Editing } from '../../src/cycle/edit/revise.use-case.js';
import { takeBackRevision } from '../../src/cycle/edit/take-back.use-case.js';
import type { GeneratedCycle } from '../../src/cycle/generated-cycle.js';
import { historyOf } from '../../src/cycle/history.store.js';
import { draftCycle, publishCycle } from '../../src/cycle/lifecycle/cycle-state.use-case.js';
import { generate } from '../../src/cycle/lifecycle/generate.js';
import { applyRegeneration, previewRegeneration } from '../../src/cycle/lifecycle/regenerate.use-case.js';
import { applyRollover, previewRollover } from '../../src/cycle/lifecycle/rollover.use-case.js';
import { storedTasks, tasksOfCycle } from '../../src/cycle/task.store.js';
import { type Database, openDatabase } from '../../src/database/database.js';
import { migrate } from '../../src/database/migrate.js';
import { schoolYearFor } from '../../src/datafiles/knowledge.js';
import { applyImport, previewImport } from '../../src/exchange/import.use-case.js';
import { importDefaultsSchema } from '../../src/exchange/import-plan.js';
import type { ImportedEvent } from '../../src/exchange/imported-event.js';
import { eventsFromTable } from '../../src/exchange/table-events.js';
import { ANYONE } from '../../src/routing/caller.js';
import { RequestProblem } from '../../src/routing/problem.js';
import type { BulkChange } from '../../src/task/bulk-change.js';
import { LEVELS, type Level } from '../../src/task/level.js';
import type { Task } from '../../src/task/task.js';
import { newTaskSchema, type TaskPatch } from '../../src/task/task-edit.js';
import type { TaskTemplate } from '../../src/task/template.js';
import { ensureCountyUnits } from '../../src/units/unit.store.js';
import { knowledge } from '../calendar/samples.js';
import { onEachDatabase, type TestDatabase } from '../database/databases.js';
import { CycleModel } from './cycle-model.js';

const now = instant('2026-11-24T10:00:00Z');
const picked = <T>(from: readonly T[], at: number): T => from[at % from.length] as T;
const REASONED_LEVELS = [
  { is: 'essential', because: 'shared-by-all-counties' },
  { is: 'recommended', because: 'keeps-a-deadline' },
  { is: 'complete', because: 'in-one-arshjul' },
] as const;
const EDITORS = ['kari', 'ola', 'per'];

/** A few templates of every kind of rule that need no other and of every level, in two editions. */
const simple = knowledge.templates
  .filter(({ rule }) => !JSON.stringify(rule).includes('"template"'))
  .slice(0, 10)
  .map((template, index) => ({ ...template, level: picked(REASONED_LEVELS, index) }));
const [retitled, redated, dropped, , added] = simple as [TaskTemplate, ...TaskTemplate[]];
const EDITIONS: readonly (readonly TaskTemplate[])[] = [
  simple.filter((template) => template !== added),
  simple
    .filter((template) => template !== dropped)
    .map((template) => {
      if (template === retitled) return { ...template, title: { nb: 'Ny', nn: 'Ny', en: 'New' } };
      if (template === redated)
        return { ...template, rule: { kind: 'fixed-day', date: '10-15', roll: 'none' } as const };
      return template;
    }),
];

/** The service's side: a cycle in a real database. */
interface Real {
  readonly database: Database;
  readonly from: SchoolYear;
  readonly to: SchoolYear;
  readonly cycleId: string;
  edition: number;
  level: Level;
}

type Command = fc.AsyncCommand<CycleModel, Real>;

const editionOf = (edition: number, schoolYear: SchoolYear, level: Level): GeneratedCycle =>
  generate({ templates: EDITIONS[edition] ?? [] }, schoolYear, [], level);
const yearOf = (county: string, label: SchoolYear['label']) => schoolYearFor(knowledge, county, label);
const editing = (real: Real, who: string): Editing => ({
  database: real.database,
  framework: knowledge.framework,
  schoolYearOf: ({ county, schoolYear }) => yearOf(county, schoolYear),
  generate: (county, label, _units, level) => editionOf(real.edition, yearOf(county, label), level),
  caller: { ...ANYONE, name: who, role: 'county-coordinator' },
  now,
  language: 'nb',
});
const generating = (real: Real, who: string) => ({
  database: real.database,
  generate: editing(real, who).generate,
  schoolYearFor: yearOf,
  caller: editing(real, who).caller,
  now,
});
const cycleOf = async ({ database, cycleId }: Real) => (await findCycle(database, cycleId)) as Cycle;
const present = (task: Task) => task;

/** Runs what may be refused; answers whether it was done. */
async function isDone(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (error instanceof RequestProblem) return false;
    throw error;
  }
}

const bare = ({ createdAt: _c, updatedAt: _u, ...task }: Task) => task;
const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

/** The model and the service agree on every task, deleted ones too, the revision, the history and what is published. */
async function compare(model: CycleModel, real: Real): Promise<void> {
  const cycle = await cycleOf(real);
  expect(cycle.revision).toBe(model.revision);
  const stored = await storedTasks(real.database, cycle);
  expect(stored.map(({ edited }) => bare(edited)).sort(byId)).toEqual(
    [...model.tasks.values()].map(bare).sort(byId),
  );
  const history = await historyOf(real.database, cycle);
  expect(
    history.map(({ who, action, takesBack, changes }) => [who, action, takesBack, changes.length]),
  ).toEqual(
    [...model.history]
      .reverse()
      .map(({ who, action, takesBack, deltas }) => [who, action, takesBack, deltas.length]),
  );
  const published = await tasksOfCycle(real.database, cycle, 'published');
  expect(published.map(bare).sort(byId)).toEqual([...(model.published?.values() ?? [])].map(bare).sort(byId));
}

/** Makes a command of what it does on both sides. */
function command(name: string, run: (model: CycleModel, real: Real) => Promise<void>): Command {
  return {
    check: () => true,
    run: async (model, real) => {
      await run(model, real);
      await compare(model, real);
    },
    toString: () => name,
  };
}

const editor = fc.nat(2).map((index) => picked(EDITORS, index));
const text = fc.stringMatching(/^[a-zæøå]{1,6}$/);

const patchOf = (schoolYear: () => SchoolYear): fc.Arbitrary<() => TaskPatch> =>
  fc.oneof(
    text.map((title) => () => ({ title })),
    text.map((description) => () => ({ description })),
    fc.constantFrom('planned', 'started', 'done', 'cancelled' as const).map((status) => () => ({ status })),
    fc.constantFrom(...LEVELS).map((level) => () => ({ level })),
    fc.constantFrom(['nav'], ['ppt', 'nav']).map((partners) => () => ({ partners })),
    fc.nat().map((day) => () => {
      const start = picked(schoolYear().schoolDays, day);
      return { start, end: start };
    }),
  ) as fc.Arbitrary<() => TaskPatch>;

/** The school year of the run that is under way; commands are drawn before it is known. */
let year: SchoolYear;

const commands: fc.Arbitrary<Command>[] = [
  fc
    .tuple(
      editor,
      fc.nat(),
      patchOf(() => year),
    )
    .map(([who, at, patch]) =>
      command(`${who} changes ${at}`, async (model, real) => {
        const { id, version } = picked(model.live(), at);
        await changeTask(
          editing(real, who),
          { taskId: id, patch: patch(), ifMatch: version, onStale: 'refuse' },
          present,
        );
        model.change(who, [{ id, patch: patch() }]);
      }),
    ),
  fc.tuple(editor, fc.nat(), text, text).map(([who, at, word, description]) =>
    command(`${who} and another change different fields of ${at}`, async (model, real) => {
      // Never the title that it has, which would be no change.
      const title = `${word} ${model.revision}`;
      const { id, version } = picked(model.live(), at);
      await changeTask(
        editing(real, 'per'),
        { taskId: id, patch: { title }, ifMatch: version, onStale: 'refuse' },
        present,
      );
      model.change('per', [{ id, patch: { title } }]);
      const change = { taskId: id, patch: { description }, ifMatch: version };
      const stale = () => changeTask(editing(real, who), { ...change, onStale: 'refuse' }, present);
      expect(await isDone(stale)).toBe(false);
      await changeTask(editing(real, who), { ...change, onStale: 'merge' }, present);
      model.change(who, [{ id, patch: { description } }]);
    }),
  ),
  fc.tuple(editor, text, fc.nat()).map(([who, title, day]) =>
    command(`${who} adds ${title}`, async (model, real) => {
      const task = newTaskSchema.parse({
        title,
        kind: 'activity',
        phase: 'oppstart-vg1',
        category: 'koordinering',
        actor: 'school',
        start: picked(year.schoolDays, day),
      });
      model.add(who, 'created', await addTasks(editing(real, who), real.cycleId, [task]));
    }),
  ),
  fc.tuple(editor, fc.nat()).map(([who, at]) =>
    command(`${who} deletes ${at}`, async (model, real) => {
      const { id, version, origin } = picked(model.live(), at);
      const done = await isDone(() => deleteTask(editing(real, who), id, version, present));
      expect(done).toBe(origin !== 'template');
      if (done) model.delete(who, id);
    }),
  ),
  fc
    .tuple(editor, fc.uniqueArray(fc.nat(), { minLength: 1, maxLength: 4 }), fc.integer({ min: -5, max: 5 }))
    .map(([who, at, days]) =>
      command(`${who} moves ${at} by ${days}`, async (model, real) => {
        const tasks = [...new Set(at.map((index) => picked(model.live(), index)))];
        const change: BulkChange = { move: { schoolDays: days } };
        const moved = new Map<string, Task>();
        const done = await isDone(async () => {
          const versions = tasks.map(({ id, version }) => ({ id, version }));
          const asked = { tasks: versions, change };
          for (const task of await changeTasks(editing(real, who), real.cycleId, asked, present))
            moved.set(task.id, task);
        });
        const starts = tasks.map((task) => shifted(task, days));
        expect(done).toBe(starts.every((start) => start !== undefined));
        if (!done) return;
        model.change(
          who,
          tasks.map(({ id }, index) => ({
            id,
            patch: { start: starts[index] as IsoDate, end: (moved.get(id) as Task).end },
          })),
        );
      }),
    ),
  editor.map((who) =>
    command(`${who} undoes`, async (model, real) => {
      const done = await isDone(() => takeBackRevision(editing(real, who), real.cycleId, { kind: 'undo' }));
      expect(model.takeBack(who, model.undoTarget(who), 'undone')).toBe(done);
    }),
  ),
  fc.tuple(editor, fc.nat()).map(([who, at]) =>
    command(`${who} undoes revision ${at}`, async (model, real) => {
      const revision = 1 + (at % model.revision);
      const done = await isDone(() =>
        takeBackRevision(editing(real, who), real.cycleId, { kind: 'undo', revision }),
      );
      expect(model.takeBack(who, revision, 'undone')).toBe(done);
    }),
  ),
  editor.map((who) =>
    command(`${who} redoes`, async (model, real) => {
      const done = await isDone(() => takeBackRevision(editing(real, who), real.cycleId, { kind: 'redo' }));
      expect(model.takeBack(who, model.redoTarget(who), 'redone')).toBe(done);
    }),
  ),
  fc.tuple(editor, fc.nat(1), fc.constantFrom(...LEVELS)).map(([who, edition, level]) =>
    command(`${who} regenerates from edition ${edition} at the level ${level}`, async (model, real) => {
      real.edition = edition;
      real.level = level;
      const regenerating = generating(real, who);
      const { token } = await previewRegeneration(regenerating, await cycleOf(real), level);
      await applyRegeneration(regenerating, real.cycleId, { token, decisions: [], level });
      model.regenerate(who, editionOf(edition, real.from, level));
      expect((await cycleOf(real)).level).toBe(level);
    }),
  ),
  fc.tuple(editor, fc.nat(), text).map(([who, at, said]) =>
    command(`${who} says ${said} about ${at}`, async (model, real) => {
      const task = picked(model.live(), at);
      await addComment(real.database, task, { by: { name: who, personId: null }, text: said, at: now });
      model.commented.add(task.id);
    }),
  ),
  fc.tuple(editor, fc.subarray([0, 1, 2, 3, 4], { minLength: 1 })).map(([who, uids]) =>
    command(`${who} imports ${uids}`, async (model, real) => {
      const order = {
        file: { columns: [], mapping: {}, unusable: [], events: uids.map((uid) => importedEvent(uid)) },
        defaults: importDefaultsSchema.parse({}),
        layer: real.from.county,
        restoreDeleted: false,
      };
      const importing = { ...editing(real, who), idOf: () => undefined };
      const known = new Set([...model.tasks.values()].map(({ importedUid }) => importedUid));
      const expected = uids.map((uid) => `uid-${uid}`).filter((uid) => !known.has(uid));
      for (const time of ['first', 'second']) {
        const cycle = await cycleOf(real);
        const { token } = await previewImport(importing, cycle, order);
        const rows = await applyImport(importing, cycle, order, token);
        const made = rows.flatMap(({ outcome, task }) => (outcome === 'new' && task ? [task] : []));
        expect(made.map(({ importedUid }) => importedUid)).toEqual(time === 'first' ? expected : []);
        if (made.length > 0) model.add(who, 'imported', made);
      }
    }),
  ),
  editor.map((who) =>
    command(`${who} publishes`, async (model, real) => {
      await publishCycle(editing(real, who), real.cycleId, model.revision, null);
      model.publish(who);
    }),
  ),
  editor.map((who) =>
    command(`${who} rolls over`, async (model, real) => {
      const rolling = { ...generating(real, who), withCancelled: [] };
      const cycle = await cycleOf(real);
      const next = editionOf(real.edition, real.to, real.level);
      const done = await isDone(async () => {
        const { token } = await previewRollover(rolling, cycle);
        await applyRollover(rolling, cycle, token);
        const made = await tasksOfCycle(real.database, (await findCycle(real.database, next.id)) as Cycle);
        const expected = model.rollover(next, real.from, real.to);
        const facts = made.map((task) => [
          task.id,
          Object.fromEntries(FACTS.map((field) => [field, task[field]])),
        ]);
        expect(Object.fromEntries(facts)).toEqual(Object.fromEntries(expected));
      });
      expect(done).toBe(!rolled.has(next.id));
      rolled.add(next.id);
    }),
  ),
];

const FACTS = ['title', 'description', 'unitId', 'layer', 'partners', 'status', 'start', 'end'] as const;

/** The cycles that a rollover has made in this run. */
let rolled = new Set<string>();

/** The day so many school days away, or undefined where that or the end of the task leaves the school year. */
function shifted(task: Task, days: number): IsoDate | undefined {
  const { schoolDays } = year;
  const after =
    days >= 0
      ? schoolDays.filter((day) => day > task.start)
      : schoolDays.filter((day) => day < task.start).reverse();
  const start = days === 0 ? task.start : after[Math.abs(days) - 1];
  if (!start) return undefined;
  const length = Date.parse(task.end) - Date.parse(task.start);
  const end = new Date(Date.parse(start) + length).toISOString().slice(0, 10);
  return end <= (year.days.at(-1)?.date as string) ? start : undefined;
}

function importedEvent(uid: number): ImportedEvent {
  const cells = [`uid-${uid}`, `Hendelse ${uid}`, picked(year.schoolDays, 20 * uid)];
  const table = {
    columns: ['id', 'title', 'start'],
    rows: [{ place: { unit: 'event', number: uid + 1 } as const, cells }],
  };
  const [event] = eventsFromTable(table, { id: 'id', title: 'title', start: 'start' }).events;
  if (!event) throw new Error('no event');
  return event;
}

const RUNS = 40;
const COUNTIES = knowledge.counties.map(({ number }) => number);

onEachDatabase('a cycle under random edits by several editors', (createDatabase) => {
  let address: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    address = await createDatabase();
    database = openDatabase(address.address);
    await migrate(database);
    const counties = knowledge.counties.map(({ number, name }) => ({ number, name: name.nb }));
    await ensureCountyUnits(database, counties, now);
  });
  afterAll(async () => {
    await database.destroy();
    await address.drop();
  });

  it('is after every step as a simple model of it says', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.commands(commands, { maxCommands: 40, size: 'max' }), async (steps) => {
        // Every run, and every attempt to shrink one, has a cycle of its own.
        const county = picked(COUNTIES, run);
        const start = 2000 + 2 * Math.floor(run / COUNTIES.length);
        run += 1;
        const [from, to] = [yearOf(county, labelOf(start)), yearOf(county, labelOf(start + 1))];
        year = from;
        rolled = new Set();
        const generated = editionOf(0, from, 'complete');
        await draftCycle(database, generated, 'service', now);
        const real: Real = { database, from, to, cycleId: generated.id, edition: 0, level: 'complete' };
        await fc.asyncModelRun(() => ({ model: new CycleModel(generated), real }), steps);
      }),
      { numRuns: RUNS },
    );
  });
});
