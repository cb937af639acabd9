import '@fullcalendar/react/skeleton.css';
import FullCalendar from '@fullcalendar/react';
import dayGridPlugin from '@fullcalendar/react/daygrid';
import { XMarkIcon } from '@navikt/aksel-icons';
import { useMemo } from 'react';
import { useLocation, useRouter } from 'wouter';
import { longDate } from '../../../../calendar/describe.js';
import type { IsoDate } from '../../../../calendar/iso-date.js';
import { addDays, isoDate } from '../../../../calendar/iso-date.js';
import { dayOffOn } from '../../entities/days-off.js';
import { useTexts } from '../../language/use-texts.js';
import { weekdayNames } from '../../language/weekdays.js';
import { useKept } from '../../shell/way-back.js';
import { MonthEvent } from './month-event.js';
import { eventsOf } from './month-events.js';
import styles from './month-grid.module.css';
import type { MonthProps } from './month-props.js';
import { firstDayOf } from './months.js';

/** How many tasks a day shows before the rest stands behind a link. */
const SHOWN = 5;

/** A month as a grid of weeks, drawn by FullCalendar in the page's own clothes and words. */
export default function MonthGrid({ month, cycleView, tasks, today, daysOff }: MonthProps) {
  const { t, language } = useTexts();
  const [, navigate] = useLocation();
  const { base } = useRouter();
  const kept = useKept();
  const events = useMemo(() => eventsOf(tasks, (path) => `${base}${kept(path)}`), [tasks, base, kept]);
  const weekdays = weekdayNames(t, 3);
  const { from, to } = cycleView.schoolYear;
  const offOn = (date: Date) => dayOffOn(daysOff, dateOf(date));
  const dayClass = ({ date, isOther, isToday, inPopover }: DayInfo) =>
    [
      styles.day,
      inPopover ? styles.inPopover : styles[offOn(date)?.kind ?? 'usual'],
      isOther && styles.other,
      isToday && styles.today,
    ]
      .filter(Boolean)
      .join(' ');
  return (
    <FullCalendar
      // Another month is another calendar: the address says which, and nothing is kept from the one before.
      key={`${month} ${language}`}
      plugins={[dayGridPlugin]}
      initialView="dayGridMonth"
      initialDate={firstDayOf(month)}
      now={today}
      timeZone="UTC"
      locale={language}
      firstDay={1}
      weekNumbers
      weekNumberCalculation="ISO"
      fixedWeekCount={false}
      validRange={{ start: from, end: addDays(to, 1) }}
      headerToolbar={false}
      height="auto"
      dayMaxEvents={SHOWN}
      events={events}
      eventClick={({ event, jsEvent }) => {
        if (jsEvent.ctrlKey || jsEvent.metaKey || jsEvent.shiftKey) return;
        jsEvent.preventDefault();
        navigate(event.url.slice(base.length));
      }}
      moreLinkText={(count) => t('ui.month.more', { count })}
      moreLinkHint={(count) => t('ui.month.more-hint', { count })}
      closeHint={t('ui.close')}
      className={styles.calendar}
      tableHeaderClass={styles.head}
      dayHeaderRowClass={styles.headerRow}
      dayHeaderClass={({ inPopover }) => (inPopover ? styles.popoverHead : styles.header)}
      dayHeaderInnerClass={styles.headerName}
      dayHeaderContent={({ date, inPopover }) => {
        if (inPopover) return longDate(dateOf(date), t);
        return weekdays[(date.getUTCDay() + 6) % 7]?.short;
      }}
      dayRowClass={styles.row}
      dayCellClass={dayClass}
      dayCellTopClass={styles.top}
      dayCellTopContent={({ date, dayNumberText }) => (
        <>
          <span className={styles.number}>{Number.parseInt(dayNumberText, 10)}</span>
          <span className={styles.off}>{nameOfDayOff(daysOff, dateOf(date))}</span>
        </>
      )}
      dayCellInnerClass={styles.inner}
      inlineWeekNumberClass={styles.weekNumber}
      inlineWeekNumberContent={({ num }) => t('ui.week', { week: num })}
      eventClass={({ event }) => (event.display === 'block' ? styles.bar : styles.single)}
      eventContent={({ event, isStart, isEnd }) => (
        <MonthEvent
          task={event.extendedProps.task}
          part={event.extendedProps.part}
          cycleView={cycleView}
          isStart={isStart}
          isEnd={isEnd}
        />
      )}
      moreLinkClass={styles.more}
      popoverClass={styles.popover}
      popoverCloseClass={styles.close}
      popoverCloseContent={<XMarkIcon aria-hidden />}
    />
  );
}

interface DayInfo {
  readonly date: Date;
  readonly isOther: boolean;
  readonly isToday: boolean;
  readonly inPopover: boolean;
}

/** The library speaks of days as midnights UTC. */
const dateOf = (midnight: Date): IsoDate => isoDate(midnight.toISOString().slice(0, 10));

/** The name stands on the first day of a break and on each Monday that it goes on. */
function nameOfDayOff(daysOff: MonthProps['daysOff'], date: IsoDate): string {
  const off = dayOffOn(daysOff, date);
  if (!off) return '';
  const isMonday = new Date(date).getUTCDay() === 1;
  return off.from === date || isMonday ? off.name : '';
}
