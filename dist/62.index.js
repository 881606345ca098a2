export const id = 62;
export const ids = [62];
export const modules = {

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

/***/ 6534:
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
        .filter((review) => review.environments.some((one) => one.name === environment))
        .map((review) => review.user?.login ?? "(unknown)");
    if (declared === "reviewers" && who.length === 0) {
        throw new user_error/* UserError */.yo("PR203", `Reviewers are declared for ${environment}, but nobody has approved this run for it. Nothing was changed.`, `Give the environment ${environment} required reviewers, or declare the gate as none, and run again.`);
    }
    return [...new Set(who)];
}

// EXTERNAL MODULE: ./lib/kit/release/canonical.js
var canonical = __webpack_require__(1820);
// EXTERNAL MODULE: ./lib/kit/release/ids.js
var ids = __webpack_require__(4128);
// EXTERNAL MODULE: ./lib/kit/release/receipt.js
var receipt = __webpack_require__(8386);
;// CONCATENATED MODULE: ./lib/kit/release/journal.js

/** Opens a phase's journal where an earlier attempt left it. */
async function openJournal(record, of) {
    const { release, phase, attempt, approvedBy } = of;
    const receipts = (await record.receipts(release)).filter((receipt) => receipt.phase === phase);
    const put = async (receipt) => {
        const at = receipts.findIndex((known) => known.seq === receipt.seq);
        if (at === -1)
            receipts.push(receipt);
        else
            receipts[at] = receipt;
        await of.onChange(receipts);
    };
    return {
        receipts: () => receipts,
        change: async (component, states, work) => {
            const intended = (0,receipt/* intend */.fY)({ release, phase, attempt, approvedBy, component, ...states }, receipts.at(-1));
            const id = await record.intend(intended);
            await put(intended);
            try {
                const after = await work();
                const done = (0,receipt/* complete */.My)(intended, "done", after);
                await put(done);
                await record.complete(id, done);
                return after;
            }
            catch (error) {
                const failed = (0,receipt/* complete */.My)(intended, "failed");
                await put(failed);
                await record.complete(id, failed).catch(() => undefined);
                throw error;
            }
        },
    };
}

// EXTERNAL MODULE: ./lib/kit/ports/github.js
var ports_github = __webpack_require__(6056);
// EXTERNAL MODULE: ./lib/kit/release/record.js
var release_record = __webpack_require__(113);
;// CONCATENATED MODULE: ./lib/kit/release/lease.js



/**
 * Takes the target: create, list again, the lowest live id holds. A lease of this release is kept (a later
 * phase, a re-run); one whose run has ended is void.
 * @throws {UserError} PR204 naming the holder; the loser's own lease is set inactive first.
 */
async function takeLease(github, context, target, lease) {
    const before = await holders(github, context, target);
    if (before.some((holder) => holder.lease.release === lease.release))
        return;
    if (before[0] !== undefined)
        throw heldBy(target, before[0]);
    const environment = (0,release_record/* recordEnvironment */.lk)(target);
    const id = await (0,release_record/* create */.vt)(github, { environment, ref: context.sha, task: "rollout-lease", payload: lease });
    await (0,release_record/* setStatus */.Lx)(github, id, "in_progress", lease.release);
    const holder = (await holders(github, context, target))[0];
    if (holder === undefined || holder.id === id)
        return;
    await (0,release_record/* setStatus */.Lx)(github, id, "inactive", `lost to ${holder.lease.release}`);
    throw heldBy(target, holder);
}
function heldBy(target, { lease }) {
    return new user_error/* UserError */.yo("PR204", `${target} is held by ${lease.release} (${lease.runUrl}). Nothing was changed.`, "Let that release end, or cancel its run; then run this job again.");
}
/** Live leases, the lowest id first: that one holds. */
async function holders(github, context, target) {
    const leases = await (0,release_record/* list */.p_)(github, (0,release_record/* recordEnvironment */.lk)(target), "rollout-lease");
    const live = await Promise.all(leases.map((deployment) => holderOf(github, context, deployment)));
    return live.flatMap((holder) => (holder ? [holder] : [])).sort((a, b) => a.id - b.id);
}
async function holderOf(github, context, deployment) {
    const lease = (0,release_record/* payloadOf */.Md)(deployment);
    const status = await (0,release_record/* lastStatus */.by)(github, deployment.id);
    if (status?.state === "inactive" || (await hasEnded(github, context, lease.runId)))
        return undefined;
    return { id: deployment.id, lease };
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
        if ((0,ports_github/* isNotFound */.c4)(error))
            return true;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/kit/release/local-record.js



/**
 * The record of an action that stands alone without a token: receipts in `<folder>/receipts.jsonl`. It dies
 * with the job's temp folder unless the workflow uploads it.
 */
function localRecord(folder) {
    const file = (0,external_node_path_.join)(folder, "receipts.jsonl");
    const append = async (receipt) => {
        await (0,promises_.mkdir)(folder, { recursive: true });
        await (0,promises_.appendFile)(file, `${(0,canonical/* canonical */.$N)(receipt)}\n`);
    };
    const none = async () => { };
    return {
        open: none,
        close: none,
        live: async () => undefined,
        intend: async (receipt) => {
            await append(receipt);
            return receipt.seq;
        },
        complete: (_, receipt) => append(receipt),
        receipts: async (release) => {
            const lines = (await (0,promises_.readFile)(file, "utf8").catch(() => "")).split("\n").filter((line) => line !== "");
            const all = lines.map((line) => JSON.parse(line)).filter((one) => one.release === release);
            const last = new Map(all.map((receipt) => [`${receipt.phase}/${receipt.seq}`, receipt]));
            return [...last.values()];
        },
    };
}

// EXTERNAL MODULE: ./lib/kit/release/plan.js
var plan = __webpack_require__(9343);
// EXTERNAL MODULE: ./lib/kit/release/planned.js
var planned = __webpack_require__(8960);
;// CONCATENATED MODULE: ./lib/kit/release/enter-phase.js












/**
 * The door between looking and changing: compares what would be done now with what was approved, reads who
 * approved, takes the lease, opens the journal. With no work it gives undefined, and nothing was asked.
 * @throws {UserError} PR202, PR203, PR204, PR206: nothing was changed.
 */
async function enterPhase(world, phase, inputs, part) {
    const { context, log } = world;
    const target = inputs.target ?? "default";
    await (0,planned/* refuseOtherPlan */.g)(world.root, inputs, part);
    world.emit({ work: part.work, digest: (0,plan/* partDigest */.S)(part) });
    if (part.work === "none")
        return undefined;
    const release = inputs.release ?? (0,ids/* releaseId */.Bf)(target, world.clock.now(), context.sha, context.runId);
    const github = inputs.githubToken === undefined ? undefined : await world.github(inputs.githubToken);
    if (!github)
        log.notice("No github-token: the record of this phase stays in this job's temp folder and outputs.");
    const approvedBy = await whoApproved(github, world, phase, inputs);
    if (github) {
        const { runId, runUrl } = context;
        await takeLease(github, context, target, { schema: "prism-rollout/lease@1", release, runId, runUrl });
    }
    const folder = (0,external_node_path_.join)(world.temp, "prism-rollout", phase);
    const record = github ? (0,release_record/* githubRecord */.BF)(github, target, context.sha) : localRecord(folder);
    const onChange = (receipts) => keep(world, folder, receipts);
    const journal = await openJournal(record, {
        release,
        phase,
        attempt: context.attempt,
        approvedBy,
        onChange,
    });
    return { release, journal, record };
}
async function whoApproved(github, { context, log }, phase, { environment, gates }) {
    const declared = gates[phase] ?? "none";
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
 * Compares what a phase would do now with what was approved. Without a digest the action stands alone, and
 * there is nothing to compare with.
 * @throws {UserError} PR202 or PR206, naming the difference.
 */
async function refuseOtherPlan(root, { plan, planDigest }, now) {
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
