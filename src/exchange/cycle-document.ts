import { z } from 'zod';
import { dateRuleSchema } from '../calendar/date-rule.js';
import { describeReason } from '../calendar/describe.js';
import type { Instant } from '../calendar/iso-date.js';
import { isoDateSchema } from '../calendar/iso-date-schema.js';
import type { Reason } from '../calendar/reason.js';
import { cycleSchema } from '../cycle/cycle.js';
import { type Entry, isTask } from '../cycle/entry.js';
import { ACTIONS, MESSAGE_LENGTH, type Revision } from '../cycle/history.js';
import { checklistItemSchema, leewaySchema, statusSchema, type Task } from '../cycle/task.js';
import { basisSchema, kindSchema, remindersSchema, sourceSchema } from '../cycle/template.js';
import type { TaskWording } from '../cycle/wording.js';
import { actorSchema, categorySchema, phaseIdSchema } from '../framework/vocabulary.js';
import { LANGUAGES } from '../language/text.js';
import { freeText } from '../text/free-text.js';
import { unitSchema } from '../units/unit.js';

const instantSchema = z
  .custom<Instant>((value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value))
  .meta({ type: 'string', format: 'date-time' });

const textsSchema = z.partialRecord(z.enum(LANGUAGES), freeText(10_000));

const bookkeeping = {
  id: z.string().min(1),
  cycleId: z.string(),
  layer: z.string(),
  deleted: z.boolean(),
  version: z.int().min(1),
  createdAt: instantSchema,
  updatedAt: instantSchema,
};

const taskSchema = z.strictObject({
  ...bookkeeping,
  key: z.string(),
  slot: z.string().nullable(),
  kind: kindSchema,
  title: textsSchema,
  description: textsSchema,
  phase: phaseIdSchema,
  category: categorySchema,
  measures: z.array(z.string()),
  actor: actorSchema,
  unitId: z.string().nullable(),
  partners: z.array(z.string()),
  start: isoDateSchema,
  end: isoDateSchema,
  startTime: z.string().nullable(),
  endTime: z.string().nullable(),
  leeway: leewaySchema.nullable(),
  status: statusSchema,
  origin: z.enum(['template', 'local', 'imported']),
  importedUid: z.string().nullable(),
  rule: dateRuleSchema.nullable(),
  why: z.array(z.looseObject({ kind: z.string() })),
  ruleWhy: textsSchema,
  basis: basisSchema,
  source: sourceSchema.nullable(),
  links: z.array(
    z.strictObject({ title: z.string(), url: z.url({ protocol: /^https?$/ }), historical: z.boolean() }),
  ),
  checklist: z.array(checklistItemSchema.extend({ text: freeText(200) })),
  reminders: remindersSchema,
  provisional: z.boolean(),
});

const adjustmentSchema = z.strictObject({
  ...bookkeeping,
  adjusts: z.string(),
  hidden: freeText(500).nullable(),
  start: isoDateSchema.nullable(),
  end: isoDateSchema.nullable(),
  status: statusSchema.nullable(),
  // Documents that are older than this have none.
  ticked: z.array(z.string()).nullable().default(null),
});

const entrySchema = z.union([taskSchema, adjustmentSchema]);

/** A cycle with everything that is known of it: nothing is lost when it is written and read again. */
export const cycleDocumentSchema = z
  .strictObject({
    format: z.literal('arshjul-cycle'),
    version: z.literal(1),
    cycle: cycleSchema.strict(),
    units: z.array(unitSchema.strict()).max(10_000),
    entries: z
      .array(
        z.strictObject({
          edited: entrySchema,
          generated: taskSchema.nullable(),
          published: entrySchema.nullable(),
        }),
      )
      .max(100_000),
    history: z
      .array(
        z.strictObject({
          revision: z.int().min(1),
          at: instantSchema,
          who: z.string(),
          action: z.enum(ACTIONS),
          takesBack: z.int().nullable(),
          message: freeText(MESSAGE_LENGTH).nullable().default(null),
          changes: z.array(z.strictObject({ before: entrySchema.nullable(), after: entrySchema })),
        }),
      )
      .max(1_000_000),
    comments: z.array(
      z.strictObject({
        taskId: z.string(),
        id: z.string(),
        at: instantSchema,
        who: z.string(),
        text: freeText(5_000),
      }),
    ),
  })
  .meta({ id: 'CycleDocument' });

export type CycleDocument = Omit<z.infer<typeof cycleDocumentSchema>, 'entries' | 'history'> & {
  readonly entries: readonly {
    readonly edited: Entry;
    readonly generated: Task | null;
    readonly published: Entry | null;
  }[];
  /** Without the person of each name: their id is one of this database alone. */
  readonly history: readonly Omit<Revision, 'whoId'>[];
};

/** One thing in a document that does not fit the rest of it, by the path to it. */
export interface DocumentFlaw {
  readonly path: readonly (string | number)[];
  readonly what: string;
}

/** What in a document that is well formed does not hold together. */
export function documentFlaws(document: CycleDocument, wording: TaskWording): DocumentFlaw[] {
  const { cycle, units, entries, history, comments } = document;
  const flaws: DocumentFlaw[] = [];
  const taskIds = new Set(entries.flatMap(({ edited }) => (isTask(edited) ? [edited.id] : [])));
  const unitIds = new Set(units.map(({ id }) => id));
  const seen = new Set<string>();
  units.forEach(({ county }, index) => {
    if (county !== cycle.county)
      flaws.push({ path: ['units', index, 'county'], what: `is not ${cycle.county}, the cycle’s` });
  });
  entries.forEach(({ edited, generated, published }, index) => {
    const at = (...path: (string | number)[]) => ['entries', index, 'edited', ...path];
    if (seen.has(edited.id)) flaws.push({ path: at('id'), what: `${edited.id} is there twice` });
    seen.add(edited.id);
    for (const state of [edited, generated, published]) {
      if (state === null) continue;
      if (state.id !== edited.id)
        flaws.push({ path: at('id'), what: `is not ${state.id}, as its other state says` });
      if (state.cycleId !== cycle.id) flaws.push({ path: at('cycleId'), what: `is not ${cycle.id}` });
    }
    if (!unitIds.has(edited.layer))
      flaws.push({ path: at('layer'), what: `${edited.layer} is none of the units` });
    if (!isTask(edited)) {
      if (!taskIds.has(edited.adjusts))
        flaws.push({ path: at('adjusts'), what: `${edited.adjusts} is none of the tasks` });
      return;
    }
    edited.why.forEach((reason, position) => {
      if (!canBeSaid(reason, wording))
        flaws.push({ path: at('why', position), what: 'is no reason that is known' });
    });
  });
  history.forEach(({ revision }, index) => {
    if (revision > cycle.revision)
      flaws.push({ path: ['history', index, 'revision'], what: `is after ${cycle.revision}, the cycle’s` });
  });
  comments.forEach(({ taskId }, index) => {
    if (!taskIds.has(taskId))
      flaws.push({ path: ['comments', index, 'taskId'], what: `${taskId} is none of the tasks` });
  });
  return flaws;
}

function canBeSaid(reason: Reason, wording: TaskWording): boolean {
  try {
    return typeof describeReason(reason, wording) === 'string';
  } catch {
    return false;
  }
}
