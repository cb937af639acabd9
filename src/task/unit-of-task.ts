import type { Actor } from '../framework/vocabulary.js';
import type { Unit } from '../units/unit.js';
import type { Task } from './task.js';

/**
 * The id of the unit that a task belongs to: the one it is assigned to, or else the one whose layer it is in. Null for an
 * unassigned task of the county's layer, which belongs to every unit.
 */
export function unitOfTask({ unitId, layer }: Pick<Task, 'unitId' | 'layer'>, county: string): string | null {
  return unitId ?? (layer === county ? null : layer);
}

/** The kind of unit that an actor is. */
export const UNIT_KIND_OF: Record<Actor, Unit['kind']> = {
  'school-owner': 'county',
  school: 'school',
  'follow-up-service': 'follow-up-service',
};
