/** What a caller may do: each role may do what those before it may, within its county. docs/roles-and-privacy.md says what each is for. */
export const ROLES = ['anyone', 'reader', 'contributor', 'unit-coordinator', 'county-coordinator'] as const;

export type Role = (typeof ROLES)[number];

/** How a caller has shown who they are. */
export type Proof =
  | { readonly kind: 'none' }
  | { readonly kind: 'admin-token' }
  | { readonly kind: 'session'; readonly userId: string; readonly sessionId: string }
  | { readonly kind: 'token'; readonly userId: string; readonly scopes: readonly TokenScope[] };

/** What a personal token may be used for. */
export const TOKEN_SCOPES = ['read', 'write', 'feeds'] as const;

export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** Who calls. */
export interface Caller {
  /** As the history shows it. */
  readonly name: string;
  readonly role: Role;
  /** The county that the role is held in; null for anyone, and for automation, which holds it in every county. */
  readonly county: string | null;
  /** The unit that the caller speaks for; null for a county coordinator and for anyone. */
  readonly unit: string | null;
  /** Distinguishes people with the same name: the id of the person, or of the account of somebody known only by claims; null for automation. */
  readonly personId: string | null;
  readonly proof: Proof;
}

/** An anonymous caller. */
export const ANYONE: Caller = {
  name: 'anyone',
  role: 'anyone',
  county: null,
  unit: null,
  personId: null,
  proof: { kind: 'none' },
};

/** Whether a role is at least another. */
export function isAtLeast(role: Role, least: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(least);
}

/** Whether a caller has at least this role in a county. */
export function hasRole(
  { role, county: own }: Pick<Caller, 'role' | 'county'>,
  least: Role,
  county: string,
): boolean {
  return isAtLeast(role, least) && (least === 'anyone' || own === null || own === county);
}
