import { parsedJson } from '../file-bounds/parsed-json.js';
import { excessSentence, TooMuch } from '../file-bounds/too-much.js';
import { type FieldProblem, RequestProblem } from '../routing/problem.js';

/**
 * What a body may hold: the deepest that a route takes has seven levels, and a bulk change of a thousand tasks a tenth of
 * the values.
 */
const BOUNDS = { depth: 32, values: 20_000 };

/** Parses the JSON of a body in UTF-8. Throws RequestProblem `too-large` or `invalid-request`. */
export function parseJson(bytes: Buffer): unknown {
  try {
    return parsedJson(bytes, BOUNDS);
  } catch (error) {
    if (error instanceof TooMuch) throw unusable('too-large', excessSentence(error.excess));
    throw unusable('invalid-request', 'is not well-formed JSON in UTF-8');
  }
}

function unusable(code: 'too-large' | 'invalid-request', detail: string): RequestProblem {
  const errors: FieldProblem[] = [{ pointer: '/body', detail }];
  return new RequestProblem(code, 'The body is not valid.', errors);
}
