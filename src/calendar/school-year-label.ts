import { z } from 'zod';
import { type IsoDate, monthOf } from './iso-date.js';

declare const labelBrand: unique symbol;

/** A school year written `2026/2027`: 1 August of the first year to 31 July of the next. */
export type SchoolYearLabel = string & { readonly [labelBrand]: true };

/** The school years that the service can plan for. */
export const FIRST_START_YEAR = 2000;
export const LAST_START_YEAR = 2100;

/** Why a text is not a valid school year; undefined when it is one. */
export function schoolYearLabelFlaw(text: string): string | undefined {
  const match = /^(\d{4})\/(\d{4})$/.exec(text);
  if (!match) return 'is not a school year; write it as 2026/2027';
  const start = Number(match[1]);
  if (Number(match[2]) !== start + 1) {
    return `is not a single school year; the one that starts in ${start} is ${start}/${start + 1}`;
  }
  if (start < FIRST_START_YEAR || start > LAST_START_YEAR) {
    return `is outside the school years ${labelOf(FIRST_START_YEAR)} to ${labelOf(LAST_START_YEAR)}`;
  }
  return undefined;
}

export function labelOf(startYear: number): SchoolYearLabel {
  return `${startYear}/${startYear + 1}` as SchoolYearLabel;
}

/** The calendar year in which the school year starts. */
export function startYearOf(label: SchoolYearLabel): number {
  return Number(label.slice(0, 4));
}

/** The school year of a date. */
export function schoolYearOf(date: IsoDate): SchoolYearLabel {
  const year = Number(date.slice(0, 4));
  return labelOf(monthOf(date) >= 8 ? year : year - 1);
}

/** Typed by hand: a transform to the branded type could not be described in OpenAPI. */
export const schoolYearLabelSchema = z
  .string()
  .check((context) => {
    const flaw = schoolYearLabelFlaw(context.value);
    if (flaw) context.issues.push({ code: 'custom', message: flaw, input: context.value });
  })
  .meta({ id: 'SchoolYearLabel', description: 'A school year, such as 2026/2027' }) as unknown as z.ZodType<
  SchoolYearLabel,
  string
>;
