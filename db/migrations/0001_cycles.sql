-- Dates and instants are ISO text and lists are JSON text, alike on SQLite and PostgreSQL.
-- County is the first key of every table that grows with use.

create table cycles (
  county text not null,
  id text not null,
  school_year text not null,
  state text not null check (state in ('draft', 'published', 'archived')),
  revision integer not null,
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
  start_date text not null,
  end_date text not null,
  version integer not null,
  body text not null,
  primary key (county, id),
  foreign key (county, cycle_id) references cycles (county, id)
);

create unique index tasks_by_id on tasks (id);
create index tasks_of_cycle on tasks (county, cycle_id, start_date, id);

create table history (
  county text not null,
  cycle_id text not null,
  revision integer not null,
  at text not null,
  who text not null,
  action text not null,
  detail text not null,
  primary key (county, cycle_id, revision),
  foreign key (county, cycle_id) references cycles (county, id)
);
