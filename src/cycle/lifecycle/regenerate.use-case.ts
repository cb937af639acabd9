import { createHash } from 'node:crypto';
import type { Instant } from '../../calendar/iso-date.js';
import type { Database, Transaction } from '../../database/database.js';
import { RequestProblem } from '../../routing/problem.js';
import type { Caller } from '../../routing/route.js';
import type { Level } from '../../task/level.js';
import { unitsOfCounty } from '../../units/unit.store.js';
import type { Cycle } from '../cycle.js';
import { findCycle, writeGeneration } from '../cycle.store.js';
import { commentedTasks } from '../edit/comments.store.js';
import { revise } from '../edit/revise.use-case.js';
import type { Generate, GeneratedCycle } from '../generated-cycle.js';
import { changedFields, type EntryChange } from '../history.js';
import { adjustmentsOfCycle, storedTasks } from '../task.store.js';
import {
  type DecidedConflict,
  type PlannedTask,
  planRegeneration,
  type RegenerationPlan,
} from './regenerate.js';

export interface Regenerating {
  readonly database: Database;
  readonly generate: Generate;
  readonly caller: Caller;
  readonly now: Instant;
}

/** A county's cycle of a level, generated with its present units. */
export async function generateFor(
  generate: Generate,
  database: Database | Transaction,
  { county, schoolYear, level }: Pick<Cycle, 'county' | 'schoolYear' | 'level'>,
): Promise<GeneratedCycle> {
  return generate(county, schoolYear, await unitsOfCounty(database, county), level);
}

/** The plan of a regeneration, and the token that applies exactly this plan. */
export interface RegenerationPreview {
  readonly token: string;
  readonly plan: RegenerationPlan;
}

/** The token of a plan at the revision for which it was made. */
function tokenOf(revision: number, generated: GeneratedCycle): string {
  return createHash('sha256')
    .update(`${revision} ${JSON.stringify(generated)}`)
    .digest('base64url')
    .slice(0, 32);
}

/**
 * The ids of the tasks that people have said something about without changing them: a comment, or a unit's own date, status
 * or steps. A unit that only hides a task does not miss it.
 */
async function notedTasks(database: Database | Transaction, cycle: Cycle): Promise<ReadonlySet<string>> {
  const adjusted = (await adjustmentsOfCycle(database, cycle)).filter(
    ({ deleted, start, end, status, ticked }) =>
      !deleted && [start, end, status, ticked].some((own) => own !== null),
  );
  return new Set([...(await commentedTasks(database, cycle)), ...adjusted.map(({ adjusts }) => adjusts)]);
}

/** What a regeneration at a level would do; null is the cycle's own level. */
export async function previewRegeneration(
  { database, generate }: Pick<Regenerating, 'database' | 'generate'>,
  cycle: Cycle,
  level: Level | null,
): Promise<RegenerationPreview> {
  const generated = await generateFor(generate, database, { ...cycle, level: level ?? cycle.level });
  const noted = await notedTasks(database, cycle);
  const plan = planRegeneration(await storedTasks(database, cycle), generated, [], noted);
  return { token: tokenOf(cycle.revision, generated), plan };
}

/** A regeneration as it was previewed. */
export interface RegenerationOrder {
  readonly token: string;
  readonly decisions: readonly DecidedConflict[];
  /** Null is the cycle's own level. */
  readonly level: Level | null;
}

/**
 * Applies a previewed regeneration, with the decisions on its conflicts: 1. increment the revision, 2. refuse when the cycle
 * or its sources have changed since the preview, 3. plan again with the decisions, 4. write tasks and history. Undecided
 * conflicts keep the edited value and are listed again by the next preview.
 */
export async function applyRegeneration(
  regenerating: Regenerating,
  cycleId: string,
  { token, decisions, level }: RegenerationOrder,
): Promise<{ readonly cycle: Cycle; readonly plan: RegenerationPlan }> {
  const { database, generate, now } = regenerating;
  let applied: RegenerationPlan | undefined;
  const cycle = await revise(regenerating, cycleId, async (transaction, present) => {
    const wanted = { ...present, level: level ?? present.level };
    const generated = await generateFor(generate, transaction, wanted);
    if (token !== tokenOf(present.revision - 1, generated)) {
      throw new RequestProblem('conflict', 'The cycle has changed since the preview; preview it again.');
    }
    const noted = await notedTasks(transaction, present);
    const plan = planRegeneration(await storedTasks(transaction, present), generated, decisions, noted);
    const planned = [...plan.added, ...plan.updated, ...plan.removed];
    await writeGeneration(transaction, present, generated);
    applied = plan;
    return {
      action: 'regenerated',
      changes: planned.flatMap((task) => changeOf(task, now)),
      bases: planned.map(({ generated: base }) => base),
    };
  });
  return { cycle: (await findCycle(database, cycle.id)) as Cycle, plan: applied as RegenerationPlan };
}

/** A planned task as an entry change; none when only the base of the next regeneration has changed. */
function changeOf({ before, after }: PlannedTask, now: Instant): EntryChange[] {
  if (!before) return [{ before, after: { ...after, createdAt: now, updatedAt: now } }];
  if (changedFields(before, after).length === 0) return [];
  return [{ before, after: { ...after, version: before.version + 1, updatedAt: now } }];
}
