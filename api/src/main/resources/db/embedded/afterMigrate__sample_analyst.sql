-- lexohub_analyst reads the books of the sample practice of thandi, unless somebody has named another tenant. This runs at each
-- start: to end it, name a tenant that is nobody's, because a row that was deleted comes back.
insert into analytics.readers (login, tenant_id)
values ('lexohub_analyst', '7a1d0c5e-0001-4000-8000-000000000001')
on conflict (login) do nothing;
