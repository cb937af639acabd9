-- How reminders are wanted: one mail a week, or each task for itself. Whoever has chosen lead times or lists before keeps them;
-- a person without a choice is reminded as their unit is.
alter table units add column reminders text not null default 'weekly' check (reminders in ('weekly', 'each-task'));
alter table people add column reminders text check (reminders in ('weekly', 'each-task'));

update units set reminders = 'each-task' where lead_times <> '{}';
update people set reminders = 'each-task' where lead_times <> '{}' or weekly_digest = 1 or monthly_outlook = 1;
