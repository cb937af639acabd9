import { createHash } from 'node:crypto';
import type { SchoolYearLabel } from '../calendar/school-year-label.js';
import type { Task } from '../cycle/task.js';
import type { TaskWording } from '../cycle/wording.js';
import { type CalendarHead, renderVcalendar, type VeventRenderer } from './vcalendar.js';
import { renderVevent } from './vevent.js';

/** What a feed serves: the text, and the validators that change only when it changes. */
export interface FeedBody {
  readonly text: string;
  /** A strong entity tag (RFC 9110 8.8.3), with its quotes. */
  readonly etag: string;
  /** When the newest of its tasks changed, as an HTTP date; null when there is none. */
  readonly lastModified: string | null;
}

/** The published tasks that a feed shows, and the state they were read at. */
export interface PublishedTasks {
  readonly county: string;
  /** The name in the language of the feed. */
  readonly countyName: string;
  /** The newest school year of the tasks. */
  readonly schoolYear: SchoolYearLabel;
  readonly loadTasks: () => Promise<readonly Task[]>;
  /** Names the state of the tasks: county, cycles and their revisions. */
  readonly state: string;
}

/** Renders bodies and keeps what has been rendered: a VEVENT per task version and language, a body per state and language. */
export class FeedBodies {
  readonly #baseUrl: string;
  readonly #events = new Map<string, string>();
  readonly #bodies = new Map<string, FeedBody>();

  constructor(baseUrl: string) {
    this.#baseUrl = baseUrl;
  }

  async bodyOf(published: PublishedTasks, wording: TaskWording): Promise<FeedBody> {
    const key = `${published.state} ${wording.language}`;
    const known = this.#bodies.get(key);
    if (known) return known;
    const head: CalendarHead = { county: published.countyName, schoolYear: published.schoolYear };
    const tasks = await published.loadTasks();
    const text = renderVcalendar(head, tasks, wording, this.#baseUrl, this.#vevent);
    const changed = tasks
      .map(({ updatedAt }) => updatedAt)
      .sort()
      .at(-1);
    const body: FeedBody = {
      text,
      etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`,
      lastModified: changed === undefined ? null : new Date(changed).toUTCString(),
    };
    this.#forgetOthersOf(published.county, wording.language);
    this.#bodies.set(key, body);
    return body;
  }

  readonly #vevent: VeventRenderer = (task, wording, baseUrl) => {
    const key = `${task.id} ${task.version} ${task.updatedAt} ${wording.language}`;
    const text = this.#events.get(key) ?? renderVevent(task, wording, baseUrl);
    this.#events.set(key, text);
    return text;
  };

  /** A county has one state at a time: the bodies of its earlier ones are not asked for again. */
  #forgetOthersOf(county: string, language: string): void {
    for (const key of this.#bodies.keys()) {
      if (key.startsWith(`${county}:`) && key.endsWith(` ${language}`)) this.#bodies.delete(key);
    }
  }
}
