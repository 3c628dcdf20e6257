-- The way into the log of this release. append_events and append_group stay for nodes of older releases
-- while they are replaced one by one; those two tell the listeners themselves. Of appends by the
-- functions below the node that made them tells, after the commit and for many at once: a notification
-- within the transaction costs each append its own wake-up of every node.

-- As it was, but such that PostgreSQL can put it in the place where it is called: a call of its own
-- would cost a third of a single append.
create or replace function event_leaf_hash(
  log_position bigint, event_id uuid, aggregate_type text, aggregate_id text, sequence bigint,
  event_type text, revision text, tenant_id text, occurred_at timestamptz, recorded_at timestamptz,
  payload bytea, metadata bytea)
returns bytea language sql stable parallel safe
begin atomic
  select sha256(
    '\x0000000008'::bytea || int8send(log_position)
    || '\x00000010'::bytea || uuid_send(event_id)
    || int4send(octet_length(aggregate_type)) || convert_to(aggregate_type, 'UTF8')
    || int4send(octet_length(aggregate_id)) || convert_to(aggregate_id, 'UTF8')
    || '\x00000008'::bytea || int8send(sequence)
    || int4send(octet_length(event_type)) || convert_to(event_type, 'UTF8')
    || int4send(octet_length(revision)) || convert_to(revision, 'UTF8')
    || int4send(octet_length(tenant_id)) || convert_to(tenant_id, 'UTF8')
    || '\x00000008'::bytea || int8send((extract(epoch from occurred_at) * 1000000)::bigint)
    || '\x00000008'::bytea || int8send((extract(epoch from recorded_at) * 1000000)::bigint)
    || int4send(octet_length(payload)) || payload
    || int4send(octet_length(metadata)) || metadata);
end;

-- Appends one event, as append_many does for a group of one that is asked for the first time, for half
-- of the price.
--
-- Returns null when it is stored, otherwise the reason why not (see append_many).
create function append_one(
  its_event_id uuid, its_aggregate_type text, its_aggregate_id text, its_sequence bigint,
  its_event_type text, its_revision text, its_tenant text, its_occurred_at timestamptz,
  its_payload bytea, its_metadata bytea, key text, key_request_hash text, key_target text)
returns text language plpgsql security definer
set search_path = public, pg_temp
as $$
declare
  head bigint;
  now_recorded timestamptz;
  latest bigint;
begin
  perform pg_advisory_xact_lock(7220001);
  select l.position, l.recorded_at into head, now_recorded
    from event_log l order by l.position desc limit 1;
  head := coalesce(head, 0) + 1;
  -- Under the lock, so that time never runs backwards along the positions.
  now_recorded := greatest(clock_timestamp(), now_recorded);

  -- Only the two places that matter: to ask for the last one reads a page of a long stream's index.
  select max(l.sequence) into latest from event_log l
    where l.aggregate_id = its_aggregate_id and l.sequence between its_sequence - 1 and its_sequence;
  if coalesce(latest, -1) <> its_sequence - 1 then
    return case
      -- A taken key says more than a taken place: the command need not be decided again.
      when exists (select from command_ledger c
                   where c.tenant_id = its_tenant and c.idempotency_key = key)
        then 'command_ledger_pk'
      when exists (select from event_log l
                   where l.aggregate_id = its_aggregate_id and l.sequence >= its_sequence)
        then 'event_log_aggregate_uk'
      else 'event_log_sequence_gap' end;
  end if;

  if key is not null then
    insert into command_ledger
      (tenant_id, idempotency_key, request_hash, aggregate_id, version, position)
    values (its_tenant, key, key_request_hash, key_target,
      case when key_target = its_aggregate_id then its_sequence + 1
      else coalesce((select l.sequence + 1 from event_log l where l.aggregate_id = key_target
                     order by l.sequence desc limit 1), 0) end,
      head)
    on conflict do nothing;
    if not found then
      return 'command_ledger_pk';
    end if;
  end if;
  insert into event_log values (
    head, its_event_id, its_aggregate_type, its_aggregate_id, its_sequence, its_event_type,
    its_revision, its_tenant, its_occurred_at, now_recorded, its_payload, its_metadata,
    event_leaf_hash(head, its_event_id, its_aggregate_type, its_aggregate_id, its_sequence,
      its_event_type, its_revision, its_tenant, its_occurred_at, now_recorded, its_payload,
      its_metadata));
  return null;
end;
$$;
revoke all on function append_one from public;
grant execute on function append_one to lexohub_app;

-- Many appends in one call, under the same lock as the functions of older releases.
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
-- of the last event of append a. Events of one append stand together. runs_of[r] is the append that
-- run r belongs to: events of one aggregate within one append, run_firsts[r] being the sequence of
-- the first one. That the others follow without a hole is the caller's to see to; the unique
-- constraint refuses doubles. key_versions[a] is how many events its key's target will have, if the
-- append itself goes on with it, otherwise null.
--
-- READ COMMITTED is required: each statement must see what was committed before the lock was granted.
-- The connection should be set to generic plans by index (see GroupCall): one that begins on an
-- empty table would otherwise plan anew on every call, or scan for ever. Settings of the function
-- itself would cost a fifth of a single append.
create function append_many(
  asked_again boolean, appends integer[], ends integer[],
  runs_of integer[], run_aggregates text[], run_firsts bigint[],
  event_ids uuid[], aggregate_types text[], aggregate_ids text[], sequences bigint[],
  event_types text[], revisions text[], tenants text[], occurred timestamptz[],
  payloads bytea[], metadatas bytea[],
  key_tenants text[], keys text[], key_request_hashes text[], key_targets text[],
  key_versions bigint[])
returns text[] language plpgsql security definer
set search_path = public, pg_temp
as $$
declare
  head bigint;
  now_recorded timestamptz;
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

  -- The usual case in one look: everybody's events follow upon the last one, and no key is taken.
  if asked_again or exists (
    select from unnest(run_aggregates, run_firsts) as r(aggregate_id, first)
    -- Only the two places that matter: to ask for the last one reads a page of a long stream's index.
    where r.first - 1 <> coalesce((select max(l.sequence) from event_log l
                                   where l.aggregate_id = r.aggregate_id
                                     and l.sequence between r.first - 1 and r.first), -1))
  or exists (
    select from unnest(key_tenants, keys) as k(tenant, key)
    join command_ledger c on c.tenant_id = k.tenant and c.idempotency_key = k.key)
  then
    for verdict in
      select s.append,
        case when s.first <= s.present then 'event_log_aggregate_uk' else 'event_log_sequence_gap' end
          as reason
      from (
        select r.append, r.first,
          coalesce((select l.sequence from event_log l where l.aggregate_id = r.aggregate_id
                    order by l.sequence desc limit 1), -1) as present
        from unnest(runs_of, run_aggregates, run_firsts) as r(append, aggregate_id, first)) s
      where s.first <> s.present + 1
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
           event_leaf_hash(e.position, e.event_id, e.aggregate_type, e.aggregate_id, e.sequence,
             e.event_type, e.revision, e.tenant_id, e.occurred_at, now_recorded, e.payload,
             e.metadata)
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
      coalesce(k.version, (select l.sequence + 1 from event_log l where l.aggregate_id = k.target
                           order by l.sequence desc limit 1), 0),
      head + ends[k.append] - skipped[k.append]
    from unnest(key_tenants, keys, key_request_hashes, key_targets, key_versions)
      with ordinality as k(tenant, key, hash, target, version, append)
    where k.key is not null and verdicts[k.append] is null;
  end if;

  return array_replace(verdicts, 'stored before', null);
end;
$$;
revoke all on function append_many from public;
grant execute on function append_many to lexohub_app;
