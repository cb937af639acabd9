import { schedule } from 'node-cron';
import type { Instant } from '../../calendar/iso-date.js';
import { runAnnouncements } from './announcement-run.use-case.js';
import { deliver, type SendMessage } from './delivery.js';
import { type ReminderContext, runReminders } from './reminder-run.use-case.js';

export interface ReminderJobParts {
  readonly context: ReminderContext;
  readonly counties: () => Promise<readonly string[]>;
  /** Null without an SMTP server: messages are composed and held. */
  readonly send: SendMessage | null;
  readonly now: () => Instant;
  /** Called with an error and its county; null when it happened before any county's turn. */
  readonly onError: (error: unknown, county: string | null) => void;
}

/** Runs the job every minute; what is due follows from the ledger, never from the schedule. Returns how to stop it. */
export function startReminderJob(parts: ReminderJobParts): () => Promise<void> {
  let running: Promise<void> | undefined;
  const task = schedule('* * * * *', () => {
    running ??= runJob(parts)
      .catch((error: unknown) => parts.onError(error, null))
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

/**
 * 1. Works out what each county owes and composes its announcements, 2. sends the waiting messages, county by county, until
 * the server is unavailable. An error in one county is reported and does not stop the others; the next run tries again.
 */
export async function runJob({ context, counties, send, now, onError }: ReminderJobParts): Promise<void> {
  const all = await counties();
  for (const county of all) {
    try {
      await runReminders(context, county, now());
      await runAnnouncements(context, county, now());
    } catch (error) {
      onError(error, county);
    }
  }
  if (!send) return;
  for (const county of all) {
    try {
      const { isServerAway } = await deliver(context.database, county, send, now);
      if (isServerAway) return;
    } catch (error) {
      onError(error, county);
    }
  }
}
