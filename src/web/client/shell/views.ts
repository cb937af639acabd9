/** The ways to look at a cycle, in the order of the page; each is the last part of its address and a key of the texts. */
export const VIEWS = ['wheel', 'agenda', 'month', 'who', 'timeline'] as const;

export type View = (typeof VIEWS)[number];

/** The address of a view of a cycle, below the base. */
export function viewPath(cycleId: string, view: View): string {
  return `/cycles/${encodeURIComponent(cycleId)}/${view}`;
}

/** The address of a task. */
export function taskPath(id: string): string {
  return `/tasks/${encodeURIComponent(id)}`;
}

/** The address of a phase in a cycle. */
export function phasePath(cycleId: string, phase: string): string {
  return `/cycles/${encodeURIComponent(cycleId)}/phases/${phase}`;
}

/** The address of a measure (a focus area, responsibility or county measure) in a cycle. */
export function measurePath(cycleId: string, measure: string): string {
  return `/cycles/${encodeURIComponent(cycleId)}/measures/${encodeURIComponent(measure)}`;
}
