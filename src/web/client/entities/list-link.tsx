import { Link } from '@digdir/designsystemet-react';
import { Link as RouteLink } from 'wouter';
import { type PageFilter, readFilter, withFilter } from '../filter/page-filter.js';
import { useTexts } from '../language/use-texts.js';
import { viewPath } from '../shell/views.js';

interface ListLinkProps {
  readonly cycleId: string;
  readonly choice: Partial<PageFilter>;
}

/** A link to the list of the tasks of one choice. */
export function ListLink({ cycleId, choice }: ListLinkProps) {
  const { t } = useTexts();
  const search = withFilter(new URLSearchParams(), { ...readFilter(new URLSearchParams()), ...choice });
  return (
    <Link asChild>
      <RouteLink href={`${viewPath(cycleId, 'agenda')}?${search}`}>{t('ui.entity.in-list')}</RouteLink>
    </Link>
  );
}
