import type { IncomingHttpHeaders } from 'node:http';
import type { Request, RequestHandler, Response } from 'express';
import type { z } from 'zod';
import type { Permission } from '../access/roles/permissions.js';
import { checkCounty, checkRole, scopeUsed } from '../access/roles/permit.js';
import type { Identify } from '../access/sign-in/identify.js';
import { LANGUAGES, type Language } from '../language/text.js';
import { contentDisposition } from '../routing/content-disposition.js';
import { fieldProblems, textProblems } from '../routing/field-problems.js';
import { type FieldProblem, RequestProblem } from '../routing/problem.js';
import {
  type CacheableFile,
  type Caller,
  type EventStream,
  etagOf,
  type FileResponse,
  type JsonBytes,
  type Route,
} from '../routing/route.js';
import { sendEvents } from './event-stream.js';
import type { PublicTurns } from './public-turns.js';
import { type BodyBudget, bodyReader } from './request-body.js';

/** The path as Express writes it: `/api/cycles/:id`. */
export function expressPath({ path }: Route): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}

/** What every route shares: identifying callers, and limits on bodies and anonymous requests. */
export interface RequestBounds {
  readonly identify: Identify;
  readonly budget: BodyBudget;
  readonly turns: PublicTurns;
}

/**
 * Handles a route over Express: 1. identify the caller and check their permission, before any of the body is read; 2. read
 * the body, up to the size that the route allows; 3. validate the request field by field; 4. respond in the caller's
 * language.
 */
export function expressHandler(
  route: Route,
  permission: Permission,
  { identify, budget, turns }: RequestBounds,
): RequestHandler {
  const readBody = bodyReader(route, permission);
  const answerTo = async (caller: Caller, request: Request, response: Response) => {
    const sent = await readBody(request, response);
    if (route.bodyAs !== 'bytes') checkTexts({ body: sent });
    // A county that the body names is known only now; of one that is read elsewhere its reader sees to it.
    checkCounty(caller, permission, { params: request.params, query: request.query, body: sent });
    const { language: asked, ...query } = request.query;
    const errors: FieldProblem[] = [];
    const params = parsePart(route.params, request.params, 'path', errors);
    const parsedQuery = parsePart(route.query, query, 'query', errors);
    if (asked !== undefined && !LANGUAGES.includes(asked as Language)) {
      errors.push({ pointer: '/query/language', detail: `should be one of ${LANGUAGES.join(', ')}` });
    }
    const ifMatch = route.precondition ? versionIn(request) : 0;
    const body = route.body ? parseBody(route, sent, errors) : undefined;
    if (errors.length > 0)
      throw new RequestProblem('invalid-request', 'The request is not valid: see errors.', errors);
    const language = (asked as Language | undefined) ?? preferredLanguage(request);
    const address = request.ip ?? '';
    const make = () =>
      route.handle({
        params: params as never,
        query: parsedQuery as never,
        body: body as never,
        language,
        caller,
        ifMatch,
        transport: {
          address,
          headers: request.headers,
          setCookie: (cookie) => void response.append('Set-Cookie', cookie),
        },
      });
    const isBounded = route.isDear && caller.proof.kind === 'none';
    const answer = await (isBounded ? turns.take(address, make) : make());
    if (permission[0] !== 'anyone' || caller.proof.kind !== 'none')
      response.set('Cache-Control', 'private, no-store');
    if (route.events)
      sendEvents(request, response, {
        stream: answer as EventStream,
        stillMay: () => permitted(route, permission, identify, request),
      });
    else if (route.produces)
      await sendFile(request, response, answer as FileResponse | CacheableFile, language);
    else send(response, route, answer, language);
  };
  return async (request, response) => {
    checkTexts({ path: request.params, query: request.query });
    const caller = await permitted(route, permission, identify, request);
    await budget.within(route, request, () => answerTo(caller, request, response));
  };
}

/** Keys under which there is no text, but the bytes of a file. */
const NO_TEXTS = ['content'];

/** Throws RequestProblem for texts in a request that the database cannot store. */
function checkTexts(parts: object): void {
  const errors = textProblems(parts, NO_TEXTS);
  if (errors.length > 0)
    throw new RequestProblem('invalid-request', 'The request is not valid: see errors.', errors);
}

/** The caller of a request, if they have permission; throws RequestProblem otherwise. */
async function permitted(
  route: Route,
  permission: Permission,
  identify: Identify,
  request: Request,
): Promise<Caller> {
  const { method, headers, ip: address = '' } = request;
  const caller = await identify({
    method,
    headers: route.events ? withActingUnit(request) : headers,
    address,
  });
  checkRole(caller, permission, scopeUsed(route.method, route.path));
  checkCounty(caller, permission, { params: request.params, query: request.query });
  return caller;
}

/** A browser cannot set headers on a request for a stream, so the acting unit is in the query. */
function withActingUnit({ headers, query }: Request): IncomingHttpHeaders {
  const unit = query['acting-unit'];
  return typeof unit === 'string' ? { ...headers, 'acting-unit': unit } : headers;
}

/** Sends a file; when the caller's cached copy is still valid, it is neither made nor sent. */
async function sendFile(
  request: Request,
  response: Response,
  file: FileResponse | CacheableFile,
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
    .set('Vary', 'Accept-Language');
  if (route.answerAs === 'bytes') sendJson(response, answer as JsonBytes);
  else response.json(answer);
}

/** Sends JSON that has been written already, as Express sends what it writes itself. */
function sendJson(response: Response, { bytes, etag }: JsonBytes): void {
  response
    .set('Content-Type', 'application/json; charset=utf-8')
    .set('ETag', etag)
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
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
    throw new RequestProblem('precondition-required', 'Send the ETag that you received as If-Match.');
  }
  const [, version] = /^"(\d{1,9})"$/.exec(given.trim()) ?? [];
  if (version === undefined) {
    const errors = [{ pointer: '/header/If-Match', detail: 'is not an ETag of this service, such as "3"' }];
    throw new RequestProblem('invalid-request', 'If-Match is not valid.', errors);
  }
  return Number(version);
}

function parseBody({ body: schema, bodyAs }: Route, sent: unknown, errors: FieldProblem[]): unknown {
  if (!schema || bodyAs === 'bytes') return sent;
  const parsed = schema.safeParse(sent);
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
