-- Dates and instants are ISO text and what has a shape of its own is JSON text, alike on SQLite and PostgreSQL.
-- County is the first key of every table that grows with use.

create table cycles (
  county text not null,
  id text not null,
  school_year text not null,
  state text not null check (state in ('draft', 'published', 'archived')),
  -- grows by one with each change of the cycle or one of its tasks
  revision integer not null,
  -- the revision that subscribers see; null before the first publishing
  published_revision integer,
  published_at text,
  provisional text not null,
  created_at text not null,
  updated_at text not null,
  primary key (county, id)
);

create unique index cycles_by_id on cycles (id);

create table tasks (
  county text not null,
  cycle_id text not null,
  id text not null,
  version integer not null,
  -- the task as it is edited
  body text not null,
  -- the task as it was last generated; null for one that people made
  generated text,
  -- the task as subscribers see it; null when they do not
  published text,
  primary key (county, id),
  foreign key (county, cycle_id) references cycles (county, id)
);

create unique index tasks_by_id on tasks (id);
create index tasks_of_cycle on tasks (county, cycle_id);

-- One row per task that a revision changed, or one without a task for a change of the cycle itself. Rows are never changed.
create table history (
  county text not null,
  cycle_id text not null,
  revision integer not null,
  position integer not null,
  at text not null,
  who text not null,
  action text not null,
  task_id text,
  -- the task before and after; null before it was there
  before_body text,
  after_body text,
  -- for an undo or redo: the revision whose effect it takes back
  takes_back integer,
  detail text,
  primary key (county, cycle_id, revision, position),
  foreign key (county, cycle_id) references cycles (county, id)
);

create index history_of_task on history (county, task_id, revision);
