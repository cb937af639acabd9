/**
 * The keys of what is fetched of cycles. Each of a part begins with its cycle, so that all of a cycle is asked for again at
 * once; the id is null where there is none to ask for yet.
 */
export const cycleKeys = {
  list: ['cycles'],
  /** Of all cycles, whichever. */
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
  history: (id: string, filter: object, language: string) => ['cycle', id, 'history', filter, language],
  authors: (id: string) => ['cycle', id, 'authors'],
  regeneration: (id: string, language: string) => ['cycle', id, 'regeneration', language],
  rollovers: (id: string) => ['cycle', id, 'rollover'],
  rollover: (id: string, withCancelled: readonly string[], language: string) => [
    'cycle',
    id,
    'rollover',
    withCancelled,
    language,
  ],
  /** Of the changes that move tasks. */
  move: (id: string) => ['move', id],
} as const;

/** As whom a part of a cycle is seen: everybody when it names no unit. */
export interface SeenBy {
  readonly unit?: string;
}

/** In which state a part of a cycle is seen, and as whom. */
export interface SeenPart {
  readonly state: string | null;
  readonly seenBy: SeenBy;
}

/** Whether a key of a view of a cycle is of what a unit sees, or everybody (null). */
export function isSeenBy(key: readonly unknown[], unit: string | null): boolean {
  return ((key[4] as SeenBy | undefined)?.unit ?? null) === unit;
}
