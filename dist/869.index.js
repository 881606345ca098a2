export const id = 869;
export const ids = [869];
export const modules = {

/***/ 9877:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./lib/kit/action/run.js + 12 modules
var run = __webpack_require__(4910);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(5304);
// EXTERNAL MODULE: ./lib/kit/parts/checks/access.js
var access = __webpack_require__(5465);
// EXTERNAL MODULE: ./lib/kit/parts/checks/annotate.js
var annotate = __webpack_require__(5083);
// EXTERNAL MODULE: ./lib/kit/parts/checks/checklist.js
var checklist = __webpack_require__(2243);
// EXTERNAL MODULE: ./lib/kit/parts/checks/functions-identity.js
var functions_identity = __webpack_require__(4845);
// EXTERNAL MODULE: ./lib/kit/parts/web/served.js
var served = __webpack_require__(4171);
;// CONCATENATED MODULE: ./lib/kit/parts/checks/identity.js


/** Every origin must serve the marker; without one, that is said and nothing is asked. */
async function proveIdentity(world, origins, marker, times) {
    if (marker === undefined)
        return { evidence: "the build marker was not compared: none was given", judged: undefined };
    const proofs = await (0,served/* proveOrigins */.ui)(world, origins, marker, times);
    const evidence = (0,served/* originsLine */.CP)(proofs, marker);
    const other = proofs.find(({ serves }) => !serves);
    return { evidence, judged: other === undefined ? undefined : await judge(world, other, marker) };
}
async function judge(world, { origin, said }, marker) {
    if (await (0,access/* isProtected */.b)(world, origin))
        return { outcome: "protected", reason: `${origin} is behind a login page` };
    return { outcome: "stale", reason: `${origin} ${said} instead of ${marker}` };
}

// EXTERNAL MODULE: ./lib/kit/parts/checks/judge-suite.js
var judge_suite = __webpack_require__(1233);
// EXTERNAL MODULE: ./lib/kit/parts/checks/probes/run-probes.js + 4 modules
var run_probes = __webpack_require__(9649);
// EXTERNAL MODULE: ./lib/kit/parts/checks/probes/say-probes.js + 1 modules
var say_probes = __webpack_require__(178);
// EXTERNAL MODULE: ./lib/kit/parts/checks/probes/supabase.js
var supabase = __webpack_require__(7045);
// EXTERNAL MODULE: ./lib/kit/parts/checks/prepare-suite.js
var prepare_suite = __webpack_require__(4693);
// EXTERNAL MODULE: ./lib/kit/ports/exec.js
var ports_exec = __webpack_require__(3566);
// EXTERNAL MODULE: ./lib/kit/parts/checks/package-scripts.js
var package_scripts = __webpack_require__(3366);
;// CONCATENATED MODULE: ./lib/kit/parts/checks/run-commands.js


/** How a `run:` step starts a command. */
const asStep = ["--noprofile", "--norc", "-eo", "pipefail", "-c"];
/**
 * Runs all commands, as many at once as there are turns. When one fails, the others are stopped: the verdict is
 * known. `stop` ends them as well.
 * @throws {UserError} PR102 for a script that is not there.
 */
async function runCommands(inputs, turns, world, stop) {
    const lines = await (0,package_scripts/* commandLines */.Z)(world.root, inputs.commands);
    const failed = new AbortController();
    const signal = AbortSignal.any([world.signal, failed.signal, ...(stop ? [stop] : [])]);
    const runs = await Promise.all(lines.map((command) => turns(async () => {
        const run = await runOne(command, inputs, world, signal);
        if (run.outcome === "failed" || run.outcome === "timed out")
            failed.abort();
        return run;
    })));
    world.signal.throwIfAborted();
    return { ...run_commands_judge(runs), runs };
}
async function runOne(command, inputs, { exec, env, root, clock, log }, signal) {
    if (signal.aborted)
        return { command, outcome: "stopped", said: "was not started", tail: "" };
    log.info(`Running \`${command}\`.`);
    const began = clock.now();
    const { exitCode, tail, stopped } = await exec("bash", [...asStep, command], {
        cwd: root,
        env: (0,ports_exec/* childEnv */.g)(env, inputs.commandEnv),
        prefix: `[${command}] `,
        limit: inputs.commandTimeout,
        signal,
    });
    const took = `${((clock.now() - began) / 1000).toFixed(1)} s`;
    if (stopped === "signal")
        return { command, outcome: "stopped", said: `was stopped after ${took}`, tail };
    if (stopped === "time-limit") {
        return { command, outcome: "timed out", said: `did not end within its time limit (${took})`, tail };
    }
    if (exitCode === 0)
        return { command, outcome: "passed", said: `passed in ${took}`, tail };
    return { command, outcome: "failed", said: `ended with exit code ${exitCode} after ${took}`, tail };
}
function run_commands_judge(runs) {
    const n = runs.length;
    const x = runs.filter(({ outcome }) => outcome === "passed").length;
    const bad = runs.find(({ outcome }) => outcome === "failed" || outcome === "timed out");
    if (bad !== undefined) {
        const reason = `\`${bad.command}\` ${bad.said}.`;
        return { verdict: "fail", x, n, reason, next: "Read its output below." };
    }
    if (x < n)
        return { verdict: "inconclusive", x, n, reason: "The commands were stopped.", next: "See why." };
    return { verdict: "pass", x, n, reason: `${x} of ${n} commands passed.`, next: "Nothing to do." };
}

// EXTERNAL MODULE: ./lib/kit/parts/checks/run-specs.js + 16 modules
var run_specs = __webpack_require__(5356);
// EXTERNAL MODULE: ./lib/kit/parts/checks/turns.js
var checks_turns = __webpack_require__(4495);
// EXTERNAL MODULE: ./lib/kit/providers/hosts/browser-headers.js
var browser_headers = __webpack_require__(6210);
// EXTERNAL MODULE: ./lib/kit/parts/checks/say-suite.js
var say_suite = __webpack_require__(6741);
// EXTERNAL MODULE: ./lib/kit/parts/web/run-command.js
var run_command = __webpack_require__(3185);
;// CONCATENATED MODULE: ./lib/actions/smoke/report-smoke.js





const wheres = {
    before: "(listed only)",
    staged: "on the staged site",
    production: "on production",
};
/** What was found is judged where it is tested. */
function identityReport({ is, said }) {
    return {
        verdict: "pass",
        reason: `${said[0]?.toUpperCase() ?? ""}${said.slice(1)}.`,
        next: is === "other" ? "Nothing is tested: it would not be the release that is judged." : "Nothing to do.",
        evidence: [said],
    };
}
/** Suites that fail say most; then what kept them from running; then the commands. */
function reportOf(inputs, stage, checked) {
    const { probes, specs, commands, identity } = checked;
    const evidence = [
        ...(identity ?? []),
        ...(probes === undefined ? [] : (0,say_probes/* probesEvidence */.dd)(probes, wheres[stage])),
        ...(stage === "before" && inputs.probes.length > 0
            ? [`${inputs.probes.length} probes are declared`]
            : []),
        ...(specs === undefined ? [] : listed(stage, specs)),
        ...(commands === undefined ? [] : commandLines(commands)),
    ];
    const failing = commands?.runs.filter(({ outcome }) => outcome === "failed" || outcome === "timed out") ?? [];
    return {
        ...report_smoke_judge(stage, checked),
        evidence,
        sections: stage === "production" ? (0,checklist/* checklistSection */.ep)((0,checklist/* checklistOf */.WX)(inputs.checklist, known(inputs, probes))) : [],
        tables: [
            ...(probes === undefined ? [] : (0,say_probes/* probesTables */.HG)(probes)),
            ...(specs === undefined ? [] : (0,say_suite/* suiteTables */.w)(specs)),
            ...commandTables(commands),
        ],
        folded: failing.map(({ command, tail }) => ({ title: command, text: (0,run_command/* lastLines */.w)(tail, 60) })),
    };
}
/** What a person may be shown: where to look, and the session that the probes have made. */
function known({ origins: [origin], stagedUrl, supabase }, probes) {
    const given = Object.entries({ origin, staged: stagedUrl, supabase }).filter(([, value]) => value !== undefined);
    return new Map([...given, ...(probes?.values ?? [])]);
}
function commandLines({ x, n, runs }) {
    const stopped = runs.filter(({ outcome }) => outcome === "stopped").length;
    return [
        `${x} of ${n} commands passed`,
        ...(stopped > 0 ? [`${stopped} of ${n} commands were stopped: the verdict was known`] : []),
    ];
}
function listed(stage, specs) {
    if (stage !== "before")
        return (0,say_suite/* suiteEvidence */.o)(specs, wheres[stage]);
    const files = new Set(specs.tests.map(({ file }) => file)).size;
    return [`${specs.tests.length} Playwright tests in ${files} files can be run`];
}
function report_smoke_judge(stage, { probes, specs, commands }) {
    const looked = [
        ...(probes === undefined ? [] : [{ who: "Probes", what: "probes", ...probes }]),
        ...(specs === undefined ? [] : [{ who: "Playwright", what: "tests", ...specs }]),
    ].map(({ who, what, outcome, reason }) => ({
        verdict: (0,judge_suite/* verdictOf */.Vj)(outcome),
        reason: `${who}: ${reason}.`,
        next: nextFor(outcome, stage, what),
    }));
    const failed = looked.find(({ verdict }) => verdict === "fail");
    if (failed)
        return failed;
    if (commands?.verdict === "fail") {
        const after = stage === "production" ? " The commands don't look at production, so nothing is undone." : "";
        return { verdict: "fail", reason: commands.reason, next: `${commands.next}${after}` };
    }
    const unable = looked.find(({ verdict }) => verdict === "error");
    if (unable)
        return unable;
    const said = [...looked.map(({ reason }) => reason), commands?.reason].filter((one) => one !== undefined);
    const nothing = "There is nothing to check: no commands, no probes, no suites.";
    return { verdict: "pass", reason: said.length === 0 ? nothing : said.join(" "), next: "Nothing to do." };
}
function nextFor(outcome, stage, what) {
    const next = {
        passed: "Nothing to do.",
        flaky: "Nothing to do.",
        failed: stage === "production"
            ? `The chain's rollback brings back what was live; look at the failing ${what} below.`
            : `Look at the failing ${what} below; production was not touched.`,
        "no-tests": "Correct smoke.playwright in rollout.yml, or the suites: nothing was tested.",
        "infra-error": what === "probes"
            ? "Find out why nobody could be asked there: this says nothing of the release."
            : "Mend Playwright's configuration or its installation: this says nothing of the release.",
        protected: "Let probes and suites in (`protection-bypass`), or take the protection off this address.",
        stale: "Find out what else serves or caches this address; the release was not tested.",
    };
    return next[outcome];
}
function commandTables(commands) {
    if (commands === undefined)
        return [];
    const rows = commands.runs.map(({ command, outcome, said }) => [command, outcome, said]);
    return [{ title: "Commands", columns: ["command", "outcome", "how"], rows }];
}

;// CONCATENATED MODULE: ./lib/actions/smoke/smoke.js

















/** Whether the release may go on: before it, on what is staged, on what is live. */
async function smoke(inputs, world) {
    const { stage } = inputs;
    if (stage === "identity")
        return await askIdentity(inputs, world);
    const checked = await stages[stage](inputs, world);
    (0,annotate/* annotate */.f)(checked.specs?.tests ?? [], world);
    const commands = checked.commands?.verdict;
    const suites = checked.specs && (0,judge_suite/* verdictOf */.Vj)(checked.specs.outcome);
    const probes = checked.probes && (0,judge_suite/* verdictOf */.Vj)(checked.probes.outcome);
    if (checked.probes !== undefined)
        (0,say_probes/* annotateProbes */.CJ)(checked.probes, world);
    const failed = [
        ["probes", probes],
        ["playwright", suites],
        ["commands", commands],
    ].find(([, verdict]) => verdict === "fail")?.[0];
    return {
        outputs: {
            ...(failed === undefined ? {} : { failed }),
            ...(commands === undefined ? {} : { "commands-verdict": commands }),
            ...(checked.probes === undefined || probes === undefined
                ? {}
                : { "probes-verdict": probes, "probes-outcome": checked.probes.outcome }),
            ...(suites === undefined ? {} : { "playwright-verdict": suites }),
            ...(checked.specs === undefined ? {} : { "playwright-outcome": checked.specs.outcome }),
        },
        report: reportOf(inputs, stage, checked),
    };
}
/** Whether the functions are the release's is told to the step that tests, which has no token to ask. */
async function askIdentity(inputs, world) {
    const found = await (0,functions_identity/* askFunctions */.f8)(inputs, world);
    return {
        outputs: { "functions-identity": JSON.stringify(found) },
        report: identityReport(found),
    };
}
const stages = { before, staged, production };
/** The commands; and whether suites can be run and probes be asked at all, while nothing has been changed. */
async function before(inputs, world) {
    (0,supabase/* refuseUnaddressed */.zG)(inputs.probes, inputs);
    const captured = inputs.probes.flatMap(({ capture }) => capture.map(([name]) => name));
    (0,checklist/* refuseUnknownNames */.fw)(inputs.checklist, captured);
    await (0,prepare_suite/* prepareSuite */.A)({ ...inputs, playwright: [] }, world);
    const list = { name: "list", action: "smoke", origin: originOf(inputs), listOnly: true };
    return await together(inputs, world, () => (0,run_specs/* runSpecs */.a)(inputs, list, world));
}
/** The probes and tests that only read, on what would be promoted. */
async function staged(inputs, world) {
    const origin = inputs.stagedUrl;
    if (origin === undefined)
        throw new user_error/* UserError */.yo("PR102", "stage: staged needs `staged-url`.", "Pass the address of the staged site.");
    const headers = (0,browser_headers/* browserHeaders */.r)(inputs.host, inputs.protectionBypass);
    const cookies = await (0,access/* cookiesFor */.r)(world, origin, headers);
    const probes = await (0,run_probes/* runProbes */.j5)(inputs, { origin, tag: inputs.readOnly, cookies }, world);
    const none = { probes, specs: undefined, commands: undefined, identity: undefined };
    if (isOver(probes) || inputs.playwright.length === 0)
        return none;
    await (0,prepare_suite/* prepareSuite */.A)(inputs, world);
    const run = { name: "staged", action: "smoke", origin, tag: inputs.readOnly, cookies };
    const specs = await (0,run_specs/* runSpecs */.a)(inputs, run, world);
    return { ...none, specs };
}
/**
 * All of it, on what is live: after it is known that this release is what is live. The probes come first, since they
 * need nothing that is to be installed: where one fails, users do not wait for the rest.
 */
async function production(inputs, world) {
    const times = { timeout: inputs.identityTimeout, interval: inputs.pollInterval };
    const functions = (0,functions_identity/* readFunctionsIdentity */.sZ)(inputs);
    const served = await proveIdentity(world, inputs.origins, inputs.marker, times);
    const identity = {
        evidence: [served.evidence, ...(functions === undefined ? [] : [functions.said])],
        judged: served.judged ?? (0,functions_identity/* staleFunctions */.p$)(functions),
    };
    const origin = originOf(inputs);
    const probes = identity.judged
        ? inputs.probes.length === 0
            ? undefined
            : (0,run_probes/* notAsked */.Op)(inputs.probes, identity.judged)
        : await (0,run_probes/* runProbes */.j5)(inputs, { origin }, world);
    if (probes && isOver(probes))
        return { probes, specs: undefined, commands: undefined, identity: identity.evidence };
    // What has run elsewhere needs no browser here.
    await (0,prepare_suite/* prepareSuite */.A)(inputs.blobReports === undefined ? inputs : { ...inputs, playwright: [] }, world);
    const run = { name: "production", action: "smoke", origin, blobs: inputs.blobReports };
    const checked = await together(inputs, world, async () => identity.judged
        ? { ...identity.judged, tests: [], seconds: 0, kept: [] }
        : await (0,run_specs/* runSpecs */.a)(inputs, run, world));
    return { ...checked, probes, identity: identity.evidence };
}
/** Whether it is known already how this ends. */
function isOver(probes) {
    return probes !== undefined && (0,judge_suite/* verdictOf */.Vj)(probes.outcome) === "fail";
}
/**
 * Suites first, since what they say of production matters most, and the commands beside them as far as the
 * cores go. Suites that fail stop the commands: the verdict is known.
 */
async function together(inputs, world, suites) {
    const cores = (0,external_node_os_.availableParallelism)();
    const turns = (0,checks_turns/* newTurns */.N)(cores);
    const stop = new AbortController();
    const none = inputs.playwright.length === 0 && inputs.blobReports === undefined;
    const running = none ? undefined : turns(suites, (0,checks_turns/* suiteTurns */.r)(cores));
    const stopping = running?.then((result) => {
        if ((0,judge_suite/* verdictOf */.Vj)(result.outcome) === "fail")
            stop.abort();
        return result;
    });
    const commands = inputs.commands.length === 0 ? undefined : runCommands(inputs, turns, world, stop.signal);
    const [specs, proof] = await settled(stopping, commands);
    return { probes: undefined, specs, commands: proof, identity: undefined };
}
/** Both to their end, so that nothing is left running; then the first failure, if there is one. */
async function settled(a, b) {
    await Promise.allSettled([a, b]);
    return [await a, await b];
}
function originOf({ origins }) {
    return origins[0] ?? "";
}

// EXTERNAL MODULE: ./lib/actions/smoke/spec.js
var spec = __webpack_require__(8914);
;// CONCATENATED MODULE: ./lib/actions/smoke/main.js



/** Runs this action as a runner starts it. */
const main = (specs) => (0,run/* runAction */.C)(spec/* spec */.I, smoke, specs);


/***/ }),

/***/ 8914:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ spec)
/* harmony export */ });
/* harmony import */ var _kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6583);
/* harmony import */ var _kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7906);
/* harmony import */ var _kit_action_spec_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5596);
/* harmony import */ var _kit_action_time_limit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3128);
/* harmony import */ var _kit_parts_checks_functions_identity_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4845);
/* harmony import */ var _kit_parts_checks_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7226);
/* harmony import */ var _kit_parts_checks_probe_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4005);
/* harmony import */ var _kit_parts_web_inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(78);








const spec = (0,_kit_action_spec_js__WEBPACK_IMPORTED_MODULE_7__/* .defineAction */ .Q)({
    name: "smoke",
    title: "Smoke",
    description: "Runs the repository's own quality commands, probes and Playwright suites: before the first gate, on the staged site, and on production.",
    inputs: {
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .placeInputs */ .vb,
        "time-limit": (0,_kit_action_time_limit_js__WEBPACK_IMPORTED_MODULE_2__/* .timeLimit */ .z)("50m"),
        release: _kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseInputs */ .zy.release,
        slice: _kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseInputs */ .zy.slice,
        stage: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)(["before", "staged", "identity", "production"], {
            description: "`before`: commands, and whether the suites can be run. `staged`: the probes and tests that only read, on `staged-url`. `identity`: whether the functions are still as the release has left them. `production`: identity, probes, commands and all suites.",
            default: "production",
        }),
        origins: _kit_parts_web_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .webInputs */ .m.origins,
        marker: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "The build marker that every origin must serve; output `marker` of `deploy-web`.",
        })),
        "staged-url": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "Address of the staged site, for `stage: staged`; on production only `{staged}` of the checklist.",
        })),
        host: _kit_parts_web_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .webInputs */ .m.host,
        "protection-bypass": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .secret */ .rJ)({ description: "Secret with which a browser passes the host's deployment protection." })),
        ..._kit_parts_checks_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .commandInputs */ .t,
        ..._kit_parts_checks_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .suiteInputs */ .G,
        ..._kit_parts_checks_probe_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .probeInputs */ .s,
        ..._kit_parts_checks_functions_identity_js__WEBPACK_IMPORTED_MODULE_3__/* .functionsIdentityInputs */ .HN,
        "blob-reports": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "Folder of blob reports that a matrix of yours has made of what is live (`--reporter=blob`, all artifacts of it downloaded): with `stage: production` they are merged and judged, and no suite is run.",
        })),
        "identity-timeout": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({
            description: "How long the origins may take to serve the release.",
            default: "30s",
        }),
        "poll-interval": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({ description: "Time between two looks.", default: "2s" }),
    },
    outputs: {
        failed: "`probes`, `playwright` or `commands`, where the verdict is fail: only the last says nothing of production.",
        "functions-identity": "What `stage: identity` has found, for the step that tests.",
        "commands-verdict": "pass | fail | inconclusive; empty where none ran.",
        "playwright-verdict": "pass | fail | error; empty where none ran.",
        "probes-verdict": "pass | fail | error; empty where none was asked.",
        "probes-outcome": "passed | failed | flaky | infra-error | protected | stale.",
        "playwright-outcome": "passed | failed | flaky | no-tests | infra-error | protected | stale.",
    },
});


/***/ }),

/***/ 4845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HN: () => (/* binding */ functionsIdentityInputs),
/* harmony export */   f8: () => (/* binding */ askFunctions),
/* harmony export */   p$: () => (/* binding */ staleFunctions),
/* harmony export */   sZ: () => (/* binding */ readFunctionsIdentity)
/* harmony export */ });
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6583);
/* harmony import */ var _action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7906);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5304);
/* harmony import */ var _providers_supabase_functions_api_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7299);
/* harmony import */ var _functions_live_marks_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1754);





/**
 * Whether the functions are still those of the release is asked in a step of its own: no test of the repository's runs
 * in the process that has the token.
 */
const functionsIdentityInputs = {
    "functions-live": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: "Which bundle of each function the release has left live, for `stage: identity`; output `live` of `deploy-functions`.",
    })),
    "supabase-access-token": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .secret */ .rJ)({
        description: "Supabase access token, for `stage: identity` alone (`edge_functions_read`); never pass it where tests run.",
    })),
    "supabase-api-url": _action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .supabaseInputs */ .iD["supabase-api-url"],
    "functions-identity": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: "What `stage: identity` has found, for `stage: production`; its output of this name.",
    })),
};
/**
 * Compares what is live with what the release has left.
 * @throws {UserError} PR102 for marks that are none.
 */
async function askFunctions({ functionsLive, supabase, supabaseAccessToken, supabaseApiUrl }, world) {
    if (functionsLive === undefined)
        return unknown("this release has left none to compare");
    const marks = (0,_functions_live_marks_js__WEBPACK_IMPORTED_MODULE_4__/* .readLiveMarks */ .NN)(functionsLive);
    if (marks === undefined)
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("PR102", "`functions-live` is no object of functions and marks.", "Pass the output `live` of deploy-functions as it is.");
    const n = Object.keys(marks).length;
    if (n === 0)
        return unknown("this release has left none to compare");
    if (supabase === undefined || supabaseAccessToken === undefined)
        return unknown(`${supabase === undefined ? "supabase" : "supabase-access-token"} is not given`);
    try {
        const api = (0,_providers_supabase_functions_api_js__WEBPACK_IMPORTED_MODULE_3__/* .functionsApi */ .M)(world, { supabase, supabaseAccessToken, supabaseApiUrl });
        const others = (0,_functions_live_marks_js__WEBPACK_IMPORTED_MODULE_4__/* .notAsLeft */ .NJ)(marks, await api.list());
        if (others.length === 0)
            return { is: "same", said: `${n} of ${n} functions are live as they were left` };
        return {
            is: "other",
            said: `${n - others.length} of ${n} functions are live as they were left: ${others.join(", ")}`,
        };
    }
    catch (error) {
        if (!(error instanceof _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo))
            throw error;
        return unknown(error.message.replace(/\.$/, ""));
    }
}
function unknown(why) {
    return { is: "unknown", said: `the functions were not compared: ${why}` };
}
/** What the step before has found; undefined where there are no functions to ask for. */
function readFunctionsIdentity({ functionsIdentity: given, supabase, }) {
    if (given === undefined)
        return supabase === undefined ? undefined : unknown("no step has asked");
    try {
        const { is, said } = (JSON.parse(given) ?? {});
        if ((is === "same" || is === "other" || is === "unknown") && typeof said === "string")
            return { is, said };
    }
    catch {
        // Said below.
    }
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("PR102", "`functions-identity` is not what `stage: identity` says.", "Pass the output `functions-identity` of that step as it is.");
}
/** Tests would judge something else than the release. */
function staleFunctions(found) {
    return found?.is === "other" ? { outcome: "stale", reason: found.said } : undefined;
}


/***/ }),

/***/ 4325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ isSameBundle),
/* harmony export */   i: () => (/* binding */ bundleMark)
/* harmony export */ });
/* harmony import */ var _release_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1820);

/**
 * What names one bundle of one function: a platform's list is enough to tell whether it is still the live one. Its number
 * is none of it: that of a bundle which only waits may be listed, too. Undefined where the platform does not give a
 * bundle's sum: then only its sources tell.
 */
function bundleMark({ id, ezbr_sha256: sum }) {
    return sum === undefined ? undefined : (0,_release_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .digest */ .br)([id, sum]).slice(0, 16);
}
/** Whether two lists show the same bundle of a function: by its sum, by its number where there is none. */
function isSameBundle(a, b) {
    if (a.id !== b.id)
        return false;
    const [one, other] = [a.ezbr_sha256, b.ezbr_sha256];
    return one === undefined && other === undefined ? a.version === b.version : one === other;
}


/***/ }),

/***/ 1754:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NJ: () => (/* binding */ notAsLeft),
/* harmony export */   NN: () => (/* binding */ readLiveMarks),
/* harmony export */   WL: () => (/* binding */ liveMark)
/* harmony export */ });
/* harmony import */ var _bundle_mark_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4325);

/** What tells by a list alone which bundle of a function is live: by its sum, by its number where none is given. */
function liveMark(listed) {
    return (0,_bundle_mark_js__WEBPACK_IMPORTED_MODULE_0__/* .bundleMark */ .i)(listed) ?? `version ${listed.version}`;
}
/** Undefined for anything else. */
function readLiveMarks(text) {
    try {
        const json = JSON.parse(text);
        if (typeof json !== "object" || json === null || Array.isArray(json))
            return undefined;
        return Object.values(json).every((mark) => typeof mark === "string") ? json : undefined;
    }
    catch {
        return undefined;
    }
}
/** What is not live any more as it was left, in words, one for each function. */
function notAsLeft(marks, listed) {
    return Object.entries(marks).flatMap(([slug, mark]) => {
        const now = listed.find((one) => one.slug === slug && one.status !== "REMOVED");
        if (now === undefined)
            return [`${slug} is not live any more`];
        return liveMark(now) === mark ? [] : [`${slug} is live in another bundle (version ${now.version})`];
    });
}


/***/ }),

/***/ 8672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ askOrigin)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5304);
/* harmony import */ var _ports_ending_after_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3123);
/* harmony import */ var _marker_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5184);



const patience = 15_000;
const mostRedirects = 5;
const certificates = /^(CERT_|ERR_TLS_CERT_|UNABLE_TO_(GET|VERIFY|DECRYPT|DECODE)|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED|HOSTNAME_MISMATCH|INVALID_(CA|PURPOSE)|ERR_SSL_)/;
/** Asks an origin for its page, past every cache on the way, as a browser follows it. Never throws for what it does. */
async function askOrigin(world, origin) {
    const url = `${origin}/?rollout-check=${world.clock.now().toString(36)}`;
    try {
        const { response, at } = await follow(world, url);
        const elsewhere = new URL(at).origin === new URL(origin).origin ? "" : `redirects to ${new URL(at).origin}, which `;
        if (response === undefined)
            return {
                ok: false,
                marker: null,
                said: `redirects more than ${mostRedirects} times, at last to ${at}`,
            };
        const marker = (0,_marker_js__WEBPACK_IMPORTED_MODULE_2__/* .markerIn */ .AF)(await response.text()) ?? null;
        const { status, ok } = response;
        if (!ok)
            return { ok, marker: null, said: `${elsewhere}answered ${status}` };
        const said = marker === null ? `answered ${status} without a build marker` : `serves ${marker}`;
        return { ok, marker, said: `${elsewhere}${said}` };
    }
    catch (error) {
        world.signal.throwIfAborted();
        const why = (0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(error);
        if (!isUnsafe(error))
            return { ok: false, marker: null, said: `gave no answer (${why})` };
        return {
            ok: false,
            marker: null,
            said: `has a certificate that no browser takes (${why})`,
            unsafe: true,
        };
    }
}
/** The first answer that is no redirect, and where it came from; without one, where the last leads. */
async function follow({ http, signal }, url) {
    let at = url;
    for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
        const response = await http(at, {
            headers: { accept: "text/html", "cache-control": "no-cache" },
            redirect: "manual",
            signal: (0,_ports_ending_after_js__WEBPACK_IMPORTED_MODULE_1__/* .endingAfter */ .I)(patience, signal),
        });
        const to = response.headers.get("location");
        const leads = response.status >= 300 && response.status < 400 && to !== null && URL.canParse(to, at);
        if (!leads)
            return { response, at };
        at = new URL(to, at).href;
    }
    return { at };
}
/** Whether it is TLS that refuses: by the code of the error, or of what it is made of. */
function isUnsafe(error) {
    if (typeof error !== "object" || error === null)
        return false;
    const { code, cause } = error;
    return (typeof code === "string" && certificates.test(code)) || isUnsafe(cause);
}


/***/ }),

/***/ 5184:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AF: () => (/* binding */ markerIn),
/* harmony export */   KA: () => (/* binding */ versionText),
/* harmony export */   QH: () => (/* binding */ markerInVersion),
/* harmony export */   RS: () => (/* binding */ isOwnVersion),
/* harmony export */   T1: () => (/* binding */ versionFile),
/* harmony export */   _6: () => (/* binding */ isHtml),
/* harmony export */   iE: () => (/* binding */ stamp),
/* harmony export */   sP: () => (/* binding */ unstamped),
/* harmony export */   we: () => (/* binding */ markerOf)
/* harmony export */ });
/** `<meta name="rollout-build" content="<commit sha12>-<artifact digest12>">` in every page of a release. */
const anyMarker = /\s*<meta\b[^>]*\bname\s*=\s*["']?rollout-build\b["']?[^>]*>/gi;
const places = [/<!--[\s\S]*?-->|<head(?:\s[^>]*)?>/i, /<!--[\s\S]*?-->|<html(?:\s[^>]*)?>/i];
/** The marker of a build: what a page says, and by which a served release is known. */
function markerOf(commit, digest) {
    return `${commit.slice(0, 12) || "000000000000"}-${digest.slice(0, 12)}`;
}
/** The page with exactly this marker; an earlier one is replaced. */
function stamp(html, marker) {
    const bare = unstamped(html);
    const meta = `\n<meta name="rollout-build" content="${marker}">`;
    for (const place of places) {
        const at = endOf(bare, place);
        if (at !== undefined)
            return bare.slice(0, at) + meta + bare.slice(at);
    }
    const doctype = /^\s*<!doctype[^>]*>/i.exec(bare)?.[0] ?? "";
    return doctype + meta + bare.slice(doctype.length);
}
/** The page as it was before any stamp. */
function unstamped(html) {
    return html.replace(anyMarker, "");
}
/** The marker that a page carries, or undefined. */
function markerIn(html) {
    const meta = new RegExp(anyMarker.source, "i").exec(html)?.[0] ?? "";
    const found = /\bcontent\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(meta);
    return found?.[1] ?? found?.[2] ?? found?.[3];
}
function isHtml(path) {
    return /\.html?$/i.test(path);
}
/** Where the first tag that fits ends; a tag inside a comment is none. */
function endOf(html, place) {
    const every = new RegExp(place.source, "gi");
    for (const found of html.matchAll(every)) {
        if (!found[0].startsWith("<!--"))
            return found.index + found[0].length;
    }
    return undefined;
}
/** Beside the pages: the same for whoever asks by machine. */
const versionFile = "version.json";
function versionText(marker, commit) {
    return `${JSON.stringify({ "rollout-build": marker, commit })}\n`;
}
/** Whether a file is the one that this suite adds, and not one of the app's own. */
function isOwnVersion(path, bytes) {
    return path === versionFile && markerInVersion(Buffer.from(bytes).toString("utf8")) !== undefined;
}
/** The marker that a `version.json` of this suite says, or undefined. */
function markerInVersion(text) {
    try {
        const value = JSON.parse(text);
        const marker = value?.["rollout-build"];
        return typeof marker === "string" ? marker : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 3185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ runCommand),
/* harmony export */   w: () => (/* binding */ lastLines)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);

/**
 * Runs a command line of the user as a `run:` step would, in the stack's folder, with this environment only. It
 * ends, with all that it started, when the job is to stop.
 * @throws the signal's reason then.
 */
async function runCommand({ exec, root, signal }, command, env) {
    const bash = ["--noprofile", "--norc", "-eo", "pipefail", "-c", command];
    const result = await exec("bash", bash, { cwd: root, env, signal });
    signal.throwIfAborted();
    return result;
}
/** The last lines of what a command printed, for a message. */
function lastLines(tail, count = 12) {
    return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(tail).trimEnd().split("\n").slice(-count).join("\n");
}


/***/ }),

/***/ 4171:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CP: () => (/* binding */ originsLine),
/* harmony export */   H_: () => (/* binding */ refuseUnsafe),
/* harmony export */   OF: () => (/* binding */ markerServed),
/* harmony export */   en: () => (/* binding */ proveGone),
/* harmony export */   ui: () => (/* binding */ proveOrigins)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5304);
/* harmony import */ var _ports_growing_waits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5869);
/* harmony import */ var _ask_origin_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8672);



/** The one marker that all origins serve now; null where there is none, or more than one. */
async function markerServed(world, origins) {
    const served = await Promise.all(origins.map((origin) => (0,_ask_origin_js__WEBPACK_IMPORTED_MODULE_1__/* .askOrigin */ .Y)(world, origin)));
    const markers = [...new Set(served.map(({ marker }) => marker))];
    return markers.length === 1 ? (markers[0] ?? null) : null;
}
/**
 * What no browser would open proves nothing after a promotion either, and a way back would not mend it.
 * @throws {UserError} PR477
 */
async function refuseUnsafe(world, origins) {
    const asked = await Promise.all(origins.map(async (origin) => ({ origin, ...(await (0,_ask_origin_js__WEBPACK_IMPORTED_MODULE_1__/* .askOrigin */ .Y)(world, origin)) })));
    const unsafe = asked.filter((one) => one.unsafe === true);
    if (unsafe.length === 0)
        return;
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR477", `${unsafe.map(({ origin, said }) => `${origin} ${said}`).join("; ")}. Nothing was changed.`, "Have the host or the CDN issue a certificate for this name, or correct `origins`; then run the job again.");
}
/** Asks every origin until all serve the marker or the time is over. `timeout` 0 asks once. */
function proveOrigins(world, origins, marker, times) {
    return askUntil(world, origins, (served) => served.marker === marker, times);
}
/** The same until every origin serves a page without this marker: all that can be proven of an unmarked site. */
function proveGone(world, origins, marker, times) {
    return askUntil(world, origins, (served) => served.ok && served.marker !== marker, times);
}
async function askUntil(world, origins, wanted, { timeout, interval }) {
    const end = world.clock.now() + timeout;
    const waits = (0,_ports_growing_waits_js__WEBPACK_IMPORTED_MODULE_2__/* .growingWaits */ .I)(interval);
    for (;;) {
        const proofs = await Promise.all(origins.map(async (origin) => {
            const served = await (0,_ask_origin_js__WEBPACK_IMPORTED_MODULE_1__/* .askOrigin */ .Y)(world, origin);
            return { origin, serves: wanted(served), ...served };
        }));
        if (proofs.every((proof) => proof.serves) || world.clock.now() >= end)
            return proofs;
        await world.clock.sleep(waits.next().value, world.signal);
    }
}
/** «x of n origins serve <marker>» */
function originsLine(proofs, marker) {
    return `${proofs.filter((proof) => proof.serves).length} of ${proofs.length} origins serve ${marker}`;
}


/***/ }),

/***/ 3566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ childEnv)
/* harmony export */ });
const inherited = [
    "PATH",
    "HOME",
    "LANG",
    "LC_ALL",
    "TMPDIR",
    "SHELL",
    "USER",
    "CI",
    "TZ",
    "NODE_EXTRA_CA_CERTS",
    // Where a machine has its browsers and what they need to start; a setup step says so.
    "PLAYWRIGHT_BROWSERS_PATH",
    "LD_LIBRARY_PATH",
    "FONTCONFIG_PATH",
];
/** The environment that a child of an action gets: what any program needs, what is declared, and no token. */
function childEnv(env, declared = {}) {
    const kept = inherited.flatMap((name) => {
        const value = env[name];
        return value === undefined ? [] : [[name, value]];
    });
    return { ...Object.fromEntries(kept), ...declared };
}


/***/ }),

/***/ 5869:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ growingWaits)
/* harmony export */ });
/**
 * The waits between looks at something that is mostly done in a moment and sometimes takes minutes: a sixteenth of
 * the interval first, then twice as long each time, up to the interval. Whole milliseconds, as times in a record are.
 */
function* growingWaits(interval) {
    for (let wait = Math.ceil(interval / 16); wait < interval; wait *= 2)
        yield wait;
    for (;;)
        yield interval;
}


/***/ }),

/***/ 7961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ readZip)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8522);

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
/**
 * The files of a zip archive, stored or deflated, as its directory lists them. Undefined for anything else: no
 * archive, a cut one, an encrypted one, one beyond 4 GiB.
 */
function readZip(bytes) {
    const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    try {
        const end = endRecord(zip);
        if (end === undefined)
            return undefined;
        const files = [];
        let at = zip.readUInt32LE(end + 16);
        for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
            if (zip.readUInt32LE(at) !== directoryEntry)
                return undefined;
            const nameLength = zip.readUInt16LE(at + 28);
            const entry = entryOf(zip, at, nameLength);
            if (entry === undefined)
                return undefined;
            files.push(entry);
            at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
        }
        return files;
    }
    catch (error) {
        // What a cut or a lying length comes to.
        const { code } = error;
        if (code === "ERR_OUT_OF_RANGE" || code === "ERR_BUFFER_OUT_OF_BOUNDS")
            return undefined;
        throw error;
    }
}
/** The last record of the archive; a comment of up to 64 KiB may follow it. */
function endRecord(zip) {
    for (let at = zip.length - 22; at >= Math.max(0, zip.length - 22 - 0xffff); at -= 1) {
        if (zip.readUInt32LE(at) === endOfDirectory)
            return at;
    }
    return undefined;
}
function entryOf(zip, at, nameLength) {
    const isEncrypted = (zip.readUInt16LE(at + 8) & 1) === 1;
    const method = zip.readUInt16LE(at + 10);
    if (isEncrypted || (method !== 0 && method !== 8))
        return undefined;
    const size = zip.readUInt32LE(at + 20);
    const header = zip.readUInt32LE(at + 42);
    const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
    if (start + size > zip.length)
        return undefined;
    const packed = zip.subarray(start, start + size);
    const path = zip.subarray(at + 46, at + 46 + nameLength).toString("utf8");
    const content = (limit = 0x8000000) => method === 0 ? packed : (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.inflateRawSync)(packed, { maxOutputLength: limit });
    return { path, content };
}


/***/ }),

/***/ 6210:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ browserHeaders)
/* harmony export */ });
const byHost = {
    vercel: (bypass) => ({
        "x-vercel-protection-bypass": bypass,
        "x-vercel-set-bypass-cookie": "true",
    }),
    netlify: () => ({}),
    command: () => ({}),
};
/** Request headers to which a protected address answers with a cookie that lets a browser in. */
function browserHeaders(host, bypass) {
    return bypass === undefined ? {} : byHost[host](bypass);
}


/***/ }),

/***/ 7299:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ functionsApi)
});

// UNUSED EXPORTS: managementApi

// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(5304);
// EXTERNAL MODULE: ./lib/kit/ports/json-api.js
var json_api = __webpack_require__(4232);
;// CONCATENATED MODULE: ./lib/kit/providers/supabase/read-multipart.js
/**
 * Reads a `multipart/form-data` body. Written here because `Response.formData()` drops the part headers, and
 * `Supabase-Path` is one.
 * @returns undefined when the content type or the framing is not multipart.
 */
function readMultipart(contentType, body) {
    const boundary = boundaryOf(contentType);
    if (boundary === undefined)
        return undefined;
    const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
    const parts = [];
    let mark = delimiter(bytes, `--${boundary}`, 0);
    while (mark !== undefined && !mark.last) {
        const end = delimiter(bytes, `\r\n--${boundary}`, mark.after - 2);
        const blank = bytes.indexOf("\r\n\r\n", mark.after - 2);
        if (end === undefined || blank === -1 || blank > end.at)
            return undefined;
        const head = bytes.toString("utf8", mark.after, Math.max(blank, mark.after));
        parts.push(partOf(head, bytes.subarray(Math.min(blank + 4, end.at), end.at)));
        mark = end;
    }
    return mark && parts;
}
/** The next line that is the boundary and nothing more: contents may begin a line like it. */
function delimiter(bytes, line, from) {
    for (let at = bytes.indexOf(line, from); at !== -1; at = bytes.indexOf(line, at + 1)) {
        const after = at + line.length;
        const next = bytes.toString("latin1", after, after + 2);
        if (next === "--" || next === "\r\n")
            return { at, after: after + 2, last: next === "--" };
    }
    return undefined;
}
function boundaryOf(contentType) {
    const found = /^multipart\/[^;]+;.*?\bboundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
    return found?.[1] ?? found?.[2];
}
function partOf(head, content) {
    const lines = head.split("\r\n").filter((line) => line.includes(":"));
    const headers = Object.fromEntries(lines.map((line) => {
        const colon = line.indexOf(":");
        return [line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()];
    }));
    const disposition = headers["content-disposition"] ?? "";
    const path = headers["supabase-path"] ?? parameter(disposition, "filename");
    const name = parameter(disposition, "name") ?? "";
    return { headers, name, content, ...(path === undefined ? {} : { path }) };
}
function parameter(disposition, name) {
    const found = new RegExp(`[;\\s]${name}=(?:"((?:\\\\.|[^"\\\\])*)"|([^;\\s]+))`, "i").exec(disposition);
    const raw = found?.[1]?.replace(/\\(["\\])/g, "$1") ?? found?.[2];
    return raw?.replaceAll("%22", '"').replaceAll("%0D", "\r").replaceAll("%0A", "\n");
}

// EXTERNAL MODULE: ./lib/kit/providers/supabase/room-name.js
var room_name = __webpack_require__(6857);
;// CONCATENATED MODULE: ./lib/kit/providers/supabase/functions-api.js




/** The API for one project. Bundling may take minutes on the server, so its calls wait that long. */
function functionsApi(world, access) {
    const api = managementApi(world, access, 180_000);
    const project = `/v1/projects/${access.supabase}`;
    return { ...reading(api, project), ...changing(api, `${project}/functions`) };
}
function reading(api, project) {
    const base = `${project}/functions`;
    const bodyOf = (slug) => `${base}/${encodeURIComponent(slug)}/body`;
    return {
        list: async () => listOf((await api("GET", base)).json, `GET ${base}`),
        body: async (slug) => {
            const { headers, bytes } = await api("GET", bodyOf(slug), {
                headers: { accept: "multipart/form-data" },
                as: "bytes",
            });
            const type = headers.get("content-type") ?? "";
            const parts = readMultipart(type, bytes);
            if (parts !== undefined)
                return parts;
            throw strange(`GET ${bodyOf(slug)}`, `${type || "a body without a content type"} instead of multipart/form-data`);
        },
        eszip: async (slug) => (await api("GET", bodyOf(slug), { headers: { accept: "*/*" }, as: "bytes" })).bytes,
        secretNames: async () => namesIn((await api("GET", `${project}/secrets`)).json, `GET ${project}/secrets`),
    };
}
function changing(api, base) {
    const known = (slug) => `${base}/${encodeURIComponent(slug)}`;
    return {
        restore: async (listed, eszip, isThere, again) => {
            const body = new Blob([new Uint8Array(eszip)]);
            const headers = { "content-type": "application/vnd.denoland.eszip" };
            const call = { query: settingsOf(listed), body, headers, again };
            if (isThere)
                await api("PATCH", known(listed.slug), { ...call, safe: true });
            else
                await api("POST", base, { ...call, query: { slug: listed.slug, ...call.query }, accept: [200, 201] });
        },
        bundle: async (slug, upload) => {
            const { json } = await api("POST", `${base}/deploy`, {
                query: { slug, bundleOnly: true },
                body: formOf(upload),
                accept: [200, 201],
            });
            return functionOf(json, `POST ${base}/deploy?slug=${slug}`);
        },
        activate: async (functions, again) => {
            const { json } = await api("PUT", base, { json: functions.map(updateOf), again });
            const answered = json?.functions;
            listOf(answered, `PUT ${base}`);
        },
        remove: async (slug, again) => {
            await api("DELETE", known(slug), { accept: [200, 204, 404], as: "bytes", again });
        },
    };
}
/** What a bundle that is sent back is to be. */
function settingsOf(listed) {
    const { name, verify_jwt, import_map, entrypoint_path, import_map_path, ezbr_sha256 } = listed;
    return { name, verify_jwt, import_map, entrypoint_path, import_map_path, ezbr_sha256 };
}
/** A caller for the Management API, whose errors name the inputs that mend them. */
function managementApi(world, access, timeout = 30_000) {
    const call = (0,json_api/* jsonApi */.Z)(world, {
        name: "Supabase",
        baseUrl: access.supabaseApiUrl,
        headers: { authorization: `Bearer ${access.supabaseAccessToken}` },
        tokenHint: "Pass a token that may read and write Edge Functions of this project as `supabase-access-token` " +
            "(https://supabase.com/dashboard/account/tokens).",
        attempts: 6,
        timeout,
    });
    return async (method, path, options) => {
        try {
            return await call(method, path, options);
        }
        catch (error) {
            if (!(error instanceof user_error/* UserError */.yo) || error.code !== "PR303" || !endsAtProject(path))
                throw error;
            throw new user_error/* UserError */.yo("PR303", `Supabase knows no project ${access.supabase}: ${(0,user_error/* describe */.q0)(error)}`, "Correct `supabase` for this target in rollout.yml: it is the 20 letters in the project's URL.", { cause: error });
        }
    };
}
/** For these paths «not found» can only mean the project. */
function endsAtProject(path) {
    return /^\/v1\/projects\/[^/]+(\/functions)?$/.test(path);
}
/** The same parts in the same order as Supabase's own client: files first, the metadata last. */
function formOf({ metadata, files }) {
    const form = new FormData();
    for (const { path, content } of files) {
        form.append("file", new Blob([new Uint8Array(content)], { type: "application/octet-stream" }), path);
    }
    form.append("metadata", JSON.stringify(metadata));
    return form;
}
/** What a bulk update takes of a function: `updated_at` is not among it. */
function updateOf(fn) {
    return { ...fn, status: "ACTIVE", updated_at: undefined, room: undefined };
}
function listOf(json, what) {
    if (!Array.isArray(json))
        throw strange(what, excerptOf(json));
    return json.map((one) => functionOf(one, what));
}
function namesIn(json, what) {
    const names = Array.isArray(json)
        ? json.map((one) => one?.name)
        : [null];
    if (names.every((name) => typeof name === "string"))
        return names;
    throw strange(what, excerptOf(json));
}
const required = ["id", "slug", "name", "status", "version"];
const others = [
    ...["created_at", "updated_at", "verify_jwt", "import_map"],
    ...["entrypoint_path", "import_map_path", "ezbr_sha256"],
];
/** Takes the fields that are known. Null and an empty text are how some deployments say that there is none. */
function functionOf(json, what) {
    const fn = (typeof json === "object" && json !== null ? json : {});
    const whole = typeof fn["id"] === "string" && typeof fn["slug"] === "string";
    if (!whole || !Number.isSafeInteger(fn["version"]))
        throw strange(what, excerptOf(json));
    const given = [...required, ...others].filter((key) => fn[key] !== null && fn[key] !== "");
    const known = given.flatMap((key) => (fn[key] === undefined ? [] : [[key, fn[key]]]));
    const read = {
        name: fn["slug"],
        status: "ACTIVE",
        ...Object.fromEntries(known),
    };
    return { ...read, ...(0,room_name/* readRoomName */.B)(read.name, read.version) };
}
function excerptOf(json) {
    return (JSON.stringify(json) ?? "nothing").slice(0, 200);
}
function strange(what, got) {
    return new user_error/* UserError */.yo("PR306", `Supabase ${what} answered something that its API does not say: ${got}.`, "Check `supabase-api-url`; if it is right, see https://status.supabase.com and run again.");
}


/***/ }),

/***/ 6857:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ readRoomName),
/* harmony export */   T: () => (/* binding */ roomName)
/* harmony export */ });
/**
 * The name of a function while an abandoned bundle of it is live to make room (ADR 49). A name is the one thing that is
 * kept beside a bundle in the very call that makes it live, so it is there for whoever has no record and no folder of the
 * job that has ended; and people who look at the dashboard meanwhile read why. `wanted` says what room is made for.
 */
function roomName(name, version, wanted) {
    return `${name} [abandoned bundle ${version}, live to make room for ${wanted}]`;
}
/** The function's own name, and what room is made for: whoever deploys without a name leaves it beside another number. */
function readRoomName(named, version) {
    const found = /^(.*) \[abandoned bundle (\d+), live to make room for ([0-9a-f]{12})\]$/s.exec(named);
    const [, name = named, number, wanted] = found ?? [];
    return wanted === undefined || Number(number) !== version ? { name } : { name, room: wanted };
}


/***/ })

};
