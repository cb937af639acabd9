import { z } from 'zod';
import type { Instant, IsoDate } from '../calendar/iso-date.js';
import { isoDateSchema } from '../calendar/iso-date-schema.js';
import { dayOf, type SchoolYear } from '../calendar/school-year.js';
import { isSkippedTime } from '../calendar/skipped-time.js';
import { freeText } from '../text/free-text.js';
import { type LeewayDates, leewayDates } from './leeway-dates.js';
import type { Task } from './task.js';
import { type Status, statusSchema } from './task-parts.js';

/** What one unit changes about a common task, in its own view only. */
export interface Adjustment {
  /** `{task}@{unit}` */
  readonly id: string;
  readonly cycleId: string;
  /** The id of the task. */
  readonly adjusts: string;
  /** The unit whose view it is. */
  readonly layer: string;
  /** Why the unit does not show the task; null when it does. */
  readonly hidden: string | null;
  /** The unit's own first and last day, within the leeway of the task; null when it follows the common date. */
  readonly start: IsoDate | null;
  readonly end: IsoDate | null;
  /** The unit's own status; null when it follows the common one. */
  readonly status: Status | null;
  /** The ids of the steps that the unit has done; null when it follows the common checklist. */
  readonly ticked: readonly string[] | null;
  /** Taken back by an undo. */
  readonly deleted: boolean;
  readonly version: number;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
}

/** The effect of an adjustment: none without one, or when it has been taken back. */
export function effectOf(
  adjustment: Adjustment | undefined,
): Pick<Adjustment, 'hidden' | 'start' | 'end' | 'status' | 'ticked'> {
  if (!adjustment || adjustment.deleted)
    return { hidden: null, start: null, end: null, status: null, ticked: null };
  const { hidden, start, end, status, ticked } = adjustment;
  return { hidden, start, end, status, ticked };
}

/** The id of a unit's adjustment of a task. */
export function adjustmentIdOf(taskId: string, unit: string): string {
  return `${taskId}@${unit}`;
}

/** A change of a unit's adjustment as a JSON merge patch (RFC 7396); null goes back to what is common. */
export const adjustmentPatchSchema = z
  .strictObject({
    hidden: freeText(500)
      .refine((reason) => reason.trim() !== '', {
        error: 'is empty: explain why the unit does not need the task',
        params: { code: 'empty' },
      })
      .nullable()
      .meta({ description: 'Why the unit hides the task from its own view' }),
    start: isoDateSchema.nullable(),
    end: isoDateSchema.nullable(),
    status: statusSchema.nullable(),
    ticked: z
      .array(z.string().min(1).max(50))
      .max(100)
      .nullable()
      .meta({ description: 'The ids of the steps of the checklist that the unit has done' }),
  })
  .partial()
  .meta({ id: 'AdjustmentPatch' });

export type AdjustmentPatch = z.infer<typeof adjustmentPatchSchema>;

export const adjustmentSchema = z
  .object({
    hidden: z.string().nullable(),
    start: isoDateSchema.nullable(),
    end: isoDateSchema.nullable(),
    status: statusSchema.nullable(),
    ticked: z.array(z.string()).nullable().meta({
      description: 'The ids of the steps that the unit has done; null when it follows the common checklist',
    }),
    version: z.int().min(0).meta({ description: '0 when the unit follows the task as it is' }),
  })
  .meta({ id: 'Adjustment', description: 'What a unit changes for itself in a common task' });

export type AdjustmentView = z.infer<typeof adjustmentSchema>;

export function viewAdjustment(adjustment: Adjustment | undefined): AdjustmentView {
  const { ticked, ...effect } = effectOf(adjustment);
  return { ...effect, ticked: ticked && [...ticked], version: adjustment?.version ?? 0 };
}

/** What is wrong with a unit's adjustment. */
export type AdjustmentFlaw =
  | { readonly code: 'no-leeway'; readonly field: 'start' | 'end' }
  | { readonly code: 'outside-window'; readonly field: 'start' | 'end'; readonly window: LeewayDates }
  | { readonly code: 'outside-school-year'; readonly field: 'start' | 'end'; readonly date: IsoDate }
  | { readonly code: 'skipped-time'; readonly field: 'start' | 'end'; readonly date: IsoDate }
  | {
      readonly code: 'end-before-start';
      readonly field: 'end';
      readonly start: IsoDate;
      readonly end: IsoDate;
    }
  | { readonly code: 'unknown-step'; readonly field: 'ticked'; readonly id: string };

/** A change that is asked of what a unit does differently with a task. */
export interface AskedAdjustment {
  /** The id of the unit. */
  readonly unit: string;
  /** As it is; undefined when the unit has none yet. */
  readonly before: Adjustment | undefined;
  readonly patch: AdjustmentPatch;
}

/**
 * The adjustment after a change, with the next version, or everything that is wrong with the change. When a unit gives only
 * a first day, a task of one day stays one day long, and a period keeps its last day.
 */
export function adjust(
  task: Task,
  { unit, before, patch }: AskedAdjustment,
  { schoolYear, now }: { readonly schoolYear: SchoolYear; readonly now: Instant },
): { readonly adjustment: Adjustment } | { readonly flaws: readonly AdjustmentFlaw[] } {
  const known = before && !before.deleted ? before : undefined;
  const start = patch.start === undefined ? (known?.start ?? null) : patch.start;
  const asked = patch.end === undefined ? (known?.end ?? null) : patch.end;
  const followsStart = patch.start !== undefined && patch.end === undefined && task.start === task.end;
  const end = followsStart ? start : asked;
  const ticked = patch.ticked === undefined ? (known?.ticked ?? null) : patch.ticked;
  const flaws = [
    // A date chosen within an earlier, wider leeway has no effect, and must not block other changes.
    ...(patch.start === undefined && patch.end === undefined ? [] : dateFlaws(task, start, end, schoolYear)),
    ...(patch.ticked ?? [])
      .filter((id) => !task.checklist.some((step) => step.id === id))
      .map((id) => ({ code: 'unknown-step', field: 'ticked', id }) as const),
  ];
  if (flaws.length > 0) return { flaws };
  return {
    adjustment: {
      id: adjustmentIdOf(task.id, unit),
      cycleId: task.cycleId,
      adjusts: task.id,
      layer: unit,
      hidden: patch.hidden === undefined ? (known?.hidden ?? null) : patch.hidden,
      start,
      end,
      status: patch.status === undefined ? (known?.status ?? null) : patch.status,
      ticked,
      deleted: false,
      version: (before?.version ?? 0) + 1,
      createdAt: before?.createdAt ?? now,
      updatedAt: now,
    },
  };
}

function dateFlaws(
  task: Task,
  start: IsoDate | null,
  end: IsoDate | null,
  schoolYear: SchoolYear,
): AdjustmentFlaw[] {
  const window = leewayDates(task);
  const flaws: AdjustmentFlaw[] = [];
  for (const [field, date, time] of [
    ['start', start, task.startTime],
    ['end', end, task.endTime],
  ] as const) {
    if (date === null) continue;
    if (!window) flaws.push({ code: 'no-leeway', field });
    else if (date < window.from || date > window.to) flaws.push({ code: 'outside-window', field, window });
    else if (!dayOf(schoolYear, date)) flaws.push({ code: 'outside-school-year', field, date });
    else if (time !== null && isSkippedTime(date, time)) flaws.push({ code: 'skipped-time', field, date });
  }
  const [from, to] = [start ?? task.start, end ?? task.end];
  if (to < from) flaws.push({ code: 'end-before-start', field: 'end', start: from, end: to });
  return flaws;
}

/** The flaw in English, as a phrase that follows the name of its field. */
export function adjustmentFlawSentence(flaw: AdjustmentFlaw): string {
  switch (flaw.code) {
    case 'no-leeway':
      return 'cannot be set: the county allows no other date for this task';
    case 'outside-window':
      return `is outside ${flaw.window.from} to ${flaw.window.to}, the dates that the county allows`;
    case 'outside-school-year':
      return 'is outside the school year of the cycle';
    case 'skipped-time':
      return 'has no such time of day as the task: summer time begins';
    case 'end-before-start':
      return 'is before the start';
    case 'unknown-step':
      return `${flaw.id} is not a step of the task’s checklist`;
    default:
      return flaw satisfies never;
  }
}
