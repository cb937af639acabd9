import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { HistoryRow } from '../../src/cycle/history.store.js';
import { entryOf, taskOf } from '../../src/cycle/stored-entry.js';
import type { CycleDocument } from '../../src/exchange/cycle-document.js';
import { documentRows } from '../../src/exchange/cycle-document-rows.js';
import { CycleDocumentWriter } from '../../src/exchange/write-cycle-document.js';

const read: CycleDocument = JSON.parse(
  readFileSync(new URL('cycle-of-the-version-before.json', import.meta.url), 'utf8'),
);

/** With a revision that changed much, and one that changed no entry. */
const given: CycleDocument = {
  ...read,
  history: read.history.map((revision, index) => {
    if (index === 1) return { ...revision, changes: read.history.flatMap(({ changes }) => changes) };
    return index === 2 ? { ...revision, changes: [] } : revision;
  }),
};

/** Some of a cycle: as many entries, revisions and comments as said. */
const some = (entries: number, revisions: number, comments: number): CycleDocument => ({
  ...given,
  entries: given.entries.slice(0, entries),
  history: given.history.slice(0, revisions),
  comments: given.comments.slice(0, comments),
});

/** The document as it was written before it was written in parts: as it reads its rows, in one. */
const atOnce = (document: CycleDocument) => {
  const again = (entry: object | null) => entry && entryOf(JSON.stringify(entry));
  return JSON.stringify({
    ...document,
    entries: document.entries.map(({ edited, generated, published }) => ({
      edited: again(edited),
      generated: generated && taskOf(JSON.stringify(generated)),
      published: again(published),
    })),
    history: document.history.map((revision) => ({
      ...revision,
      message: revision.message ?? null,
      changes: revision.changes.map(({ before, after }) => ({ before: again(before), after: again(after) })),
    })),
  });
};

function written(document: CycleDocument, atATime: number): string {
  const writer = new CycleDocumentWriter();
  const give = <Row>(rows: readonly Row[], take: (some: Row[]) => void) => {
    for (let from = 0; from < rows.length; from += atATime) take(rows.slice(from, from + atATime));
  };
  writer.take({ kind: 'head', cycle: document.cycle, units: document.units as never });
  for (const { table, rows } of documentRows(document)) {
    if (table === 'tasks') give(rows, (part) => writer.take({ kind: 'entries', rows: part }));
    else if (table === 'history')
      give(rows as readonly HistoryRow[], (part) => writer.take({ kind: 'history', rows: part }));
    else give(rows, (part) => writer.take({ kind: 'comments', rows: part }));
  }
  return writer.end().toString();
}

it('writes the same bytes in parts of whatever size as of the whole at once', () => {
  expect(given.history.some(({ changes }) => changes.length > 1)).toBe(true);
  expect(given.history.some(({ changes }) => changes.length === 0)).toBe(true);
  fc.assert(
    fc.property(
      fc.nat({ max: given.entries.length }),
      fc.nat({ max: given.history.length }),
      fc.nat({ max: given.comments.length }),
      fc.integer({ min: 1, max: 20 }),
      (entries, revisions, comments, atATime) => {
        const document = some(entries, revisions, comments);
        expect(written(document, atATime)).toBe(atOnce(document));
      },
    ),
  );
});

it('refuses a part that comes too late', () => {
  const writer = new CycleDocumentWriter();
  writer.take({ kind: 'head', cycle: given.cycle, units: [] });
  writer.take({ kind: 'comments', rows: [] });
  expect(() => writer.take({ kind: 'entries', rows: [] })).toThrow('entries must be written earlier');
});
