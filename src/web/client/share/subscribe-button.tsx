import { Button, Dialog, Heading, Link, List, Paragraph, Spinner } from '@digdir/designsystemet-react';
import { BellIcon } from '@navikt/aksel-icons';
import { useRef, useState } from 'react';
import { type SharedFeed, useSharedFeed } from '../api/queries.js';
import { type PageFilter, toTaskFilter } from '../filter/page-filter.js';
import { useTexts } from '../language/use-texts.js';
import { Failure } from '../shell/states.js';
import styles from './subscribe-button.module.css';

/** Makes a feed of what is looked at, and shows how to subscribe to it. */
export function SubscribeButton({
  cycleId,
  filter,
}: {
  readonly cycleId: string;
  readonly filter: PageFilter;
}) {
  const { t } = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const feed = useSharedFeed(cycleId);
  const make = () => feed.mutate(toTaskFilter(filter));
  return (
    <>
      <Button
        onClick={() => {
          make();
          dialog.current?.showModal();
        }}
      >
        <BellIcon aria-hidden />
        {t('ui.subscribe.open')}
      </Button>
      <Dialog ref={dialog} closedby="any" className={styles.dialog} closeButton={t('ui.close')}>
        <Heading level={2} data-size="sm">
          {feed.data ? t('subscribe.title', { name: feed.data.name }) : t('ui.subscribe.open')}
        </Heading>
        {feed.isPending && <Spinner aria-label={t('ui.state.loading')} />}
        {feed.isError && <Failure error={feed.error} onRetry={make} />}
        {feed.data && <HowTo feed={feed.data} />}
      </Dialog>
    </>
  );
}

const CLIENTS = [
  ['outlookOffice', 'outlook-office'],
  ['outlookLive', 'outlook-live'],
  ['google', 'google'],
  ['apple', 'apple'],
] as const;

const REFRESH = ['refresh-outlook', 'refresh-google', 'refresh-apple', 'refresh-thunderbird'] as const;

function HowTo({ feed }: { readonly feed: SharedFeed }) {
  const { t } = useTexts();
  const address = useRef<HTMLElement>(null);
  const [done, setDone] = useState<'copied' | 'marked' | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(feed.url);
      setDone('copied');
    } catch {
      // Frames and plain http have no clipboard.
      if (address.current) getSelection()?.selectAllChildren(address.current);
      setDone('marked');
    }
  };
  return (
    <div className={styles.howTo}>
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
      <div className={styles.address}>
        <code ref={address}>{feed.url}</code>
        <Button variant="secondary" data-size="sm" onClick={() => void copy()}>
          {t('ui.subscribe.copy')}
        </Button>
        <output>{done !== null && t(`ui.subscribe.${done}`)}</output>
      </div>
      <Paragraph data-size="sm">
        <Link href={feed.subscribePage} target="_blank" rel="noreferrer">
          {t('ui.subscribe.more')}
        </Link>
      </Paragraph>
      <Heading level={3} data-size="2xs">
        {t('subscribe.refresh')}
      </Heading>
      <List.Unordered data-size="sm">
        {REFRESH.map((key) => (
          <List.Item key={key}>{t(`subscribe.${key}`)}</List.Item>
        ))}
      </List.Unordered>
    </div>
  );
}
