export const id = 891;
export const ids = [891];
export const modules = {

/***/ 6793:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ phaseOutputs)
/* harmony export */ });
/* unused harmony export commonOutputs */
/** Outputs that `runAction` sets for every action. */
const commonOutputs = {
    verdict: "pass, fail, inconclusive or error.",
    attempt: "Which attempt of the run said this: a re-run hands old outputs on.",
    evidence: "What was checked, as a JSON list of «x of n …» lines.",
};
/** Outputs that `enterPhase` and the journal set for every phase that changes production. */
const phaseOutputs = {
    work: "none or some.",
    digest: "Digest of what was decided.",
    started: "`true` once the first change was begun.",
    receipt: "The last receipt, if it has at most 8 KiB.",
};


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

/***/ 6552:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ enterPhase)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(5304);
// EXTERNAL MODULE: ./lib/kit/release/ids.js
var ids = __webpack_require__(4128);
;// CONCATENATED MODULE: ./lib/kit/release/approvals.js


/**
 * Who approved this run for an environment.
 * @throws {UserError} PR203 when reviewers are declared and none of them has approved.
 */
async function approvers(github, context, environment, declared) {
    const { data } = await github.request("GET /repos/{owner}/{repo}/actions/runs/{run_id}/approvals", {
        run_id: context.runId,
    });
    const who = data
        .filter((review) => review.state === "approved")
        .filter((review) => review.environments.some((one) => (0,ids/* isSameEnvironment */.gj)(one.name, environment)))
        .map((review) => review.user?.login ?? "(unknown)");
    if (declared === "reviewers" && who.length === 0) {
        throw new user_error/* UserError */.yo("PR203", `Reviewers are declared for ${environment}, but nobody has approved this run for it. Nothing was changed.`, `Give the environment ${environment} required reviewers, or declare the gate as none, and run again.`);
    }
    return [...new Set(who)];
}

// EXTERNAL MODULE: ./lib/kit/release/canonical.js
var canonical = __webpack_require__(1820);
// EXTERNAL MODULE: ./lib/kit/release/history.js
var release_history = __webpack_require__(7562);
// EXTERNAL MODULE: ./lib/kit/release/journal.js
var release_journal = __webpack_require__(6641);
// EXTERNAL MODULE: ./lib/kit/release/lease.js
var lease = __webpack_require__(6736);
// EXTERNAL MODULE: ./lib/kit/release/local-record.js
var local_record = __webpack_require__(9143);
// EXTERNAL MODULE: ./lib/kit/release/phases.js
var phases = __webpack_require__(6848);
// EXTERNAL MODULE: ./lib/kit/release/plan.js
var plan = __webpack_require__(9343);
// EXTERNAL MODULE: ./lib/kit/release/planned.js
var planned = __webpack_require__(8960);
// EXTERNAL MODULE: ./lib/kit/release/record.js
var release_record = __webpack_require__(113);
;// CONCATENATED MODULE: ./lib/kit/release/enter-phase.js














/**
 * The door between looking and changing: compares what would be done now with what was approved, reads who
 * approved, asks once more whether the stack is `healthy`, takes the lease, opens the journal. A phase without
 * a gate asks nobody. With no work it gives undefined, and nothing was asked.
 * @throws {UserError} PR202, PR203, PR204, PR206, PR207, PR208: nothing was changed.
 */
async function enterPhase(world, phase, inputs, part, healthy) {
    const { context, log } = world;
    const target = inputs.target ?? "default";
    await (0,planned/* refuseOtherPlan */.g)(world.root, inputs, part);
    world.emit({ work: part.work, digest: (0,plan/* partDigest */.S)(part) });
    if (part.work === "none")
        return undefined;
    if (inputs.planDigest === undefined) {
        log.notice(`No approved plan was given: ${phase} stands alone, has planned itself, and applies what it planned.`);
    }
    const release = inputs.release ?? (0,ids/* releaseId */.Bf)(target, world.clock.now(), context.sha, context.runId);
    const github = inputs.githubToken === undefined ? undefined : await world.github(inputs.githubToken);
    if (!github)
        log.notice("No github-token: the record of this phase stays in this job's temp folder and outputs.");
    const approvedBy = await whoApproved(github, world, phase, inputs);
    refuseIll(phase, await healthy?.());
    if (github) {
        await refuseRolledBack(github, target, release);
        const { runId, runUrl } = context;
        await (0,lease/* takeLease */._)(github, context, target, { schema: "prism-rollout/lease@1", release, runId, runUrl });
    }
    const folder = (0,external_node_path_.join)(world.temp, "prism-rollout", phase);
    const record = github ? (0,release_record/* githubRecord */.BF)(github, target, context.sha) : (0,local_record/* localRecord */.z)(folder);
    const onChange = (receipts) => keep(world, folder, receipts);
    const journal = await (0,release_journal/* openJournal */._)(record, {
        release,
        phase,
        attempt: context.attempt,
        approvedBy,
        onChange,
        log,
    });
    return { release, journal, record };
}
/**
 * A re-run of a job does not pass through plan, which refuses what the target is halted for. What this phase builds
 * on may be gone: functions go back also where the web was what failed.
 */
async function refuseRolledBack(github, target, release) {
    const changes = await (0,release_history/* changesOf */.f)(github, target, release);
    if (changes.every(({ receipt }) => receipt.phase !== "rollback"))
        return;
    throw new user_error/* UserError */.yo("PR207", `${release} was rolled back, so none of its phases is run again. Nothing was changed.`, "Mend it, and release the commit that mends it; or lift the halt by `resume` and start a new run.");
}
/** Much can happen while a gate waits. */
function refuseIll(phase, health) {
    if (health === undefined || health.verdict === "pass")
        return;
    throw new user_error/* UserError */.yo("PR208", `The stack is not healthy, so ${phase} did not begin: ${health.reason} Nothing was changed.`, `${health.next} A release that mends an outage says require-healthy: false.`);
}
async function whoApproved(github, { context, log }, phase, { environment, gates }) {
    const declared = (0,phases/* isGated */.m3)(phase) ? (gates[phase] ?? "none") : "none";
    if (github && environment !== undefined) {
        const who = await approvers(github, context, environment, declared);
        if (who.length > 0)
            log.info(`Approved by ${who.join(", ")}.`);
        return who;
    }
    if (declared !== "reviewers")
        return [];
    throw new user_error/* UserError */.yo("PR203", `Reviewers are declared for ${phase}, but who approved cannot be read. Nothing was changed.`, "Pass `github-token` and `environment` to this action.");
}
/** Keeps the receipts where the workflow uploads them from, and what fits as an output. */
async function keep(world, folder, receipts) {
    await (0,promises_.mkdir)(folder, { recursive: true });
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, "receipts.json"), `${(0,canonical/* canonical */.$N)(receipts)}\n`);
    const last = (0,canonical/* canonical */.$N)(receipts.at(-1) ?? null);
    world.emit({ started: "true", ...(Buffer.byteLength(last) <= 8192 ? { receipt: last } : {}) });
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

/***/ 9343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ partDigest),
/* harmony export */   t: () => (/* binding */ differences)
/* harmony export */ });
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1820);
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5610);


/** The digest that a gate's approval is bound to. */
function partDigest(part) {
    return (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .digest */ .br)({ phase: part.phase, work: part.work, decisions: part.decisions });
}
/** The paths at which two decisions differ, as `functions.hello.source`; at most `limit` of them. */
function differences(was, is, limit = 5, path = "") {
    if (JSON.stringify(was) === JSON.stringify(is))
        return [];
    if (!isObject(was) || !isObject(is))
        return [path || "(everything)"];
    const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort();
    return keys
        .flatMap((key) => differences(was[key], is[key], limit, path === "" ? key : `${path}.${key}`))
        .slice(0, limit);
}
function isObject(value) {
    return typeof value === "object" && value !== null;
}


/***/ }),

/***/ 8960:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ approvedPart),
/* harmony export */   g: () => (/* binding */ refuseOtherPlan)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5304);
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5610);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9343);





/**
 * Compares what a phase would do now with what was approved. Without plan and digest the action stands alone, and
 * there is nothing to compare with; a plan without its digest has lost it on the way.
 * @throws {UserError} PR202 or PR206, naming the difference.
 */
async function refuseOtherPlan(root, { plan, planDigest }, now) {
    if (planDigest === undefined && plan !== undefined)
        throw digestLost(now.phase);
    if (planDigest === undefined || planDigest === (0,_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .partDigest */ .S)(now))
        return;
    const approved = await approvedPart(root, { plan, planDigest }, now.phase);
    if (approved?.work === "none" && now.work === "some") {
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("PR206", `The approved plan says that ${now.phase} has nothing to do, but now it has: ${now.says.join("; ")}. Nothing was changed.`, "Start a new run, so that a person sees and approves this.");
    }
    const where = approved
        ? (0,_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .differences */ .t)(approved.decisions, now.decisions).join(", ")
        : "(no plan.json was passed)";
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("PR202", `${now.phase} would not do now what was approved. It differs at: ${where || "its work"}. Nothing was changed.`, "Something changed since the plan was made. Start a new run and approve the new plan.");
}
/** A runner drops an output in which it sees a secret, and hands on an empty text. */
function digestLost(phase) {
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("PR202", `A plan is given, but plan-digest is empty: what was approved for ${phase} is not known. Nothing was changed.`, "Look whether plan's job says «Skip output»: a secret of a few letters hides digests. Or pass neither.");
}
/**
 * The part that was approved, where a plan and its digest were passed; what a re-run compares its own work with.
 * @throws {UserError} PR105 or PR106 for the file, PR202 when it is not the one that was approved.
 */
async function approvedPart(root, { plan, planDigest }, phase) {
    if (plan === undefined || planDigest === undefined)
        return undefined;
    return await readPart((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, plan), phase, planDigest);
}
async function readPart(file, phase, planDigest) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, "utf8").catch((error) => {
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("PR105", `The plan is not at ${file}.`, "Download plan's artifact first.", {
            cause: error,
        });
    });
    const part = (0,_formats_js__WEBPACK_IMPORTED_MODULE_3__/* .readFormat */ .C$)("plan", text, file).parts.find((one) => one.phase === phase);
    if (part && (0,_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .partDigest */ .S)(part) === planDigest)
        return part;
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("PR202", `${file} is not the plan that was approved: its digest for ${phase} is another. Nothing was changed.`, "Pass plan.json and plan-digest of the same run.");
}


/***/ })

};
