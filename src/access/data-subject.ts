/** Somebody about whom a county stores something, by the ids under which it lies. */
export interface DataSubject {
  readonly county: string;
  /** Beside their name in what they have done; at least one. */
  readonly authorIds: readonly string[];
  /** Of their reminders; null for who is not reminded. */
  readonly recipient: string | null;
  /** Of the accounts that are theirs alone. */
  readonly userIds: readonly string[];
  /** To which a one-time link may have been sent that signs in to one. */
  readonly addresses: readonly string[];
  /** Why an account that leads to them is not among these; null when there is none. */
  readonly kept: KeptBecause | null;
}

/**
 * Why an account is neither given out nor erased with somebody:
 * - `shared`: somebody else, or another county, has to do with it too
 * - `unproven`: its owner has never signed in by it as this person
 */
export const KEPT_BECAUSE = ['shared', 'unproven'] as const;

export type KeptBecause = (typeof KEPT_BECAUSE)[number];

/** What becomes of the account when somebody is erased. */
export const ACCOUNT_FATES = ['erased', 'kept', 'none'] as const;

/** What becomes of the account when somebody is erased, and why it stays if it does. */
export function accountFate({ userIds, kept }: Pick<DataSubject, 'userIds' | 'kept'>): {
  readonly account: (typeof ACCOUNT_FATES)[number];
  readonly accountKept: KeptBecause | null;
} {
  if (kept !== null) return { account: 'kept', accountKept: kept };
  return { account: userIds.length > 0 ? 'erased' : 'none', accountKept: null };
}

/** The id in a county of somebody who is known there by the claims of a provider alone: their account. */
export function accountIdOf(county: string, userId: string): string {
  return `${prefixOf(county)}${userId}`;
}

/** The user whose account in a county has this id; undefined when it is no such id. */
export function userIdOf(county: string, accountId: string): string | undefined {
  const prefix = prefixOf(county);
  return accountId.startsWith(prefix) ? accountId.slice(prefix.length) : undefined;
}

const prefixOf = (county: string) => `${county}-user-`;
