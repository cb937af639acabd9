import type { Json } from './differences.js';

/** The meetings that decision 25 moves to the nearest school day: they were left out before. */
const MOVED = ['39-2026-2027-ressursgruppe-skole-m03', '39-2026-2027-samarbeidsmote-skole-ot-nav-m05'];

const LEFT_OUT = [
  / (?:Onsdag|Torsdag) \d+\. \p{L}+ \d{4} er (?:utelatt|utelaten): [^.]+\./gu,
  / (?:Wednesday|Thursday) \d+ \p{L}+ \d{4} is left out: [^.]+\./gu,
];

const isObject = (value: Json): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isMoved = (value: Json) => isObject(value) && MOVED.includes(String(value.id));

const isLeftOut = (value: Json) =>
  (isObject(value) && value.kind === 'left-out') ||
  (typeof value === 'string' && LEFT_OUT.some((told) => ` ${value}`.replace(told, '') === ''));

/** A value without the meetings that decision 25 moves, and without what told of them at the one that follows. */
export function jsonWithoutMoved(value: Json): Json {
  if (Array.isArray(value))
    return value.filter((each: Json) => !isMoved(each) && !isLeftOut(each)).map(jsonWithoutMoved);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, jsonWithoutMoved(part)]));
}

/** A calendar or a table without them; the lines of a calendar unfolded (RFC 5545 3.1). */
export function textWithoutMoved(text: string): string {
  const unfolded = text.replaceAll('\r\n ', '');
  const entries = unfolded.replace(/BEGIN:VEVENT\r\n[\s\S]*?END:VEVENT\r\n/g, (entry) =>
    MOVED.some((id) => entry.includes(`UID:${id}@`)) ? '' : entry,
  );
  const lines = entries
    .split('\r\n')
    .filter((line) => !MOVED.some((id) => line.includes(id)))
    .join('\r\n');
  const counted = lines.replace(/^\d+ tasks for /m, 'tasks for ');
  return LEFT_OUT.reduce((rest, told) => rest.replaceAll(told, ''), counted);
}

const recurs = (value: Json): boolean =>
  isObject(value) &&
  ((isObject(value.rule ?? null) && 'repeat' in (value.rule as object)) || recurs(value.task ?? null));

/** The lists of tasks that a preview answers with. */
const OFFERED = { regenerate: ['added', 'updated'], rollover: ['tasks'] } as const;

/** What is answered at a path, without the meetings that recur in what a preview offers: decision 25 dates them. */
export function withoutOfferedMeetings(body: Json, path: string): Json {
  const preview = (['regenerate', 'rollover'] as const).find((each) => path.includes(`/${each}?preview`));
  if (!preview || !isObject(body)) return body;
  const others = OFFERED[preview].flatMap((name) => {
    const tasks = body[name];
    return Array.isArray(tasks) ? [[name, tasks.filter((each: Json) => !recurs(each))] as const] : [];
  });
  return { ...body, ...Object.fromEntries(others) };
}
