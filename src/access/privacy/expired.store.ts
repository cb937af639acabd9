import { sql } from 'kysely';
import type { Instant } from '../../calendar/iso-date.js';
import type { Database, Transaction } from '../../database/database.js';
import { deleteExpiredPresence } from '../../live/presence.store.js';
import { eraseAccounts } from './erase.store.js';

/**
 * Erases expired sessions and one-time links, presence that no longer counts, and accounts that no longer belong to
 * anybody.
 */
export async function eraseExpired(database: Database, now: Instant): Promise<void> {
  for (const table of ['auth_sessions', 'auth_verifications'] as const)
    await database.deleteFrom(table).where('expires_at', '<', now).execute();
  await deleteExpiredPresence(database, now);
  await forgetAbandoned(database);
}

/** Erases accounts that no longer belong to anybody: they were shared when one person was erased, and the others are erased too now. */
async function forgetAbandoned(database: Database): Promise<void> {
  if ((await abandoned(database)).length === 0) return;
  await database.transaction().execute(async (transaction) => {
    const users = await abandoned(transaction);
    await eraseAccounts(transaction, {
      userIds: users.map(({ id }) => id),
      addresses: users.map(({ email }) => email),
    });
  });
}

/**
 * Accounts that have signed in as people, all of whom have been erased; whose address no person has, and to which claims
 * of the provider give no role. Indexes: primary keys, people_by_address, auth_accounts_of_user.
 */
async function abandoned(
  database: Database | Transaction,
): Promise<{ readonly id: string; readonly email: string }[]> {
  return database
    .selectFrom('auth_users')
    .select(['auth_users.id', 'auth_users.email'])
    .where(({ and, exists, not, selectFrom }) =>
      and([
        exists(
          selectFrom('signed_in_as')
            .select('signed_in_as.user_id')
            .whereRef('signed_in_as.user_id', '=', 'auth_users.id'),
        ),
        not(
          exists(
            selectFrom('signed_in_as')
              .leftJoin('people', (join) =>
                join
                  .onRef('people.county', '=', 'signed_in_as.county')
                  .onRef('people.id', '=', 'signed_in_as.person_id'),
              )
              .select('signed_in_as.user_id')
              .whereRef('signed_in_as.user_id', '=', 'auth_users.id')
              // A row with the account's own id has no person: such accounts are erased by their own route.
              .where((eb) => eb.or([eb('people.removed', '=', 0), eb('people.id', 'is', null)])),
          ),
        ),
        not(
          exists(
            selectFrom('people')
              .select('people.id')
              .where('people.removed', '=', 0)
              .whereRef(sql<string>`lower(people.address)`, '=', 'auth_users.email'),
          ),
        ),
        not(
          exists(
            selectFrom('auth_accounts')
              .innerJoin('claimed_roles', 'claimed_roles.subject', 'auth_accounts.account_id')
              .select('auth_accounts.id')
              .whereRef('auth_accounts.user_id', '=', 'auth_users.id')
              .where('claimed_roles.roles', '<>', '[]'),
          ),
        ),
      ]),
    )
    .execute();
}
