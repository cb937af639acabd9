import { z } from 'zod';
import type { Instant } from '../calendar/iso-date.js';
import type { SchoolYear } from '../calendar/school-year.js';
import type { SchoolYearLabel } from '../calendar/school-year-label.js';
import type { Database } from '../database/database.js';
import type { Framework } from '../framework/framework.js';
import type { Language } from '../language/text.js';
import { RequestProblem } from '../routing/problem.js';
import type { TaskWording } from '../task/wording.js';
import type { Cycle } from './cycle.js';
import { findCycle } from './cycle.store.js';
import type { Generate } from './generated-cycle.js';

export const cycleParams = z.object({
  id: z.string().meta({ description: 'The id of a cycle, such as 39-2026-2027' }),
});

export const taskParams = z.object({ id: z.string().meta({ description: 'The id of a task' }) });

/** The cycle with an id; throws RequestProblem `not-found`. */
export async function cycleOrProblem(database: Database, id: string): Promise<Cycle> {
  const cycle = await findCycle(database, id);
  if (!cycle) throw new RequestProblem('not-found', `No cycle has the id ${id}.`);
  return cycle;
}

/** The dependencies of routes that read cycles. */
export interface CycleContext {
  readonly database: Database;
  readonly framework: Framework;
  readonly wordingIn: (language: Language) => TaskWording;
  /** The school year of a county; throws for an unknown one. */
  readonly schoolYearFor: (county: string, label: SchoolYearLabel) => SchoolYear;
}

/** The dependencies of routes that change cycles. */
export interface CycleEditContext extends CycleContext {
  readonly now: () => Instant;
  readonly generate: Generate;
}

/** The dependencies of routes that change what subscribers see. */
export interface PublishContext {
  /** Called after such a change. */
  readonly onPublished: () => Promise<void>;
}
