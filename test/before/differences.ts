import { parse } from 'csv-parse/sync';

/** A value as JSON has it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Longer values are told by their beginning. */
const LONGEST_TOLD = 200;

const isObject = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function told(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > LONGEST_TOLD ? `${text.slice(0, LONGEST_TOLD)}…` : text;
}

/**
 * What of a value is not as it was before, each difference as a sentence that begins with its path. Properties that an
 * object has besides are not among them; entries of a list are, because a list is read by its length and order.
 */
export function differences(before: Json, now: Json | undefined, path: string): string[] {
  if (now === undefined) return [`${path} is missing; it was ${told(before)}`];
  if (Array.isArray(before) && Array.isArray(now)) {
    const common = before.slice(0, now.length);
    const counted =
      before.length === now.length ? [] : [`${path} had ${before.length} entries, now ${now.length}`];
    return [
      ...counted,
      ...common.flatMap((part, index) => differences(part, now[index], `${path}/${index}`)),
    ];
  }
  if (isObject(before) && isObject(now))
    return Object.entries(before).flatMap(([key, part]) => differences(part, now[key], `${path}/${key}`));
  return Object.is(before, now) ? [] : [`${path} was ${told(before)}, now ${told(now)}`];
}

/** The first line in which two texts differ, as a sentence; none when they are the same to the byte. */
export function differentLine(before: string, now: string, name: string): string[] {
  if (before === now) return [];
  const [was, is] = [before.split('\n'), now.split('\n')];
  const line = was.findIndex((text, index) => text !== is[index]);
  const at = line === -1 ? was.length : line;
  return [`${name}, line ${at + 1}, was ${told(was[at] ?? null)}, now ${told(is[at] ?? null)}`];
}

/**
 * What of a table as CSV is not as it was before: its mark of UTF-8, its ends of lines, its columns and every cell. Columns
 * that come after those of before are not among them.
 */
export function tableDifferences(before: string, now: string, name: string): string[] {
  const rowsOf = (text: string) => parse(text, { bom: true, relax_column_count: true }) as string[][];
  const [was, is] = [rowsOf(before), rowsOf(now)];
  const width = was[0]?.length ?? 0;
  const shapeOf = (text: string) => ({
    beginsWithMark: text.startsWith('\uFEFF'),
    endsOfLines: text.split('\r\n').length,
  });
  return [
    ...differences(shapeOf(before), shapeOf(now), name),
    ...differences(
      was,
      is.map((cells) => cells.slice(0, width)),
      name,
    ),
  ];
}
