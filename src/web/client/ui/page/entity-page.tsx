import type { ReactNode } from 'react';
import { useArrival } from '../../data/browser/use-arrival.js';
import { useTitle } from '../../data/browser/use-title.js';
import { type Crumb, Crumbs } from './crumbs.js';
import styles from './entity-page.module.css';
import { PageHead } from './page-head.js';

interface EntityPageProps {
  readonly crumbs: readonly Crumb[];
  /** The kind of thing, above the title. */
  readonly kicker: ReactNode;
  readonly title: string;
  /** The language of the title where it is not the page's. */
  readonly titleLang?: string | undefined;
  /** The number of the phase whose colour the page has. */
  readonly series: number | undefined;
  /** What is directly below the title. */
  readonly lead?: ReactNode;
  readonly children: ReactNode;
}

/** The page of one thing: the way to it, what it is, its name, and the rest. */
export function EntityPage({ crumbs, kicker, title, titleLang, series, lead, children }: EntityPageProps) {
  useTitle(title);
  useArrival();
  return (
    <article className={styles.page} data-series={series}>
      <Crumbs crumbs={crumbs} />
      <PageHead
        className={styles.heading}
        over={<div className={styles.kicker}>{kicker}</div>}
        title={title}
        titleLang={titleLang}
      >
        {lead}
      </PageHead>
      {children}
    </article>
  );
}
