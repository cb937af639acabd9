import type { Tables } from '../../src/database/tables.js';

/** What a table holds about people. */
export type Holding =
  /** Rows about somebody: under which name an export gives them out, and whether erasing takes the row or the name in it. */
  | { readonly kind: 'personal'; readonly exported: string; readonly erased: 'row' | 'name' }
  /** The same, but an export does not hold it. */
  | { readonly kind: 'secret'; readonly why: string; readonly erased: 'row' }
  | { readonly kind: 'nothing'; readonly why: string };

const personal = (exported: string, erased: 'row' | 'name' = 'row'): Holding => ({
  kind: 'personal',
  exported,
  erased,
});
const nothing = (why: string): Holding => ({ kind: 'nothing', why });

/** Every table, and what export and erase have to do with it; docs/roles-and-privacy.md says the same to people. */
export const HOLDINGS: Readonly<Record<keyof Tables, Holding>> = {
  people: personal('person', 'name'),
  history: personal('history', 'name'),
  comments: personal('comments', 'name'),
  audit: personal('audit', 'name'),
  corrected_school_years: personal('schoolYears', 'name'),
  year_dates: personal('yearDates', 'name'),
  looked_over: personal('lookedOver', 'name'),
  feeds: personal('feeds', 'name'),
  presence: personal('looking'),
  outbox: personal('messages'),
  outbox_content: personal('messages'),
  reminder_ledger: personal('reminded'),
  snoozes: personal('snoozes'),
  recipient_states: personal('mailState'),
  auth_users: personal('account'),
  auth_sessions: personal('account.sessions'),
  api_tokens: personal('account.tokens'),
  auth_accounts: personal('account.known'),
  claimed_roles: personal('account.known'),
  signed_in_as: personal('account.signedInAs'),
  auth_verifications: {
    kind: 'secret',
    why: 'who has it signs in, and it is gone after a quarter of an hour',
    erased: 'row',
  },
  cycles: nothing('a cycle is the county’s'),
  tasks: nothing('what people write into tasks stays, without who wrote it'),
  units: nothing('name and address are the unit’s'),
  announcements: nothing('says of a publication that it is to be told; the message stands in the history'),
  feed_tokens: nothing('hashes of addresses of feeds'),
  feed_readings: nothing('which program has fetched a feed, not who uses it'),
  published_stamps: nothing('a number of a county'),
  recipient_stamps: nothing('a number of a county'),
  reminder_runs: nothing('a day of a county'),
  write_probe: nothing('when it was last tried whether anything can be written'),
};
