import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { type ReactNode, useId } from 'react';
import styles from './section.module.css';

interface SectionProps {
  readonly title: string;
  readonly lead?: string | undefined;
  /** What stands to the right of the title, such as a link to the list. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page with its heading. */
export function Section({ title, lead, aside, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.section}>
      <div className={styles.head}>
        <Heading level={2} data-size="sm" id={id}>
          {title}
        </Heading>
        {aside}
      </div>
      {lead && <Paragraph className={styles.lead}>{lead}</Paragraph>}
      {children}
    </section>
  );
}
