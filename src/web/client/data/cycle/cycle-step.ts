import type { Cycle } from '../../../../cycle/cycle.js';

/** The operations on a cycle as a whole. */
export type CycleStep =
  | { readonly kind: 'publish'; readonly message: string }
  | { readonly kind: 'open' | 'close' | 'archive' | 'restore' };

/**
 * The steps that publish a cycle and open or close it, in this order: the public never sees a version that has not been
 * published again, nor one that it is no longer meant to see.
 */
export function publishingSteps(
  { public: wasPublic }: Pick<Cycle, 'public'>,
  isPublic: boolean,
): CycleStep[] {
  const publish: CycleStep = { kind: 'publish', message: '' };
  if (wasPublic === isPublic) return [publish];
  return isPublic ? [publish, { kind: 'open' }] : [{ kind: 'close' }, publish];
}

/** Thrown when a step failed; the steps after it were not tried. */
export class FailedStep extends Error {
  override readonly name = 'FailedStep';

  constructor(
    readonly step: CycleStep['kind'],
    override readonly cause: Error,
  ) {
    super(`${step}: ${cause.message}`);
  }
}
