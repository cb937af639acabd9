import { z } from 'zod';
import { isIsoDate } from './iso-date.js';

/** A date as files and requests carry it. */
export const isoDateSchema = z
  .string()
  .refine(isIsoDate, { error: 'is not a date; write it as YYYY-MM-DD', params: { code: 'malformed' } })
  .meta({ description: 'A calendar date, YYYY-MM-DD', format: 'date' });
