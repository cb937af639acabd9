import { type KeyboardEvent, useState } from 'react';
import { Link } from 'wouter';
import styles from './chart.module.css';
import type { CalendarWeek } from './load.js';

/** The bar of one week: a block for each thing, described in words. */
export interface WeekBar {
  readonly label: string;
  /** The styles of the blocks, from the bottom. */
  readonly blocks: readonly string[];
  readonly standsOut: boolean;
  /** The address it links to; no link when left out. */
  readonly href?: string;
}

interface WeekBarsProps {
  readonly name: string;
  readonly weeks: readonly CalendarWeek[];
  readonly barOf: (week: CalendarWeek) => WeekBar | undefined;
  /** The most blocks of any bar, the common scale of the charts. */
  readonly largest: number;
}

/** Weeks as bars of blocks; one stop in the tab order, from which arrows move on. */
export function WeekBars({ name, weeks, barOf, largest }: WeekBarsProps) {
  const bars = weeks.map((week) => ({ week, bar: barOf(week) }));
  const [current, setCurrent] = useState(bars.find(({ bar }) => bar !== undefined)?.week.key);
  const onKeyDown = (event: KeyboardEvent<HTMLOListElement>) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-bar]')];
    const next = stops[stops.indexOf(event.target as HTMLElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <ol
      className={styles.chart}
      aria-label={name}
      onKeyDown={onKeyDown}
      style={{ '--largest': largest } as React.CSSProperties}
    >
      {bars.map(({ week: { key, week, monday, breakName }, bar }) => (
        <li key={key} className={styles.week} data-break={breakName !== null} data-month={isNewMonth(monday)}>
          {bar && (
            <Bar bar={bar} week={week} tabIndex={key === current ? 0 : -1} onFocus={() => setCurrent(key)} />
          )}
        </li>
      ))}
    </ol>
  );
}

interface BarProps {
  readonly bar: WeekBar;
  readonly week: number;
  readonly tabIndex: number;
  readonly onFocus: () => void;
}

function Bar({ bar: { label, blocks, standsOut, href }, week, tabIndex, onFocus }: BarProps) {
  const content = (
    <>
      {standsOut && <span className={styles.flag}>{week}</span>}
      {blocks.map((kind, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a kind are all alike
        <span key={`${kind} ${index}`} className={styles.block} data-kind={kind} />
      ))}
    </>
  );
  const shared = {
    className: styles.bar,
    'aria-label': label,
    title: label,
    tabIndex,
    onFocus,
    'data-bar': true,
    'data-stands-out': standsOut,
  };
  if (href === undefined)
    return (
      <span {...shared} role="img">
        {content}
      </span>
    );
  return (
    <Link {...shared} href={href}>
      {content}
    </Link>
  );
}

/** Whether the week begins on the first Monday of a month. */
function isNewMonth(monday: string): boolean {
  return Number(monday.slice(8)) <= 7;
}
