import type { Generated } from 'kysely';

/**
 * The tables of db/migrations, column by column; JSON columns hold text. They stand in one file because they are one schema:
 * migrations change it as a whole, features join each other's tables, and an export or a backup walks all of them.
 */

export interface CyclesTable {
  county: string;
  id: string;
  school_year: string;
  state: 'draft' | 'published' | 'archived';
  revision: number;
  published_revision: number | null;
  published_at: string | null;
  level: 'essential' | 'recommended' | 'complete';
  public: number;
  provisional: string;
  created_at: string;
  updated_at: string;
  comments_said: Generated<number>;
  first_published_at: string | null;
}

export interface TasksTable {
  county: string;
  cycle_id: string;
  id: string;
  version: number;
  body: string;
  generated: string | null;
  published: string | null;
  adjusts: string | null;
}

export interface HistoryTable {
  county: string;
  cycle_id: string;
  revision: number;
  position: number;
  at: string;
  who: string;
  action: string;
  task_id: string | null;
  before_body: string | null;
  after_body: string | null;
  takes_back: number | null;
  detail: string | null;
  who_id: string | null;
}

export interface FeedsTable {
  county: string;
  id: string;
  name: string;
  language: 'nb' | 'nn' | 'en';
  token_generation: number;
  created_at: string;
  revoked_at: string | null;
  owner: string;
  version: number;
  filter: string;
  form: 'events' | 'todos';
  alarms: number;
  owner_id: string | null;
  phases: number;
  bars: number;
  cancelled: number;
  sequence: number;
}

export interface FeedReadingsTable {
  county: string;
  feed_id: string;
  fetched_at: string | null;
  fetched_by: string | null;
  content_etag: string;
  content_modified: string;
}

export interface FeedTokensTable {
  county: string;
  token_hash: string;
  feed_id: string;
  generation: number;
}

export interface PublishedStampsTable {
  county: string;
  stamp: number;
}

export interface CommentsTable {
  county: string;
  task_id: string;
  id: string;
  at: string;
  who: string;
  body: string;
  who_id: string | null;
}

export interface PresenceTable {
  county: string;
  cycle_id: string;
  task_id: string;
  user_id: string;
  browser_window: string;
  person_id: string | null;
  name: string;
  seen_at: string;
}

export interface UnitsTable {
  county: string;
  id: string;
  kind: 'county' | 'school' | 'follow-up-service' | 'municipality' | 'partner';
  name: string;
  partner: string | null;
  address: string | null;
  lead_times: string;
  retired: number;
  version: number;
  created_at: string;
  updated_at: string;
  organisation_number: string | null;
  municipality: string | null;
  language: 'nb' | 'nn' | 'en';
  first_person_at: Generated<string | null>;
  first_addressed_at: string | null;
  reminders: Generated<'weekly' | 'each-task'>;
  public_coverage: Generated<number>;
  route: string | null;
}

export interface PeopleTable {
  county: string;
  id: string;
  unit_id: string;
  name: string;
  address: string;
  language: 'nb' | 'nn' | 'en';
  lead_times: string;
  weekly_digest: number;
  monthly_outlook: number;
  attaches_calendar: number;
  follows: string;
  followed: string | null;
  removed: number;
  version: number;
  created_at: string;
  updated_at: string;
  role: 'none' | 'reader' | 'contributor' | 'unit-coordinator' | 'county-coordinator';
  reminders: 'weekly' | 'each-task' | null;
}

export interface RecipientStampsTable {
  county: string;
  stamp: number;
}

export interface RecipientStatesTable {
  county: string;
  recipient: string;
  address: string;
  subscribed: number;
  failures: number;
  paused_at: string | null;
  changed_at: string;
}

export interface ReminderRunsTable {
  county: string;
  settled_through: string | null;
}

export interface OutboxTable {
  county: string;
  id: string;
  recipient: string;
  address: string;
  day: string;
  /** The kinds are MESSAGE_KINDS in reminders/outbox/outbox.store.ts. */
  kind: string;
  number: number;
  status: 'waiting' | 'sent' | 'failed' | 'lapsed';
  reason: string | null;
  attempts: number;
  asked: number;
  next_attempt_at: string;
  waiting_since: string;
  leased_until: string | null;
  server_answer: string | null;
  created_at: string;
  updated_at: string;
}

export interface OutboxContentTable {
  county: string;
  id: string;
  content: string;
}

export interface AnnouncementsTable {
  county: string;
  cycle_id: string;
  revision: number;
  since: number | null;
  at: string;
}

export interface ReminderLedgerTable {
  county: string;
  recipient: string;
  task_id: string;
  occasion: string;
  start: string;
  told: string;
  outcome: 'owed' | 'lapsed';
  reason: 'past' | 'no-message-left' | null;
  outbox_id: string | null;
  settled_at: string;
}

export interface SnoozesTable {
  county: string;
  recipient: string;
  task_id: string;
  day: string;
}

export interface AuthUsersTable {
  id: string;
  name: string;
  email: string;
  email_verified: number;
  image: string | null;
  created_at: string;
  updated_at: string;
  person_id: string | null;
}

export interface AuthSessionsTable {
  id: string;
  token: string;
  user_id: string;
  ip_address: string | null;
  user_agent: string | null;
  expires_at: string;
  created_at: string;
  updated_at: string;
}

export interface AuthAccountsTable {
  id: string;
  account_id: string;
  provider_id: string;
  user_id: string;
}

export interface AuthVerificationsTable {
  id: string;
  identifier: string;
  value: string;
  expires_at: string;
}

export interface ClaimedRolesTable {
  subject: string;
  roles: string;
  updated_at: string;
}

export interface SignedInAsTable {
  user_id: string;
  county: string;
  person_id: string;
  since: string;
}

export interface ApiTokensTable {
  id: string;
  user_id: string;
  name: string;
  token_hash: string;
  scopes: string;
  expires_at: string;
  created_at: string;
  last_used_at: string | null;
  revoked_at: string | null;
}

export interface AuditTable {
  county: string;
  id: string;
  at: string;
  event: string;
  who: string;
  who_id: string | null;
  about: string | null;
  detail: string | null;
}

export interface CorrectedSchoolYearsTable {
  county: string;
  school_year: string;
  skolerute: string | null;
  who: string;
  who_id: string | null;
  at: string;
  version: number;
}

export interface YearDatesTable {
  county: string;
  school_year: string;
  template: string;
  year_date: string | null;
  who: string;
  who_id: string | null;
  at: string;
  version: number;
}

export interface LookedOverTable {
  county: string;
  cycle_id: string;
  task_id: string;
  who: string;
  who_id: string | null;
  at: string;
}

export interface WriteProbeTable {
  id: number;
  probed_at: string;
  padding: string;
}

export interface Tables {
  auth_users: AuthUsersTable;
  auth_sessions: AuthSessionsTable;
  auth_accounts: AuthAccountsTable;
  auth_verifications: AuthVerificationsTable;
  claimed_roles: ClaimedRolesTable;
  signed_in_as: SignedInAsTable;
  api_tokens: ApiTokensTable;
  audit: AuditTable;
  cycles: CyclesTable;
  tasks: TasksTable;
  history: HistoryTable;
  feeds: FeedsTable;
  feed_tokens: FeedTokensTable;
  feed_readings: FeedReadingsTable;
  published_stamps: PublishedStampsTable;
  comments: CommentsTable;
  corrected_school_years: CorrectedSchoolYearsTable;
  year_dates: YearDatesTable;
  looked_over: LookedOverTable;
  presence: PresenceTable;
  units: UnitsTable;
  people: PeopleTable;
  recipient_stamps: RecipientStampsTable;
  recipient_states: RecipientStatesTable;
  reminder_runs: ReminderRunsTable;
  announcements: AnnouncementsTable;
  outbox: OutboxTable;
  outbox_content: OutboxContentTable;
  reminder_ledger: ReminderLedgerTable;
  snoozes: SnoozesTable;
  write_probe: WriteProbeTable;
}
