import { addDays, type IsoDate } from '../calendar/iso-date.js';
import type { SchoolDays } from '../calendar/school-days.js';
import { isOpen, type Task } from '../cycle/task.js';
import type { SeenTask } from '../cycle/unit-view.js';
import { leadTimesFor, type Recipient } from './recipient.js';
import type { GroupTask } from './recipient-index.js';

/** The lead times of a task that have come by a day, as occasions, and the day on which the newest of them came. */
interface Come {
  readonly occasions: readonly { readonly occasion: string; readonly day: IsoDate }[];
  readonly newest: IsoDate;
}

/** A task of a group of which a lead time has come. */
export interface ComeTask {
  readonly seen: SeenTask;
  readonly come: Come;
}

/** Works out of which tasks of a group lead times have come; once for units that share their tasks and lead times. */
export function comeTasksOf(
  schoolDays: SchoolDays,
  today: IsoDate,
): (tasks: readonly GroupTask[], recipient: Recipient) => readonly ComeTask[] {
  const known = new Map<readonly GroupTask[], Map<string, readonly ComeTask[]>>();
  return (tasks, recipient) => {
    const byLeads = known.get(tasks) ?? new Map<string, readonly ComeTask[]>();
    known.set(tasks, byLeads);
    const key = JSON.stringify(recipient.leadTimes);
    const before = byLeads.get(key);
    if (before) return before;
    const come = tasks.flatMap(({ seen }): ComeTask[] => {
      const found = isOpen(seen.task)
        ? leadTimesCome(seen.task, leadTimesFor(recipient, seen.task), schoolDays, today)
        : null;
      return found ? [{ seen, come: found }] : [];
    });
    byLeads.set(key, come);
    return come;
  };
}

function leadTimesCome(
  { start }: Task,
  leads: readonly number[],
  schoolDays: SchoolDays,
  today: IsoDate,
): Come | null {
  const occasions = leads
    .map((lead) => ({ occasion: `lead:${lead}:${start}`, day: addDays(start, -lead) }))
    // The day of school before may lie a summer holiday earlier, but not more.
    .filter(({ day }) => day <= addDays(today, 120))
    .map(({ occasion, day }) => ({ occasion, day: schoolDays.lastOnOrBefore(day) }))
    .filter(({ day }) => day <= today);
  const newest = occasions
    .map(({ day }) => day)
    .sort()
    .at(-1);
  return newest === undefined ? null : { occasions, newest };
}
