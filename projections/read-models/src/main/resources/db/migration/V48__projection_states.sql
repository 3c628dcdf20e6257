-- What a node tells of a segment beside its position, for those who ask a node that does not run it.
-- Null where an older release has told of it last.
alter table applied_positions
  add column told_at   timestamptz,
  add column rate      double precision,
  add column replaying boolean,
  add column kind      text;

comment on column applied_positions.rate is 'positions a second, over the last few seconds';
comment on column applied_positions.kind is 'READ_MODEL, SAGA or OUTBOUND';
