import ICAL from 'ical.js';
import { DateTime, IANAZone } from 'luxon';
import { addDays, type IsoDate, isIsoDate } from '../calendar/iso-date.js';
import {
  type ImportedEvent,
  type Place,
  type ReadEvents,
  UnreadableImport,
  type UnusableEvent,
} from './imported-event.js';

const ZONE = 'Europe/Oslo';

/** More occurrences than this of one event are no plan for a school year. */
const MOST_OCCURRENCES = 400;

/**
 * The events of an iCalendar object (RFC 5545) between two days, recurrences expanded (3.8.5.3, with EXDATE and
 * RECURRENCE-ID); times as they are in Oslo. Throws UnreadableImport on text that is no iCalendar.
 */
export function eventsFromIcalendar(text: string, from: IsoDate, to: IsoDate): ReadEvents {
  const components = componentsOf(text);
  const masters = components.filter((component) => !component.hasProperty('recurrence-id'));
  const exceptions = components.filter((component) => component.hasProperty('recurrence-id'));
  const events: ImportedEvent[] = [];
  const unusable: UnusableEvent[] = [];
  for (const component of masters) {
    const place: Place = { unit: 'event', number: components.indexOf(component) + 1 };
    const uid = component.getFirstPropertyValue('uid');
    const related = exceptions.filter((exception) => exception.getFirstPropertyValue('uid') === uid);
    try {
      const event = new ICAL.Event(component, { exceptions: related });
      if (!component.hasProperty('dtstart')) unusable.push(withoutStart(place, event));
      else events.push(...occurrencesOf(event, place, from, to));
    } catch (error) {
      const what = `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
      unusable.push({ place, title: '', problems: [{ field: 'start', what }] });
    }
  }
  return { events, unusable };
}

function withoutStart(place: Place, { summary }: ICAL.Event): UnusableEvent {
  return {
    place,
    title: summary ?? '',
    problems: [{ field: 'start', what: 'is missing: the event has no DTSTART' }],
  };
}

function componentsOf(text: string): ICAL.Component[] {
  try {
    const calendar = new ICAL.Component(ICAL.parse(text));
    return calendar.getAllSubcomponents('vevent');
  } catch (error) {
    throw new UnreadableImport(
      `not valid iCalendar: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function occurrencesOf(event: ICAL.Event, place: Place, from: IsoDate, to: IsoDate): ImportedEvent[] {
  if (!event.isRecurring()) return [read(event, event.startDate, event.endDate, place, '')];
  const found: ImportedEvent[] = [];
  const iterator = event.iterator();
  for (let n = 0; n < MOST_OCCURRENCES * 10 && found.length < MOST_OCCURRENCES; n += 1) {
    const next = iterator.next();
    if (!next || next.toString().slice(0, 10) > to) break;
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    const occurrence = read(item, startDate, endDate, place, `/${next.toString().slice(0, 10)}`);
    if (occurrence.end >= from && occurrence.start <= to) found.push(occurrence);
  }
  return found;
}

function read(
  event: ICAL.Event,
  start: ICAL.Time,
  end: ICAL.Time | null,
  place: Place,
  slot: string,
): ImportedEvent {
  const { component } = event;
  const text = (name: string) => {
    const value = component.getFirstPropertyValue(name);
    return value === null || value === undefined ? '' : String(value).trim();
  };
  const location = text('location');
  const uid = text('uid');
  return {
    place,
    uid: uid === '' ? null : `${uid}${slot}`,
    title: text('summary'),
    description: [text('description'), location === '' ? '' : `Sted: ${location}`]
      .filter((part) => part !== '')
      .join('\n\n'),
    ...whenOf(start, end, zoneNamed(component)),
    url: text('url') || null,
    kind: null,
    phase: null,
    category: null,
    actor: null,
    partners: [],
  };
}

/** DTEND is the moment after the last (RFC 5545 3.6.1): of an all-day event the day after, at midnight the day before. */
function whenOf(
  start: ICAL.Time,
  end: ICAL.Time | null,
  zone: string,
): Pick<ImportedEvent, 'start' | 'end' | 'startTime' | 'endTime'> {
  if (start.isDate) {
    const first = dateText(start);
    const after = end && dateText(end);
    return {
      start: first,
      end: after && after > first ? addDays(after, -1) : first,
      startTime: null,
      endTime: null,
    };
  }
  const from = inOslo(start, zone);
  const to = end ? inOslo(end, zone) : from;
  const last = to > from && to.toFormat('HH:mm') === '00:00' ? to.minus({ minutes: 1 }) : to;
  return {
    start: from.toISODate() as IsoDate,
    end: last.toISODate() as IsoDate,
    startTime: from.toFormat('HH:mm'),
    endTime: to > from ? last.toFormat('HH:mm') : null,
  };
}

/** The zone of a DTSTART that the file does not define: by its IANA name, else, and for a floating time, Oslo. */
function zoneNamed(component: ICAL.Component): string {
  const name = component.getFirstProperty('dtstart')?.getFirstParameter('tzid') ?? ZONE;
  return IANAZone.isValidZone(name) ? name : ZONE;
}

function inOslo(time: ICAL.Time, zone: string): DateTime {
  const isDefined = time.zone !== ICAL.Timezone.localTimezone;
  const moment = isDefined
    ? DateTime.fromJSDate(time.toJSDate())
    : DateTime.fromISO(time.toString().slice(0, 19), { zone });
  return moment.setZone(ZONE);
}

function dateText(time: ICAL.Time): IsoDate {
  const text = time.toString().slice(0, 10);
  if (!isIsoDate(text)) throw new RangeError(`${text} is not a date`);
  return text;
}
