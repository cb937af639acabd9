/** Somebody about whom a county stores something, by the ids under which it lies. */
export interface DataSubject {
  readonly county: string;
  /** Beside their name in what they have done; at least one. */
  readonly authorIds: readonly string[];
  /** Of their reminders; null for who is not reminded. */
  readonly recipient: string | null;
  /** Of their account, unless others, or another county, have to do with it too. */
  readonly userIds: readonly string[];
  /** To which a one-time link may have been sent that signs in to it. */
  readonly addresses: readonly string[];
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
