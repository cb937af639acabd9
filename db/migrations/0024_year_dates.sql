-- What a county has set of a school year's dates itself, by the key of the template that each dates. A row without a date says
-- that the county has taken its own back; rows are never deleted, so that versions, and their sum, only grow.
create table year_dates (
  county text not null,
  school_year text not null,
  template text not null,
  year_date text,
  who text not null,
  who_id text,
  at text not null,
  version integer not null,
  primary key (county, school_year, template)
);
