import { withLineFeeds } from '../text/soft-breaks.js';
import { checkAtMost } from './too-much.js';

const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [...Buffer.from('"\\[]{}')];

/** JSON that is no longer and nested no deeper than allowed. Throws TooMuch, and SyntaxError on what is no JSON. */
export function parsedJson(
  bytes: Uint8Array,
  allowed: { readonly bytes: number; readonly depth: number },
): unknown {
  checkAtMost('bytes', bytes.length, allowed.bytes);
  checkAtMost('depth', deepest(bytes, allowed.depth), allowed.depth);
  return JSON.parse(withLineFeeds(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
}

/** How deep JSON is nested, counted no further than one above what is allowed. */
function deepest(bytes: Uint8Array, allowed: number): number {
  let depth = 0;
  let most = 0;
  let inText = false;
  for (let index = 0; index < bytes.length && most <= allowed; index += 1) {
    const byte = bytes[index];
    if (inText) {
      if (byte === BACKSLASH) index += 1;
      else if (byte === QUOTE) inText = false;
    } else if (byte === QUOTE) inText = true;
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
      depth += 1;
      most = Math.max(most, depth);
    } else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth -= 1;
  }
  return most;
}
