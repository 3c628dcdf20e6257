-- The retainers of a matter are looked up when the matter's file is to be erased.
do $$
begin
  if to_regclass('event_log') is not null then -- the vault may stand alone
    create index event_log_retainer_ix on event_log (tenant_id) where event_type = 'RetainerAgreed';
  end if;
end $$;
