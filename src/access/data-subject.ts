/** Somebody about whom a county stores data, with the ids under which it is stored. */
export interface DataSubject {
  readonly county: string;
  /** The ids stored with their name in what they have done; at least one. */
  readonly authorIds: readonly string[];
  /** The recipient key of their reminders; null for somebody who gets none. */
  readonly recipient: string | null;
  /** The accounts that are theirs alone. */
  readonly userIds: readonly string[];
  /** The addresses to which a one-time link for one of the accounts may have been sent. */
  readonly addresses: readonly string[];
  /** Why an account that leads to them is left out; null when there is none. */
  readonly kept: KeptBecause | null;
}

/**
 * Why an account is neither exported nor erased with a person:
 * - `shared`: somebody else, or another county, uses it too
 * - `unproven`: its owner has never signed in with it as this person
 */
export const KEPT_BECAUSE = ['shared', 'unproven'] as const;

export type KeptBecause = (typeof KEPT_BECAUSE)[number];

/** What happens to the account when somebody is erased. */
export const ACCOUNT_FATES = ['erased', 'kept', 'none'] as const;

/** What happens to the account when somebody is erased, and why it stays if it does. */
export function accountFate({ userIds, kept }: Pick<DataSubject, 'userIds' | 'kept'>): {
  readonly account: (typeof ACCOUNT_FATES)[number];
  readonly accountKept: KeptBecause | null;
} {
  if (kept !== null) return { account: 'kept', accountKept: kept };
  return { account: userIds.length > 0 ? 'erased' : 'none', accountKept: null };
}

/** The id in a county of somebody known there only by their account and the provider's claims. */
export function accountIdOf(county: string, userId: string): string {
  return `${prefixOf(county)}${userId}`;
}

/** The id of the user whose account in a county has this id; undefined when the id is not of that form. */
export function userIdOf(county: string, accountId: string): string | undefined {
  const prefix = prefixOf(county);
  return accountId.startsWith(prefix) ? accountId.slice(prefix.length) : undefined;
}

const prefixOf = (county: string) => `${county}-user-`;
