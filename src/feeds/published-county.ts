import { createHash } from 'node:crypto';
import { dateOfDayNumber, dayNumber } from '../calendar/day-number.js';
import { dateAt, type Instant, type IsoDate, startOfDayUtc } from '../calendar/iso-date.js';
import type { SchoolYearLabel } from '../calendar/school-year-label.js';
import { ZONE } from '../calendar/zone.js';
import { filterTasks, type PublishedEntries } from '../task/filter/task-filter.js';
import { isPhaseBar } from '../task/phase-bar.js';
import type { SeenTask } from '../task/unit-view.js';
import type { TaskWording } from '../task/wording.js';
import { audienceOf, type FeedAudience } from './audience.js';
import type { CachedComponent, ComponentCache } from './component-cache.js';
import { componentSummary } from './component-text.js';
import { byStartThenUid, entriesOf, isCancelled } from './entries/calendar-entry.js';
import { comingDays } from './entries/coming-days.js';
import { contentFilter } from './entries/content-filter.js';
import type { ShownDay } from './entries/shown-day.js';
import { isVisibleOn, nextChange, visibleDays } from './entries/visible-days.js';
import type { Feed, FeedLook } from './feed.js';
import type { Coding } from './representation-cache.js';
import { CALENDAR_END, calendarBeginning, headOf } from './vcalendar.js';
import { isTimedEntry } from './vevent.js';

/** What a county shows its subscribers at one moment. */
export interface PublishedState extends PublishedEntries {
  /** The newest published school year; null when nothing is published. */
  readonly schoolYear: SchoolYearLabel | null;
  /** Whether anyone may read all of it. */
  readonly isPublic: boolean;
}

/** What each audience may read of a county. */
export type PublishedStates = Readonly<Record<FeedAudience, PublishedState>>;

/** The content of feeds with the same presentation, by its validators; without its bytes. */
export interface FeedContent {
  /** Names the bytes: equal for equal bytes, without quotes. */
  readonly etag: string;
  /** The strong entity tag of each coding (RFC 9110 8.8.3). */
  readonly tags: Readonly<Record<Coding, string>>;
  readonly fileName: string;
  /** Whether shared caches may store it, because anyone may read it (ICAL.md H4). */
  readonly isPublic: boolean;
  /** When the next task enters or leaves the feed as time passes, and the content has to be built again. */
  readonly until: Instant | null;
}

/** The presentation of a feed for an audience; feeds with the same presentation share their content. */
export interface FeedPresentation extends FeedLook {
  readonly name: string;
  readonly audience: FeedAudience;
}

/** The presentation of a feed, or of one that is still to be made. */
export function presentationOf(feed: FeedLook & Pick<Feed, 'name' | 'owner'>): FeedPresentation {
  const { name, language, filter, form, alarms, phases, bars, cancelled, sequence } = feed;
  const audience = audienceOf(feed);
  return { name, language, filter, form, alarms, phases, bars, cancelled, sequence, audience };
}

/** The names and the wording that contents are made with. */
export interface ContentContext {
  readonly components: ComponentCache;
  readonly wording: TaskWording;
  readonly countyName: string;
}

/** Makes the contents of a county's feeds from one moment's states; each once, however many feeds share it. */
export class PublishedCounty {
  readonly #states: PublishedStates;
  readonly #contents = new Map<string, FeedContent>();

  constructor(states: PublishedStates) {
    this.#states = states;
  }

  /** The content of a feed at a moment. */
  contentOf(presentation: FeedPresentation, context: ContentContext, now: Instant): FeedContent {
    const key = presentationKey(presentation);
    const known = this.#contents.get(key);
    if (known && (known.until === null || now < known.until)) return known;
    const state = this.#states[presentation.audience];
    const { head, components, until } = this.#parts(presentation, context, now);
    const digest = createHash('sha256').update(head);
    for (const component of components) digest.update(component.digest);
    const unit = state.units.find(({ id }) => id === presentation.filter.unit);
    const place = (unit?.name ?? context.countyName).toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
    const etag = digest.digest('base64url').slice(0, 22);
    const content = {
      etag,
      tags: { identity: `"${etag}"`, gzip: `"${etag}-gzip"`, br: `"${etag}-br"` },
      fileName: `årshjul-${place}.ics`,
      isPublic: state.isPublic && presentation.filter.unit === undefined,
      until,
    };
    this.#contents.set(key, content);
    return content;
  }

  /** The bytes of a feed's content: head, kept components, foot. */
  bytesOf(presentation: FeedPresentation, context: ContentContext, now: Instant): Buffer {
    const { head, components } = this.#parts(presentation, context, now);
    return Buffer.concat([
      Buffer.from(head),
      ...components.map(({ bytes }) => bytes),
      Buffer.from(CALENDAR_END),
    ]);
  }

  /** What a feed shows on a day, by UTC, in the order of a calendar; and the next day on which it shows something else. */
  #shownOn(presentation: FeedPresentation, day: IsoDate) {
    const { filter, language, form, phases, cancelled } = presentation;
    const state = this.#states[presentation.audience];
    const content = contentFilter(filter);
    const today = dayNumber(day);
    // Phases are of no unit's concern and of no level: who wants them gets those that the rest of the filter selects.
    const { level: _level, concernsOnly: _concerns, ...ofPhases } = content;
    const bars = phases ? { ...state, tasks: state.tasks.filter(isPhaseBar) } : null;
    const selected = [
      ...filterTasks(state, content, language).filter(({ task }) => !isPhaseBar(task)),
      ...(bars ? filterTasks(bars, ofPhases, language) : []),
    ]
      .filter(({ task }) => cancelled || !isCancelled(task))
      .map((seen) => ({ seen, days: visibleDays(seen, filter) }));
    const look = { ...presentation, bars: form === 'todos' || presentation.bars };
    const entries = selected
      .filter(({ days }) => isVisibleOn(days, today))
      .flatMap(({ seen }) => entriesOf(seen, look))
      .sort(byStartThenUid);
    const changes = selected.flatMap(({ days }) => nextChange(days, today) ?? []);
    const [next] = changes.sort((a, b) => a - b);
    return { entries, next: next === undefined ? null : (dateOfDayNumber(next) as IsoDate) };
  }

  /** What a feed shows in the next two weeks, in its language. */
  comingDays(presentation: FeedPresentation, wording: TaskWording, now: Instant): ShownDay[] {
    const { entries } = this.#shownOn(presentation, dateAt(now, 'UTC'));
    return comingDays(entries, dateAt(now, ZONE), (entry) => ({
      title: componentSummary(entry, wording),
      time: isTimedEntry(entry) ? entry.task.startTime : null,
    }));
  }

  #parts(presentation: FeedPresentation, { components, wording, countyName }: ContentContext, now: Instant) {
    const state = this.#states[presentation.audience];
    const { entries, next } = this.#shownOn(presentation, dateAt(now, 'UTC'));
    const { description } = headOf(wording, countyName, state.schoolYear ?? '');
    const hasTimes = presentation.form === 'events' && entries.some(isTimedEntry);
    return {
      head: calendarBeginning({ name: presentation.name, description }, wording, hasTimes),
      components: entries.map(
        (each): CachedComponent =>
          components.componentOf(each, wording, presentation, layerName(each, state)),
      ),
      until: next && startOfDayUtc(next),
    };
  }
}

function layerName({ task: { layer } }: SeenTask, { units }: PublishedState): string | null {
  const unit = units.find(({ id }) => id === layer);
  return unit && unit.kind !== 'county' ? unit.name : null;
}

/** Feeds of one key share one content. */
export function presentationKey(presentation: FeedPresentation): string {
  const { name, language, filter, form, alarms, phases, bars, cancelled, sequence, audience } = presentation;
  return JSON.stringify([name, language, form, alarms, phases, bars, cancelled, sequence, audience, filter]);
}
