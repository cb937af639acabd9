import { z } from 'zod';
import { instantSchema, isoDateSchema } from '../calendar/iso-date-schema.js';
import { cycleSchema } from '../cycle/cycle.js';
import { ACTIONS, MESSAGE_LENGTH, type Revision } from '../cycle/history.js';
import { levelBefore } from '../cycle/levels-before.js';
import type { Entry } from '../task/entry.js';
import { fieldShape } from '../task/field-schemas.js';
import type { Task } from '../task/task.js';
import { statusSchema } from '../task/task-parts.js';
import { freeText, writtenText } from '../text/free-text.js';
import { reminderWaySchema } from '../units/reminder-way.js';
import { unitSchema } from '../units/unit.js';

const documentUnitSchema = unitSchema
  .extend({
    id: writtenText,
    name: writtenText,
    address: writtenText.nullable(),
    municipality: writtenText.nullable(),
    // Documents that are older than this have none.
    reminders: reminderWaySchema.optional(),
  })
  .strict();

const taskObjectSchema = z.strictObject(fieldShape('stored'));

/** What the level of a task follows from that was written before tasks had levels. */
const beforeLevelsSchema = taskObjectSchema.pick({ origin: true, key: true, basis: true }).loose();

/** A task of a document that is older than levels, with its level. */
function withLevel(written: unknown): unknown {
  if (typeof written !== 'object' || written === null || 'level' in written) return written;
  const { success, data } = beforeLevelsSchema.safeParse(written);
  return success ? { ...written, level: levelBefore(data) } : written;
}

const taskSchema = z.preprocess(withLevel, taskObjectSchema);

const { id, cycleId, layer, deleted, version, createdAt, updatedAt } = taskObjectSchema.shape;

const adjustmentSchema = z.strictObject({
  ...{ id, cycleId, layer, deleted, version, createdAt, updatedAt },
  adjusts: z.string(),
  hidden: freeText(500).nullable(),
  start: isoDateSchema.nullable(),
  end: isoDateSchema.nullable(),
  status: statusSchema.nullable(),
  // Documents that are older than this have none.
  ticked: z.array(z.string()).nullable().default(null),
});

const entrySchema = z.union([taskSchema, adjustmentSchema]);

/** A cycle with everything known about it: writing and reading it back loses nothing. */
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
          who: writtenText,
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
        who: writtenText,
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
  /** Without the ids of people, which are valid only in this database. */
  readonly history: readonly Omit<Revision, 'whoId'>[];
};
