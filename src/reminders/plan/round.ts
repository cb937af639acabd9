import type { LateSince } from '../../cycle/late-since.use-case.js';
import type { PublishedEntries } from '../../task/filter/task-filter.js';
import type { GroupTask, RecipientGroup, RecipientIndex } from '../recipients/recipient-index.js';
import type { Escalation } from './escalation.js';
import type { MailWeek } from './mail-week.js';
import type { ReminderCollector } from './reminder-collector.js';
import type { WeeklyLists } from './weekly-list.js';

/** What the sections of messages are worked out from, and collected in. */
export interface Round {
  readonly published: PublishedEntries;
  readonly recipients: RecipientIndex;
  readonly lateSince: LateSince;
  readonly collector: ReminderCollector;
  readonly tasksOf: (group: RecipientGroup) => readonly GroupTask[];
  readonly week: MailWeek;
  /** Whether nothing has been worked out in this week before. */
  readonly isNewWeek: boolean;
  readonly lists: WeeklyLists;
  /** Worked out once, on the first call. */
  readonly escalations: () => readonly Escalation[];
}

/** Finds a task of a recipient by its id, each list of tasks indexed once; undefined parts are those that are not there. */
export function taskFinder({ byKey, groupOf }: RecipientIndex, tasksOf: Round['tasksOf']) {
  const known = new Map<readonly GroupTask[], ReadonlyMap<string, GroupTask>>();
  return (key: string, taskId: string) => {
    const group = groupOf.get(key);
    const tasks = group && tasksOf(group);
    let byId = tasks && known.get(tasks);
    if (tasks && !byId) {
      byId = new Map(tasks.map((each) => [each.seen.task.id, each]));
      known.set(tasks, byId);
    }
    return { recipient: byKey.get(key), task: byId?.get(taskId) };
  };
}

export type TaskFinder = ReturnType<typeof taskFinder>;
