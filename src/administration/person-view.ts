import { z } from 'zod';
import { languageSchema } from '../language/text-schema.js';
import { givenRoleSchema, type Person } from '../people/person.js';
import type { RecipientState } from '../reminders/recipients/recipient-state.store.js';
import { taskFilterSchema } from '../task/filter/task-filter.js';
import { reminderWaySchema } from '../units/reminder-way.js';
import { leadTimesSchema } from '../units/unit.js';

/** A person as the API shows them. */
export const personSchema = z
  .object({
    id: z.string(),
    county: z.string(),
    unitId: z.string(),
    name: z.string(),
    address: z.string(),
    language: languageSchema,
    reminders: reminderWaySchema.nullable(),
    leadTimes: leadTimesSchema,
    weeklyDigest: z.boolean(),
    monthlyOutlook: z.boolean(),
    follows: z.array(z.string()),
    attachesCalendar: z.boolean(),
    followed: taskFilterSchema.nullable(),
    role: givenRoleSchema,
    subscribed: z.boolean().meta({ description: 'Whether the person receives reminders' }),
    pausedAt: z.string().nullable().meta({
      format: 'date-time',
      description:
        'Since when nothing is sent to the address, because it refused e-mail; null when it is not paused',
    }),
    version: z.int(),
    createdAt: z.string().meta({ format: 'date-time' }),
    updatedAt: z.string().meta({ format: 'date-time' }),
  })
  .meta({ id: 'Person' });

/** A person and how they stand to reminders, as the API shows them. */
export const viewPerson = (person: Person, state: RecipientState) => ({
  ...person,
  ...state,
  follows: [...person.follows],
});
