import { useSearch } from 'wouter';
import { countyOfCycle } from '../../../../cycle/cycle-id.js';
import { hasRole } from '../../../../routing/caller.js';
import { useSession } from './session.js';

/** Which state of a cycle is looked at. */
export type CycleState = 'edited' | 'published';

/** The parameter of the address by which those who see what is edited look at what is published. */
export const STATE_PARAMETER = 'state';

/** Whether the page stands inside another site's frame, where everybody sees what is published. */
export const isEmbedded = () => location.pathname.startsWith('/embed/');

/**
 * Which state of a cycle the reader sees: what is edited for those who have a role in its county, unless the address asks
 * for what is published. Takes the id of the cycle or of a task, which begin with the county. Null until it is known.
 */
export function useCycleState(id: string | null): CycleState | null {
  const asked = new URLSearchParams(useSearch()).get(STATE_PARAMETER);
  const session = useSession();
  if (asked === 'published' || isEmbedded() || session.isLoadingError) return 'published';
  if (!session.data || id === null) return null;
  return hasRole(session.data, 'reader', countyOfCycle(id)) ? 'edited' : 'published';
}

/** Whether the reader has a role in the county of a cycle or task, and looks at it on the service's own page. */
export function useIsWorker(id: string): boolean {
  const session = useSession();
  return !isEmbedded() && session.data !== undefined && hasRole(session.data, 'reader', countyOfCycle(id));
}
