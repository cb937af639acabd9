-- Which partner of the framework a unit is, and where its reminders go.
alter table units add column partner text;
alter table units add column address text;
