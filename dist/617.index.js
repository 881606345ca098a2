export const id = 617;
export const ids = [617];
export const modules = {

/***/ 45465:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ isProtected),
/* harmony export */   r: () => (/* binding */ cookiesFor)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);
/* harmony import */ var _ports_ending_after_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3123);


const patience = 15_000;
/** True when what answers at an address is a login page instead of the site. */
async function isProtected(world, url, cookies = []) {
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
    try {
        const headers = cookie === "" ? {} : { cookie };
        const { status, headers: got } = await ask(world, url, headers);
        return status === 401 || status === 403 || /vercel\.com\/sso/.test(got.get("location") ?? "");
    }
    catch {
        world.signal.throwIfAborted();
        // No answer is something that the tests will show.
        return false;
    }
}
/**
 * The cookies by which a protected address lets a browser in, asked for with `headers`. The secret itself stays
 * here: a header would go to every origin that a page asks, and stand in every trace.
 * @throws {UserError} PR432 when the address gives none.
 */
async function cookiesFor(world, url, headers) {
    if (Object.keys(headers).length === 0)
        return [];
    const answer = await ask(world, url, headers).catch((error) => {
        world.signal.throwIfAborted();
        throw noCookie(url, `gave no answer (${(0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(error)})`);
    });
    const cookies = answer.headers.getSetCookie().flatMap((line) => cookieOf(line, new URL(url).hostname));
    if (cookies.length > 0 || answer.status === 200)
        return cookies;
    throw noCookie(url, `answered ${answer.status} and gave no cookie`);
}
function noCookie(url, what) {
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR432", `The staged site at ${url} does not let a browser in: it ${what}. Production was not touched.`, "Check that `protection-bypass` is a bypass secret of this project.");
}
async function ask({ http, signal }, url, headers) {
    const limit = (0,_ports_ending_after_js__WEBPACK_IMPORTED_MODULE_1__/* .endingAfter */ .I)(patience, signal);
    const answer = await http(`${url}/`, { headers, redirect: "manual", signal: limit });
    await answer.body?.cancel();
    return answer;
}
function cookieOf(line, domain) {
    const [pair = "", ...attributes] = line.split(";").map((part) => part.trim());
    const at = pair.indexOf("=");
    if (at < 1)
        return [];
    const has = (name) => attributes.find((one) => one.toLowerCase().startsWith(name))?.slice(name.length);
    const sameSite = ["None", "Strict"].find((one) => one === has("samesite=")) ?? "Lax";
    const cookie = { name: pair.slice(0, at), value: pair.slice(at + 1), domain, path: "/", expires: -1 };
    return [
        { ...cookie, httpOnly: has("httponly") !== undefined, secure: has("secure") !== undefined, sameSite },
    ];
}


/***/ }),

/***/ 25083:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ annotate)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);

/** GitHub shows ten annotations of a kind for a step. */
const most = 10;
/** An annotation for each failing test, at the line where it failed. */
function annotate(tests, { log, env, root }) {
    const failed = tests.filter(({ status }) => status === "unexpected");
    const home = env["GITHUB_WORKSPACE"] ?? root;
    for (const { title, error, place } of failed.slice(0, most)) {
        const at = place === undefined ? undefined : { ...place, file: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(home, place.file) };
        log.error(`${title}: ${error.slice(0, 1000)}`, at);
    }
    const others = failed.length - most;
    if (others > 0)
        log.info(`${others} more failing tests are in the summary.`);
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
        description: "Command that installs what commands and suites need; `none` when it is there already.",
        default: "npm ci",
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
    "playwright-timeout": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)({
        description: "How long all suites together may take.",
        default: "10m",
    }),
    "read-only": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        description: "Tag of the tests that only read; these also run on the staged site.",
        default: "@read-only",
    }),
    "staged-specs": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)({
        description: "Whether `deploy-web` runs those tests on what it has staged, before it is promoted.",
        default: "true",
    }),
    "rollback-specs": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        description: "Tag of the tests that must pass on what `rollback` has brought back; `all` runs every test, `none` none. Where no test has the tag, that is said.",
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

/***/ 61233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CA: () => (/* binding */ judgeSuite),
/* harmony export */   Vj: () => (/* binding */ verdictOf)
/* harmony export */ });
/* unused harmony export unmatched */
/** Only `failed` may bring a release back; whatever says nothing of production is an error. */
function verdictOf(outcome) {
    if (outcome === "failed")
        return "fail";
    return outcome === "passed" || outcome === "flaky" ? "pass" : "error";
}
/** Judges a report. `filters` are what was asked for: one that no test fits is a suite without tests. */
function judgeSuite(report, filters) {
    const { tests, errors } = report;
    const ran = tests.filter(({ status }) => status !== "skipped" && status !== "unbegun");
    const failed = ran.filter(({ status, noBrowser }) => status === "unexpected" && !noBrowser);
    if (failed.length > 0) {
        const [first] = failed;
        const more = failed.length === 1 ? "" : ` and ${failed.length - 1} more`;
        return { outcome: "failed", reason: `${first?.file} › ${first?.title} fails${more}` };
    }
    const noBrowser = ran.find((test) => test.noBrowser);
    if (noBrowser !== undefined)
        return { outcome: "infra-error", reason: `no browser starts: ${firstLine(noBrowser.error)}` };
    const others = errors.filter((error) => !error.startsWith("Error: No tests found"));
    if (others[0] !== undefined)
        return { outcome: "infra-error", reason: firstLine(others[0]) };
    const empty = unmatched(report, filters);
    if (empty.length > 0)
        return { outcome: "no-tests", reason: `no test fits ${empty.join(", ")}` };
    if (ran.length === 0)
        return { outcome: "no-tests", reason: "every test was skipped" };
    const flaky = ran.filter(({ status }) => status === "flaky");
    if (flaky.length > 0) {
        const titles = flaky.map(({ title }) => title).join(", ");
        return { outcome: "flaky", reason: `all tests passed, but not at the first try: ${titles}` };
    }
    return { outcome: "passed", reason: `all ${ran.length} tests passed` };
}
/** Playwright is content when one of several filters fits: here each must. */
function unmatched({ tests }, filters) {
    const files = [...new Set(tests.map(({ file }) => file))];
    return filters.filter((filter) => !files.some((file) => fits(filter, file)));
}
/** As Playwright takes a filter: a pattern over the path, or a plain part of it; `:12` names a line. */
function fits(filter, file) {
    const bare = filter.replace(/(:\d+){1,2}$/, "");
    if (file.includes(bare))
        return true;
    try {
        return new RegExp(bare, "i").test(file);
    }
    catch {
        return false;
    }
}
function firstLine(text) {
    return (text.split("\n").find((line) => line.trim() !== "") ?? text).trim().slice(0, 300);
}


/***/ }),

/***/ 34693:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ prepareSuite)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);
/* harmony import */ var _ports_exec_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93566);
/* harmony import */ var _web_run_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43185);



/**
 * Installs what commands and suites need, and Playwright's browsers where there are suites.
 * @throws {UserError} PR441 when a command fails.
 */
async function prepareSuite(inputs, world) {
    const browsers = inputs.playwright.length === 0 ? "none" : inputs.installBrowsers;
    for (const command of [inputs.install, browsers].filter((one) => one !== "none")) {
        await world.log.group(`Install: ${command}`, async () => {
            const { exitCode, tail } = await (0,_web_run_command_js__WEBPACK_IMPORTED_MODULE_1__/* .runCommand */ .d)(world, command, (0,_ports_exec_js__WEBPACK_IMPORTED_MODULE_2__/* .childEnv */ .g)(world.env));
            if (exitCode === 0)
                return;
            throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR441", `\`${command}\` ended with exit code ${exitCode}:\n${(0,_web_run_command_js__WEBPACK_IMPORTED_MODULE_1__/* .lastLines */ .w)(tail)}`, "Correct smoke.install or smoke.install-browsers; `none` where it is there already.");
        });
    }
}


/***/ }),

/***/ 24126:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ runSpecs),
  b: () => (/* binding */ tagPattern)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/kit/ports/exec.js
var exec = __webpack_require__(93566);
// EXTERNAL MODULE: ./lib/kit/parts/web/run-command.js
var run_command = __webpack_require__(43185);
// EXTERNAL MODULE: ./lib/kit/parts/checks/access.js
var access = __webpack_require__(45465);
// EXTERNAL MODULE: ./lib/kit/parts/checks/judge-suite.js
var judge_suite = __webpack_require__(61233);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./lib/kit/parts/checks/playwright-report.js

/** Reads the report of a run. Undefined when the text is not one. */
function readReport(text) {
    const json = parse(text);
    if (json === undefined)
        return undefined;
    const tests = (json.suites ?? []).flatMap((suite) => testsOf(suite, []));
    return { tests, errors: (json.errors ?? []).map(textOf) };
}
function testsOf(suite, above) {
    // The outermost suite's title is the file, which stands in a column of its own.
    const titles = suite.title === undefined || suite.title === suite.file ? above : [...above, suite.title];
    const own = (suite.specs ?? []).flatMap((spec) => spec.tests.map((test) => rowOf(spec, test, titles)));
    return [...own, ...(suite.suites ?? []).flatMap((inner) => testsOf(inner, titles))];
}
function rowOf({ file, line, title, tags = [] }, test, titles) {
    const errors = test.results?.findLast(({ errors: some = [] }) => some.length > 0)?.errors ?? [];
    const located = errors.find(({ location }) => location !== undefined)?.location;
    const error = test.status === "unexpected" ? errors.map(textOf).join("\n") : "";
    return {
        file,
        title: [...titles, title].join(" › "),
        project: test.projectName ?? "",
        status: statusOf(test),
        tags: tags.map((tag) => (tag.startsWith("@") ? tag : `@${tag}`)),
        error,
        place: located === undefined ? { file, line } : { file: located.file, line: located.line },
        noBrowser: browserMissing.test(error),
    };
}
function statusOf({ status, expectedStatus, results = [] }) {
    const began = results.some((result) => result.status !== "interrupted");
    return status === "skipped" && expectedStatus !== "skipped" && !began ? "unbegun" : status;
}
const browserMissing = /browserType\.launch\w*:|Executable doesn't exist at|Host system is missing dependencies/;
function textOf({ message, value }) {
    return (0,external_node_util_.stripVTControlCharacters)(message ?? value ?? "(no message)").trim();
}
function parse(text) {
    try {
        const json = JSON.parse(text);
        return typeof json === "object" && json !== null ? json : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(65304);
;// CONCATENATED MODULE: ./lib/kit/parts/checks/playwright-tool.js



/**
 * Finds `@playwright/test` as Node would from `root`. It is never ours: its version pins the browsers, and the
 * user's configuration imports the same module.
 * @throws {UserError} PR461 when it is not installed.
 */
async function findPlaywright(root) {
    for (let folder = root;; folder = (0,external_node_path_.dirname)(folder)) {
        const own = (0,external_node_path_.join)(folder, "node_modules", "@playwright", "test");
        const text = await (0,promises_.readFile)((0,external_node_path_.join)(own, "package.json"), "utf8").catch(() => undefined);
        if (text !== undefined) {
            const { version, bin } = JSON.parse(text);
            return { cli: (0,external_node_path_.join)(own, bin?.playwright ?? "cli.js"), version };
        }
        if ((0,external_node_path_.dirname)(folder) !== folder)
            continue;
        throw new user_error/* UserError */.yo("PR461", `@playwright/test is not installed for ${root}, but smoke.playwright names suites.`, "Add it to devDependencies, and check that `install` installs them; or leave smoke.playwright out.");
    }
}
/** `--add-reporter` came with 1.63; before it, naming reporters replaces those of the configuration. */
function jsonReporter({ version }) {
    const [major = 0, minor = 0] = version.split(".").map(Number);
    return major > 1 || minor >= 63 ? "--add-reporter=json" : "--reporter=list,json";
}

;// CONCATENATED MODULE: ./lib/kit/parts/checks/suite-env.js

/**
 * The declared environment of the suites, its placeholders filled in; accounts win over it.
 * @throws {UserError} PR102 for an account that is not `NAME=value`, or a placeholder without a value.
 */
function suiteEnv(inputs, origin) {
    const { playwrightEnv, playwrightAccounts, supabase } = inputs;
    const filled = Object.entries(playwrightEnv).map(([name, text]) => {
        if (text.includes("{supabase}") && supabase === undefined)
            throw unfilled(name);
        return [name, text.replaceAll("{origin}", origin).replaceAll("{supabase}", supabase ?? "")];
    });
    return { ...Object.fromEntries(filled), ...accountsOf(playwrightAccounts ?? "") };
}
function accountsOf(text) {
    const lines = text.split("\n").filter((line) => line.trim() !== "");
    return Object.fromEntries(lines.map((line, index) => {
        const found = /^\s*([A-Za-z_]\w*)=(.*)$/.exec(line);
        if (found?.[1] !== undefined)
            return [found[1], found[2]?.trim() ?? ""];
        throw new user_error/* UserError */.yo("PR102", `playwright-accounts: line ${index + 1} is not NAME=value.`, "Write one NAME=value a line into the secret.");
    }));
}
function unfilled(name) {
    return new user_error/* UserError */.yo("PR102", `smoke.playwright-env.${name} uses {supabase}, but \`supabase\` is not given.`, "Write supabase: <project ref> for this target.");
}

;// CONCATENATED MODULE: ./lib/kit/parts/checks/wrap-config.js



const extensions = [".ts", ".js", ".mts", ".mjs", ".cts", ".cjs"];
/**
 * A configuration beside the user's own that takes it over as it is and only adds cookies to the state with
 * which every browser context starts. It stands in the same folder with the same ending, so that paths and
 * module kinds mean the same.
 * @throws {UserError} PR461 when there is no configuration.
 */
async function wrapConfig(root, named, cookies) {
    const own = await findConfig(root, named);
    const ending = (0,external_node_path_.extname)(own);
    const path = (0,external_node_path_.join)((0,external_node_path_.dirname)(own), `.${(0,external_node_path_.basename)(own, ending)}.rollout-${process.pid}${ending}`);
    const common = /^\.c[jt]s$/.test(ending);
    const from = JSON.stringify(`./${(0,external_node_path_.basename)(own)}`);
    const take = common
        ? `const { existsSync, readFileSync } = require("node:fs");\nconst own = require(${from});\nmodule.exports =`
        : `import { existsSync, readFileSync } from "node:fs";\nimport own from ${from};\nexport default`;
    await (0,promises_.writeFile)(path, `${take} wrapped(own?.default ?? own);\n${wrapper(cookies)}`);
    return { path, remove: () => (0,promises_.rm)(path, { force: true }) };
}
/** A state that a setup project writes later already holds the cookie: its own context had it. */
function wrapper(cookies) {
    return `
function wrapped(config) {
  const cookies = ${JSON.stringify(cookies)};
  const state = (given) => {
    if (typeof given === "string" && !existsSync(given)) return given;
    const own = typeof given === "string" ? JSON.parse(readFileSync(given, "utf8")) : given;
    return { ...own, origins: own?.origins ?? [], cookies: [...(own?.cookies ?? []), ...cookies] };
  };
  const use = (given) => ({ ...given, storageState: state(given?.storageState) });
  const projects = config.projects?.map((project) =>
    project.use?.storageState === undefined ? project : { ...project, use: use(project.use) },
  );
  return { ...config, use: use(config.use), ...(projects ? { projects } : {}) };
}
`;
}
async function findConfig(root, named) {
    const candidates = named === undefined ? extensions.map((ending) => `playwright.config${ending}`) : [named];
    for (const candidate of candidates) {
        const path = (0,external_node_path_.resolve)(root, candidate);
        const there = await (0,promises_.access)(path).then(() => true, () => false);
        if (there)
            return path;
    }
    throw new user_error/* UserError */.yo("PR461", `There is no ${named ?? "playwright.config.ts (or .js, .mts, .mjs, .cts, .cjs)"} in ${root}.`, "Name the file as smoke.playwright-config.");
}

;// CONCATENATED MODULE: ./lib/kit/parts/checks/run-specs.js










/** After Playwright's own limit, what it takes to end and to write its report. */
const grace = 20_000;
/**
 * Runs the user's own Playwright on their suites and judges its report. What Playwright or its configuration
 * cannot do is an outcome, not an error.
 * @throws {UserError} PR461 when Playwright or its configuration is not there, PR102 for a wrong environment.
 */
async function runSpecs(inputs, run, world) {
    const tool = await findPlaywright(world.root);
    const began = world.clock.now();
    const done = (judged, tests) => ({
        ...judged,
        tests,
        seconds: (world.clock.now() - began) / 1000,
    });
    const { cookies = [], listOnly = false } = run;
    if (!listOnly && (await (0,access/* isProtected */.b)(world, run.origin, cookies)))
        return done({ outcome: "protected", reason: `${run.origin} is behind a login page` }, []);
    const ran = await runPlaywright(tool, inputs, run, world);
    world.signal.throwIfAborted();
    if ("report" in ran) {
        const judged = listOnly ? judgeList(ran.report, inputs) : judgeRun(ran.report, inputs, run);
        return done(judged, ran.report.tests);
    }
    return done({ outcome: "infra-error", reason: ran.why }, []);
}
function judgeRun(report, inputs, { tag }) {
    const judged = (0,judge_suite/* judgeSuite */.CA)(report, tag === undefined ? inputs.playwright : []);
    return judged.outcome === "no-tests" && tag !== undefined
        ? { ...judged, reason: `no test has the tag ${tag}` }
        : judged;
}
/** Nothing ran, so all that can be wrong is the configuration, a file, or a filter. */
function judgeList({ tests, errors }, inputs) {
    const listed = tests.map((test) => ({ ...test, status: "expected" }));
    const judged = (0,judge_suite/* judgeSuite */.CA)({ tests: listed, errors }, inputs.playwright);
    return judged.outcome === "passed" ? { ...judged, reason: `${tests.length} tests are there` } : judged;
}
async function runPlaywright(tool, inputs, run, world) {
    const folder = (0,external_node_path_.join)(world.temp, "prism-rollout", "smoke");
    const file = (0,external_node_path_.join)(folder, `playwright-${run.name}.json`);
    await (0,promises_.mkdir)(folder, { recursive: true });
    await (0,promises_.rm)(file, { force: true });
    const { cookies = [] } = run;
    const wrapped = cookies.length > 0 ? await wrapConfig(world.root, inputs.playwrightConfig, cookies) : undefined;
    const config = wrapped?.path ?? inputs.playwrightConfig;
    if (run.listOnly !== true)
        world.log.info(`Playwright runs the suites on ${run.origin}.`);
    try {
        const ended = await world.exec("node", [tool.cli, ...argsOf(tool, inputs, run, config)], {
            cwd: world.root,
            env: (0,exec/* childEnv */.g)(world.env, {
                ...suiteEnv(inputs, run.origin),
                PLAYWRIGHT_JSON_OUTPUT_FILE: file,
                PLAYWRIGHT_HTML_OPEN: "never",
            }),
            quiet: run.listOnly ?? false,
            prefix: "[playwright] ",
            limit: inputs.playwrightTimeout + grace,
            signal: world.signal,
        });
        const report = readReport(await (0,promises_.readFile)(file, "utf8").catch(() => ""));
        if (report !== undefined)
            return { report };
        const how = ended.stopped ?? `exit code ${ended.exitCode}`;
        return { why: `Playwright ended without a report (${how}): ${gist(ended.tail)}` };
    }
    finally {
        await wrapped?.remove();
    }
}
/** The line that names the error, or the last one that is no stack. */
function gist(tail) {
    const lines = (0,run_command/* lastLines */.w)(tail, 60)
        .split("\n")
        .map((line) => line.trim());
    const named = lines.find((line) => /^(\w+ ?)*Error\b.*:/.test(line));
    const last = lines.findLast((line) => line !== "" && !line.startsWith("at "));
    return (named ?? last ?? "it printed nothing").slice(0, 300);
}
function argsOf(tool, inputs, { tag, listOnly = false }, config) {
    return [
        "test",
        ...inputs.playwright,
        ...(config === undefined ? [] : ["--config", config]),
        ...(tag === undefined ? [] : ["--grep", tagPattern(tag)]),
        // A list needs no reporters of the user's, which may upload what they are told.
        ...(listOnly ? ["--list", "--reporter=json"] : [jsonReporter(tool)]),
        `--global-timeout=${inputs.playwrightTimeout}`,
        ...(listOnly ? [] : [`--max-failures=${inputs.maxFailures}`]),
    ];
}
/** A tag as a pattern: one that another tag begins with is not the same. */
function tagPattern(tag) {
    return `${tag.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\w-])`;
}


/***/ }),

/***/ 86741:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ suiteEvidence),
/* harmony export */   w: () => (/* binding */ suiteTables)
/* harmony export */ });
/** «x of n …» for a run of suites, and what did not run. */
function suiteEvidence({ tests, outcome, seconds }, what) {
    const ran = tests.filter(({ status }) => status !== "skipped" && status !== "unbegun");
    const passed = ran.filter(({ status }) => status === "expected" || status === "flaky").length;
    const flaky = ran.filter(({ status }) => status === "flaky").length;
    const unbegun = tests.filter(({ status }) => status === "unbegun").length;
    const skipped = tests.length - ran.length - unbegun;
    if (ran.length === 0)
        return [`0 of ${tests.length} Playwright tests ran ${what}: ${outcome}`];
    return [
        `${passed} of ${ran.length} Playwright tests passed ${what} in ${seconds.toFixed(1)} s`,
        ...(flaky > 0 ? [`${flaky} of ${ran.length} tests passed only when tried again`] : []),
        ...(unbegun > 0 ? [`${unbegun} of ${tests.length} tests were not begun: the verdict was known`] : []),
        ...(skipped > 0 ? [`${skipped} of ${tests.length} tests were skipped`] : []),
    ];
}
/** A row a failing test, with its error; the other tests are counted. */
function suiteTables({ tests }) {
    const failed = tests.filter(({ status }) => status === "unexpected" || status === "flaky");
    if (failed.length === 0)
        return [];
    const rows = failed.map(({ file, title, project, status, error }) => [
        file,
        project === "" ? title : `${title} (${project})`,
        status === "flaky" ? "passed when tried again" : short(error),
    ]);
    return [{ title: "Failing tests", columns: ["suite", "test", "what happened"], rows }];
}
/** The words of an error without the source lines that Playwright prints around them. */
function short(error) {
    const lines = error
        .split("\n")
        .filter((line) => line.trim() !== "" && !/^\s*(>?\s*\d+ \||\||at )/.test(line));
    return lines.slice(0, 8).join("\n").slice(0, 800);
}


/***/ })

};
