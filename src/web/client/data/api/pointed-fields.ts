import { ApiProblem } from './problem.js';

/** The fields of what was sent that an answer points to, by the first name of their path and by the second: `leadTimes` and `deadline`. */
export function pointedFields(error: Error | null): ReadonlySet<string> {
  if (!(error instanceof ApiProblem)) return new Set();
  return new Set(
    error.errors.flatMap(({ pointer }) => {
      const [, place, ...path] = pointer.split('/');
      return place === 'body' ? path.slice(0, 2) : [];
    }),
  );
}
