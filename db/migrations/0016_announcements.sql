-- A publication with a message that has not been put into the outbox yet; the message stands in the history.
create table announcements (
  county text not null,
  cycle_id text not null,
  revision integer not null,
  -- the revision that subscribers saw before; null when this is the first
  since integer,
  at text not null,
  primary key (county, cycle_id, revision),
  foreign key (county, cycle_id) references cycles (county, id)
);

-- Mails with news of a publication: several may go on one day, each once by its id.
drop index outbox_once;
create unique index outbox_once on outbox (county, recipient, day, kind, number) where kind <> 'news';
