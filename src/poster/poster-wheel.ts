import { type IsoDate, isoDate, monthOf } from '../calendar/iso-date.js';
import { BREAKS } from '../calendar/skolerute.js';
import { inLanguage } from '../language/text.js';
import type { Wheel } from '../wheel/wheel.js';
import { type Grouping, type WheelTask, wheelOfTasks } from '../wheel/wheel-of-tasks.js';
import { wheelWords } from '../wheel/wheel-words.js';
import type { PosterSubject } from './subject.js';

/** The wheel of a poster: without today's hand, for paper that is to hang for a year. */
export function posterWheel(subject: PosterSubject, rings: Grouping): Wheel {
  const { county, countyName, schoolYear, tasks, framework, units, wording } = subject;
  const { t } = wording;
  const named = ({ id }: { readonly id: string }) => ({ id, name: wording.nameOf(id) });
  return wheelOfTasks(
    {
      title: countyName,
      subtitle: t('poster.wheel'),
      from: isoDate(`${schoolYear.startYear}-08-01`),
      to: isoDate(`${schoolYear.startYear + 1}-07-31`),
      today: null,
      breaks: BREAKS.map((name) => ({ name, label: t(`break.${name}`), ...schoolYear.skolerute[name] })),
      holidays: schoolYear.days.flatMap(({ date, is }) =>
        is.kind === 'public-holiday' ? [{ date, label: t(`holiday.${is.holiday}`) }] : [],
      ),
    },
    tasks.map((task) => wheelTask(task, subject)),
    rings,
    {
      phases: framework.phases.map(named),
      actors: framework.actors.map(named),
      units: [{ id: county, name: countyName }, ...units.filter(({ kind }) => kind !== 'county')],
      everyUnit: t('wheel.every-unit'),
      shortDate: (date) => t('poster.day-of-month', { day: dayOf(date), month: monthOf(date) }),
      words: wheelWords(t, t('calendar.description', { county: countyName, schoolYear: schoolYear.label })),
    },
  );
}

function wheelTask(task: PosterSubject['tasks'][number], subject: PosterSubject): WheelTask {
  const { id, kind, phase, actor, unitId, layer, partners, start, end, status, provisional } = task;
  const { wording, baseUrl } = subject;
  return {
    ...{ id, kind, phase, actor, unitId, layer, partners, start, end, status, provisional },
    title: inLanguage(task.title, wording.language),
    ...(baseUrl !== null && { href: `${baseUrl}/tasks/${encodeURIComponent(id)}` }),
  };
}

function dayOf(date: IsoDate): number {
  return Number(date.slice(8));
}
