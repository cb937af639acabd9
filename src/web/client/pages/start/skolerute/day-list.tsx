import { Button, Textfield } from '@digdir/designsystemet-react';
import { PlusIcon, XMarkIcon } from '@navikt/aksel-icons';
import type { KeyboardEvent } from 'react';
import { dateInWords } from '../../../data/language/dates.js';
import { useTexts } from '../../../data/language/use-texts.js';
import styles from './skolerute-dialog.module.css';

interface DayListProps {
  readonly label: string;
  readonly days: readonly string[];
  /** The day being typed, not yet in the list. */
  readonly next: string;
  readonly min: string;
  readonly max: string;
  readonly error: string | undefined;
  readonly onType: (next: string) => void;
  readonly onAdd: () => void;
  readonly onChange: (days: readonly string[]) => void;
}

/** A list of days, in order: one is added by its date and removed by its button. */
export function DayList({ label, days, next, min, max, error, onType, onAdd, onChange }: DayListProps) {
  const { t } = useTexts();
  const addByEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || next === '') return;
    // Enter adds the day; it does not submit the form.
    event.preventDefault();
    onAdd();
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
          onChange={(event) => onType(event.target.value)}
          onKeyDown={addByEnter}
        />
        <Button
          type="button"
          variant="secondary"
          aria-label={t('work.skolerute.add-day', { part: label })}
          onClick={onAdd}
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
