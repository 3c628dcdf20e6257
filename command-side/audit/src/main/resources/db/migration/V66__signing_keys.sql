-- One signing key takes the place of another: after which checkpoint, and the note that both have signed.
-- The same notes lie in S3; nobody believes this table more than the signatures in it.
create table log_key_change (
  number     integer     not null primary key check (number > 0),
  after_size bigint      not null check (after_size > 0),
  old_key    text        not null,
  new_key    text        not null unique,
  note       text        not null,
  changed_at timestamptz not null default clock_timestamp()
);

-- Adds the next change, if the caller still holds the lease and `newest` (null: whatever it is) is the
-- newest checkpoint; false otherwise. The lock on the lease lets no take-over and no checkpoint in between.
create function record_key_change(
  my_holder text, my_epoch bigint, new_number integer, newest bigint, new_after bigint,
  replaced text, replacing text, new_note text)
returns boolean language plpgsql security definer
set search_path = public, pg_temp
as $$
begin
  perform from sealer_lease l where l.holder = my_holder and l.epoch = my_epoch for update;
  if not found then
    return false;
  end if;
  if new_number <> (select coalesce(max(c.number), 0) + 1 from log_key_change c)
     or newest <> (select coalesce(max(c.size), 0) from log_checkpoint c) then
    return false;
  end if;
  insert into log_key_change (number, after_size, old_key, new_key, note)
    values (new_number, new_after, replaced, replacing, new_note);
  return true;
end;
$$;

revoke all on function record_key_change from public;
grant execute on function record_key_change to lexohub_app;
grant select on log_key_change to lexohub_app;
