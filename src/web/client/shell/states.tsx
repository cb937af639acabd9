import { Alert, Button, Heading, Paragraph, Skeleton } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { ApiProblem } from '../api/problem.js';
import { useTexts } from '../language/use-texts.js';
import styles from './states.module.css';

/** Stands where something is being fetched. */
export function Loading() {
  const { t } = useTexts();
  return (
    <div className={styles.loading} role="status" aria-busy="true">
      <span className="ds-sr-only">{t('ui.state.loading')}</span>
      <Skeleton variant="rectangle" className={styles.heading} aria-hidden />
      <Skeleton variant="rectangle" className={styles.line} aria-hidden />
      <Skeleton variant="rectangle" className={styles.block} aria-hidden />
    </div>
  );
}

/** Says that something could not be fetched, and offers to try again. */
export function Failure({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const { t } = useTexts();
  const status = error instanceof ApiProblem ? error.status : null;
  const key = status === 0 ? 'offline' : status === 404 ? 'not-found' : 'failed';
  return (
    <Alert data-color={status === 404 ? 'info' : 'danger'} className={styles.alert}>
      <Heading level={2} data-size="xs">
        {t(`ui.state.${key}`)}
      </Heading>
      <Paragraph>{t(`ui.state.${key}-help`)}</Paragraph>
      {status !== 404 && (
        <Button variant="secondary" data-size="sm" onClick={onRetry}>
          {t('ui.state.retry')}
        </Button>
      )}
    </Alert>
  );
}

/** Says that there is nothing to show, and what to do about it. */
export function Nothing({ text, children }: { readonly text: string; readonly children?: ReactNode }) {
  const { t } = useTexts();
  return (
    <div className={styles.nothing} role="status">
      <Paragraph>{t(text)}</Paragraph>
      {children}
    </div>
  );
}
