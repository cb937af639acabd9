import { sql } from 'kysely';
import type { Database, Transaction } from '../database/database.js';
import type { Person } from '../reminders/person.js';

/** What stands where the name of an erased person stood. */
export const REMOVED = 'removed person';

/**
 * Erases a person from everywhere but their own row, within the transaction that removes it: 1. the name in history,
 * comments, feeds, audit and the like, 2. that they are looking at a task, 3. what was mailed to them, 4. their account
 * with its sessions and tokens, unless it is somebody else's too.
 */
export async function eraseTraces(transaction: Transaction, person: Person): Promise<void> {
  const { county, id } = person;
  for (const table of ['history', 'comments', 'audit', 'corrected_school_years', 'looked_over'] as const)
    await transaction
      .updateTable(table)
      .set({ who: REMOVED, who_id: null })
      .where('county', '=', county)
      .where('who_id', '=', id)
      .execute();
  await transaction
    .updateTable('feeds')
    .set({ owner: REMOVED, owner_id: null })
    .where('county', '=', county)
    .where('owner_id', '=', id)
    .execute();
  await transaction
    .deleteFrom('outbox_content')
    .where('county', '=', county)
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('outbox')
        .select('id')
        .where('county', '=', county)
        .where('recipient', '=', recipientOf(person)),
    )
    .execute();
  await transaction.deleteFrom('presence').where('county', '=', county).where('person_id', '=', id).execute();
  for (const table of ['outbox', 'reminder_ledger', 'snoozes', 'recipient_states'] as const)
    await transaction
      .deleteFrom(table)
      .where('county', '=', county)
      .where('recipient', '=', recipientOf(person))
      .execute();
  await eraseAccount(transaction, person);
}

/** Everything that is stored about a person besides their own row. */
export async function exportOf(database: Database, person: Person) {
  const { county, id } = person;
  const ofPerson = { county, who_id: id };
  const [history, comments, audit, schoolYears, lookedOver, feeds, looking, messages, accounts] =
    await Promise.all([
      database
        .selectFrom('history')
        .select(['cycle_id as cycleId', 'revision', 'at', 'action', 'task_id as taskId', 'detail as message'])
        .where((eb) => eb.and(ofPerson))
        .orderBy('at')
        .execute(),
      database
        .selectFrom('comments')
        .select(['task_id as taskId', 'at', 'body as text'])
        .where((eb) => eb.and(ofPerson))
        .orderBy('at')
        .execute(),
      database
        .selectFrom('audit')
        .select(['at', 'event', 'about', 'detail'])
        .where((eb) => eb.and(ofPerson))
        .orderBy('at')
        .execute(),
      database
        .selectFrom('corrected_school_years')
        .select(['school_year as schoolYear', 'at'])
        .where((eb) => eb.and(ofPerson))
        .orderBy('at')
        .execute(),
      database
        .selectFrom('looked_over')
        .select(['task_id as taskId', 'at'])
        .where((eb) => eb.and(ofPerson))
        .orderBy('at')
        .execute(),
      database
        .selectFrom('feeds')
        .select(['id', 'name', 'created_at as createdAt'])
        .where('county', '=', county)
        .where('owner_id', '=', id)
        .execute(),
      database
        .selectFrom('presence')
        .select(['task_id as taskId', 'seen_at as at'])
        .where('county', '=', county)
        .where('person_id', '=', id)
        .execute(),
      database
        .selectFrom('outbox')
        .innerJoin('outbox_content', (join) =>
          join
            .onRef('outbox_content.county', '=', 'outbox.county')
            .onRef('outbox_content.id', '=', 'outbox.id'),
        )
        .select(['day', 'kind', 'status', 'content'])
        .where('outbox.county', '=', county)
        .where('recipient', '=', recipientOf(person))
        .orderBy('day')
        .execute(),
      isShared(database, person).then((shared) => (shared ? [] : accountsOf(database, person))),
    ]);
  const account = await Promise.all(
    accounts.map(async ({ id: userId, name, email, created_at }) => ({
      name,
      email,
      createdAt: created_at,
      sessions: await database
        .selectFrom('auth_sessions')
        .select(['created_at as createdAt', 'expires_at as expiresAt'])
        .where('user_id', '=', userId)
        .execute(),
      tokens: await database
        .selectFrom('api_tokens')
        .select([
          'name',
          'scopes',
          'created_at as createdAt',
          'expires_at as expiresAt',
          'last_used_at as lastUsedAt',
        ])
        .where('user_id', '=', userId)
        .execute(),
    })),
  );
  return { history, comments, audit, schoolYears, lookedOver, feeds, looking, messages, account };
}

const recipientOf = ({ id }: Person) => `person:${id}`;

/** The accounts by which a person signs in. */
function accountsOf(database: Database | Transaction, { id, address }: Person) {
  return database
    .selectFrom('auth_users')
    .select(['id', 'name', 'email', 'created_at'])
    .where((eb) =>
      eb.or([eb('person_id', '=', id), eb(sql<string>`lower(email)`, '=', address.toLowerCase())]),
    )
    .execute();
}

/** Whether the account is that of a person in another unit too. */
async function isShared(database: Database | Transaction, { id, address }: Person): Promise<boolean> {
  const other = await database
    .selectFrom('people')
    .select('id')
    .where(sql<string>`lower(address)`, '=', address.toLowerCase())
    .where('removed', '=', 0)
    .where('id', '<>', id)
    .executeTakeFirst();
  return other !== undefined;
}

/** Somebody who stands in other units too keeps the account for them. */
async function eraseAccount(transaction: Transaction, person: Person): Promise<void> {
  if (await isShared(transaction, person)) return;
  // A link that waits to be used holds the address as JSON.
  await transaction
    .deleteFrom('auth_verifications')
    .where(sql<string>`lower(value)`, 'like', `%"${person.address.toLowerCase()}"%`)
    .execute();
  for (const { id } of await accountsOf(transaction, person)) {
    const accounts = await transaction
      .selectFrom('auth_accounts')
      .select('account_id')
      .where('user_id', '=', id)
      .execute();
    const subjects = accounts.map(({ account_id }) => account_id);
    if (subjects.length > 0)
      await transaction.deleteFrom('claimed_roles').where('subject', 'in', subjects).execute();
    await transaction.deleteFrom('auth_users').where('id', '=', id).execute();
  }
}
