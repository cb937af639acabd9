import { Button } from '@digdir/designsystemet-react';
import { useTexts } from '../../data/language/use-texts.js';

interface NextPageProps {
  readonly hasMore: boolean;
  readonly isFetching: boolean;
  readonly onMore: () => void;
}

/** A button that shows older entries. */
export function NextPage({ hasMore, isFetching, onMore }: NextPageProps) {
  const { t } = useTexts();
  if (!hasMore) return null;
  return (
    <div>
      <Button variant="secondary" loading={isFetching} onClick={onMore}>
        {t('work.administration.more')}
      </Button>
    </div>
  );
}
