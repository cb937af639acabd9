import { z } from 'zod';
import { dateRuleSchema } from '../calendar/date-rule.js';
import { withReasonKinds } from '../calendar/inferred-kind.js';
import { instantSchema, isoDateSchema } from '../calendar/iso-date-schema.js';
import { routeKeySchema } from '../calendar/skolerute.js';
import { actorSchema, categorySchema, phaseIdSchema } from '../framework/vocabulary.js';
import { LANGUAGES } from '../language/text.js';
import { freeText, webAddress, writtenText } from '../text/free-text.js';
import { BLANK, type FieldsWith } from './fields.js';
import { levelSchema } from './level-schema.js';
import { LOCATION_LENGTH, type TaskField } from './task.js';
import { checklistItemSchema, leewaySchema, statusSchema } from './task-parts.js';
import { basisSchema, kindSchema, remindersSchema, sourceSchema } from './template.js';

const timeSchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is not a time of day such as 08:30');

/** Text written by people that is not blank. */
const saying = (max: number) =>
  freeText(max).refine((text) => text.trim() !== '', { error: 'is empty', params: { code: 'empty' } });

const shortText = saying(200);

const textsSchema = z.partialRecord(z.enum(LANGUAGES), freeText(10_000));

const linkSchema = z.strictObject({
  title: shortText,
  url: webAddress(),
  historical: z.boolean().default(false),
});

const datesOnRouteSchema = z.object({ route: routeKeySchema, start: isoDateSchema, end: isoDateSchema });

const checklistSchema = z
  .array(checklistItemSchema.extend({ text: shortText }))
  .max(100)
  .refine((items) => new Set(items.map(({ id }) => id)).size === items.length, {
    error: 'contains an id twice',
  });

const measuresSchema = z.array(z.string()).max(100);

const unitIdSchema = z.string().min(1).nullable();

const partnersSchema = z.array(z.string()).max(30);

/** The schemas of a field of a task, by where it occurs. */
interface FieldSchemas {
  /** In a cycle document. A field added later has a default, for documents without it. */
  readonly stored: z.ZodType;
  /** As the API shows it, in one language. */
  readonly shown?: z.ZodType;
}

interface EditedFieldSchemas extends FieldSchemas {
  /** As people change it. */
  readonly written: z.ZodType;
  /** As people give it to a new task, where that differs; with a default it may be left out. */
  readonly added?: z.ZodType;
}

/** The schemas of each field of a task, in the order of FIELDS (task.ts). */
export const FIELD_SCHEMAS = {
  id: { stored: z.string().min(1).max(300), shown: z.string() },
  cycleId: { stored: z.string(), shown: z.string() },
  layer: {
    stored: z.string(),
    shown: z
      .string()
      .meta({ description: 'The unit that the entry belongs to; the county’s number for common tasks' }),
  },
  key: { stored: z.string(), shown: z.string() },
  slot: { stored: z.string().nullable() },
  start: {
    stored: isoDateSchema,
    shown: isoDateSchema,
    written: isoDateSchema,
    added: isoDateSchema.optional(),
  },
  end: {
    stored: isoDateSchema,
    shown: isoDateSchema.meta({ description: 'The last day, included' }),
    written: isoDateSchema,
    added: isoDateSchema.optional(),
  },
  rule: {
    stored: dateRuleSchema.nullable(),
    shown: dateRuleSchema
      .nullable()
      .meta({ description: 'The rule that determines its date; null when the date was set by hand' }),
    written: dateRuleSchema,
    added: dateRuleSchema.optional(),
  },
  why: {
    stored: z.array(z.preprocess(withReasonKinds, z.looseObject({ kind: z.string() }))),
    shown: z.array(z.string()).meta({ description: 'The reasons for the date, in order' }),
  },
  provisional: {
    stored: z.boolean(),
    shown: z
      .boolean()
      .meta({ description: 'Whether the date is based on a skolerute that the county has not adopted' }),
  },
  byRoute: {
    stored: z.array(datesOnRouteSchema.extend({ name: textsSchema })).default([]),
    shown: z
      .array(datesOnRouteSchema.extend({ name: z.string() }))
      .meta({ description: 'The days for units that follow another route of the skolerute' }),
  },
  startTime: {
    stored: z.string().nullable(),
    shown: z.string().nullable().meta({ description: 'Time of day in Europe/Oslo; null for all day' }),
    written: timeSchema.nullable(),
    added: timeSchema.nullable().default(null),
  },
  endTime: {
    stored: z.string().nullable(),
    shown: z.string().nullable(),
    written: timeSchema.nullable(),
    added: timeSchema.nullable().default(null),
  },
  location: {
    stored: freeText(LOCATION_LENGTH).nullable().default(null),
    shown: z.string().nullable().meta({
      description:
        'Where the task takes place, such as a meeting room; null when it has no location. LOCATION in feeds',
    }),
    written: saying(LOCATION_LENGTH).nullable(),
    added: saying(LOCATION_LENGTH).nullable().default(null),
  },
  title: {
    stored: textsSchema,
    shown: z.string(),
    written: shortText,
  },
  description: {
    stored: textsSchema,
    shown: z.string(),
    written: freeText(10_000),
    added: freeText(10_000).default(''),
  },
  kind: { stored: kindSchema, shown: kindSchema, written: kindSchema },
  phase: { stored: phaseIdSchema, shown: phaseIdSchema, written: phaseIdSchema },
  category: { stored: categorySchema, shown: categorySchema, written: categorySchema },
  measures: {
    stored: z.array(z.string()),
    shown: z
      .array(z.string())
      .meta({ description: 'Ids of the focus areas, responsibilities and county measures that it serves' }),
    written: measuresSchema,
    added: measuresSchema.default([]),
  },
  actor: { stored: actorSchema, shown: actorSchema, written: actorSchema },
  unitId: {
    stored: z.string().nullable(),
    shown: z
      .string()
      .nullable()
      .meta({ description: 'The responsible unit; null when it is every unit of the actor' }),
    written: unitIdSchema,
    added: unitIdSchema.default(null),
  },
  partners: {
    stored: z.array(z.string()),
    shown: z.array(z.string()),
    written: partnersSchema,
    added: partnersSchema.default([]),
  },
  level: {
    stored: levelSchema,
    shown: levelSchema.meta({ description: 'How much it matters to everybody' }),
    written: levelSchema,
    added: levelSchema.default(BLANK.level),
  },
  ruleWhy: { stored: textsSchema },
  basis: { stored: basisSchema, shown: basisSchema },
  source: {
    stored: sourceSchema.extend({ page: writtenText.min(1), note: writtenText.min(1).optional() }).nullable(),
    shown: z.string().meta({ description: 'What the date is based on, and where that was found' }),
  },
  links: {
    stored: z.array(z.strictObject({ title: writtenText, url: webAddress(), historical: z.boolean() })),
    shown: z.array(z.object({ title: z.string(), url: z.string(), historical: z.boolean() })),
    written: z.array(linkSchema).max(50),
    added: z.array(linkSchema).max(50).default([]),
  },
  reminders: {
    stored: remindersSchema,
    shown: z.array(z.int()).meta({ description: 'Lead times in days before the start' }),
    written: remindersSchema,
    added: remindersSchema.optional().meta({ description: 'Follows from the kind when left out' }),
  },
  leeway: {
    stored: leewaySchema.nullable(),
    shown: leewaySchema.nullable(),
    written: leewaySchema.nullable(),
    added: leewaySchema.nullable().default(null),
  },
  status: {
    stored: statusSchema,
    shown: statusSchema,
    written: statusSchema,
    added: statusSchema.default('planned'),
  },
  checklist: {
    stored: z.array(checklistItemSchema.extend({ text: freeText(200) })),
    shown: z.array(checklistItemSchema),
    written: checklistSchema,
    added: checklistSchema.default([]),
  },
  origin: {
    stored: z.enum(['template', 'local', 'imported']),
    shown: z.enum(['template', 'local', 'imported']),
  },
  importedUid: { stored: z.string().nullable() },
  deleted: { stored: z.boolean() },
  version: { stored: z.int().min(1), shown: z.int().min(1) },
  createdAt: { stored: instantSchema },
  updatedAt: { stored: instantSchema, shown: z.string().meta({ format: 'date-time' }) },
} as const satisfies {
  readonly [F in TaskField]: F extends FieldsWith<'edited'> ? EditedFieldSchemas : FieldSchemas;
};

type Schemas = typeof FIELD_SCHEMAS;

/** The schemas of the fields for one use, by field. */
export type FieldShape<Use extends keyof Required<EditedFieldSchemas>> = {
  [F in TaskField as Schemas[F] extends Readonly<Record<Use, z.ZodType>>
    ? F
    : never]: Schemas[F] extends Readonly<Record<Use, infer S extends z.ZodType>> ? S : never;
};

/** The schemas of the fields for one use, as the shape of an object; fields without one are left out. */
export function fieldShape<Use extends keyof Required<EditedFieldSchemas>>(use: Use): FieldShape<Use> {
  const all: [string, { readonly [use in Use]?: z.ZodType }][] = Object.entries(FIELD_SCHEMAS);
  return Object.fromEntries(
    all.flatMap(([field, schemas]) => (schemas[use] === undefined ? [] : [[field, schemas[use]]])),
  ) as FieldShape<Use>;
}
