import { Link } from '@digdir/designsystemet-react';
import { Link as RouteLink, useSearchParams } from 'wouter';
import { viewPath } from '../../data/address/views.js';
import { useTexts } from '../../data/language/use-texts.js';
import { NO_FILTER, type PageFilter, readFilter, UNIT, withFilter } from './page-filter.js';

interface ListLinkProps {
  readonly cycleId: string;
  readonly choice: Partial<PageFilter>;
}

/** A link to the list of the tasks of one choice, in the view that is shown. */
export function ListLink({ cycleId, choice }: ListLinkProps) {
  const { t } = useTexts();
  const [shown] = useSearchParams();
  const view = new URLSearchParams([...shown].filter(([name]) => name === UNIT));
  const { unit } = readFilter(view);
  const search = withFilter(view, { ...NO_FILTER, unit, level: 'complete', ...choice });
  return (
    <Link asChild>
      <RouteLink href={`${viewPath(cycleId, 'agenda')}?${search}`}>{t('ui.entity.in-list')}</RouteLink>
    </Link>
  );
}
