/** The tables of db/migrations, column by column. JSON columns hold text. */
export interface CyclesTable {
  county: string;
  id: string;
  school_year: string;
  state: 'draft' | 'published' | 'archived';
  revision: number;
  published_revision: number | null;
  published_at: string | null;
  provisional: string;
  created_at: string;
  updated_at: string;
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
}

export interface UnitsTable {
  county: string;
  id: string;
  kind: 'county' | 'school' | 'follow-up-service' | 'municipality' | 'partner';
  name: string;
  retired: number;
  version: number;
  created_at: string;
  updated_at: string;
}

export interface Tables {
  cycles: CyclesTable;
  tasks: TasksTable;
  history: HistoryTable;
  feeds: FeedsTable;
  feed_tokens: FeedTokensTable;
  feed_readings: FeedReadingsTable;
  published_stamps: PublishedStampsTable;
  comments: CommentsTable;
  units: UnitsTable;
}
