import { isLate } from '../../task/late.js';
import { writeOccasion } from '../ledger/occasion.js';
import type { Recipient } from '../recipients/recipient.js';
import type { GroupTask, RecipientGroup } from '../recipients/recipient-index.js';
import type { Round } from './round.js';

/**
 * Once a week: deadlines that the unit has missed, to its own address or, without one, its people. After two weeks also to
 * the county's coordinators or, without any, to the county's address or its people. Those who are reminded by the week get
 * them with the week's list. Nobody is told of what was past before they came.
 */
export function overdue({ recipients }: RecipientGroup, tasks: readonly GroupTask[], round: Round): void {
  const { collector, lateSince, lists, week, escalations } = round;
  const { withAddress, hasCoordinator } = round.recipients;
  const { today } = collector;
  const occasion = writeOccasion({ kind: 'overdue', week: week.name, about: null });
  const isLateFor = ({ unit, joinedOn }: Recipient, { seen: { task } }: GroupTask) =>
    isLate(task, today, lateSince(task.cycleId, unit.id)) && task.end >= (joinedOn ?? task.end);
  for (const recipient of recipients) {
    const { unit, key, isCoordinator } = recipient;
    const isAddressed = key.startsWith('unit:') || !withAddress.has(unit.id);
    const isForCounty = unit.kind === 'county' && (hasCoordinator ? isCoordinator : isAddressed);
    if (!(isAddressed || isForCounty)) continue;
    if (recipient.reminders === 'weekly' && !lists.goesTo(recipient, tasks)) continue;
    if (isAddressed)
      for (const each of tasks)
        if (each.isResponsible && isLateFor(recipient, each))
          collector.add(recipient, 'overdue', { seen: each.seen, occasions: [occasion] });
    if (!isForCounty) continue;
    for (const late of escalations()) {
      if (late.seen.task.end < (recipient.joinedOn ?? late.seen.task.end)) continue;
      const ofUnit = writeOccasion({ kind: 'overdue', week: week.name, about: late.unitId });
      collector.addEscalation(recipient, late, ofUnit);
    }
  }
}
