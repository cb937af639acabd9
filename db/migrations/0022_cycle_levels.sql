-- Which templates a cycle is generated from. Those from before there were levels have all of them.
alter table cycles add column level text not null default 'complete'
  check (level in ('essential', 'recommended', 'complete'));
