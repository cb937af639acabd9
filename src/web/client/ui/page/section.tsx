import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { type ReactNode, useId } from 'react';
import styles from './section.module.css';

/** Where a section stands: on a page; on one of settings, with a line between them; in a form, below the form's own title. */
const LOOKS = {
  page: { level: 2, size: 'sm' },
  settings: { level: 2, size: 'sm' },
  form: { level: 3, size: '2xs' },
} as const;

interface SectionProps {
  readonly title: string;
  readonly lead?: string | undefined;
  readonly look?: keyof typeof LOOKS;
  /** What is to the right of the title, such as a link to the list. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page with its heading. */
export function Section({ title, lead, look = 'page', aside, children }: SectionProps) {
  const id = useId();
  const { level, size } = LOOKS[look];
  return (
    <section aria-labelledby={id} className={styles.section} data-look={look}>
      <div className={styles.head}>
        <Heading level={level} data-size={size} id={id}>
          {title}
        </Heading>
        {aside}
      </div>
      {lead && <Paragraph className={styles.lead}>{lead}</Paragraph>}
      {children}
    </section>
  );
}
