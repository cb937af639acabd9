import { useSearch } from 'wouter';
import { countyOfCycle } from '../../../../cycle/cycle-id.js';
import type { CycleView } from '../../../../cycle/view/cycle-view.js';
import { hasRole, type Role } from '../../../../routing/caller.js';
import { COUNTED_VIEWS, VIEWS, type View } from '../address/views.js';
import { useSession } from './session.js';

/** Which state of a cycle is shown. */
export type CycleState = 'edited' | 'published';

/** The address parameter by which editors view the published version. */
export const STATE_PARAMETER = 'state';

/** Whether the page is embedded in another site, where everybody sees the published version. */
export const isEmbedded = () => location.pathname.startsWith('/embed/');

/**
 * Which state of a cycle the reader sees: the working version for those with a role in its county, unless the address
 * asks for the published one. Takes the id of the cycle or of a task, which begin with the county. Null until it is
 * known.
 */
export function useCycleState(id: string | null): CycleState | null {
  const asked = new URLSearchParams(useSearch()).get(STATE_PARAMETER);
  const session = useSession();
  if (asked === 'published' || isEmbedded() || session.isLoadingError) return 'published';
  if (!session.data || id === null) return null;
  return hasRole(session.data, 'reader', countyOfCycle(id)) ? 'edited' : 'published';
}

/** Whether the reader has a role, at least the given one, in the county of a cycle or task, and views it on the service's own site. */
export function useIsWorker(id: string, least: Exclude<Role, 'anyone'> = 'reader'): boolean {
  const session = useSession();
  return !isEmbedded() && session.data !== undefined && hasRole(session.data, least, countyOfCycle(id));
}

/** The views of a cycle that the reader may see, in the order of the page. */
export function useShownViews({ cycle, county }: Pick<CycleView, 'cycle' | 'county'>): readonly View[] {
  const isContributor = useIsWorker(cycle.id, 'contributor');
  return isContributor || county.publicCoverage ? VIEWS : OPEN_VIEWS;
}

const OPEN_VIEWS = VIEWS.filter((view) => !COUNTED_VIEWS.includes(view));
