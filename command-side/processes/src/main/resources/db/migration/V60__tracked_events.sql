-- What came over the event bus, each event once. No read model: it is not made from the log, and no replay fills it.
create table tracked_events (
  tenant_id   text        not null,
  source      text        not null,
  event_id    text        not null,
  event_type  text        not null,
  subject     text,
  happened_at timestamptz not null,
  tracked_at  timestamptz not null default clock_timestamp(),
  primary key (tenant_id, source, event_id)
);

comment on column tracked_events.subject is 'the id of what it happened to; null where the shape is not known';

alter table tracked_events enable row level security;
alter table tracked_events force row level security;
create policy tenant on tracked_events to lexohub_app
  using (tenant_id = current_setting('lexohub.tenant', true))
  with check (tenant_id = current_setting('lexohub.tenant', true));
grant select, insert on tracked_events to lexohub_app;

-- As every table under forced row-level security, where there is a fence.
do $$
begin
  if to_regprocedure('analytics.fence(regclass)') is not null then
    call analytics.fence('tracked_events');
  end if;
end
$$;
