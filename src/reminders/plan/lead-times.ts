import { addDays, type IsoDate } from '../../calendar/iso-date.js';
import type { SchoolDays } from '../../calendar/school-days.js';
import { isOpen, type Task } from '../../task/task.js';
import type { SeenTask } from '../../task/unit-view.js';
import type { Ledger } from '../ledger/ledger.js';
import { type OccasionText, writeOccasion } from '../ledger/occasion.js';
import { leadTimesFor } from '../recipients/recipient.js';
import type { GroupTask, RecipientGroup } from '../recipients/recipient-index.js';

/** A task of a group that has reached lead times. */
export interface TaskWithLeadTimes {
  readonly seen: SeenTask;
  readonly occasions: readonly OccasionText[];
  /** Those of them reached after the last day that was worked out. */
  readonly missed: readonly OccasionText[];
}

/**
 * Finds the tasks of a group that have reached lead times not yet settled for everybody. Worked out once for all units that
 * share their tasks and lead times.
 */
export function tasksWithLeadTimes(
  schoolDays: SchoolDays,
  today: IsoDate,
  { settledThrough, knownThrough }: Pick<Ledger, 'settledThrough' | 'knownThrough'>,
): (tasks: readonly GroupTask[], group: RecipientGroup) => readonly TaskWithLeadTimes[] {
  const daysOf = leadDaysOf(schoolDays, today);
  const known = new Map<readonly GroupTask[], Map<string, readonly TaskWithLeadTimes[]>>();
  const comeOf = (tasks: readonly GroupTask[], { recipients: [recipient] }: RecipientGroup) => {
    const found: TaskWithLeadTimes[] = [];
    for (const { seen } of tasks) {
      if (!isOpen(seen.task)) continue;
      const come = daysOf(seen.task, leadTimesFor(recipient, seen.task));
      if (!come.some(({ day }) => knownThrough === null || day > knownThrough)) continue;
      const missed = come.filter(({ day }) => settledThrough !== null && day > settledThrough);
      found.push({ seen, occasions: come.map(nameOf), missed: missed.map(nameOf) });
    }
    return found;
  };
  return (tasks, group) => {
    let byLeads = known.get(tasks);
    if (!byLeads) {
      byLeads = new Map();
      known.set(tasks, byLeads);
    }
    let come = byLeads.get(group.leads);
    if (!come) {
      come = comeOf(tasks, group);
      byLeads.set(group.leads, come);
    }
    return come;
  };
}

interface LeadDay {
  readonly occasion: OccasionText;
  readonly day: IsoDate;
}

const nameOf = ({ occasion }: LeadDay) => occasion;

/** The lead times that a task has reached, and on which days; worked out once for each start and lead time. */
function leadDaysOf(
  schoolDays: SchoolDays,
  today: IsoDate,
): (task: Pick<Task, 'start'>, leads: readonly number[]) => readonly LeadDay[] {
  // The school day before may be a whole summer holiday earlier, but not more.
  const latest = addDays(today, 120);
  const known = new Map<IsoDate, Map<number, LeadDay | null>>();
  const dayOf = (start: IsoDate, lead: number): LeadDay | null => {
    const day = addDays(start, -lead);
    if (day > latest) return null;
    const schoolDay = schoolDays.lastOnOrBefore(day);
    return schoolDay <= today
      ? { occasion: writeOccasion({ kind: 'lead', lead, start }), day: schoolDay }
      : null;
  };
  return ({ start }, leads) => {
    let byLead = known.get(start);
    if (!byLead) {
      byLead = new Map();
      known.set(start, byLead);
    }
    const come: LeadDay[] = [];
    for (const lead of leads) {
      let each = byLead.get(lead);
      if (each === undefined) {
        each = dayOf(start, lead);
        byLead.set(lead, each);
      }
      if (each) come.push(each);
    }
    return come;
  };
}
