-- Once per cluster, as lexohub_admin and outside of a transaction (`aws rds-data execute-statement`, a statement each, or
-- psql): the two roles and the database that the migrations expect. :owner_password and :application_password are the
-- passwords of the secrets <name>/aurora/owner and <name>/aurora/application.
create role lexohub_owner login nosuperuser nocreatedb nocreaterole nobypassrls password :'owner_password';
create role lexohub_app login nosuperuser nocreatedb nocreaterole nobypassrls password :'application_password';
-- The administrator has to be a member of the role that it makes the owner.
grant lexohub_owner to lexohub_admin;
-- The same order of letters as on the machines that the tests run on.
create database lexohub owner lexohub_owner template template0 locale_provider builtin builtin_locale 'C.UTF-8' locale 'C';
revoke all on database lexohub from public;
grant connect on database lexohub to lexohub_app;
