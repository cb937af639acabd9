import ICAL from 'ical.js';
import { DateTime } from 'luxon';
import { addDays, type IsoDate, isIsoDate } from '../calendar/iso-date.js';
import { ZONE } from '../calendar/zone.js';
import { CALENDAR_EVENTS, TEXT_LENGTH } from '../file-bounds/bounds.js';
import { NamedZones } from '../file-bounds/named-zones.js';
import { checkDuration, parsedCalendar } from '../file-bounds/parsed-calendar.js';
import { checkAtMost, TooMuch } from '../file-bounds/too-much.js';
import { LOCATION_LENGTH } from '../task/task.js';
import { recurrencesOf } from './event-recurrence.js';
import {
  type ImportedEvent,
  type Place,
  type ReadEvents,
  UnreadableImport,
  type UnusableEvent,
} from './imported-event.js';

/** The events of a calendar, and which of them are called off (STATUS:CANCELLED, RFC 5545 3.8.1.11). */
export interface CalendarEvents extends ReadEvents {
  readonly cancelled: ReadonlySet<ImportedEvent>;
}

/**
 * The events of an iCalendar object (RFC 5545) between two days, recurrences expanded (3.8.5.3, with EXDATE and
 * RECURRENCE-ID); times as they are in Oslo. Throws UnreadableImport on text that is no iCalendar, TooMuch when it has more
 * than is read.
 */
export function eventsFromIcalendar(text: string, from: IsoDate, to: IsoDate): CalendarEvents {
  const components = componentsOf(text);
  const exceptions = exceptionsByUid(components);
  const events: ImportedEvent[] = [];
  const cancelled = new Set<ImportedEvent>();
  const unusable: UnusableEvent[] = [];
  const zones = new NamedZones();
  let length = 0;
  components.forEach((component, index) => {
    if (component.hasProperty('recurrence-id')) return;
    const place: Place = { unit: 'event', number: index + 1 };
    try {
      const event = new ICAL.Event(component, { exceptions: exceptions.get(uidOf(component)) ?? [] });
      if (!component.hasProperty('dtstart')) {
        unusable.push(withoutStart(place, event));
        return;
      }
      for (const { found, isCancelled } of occurrencesOf(event, place, zones, { from, to })) {
        events.push(found);
        if (isCancelled) cancelled.add(found);
        for (const said of Object.values(found)) length += typeof said === 'string' ? said.length : 0;
        checkAtMost('events', events.length, CALENDAR_EVENTS);
        checkAtMost('text', length, TEXT_LENGTH);
      }
    } catch (error) {
      if (error instanceof TooMuch) throw error;
      const what = `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
      const title = String(component.getFirstPropertyValue('summary') ?? '');
      unusable.push({ place, title, problems: [{ field: 'start', what }] });
    }
  });
  checkAtMost('events', events.length + unusable.length, CALENDAR_EVENTS);
  return { events, unusable, cancelled };
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
    return parsedCalendar(text).getAllSubcomponents('vevent');
  } catch (error) {
    if (error instanceof TooMuch) throw error;
    throw new UnreadableImport(
      `not valid iCalendar: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

/** The events that replace a single occurrence of another event, by their shared UID. */
function exceptionsByUid(components: readonly ICAL.Component[]): ReadonlyMap<string, ICAL.Component[]> {
  const byUid = new Map<string, ICAL.Component[]>();
  for (const component of components) {
    if (!component.hasProperty('recurrence-id')) continue;
    const uid = uidOf(component);
    byUid.set(uid, [...(byUid.get(uid) ?? []), component]);
  }
  return byUid;
}

const uidOf = (component: ICAL.Component) => String(component.getFirstPropertyValue('uid') ?? '');

function* occurrencesOf(
  event: ICAL.Event,
  place: Place,
  zones: NamedZones,
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
): Generator<{ readonly found: ImportedEvent; readonly isCancelled: boolean }> {
  checkDuration(event.component);
  if (!event.isRecurring()) {
    const found = read(event, { start: event.startDate, end: event.endDate, slot: '' }, place, zones);
    yield { found, isCancelled: isCancelled(event) };
    return;
  }
  for (const start of recurrencesOf(event, from, to)) {
    const { item, startDate, endDate } = event.getOccurrenceDetails(start);
    checkDuration(item.component);
    const slot = `/${start.toString().slice(0, 10)}`;
    const found = read(item, { start: startDate, end: endDate, slot }, place, zones);
    if (found.end >= from && found.start <= to) yield { found, isCancelled: isCancelled(item) };
  }
}

function isCancelled({ component }: ICAL.Event): boolean {
  return String(component.getFirstPropertyValue('status') ?? '').toUpperCase() === 'CANCELLED';
}

/** When an occurrence of an event is: its DTSTART and DTEND, and what the UID of a repetition ends with. */
interface Occurrence {
  readonly start: ICAL.Time;
  readonly end: ICAL.Time | null;
  readonly slot: string;
}

function read(event: ICAL.Event, occurrence: Occurrence, place: Place, zones: NamedZones): ImportedEvent {
  const { component } = event;
  const text = (name: string) => {
    const value = component.getFirstPropertyValue(name);
    return value === null || value === undefined ? '' : String(value).trim();
  };
  const [uid, location] = [text('uid'), text('location')];
  const fits = location.length <= LOCATION_LENGTH;
  return {
    place,
    uid: uid === '' ? null : `${uid}${occurrence.slot}`,
    title: text('summary'),
    description: [text('description'), fits ? '' : `Sted: ${location}`]
      .filter((part) => part !== '')
      .join('\n\n'),
    location: fits && location !== '' ? location : null,
    ...whenOf(occurrence, component, zones),
    url: text('url') || null,
    kind: null,
    phase: null,
    category: null,
    actor: null,
    level: null,
    partners: [],
  };
}

/** DTEND is the moment after the last (RFC 5545 3.6.1): of an all-day event the day after, at midnight the day before. */
function whenOf(
  { start, end }: Occurrence,
  component: ICAL.Component,
  zones: NamedZones,
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
  const zone = zones.find(component.getFirstProperty('dtstart')?.getFirstParameter('tzid') ?? ZONE) ?? ZONE;
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

function inOslo(time: ICAL.Time, zone: string): DateTime {
  const isDefined = time.zone !== ICAL.Timezone.localTimezone;
  const moment = isDefined
    ? DateTime.fromJSDate(time.toJSDate())
    : DateTime.fromISO(time.toString().slice(0, 19), { zone });
  if (!moment.isValid) throw new RangeError(`${time} is not a time`);
  return moment.setZone(ZONE);
}

function dateText(time: ICAL.Time): IsoDate {
  const text = time.toString().slice(0, 10);
  if (!isIsoDate(text)) throw new RangeError(`${text} is not a date`);
  return text;
}
