import { sameJson } from '../cycle/same-json.js';
import type { LiveChange, LiveEvent, Told } from './live-event.js';
import type { Present } from './presence.js';

/** What somebody who watches has heard of a cycle. */
export interface Heard {
  /** Undefined for who has heard nothing yet. */
  readonly told: Told | undefined;
  /** Undefined for who has not heard on this stream who is looking. */
  readonly present: readonly Present[] | undefined;
}

/** Whether a look has found revisions that a watcher has not been told of. */
export function isBehind({ told }: Heard, { revision }: Told): boolean {
  return told !== undefined && told.revision < revision;
}

/** What a watcher is to be told after a look; `changes` are the revisions since the last one that they were told of. */
export function newsFor(
  heard: Heard,
  { revision, comments }: Told,
  others: readonly Present[],
  changes: readonly LiveChange[],
): LiveEvent[] {
  const { told, present } = heard;
  // Who was told of more than there is was told from a database that has been put back since.
  if (told === undefined || told.revision > revision)
    return [{ kind: 'state', revision, comments, present: [...others] }];
  const news: LiveEvent[] = [];
  // A revision that came after the look is told with the others, and not again.
  if (told.revision < revision)
    news.push({ kind: 'changed', revision: changes.at(-1)?.revision ?? revision, changes: [...changes] });
  if (told.comments < comments) news.push({ kind: 'commented', comments });
  if (!present || !sameJson(present, others)) news.push({ kind: 'present', present: [...others] });
  return news;
}

/** How far a watcher has been told after an event. */
export function toldAfter(told: Told | undefined, event: LiveEvent): Told {
  const before = told ?? { revision: 0, comments: 0 };
  switch (event.kind) {
    case 'state':
      return { revision: event.revision, comments: event.comments };
    case 'changed':
      return { ...before, revision: event.revision };
    case 'commented':
      return { ...before, comments: event.comments };
    case 'present':
      return before;
    default:
      return event satisfies never;
  }
}
