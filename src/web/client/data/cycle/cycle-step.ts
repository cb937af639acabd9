import type { Cycle } from '../../../../cycle/cycle.js';

/** What can be done with a cycle as a whole. */
export type CycleStep =
  | { readonly kind: 'publish'; readonly message: string }
  | { readonly kind: 'open' | 'close' | 'archive' | 'restore' };

/**
 * The steps by which a cycle is published and shown to whom it is meant for, in their order: the public never sees what has
 * not been published anew, nor what it is to see no longer.
 */
export function publishingSteps(
  { public: wasPublic }: Pick<Cycle, 'public'>,
  isPublic: boolean,
): CycleStep[] {
  const publish: CycleStep = { kind: 'publish', message: '' };
  if (wasPublic === isPublic) return [publish];
  return isPublic ? [publish, { kind: 'open' }] : [{ kind: 'close' }, publish];
}

/** That one of the steps was not done, nor those after it. */
export class FailedStep extends Error {
  override readonly name = 'FailedStep';

  constructor(
    readonly step: CycleStep['kind'],
    override readonly cause: Error,
  ) {
    super(`${step}: ${cause.message}`);
  }
}
