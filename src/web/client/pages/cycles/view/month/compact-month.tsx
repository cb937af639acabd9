import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { longDate } from '../../../../../../calendar/describe.js';
import type { IsoDate } from '../../../../../../calendar/iso-date.js';
import { dayOffOn } from '../../../../data/cycle/days-off.js';
import { firstDayOf, lastDayOf, monthOfDate } from '../../../../data/cycle/months.js';
import { namesOf } from '../../../../data/cycle/names.js';
import { useTexts } from '../../../../data/language/use-texts.js';
import { weekdayNames } from '../../../../data/language/weekdays.js';
import { KindMark } from '../../../../task/lines/kind-mark.js';
import { TaskLine } from '../../../../task/lines/task-line.js';
import { dayAfterKey, weeksOf } from '../any-view/months.js';
import styles from './compact-month.module.css';
import type { MonthProps } from './month-props.js';
import { firstShownDay, type Placed, placedByDay, placeTasks } from './month-tasks.js';

/** How many tasks of a day get a mark. */
const MARKS = 3;

interface CompactMonthProps extends MonthProps {
  readonly onChoose: (date: IsoDate) => void;
}

/** A month for small screens: days with marks, and the tasks of the selected day. */
export function CompactMonth({
  month,
  cycleView,
  tasks,
  today,
  daysOff,
  chosen: asked,
  onChoose,
}: CompactMonthProps) {
  const { t } = useTexts();
  const table = useRef<HTMLTableElement>(null);
  const [first, last] = [firstDayOf(month), lastDayOf(month)];
  const days = useMemo(() => placedByDay(placeTasks(tasks), first, last), [tasks, first, last]);
  const [shownFirst] = useState(() => firstShownDay(days, first, last, today));
  const chosen = asked ?? shownFirst;
  const ofChosen = days.get(chosen) ?? [];
  const dayOff = dayOffOn(daysOff, chosen);
  const walk = (event: KeyboardEvent) => {
    const next = dayAfterKey(chosen, event.key);
    if (next === undefined) return;
    event.preventDefault();
    onChoose(next);
    table.current?.querySelector<HTMLElement>(`[data-date="${next}"]`)?.focus();
  };
  return (
    <>
      <table ref={table} className={styles.month} onKeyDown={walk}>
        <caption className="ds-sr-only">{t('ui.view.month')}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.week}>
              <span className="ds-sr-only">{t('ui.month.week')}</span>
            </th>
            {weekdayNames(t, 2).map(({ name, short }) => (
              <th key={name} scope="col" abbr={name}>
                <span aria-hidden="true">{short}</span>
                <span className="ds-sr-only">{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map(({ week, days: ofWeek }) => (
            <tr key={week}>
              <th scope="row" className={styles.week} aria-label={t('ui.week', { week })}>
                {week}
              </th>
              {ofWeek.map((date) =>
                monthOfDate(date) === month ? (
                  <td key={date} data-off={dayOffOn(daysOff, date)?.kind}>
                    <button
                      type="button"
                      data-date={date}
                      className={styles.day}
                      aria-pressed={date === chosen}
                      aria-current={date === today ? 'date' : undefined}
                      aria-label={t('ui.month.day', {
                        date: longDate(date, t),
                        count: days.get(date)?.length ?? 0,
                      })}
                      tabIndex={date === chosen ? 0 : -1}
                      onClick={() => onChoose(date)}
                    >
                      <span className={styles.number}>{Number(date.slice(8))}</span>
                      <Marks placed={days.get(date) ?? []} cycleView={cycleView} />
                    </button>
                  </td>
                ) : (
                  <td key={date} />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <section className={styles.chosen} aria-live="polite">
        <h3 className={styles.date}>
          {longDate(chosen, t)}
          {dayOff && <span> · {dayOff.name}</span>}
        </h3>
        {ofChosen.length === 0 ? (
          <p className={styles.none}>{t('ui.month.none')}</p>
        ) : (
          <ul className={styles.tasks}>
            {ofChosen.map(({ task, part }) => (
              <TaskLine key={`${task.id} ${part}`} task={task} names={cycleView} isPast={task.end < today} />
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

function Marks({
  placed,
  cycleView,
}: {
  readonly placed: readonly Placed[];
  readonly cycleView: MonthProps['cycleView'];
}) {
  return (
    <span className={styles.marks} aria-hidden="true">
      {placed.slice(0, MARKS).map(({ task, part }) => (
        <span key={`${task.id} ${part}`} data-series={namesOf(task, cycleView).phase.series}>
          <KindMark kind={task.kind} />
        </span>
      ))}
      {placed.length > MARKS && <span className={styles.more}>+</span>}
    </span>
  );
}
