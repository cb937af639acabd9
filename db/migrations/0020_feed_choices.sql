-- What owners choose of a feed besides its filter: the bars of whole phases, long periods as one bar, and what is cancelled.
-- Those before could not choose. A feed that selects more than a unit keeps the phase bars that it has selected.
alter table feeds add column phases integer not null default 0;
alter table feeds add column bars integer not null default 0;
alter table feeds add column cancelled integer not null default 1;

-- What each SEQUENCE is raised by; it grows when the owner changes what the feed shows. It begins at 1, so that what was served
-- before is updated.
alter table feeds add column sequence integer not null default 1;

update feeds set phases = 1
  where filter <> '{}'
    and not (filter like '{"unit":"%"}' and replace(filter, ',"responsibleOnly":false', '') not like '%","%');
