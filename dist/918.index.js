export const id = 918;
export const ids = [918];
export const modules = {

/***/ 2645:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 10 modules
var core = __webpack_require__(7264);
// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(5304);
;// CONCATENATED MODULE: ./lib/kit/action/report.js
const maxSummary = 1_000_000;
/** The job summary as Markdown; cut to what GitHub takes (1 MiB a step), with a line that says so. */
function renderReport(title, report) {
    const head = [
        `## ${title}: ${report.verdict}`,
        `**${report_escape(report.reason)}**`,
        `Next: ${report_escape(report.next)}`,
    ];
    const evidence = (report.evidence ?? []).map((line) => `- ${report_escape(line)}`).join("\n");
    const tables = (report.tables ?? []).map(renderTable);
    const folded = (report.folded ?? []).map(({ title: heading, text }) => `<details><summary>${report_escape(heading)}</summary>\n\n${fence(text)}\n\n</details>`);
    const whole = [...head, evidence, ...tables, ...folded].filter((part) => part !== "").join("\n\n");
    if (Buffer.byteLength(whole) <= maxSummary)
        return `${whole}\n`;
    return `${Buffer.from(whole).subarray(0, maxSummary).toString("utf8")}\n\n(The rest was cut: GitHub takes 1 MiB a step.)\n`;
}
function renderTable({ title, columns, rows }) {
    const line = (cells) => `| ${cells.map(cell).join(" | ")} |`;
    return [`### ${report_escape(title)}`, "", line(columns), line(columns.map(() => "---")), ...rows.map(line)].join("\n");
}
function cell(text) {
    return report_escape(text)
        .replaceAll("|", "\\|")
        .replace(/\s*\n\s*/g, "<br>");
}
/** File names and commit messages come from outside: none of them may become markup. */
function report_escape(text) {
    return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
function fence(text) {
    const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
    const ticks = "`".repeat(longest + 1);
    return `${ticks}\n${text}\n${ticks}`;
}

;// CONCATENATED MODULE: ./lib/kit/action/fail.js



/** Tells what the user can mend from what is our bug. */
function explain(thrown) {
    if (thrown instanceof user_error/* UserError */.yo) {
        return {
            message: `${thrown.code}: ${thrown.message}`,
            next: `${thrown.fix} (${(0,user_error/* errorLink */.P5)(thrown.code)})`,
        };
    }
    const code = thrown?.code;
    if (code === "ENOSPC" || code === "EDQUOT" || code === "EROFS") {
        const message = `PR501: The disk is full or cannot be written: ${(0,user_error/* describe */.q0)(thrown)}.`;
        return { message, next: `Free space on the runner and run again. (${(0,user_error/* errorLink */.P5)("PR501")})` };
    }
    return {
        message: `This is a bug in prism-rollout, not in your release: ${(0,user_error/* describe */.q0)(thrown)}.`,
        next: "Report it with this log at https://github.com/prism-rollout/prism-rollout/issues; enable debug logging for the stack.",
        ...(thrown instanceof Error && thrown.stack ? { stack: thrown.stack } : {}),
    };
}
/** Fails the step with the explanation, in the annotation and in the job summary. */
async function fail(spec, thrown) {
    const { message, next, stack } = explain(thrown);
    if (stack)
        core/* debug */.Yz(stack);
    core/* setFailed */.C1(`${message} ${next}`);
    try {
        core/* setOutput */.uH("verdict", "error");
        await core/* summary */.z.addRaw(renderReport(spec.title, { verdict: "error", reason: message, next })).write();
    }
    catch (error) {
        core/* warning */.$e(`The job summary could not be written: ${(0,user_error/* describe */.q0)(error)}.`);
    }
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./lib/kit/ports/clock.js
/** The machine's own clock. */
const systemClock = {
    now: () => Date.now(),
    sleep: (ms, signal) => new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const timer = setTimeout(done, ms);
        signal?.addEventListener("abort", aborted, { once: true });
        function done() {
            signal?.removeEventListener("abort", aborted);
            resolve();
        }
        function aborted() {
            clearTimeout(timer);
            reject(signal?.reason);
        }
    }),
};

// EXTERNAL MODULE: ./lib/kit/ports/github.js
var github = __webpack_require__(6056);
;// CONCATENATED MODULE: ./lib/kit/ports/http.js
/** The runtime's own `fetch`. */
const systemHttp = (url, init) => fetch(url, init);

;// CONCATENATED MODULE: ./lib/kit/ports/live-database.js

const connectTimeout = 15_000;
/** PostgreSQL over `pg`, loaded on the first call. */
const connectPostgres = async (url, name) => {
    const { default: pg } = await __webpack_require__.e(/* import() */ 849).then(__webpack_require__.bind(__webpack_require__, 3849));
    const open = async () => {
        const client = new pg.Client({
            connectionString: withTls(url),
            application_name: name,
            connectionTimeoutMillis: connectTimeout,
            keepAlive: true,
        });
        // A connection that breaks while idle would end the process; the next query reports it instead.
        client.on("error", () => undefined);
        await client.connect();
        return client;
    };
    const client = await open().catch((error) => {
        throw new user_error/* UserError */.yo("PR411", `The database at ${placeOf(url)} cannot be reached: ${(0,user_error/* describe */.q0)(error)}.`, "Check host, port, user and password of `database-url`. From GitHub's runners use the session pooler (port 5432). A server without TLS needs `?sslmode=disable`.", { cause: error });
    });
    return {
        query: async (sql, parameters = []) => (await client.query(sql, [...parameters])).rows,
        script: async (sql) => {
            let completed = 0;
            const count = () => void (completed += 1);
            client.connection.on("commandComplete", count);
            try {
                await client.query(sql);
            }
            catch (error) {
                throw Object.assign(error instanceof Error ? error : new Error((0,user_error/* describe */.q0)(error)), { completed });
            }
            finally {
                client.connection.removeListener("commandComplete", count);
            }
        },
        close: () => client.end(),
    };
};
/**
 * The URL with libpq's meaning of `sslmode`: the driver's own default is no TLS at all, and it takes
 * `require` for more than it says, which Supabase's own certificate authority does not pass. Outside of this
 * machine TLS is required unless the URL says otherwise; `verify-full` with `sslrootcert` checks who answers.
 */
function withTls(url) {
    if (!URL.canParse(url))
        return url;
    const parsed = new URL(url);
    const mode = parsed.searchParams.get("sslmode");
    const here = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(parsed.hostname);
    if (mode === "no-verify" || parsed.searchParams.has("uselibpqcompat"))
        return url;
    if (mode === null && here)
        return url;
    if (mode === null)
        parsed.searchParams.set("sslmode", "require");
    parsed.searchParams.set("uselibpqcompat", "true");
    return parsed.toString();
}
/** Host, port and database of a URL, without user and password. */
function placeOf(url) {
    try {
        const { host, pathname } = new URL(url);
        return `${host}${pathname}`;
    }
    catch {
        return "(an address that is not a URL)";
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./node_modules/@actions/exec/lib/exec.js + 3 modules
var exec = __webpack_require__(1260);
;// CONCATENATED MODULE: ./lib/kit/ports/live-exec.js



const kept = 4000;
/**
 * Child processes through the runner's own means. What a child prints is taken as text only: a line that
 * looks like a workflow command is not obeyed.
 */
function liveExec(write) {
    return async (command, args, { cwd, env, quiet = false }) => {
        let tail = "";
        const listen = (data) => {
            tail = (tail + data.toString("utf8")).slice(-kept);
        };
        const token = (0,external_node_crypto_.randomUUID)();
        if (!quiet)
            write(`::stop-commands::${token}\n`);
        try {
            const exitCode = await (0,exec/* exec */.m)(`"${command}"`, [...args], {
                cwd,
                env: { ...env },
                silent: quiet,
                ignoreReturnCode: true,
                listeners: { stdout: listen, stderr: listen },
            });
            return { exitCode, tail };
        }
        catch (error) {
            throw new user_error/* UserError */.yo("PR441", `${command} could not be started: ${(0,user_error/* describe */.q0)(error)}.`, "Install it in a step before this one, or correct the command.", { cause: error });
        }
        finally {
            if (!quiet)
                write(`::${token}::\n`);
        }
    };
}

;// CONCATENATED MODULE: ./lib/kit/action/live-log.js

/** The runner's log: groups fold, warnings and errors become annotations. */
function liveLog() {
    return {
        info: (text) => core/* info */.pq(text),
        debug: (text) => core/* debug */.Yz(text),
        notice: (text) => core/* notice */.lm(text),
        warn: (text) => core/* warning */.$e(text),
        error: (text) => core/* error */.z3(text),
        group: (title, work) => core/* group */.Os(title, work),
    };
}

// EXTERNAL MODULE: ./lib/kit/action/spec.js
var spec = __webpack_require__(5596);
;// CONCATENATED MODULE: ./lib/kit/action/read-inputs.js


/**
 * Reads every input as one typed, frozen value: `with:`, then the target, then the section, then the default.
 * @throws {UserError} PR102 (or PR104, when nothing but secrets is missing) naming all that is wrong at once.
 */
function readInputs(section, inputs, get, config) {
    const issues = [...config.issues];
    const missing = [];
    const values = {};
    for (const [name, input] of Object.entries(inputs)) {
        const found = read(name, input, get, config, section);
        if ("value" in found)
            values[(0,spec/* camel */.n)(name)] = found.value;
        else if (found.missingSecret)
            missing.push(name);
        else
            issues.push(found.issue);
    }
    if (issues.length === 0 && missing.length === 0)
        return Object.freeze(values);
    const secrets = missing.map((name) => `with: ${name}: this secret is required, but empty`);
    const all = [...issues, ...secrets];
    throw new user_error/* UserError */.yo(issues.length === 0 ? "PR104" : "PR102", all.length === 1
        ? `${all[0]}.`
        : `${all.length} inputs are wrong:\n${all.map((line) => `  - ${line}`).join("\n")}`, issues.length === 0
        ? "Set the secret for this environment and pass it on: a called workflow gets only what its caller maps by name."
        : "Mend each line above; nothing was done.");
}
function read(name, input, get, config, section) {
    const given = get(name);
    if (given.trim() !== "") {
        const parsed = input.parse(given);
        if ("value" in parsed)
            return parsed;
        const got = input.secret ? "something else" : JSON.stringify(given.slice(0, 60));
        return issue(`with: ${name}: expected ${parsed.expected}, got ${got}; write ${name}: ${parsed.write}`);
    }
    const placed = input.secret ? undefined : config.lookup(section, name);
    if (placed && placed.raw !== null) {
        const parsed = input.parse(placed.raw);
        // What is wrong in the file is in config.issues already, with its place.
        return "value" in parsed ? parsed : { value: undefined };
    }
    if (input.fallback !== undefined) {
        const parsed = input.parse(input.fallback);
        if ("value" in parsed)
            return parsed;
        throw new Error(`The default of ${section}.${name} does not fit its own declaration.`);
    }
    if (!input.required)
        return { value: undefined };
    if (input.secret)
        return { issue: "", missingSecret: true };
    return issue(`with: ${name}: required, but given neither under \`with:\` nor as ${section}.${name} in rollout.yml`);
}
function issue(text) {
    return { issue: text, missingSecret: false };
}

;// CONCATENATED MODULE: ./lib/kit/action/live-runtime.js










/** The world of an action on a runner. Nothing heavy is loaded before it is used. */
function liveRuntime(get, config, signal) {
    const env = process.env;
    const context = (0,github/* runContext */.pO)(env);
    return {
        clock: systemClock,
        http: systemHttp,
        log: liveLog(),
        exec: liveExec((text) => process.stdout.write(text)),
        connect: connectPostgres,
        github: (token) => (0,github/* connectGitHub */.UY)(token, context),
        context,
        env,
        root: (0,external_node_path_.resolve)(env["GITHUB_WORKSPACE"] ?? ".", get("working-directory") || "."),
        temp: env["RUNNER_TEMP"] ?? (0,external_node_os_.tmpdir)(),
        signal,
        section: (name, inputs) => readInputs(name, inputs, get, { ...config, issues: [] }),
        sections: config.sections,
        emit: (outputs) => {
            for (const [name, value] of Object.entries(outputs))
                core/* setOutput */.uH(name, value);
        },
    };
}

;// CONCATENATED MODULE: ./lib/kit/action/mask.js
/**
 * Every text by which a secret could appear in a log: itself, each of its lines, URL-encoded, in base64, as
 * JSON writes it, and the password inside of a URL. Texts under four characters are left out: masking them
 * would blacken everything else.
 */
function masksOf(secret) {
    const lines = secret.split("\n").map((line) => line.trim());
    const forms = [secret, ...lines, ...passwords(secret)].flatMap((form) => [
        form,
        encodeURIComponent(form),
        Buffer.from(form).toString("base64"),
        JSON.stringify(form).slice(1, -1),
    ]);
    return [...new Set(forms)].filter((form) => form.trim().length >= 4);
}
/** All masks of what is given for the inputs that are declared secret. */
function masksOfInputs(inputs, get) {
    return Object.entries(inputs)
        .filter(([, input]) => input.secret)
        .flatMap(([name]) => masksOf(get(name)));
}
function passwords(secret) {
    if (!/^[a-z+]+:\/\//i.test(secret))
        return [];
    try {
        const { password } = new URL(secret);
        return [password, decodeURIComponent(password)];
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./lib/kit/action/run.js









/**
 * The one door to the runner: masks secrets, reads all inputs, does the work, sets outputs, writes the job
 * summary. Anything that is thrown fails the step. `specs` are the declarations of all actions, against
 * which `rollout.yml` is checked.
 */
async function runAction(spec, work, specs) {
    const get = (name) => core/* getInput */.V4(name);
    for (const mask of masksOfInputs(spec.inputs, get))
        core/* setSecret */.Pq(mask);
    const stop = new AbortController();
    const onSignal = (signal) => stop.abort(new Error(`the runner asked to stop (${signal})`));
    process.once("SIGINT", onSignal);
    process.once("SIGTERM", onSignal);
    try {
        const config = await readConfig(get, specs);
        if (isLeftOut(spec, get, config))
            return await tell(spec, leftOut(spec));
        const inputs = readInputs(spec.name, spec.inputs, get, config);
        const { outputs, report } = await work(inputs, liveRuntime(get, config, stop.signal));
        for (const [name, value] of Object.entries(outputs))
            core/* setOutput */.uH(name, value);
        await tell(spec, report);
    }
    catch (thrown) {
        await fail(spec, thrown);
    }
    finally {
        process.removeListener("SIGINT", onSignal);
        process.removeListener("SIGTERM", onSignal);
    }
}
/** A phase of a chain whose section is not in the file has nothing to do; one that stands alone is meant. */
function isLeftOut(spec, get, config) {
    return "release" in spec.inputs && get("release") !== "" && !config.sections.includes(spec.name);
}
function leftOut({ name }) {
    return {
        verdict: "pass",
        reason: `rollout.yml has no section ${name}: nothing to do.`,
        next: "Nothing to do.",
    };
}
async function tell(spec, report) {
    core/* info */.pq(`${spec.title}: ${report.verdict}. ${report.reason}`);
    for (const line of report.evidence ?? [])
        core/* info */.pq(`  ${line}`);
    core/* setOutput */.uH("verdict", report.verdict);
    core/* setOutput */.uH("evidence", JSON.stringify(report.evidence ?? []));
    if (report.verdict !== "pass")
        core/* setFailed */.C1(`${report.reason} ${report.next}`);
    await core/* summary */.z.addRaw(renderReport(spec.title, report)).write();
}
async function readConfig(get, specs) {
    const named = get("config");
    const target = get("target");
    const root = (0,external_node_path_.resolve)(process.env["GITHUB_WORKSPACE"] ?? ".", get("working-directory") || ".");
    const file = named || "rollout.yml";
    try {
        const text = await (0,promises_.readFile)((0,external_node_path_.resolve)(root, file), "utf8");
        const { parseConfig } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(553)]).then(__webpack_require__.bind(__webpack_require__, 3553));
        return parseConfig(text, file, target, specs);
    }
    catch (error) {
        if (error instanceof user_error/* UserError */.yo)
            throw error;
        const absent = error.code === "ENOENT";
        if (absent && named === "" && target === "")
            return { lookup: () => undefined, targets: [], sections: [], issues: [] };
        throw new user_error/* UserError */.yo("PR101", `${file} in ${root} cannot be read: ${(0,user_error/* describe */.q0)(error)}.`, "Check out the repository first; name the file by `config` and its folder by `working-directory`.", { cause: error });
    }
}


/***/ }),

/***/ 6056:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   UY: () => (/* binding */ connectGitHub),
/* harmony export */   c4: () => (/* binding */ isNotFound),
/* harmony export */   pO: () => (/* binding */ runContext)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5304);

function runContext(env) {
    const [owner = "", repo = ""] = (env["GITHUB_REPOSITORY"] ?? "").split("/");
    const runId = env["GITHUB_RUN_ID"] ?? "0";
    const server = env["GITHUB_SERVER_URL"] ?? "https://github.com";
    return {
        owner,
        repo,
        runId,
        sha: env["GITHUB_SHA"] ?? "",
        ref: env["GITHUB_REF"] ?? "",
        attempt: Number(env["GITHUB_RUN_ATTEMPT"] ?? "1"),
        actor: env["GITHUB_ACTOR"] ?? "",
        apiUrl: env["GITHUB_API_URL"] ?? "https://api.github.com",
        runUrl: `${server}/${owner}/${repo}/actions/runs/${runId}`,
    };
}
/** GitHub through its own client, loaded only where a token was given. */
async function connectGitHub(token, context) {
    const { getOctokit } = await __webpack_require__.e(/* import() */ 413).then(__webpack_require__.bind(__webpack_require__, 2413));
    const octokit = getOctokit(token, { baseUrl: context.apiUrl });
    const { owner, repo } = context;
    return {
        request: async (route, parameters = {}) => {
            try {
                const { status, data } = await octokit.request(route, { owner, repo, ...parameters });
                return { status, data: data };
            }
            catch (error) {
                throw refusal(route, error);
            }
        },
    };
}
/** True for «GitHub does not know this», which is an answer for some callers. */
function isNotFound(error) {
    return error instanceof _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo && error.code === "PR303";
}
function refusal(route, error) {
    const status = error.status ?? 0;
    const said = `GitHub ${route} answered ${status || "nothing"}: ${(0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(error)}.`;
    const options = { cause: error };
    if (status === 404)
        return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR303", said, "Check the repository's settings and the names used.", options);
    if (status === 401)
        return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR302", said, "Pass a token that GitHub accepts as `github-token`.", options);
    if (status === 403) {
        return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR302", said, "Give the job `deployments: write` and `actions: read` permissions.", options);
    }
    if (status >= 500 || status === 0) {
        return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR305", said, "See githubstatus.com, then run the job again.", options);
    }
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR304", said, "Read GitHub's reason above.", options);
}


/***/ }),

/***/ 1820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ canonical),
/* harmony export */   br: () => (/* binding */ digest),
/* harmony export */   sc: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);

/**
 * The one text of a JSON value: keys sorted by code unit, no blanks, UTF-8. A property that is undefined is
 * left out.
 * @throws {TypeError} for a number that is not a safe integer, and for what JSON has no form for.
 */
function canonical(value) {
    if (value === null || typeof value === "boolean" || typeof value === "string")
        return JSON.stringify(value);
    if (typeof value === "number") {
        if (Number.isSafeInteger(value))
            return String(Object.is(value, -0) ? 0 : value);
        throw new TypeError(`canonical JSON has no floats: ${value}`);
    }
    if (Array.isArray(value))
        return `[${value.map(canonical).join(",")}]`;
    if (typeof value !== "object" || value === undefined)
        throw new TypeError(`not JSON: ${typeof value}`);
    const entries = Object.entries(value)
        .filter(([, inner]) => inner !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(",")}}`;
}
/** SHA-256 of the canonical text, in hex. */
function digest(value) {
    return sha256(canonical(value));
}
/** SHA-256 of bytes or of a text's UTF-8, in hex. */
function sha256(bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(bytes).digest("hex");
}


/***/ }),

/***/ 5610:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C$: () => (/* binding */ readFormat),
/* harmony export */   VD: () => (/* binding */ writeFormat),
/* harmony export */   pP: () => (/* binding */ schemaOf)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5304);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1820);


function schemaOf(kind) {
    return `prism-rollout/${kind}@1`;
}
/** The text of a document: canonical, with a newline at its end. */
function writeFormat(document) {
    return `${(0,_canonical_js__WEBPACK_IMPORTED_MODULE_1__/* .canonical */ .$N)(document)}\n`;
}
/**
 * Reads a document of one kind. Unknown keys are kept.
 * @throws {UserError} PR106 when it is not JSON, another kind, or a major that this version does not know.
 */
function readFormat(kind, text, where) {
    const value = parse(text, where);
    const schema = typeof value === "object" && value !== null ? value.schema : undefined;
    if (schema === schemaOf(kind))
        return value;
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR106", `${where} is ${typeof schema === "string" ? schema : "without a schema"}, not ${schemaOf(kind)}.`, "Use the file that this version of the suite wrote for this release.");
}
function parse(text, where) {
    try {
        return JSON.parse(text);
    }
    catch (error) {
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR106", `${where} is not JSON.`, "Was the file cut or edited? Make the plan again.", {
            cause: error,
        });
    }
}


/***/ })

};
