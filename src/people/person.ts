import { z } from 'zod';
import type { Instant } from '../calendar/iso-date.js';
import type { Language } from '../language/text.js';
import { languageSchema } from '../language/text-schema.js';
import { type TaskFilter, taskFilterSchema } from '../task/filter/task-filter.js';
import { freeText, mailAddress, notRefused } from '../text/free-text.js';
import { type ReminderWay, reminderWaySchema } from '../units/reminder-way.js';
import { type LeadTimes, leadTimesSchema } from '../units/unit.js';
import { GIVEN_ROLES, type GivenRole } from './given-role.js';

export const givenRoleSchema = z.enum(GIVEN_ROLES).meta({ id: 'GivenRole' });

/** A person who gets reminders, and who may have a role. */
export interface Person {
  readonly id: string;
  readonly county: string;
  readonly unitId: string;
  readonly name: string;
  readonly address: string;
  readonly language: Language;
  /** How the person is reminded; null for as their unit is. */
  readonly reminders: ReminderWay | null;
  readonly leadTimes: LeadTimes;
  readonly weeklyDigest: boolean;
  readonly monthlyOutlook: boolean;
  readonly attachesCalendar: boolean;
  readonly follows: readonly string[];
  readonly followed: TaskFilter | null;
  /** What the person may do in the unit, once signed in. */
  readonly role: GivenRole;
  readonly version: number;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

/** One line of printable text, as mail headers require. */
const oneLine = (max: number) =>
  freeText(max)
    .regex(/^[^\t\n\r]*$/, 'contains a control character')
    .refine((text) => text.trim() !== '', { error: 'is empty' });

const fields = {
  unitId: z.string(),
  name: oneLine(200),
  address: mailAddress(),
  language: languageSchema,
  reminders: reminderWaySchema.nullable().meta({
    description:
      'How the person is reminded: by one e-mail a week and of deadlines by law or national date, or of each task by its lead times; null for as the unit',
  }),
  leadTimes: leadTimesSchema.meta({
    description: 'Own lead times in days by kind of task; chooses each-task when sent without reminders',
  }),
  weeklyDigest: z
    .boolean()
    .meta({ description: 'Whether to send a list for the week on its first school day' }),
  monthlyOutlook: z
    .boolean()
    .meta({ description: 'Whether to send a list for the month on its first school day' }),
  attachesCalendar: z
    .boolean()
    .meta({ description: 'Whether e-mails also contain their tasks as a calendar' }),
  follows: z
    .array(z.string().superRefine(notRefused))
    .max(200)
    .meta({ description: 'Ids of further tasks to be reminded of' }),
  followed: taskFilterSchema.nullable().meta({ description: 'Further tasks to be reminded of, by filter' }),
  role: givenRoleSchema.meta({ description: 'What the person may do in the unit after signing in' }),
};

export const newPersonSchema = z.strictObject({
  ...fields,
  county: z.string(),
  language: languageSchema.default('nb'),
  reminders: fields.reminders.optional(),
  leadTimes: fields.leadTimes.default({}),
  weeklyDigest: z.boolean().default(false),
  monthlyOutlook: z.boolean().default(false),
  attachesCalendar: z.boolean().default(false),
  follows: fields.follows.default([]),
  followed: fields.followed.default(null),
  role: fields.role.default('none'),
});

export type NewPerson = z.infer<typeof newPersonSchema>;

export const personPatchSchema = z
  .strictObject({
    ...fields,
    subscribed: z.boolean().meta({ description: 'Whether the person receives reminders' }),
    paused: z
      .literal(false)
      .meta({ description: 'False resumes sending to an address that was paused because it refused e-mail' }),
  })
  .partial();

export type PersonPatch = z.infer<typeof personPatchSchema>;
