-- Once per cluster, as lexohub_admin and outside of a transaction (`aws rds-data execute-statement`, a statement each, or
-- psql): the roles and the database that the migrations expect. :owner_password, :application_password and
-- :analyst_password are the passwords of the secrets <name>/aurora/owner, /application and /analyst.
create role lexohub_owner login nosuperuser nocreatedb nocreaterole nobypassrls password :'owner_password';
create role lexohub_app login nosuperuser nocreatedb nocreaterole nobypassrls password :'application_password';
-- Analysts' tools, by the proxy on readers; it may connect, and reads what the owner grants it.
create role lexohub_analyst login nosuperuser nocreatedb nocreaterole nobypassrls password :'analyst_password';
alter role lexohub_analyst set default_transaction_read_only = on;
alter role lexohub_analyst set statement_timeout = '5min';
-- The administrator has to be a member of the role that it makes the owner, until the database is there.
grant lexohub_owner to lexohub_admin;
-- The same order of letters as on the machines that the tests run on.
create database lexohub owner lexohub_owner template template0 locale_provider builtin builtin_locale 'C.UTF-8' locale 'C';
revoke all on database lexohub from public;
grant connect on database lexohub to lexohub_app, lexohub_analyst;
revoke lexohub_owner from lexohub_admin;
-- With aurora.iam = true the application shows its role's signature instead. From this statement on the passwords of both
-- roles are refused, so it comes right before the deployment that says so. It has to be the last that the administrator's
-- password is needed for: who has made a role stays a member of it (PostgreSQL 16 and newer; with admin option alone, and
-- that cannot be revoked by itself), so that it is a member of rds_iam from here on, too, and logs in by a token as well:
-- `aws rds generate-db-auth-token --username lexohub_admin`, by an identity with rds-db:connect for that user.
-- grant rds_iam to lexohub_owner, lexohub_app;
