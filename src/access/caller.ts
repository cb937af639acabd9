import { timingSafeEqual } from 'node:crypto';
import { RequestProblem } from '../routing/problem.js';
import { type Access, type Caller, ROLES } from '../routing/route.js';

/** What a request says of who makes it. */
export interface Credentials {
  readonly authorization: string | undefined;
  readonly onBehalfOf: string | undefined;
  readonly actingUnit: string | undefined;
}

const ANYONE: Caller = { name: 'anyone', role: 'anyone', unit: null };

/**
 * The place where a caller becomes a person with a role. Until there is sign-in, the bearer token ADMIN_TOKEN names the
 * county coordinator, who may say with On-Behalf-Of for whom they write, and with Acting-Unit that this is the
 * coordinator of a unit. Throws RequestProblem `unauthorized` when nobody has signed in, and `forbidden` when the
 * caller's role may not do what `access` asks.
 */
export function callerOf(credentials: Credentials, access: Access, adminToken: string | undefined): Caller {
  const caller = identified(credentials, adminToken) ?? ANYONE;
  if (ROLES.indexOf(caller.role) >= ROLES.indexOf(access)) return caller;
  if (caller === ANYONE)
    throw new RequestProblem('unauthorized', 'Send the token of the county coordinator as a bearer token.');
  throw new RequestProblem('forbidden', `Only a ${access.replace('-', ' ')} may do this.`);
}

function identified(
  { authorization, onBehalfOf, actingUnit }: Credentials,
  adminToken: string | undefined,
): Caller | undefined {
  const [, bearer] = /^Bearer (\S+)$/.exec(authorization ?? '') ?? [];
  if (adminToken === undefined || bearer === undefined || !equalInTime(bearer, adminToken)) return undefined;
  return actingUnit === undefined
    ? { name: onBehalfOf ?? 'county coordinator', role: 'county-coordinator', unit: null }
    : { name: onBehalfOf ?? actingUnit, role: 'unit-coordinator', unit: actingUnit };
}

function equalInTime(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
