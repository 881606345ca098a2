export const id = 908;
export const ids = [908];
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

/***/ 58228:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ enterPhase)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(65304);
// EXTERNAL MODULE: ./lib/kit/release/environments/people.js
var people = __webpack_require__(49522);
// EXTERNAL MODULE: ./lib/kit/release/ids.js
var ids = __webpack_require__(94128);
// EXTERNAL MODULE: ./lib/kit/release/record/statuses.js
var statuses = __webpack_require__(14506);
;// CONCATENATED MODULE: ./lib/kit/release/gates/approvals.js




const unknown = "(unknown)";
/** Whom a receipt names where an admin has let the job through. */
const bypassed = "(bypassed)";
/**
 * Who approved this run for an environment. GitHub tells neither when nor for which attempt, and an admin's bypass
 * leaves no approval. Who is not among the reviewers that the plan has seen did not approve, but bypass; members
 * of a team are not known here, so where a team may review every person counts; an App or nobody known is no person.
 * @throws {UserError} PR203 when reviewers are declared, none of them has approved, and no bypass is declared.
 */
async function approvers(github, { context, log }, environment, gate) {
    const { data } = await github.request("GET /repos/{owner}/{repo}/actions/runs/{run_id}/approvals", {
        run_id: context.runId,
    });
    const who = (0,statuses/* listIn */.Of)(data, "who approved this run")
        .filter((review) => review.state === "approved")
        .filter((review) => review.environments.some((one) => (0,ids/* isSameEnvironment */.gj)(one.name, environment)))
        .map((review) => review.user?.login ?? unknown);
    const all = [...new Set(who)];
    const counting = all.filter((login) => mayReview(login, gate.reviewers));
    if (gate.declared !== "reviewers" || counting.length > 0) {
        if (counting.length > 0)
            log.info(`Approved by ${counting.join(", ")}${ofWhich(context)}.`);
        return counting;
    }
    if (!gate.bypass)
        throw notApproved(environment, all, gate);
    log.warn(`Nobody who may review ${environment} has approved: an admin has bypassed it, which is allowed.`);
    return [bypassed];
}
function mayReview(login, reviewers) {
    if (login === unknown || !(0,people/* isPerson */.K)(login))
        return false;
    if (reviewers.length === 0 || reviewers.some((one) => one.startsWith("@")))
        return true;
    return reviewers.some((one) => (0,people/* isSameLogin */.A)(one, login));
}
function ofWhich({ attempt }) {
    return attempt > 1 ? " (in this attempt or an earlier one: GitHub does not say)" : "";
}
function notApproved(environment, others, { reviewers }) {
    const nobody = others.length === 0
        ? "nobody has approved this run for it"
        : `only ${others.join(", ")} let this run through, who ${others.length === 1 ? "is" : "are"} not among its reviewers (${reviewers.join(", ")})`;
    return new user_error/* UserError */.yo("PR203", `Reviewers are declared for ${environment}, but ${nobody}: an admin can bypass a gate, and an environment without reviewers holds nothing. Nothing was changed.`, `Give the environment ${environment} required reviewers, or declare the gate as none, and run again; allow-bypass: true lets a bypass through.`);
}

// EXTERNAL MODULE: ./lib/kit/release/record/history.js
var record_history = __webpack_require__(31102);
// EXTERNAL MODULE: ./lib/kit/release/standing/halt.js + 1 modules
var halt = __webpack_require__(30789);
// EXTERNAL MODULE: ./lib/kit/release/record/journal.js
var record_journal = __webpack_require__(93061);
// EXTERNAL MODULE: ./lib/kit/release/record/keep-receipts.js
var keep_receipts = __webpack_require__(43719);
// EXTERNAL MODULE: ./lib/kit/release/standing/lease.js
var lease = __webpack_require__(44897);
// EXTERNAL MODULE: ./lib/kit/release/record/local-record.js
var local_record = __webpack_require__(875);
// EXTERNAL MODULE: ./lib/kit/release/gates/gates.js
var gates_gates = __webpack_require__(13661);
// EXTERNAL MODULE: ./lib/kit/release/phases.js
var phases = __webpack_require__(96848);
// EXTERNAL MODULE: ./lib/kit/release/slice/slice-start.js
var slice_start = __webpack_require__(21076);
;// CONCATENATED MODULE: ./lib/kit/release/gates/gate-at-door.js





/**
 * The stricter of what `rollout.yml` declares here and what the approved plan says: a release that loosens its own
 * gates is still held by the former ones.
 * @throws {UserError} PR203 when the job has passed another environment than the one that the plan has looked at.
 */
function gateAtDoor({ gates, allowBypass, environment }, plan, phase) {
    const own = (0,phases/* isGated */.m3)(phase) ? gates[phase] : "none";
    const planned = plan?.gates.find((gate) => gate.phase === phase);
    if (planned !== undefined && environment !== undefined)
        refuseOtherGate(planned, environment);
    return {
        declared: (0,gates_gates/* stricterGate */.Al)(own, planned?.declared),
        bypass: allowBypass === true && planned?.bypass !== false,
        reviewers: planned?.reviewers ?? [],
        bySlice: planned?.found.includes(slice_start/* startedByApprover */.Ao) === true,
    };
}
/** The approval of another gate is none of this one. */
function refuseOtherGate({ phase, environment: planned, declared }, environment) {
    if (declared === "none" || (0,ids/* isSameEnvironment */.gj)(planned, environment))
        return;
    throw new user_error/* UserError */.yo("PR203", `The plan has looked at the environment ${planned} for ${phase}, but this job says that it has passed ${environment}. Nothing was changed.`, `Pass the same environment to plan (${phase}-environment) and to this phase (environment).`);
}

// EXTERNAL MODULE: ./lib/kit/release/plan/plan.js
var plan_plan = __webpack_require__(29581);
// EXTERNAL MODULE: ./lib/kit/release/plan/plan-stamp.js
var plan_stamp = __webpack_require__(83027);
// EXTERNAL MODULE: ./lib/kit/release/plan/planned.js
var planned = __webpack_require__(88366);
// EXTERNAL MODULE: ./lib/kit/release/record/record.js
var record_record = __webpack_require__(20645);
// EXTERNAL MODULE: ./lib/kit/release/standing/rolled-back.js
var rolled_back = __webpack_require__(6197);
// EXTERNAL MODULE: ./lib/kit/release/standing/superseded.js
var superseded = __webpack_require__(30775);
;// CONCATENATED MODULE: ./lib/kit/release/enter-phase.js



















/**
 * The door between looking and changing: compares what would be done now with what was approved, reads who
 * approved, asks once more whether the stack is `healthy`, takes the lease, opens the journal. A phase without
 * a gate asks nobody. With no work it gives undefined, and nothing was asked.
 * @throws {UserError} PR202 to PR208, PR210, PR211, PR217: nothing was changed.
 */
async function enterPhase(world, phase, inputs, part, healthy) {
    const { context, log } = world;
    const target = inputs.target ?? "default";
    await (0,planned/* refuseOtherPlan */.gq)(world, inputs, part);
    world.emit({ work: part.work, digest: (0,plan_plan/* partDigest */.S8)(part) });
    if (part.work === "none")
        return undefined;
    if (inputs.planDigest === undefined) {
        log.notice(`No approved plan was given: ${phase} stands alone, has planned itself, and applies what it planned.`);
    }
    const plan = await (0,planned/* approvedPlan */.XB)(world, inputs);
    // An id that was lost on the way must not begin another release, of which nobody knows.
    const release = inputs.release ?? plan?.release ?? (0,ids/* releaseId */.Bf)(target, world.clock.now(), context.sha, context.runId);
    const github = inputs.githubToken === undefined ? undefined : await world.github(inputs.githubToken);
    if (!github)
        log.notice("No github-token: the record of this phase stays in this job's temp folder and outputs.");
    const changes = github ? await (0,record_history/* changesOf */.fs)(github, target, release) : [];
    const gate = gateAtDoor(inputs, plan, phase);
    const planMaxAge = goesOn(gate, changes) ? Infinity : inputs.planMaxAge;
    if (inputs.planDigest !== undefined)
        (0,plan_stamp/* refuseOldPlan */.N)(world.clock, { ...inputs, planMaxAge });
    const approvedBy = await whoApproved(github, world, phase, { ...inputs, gate, release, target });
    refuseIll(phase, await healthy?.());
    if (github)
        await takeTarget(github, world, { target, release }, changes);
    return await openPhase(github, world, { target, release, phase, approvedBy });
}
/** @throws {UserError} PR204, PR205 or PR207: another release has the target, or this one may not go on. */
async function takeTarget(github, { context }, { target, release }, changes) {
    (0,rolled_back/* refuseRolledBack */.M)(release, changes);
    const refused = await Promise.allSettled([
        (0,superseded/* refuseSuperseded */.fJ)(github, target, release),
        // While this one waited, the release before it may have ended badly; plan could not know.
        (0,halt/* refuseHalted */.pJ)(github, target, context.sha, release),
    ]);
    for (const one of refused)
        if (one.status === "rejected")
            throw one.reason;
    const { runId, runUrl } = context;
    await (0,lease/* takeLease */._)(github, context, target, { schema: "prism-rollout/lease@1", release, runId, runUrl });
}
async function openPhase(github, world, { target, ...of }) {
    const { context, log } = world;
    const folder = (0,external_node_path_.join)(world.temp, "prism-rollout", of.phase);
    const record = github ? (0,record_record/* githubRecord */.BF)(github, target, context.sha) : (0,local_record/* localRecord */.z)(folder);
    if (context.attempt > 1)
        await record.reopen(of.release);
    const onChange = keeping(world, folder);
    const journal = await (0,record_journal/* openJournal */._)(record, { ...of, attempt: context.attempt, onChange, log });
    return { release: of.release, journal, record };
}
/** What follows on a phase that was approved in time, with no gate of its own between: half a release helps nobody. */
function goesOn({ declared }, changes) {
    return declared === "none" && changes.length > 0;
}
/** Much can happen while a gate waits. */
function refuseIll(phase, health) {
    if (health === undefined || health.verdict === "pass")
        return;
    throw new user_error/* UserError */.yo("PR208", `The stack is not healthy, so ${phase} did not begin: ${health.reason} Nothing was changed.`, `${health.next} A release that mends an outage says require-healthy: false.`);
}
async function whoApproved(github, world, phase, { environment, gate, approvers: logins = [], release, target }) {
    if (github && gate.declared === "reviewers" && gate.bySlice)
        return [await (0,slice_start/* starterOf */.tQ)(github, { target, release, approvers: both(logins, gate.reviewers) }, world)];
    if (github && environment !== undefined)
        return await approvers(github, world, environment, gate);
    if (gate.declared !== "reviewers")
        return [];
    throw new user_error/* UserError */.yo("PR203", `Reviewers are declared for ${phase}, but who approved cannot be read. Nothing was changed.`, "Pass `github-token` and `environment` to this action.");
}
/** Who is among the approvers here and in the plan, which knows the rules of the live release. */
function both(here, planned) {
    return here.filter((one) => planned.some((other) => (0,people/* isSameLogin */.A)(one, other)));
}
/** Keeps the receipts where the workflow uploads them from, and what fits as an output. */
function keeping(world, folder) {
    const write = (0,keep_receipts/* receiptsFile */.s)((0,external_node_path_.join)(folder, "receipts.json"));
    let started = false;
    return async (receipts, changed) => {
        const said = await write(receipts, changed);
        if (!started)
            world.emit({ started: "true" });
        started = true;
        if (Buffer.byteLength(said) <= 8192)
            world.emit({ receipt: said });
    };
}


/***/ }),

/***/ 49522:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ isSameLogin),
/* harmony export */   K: () => (/* binding */ isPerson)
/* harmony export */ });
/** GitHub does not tell logins by capital letters. */
function isSameLogin(one, other) {
    return one.toLowerCase() === other.toLowerCase();
}
/** Apps have logins, too, and approve nothing for a person. */
function isPerson(login) {
    return login !== "" && !/\[bot\]$/i.test(login);
}


/***/ }),

/***/ 13661:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Al: () => (/* binding */ stricterGate),
/* harmony export */   De: () => (/* binding */ approversInput),
/* harmony export */   RC: () => (/* binding */ gatesInput),
/* harmony export */   ll: () => (/* binding */ gateInputs)
/* harmony export */ });
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36583);
/* harmony import */ var _action_input_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(59148);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96848);
/* harmony import */ var _ports_json_object_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9169);




const strictness = ["none", "wait-timer", "reviewers"];
/** Of two rules the one that holds more back. */
function stricterGate(one = "none", other = "none") {
    return strictness.indexOf(one) > strictness.indexOf(other) ? one : other;
}
/** Who may let a slice pass a gate where GitHub has no reviewers to offer. */
const approversInput = (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)({
    description: "Logins who may start a slice behind a declared gate, where the repository cannot have reviewers: their start is the approval. Nobody lets pass what they began themselves.",
    default: "",
});
/** What a gated phase is told of its gate. */
const gateInputs = {
    approvers: approversInput,
    gates: gatesInput("What the environments of the phases must have, as declared for the target."),
    "allow-bypass": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)({
        description: "Whether a gate that an admin has bypassed lets its phase begin, with a warning. Otherwise a phase refuses that nobody has approved.",
        default: "false",
    }),
};
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
                    properties: Object.fromEntries(_phases_js__WEBPACK_IMPORTED_MODULE_2__/* .gatedPhases */ .oY.map((phase) => [phase, { enum: ["reviewers", "wait-timer", "none"] }])),
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
    const map = typeof raw === "string" ? (0,_action_input_map_js__WEBPACK_IMPORTED_MODULE_1__/* .mapFromText */ .oW)(raw) : raw;
    if (!(0,_ports_json_object_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .G)(map))
        return refused;
    const fits = Object.entries(map).every(([phase, rule]) => _phases_js__WEBPACK_IMPORTED_MODULE_2__/* .gatedPhases */ .oY.includes(phase) &&
        ["reviewers", "wait-timer", "none"].some((known) => known === rule));
    return fits ? { value: map } : refused;
}


/***/ }),

/***/ 83027:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   He: () => (/* binding */ stampText),
/* harmony export */   N: () => (/* binding */ refuseOldPlan),
/* harmony export */   UL: () => (/* binding */ readStamp)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);

/** `<ISO time> attempt-<n> <sha256>` */
function stampText({ at, attempt, sha256 }) {
    return `${new Date(at).toISOString()} attempt-${attempt} ${sha256}`;
}
/** Undefined for what is no stamp. */
function readStamp(text) {
    const found = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) attempt-(\d{1,6}) ([0-9a-f]{64})$/.exec(text?.trim() ?? "");
    const at = Date.parse(found?.[1] ?? "");
    if (found === null || Number.isNaN(at))
        return undefined;
    return { at, attempt: Number(found[2]), sha256: found[3] ?? "" };
}
/** How far the clocks of two runners may be apart. */
const clockSkew = 5 * 60_000;
/**
 * What was approved long ago was approved for another production.
 * @throws {UserError} PR210 when the plan is too old, or nobody can tell.
 */
function refuseOldPlan(clock, { planStamp, planMaxAge }) {
    const stamp = readStamp(planStamp);
    if (stamp === undefined) {
        const given = planStamp === undefined ? "plan-stamp is empty" : "plan-stamp is not what plan has given";
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR210", `${given}: how old the plan is cannot be told. Nothing was changed.`, "Pass plan's output `stamp` as `plan-stamp`; look whether plan's job says «Skip output»: a secret of a few letters hides it.");
    }
    const age = clock.now() - stamp.at;
    if (age <= planMaxAge && age >= -clockSkew)
        return;
    const says = age < 0
        ? `The plan is of ${new Date(stamp.at).toISOString()}, which is still to come`
        : `The plan is ${inWords(age)} old, and plan-max-age is ${inWords(planMaxAge)}`;
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR210", `${says}. Nothing was changed.`, "Start a new run and approve the new plan; production may have changed since this one was made.");
}
/** «26 h», «90 min», «45 s» */
function inWords(ms) {
    if (ms >= 2 * 3_600_000)
        return `${Math.floor(ms / 3_600_000)} h`;
    return ms >= 120_000 ? `${Math.floor(ms / 60_000)} min` : `${Math.floor(ms / 1000)} s`;
}


/***/ }),

/***/ 88366:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vd: () => (/* binding */ approvedPart),
/* harmony export */   XB: () => (/* binding */ approvedPlan),
/* harmony export */   gq: () => (/* binding */ refuseOtherPlan)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65304);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41820);
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75610);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(29581);
/* harmony import */ var _plan_stamp_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(83027);







/**
 * Compares what a phase would do now with what was approved. Without plan and digest the action stands alone, and
 * there is nothing to compare with; a plan without its digest has lost it on the way.
 * @throws {UserError} PR105 or PR106 for the file, PR202 or PR206, naming the difference, PR211 at another commit.
 */
async function refuseOtherPlan(world, approval, now) {
    if (approval.planDigest === undefined && approval.plan !== undefined)
        throw digestLost(now.phase);
    if (approval.planDigest === undefined)
        return;
    refuseOtherCommit(world, commitIn(approval.release));
    const approved = await approvedPart(world, approval, now.phase);
    if (approval.planDigest === (0,_plan_js__WEBPACK_IMPORTED_MODULE_5__/* .partDigest */ .S8)(now))
        return;
    if (approved?.work === "none" && now.work === "some") {
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("PR206", `The approved plan says that ${now.phase} has nothing to do, but now it has: ${now.says.join("; ")}. Nothing was changed.`, "Start a new run, so that a person sees and approves this.");
    }
    const where = approved
        ? (0,_plan_js__WEBPACK_IMPORTED_MODULE_5__/* .differences */ .tX)(approved.decisions, now.decisions).join(", ")
        : "(no plan.json was passed)";
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("PR202", `${now.phase} would not do now what was approved. It differs at: ${where || "its work"}. Nothing was changed.`, "Something changed since the plan was made. Start a new run and approve the new plan.");
}
/** A runner drops an output in which it sees a secret, and hands on an empty text. */
function digestLost(phase) {
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("PR202", `A plan is given, but plan-digest is empty: what was approved for ${phase} is not known. Nothing was changed.`, "Look whether plan's job says «Skip output»: a secret of a few letters hides digests. Or pass neither.");
}
/** The commit's first letters in the id of a release, where it is one of this suite's making. */
function commitIn(release) {
    return /-\d{8}-([0-9a-f]{12})-\d+$/.exec(release ?? "")?.[1];
}
/** A branch can be moved between plan and phase; a job that checks it out by name then has another commit. */
function refuseOtherCommit({ context: { sha } }, planned) {
    if (planned === undefined || sha === "" || sha.startsWith(planned.slice(0, 12)))
        return;
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("PR211", `This job is at commit ${sha.slice(0, 12)}, but the plan was made for ${planned.slice(0, 12)}. Nothing was changed.`, "Was the branch moved (a force-push), or does the job check out another ref? Start a new run and approve its plan.");
}
/**
 * The part that was approved, where a plan and its digest were passed; what a re-run compares its own work with.
 * @throws {UserError} PR105 or PR106 for the file, PR202 when it is not the one that was approved, PR211.
 */
async function approvedPart(world, approval, phase) {
    const { plan, planDigest, planStamp } = approval;
    if (plan === undefined || planDigest === undefined)
        return undefined;
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(world.root, plan);
    const { read, bytes } = await readPlan(file);
    const stamp = (0,_plan_stamp_js__WEBPACK_IMPORTED_MODULE_6__/* .readStamp */ .UL)(planStamp);
    const part = read.parts.find((one) => one.phase === phase);
    const other = part === undefined || digestIn(part) !== planDigest;
    if (other || (stamp !== undefined && stamp.sha256 !== (0,_canonical_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .sc)(bytes))) {
        const what = other ? `its digest for ${phase} is another` : "it was changed since plan wrote it";
        throw notApproved(file, whose(read, stamp?.attempt) ?? what);
    }
    refuseOtherCommit(world, read.commit);
    refuseOtherRelease(file, read, approval);
    return part;
}
/** What has no canonical text was never approved. */
function digestIn(part) {
    try {
        return (0,_plan_js__WEBPACK_IMPORTED_MODULE_5__/* .partDigest */ .S8)(part);
    }
    catch {
        return undefined;
    }
}
/** A digest can be the same for two targets: what is to be migrated often is. */
function refuseOtherRelease(file, read, { target = "default", release }) {
    if (read.target !== target)
        throw notApproved(file, `it is for ${read.target}, and this job is for ${target}`);
    if (release !== undefined && read.release !== release)
        throw notApproved(file, `it is of ${read.release}, and this job is of ${release}`);
}
/** The plan that was approved, where one was passed: `approvedPart` has proven the file. */
async function approvedPlan(world, { plan, planDigest }) {
    if (plan === undefined || planDigest === undefined)
        return undefined;
    return (await readPlan((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(world.root, plan))).read;
}
async function readPlan(file) {
    const bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file).catch((error) => {
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("PR105", `The plan is not at ${file}.`, "Download plan's artifact first.", {
            cause: error,
        });
    });
    return { read: (0,_formats_js__WEBPACK_IMPORTED_MODULE_4__/* .readFormat */ .C$)("plan", bytes.toString("utf8"), file, _plan_js__WEBPACK_IMPORTED_MODULE_5__/* .planForm */ .c3), bytes };
}
function whose({ attempt }, approved) {
    if (approved === undefined || attempt === approved)
        return undefined;
    return `it is of attempt ${attempt}, and the digest is of attempt ${approved}`;
}
function notApproved(file, what) {
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("PR202", `${file} is not the plan that was approved: ${what}. Nothing was changed.`, "Pass plan.json, plan-digest and plan-stamp of the same run and attempt.");
}


/***/ }),

/***/ 93061:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ openJournal)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);
/* harmony import */ var _receipt_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6622);


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
        await of.onChange(receipts, receipt);
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

/***/ 43719:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ receiptsFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41820);



/**
 * Keeps all receipts of a phase as one file of canonical JSON. There may be a thousand, and the file is written whenever
 * one changes: each is put into words once, and only what has changed, and what follows it, is written, at once: to hand
 * so little to another thread and wait for it takes longer than to write it. Gives the words of the one that has changed,
 * or of the last one.
 */
function receiptsFile(path) {
    let kept;
    return async (all, one) => {
        // What was there before this process is nobody's.
        if (kept === undefined)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
        const had = kept ?? [];
        const changed = all.findIndex((receipt, index) => receipt !== had[index]?.receipt);
        const same = had.slice(0, changed === -1 ? all.length : changed);
        const from = same.at(-1)?.end ?? 0;
        const fresh = following(all.slice(same.length), from);
        if (kept === undefined || fresh.length > 0 || same.length < had.length)
            writeFrom(path, from, textOf(fresh, from), (had.at(-1)?.end ?? 0) + ending.length);
        kept = [...same, ...fresh];
        return (kept.findLast(({ receipt }) => receipt === one) ?? kept.at(-1))?.text ?? "null";
    };
}
const ending = "]\n";
function following(receipts, from) {
    let end = from;
    return receipts.map((receipt) => {
        const text = (0,_canonical_js__WEBPACK_IMPORTED_MODULE_2__/* .canonical */ .$N)(receipt);
        end += 1 + Buffer.byteLength(text);
        return { receipt, text, end };
    });
}
function textOf(fresh, from) {
    const words = fresh.map(({ text }, index) => `${from === 0 && index === 0 ? "[" : ","}${text}`);
    return `${from === 0 && fresh.length === 0 ? "[" : words.join("")}${ending}`;
}
/** In one write, so that whoever is killed leaves a whole file: blank is what stood behind until then. */
function writeFrom(path, from, text, until) {
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDWR | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_CREAT);
    try {
        const bytes = Buffer.from(text);
        const blank = Buffer.alloc(Math.max(0, until - from - bytes.length), "\n");
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(file, Buffer.concat([bytes, blank]), 0, bytes.length + blank.length, from);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.ftruncateSync)(file, from + bytes.length);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
    }
}


/***/ }),

/***/ 875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ localRecord)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41820);
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75610);





/** A line that was cut, as where the machine stopped within it, tells nothing. */
function receiptIn(line, file) {
    const receipt = valueIn(line);
    const other = (0,_formats_js__WEBPACK_IMPORTED_MODULE_4__/* .ofOtherMajor */ .Vn)("receipt", receipt, `A line of ${file}`);
    if (other !== undefined)
        throw other;
    return typeof receipt === "object" ? (receipt ?? undefined) : undefined;
}
function valueIn(line) {
    try {
        return JSON.parse(line);
    }
    catch {
        return undefined;
    }
}
/**
 * The record of an action that stands alone without a token: receipts in `<folder>/receipts.jsonl`. It dies
 * with the job's temp folder unless the workflow uploads it. A line is written at once: to wait for another thread that
 * writes it takes longer.
 */
function localRecord(folder) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, "receipts.jsonl");
    let there = false;
    const append = async (receipt) => {
        if (!there)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder, { recursive: true });
        there = true;
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.appendFileSync)(file, `${(0,_canonical_js__WEBPACK_IMPORTED_MODULE_3__/* .canonical */ .$N)(receipt)}\n`);
    };
    const none = async () => { };
    return {
        open: none,
        reopen: none,
        close: none,
        live: async () => undefined,
        unfinished: async () => undefined,
        intend: async (receipt) => {
            await append(receipt);
            return receipt.seq;
        },
        complete: (_, receipt) => append(receipt),
        receipts: async (release, phase) => {
            const lines = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(file, "utf8").catch(() => "")).split("\n");
            const all = lines
                .flatMap((line) => receiptIn(line, file) ?? [])
                .filter((one) => one.release === release && (phase === undefined || one.phase === phase));
            const last = new Map(all.map((receipt) => [`${receipt.phase}/${receipt.seq}`, receipt]));
            return [...last.values()];
        },
    };
}


/***/ }),

/***/ 21076:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ao: () => (/* binding */ startedByApprover),
/* harmony export */   PI: () => (/* binding */ noteStart),
/* harmony export */   nX: () => (/* binding */ gateOfStart),
/* harmony export */   tQ: () => (/* binding */ starterOf)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);
/* harmony import */ var _environments_people_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(49522);
/* harmony import */ var _gates_gates_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13661);
/* harmony import */ var _record_history_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31102);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(96848);
/* harmony import */ var _record_record_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(20645);
/* harmony import */ var _run_run_artifacts_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(48327);







/** What the plan has found of a gate that a person lets pass by starting the slice behind it. */
const startedByApprover = "approvers";
/** The gate that the start of a slice stands for: the first of those declared in it. Each one after needs a slice of its own. */
function gateOfStart(slice, gates) {
    return _phases_js__WEBPACK_IMPORTED_MODULE_3__/* .gatedPhases */ .oY.find((phase) => slice.includes(phase) && gates[phase] === "reviewers");
}
/**
 * Who lets a slice pass its first gate by having started it: one of the approvers, a person, and not who began the run
 * before. GitHub's `triggering_actor` counts, which for a re-run is whoever pressed the button.
 * @throws {UserError} PR217: nothing was changed.
 */
async function starterOf(github, { target, release, approvers }, { context }) {
    const login = context.triggeringActor;
    if (!(0,_environments_people_js__WEBPACK_IMPORTED_MODULE_6__/* .isPerson */ .K)(login))
        throw refused(`${login === "" ? "nobody that is known" : `${login}, which is no person,`} began it`, approvers);
    if (!approvers.some((one) => (0,_environments_people_js__WEBPACK_IMPORTED_MODULE_6__/* .isSameLogin */ .A)(one, login)))
        throw refused(`${login}, who began it, is none of them`, approvers);
    const before = await beginnerBefore(github, target, release, context.runId);
    if (before === undefined)
        throw refused("who began the run before it is not known, or there was none: nobody has looked at a plan", approvers);
    if ((0,_environments_people_js__WEBPACK_IMPORTED_MODULE_6__/* .isSameLogin */ .A)(before, login))
        throw refused(`${login} began the run before it as well`, approvers);
    return `${login} (started this slice)`;
}
function refused(why, approvers) {
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR217", `This slice may pass its gate only by one of ${approvers.join(", ")}, who did not begin the run before; ${why}. Nothing was changed.`, "Ask one of them to start it, or to re-run it: from-phase of the same commit. A first run with through-phase: plan only plans.");
}
const note = /^begun by (\S+) in run (\d+)$/;
/** Notes who goes on with a release, for those who come after. */
async function noteStart(github, { target, release }, { context }) {
    const own = (await (0,_record_history_js__WEBPACK_IMPORTED_MODULE_2__/* .releasesOf */ .w0)(github, target, release)).find(({ manifest }) => manifest.release === release);
    if (own === undefined)
        return;
    await (0,_record_record_js__WEBPACK_IMPORTED_MODULE_4__/* .setStatus */ .Lx)(github, own.id, "in_progress", `begun by ${context.triggeringActor} in run ${context.runId}`);
}
/** Who began the last run before this one that worked on the release. */
async function beginnerBefore(github, target, release, runId) {
    const own = (await (0,_record_history_js__WEBPACK_IMPORTED_MODULE_2__/* .releasesOf */ .w0)(github, target, release)).find(({ manifest }) => manifest.release === release);
    if (own === undefined)
        return undefined;
    for (const { description } of await own.statuses()) {
        const [, login, run] = note.exec(description) ?? [];
        if (login !== undefined && run !== runId)
            return login;
    }
    return (0,_run_run_artifacts_js__WEBPACK_IMPORTED_MODULE_5__/* .runOf */ .n)(release) === runId ? undefined : own.manifest.startedBy;
}


/***/ }),

/***/ 6197:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ refuseRolledBack)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);

/**
 * A re-run of a job does not pass through plan, which refuses what the target is halted for. What a phase builds
 * on may be gone: functions go back also where the web was what failed.
 * @throws {UserError} PR207
 */
function refuseRolledBack(release, changes) {
    if (changes.every(({ receipt }) => receipt.phase !== "rollback"))
        return;
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR207", `${release} was rolled back, so none of its phases is run again. Nothing was changed.`, "Mend it, and release the commit that mends it; or start a new run with `resume: <why it may go on>`.");
}


/***/ })

};
