import { useMemo } from 'react';
import type { CycleView } from '../../../../cycle/view/cycle-view.js';
import { hasRole } from '../../../../routing/caller.js';
import { useCycleState } from '../../data/session/cycle-state.js';
import { useSession } from '../../data/session/session.js';
import type { TaskEditor } from './move.js';

/** Who the reader is to a cycle that they look at as it is edited; null for those who change nothing of what they see. */
export function useTaskEditor({ cycle }: Pick<CycleView, 'cycle'>): TaskEditor | null {
  const state = useCycleState(cycle.id);
  const session = useSession().data;
  return useMemo(() => {
    if (state !== 'edited' || cycle.state === 'archived' || !session) return null;
    if (!hasRole(session, 'contributor', cycle.county)) return null;
    return { role: session.role, unit: session.role === 'county-coordinator' ? null : session.unit };
  }, [state, session, cycle.state, cycle.county]);
}
