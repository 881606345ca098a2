/** Of a thing in the from clause whether it is asked for. */
const asked = (id: string, name: string): string =>
  `($1::int8[] is null or ${id} = any ($1::int8[]::oid[])
     or $2::text[] is not null and n.nspname || '.' || ${name} = any ($2::text[]))`;

const owned = (catalog: string, column: string): string =>
  `not exists (select from pg_catalog.pg_depend d where d.deptype = 'e'
     and d.classid = 'pg_catalog.${catalog}'::regclass and d.objid = ${column})`;

/** To write a condition out, PostgreSQL locks its table for reading: only where nobody else holds a lock that waits for us. */
const policySays = `'says', case when $3::boolean then pg_catalog.json_build_object(
        'command', p.polcmd, 'permissive', p.polpermissive,
        'roles', (select pg_catalog.json_agg(case when one = 0 then 'public' else pg_catalog.pg_get_userbyid(one) end)
           from pg_catalog.unnest(p.polroles) as one),
        'using', pg_catalog.pg_get_expr(p.polqual, p.polrelid),
        'check', pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid)) end`;

/** By which events a rule of the table does something else: 2 update, 3 insert, 4 delete. */
const insteadOf = `case when relhasrules and relkind in ('r', 'p') then (
        select pg_catalog.string_agg(distinct w.ev_type::text, '') from pg_catalog.pg_rewrite w
         where w.ev_class = relations.oid and w.is_instead and w.ev_enabled <> 'D' and w.ev_type <> '1') end`;

const publishedBy = `case when relkind in ('r', 'p') then (
        select pg_catalog.json_agg(b.pubname order by b.pubname) from pg_catalog.pg_publication_rel pr
          join pg_catalog.pg_publication b on b.oid = pr.prpubid where pr.prrelid = relations.oid) end`;

/** Looked up by its index: joined, PostgreSQL would read all types once for each routine. */
const typeCalled = (id: string): string =>
  `(select tn.nspname || '.' || t.typname from pg_catalog.pg_type t
      join pg_catalog.pg_namespace tn on tn.oid = t.typnamespace where t.oid = ${id})`;

/** One row with one value, the catalog as JSON, the same whatever the session's search_path is, but for the conditions of policies. $1, $2: ids and names of what is wanted; null for all. $3: with the conditions of policies. */
export const catalogSql = `
with spaces as materialized (
  select oid, nspname from pg_catalog.pg_namespace
   where nspname !~ '^pg_' and nspname not in ('information_schema', 'supabase_migrations', 'prism_rollout_shadow')
), relations as materialized (
  select c.oid, c.relkind, c.relfilenode, c.relacl, c.relowner, c.relhasrules, n.nspname || '.' || c.relname as name,
         coalesce(c.reloptions && array['security_invoker=true', 'security_invoker=on', 'security_invoker=1',
           'security_invoker=yes'], false) as invoker
    from pg_catalog.pg_class c join spaces n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p', 'v', 'm', 'S', 'f') and ${asked("c.oid", "c.relname")} and ${owned("pg_class", "c.oid")}
     and not (c.relkind = 'S' and exists (select from pg_catalog.pg_depend d where d.deptype = 'i'
       and d.classid = 'pg_catalog.pg_class'::regclass and d.objid = c.oid))
), routines as materialized (
  select p.*, n.nspname || '.' || p.proname as name
    from pg_catalog.pg_proc p join spaces n on n.oid = p.pronamespace
   where ${asked("p.oid", "p.proname")} and ${owned("pg_proc", "p.oid")}
)
select pg_catalog.json_build_object(
  'relations', coalesce((select pg_catalog.json_agg(pg_catalog.json_build_object(
      'id', oid::int8, 'kind', relkind, 'name', name, 'file', relfilenode::int8, 'invoker', invoker,
      'instead', ${insteadOf}, 'published', ${publishedBy}) order by oid) from relations), '[]'),
  'columns', coalesce((select pg_catalog.json_agg(pg_catalog.json_build_object(
      'relation', a.attrelid::int8, 'number', a.attnum, 'name', a.attname, 'modifier', a.atttypmod,
      'type', tn.nspname || '.' || t.typname, 'required', a.attnotnull, 'computed', a.attgenerated <> '',
      'filled', a.atthasdef or a.attidentity <> '')
      order by a.attrelid, a.attnum)
    from relations r join pg_catalog.pg_attribute a on a.attrelid = r.oid
    join pg_catalog.pg_type t on t.oid = a.atttypid join pg_catalog.pg_namespace tn on tn.oid = t.typnamespace
    where a.attnum > 0 and not a.attisdropped and r.relkind <> 'S'), '[]'),
  'routines', coalesce((select pg_catalog.json_agg(pg_catalog.json_build_object(
      'id', p.oid::int8, 'name', p.name, 'optional', p.pronargdefaults, 'definer', p.prosecdef,
      'takes', (select coalesce(pg_catalog.json_agg(${typeCalled("u.type")} order by u.at), '[]')
         from pg_catalog.unnest(p.proargtypes::oid[]) with ordinality as u(type, at)),
      'names', coalesce(pg_catalog.to_json(p.proargnames[1:p.pronargs]), '[]'),
      'gives', pg_catalog.concat(case when 't' = any (p.proargmodes) then 'TABLE'
           else pg_catalog.concat(case when p.proretset then 'setof ' end,
         ${typeCalled("p.prorettype")}) end,
         (select '(' || pg_catalog.string_agg(pg_catalog.concat(p.proargnames[u.at], ' ', tn.nspname, '.', t.typname), ', '
              order by u.at) || ')'
            from pg_catalog.unnest(p.proallargtypes) with ordinality as u(type, at)
            join pg_catalog.pg_type t on t.oid = u.type join pg_catalog.pg_namespace tn on tn.oid = t.typnamespace
           where p.proargmodes[u.at] in ('o', 'b', 't')))) order by p.oid) from routines p
    where p.prorettype <> 'pg_catalog.trigger'::regtype), '[]'),
  'types', coalesce((select pg_catalog.json_agg(pg_catalog.json_build_object(
      'id', t.oid::int8, 'name', n.nspname || '.' || t.typname,
      'labels', (select coalesce(pg_catalog.json_agg(e.enumlabel order by e.enumsortorder), '[]')
         from pg_catalog.pg_enum e where e.enumtypid = t.oid),
      'attributes', (select coalesce(pg_catalog.json_agg(pg_catalog.json_build_object('number', a.attnum,
         'name', a.attname, 'type', pg_catalog.concat(an.nspname, '.', at.typname, ' ', a.atttypmod)) order by a.attnum), '[]')
         from pg_catalog.pg_attribute a join pg_catalog.pg_type at on at.oid = a.atttypid
         join pg_catalog.pg_namespace an on an.oid = at.typnamespace
         where t.typtype = 'c' and a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped)) order by t.oid)
    from pg_catalog.pg_type t join spaces n on n.oid = t.typnamespace
    left join pg_catalog.pg_class c on c.oid = t.typrelid
    where (t.typtype in ('e', 'd', 'r') or (t.typtype = 'c' and c.relkind = 'c')) and ${asked("t.oid", "t.typname")}
      and ${owned("pg_type", "t.oid")}), '[]'),
  'policies', coalesce((select pg_catalog.json_agg(pg_catalog.json_build_object(
      'id', p.oid::int8, 'relation', p.polrelid::int8, 'name', p.polname, ${policySays}) order by p.polrelid, p.polname)
    from pg_catalog.pg_policy p join relations r on r.oid = p.polrelid), '[]'),
  'triggers', coalesce((select pg_catalog.json_agg(pg_catalog.json_build_object(
      'id', t.oid::int8, 'relation', t.tgrelid::int8, 'name', t.tgname, 'enabled', t.tgenabled <> 'D',
      'events', t.tgtype & 60, 'when', t.tgtype & 67, 'of', pg_catalog.to_json(t.tgattr::int2[]), 'calls', t.tgfoid::int8)
      order by t.tgrelid, t.tgname)
    from pg_catalog.pg_trigger t join relations r on r.oid = t.tgrelid where not t.tgisinternal), '[]'),
  'constraints', coalesce((select pg_catalog.json_agg(pg_catalog.json_build_object(
      'id', c.oid::int8, 'relation', c.conrelid::int8, 'name', c.conname, 'kind', c.contype,
      'columns', coalesce(pg_catalog.to_json(c.conkey), '[]')) order by c.conrelid, c.conname)
    from pg_catalog.pg_constraint c join relations r on r.oid = c.conrelid
    where c.contype in ('c', 'f', 'p', 'u', 'x')), '[]'),
  'grants', coalesce((select pg_catalog.json_agg(pg_catalog.json_build_object('on', g.ids, 'rights', (
      select coalesce(pg_catalog.json_agg(pg_catalog.json_build_object(
          'to', case when x.grantee = 0 then 'public' else pg_catalog.pg_get_userbyid(x.grantee) end,
          'may', x.privilege_type) order by x.grantee, x.privilege_type), '[]')
        from pg_catalog.aclexplode(g.acl) x where x.grantee <> g.owner)))
    from (select acl, owner, pg_catalog.json_agg(id) as ids from (
            select oid::int8 as id, relacl as acl, relowner as owner from relations where relacl is not null
            union all
            select oid::int8, coalesce(proacl, pg_catalog.acldefault('f', proowner)), proowner from routines) one
          group by acl, owner) g), '[]')
) as catalog`;
