export const id = 132;
export const ids = [132];
export const modules = {

/***/ 31724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ writePlan),
/* harmony export */   v: () => (/* binding */ keepPlan)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _kit_parts_database_plan_say_plan_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95854);
/* harmony import */ var _kit_release_standing_breaking_left_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(86158);
/* harmony import */ var _kit_release_canonical_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41820);
/* harmony import */ var _kit_release_formats_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(75610);
/* harmony import */ var _kit_release_plan_plan_stamp_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(83027);
/* harmony import */ var _kit_release_record_record_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(20645);








/** Writes plan.json for the artifact, and where there is a token the manifest into the record. */
async function keepPlan(made, { githubToken, approvers }, world) {
    const { context } = world;
    const { target, release } = made;
    const github = githubToken === undefined ? undefined : await world.github(githubToken);
    const record = github && (0,_kit_release_record_record_js__WEBPACK_IMPORTED_MODULE_7__/* .githubRecord */ .BF)(github, target, context.sha);
    const ground = github && (await (0,_kit_release_standing_breaking_left_js__WEBPACK_IMPORTED_MODULE_3__/* .groundOf */ .J)(github, target, release));
    const left = ground?.noRollback === undefined ? {} : { noRollback: ground.noRollback };
    const kept = await writePlan({ ...made, base: ground?.live?.release ?? null, ...left }, world);
    const { plan } = kept;
    if (plan.parts.some((part) => part.work === "some"))
        await record?.open(manifestOf(plan, approvers, context));
    return kept;
}
/** Writes plan.json, and nothing into the record. */
async function writePlan(plan, { clock, context, temp }) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(temp, "prism-rollout", "plan", "plan.json");
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
    const text = (0,_kit_release_formats_js__WEBPACK_IMPORTED_MODULE_5__/* .writeFormat */ .VD)(plan);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, text);
    const stamp = (0,_kit_release_plan_plan_stamp_js__WEBPACK_IMPORTED_MODULE_6__/* .stampText */ .He)({ at: clock.now(), attempt: context.attempt, sha256: (0,_kit_release_canonical_js__WEBPACK_IMPORTED_MODULE_4__/* .sha256 */ .sc)(text) });
    return { plan, path, folder: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), stamp };
}
function manifestOf({ release, target, commit, digests, rules, ...plan }, approvers, { runUrl, triggeringActor: startedBy }) {
    const because = (0,_kit_parts_database_plan_say_plan_js__WEBPACK_IMPORTED_MODULE_2__/* .whyNoRollback */ .S1)(plan);
    const noRollback = because === undefined ? {} : { noRollback: because };
    const schema = "prism-rollout/manifest@1";
    const gates = rules.declared;
    return {
        schema,
        release,
        target,
        commit,
        runUrl,
        artifact: null,
        digests,
        gates,
        approvers,
        startedBy,
        ...noRollback,
    };
}


/***/ }),

/***/ 24517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p: () => (/* binding */ lookAtGates)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/kit/release/ids.js
var ids = __webpack_require__(94128);
// EXTERNAL MODULE: ./lib/kit/release/phases.js
var phases = __webpack_require__(96848);
// EXTERNAL MODULE: ./lib/kit/release/environments/people.js
var people = __webpack_require__(49522);
;// CONCATENATED MODULE: ./lib/kit/release/environments/branch-pattern.js
/**
 * Whether GitHub's pattern of a branch policy admits a name. GitHub matches as Ruby's `File.fnmatch` does for
 * paths: `*` and `?` stay within a segment and do not begin with a dot, `**` with a slash crosses segments.
 */
function admits(pattern, name) {
    try {
        return new RegExp(`^${sourceOf(pattern)}$`, "u").test(name);
    }
    catch {
        return pattern === name;
    }
}
/** Names that nobody chose: whatever admits them all, admits what anybody pushes. */
const strangers = [
    ["x7q4", "b9kd-2", "m_3"],
    ["x7q4/k2j9", "b9kd/zz-1", "m_3/y"],
    ["x7q4/k2/j9", "b9kd/z/z", "m/y/3"],
];
/** Whether a pattern admits names that nobody chose, such as `*`, `**` or `[a-z]*`. */
function isAnything(pattern) {
    return strangers.some((names) => names.every((name) => admits(pattern, name)));
}
const tokens = /\*\*\/|\*+|\?|\[(?:!|\^)?\]?[^\]]*\]|\\.|./gsu;
function sourceOf(pattern) {
    let before = "/";
    return [...pattern.matchAll(tokens)]
        .map(([token]) => {
        const first = before.endsWith("/");
        before = token;
        return sourceOfToken(token, first);
    })
        .join("");
}
function sourceOfToken(token, first) {
    const visible = first ? "(?!\\.)" : "";
    if (token === "**/")
        return "(?:(?!\\.)[^/]+/)*";
    if (token.startsWith("*"))
        return `${visible}[^/]*`;
    if (token === "?")
        return `${visible}[^/]`;
    if (token.startsWith("[") && token.length > 1)
        return `${visible}(?!/)[${classOf(token.slice(1, -1))}]`;
    return escaped(token.length > 1 ? token.slice(1) : token);
}
function classOf(inner) {
    const negated = /^[!^]/.test(inner);
    const rest = (negated ? inner.slice(1) : inner).replace(/[\\[\]^]/g, "\\$&");
    return negated ? `^${rest}` : rest;
}
function escaped(text) {
    return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}

;// CONCATENATED MODULE: ./lib/kit/release/environments/branch-findings.js

/** What is wrong with the branches that an environment admits: too many of them, or not the release's. */
function branchFindings({ branches }, { environment, purpose, ref, isProtected, mend, weakness }) {
    const at = { environment, purpose };
    const wide = weakness === undefined ? undefined : tooWide(branches);
    const open = wide === undefined || weakness === undefined ? [] : [{ ...at, weakness, ...wide(mend) }];
    if (admitsRef(branches, ref, isProtected))
        return open;
    const wrong = `does not admit ${shortOf(ref)}, from which this release comes: its job would be refused`;
    const fix = branches === "protected"
        ? `Protect the branch, or name it in the environment: ${mend} --prune.`
        : `Release from ${listed(branches) || "a branch that it admits"}, or add ${shortOf(ref)} under Settings → Environments.`;
    return [...open, { ...at, wrong, fix }];
}
function tooWide(branches) {
    if (branches === "protected")
        return undefined;
    if (branches === "all") {
        const wrong = "admits every branch: a workflow on any of them reaches its secrets";
        return (mend) => ({ wrong, fix: `Give it a branch policy: ${mend}.` });
    }
    const any = branches.filter(({ name }) => isAnything(name));
    if (any.length === 0)
        return undefined;
    const wrong = `admits whatever is pushed: its policy has the pattern ${any.map(({ name }) => name).join(", ")}`;
    return (mend) => ({ wrong, fix: `Take the pattern out: ${mend} --prune.` });
}
/** A pull request's own ref is never released. */
function admitsRef(branches, ref, isProtected) {
    const [, kind, name = ""] = /^refs\/(heads|tags)\/(.+)$/s.exec(ref) ?? [];
    if (kind === undefined || branches === "all")
        return true;
    if (branches === "protected")
        return kind === "heads" && isProtected !== false;
    const type = kind === "heads" ? "branch" : "tag";
    return branches.some((pattern) => pattern.type === type && admits(pattern.name, name));
}
function shortOf(ref) {
    return ref.replace(/^refs\/heads\//, "").replace(/^refs\/tags\//, "the tag ");
}
function listed(branches) {
    return typeof branches === "string" ? "" : branches.map(({ name }) => name).join(", ");
}

;// CONCATENATED MODULE: ./lib/kit/release/environments/gate-findings.js


/** Everything that is wrong with the environment of a declared gate. */
function gateFindings(found, question) {
    const { environment, purpose, mend } = question;
    const at = { environment, purpose };
    if (found === undefined) {
        const wrong = "does not exist, and GitHub would make it without any protection";
        return [{ ...at, gate: true, wrong, fix: `Make it: ${mend}.` }];
    }
    return [
        ...pauseFindings(found, question),
        ...(question.rule === "reviewers" ? reviewFindings(found, question) : []),
        ...bypassFindings(found, question),
        ...branchFindings(found, { ...question, weakness: "any-branch" }),
        ...appFindings(found, at),
    ];
}
function pauseFindings({ reviewers, waitTimer }, { environment, purpose, rule, why, mend }) {
    const holds = rule === "reviewers" ? reviewers.length > 0 : waitTimer > 0;
    if (holds)
        return [];
    const missing = rule === "reviewers" ? "has no required reviewers" : "has no wait timer";
    const wrong = `${missing}, though gates declares ${rule}`;
    const fix = `Add ${rule === "reviewers" ? "them" : "it"}: ${mend}${rule === "reviewers" ? " --reviewers <login or org/team>" : " --wait-timer <minutes>"}.${why}`;
    return [{ environment, purpose, gate: true, wrong, fix }];
}
function reviewFindings({ reviewers, preventSelfReview }, { environment, purpose, actor, mend }) {
    if (reviewers.length === 0)
        return [];
    const at = { environment, purpose };
    const alone = reviewers.every(({ type, name }) => type === "User" && (0,people/* isSameLogin */.A)(name, actor));
    const open = preventSelfReview !== true;
    return [
        ...(alone
            ? [
                {
                    ...at,
                    wrong: `has no reviewer but ${actor}, who started this release${open ? "" : " and so may not approve it"}`,
                    fix: `Add another reviewer: ${mend} --reviewers <login or org/team>.`,
                    ...(open ? { weakness: "self-review" } : {}),
                },
            ]
            : []),
        ...(open
            ? [
                {
                    ...at,
                    weakness: "self-review",
                    wrong: preventSelfReview === false
                        ? "lets who started a release approve it"
                        : "does not say whether who started a release may approve it",
                    fix: `Prevent self-review: ${mend}.`,
                },
            ]
            : []),
    ];
}
function bypassFindings({ adminsBypass }, { environment, purpose, mend }) {
    if (adminsBypass === false)
        return [];
    const wrong = adminsBypass === true
        ? "lets an admin pass it without an approval"
        : "does not say whether an admin may pass it without an approval";
    const fix = `Switch off «Allow administrators to bypass»: ${mend}.`;
    return [{ environment, purpose, weakness: "admin-bypass", wrong, fix }];
}
/** A job that makes no deployment cannot be asked about by an App, and fails. */
function appFindings({ apps }, at) {
    if (apps.length === 0)
        return [];
    const wrong = `has a protection rule of the App ${apps.join(", ")}, with which GitHub fails every job that makes no deployment (deployment: false)`;
    const fix = "Disable the rule under Settings → Environments, or use a workflow of your own whose jobs make deployments.";
    return [{ ...at, wrong, fix }];
}

;// CONCATENATED MODULE: ./lib/kit/release/environments/keeper-findings.js


const purposes = {
    rollback: "rollback",
    ungated: "for phases that have nothing to do",
    plan: "keeps the secrets of plan",
};
/** What is wrong with an environment that must not pause anything: rollback, plan, the checks, ungated. */
function keeperFindings(found, question) {
    const { environment, role } = question;
    const at = { environment, purpose: purposes[role] ?? `keeps the secrets of ${role}` };
    const secret = role === "rollback" || role === "plan";
    if (found === undefined) {
        if (!secret)
            return [];
        const wrong = "does not exist, and GitHub would make it open to every branch";
        return [{ ...at, weakness: "open-secrets", wrong, fix: `Make it: ${question.mend}.` }];
    }
    return [
        ...waitFindings(found, at, question),
        ...branchFindings(found, { ...question, ...at, ...(secret ? { weakness: "open-secrets" } : {}) }),
        ...appFindings(found, at),
    ];
}
const waits = {
    rollback: "so a rollback would wait while users meet what is broken",
    ungated: "so a phase without work would wait",
    plan: "so every plan would wait, and there is nothing to read yet",
};
function waitFindings({ reviewers, waitTimer }, at, { role, mend }) {
    const what = [
        ...(reviewers.length > 0 ? ["required reviewers"] : []),
        ...(waitTimer > 0 ? [`a wait timer of ${waitTimer} minutes`] : []),
    ];
    if (what.length === 0)
        return [];
    const why = waits[role] ?? "so the release would pause after it has gone live";
    const weakness = role === "rollback" ? "waiting-rollback" : "waiting-checks";
    return [
        { ...at, weakness, wrong: `has ${what.join(" and ")}, ${why}`, fix: `Take them away: ${mend} --prune.` },
    ];
}

// EXTERNAL MODULE: ./lib/kit/ports/github.js + 3 modules
var ports_github = __webpack_require__(17032);
// EXTERNAL MODULE: ./lib/kit/release/environments/found.js
var found = __webpack_require__(14769);
// EXTERNAL MODULE: ./lib/kit/release/environments/names.js
var environments_names = __webpack_require__(43873);
;// CONCATENATED MODULE: ./lib/kit/release/environments/look.js



/** Each environment is asked about once, however many roles it has. */
async function look(github, asked, names) {
    const answers = new Map();
    return await Promise.all(asked.map(async (role) => {
        const name = names[role] ?? "";
        const wrong = (0,environments_names/* wrongName */.p4)(name);
        if (wrong !== undefined)
            return { role, name, wrong, found: undefined };
        const key = name.toLowerCase();
        const answer = answers.get(key) ?? (0,found/* findEnvironment */.j)(github, name);
        answers.set(key, answer);
        return { role, name, wrong, found: await answer };
    }));
}
/** What only some findings need: whether the branch is protected, and why reviewers may be missing. */
async function aside(github, { gates, ref }, looked) {
    const branch = /^refs\/heads\/(.+)$/s.exec(ref)?.[1];
    const asksBranch = branch !== undefined && looked.some(({ found }) => found?.branches === "protected");
    const lacks = looked.some(({ role, found }) => found !== undefined &&
        ((gates[role] === "reviewers" && found.reviewers.length === 0) ||
            (gates[role] === "wait-timer" && found.waitTimer === 0)));
    const [isProtected, why] = await Promise.all([
        asksBranch ? protectedBranch(github, branch) : undefined,
        lacks ? whyNone(github) : "",
    ]);
    return { isProtected, why };
}
async function protectedBranch(github, branch) {
    try {
        const { data } = await github.request("GET /repos/{owner}/{repo}/branches/{branch}", { branch });
        return data.protected === true;
    }
    catch (error) {
        if ((0,ports_github/* isNotFound */.c4)(error))
            return false;
        throw error;
    }
}
/** Below Enterprise GitHub takes and shows no such rules in a repository that is not public. */
async function whyNone(github) {
    const { data } = await github.request("GET /repos/{owner}/{repo}");
    const { visibility, private: isPrivate } = data;
    if (isPrivate !== true && visibility !== "private" && visibility !== "internal")
        return "";
    return (` This repository is ${visibility ?? "private"}: reviewers and wait timers exist there with GitHub Enterprise only.` +
        " Without it, keep the gate and pause by from-phase and through-phase with approvers: a start by one of them is the approval.");
}

;// CONCATENATED MODULE: ./lib/kit/release/environments/audit.js





const keepers = ["rollback", "ungated", "purge-cdn", "smoke", "observe", "plan"];
/**
 * Compares what the environments of a target must hold with what GitHub has. GitHub creates a missing
 * environment silently and without protection, so a gate that is not there would not pause anything.
 * @throws {UserError} PR213 when it cannot be read; nothing is known then, so nothing may go on.
 */
async function auditEnvironments(github, request) {
    const { names, gates, oneJob } = request;
    const declared = phases/* gatedPhases */.oY.filter((phase) => (gates[phase] ?? "none") !== "none");
    if (declared.length === 0)
        return { gates: [], findings: [], accepted: [] };
    const others = oneJob === undefined ? keepers.filter((role) => names[role] !== undefined) : [];
    const looked = await look(github, [...declared, ...others], names);
    const known = { ...(await aside(github, request, looked)), request, looked };
    const all = [
        ...looked.flatMap((one) => (one.wrong === undefined ? [] : [badName(one, one.wrong)])),
        ...declared.flatMap((phase) => ofGate(phase, known)),
        ...(oneJob === undefined ? sharedGates(declared, known) : []),
        ...others.flatMap((role) => ofKeeper(role, known)),
    ];
    const meant = ({ weakness }) => weakness !== undefined && request.accept.includes(weakness);
    return {
        gates: declared.map((phase) => gateOf(phase, known)),
        findings: all.filter((finding) => !meant(finding)),
        accepted: all.filter(meant),
    };
}
function lookedAt(role, { looked }) {
    return looked.find((one) => one.role === role && one.wrong === undefined);
}
function ofGate(phase, known) {
    const { request, why, isProtected } = known;
    const rule = request.gates[phase] ?? "none";
    const own = lookedAt(phase, known);
    if (own === undefined || rule === "none")
        return [];
    const { actor, ref } = request;
    const at = { environment: own.name, purpose: `gates ${phase}`, mend: mend(request), actor, ref };
    const findings = gateFindings(own.found, { ...at, rule, why, isProtected });
    return findings.filter(({ weakness }) => weakness !== "admin-bypass" || request.bypass[phase] !== true);
}
function ofKeeper(role, known) {
    const { request, isProtected } = known;
    const own = lookedAt(role, known);
    if (own === undefined)
        return [];
    const question = { environment: own.name, role, ref: request.ref, isProtected, mend: mend(request) };
    return keeperFindings(own.found, question);
}
/** GitHub's approval covers every job that waits at an environment, and asks again for each that comes later. */
function sharedGates(declared, { request: { names } }) {
    return declared.flatMap((phase, index) => {
        const same = declared.slice(0, index).find((other) => (0,ids/* isSameEnvironment */.gj)(names[other], names[phase]));
        if (same === undefined)
            return [];
        const wrong = `gates ${same} as well, so an approval of one can pass for the other`;
        const fix = `Name an environment for each by ${same}-environment and ${phase}-environment.`;
        return [
            { environment: names[phase], purpose: `gates ${phase}`, weakness: "shared-environment", wrong, fix },
        ];
    });
}
function badName({ role, name }, wrong) {
    const fix = `Name another one by ${role}-environment.`;
    return {
        environment: JSON.stringify(name.slice(0, 60)),
        purpose: role,
        wrong: `has ${wrong}`,
        fix,
        gate: true,
    };
}
function gateOf(phase, known) {
    const { request } = known;
    const found = lookedAt(phase, known)?.found;
    return {
        phase,
        environment: request.names[phase],
        declared: request.gates[phase] ?? "none",
        found: found?.rules ?? [],
        reviewers: (found?.reviewers ?? []).map(({ type, name }) => (type === "Team" ? `@${name}` : name)),
        bypass: request.bypass[phase] ?? false,
    };
}
function mend({ target }) {
    return `\`npx prism-rollout environments --target ${target}\``;
}

;// CONCATENATED MODULE: ./lib/kit/release/environments/finding.js
/** One line of the message. */
function say({ environment, purpose, wrong, fix }) {
    return `${environment} (${purpose}) ${wrong}. ${fix}`;
}

// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(65304);
// EXTERNAL MODULE: ./lib/kit/release/commit/file-at.js
var file_at = __webpack_require__(18774);
// EXTERNAL MODULE: ./lib/kit/release/gates/gates.js
var gates = __webpack_require__(13661);
// EXTERNAL MODULE: ./lib/kit/release/environments/settings.js
var settings = __webpack_require__(60612);
;// CONCATENATED MODULE: ./lib/kit/release/environments/loosened.js






/**
 * Compares the rules of a release with those of the release that is live: what this very release loosens does
 * not yet hold for it, else whoever may merge could open every gate.
 */
async function compareWithLive(github, live, comparison) {
    const { own, commit, path } = comparison;
    const same = { ...own, loosened: [], unverified: [] };
    if (live === undefined)
        return same;
    if (live.commit === commit)
        return held(same, live);
    const before = await (0,file_at/* fileAt */.Wd)(github, path, live.commit);
    if ("unread" in before)
        return loosened_closed(own, live, before.unread);
    const compared = await compareTexts(before.text, comparison);
    // Another file may have been its configuration then.
    if (compared === "not there")
        return wasGated(live) ? loosened_closed(own, live, `${path} of ${loosened_short(live)} has no such target`) : same;
    if (compared === undefined)
        return loosened_closed(own, live, `${path} of ${loosened_short(live)} is not a configuration`);
    return held(compared, live);
}
function wasGated({ gates = {} }) {
    return Object.values(gates).some((rule) => rule !== "none");
}
/** Gates can be declared outside of the file, by `with:`; the manifest names those, too. */
function held(rules, { gates = {} }) {
    const lost = gatesLoosened(gates, rules.gates);
    return { ...rules, gates: stricterGates(gates, rules.gates), loosened: [...rules.loosened, ...lost] };
}
/** Who may approve now and might before; where nobody might, whoever may now. */
function still(own, before) {
    return before.length === 0 ? own : own.filter((one) => before.some((other) => (0,people/* isSameLogin */.A)(other, one)));
}
/** What cannot be read is taken at its strictest, where gates were declared: the manifest says so. */
function loosened_closed(own, live, because) {
    const before = live.gates ?? {};
    const gated = wasGated(live);
    const what = gated
        ? "the gates that it declared hold, and no weakness is accepted"
        : "nobody can tell whether this release loosens them";
    return {
        gates: stricterGates(before, own.gates),
        accept: gated ? [] : own.accept,
        bypass: gated ? {} : own.bypass,
        approvers: gated ? ((live.approvers && still(own.approvers, live.approvers)) ?? []) : own.approvers,
        loosened: gatesLoosened(before, own.gates),
        unverified: [`the rules of ${live.release}, which is live, cannot be read (${because}): ${what}`],
    };
}
async function compareTexts(before, { own, target, text, path }) {
    const { parseConfig, keysOf } = await __webpack_require__.e(/* import() */ 934).then(__webpack_require__.bind(__webpack_require__, 73553));
    const read = (one) => parseConfig(one, path, target === "default" ? "" : target, []);
    try {
        const [was, is] = [read(before), read(text ?? "")];
        const rules = (0,settings/* rulesIn */.BZ)(was);
        if (rules === undefined)
            return undefined;
        const bypass = phases/* gatedPhases */.oY.filter((phase) => own.bypass[phase] === true && rules.bypass[phase] !== true);
        const accept = own.accept.filter((word) => !rules.accept.includes(word));
        return {
            gates: stricterGates(rules.gates, own.gates),
            accept: own.accept.filter((word) => rules.accept.includes(word)),
            approvers: still(own.approvers, rules.approvers),
            bypass: Object.fromEntries(phases/* gatedPhases */.oY.map((phase) => [phase, own.bypass[phase] === true && rules.bypass[phase] === true])),
            loosened: [
                ...gatesLoosened(rules.gates, own.gates),
                ...bypass.map((phase) => `allow-bypass is new for ${phase}: it does not hold for this release yet`),
                ...accept.map((word) => `accept: ${word} is new: it does not hold for this release yet`),
                ...(0,settings/* looserSettings */.Gc)(was, is, [...keysOf(before, path), ...keysOf(text ?? "", path)]),
            ],
            unverified: [],
        };
    }
    catch (error) {
        if (error instanceof user_error/* UserError */.yo && error.code === "PR103")
            return "not there";
        if (error instanceof user_error/* UserError */.yo)
            return undefined;
        throw error;
    }
}
function stricterGates(one, other) {
    const rules = phases/* gatedPhases */.oY.map((phase) => [phase, (0,gates/* stricterGate */.Al)(one[phase], other[phase])]);
    return Object.fromEntries(rules.filter(([, rule]) => rule !== "none"));
}
function gatesLoosened(was, is) {
    return phases/* gatedPhases */.oY.flatMap((phase) => {
        const before = was[phase] ?? "none";
        const now = is[phase] ?? "none";
        if ((0,gates/* stricterGate */.Al)(before, now) === now)
            return [];
        return [`the gate of ${phase} was ${before}, is ${now}: ${before} still holds for this release`];
    });
}
function loosened_short({ commit }) {
    return commit.slice(0, 12);
}

;// CONCATENATED MODULE: ./lib/kit/release/environments/refuse-weak.js


/**
 * Refuses a release whose environments do not hold what they must, all of it at once.
 * @throws {UserError} PR201 when a declared gate is not there, PR212 for any other weakness.
 */
function refuseWeak({ findings }, notes = []) {
    if (findings.length === 0)
        return;
    const many = findings.length === 1 ? "An environment does" : `${findings.length} times an environment does`;
    const lines = [...findings.map(say), ...notes].map((line) => `  - ${line}`).join("\n");
    const words = [...new Set(findings.flatMap(({ weakness }) => (weakness === undefined ? [] : [weakness])))];
    throw new user_error/* UserError */.yo(findings.some(({ gate }) => gate === true) ? "PR201" : "PR212", `${many} not hold what this release must be held by. Nothing was changed.\n${lines}`, words.length === 0
        ? "Mend each line above; the command says what it would change before it changes anything."
        : `Mend each line above; the command says what it would change before it changes anything. What is meant to be so: \`plan: { accept: [${words.join(", ")}] }\` in rollout.yml.`);
}

// EXTERNAL MODULE: ./lib/kit/release/record/record.js
var record = __webpack_require__(20645);
// EXTERNAL MODULE: ./lib/kit/release/slice/slice-start.js
var slice_start = __webpack_require__(21076);
// EXTERNAL MODULE: ./lib/kit/release/slice/slice.js
var slice_slice = __webpack_require__(15917);
;// CONCATENATED MODULE: ./lib/actions/plan/held-by-slice.js



/**
 * Takes from the declared gates those that this run does not come to, and the one that its start stands for. Only
 * where GitHub has no reviewers to offer: in a private repository none of whose environments has any. Its plan is
 * known to nobody here, but below Enterprise GitHub takes and shows none.
 */
async function heldBySlice(github, gates, sliced) {
    const { slice, goesOn, approvers } = sliced;
    if (approvers.length === 0 || slice.length === 0)
        return { audited: gates, started: [] };
    if (!(await isPrivate(github)) || (await hasReviewers(github)))
        return { audited: gates, started: [] };
    const first = goesOn ? (0,slice_start/* gateOfStart */.nX)(slice, gates) : undefined;
    const left = phases/* gatedPhases */.oY.filter((phase) => !(0,slice_slice/* isOutside */._K)(slice, phase) && phase !== first);
    const audited = Object.fromEntries(left.flatMap((phase) => (gates[phase] ? [[phase, gates[phase]]] : [])));
    const found = {
        declared: "reviewers",
        found: [slice_start/* startedByApprover */.Ao],
        reviewers: approvers,
        bypass: false,
    };
    return { audited, started: first === undefined ? [] : [{ phase: first, ...found }] };
}
async function isPrivate(github) {
    const { data } = await github.request("GET /repos/{owner}/{repo}");
    return data.visibility === "private";
}
async function hasReviewers(github) {
    for (let page = 1;; page += 1) {
        const route = "GET /repos/{owner}/{repo}/environments";
        const { data } = await github.request(route, { per_page: 100, page });
        const { environments = [] } = data;
        const rules = environments.flatMap(({ protection_rules: own = [] }) => own);
        if (rules.some(({ type }) => type === "required_reviewers"))
            return true;
        if (environments.length < 100)
            return false;
    }
}

;// CONCATENATED MODULE: ./lib/actions/plan/look-at-gates.js










/**
 * The rules under which this release is, and the gates as GitHub has them.
 * @throws {UserError} PR201 or PR212 when an environment does not hold what it must, PR213 when nobody can tell.
 */
async function lookAtGates(inputs, target, world, slice = []) {
    const { gates: declared, accept, approvers } = inputs;
    const own = { gates: declared, accept, bypass: (0,settings/* bypassIn */.Uo)(world.section), approvers };
    const gated = Object.values(inputs.gates).some((rule) => rule !== "none");
    const unverified = elsewhere(world);
    if (inputs.githubToken === undefined) {
        const blind = "gates are declared, but without github-token nobody can tell whether they are there";
        if (gated)
            world.log.warn(`${blind[0]?.toUpperCase()}${blind.slice(1)}.`);
        return { ...none, declared: inputs.gates, unverified: gated ? [...unverified, blind] : unverified };
    }
    const github = await world.github(inputs.githubToken);
    const rules = await rulesOf(github, own, inputs, target, world);
    for (const line of rules.loosened)
        world.log.warn(`This release loosens its own rules: ${line}.`);
    const { ref, actor } = world.context;
    const sliced = { slice, goesOn: inputs.fromPhase !== undefined, approvers: rules.approvers };
    const held = await heldBySlice(github, rules.gates, sliced);
    const names = (0,environments_names/* environmentNames */.iF)(target, inputs);
    const audit = await auditEnvironments(github, {
        ...rules,
        gates: held.audited,
        target,
        names,
        ref,
        // A schedule has an actor, too: whoever changed its file last.
        actor: inputs.drift === "false" ? actor : "",
        oneJob: inputs.environment,
    });
    refuseWeak(audit, [...rules.loosened, ...rules.unverified]);
    return {
        gates: [...held.started.map((gate) => ({ ...gate, environment: names[gate.phase] })), ...audit.gates],
        declared: inputs.gates,
        loosened: rules.loosened,
        accepted: audit.accepted.map(say),
        unverified: [...unverified, ...rules.unverified],
    };
}
const none = { gates: [], loosened: [], accepted: [], unverified: [] };
async function rulesOf(github, own, { config, workingDirectory }, target, { context, root }) {
    const live = await (0,record/* githubRecord */.BF)(github, target, context.sha).live();
    const text = await (0,promises_.readFile)((0,external_node_path_.resolve)(root, config), "utf8").catch(() => undefined);
    const path = external_node_path_.posix.join(workingDirectory, config);
    return await compareWithLive(github, live, { target, own, text, path, commit: context.sha });
}
/** A called workflow finds this suite's actions by `$/`, which GitHub Enterprise Server does not know. */
function elsewhere({ env, context }) {
    const server = env["GITHUB_SERVER_URL"] ?? "https://github.com";
    const known = /^https:\/\/([^/]+\.ghe\.com|github\.com)$/i.test(server.replace(/\/+$/, ""));
    if (known || !/\/api\/v3\/?$/.test(context.apiUrl))
        return [];
    return [
        `${server} is a GitHub Enterprise Server, which does not know \`uses: $/…\`: the reusable workflow runs on github.com only, so copy examples/workflows/own-workflow.yml, which uses the actions directly`,
    ];
}


/***/ }),

/***/ 26902:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ made)
/* harmony export */ });
/* harmony import */ var _kit_release_plan_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29581);

/** A plan of this run's commit with the digest of each of its parts. */
function made({ sha: commit, attempt }, found) {
    const digests = Object.fromEntries(found.parts.map((part) => [part.phase, (0,_kit_release_plan_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .partDigest */ .S8)(part)]));
    return { schema: "prism-rollout/plan@1", ...found, commit, attempt, digests };
}


/***/ }),

/***/ 32132:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./lib/kit/action/run.js + 14 modules
var run = __webpack_require__(2836);
// EXTERNAL MODULE: ./lib/kit/release/run/event.js
var run_event = __webpack_require__(61516);
// EXTERNAL MODULE: ./lib/kit/release/slice/slice.js
var slice_slice = __webpack_require__(15917);
// EXTERNAL MODULE: ./lib/kit/release/standing/halt.js + 1 modules
var halt = __webpack_require__(30789);
// EXTERNAL MODULE: ./lib/kit/release/record/history.js
var record_history = __webpack_require__(31102);
// EXTERNAL MODULE: ./lib/kit/release/standing/rolled-back.js
var rolled_back = __webpack_require__(6197);
// EXTERNAL MODULE: ./lib/kit/release/slice/slice-start.js
var slice_start = __webpack_require__(21076);
// EXTERNAL MODULE: ./lib/kit/release/standing/superseded.js
var superseded = __webpack_require__(30775);
// EXTERNAL MODULE: ./lib/kit/release/ids.js
var ids = __webpack_require__(94128);
// EXTERNAL MODULE: ./lib/kit/release/run/run-artifacts.js
var run_artifacts = __webpack_require__(48327);
;// CONCATENATED MODULE: ./lib/actions/plan/name-of.js



/** The id of this run's release. A run that is run again goes on with its own, also on another day. */
async function nameOf({ githubToken }, target, { github, context, clock }) {
    if (context.attempt > 1 && githubToken !== undefined) {
        const releases = await (0,record_history/* releasesOf */.w0)(await github(githubToken), target);
        const own = releases.find(({ manifest: { release, commit } }) => (0,run_artifacts/* runOf */.n)(release) === context.runId && commit === context.sha);
        if (own !== undefined)
            return own.manifest.release;
    }
    return (0,ids/* releaseId */.Bf)(target, clock.now(), context.sha, context.runId);
}

// EXTERNAL MODULE: ./lib/kit/release/run/where-run-is.js
var where_run_is = __webpack_require__(74592);
;// CONCATENATED MODULE: ./lib/actions/plan/open-releases.js




/** Further back nobody looks: who waits behind so many others is told of by them. */
const most = 20;
/**
 * The others that are on their way to a target, newest first: planned, not ended, with a run that goes on. What is
 * older than the release that is live has been superseded already.
 */
async function openReleases(github, target, own) {
    const found = [];
    for (const { manifest, id, standing } of (await (0,record_history/* releasesOf */.w0)(github, target)).slice(0, most)) {
        const { release, runUrl } = manifest;
        if (release === own)
            continue;
        const status = await standing();
        if (status.state === "success")
            break;
        const mustYield = (0,superseded/* orderedToYield */.KM)([status]) !== undefined;
        const runId = (0,run_artifacts/* runOf */.n)(release);
        if (runId === undefined || (status.state !== "in_progress" && !mustYield))
            continue;
        const where = await (0,where_run_is/* whereRunIs */.p)(github, runId);
        if (where.is === "ended")
            continue;
        const hasChanged = (await (0,record_history/* changesOf */.fs)(github, target, release)).length > 0;
        found.push({ release, id, runId, runUrl, where, hasChanged, mustYield });
    }
    return found;
}
/** One line for a person who is about to wait behind it. */
function sayOpen({ release, runUrl, where, hasChanged }) {
    const held = hasChanged
        ? "it holds the target until it ends"
        : "it has changed nothing; the first to begin holds the target";
    return `${release} (${runUrl}) ${where.says}: ${held}`;
}

// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(65304);
// EXTERNAL MODULE: ./lib/kit/ports/tell-wait.js
var tell_wait = __webpack_require__(26592);
;// CONCATENATED MODULE: ./lib/actions/plan/promotion/look-at-checks.js

/** Every check of a commit: check runs, and the statuses of older services. */
async function checksOf(github, sha) {
    const [runs, statuses] = await Promise.all([
        permitted("checks: read", () => checkRunsOf(github, sha)),
        permitted("statuses: read", () => statusesOf(github, sha)),
    ]);
    return [...runs.map(fromRun), ...statuses.map(fromStatus)];
}
const page = 100;
async function checkRunsOf(github, sha) {
    const all = [];
    for (let number = 1;; number += 1) {
        const route = "GET /repos/{owner}/{repo}/commits/{ref}/check-runs";
        const { data } = await github.request(route, { ref: sha, per_page: page, page: number });
        const { check_runs: some = [] } = data;
        all.push(...some);
        if (some.length < page)
            return all;
    }
}
async function statusesOf(github, sha) {
    const route = "GET /repos/{owner}/{repo}/commits/{ref}/status";
    const { data } = await github.request(route, { ref: sha, per_page: page });
    return data.statuses ?? [];
}
function fromRun({ name, status, conclusion, details_url: url }) {
    const run = /\/actions\/runs\/(\d+)(?:\/|$)/.exec(url ?? "")?.[1];
    if (status !== "completed")
        return { name, is: "running", said: status, run };
    const is = ["success", "neutral", "skipped"].includes(conclusion ?? "") ? "green" : "red";
    return { name, is, said: conclusion ?? "without a conclusion", run };
}
function fromStatus({ context: name, state: said }) {
    const is = said === "success" ? "green" : said === "pending" ? "running" : "red";
    return { name, is, said, run: undefined };
}
/** A permission that is missing is named: what cannot be read is not taken for green. */
async function permitted(permission, work) {
    try {
        return await work();
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.yo) || error.code !== "PR302")
            throw error;
        const fix = `Give plan's job, and the job that calls this workflow, \`${permission}\`; or name no checks by \`required-checks: none\`.`;
        throw new user_error/* UserError */.yo("PR302", `${error.message} Whether the commit is green cannot be told.`, fix, {
            cause: error,
        });
    }
}

// EXTERNAL MODULE: ./lib/kit/ports/github.js + 3 modules
var ports_github = __webpack_require__(17032);
;// CONCATENATED MODULE: ./lib/actions/plan/promotion/required.js

/** The checks that a branch requires, by its rulesets and by a protection of the old kind; both are readable by all. */
async function requiredBy(github, branch) {
    const [rules, old] = await Promise.all([
        orNone(async () => {
            const route = "GET /repos/{owner}/{repo}/rules/branches/{branch}";
            const { data } = await github.request(route, { branch, per_page: 100 });
            return data.flatMap(({ type, parameters }) => type === "required_status_checks"
                ? (parameters?.required_status_checks ?? []).map(({ context }) => context)
                : []);
        }),
        orNone(async () => {
            const { data } = await github.request("GET /repos/{owner}/{repo}/branches/{branch}", { branch });
            return data.protection?.required_status_checks?.contexts ?? [];
        }),
    ]);
    return [...new Set([...rules, ...old])];
}
/** Servers that know no rulesets, and branches that are gone, require nothing. */
async function orNone(work) {
    try {
        return await work();
    }
    catch (error) {
        if ((0,ports_github/* isNotFound */.c4)(error))
            return [];
        throw error;
    }
}
/**
 * The runs of a commit that are releases themselves: of this run's own workflow, or of one that calls the same chain.
 * That an earlier release failed, or waits, says nothing of the commit.
 */
async function releaseRunsOf(github, sha, runId) {
    const [own, all] = await Promise.all([
        github.request("GET /repos/{owner}/{repo}/actions/runs/{run_id}", { run_id: runId }),
        github.request("GET /repos/{owner}/{repo}/actions/runs", { head_sha: sha, per_page: 100 }),
    ]);
    const mine = workflowsOf(own.data);
    const { workflow_runs: runs = [] } = all.data;
    const same = runs.filter((run) => [...workflowsOf(run)].some((path) => mine.has(path)));
    return new Set([runId, ...same.map(({ id }) => String(id))]);
}
/** Without the ref at which each is used. */
function workflowsOf({ path, referenced_workflows: called }) {
    const paths = [path ?? "", ...(called ?? []).map((one) => one.path)];
    return new Set(paths.map((one) => one.replace(/@.*$/, "")).filter((one) => one !== ""));
}

;// CONCATENATED MODULE: ./lib/actions/plan/promotion/checks.js




const pause = 10_000;
/**
 * Waits until the checks of the commit are done, and gives how many are green.
 * @throws {UserError} PR216 with each that failed, still runs or was never reported.
 */
async function refuseRed(github, wanted, world) {
    const { sha, runId } = world.context;
    const names = wanted.names.length > 0 ? wanted.names : await requiredBy(github, wanted.branch);
    const releases = names.length > 0 ? new Set([runId]) : await releaseRunsOf(github, sha, runId);
    const until = world.clock.now() + wanted.wait;
    const tell = (0,tell_wait/* tellWait */.n)(world, until);
    for (;;) {
        const all = (await checksOf(github, sha)).filter(({ run }) => run === undefined || !releases.has(run));
        const { green, red, open } = judge(all, names);
        if (red.length > 0)
            throw notGreen(sha, "failed", red, red.length + green + open.length);
        if (open.length === 0)
            return green;
        const left = until - world.clock.now();
        if (left <= 0)
            throw notGreen(sha, "not done", open, green + open.length);
        const n = green + open.length;
        tell(`the commit's checks are done: ${open.join(", ")}`, `${green} of ${n} are green.`);
        await world.clock.sleep(Math.min(pause, left), world.signal);
    }
}
/** One name may be reported by several; the worst of them counts. */
function judge(all, required) {
    const names = required.length > 0 ? required : [...new Set(all.map(({ name }) => name))];
    const worst = names.map((name) => {
        const same = all.filter((check) => check.name === name);
        const found = ["red", "running", "green"].flatMap((is) => same.filter((one) => one.is === is))[0];
        return { name, is: found?.is ?? "running", said: found?.said ?? "never reported" };
    });
    const say = (is) => worst.flatMap((one) => (one.is === is ? [`${one.name} (${one.said})`] : []));
    return { green: say("green").length, red: say("red"), open: say("running") };
}
function notGreen(sha, how, which, n) {
    return new user_error/* UserError */.yo("PR216", `${which.length} of ${n} checks of ${sha.slice(0, 12)} ${which.length === 1 ? "is" : "are"} ${how === "failed" ? "red" : how}: ${which.join(", ")}. Nothing was changed.`, how === "failed"
        ? "Mend the commit, or run a check again that failed by chance; then run this job again."
        : "Let them end, then run this job again; `checks-wait` waits longer. What never runs on this branch is not to be required: name by `required-checks` what does.");
}

;// CONCATENATED MODULE: ./lib/actions/plan/promotion/place.js


/**
 * The first allowed place that has the commit: the ref that the run is on, or a branch that contains it.
 * @throws {UserError} PR215 naming where it would have to be.
 */
async function placeOf(github, { sha, ref, isHead, target }, releaseRefs, defaultBranch) {
    const allowed = releaseRefs.length === 0 ? [defaultBranch] : releaseRefs;
    if (isHead && allowed.some((pattern) => fits(pattern, ref)))
        return placeAt(ref, defaultBranch);
    for (const branch of allowed.filter((pattern) => !/[*?]|^refs\//.test(pattern))) {
        if (await contains(github, branch, sha))
            return { name: branch, branch };
    }
    const where = allowed.join(", ");
    throw new user_error/* UserError */.yo("PR215", `${sha.slice(0, 12)} is not on ${where}, from where ${target} is released (the run is on ${ref || "no ref"}). Nothing was changed.`, `Merge it into ${allowed[0] ?? defaultBranch} first; or allow its branch or tag by \`release-refs\` in the plan section.`);
}
function placeAt(ref, defaultBranch) {
    const branch = /^refs\/heads\/(.+)$/.exec(ref)?.[1];
    return branch === undefined ? { name: ref, branch: defaultBranch } : { name: branch, branch };
}
/** Whether a pattern of `release-refs` names a ref: a plain one is a branch's name. */
function fits(pattern, ref) {
    const whole = pattern.startsWith("refs/") ? pattern : `refs/heads/${pattern}`;
    const source = whole
        .split(/(\*\*|\*|\?)/)
        .map((part) => wildcards[part] ?? part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
        .join("");
    return new RegExp(`^${source}$`).test(ref);
}
const wildcards = { "**": ".*", "*": "[^/]*", "?": "[^/]" };
async function contains(github, branch, sha) {
    const basehead = `${branch}...${sha}`;
    try {
        const route = "GET /repos/{owner}/{repo}/compare/{basehead}";
        const { data } = await github.request(route, { basehead, per_page: 1 });
        const { status } = data;
        return status === "identical" || status === "behind";
    }
    catch (error) {
        if ((0,ports_github/* isNotFound */.c4)(error))
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/actions/plan/promotion/promotion.js


/**
 * Whether this commit may be released: it is where releases come from, and its checks are green. What was just pushed
 * there is there, and its checks have only begun: a push is asked for no more than what is named. Gives what was
 * found, a line each.
 * @throws {UserError} PR215 or PR216: nothing was changed.
 */
async function judgePromotion(github, rules, world) {
    const { context, env } = world;
    const { data } = await github.request("GET /repos/{owner}/{repo}");
    const defaultBranch = data.default_branch ?? "main";
    const isHead = (env["GITHUB_SHA"] ?? context.sha) === context.sha;
    const sought = { sha: context.sha, ref: context.ref, isHead, target: rules.target };
    const place = await placeOf(github, sought, rules.releaseRefs, defaultBranch);
    const found = `${context.sha.slice(0, 12)} is on ${place.name}`;
    const asked = rules.requiredChecks;
    if (asked.length === 1 && asked[0] === "none")
        return [`${found}; no checks are required of it`];
    const isJustPushed = isHead && context.event === "push" && context.ref.startsWith("refs/heads/");
    if (asked.length === 0 && isJustPushed)
        return [found];
    const green = await refuseRed(github, { names: asked, wait: rules.checksWait, branch: place.branch }, world);
    return [
        found,
        green === 0 ? "the commit has no checks" : `${green} of ${green} checks of the commit are green`,
    ];
}

// EXTERNAL MODULE: ./lib/kit/release/standing/lease.js
var lease = __webpack_require__(44897);
;// CONCATENATED MODULE: ./lib/actions/plan/supersede.js




/**
 * Makes every other release of the target yield that waits for a person. First it is noted in its record: from then
 * on none of its jobs gets through its door, whoever approves it. Then the target is taken from it and its run is
 * cancelled, so that it ends as stopped or held. Each step may be done twice, and dying between two of them leaves
 * nothing that could go on.
 * @throws {UserError} PR204 where one is at work: nobody cuts into a change.
 */
async function supersede(github, cancelling, { target, release, open }, { log }) {
    const working = open.find((other) => isAtWork(other) && !other.mustYield);
    if (working !== undefined)
        throw atWork(target, working);
    const said = [];
    for (const other of open) {
        await takeFrom(github, target, release, other);
        const cancelled = await cancel(cancelling, other, log);
        said.push(`${other.release} ${other.where.says}, and yields to this release${cancelled}`);
    }
    return said;
}
/** Also between two of its jobs: who has begun and waits for no person goes on by itself. */
function isAtWork({ where, hasChanged }) {
    return where.is === "working" || (where.is === "queued" && hasChanged);
}
async function takeFrom(github, target, release, other) {
    if (!other.mustYield) {
        await (0,superseded/* markSuperseded */.QX)(github, other.id, other.hasChanged ? "failure" : "inactive", release);
        // Somebody may have approved it just before it was noted.
        const now = { ...other, where: await (0,where_run_is/* whereRunIs */.p)(github, other.runId) };
        if (isAtWork(now)) {
            await (0,superseded/* unmarkSuperseded */.XE)(github, other.id);
            throw atWork(target, now);
        }
    }
    await (0,lease/* releaseLease */.w)(github, target, other.release);
}
async function cancel(github, { runId, runUrl }, log) {
    try {
        await github.request("POST /repos/{owner}/{repo}/actions/runs/{run_id}/cancel", { run_id: runId });
        return "; its run is cancelled";
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.yo))
            throw error;
        // It has ended meanwhile.
        if (error.code === "PR304")
            return "";
        log.warn(`${runUrl} was not cancelled: ${error.message} Cancelling needs a token with \`actions: write\` as cancel-token. It waits on, and whoever approves it is refused: cancel it by hand.`);
        return "; its run waits on, and is refused when somebody approves it";
    }
}
function atWork(target, { release, runUrl, where }) {
    return new user_error/* UserError */.yo("PR204", `${target} cannot be taken from ${release} (${runUrl}): it ${where.says}. Nothing was changed.`, "Let it end its work; while it waits for a person, run this job again.");
}

;// CONCATENATED MODULE: ./lib/actions/plan/admit.js









/**
 * Whether this commit may be released to the target at all; gives what was found, a line each. Without a token nobody
 * can tell, and no record is kept either.
 * @throws {UserError} PR207, PR215 or PR216: nothing was changed.
 */
async function admit(inputs, target, world) {
    if (inputs.githubToken === undefined)
        return [];
    const github = await world.github(inputs.githubToken);
    const { sha, attempt } = world.context;
    // What was held, and is run again, is asked for at its gates again.
    const own = attempt > 1 ? await nameOf(inputs, target, world) : undefined;
    const [judged] = await Promise.all([
        judgePromotion(github, { ...inputs, target }, world),
        inputs.resume === undefined ? (0,halt/* refuseHalted */.pJ)(github, target, sha, own) : undefined,
    ]);
    return judged;
}
/**
 * The last step before the record of a release with work is opened: an ended release is not planned again, whoever
 * waits is told of or has to yield, and halts are lifted where a person says why. Gives what was done, a line each.
 * @throws {UserError} PR204, PR205, PR207 or PR217.
 */
async function clearTheWay(inputs, { target, release, parts, gates }, world) {
    const goesOn = inputs.fromPhase !== undefined;
    if (inputs.githubToken === undefined)
        return [];
    const github = await world.github(inputs.githubToken);
    const isAgain = world.context.attempt > 1;
    if (!goesOn && parts.every(({ work }) => work === "none")) {
        // Nothing will end this release anew, and so nothing lifts the halt of its own.
        if (isAgain && inputs.resume === undefined)
            await (0,halt/* refuseHalted */.pJ)(github, target, world.context.sha);
        return [];
    }
    // The first attempt of a run begins a release; any other goes on with one that may have ended.
    if (isAgain || goesOn)
        await refuseEnded(github, target, release);
    const byStart = gates.find(({ found }) => found.includes(slice_start/* startedByApprover */.Ao));
    // Those that the live release's rules admit, too: nobody lets himself in.
    const start = { target, release, approvers: byStart?.reviewers ?? [] };
    const approved = byStart ? [`approved by ${await (0,slice_start/* starterOf */.tQ)(github, start, world)}`] : [];
    const open = await openReleases(github, target, release);
    // A run that only plans takes the target from nobody.
    const takes = inputs.supersede && inputs.throughPhase !== "plan";
    const yielded = takes
        ? await supersede(github, await cancelling(inputs, github, world), { target, release, open }, world)
        : open.map(sayOpen);
    if (goesOn)
        await (0,slice_start/* noteStart */.PI)(github, start, world);
    return [...approved, ...yielded, ...(await lifted(inputs, target, github, world))];
}
async function refuseEnded(github, target, release) {
    (0,rolled_back/* refuseRolledBack */.M)(release, await (0,record_history/* changesOf */.fs)(github, target, release));
    await (0,superseded/* refuseSuperseded */.fJ)(github, target, release);
}
async function cancelling({ cancelToken }, github, world) {
    return cancelToken === undefined ? github : await world.github(cancelToken);
}
async function lifted({ resume: reason }, target, github, { context }) {
    if (reason === undefined)
        return [];
    const actor = context.triggeringActor || context.actor;
    const halts = await (0,halt/* resume */.U)(github, target, { actor }, reason);
    if (halts.length === 0)
        return [`${target} was not halted`];
    return halts.map(({ release }) => `resumed by ${actor} after ${release}: ${reason}`);
}

// EXTERNAL MODULE: ./lib/kit/notify/announce.js + 1 modules
var announce = __webpack_require__(88412);
;// CONCATENATED MODULE: ./lib/actions/plan/announce-first.js


/**
 * Tells at which gate the release waits first, unless `prepare` comes before that gate: it tells then, with the link of
 * what it has saved. Where nothing is observed, `prepare` has nothing to do, and says nothing.
 */
async function announceFirst(plan, slice, inputs, world) {
    const prepares = world.sections.includes("observe") && !(0,slice_slice/* isOutside */._K)(slice, "observe");
    if (inputs.prepareFollows && prepares)
        return;
    await (0,announce/* announceGate */.VW)(plan, { slice }, inputs, world);
}

// EXTERNAL MODULE: ./lib/kit/action/markdown.js
var markdown = __webpack_require__(42534);
// EXTERNAL MODULE: ./lib/kit/action/report.js + 1 modules
var action_report = __webpack_require__(35226);
;// CONCATENATED MODULE: ./lib/actions/plan/comment/pull-request.js
/**
 * The pull request that a plan belongs to: the one that started the run, else the one that brought its commit.
 * Undefined where there is none, or several that nobody can tell apart.
 */
async function pullRequestOf(github, event, { sha }) {
    if (event.pullRequest !== undefined)
        return event.pullRequest.number || undefined;
    const route = "GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls";
    const { data } = await github.request(route, { commit_sha: sha, per_page: 100 });
    const merged = (Array.isArray(data) ? data : []).filter(({ merged_at: at }) => typeof at === "string");
    const own = merged.find(({ merge_commit_sha: merge }) => merge === sha);
    return own?.number ?? (merged.length === 1 ? merged[0]?.number : undefined);
}

// EXTERNAL MODULE: ./lib/kit/ports/encoded.js
var encoded = __webpack_require__(84905);
;// CONCATENATED MODULE: ./lib/actions/plan/comment/sticky.js

/** The account that a job's own token writes as. A comment of anybody else is never touched, whatever it holds. */
const author = "github-actions[bot]";
/** The first line of the comment of a target: not seen, and by it the comment is found again. */
function markerOf(target) {
    return `<!-- prism-rollout:plan:${(0,encoded/* encoded */.d)(target).replaceAll("--", "-%2D")} -->`;
}
/** Edits the comment that begins with this marker, or makes it. */
async function placeComment(github, number, marker, text) {
    const body = `${marker}\n${text}`;
    const known = await findOwn(github, number, marker);
    const { data } = known
        ? await github.request("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", {
            comment_id: known,
            body,
        })
        : await github.request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
            issue_number: number,
            body,
        });
    const comment = (data ?? {});
    const did = known ? "edited" : "made";
    return { did, url: comment.html_url ?? "", sticky: known !== undefined || isOwn(comment, marker) };
}
const sticky_page = 100;
async function findOwn(github, number, marker) {
    for (let at = 1;; at += 1) {
        const route = "GET /repos/{owner}/{repo}/issues/{issue_number}/comments";
        const { data } = await github.request(route, { issue_number: number, per_page: sticky_page, page: at });
        const some = Array.isArray(data) ? data : [];
        const own = some.find((comment) => isOwn(comment, marker));
        if (own?.id !== undefined)
            return own.id;
        if (some.length < sticky_page)
            return undefined;
    }
}
function isOwn({ body, user }, marker) {
    return user?.login === author && user.type === "Bot" && (body ?? "").startsWith(marker);
}

;// CONCATENATED MODULE: ./lib/actions/plan/comment/comment-plan.js





/**
 * The plan as a comment of its pull request, edited in place by every later plan of the target. A plan is none the
 * worse without it: whatever hinders it is a notice.
 */
async function commentPlan({ githubToken, target }, event, report, { github, context, log }) {
    if (githubToken === undefined)
        return log.notice("The plan is not in a comment: pass `github-token` with `pull-requests: write`.");
    try {
        const forge = await github(githubToken);
        const number = await pullRequestOf(forge, event, context);
        if (number === undefined)
            return log.info(`No pull request is known to have brought ${context.sha.slice(0, 12)}: no comment.`);
        const { did, url, sticky } = await placeComment(forge, number, markerOf(target), textOf(report, target, context));
        log.info(`The plan is in a comment (${did}): ${url}`);
        if (!sticky)
            log.notice("The comment was not written as github-actions[bot], so the next plan will not find it: pass the job's own token.");
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.yo))
            throw error;
        const fix = error.code === "PR302" ? "Give the job `pull-requests: write`." : error.fix;
        log.notice(`The plan is not in a comment: ${error.message} ${fix}`);
    }
}
/** GitHub takes 65,536 characters a comment, the marker included. */
const longest = 65_000;
/** The same page as in the job summary. */
function textOf(report, target, { sha, runUrl }) {
    const whole = `All of it is in [the run's summary](${runUrl}) and its artifact \`rollout-plan\`.`;
    const foot = `\n<sub>Made by [this run](${runUrl}) for \`${sha.slice(0, 12)}\` and ${(0,markdown/* plain */.pj)(target)}; the next plan of it is written over this one.</sub>\n`;
    const room = {
        most: longest - foot.length,
        unit: "characters",
        because: "GitHub takes 65,536 characters a comment",
        whole,
    };
    return (0,action_report/* renderReport */.B)("Plan", report, room) + foot;
}

;// CONCATENATED MODULE: ./lib/actions/plan/contradictions.js

/**
 * What asks for a release has no meaning where none is planned; to leave it out in silence would let somebody believe
 * that a target was resumed.
 * @throws {UserError} PR102 naming all that contradicts.
 */
function refuseContradictions(inputs) {
    const { drift, against, findWatched } = inputs;
    const looks = findWatched
        ? ["find-watched: true", "which only looks"]
        : drift !== "false"
            ? [`drift: ${drift}`, "which only looks"]
            : against === "record"
                ? ["against: record", "of which nothing can be approved"]
                : undefined;
    if (looks === undefined)
        return;
    const [mode, why] = looks;
    const given = {
        ...(findWatched && drift !== "false" ? { drift } : {}),
        "from-phase": inputs.fromPhase,
        "through-phase": inputs.throughPhase,
        only: inputs.only,
        resume: inputs.resume,
    };
    const wrong = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [name]));
    if (wrong.length === 0)
        return;
    throw new user_error/* UserError */.yo("PR102", `${wrong.join(", ")} ${wrong.length === 1 ? "is" : "are"} given together with \`${mode}\`, ${why}. Nothing was changed.`, `Leave out ${wrong.join(", ")}, or ${mode.split(":")[0] ?? mode}.`);
}

// EXTERNAL MODULE: ./lib/kit/release/plan/plan.js
var plan = __webpack_require__(29581);
// EXTERNAL MODULE: ./lib/kit/release/record/record.js
var record = __webpack_require__(20645);
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
    const manifest = await (0,record/* githubRecord */.BF)(forge, target, context.sha).unfinished(context.sha);
    if (manifest) {
        const changes = await (0,record_history/* changesOf */.fs)(forge, target, manifest.release);
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
        const isDue = part.phase === "purge-cdn" && part.work === "none" && (0,plan/* partDigest */.S8)(due) === digests[part.phase];
        return isDue ? due : part;
    });
}
/**
 * Beginning later than where the earlier run has ended would bring the web live without its functions. What is still
 * to be done is seen; only a purge leaves nothing to be seen, so its receipt counts.
 * @throws {UserError} PR209 when a phase before this slice still has work.
 */
function refuseSkipped({ release }, parts, done, slice) {
    const before = slice_slice/* sliceable */.f1.slice(0, slice[0] === undefined ? 0 : slice_slice/* sliceable */.f1.indexOf(slice[0]));
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
        .filter((part) => !(0,slice_slice/* isOutside */._K)(slice, part.phase))
        .filter((part) => digests[part.phase] !== undefined && digests[part.phase] !== (0,plan/* partDigest */.S8)(part));
    if (changed.length === 0)
        return;
    throw new user_error/* UserError */.yo("PR202", `${changed.map(({ phase }) => phase).join(", ")} would not do now what ${release} has planned. Nothing was changed.`, "Something changed since then, or the build is not reproducible. Start a whole release anew.");
}

// EXTERNAL MODULE: ./lib/kit/release/standing/activated-at.js
var activated_at = __webpack_require__(80248);
// EXTERNAL MODULE: ./lib/kit/release/standing/at-work.js
var at_work = __webpack_require__(50390);
// EXTERNAL MODULE: ./lib/kit/release/standing/watched.js
var watched = __webpack_require__(71773);
;// CONCATENATED MODULE: ./lib/actions/plan/find-watched.js




/**
 * Which release is to be looked at again. Only reads. None while another one is at work: it is about to take the
 * target, and to measure what is being replaced would say nothing.
 * @throws {UserError} PR104 without a token.
 */
async function findWatched({ target = "default", githubToken }, world) {
    if (githubToken === undefined)
        throw new user_error/* UserError */.yo("PR104", "find-watched needs `github-token`: which release is watched is in the record.", "Pass `github-token` with `deployments: read` and `actions: read`.");
    const github = await world.github(githubToken);
    const found = await (0,watched/* watchedRelease */.sQ)(github, target);
    if ("none" in found)
        return nothing(`No release of ${target} is watched: ${found.none}.`);
    const { release, commit } = found.manifest;
    const busy = await (0,at_work/* atWork */.R)(github, target);
    if (busy !== undefined)
        return nothing(`${release} is watched, but ${busy.release} is changing ${target} now (${busy.runUrl}).`);
    const at = await (0,activated_at/* activatedAt */.J)(github, target, release);
    const since = at === undefined ? "" : new Date(at).toISOString();
    return {
        outputs: { "watched-release": release, "watched-commit": commit, "watched-since": since },
        report: {
            verdict: "pass",
            reason: `${release} is watched since ${since || "an unknown time"}, of commit ${commit}.`,
            next: "Observe that commit again, and give what it says to `rollback` with `watch: true`.",
        },
    };
}
function nothing(reason) {
    return { outputs: { "watched-release": "" }, report: { verdict: "pass", reason, next: "Nothing to do." } };
}

// EXTERNAL MODULE: ./lib/kit/parts/observe/baseline.js
var baseline = __webpack_require__(9267);
// EXTERNAL MODULE: ./lib/kit/parts/observe/declared-functions.js
var declared_functions = __webpack_require__(79422);
// EXTERNAL MODULE: ./lib/kit/parts/observe/binomial.js
var binomial = __webpack_require__(98009);
// EXTERNAL MODULE: ./lib/kit/parts/observe/rate.js
var observe_rate = __webpack_require__(95306);
// EXTERNAL MODULE: ./lib/kit/parts/observe/sequential-test.js
var sequential_test = __webpack_require__(48572);
;// CONCATENATED MODULE: ./lib/kit/parts/observe/forecast.js



/** Below this share of open courses the rest changes no number that is shown. */
const NOTHING = 1e-9;
/**
 * The exact chances of the sequential test with `rate` (parts per million) of the attempts failing, looked at after
 * each, up to `most` attempts: dynamic programming over the courses that are still open. Pure.
 */
function courseOf(rate, limits, most) {
    const p = rate / observe_rate/* WHOLE */.Ef;
    const bounds = boundaries(limits);
    const failed = [0];
    const passed = [0];
    let open = new Map([[0, 1]]);
    let weighed = 0;
    for (let n = 1; n <= most; n += 1) {
        const next = new Map();
        let [fails, passes] = [0, 0];
        const meet = (x, chance) => {
            if (chance === 0)
                return;
            const { failsUpTo: worst, passesFrom: best } = bounds(x);
            if (n <= worst)
                fails += chance;
            else if (n >= best)
                passes += chance;
            else
                next.set(x, (next.get(x) ?? 0) + chance);
        };
        for (const [x, chance] of open) {
            meet(x, chance * (1 - p));
            meet(x + 1, chance * p);
        }
        failed.push((failed[n - 1] ?? 0) + fails);
        passed.push((passed[n - 1] ?? 0) + passes);
        weighed += n * fails;
        open = next;
        if ([...open.values()].reduce((sum, chance) => sum + chance, 0) < NOTHING)
            break;
    }
    return { failed, passed, meanToFail: weighed / (failed.at(-1) ?? 0) };
}
/** By failures seen, looked up once: the test's boundaries depend on nothing else. */
function boundaries(limits) {
    const known = [];
    return (x) => (known[x] ??= { failsUpTo: (0,sequential_test/* failsUpTo */.YM)(x, limits) ?? -1, passesFrom: (0,sequential_test/* passesFrom */.S4)(x, limits) });
}
/** The failure rates for which it is told how soon they are seen. */
const told = [1_000_000, 500_000, 200_000];
/** Attempts after which a course that is still open is not followed. */
const FAR = 5_000;
const HOUR = 3_600_000;
/** What `observe` will come to, told before anybody approves. Attempts come at random, `perHour` on average. Pure. */
function forecast({ perHour, healthy, window, lag }, limits) {
    const cleanPass = (0,sequential_test/* passesFrom */.S4)(0, limits);
    const mean = (perHour * window) / HOUR;
    return {
        perHour,
        cleanPass,
        passesAfter: perHour > 0 ? (cleanPass / perHour) * HOUR + lag : undefined,
        openAtEnd: mean === 0 ? 1 : stillOpen(mean, courseOf(healthy, limits, FAR)),
        detection: told
            .filter((rate) => rate > limits.unacceptable)
            .map((rate) => ({ rate, attempts: courseOf(rate, limits, FAR).meanToFail })),
    };
}
/** The chance of no verdict yet after as many attempts as come in a time in which `mean` are expected. */
function stillOpen(mean, { failed, passed }) {
    const last = failed.length - 1;
    const open = (n) => 1 - (failed[Math.min(n, last)] ?? 0) - (passed[Math.min(n, last)] ?? 0);
    return (0,binomial/* poisson */.S)(mean, last).reduce((sum, chance, n) => sum + chance * Math.max(0, open(n)), 0);
}

// EXTERNAL MODULE: ./lib/kit/parts/observe/inputs.js + 3 modules
var observe_inputs = __webpack_require__(22320);
// EXTERNAL MODULE: ./lib/kit/parts/observe/look-back.js
var look_back = __webpack_require__(52223);
// EXTERNAL MODULE: ./lib/kit/parts/observe/question.js + 2 modules
var question = __webpack_require__(6870);
// EXTERNAL MODULE: ./lib/kit/parts/observe/say-baseline.js
var say_baseline = __webpack_require__(86321);
// EXTERNAL MODULE: ./lib/kit/providers/logs/sources.js
var sources = __webpack_require__(77683);
;// CONCATENATED MODULE: ./lib/actions/plan/foresee.js











const foresee_HOUR = 3_600_000;
/**
 * Looks back on the traffic that there was, and says what `observe` will make of as much of it. A log source that cannot
 * be asked stops no plan.
 */
async function foresee(world, list, slice = []) {
    if (!world.sections.includes("observe") || (0,slice_slice/* isOutside */._K)(slice, "observe"))
        return { says: [] };
    const inputs = world.section("observe", observe_inputs/* observeInputs */.c);
    if (inputs.baseline === 0)
        return { says: [] };
    try {
        return await foreseen(inputs, list, world);
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.yo) || error.code === "PR102")
            throw error;
        return { says: [`What observe will come to was not foreseen: ${(0,user_error/* describe */.q0)(error)}`] };
    }
}
async function foreseen(inputs, list, world) {
    const { baseline: span, lag, window } = inputs;
    const subject = (0,question/* subjectOf */.et)(inputs);
    const access = accessOf(inputs);
    if (inputs.logSource === "supabase" && access === undefined)
        return { says: ["What observe will come to was not foreseen: `supabase-access-token` is not given"] };
    const source = await openedSource(inputs, access, world);
    const live = source.attributes === "function" && access !== undefined ? liveOf(inputs, await list(access), world) : [];
    const look = await (0,look_back/* lookBack */.L)(source, subject, live, { until: world.clock.now() - lag, span });
    if (!("value" in look))
        return { says: [`What observe will come to was not foreseen: ${look.error.message}`] };
    const judged = (0,baseline/* judgeBaseline */.d)(look.value.real, (0,question/* limitsOf */.Af)(inputs));
    const perHour = (look.value.real.attempts * foresee_HOUR) / span;
    const healthy = Math.min(judged.limits.tolerable, rateOf(judged));
    const told = forecast({ perHour, healthy, window: Math.max(0, window - lag), lag }, judged.limits);
    const says = [(0,say_baseline/* sayBaseline */.h)(judged, span), ...(0,say_baseline/* sayForecast */.L)(told, window)];
    return judged.kind === "unhealthy" && inputs.unhealthyBaseline === "stop"
        ? { says, stop: unhealthy(says[0] ?? "") }
        : { says };
}
function accessOf({ supabase, supabaseAccessToken, supabaseApiUrl, }) {
    return supabaseAccessToken === undefined ? undefined : { supabase, supabaseAccessToken, supabaseApiUrl };
}
function liveOf(inputs, listed, world) {
    const slugs = (0,declared_functions/* declaredFunctions */.S)(inputs.functions, world);
    return listed.filter(({ slug }) => slugs?.includes(slug) ?? true);
}
/** What is before the release is asked for: its own name is not needed. */
async function openedSource(inputs, access, world) {
    const counted = { commit: world.context.sha, release: undefined, target: undefined };
    const opening = { inputs, counted, byHour: (0,question/* counterOf */.Yy)(inputs) !== undefined, access };
    return await (0,sources/* openSource */.o)(opening, world);
}
/** In parts per million: what was seen. */
function rateOf({ seen: { failed, attempts } }) {
    return attempts === 0 ? 0 : Math.round((failed / attempts) * observe_rate/* WHOLE */.Ef);
}
function unhealthy(what) {
    return new user_error/* UserError */.yo("PR481", `${what}. Whether a release makes it worse could not be told, so nothing was changed.`, "Mend what fails first. For a release that mends it, set `unhealthy-baseline: warn` in the section `observe`.");
}

// EXTERNAL MODULE: ./lib/kit/providers/supabase/functions-api.js + 1 modules
var functions_api = __webpack_require__(57299);
;// CONCATENATED MODULE: ./lib/actions/plan/list-once.js

/** What is to be changed and what is foreseen need the same list. Another project or token is another question. */
function listOnce(world) {
    const asked = new Map();
    return (access) => {
        const { supabase, supabaseApiUrl, supabaseAccessToken } = access;
        const key = JSON.stringify([supabase, supabaseApiUrl, supabaseAccessToken]);
        const known = asked.get(key) ?? (0,functions_api/* functionsApi */.M)(world, access).list();
        asked.set(key, known);
        return known;
    };
}

// EXTERNAL MODULE: ./lib/actions/plan/keep-plan.js
var keep_plan = __webpack_require__(31724);
// EXTERNAL MODULE: ./lib/actions/plan/look-at-gates.js + 10 modules
var look_at_gates = __webpack_require__(24517);
// EXTERNAL MODULE: ./lib/actions/plan/plan-parts.js + 2 modules
var plan_parts = __webpack_require__(92807);
// EXTERNAL MODULE: ./lib/actions/plan/preview.js
var preview = __webpack_require__(98363);
// EXTERNAL MODULE: ./lib/actions/plan/settings-since.js + 1 modules
var settings_since = __webpack_require__(17959);
// EXTERNAL MODULE: ./lib/actions/plan/made.js
var made = __webpack_require__(26902);
;// CONCATENATED MODULE: ./lib/actions/plan/preview-live.js












/**
 * The plan of a pull request of this repository: what a merge would change, compared with what is live. It opens no
 * record, and where the target is halted it says so: the pull request may be what mends it.
 */
async function previewLive(inputs, world) {
    const { context, clock } = world;
    const target = inputs.target ?? "default";
    const list = listOnce(world);
    const [{ gates, ...rules }, parts, notDeployed, live, halted, { says: forecast }] = await Promise.all([
        (0,look_at_gates/* lookAtGates */.p)(inputs, target, world),
        (0,plan_parts/* planParts */.mM)(world, { list, sarif: inputs.sarif }),
        (0,plan_parts/* unmanaged */.Fz)(world),
        liveRelease(inputs, target, world),
        haltOf(inputs, target, world),
        foresee(world, list),
    ]);
    const planned = (0,made/* made */.m)(context, {
        release: (0,ids/* releaseId */.Bf)(target, clock.now(), context.sha, context.runId),
        target,
        base: live?.release ?? null,
        parts,
        gates,
        rules,
        notDeployed,
        forecast,
    });
    const kept = await (0,keep_plan/* writePlan */.p)(planned, world);
    const settings = await (0,settings_since/* settingsSince */.c)(inputs, live, world);
    const report = (0,preview/* reportPreview */.l)(planned, { against: "live", live, open: [], settings, halted });
    return { outputs: (0,preview/* outputsOfPreview */.A)(kept), report };
}
async function liveRelease({ githubToken }, target, { github, context }) {
    if (githubToken === undefined)
        return undefined;
    return await (0,record/* githubRecord */.BF)(await github(githubToken), target, context.sha).live();
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

// EXTERNAL MODULE: ./lib/actions/plan/report-plan.js + 6 modules
var report_plan = __webpack_require__(61747);
// EXTERNAL MODULE: ./lib/kit/parts/checks/checklist.js
var checklist = __webpack_require__(62243);
// EXTERNAL MODULE: ./lib/kit/parts/checks/inputs.js
var inputs = __webpack_require__(47226);
// EXTERNAL MODULE: ./lib/kit/parts/web/inputs.js + 1 modules
var web_inputs = __webpack_require__(90078);
;// CONCATENATED MODULE: ./lib/actions/plan/to-look-at.js




/** What `smoke` asks people to look at, as far as it is known before anything is live. Undefined where it asks nothing. */
function toLookAt({ section, sections }, slice) {
    if (!sections.includes("smoke") || (0,slice_slice/* isOutside */._K)(slice, "smoke"))
        return undefined;
    const own = { checklist: checklist/* checklistInput */.Pf, origins: web_inputs/* webInputs */.m.origins, supabase: inputs/* suiteInputs */.G.supabase };
    const lines = section("smoke", { checklist: own.checklist }).checklist;
    if (lines.length === 0)
        return undefined;
    const { origins, supabase } = section("smoke", own);
    const known = Object.entries({ origin: origins[0], supabase }).filter(([, value]) => value !== undefined);
    return (0,checklist/* checklistOf */.WX)(lines, new Map(known));
}

;// CONCATENATED MODULE: ./lib/actions/plan/plan.js


















/**
 * What is asked for: a release, a pull request's preview, or only what is watched, or no longer as it was left. What
 * only one of them needs is loaded there.
 */
async function plan_plan(inputs, world) {
    const event = await (0,run_event/* runEvent */.K)(world.env);
    refuseContradictions(inputs);
    if (inputs.findWatched)
        return await findWatched(inputs, world);
    if (inputs.drift !== "false") {
        const { drift } = await Promise.all(/* import() */[__webpack_require__.e(541), __webpack_require__.e(150)]).then(__webpack_require__.bind(__webpack_require__, 36150));
        return await drift(inputs, world);
    }
    const done = await planFor(event, inputs, world);
    const { githubToken, target = "default" } = inputs;
    if (inputs.comment === "auto")
        await commentPlan({ githubToken, target }, event, done.report, world);
    return done;
}
async function planFor(event, inputs, world) {
    const { against } = inputs;
    if (against === "record" || (against === "auto" && event.pullRequest?.stranger === true)) {
        const { planAgainstRecord } = await Promise.all(/* import() */[__webpack_require__.e(541), __webpack_require__.e(3)]).then(__webpack_require__.bind(__webpack_require__, 32003));
        return await planAgainstRecord(inputs, world);
    }
    return event.pullRequest === undefined
        ? await planRelease(inputs, world)
        : await previewLive(inputs, world);
}
/** Looks at everything a release would change, compares the gates, writes plan.json, opens the record. */
async function planRelease(inputs, world) {
    const { context } = world;
    const target = inputs.target ?? "default";
    const { only, fromPhase, throughPhase } = inputs;
    const slice = only ? (0,slice_slice/* sliceOnly */.Pe)(only, fromPhase, throughPhase) : (0,slice_slice/* sliceOf */.Mz)(fromPhase, throughPhase);
    const list = listOnce(world);
    const [{ gates, ...rules }, found, notDeployed, earlier, admitted, foreseen] = await Promise.all([
        (0,look_at_gates/* lookAtGates */.p)(inputs, target, world, slice),
        (0,plan_parts/* planParts */.mM)(world, { list, only: only && slice, sarif: inputs.sarif }),
        (0,plan_parts/* unmanaged */.Fz)(world),
        inputs.fromPhase === undefined ? undefined : earlierSlice(inputs, target, world),
        admit(inputs, target, world),
        foresee(world, list, slice),
    ]);
    const parts = earlier === undefined ? found : stillDue(earlier.manifest, found);
    if (earlier !== undefined) {
        refuseSkipped(earlier.manifest, parts, earlier.done, slice);
        refuseChanged(earlier.manifest, parts, slice);
    }
    if (foreseen.stop && parts.some(({ work }) => work === "some"))
        throw foreseen.stop;
    const checklist = toLookAt(world, slice);
    const planned = (0,made/* made */.m)(context, {
        release: earlier?.manifest.release ?? (await nameOf(inputs, target, world)),
        target,
        base: null,
        parts,
        gates,
        rules,
        notDeployed,
        forecast: foreseen.says,
        ...(checklist === undefined ? {} : { checklist }),
    });
    const cleared = await clearTheWay(inputs, planned, world);
    const { plan: kept, path, folder, stamp } = await (0,keep_plan/* keepPlan */.v)(planned, inputs, world);
    await announceFirst(kept, slice, inputs, world);
    return {
        outputs: { ...outputsOf(kept, slice, earlier !== undefined), stamp, path, folder },
        report: withFound((0,report_plan/* reportPlan */._)(kept, { slice }), [...admitted, ...cleared]),
    };
}
/** What was found of the commit and of others on their way stands first: it is about the whole release. */
function withFound(report, lines) {
    return { ...report, evidence: [...lines, ...(report.evidence ?? [])] };
}
/**
 * A phase outside of the slice has no work, and so passes no gate; it has no digest either, so that it is refused where
 * the slice is lost on the way. An open release is to be checked and closed.
 */
function outputsOf({ release, parts, digests }, slice, goesOn) {
    const own = parts.flatMap(({ phase, work }) => [
        [`${phase}-work`, (0,slice_slice/* isOutside */._K)(slice, phase) ? "none" : work],
        [`${phase}-digest`, (0,slice_slice/* isOutside */._K)(slice, phase) ? "" : (digests[phase] ?? "")],
    ]);
    const some = parts.some(({ phase, work }) => work === "some" && !(0,slice_slice/* isOutside */._K)(slice, phase));
    const common = { release, slice: slice.join(","), work: some || goesOn ? "some" : "none" };
    return { ...common, ...Object.fromEntries(own) };
}

// EXTERNAL MODULE: ./lib/actions/plan/spec.js + 1 modules
var spec = __webpack_require__(22634);
;// CONCATENATED MODULE: ./lib/actions/plan/main.js



/** Runs this action as a runner starts it. */
const main = (specs) => (0,run/* runAction */.C)(spec/* spec */.I, plan_plan, specs);


/***/ }),

/***/ 92807:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ge: () => (/* binding */ absent),
  mM: () => (/* binding */ planParts),
  Fz: () => (/* binding */ unmanaged)
});

// EXTERNAL MODULE: ./lib/kit/action/shared-inputs.js
var shared_inputs = __webpack_require__(67906);
// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(65304);
// EXTERNAL MODULE: ./lib/kit/parts/cdn/inputs.js + 3 modules
var inputs = __webpack_require__(17620);
// EXTERNAL MODULE: ./lib/kit/parts/cdn/look-for-edges.js
var look_for_edges = __webpack_require__(2495);
// EXTERNAL MODULE: ./lib/kit/parts/cdn/plan-cdn.js + 2 modules
var plan_cdn = __webpack_require__(89016);
// EXTERNAL MODULE: ./lib/kit/parts/database/ledger/ahead.js
var ahead = __webpack_require__(71236);
// EXTERNAL MODULE: ./lib/kit/parts/database/connection/login-role.js + 1 modules
var login_role = __webpack_require__(94125);
// EXTERNAL MODULE: ./lib/kit/parts/database/connection/login-inputs.js
var login_inputs = __webpack_require__(9823);
// EXTERNAL MODULE: ./lib/kit/parts/database/inputs.js
var database_inputs = __webpack_require__(36134);
// EXTERNAL MODULE: ./lib/kit/parts/functions/deno/check-types.js
var check_types = __webpack_require__(57660);
// EXTERNAL MODULE: ./lib/kit/parts/functions/inputs.js + 1 modules
var functions_inputs = __webpack_require__(45984);
// EXTERNAL MODULE: ./lib/kit/parts/functions/plan-functions.js + 7 modules
var plan_functions = __webpack_require__(15929);
;// CONCATENATED MODULE: ./lib/kit/parts/functions/deno/functions-to-run.js
/** What is live of the declared functions, and what the release makes of them, as something that can be run. */
function functionsToRun({ wanted, live, changes }, { healthRequest }) {
    const running = wanted.flatMap(({ slug, source: declared }) => {
        const now = changes.find((one) => one.slug === slug)?.live ?? live.functions.get(slug);
        // What was not read is live as it is declared: of all else the sources were read.
        const source = now?.unread === true ? declared : now?.source;
        return source === undefined ? [] : [{ slug, source }];
    });
    return {
        live: running,
        wanted: changes.length === 0 ? undefined : wanted.map(({ slug, source }) => ({ slug, source })),
        healthRequest,
    };
}

// EXTERNAL MODULE: ./lib/kit/parts/functions/live/remembered.js
var remembered = __webpack_require__(98394);
// EXTERNAL MODULE: ./lib/kit/parts/functions/snapshot/snapshot.js
var snapshot = __webpack_require__(20674);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
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

// EXTERNAL MODULE: ./lib/kit/parts/web/inputs.js + 1 modules
var web_inputs = __webpack_require__(90078);
// EXTERNAL MODULE: ./lib/kit/parts/web/plan-web.js + 1 modules
var plan_web = __webpack_require__(56449);
// EXTERNAL MODULE: ./lib/kit/ports/once.js
var once = __webpack_require__(6918);
;// CONCATENATED MODULE: ./lib/actions/plan/plan-parts.js



















const recordInputs = { target: shared_inputs/* placeInputs */.vb.target, "github-token": shared_inputs/* releaseInputs */.zy["github-token"] };
/**
 * The part of each phase that `rollout.yml` has a section for, all looked at together. `only` are the phases of a run
 * that does one thing: what the others would do is told, and has no work.
 */
async function planParts(world, { list, only, sarif }) {
    // Also what `make` throws at once is a rejection: else the parts before it would be waited for by nobody.
    const part = async (phase, make) => {
        if (!world.sections.includes(phase))
            return absent(phase);
        return await (only === undefined || only.includes(phase) ? make() : leftOut(phase, make));
    };
    const functionsOnce = (0,once/* once */.O)(() => {
        const inputs = world.section("deploy-functions", { ...functions_inputs/* functionsInputs */.l, ...recordInputs });
        return (0,plan_functions/* inspectFunctions */.m8)(inputs, world, {
            remembered: (0,remembered/* rememberedOf */.M)(inputs, world),
            list: () => list(inputs),
        });
    });
    const [database, functions, web] = await Promise.all([
        part("migrate", async () => {
            const applied = await (0,ahead/* askRecord */.fG)(world.section("migrate", recordInputs), world);
            const runs = world.sections.includes("deploy-functions")
                ? async () => functionsToRun(await functionsOnce(), world.section("deploy-functions", functions_inputs/* functionsInputs */.l))
                : undefined;
            const inputs = world.section("migrate", { ...database_inputs/* databaseInputs */.dM, ...database_inputs/* shadowSecrets */.sM });
            const logged = (0,login_role/* withLoginRole */.S)(world.section("migrate", login_inputs/* loginInputs */.Z), world);
            // Parser, rules and shadow are half of what `plan` has: loaded where there is something to judge.
            const { planDatabase } = await __webpack_require__.e(/* import() */ 541).then(__webpack_require__.bind(__webpack_require__, 27541));
            return await planDatabase({ ...inputs, sarif }, logged, applied, runs);
        }),
        part("deploy-functions", async () => functionsWithSnapshot(await functionsOnce(), world, only === undefined || only.includes("deploy-functions"))),
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
async function functionsWithSnapshot(found, world, keeps) {
    const inputs = world.section("deploy-functions", functions_inputs/* functionsInputs */.l);
    const doubts = await (0,check_types/* checkTypes */.O)(inputs, found.changes.map(({ wanted }) => wanted), world);
    const part = (0,plan_functions/* functionsPart */.p5)({ ...found, doubts: [...found.doubts, ...doubts] });
    if (keeps && part.work !== "none")
        await (0,snapshot/* saveSnapshot */.Os)((0,snapshot/* snapshotOf */.eY)(inputs.supabase, found), world, "plan");
    return part;
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


/***/ }),

/***/ 98363:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ outputsOfPreview),
/* harmony export */   l: () => (/* binding */ reportPreview)
/* harmony export */ });
/* harmony import */ var _report_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(61747);

/** A preview releases nothing: it names no work, no digest and no release that anybody could go on with. */
function outputsOfPreview({ plan, path, folder }) {
    const none = plan.parts.map(({ phase }) => [`${phase}-work`, "none"]);
    return { work: "none", ...Object.fromEntries(none), path, folder };
}
/** The plan as any other, but first of all what it was compared with, and that it cannot be approved. */
function reportPreview(plan, preview) {
    const { evidence = [], tables = [], ...report } = (0,_report_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .reportPlan */ ._)(plan, { slice: [], preview: true });
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


/***/ }),

/***/ 61747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  _: () => (/* binding */ reportPlan)
});

// EXTERNAL MODULE: ./lib/kit/release/phases.js
var phases = __webpack_require__(96848);
// EXTERNAL MODULE: ./lib/kit/parts/checks/checklist.js
var checklist = __webpack_require__(62243);
// EXTERNAL MODULE: ./lib/kit/release/slice/slice.js
var slice_slice = __webpack_require__(15917);
// EXTERNAL MODULE: ./lib/kit/parts/database/plan/say-plan.js
var say_plan = __webpack_require__(95854);
// EXTERNAL MODULE: ./lib/kit/action/markdown.js
var markdown = __webpack_require__(42534);
;// CONCATENATED MODULE: ./lib/actions/plan/page/risk.js


const riskWords = {
    low: "Low risk",
    raised: "Look closely",
    high: "High risk",
};
/** Why nothing of a release goes back by itself, if that is so. */
function noRollback(plan) {
    return (0,say_plan/* whyNoRollback */.S1)(plan);
}
/** The parts of which a rollback is expected, and that have no way back. */
function withoutWayBack(busy) {
    return busy.filter(({ phase, undo }) => phase !== "migrate" && undo.possible === "no");
}
function riskOf(plan, busy, alerts) {
    if (noRollback(plan) !== undefined)
        return "high";
    const warned = busy.some(({ details = [] }) => details.some(({ beware }) => beware.length > 0));
    return warned || alerts.length > 0 || withoutWayBack(busy).length > 0 ? "raised" : "low";
}
/** The line that is read first: risk, what changes where, and whether it goes back by itself. */
function headline(plan, busy, alerts) {
    const risk = riskWords[riskOf(plan, busy, alerts)];
    return `${risk}: ${(0,markdown/* listed */.KE)(busy.map(amount))} on ${plan.target}. ${rollbackSentence(plan, busy)}`;
}
/** «5 migrations», «the web app» */
function amount({ phase, details = [], says }) {
    const count = details.length || says.length;
    if (phase === "migrate")
        return (0,markdown/* counted */.hS)(count, "migration");
    if (phase === "deploy-functions")
        return (0,markdown/* counted */.hS)(count, "function");
    if (phase === "purge-cdn")
        return (0,markdown/* counted */.hS)(count, "purged route");
    return phase === "deploy-web" ? "the web app" : phase;
}
/** Whether what users meet goes back by itself. */
function rollbackSentence(plan, busy) {
    const off = noRollback(plan);
    if (off !== undefined)
        return `Automatic rollback is off, because ${off}.`;
    if (busy.every(({ phase }) => phase === "migrate"))
        return "Nothing is there to roll back: the schema stays, and what is live works on it.";
    const stuck = withoutWayBack(busy);
    if (stuck.length === 0)
        return "Automatic rollback is on.";
    const which = stuck.map(({ phase, undo }) => `${phase} (${undo.possible === "no" ? undo.why : ""})`);
    return `Automatic rollback is on, but not for ${(0,markdown/* listed */.KE)(which)}.`;
}

;// CONCATENATED MODULE: ./lib/actions/plan/page/gates.js




/** The parts that this run would carry out, in the order of the chain. */
function busyParts({ parts }, slice) {
    const place = ({ phase }) => phases/* phaseNames */.k1.indexOf(phase);
    return parts
        .filter(({ phase, work }) => work === "some" && !(0,slice_slice/* isOutside */._K)(slice, phase))
        .sort((a, b) => place(a) - place(b));
}
/** What a person decides at the gate of a phase, as two sentences; undefined where nothing pauses there. */
function decisionAt(plan, phase, slice) {
    const gate = plan.gates.find((one) => one.phase === phase);
    if (gate === undefined)
        return undefined;
    return {
        approve: `**Approve** ${(0,markdown/* code */.aY)(gate.environment)} (${gate.declared}): ${approves(plan, phase, slice)}`,
        reject: `**Reject** it: ${rejects(plan, phase, slice)}`,
    };
}
function approves(plan, phase, slice) {
    const after = phases/* phaseNames */.k1.slice(phases/* phaseNames */.k1.indexOf(phase) + 1).filter((name) => !(0,slice_slice/* isOutside */._K)(slice, name));
    const busy = busyParts(plan, slice).map((part) => part.phase);
    const runs = after.filter((name) => busy.includes(name) || !phases/* phases */.tW[name].changes);
    const next = runs.findIndex((name) => plan.gates.some((gate) => gate.phase === name));
    const through = next === -1 ? runs : runs.slice(0, next);
    const waits = plan.gates.find((gate) => gate.phase === runs[next]);
    const then = through.length === 0
        ? ""
        : `, then ${through.length === 1 ? "" : "without another pause "}${(0,markdown/* listed */.KE)(through)}`;
    const end = waits === undefined ? "" : `; the chain waits again at ${(0,markdown/* code */.aY)(waits.environment)}`;
    return `${phase} runs${then}${end}.`;
}
/** By the table of how a release ends (DESIGN's words are those of the rollback's report). */
function rejects(plan, phase, slice) {
    const before = busyParts(plan, slice).filter((part) => phases/* phaseNames */.k1.indexOf(part.phase) < phases/* phaseNames */.k1.indexOf(phase));
    if (before.length === 0)
        return "the release stops; nothing was changed until then.";
    const active = before.filter((part) => phases/* phases */.tW[part.phase].activates).map((part) => part.phase);
    if (active.length === 0)
        return "the release is held; its migrations stay applied, nothing else was changed until then.";
    const live = (0,markdown/* listed */.KE)(active.map((name) => componentWords[name] ?? name));
    const off = noRollback(plan);
    if (off !== undefined)
        return `the release is held as it is; ${live} of it stay live, because automatic rollback is off.`;
    return `${live} go back, if it is within ${(0,markdown/* code */.aY)("rollback-window")} (60 min) of the first activation and ${(0,markdown/* code */.aY)("on-rejection")} is not ${(0,markdown/* code */.aY)("hold")}; else the release is held as it is.`;
}
/** What users meet of a phase. */
const componentWords = {
    "deploy-functions": "the functions",
    "deploy-web": "the web app",
    "purge-cdn": "the CDN's cache",
};

;// CONCATENATED MODULE: ./lib/actions/plan/page/change.js

/** One change as an item of a list. */
function changeLine({ what, how, beware }) {
    const facts = how.length === 0 ? "" : `: ${how.map(markdown/* plain */.pj).join("; ")}`;
    const warned = beware.map((text) => `<br>**${(0,markdown/* plain */.pj)(text)}**`).join("");
    return `- ${(0,markdown/* code */.aY)(what)}${facts}${warned}`;
}
/** What is folded below a change: its SQL, its files, its table. */
function foldedOf(detail) {
    const { what, source, files = [] } = detail;
    return [
        ...(source === undefined
            ? []
            : [{ title: `SQL of ${what}`, text: (0,markdown/* folded */.TM)(`SQL of ${what}`, (0,markdown/* fenced */.OF)(source.text, source.language)) }]),
        ...(files.length === 0 ? [] : [{ title: `files of ${what}`, text: foldedFiles(what, files) }]),
    ];
}
const shown = 2000;
function foldedFiles(what, files) {
    const lines = files.slice(0, shown).map(fileLine);
    const more = files.length > shown ? [`… and ${files.length - shown} more`] : [];
    const title = `${(0,markdown/* counted */.hS)(files.length, "file")} of ${what}`;
    return (0,markdown/* folded */.TM)(title, (0,markdown/* fenced */.OF)([...lines, ...more].join("\n"), "diff"));
}
const marks = { new: "+", gone: "-", changed: "!" };
/** «! shared/score.ts +12 −3» */
function fileLine({ path, is, lines }) {
    const count = lines === undefined ? "" : `  +${lines.added} −${lines.removed}`;
    return `${marks[is]} ${path.replace(/\s+/g, " ")}${count}`;
}
/** A change's table; names as code. */
function tableOf({ table: given }) {
    if (given === undefined || given.rows.length === 0)
        return [];
    const rows = given.rows.map(([first = "", ...rest]) => [(0,markdown/* code */.aY)(first), ...rest.map(markdown/* plain */.pj)]);
    return [(0,markdown/* table */.tp)(given.columns.map(markdown/* plain */.pj), rows)];
}
/** What was tried of all changes of a phase, with what its signs mean. */
function trialOf({ title, columns, rows, says }) {
    const named = rows.map(([first = "", ...rest]) => [(0,markdown/* code */.aY)(first), ...rest.map(markdown/* plain */.pj)]);
    return [`#### ${(0,markdown/* plain */.pj)(title)}`, (0,markdown/* table */.tp)(columns.map(markdown/* plain */.pj), named), (0,markdown/* plain */.pj)(says)];
}

;// CONCATENATED MODULE: ./lib/actions/plan/page/phase.js




/** A phase as sections: what it changes and what that means; then what is folded of it. */
function phaseSections(plan, part, shown) {
    const { phase, details = [], says, trials = [] } = part;
    const changes = details.length > 0 ? details.map(changeLine) : says.map((line) => `- ${(0,markdown/* plain */.pj)(line)}`);
    const text = [
        `### ${phase}: ${amount(part)}`,
        changes.join("\n"),
        ...details.flatMap(tableOf),
        ...trials.flatMap(trialOf),
        // Another mark begins another list.
        meaning(plan, part, shown)
            .map((line) => `* ${line}`)
            .join("\n"),
    ].join("\n\n");
    const folds = details.flatMap(foldedOf).map((fold) => ({ ...fold, kind: "fold" }));
    return [{ kind: "whole", title: phase, text }, ...folds];
}
/** What a person decides here, and how it would be undone. */
function meaning(plan, part, { slice, preview = false }) {
    const decision = decisionAt(plan, part.phase, slice);
    const digest = preview ? undefined : plan.digests[part.phase]?.slice(0, 12);
    return [
        ...(preview
            ? []
            : decision === undefined
                ? ["No gate pauses the chain here."]
                : [decision.approve, decision.reject]),
        `**Undo:** ${undone(plan, part)}`,
        ...part.unverified.map((text) => `**Not verified:** ${(0,markdown/* plain */.pj)(text)}`),
        ...(digest === undefined || digest === "" ? [] : [`**Bound to** digest ${(0,markdown/* code */.aY)(digest)}`]),
    ];
}
const ways = {
    "deploy-functions": "the sources and settings that are live now are kept beside this plan; one call puts them back.",
    "deploy-web": "the host moves its domains back to the deployment that is live now.",
    "purge-cdn": "after the web app went back, the same routes are purged again and verified.",
};
function undone(plan, { phase, undo }) {
    if (undo.possible === "no")
        return `**not possible**: ${(0,markdown/* plain */.pj)(undo.why)}.`;
    const way = ways[phase] ?? "goes back by itself.";
    return noRollback(plan) === undefined ? way : `by hand only (automatic rollback is off): ${way}`;
}

;// CONCATENATED MODULE: ./lib/actions/plan/page/page.js







/** Pure: nothing is asked for a page. */
function planPage(plan, extras) {
    const busy = busyParts(plan, extras.slice);
    if (busy.length === 0) {
        const nothing = extras.slice.length === 0
            ? `${plan.target} has this release already: nothing to do.`
            : `Nothing to change on ${plan.target} from ${extras.slice[0]} through ${extras.slice.at(-1)}.`;
        return { headline: nothing, next: "Nothing to do.", sections: [] };
    }
    const sections = [
        glance(plan, extras.preview === true ? [] : busy),
        ...lookFirst(busy, plan),
        ...busy.flatMap((part) => phaseSections(plan, part, extras)),
        ...foreseen(plan),
        ...(0,checklist/* checklistSection */.ep)(plan.checklist ?? []),
        ...rest(plan, busy, extras.slice),
    ];
    return {
        headline: headline(plan, busy, plan.rules.loosened),
        next: nextStep(plan, busy),
        sections,
    };
}
function nextStep({ gates }, busy) {
    const first = gates.find((gate) => busy.some(({ phase }) => phase === gate.phase));
    if (!first)
        return "No gate is declared for these phases: the chain goes on by itself.";
    return `Read this page, then approve or reject at ${first.environment}.`;
}
function glance({ release, commit, base, gates }, busy) {
    const pauses = gates
        .filter(({ phase }) => busy.some((part) => part.phase === phase))
        .map(({ environment }) => (0,markdown/* code */.aY)(environment));
    const rows = [
        ["commit", (0,markdown/* code */.aY)(commit.slice(0, 12))],
        ["live now", base === null ? "no release that the record knows" : (0,markdown/* code */.aY)(base)],
        ...(busy.length === 0 ? [] : [["pauses", pauses.length === 0 ? "none is declared" : pauses.join(", ")]]),
    ];
    return { kind: "whole", title: "at a glance", text: (0,markdown/* table */.tp)(["release", (0,markdown/* code */.aY)(release)], rows) };
}
/** What nobody may read past: loosened rules, each change's own warnings, gates that are weak on purpose. */
function lookFirst(busy, { rules, gates }) {
    const warned = busy.flatMap(({ phase, details = [] }) => details.flatMap(({ what, beware }) => beware.map((text) => `- ${phase} ${(0,markdown/* code */.aY)(what)}: ${(0,markdown/* plain */.pj)(text)}`)));
    const loosened = rules.loosened.map((text) => `- **This release loosens its own rules**: ${(0,markdown/* plain */.pj)(text)}`);
    const weak = [
        ...gates.flatMap(({ phase, bypass }) => bypass ? [`- an admin may bypass the gate of ${phase}: allow-bypass lets it through`] : []),
        ...rules.accepted.map((text) => `- accepted as it is: ${(0,markdown/* plain */.pj)(text)}`),
        ...rules.unverified.map((text) => `- not verified: ${(0,markdown/* plain */.pj)(text)}`),
    ];
    const lines = [...loosened, ...warned, ...weak];
    if (lines.length === 0)
        return [];
    return [{ kind: "whole", title: "look here first", text: `### Look here first\n\n${lines.join("\n")}` }];
}
/** How long the release will be watched until something is known. */
function foreseen({ forecast = [] }) {
    if (forecast.length === 0)
        return [];
    const lines = forecast.map((text) => `- ${(0,markdown/* plain */.pj)(text)}`).join("\n");
    return [{ kind: "whole", title: "observe", text: `### Once it is live\n\n${lines}` }];
}
/** What does not change: phases without work, and what this suite leaves alone. */
function rest(plan, busy, slice) {
    const idle = plan.parts.filter((part) => !busy.includes(part)).map(({ phase }) => phase);
    const outside = idle.filter((phase) => (0,slice_slice/* isOutside */._K)(slice, phase));
    const none = idle.filter((phase) => !outside.includes(phase));
    const ordered = (names) => (0,markdown/* listed */.KE)(phases/* phaseNames */.k1.filter((name) => names.includes(name)));
    const lines = [
        ...(none.length > 0 ? [`Nothing to do, and no gate: ${ordered(none)}.`] : []),
        ...(outside.length > 0 ? [`Not in this run: ${ordered(outside)}.`] : []),
    ];
    const seen = plan.notDeployed.map((text) => `- ${(0,markdown/* plain */.pj)(text)}`).join("\n");
    return [
        ...(lines.length > 0 ? [{ kind: "whole", title: "the rest", text: lines.join("\n\n") }] : []),
        ...(seen === ""
            ? []
            : [
                {
                    kind: "fold",
                    title: "what is not deployed",
                    text: (0,markdown/* folded */.TM)("Seen in the repository, not deployed by this suite", seen),
                },
            ]),
    ];
}

;// CONCATENATED MODULE: ./lib/actions/plan/say-rules.js
/** What stands before everything else where a release loosens its own rules; else empty. */
function alarmOf({ loosened }) {
    return loosened.length === 0 ? "" : `This release loosens its own rules: ${loosened.join("; ")}. `;
}
/** What people should know of the gates before they approve, one line each. */
function rulesEvidence({ gates, rules }) {
    const bypass = gates.flatMap((gate) => gate.bypass ? [`an admin may bypass the gate of ${gate.phase} (allow-bypass)`] : []);
    return [
        `${gates.length} of ${gates.length} declared gates are there`,
        ...bypass,
        ...rules.accepted.map((line) => `accepted as it is: ${line}`),
        ...rules.unverified.map((line) => `not verified: ${line}`),
    ];
}
function gatesTable({ gates }) {
    return {
        title: "Gates",
        columns: ["before", "environment", "holds", "found", "reviewers"],
        rows: gates.map(({ phase, environment, declared, found, reviewers }) => [
            phase,
            environment,
            declared,
            found.join(", "),
            reviewers.join(", "),
        ]),
    };
}

;// CONCATENATED MODULE: ./lib/actions/plan/report-plan.js


/** The plan as a person reads it before approving. */
function reportPlan(plan, extras) {
    const { headline, next, sections } = planPage(plan, extras);
    const busy = plan.parts.filter((part) => part.work === "some");
    const open = busy.flatMap(({ unverified }) => unverified).length;
    const gates = gatesTable(plan);
    return {
        verdict: "pass",
        reason: alarmOf(plan.rules) + headline,
        next,
        evidence: [
            `${busy.length} of ${plan.parts.length} phases have work`,
            ...rulesEvidence(plan),
            ...(open === 0
                ? []
                : [`${open} ${open === 1 ? "point is" : "points are"} not verified, told at the phases`]),
        ],
        sections,
        tables: gates.rows.length === 0 ? [] : [gates],
    };
}


/***/ }),

/***/ 17959:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ settingsSince)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./lib/kit/ports/json-object.js
var json_object = __webpack_require__(9169);
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
        const isMapping = (0,json_object/* isObject */.G)(value);
        const entries = isMapping ? Object.entries(value) : [];
        if (entries.length === 0 && path !== "")
            found.set(path, shown(value));
        for (const [key, inner] of entries)
            walk(inner, path === "" ? key : `${path}.${key}`);
    };
    const document = (0,dist/* parse */.qg)(text, { logLevel: "error", prettyErrors: false });
    if (document !== null && document !== undefined)
        walk(document, "");
    return found;
}
const longest = 120;
function shown(value) {
    const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
    return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

// EXTERNAL MODULE: ./lib/kit/release/commit/file-at.js
var file_at = __webpack_require__(18774);
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
        (0,file_at/* fileAt */.Wd)(await github(githubToken), path, live.commit),
        (0,promises_.readFile)((0,external_node_path_.resolve)(root, config), "utf8").catch(() => undefined),
    ]);
    if ("unread" in before)
        return untold(before.unread);
    const changed = changedSettings(before.text, after ?? "");
    return changed === undefined ? untold("it is no YAML there") : { changed, unverified: [] };
}


/***/ }),

/***/ 22634:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ spec_spec)
});

// EXTERNAL MODULE: ./lib/kit/action/permission.js
var permission = __webpack_require__(12800);
// EXTERNAL MODULE: ./lib/kit/providers/hosts/permissions.js
var permissions = __webpack_require__(55921);
// EXTERNAL MODULE: ./lib/kit/action/input.js
var input = __webpack_require__(36583);
// EXTERNAL MODULE: ./lib/kit/action/shared-inputs.js
var shared_inputs = __webpack_require__(67906);
// EXTERNAL MODULE: ./lib/kit/action/spec.js
var spec = __webpack_require__(35596);
// EXTERNAL MODULE: ./lib/kit/action/time-limit.js
var time_limit = __webpack_require__(43128);
// EXTERNAL MODULE: ./lib/kit/notify/inputs.js
var inputs = __webpack_require__(83175);
// EXTERNAL MODULE: ./lib/kit/parts/database/inputs.js
var database_inputs = __webpack_require__(36134);
// EXTERNAL MODULE: ./lib/kit/parts/observe/source-inputs.js + 1 modules
var source_inputs = __webpack_require__(68144);
// EXTERNAL MODULE: ./lib/kit/release/slice/only-input.js
var only_input = __webpack_require__(51696);
// EXTERNAL MODULE: ./lib/kit/release/environments/accept.js
var accept = __webpack_require__(19869);
// EXTERNAL MODULE: ./lib/kit/release/environments/names.js
var names = __webpack_require__(43873);
// EXTERNAL MODULE: ./lib/kit/release/gates/gates.js
var gates = __webpack_require__(13661);
// EXTERNAL MODULE: ./lib/kit/release/gates/release-refs.js
var release_refs = __webpack_require__(6503);
;// CONCATENATED MODULE: ./lib/actions/plan/promotion/inputs.js


/** Which commits may be released. */
const promotionInputs = {
    "release-refs": release_refs/* releaseRefsInput */.a,
    "required-checks": (0,input/* list */.p_)({
        description: "Checks of the commit that must be green; `none` asks for none. Empty: those that the branch requires, else none of all may have failed. A push to a branch of `release-refs` is asked only for those that are named here.",
        default: "",
    }),
    "checks-wait": (0,input/* duration */.p0)({
        description: "How long `plan` waits for checks that still run.",
        default: "5m",
    }),
};

;// CONCATENATED MODULE: ./lib/actions/plan/spec.js














const sliceNames = ["migrate", "deploy-functions", "deploy-web", "purge-cdn", "smoke", "observe"];
const spec_spec = (0,spec/* defineAction */.Q)({
    name: "plan",
    title: "Plan",
    description: "Says what a release would change, before any gate, and gives each phase's part a digest.",
    inputs: {
        ...shared_inputs/* placeInputs */.vb,
        "time-limit": (0,time_limit/* timeLimit */.z)("10m"),
        gates: (0,gates/* gatesInput */.RC)("What must pause the chain before a phase; compared with what GitHub has."),
        accept: accept/* acceptInput */.H,
        ...names/* environmentInputs */.rg,
        environment: shared_inputs/* releaseInputs */.zy.environment,
        against: (0,input/* oneOf */.yL)(["auto", "live", "record"], {
            description: "What this commit is compared with: what is live, or what the record has of it, for which no provider's secret is needed. `auto` is live; record on a pull request from a fork or by dependabot, which get no secrets.",
            default: "auto",
        }),
        comment: (0,input/* oneOf */.yL)(["none", "auto"], {
            description: "Whether the plan is also a comment of the pull request that started the run or brought its commit, one a target, edited in place. Needs `pull-requests: write`; without it only a notice says so.",
            default: "none",
        }),
        "from-phase": (0,input/* optional */.lq)((0,input/* oneOf */.yL)(sliceNames, {
            description: "Begin here: go on with the release of this commit that the record has.",
        })),
        "through-phase": (0,input/* optional */.lq)((0,input/* oneOf */.yL)(["plan", ...sliceNames], {
            description: "End here; a later run goes on with from-phase. `plan` changes nothing.",
        })),
        approvers: gates/* approversInput */.De,
        drift: (0,input/* oneOf */.yL)(["false", "true", "commit"], {
            description: "`true`: only compare what is live with the record, and report; nothing is planned and nothing is written. `commit`: only say which commit is live, so that it can be checked out for that.",
            default: "false",
        }),
        "find-watched": (0,input/* flag */.Jt)({
            description: "Only say which release is live with its verdict still open, so that its commit can be checked out and observed again; nothing is planned and nothing is written.",
            default: "false",
        }),
        sarif: (0,input/* optional */.lq)((0,input/* text */.Qq)({
            description: "File in the working directory to which the findings about the pending migrations are written as SARIF 2.1.0, also where they stop the plan; for `github/codeql-action/upload-sarif`.",
        })),
        only: only_input/* onlyInput */.b,
        ...promotionInputs,
        supersede: (0,input/* flag */.Jt)({
            description: "Take the target from releases that wait for a person: each ends as stopped, or as held where it has changed something, and its run is cancelled. One that is at work is never touched.",
            default: "false",
        }),
        resume: (0,input/* optional */.lq)((0,input/* text */.Qq)({
            description: "Why a halted target may go on with this release, and with others after it; who and why is recorded.",
        })),
        ...inputs/* notifyInputs */.v,
        "prepare-follows": (0,input/* flag */.Jt)({
            description: "`prepare` comes before the first gate and has the same webhook: where it runs, it tells of that gate, with the link of the saved queries, and `plan` does not.",
            default: "false",
        }),
        artifact: (0,input/* optional */.lq)((0,input/* text */.Qq)({ description: "Folder of the built site, as `build` made it." })),
        "github-token": (0,input/* optional */.lq)((0,input/* secret */.rJ)({ description: "Token for gates and record (`actions: read`, `deployments: write`)." })),
        "cancel-token": (0,input/* optional */.lq)((0,input/* secret */.rJ)({
            description: "Token that may cancel runs (`actions: write`), for supersede; without it the github-token is tried.",
        })),
        "database-url": (0,input/* optional */.lq)((0,input/* secret */.rJ)({ description: "Connection string of a role that may read the ledger." })),
        ...database_inputs/* shadowSecrets */.sM,
        ...database_inputs/* shadowCache */.dO,
        "supabase-access-token": (0,input/* optional */.lq)((0,input/* secret */.rJ)({ description: "Supabase access token; reading is enough." })),
        "log-token": source_inputs/* logToken */.w,
        "host-token": (0,input/* optional */.lq)((0,input/* secret */.rJ)({ description: "Token of the web host; reading is enough." })),
        "protection-bypass": (0,input/* optional */.lq)((0,input/* secret */.rJ)({ description: "Lets probes pass the host's deployment protection." })),
    },
    permissions: [
        permission/* readsContents */.Sc,
        ...permission/* recordPermissions */.gF,
        (0,permission/* onGitHub */.xr)({
            name: "checks: read",
            why: "whether the commit is green",
            when: "`required-checks` names any, or the branch requires some",
        }),
        (0,permission/* onGitHub */.xr)({
            name: "statuses: read",
            why: "the same, of services that report it the old way",
            when: "as `checks: read`",
        }),
        (0,permission/* onGitHub */.xr)({
            name: "actions: write",
            why: "cancelling the runs that yield, by `cancel-token`",
            when: "`supersede: true`",
            without: "said",
        }),
        (0,permission/* onGitHub */.xr)({
            name: "pull-requests: write",
            why: "the comment on the pull request",
            when: "`comment: auto`",
            without: "said",
        }),
        (0,permission/* onSupabase */.cI)({
            name: "edge_functions_read",
            why: "what is live of the functions",
            when: "functions are planned",
        }),
        (0,permission/* onSupabase */.cI)({
            name: "edge_functions_secrets_read",
            why: "whether each secret that the functions read is set (names only)",
            when: "functions read any",
            without: "said",
        }),
        (0,permission/* onSupabase */.cI)({
            name: "analytics_logs_read",
            why: "how long `observe` will take",
            when: "`observe` counts in Supabase's logs",
            without: "said",
        }),
        permission/* loginRole */.aP,
        ...(0,permissions/* hostPermissions */.N)("read", "what is live of the web"),
    ],
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
        drift: "With `drift`: none, some or unknown.",
        components: "With `drift`: what differs, by commas: functions, web, ledger, required-env, gates.",
        "live-commit": "With `drift`: the commit of the release that is live.",
        "live-release": "With `drift`: the id of that release.",
        fix: "With `drift`: what `only` must be in a release of live-commit to mend it; empty where a person must look.",
        "watched-release": "With `find-watched`: the id of the release that is watched; empty where there is none.",
        "watched-commit": "With `find-watched`: its commit.",
        "watched-since": "With `find-watched`: when it was activated first, as ISO 8601.",
        slice: "The phases of this run, by commas; empty for all of them.",
        stamp: "When the plan was made, by which attempt, and the SHA-256 of plan.json.",
        path: "Path of plan.json.",
        folder: "Folder of plan.json and of the snapshot that undoes the functions; upload it.",
    },
});


/***/ }),

/***/ 85391:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ isSignOf),
/* harmony export */   q: () => (/* binding */ edgesOf)
/* harmony export */ });
/**
 * What is left out on purpose: `age`, and `x-cache` and `via` that name nobody, which any proxy on the way sets.
 */
const edges = [
    { name: "cloudflare", headers: ["cf-ray", "cf-cache-status"], values: { server: /^cloudflare/i } },
    { name: "fastly", headers: ["x-fastly-request-id"], values: { "x-served-by": /\bcache-[a-z]{3}/i } },
    {
        name: "cloudfront",
        headers: ["x-amz-cf-id", "x-amz-cf-pop"],
        values: { via: /\.cloudfront\.net/i, "x-cache": /\bfrom cloudfront\b/i },
    },
    {
        name: "akamai",
        headers: ["x-akamai-request-id", "akamai-grn", "x-akamai-transformed"],
        values: { server: /^akamai/i, "x-cache": /^TCP_\w+ from \S*akamai/i },
    },
    {
        name: "bunny",
        headers: ["cdn-pullzone", "cdn-requestid", "cdn-cache", "cdn-cachedat"],
        values: { server: /^bunnycdn/i },
    },
    { name: "keycdn", headers: [], values: { server: /^keycdn/i } },
    { name: "azure-front-door", headers: ["x-azure-ref"] },
    { name: "google-cloud-cdn", headers: ["cdn_cache_id", "x-goog-cdn-cache-status"] },
    { name: "varnish", headers: ["x-varnish"] },
    { name: "vercel", isHosts: true, headers: ["x-vercel-cache", "x-vercel-id"] },
    {
        name: "netlify",
        isHosts: true,
        headers: ["x-nf-request-id"],
        values: { "cache-status": /"Netlify (?:Edge|Durable)"/i },
    },
];
/** The CDNs whose headers an answer carries, each with the header that told. */
function edgesOf(headers) {
    return edges.flatMap(({ name, isHosts = false, headers: own, values = {} }) => {
        const sign = own.find((header) => headers.has(header)) ??
            Object.keys(values).find((header) => values[header]?.test(headers.get(header) ?? ""));
        return sign === undefined ? [] : [{ name, sign, isHosts }];
    });
}
/** Whether a sign is one of the CDN that is declared; Varnish is one that is told by requests. */
function isSignOf(name, cdn) {
    return name === cdn || (name === "varnish" && cdn === "http");
}


/***/ }),

/***/ 2495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ refuseUndeclaredCdn),
/* harmony export */   l: () => (/* binding */ refuseBlindOrigins)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);
/* harmony import */ var _ask_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17300);
/* harmony import */ var _providers_cdns_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35354);
/* harmony import */ var _edges_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85391);




/**
 * Asks every origin as a browser does. A CDN that nobody declared would go on serving the release before this one.
 * @throws {UserError} PR451 naming every origin and the header that told.
 */
async function refuseUndeclaredCdn(world, origins, { cdn, ignored }) {
    const met = await Promise.all(origins.map(async (origin) => ({ origin, answer: await (0,_ask_js__WEBPACK_IMPORTED_MODULE_1__/* .ask */ .kA)(world, `${origin}/`) })));
    const found = met.flatMap(({ origin, answer }) => (0,_edges_js__WEBPACK_IMPORTED_MODULE_2__/* .edgesOf */ .q)(answer.headers)
        .filter(({ name, isHosts }) => !isHosts && !(0,_edges_js__WEBPACK_IMPORTED_MODULE_2__/* .isSignOf */ .R)(name, cdn) && !ignored.includes(name))
        .map(({ name, sign }) => ({ name, what: `${origin} is answered by ${name} (header ${sign})` })));
    if (found.length === 0)
        return met;
    const names = [...new Set(found.map(({ name }) => name))];
    const said = cdn === undefined ? "rollout.yml has no section purge-cdn" : `cdn is ${cdn}`;
    const known = _providers_cdns_names_js__WEBPACK_IMPORTED_MODULE_3__/* .cdnNames */ .m.find((name) => names.some((one) => (0,_edges_js__WEBPACK_IMPORTED_MODULE_2__/* .isSignOf */ .R)(one, name)));
    const declare = known === undefined ? "Purge it yourself" : `Declare it (purge-cdn: { cdn: ${known}, … })`;
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR451", `${said}, but ${found.map(({ what }) => what).join("; ")}. Nothing was changed.`, `${declare}; or where it is the host's own or keeps no pages, write ignore-edges: [${names.join(", ")}].`);
}
/**
 * Makes sure that what is behind the CDN can be seen at all: a copy must not answer a query that is new.
 * @throws {UserError} PR453 naming the origin.
 */
async function refuseBlindOrigins(world, past, says) {
    for (const origin of past) {
        const { from, said } = says((await (0,_ask_js__WEBPACK_IMPORTED_MODULE_1__/* .askPast */ .kI)(world, origin, "/")).headers);
        if (from !== "cache")
            continue;
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR453", `${origin} answers from its cache although it is asked with a query that is new (${said}): nobody can see what is behind it. Nothing was changed.`, "Write host-origins: for each origin the host's own domain for it, past the CDN.");
    }
}


/***/ }),

/***/ 89016:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ cdnPart),
  r: () => (/* binding */ planCdn)
});

// EXTERNAL MODULE: ./lib/kit/providers/cdns/cdns.js + 19 modules
var cdns = __webpack_require__(4524);
// EXTERNAL MODULE: ./lib/kit/providers/cdns/pattern.js
var cdns_pattern = __webpack_require__(7896);
// EXTERNAL MODULE: ./lib/kit/parts/web/origins.js
var origins = __webpack_require__(98007);
// EXTERNAL MODULE: ./lib/kit/parts/cdn/ask.js
var ask = __webpack_require__(17300);
// EXTERNAL MODULE: ./lib/kit/parts/cdn/edges.js
var edges = __webpack_require__(85391);
// EXTERNAL MODULE: ./lib/kit/parts/cdn/purged.js
var cdn_purged = __webpack_require__(43480);
;// CONCATENATED MODULE: ./lib/kit/parts/cdn/doubts.js




/** What a purge leaves, or nobody can see, a sentence each. */
async function doubtsOf(inputs, met, cdn, world) {
    return [
        ...met.flatMap((one) => signDoubts(inputs, one, cdn)),
        ...queryDoubts(inputs, cdn),
        ...(await variantDoubts(inputs, world)),
    ];
}
function signDoubts({ cdn }, { origin, answer }, { says }) {
    if (answer.status === 0)
        return [`${origin} ${answer.said}`];
    const isOwn = cdn === "http" && says(answer.headers).from !== "unknown";
    if (isOwn || (0,edges/* edgesOf */.q)(answer.headers).some(({ name }) => (0,edges/* isSignOf */.R)(name, cdn)))
        return [];
    return [`${origin} is declared behind ${cdn}, but its answer has no sign of it`];
}
/** `/?utm_source=mail` is an entry of its own in most caches. */
function queryDoubts(inputs, { takesQueries }) {
    const { purged } = (0,cdn_purged/* purgedOf */.nX)(inputs);
    const covered = (path) => purged.some((one) => one.kind === "prefix" && `${path}/`.startsWith(one.value === "/" ? "/" : `${one.value}/`));
    const bare = purged.filter((one) => one.kind === "path" && !one.value.includes("?") && !covered(one.value));
    if (takesQueries || bare.length === 0 || purged.some(({ kind }) => kind === "host" || kind === "tag"))
        return [];
    return [
        `copies of ${bare.map(cdns_pattern/* patternText */.U).join(", ")} under a query (/?utm_…) are others, and stay until they expire`,
    ];
}
/** `www.` or the bare name beside each origin: one that serves the app as well has copies of its own. */
async function variantDoubts({ origins }, world) {
    const others = [...new Set(origins.flatMap(variantOf))].filter((one) => !origins.includes(one));
    const asked = await Promise.all(others.map(async (origin) => ({ origin, marker: (await (0,ask/* ask */.kA)(world, `${origin}/`)).marker })));
    return asked
        .filter(({ marker }) => marker !== null)
        .map(({ origin }) => `${origin} serves the app as well, but is none of origins: its copies are neither purged nor looked at`);
}
function variantOf(origin) {
    const { protocol, hostname, port } = new URL(origin);
    if (protocol !== "https:" || port !== "")
        return [];
    if (hostname.startsWith("www."))
        return [`https://${hostname.slice(4)}`];
    return /^[a-z0-9-]+\.[a-z]{2,}$/.test(hostname) ? [`https://www.${hostname}`] : [];
}

// EXTERNAL MODULE: ./lib/kit/parts/cdn/look-for-edges.js
var look_for_edges = __webpack_require__(2495);
// EXTERNAL MODULE: ./lib/kit/parts/cdn/routes.js
var cdn_routes = __webpack_require__(50511);
;// CONCATENATED MODULE: ./lib/kit/parts/cdn/pattern-details.js



/** A pattern that is purged, and the addresses at which that is proven. */
function patternDetail({ origins, invalidate, assets }, pattern) {
    const proven = (0,cdn_routes/* routesOf */.eV)(origins, [pattern]).map(({ origin, path }) => origin + path);
    const how = invalidate ? "marked as stale (a soft purge)" : "deleted from the cache";
    return {
        what: (0,cdns_pattern/* patternText */.U)(pattern),
        how: [how, `proven at ${proven.length} ${proven.length === 1 ? "address" : "addresses"}`],
        beware: [
            ...(pattern.kind === "everything"
                ? ["The whole cache goes: the origin takes all traffic until it is full again."]
                : []),
            ...(pattern.kind !== "everything" && (0,cdn_purged/* takesAssets */.su)(pattern, assets)
                ? [`The hashed assets of /${assets} lie below it and go along.`]
                : []),
        ],
    };
}

;// CONCATENATED MODULE: ./lib/kit/parts/cdn/plan-cdn.js









/**
 * The `purge-cdn` part of the plan. There is work when the web part has some, or when an origin's CDN serves another
 * release than the origin behind it does: what a purge left behind that was not verified.
 * @throws {UserError} PR102, PR451, PR453.
 */
async function planCdn(inputs, web, world) {
    const cdn = (0,cdns/* openCdn */.q)(inputs, world);
    const met = await (0,look_for_edges/* refuseUndeclaredCdn */.J)(world, inputs.origins, {
        cdn: inputs.cdn,
        ignored: inputs.ignoreEdges,
    });
    if (inputs.cdn === "none")
        return cdnPart(inputs, "none");
    await (0,look_for_edges/* refuseBlindOrigins */.l)(world, (0,origins/* pastOrigins */.MD)(inputs), cdn.says);
    const work = web === "some" || (await isBehind(inputs, met, world)) ? "some" : "none";
    const part = cdnPart(inputs, work);
    return {
        ...part,
        unverified: [...part.unverified, ...(await doubtsOf(inputs, met, cdn, world))],
    };
}
/** Pure: what would be purged. The same in the plan and in the phase. */
function cdnPart(inputs, work) {
    const { cdn, zone, origins, invalidate, routes } = inputs;
    const { purged, skipped } = (0,cdn_purged/* purgedOf */.nX)(inputs);
    const paths = purged.map(cdns_pattern/* patternText */.U);
    const blind = routes === undefined ? (0,cdn_routes/* unseen */.nv)(origins, purged) : [];
    return {
        phase: "purge-cdn",
        work,
        decisions: {
            cdn,
            zone: zone ?? null,
            origins,
            paths,
            soft: invalidate,
            ...(routes === undefined ? {} : { routes: routes.map(cdns_pattern/* patternText */.U) }),
            ...(cdn === "http" ? { nodes: inputs.purgeNodes } : {}),
        },
        measurements: null,
        undo: { possible: "yes" },
        unverified: cdn === "none"
            ? []
            : [
                `one runner sees one location of ${cdn}`,
                ...blind.map((text) => `no address is known that proves ${text}`),
            ],
        says: work === "none"
            ? []
            : [
                `${[cdn, zone].filter((word) => word !== undefined).join(" ")}: purge ${paths.join(", ")} on ${origins.join(", ")}`,
                ...(skipped.length === 0 ? [] : [(0,cdn_purged/* skippedLine */.Bo)(skipped)]),
            ],
        details: work === "none" ? [] : purged.map((pattern) => patternDetail(inputs, pattern)),
    };
}
async function isBehind(inputs, met, world) {
    const past = (0,origins/* pastOrigins */.MD)(inputs);
    const behind = await Promise.all(met.map(async ({ answer }, index) => {
        const { marker } = await (0,ask/* askPast */.kI)(world, past[index] ?? "", "/");
        return marker !== null && answer.marker !== marker;
    }));
    return behind.includes(true);
}


/***/ }),

/***/ 62243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pf: () => (/* binding */ checklistInput),
/* harmony export */   WX: () => (/* binding */ checklistOf),
/* harmony export */   ep: () => (/* binding */ checklistSection),
/* harmony export */   fw: () => (/* binding */ refuseUnknownNames)
/* harmony export */ });
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36583);
/* harmony import */ var _action_markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42534);
/* harmony import */ var _config_suggest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29137);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65304);
/* harmony import */ var _probes_placeholders_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91133);





/** What a person is asked to look at, beside what is tried by itself. */
const checklistInput = (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)({
    description: "Lines for whoever wants to look: shown in the plan, told at each gate, shown again by smoke on what is live. `{origin}`, `{staged}`, `{supabase}` and what probes capture are filled in once they are known; all who see the run see them.",
    default: "",
});
const addresses = ["origin", "staged"];
/**
 * The lines with what is known filled in; what is not yet stays in its braces. What an answer said is a part of an
 * address at most, and leads nowhere else.
 */
function checklistOf(lines, values) {
    const form = (text, name) => (addresses.includes(name) ? text : (0,_probes_placeholders_js__WEBPACK_IMPORTED_MODULE_2__/* .asPart */ .sB)(text));
    return lines
        .map((line) => line.trim())
        .filter((line) => line !== "")
        .map((line) => (0,_probes_placeholders_js__WEBPACK_IMPORTED_MODULE_2__/* .fillText */ .BB)(line, values, form));
}
/** The lines as boxes to tick, in which only addresses are more than text; none where there are no lines. */
function checklistSection(lines) {
    if (lines.length === 0)
        return [];
    const boxes = lines.map((line) => `- [ ] ${(0,_action_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .prose */ .CS)(line.replaceAll(/\s+/g, " "))}`);
    const open = (0,_probes_placeholders_js__WEBPACK_IMPORTED_MODULE_2__/* .namesIn */ .wX)(lines).length > 0 ? ["What stands in braces is told by smoke, once it is known."] : [];
    const text = ["### Look yourself", boxes.join("\n"), ...open].join("\n\n");
    return [{ kind: "whole", title: "the checklist", text }];
}
/**
 * Whether every name stands for something.
 * @throws {UserError} PR102 for one that nothing ever fills in.
 */
function refuseUnknownNames(lines, captured) {
    const known = [...addresses, "supabase", ...captured];
    const unknown = (0,_probes_placeholders_js__WEBPACK_IMPORTED_MODULE_2__/* .namesIn */ .wX)(lines).find((name) => !known.includes(name));
    if (unknown === undefined)
        return;
    const near = (0,_config_suggest_js__WEBPACK_IMPORTED_MODULE_4__/* .suggest */ .Z)(unknown, known);
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo("PR102", `smoke.checklist: nothing gives {${unknown}}${near === undefined ? "" : `; did you mean {${near}}?`}`, `Write one of ${known.map((name) => `{${name}}`).join(", ")}, or {{${unknown}}} for the text itself.`);
}


/***/ }),

/***/ 47226:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ suiteInputs),
/* harmony export */   t: () => (/* binding */ commandInputs)
/* harmony export */ });
/* harmony import */ var _action_input_map_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59148);
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36583);


/** How a repository's own suites are run: by `smoke`, and by `deploy-web` on what it has staged. */
const suiteInputs = {
    install: (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        description: "Command that installs what commands and suites need; `auto`: what the lock file names, by its own package manager; `none` when it is there already.",
        default: "auto",
    }),
    "install-browsers": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        description: "Command that installs Playwright's browsers; `none` when they are there already.",
        default: "npx playwright install --with-deps --only-shell chromium",
    }),
    playwright: (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)({
        description: "Playwright suites, as filters over the paths of their files (`results.token-guard.spec`); `[.]` for all, none when empty.",
        default: "",
    }),
    "playwright-config": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({ description: "Playwright's configuration file. Without it Playwright looks for its own." })),
    "playwright-env": (0,_action_input_map_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({
        description: "Environment of the suites; they get nothing else of the job. `{origin}` stands for the address under test, `{supabase}` for the project.",
        default: '{ "BASE_URL": "{origin}" }',
    }),
    "playwright-accounts": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .secret */ .rJ)({
        description: "Secrets for the suites' environment (accounts made for tests), one `NAME=value` a line.",
    })),
    "secret-names": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)({
        description: "Names of headers, cookies, parameters and fields whose values are secrets: they are taken out of traces and reports, as those are that say authorization, cookie, token, secret, password, or key of an API.",
        default: "",
    }),
    "playwright-timeout": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)({
        description: "How long all suites together may take.",
        default: "10m",
    }),
    tags: (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)({
        description: "Only tests with one of these tags are run; all where none is named.",
        default: "",
    }),
    retries: (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)({
        description: "How often a failing test is tried again. Without it Playwright's configuration says; a test that passes then is `flaky`.",
        max: 10,
    })),
    shards: (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)({
        description: "In how many parts Playwright runs the suites at once, as far as the cores go; their reports are merged.",
        default: "1",
        min: 1,
        max: 32,
    }),
    "read-only": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        description: "Tag of the tests and probes that only read; these also run on the staged site.",
        default: "@read-only",
    }),
    "staged-specs": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)({
        description: "Whether `deploy-web` runs those on what it has staged, before it is promoted.",
        default: "true",
    }),
    "rollback-specs": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        description: "Tag of the tests and probes that must pass on what `rollback` has brought back; `all` runs every one, `none` none. Where none has the tag, that is said.",
        default: "@rollback",
    }),
    "max-failures": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)({
        description: "After how many failing tests the others are not begun: the first one decides already, and users wait for the way back. 0 runs all.",
        default: "1",
        max: 1000,
    }),
    supabase: (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({ description: "Reference of the Supabase project, for `{supabase}`." })),
};
/** The commands that keep a repository's quality. */
const commandInputs = {
    commands: (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)({
        description: "Commands that must pass, or names of scripts in package.json.",
        default: "",
    }),
    "command-env": (0,_action_input_map_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({
        description: "Environment of the commands; they get nothing else of the job.",
        default: "{}",
    }),
    "command-timeout": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)({ description: "How long each command may take.", default: "10m" }),
};


/***/ }),

/***/ 91133:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BB: () => (/* binding */ fillText),
/* harmony export */   GS: () => (/* binding */ fill),
/* harmony export */   sB: () => (/* binding */ asPart),
/* harmony export */   wX: () => (/* binding */ namesIn)
/* harmony export */ });
/* harmony import */ var _ports_encoded_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(84905);

/** `{name}` stands for a value; `{{name}}` for the letters `{name}`. Other braces are text. */
const placeholder = /\{\{([A-Za-z][\w.-]*)\}\}|\{([A-Za-z][\w.-]*)\}/g;
/** The names that a value's texts hold, wherever they stand in it. */
function namesIn(value) {
    if (typeof value === "string")
        return [...value.matchAll(placeholder)].flatMap(([, , name]) => (name === undefined ? [] : [name]));
    if (typeof value !== "object" || value === null)
        return [];
    return Object.values(value).flatMap(namesIn);
}
/** A text with its names filled in; one that is not known stays as it is. What is filled in is not read again. */
function fillText(text, values, form = (same) => same) {
    return text.replace(placeholder, (whole, literal, name) => {
        if (name === undefined)
            return `{${literal}}`;
        return values.has(name) ? form(textOf(values.get(name)), name) : whole;
    });
}
/** A text as a part of an address. Half a letter, which JSON can say, has no such form. */
function asPart(text) {
    return (0,_ports_encoded_js__WEBPACK_IMPORTED_MODULE_0__/* .encoded */ .d)(text);
}
/** A JSON value with the names in its texts filled in. A text that is one name becomes the value, with its type. */
function fill(value, values) {
    if (typeof value === "string") {
        const only = /^\{([A-Za-z][\w.-]*)\}$/.exec(value)?.[1];
        return only !== undefined && values.has(only) ? values.get(only) : fillText(value, values);
    }
    if (Array.isArray(value))
        return value.map((inner) => fill(inner, values));
    if (typeof value !== "object" || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fill(inner, values)]));
}
function textOf(value) {
    return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}


/***/ }),

/***/ 9823:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ loginInputs)
/* harmony export */ });
/* harmony import */ var _checks_health_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92983);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36134);


const { "database-url": databaseUrl, "login-role": loginRole } = _inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .databaseInputs */ .dM;
/** What `plan` reads of the section `migrate` to log in as it does. */
const loginInputs = { ..._checks_health_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .projectInputs */ .tX, "database-url": databaseUrl, "login-role": loginRole };


/***/ }),

/***/ 94125:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  S: () => (/* binding */ withLoginRole)
});

// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(65304);
// EXTERNAL MODULE: ./lib/kit/providers/supabase/project-api.js
var project_api = __webpack_require__(37096);
;// CONCATENATED MODULE: ./lib/kit/providers/supabase/login-role.js


/** Lets Supabase make one. An answer that is lost leaves a role that ends by itself, so asking again does no harm. */
async function createLoginRole(world, access) {
    const mustBeAble = "make login roles of the database (database_write)";
    const api = (0,project_api/* projectApi */.S)(world, access, { attempts: 3, mustBeAble });
    const path = `/v1/projects/${access.supabase}/cli/login-role`;
    const { json } = await api("POST", path, { json: { read_only: false }, safe: true });
    const { role, password, ttl_seconds: seconds } = (json ?? {});
    if (typeof role === "string" && typeof password === "string" && typeof seconds === "number")
        return { role, password, seconds };
    throw new user_error/* UserError */.yo("PR306", `Supabase POST ${path} answered something that its API does not say.`, "Check `supabase-api-url`; or pass a `database-url` with its password, without `login-role`.");
}

// EXTERNAL MODULE: ./lib/kit/parts/database/connection/sql-error.js
var sql_error = __webpack_require__(28711);
;// CONCATENATED MODULE: ./lib/kit/parts/database/connection/login-role.js



/** A role that ends within this time is not used for another session, in ms. */
const margin = 60_000;
/** A pooler knows a new role only after a moment. */
const attempts = 5;
const pause = 1500;
/**
 * The same world, where sessions of `database-url` log in as a role that Supabase makes for some minutes, and work as
 * `postgres`: no password of the database is kept anywhere. A session outlives its role.
 * @throws {UserError} PR102 for an address that has a password, PR104 without a project or token.
 */
function withLoginRole(inputs, world) {
    if (!inputs.loginRole)
        return world;
    const { supabase, supabaseAccessToken, supabaseApiUrl, databaseUrl } = inputs;
    if (supabase === undefined || supabaseAccessToken === undefined) {
        throw new user_error/* UserError */.yo("PR104", "`login-role` needs `supabase` and `supabase-access-token`. Nothing was changed.", "Pass them beside `database-url`; the token must be able to write to the database.");
    }
    refusePassword(databaseUrl);
    const role = lasting(world, () => createLoginRole(world, { supabase, supabaseAccessToken, supabaseApiUrl }));
    const connect = async (url, name) => url === databaseUrl ? await asRole(world, url, name, await role()) : await world.connect(url, name);
    return { ...world, connect };
}
function refusePassword(url) {
    if (!URL.canParse(url) || new URL(url).password === "")
        return;
    throw new user_error/* UserError */.yo("PR102", "`login-role` is on, and `database-url` has a password (not shown): which of the two is meant?", "Write the address without a password: postgresql://postgres@db.<project>.supabase.co:5432/postgres.");
}
/** One role for all sessions that begin in its time. */
function lasting({ clock }, make) {
    let current;
    return async () => {
        if (current === undefined || clock.now() >= current.until) {
            const made = { role: make(), until: Infinity };
            current = made;
            const forget = () => void (current = current === made ? undefined : current);
            made.role.then(({ seconds }) => (made.until = clock.now() + seconds * 1000 - margin), forget);
        }
        return await current.role;
    };
}
async function asRole(world, url, name, role) {
    const { connect, clock, signal } = world;
    const address = loginUrl(url, role);
    for (let attempt = 1;; attempt += 1) {
        try {
            return await asPostgres(await connect(address, name));
        }
        catch (error) {
            const unknown = String((0,sql_error/* readSqlError */.Xk)(error.cause ?? error).code);
            if (!unknown.startsWith("28") || attempt === attempts)
                throw error;
            await clock.sleep(pause, signal);
        }
    }
}
/**
 * At the pooler a user's name ends with the project's. The server itself is told at the login which role the session has
 * by itself, so that RESET ROLE in a file leads back to it, and not to the login role; a pooler reads such options otherwise.
 */
function loginUrl(url, { role, password }) {
    const login = new URL(url);
    const project = /^[^.]+(\..+)$/.exec(decodeURIComponent(login.username))?.[1] ?? "";
    login.username = `${role}${project}`;
    login.password = password;
    const options = login.searchParams.get("options");
    if (project === "")
        login.searchParams.set("options", `${options === null ? "" : `${options} `}-c role=postgres`);
    return login.toString();
}
/** What is made must belong to postgres. */
async function asPostgres(database) {
    try {
        await database.script("set role postgres");
        return database;
    }
    catch (error) {
        await database.close().catch(() => undefined);
        throw new user_error/* UserError */.yo("PR411", `The login role may not work as postgres: ${(0,sql_error/* readSqlError */.Xk)(error).message}. Nothing was changed.`, "Run this job again; if it stays so, pass a `database-url` with the password of postgres, without `login-role`.", { cause: error });
    }
}


/***/ }),

/***/ 30672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ outsideOfTheFile)
/* harmony export */ });
/* harmony import */ var _action_held_in_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39678);

const full = "The server's disk is full, or what it allows a statement to use of it: free or enlarge it (Supabase's dashboard, Database, Disk usage).";
/** What is to be done where the cause is not in the file, by the SQLSTATE that the server gave. */
const causes = {
    "25006": "The database takes no writes: it is a replica, `default_transaction_read_only` is on, or Supabase has made it read-only because its disk is full. Use the primary, switch that off, or free the disk.",
    "42501": "The role in `database-url` may not do this: connect as the role that owns what the statement changes (at Supabase postgres), or give it the right.",
    "53100": full,
    "53400": full,
    "53200": "The server had no memory left: give it more, or run this at a quieter time.",
    "53300": "The server had no connection left: run this when fewer clients are connected.",
    "57014": "If it was `statement-timeout`, raise it, or let the statement do less at once; else somebody has cancelled it.",
};
/** Undefined where the file itself is what has to change, as far as the code tells. */
function outsideOfTheFile({ code, message }) {
    if (/no space left on device/i.test(message))
        return full;
    return code === undefined ? undefined : (0,_action_held_in_js__WEBPACK_IMPORTED_MODULE_0__/* .heldIn */ .$)(causes, code);
}


/***/ }),

/***/ 28711:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GQ: () => (/* binding */ isServerError),
/* harmony export */   Iq: () => (/* binding */ sayError),
/* harmony export */   ML: () => (/* binding */ queryCanceled),
/* harmony export */   Xk: () => (/* binding */ readSqlError),
/* harmony export */   eX: () => (/* binding */ lockNotAvailable),
/* harmony export */   to: () => (/* binding */ explained)
/* harmony export */ });
/* harmony import */ var _outside_causes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30672);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65304);


/** Reads an error of the driver. Its `detail` is left out: it holds values of rows. */
function readSqlError(thrown) {
    const { code, hint, position, where, completed, table } = thrown;
    return {
        message: (0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .describe */ .q0)(thrown),
        // An order to stop has a code of ours, which no server has said.
        ...(typeof code === "string" && !(thrown instanceof _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .Explainable */ .QB) ? { code } : {}),
        ...(typeof hint === "string" ? { hint } : {}),
        ...(typeof position === "string" && /^\d+$/.test(position) ? { position: Number(position) } : {}),
        ...(typeof where === "string" ? { where: where.replace(/\s+/g, " ").slice(0, 200) } : {}),
        ...(typeof completed === "number" ? { completed } : {}),
        ...(typeof table === "string" ? { table } : {}),
    };
}
/** A lock was not granted within lock_timeout, or a statement asked for it with NOWAIT. */
const lockNotAvailable = "55P03";
/** A statement took longer than it may, or somebody cancelled it. */
const queryCanceled = "57014";
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
        if (error instanceof _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .Explainable */ .QB)
            throw error;
        const said = readSqlError(error);
        const usual = "Check the rights of the role in `database-url` and the state of the database.";
        const fix = `${(0,_outside_causes_js__WEBPACK_IMPORTED_MODULE_0__/* .outsideOfTheFile */ .c)(said) ?? usual} Then run this job again.`;
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo("PR411", `${what}: ${sayError(said)}.`, fix, { cause: error });
    }
}


/***/ }),

/***/ 71236:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EY: () => (/* binding */ nobodyKnows),
/* harmony export */   fG: () => (/* binding */ askRecord)
/* harmony export */ });
/* unused harmony export appliedByReleases */
/* harmony import */ var _release_record_kept_document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7220);
/* harmony import */ var _release_record_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20645);
/* harmony import */ var _release_record_statuses_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14506);



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
        for await (const deployment of (0,_release_record_record_js__WEBPACK_IMPORTED_MODULE_1__/* .deployments */ .bg)(github, (0,_release_record_record_js__WEBPACK_IMPORTED_MODULE_1__/* .recordEnvironment */ .lk)(target), "rollout-receipt")) {
            if (open.size === 0)
                break;
            const receipt = (0,_release_record_kept_document_js__WEBPACK_IMPORTED_MODULE_0__/* .documentOf */ .l)(deployment, "receipt");
            if (receipt?.phase !== "migrate" || !open.has(receipt.component))
                continue;
            if ((await (0,_release_record_statuses_js__WEBPACK_IMPORTED_MODULE_2__/* .lastStatus */ .by)(github, deployment.id))?.state === "failure")
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

/***/ 57660:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ checkTypes)
/* harmony export */ });
/* unused harmony export errorsIn */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73136);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65304);
/* harmony import */ var _ports_exec_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(93566);
/* harmony import */ var _find_deno_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39394);
/* harmony import */ var _change_in_parallel_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(81529);
/* harmony import */ var _lay_out_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9859);








/** For all that Deno has to fetch and to look at. */
const limit = 120_000;
/**
 * Has Deno check the types of the changed functions, just as they would be sent. Gives what could not be told, a
 * sentence each: that there is no Deno, or that it could not fetch what they import.
 * @throws {UserError} PR444 with file and line of each error that Deno finds.
 */
async function checkTypes(inputs, changed, world) {
    if (inputs.denoCheck === "off" || changed.length === 0)
        return [];
    const deno = await (0,_find_deno_js__WEBPACK_IMPORTED_MODULE_4__/* .findDeno */ .E)(world);
    if (deno === undefined)
        return ["there is no Deno on this machine: the types of the changed functions were not checked"];
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(world.temp, "prism-rollout-check-"));
    try {
        const groups = await layOutGroups(changed, folder);
        const found = await world.log.group("deno check", () => (0,_change_in_parallel_js__WEBPACK_IMPORTED_MODULE_6__/* .inParallel */ .H)(groups, (group) => check(deno, group, inputs, world), 2));
        const errors = found.flatMap((one) => one.errors);
        if (errors.length > 0)
            throw refused(errors);
        return found.flatMap((one) => one.doubts);
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
    }
}
/** Functions without an import map are checked at once; each other one by itself, under its own. */
async function layOutGroups(changed, folder) {
    const all = await Promise.all(changed.map(async ({ slug, source }) => ({
        slug,
        laid: await (0,_lay_out_js__WEBPACK_IMPORTED_MODULE_5__/* .layOut */ .v)(source, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, slug), undefined),
        mapped: source.importMap !== null,
    })));
    const plain = all.filter(({ mapped }) => !mapped);
    const mapped = all.filter((one) => one.mapped);
    return [...(plain.length === 0 ? [] : [plain]), ...mapped.map((one) => [one])].map((functions) => ({
        functions,
        flags: functions[0]?.laid.flags ?? [],
    }));
}
async function check(deno, { functions, flags }, { functionsDirectory }, { env, exec, signal, root }) {
    const names = functions.map(({ slug }) => slug).join(", ");
    const entrypoints = functions.map(({ laid }) => laid.entrypoint);
    // Supabase reads no configuration but the function's own.
    const alone = flags.some((flag) => flag.startsWith("--config")) ? [] : ["--no-config"];
    const { exitCode, tail, stopped } = await exec(deno, ["check", "--quiet", "--no-lock", "--allow-import", ...alone, ...flags, ...entrypoints], {
        cwd: functions[0]?.laid.root ?? root,
        env: (0,_ports_exec_js__WEBPACK_IMPORTED_MODULE_7__/* .childEnv */ .g)(env, { DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1", DENO_NO_PROMPT: "1" }),
        quiet: true,
        limit,
        signal,
    });
    signal.throwIfAborted();
    if (exitCode === 0)
        return { errors: [], doubts: [] };
    if (stopped !== undefined)
        return { errors: [], doubts: [`deno check of ${names} took longer than ${limit / 1000} s: not told`] };
    const errors = errorsIn(tail, (place) => placed(place, functions, functionsDirectory));
    if (errors.length > 0)
        return { errors, doubts: [] };
    return { errors: [], doubts: [`deno check of ${names} could not be made: ${(0,_find_deno_js__WEBPACK_IMPORTED_MODULE_4__/* .lastWords */ .a)(tail)}`] };
}
/** Deno's errors, each with its place. What it could not fetch is none: that may be this machine's fault. */
function errorsIn(tail, place) {
    const lines = tail.split(/\r?\n/);
    return lines.flatMap((line, index) => {
        const what = /^(TS\d+) \[ERROR\]: (.*)/.exec(line) ??
            /^error: (SyntaxError|The module's source code could not be parsed): (.*)/.exec(line);
        if (what === null)
            return [];
        const at = lines.slice(index).find((one) => /file:\/\/\S+:\d+:\d+/.test(one));
        const url = /file:\/\/\S+:\d+:\d+/.exec(at ?? "")?.[0];
        const where = url === undefined ? undefined : place(url);
        const text = (what[2] ?? "").replace(/ at file:\/\/\S+$/, "");
        return [`${where ?? "?"}: ${text}${what[1]?.startsWith("TS") ? ` (${what[1]})` : ""}`];
    });
}
/** Undefined for what names no file of this machine, as `file://host/…`. */
function pathOf(url) {
    try {
        return (0,node_url__WEBPACK_IMPORTED_MODULE_2__.fileURLToPath)(url);
    }
    catch {
        return undefined;
    }
}
/** `supabase/functions/hello/index.ts:3:5` for the place in the copy. */
function placed(url, functions, directory) {
    const [, file = "", line = ""] = /^(file:\/\/.*?)(:\d+:\d+)$/.exec(url) ?? [];
    const path = pathOf(file);
    if (path === undefined)
        return undefined;
    for (const { slug, laid } of functions) {
        if (!path.startsWith(`${laid.root}/`))
            continue;
        const own = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(laid.home, path).replaceAll("\\", "/");
        return `${node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(directory.replaceAll("\\", "/"), slug, own)}${line}`;
    }
    return undefined;
}
function refused(errors) {
    const shown = errors.slice(0, 5);
    const more = errors.length > shown.length ? `; and ${errors.length - shown.length} more` : "";
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo("PR444", `Deno finds errors in the functions: ${shown.join("; ")}${more}. Nothing was changed.`, "Mend them: `deno check` on the entrypoint shows the same. `deno-check: off` deploys without it; the platform " +
        "does not look at types.");
}


/***/ }),

/***/ 39394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ findDeno),
/* harmony export */   a: () => (/* binding */ lastWords)
/* harmony export */ });
/* harmony import */ var _ports_find_program_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68497);

/** Deno, where this machine has it. */
async function findDeno(world) {
    const kind = (0,_ports_find_program_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)(process);
    return await (0,_ports_find_program_js__WEBPACK_IMPORTED_MODULE_0__/* .findProgram */ .K)("deno", [`@deno/${kind}-glibc/deno`, `@deno/${kind}/deno`], world);
}
/** Deno's own reason where it gives one, else the last line. */
function lastWords(tail) {
    const lines = tail.split("\n").filter((line) => line.trim() !== "");
    const line = lines.findLast((one) => one.startsWith("error: ")) ?? lines.at(-1) ?? "it ended without a word";
    return line.replace(/^error: (Uncaught )?(\(in promise\) )?/, "").slice(0, 200);
}


/***/ }),

/***/ 9859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ layOut)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _imports_scan_imports_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69034);



/**
 * Writes sources below `root`, deep enough that what lies beside their folder stays inside. Packages come from
 * `modules` where all of them are installed there, and nothing is fetched then; else Deno fetches what they import.
 * @throws {Error} for a path that leads out.
 */
async function layOut({ files, entrypoint, importMap }, root, modules) {
    const above = Math.max(0, ...files.map(({ path }) => /^(\.\.\/)*/.exec(path)?.[0].length ?? 0)) / 3;
    const home = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, ...Array.from({ length: above }, () => "up"), "source");
    for (const { path, content } of files) {
        const place = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(home, path);
        if (!place.startsWith(root + node_path__WEBPACK_IMPORTED_MODULE_1__.sep))
            throw new Error(`${path} leads out of the sources`);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(place), { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(place, content);
    }
    const installed = modules === undefined ? undefined : await allIn(modules, files);
    if (modules !== undefined && installed !== undefined) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.symlink)(modules, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, "node_modules"), "dir");
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, "package.json"), JSON.stringify({ type: "module", dependencies: installed }));
    }
    const offline = ["--no-remote", "--cached-only", "--node-modules-dir=manual"];
    return {
        root,
        home,
        entrypoint: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(home, entrypoint),
        flags: [...(installed ? offline : ["--node-modules-dir=none"]), ...mapFlag(home, importMap)],
        readable: installed && modules !== undefined ? [root, modules] : [root],
    };
}
function mapFlag(home, importMap) {
    if (importMap === null)
        return [];
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(home, importMap);
    return [/^deno\.jsonc?$/.test((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(importMap)) ? `--config=${path}` : `--import-map=${path}`];
}
/** Versions of all packages that the files name, if every one is there and nothing else comes from elsewhere. */
async function allIn(modules, files) {
    const wanted = new Set(files.flatMap(({ path, content }) => specifiersOf(path, content)));
    for (const specifier of wanted) {
        const name = /^npm:\/?((?:@[^/@]+\/)?[^/@]+)/.exec(specifier)?.[1];
        if (name === undefined || (await versionOf(modules, name)) === undefined)
            return undefined;
    }
    return wanted.size === 0 ? {} : await installedIn(modules);
}
/** What a file asks for from elsewhere, in its imports or as the target of an import map. */
function specifiersOf(path, content) {
    const text = new TextDecoder().decode(content);
    const named = /\.jsonc?$/.test(path)
        ? [...text.matchAll(/"((?:npm|jsr|https?):[^"]+)"/g)].map(([, one = ""]) => one)
        : /\.[cm]?[jt]sx?$/.test(path)
            ? (0,_imports_scan_imports_js__WEBPACK_IMPORTED_MODULE_2__/* .scanImports */ .mx)(text).flatMap(({ specifier, optional }) => (optional ? [] : [specifier]))
            : [];
    return named.filter((one) => /^(npm|jsr|https?):/.test(one));
}
/** Deno finds a package of `node_modules` only if a `package.json` lists it. */
async function installedIn(modules) {
    const names = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(modules)).filter((name) => !name.startsWith("."));
    const scoped = names.map(async (name) => name.startsWith("@")
        ? (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(modules, name))).map((inner) => node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(name, inner))
        : [name]);
    const all = (await Promise.all(scoped)).flat();
    const found = await Promise.all(all.map(async (name) => [name, await versionOf(modules, name)]));
    return Object.fromEntries(found.flatMap(([name, version]) => (version === undefined ? [] : [[name, version]])));
}
async function versionOf(modules, name) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(modules, name, "package.json"), "utf8").catch(() => undefined);
    try {
        const { version } = JSON.parse(text ?? "{}");
        return typeof version === "string" ? version : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 98394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ rememberedOf)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);
/* harmony import */ var _release_record_kept_document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7220);
/* harmony import */ var _release_record_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20645);
/* harmony import */ var _release_record_statuses_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14506);
/* harmony import */ var _undo_recorded_change_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(97521);





/** What older receipts tell of, the platform is asked about. */
const farthest = 200;
/**
 * Asks the record, once somebody wants to know, which sources the bundles were built of that releases have brought
 * live. Without a record, or when it cannot be read, nothing is remembered, and the platform is asked for all sources.
 */
function rememberedOf({ functions, target, githubToken }, world) {
    return async () => {
        if (githubToken === undefined)
            return new Map();
        try {
            return await remembered(await world.github(githubToken), target ?? "default", functions);
        }
        catch (error) {
            if (!(error instanceof _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo))
                throw error;
            world.log.info(`The record cannot be read, so all live sources are: ${(0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(error)}`);
            return new Map();
        }
    };
}
async function remembered(github, target, slugs) {
    const sought = new Set(slugs);
    const found = new Map();
    let read = 0;
    for await (const deployment of (0,_release_record_record_js__WEBPACK_IMPORTED_MODULE_2__/* .deployments */ .bg)(github, (0,_release_record_record_js__WEBPACK_IMPORTED_MODULE_2__/* .recordEnvironment */ .lk)(target), "rollout-receipt")) {
        read += 1;
        if (sought.size === 0 || read > farthest)
            break;
        const receipt = (0,_release_record_kept_document_js__WEBPACK_IMPORTED_MODULE_1__/* .documentOf */ .l)(deployment, "receipt");
        if (receipt?.component !== "functions")
            continue;
        const news = Object.entries((0,_undo_recorded_change_js__WEBPACK_IMPORTED_MODULE_4__/* .statesOf */ .kY)(receipt.intended)).filter(([slug]) => sought.has(slug));
        const told = news.flatMap(([slug, state]) => typeof state?.bundle === "string" && typeof state.digest === "string"
            ? [{ slug, mark: state.bundle, digest: state.digest }]
            : []);
        if (told.length === 0 || !(await isDone(github, deployment.id)))
            continue;
        for (const { slug, mark, digest } of told) {
            found.set(mark, digest);
            sought.delete(slug);
        }
    }
    return found;
}
async function isDone(github, id) {
    return (await (0,_release_record_statuses_js__WEBPACK_IMPORTED_MODULE_3__/* .lastStatus */ .by)(github, id))?.description.split(" ")[1] === "done";
}


/***/ }),

/***/ 68497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   K: () => (/* binding */ findProgram)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _exec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93566);
/* harmony import */ var _git_place_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30925);




/** As npm's packages name a machine. */
function kindOf({ platform, arch }) {
    return `${platform}-${arch}`;
}
/** On the PATH, or what was installed into a `node_modules` of the stack or above. */
async function findProgram(name, packed, world) {
    for (const folder of (world.env["PATH"] ?? "").split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter)) {
        const program = folder === "" ? undefined : await executable((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name));
        if (program !== undefined)
            return program;
    }
    for (let folder = world.root;; folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder)) {
        for (const path of packed) {
            const program = await executable((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, "node_modules", path));
            if (program !== undefined && (await isInstalled(program, world)))
                return program;
        }
        if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder) === folder)
            return undefined;
    }
}
async function executable(path) {
    return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(path, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK).then(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(path), () => undefined);
}
/**
 * A program that a commit brings along would run unasked beside the tokens of `plan`: only what git does not know as
 * a file of the repository was put there by this machine.
 */
async function isInstalled(program, { exec, env }) {
    const cwd = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(program);
    const place = await (0,_git_place_js__WEBPACK_IMPORTED_MODULE_2__/* .gitPlace */ .Y)(cwd);
    if (place === undefined)
        return false;
    const args = ["ls-files", "--error-unmatch", program];
    const asked = await exec("git", args, { cwd, env: (0,_exec_js__WEBPACK_IMPORTED_MODULE_3__/* .childEnv */ .g)(env, place), quiet: true }).catch(() => undefined);
    return asked?.exitCode === 1;
}


/***/ }),

/***/ 18774:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L1: () => (/* binding */ bytesAt),
/* harmony export */   Wd: () => (/* binding */ fileAt),
/* harmony export */   b6: () => (/* binding */ textOf)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);

/** A file as a commit has it, or in words why it cannot be read. */
async function fileAt(github, path, commit) {
    return textOf(await bytesAt(github, path, commit));
}
function textOf(file) {
    return "unread" in file ? file : { text: Buffer.from(file.bytes).toString("utf8") };
}
/** The same, as it is kept: what is no text, too. Of more than 1 MB GitHub gives the blob alone, up to 100 MB. */
async function bytesAt(github, path, commit) {
    const route = "GET /repos/{owner}/{repo}/contents/{path}";
    try {
        const content = await asked(github, route, { path, ref: commit });
        const isLarge = content.encoding === "none" && typeof content.sha === "string";
        const whole = isLarge
            ? await asked(github, "GET /repos/{owner}/{repo}/git/blobs/{file_sha}", { file_sha: content.sha })
            : content;
        if (typeof whole.content === "string" && whole.encoding === "base64")
            return { bytes: Buffer.from(whole.content, "base64") };
        return { unread: `${path} at ${commit.slice(0, 12)} is no file` };
    }
    catch (error) {
        if (error instanceof _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo)
            return { unread: error.message.replace(/[.\s]+$/, "") };
        throw error;
    }
}
async function asked(github, route, what) {
    const { data } = await github.request(route, what);
    return data ?? {};
}


/***/ }),

/***/ 19869:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ acceptInput)
/* harmony export */ });
/* unused harmony export weaknesses */
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36583);

/** What may be weak on purpose, and what it is about. */
const weaknesses = {
    "self-review": "who started a release may approve it",
    "admin-bypass": "an admin may let a job through a gate",
    "any-branch": "a gate's environment admits any branch",
    "shared-environment": "one approval passes several gates",
    "waiting-rollback": "the rollback waits for a person or a timer",
    "waiting-checks": "phases without a gate wait for a person or a timer",
    "open-secrets": "secrets of rollback or plan can be reached from any branch",
};
const words = Object.keys(weaknesses);
/** The input `accept`: weaknesses of environments that a team has chosen. */
const acceptInput = {
    description: `Weaknesses of environments that are meant, of: ${words.join(", ")}. Any other stops the release.`,
    required: false,
    secret: false,
    fallback: "",
    kind: "list",
    parse,
    schema: { type: ["array", "string"], items: { enum: [...words] } },
};
function parse(raw) {
    const given = typeof raw === "string" ? (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .splitList */ .ry)(raw) : Array.isArray(raw) && raw.every(_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn) ? raw : undefined;
    const known = given?.map((one) => words.find((word) => word === one));
    if (known && !known.includes(undefined))
        return { value: known.filter((word) => word !== undefined) };
    return { expected: `a list of ${words.join(", ")}`, write: "[self-review]" };
}


/***/ }),

/***/ 14769:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ findEnvironment)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);
/* harmony import */ var _ports_github_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17032);
/* harmony import */ var _ports_misfit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34233);



const route = "GET /repos/{owner}/{repo}/environments/{environment_name}";
/**
 * An environment with all of its rules, or undefined where there is none.
 * @throws {UserError} PR213 when it may not be read, or when the answer is not what GitHub documents.
 */
async function findEnvironment(github, name) {
    return await readable(name, async () => {
        const data = await orUndefined(github.request(route, { environment_name: name }));
        if (data === undefined)
            return undefined;
        const [patterns, apps] = await Promise.all([patternsOf(github, name, data), appsOf(github, name)]);
        return { name, ...rulesOf(name, data), branches: patterns, apps };
    });
}
const [text, number, flag] = [{ maybe: "text" }, { maybe: "number" }, { optional: "flag" }];
const reviewerForm = { fields: { id: number, login: text, slug: text } };
const reviewersForm = { each: { fields: { type: text, reviewer: { maybe: reviewerForm } } } };
const rulesForm = {
    each: {
        fields: {
            type: "text",
            wait_timer: number,
            prevent_self_review: flag,
            reviewers: { optional: reviewersForm },
        },
    },
};
const policyForm = {
    maybe: { fields: { protected_branches: { maybe: "flag" }, custom_branch_policies: { maybe: "flag" } } },
};
function rulesOf(name, data) {
    const rules = data.protection_rules;
    if (rules === undefined || (0,_ports_misfit_js__WEBPACK_IMPORTED_MODULE_2__/* .misfit */ .h)(rules, rulesForm) !== undefined)
        throw strange(name, "protection_rules");
    const [people, timer] = ["required_reviewers", "wait_timer"].map((type) => rules.find((rule) => rule.type === type));
    return {
        rules: rules.map(({ type }) => type).sort(),
        reviewers: (people?.reviewers ?? []).map(({ type, reviewer }) => ({
            type: type === "Team" ? "Team" : "User",
            id: reviewer?.id ?? 0,
            name: reviewer?.login ?? reviewer?.slug ?? "(unknown)",
        })),
        preventSelfReview: people?.prevent_self_review,
        waitTimer: timer?.wait_timer ?? 0,
        adminsBypass: typeof data.can_admins_bypass === "boolean" ? data.can_admins_bypass : undefined,
    };
}
async function patternsOf(github, name, { deployment_branch_policy: policy }) {
    if (policy === undefined || (0,_ports_misfit_js__WEBPACK_IMPORTED_MODULE_2__/* .misfit */ .h)(policy, policyForm) !== undefined)
        throw strange(name, "deployment_branch_policy");
    if (policy === null)
        return "all";
    if (policy.protected_branches === true)
        return "protected";
    const all = [];
    for (let page = 1;; page += 1) {
        const { data } = await github.request(`${route}/deployment-branch-policies`, {
            environment_name: name,
            per_page: 100,
            ...(page === 1 ? {} : { page }),
        });
        const some = data.branch_policies;
        if (!Array.isArray(some))
            throw strange(name, "branch_policies");
        for (const { id = 0, name: pattern = "", type = "branch" } of some)
            all.push({ id, name: pattern, type });
        if (some.length < 100)
            return all;
    }
}
/** A server that knows no such rules has none. */
async function appsOf(github, name) {
    const asked = github.request(`${route}/deployment_protection_rules`, { environment_name: name });
    const data = await orUndefined(asked);
    return (data?.custom_deployment_protection_rules ?? [])
        .filter(({ enabled }) => enabled !== false)
        .map(({ app }) => app?.slug ?? "(unknown)");
}
async function orUndefined(asked) {
    try {
        const { data } = await asked;
        return typeof data === "object" && data !== null ? data : {};
    }
    catch (error) {
        if ((0,_ports_github_js__WEBPACK_IMPORTED_MODULE_1__/* .isNotFound */ .c4)(error))
            return undefined;
        throw error;
    }
}
async function readable(name, read) {
    try {
        return await read();
    }
    catch (error) {
        if (!(error instanceof _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo) || error.code !== "PR302")
            throw error;
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR213", `The token may not read the environment ${name}, so nobody can tell whether it protects anything: ${error.message} Nothing was changed.`, "Give the job `actions: read` under `permissions:`; a called workflow gets at most what its caller grants.", { cause: error });
    }
}
function strange(name, field) {
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR213", `GitHub's answer about the environment ${name} has no ${field}, so nobody can tell whether it protects anything. Nothing was changed.`, "This server's API differs from github.com's. Compare its version with what GitHub documents of it.");
}


/***/ }),

/***/ 43873:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ot: () => (/* binding */ roles),
/* harmony export */   QM: () => (/* binding */ gateEnvironmentInputs),
/* harmony export */   iF: () => (/* binding */ environmentNames),
/* harmony export */   p4: () => (/* binding */ wrongName),
/* harmony export */   rg: () => (/* binding */ environmentInputs)
/* harmony export */ });
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36583);
/* harmony import */ var _ids_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94128);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96848);



/** What an environment of a target is there for. */
const roles = [
    ..._phases_js__WEBPACK_IMPORTED_MODULE_1__/* .gatedPhases */ .oY,
    "purge-cdn",
    "smoke",
    "observe",
    "rollback",
    "ungated",
    "plan",
];
const gates = (phase) => `The environment that gates ${phase}. Default: <target>-${phase}.`;
const keeps = (phase) => `The environment that keeps the secrets of ${phase}. Default: <target>-${phase}.`;
const named = (description) => (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description }));
/** The inputs that name the environments of the gates. */
const gateEnvironmentInputs = {
    "migrate-environment": named(gates("migrate")),
    "deploy-functions-environment": named(gates("deploy-functions")),
    "deploy-web-environment": named(gates("deploy-web")),
};
/** The inputs that name all environments of a target. */
const environmentInputs = {
    ...gateEnvironmentInputs,
    "purge-cdn-environment": named(keeps("purge-cdn")),
    "smoke-environment": named(keeps("smoke")),
    "observe-environment": named(keeps("observe")),
    "rollback-environment": named(keeps("rollback")),
    "ungated-environment": named("The environment without rules, for a phase that has nothing to do. Default: <target>-ungated."),
    "plan-environment": named("The environment that keeps the secrets of plan, where its job names one."),
};
/** The names as they were given, or by default `<target>-<role>`. */
function environmentNames(target, given) {
    const name = (role, own) => own ?? (0,_ids_js__WEBPACK_IMPORTED_MODULE_2__/* .environmentOf */ .p7)(target, role);
    return {
        migrate: name("migrate", given.migrateEnvironment),
        "deploy-functions": name("deploy-functions", given.deployFunctionsEnvironment),
        "deploy-web": name("deploy-web", given.deployWebEnvironment),
        "purge-cdn": name("purge-cdn", given.purgeCdnEnvironment),
        smoke: name("smoke", given.smokeEnvironment),
        observe: name("observe", given.observeEnvironment),
        rollback: name("rollback", given.rollbackEnvironment),
        ungated: name("ungated", given.ungatedEnvironment),
        plan: given.planEnvironment,
    };
}
/** Why GitHub takes no environment of this name; undefined where it does. */
function wrongName(name) {
    if (name.trim() === "")
        return "an empty name";
    if (name.length > 255)
        return `a name of ${name.length} characters (GitHub takes 255)`;
    return /\p{Cc}/u.test(name) ? "a name with a control character" : undefined;
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

/***/ 60612:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BZ: () => (/* binding */ rulesIn),
/* harmony export */   Gc: () => (/* binding */ looserSettings),
/* harmony export */   Uo: () => (/* binding */ bypassIn)
/* harmony export */ });
/* harmony import */ var _accept_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19869);
/* harmony import */ var _gates_gates_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13661);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96848);



/** The rules as a file declares them; undefined where they cannot be understood. */
function rulesIn(config) {
    const raw = (section, key) => config.lookup(section, key)?.raw ?? undefined;
    const gates = (0,_gates_gates_js__WEBPACK_IMPORTED_MODULE_1__/* .gatesInput */ .RC)("").parse(raw("plan", "gates") ?? "none");
    const accept = _accept_js__WEBPACK_IMPORTED_MODULE_0__/* .acceptInput */ .H.parse(raw("plan", "accept") ?? "");
    if (!("value" in gates) || !("value" in accept))
        return undefined;
    const bypass = _phases_js__WEBPACK_IMPORTED_MODULE_2__/* .gatedPhases */ .oY.map((phase) => [phase, isTrue(raw(phase, "allow-bypass"))]);
    const approvers = texts(raw("plan", "approvers"));
    return { gates: gates.value, accept: accept.value, bypass: Object.fromEntries(bypass), approvers };
}
/** The gates at which a bypass is allowed, from the sections of their phases. */
function bypassIn(section) {
    const own = { "allow-bypass": _gates_gates_js__WEBPACK_IMPORTED_MODULE_1__/* .gateInputs */ .ll["allow-bypass"] };
    return Object.fromEntries(_phases_js__WEBPACK_IMPORTED_MODULE_2__/* .gatedPhases */ .oY.map((phase) => [phase, section(phase, own).allowBypass]));
}
const grows = (was, is) => texts(is).some((one) => !texts(was).includes(one));
const shrinks = (was, is) => grows(is, was) || (texts(is).includes("none") && !texts(was).includes("none"));
/** Settings that hold a release back, and when a change of one lets more through. */
const held = {
    approvers: (was, is) => texts(was).length > 0 && (grows(was, is) || texts(is).length === 0),
    "required-checks": shrinks,
    "release-refs": grows,
    "out-of-order": grows,
    "require-healthy": (was, is) => isFalse(is) && !isFalse(was),
    "staged-specs": (was, is) => isFalse(is) && !isFalse(was),
    "on-unverified": (was, is) => is === "warn" && was !== "warn",
};
/** Every setting that lets more through than it did; the gates apart. `keys` are all keys of both files. */
function looserSettings(was, is, keys) {
    const switches = keys.filter((key) => key.startsWith("allow-") && key !== "allow-bypass");
    const rules = { ...held, ...Object.fromEntries(switches.map((key) => [key, turnedOn])) };
    // Any key may be a section here; one that is none has nothing in it but what its target has.
    const sections = ["plan", ...keys];
    return Object.entries(rules).flatMap(([key, looser]) => {
        const changed = sections
            .map((section) => [was.lookup(section, key)?.raw, is.lookup(section, key)?.raw])
            .find(([before, now]) => looser(before, now));
        return changed === undefined ? [] : [`${key} was ${shown(changed[0])}, is ${shown(changed[1])}`];
    });
}
const turnedOn = (was, is) => isTrue(is) && !isTrue(was);
function shown(raw) {
    if (raw === undefined || raw === null || raw === "")
        return "not set";
    return typeof raw === "string" ? raw.slice(0, 100) : (JSON.stringify(raw) ?? "").slice(0, 100);
}
function texts(raw) {
    const list = Array.isArray(raw) ? raw.map(String) : typeof raw === "string" ? raw.split(/[\n,]/) : [];
    return list.map((one) => one.trim().toLowerCase()).filter((one) => one !== "");
}
function isTrue(raw) {
    return raw === true || raw === "true";
}
function isFalse(raw) {
    return raw === false || raw === "false";
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

/***/ 6503:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ releaseRefsInput)
/* harmony export */ });
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36583);

/** Where releases come from; the environments admit no other ref. */
const releaseRefsInput = (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)({
    description: "Where releases come from: branches by name, tags and others as `refs/tags/v*` (`*` stays within one segment, `**` does not). Empty is the default branch.",
    default: "",
});


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

/***/ 50390:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ atWork)
/* harmony export */ });
/* harmony import */ var _ports_github_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17032);
/* harmony import */ var _record_kept_document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7220);
/* harmony import */ var _record_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20645);
/* harmony import */ var _record_statuses_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14506);




/** A lease that has ended, and so many newer ones: whoever is at work is among them. */
const most = 10;
/** The lease of a release that is changing the target at this moment; reads only. */
async function atWork(github, target) {
    let read = 0;
    for await (const deployment of (0,_record_record_js__WEBPACK_IMPORTED_MODULE_2__/* .deployments */ .bg)(github, (0,_record_record_js__WEBPACK_IMPORTED_MODULE_2__/* .recordEnvironment */ .lk)(target), "rollout-lease")) {
        const { document: lease, other } = (0,_record_kept_document_js__WEBPACK_IMPORTED_MODULE_1__/* .findDocument */ .$)(deployment, "lease");
        if (lease === undefined && other === undefined)
            continue;
        read += 1;
        const state = (await (0,_record_statuses_js__WEBPACK_IMPORTED_MODULE_3__/* .lastStatus */ .by)(github, deployment.id))?.state;
        if (other !== undefined && state === "in_progress")
            throw other;
        if (lease && state === "in_progress" && (await isRunning(github, lease.runId)))
            return lease;
        if (read === most)
            return undefined;
    }
    return undefined;
}
async function isRunning(github, runId) {
    try {
        const { data } = await github.request("GET /repos/{owner}/{repo}/actions/runs/{run_id}", {
            run_id: runId,
        });
        return data.status !== "completed";
    }
    catch (error) {
        if ((0,_ports_github_js__WEBPACK_IMPORTED_MODULE_0__/* .isNotFound */ .c4)(error))
            return false;
        throw error;
    }
}


/***/ }),

/***/ 86158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ breakingLeft),
/* harmony export */   J: () => (/* binding */ groundOf)
/* harmony export */ });
/* harmony import */ var _record_kept_document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7220);
/* harmony import */ var _record_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20645);
/* harmony import */ var _record_statuses_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14506);



/** Reads the record from its newest release down to the one that is live; `release` itself is not asked about. */
async function groundOf(github, target, release) {
    const between = [];
    let live;
    for await (const deployment of (0,_record_record_js__WEBPACK_IMPORTED_MODULE_1__/* .deployments */ .bg)(github, target, "rollout")) {
        const manifest = (0,_record_kept_document_js__WEBPACK_IMPORTED_MODULE_0__/* .documentOf */ .l)(deployment, "manifest");
        if (manifest === undefined)
            continue;
        if ((await (0,_record_statuses_js__WEBPACK_IMPORTED_MODULE_2__/* .lastStatus */ .by)(github, deployment.id))?.state === "success") {
            live = manifest;
            break;
        }
        if (manifest.release !== release)
            between.push(manifest);
    }
    return { live, noRollback: await breakingLeft(github, target, between) };
}
/**
 * Why no way back passes these releases, or undefined where it may. A schema stays where its release has ended badly:
 * the code before it does not work on what it has broken.
 */
async function breakingLeft(github, target, releases) {
    for (const { noRollback, release, commit } of releases) {
        if (noRollback === undefined)
            continue;
        const receipts = await (0,_record_record_js__WEBPACK_IMPORTED_MODULE_1__/* .githubRecord */ .BF)(github, target, commit).receipts(release, "migrate");
        if (receipts.some(({ state }) => state !== "failed"))
            return `${noRollback} (${release})`;
    }
    return undefined;
}


/***/ }),

/***/ 71773:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BT: () => (/* binding */ openLooks),
/* harmony export */   Df: () => (/* binding */ isWatched),
/* harmony export */   sQ: () => (/* binding */ watchedRelease)
/* harmony export */ });
/* harmony import */ var _decision_decision_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20035);
/* harmony import */ var _record_history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31102);


const word = "watching";
/** Whether a release is live and its verdict still open, by what was said of it last. */
function isWatched({ state, description }) {
    return state === "success" && description.startsWith(word);
}
/**
 * The release that is watched: the newest that users meet, where its verdict is open. One that has activated something
 * since has taken the target, whatever becomes of it; one that changed the schema alone has not.
 */
async function watchedRelease(github, target) {
    for (const release of await (0,_record_history_js__WEBPACK_IMPORTED_MODULE_1__/* .releasesOf */ .w0)(github, target)) {
        const standing = await release.standing();
        const { manifest } = release;
        if (standing.state === "inactive")
            continue;
        if (isWatched(standing))
            return { manifest, release };
        const changes = await (0,_record_history_js__WEBPACK_IMPORTED_MODULE_1__/* .changesOf */ .fs)(github, target, manifest.release);
        if ((0,_decision_decision_js__WEBPACK_IMPORTED_MODULE_0__/* .activated */ .cd)(changes.map(_record_history_js__WEBPACK_IMPORTED_MODULE_1__/* .begunOf */ .ri)).length === 0)
            continue;
        const how = standing.state === "success" ? "is live" : "has activated something";
        return { none: `${manifest.release} ${how}, and its verdict is not open («${standing.description}»)` };
    }
    return { none: `no release of ${target} is live` };
}
/** What was said of a release while its verdict was open, oldest first: a look each, as far as it saw anything new. */
function openLooks(statuses) {
    return statuses.filter(isWatched).toReversed();
}


/***/ })

};
