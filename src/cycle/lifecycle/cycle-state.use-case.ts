import type { Instant } from '../../calendar/iso-date.js';
import type { Database } from '../../database/database.js';
import { RequestProblem } from '../../routing/problem.js';
import type { Cycle } from '../cycle.js';
import { createCycle, findCycle, publishTasks, writePublic, writeState } from '../cycle.store.js';
import { type Editing, revise } from '../edit/revise.use-case.js';
import type { GeneratedCycle } from '../generated-cycle.js';
import { announce } from '../history/announcement.store.js';

/** Stores a generated cycle as a draft. Throws RequestProblem `conflict` when the county already has one for that year. */
export async function draftCycle(
  database: Database,
  generated: GeneratedCycle,
  who: string,
  now: Instant,
): Promise<Cycle> {
  const entries = generated.tasks.map((task) => ({ entry: task, generated: task }));
  const created = await createCycle(
    database,
    { ...generated, state: 'draft', public: false, entries },
    who,
    now,
  );
  if (!created) throw new RequestProblem('conflict', `The cycle ${generated.id} already exists.`);
  return (await findCycle(database, generated.id)) as Cycle;
}

/** Throws RequestProblem `precondition-failed` unless the cycle, whose revision has just been incremented, was at the given one. */
function checkRevision(cycle: Cycle, ifMatch: number): void {
  const revision = cycle.revision - 1;
  if (revision === ifMatch) return;
  throw new RequestProblem(
    'precondition-failed',
    `The cycle has changed: its revision is now ${revision}.`,
    [],
    {
      current: { ...cycle, revision },
    },
  );
}

/**
 * Publishes the edited state of a cycle in one transaction, and queues an announcement when there is a message. `ifMatch`
 * is the revision that was reviewed.
 */
export async function publishCycle(
  editing: Editing,
  cycleId: string,
  ifMatch: number,
  message: string | null,
): Promise<Cycle> {
  await revise(editing, cycleId, async (transaction, cycle) => {
    checkRevision(cycle, ifMatch);
    await publishTasks(transaction, cycle, editing.now);
    if (message !== null) await announce(transaction, cycle, editing.now);
    return { action: 'published', changes: [], message };
  });
  return (await findCycle(editing.database, cycleId)) as Cycle;
}

/** Opens the published version of a cycle to anyone, or closes it again. */
export async function setPublic(
  editing: Editing,
  cycleId: string,
  ifMatch: number,
  isPublic: boolean,
): Promise<Cycle> {
  await revise(editing, cycleId, async (transaction, cycle) => {
    checkRevision(cycle, ifMatch);
    if (cycle.public === isPublic) return null;
    await writePublic(transaction, cycle, isPublic);
    return { action: isPublic ? 'opened' : 'closed', changes: [] };
  });
  return (await findCycle(editing.database, cycleId)) as Cycle;
}

/** Archives a cycle: it can be read but not changed, and leaves the feeds. */
export async function archiveCycle(editing: Editing, cycleId: string, ifMatch: number): Promise<Cycle> {
  await revise(editing, cycleId, async (transaction, cycle) => {
    checkRevision(cycle, ifMatch);
    if (cycle.state === 'archived') throw new RequestProblem('conflict', `The cycle ${cycleId} is archived.`);
    await writeState(transaction, cycle, 'archived');
    return { action: 'archived', changes: [] };
  });
  return (await findCycle(editing.database, cycleId)) as Cycle;
}

/** Reopens an archived cycle: as published if it ever was, otherwise as a draft. */
export async function restoreCycle(editing: Editing, cycleId: string, ifMatch: number): Promise<Cycle> {
  await revise(editing, cycleId, async (transaction, cycle) => {
    checkRevision(cycle, ifMatch);
    if (cycle.state !== 'archived')
      throw new RequestProblem('conflict', `The cycle ${cycleId} is not archived.`);
    await writeState(transaction, cycle, cycle.publishedRevision === null ? 'draft' : 'published');
    return { action: 'restored', changes: [] };
  });
  return (await findCycle(editing.database, cycleId)) as Cycle;
}
