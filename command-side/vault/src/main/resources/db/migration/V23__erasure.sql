-- A subject has one key in all time: once it is destroyed, or before there was one, an erased subject
-- keeps a row without a key, so that nothing is sealed for it again.
drop index subject_key_live_uk;
create unique index subject_key_subject_uk on subject_key (tenant_id, subject_id);

-- Which master key has wrapped a key. While one takes the place of another both are in use.
alter table subject_key add column wrapped_by text;
update subject_key set wrapped_by = (select fingerprint from master_key order by first_used limit 1)
  where wrapped_key is not null;
create index subject_key_wrapped_by_ix on subject_key (wrapped_by) where wrapped_key is not null;
alter table master_key add column retired_at timestamptz;
grant update on master_key to lexohub_app;

-- Secrets that were derived from the first master key and have to outlive it: public links are
-- derived again for every mail.
create table derived_secret (
  name       text  not null primary key,
  key_id     uuid  not null,
  wrapped    bytea not null,
  wrapped_by text  not null
);
grant select, insert, update on derived_secret to lexohub_app;

-- What was drafted on a matter is looked up when the matter's file is to be erased.
do $$
begin
  if to_regclass('event_log') is not null then -- the vault may stand alone
    create index event_log_drafted_ix on event_log (tenant_id) where event_type = 'ProFormaDrafted';
  end if;
end $$;
