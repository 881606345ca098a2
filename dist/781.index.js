export const id = 781;
export const ids = [781];
export const modules = {

/***/ 2781:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./lib/kit/action/run.js + 12 modules
var run = __webpack_require__(4594);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(5304);
;// CONCATENATED MODULE: ./lib/kit/release/event.js


/** Reads the event of a run. Where it cannot be read, a pull request counts as a stranger's. */
async function runEvent(env) {
    const name = env["GITHUB_EVENT_NAME"] ?? "";
    if (name !== "pull_request" && name !== "pull_request_target")
        return { name, pullRequest: undefined };
    const payload = await payloadAt(env["GITHUB_EVENT_PATH"]);
    const number = Number(payload.pull_request?.number ?? payload.number);
    const from = payload.pull_request?.head?.repo?.full_name;
    const own = payload.repository?.full_name ?? env["GITHUB_REPOSITORY"];
    // The repository of a fork may be gone: then there is none.
    const isFork = typeof from !== "string" || from !== own;
    const stranger = isFork || env["GITHUB_ACTOR"] === "dependabot[bot]";
    return { name, pullRequest: { number: Number.isInteger(number) ? number : 0, stranger } };
}
async function payloadAt(path) {
    try {
        const payload = JSON.parse(await (0,promises_.readFile)(path ?? "", "utf8"));
        return typeof payload === "object" && payload !== null ? payload : {};
    }
    catch {
        return {};
    }
}
/**
 * `pull_request_target` gives a stranger's files this repository's secrets: rollout.yml says where tokens are sent.
 * @throws {UserError} PR220
 */
function refuseTargetEvent({ name }) {
    if (name !== "pull_request_target")
        return;
    throw new user_error/* UserError */.yo("PR220", "This run was started by pull_request_target: a stranger's rollout.yml would say where this repository's tokens are sent. Nothing was looked at, and no token was used.", "Start it by `pull_request`: a pull request from a fork is planned against the record, without secrets.");
}

// EXTERNAL MODULE: ./lib/kit/release/halt.js
var halt = __webpack_require__(91);
// EXTERNAL MODULE: ./lib/kit/release/ids.js
var ids = __webpack_require__(4128);
// EXTERNAL MODULE: ./lib/kit/release/plan.js
var plan = __webpack_require__(9343);
// EXTERNAL MODULE: ./lib/kit/release/slice.js
var release_slice = __webpack_require__(3580);
// EXTERNAL MODULE: ./lib/kit/parts/cdn/inputs.js + 2 modules
var inputs = __webpack_require__(3632);
// EXTERNAL MODULE: ./lib/kit/parts/cdn/plan-cdn.js
var plan_cdn = __webpack_require__(4100);
// EXTERNAL MODULE: ./lib/kit/judge/parser.js
var parser = __webpack_require__(9317);
// EXTERNAL MODULE: ./lib/kit/parts/database/discover-migrations.js
var discover_migrations = __webpack_require__(9020);
// EXTERNAL MODULE: ./lib/kit/parts/database/inputs.js
var database_inputs = __webpack_require__(6134);
// EXTERNAL MODULE: ./lib/kit/parts/database/order-files.js
var order_files = __webpack_require__(297);
// EXTERNAL MODULE: ./lib/kit/parts/database/plan-database.js + 16 modules
var plan_database = __webpack_require__(8964);
;// CONCATENATED MODULE: ./lib/kit/parts/database/against-record.js





const { directory, from, "out-of-order": outOfOrder } = database_inputs/* databaseInputs */.d;
/** What can be said of the migrations without the database: no secret is among it. */
const recordedDatabaseInputs = { directory, from, "out-of-order": outOfOrder };
/**
 * What `migrate` would do if the ledger were as the record has it: all files up to its newest migration applied.
 * Where no receipt tells, what comes before `from` is taken as applied.
 * @throws {UserError} PR102, PR412, PR414, PR416 as the plan itself.
 */
async function databaseAgainstRecord(inputs, head, world) {
    const files = await (0,discover_migrations/* discoverMigrations */.l)(world.root, inputs.directory);
    (0,plan_database/* refuseUnknownFrom */.Px)(inputs, files);
    const isApplied = (version) => {
        if (head !== undefined)
            return head !== null && (0,order_files/* byBytes */.b)(version, head) <= 0;
        return inputs.from !== undefined && (0,order_files/* byBytes */.b)(version, inputs.from) < 0;
    };
    const rows = files
        .filter(({ version }) => isApplied(version))
        .map(({ version, name }) => ({ version, name, statements: null }));
    const { part } = (0,plan_database/* planMigrations */.n6)({ parser: await (0,parser/* loadParser */.q)(), files, rows, invalid: [] }, inputs);
    const isAhead = typeof head === "string" && files.every(({ version }) => version !== head);
    const unverified = [
        ...(head === undefined
            ? ["the record has no migration: which of these files are applied already cannot be told"]
            : []),
        ...(isAhead ? [`${head} is applied, as the record has it, but is not among these files`] : []),
        "whether an applied file was edited can only be told by the database's own ledger",
    ];
    return { ...part, unverified };
}

// EXTERNAL MODULE: ./lib/kit/parts/functions/config-toml.js
var config_toml = __webpack_require__(7690);
// EXTERNAL MODULE: ./lib/kit/parts/functions/inspect-wanted.js + 5 modules
var inspect_wanted = __webpack_require__(4289);
// EXTERNAL MODULE: ./lib/kit/parts/functions/inputs.js
var functions_inputs = __webpack_require__(4742);
// EXTERNAL MODULE: ./lib/kit/parts/functions/plan-functions.js
var plan_functions = __webpack_require__(7716);
// EXTERNAL MODULE: ./lib/kit/parts/functions/recorded-change.js
var recorded_change = __webpack_require__(5084);
// EXTERNAL MODULE: ./lib/kit/parts/functions/source.js
var source = __webpack_require__(7462);
;// CONCATENATED MODULE: ./lib/kit/parts/functions/against-record.js






const { functions, "functions-directory": folder, "verify-jwt": verifyJwt } = functions_inputs/* functionsInputs */.l;
const { "import-map": importMap, "static-files": statics } = functions_inputs/* functionsInputs */.l;
/** What can be said of the functions without the platform: no secret is among it. */
const recordedFunctionsInputs = {
    functions,
    "functions-directory": folder,
    "verify-jwt": verifyJwt,
    "import-map": importMap,
    "static-files": statics,
};
/** What `deploy-functions` would do if what is live were what the record has. */
async function functionsAgainstRecord(inputs, recorded, world) {
    const wanted = await (0,inspect_wanted/* inspectWanted */.a)(inputs, world);
    const known = (0,recorded_change/* statesOf */.kY)(Object.fromEntries(recorded));
    const changes = wanted.filter(({ slug, state }) => !(0,source/* sameState */.yY)(known[slug] ?? null, state));
    const strangers = changes.filter(({ slug }) => !Object.hasOwn(known, slug)).map(({ slug }) => slug);
    const becomes = changes.map(({ slug, state }) => [slug, { was: (0,plan_functions/* json */.Pq)(known[slug] ?? null), becomes: (0,plan_functions/* json */.Pq)(state) }]);
    return {
        phase: "deploy-functions",
        work: changes.length === 0 ? "none" : "some",
        decisions: { functions: Object.fromEntries(becomes) },
        measurements: null,
        undo: { possible: "no", why: "not looked at: only the platform has the live sources" },
        unverified: [
            ...strangers.map((slug) => `the record has no change of ${slug}: it is new, or was never changed by this suite`),
            ...(await (0,config_toml/* configDisagreements */.O)(world.root, inputs.functionsDirectory, wanted)),
        ],
        says: changes.flatMap(({ slug, state }) => {
            const was = known[slug];
            return was === undefined ? [`${slug}: not in the record`] : (0,plan_functions/* sayings */.ZO)(slug, was ?? undefined, state);
        }),
    };
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/kit/parts/web/artifact.js
var artifact = __webpack_require__(9748);
// EXTERNAL MODULE: ./lib/kit/parts/web/inputs.js + 1 modules
var web_inputs = __webpack_require__(78);
// EXTERNAL MODULE: ./lib/kit/parts/web/required-env.js
var required_env = __webpack_require__(2793);
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

// EXTERNAL MODULE: ./lib/kit/release/record.js
var release_record = __webpack_require__(113);
;// CONCATENATED MODULE: ./lib/kit/release/recorded-live.js

/** More receipts than this are not read: what they tell of is old. */
const farthest = 500;
/**
 * Reads the record from its newest receipt back, until migrations, web and all named functions are known.
 * Changes that failed are passed over: what was there before them is told by older ones.
 */
async function recordedLive(github, target, slugs) {
    const release = await (0,release_record/* githubRecord */.BF)(github, target, "").live();
    const found = { head: undefined, functions: new Map(), web: undefined, open: [] };
    let read = 0;
    for await (const deployment of (0,release_record/* deployments */.bg)(github, (0,release_record/* recordEnvironment */.lk)(target), "rollout-receipt")) {
        read += 1;
        if (read > farthest || isWhole(found, slugs))
            break;
        const receipt = (0,release_record/* documentOf */.lM)(deployment, "receipt");
        if (receipt === undefined || !isNews(found, receipt))
            continue;
        take(found, receipt, stateIn((await (0,release_record/* lastStatus */.by)(github, deployment.id))?.description));
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
    return typeof json === "object" && json !== null && !Array.isArray(json) ? Object.keys(json) : [];
}
function field(json, name) {
    if (typeof json !== "object" || json === null || Array.isArray(json))
        return undefined;
    return Object.hasOwn(json, name) ? json[name] : undefined;
}

// EXTERNAL MODULE: ./lib/kit/parts/cdn/look-for-edges.js
var look_for_edges = __webpack_require__(2495);
// EXTERNAL MODULE: ./lib/kit/parts/functions/snapshot.js
var snapshot = __webpack_require__(3755);
;// CONCATENATED MODULE: ./lib/kit/parts/unmanaged/seen-not-deployed.js


/**
 * What the repository has for the platform that this suite leaves out on purpose, so that nobody believes
 * it was released: seeds, roles, buckets, auth configuration, functions that are not listed.
 */
async function seenNotDeployed(root, listed) {
    const supabase = (0,external_node_path_.join)(root, "supabase");
    const config = await (0,promises_.readFile)((0,external_node_path_.join)(supabase, "config.toml"), "utf8").catch(() => "");
    const functions = await (0,promises_.readdir)((0,external_node_path_.join)(supabase, "functions"), { withFileTypes: true }).catch(() => []);
    const unlisted = functions
        .filter((entry) => entry.isDirectory() && !entry.name.startsWith("_") && !listed.includes(entry.name))
        .map((entry) => `function ${entry.name} (not listed)`);
    const files = await Promise.all([
        ["seed.sql", "seed data (supabase/seed.sql)"],
        ["seeds", "seed data (supabase/seeds)"],
        ["roles.sql", "database roles (supabase/roles.sql)"],
    ].map(async ([name = "", text = ""]) => ((await exists((0,external_node_path_.join)(supabase, name))) ? [text] : [])));
    const sections = [
        [/^\[storage\.buckets/m, "storage buckets (config.toml)"],
        [/^\[auth/m, "auth configuration (config.toml)"],
        [/^\[edge_runtime\.secrets/m, "function secrets (config.toml)"],
    ];
    return [
        ...files.flat(),
        ...sections.flatMap(([sign, text]) => (sign.test(config) ? [text] : [])),
        ...unlisted.sort(),
    ];
}
async function exists(path) {
    return await (0,promises_.stat)(path).then(() => true, () => false);
}

// EXTERNAL MODULE: ./lib/kit/parts/web/plan-web.js + 1 modules
var plan_web = __webpack_require__(1971);
;// CONCATENATED MODULE: ./lib/actions/plan/plan-parts.js












/**
 * The part of each phase that `rollout.yml` has a section for, all looked at together. `only` are the phases of a run
 * that does one thing: what the others would do is told, and has no work.
 */
async function planParts(world, only) {
    const part = (phase, make) => {
        if (!world.sections.includes(phase))
            return Promise.resolve(absent(phase));
        return only === undefined || only.includes(phase) ? make() : leftOut(phase, make);
    };
    const [database, functions, web] = await Promise.all([
        part("migrate", () => (0,plan_database/* planDatabase */.$C)(world.section("migrate", database_inputs/* databaseInputs */.d), world)),
        part("deploy-functions", () => functionsWithSnapshot(world, only === undefined || only.includes("deploy-functions"))),
        part("deploy-web", () => (0,plan_web/* planWeb */.oL)(world.section("deploy-web", web_inputs/* webInputs */.m), world)),
    ]);
    return [database, functions, web, await planCdnPart(world, web.work)];
}
/** Comes after the web: there is something to purge when the web changes. Without a section no CDN may answer. */
async function planCdnPart(world, web) {
    if (world.sections.includes("purge-cdn"))
        return await (0,plan_cdn/* planCdn */.r)(world.section("purge-cdn", inputs/* cdnInputs */.t), web, world);
    if (world.sections.includes("deploy-web")) {
        const { origins } = world.section("deploy-web", { origins: web_inputs/* webInputs */.m.origins });
        await (0,look_for_edges/* refuseUndeclaredCdn */.J)(world, origins, { cdn: undefined, ignored: [] });
    }
    return absent("purge-cdn");
}
/**
 * Keeps the sources that are live beside the plan: they undo the functions even where the machine that changes
 * them is lost.
 */
async function functionsWithSnapshot(world, keeps) {
    const inputs = world.section("deploy-functions", functions_inputs/* functionsInputs */.l);
    const found = await (0,plan_functions/* inspectFunctions */.m8)(inputs, world);
    if (keeps && found.changes.length > 0)
        await (0,snapshot/* saveSnapshot */.Os)((0,snapshot/* snapshotOf */.eY)(inputs.supabase, found.changes), world, "plan");
    return (0,plan_functions/* functionsPart */.p5)(found);
}
/** A phase that this run leaves out: nothing of it may stop what the run is about. */
async function leftOut(phase, make) {
    const told = (line) => ({ ...absent(phase), says: [line] });
    try {
        const { work, says } = await make();
        const which = `left out by \`only\`, though it has work: ${says.join("; ")}`;
        return told(work === "none" ? "left out by `only`; it has no work" : which);
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.yo))
            throw error;
        return told(`left out by \`only\`; what it would do cannot be told: ${(0,user_error/* describe */.q0)(error)}`);
    }
}
/** The part of a phase that the file has no section for. */
function absent(phase) {
    return {
        phase,
        work: "none",
        decisions: null,
        measurements: null,
        undo: { possible: "yes" },
        unverified: [],
        says: [`rollout.yml has no section ${phase}`],
    };
}
/** What lies in the repository and is not deployed by this suite. */
async function unmanaged(world) {
    const listed = world.sections.includes("deploy-functions")
        ? world.section("deploy-functions", { functions: functions_inputs/* functionsInputs */.l.functions }).functions
        : [];
    return await seenNotDeployed(world.root, listed);
}

// EXTERNAL MODULE: ./lib/kit/parts/database/say-plan.js
var say_plan = __webpack_require__(7418);
// EXTERNAL MODULE: ./lib/kit/release/canonical.js
var canonical = __webpack_require__(1820);
// EXTERNAL MODULE: ./lib/kit/release/formats.js
var formats = __webpack_require__(5610);
// EXTERNAL MODULE: ./lib/kit/release/plan-stamp.js
var plan_stamp = __webpack_require__(6761);
;// CONCATENATED MODULE: ./lib/actions/plan/keep-plan.js







/** Writes plan.json for the artifact, and where there is a token the manifest into the record. */
async function keepPlan(made, githubToken, world) {
    const { context } = world;
    const record = githubToken === undefined
        ? undefined
        : (0,release_record/* githubRecord */.BF)(await world.github(githubToken), made.target, context.sha);
    const kept = await writePlan({ ...made, base: (await record?.live())?.release ?? null }, world);
    const { plan } = kept;
    if (plan.parts.some((part) => part.work === "some"))
        await record?.open(manifestOf(plan, context.runUrl));
    return kept;
}
/** Writes plan.json, and nothing into the record. */
async function writePlan(plan, { clock, context, temp }) {
    const path = (0,external_node_path_.join)(temp, "prism-rollout", "plan", "plan.json");
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
    const text = (0,formats/* writeFormat */.VD)(plan);
    await (0,promises_.writeFile)(path, text);
    const stamp = (0,plan_stamp/* stampText */.He)({ at: clock.now(), attempt: context.attempt, sha256: (0,canonical/* sha256 */.sc)(text) });
    return { plan, path, folder: (0,external_node_path_.dirname)(path), stamp };
}
function manifestOf({ release, target, commit, digests, parts }, runUrl) {
    const because = parts.map(say_plan/* noRollbackBecause */.S).find((one) => one !== undefined);
    const noRollback = because === undefined ? {} : { noRollback: because };
    const schema = "prism-rollout/manifest@1";
    return { schema, release, target, commit, runUrl, artifact: null, digests, ...noRollback };
}

;// CONCATENATED MODULE: ./lib/actions/plan/report-plan.js
/** The plan as a person reads it before approving: what changes, phase by phase, and what cannot be undone. */
function reportPlan(plan) {
    const busy = plan.parts.filter((part) => part.work === "some");
    const reason = busy.length === 0
        ? `${plan.target} has this release already: nothing to do.`
        : `${busy.length} of ${plan.parts.length} phases have work for ${plan.release}.`;
    return {
        verdict: "pass",
        reason,
        next: busy.length === 0 ? "Nothing to do." : nextStep(plan),
        evidence: [
            `${busy.length} of ${plan.parts.length} phases have work`,
            `${plan.gates.length} of ${plan.gates.length} declared gates are there`,
            ...plan.parts.flatMap((part) => part.unverified.map((text) => `not verified: ${text}`)),
        ],
        tables: [
            {
                title: "What would change",
                columns: ["phase", "work", "changes", "can be undone", "digest"],
                rows: plan.parts.map((part) => [
                    part.phase,
                    part.work,
                    part.says.join("\n"),
                    undoText(part),
                    (plan.digests[part.phase] ?? "").slice(0, 12),
                ]),
            },
            {
                title: "Gates",
                columns: ["before", "environment", "declared", "found"],
                rows: plan.gates.map((gate) => [gate.phase, gate.environment, gate.declared, gate.found.join(", ")]),
            },
        ].filter((table) => table.rows.length > 0),
        folded: plan.notDeployed.length === 0
            ? []
            : [
                {
                    title: "Seen in the repository, not deployed by this suite",
                    text: plan.notDeployed.join("\n"),
                },
            ],
    };
}
function nextStep({ gates, parts }) {
    const first = gates.find((gate) => parts.some((part) => part.phase === gate.phase && part.work === "some"));
    if (!first)
        return "No gate is declared for these phases: the chain goes on by itself.";
    return `Review the table, then approve or reject at ${first.environment}.`;
}
function undoText(part) {
    if (part.work === "none")
        return "–";
    return part.undo.possible === "yes" ? "yes" : `no: ${part.undo.why}`;
}

;// CONCATENATED MODULE: ./lib/actions/plan/preview.js

/** A preview releases nothing: it names no work, no digest and no release that anybody could go on with. */
function outputsOfPreview({ plan, path, folder }) {
    const none = plan.parts.map(({ phase }) => [`${phase}-work`, "none"]);
    return { work: "none", ...Object.fromEntries(none), path, folder };
}
/** The plan as any other, but first of all what it was compared with, and that it cannot be approved. */
function reportPreview(plan, preview) {
    const { evidence = [], tables = [], ...report } = reportPlan(plan);
    const busy = plan.parts.filter(({ work }) => work === "some").length;
    const said = preview.against === "record" ? "against the record, not against what is live" : "against what is live";
    return {
        ...report,
        reason: `Planned ${said}: ${busy} of ${plan.parts.length} phases would have work on ${plan.target}.`,
        next: "Nobody can approve this plan: once the commit is merged, plan looks anew and asks.",
        evidence: [
            ...comparedWith(preview),
            ...warnings(preview),
            ...evidence.filter((line) => !/declared gates/.test(line)),
        ],
        tables: [...settingsTable(preview.settings), ...tables],
    };
}
function comparedWith({ against, live, open }) {
    if (against === "live")
        return [];
    return [
        live === undefined
            ? "the record knows no release that is live here"
            : `the record's live release is ${live.release} (commit ${live.commit.slice(0, 12)})`,
        "gates, health, and what was changed by hand since were not looked at: that needs secrets",
        ...open.map((change) => `not verified: what became of ${change} is not in the record`),
    ];
}
function warnings({ settings, halted }) {
    const { changed, unverified } = settings;
    return [
        ...(halted === undefined ? [] : [`a release of this commit would be refused now: ${halted}`]),
        ...(changed.length === 0
            ? []
            : [`configuration: ${changed.length} settings of rollout.yml differ from those that are live`]),
        ...unverified.map((text) => `not verified: ${text}`),
    ];
}
const shown = 50;
function settingsTable({ changed }) {
    if (changed.length === 0)
        return [];
    const rows = changed
        .slice(0, shown)
        .map(({ key, was = "(not there)", is = "(not there)" }) => [key, was, is]);
    const more = changed.length > shown ? [[`and ${changed.length - shown} more`, "", ""]] : [];
    const title = "Configuration: what this commit changes in rollout.yml";
    return [{ title, columns: ["setting", "live release", "this commit"], rows: [...rows, ...more] }];
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
;// CONCATENATED MODULE: ./lib/kit/config/changed-settings.js

/** The settings in which two texts of `rollout.yml` differ, by their paths; undefined where one is no YAML. */
function changedSettings(before, after) {
    try {
        const [was, is] = [settingsIn(before), settingsIn(after)];
        const keys = [...new Set([...was.keys(), ...is.keys()])].sort();
        return keys
            .filter((key) => was.get(key) !== is.get(key))
            .map((key) => ({ key, was: was.get(key), is: is.get(key) }));
    }
    catch {
        return undefined;
    }
}
/** Mappings are walked, all else is one setting. The YAML library limits how far aliases may blow a file up. */
function settingsIn(text) {
    const found = new Map();
    const walk = (value, path) => {
        const isMapping = typeof value === "object" && value !== null && !Array.isArray(value);
        const entries = isMapping ? Object.entries(value) : [];
        if (entries.length === 0 && path !== "")
            found.set(path, changed_settings_shown(value));
        for (const [key, inner] of entries)
            walk(inner, path === "" ? key : `${path}.${key}`);
    };
    const document = (0,dist/* parse */.qg)(text, { logLevel: "error" });
    if (document !== null && document !== undefined)
        walk(document, "");
    return found;
}
const longest = 120;
function changed_settings_shown(value) {
    const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
    return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

;// CONCATENATED MODULE: ./lib/kit/release/file-at.js

/** A file of up to 1 MB as a commit has it, or in words why it cannot be read. */
async function fileAt(github, path, commit) {
    const route = "GET /repos/{owner}/{repo}/contents/{path}";
    try {
        const { data } = await github.request(route, { path, ref: commit });
        const { content, encoding } = (data ?? {});
        if (typeof content === "string" && encoding === "base64")
            return { text: Buffer.from(content, "base64").toString("utf8") };
        return { unread: `${path} at ${commit.slice(0, 12)} is no file` };
    }
    catch (error) {
        if (error instanceof user_error/* UserError */.yo)
            return { unread: error.message.replace(/[.\s]+$/, "") };
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/actions/plan/settings-since.js




/** Compares this commit's `rollout.yml` with that of the release that is live. */
async function settingsSince({ githubToken, config, workingDirectory }, live, { github, root }) {
    const path = external_node_path_.posix.join(workingDirectory.replaceAll("\\", "/"), config);
    const untold = (why) => ({
        changed: [],
        unverified: [`whether ${path} was changed cannot be told: ${why}`],
    });
    if (githubToken === undefined || live === undefined)
        return untold("no live release is known");
    const [before, after] = await Promise.all([
        fileAt(await github(githubToken), path, live.commit),
        (0,promises_.readFile)((0,external_node_path_.resolve)(root, config), "utf8").catch(() => undefined),
    ]);
    if ("unread" in before)
        return untold(before.unread);
    const changed = changedSettings(before.text, after ?? "");
    return changed === undefined ? untold("it is no YAML there") : { changed, unverified: [] };
}

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
    const made = {
        schema: "prism-rollout/plan@1",
        release: (0,ids/* releaseId */.Bf)(target, clock.now(), context.sha, context.runId),
        target,
        commit: context.sha,
        attempt: context.attempt,
        base: known?.release?.release ?? null,
        parts,
        gates: [],
        digests: Object.fromEntries(parts.map((part) => [part.phase, (0,plan/* partDigest */.S)(part)])),
        notDeployed: [],
    };
    const kept = await writePlan(made, world);
    const settings = await settingsSince(inputs, known?.release, world);
    const preview = {
        against: "record",
        live: known?.release,
        open: known?.open ?? [],
        settings,
        halted: undefined,
    };
    return { outputs: outputsOfPreview(kept), report: reportPreview(made, preview) };
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
    const [database, functions, web] = await Promise.all([
        has("migrate")
            ? databaseAgainstRecord(world.section("migrate", recordedDatabaseInputs), known?.head, world)
            : absent("migrate"),
        has("deploy-functions")
            ? functionsAgainstRecord(world.section("deploy-functions", recordedFunctionsInputs), known?.functions ?? new Map(), world)
            : absent("deploy-functions"),
        has("deploy-web")
            ? webAgainstRecord(world.section("deploy-web", recordedWebInputs), known?.web, world)
            : absent("deploy-web"),
    ]);
    const cdn = has("purge-cdn")
        ? (0,plan_cdn/* cdnPart */.J)(world.section("purge-cdn", inputs/* cdnInputs */.t), web.work)
        : absent("purge-cdn");
    return [database, functions, web, cdn];
}

// EXTERNAL MODULE: ./lib/kit/release/history.js
var release_history = __webpack_require__(7562);
;// CONCATENATED MODULE: ./lib/actions/plan/earlier-slice.js





/**
 * The release of this commit that an earlier run began and left open.
 * @throws {UserError} PR209 when the record has none, or cannot be read.
 */
async function earlierSlice({ githubToken }, target, { github, context }) {
    if (githubToken === undefined) {
        const fix = "Pass `github-token` with `deployments: write`.";
        throw new user_error/* UserError */.yo("PR209", "from-phase goes on with an earlier run, but the record cannot be read.", fix);
    }
    const forge = await github(githubToken);
    const manifest = await (0,release_record/* githubRecord */.BF)(forge, target, context.sha).unfinished(context.sha);
    if (manifest) {
        const changes = await (0,release_history/* changesOf */.f)(forge, target, manifest.release);
        const done = changes.flatMap(({ receipt: { phase } }) => (phase === "rollback" ? [] : [phase]));
        return { manifest, done };
    }
    throw new user_error/* UserError */.yo("PR209", `The record has no open release of ${context.sha.slice(0, 12)} for ${target} to go on with.`, "Run the slice before this one on the same commit (through-phase), or leave out from-phase.");
}
/**
 * The parts as the earlier run planned them, where what it has done hides that they are due: a purge is, because the
 * web changed, and that is no longer to be seen once it has.
 */
function stillDue({ release, digests }, parts) {
    return parts.map((part) => {
        const due = { ...part, work: "some", says: [`purge, as ${release} has planned`] };
        const isDue = part.phase === "purge-cdn" && part.work === "none" && (0,plan/* partDigest */.S)(due) === digests[part.phase];
        return isDue ? due : part;
    });
}
/**
 * Beginning later than where the earlier run has ended would bring the web live without its functions. What is still
 * to be done is seen; only a purge leaves nothing to be seen, so its receipt counts.
 * @throws {UserError} PR209 when a phase before this slice still has work.
 */
function refuseSkipped({ release }, parts, done, slice) {
    const before = release_slice/* sliceable */.f1.slice(0, slice[0] === undefined ? 0 : release_slice/* sliceable */.f1.indexOf(slice[0]));
    const skipped = parts
        .filter(({ phase, work }) => work === "some" && before.includes(phase))
        .flatMap(({ phase }) => (phase === "purge-cdn" && done.includes(phase) ? [] : [phase]));
    if (skipped.length === 0)
        return;
    throw new user_error/* UserError */.yo("PR209", `${skipped.join(", ")} ${skipped.length === 1 ? "has" : "have"} not been done by ${release}, and from-phase ${slice[0] ?? ""} would leave ${skipped.length === 1 ? "it" : "them"} out. Nothing was changed.`, `Begin with from-phase: ${skipped[0] ?? ""}.`);
}
/** @throws {UserError} PR202 when a phase of this slice would not do now what the earlier run planned. */
function refuseChanged({ release, digests }, parts, slice) {
    const changed = parts
        .filter((part) => !(0,release_slice/* isOutside */._K)(slice, part.phase))
        .filter((part) => digests[part.phase] !== undefined && digests[part.phase] !== (0,plan/* partDigest */.S)(part));
    if (changed.length === 0)
        return;
    throw new user_error/* UserError */.yo("PR202", `${changed.map(({ phase }) => phase).join(", ")} would not do now what ${release} has planned. Nothing was changed.`, "Something changed since then, or the build is not reproducible. Start a whole release anew.");
}

// EXTERNAL MODULE: ./lib/kit/ports/github.js + 1 modules
var ports_github = __webpack_require__(6874);
// EXTERNAL MODULE: ./lib/kit/release/phases.js
var phases = __webpack_require__(6848);
;// CONCATENATED MODULE: ./lib/kit/release/found-gates.js



const ruleTypes = {
    reviewers: "required_reviewers",
    "wait-timer": "wait_timer",
};
/**
 * Compares the declared gates with what GitHub has: GitHub creates a missing environment silently and
 * without protection, so a gate that is not there would not pause anything.
 * @throws {UserError} PR201 naming every gate that is not there.
 */
async function foundGates(github, gates, environments) {
    const declared = phases/* gatedPhases */.oY.filter((phase) => (gates[phase] ?? "none") !== "none");
    const found = await Promise.all(declared.map((phase) => look(github, gates[phase] ?? "none", phase, environments[phase])));
    const missing = found.flatMap((gate) => problemOf(gate));
    if (missing.length === 0)
        return found.map(({ gate }) => gate);
    throw new user_error/* UserError */.yo("PR201", `${missing.length} of ${found.length} declared gates are not there: ${missing.join("; ")}. Nothing was changed.`, "Create the environments with these rules under Settings → Environments, or declare the gate as none.");
}
async function look(github, declared, phase, environment) {
    const route = "GET /repos/{owner}/{repo}/environments/{environment_name}";
    try {
        const { data } = await github.request(route, { environment_name: environment });
        const rules = data.protection_rules ?? [];
        return {
            gate: { phase, environment, declared, found: rules.map((rule) => rule.type).sort() },
            exists: true,
        };
    }
    catch (error) {
        if (!(0,ports_github/* isNotFound */.c4)(error))
            throw error;
        return { gate: { phase, environment, declared, found: [] }, exists: false };
    }
}
function problemOf({ gate, exists }) {
    if (gate.declared === "none" || gate.found.includes(ruleTypes[gate.declared]))
        return [];
    const reason = exists ? `has no ${gate.declared}` : "does not exist";
    return [`${gate.phase} declares ${gate.declared}, but the environment ${gate.environment} ${reason}`];
}

;// CONCATENATED MODULE: ./lib/actions/plan/look-at-gates.js


/** The declared gates as GitHub has them; none where none is declared. */
async function lookAtGates(inputs, target, world) {
    if (Object.values(inputs.gates).every((rule) => rule === "none"))
        return [];
    if (inputs.githubToken === undefined) {
        world.log.warn("Gates are declared, but without github-token nobody can tell whether they are there.");
        return [];
    }
    return await foundGates(await world.github(inputs.githubToken), inputs.gates, {
        migrate: inputs.migrateEnvironment ?? (0,ids/* environmentOf */.p7)(target, "migrate"),
        "deploy-functions": inputs.deployFunctionsEnvironment ?? (0,ids/* environmentOf */.p7)(target, "deploy-functions"),
        "deploy-web": inputs.deployWebEnvironment ?? (0,ids/* environmentOf */.p7)(target, "deploy-web"),
    });
}

;// CONCATENATED MODULE: ./lib/actions/plan/preview-live.js










/**
 * The plan of a pull request of this repository: what a merge would change, compared with what is live. It opens no
 * record, and where the target is halted it says so: the pull request may be what mends it.
 */
async function previewLive(inputs, world) {
    const { context, clock } = world;
    const target = inputs.target ?? "default";
    const [gates, parts, notDeployed, live, halted] = await Promise.all([
        lookAtGates(inputs, target, world),
        planParts(world),
        unmanaged(world),
        liveRelease(inputs, target, world),
        haltOf(inputs, target, world),
    ]);
    const made = {
        schema: "prism-rollout/plan@1",
        release: (0,ids/* releaseId */.Bf)(target, clock.now(), context.sha, context.runId),
        target,
        commit: context.sha,
        attempt: context.attempt,
        base: live?.release ?? null,
        parts,
        gates,
        digests: Object.fromEntries(parts.map((part) => [part.phase, (0,plan/* partDigest */.S)(part)])),
        notDeployed,
    };
    const kept = await writePlan(made, world);
    const settings = await settingsSince(inputs, live, world);
    const report = reportPreview(made, { against: "live", live, open: [], settings, halted });
    return { outputs: outputsOfPreview(kept), report };
}
async function liveRelease({ githubToken }, target, { github, context }) {
    if (githubToken === undefined)
        return undefined;
    return await (0,release_record/* githubRecord */.BF)(await github(githubToken), target, context.sha).live();
}
async function haltOf({ githubToken }, target, world) {
    if (githubToken === undefined)
        return undefined;
    try {
        await (0,halt/* refuseHalted */.pJ)(await world.github(githubToken), target, world.context.sha);
        return undefined;
    }
    catch (error) {
        if (error instanceof user_error/* UserError */.yo && error.code === "PR207")
            return `${error.message} ${error.fix}`;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/actions/plan/plan.js












/** Looks at everything a release would change, compares the gates, writes plan.json, opens the record. */
async function plan_plan(inputs, world) {
    const { context } = world;
    const event = await runEvent(world.env);
    refuseTargetEvent(event);
    const { against } = inputs;
    if (against === "record" || (against === "auto" && event.pullRequest?.stranger === true))
        return await planAgainstRecord(inputs, world);
    if (event.pullRequest !== undefined)
        return await previewLive(inputs, world);
    const target = inputs.target ?? "default";
    const { only, fromPhase, throughPhase } = inputs;
    const slice = only ? (0,release_slice/* sliceOnly */.Pe)(only, fromPhase, throughPhase) : (0,release_slice/* sliceOf */.Mz)(fromPhase, throughPhase);
    const [gates, found, notDeployed, earlier] = await Promise.all([
        lookAtGates(inputs, target, world),
        planParts(world, only && slice),
        unmanaged(world),
        inputs.fromPhase === undefined ? undefined : earlierSlice(inputs, target, world),
        refuseHaltedTarget(inputs, target, world),
    ]);
    const parts = earlier === undefined ? found : stillDue(earlier.manifest, found);
    if (earlier !== undefined) {
        refuseSkipped(earlier.manifest, parts, earlier.done, slice);
        refuseChanged(earlier.manifest, parts, slice);
    }
    const made = {
        schema: "prism-rollout/plan@1",
        release: earlier?.manifest.release ?? (0,ids/* releaseId */.Bf)(target, world.clock.now(), context.sha, context.runId),
        target,
        commit: context.sha,
        attempt: context.attempt,
        base: null,
        parts,
        gates,
        digests: Object.fromEntries(parts.map((part) => [part.phase, (0,plan/* partDigest */.S)(part)])),
        notDeployed,
    };
    const { plan: kept, path, folder, stamp } = await keepPlan(made, inputs.githubToken, world);
    return {
        outputs: { ...outputsOf(kept, slice, earlier !== undefined), stamp, path, folder },
        report: reportPlan(kept),
    };
}
async function refuseHaltedTarget({ githubToken }, target, world) {
    if (githubToken === undefined)
        return;
    await (0,halt/* refuseHalted */.pJ)(await world.github(githubToken), target, world.context.sha);
}
/** A phase outside of the slice has no work, and so passes no gate. An open release is to be checked and closed. */
function outputsOf({ release, parts, digests }, slice, goesOn) {
    const own = parts.flatMap(({ phase, work }) => [
        [`${phase}-work`, (0,release_slice/* isOutside */._K)(slice, phase) ? "none" : work],
        [`${phase}-digest`, digests[phase] ?? ""],
    ]);
    const some = parts.some(({ phase, work }) => work === "some" && !(0,release_slice/* isOutside */._K)(slice, phase));
    const common = { release, slice: slice.join(","), work: some || goesOn ? "some" : "none" };
    return { ...common, ...Object.fromEntries(own) };
}

// EXTERNAL MODULE: ./lib/actions/plan/spec.js
var spec = __webpack_require__(7216);
;// CONCATENATED MODULE: ./lib/actions/plan/main.js



/** Runs this action as a runner starts it. */
const main = (specs) => (0,run/* runAction */.C)(spec/* spec */.I, plan_plan, specs);


/***/ }),

/***/ 7216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ spec)
/* harmony export */ });
/* harmony import */ var _kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6583);
/* harmony import */ var _kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7906);
/* harmony import */ var _kit_action_spec_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5596);
/* harmony import */ var _kit_release_only_input_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1303);
/* harmony import */ var _kit_release_gates_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9570);





const sliceNames = ["migrate", "deploy-functions", "deploy-web", "purge-cdn", "smoke", "observe"];
const environment = (phase) => (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: `The environment that gates ${phase}. Default: <target>-${phase}.` }));
const spec = (0,_kit_action_spec_js__WEBPACK_IMPORTED_MODULE_4__/* .defineAction */ .Q)({
    name: "plan",
    title: "Plan",
    description: "Says what a release would change, before any gate, and gives each phase's part a digest.",
    inputs: {
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .placeInputs */ .vb,
        gates: (0,_kit_release_gates_js__WEBPACK_IMPORTED_MODULE_3__/* .gatesInput */ .R)("What must pause the chain before a phase; compared with what GitHub has."),
        "migrate-environment": environment("migrate"),
        "deploy-functions-environment": environment("deploy-functions"),
        "deploy-web-environment": environment("deploy-web"),
        against: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)(["auto", "live", "record"], {
            description: "What this commit is compared with: what is live, or what the record has of it, for which no provider's secret is needed. `auto` is live; record on a pull request from a fork or by dependabot, which get no secrets.",
            default: "auto",
        }),
        "from-phase": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)(sliceNames, {
            description: "Begin here: go on with the release of this commit that the record has.",
        })),
        "through-phase": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)(sliceNames, { description: "End here; a later run goes on." })),
        only: _kit_release_only_input_js__WEBPACK_IMPORTED_MODULE_2__/* .onlyInput */ .b,
        artifact: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: "Folder of the built site, as `build` made it." })),
        "github-token": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .secret */ .rJ)({ description: "Token for gates and record (`actions: read`, `deployments: write`)." })),
        "database-url": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .secret */ .rJ)({ description: "Connection string of a role that may read the ledger." })),
        "supabase-access-token": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .secret */ .rJ)({ description: "Supabase access token; reading is enough." })),
        "host-token": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .secret */ .rJ)({ description: "Token of the web host; reading is enough." })),
        "protection-bypass": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .secret */ .rJ)({ description: "Lets probes pass the host's deployment protection." })),
    },
    outputs: {
        release: "Id of the release.",
        work: "none when there is nothing to release, else some.",
        "migrate-work": "none or some.",
        "migrate-digest": "Digest of the part that migrate must do.",
        "deploy-functions-work": "none or some.",
        "deploy-functions-digest": "Digest of the part that deploy-functions must do.",
        "deploy-web-work": "none or some.",
        "deploy-web-digest": "Digest of the part that deploy-web must do.",
        "purge-cdn-work": "none or some.",
        "purge-cdn-digest": "Digest of the part that purge-cdn must do.",
        slice: "The phases of this run, by commas; empty for all of them.",
        stamp: "When the plan was made, by which attempt, and the SHA-256 of plan.json.",
        path: "Path of plan.json.",
        folder: "Folder of plan.json and of the snapshot that undoes the functions; upload it.",
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

/***/ 5084:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JD: () => (/* binding */ isLost),
/* harmony export */   MK: () => (/* binding */ changeToUndo),
/* harmony export */   kY: () => (/* binding */ statesOf)
/* harmony export */ });
/* harmony import */ var _release_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1820);

/**
 * What is to be undone, as a snapshot: the receipts (oldest first) say what was live before and what was to be;
 * the snapshots add the sources, where theirs are those of that state. Without receipts the snapshots alone tell.
 */
function changeToUndo(project, receipts, snapshots) {
    const kept = snapshots.flatMap((snapshot) => Object.entries(snapshot.functions));
    const schema = "prism-rollout/snapshot@1";
    if (receipts.length === 0) {
        return { schema, project, functions: Object.fromEntries(kept.toReversed()) };
    }
    const before = {};
    const intended = {};
    for (const receipt of receipts) {
        Object.assign(before, { ...statesOf(receipt.before), ...before });
        Object.assign(intended, statesOf(receipt.intended));
    }
    const entries = Object.keys(before).flatMap((slug) => {
        const becomes = intended[slug] ?? null;
        const was = before[slug] ?? null;
        return becomes === null ? [] : [[slug, { was: wasOf(slug, was, kept), becomes }]];
    });
    return { schema, project, functions: Object.fromEntries(entries) };
}
/** True where the sources are lost that a function would go back to: what the platform never gave is not lost. */
function isLost(entry) {
    return entry.was !== null && entry.was.source === null && entry.was.state.digest !== null;
}
function wasOf(slug, state, kept) {
    if (state === null)
        return null;
    const same = kept.find(([name, entry]) => name === slug && (0,_release_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .digest */ .br)(entry.was?.state ?? null) === (0,_release_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .digest */ .br)(state));
    if (same?.[1].was)
        return same[1].was;
    const listed = { id: "", slug, name: slug, status: "ACTIVE", version: 0 };
    return { listed, state, source: null };
}
/** Receipts come from the record, which others can write to: what is no state is left out. */
function statesOf(json) {
    if (typeof json !== "object" || json === null || Array.isArray(json))
        return {};
    const entries = Object.entries(json).flatMap(([slug, state]) => isState(state) ? [[slug, state]] : []);
    return Object.fromEntries(entries);
}
function isState(json) {
    if (json === null)
        return true;
    if (typeof json !== "object")
        return false;
    const { digest: known, settings } = json;
    return known !== undefined && typeof settings?.verifyJwt === "boolean";
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

/***/ 1971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rI: () => (/* binding */ factsBefore),
  L4: () => (/* binding */ inspectWeb),
  oL: () => (/* binding */ planWeb),
  Jj: () => (/* binding */ refuseBlocked),
  GC: () => (/* binding */ webPart),
  Dd: () => (/* binding */ withResets)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/kit/providers/hosts/hosts.js + 13 modules
var hosts = __webpack_require__(3882);
// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(5304);
// EXTERNAL MODULE: ./lib/kit/parts/web/artifact.js
var artifact = __webpack_require__(9748);
;// CONCATENATED MODULE: ./lib/kit/parts/web/compare-files.js
const shown = 8;
/** `before` is SHA-1 by path. */
function compareFiles(before, after) {
    const there = new Set(after.map(({ path }) => path));
    return {
        added: after.filter(({ path }) => !before.has(path)).map(({ path }) => path),
        changed: after
            .filter(({ path, sha1 }) => before.has(path) && before.get(path) !== sha1)
            .map(({ path }) => path),
        removed: [...before.keys()].filter((path) => !there.has(path)).sort(),
    };
}
/** «files: 1 changed (index.html), 2 added (…), 2 removed (…)» */
function filesLine({ added, changed, removed }) {
    const part = (paths, word) => {
        if (paths.length === 0)
            return [];
        const more = paths.length > shown ? `, and ${paths.length - shown} more` : "";
        return [`${paths.length} ${word} (${paths.slice(0, shown).join(", ")}${more})`];
    };
    const parts = [...part(changed, "changed"), ...part(added, "added"), ...part(removed, "removed")];
    return parts.length === 0 ? "files: none differ" : `files: ${parts.join(", ")}`;
}

// EXTERNAL MODULE: ./lib/kit/parts/web/required-env.js
var required_env = __webpack_require__(2793);
;// CONCATENATED MODULE: ./lib/kit/parts/web/plan-web.js






/** The `deploy-web` part of the plan. @throws {UserError} when nothing may be promoted, or a value is wrong. */
async function planWeb(inputs, world) {
    const facts = await inspectWeb(inputs, world, (0,hosts/* openHost */.Z)(inputs, world));
    const part = webPart(facts);
    if (part.work === "some")
        refuseBlocked(facts.live);
    return part;
}
/** Reads artifact, host and values. Changes nothing. */
async function inspectWeb(inputs, world, host) {
    if (inputs.artifact === undefined) {
        const fix = "Pass the output `path` of `build` (or the downloaded artifact) as `artifact`.";
        throw new user_error/* UserError */.yo("PR105", "There is no built site to release: `artifact` is not given.", fix);
    }
    const site = await (0,artifact/* readSite */.Us)((0,external_node_path_.resolve)(world.root, inputs.artifact));
    const required = (0,required_env/* requiredOf */.VU)(site, inputs.requiredEnv);
    const live = await host.inspect();
    const again = inputs.only === "deploy-web";
    const env = (0,required_env/* compareEnv */.Tc)(site, required, await host.env(Object.keys(required)), { reset: again });
    const files = live.deployment === null ? undefined : await host.filesOf(live.deployment);
    const was = { deployment: live.deployment, marker: live.said.marker };
    const changes = files && compareFiles(files, site.files);
    return { hostName: inputs.host, site, live, was, env, changes, again, noWayBack: host.noWayBack };
}
/**
 * The facts as they were before an earlier attempt of this same release began: its own staged deployment knows
 * what was live then. Undefined where something else is live too, so that nothing is mistaken for our own work.
 */
async function factsBefore(facts, host, staged) {
    const { previous, deployment } = staged;
    const served = Object.values(facts.live.domains);
    if (!served.every((one) => one === deployment || one === previous))
        return undefined;
    const marker = previous === null ? null : (await host.said(previous)).marker;
    return { ...facts, was: { deployment: previous, marker } };
}
/**
 * The facts with the required values as they were approved: what an earlier attempt has set already is held as it is
 * required by now.
 */
function withResets(facts, approved) {
    const decided = (approved?.decisions ?? {});
    const env = Object.entries(facts.env).map(([name, finding]) => {
        const done = finding.host === "equal" && decided.requiredEnv?.[name]?.host === "reset";
        return [name, done ? { ...finding, host: "reset" } : finding];
    });
    return { ...facts, env: Object.fromEntries(env) };
}
/** Pure: what would be done, from what was found. */
function webPart(facts) {
    const { site, live, was, hostName, env, changes, again } = facts;
    const work = was.marker === site.marker && isUnanimous(live) && !again ? "none" : "some";
    const mixed = was.deployment === null && !isUnanimous(live) ? { domains: live.domains } : {};
    return {
        phase: "deploy-web",
        work,
        decisions: {
            host: hostName,
            project: live.project,
            was: { ...was, ...mixed },
            becomes: { artifactDigest: site.digest, commit: site.commit },
            requiredEnv: Object.fromEntries(Object.entries(env).map(([name, finding]) => [name, { ...finding }])),
            ...(again ? { again } : {}),
        },
        measurements: {
            files: site.files.length,
            bytes: site.files.reduce((sum, file) => sum + file.size, 0),
            ...(changes ? { added: changes.added, changed: changes.changed, removed: changes.removed } : {}),
        },
        undo: wayBack(facts),
        unverified: [...(0,required_env/* unverifiedEnv */.Pz)(env), ...live.notes],
        says: work === "none" ? [] : says(facts),
    };
}
/** @throws {UserError} PR435 when the host is in a state in which nothing may be promoted. */
function refuseBlocked({ blocked, moving }, own) {
    if (blocked)
        throw blocked;
    if (moving === null || moving === own)
        return;
    throw new user_error/* UserError */.yo("PR435", `The production domains are being moved to ${moving} right now. Nothing was changed.`, "Wait until that has ended, then start a new run.");
}
function isUnanimous({ domains }) {
    return new Set(Object.values(domains)).size === 1;
}
function wayBack({ was, live, noWayBack }) {
    if (noWayBack !== undefined)
        return { possible: "no", why: noWayBack };
    if (was.deployment !== null)
        return { possible: "yes" };
    const none = Object.values(live.domains).every((one) => one === null);
    const why = none
        ? "there is no deployment to go back to"
        : "the production domains serve different deployments, which no rollback restores";
    return live.project === null ? { possible: "yes" } : { possible: "no", why };
}
function says({ site, was, hostName, live, changes, env }) {
    const where = live.project === null ? hostName : `${hostName} ${live.project}`;
    const old = was.marker ?? was.deployment ?? "what is live";
    const resets = Object.entries((0,required_env/* resetsOf */._O)(env)).map(([name, value]) => `${where}: ${name} is set to ${JSON.stringify(value)} again, where it is another value`);
    const line = old === site.marker ? `${where}: ${old} is deployed again` : `${where}: ${old} becomes ${site.marker}`;
    return [...resets, line, ...(changes ? [filesLine(changes)] : [])];
}


/***/ }),

/***/ 2793:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pz: () => (/* binding */ unverifiedEnv),
/* harmony export */   Tc: () => (/* binding */ compareEnv),
/* harmony export */   VU: () => (/* binding */ requiredOf),
/* harmony export */   _O: () => (/* binding */ resetsOf)
/* harmony export */ });
/* unused harmony export namesHeldOtherwise */
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5304);

/** Every variable that must have a value: what `build` required, and what is declared beside it. */
function requiredOf(artifact, declared) {
    const built = Object.entries(artifact.env).map(([name, { required }]) => [name, required]);
    return { ...Object.fromEntries(built), ...declared };
}
/**
 * Compares required values with the artifact's proof and the host's own values.
 * @throws {UserError} PR402 when the build saw another value, PR434 when the host holds another one that is not to be
 * `reset`.
 */
function compareEnv(artifact, required, host, { reset = false } = {}) {
    const names = Object.keys(required).sort();
    const wrong = names.filter((name) => builtOtherwise(artifact, name, required[name] ?? ""));
    if (wrong.length > 0) {
        const what = wrong.map((name) => `${name}=${JSON.stringify(required[name])}`).join(", ");
        const fix = "Declare the same value in `build: required-env`, and build again.";
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR402", `The release requires ${what}, but its build saw another value.`, fix);
    }
    const differing = namesHeldOtherwise(required, host);
    if (differing.length > 0 && !reset) {
        const what = differing.map((name) => `${name}=${JSON.stringify(required[name])}`).join(", ");
        const fix = "Correct the variable at the host for production (a build there would bring it back), or run with `only: deploy-web`, which sets it; then run again.";
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR434", `The release requires ${what}, but the host holds another value.`, fix);
    }
    return Object.fromEntries(names.map((name) => [name, finding(artifact, name, required[name] ?? "", host[name])]));
}
/** The names for which the host holds another value than the required one. */
function namesHeldOtherwise(required, host) {
    return Object.keys(required)
        .sort()
        .filter((name) => {
        const held = host[name];
        return held?.state === "value" && held.value !== required[name];
    });
}
/** What this release sets at the host, by name. */
function resetsOf(findings) {
    const due = Object.entries(findings).filter(([, { host }]) => host === "reset");
    return Object.fromEntries(due.map(([name, { required }]) => [name, required]));
}
/** What could not be proven, in sentences. */
function unverifiedEnv(findings) {
    return Object.entries(findings).flatMap(([name, { build, host }]) => [
        ...(build === "unverifiable" ? [`${name} is unverifiable in the build.`] : []),
        ...(host === "unreadable" ? [`${name} is unverifiable at the host: its value cannot be read.`] : []),
        ...(host === "absent"
            ? [`${name} is not set at the host; a build there would take it from its files.`]
            : []),
    ]);
}
function finding(artifact, name, required, held) {
    const build = artifact.env[name]?.proof === "vite" ? "proven" : "unverifiable";
    if (held?.state !== "value")
        return { required, build, host: held?.state ?? "unreadable" };
    return { required, build, host: held.value === required ? "equal" : "reset" };
}
function builtOtherwise(artifact, name, required) {
    const proof = artifact.env[name];
    return proof?.proof === "vite" && proof.value !== required;
}


/***/ }),

/***/ 9570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ gatesInput)
/* harmony export */ });
/* harmony import */ var _action_input_map_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9148);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6848);


/** The input `gates`: `none`, or the rule that each gated phase's environment must have. */
function gatesInput(description) {
    return {
        description,
        required: false,
        secret: false,
        fallback: "none",
        kind: "`none` or rule by phase",
        parse,
        schema: {
            anyOf: [
                { const: "none" },
                { type: "string", pattern: "^\\s*$|:|^\\s*\\{" },
                {
                    type: "object",
                    additionalProperties: false,
                    properties: Object.fromEntries(_phases_js__WEBPACK_IMPORTED_MODULE_1__/* .gatedPhases */ .oY.map((phase) => [phase, { enum: ["reviewers", "wait-timer", "none"] }])),
                },
            ],
        },
    };
}
function parse(raw) {
    if (raw === "none")
        return { value: {} };
    const refused = {
        expected: "none, or reviewers / wait-timer / none by phase",
        write: "{ migrate: reviewers }",
    };
    const map = typeof raw === "string" ? (0,_action_input_map_js__WEBPACK_IMPORTED_MODULE_0__/* .mapFromText */ .oW)(raw) : raw;
    if (typeof map !== "object" || map === null || Array.isArray(map))
        return refused;
    const fits = Object.entries(map).every(([phase, rule]) => _phases_js__WEBPACK_IMPORTED_MODULE_1__/* .gatedPhases */ .oY.includes(phase) &&
        ["reviewers", "wait-timer", "none"].some((known) => known === rule));
    return fits ? { value: map } : refused;
}


/***/ }),

/***/ 91:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ resume),
/* harmony export */   pJ: () => (/* binding */ refuseHalted),
/* harmony export */   yj: () => (/* binding */ halt)
/* harmony export */ });
/* unused harmony export isReverted */
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5304);
/* harmony import */ var _ports_github_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6874);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(113);



const haltTask = "rollout-halt";
/** Halts a target. Once is enough: a second time for the same release changes nothing. */
async function halt(github, target, because) {
    const known = await haltsOf(github, target);
    if (known.some((one) => one.halt.release === because.release))
        return;
    const environment = (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .recordEnvironment */ .lk)(target);
    const id = await (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .create */ .vt)(github, { environment, ref: because.commit, task: haltTask, payload: because });
    await (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .setStatus */ .Lx)(github, id, "failure", because.reason);
}
/** Lets releases through again. Gives the halts that were lifted; each says by whom and why from now on. */
async function resume(github, target, { actor }, reason) {
    const halts = await haltsOf(github, target);
    for (const { id } of halts)
        await (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .setStatus */ .Lx)(github, id, "inactive", `resumed by ${actor}: ${reason}`);
    return halts.map((one) => one.halt);
}
/**
 * Refuses a commit that contains one for which the target was halted, unless it was reverted since.
 * @throws {UserError} PR207 naming the release, its commit and the reason.
 */
async function refuseHalted(github, target, sha) {
    for (const { halt: known } of await haltsOf(github, target)) {
        if (!(await contains(github, sha, known.commit)))
            continue;
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR207", `${target} is halted since ${known.at}: ${known.release} ended because ${known.reason}, and ${sha.slice(0, 12)} contains its commit ${known.commit.slice(0, 12)}. Nothing was changed.`, `Revert that commit (git revert ${known.commit.slice(0, 12)}), or run the rollback action with \`resume: <why it may go on>\`.`);
    }
}
/** Every halt that nobody has lifted. */
async function haltsOf(github, target) {
    const all = await (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)(github, (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .recordEnvironment */ .lk)(target), haltTask);
    const states = await Promise.all(all.map(({ id }) => (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .lastStatus */ .by)(github, id)));
    return all.flatMap((deployment, index) => {
        const known = (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .documentOf */ .lM)(deployment, "halt");
        return known === undefined || states[index]?.state === "inactive"
            ? []
            : [{ id: deployment.id, halt: known }];
    });
}
const page = 100;
/** Whether a commit has another one among its ancestors, and no revert of it after it. */
async function contains(github, sha, bad) {
    const commits = [];
    for (let number = 1;; number += 1) {
        const comparison = await compare(github, bad, sha, number);
        if (comparison?.status !== "ahead" && comparison?.status !== "identical")
            return false;
        const some = comparison.commits ?? [];
        commits.push(...some.map((one) => ({ sha: one.sha, message: one.commit.message ?? "" })));
        if (some.length === 0 || commits.length >= (comparison.total_commits ?? 0))
            return !isReverted(bad, commits);
    }
}
async function compare(github, bad, sha, number) {
    const query = { basehead: `${bad}...${sha}`, per_page: page, page: number };
    try {
        const { data } = await github.request("GET /repos/{owner}/{repo}/compare/{basehead}", query);
        return data;
    }
    catch (error) {
        // Of a commit that the repository has no more, nothing can descend.
        if ((0,_ports_github_js__WEBPACK_IMPORTED_MODULE_1__/* .isNotFound */ .c4)(error))
            return undefined;
        throw error;
    }
}
/** Whether commits, parents first, leave `bad` reverted: git names what it reverts, and a revert can be reverted. */
function isReverted(bad, commits) {
    let revert;
    for (const { sha, message } of commits) {
        for (const [, named = ""] of message.matchAll(/\bThis reverts commit ([0-9a-f]{12,40})\b/g)) {
            if (revert === undefined && bad.startsWith(named))
                revert = sha;
            else if (revert?.startsWith(named))
                revert = undefined;
        }
    }
    return revert !== undefined;
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
