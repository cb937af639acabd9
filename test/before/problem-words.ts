import type { Json } from './differences.js';

/** What stands for a sentence that may be worded differently by now. */
const A_SENTENCE = 'a sentence';

type JsonObject = { readonly [key: string]: Json };

const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A problem says its type in its body: of an answer, only the status, the ETag and the body were observed. */
const isProblem = (body: Json | undefined): body is JsonObject =>
  isObject(body) && typeof body.type === 'string' && body.type.startsWith('urn:arshjul:problem:');

/** A part of a problem with its sentences, where they are there and not empty, replaced by one that is the same for all. */
function withSameSentences(part: JsonObject, names: readonly string[]): JsonObject {
  const entries = Object.entries(part).map(([name, value]): [string, Json] =>
    names.includes(name) && typeof value === 'string' && value !== '' ? [name, A_SENTENCE] : [name, value],
  );
  return Object.fromEntries(entries);
}

/**
 * The body of an answer, and when it is a problem (`application/problem+json`) without the wording of its sentences: its
 * title, its detail, and the detail of each of its errors.
 *
 * RFC 9457 3.1 writes these for people and tells clients not to parse them, so that another wording breaks no client. What a
 * client may go by is left as it is, to be compared exactly: the status, the type, the pointers, codes and data of the
 * errors, and every further member. A sentence that is missing by now still differs from one that was there.
 */
export function withoutProblemWords(body: Json): Json {
  if (!isProblem(body)) return body;
  const problem = withSameSentences(body, ['title', 'detail']);
  const { errors } = problem;
  if (!Array.isArray(errors)) return problem;
  return {
    ...problem,
    errors: errors.map((error: Json) => (isObject(error) ? withSameSentences(error, ['detail']) : error)),
  };
}
