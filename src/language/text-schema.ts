import { z } from 'zod';
import { LANGUAGES } from './text.js';

/** A language as files and requests carry it. */
export const languageSchema = z.enum(LANGUAGES);

const line = z.string().trim().min(1);

/** A text that the service ships: complete in all three languages. */
export const textSchema = z.strictObject({ nb: line, nn: line, en: line });
