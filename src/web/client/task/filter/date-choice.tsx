import { Field, Input, Label, Select } from '@digdir/designsystemet-react';
import { useId } from 'react';
import { isIsoDate } from '../../../../calendar/iso-date.js';
import { monthsOf, type Span, spanOfMonth } from '../../data/cycle/months.js';
import { monthInWords } from '../../data/language/dates.js';
import { useTexts } from '../../data/language/use-texts.js';
import styles from './date-choice.module.css';
import { type Dates, kindOfDates } from './dates-of-filter.js';
import type { PageFilter } from './page-filter.js';

interface DateChoiceProps {
  readonly filter: PageFilter;
  readonly schoolYear: Span;
  readonly onFilter: (next: PageFilter) => void;
}

/** The choice of the days that are shown: the whole year, from today on, a month, or a span of one's own. */
export function DateChoice({ filter, schoolYear, onFilter }: DateChoiceProps) {
  const { t } = useTexts();
  const id = useId();
  const kind = kindOfDates(filter);
  const choose = (chosen: string) => onFilter({ ...filter, ...datesOf(chosen, schoolYear) });
  const end = (edge: keyof Dates) => (
    <Field data-size="sm">
      <Label htmlFor={`${id}-${edge}`}>{t(`ui.filter.${edge}`)}</Label>
      <Input
        id={`${id}-${edge}`}
        type="date"
        value={filter[edge] ?? ''}
        min={schoolYear.from}
        max={schoolYear.to}
        onChange={({ target: { value } }) => onFilter({ ...filter, [edge]: isIsoDate(value) ? value : null })}
      />
    </Field>
  );
  return (
    <div className={styles.dates}>
      <Field data-size="sm">
        <Label htmlFor={id} className="ds-sr-only">
          {t('ui.filter.dates')}
        </Label>
        <Select id={id} width="auto" value={kind} onChange={(event) => choose(event.target.value)}>
          <Select.Option value="year">{t('ui.filter.whole-year')}</Select.Option>
          <Select.Option value="today">{t('ui.filter.from-today')}</Select.Option>
          {monthsOf(schoolYear).map((month) => (
            <Select.Option key={month} value={month}>
              {monthInWords(month, t)}
            </Select.Option>
          ))}
          <Select.Option value="span">{t('ui.filter.span')}</Select.Option>
        </Select>
      </Field>
      {kind === 'span' && (
        <>
          {end('from')}
          {end('to')}
        </>
      )}
    </div>
  );
}

function datesOf(kind: string, { from, to }: Span): Dates {
  if (kind === 'year') return { from: null, to: null };
  if (kind === 'today') return { from: 'today', to: null };
  return kind === 'span' ? { from, to } : spanOfMonth(kind);
}
