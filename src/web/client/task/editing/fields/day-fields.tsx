import { Textfield } from '@digdir/designsystemet-react';
import { useTexts } from '../../../data/language/use-texts.js';
import styles from './fields.module.css';

interface DayFieldsProps {
  readonly start: string;
  readonly end: string;
  /** The first and last day that can be chosen. */
  readonly within: { readonly from: string; readonly to: string };
  readonly onChange: (change: { readonly start?: string; readonly end?: string }) => void;
  readonly error?: string | undefined;
}

/** The first day and, for a period, the last. */
export function DayFields({ start, end, within: { from, to }, onChange, error }: DayFieldsProps) {
  const { t } = useTexts();
  return (
    <div className={styles.row}>
      <Textfield
        label={t('work.editing.field.start')}
        type="date"
        min={from}
        max={to}
        value={start}
        onChange={(event) => onChange({ start: event.target.value })}
        error={error}
      />
      <Textfield
        label={t('work.editing.field.end')}
        type="date"
        min={from}
        max={to}
        value={end}
        onChange={(event) => onChange({ end: event.target.value })}
      />
    </div>
  );
}
