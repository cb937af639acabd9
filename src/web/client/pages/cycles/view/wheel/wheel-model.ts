import type { IsoDate } from '../../../../../../calendar/iso-date.js';
import type { CycleView } from '../../../../../../cycle/view/cycle-view.js';
import type { Translate } from '../../../../../../language/translate.js';
import type { TaskView } from '../../../../../../task/task-view.js';
import type { Wheel } from '../../../../../../wheel/wheel.js';
import { type Grouping, wheelOfTasks } from '../../../../../../wheel/wheel-of-tasks.js';
import { wheelWords } from '../../../../../../wheel/wheel-words.js';
import { numericDate } from '../../../../data/language/dates.js';

/** What a wheel's rings are, and the day on which it is seen. */
export interface WheelLook {
  readonly grouping: Grouping;
  readonly today: IsoDate;
}

/** The wheel of a cycle's tasks in the reader's language. */
export function wheelOf(
  { schoolYear, vocabulary, units, county, cycle }: CycleView,
  tasks: readonly TaskView[],
  { grouping, today }: WheelLook,
  t: Translate,
): Wheel {
  const isNow = today >= schoolYear.from && today <= schoolYear.to;
  return wheelOfTasks(
    {
      title: t('ui.product'),
      subtitle: county.name,
      from: schoolYear.from,
      to: schoolYear.to,
      today: isNow ? today : null,
      breaks: schoolYear.breaks.map(({ id, name, from, to }) => ({ name: id, label: name, from, to })),
      holidays: schoolYear.holidays.map(({ date, name }) => ({ label: name, date })),
    },
    tasks,
    grouping,
    {
      phases: vocabulary.phases,
      actors: vocabulary.actors,
      units: [{ id: county.number, name: county.name }, ...units],
      everyUnit: t('wheel.every-unit'),
      shortDate: numericDate,
      words: wheelWords(t, t('calendar.description', { county: county.name, schoolYear: cycle.schoolYear })),
    },
  );
}
