import type { IsoDate } from '../../calendar/iso-date.js';
import type { SeenTask } from '../../task/unit-view.js';
import { type LapseReason, type Ledger, type Settlement, settlementKey } from '../ledger/ledger.js';
import type { OccasionText } from '../ledger/occasion.js';
import { isRequired, type Recipient } from '../recipients/recipient.js';
import type { Escalation } from './escalation.js';
import { gistOf } from './gist.js';
import type { DueReminders, OwedReminder, ReminderItem, Section } from './owed-reminder.js';

/** What has been collected for one recipient. */
interface Gathered {
  readonly recipient: Recipient;
  readonly items: ReminderItem[];
  readonly settled: Map<string, Settlement>;
}

/** A task that is owed to a recipient, and the occasions that it is owed for. */
export interface OwedTask {
  readonly seen: SeenTask;
  readonly occasions: readonly OccasionText[];
  /** In a correction: the first day that the recipient has been notified of. */
  readonly notifiedStart?: IsoDate;
}

/** Collects what each recipient is owed, each occasion once. */
export class ReminderCollector {
  readonly today: IsoDate;
  readonly ledger: Ledger;
  readonly #gathered = new Map<string, Gathered>();

  constructor(today: IsoDate, ledger: Ledger) {
    this.today = today;
    this.ledger = ledger;
  }

  /** Owes a recipient a task, unless every occasion of it is settled or the recipient wants none. */
  add(recipient: Recipient, section: Section, { seen, occasions, notifiedStart }: OwedTask): void {
    this.#add(recipient, { section, seen, notifiedStart: notifiedStart ?? null, about: null }, occasions);
  }

  /** Owes the county a deadline that one of its units has missed. */
  addEscalation(recipient: Recipient, { seen, unitId }: Escalation, occasion: OccasionText): void {
    this.#add(recipient, { section: 'overdue', seen, notifiedStart: null, about: unitId }, [occasion]);
  }

  #add(recipient: Recipient, item: ReminderItem, occasions: readonly OccasionText[]): void {
    const gathered = this.#settle(recipient, item.seen, occasions, null);
    if (!gathered) return;
    // A recipient who is told that a task has moved need not be reminded of it at the same time.
    const isThere = gathered.items.some(
      ({ seen, section, about }) =>
        seen.task.id === item.seen.task.id && about === item.about && sameBreath(section, item.section),
    );
    if (!isThere) gathered.items.push(item);
  }

  lapse(recipient: Recipient, seen: SeenTask, occasions: readonly OccasionText[]): void {
    this.#settle(recipient, seen, occasions, 'past');
  }

  dueReminders(): DueReminders {
    const gathered = [...this.#gathered.values()];
    const messages = gathered.flatMap(({ recipient, items }): OwedReminder[] => {
      const corrections = items.filter(({ section }) => CORRECTIONS.includes(section));
      const daily = items.filter(({ section }) => !CORRECTIONS.includes(section));
      const of = (kind: OwedReminder['kind'], some: readonly ReminderItem[]): OwedReminder[] =>
        some.length === 0 ? [] : [{ recipient, day: this.today, kind, items: [...some].sort(byStart) }];
      return [...of('correction', corrections), ...of('daily', daily)];
    });
    return { messages, settled: gathered.flatMap(({ settled }) => [...settled.values()]) };
  }

  /** Settles the occasions that are still open; undefined when there is none, or the recipient wants nothing of the task. */
  #settle(
    recipient: Recipient,
    { task }: SeenTask,
    occasions: readonly OccasionText[],
    reason: LapseReason | null,
  ): Gathered | undefined {
    if (!recipient.isSubscribed && !isRequired(recipient, task)) return undefined;
    const before = this.ledger.settledOf(recipient.key);
    let gathered = this.#gathered.get(recipient.key);
    let isOpen = false;
    for (const occasion of occasions) {
      const key = settlementKey(task.id, occasion);
      if (before.has(key) || gathered?.settled.has(key)) continue;
      if (!gathered) {
        gathered = { recipient, items: [], settled: new Map() };
        this.#gathered.set(recipient.key, gathered);
      }
      const { id: taskId, start } = task;
      const outcome = reason === null ? 'owed' : 'lapsed';
      const gist = gistOf(task);
      const settlement = {
        recipient: recipient.key,
        taskId,
        occasion,
        start,
        gist,
        outcome,
        reason,
      } as const;
      gathered.settled.set(key, settlement);
      isOpen = true;
    }
    return isOpen ? gathered : undefined;
  }
}

const CORRECTIONS: readonly Section[] = ['moved', 'changed', 'cancelled'];

const sameBreath = (one: Section, other: Section) =>
  one === other ||
  (CORRECTIONS.includes(one) && other === 'reminder') ||
  (one === 'reminder' && other === 'digest') ||
  other === 'outlook';

function byStart({ seen: { task: a } }: ReminderItem, { seen: { task: b } }: ReminderItem): number {
  if (a.start !== b.start) return a.start < b.start ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
