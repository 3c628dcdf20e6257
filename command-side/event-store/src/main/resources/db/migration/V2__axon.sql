-- What Axon keeps for its streaming processors, sagas, dead letters and deadlines.
create table token_entry (
  processor_name text    not null,
  segment        integer not null,
  token          bytea,
  token_type     text,
  timestamp      text    not null,
  owner          text,
  primary key (processor_name, segment)
) with (fillfactor = 50); -- updated with every batch: room for HOT updates

create table saga_entry (
  saga_id         text not null primary key,
  revision        text,
  saga_type       text not null,
  serialized_saga bytea
);

create table association_value_entry (
  id                bigint generated always as identity primary key,
  association_key   text not null,
  association_value text,
  saga_id           text not null,
  saga_type         text not null
);
create index association_value_entry_value_ix
  on association_value_entry (saga_type, association_key, association_value);
create index association_value_entry_saga_ix on association_value_entry (saga_id, saga_type);

create table dead_letter_entry (
  dead_letter_id       text   not null primary key,
  processing_group     text   not null,
  sequence_identifier  text   not null,
  sequence_index       bigint not null,
  message_type         text   not null,
  event_identifier     text   not null,
  timestamp            text   not null,
  payload_type         text   not null,
  payload_revision     text,
  payload              bytea  not null,
  meta_data            bytea,
  type                 text,
  aggregate_identifier text,
  sequence_number      bigint,
  token_type           text,
  token                bytea,
  enqueued_at          text   not null,
  last_touched         text,
  processing_started   text,
  cause_type           text,
  cause_message        text,
  diagnostics          bytea,
  unique (processing_group, sequence_identifier, sequence_index)
);

-- db-scheduler's table, by its own description.
create table scheduled_tasks (
  task_name            text        not null,
  task_instance        text        not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean     not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer,
  last_heartbeat       timestamptz,
  version              bigint      not null,
  priority             smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time_ix on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat_ix on scheduled_tasks (last_heartbeat);

grant select, insert, update, delete
  on token_entry, saga_entry, association_value_entry, dead_letter_entry, scheduled_tasks
  to lexohub_app;
