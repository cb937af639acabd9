/** One field of a request that is wrong, by JSON pointer (RFC 6901). */
export interface FieldProblem {
  readonly pointer: string;
  /** In English, to follow the name of the field. */
  readonly detail: string;
  /** What is wrong and with what, so that a page can say it in its reader's language; of fields that a form has. */
  readonly code?: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** A flaw of a field of the body as a problem: its sentence, and the rest of it as data. */
export function bodyProblem(
  flaw: { readonly code: string; readonly field: string },
  detail: string,
): FieldProblem {
  const { code, field, ...data } = flaw;
  return { pointer: `/body/${field}`, detail, code, data };
}

/** What a request can fail with; each becomes an RFC 9457 problem with the status beside it. */
export const PROBLEMS = {
  'invalid-request': { status: 400, title: 'The request is not valid' },
  unauthorized: { status: 401, title: 'Sign in to do this' },
  forbidden: { status: 403, title: 'You do not have permission to do this' },
  'not-found': { status: 404, title: 'Not found' },
  'method-not-allowed': { status: 405, title: 'This address does not support that method' },
  conflict: { status: 409, title: 'This is not possible in the current state' },
  'precondition-failed': { status: 412, title: 'It has been changed in the meantime' },
  'too-large': { status: 413, title: 'The request is too large' },
  'unsupported-media-type': { status: 415, title: 'The content type is not supported' },
  'too-many-requests': { status: 429, title: 'Too many requests' },
  'precondition-required': {
    status: 428,
    title: 'Send If-Match with the version that the change is based on',
  },
  internal: { status: 500, title: 'Something went wrong on the server' },
  busy: { status: 503, title: 'The server is busy' },
  unavailable: { status: 503, title: 'The service is temporarily unavailable' },
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

/** Ends a request with a problem. */
export class RequestProblem extends Error {
  override readonly name = 'RequestProblem';

  constructor(
    readonly code: ProblemCode,
    readonly detail: string,
    readonly errors: readonly FieldProblem[] = [],
    /** Further members of the problem (RFC 9457 3.2), such as the present state. */
    readonly further: Readonly<Record<string, unknown>> = {},
  ) {
    super(`${code}: ${detail}`);
  }
}
