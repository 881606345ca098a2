export const id = 243;
export const ids = [243];
export const modules = {

/***/ 46243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./lib/kit/action/run.js + 12 modules
var run = __webpack_require__(84910);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(65304);
// EXTERNAL MODULE: ./lib/kit/parts/checks/access.js
var access = __webpack_require__(45465);
// EXTERNAL MODULE: ./lib/kit/parts/checks/annotate.js
var annotate = __webpack_require__(25083);
// EXTERNAL MODULE: ./lib/kit/parts/web/served.js
var served = __webpack_require__(14171);
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
var judge_suite = __webpack_require__(61233);
// EXTERNAL MODULE: ./lib/kit/parts/checks/prepare-suite.js
var prepare_suite = __webpack_require__(34693);
// EXTERNAL MODULE: ./lib/kit/ports/exec.js
var ports_exec = __webpack_require__(93566);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/kit/config/suggest.js
var suggest = __webpack_require__(29137);
;// CONCATENATED MODULE: ./lib/kit/parts/checks/package-scripts.js




const lockFiles = [
    ["pnpm-lock.yaml", "pnpm"],
    ["yarn.lock", "yarn"],
    ["bun.lock", "bun"],
    ["bun.lockb", "bun"],
    ["package-lock.json", "npm"],
    ["npm-shrinkwrap.json", "npm"],
];
/**
 * The package manager of a folder: what `packageManager` in package.json names, else whose lock file is there
 * or in a folder above (a workspace), else npm.
 */
async function packageManagerOf(root) {
    for (let folder = root;; folder = (0,external_node_path_.dirname)(folder)) {
        const declared = /^(npm|pnpm|yarn|bun)@/.exec((await manifestIn(folder))?.packageManager ?? "")?.[1];
        const named = lockFiles.find(([, manager]) => manager === declared)?.[1];
        if (named !== undefined)
            return named;
        for (const [file, manager] of lockFiles)
            if (await exists((0,external_node_path_.join)(folder, file)))
                return manager;
        if ((0,external_node_path_.dirname)(folder) === folder)
            return "npm";
    }
}
/**
 * The command lines to run: the name of a script becomes `<package manager> run <name>`, anything else stays
 * as it was written.
 * @throws {UserError} PR102 naming every script that package.json does not have.
 */
async function commandLines(root, commands) {
    const manifest = await manifestIn(root);
    const scripts = Object.keys(manifest?.scripts ?? {});
    const missing = commands.flatMap((command) => {
        const script = scriptOf(command, scripts);
        return script === undefined || scripts.includes(script) ? [] : [problem(command, script, scripts)];
    });
    if (missing.length > 0) {
        const where = manifest === undefined ? `There is no package.json in ${root}` : "package.json lacks scripts";
        throw new user_error/* UserError */.yo("PR102", `${where}: ${missing.join("; ")}.`, "Correct smoke.commands in rollout.yml, or add the script.");
    }
    const manager = await packageManagerOf(root);
    return commands.map((command) => (scripts.includes(command) ? `${manager} run ${command}` : command));
}
/** The script of this folder that a command calls, as far as that can be told from its text. */
function scriptOf(command, scripts) {
    if (scripts.includes(command))
        return command;
    const called = /^(?:npm|pnpm|yarn|bun) run ([\w:.-]+)(?:\s+--(?:\s.*)?)?$/.exec(command.trim())?.[1];
    if (called !== undefined)
        return called;
    return /^npm (?:test|t)$/.test(command.trim()) ? "test" : undefined;
}
function problem(command, script, scripts) {
    const near = (0,suggest/* suggest */.Z)(script, scripts);
    return `\`${command}\` calls the script ${script}${near === undefined ? "" : `; did you mean ${near}?`}`;
}
async function manifestIn(folder) {
    try {
        return JSON.parse(await (0,promises_.readFile)((0,external_node_path_.join)(folder, "package.json"), "utf8"));
    }
    catch {
        return undefined;
    }
}
function exists(path) {
    return (0,promises_.access)(path).then(() => true, () => false);
}

;// CONCATENATED MODULE: ./lib/kit/parts/checks/run-commands.js


/** How a `run:` step starts a command. */
const asStep = ["--noprofile", "--norc", "-eo", "pipefail", "-c"];
/**
 * Runs all commands, as many at once as there are turns. When one fails, the others are stopped: the verdict is
 * known. `stop` ends them as well.
 * @throws {UserError} PR102 for a script that is not there.
 */
async function runCommands(inputs, turns, world, stop) {
    const lines = await commandLines(world.root, inputs.commands);
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

// EXTERNAL MODULE: ./lib/kit/parts/checks/run-specs.js + 4 modules
var run_specs = __webpack_require__(24126);
;// CONCATENATED MODULE: ./lib/kit/parts/checks/turns.js
/**
 * Gives out `limit` turns; who asks while none is left waits, first come, first served. One that needs several
 * (a browser suite starts workers) gets at most all of them.
 */
function newTurns(limit) {
    let free = limit;
    const waiting = [];
    const next = () => {
        for (let first = waiting[0]; first !== undefined && first.needs <= free; first = waiting[0]) {
            waiting.shift();
            free -= first.needs;
            first.start();
        }
    };
    return async (work, wanted = 1) => {
        const needs = Math.min(wanted, limit);
        await new Promise((start) => {
            waiting.push({ needs, start });
            next();
        });
        try {
            return await work();
        }
        finally {
            free += needs;
            next();
        }
    };
}

// EXTERNAL MODULE: ./lib/kit/providers/hosts/browser-headers.js
var browser_headers = __webpack_require__(66210);
// EXTERNAL MODULE: ./lib/kit/parts/checks/say-suite.js
var say_suite = __webpack_require__(86741);
// EXTERNAL MODULE: ./lib/kit/parts/web/run-command.js
var run_command = __webpack_require__(43185);
;// CONCATENATED MODULE: ./lib/actions/smoke/report-smoke.js



const wheres = {
    before: "(listed only)",
    staged: "on the staged site",
    production: "on production",
};
/** Suites that fail say most; then what kept them from running; then the commands. */
function reportOf(inputs, { specs, commands, identity }) {
    const { stage } = inputs;
    const evidence = [
        ...(identity === undefined ? [] : [identity]),
        ...(specs === undefined ? [] : listed(stage, specs)),
        ...(commands === undefined ? [] : report_smoke_commandLines(commands)),
    ];
    const failing = commands?.runs.filter(({ outcome }) => outcome === "failed" || outcome === "timed out") ?? [];
    return {
        ...report_smoke_judge(stage, specs, commands),
        evidence,
        tables: [...(specs === undefined ? [] : (0,say_suite/* suiteTables */.w)(specs)), ...commandTables(commands)],
        folded: failing.map(({ command, tail }) => ({ title: command, text: (0,run_command/* lastLines */.w)(tail, 60) })),
    };
}
function report_smoke_commandLines({ x, n, runs }) {
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
function report_smoke_judge(stage, specs, commands) {
    const suites = specs && (0,judge_suite/* verdictOf */.Vj)(specs.outcome);
    if (specs && suites === "fail")
        return { verdict: "fail", reason: `Playwright: ${specs.reason}.`, next: nextFor(specs.outcome, stage) };
    if (commands?.verdict === "fail") {
        const after = stage === "production" ? " The commands don't look at production, so nothing is undone." : "";
        return { verdict: "fail", reason: commands.reason, next: `${commands.next}${after}` };
    }
    if (specs && suites === "error")
        return { verdict: "error", reason: `Playwright: ${specs.reason}.`, next: nextFor(specs.outcome, stage) };
    const said = [specs && `Playwright: ${specs.reason}.`, commands?.reason].filter((one) => one !== undefined);
    const reason = said.length === 0 ? "There is nothing to check: no commands, no suites." : said.join(" ");
    return { verdict: "pass", reason, next: "Nothing to do." };
}
function nextFor(outcome, stage) {
    const next = {
        passed: "Nothing to do.",
        flaky: "Nothing to do.",
        failed: stage === "production"
            ? "The chain's rollback brings back what was live; look at the failing tests below."
            : "Look at the failing tests below; production was not touched.",
        "no-tests": "Correct smoke.playwright in rollout.yml, or the suites: nothing was tested.",
        "infra-error": "Mend Playwright's configuration or its installation: this says nothing of the release.",
        protected: "Let the suites in (`protection-bypass`), or take the protection off this address.",
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












/** A browser suite starts a browser and a worker at least. */
const suiteTurns = 2;
/** Whether the release may go on: before it, on what is staged, on what is live. */
async function smoke(inputs, world) {
    const checked = await stages[inputs.stage](inputs, world);
    (0,annotate/* annotate */.f)(checked.specs?.tests ?? [], world);
    const commands = checked.commands?.verdict;
    const suites = checked.specs && (0,judge_suite/* verdictOf */.Vj)(checked.specs.outcome);
    const failed = suites === "fail" ? "playwright" : commands === "fail" ? "commands" : undefined;
    return {
        outputs: {
            ...(failed === undefined ? {} : { failed }),
            ...(commands === undefined ? {} : { "commands-verdict": commands }),
            ...(suites === undefined ? {} : { "playwright-verdict": suites }),
            ...(checked.specs === undefined ? {} : { "playwright-outcome": checked.specs.outcome }),
        },
        report: reportOf(inputs, checked),
    };
}
const stages = { before, staged, production };
/** The commands; and whether the suites can be run at all, while nothing has been changed. */
async function before(inputs, world) {
    await (0,prepare_suite/* prepareSuite */.A)({ ...inputs, playwright: [] }, world);
    const list = { name: "list", origin: originOf(inputs), listOnly: true };
    return await together(inputs, world, () => (0,run_specs/* runSpecs */.a)(inputs, list, world));
}
/** The tests that only read, on what would be promoted. */
async function staged(inputs, world) {
    const origin = inputs.stagedUrl;
    if (origin === undefined)
        throw new user_error/* UserError */.yo("PR102", "stage: staged needs `staged-url`.", "Pass the address of the staged site.");
    await (0,prepare_suite/* prepareSuite */.A)(inputs, world);
    const headers = (0,browser_headers/* browserHeaders */.r)(inputs.host, inputs.protectionBypass);
    const cookies = await (0,access/* cookiesFor */.r)(world, origin, headers);
    const specs = await (0,run_specs/* runSpecs */.a)(inputs, { name: "staged", origin, tag: inputs.readOnly, cookies }, world);
    return { specs, commands: undefined, identity: undefined };
}
/** All of it, on what is live: after it is known that this release is what is live. */
async function production(inputs, world) {
    await (0,prepare_suite/* prepareSuite */.A)(inputs, world);
    const times = { timeout: inputs.identityTimeout, interval: inputs.pollInterval };
    const identity = await proveIdentity(world, inputs.origins, inputs.marker, times);
    const run = { name: "production", origin: originOf(inputs) };
    const checked = await together(inputs, world, async () => identity.judged ? { ...identity.judged, tests: [], seconds: 0 } : await (0,run_specs/* runSpecs */.a)(inputs, run, world));
    return { ...checked, identity: identity.evidence };
}
/**
 * Suites first, since what they say of production matters most, and the commands beside them as far as the
 * cores go. Suites that fail stop the commands: the verdict is known.
 */
async function together(inputs, world, suites) {
    const turns = newTurns((0,external_node_os_.availableParallelism)());
    const stop = new AbortController();
    const running = inputs.playwright.length === 0 ? undefined : turns(suites, suiteTurns);
    const stopping = running?.then((result) => {
        if ((0,judge_suite/* verdictOf */.Vj)(result.outcome) === "fail")
            stop.abort();
        return result;
    });
    const commands = inputs.commands.length === 0 ? undefined : runCommands(inputs, turns, world, stop.signal);
    const [specs, proof] = await settled(stopping, commands);
    return { specs, commands: proof, identity: undefined };
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
var spec = __webpack_require__(48914);
;// CONCATENATED MODULE: ./lib/actions/smoke/main.js



/** Runs this action as a runner starts it. */
const main = (specs) => (0,run/* runAction */.C)(spec/* spec */.I, smoke, specs);


/***/ }),

/***/ 48914:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ spec)
/* harmony export */ });
/* harmony import */ var _kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36583);
/* harmony import */ var _kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67906);
/* harmony import */ var _kit_action_spec_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(35596);
/* harmony import */ var _kit_action_time_limit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43128);
/* harmony import */ var _kit_parts_checks_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(47226);
/* harmony import */ var _kit_parts_web_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(90078);






const spec = (0,_kit_action_spec_js__WEBPACK_IMPORTED_MODULE_5__/* .defineAction */ .Q)({
    name: "smoke",
    title: "Smoke",
    description: "Runs the repository's own quality commands and Playwright suites: before the first gate, on the staged site, and on production.",
    inputs: {
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .placeInputs */ .vb,
        "time-limit": (0,_kit_action_time_limit_js__WEBPACK_IMPORTED_MODULE_2__/* .timeLimit */ .z)("50m"),
        release: _kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseInputs */ .zy.release,
        slice: _kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseInputs */ .zy.slice,
        stage: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)(["before", "staged", "production"], {
            description: "`before`: commands, and whether the suites can be run. `staged`: the tests that only read, on `staged-url`. `production`: identity, commands and all suites.",
            default: "production",
        }),
        origins: _kit_parts_web_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .webInputs */ .m.origins,
        marker: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "The build marker that every origin must serve; output `marker` of `deploy-web`.",
        })),
        "staged-url": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: "Address of the staged site, for `stage: staged`." })),
        host: _kit_parts_web_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .webInputs */ .m.host,
        "protection-bypass": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .secret */ .rJ)({ description: "Secret with which a browser passes the host's deployment protection." })),
        ..._kit_parts_checks_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .commandInputs */ .t,
        ..._kit_parts_checks_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .suiteInputs */ .G,
        "identity-timeout": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({
            description: "How long the origins may take to serve the release.",
            default: "30s",
        }),
        "poll-interval": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({ description: "Time between two looks.", default: "2s" }),
    },
    outputs: {
        failed: "`playwright` or `commands`, where the verdict is fail: only the former says something of production.",
        "commands-verdict": "pass | fail | inconclusive; empty where none ran.",
        "playwright-verdict": "pass | fail | error; empty where none ran.",
        "playwright-outcome": "passed | failed | flaky | no-tests | infra-error | protected | stale.",
    },
});


/***/ }),

/***/ 29137:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ suggest)
/* harmony export */ });
/** The known word that a misspelt one most likely meant, if one is near enough (a third of its letters). */
function suggest(word, known) {
    const near = known
        .map((candidate) => ({ candidate, away: distance(word.toLowerCase(), candidate.toLowerCase()) }))
        .sort((a, b) => a.away - b.away)[0];
    if (near === undefined || near.away > Math.max(1, Math.floor(word.length / 3)))
        return undefined;
    return near.candidate;
}
/** Levenshtein's distance, a row at a time. */
function distance(from, to) {
    let row = Array.from({ length: to.length + 1 }, (_, index) => index);
    for (const [i, letter] of Array.from(from).entries()) {
        const next = [i + 1];
        for (const [j, other] of Array.from(to).entries()) {
            const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
            next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
        }
        row = next;
    }
    return row[to.length] ?? 0;
}


/***/ }),

/***/ 98672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ askOrigin)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);
/* harmony import */ var _ports_ending_after_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3123);
/* harmony import */ var _marker_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55184);



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

/***/ 90078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ webInputs)
});

// EXTERNAL MODULE: ./lib/kit/action/input.js
var input = __webpack_require__(36583);
// EXTERNAL MODULE: ./lib/kit/action/input-map.js
var input_map = __webpack_require__(59148);
// EXTERNAL MODULE: ./lib/kit/release/only-input.js
var only_input = __webpack_require__(91303);
;// CONCATENATED MODULE: ./lib/kit/providers/hosts/names.js
/** The hosts that this suite knows; `hosts.ts` has one opener for each. */
const hostNames = ["vercel", "netlify", "command"];

// EXTERNAL MODULE: ./lib/kit/parts/web/origins.js
var origins = __webpack_require__(98007);
// EXTERNAL MODULE: ./lib/kit/parts/web/shared-inputs.js
var shared_inputs = __webpack_require__(97845);
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
    "host-project": (0,input/* optional */.lq)((0,input/* text */.Qq)({ description: "Project at the host (Vercel: its id or name; Netlify: the site's id)." })),
    "host-team": shared_inputs/* hostTeam */.e,
    "host-token": (0,input/* optional */.lq)((0,input/* secret */.rJ)({ description: "Token for the host; reading is enough for `plan`." })),
    "host-api-url": (0,input/* optional */.lq)((0,input/* url */.OZ)({ description: "Base URL of the host's API. By default the host's own." })),
    "protection-bypass": (0,input/* optional */.lq)((0,input/* secret */.rJ)({ description: "Secret with which probes pass the host's deployment protection." })),
    assets: shared_inputs/* assets */.m,
    "keep-releases": (0,input/* integer */.nd)({
        description: "Of how many former releases the hashed assets (the folder `assets`) are deployed again with the site, so that open tabs find their chunks; 0 keeps none.",
        default: "3",
        min: 0,
        max: 20,
    }),
    "auto-assign": (0,input/* flag */.Jt)({
        description: "Whether new production builds are supposed to go live by themselves (Vercel: domains are auto-assigned; Netlify: auto publishing). When they are, finding that off means that somebody, or a rollback, has pinned production.",
        default: "true",
    }),
    unpin: (0,input/* flag */.Jt)({
        description: "Promote although production is pinned by a rollback, or locked.",
        default: "false",
    }),
    command: (0,input/* text */.Qq)({
        description: "Host `command`: what deploys the site. It finds it in `ROLLOUT_SITE`.",
        default: "npm run deploy:web",
    }),
    "command-env": (0,input_map/* record */.g1)({
        description: "Host `command`: its environment; it gets nothing else of the job.",
        default: "{}",
    }),
    "command-token": (0,input/* optional */.lq)((0,input/* text */.Qq)({ description: "Host `command`: name of the variable in which it gets `host-token`." })),
    "undo-command": (0,input/* optional */.lq)((0,input/* text */.Qq)({
        description: "Host `command`: what brings the site back that was live before. It finds that one's build marker in `ROLLOUT_MARKER`.",
    })),
    "ready-timeout": (0,input/* duration */.p0)({
        description: "How long a staged deployment may take to be ready.",
        default: "10m",
    }),
    "existing-timeout": (0,input/* duration */.p0)({
        description: "Source `existing`: how long the host's own build of the commit may take from here on until it is ready.",
        default: "20m",
    }),
    "verify-timeout": (0,input/* duration */.p0)({
        description: "How long domains and origins may take to serve the release.",
        default: "3m",
    }),
    "poll-interval": (0,input/* duration */.p0)({ description: "Time between two looks.", default: "2s" }),
};


/***/ }),

/***/ 55184:
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

/***/ 98007:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MD: () => (/* binding */ pastOrigins),
/* harmony export */   Ug: () => (/* binding */ hostOrigins),
/* harmony export */   kt: () => (/* binding */ origins),
/* harmony export */   x2: () => (/* binding */ urlOfHost)
/* harmony export */ });
/* unused harmony export originOf */
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36583);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65304);


const wanted = {
    expected: "origins such as app.example.com (https), or http:// for loopback only",
    write: "[app.example.com]",
};
/** Several origins: `app.example.com` is taken as `https://app.example.com`; `http://` only for loopback. */
function origins(texts) {
    const texting = (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(texts);
    const parse = (raw) => {
        const parts = texting.parse(raw);
        if (!("value" in parts))
            return parts;
        const read = parts.value.map(originOf);
        return read.every((one) => one !== undefined) ? { value: read } : wanted;
    };
    return { ...texting, kind: "list of origins", parse };
}
/** Where the host is asked when the origins' own names lead to a CDN that no query gets past. */
const hostOrigins = (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(origins({
    description: "The same sites past the CDN, one for each of `origins` in the same order (such as the host's own domain). Only where the CDN's cache ignores queries; otherwise a query that is new each time gets past it.",
}));
/**
 * Where each origin is asked for what is behind the CDN.
 * @throws {UserError} PR102 when `host-origins` are not as many as `origins`.
 */
function pastOrigins(inputs) {
    if (inputs.hostOrigins === undefined || inputs.hostOrigins.length === inputs.origins.length)
        return inputs.hostOrigins ?? inputs.origins;
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo("PR102", `There are ${inputs.origins.length} origins, but ${inputs.hostOrigins.length} host-origins.`, "Write one of host-origins for each of origins, in the same order.");
}
/** The origin as a URL without a path, or undefined when it is none. */
function originOf(text) {
    const typed = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`;
    if (!URL.canParse(typed))
        return undefined;
    const url = new URL(typed);
    const bare = url.pathname === "/" && url.search === "" && url.hash === "" && url.username === "";
    if (!bare || /\s/.test(text))
        return undefined;
    if (url.protocol === "https:")
        return url.origin;
    return url.protocol === "http:" && isLoopback(url.hostname) ? url.origin : undefined;
}
/** A host that a vendor names without a scheme, as a URL: loopback speaks plain HTTP, all else https. */
function urlOfHost(host) {
    return `${isLoopback(host.replace(/:\d+$/, "")) ? "http" : "https"}://${host}`;
}
function isLoopback(hostname) {
    return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}


/***/ }),

/***/ 43185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ runCommand),
/* harmony export */   w: () => (/* binding */ lastLines)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);

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

/***/ 14171:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CP: () => (/* binding */ originsLine),
/* harmony export */   H_: () => (/* binding */ refuseUnsafe),
/* harmony export */   OF: () => (/* binding */ markerServed),
/* harmony export */   en: () => (/* binding */ proveGone),
/* harmony export */   ui: () => (/* binding */ proveOrigins)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);
/* harmony import */ var _ports_growing_waits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55869);
/* harmony import */ var _ask_origin_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98672);



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

/***/ 97845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ hostTeam),
/* harmony export */   m: () => (/* binding */ assets)
/* harmony export */ });
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36583);

/** The team that owns project and cache. */
const hostTeam = (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: "Team at the host (Vercel: team id or slug)." }));
/** What never changes under its address: never purged, and cached for ever. */
const assets = (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
    description: "Folder of the site whose file names carry a hash: cached for ever, 404 when missing, never purged.",
    default: "assets",
});


/***/ }),

/***/ 93566:
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

/***/ 55869:
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

/***/ 66210:
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

/***/ 91303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ onlyInput)
/* harmony export */ });
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36583);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96848);


/** Shared by `plan`, which slices the chain by it, and `deploy-web`, which then deploys what is live already. */
const onlyInput = (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)(_phases_js__WEBPACK_IMPORTED_MODULE_1__/* .gatedPhases */ .oY, {
    description: "Do only this phase and what follows from it. `deploy-web` then builds and deploys the site again although it is live, and sets a required value that the host holds otherwise.",
}));


/***/ })

};
