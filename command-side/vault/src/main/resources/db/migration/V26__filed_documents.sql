-- What was made of a pro forma and what was invoiced on a matter lie in the matter's file too; both are
-- looked up when it is to be erased, or a conversion taken back.
do $$
begin
  if to_regclass('event_log') is not null then -- the vault may stand alone
    create index event_log_converted_ix on event_log (tenant_id)
      where event_type = 'ProFormaConvertedToMatter';
    create index event_log_invoiced_ix on event_log (tenant_id) where event_type = 'InvoiceGenerated';
  end if;
end $$;
