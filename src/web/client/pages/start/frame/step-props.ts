import type { Cycle } from '../../../../../cycle/cycle.js';

/** The props of every step of the guided first cycle. */
export interface StepProps {
  readonly county: string;
  readonly countyName: string;
  readonly schoolYear: string;
  /** The cycle of the county and school year; null before it has been made. */
  readonly cycle: Cycle | null;
}

/** The props of a step that needs the cycle. */
export interface CycleStepProps extends StepProps {
  readonly cycle: Cycle;
}
