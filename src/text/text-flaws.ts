import { unusableText } from './refused-text.js';

/** A text in a value that cannot be stored, by its path; for a key, the path that ends with it. */
interface TextFlaw {
  /** Only the outermost steps when the value is nested more deeply than any of ours. */
  readonly path: readonly (string | number)[];
  readonly code: NonNullable<ReturnType<typeof unusableText>>;
}

const MOST_FLAWS = 100;
const MOST_STEPS = 100;

/** An array or object being walked, and where it is. */
interface Place {
  readonly value: object;
  readonly key: string | number;
  readonly parent: Place | undefined;
}

/**
 * The texts in a parsed JSON value, including keys, that a database cannot store: at most a hundred. `noTexts` names keys,
 * at any depth, under which there are no texts, such as a file in Base64. Values of any depth are walked without recursion.
 */
export function textFlawsIn(value: unknown, noTexts: readonly string[] = []): TextFlaw[] {
  const flaws: TextFlaw[] = [];
  const waiting: Place[] = [];
  const check = (text: string, key: string | number, parent: Place | undefined) => {
    const code = unusableText(text);
    if (code !== undefined && flaws.length < MOST_FLAWS) flaws.push({ path: pathTo(key, parent), code });
  };
  const look = (here: unknown, key: string | number, parent: Place | undefined) => {
    if (typeof here === 'string') check(here, key, parent);
    else if (typeof here === 'object' && here !== null) waiting.push({ value: here, key, parent });
  };
  look(value, '', undefined);
  for (let place = waiting.pop(); place && flaws.length < MOST_FLAWS; place = waiting.pop()) {
    const { value: inside } = place;
    if (Array.isArray(inside)) {
      for (const [index, each] of inside.entries()) look(each, index, place);
      continue;
    }
    for (const [key, each] of Object.entries(inside)) {
      check(key, key, place);
      if (!noTexts.includes(key)) look(each, key, place);
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
