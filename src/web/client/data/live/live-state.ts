import type { LiveEvent } from '../../../../live/live-event.js';
import type { Present } from '../../../../live/presence.js';

/** What the page knows of a cycle that goes on: nothing of it until the service has told. */
export interface LiveState {
  /** The newest revision; 0 until it is known. */
  readonly revision: number;
  /** How many comments there have been. */
  readonly comments: number;
  /** Who else is looking at which task. */
  readonly present: readonly Present[];
  /** Whether the service has refused to tell, as it does when the session is over. */
  readonly isRefused: boolean;
}

export const UNTOLD: LiveState = { revision: 0, comments: 0, present: [], isRefused: false };

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
