-- The log: one row an event, for ever. Positions are dense and in commit order, because
-- append_events hands them out under a lock that is held until the commit.
create table event_log (
  position       bigint      not null,
  event_id       uuid        not null,
  aggregate_type text        not null,
  aggregate_id   text        not null,
  sequence       bigint      not null check (sequence >= 0),
  event_type     text        not null,
  revision       text        not null,
  tenant_id      text        not null,
  occurred_at    timestamptz not null,
  recorded_at    timestamptz not null,
  payload        bytea       not null,
  metadata       bytea       not null,
  leaf_hash      bytea       not null,
  constraint event_log_pk primary key (position),
  constraint event_log_event_id_uk unique (event_id),
  constraint event_log_aggregate_uk unique (aggregate_id, sequence)
);

-- Asked by createTokenAt and by audits over a span of time; the log is written in time order.
create index event_log_recorded_at_ix on event_log using brin (recorded_at);

comment on column event_log.position is 'from 1, without a gap, in commit order';
comment on column event_log.event_type is 'logical name, never a class name';
comment on column event_log.payload is 'UTF-8 JSON, exactly the bytes that leaf_hash covers';
comment on column event_log.leaf_hash is 'event_leaf_hash of the row';

-- RFC 6962 leaf: SHA-256(0x00 || record). The record is the columns in the order of the table, each
-- as its length (4 bytes, big endian) and its bytes: integers 8 bytes big endian, uuid 16 bytes, text
-- UTF-8, instants microseconds since 1970-01-01T00:00Z as an integer.
create function event_leaf_hash(
  log_position bigint, event_id uuid, aggregate_type text, aggregate_id text, sequence bigint,
  event_type text, revision text, tenant_id text, occurred_at timestamptz, recorded_at timestamptz,
  payload bytea, metadata bytea)
returns bytea language sql immutable strict parallel safe
set search_path = pg_catalog
begin atomic
  select sha256(
    '\x00'::bytea
    || int4send(8) || int8send(log_position)
    || int4send(16) || uuid_send(event_id)
    || int4send(octet_length(aggregate_type)) || convert_to(aggregate_type, 'UTF8')
    || int4send(octet_length(aggregate_id)) || convert_to(aggregate_id, 'UTF8')
    || int4send(8) || int8send(sequence)
    || int4send(octet_length(event_type)) || convert_to(event_type, 'UTF8')
    || int4send(octet_length(revision)) || convert_to(revision, 'UTF8')
    || int4send(octet_length(tenant_id)) || convert_to(tenant_id, 'UTF8')
    || int4send(8) || int8send((extract(epoch from occurred_at) * 1000000)::bigint)
    || int4send(8) || int8send((extract(epoch from recorded_at) * 1000000)::bigint)
    || int4send(octet_length(payload)) || payload
    || int4send(octet_length(metadata)) || metadata);
end;

-- Which idempotency keys were used, and what each came to. A row commits with the events it vouches
-- for, or, for a command that changed nothing, alone. Kept for ever.
create table command_ledger (
  tenant_id       text        not null,
  idempotency_key text        not null,
  request_hash    text        not null,
  aggregate_id    text        not null,
  version         bigint      not null,
  position        bigint      not null,
  recorded_at     timestamptz not null default clock_timestamp(),
  constraint command_ledger_pk primary key (tenant_id, idempotency_key)
);

-- The only way into the log. All rows or none; one statement, so that no client round trip happens
-- while the lock is held and a dead client cannot stall the others. READ COMMITTED is required: each
-- statement must see what was committed before the lock was granted.
--
-- A taken (aggregate, sequence) or event id, and a taken idempotency key, surface as unique_violation
-- with the constraint's name. Listeners on channel event_log are told the new head.
create function append_events(
  event_ids uuid[], aggregate_types text[], aggregate_ids text[], sequences bigint[],
  event_types text[], revisions text[], tenants text[], occurred timestamptz[],
  payloads bytea[], metadatas bytea[],
  key_tenant text, key text, key_request_hash text, key_target text)
returns bigint language plpgsql security definer
set search_path = public, pg_temp
set plan_cache_mode = force_generic_plan
as $$
declare
  head bigint;
  now_recorded timestamptz;
begin
  perform pg_advisory_xact_lock(7220001);
  select coalesce(max(l.position), 0) into head from event_log l;
  -- Under the lock, so that time never runs backwards along the positions.
  select greatest(clock_timestamp(), max(l.recorded_at)) into now_recorded
    from event_log l where l.position = head;

  insert into event_log
  select e.position, e.event_id, e.aggregate_type, e.aggregate_id, e.sequence, e.event_type,
         e.revision, e.tenant_id, e.occurred_at, now_recorded, e.payload, e.metadata,
         event_leaf_hash(e.position, e.event_id, e.aggregate_type, e.aggregate_id, e.sequence,
           e.event_type, e.revision, e.tenant_id, e.occurred_at, now_recorded, e.payload, e.metadata)
  from (
    select head + u.ord as position, u.event_id, u.aggregate_type, u.aggregate_id, u.sequence,
           u.event_type, u.revision, u.tenant_id, u.occurred_at, u.payload, u.metadata
    from unnest(event_ids, aggregate_types, aggregate_ids, sequences, event_types, revisions,
                tenants, occurred, payloads, metadatas)
      with ordinality as u(event_id, aggregate_type, aggregate_id, sequence, event_type, revision,
                           tenant_id, occurred_at, payload, metadata, ord)) e;
  head := head + cardinality(event_ids);

  if key is not null then
    insert into command_ledger (tenant_id, idempotency_key, request_hash, aggregate_id, version, position)
    select key_tenant, key, key_request_hash, key_target, coalesce(max(l.sequence), -1) + 1, head
    from event_log l where l.aggregate_id = key_target;
  end if;

  perform pg_notify('event_log', head::text);
  return head;
end;
$$;

-- The application reads the log and the ledger and appends through the function; it can neither change
-- nor delete a row.
revoke all on function append_events from public;
grant execute on function append_events to lexohub_app;
grant select on event_log to lexohub_app;
grant select, insert on command_ledger to lexohub_app;
