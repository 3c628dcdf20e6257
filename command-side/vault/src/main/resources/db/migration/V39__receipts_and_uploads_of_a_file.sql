-- Money on receipts keeps a file, and uploads announced for it are closed with it: both are looked up
-- when it is to be erased. On a large log, make both before the upgrade (docs/upgrading.md): what is
-- there already is taken as it is.
do $$
begin
  if to_regclass('event_log') is not null then -- the vault may stand alone
    create index if not exists event_log_receipt_ix on event_log (tenant_id)
      where event_type = 'ReceiptRecorded';
    create index if not exists event_log_upload_ix on event_log (tenant_id)
      where event_type = 'AttachmentAnnounced';
  end if;
end $$;
