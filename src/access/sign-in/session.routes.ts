import { z } from 'zod';
import type { Instant } from '../../calendar/iso-date.js';
import type { Database } from '../../database/database.js';
import type { Caller } from '../../routing/caller.js';
import { RequestProblem } from '../../routing/problem.js';
import { route } from '../../routing/route.js';
import { recordAudit } from '../audit/audit.store.js';
import { accountIdOf } from '../data-subject.js';
import { sessionEntrySchema } from './session.js';
import { endOtherSessions, endSession, sessionsOf } from './session.store.js';

export interface SessionContext {
  readonly database: Database;
  /** The county of the installation: what is of no county is recorded there. */
  readonly county: string;
  readonly now: () => Instant;
}

/** The routes by which people see where they are signed in, and sign out elsewhere; also those who have no role any more. */
export function sessionRoutes({ database, county, now }: SessionContext) {
  const sessionOf = ({ proof }: Caller) => {
    if (proof.kind !== 'session') throw new RangeError('only callers who have signed in reach this route');
    return proof;
  };
  const record = (caller: Caller, count: number) => {
    const by = {
      name: caller.name,
      personId: caller.personId ?? accountIdOf(county, sessionOf(caller).userId),
    };
    const detail = { count: String(count) };
    return recordAudit(
      database,
      { county: caller.county ?? county, event: 'session-ended', by, detail },
      now(),
    );
  };
  return [
    route({
      method: 'get',
      path: '/api/sessions',
      summary: 'List where the caller is signed in: when each session began, and in which browser',
      response: z.array(sessionEntrySchema),
      handle: async ({ caller }) => {
        const { userId, sessionId } = sessionOf(caller);
        return sessionsOf(database, userId, sessionId, now());
      },
    }),
    route({
      method: 'delete',
      path: '/api/sessions',
      summary: 'End all of the caller’s sessions except this one',
      response: z.object({ ended: z.int() }),
      handle: async ({ caller }) => {
        const { userId, sessionId } = sessionOf(caller);
        const ended = await endOtherSessions(database, userId, sessionId);
        if (ended > 0) await record(caller, ended);
        return { ended };
      },
    }),
    route({
      method: 'delete',
      path: '/api/sessions/{id}',
      summary: 'End one of the caller’s sessions',
      params: z.object({ id: z.string() }),
      response: sessionEntrySchema,
      handle: async ({ params: { id }, caller }) => {
        const { userId, sessionId } = sessionOf(caller);
        const session = await endSession(database, userId, id, sessionId);
        if (!session) throw new RequestProblem('not-found', `No session has the id ${id}.`);
        await record(caller, 1);
        return session;
      },
    }),
  ] as const;
}
