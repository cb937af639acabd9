import { z } from 'zod';

export const sessionEntrySchema = z
  .object({
    id: z.string().meta({ description: 'Identifies the session to its owner; not the value of the cookie' }),
    browser: z
      .string()
      .nullable()
      .meta({ description: 'The browser family only, such as Firefox; null when unknown' }),
    system: z.string().nullable().meta({ description: 'Such as Windows; null when unknown' }),
    startedAt: z.string().meta({ format: 'date-time' }),
    usedAt: z.string().meta({ format: 'date-time', description: 'When it was last used, to within a day' }),
    expiresAt: z.string().meta({ format: 'date-time' }),
    current: z.boolean().meta({ description: 'Whether it is the session making this request' }),
  })
  .meta({ id: 'SessionEntry' });

/** A place where somebody is signed in. */
export type SessionEntry = z.infer<typeof sessionEntrySchema>;
