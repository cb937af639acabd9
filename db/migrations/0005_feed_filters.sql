-- What a feed shows and how, and who made it.
alter table feeds add column owner text not null default 'service';
alter table feeds add column version integer not null default 1;
alter table feeds add column filter text not null default '{}';
alter table feeds add column form text not null default 'events' check (form in ('events', 'todos'));
alter table feeds add column alarms integer not null default 0;

-- When and by which client a feed was last fetched, and what it served since when: Last-Modified changes only when the
-- content does. Written now and then for many feeds at once.
create table feed_readings (
  county text not null,
  feed_id text not null,
  fetched_at text,
  fetched_by text,
  content_etag text not null,
  content_modified text not null,
  primary key (county, feed_id),
  foreign key (county, feed_id) references feeds (county, id)
);

-- Every token that a feed has had, by its hash: an old one is answered as revoked, not as unknown.
create table feed_tokens (
  county text not null,
  token_hash text not null,
  feed_id text not null,
  generation integer not null,
  primary key (county, token_hash),
  foreign key (county, feed_id) references feeds (county, id)
);

create unique index feed_tokens_by_hash on feed_tokens (token_hash);
insert into feed_tokens (county, token_hash, feed_id, generation)
  select county, token_hash, id, token_generation from feeds;
drop index feeds_by_token;
alter table feeds drop column token_hash;

-- Grows whenever what a county shows its subscribers may have changed; every instance looks at it once a second or more.
create table published_stamps (
  county text not null,
  stamp integer not null,
  primary key (county)
);
