import type { IsoDate } from '../../calendar/iso-date.js';
import { isOpen } from '../../task/task.js';
import { seenWith } from '../../task/unit-view.js';
import { writeOccasion } from '../ledger/occasion.js';
import type { Recipient } from '../recipients/recipient.js';
import { gistOf } from './gist.js';
import type { Round, TaskFinder } from './round.js';

/**
 * Corrects what recipients have been told: the task has another date, time or title, or is cancelled or deleted. Those who
 * are reminded by the week hear of it with the week's list when the day they know and the new one are after that.
 */
export function correct({ published, collector, week, isNewWeek }: Round, find: TaskFinder): void {
  const { ledger, today } = collector;
  const byId = new Map(published.tasks.map((task) => [task.id, task]));
  const canWait = ({ reminders }: Recipient, ...days: readonly IsoDate[]) =>
    reminders === 'weekly' && !isNewWeek && days.every((day) => day > week.next);
  for (const { recipient: key, taskId, start: notifiedStart, gist } of ledger.notified) {
    const common = byId.get(taskId);
    if (!common) continue;
    const { recipient, task: found } = find(key, taskId);
    if (!recipient) continue;
    const seen = found?.seen;
    if (seen && isOpen(seen.task)) {
      const { start } = seen.task;
      if (start < today || gist === gistOf(seen.task)) continue;
      if (canWait(recipient, start, notifiedStart)) continue;
      // The sequence makes each move an occasion, also when a task moves away, back and away again.
      const { sequence } = seen;
      if (start !== notifiedStart)
        collector.add(recipient, 'moved', {
          seen,
          occasions: [writeOccasion({ kind: 'moved', start, sequence })],
          notifiedStart,
        });
      else if (gist !== '')
        collector.add(recipient, 'changed', {
          seen,
          occasions: [writeOccasion({ kind: 'changed', sequence })],
          notifiedStart,
        });
      continue;
    }
    const gone = seen ?? seenWith(common, undefined);
    const isGone = gone.task.deleted || gone.task.status === 'cancelled';
    if (!isGone || notifiedStart < today || gist === gistOf(gone.task)) continue;
    if (canWait(recipient, notifiedStart)) continue;
    const occasion = writeOccasion({ kind: 'cancelled', sequence: gone.sequence });
    collector.add(recipient, 'cancelled', { seen: gone, occasions: [occasion], notifiedStart });
  }
}
