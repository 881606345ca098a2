export const id = 499;
export const ids = [499];
export const modules = {

/***/ 81529:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ inParallel)
/* harmony export */ });
/**
 * Works on all items, at most `limit` at a time, and keeps their order. The first failure is thrown once all
 * that had begun has ended; nothing begins after it.
 */
async function inParallel(items, work, limit = 8) {
    const results = [];
    const failures = [];
    const queue = [...items.entries()];
    const worker = async () => {
        for (let next = queue.shift(); next !== undefined && failures.length === 0; next = queue.shift()) {
            const [index, item] = next;
            try {
                results[index] = await work(item);
            }
            catch (error) {
                failures.push(error);
            }
        }
    };
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
    if (failures.length > 0)
        throw failures[0];
    return results;
}


/***/ }),

/***/ 32793:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pz: () => (/* binding */ unverifiedEnv),
/* harmony export */   Tc: () => (/* binding */ compareEnv),
/* harmony export */   VU: () => (/* binding */ requiredOf),
/* harmony export */   _O: () => (/* binding */ resetsOf),
/* harmony export */   kQ: () => (/* binding */ namesHeldOtherwise)
/* harmony export */ });
/* harmony import */ var _action_held_in_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39678);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);


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
    return Object.fromEntries(names.map((name) => [name, finding(artifact, name, required[name] ?? "", (0,_action_held_in_js__WEBPACK_IMPORTED_MODULE_1__/* .heldIn */ .$)(host, name))]));
}
/** The names for which the host holds another value than the required one. */
function namesHeldOtherwise(required, host) {
    return Object.keys(required)
        .sort()
        .filter((name) => {
        const held = (0,_action_held_in_js__WEBPACK_IMPORTED_MODULE_1__/* .heldIn */ .$)(host, name);
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
    const build = (0,_action_held_in_js__WEBPACK_IMPORTED_MODULE_1__/* .heldIn */ .$)(artifact.env, name)?.proof === "vite" ? "proven" : "unverifiable";
    if (held?.state !== "value")
        return { required, build, host: held?.state ?? "unreadable" };
    return { required, build, host: held.value === required ? "equal" : "reset" };
}
function builtOtherwise(artifact, name, required) {
    const proof = (0,_action_held_in_js__WEBPACK_IMPORTED_MODULE_1__/* .heldIn */ .$)(artifact.env, name);
    return proof?.proof === "vite" && proof.value !== required;
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

/***/ 58103:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ openHost)
});

// EXTERNAL MODULE: ./lib/kit/parts/web/origins.js
var origins = __webpack_require__(98007);
// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(65304);
// EXTERNAL MODULE: ./lib/kit/action/held-in.js
var held_in = __webpack_require__(39678);
// EXTERNAL MODULE: ./lib/kit/parts/web/run-command.js
var run_command = __webpack_require__(43185);
// EXTERNAL MODULE: ./lib/kit/parts/web/ask-origin.js
var ask_origin = __webpack_require__(98672);
// EXTERNAL MODULE: ./lib/kit/parts/web/served.js
var served = __webpack_require__(14171);
// EXTERNAL MODULE: ./lib/kit/ports/exec.js
var exec = __webpack_require__(93566);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./lib/kit/providers/hosts/command/lay-out.js


/** A folder with all that is to be served: what was built, and what open tabs still need of former releases. */
async function layOut(site, temp) {
    const folder = (0,external_node_path_.join)(temp, "prism-rollout", "web-site");
    await (0,promises_.rm)(folder, { recursive: true, force: true });
    await (0,promises_.cp)(site.folder, folder, { recursive: true });
    for (const { path, bytes } of site.files.filter((file) => file.added === true)) {
        const found = await bytes();
        if (found === undefined)
            continue;
        await (0,promises_.mkdir)((0,external_node_path_.dirname)((0,external_node_path_.join)(folder, path)), { recursive: true });
        const whole = found instanceof Blob ? new Uint8Array(await found.arrayBuffer()) : found;
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, path), whole);
    }
    return folder;
}

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
    const served = await Promise.all(origins.map(async (origin) => [origin, (await (0,ask_origin/* askOrigin */.Y)(world, origin)).marker]));
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
    const others = Object.entries(domains).filter(([name, now]) => now !== ((0,held_in/* heldIn */.$)(was, name) ?? null) && now !== site.marker);
    if (others.length > 0) {
        const what = others.map(([name, now]) => `${name} serves ${now ?? "no marker"} by now`).join(", ");
        throw new user_error/* UserError */.yo("PR435", `Somebody else has deployed since the plan was made: ${what}. Nothing was changed.`, "Start a new run, so that the plan says what is live.");
    }
    await run(world, settings.command, settings.env, site);
    const proofs = await (0,served/* proveOrigins */.ui)(world, settings.origins, site.marker, {
        timeout: settings.verifyTimeout,
        interval: settings.pollInterval,
    });
    if (proofs.every((proof) => proof.serves))
        return [];
    const line = (0,served/* originsLine */.CP)(proofs, site.marker);
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
    const { undoCommand } = settings;
    if (undoCommand === undefined) {
        return { outcome: "irreversible", said: "The host is a command, and no `undo-command` is declared." };
    }
    if (dryRun)
        return { outcome: "reverted", said: `\`${undoCommand}\` would be run.` };
    // A way back may pass several releases: which site is wanted, the command cannot know by itself.
    const env = { ...settings.env, ...(to === null ? {} : { ROLLOUT_MARKER: to }) };
    const failure = await run(world, undoCommand, env).then(() => undefined, toldFailure);
    const after = Object.values((await inspect(world, settings)).domains);
    if (after.every((marker) => marker === to))
        return { outcome: "reverted", said: "The origins serve what they served before." };
    const said = failure ?? "The undo command ended, but the origins do not serve what they did before.";
    return { outcome: "failed", said, manual: undoCommand };
}
/** What a command said as it failed; anything else is not ours to tell. */
function toldFailure(error) {
    if (error instanceof user_error/* UserError */.yo)
        return error.message;
    throw error;
}
async function run(world, command, env, site) {
    const own = site === undefined ? {} : { ROLLOUT_SITE: await layOut(site, world.temp), ROLLOUT_MARKER: site.marker };
    const { exitCode, tail } = await world.log.group(command, () => (0,run_command/* runCommand */.d)(world, command, (0,exec/* childEnv */.g)(world.env, { ...env, ...own })));
    if (exitCode === 0)
        return;
    throw new user_error/* UserError */.yo("PR441", `\`${command}\` ended with exit code ${exitCode}:\n${(0,run_command/* lastLines */.w)(tail)}`, "Look at what it printed. What is live was not checked after it; running again does that first.");
}

// EXTERNAL MODULE: ./lib/kit/ports/json-api.js
var json_api = __webpack_require__(14232);
// EXTERNAL MODULE: ./lib/kit/ports/json-object.js
var json_object = __webpack_require__(9169);
;// CONCATENATED MODULE: ./lib/kit/providers/hosts/shaped.js


/**
 * The part of an answer that is read, as far as it is what the API says: a field of another type, or none, is one that is
 * not there, and so is one of a list's entries without what it needs.
 * @throws {UserError} PR306 where the whole lacks what it needs.
 */
function shaped(what, json, shape) {
    const found = fit(json, shape);
    if (found !== undefined)
        return found;
    throw new user_error/* UserError */.yo("PR306", `${what} answered something that its API does not say: ${(JSON.stringify(json) ?? "nothing").slice(0, 200)}.`, "Something between the runner and the service may answer for it. Check the API URL, then run again.");
}
const types = { text: "string", number: "number", flag: "boolean" };
function fit(value, shape) {
    if (shape === "any")
        return value ?? undefined;
    if (typeof shape === "string")
        return typeof value === types[shape] ? value : undefined;
    if ("each" in shape)
        return Array.isArray(value) ? value.flatMap((one) => [fit(one, shape.each)]).filter(isThere) : undefined;
    if (!(0,json_object/* isObject */.G)(value))
        return undefined;
    if ("values" in shape)
        return kept(Object.entries(value).map(([key, one]) => [key, fit(one, shape.values)]));
    const read = Object.entries(shape.fields).filter(([key]) => Object.hasOwn(value, key));
    const found = kept(read.map(([key, inner]) => [key, fit(value[key], inner)]));
    return (shape.needs ?? []).every((key) => Object.hasOwn(found, key)) ? found : undefined;
}
function kept(entries) {
    return Object.fromEntries(entries.filter(([, value]) => isThere(value)));
}
function isThere(value) {
    return value !== undefined;
}

;// CONCATENATED MODULE: ./lib/kit/providers/hosts/answered.js



/** The same calls, but an answer whose status is good and whose body says no is a refusal, by the host's own words. */
function withoutErrorInside(name, api) {
    return async (method, path, call) => {
        const answer = await api(method, path, call);
        refuseErrorInside(`${name} ${method} ${path}`, answer);
        return answer;
    };
}
/** @throws {UserError} PR304 */
function refuseErrorInside(what, { status, json }) {
    if (status >= 300 || typeof json !== "object" || json === null)
        return;
    const { error, errors } = json;
    const said = error ?? errors;
    if (said === undefined || said === null || said === false)
        return;
    throw new user_error/* UserError */.yo("PR304", `${what} answered ${status} with an error inside: ${JSON.stringify(said).slice(0, 300)}.`, "Read the host's reason above; nothing was sent again.");
}
/**
 * The id of what a host says that it has made.
 * @throws {UserError} PR306 where it says none: what it made, if anything, is looked for then.
 */
function idOf(what, id) {
    if (typeof id === "string" && id !== "")
        return id;
    throw new user_error/* UserError */.yo("PR306", `${what} answered without the id of a deployment.`, "Something between the runner and the service may answer for it. Check the API URL, then run again.");
}
/**
 * What a host lists under a name.
 * @throws {UserError} PR306 where it lists nothing of that name, not even nothing.
 */
function listIn(what, json, name, shape) {
    const list = typeof json === "object" && json !== null ? (0,held_in/* heldIn */.$)({ ...json }, name) : undefined;
    if (Array.isArray(list))
        return shaped(what, list, { each: shape });
    throw new user_error/* UserError */.yo("PR306", `${what} answered without its ${name}.`, "Something between the runner and the service may answer for it. Check the API URL, then run again.");
}
/** Whether it is not known, after this failure, if the host has done what it was asked for. */
function isUnclear(error) {
    return error instanceof user_error/* UserError */.yo && ["PR301", "PR305", "PR306"].includes(error.code);
}
/**
 * A cut connection may hide a deployment that was made: it is looked for before another one is. What is never promoted
 * does no harm, so it is made a second time where nothing is found.
 */
async function madeOnce(make, find) {
    try {
        return await make();
    }
    catch (error) {
        if (!isUnclear(error))
            throw error;
        return (await find()) ?? (await make());
    }
}

;// CONCATENATED MODULE: ./lib/kit/providers/hosts/netlify/context.js


/** A caller of Netlify's API. */
function netlifyApi(world, { apiUrl, token }) {
    const api = (0,json_api/* jsonApi */.Z)(world, {
        name: "Netlify",
        baseUrl: apiUrl,
        headers: { authorization: `Bearer ${token}`, "user-agent": "prism-rollout" },
        tokenHint: "Pass a Netlify personal access token with access to this site as `host-token`.",
        attempts: 6,
    });
    return withoutErrorInside("Netlify", api);
}

;// CONCATENATED MODULE: ./lib/kit/providers/hosts/netlify/answers.js
const deploy = {
    fields: {
        id: "text",
        state: "text",
        title: "text",
        locked: "flag",
        required: { each: "text" },
        deploy_ssl_url: "text",
        ssl_url: "text",
        error_message: "text",
        published_at: "text",
        admin_url: "text",
    },
};
/** Their types, by which an answer is told from something else. */
const shapes = {
    deploy,
    site: {
        fields: {
            id: "text",
            name: "text",
            url: "text",
            ssl_url: "text",
            custom_domain: "text",
            domain_aliases: { each: "text" },
            account_id: "text",
            account_slug: "text",
            published_deploy: deploy,
            build_settings: { fields: { repo_url: "text", stop_builds: "flag" } },
            prevent_non_git_prod_deploys: "flag",
        },
        needs: ["id"],
    },
    variable: {
        fields: {
            key: "text",
            is_secret: "flag",
            updated_at: "text",
            values: { each: { fields: { context: "text", value: "text" } } },
        },
        needs: ["key"],
    },
    file: { fields: { path: "text", sha: "text" } },
};

;// CONCATENATED MODULE: ./lib/kit/providers/hosts/netlify/netlify-toml.js



const noEffect = ["functions", "edge_functions", "plugins", "images"];
/**
 * Reads redirects and headers. Netlify applies the file to what it builds itself; a deploy of built files that left
 * them out would silently lose them. Only plain keys are understood; anything else in these tables is refused.
 * @throws {UserError} PR102 with the line.
 */
async function readToml(root) {
    const text = await (0,promises_.readFile)((0,external_node_path_.join)(root, "netlify.toml"), "utf8").catch((error) => {
        if (error.code === "ENOENT")
            return "";
        throw error;
    });
    return tomlRoutes(text);
}
/** @throws {UserError} PR102 with the line. */
function tomlRoutes(text) {
    const tables = tablesOf(text);
    return {
        redirects: tables.filter(({ name }) => name === "redirects").map(redirectLine),
        headers: tables.flatMap((table, at) => table.name === "headers" ? headerLines(table, tables[at + 1]) : []),
        leftOut: noEffect.filter((name) => tables.some((table) => table.name.split(".")[0] === name)),
    };
}
const ours = ["redirects", "headers", "headers.values"];
function tablesOf(text) {
    const tables = [{ name: "", line: 0, values: new Map() }];
    for (const [index, line] of text.split(/\r?\n/).entries()) {
        const bare = line.trim();
        const header = /^\[{1,2}\s*([\w.-]+)\s*\]{1,2}(?:\s*#.*)?$/.exec(bare)?.[1];
        const table = tables.at(-1);
        if (header !== undefined) {
            if (/^(?:redirects|headers)\./.test(header) && header !== "headers.values")
                throw refused(index, bare);
            tables.push({ name: header, line: index, values: new Map() });
        }
        else if (table !== undefined && ours.includes(table.name) && bare !== "" && !bare.startsWith("#")) {
            const [key, value] = pairOf(bare) ?? [];
            if (key === undefined || value === undefined)
                throw refused(index, bare);
            table.values.set(key, value);
        }
    }
    return tables;
}
/** `key = "text"`, `'text'`, a number or a word of truth. */
function pairOf(line) {
    const found = /^("[^"]+"|[\w-]+)\s*=\s*("(?:[^"\\]|\\.)*"|'[^']*'|\d+|true|false)(?:\s*#.*)?$/.exec(line);
    if (found === null)
        return undefined;
    const [, key = "", value = ""] = found;
    const name = key.replace(/^"|"$/g, "");
    if (value.startsWith("'"))
        return [name, value.slice(1, -1)];
    try {
        const read = JSON.parse(value);
        // A line break would begin a line of its own in what this becomes.
        return typeof read === "string" && /[\r\n]/.test(read) ? undefined : [name, read];
    }
    catch {
        return undefined;
    }
}
function redirectLine({ values, line }) {
    const { from, to, status = 301, force = false, ...rest } = Object.fromEntries(values);
    const plain = [from, to].every((part) => typeof part === "string" && /^\S+$/.test(part));
    const other = Object.keys(rest)[0];
    if (!plain || typeof status !== "number" || other !== undefined)
        throw refused(line, `[[redirects]] with ${other ?? "no plain from, to and status"}`);
    return `${from} ${to} ${status}${force === true ? "!" : ""}`;
}
function headerLines({ values, line }, next) {
    const path = values.get("for");
    if (typeof path !== "string" || !/^\S+$/.test(path) || values.size > 1)
        throw refused(line, "[[headers]] with more than a plain `for`");
    const pairs = next?.name === "headers.values" ? [...next.values] : [];
    return [path, ...pairs.map(([name, value]) => `  ${name}: ${String(value)}`)];
}
function refused(line, what) {
    return new user_error/* UserError */.yo("PR102", `netlify.toml, line ${line + 1}, cannot be taken over into a deploy of built files: ${what.slice(0, 120)}. Nothing was changed.`, "Write these redirects and headers into the files `_redirects` and `_headers` of the folder that is published.");
}

;// CONCATENATED MODULE: ./lib/kit/providers/hosts/netlify/title.js
const nothingSaid = { release: null, artifact: null, marker: null, previous: null };
const words = /^prism-rollout release=(\S+) artifact=([0-9a-f]+) marker=(\S+) previous=(\S+)$/;
/** A deploy's title is all that Netlify keeps of what we say of it. */
function titleOf(said) {
    const { release, artifact, marker, previous } = said;
    return `prism-rollout release=${release} artifact=${artifact} marker=${marker} previous=${previous ?? "none"}`;
}
/** What a deploy says of itself; nothing where another tool has made it. */
function saidIn(title) {
    const [, release, artifact, marker, previous] = words.exec(title ?? "") ?? [];
    if (release === undefined || artifact === undefined || marker === undefined)
        return nothingSaid;
    return { release, artifact, marker, previous: previous === "none" ? null : (previous ?? null) };
}

// EXTERNAL MODULE: ./lib/kit/ports/encoded.js
var encoded = __webpack_require__(84905);
;// CONCATENATED MODULE: ./lib/kit/providers/hosts/netlify/site.js






/** The site with the deploy that is published. */
async function readSite({ api, settings }) {
    const path = `/sites/${(0,encoded/* encoded */.d)(settings.site)}`;
    const { status, json } = await api("GET", path, { accept: [200, 404] });
    if (status !== 404)
        return shaped(`Netlify GET ${path}`, json, shapes.site);
    throw new user_error/* UserError */.yo("PR303", `Netlify knows no site ${settings.site} (GET ${path} answered 404).`, "Correct `host-project` for this target in rollout.yml: the site's id (Site configuration > General).");
}
/** A deploy by its id; undefined where there is none any more. */
async function readDeploy({ api }, id) {
    const { status, json } = await api("GET", `/deploys/${(0,encoded/* encoded */.d)(id)}`, { accept: [200, 404] });
    return status === 404 ? undefined : shaped(`Netlify's deploy ${id}`, json, shapes.deploy);
}
async function readSaid(netlify, id) {
    return saidIn((await readDeploy(netlify, id))?.title);
}
function publishedOf({ published_deploy: deploy }) {
    return deploy?.id ?? null;
}
/** Every name under which the site is known: all of them serve the one deploy that is published. */
function domainsOf(site) {
    const own = site.custom_domain ?? hostOf(site.ssl_url ?? site.url) ?? site.name ?? site.id;
    const names = [own, ...(site.domain_aliases ?? [])].sort();
    return Object.fromEntries(names.map((name) => [name, publishedOf(site)]));
}
/** What is live, and whether anything may be published. */
async function site_inspect(netlify) {
    const site = await readSite(netlify);
    const { published_deploy: deploy } = site;
    const movedAt = Date.parse(deploy?.published_at ?? "");
    const blocked = whyBlocked(site, netlify);
    return {
        project: site.id,
        deployment: publishedOf(site),
        domains: domainsOf(site),
        said: deploy ? saidIn(deploy.title) : nothingSaid,
        // A restore is one step: it is done, or it is not.
        moving: null,
        notes: await notesOf(netlify, site),
        ...(Number.isNaN(movedAt) ? {} : { movedAt }),
        ...(blocked ? { blocked } : {}),
    };
}
/** Whether somebody keeps production where it is: new deploys of a connected repository are not published then. */
function isLocked({ published_deploy: deploy }) {
    return deploy?.locked === true;
}
function whyBlocked(site, { settings }) {
    const name = site.name ?? site.id;
    if (site.prevent_non_git_prod_deploys === true) {
        return new user_error/* UserError */.yo("PR435", `Netlify site ${name} takes production deploys from Git alone. Nothing was changed.`, "Switch that off for this site (Site configuration > Build & deploy), as this suite deploys what was built.");
    }
    if (!isLocked(site) || !settings.autoAssign || settings.unpin)
        return undefined;
    return new user_error/* UserError */.yo("PR435", `Netlify site ${name}: production is locked to deploy ${publishedOf(site)} (auto publishing is stopped). Nothing was changed.`, "Find out why it was locked. Then set `unpin: true` for this release, or `auto-assign: false` if it is locked on purpose.");
}
/** Whether a push to the connected repository builds and publishes by itself. */
function isBuiltByGit({ build_settings: build }) {
    return Boolean(build?.repo_url) && build?.stop_builds !== true;
}
async function notesOf({ world }, site) {
    const { leftOut } = await readToml(world.root);
    return [
        ...(leftOut.length > 0
            ? [`netlify.toml: ${leftOut.join(", ")} has no effect on what this suite deploys.`]
            : []),
        ...(isBuiltByGit(site)
            ? ["A Git integration also deploys this site; stop its builds (Site configuration > Build & deploy)."]
            : []),
    ];
}
function hostOf(url) {
    return url !== undefined && URL.canParse(url) ? new URL(url).host : undefined;
}

;// CONCATENATED MODULE: ./lib/kit/providers/hosts/not-set.js

/** A variable of production that does not hold what it was set to, before any traffic has moved. */
function notSet(name, why) {
    return new user_error/* UserError */.yo("PR434", `${name} was to be set at the host, but ${why}. No traffic has moved.`, "Set it at the host for production, then run the job again.");
}

;// CONCATENATED MODULE: ./lib/kit/providers/hosts/netlify/env.js






/** Production variables as far as they can be read: the site's own, then those of its whole team; a secret never. */
async function readEnv(netlify, names) {
    if (names.length === 0)
        return {};
    try {
        const place = await placeOf(netlify);
        const [own, team] = await Promise.all([
            listed(netlify, place.account, place.site),
            listed(netlify, place.account, undefined),
        ]);
        const valueIn = (name) => env_valueOf(own.find(({ key }) => key === name) ?? team.find(({ key }) => key === name));
        return Object.fromEntries(names.map((name) => [name, valueIn(name)]));
    }
    catch (error) {
        // A token that may deploy need not be one that may read variables.
        if (!(error instanceof user_error/* UserError */.yo) || !["PR302", "PR303"].includes(error.code))
            throw error;
        return Object.fromEntries(names.map((name) => [name, { state: "unreadable" }]));
    }
}
/** Sets the production value of variables that the site has; asked twice it does the same, and it is read again. */
async function setEnv(netlify, values) {
    const { account, site } = await placeOf(netlify);
    for (const [name, value] of Object.entries(values)) {
        const there = (await listed(netlify, account, site)).some(({ key }) => key === name);
        if (!there)
            throw notSet(name, "the site has no variable of its own with this name");
        const path = `/accounts/${account}/env/${(0,encoded/* encoded */.d)(name)}`;
        const json = { context: "production", value };
        await netlify.api("PATCH", path, { query: { site_id: site }, json, safe: true });
        const now = env_valueOf((await listed(netlify, account, site)).find(({ key }) => key === name));
        if (now.state !== "value" || now.value !== value)
            throw notSet(name, "it holds another value still");
    }
}
async function placeOf(netlify) {
    const { id, account_id: account, account_slug: slug } = await readSite(netlify);
    return { site: id, account: (0,encoded/* encoded */.d)(account ?? slug ?? "") };
}
async function listed({ api }, account, site) {
    const { json } = await api("GET", `/accounts/${account}/env`, { query: { site_id: site } });
    return shaped("Netlify", json, { each: shapes.variable });
}
function env_valueOf(variable) {
    if (variable === undefined)
        return { state: "absent" };
    if (variable.is_secret === true)
        return { state: "unreadable" };
    const found = ["production", "all"]
        .map((context) => variable.values?.find((one) => one.context === context)?.value)
        .find((value) => value !== undefined);
    if (found === undefined)
        return { state: "absent" };
    const setAt = Date.parse(variable.updated_at ?? "");
    return { state: "value", value: found, ...(Number.isNaN(setAt) ? {} : { setAt }) };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./lib/kit/providers/hosts/netlify/routes.js
/** What a missing asset is answered with; a name that no site has. */
const missingPage = "rollout-404.html";
const missingText = "<!doctype html><title>Not found</title><h1>Not found</h1>\n";
/**
 * `_redirects` of a single-page app: the project's own rules, first its file, then its netlify.toml, as Netlify takes
 * them; a missing asset is 404 and not the page; every other address is the page, unless a rule of its own says so.
 * Files that are there always come before rules.
 */
function redirectsFile(own, toml, assets) {
    const lines = [...linesOf(own), ...toml.redirects];
    const asset = `/${folderOf(assets)}/some-asset.js`;
    const rules = lines.map(ruleOf);
    const takes = rules.findIndex((rule) => rule !== undefined && fits(rule, asset) && !isRedirect(rule));
    const missing = `/${folderOf(assets)}/* /${missingPage} 404`;
    const at = takes === -1 ? lines.length : takes;
    const isProxied = /^https?:/.test(rules[takes]?.to ?? "");
    const all = isProxied ? lines : [...lines.slice(0, at), missing, ...lines.slice(at)];
    const catches = rules.some((rule) => rule?.from === "/*" && !isRedirect(rule));
    return [...all, ...(catches ? [] : ["/* /index.html 200"]), ""].join("\n");
}
/**
 * `_headers`: the project's own rules, and each asset that is there is cached for ever. By its own name: a rule for the
 * folder may also be that of a missing chunk, which a cache would keep for a year.
 */
function headersFile(own, toml, assets, paths) {
    const lines = [...linesOf(own), ...toml.headers];
    const cached = cachedBy(lines);
    const folder = `${folderOf(assets)}/`;
    const plain = paths.filter((path) => path.startsWith(folder) && /^[\w\-./@+~]+$/.test(path));
    const ours = plain.filter((path) => !cached.some((pattern) => matches(pattern, `/${path}`)));
    const rules = ours.flatMap((path) => [`/${path}`, "  Cache-Control: public, max-age=31536000, immutable"]);
    return [...lines, ...rules, ""].join("\n");
}
/** The paths for which own rules say how they are cached: two values would be one, and a wrong one. */
function cachedBy(lines) {
    let path = "";
    return lines.flatMap((line) => {
        if (!/^\s/.test(line))
            path = line;
        return /^\s+cache-control\s*:/i.test(line) ? [path] : [];
    });
}
function linesOf(text) {
    const lines = text.split(/\r?\n/).map((line) => line.trimEnd());
    return lines.filter((line) => line !== "" && !line.trim().startsWith("#"));
}
/** A line of `_redirects`: from, parameters, to, status. */
/** No address is longer, so that a rule for one takes none. */
const longestPath = 4000;
function ruleOf(line) {
    const [from, ...rest] = line
        .replace(/\s#.*$/, "")
        .trim()
        .split(/\s+/);
    const to = rest.find((part) => /^(?:\/|https?:)/.test(part));
    if (from === undefined || to === undefined || from.length > longestPath)
        return undefined;
    const status = rest.slice(rest.indexOf(to) + 1).find((part) => /^\d{3}!?$/.test(part)) ?? "301";
    return { from, to, status: Number.parseInt(status, 10) };
}
function isRedirect({ status }) {
    return status >= 300 && status < 400;
}
function fits({ from }, path) {
    return matches(from.replace(/^https?:\/\/[^/]+/, ""), path);
}
/** Signs for anything that follow each other are one: hundreds of them would be tried in every combination. */
function matches(pattern, path) {
    const source = pattern
        .split("/")
        .map((part) => part.startsWith(":") ? "[^/]+" : part.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replace(/\*+/g, ".*"))
        .join("/");
    return new RegExp(`^${source}/?$`).test(path);
}
function folderOf(assets) {
    return assets.replace(/^\/+|\/+$/g, "");
}

;// CONCATENATED MODULE: ./lib/kit/providers/hosts/netlify/files.js










const generated = ["_redirects", "_headers", missingPage];
/**
 * The files of a deploy: the site's own, and what makes its routes and cache headers right.
 * @throws {UserError} PR449 for names that Netlify cannot serve, PR102 for a netlify.toml that cannot be taken over.
 */
async function filesOfDeploy({ world, settings }, site) {
    refuseNames(site);
    const toml = await readToml(world.root);
    const own = await Promise.all(["_redirects", "_headers"].map((name) => textOf(site, name)));
    const [redirects = "", headers = ""] = own;
    const paths = site.files.map(({ path }) => path);
    const texts = [
        ["_redirects", redirectsFile(redirects, toml, settings.assets)],
        ["_headers", headersFile(headers, toml, settings.assets, paths)],
        [missingPage, missingText],
    ];
    return [
        ...texts.map(([path, text]) => asUpload(path, new TextEncoder().encode(text))),
        ...site.files
            .filter(({ path }) => !generated.includes(path))
            .map(({ path, size, sha1, bytes }) => ({ file: path, sha: sha1, size, bytes })),
    ];
}
/** SHA-1 by path of the site's own files, where the deploy is the one that is published: of others Netlify does not tell. */
async function filesOf(netlify, deployment) {
    const site = await readSite(netlify);
    if (publishedOf(site) !== deployment)
        return undefined;
    const { status, json } = await netlify.api("GET", `/sites/${(0,encoded/* encoded */.d)(site.id)}/files`, {
        accept: [200, 403, 404],
    });
    if (status !== 200 || !Array.isArray(json))
        return undefined;
    const files = shaped("Netlify", json, { each: shapes.file }).flatMap(({ path = "", sha = "" }) => {
        const name = path.replace(/^\//, "");
        return name === "" || sha === "" || generated.includes(name) ? [] : [[name, sha]];
    });
    return new Map(files);
}
async function textOf(site, name) {
    return site.files.some(({ path }) => path === name) ? await (0,promises_.readFile)((0,external_node_path_.join)(site.folder, name), "utf8") : "";
}
function asUpload(file, bytes) {
    const sha = (0,external_node_crypto_.createHash)("sha1").update(bytes).digest("hex");
    return { file, sha, size: bytes.length, bytes: async () => bytes };
}
/** @throws {UserError} PR449 */
function refuseNames({ files }) {
    const wrong = files.map(({ path }) => path).filter((path) => /[#?]/.test(path));
    if (wrong.length === 0)
        return;
    throw new user_error/* UserError */.yo("PR449", `Netlify serves no file with # or ? in its name: ${wrong.slice(0, 5).join(", ")}. Nothing was changed.`, "Give these files other names in the build.");
}

;// CONCATENATED MODULE: ./lib/kit/providers/hosts/netlify/lock.js


/** Locks production to what is published, or lets new deploys be published again; the site's word afterwards counts. */
async function setLock(netlify, locked) {
    const site = await readSite(netlify);
    const published = publishedOf(site);
    if (isLocked(site) === locked || published === null)
        return false;
    await netlify.api("POST", `/deploys/${published}/${locked ? "lock" : "unlock"}`, { safe: true });
    const now = await readSite(netlify);
    if (isLocked(now) === locked)
        return true;
    throw new user_error/* UserError */.yo("PR435", `Netlify took the change, but production of ${site.name ?? site.id} is ${locked ? "not locked" : "locked still"}.`, `${locked ? "Lock" : "Unlock"} it in Netlify's dashboard (Deploys).`);
}
/** Lets new deploys be published again where production is locked, though it is not supposed to be. */
async function unpin(netlify) {
    if (!netlify.settings.autoAssign || !(await setLock(netlify, false)))
        return undefined;
    return "Production is not locked any more: the next production deploy is published by itself.";
}

// EXTERNAL MODULE: ./lib/kit/ports/growing-waits.js
var growing_waits = __webpack_require__(55869);
// EXTERNAL MODULE: ./lib/kit/ports/tell-wait.js
var tell_wait = __webpack_require__(26592);
;// CONCATENATED MODULE: ./lib/kit/providers/hosts/until.js


/** Asks until there is an answer, and says meanwhile that it waits until `what`; undefined when the time was not enough. */
async function until({ world, settings }, timeout, what, look) {
    const end = world.clock.now() + timeout;
    const waits = (0,growing_waits/* growingWaits */.I)(settings.pollInterval);
    const tell = (0,tell_wait/* tellWait */.n)(world, end);
    for (;;) {
        const found = await look();
        if (found !== undefined)
            return found;
        if (world.clock.now() >= end)
            return undefined;
        tell(what);
        await world.clock.sleep(waits.next().value, world.signal);
    }
}

;// CONCATENATED MODULE: ./lib/kit/providers/hosts/netlify/restore.js






/** With the default interval these take 20 s. */
const looksForUnknown = 13;
/**
 * Publishes the draft by one request; whatever is unclear is read, not asked again. Production is locked afterwards only
 * where it is supposed to be.
 * @throws {UserError} PR435 when nothing was changed, PR433 when it is not published.
 */
async function restore_promote(netlify, { staged, was }) {
    if (staged === undefined)
        throw new Error("a promotion needs a staged deploy");
    const to = staged.deployment;
    const site = await readSite(netlify);
    if (publishedOf(site) !== to) {
        refuseOthers(site, was);
        const blocked = whyBlocked(site, netlify);
        if (blocked)
            throw blocked;
        await refuseUnready(netlify, to);
        await restore(netlify, site, to);
    }
    await setLock(netlify, !netlify.settings.autoAssign);
    return Object.keys(domainsOf(site));
}
/**
 * Goes back to `to` where `from` is published; anything else is drift and left alone. Netlify keeps nobody from
 * publishing after it. With `dryRun` nothing is changed, and `reverted` means «would be».
 */
async function restore_goBack(netlify, { from, to }, { dryRun = false } = {}) {
    if (to === null)
        return { outcome: "irreversible", said: "There was no deploy before this one." };
    const site = await readSite(netlify);
    const now = publishedOf(site);
    if (now === to)
        return { outcome: "already", said: `${to} is published.` };
    const ids = JSON.stringify({ site_id: site.id, deploy_id: to });
    const manual = `netlify api restoreSiteDeploy --data '${ids}'`;
    if (now !== from)
        return { outcome: "drift", said: `${now ?? "No deploy"} is published: nothing was touched.`, manual };
    if ((await readDeploy(netlify, to))?.state !== "ready")
        return { outcome: "irreversible", said: `Netlify does not keep ${to} any more, or it was never ready.` };
    if (dryRun)
        return { outcome: "reverted", said: `Netlify would publish ${to}.` };
    try {
        await restore(netlify, site, to);
        if (isLocked(site))
            await setLock(netlify, true);
        return { outcome: "reverted", said: `${to} is published.`, ...nextOf(site) };
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.yo))
            throw error;
        return { outcome: "failed", said: (0,user_error/* describe */.q0)(error), manual };
    }
}
function nextOf(site) {
    if (isLocked(site) || !isBuiltByGit(site))
        return {};
    return {
        next: "Netlify publishes the next build of the connected repository by itself: stop auto publishing until the cause is mended.",
    };
}
async function restore(netlify, before, to) {
    const accepted = await ask(netlify, before.id, to);
    const { verifyTimeout } = netlify.settings;
    let looks = 0;
    const done = await until(netlify, verifyTimeout, `deploy ${to} is published`, async () => {
        looks += 1;
        const now = publishedOf(await readSite(netlify));
        if (now === to)
            return true;
        if (now !== publishedOf(before))
            throw overtaken(to, now);
        if (!accepted && looks >= looksForUnknown)
            throw notPublished(to, "Netlify has no trace of the request");
        return undefined;
    });
    if (done !== true)
        throw notPublished(to, `after ${verifyTimeout / 1000} s another deploy is published`);
}
/** True when Netlify took the request, false when that is not known. */
async function ask({ api, world }, siteId, to) {
    try {
        await api("POST", `/sites/${siteId}/deploys/${to}/restore`);
        return true;
    }
    catch (error) {
        if (!isUnclear(error))
            throw error;
        world.log.warn(`Whether ${to} was published is unclear (${error.message}); looking at what is live.`);
        return false;
    }
}
function refuseOthers(site, was) {
    const moved = Object.entries(domainsOf(site)).filter(([name, now]) => now !== ((0,held_in/* heldIn */.$)(was, name) ?? null));
    if (moved.length === 0)
        return;
    throw new user_error/* UserError */.yo("PR435", `Somebody else has published a deploy of Netlify site ${site.name ?? site.id}: ${publishedOf(site) ?? "none"} is live by now. Nothing was promoted.`, "Start a new run, so that the plan says what is live.");
}
async function refuseUnready(netlify, to) {
    const deploy = await readDeploy(netlify, to);
    if (deploy?.state === "ready")
        return;
    throw new user_error/* UserError */.yo("PR435", `Deploy ${to} is ${deploy?.state ?? "not there any more"}, so it cannot be published. Nothing was promoted.`, "Run again: a new deploy is staged.");
}
function notPublished(to, why) {
    return new user_error/* UserError */.yo("PR433", `Deploy ${to} was not published: ${why}.`, "Look at the site's deploys in Netlify's dashboard; running again goes on from what is live.");
}
function overtaken(to, now) {
    return new user_error/* UserError */.yo("PR435", `While deploy ${to} was being published, somebody published ${now ?? "another"}.`, "Find out who publishes this site's deploys (a Git integration, a person), then run again.");
}

// EXTERNAL MODULE: ./lib/kit/providers/hosts/upload.js
var upload = __webpack_require__(81328);
;// CONCATENATED MODULE: ./lib/kit/providers/hosts/netlify/stage.js










/** The deploy that an earlier attempt of this release made of this artifact, unless it has failed. */
async function findStaged({ api }, siteId, { digest }, release) {
    const { json } = await api("GET", `/sites/${siteId}/deploys`, { query: { per_page: 100 } });
    const found = shaped("Netlify", json, { each: shapes.deploy }).find(({ title, state }) => {
        const said = saidIn(title);
        return state !== "error" && said.release === release && said.artifact === digest;
    });
    return found === undefined ? undefined : stagedOf(found);
}
/** Creates a draft that no domain serves, uploads what Netlify lacks, and waits until it is ready. */
async function stage(netlify, siteId, site, release, previous) {
    let files = await filesOfDeploy(netlify, site);
    const title = titleOf({ release, artifact: site.digest, marker: site.marker, previous });
    const found = await findStaged(netlify, siteId, site, release);
    if (found)
        netlify.world.log.info(`${found.deployment} was staged by an earlier attempt of this release.`);
    let staged = found;
    for (;;) {
        const given = files;
        staged ??= await madeOnce(() => create(netlify, siteId, title, given), () => findStaged(netlify, siteId, site, release));
        const gone = await stage_upload(netlify, staged.deployment, files);
        if (gone.size === 0)
            break;
        // What nobody has any more is left out: a deploy waits for each of its files.
        files = files.filter(({ sha }) => !gone.has(sha));
        await netlify.api("POST", `/deploys/${staged.deployment}/cancel`, {
            safe: true,
            accept: [200, 201, 404, 422],
        });
        staged = undefined;
    }
    await reached(netlify, staged.deployment, ["ready"]);
    return staged;
}
async function create({ api }, siteId, title, files) {
    const sums = Object.fromEntries(files.map(({ file, sha }) => [`/${file}`, sha]));
    const { json } = await api("POST", `/sites/${siteId}/deploys`, {
        query: { title },
        json: { files: sums, draft: true, async: true },
    });
    return stagedOf(shaped("Netlify", json, shapes.deploy));
}
/** Once Netlify has compared the list with what it has, it says what is missing. Gives what nobody has any more. */
async function stage_upload(netlify, deployment, files) {
    const compared = ["prepared", "uploading", "uploaded", "processing", "ready"];
    const { required } = await reached(netlify, deployment, compared);
    const { api, world, settings } = netlify;
    const missing = new Set(required ?? []);
    return await (0,upload/* uploadMissing */.ML)(world.log, "Netlify", { files, missing }, async ({ file, size }, body) => {
        const path = file.split("/").map(encoded/* encoded */.d).join("/");
        await api("PUT", `/deploys/${deployment}/files/${path}`, (0,upload/* uploadCall */.MT)(body, size, settings.readyTimeout));
    });
}
/** Waits until a deploy is in one of these states. @throws {UserError} PR431 */
async function reached(netlify, id, states) {
    const { settings } = netlify;
    const done = await until(netlify, settings.readyTimeout, `deploy ${id} is ${states[0]}`, async () => {
        const deploy = await readDeploy(netlify, id);
        if (deploy?.state !== undefined && states.includes(deploy.state))
            return deploy;
        if (deploy !== undefined && deploy.state !== "error")
            return undefined;
        const why = deploy === undefined ? "it is there no more" : (deploy.error_message ?? "no reason given");
        throw new user_error/* UserError */.yo("PR431", `Netlify ended deploy ${id}: ${why}. Production was not touched.`, "Look at the deploy in Netlify's dashboard, then run again.");
    });
    if (done)
        return done;
    throw new user_error/* UserError */.yo("PR431", `Deploy ${id} was not ${states[0]} after ${settings.readyTimeout / 1000} s. Production was not touched.`, "See netlifystatus.com; run the job again, it goes on with the same deploy. Or raise `ready-timeout`.");
}
function stagedOf(deploy) {
    return {
        deployment: idOf("Netlify", deploy.id),
        url: (deploy.deploy_ssl_url ?? deploy.ssl_url ?? "").replace(/\/$/, ""),
        previous: saidIn(deploy.title).previous,
    };
}

;// CONCATENATED MODULE: ./lib/kit/providers/hosts/netlify/netlify.js







/** Netlify by its REST API: a draft is published, and taken back, by the same request. */
function netlifyHost(world, settings) {
    const netlify = { api: netlifyApi(world, settings), world, settings };
    const id = async () => (await readSite(netlify)).id;
    return {
        inspect: () => site_inspect(netlify),
        said: (deployment) => readSaid(netlify, deployment),
        env: (names) => readEnv(netlify, names),
        setEnv: (values) => setEnv(netlify, values),
        filesOf: (deployment) => filesOf(netlify, deployment),
        find: async (site, release) => await findStaged(netlify, await id(), site, release),
        stage: async (site, release, previous) => await stage(netlify, await id(), site, release, previous),
        promote: (promotion) => restore_promote(netlify, promotion),
        goBack: (change, options) => restore_goBack(netlify, change, options),
        unpin: () => unpin(netlify),
        probeHeaders: {},
        noWayBack: undefined,
    };
}

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




const vercel_json_noEffect = ["routes", "cleanUrls", "trailingSlash", "functions", "crons", "images"];
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
            leftOut: vercel_json_noEffect.filter((key) => json[key] !== undefined && json[key] !== false),
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
    const Location = substituted(vercel_json_textOf(rule.destination, "destination"), pattern.groups);
    return { src: pattern.src, headers: { Location }, status, ...conditions(rule) };
}
function header(rule) {
    const pattern = patternOf(rule);
    if (!Array.isArray(rule.headers))
        throw new Error("a rule of headers has no list of headers");
    // In lower case, so that one rule's header takes the place of another's.
    const pairs = rule.headers.map(({ key, value }) => [vercel_json_textOf(key, "key").toLowerCase(), substituted(vercel_json_textOf(value, "value"), pattern.groups)]);
    return { src: pattern.src, headers: Object.fromEntries(pairs), continue: true, ...conditions(rule) };
}
function rewrite(rule) {
    const pattern = patternOf(rule);
    const dest = substituted(vercel_json_textOf(rule.destination, "destination"), pattern.groups);
    return { src: pattern.src, dest, check: true, ...conditions(rule) };
}
function patternOf({ source }) {
    return sourcePattern(vercel_json_textOf(source, "source"));
}
function conditions({ has, missing }) {
    return { ...(has ? { has } : {}), ...(missing ? { missing } : {}) };
}
function vercel_json_textOf(value, name) {
    if (typeof value === "string")
        return value;
    throw new Error(`${name} is not a text`);
}

;// CONCATENATED MODULE: ./lib/kit/providers/hosts/vercel/context.js


/** A caller of Vercel's API, in the scope of the team where one is named. */
function vercelApi(world, { apiUrl, token, team }) {
    const plain = (0,json_api/* jsonApi */.Z)(world, {
        name: "Vercel",
        baseUrl: apiUrl,
        headers: { authorization: `Bearer ${token}`, "user-agent": "prism-rollout" },
        tokenHint: "Pass a Vercel token with access to this project as `host-token`; name its team by `host-team`.",
        attempts: 6,
    });
    const api = withoutErrorInside("Vercel", plain);
    const scope = team === undefined ? {} : team.startsWith("team_") ? { teamId: team } : { slug: team };
    return (method, path, call = {}) => api(method, path, { ...call, query: { ...scope, ...call.query } });
}

;// CONCATENATED MODULE: ./lib/kit/providers/hosts/vercel/answers.js
const request = {
    fields: { toDeploymentId: "text", jobStatus: "text", requestedAt: "number", type: "text" },
    needs: ["toDeploymentId", "jobStatus"],
};
const protection = { fields: { deploymentType: "text" } };
/** Their types, by which an answer is told from something else. */
const answers_shapes = {
    project: {
        fields: {
            id: "text",
            name: "text",
            autoAssignCustomDomains: "flag",
            rollingRelease: "any",
            link: "any",
            lastAliasRequest: request,
            ssoProtection: protection,
            passwordProtection: protection,
            trustedIps: protection,
            protectionBypass: { values: "any" },
            targets: { fields: { production: { fields: { id: "text" } } } },
        },
        needs: ["id", "name"],
    },
    domain: {
        fields: {
            name: "text",
            redirect: "any",
            gitBranch: "any",
            customEnvironmentId: "any",
            verified: "flag",
        },
        needs: ["name"],
    },
    page: { fields: { pagination: { fields: { next: "number" } } } },
    alias: { fields: { deploymentId: "text" } },
    deployment: {
        fields: {
            id: "text",
            uid: "text",
            url: "text",
            readyState: "text",
            target: "text",
            meta: { values: "text" },
            errorMessage: "text",
            inspectorUrl: "text",
        },
    },
    variable: {
        fields: {
            id: "text",
            key: "text",
            value: "text",
            type: "text",
            target: "any",
            gitBranch: "any",
            decrypted: "flag",
            updatedAt: "number",
        },
    },
    file: { fields: { name: "text", uid: "text", children: "any" }, needs: ["name"] },
    refusal: { fields: { error: { fields: { code: "text", message: "text", missing: { each: "text" } } } } },
};

;// CONCATENATED MODULE: ./lib/kit/providers/hosts/vercel/env.js






/** Production variables as far as they can be read: a sensitive one never, another one by itself, decrypted. */
async function env_readEnv(vercel, names) {
    if (names.length === 0)
        return {};
    const project = (0,encoded/* encoded */.d)(vercel.settings.project);
    try {
        const envs = await env_listed(vercel, project);
        const entries = names.map(async (name) => [name, await vercel_env_valueOf(vercel, project, name, envs)]);
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
async function env_setEnv(vercel, values) {
    const project = (0,encoded/* encoded */.d)(vercel.settings.project);
    for (const [name, value] of Object.entries(values)) {
        const envs = await env_listed(vercel, project);
        const entry = entryOf(name, envs);
        if (entry === undefined)
            throw notSet(name, "it is not there any more");
        const path = `/v9/projects/${project}/env/${entry.id}`;
        await vercel.api("PATCH", path, { json: { value }, safe: true });
        const now = await vercel_env_valueOf(vercel, project, name, [{ ...entry, type: "encrypted" }]);
        if (now.state !== "value" || now.value !== value)
            throw notSet(name, "it holds another value still");
    }
}
async function env_listed({ api }, project) {
    const { json } = await api("GET", `/v10/projects/${project}/env`);
    return listIn("Vercel", json, "envs", answers_shapes.variable);
}
function entryOf(name, envs) {
    return envs.find(({ key, target, gitBranch }) => key === name && [target ?? []].flat().includes("production") && !gitBranch);
}
async function vercel_env_valueOf({ api }, project, name, envs) {
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
    const one = status === 200 ? shaped("Vercel", json, answers_shapes.variable) : undefined;
    if (one?.value === undefined || one.decrypted === false)
        return { state: "unreadable" };
    return { state: "value", value: one.value, ...when };
}

;// CONCATENATED MODULE: ./lib/kit/providers/hosts/vercel/why-not-existing.js

/** Why a build of the Git integration cannot be taken before users meet it. */
function whyNotExisting(project, gitOff) {
    if (gitOff) {
        return why_not_existing_refused("vercel.json sets git.deploymentEnabled to false, so Vercel builds no commit by itself", "Take that out, or build here: source dist or prebuilt.");
    }
    if (project.autoAssignCustomDomains === false)
        return undefined;
    return why_not_existing_refused(`Vercel project ${project.name} gives its domains to every production build by itself, before anything is probed`, "Switch «Auto-assign Custom Production Domains» off in the project's settings, and write auto-assign: false.");
}
function why_not_existing_refused(what, fix) {
    return new user_error/* UserError */.yo("PR478", `${what}. Production was not touched.`, fix);
}

;// CONCATENATED MODULE: ./lib/kit/providers/hosts/vercel/inspect.js






const inspect_nothingSaid = { release: null, artifact: null, marker: null, previous: null };
/** The project with its last promote or rollback as it is now. */
async function readProject({ api, settings }) {
    const path = `/v9/projects/${(0,encoded/* encoded */.d)(settings.project)}`;
    const { status, json } = await api("GET", path, { query: { rollbackInfo: true }, accept: [200, 404] });
    if (status !== 404)
        return shaped(`Vercel GET ${path}`, json, answers_shapes.project);
    const scope = settings.team === undefined ? "without a team" : `in team ${settings.team}`;
    throw new user_error/* UserError */.yo("PR303", `Vercel knows no project ${settings.project} ${scope} (GET ${path} answered 404).`, "Correct `host-project` for this target in rollout.yml: the project's id or name. A team's project needs `host-team`, too.");
}
/**
 * The project, and then what its domains serve; only what these are called is asked for meanwhile. Served is asked after
 * the project: a move that ended between the two would look as if there had been none.
 */
async function readLive(vercel, read = readProject) {
    const listing = listedDomains(vercel, (0,encoded/* encoded */.d)(vercel.settings.project));
    // Awaited below: what is wrong with the project is said first, and better.
    listing.catch(() => undefined);
    const project = await read(vercel);
    const { names, unverified } = await listing;
    return { project, domains: await servedBy(vercel, project.id, names), unverified };
}
/** What the domains serve now. `expected`: those that there were a moment ago are asked for beside their list. */
async function readDomains(vercel, projectId, expected) {
    const [{ names }, served] = await Promise.all([
        listedDomains(vercel, projectId),
        servedBy(vercel, projectId, expected),
    ]);
    const isSame = names.length === expected.length && names.every((name) => expected.includes(name));
    return isSame ? served : await servedBy(vercel, projectId, names);
}
async function servedBy(vercel, projectId, names) {
    const entries = await Promise.all(names.map(async (name) => {
        const { status, json } = await vercel.api("GET", `/v4/aliases/${(0,encoded/* encoded */.d)(name)}`, {
            query: { projectId },
            accept: [200, 404],
        });
        return [
            name,
            status === 404
                ? null
                : (shaped(`Vercel's alias ${name}`, json, answers_shapes.alias).deploymentId ??
                    null),
        ];
    }));
    return Object.fromEntries(entries);
}
/** What a deployment says of itself. */
async function inspect_readSaid({ api }, deployment) {
    const { status, json } = await api("GET", `/v13/deployments/${deployment}`, { accept: [200, 404] });
    return status === 404
        ? inspect_nothingSaid
        : saidBy(shaped(`Vercel's deployment ${deployment}`, json, answers_shapes.deployment));
}
/** @throws {UserError} PR306 where it is none. */
async function readDeployment({ api }, id) {
    const { json } = await api("GET", `/v13/deployments/${id}`);
    return shaped(`Vercel's deployment ${id}`, json, answers_shapes.deployment);
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
async function inspect_inspect(vercel, source = "dist") {
    const { project, domains, unverified, saidOf } = await readLiveAndSaid(vercel);
    const { leftOut, gitOff } = await vercel.settings.routes();
    const served = [...new Set(Object.values(domains))];
    const deployment = served.length === 1 ? (served[0] ?? null) : null;
    const said = deployment === null ? inspect_nothingSaid : await saidOf(deployment);
    const notExisting = source === "existing" ? whyNotExisting(project, gitOff) : undefined;
    const blocked = inspect_whyBlocked(project, domains, vercel.settings) ?? whyUnserved(project, unverified, vercel.settings);
    const moving = isMoving(project.lastAliasRequest) ? project.lastAliasRequest.toDeploymentId : null;
    const notes = [
        ...unverified.map((name) => `${name} is a domain of the project that is not verified: it serves no release.`),
        ...(source === "existing" ? [] : inspect_notesOf(project, { leftOut: source === "dist" ? leftOut : [], gitOff })),
    ];
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
        ...(notExisting ? { notExisting } : {}),
    };
}
/** What the project takes for live is asked for what it says while the aliases are; they may know better. */
async function readLiveAndSaid(vercel) {
    const early = new Map();
    const live = await readLive(vercel, async () => {
        const project = await readProject(vercel);
        const id = project.targets?.production?.id;
        if (id !== undefined)
            early.set(id, inspect_readSaid(vercel, id));
        for (const said of early.values())
            said.catch(() => undefined);
        return project;
    });
    return { ...live, saidOf: (deployment) => early.get(deployment) ?? inspect_readSaid(vercel, deployment) };
}
function inspect_notesOf({ link }, { leftOut, gitOff }) {
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
function inspect_whyBlocked(project, domains, { autoAssign, unpin }) {
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
/** Vercel serves nothing under a domain that is not verified: after the promotion its origin would prove nothing. */
function whyUnserved({ name }, unverified, { origins }) {
    const hosts = origins.map((origin) => new URL(origin).host);
    const unserved = unverified.filter((domain) => hosts.includes(domain));
    if (unserved.length === 0)
        return undefined;
    return new user_error/* UserError */.yo("PR435", `Vercel project ${name}: ${unserved.join(", ")} is not verified, so nobody gets a release there. Nothing was changed.`, "Verify the domain in the project's settings, or take it out of `origins` for this target.");
}
/** The project's production domains; those that are not verified apart. */
async function listedDomains({ api }, projectId) {
    const all = [];
    let next;
    do {
        const { json } = await api("GET", `/v9/projects/${projectId}/domains`, {
            query: { target: "production", redirects: false, limit: 100, until: next },
        });
        all.push(...listIn("Vercel", json, "domains", answers_shapes.domain));
        const after = shaped("Vercel", json, answers_shapes.page).pagination?.next;
        // A page that leads back to itself is the last one.
        next = after === next ? undefined : (after ?? undefined);
    } while (next !== undefined);
    const own = all.filter((one) => !one.redirect && !one.gitBranch && !one.customEnvironmentId);
    const named = (verified) => own.flatMap((one) => ((one.verified ?? true) === verified ? [one.name] : [])).sort();
    return { names: named(true), unverified: named(false) };
}

;// CONCATENATED MODULE: ./lib/kit/providers/hosts/vercel/existing.js






const ended = ["ERROR", "CANCELED", "BLOCKED"];
/** The newest production deployment of a commit that is none of this suite's, unless it has failed. */
async function findExisting(vercel, projectId, { commit }) {
    const newest = await newestOf(vercel, projectId, commit);
    return newest === undefined || ended.includes(newest.readyState ?? "") ? undefined : existing_stagedOf(newest);
}
/**
 * Waits until the host's Git integration has built the commit for production, without a domain.
 * @throws {UserError} PR478 where it has built none in time, or where that build has failed.
 */
async function adopt(vercel, { commit }) {
    const { id } = await readProject(vercel);
    const { existingTimeout } = vercel.settings;
    const what = `Vercel has built ${commit} for production`;
    let seen;
    const staged = await until(vercel, existingTimeout, what, async () => {
        const newest = await newestOf(vercel, id, commit);
        // The list tells neither why a build has failed, nor at once that it has ended.
        seen = newest && (await readDeployment(vercel, nameOf(newest)));
        if (seen && ended.includes(seen.readyState ?? ""))
            throw failed(seen, commit);
        return seen?.readyState === "READY" ? existing_stagedOf(seen) : undefined;
    });
    if (staged !== undefined)
        return staged;
    const seconds = `${existingTimeout / 1000} s`;
    throw seen === undefined
        ? why_not_existing_refused(`Vercel has no production deployment of commit ${commit} after ${seconds}`, "Is the Git integration on for this branch, is it the production branch, and is the commit pushed? Or raise `existing-timeout`.")
        : why_not_existing_refused(`Vercel's build of commit ${commit} (${nameOf(seen)}) is ${seen.readyState} still after ${seconds}`, "Look at the build in Vercel's dashboard, then run the job again. Or raise `existing-timeout`.");
}
async function newestOf({ api }, projectId, commit) {
    const { json } = await api("GET", "/v7/deployments", {
        query: { projectId, target: "production", sha: commit, limit: 100 },
    });
    return listIn("Vercel", json, "deployments", answers_shapes.deployment).find((deployment) => saidBy(deployment).release === null);
}
function failed(deployment, commit) {
    const { readyState, errorMessage, inspectorUrl } = deployment;
    const why = errorMessage ?? "no reason given";
    return why_not_existing_refused(`Vercel ended its build of commit ${commit} (${nameOf(deployment)}) as ${readyState}: ${why}`, `Look at ${inspectorUrl ?? "the deployment in Vercel's dashboard"}, redeploy it there, then run again.`);
}
function nameOf({ id, uid }) {
    return idOf("Vercel", id ?? uid);
}
function existing_stagedOf(deployment) {
    return { deployment: nameOf(deployment), url: (0,origins/* urlOfHost */.x2)(idOf("Vercel", deployment.url)), previous: null };
}

;// CONCATENATED MODULE: ./lib/kit/providers/hosts/vercel/files-of.js


const root = ".vercel/output/static/";
/** SHA-1 by path of a prebuilt deployment's site; undefined where Vercel does not tell it for this deployment. */
async function files_of_filesOf({ api }, deployment) {
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
function flatten(json, above) {
    if (!Array.isArray(json))
        return [];
    return shaped("Vercel", json, { each: answers_shapes.file }).flatMap((node) => {
        const path = `${above}${node.name}`;
        if (node.children !== undefined)
            return flatten(node.children, `${path}/`);
        return node.uid === undefined ? [] : [[path, node.uid]];
    });
}

;// CONCATENATED MODULE: ./lib/kit/providers/hosts/vercel/move.js





/** With the default interval these take 20 s. */
const move_looksForUnknown = 13;
/**
 * Waits until every production domain serves the deployment, by its alias; gives the project as it is then. The job's
 * own word is only taken for what it is: it can be somebody else's, skipped, or not recorded at all.
 * @throws {UserError} PR433 when it failed or did not end in time, PR435 when somebody else moves the domains.
 */
async function settle(vercel, move) {
    const what = `every production domain serves ${move.to}`;
    let looks = 0;
    const done = await until(vercel, vercel.settings.verifyTimeout, what, async () => {
        looks += 1;
        const [project, domains] = await Promise.all([
            readProject(vercel),
            readDomains(vercel, move.projectId, move.domains),
        ]);
        const job = project.lastAliasRequest;
        const own = isOwn(job, move);
        if (Object.values(domains).every((deployment) => deployment === move.to) && !isMoving(job))
            return project;
        if (own && job?.jobStatus === "failed")
            throw await move_failed(vercel, move, domains);
        if (own && job?.jobStatus === "skipped")
            throw notMoved(move, "Vercel skipped it");
        if (!own && isNew(job, move))
            throw move_overtaken(move, job);
        if (!own && !move.accepted && looks >= move_looksForUnknown) {
            throw notMoved(move, "Vercel has no trace of the request");
        }
        return undefined;
    });
    if (done !== undefined)
        return done;
    const domains = await readDomains(vercel, move.projectId, move.domains);
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
async function move_failed(vercel, move, domains) {
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
    const { aliases = [] } = shaped(`Vercel GET ${path}`, json, aliasesShape);
    return aliases.flatMap(({ alias }) => {
        const name = typeof alias === "object" && alias !== null ? (0,held_in/* heldIn */.$)({ ...alias }, "alias") : alias;
        return typeof name === "string" ? [name] : [];
    });
}
const aliasesShape = { fields: { aliases: { each: { fields: { alias: "any" } } } } };
function notMoved({ type, to }, why) {
    const what = type === "promote" ? "promotion of" : "rollback to";
    return new user_error/* UserError */.yo("PR433", `The ${what} ${to} did not come through: ${why}.`, "Look at the project's deployments in Vercel's dashboard; running again goes on from what is live.");
}
function move_overtaken({ type, to }, job) {
    return new user_error/* UserError */.yo("PR435", `While the ${type} of ${to} was under way, somebody started a ${job.type} to ${job.toDeploymentId}.`, "Find out who moves this project's domains (a Git integration, a person), then run again.");
}

;// CONCATENATED MODULE: ./lib/kit/providers/hosts/vercel/pin.js


/** Whether Vercel gives a new production build no domain, though this project is supposed to give it all of them. */
function isPinned(project, { settings }) {
    return settings.autoAssign && project.autoAssignCustomDomains === false;
}
/** What a pinned project means for whoever releases next. */
const pinned = "Vercel's auto-assignment of domains is off, as a rollback leaves it: no new build goes live by itself. The next release needs `unpin: true`; or run this rollback again with `restore-auto-assign: true`.";
/** What going back would do to it. */
const wouldPin = "Vercel's auto-assignment of domains would be off after it, so that no build goes live by itself. The next release would need `unpin: true`; or `restore-auto-assign: true` switches it on again.";
/**
 * Switches auto-assignment on again where a rollback has switched it off; the project's word afterwards counts.
 * @throws {UserError} PR435 when it is still off.
 */
async function pin_unpin(vercel) {
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
async function go_back_goBack(vercel, { from, to }, { dryRun = false, live } = {}) {
    if (to === null)
        return { outcome: "irreversible", said: "There was no deployment before this one." };
    if (dryRun && live?.project && isWhollyAt(live, from)) {
        const project = { id: live.project, name: vercel.settings.project };
        return wouldGo(vercel, await offeredBy(vercel, project), project, to, false);
    }
    const manual = `vercel rollback ${to}`;
    let offered;
    const { project, domains } = await readLive(vercel, async () => {
        const settledProject = await settled(vercel);
        // Asked for while the domains are.
        if (dryRun)
            offered = offeredBy(vercel, settledProject);
        offered?.catch(() => undefined);
        return settledProject;
    });
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
        return wouldGo(vercel, await (offered ?? offeredBy(vercel, project)), project, to, serves(to) > 0);
    return (await move(vercel, project, Object.keys(domains), to, manual)) ?? wentBack(vercel, all, to);
}
/** Whether a look a moment ago has found all domains at a deployment, and none of them moving. */
function isWhollyAt({ domains, moving }, deployment) {
    const served = Object.values(domains);
    return moving === null && served.length > 0 && served.every((one) => one === deployment);
}
function wentBack({ settings }, all, to) {
    const said = `${all} of ${all} domains serve ${to}`;
    // Where it is off on purpose, nothing is other than it was.
    if (!settings.autoAssign)
        return { outcome: "reverted", said: `${said}.` };
    return { outcome: "reverted", said: `${said}; production stays pinned to it.`, next: pinned };
}
/** Vercel itself says to which deployments it would go back: not every one that is ready is among them. */
async function offeredBy({ api }, { id }) {
    const { json } = await api("GET", "/v7/deployments", {
        query: { projectId: id, target: "production", state: "READY", rollbackCandidate: true, limit: 100 },
    });
    return listIn("Vercel", json, "deployments", answers_shapes.deployment);
}
function wouldGo({ settings }, deployments, { name }, to, partly) {
    if (partly || deployments.some(({ uid }) => uid === to))
        return {
            outcome: "reverted",
            said: `Vercel would go back to ${to}.`,
            ...(settings.autoAssign ? { next: wouldPin } : {}),
        };
    const said = `Vercel does not offer ${to} for a rollback: it is gone, it never served production, or the plan goes back one deployment only.`;
    return { outcome: "irreversible", said, manual: `vercel promote <a former deployment of ${name}>` };
}
/** Undefined once the domains are moved. */
async function move(vercel, project, domains, to, manual) {
    try {
        const answer = await go_back_ask(vercel, project.id, to);
        if ("refused" in answer)
            return { outcome: "failed", said: answer.refused, manual };
        const before = project.lastAliasRequest;
        const common = { type: "rollback", projectId: project.id, to, domains };
        await settle(vercel, { ...common, before, ...answer });
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
    const found = await until(vercel, vercel.settings.verifyTimeout, "Vercel moves no domain any more", look);
    return found ?? (await readProject(vercel));
}
/** Whether Vercel took it. What is unclear is read afterwards, not asked again. */
async function go_back_ask({ api, world }, projectId, to) {
    try {
        const { status, json } = await api("POST", `/v1/projects/${projectId}/rollback/${to}`, {
            query: { description: "prism-rollout: the release was not healthy" },
            accept: [200, 201, 202, 402, 409, 422],
        });
        if (status < 300)
            return { accepted: true };
        const message = shaped("Vercel", json ?? {}, answers_shapes.refusal).error?.message;
        return { refused: `Vercel refused the rollback (${status}): ${message ?? "no reason given"}` };
    }
    catch (error) {
        if (!isUnclear(error))
            throw error;
        world.log.warn(`Whether the rollback was taken is unclear (${error.message}); looking at what is live.`);
        return { accepted: false };
    }
}

;// CONCATENATED MODULE: ./lib/kit/providers/hosts/vercel/protection.js

const kinds = [
    ["ssoProtection", "Vercel Authentication"],
    ["passwordProtection", "a password"],
    ["trustedIps", "trusted addresses"],
];
/** What the project says of its deployments' own addresses. */
async function readProtection(vercel) {
    const project = await readProject(vercel);
    const closing = kinds.flatMap(([key, name]) => saidOf(project[key], name));
    const { bypass } = vercel.settings;
    const known = project.protectionBypass;
    return {
        by: closing.length === 0 ? undefined : closing.join(" and "),
        opens: bypass === undefined || known === undefined ? undefined : Object.hasOwn(known, bypass),
    };
}
/** What is staged is a production deployment without its domains: a protection of previews alone leaves it open. */
function saidOf(found, name) {
    if (found === undefined || found.deploymentType === "preview")
        return [];
    return [found.deploymentType === undefined ? name : `${name} (${found.deploymentType})`];
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
    // Awaited below, where nothing else is in the way: it is only asked for beside the others.
    const fit = refusePreview(vercel, to);
    fit.catch(() => undefined);
    const { project, domains } = await readLive(vercel);
    const isThere = Object.values(domains).every((deployment) => deployment === to);
    await putBack(vercel, isThere ? project : await promote_move(vercel, { project, domains, to, was, fit }));
    return Object.keys(domains);
}
/** Gives the project as it is once the domains have moved. */
async function promote_move(vercel, { project, domains, to, was, fit }) {
    const last = project.lastAliasRequest;
    const base = { type: "promote", projectId: project.id, to, domains: Object.keys(domains) };
    if (isMoving(last) && last.toDeploymentId === to && last.type === "promote") {
        vercel.world.log.info(`${to} is being promoted already, by an earlier attempt.`);
        return await settle(vercel, { ...base, before: null, accepted: true });
    }
    promote_refuseOthers(project, domains, to, was);
    const blocked = inspect_whyBlocked(project, domains, vercel.settings);
    if (blocked)
        throw blocked;
    await fit;
    const accepted = await promote_ask(vercel, project.id, to);
    return await settle(vercel, { ...base, before: last, accepted });
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
        if (!isUnclear(error))
            throw error;
        world.log.warn(`Whether the promotion was taken is unclear (${error.message}); looking at what is live.`);
        return false;
    }
}
function promote_refuseOthers(project, domains, to, was) {
    const moved = Object.entries(domains).filter(([name, now]) => now !== to && now !== ((0,held_in/* heldIn */.$)(was, name) ?? null));
    const last = project.lastAliasRequest;
    if (moved.length === 0 && !isMoving(last))
        return;
    const what = isMoving(last)
        ? `a ${last.type} to ${last.toDeploymentId} is under way`
        : moved.map(([name, now]) => `${name} serves ${now ?? "nothing"} by now`).join(", ");
    throw new user_error/* UserError */.yo("PR435", `Somebody else changes Vercel project ${project.name}: ${what}. Nothing was promoted.`, "Wait until it has ended, then start a new run, so that the plan says what is live.");
}
/** A preview deployment would be built again by a promotion: another site than the one that was tested. */
async function refusePreview(vercel, to) {
    const { target, readyState } = await readDeployment(vercel, to);
    if (target === "production" && readyState === "READY")
        return;
    throw new user_error/* UserError */.yo("PR435", `Deployment ${to} is ${readyState ?? "in no state"} for ${target ?? "preview"}, so it cannot be promoted as it is.`, "Run again: a new deployment is staged.");
}
/**
 * Every promotion switches auto-assignment on, also where the team wants it off: there it is read once more, since what
 * was read as the domains moved may be older than that.
 */
async function putBack(vercel, moved) {
    const { autoAssign } = vercel.settings;
    const { id, autoAssignCustomDomains } = autoAssign ? moved : await readProject(vercel);
    if (autoAssignCustomDomains === autoAssign)
        return;
    await vercel.api("PATCH", `/v9/projects/${id}`, {
        json: { autoAssignCustomDomains: autoAssign },
        safe: true,
    });
}

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
    const proxied = own.rewrites.some((route) => output_config_fits(route, asset) && /^https?:/.test(route.dest ?? ""));
    const immutable = { src: `/${folder}/(.*)`, headers: { "cache-control": forever }, continue: true };
    const cached = own.headers.some((route) => output_config_fits(route, asset) && saysCache(route));
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
function output_config_fits({ src }, path) {
    return new RegExp(src).test(path);
}
function saysCache({ headers = {} }) {
    return Object.keys(headers).some((name) => name.toLowerCase() === "cache-control");
}

;// CONCATENATED MODULE: ./lib/kit/providers/hosts/vercel/stage.js










const output = ".vercel/output";
/** The deployment that an earlier attempt of this release made of this artifact, unless it has failed. */
async function stage_findStaged({ api }, projectId, site, release) {
    const { json } = await api("GET", "/v7/deployments", {
        query: { projectId, target: "production", sha: site.commit || undefined, limit: 100 },
    });
    const found = listIn("Vercel", json, "deployments", answers_shapes.deployment).find((deployment) => {
        const said = saidBy(deployment);
        const failed = ["ERROR", "CANCELED", "BLOCKED"].includes(deployment.readyState ?? "");
        return !failed && said.release === release && said.artifact === site.digest;
    });
    return found === undefined ? undefined : stage_stagedOf(found);
}
/** Uploads what is missing, creates the deployment without any domain, and waits until it is ready. */
async function stage_stage(vercel, site, release, previous) {
    const { project, found } = await projectAndStaged(vercel, site, release);
    if (found)
        vercel.world.log.info(`${found.deployment} was staged by an earlier attempt of this release.`);
    const staged = found ?? (await createOrFind(vercel, project, site, release, previous));
    await ready(vercel, staged.deployment);
    return staged;
}
/** Both at once, where the project is named by the id that the list of deployments wants. */
async function projectAndStaged(vercel, site, release) {
    const named = vercel.settings.project;
    const early = named.startsWith("prj_") ? stage_findStaged(vercel, named, site, release) : undefined;
    // Awaited below: what is wrong with the project is said first, and better.
    early?.catch(() => undefined);
    const project = await readProject(vercel);
    return { project, found: await (early ?? stage_findStaged(vercel, project.id, site, release)) };
}
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
    };
    return await madeOnce(() => stage_create(vercel, body, files), () => stage_findStaged(vercel, project.id, site, release));
}
async function stage_create(vercel, body, all) {
    const query = { prebuilt: 1, skipAutoDetectionConfirmation: 1, forceNew: 1 };
    let files = all;
    for (let round = 1;; round += 1) {
        const listed = files.map(({ file, sha, size, mode }) => ({ file, sha, size, mode }));
        const { status, json } = await vercel.api("POST", "/v13/deployments", {
            query,
            json: { ...body, files: listed },
            accept: [200, 201, 400],
        });
        if (status !== 400)
            return stage_stagedOf(shaped("Vercel POST /v13/deployments", json, answers_shapes.deployment));
        const { error } = shaped("Vercel POST /v13/deployments", json, answers_shapes.refusal);
        const missing = error?.code === "missing_files" ? (error.missing ?? []) : [];
        if (missing.length === 0 || round > 3) {
            throw new user_error/* UserError */.yo("PR304", `Vercel refused the deployment: ${error?.message ?? "no reason given"}.`, "Read Vercel's reason; production was not touched.");
        }
        const gone = await vercel_stage_upload(vercel, files, new Set(missing));
        files = files.filter(({ sha }) => !gone.has(sha));
    }
}
async function vercel_stage_upload(vercel, files, missing) {
    const { log } = vercel.world;
    return await (0,upload/* uploadMissing */.ML)(log, "Vercel", { files, missing }, async ({ sha, size }, body) => {
        const { headers, ...call } = (0,upload/* uploadCall */.MT)(body, size, vercel.settings.readyTimeout);
        await vercel.api("POST", "/v2/files", { ...call, headers: { ...headers, "x-vercel-digest": sha } });
    });
}
function uploadsOf({ files, source }, config) {
    const plain = 0o100644;
    if (source === "prebuilt")
        return files.map(({ path, sha1, mode = plain, ...file }) => ({ ...file, file: path, sha: sha1, mode }));
    const sha = (0,external_node_crypto_.createHash)("sha1").update(config).digest("hex");
    const text = new Uint8Array(config);
    return [
        { file: `${output}/config.json`, sha, size: text.length, mode: plain, bytes: async () => text },
        ...files.map(({ path, size, sha1, bytes }) => ({
            file: `${output}/static/${path}`,
            sha: sha1,
            size,
            mode: plain,
            bytes,
        })),
    ];
}
/** READY is what counts for a staged deployment; it never gets an alias to wait for. */
async function ready(vercel, deployment) {
    const done = await until(vercel, vercel.settings.readyTimeout, `deployment ${deployment} is ready`, async () => {
        const { readyState, errorMessage, inspectorUrl } = await readDeployment(vercel, deployment);
        if (readyState === "READY")
            return true;
        if (!["ERROR", "CANCELED", "BLOCKED"].includes(readyState ?? ""))
            return undefined;
        throw new user_error/* UserError */.yo("PR431", `Vercel ended deployment ${deployment} as ${readyState}: ${errorMessage ?? "no reason given"}. Production was not touched.`, `Look at ${inspectorUrl ?? "the deployment in Vercel's dashboard"}, then run again.`);
    });
    if (done)
        return;
    throw new user_error/* UserError */.yo("PR431", `Deployment ${deployment} was not ready after ${vercel.settings.readyTimeout / 1000} s. Production was not touched.`, "See vercel-status.com; run the job again, it goes on with the same deployment. Or raise `ready-timeout`.");
}
function stage_stagedOf(deployment) {
    return {
        deployment: idOf("Vercel", deployment.id ?? deployment.uid),
        url: (0,origins/* urlOfHost */.x2)(idOf("Vercel", deployment.url)),
        previous: saidBy(deployment).previous,
    };
}

;// CONCATENATED MODULE: ./lib/kit/providers/hosts/vercel/vercel.js










/** Vercel by its REST API. */
function vercelHost(world, settings) {
    const vercel = { api: vercelApi(world, settings), world, settings };
    return {
        inspect: (source) => inspect_inspect(vercel, source),
        said: (deployment) => inspect_readSaid(vercel, deployment),
        env: (names) => env_readEnv(vercel, names),
        setEnv: (values) => env_setEnv(vercel, values),
        filesOf: (deployment) => files_of_filesOf(vercel, deployment),
        find: async (site, release) => {
            const { id } = await readProject(vercel);
            return site.source === "existing"
                ? await findExisting(vercel, id, site)
                : await stage_findStaged(vercel, id, site, release);
        },
        stage: (site, release, previous) => site.source === "existing" ? adopt(vercel, site) : stage_stage(vercel, site, release, previous),
        takes: ["prebuilt", "existing"],
        promote: (promotion) => promote_promote(vercel, promotion),
        goBack: (change, options) => go_back_goBack(vercel, change, options),
        unpin: () => pin_unpin(vercel),
        probeHeaders: settings.bypass === undefined ? {} : { "x-vercel-protection-bypass": settings.bypass },
        protection: () => readProtection(vercel),
        noWayBack: undefined,
    };
}

;// CONCATENATED MODULE: ./lib/kit/providers/hosts/hosts.js






const openers = {
    vercel: openVercel,
    netlify: openNetlify,
    command: openCommand,
};
/**
 * The host that a target names.
 * @throws {UserError} PR104 or PR102 when this host needs an input that is not there.
 */
function openHost(inputs, world) {
    const host = openers[inputs.host](inputs, world);
    return {
        ...host,
        stage: async (site, ...rest) => await host.stage(withFiles(site), ...rest),
        promote: async (promotion) => await host.promote({ ...promotion, site: withFiles(promotion.site) }),
    };
}
/** An empty site would take everything from production. @throws {UserError} PR449 */
function withFiles(site) {
    if (site.files.length > 0 || site.source === "existing")
        return site;
    const said = "The site that was built has no files. Nothing was changed.";
    throw new user_error/* UserError */.yo("PR449", said, "Name the folder that the build fills as `output` of the build section.");
}
function openVercel(inputs, world) {
    const { token, project } = accountOf(inputs, "prj_…");
    return vercelHost(world, {
        apiUrl: inputs.hostApiUrl ?? "https://api.vercel.com",
        token,
        project,
        team: inputs.hostTeam,
        bypass: inputs.protectionBypass,
        assets: inputs.assets,
        origins: (0,origins/* pastOrigins */.MD)(inputs),
        routes: () => readVercelJson(world.root),
        autoAssign: inputs.autoAssign,
        unpin: inputs.unpin,
        readyTimeout: inputs.readyTimeout,
        existingTimeout: inputs.existingTimeout,
        verifyTimeout: inputs.verifyTimeout,
        pollInterval: inputs.pollInterval,
    });
}
function openNetlify(inputs, world) {
    const { token, project } = accountOf(inputs, "<the site's id>");
    return netlifyHost(world, {
        apiUrl: inputs.hostApiUrl ?? "https://api.netlify.com/api/v1",
        token,
        site: project,
        assets: inputs.assets,
        autoAssign: inputs.autoAssign,
        unpin: inputs.unpin,
        readyTimeout: inputs.readyTimeout,
        verifyTimeout: inputs.verifyTimeout,
        pollInterval: inputs.pollInterval,
    });
}
/** What every vendor needs. @throws {UserError} PR104, PR102 */
function accountOf({ host, hostToken, hostProject }, example) {
    if (hostToken === undefined) {
        const fix = "Set the secret for this environment and pass it as `host-token`.";
        throw new user_error/* UserError */.yo("PR104", `Host ${host} needs \`host-token\`, but it is empty.`, fix);
    }
    if (hostProject === undefined) {
        const fix = `Write host-project: ${example} for this target.`;
        throw new user_error/* UserError */.yo("PR102", `Host ${host} needs \`host-project\`, but it is not given.`, fix);
    }
    return { token: hostToken, project: hostProject };
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


/***/ }),

/***/ 55921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ hostPermissions)
/* harmony export */ });
/** What a host's token must be allowed. None of them knows a right that is smaller than a project's. */
function hostPermissions(wanted, why) {
    const reads = wanted === "read";
    return [
        {
            service: "Vercel",
            name: reads ? "read the project" : "write the project",
            why,
            when: "`host: vercel`",
            without: "fails",
        },
        {
            service: "Netlify",
            name: reads ? "read the site" : "write the site",
            why: `${why}; a personal access token may all that its person may`,
            when: "`host: netlify`",
            without: "fails",
        },
    ];
}


/***/ }),

/***/ 81328:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ML: () => (/* binding */ uploadMissing),
/* harmony export */   MT: () => (/* binding */ uploadCall),
/* harmony export */   sG: () => (/* binding */ fileBytes)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65304);
/* harmony import */ var _parts_functions_change_in_parallel_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(81529);





/** A file of up to `large` is held while it is sent. */
const atOnce = 24;
/** From here on a file is not read whole, but sent as it is read. */
const large = 1 << 20;
/** Bytes a millisecond below which an upload takes too long, beside half a minute for all else. */
const slowest = 1024;
const patience = 30_000;
/** The bytes of a file of a site, which lies below its folder. */
function fileBytes(folder, path, size) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, path);
    return async () => (size > large ? await (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openAsBlob)(file) : new Uint8Array(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(file)));
}
/** What goes with every upload: asked twice it does the same, and it may take as long as a slow line needs. */
function uploadCall(body, size, readyTimeout) {
    return {
        body,
        headers: { "content-type": "application/octet-stream" },
        safe: true,
        timeout: Math.min(patience, readyTimeout) + Math.ceil(size / slowest),
    };
}
/**
 * Sends what the host lacks, each content once, several at a time. Gives the sums of what nobody has any more: files of
 * former releases, which a site does without.
 * @throws {UserError} PR448 with the file that did not get there; PR302 for a token that may not.
 */
async function uploadMissing(log, host, { files, missing }, send) {
    const once = new Map(files.filter(({ sha }) => missing.has(sha)).map((file) => [file.sha, file]));
    const gone = new Set();
    const sendOne = async (file) => {
        const bytes = await file.bytes();
        if (bytes === undefined)
            return void gone.add(file.sha);
        try {
            await send(file, bytes);
        }
        catch (error) {
            if (!(error instanceof _errors_user_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo) || error.code === "PR302")
                throw error;
            throw notUploaded(file, error);
        }
    };
    await (0,_parts_functions_change_in_parallel_js__WEBPACK_IMPORTED_MODULE_4__/* .inParallel */ .H)([...once.values()], sendOne, atOnce);
    const sent = once.size - gone.size;
    log.info(`${sent} of ${files.length} files were uploaded; ${host} has the others already.`);
    return gone;
}
function notUploaded({ file, size }, error) {
    const weight = size < 1024 ? `${size} B` : `${Math.ceil(size / 1024)} KiB`;
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo("PR448", `${file} (${weight}) was not uploaded: ${(0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_3__/* .describe */ .q0)(error).replace(/\.$/, "")}. Production was not touched.`, `${error.fix} What was uploaded is not sent again.`, { cause: error });
}


/***/ })

};
