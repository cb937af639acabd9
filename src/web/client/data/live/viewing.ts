import { PRESENCE_REPORTED_EVERY_MS } from '../../../../live/presence-times.js';
import { call } from '../api/call.js';

/** Tells the windows of one browser apart. */
const WINDOW = crypto.randomUUID();

/** Time for another part of the page to show the same task. */
const LINGER_MS = 500;

/** How many parts of this window show each task. */
const viewed = new Map<string, number>();

/** Reports that this window views a task, or no longer does. A lost report does not matter: it is repeated, or it expires. */
function report(method: 'POST' | 'DELETE', taskId: string): void {
  const request = {
    params: { id: taskId },
    query: { window: WINDOW },
    language: document.documentElement.lang,
    keepalive: true,
  };
  call(`${method} /api/tasks/{id}/presence`, request).catch(() => undefined);
}

function reportAll(): void {
  if (document.visibilityState !== 'visible') return;
  for (const taskId of viewed.keys()) report('POST', taskId);
}

setInterval(reportAll, PRESENCE_REPORTED_EVERY_MS);
document.addEventListener('visibilitychange', reportAll);
addEventListener('online', reportAll);
addEventListener('pagehide', () => {
  for (const taskId of viewed.keys()) report('DELETE', taskId);
});

/** Reports that a part of this window shows a task, until the returned function is called. */
export function viewTask(taskId: string): () => void {
  const count = viewed.get(taskId) ?? 0;
  viewed.set(taskId, count + 1);
  if (count === 0) report('POST', taskId);
  return () => {
    setTimeout(() => {
      const left = (viewed.get(taskId) ?? 1) - 1;
      if (left > 0) {
        viewed.set(taskId, left);
        return;
      }
      viewed.delete(taskId);
      report('DELETE', taskId);
    }, LINGER_MS);
  };
}
