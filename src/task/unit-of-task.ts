import type { Actor } from '../framework/vocabulary.js';
import type { Unit } from '../units/unit.js';
import type { Task } from './task.js';

/**
 * The id of the unit that a task is of: the one it is assigned to, else the one in whose own layer it stands. Null for
 * what is every unit's: a task of the county's layer that is assigned to nobody.
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
