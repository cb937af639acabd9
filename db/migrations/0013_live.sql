-- How many comments the cycle's tasks have had: with the revision it tells whether there is anything new.
alter table cycles add column comments_said integer not null default 0;

-- Who is looking at which task at this moment, by the window of their browser. A row counts for half a minute after it was last written.
create table presence (
  county text not null,
  cycle_id text not null,
  task_id text not null,
  user_id text not null,
  browser_window text not null,
  -- null for who is known by the claims of a provider alone
  person_id text,
  name text not null,
  seen_at text not null,
  primary key (county, cycle_id, task_id, user_id, browser_window)
);

create index presence_by_time on presence (seen_at);
