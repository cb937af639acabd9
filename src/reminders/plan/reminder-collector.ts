import type { IsoDate } from '../../calendar/iso-date.js';
import type { SeenTask } from '../../task/unit-view.js';
import { type LapseReason, type Ledger, type Settlement, settlementKey } from '../ledger/ledger.js';
import type { OccasionText } from '../ledger/occasion.js';
import { isRequired, type Recipient } from '../recipients/recipient.js';
import type { Escalation } from './escalation.js';
import { gistOf } from './gist.js';
import { weekName } from './mail-week.js';
import {
  type DueReminders,
  isCorrection,
  type OwedReminder,
  type ReminderItem,
  SECTIONS,
  type Section,
} from './owed-reminder.js';

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
  /** Left out for what the recipient's unit is to do. */
  readonly isOwn?: boolean;
}

/** Collects what each recipient is owed, each occasion once. */
export class ReminderCollector {
  readonly today: IsoDate;
  readonly ledger: Ledger;
  readonly #joinsFrom: IsoDate | null;
  readonly #gathered = new Map<string, Gathered>();

  /**
   * `joinsFrom`: on days on which the week's lists go out, they take along the corrections about this day and those after;
   * null on other days.
   */
  constructor(today: IsoDate, ledger: Ledger, joinsFrom: IsoDate | null) {
    this.today = today;
    this.ledger = ledger;
    this.#joinsFrom = joinsFrom;
  }

  /** Owes a recipient a task, unless every occasion of it is settled or the recipient wants none. */
  add(recipient: Recipient, section: Section, owed: OwedTask): void {
    const { seen, occasions, notifiedStart = null, isOwn = true } = owed;
    this.#add(recipient, { section, seen, notifiedStart, about: null, isOwn }, occasions);
  }

  /** Owes the county a deadline that one of its units has missed. */
  addEscalation(recipient: Recipient, { seen, unitId }: Escalation, occasion: OccasionText): void {
    const item = { section: 'overdue', seen, notifiedStart: null, about: unitId, isOwn: false } as const;
    this.#add(recipient, item, [occasion]);
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

  /** Whether a recipient is owed a correction. */
  isCorrecting({ key }: Recipient): boolean {
    return this.#gathered.get(key)?.items.some(isCorrection) ?? false;
  }

  lapse(recipient: Recipient, seen: SeenTask, occasions: readonly OccasionText[]): void {
    this.#settle(recipient, seen, occasions, 'past');
  }

  dueReminders(): DueReminders {
    const gathered = [...this.#gathered.values()];
    const messages = gathered.flatMap(({ recipient, items }): OwedReminder[] => {
      const isApart = (item: ReminderItem) => isCorrection(item) && !this.#joins(recipient, item);
      const corrections = items.filter(isApart);
      const daily = items.filter((item) => !isApart(item));
      const of = (kind: OwedReminder['kind'], some: readonly ReminderItem[]): OwedReminder[] =>
        some.length === 0 ? [] : [{ recipient, day: this.today, kind, items: [...some].sort(inOrder) }];
      return [...of('correction', corrections), ...of('daily', daily)];
    });
    return { messages, settled: gathered.flatMap(({ settled }) => [...settled.values()]) };
  }

  #joins({ reminders }: Recipient, { seen, notifiedStart }: ReminderItem): boolean {
    if (this.#joinsFrom === null || reminders !== 'weekly') return false;
    return seen.task.start >= this.#joinsFrom && (notifiedStart ?? seen.task.start) >= this.#joinsFrom;
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

const sameBreath = (one: Section, other: Section) =>
  one === other ||
  (isCorrection({ section: one }) && (other === 'reminder' || other === 'weekly')) ||
  (one === 'reminder' && (other === 'weekly' || other === 'digest')) ||
  other === 'outlook';

function inOrder(one: ReminderItem, other: ReminderItem): number {
  if (one.section !== other.section) return SECTIONS.indexOf(one.section) - SECTIONS.indexOf(other.section);
  const [a, b] = [one.seen.task, other.seen.task];
  if (one.section === 'weekly' && weekName(a.start) === weekName(b.start) && one.isOwn !== other.isOwn)
    return one.isOwn ? -1 : 1;
  if (a.start !== b.start) return a.start < b.start ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
