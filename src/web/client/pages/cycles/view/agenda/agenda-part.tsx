import { Heading, Paragraph } from '@digdir/designsystemet-react';
import type { ComponentType } from 'react';
import { longDate } from '../../../../../../calendar/describe.js';
import { type IsoDate, monthOf, weekdayOf } from '../../../../../../calendar/iso-date.js';
import type { TaskView } from '../../../../../../task/task-view.js';
import { monthOfDate } from '../../../../data/cycle/months.js';
import type { NameSource } from '../../../../data/cycle/names.js';
import { monthInWords } from '../../../../data/language/dates.js';
import { useTexts } from '../../../../data/language/use-texts.js';
import { TaskLine } from '../../../../task/lines/task-line.js';
import styles from './agenda-months.module.css';
import type { AgendaSection } from './agenda-sections.js';

interface AgendaPartProps {
  readonly section: AgendaSection;
  readonly names: NameSource;
  readonly today: IsoDate;
  readonly Lead: ComponentType<{ readonly task: TaskView }> | undefined;
}

/** What is said of a section without tasks. */
const NOTHING = {
  month: 'ui.agenda.none',
  today: 'ui.agenda.none-today',
  rest: 'ui.agenda.no-more',
  day: 'ui.agenda.no-more',
} as const satisfies Record<AgendaSection['kind'], string>;

/** A section of the list: its heading, and its tasks by week. */
export function AgendaPart({ section: { kind, from, weeks }, names, today, Lead }: AgendaPartProps) {
  const { t } = useTexts();
  const month = monthOfDate(from);
  const id = `from-${from}`;
  return (
    <section
      className={styles.section}
      aria-labelledby={id}
      data-kind={kind}
      data-from={from}
      data-month={month}
    >
      <Heading level={2} data-size="sm" id={id} className={styles.name} tabIndex={-1}>
        {kind === 'month' && (
          <>
            {t(`month.${monthOf(from)}`)} <span>{month.slice(0, 4)}</span>
          </>
        )}
        {kind === 'today' &&
          t('ui.agenda.today', {
            weekday: t(`weekday.${weekdayOf(from)}`),
            day: Number(from.slice(8)),
            month: t(`month.${monthOf(from)}`),
          })}
        {kind === 'rest' && t('ui.agenda.rest', { month: t(`month.${monthOf(from)}`) })}
        {kind === 'day' && t('ui.agenda.from', { date: longDate(from, t) })}
      </Heading>
      {weeks.map(({ week, tasks }) => (
        <div key={week} className={styles.week}>
          <h3 className={styles.weekName}>{t('ui.week', { week })}</h3>
          <ul className={styles.tasks}>
            {tasks.map((task) => (
              <TaskLine key={task.id} task={task} names={names} isPast={task.end < today} Lead={Lead} />
            ))}
          </ul>
        </div>
      ))}
      {weeks.length === 0 && (
        <Paragraph data-size="sm" className={styles.none}>
          {t(NOTHING[kind], { month: monthInWords(month, t) })}
        </Paragraph>
      )}
    </section>
  );
}
