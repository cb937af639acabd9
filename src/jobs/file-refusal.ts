import { UnreadableImport } from '../exchange/imported-event.js';
import { type Excess, excessSentence, TooMuch } from '../file-bounds/too-much.js';
import { RequestProblem } from '../routing/problem.js';

/** Why a file was not read, as data, since errors lose their class on their way between threads. */
export type FileRefusal =
  | { readonly kind: 'unreadable'; readonly what: string }
  | { readonly kind: 'too-much'; readonly excess: Excess };

/** What a thread has read, or why the file was refused. */
export type ReadResult<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'refused'; readonly refusal: FileRefusal };

/** Reads something, and returns the refusal when the file is at fault; throws every other error. */
export async function readOrRefuse<T>(read: () => T | Promise<T>): Promise<ReadResult<T>> {
  try {
    return { kind: 'read', value: await read() };
  } catch (error) {
    return { kind: 'refused', refusal: refusalOf(error) };
  }
}

/** The same for something read in parts. */
export async function* readPartsOrRefuse<T>(read: () => Iterable<T>): AsyncGenerator<ReadResult<T>, void> {
  try {
    for (const value of read()) yield { kind: 'read', value };
  } catch (error) {
    yield { kind: 'refused', refusal: refusalOf(error) };
  }
}

/** The refusal that an error stands for; throws the error when the file is not at fault. */
function refusalOf(error: unknown): FileRefusal {
  if (error instanceof TooMuch) return { kind: 'too-much', excess: error.excess };
  if (error instanceof UnreadableImport) return { kind: 'unreadable', what: error.message };
  throw error;
}

/** The value read; throws RequestProblem when the file was refused, with a pointer to the file in the request. */
export function valueOrProblem<T>(answer: ReadResult<T>, pointer: string): T {
  if (answer.kind === 'read') return answer.value;
  const { refusal } = answer;
  if (refusal.kind === 'unreadable')
    throw new RequestProblem('invalid-request', 'The file cannot be read.', [
      { pointer, detail: `is ${refusal.what}` },
    ]);
  const { measure, found, allowed } = refusal.excess;
  const detail = excessSentence(refusal.excess);
  throw new RequestProblem('too-large', `The file ${detail}.`, [
    { pointer, detail, code: `too-much-${measure}`, data: { found, allowed } },
  ]);
}
