import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import type { CycleView } from '../../../../../../cycle/view/cycle-view.js';
import { type SharedLook, useFeedPreview, useSharedFeed } from '../../../../data/cycle/queries.js';
import { useTexts } from '../../../../data/language/use-texts.js';
import { ContentChoice } from '../../../../task/feed/content-choice.js';
import { DEFAULT_CHOICES, withContent } from '../../../../task/feed/feed-choices.js';
import { LookFields } from '../../../../task/feed/look-fields.js';
import type { PageFilter } from '../../../../task/filter/page-filter.js';
import { feedFilterOf, useFilterScene } from '../../../../task/filter/pick-tasks.js';
import { TitledDialog } from '../../../../ui/dialog/titled-dialog.js';
import { Failure, Loading } from '../../../../ui/page/states.js';
import { FeedPreview } from './feed-preview.js';
import { HowTo } from './how-to.js';
import styles from './subscribe-dialog.module.css';

interface SubscribeDialogProps {
  readonly cycleView: CycleView;
  readonly filter: PageFilter;
  readonly onClose: () => void;
}

/**
 * Shows what a feed of the current selection would put into a calendar, with the choices of a feed, and gives its address.
 * Nothing is created before the address is asked for, and an address is shown only with the choices that it was made for.
 */
export default function SubscribeDialog({ cycleView, filter, onClose }: SubscribeDialogProps) {
  const { t } = useTexts();
  const scene = useFilterScene(cycleView);
  const [look, setLook] = useState<SharedLook>(() => ({
    ...DEFAULT_CHOICES,
    filter: firstFilter(filter, feedFilterOf(filter, scene)),
  }));
  const preview = useFeedPreview(cycleView.cycle.id, look);
  const feed = useSharedFeed(cycleView.cycle.id);
  const change = (part: Partial<SharedLook>) => {
    setLook({ ...look, ...part });
    feed.reset();
  };
  return (
    <TitledDialog title={t('ui.subscribe.open')} className={styles.dialog} onClose={onClose}>
      {() => (
        <div className={styles.content}>
          <ContentChoice filter={look.filter} onFilter={(chosen) => change({ filter: chosen })} />
          <LookFields values={look} onChoose={change} />
          {preview.isPending && <Loading />}
          {preview.isError && <Failure error={preview.error} onRetry={() => void preview.refetch()} />}
          {preview.data && <FeedPreview days={preview.data.coming} isStale={preview.isPlaceholderData} />}
          {feed.data ? (
            <HowTo feed={feed.data} />
          ) : (
            <Button loading={feed.isPending} onClick={() => feed.mutate(look)}>
              {t('ui.subscribe.take')}
            </Button>
          )}
          {feed.isError && <Failure error={feed.error} onRetry={() => feed.mutate(look)} />}
        </div>
      )}
    </TitledDialog>
  );
}

/** What a feed begins with: the level that the reader has chosen, else what concerns the unit whose view it is. */
function firstFilter({ level, unit }: PageFilter, shown: SharedLook['filter']): SharedLook['filter'] {
  return level === null && unit !== null ? withContent(shown, 'concerns') : shown;
}
