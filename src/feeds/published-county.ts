import { createHash } from 'node:crypto';
import { addDays, dateAt, type Instant, startOfDayUtc } from '../calendar/iso-date.js';
import type { SchoolYearLabel } from '../calendar/school-year-label.js';
import { filterTasks, type PublishedEntries } from '../task/filter/task-filter.js';
import type { SeenTask } from '../task/unit-view.js';
import { isTimed, type TaskWording } from '../task/wording.js';
import type { FeedAudience } from './audience.js';
import type { CachedComponent, ComponentCache } from './component-cache.js';
import type { Feed } from './feed.js';
import type { Coding } from './representation-cache.js';
import { byStartThenUid, CALENDAR_END, calendarBeginning, headOf } from './vcalendar.js';

/** How long a cancelled task stays in the feeds (ICAL.md I8). */
const CANCELLED_DAYS = 60;

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
  /** When the next cancelled task leaves the feed and the content has to be built again. */
  readonly until: Instant | null;
}

/** The presentation of a feed for an audience; feeds with the same presentation share their content. */
export interface FeedPresentation extends Pick<Feed, 'name' | 'language' | 'filter' | 'form' | 'alarms'> {
  readonly audience: FeedAudience;
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

  #parts(presentation: FeedPresentation, { components, wording, countyName }: ContentContext, now: Instant) {
    const goneBefore = startOfDayUtc(addDays(dateAt(now, 'UTC'), -CANCELLED_DAYS));
    const state = this.#states[presentation.audience];
    const seen = filterTasks(state, presentation.filter, presentation.language)
      .filter((each) => !isCancelled(each) || each.changedAt >= goneBefore)
      .sort(byStartThenUid);
    const leaving = seen.filter(isCancelled).map(({ changedAt }) => leavesAt(changedAt));
    const { description } = headOf(wording, countyName, state.schoolYear ?? '');
    const hasTimes = presentation.form === 'events' && seen.some(({ task }) => isTimed(task));
    return {
      head: calendarBeginning({ name: presentation.name, description }, wording, hasTimes),
      components: seen.map(
        (each): CachedComponent =>
          components.componentOf(each, wording, presentation, layerName(each, state)),
      ),
      until: leaving.sort()[0] ?? null,
    };
  }
}

function layerName({ task: { layer } }: SeenTask, { units }: PublishedState): string | null {
  const unit = units.find(({ id }) => id === layer);
  return unit && unit.kind !== 'county' ? unit.name : null;
}

/** Feeds of one key share one content. */
export function presentationKey({
  name,
  language,
  filter,
  form,
  alarms,
  audience,
}: FeedPresentation): string {
  return JSON.stringify([name, language, form, alarms, audience, filter]);
}

const isCancelled = ({ task }: SeenTask) => task.status === 'cancelled' || task.deleted;

/** The beginning of the first day on which a task cancelled then is no longer shown. */
function leavesAt(changedAt: Instant): Instant {
  return startOfDayUtc(addDays(dateAt(changedAt, 'UTC'), CANCELLED_DAYS + 1));
}
