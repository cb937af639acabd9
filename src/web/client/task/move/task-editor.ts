import { useMemo } from 'react';
import type { CycleView } from '../../../../cycle/view/cycle-view.js';
import { hasRole } from '../../../../routing/caller.js';
import { useCycleState } from '../../data/session/cycle-state.js';
import { useSession } from '../../data/session/session.js';
import type { TaskEditor } from './move.js';

/** The reader as an editor of the cycle's working version; null when they see another version or may not edit it. */
export function useTaskEditor({ cycle }: Pick<CycleView, 'cycle'>): TaskEditor | null {
  const state = useCycleState(cycle.id);
  const session = useSession().data;
  return useMemo(() => {
    if (state !== 'edited' || cycle.state === 'archived' || !session) return null;
    if (!hasRole(session, 'contributor', cycle.county)) return null;
    return { role: session.role, unit: session.role === 'county-coordinator' ? null : session.unit };
  }, [state, session, cycle.state, cycle.county]);
}
