import { Alert, Button, SkipLink } from '@digdir/designsystemet-react';
import { MenuHamburgerIcon } from '@navikt/aksel-icons';
import { lazy, type ReactNode, Suspense, useId, useState } from 'react';
import { Link, useLocation } from 'wouter';
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
        <Header>
          {isWorker && (
            <Suspense>
              <WorkMenu role={role} />
            </Suspense>
          )}
          <div className={styles.reader}>
            <SessionMenu />
            <Preferences />
          </div>
        </Header>
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

/** The link home and, on a phone behind a button, the menus. */
function Header({ children }: { readonly children: ReactNode }) {
  const { t } = useTexts();
  const id = useId();
  const [path] = useLocation();
  /** Where the menu was opened: it closes when the reader goes elsewhere. */
  const [openAt, setOpenAt] = useState<string | null>(null);
  const isOpen = openAt === path;
  return (
    <header className={styles.header}>
      <Link href="/" className={styles.home}>
        <Mark />
        {t('ui.product')}
      </Link>
      <Button
        className={styles.toggle}
        variant="tertiary"
        data-size="sm"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpenAt(isOpen ? null : path)}
      >
        <MenuHamburgerIcon aria-hidden />
        {t('ui.menu')}
      </Button>
      <div id={id} className={styles.menus} data-open={isOpen}>
        {children}
      </div>
    </header>
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
