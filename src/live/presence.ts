import { z } from 'zod';

/** Who is viewing a task; only the name is shown to others. */
export const presentSchema = z
  .object({ taskId: z.string(), name: z.string() })
  .meta({ id: 'Present', description: 'Somebody who is viewing a task' });

export type Present = z.infer<typeof presentSchema>;

/** Somebody viewing a task, as the service knows them. */
export interface Viewing extends Present {
  readonly userId: string;
}

/** Who other than this user is viewing which task, each once a task however many windows they have, by task and name. */
export function othersOf(viewings: readonly Viewing[], userId: string | null): Present[] {
  const others = new Map(
    viewings
      .filter((each) => each.userId !== userId)
      .map(({ taskId, name, userId: other }) => [`${taskId} ${other}`, { taskId, name }]),
  );
  const place = ({ taskId, name }: Present) => `${taskId} ${name}`;
  return [...others.values()].sort((a, b) => (place(a) < place(b) ? -1 : 1));
}
