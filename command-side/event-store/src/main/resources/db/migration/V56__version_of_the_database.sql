-- A process that does not migrate reads how far somebody who does has come, and waits for it.
grant select on flyway_schema_history to lexohub_app;
