import { strFromU8, unzipSync, zipSync } from 'fflate';
import { type CellValue, readSheet } from 'read-excel-file/node';
import { SHEET_CELLS, SHEET_ROWS, TABLE_COLUMNS, UNPACKED_BYTES, ZIP_ENTRIES } from './bounds.js';
import { checkAtMost } from './too-much.js';

/**
 * The cells of the first sheet of an Excel file (.xlsx), row by row.
 * 1. Check the number and sizes of files in the zip's central directory before unpacking anything. 2. Unpack its XML into
 * buffers of the stated sizes and no more. 3. Check which cells the sheets' text names, because the reader allocates every
 * cell up to the last one. 4. Give the reader the unpacked files: in the original zip it would trust the sizes stated
 * elsewhere. Throws TooMuch, and other errors when it is not such a file.
 */
export async function sheetRows(bytes: Uint8Array): Promise<(CellValue | null)[][]> {
  const files = unpackedXml(bytes);
  for (const file of Object.values(files)) checkGrid(strFromU8(file, true));
  return readSheet(Buffer.from(zipSync(files, { level: 0 })), 1);
}

function unpackedXml(bytes: Uint8Array): Record<string, Uint8Array> {
  let entries = 0;
  let unpacked = 0;
  return unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      entries += 1;
      checkAtMost('entries', entries, ZIP_ENTRIES);
      // Pictures and the like are never unpacked.
      if (!/\.(xml|rels)$/i.test(name)) return false;
      unpacked += originalSize;
      checkAtMost('unpacked', unpacked, UNPACKED_BYTES);
      return true;
    },
  });
}

/** Throws TooMuch when a sheet has, or names, a row or cell that is far out. */
function checkGrid(xml: string): void {
  if (!xml.includes('sheetData')) return;
  const counted = { row: 0, c: 0 };
  for (const [, tag] of xml.matchAll(/<(row|c)[\s/>]/g)) {
    counted[tag as 'row' | 'c'] += 1;
    checkAtMost('sheetRows', counted.row, SHEET_ROWS);
    checkAtMost('sheetCells', counted.c, SHEET_CELLS);
  }
  let rows = counted.row;
  let columns = 1;
  // Any attribute `r` counts, wherever it occurs.
  for (const [, , address = ''] of xml.matchAll(/[\s"']r\s*=\s*(["'])(.*?)\1/gs)) {
    const [, letters, digits] = /^([A-Z]{0,3})(\d{1,7})$/.exec(address) ?? [];
    // The reader makes numbers of other texts too (1e7), and of what stands for characters (&#88;).
    if (letters === undefined) throw new Error(`${address.slice(0, 20)} is not a cell reference`);
    rows = Math.max(rows, Number(digits));
    columns = Math.max(columns, columnNumber(letters));
    checkAtMost('columns', columns, TABLE_COLUMNS);
    checkAtMost('sheetRows', rows, SHEET_ROWS);
    checkAtMost('sheetCells', rows * columns, SHEET_CELLS);
  }
}

/** 1 for A, 27 for AA; 0 for none. */
function columnNumber(letters: string): number {
  return [...letters].reduce(
    (number, letter) => number * 26 + letter.charCodeAt(0) - 'A'.charCodeAt(0) + 1,
    0,
  );
}
