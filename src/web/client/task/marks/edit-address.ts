import { useCallback } from 'react';
import { useLocation, useSearch } from 'wouter';
import { cyclePath } from '../../data/address/views.js';
import type { Unsaved } from '../editing/form/unsaved.js';

/** The address parameter for the task to edit. */
export const EDIT = 'edit';

/** The address parameter for a new task; its value may name an unsaved one. */
export const NEW = 'new';

/** Returns the current address with the form of a task, or of a new one, over the page. */
export function useEditAddress(): (what: Unsaved | { readonly taskId: string } | 'new') => string {
  const [path] = useLocation();
  const search = useSearch();
  return useCallback(
    (what) => {
      const parameters = new URLSearchParams(search);
      for (const name of [EDIT, NEW]) parameters.delete(name);
      // An adjustment is edited in the unit's own view.
      if (what !== 'new' && 'unit' in what) parameters.set('unit', what.unit);
      if (what === 'new') parameters.set(NEW, '');
      else if ('taskId' in what) parameters.set(EDIT, what.taskId);
      else if (what.kind === 'task') parameters.set(EDIT, what.base.id);
      else parameters.set(NEW, what.ref);
      // A new task is edited over the pages of its cycle.
      const place =
        what !== 'new' && 'kind' in what && what.kind === 'new' && !path.startsWith(cyclePath(what.cycleId))
          ? cyclePath(what.cycleId)
          : path;
      return `${place}?${parameters}`;
    },
    [path, search],
  );
}
