import { type ComponentType, type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { TaskView } from '../../../../../../task/task-view.js';
import { useMedia } from '../../../../data/browser/use-media.js';
import { firstDayOf } from '../../../../data/cycle/months.js';
import type { NameSource } from '../../../../data/cycle/names.js';
import { useTexts } from '../../../../data/language/use-texts.js';
import { useToday } from '../../../../data/language/use-today.js';
import { hasDates } from '../../../../task/filter/page-filter.js';
import { type ChosenTime, monthOfTime } from '../any-view/chosen-time.js';
import { useChosenTime } from '../any-view/use-chosen-time.js';
import type { ViewProps } from '../any-view/view-props.js';
import styles from './agenda-months.module.css';
import { AgendaPart } from './agenda-part.js';
import { beginningOf, countsByMonth, sectionsOf } from './agenda-sections.js';
import { MonthBar } from './month-bar.js';
import { useMonthInView } from './use-month-in-view.js';
import { usePlace } from './use-place.js';

interface AgendaMonthsProps extends Pick<ViewProps, 'cycleView' | 'tasks' | 'filter'> {
  /** What is shown before a task, such as a checkbox to select it. */
  readonly Lead?: ComponentType<{ readonly task: TaskView }>;
  /** Tasks that are shown although they are earlier than where the list begins, such as selected ones. */
  readonly isShown?: (task: TaskView) => boolean;
  /** What stands between the months and the tasks. */
  readonly children?: ReactNode;
}

/** The tasks by month and week, from today or the chosen time on; what is earlier is folded away above. */
export function AgendaMonths({ cycleView, tasks, filter, Lead, isShown, children }: AgendaMonthsProps) {
  const { t } = useTexts();
  const today = useToday();
  const names = useNameSource(cycleView);
  const { schoolYear } = cycleView;
  const [chosen, setTime] = useChosenTime(schoolYear);
  const list = useRef<HTMLDivElement>(null);
  const bar = useRef<HTMLElement>(null);
  const [place, setIsOpen] = usePlace(
    () => beginningOf({ schoolYear, today, chosen }),
    (first) => beginAt(list.current, { begin: first, chosen }),
  );
  const { begin } = place;
  const sections = useMemo(
    () => sectionsOf(tasks, { schoolYear, today, chosen, begin }),
    [tasks, schoolYear, today, chosen, begin],
  );
  const counts = useMemo(() => countsByMonth(tasks), [tasks]);
  const isPrinted = useMedia('print');
  const earlier = useMemo(() => tasks.filter(({ start }) => start < begin), [tasks, begin]);
  const ongoing = earlier.filter(({ end }) => end >= today).length;
  // What is searched for is found wherever it is, and a list is not left with nothing to see.
  const isSearched = filter.text.trim() !== '' || hasDates(filter);
  const isFolded = earlier.length > 0 && earlier.length < tasks.length && !isSearched;
  const isOpen = place.isOpen || isPrinted || earlier.some((task) => isShown?.(task) === true);
  const [goal, setGoal] = useState<Goal | null>(null);
  const shown = useMonthInView(list, bar, goal?.time ? monthOfTime(goal.time) : null);
  const goTo = (time: ChosenTime) => {
    setTime(time);
    setGoal({ time });
    if ((time ? firstDayOf(monthOfTime(time)) : today) < begin) setIsOpen(true);
  };
  // After the fold has opened, and a month without tasks has got its heading.
  useLayoutEffect(() => {
    if (goal) arriveAt(headingOf(list.current, goal.time));
  }, [goal]);
  const part = { names, today, Lead };
  return (
    <div ref={list} className={styles.agenda} data-led={Lead !== undefined}>
      <MonthBar bar={bar} schoolYear={schoolYear} today={today} counts={counts} shown={shown} onTime={goTo} />
      {children}
      {isFolded && (
        <details
          className={styles.earlier}
          open={isOpen}
          onToggle={({ currentTarget }) => {
            if (!isPrinted) setIsOpen(currentTarget.open);
          }}
        >
          <summary>
            {t('ui.agenda.earlier', { count: earlier.length })}
            {ongoing > 0 && t('ui.agenda.earlier-ongoing', { count: ongoing })}
          </summary>
          <div className={styles.sections}>
            {sections
              .filter(({ from }) => from < begin)
              .map((section) => (
                <AgendaPart key={section.from} section={section} {...part} />
              ))}
          </div>
        </details>
      )}
      {sections
        .filter(({ from }) => !isFolded || from >= begin)
        .map((section) => (
          <AgendaPart key={section.from} section={section} {...part} />
        ))}
    </div>
  );
}

/** Where the reader goes by the months' bar: a new object each time, as they may go to the same month again. */
interface Goal {
  readonly time: ChosenTime;
}

function headingOf(list: HTMLElement | null, time: ChosenTime): HTMLElement | null | undefined {
  const section = time ? `[data-month="${monthOfTime(time)}"]` : '[data-kind="today"]';
  return list?.querySelector<HTMLElement>(`${section} h2`);
}

/** Scrolls to a heading and moves the focus there, so that the next Tab leads into its tasks. */
function arriveAt(heading: HTMLElement | null | undefined): void {
  heading?.scrollIntoView();
  heading?.focus({ preventScroll: true });
}

/** Brings the beginning of a list into view that the reader has come to by a link, from wherever on another page that was. */
function beginAt(
  list: HTMLElement | null,
  { chosen, begin }: { readonly chosen: ChosenTime; readonly begin: string },
): void {
  const heading = list?.querySelector<HTMLElement>(`[data-from="${begin}"] h2`);
  if (!heading || isInWindow(heading)) return;
  scrollTo(0, 0);
  if (chosen && !isInWindow(heading)) heading.scrollIntoView();
}

function isInWindow(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight;
}

/** The sources of a cycle's names: the same object until a name changes, whatever happens to its tasks. */
function useNameSource({ vocabulary, units, county }: NameSource): NameSource {
  return useMemo(() => ({ vocabulary, units, county }), [vocabulary, units, county]);
}
