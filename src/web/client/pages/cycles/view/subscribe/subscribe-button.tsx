import { Button } from '@digdir/designsystemet-react';
import { BellIcon } from '@navikt/aksel-icons';
import { lazy, Suspense, useState } from 'react';
import type { CycleView } from '../../../../../../cycle/view/cycle-view.js';
import { useTexts } from '../../../../data/language/use-texts.js';
import type { PageFilter } from '../../../../task/filter/page-filter.js';
import styles from './subscribe-button.module.css';

const SubscribeDialog = lazy(() => import('./subscribe-dialog.js'));

interface SubscribeButtonProps {
  readonly cycleView: CycleView;
  readonly filter: PageFilter;
}

/** Opens the way to subscribe to the current selection. */
export function SubscribeButton({ cycleView, filter }: SubscribeButtonProps) {
  const { t } = useTexts();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button data-size="sm" onClick={() => setIsOpen(true)}>
        <BellIcon aria-hidden />
        <span className={styles.label}>{t('ui.subscribe.open')}</span>
      </Button>
      {isOpen && (
        <Suspense>
          <SubscribeDialog cycleView={cycleView} filter={filter} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
