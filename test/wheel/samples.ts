import { addDays, type IsoDate, isoDate } from '../../src/calendar/iso-date.js';
import { publicHolidays } from '../../src/calendar/public-holidays.js';
import { BREAKS } from '../../src/calendar/skolerute.js';
import { ACTORS, PHASES } from '../../src/framework/vocabulary.js';
import { inLanguage } from '../../src/language/text.js';
import type { Wheel, WheelView, WheelWords } from '../../src/wheel/wheel.js';
import {
  type Grouping,
  type WheelSubject,
  type WheelTask,
  type WheelVocabulary,
  wheelOfTasks,
} from '../../src/wheel/wheel-of-tasks.js';
import { knowledge, vestfold2026 } from '../calendar/samples.js';
import { vestfoldCycle } from '../cycle/samples.js';

const { framework } = knowledge;
const translate = (key: string) => knowledge.translate.nb(key);
const nb = (text: Parameters<typeof inLanguage>[0]) => inLanguage(text, 'nb');

export const words: WheelWords = {
  months: Array.from({ length: 12 }, (_, month) => translate(`month.${month + 1}`)),
  week: 'uke',
  today: 'I dag',
  hidden: (count) => `${count} uten navn`,
  deadline: 'Frist',
  activity: 'Aktivitet',
  cooperation: 'Samarbeid',
  done: 'Gjort',
  cancelled: 'Avlyst',
  provisional: 'Foreløpig dato',
  description: 'Skoleåret som et hjul',
};

export const vocabulary: WheelVocabulary = {
  phases: PHASES.map((id) => ({
    id,
    name: nb(framework.phases.find((phase) => phase.id === id)?.name ?? {}),
  })),
  actors: ACTORS.map((id) => ({
    id,
    name: nb(framework.actors.find((actor) => actor.id === id)?.name ?? {}),
  })),
  units: [{ id: '39', name: 'Vestfold' }],
  everyUnit: 'Alle enheter',
  shortDate: (date) => `${Number(date.slice(8))}.${Number(date.slice(5, 7))}.`,
  words,
};

export const subject: WheelSubject = {
  title: 'Årshjul',
  subtitle: 'Vestfold',
  from: isoDate('2026-08-01'),
  to: isoDate('2027-07-31'),
  today: isoDate('2026-11-24'),
  breaks: BREAKS.map((name) => ({
    name,
    label: capitalised(translate(`break.${name}`)),
    ...vestfold2026.skolerute[name],
  })),
  holidays: [...publicHolidays(2026), ...publicHolidays(2027)]
    .filter(([date]) => date >= '2026-08-01' && date <= '2027-07-31')
    .map(([date, name]) => ({ date, label: capitalised(translate(`holiday.${name}`)) })),
};

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

const vestfoldTasks: readonly WheelTask[] = vestfoldCycle.tasks.map((task) => ({
  ...task,
  title: nb(task.title),
}));

/** As many tasks as asked for: Vestfold's own, thinned out, or repeated some days later. */
export function tasksOfVestfold(count: number): WheelTask[] {
  const all = vestfoldTasks.length;
  if (count <= all)
    return Array.from({ length: count }, (_, n) => vestfoldTasks[Math.floor((n * all) / count)] as WheelTask);
  return Array.from({ length: count }, (_, n) => {
    const task = vestfoldTasks[n % all] as WheelTask;
    const round = Math.floor(n / all);
    const later = (date: IsoDate) => addDays(date, 9 * round);
    return { ...task, id: `${task.id}-${round}`, start: later(task.start), end: later(task.end) };
  });
}

export function vestfoldWheel(count: number, grouping: Grouping = 'phase'): Wheel {
  return wheelOfTasks(subject, tasksOfVestfold(count), grouping, vocabulary);
}

/** A square view of the whole year. */
export function square(size: number, textSize = 11): WheelView {
  return { width: size, height: size, textSize, from: subject.from, to: subject.to, legend: false };
}
