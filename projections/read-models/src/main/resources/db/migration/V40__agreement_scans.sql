-- The attachment that shows an agreement signed on paper.
alter table agreements add column scan_id uuid;
