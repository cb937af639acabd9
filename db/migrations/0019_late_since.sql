-- What was past when a cycle was first published is late for nobody. Null while it never was.
alter table cycles add column first_published_at text;

-- Nothing tells when a cycle was published that was made as published and published again since: the later is taken.
update cycles set first_published_at = coalesce(
  (
    select min(history.at) from history
    where history.county = cycles.county and history.cycle_id = cycles.id and history.action = 'published'
  ),
  published_at
);

-- Nor is anything late for a unit that was past when its first person came or, while nobody has come, when it was first
-- given an address. Null before that.
alter table units add column first_person_at text;
alter table units add column first_addressed_at text;

-- The log tells who was added to a unit or moved to it, also of those who have left. Without a line there, people came to
-- their unit when they were added. Whoever has a role by the claims of a provider alone comes at the next sign-in.
update units set first_person_at = (
  select min(came.at) from (
    select audit.county as county, audit.detail as detail, null as unit_id, audit.at as at
    from audit
    where audit.event in ('person-added', 'role-changed')
    union all
    select people.county, null, people.unit_id, people.created_at
    from people
    where not exists (
      select 1 from audit as logged
      where logged.county = people.county and logged.about = people.id
        and logged.event in ('person-added', 'role-changed')
        and logged.detail like '%"unit":"' || people.unit_id || '"%'
    )
  ) as came
  where came.county = units.county
    and (came.unit_id = units.id or came.detail like '%"unit":"' || units.id || '"%')
);

-- When an address was given is not kept; the last change of the unit is not before it.
update units set first_addressed_at = updated_at where address is not null;
