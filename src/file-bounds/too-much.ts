/** What of a file is counted before and while it is read. */
const MEASURES = {
  bytes: 'has $found bytes; at most $allowed are read',
  entries: 'contains $found packed files; at most $allowed are read',
  unpacked: 'is $found bytes when unpacked; at most $allowed are read',
  sheetRows: 'has $found rows, including empty ones; at most $allowed are read',
  sheetCells: 'has $found cells, including empty ones; at most $allowed are read',
  rows: 'has $found rows; at most $allowed are read',
  columns: 'has $found columns; at most $allowed are read',
  cell: 'has a cell of $found characters; at most $allowed are read',
  text: 'holds $found characters; at most $allowed are read',
  components: 'has $found components; at most $allowed are read',
  events: 'has $found events, including repetitions; at most $allowed are read',
  values: 'holds $found values; at most $allowed are read',
  depth: 'is nested $found levels deep; at most $allowed levels are read',
} as const;

export type Measure = keyof typeof MEASURES;

/** What was found in a file, and how much of it is read. What is counted no further than the bound is found one above it. */
export interface Excess {
  readonly measure: Measure;
  readonly found: number;
  readonly allowed: number;
}

/** A file has more of something than is read. */
export class TooMuch extends Error {
  override readonly name = 'TooMuch';

  constructor(readonly excess: Excess) {
    super(excessSentence(excess));
  }
}

/** Throws TooMuch when there is more of something than is read. */
export function checkAtMost(measure: Measure, found: number, allowed: number): void {
  if (found > allowed) throw new TooMuch({ measure, found, allowed });
}

/** An excess in English, to follow the name of the file. */
export function excessSentence({ measure, found, allowed }: Excess): string {
  return MEASURES[measure]
    .replace('$found', found.toLocaleString('en'))
    .replace('$allowed', allowed.toLocaleString('en'));
}
