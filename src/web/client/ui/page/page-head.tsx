import { Heading, Paragraph } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import styles from './page-head.module.css';

interface PageHeadProps {
  readonly title: string;
  /** The language of the title where it is not the page's. */
  readonly titleLang?: string | undefined;
  /** What the page is for. */
  readonly lead?: string | undefined;
  /** What stands over the title, such as the way back or what kind of thing it is the name of. */
  readonly over?: ReactNode;
  /** What can be done with what the page shows; stands beside the title. */
  readonly actions?: ReactNode;
  /** How far apart its parts stand. */
  readonly className?: string | undefined;
  /** What else stands below the title. */
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
