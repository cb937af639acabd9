-- What a county has set in place of a skolerute of data/school-years. A row that holds none says that the county has gone
-- back to the file; rows are never deleted, so that versions, and their sum, only grow.
create table corrected_school_years (
  county text not null,
  school_year text not null,
  skolerute text,
  who text not null,
  who_id text,
  at text not null,
  version integer not null,
  primary key (county, school_year)
);

-- What of a cycle's tasks has been looked over before it is published for the first time, and by whom.
create table looked_over (
  county text not null,
  cycle_id text not null,
  task_id text not null,
  who text not null,
  who_id text,
  at text not null,
  primary key (county, cycle_id, task_id)
);
