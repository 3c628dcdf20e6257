-- A door for analysts who ask in SQL. Views (V51) run as their owner, the owner sees the books of the tenant that the
-- login is a reader of, and a login has no right to anything but the views. So what decides is who has logged in, which
-- a session cannot change, and not a setting, which it can.
create schema analytics;

-- Who may read, and whose books. The owner admits a reader by an insert here; a login that is not here sees no row.
create table analytics.readers (
  login     text        not null primary key,
  tenant_id text        not null,
  since     timestamptz not null default now()
);

-- What pseudonyms are made with: one row, drawn when the database is made and told to nobody. Without it a guessed
-- name cannot be tried.
create table analytics.salts (
  one    boolean not null primary key default true check (one),
  secret bytea   not null
);
insert into analytics.salts (secret)
values (uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));

-- Whose books this session may read; null for a login that is no reader. current_user would be the owner in here.
create function analytics.tenant() returns text
  language sql stable parallel restricted security definer
begin atomic
  select r.tenant_id from analytics.readers r where r.login = session_user;
end;

-- Spelling and case apart, one name is one pseudonym within a tenant, and another one in every other. Who was erased
-- is nobody any more, and no client of that name.
create function analytics.mask(secret bytea, tenant text, value text) returns text
  language sql immutable strict parallel safe
  return case value when '[erased]' then value
    else 'c-' || left(encode(sha256(
      secret || convert_to(tenant || chr(31) || lower(btrim(value)), 'UTF8')), 'hex'), 12) end;

-- The same for the application, whose exports show an analyst what the views do. Analysts may not call it: they could
-- try names.
create function analytics.pseudonym(tenant text, value text) returns text
  language sql stable strict parallel safe security definer
begin atomic
  select analytics.mask(s.secret, tenant, value) from analytics.salts s;
end;

-- The kind of a matter is a line that anybody may type, on a public form, too, and may hold a name. What is one of
-- these is shown, spelt as here; whatever else was typed is OTHER.
create function analytics.matter_type(typed text) returns text
  language sql immutable strict parallel safe
begin atomic
  select coalesce(
    (select known from unnest(array[
       'General', 'Opinion', 'Litigation', 'Civil litigation', 'Commercial litigation', 'Arbitration', 'Mediation',
       'Appeal', 'Administrative law', 'Banking and finance', 'Company law', 'Competition law', 'Constitutional law',
       'Construction law', 'Consumer law', 'Contract', 'Conveyancing', 'Criminal law', 'Debt collection', 'Delict',
       'Environmental law', 'Family law', 'Human rights', 'Immigration law', 'Insolvency', 'Insurance law',
       'Intellectual property', 'Labour law', 'Land claims', 'Maritime law', 'Medical negligence', 'Mining law',
       'Personal injury', 'Property law', 'Road Accident Fund', 'Tax law', 'Trusts and estates']) known
      where lower(known) = lower(btrim(typed))),
    'OTHER');
end;

-- Called for every table under forced row-level security, by the migration that makes it. A policy without a role holds
-- for everybody, and any session may set lexohub.tenant: so those are the application's alone, and the owner, as whom
-- the views run, sees what analytics.tenant() says and changes nothing.
create procedure analytics.fence(fenced regclass)
  language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
  policy name;
begin
  for policy in select polname from pg_policy where polrelid = fenced and polname <> 'analysts' loop
    execute format('alter policy %I on %s to lexohub_app', policy, fenced);
  end loop;
  if exists (select from pg_policy where polrelid = fenced and polname = 'analysts') then
    return;
  end if;
  execute format(
    'create policy analysts on %s for select to %I using (tenant_id = (select analytics.tenant()))',
    fenced, (select pg_get_userbyid(relowner) from pg_class where oid = fenced));
end
$$;

revoke all on function analytics.pseudonym(text, text) from public;
revoke all on procedure analytics.fence(regclass) from public;
grant execute on function analytics.pseudonym(text, text) to lexohub_app;
grant usage on schema analytics to public;

-- What stands in public is the application's and nobody else's; a login that may read views cannot name it.
revoke all on schema public from public;
grant usage on schema public to lexohub_app;

do $$
declare
  held regclass;
begin
  for held in
    select oid from pg_class where relforcerowsecurity and relnamespace = 'public'::regnamespace
  loop
    call analytics.fence(held);
  end loop;
end
$$;

comment on schema analytics is
  'What analysts may read, by views named with their version. docs/analysts.md tells how.';
comment on function analytics.tenant() is 'The tenant whose books this login reads; null when it reads none.';
