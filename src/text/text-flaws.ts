import { type Refusal, refusedText, unusableText } from './refused-text.js';

/** A text in a value that is refused, by the path to it; of a key, the path that ends with it. */
export interface TextFlaw {
  /** The outermost steps alone where a value is nested more deeply than any of ours. */
  readonly path: readonly (string | number)[];
  readonly code: Refusal;
}

/**
 * Who writes what stands under a key: people; machines, whose ids and tokens can hold eleven digits by chance; or
 * nobody, as it is no text (a file in base64).
 */
export type Writer = 'people' | 'machine' | 'nobody';

const MOST_FLAWS = 100;
const MOST_STEPS = 100;

/** An array or object on the way, and where it stands. */
interface Place {
  readonly value: object;
  readonly key: string | number;
  readonly parent: Place | undefined;
  readonly writer: Writer;
}

/**
 * The texts in a parsed JSON value, its keys too, that are refused: at most a hundred. `writers` names the keys under
 * which, however deep, others write than people. Values of any depth are walked without recursion.
 */
export function textFlawsIn(value: unknown, writers: Readonly<Record<string, Writer>> = {}): TextFlaw[] {
  const flaws: TextFlaw[] = [];
  const waiting: Place[] = [];
  const check = (text: string, writer: Writer, key: string | number, parent: Place | undefined) => {
    const code = writer === 'people' ? refusedText(text) : unusableText(text);
    if (code !== undefined && flaws.length < MOST_FLAWS) flaws.push({ path: pathTo(key, parent), code });
  };
  const look = (here: unknown, writer: Writer, key: string | number, parent: Place | undefined) => {
    if (writer === 'nobody') return;
    if (typeof here === 'string') check(here, writer, key, parent);
    else if (typeof here === 'object' && here !== null) waiting.push({ value: here, key, parent, writer });
  };
  look(value, 'people', '', undefined);
  for (let place = waiting.pop(); place && flaws.length < MOST_FLAWS; place = waiting.pop()) {
    const { value: inside, writer } = place;
    if (Array.isArray(inside)) {
      for (const [index, each] of inside.entries()) look(each, writer, index, place);
      continue;
    }
    for (const [key, each] of Object.entries(inside)) {
      check(key, writer, key, place);
      look(each, Object.hasOwn(writers, key) ? (writers[key] ?? writer) : writer, key, place);
    }
  }
  return flaws;
}

function pathTo(key: string | number, parent: Place | undefined): (string | number)[] {
  const inwards: (string | number)[] = [];
  let last = key;
  for (let place = parent; place; place = place.parent) {
    inwards.push(last);
    last = place.key;
  }
  return inwards.reverse().slice(0, MOST_STEPS);
}
