import { type IsoDate, monthOf, weekdayOf } from '../calendar/iso-date.js';
import { inLanguage } from '../language/text.js';
import type { Task } from '../task/task.js';
import { unitOfTask } from '../task/unit-of-task.js';
import type { TaskWording } from '../task/wording.js';
import type { Wheel, WheelBreak, WheelEntry } from '../wheel/model.js';
import type { ListBreak } from './list-break.js';
import type { ListEntry } from './list-entry.js';
import type { PosterSubject } from './subject.js';

/** What a list shows, by date: the tasks, with the colours that they have in the wheel, and the breaks between them. */
export function listItems(subject: PosterSubject, wheel: Wheel): (ListEntry | ListBreak)[] {
  const { tasks, wording } = subject;
  if (tasks.length === 0) return [];
  const inWheel = new Map(wheel.entries.map((entry) => [entry.id, entry]));
  const entries = tasks.flatMap((task) => {
    const entry = inWheel.get(task.id);
    return entry ? [{ on: task.start, item: entryOf(task, entry, subject) }] : [];
  });
  const breaks = wheel.breaks.map((shown) => ({ on: shown.from, item: breakOf(shown, wording) }));
  return [...breaks, ...entries]
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
    .map(({ item }) => item);
}

function entryOf(task: Task, entry: WheelEntry, subject: PosterSubject): ListEntry {
  const { wording } = subject;
  const { id, kind, status, series, href } = entry;
  const { t, language } = wording;
  return {
    id,
    kind,
    status,
    series,
    href,
    weekday: t(`weekday-short.${weekdayOf(task.start)}`),
    day: t('poster.day', { day: dayOf(task.start) }) + (task.provisional ? '*' : ''),
    until: untilOf(task, wording),
    title: inLanguage(task.title, language),
    who: whoOf(task, subject),
    month: monthHeading(task.start, wording),
  };
}

function breakOf({ label, from, to }: WheelBreak, wording: TaskWording): ListBreak {
  const dates = [from, to].map((date) => dayOfMonth(date, wording)).join('–');
  return { kind: 'break', label: capitalised(label), dates, month: monthHeading(from, wording) };
}

function monthHeading(date: IsoDate, { t }: TaskWording): string {
  return t('poster.month', { month: capitalised(t(`month.${monthOf(date)}`)), year: date.slice(0, 4) });
}

function dayOfMonth(date: IsoDate, { t }: TaskWording): string {
  return t('poster.day-of-month', { day: dayOf(date), month: monthOf(date) });
}

/** The last day of a period, with its month where that is another. */
function untilOf({ start, end }: Task, wording: TaskWording): string {
  if (end === start) return '';
  const isSameMonth = start.slice(0, 7) === end.slice(0, 7);
  const day = isSameMonth ? wording.t('poster.day', { day: dayOf(end) }) : dayOfMonth(end, wording);
  return wording.t('poster.until', { day });
}

/** `09:00–10:00 · Skole med PPT, NAV · Avlyst`. */
function whoOf(task: Task, { wording: { t, nameOf }, county, units }: PosterSubject): string {
  const { startTime, endTime, status, actor, partners } = task;
  const unit = unitOfTask(task, county);
  const who = units.find(({ id }) => id === unit)?.name ?? nameOf(actor);
  const time = endTime === null ? startTime : `${startTime}–${endTime}`;
  return [
    ...(time === null ? [] : [time]),
    partners.length === 0 ? who : t('poster.who', { who, partners: partners.map(nameOf).join(', ') }),
    ...(status === 'planned' ? [] : [t(`status.${status}`)]),
  ].join(' · ');
}

function dayOf(date: IsoDate): number {
  return Number(date.slice(8));
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
