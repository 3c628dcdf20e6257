-- A read model is built anew beside the one that is read: in schema rebuild, in tables of the same names and form.
-- Promoted, they take the places of those in public, which go to schema retired and are kept up as before, so that
-- rolling back is the same move the other way. The application may not change tables; these functions may, for the
-- tables that stand in rebuild.models and no others.
create schema rebuild;
create schema retired;
grant usage on schema rebuild, retired to lexohub_app;

create table rebuild.models (
  group_name text not null,
  table_name text not null primary key
);
grant select on rebuild.models to lexohub_app;
insert into rebuild.models (group_name, table_name) values
  ('matters', 'matters'),
  ('pro-formas', 'pro_formas'),
  ('invoices', 'invoices'),
  ('public-links', 'public_links'),
  ('workflows', 'workflow_pro_formas'),
  ('workflows', 'workflow_invoices'),
  ('personal-files', 'personal_files'),
  ('work-items', 'work_items'),
  ('matter-grants', 'matter_grants'),
  ('invoice-batches', 'invoice_batches'),
  ('rate-cards', 'rate_cards'),
  ('claims', 'credit_notes'),
  ('claims', 'disputes'),
  ('claims', 'receipts'),
  ('practice', 'practices'),
  ('client-money', 'retainers'),
  ('client-money', 'trust_accounts'),
  ('client-money', 'trust_entries'),
  ('promises', 'agreements'),
  ('promises', 'scope_amendments'),
  ('promises', 'prescriptions'),
  ('notifications', 'notifications'),
  ('notifications', 'notification_reads'),
  ('notifications', 'notification_mutes'),
  ('attachments', 'attachments'),
  ('attachments', 'statements'),
  ('ledger', 'ledger_entries');

-- The last rebuild of each read model. Holds no tenant's data.
create table rebuilds (
  group_name   text        not null primary key,
  version      integer     not null,
  live_version integer     not null default 1,
  past_version integer,
  state        text        not null check (state in
    ('FILLING', 'READY', 'DIFFERS', 'FAILED', 'PROMOTED', 'ROLLED_BACK', 'DISCARDED')),
  segments     integer     not null,
  begun_at     timestamptz not null default clock_timestamp(),
  changed_at   timestamptz not null default clock_timestamp(),
  reached      bigint      not null default 0,
  cause        text,
  compared_at  timestamptz,
  report       text
);
comment on column rebuilds.version is 'of what was built anew; counted from 2, because 1 is the first that ever was';
comment on column rebuilds.live_version is 'of what is read';
comment on column rebuilds.past_version is 'of what was read before, while it is kept up';
comment on column rebuilds.reached is 'position at which it failed, or to which what is read had come when it changed places';
comment on column rebuilds.cause is 'JSON: why there is no version beside any more';
comment on column rebuilds.report is 'JSON: what the last comparison has found';
grant select, insert, update on rebuilds to lexohub_app;

-- The tables of a read model, always in the same order.
create function rebuild.tables_of(wanted text) returns setof text
  language plpgsql stable
  set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from rebuild.models where group_name = wanted) then
    raise exception 'no read model of this name is kept in tables' using errcode = 'invalid_parameter_value';
  end if;
  return query select table_name from rebuild.models where group_name = wanted order by table_name;
end $$;

-- Who may see and do what with one table, and its comment, becomes what it is with another.
create function rebuild.dress(source regclass, target regclass) returns void
  language plpgsql
  set search_path = pg_catalog, pg_temp as $$
declare
  original pg_class;
  rule     record;
begin
  select * into strict original from pg_class where oid = source;
  for rule in select polname from pg_policy where polrelid = target loop
    execute format('drop policy %I on %s', rule.polname, target);
  end loop;
  for rule in select * from pg_policy where polrelid = source order by polname loop
    execute format('create policy %I on %s as %s for %s to %s%s%s',
      rule.polname,
      target,
      case when rule.polpermissive then 'permissive' else 'restrictive' end,
      case rule.polcmd
        when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
      (select string_agg(case when role = 0 then 'public' else quote_ident(pg_get_userbyid(role)) end, ', ')
         from unnest(rule.polroles) as role),
      coalesce(' using (' || pg_get_expr(rule.polqual, source) || ')', ''),
      coalesce(' with check (' || pg_get_expr(rule.polwithcheck, source) || ')', ''));
  end loop;
  execute format('alter table %s %s row level security', target,
    case when original.relrowsecurity then 'enable' else 'disable' end);
  execute format('alter table %s %s row level security', target,
    case when original.relforcerowsecurity then 'force' else 'no force' end);

  for rule in
    select distinct case when a.grantee = 0 then 'public' else quote_ident(pg_get_userbyid(a.grantee)) end as grantee
      from pg_class c, aclexplode(c.relacl) a where c.oid = target and a.grantee <> c.relowner
  loop
    execute format('revoke all on %s from %s', target, rule.grantee);
  end loop;
  for rule in
    select '' as columns, a.privilege_type, a.grantee, a.is_grantable
      from aclexplode(original.relacl) a where a.grantee <> original.relowner
    union all
    select format(' (%I)', c.attname), a.privilege_type, a.grantee, a.is_grantable
      from pg_attribute c, aclexplode(c.attacl) a where c.attrelid = source and not c.attisdropped
  loop
    execute format('grant %s%s on %s to %s%s', rule.privilege_type, rule.columns, target,
      case when rule.grantee = 0 then 'public' else quote_ident(pg_get_userbyid(rule.grantee)) end,
      case when rule.is_grantable then ' with grant option' else '' end);
  end loop;
  execute format('comment on table %s is %L', target, obj_description(source, 'pg_class'));
end $$;

-- What a table is made of: two that differ here may not change places.
create function rebuild.form_of(table_in regclass) returns text
  language sql stable
  set search_path = pg_catalog, pg_temp
  return (
    select string_agg(
             concat_ws(' ', a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attgenerated,
               pg_get_expr(d.adbin, d.adrelid)), ', ' order by a.attnum)
      from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
     where a.attrelid = table_in and a.attnum > 0 and not a.attisdropped);

-- Begins a rebuild: its tables, empty. What cannot move with a table (a trigger, a foreign key, whatever is bound to
-- it and is no plain view) is refused here, before any work is done.
create function rebuild.prepare(wanted text) returns void
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  name   text;
  source regclass;
  part   record;
begin
  for name in select rebuild.tables_of(wanted) loop
    source := format('public.%I', name)::regclass;
    if exists (select from pg_trigger where tgrelid = source)
      or exists (select from pg_constraint where contype = 'f' and source in (conrelid, confrelid))
      or exists (select from pg_depend d left join pg_rewrite r on d.classid = 'pg_rewrite'::regclass and r.oid = d.objid
                   left join pg_class v on v.oid = r.ev_class
                  where d.refclassid = 'pg_class'::regclass and d.refobjid = source
                    and (d.classid = 'pg_proc'::regclass or v.relkind <> 'v'))
    then
      raise exception '% has a trigger, a foreign key or a dependent that cannot change its table', source
        using errcode = 'object_not_in_prerequisite_state';
    end if;
    execute format('create table rebuild.%1$I (like public.%1$I including all excluding indexes)', name);
    for part in select array_to_string(reloptions, ', ') as options
                  from pg_class where oid = source and reloptions is not null loop
      execute format('alter table rebuild.%I set (%s)', name, part.options);
    end loop;
    -- Under their own names, which later migrations know.
    for part in
      select conname, pg_get_constraintdef(oid) as definition
        from pg_constraint where conrelid = source and contype in ('p', 'u', 'x') order by conname
    loop
      execute format('alter table rebuild.%I add constraint %I %s', name, part.conname, part.definition);
    end loop;
    for part in
      select pg_get_indexdef(i.indexrelid) as definition
        from pg_index i
       where i.indrelid = source and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
    loop
      execute replace(part.definition, format(' ON public.%I ', name), format(' ON rebuild.%I ', name));
    end loop;
    perform rebuild.dress(source, format('rebuild.%I', name)::regclass);
  end loop;
end $$;

-- The planner's figures of what was filled; without them the first readers after a promotion would wait.
create function rebuild.settle(wanted text) returns void
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  name text;
begin
  for name in select rebuild.tables_of(wanted) loop
    execute format('analyze rebuild.%I', name);
  end loop;
end $$;

-- The tables of a read model change places with those of the version beside it. Views are bound to tables and not to
-- names, so each is made again over the new ones; it stays the same view, with its comments and grants.
create function rebuild.move(wanted text, coming text, going text) returns void
  language plpgsql
  set search_path = pg_catalog, pg_temp as $$
declare
  name     text;
  bound    record;
  bindings text[] := '{}';
begin
  for name in select rebuild.tables_of(wanted) loop
    execute format('lock table public.%1$I, %2$I.%1$I in access exclusive mode', name, coming);
  end loop;
  for name in select rebuild.tables_of(wanted) loop
    if rebuild.form_of(format('public.%I', name)::regclass)
      is distinct from rebuild.form_of(format('%I.%I', coming, name)::regclass)
    then
      raise exception '% has another form than when it was built beside', name
        using errcode = 'object_not_in_prerequisite_state';
    end if;
    perform rebuild.dress(format('public.%I', name)::regclass, format('%I.%I', coming, name)::regclass);
  end loop;
  for bound in
    select distinct v.oid, v.reloptions
      from pg_depend d
      join pg_rewrite r on r.oid = d.objid
      join pg_class v on v.oid = r.ev_class
     where d.classid = 'pg_rewrite'::regclass and d.refclassid = 'pg_class'::regclass
       and d.refobjid in (select format('public.%I', t)::regclass from rebuild.tables_of(wanted) t)
     order by v.oid
  loop
    bindings := bindings || format('create or replace view %s%s as %s', bound.oid::regclass,
      coalesce(' with (' || array_to_string(bound.reloptions, ', ') || ')', ''), pg_get_viewdef(bound.oid));
  end loop;
  for name in select rebuild.tables_of(wanted) loop
    execute format('alter table public.%I set schema %I', name, going);
    execute format('alter table %I.%I set schema public', coming, name);
  end loop;
  foreach name in array bindings loop
    execute name;
  end loop;
end $$;

-- Moves them under their readers, who wait for the moment that this takes and no longer: each wait for a lock is
-- shorter than PostgreSQL's own look for deadlocks, so that it is never a reader who is turned away. Whoever holds a
-- lock then is waited for outside of all locks but the caller's own.
create function rebuild.swap(wanted text, coming text, going text) returns void
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp
  set lock_timeout = '100ms' as $$
begin
  if (coming, going) not in (('rebuild', 'retired'), ('retired', 'rebuild')) then
    raise exception 'tables come from one of the schemas rebuild and retired and go to the other'
      using errcode = 'invalid_parameter_value';
  end if;
  for attempt in 1..30 loop
    begin
      perform rebuild.move(wanted, coming, going);
      return;
    exception when lock_not_available then
      if attempt = 30 then
        raise;
      end if;
      perform pg_sleep(0.05);
    end;
  end loop;
end $$;

-- Nothing is left of what stands beside.
create function rebuild.discard(wanted text) returns void
  language plpgsql security definer
  set search_path = pg_catalog, pg_temp as $$
declare
  name text;
begin
  for name in select rebuild.tables_of(wanted) loop
    execute format('drop table if exists rebuild.%1$I, retired.%1$I', name);
  end loop;
end $$;

revoke all on all functions in schema rebuild from public;
grant execute on function
  rebuild.tables_of(text), rebuild.prepare(text), rebuild.settle(text), rebuild.swap(text, text, text),
  rebuild.discard(text)
  to lexohub_app;
