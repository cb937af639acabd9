import type { PhaseId } from '../framework/vocabulary.js';
import { inLanguage } from '../language/text.js';
import type { Task } from '../task/task.js';
import { provisionalOf, sourceOf, summaryOf, type TaskWording, whenOf, whyOf } from '../task/wording.js';
import { contentText } from './content-text.js';
import { type CalendarEntry, type EntryPart, isCancelled } from './entries/calendar-entry.js';

/** Colours of the phases, by the CSS names that RFC 7986 5.9 takes. */
export const COLOR_OF: Record<PhaseId, string> = {
  'overgang-fra-grunnskolen': 'seagreen',
  'oppstart-vg1': 'steelblue',
  'oppfolging-vg1': 'slateblue',
  'oppfolging-vg2': 'mediumvioletred',
  'overgang-vg2-vg3': 'chocolate',
  sluttvurdering: 'firebrick',
  'pa-tvers-av-faser': 'slategray',
};

/** RFC 5545 leaves SUMMARY unbounded; phones show about this much, and ICAL.md I10 asks for a short one. */
const SUMMARY_LENGTH = 120;

/** How a task is written into a calendar. */
export interface ComponentOptions {
  /** Where the task's page is served; null for a file without a service behind it. */
  readonly baseUrl: string | null;
  /** Whether its reminders become VALARMs (ICAL.md I13). */
  readonly alarms: boolean;
  /** The name of the unit whose own entry it is; null for what is common. */
  readonly layerName: string | null;
}

/** Makes the text of a component: folded lines, from BEGIN to END and its CRLF. */
export type RenderComponent = (
  entry: CalendarEntry,
  wording: TaskWording,
  options: ComponentOptions,
) => string;

/** The address of the task's page. */
export function taskUrl(baseUrl: string, task: Pick<Task, 'id'>): string {
  return `${baseUrl}/tasks/${encodeURIComponent(task.id)}`;
}

/** Which days it is, before the title. */
function withPart(part: EntryPart, title: string, { t }: TaskWording): string {
  return part === 'whole' ? title : t(`summary.${part}`, { title });
}

/**
 * The title as a list on a phone shows it, without line breaks; of what is cancelled it says so first, because Outlook
 * ignores STATUS.
 */
export function componentSummary({ task, part }: CalendarEntry, wording: TaskWording): string {
  const title = withPart(part, summaryOf(task, wording), wording);
  const summary = isCancelled(task) ? wording.t('summary.cancelled', { title }) : title;
  const characters = [...contentText(summary).replaceAll('\n', ' ')];
  return characters.length <= SUMMARY_LENGTH
    ? characters.join('')
    : `${characters.slice(0, SUMMARY_LENGTH - 1).join('')}…`;
}

/** Phase, category and kind by their names. */
export function componentCategories(task: Task, { t, nameOf }: TaskWording): string[] {
  return [nameOf(task.phase), nameOf(task.category), t(`kind.${task.kind}`)];
}

/** The task as plain text: what, when, who, with whom, why on this date, links. */
export function componentDescription(
  task: Task,
  wording: TaskWording,
  { baseUrl, layerName }: Pick<ComponentOptions, 'baseUrl' | 'layerName'>,
): string {
  const { t, nameOf, language } = wording;
  const links = [
    ...(baseUrl === null ? [] : [taskUrl(baseUrl, task)]),
    ...task.links.filter(({ historical }) => !historical).map(({ title, url }) => `${title}: ${url}`),
  ];
  const facts: [string, string][] = [
    ['task.when', whenOf(task, wording)],
    ['task.who', nameOf(task.actor)],
    ['task.with', task.partners.map(nameOf).join(', ')],
    ['task.layer', layerName ?? ''],
    ['task.phase', nameOf(task.phase)],
    ['task.category', nameOf(task.category)],
    ['task.why', whyOf(task, wording).join(' ')],
    ['task.source', sourceOf(task, wording)],
    ['task.links', links.join('\n')],
  ];
  return contentText(
    [
      inLanguage(task.description, language),
      ...(task.provisional ? [provisionalOf(task, wording)] : []),
      facts
        .filter(([, value]) => value !== '')
        .map(([label, value]) => `${t(label)}: ${value}`)
        .join('\n'),
    ].join('\n\n'),
  );
}
