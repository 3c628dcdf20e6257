-- What the comparison of the read models with folds of the log has come to. Holds names of fields and
-- no content.
create table self_checks (
  group_name text        not null primary key,
  checked_at timestamptz not null,
  tenants    bigint      not null,
  aggregates bigint      not null
);

-- What differs now; what agrees again is deleted.
create table self_check_drifts (
  group_name   text        not null,
  tenant_id    text        not null,
  aggregate_id text        not null,
  version      bigint      not null,
  position     bigint      not null,
  fields       text[]      not null,
  found_at     timestamptz not null default clock_timestamp(),
  primary key (group_name, tenant_id, aggregate_id)
);

comment on column self_check_drifts.position is 'of the last event that changed one of the fields';

-- One row: the node that moves its time on makes the round.
create table self_check_rounds (
  one      boolean     not null primary key default true check (one),
  begun_at timestamptz not null
);
insert into self_check_rounds (begun_at) values ('-infinity');

grant select, insert, update, delete on self_checks, self_check_drifts to lexohub_app;
grant select, update on self_check_rounds to lexohub_app;
