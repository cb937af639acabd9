import { sql } from 'kysely';
import type { Transaction } from '../../database/database.js';
import { accountIdOf, type DataSubject } from '../data-subject.js';
import { type AddressedPerson, accountsOf, othersHaveAddress } from './own-account.store.js';

/** Replaces the name of an erased person. */
export const REMOVED = 'removed person';

/**
 * Erases somebody from everywhere but the row of a person, within the transaction that removes that: 1. the name in
 * history, comments, feeds, audit and the like, 2. that they are looking at a task, 3. their reminders, 4. their account
 * with its sessions and tokens.
 */
export async function eraseTraces(transaction: Transaction, subject: DataSubject): Promise<void> {
  const { county, authorIds, recipient } = subject;
  const named = [
    'history',
    'comments',
    'audit',
    'corrected_school_years',
    'year_dates',
    'looked_over',
  ] as const;
  for (const table of named)
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
  // People are remembered without a name, so that an account that was theirs too is not taken for another's alone.
  await transaction
    .deleteFrom('signed_in_as')
    .where('county', '=', county)
    .where('person_id', 'in', authorIds)
    .where('person_id', 'like', accountIdOf(county, '%'))
    .execute();
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
 * Erases the account of an address that a person has given up, and links that wait for it, when it was the person's
 * alone; one that signs in as the person by a link that was made for them goes on doing so.
 */
export async function eraseAccountOf(transaction: Transaction, person: AddressedPerson): Promise<void> {
  const { own, kept } = await accountsOf(transaction, person);
  const isOthers = kept !== null || (await othersHaveAddress(transaction, person.address, person.id));
  await eraseAccounts(transaction, {
    userIds: own.filter(({ personId }) => personId === null).map(({ id }) => id),
    addresses: isOthers ? [] : [person.address],
  });
}

/** Sessions, tokens, what the provider calls them and as whom they signed in go with the users. */
export async function eraseAccounts(
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
    await eraseUnknownSignIns(transaction, id);
    await transaction
      .deleteFrom('claimed_roles')
      .where('subject', 'in', (eb) =>
        eb.selectFrom('auth_accounts').select('account_id').where('user_id', '=', id),
      )
      .execute();
    await transaction.deleteFrom('auth_users').where('id', '=', id).execute();
  }
}

/** Who signs in without a role anywhere is recorded as the account, in the county of the installation. */
async function eraseUnknownSignIns(transaction: Transaction, userId: string): Promise<void> {
  const counties = await transaction
    .selectFrom('units')
    .select('county')
    .where('kind', '=', 'county')
    .execute();
  for (const { county } of counties)
    await transaction
      .updateTable('audit')
      .set({ who: REMOVED, who_id: null })
      .where('county', '=', county)
      .where('who_id', '=', accountIdOf(county, userId))
      .execute();
}
