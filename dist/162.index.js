export const id = 162;
export const ids = [162];
export const modules = {

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


/***/ }),

/***/ 6641:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ openJournal)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5304);
/* harmony import */ var _receipt_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8386);


/** Opens a phase's journal where an earlier attempt left it. */
async function openJournal(record, of) {
    const { release, phase, attempt, approvedBy } = of;
    const receipts = [...(await record.receipts(release, phase))];
    const put = async (receipt) => {
        const at = receipts.findIndex((known) => known.seq === receipt.seq);
        if (at === -1)
            receipts.push(receipt);
        else
            receipts[at] = receipt;
        await of.onChange(receipts);
    };
    // What was done is not undone because nobody could write it down: the intent stands in the record.
    const conclude = async (id, receipt) => {
        for (const write of [() => put(receipt), () => record.complete(id, receipt)]) {
            await write().catch((error) => {
                of.log.warn(`${receipt.component} is ${receipt.state}, but not noted as such: ${(0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(error)}`);
            });
        }
    };
    return {
        receipts: () => receipts,
        change: async (component, states, work) => {
            const intended = (0,_receipt_js__WEBPACK_IMPORTED_MODULE_1__/* .intend */ .fY)({ release, phase, attempt, approvedBy, component, ...states }, receipts.at(-1));
            const id = await record.intend(intended);
            await put(intended);
            const after = await work().catch(async (error) => {
                await conclude(id, (0,_receipt_js__WEBPACK_IMPORTED_MODULE_1__/* .complete */ .My)(intended, "failed"));
                throw error;
            });
            await conclude(id, (0,_receipt_js__WEBPACK_IMPORTED_MODULE_1__/* .complete */ .My)(intended, "done", after));
            return after;
        },
    };
}


/***/ }),

/***/ 6736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ takeLease),
/* harmony export */   w: () => (/* binding */ releaseLease)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5304);
/* harmony import */ var _ports_github_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6874);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(113);



const leaseTask = "rollout-lease";
/**
 * Takes the target: create, list again, the lowest live id holds. A lease of this release is kept (a later
 * phase, a re-run). One whose run has ended is void, and ended for good: that run may be run again.
 * @throws {UserError} PR204 naming the holder; the loser's own lease is set inactive first.
 */
async function takeLease(github, context, target, lease) {
    const before = await look(github, context, target);
    for (const { id } of before.ended)
        await (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .setStatus */ .Lx)(github, id, "inactive", "its run has ended");
    const first = before.live[0];
    if (first?.lease.release === lease.release)
        return;
    if (first !== undefined)
        throw heldBy(target, first);
    const environment = (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .recordEnvironment */ .lk)(target);
    const id = await (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .create */ .vt)(github, { environment, ref: context.sha, task: leaseTask, payload: lease });
    const holder = (await look(github, context, target)).live[0];
    if (holder === undefined || holder.id === id) {
        await (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .setStatus */ .Lx)(github, id, "in_progress", lease.release);
        return;
    }
    await (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .setStatus */ .Lx)(github, id, "inactive", `lost to ${holder.lease.release}`);
    throw heldBy(target, holder);
}
const given = "given back";
/** Gives the target back. A lease that this release does not hold is left alone. */
async function releaseLease(github, target, release) {
    for (const { id, lease, held } of await open(github, target)) {
        if (lease.release === release)
            await (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .setStatus */ .Lx)(github, id, "inactive", held ? given : "withdrawn");
    }
}
function heldBy(target, { lease }) {
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR204", `${target} is held by ${lease.release} (${lease.runUrl}). Nothing was changed.`, "Let that release end, or cancel its run; then run this job again.");
}
async function look(github, context, target) {
    const all = [...(await open(github, target))].sort((a, b) => a.id - b.id);
    const over = await Promise.all(all.map(({ lease }) => hasEnded(github, context, lease.runId)));
    return { live: all.filter((_, at) => !over[at]), ended: all.filter((_, at) => over[at]) };
}
/**
 * The leases that nobody has ended, newest first. Whoever held the target had ended all before its own, so the search
 * ends at the first that was given back: not every release that a target ever had is asked about.
 */
async function open(github, target) {
    const found = [];
    for await (const deployment of (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .deployments */ .bg)(github, (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .recordEnvironment */ .lk)(target), leaseTask)) {
        const lease = (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .documentOf */ .lM)(deployment, "lease");
        if (lease === undefined)
            continue;
        const { id } = deployment;
        const status = await (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .lastStatus */ .by)(github, id);
        if (status?.state !== "inactive")
            found.push({ id, lease, held: status?.state === "in_progress" });
        else if (status.description === given)
            break;
    }
    return found;
}
async function hasEnded(github, context, runId) {
    if (runId === context.runId)
        return false;
    try {
        const { data } = await github.request("GET /repos/{owner}/{repo}/actions/runs/{run_id}", {
            run_id: runId,
        });
        return data.status === "completed";
    }
    catch (error) {
        if ((0,_ports_github_js__WEBPACK_IMPORTED_MODULE_1__/* .isNotFound */ .c4)(error))
            return true;
        throw error;
    }
}


/***/ }),

/***/ 9143:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ localRecord)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1820);



/**
 * The record of an action that stands alone without a token: receipts in `<folder>/receipts.jsonl`. It dies
 * with the job's temp folder unless the workflow uploads it.
 */
function localRecord(folder) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, "receipts.jsonl");
    const append = async (receipt) => {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.appendFile)(file, `${(0,_canonical_js__WEBPACK_IMPORTED_MODULE_2__/* .canonical */ .$N)(receipt)}\n`);
    };
    const none = async () => { };
    return {
        open: none,
        close: none,
        live: async () => undefined,
        unfinished: async () => undefined,
        intend: async (receipt) => {
            await append(receipt);
            return receipt.seq;
        },
        complete: (_, receipt) => append(receipt),
        receipts: async (release, phase) => {
            const lines = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, "utf8").catch(() => "")).split("\n").filter((line) => line !== "");
            const all = lines
                .map((line) => JSON.parse(line))
                .filter((one) => one.release === release && (phase === undefined || one.phase === phase));
            const last = new Map(all.map((receipt) => [`${receipt.phase}/${receipt.seq}`, receipt]));
            return [...last.values()];
        },
    };
}


/***/ })

};
