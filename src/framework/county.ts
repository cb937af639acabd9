import { z } from 'zod';
import { isoDateSchema } from '../calendar/iso-date-schema.js';

/** A county of today and the counties of 2015 that it came from. Sami and Kven names stand where they are official. */
export const countySchema = z.strictObject({
  number: z.string().regex(/^\d{2}$/, 'is not a county number of two digits'),
  name: z.strictObject({
    nb: z.string().min(1),
    nn: z.string().min(1),
    /** Northern Sami */
    se: z.string().min(1).optional(),
    /** Lule Sami */
    smj: z.string().min(1).optional(),
    /** Southern Sami */
    sma: z.string().min(1).optional(),
    /** Kven */
    fkv: z.string().min(1).optional(),
  }),
  former: z
    .array(
      z.strictObject({
        code: z.string().regex(/^[A-ZÆØÅ]{2}$/, 'is not a county code of 2015'),
        name: z.string().min(1),
      }),
    )
    .min(1),
});

export type County = z.infer<typeof countySchema>;

export const countiesFileSchema = z.strictObject({
  revised: isoDateSchema,
  source: z.strictObject({ page: z.string().min(1), note: z.string().min(1).optional() }),
  counties: z.array(countySchema).min(1),
});
