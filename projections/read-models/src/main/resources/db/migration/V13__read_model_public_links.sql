-- From the hash of a public token to the pro forma behind it. Who brings a token has no tenant yet, so a
-- second policy shows the one row whose hash the transaction names, for reading only: a 256-bit hash cannot
-- be guessed, and without one there is nothing to see or list.
create table public_links (
  token_hash   text        not null primary key,
  tenant_id    text        not null,
  pro_forma_id uuid        not null,
  version      bigint      not null,
  purpose      text        not null,
  generation   integer     not null,
  state        text        not null,
  expires_at   timestamptz not null
);
create index public_links_pro_forma_ix on public_links (tenant_id, pro_forma_id, purpose);

alter table public_links enable row level security;
alter table public_links force row level security;
create policy tenant on public_links
  using (tenant_id = current_setting('lexohub.tenant', true))
  with check (tenant_id = current_setting('lexohub.tenant', true));
create policy bearer on public_links for select
  using (token_hash = current_setting('lexohub.link_hash', true));
grant select, insert, update, delete, truncate on public_links to lexohub_app;
