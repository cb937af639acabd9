import { Paragraph } from '@digdir/designsystemet-react';
import { useTexts } from '../../../data/language/use-texts.js';
import { WorkDialog } from '../../../ui/dialog/work-dialog.js';
import { type Feed, useChangeFeed } from './feeds.js';

interface FeedQuestionProps {
  readonly kind: 'rotate' | 'revoke';
  readonly county: string;
  readonly feed: Feed;
  readonly onClose: () => void;
  readonly onDone: (feed: Feed) => void;
}

/** Asks for confirmation before an address that people subscribe to stops working. */
export function FeedQuestion({ kind, county, feed, onClose, onDone }: FeedQuestionProps) {
  const { t } = useTexts();
  const change = useChangeFeed(county);
  return (
    <WorkDialog
      title={t(`work.subscriptions.${kind}-of`, { name: feed.name })}
      confirm={t(`work.subscriptions.${kind}`)}
      isDangerous
      isPending={change.isPending}
      error={change.error}
      onConfirm={(close) =>
        change.mutate(
          { kind, feed },
          {
            onSuccess: (changed) => {
              onDone(changed);
              close();
            },
          },
        )
      }
      onClose={onClose}
    >
      <Paragraph>{t(`work.subscriptions.${kind}-help`)}</Paragraph>
    </WorkDialog>
  );
}
