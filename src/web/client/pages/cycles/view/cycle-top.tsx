import { Button, Heading } from '@digdir/designsystemet-react';
import { MenuElipsisHorizontalIcon } from '@navikt/aksel-icons';
import { lazy, Suspense, useId, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { CycleView } from '../../../../../cycle/view/cycle-view.js';
import { type View, viewPath } from '../../../data/address/views.js';
import { withWorkTexts } from '../../../data/language/i18n.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { useIsWorker } from '../../../data/session/cycle-state.js';
import type { PageFilter } from '../../../task/filter/page-filter.js';
import { CycleChoice } from '../../../ui/field/cycle-choice.js';
import styles from './cycle-top.module.css';
import { DownloadMenu } from './download-menu.js';
import { SubscribeButton } from './subscribe/subscribe-button.js';

const CycleTools = lazy(withWorkTexts(() => import('./cycle-tools.js')));

interface CycleTopProps {
  readonly cycleView: CycleView;
  readonly view: View;
  readonly filter: PageFilter;
}

/** The head of a cycle in one row: its name, and what can be done with it, most of it behind a button on a phone. */
export function CycleTop({ cycleView, view, filter }: CycleTopProps) {
  const { t } = useTexts();
  const id = useId();
  const [, navigate] = useLocation();
  const search = useSearch();
  const [isOpen, setIsOpen] = useState(false);
  const isWorker = useIsWorker(cycleView.cycle.id);
  const { cycle, county } = cycleView;
  const isPublished = cycle.publishedRevision !== null;
  const query = search === '' ? '' : `?${search}`;
  return (
    <header className={styles.top}>
      <Heading level={1} data-size="sm" className={styles.title}>
        {t('ui.title', { county: county.name, schoolYear: cycle.schoolYear })}
      </Heading>
      {!isWorker && <p className={styles.lead}>{t('ui.lead')}</p>}
      <div className={styles.actions}>
        <div id={id} className={styles.more} data-open={isOpen}>
          <CycleChoice cycle={cycle} onChoice={(next) => navigate(viewPath(next, view) + query)} />
          {isWorker && (
            <Suspense>
              <CycleTools cycleView={cycleView} />
            </Suspense>
          )}
          {isPublished && <DownloadMenu cycleView={cycleView} filter={filter} />}
        </div>
        {isPublished && <SubscribeButton cycleView={cycleView} filter={filter} />}
        <Button
          className={styles.toggle}
          variant="secondary"
          data-size="sm"
          icon
          aria-label={t('ui.more')}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setIsOpen(!isOpen)}
        >
          <MenuElipsisHorizontalIcon aria-hidden />
        </Button>
      </div>
    </header>
  );
}
