-- The account of an invoice beside its payments: notes, write-offs, disputes, reminders.
alter table invoices
  add column credited          bigint  not null default 0,
  add column debited           bigint  not null default 0,
  add column written_off       bigint  not null default 0,
  add column dispute_id        uuid, -- while one is open
  add column reminders_enabled boolean not null default true,
  add column notes             jsonb   not null default '{}', -- by credit note id
  add column reminders         jsonb   not null default '{}', -- by sequence
  drop column payment_status,
  drop column status; -- and with it invoices_status_ix

-- What is open follows from the account; a generated column may not name another one.
alter table invoices
  add column balance bigint generated always as (total + debited - paid - credited - written_off) stored,
  add column payment_status text generated always as (
    case
      when lifecycle = 'ISSUED' and total > 0 and total + debited = paid + credited + written_off then 'PAID'
      when paid > 0 then 'PARTIALLY_PAID'
      else 'UNPAID'
    end) stored,
  -- The first that holds (domain.md 4.2).
  add column status text generated always as (
    case
      when lifecycle = 'DISCARDED' then 'DISCARDED'
      when lifecycle = 'WRITTEN_OFF' then 'WRITTEN_OFF'
      when lifecycle = 'VOIDED' then 'CANCELLED'
      when lifecycle = 'DRAFT' then 'DRAFT'
      when dispute_id is not null then 'DISPUTED'
      when total > 0 and total + debited = paid + credited + written_off then 'PAID'
      when overdue_since is not null then 'OVERDUE'
      when viewed_at is not null then 'VIEWED'
      else 'SENT'
    end) stored;
create index invoices_status_ix on invoices (tenant_id, status);
