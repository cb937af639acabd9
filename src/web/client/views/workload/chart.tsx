import { type KeyboardEvent, useState } from 'react';
import { Link } from 'wouter';
import type { WorkloadWeek } from '../../../../cycle/workload.js';
import { useTexts } from '../../language/use-texts.js';
import styles from './chart.module.css';
import { type CalendarWeek, countOf, fieldOf, type Kind, type Load } from './load.js';

interface ChartProps {
  readonly load: Load;
  readonly weeks: readonly CalendarWeek[];
  readonly kinds: readonly Kind[];
  /** The most tasks that any unit has in a week, so that the charts can be compared. */
  readonly largest: number;
  readonly hrefOf: (week: string) => string;
}

/** The weeks of one unit as bars of blocks, a block a task; one stop of the keyboard, from which arrows lead on. */
export function Chart({ load, weeks, kinds, largest, hrefOf }: ChartProps) {
  const { t } = useTexts();
  const first = weeks.find(({ key }) => load.weeks.has(key))?.key;
  const [current, setCurrent] = useState(first);
  const onKeyDown = (event: KeyboardEvent<HTMLOListElement>) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const links = [...event.currentTarget.querySelectorAll('a')];
    const next = links[links.indexOf(event.target as HTMLAnchorElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <ol
      className={styles.chart}
      aria-label={t('ui.workload.chart', { name: load.name })}
      onKeyDown={onKeyDown}
      style={{ '--largest': largest } as React.CSSProperties}
    >
      {weeks.map(({ key, week, monday, breakName }) => {
        const found = load.weeks.get(key);
        const count = found ? countOf(found, kinds) : 0;
        return (
          <li
            key={key}
            className={styles.week}
            data-break={breakName !== null}
            data-month={isNewMonth(monday)}
          >
            {found && count > 0 && (
              <Link
                href={hrefOf(key)}
                className={styles.bar}
                aria-label={labelOf(found, week, kinds, t)}
                title={labelOf(found, week, kinds, t)}
                tabIndex={key === current ? 0 : -1}
                onFocus={() => setCurrent(key)}
                data-stands-out={found.standsOut}
              >
                {found.standsOut && <span className={styles.flag}>{week}</span>}
                {kinds.flatMap((kind) =>
                  Array.from({ length: found[fieldOf(kind)] }, (_, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a kind are all alike
                    <span key={`${kind} ${index}`} className={styles.block} data-kind={kind} />
                  )),
                )}
              </Link>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** "Uke 34: 2 frister, 1 aktivitet, skiller seg ut". */
export function labelOf(
  found: WorkloadWeek,
  week: number,
  kinds: readonly Kind[],
  t: ReturnType<typeof useTexts>['t'],
): string {
  const parts = kinds
    .filter((kind) => found[fieldOf(kind)] > 0)
    .map((kind) => t(`ui.workload.${fieldOf(kind)}`, { count: found[fieldOf(kind)] }));
  if (found.standsOut) parts.push(t('ui.workload.stands-out'));
  return t('ui.workload.bar', { week, parts: parts.join(', ') });
}

/** Whether a month's first Monday begins the week. */
function isNewMonth(monday: string): boolean {
  return Number(monday.slice(8)) <= 7;
}
