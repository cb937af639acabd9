import { z } from 'zod';
import type { Instant } from '../calendar/iso-date.js';
import { routeKeySchema } from '../calendar/skolerute.js';
import { languageSchema } from '../language/text-schema.js';
import { freeText, mailAddress, notRefused } from '../text/free-text.js';
import { organisationNumberSchema } from './organisation-number.js';
import { reminderWaySchema } from './reminder-way.js';

export const UNIT_KINDS = ['county', 'school', 'follow-up-service', 'municipality', 'partner'] as const;

export const unitKindSchema = z.enum(UNIT_KINDS).meta({ id: 'UnitKind' });

/** Days before the start on which to remind, by kind of task; a kind that is left out follows the task's own. */
export const leadTimesSchema = z
  .strictObject({
    deadline: z.array(z.int().min(0).max(90)).max(6),
    activity: z.array(z.int().min(0).max(90)).max(6),
    cooperation: z.array(z.int().min(0).max(90)).max(6),
  })
  .partial()
  .meta({ id: 'LeadTimes' });

export type LeadTimes = z.infer<typeof leadTimesSchema>;

/** A county, school, OT office, municipality or partner office. */
export const unitSchema = z
  .object({
    id: z.string(),
    county: z.string(),
    kind: unitKindSchema,
    name: z.string(),
    partner: z
      .string()
      .nullable()
      .meta({ description: 'The partner of the framework that the unit is, such as nav; null for none' }),
    address: z
      .string()
      .nullable()
      .meta({ description: 'The e-mail address that reminders of the unit go to' }),
    organisationNumber: z
      .string()
      .nullable()
      .meta({ description: 'The nine-digit number in Enhetsregisteret' }),
    municipality: z.string().nullable().meta({ description: 'The municipality that it is in' }),
    // Documents of cycles that are older than this have none.
    route: routeKeySchema.nullable().default(null).meta({
      description: 'The route of the county’s skolerute that it follows; null for the county’s own',
    }),
    // Documents of cycles that are older than this have none.
    language: languageSchema
      .default('nb')
      .meta({ description: 'The language of what is sent to its e-mail address' }),
    leadTimes: leadTimesSchema.meta({
      description: 'Lead times of reminders in days, which override those of the tasks',
    }),
    reminders: reminderWaySchema.meta({
      description:
        'How its e-mail address and people without a choice of their own are reminded: by one e-mail a week and of deadlines by law or national date, or of each task by its lead times',
    }),
    // Documents of cycles that are older than this have none.
    publicCoverage: z.boolean().default(false).meta({
      description:
        'Of a county’s own unit: whether anyone may read the coverage, workload and gaps of its public cycles, not only contributors',
    }),
    retired: z
      .boolean()
      .meta({ description: 'Whether it has closed; it is kept because the history refers to it' }),
    version: z.int().min(1),
    createdAt: z
      .custom<Instant>((value) => typeof value === 'string')
      .meta({ type: 'string', format: 'date-time' }),
    updatedAt: z
      .custom<Instant>((value) => typeof value === 'string')
      .meta({ type: 'string', format: 'date-time' }),
  })
  .meta({ id: 'Unit' });

export type Unit = z.infer<typeof unitSchema>;

const name = freeText(200).refine((text) => text.trim() !== '', { error: 'is empty' });

const municipality = freeText(100).refine((text) => text.trim() !== '', { error: 'is empty' });

/** A unit to be added; a county has its own unit from the start. */
export const newUnitSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not lower-case letters, digits and hyphens')
    .max(80)
    .superRefine(notRefused)
    .optional()
    .meta({ description: 'Made from the county and the name when left out' }),
  county: z.string(),
  kind: unitKindSchema.exclude(['county']),
  name,
  partner: z.string().nullable().default(null),
  address: mailAddress().nullable().default(null),
  organisationNumber: organisationNumberSchema.nullable().default(null),
  municipality: municipality.nullable().default(null),
  route: routeKeySchema.nullable().default(null),
  language: languageSchema.default('nb'),
  leadTimes: leadTimesSchema.default({}),
  reminders: reminderWaySchema.optional().meta({
    description: 'When left out: each-task with lead times, weekly without',
  }),
});

export type NewUnit = z.infer<typeof newUnitSchema>;

export const unitPatchSchema = z
  .strictObject({
    name,
    kind: unitKindSchema.exclude(['county']),
    partner: z.string().nullable(),
    address: mailAddress().nullable(),
    organisationNumber: organisationNumberSchema.nullable(),
    municipality: municipality.nullable(),
    route: routeKeySchema.nullable(),
    language: languageSchema,
    leadTimes: leadTimesSchema,
    reminders: reminderWaySchema,
    publicCoverage: z.boolean(),
    retired: z.boolean(),
  })
  .partial();

export type UnitPatch = z.infer<typeof unitPatchSchema>;

const ASCII: Readonly<Record<string, string>> = { æ: 'ae', ø: 'o', å: 'a', đ: 'd', ŋ: 'n', ŧ: 't' };

/** The id of a unit made from its county and name: `39-horten-videregaende-skole`. */
export function unitIdOf(county: string, unitName: string): string {
  const words = unitName
    .toLowerCase()
    .replace(/[æøåđŋŧ]/g, (letter) => ASCII[letter] ?? letter)
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ');
  return [county, ...words].join('-').slice(0, 80).replace(/-$/, '');
}
