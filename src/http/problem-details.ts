import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { PROBLEMS, type ProblemCode, RequestProblem } from '../routing/problem.js';

/** After how many seconds it may go better. */
const RETRY_AFTER: Readonly<Partial<Record<ProblemCode, string>>> = {
  'too-many-requests': '900',
  busy: '10',
};

/** Sends a problem as RFC 9457 `application/problem+json`. */
function send(response: Response, { code, detail, errors, further }: RequestProblem): void {
  const { status, title } = PROBLEMS[code];
  const retryAfter = RETRY_AFTER[code];
  if (retryAfter !== undefined && !response.hasHeader('Retry-After')) response.set('Retry-After', retryAfter);
  // What was said of the file that could not be had is not true of the problem.
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
        ...(errors.length > 0 && { errors }),
      }),
    );
}

/** Any address that no route has taken. */
export const unknownAddress: RequestHandler = (_request, response) => {
  send(response, new RequestProblem('not-found', 'There is nothing at this address.'));
};

/** A known address called with a method that it does not take. */
export function methodNotAllowed(allowed: readonly string[]): RequestHandler {
  return (_request, response) => {
    response.set('Allow', allowed.join(', '));
    send(response, new RequestProblem('method-not-allowed', `Use ${allowed.join(' or ')}.`));
  };
}

/** Turns what a route threw into a problem; what nobody foresaw is logged whole and told to nobody. */
export function problemHandler(logError: (error: unknown) => void): ErrorRequestHandler {
  return (error, _request, response, next) => {
    if (response.headersSent) {
      next(error);
    } else if (error instanceof RequestProblem) {
      send(response, error);
    } else if (isBodyError(error, 'entity.parse.failed')) {
      const errors = [{ pointer: '/body', detail: 'is not well-formed JSON' }];
      send(response, new RequestProblem('invalid-request', 'The body cannot be read.', errors));
    } else if (isBodyError(error, 'entity.too.large')) {
      send(response, new RequestProblem('too-large', 'The body is larger than what is taken here.'));
    } else if (isBodyError(error, 'charset.unsupported') || isBodyError(error, 'encoding.unsupported')) {
      send(
        response,
        new RequestProblem('unsupported-media-type', 'Send the body as UTF-8, not compressed or as gzip.'),
      );
    } else if (error instanceof URIError) {
      send(response, new RequestProblem('invalid-request', 'The address is not well-formed.'));
    } else {
      logError(error);
      send(response, new RequestProblem('internal', 'The error has been logged.'));
    }
  };
}

/** Whether the body parser has thrown an error of the type. */
function isBodyError(error: unknown, type: string): boolean {
  return error instanceof Error && 'type' in error && error.type === type;
}
