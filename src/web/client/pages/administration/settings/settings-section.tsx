import { Heading, Paragraph } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import styles from './settings-section.module.css';

interface SettingsSectionProps {
  readonly id: string;
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
}

/** One part of the settings, under its heading. */
export function SettingsSection({ id, title, lead, children }: SettingsSectionProps) {
  return (
    <section className={styles.section} aria-labelledby={id}>
      <Heading level={2} data-size="sm" id={id}>
        {title}
      </Heading>
      <Paragraph className={styles.lead}>{lead}</Paragraph>
      {children}
    </section>
  );
}
