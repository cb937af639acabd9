import { SAID_EVERY_MS } from '../../../../live/presence-times.js';
import { call } from '../api/call.js';

/** Tells the windows of one browser apart. */
const WINDOW = crypto.randomUUID();

/** Time for another part of the page to look at the same task. */
const LINGER_MS = 500;

/** How many parts of this window look at each task. */
const looked = new Map<string, number>();

/** Says of a task that this window looks at it, or no longer. What is not heard is of no matter: it is said again, or forgotten. */
function say(method: 'POST' | 'DELETE', taskId: string): void {
  const request = {
    params: { id: taskId },
    query: { window: WINDOW },
    language: document.documentElement.lang,
    keepalive: true,
  };
  call(`${method} /api/tasks/{id}/presence`, request).catch(() => undefined);
}

function sayAll(): void {
  if (document.visibilityState !== 'visible') return;
  for (const taskId of looked.keys()) say('POST', taskId);
}

setInterval(sayAll, SAID_EVERY_MS);
document.addEventListener('visibilitychange', sayAll);
addEventListener('online', sayAll);
addEventListener('pagehide', () => {
  for (const taskId of looked.keys()) say('DELETE', taskId);
});

/** Says that a part of this window looks at a task, until it is told to stop. */
export function lookAt(taskId: string): () => void {
  const count = looked.get(taskId) ?? 0;
  looked.set(taskId, count + 1);
  if (count === 0) say('POST', taskId);
  return () => {
    setTimeout(() => {
      const left = (looked.get(taskId) ?? 1) - 1;
      if (left > 0) {
        looked.set(taskId, left);
        return;
      }
      looked.delete(taskId);
      say('DELETE', taskId);
    }, LINGER_MS);
  };
}
