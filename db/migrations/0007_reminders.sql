-- People who are reminded, and how they want it. A removed person stays without name and address.
create table people (
  county text not null,
  id text not null,
  unit_id text not null,
  name text not null,
  address text not null,
  language text not null check (language in ('nb', 'nn', 'en')),
  lead_times text not null,
  weekly_digest integer not null,
  monthly_outlook integer not null,
  follows text not null,
  followed text,
  removed integer not null,
  version integer not null,
  created_at text not null,
  updated_at text not null,
  primary key (county, id),
  foreign key (county, unit_id) references units (county, id)
);

create unique index people_by_id on people (id);

-- What is known of an address: whether its owner still wants reminders, and whether mail to it comes back.
create table recipient_states (
  county text not null,
  recipient text not null,
  subscribed integer not null,
  failures integer not null,
  paused_at text,
  changed_at text not null,
  primary key (county, recipient)
);

-- The one row of a county is locked by whoever works out what is due, and says until when that is done.
create table reminder_runs (
  county text not null,
  settled_at text,
  settled_through text,
  primary key (county)
);

-- One message owed to one recipient, composed and waiting, or what has become of it.
create table outbox (
  county text not null,
  id text not null,
  recipient text not null,
  address text not null,
  day text not null,
  kind text not null check (kind in ('daily', 'correction')),
  content text not null,
  status text not null check (status in ('waiting', 'sent', 'failed', 'lapsed')),
  reason text,
  attempts integer not null,
  next_attempt_at text not null,
  leased_until text,
  server_answer text,
  created_at text not null,
  updated_at text not null,
  primary key (county, id)
);

create unique index outbox_once on outbox (county, recipient, day, kind);
create index outbox_waiting on outbox (status, next_attempt_at);

-- What has been settled once and is not owed again; by which message, if by one.
create table reminder_ledger (
  county text not null,
  recipient text not null,
  task_id text not null,
  occasion text not null,
  start text not null,
  outcome text not null check (outcome in ('owed', 'lapsed')),
  outbox_id text,
  settled_at text not null,
  primary key (county, recipient, task_id, occasion)
);

create index ledger_of_message on reminder_ledger (county, outbox_id);

create table snoozes (
  county text not null,
  recipient text not null,
  task_id text not null,
  day text not null,
  primary key (county, recipient, task_id, day)
);
