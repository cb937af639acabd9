import { z } from 'zod';
import { givenRoleSchema } from './membership.js';

/** One rule by which the provider's claims give a role: whoever has the value in the claim holds the role in the unit. */
export const roleRuleSchema = z.strictObject({
  claim: z.string().min(1).meta({
    description: 'The name of a claim, or a path into it: groups, or groups.id for a list of objects',
  }),
  value: z.string().min(1),
  unit: z.string().min(1),
  role: givenRoleSchema.exclude(['none']),
});

export type RoleRule = z.infer<typeof roleRuleSchema>;

export type Claims = Readonly<Record<string, unknown>>;

/** The roles that claims give: one for each rule whose value is among what the claim says. */
export function rolesOf(claims: Claims, rules: readonly RoleRule[]): Pick<RoleRule, 'unit' | 'role'>[] {
  return rules
    .filter(({ claim, value }) => valuesOf(claims, claim).includes(value))
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
