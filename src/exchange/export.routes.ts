import { z } from 'zod';
import { cycleSchema } from '../cycle/cycle.js';
import { cycleOrProblem, cycleParams } from '../cycle/cycle.routes.js';
import type { CycleEditContext } from '../cycle/cycle-edits.routes.js';
import { cycleInState } from '../cycle/published-cycle.routes.js';
import type { Task } from '../cycle/task.js';
import { readSeenTasks, taskQuerySchema, taskStateSchema } from '../cycle/task-query.store.js';
import type { TaskWording } from '../cycle/wording.js';
import { RequestProblem } from '../routing/problem.js';
import { type FileAnswer, fileSchema, type Route, route } from '../routing/route.js';
import { type CycleDocument, cycleDocumentSchema, documentFlaws } from './cycle-document.js';
import { readDocument, writeDocument } from './cycle-document.store.js';
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

/** The routes that give a cycle away as a file, and take a whole one in. */
export function exportRoutes({ database, wordingIn, onPublished }: CycleEditContext): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/cycles/{id}/document',
      summary: 'The cycle with everything that is known of it, to be taken in again elsewhere',
      params: cycleParams,
      response: cycleDocumentSchema,
      handle: async ({ params }) =>
        (await readDocument(database, await cycleOrProblem(database, params.id))) as never,
    }),
    route({
      method: 'post',
      path: '/api/cycles/documents',
      summary: 'Take in a cycle from such a document, as it was',
      body: cycleDocumentSchema,
      bodyLimit: '256mb',
      response: cycleSchema,
      status: 201,
      handle: async ({ body, language }) => {
        const document = body as unknown as CycleDocument;
        const errors = documentFlaws(document, wordingIn(language)).map(({ path, what }) => ({
          pointer: `/body/${path.join('/')}`,
          detail: what,
        }));
        if (errors.length > 0)
          throw new RequestProblem('invalid-request', 'The document does not hold together.', errors);
        if (!(await writeDocument(database, document)))
          throw new RequestProblem('conflict', `There is a cycle ${document.cycle.id} already.`);
        await onPublished();
        return cycleOrProblem(database, document.cycle.id);
      },
    }),
    route({
      method: 'get',
      path: '/api/cycles/{id}/table',
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
