import { Button, Dialog, Heading, Link, List, Paragraph, Spinner } from '@digdir/designsystemet-react';
import { BellIcon } from '@navikt/aksel-icons';
import { useRef } from 'react';
import type { CycleView } from '../../../../../cycle/view/cycle-view.js';
import { type SharedFeed, useSharedFeed } from '../../../data/cycle/queries.js';
import { useTexts } from '../../../data/language/use-texts.js';
import type { PageFilter } from '../../../task/filter/page-filter.js';
import { feedFilterOf, useFilterScene } from '../../../task/filter/pick-tasks.js';
import { CopiedText } from '../../../ui/notice/copied-text.js';
import { Failure } from '../../../ui/page/states.js';
import styles from './subscribe-button.module.css';

/** Creates a feed of the current selection, and shows how to subscribe to it. */
export function SubscribeButton({
  cycleView,
  filter,
}: {
  readonly cycleView: CycleView;
  readonly filter: PageFilter;
}) {
  const { t } = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const scene = useFilterScene(cycleView);
  const feed = useSharedFeed(cycleView.cycle.id);
  const make = () => feed.mutate(feedFilterOf(filter, scene));
  return (
    <>
      <Button
        data-size="sm"
        onClick={() => {
          make();
          dialog.current?.showModal();
        }}
      >
        <BellIcon aria-hidden />
        <span className={styles.label}>{t('ui.subscribe.open')}</span>
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
      <CopiedText text={feed.url} label={t('ui.subscribe.copy')} />
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
