/**
 * Imports point one way:
 * {errors, language, routing, file-bounds, text, workers} ← calendar ← framework ← units ← task ← cycle ← wheel ← people ← {access, datafiles, exchange, feeds, live, poster, reminders, school-years} ← administration ← {http, cli, web, jobs} ← compose. No folders import each other in a circle.
 * Queries stand in *.store.ts, a use case (read, work out, write in one transaction) in *.use-case.ts, addresses of the API in *.routes.ts.
 * The page (web/client) is written in TSX, which its parser does not read: biome.json says what of the service it may import, test/lint/page-rooms.ts what of itself.
 * Pure logic imports neither storage (*.store.ts), nor use cases (*.use-case.ts), nor routes (*.routes.ts), nor Node's own modules.
 */
const layers = [
  ['errors', 'language', 'routing', 'database', 'file-bounds', 'text', 'workers'],
  ['calendar'],
  ['framework'],
  ['units'],
  ['task'],
  ['cycle'],
  ['wheel'],
  ['people'],
  ['access', 'datafiles', 'exchange', 'feeds', 'live', 'poster', 'reminders', 'school-years'],
  ['administration'],
  ['http', 'cli', 'web', 'jobs'],
  ['compose'],
];

const upward = layers.flatMap((names, level) => {
  const above = layers.slice(level + 1).flat();
  if (above.length === 0) return [];
  return names.map((name) => ({
    name: `${name}-imports-nothing-above-it`,
    severity: 'error',
    from: { path: `^src/${name}/` },
    to: { path: `^src/(${above.join('|')})/` },
  }));
});

module.exports = {
  forbidden: [
    ...upward,
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-folder-circles', severity: 'error', scope: 'folder', from: {}, to: { circular: true } },
    {
      name: 'pure-logic-stays-pure',
      comment:
        'calendar, framework, units, task, cycle, wheel, language and text take values and give values',
      severity: 'error',
      from: {
        path: '^src/(calendar|framework|units|task|cycle|wheel|language|text)/',
        pathNot: '\\.(store|routes|use-case)\\.ts$',
      },
      to: {
        path: '\\.(store|routes|use-case)\\.ts$|^src/(database|http)/|^(node:)?(fs|http|path|process)($|/)',
        dependencyTypesNot: ['npm'],
      },
    },
    {
      name: 'stores-and-use-cases-know-no-http',
      severity: 'error',
      from: { path: '\\.(store|use-case)\\.ts$' },
      to: { path: '\\.routes\\.ts$|^src/(http|web|cli)/|node_modules/express' },
    },
    {
      name: 'stores-know-no-use-case',
      severity: 'error',
      from: { path: '\\.store\\.ts$' },
      to: { path: '\\.use-case\\.ts$' },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    exclude: { path: '^src/web/client/' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
};
