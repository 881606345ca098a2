export const id = 742;
export const ids = [742];
export const modules = {

/***/ 840:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./lib/kit/action/run.js + 10 modules
var run = __webpack_require__(2645);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/kit/parts/functions/inputs.js
var inputs = __webpack_require__(4742);
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

// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(5304);
// EXTERNAL MODULE: ./lib/kit/ports/github.js
var ports_github = __webpack_require__(6056);
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

// EXTERNAL MODULE: ./lib/kit/release/formats.js
var formats = __webpack_require__(5610);
// EXTERNAL MODULE: ./lib/kit/release/ids.js
var ids = __webpack_require__(4128);
// EXTERNAL MODULE: ./lib/kit/release/plan.js
var plan = __webpack_require__(9343);
// EXTERNAL MODULE: ./lib/kit/release/record.js
var release_record = __webpack_require__(113);
// EXTERNAL MODULE: ./lib/kit/parts/database/inputs.js
var database_inputs = __webpack_require__(6134);
// EXTERNAL MODULE: ./lib/kit/parts/database/plan-database.js + 19 modules
var plan_database = __webpack_require__(1467);
// EXTERNAL MODULE: ./lib/kit/parts/functions/plan-functions.js + 7 modules
var plan_functions = __webpack_require__(1765);
// EXTERNAL MODULE: ./lib/kit/parts/web/inputs.js + 1 modules
var web_inputs = __webpack_require__(78);
// EXTERNAL MODULE: ./lib/kit/parts/web/plan-web.js + 2 modules
var plan_web = __webpack_require__(2117);
;// CONCATENATED MODULE: ./lib/actions/plan/plan-parts.js






/** The part of each phase that `rollout.yml` has a section for, all looked at together. */
async function planParts(world) {
    const has = (section) => world.sections.includes(section);
    return await Promise.all([
        has("migrate") ? (0,plan_database/* planDatabase */.$C)(world.section("migrate", database_inputs/* databaseInputs */.d), world) : absent("migrate"),
        has("deploy-functions")
            ? (0,plan_functions/* planFunctions */.z_)(world.section("deploy-functions", inputs/* functionsInputs */.l), world)
            : absent("deploy-functions"),
        has("deploy-web") ? (0,plan_web/* planWeb */.oL)(world.section("deploy-web", web_inputs/* webInputs */.m), world) : absent("deploy-web"),
    ]);
}
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

;// CONCATENATED MODULE: ./lib/actions/plan/plan.js











/** Looks at everything a release would change, compares the gates, writes plan.json, opens the record. */
async function plan_plan(inputs, world) {
    const { context } = world;
    const target = inputs.target ?? "default";
    const [gates, parts, notDeployed] = await Promise.all([
        lookAtGates(inputs, target, world),
        planParts(world),
        unmanaged(world),
    ]);
    const made = {
        schema: "prism-rollout/plan@1",
        release: (0,ids/* releaseId */.Bf)(target, world.clock.now(), context.sha, context.runId),
        target,
        commit: context.sha,
        base: null,
        parts,
        gates,
        digests: Object.fromEntries(parts.map((part) => [part.phase, (0,plan/* partDigest */.S)(part)])),
        notDeployed,
    };
    const kept = await keep(made, inputs, world);
    return { outputs: { ...outputsOf(kept.plan), path: kept.path }, report: reportPlan(kept.plan) };
}
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
async function unmanaged(world) {
    const listed = world.sections.includes("deploy-functions")
        ? world.section("deploy-functions", { functions: inputs/* functionsInputs */.l.functions }).functions
        : [];
    return await seenNotDeployed(world.root, listed);
}
/** Writes the plan for the artifact, and where there is a token the manifest into the record. */
async function keep(made, inputs, world) {
    const { context } = world;
    const record = inputs.githubToken
        ? (0,release_record/* githubRecord */.BF)(await world.github(inputs.githubToken), made.target, context.sha)
        : undefined;
    const whole = { ...made, base: (await record?.live())?.release ?? null };
    const folder = (0,external_node_path_.join)(world.temp, "prism-rollout", "plan");
    const path = (0,external_node_path_.join)(folder, "plan.json");
    await (0,promises_.mkdir)(folder, { recursive: true });
    await (0,promises_.writeFile)(path, (0,formats/* writeFormat */.VD)(whole));
    if (whole.parts.some(hasWork)) {
        const { release, target, commit, digests } = whole;
        const schema = "prism-rollout/manifest@1";
        await record?.open({ schema, release, target, commit, runUrl: context.runUrl, artifact: null, digests });
    }
    return { path, plan: whole };
}
function outputsOf({ release, parts, digests }) {
    const own = parts.flatMap(({ phase, work }) => [
        [`${phase}-work`, work],
        [`${phase}-digest`, digests[phase] ?? ""],
    ]);
    return {
        release,
        work: parts.some(hasWork) ? "some" : "none",
        ...Object.fromEntries(own),
    };
}
function hasWork(part) {
    return part.work === "some";
}

// EXTERNAL MODULE: ./lib/actions/plan/spec.js
var spec = __webpack_require__(7216);
;// CONCATENATED MODULE: ./lib/actions/plan/main.js



/** Runs this action as a runner starts it. */
const main = (specs) => (0,run/* runAction */.C)(spec/* spec */.I, plan_plan, specs);


/***/ }),

/***/ 3073:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ retry)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5304);

/**
 * Tries until an attempt has a value. Logs one line an attempt with its number, the reason and the wait.
 * @throws whatever the last attempt gave as `again`; a throwing attempt is not tried again.
 */
async function retry({ clock, log }, options, attempt) {
    for (let number = 1;; number += 1) {
        const result = await attempt(number);
        if ("value" in result)
            return result.value;
        if (number >= options.attempts)
            throw result.again;
        const wait = Math.min(options.longestWait, Math.max(result.wait ?? 0, backOff(options, number)));
        log.info(`${options.what}: attempt ${number} of ${options.attempts} failed: ${(0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(result.again)}. ` +
            `Trying again in ${(wait / 1000).toFixed(1)} s.`);
        await clock.sleep(wait, options.signal);
    }
}
function backOff({ firstWait, random = Math.random }, number) {
    return firstWait * 2 ** (number - 1) * (1 + random() / 4);
}


/***/ }),

/***/ 4128:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bf: () => (/* binding */ releaseId),
/* harmony export */   p7: () => (/* binding */ environmentOf)
/* harmony export */ });
/* unused harmony export receiptId */
/** `<target>-<yyyymmdd>-<sha12>-<run_id>`; a re-run keeps it, the attempt is a field of the receipts. */
function releaseId(target, now, sha, runId) {
    const day = new Date(now).toISOString().slice(0, 10).replaceAll("-", "");
    return `${target || "default"}-${day}-${sha.slice(0, 12) || "000000000000"}-${runId}`;
}
/** `<release>/<phase>/<seq>` */
function receiptId(release, phase, seq) {
    return `${release}/${phase}/${seq}`;
}
/** The default name of the environment that gates a phase. */
function environmentOf(target, phase) {
    return `${target}-${phase}`;
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

/***/ 8386:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   My: () => (/* binding */ complete),
/* harmony export */   fY: () => (/* binding */ intend),
/* harmony export */   zP: () => (/* binding */ completionLine)
/* harmony export */ });
/* unused harmony exports receiptSha, brokenLink */
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1820);
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5610);


/** The next receipt of a chain, in the state in which it is written before the change. */
function intend(intent, previous) {
    const seq = (previous?.seq ?? 0) + 1;
    const prev = previous === undefined ? null : receiptSha(previous);
    return { schema: (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .schemaOf */ .pP)("receipt"), ...intent, seq, prev, state: "intended" };
}
/** The same receipt once it is known what the change came to. */
function complete(receipt, state, after) {
    return after === undefined ? { ...receipt, state } : { ...receipt, state, after };
}
/** SHA-256 over the canonical receipt, in hex. */
function receiptSha(receipt) {
    return (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)((0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(receipt));
}
/** `<seq> <state> <component> <id> <sha12>`: what fits into a deployment status (140 characters). */
function completionLine(receipt, id) {
    const tail = ` ${receiptSha(receipt).slice(0, 12)}`;
    const head = `${receipt.seq} ${receipt.state} ${receipt.component} ${id}`;
    return `${head.slice(0, 140 - tail.length)}${tail}`;
}
/** The first place where a chain of receipts does not hold, or undefined. */
function brokenLink(receipts) {
    for (const [index, receipt] of receipts.entries()) {
        const previous = receipts[index - 1];
        const expected = previous === undefined ? null : receiptSha(previous);
        if (receipt.prev !== expected)
            return `receipt ${receipt.seq} of ${receipt.phase} does not follow its predecessor`;
    }
    return undefined;
}


/***/ }),

/***/ 113:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BF: () => (/* binding */ githubRecord),
/* harmony export */   Lx: () => (/* binding */ setStatus),
/* harmony export */   Md: () => (/* binding */ payloadOf),
/* harmony export */   by: () => (/* binding */ lastStatus),
/* harmony export */   lk: () => (/* binding */ recordEnvironment),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   vt: () => (/* binding */ create)
/* harmony export */ });
/* harmony import */ var _receipt_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8386);

/** Receipts and leases stand under an environment of their own, so that the target's page shows releases. */
function recordEnvironment(target) {
    return `${target}-record`;
}
/** The record as GitHub Deployments (see docs/adr/0002). */
function githubRecord(github, target, commit) {
    const environment = recordEnvironment(target);
    return {
        open: async (manifest) => {
            const known = await list(github, target, "rollout");
            if (known.some((deployment) => manifestOf(deployment)?.release === manifest.release))
                return;
            const id = await create(github, {
                environment: target,
                ref: commit,
                task: "rollout",
                payload: manifest,
            });
            await setStatus(github, id, "in_progress", `${manifest.release} planned`);
        },
        intend: (receipt) => create(github, { environment, ref: commit, task: "rollout-receipt", payload: receipt }),
        complete: async (id, receipt) => {
            const state = receipt.state === "done" ? "success" : "failure";
            await setStatus(github, id, state, (0,_receipt_js__WEBPACK_IMPORTED_MODULE_0__/* .completionLine */ .zP)(receipt, identityOf(receipt)));
        },
        receipts: async (release) => {
            const all = await list(github, environment, "rollout-receipt");
            const own = all.filter((deployment) => payloadOf(deployment).release === release);
            const receipts = await Promise.all(own.map((deployment) => withState(github, deployment)));
            return receipts.sort((a, b) => (a.phase === b.phase ? a.seq - b.seq : 0));
        },
        live: async () => {
            for (const deployment of await list(github, target, "rollout")) {
                if ((await lastStatus(github, deployment.id))?.state === "success")
                    return manifestOf(deployment);
            }
            return undefined;
        },
        close: async (release, state, description) => {
            const all = await list(github, target, "rollout");
            const own = all.find((deployment) => manifestOf(deployment)?.release === release);
            if (own)
                await setStatus(github, own.id, state, description);
        },
    };
}
async function create(github, { environment, ref, task, payload }) {
    const { data } = await github.request("POST /repos/{owner}/{repo}/deployments", {
        ref,
        task,
        environment,
        payload,
        auto_merge: false,
        required_contexts: [],
        description: task,
        transient_environment: false,
        production_environment: false,
    });
    return data.id;
}
async function setStatus(github, id, state, description) {
    await github.request("POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses", {
        deployment_id: id,
        state,
        description: description.slice(0, 140),
        auto_inactive: false,
    });
}
/** Newest first, at most 100: older releases are not asked about. */
async function list(github, environment, task) {
    const { data } = await github.request("GET /repos/{owner}/{repo}/deployments", {
        environment,
        task,
        per_page: 100,
    });
    return data;
}
async function lastStatus(github, id) {
    const { data } = await github.request("GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses", {
        deployment_id: id,
        per_page: 1,
    });
    return data[0];
}
/** GitHub gives a payload back as it was sent, or as a text. */
function payloadOf(deployment) {
    return typeof deployment.payload === "string"
        ? JSON.parse(deployment.payload)
        : deployment.payload;
}
function manifestOf(deployment) {
    return payloadOf(deployment);
}
async function withState(github, deployment) {
    const receipt = payloadOf(deployment);
    const state = (await lastStatus(github, deployment.id))?.description.split(" ")[1];
    const known = ["done", "failed", "reverted"].find((word) => word === state);
    return known === undefined ? receipt : { ...receipt, state: known };
}
function identityOf(receipt) {
    const after = receipt.after;
    if (typeof after === "object" && after !== null && "id" in after && typeof after.id === "string")
        return after.id;
    return typeof after === "string" ? after : "-";
}


/***/ })

};
