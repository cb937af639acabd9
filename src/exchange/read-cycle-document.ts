import { z } from 'zod';
import { DOCUMENT_BYTES, DOCUMENT_DEPTH } from '../file-bounds/bounds.js';
import { parsedJson } from '../file-bounds/parsed-json.js';
import { checkAtMost } from '../file-bounds/too-much.js';
import type { Language } from '../language/text.js';
import { fieldProblems, jsonPointer, MOST_FIELD_PROBLEMS, textProblems } from '../routing/field-problems.js';
import type { FieldProblem } from '../routing/problem.js';
import { type CycleDocument, cycleDocumentSchema } from './cycle-document.js';
import { type DocumentMeasure, documentFlaws } from './cycle-document-flaws.js';
import { type DocumentRows, documentRows } from './cycle-document-rows.js';
import { UnreadableImport } from './imported-event.js';

/** The part of a document that is passed on first: its cycle and units. */
export type DocumentHead = Pick<CycleDocument, 'cycle' | 'units'>;

/** A document that has been read and holds together: its head, and the rows of everything else as they are asked for. */
export interface StreamedDocument extends DocumentHead {
  readonly rows: AsyncIterable<DocumentRows>;
}

/** A document as it was sent. */
export interface SentDocument {
  readonly bytes: Uint8Array;
  readonly language: Language;
  /** The county whose cycles its sender may write; null for every county. */
  readonly county: string | null;
}

/**
 * Reads a cycle document in another thread, and resolves with the result of `use`. Throws RequestProblem with the flaws of
 * the document, which point into /body.
 */
export type ReadCycleDocument = <T>(
  sent: SentDocument,
  use: (document: StreamedDocument) => Promise<T>,
) => Promise<T>;

/** One part of a document being read: it belongs to another county, it is flawed, or its head and then its rows. */
export type DocumentPart =
  | { readonly kind: 'foreign' }
  | { readonly kind: 'flawed'; readonly detail: string; readonly errors: readonly FieldProblem[] }
  | ({ readonly kind: 'head' } & DocumentHead)
  | ({ readonly kind: 'rows' } & DocumentRows);

/** The county of a document. */
const countySchema = z.object({ cycle: z.object({ county: z.string() }) });

/**
 * Reads a cycle document in steps: 1. check its size and nesting, 2. check that its sender may write it, 3. check its form,
 * and that its texts can be stored, 4. check that it is consistent, 5. give its database rows. Throws UnreadableImport when
 * it is not JSON, TooMuch when it exceeds the bounds.
 */
export function* documentParts(
  { bytes, county }: Pick<SentDocument, 'bytes' | 'county'>,
  measure: DocumentMeasure,
): Generator<DocumentPart> {
  const sent = jsonOf(bytes);
  const named = countySchema.safeParse(sent);
  if (county !== null && named.success && named.data.cycle.county !== county) {
    yield { kind: 'foreign' };
    return;
  }
  const parsed = cycleDocumentSchema.safeParse(sent);
  const errors = parsed.success ? textProblems({ body: sent }) : fieldProblems(parsed.error, 'body');
  if (!parsed.success || errors.length > 0) {
    yield { kind: 'flawed', detail: 'The document is not valid: see errors.', errors };
    return;
  }
  const document = parsed.data as unknown as CycleDocument;
  const flaws = documentFlaws(document, measure).slice(0, MOST_FIELD_PROBLEMS);
  if (flaws.length > 0) {
    const errors = flaws.map(({ path, what }) => ({ pointer: jsonPointer(['body', ...path]), detail: what }));
    yield { kind: 'flawed', detail: 'The document is not consistent: see errors.', errors };
    return;
  }
  const { cycle, units } = document;
  yield { kind: 'head', cycle, units };
  for (const rows of documentRows(document)) yield { kind: 'rows', ...rows };
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    checkAtMost('bytes', bytes.length, DOCUMENT_BYTES);
    return parsedJson(bytes, { depth: DOCUMENT_DEPTH });
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError)
      throw new UnreadableImport('not well-formed JSON');
    throw error;
  }
}
