import { Tag } from '@digdir/designsystemet-react';
import { EVERYBODY } from '../../../../../feeds/audience.js';
import { nameOf } from '../../../data/language/author-name.js';
import { momentInWords } from '../../../data/language/moments.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { type Column, DataTable, RowActions } from '../../../ui/list/data-table.js';
import { RowAction } from '../../../ui/list/row-action.js';
import { clientName } from './client-name.js';
import styles from './feed-table.module.css';
import type { Feed } from './feeds.js';

export type FeedAction = 'show' | 'edit' | 'rotate' | 'revoke';

interface FeedTableProps {
  readonly feeds: readonly Feed[];
  readonly onAct: (action: FeedAction, feed: Feed) => void;
}

/** The feeds with what they show, their owners, and who last fetched them. */
export function FeedTable({ feeds, onAct }: FeedTableProps) {
  const { t } = useTexts();
  const columns: Column<Feed>[] = [
    {
      id: 'name',
      label: t('work.subscriptions.name'),
      show: ({ name, revokedAt }) => (
        <span className={styles.name}>
          {name}{' '}
          {revokedAt !== null && (
            <Tag data-color="neutral" data-size="sm">
              {t('work.subscriptions.is-revoked')}
            </Tag>
          )}
        </span>
      ),
    },
    {
      id: 'shows',
      label: t('work.subscriptions.shows'),
      show: ({ shows }) => (shows.length === 0 ? t('work.subscriptions.everything') : shows.join(', ')),
    },
    {
      id: 'owner',
      label: t('work.subscriptions.owner'),
      show: ({ owner }) => (owner === EVERYBODY ? t('work.subscriptions.everybody') : nameOf(owner, t)),
    },
    {
      id: 'fetched',
      label: t('work.subscriptions.fetched'),
      show: ({ lastFetchedAt, lastFetchedBy }) =>
        lastFetchedAt === null ? (
          t('work.subscriptions.never')
        ) : (
          <>
            {momentInWords(lastFetchedAt, t)}
            {lastFetchedBy !== null && <span className={styles.client}>{clientName(lastFetchedBy)}</span>}
          </>
        ),
    },
    {
      id: 'actions',
      label: t('work.administration.actions'),
      show: (feed) =>
        feed.revokedAt === null && (
          <RowActions>
            {(['show', 'edit', 'rotate', 'revoke'] as const).map((action) => (
              <RowAction
                key={action}
                label={t(`work.subscriptions.${action}-of`, { name: feed.name })}
                isDangerous={action === 'revoke'}
                onAct={() => onAct(action, feed)}
              >
                {t(`work.subscriptions.${action}`)}
              </RowAction>
            ))}
          </RowActions>
        ),
    },
  ];
  return (
    <DataTable
      name={t('work.subscriptions.title')}
      columns={columns}
      rows={feeds}
      keyOf={({ id }) => id}
      isPale={({ revokedAt }) => revokedAt !== null}
    />
  );
}
