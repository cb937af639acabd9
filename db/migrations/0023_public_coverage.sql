-- Whether anyone may read the coverage, workload and gaps of what a county has published for all; of its own unit only. Closed
-- until the county opens it, also in counties from before it was a choice.
alter table units add column public_coverage integer not null default 0;
