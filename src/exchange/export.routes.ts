import { z } from 'zod';
import { recordAudit } from '../access/audit/audit.store.js';
import { type Cycle, cycleSchema } from '../cycle/cycle.js';
import type { EntryTexts } from '../cycle/cycle-entries.js';
import type { CycleEditContext, PublishContext } from '../cycle/cycle-requests.routes.js';
import { cycleOrProblem, cycleParams } from '../cycle/cycle-requests.routes.js';
import { entryTextsOfCycle } from '../cycle/task.store.js';
import { taskStateSchema } from '../cycle/task-state.js';
import { cycleInState } from '../cycle/view/cycle-view.routes.js';
import { checkedUnit } from '../cycle/view/seen-tasks.use-case.js';
import { taskQuerySchema } from '../cycle/view/task-query.js';
import { DOCUMENT_BYTES } from '../file-bounds/bounds.js';
import type { Caller } from '../routing/caller.js';
import { RequestProblem } from '../routing/problem.js';
import { type FileResponse, fileSchema, route } from '../routing/route.js';
import { cycleDocumentSchema } from './cycle-document.js';
import { type TakenId, type TakenIds, writeDocument } from './cycle-document.store.js';
import { giveDocumentSource } from './cycle-document-source.store.js';
import { FORMATS, TABLE_FORMATS } from './formats.js';
import type { DocumentHead, ReadCycleDocument } from './read-cycle-document.js';
import type { TableOrder } from './task-table.js';
import type { WriteCycleDocument } from './write-cycle-document.js';

/** The most taken ids that a problem lists. */
const MOST_TAKEN_IDS_LISTED = 100;

function takenProblem({ cycle }: DocumentHead, taken: TakenIds): RequestProblem {
  if (taken.cycle)
    return new RequestProblem('conflict', `The cycle ${cycle.id} already exists.`, [
      { pointer: '/body/cycle/id', detail: 'is taken' },
    ]);
  const flawsOf = (ids: readonly TakenId[], pointer: (index: number) => string, where: string) =>
    ids.map(({ id, index }) => ({ pointer: pointer(index), detail: `${id} is ${where}` }));
  const errors = [
    ...flawsOf(taken.units, (index) => `/body/units/${index}/id`, 'a unit of another county'),
    ...flawsOf(taken.entries, (index) => `/body/entries/${index}/edited/id`, 'in another cycle'),
  ];
  return new RequestProblem(
    'conflict',
    'Some ids in the document are already in use.',
    errors.slice(0, MOST_TAKEN_IDS_LISTED),
  );
}

/**
 * Writes the tasks of a cycle as a table in another thread; they are read once there is a thread for it. Throws RequestProblem
 * `busy` when too many jobs wait.
 */
export type WriteTable = (
  order: TableOrder,
  entriesOf: () => Promise<EntryTexts>,
) => Promise<string | Buffer>;

export interface ExportContext extends Pick<CycleEditContext, 'database' | 'now'>, PublishContext {
  readonly readCycleDocument: ReadCycleDocument;
  readonly writeCycleDocument: WriteCycleDocument;
  readonly writeTable: WriteTable;
}

/** The routes that give a cycle away as a file, and take a whole one in. */
export function exportRoutes({
  database,
  readCycleDocument,
  writeCycleDocument,
  writeTable,
  now,
  onPublished,
}: ExportContext) {
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
      summary: 'Export a cycle with everything known about it, to be imported elsewhere',
      params: cycleParams,
      response: cycleDocumentSchema,
      answerAs: 'bytes',
      handle: async ({ params, caller }) => {
        const cycle = await cycleOrProblem(database, params.id);
        await record(caller, 'exported', cycle);
        const document = await writeCycleDocument((give) => giveDocumentSource(database, cycle, give));
        return document as never;
      },
    }),
    route({
      method: 'post',
      path: '/api/cycles/documents',
      summary: 'Import a cycle from an exported document, exactly as it was',
      body: cycleDocumentSchema,
      bodyLimit: DOCUMENT_BYTES,
      bodyAs: 'bytes',
      response: cycleSchema,
      status: 201,
      handle: async ({ body, caller, language }) => {
        const sent = { bytes: body as unknown as Uint8Array, language, county: caller.county };
        const imported = await readCycleDocument(sent, async (document) => {
          const taken = await writeDocument(database, document, document.rows);
          if (taken) throw takenProblem(document, taken);
          return document.cycle;
        });
        await record(caller, 'imported', imported);
        await onPublished();
        return cycleOrProblem(database, imported.id);
      },
    }),
    route({
      method: 'get',
      path: '/api/cycles/{id}/table',
      isDear: true,
      summary: 'Export the tasks of a cycle as CSV or Excel, with the same filters as the list of tasks',
      params: cycleParams,
      query: taskQuerySchema.extend({ format: z.enum(TABLE_FORMATS), state: taskStateSchema }),
      response: fileSchema,
      produces: TABLE_FORMATS.map((format) => FORMATS[format].mediaType),
      handle: async ({
        params,
        query: { format, state, ...query },
        caller,
        language,
      }): Promise<FileResponse> => {
        const cycle = await cycleInState(database, params.id, state, caller);
        const viewer =
          query.unit === undefined ? undefined : await checkedUnit(database, query.unit, cycle.county);
        // Exports of public cycles by anyone are not recorded.
        if (caller.role !== 'anyone') await record(caller, 'exported', cycle, format);
        const content = await writeTable({ format, query, language, viewer }, () =>
          entryTextsOfCycle(database, cycle, state),
        );
        return { contentType: FORMATS[format].mediaType, fileName: `årshjul-${cycle.id}.${format}`, content };
      },
    }),
  ] as const;
}
