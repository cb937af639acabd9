import { sql } from 'kysely';
import type { Transaction } from '../database/database.js';
import type { DataSubject } from './data-subject.js';
import { membershipsOf, usersOf } from './membership.store.js';

/** What stands where the name of an erased person stood. */
export const REMOVED = 'removed person';

/**
 * Erases somebody from everywhere but the row of a person, within the transaction that removes that: 1. the name in
 * history, comments, feeds, audit and the like, 2. that they are looking at a task, 3. their reminders, 4. their account
 * with its sessions and tokens.
 */
export async function eraseTraces(transaction: Transaction, subject: DataSubject): Promise<void> {
  const { county, authorIds, recipient } = subject;
  for (const table of ['history', 'comments', 'audit', 'corrected_school_years', 'looked_over'] as const)
    await transaction
      .updateTable(table)
      .set({ who: REMOVED, who_id: null })
      .where('county', '=', county)
      .where('who_id', 'in', authorIds)
      .execute();
  await transaction
    .updateTable('feeds')
    .set({ owner: REMOVED, owner_id: null })
    .where('county', '=', county)
    .where('owner_id', 'in', authorIds)
    .execute();
  await transaction
    .deleteFrom('presence')
    .where('county', '=', county)
    .where('person_id', 'in', authorIds)
    .execute();
  if (recipient !== null) await eraseReminders(transaction, county, recipient);
  await eraseAccounts(transaction, subject);
}

async function eraseReminders(transaction: Transaction, county: string, recipient: string): Promise<void> {
  await transaction
    .deleteFrom('outbox_content')
    .where('county', '=', county)
    .where('id', 'in', (eb) =>
      eb.selectFrom('outbox').select('id').where('county', '=', county).where('recipient', '=', recipient),
    )
    .execute();
  for (const table of ['outbox', 'reminder_ledger', 'snoozes', 'recipient_states'] as const)
    await transaction
      .deleteFrom(table)
      .where('county', '=', county)
      .where('recipient', '=', recipient)
      .execute();
}

/**
 * Erases the account of an address that a person has given up, and links that wait for it: nobody has a role by it any
 * more. It stays where another person has the address, where a link was made for its person, and where claims give it a role.
 */
export async function eraseAccountOf(transaction: Transaction, address: string): Promise<void> {
  const other = await transaction
    .selectFrom('people')
    .select('id')
    .where(sql<string>`lower(address)`, '=', address.toLowerCase())
    .where('removed', '=', 0)
    .executeTakeFirst();
  if (other) return;
  const userIds: string[] = [];
  for (const user of await usersOf(transaction, { id: '', address }))
    if (user.personId === null && (await membershipsOf(transaction, user)).length === 0)
      userIds.push(user.id);
  await eraseAccounts(transaction, { userIds, addresses: [address] });
}

/** Sessions, tokens and what the provider calls them go with the user. */
async function eraseAccounts(
  transaction: Transaction,
  { userIds, addresses }: Pick<DataSubject, 'userIds' | 'addresses'>,
): Promise<void> {
  // A link that waits to be used holds the address as JSON.
  for (const address of addresses)
    await transaction
      .deleteFrom('auth_verifications')
      .where(sql<string>`lower(value)`, 'like', `%"${address.toLowerCase()}"%`)
      .execute();
  for (const id of userIds) {
    await transaction
      .deleteFrom('claimed_roles')
      .where('subject', 'in', (eb) =>
        eb.selectFrom('auth_accounts').select('account_id').where('user_id', '=', id),
      )
      .execute();
    await transaction.deleteFrom('auth_users').where('id', '=', id).execute();
  }
}
