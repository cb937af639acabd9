import { describeReason, longDate, type ReasonWording } from '../calendar/describe.js';
import type { Reason } from '../calendar/reason.js';
import type { Framework } from '../framework/framework.js';
import { inLanguage, type Language, type Text } from '../language/text.js';
import type { Translate } from '../language/translate.js';
import type { Task } from './task.js';
import type { TaskTemplate } from './template.js';

/** Names and sentences about tasks in one language. */
export interface TaskWording extends ReasonWording {
  /** The name of a phase, category, actor, partner or target group; the id itself when it is unknown. */
  readonly nameOf: (id: string) => string;
}

/** Makes the wording of one language from the framework's names and the templates' titles. */
export function taskWording(
  framework: Framework,
  templates: readonly TaskTemplate[],
  translate: Readonly<Record<Language, Translate>>,
  language: Language,
): TaskWording {
  const { phases, categories, actors, partners, targetGroups } = framework;
  // Actors last, so that an id that is both actor and partner (the follow-up service) gets the actor's name.
  const names = new Map<string, Text>(
    [...phases, ...categories, ...partners, ...targetGroups, ...actors].map(({ id, name }) => [id, name]),
  );
  const titles = new Map(templates.map(({ key, title }) => [key, title]));
  const inOwn = (texts: ReadonlyMap<string, Text>) => (id: string) => {
    const text = texts.get(id);
    return text ? inLanguage(text, language) : id;
  };
  return { language, t: translate[language], nameOf: inOwn(names), templateTitle: inOwn(titles) };
}

/** The title in a calendar or mail subject: the kind where it matters, then the title. */
export function summaryOf(task: Task, { t, language }: TaskWording): string {
  return t(`summary.${task.kind}`, { title: inLanguage(task.title, language) });
}

/** Whether a task has a time of day that a calendar can show: a start, and over several days an end too. */
export function isTimed({ start, end, startTime, endTime }: Task): boolean {
  return startTime !== null && (start === end || endTime !== null);
}

/** "mandag 1. mars 2027", the first and last day of a period, each with its time of day where there is one. */
export function whenOf(
  task: Pick<Task, 'start' | 'end' | 'startTime' | 'endTime'>,
  { t }: Pick<TaskWording, 't'>,
): string {
  const { start, end, startTime, endTime } = task;
  const at = (date: string, time: string | null) => (time === null ? date : t('date.timed', { date, time }));
  if (start !== end)
    return t('date.period', { from: at(longDate(start, t), startTime), to: at(longDate(end, t), endTime) });
  const time = endTime === null ? startTime : `${startTime}–${endTime}`;
  return at(longDate(start, t), time);
}

/** The reasons for the date in words: why the rule is as it is, then the trail from the rule to the date. */
export function whyOf(task: Task, wording: TaskWording): string[] {
  const ruleWhy = inLanguage(task.ruleWhy, wording.language);
  const trail = task.why.map((reason) => describeReason(reason, wording));
  return [...new Set([...(ruleWhy === '' ? [] : [ruleWhy]), ...trail])];
}

/** Which of these reasons, counted from 0, only say that a step of the rule left the day where it was. */
export function minorWhyOf(task: Task, wording: TaskWording): number[] {
  const all = whyOf(task, wording);
  const minor = task.why.filter(({ kind }) => kind === 'not-moved');
  return minor.map((reason) => all.indexOf(describeReason(reason, wording)));
}

/** The reasons without the minor ones, as mails have them; all of them where there are no others. */
export function mainWhyOf(task: Task, wording: TaskWording): string[] {
  const [all, minor] = [whyOf(task, wording), minorWhyOf(task, wording)];
  const main = all.filter((_, at) => !minor.includes(at));
  return main.length > 0 ? main : all;
}

/** Whether a reason says that the date of the year has not been set. */
export const isNotSetYet = (reason: Reason): boolean =>
  reason.kind === 'estimate' || (reason.kind === 'year-date' && reason.status === 'expected');

/** That the date is provisional, and why in short; empty for one that is not. */
export function provisionalOf({ provisional, why }: Task, { t }: TaskWording): string {
  if (!provisional) return '';
  return t(why.some(isNotSetYet) ? 'task.estimate' : 'task.provisional');
}

/** Where the rule comes from: what it rests on, and the page it was read from. */
export function sourceOf({ basis, source }: Task, { t }: TaskWording): string {
  const page = source
    ? [source.page, source.note].filter((part) => part !== undefined).join(', ')
    : undefined;
  return page === undefined ? t(`basis.${basis}`) : `${t(`basis.${basis}`)} (${page})`;
}
