import type { LiveEvent } from '../../../../live/live-event.js';
import type { Present } from '../../../../live/presence.js';

/** What the page knows about others' changes to a cycle, from the service's event stream. */
export interface LiveState {
  /** The newest revision; 0 until it is known. */
  readonly revision: number;
  /** How many comments there have been. */
  readonly comments: number;
  /** Who else is viewing which task. */
  readonly present: readonly Present[];
  /** Whether the service has refused the stream, as it does when the session has ended. */
  readonly isRefused: boolean;
}

/** The state before the first event. */
export const NOTHING_KNOWN: LiveState = { revision: 0, comments: 0, present: [], isRefused: false };

/** What is known after an event. */
export function stateAfter(state: LiveState, event: LiveEvent): LiveState {
  switch (event.kind) {
    case 'state':
      return {
        revision: event.revision,
        comments: event.comments,
        present: event.present,
        isRefused: false,
      };
    case 'changed':
      return { ...state, revision: event.revision };
    case 'commented':
      return { ...state, comments: event.comments };
    case 'present':
      return { ...state, present: event.present };
    default:
      return event satisfies never;
  }
}
