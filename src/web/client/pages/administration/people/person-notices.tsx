import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useEffect, useRef } from 'react';
import type { Person } from '../../../data/county/people.js';
import { dayInWords } from '../../../data/language/moments.js';
import { useTexts } from '../../../data/language/use-texts.js';
import { type PersonValues, valuesOf } from './person-form.js';

interface PersonNoticesProps {
  readonly base: Person | null;
  readonly values: PersonValues;
  readonly hasConflict: boolean;
  readonly onChange: (changed: Partial<PersonValues>) => void;
}

/** Notices above the form of a person: somebody else's change, and that they get no reminders. */
export function PersonNotices({ base, values, hasConflict, onChange }: PersonNoticesProps) {
  const { t } = useTexts();
  const alert = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (hasConflict) alert.current?.focus();
  }, [hasConflict]);
  if (!base) return null;
  return (
    <>
      {hasConflict && (
        <Alert ref={alert} data-color="warning" role="alert" tabIndex={-1}>
          <Heading level={3} data-size="2xs">
            {t('work.people.conflict')}
          </Heading>
          <Paragraph>{t('work.people.conflict-help')}</Paragraph>
          <Button
            type="button"
            variant="secondary"
            data-size="sm"
            onClick={() => onChange(valuesOf(base, base.unitId))}
          >
            {t('work.people.take-current')}
          </Button>
        </Alert>
      )}
      {!values.subscribed && (
        <Alert data-color="info">
          <Paragraph>{t('work.people.unsubscribed-help')}</Paragraph>
          <Button
            type="button"
            variant="secondary"
            data-size="sm"
            onClick={() => onChange({ subscribed: true })}
          >
            {t('work.people.subscribe')}
          </Button>
        </Alert>
      )}
      {values.paused && base.pausedAt !== null && (
        <Alert data-color="warning">
          <Paragraph>{t('work.people.paused-help', { since: dayInWords(base.pausedAt, t) })}</Paragraph>
          <Button
            type="button"
            variant="secondary"
            data-size="sm"
            onClick={() => onChange({ paused: false })}
          >
            {t('work.people.lift-pause')}
          </Button>
        </Alert>
      )}
    </>
  );
}
