import { schedule } from 'node-cron';
import type { Instant } from '../calendar/iso-date.js';
import { deliver, type SendMessage } from './delivery.js';
import { runNews } from './news-run.store.js';
import { type ReminderContext, runReminders } from './reminder-run.store.js';

export interface ReminderJobParts {
  readonly context: ReminderContext;
  readonly counties: () => Promise<readonly string[]>;
  /** Null without an SMTP server: messages are composed and held. */
  readonly send: SendMessage | null;
  readonly now: () => Instant;
  readonly onError: (error: unknown) => void;
}

/** Wakes the job every minute; what is due is told by the ledger, never by the waking. Answers how to stop it. */
export function startReminderJob(parts: ReminderJobParts): () => Promise<void> {
  let running: Promise<void> | undefined;
  const task = schedule('* * * * *', () => {
    running ??= runJob(parts)
      .catch(parts.onError)
      .finally(() => {
        running = undefined;
      });
    return running;
  });
  return async () => {
    await task.destroy();
    await running;
  };
}

/** Works out what every county owes, composes its news, and sends what waits. */
export async function runJob({
  context,
  counties,
  send,
  now,
}: Omit<ReminderJobParts, 'onError'>): Promise<void> {
  for (const county of await counties()) {
    await runReminders(context, county, now());
    await runNews(context, county, now());
  }
  if (send) await deliver(context.database, send, now);
}
