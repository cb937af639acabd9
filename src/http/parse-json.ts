import { type FieldProblem, RequestProblem } from '../routing/problem.js';
import { withLineFeeds } from '../text/soft-breaks.js';

/** How deep a body may be nested: the deepest that a route takes has seven levels. */
const DEEPEST = 32;

/** The most values that a body may hold: a bulk change of a thousand tasks has a tenth of that. */
const MOST_VALUES = 20_000;

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const OPENING = [0x5b, 0x7b];
const CLOSING = [0x5d, 0x7d];

/**
 * Parses the JSON of a body in UTF-8. How deep it is nested and how many values it holds is counted first, because parsing
 * and checking cost by them and not by bytes. Throws RequestProblem `too-large` or `invalid-request`.
 */
export function parseJson(bytes: Buffer): unknown {
  checkShape(bytes);
  try {
    return JSON.parse(withLineFeeds(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
  } catch {
    throw unusable('invalid-request', 'is not well-formed JSON in UTF-8');
  }
}

function checkShape(bytes: Buffer): void {
  let depth = 0;
  let values = 1;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] as number;
    if (byte === QUOTE) at = endOfString(bytes, at + 1);
    else if (OPENING.includes(byte)) {
      depth += 1;
      values += 1;
      if (depth > DEEPEST) throw unusable('too-large', `is nested deeper than ${DEEPEST} levels`);
    } else if (CLOSING.includes(byte)) depth -= 1;
    else if (byte === COMMA) values += 1;
    if (values > MOST_VALUES) throw unusable('too-large', `holds more than ${MOST_VALUES} values`);
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

function unusable(code: 'too-large' | 'invalid-request', detail: string): RequestProblem {
  const errors: FieldProblem[] = [{ pointer: '/body', detail }];
  return new RequestProblem(code, 'The body is not valid.', errors);
}
