import { timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { fromNodeHeaders } from 'better-auth/node';
import type { Instant } from '../calendar/iso-date.js';
import type { Database } from '../database/database.js';
import { ANYONE, type Caller, type Proof } from '../routing/caller.js';
import { RequestProblem } from '../routing/problem.js';
import { findUnit } from '../units/unit.store.js';
import { recordAudit } from './audit.store.js';
import type { Auth } from './auth.js';
import { actingMembership, callerFrom } from './membership.js';
import { findUser, membershipsOf } from './membership.store.js';
import { checkSameOrigin } from './same-origin.js';
import { redeemToken } from './token.store.js';

/** What a request says of who makes it. */
export interface Credentials {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
}

/** The place where a request becomes a caller with a role. */
export type Identify = (credentials: Credentials) => Promise<Caller>;

export interface IdentifyParts {
  readonly database: Database;
  readonly auth: Auth;
  readonly adminToken: string | undefined;
  readonly baseUrl: string;
  /** The county that failed sign-ins are recorded in. */
  readonly county: string;
  readonly now: () => Instant;
}

/**
 * Tells who calls: by a bearer token, which is ADMIN_TOKEN or a personal one, else by the cookie of a session, else
 * anyone. Acting-Unit says from which of one's units; automation says with On-Behalf-Of for whom it writes. Throws
 * RequestProblem: `unauthorized` for a token that does not count, `forbidden` for a unit that is not one's own and for a
 * change by a cookie that another site may have sent.
 */
export function identifier({ database, auth, adminToken, baseUrl, county, now }: IdentifyParts): Identify {
  const person = async (userId: string, proof: Proof, actingUnit: string | undefined): Promise<Caller> => {
    const user = await findUser(database, userId);
    if (!user) return ANYONE;
    const memberships = await membershipsOf(database, user);
    const acting = actingMembership(memberships, actingUnit);
    if (actingUnit !== undefined && !acting) throw notYourUnit(actingUnit);
    return callerFrom(acting, user.name, proof);
  };
  const automation = async (headers: IncomingHttpHeaders): Promise<Caller> => {
    const [onBehalfOf, actingUnit] = [oneOf(headers['on-behalf-of']), oneOf(headers['acting-unit'])];
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
  return async ({ method, headers }) => {
    const { authorization, cookie } = headers;
    const actingUnit = oneOf(headers['acting-unit']);
    if (authorization !== undefined) {
      const [, bearer = ''] = /^Bearer (\S+)$/i.exec(authorization) ?? [];
      if (adminToken !== undefined && equalInTime(bearer, adminToken)) return automation(headers);
      const token = await redeemToken(database, bearer, now());
      if (token) return person(token.userId, { kind: 'token', ...token }, actingUnit);
      const by = { name: 'unknown', personId: null };
      await recordAudit(database, { county, event: 'sign-in-failed', by, detail: { way: 'token' } }, now());
      throw new RequestProblem('unauthorized', 'The token is unknown, has expired or has been revoked.');
    }
    if (!cookie?.includes('arshjul.session_token=')) return ANYONE;
    const session = await auth.api.getSession({
      headers: fromNodeHeaders(headers),
      query: { disableRefresh: true },
    });
    if (!session) return ANYONE;
    checkSameOrigin(method, headers, baseUrl);
    return person(session.user.id, { kind: 'session', userId: session.user.id }, actingUnit);
  };
}

const notYourUnit = (unit: string) =>
  new RequestProblem('forbidden', `You have no role in ${unit}.`, [
    { pointer: '/header/Acting-Unit', detail: 'is not your unit' },
  ]);

const oneOf = (header: string | string[] | undefined) => (Array.isArray(header) ? header[0] : header);

function equalInTime(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
