import { z } from 'zod';
import { givenRoleSchema } from './membership.js';

/** What a claim has to say; the claim is a name, or a path into it: `groups`, or `groups.id` for a list of objects. */
const conditionSchema = z.strictObject({ claim: z.string().min(1), value: z.string().min(1) });

/**
 * One rule by which the provider's claims give a role: whoever has the value in the claim, and the further ones, holds
 * the role in the unit. Pupils stand in a school's group as its staff does; what sets them apart is another claim.
 */
export const roleRuleSchema = conditionSchema.extend({
  and: z.array(conditionSchema).default([]),
  unit: z.string().min(1),
  role: givenRoleSchema.exclude(['none']),
});

export type RoleRule = z.infer<typeof roleRuleSchema>;

export type Claims = Readonly<Record<string, unknown>>;

/** The roles that claims give: one for each rule whose values are all among what the claims say. */
export function rolesOf(claims: Claims, rules: readonly RoleRule[]): Pick<RoleRule, 'unit' | 'role'>[] {
  return rules
    .filter(({ claim, value, and }) =>
      [{ claim, value }, ...and].every((each) => valuesOf(claims, each.claim).includes(each.value)),
    )
    .map(({ unit, role }) => ({ unit, role }));
}

/** What a claim says, as texts. A name is taken whole before it is taken as a path, because names may be addresses with dots. */
function valuesOf(claims: Claims, claim: string): string[] {
  if (claim in claims) return textsOf(claims[claim]);
  const at = claim.indexOf('.');
  if (at === -1) return [];
  const [head, rest] = [claim.slice(0, at), claim.slice(at + 1)];
  const inner = claims[head];
  const parts: readonly unknown[] = Array.isArray(inner) ? inner : [inner];
  return parts.flatMap((part) =>
    typeof part === 'object' && part !== null ? valuesOf(part as Claims, rest) : [],
  );
}

function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return ['string', 'number', 'boolean'].includes(typeof value) ? [String(value)] : [];
}
