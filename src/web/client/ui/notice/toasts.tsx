import { Button } from '@digdir/designsystemet-react';
import { XMarkIcon } from '@navikt/aksel-icons';
import { useEffect, useState } from 'react';
import { useTexts } from '../../data/language/use-texts.js';
import { untell, useToast } from './toast.js';
import styles from './toasts.module.css';

/** Long enough to read and to reach; what it offers can be had in other ways afterwards. */
const SHOWN_MS = 12_000;

/** Where it is said what a change has done: read out, reached by keyboard, and kept while it is pointed at or focused. */
export default function Toasts() {
  const { t } = useTexts();
  const toast = useToast();
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    if (toast?.kind !== 'done' || isHeld) return;
    const timer = setTimeout(untell, SHOWN_MS);
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
        if (key === 'Escape') untell();
      }}
    >
      {/* Always there, because what a screen reader shall read out has to come into a place that it knows. */}
      <output className={styles.text}>{toast?.text}</output>
      {toast?.action && (
        <Button variant="secondary" data-size="sm" onClick={toast.action.run}>
          {toast.action.label}
        </Button>
      )}
      {toast && (
        <Button icon variant="tertiary" data-size="sm" aria-label={t('ui.close')} onClick={untell}>
          <XMarkIcon aria-hidden />
        </Button>
      )}
    </section>
  );
}
