import { ApiProblem } from './problem.js';

/** The sent fields that a response points to, by the first and the second name of their path: `leadTimes` and `deadline`. */
export function pointedFields(error: Error | null): ReadonlySet<string> {
  if (!(error instanceof ApiProblem)) return new Set();
  return new Set(
    error.errors.flatMap(({ pointer }) => {
      const [, place, ...path] = pointer.split('/');
      return place === 'body' ? path.slice(0, 2) : [];
    }),
  );
}
