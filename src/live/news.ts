import { sameJson } from '../task/same-json.js';
import type { LiveChange, LiveEvent, Told } from './live-event.js';
import type { Present } from './presence.js';

/** What somebody who watches has heard of a cycle. */
export interface Heard {
  /** Undefined for who has heard nothing yet. */
  readonly told: Told | undefined;
  /** Undefined for who has not heard on this stream who is looking. */
  readonly present: readonly Present[] | undefined;
}

/** Of so many revisions each is told; who is further behind is told how it stands. */
const MOST_REVISIONS_TOLD = 1_000;

/** Whether a look has found revisions that a watcher has not been told of, and is to be told one by one. */
export function isBehind({ told }: Heard, found: Told): boolean {
  return told !== undefined && !isToldAnew(told, found) && told.revision < found.revision;
}

/** Whether what somebody was told is of no use any more. */
function isToldAnew(told: Told, { revision }: Told): boolean {
  // Who was told of more than there is was told from a database that has been put back since.
  return told.revision > revision || revision - told.revision > MOST_REVISIONS_TOLD;
}

/** What a watcher is to be told after a look; `changes` are the revisions since the last one that they were told of. */
export function newsFor(
  heard: Heard,
  found: Told,
  others: readonly Present[],
  changes: readonly LiveChange[],
): LiveEvent[] {
  const { told, present } = heard;
  const { revision, comments } = found;
  if (told === undefined || isToldAnew(told, found))
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
