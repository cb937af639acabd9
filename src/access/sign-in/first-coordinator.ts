import type { Instant } from '../../calendar/iso-date.js';
import type { Database } from '../../database/database.js';
import { addPerson, peopleOfCounty, updatePerson } from '../../people/people.store.js';
import { newPersonSchema } from '../../people/person.js';
import { recordAudit } from '../audit/audit.store.js';
import { bindUser, type User } from '../roles/membership.store.js';
import { type Auth, linkAddress, makeLinkToken } from './auth.js';

/** The author of what was done on the command line. */
const TERMINAL = { name: 'terminal', personId: null };

/** What the first coordinator is called until they say their name. */
const NAME = 'Fylkeskoordinator';

/** An address that no mail can have (RFC 2606): the first coordinator has none until they give one. */
const firstAddress = (county: string) => `coordinator-${county}@arshjul.invalid`;

/** Whether a county has nobody yet who can give others access. */
export async function lacksCoordinator(database: Database, county: string): Promise<boolean> {
  return !(await peopleOfCounty(database, county)).some(({ role }) => role === 'county-coordinator');
}

/** A one-time link that signs in the first coordinator of a county, whoever that is. */
export async function firstLink(auth: Auth, baseUrl: string, county: string): Promise<string> {
  return linkAddress(baseUrl, await makeLinkToken(auth, firstAddress(county), NAME));
}

/** Makes the user who has just signed in by such a link a coordinator of the county. */
export async function welcomeFirst(
  database: Database,
  user: User,
  county: string,
  now: Instant,
): Promise<void> {
  if (user.email !== firstAddress(county) || user.personId !== null) return;
  const person = await addPerson(database, coordinator(county, user.email, NAME), now);
  await bindUser(database, user.id, person.id);
}

/** A one-time link for a coordinator of a county, who is added or given the role. */
export async function coordinatorLink(
  { database, auth, baseUrl }: { readonly database: Database; readonly auth: Auth; readonly baseUrl: string },
  county: string,
  { address, name }: { readonly address: string; readonly name: string },
  now: Instant,
): Promise<string> {
  const known = (await peopleOfCounty(database, county)).find(
    (person) => person.unitId === county && person.address.toLowerCase() === address.toLowerCase(),
  );
  const person = known ?? (await addPerson(database, coordinator(county, address, name), now));
  const record = (event: 'link-made' | 'role-changed') =>
    recordAudit(database, { county, event, by: TERMINAL, about: person.id }, now);
  if (person.role !== 'county-coordinator') {
    await updatePerson(database, person, { role: 'county-coordinator' }, { now });
    await record('role-changed');
  }
  await record('link-made');
  return linkAddress(baseUrl, await makeLinkToken(auth, address, name));
}

const coordinator = (county: string, address: string, name: string) =>
  newPersonSchema.parse({ county, unitId: county, name, address, role: 'county-coordinator' });
