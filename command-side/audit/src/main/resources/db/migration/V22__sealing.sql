-- What has been signed, who may sign, and with which key.

-- One node at a time seals: whoever holds this row until then. Each take-over counts the epoch up, so
-- that a holder who slept through it is recognised when it wakes. An alarm outlives its holder: who
-- seals next looks at all of the log before signing, and clears it only when nothing is found.
create table sealer_lease (
  only_one boolean     not null primary key default true check (only_one),
  holder   text        not null,
  epoch    bigint      not null,
  until    timestamptz not null,
  alarm    text
);
insert into sealer_lease (holder, epoch, until) values ('nobody', 0, '-infinity');

-- Under which name and key the log is signed: another one is refused at the start.
create table log_key (
  only_one     boolean     not null primary key default true check (only_one),
  verifier_key text        not null,
  first_used   timestamptz not null default clock_timestamp()
);

-- Every signed checkpoint: the first `size` positions have this root. The same notes lie in S3, out of
-- reach of whoever can write here.
create table log_checkpoint (
  size      bigint      not null primary key check (size > 0),
  root      bytea       not null check (octet_length(root) = 32),
  note      text        not null,
  sealed_at timestamptz not null default clock_timestamp(),
  epoch     bigint      not null
);

-- Adds a checkpoint after `previous` (0 for none), if the caller still holds the lease; false when
-- somebody else does or has gone on already. The lock on the lease lets no take-over in between.
create function record_checkpoint(
  my_holder text, my_epoch bigint, previous bigint, new_size bigint, new_root bytea, new_note text)
returns boolean language plpgsql security definer
set search_path = public, pg_temp
as $$
begin
  perform from sealer_lease l where l.holder = my_holder and l.epoch = my_epoch for update;
  if not found then
    return false;
  end if;
  if previous <> (select coalesce(max(c.size), 0) from log_checkpoint c) or new_size <= previous then
    return false;
  end if;
  insert into log_checkpoint (size, root, note, epoch) values (new_size, new_root, new_note, my_epoch);
  return true;
end;
$$;

revoke all on function record_checkpoint from public;
grant execute on function record_checkpoint to lexohub_app;
grant select, update on sealer_lease to lexohub_app;
grant select, insert on log_key to lexohub_app;
grant select on log_checkpoint to lexohub_app;
