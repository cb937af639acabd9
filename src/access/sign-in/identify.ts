import type { IncomingHttpHeaders } from 'node:http';
import { fromNodeHeaders } from 'better-auth/node';
import type { Instant } from '../../calendar/iso-date.js';
import type { Database } from '../../database/database.js';
import { rethrowingUnavailable } from '../../database/unavailable.js';
import { ANYONE, type Caller, type Proof } from '../../routing/caller.js';
import { RequestProblem } from '../../routing/problem.js';
import { REFUSALS, refusedText } from '../../text/refused-text.js';
import { findUnit } from '../../units/unit.store.js';
import { actingMembership, callerFrom } from '../roles/membership.js';
import { findUser, membershipsOf } from '../roles/membership.store.js';
import { bearerOf, equalSecrets } from '../tokens/bearer.js';
import { redeemToken } from '../tokens/token.store.js';
import type { Auth } from './auth.js';
import { checkSameOrigin } from './same-origin.js';

/** The parts of a request that identify its caller. */
export interface Credentials {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  /** The client's address, as given by the trusted proxies. */
  readonly address: string;
}

/** The place where a request becomes a caller with a role. */
export type Identify = (credentials: Credentials) => Promise<Caller>;

export interface IdentifyParts {
  readonly database: Database;
  readonly auth: Auth;
  readonly adminToken: string | undefined;
  readonly baseUrl: string;
  /** Counts a wrong token of an address; throws RequestProblem `too-many-requests` when it is one too many. */
  readonly onWrongToken: (address: string) => Promise<void>;
  readonly now: () => Instant;
}

/**
 * Identifies the caller by a bearer token, which is ADMIN_TOKEN or a personal one, or else by a session cookie; otherwise it
 * is anyone. Acting-Unit says for which of their units the caller acts, On-Behalf-Of for whom automation writes. Throws
 * RequestProblem: `unauthorized` for an invalid token, `too-many-requests` for too many of those from an address,
 * `forbidden` for a unit that is not the caller's and for a change by a cookie that another site may have sent.
 */
export function identifier({
  database,
  auth,
  adminToken,
  baseUrl,
  onWrongToken,
  now,
}: IdentifyParts): Identify {
  const person = async (userId: string, proof: Proof, actingUnit: string | undefined): Promise<Caller> => {
    const user = await findUser(database, userId);
    if (!user) return ANYONE;
    const memberships = await membershipsOf(database, user);
    const acting = actingMembership(memberships, actingUnit);
    if (actingUnit !== undefined && !acting) throw notYourUnit(actingUnit);
    return callerFrom(acting, user.name, proof);
  };
  const automation = async (headers: IncomingHttpHeaders): Promise<Caller> => {
    const onBehalfOf = nameIn(headers['on-behalf-of']);
    const actingUnit = oneOf(headers['acting-unit']);
    const shared = { personId: null, proof: { kind: 'admin-token' } } as const;
    if (actingUnit === undefined) {
      const name = onBehalfOf ?? 'county coordinator';
      return { name, role: 'county-coordinator', county: null, unit: null, ...shared };
    }
    const unit = await findUnit(database, actingUnit);
    if (!unit || unit.kind === 'county') throw notYourUnit(actingUnit);
    const name = onBehalfOf ?? actingUnit;
    return { name, role: 'unit-coordinator', county: unit.county, unit: unit.id, ...shared };
  };
  return async ({ method, headers, address }) => {
    const { authorization, cookie } = headers;
    const actingUnit = oneOf(headers['acting-unit']);
    if (authorization !== undefined) {
      const bearer = bearerOf(headers);
      if (adminToken !== undefined && equalSecrets(bearer, adminToken)) return automation(headers);
      const token = await redeemToken(database, bearer, now());
      if (token) return person(token.userId, { kind: 'token', ...token }, actingUnit);
      await onWrongToken(address);
      throw new RequestProblem('unauthorized', 'The token is unknown, has expired or has been revoked.');
    }
    if (!cookie?.includes('arshjul.session_token=')) return ANYONE;
    const session = await rethrowingUnavailable(() =>
      auth.api.getSession({ headers: fromNodeHeaders(headers), query: { disableRefresh: true } }),
    );
    if (!session) return ANYONE;
    checkSameOrigin(method, headers, baseUrl);
    const proof = { kind: 'session', userId: session.user.id, sessionId: session.session.id } as const;
    return person(session.user.id, proof, actingUnit);
  };
}

const notYourUnit = (unit: string) =>
  new RequestProblem('forbidden', `You have no role in ${unit}.`, [
    { pointer: '/header/Acting-Unit', detail: 'is not your unit' },
  ]);

const oneOf = (header: string | string[] | undefined) => (Array.isArray(header) ? header[0] : header);

/** The longest name that automation may say it writes for. */
const LONGEST_NAME = 200;

/** A name in a header: in UTF-8, which HTTP hands over byte by byte. */
function nameIn(header: string | string[] | undefined): string | undefined {
  const sent = oneOf(header);
  if (sent === undefined) return undefined;
  const refused = (detail: string) =>
    new RequestProblem('invalid-request', 'The name in On-Behalf-Of is not valid.', [
      { pointer: '/header/On-Behalf-Of', detail },
    ]);
  if (sent.length > 4 * LONGEST_NAME) throw refused(`is longer than ${LONGEST_NAME} characters`);
  const name = utf8Of(sent);
  if (name === undefined) throw refused('is not in UTF-8');
  if (name.length > LONGEST_NAME) throw refused(`is longer than ${LONGEST_NAME} characters`);
  const refusal = refusedText(name);
  if (refusal) throw refused(REFUSALS[refusal]);
  return name;
}

function utf8Of(bytes: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(bytes, 'latin1'));
  } catch {
    return undefined;
  }
}
