-- A feed is found by the hash of its token; the token itself is never stored.

create table feeds (
  county text not null,
  id text not null,
  name text not null,
  language text not null check (language in ('nb', 'nn', 'en')),
  token_hash text not null,
  token_generation integer not null,
  created_at text not null,
  revoked_at text,
  primary key (county, id)
);

create unique index feeds_by_token on feeds (token_hash);
