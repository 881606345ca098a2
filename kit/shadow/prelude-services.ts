/**
 * The tables of Supabase Auth beside users, identities and sessions, as far as migrations name them: they refer to
 * them, put triggers on them, or ask in a policy whether a second factor was given.
 */
export const AUTH_MORE = `
alter table auth.users
  add column if not exists email_change varchar(255), add column if not exists email_change_token_new varchar(255),
  add column if not exists email_change_token_current varchar(255) default '',
  add column if not exists email_change_sent_at timestamptz,
  add column if not exists email_change_confirm_status smallint default 0,
  add column if not exists phone_change text default '', add column if not exists phone_change_token varchar(255) default '',
  add column if not exists phone_change_sent_at timestamptz,
  add column if not exists confirmed_at timestamptz generated always as (least(email_confirmed_at, phone_confirmed_at)) stored,
  add column if not exists reauthentication_token varchar(255) default '',
  add column if not exists reauthentication_sent_at timestamptz;
do $$
declare label record;
begin
  for label in select * from (values
    ('aal_level', array['aal1', 'aal2', 'aal3']),
    ('factor_type', array['totp', 'webauthn', 'phone']),
    ('factor_status', array['unverified', 'verified']),
    ('code_challenge_method', array['s256', 'plain']),
    ('one_time_token_type', array['confirmation_token', 'reauthentication_token', 'recovery_token',
      'email_change_token_new', 'email_change_token_current', 'phone_change_token'])
  ) as types(name, labels) where to_regtype('auth.' || types.name) is null loop
    execute format('create type auth.%I as enum (%s)', label.name,
      (select string_agg(quote_literal(one), ', ') from unnest(label.labels) as one));
  end loop;
end $$;
alter table auth.sessions
  add column if not exists factor_id uuid, add column if not exists aal auth.aal_level,
  add column if not exists refreshed_at timestamp, add column if not exists ip inet, add column if not exists tag text;
create table if not exists auth.refresh_tokens (
  instance_id uuid, id bigserial primary key, token varchar(255) unique, user_id varchar(255), revoked boolean,
  created_at timestamptz, updated_at timestamptz, parent varchar(255),
  session_id uuid references auth.sessions on delete cascade
);
create table if not exists auth.audit_log_entries (
  instance_id uuid, id uuid primary key, payload json, created_at timestamptz, ip_address varchar(64) not null default ''
);
create table if not exists auth.instances (
  id uuid primary key, uuid uuid, raw_base_config text, created_at timestamptz, updated_at timestamptz
);
create table if not exists auth.schema_migrations (version varchar(255) primary key);
create table if not exists auth.mfa_factors (
  id uuid primary key, user_id uuid not null references auth.users on delete cascade, friendly_name text,
  factor_type auth.factor_type not null, status auth.factor_status not null, created_at timestamptz not null,
  updated_at timestamptz not null, secret text, phone text, last_challenged_at timestamptz unique
);
create table if not exists auth.mfa_challenges (
  id uuid primary key, factor_id uuid not null references auth.mfa_factors on delete cascade,
  created_at timestamptz not null, verified_at timestamptz, ip_address inet not null, otp_code text
);
create table if not exists auth.mfa_amr_claims (
  session_id uuid not null references auth.sessions on delete cascade, created_at timestamptz not null,
  updated_at timestamptz not null, authentication_method text not null, id uuid primary key,
  unique (session_id, authentication_method)
);
create table if not exists auth.sso_providers (
  id uuid primary key, resource_id text, created_at timestamptz, updated_at timestamptz, disabled boolean
);
create table if not exists auth.sso_domains (
  id uuid primary key, sso_provider_id uuid not null references auth.sso_providers on delete cascade,
  domain text not null, created_at timestamptz, updated_at timestamptz
);
create table if not exists auth.saml_providers (
  id uuid primary key, sso_provider_id uuid not null references auth.sso_providers on delete cascade,
  entity_id text not null unique, metadata_xml text not null, metadata_url text, attribute_mapping jsonb,
  created_at timestamptz, updated_at timestamptz, name_id_format text
);
create table if not exists auth.saml_relay_states (
  id uuid primary key, sso_provider_id uuid not null references auth.sso_providers on delete cascade,
  request_id text not null, for_email text, redirect_to text, created_at timestamptz, updated_at timestamptz,
  flow_state_id uuid
);
create table if not exists auth.flow_state (
  id uuid primary key, user_id uuid, auth_code text not null, code_challenge_method auth.code_challenge_method not null,
  code_challenge text not null, provider_type text not null, provider_access_token text, provider_refresh_token text,
  created_at timestamptz, updated_at timestamptz, authentication_method text not null, auth_code_issued_at timestamptz
);
create table if not exists auth.one_time_tokens (
  id uuid primary key, user_id uuid not null references auth.users on delete cascade,
  token_type auth.one_time_token_type not null, token_hash text not null, relates_to text not null,
  created_at timestamp not null default now(), updated_at timestamp not null default now()
);
grant all on all tables in schema auth to postgres;
grant all on all sequences in schema auth to postgres;
`;

/** Tables of Storage and Realtime that policies, triggers and publications of migrations name. */
export const SERVICES_MORE = `
create table if not exists storage.migrations (
  id integer primary key, name varchar(100) not null unique, hash varchar(40) not null, executed_at timestamp default now()
);
create table if not exists storage.s3_multipart_uploads (
  id text primary key, in_progress_size bigint not null default 0, upload_signature text not null,
  bucket_id text not null references storage.buckets, key text not null, version text not null, owner_id text,
  created_at timestamptz not null default now(), user_metadata jsonb
);
create table if not exists storage.s3_multipart_uploads_parts (
  id uuid primary key default gen_random_uuid(), upload_id text not null references storage.s3_multipart_uploads on delete cascade,
  size bigint not null default 0, part_number integer not null, bucket_id text not null references storage.buckets,
  key text not null, etag text not null, owner_id text, version text not null, created_at timestamptz not null default now()
);
create or replace function storage.get_size_by_bucket() returns table (size bigint, bucket_id text)
language sql stable as $$ select 0::bigint, id from storage.buckets $$;
create or replace function storage.search(prefix text, bucketname text, limits int default 100, levels int default 1, offsets int default 0)
returns table (name text, id uuid, updated_at timestamptz, created_at timestamptz, last_accessed_at timestamptz, metadata jsonb)
language sql stable as $$
  select o.name, o.id, o.updated_at, o.created_at, o.last_accessed_at, o.metadata from storage.objects o
   where o.bucket_id = bucketname and starts_with(o.name, prefix) limit limits offset offsets $$;
create table if not exists realtime.subscription (
  id bigint generated always as identity primary key, subscription_id uuid not null, entity regclass not null,
  claims jsonb not null, created_at timestamp not null default now()
);
create or replace function realtime.broadcast_changes(topic_name text, event_name text, operation text, table_name text,
  table_schema text, new record, old record, level text default 'ROW') returns void language plpgsql as $$ begin end $$;
create or replace function vault.update_secret(secret_id uuid, new_secret text default null, new_name text default null,
  new_description text default null) returns void language sql as $$
  update vault.secrets set secret = coalesce(new_secret, secret), name = coalesce(new_name, name),
    description = coalesce(new_description, description) where id = secret_id $$;
grant usage on schema graphql, graphql_public to postgres, anon, authenticated, service_role;
create or replace function graphql_public.graphql("operationName" text default null, query text default null,
  variables jsonb default null, extensions jsonb default null) returns jsonb language sql as $$ select '{}'::jsonb $$;
create table if not exists supabase_functions.hooks (
  id bigserial primary key, hook_table_id integer not null, hook_name text not null,
  created_at timestamptz not null default now(), request_id bigint
);
`;
