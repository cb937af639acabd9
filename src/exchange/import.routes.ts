import { z } from 'zod';
import { recordAudit } from '../access/audit/audit.store.js';
import { type CycleEditContext, cycleOrProblem, cycleParams } from '../cycle/cycle-requests.routes.js';
import { editingBy } from '../cycle/edit/editing-by.routes.js';
import { changeInWords } from '../cycle/history/change-in-words.js';
import { changeNames } from '../cycle/history/change-names.use-case.js';
import { LANGUAGES } from '../language/text.js';
import { previewQuery, tokenOrProblem } from '../routing/preview.js';
import { RequestProblem } from '../routing/problem.js';
import { FILE_BODY_LIMIT, route } from '../routing/route.js';
import { LEVELS } from '../task/level.js';
import { viewTask } from '../task/task-view.js';
import { KINDS } from '../task/template.js';
import { mapInTurns } from '../workers/in-turns.js';
import { IMPORT_FORMATS } from './formats.js';
import { applyImport, previewImport } from './import.use-case.js';
import { mappingSchema, type ReadFile, type ReadImportFile } from './import-file.js';
import { type ImportParts, importDefaultsSchema, OUTCOMES } from './import-plan.js';
import { importViewSchema } from './import-view.js';
import { TABLE_FIELDS } from './table-events.js';

const bodySchema = z.strictObject({
  format: z.enum(IMPORT_FORMATS),
  content: z.base64().meta({ description: 'The contents of the file, as Base64' }),
  mapping: mappingSchema.optional().meta({ description: 'The column of each field; guessed when left out' }),
  defaults: importDefaultsSchema
    .prefault({})
    .meta({ description: 'The value a task gets where the file gives none' }),
  layer: z
    .string()
    .optional()
    .meta({ description: 'The unit whose layer the tasks are added to; the caller’s own when left out' }),
  restoreDeleted: z
    .boolean()
    .default(false)
    .meta({ description: 'Whether entries whose task has been removed are added again' }),
  token: z.string().optional().meta({ description: 'From the preview that is to be carried out' }),
});

export interface ImportContext extends CycleEditContext {
  readonly readImportFile: ReadImportFile;
}

/** The route that takes tasks from a calendar, CSV or Excel file into a cycle. */
export function importRoutes(context: ImportContext) {
  const { database, framework, wordingIn, schoolYearFor, readImportFile } = context;
  const wordings = LANGUAGES.map(wordingIn);
  const idOf = idsByName({
    kind: KINDS.map((id) => [id, wordings.map(({ t }) => t(`kind.${id}`))]),
    level: LEVELS.map((id) => [id, wordings.map(({ t }) => t(`level.${id}`))]),
    phase: framework.phases.map(({ id }) => [id, wordings.map(({ nameOf }) => nameOf(id))]),
    category: framework.categories.map(({ id }) => [id, wordings.map(({ nameOf }) => nameOf(id))]),
    actor: framework.actors.map(({ id }) => [id, wordings.map(({ nameOf }) => nameOf(id))]),
    partners: framework.partners.map(({ id }) => [id, wordings.map(({ nameOf }) => nameOf(id))]),
  });
  return [
    route({
      method: 'post',
      path: '/api/cycles/{id}/import',
      summary:
        'Import tasks from an iCalendar, CSV or Excel file: preview it, then import exactly what was previewed',
      params: cycleParams,
      query: previewQuery,
      body: bodySchema,
      bodyLimit: FILE_BODY_LIMIT,
      response: importViewSchema,
      handle: async (request) => {
        const { params, query, body, caller, language } = request;
        const cycle = await cycleOrProblem(database, params.id);
        const { days } = schoolYearFor(cycle.county, cycle.schoolYear);
        const [first, last] = [days[0], days.at(-1)];
        if (!first || !last) throw new RangeError('a school year must have days');
        const { format, content, mapping } = body;
        const bytes = Buffer.from(content, 'base64');
        const file = await readImportFile({ format, bytes, mapping, from: first.date, to: last.date });
        checkMapping(file);
        const layer = body.layer ?? caller.unit ?? cycle.county;
        const order = { file, defaults: body.defaults, layer, restoreDeleted: body.restoreDeleted };
        const importing = { ...editingBy(context, request), idOf };
        const isPreview = query.preview === 'true';
        const token = () =>
          tokenOrProblem(body.token, 'An import must be previewed before it is carried out.');
        const preview = isPreview ? await previewImport(importing, cycle, order) : undefined;
        const rows = preview?.rows ?? (await applyImport(importing, cycle, order, token()));
        if (!isPreview) {
          const detail = { what: 'tasks', format: body.format };
          const recorded = { county: cycle.county, event: 'imported', by: caller, about: cycle.id } as const;
          await recordAudit(database, { ...recorded, detail }, context.now());
        }
        const names = await changeNames(database, framework, cycle.county, wordingIn(language));
        const count = (outcome: string) => rows.filter((row) => row.outcome === outcome).length;
        return {
          cycle: await cycleOrProblem(database, cycle.id),
          token: preview?.token ?? null,
          columns: [...file.columns],
          fields: [...TABLE_FIELDS],
          mapping: file.mapping as Record<string, string>,
          counts: Object.fromEntries(OUTCOMES.map((outcome) => [outcome, count(outcome)])) as Record<
            (typeof OUTCOMES)[number],
            number
          >,
          rows: await mapInTurns(rows, ({ place, title, outcome, task, before, fields, problems }) => ({
            place: { ...place },
            title,
            outcome,
            task: task && viewTask(task, wordingIn(language)),
            fields: [...fields],
            inWords: task && before ? changeInWords(before, task, names) : [],
            problems: [...problems],
          })),
        };
      },
    }),
  ] as const;
}

function checkMapping({ columns, mapping }: ReadFile): void {
  if (columns.length === 0) return;
  const errors = [
    ...(['title', 'start'] as const)
      .filter((field) => mapping[field] === undefined)
      .map((field) => ({
        pointer: `/body/mapping/${field}`,
        detail: `is missing; the columns are ${columns.join(', ')}`,
      })),
    ...Object.entries(mapping)
      .filter(([, column]) => column !== undefined && !columns.includes(column))
      .map(([field]) => ({ pointer: `/body/mapping/${field}`, detail: 'is not a column of the file' })),
  ];
  if (errors.length > 0)
    throw new RequestProblem('invalid-request', 'Specify which column holds which field.', errors, {
      columns,
      mapping,
    });
}

/** Finds ids by the id itself or by a name in any language, in upper or lower case. */
function idsByName(
  named: Readonly<
    Record<Parameters<ImportParts['idOf']>[0], readonly (readonly [string, readonly string[]])[]>
  >,
): ImportParts['idOf'] {
  const maps = new Map(
    Object.entries(named).map(([field, entries]) => [
      field,
      new Map(
        entries.flatMap(([id, names]) => [id, ...names].map((name) => [name.toLocaleLowerCase('nb'), id])),
      ),
    ]),
  );
  return (field, name) => maps.get(field)?.get(name.trim().toLocaleLowerCase('nb'));
}
