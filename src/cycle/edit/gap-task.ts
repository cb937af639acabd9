import type { Framework } from '../../framework/framework.js';
import type { Actor, Category, PhaseId } from '../../framework/vocabulary.js';
import { type NewTask, newTaskSchema } from '../../task/task-edit.js';

/** The gap that a task is to fill, and the entry of the knowledge base to fill it with. */
export interface FilledGap {
  readonly phase: PhaseId;
  readonly filling: string;
  readonly partner?: string | undefined;
  readonly category?: Category | undefined;
  readonly actor?: Actor | undefined;
}

/**
 * A task that carries out an entry of the knowledge base, over its whole phase until somebody gives it a date. Undefined
 * when there is no such entry. What the gap leaves open is taken from the entry: a focus area has the category and actor
 * of a responsibility that serves it.
 */
export function taskForGap(
  framework: Framework,
  { phase, filling, partner, category, actor }: FilledGap,
): NewTask | undefined {
  const responsibility = framework.responsibilities.find(({ id }) => id === filling);
  const focusArea = framework.focusAreas.get(filling)?.focusArea;
  const entry = responsibility ?? focusArea;
  if (!entry) return undefined;
  const serving = responsibility ?? framework.responsibilities.find(({ serves }) => serves.includes(filling));
  const name = entry.name.charAt(0).toUpperCase() + entry.name.slice(1);
  const edge = (side: 'start' | 'end') =>
    ({ kind: 'template', template: `fase-${phase}`, edge: side, roll: 'none' }) as const;
  return newTaskSchema.parse({
    title: name.length <= 200 ? name : `${name.slice(0, 199)}…`,
    description: entry.name,
    kind: partner === undefined ? 'activity' : 'cooperation',
    phase,
    category: category ?? serving?.category ?? 'koordinering',
    actor: actor ?? focusArea?.actors?.[0] ?? serving?.actor ?? 'school-owner',
    partners: partner === undefined ? [] : [partner],
    measures: [filling],
    rule: { kind: 'period', from: edge('start'), to: edge('end') },
  });
}
