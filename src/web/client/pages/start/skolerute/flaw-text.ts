import type { Translate } from '../../../../../language/translate.js';
import type { SkoleruteFlawView } from '../../../../../school-years/school-year-view.js';
import { dateInWords, monthInWords } from '../../../data/language/dates.js';
import { partOf } from './skolerute-form.js';

/** Fields of which the page says what they have to be when they could not be read. */
const READ_FIELDS = ['what', 'from', 'to', 'county', 'schoolYear'];

/** What is wrong, in a sentence: with the line of the file where there is one. */
export function flawText({ field, line, code, values }: SkoleruteFlawView, t: Translate): string {
  const where = line === null ? '' : `${t('work.skolerute.line', { line })} `;
  if (code === null) {
    const known = READ_FIELDS.includes(field) ? field : 'file';
    return where + t(`work.skolerute.unreadable.${known}`);
  }
  return where + t(`work.skolerute.flaw.${code}`, { part: partName(field, t), ...inWords(values, t) });
}

/** What a part is called: "Vinterferie". */
export function partName(field: string, t: Translate): string {
  return t(`work.skolerute.part.${partOf(field)}`);
}

/** Values for a text, with dates, months and names as people write them. */
export function inWords(values: SkoleruteFlawView['values'], t: Translate): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const text = String(value);
      if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return [name, dateInWords(text, t)];
      if (name === 'month') return [name, monthInWords(text, t)];
      if (name === 'other' || name === 'break') return [name, t(`break.${text}`)];
      if (name === 'holiday') return [name, t(`holiday.${text}`)];
      if (name === 'weekday') return [name, t(`weekday.${text}`)];
      return [name, value];
    }),
  );
}
