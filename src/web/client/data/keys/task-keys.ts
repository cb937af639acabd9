/** The query keys of one task. */
export const taskKeys = {
  view: (id: string, state: string | null, unit: string | null, language: string) => [
    'task',
    id,
    'view',
    state,
    unit,
    language,
  ],
  edited: (id: string, unit: string | null, language: string) => ['task', id, 'edited', unit, language],
  comments: (id: string) => ['task', id, 'comments'],
} as const;

/** Whether a key is that of a task, of any cycle. */
export function isOfTask([kind]: readonly unknown[]): boolean {
  return kind === 'task';
}

/** Whether a key is that of a task of the given cycle. */
export function isOfTaskIn(key: readonly unknown[], cycleId: string): boolean {
  return isOfTask(key) && String(key[1]).startsWith(`${cycleId}-`);
}

/** Whether a key is that of the comments on a task of the given cycle. */
export function isOfCommentsIn(key: readonly unknown[], cycleId: string): boolean {
  return isOfTaskIn(key, cycleId) && key[2] === 'comments';
}
