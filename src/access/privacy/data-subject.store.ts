import type { Database, Transaction } from '../../database/database.js';
import type { Person } from '../../people/person.js';
import { accountIdOf, type DataSubject, userIdOf } from '../data-subject.js';
import { membershipsOf, type User } from '../roles/membership.store.js';
import { accountsOf, othersHaveAddress, peopleSignedInBy } from './own-account.store.js';

/**
 * A person as the one about whom something is stored: what was done as this person, and the accounts that are theirs
 * alone. What an account has done as anybody else is not theirs.
 */
export async function subjectOfPerson(
  database: Database | Transaction,
  person: Pick<Person, 'id' | 'county' | 'address'>,
): Promise<DataSubject> {
  const { id, county, address } = person;
  const { own, kept } = await accountsOf(database, person);
  const isOthers = kept !== null || (await othersHaveAddress(database, address, id));
  return {
    county,
    authorIds: [id, ...own.map((user) => accountIdOf(county, user.id))],
    recipient: `person:${id}`,
    userIds: own.map((user) => user.id),
    addresses: isOthers ? [] : [address],
    kept,
  };
}

/** The data subject of somebody known in a county only by the claims of a provider. */
export async function subjectOfUser(
  database: Database | Transaction,
  county: string,
  user: User,
): Promise<DataSubject> {
  const isShared = await isKnownElsewhere(database, user, county);
  return {
    county,
    authorIds: [accountIdOf(county, user.id)],
    recipient: null,
    userIds: isShared ? [] : [user.id],
    addresses: isShared ? [] : [user.email],
    kept: isShared ? 'shared' : null,
  };
}

/** Whether another county uses an account: it has a role there, or had one as a person who still exists there. */
async function isKnownElsewhere(
  database: Database | Transaction,
  user: User,
  county: string,
): Promise<boolean> {
  if ((await membershipsOf(database, user)).some((held) => held.county !== county)) return true;
  for (const as of await peopleSignedInBy(database, user)) {
    if (as.county === county) continue;
    if (userIdOf(as.county, as.personId) !== undefined) return true;
    const person = await database
      .selectFrom('people')
      .select('id')
      .where('county', '=', as.county)
      .where('id', '=', as.personId)
      .where('removed', '=', 0)
      .executeTakeFirst();
    if (person) return true;
  }
  return false;
}
