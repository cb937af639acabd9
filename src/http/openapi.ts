import { z } from 'zod';
import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi';
import { permissionOf, type Scope } from '../access/roles/permissions.js';
import { languageSchema } from '../language/text-schema.js';
import { PROBLEMS, type ProblemCode } from '../routing/problem.js';
import { cacheableFileSchema, mayBeLeftOut, type Route } from '../routing/route.js';
import { BODY_TYPES } from './request-body.js';

const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    errors: z
      .array(
        z.object({
          pointer: z.string(),
          detail: z.string(),
          code: z.string().optional().meta({ description: 'What is wrong, as a code for programs' }),
          data: z.record(z.string(), z.unknown()).optional(),
        }),
      )
      .optional()
      .meta({ description: 'The fields that are wrong, by JSON pointer' }),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details' });

const language = languageSchema
  .optional()
  .meta({ description: 'The language of the response; Accept-Language decides when it is left out' });

const ifMatch = z
  .string()
  .meta({ description: 'The ETag of the version that the change is based on', example: '"3"' });

/** What a route that is for anyone requires further, by its scope. */
const PROVIDED: Partial<Record<Scope, string>> = {
  shown: '; readers of the county for what is not both published and public',
  counted:
    '; readers of the county for what is not both published and public; contributors of the county until it opens its coverage to all',
};

/** The OpenAPI 3.1 description of the routes. */
export function openApiDocument(routes: readonly Route[], version: string) {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routes) {
    const problems: ProblemCode[] = ['invalid-request', 'unavailable'];
    if (route.params) problems.push('not-found');
    const [least, scope] = permissionOf(route);
    if (least !== 'anyone' || scope in PROVIDED) problems.push('unauthorized', 'forbidden');
    if (scope === 'everybody' && route.method !== 'get') problems.push('forbidden', 'too-many-requests');
    if (scope === 'shown' && route.method === 'post') problems.push('too-many-requests');
    if (route.response === cacheableFileSchema || route.events) problems.push('too-many-requests', 'busy');
    if (route.body) problems.push('too-large', 'unsupported-media-type', 'busy');
    if (route.method !== 'get') problems.push('conflict');
    if (route.precondition) problems.push('precondition-failed', 'precondition-required');
    paths[route.path] = {
      ...paths[route.path],
      [route.method]: {
        summary: route.summary,
        operationId: operationId(route),
        description: `For: ${least}${PROVIDED[scope] ?? ''}.`,
        ...(least !== 'anyone' && { security: [{ bearer: [] }, { session: [] }] }),
        requestParams: {
          ...(route.params && { path: route.params }),
          query: (route.query ?? z.object({})).extend({ language }),
          ...(route.precondition && { header: z.object({ 'If-Match': ifMatch }) }),
        },
        ...(route.body && {
          requestBody: {
            required: !mayBeLeftOut(route.body),
            content: Object.fromEntries(BODY_TYPES.map((type) => [type, { schema: route.body }])),
          },
        }),
        responses: {
          [String(route.status ?? 200)]: {
            description: route.summary,
            content: contentOf(route),
          },
          ...(route.response === cacheableFileSchema && {
            304: { description: 'The caller’s cached copy is still current' },
          }),
          ...Object.fromEntries(
            problems.map((code) => [
              String(PROBLEMS[code].status),
              {
                description: PROBLEMS[code].title,
                content: { 'application/problem+json': { schema: problemSchema } },
              },
            ]),
          ),
        },
      },
    };
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Årshjul',
      version,
      description: 'Annual-cycle planning for Norwegian upper-secondary education.',
    },
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'arshjul.session_token' },
      },
    },
  });
}

function contentOf({ produces, response, events }: Route) {
  if (events) return { 'text/event-stream': { schema: events } };
  const file = z.string().meta({ format: 'binary' });
  if (produces) return Object.fromEntries(produces.map((type) => [type, { schema: file }]));
  return { 'application/json': { schema: response } };
}

function operationId({ method, path }: Route): string {
  const words = path
    .replace(/^\/api\//, '')
    .split(/[^\w]+/)
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return method + words.join('');
}
