import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { DatabaseUnavailable } from '../database/unavailable.js';
import { PROBLEMS, type ProblemCode, RequestProblem } from '../routing/problem.js';
import { limitUnreadBody } from './request-body.js';

/** After how many seconds it may go better. */
const RETRY_AFTER: Readonly<Partial<Record<ProblemCode, string>>> = {
  'too-many-requests': '900',
  busy: '10',
  unavailable: '5',
};

/** The most errors in a problem. A bulk change may point to each of a thousand tasks; beyond twice that, a list helps nobody. */
const MOST_ERRORS = 2_000;

/** Sends a problem as RFC 9457 `application/problem+json`. */
function send(response: Response, { code, detail, errors, further }: RequestProblem): void {
  const { status, title } = PROBLEMS[code];
  const retryAfter = RETRY_AFTER[code];
  if (retryAfter !== undefined && !response.hasHeader('Retry-After')) response.set('Retry-After', retryAfter);
  // The headers were set for a file that could not be sent, and do not apply to the problem.
  if (retryAfter !== undefined) response.set('Cache-Control', 'no-store').removeHeader('ETag');
  if (status === 401) response.set('WWW-Authenticate', 'Bearer');
  response
    .status(status)
    .type('application/problem+json')
    .send(
      JSON.stringify({
        ...further,
        type: `urn:arshjul:problem:${code}`,
        title,
        status,
        detail,
        ...(errors.length > 0 && { errors: errors.slice(0, MOST_ERRORS) }),
      }),
    );
}

/** Any address that no route has taken. */
export const unknownAddress: RequestHandler = (_request, response) => {
  send(response, new RequestProblem('not-found', 'There is no page or resource at this address.'));
};

/** A known address called with a method that it does not take. */
export function methodNotAllowed(allowed: readonly string[]): RequestHandler {
  return (_request, response) => {
    response.set('Allow', allowed.join(', '));
    send(response, new RequestProblem('method-not-allowed', `Use ${allowed.join(' or ')}.`));
  };
}

/** Turns an error thrown by a route into a problem; unforeseen errors are logged in full and not shown to the client. */
export function problemHandler(logError: (error: unknown) => void): ErrorRequestHandler {
  return (error, request, response, next) => {
    limitUnreadBody(request);
    if (response.headersSent) return next(error);
    const problem = problemOf(error);
    if (problem === undefined) logError(error);
    send(response, problem ?? new RequestProblem('internal', 'The error has been logged.'));
  };
}

/** The problem that an error means to the client; undefined for an unforeseen error. */
function problemOf(error: unknown): RequestProblem | undefined {
  if (error instanceof RequestProblem) return error;
  if (error instanceof DatabaseUnavailable) return new RequestProblem('unavailable', error.message);
  if (error instanceof URIError)
    return new RequestProblem('invalid-request', 'The address is not well-formed.');
  // What Express says of a request that it cannot read.
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
  if (status === 413) return new RequestProblem('too-large', 'The body is larger than this address accepts.');
  if (status === 415)
    return new RequestProblem(
      'unsupported-media-type',
      'Send the body uncompressed; callers with a role may compress it with gzip.',
    );
  if (status >= 400 && status < 500)
    return new RequestProblem('invalid-request', 'The request cannot be read.');
  return undefined;
}
