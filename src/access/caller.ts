import { timingSafeEqual } from 'node:crypto';
import { RequestProblem } from '../routing/problem.js';
import type { Access, Caller } from '../routing/route.js';

/** What a request says of who makes it. */
export interface Credentials {
  readonly authorization: string | undefined;
  readonly onBehalfOf: string | undefined;
}

const ANYONE: Caller = { name: 'anyone', role: 'anyone' };

/**
 * The place where a caller becomes a person with a role. Until there is sign-in, the bearer token ADMIN_TOKEN names the
 * county coordinator, who may say with On-Behalf-Of for whom they write. Throws RequestProblem `unauthorized` when the
 * caller may not do what `access` asks.
 */
export function callerOf(credentials: Credentials, access: Access, adminToken: string | undefined): Caller {
  const [, bearer] = /^Bearer (\S+)$/.exec(credentials.authorization ?? '') ?? [];
  const isCoordinator = adminToken !== undefined && bearer !== undefined && equalInTime(bearer, adminToken);
  if (isCoordinator)
    return { name: credentials.onBehalfOf ?? 'county coordinator', role: 'county-coordinator' };
  switch (access) {
    case 'anyone':
      return ANYONE;
    case 'county-coordinator':
      throw new RequestProblem('unauthorized', 'Send the token of the county coordinator as a bearer token.');
    default:
      return access satisfies never;
  }
}

function equalInTime(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
