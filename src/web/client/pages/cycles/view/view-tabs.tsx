import { useEffect, useRef } from 'react';
import { Link, useSearch } from 'wouter';
import { type View, viewPath } from '../../../data/address/views.js';
import { useTexts } from '../../../data/language/use-texts.js';
import styles from './view-tabs.module.css';

interface ViewTabsProps {
  readonly cycleId: string;
  readonly views: readonly View[];
  readonly current: View;
}

/** Links to the views of a cycle, with the same filter. The current one is in sight, also where not all of them are. */
export function ViewTabs({ cycleId, views, current }: ViewTabsProps) {
  const { t } = useTexts();
  const search = useSearch();
  const tabs = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view is another current tab
  useEffect(() => {
    const nav = tabs.current;
    const tab = nav?.querySelector<HTMLElement>('[aria-current]');
    // Not scrollIntoView, which would scroll the page as well.
    if (nav && tab) nav.scrollLeft = tab.offsetLeft + tab.offsetWidth / 2 - nav.clientWidth / 2;
  }, [current]);
  return (
    <nav ref={tabs} className={styles.views} aria-label={t('ui.views')}>
      <ul>
        {views.map((view) => (
          <li key={view}>
            <Link
              href={`${viewPath(cycleId, view)}${search === '' ? '' : `?${search}`}`}
              aria-current={view === current ? 'page' : undefined}
            >
              {t(`ui.view.${view}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
