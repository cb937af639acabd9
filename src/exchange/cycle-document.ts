import { z } from 'zod';
import { dateRuleSchema } from '../calendar/date-rule.js';
import type { Instant } from '../calendar/iso-date.js';
import { isoDateSchema } from '../calendar/iso-date-schema.js';
import { cycleSchema } from '../cycle/cycle.js';
import { ACTIONS, MESSAGE_LENGTH, type Revision } from '../cycle/history.js';
import { actorSchema, categorySchema, phaseIdSchema } from '../framework/vocabulary.js';
import { LANGUAGES } from '../language/text.js';
import type { Entry } from '../task/entry.js';
import { checklistItemSchema, leewaySchema, statusSchema, type Task } from '../task/task.js';
import { basisSchema, kindSchema, remindersSchema, sourceSchema } from '../task/template.js';
import { freeText, notRefused, webAddress } from '../text/free-text.js';
import { unitSchema } from '../units/unit.js';

const instantSchema = z
  .custom<Instant>((value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value))
  .meta({ type: 'string', format: 'date-time' });

/** Written by people, and bound in length where it was written. */
const written = z.string().superRefine(notRefused);

const documentUnitSchema = unitSchema
  .extend({ id: written, name: written, address: written.nullable(), municipality: written.nullable() })
  .strict();

const textsSchema = z.partialRecord(z.enum(LANGUAGES), freeText(10_000));

const bookkeeping = {
  id: z.string().min(1).max(300),
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
  source: sourceSchema.extend({ page: written.min(1), note: written.min(1).optional() }).nullable(),
  links: z.array(z.strictObject({ title: written, url: webAddress(), historical: z.boolean() })),
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
    units: z.array(documentUnitSchema).max(10_000),
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
          who: written,
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
        who: written,
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
