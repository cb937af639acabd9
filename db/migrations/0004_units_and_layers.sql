-- Whose tasks are whose: the county's unit and those in it. A retired unit stays, because the history names it.
create table units (
  county text not null,
  id text not null,
  kind text not null check (kind in ('county', 'school', 'follow-up-service', 'municipality', 'partner')),
  name text not null,
  retired integer not null,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  primary key (county, id)
);

create unique index units_by_id on units (id);

-- For a row that holds a unit's adjustment of a task: the task's id. A task itself adjusts nothing.
alter table tasks add column adjusts text;
