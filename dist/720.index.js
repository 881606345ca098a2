export const id = 720;
export const ids = [720];
export const modules = {

/***/ 6865:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./lib/kit/action/run.js + 11 modules
var run = __webpack_require__(8987);
// EXTERNAL MODULE: ./lib/kit/notify/announce.js + 1 modules
var announce = __webpack_require__(8412);
// EXTERNAL MODULE: ./lib/kit/parts/checks/health.js + 1 modules
var checks_health = __webpack_require__(8433);
// EXTERNAL MODULE: ./lib/kit/parts/checks/health-inputs.js
var health_inputs = __webpack_require__(2983);
// EXTERNAL MODULE: ./lib/kit/parts/database/ledger/ahead.js
var ahead = __webpack_require__(1236);
// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(5304);
// EXTERNAL MODULE: ./lib/kit/ports/retry.js
var retry = __webpack_require__(3073);
// EXTERNAL MODULE: ./lib/kit/parts/database/ledger/compare-ledger.js
var compare_ledger = __webpack_require__(4806);
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
const most = 3;
/** «held up 2 live sessions for up to 2.1 s (shop as authenticator, for public.t; …)» */
function sayStall({ heldUp, waited }) {
    const longest = Math.max(0, ...heldUp.map(({ ms }) => ms));
    const many = heldUp.length === 1 ? "a live session" : `${heldUp.length} live sessions`;
    const named = heldUp.slice(0, most).map(sayWho);
    if (heldUp.length > most)
        named.push(`and ${heldUp.length - most} more`);
    const how = waited ? " behind it while it waited for a lock itself" : "";
    return `held up ${many}${how} for up to ${(longest / 1000).toFixed(1)} s (${named.join("; ")})`;
}
/** What others run may hold values of theirs: who they are and what they wait for is enough. */
function sayWho({ who, pid, relation }) {
    return `${who}, pid ${pid}, for ${relation ?? "a row"}`;
}

;// CONCATENATED MODULE: ./lib/kit/parts/database/guard/aside.js
/** Connects when it is first asked, and again after it broke. */
function openAside({ connect, context }, url) {
    const name = `prism-rollout guard of run ${context.runId}.${context.attempt}`;
    let session;
    const forget = () => {
        // Also one that is still on its way here.
        session?.then((database) => database.close()).catch(() => undefined);
        session = undefined;
    };
    return {
        query: async (sql, parameters) => {
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
        close: async () => forget(),
    };
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
async function openGuard(world, database, inputs) {
    const [row] = await database.query("select pg_catalog.pg_backend_pid() as pid");
    const aside = openAside(world, inputs.databaseUrl);
    const patience = { sessions: inputs.blocksSessions, ms: inputs.blocksFor };
    return { ...watchdog(world, aside, Number(row?.["pid"]), patience), close: aside.close };
}

// EXTERNAL MODULE: ./lib/kit/judge/place.js
var judge_place = __webpack_require__(8283);
// EXTERNAL MODULE: ./lib/kit/judge/not-transactional.js
var not_transactional = __webpack_require__(2945);
// EXTERNAL MODULE: ./lib/kit/judge/walk.js
var walk = __webpack_require__(3039);
// EXTERNAL MODULE: ./lib/kit/parts/database/ledger/ledger.js
var ledger = __webpack_require__(9368);
;// CONCATENATED MODULE: ./lib/kit/parts/database/run/run-file.js




/** A statement of a file that did not run. `undone`: nothing of the file is there. */
class StatementFailed extends Error {
    statement;
    undone;
    constructor(cause, statement, undone) {
        super((0,user_error/* describe */.q0)(cause), { cause });
        this.statement = statement;
        this.undone = undone;
    }
}
/**
 * Runs one file and records it: in one transaction, or step by step where it cannot be one.
 * @throws {StatementFailed}
 */
async function runFile(database, execution, row, limits) {
    await forgetSettings(database);
    await (execution.mode === "transaction"
        ? inTransaction(database, execution, row, limits)
        : inSteps(database, execution, row, limits));
}
/** What the file before left behind: roles and settings of the session. */
async function forgetSettings(database) {
    await database.script("reset session authorization; reset role; reset all");
    const [row] = await database.query("select current_user::text as name");
    // The CLI's own rule: what a login role of Supabase makes must belong to postgres.
    if (/^(cli_login_|supabase_admin)/.test(String(row?.["name"])))
        await database.script("set role postgres");
}
async function inTransaction(database, { sql, statements }, row, limits) {
    let failing;
    try {
        await database.script("begin");
        const transaction = await limit(database, limits, true);
        try {
            await database.script(sql);
        }
        catch (error) {
            failing = statements[error.completed ?? -1];
            throw error;
        }
        if ((await limit(database, limits, true)) !== transaction) {
            throw new Error("The file ended its transaction, although it has no statement that does.");
        }
        await record(database, row);
        await database.script("commit");
    }
    catch (error) {
        await database.script("rollback").catch(() => undefined);
        throw new StatementFailed(error, failing, true);
    }
}
/** A file may end under another role, which need not be allowed to write the ledger. */
async function record(database, row) {
    await database.script("reset session authorization; reset role");
    await (0,ledger/* recordMigration */.CM)(database, row);
}
/** What builds beside the live data waits for others by its nature; a lock limit would leave a half-built index. */
async function inSteps(database, { statements }, row, limits) {
    const patient = statements.some(({ node }) => (0,not_transactional/* isConcurrently */.z)(node));
    await limit(database, patient ? { ...limits, lockTimeout: 0 } : limits, false);
    // What has run so far is undone by a rollback as long as it is inside of the file's own first transaction.
    let open = false;
    let kept = patient;
    for (const statement of statements) {
        try {
            await database.script(statement.text);
        }
        catch (error) {
            await database.script("rollback").catch(() => undefined);
            throw new StatementFailed(error, statement, !kept);
        }
        const control = (0,walk.as)(statement.node, "TransactionStmt")?.kind;
        open = control === undefined ? open : control !== "TRANS_STMT_COMMIT";
        kept ||= !open && !("VariableSetStmt" in statement.node);
    }
    await record(database, row);
}
/** Sets the limits and gives the transaction's id. A server that is left alone gives up by itself. */
async function limit(database, limits, local) {
    const settings = {
        lock_timeout: `${limits.lockTimeout}ms`,
        statement_timeout: `${limits.statementTimeout}ms`,
        idle_in_transaction_session_timeout: "1min",
    };
    const sets = Object.keys(settings).map((name, index) => `pg_catalog.set_config('${name}', $${index + 1}, ${local})`);
    const alone = `(select pg_catalog.set_config(name, '5s', ${local}) from pg_catalog.pg_settings where name = 'client_connection_check_interval')`;
    const [row] = await database.query(`select ${sets.join(", ")}, ${alone}, pg_catalog.txid_current()::text as id`, Object.values(settings));
    return String(row?.["id"]);
}

// EXTERNAL MODULE: ./lib/kit/parts/database/connection/sql-error.js
var sql_error = __webpack_require__(8711);
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
    const parts = [
        `${placeOf(step, failed, error)}: ${stall ? `it ${sayStall(stall)}, and was cancelled` : (0,sql_error/* sayError */.Iq)(error)}.`,
        stateOf(failed, error, standing),
        remaining(standing),
    ];
    const fix = stall ? fixOfStall : fixOf(error, standing, lock);
    return new user_error/* UserError */.yo(stall ? "PR426" : lock ? "PR415" : "PR413", parts.join(" "), fix, { cause: thrown });
}
const fixOfStall = "Write it so that it holds its lock for a moment only (NOT VALID and then VALIDATE, CONCURRENTLY, batches), run this job again at a quieter time, or raise `blocks-for`.";
/** «1 of 5 are applied and recorded (0008); not applied: 0009, 0010.» */
function remaining({ steps, done, recorded }) {
    const versions = steps.map(({ file }) => file.version);
    const count = done + (recorded ? 1 : 0);
    const applied = count === 0 ? "" : ` (${versions.slice(0, count).join(", ")})`;
    return `${count} of ${steps.length} are applied and recorded${applied}; not applied: ${versions.slice(count).join(", ") || "none"}.`;
}
function placeOf({ file, execution }, failed, error) {
    const statement = failed?.statement;
    const whole = execution.mode === "transaction" && error.position !== undefined;
    const place = whole ? (0,judge_place/* placeOfCharacter */.Gm)(file.text, (error.position ?? 1) - 1) : statement;
    if (!place)
        return `${file.path} failed`;
    const sql = statement ? ` in \`${(0,judge_place/* excerptOf */.zU)(statement.sql)}\`` : "";
    return `${file.path}:${place.line}:${place.column} failed${sql}`;
}
function stateOf(failed, error, standing) {
    if (standing.recorded)
        return "The server had committed it all the same: it is applied and recorded.";
    const left = standing.invalid ?? [];
    if (left.length > 0)
        return `It left the unfinished index ${left.join(", ")}, which is used by nobody.`;
    if (failed?.undone || !(0,sql_error/* isServerError */.GQ)(error))
        return "The file was rolled back: nothing of it is there.";
    return "The file brings its own transactions or cannot run in one: what ran before this statement stays, and is not recorded.";
}
function fixOf(error, { invalid = [], recorded }, lock) {
    if (recorded || !(0,sql_error/* isServerError */.GQ)(error))
        return "Run this job again: it continues where it stopped.";
    if (invalid.length > 0) {
        return `Run \`${invalid.map((name) => `drop index concurrently ${name}`).join("; ")}\`, mend the cause, and run this job again.`;
    }
    if (lock) {
        return "Find who holds the table (long transactions, `pg_stat_activity`), run this job again at a quieter time, or raise `lock-timeout`.";
    }
    return "Correct this file, which is not applied, and release again; if the cause lies outside of the file, run this job again: it continues.";
}

// EXTERNAL MODULE: ./lib/kit/parts/database/plan/plan-database.js + 67 modules
var plan_database = __webpack_require__(5359);
// EXTERNAL MODULE: ./lib/kit/parts/database/connection/session.js
var connection_session = __webpack_require__(9124);
;// CONCATENATED MODULE: ./lib/kit/parts/database/run/stop.js
/** A statement that is cancelled between two others is not: the server is asked again. */
const stop_pause = 250;
/**
 * While a file runs: when the runner asks to stop, asks the server to cancel the statement, from a second
 * connection. Gives the function that ends this.
 */
async function cancelOnStop(world, database, url) {
    const [row] = await database.query("select pg_catalog.pg_backend_pid() as pid");
    const calm = new AbortController();
    const onStop = () => {
        cancel(world, url, row?.["pid"], calm.signal).catch(() => {
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/kit/parts/database/run/turn.js


const turn_pause = 1000;
/**
 * Waits until no other migration of this database runs, and keeps others out until the session ends.
 * @throws {UserError} PR415 naming the holder when the wait is over.
 */
async function takeTurn(world, database, wait) {
    const key = await turnKey(database);
    const until = world.clock.now() + wait;
    for (let told = "";;) {
        const [row] = await database.query("select pg_catalog.pg_try_advisory_lock($1::bigint) as mine", [key]);
        if (row?.["mine"] === true)
            return;
        const holder = await holderOf(database, key);
        if (world.clock.now() >= until) {
            throw new user_error/* UserError */.yo("PR415", `Another migration of this database did not end within ${wait / 1000} s: ${holder}. Nothing was changed.`, "Let it end, or cancel its run; a session whose runner is gone ends with `select pg_terminate_backend(<pid>)`. Then run this again.");
        }
        if (holder !== told)
            world.log.info(`Waiting for another migration of this database: ${holder}.`);
        told = holder;
        await world.clock.sleep(Math.min(turn_pause, Math.max(50, until - world.clock.now())), world.signal);
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
    const [row] = await database.query(`select pg_catalog.format('%s (pid %s%s%s)',
              coalesce(nullif(a.application_name, ''), 'a session without a name'), l.pid,
              ', since ' || date_trunc('second', a.backend_start), ', ' || a.state) as holder
       from pg_catalog.pg_locks l left join pg_catalog.pg_stat_activity a on a.pid = l.pid
      where ${byKey}`, [key]);
    return typeof row?.["holder"] === "string" ? row["holder"] : "one that has just ended";
}

;// CONCATENATED MODULE: ./lib/kit/parts/database/run/apply-migrations.js













/**
 * Applies what is left of the plan, a file after the other, each with its row in the ledger and its receipt.
 * Only one migration of a database runs at a time. Another one that ended meanwhile may have done a part.
 * @throws {UserError} PR411 to PR415 saying what is applied and recorded, and what is not.
 */
async function applyMigrations(inputs, inspection, { steps }, journal, world) {
    const database = await (0,connection_session/* openSession */.fA)(world, inputs.databaseUrl);
    const guard = await openGuard(world, database, inputs);
    const session = { database, inputs, world, inspection, journal, guard };
    try {
        await takeTurn(world, database, inputs.turnWait);
        const pending = await (0,sql_error/* explained */.to)("The ledger cannot be made or read", async () => {
            await (0,ledger/* ensureLedger */.IC)(database);
            return await stillPending(session);
        });
        for (const [index, step] of steps.entries()) {
            const standing = { steps, done: index };
            if (!pending.has(step.file.version))
                continue;
            refuseStopped(world, standing);
            await applyStep(session, step, standing);
        }
    }
    catch (error) {
        throw world.signal.aborted && !(error instanceof user_error/* Explainable */.QB)
            ? stopped({ steps, done: 0 }, world.signal)
            : error;
    }
    finally {
        await guard.close();
        await database.close().catch(() => undefined);
    }
}
/** The ledger again, now that nobody else writes it. */
async function stillPending({ database, inputs, inspection }) {
    const rows = await (0,ledger/* readLedger */.SC)(database);
    const compared = (0,compare_ledger/* compareLedger */.Xj)(inspection.parser, inspection.files, rows, inputs, inspection.known);
    (0,plan_database/* refuseDrift */.eS)(compared);
    return new Set(compared.pending.map(({ version }) => version));
}
async function applyStep(session, step, standing) {
    const { database, inputs, world, journal } = session;
    const { version, name, sha256, path } = step.file;
    const head = await (0,ledger/* readHead */.zy)(database);
    await world.log.group(`${standing.done + 1} of ${standing.steps.length}: ${path}`, () => journal.change(version, { before: { head }, intended: { version, sha256 } }, async () => {
        const limits = { what: path, attempts: inputs.lockAttempts, firstWait: inputs.lockWait };
        const began = world.clock.now();
        try {
            await (0,retry/* retry */.L)(world, { ...limits, longestWait: 60_000, signal: world.signal }, () => attempt(session, step));
        }
        catch (error) {
            throw await failure(session, step, standing, error);
        }
        world.log.info(`Applied and recorded in ${((world.clock.now() - began) / 1000).toFixed(1)} s.`);
        return { id: version, name };
    }));
}
/** One try. A lock that was not to be had for long enough is worth another, as long as nothing of the file stays. */
async function attempt({ database, inputs, world, guard }, { file, pieces, execution }) {
    const row = { version: file.version, name: file.name, statements: pieces };
    const calm = await cancelOnStop(world, database, inputs.databaseUrl);
    // What does not run in one transaction cannot be undone by ending it.
    const watch = execution.mode === "transaction" ? guard.watch() : undefined;
    try {
        world.signal.throwIfAborted();
        await runFile(database, execution, row, inputs);
        return { value: true };
    }
    catch (error) {
        if (!(error instanceof StatementFailed) || world.signal.aborted)
            throw error;
        const reason = busy(error, watch);
        if (!reason || !error.undone)
            throw reason ?? error;
        return { again: reason };
    }
    finally {
        calm();
        await watch?.end();
    }
}
/** Undefined where it is not the others for whom it failed. */
function busy(error, watch) {
    const { code } = (0,sql_error/* readSqlError */.Xk)(error.cause);
    const stall = watch?.stall();
    if (stall && code === sql_error/* queryCanceled */.ML)
        return new HeldOthersUp(stall, error);
    return code === sql_error/* lockNotAvailable */.eX ? error : undefined;
}
/** Looks with a fresh eye: the connection may be what broke, and the server may have gone on. */
async function failure({ inputs, world, inspection }, step, standing, error) {
    const seen = await (0,connection_session/* withSession */.fQ)(world, inputs.databaseUrl, async (database) => ({
        recorded: (await (0,ledger/* readLedger */.SC)(database)).some(({ version }) => version === step.file.version),
        invalid: (await (0,ledger/* invalidIndexes */.We)(database)).filter((name) => !inspection.invalid.includes(name)),
    })).catch(() => ({}));
    const now = { ...standing, ...seen };
    const half = error instanceof StatementFailed && !error.undone;
    return world.signal.aborted && !half ? stopped(now, world.signal) : explainFailure(error, step, now);
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

;// CONCATENATED MODULE: ./lib/kit/parts/database/run/prove-migrations.js


/** Asks the database, in a session of its own: what another session did not commit cannot be seen there. */
async function proveMigrations(inputs, { invalid }, { steps, waived }, world) {
    const now = await (0,connection_session/* withSession */.fQ)(world, inputs.databaseUrl, async (database) => ({
        recorded: new Set((await (0,ledger/* readLedger */.SC)(database)).map(({ version }) => version)),
        unfinished: (await (0,ledger/* invalidIndexes */.We)(database)).filter((name) => !invalid.includes(name)),
    }));
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

// EXTERNAL MODULE: ./lib/kit/release/enter-phase.js + 2 modules
var enter_phase = __webpack_require__(6340);
;// CONCATENATED MODULE: ./lib/actions/migrate/migrate.js







/** Inspect, compare with what was approved, apply, prove. */
async function migrate(inputs, world) {
    const inspection = await (0,plan_database/* inspectDatabase */.IE)(inputs, world, await (0,ahead/* askRecord */.fG)(inputs, world));
    const plan = (0,plan_database/* planMigrations */.n6)(inspection, inputs, inputs.planDigest);
    // The functions that are live are the old ones: after the migrations they are the proof of compatibility.
    const healthy = (0,checks_health/* healthGate */.Y)((0,health_inputs/* healthInputsOf */.dL)(inputs, world), world, { complete: false });
    const entered = await (0,enter_phase/* enterPhase */.a)(world, "migrate", inputs, plan.part, healthy);
    // An earlier attempt of this phase may have done all that was approved.
    if (entered === undefined || plan.steps.length === 0)
        return nothingToDo(inspection);
    for (const line of plan.part.says)
        world.log.info(line);
    await applyMigrations(inputs, inspection, plan, entered.journal, world);
    const proof = await proveMigrations(inputs, inspection, plan, world);
    const health = await healthy?.();
    const applied = plan.steps.map(({ file }) => file.version);
    return {
        outputs: { applied: JSON.stringify(applied), head: applied.at(-1) ?? "" },
        report: withHealth(reportOf(proof, plan), health),
    };
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
        outputs: { applied: "[]", head },
        report: {
            verdict: "pass",
            reason: `No migration is pending: the schema is at ${head || "its beginning"}.`,
            next: "Nothing to do.",
            evidence: [`${files.length} of ${files.length} migrations are applied already`],
        },
    };
}
function reportOf(proof, { steps, part, waived }) {
    const rows = steps.map(({ file, pieces, execution }) => [
        file.version,
        file.name,
        String(pieces.length),
        execution.mode === "transaction" ? "one transaction" : `step by step (${execution.because})`,
        waived.flatMap((finding) => (finding.file === file.path ? [finding.rule] : [])).join(", ") || "-",
    ]);
    const columns = ["version", "name", "statements", "ran in", "allowed"];
    return {
        verdict: proof.verdict,
        reason: proof.reason,
        next: proof.next,
        evidence: proof.evidence,
        tables: [{ title: "Migrations", columns, rows }],
        folded: [
            { title: "What changed", text: part.says.join("\n") },
            ...(part.unverified.length > 0 ? [{ title: "Not verified", text: part.unverified.join("\n") }] : []),
        ],
    };
}

// EXTERNAL MODULE: ./lib/actions/migrate/spec.js
var spec = __webpack_require__(5750);
;// CONCATENATED MODULE: ./lib/actions/migrate/main.js




/** Runs this action as a runner starts it. */
const main = (specs) => (0,run/* runAction */.C)(spec/* spec */.I, (0,announce/* announcing */.R)("migrate", migrate), specs);


/***/ }),

/***/ 5750:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ spec)
/* harmony export */ });
/* harmony import */ var _kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7906);
/* harmony import */ var _kit_action_shared_outputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6793);
/* harmony import */ var _kit_action_spec_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5596);
/* harmony import */ var _kit_action_time_limit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3128);
/* harmony import */ var _kit_notify_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3175);
/* harmony import */ var _kit_parts_checks_health_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2983);
/* harmony import */ var _kit_parts_database_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6134);
/* harmony import */ var _kit_release_gates_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9570);








const spec = (0,_kit_action_spec_js__WEBPACK_IMPORTED_MODULE_7__/* .defineAction */ .Q)({
    name: "migrate",
    title: "Migrate",
    description: "Applies the pending migrations in order, each in one transaction with its row in the Supabase CLI's ledger; refuses what loses data or breaks live code.",
    inputs: {
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .placeInputs */ .vb,
        "time-limit": (0,_kit_action_time_limit_js__WEBPACK_IMPORTED_MODULE_2__/* .timeLimit */ .z)("110m"),
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .releaseInputs */ .zy,
        ..._kit_notify_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .notifyInputs */ .v,
        ..._kit_release_gates_js__WEBPACK_IMPORTED_MODULE_6__/* .gateInputs */ .ll,
        ..._kit_parts_database_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .databaseInputs */ .dM,
        ..._kit_parts_checks_health_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .projectInputs */ .tX,
        ..._kit_parts_checks_health_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .healthInputs */ .Q2,
    },
    outputs: {
        ..._kit_action_shared_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .phaseOutputs */ .A,
        applied: "JSON list of the versions that were applied.",
        head: "The newest version in the ledger.",
    },
});


/***/ }),

/***/ 4870:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ hide)
/* harmony export */ });
/* harmony import */ var _action_mask_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8003);

/**
 * A document for a place where no runner masks anything: no text in it holds a secret. Errors of this suite hold none;
 * a vendor's words that they quote might.
 */
function hide(document, secrets) {
    const masks = secrets.flatMap((secret) => (secret === undefined ? [] : (0,_action_mask_js__WEBPACK_IMPORTED_MODULE_0__/* .masksOf */ .J)(secret)));
    masks.sort((a, b) => b.length - a.length);
    const clean = (value) => {
        if (typeof value === "string")
            return masks.reduce((now, mask) => now.replaceAll(mask, "***"), value);
        if (Array.isArray(value))
            return value.map(clean);
        if (typeof value !== "object" || value === null)
            return value;
        return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner)]));
    };
    return clean(document);
}


/***/ }),

/***/ 3175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ notifyInputs)
/* harmony export */ });
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6583);

/** Where people are told, shared by every action that knows something worth telling. */
const notifyInputs = {
    "notify-url": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .secret */ .rJ)({
        description: "Webhook that is told when a gate waits and how a release ended. Its failure only warns; its address is a secret.",
    })),
    "notify-format": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)(["auto", "slack", "json"], {
        description: "What the webhook takes: Slack's messages, or `prism-rollout/notification@1`. `auto` goes by its address.",
        default: "auto",
    }),
};


/***/ }),

/***/ 9873:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ notificationOf)
/* harmony export */ });
function notificationOf(told, { runUrl }) {
    const { gate, ...rest } = told;
    const environment = gate === undefined ? {} : { gate: environmentUrl(runUrl, gate) };
    return { schema: "prism-rollout/notification@1", ...rest, links: { run: runUrl, ...environment } };
}
/** GitHub's page of an environment. */
function environmentUrl(runUrl, name) {
    return `${runUrl.replace(/\/actions\/runs\/.*$/, "")}/deployments/${encodeURIComponent(name)}`;
}


/***/ }),

/***/ 1183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ quietly),
  t: () => (/* binding */ send)
});

// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(5304);
// EXTERNAL MODULE: ./lib/kit/notify/hide.js
var hide = __webpack_require__(4870);
;// CONCATENATED MODULE: ./lib/kit/notify/slack.js
/** Slack takes 3,000 characters a section. */
const longest = 2800;
/** A message as Slack, and what speaks its language, takes it: a line, and blocks that say the rest. */
function slackMessage({ target, release, what, reason, next, links }) {
    const text = escaped(`${target}: ${what}`);
    const gate = links.gate === undefined ? "" : ` · ${slack_link(links.gate, "gate")}`;
    const details = [`*${text}*`, escaped(reason), `Next: ${escaped(next)}`].map(slack_short).join("\n");
    return {
        text,
        blocks: [
            { type: "section", text: { type: "mrkdwn", text: slack_short(details) } },
            {
                type: "context",
                elements: [{ type: "mrkdwn", text: `${slack_link(links.run, "run")}${gate} · ${escaped(release)}` }],
            },
        ],
    };
}
/** Only these three mean something; with them nobody can be called (`<!channel>`) and no link be made. */
function escaped(text) {
    return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
function slack_link(url, label) {
    return `<${escaped(url).replaceAll("|", "%7C")}|${label}>`;
}
function slack_short(text) {
    return text.length <= longest ? text : `${text.slice(0, longest).replace(/&[a-z]*$/, "")}…`;
}

;// CONCATENATED MODULE: ./lib/kit/notify/send.js



const patience = 5_000;
/**
 * Tells the webhook, once, within five seconds; a connection that failed is tried once more. Whatever comes of it, the
 * release goes on: a failure is a warning, without the address or a part of it.
 */
async function send({ notifyUrl, notifyFormat }, told, world, { secrets = [], deadline = patience, } = {}) {
    if (notifyUrl === undefined)
        return;
    const url = addressOf(notifyUrl);
    const problem = url === undefined
        ? "notify-url is not an address (https://…)"
        : await tell(url, bodyOf(url, notifyFormat, told, [...secrets, notifyUrl]), world, deadline);
    if (problem !== undefined)
        world.log.warn(`The webhook was not told of «${told.what}»: ${problem}.`);
}
function bodyOf(url, format, told, secrets) {
    const clean = (0,hide/* hide */.j)(told, secrets);
    // Discord and others take Slack's messages at an address that ends so.
    const looksLikeSlack = /(^|\.)slack(-gov)?\.com$/.test(url.hostname) || url.pathname.endsWith("/slack");
    const slack = format === "auto" ? looksLikeSlack : format === "slack";
    return { text: JSON.stringify(slack ? slackMessage(clean) : clean), slack };
}
function addressOf(text) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const loopback = url?.protocol === "http:" && /^(127(\.\d+){3}|localhost|\[::1\])$/.test(url.hostname);
    return url?.protocol === "https:" || loopback ? url : undefined;
}
/** What went wrong, without anything of the address; undefined when it was taken. */
async function tell(url, body, world, deadline) {
    const limit = AbortSignal.timeout(deadline);
    const signal = AbortSignal.any([world.signal, limit]);
    for (let attempt = 1;; attempt += 1) {
        try {
            const response = await world.http(url, {
                method: "POST",
                headers: { "content-type": "application/json; charset=utf-8" },
                body: body.text,
                redirect: "manual",
                signal,
            });
            return judge(response.status, await response.text(), body, url);
        }
        catch (error) {
            if (world.signal.aborted)
                return "the job was asked to stop";
            if (limit.aborted)
                return `it did not answer within ${deadline / 1000} s`;
            if (attempt === 2)
                return `it could not be reached (${codeOf(error)})`;
        }
    }
}
function judge(status, said, { slack }, url) {
    if (status >= 300 && status < 400)
        return `it answered ${status}, and no redirect is followed`;
    const short = said.trim();
    const isWord = /^[a-z_]{2,40}$/.test(short) && !url.href.includes(short);
    const word = isWord ? ` (${short})` : "";
    if (status < 200 || status >= 300)
        return `it answered ${status}${word}`;
    if (/^\s*</.test(said))
        return `it answered ${status} with a page: that is no webhook`;
    return slack && !["ok", ""].includes(said.trim())
        ? `it answered ${status}, but did not take it${word}`
        : undefined;
}
/** Only the kind of an error: its text names host and address. */
function codeOf(error) {
    const { cause } = error;
    return typeof cause?.code === "string" ? cause.code : "no connection";
}
/** For whoever composes a message: what is done is not undone because nobody could be told, not even by a bug. */
async function quietly(world, work) {
    try {
        await work();
    }
    catch (error) {
        world.log.warn(`Nobody could be told: ${(0,user_error/* describe */.q0)(error)}`);
    }
}


/***/ }),

/***/ 2983:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q2: () => (/* binding */ healthInputs),
/* harmony export */   dL: () => (/* binding */ healthInputsOf),
/* harmony export */   tX: () => (/* binding */ projectInputs)
/* harmony export */ });
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6583);
/* harmony import */ var _action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7906);
/* harmony import */ var _functions_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4742);
/* harmony import */ var _web_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78);




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
var user_error = __webpack_require__(5304);
// EXTERNAL MODULE: ./lib/kit/providers/supabase/project-api.js
var project_api = __webpack_require__(7096);
;// CONCATENATED MODULE: ./lib/kit/providers/supabase/project-health.js


/**
 * Asks the platform for the health of some services.
 * @throws {UserError} PR301 to PR307 when it cannot be asked, PR306 when it answers something else.
 */
async function readServices(world, access, services) {
    const api = (0,project_api/* projectApi */.S)(world, access, { attempts: 2, mustBeAble: "read the project's health" });
    const path = `/v1/projects/${access.supabase}/health`;
    const query = services.map((name) => `services=${encodeURIComponent(name)}`).join("&");
    const { json } = await api("GET", `${path}?${query}`);
    if (!Array.isArray(json))
        throw strange(path);
    return json.map((one) => serviceOf(one, path));
}
function serviceOf(json, path) {
    const one = (typeof json === "object" && json !== null ? json : {});
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
var invoke = __webpack_require__(231);
// EXTERNAL MODULE: ./lib/kit/parts/web/served.js
var served = __webpack_require__(4171);
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
    if (absent && !complete)
        return unknown(`${slug} is not deployed yet`);
    const serves = level !== "failed" || (status < 500 && !absent && !said.includes("NOT_FOUND_FUNCTION_BLOB"));
    return { state: serves ? "healthy" : "ill", said };
}
async function askSite(origin, world) {
    const { ok, said } = await (0,served/* askOrigin */.YN)(world, origin);
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
    const reason = `${ill.map(({ said }) => said).join("; ")}.`;
    return { verdict: "fail", x, n, reason, next: "Find out what is ill, then run this job again.", evidence };
}


/***/ }),

/***/ 4742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ functionsInputs)
/* harmony export */ });
/* harmony import */ var _action_input_map_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9148);
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6583);
/* harmony import */ var _action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7906);
/* harmony import */ var _verify_jwt_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(998);




/** The inputs of `deploy-functions`, as its spec declares them and as `plan` reads them. */
const functionsInputs = {
    ..._action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .supabaseInputs */ .iD,
    functions: (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)({
        description: "The Edge Functions of a release, by the names under which they are called.",
    }),
    "functions-directory": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        description: "Folder with a folder for each function; its `index.ts` (or .js, .tsx, .jsx, .mjs) is the entrypoint.",
        default: "supabase/functions",
    }),
    "verify-jwt": (0,_verify_jwt_js__WEBPACK_IMPORTED_MODULE_3__/* .verifyJwtInput */ .p)("Whether the platform demands a valid JWT before it calls a function: one value for all, or by name. Never inherited from what is live."),
    "import-map": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        description: "Import map for all functions. Without it: `deno.json` or `deno.jsonc` beside the entrypoint, else `import_map.json` in the functions' folder.",
    })),
    "static-files": (0,_action_input_map_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOfLists */ .Gh)({
        description: "Files that a function reads at run time, by its name: patterns with `*`, `**` and `?`.",
        default: "{}",
    }),
    command: (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        description: "Your own deployment command, run by a shell instead of the API: snapshot before, checks after.",
    })),
    "command-env": (0,_action_input_map_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({
        description: "Environment of `command`; it gets nothing else of the job. `{supabase}` and `{supabase-api-url}` stand for these inputs.",
        default: "{}",
    }),
    "command-token": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({ description: "Name of the variable in which `command` gets `supabase-access-token`." })),
    "functions-url": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .url */ .OZ)({
        description: "Where functions are called. Without it `https://<supabase>.supabase.co/functions/v1`.",
    })),
    "functions-key": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .secret */ .rJ)({ description: "Key with which functions are called as a proof: the anon or publishable one." })),
    "health-request": (0,_action_input_map_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({
        description: "How each function is called to prove that it serves, by its name: `GET ?health=1 200` (method, path and query, status). " +
            "Without an entry `GET ?health=1` is tried, and any answer of the function itself below 500 counts as reachable.",
        default: "{}",
    }),
    "require-health": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)({
        description: "Whether a function that is reachable, but did not answer its health request, fails the phase.",
        default: "false",
    }),
};


/***/ }),

/***/ 231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ invoke)
/* harmony export */ });
/* unused harmony export healthRequestOf */
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5304);
/* harmony import */ var _ports_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3073);


/**
 * Reads `METHOD path status`.
 * @throws {UserError} PR102 for anything else.
 */
function healthRequestOf(slug, declared) {
    const text = declared[slug];
    if (text === undefined)
        return { method: "GET", path: "?health=1", status: 200, declared: false };
    const found = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)(?:\s+([?/]\S*))?\s+([1-5]\d\d)$/.exec(text.trim());
    if (found) {
        const [, method = "GET", path = "", status = "200"] = found;
        return { method, path, status: Number(status), declared: true };
    }
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR102", `deploy-functions.health-request.${slug}: expected method, path and status, got "${text.slice(0, 60)}".`, `Write ${slug}: GET ?health=1 200.`);
}
/** Calls a function for real, up to `attempts` times while it does not serve. Never throws for what it answers. */
async function invoke(slug, inputs, world, attempts = 5) {
    const request = healthRequestOf(slug, inputs.healthRequest);
    const what = `${request.method} ${slug}${request.path}`;
    const limits = { what, attempts, firstWait: 500, longestWait: 8000, signal: world.signal };
    try {
        return await (0,_ports_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L)(world, limits, async () => {
            const invoked = await once(slug, request, inputs, world);
            return invoked.level === "failed" ? { again: new NotServing(invoked) } : { value: invoked };
        });
    }
    catch (error) {
        if (error instanceof NotServing)
            return error.invoked;
        throw error;
    }
}
/** Carries the last answer out of the attempts. */
class NotServing extends Error {
    invoked;
    constructor(invoked) {
        super(invoked.said);
        this.invoked = invoked;
    }
}
async function once(slug, request, inputs, world) {
    const base = inputs.functionsUrl ?? `https://${inputs.supabase}.supabase.co/functions/v1`;
    const url = `${base.replace(/\/$/, "")}/${slug}${request.path}`;
    const key = inputs.functionsKey;
    const headers = key === undefined ? {} : { apikey: key, authorization: `Bearer ${key}` };
    try {
        const signal = AbortSignal.any([world.signal, AbortSignal.timeout(20_000)]);
        const response = await world.http(url, { method: request.method, headers, redirect: "manual", signal });
        return judge(slug, request, response.status, await response.text());
    }
    catch (error) {
        world.signal.throwIfAborted();
        return {
            slug,
            level: "failed",
            said: `${slug}: no answer from ${new URL(base).host}: ${(0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(error)}`,
        };
    }
}
function judge(slug, request, status, body) {
    const asked = `${slug}: ${request.method} ${request.path}`.trimEnd();
    const code = codeOf(body);
    if (code === "NOT_FOUND_FUNCTION_BLOB") {
        const said = `${asked} answered ${status} NOT_FOUND_FUNCTION_BLOB: it is listed as active, but its bundle is not there; deploy it again`;
        return { slug, level: "failed", said, status };
    }
    if (status === request.status) {
        const level = request.method === "OPTIONS" ? "reachable" : "healthy";
        return { slug, level, said: `${asked} answered ${status}`, status };
    }
    const short = body.replace(/\s+/g, " ").trim().slice(0, 200);
    const said = `${asked} answered ${status}, expected ${request.status}${short === "" ? "" : `: ${short}`}`;
    const absent = status === 404 && (code === "NOT_FOUND" || /function was not found/i.test(body));
    const served = !request.declared && status < 500 && !absent;
    const level = served ? "reachable" : "failed";
    return { slug, level, said, status, ...(absent ? { unknown: true } : {}) };
}
function codeOf(body) {
    try {
        const code = JSON.parse(body)?.code;
        return typeof code === "string" ? code : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ verifyJwtOf),
/* harmony export */   p: () => (/* binding */ verifyJwtInput)
/* harmony export */ });
/* harmony import */ var _action_input_map_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9148);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5304);


/** The input `verify-jwt`: true, false, or a mapping of function names to these. Required: there is no default. */
function verifyJwtInput(description) {
    const flag = { type: ["boolean", "string"], pattern: "^(true|false)$" };
    const schema = {
        anyOf: [
            flag,
            { type: "string", pattern: "^\\s*$|:|^\\s*\\{" },
            { type: "object", additionalProperties: flag },
        ],
    };
    return {
        description,
        required: true,
        secret: false,
        kind: "true, false, or either by function",
        schema,
        parse,
    };
}
/**
 * The declared value of one function.
 * @throws {UserError} PR102 when a mapping leaves the function out.
 */
function verifyJwtOf(declared, slug) {
    const value = typeof declared === "boolean" ? declared : declared[slug];
    if (value !== undefined)
        return value;
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo("PR102", `deploy-functions.verify-jwt: nothing is declared for ${slug}.`, `Write verify-jwt: { ${slug}: true } beside the others, or one value for all.`);
}
function parse(raw) {
    const one = asFlag(raw);
    if (one !== undefined)
        return { value: one };
    const refused = { expected: "true, false, or either by function", write: "false" };
    const map = typeof raw === "string" ? (0,_action_input_map_js__WEBPACK_IMPORTED_MODULE_0__/* .mapFromText */ .oW)(raw) : raw;
    if (typeof map !== "object" || map === null || Array.isArray(map))
        return refused;
    const entries = Object.entries(map).flatMap(([slug, value]) => {
        const is = asFlag(value);
        return is === undefined ? [] : [[slug, is]];
    });
    return entries.length === Object.keys(map).length ? { value: Object.fromEntries(entries) } : refused;
}
function asFlag(raw) {
    if (raw === true || raw === "true")
        return true;
    return raw === false || raw === "false" ? false : undefined;
}


/***/ }),

/***/ 78:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ webInputs)
});

// EXTERNAL MODULE: ./lib/kit/action/input.js
var input = __webpack_require__(6583);
// EXTERNAL MODULE: ./lib/kit/action/input-map.js
var input_map = __webpack_require__(9148);
// EXTERNAL MODULE: ./lib/kit/release/only-input.js
var only_input = __webpack_require__(1303);
;// CONCATENATED MODULE: ./lib/kit/providers/hosts/names.js
/** The hosts that this suite knows; `hosts.ts` has one opener for each. */
const hostNames = ["vercel", "command"];

// EXTERNAL MODULE: ./lib/kit/parts/web/origins.js
var origins = __webpack_require__(8007);
;// CONCATENATED MODULE: ./lib/kit/parts/web/inputs.js





/** What `plan`, `deploy-web` and `rollback` need to know of a target's web app. */
const webInputs = {
    host: (0,input/* oneOf */.yL)(hostNames, { description: "Where the web app lives.", default: "vercel" }),
    origins: (0,origins/* origins */.kt)({
        description: "What browsers ask for: `app.example.com` means https; `http://` only for loopback. Each must serve the release.",
    }),
    "host-origins": origins/* hostOrigins */.Ug,
    artifact: (0,input/* optional */.lq)((0,input/* text */.Qq)({ description: "Folder that `build` made (artifact.json and site/), its output `path`." })),
    "required-env": (0,input_map/* record */.g1)({
        description: "More variables and values that build and host must agree with, beyond those of `build`.",
        default: "{}",
    }),
    only: only_input/* onlyInput */.b,
    "host-project": (0,input/* optional */.lq)((0,input/* text */.Qq)({ description: "Project at the host (Vercel: id or name)." })),
    "host-team": (0,input/* optional */.lq)((0,input/* text */.Qq)({ description: "Team at the host (Vercel: team id or slug)." })),
    "host-token": (0,input/* optional */.lq)((0,input/* secret */.rJ)({ description: "Token for the host; reading is enough for `plan`." })),
    "host-api-url": (0,input/* url */.OZ)({ description: "Base URL of the host's API.", default: "https://api.vercel.com" }),
    "protection-bypass": (0,input/* optional */.lq)((0,input/* secret */.rJ)({ description: "Secret with which probes pass the host's deployment protection." })),
    assets: (0,input/* text */.Qq)({
        description: "Folder of the site whose file names carry a hash: cached for ever, 404 when missing.",
        default: "assets",
    }),
    "auto-assign": (0,input/* flag */.Jt)({
        description: "Whether the Vercel project is supposed to auto-assign its domains. When it is, finding it off means that a rollback has pinned production.",
        default: "true",
    }),
    unpin: (0,input/* flag */.Jt)({ description: "Promote although production is pinned by a rollback.", default: "false" }),
    command: (0,input/* text */.Qq)({
        description: "Host `command`: what deploys the site. It finds it in `ROLLOUT_SITE`.",
        default: "npm run deploy:web",
    }),
    "command-env": (0,input_map/* record */.g1)({
        description: "Host `command`: its environment; it gets nothing else of the job.",
        default: "{}",
    }),
    "command-token": (0,input/* optional */.lq)((0,input/* text */.Qq)({ description: "Host `command`: name of the variable in which it gets `host-token`." })),
    "undo-command": (0,input/* optional */.lq)((0,input/* text */.Qq)({ description: "Host `command`: what brings the site back that was live before." })),
    "ready-timeout": (0,input/* duration */.p0)({
        description: "How long a staged deployment may take to be ready.",
        default: "10m",
    }),
    "verify-timeout": (0,input/* duration */.p0)({
        description: "How long domains and origins may take to serve the release.",
        default: "3m",
    }),
    "poll-interval": (0,input/* duration */.p0)({ description: "Time between two looks.", default: "2s" }),
};


/***/ }),

/***/ 3566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ childEnv)
/* harmony export */ });
const inherited = [
    "PATH",
    "HOME",
    "LANG",
    "LC_ALL",
    "TMPDIR",
    "SHELL",
    "USER",
    "CI",
    "TZ",
    "NODE_EXTRA_CA_CERTS",
    // Where a machine has its browsers and what they need to start; a setup step says so.
    "PLAYWRIGHT_BROWSERS_PATH",
    "LD_LIBRARY_PATH",
    "FONTCONFIG_PATH",
];
/** The environment that a child of an action gets: what any program needs, what is declared, and no token. */
function childEnv(env, declared = {}) {
    const kept = inherited.flatMap((name) => {
        const value = env[name];
        return value === undefined ? [] : [[name, value]];
    });
    return { ...Object.fromEntries(kept), ...declared };
}


/***/ }),

/***/ 7096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ projectApi)
/* harmony export */ });
/* harmony import */ var _ports_json_api_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4232);

/** A caller for the Management API whose refused token is explained by what it should be allowed to do. */
function projectApi(world, { supabaseApiUrl, supabaseAccessToken }, { attempts, mustBeAble }) {
    return (0,_ports_json_api_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonApi */ .Z)(world, {
        name: "Supabase",
        baseUrl: supabaseApiUrl,
        headers: { authorization: `Bearer ${supabaseAccessToken}` },
        tokenHint: `Pass a token that may ${mustBeAble} as \`supabase-access-token\` (https://supabase.com/dashboard/account/tokens).`,
        attempts,
    });
}


/***/ }),

/***/ 1303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ onlyInput)
/* harmony export */ });
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6583);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6848);


/** Shared by `plan`, which slices the chain by it, and `deploy-web`, which then deploys what is live already. */
const onlyInput = (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)(_phases_js__WEBPACK_IMPORTED_MODULE_1__/* .gatedPhases */ .oY, {
    description: "Do only this phase and what follows from it. `deploy-web` then builds and deploys the site again although it is live, and sets a required value that the host holds otherwise.",
}));


/***/ })

};
