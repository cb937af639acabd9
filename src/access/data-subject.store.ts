import { sql } from 'kysely';
import type { Database, Transaction } from '../database/database.js';
import type { Person } from '../reminders/person.js';
import { accountIdOf, type DataSubject } from './data-subject.js';
import { membershipsOf, type User, usersOf } from './membership.store.js';

/**
 * A person as the one about whom something is stored. The account by which they sign in is theirs unless it is that of a
 * person in another unit too, or holds a role in another county. Indexes: people_by_address, auth_users.email.
 */
export async function subjectOfPerson(
  database: Database | Transaction,
  person: Pick<Person, 'id' | 'county' | 'address'>,
): Promise<DataSubject> {
  const { id, county, address } = person;
  const users = await usersOf(database, person);
  const others = await database
    .selectFrom('people')
    .select('county')
    .where(sql<string>`lower(address)`, '=', address.toLowerCase())
    .where('removed', '=', 0)
    .where('id', '<>', id)
    .execute();
  const isSharedHere = others.some((other) => other.county === county);
  const isShared = others.length > 0 || (await holdRolesElsewhere(database, users, county));
  return {
    county,
    authorIds: [id, ...(isSharedHere ? [] : users.map((user) => accountIdOf(county, user.id)))],
    recipient: `person:${id}`,
    userIds: isShared ? [] : users.map((user) => user.id),
    addresses: isShared ? [] : [address],
  };
}

/** Somebody who is known in a county by the claims of a provider alone as the one about whom something is stored. */
export async function subjectOfUser(
  database: Database | Transaction,
  county: string,
  user: User,
): Promise<DataSubject> {
  const isShared = await holdRolesElsewhere(database, [user], county);
  return {
    county,
    authorIds: [accountIdOf(county, user.id)],
    recipient: null,
    userIds: isShared ? [] : [user.id],
    addresses: isShared ? [] : [user.email],
  };
}

async function holdRolesElsewhere(
  database: Database | Transaction,
  users: readonly User[],
  county: string,
): Promise<boolean> {
  for (const user of users)
    if ((await membershipsOf(database, user)).some((held) => held.county !== county)) return true;
  return false;
}
