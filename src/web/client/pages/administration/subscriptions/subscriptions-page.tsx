import { Alert, Button, Checkbox, Heading, Link, Paragraph } from '@digdir/designsystemet-react';
import { PlusIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import { AdministrationPage } from '../../../administration/administration-page.js';
import { together } from '../../../data/api/together.js';
import { useUnits } from '../../../data/county/units.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { Toolbar } from '../../../ui/list/toolbar.js';
import { CopiedText } from '../../../ui/notice/copied-text.js';
import { StatusMessage } from '../../../ui/notice/status-message.js';
import { StatusRegion } from '../../../ui/notice/status-region.js';
import type { Worker } from '../../../ui/page/guarded.js';
import { Failure, Loading, Nothing } from '../../../ui/page/states.js';
import { FeedDialog } from './feed-dialog.js';
import { FeedQuestion } from './feed-question.js';
import { type FeedAction, FeedTable } from './feed-table.js';
import { type Feed, useFeeds } from './feeds.js';

/** The subscriptions of the county or the reader's unit, and when they were fetched. */
export default function SubscriptionsPage() {
  return (
    <AdministrationPage name="subscriptions">
      {(worker) => <Subscriptions worker={worker} />}
    </AdministrationPage>
  );
}

type Opened = { readonly kind: 'none' | 'add' } | { readonly kind: FeedAction; readonly feed: Feed };

function Subscriptions({ worker }: { readonly worker: Worker }) {
  const { t } = useTexts();
  const { county } = worker;
  const all = together([useFeeds(county), useUnits(county)]);
  const [opened, setOpened] = useState<Opened>({ kind: 'none' });
  const [withRevoked, setWithRevoked] = useState(false);
  const [shown, setShown] = useState<Feed | null>(null);
  const [message, setMessage] = useState('');
  if (all.state === 'pending') return <Loading />;
  if (all.state === 'failed') return <Failure error={all.error} onRetry={all.retry} />;
  const [feeds, units] = all.data;
  const listed = feeds.filter(({ revokedAt }) => withRevoked || revokedAt === null);
  const close = () => setOpened({ kind: 'none' });
  const act = (kind: FeedAction, feed: Feed) => {
    setMessage('');
    if (kind === 'show') setShown(feed);
    else setOpened({ kind, feed });
  };
  const done = (outcome: 'saved' | 'rotated' | 'revoked') => (feed: Feed) => {
    setMessage(t(`work.subscriptions.${outcome}`, { name: feed.name }));
    setShown(outcome === 'revoked' ? null : feed);
  };
  return (
    <>
      <Toolbar>
        <Button onClick={() => setOpened({ kind: 'add' })}>
          <PlusIcon aria-hidden />
          {t('work.subscriptions.add')}
        </Button>
        {feeds.some(({ revokedAt }) => revokedAt !== null) && (
          <Checkbox
            label={t('work.subscriptions.with-revoked')}
            checked={withRevoked}
            onChange={(event) => setWithRevoked(event.target.checked)}
          />
        )}
      </Toolbar>
      <StatusMessage>{message}</StatusMessage>
      <StatusRegion>
        {shown && (
          <Alert data-color="info">
            <Heading level={2} data-size="xs">
              {t('work.subscriptions.address-of', { name: shown.name })}
            </Heading>
            <Paragraph>{t('work.subscriptions.address-help')}</Paragraph>
            <CopiedText key={shown.url} text={shown.url} label={t('ui.subscribe.copy')} />
            <Link href={shown.subscribePage} target="_blank" rel="noreferrer">
              {t('work.subscriptions.how')}
            </Link>
          </Alert>
        )}
      </StatusRegion>
      {listed.length === 0 ? (
        <Nothing text="work.subscriptions.empty" />
      ) : (
        <FeedTable feeds={listed} onAct={act} />
      )}
      {(opened.kind === 'add' || opened.kind === 'edit') && (
        <FeedDialog
          worker={worker}
          feed={opened.kind === 'edit' ? opened.feed : null}
          units={units}
          onClose={close}
          onDone={done('saved')}
        />
      )}
      {(opened.kind === 'rotate' || opened.kind === 'revoke') && (
        <FeedQuestion
          kind={opened.kind}
          county={county}
          feed={opened.feed}
          onClose={close}
          onDone={done(opened.kind === 'rotate' ? 'rotated' : 'revoked')}
        />
      )}
    </>
  );
}
