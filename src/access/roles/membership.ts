import type { GivenRole } from '../../people/given-role.js';
import { ANYONE, type Caller, isAtLeast, type Proof } from '../../routing/caller.js';

/** A role that a signed-in user holds in one unit. */
export interface Membership {
  readonly county: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly role: Exclude<GivenRole, 'none'>;
  /** As the history shows them. */
  readonly name: string;
  /** The person's, or for a role that comes from the provider's claims the account's. */
  readonly personId: string;
}

/**
 * The membership that somebody speaks from: the one of the unit they say, else the one that reaches furthest. Undefined
 * when they have none there.
 */
export function actingMembership(
  memberships: readonly Membership[],
  actingUnit: string | undefined,
): Membership | undefined {
  return [...memberships]
    .filter(({ unitId }) => actingUnit === undefined || unitId === actingUnit)
    .sort((a, b) => (a.role === b.role ? 0 : isAtLeast(a.role, b.role) ? -1 : 1))[0];
}

/** Who calls, when it is somebody with this membership; somebody without any may do what anyone may. */
export function callerFrom(membership: Membership | undefined, name: string, proof: Proof): Caller {
  if (!membership) return { ...ANYONE, name, proof };
  const { role, county, unitId, personId } = membership;
  const unit = role === 'county-coordinator' ? null : unitId;
  return { name: membership.name, role, county, unit, personId, proof };
}
