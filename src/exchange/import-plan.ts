import { z } from 'zod';
import { dayOf } from '../calendar/school-year.js';
import { changedFields } from '../cycle/history.js';
import { merge } from '../cycle/lifecycle/merge.js';
import type { StoredTask } from '../cycle/stored-entry.js';
import { issueFlaws } from '../errors/issue-flaws.js';
import { uidsOf } from '../feeds/entries/calendar-entry.js';
import { actorSchema, categorySchema, phaseIdSchema } from '../framework/vocabulary.js';
import { inLanguage } from '../language/text.js';
import { editFlawSentence } from '../task/edit-flaw.js';
import { BLANK } from '../task/fields.js';
import type { Task } from '../task/task.js';
import { createTask, type EditContext, type NewTask, newTaskSchema } from '../task/task-edit.js';
import { kindSchema } from '../task/template.js';
import { REFUSALS, refusedText, unusableText } from '../text/refused-text.js';
import { mapInTurns } from '../workers/in-turns.js';
import type { ImportedEvent, Place, ReadEvents } from './imported-event.js';

/** The values that a task gets where the file gives none. */
export const importDefaultsSchema = z.strictObject({
  kind: kindSchema.default('activity'),
  phase: phaseIdSchema.default('pa-tvers-av-faser'),
  category: categorySchema.default('koordinering'),
  actor: actorSchema.default('school-owner'),
  partners: z.array(z.string()).max(30).default([]),
});

export type ImportDefaults = z.infer<typeof importDefaultsSchema>;

export const OUTCOMES = [
  'new',
  'changed',
  'duplicate',
  'deleted',
  'outside-school-year',
  'unusable',
] as const;

/** What an import does with one entry of a file. */
export interface ImportRow {
  readonly place: Place;
  readonly title: string;
  readonly outcome: (typeof OUTCOMES)[number];
  /** The task that it makes, changes or is already; null for the others. */
  readonly task: Task | null;
  /** The task before a change; null for a new one. */
  readonly before: Task | null;
  /** The base that the next import of the same entry is compared with; null when nothing is written. */
  readonly base: Task | null;
  readonly fields: readonly string[];
  readonly problems: readonly { readonly field: string; readonly what: string }[];
}

export interface ImportParts {
  readonly read: ReadEvents;
  /** Every task of the cycle, deleted ones too. */
  readonly stored: readonly StoredTask[];
  readonly cycleId: string;
  readonly county: string;
  readonly layer: string;
  readonly defaults: ImportDefaults;
  /** The id of a phase, category, actor, partner, kind or level by its id or its name in any language; undefined for none. */
  readonly idOf: (
    field: 'kind' | 'phase' | 'category' | 'actor' | 'partners' | 'level',
    name: string,
  ) => string | undefined;
  readonly context: EditContext;
  readonly newId: () => string;
  /** Whether entries whose task has been deleted are restored. */
  readonly restoreDeleted: boolean;
}

/**
 * Plans an import, entry by entry. An entry is matched by its UID, or else by its title and days among the common tasks and
 * those of the layer. A matched entry that the file has changed since the last import is merged, field by field, with
 * people's edits. Importing the same file again changes nothing. Long files are planned in turns, so that other requests
 * are served in between.
 */
export async function planImport(parts: ImportParts): Promise<ImportRow[]> {
  const { read, stored, layer, county } = parts;
  const visible = stored.filter(({ edited }) => edited.layer === layer || edited.layer === county);
  const byUid = new Map<string, StoredTask>();
  const byPlace = new Map<string, StoredTask>();
  for (const each of visible) {
    const { id, importedUid, deleted } = each.edited;
    for (const uid of [id, ...uidsOf(each.edited), importedUid]) if (uid !== null) byUid.set(uid, each);
    if (!deleted) byPlace.set(placeOf(titleOf(each.edited, parts), each.edited), each);
  }
  const seen = new Set<string>();
  const rows = await mapInTurns(read.events, (event): ImportRow => {
    const row = blankRow(event.place, event.title);
    const key = event.uid ?? placeOf(event.title, event);
    if (seen.has(key)) return { ...row, outcome: 'duplicate' };
    seen.add(key);
    const known =
      (event.uid === null ? undefined : byUid.get(event.uid)) ?? byPlace.get(placeOf(event.title, event));
    if (known) return again(known, event, parts);
    const { startYear } = parts.context.schoolYear;
    if (!dayOf(parts.context.schoolYear, event.start) || !dayOf(parts.context.schoolYear, event.end)) {
      const what = `is outside the school year ${startYear}/${startYear + 1}`;
      return { ...row, outcome: 'outside-school-year', problems: [{ field: 'start', what }] };
    }
    const made = taskOf(event, parts, parts.newId());
    if ('problems' in made) return { ...row, outcome: 'unusable', problems: made.problems };
    return { ...row, outcome: 'new', task: made.task, base: made.task };
  });
  const unusable = read.unusable.map(
    ({ place, title, problems }): ImportRow => ({ ...blankRow(place, title), outcome: 'unusable', problems }),
  );
  return [...rows, ...unusable].sort((a, b) => a.place.number - b.place.number);
}

/** The beginning of a title, long enough to identify the entry, however long the file's is. */
const TITLE_SHOWN = 500;

function blankRow(place: Place, title: string): Omit<ImportRow, 'outcome'> {
  return {
    place,
    title: title.slice(0, TITLE_SHOWN),
    task: null,
    before: null,
    base: null,
    fields: [],
    problems: [],
  };
}

const placeOf = (title: string, { start, end }: Pick<Task, 'start' | 'end'>) =>
  `${title.trim().toLocaleLowerCase('nb')} ${start} ${end}`;

const titleOf = ({ title }: Task, { context }: ImportParts) => inLanguage(title, context.language);

/** An entry that the cycle has already. */
function again({ edited, generated: base }: StoredTask, event: ImportedEvent, parts: ImportParts): ImportRow {
  const row = { ...blankRow(event.place, event.title), task: edited };
  if (edited.deleted && !parts.restoreDeleted) return { ...row, outcome: 'deleted' };
  const isOurs = edited.origin === 'imported' && edited.importedUid === event.uid;
  const made = isOurs && base ? taskOf(event, parts, edited.id) : undefined;
  if (made && 'problems' in made) return { ...row, outcome: 'unusable', problems: made.problems };
  // Fields that the file does not give stay as they were when the entry was first imported.
  const merged = made && base ? merge(base, edited, made.task, () => undefined) : undefined;
  const task = { ...(merged?.task ?? edited), deleted: false };
  const fields = changedFields(edited, task);
  if (fields.length === 0) return { ...row, outcome: 'duplicate' };
  const after = { ...task, version: edited.version + 1, updatedAt: parts.context.now };
  return { ...row, outcome: 'changed', task: after, before: edited, base: merged?.base ?? null, fields };
}

type Made = { readonly task: Task } | { readonly problems: ImportRow['problems'] };

function taskOf(event: ImportedEvent, parts: ImportParts, id: string): Made {
  const { defaults, idOf, cycleId, layer, context } = parts;
  const { place: _place, uid: _uid, url, partners: partnerNames, ...said } = event;
  const problems: { field: string; what: string }[] = [];
  const unsaid = { ...defaults, level: BLANK.level };
  const named = (field: 'kind' | 'phase' | 'category' | 'actor' | 'level'): string => {
    const given = event[field];
    const found = given === null ? unsaid[field] : idOf(field, given);
    if (found === undefined) problems.push({ field, what: `${JSON.stringify(given)} is not known` });
    return found ?? unsaid[field];
  };
  const partners = partnerNames.flatMap((name) => {
    const found = idOf('partners', name);
    if (found === undefined)
      problems.push({ field: 'partners', what: `${JSON.stringify(name)} is not known` });
    return found ?? [];
  });
  // The UIDs of calendars are made by programs.
  const refused = event.place.unit === 'event' ? unusableText(event.uid ?? '') : refusedText(event.uid ?? '');
  if (refused !== undefined) problems.push({ field: 'id', what: REFUSALS[refused] });
  const candidate = {
    ...said,
    kind: named('kind'),
    phase: named('phase'),
    category: named('category'),
    actor: named('actor'),
    level: named('level'),
    partners: partnerNames.length > 0 ? partners : defaults.partners,
    links: url === null ? [] : [{ title: url.slice(0, 200), url }],
  };
  const parsed = newTaskSchema.safeParse(candidate);
  if (!parsed.success)
    problems.push(
      ...issueFlaws(parsed.error.issues).map(({ path, what }) => ({ field: String(path[0]), what })),
    );
  if (!parsed.success || problems.length > 0) return { problems };
  const place = { id, cycleId, layer, origin: 'imported', importedUid: event.uid } as const;
  const created = createTask(place, parsed.data as NewTask, context);
  if ('task' in created) return created;
  return { problems: created.flaws.map((flaw) => ({ field: flaw.field, what: editFlawSentence(flaw) })) };
}
