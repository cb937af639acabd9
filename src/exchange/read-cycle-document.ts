import type { z } from 'zod';
import type { TaskWording } from '../cycle/wording.js';
import { issueFlaws } from '../errors/issue-flaws.js';
import { DOCUMENT_BYTES, DOCUMENT_DEPTH } from '../file-bounds/bounds.js';
import { parsedJson } from '../file-bounds/parsed-json.js';
import type { Language } from '../language/text.js';
import type { FieldProblem } from '../routing/problem.js';
import { type CycleDocument, cycleDocumentSchema, documentFlaws } from './cycle-document.js';
import { type DocumentRows, documentRows } from './cycle-document-rows.js';
import { UnreadableImport } from './imported-event.js';

/** What of a document is handed over whole: whose it is. */
export type DocumentHead = Pick<CycleDocument, 'cycle' | 'units'>;

/** A document that has been read and holds together: its head, and the rows of everything else as they are asked for. */
export interface HandedDocument extends DocumentHead {
  readonly rows: AsyncIterable<DocumentRows>;
}

/**
 * Reads a cycle document where it holds nobody up, and resolves with what `use` makes of it. Throws RequestProblem with what
 * is wrong with the document, the flaws pointing into /body.
 */
export type ReadCycleDocument = <T>(
  bytes: Uint8Array,
  language: Language,
  use: (document: HandedDocument) => Promise<T>,
) => Promise<T>;

/** A document in parts: what is wrong with it, or its head and then its rows. */
export type DocumentPart =
  | { readonly kind: 'flawed'; readonly detail: string; readonly errors: readonly FieldProblem[] }
  | ({ readonly kind: 'head' } & DocumentHead)
  | ({ readonly kind: 'rows' } & DocumentRows);

/** More flaws than this help nobody. */
const MOST_FLAWS = 100;

/**
 * Reads a cycle document: 1. its size and nesting, 2. its form, 3. whether it holds together, 4. as the rows that a database
 * keeps. Throws UnreadableImport on what is no JSON, TooMuch when it has more than is read.
 */
export function* documentParts(bytes: Uint8Array, wording: TaskWording): Generator<DocumentPart> {
  const parsed = cycleDocumentSchema.safeParse(jsonOf(bytes));
  if (!parsed.success) {
    yield {
      kind: 'flawed',
      detail: 'Some of what was sent cannot be used.',
      errors: problemsOf(parsed.error),
    };
    return;
  }
  const document = parsed.data as unknown as CycleDocument;
  const flaws = documentFlaws(document, wording).slice(0, MOST_FLAWS);
  if (flaws.length > 0) {
    const errors = flaws.map(({ path, what }) => ({ pointer: pointerOf(path), detail: what }));
    yield { kind: 'flawed', detail: 'The document does not hold together.', errors };
    return;
  }
  const { cycle, units } = document;
  yield { kind: 'head', cycle, units };
  for (const rows of documentRows(document)) yield { kind: 'rows', ...rows };
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return parsedJson(bytes, { bytes: DOCUMENT_BYTES, depth: DOCUMENT_DEPTH });
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError)
      throw new UnreadableImport('not well-formed JSON');
    throw error;
  }
}

function problemsOf({ issues }: z.ZodError): FieldProblem[] {
  return issueFlaws(issues.slice(0, MOST_FLAWS)).map(({ path, what, code, data }) => ({
    pointer: pointerOf(path),
    detail: what,
    code,
    data,
  }));
}

/** A JSON pointer (RFC 6901) into the body. */
function pointerOf(path: readonly (string | number)[]): string {
  return ['/body', ...path]
    .map((step, index) => (index === 0 ? step : String(step).replaceAll('~', '~0').replaceAll('/', '~1')))
    .join('/');
}
