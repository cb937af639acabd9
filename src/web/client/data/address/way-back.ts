import { useCallback } from 'react';
import { useRoute, useSearch } from 'wouter';
import { cyclePath, VIEWS, type View, viewPath } from './views.js';

/** The address parameter for the view that the reader came from. */
const CAME_FROM = 'view';

const isView = (text: string | null | undefined): text is View => VIEWS.some((view) => view === text);

const join = (path: string, search: URLSearchParams) =>
  search.size === 0 ? path : `${path}?${search.toString()}`;

/** Adds the reader's filter, zoom and view to the address of a page, so that it can link back to them. */
export function useKept(): (path: string) => string {
  const search = useSearch();
  const [, params] = useRoute('/cycles/:cycle/:view?');
  const view = params?.view;
  return useCallback(
    (path) => {
      const kept = new URLSearchParams(search);
      if (isView(view)) kept.set(CAME_FROM, view);
      return join(path, kept);
    },
    [search, view],
  );
}

/**
 * The view that the reader came from, of those that they may see (null when from elsewhere), and the address that leads back
 * to it.
 */
export function useWayBack(
  cycleId: string,
  shown: readonly View[],
): { readonly view: View | null; readonly href: string } {
  const search = new URLSearchParams(useSearch());
  const from = search.get(CAME_FROM);
  search.delete(CAME_FROM);
  const view = isView(from) && shown.includes(from) ? from : null;
  return { view, href: join(view ? viewPath(cycleId, view) : cyclePath(cycleId), search) };
}
