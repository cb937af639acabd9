/** What a person can be given to do. */
export const GIVEN_ROLES = [
  'none',
  'reader',
  'contributor',
  'unit-coordinator',
  'county-coordinator',
] as const;

export type GivenRole = (typeof GIVEN_ROLES)[number];

/** Whether a role can be held in a unit: the county's in its own unit alone, a unit coordinator's in any other. */
export function fitsUnit(role: GivenRole, unit: { readonly id: string; readonly county: string }): boolean {
  const isCounty = unit.id === unit.county;
  if (role === 'county-coordinator') return isCounty;
  return role !== 'unit-coordinator' || !isCounty;
}
