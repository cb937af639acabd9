import { sql } from 'kysely';
import type { Instant } from '../../calendar/iso-date.js';
import type { Database, Transaction } from '../../database/database.js';
import { noteFirstPerson } from '../../units/joined.store.js';
import type { KeptBecause } from '../data-subject.js';
import type { Membership } from '../roles/membership.js';
import { type User, usersOf } from '../roles/membership.store.js';
import { PROVIDER } from '../roles/role-map.js';

/** The person of a row of people, as far as accounts are found by it. */
export interface AddressedPerson {
  readonly id: string;
  readonly address: string;
}

export interface FoundAccounts {
  /** The accounts that are the person's alone. */
  readonly own: readonly User[];
  /** Why another account that the person's address leads to is left out; null when there is none. */
  readonly kept: KeptBecause | null;
}

/**
 * The accounts that a person's address or link leads to. One is the person's alone when
 * 1. it signs in as the person: by their address, which is proven, or by the link that was made for them,
 * 2. nobody else uses it: no other person has its address, with or without a role, it has never signed in as anybody else,
 *    including people erased since, and no claims of the provider give it a role,
 * 3. its owner has signed in with it and held the person's role: an address that a colleague has typed proves nothing.
 */
export async function accountsOf(
  database: Database | Transaction,
  person: AddressedPerson,
): Promise<FoundAccounts> {
  const own: User[] = [];
  let kept: KeptBecause | null = null;
  for (const user of await usersOf(database, person)) {
    const reason = await whyNotAlone(database, user, person);
    if (reason === null) own.push(user);
    else kept = kept === 'shared' ? kept : reason;
  }
  return { own, kept };
}

async function whyNotAlone(
  database: Database | Transaction,
  user: User,
  person: AddressedPerson,
): Promise<KeptBecause | null> {
  if (user.personId !== person.id && !user.isEmailVerified) return 'unproven';
  const signedInAs = await peopleSignedInBy(database, user);
  const isBoundToOther = user.personId !== null && user.personId !== person.id;
  if (
    isBoundToOther ||
    signedInAs.some(({ personId }) => personId !== person.id) ||
    (await othersHaveAddress(database, user.email, person.id)) ||
    (await isGivenRoles(database, user))
  )
    return 'shared';
  return signedInAs.length > 0 ? null : 'unproven';
}

/** Whether the row of another person has an address. Index: people_by_address. */
export async function othersHaveAddress(
  database: Database | Transaction,
  address: string,
  personId: string,
): Promise<boolean> {
  const other = await database
    .selectFrom('people')
    .select('id')
    .where(sql<string>`lower(address)`, '=', address.toLowerCase())
    .where('removed', '=', 0)
    .where('id', '<>', personId)
    .executeTakeFirst();
  return other !== undefined;
}

/** Whether the provider's claims gave an account a role at its last sign-in, even in a unit that no longer exists. */
async function isGivenRoles(database: Database | Transaction, user: User): Promise<boolean> {
  const given = await database
    .selectFrom('claimed_roles')
    .innerJoin('auth_accounts', 'auth_accounts.account_id', 'claimed_roles.subject')
    .select('claimed_roles.subject')
    .where('auth_accounts.user_id', '=', user.id)
    .where('auth_accounts.provider_id', '=', PROVIDER)
    .where('claimed_roles.roles', '<>', '[]')
    .executeTakeFirst();
  return given !== undefined;
}

/** As whom an account has signed in. Index: primary key. */
export async function peopleSignedInBy(
  database: Database | Transaction,
  { id }: Pick<User, 'id'>,
): Promise<{ readonly county: string; readonly personId: string }[]> {
  return database
    .selectFrom('signed_in_as')
    .select(['county', 'person_id as personId'])
    .where('user_id', '=', id)
    .execute();
}

/**
 * Records as whom an account signs in: every person and role that it can act as now; and that somebody has come to their
 * units, for roles that come from the provider's claims alone.
 */
export async function recordSignedInAs(
  database: Database,
  user: User,
  memberships: readonly Membership[],
  now: Instant,
): Promise<void> {
  for (const { county, unitId } of memberships) await noteFirstPerson(database, county, [unitId], now);
  const known = await peopleSignedInBy(database, user);
  const rows = memberships
    .filter(
      ({ county, personId }) => !known.some((each) => each.county === county && each.personId === personId),
    )
    .map(({ county, personId }) => ({ user_id: user.id, county, person_id: personId, since: now }));
  if (rows.length === 0) return;
  await database
    .insertInto('signed_in_as')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
