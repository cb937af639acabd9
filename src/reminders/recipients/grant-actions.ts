import { addDays, dateAt, type Instant } from '../../calendar/iso-date.js';
import { ZONE } from '../../calendar/zone.js';
import { adjustTask } from '../../cycle/edit/adjust-task.use-case.js';
import { changeTask } from '../../cycle/edit/edit-tasks.use-case.js';
import type { Editing } from '../../cycle/edit/revise.use-case.js';
import { takeBackRevision } from '../../cycle/edit/take-back.use-case.js';
import { historyOf } from '../../cycle/history.store.js';
import { findAdjustment, findTask } from '../../cycle/task.store.js';
import { RequestProblem } from '../../routing/problem.js';
import type { Caller } from '../../routing/route.js';
import type { Entry } from '../../task/entry.js';
import { mayChange } from '../../task/layer.js';
import type { Task } from '../../task/task.js';
import { addSnooze } from '../ledger/ledger.store.js';
import { setSubscribed } from './recipient-state.store.js';
import { recipientsOfCounty } from './recipients.store.js';
import type { Grant, GrantOf } from './signed-link.js';
import { unsubscribe } from './unsubscribing.store.js';

const LATER_DAYS = 7;

export type GrantContext = Omit<Editing, 'caller' | 'now'> & { readonly now: () => Instant };

/** What a grant is about, for the page that asks before it is used; undefined when that is not there any more. */
export async function grantedTask(
  { database }: Pick<GrantContext, 'database'>,
  { taskId }: Grant,
): Promise<Task | null | undefined> {
  if (taskId === null) return null;
  const task = await findTask(database, taskId);
  return task && !task.deleted ? task : undefined;
}

/** A grant that has been used. */
export interface UsedGrant {
  /** What takes back what was done; null when nothing was, or nothing can. */
  readonly back: Grant | null;
}

/** Carries out what a grant allows; undefined when it can no longer be done. */
export async function applyGrant(context: GrantContext, grant: Grant): Promise<UsedGrant | undefined> {
  switch (grant.purpose) {
    case 'unsubscribe':
    case 'subscribe':
      return changeSubscription(context, grant);
    case 'later':
      return remindLater(context, grant);
    case 'done':
      return unlessRefused(() => reportDone(context, grant));
    case 'take-back':
      return unlessRefused(() => takeBackReport(context, grant));
    default:
      return grant satisfies never;
  }
}

async function changeSubscription(
  { database, now }: GrantContext,
  grant: GrantOf<'unsubscribe' | 'subscribe'>,
): Promise<UsedGrant> {
  const { purpose, county, recipient } = grant;
  await database
    .transaction()
    .execute((transaction) =>
      purpose === 'subscribe'
        ? setSubscribed(transaction, grant, true, now())
        : unsubscribe(transaction, county, recipient, now()),
    );
  return { back: purpose === 'unsubscribe' ? { ...grant, purpose: 'subscribe' } : null };
}

async function remindLater(context: GrantContext, grant: Grant): Promise<UsedGrant | undefined> {
  const { database, now } = context;
  const { county, recipient } = grant;
  const task = await grantedTask(context, grant);
  if (!task) return undefined;
  const day = addDays(dateAt(now(), ZONE), LATER_DAYS);
  await addSnooze(database, county, { recipient, taskId: task.id, day });
  return { back: null };
}

/** What the service refuses to do any more is no fault: the link is used up. */
async function unlessRefused<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RequestProblem) return undefined;
    throw error;
  }
}

/** A change on behalf of the recipient of a grant; undefined when there is no such recipient any more. */
async function editingAs(
  context: GrantContext,
  { county, recipient: key }: Grant,
): Promise<(Editing & { readonly unit: string }) | undefined> {
  const recipient = (await recipientsOfCounty(context.database, county)).find((each) => each.key === key);
  if (!recipient) return undefined;
  const { unit, name } = recipient;
  const [, personId = null] = /^person:(.*)$/.exec(key) ?? [];
  const shared = { name, county, personId, proof: { kind: 'none' } } as const;
  const caller: Caller =
    unit.kind === 'county'
      ? { ...shared, role: 'county-coordinator', unit: null }
      : { ...shared, role: 'unit-coordinator', unit: unit.id };
  return { ...context, caller, now: context.now(), unit: unit.id };
}

/** Marks a task as done: the task itself where it is the recipient's unit's, else in the unit's own view. */
async function reportDone(context: GrantContext, grant: GrantOf<'done'>): Promise<UsedGrant | undefined> {
  const task = await grantedTask(context, grant);
  const editing = await editingAs(context, grant);
  if (!task || !editing) return undefined;
  const done = { status: 'done' } as const;
  if (mayChange(editing.caller, task, ['status'])) {
    const change = { taskId: task.id, patch: done, ifMatch: task.version, onStale: 'refuse' } as const;
    const after = await changeTask(editing, change, () => null);
    return { back: await grantBack(context, grant, { task, before: task, after }) };
  }
  const before = await findAdjustment(context.database, task.id, editing.unit);
  const change = { taskId: task.id, unit: editing.unit, patch: done, ifMatch: before?.version ?? 0 };
  const after = await adjustTask(editing, change);
  return { back: await grantBack(context, grant, { task, before, after }) };
}

/** A report of a task: what was changed by it, the task itself or the unit's adjustment. */
interface Report {
  readonly task: Task;
  readonly before: Entry | undefined;
  readonly after: Entry | undefined;
}

/** The grant that takes back a report, for as long as the link to it is good; null when nothing was changed by it. */
async function grantBack(
  { database }: GrantContext,
  { county, recipient, expires }: Grant,
  { task, before, after }: Report,
): Promise<Grant | null> {
  if (!after || after.version === before?.version) return null;
  const history = await historyOf(database, { county, id: task.cycleId }, task.id);
  const made = history.find(({ changes }) =>
    changes.some(({ after: { id, version } }) => id === after.id && version === after.version),
  );
  if (!made) return null;
  return { purpose: 'take-back', county, recipient, expires, taskId: task.id, revision: made.revision };
}

/** Takes back the report of a task, and nothing else. */
async function takeBackReport(
  context: GrantContext,
  grant: GrantOf<'take-back'>,
): Promise<UsedGrant | undefined> {
  const task = await grantedTask(context, grant);
  const editing = await editingAs(context, grant);
  if (!task || !editing) return undefined;
  await takeBackRevision(editing, task.cycleId, { kind: 'undo', revision: grant.revision });
  return { back: null };
}
