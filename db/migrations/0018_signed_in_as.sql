-- As whom an account has signed in: as people, and in counties where a provider's claims give it a role as the account.
-- An address in a row of people says only what somebody has typed there; this says that its owner came and held the role.
create table signed_in_as (
  user_id text not null references auth_users (id) on delete cascade,
  county text not null,
  -- the person's id, or the account's in that county
  person_id text not null,
  since text not null,
  primary key (user_id, county, person_id)
);

-- What the log of sign-ins tells of those before: not of people whose address has been another since, nor of those who
-- have no role today or had none for a while, of whom a change of address was not recorded.
insert into signed_in_as (user_id, county, person_id, since)
  select auth_users.id, people.county, people.id, signed_in.since
  from (
    select county, who_id, min(at) as since from audit where event = 'signed-in' and who_id is not null
    group by county, who_id
  ) as signed_in
  join people on people.county = signed_in.county and people.id = signed_in.who_id
  join auth_users on auth_users.email = lower(people.address)
  where people.removed = 0 and people.role <> 'none' and auth_users.email_verified = 1
    and not exists (
      select 1 from audit as changed
      where changed.county = people.county and changed.about = people.id
        and (
          changed.event = 'address-changed'
          or (changed.event = 'role-changed' and changed.detail like '%"from":"none"%')
        )
    );
insert into signed_in_as (user_id, county, person_id, since)
  select auth_users.id, people.county, people.id, auth_users.created_at
  from auth_users join people on people.id = auth_users.person_id
  where people.removed = 0
  on conflict (user_id, county, person_id) do nothing;
insert into signed_in_as (user_id, county, person_id, since)
  select auth_users.id, signed_in.county, signed_in.who_id, signed_in.since
  from (
    select county, who_id, min(at) as since from audit
    where event = 'signed-in' and who_id like '__-user-%' and detail not like '%"role":"none"%'
    group by county, who_id
  ) as signed_in
  join auth_users on auth_users.id = substr(signed_in.who_id, 9);
