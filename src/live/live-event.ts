import { z } from 'zod';
import { ACTIONS } from '../cycle/history.js';
import { presentSchema } from './presence.js';

/** A change lists the ids of its tasks up to this many; a larger one lists none. */
export const MOST_TASKS_NAMED = 100;

/** One revision of a cycle, in short. */
export const liveChangeSchema = z
  .object({
    revision: z.int(),
    by: z.string(),
    action: z.enum(ACTIONS),
    tasks: z
      .array(z.string())
      .nullable()
      .meta({
        description: `The ids of the tasks that it changed; null when there are more than ${MOST_TASKS_NAMED}`,
      }),
  })
  .meta({ id: 'LiveChange' });

export type LiveChange = z.infer<typeof liveChangeSchema>;

const revision = z.int().meta({ description: 'The current revision of the cycle' });
const comments = z.int().meta({ description: 'How many comments have been made on the tasks of the cycle' });
const present = z.array(presentSchema).meta({ description: 'Who else is viewing which task of the cycle' });

/** An event sent to those who watch a cycle. */
export const liveEventSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('state'), revision, comments, present }),
    z.object({ kind: z.literal('changed'), revision, changes: z.array(liveChangeSchema) }),
    z.object({ kind: z.literal('commented'), comments }),
    z.object({ kind: z.literal('present'), present }),
  ])
  .meta({ id: 'LiveEvent' });

export type LiveEvent = z.infer<typeof liveEventSchema>;

/** The state of a cycle that a watcher has been sent: its revision, and how many comments its tasks have had. */
export interface CycleVersion {
  readonly revision: number;
  readonly comments: number;
}

/** The id of an event; a browser that reconnects sends the last one back, which says what it has received. */
export function eventIdOf({ revision, comments }: CycleVersion): string {
  return `${revision}.${comments}`;
}

/** The version that an event id stands for; undefined for an id that the service has not made. */
export function versionOfEventId(eventId: string | undefined): CycleVersion | undefined {
  const [, revision, comments] = /^(\d{1,9})\.(\d{1,9})$/.exec(eventId ?? '') ?? [];
  return revision === undefined || comments === undefined
    ? undefined
    : { revision: Number(revision), comments: Number(comments) };
}
