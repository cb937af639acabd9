import { createHash } from 'node:crypto';
import type { Instant } from '../calendar/iso-date.js';
import type { Database } from '../database/database.js';
import { RequestProblem } from '../routing/problem.js';
import type { Cycle } from './cycle.js';
import { beginRevision, writeProvisional } from './cycle.store.js';
import type { GeneratedCycle } from './generate.js';
import { changedFields, type TaskChange } from './history.js';
import { insertRevision } from './history.store.js';
import {
  type DecidedConflict,
  type PlannedTask,
  planRegeneration,
  type RegenerationPlan,
} from './regenerate.js';
import { storedTasks, writeGenerated, writeTasks } from './task.store.js';

export interface Regenerating {
  readonly database: Database;
  /** Generates the cycle anew from today's templates and skolerute. */
  readonly generateAnew: (cycle: Cycle) => GeneratedCycle;
  readonly who: string;
  readonly now: Instant;
}

/** What a regeneration would do, and the token that applies exactly this. */
export interface RegenerationPreview {
  readonly token: string;
  readonly plan: RegenerationPlan;
}

/** Names a plan together with the revision that it was made at. */
function tokenOf(revision: number, generated: GeneratedCycle): string {
  return createHash('sha256')
    .update(`${revision} ${JSON.stringify(generated)}`)
    .digest('base64url')
    .slice(0, 32);
}

export async function previewRegeneration(
  regenerating: Regenerating,
  cycle: Cycle,
): Promise<RegenerationPreview> {
  const generated = regenerating.generateAnew(cycle);
  const plan = planRegeneration(await storedTasks(regenerating.database, cycle), generated, []);
  return { token: tokenOf(cycle.revision, generated), plan };
}

/**
 * Applies what was previewed, with the decisions on its conflicts: 1. raise the revision, 2. refuse when the cycle or
 * what it is made from has moved on since the preview, 3. plan again with the decisions, 4. write tasks and history.
 * Conflicts without a decision keep what people wrote and are listed again by the next preview.
 */
export async function applyRegeneration(
  { database, generateAnew, who, now }: Regenerating,
  cycleId: string,
  token: string,
  decisions: readonly DecidedConflict[],
): Promise<{ readonly cycle: Cycle; readonly plan: RegenerationPlan }> {
  return database.transaction().execute(async (transaction) => {
    const cycle = await beginRevision(transaction, cycleId, now);
    if (!cycle) throw new RequestProblem('not-found', `There is no cycle ${cycleId}.`);
    if (cycle.state === 'archived') throw new RequestProblem('conflict', `The cycle ${cycleId} is archived.`);
    const generated = generateAnew(cycle);
    if (token !== tokenOf(cycle.revision - 1, generated)) {
      throw new RequestProblem('conflict', 'The cycle has moved on since the preview; preview it again.');
    }
    const plan = planRegeneration(await storedTasks(transaction, cycle), generated, decisions);
    const planned = [...plan.added, ...plan.updated, ...plan.removed];
    const changes = planned.flatMap((task) => changeOf(task, now));
    await writeTasks(transaction, cycle, changes);
    for (const task of planned) await writeGenerated(transaction, cycle, task.generated);
    await writeProvisional(transaction, cycle, [...generated.provisional]);
    await insertRevision(transaction, cycle, {
      at: now,
      who,
      action: 'regenerated',
      takesBack: null,
      changes,
    });
    return { cycle: { ...cycle, provisional: [...generated.provisional] }, plan };
  });
}

/** A planned task as a change; none when only what the next regeneration starts from has changed. */
function changeOf({ before, after }: PlannedTask, now: Instant): TaskChange[] {
  if (!before) return [{ before, after: { ...after, createdAt: now, updatedAt: now } }];
  if (changedFields(before, after).length === 0) return [];
  return [{ before, after: { ...after, version: before.version + 1, updatedAt: now } }];
}
