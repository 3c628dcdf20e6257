-- How far each segment of each read model has come, told by the node that runs it. Holds no tenant's data.
create table applied_positions (
  group_name text    not null,
  segment    integer not null,
  position   bigint  not null,
  primary key (group_name, segment)
) with (fillfactor = 50);

grant select, insert, update, delete on applied_positions to lexohub_app;
