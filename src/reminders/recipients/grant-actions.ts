import { addDays, dateAt, type Instant } from '../../calendar/iso-date.js';
import { ZONE } from '../../calendar/zone.js';
import { adjustTask } from '../../cycle/edit/adjust-task.use-case.js';
import { changeTask } from '../../cycle/edit/edit-tasks.use-case.js';
import type { Editing } from '../../cycle/edit/revise.use-case.js';
import { findAdjustment, findTask } from '../../cycle/task.store.js';
import type { Caller } from '../../routing/route.js';
import { mayChange } from '../../task/layer.js';
import type { Task } from '../../task/task.js';
import { addSnooze } from '../ledger/ledger.store.js';
import { setSubscribed } from './recipient-state.store.js';
import { recipientsOfCounty } from './recipients.store.js';
import type { Grant } from './signed-link.js';
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

/** Carries out what a grant allows; false when it can no longer be done. */
export async function applyGrant(context: GrantContext, grant: Grant): Promise<boolean> {
  const { database, now } = context;
  const { purpose, county, recipient, taskId } = grant;
  if (purpose === 'unsubscribe' || purpose === 'subscribe') {
    await database
      .transaction()
      .execute((transaction) =>
        purpose === 'subscribe'
          ? setSubscribed(transaction, grant, true, now())
          : unsubscribe(transaction, county, recipient, now()),
      );
    return true;
  }
  const task = await grantedTask(context, grant);
  if (!task || taskId === null) return false;
  if (purpose === 'later') {
    await addSnooze(database, county, { recipient, taskId, day: addDays(dateAt(now(), ZONE), LATER_DAYS) });
    return true;
  }
  return markDone(context, grant, task);
}

/** Marks a task as done: the task itself where it is the recipient's unit's, else in the unit's own view. */
async function markDone(
  context: GrantContext,
  { county, recipient: key }: Grant,
  task: Task,
): Promise<boolean> {
  const { database, now } = context;
  const recipient = (await recipientsOfCounty(database, county)).find((each) => each.key === key);
  if (!recipient) return false;
  const { unit, name } = recipient;
  const [, personId = null] = /^person:(.*)$/.exec(key) ?? [];
  const shared = { name, county, personId, proof: { kind: 'none' } } as const;
  const caller: Caller =
    unit.kind === 'county'
      ? { ...shared, role: 'county-coordinator', unit: null }
      : { ...shared, role: 'unit-coordinator', unit: unit.id };
  const editing: Editing = { ...context, caller, now: now() };
  const done = { status: 'done' } as const;
  if (mayChange(caller, task, ['status'])) {
    await changeTask(
      editing,
      { taskId: task.id, patch: done, ifMatch: task.version, onStale: 'refuse' },
      () => null,
    );
  } else {
    const before = await findAdjustment(database, task.id, unit.id);
    await adjustTask(editing, {
      taskId: task.id,
      unit: unit.id,
      patch: done,
      ifMatch: before?.version ?? 0,
    });
  }
  return true;
}
