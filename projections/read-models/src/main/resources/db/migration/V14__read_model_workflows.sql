-- The billing of an accepted pro forma. Two aggregates tell of it, each into its own table, because their
-- events may arrive in any order relative to each other; the view puts both together.
-- id is the id of the invoice that this round makes.
create table workflow_pro_formas (
  tenant_id    text        not null,
  id           uuid        not null,
  version      bigint      not null,
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  pro_forma_id uuid        not null,
  round        integer     not null,
  started_at   timestamptz not null,
  validated_at timestamptz,
  failed_step  text,
  failed_at    timestamptz,
  failure      text,
  retried_step text,
  retries      integer     not null default 0, -- of retried_step
  converted_at timestamptz,
  released_at  timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, pro_forma_id, round)
);
create table workflow_invoices (
  tenant_id         text        not null,
  id                uuid        not null,
  version           bigint      not null,
  created_at        timestamptz not null,
  updated_at        timestamptz not null,
  generated_at      timestamptz not null,
  pdf_requested_at  timestamptz,
  pdf_requests      integer     not null default 0,
  pdf_stored_at     timestamptz,
  mail_requested_at timestamptz,
  mail_requests     integer     not null default 0,
  mail_sent_at      timestamptz,
  discarded_at      timestamptz,
  primary key (tenant_id, id)
);
create index workflow_pro_formas_started_ix on workflow_pro_formas (tenant_id, started_at desc, id desc);

alter table workflow_pro_formas enable row level security;
alter table workflow_pro_formas force row level security;
create policy tenant on workflow_pro_formas
  using (tenant_id = current_setting('lexohub.tenant', true))
  with check (tenant_id = current_setting('lexohub.tenant', true));
alter table workflow_invoices enable row level security;
alter table workflow_invoices force row level security;
create policy tenant on workflow_invoices
  using (tenant_id = current_setting('lexohub.tenant', true))
  with check (tenant_id = current_setting('lexohub.tenant', true));

-- security_invoker: the reader's row-level security, not the owner's.
create view workflow_states with (security_invoker = true) as
select p.tenant_id, p.id, p.pro_forma_id, p.round, p.started_at, p.validated_at, p.failed_step,
       p.failed_at, p.failure, p.retried_step, p.retries, p.converted_at,
       i.generated_at, i.pdf_requested_at, coalesce(i.pdf_requests, 0) as pdf_requests,
       i.pdf_stored_at, i.mail_requested_at, coalesce(i.mail_requests, 0) as mail_requests,
       i.mail_sent_at,
       case
         when p.released_at is not null or i.discarded_at is not null then 'RELEASED'
         when p.converted_at is not null then 'DONE'
         when p.failed_step is not null then 'FAILED'
         else 'RUNNING'
       end as state,
       coalesce(p.released_at, i.discarded_at, p.converted_at, p.failed_at) as ended_at
  from workflow_pro_formas p
  left join workflow_invoices i on i.tenant_id = p.tenant_id and i.id = p.id;

grant select, insert, update, delete, truncate on workflow_pro_formas, workflow_invoices to lexohub_app;
grant select on workflow_states to lexohub_app;
