-- Written to by /readyz, to see whether anything can be written at all. It says nothing of anybody.
create table write_probe (
  id integer primary key,
  probed_at text not null,
  padding text not null
);
