import ical, {
  escape as escapeText,
  foldLines,
  ICalEventBusyStatus,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { addDays } from '../calendar/iso-date.js';
import type { Task } from '../cycle/task.js';
import { sourceOf, summaryOf, type TaskWording, whenOf, whyOf } from '../cycle/wording.js';
import type { PhaseId } from '../framework/vocabulary.js';
import { inLanguage } from '../language/text.js';
import { contentText } from './content-text.js';

/** Colours of the phases, by the CSS names that RFC 7986 5.9 takes. */
const COLOR_OF: Record<PhaseId, string> = {
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

/** The UID of a task's event (RFC 7986 5.3): the same in every feed, over every change. */
export function uidOf(task: Task): string {
  return `${task.id}@arshjul`;
}

/**
 * The VEVENT of a task as folded text with CRLF line ends, from BEGIN:VEVENT to END:VEVENT and its CRLF.
 * All-day with an exclusive DTEND (ICAL.md I6); its bytes depend on the task, the wording and the base address alone.
 * @param baseUrl where the task's page is served; null for a file without a service behind it
 */
export function renderVevent(task: Task, wording: TaskWording, baseUrl: string | null): string {
  const { t, nameOf } = wording;
  const calendar = ical();
  calendar.createEvent({
    id: uidOf(task),
    sequence: task.version - 1,
    stamp: task.updatedAt,
    created: task.createdAt,
    lastModified: task.updatedAt,
    allDay: true,
    start: task.start,
    end: addDays(task.end, 1),
    summary: shortened(contentText(summaryOf(task, wording))),
    description: contentText(descriptionOf(task, wording, baseUrl)),
    categories: [nameOf(task.phase), nameOf(task.category), t(`kind.${task.kind}`)].map((name) => ({ name })),
    status: statusOf(task),
    transparency: ICalEventTransparency.TRANSPARENT,
    busystatus: ICalEventBusyStatus.FREE,
    ...(baseUrl !== null && { url: taskUrl(baseUrl, task) }),
  });
  const text = calendar.toString();
  const event = text.slice(text.indexOf('BEGIN:VEVENT'), text.lastIndexOf('END:VEVENT\r\n'));
  // ical-generator has no COLOR (RFC 7986 5.9) and no CONTACT (RFC 5545 3.8.4.2) for events.
  const further = foldLines(
    `COLOR:${COLOR_OF[task.phase]}\r\nCONTACT:${escapeText(contentText(nameOf(task.actor)), false)}\r\nEND:VEVENT\r\n`,
  );
  return event + further;
}

/** The address of the task's page. */
export function taskUrl(baseUrl: string, task: Task): string {
  return `${baseUrl}/tasks/${encodeURIComponent(task.id)}`;
}

function statusOf(task: Task): ICalEventStatus {
  if (task.status === 'cancelled') return ICalEventStatus.CANCELLED;
  return task.provisional ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
}

function shortened(summary: string): string {
  const characters = [...summary.replaceAll('\n', ' ')];
  return characters.length <= SUMMARY_LENGTH
    ? characters.join('')
    : `${characters.slice(0, SUMMARY_LENGTH - 1).join('')}…`;
}

function descriptionOf(task: Task, wording: TaskWording, baseUrl: string | null): string {
  const { t, nameOf, language } = wording;
  const links = [
    ...(baseUrl === null ? [] : [taskUrl(baseUrl, task)]),
    ...task.links.filter(({ historical }) => !historical).map(({ title, url }) => `${title}: ${url}`),
  ];
  const facts: [string, string][] = [
    ['task.when', whenOf(task, wording)],
    ['task.who', nameOf(task.actor)],
    ['task.with', task.partners.map(nameOf).join(', ')],
    ['task.phase', nameOf(task.phase)],
    ['task.category', nameOf(task.category)],
    ['task.why', whyOf(task, wording).join(' ')],
    ['task.source', sourceOf(task, wording)],
    ['task.links', links.join('\n')],
  ];
  return [
    inLanguage(task.description, language),
    ...(task.provisional ? [t('task.provisional')] : []),
    facts
      .filter(([, value]) => value !== '')
      .map(([label, value]) => `${t(label)}: ${value}`)
      .join('\n'),
  ].join('\n\n');
}
