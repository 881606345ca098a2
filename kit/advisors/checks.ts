/**
 * What of a schema is open or weak, a row each: the advice's id and the thing. Own questions to the catalog, after the
 * ideas of Supabase's splinter; they ask what the API's roles may really do, not only where a thing lies.
 */
export const advisorSql = (): string => sql;

/** What an extension brought, or what only stands in for one on a shadow, is nobody's mistake here. */
const own = (catalog: string, id: string, owner: string): string =>
  `${owner} is distinct from pg_catalog.to_regrole('supabase_admin')
   and not exists (select from pg_catalog.pg_depend d where d.deptype = 'e'
     and d.classid = 'pg_catalog.${catalog}'::regclass and d.objid = ${id})`;

const anyTable = "'select, insert, update, delete'";
const reach = (ask: string): string =>
  `(${ask.replaceAll("@", "'anon'")} or ${ask.replaceAll("@", "'authenticated'")})`;

// Where PostgREST's settings hang on its role, they say which schemas it serves.
const sql = `
with settings as (
  select pg_catalog.split_part(one, '=', 2) as schemas
    from pg_catalog.pg_db_role_setting s join pg_catalog.pg_roles r on r.oid = s.setrole,
         pg_catalog.unnest(s.setconfig) one
   where r.rolname = 'authenticator' and one like 'pgrst.db_schemas=%'
), spaces as materialized (
  select n.oid, n.nspname,
         n.nspname = any (coalesce(
           (select pg_catalog.regexp_split_to_array(pg_catalog.max(schemas), '\\s*,\\s*') from settings),
           array['public', 'graphql_public'])) as served
    from pg_catalog.pg_namespace n
   where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'supabase_migrations', 'prism_rollout',
     'prism_rollout_shadow', 'auth', 'storage', 'realtime', 'vault', 'extensions', 'graphql', 'supabase_functions')
), relations as materialized (
  select c.oid, c.relkind, c.relrowsecurity, c.reloptions, n.served, n.nspname || '.' || c.relname as name,
         n.served and ${reach(`pg_catalog.has_table_privilege(@, c.oid, ${anyTable})`)} as open,
         n.served and ${reach("pg_catalog.has_table_privilege(@, c.oid, 'select')")} as readable,
         exists (select from pg_catalog.pg_policy p where p.polrelid = c.oid) as policies
    from pg_catalog.pg_class c join spaces n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p', 'v', 'm', 'f') and ${own("pg_class", "c.oid", "c.relowner")}
), routines as materialized (
  select p.*, l.lanname, n.served, pg_catalog.format('function %s.%s(%s)', n.nspname, p.proname,
           pg_catalog.pg_get_function_identity_arguments(p.oid)) as name
    from pg_catalog.pg_proc p join spaces n on n.oid = p.pronamespace
    join pg_catalog.pg_language l on l.oid = p.prolang
   where p.prokind in ('f', 'p') and ${own("pg_proc", "p.oid", "p.proowner")}
), policies as materialized (
  select p.polcmd, p.polpermissive, p.polroles, pg_catalog.format('policy %s on %s.%s', p.polname, n.nspname, c.relname) as name,
         pg_catalog.pg_get_expr(p.polqual, p.polrelid) as qual,
         pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) as checks
    from pg_catalog.pg_policy p join pg_catalog.pg_class c on c.oid = p.polrelid
    join pg_catalog.pg_namespace n on n.oid = c.relnamespace
   where n.nspname in (select nspname from spaces) or n.nspname in ('storage', 'realtime')
), uses as (
  select r.ev_class as view, d.refobjid as relation
    from pg_catalog.pg_rewrite r join pg_catalog.pg_depend d
      on d.classid = 'pg_catalog.pg_rewrite'::regclass and d.objid = r.oid
     and d.refclassid = 'pg_catalog.pg_class'::regclass and d.refobjid <> r.ev_class
), showing_users as (
  with recursive showing(view) as (
    select view from uses where relation = pg_catalog.to_regclass('auth.users')
    union select uses.view from uses join showing on uses.relation = showing.view
  ) select view from showing
)
select 'advisor-rls-off' as id, 'table ' || name as thing from relations
 where relkind in ('r', 'p') and open and not relrowsecurity and not policies
union all
select 'advisor-policy-without-rls', 'table ' || name from relations
 where relkind in ('r', 'p') and not relrowsecurity and policies
union all
select 'advisor-rls-without-policy', 'table ' || name from relations
 where relkind in ('r', 'p') and served and relrowsecurity and not policies
union all
select 'advisor-definer-view', 'view ' || name from relations
 where relkind = 'v' and readable and pg_catalog.current_setting('server_version_num')::int >= 150000
   and not exists (select from pg_catalog.unnest(reloptions) o where o in (
     'security_invoker=true', 'security_invoker=on', 'security_invoker=1', 'security_invoker=yes'))
   and exists (select from uses where uses.view = relations.oid)
union all
select 'advisor-users-exposed', case relkind when 'm' then 'materialized view ' else 'view ' end || name
  from relations where readable and oid in (select view from showing_users)
union all
select case when prosecdef then 'advisor-search-path' else 'advisor-search-path-invoker' end, name from routines
 where lanname in ('sql', 'plpgsql') and prosqlbody is null
   and not exists (select from pg_catalog.unnest(proconfig) one where one like 'search_path=%')
union all
select 'advisor-definer-callable', name from routines
 where prosecdef and served and prorettype not in ('pg_catalog.trigger'::regtype, 'pg_catalog.event_trigger'::regtype)
   and ${reach("pg_catalog.has_function_privilege(@, oid, 'execute')")}
union all
select 'advisor-materialized-view', 'materialized view ' || name from relations where relkind = 'm' and readable
union all
select 'advisor-foreign-table', 'foreign table ' || name from relations where relkind = 'f' and readable
union all
select 'advisor-policy-always-true', name from policies
 where polpermissive and polcmd <> 'r'
   and polroles && array[0::oid, pg_catalog.to_regrole('anon')::oid, pg_catalog.to_regrole('authenticated')::oid]
   and case polcmd when 'd' then qual else coalesce(checks, qual) end in ('true', '(1 = 1)')
   and coalesce(qual, 'true') in ('true', '(1 = 1)')
union all
select 'advisor-user-metadata', name from policies
 where coalesce(qual, '') || coalesce(checks, '') ~ '(raw_user_meta_data|user_metadata)'
union all
select 'advisor-extension-in-public', 'extension ' || e.extname
  from pg_catalog.pg_extension e join pg_catalog.pg_namespace n on n.oid = e.extnamespace where n.nspname = 'public'
union all
select 'advisor-invalid-index', pg_catalog.format('index %s.%s', n.nspname, c.relname)
  from pg_catalog.pg_index i join pg_catalog.pg_class c on c.oid = i.indexrelid
  join spaces n on n.oid = c.relnamespace where not i.indisvalid and c.relkind = 'i'
order by 1, 2`;
