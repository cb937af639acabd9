import { z } from 'zod';

/** Who is responsible (chapter 3 of the knowledge base): school owner, school, follow-up service. */
export const ACTORS = ['school-owner', 'school', 'follow-up-service'] as const;
export const actorSchema = z.enum(ACTORS).meta({ id: 'Actor' });
export type Actor = z.infer<typeof actorSchema>;

/** The four categories of chapter 3. */
export const CATEGORIES = [
  'lokale-forhold',
  'kvalitet-og-utvikling',
  'koordinering',
  'malrettede-tiltak',
] as const;
export const categorySchema = z.enum(CATEGORIES).meta({ id: 'Category' });
export type Category = z.infer<typeof categorySchema>;

/** The seven phases of chapter 2: six in time, one across. */
export const PHASES = [
  'overgang-fra-grunnskolen',
  'oppstart-vg1',
  'oppfolging-vg1',
  'oppfolging-vg2',
  'overgang-vg2-vg3',
  'sluttvurdering',
  'pa-tvers-av-faser',
] as const;
export const phaseIdSchema = z.enum(PHASES).meta({ id: 'PhaseId' });
export type PhaseId = z.infer<typeof phaseIdSchema>;

/** An id of data/: lower case ASCII, words joined by hyphens. */
export const idSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not an id: lower case letters a–z, digits and single hyphens');
