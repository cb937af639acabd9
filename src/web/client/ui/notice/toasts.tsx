import { Button } from '@digdir/designsystemet-react';
import { XMarkIcon } from '@navikt/aksel-icons';
import { useEffect, useState } from 'react';
import { useTexts } from '../../data/language/use-texts.js';
import { dismissToast, useToast } from './toast.js';
import styles from './toasts.module.css';

/** Long enough to read and reach; its action is available in other ways afterwards. */
const SHOWN_MS = 12_000;

/** The toast: announced to screen readers, reachable by keyboard, and kept while it is hovered or focused. */
export default function Toasts() {
  const { t } = useTexts();
  const toast = useToast();
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    if (toast?.kind !== 'done' || isHeld) return;
    const timer = setTimeout(dismissToast, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [toast, isHeld]);
  return (
    <section
      className={toast ? styles.toast : undefined}
      aria-label={toast ? t('work.changes.toast') : undefined}
      data-kind={toast?.kind}
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
      onKeyDown={({ key }) => {
        if (key === 'Escape') dismissToast();
      }}
    >
      {/* Always rendered: screen readers only announce text that appears in a live region they already know. */}
      <output className={styles.text}>{toast?.text}</output>
      {toast?.action && (
        <Button variant="secondary" data-size="sm" onClick={toast.action.run}>
          {toast.action.label}
        </Button>
      )}
      {toast && (
        <Button icon variant="tertiary" data-size="sm" aria-label={t('ui.close')} onClick={dismissToast}>
          <XMarkIcon aria-hidden />
        </Button>
      )}
    </section>
  );
}
