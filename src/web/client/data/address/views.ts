/** The ways to look at a cycle, in the order of the page; each is the last part of its address and a key of the texts. */
export const VIEWS = ['now', 'wheel', 'agenda', 'month', 'who', 'timeline', 'coverage', 'workload'] as const;

export type View = (typeof VIEWS)[number];

/** Views that count the tasks of a cycle: for those who work with it, until the county opens them to all. */
export const COUNTED_VIEWS: readonly View[] = ['coverage', 'workload'];

/** The address of a view of a cycle, below the base. */
export function viewPath(cycleId: string, view: View): string {
  return view === VIEWS[0] ? cyclePath(cycleId) : `${cyclePath(cycleId)}/${view}`;
}

/** The address of a cycle, in the view that it opens with. */
export function cyclePath(cycleId: string): string {
  return `/cycles/${encodeURIComponent(cycleId)}`;
}

/** The address of a task. */
export function taskPath(id: string): string {
  return `/tasks/${encodeURIComponent(id)}`;
}

/** The address of a phase in a cycle. */
export function phasePath(cycleId: string, phase: string): string {
  return `${cyclePath(cycleId)}/phases/${phase}`;
}

/** The address of a measure (a focus area, responsibility or county measure) in a cycle. */
export function measurePath(cycleId: string, measure: string): string {
  return `${cyclePath(cycleId)}/measures/${encodeURIComponent(measure)}`;
}
