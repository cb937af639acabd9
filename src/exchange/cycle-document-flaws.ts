import { describeReason } from '../calendar/describe.js';
import type { Reason } from '../calendar/reason.js';
import { cycleIdOf } from '../cycle/cycle-id.js';
import { issueFlaws } from '../errors/issue-flaws.js';
import { adjustmentIdOf } from '../task/adjustment.js';
import { type Entry, isAdjustment, isTask } from '../task/entry.js';
import type { TaskWording } from '../task/wording.js';
import { unitPatchSchema } from '../units/unit.js';
import type { CycleDocument } from './cycle-document.js';

type Path = readonly (string | number)[];

/** One thing in a document that does not hold, by the path to it. */
export interface DocumentFlaw {
  readonly path: Path;
  /** A sentence without its subject, which the path names. */
  readonly what: string;
}

/** What a document is checked against. */
export interface DocumentMeasure {
  readonly wording: TaskWording;
  /** The numbers of the counties there are. */
  readonly counties: readonly string[];
  /** The ids of the framework's partners. */
  readonly partners: readonly string[];
}

/**
 * What is inconsistent in a well-formed document, or belongs to another county. Checks 1. the cycle, whose id is made of its
 * county and school year, 2. the units, whose ids begin with the county's number, 3. the entries in each state, whose ids
 * begin with the cycle's and which refer only to these units and tasks, 4. the history, which is of these entries only,
 * 5. the comments on them. So nothing imported can pass for another county's or another cycle's.
 */
export function documentFlaws(document: CycleDocument, measure: DocumentMeasure): DocumentFlaw[] {
  return [
    ...cycleFlaws(document, measure),
    ...unitFlaws(document, measure),
    ...entryFlaws(document, measure),
    ...historyFlaws(document, measure),
    ...commentFlaws(document),
  ];
}

function cycleFlaws({ cycle }: CycleDocument, { counties }: DocumentMeasure): DocumentFlaw[] {
  const at = (field: string, what: string): DocumentFlaw => ({ path: ['cycle', field], what });
  const flaws: DocumentFlaw[] = [];
  if (!counties.includes(cycle.county)) flaws.push(at('county', `is not one of ${counties.join(', ')}`));
  const id = cycleIdOf(cycle.county, cycle.schoolYear);
  if (cycle.id !== id)
    flaws.push(at('id', `is not ${id}, which follows from the county and the school year`));
  if (cycle.publishedRevision !== null && cycle.publishedRevision > cycle.revision)
    flaws.push(at('publishedRevision', `is later than ${cycle.revision}, the cycle’s revision`));
  if ((cycle.publishedRevision === null) !== (cycle.publishedAt === null))
    flaws.push(at('publishedAt', 'does not match publishedRevision: both must be null, or neither'));
  for (const field of ['createdAt', 'updatedAt', 'publishedAt', 'firstPublishedAt'] as const)
    if (cycle[field] !== null && !isInstant(cycle[field])) flaws.push(at(field, NO_INSTANT));
  return flaws;
}

const NO_INSTANT = 'is not a UTC date and time, such as 2026-11-24T10:00:00Z';

const isInstant = (text: string) =>
  /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) && !Number.isNaN(Date.parse(text));

function unitFlaws({ cycle, units }: CycleDocument, { partners }: DocumentMeasure): DocumentFlaw[] {
  const seen = new Set<string>();
  const flaws = units.flatMap((unit, index): DocumentFlaw[] => {
    const { id, county, kind, partner } = unit;
    const found: DocumentFlaw[] = [];
    const flaw = (field: string, what: string) => found.push({ path: ['units', index, field], what });
    if (county !== cycle.county) flaw('county', `is not ${cycle.county}, the cycle’s county`);
    if (!(id === cycle.county || /^[a-z0-9]+(-[a-z0-9]+)+$/.test(id)) || id.length > 80)
      flaw('id', 'is not at most 80 lower-case letters, digits and hyphens');
    else if (id !== cycle.county && !id.startsWith(`${cycle.county}-`))
      flaw('id', `does not begin with ${cycle.county}-`);
    if (seen.has(id)) flaw('id', `${id} occurs twice`);
    seen.add(id);
    if ((kind === 'county') !== (id === cycle.county))
      flaw('kind', `may be county only for the unit ${cycle.county}`);
    if (partner !== null && !partners.includes(partner)) flaw('partner', `${partner} is not a known partner`);
    for (const field of ['createdAt', 'updatedAt'] as const)
      if (!isInstant(unit[field])) flaw(field, NO_INSTANT);
    const { name, address, organisationNumber, municipality, language, leadTimes } = unit;
    const written = { name, address, organisationNumber, municipality, language, leadTimes };
    const parsed = unitPatchSchema.safeParse(written);
    if (!parsed.success)
      for (const { path, what } of issueFlaws(parsed.error.issues))
        found.push({ path: ['units', index, ...path], what });
    return found;
  });
  if (!seen.has(cycle.county))
    flaws.push({ path: ['units'], what: `does not include ${cycle.county}, the county’s own unit` });
  return flaws;
}

function entryFlaws(document: CycleDocument, measure: DocumentMeasure): DocumentFlaw[] {
  const check = stateCheck(document, measure);
  const taskIds = taskIdsOf(document);
  const seen = new Set<string>();
  return document.entries.flatMap(({ edited, generated, published }, index): DocumentFlaw[] => {
    const found: DocumentFlaw[] = [];
    const flaw = (path: Path, what: string) => found.push({ path: ['entries', index, ...path], what });
    if (seen.has(edited.id)) flaw(['edited', 'id'], `${edited.id} occurs twice`);
    seen.add(edited.id);
    for (const [name, state] of Object.entries({ edited, generated, published })) {
      if (state === null) continue;
      found.push(...check(state, ['entries', index, name]));
      if (state.id !== edited.id) flaw([name, 'id'], `is not ${edited.id}, as its edited state says`);
      if (state.layer !== edited.layer)
        flaw([name, 'layer'], `is not ${edited.layer}, as its edited state says`);
    }
    if (isAdjustment(edited)) {
      if (!taskIds.has(edited.adjusts))
        flaw(['edited', 'adjusts'], `${edited.adjusts} is not one of the county’s own tasks`);
      if (generated !== null) flaw(['generated'], 'is not null: only a unit can adjust a task');
    }
    return found;
  });
}

/** The ids of the common tasks, which units adjust. */
function taskIdsOf({ cycle, entries }: CycleDocument): ReadonlySet<string> {
  return new Set(
    entries.flatMap(({ edited }) => (isTask(edited) && edited.layer === cycle.county ? [edited.id] : [])),
  );
}

/** Checks one state of an entry, wherever it occurs in the document. */
function stateCheck(
  { cycle, units }: CycleDocument,
  { wording, partners }: DocumentMeasure,
): (entry: Entry, path: Path) => DocumentFlaw[] {
  const unitIds = new Set(units.map(({ id }) => id));
  return (entry, path) => {
    const found: DocumentFlaw[] = [];
    const flaw = (at: Path, what: string) => found.push({ path: [...path, ...at], what });
    if (entry.cycleId !== cycle.id) flaw(['cycleId'], `is not ${cycle.id}`);
    if (!unitIds.has(entry.layer)) flaw(['layer'], `${entry.layer} is not one of the units`);
    if (isAdjustment(entry)) {
      if (!entry.adjusts.startsWith(`${cycle.id}-`)) flaw(['adjusts'], `does not begin with ${cycle.id}-`);
      const id = adjustmentIdOf(entry.adjusts, entry.layer);
      if (entry.id !== id) flaw(['id'], `is not ${id}, which follows from adjusts and layer`);
      if (entry.layer === cycle.county) flaw(['layer'], 'is the county’s, which cannot adjust tasks');
      return found;
    }
    if (!entry.id.startsWith(`${cycle.id}-`)) flaw(['id'], `does not begin with ${cycle.id}-`);
    if (OF_A_CYCLE.test(entry.key) && !entry.key.startsWith(`${cycle.id}-`))
      flaw(['key'], `does not begin with ${cycle.id}-`);
    if (entry.unitId !== null && !unitIds.has(entry.unitId))
      flaw(['unitId'], `${entry.unitId} is not one of the units`);
    entry.partners.forEach((id, position) => {
      if (!partners.includes(id)) flaw(['partners', position], `${id} is not a known partner`);
    });
    entry.why.forEach((reason, position) => {
      if (!canBeSaid(reason, wording)) flaw(['why', position], 'is not a known reason');
    });
    return found;
  };
}

/** How an id begins that was made for a cycle, as the key of a task of one’s own does. */
const OF_A_CYCLE = /^\d\d-\d{4}-\d{4}(-|$)/;

function historyFlaws(document: CycleDocument, measure: DocumentMeasure): DocumentFlaw[] {
  const { cycle, entries, history } = document;
  const check = stateCheck(document, measure);
  const entryIds = new Set(entries.map(({ edited }) => edited.id));
  const seen = new Set<number>();
  return history.flatMap(({ revision, takesBack, changes }, index): DocumentFlaw[] => {
    const found: DocumentFlaw[] = [];
    const flaw = (path: Path, what: string) => found.push({ path: ['history', index, ...path], what });
    if (revision > cycle.revision)
      flaw(['revision'], `is later than ${cycle.revision}, the cycle’s revision`);
    if (seen.has(revision)) flaw(['revision'], `${revision} occurs twice`);
    seen.add(revision);
    if (takesBack !== null && (takesBack < 1 || takesBack >= revision))
      flaw(['takesBack'], 'is not a revision before it');
    changes.forEach(({ before, after }, position) => {
      const at = (name: string) => ['changes', position, name];
      for (const [name, state] of Object.entries({ before, after }))
        if (state !== null) found.push(...check(state, ['history', index, ...at(name)]));
      if (!entryIds.has(after.id)) flaw([...at('after'), 'id'], `${after.id} is not one of the entries`);
      if (before !== null && before.id !== after.id)
        flaw([...at('before'), 'id'], `is not ${after.id}, as after it`);
    });
    return found;
  });
}

function commentFlaws({ entries, comments }: CycleDocument): DocumentFlaw[] {
  const taskIds = new Set(entries.flatMap(({ edited }) => (isTask(edited) ? [edited.id] : [])));
  const seen = new Set<string>();
  return comments.flatMap(({ taskId, id }, index): DocumentFlaw[] => {
    const found: DocumentFlaw[] = [];
    if (!taskIds.has(taskId))
      found.push({ path: ['comments', index, 'taskId'], what: `${taskId} is not one of the tasks` });
    if (seen.has(`${taskId} ${id}`))
      found.push({ path: ['comments', index, 'id'], what: `${id} occurs twice` });
    seen.add(`${taskId} ${id}`);
    return found;
  });
}

function canBeSaid(reason: Reason, wording: TaskWording): boolean {
  try {
    return typeof describeReason(reason, wording) === 'string';
  } catch {
    return false;
  }
}
