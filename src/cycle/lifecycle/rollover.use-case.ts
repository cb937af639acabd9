import { createHash } from 'node:crypto';
import type { Instant } from '../../calendar/iso-date.js';
import type { SchoolYear } from '../../calendar/school-year.js';
import { LAST_START_YEAR, labelOf, type SchoolYearLabel } from '../../calendar/school-year-label.js';
import type { Database } from '../../database/database.js';
import { RequestProblem } from '../../routing/problem.js';
import type { Caller } from '../../routing/route.js';
import type { Task } from '../../task/task.js';
import type { Cycle } from '../cycle.js';
import { createCycle, findCycle } from '../cycle.store.js';
import type { Generate, GeneratedCycle } from '../generated-cycle.js';
import { adjustmentsOfCycle, storedTasks } from '../task.store.js';
import { generateFor } from './regenerate.use-case.js';
import { type RolledOver, rollOver } from './rollover.js';

export interface RollingOver {
  readonly database: Database;
  readonly schoolYearFor: (county: string, label: SchoolYearLabel) => SchoolYear;
  readonly generate: Generate;
  readonly caller: Caller;
  readonly now: Instant;
  /** Ids of cancelled tasks to carry over anyway. */
  readonly withCancelled: readonly string[];
}

/** The plan of a rollover, and the token that applies exactly this plan. */
export interface RolloverPreview extends RolledOver {
  readonly token: string;
  readonly next: GeneratedCycle;
  /** This year's tasks by id. */
  readonly earlier: ReadonlyMap<string, Task>;
}

/** Plans next year's cycle from a cycle. Throws RequestProblem `conflict` when next year already has one. */
export async function previewRollover(
  rolling: Omit<RollingOver, 'caller'>,
  cycle: Cycle,
): Promise<RolloverPreview> {
  const { database, schoolYearFor, generate, now } = rolling;
  const from = schoolYearFor(cycle.county, cycle.schoolYear);
  if (from.startYear >= LAST_START_YEAR)
    throw new RequestProblem('conflict', `There is no school year after ${cycle.schoolYear}.`);
  const label = labelOf(from.startYear + 1);
  const next = await generateFor(generate, database, { ...cycle, schoolYear: label });
  if (await findCycle(database, next.id))
    throw new RequestProblem('conflict', `The cycle ${next.id} already exists.`);
  const stored = await storedTasks(database, cycle);
  const withCancelled = new Set(rolling.withCancelled);
  const rolled = rollOver({
    from,
    to: schoolYearFor(cycle.county, label),
    stored,
    adjustments: await adjustmentsOfCycle(database, cycle),
    generated: next,
    withCancelled,
    now,
  });
  const content = [...rolled.tasks.map(({ task }) => task), ...rolled.adjustments].map(
    ({ createdAt: _c, updatedAt: _u, ...entry }) => entry,
  );
  const token = createHash('sha256')
    .update(`${cycle.revision} ${JSON.stringify(content)}`)
    .digest('base64url')
    .slice(0, 32);
  const earlier = new Map(stored.map(({ edited }) => [edited.id, edited]));
  return { ...rolled, token, next, earlier };
}

/** Makes next year's cycle as a draft, exactly as it was previewed. */
export async function applyRollover(
  rolling: RollingOver,
  cycle: Cycle,
  token: string,
): Promise<RolloverPreview> {
  const preview = await previewRollover(rolling, cycle);
  if (preview.token !== token) {
    throw new RequestProblem('conflict', 'The cycle has changed since the preview; preview it again.');
  }
  const tasks = preview.tasks.map(({ task, generated }) => ({ entry: task, generated }));
  const adjustments = preview.adjustments.map((entry) => ({ entry, generated: null }));
  const created = await createCycle(
    rolling.database,
    { ...preview.next, state: 'draft', public: cycle.public, entries: [...tasks, ...adjustments] },
    rolling.caller.name,
    rolling.now,
  );
  if (!created) throw new RequestProblem('conflict', `The cycle ${preview.next.id} already exists.`);
  return preview;
}
