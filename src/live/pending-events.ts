import { sameJson } from '../task/same-json.js';
import type { CycleVersion, LiveChange, LiveEvent } from './live-event.js';
import type { Present } from './presence.js';

/** What a stream has been sent of a cycle. */
export interface StreamState {
  /** Undefined when nothing has been sent yet. */
  readonly version: CycleVersion | undefined;
  /** Undefined when the viewers have not been sent on this stream. */
  readonly present: readonly Present[] | undefined;
}

/** A stream that is at most this many revisions behind is sent each of them; one further behind gets the full state. */
const MOST_REVISIONS_LISTED = 1_000;

/** Whether a poll has found revisions that the stream has not been sent and is to be sent one by one. */
export function isBehind({ version }: StreamState, found: CycleVersion): boolean {
  return version !== undefined && !needsFullState(version, found) && version.revision < found.revision;
}

/** Whether what the stream has been sent can no longer be built upon. */
function needsFullState(version: CycleVersion, { revision }: CycleVersion): boolean {
  // A version later than the present one comes from before the database was restored from a backup.
  return version.revision > revision || revision - version.revision > MOST_REVISIONS_LISTED;
}

/** The events to send a stream after a poll; `changes` are the revisions since the last one it was sent. */
export function pendingEvents(
  stream: StreamState,
  found: CycleVersion,
  others: readonly Present[],
  changes: readonly LiveChange[],
): LiveEvent[] {
  const { version, present } = stream;
  const { revision, comments } = found;
  if (version === undefined || needsFullState(version, found))
    return [{ kind: 'state', revision, comments, present: [...others] }];
  const events: LiveEvent[] = [];
  // `changes` may hold a revision made after the poll: its number counts as sent, so that it is not sent twice.
  if (version.revision < revision)
    events.push({ kind: 'changed', revision: changes.at(-1)?.revision ?? revision, changes: [...changes] });
  if (version.comments < comments) events.push({ kind: 'commented', comments });
  if (!present || !sameJson(present, others)) events.push({ kind: 'present', present: [...others] });
  return events;
}

/** The version that a stream has been sent once it has had an event. */
export function versionAfter(version: CycleVersion | undefined, event: LiveEvent): CycleVersion {
  const before = version ?? { revision: 0, comments: 0 };
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
