import { Paragraph } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { isAtLeast, type Role } from '../../../routing/caller.js';
import { useTexts } from '../data/language/use-texts.js';
import { Guarded, type Worker } from '../ui/page/guarded.js';
import { PageHead } from '../ui/page/page-head.js';
import styles from './administration-page.module.css';

/** The administration pages, each with the least role that may open it; their texts are `work.<name>.title` and `.lead`. */
export const PAGES = [
  { name: 'people', least: 'unit-coordinator' },
  { name: 'subscriptions', least: 'unit-coordinator' },
  { name: 'reminders', least: 'county-coordinator' },
  { name: 'audit', least: 'county-coordinator' },
  { name: 'settings', least: 'county-coordinator' },
  { name: 'tokens', least: 'reader' },
  { name: 'sessions', least: 'reader' },
] as const satisfies readonly { readonly name: string; readonly least: Exclude<Role, 'anyone'> }[];

export type PageName = (typeof PAGES)[number]['name'];

/** The address of one of the pages. */
export function pathOf(name: PageName): string {
  return `/administration/${name}`;
}

interface AdministrationPageProps {
  readonly name: PageName;
  readonly children: (worker: Worker) => ReactNode;
}

/** The frame of every administration page: access check, links to the other pages, title and lead. */
export function AdministrationPage({ name, children }: AdministrationPageProps) {
  const { t } = useTexts();
  const { least } = PAGES.find((page) => page.name === name) ?? { least: 'county-coordinator' };
  return (
    <Guarded title={t(`work.${name}.title`)} least={least}>
      {(worker) => (
        <article className={styles.page} key={`${worker.county} ${worker.unit}`}>
          <nav aria-label={t('work.administration.pages')} className={styles.pages}>
            <ul>
              {PAGES.filter((page) => isAtLeast(worker.role, page.least)).map((page) => (
                <li key={page.name}>
                  <Link href={pathOf(page.name)} aria-current={page.name === name ? 'page' : undefined}>
                    {t(`work.${page.name}.title`)}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <PageHead title={t(`work.${name}.title`)}>
            <Paragraph className={styles.lead}>
              {t(`work.${name}.lead`, {
                place: worker.role === 'county-coordinator' ? worker.countyName : worker.unitName,
              })}
            </Paragraph>
          </PageHead>
          {children(worker)}
        </article>
      )}
    </Guarded>
  );
}
