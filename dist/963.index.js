export const id = 963;
export const ids = [963];
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
/** An annotation for each failing test, at the line where it failed: one, also where it failed in several projects. */
function annotate(tests, { log, env, root }) {
    const failed = tests.filter(({ status }) => status === "unexpected");
    const home = env["GITHUB_WORKSPACE"] ?? root;
    const once = [...new Map(failed.map((test) => [JSON.stringify([test.file, test.title]), test])).values()];
    for (const { file, title, error, place } of once.slice(0, most)) {
        const projects = failed.filter((other) => other.file === file && other.title === title);
        const named = projects.flatMap(({ project }) => (project === "" ? [] : [project]));
        const where = named.length === 0 ? "" : ` (${named.join(", ")})`;
        const at = place === undefined ? undefined : { ...place, file: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(home, place.file) };
        log.error(`${title}${where}: ${error.slice(0, 1000)}`, at);
    }
    const others = once.length - most;
    if (others > 0)
        log.info(`${others} more failing tests are in the summary.`);
}


/***/ }),

/***/ 39451:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ installLine)
/* harmony export */ });
/* unused harmony export auto */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _package_scripts_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(43366);



/** What an input says that leaves it to the repository. */
const auto = "auto";
/**
 * The command that installs what a repository's lock file names and nothing else, by its own package manager; what is
 * given instead of `auto` stays as it is written.
 */
async function installLine(root, given) {
    if (given !== auto)
        return given;
    const manager = await (0,_package_scripts_js__WEBPACK_IMPORTED_MODULE_2__/* .packageManagerOf */ .n_)(root);
    if (manager === "npm")
        return "npm ci";
    // No runner has it, and corepack does not know it.
    if (manager === "bun")
        return "command -v bun >/dev/null || npm install --global bun@1; bun install --frozen-lockfile";
    const frozen = manager === "yarn" && !(await isClassic(root)) ? "--immutable" : "--frozen-lockfile";
    // Node brings corepack, and that brings these; a runner need not have them.
    return `command -v ${manager} >/dev/null || corepack enable ${manager}; ${manager} install ${frozen}`;
}
/** Yarn 1 says so in the lock file; those after it know another word for the same. */
async function isClassic(root) {
    for (let folder = root;; folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder)) {
        const lock = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, "yarn.lock"), "utf8").catch(() => undefined);
        if (lock !== undefined)
            return lock.includes("# yarn lockfile v1");
        if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder) === folder)
            return false;
    }
}


/***/ }),

/***/ 61233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ judgeSuite),
/* harmony export */   V: () => (/* binding */ verdictOf)
/* harmony export */ });
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

/***/ 43366:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zm: () => (/* binding */ commandLines),
/* harmony export */   n_: () => (/* binding */ packageManagerOf)
/* harmony export */ });
/* unused harmony export lockFileOf */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _config_suggest_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29137);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65304);




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
    for (let folder = root;; folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder)) {
        const said = (await manifestIn(folder))?.packageManager;
        const declared = typeof said === "string" ? /^(npm|pnpm|yarn|bun)@/.exec(said)?.[1] : undefined;
        const named = lockFiles.find(([, manager]) => manager === declared)?.[1];
        if (named !== undefined)
            return named;
        for (const [file, manager] of lockFiles)
            if (await exists((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, file)))
                return manager;
        if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder) === folder)
            return "npm";
    }
}
/** The lock file of a package manager in a folder, or in the nearest above it that has one; undefined where none has. */
async function lockFileOf(root, manager) {
    const own = lockFiles.filter(([, whose]) => whose === manager);
    for (let folder = root;; folder = dirname(folder)) {
        for (const [file] of own)
            if (await exists(join(folder, file)))
                return relative(root, join(folder, file));
        if (dirname(folder) === folder)
            return undefined;
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
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("PR102", `${where}: ${missing.join("; ")}.`, "Correct smoke.commands in rollout.yml, or add the script.");
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
    const near = (0,_config_suggest_js__WEBPACK_IMPORTED_MODULE_3__/* .suggest */ .Z)(script, scripts);
    return `\`${command}\` calls the script ${script}${near === undefined ? "" : `; did you mean ${near}?`}`;
}
async function manifestIn(folder) {
    try {
        return JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, "package.json"), "utf8"));
    }
    catch {
        return undefined;
    }
}
function exists(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(path).then(() => true, () => false);
}


/***/ }),

/***/ 34693:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ prepareSuite)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);
/* harmony import */ var _ports_exec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93566);
/* harmony import */ var _web_run_command_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43185);
/* harmony import */ var _install_line_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39451);




/**
 * Installs what commands and suites need, and Playwright's browsers where there are suites.
 * @throws {UserError} PR441 when a command fails.
 */
async function prepareSuite(inputs, world) {
    const browsers = inputs.playwright.length === 0 ? "none" : inputs.installBrowsers;
    const install = await (0,_install_line_js__WEBPACK_IMPORTED_MODULE_2__/* .installLine */ .c)(world.root, inputs.install);
    for (const command of [install, browsers].filter((one) => one !== "none")) {
        await world.log.group(`Install: ${command}`, async () => {
            const { exitCode, tail } = await (0,_web_run_command_js__WEBPACK_IMPORTED_MODULE_1__/* .runCommand */ .d)(world, command, (0,_ports_exec_js__WEBPACK_IMPORTED_MODULE_3__/* .childEnv */ .g)(world.env));
            if (exitCode === 0)
                return;
            throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR441", `\`${command}\` ended with exit code ${exitCode}:\n${(0,_web_run_command_js__WEBPACK_IMPORTED_MODULE_1__/* .lastLines */ .w)(tail)}`, "Correct smoke.install or smoke.install-browsers; `none` where it is there already.");
        });
    }
}


/***/ }),

/***/ 79649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Op: () => (/* binding */ notAsked),
  j5: () => (/* binding */ runProbes),
  wH: () => (/* binding */ selected)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(65304);
// EXTERNAL MODULE: ./lib/kit/parts/checks/access.js
var access = __webpack_require__(45465);
// EXTERNAL MODULE: ./lib/kit/parts/checks/suite-env.js
var suite_env = __webpack_require__(40637);
// EXTERNAL MODULE: ./lib/kit/ports/ending-after.js
var ending_after = __webpack_require__(3123);
// EXTERNAL MODULE: ./lib/kit/ports/parse-json.js
var parse_json = __webpack_require__(36187);
;// CONCATENATED MODULE: ./lib/kit/parts/checks/probes/answer.js

/** No answer that a probe looks into needs more. */
const most = 2 * 1024 * 1024;
/** Reads an answer, as far as anybody looks; the rest is not fetched. */
async function readAnswer({ status, headers, body }) {
    if (body === null)
        return { status, headers, text: "", cut: false };
    const decoder = new TextDecoder();
    const reader = body.getReader();
    let text = "";
    let bytes = 0;
    for (;;) {
        const { done, value } = (await reader.read());
        if (done || value === undefined)
            return { status, headers, text: text + decoder.decode(), cut: false };
        text += decoder.decode(value.subarray(0, most - bytes), { stream: true });
        bytes += value.byteLength;
        if (bytes <= most)
            continue;
        await reader.cancel().catch(() => undefined);
        return { status, headers, text, cut: true };
    }
}
/** An answer as JSON; undefined where it is none. */
function jsonOf({ text, cut }) {
    if (cut)
        return undefined;
    try {
        return { value: (0,parse_json/* parseJson */.qF)(text) };
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./lib/kit/parts/checks/probes/placeholders.js
var placeholders = __webpack_require__(91133);
// EXTERNAL MODULE: ./lib/kit/parts/checks/probes/supabase.js
var supabase = __webpack_require__(7045);
;// CONCATENATED MODULE: ./lib/kit/parts/checks/probes/ask-probe.js




/**
 * Asks one probe's question after the other, each within its time. Redirects are answers, and not followed: what lets
 * a probe in goes to the address under test alone.
 * @throws {UserError} PR102 where a probe calls a project that nobody has named.
 */
async function probeAsker(probes, { origin, cookie }, access, world) {
    const answers = [];
    const http = async (url, init) => {
        const signal = (0,ending_after/* endingAfter */.I)(access.probeTimeout, world.signal);
        const asking = world.http(url, { ...init, redirect: "manual", signal }).then(readAnswer);
        answers.push(asking);
        await asking;
        // Nobody looks at what the client makes of it.
        return Response.json({});
    };
    const calls = probes.some(({ asked }) => asked.kind !== "path");
    const project = calls ? await (0,supabase/* connectProject */.Q)(access, http) : undefined;
    return async (probe, values) => {
        answers.length = 0;
        try {
            await send(probe, values, { origin, cookie, project, http, headers: access.probeHeaders });
            const answer = await answers.at(-1);
            return answer ? { answer } : { why: "was not asked: no request could be made", unreachable: true };
        }
        catch (error) {
            world.signal.throwIfAborted();
            return whyNone(error, access.probeTimeout);
        }
    };
}
async function send({ asked, headers: own, body: given }, values, to) {
    const named = Object.entries({ ...to.headers, ...own });
    const headers = Object.fromEntries(named.map(([name, value]) => [name.toLowerCase(), (0,placeholders/* fillText */.BB)(value, values)]));
    if (!canBeSent(headers))
        throw new Unsendable();
    const body = given === undefined ? undefined : (0,placeholders/* fill */.GS)(given, values);
    const name = (0,placeholders/* fillText */.BB)(asked.what, values, placeholders/* asPart */.sB);
    if (asked.kind !== "path")
        return await to.project?.({ kind: asked.kind, name, method: asked.method, headers, body });
    await to.http(`${to.origin}${name}`, {
        method: asked.method,
        headers: {
            ...(to.cookie === "" ? {} : { cookie: to.cookie }),
            ...(body === undefined ? {} : { "content-type": "application/json" }),
            ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
}
/** Nobody at the address, no way to it, or a certificate that is not for it: the release has no part in these. */
const unreachable = /^(E(NOTFOUND|AI_AGAIN|CONNREFUSED|HOSTUNREACH|NETUNREACH|PROTO)|UND_ERR_CONNECT_TIMEOUT|CERT_|ERR_TLS|ERR_SSL|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|HOSTNAME_MISMATCH|INVALID_CA)/;
/** Only codes are told: what a runtime says of an error may quote what was sent. */
function whyNone(error, patience) {
    if (error instanceof Unsendable)
        return { why: "was not asked: a value that is filled in cannot stand in a header", unreachable: true };
    if (error?.name === "TimeoutError")
        return { why: `gave no whole answer within ${patience / 1000} s`, unreachable: false };
    const code = codeOf(error);
    if (code !== undefined && unreachable.test(code))
        return { why: `cannot be reached (${code})`, unreachable: true };
    const of = code === undefined ? "" : ` (${code})`;
    return { why: `broke off before its answer was whole${of}`, unreachable: false };
}
class Unsendable extends Error {
}
function canBeSent(headers) {
    try {
        return new Headers(headers) instanceof Headers;
    }
    catch {
        return false;
    }
}
function codeOf(error) {
    if (typeof error !== "object" || error === null)
        return undefined;
    const { code, cause } = error;
    return typeof code === "string" && /^[A-Z][A-Z0-9_]{2,60}$/.test(code) ? code : codeOf(cause);
}

// EXTERNAL MODULE: ./lib/kit/parts/checks/probes/json-path.js
var json_path = __webpack_require__(94505);
;// CONCATENATED MODULE: ./lib/kit/parts/checks/probes/show.js

/*
 * What is told of an answer. Anything can stand in one: tokens, names of people, markup, commands for the runner. So a
 * value is told by its kind, and letter by letter only where it is a number or a plain word at a place that names no
 * secret.
 */
const telling = /token|secret|passw|key|auth|cookie|session|jwt|credential|mail|phone/i;
const word = /^[A-Za-z][A-Za-z0-9 ._-]{0,39}$/;
/** A word of a language has no twenty letters in a row, and no digits between them. */
const opaque = /[A-Za-z0-9]{20}|[A-Za-z]\d+[A-Za-z]+\d|\d{6}/;
/** A value at a place, in a few words. `known` are accounts and what was captured: none of them is told. */
function shown(value, at, known) {
    if (value === undefined)
        return "nothing";
    if (value === null || typeof value === "boolean")
        return String(value);
    if (Array.isArray(value))
        return `a list of ${value.length}`;
    if (typeof value === "number")
        return telling.test(at) ? "a number" : String(value);
    if (typeof value !== "string")
        return "an object";
    const plain = isPlain(value, known) && !telling.test(at);
    return plain ? `"${value}"` : value === "" ? "an empty text" : `a text of ${value.length} letters`;
}
function isPlain(text, known) {
    const holds = (one) => typeof one === "string" && one.length > 3 && text.includes(one);
    const isKnown = [...known].some(([name, one]) => name !== "origin" && name !== "supabase" && holds(one));
    return word.test(text) && !opaque.test(text) && !isKnown;
}
/** What an answer says of its error, where that is a word that a program says: ` (error: invalid_token)`. */
function errorWord(json, known) {
    for (const key of ["error", "code"]) {
        const said = (0,json_path/* valueAt */.fK)(json, [key]);
        if (typeof said === "string" && /^\w+$/.test(said) && isPlain(said, known))
            return ` (${key}: ${said})`;
    }
    return "";
}
/** What kind of answer it was: `text/html, 1204 letters`. */
function kindOf(headers, text) {
    const type = /^[\w.+-]+\/[\w.+-]+/.exec(headers.get("content-type") ?? "")?.[0].slice(0, 60) ?? "no type";
    return `${type}, ${text.length} letters`;
}

;// CONCATENATED MODULE: ./lib/kit/parts/checks/probes/match.js




/** Everything in which an answer is not as a probe wants it, a few words each; nothing of it is a secret. */
function misfitsOf({ expect, asked, capture }, answer, values) {
    const body = bodyMisfits(expect, answer, values);
    const uncaptured = capture.filter(([, , steps]) => isNothing((0,json_path/* valueAt */.fK)(jsonOf(answer)?.value, steps)));
    const wrongStatus = statusMisfit(expect, answer, values);
    return [
        ...(wrongStatus === undefined ? [] : [wrongStatus]),
        ...headerMisfits(expect, answer, values),
        // The answer to HEAD has no body to look into.
        ...(asked.method === "HEAD" ? [] : body),
        // An answer of another status is told by that.
        ...(wrongStatus === undefined ? uncaptured.map(([, path]) => `${path} is not in it`) : []),
    ];
}
/** What later probes use of an answer. */
function captured({ capture }, answer) {
    const json = jsonOf(answer)?.value;
    return capture.map(([name, , steps]) => [name, (0,json_path/* valueAt */.fK)(json, steps)]);
}
function statusMisfit({ status: wanted }, answer, values) {
    const { status, headers } = answer;
    const fine = wanted.length === 0 ? status >= 200 && status <= 299 : wanted.includes(status);
    if (fine)
        return undefined;
    const expected = wanted.length === 0 ? "200 to 299" : wanted.join(" or ");
    return `answered ${status}${errorWord(jsonOf(answer)?.value, values)}${leadsTo(headers)}, expected ${expected}`;
}
function leadsTo(headers) {
    const to = headers.get("location");
    if (to === null)
        return "";
    return URL.canParse(to) ? ` to ${new URL(to).host}` : " to another path";
}
function headerMisfits({ headers }, answer, values) {
    return headers.flatMap(([name, value]) => {
        const is = answer.headers.get(name);
        const wanted = (0,placeholders/* fillText */.BB)(value, values).trim();
        if (is === wanted || is?.split(";")[0]?.trim() === wanted)
            return [];
        return [
            `its header ${name} is ${is === null ? "not there" : shown(is, name, values)}, expected ${value}`,
        ];
    });
}
function bodyMisfits(expect, answer, values) {
    return [...jsonMisfits(expect, answer, values), ...textMisfits(expect, answer, values)];
}
function jsonMisfits({ json, exists, absent }, answer, values) {
    if (json.length + exists.length + absent.length === 0)
        return [];
    const found = jsonOf(answer);
    if (found === undefined && answer.cut)
        return ["the answer is longer than is read of one (2 MiB)"];
    if (found === undefined)
        return [`the answer is no JSON (${kindOf(answer.headers, answer.text)})`];
    const at = (steps) => (0,json_path/* valueAt */.fK)(found.value, steps);
    return [
        ...json.flatMap(([path, steps, value]) => (0,json_path/* isSame */.Ft)(at(steps), (0,placeholders/* fill */.GS)(value, values))
            ? []
            : [`${path} is ${shown(at(steps), path, values)}, expected ${declared(value)}`]),
        ...exists.flatMap(([path, steps]) => (isNothing(at(steps)) ? [`${path} is not there`] : [])),
        ...absent.flatMap(([path, steps]) => (isNothing(at(steps)) ? [] : [`${path} is there`])),
    ];
}
/** What rollout.yml says, not what was filled in: that may be a secret. */
function declared(value) {
    return (JSON.stringify(value) ?? "nothing").slice(0, 80);
}
function textMisfits({ text, noText }, answer, values) {
    const has = (one) => answer.text.includes((0,placeholders/* fillText */.BB)(one, values));
    const more = answer.cut && noText.length > 0 ? ["the answer is longer than is read of one (2 MiB)"] : [];
    return [
        ...text.flatMap((one) => (has(one) ? [] : [`«${one.slice(0, 80)}» is not in it`])),
        ...noText.flatMap((one) => (has(one) ? [`«${one.slice(0, 80)}» is in it`] : [])),
        ...more,
    ];
}
function isNothing(value) {
    return value === undefined || value === null;
}

;// CONCATENATED MODULE: ./lib/kit/parts/checks/probes/run-probes.js






/** All of them twice at most, from a fresh beginning: a request that was cut off may have done its work. */
const tries = 2;
const pause = 1000;
/**
 * Asks the probes in their order, and all of them once more where one does not pass. Undefined where there are none.
 * @throws {UserError} PR102 for an account or a project that is not given.
 */
async function runProbes(inputs, { origin, cookies = [], tag }, world) {
    const given = givenTo(inputs, origin);
    const probes = tag === undefined ? inputs.probes : askable(selected(inputs.probes, tag), given, world);
    if (probes.length === 0)
        return undefined;
    refuseMissing(probes, given);
    const began = world.clock.now();
    const asksOrigin = probes.some(({ asked }) => asked.kind === "path");
    if (asksOrigin && (await (0,access/* isProtected */.b)(world, origin, cookies)))
        return notAsked(probes, { outcome: "protected", reason: `${origin} is behind a login page` });
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
    const ask = await probeAsker(probes, { origin, cookie }, inputs, world);
    for (let attempt = 1;; attempt += 1) {
        const asked = await askAll(probes, given, ask);
        const first = firstOf(asked.rows);
        if (first === undefined || attempt === tries)
            return { ...judge(asked.rows, attempt), ...asked, seconds: (world.clock.now() - began) / 1000 };
        world.log.info(`«${first.probe.name}» ${first.said}; all probes are asked once more.`);
        await world.clock.sleep(pause, world.signal);
    }
}
/** The probes that have a tag, or all. */
function selected(probes, tag) {
    return tag === undefined ? probes : probes.filter(({ tags }) => tags.includes(tag));
}
/** What was not asked, and why: that says nothing of what is live. */
function notAsked(probes, judged) {
    const rows = probes.map((probe) => row(probe, "unasked", judged.reason));
    return { ...judged, rows, seconds: 0, values: new Map() };
}
/** What names stand for before anything is asked. */
function givenTo({ supabase, playwrightAccounts }, origin) {
    const accounts = Object.entries((0,suite_env/* accountsOf */.s)(playwrightAccounts ?? ""));
    return new Map([
        ["origin", origin],
        ...(supabase === undefined ? [] : [["supabase", supabase]]),
        ...accounts.map(([name, value]) => [`account.${name}`, value]),
    ]);
}
/** A job that is given no accounts leaves out the probes that need them, and those that need these. */
function askable(probes, given, { log }) {
    const out = new Set();
    const left = probes.filter(({ uses, capture }) => {
        const lacks = uses.some((name) => out.has(name) || (name.startsWith("account.") && !given.has(name)));
        if (lacks)
            for (const [name] of capture)
                out.add(name);
        return !lacks;
    });
    const less = probes.length - left.length;
    if (less > 0)
        log.info(`${less} of ${probes.length} probes need accounts, which this job does not have.`);
    return left;
}
function refuseMissing(probes, given) {
    for (const { name, uses, place } of probes) {
        const missing = uses.find((one) => (one === "supabase" || one.startsWith("account.")) && !given.has(one));
        if (missing === undefined)
            continue;
        throw new user_error/* UserError */.yo("PR102", `${place ?? "smoke.probes"}: the probe «${name}» uses {${missing}}, which is not given. Nothing was asked.`, missing === "supabase"
            ? "Write supabase: <project ref> for this target."
            : "Write NAME=value into the secret `playwright-accounts`.");
    }
}
/** One after the other: what one captures, later ones use. */
async function askAll(probes, given, ask) {
    const values = new Map();
    const rows = [];
    let silent = false;
    for (const probe of probes) {
        const known = new Map([...given, ...values, ["uuid", (0,external_node_crypto_.randomUUID)()]]);
        const missing = probe.uses.find((name) => !known.has(name));
        if (silent || missing !== undefined) {
            rows.push(row(probe, "unasked", silent ? "the verdict was known" : `nothing gave it {${missing}}`));
            continue;
        }
        const found = await ask(probe, known);
        // What does not answer would be waited for again and again.
        silent = !("answer" in found);
        rows.push(rowOf(probe, found, known));
        if (!("answer" in found) || rows.at(-1)?.is !== "passed")
            continue;
        for (const [name, value] of captured(probe, found.answer))
            values.set(name, value);
    }
    return { rows, values };
}
function rowOf(probe, found, known) {
    if (!("answer" in found))
        return row(probe, found.unreachable ? "unreachable" : "failed", found.why);
    const misfits = misfitsOf(probe, found.answer, known);
    if (misfits.length === 0)
        return row(probe, "passed", "");
    return row(probe, busy(found.answer, probe) ? "unreachable" : "failed", misfits.join("; "));
}
/** Who is asked too often says nothing of the release. */
function busy({ status }, { expect }) {
    return status === 429 && !expect.status.includes(429);
}
function judge(rows, attempt) {
    const asked = rows.filter(({ is }) => is !== "unasked").length;
    const first = firstOf(rows);
    if (first === undefined && attempt > 1)
        return { outcome: "flaky", reason: `all ${asked} probes passed, but not at the first try` };
    if (first === undefined)
        return { outcome: "passed", reason: `all ${asked} probes passed` };
    const failed = rows.filter(({ is }) => is === "failed").length;
    const more = failed > 1 ? ` (and ${failed - 1} more)` : "";
    const reason = `«${first.probe.name}» ${first.said}${more}`;
    return { outcome: first.is === "failed" ? "failed" : "infra-error", reason };
}
/** What failed says most; then what could not be reached. */
function firstOf(rows) {
    return rows.find(({ is }) => is === "failed") ?? rows.find(({ is }) => is !== "passed");
}
function row(probe, is, said) {
    return { probe, is, said };
}


/***/ }),

/***/ 40178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  CJ: () => (/* binding */ annotateProbes),
  dd: () => (/* binding */ probesEvidence),
  HG: () => (/* binding */ probesTables)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./lib/kit/parts/checks/probes/probe.js
/** «POST function finalizeAssessment» */
function requestOf({ asked: { kind, what, method } }) {
    return kind === "path" ? `${method} ${what}` : `${method} ${kind} ${what}`;
}

;// CONCATENATED MODULE: ./lib/kit/parts/checks/probes/say-probes.js


/** «x of n probes …», and what was not asked. */
function probesEvidence({ rows, outcome, seconds }, what) {
    const asked = rows.filter(({ is }) => is !== "unasked").length;
    const passed = rows.filter(({ is }) => is === "passed").length;
    const left = rows.length - asked;
    if (asked === 0)
        return [`0 of ${rows.length} probes were asked ${what}: ${outcome}`];
    return [
        `${passed} of ${asked} probes passed ${what} in ${seconds.toFixed(1)} s`,
        ...(outcome === "flaky" ? ["the probes passed only when all were asked again"] : []),
        ...(left > 0 ? [`${left} of ${rows.length} probes were not asked`] : []),
    ];
}
/** A row for each probe that did not pass. */
function probesTables({ rows, outcome }) {
    const bad = outcome === "protected" ? [] : rows.filter(({ is }) => is !== "passed");
    if (bad.length === 0)
        return [];
    const cells = bad.map(({ probe, is, said }) => [
        probe.name,
        requestOf(probe),
        is === "unasked" ? `was not asked: ${said}` : said,
    ]);
    return [{ title: "Failing probes", columns: ["probe", "request", "what happened"], rows: cells }];
}
/** GitHub shows ten annotations of a kind for a step. */
const most = 10;
/** An annotation for each failing probe, at its line in rollout.yml. */
function annotateProbes({ rows }, { log, env, root }) {
    const failed = rows.filter(({ is }) => is === "failed");
    const home = env["GITHUB_WORKSPACE"] ?? root;
    for (const { probe, said } of failed.slice(0, most)) {
        const at = placeOf(probe.place);
        log.error(`${probe.name}: ${said}`, at && { ...at, file: (0,external_node_path_.relative)(home, (0,external_node_path_.resolve)(root, at.file)) });
    }
    const others = failed.length - most;
    if (others > 0)
        log.info(`${others} more failing probes are in the summary.`);
}
function placeOf(place) {
    const [, file, line] = /^(.*):(\d+):\d+$/s.exec(place ?? "") ?? [];
    return file === undefined ? undefined : { file, line: Number(line) };
}


/***/ }),

/***/ 7045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ connectProject),
/* harmony export */   z: () => (/* binding */ refuseUnaddressed)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);

/**
 * The project through supabase-js, loaded only here. The client makes the requests; what it makes of the answers is
 * not looked at, since it hides statuses and headers: `http` keeps them.
 * @throws {UserError} PR102 where nobody says where the project is, or its key.
 */
async function connectProject(inputs, http) {
    const { base, key, moved } = projectOf(inputs);
    const { createClient } = await __webpack_require__.e(/* import() */ 494).then(__webpack_require__.bind(__webpack_require__, 52494));
    const client = createClient(base, key, {
        // Without sessions the client needs no store, and never refreshes anything.
        accessToken: () => Promise.resolve(null),
        global: { fetch: (url, init) => http(moved(String(url instanceof Request ? url.url : url)), init) },
        realtime: { transport: noSocket },
    });
    return async ({ kind, name, method, headers, body }) => {
        if (kind === "function") {
            const options = { method: method, headers: { ...headers } };
            await client.functions.invoke(name, body === undefined ? options : { ...options, body: body });
            return;
        }
        const call = client.rpc(name, body);
        for (const [header, value] of Object.entries(headers))
            call.setHeader(header, value);
        await call;
    };
}
/**
 * Whether what calls the project can be asked at all.
 * @throws {UserError} PR102 where it cannot.
 */
function refuseUnaddressed(probes, inputs) {
    if (probes.some(({ asked }) => asked.kind !== "path"))
        projectOf(inputs);
}
const functionsPath = "/functions/v1";
const restPath = "/rest/v1";
/**
 * The project's address and key, and where calls of it go whose service has an address of its own.
 * @throws {UserError} PR102 where one of them is not given.
 */
function projectOf({ supabase, functionsUrl, restUrl, publishableKey: key }) {
    const functions = functionsUrl?.replace(/\/$/, "");
    const rest = restUrl?.replace(/\/$/, "");
    const base = before(functions, functionsPath) ??
        before(rest, restPath) ??
        (supabase === undefined ? undefined : `https://${supabase}.supabase.co`);
    if (base === undefined)
        throw absent("supabase", "the project's reference");
    if (key === undefined)
        throw absent("publishable-key", "the project's publishable key, which is public");
    const own = [
        [`${base}${functionsPath}`, functions],
        [`${base}${restPath}`, rest],
    ];
    return {
        base,
        key,
        moved: (url) => {
            const [from, to] = own.find(([start]) => url.startsWith(start)) ?? [];
            return from === undefined || to === undefined ? url : to + url.slice(from.length);
        },
    };
}
function before(url, path) {
    return url?.endsWith(path) === true ? url.slice(0, -path.length) : undefined;
}
function absent(name, what) {
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR102", `smoke.probes: a probe calls the project, but \`${name}\` is not given. Nothing was asked.`, `Write ${name}: <${what}> for this target.`);
}
/** The client insists on a WebSocket, which Node.js 20 has not; no probe listens to changes. */
function noSocket() {
    throw new Error("no probe listens to changes");
}


/***/ }),

/***/ 25356:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ runSpecs)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(65304);
// EXTERNAL MODULE: ./lib/kit/parts/checks/access.js
var access = __webpack_require__(45465);
// EXTERNAL MODULE: ./lib/kit/parts/checks/judge-suite.js
var judge_suite = __webpack_require__(61233);
// EXTERNAL MODULE: ./lib/kit/action/markdown.js
var markdown = __webpack_require__(42534);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
;// CONCATENATED MODULE: ./lib/kit/parts/checks/kept/file-kind.js

const starts = [
    ["\u0089PNG", "picture"],
    ["\u00FF\u00D8\u00FF", "picture"],
    ["GIF8", "picture"],
    ["wOF2", "font"],
    ["wOFF", "font"],
    ["OTTO", "font"],
    ["\u0000\u0001\u0000\u0000", "font"],
    ["\u0000\u0000\u0001\u0000", "picture"],
];
/** Told by the bytes themselves, whatever a name or a header says. */
function kindOf(bytes) {
    const start = Buffer.from(bytes.subarray(0, 12)).toString("latin1");
    const known = starts.find(([magic]) => start.startsWith(magic));
    if (known !== undefined)
        return known[1];
    if (start.startsWith("RIFF") && start.endsWith("WEBP"))
        return "picture";
    return (0,external_node_buffer_.isUtf8)(bytes) && !bytes.includes(0) ? "text" : "other";
}

// EXTERNAL MODULE: ./lib/kit/ports/read-zip.js
var read_zip = __webpack_require__(57961);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./lib/kit/ports/write-zip.js

const localHeader = 0x04034b50;
const directoryEntry = 0x02014b50;
const endOfDirectory = 0x06054b50;
/** Names are UTF-8. */
const flags = 0x0800;
/** 1980-01-01, the first day that an archive can name: what is packed twice is the same twice. */
const firstDay = 0x21;
/** A zip archive of these files, deflated, of less than 4 GiB and 65,536 files. */
function writeZip(entries) {
    const parts = [];
    const directory = [];
    let offset = 0;
    for (const { path, content } of entries) {
        const name = Buffer.from(path);
        const packed = (0,external_node_zlib_.deflateRawSync)(content);
        const common = commonOf(name, packed, content);
        const head = Buffer.concat([uint32(localHeader), common, name]);
        const place = Buffer.alloc(14);
        place.writeUInt32LE(offset, 10);
        directory.push(uint32(directoryEntry), Buffer.from([20, 0]), common, place, name);
        parts.push(head, packed);
        offset += head.length + packed.length;
    }
    const listed = Buffer.concat(directory);
    const end = Buffer.alloc(18);
    end.writeUInt16LE(entries.length, 4);
    end.writeUInt16LE(entries.length, 6);
    end.writeUInt32LE(listed.length, 8);
    end.writeUInt32LE(offset, 12);
    return Buffer.concat([...parts, listed, uint32(endOfDirectory), end]);
}
/** What a file's own header and its line in the directory share. */
function commonOf(name, packed, content) {
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt16LE(firstDay, 8);
    common.writeUInt32LE((0,external_node_zlib_.crc32)(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(name.length, 22);
    return common;
}
function uint32(value) {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value, 0);
    return bytes;
}

;// CONCATENATED MODULE: ./lib/kit/parts/checks/kept/page-shows.js
/**
 * Whether a page, as a trace of Playwright holds it (`[tag, attributes, ...children]`, and numbers where it is as it
 * was before), shows a secret to who looks at it. A password field shows dots.
 */
function pageShows(node, given, depth = 0) {
    if (typeof node === "string")
        return given.finds(node);
    if (!Array.isArray(node) || depth > 500)
        return depth > 500;
    const [tag, attributes, ...children] = node;
    if (typeof tag !== "string")
        return false;
    const own = typeof attributes === "object" && attributes !== null ? Object.entries(attributes) : [];
    const isPassword = own.some(([name, value]) => name === "type" && value === "password");
    const read = own.filter(([name]) => /^(?:__playwright_value_|value|placeholder|alt|title|srcdoc)$/.test(name));
    if (!isPassword && read.some(([, value]) => typeof value === "string" && given.finds(value)))
        return true;
    return children.some((child) => pageShows(child, given, depth + 1));
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./lib/kit/action/mask.js
var mask = __webpack_require__(48003);
;// CONCATENATED MODULE: ./lib/kit/parts/checks/kept/scrubber.js


/** What stands where a secret stood. */
const gone = "***";
const telling = /^(?:proxy-)?authorization$|cookie|token|secret|passw|api-?key|bypass|session-?id|credential/i;
const webToken = /\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]+/g;
const entities = {
    '"': "quot",
    "&": "amp",
    "<": "lt",
    ">": "gt",
    "'": "apos",
};
/**
 * `secrets` are found as they are, as each of their lines and values, encoded for URLs, JSON, HTML and in base64, and
 * where colours cut through them. `names` tell secrets besides the usual names.
 */
function scrubber(secrets, names = []) {
    const forms = [...new Set(secrets.flatMap((secret) => (0,mask/* masksOf */.J)(secret)))].sort((a, b) => b.length - a.length);
    const pattern = forms.map(spellings).join("|");
    const given = forms.length === 0 ? undefined : new RegExp(pattern, "g");
    const any = forms.length === 0 ? undefined : new RegExp(pattern);
    const own = new Set(names.map((name) => name.toLowerCase()));
    const tells = (name) => telling.test(name) || own.has(name.toLowerCase());
    const withoutGiven = (text) => {
        const clean = plain(text);
        return given === undefined ? clean : clean.replace(given, gone);
    };
    return {
        tells,
        finds: (text) => any?.test(plain(text)) ?? false,
        text: (text) => withoutGiven(text)
            .replace(webToken, gone)
            .replace(/([?&;\s"'](?<name>[\w.-]{1,60})=)([^&\s"'#;<>\\]{4,})/g, (whole, ...found) => {
            const { name } = found.at(-1);
            return tells(name) ? `${String(found[0])}${gone}` : whole;
        }),
    };
}
/** Colours may begin in the middle of a secret: where two texts are compared, what differs stands out. */
function plain(text) {
    return text.includes("\u001B") ? (0,external_node_util_.stripVTControlCharacters)(text) : text;
}
/** A text as a pattern that fits each of its spellings. */
function spellings(text) {
    return Array.from(text, spelling).join("");
}
function spelling(sign) {
    if (/[\w-]/.test(sign))
        return sign;
    const code = sign.codePointAt(0) ?? 0;
    const hex = code.toString(16);
    const bytes = [...Buffer.from(sign)].map((byte) => `%${anyCase(byte.toString(16).padStart(2, "0"))}`);
    const named = entities[sign];
    return `(?:${[
        `\\\\{0,7}${sign.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")}`,
        bytes.join(""),
        ...(code < 0x10000 ? [`\\\\{1,7}u${anyCase(hex.padStart(4, "0"))}`] : []),
        `&#0*${code};`,
        `&#[xX]0*${anyCase(hex)};`,
        ...(named === undefined ? [] : [`&${named};`]),
        ...(sign === " " ? ["\\+"] : []),
    ].join("|")})`;
}
function anyCase(hex) {
    return hex.replace(/[a-f]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}

;// CONCATENATED MODULE: ./lib/kit/parts/checks/kept/scrub-json.js

/** Deeper than this no document of ours is nested; a page's may be, to see who falls. */
const deepest = 500;
/** Shorter values tell nothing apart: `dark`, `true`, `en`. */
const shortest = 12;
/**
 * A document without secrets in the texts of its values, and without the values of fields, headers and cookies whose
 * names tell. Names stay, since whoever reads the document needs them. `learn` is told each value that a name gave away.
 */
function scrubJson(value, scrub, learn = () => undefined) {
    return walk(value, "", { scrub, learn }, 0);
}
function walk(value, under, how, depth) {
    if (depth > deepest)
        return gone;
    if (typeof value === "string")
        return under !== "" && how.scrub.tells(under) ? scrub_json_hidden(value, how) : textOf(value, how);
    if (Array.isArray(value))
        return value.map((inner) => walk(inner, nameFor(under, inner), how, depth + 1));
    if (typeof value !== "object" || value === null)
        return value;
    const { name, value: own } = value;
    const named = typeof name === "string" && typeof own === "string";
    const tells = named && (under === "cookies" || how.scrub.tells(name));
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [
        key,
        tells && key === "value" ? scrub_json_hidden(own, how) : walk(inner, key, how, depth + 1),
    ]));
}
/** What a list's name says holds for its texts, and for the cookies in it; other objects have names of their own. */
function nameFor(under, inner) {
    return typeof inner === "object" && under !== "cookies" ? "" : under;
}
/** A text that is a document itself is scrubbed as one. */
function textOf(text, how) {
    if (/^\s*[{[]/.test(text) && text.length < 1_000_000) {
        const inner = parse(text);
        if (typeof inner === "object" && inner !== null) {
            const before = writtenOut(inner);
            const after = JSON.stringify(walk(inner, "", how, 1));
            if (after !== before)
                return how.scrub.text(after);
        }
    }
    return how.scrub.text(text);
}
function scrub_json_hidden(value, { learn }) {
    if (value === "" || value === gone)
        return value;
    for (const part of [value, ...value.split(/[\s;=,]+/)])
        if (part.length >= shortest)
            learn(part);
    return gone;
}
/** Undefined for what is nested deeper than can be written: what is scrubbed of it is another document. */
function writtenOut(document) {
    try {
        return JSON.stringify(document);
    }
    catch {
        return undefined;
    }
}
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/kit/parts/checks/kept/scrub-trace.js






/** More than this a file of a trace does not hold unpacked. */
const mostBytes = 64 * 1024 * 1024;
/**
 * A trace of Playwright without secrets: the headers, cookies, bodies, page contents and steps in it are rewritten;
 * what a header's or a cookie's name gives away is taken out of everything else, too. Pictures go where a page showed a
 * given secret. Undefined for what is no trace.
 */
function scrubTrace(zip, { secrets, names }) {
    const files = (0,read_zip/* readZip */.u)(zip);
    if (files === undefined)
        return undefined;
    const unpacked = files.flatMap((file) => unpack(file) ?? []);
    const given = scrubber(secrets, names);
    const learned = new Set();
    for (const { path, bytes } of unpacked)
        if (isLines(path))
            for (const line of linesOf(bytes))
                scrubJson(scrub_trace_parse(line), given, (one) => learned.add(one));
    const scrub = scrubber([...secrets, ...learned], names);
    const looks = unpacked.flatMap(({ path, bytes }) => (path.endsWith(".trace") ? looksIn(bytes, given) : []));
    const shown = looks.length === 0 ? undefined : looks.includes(true);
    const pictures = secrets.length === 0 || shown === false;
    const kept = unpacked.flatMap((file) => scrubbed(file, scrub, pictures) ?? []);
    return { bytes: writeZip(kept), leftOut: files.length - kept.length, shown };
}
function unpack({ path, content }) {
    try {
        return { path, bytes: content(mostBytes) };
    }
    catch {
        return undefined;
    }
}
function scrubbed({ path, bytes }, scrub, pictures) {
    const kind = kindOf(bytes);
    const name = scrub.text(path);
    if (kind === "text")
        return { path: name, content: Buffer.from(scrubText(path, bytes, scrub)) };
    if (kind === "other" || (kind === "picture" && !pictures))
        return undefined;
    return scrub.finds(Buffer.from(bytes).toString("latin1")) ? undefined : { path: name, content: bytes };
}
function scrubText(path, bytes, scrub) {
    if (isLines(path))
        return linesOf(bytes)
            .map((line) => scrubDocument(line, scrub))
            .join("\n");
    return scrubDocument(Buffer.from(bytes).toString("utf8"), scrub);
}
/** JSON stays JSON; anything else is a text. What holds no secret stays as it is. */
function scrubDocument(text, scrub) {
    const document = scrub_trace_parse(text);
    if (typeof document !== "object" || document === null)
        return scrub.text(text);
    const clean = JSON.stringify(scrubJson(document, scrub));
    return clean === writtenOut(document) ? text : clean;
}
/** The files of a trace that hold a document a line. */
function isLines(path) {
    return /\.(?:trace|network|stacks)$/.test(path);
}
/** Of each picture of a page that a trace holds as text, whether it shows a secret. */
function looksIn(bytes, given) {
    return linesOf(bytes).flatMap((line) => {
        if (!line.startsWith('{"type":"frame-snapshot"'))
            return [];
        const { snapshot } = (scrub_trace_parse(line) ?? {});
        return [pageShows(snapshot?.html, given)];
    });
}
function linesOf(bytes) {
    return Buffer.from(bytes).toString("utf8").split("\n");
}
function scrub_trace_parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/kit/parts/checks/kept/keep-files.js






/** At the traces of more tests than these nobody looks. */
const mostTests = 20;
const keep_files_mostBytes = 100 * 1024 * 1024;
/** What became of a file, as the report says it. */
const outcomes = {
    trace: ["trace", "traces"],
    picture: ["picture", "pictures"],
    text: ["text", "texts"],
    seen: ["picture that may show a secret", "pictures that may show a secret"],
    other: ["file that cannot be scrubbed", "files that cannot be scrubbed"],
    absent: ["file that is not there or larger than 100 MB", "files that are not there or larger than 100 MB"],
    inside: ["file of a trace that cannot be scrubbed", "files of traces that cannot be scrubbed"],
};
/**
 * Keeps in `folder` what tests that failed, also those that passed later, have left to look at (traces, pictures,
 * texts), without secrets. What cannot be scrubbed is not kept. Gives lines that say both.
 */
async function keepFiles(tests, folder, hidden) {
    const failed = tests.filter(({ attachments }) => attachments.length > 0);
    const how = { ...hidden, scrub: scrubber(hidden.secrets, hidden.names) };
    const counts = new Map();
    for (const [index, test] of failed.slice(0, mostTests).entries()) {
        const own = (0,external_node_path_.join)(folder, `${index + 1}-${slugOf(`${test.file} ${test.title} ${test.project}`, how)}`);
        await keepTest(test.attachments, own, how, counts);
    }
    const others = failed.length - mostTests;
    return [
        ...line("in the artifact, without secrets", counts, ["trace", "picture", "text"]),
        ...line("not in the artifact", counts, ["seen", "other", "inside", "absent"]),
        ...(others > 0 ? [`not in the artifact: what ${(0,markdown/* counted */.hS)(others, "more failing test")} left`] : []),
    ];
}
/** Traces first: they tell whether the pages showed a secret, which nobody can tell of a picture. */
async function keepTest(attachments, folder, how, counts) {
    await (0,promises_.mkdir)(folder, { recursive: true });
    const looks = [];
    for (const [index, one] of attachments.entries()) {
        if (one.name !== "trace")
            continue;
        const bytes = await contentOf(one);
        const trace = bytes && scrubTrace(bytes, how);
        looks.push(trace?.shown);
        count(counts, trace === undefined ? (bytes === undefined ? "absent" : "other") : "trace");
        if (trace === undefined)
            continue;
        count(counts, "inside", trace.leftOut);
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, `${index + 1}-trace.zip`), trace.bytes);
    }
    const unseen = how.secrets.length === 0 || (looks.includes(false) && !looks.includes(true));
    for (const [index, one] of attachments.entries()) {
        if (one.name === "trace")
            continue;
        const { outcome, content } = clean(await contentOf(one), how, unseen);
        count(counts, outcome);
        const name = `${index + 1}-${slugOf(one.name, how)}${endingOf(one)}`;
        if (content !== undefined)
            await (0,promises_.writeFile)((0,external_node_path_.join)(folder, name), content);
    }
}
function clean(bytes, { scrub }, unseen) {
    if (bytes === undefined)
        return { outcome: "absent" };
    const kind = kindOf(bytes);
    if (kind === "text")
        return { outcome: "text", content: scrubDocument(Buffer.from(bytes).toString("utf8"), scrub) };
    if (kind !== "picture")
        return { outcome: "other" };
    const fine = unseen && !scrub.finds(Buffer.from(bytes).toString("latin1"));
    return fine ? { outcome: "picture", content: bytes } : { outcome: "seen" };
}
function count(counts, outcome, more = 1) {
    if (more > 0)
        counts.set(outcome, (counts.get(outcome) ?? 0) + more);
}
function line(what, counts, which) {
    const some = which.flatMap((outcome) => {
        const known = counts.get(outcome);
        const [one, many] = outcomes[outcome];
        return known === undefined ? [] : [(0,markdown/* counted */.hS)(known, one, many)];
    });
    return some.length === 0 ? [] : [`${what}: ${(0,markdown/* listed */.KE)(some)}`];
}
/** Undefined where there is none, where it is no file of its own, or too large. */
async function contentOf({ path, body }) {
    if (body !== undefined)
        return Buffer.from(body, "base64");
    if (path === undefined)
        return undefined;
    try {
        const { size, isFile } = await (0,promises_.stat)(path).then((it) => ({ size: it.size, isFile: it.isFile() }));
        return isFile && size <= keep_files_mostBytes ? await (0,promises_.readFile)(path) : undefined;
    }
    catch {
        return undefined;
    }
}
function endingOf({ path }) {
    return path === undefined
        ? ""
        : (0,external_node_path_.extname)(path)
            .replace(/[^\w.]/g, "")
            .slice(0, 12);
}
function slugOf(text, { scrub }) {
    const words = scrub
        .text(text)
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "-");
    return words.slice(0, 60).replace(/^-|-$/g, "") || "file";
}

;// CONCATENATED MODULE: ./lib/kit/parts/checks/kept/keep-report.js





/**
 * Keeps a run in `folder`, which the chain uploads: its report and what its failing tests left, without secrets. Gives
 * lines that say what is there and what is not.
 */
async function keepReport(run, folder, hidden) {
    await (0,promises_.mkdir)(folder, { recursive: true });
    const clean = scrubJson(withoutBodies(JSON.parse(run.text)), scrubber(hidden.secrets, hidden.names));
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, `playwright-${run.name}.json`), `${JSON.stringify(clean, undefined, 2)}\n`);
    return await keepFiles(run.tests, (0,external_node_path_.join)(folder, run.name), hidden);
}
/** Scrubbing ends there, too. */
const keep_report_deepest = 500;
/** What stands in a report in base64, nobody could scrub as it stands: files are kept as files. */
function withoutBodies(value, depth = 0) {
    if (typeof value !== "object" || value === null || depth > keep_report_deepest)
        return value;
    if (Array.isArray(value))
        return value.map((inner) => withoutBodies(inner, depth + 1));
    const kept = Object.entries(value).filter(([key]) => key !== "body" && key !== "buffer");
    return Object.fromEntries(kept.map(([key, inner]) => [key, withoutBodies(inner, depth + 1)]));
}
/** What summary and annotations say of a run, without secrets. */
function withoutSecrets({ tests, errors }, { secrets, names }) {
    const { text } = scrubber(secrets, names);
    const clean = (test) => ({ ...test, title: text(test.title), error: text(test.error) });
    return { tests: tests.map(clean), errors: errors.map(text) };
}

// EXTERNAL MODULE: ./lib/kit/ports/misfit.js
var misfit = __webpack_require__(34233);
;// CONCATENATED MODULE: ./lib/kit/parts/checks/playwright-report.js


const [word, words] = [{ optional: "text" }, { optional: { each: "text" } }];
const errorForm = {
    fields: {
        message: word,
        value: word,
        location: { optional: { fields: { file: "text", line: "number" } } },
    },
};
const resultForm = {
    fields: {
        status: word,
        errors: { optional: { each: errorForm } },
        attachments: { optional: { each: { fields: { name: "text", path: word, body: word } } } },
    },
};
const testForm = {
    fields: {
        projectName: word,
        expectedStatus: word,
        status: "text",
        results: { optional: { each: resultForm } },
    },
};
const specForm = {
    fields: { title: "text", file: "text", line: "number", tags: words, tests: { each: testForm } },
};
/** A suite holds others. */
function suiteForm() {
    return {
        fields: {
            title: word,
            file: word,
            specs: { optional: { each: specForm } },
            suites: { optional: { each: suiteForm } },
        },
    };
}
const reportForm = {
    fields: { suites: { optional: { each: suiteForm } }, errors: { optional: { each: errorForm } } },
};
/** Reads the report of a run. Undefined when the text is not one. */
function readReport(text) {
    const json = playwright_report_parse(text);
    if (json === undefined)
        return undefined;
    const tests = (json.suites ?? []).flatMap((suite) => testsOf(suite, []));
    return { tests, errors: (json.errors ?? []).map(playwright_report_textOf) };
}
function testsOf(suite, above) {
    // The outermost suite's title is the file, which stands in a column of its own.
    const titles = suite.title === undefined || suite.title === suite.file ? above : [...above, suite.title];
    const own = (suite.specs ?? []).flatMap((spec) => spec.tests.map((test) => rowOf(spec, test, titles)));
    return [...own, ...(suite.suites ?? []).flatMap((inner) => testsOf(inner, titles))];
}
function rowOf({ file, line, title, tags = [] }, test, titles) {
    const { results = [] } = test;
    const errors = results.findLast(({ errors: some = [] }) => some.length > 0)?.errors ?? [];
    const located = errors.find(({ location }) => location !== undefined)?.location;
    const error = test.status === "unexpected" ? errors.map(playwright_report_textOf).join("\n") : "";
    return {
        file,
        title: oneLine([...titles, title].join(" › ")),
        project: test.projectName ?? "",
        status: statusOf(test),
        tags: tags.map((tag) => (tag.startsWith("@") ? tag : `@${tag}`)),
        error,
        place: located === undefined ? { file, line } : { file: located.file, line: located.line },
        noBrowser: browserMissing.test(error),
        attachments: results.flatMap(({ status, attachments = [] }) => status === "passed" || status === "skipped" ? [] : attachments),
    };
}
function statusOf({ status, expectedStatus, results = [] }) {
    const began = results.some((result) => result.status !== "interrupted");
    return status === "skipped" && expectedStatus !== "skipped" && !began ? "unbegun" : status;
}
const longestTitle = 300;
const browserMissing = /browserType\.launch\w*:|Executable doesn't exist at|Host system is missing dependencies/;
/** A title may be made of anything, also of lines that a log would take for commands. */
function oneLine(text) {
    return (0,external_node_util_.stripVTControlCharacters)(text).replace(/\s+/g, " ").trim().slice(0, longestTitle);
}
function playwright_report_textOf({ message, value }) {
    return (0,external_node_util_.stripVTControlCharacters)(message ?? value ?? "(no message)").trim();
}
function playwright_report_parse(text) {
    try {
        const json = JSON.parse(text);
        return (0,misfit/* misfit */.h)(json, reportForm) === undefined ? json : undefined;
    }
    catch {
        return undefined;
    }
}

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

// EXTERNAL MODULE: ./lib/kit/ports/exec.js
var exec = __webpack_require__(93566);
// EXTERNAL MODULE: ./lib/kit/parts/web/run-command.js
var run_command = __webpack_require__(43185);
// EXTERNAL MODULE: ./lib/kit/parts/checks/suite-env.js
var suite_env = __webpack_require__(40637);
// EXTERNAL MODULE: ./lib/kit/parts/checks/tag-pattern.js
var tag_pattern = __webpack_require__(8072);
;// CONCATENATED MODULE: ./lib/kit/parts/checks/playwright-call.js




/** After Playwright's own limit, what it takes to end and to write its report. */
const grace = 20_000;
/** `playwright test` with the suites' own environment. `how` says which reporters, and which part of the tests. */
async function callPlaywright(call, how, env, { name = "", left = call.inputs.playwrightTimeout } = {}) {
    const { tool, inputs, run, world } = call;
    return await world.exec("node", [tool.cli, ...argsOf(call, left), ...how], {
        cwd: world.root,
        env: (0,exec/* childEnv */.g)(world.env, { ...(0,suite_env/* suiteEnv */.O)(inputs, run.origin), PLAYWRIGHT_HTML_OPEN: "never", ...env }),
        quiet: run.listOnly ?? false,
        prefix: name === "" ? "[playwright] " : `[playwright ${name}] `,
        limit: left + grace,
        signal: world.signal,
    });
}
/** How it ended, and the line that names the error, or the last one that is no stack. */
function ending({ stopped, exitCode, tail }) {
    const lines = (0,run_command/* lastLines */.w)(tail, 60)
        .split("\n")
        .map((line) => line.trim());
    const named = lines.find((line) => /^(\w+ ?)*Error\b.*:/.test(line));
    const last = lines.findLast((line) => line !== "" && !line.startsWith("at "));
    return `${stopped ?? `exit code ${exitCode}`}: ${(named ?? last ?? "it printed nothing").slice(0, 300)}`;
}
function argsOf({ inputs, run, config }, left) {
    const { tag, listOnly = false } = run;
    const tags = [...(tag === undefined ? [] : [[tag]]), ...(inputs.tags.length === 0 ? [] : [inputs.tags])];
    return [
        "test",
        ...inputs.playwright,
        ...(config === undefined ? [] : ["--config", config]),
        ...(tags.length === 0 ? [] : ["--grep", tags.map(anyOf).join("")]),
        ...(inputs.retries === undefined ? [] : [`--retries=${inputs.retries}`]),
        `--global-timeout=${left}`,
        ...(listOnly ? [] : [`--max-failures=${inputs.maxFailures}`]),
    ];
}
/** Playwright looks for one pattern only: several conditions are looked for from the beginning, one after the other. */
function anyOf(tags) {
    return `(?=[^]*(?:${tags.map(tag_pattern/* tagPattern */.b).join("|")}))`;
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
/** The configuration that Playwright takes: the one that is named, or its own choice. */
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

;// CONCATENATED MODULE: ./lib/kit/parts/checks/merge-reports.js






/** Merging takes a second or two; a reporter of the user's may upload. */
const patience = 120_000;
/** One report of all that lie in a folder, as Playwright merges them. */
async function mergeReports(call, blobs) {
    const file = (0,external_node_path_.join)(call.folder, "merged.json");
    const ended = await merge(call, blobs, ["--reporter=json"], { PLAYWRIGHT_JSON_OUTPUT_FILE: file });
    const text = await (0,promises_.readFile)(file, "utf8").catch(() => "");
    return text === "" ? { why: `Playwright could not merge the reports (${ending(ended)})` } : { text };
}
/** The reporters of the user's configuration are told of all parts together; what they come to decides nothing. */
async function tellReporters(call, blobs) {
    const ended = await merge(call, blobs, [], {});
    if (ended.stopped === "time-limit")
        call.world.log.info("The reporters of the configuration were ended: they took more than two minutes.");
}
/** By the configuration, so that the paths of another machine become those of this one. */
async function merge({ tool, inputs, run, world, config }, blobs, how, env) {
    const own = config ?? (await findConfig(world.root, inputs.playwrightConfig).catch(() => undefined));
    const args = [tool.cli, "merge-reports", ...(own === undefined ? [] : ["--config", own]), ...how, blobs];
    return await world.exec("node", args, {
        cwd: world.root,
        env: (0,exec/* childEnv */.g)(world.env, { ...(0,suite_env/* suiteEnv */.O)(inputs, run.origin), PLAYWRIGHT_HTML_OPEN: "never", ...env }),
        prefix: "[playwright] ",
        limit: patience,
        signal: world.signal,
    });
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./lib/kit/parts/checks/turns.js
var checks_turns = __webpack_require__(74495);
;// CONCATENATED MODULE: ./lib/kit/parts/checks/run-shards.js





/**
 * Runs the suites in parts, as many at once as there are cores, each with its own folder for what it leaves: Playwright
 * empties that before it begins.
 */
async function runShards(call) {
    const { inputs, world, folder } = call;
    const turns = (0,checks_turns/* newTurns */.N)((0,external_node_os_.availableParallelism)());
    const blobs = (0,external_node_path_.join)(folder, "blobs");
    const end = world.clock.now() + inputs.playwrightTimeout;
    const parts = Array.from({ length: inputs.shards }, (_, index) => `${index + 1}/${inputs.shards}`);
    const said = await Promise.all(parts.map((part, index) => turns(async () => {
        const file = (0,external_node_path_.join)(blobs, `part-${index + 1}.zip`);
        const left = Math.max(1000, end - world.clock.now());
        const how = [
            `--shard=${part}`,
            "--reporter=list,blob",
            `--output=${(0,external_node_path_.join)(folder, `part-${index + 1}`)}`,
        ];
        const ended = await callPlaywright(call, how, { PLAYWRIGHT_BLOB_OUTPUT_FILE: file }, { name: part, left });
        const there = await (0,promises_.access)(file).then(() => true, () => false);
        return there ? undefined : `part ${part} ended without a report (${ending(ended)})`;
    })));
    return { blobs, missing: said.find((one) => one !== undefined) };
}

;// CONCATENATED MODULE: ./lib/kit/parts/checks/take-blobs.js



/** GitHub starts at most 256 jobs of a matrix. */
const mostShards = 1000;
/** Of a report no more is unpacked to read its first line. */
const take_blobs_mostBytes = 64 * 1024 * 1024;
/**
 * Copies the reports that a matrix of the user's has made, since merging writes beside them. Gives the copies' folder;
 * or why they are no whole: Playwright merges two of three parts without a word.
 */
async function takeBlobs(from, to) {
    const files = await (0,promises_.readdir)(from, { recursive: true, encoding: "utf8" }).catch(() => []);
    const zips = files.filter((file) => file.endsWith(".zip")).sort();
    if (zips.length === 0)
        return { why: `there are no blob reports in ${from}` };
    await (0,promises_.mkdir)(to, { recursive: true });
    const shards = [];
    for (const [index, zip] of zips.entries()) {
        const shard = shardOf(await (0,promises_.readFile)((0,external_node_path_.join)(from, zip)));
        if (shard === undefined)
            return { why: `${zip} is no blob report of Playwright` };
        if (shard !== "whole")
            shards.push(shard);
        await (0,promises_.copyFile)((0,external_node_path_.join)(from, zip), (0,external_node_path_.join)(to, `report-${index + 1}.zip`));
    }
    const missing = missingOf(shards);
    return missing === undefined ? to : { why: `the blob reports are no whole: ${missing}` };
}
function shardOf(zip) {
    const events = (0,read_zip/* readZip */.u)(zip)?.find(({ path }) => path.endsWith(".jsonl"));
    if (events === undefined)
        return undefined;
    try {
        const [first = ""] = Buffer.from(events.content(take_blobs_mostBytes)).toString("utf8").split("\n", 1);
        const event = JSON.parse(first);
        if (event?.method !== "onBlobReportMetadata")
            return undefined;
        const { current, total } = event.params?.shard ?? {};
        if (typeof current !== "number" || typeof total !== "number")
            return "whole";
        return Number.isInteger(total) && total > 0 && total <= mostShards ? { current, total } : undefined;
    }
    catch {
        return undefined;
    }
}
/** Each part as often as the others of as many parts (once for a browser or a system, say). */
function missingOf(shards) {
    for (const total of new Set(shards.map((one) => one.total))) {
        const counts = Array.from({ length: total }, (_, index) => {
            return shards.filter((one) => one.total === total && one.current === index + 1).length;
        });
        const most = Math.max(...counts);
        const less = counts.findIndex((count) => count < most);
        if (less >= 0)
            return `part ${less + 1} of ${total} is missing`;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/kit/parts/checks/run-playwright.js








/** Runs the user's Playwright, whole or in parts; or merges what it has reported elsewhere. */
async function runPlaywright(call) {
    const { inputs, run, world, folder } = call;
    if (run.blobs !== undefined) {
        const blobs = await takeBlobs((0,external_node_path_.join)(world.root, run.blobs), (0,external_node_path_.join)(folder, "blobs"));
        return typeof blobs === "string" ? await mergeReports(call, blobs) : blobs;
    }
    const { cookies = [] } = run;
    const wrapped = cookies.length > 0 ? await wrapConfig(world.root, inputs.playwrightConfig, cookies) : undefined;
    const own = { ...call, config: wrapped?.path ?? inputs.playwrightConfig };
    if (run.listOnly !== true)
        world.log.info(`Playwright runs the suites on ${run.origin}.`);
    try {
        if (inputs.shards === 1 || run.listOnly === true)
            return await runWhole(own);
        const { blobs, missing } = await runShards(own);
        const merged = await mergeReports(own, blobs);
        await tellReporters(own, blobs);
        return "text" in merged && missing !== undefined ? { ...merged, missing } : merged;
    }
    finally {
        await wrapped?.remove();
    }
}
async function runWhole(call) {
    const { tool, run, folder } = call;
    const file = (0,external_node_path_.join)(folder, "report.json");
    // A list needs no reporters of the user's, which may upload what they are told.
    const how = run.listOnly === true ? ["--list", "--reporter=json"] : [jsonReporter(tool)];
    const ended = await callPlaywright(call, how, { PLAYWRIGHT_JSON_OUTPUT_FILE: file });
    const text = await (0,promises_.readFile)(file, "utf8").catch(() => "");
    return text === "" ? { why: `Playwright ended without a report (${ending(ended)})` } : { text };
}

;// CONCATENATED MODULE: ./lib/kit/parts/checks/run-specs.js










/**
 * Runs the user's own Playwright on their suites and judges its report. What Playwright or its configuration
 * cannot do is an outcome, not an error.
 * @throws {UserError} PR461 when Playwright or its configuration is not there, PR102 for a wrong environment.
 */
async function runSpecs(inputs, run, world) {
    const tool = await findPlaywright(world.root);
    const began = world.clock.now();
    const done = (judged, tests = [], kept = []) => ({
        ...judged,
        tests,
        seconds: (world.clock.now() - began) / 1000,
        kept,
    });
    const { cookies = [], listOnly = false } = run;
    if (!listOnly && (await (0,access/* isProtected */.b)(world, run.origin, cookies)))
        return done({ outcome: "protected", reason: `${run.origin} is behind a login page` });
    const hidden = hiddenOf(inputs, cookies);
    const folder = (0,external_node_path_.join)(world.temp, "prism-rollout-suites", run.name);
    await (0,promises_.rm)(folder, { recursive: true, force: true });
    await (0,promises_.mkdir)(folder, { recursive: true });
    try {
        const ran = await runPlaywright({ tool, inputs, run, world, folder });
        world.signal.throwIfAborted();
        const report = "text" in ran ? readReport(ran.text) : undefined;
        if (!("text" in ran) || report === undefined) {
            const why = "why" in ran ? ran.why : "Playwright's report is not JSON: it was cut";
            return done({ outcome: "infra-error", reason: scrubber(hidden.secrets).text(why) });
        }
        // What is missing of a report keeps it from passing; what fails in the rest has failed all the same.
        const errors = [...report.errors, ...(ran.missing === undefined ? [] : [ran.missing])];
        const clean = withoutSecrets({ ...report, errors }, hidden);
        const judged = listOnly ? judgeList(clean, inputs) : judgeRun(clean, inputs, run);
        const kept = listOnly ? [] : await keep({ ...run, text: ran.text, tests: clean.tests }, hidden, world);
        return done(judged, clean.tests, kept);
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
/** What a person reads later decides nothing: where it cannot be kept, that is said. */
async function keep(run, hidden, { temp }) {
    const folder = (0,external_node_path_.join)(temp, "prism-rollout", run.action);
    return await keepReport(run, folder, hidden).catch((error) => [
        `not in the artifact: the suites' files, which could not be kept (${(0,user_error/* describe */.q0)(error)})`,
    ]);
}
/** The suites know these: whatever they write may hold them. */
function hiddenOf({ playwrightAccounts, secretNames }, cookies) {
    const secrets = [playwrightAccounts ?? "", ...cookies.map(({ value }) => value)];
    return { secrets: secrets.filter((one) => one.trim() !== ""), names: secretNames };
}
function judgeRun(report, inputs, { tag }) {
    const judged = (0,judge_suite/* judgeSuite */.C)(report, tag === undefined ? inputs.playwright : []);
    return judged.outcome === "no-tests" && tag !== undefined
        ? { ...judged, reason: `no test has the tag ${tag}` }
        : judged;
}
/** Nothing ran, so all that can be wrong is the configuration, a file, or a filter. */
function judgeList({ tests, errors }, inputs) {
    const listed = tests.map((test) => ({ ...test, status: "expected" }));
    const judged = (0,judge_suite/* judgeSuite */.C)({ tests: listed, errors }, inputs.playwright);
    return judged.outcome === "passed" ? { ...judged, reason: `${tests.length} tests are there` } : judged;
}


/***/ }),

/***/ 86741:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ suiteEvidence),
/* harmony export */   w: () => (/* binding */ suiteTables)
/* harmony export */ });
/** «x of n …» for a run of suites, and what did not run. */
function suiteEvidence({ tests, outcome, seconds, kept }, what) {
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
        ...kept,
    ];
}
/** More rows than these nobody reads, and a summary has an end. */
const mostRows = 50;
/** A row a failing test, with its error, what failed before what wavered; the other tests are counted. */
function suiteTables({ tests }) {
    const of = (wanted) => tests.filter(({ status }) => status === wanted);
    const failed = [...of("unexpected"), ...of("flaky")];
    if (failed.length === 0)
        return [];
    const rows = failed
        .slice(0, mostRows)
        .map(({ file, title, project, status, error }) => [
        file,
        project === "" ? title : `${title} (${project})`,
        status === "flaky" ? "passed when tried again" : short(error),
    ]);
    const others = failed.length - rows.length;
    const more = others > 0 ? [[`${others} more`, "", "in the report, in this job's artifact"]] : [];
    const columns = ["suite", "test", "what happened"];
    return [{ title: `Failing tests: ${failed.length} of ${tests.length}`, columns, rows: [...rows, ...more] }];
}
/** The words of an error without the source lines that Playwright prints around them. */
function short(error) {
    const lines = error
        .split("\n")
        .filter((line) => line.trim() !== "" && !/^\s*(>?\s*\d+ \||\||at )/.test(line));
    // Cut between signs: half an emoji is none.
    return Array.from(lines.slice(0, 8).join("\n")).slice(0, 800).join("");
}


/***/ }),

/***/ 40637:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ suiteEnv),
/* harmony export */   s: () => (/* binding */ accountsOf)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);

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
/** Accounts by name, as the secret has them. */
function accountsOf(text) {
    const lines = text.split("\n").filter((line) => line.trim() !== "");
    return Object.fromEntries(lines.map((line, index) => {
        const found = /^\s*([A-Za-z_]\w*)=(.*)$/.exec(line);
        if (found?.[1] !== undefined)
            return [found[1], found[2]?.trim() ?? ""];
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR102", `playwright-accounts: line ${index + 1} is not NAME=value.`, "Write one NAME=value a line into the secret.");
    }));
}
function unfilled(name) {
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR102", `smoke.playwright-env.${name} uses {supabase}, but \`supabase\` is not given.`, "Write supabase: <project ref> for this target.");
}


/***/ }),

/***/ 8072:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ tagPattern)
/* harmony export */ });
/** A tag as a pattern: one that another tag begins with is not the same. */
function tagPattern(tag) {
    return `${tag.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\w-])`;
}


/***/ }),

/***/ 74495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ newTurns),
/* harmony export */   r: () => (/* binding */ suiteTurns)
/* harmony export */ });
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
/**
 * How many turns a browser suite needs: it starts a browser and a worker at least. On two cores nothing runs beside it,
 * since a test that waits for a busy machine looks like a broken site; on four there is room for three commands.
 */
function suiteTurns(cores) {
    return cores < 4 ? 2 : 1;
}


/***/ })

};
