import { ApiProblem } from '../api/problem.js';

/** Which text of `ui.sign-in` tells of a failure: the network, too many tries, a fault of the service, or what is particular to the way. */
export function signInFailure(error: Error, particular: string): string {
  const status = error instanceof ApiProblem ? error.status : 500;
  if (status === 0) return 'offline';
  if (status === 429) return 'too-many';
  return status >= 500 ? 'failed' : particular;
}
