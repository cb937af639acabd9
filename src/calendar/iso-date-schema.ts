import { z } from 'zod';
import { type Instant, isIsoDate } from './iso-date.js';

/** A date as files and requests carry it. */
export const isoDateSchema = z
  .string()
  .refine(isIsoDate, { error: 'is not a date; write it as YYYY-MM-DD', params: { code: 'malformed' } })
  .meta({ description: 'A calendar date, YYYY-MM-DD', format: 'date' });

/** An instant in UTC as the service writes it: `2026-11-24T10:00:00.000Z`. */
export const instantSchema = z
  .custom<Instant>((value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value))
  .meta({ type: 'string', format: 'date-time' });
