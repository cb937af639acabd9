-- The content of a message lies apart: a claim, and what becomes of it, write a small row. Which kinds there are, the
-- program says. More than one message of a kind on a day is numbered: corrections that cannot wait for the next day.
create table outbox_small (
  county text not null,
  id text not null,
  recipient text not null,
  address text not null,
  day text not null,
  kind text not null,
  number integer not null,
  status text not null check (status in ('waiting', 'sent', 'failed', 'lapsed')),
  reason text,
  attempts integer not null,
  asked integer not null,
  next_attempt_at text not null,
  -- since when it is tried: since it was composed, or was sent again by hand
  waiting_since text not null,
  leased_until text,
  server_answer text,
  created_at text not null,
  updated_at text not null,
  primary key (county, id)
);

insert into outbox_small
  select county, id, recipient, address, day, kind, 1, status, reason, attempts, asked, next_attempt_at, created_at,
    leased_until, server_answer, created_at, updated_at
  from outbox;

create table outbox_content (
  county text not null,
  id text not null,
  content text not null,
  primary key (county, id)
);

insert into outbox_content select county, id, content from outbox;

drop table outbox;
alter table outbox_small rename to outbox;

create unique index outbox_once on outbox (county, recipient, day, kind, number);
create index outbox_waiting on outbox (status, next_attempt_at);

-- Why something is not owed any more although it was never sent.
alter table reminder_ledger add column reason text;
update reminder_ledger set reason = 'past' where outcome = 'lapsed';
create index ledger_lapsed on reminder_ledger (county, outcome, settled_at);

-- The language of what is sent to a unit's own address.
alter table units add column language text not null default 'nb' check (language in ('nb', 'nn', 'en'));
