export const id = 822;
export const ids = [822];
export const modules = {

/***/ 9137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ suggest)
/* harmony export */ });
/** The known word that a misspelt one most likely meant, if one is near enough (a third of its letters). */
function suggest(word, known) {
    const near = known
        .map((candidate) => ({ candidate, away: distance(word.toLowerCase(), candidate.toLowerCase()) }))
        .sort((a, b) => a.away - b.away)[0];
    if (near === undefined || near.away > Math.max(1, Math.floor(word.length / 3)))
        return undefined;
    return near.candidate;
}
/** Levenshtein's distance, a row at a time. */
function distance(from, to) {
    let row = Array.from({ length: to.length + 1 }, (_, index) => index);
    for (const [i, letter] of Array.from(from).entries()) {
        const next = [i + 1];
        for (const [j, other] of Array.from(to).entries()) {
            const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
            next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
        }
        row = next;
    }
    return row[to.length] ?? 0;
}


/***/ }),

/***/ 2945:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ isNotTransactional),
/* harmony export */   z: () => (/* binding */ isConcurrently)
/* harmony export */ });
/* harmony import */ var _walk_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3039);

const yes = () => true;
/** What PostgreSQL refuses inside of a transaction block. */
const tests = {
    IndexStmt: ({ concurrent }) => concurrent === true,
    DropStmt: ({ concurrent }) => concurrent === true,
    ReindexStmt: ({ params, kind }) => has(params, "concurrently") ||
        ["REINDEX_OBJECT_DATABASE", "REINDEX_OBJECT_SCHEMA", "REINDEX_OBJECT_SYSTEM"].includes(kind ?? ""),
    VacuumStmt: ({ is_vacuumcmd: vacuum }) => vacuum === true,
    ClusterStmt: ({ relation }) => relation === undefined,
    AlterSystemStmt: yes,
    CreatedbStmt: yes,
    DropdbStmt: yes,
    CreateTableSpaceStmt: yes,
    DropTableSpaceStmt: yes,
    CreateSubscriptionStmt: yes,
    DropSubscriptionStmt: yes,
    DiscardStmt: ({ target }) => target === "DISCARD_ALL",
    AlterTableStmt: ({ cmds }) => (cmds ?? []).some((node) => {
        const command = (0,_walk_js__WEBPACK_IMPORTED_MODULE_0__.as)(node, "AlterTableCmd");
        return (command?.subtype === "AT_DetachPartition" && (0,_walk_js__WEBPACK_IMPORTED_MODULE_0__.as)(command.def, "PartitionCmd")?.concurrent === true);
    }),
};
function isNotTransactional(node) {
    const [type, value] = Object.entries(node)[0] ?? ["", undefined];
    const test = tests[type];
    return test?.(value) ?? false;
}
/** Whether it is one that builds an index beside the live one: it must be given time, not a lock limit. */
function isConcurrently(node) {
    return !["AlterSystemStmt", "VariableSetStmt"].some((type) => type in node) && isNotTransactional(node);
}
function has(params, name) {
    return (params ?? []).some((node) => (0,_walk_js__WEBPACK_IMPORTED_MODULE_0__.as)(node, "DefElem")?.defname === name);
}


/***/ }),

/***/ 9317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ loadParser)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3136);
var __rewriteRelativeImportExtension = (undefined && undefined.__rewriteRelativeImportExtension) || function (path, preserveJsx) {
    if (typeof path === "string" && /^\.\.?\//.test(path)) {
        return path.replace(/\.(tsx)$|((?:\.d)?)((?:\.[^./]+?)?)\.([cm]?)ts$/i, function (m, tsx, d, ext, cm) {
            return tsx ? preserveJsx ? ".jsx" : ".js" : d && (!ext || !cm) ? m : (d + ext + "." + cm.toLowerCase() + "js");
        });
    }
    return path;
};



/**
 * Loads the parser: from `vendor/libpg-query/` beside the bundle, else from the installed package (sources,
 * lib). ncc would lose its WebAssembly, so it must not see this import.
 */
async function loadParser() {
    const vendored = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(import.meta.dirname, "vendor/libpg-query/libpg-query.js");
    const from = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(vendored) ? (0,node_url__WEBPACK_IMPORTED_MODULE_2__.pathToFileURL)(vendored).href : "libpg-query/wasm/libpg-query.js";
    const { default: open } = (await import(__rewriteRelativeImportExtension(/* webpackIgnore: true */ from)));
    const wasm = await open();
    return {
        parse: (sql) => (sql === "" ? [] : parse(wasm, sql)),
        parseBody: (sql) => json(ask(wasm, sql, "_wasm_parse_plpgsql")),
        scan: (sql) => {
            const found = json(ask(wasm, sql, "_wasm_scan"));
            return typeof found === "string" ? undefined : (found.tokens ?? []);
        },
    };
}
/** Fields of the C struct: parse tree, stderr, error; and of the error: message, function, file, line, cursor. */
const fields = { tree: 0, error: 8, message: 0, cursor: 16 };
function parse(wasm, sql) {
    const pointer = passed(wasm, sql);
    const result = call(wasm, "_wasm_parse_query_raw", pointer);
    try {
        const error = wasm.getValue(result + fields.error, "i32");
        if (error !== 0) {
            const cursor = wasm.getValue(error + fields.cursor, "i32");
            const message = wasm.UTF8ToString(wasm.getValue(error + fields.message, "i32"));
            return { message, at: Math.max(0, cursor - 1) };
        }
        const tree = JSON.parse(wasm.UTF8ToString(wasm.getValue(result + fields.tree, "i32")));
        const length = Buffer.byteLength(sql);
        return (tree.stmts ?? []).map(({ stmt, stmt_location: start = 0, stmt_len: size }) => ({
            node: stmt,
            start,
            end: size === undefined ? length : start + size,
        }));
    }
    finally {
        call(wasm, "_free", pointer);
        call(wasm, "_wasm_free_parse_result", result);
    }
}
function ask(wasm, sql, name) {
    const pointer = passed(wasm, sql);
    const result = call(wasm, name, pointer);
    try {
        return wasm.UTF8ToString(result);
    }
    finally {
        call(wasm, "_free", pointer);
        call(wasm, "_wasm_free_string", result);
    }
}
function passed(wasm, sql) {
    const size = wasm.lengthBytesUTF8(sql) + 1;
    const pointer = call(wasm, "_malloc", size);
    wasm.stringToUTF8(sql, pointer, size);
    return pointer;
}
function call(wasm, name, argument) {
    const run = wasm[name];
    if (!run)
        throw new Error(`The SQL parser has no ${name}: another version of libpg-query is installed.`);
    return run(argument);
}
/** Success is always a JSON object; anything else is a message. */
function json(answer) {
    return answer.startsWith("{") ? JSON.parse(answer) : answer;
}


/***/ }),

/***/ 8283:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gm: () => (/* binding */ placeOfCharacter),
/* harmony export */   oX: () => (/* binding */ indexText),
/* harmony export */   zU: () => (/* binding */ excerptOf)
/* harmony export */ });
/** Reads the text once; what is asked of it later is quick. */
function indexText(text) {
    const bytes = Buffer.from(text);
    const starts = [0];
    for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1))
        starts.push(at + 1);
    const slice = (start, end = bytes.length) => bytes.subarray(start, end).toString("utf8");
    return {
        text,
        slice,
        place: (byte) => {
            const line = lastUpTo(starts, byte);
            return { line: line + 1, column: slice(starts[line] ?? 0, byte).length + 1 };
        },
        line: (number) => slice(starts[number - 1] ?? bytes.length, (starts[number] ?? bytes.length + 1) - 1),
    };
}
/** Where a character (code point, from 0) is, as PostgreSQL counts the positions of its errors. */
function placeOfCharacter(text, character) {
    let index = 0;
    for (let seen = 0; seen < character && index < text.length; seen += 1) {
        index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
    }
    const before = text.slice(0, index);
    return { line: before.split("\n").length, column: index - before.lastIndexOf("\n") };
}
/** The beginning of a statement on one line. */
function excerptOf(sql, longest = 80) {
    const line = sql
        .slice(0, 4 * longest)
        .replace(/\s+/g, " ")
        .trim();
    return line.length <= longest ? line : `${line.slice(0, longest - 1)}…`;
}
/** Index of the last of sorted numbers that is not above `limit`. */
function lastUpTo(sorted, limit) {
    let [low, high] = [0, sorted.length - 1];
    while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if ((sorted[middle] ?? 0) <= limit)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}


/***/ }),

/***/ 3039:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ walk),
/* harmony export */   as: () => (/* binding */ as)
/* harmony export */ });
/* unused harmony export contains */
/** What is inside of these is stored, not run: bodies of functions and rules. */
const notRun = new Set(["CreateFunctionStmt", "RuleStmt"]);
/** The node's fields if it is of that type. */
function as(node, type) {
    return node?.[type];
}
/**
 * Calls `visit` for every node that runs, outer before inner. A key with a capital letter names a node's
 * type; other keys are fields.
 */
function walk(tree, visit) {
    if (Array.isArray(tree)) {
        for (const item of tree)
            walk(item, visit);
        return;
    }
    if (typeof tree !== "object" || tree === null)
        return;
    for (const [key, value] of Object.entries(tree)) {
        const isNode = /^[A-Z]/.test(key);
        if (isNode)
            visit(key, value);
        if (!(isNode && notRun.has(key)))
            walk(value, visit);
    }
}
/** Whether a node of one of these types is anywhere inside. */
function contains(tree, types) {
    let found = false;
    walk(tree, (type) => {
        found ||= types.has(type);
    });
    return found;
}


/***/ }),

/***/ 8412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ announceGate),
  R: () => (/* binding */ announcing)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/kit/release/formats.js
var formats = __webpack_require__(5610);
// EXTERNAL MODULE: ./lib/kit/release/phases.js
var phases = __webpack_require__(6848);
// EXTERNAL MODULE: ./lib/kit/release/slice.js
var release_slice = __webpack_require__(3580);
;// CONCATENATED MODULE: ./lib/kit/notify/next-gate.js


/** The gate at which a release waits next: after a phase, or from its beginning. A phase without work passes none. */
function nextGate({ gates, parts }, slice, after) {
    const from = after === undefined ? 0 : phases/* phaseNames */.k1.indexOf(after) + 1;
    const busy = phases/* phaseNames */.k1
        .slice(from)
        .filter((phase) => !(0,release_slice/* isOutside */._K)(slice, phase))
        .find((phase) => parts.some((part) => part.phase === phase && part.work === "some"));
    const gate = gates.find(({ phase }) => phase === busy);
    return gate?.declared === "none" ? undefined : gate;
}

// EXTERNAL MODULE: ./lib/kit/notify/notification.js
var notification = __webpack_require__(9873);
// EXTERNAL MODULE: ./lib/kit/notify/send.js + 1 modules
var send = __webpack_require__(1183);
;// CONCATENATED MODULE: ./lib/kit/notify/announce.js






/** Tells that the release begins to wait: `after` a phase, or once it is planned. Nothing where it goes on by itself. */
async function announceGate(plan, { slice, after }, inputs, world) {
    const gate = nextGate(plan, slice, after);
    if (gate === undefined || inputs.notifyUrl === undefined)
        return;
    const { target, release, parts } = plan;
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
        gate: gate.environment,
    }, world.context);
    await (0,send/* send */.t)(inputs, told, world);
}
/**
 * A phase that tells, once it has done its work well, at which gate the release waits now. The plan that it was
 * given knows the gates; without one it stands alone, and nothing waits.
 */
function announcing(phase, work) {
    return async (inputs, world) => {
        const done = await work(inputs, world);
        const { plan: file } = inputs;
        if (done.report.verdict !== "pass" || file === undefined || inputs.notifyUrl === undefined)
            return done;
        await (0,send/* quietly */.g)(world, async () => {
            const text = await (0,promises_.readFile)((0,external_node_path_.resolve)(world.root, file), "utf8");
            const plan = (0,formats/* readFormat */.C$)("plan", text, file);
            const had = plan.parts.some((part) => part.phase === phase && part.work === "some");
            if (had)
                await announceGate(plan, { slice: inputs.slice, after: phase }, inputs, world);
        });
        return done;
    };
}


/***/ }),

/***/ 8626:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EY: () => (/* binding */ nobodyKnows),
/* harmony export */   fG: () => (/* binding */ askRecord)
/* harmony export */ });
/* unused harmony export appliedByReleases */
/* harmony import */ var _release_record_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(113);
/* harmony import */ var _release_statuses_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8238);


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
        for await (const deployment of (0,_release_record_js__WEBPACK_IMPORTED_MODULE_0__/* .deployments */ .bg)(github, (0,_release_record_js__WEBPACK_IMPORTED_MODULE_0__/* .recordEnvironment */ .lk)(target), "rollout-receipt")) {
            if (open.size === 0)
                break;
            const receipt = (0,_release_record_js__WEBPACK_IMPORTED_MODULE_0__/* .documentOf */ .lM)(deployment, "receipt");
            if (receipt?.phase !== "migrate" || !open.has(receipt.component))
                continue;
            if ((await (0,_release_statuses_js__WEBPACK_IMPORTED_MODULE_1__/* .lastStatus */ .b)(github, deployment.id))?.state === "failure")
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

/***/ 6028:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pr: () => (/* binding */ meaningOf),
/* harmony export */   Qs: () => (/* binding */ rowsWithoutFile),
/* harmony export */   Xj: () => (/* binding */ compareLedger)
/* harmony export */ });
/* harmony import */ var _order_files_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(297);

/** Compares without judging the SQL; `known` are versions that this suite has applied. Editing an applied file is invisible to the Supabase CLI; here it is drift. */
function compareLedger(parser, files, rows, allowed, known = new Set()) {
    const missing = rowsWithoutFile(files, rows);
    const recorded = new Map(rows.map((row) => [row.version, row]));
    const applied = files.filter(({ version }) => recorded.has(version));
    const pending = files.filter(({ version }) => !recorded.has(version));
    const head = rows
        .map(({ version }) => version)
        .sort(_order_files_js__WEBPACK_IMPORTED_MODULE_0__/* .byBytes */ .b)
        .at(-1) ?? null;
    const contents = applied.map((file) => ({
        file,
        same: sameStatements(parser, file, recorded.get(file.version)?.statements ?? null),
    }));
    const unknown = contents.filter(({ same }) => same === undefined).map(({ file }) => file.version);
    return {
        head,
        pending,
        applied,
        ahead: missing.flatMap(({ version }) => (known.has(version) ? [version] : [])),
        drift: [
            ...missing.filter(({ version }) => !known.has(version)).map(unknownRow),
            ...contents.filter(({ same }) => same === false).map(({ file }) => edited(file)),
            ...pending.flatMap((file) => outOfTurn(file, head, allowed)),
        ],
        unverified: unknown.length === 0
            ? []
            : [
                `The ledger keeps no text of ${unknown.join(", ")}, so whether these files were edited cannot be told.`,
            ],
    };
}
/** What the database has, and this commit does not know. */
function rowsWithoutFile(files, rows) {
    const versions = new Set(files.map(({ version }) => version));
    return rows.filter(({ version }) => !versions.has(version));
}
function unknownRow({ version, name }) {
    return (`${version}${name ? ` (${name})` : ""} is recorded as applied, but has no file. ` +
        "If it was applied from another branch or the dashboard, add its file (`supabase migration fetch` writes it); " +
        `if it is not in the database, \`supabase migration repair --status reverted ${version}\` removes the row.`);
}
function edited({ path, version }) {
    return (`${path} was edited after it was applied: the ledger keeps another text. ` +
        "Put the file back as it was and make the change in a new file; if the database already is as the file says, " +
        `\`supabase migration repair --status applied ${version}\` records the new text.`);
}
function outOfTurn({ path, version }, head, { from, outOfOrder }) {
    if (from !== undefined && (0,_order_files_js__WEBPACK_IMPORTED_MODULE_0__/* .byBytes */ .b)(version, from) < 0) {
        return [
            `${path} is pending, but older than \`from: "${from}"\`. Lower \`from\` if this release is to apply it; ` +
                `if the database has it already, \`supabase migration repair --status applied ${version}\` records it.`,
        ];
    }
    if (head === null || (0,_order_files_js__WEBPACK_IMPORTED_MODULE_0__/* .byBytes */ .b)(version, head) > 0 || outOfOrder.includes(version))
        return [];
    return [
        `${path} is pending, but ${head} is applied already. Give it a newer version, ` +
            `or, if it does not depend on the order, allow it by \`out-of-order: ["${version}"]\`.`,
    ];
}
/** Undefined when the ledger has no text, or the lexer cannot read one of the two. */
function sameStatements(parser, { text }, statements) {
    const kept = statements === null || statements.length === 0 ? undefined : statements.join("\n;\n");
    const was = kept === undefined ? undefined : meaningOf(parser, kept);
    const is = meaningOf(parser, text);
    if (is === "" && was === undefined)
        return true;
    return was === undefined || is === undefined ? undefined : was === is;
}
/** The tokens, without comments and semicolons: how a text was split and wrapped says nothing. */
function meaningOf(parser, sql) {
    return parser
        .scan(sql.replaceAll("\r\n", "\n"))
        ?.filter(({ tokenName }) => !["SQL_COMMENT", "C_COMMENT", "ASCII_59"].includes(tokenName))
        .map(({ text }) => text)
        .join("\u0000");
}


/***/ }),

/***/ 9020:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ discoverMigrations)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5304);
/* harmony import */ var _release_canonical_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1820);
/* harmony import */ var _order_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(297);





/**
 * The migrations of a folder in the order in which they run.
 * @throws {UserError} PR105 when the folder is not there, PR416 with all that makes the order unclear.
 */
async function discoverMigrations(root, directory) {
    const { files, issues } = (0,_order_files_js__WEBPACK_IMPORTED_MODULE_4__/* .orderFiles */ .u)(await namesIn(root, directory));
    const read = await Promise.all(files.map((file) => readMigration(root, directory, file)));
    const unreadable = read.flatMap((one) => (typeof one === "string" ? [one] : []));
    const all = [...issues, ...unreadable];
    if (all.length > 0) {
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("PR416", `Migrations in ${directory} cannot be put in order:\n${all.map((line) => `  - ${line}`).join("\n")}`, "Rename or correct these files (one that is applied already: its version must stay).");
    }
    return read.flatMap((one) => (typeof one === "string" ? [] : [one]));
}
async function namesIn(root, directory) {
    try {
        const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, directory), { withFileTypes: true });
        return entries
            .filter((entry) => !entry.isDirectory() || entry.name.endsWith(".sql"))
            .map((entry) => entry.name);
    }
    catch (error) {
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("PR105", `The migrations' folder ${directory} is not there or cannot be read.`, "Name it by `directory` in the migrate section; it starts at `working-directory`.", { cause: error });
    }
}
async function readMigration(root, directory, { file, version, name }) {
    const bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, directory, file)).catch((error) => (0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .describe */ .q0)(error));
    if (typeof bytes === "string")
        return `${file}: cannot be read: ${bytes}`;
    const path = `${directory.replace(/^\.\/|\/+$/g, "")}/${file}`;
    try {
        // Drops a byte order mark, which the server would take for a syntax error.
        const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
        return { version, name, path, text, sha256: (0,_release_canonical_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .sc)(bytes) };
    }
    catch {
        return `${file}: not UTF-8 text`;
    }
}


/***/ }),

/***/ 6134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ databaseInputs)
/* harmony export */ });
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6583);

/** What `migrate` is told, and `plan` reads of its section. */
const databaseInputs = {
    "database-url": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .secret */ .rJ)({
        description: "Connection string of the database, `postgresql://…`: direct or through the session pooler (port 5432), never the transaction pooler (6543).",
    }),
    directory: (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: "Folder of the migrations.", default: "supabase/migrations" }),
    from: (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: 'The first version that a release may apply, in quotes as in the file\'s name (`"0008"`); a pending file older than it stops the release.',
    })),
    "out-of-order": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)({
        description: "Versions that may be applied although a newer one is recorded already. Any other stops the release.",
        default: "",
    }),
    "lock-timeout": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({
        description: "How long a statement may wait for a lock. While it waits, everybody behind it waits, too; then the file is rolled back and tried again.",
        default: "4s",
    }),
    "statement-timeout": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({ description: "How long one statement may take.", default: "10m" }),
    "lock-attempts": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd)({
        description: "How often a file is tried when a lock is not to be had.",
        default: "5",
        min: 1,
        max: 100,
    }),
    "lock-wait": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({
        description: "Pause before a file is tried again; doubles each time, up to a minute.",
        default: "5s",
    }),
    "turn-wait": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({
        description: "How long to wait for another migration of the same database to end.",
        default: "1m",
    }),
};


/***/ }),

/***/ 7018:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CM: () => (/* binding */ recordMigration),
/* harmony export */   IC: () => (/* binding */ ensureLedger),
/* harmony export */   SC: () => (/* binding */ readLedger),
/* harmony export */   We: () => (/* binding */ invalidIndexes),
/* harmony export */   zy: () => (/* binding */ readHead)
/* harmony export */ });
const table = "supabase_migrations.schema_migrations";
/** The ledger in the order of its versions; none where there is no ledger yet. Only reads. */
async function readLedger(database) {
    const columns = await columnsOf(database);
    if (!columns.has("version"))
        return [];
    const column = (name) => (columns.has(name) ? name : `null as ${name}`);
    const rows = await database.query(`select version, ${column("name")}, ${column("statements")} from ${table} order by version collate "C"`);
    return rows.map(({ version, name, statements }) => ({
        version: String(version),
        name: typeof name === "string" ? name : null,
        statements: Array.isArray(statements) ? statements.map(String) : null,
    }));
}
/** The newest recorded version. */
async function readHead(database) {
    const [row] = await database.query(`select max(version collate "C") as head from ${table}`);
    return typeof row?.["head"] === "string" ? row["head"] : null;
}
/** Makes the ledger as the Supabase CLI would, if it is not there; gives up rather than wait for a lock. */
async function ensureLedger(database) {
    const columns = await columnsOf(database);
    if (["version", "name", "statements"].every((name) => columns.has(name)))
        return;
    await database.script(`
    begin;
    set local lock_timeout = '4s';
    create schema if not exists supabase_migrations;
    create table if not exists ${table} (version text not null primary key);
    alter table ${table} add column if not exists statements text[];
    alter table ${table} add column if not exists name text;
    commit;
  `);
}
/** Records a migration as applied. Columns are named: their order differs by who made the table. */
async function recordMigration(database, { version, name, statements }) {
    await database.query(`insert into ${table} (version, name, statements) values ($1, $2, $3)`, [
        version,
        name,
        statements,
    ]);
}
async function columnsOf(database) {
    const rows = await database.query(`select attname from pg_catalog.pg_attribute
      where attrelid = pg_catalog.to_regclass('${table}') and attnum > 0 and not attisdropped`);
    return new Set(rows.map(({ attname }) => String(attname)));
}
/** Indexes that PostgreSQL does not use because building them was not finished, as `schema.name`. */
async function invalidIndexes(database) {
    const rows = await database.query(`select pg_catalog.format('%I.%I', n.nspname, c.relname) as name
       from pg_catalog.pg_index i
       join pg_catalog.pg_class c on c.oid = i.indexrelid
       join pg_catalog.pg_namespace n on n.oid = c.relnamespace
      where not i.indisvalid and c.relkind = 'i' order by 1`);
    return rows.map(({ name }) => String(name));
}


/***/ }),

/***/ 297:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ byBytes),
/* harmony export */   u: () => (/* binding */ orderFiles)
/* harmony export */ });
const pattern = /^([0-9]+)_(.*)\.sql$/;
/**
 * The order in which files run. The Supabase CLI skips files that are named otherwise, without an error; here
 * they are issues, as are versions that two files share and versions whose order as texts is not that of
 * their numbers (`10_b` would run before `9_a`). Files that are no SQL are left out.
 */
function orderFiles(names) {
    const sql = names.filter((name) => /\.sql$/i.test(name)).sort(byBytes);
    const named = sql.flatMap((file) => {
        const [, version, name] = pattern.exec(file) ?? [];
        return version === undefined || name === undefined ? [] : [{ file, version, name }];
    });
    const badly = sql
        .filter((file) => !pattern.test(file))
        .map((file) => `${file}: not named <digits>_<name>.sql, so the Supabase CLI would silently skip it`);
    const files = named.filter((file, index) => !(index === 0 && isLegacyInit(file))).sort(byVersion);
    return { files, issues: [...badly, ...duplicates(files), ...disorder(files)] };
}
/** Compares as bytes of UTF-8, unlike `<`, which compares UTF-16 units. */
function byBytes(a, b) {
    return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
function byVersion(a, b) {
    return byBytes(a.version, b.version) || byBytes(a.file, b.file);
}
function duplicates(files) {
    const byNumber = new Map();
    for (const file of files) {
        const same = byNumber.get(BigInt(file.version)) ?? [];
        byNumber.set(BigInt(file.version), [...same, file]);
    }
    return [...byNumber.values()]
        .filter((same) => same.length > 1)
        .map((same) => `${same.map(({ file }) => file).join(", ")}: the same version ${same.length} times`);
}
function disorder(files) {
    return files.flatMap((file, index) => {
        const next = files[index + 1];
        return next && BigInt(file.version) > BigInt(next.version)
            ? [
                `${file.file} would run before ${next.file}: versions compare as texts; give them the same number of digits`,
            ]
            : [];
    });
}
/** The CLI leaves out an `_init` of before it had migrations, when it is the first file. */
function isLegacyInit({ version, name }) {
    return name === "init" && version.length === 14 && version < "20211209000000";
}


/***/ }),

/***/ 4722:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  IE: () => (/* binding */ inspectDatabase),
  $C: () => (/* binding */ planDatabase),
  n6: () => (/* binding */ planMigrations),
  eS: () => (/* binding */ refuseDrift),
  Px: () => (/* binding */ refuseUnknownFrom)
});

// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(5304);
// EXTERNAL MODULE: ./lib/kit/judge/walk.js
var walk = __webpack_require__(3039);
;// CONCATENATED MODULE: ./lib/kit/judge/names.js

/** The parts of a qualified name: `[String, String]` becomes `["public", "t"]`. */
function partsOf(nodes) {
    return (nodes ?? []).map((node) => (0,walk.as)(node, "String")?.sval ?? "?");
}
/** `schema.name`; a name without a schema is taken to be in `public`. */
function qualified(parts) {
    return parts.length > 1 ? parts.slice(-2).join(".") : `public.${parts[0] ?? "?"}`;
}
/** `schema.name` of a relation; a temporary one is in `pg_temp`. */
function relationName(relation) {
    const schema = relation?.relpersistence === "t" ? "pg_temp" : (relation?.schemaname ?? "public");
    return `${schema}.${relation?.relname ?? "?"}`;
}
/** A type as it compares: without its schema if that is pg_catalog, with `[]` for arrays. */
function typeText(type) {
    const parts = partsOf(type?.names).filter((part) => part !== "pg_catalog");
    return `${parts.join(".")}${"[]".repeat(type?.arrayBounds?.length ?? 0)}`;
}
/** `schema.name(int4,text)`; `(?)` where the arguments are not given. */
function signature(object) {
    const types = (object.objargs ?? []).map((node) => typeText((0,walk.as)(node, "TypeName")));
    return `${qualified(partsOf(object.objname))}(${object.args_unspecified ? "?" : types.join(",")})`;
}

;// CONCATENATED MODULE: ./lib/kit/judge/bodies.js


/** What a `do` statement or a function runs, or undefined when it cannot be read. */
function partsOfBody(parser, node, text) {
    const options = (0,walk.as)(node, "DoStmt")?.args ?? (0,walk.as)(node, "CreateFunctionStmt")?.options ?? [];
    const language = bodies_option(options, "language") ?? "plpgsql";
    if (language === "sql")
        return [{ sql: bodies_option(options, "as") ?? "", whole: true, dynamic: false, line: 1 }];
    if (language !== "plpgsql")
        return undefined;
    const body = parser.parseBody(text);
    return typeof body === "string" ? undefined : collect(body, "", "", 1);
}
/** Byte in the file where the body's text begins. */
function bodyStart(node) {
    const options = (0,walk.as)(node, "DoStmt")?.args ?? [];
    return options.map((one) => (0,walk.as)(one, "DefElem")).find((one) => one?.defname === "as")?.location;
}
/** `schema.name` of the function that a statement makes. */
function functionName(node) {
    const made = (0,walk.as)(node, "CreateFunctionStmt");
    return made && qualified(partsOf(made.funcname));
}
function bodies_option(options, name) {
    const found = options.map((one) => (0,walk.as)(one, "DefElem")).find((one) => one?.defname === name)?.arg;
    return (0,walk.as)(found, "String")?.sval ?? (0,walk.as)((0,walk.as)(found, "List")?.items?.[0], "String")?.sval;
}
const dynamicStatements = new Set(["PLpgSQL_stmt_dynexecute", "PLpgSQL_stmt_dynfors"]);
/** `owner` is the statement that a field belongs to: its `query` is run as text if it is a dynamic one. */
function collect(tree, owner, field, line) {
    if (Array.isArray(tree))
        return tree.flatMap((item) => collect(item, owner, field, line));
    if (typeof tree !== "object" || tree === null)
        return [];
    const here = "lineno" in tree && typeof tree.lineno === "number" ? tree.lineno : line;
    return Object.entries(tree).flatMap(([key, value]) => {
        if (key === "PLpgSQL_expr") {
            const dynamic = field === "dynquery" || (field === "query" && dynamicStatements.has(owner));
            return expression(value, dynamic, here);
        }
        return key.startsWith("PLpgSQL_stmt_") ? collect(value, key, "", here) : collect(value, owner, key, here);
    });
}
/** Parse modes: 0 a statement, 2 an expression, 3 and more an assignment. */
function expression({ query = "", parseMode = 0 }, dynamic, line) {
    if (dynamic || parseMode === 0)
        return [{ sql: query, whole: !dynamic, dynamic, line }];
    if (parseMode === 2)
        return [{ sql: `SELECT ${query}`, whole: false, dynamic, line }];
    return [{ sql: `SELECT ${query.replace(/^[^=]*?:?=/, "")}`, whole: false, dynamic, line }];
}

// EXTERNAL MODULE: ./lib/kit/judge/not-transactional.js
var not_transactional = __webpack_require__(2945);
;// CONCATENATED MODULE: ./lib/kit/judge/execution.js


/** Decides how a file is run, or why it cannot be. */
function executionOf(text, { statements }) {
    const blocks = blocksOf(statements);
    if ("rule" in blocks)
        return blocks;
    const special = statements.find((statement) => (0,not_transactional/* isNotTransactional */.F)(statement.node));
    if (special) {
        const others = statements.filter((statement) => statement !== special && !isSetting(statement));
        if (others.length > 0)
            return { rule: "not-transactional", statement: special, thing: "" };
        return { mode: "steps", because: "alone", statements };
    }
    if (blocks.marks.length === 0)
        return { mode: "transaction", sql: text, statements };
    const [first, last] = [statements[0], statements.at(-1)];
    const whole = blocks.marks.length === 2 && blocks.marks[0] === first && blocks.marks[1] === last && !blocks.options;
    if (!whole)
        return { mode: "steps", because: "own", statements };
    return {
        mode: "transaction",
        sql: blocks.marks.reduce(blanked, text),
        statements: statements.slice(1, -1),
    };
}
function blocksOf(statements) {
    const marks = [];
    let open;
    let options = false;
    for (const statement of statements) {
        const control = (0,walk.as)(statement.node, "TransactionStmt");
        const problem = (thing) => ({ rule: "transaction-control", statement, thing });
        switch (control?.kind) {
            case undefined:
            case "TRANS_STMT_SAVEPOINT":
            case "TRANS_STMT_RELEASE":
            case "TRANS_STMT_ROLLBACK_TO":
                continue;
            case "TRANS_STMT_BEGIN":
            case "TRANS_STMT_START":
                if (open)
                    return problem("a BEGIN inside of a transaction");
                open = statement;
                options ||= (control.options ?? []).length > 0;
                break;
            case "TRANS_STMT_COMMIT":
                if (!open)
                    return problem("a COMMIT without its BEGIN");
                if (control.chain)
                    return problem("COMMIT AND CHAIN, which leaves a transaction open");
                open = undefined;
                break;
            case "TRANS_STMT_ROLLBACK":
            case "TRANS_STMT_PREPARE":
            case "TRANS_STMT_COMMIT_PREPARED":
            case "TRANS_STMT_ROLLBACK_PREPARED":
                return problem("a ROLLBACK or a prepared transaction: what it undoes would be recorded as applied");
        }
        marks.push(statement);
    }
    if (open)
        return { rule: "transaction-control", statement: open, thing: "a BEGIN without its COMMIT" };
    return { marks, options };
}
/** The text with a statement replaced by blanks, so that positions stay. */
function blanked(text, { start, end }) {
    const bytes = Buffer.from(text);
    const part = (from, to) => bytes.subarray(from, to).toString("utf8");
    return part(0, start) + part(start, end).replace(/[^\n]/gu, " ") + part(end);
}
function isSetting({ node }) {
    const setting = (0,walk.as)(node, "VariableSetStmt");
    return setting !== undefined && !setting.is_local;
}

// EXTERNAL MODULE: ./lib/kit/judge/place.js
var judge_place = __webpack_require__(8283);
;// CONCATENATED MODULE: ./lib/kit/judge/rules.js
const later = "Stop using it in this release, and drop it in a later one, once nothing that is live can ask for it.";
const expand = "Add the new one beside it, copy, let both live for a release, and drop the old one later.";
/** Every rule by which a statement is refused. Ids are what a waiver names; they stay for ever. */
const rules = {
    "drop-table": { effect: "loses data", why: "its rows are gone for ever", safe: later },
    "drop-column": { effect: "loses data", why: "its values are gone for ever", safe: later },
    "drop-schema": { effect: "loses data", why: "all that is in it is gone for ever", safe: later },
    "drop-database": { effect: "loses data", why: "all that is in it is gone for ever", safe: later },
    "drop-sequence": { effect: "loses data", why: "its position is gone for ever", safe: later },
    "drop-owned": {
        effect: "loses data",
        why: "it drops whatever the role owns",
        safe: "Drop single objects by name, in a later release.",
    },
    truncate: {
        effect: "loses data",
        why: "all rows are gone for ever",
        safe: "Delete by a WHERE that names what may go.",
    },
    "delete-without-where": {
        effect: "loses data",
        why: "all rows are gone for ever",
        safe: "Add a WHERE that names what may go.",
    },
    "update-without-where": {
        effect: "loses data",
        why: "the old values of all rows are gone for ever",
        safe: "Write into a new column, or add a WHERE that names the rows.",
    },
    "drop-view": {
        effect: "breaks clients",
        why: "whoever reads it fails at once",
        safe: "CREATE OR REPLACE VIEW keeps its columns and may add some at the end.",
    },
    "drop-function": {
        effect: "breaks clients",
        why: "whoever calls it fails at once, and its grants are gone",
        safe: "CREATE OR REPLACE FUNCTION with the same signature, or a second function beside it.",
    },
    "drop-type": { effect: "breaks clients", why: "whoever names it fails at once", safe: later },
    "drop-extension": { effect: "breaks clients", why: "all that it brought is gone", safe: later },
    "drop-policy": {
        effect: "breaks clients",
        why: "who may see or change rows is another at once",
        safe: "ALTER POLICY, or create it again under the same name in the same file.",
    },
    "drop-trigger": {
        effect: "breaks clients",
        why: "what it did no longer happens",
        safe: "CREATE OR REPLACE TRIGGER, or create it again under the same name in the same file.",
    },
    "drop-publication": { effect: "breaks clients", why: "its subscribers hear nothing more", safe: later },
    "drop-other": { effect: "breaks clients", why: "whatever uses it fails at once", safe: later },
    "detach-partition": { effect: "breaks clients", why: "its rows are no longer in the parent", safe: later },
    "rename-table": { effect: "breaks clients", why: "the live code asks for the old name", safe: expand },
    "rename-column": { effect: "breaks clients", why: "the live code asks for the old name", safe: expand },
    "rename-other": { effect: "breaks clients", why: "the live code asks for the old name", safe: expand },
    "move-schema": {
        effect: "breaks clients",
        why: "the live code asks for it in the old schema",
        safe: expand,
    },
    "alter-column-type": {
        effect: "breaks clients",
        why: "values may be cut or refused, the live code meets another type, and the table may be rewritten under a lock",
        safe: expand,
    },
    "opaque-sql": {
        effect: "cannot be judged",
        why: "what it runs is not in the file as text",
        safe: "Write the statements out, or EXECUTE constant text (format() with %I and %L is fine).",
    },
    "syntax-error": {
        effect: "cannot be run",
        why: "PostgreSQL's parser does not take it",
        safe: "Correct the SQL.",
    },
    "psql-only": {
        effect: "cannot be run",
        why: "only psql understands this, the server does not",
        safe: "Write plain SQL: INSERT instead of COPY FROM stdin, no backslash commands.",
    },
    "transaction-control": {
        effect: "cannot be run",
        why: "the file's BEGIN and COMMIT do not pair, so what is recorded as applied might not be there",
        safe: "Leave BEGIN, COMMIT and ROLLBACK out: every file is one transaction anyway.",
    },
    "not-transactional": {
        effect: "cannot be run",
        why: "it cannot run inside a transaction together with other statements",
        safe: "Put it alone into a file of its own.",
    },
    waiver: {
        effect: "cannot be run",
        why: "a waiver that does not say what and why, or that waives nothing, hides what happens",
        safe: "Write `-- rollout-allow: <rule> <reason>` directly above the statement.",
    },
};
/** Rules that a waiver may name: what can be run. */
function isWaivable(id) {
    return rules[id].effect !== "cannot be run";
}

;// CONCATENATED MODULE: ./lib/kit/judge/finding.js


/** A finding at a place of a file; `sql` is what its excerpt is taken from. */
function findingAt({ path: file }, { line, column, sql }, rule, thing) {
    const { effect, why, safe } = rules[rule];
    return { rule, effect, file, line, column, thing, excerpt: (0,judge_place/* excerptOf */.zU)(sql), why, safe };
}
/** What the parser objects to: a mistake, or something that only psql understands. */
function syntaxFinding(file, { message, at }) {
    const place = (0,judge_place/* placeOfCharacter */.Gm)(file.text, at);
    const lines = file.text.split("\n");
    const sql = lines[place.line - 1] ?? "";
    const before = lines.slice(0, place.line).join("\n");
    const psql = /^\s*\\/.test(sql) || /\bcopy\b[^;]*\bfrom\s+stdin\b/i.test(before);
    return findingAt(file, { ...place, sql }, psql ? "psql-only" : "syntax-error", message);
}
/** A zero byte ends the text for the parser and for the server, whatever stands behind it. */
function zeroByte(file) {
    const index = file.text.indexOf("\0");
    if (index === -1)
        return undefined;
    const place = (0,judge_place/* indexText */.oX)(file.text).place(Buffer.byteLength(file.text.slice(0, index)));
    const thing = "a zero byte, at which the server stops reading";
    return findingAt(file, { ...place, sql: "" }, "syntax-error", thing);
}

;// CONCATENATED MODULE: ./lib/kit/judge/check-alter.js


const commands = {
    AT_DropColumn: "drop-column",
    AT_AlterColumnType: "alter-column-type",
    AT_DetachPartition: "detach-partition",
};
function checkAlterTable({ relation, cmds, objtype }, { known }) {
    const table = relationName(relation);
    const kind = objtype === "OBJECT_TYPE" ? "type" : "table";
    return (cmds ?? []).flatMap((node) => {
        const command = (0,walk.as)(node, "AlterTableCmd");
        const rule = commands[command?.subtype ?? ""];
        if (rule === undefined)
            return [];
        const partition = (0,walk.as)(command?.def, "PartitionCmd")?.name;
        const thing = partition ? relationName(partition) : `${table}.${command?.name ?? "?"}`;
        return known.has(`${kind} ${table}`) || known.has(`column ${thing}`) ? [] : [{ rule, thing }];
    });
}

;// CONCATENATED MODULE: ./lib/kit/judge/check-drop.js


const kind = (name, rule, again = false) => ({ kind: name, rule, again });
const kinds = {
    OBJECT_TABLE: kind("table", "drop-table"),
    OBJECT_FOREIGN_TABLE: kind("table", "drop-table"),
    OBJECT_SCHEMA: kind("schema", "drop-schema"),
    OBJECT_SEQUENCE: kind("sequence", "drop-sequence"),
    OBJECT_VIEW: kind("view", "drop-view"),
    OBJECT_MATVIEW: kind("view", "drop-view"),
    OBJECT_FUNCTION: kind("function", "drop-function", true),
    OBJECT_PROCEDURE: kind("function", "drop-function", true),
    OBJECT_ROUTINE: kind("function", "drop-function", true),
    OBJECT_AGGREGATE: kind("function", "drop-function"),
    OBJECT_TYPE: kind("type", "drop-type"),
    OBJECT_DOMAIN: kind("type", "drop-type"),
    OBJECT_EXTENSION: kind("extension", "drop-extension"),
    OBJECT_POLICY: kind("policy", "drop-policy", true),
    OBJECT_TRIGGER: kind("trigger", "drop-trigger", true),
    OBJECT_EVENT_TRIGGER: kind("trigger", "drop-trigger", true),
    OBJECT_RULE: kind("trigger", "drop-trigger", true),
    OBJECT_PUBLICATION: kind("publication", "drop-publication"),
};
/** An index or statistics hold nothing of their own. */
const harmless = new Set(["OBJECT_INDEX", "OBJECT_STATISTIC_EXT"]);
function checkDrop({ objects, removeType = "OBJECT_TABLE" }, context) {
    if (harmless.has(removeType))
        return [];
    const { kind: what, rule, again } = kinds[removeType] ?? kind("other", "drop-other");
    return (objects ?? []).flatMap((object) => {
        const name = nameOf(object, what);
        const key = `${what} ${name}`;
        if (context.known.has(key) || (again && context.later.has(key)))
            return [];
        return [{ rule, thing: name }];
    });
}
const unqualified = new Set(["schema", "extension", "publication"]);
function nameOf(object, what) {
    const routine = (0,walk.as)(object, "ObjectWithArgs");
    if (routine)
        return signature(routine);
    const type = (0,walk.as)(object, "TypeName");
    if (type)
        return type.names && type.names.length > 1 ? typeText(type) : `public.${typeText(type)}`;
    const plain = (0,walk.as)(object, "String")?.sval;
    if (plain !== undefined)
        return plain;
    const parts = partsOf((0,walk.as)(object, "List")?.items);
    if (unqualified.has(what))
        return parts.join(".");
    // Policies, triggers and rules: the table's name, then their own.
    if (what === "policy" || what === "trigger") {
        return `${qualified(parts.slice(0, -1))}.${parts.at(-1) ?? "?"}`;
    }
    return qualified(parts);
}

;// CONCATENATED MODULE: ./lib/kit/judge/check-rename.js


/** Nobody asks for these by name. */
const internal = new Set([
    "OBJECT_INDEX",
    "OBJECT_TABCONSTRAINT",
    "OBJECT_DOMCONSTRAINT",
    "OBJECT_POLICY",
    "OBJECT_TRIGGER",
    "OBJECT_EVENT_TRIGGER",
    "OBJECT_RULE",
    "OBJECT_STATISTIC_EXT",
]);
const relations = {
    OBJECT_TABLE: "table",
    OBJECT_FOREIGN_TABLE: "table",
    OBJECT_VIEW: "view",
    OBJECT_MATVIEW: "view",
    OBJECT_SEQUENCE: "sequence",
};
function checkRename(value, { known }) {
    const { renameType = "OBJECT_TABLE", relation, subname, newname = "?" } = value;
    if (internal.has(renameType))
        return [];
    const table = relationName(relation);
    if (renameType === "OBJECT_COLUMN" || renameType === "OBJECT_ATTRIBUTE") {
        const from = `${table}.${subname ?? "?"}`;
        const own = ["table", "view", "type"].some((kind) => known.has(`${kind} ${table}`));
        if (own || known.has(`column ${from}`)) {
            known.rename(`column ${from}`, `column ${table}.${newname}`);
            return [];
        }
        return [{ rule: "rename-column", thing: `${from} to ${newname}` }];
    }
    const kind = relations[renameType];
    if (kind === undefined)
        return renameOther(value, known);
    if (known.has(`${kind} ${table}`)) {
        known.rename(`${kind} ${table}`, `${kind} ${table.split(".")[0] ?? "public"}.${newname}`);
        return [];
    }
    return [{ rule: "rename-table", thing: `${table} to ${newname}` }];
}
function renameOther(value, known) {
    const { object, subname, newname = "?" } = value;
    const routine = (0,walk.as)(object, "ObjectWithArgs");
    const parts = partsOf((0,walk.as)(object, "List")?.items);
    const name = routine ? signature(routine) : parts.length > 0 ? qualified(parts) : (subname ?? "?");
    const made = ["function", "type", "schema"].some((kind) => known.has(`${kind} ${name}`));
    return made ? [] : [{ rule: "rename-other", thing: `${name} to ${newname}` }];
}
function checkMove({ object, objectType, relation, newschema = "?" }, { known }) {
    const routine = (0,walk.as)(object, "ObjectWithArgs");
    const name = relation
        ? relationName(relation)
        : routine
            ? signature(routine)
            : qualified(partsOf((0,walk.as)(object, "List")?.items));
    const kind = relations[objectType ?? "OBJECT_TABLE"] ?? (routine ? "function" : "type");
    return known.has(`${kind} ${name}`) ? [] : [{ rule: "move-schema", thing: `${name} to ${newschema}` }];
}

;// CONCATENATED MODULE: ./lib/kit/judge/checks.js





const always = (rule, thing) => () => [{ rule, thing }];
/** A node type a row. A node without a row harms nobody. */
const checks = {
    DropStmt: checkDrop,
    AlterTableStmt: checkAlterTable,
    RenameStmt: checkRename,
    AlterObjectSchemaStmt: checkMove,
    AlterEnumStmt: ({ oldVal, newVal }) => oldVal === undefined ? [] : [{ rule: "rename-other", thing: `${oldVal} to ${newVal ?? "?"}` }],
    TruncateStmt: ({ relations }, context) => (relations ?? []).flatMap((node) => wholeTable("truncate", (0,walk.as)(node, "RangeVar"), context)),
    DeleteStmt: ({ relation, whereClause }, context) => narrows(whereClause) ? [] : wholeTable("delete-without-where", relation, context),
    UpdateStmt: (value, context) => checkUpdate(value, context),
    MergeStmt: (value, context) => checkMerge(value, context),
    DropOwnedStmt: always("drop-owned", "what the role owns"),
    DropdbStmt: always("drop-database", "a database"),
    DropRoleStmt: always("drop-other", "a role"),
    DropUserMappingStmt: always("drop-other", "a user mapping"),
    DropSubscriptionStmt: always("drop-other", "a subscription"),
    DropTableSpaceStmt: always("drop-other", "a tablespace"),
};
/** Every rule that a statement hits, also from inside of a WITH or an EXPLAIN ANALYZE. */
function check(statement, context) {
    const hits = [];
    (0,walk/* walk */.G)(statement, (type, value) => {
        const row = checks[type];
        if (row)
            hits.push(...row(value, context));
    });
    return hits;
}
function wholeTable(rule, relation, { known }) {
    const thing = relationName(relation);
    return known.has(`table ${thing}`) ? [] : [{ rule, thing }];
}
/** Filling columns that this change set has added overwrites nothing. */
function checkUpdate({ relation, whereClause, targetList }, context) {
    if (narrows(whereClause))
        return [];
    const columns = (targetList ?? []).map((node) => (0,walk.as)(node, "ResTarget")?.name ?? "?");
    const added = columns.every((name) => context.known.has(`column ${relationName(relation)}.${name}`));
    return added ? [] : wholeTable("update-without-where", relation, context);
}
function checkMerge({ relation, mergeWhenClauses }, context) {
    const deletesAll = (mergeWhenClauses ?? []).some((node) => {
        const clause = (0,walk.as)(node, "MergeWhenClause");
        return clause?.commandType === "CMD_DELETE" && clause.condition === undefined;
    });
    return deletesAll ? wholeTable("delete-without-where", relation, context) : [];
}
/** A condition that names no column is true for all rows or for none. */
function narrows(condition) {
    let names = false;
    (0,walk/* walk */.G)(condition, (type) => {
        names ||= type === "ColumnRef" || type === "SubLink" || type === "CurrentOfExpr";
    });
    return names;
}

;// CONCATENATED MODULE: ./lib/kit/judge/constant-text.js


/** Stands for a name or value that is only known when it runs. */
const someName = "rollout_some_name";
/**
 * The SQL that an `EXECUTE` expression comes to, names and values that are only known later replaced;
 * undefined where no text is in it at all.
 */
function constantText(parser, expression) {
    const parsed = parser.parse(`SELECT ${expression}`);
    if ("message" in parsed)
        return undefined;
    const target = (0,walk.as)((0,walk.as)(parsed[0]?.node, "SelectStmt")?.targetList?.[0], "ResTarget")?.val;
    const text = textOf(target);
    return text.trim() === someName ? undefined : text;
}
function textOf(node) {
    const constant = (0,walk.as)(node, "A_Const")?.sval?.sval;
    if (constant !== undefined)
        return constant;
    const operator = (0,walk.as)(node, "A_Expr");
    if (operator && partsOf(operator.name).at(-1) === "||") {
        return textOf(operator.lexpr) + textOf(operator.rexpr);
    }
    const cast = (0,walk.as)(node, "TypeCast")?.arg;
    if (cast)
        return textOf(cast);
    const call = (0,walk.as)(node, "FuncCall");
    const name = partsOf(call?.funcname).at(-1);
    if (name === "format")
        return format((call?.args ?? []).map(textOf));
    if (name === "concat")
        return (call?.args ?? []).map(textOf).join("");
    return someName;
}
/** `format()` of PostgreSQL; %L is a value, so a number will do for it. */
function format([template = "", ...values]) {
    let next = 0;
    return template.replace(/%(?:(\d+)\$)?-?\d*([sIL%])/g, (_, position, kind) => {
        if (kind === "%")
            return "%";
        const value = values[position === undefined ? next++ : Number(position) - 1] ?? someName;
        if (kind === "L")
            return "1";
        return kind === "I" ? `"${value.replaceAll('"', '""')}"` : value;
    });
}

;// CONCATENATED MODULE: ./lib/kit/judge/hits.js






/** These keep expressions for later; the functions in them are not called now. */
const onlyStores = new Set([
    "CreatePolicyStmt",
    "AlterPolicyStmt",
    "CreateStmt",
    "CreateTrigStmt",
    "CreateDomainStmt",
    "ViewStmt",
]);
/**
 * All that a statement runs, also inside of DO, EXECUTE and functions of the same change set. `called` are
 * the functions that were looked into already.
 */
function hitsOf(scope, node, text, called = new Set()) {
    const hits = [...check(node, scope)];
    if (Object.keys(node).some((type) => onlyStores.has(type)))
        return hits;
    (0,walk/* walk */.G)(node, (type, value) => {
        if (type === "DoStmt")
            hits.push(...bodyHits(scope, { DoStmt: value }, text, called));
        if (type === "FuncCall")
            hits.push(...callHits(scope, value, called));
        if (type === "CallStmt")
            hits.push(...callHits(scope, value.funccall ?? {}, called));
    });
    return hits;
}
/** The line of the file's statement on which a body begins, from 0 after the statement's own. */
function linesBeforeBody(node, file, start) {
    return file.slice(start, bodyStart(node) ?? start).split("\n").length - 1;
}
function callHits(scope, { funcname }, called) {
    const name = qualified(partsOf(funcname));
    const made = scope.functions.get(name);
    if (!made || called.has(name))
        return [];
    called.add(name);
    return bodyHits(scope, made.node, made.text, called).map(({ rule, thing }) => ({ rule, thing }));
}
function bodyHits(scope, node, text, called) {
    const parts = partsOfBody(scope.parser, node, text);
    if (parts === undefined)
        return [{ rule: "opaque-sql", thing: functionName(node) ?? "a DO block" }];
    return parts.flatMap(({ sql, dynamic, whole, line }) => {
        const run = dynamic ? constantText(scope.parser, sql) : sql;
        const parsed = run === undefined ? undefined : scope.parser.parse(run);
        if (run === undefined || parsed === undefined || "message" in parsed) {
            const thing = dynamic ? `EXECUTE ${sql}` : (0,judge_place/* excerptOf */.zU)(sql);
            return dynamic || whole ? [{ rule: "opaque-sql", thing, bodyLine: line }] : [];
        }
        const inner = (0,judge_place/* indexText */.oX)(run);
        return parsed.flatMap(({ node: statement, start, end }) => {
            const hits = hitsOf(scope, statement, inner.slice(start, end), called);
            // A branch need not be taken, so only what cannot have been there before counts as made.
            if (isTemporary(statement))
                scope.known.add(statement);
            return hits.map(({ rule, thing }) => ({ rule, thing, bodyLine: line }));
        });
    });
}
function isTemporary(node) {
    const table = (0,walk.as)(node, "CreateStmt")?.relation ?? (0,walk.as)(node, "CreateTableAsStmt")?.into?.rel;
    return table?.relpersistence === "t";
}

;// CONCATENATED MODULE: ./lib/kit/judge/things.js


const one = (kind, name, sure = true) => [{ key: `${kind} ${name}`, sure }];
const makers = {
    CreateStmt: (value) => table(value),
    CreateForeignTableStmt: (value) => table(value.base),
    CreateTableAsStmt: ({ into, objtype, if_not_exists: maybe }) => one(objtype === "OBJECT_MATVIEW" ? "view" : "table", relationName(into?.rel), !maybe),
    SelectStmt: ({ intoClause }) => (intoClause ? one("table", relationName(intoClause.rel)) : []),
    ViewStmt: ({ view, replace }) => one("view", relationName(view), !replace),
    CreateSchemaStmt: ({ schemaname, if_not_exists: maybe }) => one("schema", schemaname ?? "?", !maybe),
    CreateSeqStmt: ({ sequence, if_not_exists: maybe }) => one("sequence", relationName(sequence), !maybe),
    CreateEnumStmt: ({ typeName }) => one("type", qualified(partsOf(typeName))),
    CompositeTypeStmt: ({ typevar }) => one("type", relationName(typevar)),
    CreateRangeStmt: ({ typeName }) => one("type", qualified(partsOf(typeName))),
    CreateDomainStmt: ({ domainname }) => one("type", qualified(partsOf(domainname))),
    CreateExtensionStmt: ({ extname, if_not_exists: maybe }) => one("extension", extname ?? "?", !maybe),
    CreatePublicationStmt: ({ pubname }) => one("publication", pubname ?? "?"),
    CreatePolicyStmt: ({ table: on, policy_name: name }) => one("policy", `${relationName(on)}.${name ?? "?"}`),
    CreateTrigStmt: ({ relation, trigname, replace }) => one("trigger", `${relationName(relation)}.${trigname ?? "?"}`, !replace),
    CreateEventTrigStmt: ({ trigname }) => one("trigger", trigname ?? "?"),
    RuleStmt: ({ relation, rulename, replace }) => one("trigger", `${relationName(relation)}.${rulename ?? "?"}`, !replace),
    CreateFunctionStmt: (value) => functions(value),
    AlterTableStmt: ({ relation, cmds }) => (cmds ?? []).flatMap((command) => column(relation, command)),
};
/** What a top-level statement makes. */
function madeBy(node) {
    const [type, value] = Object.entries(node)[0] ?? ["", undefined];
    const maker = makers[type];
    return maker?.(value) ?? [];
}
function table(value) {
    return one("table", relationName(value?.relation), !value?.if_not_exists);
}
function column(relation, node) {
    const command = (0,walk.as)(node, "AlterTableCmd");
    if (command?.subtype !== "AT_AddColumn")
        return [];
    const name = (0,walk.as)(command.def, "ColumnDef")?.colname ?? "?";
    return one("column", `${relationName(relation)}.${name}`, !command.missing_ok);
}
/** Under every signature by which it can be called: arguments with defaults may be left out. */
function functions({ funcname, parameters, replace }) {
    const given = (parameters ?? []).flatMap((node) => {
        const parameter = (0,walk.as)(node, "FunctionParameter");
        return parameter && !["FUNC_PARAM_OUT", "FUNC_PARAM_TABLE"].includes(parameter.mode ?? "")
            ? [parameter]
            : [];
    });
    const types = given.map((parameter) => typeText(parameter.argType));
    const needed = given.findLastIndex((parameter) => parameter.defexpr === undefined) + 1;
    return types
        .map((_, index) => types.slice(0, index + 1))
        .concat([[]])
        .filter((some) => some.length >= needed)
        .flatMap((some) => one("function", `${qualified(partsOf(funcname))}(${some.join(",")})`, !replace));
}

;// CONCATENATED MODULE: ./lib/kit/judge/known.js

function nothingKnown() {
    const made = new Set();
    return {
        has: (key) => enclosing(key).some((one) => made.has(one)),
        add: (node) => {
            for (const { key, sure } of madeBy(node))
                if (sure)
                    made.add(key);
        },
        rename: (from, to) => {
            if (made.delete(from))
                made.add(to);
        },
    };
}
/** `column public.t.c` → itself, `table public.t`, `schema public`; a temporary table hides one of the same name. */
function enclosing(key) {
    const blank = key.indexOf(" ");
    const kind = key.slice(0, blank);
    const name = key.slice(blank + 1);
    const [schema = "", relation = ""] = name.split(".");
    const inTable = ["column", "policy", "trigger"].includes(kind) ? [`table ${schema}.${relation}`] : [];
    const temporary = schema === "public" && kind === "table" ? [`table pg_temp.${relation}`] : [];
    const inSchema = name.includes(".") ? [`schema ${schema}`] : [];
    return [key, ...inTable, ...temporary, ...inSchema];
}

;// CONCATENATED MODULE: ./lib/kit/judge/split.js

/** Splits a file as the Supabase CLI does (trimmed, without semicolons, comments kept), but by the real grammar. */
function splitFile(parser, file) {
    const raw = parser.parse(file);
    if ("message" in raw)
        return raw;
    const text = (0,judge_place/* indexText */.oX)(file);
    const comments = (parser.scan(file) ?? []).filter((token) => token.tokenName === "SQL_COMMENT");
    const above = commentsAbove(raw, comments);
    const statements = raw.map(({ node, start, end }, index) => ({
        node,
        start,
        end,
        text: trimmed(text.slice((raw[index - 1]?.end ?? -1) + 1, end)),
        sql: text.slice(start, end).trimEnd(),
        comments: above[index] ?? [],
        ...text.place(start),
    }));
    const rest = trimmed(text.slice((raw.at(-1)?.end ?? -1) + 1));
    const pieces = statements.map((statement) => statement.text);
    return { text, statements, comments, pieces: rest === "" ? pieces : [...pieces, rest] };
}
/** For each statement the comments after the one before; both are in the order of the file. */
function commentsAbove(raw, comments) {
    let next = 0;
    return raw.map(({ start, end }) => {
        const above = [];
        for (; next < comments.length; next += 1) {
            const comment = comments[next];
            if (comment === undefined || comment.start >= end)
                break;
            if (comment.end <= start)
                above.push(comment);
        }
        return above;
    });
}
/** Empty statements (`;;`) leave semicolons behind. */
function trimmed(piece) {
    return piece.replace(/^[\s;]+/, "").trimEnd();
}

// EXTERNAL MODULE: ./lib/kit/config/suggest.js
var suggest = __webpack_require__(9137);
;// CONCATENATED MODULE: ./lib/kit/judge/waivers.js


/** Reads the waivers of a file. */
function waiversOf({ statements, comments }) {
    const waivers = [];
    const problems = [];
    for (const comment of comments.filter(({ text }) => /^--\s*rollout-allow/i.test(text))) {
        const statement = statements.find((one) => one.comments.includes(comment));
        const read = readWaiver(comment.text);
        if ("problem" in read)
            problems.push({ comment, problem: read.problem });
        else if (!statement)
            problems.push({ comment, problem: "no statement begins below it" });
        else
            waivers.push({ ...read, statement, comment });
    }
    return { waivers, problems };
}
function readWaiver(text) {
    const found = /^--\s*rollout-allow:\s*(\S+)\s*(.*)$/i.exec(text.trim());
    const [, name = "", reason = ""] = found ?? [];
    if (!found)
        return { problem: "it names no rule" };
    if (!Object.hasOwn(rules, name)) {
        const near = (0,suggest/* suggest */.Z)(name, Object.keys(rules));
        return { problem: `there is no rule ${name}${near ? `; did you mean ${near}?` : ""}` };
    }
    const rule = name;
    if (!isWaivable(rule))
        return { problem: `${name} cannot be allowed: ${rules[rule].why}` };
    if (reason.trim() === "")
        return { problem: "it gives no reason" };
    return { rule, reason: reason.trim() };
}

;// CONCATENATED MODULE: ./lib/kit/judge/judge.js









/**
 * Judges a change set, its files in the order in which they will run: what an earlier one made, a later one
 * may change at will.
 */
function judge(parser, files) {
    const known = nothingKnown();
    const functions = new Map();
    return files.map((file) => judgeFile({ parser, known, functions }, file));
}
function judgeFile(set, file) {
    const { path } = file;
    const zero = zeroByte(file);
    if (zero)
        return { path, pieces: [], findings: [zero] };
    const split = splitFile(set.parser, file.text);
    if ("message" in split)
        return { path, pieces: [], findings: [syntaxFinding(file, split)] };
    const execution = executionOf(file.text, split);
    const copies = split.statements.filter(({ node }) => isCopyFromStdin(node));
    const findings = [
        ...("rule" in execution ? [findingAt(file, execution.statement, execution.rule, execution.thing)] : []),
        ...copies.map((statement) => findingAt(file, statement, "psql-only", "COPY FROM stdin")),
        ...withWaivers(file, split, judgeStatements(set, file, split)),
    ].sort((a, b) => a.line - b.line || a.column - b.column);
    return { path, pieces: split.pieces, findings, ...("rule" in execution ? {} : { execution }) };
}
function judgeStatements({ parser, known, functions }, file, split) {
    const made = lastMadeBy(split);
    return split.statements.flatMap((statement, index) => {
        const later = { has: (key) => (made.get(key) ?? -1) > index };
        const { node, sql } = statement;
        const hits = hitsOf({ parser, known, later, functions }, node, sql);
        known.add(node);
        const name = functionName(node);
        if (name !== undefined)
            functions.set(name, { node, text: sql });
        return hits.map(({ rule, thing, bodyLine }) => {
            const finding = findingAt(file, statement, rule, thing);
            return {
                statement,
                finding: bodyLine === undefined ? finding : inBody(finding, split, statement, bodyLine),
            };
        });
    });
}
/** For everything that the file makes, the index of the last statement that makes it. */
function lastMadeBy({ statements }) {
    return new Map(statements.flatMap(({ node }, index) => madeBy(node).map(({ key }) => [key, index])));
}
/** Points to the line inside of a body instead of to the statement's beginning. */
function inBody(finding, { text }, statement, bodyLine) {
    const line = statement.line + linesBeforeBody(statement.node, text, statement.start) + bodyLine - 1;
    if (line === statement.line)
        return finding;
    return { ...finding, line, column: text.line(line).search(/\S|$/) + 1 };
}
function withWaivers(file, split, found) {
    const { waivers, problems } = waiversOf(split);
    const findings = found.map(({ statement, finding }) => {
        const waiver = waivers.find((one) => one.statement === statement && one.rule === finding.rule);
        return waiver ? { ...finding, waived: waiver.reason } : finding;
    });
    const unused = waivers.filter((waiver) => !found.some(({ statement, finding }) => statement === waiver.statement && finding.rule === waiver.rule));
    const wrong = [
        ...problems,
        ...unused.map(({ comment, rule }) => ({ comment, problem: `the statement below does not hit ${rule}` })),
    ];
    return [
        ...findings,
        ...wrong.map(({ comment, problem }) => findingAt(file, { ...split.text.place(comment.start), sql: comment.text }, "waiver", problem)),
    ];
}
function isCopyFromStdin(node) {
    const copy = (0,walk.as)(node, "CopyStmt");
    return copy?.is_from === true && copy.filename === undefined;
}

// EXTERNAL MODULE: ./lib/kit/judge/parser.js
var judge_parser = __webpack_require__(9317);
// EXTERNAL MODULE: ./lib/kit/release/plan.js
var release_plan = __webpack_require__(9343);
// EXTERNAL MODULE: ./lib/kit/parts/database/ahead.js
var ahead = __webpack_require__(8626);
// EXTERNAL MODULE: ./lib/kit/parts/database/compare-ledger.js
var compare_ledger = __webpack_require__(6028);
// EXTERNAL MODULE: ./lib/kit/parts/database/discover-migrations.js
var discover_migrations = __webpack_require__(9020);
// EXTERNAL MODULE: ./lib/kit/parts/database/ledger.js
var ledger = __webpack_require__(7018);
;// CONCATENATED MODULE: ./lib/kit/parts/database/migration-details.js
/** Longer files are looked at in the repository. */
const longest = 60_000;
/** A migration as a person looks at it: how it runs, what was allowed in it and why, its SQL. */
function migrationDetail({ file, pieces, execution }, waived) {
    const { version, name, path, text } = file;
    const statements = `${pieces.length} ${pieces.length === 1 ? "statement" : "statements"}`;
    const how = execution.mode === "transaction"
        ? "in one transaction"
        : execution.because === "alone"
            ? "outside of a transaction: what is done of it stays if it fails"
            : "in its own transactions: what they have done stays if a later one fails";
    const own = waived.filter((finding) => finding.file === path);
    return {
        what: `${version} ${name}`.trim(),
        how: [`${statements} ${how}`],
        beware: own.map(({ line, rule, thing, why, waived: reason = "" }) => `${rule} ${thing} at ${path}:${line} is allowed by «${reason}»: ${why}.`),
        source: { language: "sql", text: shortened(text, path) },
    };
}
function shortened(text, path) {
    if (text.length <= longest)
        return text;
    return `${text.slice(0, longest)}\n-- (cut after ${longest} characters: the whole is ${path})\n`;
}

// EXTERNAL MODULE: ./lib/kit/parts/database/order-files.js
var order_files = __webpack_require__(297);
// EXTERNAL MODULE: ./lib/kit/parts/database/sql-error.js
var sql_error = __webpack_require__(1232);
// EXTERNAL MODULE: ./lib/kit/parts/database/say-plan.js
var say_plan = __webpack_require__(7418);
// EXTERNAL MODULE: ./lib/kit/parts/database/session.js
var session = __webpack_require__(7291);
;// CONCATENATED MODULE: ./lib/kit/parts/database/plan-database.js













/** Reads files and ledger; changes nothing. */
async function inspectDatabase(inputs, world, applied = ahead/* nobodyKnows */.EY) {
    const files = await (0,discover_migrations/* discoverMigrations */.l)(world.root, inputs.directory);
    refuseUnknownFrom(inputs, files);
    const parser = await (0,judge_parser/* loadParser */.q)();
    const found = await (0,session/* withSession */.fQ)(world, inputs.databaseUrl, (database) => (0,sql_error/* explained */.to)("The ledger cannot be read", async () => ({
        parser,
        files,
        rows: await (0,ledger/* readLedger */.SC)(database),
        invalid: await (0,ledger/* invalidIndexes */.We)(database),
    })));
    const missing = (0,compare_ledger/* rowsWithoutFile */.Qs)(files, found.rows).map(({ version }) => version);
    return missing.length === 0 ? found : { ...found, known: await applied(missing) };
}
/**
 * What `migrate` would do, for `plan`.
 * @throws {UserError} PR411 unreachable, PR412 refused by the judge, PR414 drift, PR416 files without an order.
 */
async function planDatabase(inputs, world, applied) {
    return planMigrations(await inspectDatabase(inputs, world, applied), inputs).part;
}
/**
 * What would be applied, from what was inspected. A phase that runs again after it was cut off finds a part
 * of the approved plan done; `approved`, the digest of that plan, makes it continue: what is planned then is
 * what was approved, and the steps are what is left of it.
 */
function planMigrations({ parser, files, rows, known }, inputs, approved) {
    const compared = (0,compare_ledger/* compareLedger */.Xj)(parser, files, rows, inputs, known);
    refuseDrift(compared);
    const now = decide(parser, compared.head, compared);
    if (approved !== undefined && (0,release_plan/* partDigest */.S)(now.plan.part) !== approved) {
        const begun = continued(parser, rows, compared, approved);
        if (begun)
            return begun;
    }
    refuseFindings(now.refused, compared.pending.length);
    return now.plan;
}
function decide(parser, head, { pending, unverified, ahead }) {
    const judged = judge(parser, pending);
    const findings = judged.flatMap((one) => one.findings);
    const steps = pending.flatMap((file, index) => {
        const { pieces = [], execution } = judged[index] ?? {};
        return execution ? [{ file, pieces, execution }] : [];
    });
    const waived = findings.filter((finding) => finding.waived !== undefined);
    const described = (0,say_plan/* describeChange */.u)(head, pending, waived, unverified, ahead);
    const part = { ...described, details: steps.map((step) => migrationDetail(step, waived)) };
    return {
        plan: { part, steps, waived },
        refused: findings.filter((finding) => finding.waived === undefined),
    };
}
/** Takes back, one by one and only in thought, what is recorded, until it is the plan that was approved. */
function continued(parser, rows, { applied, pending, unverified, ahead }, approved) {
    for (let back = 1; back <= applied.length; back += 1) {
        const again = applied.slice(-back);
        const first = again[0]?.version ?? "";
        const before = rows.map(({ version }) => version).filter((version) => (0,order_files/* byBytes */.b)(version, first) < 0);
        const whole = [...again, ...pending].sort((a, b) => (0,order_files/* byBytes */.b)(a.version, b.version));
        const { plan, refused } = decide(parser, before.at(-1) ?? null, { pending: whole, unverified, ahead });
        if (refused.length > 0 || (0,release_plan/* partDigest */.S)(plan.part) !== approved)
            continue;
        return { ...plan, steps: plan.steps.filter(({ file }) => pending.includes(file)) };
    }
    return undefined;
}
function refuseUnknownFrom({ from, directory }, files) {
    if (from === undefined || files.some(({ version }) => version === from))
        return;
    throw new user_error/* UserError */.yo("PR102", `\`from: "${from}"\` is not the version of any file in ${directory}.`, `Write it in quotes as in the file's name; the last one is ${files.at(-1)?.version ?? "(there is none)"}.`);
}
/** @throws {UserError} PR414 with all that is wrong. */
function refuseDrift({ drift }) {
    if (drift.length === 0)
        return;
    throw new user_error/* UserError */.yo("PR414", `The ledger and the files disagree:\n${drift.map((line) => `  - ${line}`).join("\n")}`, "Mend each line above; nothing was changed.");
}
function refuseFindings(refused, pending) {
    if (refused.length === 0)
        return;
    const lines = refused.map(({ file, line, column, rule, thing, excerpt, why, safe }) => `  - ${file}:${line}:${column} ${rule}: ${thing}${excerpt ? ` in \`${excerpt}\`` : ""}: ${why}. ${safe}`);
    const broken = new Set(refused.map(({ file }) => file)).size;
    throw new user_error/* UserError */.yo("PR412", `${broken} of ${pending} pending migrations ${broken === 1 ? "is" : "are"} refused:\n${lines.join("\n")}`, "Change the files; or allow a statement by a comment directly above it: `-- rollout-allow: <rule> <reason>`. Nothing was changed.");
}


/***/ }),

/***/ 7418:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ noRollbackBecause),
/* harmony export */   u: () => (/* binding */ describeChange)
/* harmony export */ });
/** The part of the plan: what a person approves, and what it means for the way back. */
function describeChange(head, pending, waived, unverified, ahead = []) {
    const breaking = versionsOf(pending, waived);
    const off = `automatic rollback: off, because ${offBecause(breaking)}`;
    return {
        phase: "migrate",
        work: pending.length === 0 ? "none" : "some",
        decisions: {
            head,
            pending: pending.map(({ version, name, sha256 }) => ({ version, name, sha256 })),
            waivers: waived.map(({ file, line, rule, thing, waived: reason = "" }) => ({
                file,
                line,
                rule,
                thing,
                reason,
            })),
            breaking,
        },
        measurements: { bytes: pending.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) },
        undo: undoOf(pending, breaking, off),
        unverified,
        says: [
            ...(ahead.length > 0 ? [aheadText(ahead)] : []),
            ...pending.map(({ version, name }) => `apply ${version} ${name}`),
            ...waived.map(({ file, line, rule, thing, waived: reason = "" }) => {
                return `allowed at ${file}:${line}: ${rule} ${thing} («${reason}»)`;
            }),
            ...(breaking.length > 0 ? [off] : []),
        ],
    };
}
function aheadText(ahead) {
    const one = ahead.length === 1;
    return `the schema is ahead of this commit: ${ahead.join(", ")} ${one ? "was" : "were"} applied by an earlier release, and ${one ? "stays" : "stay"}`;
}
/** Why no rollback may pass the migrations of a part, or undefined where the former code works on them. */
function noRollbackBecause({ decisions }) {
    const { breaking = [] } = (decisions ?? {});
    return breaking.length === 0 ? undefined : offBecause(breaking);
}
function offBecause(breaking) {
    return `${breaking.join(", ")} ${breaking.length === 1 ? "is" : "are"} allowed to lose data or break the live code`;
}
function versionsOf(pending, waived) {
    const paths = new Set(waived.map(({ file }) => file));
    return pending.filter(({ path }) => paths.has(path)).map(({ version }) => version);
}
function undoOf(pending, breaking, off) {
    if (pending.length === 0)
        return { possible: "yes" };
    const stays = "the schema never goes back by itself";
    const why = breaking.length > 0
        ? `${stays}; ${off}`
        : `${stays}; it only grows here, so the previous code works on it`;
    return { possible: "no", why };
}


/***/ }),

/***/ 7291:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fA: () => (/* binding */ openSession),
/* harmony export */   fQ: () => (/* binding */ withSession)
/* harmony export */ });
/* unused harmony export sessionName */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5304);


/** A session that does not outlive its use. */
async function withSession(world, url, work) {
    const database = await openSession(world, url);
    try {
        return await work(database);
    }
    finally {
        await database.close().catch(() => undefined);
    }
}
/**
 * Opens a session that belongs to us alone.
 * @throws {UserError} PR411 when the address is wrong, unreachable, refused, or a transaction pooler.
 */
async function openSession({ connect, context }, url) {
    refuseBadUrl(url);
    const database = await connect(url, sessionName(context));
    try {
        await refusePooler(database);
        return database;
    }
    catch (error) {
        await database.close().catch(() => undefined);
        throw error;
    }
}
/** What others see of us in `pg_stat_activity`: which run it is. PostgreSQL keeps 63 bytes. */
function sessionName({ runId, attempt, owner, repo }) {
    return `prism-rollout run ${runId}.${attempt} ${owner}/${repo}`.slice(0, 63);
}
function refuseBadUrl(url) {
    if (!/^postgres(ql)?:\/\/[^/]/i.test(url) || !URL.canParse(url)) {
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo("PR411", "`database-url` is not a connection string (its value is not shown).", "Write postgresql://user:password@host:5432/postgres, special characters of the password percent-encoded.");
    }
    const { port, searchParams } = new URL(url);
    if (port === "6543" || searchParams.get("pgbouncer") === "true")
        throw transactionPooler();
}
/** A transaction pooler gives each transaction another backend: what a session sets or locks gets lost or leaks. */
async function refusePooler(database) {
    const mark = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)();
    await database.query("select pg_catalog.set_config('prism_rollout.session', $1, false)", [mark]);
    for (let attempt = 0; attempt < 3; attempt += 1) {
        const [row] = await database.query("select pg_catalog.current_setting('prism_rollout.session', true) as mark");
        if (row?.["mark"] !== mark)
            throw transactionPooler();
    }
}
function transactionPooler() {
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo("PR411", "`database-url` leads to a transaction pooler, which keeps neither locks nor settings.", "Use the session pooler (port 5432 at the same host) or the direct connection.");
}


/***/ }),

/***/ 1232:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GQ: () => (/* binding */ isServerError),
/* harmony export */   Iq: () => (/* binding */ sayError),
/* harmony export */   Xk: () => (/* binding */ readSqlError),
/* harmony export */   eX: () => (/* binding */ lockNotAvailable),
/* harmony export */   to: () => (/* binding */ explained)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5304);

/** Reads an error of the driver. Its `detail` is left out: it holds values of rows. */
function readSqlError(thrown) {
    const { code, hint, position, where, completed } = thrown;
    return {
        message: (0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(thrown),
        ...(typeof code === "string" ? { code } : {}),
        ...(typeof hint === "string" ? { hint } : {}),
        ...(typeof position === "string" && /^\d+$/.test(position) ? { position: Number(position) } : {}),
        ...(typeof where === "string" ? { where: where.replace(/\s+/g, " ").slice(0, 200) } : {}),
        ...(typeof completed === "number" ? { completed } : {}),
    };
}
/** A lock was not granted within lock_timeout, or a statement asked for it with NOWAIT. */
const lockNotAvailable = "55P03";
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
        if (error instanceof _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .Explainable */ .QB)
            throw error;
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR411", `${what}: ${sayError(readSqlError(error))}.`, "Check the rights of the role in `database-url` and the state of the database, then run this job again.", { cause: error });
    }
}


/***/ })

};
