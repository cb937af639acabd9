import { describeNoDate, shortDate } from '../../../../calendar/describe.js';
import type { IsoDate } from '../../../../calendar/iso-date.js';
import type { NoDateReason } from '../../../../calendar/reason.js';
import type { Translate } from '../../../../language/translate.js';
import type { FieldProblem } from '../../../../routing/problem.js';

/** What can be wrong with a field: a key under `work.flaw`. */
const KNOWN = [
  'empty',
  'missing',
  'too-long',
  'too-many',
  'national-identity-number',
  'control-character',
  'lone-surrogate',
  'no-address',
  'no-date',
  'date-and-rule',
  'outside-school-year',
  'end-before-start',
  'end-time-before-start',
  'end-time-without-start',
  'skipped-time',
  'unknown-unit',
  'unknown-partner',
  'unknown-measure',
  'cooperation-without-partner',
  'rule-repeats',
  'rule-of-itself',
  'no-leeway',
  'outside-window',
  'unknown-step',
] as const;

/** What is wrong with a field, in the reader's language. */
export function flawText(
  { code, data = {} }: FieldProblem,
  t: Translate,
  templateTitle: (key: string) => string,
): string {
  if (code === 'rule-without-date') {
    const reason = describeNoDate(data.reason as NoDateReason, { t, templateTitle });
    return t('work.flaw.rule-without-date', { reason });
  }
  const known = KNOWN.find((each) => each === code) ?? 'invalid';
  const { window, ...rest } = data as { readonly window?: Readonly<Record<string, unknown>> };
  const values = Object.entries({ ...rest, ...window }).map(([name, value]) => [name, inWords(value, t)]);
  return t(`work.flaw.${known}`, Object.fromEntries(values));
}

function inWords(value: unknown, t: Translate): string | number {
  if (typeof value === 'number') return value;
  return /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? shortDate(value as IsoDate, t) : String(value);
}
