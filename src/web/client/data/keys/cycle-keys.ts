/**
 * The query keys of cycles. The key of a part begins with its cycle, so that everything of a cycle can be refetched at once;
 * the id is null while it is not known.
 */
export const cycleKeys = {
  list: ['cycles'],
  /** All cycles. */
  any: ['cycle'],
  of: (id: string) => ['cycle', id],
  part: (id: string | null, part: string, { state, seenBy }: SeenPart, language: string) => [
    'cycle',
    id,
    part,
    state,
    seenBy,
    language,
  ],
  views: (id: string) => ['cycle', id, 'view'],
  editedViews: (id: string) => ['cycle', id, 'view', 'edited'],
  unpublished: (id: string, language: string) => ['cycle', id, 'unpublished', language],
  toTakeBack: (id: string, language: string) => ['cycle', id, 'to-take-back', language],
  reviewed: (id: string | null) => ['cycle', id, 'reviewed'],
  myTasks: (id: string | null, unit: string, language: string) => ['cycle', id, 'my tasks', unit, language],
  datePreview: (id: string, asked: string | null, language: string) => [
    'cycle',
    id,
    'date-preview',
    asked,
    language,
  ],
  filling: (id: string, phase: string, fill: object, language: string) => [
    'cycle',
    id,
    'filling',
    phase,
    fill,
    language,
  ],
  feedPreview: (id: string, look: object, language: string) => ['cycle', id, 'feed preview', look, language],
  history: (id: string, filter: object, language: string) => ['cycle', id, 'history', filter, language],
  authors: (id: string) => ['cycle', id, 'authors'],
  regeneration: (id: string, level: string, language: string) => [
    'cycle',
    id,
    'regeneration',
    level,
    language,
  ],
  leftOut: (id: string, language: string) => ['cycle', id, 'left-out', language],
  rollovers: (id: string) => ['cycle', id, 'rollover'],
  rollover: (id: string, withCancelled: readonly string[], language: string) => [
    'cycle',
    id,
    'rollover',
    withCancelled,
    language,
  ],
  /** The mutations that move tasks. */
  move: (id: string) => ['move', id],
} as const;

/** Whose view of a cycle it is: the common one when it names no unit. */
export interface SeenBy {
  readonly unit?: string;
}

/** Which state of a cycle it is, and whose view of it. */
export interface SeenPart {
  readonly state: string | null;
  readonly seenBy: SeenBy;
}

/** Whether a view's key belongs to a unit's view, or to the common one (null). */
export function isSeenBy(key: readonly unknown[], unit: string | null): boolean {
  return ((key[4] as SeenBy | undefined)?.unit ?? null) === unit;
}
