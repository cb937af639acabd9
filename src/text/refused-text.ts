import { holdsNationalIdentityNumber } from './national-identity-number.js';

/** Why a text is refused: PostgreSQL stores no NUL and no half of a surrogate pair, and no control character has a meaning in a plan. */
export const REFUSALS = {
  'control-character': 'contains a control character',
  'lone-surrogate': 'contains half a character, which cannot be stored',
  'national-identity-number':
    'contains what looks like a national identity number; this is a plan, not a record of pupils',
} as const;

export type Refusal = keyof typeof REFUSALS;

/** C0 without tab, line feed and carriage return; DEL; C1. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROL_CHARACTER = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

const LONE_SURROGATE = /\p{Surrogate}/u;

/** Why a text cannot be stored or shown, whoever wrote it; undefined when it can. */
export function unusableText(text: string): Exclude<Refusal, 'national-identity-number'> | undefined {
  if (CONTROL_CHARACTER.test(text)) return 'control-character';
  return LONE_SURROGATE.test(text) ? 'lone-surrogate' : undefined;
}

/** Why a text that people have written is refused; undefined when it is not. */
export function refusedText(text: string): Refusal | undefined {
  const unusable = unusableText(text);
  if (unusable !== undefined) return unusable;
  return holdsNationalIdentityNumber(text) ? 'national-identity-number' : undefined;
}
