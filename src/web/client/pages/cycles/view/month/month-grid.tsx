import '@fullcalendar/react/skeleton.css';
import FullCalendar from '@fullcalendar/react';
import dayGridPlugin from '@fullcalendar/react/daygrid';
import interactionPlugin from '@fullcalendar/react/interaction';
import { XMarkIcon } from '@navikt/aksel-icons';
import { useEffect, useMemo, useRef } from 'react';
import { useLocation, useRouter } from 'wouter';
import { longDate } from '../../../../../../calendar/describe.js';
import type { IsoDate } from '../../../../../../calendar/iso-date.js';
import { addDays } from '../../../../../../calendar/iso-date.js';
import { useKept } from '../../../../data/address/way-back.js';
import { dayOffOn } from '../../../../data/cycle/days-off.js';
import { firstDayOf } from '../../../../data/cycle/months.js';
import { useTexts } from '../../../../data/language/use-texts.js';
import { weekdayNames } from '../../../../data/language/weekdays.js';
import { useDrag } from '../../../../task/move/drag.js';
import { areWithin } from '../../../../task/move/move.js';
import { useMoveTask } from '../../../../task/move/move-task.js';
import { MonthEvent } from './month-event.js';
import { dateOf, daysOfEvent, eventsOf, type MovedEvent, placedOf } from './month-events.js';
import styles from './month-grid.module.css';
import type { MonthProps } from './month-props.js';
import { useDayInView } from './use-day-in-view.js';

/** How many tasks a day shows before the rest is behind a link. */
const SHOWN = 5;

/** A month as a grid of weeks that opens at the chosen day or today, drawn by FullCalendar with the page's own styles and texts. */
export default function MonthGrid({ month, cycleView, tasks, today, chosen, daysOff, seenAs }: MonthProps) {
  const { t, language } = useTexts();
  const [, navigate] = useLocation();
  const { base } = useRouter();
  const kept = useKept();
  const grid = useRef<HTMLDivElement>(null);
  const moving = useMoveTask(cycleView, seenAs);
  const events = useMemo(
    () =>
      eventsOf(
        tasks,
        (path) => `${base}${kept(path)}`,
        (task) => moving.boundsOf(task) !== null,
      ),
    [tasks, base, kept, moving],
  );
  const lastDragged = useRef<string>(undefined);
  const drag = useDrag({
    moving,
    tasks,
    draw: (dragged) => {
      const link = dragged && linkOf(grid.current, dragged.task.id);
      if (!dragged || !link) return undefined;
      lastDragged.current = dragged.task.id;
      const { left, width, bottom } = link.getBoundingClientRect();
      return { x: left + width / 2, y: bottom + BELOW };
    },
  });
  // A task dropped on another day is another element there, which gets the focus back.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the tasks are redrawn
  useEffect(() => {
    if (document.activeElement === document.body && lastDragged.current !== undefined)
      linkOf(grid.current, lastDragged.current)?.focus();
  }, [events]);
  useDayInView(grid, chosen ?? today);
  const dropEvent = ({ event }: { readonly event: MovedEvent }) =>
    moving.move(placedOf(event).task, daysOfEvent(event));
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
    // biome-ignore lint/a11y/noStaticElementInteractions: the tasks inside are links; this only hears of their keys
    <div ref={grid} onKeyDown={(event) => drag.onKeyDown(event, taskIdAt(event.target))}>
      <FullCalendar
        // Each month gets a new calendar: the address decides which, and no state is kept from the one before.
        key={`${month} ${language}`}
        plugins={[dayGridPlugin, interactionPlugin]}
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
        eventAllow={(span, event) => {
          const bounds = event && moving.boundsOf(placedOf(event).task);
          return bounds
            ? areWithin(daysOfEvent({ ...span, extendedProps: event.extendedProps }), bounds)
            : false;
        }}
        eventDrop={dropEvent}
        eventResize={dropEvent}
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
        eventClass={({ event, isMirror }) =>
          `${event.display === 'block' ? styles.bar : styles.single} ${isMirror ? styles.lifted : ''}`
        }
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
      {drag.label}
    </div>
  );
}

/** How far below a dragged task its new day is shown, in pixels. */
const BELOW = 4;

function linkOf(grid: HTMLElement | null, taskId: string): HTMLElement | null | undefined {
  return grid?.querySelector(`[data-task="${CSS.escape(taskId)}"]`)?.closest('a');
}

function taskIdAt(target: EventTarget): string | undefined {
  if (!(target instanceof Element)) return undefined;
  return target.closest('a')?.querySelector<HTMLElement>('[data-task]')?.dataset.task;
}

interface DayInfo {
  readonly date: Date;
  readonly isOther: boolean;
  readonly isToday: boolean;
  readonly inPopover: boolean;
}

/** The name is shown on the first day of a break and on each Monday in it. */
function nameOfDayOff(daysOff: MonthProps['daysOff'], date: IsoDate): string {
  const off = dayOffOn(daysOff, date);
  if (!off) return '';
  const isMonday = new Date(date).getUTCDay() === 1;
  return off.from === date || isMonday ? off.name : '';
}
