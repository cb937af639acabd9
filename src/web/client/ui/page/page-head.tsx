import { Heading, Paragraph } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import styles from './page-head.module.css';

interface PageHeadProps {
  readonly title: string;
  /** The language of the title where it is not the page's. */
  readonly titleLang?: string | undefined;
  /** What the page is for. */
  readonly lead?: string | undefined;
  /** What is above the title, such as the crumbs or the kind of thing. */
  readonly over?: ReactNode;
  /** Actions on what the page shows, beside the title. */
  readonly actions?: ReactNode;
  /** How far apart its parts stand. */
  readonly className?: string | undefined;
  /** What else is below the title. */
  readonly children?: ReactNode;
}

/** The head of a page: its one heading of the first level, and what it is for. */
export function PageHead({ title, titleLang, lead, over, actions, className, children }: PageHeadProps) {
  const head = (
    <>
      {over}
      <Heading level={1} data-size="lg" lang={titleLang}>
        {title}
      </Heading>
      {lead && <Paragraph>{lead}</Paragraph>}
      {children}
    </>
  );
  if (!actions) return <header className={className}>{head}</header>;
  return (
    <header className={styles.withActions}>
      <div className={className}>{head}</div>
      {actions}
    </header>
  );
}
