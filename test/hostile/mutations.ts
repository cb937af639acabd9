import fc from 'fast-check';

/** What a byte of a file may become: what ends texts, opens and closes things, or is no text at all. */
const STRANGE = [
  0x00, 0x0a, 0x0d, 0x22, 0x27, 0x2c, 0x2d, 0x3a, 0x3b, 0x5b, 0x7b, 0x7d, 0x80, 0xc3, 0xed, 0xff,
];

const PIECES = [
  '\u0000',
  '"',
  '999999999999999999',
  '-1',
  '\r\n',
  '&a *a',
  '\ufeff',
  '=1+1',
  'NaN',
  '{}',
  '𐀀',
  '\\ud800',
];

/** A place in a file, whatever its length. */
const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });

const mutation = fc.oneof(
  fc.record({ kind: fc.constant('change' as const), at: place, byte: fc.constantFrom(...STRANGE) }),
  fc.record({ kind: fc.constant('insert' as const), at: place, piece: fc.constantFrom(...PIECES) }),
  fc.record({ kind: fc.constant('leave out' as const), at: place, share: place }),
  fc.record({
    kind: fc.constant('repeat' as const),
    at: place,
    share: place,
    times: fc.integer({ min: 2, max: 200 }),
  }),
  fc.record({ kind: fc.constant('swap' as const), at: place, to: place }),
  fc.record({ kind: fc.constant('cut' as const), at: place }),
);

export type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

/** The largest that a mutated file gets. */
const MOST_BYTES = 200_000;

function mutated(bytes: Buffer, change: Mutation): Buffer {
  const at = Math.floor(change.at * bytes.length);
  const rest = bytes.length - at;
  switch (change.kind) {
    case 'change': {
      const changed = Buffer.from(bytes);
      if (rest > 0) changed[at] = change.byte;
      return changed;
    }
    case 'insert':
      return Buffer.concat([bytes.subarray(0, at), Buffer.from(change.piece), bytes.subarray(at)]);
    case 'leave out':
      return Buffer.concat([
        bytes.subarray(0, at),
        bytes.subarray(at + Math.ceil(change.share * rest * 0.3)),
      ]);
    case 'repeat': {
      const piece = bytes.subarray(at, at + Math.ceil(change.share * rest * 0.5));
      const repeated: Buffer[] = Array(change.times).fill(piece);
      return Buffer.concat([bytes.subarray(0, at), ...repeated, bytes.subarray(at)]).subarray(0, MOST_BYTES);
    }
    case 'swap': {
      const to = Math.floor(change.to * bytes.length);
      const [first, last] = [Math.min(at, to), Math.max(at, to)];
      return Buffer.concat([bytes.subarray(last), bytes.subarray(first, last), bytes.subarray(0, first)]);
    }
    case 'cut':
      return bytes.subarray(0, at);
  }
}

/** So many mutated files, always the same ones for a seed: each of one to four changes. */
export function mutatedFiles(bytes: Buffer, count: number, seed: number): Buffer[] {
  const changes = fc.array(mutation, { minLength: 1, maxLength: 4 });
  return fc.sample(changes, { numRuns: count, seed }).map((each) => each.reduce(mutated, bytes));
}
