import { useCallback } from 'react';
import { useLocation, useSearch } from 'wouter';
import { cyclePath } from '../../data/address/views.js';
import type { Unsaved } from '../editing/form/unsaved.js';

/** The parameter of the address that names the task to edit. */
export const EDIT = 'edit';

/** The parameter of the address that asks for a new task; it may name what was begun. */
export const NEW = 'new';

/** Gives the address of the page where one stands, with the form of a task or of a new one over it. */
export function useEditAddress(): (what: Unsaved | { readonly taskId: string } | 'new') => string {
  const [path] = useLocation();
  const search = useSearch();
  return useCallback(
    (what) => {
      const parameters = new URLSearchParams(search);
      for (const name of [EDIT, NEW]) parameters.delete(name);
      // What a unit does differently is written in the unit's own view.
      if (what !== 'new' && 'unit' in what) parameters.set('unit', what.unit);
      if (what === 'new') parameters.set(NEW, '');
      else if ('taskId' in what) parameters.set(EDIT, what.taskId);
      else if (what.kind === 'task') parameters.set(EDIT, what.base.id);
      else parameters.set(NEW, what.ref);
      // A new task is written over the pages of its cycle.
      const place =
        what !== 'new' && 'kind' in what && what.kind === 'new' && !path.startsWith(cyclePath(what.cycleId))
          ? cyclePath(what.cycleId)
          : path;
      return `${place}?${parameters}`;
    },
    [path, search],
  );
}
