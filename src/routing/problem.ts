/** One field of a request that is wrong, by JSON pointer (RFC 6901). */
export interface FieldProblem {
  readonly pointer: string;
  readonly detail: string;
}

/** What a request can fail with; each becomes an RFC 9457 problem with the status beside it. */
export const PROBLEMS = {
  'invalid-request': { status: 400, title: 'The request is not valid' },
  unauthorized: { status: 401, title: 'Sign in to do this' },
  'not-found': { status: 404, title: 'There is no such thing here' },
  'method-not-allowed': { status: 405, title: 'This address does not take that method' },
  internal: { status: 500, title: 'Something went wrong on the server' },
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

/** Ends a request with a problem. */
export class RequestProblem extends Error {
  override readonly name = 'RequestProblem';

  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    readonly errors: readonly FieldProblem[] = [],
  ) {
    super(`${code}: ${detail}`);
  }
}
