import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { daysBetween, type IsoDate, isoDate } from '../../src/calendar/iso-date.js';
import { labelOf } from '../../src/calendar/school-year-label.js';
import { generate } from '../../src/cycle/lifecycle/generate.js';
import { type Knowledge, schoolYearFor } from '../../src/datafiles/knowledge.js';
import type { Task } from '../../src/task/task.js';

const monthDay = z.string().regex(/^\d{2}-\d{2}$/);

const entrySchema = z.strictObject({
  when: z.string(),
  what: z.string(),
  who: z.string(),
  days: z.tuple([monthDay, monthDay]).optional(),
  weeks: z.tuple([z.int(), z.int()]).optional(),
  /** The templates that cover it. */
  templates: z.array(z.string()),
});

const listSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  source: z.string(),
  county: z.string().optional(),
  madeFrom: z.boolean(),
  entries: z.array(entrySchema),
});

export type ArshjulList = z.infer<typeof listSchema>;
type Entry = ArshjulList['entries'][number];

export function readLists(): ArshjulList[] {
  const file = fileURLToPath(new URL('lists.yaml', import.meta.url));
  return z.array(listSchema).parse(parse(readFileSync(file, 'utf8')));
}

/** Whether an entry has a template, and that comes when the entry says. */
export type Cover = 'same-date' | 'other-date' | 'missing';

/** The school year in which the dates are compared. */
const START_YEAR = 2026;

/** The county whose dates are taken for a list that is of no county. */
const ANY_COUNTY = '39';

/**
 * Days that a date may lie beside the day that an entry names and still be the same: lists are of years in which the day was
 * another weekday, or say "about".
 */
const LEEWAY_DAYS = 4;

/** How each entry of a list is covered by the templates as they are dated in its county. */
export function coverOf(list: ArshjulList, knowledge: Knowledge): readonly { entry: Entry; cover: Cover }[] {
  const schoolYear = schoolYearFor(knowledge, list.county ?? ANY_COUNTY, labelOf(START_YEAR));
  const { tasks } = generate(knowledge, schoolYear, [], 'complete');
  return list.entries.map((entry) => {
    const covering = tasks.filter(({ key }) => entry.templates.includes(key));
    if (covering.length === 0) return { entry, cover: 'missing' };
    const isThen = covering.some((task) => comesWhen(task, entry, schoolYear.days));
    return { entry, cover: isThen ? 'same-date' : 'other-date' };
  });
}

function comesWhen(
  { start, end }: Task,
  { days, weeks }: Entry,
  ofYear: ReturnType<typeof schoolYearFor>['days'],
): boolean {
  if (weeks) {
    const inWeeks = ofYear.filter(({ isoWeek: { week } }) => week >= weeks[0] && week <= weeks[1]);
    return inWeeks.some(({ date }) => date >= start && date <= end);
  }
  if (!days) return true;
  const [from, to] = days.map(inYear) as [IsoDate, IsoDate];
  // A window over the summer begins in one school year and ends in the next.
  const isOverSummer = to < from;
  if (!isOverSummer && from !== to && daysBetween(from, to) > 2 * LEEWAY_DAYS)
    return start <= to && end >= from;
  const isAbout = (day: IsoDate, edge: IsoDate) => Math.abs(daysBetween(edge, day)) <= LEEWAY_DAYS;
  const isNear = (day: IsoDate) => isAbout(day, from) || isAbout(day, to);
  // Of a period, the day on which it begins or ends is what lists name.
  return isNear(start) || isNear(end);
}

const inYear = (day: string): IsoDate => isoDate(`${day >= '08-01' ? START_YEAR : START_YEAR + 1}-${day}`);

/** How many entries are covered and how, of some lists. */
export function countsOf(lists: readonly ArshjulList[], knowledge: Knowledge): Record<Cover, number> {
  const counts = { 'same-date': 0, 'other-date': 0, missing: 0 };
  for (const list of lists) for (const { cover } of coverOf(list, knowledge)) counts[cover] += 1;
  return counts;
}
