-- What a person may do in the unit that they stand in.
alter table people add column role text not null default 'none'
  check (role in ('none', 'reader', 'contributor', 'unit-coordinator', 'county-coordinator'));
create index people_by_address on people (lower(address));

alter table units add column organisation_number text;
alter table units add column municipality text;

-- Which person a name stands for, so that the name can be erased; null for automation.
alter table history add column who_id text;
alter table comments add column who_id text;
alter table feeds add column owner_id text;

-- Who has signed in, as the library for it (better-auth) keeps them. They are of no county: a person of several signs in once.
create table auth_users (
  id text primary key,
  name text not null,
  email text not null unique,
  email_verified integer not null,
  image text,
  created_at text not null,
  updated_at text not null,
  -- the person whom a one-time link was made for; others are known by their address
  person_id text
);

create table auth_sessions (
  id text primary key,
  token text not null unique,
  user_id text not null references auth_users (id) on delete cascade,
  ip_address text,
  user_agent text,
  expires_at text not null,
  created_at text not null,
  updated_at text not null
);
create index auth_sessions_of_user on auth_sessions (user_id);

-- How a user is known to the provider; its tokens are not kept.
create table auth_accounts (
  id text primary key,
  account_id text not null,
  provider_id text not null,
  user_id text not null references auth_users (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at text,
  refresh_token_expires_at text,
  scope text,
  password text,
  created_at text not null,
  updated_at text not null
);
create unique index auth_accounts_of_provider on auth_accounts (provider_id, account_id);
create index auth_accounts_of_user on auth_accounts (user_id);

-- One-time links, by the hash of their token, and sign-ins under way at a provider.
create table auth_verifications (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at text not null,
  created_at text not null,
  updated_at text not null
);
create index auth_verifications_by_identifier on auth_verifications (identifier);

-- The roles that the provider's claims gave a user at the last sign-in.
create table claimed_roles (
  subject text primary key,
  roles text not null,
  updated_at text not null
);

create table api_tokens (
  id text primary key,
  user_id text not null references auth_users (id) on delete cascade,
  name text not null,
  token_hash text not null unique,
  scopes text not null,
  expires_at text not null,
  created_at text not null,
  last_used_at text,
  revoked_at text
);
create index api_tokens_of_user on api_tokens (user_id);

-- What has been done that is no change of a cycle. Rows are never changed, but for a name that is erased.
create table audit (
  county text not null,
  id text not null,
  at text not null,
  event text not null,
  who text not null,
  who_id text,
  about text,
  detail text,
  primary key (county, id)
);
create index audit_by_time on audit (county, at);
