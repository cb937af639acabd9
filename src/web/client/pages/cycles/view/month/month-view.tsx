import { Paragraph } from '@digdir/designsystemet-react';
import { lazy, Suspense, useMemo } from 'react';
import { NARROW, useMedia } from '../../../../data/browser/use-media.js';
import { daysOffOf, daysOffWithin } from '../../../../data/cycle/days-off.js';
import { firstDayOf, lastDayOf } from '../../../../data/cycle/months.js';
import { monthInWords } from '../../../../data/language/dates.js';
import { useTexts } from '../../../../data/language/use-texts.js';
import { useToday } from '../../../../data/language/use-today.js';
import { MoveHelp } from '../../../../task/move/move-help.js';
import { Loading } from '../../../../ui/page/states.js';
import { monthOfTime } from '../any-view/chosen-time.js';
import { presentMonth } from '../any-view/months.js';
import { useChosenTime } from '../any-view/use-chosen-time.js';
import type { ViewProps } from '../any-view/view-props.js';
import { CompactMonth } from './compact-month.js';
import { DaysOffList } from './days-off-list.js';
import { ongoingIn } from './month-tasks.js';
import { MonthToolbar } from './month-toolbar.js';
import styles from './month-view.module.css';
import { OngoingList } from './ongoing-list.js';

// The calendar library is fetched only where there is room for its grid.
const MonthGrid = lazy(() => import('./month-grid.js'));

/** One month of the school year: on a phone as days to select, elsewhere as a grid of weeks. */
export default function MonthView({ cycleView, tasks, filter }: ViewProps) {
  const { t } = useTexts();
  const today = useToday();
  const isNarrow = useMedia(NARROW);
  const { schoolYear } = cycleView;
  const [time, setTime] = useChosenTime(schoolYear);
  const month = time ? monthOfTime(time) : presentMonth(schoolYear, today);
  const daysOff = useMemo(() => daysOffOf(schoolYear, t), [schoolYear, t]);
  const [first, last] = [firstDayOf(month), lastDayOf(month)];
  const ongoing = useMemo(() => ongoingIn(tasks, first, last), [tasks, first, last]);
  const chosen = time?.kind === 'day' ? time.date : null;
  const shown = { month, cycleView, tasks, today, chosen, daysOff, seenAs: filter.unit };
  return (
    <div className={styles.view}>
      <MonthToolbar
        month={month}
        schoolYear={schoolYear}
        today={today}
        onMonth={(next) => setTime({ kind: 'month', month: next })}
      />
      {isNarrow ? (
        <CompactMonth key={month} {...shown} onChoose={(date) => setTime({ kind: 'day', date })} />
      ) : (
        <Suspense fallback={<Loading />}>
          <MonthGrid {...shown} />
          <Paragraph data-size="sm" className={styles.keys}>
            <MoveHelp cycleView={cycleView} />
          </Paragraph>
        </Suspense>
      )}
      <DaysOffList daysOff={daysOffWithin(daysOff, first, last)} />
      <OngoingList
        title={t('ui.month.ongoing', { month: monthInWords(month, t), count: ongoing.length })}
        tasks={ongoing}
        cycleView={cycleView}
      />
    </div>
  );
}
