/** The tables of db/migrations, column by column. JSON columns hold text. */
export interface CyclesTable {
  county: string;
  id: string;
  school_year: string;
  state: 'draft' | 'published' | 'archived';
  revision: number;
  provisional: string;
  created_at: string;
  updated_at: string;
}

export interface TasksTable {
  county: string;
  cycle_id: string;
  id: string;
  start_date: string;
  end_date: string;
  version: number;
  body: string;
}

export interface HistoryTable {
  county: string;
  cycle_id: string;
  revision: number;
  at: string;
  who: string;
  action: string;
  detail: string;
}

export interface FeedsTable {
  county: string;
  id: string;
  name: string;
  language: 'nb' | 'nn' | 'en';
  token_hash: string;
  token_generation: number;
  created_at: string;
  revoked_at: string | null;
}

export interface Tables {
  cycles: CyclesTable;
  tasks: TasksTable;
  history: HistoryTable;
  feeds: FeedsTable;
}
