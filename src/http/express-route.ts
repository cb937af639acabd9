import { timingSafeEqual } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import type { z } from 'zod';
import { LANGUAGES, type Language } from '../language/text.js';
import { type FieldProblem, RequestProblem } from '../routing/problem.js';
import type { Access, Route } from '../routing/route.js';

/** The path as Express writes it: `/api/cycles/:id`. */
export function expressPath({ path }: Route): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}

/** Answers a route over Express: who calls, what they ask, the answer in their language. */
export function expressHandler(route: Route, adminToken: string | undefined): RequestHandler {
  return async (request, response) => {
    authorize(request, route.access, adminToken);
    const { language: asked, ...query } = request.query;
    const errors: FieldProblem[] = [];
    const params = parsePart(route.params, request.params, 'path', errors);
    const parsedQuery = parsePart(route.query, query, 'query', errors);
    if (asked !== undefined && !LANGUAGES.includes(asked as Language)) {
      errors.push({ pointer: '/query/language', detail: `should be one of ${LANGUAGES.join(', ')}` });
    }
    if (errors.length > 0)
      throw new RequestProblem('invalid-request', 'Some of what was sent cannot be used.', errors);
    const language = (asked as Language | undefined) ?? preferredLanguage(request);
    const answer = await route.handle({ params: params as never, query: parsedQuery as never, language });
    response.set('Content-Language', language).set('Vary', 'Accept-Language').json(answer);
  };
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

/** Until there is sign-in, the bearer token ADMIN_TOKEN names the county coordinator. */
function authorize(request: Request, access: Access, adminToken: string | undefined): void {
  switch (access) {
    case 'anyone':
      return;
    case 'county-coordinator': {
      const [, bearer] = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '') ?? [];
      if (adminToken !== undefined && bearer !== undefined && equalInTime(bearer, adminToken)) return;
      throw new RequestProblem('unauthorized', 'Send the token of the county coordinator as a bearer token.');
    }
    default:
      access satisfies never;
  }
}

function equalInTime(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function parsePart(
  schema: z.ZodObject | undefined,
  value: unknown,
  part: string,
  errors: FieldProblem[],
): unknown {
  if (!schema) {
    for (const key of Object.keys(value as object))
      errors.push({ pointer: `/${part}/${key}`, detail: 'is not known here' });
    return {};
  }
  const parsed = schema.strict().safeParse(value);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [issue.path.join('/')];
    const detail = issue.code === 'unrecognized_keys' ? 'is not known here' : issue.message;
    for (const key of keys) errors.push({ pointer: `/${part}/${key}`, detail });
  }
  return undefined;
}
