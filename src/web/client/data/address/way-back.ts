import { useCallback } from 'react';
import { useRoute, useSearch } from 'wouter';
import { cyclePath, VIEWS, type View, viewPath } from './views.js';

/** What the view that a reader came from is called in the address. */
const FROM = 'from';

const isView = (text: string | null | undefined): text is View => VIEWS.some((view) => view === text);

const join = (path: string, search: URLSearchParams) =>
  search.size === 0 ? path : `${path}?${search.toString()}`;

/** Gives the address of a page the filter, zoom and view that the reader has, so that there is a way back to them. */
export function useKept(): (path: string) => string {
  const search = useSearch();
  const [, params] = useRoute('/cycles/:cycle/:view?');
  const view = params?.view;
  return useCallback(
    (path) => {
      const kept = new URLSearchParams(search);
      if (isView(view)) kept.set(FROM, view);
      return join(path, kept);
    },
    [search, view],
  );
}

/** The view that the reader came from, null for one who came from elsewhere, and the way back to what they saw there. */
export function useWayBack(cycleId: string): { readonly view: View | null; readonly href: string } {
  const search = new URLSearchParams(useSearch());
  const from = search.get(FROM);
  search.delete(FROM);
  const view = isView(from) ? from : null;
  return { view, href: join(view ? viewPath(cycleId, view) : cyclePath(cycleId), search) };
}
