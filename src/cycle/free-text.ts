import { z } from 'zod';
import { holdsNationalIdentityNumber } from './national-identity-number.js';

/** Text that people write. This is a plan, never a pupil record: a national identity number is refused. */
export const freeText = (max: number) =>
  z
    .string()
    .max(max, `is longer than ${max} characters`)
    .refine((text) => !holdsNationalIdentityNumber(text), {
      error: 'holds what looks like a national identity number; this is a plan, not a record of pupils',
      params: { code: 'national-identity-number' },
    });
