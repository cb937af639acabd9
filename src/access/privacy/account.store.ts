import { sql } from 'kysely';
import type { Database } from '../../database/database.js';
import { accountIdOf, userIdOf } from '../data-subject.js';
import { findUser, type User } from '../roles/membership.store.js';
import { accountsOf } from './own-account.store.js';

/** Somebody who has signed in to a county and is known there only by their account. */
export interface Account {
  readonly id: string;
  readonly user: User;
  /** When they last signed in. */
  readonly signedInAt: string;
}

/**
 * Those who have signed in to a county, with a role that the provider's claims gave or without any, by name; not those
 * whose account is a person's of the county alone, and goes with the person. Index: audit_by_time.
 */
export async function accountsOfCounty(database: Database, county: string): Promise<Account[]> {
  const accountIds = `${accountIdOf(county, '')}%`;
  const recorded = await database
    .selectFrom('audit')
    .select(({ fn }) => ['who_id as id', fn.max('at').as('at')])
    .where('county', '=', county)
    .where('event', '=', 'signed-in')
    .where('who_id', 'like', accountIds)
    .groupBy('who_id')
    .execute();
  // Who stood in the county as a person too was recorded as that.
  const noted = await database
    .selectFrom('signed_in_as')
    .select(['person_id as id', 'since as at'])
    .where('county', '=', county)
    .where('person_id', 'like', accountIds)
    .execute();
  const lastAt = new Map([...noted, ...recorded].map(({ id, at }) => [id ?? '', at]));
  const accounts: Account[] = [];
  for (const [id, signedInAt] of lastAt) {
    const user = await findUser(database, userIdOf(county, id) ?? '');
    if (user && !(await isOwnOfPerson(database, county, user))) accounts.push({ id, user, signedInAt });
  }
  return accounts.sort((a, b) => a.user.name.localeCompare(b.user.name, 'nb') || (a.id < b.id ? -1 : 1));
}

/** Whether an account is that of a person of the county alone. Index: people_by_address, primary key. */
async function isOwnOfPerson(database: Database, county: string, user: User): Promise<boolean> {
  const people = await database
    .selectFrom('people')
    .select(['id', 'address'])
    .where('county', '=', county)
    .where('removed', '=', 0)
    .where((eb) =>
      eb.or([
        eb('id', '=', user.personId ?? ''),
        eb(sql<string>`lower(address)`, '=', user.email.toLowerCase()),
      ]),
    )
    .execute();
  for (const person of people)
    if ((await accountsOf(database, person)).own.some(({ id }) => id === user.id)) return true;
  return false;
}
