import { join } from 'node:path';
import { expect, it } from 'vitest';
import { onDatabase } from '../database/databases.js';
import { startTestService } from '../http/test-service.js';
import { ROOT, read } from './markdown.js';

interface Operation {
  readonly summary: string;
  readonly description: string;
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
}

type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

const START = '<!-- routes -->';
const END = '<!-- /routes -->';

/** A table with a row for each operation of an OpenAPI document, in its order. */
function routeTable(paths: Paths): string {
  const rows = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { summary, description, parameters = [] }]) => {
      const [, least = ''] = /^For: ([\w-]+)/.exec(description) ?? [];
      const isShown = description.includes('published and public');
      const needsMatch = parameters.some(({ in: place, name }) => place === 'header' && name === 'If-Match');
      const isOpened = description.includes('opens its coverage');
      const shown = isShown ? `${least}, if public` : least;
      const role = isOpened ? `contributor; ${shown} and opened` : shown;
      return `| \`${method.toUpperCase()} ${path}\`${needsMatch ? ' \\*' : ''} | ${role} | ${summary} |`;
    }),
  );
  return ['| route | least role | does |', '| --- | --- | --- |', ...rows].join('\n');
}

onDatabase('SQLite', 'the list of routes in docs/api.md', (create) => {
  it('is what `npm run api-routes` makes of the routes of the service', async () => {
    const database = await create();
    const service = await startTestService(database.address, { settings: { FIRST_CYCLE: 'none' } });
    try {
      const { paths } = (await (await fetch(`${service.url}/openapi.json`)).json()) as { paths: Paths };
      const [before = '', rest = ''] = read('docs/api.md').split(START);
      const [, after = ''] = rest.split(END);
      await expect(
        `${before}${START}\n${routeTable(paths)}\n${END}${after}`,
        'run `npm run api-routes`',
      ).toMatchFileSnapshot(join(ROOT, 'docs/api.md'));
    } finally {
      await service.stop();
      await database.drop();
    }
  });
});
