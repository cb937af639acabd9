-- Which route of the county's skolerute a unit follows; the county's own when it is null, also in units from before it was a
-- choice.
alter table units add column route text;
