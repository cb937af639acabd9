import { Button, Heading, Link, List, Paragraph } from '@digdir/designsystemet-react';
import { useEffect, useRef } from 'react';
import type { SharedFeed } from '../../../../data/cycle/queries.js';
import { useTexts } from '../../../../data/language/use-texts.js';
import { CopiedText } from '../../../../ui/notice/copied-text.js';
import styles from './subscribe-dialog.module.css';

const CLIENTS = [
  ['outlookOffice', 'outlook-office'],
  ['outlookLive', 'outlook-live'],
  ['google', 'google'],
  ['apple', 'apple'],
] as const;

const REFRESH = ['refresh-outlook', 'refresh-google', 'refresh-apple', 'refresh-thunderbird'] as const;

/** How to subscribe to a feed: its address, and a link for each calendar. */
export function HowTo({ feed }: { readonly feed: SharedFeed }) {
  const { t } = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that asked for it is gone.
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={styles.content}>
      <Heading level={3} data-size="xs" ref={heading} tabIndex={-1}>
        {t('subscribe.title', { name: feed.name })}
      </Heading>
      <Paragraph>{t('ui.subscribe.lead')}</Paragraph>
      <ul className={styles.clients}>
        {CLIENTS.map(([client, key]) => (
          <li key={client}>
            <Button asChild variant="secondary">
              <a href={feed.links[client]} target="_blank" rel="noreferrer">
                {t(`subscribe.${key}`)}
              </a>
            </Button>
          </li>
        ))}
      </ul>
      <CopiedText text={feed.url} label={t('ui.subscribe.copy')} />
      <Paragraph data-size="sm">
        <Link href={feed.subscribePage} target="_blank" rel="noreferrer">
          {t('ui.subscribe.more')}
        </Link>
      </Paragraph>
      <Heading level={4} data-size="2xs">
        {t('subscribe.refresh')}
      </Heading>
      <List.Unordered data-size="sm">
        {REFRESH.map((key) => (
          <List.Item key={key}>{t(`subscribe.${key}`)}</List.Item>
        ))}
      </List.Unordered>
    </section>
  );
}
