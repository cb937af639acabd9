import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useEffect, useRef } from 'react';
import { ZONE } from '../../../../../calendar/zone.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { StatusRegion } from '../../../ui/notice/status-region.js';
import styles from './edit-dialog.module.css';

interface UnsavedOfferProps {
  /** When it was last edited. */
  readonly at: string;
  /** The names of the edited fields. */
  readonly fields: readonly string[];
  readonly onGoOn: () => void;
  readonly onThrowAway: () => void;
}

/** Says that there is unsaved work, to resume or discard. */
export function UnsavedOffer({ at, fields, onGoOn, onThrowAway }: UnsavedOfferProps) {
  const { t, language } = useTexts();
  const goOn = useRef<HTMLButtonElement>(null);
  useEffect(() => goOn.current?.focus(), []);
  const when = new Intl.DateTimeFormat(language, {
    timeZone: ZONE,
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(new Date(at));
  return (
    <div className={styles.form}>
      <StatusRegion>
        <Alert data-color="info">
          <Heading level={3} data-size="2xs">
            {t('work.editing.unsaved')}
          </Heading>
          <Paragraph>{t('work.editing.unsaved-what', { when, fields: fields.join(', ') })}</Paragraph>
        </Alert>
      </StatusRegion>
      <div className={styles.actions}>
        <Button ref={goOn} onClick={onGoOn}>
          {t('work.editing.go-on')}
        </Button>
        <Button variant="secondary" onClick={onThrowAway}>
          {t('work.editing.throw-away')}
        </Button>
      </div>
    </div>
  );
}
