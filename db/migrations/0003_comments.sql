create table comments (
  county text not null,
  task_id text not null,
  id text not null,
  at text not null,
  who text not null,
  body text not null,
  primary key (county, task_id, id),
  foreign key (county, task_id) references tasks (county, id)
);
