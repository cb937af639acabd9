import { Button, Textfield } from '@digdir/designsystemet-react';
import { PlusIcon, XMarkIcon } from '@navikt/aksel-icons';
import { useState } from 'react';
import { dateInWords } from '../../language/dates.js';
import { useTexts } from '../../language/use-texts.js';
import styles from './skolerute-dialog.module.css';

interface DayListProps {
  readonly label: string;
  readonly days: readonly string[];
  readonly min: string;
  readonly max: string;
  readonly error: string | undefined;
  readonly onChange: (days: readonly string[]) => void;
}

/** Single days, in order: one is added by its date and taken away by its button. */
export function DayList({ label, days, min, max, error, onChange }: DayListProps) {
  const { t } = useTexts();
  const [next, setNext] = useState('');
  const add = () => {
    if (next === '') return;
    onChange([...new Set([...days, next])].sort());
    setNext('');
  };
  return (
    <div className={styles.days}>
      <div className={styles.pair}>
        <Textfield
          type="date"
          label={label}
          value={next}
          min={min}
          max={max}
          error={error}
          onChange={(event) => setNext(event.target.value)}
        />
        <Button
          type="button"
          variant="secondary"
          aria-label={t('work.skolerute.add-day', { part: label })}
          onClick={add}
        >
          <PlusIcon aria-hidden />
          {t('work.skolerute.add')}
        </Button>
      </div>
      {days.length > 0 && (
        <ul className={styles.chosen} aria-label={label}>
          {days.map((day) => (
            <li key={day}>
              {dateInWords(day, t)}
              <Button
                type="button"
                variant="tertiary"
                data-size="sm"
                icon
                aria-label={t('work.skolerute.remove-day', { day: dateInWords(day, t) })}
                onClick={() => onChange(days.filter((each) => each !== day))}
              >
                <XMarkIcon aria-hidden />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
