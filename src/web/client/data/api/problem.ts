import type { FieldProblem } from '../../../../routing/problem.js';
import { actingUnit } from './acting-unit.js';

/** What a refusal of the API says besides its status and sentence. */
export interface ProblemParts {
  /** The fields that are wrong, by JSON pointer. */
  readonly errors?: readonly FieldProblem[] | undefined;
  /** The present state, where the answer was that somebody has changed it. */
  readonly current?: unknown;
  /** Why the present state does not allow it, where the answer says so as data. */
  readonly refusal?: unknown;
  /** What else the answer tells, such as the columns of a file. */
  readonly further?: Readonly<Record<string, unknown>>;
}

/** An answer of the API that is no success (RFC 9457), or no answer at all. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  readonly errors: readonly FieldProblem[];
  readonly current: unknown;
  readonly refusal: unknown;
  readonly further: Readonly<Record<string, unknown>>;

  constructor(
    /** 0 when the service could not be reached, or could do nothing at that moment: the same may be sent again. */
    readonly status: number,
    readonly detail: string,
    { errors = [], current, refusal, further = {} }: ProblemParts = {},
  ) {
    super(`${status}: ${detail}`);
    this.errors = errors;
    this.current = current;
    this.refusal = refusal;
    this.further = further;
  }
}

/**
 * The present state of what was to be changed, when somebody else has changed it in the meantime (412); undefined for any
 * other error. `T` is the type that the called route changes.
 */
export function presentState<T>(error: unknown): T | undefined {
  return error instanceof ApiProblem && error.status === 412 ? (error.current as T | undefined) : undefined;
}

/** The problem type while the service cannot reach its database. */
const UNAVAILABLE = 'urn:arshjul:problem:unavailable';

/** Fetches JSON of the API, as yet of no type; throws ApiProblem. Whoever wants an answer of the API uses `call`. */
export async function fetchJson(path: string, language: string, init: RequestInit = {}): Promise<unknown> {
  const unit = actingUnit();
  const headers = {
    Accept: 'application/json',
    'Accept-Language': language,
    ...(unit !== null && { 'Acting-Unit': unit }),
    ...init.headers,
  };
  const response = await fetch(path, { ...init, headers }).catch((error: unknown) => {
    throw new ApiProblem(0, String(error));
  });
  const body = (await response.json().catch(() => ({}))) as {
    readonly type?: string;
    readonly detail?: string;
    readonly errors?: readonly FieldProblem[];
    readonly current?: unknown;
    readonly refusal?: unknown;
  };
  if (!response.ok) {
    const { detail = response.statusText, errors, current, refusal, ...further } = body;
    const status = body.type === UNAVAILABLE ? 0 : response.status;
    throw new ApiProblem(status, detail, { errors, current, refusal, further });
  }
  return body;
}
