import { z } from 'zod';
import { RequestProblem } from './problem.js';

/** The query of a route that can first preview what it would do. */
export const previewQuery = z.object({
  preview: z
    .enum(['true', 'false'])
    .default('false')
    .meta({ description: 'true: only show what would change' }),
});

/** The token of a preview; throws RequestProblem with the given reason when the request has none. */
export function tokenOrProblem(token: string | undefined, reason: string): string {
  if (token !== undefined) return token;
  const errors = [{ pointer: '/body/token', detail: 'is missing: request a preview first' }];
  throw new RequestProblem('invalid-request', reason, errors);
}
