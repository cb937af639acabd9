-- Whether anyone may read what is published of a cycle. What was published before was open to all, and stays so.
alter table cycles add column public integer not null default 0;
update cycles set public = 1 where published_revision is not null;
