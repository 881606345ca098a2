export const id = 348;
export const ids = [348];
export const modules = {

/***/ 8348:
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
var health = __webpack_require__(8433);
// EXTERNAL MODULE: ./lib/kit/parts/checks/health-inputs.js
var health_inputs = __webpack_require__(2983);
// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(5304);
// EXTERNAL MODULE: ./lib/kit/providers/supabase/functions-api.js + 1 modules
var functions_api = __webpack_require__(7299);
// EXTERNAL MODULE: ./lib/kit/ports/retry.js
var retry = __webpack_require__(3073);
// EXTERNAL MODULE: ./lib/kit/parts/functions/free-conflicts.js
var free_conflicts = __webpack_require__(1063);
// EXTERNAL MODULE: ./lib/kit/parts/functions/inspect-live.js
var inspect_live = __webpack_require__(6834);
// EXTERNAL MODULE: ./lib/kit/parts/functions/plan-functions.js + 4 modules
var plan_functions = __webpack_require__(8413);
// EXTERNAL MODULE: ./lib/kit/ports/exec.js
var exec = __webpack_require__(3566);
;// CONCATENATED MODULE: ./lib/kit/parts/functions/run-command.js


/**
 * Runs the user's own deployment by a shell, in the stack's folder, with the declared environment only.
 * @throws {UserError} PR441 when it ends with another status than 0; the signal's reason when the job is to stop.
 */
async function runCommand(command, inputs, world) {
    const env = (0,exec/* childEnv */.g)(world.env, commandEnv(inputs));
    const { root: cwd, signal } = world;
    const { exitCode, tail } = await world.exec("sh", ["-c", command], { cwd, env, signal });
    signal.throwIfAborted();
    if (exitCode === 0)
        return;
    const last = tail.trim().split("\n").at(-1) ?? "";
    throw new user_error/* UserError */.yo("PR441", `${command} ended with status ${exitCode}: ${last.slice(0, 300) || "(it printed nothing)"}`, "Mend what its output above says. It may have changed some functions before it failed.");
}
function commandEnv(inputs) {
    const { supabase, supabaseAccessToken, supabaseApiUrl, commandToken } = inputs;
    const fill = (text) => text.replaceAll("{supabase}", supabase).replaceAll("{supabase-api-url}", supabaseApiUrl);
    const filled = Object.entries(inputs.commandEnv).map(([name, text]) => [name, fill(text)]);
    const token = commandToken === undefined ? [] : [[commandToken, supabaseAccessToken]];
    return Object.fromEntries([...filled, ...token]);
}

// EXTERNAL MODULE: ./lib/kit/parts/functions/snapshot.js
var snapshot = __webpack_require__(3755);
// EXTERNAL MODULE: ./lib/kit/parts/functions/stage.js
var stage = __webpack_require__(6481);
// EXTERNAL MODULE: ./lib/kit/parts/functions/upload.js
var functions_upload = __webpack_require__(5506);
;// CONCATENATED MODULE: ./lib/kit/parts/functions/stage-changes.js



/**
 * Bundles all changed functions. An abandoned bundle in the way of a live function is no failure yet.
 * @throws {UserError} PR421 and the like when any other bundle fails; what is served is untouched then.
 */
async function stageChanges(api, inputs, changes, world) {
    const all = changes.map((change) => conflictOf(change, inputs));
    const staged = await world.log.group(`Bundle ${changes.length} functions`, () => (0,stage/* stageAll */.g)(api, all.map(({ bundle }) => bundle), world));
    const blocked = staged.failed.filter(({ conflict }) => conflict).map(({ slug }) => slug);
    const conflicts = all.filter(({ change }) => change.live && blocked.includes(change.slug));
    const failed = staged.failed.filter(({ slug }) => conflicts.every(({ change }) => change.slug !== slug));
    if (failed.length === 0)
        return { ready: staged.ready, conflicts };
    await leave(api, changes, staged, world);
    throw bundlesFailed(failed, changes.length);
}
function bundlesFailed(failed, of) {
    const [first, ...others] = failed;
    const rest = others.map(({ error }) => `; ${error.message}`).join("");
    return new user_error/* UserError */.yo(first?.error.code ?? "PR421", `${failed.length} of ${of} functions could not be bundled, so none was activated: ${first?.error.message ?? ""}${rest}`, first?.error.fix ?? "Mend the function.");
}
/**
 * What was bundled beside a failure stays on the platform: to close it, it would have to be activated. A
 * function that was never live is, for the moment in which it is removed.
 */
async function leave(api, changes, { ready }, { log }) {
    const isNew = (slug) => changes.some((one) => one.slug === slug && !one.live);
    const fresh = ready.filter(({ slug }) => isNew(slug));
    if (fresh.length > 0)
        await api.activate(fresh);
    for (const { slug } of fresh)
        await api.remove(slug);
    const left = ready.filter(({ slug }) => !isNew(slug)).map(({ slug }) => slug);
    if (left.length === 0)
        return;
    log.warn(`${left.join(", ")}: the new bundle waits on the platform, not active. The next deployment by this suite makes ` +
        "room for itself; until then Supabase answers 409 to other tools.");
}
function conflictOf(change, { functionsDirectory }) {
    const { slug, live, wanted } = change;
    const liveVersion = live?.listed.version ?? 0;
    const make = ({ source, state }) => {
        const upload = (0,functions_upload/* uploadOf */.n)(slug, source, state.settings.verifyJwt, functionsDirectory);
        return { slug, upload, liveVersion };
    };
    const old = live?.source === undefined ? undefined : make({ source: live.source, state: live.state });
    return { change, bundle: make(wanted), old };
}

;// CONCATENATED MODULE: ./lib/kit/parts/functions/apply-functions.js









/**
 * Brings all changed functions live together: snapshot, bundles, one activation. With `command` the user's
 * own deployment takes the place of the last two. What an earlier attempt has done stands in the receipt
 * with the rest, and is not done again.
 * @throws {UserError} PR421 when a bundle fails (nothing new is live then), PR441 when the command fails.
 */
async function applyFunctions(inputs, { changes, done }, journal, world) {
    const api = (0,functions_api/* functionsApi */.M)(world, inputs);
    if (changes.length > 0) {
        world.emit({ snapshot: await (0,snapshot/* saveSnapshot */.Os)((0,snapshot/* snapshotOf */.eY)(inputs.supabase, changes), world) });
    }
    const byApi = inputs.command === undefined && changes.length > 0;
    const staged = byApi ? await stageChanges(api, inputs, changes, world) : { ready: [], conflicts: [] };
    const before = {
        ...states(changes, ({ live }) => (0,plan_functions/* json */.Pq)(live?.state ?? null)),
        ...Object.fromEntries(done.map(({ slug, was }) => [slug, was])),
    };
    const becomes = Object.fromEntries(done.map((one) => [one.slug, one.becomes]));
    const intended = { ...states(changes, ({ wanted }) => (0,plan_functions/* json */.Pq)(wanted.state)), ...becomes };
    await journal.change("functions", { before, intended }, async () => {
        if (changes.length === 0)
            return becomes;
        if (inputs.command !== undefined)
            await runCommand(inputs.command, inputs, world);
        const ready = byApi ? await activate(api, staged, world) : [];
        return { ...(await readBack(api, changes, ready, world)), ...becomes };
    });
}
/** The one moment in which what users meet changes. */
async function activate(api, { ready, conflicts }, world) {
    const freed = await (0,free_conflicts/* freeConflicts */.O)(api, conflicts, world);
    if (freed.failed.length > 0)
        throw bundlesFailed(freed.failed, ready.length + conflicts.length);
    const all = [...ready, ...freed.ready];
    await api.activate(all);
    return all;
}
/** What is live after the change, once the list shows it. */
async function readBack(api, changes, ready, world) {
    const slugs = changes.map(({ slug }) => slug);
    const options = { what: "Read the live functions", attempts: 6, firstWait: 500, longestWait: 8000 };
    await (0,retry/* retry */.L)(world, { ...options, signal: world.signal }, async () => {
        const listed = await api.list();
        const late = ready.filter(({ slug, version }) => listed.every((one) => one.slug !== slug || one.version < version));
        if (late.length === 0)
            return { value: listed };
        const names = late.map(({ slug }) => slug).join(", ");
        const again = new user_error/* UserError */.yo("PR422", `Supabase took the activation, but does not list the new version of ${names}.`, "See https://status.supabase.com; then run the job again: it continues.");
        return { again };
    });
    const live = await (0,inspect_live/* inspectLive */.l)(api, slugs);
    return states(changes, ({ slug }) => (0,plan_functions/* json */.Pq)(live.functions.get(slug)?.state ?? null));
}
function states(changes, state) {
    return Object.fromEntries(changes.map((change) => [change.slug, state(change)]));
}

// EXTERNAL MODULE: ./lib/kit/release/canonical.js
var canonical = __webpack_require__(1820);
// EXTERNAL MODULE: ./lib/kit/release/plan.js
var plan = __webpack_require__(9343);
;// CONCATENATED MODULE: ./lib/kit/parts/functions/continue-plan.js



/**
 * A re-run finds less work than was approved, since it did some itself. Where all that is missing is live
 * exactly as approved, the part is the approved one; everything else stays a difference. Pure.
 */
function continuePlan(found, approved) {
    const part = (0,plan_functions/* functionsPart */.p5)(found);
    if (approved === undefined || (0,plan/* partDigest */.S)(approved) === (0,plan/* partDigest */.S)(part))
        return { part, done: [] };
    const decided = decisionsOf(approved);
    const changed = found.changes.map(({ slug }) => slug);
    const done = found.wanted.flatMap(({ slug, state }) => {
        const one = decided[slug];
        const ours = one !== undefined && !changed.includes(slug) && (0,canonical/* canonical */.$N)(one.becomes) === (0,canonical/* canonical */.$N)((0,plan_functions/* json */.Pq)(state));
        return ours ? [{ slug, was: one.was, becomes: one.becomes }] : [];
    });
    const { functions, unchanged } = part.decisions;
    const finished = done.map(({ slug, was, becomes }) => [slug, { was, becomes }]);
    const decisions = {
        functions: { ...functions, ...Object.fromEntries(finished) },
        unchanged: unchanged.filter((slug) => done.every((one) => one.slug !== slug)),
    };
    const whole = { ...part, work: "some", decisions };
    return (0,plan/* partDigest */.S)(whole) === (0,plan/* partDigest */.S)(approved) ? { part: whole, done } : { part, done: [] };
}
function decisionsOf({ decisions }) {
    return decisions?.functions ?? {};
}

// EXTERNAL MODULE: ./lib/kit/parts/functions/in-parallel.js
var in_parallel = __webpack_require__(410);
// EXTERNAL MODULE: ./lib/kit/parts/functions/invoke.js
var invoke = __webpack_require__(231);
;// CONCATENATED MODULE: ./lib/kit/parts/functions/prove-functions.js





/**
 * Whether functions are live as they are wanted: active, with the declared verify_jwt, with the sources that
 * were sent, and serving when they are called.
 * @throws {UserError} PR102 for a wrong health request, PR301 to PR307 when the platform cannot be asked.
 */
async function proveFunctions(inputs, wanted, world) {
    const slugs = wanted.map(({ slug }) => slug);
    const live = await (0,inspect_live/* inspectLive */.l)((0,functions_api/* functionsApi */.M)(world, inputs), slugs);
    const checks = await (0,in_parallel/* inParallel */.H)(wanted, async (one) => {
        const { slug } = one;
        const now = live.functions.get(slug);
        const notLive = { slug, level: "failed", said: `${slug} was not called` };
        const answer = now === undefined ? notLive : await (0,invoke/* invoke */.l)(slug, inputs, world);
        const serves = answer.level === "healthy" || (answer.level === "reachable" && !inputs.requireHealth);
        return { slug, now, answer, listed: listedFault(one, now), source: checkSource(one, now), serves };
    });
    const faults = checks.map(faultsOf);
    const n = wanted.length;
    const x = faults.filter((some) => some.length === 0).length;
    return { ...judge(faults.flat(), n), x, n, evidence: evidenceOf(checks), rows: checks.map(rowOf) };
}
function faultsOf({ now, listed, source, answer, serves }) {
    if (now === undefined && listed !== undefined)
        return [listed];
    return [
        ...(listed === undefined ? [] : [listed]),
        ...("fault" in source ? [source.fault] : []),
        ...(serves ? [] : [answer.said]),
    ];
}
function evidenceOf(checks) {
    const n = checks.length;
    const count = (test) => checks.filter(test).length;
    const reachable = checks.filter(({ answer }) => answer.level === "reachable");
    return [
        `${count(({ listed }) => listed === undefined)} of ${n} functions are active with the declared verify_jwt`,
        `${count(({ source }) => "same" in source)} of ${n} functions have the sources that were sent`,
        `${count(({ answer }) => answer.level === "healthy")} of ${n} functions answer their health request`,
        ...reachable.map(({ answer }) => `reachable only: ${answer.said}`),
        ...checks.flatMap(({ source }) => ("doubt" in source ? [source.doubt] : [])),
    ];
}
function rowOf({ slug, now, answer }) {
    const version = now === undefined ? "-" : String(now.listed.version);
    const jwt = now === undefined ? "-" : String(now.state.settings.verifyJwt);
    return [slug, version, jwt, answer.said];
}
function judge(faults, n) {
    if (faults.length === 0) {
        return { verdict: "pass", reason: `All ${n} functions are live and answer.`, next: "Nothing to do." };
    }
    return {
        verdict: "fail",
        reason: `${faults.join("; ")}.`,
        next: "The chain's rollback puts the functions back; standing alone, deploy the former commit.",
    };
}
function listedFault({ slug, state }, now) {
    if (now === undefined)
        return `${slug} is not live`;
    if (now.listed.status !== "ACTIVE")
        return `${slug} is ${now.listed.status}`;
    const { verifyJwt } = now.state.settings;
    if (verifyJwt === state.settings.verifyJwt)
        return undefined;
    return `${slug}: verify_jwt is ${verifyJwt}, declared is ${state.settings.verifyJwt}`;
}
/** A platform may leave out files that it does not run: then what it does give back must be what was sent. */
function checkSource({ slug, source, state }, now) {
    if (now === undefined)
        return { doubt: `${slug}: there are no live sources` };
    if (now.state.digest === state.digest)
        return { same: true };
    if (now.source === undefined) {
        return { doubt: `${slug}: the live sources cannot be read (${now.unreadable ?? "no reason"})` };
    }
    const sent = new Map(source.files.map(({ path, content }) => [path, (0,canonical/* sha256 */.sc)(content)]));
    const shared = now.source.files.filter(({ path }) => sent.has(path));
    const other = shared.filter(({ path, content }) => sent.get(path) !== (0,canonical/* sha256 */.sc)(content));
    const names = other.map(({ path }) => path).join(", ");
    if (other.length > 0)
        return { fault: `${slug}: ${names} is not what was sent` };
    return {
        doubt: `${slug}: ${shared.length} of ${source.files.length} files can be read back, and are what was sent`,
    };
}

// EXTERNAL MODULE: ./lib/kit/release/enter-phase.js + 3 modules
var enter_phase = __webpack_require__(4602);
// EXTERNAL MODULE: ./lib/kit/release/planned.js
var planned = __webpack_require__(8960);
;// CONCATENATED MODULE: ./lib/actions/deploy-functions/deploy-functions.js








/** Inspect, compare with what was approved, change, prove. */
async function deployFunctions(inputs, world) {
    const found = await (0,plan_functions/* inspectFunctions */.m8)(inputs, world);
    const { part, done } = continuePlan(found, await (0,planned/* approvedPart */.Vd)(world, inputs, "deploy-functions"));
    // What an earlier attempt has activated is judged by the proof, not at the door.
    const fresh = done.length === 0;
    const healthy = fresh ? (0,health/* healthGate */.Y)((0,health_inputs/* healthInputsOf */.dL)(inputs, world), world, { complete: false }) : undefined;
    const entered = await (0,enter_phase/* enterPhase */.a)(world, "deploy-functions", inputs, part, healthy);
    if (entered === undefined)
        return { outputs: { functions: "[]" }, report: nothingToDo(found.wanted.length) };
    for (const line of part.says)
        world.log.info(line);
    await applyFunctions(inputs, { changes: found.changes, done }, entered.journal, world);
    const slugs = [...found.changes, ...done].map(({ slug }) => slug).sort();
    const activated = found.wanted.filter(({ slug }) => slugs.includes(slug));
    const proof = await proveFunctions(inputs, activated, world);
    return { outputs: { functions: JSON.stringify(slugs) }, report: reportOf(proof, part.says) };
}
function nothingToDo(n) {
    return {
        verdict: "pass",
        reason: `All ${n} functions are live already, with the declared settings.`,
        next: "Nothing to do.",
        evidence: [`${n} of ${n} functions are unchanged`],
    };
}
function reportOf({ verdict, reason, next, evidence, rows }, says) {
    const tables = [{ title: "Functions", columns: ["function", "version", "verify_jwt", "answer"], rows }];
    return {
        verdict,
        reason,
        next,
        evidence,
        tables,
        folded: [{ title: "What changed", text: says.join("\n") }],
    };
}

// EXTERNAL MODULE: ./lib/actions/deploy-functions/spec.js
var spec = __webpack_require__(2580);
;// CONCATENATED MODULE: ./lib/actions/deploy-functions/main.js




const main = (specs) => (0,run/* runAction */.C)(spec/* spec */.I, (0,announce/* announcing */.R)("deploy-functions", deployFunctions), specs);


/***/ }),

/***/ 2580:
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
/* harmony import */ var _kit_parts_functions_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4742);
/* harmony import */ var _kit_release_gates_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9570);








const spec = (0,_kit_action_spec_js__WEBPACK_IMPORTED_MODULE_7__/* .defineAction */ .Q)({
    name: "deploy-functions",
    title: "Deploy functions",
    description: "Brings the changed Edge Functions of a release live together: snapshot, bundles, one activation, and a real call to each.",
    inputs: {
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .placeInputs */ .vb,
        "time-limit": (0,_kit_action_time_limit_js__WEBPACK_IMPORTED_MODULE_2__/* .timeLimit */ .z)("50m"),
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .releaseInputs */ .zy,
        ..._kit_notify_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .notifyInputs */ .v,
        ..._kit_release_gates_js__WEBPACK_IMPORTED_MODULE_6__/* .gateInputs */ .ll,
        ..._kit_parts_functions_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .functionsInputs */ .l,
        ..._kit_parts_checks_health_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .healthInputs */ .Q2,
    },
    outputs: {
        ..._kit_action_shared_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .phaseOutputs */ .A,
        snapshot: "Path of the snapshot that undoes this phase; upload it.",
        functions: "JSON list of the functions that were activated.",
    },
});


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

/***/ 1063:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ freeConflicts)
/* harmony export */ });
/* harmony import */ var _stage_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6481);

/**
 * Makes room for functions whose earlier bundle was never activated (a runner was lost, another bundle of that
 * release failed). The platform takes no other bundle until that one is activated, so it is, for as long as
 * the wanted one takes to be built. If that fails, the old sources go back.
 * @throws {UserError} PR304 and the like when the platform does not take it.
 */
async function freeConflicts(api, conflicts, world) {
    if (conflicts.length === 0)
        return { ready: [], failed: [] };
    const names = conflicts.map(({ change }) => change.slug).join(", ");
    world.log.warn(`${names}: an earlier deployment left a bundle that was never activated. Supabase takes no other before it is, ` +
        "so it is live until the wanted one is built.");
    await api.activate(conflicts.flatMap(({ change }) => (change.live ? [next(change.live.listed)] : [])));
    const staged = await (0,_stage_js__WEBPACK_IMPORTED_MODULE_0__/* .stageAll */ .g)(api, conflicts.map(({ bundle }) => after(bundle)), world);
    if (staged.failed.length === 0)
        return staged;
    const blocked = conflicts.filter(({ change }) => staged.failed.some(({ slug }) => slug === change.slug));
    const old = await (0,_stage_js__WEBPACK_IMPORTED_MODULE_0__/* .stageAll */ .g)(api, blocked.flatMap(({ old: bundle }) => (bundle ? [after(bundle)] : [])), world);
    if (old.ready.length > 0)
        await api.activate(old.ready);
    return staged;
}
/** The version after the live one is the abandoned bundle; its sum is not known. */
function next(listed) {
    const { ezbr_sha256: sum, ...rest } = listed;
    return sum === undefined
        ? { ...rest, version: listed.version + 1 }
        : { ...rest, version: listed.version + 1 };
}
function after(bundle) {
    return { ...bundle, liveVersion: bundle.liveVersion + 1 };
}


/***/ }),

/***/ 6481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ stageAll)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5304);
/* harmony import */ var _in_parallel_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(410);


/** Builds all bundles on the platform; none is served yet. Failures are collected, not thrown. */
async function stageAll(api, bundles, world) {
    const { log } = world;
    const results = await (0,_in_parallel_js__WEBPACK_IMPORTED_MODULE_1__/* .inParallel */ .H)(bundles, async (bundle) => {
        try {
            const ready = await stage(api, bundle, world);
            log.info(`${bundle.slug}: bundled as version ${ready.version}; not active yet.`);
            return { ready };
        }
        catch (error) {
            if (!(error instanceof _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo))
                throw error;
            log.error(`${bundle.slug}: ${error.message}`);
            return { failed: { slug: bundle.slug, error, conflict: isConflict(error) } };
        }
    });
    return {
        ready: results.flatMap(({ ready }) => (ready ? [ready] : [])),
        failed: results.flatMap(({ failed }) => (failed ? [failed] : [])),
    };
}
async function stage(api, bundle, world) {
    const send = () => api.bundle(bundle.slug, bundle.upload);
    try {
        const answer = await send().catch(async (error) => {
            if (!(error instanceof _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo))
                throw error;
            if (isConflict(error)) {
                // It may be a deployment that is just being made, by hand or by another tool.
                await world.clock.sleep(conflictWait, world.signal);
                return await send();
            }
            if (!isLost(error))
                throw error;
            // Nothing is served by a bundle, so it may be sent again once the list does not show that it arrived.
            return (await arrivedAnyway(api, bundle)) ?? (await send());
        });
        return checked(bundle, answer);
    }
    catch (error) {
        if (!(error instanceof _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo))
            throw error;
        throw error.code === "PR421" || tellsEnough(error) ? error : notBundled(bundle.slug, error);
    }
}
const conflictWait = 3000;
function isConflict(error) {
    return /answered 409\b/.test(error.message);
}
/** What is activated has the declared setting, whatever the platform answered. */
function checked({ slug, upload, liveVersion }, answer) {
    if (answer.slug === slug && answer.version > liveVersion) {
        return { ...answer, verify_jwt: upload.metadata.verify_jwt };
    }
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR421", `Supabase was asked to bundle ${slug} (live: version ${liveVersion}), but answered ${answer.slug} version ${answer.version}.`, "See https://status.supabase.com, then run again.");
}
/** True where the platform may have acted though its answer is not known. */
function isLost(error) {
    return ["PR301", "PR305", "PR306"].includes(error.code);
}
/** A new version in the list is the bundle whose answer was lost: the lease keeps every other writer away. */
async function arrivedAnyway(api, { slug, liveVersion }) {
    const listed = await api.list().catch(() => []);
    return listed.find((one) => one.slug === slug && one.version > liveVersion);
}
/** A refused token, a limit or an unreachable service is no fault of the function. */
function tellsEnough(error) {
    return ["PR301", "PR302", "PR303", "PR307"].includes(error.code);
}
function notBundled(slug, error) {
    if (isConflict(error)) {
        return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR421", `Supabase refuses another bundle of ${slug}, because an earlier one was never activated: ${(0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(error)}`, "Wait for a deployment that may be running, then run again. If it stays, delete the function and deploy it " +
            "anew, or ask Supabase's support.", { cause: error });
    }
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR421", `${slug} could not be bundled: ${(0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(error)}`, "Mend the function; `deno check` on its entrypoint shows the same fault.", { cause: error });
}


/***/ }),

/***/ 5506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ uploadOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);

/**
 * A function's files as they are sent: paths from the project's root, as Supabase's own client sends them.
 * Files beside the project (a monorepo's) get a made-up folder above it, so that no path begins with `..`.
 */
function uploadOf(slug, source, verifyJwt, functionsDirectory) {
    const folder = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(functionsDirectory.replaceAll("\\", "/"), slug);
    const above = Math.max(0, ...source.files.map(({ path }) => leavesBy(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(folder, path))));
    const base = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join("workspace/".repeat(above), folder);
    const place = (path) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(base, path);
    const statics = staticsOf(source).map(place);
    return {
        files: source.files.map(({ path, content }) => ({ path: place(path), content })),
        metadata: {
            entrypoint_path: place(source.entrypoint),
            import_map_path: source.importMap === null ? "" : place(source.importMap),
            static_patterns: statics,
            verify_jwt: verifyJwt,
            name: slug,
        },
    };
}
function leavesBy(path) {
    return path.split("/").filter((part) => part === "..").length;
}
function staticsOf({ files, statics, importMap }) {
    if (statics !== undefined)
        return statics;
    return files.map(({ path }) => path).filter((path) => path !== importMap && !/\.[cm]?[jt]sx?$/i.test(path));
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


/***/ })

};
