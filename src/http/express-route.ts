import type { Request, RequestHandler, Response } from 'express';
import type { z } from 'zod';
import type { Credentials, Identify } from '../access/identify.js';
import type { Permission } from '../access/permissions.js';
import { checkCounty, checkRole, scopeUsed } from '../access/permit.js';
import { issueFlaws } from '../errors/issue-flaws.js';
import { LANGUAGES, type Language } from '../language/text.js';
import { contentDisposition } from '../routing/content-disposition.js';
import { type FieldProblem, RequestProblem } from '../routing/problem.js';
import {
  type Caller,
  type EventStream,
  etagOf,
  type FileAnswer,
  type KeepableFile,
  mayBeLeftOut,
  type Route,
} from '../routing/route.js';
import { sendEvents } from './event-stream.js';

/** What a body may be sent as; a change of a task is a merge patch (RFC 7396). */
export const BODY_TYPES = ['application/json', 'application/merge-patch+json'];

/** The path as Express writes it: `/api/cycles/:id`. */
export function expressPath({ path }: Route): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}

/** Answers a route over Express: who calls, what they ask, the answer in their language. */
export function expressHandler(route: Route, permission: Permission, identify: Identify): RequestHandler {
  return async (request, response) => {
    const caller = await permitted(route, permission, identify, request);
    const { language: asked, ...query } = request.query;
    const errors: FieldProblem[] = [];
    const params = parsePart(route.params, request.params, 'path', errors);
    const parsedQuery = parsePart(route.query, query, 'query', errors);
    if (asked !== undefined && !LANGUAGES.includes(asked as Language)) {
      errors.push({ pointer: '/query/language', detail: `should be one of ${LANGUAGES.join(', ')}` });
    }
    const ifMatch = route.precondition ? versionIn(request) : 0;
    const body = route.body ? parseBody(route.body, request, errors) : undefined;
    if (errors.length > 0)
      throw new RequestProblem('invalid-request', 'Some of what was sent cannot be used.', errors);
    const language = (asked as Language | undefined) ?? preferredLanguage(request);
    const answer = await route.handle({
      params: params as never,
      query: parsedQuery as never,
      body: body as never,
      language,
      caller,
      ifMatch,
      transport: {
        address: request.ip ?? '',
        headers: request.headers,
        setCookie: (cookie) => void response.append('Set-Cookie', cookie),
      },
    });
    if (permission[0] !== 'anyone' || caller.proof.kind !== 'none')
      response.set('Cache-Control', 'private, no-store');
    if (route.events)
      sendEvents(request, response, answer as EventStream, () =>
        permitted(route, permission, identify, request),
      );
    else if (route.produces) await sendFile(request, response, answer as FileAnswer | KeepableFile, language);
    else send(response, route, answer, language);
  };
}

/** Who makes a request, when they may; throws RequestProblem when they may not. */
async function permitted(
  route: Route,
  permission: Permission,
  identify: Identify,
  request: Request,
): Promise<Caller> {
  const caller = await identify(route.events ? withActingUnit(request) : request);
  checkRole(caller, permission, scopeUsed(route.method, route.path));
  checkCounty(caller, permission, request);
  return caller;
}

/** A browser gives its request for a stream no headers: from which unit one acts stands in the query. */
function withActingUnit({ method, headers, query }: Request): Credentials {
  const unit = query['acting-unit'];
  return { method, headers: typeof unit === 'string' ? { ...headers, 'acting-unit': unit } : headers };
}

/** Sends a file; one that the caller has kept and that still stands is neither made nor sent again. */
async function sendFile(
  request: Request,
  response: Response,
  file: FileAnswer | KeepableFile,
  language: Language,
): Promise<void> {
  const { contentType, fileName, disposition = 'attachment' } = file;
  response.status(200).set('Content-Language', language).set('Vary', 'Accept-Language');
  if ('etag' in file) {
    response
      .set('ETag', `"${file.etag}"`)
      .set('Cache-Control', file.isPublic ? 'public, no-cache' : 'private, no-cache');
    if (request.fresh) {
      response.status(304).end();
      return;
    }
  }
  const content = 'etag' in file ? await file.content() : file.content;
  response
    .set('Content-Disposition', contentDisposition(fileName, disposition))
    .type(contentType)
    .send(content);
}

function send(response: Response, route: Route, answer: unknown, language: Language): void {
  if (route.versionOf) response.set('ETag', etagOf(route.versionOf(answer as never)));
  response
    .status(route.status ?? 200)
    .set('Content-Language', language)
    .set('Vary', 'Accept-Language')
    .json(answer);
}

/** The language of an API request by its Accept-Language header; bokmål when none fits. */
function preferredLanguage(request: Request): Language {
  const accepted = request.acceptsLanguages('nb', 'no', 'nn', 'en');
  if (accepted === false || accepted === 'no') return 'nb';
  return LANGUAGES.find((language) => language === accepted) ?? 'nb';
}

/**
 * The language of a page: as `?language=` says, else nynorsk where the browser prefers it to bokmål, else bokmål.
 * English is a choice to make: many browsers in Norway ask for it without their owners having chosen it.
 */
export function pageLanguage(request: Request): Language {
  const asked = LANGUAGES.find((language) => language === request.query.language);
  return asked ?? (request.acceptsLanguages('nb', 'no', 'nn') === 'nn' ? 'nn' : 'nb');
}

/** The version that If-Match names: one strong tag of a version, as this service gives them. */
function versionIn(request: Request): number {
  const given = request.headers['if-match'];
  if (given === undefined) {
    throw new RequestProblem('precondition-required', 'Send the ETag that you have read as If-Match.');
  }
  const [, version] = /^"(\d{1,9})"$/.exec(given.trim()) ?? [];
  if (version === undefined) {
    const errors = [{ pointer: '/header/If-Match', detail: 'is not an ETag of this service, such as "3"' }];
    throw new RequestProblem('invalid-request', 'If-Match cannot be used.', errors);
  }
  return Number(version);
}

function parseBody(schema: z.ZodType, request: Request, errors: FieldProblem[]): unknown {
  const isEmpty = request.is(BODY_TYPES) === null || request.headers['content-length'] === '0';
  if (isEmpty && mayBeLeftOut(schema)) return schema.parse(undefined);
  if (!request.is(BODY_TYPES)) {
    throw new RequestProblem('unsupported-media-type', `Send the body as ${BODY_TYPES.join(' or ')}.`);
  }
  const parsed = schema.safeParse(request.body);
  if (parsed.success) return parsed.data;
  errors.push(...fieldProblems(parsed.error, 'body'));
  return undefined;
}

function parsePart(
  schema: z.ZodObject | undefined,
  value: unknown,
  part: string,
  errors: FieldProblem[],
): unknown {
  if (!schema) {
    for (const key of Object.keys(value as object))
      errors.push({ pointer: `/${part}/${key}`, detail: 'is not a known key' });
    return {};
  }
  const parsed = schema.strict().safeParse(value);
  if (parsed.success) return parsed.data;
  errors.push(...fieldProblems(parsed.error, part));
  return undefined;
}

/** A JSON pointer (RFC 6901) and a sentence for each of zod's issues. */
function fieldProblems(error: z.ZodError, part: string): FieldProblem[] {
  const escaped = (step: string | number) => String(step).replaceAll('~', '~0').replaceAll('/', '~1');
  return issueFlaws(error.issues).map(({ path, what, code, data }) => ({
    pointer: `/${[part, ...path].map(escaped).join('/')}`,
    detail: what,
    code,
    data,
  }));
}
