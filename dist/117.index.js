export const id = 117;
export const ids = [117];
export const modules = {

/***/ 9748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mw: () => (/* binding */ siteFolder),
/* harmony export */   Us: () => (/* binding */ readSite),
/* harmony export */   vS: () => (/* binding */ manifestName)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5304);
/* harmony import */ var _release_formats_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5610);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2171);
/* harmony import */ var _marker_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5184);






const manifestName = "artifact.json";
const siteFolder = "site";
/**
 * Reads the artifact that `build` made and proves that it is whole: its digest is taken again over the files.
 * @throws {UserError} PR105 when it is not there, PR106 for another format, PR432 when a file is not the built one.
 */
async function readSite(artifact) {
    const manifest = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(artifact, manifestName);
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(manifest, "utf8").catch((error) => {
        const fix = "Run `build` first, and pass its output `path` (or the downloaded artifact) as `artifact`.";
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("PR105", `There is no ${manifestName} in ${artifact}.`, fix, { cause: error });
    });
    const read = (0,_release_formats_js__WEBPACK_IMPORTED_MODULE_3__/* .readFormat */ .C$)("artifact", text, manifest);
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(artifact, siteFolder);
    const found = await (0,_files_js__WEBPACK_IMPORTED_MODULE_4__/* .listFiles */ .CS)(folder).catch((error) => {
        const fix = "Upload and download the whole folder that `build` names.";
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("PR105", `${artifact} has a ${manifestName}, but no ${siteFolder}.`, fix, {
            cause: error,
        });
    });
    refuseOtherFiles(read, found.files);
    if (found.digest === read.digest && (0,_marker_js__WEBPACK_IMPORTED_MODULE_5__/* .markerOf */ .we)(read.commit, read.digest) === read.marker) {
        return { ...read, folder };
    }
    throw notTheBuilt(`the digest of ${artifact} is not the one in its ${manifestName}`);
}
function refuseOtherFiles(artifact, found) {
    const there = new Map(found.map((file) => [file.path, file.sha256]));
    const listed = new Set(artifact.files.map((file) => file.path));
    const wrong = [
        ...artifact.files.filter((file) => there.get(file.path) !== file.sha256).map((file) => file.path),
        ...found.filter((file) => !listed.has(file.path)).map((file) => file.path),
    ];
    if (wrong.length === 0)
        return;
    const named = wrong.slice(0, 5).join(", ");
    throw notTheBuilt(`${wrong.length} files differ from the artifact's list: ${named}`);
}
function notTheBuilt(what) {
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("PR432", `The site is not the one that was built: ${what}. Nothing was changed.`, "Was the artifact edited, or hidden files left out on the way? Upload it with include-hidden-files: true.");
}


/***/ }),

/***/ 2171:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ listFiles)
/* harmony export */ });
/* unused harmony exports bareBytes, sha1 */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _release_canonical_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1820);
/* harmony import */ var _marker_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5184);





/** Reads every file below a folder, in the order of their paths. */
async function listFiles(folder) {
    const files = [];
    const bare = [];
    for (const path of await pathsBelow(folder)) {
        const bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, path));
        const sha = (0,_release_canonical_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .sc)(bytes);
        files.push({ path, size: bytes.length, sha256: sha, sha1: sha1(bytes) });
        bare.push([path, (0,_marker_js__WEBPACK_IMPORTED_MODULE_4__/* .isHtml */ ._6)(path) ? (0,_release_canonical_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .sc)(bareBytes(bytes)) : sha]);
    }
    return { files, digest: (0,_release_canonical_js__WEBPACK_IMPORTED_MODULE_3__/* .digest */ .br)(bare) };
}
/** HTML is taken byte by byte, so that whatever its encoding is, nothing but the stamp differs. */
function bareBytes(html) {
    return Buffer.from((0,_marker_js__WEBPACK_IMPORTED_MODULE_4__/* .unstamped */ .sP)(html.toString("latin1")), "latin1");
}
function sha1(bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha1").update(bytes).digest("hex");
}
async function pathsBelow(folder, below = "") {
    const found = [];
    for (const name of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, below))) {
        const path = below === "" ? name : `${below}/${name}`;
        const entry = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, path));
        if (entry.isDirectory())
            found.push(...(await pathsBelow(folder, path)));
        else
            found.push(path);
    }
    return found.sort();
}


/***/ }),

/***/ 5184:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AF: () => (/* binding */ markerIn),
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


/***/ }),

/***/ 2117:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rI: () => (/* binding */ factsBefore),
  L4: () => (/* binding */ inspectWeb),
  oL: () => (/* binding */ planWeb),
  Jj: () => (/* binding */ refuseBlocked),
  GC: () => (/* binding */ webPart)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/kit/providers/hosts/hosts.js + 13 modules
var hosts = __webpack_require__(3882);
// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(5304);
// EXTERNAL MODULE: ./lib/kit/parts/web/artifact.js
var artifact = __webpack_require__(9748);
;// CONCATENATED MODULE: ./lib/kit/parts/web/compare-files.js
const shown = 8;
/** `before` is SHA-1 by path. */
function compareFiles(before, after) {
    const there = new Set(after.map(({ path }) => path));
    return {
        added: after.filter(({ path }) => !before.has(path)).map(({ path }) => path),
        changed: after
            .filter(({ path, sha1 }) => before.has(path) && before.get(path) !== sha1)
            .map(({ path }) => path),
        removed: [...before.keys()].filter((path) => !there.has(path)).sort(),
    };
}
/** «files: 1 changed (index.html), 2 added (…), 2 removed (…)» */
function filesLine({ added, changed, removed }) {
    const part = (paths, word) => {
        if (paths.length === 0)
            return [];
        const more = paths.length > shown ? `, and ${paths.length - shown} more` : "";
        return [`${paths.length} ${word} (${paths.slice(0, shown).join(", ")}${more})`];
    };
    const parts = [...part(changed, "changed"), ...part(added, "added"), ...part(removed, "removed")];
    return parts.length === 0 ? "files: none differ" : `files: ${parts.join(", ")}`;
}

;// CONCATENATED MODULE: ./lib/kit/parts/web/required-env.js

/** Every variable that must have a value: what `build` required, and what is declared beside it. */
function requiredOf(artifact, declared) {
    const built = Object.entries(artifact.env).map(([name, { required }]) => [name, required]);
    return { ...Object.fromEntries(built), ...declared };
}
/**
 * Compares required values with the artifact's proof and the host's own values.
 * @throws {UserError} PR402 when the build saw another value, PR434 when the host holds another one.
 */
function compareEnv(artifact, required, host) {
    const names = Object.keys(required).sort();
    const wrong = names.filter((name) => builtOtherwise(artifact, name, required[name] ?? ""));
    if (wrong.length > 0) {
        const what = wrong.map((name) => `${name}=${JSON.stringify(required[name])}`).join(", ");
        const fix = "Declare the same value in `build: required-env`, and build again.";
        throw new user_error/* UserError */.yo("PR402", `The release requires ${what}, but its build saw another value.`, fix);
    }
    const differing = names.filter((name) => {
        const held = host[name];
        return held?.state === "value" && held.value !== required[name];
    });
    if (differing.length > 0) {
        const what = differing.map((name) => `${name}=${JSON.stringify(required[name])}`).join(", ");
        const fix = "Correct the variable at the host for production (a build there would bring it back), then run again.";
        throw new user_error/* UserError */.yo("PR434", `The release requires ${what}, but the host holds another value.`, fix);
    }
    return Object.fromEntries(names.map((name) => [name, finding(artifact, name, required[name] ?? "", host[name])]));
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
    const host = held?.state === "value" ? "equal" : (held?.state ?? "unreadable");
    return { required, build, host };
}
function builtOtherwise(artifact, name, required) {
    const proof = artifact.env[name];
    return proof?.proof === "vite" && proof.value !== required;
}

;// CONCATENATED MODULE: ./lib/kit/parts/web/plan-web.js






/** The `deploy-web` part of the plan. @throws {UserError} when nothing may be promoted, or a value is wrong. */
async function planWeb(inputs, world) {
    const facts = await inspectWeb(inputs, world, (0,hosts/* openHost */.Z)(inputs, world));
    const part = webPart(facts);
    if (part.work === "some")
        refuseBlocked(facts.live);
    return part;
}
/** Reads artifact, host and values. Changes nothing. */
async function inspectWeb(inputs, world, host) {
    if (inputs.artifact === undefined) {
        const fix = "Pass the output `path` of `build` (or the downloaded artifact) as `artifact`.";
        throw new user_error/* UserError */.yo("PR105", "There is no built site to release: `artifact` is not given.", fix);
    }
    const site = await (0,artifact/* readSite */.Us)((0,external_node_path_.resolve)(world.root, inputs.artifact));
    const required = requiredOf(site, inputs.requiredEnv);
    const live = await host.inspect();
    const env = compareEnv(site, required, await host.env(Object.keys(required)));
    const files = live.deployment === null ? undefined : await host.filesOf(live.deployment);
    const was = { deployment: live.deployment, marker: live.said.marker };
    const changes = files && compareFiles(files, site.files);
    return { hostName: inputs.host, site, live, was, env, changes, noWayBack: host.noWayBack };
}
/**
 * The facts as they were before an earlier attempt of this same release began: its own staged deployment knows
 * what was live then. Undefined where something else is live too, so that nothing is mistaken for our own work.
 */
async function factsBefore(facts, host, staged) {
    const { previous, deployment } = staged;
    const served = Object.values(facts.live.domains);
    if (!served.every((one) => one === deployment || one === previous))
        return undefined;
    const marker = previous === null ? null : (await host.said(previous)).marker;
    return { ...facts, was: { deployment: previous, marker } };
}
/** Pure: what would be done, from what was found. */
function webPart(facts) {
    const { site, live, was, hostName, env, changes } = facts;
    const work = was.marker === site.marker && isUnanimous(live) ? "none" : "some";
    const mixed = was.deployment === null && !isUnanimous(live) ? { domains: live.domains } : {};
    return {
        phase: "deploy-web",
        work,
        decisions: {
            host: hostName,
            project: live.project,
            was: { ...was, ...mixed },
            becomes: { artifactDigest: site.digest, commit: site.commit },
            requiredEnv: Object.fromEntries(Object.entries(env).map(([name, finding]) => [name, { ...finding }])),
        },
        measurements: {
            files: site.files.length,
            bytes: site.files.reduce((sum, file) => sum + file.size, 0),
            ...(changes ? { added: changes.added, changed: changes.changed, removed: changes.removed } : {}),
        },
        undo: wayBack(facts),
        unverified: [...unverifiedEnv(env), ...live.notes],
        says: work === "none" ? [] : says(facts),
    };
}
/** @throws {UserError} PR435 when the host is in a state in which nothing may be promoted. */
function refuseBlocked({ blocked, moving }, own) {
    if (blocked)
        throw blocked;
    if (moving === null || moving === own)
        return;
    throw new user_error/* UserError */.yo("PR435", `The production domains are being moved to ${moving} right now. Nothing was changed.`, "Wait until that has ended, then start a new run.");
}
function isUnanimous({ domains }) {
    return new Set(Object.values(domains)).size === 1;
}
function wayBack({ was, live, noWayBack }) {
    if (noWayBack !== undefined)
        return { possible: "no", why: noWayBack };
    if (was.deployment !== null)
        return { possible: "yes" };
    const none = Object.values(live.domains).every((one) => one === null);
    const why = none
        ? "there is no deployment to go back to"
        : "the production domains serve different deployments, which no rollback restores";
    return live.project === null ? { possible: "yes" } : { possible: "no", why };
}
function says({ site, was, hostName, live, changes }) {
    const where = live.project === null ? hostName : `${hostName} ${live.project}`;
    const old = was.marker ?? was.deployment ?? "what is live";
    return [`${where}: ${old} becomes ${site.marker}`, ...(changes ? [filesLine(changes)] : [])];
}


/***/ }),

/***/ 3185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ runCommand),
/* harmony export */   w: () => (/* binding */ lastLines)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7975);

/** Runs a command line of the user as a `run:` step would, in the stack's folder, with this environment only. */
function runCommand({ exec, root }, command, env) {
    return exec("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", command], { cwd: root, env });
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
/* harmony export */   YN: () => (/* binding */ askOrigin),
/* harmony export */   ui: () => (/* binding */ proveOrigins)
/* harmony export */ });
/* unused harmony export proveGone */
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5304);
/* harmony import */ var _marker_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5184);


const patience = 15_000;
/** Asks an origin for its page, past every cache on the way. Never throws for what the origin does. */
async function askOrigin({ http, clock, signal }, origin) {
    const url = `${origin}/?rollout-check=${clock.now().toString(36)}`;
    try {
        const response = await http(url, {
            headers: { accept: "text/html", "cache-control": "no-cache" },
            signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
        });
        const marker = (0,_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .markerIn */ .AF)(await response.text()) ?? null;
        const said = marker === null ? `answered ${response.status} without a build marker` : `serves ${marker}`;
        if (!response.ok)
            return { ok: false, marker: null, said: `answered ${response.status}` };
        return { ok: true, marker, said };
    }
    catch (error) {
        signal.throwIfAborted();
        return { ok: false, marker: null, said: `gave no answer (${(0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(error)})` };
    }
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
    for (;;) {
        const proofs = await Promise.all(origins.map(async (origin) => {
            const served = await askOrigin(world, origin);
            return { origin, serves: wanted(served), ...served };
        }));
        if (proofs.every((proof) => proof.serves) || world.clock.now() >= end)
            return proofs;
        await world.clock.sleep(interval, world.signal);
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

/***/ 4232:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ jsonApi)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5304);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3073);


/**
 * A caller for a vendor's JSON API: retries what may be retried (connection errors, 429 with its
 * `Retry-After`, 502, 503, 504; 500 and cut connections only where asking twice is safe), gives each
 * attempt a time limit, recognises HTML where JSON was due.
 * @throws {UserError} PR301 to PR307, naming service, method and path, never a header.
 */
function jsonApi(world, options) {
    return async (method, path, call = {}) => {
        const what = `${options.name} ${method} ${path}`;
        const safe = call.safe ?? ["GET", "HEAD", "PUT", "DELETE"].includes(method);
        const asked = { what, method, path, options, call, safe };
        const limits = { what, attempts: options.attempts ?? 4, firstWait: 500, longestWait: 60_000 };
        return await (0,_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L)(world, { ...limits, ...signalOf(world) }, () => ask(world, asked));
    };
}
async function ask(world, asked) {
    const { options } = asked;
    try {
        const response = await world.http(urlOf(asked), initOf(world, asked));
        return judge(asked, response, new Uint8Array(await response.arrayBuffer()));
    }
    catch (error) {
        if (error instanceof _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo)
            throw error;
        world.signal?.throwIfAborted();
        const unreachable = new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR301", `${asked.what} got no answer from ${new URL(options.baseUrl).host}: ${(0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(error)}.`, `Check that ${options.baseUrl} is right and reachable from this runner, then run again.`, { cause: error });
        if (asked.safe || neverArrived(error))
            return { again: unreachable };
        throw unreachable;
    }
}
function judge(asked, response, bytes) {
    const { status, headers } = response;
    const accepted = asked.call.accept?.includes(status) ?? (status >= 200 && status < 300);
    if (accepted && asked.call.as === "bytes")
        return { value: { status, headers, json: undefined, bytes } };
    const text = new TextDecoder().decode(bytes);
    if (accepted)
        return parsed(asked, response, text, bytes);
    const failure = refusal(asked, status, text);
    if (status === 429)
        return { again: failure, wait: waitFrom(headers) };
    if ([502, 503, 504].includes(status) && asked.safe)
        return { again: failure, wait: waitFrom(headers) };
    if (status === 500 && asked.safe)
        return { again: failure };
    throw failure;
}
function parsed({ what, safe }, { status, headers }, text, bytes) {
    if (text.trim() === "")
        return { value: { status, headers, json: undefined, bytes } };
    try {
        return { value: { status, headers, json: JSON.parse(text), bytes } };
    }
    catch (error) {
        const kind = /^\s*</.test(text) ? "an HTML page" : "something that is not JSON";
        const strange = new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR306", `${what} answered ${status} with ${kind}: ${excerpt(text)}`, "Something between the runner and the service answers for it (a proxy, a login page). Check the API URL.", { cause: error });
        if (safe)
            return { again: strange };
        throw strange;
    }
}
function refusal({ what, options }, status, text) {
    const said = `${what} answered ${status}: ${excerpt(text)}`;
    if (status === 401 || status === 403)
        return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR302", said, options.tokenHint);
    if (status === 404)
        return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR303", said, "Check the names and ids in rollout.yml for this target.");
    if (status === 429)
        return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR307", said, "Wait until the service's limit resets, then run again.");
    if (status >= 500)
        return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR305", said, `See the status page of ${options.name}, then run again.`);
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR304", said, "Read the service's reason above; nothing was sent again.");
}
/** Up to 300 characters of what a service said, its `message` where it has one. */
function excerpt(text) {
    const short = (value) => value.replace(/\s+/g, " ").trim().slice(0, 300) || "(nothing)";
    try {
        const json = JSON.parse(text);
        const nested = typeof json.error === "object" ? json.error?.message : json.error;
        const message = json.message ?? nested;
        return short(typeof message === "string" ? message : text);
    }
    catch {
        return short(text);
    }
}
function waitFrom(headers) {
    const seconds = Number(headers.get("retry-after") ?? headers.get("x-ratelimit-reset") ?? "0");
    return Number.isFinite(seconds) && seconds > 0 && seconds < 600 ? seconds * 1000 : 0;
}
/** Errors raised before a request could leave: the service cannot have acted on it. */
function neverArrived(error) {
    const code = error.cause?.code ?? "";
    return ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"].includes(code);
}
function urlOf({ options, path, call }) {
    const url = new URL(options.baseUrl.replace(/\/$/, "") + path);
    for (const [key, value] of Object.entries(call.query ?? {})) {
        if (value !== undefined)
            url.searchParams.set(key, String(value));
    }
    return url;
}
function initOf(world, { options, method, call }) {
    const limit = AbortSignal.timeout(options.timeout ?? 30_000);
    const body = call.json === undefined ? call.body : JSON.stringify(call.json);
    const type = call.json === undefined ? {} : { "content-type": "application/json" };
    return {
        method,
        headers: { accept: "application/json", ...options.headers, ...type, ...call.headers },
        ...(body === undefined ? {} : { body }),
        signal: world.signal ? AbortSignal.any([world.signal, limit]) : limit,
    };
}
function signalOf(world) {
    return world.signal ? { signal: world.signal } : {};
}


/***/ }),

/***/ 3882:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Z: () => (/* binding */ openHost)
});

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
        filesOf: async () => undefined,
        find: async () => undefined,
        stage: async () => undefined,
        promote: (promotion) => promote(world, settings, promotion),
        goBack: (change) => goBack(world, settings, change),
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
async function goBack(world, settings, { from, to }) {
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
    await run(world, settings.undoCommand, settings.env, undefined);
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

// EXTERNAL MODULE: ./lib/kit/ports/json-api.js
var json_api = __webpack_require__(4232);
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
    for (;;) {
        const found = await look();
        if (found !== undefined)
            return found;
        if (world.clock.now() >= end)
            return undefined;
        await world.clock.sleep(settings.pollInterval, world.signal);
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
async function env_valueOf({ api }, project, name, envs) {
    const entry = envs.find(({ key, target, gitBranch }) => key === name && [target ?? []].flat().includes("production") && !gitBranch);
    if (entry === undefined)
        return { state: "absent" };
    if (entry.type === "sensitive")
        return { state: "unreadable" };
    if (entry.type === "plain" && entry.value !== undefined)
        return { state: "value", value: entry.value };
    const { status, json } = await api("GET", `/v1/projects/${project}/env/${entry.id}`, {
        accept: [200, 403, 404],
    });
    const one = (status === 200 ? json : {});
    if (one.decrypted === false || one.value === undefined)
        return { state: "unreadable" };
    return { state: "value", value: one.value };
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
    return (await api("GET", path, { query: { rollbackInfo: true } })).json;
}
/** Each production domain with the deployment that it really serves: the alias is the truth, not the project. */
async function readDomains(vercel, projectId) {
    const names = await domainNames(vercel, projectId);
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
    const project = await readProject(vercel);
    const domains = await readDomains(vercel, project.id);
    const served = [...new Set(Object.values(domains))];
    const deployment = served.length === 1 ? (served[0] ?? null) : null;
    const said = deployment === null ? nothingSaid : await readSaid(vercel, deployment);
    const blocked = whyBlocked(project, domains, vercel.settings);
    const moving = isMoving(project.lastAliasRequest) ? project.lastAliasRequest.toDeploymentId : null;
    const notes = await notesOf(vercel, project);
    return { project: project.id, deployment, domains, said, moving, notes, ...(blocked ? { blocked } : {}) };
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



const looksForUnknown = 10;
/**
 * Waits until every production domain serves the deployment, by its alias. The job's own word is only taken
 * for what it is: it can be somebody else's, skipped, or not recorded at all.
 * @throws {UserError} PR433 when it failed or did not end in time, PR435 when somebody else moves the domains.
 */
async function settle(vercel, move) {
    let looks = 0;
    const done = await until(vercel, vercel.settings.verifyTimeout, async () => {
        looks += 1;
        const { lastAliasRequest: job } = await readProject(vercel);
        const domains = await readDomains(vercel, move.projectId);
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

;// CONCATENATED MODULE: ./lib/kit/providers/hosts/vercel/go-back.js




/**
 * Goes back to `to`, where every production domain serves `from` or `to`; anything else is drift and left
 * alone. Vercel keeps the project pinned after it, so that no later build goes live by itself.
 */
async function go_back_goBack(vercel, { from, to }) {
    if (to === null)
        return { outcome: "irreversible", said: "There was no deployment before this one." };
    const manual = `vercel rollback ${to}`;
    const project = await settled(vercel);
    const domains = await readDomains(vercel, project.id);
    const serves = (deployment) => Object.values(domains).filter((now) => now === deployment).length;
    const all = Object.keys(domains).length;
    const own = isMoving(project.lastAliasRequest) && project.lastAliasRequest.toDeploymentId === from;
    if (serves(to) === all && !own)
        return { outcome: "already", said: `${all} of ${all} domains serve ${to}.` };
    if (serves(to) + (from === null ? 0 : serves(from)) !== all) {
        const said = `Some production domains serve neither ${from ?? "(nothing)"} nor ${to}: nothing was touched.`;
        return { outcome: "drift", said, manual };
    }
    try {
        const refused = await ask(vercel, project.id, to);
        if (refused !== undefined)
            return { outcome: "failed", said: refused, manual };
        const before = project.lastAliasRequest;
        await settle(vercel, { type: "rollback", projectId: project.id, to, before, accepted: true });
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.yo))
            throw error;
        return { outcome: "failed", said: (0,user_error/* describe */.q0)(error), manual };
    }
    return {
        outcome: "reverted",
        said: `${all} of ${all} domains serve ${to}; production stays pinned to it.`,
    };
}
/** The project once no move is under way any more: a promotion that was cut could end after the way back. */
async function settled(vercel) {
    const look = async () => {
        const project = await readProject(vercel);
        return isMoving(project.lastAliasRequest) ? undefined : project;
    };
    return (await until(vercel, vercel.settings.verifyTimeout, look)) ?? (await readProject(vercel));
}
/** Undefined when Vercel took it, else why not. */
async function ask({ api }, projectId, to) {
    const { status, json } = await api("POST", `/v1/projects/${projectId}/rollback/${to}`, {
        query: { description: "prism-rollout: the release was not healthy" },
        accept: [200, 201, 202, 402, 409, 422],
    });
    if (status < 300)
        return undefined;
    const message = json?.error?.message;
    return `Vercel refused the rollback (${status}): ${message ?? "no reason given"}`;
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
    const project = await readProject(vercel);
    const domains = await readDomains(vercel, project.id);
    if (!Object.values(domains).every((deployment) => deployment === to)) {
        await move(vercel, project, domains, to, was);
    }
    await putBack(vercel);
    return Object.keys(domains);
}
async function move(vercel, project, domains, to, was) {
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
// EXTERNAL MODULE: ./lib/kit/parts/web/origins.js
var origins = __webpack_require__(8007);
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
        filesOf: (deployment) => filesOf(vercel, deployment),
        find: async (site, release) => findStaged(vercel, (await readProject(vercel)).id, site, release),
        stage: (site, release, previous) => stage(vercel, site, release, previous),
        promote: (promotion) => promote_promote(vercel, promotion),
        goBack: (change) => go_back_goBack(vercel, change),
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
        origins: inputs.origins,
        verifyTimeout: inputs.verifyTimeout,
        pollInterval: inputs.pollInterval,
    });
}


/***/ })

};
