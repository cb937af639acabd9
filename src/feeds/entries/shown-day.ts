import { z } from 'zod';
import { isoDateSchema } from '../../calendar/iso-date-schema.js';

const shownEntrySchema = z.object({
  title: z.string(),
  time: z
    .string()
    .nullable()
    .meta({ description: 'When it begins on the day, `HH:MM`; null for the whole day' }),
});

/** An entry as a calendar shows it on a day. */
export type ShownEntry = Readonly<z.infer<typeof shownEntrySchema>>;

export const shownDaySchema = z
  .object({
    date: isoDateSchema,
    entries: z
      .array(shownEntrySchema)
      .readonly()
      .meta({ description: 'All-day entries first, then by time, as calendars show them' }),
  })
  .meta({ id: 'ShownDay' });

/** One day of a calendar. */
export type ShownDay = Readonly<z.infer<typeof shownDaySchema>>;
