import type { WriteTable } from '../exchange/export.routes.js';
import type { ReadImportFile } from '../exchange/import-file.js';
import type { DocumentPart, ReadCycleDocument } from '../exchange/read-cycle-document.js';
import type { ReadTable } from '../exchange/uploaded-table.js';
import type { WriteCycleDocument } from '../exchange/write-cycle-document.js';
import type { DrawPoster } from '../poster/poster.routes.js';
import { RequestProblem } from '../routing/problem.js';
import type { ReadSkoleruteFile } from '../school-years/uploaded-skolerute.js';
import { builtModule } from '../workers/built-module.js';
import { WorkerFailure } from '../workers/worker-failure.js';
import { WorkerPool } from '../workers/worker-pool.js';
import { type ReadResult, valueOrProblem } from './file-refusal.js';
import type { Jobs } from './jobs.js';

/** The work that the service leaves to threads, so that it can serve other requests meanwhile. */
export interface ServiceJobs {
  readonly readImportFile: ReadImportFile;
  readonly readTable: ReadTable;
  readonly readSkolerute: ReadSkoleruteFile;
  readonly readCycleDocument: ReadCycleDocument;
  readonly writeCycleDocument: WriteCycleDocument;
  readonly writeTable: WriteTable;
  readonly drawPoster: DrawPoster;
  /** Ends all threads; resolves when they have ended. */
  readonly close: () => Promise<void>;
}

/**
 * On an idle machine the largest file takes half a second and the largest poster two. The deadlines allow a busy machine
 * fifteen times as long, and end a job that hangs before its caller gives up; a job that has waited for long is refused.
 */
const WAIT = { mostWaiting: 20, longestWaitMs: 40_000 };
const READING = { ...WAIT, threads: 1, memory: 128, deadlineMs: 10_000 };
const DOCUMENTS = { ...WAIT, threads: 1, memory: 336, deadlineMs: 30_000, mostWaiting: 2 };
const DRAWING = { ...WAIT, threads: 1, memory: 128, deadlineMs: 30_000 };

/** The pointer to the file in requests that send one. */
const CONTENT = '/body/content';
const BODY = '/body';

/** The jobs that run in threads, with a data folder; no thread is started before it has work. */
export function serviceJobs(folder: string): ServiceJobs {
  const entry = builtModule('jobs/job-thread');
  const reading = new WorkerPool<Jobs>({ entry, data: { folder }, ...READING });
  const documents = new WorkerPool<Jobs>({ entry, data: { folder }, ...DOCUMENTS });
  const drawing = new WorkerPool<Jobs>({ entry, data: { folder }, ...DRAWING });
  const read = async <N extends 'import-file' | 'table' | 'skolerute'>(
    job: N,
    file: Parameters<Jobs[N]>[0],
  ) => {
    const handed = { ...file, bytes: ownBytes(file.bytes) };
    return reading
      .run(job, handed, [handed.bytes.buffer])
      .catch((error: unknown) => fileFailure(error, READING, CONTENT));
  };
  return {
    readImportFile: async (file) => valueOrProblem(await read('import-file', file), CONTENT),
    readTable: async (file) => valueOrProblem(await read('table', file), CONTENT),
    readSkolerute: async (file) => valueOrProblem(await read('skolerute', file), CONTENT),
    readCycleDocument: async (sent, use) => {
      const bytes = ownBytes(sent.bytes);
      const parts = documents.parts('cycle-document', { ...sent, bytes }, [bytes.buffer]);
      try {
        const head = partOf(await parts.next());
        if (head?.kind === 'foreign') throw foreignDocument();
        if (head?.kind === 'flawed') throw new RequestProblem('invalid-request', head.detail, head.errors);
        if (head?.kind !== 'head') throw new Error('a document must begin with its head');
        const { cycle, units } = head;
        return await use({ cycle, units, rows: rowsIn(parts) });
      } catch (error) {
        return fileFailure(error, DOCUMENTS, BODY);
      } finally {
        await parts.return();
      }
    },
    writeCycleDocument: (source) =>
      drawing.runOver('written-document', undefined, source).catch(writingFailure),
    writeTable: async (order, entriesOf) => {
      const inputOf = async () => ({ order, entries: await entriesOf() });
      return contentOf(await drawing.runWith('task-table', inputOf).catch(drawingFailure));
    },
    drawPoster: async (order, view, sourceOf) => {
      const inputOf = async () => ({ order, view, source: await sourceOf() });
      return contentOf(await drawing.runWith('poster', inputOf).catch(drawingFailure));
    },
    close: async () => {
      await Promise.all([reading.close(), documents.close(), drawing.close()]);
    },
  };
}

/** Bytes in a buffer that holds nothing else, as transferring it requires. */
function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer } = bytes;
  return buffer instanceof ArrayBuffer && buffer.byteLength === bytes.byteLength
    ? new Uint8Array(buffer)
    : new Uint8Array(bytes);
}

type DocumentParts = AsyncGenerator<ReadResult<DocumentPart>, void>;

/** The rows of a document after its head. */
async function* rowsIn(parts: DocumentParts) {
  for (let part = partOf(await parts.next()); part; part = partOf(await parts.next()))
    if (part.kind === 'rows') yield part;
}

function partOf({ value }: IteratorResult<ReadResult<DocumentPart>, void>): DocumentPart | undefined {
  return value ? valueOrProblem(value, BODY) : undefined;
}

const foreignDocument = () =>
  new RequestProblem('forbidden', 'This belongs to another county.', [
    { pointer: '/body/cycle/county', detail: 'is not your county' },
  ]);

function fileFailure(error: unknown, { deadlineMs, memory }: typeof READING, pointer: string): never {
  if (!(error instanceof WorkerFailure)) throw error;
  const refused = (detail: string, data: Record<string, number>) =>
    new RequestProblem('too-large', `The file ${detail}.`, [{ pointer, detail, code: error.code, data }]);
  switch (error.code) {
    case 'took-too-long': {
      const seconds = deadlineMs / 1000;
      throw refused(`takes longer than ${seconds} seconds to read`, { seconds });
    }
    case 'needs-too-much-memory':
      throw refused(`needs more than ${memory} MB of memory to read`, { megabytes: memory });
    case 'busy':
    case 'closed':
      throw new RequestProblem('busy', 'The server is busy reading files; try again in a moment.');
    default:
      return error.code satisfies never;
  }
}

/** A drawing received from a thread: bytes arrive as Uint8Array and become a Buffer again. */
function contentOf(drawn: string | Uint8Array): string | Buffer {
  return typeof drawn === 'string' ? drawn : Buffer.from(drawn.buffer, drawn.byteOffset, drawn.length);
}

function drawingFailure(error: unknown): never {
  makingFailure(error, 'There is too much to draw; select fewer tasks.', 'drawing');
}

function writingFailure(error: unknown): never {
  makingFailure(error, 'There is too much to write in one document.', 'writing');
}

function makingFailure(error: unknown, tooMuch: string, doing: string): never {
  if (!(error instanceof WorkerFailure)) throw error;
  switch (error.code) {
    case 'took-too-long':
    case 'needs-too-much-memory':
      throw new RequestProblem('too-large', tooMuch);
    case 'busy':
    case 'closed':
      throw new RequestProblem('busy', `The server is busy ${doing}; try again in a moment.`);
    default:
      return error.code satisfies never;
  }
}
