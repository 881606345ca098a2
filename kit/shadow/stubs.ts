/**
 * What stands for an extension that a server does not have: its schema and what migrations use of it. What it does is
 * not done; only that it can be named counts. `@schema@` is where the migration puts it.
 */
export const extensionStubs = (): Readonly<Record<string, string>> => stubs;

/** Where an extension's things are, whatever a migration says. */
export const extensionHomes = (): Readonly<Record<string, string>> => homes;

const homes: Readonly<Record<string, string>> = {
  pg_cron: "cron",
  pg_net: "net",
  pgmq: "pgmq",
  pgsodium: "pgsodium",
  pg_graphql: "graphql",
  supabase_vault: "vault",
};

const handler = (name: string): string =>
  `create or replace function @schema@.${name}_fdw_handler() returns fdw_handler language c strict as '$libdir/plpgsql', 'plpgsql_call_handler';
   create or replace function @schema@.${name}_fdw_validator(options text[], catalog oid) returns void language sql as '';`;

const fdws = [
  "stripe",
  "firebase",
  "airtable",
  "s3",
  "bigquery",
  "clickhouse",
  "wasm",
  "logflare",
  "auth0",
  "redis",
];

/** A type of any text with any modifiers: `(Point, 4326)`. */
const spatialType = (name: string): string => `
    create type @schema@.${name};
    create function @schema@.${name}_in(cstring, oid, integer) returns @schema@.${name} language internal immutable strict as 'varcharin';
    create function @schema@.${name}_out(@schema@.${name}) returns cstring language internal immutable strict as 'varcharout';
    create function @schema@.${name}_typmod_in(cstring[]) returns integer language internal immutable strict as 'array_ndims';
    create type @schema@.${name} (input = @schema@.${name}_in, output = @schema@.${name}_out, typmod_in = @schema@.${name}_typmod_in);`;

/** What is asked of places, by what each takes; $ stands for either type. */
const spatial: readonly (readonly [name: string, takes: string, gives: string])[] = [
  ...["x", "y", "z", "length", "area", "perimeter"].map((name) => [name, "$", "float8"] as const),
  ...["distance", "distancesphere", "azimuth"].map((name) => [name, "$, $", "float8"] as const),
  ...["intersects", "contains", "within", "covers", "coveredby", "equals", "touches", "overlaps"].map(
    (name) => [name, "$, $", "boolean"] as const,
  ),
  ...["astext", "asewkt", "asgeojson"].map((name) => [name, "$", "text"] as const),
  ...["centroid", "envelope", "makevalid", "startpoint", "endpoint"].map((name) => [name, "$", "$"] as const),
  ...["union", "intersection", "difference", "makeline"].map((name) => [name, "$, $", "$"] as const),
  ["dwithin", "$, $, float8", "boolean"],
  ["srid", "$", "integer"],
  ["numpoints", "$", "integer"],
  ["buffer", "$, float8", "$"],
  ["simplify", "$, float8", "$"],
  ["setsrid", "$, integer", "$"],
  ["transform", "$, integer", "$"],
];

const spatialFunctions = spatial.flatMap(([name, takes, gives]) =>
  ["geometry", "geography"].map((type) => {
    const of = (text: string): string => text.replaceAll("$", `@schema@.${type}`);
    return `create function @schema@.st_${name}(${of(takes)}) returns ${of(gives)} language sql immutable as 'select null::${of(gives)}';`;
  }),
);

const placed = [
  ["makepoint", "float8, float8", "geometry"],
  ["point", "float8, float8", "geometry"],
  ["point", "float8, float8, integer", "geometry"],
  ["makeenvelope", "float8, float8, float8, float8, integer", "geometry"],
  ["geomfromtext", "text", "geometry"],
  ["geomfromtext", "text, integer", "geometry"],
  ["geomfromgeojson", "jsonb", "geometry"],
  ["geomfromgeojson", "text", "geometry"],
  ["geogfromtext", "text", "geography"],
  ["geographyfromtext", "text", "geography"],
].map(
  ([name, takes, type]) =>
    `create function @schema@.st_${name}(${takes}) returns @schema@.${type} language sql immutable as 'select null::@schema@.${type}';`,
);

const stubs: Readonly<Record<string, string>> = {
  postgis: `${spatialType("geometry")} ${spatialType("geography")}
    create cast (@schema@.geometry as @schema@.geography) with inout as implicit;
    create cast (@schema@.geography as @schema@.geometry) with inout as assignment;
    ${[...spatialFunctions, ...placed].join("\n")}
    create function @schema@.spatial_distance(@schema@.geometry, @schema@.geometry) returns float8 language sql immutable as 'select 0::float8';
    create operator @schema@.<-> (leftarg = @schema@.geometry, rightarg = @schema@.geometry, function = @schema@.spatial_distance);
    create function @schema@.spatial_meets(@schema@.geometry, @schema@.geometry) returns boolean language sql immutable as 'select true';
    create operator @schema@.&& (leftarg = @schema@.geometry, rightarg = @schema@.geometry, function = @schema@.spatial_meets);`,
  pg_cron: `
    create table if not exists cron.job (jobid bigserial primary key, schedule text, command text, nodename text,
      nodeport int, database text, username text, active boolean default true, jobname text);
    create table if not exists cron.job_run_details (jobid bigint, runid bigserial, job_pid int, database text,
      username text, command text, status text, return_message text, start_time timestamptz, end_time timestamptz);
    create or replace function cron.schedule(job_name text, schedule text, command text) returns bigint language sql as
      'insert into cron.job (jobname, schedule, command) values ($1, $2, $3) returning jobid';
    create or replace function cron.schedule(schedule text, command text) returns bigint language sql as
      'insert into cron.job (schedule, command) values ($1, $2) returning jobid';
    create or replace function cron.unschedule(job_name text) returns boolean language sql as
      'delete from cron.job where jobname = $1; select true';
    create or replace function cron.unschedule(job_id bigint) returns boolean language sql as
      'delete from cron.job where jobid = $1; select true';
    create or replace function cron.alter_job(job_id bigint, schedule text default null, command text default null,
      database text default null, username text default null, active boolean default null) returns void language sql as '';`,
  pg_net: `
    create schema if not exists net;
    create table if not exists net._http_response (id bigint, status_code int, content_type text, headers jsonb,
      content text, timed_out bool, error_msg text, created timestamptz default now());
    create table if not exists net.http_request_queue (id bigserial, method text, url text, headers jsonb, body bytea,
      timeout_milliseconds int);
    create or replace function net.http_get(url text, params jsonb default '{}', headers jsonb default '{}',
      timeout_milliseconds int default 5000) returns bigint language sql as 'select 1::bigint';
    create or replace function net.http_post(url text, body jsonb default '{}', params jsonb default '{}',
      headers jsonb default '{}', timeout_milliseconds int default 5000) returns bigint language sql as 'select 1::bigint';
    create or replace function net.http_delete(url text, params jsonb default '{}', headers jsonb default '{}',
      timeout_milliseconds int default 5000) returns bigint language sql as 'select 1::bigint';`,
  http: `
    create type @schema@.http_header as (field varchar, value varchar);
    create type @schema@.http_response as (status integer, content_type varchar, headers @schema@.http_header[], content varchar);
    create type @schema@.http_request as (method varchar, uri varchar, headers @schema@.http_header[], content_type varchar, content varchar);
    create or replace function @schema@.http(request @schema@.http_request) returns @schema@.http_response language sql as 'select null::@schema@.http_response';
    create or replace function @schema@.http_get(uri varchar) returns @schema@.http_response language sql as 'select null::@schema@.http_response';
    create or replace function @schema@.http_post(uri varchar, content varchar, content_type varchar) returns @schema@.http_response language sql as 'select null::@schema@.http_response';
    create or replace function @schema@.http_header(field varchar, value varchar) returns @schema@.http_header language sql as 'select $1, $2';
    create or replace function @schema@.http_set_curlopt(curlopt varchar, value varchar) returns boolean language sql as 'select true';`,
  moddatetime: `
    create or replace function @schema@.moddatetime() returns trigger language plpgsql as 'begin return new; end';`,
  pgmq: `
    create type pgmq.message_record as (msg_id bigint, read_ct int, enqueued_at timestamptz, vt timestamptz, message jsonb, headers jsonb);
    create table if not exists pgmq.meta (queue_name varchar unique not null, is_partitioned boolean default false,
      is_unlogged boolean default false, created_at timestamptz default now());
    create or replace function pgmq.create(queue_name text) returns void language plpgsql as
      'begin insert into pgmq.meta (queue_name) values ($1) on conflict do nothing;
       execute format(''create table if not exists pgmq.%I (msg_id bigserial primary key, read_ct int default 0, enqueued_at timestamptz default now(), vt timestamptz, message jsonb, headers jsonb)'', ''q_'' || $1);
       execute format(''create table if not exists pgmq.%I (msg_id bigint primary key, read_ct int default 0, enqueued_at timestamptz, archived_at timestamptz default now(), vt timestamptz, message jsonb, headers jsonb)'', ''a_'' || $1); end';
    create or replace function pgmq.purge_queue(queue_name text) returns bigint language sql as 'select 0::bigint';
    create or replace function pgmq.drop_queue(queue_name text) returns boolean language sql as 'delete from pgmq.meta where meta.queue_name = $1; select true';
    create or replace function pgmq.send(queue_name text, msg jsonb, delay int default 0) returns setof bigint language sql as 'select 1::bigint';
    create or replace function pgmq.send_batch(queue_name text, msgs jsonb[], delay int default 0) returns setof bigint language sql as 'select 1::bigint';
    create or replace function pgmq.read(queue_name text, vt int, qty int) returns setof pgmq.message_record language sql as 'select null::pgmq.message_record where false';
    create or replace function pgmq.pop(queue_name text) returns setof pgmq.message_record language sql as 'select null::pgmq.message_record where false';
    create or replace function pgmq.delete(queue_name text, msg_id bigint) returns boolean language sql as 'select true';
    create or replace function pgmq.archive(queue_name text, msg_id bigint) returns boolean language sql as 'select true';`,
  vector: `
    create type @schema@.vector;
    create function @schema@.vector_in(cstring, oid, integer) returns @schema@.vector language internal immutable strict as 'varcharin';
    create function @schema@.vector_out(@schema@.vector) returns cstring language internal immutable strict as 'varcharout';
    create function @schema@.vector_typmod_in(cstring[]) returns integer language internal immutable strict as 'varchartypmodin';
    create type @schema@.vector (input = @schema@.vector_in, output = @schema@.vector_out, typmod_in = @schema@.vector_typmod_in);
    create function @schema@.vector_distance(@schema@.vector, @schema@.vector) returns float8 language sql immutable as 'select 0::float8';
    create operator @schema@.<=> (leftarg = @schema@.vector, rightarg = @schema@.vector, function = @schema@.vector_distance);
    create operator @schema@.<-> (leftarg = @schema@.vector, rightarg = @schema@.vector, function = @schema@.vector_distance);
    create operator @schema@.<#> (leftarg = @schema@.vector, rightarg = @schema@.vector, function = @schema@.vector_distance);`,
  wrappers: fdws.map(handler).join("\n"),
};
