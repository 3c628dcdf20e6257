-- Many appends in one call, under the same lock as append_events, which nodes of an older release go
-- on calling while they are replaced one by one.
--
-- Each append is all or nothing by itself, and one that is refused hurts no other. The answer has one
-- element an append, in order: null for a stored one, otherwise why not:
--   event_log_aggregate_uk  somebody else has appended there
--   event_log_sequence_gap  its events do not follow upon the aggregate's last one without a hole
--   command_ledger_pk       its idempotency key is taken
-- What cannot be said under the lock beforehand (an event id that is taken, two appends of one call
-- that exclude each other, a value that PostgreSQL rejects) fails the whole call with nothing stored;
-- the caller then asks for each append alone.
--
-- asked_again: an earlier call with these very appends may have been committed, though its answer was
-- lost. Those whose event ids are here then count as stored.
--
-- appends[i] is the number of the append, from 1, that the i-th event belongs to; ends[a] is the number
-- of the last event of append a. Events of one append stand together.
--
-- READ COMMITTED is required: each statement must see what was committed before the lock was granted.
-- The connection should be set to generic plans by index (see LogConfiguration): one that begins on an
-- empty table would otherwise plan anew on every call, or scan for ever. Settings of the function
-- itself would cost a fifth of a single append.
create function append_group(
  asked_again boolean, appends integer[], ends integer[],
  event_ids uuid[], aggregate_types text[], aggregate_ids text[], sequences bigint[],
  event_types text[], revisions text[], tenants text[], occurred timestamptz[],
  payloads bytea[], metadatas bytea[],
  key_tenants text[], keys text[], key_request_hashes text[], key_targets text[])
returns text[] language plpgsql security definer
set search_path = public, pg_temp
as $$
declare
  head bigint;
  now_recorded timestamptz;
  recorded_field bytea;
  verdicts text[] := array_fill(null::text, array[cardinality(keys)]);
  skipped integer[] := array_fill(0, array[cardinality(keys)]);
  verdict record;
  refused integer := 0;
begin
  perform pg_advisory_xact_lock(7220001);
  select l.position, l.recorded_at into head, now_recorded
    from event_log l order by l.position desc limit 1;
  head := coalesce(head, 0);
  -- Under the lock, so that time never runs backwards along the positions.
  now_recorded := greatest(clock_timestamp(), now_recorded);
  recorded_field :=
    '\x00000008'::bytea || int8send((extract(epoch from now_recorded) * 1000000)::bigint);

  -- The usual case in one look: everybody's events follow upon the last one, and no key is taken.
  if asked_again or exists (
    select from (
      select u.aggregate_id, min(u.sequence) as first, max(u.sequence) as last, count(*) as events
      from unnest(appends, aggregate_ids, sequences) as u(append, aggregate_id, sequence)
      group by u.append, u.aggregate_id) s
    where s.last - s.first + 1 <> s.events
      or s.first <> coalesce((select l.sequence from event_log l where l.aggregate_id = s.aggregate_id
                              order by l.sequence desc limit 1), -1) + 1)
  or exists (
    select from unnest(key_tenants, keys) as k(tenant, key)
    join command_ledger c on c.tenant_id = k.tenant and c.idempotency_key = k.key)
  then
    for verdict in
      select s.append,
        case when s.first <= s.present then 'event_log_aggregate_uk' else 'event_log_sequence_gap' end
          as reason
      from (
        select u.append, min(u.sequence) as first, max(u.sequence) as last, count(*) as events,
          coalesce((select l.sequence from event_log l where l.aggregate_id = u.aggregate_id
                    order by l.sequence desc limit 1), -1) as present
        from unnest(appends, aggregate_ids, sequences) as u(append, aggregate_id, sequence)
        group by u.append, u.aggregate_id) s
      where s.first <> s.present + 1 or s.last - s.first + 1 <> s.events
    loop
      verdicts[verdict.append] := verdict.reason;
    end loop;
    -- A taken key says more than a taken place: the command need not be decided again.
    for verdict in
      select k.append
      from unnest(key_tenants, keys) with ordinality as k(tenant, key, append)
      join command_ledger c on c.tenant_id = k.tenant and c.idempotency_key = k.key
    loop
      verdicts[verdict.append] := 'command_ledger_pk';
    end loop;
    if asked_again then
      for verdict in
        select distinct u.append
        from unnest(appends, event_ids, aggregate_ids, sequences)
          as u(append, event_id, aggregate_id, sequence)
        join event_log l on l.event_id = u.event_id
          and l.aggregate_id = u.aggregate_id and l.sequence = u.sequence
      loop
        verdicts[verdict.append] := 'stored before';
      end loop;
    end if;
    -- Positions are dense: those behind a refused append move up.
    for a in 1 .. cardinality(keys) loop
      skipped[a] := refused;
      if verdicts[a] is not null then
        refused := refused + ends[a] - case when a > 1 then ends[a - 1] else 0 end;
      end if;
    end loop;
  end if;

  if refused < cardinality(appends) then
    insert into event_log
    select e.position, e.event_id, e.aggregate_type, e.aggregate_id, e.sequence, e.event_type,
           e.revision, e.tenant_id, e.occurred_at, now_recorded, e.payload, e.metadata,
           -- event_leaf_hash(...), written out: called, it costs a third of a single append.
           sha256('\x00'::bytea
             || '\x00000008'::bytea || int8send(e.position)
             || '\x00000010'::bytea || uuid_send(e.event_id)
             || int4send(octet_length(e.aggregate_type)) || convert_to(e.aggregate_type, 'UTF8')
             || int4send(octet_length(e.aggregate_id)) || convert_to(e.aggregate_id, 'UTF8')
             || '\x00000008'::bytea || int8send(e.sequence)
             || int4send(octet_length(e.event_type)) || convert_to(e.event_type, 'UTF8')
             || int4send(octet_length(e.revision)) || convert_to(e.revision, 'UTF8')
             || int4send(octet_length(e.tenant_id)) || convert_to(e.tenant_id, 'UTF8')
             || '\x00000008'::bytea || int8send((extract(epoch from e.occurred_at) * 1000000)::bigint)
             || recorded_field
             || int4send(octet_length(e.payload)) || e.payload
             || int4send(octet_length(e.metadata)) || e.metadata)
    from (
      select (head + u.ord - skipped[u.append])::bigint as position, u.*
      from unnest(appends, event_ids, aggregate_types, aggregate_ids, sequences, event_types,
                  revisions, tenants, occurred, payloads, metadatas)
        with ordinality as u(append, event_id, aggregate_type, aggregate_id, sequence, event_type,
                             revision, tenant_id, occurred_at, payload, metadata, ord)
      where refused = 0 or verdicts[u.append] is null) e;

    insert into command_ledger
      (tenant_id, idempotency_key, request_hash, aggregate_id, version, position)
    select k.tenant, k.key, k.hash, k.target,
      coalesce((select l.sequence + 1 from event_log l where l.aggregate_id = k.target
                order by l.sequence desc limit 1), 0),
      head + ends[k.append] - skipped[k.append]
    from unnest(key_tenants, keys, key_request_hashes, key_targets)
      with ordinality as k(tenant, key, hash, target, append)
    where k.key is not null and verdicts[k.append] is null;

    perform pg_notify('event_log', (head + cardinality(appends) - refused)::text);
  end if;

  return array_replace(verdicts, 'stored before', null);
end;
$$;
revoke all on function append_group from public;
grant execute on function append_group to lexohub_app;

-- The log and the ledger of commands are only ever added to. The application's role has no right to do
-- otherwise; this stops the owner of the tables, too: a migration, a console, a mistake. Who may drop
-- triggers or set session_replication_role can still get past it, and the Merkle tree shows that.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% on % refused: what is recorded stays', tg_op, tg_table_name
    using errcode = 'restrict_violation';
end;
$$;
create trigger event_log_is_append_only
  before update or delete or truncate on event_log
  for each statement execute function refuse_change();
create trigger command_ledger_is_append_only
  before update or delete or truncate on command_ledger
  for each statement execute function refuse_change();

-- A log that is only inserted into is vacuumed by its inserts alone: every 100,000 rows rather than
-- every fifth of a hundred million, so that each run stays small, index-only reads find the visibility
-- map set, and no anti-wraparound vacuum ever has years of rows to freeze at once.
alter table event_log set (
  autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 100000,
  autovacuum_analyze_scale_factor = 0.01, autovacuum_freeze_min_age = 0);
alter table command_ledger set (
  autovacuum_vacuum_insert_scale_factor = 0, autovacuum_vacuum_insert_threshold = 100000,
  autovacuum_freeze_min_age = 0);
