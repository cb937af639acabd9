import type { MouseEvent, RefObject } from 'react';
import { useLocation, useRouter, useSearch } from 'wouter';
import { type IsoDate, monthOf } from '../../../../../../calendar/iso-date.js';
import { firstDayOf, isWithin, monthOfDate, monthsOf } from '../../../../data/cycle/months.js';
import { monthInWords } from '../../../../data/language/dates.js';
import { useTexts } from '../../../../data/language/use-texts.js';
import { type ChosenTime, withChosenTime } from '../any-view/chosen-time.js';
import type { SchoolYearSpan } from '../any-view/zoom.js';
import styles from './month-bar.module.css';

interface MonthBarProps {
  readonly bar: RefObject<HTMLElement | null>;
  readonly schoolYear: SchoolYearSpan;
  readonly today: IsoDate;
  /** How many tasks a month has. */
  readonly counts: ReadonlyMap<string, number>;
  /** The month that is read. */
  readonly shown: string | null;
  /** Goes to a month, or with null to today. */
  readonly onTime: (time: ChosenTime) => void;
}

/** How much of a month's name there is room for on a phone. */
const SHORT = 3;

/** All months of the school year, each one touch away, and today. */
export function MonthBar({ bar, schoolYear, today, counts, shown, onTime }: MonthBarProps) {
  const { t } = useTexts();
  const [path] = useLocation();
  const { base } = useRouter();
  const search = useSearch();
  /** For a tab of its own; here, the list goes there itself. */
  const addressOf = (time: ChosenTime) =>
    `${base}${path}?${withChosenTime(new URLSearchParams(search), time)}`;
  const goTo = (event: MouseEvent, time: ChosenTime) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    onTime(time);
  };
  const isThisYear = isWithin(today, schoolYear);
  return (
    <nav ref={bar} className={styles.bar} aria-label={t('ui.agenda.months')}>
      <ul data-present={isThisYear}>
        {isThisYear && (
          <li>
            <a href={addressOf(null)} className={styles.today} onClick={(event) => goTo(event, null)}>
              {t('ui.today')}
            </a>
          </li>
        )}
        {monthsOf(schoolYear).map((month) => {
          const name = t(`month.${monthOf(firstDayOf(month))}`);
          const time = { kind: 'month', month } as const;
          const isEmpty = !counts.has(month);
          const words = monthInWords(month, t);
          return (
            <li key={month}>
              <a
                href={addressOf(time)}
                onClick={(event) => goTo(event, time)}
                aria-label={isEmpty ? t('ui.agenda.empty-month', { month: words }) : words}
                aria-current={month === shown ? 'true' : undefined}
                data-empty={isEmpty}
                data-present={month === monthOfDate(today)}
              >
                {name.slice(0, SHORT)}
                <span>{name.slice(SHORT)}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
