-- Which nodes run which processors now, so that they share the segments instead of the first taking all.
create table processor_node (
  node       text        not null primary key,
  processors text[]      not null,
  seen_at    timestamptz not null
) with (fillfactor = 50); -- updated every two seconds: room for HOT updates

grant select, insert, update, delete on processor_node to lexohub_app;
