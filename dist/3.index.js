export const id = 3;
export const ids = [3];
export const modules = {

/***/ 32003:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  planAgainstRecord: () => (/* binding */ planAgainstRecord)
});

// EXTERNAL MODULE: ./lib/kit/parts/cdn/inputs.js + 3 modules
var cdn_inputs = __webpack_require__(17620);
// EXTERNAL MODULE: ./lib/kit/parts/cdn/plan-cdn.js + 2 modules
var plan_cdn = __webpack_require__(89016);
// EXTERNAL MODULE: ./lib/kit/judge/parser.js + 2 modules
var judge_parser = __webpack_require__(60785);
// EXTERNAL MODULE: ./lib/kit/parts/database/files/discover-migrations.js + 1 modules
var discover_migrations = __webpack_require__(75416);
// EXTERNAL MODULE: ./lib/kit/parts/database/inputs.js
var inputs = __webpack_require__(36134);
// EXTERNAL MODULE: ./lib/kit/parts/database/files/order-files.js
var order_files = __webpack_require__(64393);
// EXTERNAL MODULE: ./lib/kit/parts/database/plan/say-plan.js
var say_plan = __webpack_require__(95854);
// EXTERNAL MODULE: ./lib/kit/parts/database/plan/plan-database.js + 164 modules
var plan_database = __webpack_require__(27541);
// EXTERNAL MODULE: ./lib/kit/parts/database/plan/refuse-drift.js
var refuse_drift = __webpack_require__(49093);
;// CONCATENATED MODULE: ./lib/kit/parts/database/plan/against-record.js







const { directory, from, "out-of-order": outOfOrder } = inputs/* databaseInputs */.dM;
/** What can be said of the migrations without the database: no secret is among it. */
const recordedDatabaseInputs = { directory, from, "out-of-order": outOfOrder, ...inputs/* policyInputs */.eh };
/**
 * What `migrate` would do if the ledger were as the record has it: all files up to its newest migration applied.
 * Where no receipt tells, what comes before `from` is taken as applied.
 * @throws {UserError} PR102, PR412, PR414, PR416 as the plan itself.
 */
async function databaseAgainstRecord(inputs, head, world) {
    const files = await (0,discover_migrations/* discoverMigrations */.l)(world.root, inputs.directory);
    (0,refuse_drift/* refuseUnknownFrom */.P)(inputs, files);
    const isApplied = (version) => {
        if (head !== undefined)
            return head !== null && (0,order_files/* byBytes */.b)(version, head) <= 0;
        return inputs.from !== undefined && (0,order_files/* byBytes */.b)(version, inputs.from) < 0;
    };
    const rows = files
        .filter(({ version }) => isApplied(version))
        .map(({ version, name }) => ({ version, name, statements: null }));
    const parser = await (world.parser ?? judge_parser/* loadParser */.q)();
    const { part } = (0,plan_database/* planMigrations */.n)({ parser, files, rows, invalid: [] }, inputs);
    const isAhead = typeof head === "string" && files.every(({ version }) => version !== head);
    const unverified = [
        ...(head === undefined
            ? ["the record has no migration: which of these files are applied already cannot be told"]
            : []),
        ...(isAhead ? [`${head} is applied, as the record has it, but is not among these files`] : []),
        "whether an applied file was edited can only be told by the database's own ledger",
    ];
    return { ...part, says: part.says.filter((line) => line !== say_plan/* emptyLedger */.Hg), unverified };
}

// EXTERNAL MODULE: ./lib/kit/action/held-in.js
var held_in = __webpack_require__(39678);
// EXTERNAL MODULE: ./lib/kit/parts/functions/imports/beyond-imports.js
var beyond_imports = __webpack_require__(35520);
// EXTERNAL MODULE: ./lib/kit/parts/functions/declared/config-toml.js
var config_toml = __webpack_require__(15707);
// EXTERNAL MODULE: ./lib/kit/parts/functions/declared/inspect-wanted.js
var inspect_wanted = __webpack_require__(19036);
// EXTERNAL MODULE: ./lib/kit/parts/functions/inputs.js + 1 modules
var functions_inputs = __webpack_require__(45984);
// EXTERNAL MODULE: ./lib/kit/parts/functions/plan-functions.js + 7 modules
var plan_functions = __webpack_require__(15929);
// EXTERNAL MODULE: ./lib/kit/parts/functions/undo/recorded-change.js
var recorded_change = __webpack_require__(97521);
// EXTERNAL MODULE: ./lib/kit/parts/functions/tell/sayings.js
var sayings = __webpack_require__(73473);
// EXTERNAL MODULE: ./lib/kit/parts/functions/declared/source.js
var source = __webpack_require__(17161);
;// CONCATENATED MODULE: ./lib/kit/parts/functions/against-record.js









const { functions, "functions-directory": folder, "verify-jwt": verifyJwt } = functions_inputs/* functionsInputs */.l;
const { "import-map": importMap, "static-files": statics, prune } = functions_inputs/* functionsInputs */.l;
/** What can be said of the functions without the platform: no secret is among it. */
const recordedFunctionsInputs = {
    functions,
    "functions-directory": folder,
    "verify-jwt": verifyJwt,
    "import-map": importMap,
    "static-files": statics,
    prune,
};
/** What `deploy-functions` would do if what is live were what the record has. */
async function functionsAgainstRecord(inputs, recorded, world) {
    const wanted = await (0,inspect_wanted/* inspectWanted */.a)(inputs, world);
    const known = (0,recorded_change/* statesOf */.kY)(Object.fromEntries(recorded));
    const changes = wanted.filter(({ slug, state }) => !(0,source/* sameState */.yY)((0,held_in/* heldIn */.$)(known, slug) ?? null, state));
    const strangers = changes.filter(({ slug }) => !Object.hasOwn(known, slug)).map(({ slug }) => slug);
    const becomes = changes.map(({ slug, state }) => [slug, { was: (0,plan_functions/* json */.Pq)((0,held_in/* heldIn */.$)(known, slug) ?? null), becomes: (0,plan_functions/* json */.Pq)(state) }]);
    return {
        phase: "deploy-functions",
        work: changes.length === 0 ? "none" : "some",
        decisions: { functions: Object.fromEntries(becomes) },
        measurements: null,
        undo: { possible: "no", why: "not looked at: only the platform has the live sources" },
        unverified: [
            ...strangers.map((slug) => `the record has no change of ${slug}: it is new, or was never changed by this suite`),
            ...(inputs.prune ? ["what `prune` would remove is not looked at: only the platform knows it"] : []),
            ...(await (0,config_toml/* configDisagreements */.O)(world.root, inputs.functionsDirectory, wanted)),
            ...(0,beyond_imports/* sayBeyond */.h)(wanted),
        ],
        says: changes.flatMap(({ slug, state }) => {
            const was = (0,held_in/* heldIn */.$)(known, slug);
            return was === undefined ? [`${slug}: not in the record`] : (0,sayings/* sayings */.Z)(slug, was ?? undefined, state);
        }),
    };
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/kit/parts/web/artifact.js
var artifact = __webpack_require__(29748);
// EXTERNAL MODULE: ./lib/kit/parts/web/inputs.js + 1 modules
var web_inputs = __webpack_require__(90078);
// EXTERNAL MODULE: ./lib/kit/parts/web/required-env.js
var required_env = __webpack_require__(32793);
;// CONCATENATED MODULE: ./lib/kit/parts/web/against-record.js




const { host, artifact: against_record_artifact, "required-env": requiredEnv, "host-project": project } = web_inputs/* webInputs */.m;
/** What can be said of the web app without its host: no secret is among it. */
const recordedWebInputs = { host, artifact: against_record_artifact, "required-env": requiredEnv, "host-project": project };
/**
 * What `deploy-web` would do if what is live were what the record has.
 * @throws {UserError} PR402 when the build saw another value than is required, PR105, PR106, PR432 for the artifact.
 */
async function webAgainstRecord(inputs, recorded, world) {
    const was = markerIn(recorded);
    const where = [inputs.host, ...(inputs.hostProject === undefined ? [] : [inputs.hostProject])].join(" ");
    const before = was ?? "what is live";
    if (inputs.artifact === undefined) {
        return part({ before, becomes: null }, [`${where}: not built, so not compared with ${before}`], ["there is no built site: `artifact` is not given"]);
    }
    const site = await (0,artifact/* readSite */.Us)((0,external_node_path_.resolve)(world.root, inputs.artifact));
    const required = (0,required_env/* requiredOf */.VU)(site, inputs.requiredEnv);
    const unread = Object.fromEntries(Object.keys(required).map((name) => [name, { state: "unreadable" }]));
    const unverified = (0,required_env/* unverifiedEnv */.Pz)((0,required_env/* compareEnv */.Tc)(site, required, unread));
    if (site.marker === was)
        return { ...part(null, [], unverified), work: "none" };
    return part({ before, becomes: site.marker }, [`${where}: ${before} becomes ${site.marker}`], [...(was === null ? ["the record does not tell which site is live"] : []), ...unverified]);
}
function part(decisions, says, unverified) {
    const undo = { possible: "no", why: "not looked at: only the host knows what is live" };
    return { phase: "deploy-web", work: "some", decisions, measurements: null, undo, unverified, says };
}
function markerIn(recorded) {
    if (typeof recorded !== "object" || recorded === null || !("marker" in recorded))
        return null;
    return typeof recorded.marker === "string" ? recorded.marker : null;
}

// EXTERNAL MODULE: ./lib/kit/release/ids.js
var ids = __webpack_require__(94128);
// EXTERNAL MODULE: ./lib/kit/release/record/kept-document.js
var kept_document = __webpack_require__(7220);
// EXTERNAL MODULE: ./lib/kit/release/record/record.js
var record = __webpack_require__(20645);
// EXTERNAL MODULE: ./lib/kit/release/record/statuses.js
var statuses = __webpack_require__(14506);
// EXTERNAL MODULE: ./lib/kit/ports/json-object.js
var json_object = __webpack_require__(9169);
;// CONCATENATED MODULE: ./lib/kit/release/record/recorded-live.js





/** More receipts than this are not read: what they tell of is old. */
const farthest = 500;
/**
 * Reads the record from its newest receipt back, until migrations, web and all named functions are known.
 * Changes that failed are passed over: what was there before them is told by older ones.
 */
async function recordedLive(github, target, slugs) {
    const release = await (0,record/* githubRecord */.BF)(github, target, "").live();
    const found = { head: undefined, functions: new Map(), web: undefined, open: [] };
    let read = 0;
    for await (const deployment of (0,record/* deployments */.bg)(github, (0,record/* recordEnvironment */.lk)(target), "rollout-receipt")) {
        read += 1;
        if (read > farthest || isWhole(found, slugs))
            break;
        const receipt = (0,kept_document/* documentOf */.l)(deployment, "receipt");
        if (receipt === undefined || !isNews(found, receipt))
            continue;
        take(found, receipt, stateIn((await (0,statuses/* lastStatus */.by)(github, deployment.id))?.description));
    }
    return { release, ...found };
}
function isWhole({ head, functions, web }, slugs) {
    return head !== undefined && web !== undefined && slugs.every((slug) => functions.has(slug));
}
function isNews({ head, functions, web }, { phase, component, intended }) {
    if (phase === "migrate")
        return head === undefined;
    if (component === "web")
        return web === undefined;
    return component === "functions" && namesOf(intended).some((slug) => !functions.has(slug));
}
/** `<seq> <state> …`, as a completion is written; without one nobody knows what the change came to. */
function stateIn(description) {
    return /^\d+ (done|failed|reverted) /.exec(description ?? "")?.[1] ?? "intended";
}
function take(found, { release, phase, component, before, intended }, state) {
    if (state === "intended")
        found.open.push(`${component} of ${release}`);
    if (phase === "migrate")
        found.head = newest(state === "done" ? [field(before, "head"), component] : [field(before, "head")]);
    else if (state !== "done")
        return;
    else if (component === "web")
        found.web = intended;
    else
        for (const slug of namesOf(intended))
            if (!found.functions.has(slug))
                found.functions.set(slug, field(intended, slug) ?? null);
}
/** A migration may be applied out of order: the newest version is the greater one. */
function newest(versions) {
    const texts = versions.filter((one) => typeof one === "string");
    return texts.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))).at(-1) ?? null;
}
function namesOf(json) {
    return (0,json_object/* isObject */.G)(json) ? Object.keys(json) : [];
}
function field(json, name) {
    if (!(0,json_object/* isObject */.G)(json))
        return undefined;
    return (0,held_in/* heldIn */.$)(json, name);
}

// EXTERNAL MODULE: ./lib/actions/plan/plan-parts.js + 2 modules
var plan_parts = __webpack_require__(92807);
// EXTERNAL MODULE: ./lib/actions/plan/keep-plan.js
var keep_plan = __webpack_require__(31724);
// EXTERNAL MODULE: ./lib/actions/plan/preview.js
var plan_preview = __webpack_require__(98363);
// EXTERNAL MODULE: ./lib/actions/plan/settings-since.js + 1 modules
var settings_since = __webpack_require__(17959);
// EXTERNAL MODULE: ./lib/actions/plan/made.js
var made = __webpack_require__(26902);
;// CONCATENATED MODULE: ./lib/actions/plan/against-record.js












/**
 * Plans without asking anybody but GitHub: what is live is taken from the record. No provider, no database, no
 * address that rollout.yml names is called, and nothing is written to the record: a stranger wrote these files.
 */
async function planAgainstRecord(inputs, world) {
    const target = inputs.target ?? "default";
    const known = await readRecord(inputs, target, world);
    const parts = await recordedParts(known, world);
    const { context, clock } = world;
    const planned = (0,made/* made */.m)(context, {
        release: (0,ids/* releaseId */.Bf)(target, clock.now(), context.sha, context.runId),
        target,
        base: known?.release?.release ?? null,
        parts,
        gates: [],
        rules: { declared: inputs.gates, loosened: [], accepted: [], unverified: [] },
        notDeployed: [],
    });
    const kept = await (0,keep_plan/* writePlan */.p)(planned, world);
    const settings = await (0,settings_since/* settingsSince */.c)(inputs, known?.release, world);
    const preview = {
        against: "record",
        live: known?.release,
        open: known?.open ?? [],
        settings,
        halted: undefined,
    };
    return { outputs: (0,plan_preview/* outputsOfPreview */.A)(kept), report: (0,plan_preview/* reportPreview */.l)(planned, preview) };
}
async function readRecord({ githubToken }, target, world) {
    if (githubToken === undefined) {
        world.log.warn("Without github-token the record cannot be read: everything is planned as if it were new.");
        return undefined;
    }
    const { functions } = world.section("deploy-functions", { functions: recordedFunctionsInputs.functions });
    return await recordedLive(await world.github(githubToken), target, functions);
}
async function recordedParts(known, world) {
    const has = (section) => world.sections.includes(section);
    // Each section is read before the first part is begun: one that is wrong leaves nothing at work.
    const inputs = {
        database: has("migrate") ? world.section("migrate", recordedDatabaseInputs) : undefined,
        functions: has("deploy-functions")
            ? world.section("deploy-functions", recordedFunctionsInputs)
            : undefined,
        web: has("deploy-web") ? world.section("deploy-web", recordedWebInputs) : undefined,
    };
    const [database, functions, web] = await Promise.all([
        inputs.database ? databaseAgainstRecord(inputs.database, known?.head, world) : (0,plan_parts/* absent */.Ge)("migrate"),
        inputs.functions
            ? functionsAgainstRecord(inputs.functions, known?.functions ?? new Map(), world)
            : (0,plan_parts/* absent */.Ge)("deploy-functions"),
        inputs.web ? webAgainstRecord(inputs.web, known?.web, world) : (0,plan_parts/* absent */.Ge)("deploy-web"),
    ]);
    const cdn = has("purge-cdn")
        ? (0,plan_cdn/* cdnPart */.J)(world.section("purge-cdn", cdn_inputs/* cdnInputs */.t), web.work)
        : (0,plan_parts/* absent */.Ge)("purge-cdn");
    return [database, functions, web, cdn];
}


/***/ })

};
