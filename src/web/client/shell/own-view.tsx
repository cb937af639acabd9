import type { ReactNode } from 'react';
import { Redirect, useLocation, useSearch } from 'wouter';
import { countyOfCycle } from '../../../cycle/cycle-id.js';
import { isEmbedded } from '../data/session/cycle-state.js';
import { useSession } from '../data/session/session.js';
import { UNIT } from '../task/filter/page-filter.js';

interface OwnViewProps {
  /** Of a cycle or task; both begin with the county. */
  readonly id: string;
  readonly children: ReactNode;
}

/**
 * Shows a page as the reader's own unit sees it, unless its address names a view: it gets the unit's, so that the same
 * address shows the same to others.
 */
export function OwnView({ id, children }: OwnViewProps) {
  const unit = useSession().data?.unit;
  const [path] = useLocation();
  const search = new URLSearchParams(useSearch());
  const county = countyOfCycle(id);
  const isOfCounty = unit?.startsWith(county) === true && unit !== county;
  if (isEmbedded() || !isOfCounty || search.has(UNIT)) return children;
  search.set(UNIT, unit);
  return <Redirect to={`${path}?${search}`} replace />;
}
