import { Alert, Button, Heading, Paragraph, Skeleton } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { ApiProblem } from '../../data/api/problem.js';
import { useTexts } from '../../data/language/use-texts.js';
import { StatusRegion } from '../notice/status-region.js';
import styles from './states.module.css';

/** Shown while something is being fetched. */
export function Loading() {
  const { t } = useTexts();
  return (
    <>
      {/* Beside what is busy: nothing is read out of that until it is there. */}
      <StatusRegion className="ds-sr-only">{t('ui.state.loading')}</StatusRegion>
      <div className={styles.loading} aria-busy="true">
        <Skeleton variant="rectangle" className={styles.heading} aria-hidden />
        <Skeleton variant="rectangle" className={styles.line} aria-hidden />
        <Skeleton variant="rectangle" className={styles.block} aria-hidden />
      </div>
    </>
  );
}

interface FailureProps {
  readonly error: Error;
  readonly onRetry: () => void;
  /** 1 where it stands instead of a whole page. */
  readonly level?: 1 | 2;
}

/** Says that something could not be fetched, and offers a retry. */
export function Failure({ error, onRetry, level = 2 }: FailureProps) {
  const { t } = useTexts();
  const status = error instanceof ApiProblem ? error.status : null;
  const key = status === 0 ? 'offline' : status === 404 ? 'not-found' : 'failed';
  return (
    <Alert data-color={status === 404 ? 'info' : 'danger'} className={styles.alert}>
      <Heading level={level} data-size="xs">
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

interface NothingProps {
  readonly text: string;
  /** Whether it stands instead of a whole page. */
  readonly isPage?: boolean;
  readonly children?: ReactNode;
}

/** Says that there is nothing to show, and what to do about it. */
export function Nothing({ text, isPage = false, children }: NothingProps) {
  const { t } = useTexts();
  return (
    <div className={styles.nothing}>
      <StatusRegion>
        {isPage ? (
          <Heading level={1} data-size="xs">
            {t(text)}
          </Heading>
        ) : (
          <Paragraph>{t(text)}</Paragraph>
        )}
      </StatusRegion>
      {children}
    </div>
  );
}
