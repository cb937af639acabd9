import type { Instant } from '../../calendar/iso-date.js';
import type { Database } from '../../database/database.js';
import type { Language } from '../../language/text.js';
import { isNobodysAddress } from '../../people/nobodys-address.js';
import { peopleWithRole } from '../../people/people.store.js';
import { recordAudit } from '../audit/audit.store.js';
import { accountIdOf } from '../data-subject.js';
import { recordSignedInAs } from '../privacy/own-account.store.js';
import { findUser, membershipsOf } from '../roles/membership.store.js';
import { type Auth, linkAddress, makeLinkToken } from './auth.js';
import { welcomeFirst } from './first-coordinator.js';

/** Sends somebody their one-time link. */
export type SendLink = (to: {
  readonly address: string;
  readonly name: string;
  readonly language: Language;
  readonly link: string;
}) => Promise<void>;

export interface SignInParts {
  readonly database: Database;
  /** The county of the installation: what is of no county is recorded there. */
  readonly county: string;
  readonly now: () => Instant;
}

/** Runs after every sign-in: grants the first coordinator their role, and records the sign-in in each of the user's counties. */
export async function signedIn({ database, county, now }: SignInParts, userId: string): Promise<void> {
  const found = await findUser(database, userId);
  if (!found) return;
  await welcomeFirst(database, found, county, now());
  const user = (await findUser(database, userId)) ?? found;
  const memberships = await membershipsOf(database, user);
  await recordSignedInAs(database, user, memberships, now());
  const byCounty = new Map(memberships.map((each) => [each.county, each]));
  if (byCounty.size === 0) {
    const by = { name: user.name, personId: accountIdOf(county, user.id) };
    await recordAudit(database, { county, event: 'signed-in', by, detail: { role: 'none' } }, now());
  }
  for (const { county: own, name, personId, role } of byCounty.values())
    await recordAudit(
      database,
      { county: own, event: 'signed-in', by: { name, personId }, detail: { role } },
      now(),
    );
}

/** Mails a one-time link to the person with a role and this address, if there is one; otherwise calls `failed`. */
export async function mailLink(
  parts: SignInParts & {
    readonly auth: Auth;
    readonly baseUrl: string;
    readonly send: SendLink;
    readonly failed: () => Promise<void>;
  },
  address: string,
): Promise<void> {
  const [person] = isNobodysAddress(address) ? [] : await peopleWithRole(parts.database, address);
  if (!person) return parts.failed();
  const link = linkAddress(parts.baseUrl, await makeLinkToken(parts.auth, person.address, person.name));
  await parts.send({ address: person.address, name: person.name, language: person.language, link });
}
