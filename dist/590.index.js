export const id = 590;
export const ids = [590];
export const modules = {

/***/ 37590:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./lib/kit/action/run.js + 14 modules
var run = __webpack_require__(2836);
;// CONCATENATED MODULE: ./lib/kit/release/environments/make/change.js
/**
 * What makes an environment hold what it must. What is stricter, or somebody's own, stays unless `prune` is said.
 */
function changeOf(found, wanted, prune) {
    const { reviewers, people } = reviewersOf(found, wanted, prune);
    const { waitTimer, timer } = timerOf(found, wanted, prune);
    const switches = switchesOf(found, wanted, reviewers.length > 0);
    const { policy, ...branches } = branchesOf(found, wanted, prune);
    const bodySays = [...people.says, ...timer.says, ...switches.says, ...policy.says];
    const body = {
        wait_timer: waitTimer,
        prevent_self_review: switches.preventSelfReview,
        reviewers: reviewers.map(({ type, id }) => ({ type, id })),
        deployment_branch_policy: {
            protected_branches: policy.isProtected,
            custom_branch_policies: !policy.isProtected,
        },
        ...(switches.adminsBypass === undefined ? {} : { can_admins_bypass: switches.adminsBypass }),
    };
    const isNew = found === undefined;
    return {
        name: wanted.name,
        says: [...(isNew ? ["is made"] : []), ...bodySays, ...branches.says],
        keeps: [...people.keeps, ...timer.keeps, ...policy.keeps],
        notes: switches.notes,
        problems: [...people.problems, ...timer.problems],
        ...(isNew || bodySays.length > 0 ? { body } : {}),
        add: branches.add,
        remove: branches.remove,
    };
}
function isNothing({ body, add, remove }) {
    return body === undefined && add.length === 0 && remove.length === 0;
}
const most = 6;
function reviewersOf(found, { reviewed, reviewers: wanted }, prune) {
    const before = found?.reviewers ?? [];
    const has = (all, one) => all.some(({ type, id }) => type === one.type && id === one.id);
    const others = before.filter((one) => !has(wanted, one));
    const added = wanted.filter((one) => !has(before, one));
    const dropped = prune && (!reviewed || wanted.length > 0) ? others : [];
    const kept = before.filter((one) => !has(dropped, one));
    const reviewers = [...kept, ...added];
    const strangers = others.filter((one) => !has(dropped, one) && (!reviewed || wanted.length > 0));
    const problems = [
        ...(reviewed && reviewers.length === 0 ? ["must have reviewers, but none are named"] : []),
        ...(reviewers.length > most
            ? [`would have ${reviewers.length} reviewers, and GitHub takes ${most}`]
            : []),
    ];
    return {
        reviewers,
        people: {
            says: [
                ...added.map((one) => `+ reviewer ${nameOf(one)}`),
                ...dropped.map((one) => `- reviewer ${nameOf(one)}`),
            ],
            keeps: strangers.map((one) => `reviewer ${nameOf(one)}`),
            problems,
        },
    };
}
function timerOf(found, { timed, waitTimer: wanted }, prune) {
    const before = found?.waitTimer ?? 0;
    const least = timed ? (wanted ?? before) : 0;
    const waitTimer = prune ? least : Math.max(before, least);
    const says = waitTimer === before ? [] : [`wait timer ${before} → ${waitTimer} minutes`];
    const keeps = waitTimer > least ? [`a wait timer of ${waitTimer} minutes`] : [];
    const problems = timed && waitTimer === 0 ? ["must have a wait timer, but no minutes are named"] : [];
    return { waitTimer, timer: { says, keeps, problems } };
}
function switchesOf(found, wanted, isReviewed) {
    const before = found?.preventSelfReview === true;
    const preventSelfReview = isReviewed && (wanted.preventSelfReview || before);
    const known = found === undefined ? true : found.adminsBypass;
    const adminsBypass = wanted.adminsBypass ?? (found === undefined ? undefined : known);
    const closes = wanted.adminsBypass === false && known === true;
    return {
        preventSelfReview,
        // Where the server does not tell, sending it would be a change with every run.
        adminsBypass: known === undefined ? undefined : adminsBypass,
        says: [
            ...(preventSelfReview && !before ? ["who starts a release may not approve it"] : []),
            ...(closes ? ["admins may not bypass it"] : []),
        ],
        notes: wanted.adminsBypass === false && known === undefined
            ? ["whether admins may bypass it this server does not tell: look under Settings → Environments"]
            : [],
    };
}
function branchesOf(found, { refs }, prune) {
    const before = found?.branches ?? "all";
    if (before === "protected" && !prune) {
        const policy = { isProtected: true, says: [], keeps: ["protected branches only"] };
        return { policy, says: [], add: [], remove: [] };
    }
    const same = (one, other) => one.name === other.name && one.type === other.type;
    const patterns = typeof before === "string" ? [] : before;
    const add = refs.filter((ref) => !patterns.some((one) => same(one, ref)));
    const others = patterns.filter((one) => !refs.some((ref) => same(one, ref)));
    const remove = prune ? others : [];
    const kept = prune ? [] : others;
    const was = found === undefined ? "" : before === "all" ? " (was: any)" : " (was: protected branches)";
    const first = typeof before === "string" ? [`admits only what is named${was}`] : [];
    return {
        policy: { isProtected: false, says: first, keeps: kept.map(({ type, name }) => `${type} ${name}`) },
        says: [
            ...add.map(({ type, name }) => `+ ${type} ${name}`),
            ...remove.map(({ type, name }) => `- ${type} ${name}`),
        ],
        add,
        remove,
    };
}
function nameOf({ type, name }) {
    return type === "Team" ? `team ${name}` : name;
}

// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(65304);
// EXTERNAL MODULE: ./lib/kit/release/environments/found.js
var found = __webpack_require__(14769);
// EXTERNAL MODULE: ./lib/kit/release/environments/names.js
var names = __webpack_require__(43873);
// EXTERNAL MODULE: ./lib/kit/ports/github.js + 3 modules
var ports_github = __webpack_require__(17032);
;// CONCATENATED MODULE: ./lib/kit/release/environments/make/reviewers.js

/** The named people and teams with their ids, and those that GitHub does not know. */
async function findReviewers(github, names) {
    const all = await Promise.all(names.map((name) => find(github, name)));
    const found = all.filter((one) => typeof one !== "string");
    const first = ({ type, id }) => found.findIndex((one) => one.type === type && one.id === id);
    return {
        reviewers: found.filter((one, index) => first(one) === index),
        problems: all.filter((one) => typeof one === "string"),
    };
}
async function find(github, given) {
    const name = given.replace(/^@/, "");
    const [org, team, more] = name.split("/");
    const isTeam = team !== undefined;
    if (name === "" || org === "" || team === "" || more !== undefined)
        return `${JSON.stringify(given)} is neither a login nor org/team`;
    const [route, parameters] = isTeam
        ? ["GET /orgs/{org}/teams/{team_slug}", { org, team_slug: team }]
        : ["GET /users/{username}", { username: name }];
    try {
        const { data } = await github.request(route, parameters);
        const { id, login, slug } = (data ?? {});
        if (typeof id !== "number")
            return `GitHub's answer about ${name} has no id`;
        return { type: isTeam ? "Team" : "User", id, name: slug ?? login ?? name };
    }
    catch (error) {
        if (!(0,ports_github/* isNotFound */.c4)(error))
            throw error;
        return isTeam
            ? `${name} is no team that this token sees (it needs to read the organization's members)`
            : `${name} is nobody on GitHub`;
    }
}

// EXTERNAL MODULE: ./lib/kit/release/ids.js
var ids = __webpack_require__(94128);
// EXTERNAL MODULE: ./lib/kit/release/phases.js
var phases = __webpack_require__(96848);
;// CONCATENATED MODULE: ./lib/kit/release/environments/make/wanted.js



/** Every environment of a target once, in the order of the chain, with what all of its roles ask of it. */
function wantedEnvironments(wish) {
    const named = names/* roles */.Ot.flatMap((role) => {
        const name = wish.names[role];
        return name === undefined ? [] : [{ role, name }];
    });
    const first = named.filter(({ name }, index) => named.findIndex((one) => (0,ids/* isSameEnvironment */.gj)(one.name, name)) === index);
    return first.map(({ name }) => {
        const own = named.filter((one) => (0,ids/* isSameEnvironment */.gj)(one.name, name)).map(({ role }) => role);
        return wantedOf(name, own, wish);
    });
}
function wantedOf(name, own, wish) {
    const gated = phases/* gatedPhases */.oY.filter((phase) => own.includes(phase));
    const has = (rule) => gated.some((phase) => wish.gates[phase] === rule);
    const [reviewed, timed] = [has("reviewers"), has("wait-timer")];
    const bypassed = (phase) => wish.bypass[phase] === true;
    const mayBypass = wish.accept.includes("admin-bypass") || gated.some(bypassed);
    return {
        name,
        roles: own,
        reviewed,
        reviewers: reviewed ? wish.reviewers : [],
        timed,
        waitTimer: timed ? wish.waitTimer : undefined,
        preventSelfReview: reviewed && !wish.accept.includes("self-review"),
        adminsBypass: (reviewed || timed) && !mayBypass ? false : undefined,
        refs: wish.refs,
    };
}
/** Patterns of GitHub's branch policies for what `release-refs` names; what is neither branch nor tag has none. */
function refPatterns(releaseRefs, defaultBranch) {
    const all = releaseRefs.length === 0 ? [defaultBranch] : releaseRefs;
    return all.flatMap((ref) => {
        const [, kind, name] = /^refs\/(heads|tags)\/(.+)$/s.exec(ref) ?? [];
        if (name !== undefined)
            return [{ name, type: kind === "tags" ? "tag" : "branch" }];
        return ref.startsWith("refs/") ? [] : [{ name: ref, type: "branch" }];
    });
}

;// CONCATENATED MODULE: ./lib/kit/release/environments/make/difference.js






/**
 * The difference between what a target's environments must hold and what they are, each environment once. Only reads.
 * @throws {UserError} PR214 naming everything for which they cannot be made, PR213 when they cannot be read.
 */
async function differenceOf(github, request) {
    const { target, inputs, bypass, prune } = request;
    const [{ reviewers, problems }, defaultBranch] = await Promise.all([
        findReviewers(github, inputs.reviewers),
        inputs.releaseRefs.length === 0 ? defaultBranchOf(github) : "",
    ]);
    const wanted = wantedEnvironments({
        ...inputs,
        bypass,
        reviewers,
        names: (0,names/* environmentNames */.iF)(target, inputs),
        refs: refPatterns(inputs.releaseRefs, defaultBranch),
    });
    const named = [...problems, ...wanted.flatMap(badNames)];
    if (named.length > 0)
        throw cannot(target, named);
    const changes = await Promise.all(wanted.map(async (one) => changeOf(await (0,found/* findEnvironment */.j)(github, one.name), one, prune)));
    const impossible = changes.flatMap(({ name, problems: all }) => all.map((why) => `${name} ${why}`));
    if (impossible.length > 0)
        throw cannot(target, impossible);
    return changes;
}
function badNames({ name, roles }) {
    const wrong = (0,names/* wrongName */.p4)(name);
    return wrong === undefined ? [] : [`${roles.join(", ")} has ${wrong}`];
}
async function defaultBranchOf(github) {
    const { data } = await github.request("GET /repos/{owner}/{repo}");
    const { default_branch: branch } = (data ?? {});
    if (typeof branch === "string" && branch !== "")
        return branch;
    throw new user_error/* UserError */.yo("PR213", "GitHub's answer about the repository has no default_branch. Nothing was changed.", "Name the branches from which releases come by release-refs.");
}
function cannot(target, problems) {
    const lines = problems.map((line) => `  - ${line}`).join("\n");
    return new user_error/* UserError */.yo("PR214", `The environments of ${target} cannot be made. Nothing was changed.\n${lines}`, "Name reviewers by `reviewers` (--reviewers ada,acme/release) and minutes by `wait-timer`; six reviewers are a gate's most, and a team is one.");
}

// EXTERNAL MODULE: ./lib/kit/release/environments/make/inputs.js
var make_inputs = __webpack_require__(72967);
;// CONCATENATED MODULE: ./lib/kit/release/environments/make/make.js


const route = "/repos/{owner}/{repo}/environments/{environment_name}";
/**
 * Makes the changes, one environment after the other. A gate is made with its reviewers in one request and admits no
 * branch before it admits the named ones: whoever dies between two requests leaves it closed, and runs it again.
 * @returns what the server would not take, for a person to do.
 * @throws {UserError} PR214 naming the environment that GitHub refused.
 */
async function makeEnvironments(github, changes, onMade) {
    const left = [];
    for (const change of changes.filter((one) => !isNothing(one))) {
        try {
            left.push(...(await makeOne(github, change)));
        }
        catch (error) {
            throw error instanceof user_error/* UserError */.yo ? refused(change.name, error) : error;
        }
        onMade(`made ${change.name}`);
    }
    return left;
}
async function makeOne(github, change) {
    const { name, add, remove } = change;
    const left = await put(github, change);
    for (const { name: pattern, type } of add) {
        const body = { environment_name: name, name: pattern, type };
        await github.request(`POST ${route}/deployment-branch-policies`, body);
    }
    for (const { id } of remove) {
        const place = { environment_name: name, branch_policy_id: id };
        await github.request(`DELETE ${route}/deployment-branch-policies/{branch_policy_id}`, place);
    }
    return left;
}
async function put(github, { name, body }) {
    if (body === undefined)
        return [];
    try {
        await github.request(`PUT ${route}`, { environment_name: name, ...body });
        return [];
    }
    catch (error) {
        const unknown = error instanceof user_error/* UserError */.yo && /can_admins_bypass/.test(error.message);
        if (!unknown || body.can_admins_bypass === undefined)
            throw error;
        const { can_admins_bypass: _, ...rest } = body;
        await github.request(`PUT ${route}`, { environment_name: name, ...rest });
        return [
            `${name}: this server takes no word about admins' bypass; switch it off under Settings → Environments`,
        ];
    }
}
function refused(name, error) {
    const sofar = "What was made before it stays; run it again, and it goes on from there.";
    if (error.code === "PR302" || error.code === "PR303") {
        return new user_error/* UserError */.yo("PR214", `The token may not make the environment ${name}: ${error.message} ${sofar}`, "Making environments needs an admin of the repository: a personal token with Administration: write (classic: repo). GITHUB_TOKEN cannot do it, whatever `permissions:` say.", { cause: error });
    }
    const plan = /billing plan/i.test(error.message);
    return new user_error/* UserError */.yo("PR214", `GitHub refused the environment ${name}: ${error.message} ${sofar}`, plan
        ? "In a private repository reviewers and wait timers need GitHub Enterprise. Without it keep the gates and pause by from-phase and through-phase with approvers: a start by one of them is the approval."
        : error.fix, { cause: error });
}
/**
 * What GitHub answered with «done», but does not hold.
 * @throws {UserError} PR214 naming each difference that is left.
 */
function refuseUnkept(again, left) {
    const unkept = again.filter((one) => !isNothing(one));
    if (unkept.length === 0 || left.length > 0)
        return;
    const lines = unkept.map(({ name, says }) => `  - ${name}: ${says.join("; ")}`).join("\n");
    throw new user_error/* UserError */.yo("PR214", `GitHub took the changes, but does not hold them all:\n${lines}`, "Look at these under Settings → Environments. In a private repository below Enterprise GitHub keeps no reviewers and no wait timers.");
}

;// CONCATENATED MODULE: ./lib/kit/release/environments/make/say.js

/** The difference as a person reads it before saying yes. */
function sayDifference(target, changes) {
    const width = Math.max(...changes.map(({ name }) => name.length));
    const lines = changes.flatMap((change) => {
        const name = change.name.padEnd(width);
        const says = isNothing(change) ? ["is as it should be"] : change.says;
        const keeps = change.keeps.map((what) => `  kept: ${what} (--prune takes it away)`);
        const notes = change.notes.map((what) => `  note: ${what}`);
        return [...says, ...keeps, ...notes].map((line, index) => `  ${index === 0 ? name : " ".repeat(width)}  ${line}`);
    });
    return [`${target}:`, ...lines];
}
/** How much there is to do, in words. */
function sayCount(changes) {
    const some = changes.filter((one) => !isNothing(one)).length;
    return some === 0
        ? `Nothing to change: ${changes.length} of ${changes.length} environments are as they should be.`
        : `${some} of ${changes.length} environments differ.`;
}

// EXTERNAL MODULE: ./lib/kit/release/environments/settings.js
var settings = __webpack_require__(60612);
;// CONCATENATED MODULE: ./lib/actions/environments/environments.js






/** Shows the difference, then makes it, then looks whether GitHub holds it. */
async function environments(given, world) {
    const target = given.target ?? "default";
    const github = await world.github(given.githubToken);
    const inputs = (0,make_inputs/* makeInputsOf */.hV)(given, world.section);
    const request = { target, inputs, bypass: (0,settings/* bypassIn */.Uo)(world.section), prune: given.prune };
    const changes = await differenceOf(github, request);
    for (const line of sayDifference(target, changes))
        world.log.info(line);
    const some = changes.filter((one) => !isNothing(one));
    const difference = JSON.stringify(some.map(({ name, says }) => ({ environment: name, says })));
    const outputs = { changed: some.length === 0 ? "none" : "some", difference };
    if (some.length === 0 || given.dryRun)
        return { outputs, report: reportOf(changes, [], false) };
    const left = await makeEnvironments(github, changes, (line) => world.log.info(line));
    for (const line of left)
        world.log.warn(line);
    refuseUnkept(await differenceOf(github, request), left);
    return { outputs, report: reportOf(changes, left, true) };
}
function reportOf(changes, left, made) {
    const differs = changes.some((one) => !isNothing(one));
    return {
        verdict: "pass",
        reason: made ? `${sayCount(changes)} They were made.` : sayCount(changes),
        next: left.length > 0
            ? left.join(" ")
            : differs && !made
                ? "Run it without dry-run to make them."
                : "Nothing to do.",
        evidence: changes.flatMap(({ name, keeps }) => keeps.map((what) => `${name} keeps ${what}`)),
        tables: [
            {
                title: "Environments",
                columns: ["environment", made ? "what was changed" : "what differs", "stays"],
                rows: changes.map(({ name, says, keeps }) => [name, says.join("\n") || "nothing", keeps.join("\n")]),
            },
        ],
    };
}

// EXTERNAL MODULE: ./lib/actions/environments/spec.js
var spec = __webpack_require__(25343);
;// CONCATENATED MODULE: ./lib/actions/environments/main.js



/** Runs this action as a runner starts it. */
const main = (specs) => (0,run/* runAction */.C)(spec/* spec */.I, environments, specs);


/***/ }),

/***/ 25343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ spec)
/* harmony export */ });
/* harmony import */ var _kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12800);
/* harmony import */ var _kit_action_input_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36583);
/* harmony import */ var _kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67906);
/* harmony import */ var _kit_action_spec_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(35596);
/* harmony import */ var _kit_action_time_limit_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43128);
/* harmony import */ var _kit_release_environments_make_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72967);






const spec = (0,_kit_action_spec_js__WEBPACK_IMPORTED_MODULE_5__/* .defineAction */ .Q)({
    name: "environments",
    title: "Environments",
    description: "Makes the environments of a target as `gates`, `accept` and `release-refs` declare them for `plan`: reviewers or a wait timer, branch policies, no bypass; shows the difference first.",
    inputs: {
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .placeInputs */ .vb,
        "time-limit": (0,_kit_action_time_limit_js__WEBPACK_IMPORTED_MODULE_3__/* .timeLimit */ .z)("10m"),
        ..._kit_release_environments_make_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .ownInputs */ .oi,
        "dry-run": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)({
            description: "Only show what differs; nothing is changed.",
            default: "false",
        }),
        prune: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)({
            description: "Also take away what is not declared: other reviewers, longer wait timers, other branches. Otherwise it stays.",
            default: "false",
        }),
        "github-token": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .secret */ .rJ)({
            description: "Token of an admin of the repository (Administration: write); `GITHUB_TOKEN` cannot make environments.",
        }),
    },
    permissions: [
        (0,_kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .onGitHub */ .xr)({ name: "administration: write", why: "making environments, by a token of an admin" }),
        (0,_kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .onGitHub */ .xr)({ name: "members: read", why: "teams that review", when: "a reviewer is a team" }),
    ],
    outputs: {
        changed: "none or some: whether anything differed.",
        difference: "JSON list of the environments that differed, and in what.",
    },
});


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

/***/ 72967:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hV: () => (/* binding */ makeInputsOf),
/* harmony export */   oi: () => (/* binding */ ownInputs)
/* harmony export */ });
/* unused harmony export makeInputs */
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36583);
/* harmony import */ var _gates_gates_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13661);
/* harmony import */ var _gates_release_refs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6503);
/* harmony import */ var _accept_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19869);
/* harmony import */ var _names_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(43873);





/** What only the making of environments is told. */
const ownInputs = {
    reviewers: (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)({
        description: "Who may approve at the gates: logins, and teams as `org/team`; GitHub takes six. Empty keeps those that are there.",
        default: "",
    }),
    "wait-timer": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd)({ description: "Minutes of the gates that are declared as wait-timer.", min: 1, max: 43_200 })),
    ..._names_js__WEBPACK_IMPORTED_MODULE_4__/* .environmentInputs */ .rg,
};
/** What `plan` is told as well: it audits what is made here. */
const planInputs = {
    gates: (0,_gates_gates_js__WEBPACK_IMPORTED_MODULE_1__/* .gatesInput */ .RC)("What must pause the chain before a phase; compared with what GitHub has."),
    accept: _accept_js__WEBPACK_IMPORTED_MODULE_3__/* .acceptInput */ .H,
    "release-refs": _gates_release_refs_js__WEBPACK_IMPORTED_MODULE_2__/* .releaseRefsInput */ .a,
    ..._names_js__WEBPACK_IMPORTED_MODULE_4__/* .environmentInputs */ .rg,
};
const makeInputs = { ...ownInputs, ...planInputs };
/** The declaration as `plan` reads it, and what is told here besides. */
function makeInputsOf(own, section) {
    const planned = section("plan", planInputs);
    const given = Object.entries(own).filter(([, value]) => value !== undefined);
    return { ...own, ...planned, ...Object.fromEntries(given) };
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

/***/ 94128:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bf: () => (/* binding */ releaseId),
/* harmony export */   gj: () => (/* binding */ isSameEnvironment),
/* harmony export */   p7: () => (/* binding */ environmentOf)
/* harmony export */ });
/** `<target>-<yyyymmdd>-<sha12>-<run_id>`; a re-run keeps it, the attempt is a field of the receipts. */
function releaseId(target, now, sha, runId) {
    const day = new Date(now).toISOString().slice(0, 10).replaceAll("-", "");
    return `${target || "default"}-${day}-${sha.slice(0, 12) || "000000000000"}-${runId}`;
}
/** The default name of the environment that gates a phase. */
function environmentOf(target, phase) {
    return `${target}-${phase}`;
}
/** GitHub does not tell environments by capital letters, and gives a name back as whoever made it wrote it. */
function isSameEnvironment(one, other) {
    return one.toLowerCase() === other.toLowerCase();
}


/***/ })

};
