-- Raised with each change of a county's people and of what is known of its recipients: the reminder job looks when it has.
create table recipient_stamps (
  county text not null,
  stamp integer not null,
  primary key (county)
);

-- When the ledger was last written told changes from what had been settled; stamps do.
alter table reminder_runs drop column settled_at;

-- What a recipient has been told of a task, in short, so that any change of it is noticed. Empty for older rows.
alter table reminder_ledger add column told text not null default '';

create index ledger_by_start on reminder_ledger (county, start);
create index ledger_by_settled on reminder_ledger (county, settled_at);

-- The address that failed: another one of the same recipient is neither counted nor paused with it.
alter table recipient_states add column address text not null default '';

-- Whether mails carry the tasks as a calendar too.
alter table people add column attaches_calendar integer not null default 0;

-- What was composed before has no calendar and nobody to answer to; it is from the county.
update outbox set content = '{"sender":"' ||
  (select name from units where units.county = outbox.county and units.id = outbox.county) ||
  '","replyTo":null,"calendar":null,' || substr(content, 2);
