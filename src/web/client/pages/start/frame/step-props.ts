import type { Cycle } from '../../../../../cycle/cycle.js';

/** What every step of the guided first cycle knows. */
export interface StepProps {
  readonly county: string;
  readonly countyName: string;
  readonly schoolYear: string;
  /** The cycle of the county and school year; null before it has been made. */
  readonly cycle: Cycle | null;
}

/** What a step knows that needs the cycle. */
export interface CycleStepProps extends StepProps {
  readonly cycle: Cycle;
}
