-- The attachment that shows an agreement signed on paper.
alter table agreements add column scan_id uuid;

-- A card names a rate, or a share of another line.
alter table rate_cards alter column rate drop not null;
alter table rate_cards add column percent numeric(8, 4);
alter table rate_cards add constraint rate_cards_rate_or_percent
  check ((rate is null) <> (percent is null));
