import { type Selectable, sql } from 'kysely';
import { z } from 'zod';
import type { Database, Transaction } from '../../database/database.js';
import type { AuthUsersTable } from '../../database/tables.js';
import { fitsUnit } from '../../people/given-role.js';
import { isNobodysAddress } from '../../people/nobodys-address.js';
import { givenRoleSchema } from '../../people/person.js';
import { accountIdOf } from '../data-subject.js';
import type { Membership } from './membership.js';
import { PROVIDER } from './role-map.js';

/** A signed-in user. */
export interface User {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly isEmailVerified: boolean;
  readonly personId: string | null;
}

const claimedSchema = z.array(z.object({ unit: z.string(), role: givenRoleSchema.exclude(['none']) }));

/** Index: primary key. */
export async function findUser(database: Database, id: string): Promise<User | undefined> {
  const row = await database.selectFrom('auth_users').selectAll().where('id', '=', id).executeTakeFirst();
  return row && userOf(row);
}

/** The users as whom a person may have signed in: by their address, or by a link that was made for them. */
export async function usersOf(
  database: Database | Transaction,
  { id, address }: { readonly id: string; readonly address: string },
): Promise<User[]> {
  const rows = await database
    .selectFrom('auth_users')
    .selectAll()
    .where((eb) =>
      eb.or([eb('person_id', '=', id), eb(sql<string>`lower(email)`, '=', address.toLowerCase())]),
    )
    .execute();
  return rows.map(userOf);
}

function userOf({ id, name, email, email_verified, person_id }: Selectable<AuthUsersTable>): User {
  return { id, name, email, isEmailVerified: email_verified === 1, personId: person_id };
}

/**
 * The roles that a user holds in units that are in use: as the people who have the user's proven address, as the person
 * whom a link was made for, and by the claims of the last sign-in at the provider. Made-up addresses that get no mail are
 * ignored, since anybody can enter one for a person.
 */
export async function membershipsOf(database: Database | Transaction, user: User): Promise<Membership[]> {
  const people = await database
    .selectFrom('people')
    .innerJoin('units', (join) =>
      join.onRef('units.county', '=', 'people.county').onRef('units.id', '=', 'people.unit_id'),
    )
    .select([
      'people.id',
      'people.name',
      'people.role',
      'units.county',
      'units.id as unit_id',
      'units.name as unit_name',
    ])
    .where('people.removed', '=', 0)
    .where('people.role', '<>', 'none')
    .where('units.retired', '=', 0)
    .where((eb) =>
      eb.or([
        eb('people.id', '=', user.personId ?? ''),
        ...(user.isEmailVerified && !isNobodysAddress(user.email)
          ? [eb(sql<string>`lower(people.address)`, '=', user.email.toLowerCase())]
          : []),
      ]),
    )
    .execute();
  const held = people.flatMap((row): Membership[] => {
    const { county, unit_id: unitId, unit_name: unitName, role, name, id } = row;
    if (role === 'none' || !fitsUnit(role, { id: unitId, county })) return [];
    return [{ county, unitId, unitName, role, name, personId: id }];
  });
  return [...held, ...(await claimedBy(database, user))].sort((a, b) =>
    a.unitName.localeCompare(b.unitName, 'nb'),
  );
}

async function claimedBy(database: Database | Transaction, user: User): Promise<Membership[]> {
  const row = await database
    .selectFrom('claimed_roles')
    .innerJoin('auth_accounts', 'auth_accounts.account_id', 'claimed_roles.subject')
    .select('claimed_roles.roles')
    .where('auth_accounts.user_id', '=', user.id)
    .where('auth_accounts.provider_id', '=', PROVIDER)
    .executeTakeFirst();
  const claimed = row ? claimedSchema.parse(JSON.parse(row.roles)) : [];
  if (claimed.length === 0) return [];
  const units = await database
    .selectFrom('units')
    .select(['county', 'id', 'name'])
    .where('retired', '=', 0)
    .where(
      'id',
      'in',
      claimed.map(({ unit }) => unit),
    )
    .execute();
  return claimed.flatMap(({ unit: id, role }): Membership[] => {
    const unit = units.find((each) => each.id === id);
    if (!unit || !fitsUnit(role, unit)) return [];
    const { county, name: unitName } = unit;
    return [{ county, unitId: id, unitName, role, name: user.name, personId: accountIdOf(county, user.id) }];
  });
}

/** Writes the roles that the provider's claims give somebody now. */
export async function writeClaimedRoles(
  database: Database,
  subject: string,
  roles: readonly { readonly unit: string; readonly role: string }[],
  now: string,
): Promise<void> {
  const row = { roles: JSON.stringify(roles), updated_at: now };
  await database
    .insertInto('claimed_roles')
    .values({ subject, ...row })
    .onConflict((conflict) => conflict.column('subject').doUpdateSet(row))
    .execute();
}

/** Binds a user to the person for whom a link was made, whatever address that person has later. */
export async function bindUser(database: Database, userId: string, personId: string): Promise<void> {
  await database.updateTable('auth_users').set({ person_id: personId }).where('id', '=', userId).execute();
}
