export const id = 745;
export const ids = [745];
export const modules = {

/***/ 13224:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./lib/kit/action/run.js + 14 modules
var run = __webpack_require__(2836);
// EXTERNAL MODULE: ./lib/kit/notify/announce.js + 1 modules
var announce = __webpack_require__(88412);
// EXTERNAL MODULE: ./lib/kit/parts/checks/health.js + 1 modules
var checks_health = __webpack_require__(8433);
// EXTERNAL MODULE: ./lib/kit/parts/checks/health-inputs.js
var health_inputs = __webpack_require__(92983);
// EXTERNAL MODULE: ./lib/kit/parts/database/ledger/ahead.js
var ahead = __webpack_require__(71236);
// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(65304);
// EXTERNAL MODULE: ./lib/kit/judge/execution.js
var judge_execution = __webpack_require__(56638);
// EXTERNAL MODULE: ./lib/kit/ports/retry.js
var retry = __webpack_require__(93073);
// EXTERNAL MODULE: ./lib/kit/judge/catalog/effect.js
var effect = __webpack_require__(44987);
// EXTERNAL MODULE: ./lib/kit/judge/catalog/known.js
var catalog_known = __webpack_require__(25267);
// EXTERNAL MODULE: ./lib/kit/judge/split.js
var judge_split = __webpack_require__(60800);
;// CONCATENATED MODULE: ./lib/kit/parts/database/guard/made-before.js



/** By the text of what has run already: files that are recorded, and segments that are done. */
function madeBefore({ parser, files }, { steps, recorded }, { pending, finishedOf }) {
    const done = new Set([
        ...recorded,
        ...steps.map(({ file }) => file.version).filter((one) => !pending.has(one)),
    ]);
    const whole = files
        .filter(({ version }) => done.has(version))
        .flatMap(({ text }) => {
        const split = (0,judge_split/* splitFile */.b)(parser, text);
        return "message" in split ? [] : split.statements;
    });
    const parts = steps.flatMap((step) => step.execution.segments.slice(0, finishedOf(step)).flatMap(({ statements }) => statements));
    return madeBy([...whole, ...parts].map(({ node }) => node));
}
function madeBy(nodes) {
    const known = (0,catalog_known/* nothingKnown */.H)();
    // Only what was certainly not there before counts.
    const nothing = { absent: () => false, unheard: () => false, has: () => false, made: () => undefined };
    for (const node of nodes)
        known.add((0,effect/* effectOf */.$)(node), nothing);
    return (thing) => keysOf(thing).some((key) => known.has(key));
}
/** `policy mine on public.t` → `policy public.t.mine`, as the judge calls it. */
function keysOf(thing) {
    const [, kind, name, on] = /^(policy|trigger|constraint) (.*) on (.*)$/.exec(thing) ?? [];
    if (on !== undefined)
        return [kind === "constraint" ? `table ${on}` : `${kind} ${on}.${name}`];
    const path = thing.replace(/^value '.*' of |^rights on |^(?:materialized |foreign )?[a-z]+ /, "");
    if (thing.startsWith("rights on "))
        return [`table ${path}`, `view ${path}`, `sequence ${path}`];
    if (thing.startsWith("value "))
        return [`type ${path}`];
    const word = /^(?:materialized |foreign )?([a-z]+)/.exec(thing)?.[1] ?? "";
    return [`${word} ${path.replaceAll(", ", ",")}`];
}

// EXTERNAL MODULE: ./lib/kit/judge/implied.js
var implied = __webpack_require__(69640);
// EXTERNAL MODULE: ./lib/kit/parts/database/inputs.js
var database_inputs = __webpack_require__(36134);
// EXTERNAL MODULE: ./lib/kit/shadow/catalog.js + 1 modules
var catalog = __webpack_require__(54252);
// EXTERNAL MODULE: ./lib/kit/shadow/facts.js + 4 modules
var shadow_facts = __webpack_require__(78753);
// EXTERNAL MODULE: ./lib/kit/shadow/live-things.js
var live_things = __webpack_require__(97425);
// EXTERNAL MODULE: ./lib/kit/shadow/axis.js
var shadow_axis = __webpack_require__(24216);
// EXTERNAL MODULE: ./lib/kit/shadow/tells.js
var tells = __webpack_require__(24233);
;// CONCATENATED MODULE: ./lib/kit/parts/database/guard/effect-of.js


/**
 * A difference of the catalog as an effect of the file. A row security policy is lost for good where its table has got no
 * other one; else it is as in a replay. Without `owners` nobody can tell with which table a sequence goes.
 */
function effectOf({ kind, on, thing, what }, gotPolicy, owners) {
    const axis = (0,shadow_axis/* axisOf */.L)(kind);
    const rule = kind === "policy-gone" && !gotPolicy.has(on) ? "drop-policy" : (0,shadow_axis/* ruleOfFact */.I)(kind);
    return {
        axis,
        thing,
        what,
        ...(0,tells/* namesOf */.eZ)(kind, thing),
        ...(kind === "sequence-gone" ? sequenceNames(on, thing, owners) : {}),
        rule,
    };
}
/** It goes with its column or table, which is what a statement names. */
function sequenceNames(id, thing, owners) {
    if (!owners)
        return { named: [] };
    const owner = owners.get(id);
    const own = thing.slice(thing.indexOf(".") + 1);
    return { named: owner === undefined ? [own] : [own, owner] };
}

;// CONCATENATED MODULE: ./lib/kit/parts/database/guard/owners.js
/** As it was before the transaction: there the sequences are still to be seen. */
async function readOwners(aside, ids) {
    if (ids.length === 0)
        return new Map();
    const rows = await aside.query(`select d.objid::int8::text as id, c.relname as name
       from pg_catalog.pg_depend d join pg_catalog.pg_class c on c.oid = d.refobjid
      where d.classid = 'pg_catalog.pg_class'::regclass and d.refclassid = d.classid
        and d.deptype in ('a', 'i') and d.objid = any ($1::oid[])`, [ids]);
    return new Map(rows.map(({ id, name }) => [Number(id), String(name)]));
}

;// CONCATENATED MODULE: ./lib/kit/parts/database/guard/goes-along.js
/**
 * Reads which keys and parts lead to the tables, as it is in the transaction and as it was: a key may be made or dropped in it.
 */
async function readWays(database, aside, ids) {
    const now = await database.query(waysSql, [ids]);
    const rows = aside ? [...now, ...(await aside.query(waysSql, [ids]))] : now;
    const isThere = await thoseThere(database, now, rows);
    const ways = rows.flatMap((row) => row["to"] === null
        ? []
        : [
            {
                from: Number(row["id"]),
                to: Number(row["to"]),
                onDelete: String(row["on_delete"]),
                onUpdate: String(row["on_update"]),
            },
        ]);
    const names = (id) => [
        ...new Set(rows.filter((row) => Number(row["id"]) === id).map(({ name }) => String(name))),
    ];
    return {
        names,
        by: (id, how, happened) => {
            const known = new Set([id]);
            for (const one of known)
                for (const way of ways.filter(({ to }) => to === one))
                    if (leads(way, how, (what) => !isThere.has(way.from) || happened(way.from, what)))
                        known.add(way.from);
            known.delete(id);
            return [...known].flatMap(names);
        },
    };
}
/** One whose key was dropped on the way is still there. */
async function thoseThere(database, now, all) {
    const there = new Set(now.map(({ id }) => Number(id)));
    const unsure = [...new Set(all.map(({ id }) => Number(id)))].filter((id) => !there.has(id));
    if (unsure.length === 0)
        return there;
    const found = await database.query("select oid::int8::text as id from pg_catalog.pg_class where oid = any ($1::oid[])", [unsure]);
    return new Set([...there, ...found.map(({ id }) => Number(id))]);
}
/** A key leads on only from rows that have gone or changed themselves; of a table that is gone by now nobody knows. */
function leads({ onDelete, onUpdate }, how, has) {
    if (onDelete === part)
        return true;
    if (how === "emptied")
        return has("emptied");
    if (how === "deleted")
        return onDelete === "c" && has("deleted");
    return ((["n", "d"].includes(onDelete) && has("deleted")) ||
        (["c", "n", "d"].includes(onUpdate) && has("updated")));
}
/** Stands for a part of a table in place of what a key does. */
const part = "part";
/** Each table from which one of $1 is reached, and where that leads; a row without for each of $1. */
const waysSql = `
with recursive ways as (
  select confrelid as id, conrelid as "to", confdeltype::text as on_delete, confupdtype::text as on_update
    from pg_catalog.pg_constraint where contype = 'f' and conrelid <> confrelid
  union all
  select inhparent, inhrelid, '${part}', '' from pg_catalog.pg_inherits
), reached as (
  select id::oid, null::oid as "to", null::text as on_delete, null::text as on_update from pg_catalog.unnest($1::int8[]) as id
  union
  select w.id, w."to", w.on_delete, w.on_update from reached r join ways w on w."to" = r.id
)
select r.id::int8::text as id, r."to"::int8::text as "to", r.on_delete, r.on_update, n.nspname || '.' || c.relname as name
  from reached r join pg_catalog.pg_class c on c.oid = r.id join pg_catalog.pg_namespace n on n.oid = c.relnamespace`;

;// CONCATENATED MODULE: ./lib/kit/parts/database/guard/overwritten.js
/**
 * How many rows of a table were there before and have been written by this transaction, if that is all of them; 0 as soon as one is
 * found that has not. What it costs is bounded by what the transaction has written itself. Rows that the session may not
 * see, and tables that are kept in another way, are not looked at.
 */
async function readOverwritten(database, id) {
    const [table] = await database.query(`select pg_catalog.format('%I.%I', n.nspname, c.relname) as name,
            pg_catalog.pg_stat_get_xact_tuples_inserted(c.oid)::text as inserted
       from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
       join pg_catalog.pg_am a on a.oid = c.relam
      where c.oid = $1::oid and c.relkind = 'r' and a.amname = 'heap'
        and pg_catalog.has_table_privilege(c.oid, 'select') and not pg_catalog.row_security_active(c.oid)`, [id]);
    if (!table)
        return 0;
    const [row] = await database.query(`select case when exists (select from only ${String(table["name"])} where not (${isOurs}))
              then 0 else (select count(*) from only ${String(table["name"])}) end::text as rows`);
    return Math.max(0, Number(row?.["rows"]) - Number(table["inserted"]));
}
/** Written by this transaction or by one within it, whose number is a little larger; a row of long ago may keep any number. */
const isOurs = "pg_catalog.age(xmin) between -1000000 and 0";

;// CONCATENATED MODULE: ./lib/kit/parts/database/guard/row-effects.js


/**
 * Rows that are gone, and tables of which every row holds other values. A transaction that has changed no more than was told
 * costs one small query; whence the rest may have come is only asked where it was not.
 */
async function rowEffects(database, aside, { counts, emptied }, isTold) {
    const ids = [...emptied.keys(), ...[...counts].filter(([, one]) => isEnough(one)).map(([id]) => id)];
    if (ids.length === 0)
        return [];
    const tables = await readTables(database, ids);
    const plain = [...tables].flatMap(([id, table]) => effectsOn(id, [table], { counts, emptied }));
    const untold = plain.filter(({ effect }) => !isTold(effect));
    if (untold.length === 0)
        return plain.filter(({ how }) => how !== "updated").map(({ effect }) => effect);
    const ways = await readWays(database, aside, [...new Set(untold.map(({ id }) => id))]);
    const happened = (id, what) => what === "emptied" ? emptied.has(id) : (counts.get(id)?.[what] ?? 0) > 0;
    const found = [];
    for (const one of plain) {
        const { id, how, effect } = untold.includes(one) ? alongWith(one, ways, happened) : one;
        if (how !== "updated")
            found.push(effect);
        if (how !== "updated" || isTold(effect))
            continue;
        const rows = await readOverwritten(database, id);
        // A table of one row is a counter or a setting: whoever writes to it writes all of it.
        if (rows > 1)
            found.push({ ...effect, what: `holds other values in all of its ${rows} rows` });
    }
    return found;
}
/** One row that was updated is not all rows of a table that has more than one. */
function isEnough({ deleted, updated }) {
    return deleted > 0 || updated > 1;
}
function effectsOn(id, named, { counts, emptied }) {
    const { deleted = 0, updated = 0 } = counts.get(id) ?? {};
    const had = emptied.get(id);
    const of = (how, what) => ({ id, how, effect: rowEffect(how, named, what) });
    return [
        ...(deleted > 0 ? [of("deleted", deleted === 1 ? "lost a row" : `lost ${deleted} rows`)] : []),
        ...(had === undefined
            ? []
            : [of("emptied", `was emptied of about ${had} ${had === 1 ? "row" : "rows"}`)]),
        ...(updated > 1 ? [of("updated", "holds other values")] : []),
    ];
}
/** Of a table by its names, the first as it is called now. */
function rowEffect(how, named, what) {
    const thing = `table ${named[0] ?? "?"}`;
    return { axis: "data_loss", thing, what, named, within: "", rule: "replay-loss", rows: { how, along: [] } };
}
function alongWith({ id, how, effect }, ways, happened) {
    const named = [...new Set([...effect.named, ...ways.names(id)])];
    return { id, how, effect: { ...effect, named, rows: { how, along: ways.by(id, how, happened) } } };
}
/**
 * Of the tables those that are still there and whose rows are somebody's; a dropped one is an effect of its own. What
 * a materialized view has can be computed again, and jobs and requests of pg_cron and pg_net go and come by their own
 * functions.
 */
async function readTables(database, ids) {
    const rows = await database.query(`select c.oid::int8::text as id, n.nspname || '.' || c.relname as name
       from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.oid = any ($1::oid[]) and c.relkind = 'r' and n.nspname !~ '^pg_'
        and n.nspname not in ('supabase_migrations', 'prism_rollout', 'cron', 'net')
      order by 2`, [ids]);
    return new Map(rows.map(({ id, name }) => [Number(id), String(name)]));
}

;// CONCATENATED MODULE: ./lib/kit/parts/database/guard/touched.js
const nothingCounted = { deleted: 0, updated: 0 };
async function readHorizon(database) {
    const [row] = await database.query(`select greatest((select max(oid) from pg_catalog.pg_class), (select max(oid) from pg_catalog.pg_proc),
                     (select max(oid) from pg_catalog.pg_type))::int8::text as id,
            pg_catalog.to_regproc('pg_catalog.pg_stat_force_next_flush') is not null as flushes`);
    return { id: Number(row?.["id"]), flushes: row?.["flushes"] === true };
}
/**
 * Asks for the locks that the transaction holds until it ends: nothing is dropped, renamed or altered without one,
 * by whatever function, trigger or EXECUTE. So a file that only makes new things costs one small query.
 */
function locksFrom({ id }) {
    return { sql: lockedSql, parameters: [id] };
}
/** What those locks tell. */
async function touchedBy(rows, database, { id: horizon }) {
    const ids = new Set();
    const counts = new Map();
    const spaces = [];
    for (const row of rows) {
        const id = Number(row["id"]);
        if (row["kind"] === "schema")
            spaces.push(id);
        else if (row["strong"] === true)
            ids.add(id);
        const { deleted, updated } = countsOf(row);
        if (deleted > 0 || updated > 0)
            counts.set(id, { deleted, updated });
    }
    for (const id of await withinSchemas(database, spaces, horizon))
        ids.add(id);
    return { ids: [...ids], counts };
}
function countsOf(row) {
    return { deleted: Number(row["deleted"]), updated: Number(row["updated"]) };
}
/** Locks of this session on what is not new, and schemas that the transaction has written to: those need none. */
const lockedSql = `
select coalesce(relation, objid)::int8::text as id, locktype as kind,
       mode not in ('RowShareLock', 'RowExclusiveLock') as strong,
       case when locktype = 'relation' then pg_catalog.pg_stat_get_xact_tuples_deleted(relation) end::text as deleted,
       case when locktype = 'relation' then pg_catalog.pg_stat_get_xact_tuples_updated(relation) end::text as updated
  from pg_catalog.pg_locks
 where pid = pg_catalog.pg_backend_pid() and granted and database <> 0 and mode <> 'AccessShareLock'
   and (locktype = 'relation' or locktype = 'object'
     and classid in ('pg_catalog.pg_proc'::regclass, 'pg_catalog.pg_type'::regclass))
   and coalesce(relation, objid) between 16384 and $1::oid
union all
select oid::int8::text, 'schema', true, null, null from pg_catalog.pg_namespace
 where oid <= $1::oid
   and pg_catalog.age(xmin) <= pg_catalog.age(pg_catalog.pg_current_xact_id_if_assigned()::xid)`;
/** All that is in a schema is called otherwise when that is renamed. */
async function withinSchemas(database, spaces, horizon) {
    if (spaces.length === 0)
        return [];
    const within = (catalog, space) => `select oid::int8::text as id from pg_catalog.${catalog} where ${space} = any ($1::oid[]) and oid <= $2::oid`;
    const rows = await database.query([
        within("pg_class", "relnamespace"),
        within("pg_proc", "pronamespace"),
        within("pg_type", "typnamespace"),
    ].join(" union all "), [spaces, horizon]);
    return rows.map(({ id }) => Number(id));
}
/**
 * How many rows the session has deleted and updated in transactions that are over, and not yet told the server's
 * statistics. Where the server can be made to take them in, none are left.
 */
async function readCounts(database, { flushes }) {
    if (flushes)
        await database.query("select pg_catalog.pg_stat_force_next_flush()");
    if (flushes)
        return new Map();
    const rows = await database.query(`select id::int8::text as id, deleted::text, updated::text
       from (select oid as id, pg_catalog.pg_stat_get_xact_tuples_deleted(oid) as deleted,
                    pg_catalog.pg_stat_get_xact_tuples_updated(oid) as updated
               from pg_catalog.pg_class where relkind = 'r') as tables
      where deleted > 0 or updated > 0`);
    return new Map(rows.map((row) => [Number(row["id"]), countsOf(row)]));
}
/** Of tables that were written anew, those that had rows and have none now. */
async function readEmptied(database, ids) {
    const rows = await database.query(`select oid::int8::text as id, pg_catalog.pg_stat_get_live_tuples(oid)::text as had
       from pg_catalog.pg_class where oid = any ($1::oid[]) and relkind = 'r'
        and pg_catalog.pg_relation_size(oid) = 0 and pg_catalog.pg_stat_get_live_tuples(oid) > 0`, [ids]);
    return new Map(rows.map(({ id, had }) => [Number(id), Number(had)]));
}

;// CONCATENATED MODULE: ./lib/kit/parts/database/guard/effects.js







/**
 * The catalog as it was is asked from beside, after the fact, and only for what the transaction has touched: there its
 * changes are not to be seen yet. Without that second connection all of it is read before each transaction.
 */
async function watchEffects(database, aside, implied) {
    const horizon = await readHorizon(database);
    let live = (0,catalog/* emptyCatalog */.Lp)();
    let known = new Set();
    let counted = new Map();
    let whole;
    let uncounted = false;
    const before = async (ids) => {
        const chosen = { ids, names: [] };
        const was = aside ? await (0,catalog/* readCatalog */.uM)(aside, chosen) : (0,live_things/* onlyThose */.A)(whole ?? (0,catalog/* emptyCatalog */.Lp)(), new Set(ids));
        const first = new Set(ids.filter((id) => !known.has(id)));
        live = joined(live, (0,live_things/* onlyThose */.A)(was, first));
        known = new Set([...known, ...first]);
        return (0,live_things/* onlyLive */.$)(was, live);
    };
    return {
        horizon,
        begin: async () => {
            counted = uncounted ? await readCounts(database, horizon) : new Map();
            // One that comes to no end may have deleted what nobody looks at.
            uncounted = true;
            if (!aside)
                whole = await (0,catalog/* readCatalog */.uM)(database);
        },
        question: locksFrom(horizon),
        effects: async (rows, isTold) => {
            const { ids, counts } = await touchedBy(rows, database, horizon);
            uncounted = counts.size > 0 || counted.size > 0;
            const { changed, emptied } = ids.length === 0 ? nothing : await changes({ database, aside, implied }, await before(ids), ids);
            const gone = await rowEffects(database, aside, { counts: since(counts, counted), emptied }, isTold);
            return [...gone, ...changed];
        },
    };
}
/** Fewer than before: the server has taken in what was counted before, and all of it is new. */
function since(counts, before) {
    const left = (now, base) => (now < base ? now : now - base);
    return new Map([...counts].map(([id, { deleted, updated }]) => {
        const base = before.get(id) ?? nothingCounted;
        return [id, { deleted: left(deleted, base.deleted), updated: left(updated, base.updated) }];
    }));
}
const nothing = { changed: [], emptied: new Map() };
async function changes({ database, aside, implied }, was, ids) {
    const named = namesOf(was);
    if (named.size === 0)
        return nothing;
    let is = await (0,catalog/* readCatalog */.uM)(database, { ids, names: [] });
    // What is gone may stand there anew, under its name.
    const found = namesOf(is);
    if ([...named].some(([id, name]) => found.get(id) !== name))
        is = await (0,catalog/* readCatalog */.uM)(database, { ids, names: [...named.values()] });
    const facts = (0,shadow_facts/* factsBetween */.M)(was, is, implied);
    const anew = facts.filter(({ kind }) => kind === "rewritten").map(({ on }) => on);
    const emptied = anew.length === 0 ? new Map() : await readEmptied(database, anew);
    const policies = new Set(was.policies.map(({ id }) => id));
    const gotPolicy = new Set(is.policies.filter(({ id }) => !policies.has(id)).map(({ relation }) => relation));
    const sequences = facts.filter(({ kind }) => kind === "sequence-gone").map(({ on }) => on);
    const owners = aside && (await readOwners(aside, sequences));
    const left = facts.filter(({ kind, on }) => kind !== "rewritten" || !emptied.has(on));
    return { changed: left.map((fact) => effectOf(fact, gotPolicy, owners)), emptied };
}
function namesOf({ relations, routines, types }) {
    return new Map([...relations, ...routines, ...types].map(({ id, name }) => [id, name]));
}
function joined(one, other) {
    return {
        relations: [...one.relations, ...other.relations],
        columns: [...one.columns, ...other.columns],
        routines: [...one.routines, ...other.routines],
        types: [...one.types, ...other.types],
        policies: [...one.policies, ...other.policies],
        triggers: [...one.triggers, ...other.triggers],
        constraints: [...one.constraints, ...other.constraints],
        grants: [...one.grants, ...other.grants],
    };
}

;// CONCATENATED MODULE: ./lib/kit/parts/database/guard/say-tags.js
const verbs = {
    DELETE: "deleted",
    UPDATE: "updated",
    INSERT: "inserted",
    MERGE: "merged",
    COPY: "copied",
};
/** «Its statements: 5 rows deleted, 1 table emptied.» of the server's command tags; nothing where none changed a row. */
function sayTags(tags) {
    const rows = new Map();
    let emptied = 0;
    for (const tag of tags) {
        // `INSERT 0 5`: the number behind is how many.
        const [, verb, count] = /^([A-Z]+) (?:\d+ )?(\d+)$/.exec(tag) ?? [];
        const done = verbs[verb ?? ""];
        if (done !== undefined && Number(count) > 0)
            rows.set(done, (rows.get(done) ?? 0) + Number(count));
        if (tag === "TRUNCATE TABLE")
            emptied += 1;
    }
    const said = [...rows].map(([done, count]) => `${count} ${count === 1 ? "row" : "rows"} ${done}`);
    if (emptied > 0)
        said.push(`${emptied} TRUNCATE`);
    return said.length === 0 ? undefined : `Its statements: ${said.join(", ")}.`;
}

// EXTERNAL MODULE: ./lib/kit/judge/bodies/constant-text.js
var constant_text = __webpack_require__(98409);
// EXTERNAL MODULE: ./lib/kit/judge/policy.js
var judge_policy = __webpack_require__(27916);
// EXTERNAL MODULE: ./lib/kit/judge/rules.js + 3 modules
var rules = __webpack_require__(96385);
;// CONCATENATED MODULE: ./lib/kit/parts/database/guard/shown.js




/** Holds what a file has done against what was shown of it. */
function unshown(effects, shown, policy) {
    const left = effects.filter((effect) => !isShown(effect, shown, policy));
    const of = (severity) => left.filter((effect) => severityFor(effect, policy) === severity);
    return { fail: of("fail"), warn: of("warn") };
}
/** Who reads rows that are gone finds none, and does not fail: they are on one axis only. */
function severityFor({ axis, rule, rows }, policy) {
    return rows ? (0,judge_policy/* severityOn */.x$)(axis, policy) : (0,judge_policy/* severityOf */.xJ)(rule, policy);
}
/** Whether those who approved a file were shown that it does this. */
function isShown(effect, shown, policy) {
    const { findings, statements } = shown;
    const { rows, named } = effect;
    const least = severityFor(effect, policy);
    return (findings.some((finding) => {
        if ((0,rules/* isFromLive */.pD)(finding.rule))
            return true;
        if (!rows || (0,rules/* isFromReplay */.OT)(finding.rule))
            return (0,tells/* isStrongEnough */.af)(finding, least) && (0,tells/* tells */.n6)(finding, effect, statements);
        return tellsRows(finding, named, rows, statements);
    }) ||
        (rows !== undefined && isInText(effect, rows, shown)));
}
/** Rows that are gone were shown where a statement names their table, or one along with which keys take them. */
function tellsRows(finding, named, { how, along }, statements) {
    const { rule, thing } = finding;
    if (named.some((table) => (0,tells/* tellsQueue */.GX)(finding, table)))
        return true;
    if (!(0,tells/* isOfRows */["do"])(rule))
        return false;
    if (thing.includes(constant_text/* someName */.M8))
        return true;
    const takesAlong = how !== "emptied" || (0,tells/* isCascade */.nJ)(finding, statements);
    return [...named, ...(takesAlong ? along : [])].some((table) => isTable(thing, table));
}
/** The text is shown as it is: an UPDATE in it needs no finding, and may move rows from one part of a table to another. */
function isInText({ named }, { how, along }, { updates }) {
    if (how === "emptied")
        return false;
    const tables = how === "updated" ? [...named, ...along] : along;
    return updates.some((one) => one.includes(constant_text/* someName */.M8) || tables.some((table) => isTable(one, table)));
}
/** A text without a schema leads to one that only the session knows: `public.t` stands for `t` there. */
function isTable(thing, table) {
    const bare = (name) => name.slice(name.indexOf(".") + 1);
    return thing === table || (thing.startsWith("public.") && bare(thing) === bare(table));
}

;// CONCATENATED MODULE: ./lib/kit/parts/database/guard/unshown-effects.js
/** What a file has done beyond what was shown of it. It is thrown before COMMIT. */
class UnshownEffects extends Error {
    effects;
    constructor(effects) {
        super(`it did what its plan did not show: ${sayEffects(effects).join("; ")}`);
        this.effects = effects;
    }
}
const most = 10;
/** «table public.orders is gone», and how many more there are. */
function sayEffects(effects) {
    const said = effects.slice(0, most).map(({ thing, what }) => `${thing} ${what}`);
    return effects.length > most ? [...said, `${effects.length - most} more things happened`] : said;
}
/** What to write above the statement, where what happened is meant to. */
function remedyFor(effects) {
    const rules = [...new Set(effects.map(({ rule }) => rule))].map((rule) => `\`${rule}\``).join(", ");
    return `Find what does it (a trigger, a function that is called, EXECUTE) and leave it out. If it is meant to happen, allow it by a comment above the statement, \`-- rollout-allow: <rule> <reason>\`, with ${rules}, or with \`live-effect\` where only the live database does it, and release again.`;
}

;// CONCATENATED MODULE: ./lib/kit/parts/database/guard/held-up.js
/**
 * Who waits because of a session. A lock table where nobody waits is all that is read then; `pg_blocking_pids` is asked
 * only of those who do. Roles that may not see the activity of others still see locks.
 */
async function lookWhoWaits(aside, pid) {
    const rows = await aside.query(waitingSql, [pid]);
    const ours = rows.some((row) => row["pid"] === pid);
    return { heldUp: rows.filter((row) => row["pid"] !== pid).map(heldUpOf), waits: ours };
}
function heldUpOf(row) {
    const relation = row["relation"];
    return {
        pid: Number(row["pid"]),
        who: String(row["who"]),
        relation: typeof relation === "string" ? relation : undefined,
        ms: Math.max(0, Number(row["ms"])),
    };
}
const waitingSql = `
with recursive waiting as materialized (
  select l.pid, pg_catalog.pg_blocking_pids(l.pid) as blockers,
         coalesce(l.waitstart, pg_catalog.clock_timestamp()) as since,
         case when d.oid is not null then l.relation::regclass::text end as relation
    from pg_catalog.pg_locks l
    left join pg_catalog.pg_database d on d.oid = l.database and d.datname = pg_catalog.current_database()
   where not l.granted
), held as (
  select pid, since from waiting where $1 = any (blockers)
  union
  select w.pid, greatest(w.since, h.since) from waiting w join held h on h.pid = any (w.blockers)
), first as (
  select pid, min(since) as since from held group by pid
)
select w.pid, w.relation,
       coalesce(nullif(a.application_name, ''), 'a session without a name') || coalesce(' as ' || a.usename, '') as who,
       (extract(epoch from pg_catalog.clock_timestamp() - coalesce(f.since, w.since)) * 1000)::float8 as ms
  from waiting w
  left join first f on f.pid = w.pid
  left join pg_catalog.pg_stat_activity a on a.pid = w.pid
 where w.pid = $1 or (f.pid is not null and coalesce(a.backend_type, 'client backend') = 'client backend')
 order by ms desc`;

;// CONCATENATED MODULE: ./lib/kit/parts/database/guard/watchdog.js


/** One that is being cancelled is given this long to let go. */
const pause = 1000;
/**
 * Looks from a second connection who waits because of our session, and cancels its statement once that is too many for
 * too long: `lock_timeout` bounds how long we wait, not how long we hold. Without the second connection the migration goes
 * on, and it is said that nobody watches.
 */
function watchdog(world, aside, pid, patience) {
    let told = false;
    const tell = (error) => {
        if (told)
            return;
        told = true;
        world.log.warn(`Nobody watches for how long this migration holds up live sessions: ${(0,user_error/* describe */.q0)(error)}. \`lock-timeout\` still bounds how long it waits for a lock.`);
    };
    return {
        watch: () => (patience.sessions === 0 ? idle : begin(world, aside, pid, patience, tell)),
    };
}
const idle = { stall: () => undefined, end: async () => undefined };
function begin({ clock }, aside, pid, patience, tell) {
    const calm = new AbortController();
    let stall;
    let cancelling = Promise.resolve();
    const watchOver = async () => {
        for (let wait = nextLook([], patience);;) {
            await clock.sleep(wait, calm.signal);
            // A connection that broke is made again, once.
            const look = await lookWhoWaits(aside, pid).catch(() => lookWhoWaits(aside, pid));
            calm.signal.throwIfAborted();
            wait = nextLook(look.heldUp, patience);
            if (wait > 0)
                continue;
            stall ??= stallOf(look, patience);
            cancelling = aside.query("select pg_catalog.pg_cancel_backend($1)", [pid]);
            await cancelling;
            wait = pause;
        }
    };
    watchOver().catch((error) => {
        if (!calm.signal.aborted)
            tell(error);
    });
    return {
        stall: () => stall,
        end: async () => {
            calm.abort();
            await cancelling.catch(() => undefined);
        },
    };
}
const stallOf = ({ heldUp, waits }, { ms }) => ({
    heldUp: heldUp.filter((one) => one.ms >= ms),
    waited: waits,
});
/**
 * In how many ms to look again; 0: it has been too long. The server tells since when somebody waits, so a look at the
 * moment at which it becomes too long is enough, and half of that time as long as nobody does.
 */
function nextLook(heldUp, { sessions, ms }) {
    const longest = heldUp.map((one) => one.ms).sort((a, b) => b - a)[sessions - 1] ?? 0;
    if (longest >= ms && heldUp.length >= sessions)
        return 0;
    return Math.max(10, Math.min(500, ms / 2, ms - longest));
}

;// CONCATENATED MODULE: ./lib/kit/parts/database/guard/open-guard.js







/** Guards what the session does from now on. */
async function openGuard(world, { database, pid }, aside, inputs, plan) {
    const other = await reached(world, aside, inputs.blocksSessions > 0);
    const effects = await watchEffects(database, other, plan.implied);
    const patience = { sessions: other ? inputs.blocksSessions : 0, ms: inputs.blocksFor };
    const told = [];
    const unshownIn = comparing(world, effects, plan, (0,database_inputs/* policyFrom */.JX)(inputs));
    return {
        ...watchdog(world, aside, pid, patience),
        horizon: effects.horizon,
        told: () => told,
        checkOf: (step) => ({
            begin: effects.begin,
            question: effects.question,
            end: async (tags, answer) => {
                const seen = { tags, answer, earlier: new Set(), shownBefore: [] };
                told.push(...tell(world, step, (await unshownIn(step, seen)).warn));
            },
        }),
        tries: () => {
            let earlier = new Set();
            const shownBefore = [];
            return (step) => ({
                begin: effects.begin,
                question: effects.question,
                end: async (tags, answer) => {
                    const { all } = await unshownIn(step, { tags, answer, earlier, shownBefore });
                    earlier = new Set(all.map(keyOf));
                    shownBefore.push(shownOf(step, plan));
                },
            });
        },
    };
}
/** Holds what a file has done against what was shown of it. @throws {UnshownEffects} */
function comparing({ log }, effects, plan, policy) {
    return async (step, { tags, answer, earlier, shownBefore }) => {
        const rows = sayTags(tags);
        if (rows !== undefined)
            log.info(rows);
        const shown = shownOf(step, plan);
        const isTold = (effect) => [...shownBefore, shown].some((one) => isShown(effect, one, policy));
        const seen = await effects.effects(answer, isTold);
        const all = seen.filter(({ thing }) => !plan.isOurs(thing));
        const own = all.filter((effect) => !earlier.has(keyOf(effect)));
        const { fail, warn } = unshown(own, shown, policy);
        if (fail.length > 0)
            throw new UnshownEffects(fail);
        return { warn, all };
    };
}
function tell({ log }, { file: { path: file } }, effects) {
    const lines = sayEffects(effects).map((what) => `${file}: ${what}, which its plan did not show.`);
    for (const line of lines)
        log.warn(line, { file });
    return lines;
}
function keyOf({ thing, what }) {
    return `${thing}\n${what}`;
}
/** The second connection, if it is to be had. */
async function reached({ log }, aside, watches) {
    try {
        await aside.query("select 1");
        return aside;
    }
    catch (error) {
        const unwatched = watches ? " Nobody watches for how long this migration holds up live sessions;" : "";
        log.warn(`There is no second connection: ${(0,user_error/* describe */.q0)(error)}.${unwatched} what it does is compared with its plan by a look at the whole catalog before each file. \`lock-timeout\` still bounds how long it waits for a lock.`);
        return undefined;
    }
}
function shownOf({ file, execution, updates }, { waived, warned }) {
    return {
        updates,
        findings: [...waived, ...warned].filter((finding) => finding.file === file.path),
        statements: execution.segments.flatMap(({ statements }) => statements),
    };
}

;// CONCATENATED MODULE: ./lib/kit/parts/database/guard/held-others-up.js
/** A statement that was cancelled for the sake of live sessions; `failed` is what came of it. */
class HeldOthersUp extends Error {
    stall;
    failed;
    constructor(stall, failed) {
        super(`cancelled, because it ${sayStall(stall)}`);
        this.stall = stall;
        this.failed = failed;
    }
}
const held_others_up_most = 3;
/** «held up 2 live sessions for up to 2.1 s (shop as authenticator, for public.t; …)» */
function sayStall({ heldUp, waited }) {
    const longest = Math.max(0, ...heldUp.map(({ ms }) => ms));
    const many = heldUp.length === 1 ? "a live session" : `${heldUp.length} live sessions`;
    const named = heldUp.slice(0, held_others_up_most).map(sayWho);
    if (heldUp.length > held_others_up_most)
        named.push(`and ${heldUp.length - held_others_up_most} more`);
    const how = waited ? " behind it while it waited for a lock itself" : "";
    return `held up ${many}${how} for up to ${(longest / 1000).toFixed(1)} s (${named.join("; ")})`;
}
/** What others run may hold values of theirs: who they are and what they wait for is enough. */
function sayWho({ who, pid, relation }) {
    return `${who}, pid ${pid}, for ${relation ?? "a row"}`;
}

// EXTERNAL MODULE: ./lib/kit/ports/live-pipe.js
var live_pipe = __webpack_require__(65702);
// EXTERNAL MODULE: ./lib/kit/parts/database/connection/sql-error.js
var sql_error = __webpack_require__(28711);
;// CONCATENATED MODULE: ./lib/kit/parts/database/run/busy.js



/** Undefined where it is not the others for whom it failed. */
function busy(error, watch) {
    const { code } = (0,sql_error/* readSqlError */.Xk)(error.cause);
    const stall = watch.stall();
    if (stall && code === sql_error/* queryCanceled */.ML)
        return new HeldOthersUp(stall, error);
    // The file has thrown away what the server had kept for us; the next try does not count on it.
    const kept = code === live_pipe/* forgotten */.Nq && error.statement === undefined;
    return code === sql_error/* lockNotAvailable */.eX || kept ? error : undefined;
}

// EXTERNAL MODULE: ./lib/kit/parts/database/connection/session.js + 1 modules
var connection_session = __webpack_require__(54427);
;// CONCATENATED MODULE: ./lib/kit/parts/database/guard/aside.js
/** Connects at once, while others have to be waited for, and again after it broke; never after it was closed. */
function openAside({ connect, context }, url) {
    const name = `prism-rollout guard of run ${context.runId}.${context.attempt}`;
    let session = connect(url, name);
    // Whoever asks it is told.
    session.catch(() => undefined);
    let closed = false;
    const forget = () => {
        // Also one that is still on its way here.
        session?.then((database) => database.close()).catch(() => undefined);
        session = undefined;
    };
    return {
        query: async (sql, parameters) => {
            // A look that was under way at the close would leave a session that nobody ends, and a process that waits for it.
            if (closed)
                throw new Error("the second connection was closed");
            session ??= connect(url, name);
            const asked = session;
            try {
                return await (await asked).query(sql, parameters);
            }
            catch (error) {
                if (asked === session)
                    forget();
                throw error;
            }
        },
        close: async () => {
            closed = true;
            forget();
        },
    };
}

;// CONCATENATED MODULE: ./lib/kit/parts/database/run/connect.js


/** The connection that applies, and one beside it that looks on. */
async function connect(world, { databaseUrl }) {
    const aside = openAside(world, databaseUrl);
    const database = await (0,connection_session/* openSession */.fA)(world, databaseUrl).catch(async (error) => {
        await aside.close();
        throw error;
    });
    const close = async () => {
        await aside.close();
        await database.close().catch(() => undefined);
    };
    return { database, aside, close };
}

// EXTERNAL MODULE: ./lib/kit/judge/place.js
var judge_place = __webpack_require__(68283);
// EXTERNAL MODULE: ./lib/kit/parts/database/connection/outside-causes.js
var outside_causes = __webpack_require__(30672);
// EXTERNAL MODULE: ./lib/kit/judge/names.js
var names = __webpack_require__(74748);
// EXTERNAL MODULE: ./lib/kit/judge/walk.js
var walk = __webpack_require__(13039);
;// CONCATENATED MODULE: ./lib/kit/parts/database/run/lone.js


/**
 * Reads it from the syntax tree. `once`: it commits as it goes, so that nobody can tell how far it came. `again`: doing it
 * twice does no harm.
 */
function loneOf(node) {
    if ((0,walk.as)(node, "DoStmt") ?? (0,walk.as)(node, "CallStmt"))
        return { kind: "once" };
    return indexOf(node) ?? detachOf(node) ?? presenceOf(node) ?? { kind: "again" };
}
function indexOf(node) {
    const made = (0,walk.as)(node, "IndexStmt");
    if (made) {
        const params = [...(made.indexParams ?? []), ...(made.indexIncludingParams ?? [])];
        const keys = params.map((param) => (0,walk.as)(param, "IndexElem")?.name ?? "");
        const { idxname: name, unique = false } = made;
        return { kind: "index", table: rangeOf(made.relation), name, keys, unique };
    }
    const dropped = (0,walk.as)(node, "DropStmt");
    if (dropped)
        return { kind: "drop-index", name: quoted((0,names/* partsOf */.CI)((0,walk.as)(dropped.objects?.[0], "List")?.items)) };
    const again = (0,walk.as)(node, "ReindexStmt");
    if (!again)
        return undefined;
    if (!again.relation)
        return { kind: "reindex-all", schema: again.kind === "REINDEX_OBJECT_SCHEMA" ? again.name : undefined };
    const range = again.relation ? rangeOf(again.relation) : undefined;
    const isIndex = again.kind === "REINDEX_OBJECT_INDEX";
    return { kind: "reindex", table: isIndex ? undefined : range, index: isIndex ? range : undefined };
}
function detachOf(node) {
    const altered = (0,walk.as)(node, "AlterTableStmt");
    const command = (0,walk.as)(altered?.cmds?.[0], "AlterTableCmd");
    const partition = (0,walk.as)(command?.def, "PartitionCmd")?.name;
    return altered && { kind: "detach", table: rangeOf(altered.relation), partition: rangeOf(partition) };
}
function presenceOf(node) {
    const presence = (catalog, name, wanted) => (name === undefined ? undefined : { kind: "presence", catalog, name, wanted });
    return (presence("pg_database", (0,walk.as)(node, "CreatedbStmt")?.dbname, true) ??
        presence("pg_database", (0,walk.as)(node, "DropdbStmt")?.dbname, false) ??
        presence("pg_tablespace", (0,walk.as)(node, "CreateTableSpaceStmt")?.tablespacename, true) ??
        presence("pg_tablespace", (0,walk.as)(node, "DropTableSpaceStmt")?.tablespacename, false) ??
        presence("pg_subscription", (0,walk.as)(node, "CreateSubscriptionStmt")?.subname, true) ??
        presence("pg_subscription", (0,walk.as)(node, "DropSubscriptionStmt")?.subname, false));
}
function rangeOf({ schemaname, relname = "" } = {}) {
    return quoted(schemaname === undefined ? [relname] : [schemaname, relname]);
}
/** As a person would write it. */
function quoted(parts) {
    const plain = /^[a-z_][a-z0-9_$]*$/;
    return parts.map((part) => (plain.test(part) ? part : `"${part.replaceAll('"', '""')}"`)).join(".");
}

// EXTERNAL MODULE: ./lib/kit/parts/database/own/own-schema.js
var own_schema = __webpack_require__(42090);
;// CONCATENATED MODULE: ./lib/kit/parts/database/run/cut-off.js


/** What commits as it goes was cut off: what it had committed is there, and only a person can tell what is left. */
function notAgain(row) {
    return new user_error/* UserError */.yo("PR439", `${row.version} was begun before (${row.release}) and did not come to the end of \`${row.statement}\`, which commits as it goes: a part of it may be done, and nobody can tell which. It was not run again; nothing was changed now.`, tellOnce(row));
}
/** How a person says what became of it. */
function tellOnce({ version, segment }) {
    const where = `where version = '${version.replaceAll("'", "''")}' and segment = ${segment}`;
    return `See what of it is done. If it may run from its beginning: \`delete from ${own_schema/* ownSchema */.sn}.segments ${where}\`. If all of it is done: \`update ${own_schema/* ownSchema */.sn}.segments set finished = now() ${where}\`. Or write into the file what is left to do instead of it. Then run this job again.`;
}

// EXTERNAL MODULE: ./lib/kit/parts/database/ledger/ledger.js
var ledger_ledger = __webpack_require__(99368);
;// CONCATENATED MODULE: ./lib/kit/parts/database/run/second-applier.js

/** `versions` are those that were there when the turn began. */
function watchLedger(database, versions) {
    const expected = new Set(versions);
    return {
        wrote: (version) => void expected.add(version),
        question: {
            sql: `select count(*)::integer as rows, max(version collate "C") as head from supabase_migrations.schema_migrations`,
            parameters: [],
        },
        look: async ([row]) => {
            const head = typeof row?.["head"] === "string" ? row["head"] : null;
            if (row?.["rows"] === expected.size)
                return { head, strange: [] };
            const now = new Set((await (0,ledger_ledger/* readLedger */.SC)(database)).map(({ version }) => version));
            const came = [...now].filter((version) => !expected.has(version));
            const went = [...expected].filter((version) => !now.has(version));
            return {
                head,
                strange: [
                    ...(came.length > 0 ? [`${came.join(", ")} came into the ledger`] : []),
                    ...(went.length > 0 ? [`${went.join(", ")} went out of it`] : []),
                ],
            };
        },
    };
}
/** Of versions that were planned and are recorded by now, those that this suite has not applied. */
function bySomebodyElse(versions, { noted }) {
    return versions.filter((version) => !noted.has(version));
}
const oneApplier = "Let only one of them apply migrations: turn off Supabase's GitHub integration for this database, and `supabase db push` in other workflows.";
function saySomebodyElse(versions) {
    const were = versions.length === 1 ? "was" : "were";
    return `${versions.join(", ")} ${were} recorded by somebody else since this was planned, with the text of the file. ${oneApplier}`;
}

;// CONCATENATED MODULE: ./lib/kit/parts/database/run/statement-failed.js

/** A statement that did not run. Nothing of its segment is there, unless it is one that runs alone. */
class StatementFailed extends Error {
    statement;
    segment;
    constructor(cause, statement, segment) {
        super((0,user_error/* describe */.q0)(cause), { cause });
        this.statement = statement;
        this.segment = segment;
    }
}

;// CONCATENATED MODULE: ./lib/kit/parts/database/run/explain-failure.js











/** What failed, where in the file, what is there now, and what to do. */
function explainFailure(thrown, step, standing) {
    if (thrown instanceof user_error/* Explainable */.QB)
        return thrown;
    const stall = thrown instanceof HeldOthersUp ? thrown.stall : undefined;
    const inner = thrown instanceof HeldOthersUp ? thrown.failed : thrown;
    const failed = inner instanceof StatementFailed ? inner : undefined;
    const error = (0,sql_error/* readSqlError */.Xk)(failed?.cause ?? inner);
    const lock = error.code === sql_error/* lockNotAvailable */.eX;
    const unshown = failed?.cause instanceof UnshownEffects ? failed.cause : undefined;
    if (unshown)
        return explainUnshown(unshown, failed, step, standing);
    const parts = [
        `${placeOf(step, failed, error)}: ${stall ? `it ${sayStall(stall)}, and was cancelled` : (0,sql_error/* sayError */.Iq)(error)}.`,
        ...(!standing.inTrial && standing.unseen && !(0,sql_error/* isServerError */.GQ)(error)
            ? [unknown]
            : stateOf(step, failed, standing)),
        remaining(standing),
    ];
    const twice = error.code === "23505" && error.table === "schema_migrations";
    const fix = stall
        ? fixOfStall
        : twice
            ? `${oneApplier} Then run this job again.`
            : isOnce(failed)
                ? fixOfOnce(step, standing)
                : fixOf(step, error, standing);
    const code = stall ? "PR426" : twice ? "PR419" : lock ? "PR415" : "PR413";
    return new user_error/* UserError */.yo(code, parts.join(" "), fix, { cause: thrown });
}
function isOnce(failed) {
    const [only] = failed?.segment.kind === "alone" ? failed.segment.statements : [];
    return only !== undefined && loneOf(only.node).kind === "once";
}
function fixOfOnce({ file: { version } }, { finished = 0 }) {
    return `Mend the cause. ${tellOnce({ version, segment: finished })}`;
}
function explainUnshown(unshown, failed, step, standing) {
    const what = `${step.file.path} was stopped before its COMMIT: ${unshown.message}.`;
    const parts = [what, ...stateOf(step, failed, standing), remaining(standing)];
    return new user_error/* UserError */.yo("PR425", parts.join(" "), remedyFor(unshown.effects), { cause: unshown });
}
const unknown = "The database does not answer any more, so whether the server has committed it cannot be told; the next run looks.";
const fixOfStall = "Write it so that it holds its lock for a moment only (NOT VALID and then VALIDATE, CONCURRENTLY, batches), run this job again at a quieter time, or raise `blocks-for`.";
const fixOfRole = "With `login-role`, SET ROLE NONE leads to the role that has logged in, and through a pooler RESET ROLE does, too; that role owns nothing. In this file write `set role postgres` instead, or grant what is missing, and release again.";
/** «1 of 5 are applied and recorded (0008); not applied: 0009, 0010.» */
function remaining({ steps, done, recorded }) {
    const versions = steps.map(({ file }) => file.version);
    const count = done + (recorded ? 1 : 0);
    const applied = count === 0 ? "" : ` (${versions.slice(0, count).join(", ")})`;
    return `${count} of ${steps.length} are applied and recorded${applied}; not applied: ${versions.slice(count).join(", ") || "none"}.`;
}
function placeOf({ file }, failed, { position }) {
    const { statement, segment } = failed ?? {};
    const place = segment !== undefined && position !== undefined
        ? (0,judge_place/* placeOfCharacter */.Gm)(file.text, charactersBefore(file.text, segment.start) + position - 1)
        : statement;
    if (!place)
        return `${file.path} failed`;
    const sql = statement ? ` in \`${(0,judge_place/* excerptOf */.zU)(statement.sql)}\`` : "";
    return `${file.path}:${place.line}:${place.column} failed${sql}`;
}
function charactersBefore(text, byte) {
    const before = Buffer.from(text).subarray(0, byte).toString();
    return before.length - (before.match(/[\uDC00-\uDFFF]/g)?.length ?? 0);
}
function stateOf(step, failed, standing) {
    const { recorded, invalid = [], finished = 0, inTrial } = standing;
    const { segments } = step.execution;
    if (inTrial)
        return ["That was the trial (`verify: in-place`), and all of it is rolled back."];
    if (recorded)
        return ["The server had committed it all the same: it is applied and recorded."];
    if ((0,judge_execution/* wholeOf */.l2)(step.execution))
        return ["The file was rolled back: nothing of it is there."];
    const done = finished === 0 ? "none of its" : `${finished} of its`;
    return [
        isOnce(failed)
            ? "It commits as it goes: what it had committed stays, and it is not run again by itself."
            : failed?.segment.kind === "alone"
                ? "It runs outside of a transaction, so what it had done may be there; the next run looks."
                : "Its transaction was rolled back.",
        ...(invalid.length > 0
            ? [`It left the unfinished index ${invalid.join(", ")}, which is used by nobody.`]
            : []),
        `${done} ${segments.length} ${segments.length === 1 ? "segment" : "segments"} are done; what is done stays, and is not done again.`,
    ];
}
function fixOf({ execution, file }, error, { invalid = [], recorded, finished = 0 }) {
    if (recorded || !(0,sql_error/* isServerError */.GQ)(error))
        return "Run this job again: it continues where it stopped.";
    if (invalid.length > 0) {
        return `Mend the cause (in this statement or in the data), and run this job again: it drops ${invalid.join(", ")} and builds it anew.`;
    }
    if (error.code === sql_error/* lockNotAvailable */.eX) {
        return "Find who holds the table (long transactions, `pg_stat_activity`), run this job again at a quieter time, or raise `lock-timeout`.";
    }
    if (error.code === "42501" && /\b(?:set\s+role\s+none|reset\s+role)\b/i.test(file.text))
        return fixOfRole;
    const outside = (0,outside_causes/* outsideOfTheFile */.c)(error);
    if (outside !== undefined)
        return `${outside} Then run this job again: it continues.`;
    const what = (0,judge_execution/* wholeOf */.l2)(execution) || finished === 0
        ? "this file, which is not applied"
        : "this file from that statement on";
    return `Correct ${what}, and release again; if the cause lies outside of the file, run this job again: it continues.`;
}

// EXTERNAL MODULE: ./lib/kit/parts/database/own/progress.js
var own_progress = __webpack_require__(13913);
// EXTERNAL MODULE: ./lib/kit/parts/database/own/resume.js
var resume = __webpack_require__(57549);
;// CONCATENATED MODULE: ./lib/kit/parts/database/run/look-at-lone.js

const look_at_lone_nothing = { relation: null, object: null, before: [] };
/**
 * Looks at what a lone statement is about to touch.
 * @throws {UserError} PR413 where an index of its name is there, unfinished, and not of ours.
 */
async function beforeLone(database, lone) {
    switch (lone.kind) {
        case "index": {
            const { schema, name: relation } = await tableOf(database, lone.table);
            const object = lone.name === undefined || schema === null ? null : `${schema}.${await look_at_lone_quoted(database, lone.name)}`;
            if (object !== null)
                await refuseForeignIndex(database, object);
            return { relation, object, before: await indexesOf(database, relation, false) };
        }
        case "reindex": {
            const { name: relation } = await tableOf(database, lone.table ?? lone.index ?? "");
            return { relation, object: null, before: await indexesOf(database, relation, true) };
        }
        case "reindex-all": {
            const object = lone.schema === undefined ? wholeDatabase : `${schemaScope}${lone.schema}`;
            const before = (await leftOverIn(database, object)).map(({ oid }) => oid);
            return { relation: null, object, before };
        }
        case "drop-index":
            return { ...look_at_lone_nothing, object: (await namedBy(database, lone.name)).name };
        case "detach":
            return {
                relation: (await namedBy(database, lone.table)).name,
                object: (await namedBy(database, lone.partition)).name,
                before: [],
            };
        case "presence":
            return { ...look_at_lone_nothing, object: lone.name };
        default:
            return look_at_lone_nothing;
    }
}
/** Where REINDEX of many tables works: what it notes as its object; no index is called so. */
const wholeDatabase = "the database";
const schemaScope = "schema ";
/** What REINDEX CONCURRENTLY leaves of an index when it is cut off: the new one, or the old one. TOAST's cannot be dropped. */
async function leftOverIn(database, scope) {
    const schema = scope === wholeDatabase ? null : scope.slice(schemaScope.length);
    const rows = await database.query(`select c.oid::text as oid, ${qualifiedName} as name ${fromIndexes}
      where not i.indisvalid and c.relname ~ '_cc(new|old)[0-9]*$' and n.nspname !~ '^pg_'
        and ($1::text is null or n.nspname = $1)
        and not exists (select from pg_catalog.pg_stat_progress_create_index p where p.index_relid = c.oid)`, [schema]);
    return rows.map(({ oid, name }) => ({ oid: String(oid), name: String(name) }));
}
/** Indexes that a run of ours began on the table and did not finish, and that nobody is building now. */
async function unfinishedOf(database, row) {
    const { object } = row;
    if (object === wholeDatabase || object?.startsWith(schemaScope)) {
        const left = await leftOverIn(database, object);
        return left.filter(({ oid }) => !row.before.includes(oid)).map(({ name }) => name);
    }
    if (row.relation === null)
        return [];
    const rows = await database.query(`select ${qualifiedName} as name ${fromIndexes}
      where i.indrelid = pg_catalog.to_regclass($1) and not i.indisvalid and not c.oid = any ($2::oid[])
        and ($3::text is null or c.oid = pg_catalog.to_regclass($3))
        and not exists (select from pg_catalog.pg_stat_progress_create_index p where p.index_relid = c.oid)`, [row.relation, row.before, row.object]);
    return rows.map(({ name }) => String(name));
}
async function outcomeOf(database, lone, row) {
    switch (lone.kind) {
        case "index":
            return (await isBuilt(database, lone, row)) ? "done" : "again";
        case "drop-index":
            return row.object !== null && (await namedBy(database, row.object)).name === null ? "done" : "again";
        case "detach":
            return await detached(database, row);
        case "presence": {
            const column = { pg_database: "datname", pg_tablespace: "spcname", pg_subscription: "subname" };
            const rows = await database.query(`select 1 from pg_catalog.${lone.catalog} where ${column[lone.catalog]} = $1`, [lone.name]);
            return rows.length > 0 === lone.wanted ? "done" : "again";
        }
        default:
            return "again";
    }
}
async function isBuilt(database, { keys, unique }, row) {
    const rows = await database.query(`select 1 ${fromIndexes}
      where i.indrelid = pg_catalog.to_regclass($1) and i.indisvalid and not c.oid = any ($2::oid[])
        and case when $3::text is not null then c.oid = pg_catalog.to_regclass($3) else
          i.indisunique = $4 and $5::text[] = array(
            select coalesce(a.attname::text, '') from pg_catalog.unnest(i.indkey) with ordinality k (number, place)
              left join pg_catalog.pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number and k.number <> 0
             order by k.place) end`, [row.relation, row.before, row.object, unique, keys]);
    return rows.length > 0;
}
async function detached(database, { relation, object }) {
    if (relation === null || object === null)
        return "again";
    const [row] = await database.query(`select inhdetachpending as pending from pg_catalog.pg_inherits
      where inhparent = pg_catalog.to_regclass($1) and inhrelid = pg_catalog.to_regclass($2)`, [relation, object]);
    if (row === undefined)
        return "done";
    return row["pending"] === true
        ? { sql: `alter table ${relation} detach partition ${object} finalize` }
        : "again";
}
const qualifiedName = "pg_catalog.format('%I.%I', n.nspname, c.relname)";
const fromIndexes = `from pg_catalog.pg_index i join pg_catalog.pg_class c on c.oid = i.indexrelid
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace`;
/** As the server writes it, so that the same index has one name everywhere. */
async function look_at_lone_quoted(database, name) {
    const [row] = await database.query("select pg_catalog.quote_ident($1) as name", [name]);
    return String(row?.["name"]);
}
/** What a name means in this session, with its schema. */
async function namedBy(database, name) {
    const [row] = await database.query(`select pg_catalog.quote_ident(n.nspname) as schema, ${qualifiedName} as name
       from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.oid = pg_catalog.to_regclass($1)`, [name]);
    return named(row);
}
/** The table of that name, or the one to which the index of that name belongs. */
async function tableOf(database, name) {
    const [row] = await database.query(`select pg_catalog.quote_ident(n.nspname) as schema, ${qualifiedName} as name
       from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.oid = coalesce((select indrelid from pg_catalog.pg_index
        where indexrelid = pg_catalog.to_regclass($1)), pg_catalog.to_regclass($1))`, [name]);
    return named(row);
}
function named(row) {
    const text = (value) => (typeof value === "string" ? value : null);
    return { schema: text(row?.["schema"]), name: text(row?.["name"]) };
}
/** Their oids; with `invalid`, only of those that nobody has finished. */
async function indexesOf(database, relation, invalid) {
    const rows = await database.query(`select indexrelid::text as oid from pg_catalog.pg_index
      where indrelid = pg_catalog.to_regclass($1) and not ($2::boolean and indisvalid)`, [relation, invalid]);
    return rows.map(({ oid }) => String(oid));
}
async function refuseForeignIndex(database, index) {
    const rows = await database.query("select 1 from pg_catalog.pg_index where indexrelid = pg_catalog.to_regclass($1) and not indisvalid", [index]);
    if (rows.length === 0)
        return;
    throw new user_error/* UserError */.yo("PR413", `The index ${index} is there, but unfinished, and nobody uses it. It was not begun by this suite, so it was left alone.`, `See that nobody builds it now (\`pg_stat_progress_create_index\`), then \`drop index concurrently ${index}\`, and run this job again.`);
}

;// CONCATENATED MODULE: ./lib/kit/parts/database/run/session-state.js
async function prepareSession(database, limits) {
    const [row] = await database.query(`select pg_catalog.pg_backend_pid() as pid, session_user::text as name,
            pg_catalog.current_setting('server_version_num')::integer as version`);
    return {
        database,
        limits,
        pid: Number(row?.["pid"]),
        home: /^(cli_login_|supabase_admin)/.test(String(row?.["name"])) ? "postgres" : "none",
        seesClients: Number(row?.["version"]) >= 140_000,
    };
}
/** Undoes what the file before left behind: roles and settings of the session. */
async function forgetSettings(session) {
    await session.database.script(forgetting(session));
}
function forgetting({ home }) {
    return `reset session authorization; reset role; reset all; set role ${home}`;
}
/** The role that may write the ledger, until the transaction ends: a file may have become another one. */
function roleBack({ home }) {
    return `set local session authorization default; set local role ${home}`;
}
/** Writes something of our own in a transaction of its own, and leaves role and settings as the file has them. */
async function asOurselves(session, work) {
    const { database, limits } = session;
    await database.script(`begin; ${roleBack(session)}; set local lock_timeout = '${limits.lockTimeout}ms'`);
    try {
        const value = await work();
        await database.script("commit");
        return value;
    }
    catch (error) {
        await database.script("rollback").catch(() => undefined);
        throw error;
    }
}
/** The statements that limit a transaction; `own` are settings of the author's, which stay. A server that is left alone gives up by itself. */
function limitTransaction(session, own, mark) {
    const sets = limited(session, session.limits, own).map(([name, value]) => `set local ${name} = '${value}'`);
    return [...sets, `set local prism_rollout.segment = '${mark}'`];
}
/**
 * Limits a statement outside of a transaction; gives what takes the limits back. What builds beside the live data (`waits`)
 * waits for others by its nature: a lock limit would leave a half-built index.
 */
async function limitAlone(session, waits) {
    const { database, limits } = session;
    const lockTimeout = waits ? 0 : limits.lockTimeout;
    const sets = limited(session, { ...limits, lockTimeout }, await ownSettings(session));
    await database.script(sets.map(([name, value]) => `set ${name} = '${value}'`).join("; "));
    return async () => {
        await database.script(sets.map(([name]) => `reset ${name}`).join("; "));
    };
}
/** Which limits the file has set for the session. */
async function ownSettings({ database }) {
    const rows = await database.query(`select name from pg_catalog.pg_settings where source = 'session' and name = any ($1::text[])`, [["lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout"]]);
    return new Set(rows.map(({ name }) => String(name)));
}
function limited({ seesClients }, { lockTimeout, statementTimeout }, own) {
    const all = [
        ["lock_timeout", `${lockTimeout}ms`],
        ["statement_timeout", `${statementTimeout}ms`],
        ["idle_in_transaction_session_timeout", "1min"],
        ...(seesClients ? [["client_connection_check_interval", "5s"]] : []),
    ];
    return all.filter(([name]) => !own.has(name));
}

// EXTERNAL MODULE: ./lib/kit/parts/database/own/mark.js
var own_mark = __webpack_require__(20231);
;// CONCATENATED MODULE: ./lib/kit/parts/database/run/run-transaction.js



/**
 * Runs a segment and its note in one transaction: both are there, or neither.
 * @throws {StatementFailed}
 */
async function runTransaction(session, segment, { note, first, check, commit }) {
    const { database } = session;
    await runSettings(session, segment);
    const mark = (0,own_mark/* newMark */.e0)();
    try {
        await check.begin();
        const own = first && segment.settings.length === 0 ? new Set() : await ownSettings(session);
        const kept = (0,own_mark/* resetsAll */.IT)(segment) ? [(0,own_mark/* keepMark */.Ju)(mark)] : [];
        const opening = [segment.begin, ...limitTransaction(session, own, mark), ...kept];
        // Nothing of it stays, so running it twice does no harm.
        if (segment.end === "rollback" || segment.readOnly) {
            await runWith(session, segment, opening, []);
            await database.script(segment.end);
            await asOurselves(session, () => written(session, note));
            return;
        }
        const behind = [{ sql: roleBack(session) }, check.question, note(mark)];
        const [run, , locks, noted] = await runWith(session, segment, opening, behind);
        await check.end(run?.tags.slice(opening.length) ?? [], locks?.rows ?? []);
        if (noted?.rows.length === 0)
            throw new Error("The file ended its transaction, although it has no statement that does");
        await commit();
    }
    catch (error) {
        await database.script("rollback").catch(() => undefined);
        throw error instanceof StatementFailed ? error : new StatementFailed(error, undefined, segment);
    }
}
/**
 * Sends a segment with what begins its transaction as one message: if that fails, nothing of the segment runs without
 * one. What is asked behind it goes on the same way; it does nothing in a transaction that has failed, and writes only
 * in the one that has our mark.
 */
async function runWith({ database }, segment, opening, behind) {
    const before = `${opening.join("\n; ")};\n`;
    const settled = await database.together([{ sql: `${before}${segment.sql}`, rows: false }, ...behind]);
    return settled.map((one, index) => {
        if (one.status === "fulfilled")
            return one.value;
        const error = one.reason;
        const failing = index === 0 ? segment.statements[(error.completed ?? 0) - opening.length] : undefined;
        throw new StatementFailed(placed(error, failing ? Array.from(before).length : Infinity), failing, segment);
    });
}
/** The server counts characters of the whole message; a place in what is ours says nothing to anybody. */
function placed(error, before) {
    const position = Number(error.position);
    return Object.assign(error, { position: position > before ? String(position - before) : undefined });
}
/** Writes the note in the transaction that is open. */
async function written({ database }, note) {
    const { sql, parameters } = note(null);
    await database.query(sql, parameters);
}
/** What stands before a segment and sets the session for it. */
async function runSettings({ database }, segment) {
    for (const statement of segment.settings) {
        await database.script(statement.text).catch((error) => {
            throw new StatementFailed(error, statement, segment);
        });
    }
}

;// CONCATENATED MODULE: ./lib/kit/parts/database/run/run-alone.js








/**
 * Runs a statement that PostgreSQL refuses inside of a transaction, with a note before it and one after it. Where an
 * earlier run had begun it, the catalog says what came of that.
 * @throws {StatementFailed}
 */
async function runAlone(session, segment, alone) {
    const [statement] = segment.statements;
    if (statement === undefined)
        return;
    await runSettings(session, segment);
    const lone = loneOf(statement.node);
    try {
        const takeBack = await limitAlone(session, lone.kind !== "once");
        await goOn(session, lone, statement.sql, alone);
        await takeBack();
        await asOurselves(session, () => written(session, alone.note));
    }
    catch (error) {
        throw error instanceof user_error/* Explainable */.QB ? error : new StatementFailed(error, statement, segment);
    }
}
async function goOn(session, lone, sql, alone) {
    const { database } = session;
    const { begun, row, log } = alone;
    const { open, same } = begun;
    if (open !== undefined) {
        if (same && lone.kind === "once")
            throw notAgain(open);
        for (const index of await unfinishedOf(database, open)) {
            log.info(`An earlier run (${open.release}) left the index ${index} unfinished: it is dropped.`);
            await database.script(`drop index concurrently ${index}`);
        }
    }
    const outcome = open !== undefined && same ? await outcomeOf(database, lone, open) : "again";
    if (outcome === "done") {
        log.info(`An earlier run (${open?.release}) had done \`${row.statement}\`: it is not run again.`);
        return;
    }
    if (outcome !== "again") {
        await database.script(outcome.sql);
        return;
    }
    const before = await beforeLone(database, lone);
    await asOurselves(session, () => (0,own_progress/* noteSegment */.Ym)(database, { ...row, ...before }, false));
    await database.script(sql);
}

;// CONCATENATED MODULE: ./lib/kit/parts/database/run/temporary.js



function keptOf(done) {
    let again = [];
    const temporary = new Set();
    const lost = new Map();
    const statements = done.flatMap((one) => [
        ...one.settings,
        ...(one.end === "commit" ? one.statements : []),
    ]);
    for (const statement of statements) {
        for (const gone of goneBy(statement)) {
            again = again.filter(({ of }) => of !== gone);
            temporary.delete(gone);
            lost.delete(gone);
        }
        const prepared = (0,walk.as)(statement.node, "PrepareStmt")?.name;
        const target = prepared ?? temporaryTarget(statement, temporary);
        if (target !== undefined && prepared === undefined)
            temporary.add(target);
        if (target === undefined)
            again = isOfSession(statement) ? [...again, { statement }] : again;
        else if (prepared !== undefined || isByItself(statement, temporary, lost))
            again = [...again, { statement, of: target }];
        else
            lost.set(target, statement);
    }
    return { again, lost };
}
/** Whether what is left asks for a temporary table before it makes one of that name itself. */
function isNeeded(name, left) {
    const word = new RegExp(`(?<![\\w$])${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\w$])`);
    const first = left.flatMap(({ statements }) => statements).find(({ sql }) => word.test(sql));
    return first !== undefined && madeTemporary(first) !== name;
}
function isOfSession(statement) {
    return (0,judge_execution/* isSetting */.BX)(statement) || "ListenStmt" in statement.node || "LoadStmt" in statement.node;
}
/** Tables and prepared statements that are there no more after it. */
function goneBy({ node }) {
    const dropped = (0,walk.as)(node, "DropStmt");
    if (dropped?.removeType === "OBJECT_TABLE")
        return (dropped.objects ?? []).map((one) => (0,names/* partsOf */.CI)((0,walk.as)(one, "List")?.items).at(-1) ?? "");
    const name = (0,walk.as)(node, "DeallocateStmt")?.name;
    return name === undefined ? [] : [name];
}
/** The name of the temporary table that it makes, and that is there after its COMMIT. */
function madeTemporary({ node }) {
    const made = (0,walk.as)(node, "CreateStmt");
    const into = (0,walk.as)(node, "CreateTableAsStmt")?.into ?? (0,walk.as)(node, "SelectStmt")?.intoClause;
    if (made?.oncommit === "ONCOMMIT_DROP" || into?.onCommit === "ONCOMMIT_DROP")
        return undefined;
    const relation = made?.relation ?? into?.rel;
    return isTemporary(relation) ? relation?.relname : undefined;
}
function isTemporary(relation) {
    return relation?.relpersistence === "t" || relation?.schemaname === "pg_temp";
}
/** The temporary table that it makes or changes. */
function temporaryTarget(statement, known) {
    const made = madeTemporary(statement);
    if (made !== undefined)
        return made;
    const { node, sql } = statement;
    // What a body does cannot be told: it may have filled what it names.
    if ((0,walk.as)(node, "DoStmt"))
        return [...known].find((name) => sql.includes(name));
    const relation = (0,walk.as)(node, "InsertStmt")?.relation ??
        (0,walk.as)(node, "UpdateStmt")?.relation ??
        (0,walk.as)(node, "DeleteStmt")?.relation ??
        (0,walk.as)(node, "MergeStmt")?.relation ??
        (0,walk.as)(node, "IndexStmt")?.relation ??
        (0,walk.as)(node, "AlterTableStmt")?.relation;
    const name = relation?.relname;
    if (name === undefined || !known.has(name))
        return undefined;
    return relation?.schemaname === undefined || isTemporary(relation) ? name : undefined;
}
const calls = new Set(["FuncCall", "SQLValueFunction", "DoStmt"]);
/** It reads and changes nothing but temporary tables that can be had again, and calls nothing. */
function isByItself({ node }, temporary, lost) {
    if ((0,walk/* contains */.gR)(node, calls))
        return false;
    let only = true;
    (0,walk/* walk */.GG)(node, (type, value) => {
        if (type !== "RangeVar")
            return;
        const { relname = "", schemaname = "pg_temp" } = value;
        if (schemaname !== "pg_temp" || !temporary.has(relname) || lost.has(relname))
            only = false;
    });
    return only;
}

;// CONCATENATED MODULE: ./lib/kit/parts/database/run/set-again.js



/**
 * Brings the session to where the finished segments of a file have left theirs: its settings, and temporary tables.
 * @throws {UserError} PR439 where what is left asks for a temporary table whose rows nobody can bring back.
 */
async function setAgain(session, step, finished) {
    if (finished === 0)
        return;
    const { segments } = step.execution;
    const { again, lost } = keptOf(segments.slice(0, finished));
    // A file that is tried again in the same session still has what it made.
    const there = await ownThings(session, [...lost.keys(), ...again.flatMap(({ of }) => of ?? [])]);
    const left = segments.slice(finished);
    for (const [name, filledBy] of lost)
        if (!there.has(name) && isNeeded(name, left))
            throw rowsAreGone(step, finished, name, filledBy);
    for (const { statement, of } of again)
        if (of === undefined || (!there.has(of) && !lost.has(of)))
            await session.database.script(statement.text);
}
/** Temporary tables and prepared statements of the session. */
async function ownThings({ database }, names) {
    if (names.length === 0)
        return new Set();
    const rows = await database.query(`select relname as name from pg_catalog.pg_class where relnamespace = pg_catalog.pg_my_temp_schema() and relname = any ($1::text[])
     union all select name from pg_catalog.pg_prepared_statements`, [names]);
    return new Set(rows.map(({ name }) => String(name)));
}
function rowsAreGone({ file }, finished, name, { line, sql }) {
    const many = finished === 1 ? "its first segment is" : `its first ${finished} segments are`;
    return new user_error/* UserError */.yo("PR439", `${file.path} has run in part (${many} done), and what is left asks for the temporary table ${name}, which went with the session that \`${(0,judge_place/* excerptOf */.zU)(sql)}\` (line ${line}) had filled. Nothing was changed now.`, `Begin what is left with \`create temporary table if not exists ${name} as …\`, in a way that is right also after what has run (what has run must stay as it is); or leave the table out of it. Then release again.`);
}

;// CONCATENATED MODULE: ./lib/kit/parts/database/run/run-file.js










/**
 * Runs what is left of a file, segment after segment, each with its note, the last one with the file's row in the ledger.
 * The session is as `forgetSettings` leaves it.
 * @throws {StatementFailed}
 */
async function runFile(run, step) {
    const { session, begun } = run;
    const { segments } = step.execution;
    await setAgain(session, step, begun.finished);
    for (const [index, segment] of segments.entries())
        if (index >= begun.finished)
            await runSegment(run, step, { segment, index });
    // All of it had run, and the file has lost what was to come.
    if (begun.finished === segments.length)
        await asOurselves(session, () => written(session, (mark) => recordOf(run, step, mark)));
}
/** Runs one segment and notes it: the only place at which a file changes the database. */
async function runSegment(run, step, { segment, index }) {
    const { session, log, begun, check } = run;
    const { segments } = step.execution;
    const record = (mark) => recordOf(run, step, mark);
    if ((0,judge_execution/* wholeOf */.l2)(step.execution))
        return await runTransaction(session, segment, { note: record, first: true, check, commit: run.commit });
    const row = rowOf(run, step, segment, index);
    const isLast = index === segments.length - 1;
    const note = isLast ? record : (mark) => (0,own_progress/* noteOfSegment */.Z)(row, true, mark);
    const commit = isLast ? run.commit : async () => void (await session.database.script("commit"));
    if (segments.length > 1)
        log.info(`Segment ${index + 1} of ${segments.length}: ${row.statement}`);
    try {
        await (segment.kind === "alone"
            ? runAlone(session, segment, { begun: index === begun.finished ? begun : fresh, row, note, log })
            : runTransaction(session, segment, { note, first: index === 0, check, commit }));
    }
    catch (error) {
        await sayWhy(session, row, error);
        throw error;
    }
}
const fresh = { finished: 0, open: undefined, same: false };
function rowOf({ parser, release }, { file }, segment, index) {
    return {
        version: file.version,
        segment: index,
        sha256: (0,resume/* segmentDigest */.o)(parser, segment),
        file: file.sha256,
        statement: (0,judge_place/* excerptOf */.zU)(segment.sql),
        relation: null,
        object: null,
        before: [],
        release,
    };
}
function recordOf({ release }, { file, pieces }, mark) {
    const { version, name, sha256 } = file;
    return (0,ledger_ledger/* recordOfMigration */.VV)({ version, name, statements: pieces, sha256, release }, mark);
}
/** For who looks into our table; the job's own message says more. */
async function sayWhy(session, row, error) {
    const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
    const said = (0,sql_error/* sayError */.Iq)((0,sql_error/* readSqlError */.Xk)(cause));
    await asOurselves(session, () => (0,own_progress/* noteError */.r$)(session.database, row, said)).catch(() => undefined);
}

// EXTERNAL MODULE: ./lib/kit/parts/database/plan/refuse-drift.js
var refuse_drift = __webpack_require__(49093);
// EXTERNAL MODULE: ./lib/kit/parts/database/ledger/compare-ledger.js
var compare_ledger = __webpack_require__(74806);
// EXTERNAL MODULE: ./lib/kit/parts/database/own/memory.js
var own_memory = __webpack_require__(99113);
;// CONCATENATED MODULE: ./lib/kit/parts/database/rest/served.js
/** Only reads. A database without Supabase's roles serves nobody. */
async function readServed(database) {
    const rows = await database.query(sql);
    return new Set(rows.map(({ path }) => String(path)));
}
/** What one has and the other has not. */
function newIn(before, after) {
    return [...after].filter((path) => !before.has(path)).sort();
}
const sql = `
with anon as materialized (select oid from pg_catalog.pg_roles where rolname = 'anon'),
public as materialized (
  select n.oid from pg_catalog.pg_namespace n, anon
   where n.nspname = 'public' and pg_catalog.has_schema_privilege(anon.oid, n.oid, 'usage'))
select '/' || c.relname as path from pg_catalog.pg_class c, public, anon
 where c.relnamespace = public.oid and c.relkind in ('r', 'p', 'v', 'm', 'f') and not c.relispartition
   and pg_catalog.has_table_privilege(anon.oid, c.oid, 'select, insert, update, delete')
union
select '/rpc/' || p.proname from pg_catalog.pg_proc p, public, anon
 where p.pronamespace = public.oid and p.prokind = 'f'
   and p.prorettype not in ('pg_catalog.trigger'::regtype, 'pg_catalog.event_trigger'::regtype)
   and pg_catalog.has_function_privilege(anon.oid, p.oid, 'execute')`;

;// CONCATENATED MODULE: ./lib/kit/parts/database/run/between-files.js

function betweenFiles(session, ledger) {
    const { database } = session;
    const questions = [{ sql: forgetting(session) }, ledger.question];
    let answers;
    return {
        commit: async () => {
            const [committed, ...others] = await database.together([{ sql: "commit" }, ...questions]);
            answers = others;
            if (committed?.status === "rejected")
                throw committed.reason;
        },
        next: async () => {
            const [, look] = answersOf(answers ?? (await database.together(questions)));
            answers = undefined;
            return await ledger.look(look?.rows ?? []);
        },
    };
}
function answersOf(settled) {
    return settled.map((one) => {
        if (one.status === "rejected")
            throw one.reason;
        return one.value;
    });
}

;// CONCATENATED MODULE: ./lib/kit/parts/database/run/begin.js










/** Makes what is missing, and reads ledger and progress again, now that nobody else of us writes them. */
async function begin_begin({ session, inputs, inspection, release }, { adopting }) {
    const { database } = session;
    await forgetSettings(session);
    await (0,ledger_ledger/* ensureLedger */.IC)(database);
    await (0,own_schema/* ensureOwnSchema */.Qo)(database);
    await (0,own_progress/* forgetRecorded */.sT)(database);
    const [rows, memory, progress, served] = await Promise.all([
        (0,ledger_ledger/* readLedger */.SC)(database),
        (0,own_memory/* readMemory */.S1)(database),
        (0,own_progress/* readProgress */.gQ)(database),
        readServed(database),
    ]);
    const { parser, files, known } = inspection;
    const compared = (0,compare_ledger/* compareLedger */.Xj)(parser, files, rows, inputs, known, memory);
    (0,refuse_drift/* refuseDrift */.e)(compared);
    await (0,own_memory/* adopt */.di)(database, adopting, release);
    const versions = rows.map(({ version }) => version);
    const ledger = watchLedger(database, versions);
    const pending = new Set(compared.pending.map(({ version }) => version));
    return { pending, progress, memory, served, ledger, between: betweenFiles(session, ledger) };
}

;// CONCATENATED MODULE: ./lib/kit/parts/database/run/stop.js
/** A statement that is cancelled between two others is not: the server is asked again. */
const stop_pause = 250;
/**
 * While a file runs: when the runner asks to stop, asks the server to cancel the statement, from a second
 * connection. Gives the function that ends this.
 */
function cancelOnStop(world, pid, url) {
    const calm = new AbortController();
    const onStop = () => {
        cancel(world, url, pid, calm.signal).catch(() => {
            if (calm.signal.aborted)
                return;
            world.log.warn("The running statement could not be cancelled; the server ends it when we are gone.");
        });
    };
    world.signal.addEventListener("abort", onStop, { once: true });
    return () => {
        calm.abort();
        world.signal.removeEventListener("abort", onStop);
    };
}
async function cancel(world, url, pid, calm) {
    world.log.info("Asked to stop: cancelling the running statement.");
    const other = await world.connect(url, "prism-rollout cancel");
    try {
        while (!calm.aborted) {
            await other.query("select pg_catalog.pg_cancel_backend($1)", [pid]);
            await world.clock.sleep(stop_pause, calm);
        }
    }
    finally {
        await other.close();
    }
}

// EXTERNAL MODULE: ./lib/kit/shadow/locks.js
var locks = __webpack_require__(67857);
;// CONCATENATED MODULE: ./lib/kit/parts/database/trial/trial-locks.js

/** Locks of the session's transaction by which nobody may write to what is live. */
async function strongLocksNow(database, aside, { id: horizon }) {
    const held = await database.query(`select relation::int8::text as id, mode from pg_catalog.pg_locks
      where locktype = 'relation' and granted and pid = pg_catalog.pg_backend_pid() and database <> 0
        and relation between 16384 and $1::oid
        and mode in ('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock')
      order by array_position(array['AccessExclusiveLock', 'ExclusiveLock', 'ShareRowExclusiveLock', 'ShareLock'], mode)`, [horizon]);
    if (held.length === 0)
        return [];
    // What is dropped or renamed has its name only where nobody sees that yet.
    const named = await (aside ?? database).query(`select c.oid::int8::text as id, n.nspname || '.' || c.relname as name
       from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where c.oid = any ($1::oid[]) and c.relkind in ('r', 'p', 'm') and n.nspname !~ '^pg_'
      order by 2`, [[...new Set(held.map(({ id }) => String(id)))]]);
    return named.flatMap(({ id, name }) => {
        const strongest = held.find((one) => one["id"] === id);
        return strongest ? [{ relation: String(name), mode: String(strongest["mode"]) }] : [];
    });
}
/** `ACCESS EXCLUSIVE on public.orders` */
function sayLock({ relation, mode }) {
    return `${(0,locks/* sayMode */.TI)(mode)} on ${relation}`;
}
/** Locks that a file takes and that its replay in the approved plan did not; nothing where it was not replayed. */
function unshownLocks(path, locks, approved) {
    const { shadow } = (approved?.measurements ?? {});
    const shown = shadow?.files?.find((file) => file.path === path)?.locks;
    if (shown === undefined)
        return [];
    return locks.filter((lock) => !shown.some((one) => one.relation === lock.relation && one.mode === lock.mode));
}

;// CONCATENATED MODULE: ./lib/kit/parts/database/trial/drop-at-commit.js

/** Temporary tables that would be gone with the transaction's end: the next file may make one of that name. */
async function dropAtCommit(database, { statements }) {
    const names = statements.flatMap(({ node }) => {
        const made = (0,walk.as)(node, "CreateStmt");
        if (made?.oncommit === "ONCOMMIT_DROP")
            return [made.relation?.relname ?? ""];
        const into = (0,walk.as)(node, "CreateTableAsStmt")?.into;
        return into?.onCommit === "ONCOMMIT_DROP" ? [into.rel?.relname ?? ""] : [];
    });
    if (names.length === 0)
        return;
    const quoted = names.map((name) => `pg_temp."${name.replaceAll('"', '""')}"`);
    await database.script(`drop table if exists ${quoted.join(", ")}`);
}

;// CONCATENATED MODULE: ./lib/kit/parts/database/trial/try-file.js






/**
 * Runs what is left of a file inside of a transaction that is open and stays so, as if it were committed at its end:
 * what it defers is checked, what it sets is forgotten.
 * @throws {StatementFailed}
 */
async function tryFile(session, { step, finished }, check, mark) {
    const { database } = session;
    const { execution } = step;
    const left = execution.segments.slice(finished);
    await forgetSettings(session);
    await setAgain(session, step, finished);
    const limits = limitTransaction(session, await ownSettings(session), mark);
    await database.script([...limits, (0,own_mark/* keepMark */.Ju)(mark)].join("; "));
    const tags = [];
    for (const segment of left)
        tags.push(...(await trySegment(session, segment)));
    const [last] = left.slice(-1);
    if (last === undefined)
        return;
    try {
        await database.script(roleBack(session));
        await refuseEnded(database, mark);
        const { sql, parameters } = check.question;
        await check.end(tags, await database.query(sql, parameters));
    }
    catch (error) {
        throw new StatementFailed(error, undefined, last);
    }
}
/** What the server said of its statements; of those that the author takes back nothing. */
async function trySegment(session, segment) {
    const { database } = session;
    await runSettings(session, segment);
    const takenBack = segment.end === "rollback" || segment.readOnly;
    let failing;
    try {
        if (takenBack)
            await database.script("savepoint prism_rollout_segment");
        let tags = [];
        try {
            if (segment.sql !== "")
                tags = await database.script(segment.sql);
        }
        catch (error) {
            failing = segment.statements[error.completed ?? -1];
            throw error;
        }
        if (takenBack) {
            await database.script("rollback to savepoint prism_rollout_segment");
            return [];
        }
        await checkDeferred(database);
        await dropAtCommit(database, segment);
        return tags;
    }
    catch (error) {
        throw new StatementFailed(error, failing, segment);
    }
}
/** As at a COMMIT; then what is deferred by its making is so again, and nothing else: what waits keeps its table from changes. */
async function checkDeferred(database) {
    await database.script("set constraints all immediate");
    const rows = await database.query(`select distinct pg_catalog.format('%I.%I', n.nspname, c.conname) as name
       from pg_catalog.pg_constraint c join pg_catalog.pg_namespace n on n.oid = c.connamespace
      where c.condeferred order by 1`);
    const names = rows.map(({ name }) => String(name));
    if (names.length > 0)
        await database.script(`set constraints ${names.join(", ")} deferred`);
}
/** What is committed cannot be rolled back: nothing more is tried behind it. */
async function refuseEnded(database, mark) {
    const [row] = await database.query(`select ${(0,own_mark/* inside */.nx)("$1")} as open`, [mark]);
    if (row?.["open"] === true)
        return;
    throw new Error("The file ended the transaction of the trial, although it has no statement that does");
}

// EXTERNAL MODULE: ./lib/kit/parts/database/trial/untriable.js
var untriable = __webpack_require__(94520);
;// CONCATENATED MODULE: ./lib/kit/parts/database/trial/trial.js







/** Of the report. */
function trialTable({ tried }) {
    return {
        title: "Tried in place, and rolled back",
        columns: ["version", "took", "holds until its COMMIT"],
        rows: tried.map(({ version, ms, locks }) => [
            version,
            `${(ms / 1000).toFixed(1)} s`,
            locks.join(", ") || "-",
        ]),
    };
}
/** A file that failed in the trial. */
class TrialFailed extends Error {
    step;
    constructor(step, cause) {
        super(`${step.file.path} failed in the trial`, { cause });
        this.step = step;
    }
}
/**
 * Runs the files on the live database in one transaction, each compared with what was shown of it, and rolls all of it back.
 * @throws {TrialFailed}
 */
async function tryInPlace(place, steps, world) {
    const { database } = place.session;
    const checkOf = place.guard.tries();
    const mark = (0,own_mark/* newMark */.e0)();
    const tried = [];
    let held = [];
    let untried;
    try {
        for (const [index, step] of steps.entries()) {
            const finished = place.finishedOf(step);
            const check = checkOf(step);
            if (index === 0) {
                await check.begin();
                await database.script("begin");
            }
            const began = world.clock.now();
            untried = await tryOne(place, step, () => tryFile(place.session, { step, finished }, check, mark), world);
            if (untried !== undefined)
                break;
            const ms = world.clock.now() - began;
            const locks = await strongLocksNow(database, place.aside, place.guard.horizon);
            const own = locks.filter((lock) => !held.includes(sayLock(lock)));
            sayUnshown(step, own, place.approved, world);
            tried.push({ version: step.file.version, ms, locks: own.map(sayLock) });
            held = locks.map(sayLock);
        }
        return { tried, untried };
    }
    finally {
        // What was prepared by name is no part of a transaction.
        await database.script("rollback; deallocate all").catch(() => undefined);
    }
}
/** Why it could not be tried behind the others, if so. */
async function tryOne({ session }, step, run, { signal }) {
    try {
        signal.throwIfAborted();
        await run();
        return undefined;
    }
    catch (error) {
        const { code } = (0,sql_error/* readSqlError */.Xk)(error instanceof StatementFailed ? error.cause : error);
        const why = signal.aborted ? undefined : (0,untriable/* onlyTogether */.xe)(code);
        if (why === undefined)
            throw new TrialFailed(step, error);
        await session.database.script("rollback");
        return `${step.file.path} and what comes behind it could not be tried: ${why}.`;
    }
}
function sayUnshown({ file }, locks, approved, { log }) {
    const more = unshownLocks(file.path, locks, approved);
    if (more.length === 0)
        return;
    log.warn(`${file.path} holds ${more.map(sayLock).join(", ")} until its COMMIT, which its replay did not show.`, {
        file: file.path,
    });
}

;// CONCATENATED MODULE: ./lib/kit/parts/database/trial/try-before.js






/**
 * The trial before the run, where one is asked for, within the same limits: who is held up for too long is let go, a lock that is not to be had is
 * tried again. `standing`: how many files were applied before.
 * @throws {UserError} PR413, PR415, PR425 or PR426 of the file that failed; no file is applied then.
 */
async function tryBefore(place, inputs, steps, standing, world) {
    if (inputs.verify !== "in-place" || steps.length === 0)
        return undefined;
    const limits = { what: "The trial in place", attempts: inputs.lockAttempts, firstWait: inputs.lockWait };
    const trial = await world.log.group(`Trial in place of ${steps.length}, rolled back`, () => (0,retry/* retry */.L)(world, { ...limits, longestWait: 60_000, signal: world.signal }, () => attempt(place, inputs, steps, world)).catch((error) => {
        if (!(error instanceof TrialFailed) || world.signal.aborted)
            throw error;
        throw explainFailure(error.cause, error.step, { ...standing, inTrial: true });
    }));
    for (const { version, ms, locks } of trial.tried) {
        const holds = locks.length === 0 ? "nobody's writes wait for it" : `holds ${locks.join(", ")}`;
        world.log.info(`Tried ${version}: ${(ms / 1000).toFixed(1)} s; ${holds}.`);
    }
    if (trial.untried !== undefined)
        world.log.warn(trial.untried);
    return trial;
}
async function attempt(place, { databaseUrl }, steps, world) {
    const calm = cancelOnStop(world, place.session.pid, databaseUrl);
    const watch = place.guard.watch();
    try {
        return { value: await tryInPlace(place, steps, world) };
    }
    catch (error) {
        if (!(error instanceof TrialFailed) || world.signal.aborted)
            throw error;
        const reason = error.cause instanceof StatementFailed ? busy(error.cause, watch) : undefined;
        if (!reason)
            throw error;
        return { again: new TrialFailed(error.step, reason) };
    }
    finally {
        calm();
        await watch.end();
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/kit/ports/tell-wait.js
var tell_wait = __webpack_require__(26592);
;// CONCATENATED MODULE: ./lib/kit/parts/database/run/turn.js




const turn_pause = 1000;
/** The server sees within seconds that a runner is gone, and what a killed run had begun may be done by then. */
const grace = 10_000;
/** A session that is ended is gone when what it did is taken back. */
const letGo = 5000;
/**
 * Waits until no other migration of this database runs, and keeps others out until the session ends. A session of a run
 * that is over is given some seconds to end by itself, and then ended.
 * @throws {UserError} PR415 naming the holder when the wait is over, PR411 when the connection breaks.
 */
async function takeTurn(world, database, wait, hasEnded = async () => false) {
    await (0,sql_error/* explained */.to)("Whose turn it is cannot be told", () => waitForTurn(world, database, wait, hasEnded));
}
async function waitForTurn(world, database, wait, hasEnded) {
    const key = await turnKey(database);
    const began = world.clock.now();
    const patience = began + Math.min(grace, wait / 2);
    let until = began + wait;
    const tell = (0,tell_wait/* tellWait */.n)(world, until);
    for (let told, over = false;;) {
        const [row] = await database.query("select pg_catalog.pg_try_advisory_lock($1::bigint) as mine", [key]);
        if (row?.["mine"] === true)
            return;
        const holder = await holderOf(database, key);
        const now = world.clock.now();
        tell(`another migration of this database ends: ${holder.says}`);
        if (holder.says !== told?.says) {
            over = holder.session !== undefined && (await hasEnded(holder.session));
            if (over)
                world.log.info("The run of that session is over: what the server still does of it is let end.");
        }
        told = holder;
        if (over && now >= patience) {
            over = false;
            until = Math.max(until, now + letGo);
            await endSession(world, database, holder);
        }
        else if (now >= until)
            throw notMyTurn(wait, holder);
        else
            await world.clock.sleep(Math.min(turn_pause, Math.max(50, until - now)), world.signal);
    }
}
function notMyTurn(wait, { says }) {
    return new user_error/* UserError */.yo("PR415", `Another migration of this database did not end within ${wait / 1000} s: ${says}. Nothing was changed.`, "Let it end, or cancel its run; a session whose runner is gone ends with `select pg_terminate_backend(<pid>)`. Then run this again.");
}
/** What it had in a transaction is rolled back; what it did outside of one is looked at by the run that follows. */
async function endSession({ log }, database, { pid, session, says }) {
    try {
        await database.query("select pg_catalog.pg_terminate_backend(pid) from pg_catalog.pg_stat_activity where pid = $1 and application_name = $2", [pid, session]);
        log.warn(`Its run is over and the server did not notice: ended the session ${says}.`);
    }
    catch (error) {
        log.warn(`The session ${says} is of a run that is over, but may not be ended by this role: ${(0,user_error/* describe */.q0)(error)}.`);
    }
}
/** Advisory locks are a database's own, so its name is enough: the same by whatever way one connects. */
async function turnKey(database) {
    const [row] = await database.query("select pg_catalog.current_database() as name");
    const hash = (0,external_node_crypto_.createHash)("sha256")
        .update(`prism-rollout\0${String(row?.["name"])}`)
        .digest();
    return hash.readBigInt64BE(0).toString();
}
/** PostgreSQL shows the two halves of the key. */
const byKey = `l.locktype = 'advisory' and l.granted and l.objsubid = 1
  and l.database = (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database())
  and l.classid = (($1::bigint >> 32) & 4294967295)::oid and l.objid = ($1::bigint & 4294967295)::oid`;
async function holderOf(database, key) {
    const [row] = await database.query(`select l.pid, a.application_name as session, pg_catalog.format('%s (pid %s%s%s)',
              coalesce(nullif(a.application_name, ''), 'a session without a name'), l.pid,
              ', since ' || date_trunc('second', a.backend_start), ', ' || a.state) as holder
       from pg_catalog.pg_locks l left join pg_catalog.pg_stat_activity a on a.pid = l.pid
      where ${byKey}`, [key]);
    const { holder, pid, session } = row ?? {};
    if (typeof holder !== "string")
        return { says: "one that has just ended" };
    return { says: holder, pid: Number(pid), ...(typeof session === "string" ? { session } : {}) };
}

;// CONCATENATED MODULE: ./lib/kit/parts/database/run/apply-migrations.js






















/**
 * Applies what is left of the plan, a file after the other, each with its row in the ledger and its receipt.
 * Only one migration of a database runs at a time. Another one that ended meanwhile may have done a part.
 * @throws {UserError} PR411 to PR420 saying what is applied and recorded, and what is not.
 */
async function applyMigrations(inputs, inspection, plan, { journal, release, hasEnded, approved, restorePoint }, world) {
    const { steps } = plan;
    const { database, aside, close } = await connect(world, inputs);
    try {
        await takeTurn(world, database, inputs.turnWait, hasEnded);
        const session = await (0,sql_error/* explained */.to)("The session cannot be set up", () => prepareSession(database, inputs));
        const turn = { session, inputs, inspection, release };
        const beginning = await (0,sql_error/* explained */.to)("The ledger cannot be made or read", () => begin_begin(turn, plan));
        const { pending, progress } = beginning;
        const come = { pending, finishedOf: finishedBy(inspection, progress) };
        const guard = await (0,sql_error/* explained */.to)("The catalog cannot be read", () => openGuard(world, session, aside, inputs, { ...plan, ...ours(inspection, plan, come) }));
        const point = restorePoint === undefined ? {} : { restorePoint };
        const applying = { ...turn, world, journal, guard, ...point };
        const { done, others } = doneBefore(world, steps, beginning);
        const left = steps.filter(({ file }) => pending.has(file.version));
        const place = { session, aside, guard, approved, finishedOf: come.finishedOf };
        const trial = await tryBefore(place, inputs, left, { steps, done }, world);
        await applyPending(applying, steps, beginning);
        return { bySomebodyElse: others, beyond: guard.told(), served: beginning.served, trial };
    }
    catch (error) {
        throw world.signal.aborted && !(error instanceof user_error/* Explainable */.QB)
            ? stopped({ steps, done: 0 }, world.signal)
            : error;
    }
    finally {
        await close();
    }
}
async function applyPending(applying, steps, beginning) {
    for (const [index, step] of steps.entries()) {
        const standing = { steps, done: index };
        if (!beginning.pending.has(step.file.version))
            continue;
        refuseStopped(applying.world, standing);
        await applyStep(applying, step, standing, beginning);
    }
}
/** How many files are recorded already, and which of them somebody else has recorded, which is said. */
function doneBefore({ log }, steps, { pending, memory }) {
    const done = steps.flatMap(({ file }) => (pending.has(file.version) ? [] : [file.version]));
    const others = bySomebodyElse(done, memory);
    if (others.length > 0)
        log.warn(saySomebodyElse(others));
    return { done: done.length, others };
}
/** What tells the guard that something is no effect on what was live. */
function ours(inspection, plan, come) {
    return { isOurs: madeBefore(inspection, plan, come), implied: (0,implied/* impliedBy */.y)(inspection.parser) };
}
function finishedBy({ parser }, progress) {
    return (step) => (0,resume/* whereToGoOn */.u)(parser, step, progress).finished;
}
async function applyStep(applying, step, standing, { progress, ledger, between }) {
    const { session, inputs, world, journal, restorePoint } = applying;
    const point = restorePoint === undefined ? {} : { restorePoint };
    const { version, name, sha256, path } = step.file;
    const { head, strange } = await between.next().catch((error) => {
        throw unasked(error, path, standing);
    });
    if (strange.length > 0)
        throw refuseSecondApplier(strange, standing);
    await world.log.group(`${standing.done + 1} of ${standing.steps.length}: ${path}`, () => journal.change(version, { before: { head, ...point }, intended: { version, sha256 } }, async () => {
        const limits = { what: path, attempts: inputs.lockAttempts, firstWait: inputs.lockWait };
        const began = world.clock.now();
        try {
            await (0,retry/* retry */.L)(world, { ...limits, longestWait: 60_000, signal: world.signal }, async (number) => {
                if (number > 1)
                    await forgetSettings(session);
                const begun = number === 1 ? progress : await (0,own_progress/* readProgress */.gQ)(session.database);
                return apply_migrations_attempt(applying, step, begun, between.commit);
            });
        }
        catch (error) {
            throw await failure(applying, step, standing, error);
        }
        ledger.wrote(version);
        world.log.info(`Applied and recorded in ${((world.clock.now() - began) / 1000).toFixed(1)} s.`);
        return { id: version, name };
    }));
}
/** One try. A lock that was not to be had is worth another: what is done by then is not done again. */
async function apply_migrations_attempt({ session, inputs, world, inspection, release, guard }, step, progress, commit) {
    const begun = (0,resume/* whereToGoOn */.u)(inspection.parser, step, progress);
    const calm = cancelOnStop(world, session.pid, inputs.databaseUrl);
    const watch = guard.watch();
    try {
        world.signal.throwIfAborted();
        const run = { session, parser: inspection.parser, log: world.log, release, begun, commit };
        await runFile({ ...run, check: guard.checkOf(step) }, step);
        return { value: true };
    }
    catch (error) {
        if (!(error instanceof StatementFailed) || world.signal.aborted)
            throw error;
        const reason = busy(error, watch);
        if (!reason)
            throw error;
        return { again: reason };
    }
    finally {
        calm();
        await watch.end();
    }
}
/** Looks with a fresh eye: the connection may be what broke, and the server may have gone on. */
async function failure({ inputs, world, inspection }, step, standing, error) {
    const { version } = step.file;
    const seen = await (0,connection_session/* withSession */.fQ)(world, inputs.databaseUrl, async (database) => ({
        recorded: (await (0,ledger_ledger/* readLedger */.SC)(database)).some((row) => row.version === version),
        invalid: (await (0,ledger_ledger/* invalidIndexes */.We)(database)).filter((name) => !inspection.invalid.includes(name)),
        finished: (await (0,own_progress/* readProgress */.gQ)(database)).filter((row) => row.version === version && row.finished).length,
    })).catch(() => ({ unseen: true }));
    const now = { ...standing, ...seen };
    const half = error instanceof StatementFailed && !(0,judge_execution/* wholeOf */.l2)(step.execution);
    return world.signal.aborted && !half ? stopped(now, world.signal) : explainFailure(error, step, now);
}
/** Between two files nothing is under way, so that where it stands is known. */
function unasked(error, path, standing) {
    if (error instanceof user_error/* Stopped */.C9)
        return error;
    const said = (0,user_error/* sentence */.em)((0,sql_error/* sayError */.Iq)((0,sql_error/* readSqlError */.Xk)(error)));
    return new user_error/* UserError */.yo("PR411", `Before ${path} the database could not be asked: ${said} ${remaining(standing)}`, "Nothing is half done: run this job again, and it continues where it stopped.", { cause: error });
}
function refuseSecondApplier(strange, standing) {
    return new user_error/* UserError */.yo("PR419", `Somebody else applies migrations to this database at the same time: ${strange.join(", ")} while this release had its turn. ${remaining(standing)}`, `${oneApplier} Then run this job again.`);
}
function refuseStopped({ signal }, standing) {
    if (signal.aborted)
        throw stopped(standing, signal);
}
function stopped(standing, { reason }) {
    const fix = "Nothing is half done: run this job again, and it continues where it stopped.";
    return reason instanceof user_error/* Stopped */.C9
        ? new user_error/* Stopped */.C9(reason.code, `${reason.message} ${remaining(standing)}`, fix)
        : new user_error/* UserError */.yo("PR413", `Stopped as asked. ${remaining(standing)}`, fix);
}

// EXTERNAL MODULE: ./lib/kit/parts/database/plan/plan-database.js + 164 modules
var plan_database = __webpack_require__(27541);
// EXTERNAL MODULE: ./lib/kit/parts/database/plan/say-execution.js
var say_execution = __webpack_require__(95771);
;// CONCATENATED MODULE: ./lib/kit/parts/database/run/prove-migrations.js

/** Asks the database, in a session of its own: what another session did not commit cannot be seen there. */
async function proveMigrations(database, { invalid }, { steps, waived }) {
    const [rows, indexes] = await Promise.all([(0,ledger_ledger/* readLedger */.SC)(database), (0,ledger_ledger/* invalidIndexes */.We)(database)]);
    const now = {
        recorded: new Set(rows.map(({ version }) => version)),
        unfinished: indexes.filter((name) => !invalid.includes(name)),
    };
    const n = steps.length;
    const missing = steps.filter(({ file }) => !now.recorded.has(file.version));
    const x = n - missing.length;
    const needed = new Set(waived.map(({ file }) => file)).size;
    const evidence = [
        `${x} of ${n} migrations applied and recorded`,
        `${needed} of ${n} need a waiver`,
        `${now.unfinished.length} of ${n} left an index unfinished`,
    ];
    if (missing.length > 0) {
        const names = missing.map(({ file }) => file.version).join(", ");
        const reason = `The ledger does not have ${names}, although they were applied.`;
        return { verdict: "fail", x, n, evidence, reason, next: "See who else writes the ledger." };
    }
    if (now.unfinished.length > 0) {
        const names = now.unfinished.join(", ");
        const next = `Drop it by \`drop index concurrently\`, and build it again in a new migration.`;
        return { verdict: "fail", x, n, evidence, reason: `An index is unfinished: ${names}.`, next };
    }
    const last = steps.at(-1)?.file.version ?? "";
    return { verdict: "pass", x, n, evidence, reason: `The schema is at ${last}.`, next: "Nothing to do." };
}

// EXTERNAL MODULE: ./lib/kit/ports/ending-after.js
var ending_after = __webpack_require__(3123);
// EXTERNAL MODULE: ./lib/kit/ports/parse-json.js
var parse_json = __webpack_require__(36187);
;// CONCATENATED MODULE: ./lib/kit/parts/database/rest/ask-rest.js




const firstPause = 100;
const longestPause = 2000;
const patience = 10_000;
/**
 * Whether REST knows these paths by now. Its own description is asked, which names them all in one answer; where that
 * is kept from the public key, each table is asked for no rows, and functions are left alone: calling one does what it
 * does.
 */
async function askRest(paths, access, world) {
    const began = world.clock.now();
    const tell = (0,tell_wait/* tellWait */.n)(world, began + access.wait);
    for (let pause = firstPause;; pause = Math.min(longestPause, pause * 2)) {
        const looked = await look(paths, access, world);
        const waited = world.clock.now() - began;
        if (looked.refused !== undefined)
            return { is: "unknown", because: looked.refused };
        if (looked.missing?.length === 0)
            return { is: "served", seconds: waited / 1000, unasked: looked.unasked ?? [] };
        if (waited + pause > access.wait) {
            return looked.missing === undefined
                ? { is: "unknown", because: looked.failed ?? "it gave no answer" }
                : { is: "behind", missing: looked.missing };
        }
        tell("the REST API serves what the migrations have made", saySoFar(paths, looked));
        await world.clock.sleep(pause, world.signal);
    }
}
function saySoFar(paths, { missing, failed }) {
    const n = paths.length;
    return missing === undefined ? `So far ${failed}.` : `So far ${n - missing.length} of ${n}.`;
}
async function look(paths, access, world) {
    try {
        const described = await describedPaths(access, world);
        if (described)
            return { missing: paths.filter((path) => !described.has(path)) };
        return await lookAtEach(paths, access, world);
    }
    catch (error) {
        world.signal.throwIfAborted();
        return { failed: `it gave no answer (${(0,user_error/* describe */.q0)(error)})` };
    }
}
/** What its description names, or undefined where it gives none to this key. */
async function describedPaths(access, world) {
    const answer = await ask("GET", "/", access, world, { accept: "application/openapi+json" });
    const body = (0,parse_json/* jsonIn */.Yf)(await answer.text());
    const paths = answer.status === 200 ? field(body, "paths") : undefined;
    return typeof paths === "object" && paths !== null ? new Set(Object.keys(paths)) : undefined;
}
async function lookAtEach(paths, access, world) {
    const tables = paths.filter((path) => !path.startsWith("/rpc/"));
    const unasked = paths.filter((path) => path.startsWith("/rpc/"));
    const missing = [];
    for (const path of tables) {
        const answer = await ask("GET", `${encodeURI(path)}?limit=0`, access, world);
        const body = (0,parse_json/* jsonIn */.Yf)(await answer.text());
        const code = codeOf(body);
        // What it knows and keeps from this key has PostgreSQL's code for that; a key that is none has no such code.
        if ((answer.ok && Array.isArray(body)) || code === "42501")
            continue;
        if (answer.ok)
            return { refused: "what answers there is not PostgREST" };
        if (answer.status === 404 && /^(PGRST2|42P01)/.test(code))
            missing.push(path);
        else if (answer.status >= 500)
            return { failed: `it answered ${answer.status}` };
        else
            return { refused: `it answered ${answer.status} ${code}`.trim() };
    }
    return tables.length === 0
        ? { refused: "its description is kept from this key, and functions cannot be asked without calling them" }
        : { missing, unasked };
}
function codeOf(body) {
    const code = field(body, "code");
    return typeof code === "string" ? code : "";
}
function field(body, name) {
    return typeof body === "object" && body !== null
        ? body[name]
        : undefined;
}
async function ask(method, path, { url, key }, { http, signal }, headers = {}) {
    // Publishable keys are no tokens; the API takes a token's role from the header of its own.
    const isToken = key !== undefined && key.split(".").length === 3;
    const keys = {
        ...(key === undefined ? {} : { apikey: key }),
        ...(isToken ? { authorization: `Bearer ${key}` } : {}),
    };
    return await http(`${url.replace(/\/$/, "")}${path}`, {
        method,
        headers: { ...keys, ...headers },
        redirect: "manual",
        signal: (0,ending_after/* endingAfter */.I)(patience, signal),
    });
}

;// CONCATENATED MODULE: ./lib/kit/parts/database/rest/prove-rest.js


/** The REST API of the project, or of where its functions are called; undefined where neither is known. */
function restInputsOf(given) {
    const { restUrl, functionsUrl, supabase, restWait: wait } = given;
    const beside = functionsUrl?.replace(/\/$/, "");
    const url = restUrl ??
        (beside?.endsWith("/functions/v1") ? `${beside.slice(0, -"/functions/v1".length)}/rest/v1` : undefined) ??
        (supabase === undefined ? undefined : `https://${supabase}.supabase.co/rest/v1`);
    const key = given.publishableKey ?? given.functionsKey;
    if (url === undefined)
        return undefined;
    // At Supabase nothing is answered without a key; a server of one's own may have none.
    if (key === undefined && restUrl === undefined)
        return { because: "`publishable-key` is not given" };
    return { access: { url, key, wait } };
}
/** Tells REST that the schema is another. A replica notifies nobody; its primary has told what was applied there. */
async function tellRest(database) {
    await database.query("select pg_catalog.pg_notify('pgrst', 'reload schema') where not pg_catalog.pg_is_in_recovery()");
}
/** Tells REST, and gives what it has to serve that it did not before. */
async function reloadRest(database, before) {
    const [, served] = await Promise.all([tellRest(database), readServed(database)]);
    return newIn(before, served);
}
/** Waits until REST answers for what is new. Undefined where nothing is: then there is nothing to prove. */
async function proveRest(paths, inputs, world) {
    const n = paths.length;
    if (n === 0 || inputs === undefined)
        return undefined;
    const what = `new tables and functions (${paths.slice(0, 5).join(", ")}${n > 5 ? ", …" : ""})`;
    if ("because" in inputs)
        return prove_rest_unasked(n, what, inputs.because);
    const answered = await askRest(paths, inputs.access, world);
    if (answered.is === "unknown")
        return prove_rest_unasked(n, what, answered.because);
    if (answered.is === "served") {
        const x = n - answered.unasked.length;
        const evidence = [
            `${x} of ${n} ${what} answer over REST, after ${answered.seconds.toFixed(1)} s`,
            ...(x < n ? [`${n - x} of ${n} could not be asked over REST without calling them`] : []),
        ];
        return { verdict: "pass", x, n, evidence, reason: "REST serves what is new.", next: "Nothing to do." };
    }
    const missing = answered.missing.join(", ");
    return {
        verdict: "inconclusive",
        x: n - answered.missing.length,
        n,
        evidence: [`${n - answered.missing.length} of ${n} ${what} answer over REST`],
        reason: `The migrations are applied and recorded, but after ${inputs.access.wait / 1000} s REST still does not serve ${missing}: its schema cache is behind.`,
        next: "Run `notify pgrst, 'reload schema'` in the database, or restart the project's REST service; then run this job again.",
    };
}
/** What could not be asked is said, and holds up nobody: the service's own health is asked besides. */
function prove_rest_unasked(n, what, because) {
    const evidence = [`0 of ${n} ${what} were asked over REST: ${because}`];
    return { verdict: "pass", x: 0, n, evidence, reason: "REST was not asked.", next: "Nothing to do." };
}

// EXTERNAL MODULE: ./lib/kit/judge/bodies/steps.js + 3 modules
var steps = __webpack_require__(48870);
;// CONCATENATED MODULE: ./lib/kit/parts/database/rest/made-by-run.js






/**
 * What REST has to serve of what this run has applied, for an attempt that finds nothing left to do; REST is told anew. Nothing
 * is asked where this run has applied none: a release's id ends with its run. What was made is read only where somebody
 * can be `asked` for it.
 */
async function servedByRun(databaseUrl, { parser, files, memory }, asked, world) {
    const ours = files.filter(({ version }) => memory?.noted.get(version)?.release?.endsWith(`-${world.context.runId}`));
    if (ours.length === 0)
        return [];
    const made = asked ? made_by_run_madeBy(parser, ours) : undefined;
    return await (0,connection_session/* withSession */.fQ)(world, databaseUrl, async (database) => {
        if (made === undefined)
            return await tellRest(database).then(() => []);
        const served = await reloadRest(database, new Set());
        return served.filter((path) => made.has(path));
    });
}
function made_by_run_madeBy(parser, files) {
    return new Set(files.flatMap(({ text }) => {
        const split = (0,judge_split/* splitFile */.b)(parser, text);
        return "message" in split ? [] : split.statements.flatMap(({ node }) => pathOf(node));
    }));
}
/** Under which path REST serves what a statement makes. */
function pathOf(node) {
    const relation = (0,walk.as)(node, "CreateStmt")?.relation ??
        (0,walk.as)(node, "ViewStmt")?.view ??
        (0,walk.as)(node, "CreateTableAsStmt")?.into?.rel ??
        (0,walk.as)(node, "CreateForeignTableStmt")?.base?.relation;
    const routine = (0,steps/* functionName */.AQ)(node);
    return [
        ...(relation ? [["", (0,names/* relationName */.CJ)(relation)]] : []),
        ...(routine === undefined ? [] : [["rpc/", (0,names/* qualified */.LX)(routine.split("."))]]),
    ].flatMap(([kind, name]) => name.startsWith("public.") ? [`/${kind}${name.slice("public.".length)}`] : []);
}

// EXTERNAL MODULE: ./lib/kit/parts/database/connection/login-role.js + 1 modules
var login_role = __webpack_require__(94125);
// EXTERNAL MODULE: ./lib/kit/parts/database/plan/say-plan.js
var say_plan = __webpack_require__(95854);
// EXTERNAL MODULE: ./lib/kit/providers/supabase/project-api.js
var project_api = __webpack_require__(37096);
// EXTERNAL MODULE: ./lib/kit/ports/json-object.js
var json_object = __webpack_require__(9169);
;// CONCATENATED MODULE: ./lib/kit/providers/supabase/restore-points.js



function restorePoints(world, access) {
    const mustBeAble = "read and write backups (backups_read, backups_write)";
    const api = (0,project_api/* projectApi */.S)(world, access, { attempts: 3, mustBeAble });
    const path = `/v1/projects/${access.supabase}/database/backups/restore-point`;
    return {
        async find(name) {
            const { status, json } = await api("GET", path, { query: { name }, accept: [200, 404] });
            return status === 404 ? undefined : pointOf(json, path);
        },
        async create(name) {
            const { json } = await api("POST", path, { json: { name } });
            return pointOf(json, path);
        },
    };
}
function pointOf(json, path) {
    const { name, status } = (0,json_object/* fieldsOf */.P)(json);
    if (typeof name === "string" && typeof status === "string")
        return { name, status };
    throw new user_error/* UserError */.yo("PR306", `Supabase ${path} answered something that its API does not say.`, "Check `supabase-api-url`; if it is right, see https://status.supabase.com and run again.");
}

;// CONCATENATED MODULE: ./lib/kit/parts/database/run/restore-point.js



const restore_point_firstPause = 1000;
const restore_point_longestPause = 15_000;
/**
 * Makes a restore point of the database where one is asked for, and waits until it is there: its name, or undefined.
 * A run that is run again finds its own, from before anything was changed, and makes no other.
 * @throws {UserError} PR104 without a project or token, PR302 for a token that may not, PR438 when there is none in the
 * end: nothing was changed.
 */
async function restorePointBefore(inputs, world) {
    if (!inputs.restorePoint)
        return undefined;
    const points = restorePoints(world, accessOf(inputs));
    const name = nameOf(world.context);
    return await world.log.group(`Restore point ${name}`, async () => {
        const found = await points.find(name);
        const usable = found !== undefined && ["AVAILABLE", "PENDING"].includes(found.status);
        const made = usable ? found : await created(points, name);
        await untilThere(made, inputs.restorePointWait, () => points.find(name), world);
        world.log.notice(`Restore point ${name} is there. Going back to it loses what is written after it, and stops the project meanwhile; no release does that by itself.`);
        return name;
    });
}
/** One run has one: 20 characters hold its number. */
function nameOf({ runId }) {
    return `run-${runId}`.slice(0, 20);
}
function accessOf({ supabase, supabaseAccessToken, supabaseApiUrl }) {
    if (supabase !== undefined && supabaseAccessToken !== undefined)
        return { supabase, supabaseAccessToken, supabaseApiUrl };
    throw new user_error/* UserError */.yo("PR104", "`restore-point` needs `supabase` and `supabase-access-token`. Nothing was changed.", "Pass them to migrate; the token must be able to write backups.");
}
/** An answer that was lost on the way is asked for: making it twice would be refused. */
async function created(points, name) {
    try {
        return await points.create(name);
    }
    catch (error) {
        const lost = error instanceof user_error/* UserError */.yo && ["PR301", "PR305", "PR306"].includes(error.code);
        const found = lost ? await points.find(name) : undefined;
        if (found !== undefined && found.status !== "REMOVED")
            return found;
        if (error instanceof user_error/* UserError */.yo && error.code === "PR304")
            throw notMade(error.message);
        throw error;
    }
}
async function untilThere(made, wait, ask, { clock, log, signal }) {
    const until = clock.now() + wait;
    const tell = (0,tell_wait/* tellWait */.n)({ clock, log }, until);
    let now = made;
    for (let pause = restore_point_firstPause; now?.status !== "AVAILABLE"; pause = Math.min(restore_point_longestPause, pause * 2)) {
        if (now?.status === "FAILED" || now?.status === "REMOVED")
            throw notMade(`Supabase says ${now.status} of it`);
        if (clock.now() >= until)
            throw notMade(`it was not there after ${wait / 1000} s`);
        tell("Supabase has made the restore point", `It says ${now?.status ?? "nothing of it"}.`);
        await clock.sleep(Math.min(pause, Math.max(1, until - clock.now())), signal);
        now = await ask();
    }
}
function notMade(why) {
    return new user_error/* UserError */.yo("PR438", `No restore point could be made: ${why.replace(/\.$/, "")}. Nothing was changed.`, "See Database > Backups in the project's dashboard: restore points need physical backups (a paid plan). Without `restore-point` the release goes on as before.");
}

;// CONCATENATED MODULE: ./lib/kit/parts/database/run/ended-run.js

/**
 * Tells of a session whether its run is over: an earlier attempt of this run is, and of other runs of this repository
 * GitHub knows. Where nobody can say, it is not.
 */
function endedRun({ githubToken }, { context, github }) {
    return async (session) => {
        const [, runId = "", attempt = ""] = /^prism-rollout run (\d+)\.(\d+) /.exec(session) ?? [];
        if (session !== (0,connection_session/* sessionName */.Cy)({ ...context, runId, attempt: Number(attempt) }))
            return false;
        if (runId === context.runId)
            return Number(attempt) < context.attempt;
        if (githubToken === undefined)
            return false;
        try {
            const route = "GET /repos/{owner}/{repo}/actions/runs/{run_id}";
            const { data } = await (await github(githubToken)).request(route, { run_id: runId });
            return data.status === "completed";
        }
        catch {
            return false;
        }
    };
}

// EXTERNAL MODULE: ./lib/kit/release/enter-phase.js + 2 modules
var enter_phase = __webpack_require__(58228);
// EXTERNAL MODULE: ./lib/kit/release/plan/planned.js
var planned = __webpack_require__(88366);
// EXTERNAL MODULE: ./lib/kit/release/plan/plan.js
var plan = __webpack_require__(29581);
;// CONCATENATED MODULE: ./lib/actions/migrate/dry-run.js



/**
 * What would be done, to the summary and the log.
 * @throws {UserError} PR102 inside of a chain, whose next phases would go on as if it had been done.
 */
function sayWhatWould({ rows }, { part, steps, waived, warned }, approved, world) {
    refuseInChain(approved);
    for (const line of part.says)
        world.log.info(line);
    world.emit({ work: part.work, digest: (0,plan/* partDigest */.S8)(part) });
    const pending = steps.map(({ file }) => file.version);
    const n = pending.length;
    const told = (path) => [...waived, ...warned].flatMap(({ file, rule }) => (file === path ? [rule] : [])).join(", ") || "-";
    return {
        outputs: { pending: JSON.stringify(pending), applied: "[]", head: rows.at(-1)?.version ?? "" },
        report: {
            verdict: "pass",
            reason: `${n} ${n === 1 ? "migration" : "migrations"} would be applied. Nothing was changed.`,
            next: n === 0 ? "Nothing to do." : "Run it without dry-run to apply them.",
            evidence: [`${n} of ${n} pending migrations are judged and may run`],
            tables: [
                {
                    title: "Migrations that would be applied",
                    columns: ["version", "name", "statements", "runs in", "allowed or warned of"],
                    rows: steps.map(({ file, pieces, execution }) => [
                        file.version,
                        file.name,
                        String(pieces.length),
                        (0,say_execution/* shortExecution */.X)(execution),
                        told(file.path),
                    ]),
                },
            ],
            folded: [
                { title: "What would change", text: part.says.join("\n") },
                ...(part.unverified.length > 0 ? [{ title: "Not verified", text: part.unverified.join("\n") }] : []),
            ],
        },
    };
}
function refuseInChain(approved) {
    if (approved === undefined)
        return;
    throw new user_error/* UserError */.yo("PR102", "`dry-run` of migrate is set in a release that was approved: what comes after it would go live on the old schema.", "Take `dry-run` out; what a release would do is in its plan.");
}

;// CONCATENATED MODULE: ./lib/actions/migrate/migrate.js





















/** Inspect, compare with what was approved, apply, prove. */
async function migrate(inputs, given) {
    const world = (0,login_role/* withLoginRole */.S)(inputs, given);
    const inspection = await (0,plan_database/* inspectDatabase */.I)(inputs, world, await (0,ahead/* askRecord */.fG)(inputs, world));
    // What a replay has shown to those who approved is believed as it stands in what they approved.
    const approved = await (0,planned/* approvedPart */.Vd)(world, inputs, "migrate");
    const disproved = (0,say_plan/* disprovedIn */.Ob)(approved);
    const plan = (0,plan_database/* planMigrations */.n)(inspection, inputs, inputs.planDigest, disproved);
    (0,untriable/* refuseUntriable */.zw)(inputs, plan.steps);
    if (inputs.dryRun)
        return sayWhatWould(inspection, plan, inputs.planDigest, world);
    // The functions that are live are the old ones: after the migrations they are the proof of compatibility.
    const stack = (0,health_inputs/* healthInputsOf */.dL)(inputs, world);
    const healthy = (0,checks_health/* healthGate */.Y)(stack, world, { complete: false });
    const entered = await (0,enter_phase/* enterPhase */.a)(world, "migrate", inputs, plan.part, healthy);
    const before = bySomebodyElse(plan.recorded, inspection.memory ?? own_memory/* noMemory */.Dl);
    if (before.length > 0)
        world.log.warn(saySomebodyElse(before));
    // An earlier attempt of this phase may have done all that was approved.
    if (entered === undefined || plan.steps.length + plan.adopting.length === 0)
        return await doneAlready({ ...inputs, ...stack }, inspection, world);
    for (const line of plan.part.says)
        world.log.info(line);
    for (const index of inspection.invalid)
        world.log.warn(`The unfinished index ${index} was not begun by this suite, and is left alone.`);
    const opened = { ...entered, hasEnded: endedRun(inputs, world), approved };
    const apply = (restorePoint) => applyMigrations(inputs, inspection, plan, { ...opened, restorePoint }, world);
    if (plan.steps.length === 0)
        return await apply().then(() => onlyAdopted(inspection, plan));
    const restorePoint = await restorePointBefore({ ...inputs, ...stack }, world);
    if (restorePoint !== undefined)
        world.emit({ "restore-point": restorePoint });
    const { beyond, bySomebodyElse: meanwhile, trial, served } = await apply(restorePoint);
    const [proof, anew] = await (0,connection_session/* withSession */.fQ)(world, inputs.databaseUrl, (database) => Promise.all([proveMigrations(database, inspection, plan), reloadRest(database, served)]));
    const rest = await proveRest(anew, restInputsOf({ ...inputs, ...stack }), world);
    const health = await healthy?.();
    const applied = JSON.stringify(plan.steps.map(({ file }) => file.version));
    const head = plan.steps.at(-1)?.file.version ?? "";
    const report = reportOf(proof, plan, { beyond, others: [...before, ...meanwhile], trial });
    return {
        outputs: { pending: applied, applied, head, "restore-point": restorePoint ?? "" },
        report: withHealth(withRest(report, rest), health),
    };
}
/** Nothing is left to apply; what this run's earlier attempt has made is proven all the same. */
async function doneAlready(inputs, inspection, world) {
    const done = nothingToDo(inspection);
    const access = restInputsOf(inputs);
    const made = await servedByRun(inputs.databaseUrl, inspection, access !== undefined, world);
    const rest = await proveRest(made, access, world);
    return { ...done, report: withRest(done.report, rest) };
}
/** What REST says of what is new. */
function withRest(report, rest) {
    if (rest === undefined)
        return report;
    const evidence = [...(report.evidence ?? []), ...rest.evidence];
    if (report.verdict !== "pass" || rest.verdict === "pass")
        return { ...report, evidence };
    return { ...report, verdict: rest.verdict, reason: rest.reason, next: rest.next, evidence };
}
/** What the old functions and the old web say of the new schema. */
function withHealth(report, health) {
    if (health === undefined)
        return report;
    const evidence = [...(report.evidence ?? []), ...health.evidence];
    if (report.verdict !== "pass" || health.verdict === "pass")
        return { ...report, evidence };
    const reason = `The migrations are applied, but what is live is not healthy with them: ${health.reason}`;
    return { ...report, verdict: health.verdict, reason, next: health.next, evidence };
}
function nothingToDo({ files, rows }) {
    const head = rows.at(-1)?.version ?? "";
    return {
        outputs: { pending: "[]", applied: "[]", head },
        report: {
            verdict: "pass",
            reason: `No migration is pending: the schema is at ${head || "its beginning"}.`,
            next: "Nothing to do.",
            evidence: [`${files.length} of ${files.length} migrations are applied already`],
        },
    };
}
function onlyAdopted({ rows }, { adopting }) {
    const versions = adopting.map(({ file }) => file.version).join(", ");
    return {
        outputs: { pending: "[]", applied: "[]", head: rows.at(-1)?.version ?? "" },
        report: {
            verdict: "pass",
            reason: `No migration is pending; ${versions} ${adopting.length === 1 ? "is" : "are"} taken as the files are.`,
            next: "Nothing to do.",
            evidence: [`${adopting.length} of ${rows.length} applied migrations are adopted`],
        },
    };
}
function reportOf(proof, { steps, part, waived }, { beyond, others, trial }) {
    const rows = steps.map(({ file, pieces, execution }) => [
        file.version,
        file.name,
        String(pieces.length),
        (0,say_execution/* shortExecution */.X)(execution),
        waived.flatMap((finding) => (finding.file === file.path ? [finding.rule] : [])).join(", ") || "-",
    ]);
    const unverified = [...part.unverified, ...(trial?.untried === undefined ? [] : [trial.untried])];
    const columns = ["version", "name", "statements", "ran in", "allowed"];
    return {
        verdict: proof.verdict,
        reason: proof.reason,
        next: proof.next,
        evidence: [
            ...proof.evidence,
            ...(trial ? [`${trial.tried.length} of ${steps.length} tried in place before`] : []),
            ...(others.length > 0 ? [`${others.join(", ")} recorded by somebody else meanwhile`] : []),
        ],
        tables: [{ title: "Migrations", columns, rows }, ...(trial ? [trialTable(trial)] : [])],
        folded: [
            { title: "What changed", text: part.says.join("\n") },
            ...(beyond.length > 0 ? [{ title: "Done beyond the plan", text: beyond.join("\n") }] : []),
            ...(unverified.length > 0 ? [{ title: "Not verified", text: unverified.join("\n") }] : []),
        ],
    };
}

// EXTERNAL MODULE: ./lib/actions/migrate/spec.js
var spec = __webpack_require__(65750);
;// CONCATENATED MODULE: ./lib/actions/migrate/main.js




/** Runs this action as a runner starts it. */
const main = (specs) => (0,run/* runAction */.C)(spec/* spec */.I, (0,announce/* announcing */.RQ)("migrate", migrate), specs);


/***/ }),

/***/ 65750:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ spec)
/* harmony export */ });
/* harmony import */ var _kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12800);
/* harmony import */ var _kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67906);
/* harmony import */ var _kit_action_shared_outputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6793);
/* harmony import */ var _kit_action_input_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(36583);
/* harmony import */ var _kit_action_spec_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(35596);
/* harmony import */ var _kit_action_time_limit_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(43128);
/* harmony import */ var _kit_notify_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(83175);
/* harmony import */ var _kit_parts_checks_health_inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(92983);
/* harmony import */ var _kit_parts_database_inputs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(36134);
/* harmony import */ var _kit_release_gates_gates_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(13661);










const spec = (0,_kit_action_spec_js__WEBPACK_IMPORTED_MODULE_9__/* .defineAction */ .Q)({
    name: "migrate",
    title: "Migrate",
    description: "Applies the pending migrations in order, each in one transaction with its row in the Supabase CLI's ledger; refuses what loses data or breaks live code.",
    inputs: {
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .placeInputs */ .vb,
        "time-limit": (0,_kit_action_time_limit_js__WEBPACK_IMPORTED_MODULE_4__/* .timeLimit */ .z)("110m"),
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseInputs */ .zy,
        ..._kit_notify_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .notifyInputs */ .v,
        ..._kit_notify_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .boardInput */ .d,
        ..._kit_release_gates_gates_js__WEBPACK_IMPORTED_MODULE_8__/* .gateInputs */ .ll,
        ..._kit_parts_database_inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .databaseInputs */ .dM,
        "dry-run": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_3__/* .flag */ .Jt)({
            description: "Only show what would be applied and how, and judge it; nothing is changed.",
            default: "false",
        }),
        ..._kit_parts_checks_health_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .projectInputs */ .tX,
        ..._kit_parts_checks_health_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .healthInputs */ .Q2,
    },
    permissions: [
        _kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .readsContents */ .Sc,
        ..._kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .recordPermissions */ .gF,
        _kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .projectHealth */ .S0,
        (0,_kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .onSupabase */ .cI)({
            name: "backups_read",
            why: "whether the restore point is there",
            when: "`restore-point: true`",
        }),
        (0,_kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .onSupabase */ .cI)({ name: "backups_write", why: "making the restore point", when: "`restore-point: true`" }),
        _kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .loginRole */ .aP,
    ],
    outputs: {
        ..._kit_action_shared_outputs_js__WEBPACK_IMPORTED_MODULE_2__/* .phaseOutputs */ .A,
        pending: "JSON list of the versions that were to be applied when it began.",
        applied: "JSON list of the versions that were applied.",
        head: "The newest version in the ledger.",
        "restore-point": "Name of the restore point that was made before the first file ran; empty where none was.",
    },
});


/***/ }),

/***/ 88412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  VW: () => (/* binding */ announceGate),
  RQ: () => (/* binding */ announcing),
  rP: () => (/* binding */ planIn)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/kit/parts/observe/where-to-look.js
var where_to_look = __webpack_require__(96647);
// EXTERNAL MODULE: ./lib/kit/release/formats.js
var formats = __webpack_require__(75610);
// EXTERNAL MODULE: ./lib/kit/release/plan/plan.js
var plan = __webpack_require__(29581);
// EXTERNAL MODULE: ./lib/kit/release/phases.js
var phases = __webpack_require__(96848);
// EXTERNAL MODULE: ./lib/kit/release/slice/slice.js
var slice_slice = __webpack_require__(15917);
;// CONCATENATED MODULE: ./lib/kit/notify/next-gate.js


/** The gate at which a release waits next: after a phase, or from its beginning. A phase without work passes none. */
function nextGate({ gates, parts }, slice, after) {
    const from = after === undefined ? 0 : phases/* phaseNames */.k1.indexOf(after) + 1;
    const busy = phases/* phaseNames */.k1
        .slice(from)
        .filter((phase) => !(0,slice_slice/* isOutside */._K)(slice, phase))
        .find((phase) => parts.some((part) => part.phase === phase && part.work === "some"));
    const gate = gates.find(({ phase }) => phase === busy);
    return gate?.declared === "none" ? undefined : gate;
}

// EXTERNAL MODULE: ./lib/kit/notify/notification.js
var notification = __webpack_require__(89873);
// EXTERNAL MODULE: ./lib/kit/notify/send.js + 1 modules
var send = __webpack_require__(21183);
;// CONCATENATED MODULE: ./lib/kit/notify/announce.js








/** Tells that the release begins to wait: `after` a phase, or once it is planned. Nothing where it goes on by itself. */
async function announceGate(plan, { slice, after, queries }, inputs, world) {
    const gate = nextGate(plan, slice, after);
    if (gate === undefined || inputs.notifyUrl === undefined)
        return;
    const { target, release, parts, checklist = [] } = plan;
    const says = parts.find(({ phase }) => phase === gate.phase)?.says ?? [];
    const timer = gate.declared === "wait-timer";
    const told = (0,notification/* notificationOf */.t)({
        kind: "gate-waiting",
        target,
        release,
        what: timer ? `${gate.phase} waits for its timer` : `${gate.phase} waits for an approval`,
        reason: says.length === 0 ? "The plan says what it would change." : says.slice(0, 10).join("\n"),
        next: timer
            ? "Look at the plan while there is time; reject it by cancelling the run."
            : `Read the plan in the run's summary, then approve or reject ${gate.environment} there.`,
        ...(checklist.length === 0 ? {} : { checklist }),
        gate: gate.environment,
        queries: addressOf(queries),
    }, world.context);
    await (0,send/* send */.tN)(inputs, told, world);
}
/**
 * A phase that tells, once it has done its work well, at which gate the release waits now. The plan that it was
 * given knows the gates; without one it stands alone, and nothing waits. Its page is what is read at that gate, so the
 * saved queries are linked there, too.
 */
function announcing(phase, work) {
    return async (inputs, world) => {
        const done = await work(inputs, world);
        const { plan: file, dashboardUrl: queries } = inputs;
        const linked = withQueries(done, queries);
        if (done.report.verdict !== "pass" || file === undefined || inputs.notifyUrl === undefined)
            return linked;
        await (0,send/* quietly */.gd)(world, async () => {
            const plan = await planIn(file, world);
            const had = plan.parts.some((part) => part.phase === phase && part.work === "some");
            if (had)
                await announceGate(plan, { slice: inputs.slice, after: phase, queries }, inputs, world);
        });
        return linked;
    };
}
async function planIn(file, { root }) {
    return (0,formats/* readFormat */.C$)("plan", await (0,promises_.readFile)((0,external_node_path_.resolve)(root, file), "utf8"), file, plan/* planForm */.c3);
}
function withQueries(done, queries) {
    const address = addressOf(queries);
    if (address === undefined)
        return done;
    const { sections = [], ...report } = done.report;
    const place = ["what observe will count", "queries and logs", address];
    return { ...done, report: { ...report, sections: [...sections, (0,where_to_look/* whereToLook */.i)("Saved queries", [place])] } };
}
/** Goes to where no runner masks anything: without what an address may say of who asks. */
function addressOf(text) {
    if (text === undefined || !/^https?:/i.test(text) || !URL.canParse(text))
        return undefined;
    return Object.assign(new URL(text), { username: "", password: "" }).href;
}


/***/ }),

/***/ 92983:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q2: () => (/* binding */ healthInputs),
/* harmony export */   dL: () => (/* binding */ healthInputsOf),
/* harmony export */   tX: () => (/* binding */ projectInputs)
/* harmony export */ });
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36583);
/* harmony import */ var _action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67906);
/* harmony import */ var _functions_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45984);
/* harmony import */ var _web_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90078);




/** What a phase is told about proving that the stack is healthy before it changes anything. */
const healthInputs = {
    "require-healthy": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)({
        description: "Whether the stack must be healthy before this phase changes anything: the project's services, every declared function, every origin. Switch it off for a release that mends an outage.",
        default: "true",
    }),
    "health-services": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)({
        description: "Services of the Supabase project that must be healthy.",
        default: "auth, db, rest",
    }),
};
/** For phases that know the project only to ask for its health. */
const projectInputs = {
    supabase: (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: "Reference of the Supabase project, to ask for its health." })),
    "supabase-access-token": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .secret */ .rJ)({ description: "Supabase access token, to ask for the project's health; reading is enough." })),
    "supabase-api-url": _action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .supabaseInputs */ .iD["supabase-api-url"],
};
const functionProbes = {
    ...projectInputs,
    functions: _functions_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .functionsInputs */ .l.functions,
    "functions-url": _functions_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .functionsInputs */ .l["functions-url"],
    "functions-key": _functions_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .functionsInputs */ .l["functions-key"],
    "health-request": _functions_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .functionsInputs */ .l["health-request"],
};
/** A phase's own inputs, and from `rollout.yml` the functions and origins of the stack. */
function healthInputsOf(given, { section, sections }) {
    const probes = sections.includes("deploy-functions")
        ? section("deploy-functions", functionProbes)
        : undefined;
    const web = sections.includes("deploy-web")
        ? section("deploy-web", { origins: _web_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .webInputs */ .m.origins })
        : undefined;
    return {
        ...given,
        supabase: given.supabase ?? probes?.supabase,
        functions: given.functions ?? probes?.functions ?? [],
        functionsUrl: given.functionsUrl ?? probes?.functionsUrl,
        functionsKey: given.functionsKey ?? probes?.functionsKey,
        healthRequest: given.healthRequest ?? probes?.healthRequest ?? {},
        origins: web?.origins ?? [],
    };
}


/***/ }),

/***/ 8433:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ healthGate)
});

// UNUSED EXPORTS: proveHealth

// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(65304);
// EXTERNAL MODULE: ./lib/kit/providers/supabase/project-api.js
var project_api = __webpack_require__(37096);
// EXTERNAL MODULE: ./lib/kit/ports/encoded.js
var encoded = __webpack_require__(84905);
// EXTERNAL MODULE: ./lib/kit/ports/json-object.js
var json_object = __webpack_require__(9169);
;// CONCATENATED MODULE: ./lib/kit/providers/supabase/project-health.js




/**
 * Asks the platform for the health of some services.
 * @throws {UserError} PR301 to PR307 when it cannot be asked, PR306 when it answers something else.
 */
async function readServices(world, access, services) {
    const api = (0,project_api/* projectApi */.S)(world, access, { attempts: 2, mustBeAble: "read the project's health" });
    const path = `/v1/projects/${access.supabase}/health`;
    const query = services.map((name) => `services=${(0,encoded/* encoded */.d)(name)}`).join("&");
    const { json } = await api("GET", `${path}?${query}`);
    if (!Array.isArray(json))
        throw strange(path);
    return json.map((one) => serviceOf(one, path));
}
function serviceOf(json, path) {
    const one = (0,json_object/* fieldsOf */.P)(json);
    const { name, healthy, status, error } = one;
    if (typeof name !== "string")
        throw strange(path);
    const word = typeof status === "string" ? status : "no status";
    // `healthy` is deprecated for `status`.
    const well = typeof status === "string" ? status === "ACTIVE_HEALTHY" : healthy === true;
    return {
        name,
        healthy: well,
        said: typeof error === "string" && error !== "" ? `${word} (${error})` : word,
    };
}
function strange(path) {
    return new user_error/* UserError */.yo("PR306", `Supabase GET ${path} answered something that its API does not say.`, "Check `supabase-api-url`; if it is right, see https://status.supabase.com and run again.");
}

// EXTERNAL MODULE: ./lib/kit/parts/functions/invoke.js
var invoke = __webpack_require__(50231);
// EXTERNAL MODULE: ./lib/kit/parts/web/ask-origin.js
var ask_origin = __webpack_require__(98672);
;// CONCATENATED MODULE: ./lib/kit/parts/checks/health.js




/** When something is ill, all is asked again: a deployment elsewhere or a restart takes a moment. */
const rounds = 3;
const pause = 1000;
/**
 * Whether the stack is healthy now: the project's services, each function called for real, each origin. A
 * function that the platform does not know yet counts as ill only where `complete` says that all are deployed.
 */
async function proveHealth(inputs, world, { complete }) {
    for (let round = 1;; round += 1) {
        const checks = await askAll(inputs, world, complete);
        if (round === rounds || checks.every(({ state }) => state !== "ill"))
            return judge(checks);
        await world.clock.sleep(pause, world.signal);
    }
}
/**
 * What a phase hands to its door: asks before its first change, and says what was found. Undefined where nobody
 * wants to know.
 */
function healthGate(inputs, world, phase) {
    const { requireHealthy, supabase, functions, origins } = inputs;
    const known = supabase !== undefined || functions.length > 0 || origins.length > 0;
    if (!requireHealthy || !known)
        return undefined;
    return () => world.log.group("Is the stack healthy?", async () => {
        const proof = await proveHealth(inputs, world, phase);
        for (const line of proof.evidence)
            world.log.info(line);
        return proof;
    });
}
async function askAll(inputs, world, complete) {
    const [services, functions, origins] = await Promise.all([
        askServices(inputs, world),
        Promise.all(inputs.functions.map((slug) => askFunction(slug, inputs, world, complete))),
        Promise.all(inputs.origins.map((origin) => askSite(origin, world))),
    ]);
    return [...services, ...functions, ...origins];
}
async function askServices(inputs, world) {
    const { supabase, supabaseAccessToken, supabaseApiUrl, healthServices } = inputs;
    if (healthServices.length === 0 || supabase === undefined)
        return [];
    if (supabaseAccessToken === undefined)
        return [unknown("the project's services were not asked: `supabase-access-token` is not given")];
    try {
        const access = { supabase, supabaseAccessToken, supabaseApiUrl };
        const services = await readServices(world, access, healthServices);
        return services.map(({ name, healthy, said }) => ({
            state: healthy ? "healthy" : "ill",
            said: `${name}: ${said}`,
        }));
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.yo))
            throw error;
        const { code, message } = error;
        // A token for something else is no sign of an outage; an API that cannot be asked may be one.
        if (code === "PR302")
            return [unknown(`the project's services were not asked: ${message}`)];
        return [{ state: "ill", said: message }];
    }
}
/** Any answer of the function itself shows that it serves: an older one may not know today's health request. */
async function askFunction(slug, inputs, world, complete) {
    const url = inputs.functionsUrl;
    if (url === undefined && inputs.supabase === undefined)
        return unknown(`${slug} was not called: neither \`functions-url\` nor \`supabase\` is given`);
    const access = { ...inputs, supabase: inputs.supabase ?? "" };
    const { said, status = 599, unknown: absent, level } = await (0,invoke/* invoke */.l)(slug, access, world, 1);
    if (level === "untold")
        return unknown(said);
    if (absent && !complete)
        return unknown(`${slug} is not deployed yet`);
    const serves = level !== "failed" || (status < 500 && !absent && !said.includes("NOT_FOUND_FUNCTION_BLOB"));
    return { state: serves ? "healthy" : "ill", said };
}
async function askSite(origin, world) {
    const { ok, said } = await (0,ask_origin/* askOrigin */.Y)(world, origin);
    return { state: ok ? "healthy" : "ill", said: `${origin} ${said}` };
}
function unknown(said) {
    return { state: "unknown", said };
}
function judge(checks) {
    const asked = checks.filter(({ state }) => state !== "unknown");
    const ill = asked.filter(({ state }) => state === "ill");
    const n = asked.length;
    const x = n - ill.length;
    const evidence = [
        ...(n > 0 ? [`${x} of ${n} services, functions and origins are healthy`] : []),
        ...checks.filter(({ state }) => state !== "healthy").map(({ said }) => said),
    ];
    if (ill.length === 0)
        return { verdict: "pass", x, n, reason: "The stack is healthy.", next: "Nothing to do.", evidence };
    const reason = `${ill.map(({ said }) => said.replace(/\.$/, "")).join("; ")}.`;
    return { verdict: "fail", x, n, reason, next: "Find out what is ill, then run this job again.", evidence };
}


/***/ }),

/***/ 94125:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ withLoginRole)
});

// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(65304);
// EXTERNAL MODULE: ./lib/kit/providers/supabase/project-api.js
var project_api = __webpack_require__(37096);
;// CONCATENATED MODULE: ./lib/kit/providers/supabase/login-role.js


/** Lets Supabase make one. An answer that is lost leaves a role that ends by itself, so asking again does no harm. */
async function createLoginRole(world, access) {
    const mustBeAble = "make login roles of the database (database_write)";
    const api = (0,project_api/* projectApi */.S)(world, access, { attempts: 3, mustBeAble });
    const path = `/v1/projects/${access.supabase}/cli/login-role`;
    const { json } = await api("POST", path, { json: { read_only: false }, safe: true });
    const { role, password, ttl_seconds: seconds } = (json ?? {});
    if (typeof role === "string" && typeof password === "string" && typeof seconds === "number")
        return { role, password, seconds };
    throw new user_error/* UserError */.yo("PR306", `Supabase POST ${path} answered something that its API does not say.`, "Check `supabase-api-url`; or pass a `database-url` with its password, without `login-role`.");
}

// EXTERNAL MODULE: ./lib/kit/parts/database/connection/sql-error.js
var sql_error = __webpack_require__(28711);
;// CONCATENATED MODULE: ./lib/kit/parts/database/connection/login-role.js



/** A role that ends within this time is not used for another session, in ms. */
const margin = 60_000;
/** A pooler knows a new role only after a moment. */
const attempts = 5;
const pause = 1500;
/**
 * The same world, where sessions of `database-url` log in as a role that Supabase makes for some minutes, and work as
 * `postgres`: no password of the database is kept anywhere. A session outlives its role.
 * @throws {UserError} PR102 for an address that has a password, PR104 without a project or token.
 */
function withLoginRole(inputs, world) {
    if (!inputs.loginRole)
        return world;
    const { supabase, supabaseAccessToken, supabaseApiUrl, databaseUrl } = inputs;
    if (supabase === undefined || supabaseAccessToken === undefined) {
        throw new user_error/* UserError */.yo("PR104", "`login-role` needs `supabase` and `supabase-access-token`. Nothing was changed.", "Pass them beside `database-url`; the token must be able to write to the database.");
    }
    refusePassword(databaseUrl);
    const role = lasting(world, () => createLoginRole(world, { supabase, supabaseAccessToken, supabaseApiUrl }));
    const connect = async (url, name) => url === databaseUrl ? await asRole(world, url, name, await role()) : await world.connect(url, name);
    return { ...world, connect };
}
function refusePassword(url) {
    if (!URL.canParse(url) || new URL(url).password === "")
        return;
    throw new user_error/* UserError */.yo("PR102", "`login-role` is on, and `database-url` has a password (not shown): which of the two is meant?", "Write the address without a password: postgresql://postgres@db.<project>.supabase.co:5432/postgres.");
}
/** One role for all sessions that begin in its time. */
function lasting({ clock }, make) {
    let current;
    return async () => {
        if (current === undefined || clock.now() >= current.until) {
            const made = { role: make(), until: Infinity };
            current = made;
            const forget = () => void (current = current === made ? undefined : current);
            made.role.then(({ seconds }) => (made.until = clock.now() + seconds * 1000 - margin), forget);
        }
        return await current.role;
    };
}
async function asRole(world, url, name, role) {
    const { connect, clock, signal } = world;
    const address = loginUrl(url, role);
    for (let attempt = 1;; attempt += 1) {
        try {
            return await asPostgres(await connect(address, name));
        }
        catch (error) {
            const unknown = String((0,sql_error/* readSqlError */.Xk)(error.cause ?? error).code);
            if (!unknown.startsWith("28") || attempt === attempts)
                throw error;
            await clock.sleep(pause, signal);
        }
    }
}
/**
 * At the pooler a user's name ends with the project's. The server itself is told at the login which role the session has
 * by itself, so that RESET ROLE in a file leads back to it, and not to the login role; a pooler reads such options otherwise.
 */
function loginUrl(url, { role, password }) {
    const login = new URL(url);
    const project = /^[^.]+(\..+)$/.exec(decodeURIComponent(login.username))?.[1] ?? "";
    login.username = `${role}${project}`;
    login.password = password;
    const options = login.searchParams.get("options");
    if (project === "")
        login.searchParams.set("options", `${options === null ? "" : `${options} `}-c role=postgres`);
    return login.toString();
}
/** What is made must belong to postgres. */
async function asPostgres(database) {
    try {
        await database.script("set role postgres");
        return database;
    }
    catch (error) {
        await database.close().catch(() => undefined);
        throw new user_error/* UserError */.yo("PR411", `The login role may not work as postgres: ${(0,sql_error/* readSqlError */.Xk)(error).message}. Nothing was changed.`, "Run this job again; if it stays so, pass a `database-url` with the password of postgres, without `login-role`.", { cause: error });
    }
}


/***/ }),

/***/ 30672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ outsideOfTheFile)
/* harmony export */ });
/* harmony import */ var _action_held_in_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39678);

const full = "The server's disk is full, or what it allows a statement to use of it: free or enlarge it (Supabase's dashboard, Database, Disk usage).";
/** What is to be done where the cause is not in the file, by the SQLSTATE that the server gave. */
const causes = {
    "25006": "The database takes no writes: it is a replica, `default_transaction_read_only` is on, or Supabase has made it read-only because its disk is full. Use the primary, switch that off, or free the disk.",
    "42501": "The role in `database-url` may not do this: connect as the role that owns what the statement changes (at Supabase postgres), or give it the right.",
    "53100": full,
    "53400": full,
    "53200": "The server had no memory left: give it more, or run this at a quieter time.",
    "53300": "The server had no connection left: run this when fewer clients are connected.",
    "57014": "If it was `statement-timeout`, raise it, or let the statement do less at once; else somebody has cancelled it.",
};
/** Undefined where the file itself is what has to change, as far as the code tells. */
function outsideOfTheFile({ code, message }) {
    if (/no space left on device/i.test(message))
        return full;
    return code === undefined ? undefined : (0,_action_held_in_js__WEBPACK_IMPORTED_MODULE_0__/* .heldIn */ .$)(causes, code);
}


/***/ }),

/***/ 28711:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GQ: () => (/* binding */ isServerError),
/* harmony export */   Iq: () => (/* binding */ sayError),
/* harmony export */   ML: () => (/* binding */ queryCanceled),
/* harmony export */   Xk: () => (/* binding */ readSqlError),
/* harmony export */   eX: () => (/* binding */ lockNotAvailable),
/* harmony export */   to: () => (/* binding */ explained)
/* harmony export */ });
/* harmony import */ var _outside_causes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30672);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65304);


/** Reads an error of the driver. Its `detail` is left out: it holds values of rows. */
function readSqlError(thrown) {
    const { code, hint, position, where, completed, table } = thrown;
    return {
        message: (0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .describe */ .q0)(thrown),
        // An order to stop has a code of ours, which no server has said.
        ...(typeof code === "string" && !(thrown instanceof _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .Explainable */ .QB) ? { code } : {}),
        ...(typeof hint === "string" ? { hint } : {}),
        ...(typeof position === "string" && /^\d+$/.test(position) ? { position: Number(position) } : {}),
        ...(typeof where === "string" ? { where: where.replace(/\s+/g, " ").slice(0, 200) } : {}),
        ...(typeof completed === "number" ? { completed } : {}),
        ...(typeof table === "string" ? { table } : {}),
    };
}
/** A lock was not granted within lock_timeout, or a statement asked for it with NOWAIT. */
const lockNotAvailable = "55P03";
/** A statement took longer than it may, or somebody cancelled it. */
const queryCanceled = "57014";
/** `42P01: relation "a" does not exist` */
function sayError({ code, message, hint }) {
    const said = /^[0-9A-Z]{5}$/.test(code ?? "") ? `${code}: ${message}` : message;
    return hint === undefined ? said : `${said} (${hint})`;
}
/** The server answered: it is not the connection that broke. */
function isServerError({ code }) {
    return /^[0-9A-Z]{5}$/.test(code ?? "") && !code?.startsWith("08") && !code?.startsWith("57P");
}
/**
 * Turns what the server says to our own statements into something a user can act on.
 * @throws {UserError} PR411
 */
async function explained(what, work) {
    try {
        return await work();
    }
    catch (error) {
        if (error instanceof _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .Explainable */ .QB)
            throw error;
        const said = readSqlError(error);
        const usual = "Check the rights of the role in `database-url` and the state of the database.";
        const fix = `${(0,_outside_causes_js__WEBPACK_IMPORTED_MODULE_0__/* .outsideOfTheFile */ .c)(said) ?? usual} Then run this job again.`;
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo("PR411", `${what}: ${sayError(said)}.`, fix, { cause: error });
    }
}


/***/ }),

/***/ 71236:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EY: () => (/* binding */ nobodyKnows),
/* harmony export */   fG: () => (/* binding */ askRecord)
/* harmony export */ });
/* unused harmony export appliedByReleases */
/* harmony import */ var _release_record_kept_document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7220);
/* harmony import */ var _release_record_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20645);
/* harmony import */ var _release_record_statuses_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14506);



/** Who cannot ask the record knows of none. */
const nobodyKnows = async () => new Set();
/**
 * Asks the record: after a rollback the schema stays ahead of the commit that mends it. A migration that failed was
 * rolled back; where its row is there all the same, somebody else has written it.
 */
function appliedByReleases(github, target) {
    return async (versions) => {
        const open = new Set(versions);
        const known = new Set();
        for await (const deployment of (0,_release_record_record_js__WEBPACK_IMPORTED_MODULE_1__/* .deployments */ .bg)(github, (0,_release_record_record_js__WEBPACK_IMPORTED_MODULE_1__/* .recordEnvironment */ .lk)(target), "rollout-receipt")) {
            if (open.size === 0)
                break;
            const receipt = (0,_release_record_kept_document_js__WEBPACK_IMPORTED_MODULE_0__/* .documentOf */ .l)(deployment, "receipt");
            if (receipt?.phase !== "migrate" || !open.has(receipt.component))
                continue;
            if ((await (0,_release_record_statuses_js__WEBPACK_IMPORTED_MODULE_2__/* .lastStatus */ .by)(github, deployment.id))?.state === "failure")
                continue;
            known.add(receipt.component);
            open.delete(receipt.component);
        }
        return known;
    };
}
/** The record of the target, where there is a token for it. */
async function askRecord({ githubToken, target }, { github }) {
    if (githubToken === undefined)
        return nobodyKnows;
    return appliedByReleases(await github(githubToken), target ?? "default");
}


/***/ }),

/***/ 39394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ findDeno),
/* harmony export */   a: () => (/* binding */ lastWords)
/* harmony export */ });
/* harmony import */ var _ports_find_program_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68497);

/** Deno, where this machine has it. */
async function findDeno(world) {
    const kind = (0,_ports_find_program_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)(process);
    return await (0,_ports_find_program_js__WEBPACK_IMPORTED_MODULE_0__/* .findProgram */ .K)("deno", [`@deno/${kind}-glibc/deno`, `@deno/${kind}/deno`], world);
}
/** Deno's own reason where it gives one, else the last line. */
function lastWords(tail) {
    const lines = tail.split("\n").filter((line) => line.trim() !== "");
    const line = lines.findLast((one) => one.startsWith("error: ")) ?? lines.at(-1) ?? "it ended without a word";
    return line.replace(/^error: (Uncaught )?(\(in promise\) )?/, "").slice(0, 200);
}


/***/ }),

/***/ 9859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ layOut)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _imports_scan_imports_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69034);



/**
 * Writes sources below `root`, deep enough that what lies beside their folder stays inside. Packages come from
 * `modules` where all of them are installed there, and nothing is fetched then; else Deno fetches what they import.
 * @throws {Error} for a path that leads out.
 */
async function layOut({ files, entrypoint, importMap }, root, modules) {
    const above = Math.max(0, ...files.map(({ path }) => /^(\.\.\/)*/.exec(path)?.[0].length ?? 0)) / 3;
    const home = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, ...Array.from({ length: above }, () => "up"), "source");
    for (const { path, content } of files) {
        const place = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(home, path);
        if (!place.startsWith(root + node_path__WEBPACK_IMPORTED_MODULE_1__.sep))
            throw new Error(`${path} leads out of the sources`);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(place), { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(place, content);
    }
    const installed = modules === undefined ? undefined : await allIn(modules, files);
    if (modules !== undefined && installed !== undefined) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.symlink)(modules, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, "node_modules"), "dir");
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, "package.json"), JSON.stringify({ type: "module", dependencies: installed }));
    }
    const offline = ["--no-remote", "--cached-only", "--node-modules-dir=manual"];
    return {
        root,
        home,
        entrypoint: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(home, entrypoint),
        flags: [...(installed ? offline : ["--node-modules-dir=none"]), ...mapFlag(home, importMap)],
        readable: installed && modules !== undefined ? [root, modules] : [root],
    };
}
function mapFlag(home, importMap) {
    if (importMap === null)
        return [];
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(home, importMap);
    return [/^deno\.jsonc?$/.test((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(importMap)) ? `--config=${path}` : `--import-map=${path}`];
}
/** Versions of all packages that the files name, if every one is there and nothing else comes from elsewhere. */
async function allIn(modules, files) {
    const wanted = new Set(files.flatMap(({ path, content }) => specifiersOf(path, content)));
    for (const specifier of wanted) {
        const name = /^npm:\/?((?:@[^/@]+\/)?[^/@]+)/.exec(specifier)?.[1];
        if (name === undefined || (await versionOf(modules, name)) === undefined)
            return undefined;
    }
    return wanted.size === 0 ? {} : await installedIn(modules);
}
/** What a file asks for from elsewhere, in its imports or as the target of an import map. */
function specifiersOf(path, content) {
    const text = new TextDecoder().decode(content);
    const named = /\.jsonc?$/.test(path)
        ? [...text.matchAll(/"((?:npm|jsr|https?):[^"]+)"/g)].map(([, one = ""]) => one)
        : /\.[cm]?[jt]sx?$/.test(path)
            ? (0,_imports_scan_imports_js__WEBPACK_IMPORTED_MODULE_2__/* .scanImports */ .mx)(text).flatMap(({ specifier, optional }) => (optional ? [] : [specifier]))
            : [];
    return named.filter((one) => /^(npm|jsr|https?):/.test(one));
}
/** Deno finds a package of `node_modules` only if a `package.json` lists it. */
async function installedIn(modules) {
    const names = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(modules)).filter((name) => !name.startsWith("."));
    const scoped = names.map(async (name) => name.startsWith("@")
        ? (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(modules, name))).map((inner) => node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(name, inner))
        : [name]);
    const all = (await Promise.all(scoped)).flat();
    const found = await Promise.all(all.map(async (name) => [name, await versionOf(modules, name)]));
    return Object.fromEntries(found.flatMap(([name, version]) => (version === undefined ? [] : [[name, version]])));
}
async function versionOf(modules, name) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(modules, name, "package.json"), "utf8").catch(() => undefined);
    try {
        const { version } = JSON.parse(text ?? "{}");
        return typeof version === "string" ? version : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 96647:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ whereToLook)
/* harmony export */ });
/* harmony import */ var _action_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42534);

/** Links that a person follows, as a piece of the page. */
function whereToLook(title, places) {
    const rows = places.map(([what, called, address]) => [(0,_action_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(what), (0,_action_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .link */ .nf)(called, address)]);
    return { kind: "whole", title, text: `### ${(0,_action_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(title)}\n\n${(0,_action_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(["what", "where"], rows)}` };
}


/***/ }),

/***/ 68497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   K: () => (/* binding */ findProgram)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _exec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93566);
/* harmony import */ var _git_place_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30925);




/** As npm's packages name a machine. */
function kindOf({ platform, arch }) {
    return `${platform}-${arch}`;
}
/** On the PATH, or what was installed into a `node_modules` of the stack or above. */
async function findProgram(name, packed, world) {
    for (const folder of (world.env["PATH"] ?? "").split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter)) {
        const program = folder === "" ? undefined : await executable((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name));
        if (program !== undefined)
            return program;
    }
    for (let folder = world.root;; folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder)) {
        for (const path of packed) {
            const program = await executable((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, "node_modules", path));
            if (program !== undefined && (await isInstalled(program, world)))
                return program;
        }
        if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder) === folder)
            return undefined;
    }
}
async function executable(path) {
    return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(path, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK).then(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(path), () => undefined);
}
/**
 * A program that a commit brings along would run unasked beside the tokens of `plan`: only what git does not know as
 * a file of the repository was put there by this machine.
 */
async function isInstalled(program, { exec, env }) {
    const cwd = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(program);
    const place = await (0,_git_place_js__WEBPACK_IMPORTED_MODULE_2__/* .gitPlace */ .Y)(cwd);
    if (place === undefined)
        return false;
    const args = ["ls-files", "--error-unmatch", program];
    const asked = await exec("git", args, { cwd, env: (0,_exec_js__WEBPACK_IMPORTED_MODULE_3__/* .childEnv */ .g)(env, place), quiet: true }).catch(() => undefined);
    return asked?.exitCode === 1;
}


/***/ }),

/***/ 26592:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ tellWait)
/* harmony export */ });
/** Who reads a log wants to know that nobody has forgotten it, and nothing twice within this time. */
const minute = 60_000;
/**
 * Tells a wait that begins now: what for, since when, and when it is given up (`end`, ms since 1970, where it ever is).
 * Call it before each pause with what is waited for: it is said at once, when it becomes another, and else once a
 * minute, with how far it has come (`soFar`).
 */
function tellWait({ clock, log }, end) {
    const since = clock.now();
    const limit = end === undefined ? "" : `, given up at ${timeOf(end)}`;
    let told;
    return (until, soFar) => {
        const now = clock.now();
        if (told?.until === until && now - told.at < minute)
            return;
        told = { until, at: now };
        const far = soFar === undefined ? "" : ` ${soFar}`;
        log.info(`Waiting until ${until} (since ${timeOf(since)}${limit} UTC).${far}`);
    };
}
function timeOf(time) {
    return new Date(time).toISOString().slice(11, 19);
}


/***/ }),

/***/ 37096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ projectApi)
/* harmony export */ });
/* harmony import */ var _ports_json_api_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14232);
/* harmony import */ var _permission_for_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15463);


/** A caller for the Management API whose refused token is explained by what it should be allowed to do. */
function projectApi(world, { supabaseApiUrl, supabaseAccessToken }, { attempts, mustBeAble, timeout, }) {
    return (0,_ports_json_api_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonApi */ .Z)(world, {
        name: "Supabase",
        baseUrl: supabaseApiUrl,
        headers: { authorization: `Bearer ${supabaseAccessToken}` },
        tokenHint: `Pass a token that may ${mustBeAble} as \`supabase-access-token\` (https://supabase.com/dashboard/account/tokens).`,
        needs: _permission_for_js__WEBPACK_IMPORTED_MODULE_1__/* .permissionFor */ .T,
        attempts,
        ...(timeout === undefined ? {} : { timeout }),
    });
}


/***/ })

};
