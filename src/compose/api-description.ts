import { readFileSync, writeFileSync } from 'node:fs';
import { type Knowledge, loadKnowledge, wordingsOf } from '../datafiles/knowledge.js';
import { API_DESCRIPTION } from '../http/api-description.js';
import { openApiDocument } from '../http/openapi.js';
import type { Route } from '../routing/route.js';
import { accessRoutes } from './access-routes.js';
import { serviceRoutes } from './service-routes.js';

/** A part that routes need only to handle requests. */
const nothing = {} as never;

/** Every route of the service, to be described: none of them can handle a request. */
export function declaredRoutes(knowledge: Knowledge): Route[] {
  const wordings = wordingsOf(knowledge);
  return [
    ...serviceRoutes({
      config: nothing,
      version: nothing,
      database: nothing,
      knowledge,
      schoolYears: nothing,
      generate: nothing,
      wordingIn: (language) => wordings[language],
      addresses: nothing,
      index: nothing,
      reminders: nothing,
      jobs: nothing,
      watch: nothing,
      now: nothing,
    }),
    ...accessRoutes(nothing, nothing),
  ];
}

/** Called by the build: describes the API ahead of the requests for its description, of which the first took 0.3 s. */
export function writeApiDescription(): void {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
  writeFileSync(API_DESCRIPTION, JSON.stringify(openApiDocument(declaredRoutes(loadKnowledge()), version)));
}
