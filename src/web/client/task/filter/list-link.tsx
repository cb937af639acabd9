import { Link } from '@digdir/designsystemet-react';
import { Link as RouteLink } from 'wouter';
import { viewPath } from '../../data/address/views.js';
import { useTexts } from '../../data/language/use-texts.js';
import { NO_FILTER, type PageFilter, withFilter } from './page-filter.js';

interface ListLinkProps {
  readonly cycleId: string;
  readonly choice: Partial<PageFilter>;
}

/** A link to the list of the tasks of one choice. */
export function ListLink({ cycleId, choice }: ListLinkProps) {
  const { t } = useTexts();
  const search = withFilter(new URLSearchParams(), { ...NO_FILTER, level: 'complete', ...choice });
  return (
    <Link asChild>
      <RouteLink href={`${viewPath(cycleId, 'agenda')}?${search}`}>{t('ui.entity.in-list')}</RouteLink>
    </Link>
  );
}
