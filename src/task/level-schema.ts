import { z } from 'zod';
import { LEVELS, type Level } from './level.js';

export const levelSchema = z.enum(LEVELS).meta({ id: 'Level' });

/** Why a template has its level. A reason belongs to one level. */
export const LEVEL_REASONS = {
  essential: ['law', 'national-date', 'shared-by-all-counties'],
  recommended: [
    'in-several-arshjul',
    'keeps-a-deadline',
    'ties-units-together',
    'asked-by-the-knowledge-base',
  ],
  complete: [
    'in-one-arshjul',
    'part-of-another-task',
    'measure-by-choice',
    'own-work-of-a-unit',
    'recurs-through-the-year',
    'phase-as-a-whole',
  ],
} as const satisfies Readonly<Record<Level, readonly string[]>>;

export type LevelReason = (typeof LEVEL_REASONS)[Level][number];

const levelWithReasons = <L extends Level>(level: L) =>
  z.strictObject({ is: z.literal(level), because: z.enum(LEVEL_REASONS[level]) });

/** A level with its reason. Which templates a reason fits is for the template's own check. */
export const reasonedLevelSchema = z.discriminatedUnion('is', [
  levelWithReasons('essential'),
  levelWithReasons('recommended'),
  levelWithReasons('complete'),
]);
