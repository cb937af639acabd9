import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { TaskWording } from '../task/wording.js';
import type { RenderComponent } from './component-text.js';
import type { CalendarEntry } from './entries/calendar-entry.js';
import type { Feed } from './feed.js';
import { renderVevent } from './vevent.js';
import { renderVtodo } from './vtodo.js';

/** A component as bytes, ready to be joined with others, with a key that identifies them. */
export interface CachedComponent {
  readonly bytes: Buffer;
  readonly digest: string;
}

const RENDER: Record<Feed['form'], RenderComponent> = { events: renderVevent, todos: renderVtodo };

/** Builds the component of an entry once per version and presentation, and caches it within a budget of bytes. */
export class ComponentCache {
  readonly #baseUrl: string;
  readonly #kept: LRUCache<string, CachedComponent>;

  constructor(baseUrl: string, budget: number) {
    this.#baseUrl = baseUrl;
    this.#kept = new LRUCache({
      maxSize: budget,
      sizeCalculation: ({ bytes }, key) => bytes.length + 2 * key.length + 200,
    });
  }

  /** The component of an entry as a feed of this form shows it. */
  componentOf(
    entry: CalendarEntry,
    wording: TaskWording,
    { form, alarms }: Pick<Feed, 'form' | 'alarms'>,
    layerName: string | null,
  ): CachedComponent {
    const { task, part, adjustment, sequence, changedAt } = entry;
    const presentation = `${wording.language} ${form} ${alarms} ${layerName ?? ''}`;
    const key = `${task.id} ${part} ${adjustment?.layer ?? ''} ${sequence} ${changedAt} ${presentation}`;
    const known = this.#kept.get(key);
    if (known) return known;
    const bytes = Buffer.from(RENDER[form](entry, wording, { baseUrl: this.#baseUrl, alarms, layerName }));
    const kept = { bytes, digest: createHash('sha256').update(bytes).digest('base64url') };
    this.#kept.set(key, kept);
    return kept;
  }
}
