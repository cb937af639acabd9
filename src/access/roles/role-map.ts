import { z } from 'zod';
import { fitsUnit } from '../../people/given-role.js';
import { givenRoleSchema } from '../../people/person.js';

/** The name of the one provider that can be configured, in addresses and in the database. */
export const PROVIDER = 'oidc';

/** What a claim has to say; the claim is a name, or a path into it: `groups`, or `groups.id` for a list of objects. */
const conditionSchema = z.strictObject({ claim: z.string().min(1), value: z.string().min(1) });

type Condition = z.infer<typeof conditionSchema>;

/**
 * One rule by which the provider's claims give a role: a user with this value in the claim, and with the further ones, has
 * the role in the unit. Pupils are in a school's group like its staff; another claim distinguishes them.
 */
export const roleRuleSchema = conditionSchema
  .extend({
    and: z.array(conditionSchema).default([]),
    unit: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'should be the id of a unit, such as 39-horten-videregaende-skole'),
    role: givenRoleSchema.exclude(['none']),
  })
  .refine(({ role, unit }) => fitsUnit(role, { id: unit, county: /^\d{2}$/.test(unit) ? unit : '' }), {
    path: ['role'],
    error:
      'may be county-coordinator only in a county’s own unit, such as 39, and unit-coordinator only in any other',
  });

export type RoleRule = z.infer<typeof roleRuleSchema>;

export type Claims = Readonly<Record<string, unknown>>;

/**
 * The roles that claims give: one for each rule whose conditions all hold. Conditions on the same list must hold for the same
 * entry; what an entry lacks is taken from its parent: Feide states employment in the group of the school owner, which is the
 * parent of its schools' groups. A further value of the rule's first claim may belong to another entry, so that a rule can
 * require two groups.
 */
export function rolesOf(claims: Claims, rules: readonly RoleRule[]): Pick<RoleRule, 'unit' | 'role'>[] {
  return rules
    .filter(({ claim, value, and }) => hold(claims, [{ claim, value }, ...and]))
    .map(({ unit, role }) => ({ unit, role }));
}

/** Whether conditions hold together. A name is taken whole before it is taken as a path, because names may be addresses with dots. */
function hold(claims: Claims, conditions: readonly Condition[]): boolean {
  const byHead = new Map<string, Condition[]>();
  for (const condition of conditions) {
    const { claim, value } = condition;
    if (Object.hasOwn(claims, claim)) {
      if (!textsOf(claims[claim]).includes(value)) return false;
      continue;
    }
    const { head } = partsOf(claim);
    byHead.set(head, [...(byHead.get(head) ?? []), condition]);
  }
  return [...byHead].every(([head, within]) => holdWithin(entriesOf(claims, head), within));
}

/** Whether conditions on what is inside of one claim hold together, of one of its entries. */
function holdWithin(entries: readonly Claims[], conditions: readonly Condition[]): boolean {
  const [first, ...others] = conditions;
  if (!first) return true;
  const apart = others.filter(({ claim }) => claim === first.claim);
  const inner = [first, ...others.filter(({ claim }) => claim !== first.claim)].map(({ claim, value }) => ({
    claim: partsOf(claim).rest,
    value,
  }));
  return (
    entries.some((entry) => holdOf(entry, entries, inner)) &&
    apart.every((condition) => holdWithin(entries, [condition]))
  );
}

/** Whether conditions hold of an entry, as far as it says something of them, and else of one that it is a part of. */
function holdOf(entry: Claims, entries: readonly Claims[], conditions: readonly Condition[]): boolean {
  const said = conditions.filter(({ claim }) => saysOf(entry, claim));
  const left = conditions.filter(({ claim }) => !saysOf(entry, claim));
  if (said.length === 0 || !hold(entry, said)) return false;
  return left.length === 0 || entries.some((other) => isPartOf(entry, other) && hold(other, left));
}

/** Whether a claim is present, whatever its value. */
function saysOf(claims: Claims, claim: string): boolean {
  if (Object.hasOwn(claims, claim)) return true;
  const { head, rest } = partsOf(claim);
  return entriesOf(claims, head).some((entry) => saysOf(entry, rest));
}

/** Whether one entry names the other as its parent, or has an id that extends the other's, as Feide's schools do. */
function isPartOf(entry: Claims, whole: Claims): boolean {
  const { id: wholeId } = whole;
  if (typeof wholeId !== 'string' || wholeId === '') return false;
  return entry.parent === wholeId || (typeof entry.id === 'string' && entry.id.startsWith(`${wholeId}:`));
}

/** A path's first name, which is empty when there is no more than one, and the path from there. */
function partsOf(claim: string): { readonly head: string; readonly rest: string } {
  const at = claim.indexOf('.');
  return at === -1 ? { head: '', rest: claim } : { head: claim.slice(0, at), rest: claim.slice(at + 1) };
}

/** The objects that a claim holds, alone or in a list, also in lists of lists. */
function entriesOf(claims: Claims, head: string): Claims[] {
  const flat = (value: unknown): unknown[] => (Array.isArray(value) ? value.flatMap(flat) : [value]);
  const inner = head !== '' && Object.hasOwn(claims, head) ? flat(claims[head]) : [];
  return inner.filter((entry): entry is Claims => typeof entry === 'object' && entry !== null);
}

function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return ['string', 'number', 'boolean'].includes(typeof value) ? [String(value)] : [];
}
