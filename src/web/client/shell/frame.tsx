import { Alert, SkipLink } from '@digdir/designsystemet-react';
import { lazy, type ReactNode, Suspense } from 'react';
import { Link } from 'wouter';
import { useOnline } from '../data/browser/use-online.js';
import { withWorkTexts } from '../data/language/i18n.js';
import { useTexts } from '../data/language/use-texts.js';
import { useSession } from '../data/session/session.js';
import { StatusRegion } from '../ui/notice/status-region.js';
import styles from './frame.module.css';
import { Preferences } from './preferences.js';
import { SessionMenu } from './session-menu.js';

const WorkMenu = lazy(withWorkTexts(() => import('./work-menu.js')));
const Editing = lazy(withWorkTexts(() => import('../task/editing/editing.js')));
const Toasts = lazy(withWorkTexts(() => import('../ui/notice/toasts.js')));

/** The frame of every page: the link home, language and colours, and the offline notice. */
export function Frame({
  isEmbedded,
  children,
}: {
  readonly isEmbedded: boolean;
  readonly children: ReactNode;
}) {
  const { t } = useTexts();
  const isOnline = useOnline();
  const role = useSession().data?.role ?? 'anyone';
  const isWorker = !isEmbedded && role !== 'anyone';
  return (
    <>
      <SkipLink href="#content">{t('ui.skip')}</SkipLink>
      {!isEmbedded && (
        <header className={styles.header}>
          <Link href="/" className={styles.home}>
            <Mark />
            {t('ui.product')}
          </Link>
          {isWorker && (
            <Suspense>
              <WorkMenu role={role} />
            </Suspense>
          )}
          <div className={styles.reader}>
            <SessionMenu />
            <Preferences />
          </div>
        </header>
      )}
      <main id="content" className={isEmbedded ? styles.embedded : styles.content} tabIndex={-1}>
        <StatusRegion>
          {!isOnline && (
            <Alert data-color="warning" className={styles.offline}>
              {t('ui.state.network-lost')}
            </Alert>
          )}
        </StatusRegion>
        {isWorker && (
          <Suspense>
            <Editing />
          </Suspense>
        )}
        {children}
        {isEmbedded && (
          <p className={styles.whole}>
            <a href={location.href.replace('/embed/', '/')} target="_blank" rel="noreferrer">
              {t('ui.whole-page')}
            </a>
          </p>
        )}
      </main>
      {isWorker && (
        <Suspense>
          <Toasts />
        </Suspense>
      )}
    </>
  );
}

function Mark() {
  return (
    <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
      <circle className={styles.ring} cx="16" cy="16" r="12" strokeDasharray="52 23.4" />
      <circle className={styles.hub} cx="16" cy="16" r="4.5" />
    </svg>
  );
}
