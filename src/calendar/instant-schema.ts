import { z } from 'zod';
import type { Instant } from './iso-date.js';

/** An instant in UTC as the service writes it: `2026-11-24T10:00:00.000Z`. */
export const instantSchema = z
  .custom<Instant>((value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value))
  .meta({ type: 'string', format: 'date-time' });
