export const id = 421;
export const ids = [421];
export const modules = {

/***/ 1131:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./lib/kit/action/run.js + 11 modules
var run = __webpack_require__(7098);
// EXTERNAL MODULE: ./lib/kit/parts/checks/health.js + 1 modules
var checks_health = __webpack_require__(8433);
// EXTERNAL MODULE: ./lib/kit/parts/checks/health-inputs.js
var health_inputs = __webpack_require__(2983);
// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(5304);
// EXTERNAL MODULE: ./lib/kit/ports/retry.js
var retry = __webpack_require__(3073);
// EXTERNAL MODULE: ./lib/kit/parts/database/compare-ledger.js
var compare_ledger = __webpack_require__(6028);
// EXTERNAL MODULE: ./lib/kit/judge/place.js
var judge_place = __webpack_require__(8283);
// EXTERNAL MODULE: ./lib/kit/judge/not-transactional.js
var not_transactional = __webpack_require__(2945);
// EXTERNAL MODULE: ./lib/kit/judge/walk.js
var walk = __webpack_require__(3039);
// EXTERNAL MODULE: ./lib/kit/parts/database/ledger.js
var ledger = __webpack_require__(7018);
;// CONCATENATED MODULE: ./lib/kit/parts/database/run-file.js




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

// EXTERNAL MODULE: ./lib/kit/parts/database/sql-error.js
var sql_error = __webpack_require__(1232);
;// CONCATENATED MODULE: ./lib/kit/parts/database/explain-failure.js




/** What failed, where in the file, what is there now, and what to do. */
function explainFailure(thrown, step, standing) {
    if (thrown instanceof user_error/* UserError */.yo)
        return thrown;
    const failed = thrown instanceof StatementFailed ? thrown : undefined;
    const error = (0,sql_error/* readSqlError */.Xk)(failed?.cause ?? thrown);
    const lock = error.code === sql_error/* lockNotAvailable */.eX;
    const parts = [
        `${placeOf(step, failed, error)}: ${(0,sql_error/* sayError */.Iq)(error)}.`,
        stateOf(failed, error, standing),
        remaining(standing),
    ];
    return new user_error/* UserError */.yo(lock ? "PR415" : "PR413", parts.join(" "), fixOf(error, standing, lock), {
        cause: thrown,
    });
}
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

// EXTERNAL MODULE: ./lib/kit/parts/database/plan-database.js + 18 modules
var plan_database = __webpack_require__(7033);
// EXTERNAL MODULE: ./lib/kit/parts/database/session.js
var database_session = __webpack_require__(7291);
;// CONCATENATED MODULE: ./lib/kit/parts/database/stop.js
/**
 * While a file runs: when the runner asks to stop, asks the server to cancel the statement, from a second
 * connection. Gives the function that ends this.
 */
async function cancelOnStop(world, database, url) {
    const [row] = await database.query("select pg_catalog.pg_backend_pid() as pid");
    const onStop = () => {
        cancel(world, url, row?.["pid"]).catch(() => {
            world.log.warn("The running statement could not be cancelled; the server ends it when we are gone.");
        });
    };
    world.signal.addEventListener("abort", onStop, { once: true });
    return () => world.signal.removeEventListener("abort", onStop);
}
async function cancel(world, url, pid) {
    world.log.info("Asked to stop: cancelling the running statement.");
    const other = await world.connect(url, "prism-rollout cancel");
    try {
        await other.query("select pg_catalog.pg_cancel_backend($1)", [pid]);
    }
    finally {
        await other.close();
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/kit/parts/database/turn.js


const pause = 1000;
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
        await world.clock.sleep(Math.min(pause, Math.max(50, until - world.clock.now())), world.signal);
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

;// CONCATENATED MODULE: ./lib/kit/parts/database/apply-migrations.js











/**
 * Applies what is left of the plan, a file after the other, each with its row in the ledger and its receipt.
 * Only one migration of a database runs at a time. Another one that ended meanwhile may have done a part.
 * @throws {UserError} PR411 to PR415 saying what is applied and recorded, and what is not.
 */
async function applyMigrations(inputs, inspection, { steps }, journal, world) {
    const database = await (0,database_session/* openSession */.fA)(world, inputs.databaseUrl);
    const session = { database, inputs, world, inspection, journal };
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
        throw world.signal.aborted && !(error instanceof user_error/* UserError */.yo) ? stopped({ steps, done: 0 }) : error;
    }
    finally {
        await database.close().catch(() => undefined);
    }
}
/** The ledger again, now that nobody else writes it. */
async function stillPending({ database, inputs, inspection }) {
    const rows = await (0,ledger/* readLedger */.SC)(database);
    const compared = (0,compare_ledger/* compareLedger */.X)(inspection.parser, inspection.files, rows, inputs);
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
/** One try. A lock that was not to be had is worth another, as long as nothing of the file stays. */
async function attempt({ database, inputs, world }, { file, pieces, execution }) {
    const row = { version: file.version, name: file.name, statements: pieces };
    const calm = await cancelOnStop(world, database, inputs.databaseUrl);
    try {
        await runFile(database, execution, row, inputs);
        return { value: true };
    }
    catch (error) {
        const again = error instanceof StatementFailed && error.undone && (0,sql_error/* readSqlError */.Xk)(error.cause).code === sql_error/* lockNotAvailable */.eX;
        if (!again || world.signal.aborted)
            throw error;
        return { again: error };
    }
    finally {
        calm();
    }
}
/** Looks with a fresh eye: the connection may be what broke, and the server may have gone on. */
async function failure({ inputs, world, inspection }, step, standing, error) {
    const seen = await (0,database_session/* withSession */.fQ)(world, inputs.databaseUrl, async (database) => ({
        recorded: (await (0,ledger/* readLedger */.SC)(database)).some(({ version }) => version === step.file.version),
        invalid: (await (0,ledger/* invalidIndexes */.We)(database)).filter((name) => !inspection.invalid.includes(name)),
    })).catch(() => ({}));
    const now = { ...standing, ...seen };
    const half = error instanceof StatementFailed && !error.undone;
    return world.signal.aborted && !half ? stopped(now) : explainFailure(error, step, now);
}
function refuseStopped({ signal }, standing) {
    if (signal.aborted)
        throw stopped(standing);
}
function stopped(standing) {
    return new user_error/* UserError */.yo("PR413", `Stopped as asked. ${remaining(standing)}`, "Nothing is half done: run this job again, and it continues where it stopped.");
}

;// CONCATENATED MODULE: ./lib/kit/parts/database/prove-migrations.js


/** Asks the database, in a session of its own: what another session did not commit cannot be seen there. */
async function proveMigrations(inputs, { invalid }, { steps, waived }, world) {
    const now = await (0,database_session/* withSession */.fQ)(world, inputs.databaseUrl, async (database) => ({
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

// EXTERNAL MODULE: ./lib/kit/release/enter-phase.js + 1 modules
var enter_phase = __webpack_require__(6552);
;// CONCATENATED MODULE: ./lib/actions/migrate/migrate.js






/** Inspect, compare with what was approved, apply, prove. */
async function migrate(inputs, world) {
    const inspection = await (0,plan_database/* inspectDatabase */.IE)(inputs, world);
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
const main = (specs) => (0,run/* runAction */.C)(spec/* spec */.I, migrate, specs);


/***/ }),

/***/ 5750:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ spec)
/* harmony export */ });
/* harmony import */ var _kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7906);
/* harmony import */ var _kit_action_spec_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5596);
/* harmony import */ var _kit_parts_checks_health_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2983);
/* harmony import */ var _kit_parts_database_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6134);
/* harmony import */ var _kit_release_gates_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9570);





const spec = (0,_kit_action_spec_js__WEBPACK_IMPORTED_MODULE_4__/* .defineAction */ .Q)({
    name: "migrate",
    title: "Migrate",
    description: "Applies the pending migrations in order, each in one transaction with its row in the Supabase CLI's ledger; refuses what loses data or breaks live code.",
    inputs: {
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .placeInputs */ .vb,
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .releaseInputs */ .zy,
        gates: (0,_kit_release_gates_js__WEBPACK_IMPORTED_MODULE_3__/* .gatesInput */ .R)("What the environments of the phases must have, as declared for the target."),
        ..._kit_parts_database_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .databaseInputs */ .d,
        ..._kit_parts_checks_health_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .projectInputs */ .tX,
        ..._kit_parts_checks_health_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .healthInputs */ .Q2,
    },
    outputs: {
        verdict: "pass | fail | inconclusive | error",
        evidence: "JSON list of «x of n …» lines.",
        work: "none | some",
        digest: "Digest of what was decided.",
        started: "`true` once the first change was begun.",
        receipt: "The last receipt, if it has at most 8 KiB.",
        applied: "JSON list of the versions that were applied.",
        head: "The newest version in the ledger.",
    },
});


/***/ }),

/***/ 9148:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gh: () => (/* binding */ recordOfLists),
/* harmony export */   g1: () => (/* binding */ record),
/* harmony export */   oW: () => (/* binding */ mapFromText)
/* harmony export */ });
/* harmony import */ var _input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6583);

/** Texts by name: a YAML mapping, or in `with:` the same mapping as YAML text. A null value is an empty text. */
function record(texts) {
    return mapOf(texts, "mapping of texts", { type: ["string", "number", "boolean", "null"] }, (value) => (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(value) ? String(value) : value === null ? "" : undefined);
}
/** Lists of texts by name. */
function recordOfLists(texts) {
    const items = { type: ["array", "string"], items: { type: ["string", "number", "boolean"] } };
    return mapOf(texts, "mapping of lists", items, (value) => typeof value === "string" ? (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .splitList */ .ry)(value) : isTexts(value) ? value.map(String) : undefined);
}
function isTexts(value) {
    return Array.isArray(value) && value.every(_input_js__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn);
}
function mapOf({ description, default: fallback }, kind, values, read) {
    const refused = { expected: `a ${kind}`, write: "{ NAME: value }" };
    const parse = (raw) => {
        const map = typeof raw === "string" ? mapFromText(raw) : raw;
        if (typeof map !== "object" || map === null || Array.isArray(map))
            return refused;
        const entries = Object.entries(map).map(([key, value]) => [key, read(value)]);
        const bad = entries.find(([, value]) => value === undefined);
        if (bad)
            return { ...refused, expected: `a ${kind}; ${bad[0]} is not one` };
        return { value: Object.fromEntries(entries) };
    };
    const schema = { type: ["object", "string"], additionalProperties: values };
    const common = { description, secret: false, kind, schema, parse };
    return fallback === undefined ? { ...common, required: true } : { ...common, required: false, fallback };
}
/**
 * What `with:` holds for a mapping: one `NAME: value` a line, or JSON. YAML's own parser is not used here,
 * since every action would have to load it; lists are written with commas.
 */
function mapFromText(raw) {
    if (raw.trim() === "")
        return {};
    if (raw.trim().startsWith("{")) {
        try {
            return JSON.parse(raw);
        }
        catch {
            return undefined;
        }
    }
    const lines = raw.split("\n").filter((line) => line.trim() !== "");
    const pairs = lines.map((line) => /^\s*([^:\s]+)\s*:\s*(.*?)\s*$/.exec(line));
    if (pairs.some((pair) => pair === null))
        return undefined;
    return Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? "", unquoted(pair?.[2] ?? "")]));
}
function unquoted(value) {
    return /^(["']).*\1$/.test(value) ? value.slice(1, -1) : value;
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


/***/ })

};
