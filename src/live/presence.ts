import { z } from 'zod';

/** Who is looking at a task: nothing but the name is told. */
export const presentSchema = z
  .object({ taskId: z.string(), name: z.string() })
  .meta({ id: 'Present', description: 'Somebody who is looking at a task' });

export type Present = z.infer<typeof presentSchema>;

/** Somebody who is looking, as the service knows them. */
export interface Looking extends Present {
  readonly userId: string;
}

/** Who else than this user is looking at what, each once for a task however many windows they have, by task and name. */
export function othersOf(looking: readonly Looking[], userId: string | null): Present[] {
  const others = new Map(
    looking
      .filter((each) => each.userId !== userId)
      .map(({ taskId, name, userId: other }) => [`${taskId} ${other}`, { taskId, name }]),
  );
  const place = ({ taskId, name }: Present) => `${taskId} ${name}`;
  return [...others.values()].sort((a, b) => (place(a) < place(b) ? -1 : 1));
}
