export const id = 869;
export const ids = [869];
export const modules = {

/***/ 59877:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./lib/kit/action/run.js + 14 modules
var run = __webpack_require__(2836);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(65304);
// EXTERNAL MODULE: ./lib/kit/parts/checks/access.js
var access = __webpack_require__(45465);
// EXTERNAL MODULE: ./lib/kit/parts/checks/annotate.js
var annotate = __webpack_require__(25083);
// EXTERNAL MODULE: ./lib/kit/parts/checks/checklist.js
var checklist = __webpack_require__(62243);
// EXTERNAL MODULE: ./lib/kit/parts/checks/functions-identity.js
var functions_identity = __webpack_require__(34845);
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
// EXTERNAL MODULE: ./lib/kit/parts/checks/probes/run-probes.js + 4 modules
var run_probes = __webpack_require__(79649);
// EXTERNAL MODULE: ./lib/kit/parts/checks/probes/say-probes.js + 1 modules
var say_probes = __webpack_require__(40178);
// EXTERNAL MODULE: ./lib/kit/parts/checks/probes/supabase.js
var supabase = __webpack_require__(7045);
// EXTERNAL MODULE: ./lib/kit/parts/checks/prepare-suite.js
var prepare_suite = __webpack_require__(34693);
// EXTERNAL MODULE: ./lib/kit/ports/exec.js
var ports_exec = __webpack_require__(93566);
// EXTERNAL MODULE: ./lib/kit/parts/checks/package-scripts.js
var package_scripts = __webpack_require__(43366);
;// CONCATENATED MODULE: ./lib/kit/parts/checks/run-commands.js


/** How a `run:` step starts a command. */
const asStep = ["--noprofile", "--norc", "-eo", "pipefail", "-c"];
/**
 * Runs all commands, as many at once as there are turns. When one fails, the others are stopped: the verdict is
 * known. `stop` ends them as well.
 * @throws {UserError} PR102 for a script that is not there.
 */
async function runCommands(inputs, turns, world, stop) {
    const lines = await (0,package_scripts/* commandLines */.Zm)(world.root, inputs.commands);
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
var run_specs = __webpack_require__(25356);
// EXTERNAL MODULE: ./lib/kit/parts/checks/turns.js
var checks_turns = __webpack_require__(74495);
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
        verdict: (0,judge_suite/* verdictOf */.V)(outcome),
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
    const suites = checked.specs && (0,judge_suite/* verdictOf */.V)(checked.specs.outcome);
    const probes = checked.probes && (0,judge_suite/* verdictOf */.V)(checked.probes.outcome);
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
    (0,supabase/* refuseUnaddressed */.z)(inputs.probes, inputs);
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
    return probes !== undefined && (0,judge_suite/* verdictOf */.V)(probes.outcome) === "fail";
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
        if ((0,judge_suite/* verdictOf */.V)(result.outcome) === "fail")
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
var spec = __webpack_require__(48914);
;// CONCATENATED MODULE: ./lib/actions/smoke/main.js



/** Runs this action as a runner starts it. */
const main = (specs) => (0,run/* runAction */.C)(spec/* spec */.I, smoke, specs);


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
/* harmony import */ var _ports_parse_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36187);

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
        const value = (0,_ports_parse_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(text);
        const marker = value?.["rollout-build"];
        return typeof marker === "string" ? marker : undefined;
    }
    catch {
        return undefined;
    }
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
/**
 * The last lines of what a command printed, for a message. npm gives its reason first and its usage behind it: of what
 * npm says at the end, the first lines are taken, behind the command's own last ones.
 */
function lastLines(tail, count = 12) {
    const lines = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.stripVTControlCharacters)(tail).trimEnd().split("\n");
    const own = lines.findLastIndex((line) => !isOfNpm(line)) + 1;
    const reason = lines.slice(own).filter((line) => !saysNothing(line));
    const npm = reason.slice(0, Math.ceil(count / 3));
    return [...lines.slice(0, own).slice(npm.length - count), ...npm].join("\n");
}
function isOfNpm(line) {
    return /^npm (error|ERR!|notice)/u.test(line);
}
function saysNothing(line) {
    // That there is a newer npm is told behind the reason, and is none.
    return /^npm (notice.*|(error|ERR!)( A complete log of this run can be found in: .*|\s*))$/u.test(line);
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
/* harmony import */ var _ports_tell_wait_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(26592);
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
    const what = { says: `serve ${marker}`, is: (served) => served.marker === marker };
    return askUntil(world, origins, what, times);
}
/** The same until every origin serves a page without this marker: all that can be proven of an unmarked site. */
function proveGone(world, origins, marker, times) {
    const says = marker === null ? "serve a page" : `serve ${marker} no more`;
    const is = (served) => served.ok && served.marker !== marker;
    return askUntil(world, origins, { says, is }, times);
}
async function askUntil(world, origins, wanted, { timeout, interval }) {
    const end = world.clock.now() + timeout;
    const waits = (0,_ports_growing_waits_js__WEBPACK_IMPORTED_MODULE_2__/* .growingWaits */ .I)(interval);
    const tell = (0,_ports_tell_wait_js__WEBPACK_IMPORTED_MODULE_3__/* .tellWait */ .n)(world, end);
    const n = origins.length;
    for (;;) {
        const proofs = await Promise.all(origins.map(async (origin) => {
            const served = await (0,_ask_origin_js__WEBPACK_IMPORTED_MODULE_1__/* .askOrigin */ .Y)(world, origin);
            return { origin, serves: wanted.is(served), ...served };
        }));
        if (proofs.every((proof) => proof.serves) || world.clock.now() >= end)
            return proofs;
        const x = proofs.filter((proof) => proof.serves).length;
        tell(`${n} of ${n} origins ${wanted.says}`, `So far ${x} of ${n} do.`);
        await world.clock.sleep(waits.next().value, world.signal);
    }
}
/** «x of n origins serve <marker>» */
function originsLine(proofs, marker) {
    return `${proofs.filter((proof) => proof.serves).length} of ${proofs.length} origins serve ${marker}`;
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

/***/ 57961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ readZip)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);

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

/***/ 26592:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ tellWait)
/* harmony export */ });
/** Who reads a log wants to know that nobody has forgotten it, and nothing twice within this time. */
const minute = 60_000;
/**
 * Tells a wait that begins now: what for, since when, and when it is given up (`end`, ms since 1970, where it ever is).
 * Call it before each pause with what is waited for: it is said at once, when it becomes another, and else once a
 * minute, with how far it has come (`soFar`).
 */
function tellWait({ clock, log }, end) {
    const since = clock.now();
    const limit = end === undefined ? "" : `, given up at ${timeOf(end)}`;
    let told;
    return (until, soFar) => {
        const now = clock.now();
        if (told?.until === until && now - told.at < minute)
            return;
        told = { until, at: now };
        const far = soFar === undefined ? "" : ` ${soFar}`;
        log.info(`Waiting until ${until} (since ${timeOf(since)}${limit} UTC).${far}`);
    };
}
function timeOf(time) {
    return new Date(time).toISOString().slice(11, 19);
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


/***/ })

};
