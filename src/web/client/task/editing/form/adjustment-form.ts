import type { AdjustmentPatch, AdjustmentView } from '../../../../../task/adjustment.js';
import { type Content, type EditedFields, sentOf } from './edited-fields.js';

/** The content of the form of an adjustment. */
export interface AdjustmentForm {
  /** Empty when the unit follows the common date; for one day, only the end is empty. */
  readonly own: { readonly start: string; readonly end: string };
  /** Empty when the unit follows the common status. */
  readonly status: AdjustmentView['status'] | '';
  /** Whether the unit hides the task, and why. */
  readonly hidden: { readonly is: boolean; readonly reason: string };
}

export type AdjustmentField = keyof AdjustmentForm;

export const ADJUSTMENT_FIELDS = ['own', 'status', 'hidden'] as const satisfies readonly AdjustmentField[];

/** The form of a unit that follows the task as it is. */
export const NO_ADJUSTMENT: AdjustmentView = {
  hidden: null,
  start: null,
  end: null,
  status: null,
  ticked: null,
  version: 0,
};

/** The form of an existing adjustment. */
export function adjustmentFormOf({ start, end, status, hidden }: AdjustmentView): AdjustmentForm {
  return {
    own: { start: start ?? '', end: end === start ? '' : (end ?? '') },
    status: status ?? '',
    hidden: { is: hidden !== null, reason: hidden ?? '' },
  };
}

function contentOf({ own, status, hidden }: AdjustmentForm): Content<AdjustmentField> {
  const orNull = (text: string) => (text === '' ? null : text);
  return {
    own: { start: orNull(own.start), end: orNull(own.end === '' ? own.start : own.end) },
    status: { status: orNull(status ?? '') },
    hidden: { hidden: hidden.is ? hidden.reason.trim() : null },
  };
}

/** How an adjustment is edited. */
export const ADJUSTMENT: EditedFields<AdjustmentField, AdjustmentForm> = {
  fields: ADJUSTMENT_FIELDS,
  contentOf,
};

/** The patch of a form: what differs from the adjustment that it started with. */
export function adjustmentPatchOf(form: AdjustmentForm, base: AdjustmentView): AdjustmentPatch {
  return sentOf(ADJUSTMENT, form, adjustmentFormOf(base)) as AdjustmentPatch;
}
