import { z } from 'zod';

/**
 * How somebody is reminded: by one mail a week with what comes in the next two, and apart from that only of deadlines that a
 * law or a national date sets; or of each task for itself, by its lead times.
 */
export const REMINDER_WAYS = ['weekly', 'each-task'] as const;

export const reminderWaySchema = z.enum(REMINDER_WAYS).meta({ id: 'ReminderWay' });

export type ReminderWay = z.infer<typeof reminderWaySchema>;

/** Choices that only have a meaning for reminders of each task; those left out are not being chosen now. */
interface Chosen {
  readonly reminders?: ReminderWay | null | undefined;
  readonly leadTimes?: object | undefined;
  readonly weeklyDigest?: boolean | undefined;
  readonly monthlyOutlook?: boolean | undefined;
}

/**
 * The way of being reminded that somebody chooses who sends these choices; undefined when they say nothing about it. Clients
 * that are older than the choice send lead times or lists alone, which chooses each task for itself.
 */
export function wayChosenBy({
  reminders,
  leadTimes,
  weeklyDigest,
  monthlyOutlook,
}: Chosen): ReminderWay | null | undefined {
  if (reminders !== undefined) return reminders;
  const hasLeadTimes = leadTimes !== undefined && Object.keys(leadTimes).length > 0;
  return hasLeadTimes || weeklyDigest || monthlyOutlook ? 'each-task' : undefined;
}
