-- Whether a server may have been asked to take a message: while it has not, the message can be taken back and merged.
alter table outbox add column asked integer not null default 0;
update outbox set asked = 1 where attempts > 0;
