import { z } from 'zod';

export const UNIT_KINDS = ['county', 'school', 'follow-up-service', 'municipality', 'partner'] as const;

/** A county, school, OT office, municipality or partner office. */
export const unitSchema = z.strictObject({
  id: z.string().min(1),
  kind: z.enum(UNIT_KINDS),
  name: z.string().min(1),
});

export type Unit = z.infer<typeof unitSchema>;
