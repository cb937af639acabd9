-- Which partner of the framework a unit is, and where its reminders go and when.
alter table units add column partner text;
alter table units add column address text;
alter table units add column lead_times text not null default '{}';
