-- Up to which position a read model must come before it is complete again. Holds no tenant's data.
create table replays (
  group_name text   not null primary key,
  through    bigint not null
);

grant select, insert, update, delete on replays to lexohub_app;
