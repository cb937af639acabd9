import { z } from 'zod';
import { ACTIONS } from '../cycle/history.js';
import { presentSchema } from './presence.js';

/** So many changed tasks are named; of a change of more it is said that it was of many. */
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
        description: `The ids of the tasks that it changed; null when they are more than ${MOST_TASKS_NAMED}`,
      }),
  })
  .meta({ id: 'LiveChange' });

export type LiveChange = z.infer<typeof liveChangeSchema>;

const revision = z.int().meta({ description: 'The present revision of the cycle' });
const comments = z.int().meta({ description: 'How many comments the tasks of the cycle have had' });
const present = z
  .array(presentSchema)
  .meta({ description: 'Who else is looking at which task of the cycle' });

/** What somebody who watches a cycle is told. */
export const liveEventSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('state'), revision, comments, present }),
    z.object({ kind: z.literal('changed'), revision, changes: z.array(liveChangeSchema) }),
    z.object({ kind: z.literal('commented'), comments }),
    z.object({ kind: z.literal('present'), present }),
  ])
  .meta({ id: 'LiveEvent' });

export type LiveEvent = z.infer<typeof liveEventSchema>;

/** How far a watcher has been told. */
export interface Told {
  readonly revision: number;
  readonly comments: number;
}

/** The id of an event, by which a browser that was away says how far it has been told. */
export function eventIdOf({ revision: told, comments: said }: Told): string {
  return `${told}.${said}`;
}

/** How far a watcher had been told by the id of the last event; undefined for one that is none of ours. */
export function toldBy(eventId: string | undefined): Told | undefined {
  const [, told, said] = /^(\d{1,9})\.(\d{1,9})$/.exec(eventId ?? '') ?? [];
  return told === undefined || said === undefined
    ? undefined
    : { revision: Number(told), comments: Number(said) };
}
