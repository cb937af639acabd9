import { withLineFeeds } from '../text/soft-breaks.js';
import { checkAtMost } from './too-much.js';

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const OPENING = [0x5b, 0x7b];
const CLOSING = [0x5d, 0x7d];

/** What of JSON is bounded beside its bytes. */
export interface JsonBounds {
  readonly depth: number;
  /** How many values it holds; without a bound when left out. */
  readonly values?: number;
}

/**
 * Parses JSON in UTF-8. How deep it is nested and how many values it holds is counted first, because parsing and checking
 * cost by them and not by bytes. Throws TooMuch; SyntaxError or TypeError on what is no JSON in UTF-8.
 */
export function parsedJson(bytes: Uint8Array, bounds: JsonBounds): unknown {
  checkShape(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), bounds);
  return JSON.parse(withLineFeeds(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
}

function checkShape(bytes: Buffer, allowed: JsonBounds): void {
  const mostValues = allowed.values ?? Number.POSITIVE_INFINITY;
  let depth = 0;
  let values = 1;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    if (byte === QUOTE) at = endOfString(bytes, at + 1);
    else if (byte === COMMA) values += 1;
    else if (OPENING.includes(byte)) {
      depth += 1;
      values += 1;
      checkAtMost('depth', depth, allowed.depth);
    } else if (CLOSING.includes(byte)) depth -= 1;
    checkAtMost('values', values, mostValues);
  }
}

/** Where the string that begins at `from` has its closing quote; the end of the bytes when it has none. */
function endOfString(bytes: Buffer, from: number): number {
  for (let quote = bytes.indexOf(QUOTE, from); quote !== -1; quote = bytes.indexOf(QUOTE, quote + 1)) {
    let backslashes = 0;
    while (quote - backslashes > from && bytes[quote - 1 - backslashes] === BACKSLASH) backslashes += 1;
    if (backslashes % 2 === 0) return quote;
  }
  return bytes.length;
}
