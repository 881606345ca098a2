export const id = 131;
export const ids = [131];
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
/* harmony import */ var _kit_action_shared_outputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6793);
/* harmony import */ var _kit_action_spec_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5596);
/* harmony import */ var _kit_parts_checks_health_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2983);
/* harmony import */ var _kit_parts_database_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6134);
/* harmony import */ var _kit_release_gates_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9570);






const spec = (0,_kit_action_spec_js__WEBPACK_IMPORTED_MODULE_5__/* .defineAction */ .Q)({
    name: "migrate",
    title: "Migrate",
    description: "Applies the pending migrations in order, each in one transaction with its row in the Supabase CLI's ledger; refuses what loses data or breaks live code.",
    inputs: {
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .placeInputs */ .vb,
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .releaseInputs */ .zy,
        gates: (0,_kit_release_gates_js__WEBPACK_IMPORTED_MODULE_4__/* .gatesInput */ .R)("What the environments of the phases must have, as declared for the target."),
        ..._kit_parts_database_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .databaseInputs */ .d,
        ..._kit_parts_checks_health_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .projectInputs */ .tX,
        ..._kit_parts_checks_health_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .healthInputs */ .Q2,
    },
    outputs: {
        ..._kit_action_shared_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .phaseOutputs */ .A,
        applied: "JSON list of the versions that were applied.",
        head: "The newest version in the ledger.",
    },
});


/***/ })

};
