export const id = 42;
export const ids = [42];
export const modules = {

/***/ 2793:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pz: () => (/* binding */ unverifiedEnv),
/* harmony export */   Tc: () => (/* binding */ compareEnv),
/* harmony export */   VU: () => (/* binding */ requiredOf),
/* harmony export */   _O: () => (/* binding */ resetsOf),
/* harmony export */   kQ: () => (/* binding */ namesHeldOtherwise)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5304);

/** Every variable that must have a value: what `build` required, and what is declared beside it. */
function requiredOf(artifact, declared) {
    const built = Object.entries(artifact.env).map(([name, { required }]) => [name, required]);
    return { ...Object.fromEntries(built), ...declared };
}
/**
 * Compares required values with the artifact's proof and the host's own values.
 * @throws {UserError} PR402 when the build saw another value, PR434 when the host holds another one that is not to be
 * `reset`.
 */
function compareEnv(artifact, required, host, { reset = false } = {}) {
    const names = Object.keys(required).sort();
    const wrong = names.filter((name) => builtOtherwise(artifact, name, required[name] ?? ""));
    if (wrong.length > 0) {
        const what = wrong.map((name) => `${name}=${JSON.stringify(required[name])}`).join(", ");
        const fix = "Declare the same value in `build: required-env`, and build again.";
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR402", `The release requires ${what}, but its build saw another value.`, fix);
    }
    const differing = namesHeldOtherwise(required, host);
    if (differing.length > 0 && !reset) {
        const what = differing.map((name) => `${name}=${JSON.stringify(required[name])}`).join(", ");
        const fix = "Correct the variable at the host for production (a build there would bring it back), or run with `only: deploy-web`, which sets it; then run again.";
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR434", `The release requires ${what}, but the host holds another value.`, fix);
    }
    return Object.fromEntries(names.map((name) => [name, finding(artifact, name, required[name] ?? "", host[name])]));
}
/** The names for which the host holds another value than the required one. */
function namesHeldOtherwise(required, host) {
    return Object.keys(required)
        .sort()
        .filter((name) => {
        const held = host[name];
        return held?.state === "value" && held.value !== required[name];
    });
}
/** What this release sets at the host, by name. */
function resetsOf(findings) {
    const due = Object.entries(findings).filter(([, { host }]) => host === "reset");
    return Object.fromEntries(due.map(([name, { required }]) => [name, required]));
}
/** What could not be proven, in sentences. */
function unverifiedEnv(findings) {
    return Object.entries(findings).flatMap(([name, { build, host }]) => [
        ...(build === "unverifiable" ? [`${name} is unverifiable in the build.`] : []),
        ...(host === "unreadable" ? [`${name} is unverifiable at the host: its value cannot be read.`] : []),
        ...(host === "absent"
            ? [`${name} is not set at the host; a build there would take it from its files.`]
            : []),
    ]);
}
function finding(artifact, name, required, held) {
    const build = artifact.env[name]?.proof === "vite" ? "proven" : "unverifiable";
    if (held?.state !== "value")
        return { required, build, host: held?.state ?? "unreadable" };
    return { required, build, host: held.value === required ? "equal" : "reset" };
}
function builtOtherwise(artifact, name, required) {
    const proof = artifact.env[name];
    return proof?.proof === "vite" && proof.value !== required;
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

/***/ 4746:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ openHost)
});

// EXTERNAL MODULE: ./lib/kit/parts/web/origins.js
var origins = __webpack_require__(8007);
// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(5304);
// EXTERNAL MODULE: ./lib/kit/parts/web/run-command.js
var run_command = __webpack_require__(3185);
// EXTERNAL MODULE: ./lib/kit/parts/web/served.js
var web_served = __webpack_require__(4171);
// EXTERNAL MODULE: ./lib/kit/ports/exec.js
var exec = __webpack_require__(3566);
;// CONCATENATED MODULE: ./lib/kit/providers/hosts/command/command.js




/**
 * A host that only the user's own command knows. It cannot stage, and what is live is known by the build
 * marker that the origins serve.
 */
function commandHost(world, settings) {
    const unknown = { release: null, artifact: null, marker: null, previous: null };
    const { undoCommand } = settings;
    return {
        inspect: () => inspect(world, settings),
        said: async () => unknown,
        env: async (names) => Object.fromEntries(names.map((name) => [name, { state: "unreadable" }])),
        setEnv: async () => {
            throw new Error("a command's host tells no values, so none of them is set");
        },
        filesOf: async () => undefined,
        find: async () => undefined,
        stage: async () => undefined,
        promote: (promotion) => promote(world, settings, promotion),
        goBack: (change, options) => goBack(world, settings, change, options),
        unpin: async () => undefined,
        probeHeaders: {},
        noWayBack: undoCommand === undefined ? "the host is a command, and no `undo-command` is declared" : undefined,
    };
}
async function inspect(world, { origins }) {
    const served = await Promise.all(origins.map(async (origin) => [origin, (await (0,web_served/* askOrigin */.YN)(world, origin)).marker]));
    const markers = [...new Set(served.map(([, marker]) => marker))];
    const marker = markers.length === 1 ? (markers[0] ?? null) : null;
    return {
        project: null,
        deployment: null,
        domains: Object.fromEntries(served),
        said: { release: null, artifact: null, marker, previous: null },
        moving: null,
        notes: [],
    };
}
async function promote(world, settings, { site, was }) {
    const { domains } = await inspect(world, settings);
    const others = Object.entries(domains).filter(([name, now]) => now !== (was[name] ?? null) && now !== site.marker);
    if (others.length > 0) {
        const what = others.map(([name, now]) => `${name} serves ${now ?? "no marker"} by now`).join(", ");
        throw new user_error/* UserError */.yo("PR435", `Somebody else has deployed since the plan was made: ${what}. Nothing was changed.`, "Start a new run, so that the plan says what is live.");
    }
    await run(world, settings.command, settings.env, site);
    const proofs = await (0,web_served/* proveOrigins */.ui)(world, settings.origins, site.marker, {
        timeout: settings.verifyTimeout,
        interval: settings.pollInterval,
    });
    if (proofs.every((proof) => proof.serves))
        return [];
    const line = (0,web_served/* originsLine */.CP)(proofs, site.marker);
    throw new user_error/* UserError */.yo("PR433", `\`${settings.command}\` ended well, but only ${line}: ${proofs.map((one) => `${one.origin} ${one.said}`).join("; ")}.`, "The command must deploy the folder that ROLLOUT_SITE names as it is; a site that it builds anew has no marker.");
}
async function goBack(world, settings, { from, to }, { dryRun = false } = {}) {
    const { domains } = await inspect(world, settings);
    const markers = Object.values(domains);
    if (markers.every((marker) => marker === to))
        return { outcome: "already", said: "The origins serve it." };
    if (!markers.every((marker) => marker === to || marker === from)) {
        return { outcome: "drift", said: "Some origins serve neither release: nothing was touched." };
    }
    if (settings.undoCommand === undefined) {
        return { outcome: "irreversible", said: "The host is a command, and no `undo-command` is declared." };
    }
    if (dryRun)
        return { outcome: "reverted", said: `\`${settings.undoCommand}\` would be run.` };
    // A way back may pass several releases: which site is wanted, the command cannot know by itself.
    await run(world, settings.undoCommand, { ...settings.env, ...(to === null ? {} : { ROLLOUT_MARKER: to }) });
    const after = Object.values((await inspect(world, settings)).domains);
    const back = after.every((marker) => marker === to);
    return back
        ? { outcome: "reverted", said: "The origins serve what they served before." }
        : {
            outcome: "failed",
            said: "The undo command ended, but the origins do not serve what they did before.",
        };
}
async function run(world, command, env, site) {
    const own = site === undefined ? {} : { ROLLOUT_SITE: site.folder, ROLLOUT_MARKER: site.marker };
    const { exitCode, tail } = await world.log.group(command, () => (0,run_command/* runCommand */.d)(world, command, (0,exec/* childEnv */.g)(world.env, { ...env, ...own })));
    if (exitCode === 0)
        return;
    throw new user_error/* UserError */.yo("PR441", `\`${command}\` ended with exit code ${exitCode}:\n${(0,run_command/* lastLines */.w)(tail)}`, "Look at what it printed. What is live was not checked after it; running again does that first.");
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./lib/kit/providers/hosts/vercel/source-pattern.js
const escaped = /[.*+?^${}()|[\]\\]/g;
/**
 * Reads `/results/:id`, `/files/:path*`, `/((?!assets/).*)`, `/:lang(en|de)/x`. A named group takes one segment
 * unless it says otherwise; with `*`, `+` or `?` the slash before it belongs to it.
 * @throws {Error} when a parenthesis is not closed.
 */
function sourcePattern(source) {
    const tokens = tokensOf(source);
    const groups = tokens.flatMap((token) => (token.kind === "group" ? [token.name] : []));
    return { src: `^${tokens.map(regexOf).join("")}$`, groups };
}
/** `/x/:id` → `/x/$1`; what is already `$1` or no group of the source stays. */
function substituted(text, groups) {
    return text.replace(/:([A-Za-z_]\w*)[*+?]?/g, (whole, name) => {
        const at = groups.indexOf(name);
        return at === -1 ? whole : `$${at + 1}`;
    });
}
function regexOf(token) {
    if (token.kind === "text")
        return token.text.replace(escaped, "\\$&");
    const { inner, times } = token;
    const prefix = token.prefix.replace(escaped, "\\$&");
    if (times === "")
        return `${prefix}(${inner})`;
    if (times === "?")
        return `(?:${prefix}(${inner}))?`;
    const many = `(?:${prefix}((?:${inner})(?:${prefix}(?:${inner}))*))`;
    return times === "*" ? `${many}?` : many;
}
function tokensOf(source) {
    const tokens = [];
    let unnamed = 0;
    let text = "";
    for (let at = 0; at < source.length;) {
        const name = /^:([A-Za-z_]\w*)/.exec(source.slice(at))?.[1];
        const group = name !== undefined || source[at] === "(";
        if (!group) {
            text += source[at];
            at += 1;
            continue;
        }
        at += name === undefined ? 0 : name.length + 1;
        const inner = source[at] === "(" ? enclosed(source, at) : undefined;
        at += inner === undefined ? 0 : inner.length + 2;
        const times = /^[*+?]/.exec(source.slice(at))?.[0] ?? "";
        at += times.length;
        const prefix = times !== "" && text.endsWith("/") ? "/" : "";
        if (prefix !== "")
            text = text.slice(0, -1);
        if (text !== "")
            tokens.push({ kind: "text", text });
        text = "";
        const own = name ?? String(unnamed);
        unnamed += name === undefined ? 1 : 0;
        tokens.push({ kind: "group", name: own, inner: inner ?? "[^/]+?", prefix, times });
    }
    return text === "" ? tokens : [...tokens, { kind: "text", text }];
}
/** What stands between the parenthesis at `start` and its partner. */
function enclosed(source, start) {
    let depth = 0;
    for (let at = start; at < source.length; at += 1) {
        if (source[at] === "\\")
            at += 1;
        else if (source[at] === "(")
            depth += 1;
        else if (source[at] === ")")
            depth -= 1;
        if (depth === 0)
            return source.slice(start + 1, at);
    }
    throw new Error(`the parenthesis at ${start + 1} of ${source} is not closed`);
}

;// CONCATENATED MODULE: ./lib/kit/providers/hosts/vercel/vercel-json.js




const noEffect = ["routes", "cleanUrls", "trailingSlash", "functions", "crons", "images"];
/**
 * Reads redirects, headers and rewrites. Vercel applies the file only to what it builds; a deployment of built
 * files that left them out would silently lose them.
 * @throws {UserError} PR102 when the file cannot be understood.
 */
async function readVercelJson(root) {
    try {
        const json = JSON.parse(await textBelow(root));
        return {
            redirects: rules(json["redirects"]).map(redirect),
            headers: rules(json["headers"]).map(header),
            rewrites: rules(json["rewrites"]).map(rewrite),
            leftOut: noEffect.filter((key) => json[key] !== undefined && json[key] !== false),
            gitOff: json["git"]?.deploymentEnabled === false,
        };
    }
    catch (error) {
        throw new user_error/* UserError */.yo("PR102", `vercel.json cannot be understood: ${(0,user_error/* describe */.q0)(error)}. Nothing was changed.`, "Correct it; `redirects`, `headers` and `rewrites` are taken over into the deployment.", { cause: error });
    }
}
async function textBelow(root) {
    try {
        return await (0,promises_.readFile)((0,external_node_path_.join)(root, "vercel.json"), "utf8");
    }
    catch (error) {
        if (error.code === "ENOENT")
            return "{}";
        throw error;
    }
}
function rules(value) {
    if (value === undefined)
        return [];
    if (Array.isArray(value))
        return value;
    throw new Error("redirects, headers and rewrites are lists");
}
function redirect(rule) {
    const pattern = patternOf(rule);
    const status = typeof rule.statusCode === "number" ? rule.statusCode : rule.permanent === false ? 307 : 308;
    const Location = substituted(textOf(rule.destination, "destination"), pattern.groups);
    return { src: pattern.src, headers: { Location }, status, ...conditions(rule) };
}
function header(rule) {
    const pattern = patternOf(rule);
    if (!Array.isArray(rule.headers))
        throw new Error("a rule of headers has no list of headers");
    // In lower case, so that one rule's header takes the place of another's.
    const pairs = rule.headers.map(({ key, value }) => [textOf(key, "key").toLowerCase(), substituted(textOf(value, "value"), pattern.groups)]);
    return { src: pattern.src, headers: Object.fromEntries(pairs), continue: true, ...conditions(rule) };
}
function rewrite(rule) {
    const pattern = patternOf(rule);
    const dest = substituted(textOf(rule.destination, "destination"), pattern.groups);
    return { src: pattern.src, dest, check: true, ...conditions(rule) };
}
function patternOf({ source }) {
    return sourcePattern(textOf(source, "source"));
}
function conditions({ has, missing }) {
    return { ...(has ? { has } : {}), ...(missing ? { missing } : {}) };
}
function textOf(value, name) {
    if (typeof value === "string")
        return value;
    throw new Error(`${name} is not a text`);
}

// EXTERNAL MODULE: ./lib/kit/ports/growing-waits.js
var growing_waits = __webpack_require__(5869);
// EXTERNAL MODULE: ./lib/kit/ports/json-api.js + 1 modules
var json_api = __webpack_require__(397);
;// CONCATENATED MODULE: ./lib/kit/providers/hosts/vercel/context.js


/** A caller of Vercel's API, in the scope of the team where one is named. */
function vercelApi(world, { apiUrl, token, team }) {
    const api = (0,json_api/* jsonApi */.Z)(world, {
        name: "Vercel",
        baseUrl: apiUrl,
        headers: { authorization: `Bearer ${token}`, "user-agent": "prism-rollout" },
        tokenHint: "Pass a Vercel token with access to this project as `host-token`; name its team by `host-team`.",
        attempts: 6,
    });
    const scope = team === undefined ? {} : team.startsWith("team_") ? { teamId: team } : { slug: team };
    return (method, path, call = {}) => api(method, path, { ...call, query: { ...scope, ...call.query } });
}
/** Asks until there is an answer; undefined when the time was not enough. */
async function until({ world, settings }, timeout, look) {
    const end = world.clock.now() + timeout;
    const waits = (0,growing_waits/* growingWaits */.I)(settings.pollInterval);
    for (;;) {
        const found = await look();
        if (found !== undefined)
            return found;
        if (world.clock.now() >= end)
            return undefined;
        await world.clock.sleep(waits.next().value, world.signal);
    }
}
/** Does the work for every item, at most `limit` at a time. */
async function inParallel(items, limit, work) {
    const queue = [...items];
    const worker = async () => {
        for (let item = queue.shift(); item !== undefined; item = queue.shift())
            await work(item);
    };
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
}

;// CONCATENATED MODULE: ./lib/kit/providers/hosts/vercel/env.js

/** Production variables as far as they can be read: a sensitive one never, another one by itself, decrypted. */
async function readEnv(vercel, names) {
    if (names.length === 0)
        return {};
    const project = encodeURIComponent(vercel.settings.project);
    try {
        const { envs } = (await vercel.api("GET", `/v10/projects/${project}/env`)).json;
        const entries = names.map(async (name) => [name, await env_valueOf(vercel, project, name, envs)]);
        return Object.fromEntries(await Promise.all(entries));
    }
    catch (error) {
        // A token that may deploy need not be one that may read variables.
        if (!(error instanceof user_error/* UserError */.yo) || error.code !== "PR302")
            throw error;
        return Object.fromEntries(names.map((name) => [name, { state: "unreadable" }]));
    }
}
/**
 * Sets the value of variables that production has; what else shares the variable gets it as well. Asked twice it does
 * the same, and what is unclear is read.
 */
async function setEnv(vercel, values) {
    const project = encodeURIComponent(vercel.settings.project);
    for (const [name, value] of Object.entries(values)) {
        const { envs } = (await vercel.api("GET", `/v10/projects/${project}/env`)).json;
        const entry = entryOf(name, envs);
        if (entry === undefined)
            throw notSet(name, "it is not there any more");
        const path = `/v9/projects/${project}/env/${entry.id}`;
        await vercel.api("PATCH", path, { json: { value }, safe: true });
        const now = await env_valueOf(vercel, project, name, [{ ...entry, type: "encrypted" }]);
        if (now.state !== "value" || now.value !== value)
            throw notSet(name, "it holds another value still");
    }
}
function notSet(name, why) {
    return new user_error/* UserError */.yo("PR434", `${name} was to be set at the host, but ${why}. No traffic has moved.`, "Set it at the host for production, then run the job again.");
}
function entryOf(name, envs) {
    return envs.find(({ key, target, gitBranch }) => key === name && [target ?? []].flat().includes("production") && !gitBranch);
}
async function env_valueOf({ api }, project, name, envs) {
    const entry = entryOf(name, envs);
    if (entry === undefined)
        return { state: "absent" };
    if (entry.type === "sensitive")
        return { state: "unreadable" };
    const when = entry.updatedAt === undefined ? {} : { setAt: entry.updatedAt };
    if (entry.type === "plain" && entry.value !== undefined)
        return { state: "value", value: entry.value, ...when };
    const { status, json } = await api("GET", `/v1/projects/${project}/env/${entry.id}`, {
        accept: [200, 403, 404],
    });
    const one = (status === 200 ? json : {});
    if (one.decrypted === false || one.value === undefined)
        return { state: "unreadable" };
    return { state: "value", value: one.value, ...when };
}

;// CONCATENATED MODULE: ./lib/kit/providers/hosts/vercel/files-of.js
const root = ".vercel/output/static/";
/** SHA-1 by path of a prebuilt deployment's site; undefined where Vercel does not tell it for this deployment. */
async function filesOf({ api }, deployment) {
    const { status, json } = await api("GET", `/v6/deployments/${deployment}/files`, {
        accept: [200, 400, 403, 404, 410],
    });
    if (status !== 200 || !Array.isArray(json))
        return undefined;
    const all = flatten(json, "");
    const site = all
        .map(([path, sha]) => [path.slice(path.indexOf(root)), sha])
        .filter(([path]) => path.startsWith(root))
        .map(([path, sha]) => [path.slice(root.length), sha]);
    return site.length === 0 ? undefined : new Map(site);
}
function flatten(nodes, above) {
    return nodes.flatMap((node) => {
        const path = `${above}${node.name}`;
        if (node.children)
            return flatten(node.children, `${path}/`);
        return node.uid === undefined ? [] : [[path, node.uid]];
    });
}

;// CONCATENATED MODULE: ./lib/kit/providers/hosts/vercel/inspect.js

const nothingSaid = { release: null, artifact: null, marker: null, previous: null };
/** The project with its last promote or rollback as it is now. */
async function readProject({ api, settings }) {
    const path = `/v9/projects/${encodeURIComponent(settings.project)}`;
    const { status, json } = await api("GET", path, { query: { rollbackInfo: true }, accept: [200, 404] });
    if (status !== 404)
        return json;
    const scope = settings.team === undefined ? "without a team" : `in team ${settings.team}`;
    throw new user_error/* UserError */.yo("PR303", `Vercel knows no project ${settings.project} ${scope} (GET ${path} answered 404).`, "Correct `host-project` for this target in rollout.yml: the project's id or name. A team's project needs `host-team`, too.");
}
/** The project, and then what its domains serve; only what these are called is asked for meanwhile. */
async function readLive(vercel, read = readProject) {
    const names = domainNames(vercel, encodeURIComponent(vercel.settings.project));
    // Awaited below: what is wrong with the project is said first, and better.
    names.catch(() => undefined);
    const project = await read(vercel);
    return { project, domains: await servedBy(vercel, project.id, await names) };
}
async function readDomains(vercel, projectId) {
    return await servedBy(vercel, projectId, await domainNames(vercel, projectId));
}
async function servedBy(vercel, projectId, names) {
    const entries = await Promise.all(names.map(async (name) => {
        const { status, json } = await vercel.api("GET", `/v4/aliases/${encodeURIComponent(name)}`, {
            query: { projectId },
            accept: [200, 404],
        });
        return [name, status === 404 ? null : (json.deploymentId ?? null)];
    }));
    return Object.fromEntries(entries);
}
/** What a deployment says of itself. */
async function readSaid({ api }, deployment) {
    const { status, json } = await api("GET", `/v13/deployments/${deployment}`, { accept: [200, 404] });
    return status === 404 ? nothingSaid : saidBy(json);
}
function saidBy({ meta = {} }) {
    return {
        release: meta["rolloutRelease"] ?? null,
        artifact: meta["rolloutArtifact"] ?? null,
        marker: meta["rolloutMarker"] ?? null,
        previous: meta["rolloutPrevious"] || null,
    };
}
/** What is live, and whether anything may be promoted. */
async function inspect_inspect(vercel) {
    const { project, domains } = await readLive(vercel);
    const served = [...new Set(Object.values(domains))];
    const deployment = served.length === 1 ? (served[0] ?? null) : null;
    const said = deployment === null ? nothingSaid : await readSaid(vercel, deployment);
    const blocked = whyBlocked(project, domains, vercel.settings);
    const moving = isMoving(project.lastAliasRequest) ? project.lastAliasRequest.toDeploymentId : null;
    const notes = await notesOf(vercel, project);
    const last = project.lastAliasRequest;
    return {
        project: project.id,
        deployment,
        domains,
        said,
        moving,
        notes,
        ...(last && last.toDeploymentId === deployment ? { movedAt: last.requestedAt } : {}),
        ...(blocked ? { blocked } : {}),
    };
}
async function notesOf({ settings }, { link }) {
    const { leftOut, gitOff } = await settings.routes();
    const races = link !== undefined && link !== null && !gitOff;
    return [
        ...(leftOut.length > 0
            ? [`vercel.json: ${leftOut.join(", ")} has no effect on what this suite deploys.`]
            : []),
        ...(races
            ? ["A Git integration also deploys this project; set git.deploymentEnabled to false in vercel.json."]
            : []),
    ];
}
function isMoving(request) {
    return request?.jobStatus === "pending" || request?.jobStatus === "in-progress";
}
/** Fails closed: a field that is missing says nothing good. */
function whyBlocked(project, domains, { autoAssign, unpin }) {
    const refuse = (what, fix) => new user_error/* UserError */.yo("PR435", `Vercel project ${project.name}: ${what}. Nothing was changed.`, fix);
    if (project.rollingRelease !== undefined && project.rollingRelease !== null) {
        const fix = "Switch rolling releases off for this project; this suite promotes all traffic at once.";
        return refuse("rolling releases are on, so a promotion would move only a part of the traffic", fix);
    }
    if (Object.keys(domains).length === 0) {
        return refuse("it has no verified production domain", "Add the domain to the project and verify it.");
    }
    if (project.autoAssignCustomDomains === true || !autoAssign)
        return undefined;
    if (project.autoAssignCustomDomains === false && unpin)
        return undefined;
    return refuse("production is pinned (auto-assignment of domains is off), as a rollback leaves it", "Find out why it was rolled back. Then set `unpin: true` for this release, or `auto-assign: false` if it is off on purpose.");
}
async function domainNames({ api }, projectId) {
    const names = [];
    let next;
    do {
        const { json } = await api("GET", `/v9/projects/${projectId}/domains`, {
            query: { target: "production", redirects: false, verified: true, limit: 100, until: next },
        });
        const { domains, pagination } = json;
        const own = domains.filter((one) => !one.redirect && !one.gitBranch && !one.customEnvironmentId);
        names.push(...own.map((one) => one.name));
        next = pagination?.next ?? undefined;
    } while (next !== undefined);
    return names.sort();
}

;// CONCATENATED MODULE: ./lib/kit/providers/hosts/vercel/move.js



/** With the default interval these take 20 s. */
const looksForUnknown = 13;
/**
 * Waits until every production domain serves the deployment, by its alias. The job's own word is only taken
 * for what it is: it can be somebody else's, skipped, or not recorded at all.
 * @throws {UserError} PR433 when it failed or did not end in time, PR435 when somebody else moves the domains.
 */
async function settle(vercel, move) {
    vercel.world.log.info(`Waiting until every production domain serves ${move.to}.`);
    let looks = 0;
    const done = await until(vercel, vercel.settings.verifyTimeout, async () => {
        looks += 1;
        const [{ lastAliasRequest: job }, domains] = await Promise.all([
            readProject(vercel),
            readDomains(vercel, move.projectId),
        ]);
        const own = isOwn(job, move);
        if (Object.values(domains).every((deployment) => deployment === move.to) && !isMoving(job))
            return true;
        if (own && job?.jobStatus === "failed")
            throw await failed(vercel, move, domains);
        if (own && job?.jobStatus === "skipped")
            throw notMoved(move, "Vercel skipped it");
        if (!own && isNew(job, move))
            throw overtaken(move, job);
        if (!own && !move.accepted && looks >= looksForUnknown) {
            throw notMoved(move, "Vercel has no trace of the request");
        }
        return undefined;
    });
    if (done)
        return;
    const domains = await readDomains(vercel, move.projectId);
    const there = Object.values(domains).filter((deployment) => deployment === move.to).length;
    const seconds = vercel.settings.verifyTimeout / 1000;
    const count = `${there} of ${Object.keys(domains).length}`;
    throw notMoved(move, `after ${seconds} s ${count} production domains serve it`);
}
function isOwn(job, move) {
    return isNew(job, move) && job?.type === move.type && job.toDeploymentId === move.to;
}
function isNew(job, { before }) {
    if (!job)
        return false;
    return (before?.requestedAt !== job.requestedAt ||
        before.toDeploymentId !== job.toDeploymentId ||
        before.type !== job.type);
}
async function failed(vercel, move, domains) {
    const moved = Object.entries(domains).filter(([, deployment]) => deployment === move.to).length;
    const named = await failedAliases(vercel, move);
    const which = named.length > 0 ? `; it failed for ${named.join(", ")}` : "";
    return notMoved(move, `it failed at Vercel: ${moved} of ${Object.keys(domains).length} production domains were moved${which}`);
}
async function failedAliases({ api }, { projectId, type }) {
    const path = `/v${type === "promote" ? 1 : 9}/projects/${projectId}/${type}/aliases`;
    const { status, json } = await api("GET", path, {
        query: { failedOnly: true, limit: 20 },
        accept: [200, 400, 403, 404],
    });
    if (status !== 200)
        return [];
    const { aliases } = json;
    return (aliases ?? []).map(({ alias }) => (typeof alias === "string" ? alias : alias.alias));
}
function notMoved({ type, to }, why) {
    const what = type === "promote" ? "promotion of" : "rollback to";
    return new user_error/* UserError */.yo("PR433", `The ${what} ${to} did not come through: ${why}.`, "Look at the project's deployments in Vercel's dashboard; running again goes on from what is live.");
}
function overtaken({ type, to }, job) {
    return new user_error/* UserError */.yo("PR435", `While the ${type} of ${to} was under way, somebody started a ${job.type} to ${job.toDeploymentId}.`, "Find out who moves this project's domains (a Git integration, a person), then run again.");
}

;// CONCATENATED MODULE: ./lib/kit/providers/hosts/vercel/pin.js


/** Whether Vercel gives a new production build no domain, though this project is supposed to give it all of them. */
function isPinned(project, { settings }) {
    return settings.autoAssign && project.autoAssignCustomDomains === false;
}
/** What a pinned project means for whoever releases next. */
const pinned = "Vercel's auto-assignment of domains is off, as a rollback leaves it: no new build goes live by itself. The next release needs `unpin: true`; or run this rollback again with `restore-auto-assign: true`.";
/**
 * Switches auto-assignment on again where a rollback has switched it off; the project's word afterwards counts.
 * @throws {UserError} PR435 when it is still off.
 */
async function unpin(vercel) {
    const project = await readProject(vercel);
    if (!isPinned(project, vercel))
        return undefined;
    await vercel.api("PATCH", `/v9/projects/${project.id}`, {
        json: { autoAssignCustomDomains: true },
        safe: true,
    });
    const now = await readProject(vercel);
    if (now.autoAssignCustomDomains === true)
        return "Auto-assignment of domains is on again: the next production build goes live by itself.";
    throw new user_error/* UserError */.yo("PR435", `Vercel took the change, but auto-assignment of domains is still off for ${project.name}.`, "Switch it on in the project's settings (Environments > Production), or promote a deployment.");
}

;// CONCATENATED MODULE: ./lib/kit/providers/hosts/vercel/go-back.js





/**
 * Goes back to `to`, where every production domain serves `from` or `to`; anything else is drift and left
 * alone. Vercel keeps the project pinned after it, so that no later build goes live by itself. With `dryRun`
 * nothing is changed, and `reverted` means «would be».
 */
async function go_back_goBack(vercel, { from, to }, { dryRun = false } = {}) {
    if (to === null)
        return { outcome: "irreversible", said: "There was no deployment before this one." };
    const manual = `vercel rollback ${to}`;
    const { project, domains } = await readLive(vercel, settled);
    const serves = (deployment) => Object.values(domains).filter((now) => now === deployment).length;
    const all = Object.keys(domains).length;
    const own = isMoving(project.lastAliasRequest) && project.lastAliasRequest.toDeploymentId === from;
    if (serves(to) === all && !own) {
        const said = `${all} of ${all} domains serve ${to}.`;
        return { outcome: "already", said, ...(isPinned(project, vercel) ? { next: pinned } : {}) };
    }
    if (serves(to) + (from === null ? 0 : serves(from)) !== all) {
        const said = `Some production domains serve neither ${from ?? "(nothing)"} nor ${to}: nothing was touched.`;
        return { outcome: "drift", said, manual };
    }
    if (dryRun)
        return await wouldGo(vercel, project, to, serves(to) > 0);
    return (await move(vercel, project, to, manual)) ?? wentBack(vercel, all, to);
}
function wentBack({ settings }, all, to) {
    const said = `${all} of ${all} domains serve ${to}`;
    // Where it is off on purpose, nothing is other than it was.
    if (!settings.autoAssign)
        return { outcome: "reverted", said: `${said}.` };
    return { outcome: "reverted", said: `${said}; production stays pinned to it.`, next: pinned };
}
/** Vercel itself says to which deployments it would go back: not every one that is ready is among them. */
async function wouldGo({ api }, { id, name }, to, partly) {
    const { json } = await api("GET", "/v7/deployments", {
        query: { projectId: id, target: "production", state: "READY", rollbackCandidate: true, limit: 100 },
    });
    const { deployments } = json;
    if (partly || deployments.some(({ uid }) => uid === to))
        return { outcome: "reverted", said: `Vercel would go back to ${to}.` };
    const said = `Vercel does not offer ${to} for a rollback: it is gone, it never served production, or the plan goes back one deployment only.`;
    return { outcome: "irreversible", said, manual: `vercel promote <a former deployment of ${name}>` };
}
/** Undefined once the domains are moved. */
async function move(vercel, project, to, manual) {
    try {
        const answer = await ask(vercel, project.id, to);
        if ("refused" in answer)
            return { outcome: "failed", said: answer.refused, manual };
        const before = project.lastAliasRequest;
        await settle(vercel, { type: "rollback", projectId: project.id, to, before, ...answer });
        return undefined;
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.yo))
            throw error;
        return { outcome: "failed", said: (0,user_error/* describe */.q0)(error), manual };
    }
}
/** The project once no move is under way any more: a promotion that was cut could end after the way back. */
async function settled(vercel) {
    const look = async () => {
        const project = await readProject(vercel);
        return isMoving(project.lastAliasRequest) ? undefined : project;
    };
    return (await until(vercel, vercel.settings.verifyTimeout, look)) ?? (await readProject(vercel));
}
/** Whether Vercel took it. What is unclear is read afterwards, not asked again. */
async function ask({ api, world }, projectId, to) {
    try {
        const { status, json } = await api("POST", `/v1/projects/${projectId}/rollback/${to}`, {
            query: { description: "prism-rollout: the release was not healthy" },
            accept: [200, 201, 202, 402, 409, 422],
        });
        if (status < 300)
            return { accepted: true };
        const message = json?.error?.message;
        return { refused: `Vercel refused the rollback (${status}): ${message ?? "no reason given"}` };
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.yo) || !["PR301", "PR305", "PR306"].includes(error.code))
            throw error;
        world.log.warn(`Whether the rollback was taken is unclear (${error.message}); looking at what is live.`);
        return { accepted: false };
    }
}

;// CONCATENATED MODULE: ./lib/kit/providers/hosts/vercel/promote.js



/**
 * Moves every production domain to the staged deployment, with one request; whatever is unclear is read, not
 * asked again. Ends when each domain's alias says so, and the project's auto-assignment is as declared.
 * @throws {UserError} PR435 when nothing was changed, PR433 when the move did not come through.
 */
async function promote_promote(vercel, { staged, was }) {
    if (staged === undefined)
        throw new Error("a promotion needs a staged deployment");
    const to = staged.deployment;
    const { project, domains } = await readLive(vercel);
    if (!Object.values(domains).every((deployment) => deployment === to)) {
        await promote_move(vercel, project, domains, to, was);
    }
    await putBack(vercel);
    return Object.keys(domains);
}
async function promote_move(vercel, project, domains, to, was) {
    const last = project.lastAliasRequest;
    const base = { type: "promote", projectId: project.id, to };
    if (isMoving(last) && last.toDeploymentId === to && last.type === "promote") {
        vercel.world.log.info(`${to} is being promoted already, by an earlier attempt.`);
        return await settle(vercel, { ...base, before: null, accepted: true });
    }
    refuseOthers(project, domains, to, was);
    const blocked = whyBlocked(project, domains, vercel.settings);
    if (blocked)
        throw blocked;
    await refusePreview(vercel, to);
    const accepted = await promote_ask(vercel, project.id, to);
    await settle(vercel, { ...base, before: last, accepted });
}
/** True when Vercel took the request, false when that is not known. */
async function promote_ask({ api, world }, projectId, to) {
    try {
        const { status } = await api("POST", `/v10/projects/${projectId}/promote/${to}`, {
            json: {},
            accept: [200, 201, 202, 409],
        });
        if (status === 202) {
            throw new user_error/* UserError */.yo("PR435", `Vercel queued the promotion of ${to} behind a rolling release: no traffic has moved.`, "End the rolling release in Vercel's dashboard and run again.");
        }
        return status !== 409;
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.yo) || !["PR301", "PR305", "PR306"].includes(error.code))
            throw error;
        world.log.warn(`Whether the promotion was taken is unclear (${error.message}); looking at what is live.`);
        return false;
    }
}
function refuseOthers(project, domains, to, was) {
    const moved = Object.entries(domains).filter(([name, now]) => now !== to && now !== (was[name] ?? null));
    const last = project.lastAliasRequest;
    if (moved.length === 0 && !isMoving(last))
        return;
    const what = isMoving(last)
        ? `a ${last.type} to ${last.toDeploymentId} is under way`
        : moved.map(([name, now]) => `${name} serves ${now ?? "nothing"} by now`).join(", ");
    throw new user_error/* UserError */.yo("PR435", `Somebody else changes Vercel project ${project.name}: ${what}. Nothing was promoted.`, "Wait until it has ended, then start a new run, so that the plan says what is live.");
}
/** A preview deployment would be built again by a promotion: another site than the one that was tested. */
async function refusePreview({ api }, to) {
    const { target, readyState } = (await api("GET", `/v13/deployments/${to}`)).json;
    if (target === "production" && readyState === "READY")
        return;
    throw new user_error/* UserError */.yo("PR435", `Deployment ${to} is ${readyState} for ${target ?? "preview"}, so it cannot be promoted as it is.`, "Run again: a new deployment is staged.");
}
/** Every promotion switches auto-assignment on, also where the team wants it off. */
async function putBack(vercel) {
    const { autoAssign } = vercel.settings;
    const { id, autoAssignCustomDomains } = await readProject(vercel);
    if (autoAssignCustomDomains === autoAssign)
        return;
    await vercel.api("PATCH", `/v9/projects/${id}`, {
        json: { autoAssignCustomDomains: autoAssign },
        safe: true,
    });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/kit/providers/hosts/vercel/output-config.js
const forever = "public, max-age=31536000, immutable";
/**
 * `.vercel/output/config.json` of a single-page app: the project's own redirects and headers; files; a missing
 * asset is 404 and never cached; then the project's rewrites, or every other address is the page. Assets are
 * immutable only where they are found: as a rule before the files it would mark a missing chunk for a year.
 */
function outputConfig(assets, own) {
    const folder = assets.replace(/^\/+|\/+$/g, "").replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const asset = `/${assets.replace(/^\/+|\/+$/g, "")}/some-asset.js`;
    const missing = { src: `/${folder}/.*`, status: 404, headers: { "cache-control": "no-store" } };
    const proxied = own.rewrites.some((route) => fits(route, asset) && /^https?:/.test(route.dest ?? ""));
    const immutable = { src: `/${folder}/(.*)`, headers: { "cache-control": forever }, continue: true };
    const cached = own.headers.some((route) => fits(route, asset) && saysCache(route));
    const routes = [
        ...own.redirects,
        ...own.headers,
        { handle: "filesystem" },
        ...(proxied ? [] : [missing]),
        ...(own.rewrites.length > 0 ? own.rewrites : [{ src: "/.*", dest: "/index.html" }]),
        ...(cached ? [] : [{ handle: "hit" }, immutable]),
    ];
    return JSON.stringify({ version: 3, routes });
}
function fits({ src }, path) {
    return new RegExp(src).test(path);
}
function saysCache({ headers = {} }) {
    return Object.keys(headers).some((name) => name.toLowerCase() === "cache-control");
}

;// CONCATENATED MODULE: ./lib/kit/providers/hosts/vercel/stage.js








const output = ".vercel/output";
const uploads = 8;
/** The deployment that an earlier attempt of this release made of this artifact, unless it has failed. */
async function findStaged({ api }, projectId, site, release) {
    const { json } = await api("GET", "/v7/deployments", {
        query: { projectId, target: "production", sha: site.commit || undefined, limit: 100 },
    });
    const found = json.deployments.find((deployment) => {
        const said = saidBy(deployment);
        const failed = ["ERROR", "CANCELED", "BLOCKED"].includes(deployment.readyState);
        return !failed && said.release === release && said.artifact === site.digest;
    });
    return found === undefined ? undefined : stagedOf(found);
}
/** Uploads what is missing, creates the deployment without any domain, and waits until it is ready. */
async function stage(vercel, site, release, previous) {
    const project = await readProject(vercel);
    const found = await findStaged(vercel, project.id, site, release);
    if (found)
        vercel.world.log.info(`${found.deployment} was staged by an earlier attempt of this release.`);
    const staged = found ?? (await createOrFind(vercel, project, site, release, previous));
    await ready(vercel, staged.deployment);
    return staged;
}
/** A cut connection may hide a deployment that was made: it is looked for before the failure is believed. */
async function createOrFind(vercel, project, site, release, previous) {
    const config = outputConfig(vercel.settings.assets, await vercel.settings.routes());
    const files = uploadsOf(site, Buffer.from(config));
    const body = {
        name: project.name,
        project: project.id,
        target: "production",
        autoAssignCustomDomains: false,
        version: 2,
        source: "cli",
        projectSettings: { sourceFilesOutsideRootDirectory: true, rootDirectory: null },
        meta: {
            githubCommitSha: site.commit,
            githubCommitRef: vercel.world.context.ref,
            rolloutRelease: release,
            rolloutArtifact: site.digest,
            rolloutMarker: site.marker,
            rolloutPrevious: previous ?? "",
        },
        files: files.map(({ file, sha, size, mode }) => ({ file, sha, size, mode })),
    };
    try {
        return await create(vercel, body, files);
    }
    catch (error) {
        const unclear = error instanceof user_error/* UserError */.yo && ["PR301", "PR305", "PR306"].includes(error.code);
        const made = unclear ? await findStaged(vercel, project.id, site, release) : undefined;
        if (made)
            return made;
        throw error;
    }
}
async function create(vercel, body, files) {
    const query = { prebuilt: 1, skipAutoDetectionConfirmation: 1, forceNew: 1 };
    for (let round = 1;; round += 1) {
        const { status, json } = await vercel.api("POST", "/v13/deployments", {
            query,
            json: body,
            accept: [200, 201, 400],
        });
        if (status !== 400)
            return stagedOf(json);
        const { error } = json;
        const missing = error?.code === "missing_files" ? (error.missing ?? []) : [];
        if (missing.length === 0 || round > 3) {
            throw new user_error/* UserError */.yo("PR304", `Vercel refused the deployment: ${error?.message ?? "no reason given"}.`, "Read Vercel's reason; production was not touched.");
        }
        await upload(vercel, files, new Set(missing));
    }
}
async function upload(vercel, files, missing) {
    const once = new Map(files.filter(({ sha }) => missing.has(sha)).map((file) => [file.sha, file]));
    await inParallel([...once.values()], uploads, async ({ sha, bytes }) => {
        const body = new Uint8Array(await bytes());
        const headers = { "content-type": "application/octet-stream", "x-vercel-digest": sha };
        await vercel.api("POST", "/v2/files", { body, headers, safe: true });
    });
    vercel.world.log.info(`${once.size} of ${files.length} files were uploaded; Vercel has the others already.`);
}
function uploadsOf({ folder, files }, config) {
    const mode = 0o100644;
    const sha = (0,external_node_crypto_.createHash)("sha1").update(config).digest("hex");
    return [
        { file: `${output}/config.json`, sha, size: config.length, mode, bytes: async () => config },
        ...files.map(({ path, size, sha1 }) => ({
            file: `${output}/static/${path}`,
            sha: sha1,
            size,
            mode,
            bytes: () => (0,promises_.readFile)((0,external_node_path_.join)(folder, path)),
        })),
    ];
}
/** READY is what counts for a staged deployment; it never gets an alias to wait for. */
async function ready(vercel, deployment) {
    vercel.world.log.info(`Waiting until deployment ${deployment} is ready.`);
    const done = await until(vercel, vercel.settings.readyTimeout, async () => {
        const { json } = await vercel.api("GET", `/v13/deployments/${deployment}`);
        const { readyState, errorMessage, inspectorUrl } = json;
        if (readyState === "READY")
            return true;
        if (!["ERROR", "CANCELED", "BLOCKED"].includes(readyState))
            return undefined;
        throw new user_error/* UserError */.yo("PR431", `Vercel ended deployment ${deployment} as ${readyState}: ${errorMessage ?? "no reason given"}. Production was not touched.`, `Look at ${inspectorUrl ?? "the deployment in Vercel's dashboard"}, then run again.`);
    });
    if (done)
        return;
    throw new user_error/* UserError */.yo("PR431", `Deployment ${deployment} was not ready after ${vercel.settings.readyTimeout / 1000} s. Production was not touched.`, "See vercel-status.com; run the job again, it goes on with the same deployment. Or raise `ready-timeout`.");
}
function stagedOf(deployment) {
    return {
        deployment: deployment.id ?? deployment.uid ?? "",
        url: (0,origins/* urlOfHost */.x2)(deployment.url),
        previous: saidBy(deployment).previous,
    };
}

;// CONCATENATED MODULE: ./lib/kit/providers/hosts/vercel/vercel.js








/** Vercel by its REST API. */
function vercelHost(world, settings) {
    const vercel = { api: vercelApi(world, settings), world, settings };
    return {
        inspect: () => inspect_inspect(vercel),
        said: (deployment) => readSaid(vercel, deployment),
        env: (names) => readEnv(vercel, names),
        setEnv: (values) => setEnv(vercel, values),
        filesOf: (deployment) => filesOf(vercel, deployment),
        find: async (site, release) => findStaged(vercel, (await readProject(vercel)).id, site, release),
        stage: (site, release, previous) => stage(vercel, site, release, previous),
        promote: (promotion) => promote_promote(vercel, promotion),
        goBack: (change, options) => go_back_goBack(vercel, change, options),
        unpin: () => unpin(vercel),
        probeHeaders: settings.bypass === undefined ? {} : { "x-vercel-protection-bypass": settings.bypass },
        noWayBack: undefined,
    };
}

;// CONCATENATED MODULE: ./lib/kit/providers/hosts/hosts.js





const openers = {
    vercel: openVercel,
    command: openCommand,
};
/**
 * The host that a target names.
 * @throws {UserError} PR104 or PR102 when this host needs an input that is not there.
 */
function openHost(inputs, world) {
    return openers[inputs.host](inputs, world);
}
function openVercel(inputs, world) {
    const { hostToken, hostProject } = inputs;
    if (hostToken === undefined) {
        const fix = "Set the secret for this environment and pass it as `host-token`.";
        throw new user_error/* UserError */.yo("PR104", "Host vercel needs `host-token`, but it is empty.", fix);
    }
    if (hostProject === undefined) {
        const fix = "Write host-project: prj_… for this target.";
        throw new user_error/* UserError */.yo("PR102", "Host vercel needs `host-project`, but it is not given.", fix);
    }
    return vercelHost(world, {
        apiUrl: inputs.hostApiUrl,
        token: hostToken,
        project: hostProject,
        team: inputs.hostTeam,
        bypass: inputs.protectionBypass,
        assets: inputs.assets,
        routes: () => readVercelJson(world.root),
        autoAssign: inputs.autoAssign,
        unpin: inputs.unpin,
        readyTimeout: inputs.readyTimeout,
        verifyTimeout: inputs.verifyTimeout,
        pollInterval: inputs.pollInterval,
    });
}
function openCommand(inputs, world) {
    const { hostToken, commandToken } = inputs;
    const token = hostToken === undefined || commandToken === undefined ? {} : { [commandToken]: hostToken };
    return commandHost(world, {
        command: inputs.command,
        undoCommand: inputs.undoCommand,
        env: { ...inputs.commandEnv, ...token },
        origins: (0,origins/* pastOrigins */.MD)(inputs),
        verifyTimeout: inputs.verifyTimeout,
        pollInterval: inputs.pollInterval,
    });
}


/***/ })

};
