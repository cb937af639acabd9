import { z } from 'zod';
import { recordAudit } from '../access/audit.store.js';
import { type Cycle, cycleSchema } from '../cycle/cycle.js';
import { cycleOrProblem, cycleParams } from '../cycle/cycle.routes.js';
import type { CycleEditContext } from '../cycle/cycle-edits.routes.js';
import { cycleInState } from '../cycle/cycle-view.routes.js';
import type { Task } from '../cycle/task.js';
import { readSeenTasks, taskQuerySchema, taskStateSchema } from '../cycle/task-query.store.js';
import type { TaskWording } from '../cycle/wording.js';
import type { Caller } from '../routing/caller.js';
import { RequestProblem } from '../routing/problem.js';
import { type FileAnswer, fileSchema, type Route, route } from '../routing/route.js';
import { type CycleDocument, cycleDocumentSchema, documentFlaws } from './cycle-document.js';
import { readDocument, writeDocument } from './cycle-document.store.js';
import { documentRows } from './cycle-document-rows.js';
import { renderCsv, renderExcel } from './task-table.js';

const TABLES: Readonly<
  Record<
    'csv' | 'xlsx',
    { type: string; render: (tasks: readonly Task[], wording: TaskWording) => string | Promise<Buffer> }
  >
> = {
  csv: { type: 'text/csv; charset=utf-8', render: renderCsv },
  xlsx: { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', render: renderExcel },
};

/** Of a whole cycle with its history. */
const DOCUMENT_LIMIT = 64 * 2 ** 20;

/** The routes that give a cycle away as a file, and take a whole one in. */
export function exportRoutes({ database, wordingIn, now, onPublished }: CycleEditContext): Route[] {
  const record = (
    by: Caller,
    event: 'exported' | 'imported',
    { county, id }: Pick<Cycle, 'county' | 'id'>,
    what = 'document',
  ) => recordAudit(database, { county, event, by, about: id, detail: { what } }, now());
  return [
    route({
      method: 'get',
      path: '/api/cycles/{id}/document',
      summary: 'The cycle with everything that is known of it, to be taken in again elsewhere',
      params: cycleParams,
      response: cycleDocumentSchema,
      handle: async ({ params, caller }) => {
        const cycle = await cycleOrProblem(database, params.id);
        await record(caller, 'exported', cycle);
        return (await readDocument(database, cycle)) as never;
      },
    }),
    route({
      method: 'post',
      path: '/api/cycles/documents',
      summary: 'Take in a cycle from such a document, as it was',
      body: cycleDocumentSchema,
      bodyLimit: DOCUMENT_LIMIT,
      response: cycleSchema,
      status: 201,
      handle: async ({ body, caller, language }) => {
        const document = body as unknown as CycleDocument;
        const errors = documentFlaws(document, wordingIn(language)).map(({ path, what }) => ({
          pointer: `/body/${path.join('/')}`,
          detail: what,
        }));
        if (errors.length > 0)
          throw new RequestProblem('invalid-request', 'The document does not hold together.', errors);
        if (!(await writeDocument(database, document, documentRows(document))))
          throw new RequestProblem('conflict', `There is a cycle ${document.cycle.id} already.`);
        await record(caller, 'imported', document.cycle);
        await onPublished();
        return cycleOrProblem(database, document.cycle.id);
      },
    }),
    route({
      method: 'get',
      path: '/api/cycles/{id}/table',
      isDear: true,
      summary: 'The tasks of a cycle as CSV or Excel, filtered as the list of tasks is',
      params: cycleParams,
      query: taskQuerySchema.extend({ format: z.enum(['csv', 'xlsx']), state: taskStateSchema }),
      response: fileSchema,
      produces: Object.values(TABLES).map(({ type }) => type),
      handle: async ({
        params,
        query: { format, state, ...query },
        caller,
        language,
      }): Promise<FileAnswer> => {
        const cycle = await cycleInState(database, params.id, state, caller);
        const seen = await readSeenTasks(database, cycle, query, language, state);
        // What anyone takes of what is open to anyone is nobody's doing.
        if (caller.role !== 'anyone') await record(caller, 'exported', cycle, format);
        const { type, render } = TABLES[format];
        const content = await render(
          seen.map(({ task }) => task),
          wordingIn(language),
        );
        return { contentType: type, fileName: `årshjul-${cycle.id}.${format}`, content };
      },
    }),
  ];
}
