create schema billing;
grant usage on schema billing to service_role;
create table billing.invoices (id bigint generated always as identity primary key, org uuid not null, cents bigint not null);
