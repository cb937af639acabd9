import type { IsoDate } from '../calendar/iso-date.js';
import type { Task } from '../cycle/task.js';
import type { SeenTask } from '../cycle/unit-view.js';
import type { Ledger, Settlement } from './ledger.js';
import type { Due, Item, Owed, Section } from './owed.js';
import { isRequired, type Recipient } from './recipient.js';

/** Gathers what each recipient is owed, each occasion once. */
export class Collected {
  readonly today: IsoDate;
  readonly ledger: Ledger;
  readonly #items = new Map<string, { readonly recipient: Recipient; readonly items: Item[] }>();
  readonly #settled = new Map<string, Settlement>();

  constructor(today: IsoDate, ledger: Ledger) {
    this.today = today;
    this.ledger = ledger;
  }

  /** Owes a recipient a task, unless every occasion of it is settled or the recipient wants none. */
  add(
    recipient: Recipient,
    section: Section,
    seen: SeenTask,
    occasions: readonly string[],
    told: IsoDate | null = null,
  ): void {
    const { task } = seen;
    if (!recipient.isSubscribed && !isRequired(recipient, task)) return;
    const open = this.#open(recipient, task, occasions);
    if (open.length === 0) return;
    for (const occasion of open) this.#settle(recipient, task, occasion, 'owed');
    const known = this.#items.get(recipient.key) ?? { recipient, items: [] };
    this.#items.set(recipient.key, known);
    // Who is told that a task has moved need not be reminded of it in the same breath.
    const isThere = known.items.some(
      (item) => item.seen.task.id === task.id && sameBreath(item.section, section),
    );
    if (!isThere) known.items.push({ section, seen, told });
  }

  lapse(recipient: Recipient, { task }: SeenTask, occasions: readonly string[]): void {
    if (!recipient.isSubscribed && !isRequired(recipient, task)) return;
    for (const occasion of this.#open(recipient, task, occasions))
      this.#settle(recipient, task, occasion, 'lapsed');
  }

  due(): Due {
    const messages = [...this.#items.values()].flatMap(({ recipient, items }): Owed[] => {
      const corrections = items.filter(({ section }) => section === 'moved' || section === 'cancelled');
      const daily = items.filter((item) => !corrections.includes(item));
      const of = (kind: Owed['kind'], some: readonly Item[]): Owed[] =>
        some.length === 0 ? [] : [{ recipient, day: this.today, kind, items: [...some].sort(byStart) }];
      return [...of('correction', corrections), ...of('daily', daily)];
    });
    return { messages, settled: [...this.#settled.values()] };
  }

  #open({ key }: Recipient, { id }: Task, occasions: readonly string[]): string[] {
    return occasions.filter(
      (occasion) => !this.ledger.has(key, id, occasion) && !this.#settled.has(`${key} ${id} ${occasion}`),
    );
  }

  #settle({ key }: Recipient, { id, start }: Task, occasion: string, outcome: Settlement['outcome']): void {
    this.#settled.set(`${key} ${id} ${occasion}`, { recipient: key, taskId: id, occasion, start, outcome });
  }
}

const CORRECTIONS: readonly Section[] = ['moved', 'cancelled'];

const sameBreath = (one: Section, other: Section) =>
  one === other ||
  (CORRECTIONS.includes(one) && other === 'reminder') ||
  (one === 'reminder' && other === 'digest') ||
  other === 'outlook';

function byStart({ seen: { task: a } }: Item, { seen: { task: b } }: Item): number {
  if (a.start !== b.start) return a.start < b.start ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
