import { sql } from 'kysely';
import type { Database } from '../database/database.js';
import { accountIdOf, userIdOf } from './data-subject.js';
import { findUser, type User } from './membership.store.js';

/** Somebody who has signed in to a county and is known there by the claims of a provider alone. */
export interface Account {
  readonly id: string;
  readonly user: User;
  /** When they last signed in. */
  readonly signedInAt: string;
}

/** Those who have signed in to a county and stand there in no unit as a person, by name. Index: audit_by_time. */
export async function accountsOfCounty(database: Database, county: string): Promise<Account[]> {
  const signedIn = await database
    .selectFrom('audit')
    .select(({ fn }) => ['who_id as id', fn.max('at').as('at')])
    .where('county', '=', county)
    .where('event', '=', 'signed-in')
    .where('who_id', 'like', `${accountIdOf(county, '')}%`)
    .groupBy('who_id')
    .execute();
  const accounts: Account[] = [];
  for (const { id, at } of signedIn) {
    const user = await findUser(database, userIdOf(county, id ?? '') ?? '');
    if (id !== null && user && !(await isPersonOf(database, county, user)))
      accounts.push({ id, user, signedInAt: at });
  }
  return accounts.sort((a, b) => a.user.name.localeCompare(b.user.name, 'nb') || (a.id < b.id ? -1 : 1));
}

/** Whether somebody is reached as a person of the county. Index: people_by_address, primary key. */
async function isPersonOf(database: Database, county: string, { email, personId }: User): Promise<boolean> {
  const person = await database
    .selectFrom('people')
    .select('id')
    .where('county', '=', county)
    .where('removed', '=', 0)
    .where((eb) =>
      eb.or([eb('id', '=', personId ?? ''), eb(sql<string>`lower(address)`, '=', email.toLowerCase())]),
    )
    .executeTakeFirst();
  return person !== undefined;
}
