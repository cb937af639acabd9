import type { Task } from './task.js';

/** Whether a task is the bar of a whole phase: it shows how long the phase lasts, and nothing is to be done about it. */
export function isPhaseBar({ origin, key }: Pick<Task, 'origin' | 'key'>): boolean {
  return origin === 'template' && key.startsWith('fase-');
}
