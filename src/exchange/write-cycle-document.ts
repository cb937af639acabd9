import { createHash } from 'node:crypto';
import { changeOf, type HistoryRow, headOf } from '../cycle/history.store.js';
import { entryOf, taskOf } from '../cycle/stored-entry.js';
import type { CommentsTable, TasksTable } from '../database/tables.js';
import type { JsonBytes } from '../routing/route.js';
import type { DocumentHead } from './read-cycle-document.js';

/** A part of what a document is written from, in this order: its head, then entries, history and comments as they are stored. */
export type DocumentSource =
  | ({ readonly kind: 'head' } & DocumentHead)
  /** By id. */
  | {
      readonly kind: 'entries';
      readonly rows: readonly Pick<TasksTable, 'body' | 'generated' | 'published'>[];
    }
  /** By revision and position; a revision may go on in the next part. */
  | { readonly kind: 'history'; readonly rows: readonly HistoryRow[] }
  /** By id. */
  | { readonly kind: 'comments'; readonly rows: readonly Omit<CommentsTable, 'county' | 'who_id'>[] };

/** Hands over the parts of a document, one after the other. */
export type GiveSource = (give: (part: DocumentSource) => Promise<void>) => Promise<void>;

/**
 * Writes the document of a cycle in another thread. `source` is called once there is a thread for it. Throws RequestProblem
 * `busy` when too many wait.
 */
export type WriteCycleDocument = (source: GiveSource) => Promise<JsonBytes>;

/** The lists of a document, in the order in which they stand in it. */
const LISTS = ['entries', 'history', 'comments'] as const;

/**
 * Writes a document as JSON from its parts, of which it keeps only the bytes they become: the same bytes as of the whole
 * document written at once.
 */
export class CycleDocumentWriter {
  readonly #parts: Buffer[] = [];
  /** How many lists have been begun. */
  #begun = 0;
  /** The revision whose changes are being written. */
  #revision: number | undefined;
  #isFirst = true;

  /** Takes in the next part; throws RangeError when it is not its turn. */
  take(part: DocumentSource): void {
    if (part.kind === 'head') {
      const head = JSON.stringify({
        format: 'arshjul-cycle',
        version: 1,
        cycle: part.cycle,
        units: part.units,
      });
      this.#write(head.slice(0, -1));
      return;
    }
    this.#beginLists(LISTS.indexOf(part.kind));
    this.#write(this.#itemsOf(part));
  }

  /** The whole document. */
  end(): Buffer<ArrayBuffer> {
    this.#beginLists(LISTS.length - 1);
    this.#write(`${this.#endOfList()}}`);
    const whole = new Uint8Array(this.#parts.reduce((total, { length }) => total + length, 0));
    let at = 0;
    for (const part of this.#parts) {
      whole.set(part, at);
      at += part.length;
    }
    return Buffer.from(whole.buffer);
  }

  #write(text: string): void {
    this.#parts.push(Buffer.from(text));
  }

  /** Begins the lists up to one, which may be empty. */
  #beginLists(last: number): void {
    if (last < this.#begun - 1) throw new RangeError(`${LISTS[last]} must be written earlier`);
    for (; this.#begun <= last; this.#begun += 1) {
      this.#write(`${this.#begun === 0 ? '' : this.#endOfList()},"${LISTS[this.#begun]}":[`);
      this.#isFirst = true;
    }
  }

  #endOfList(): string {
    const isInRevision = this.#revision !== undefined;
    this.#revision = undefined;
    return isInRevision ? ']}]' : ']';
  }

  #itemsOf(part: Exclude<DocumentSource, { readonly kind: 'head' }>): string {
    switch (part.kind) {
      case 'entries':
        return part.rows
          .map(({ body, generated, published }) =>
            this.#item({
              edited: entryOf(body),
              generated: generated === null ? null : taskOf(generated),
              published: published === null ? null : entryOf(published),
            }),
          )
          .join('');
      case 'history':
        return part.rows.map((row) => this.#change(row)).join('');
      case 'comments':
        return part.rows
          .map(({ task_id, id, at, who, body }) => this.#item({ taskId: task_id, id, at, who, text: body }))
          .join('');
      default:
        return part satisfies never;
    }
  }

  #item(item: object): string {
    const text = JSON.stringify(item);
    if (!this.#isFirst) return `,${text}`;
    this.#isFirst = false;
    return text;
  }

  /** A row of the history: the change of an entry, after the head of its revision when it is the first. */
  #change(row: HistoryRow): string {
    const isNew = row.revision !== this.#revision;
    const { whoId: _validOnlyHere, ...head } = headOf(row);
    const ending = isNew && this.#revision !== undefined ? ']}' : '';
    const begun = isNew ? `${ending}${this.#item(head).slice(0, -1)},"changes":[` : ',';
    this.#revision = row.revision;
    return (
      begun +
      changeOf(row)
        .map((change) => JSON.stringify(change))
        .join('')
    );
  }
}

/** The tag by which Express would name the bytes: a weak one, of their length and their SHA-1. */
export function weakEtagOf(bytes: Buffer): string {
  const digest = createHash('sha1').update(bytes).digest('base64').slice(0, 27);
  return `W/"${bytes.length.toString(16)}-${digest}"`;
}
