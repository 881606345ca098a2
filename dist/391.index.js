export const id = 391;
export const ids = [391];
export const modules = {

/***/ 92983:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q2: () => (/* binding */ healthInputs),
/* harmony export */   dL: () => (/* binding */ healthInputsOf),
/* harmony export */   tX: () => (/* binding */ projectInputs)
/* harmony export */ });
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36583);
/* harmony import */ var _action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67906);
/* harmony import */ var _functions_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45984);
/* harmony import */ var _web_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90078);




/** What a phase is told about proving that the stack is healthy before it changes anything. */
const healthInputs = {
    "require-healthy": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)({
        description: "Whether the stack must be healthy before this phase changes anything: the project's services, every declared function, every origin. Switch it off for a release that mends an outage.",
        default: "true",
    }),
    "health-services": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)({
        description: "Services of the Supabase project that must be healthy.",
        default: "auth, db, rest",
    }),
};
/** For phases that know the project only to ask for its health. */
const projectInputs = {
    supabase: (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: "Reference of the Supabase project, to ask for its health." })),
    "supabase-access-token": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .secret */ .rJ)({ description: "Supabase access token, to ask for the project's health; reading is enough." })),
    "supabase-api-url": _action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .supabaseInputs */ .iD["supabase-api-url"],
};
const functionProbes = {
    ...projectInputs,
    functions: _functions_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .functionsInputs */ .l.functions,
    "functions-url": _functions_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .functionsInputs */ .l["functions-url"],
    "functions-key": _functions_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .functionsInputs */ .l["functions-key"],
    "health-request": _functions_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .functionsInputs */ .l["health-request"],
};
/** A phase's own inputs, and from `rollout.yml` the functions and origins of the stack. */
function healthInputsOf(given, { section, sections }) {
    const probes = sections.includes("deploy-functions")
        ? section("deploy-functions", functionProbes)
        : undefined;
    const web = sections.includes("deploy-web")
        ? section("deploy-web", { origins: _web_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .webInputs */ .m.origins })
        : undefined;
    return {
        ...given,
        supabase: given.supabase ?? probes?.supabase,
        functions: given.functions ?? probes?.functions ?? [],
        functionsUrl: given.functionsUrl ?? probes?.functionsUrl,
        functionsKey: given.functionsKey ?? probes?.functionsKey,
        healthRequest: given.healthRequest ?? probes?.healthRequest ?? {},
        origins: web?.origins ?? [],
    };
}


/***/ }),

/***/ 29748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mw: () => (/* binding */ siteFolder),
/* harmony export */   Us: () => (/* binding */ readSite),
/* harmony export */   Xj: () => (/* binding */ hasVersion),
/* harmony export */   vS: () => (/* binding */ manifestName),
/* harmony export */   vr: () => (/* binding */ reuseLine)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65304);
/* harmony import */ var _release_formats_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(75610);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(82171);
/* harmony import */ var _marker_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(55184);






const artifactForm = {
    fields: {
        commit: "text",
        digest: "text",
        marker: "text",
        files: { each: { fields: { path: "text", sha256: "text" } } },
        env: {
            values: { fields: { required: "text", value: { maybe: "text" }, proof: "text", source: "text" } },
        },
        source: { optional: "text" },
        made: { optional: { fields: { run: "text", settings: "text", values: { values: "text" } } } },
        reuse: { optional: { fields: { taken: "flag", because: "text" } } },
    },
};
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
    const read = (0,_release_formats_js__WEBPACK_IMPORTED_MODULE_3__/* .readFormat */ .C$)("artifact", text, manifest, artifactForm);
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(artifact, siteFolder);
    if (read.source === "existing")
        return { ...read, folder };
    const found = await filesOf(artifact, folder, read);
    refuseOtherFiles(read, found.files);
    const markers = [(0,_marker_js__WEBPACK_IMPORTED_MODULE_5__/* .markerOf */ .we)(read.commit, found.digest), ...(read.source === undefined ? [] : [read.commit])];
    if (found.digest === read.digest && markers.includes(read.marker))
        return { ...read, folder };
    throw notTheBuilt(`the digest of ${artifact} is not the one in its ${manifestName}`);
}
/** Whether the site has the `version.json` of this suite, not one of the app's own. */
async function hasVersion({ folder, source }) {
    if (source !== undefined)
        return false;
    const bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, _marker_js__WEBPACK_IMPORTED_MODULE_5__/* .versionFile */ .T1)).catch(() => undefined);
    return bytes !== undefined && (0,_marker_js__WEBPACK_IMPORTED_MODULE_5__/* .isOwnVersion */ .RS)(_marker_js__WEBPACK_IMPORTED_MODULE_5__/* .versionFile */ .T1, bytes);
}
/** Where another target's artifact was to be taken: from which run it is, or why it was built anew. */
function reuseLine({ digest, made, reuse }) {
    if (reuse === undefined)
        return [];
    if (!reuse.taken)
        return [`the site was built anew: ${reuse.because}`];
    const from = `run ${made?.run ?? "(unknown)"} for ${made?.target ?? "another target"}`;
    return [`the site is the one that was built in ${from}, digest ${digest.slice(0, 12)}: ${reuse.because}`];
}
async function filesOf(artifact, folder, { files }) {
    const told = files.filter(({ link, mode }) => link !== undefined || mode !== undefined);
    return await (0,_files_js__WEBPACK_IMPORTED_MODULE_4__/* .listFiles */ .C)(folder, told).catch((error) => {
        const gone = error.code === "ENOENT";
        if (!gone)
            throw error;
        const fix = "Upload and download the whole folder that `build` names.";
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("PR105", `${artifact} has a ${manifestName}, but not all of its ${siteFolder}.`, fix, {
            cause: error,
        });
    });
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

/***/ 19121:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ filesLine),
/* harmony export */   h: () => (/* binding */ compareFiles)
/* harmony export */ });
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


/***/ }),

/***/ 82171:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ listFiles),
/* harmony export */   e: () => (/* binding */ sha1)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var _release_canonical_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(41820);
/* harmony import */ var _marker_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(55184);
/* harmony import */ var _paths_below_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(80812);







/**
 * Reads every file below a folder, in the order of their paths. `told` completes what is found.
 * @throws {UserError} PR476 for a link that leads out of the folder, to nowhere or in a circle.
 */
async function listFiles(folder, told = []) {
    const known = new Map(told.map((one) => [one.path, one]));
    const links = told.flatMap(({ path, link }) => (link === undefined ? [] : [path]));
    const files = [];
    const bare = [];
    const buffer = Buffer.allocUnsafe(large + 1);
    for (const path of [...(await (0,_paths_below_js__WEBPACK_IMPORTED_MODULE_5__/* .pathsBelow */ .F)(folder)), ...links].sort(byPath)) {
        const { link, mode } = known.get(path) ?? {};
        const sums = link === undefined ? await sumsOf((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, path), buffer) : sumsOfText(link);
        const more = { ...(mode === undefined ? {} : { mode }), ...(link === undefined ? {} : { link }) };
        const file = { path, ...sums, ...more };
        files.push(file);
        const sum = await bareSum(folder, file);
        if (sum !== undefined)
            bare.push([path, sum]);
    }
    return { files, digest: (0,_release_canonical_js__WEBPACK_IMPORTED_MODULE_4__/* .digest */ .br)(bare) };
}
/** From here on a file is read in pieces. */
const large = 1 << 20;
/**
 * The sums of a file; a large one, such as a film, is not held. The small ones are many: each is read at once, into a
 * buffer that all share, since asking the thread pool, or how large a file is, costs more than what it is for.
 */
async function sumsOf(file, buffer) {
    const bytes = readInto(buffer, file);
    if (bytes !== undefined)
        return { size: bytes.length, sha256: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)("sha256", bytes), sha1: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.hash)("sha1", bytes) };
    const [long, short] = [(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256"), (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha1")];
    let size = 0;
    for await (const piece of piecesOf(file)) {
        long.update(piece);
        short.update(piece);
        size += piece.length;
    }
    return { size, sha256: long.digest("hex"), sha1: short.digest("hex") };
}
/** A file's bytes, until the buffer is used again; undefined where it is not all of them. */
function readInto(buffer, file) {
    const open = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(file, "r");
    try {
        let length = 0;
        let read;
        do {
            read = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readSync)(open, buffer, length, buffer.length - length, null);
            length += read;
        } while (read > 0 && length < buffer.length);
        return length < buffer.length ? buffer.subarray(0, length) : undefined;
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(open);
    }
}
function piecesOf(file) {
    return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(file, { highWaterMark: large });
}
function sumsOfText(text) {
    return { size: Buffer.byteLength(text), sha256: (0,_release_canonical_js__WEBPACK_IMPORTED_MODULE_4__/* .sha256 */ .sc)(text), sha1: sha1(text) };
}
/** What counts of a file for the digest: pages without their stamp, and nothing of what this suite adds itself. */
async function bareSum(folder, file) {
    const { path, link, mode, sha256: sum } = file;
    const read = link === undefined && ((0,_marker_js__WEBPACK_IMPORTED_MODULE_6__/* .isHtml */ ._6)(path) || path === _marker_js__WEBPACK_IMPORTED_MODULE_6__/* .versionFile */ .T1);
    const bytes = read ? await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, path)) : undefined;
    if (bytes !== undefined && (0,_marker_js__WEBPACK_IMPORTED_MODULE_6__/* .isOwnVersion */ .RS)(path, bytes))
        return undefined;
    const bare = bytes !== undefined && (0,_marker_js__WEBPACK_IMPORTED_MODULE_6__/* .isHtml */ ._6)(path) ? (0,_release_canonical_js__WEBPACK_IMPORTED_MODULE_4__/* .sha256 */ .sc)(bareBytes(bytes)) : sum;
    return mode === undefined ? bare : `${bare} ${mode.toString(8)}`;
}
/** HTML is taken byte by byte, so that whatever its encoding is, nothing but the stamp differs. */
function bareBytes(html) {
    return Buffer.from((0,_marker_js__WEBPACK_IMPORTED_MODULE_6__/* .unstamped */ .sP)(html.toString("latin1")), "latin1");
}
function sha1(bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha1").update(bytes).digest("hex");
}
function byPath(one, other) {
    return one < other ? -1 : one > other ? 1 : 0;
}


/***/ }),

/***/ 92531:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dd: () => (/* binding */ withResets),
/* harmony export */   L4: () => (/* binding */ inspectWeb),
/* harmony export */   rI: () => (/* binding */ factsBefore)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _action_held_in_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(39678);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65304);
/* harmony import */ var _release_plan_decided_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(83668);
/* harmony import */ var _artifact_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(29748);
/* harmony import */ var _compare_files_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(19121);
/* harmony import */ var _kept_assets_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(60450);
/* harmony import */ var _origins_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(98007);
/* harmony import */ var _required_env_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(32793);
/* harmony import */ var _served_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(14171);
/* harmony import */ var _sources_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(81766);











/** Reads artifact, host and values. Changes nothing. */
async function inspectWeb(inputs, world, host) {
    if (inputs.artifact === undefined) {
        const fix = "Pass the output `path` of `build` (or the downloaded artifact) as `artifact`.";
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo("PR105", "There is no built site to release: `artifact` is not given.", fix);
    }
    const site = await (0,_artifact_js__WEBPACK_IMPORTED_MODULE_3__/* .readSite */ .Us)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(world.root, inputs.artifact));
    refuseSource(site, inputs, host);
    const required = (0,_required_env_js__WEBPACK_IMPORTED_MODULE_6__/* .requiredOf */ .VU)(site, inputs.requiredEnv);
    const live = await host.inspect(site.source);
    const again = inputs.only === "deploy-web";
    const [values, files] = await Promise.all([
        host.env(Object.keys(required)),
        live.deployment === null ? undefined : host.filesOf(live.deployment),
    ]);
    const env = (0,_required_env_js__WEBPACK_IMPORTED_MODULE_6__/* .compareEnv */ .Tc)(site, required, values, { reset: again });
    const was = {
        deployment: live.deployment,
        marker: live.said.marker ?? (await servedMarker(site, live, inputs, world)),
    };
    const origin = (0,_origins_js__WEBPACK_IMPORTED_MODULE_5__/* .pastOrigins */ .MD)(inputs)[0];
    const kept = site.source === "existing"
        ? _kept_assets_js__WEBPACK_IMPORTED_MODULE_4__/* .keepsNone */ .zc
        : await (0,_kept_assets_js__WEBPACK_IMPORTED_MODULE_4__/* .keptAssets */ .C8)(world, { ...was, files, origin }, inputs, site.marker);
    const changes = files && site.source !== "existing"
        ? withoutKept((0,_compare_files_js__WEBPACK_IMPORTED_MODULE_8__/* .compareFiles */ .h)(files, (0,_sources_js__WEBPACK_IMPORTED_MODULE_9__/* .servedFiles */ .zo)(site.source, site.files)), kept)
        : undefined;
    return { hostName: inputs.host, site, live, was, env, changes, kept, again, noWayBack: host.noWayBack };
}
/**
 * The facts as they were before an earlier attempt of this same release began: its own staged deployment knows
 * what was live then; for one that the host built itself, what was approved does. Undefined where something else is
 * live too, so that nothing is mistaken for our own work.
 */
async function factsBefore(facts, host, staged, approved) {
    const was = facts.site.source === "existing" ? wasApproved(approved) : await wasBefore(host, staged);
    const served = Object.values(facts.live.domains);
    if (!served.every((one) => one === staged.deployment || one === was.deployment))
        return undefined;
    return { ...facts, was };
}
async function wasBefore(host, { previous }) {
    const marker = previous === null ? null : (await host.said(previous)).marker;
    return { deployment: previous, marker };
}
const decidedForm = {
    fields: {
        was: { optional: { fields: { deployment: { maybe: "text" }, marker: { maybe: "text" } } } },
        requiredEnv: { optional: { values: { fields: { host: "text" } } } },
    },
};
function wasApproved(approved) {
    const { was } = (0,_release_plan_decided_js__WEBPACK_IMPORTED_MODULE_2__/* .decidedIn */ .m)(approved, decidedForm);
    return { deployment: was?.deployment ?? null, marker: was?.marker ?? null };
}
/**
 * The facts with the required values as they were approved: what an earlier attempt has set already is held as it is
 * required by now.
 */
function withResets(facts, approved) {
    const decided = (0,_release_plan_decided_js__WEBPACK_IMPORTED_MODULE_2__/* .decidedIn */ .m)(approved, decidedForm);
    const env = Object.entries(facts.env).map(([name, finding]) => {
        const done = finding.host === "equal" && (0,_action_held_in_js__WEBPACK_IMPORTED_MODULE_10__/* .heldIn */ .$)(decided.requiredEnv, name)?.host === "reset";
        return [name, done ? { ...finding, host: "reset" } : finding];
    });
    return { ...facts, env: Object.fromEntries(env) };
}
/** A build of the host's own says of no marker; it is what the page says. */
async function servedMarker({ source }, { deployment }, inputs, world) {
    if (source !== "existing" || deployment === null)
        return null;
    return await (0,_served_js__WEBPACK_IMPORTED_MODULE_7__/* .markerServed */ .OF)(world, (0,_origins_js__WEBPACK_IMPORTED_MODULE_5__/* .pastOrigins */ .MD)(inputs));
}
/** @throws {UserError} PR102 for a source that this host cannot serve. */
function refuseSource({ source }, { host: name }, { takes = [] }) {
    if (source === undefined || takes.includes(source))
        return;
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo("PR102", `The artifact is of source ${source}, which host ${name} cannot take. Nothing was changed.`, "Write source: dist in the section build, or name the host that it was built for.");
}
/** What stays for open tabs does not go. */
function withoutKept(changes, { releases }) {
    const kept = new Set([_kept_assets_js__WEBPACK_IMPORTED_MODULE_4__/* .assetsManifest */ .Z_, ...releases.flatMap(({ files }) => files.map(({ path }) => path))]);
    return { ...changes, removed: changes.removed.filter((path) => !kept.has(path)) };
}


/***/ }),

/***/ 60450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $2: () => (/* binding */ manifestText),
/* harmony export */   C8: () => (/* binding */ keptAssets),
/* harmony export */   Z_: () => (/* binding */ assetsManifest),
/* harmony export */   vY: () => (/* binding */ isAsset),
/* harmony export */   zc: () => (/* binding */ keepsNone)
/* harmony export */ });
/* unused harmony export parseManifest */
/* harmony import */ var _release_formats_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75610);
/* harmony import */ var _ports_ending_after_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3123);
/* harmony import */ var _ports_parse_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(36187);
/* harmony import */ var _ports_json_object_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9169);




/** Nothing can be added to what the host builds itself. */
const keepsNone = {
    releases: [],
    origin: undefined,
    unknown: "what the host builds itself has no files of former releases",
};
/** Beside the pages of every release: which hashed files are its own, and which it kept of earlier ones. */
const assetsManifest = "rollout-assets.json";
const patience = 15_000;
const longest = 8_000_000;
/**
 * The hashed assets of the last releases. The live site's own manifest tells them, as far as the host has them like that; without
 * one, all of what is live counts as one release. Never throws for what the site answers: nothing is worth a release.
 */
async function keptAssets(world, live, { assets, keepReleases }, becomes) {
    const { origin, files, marker } = live;
    const none = { releases: [], origin, unknown: undefined };
    if (keepReleases === 0)
        return none;
    const told = marker === null || origin === undefined ? undefined : await readManifest(world, origin, assets);
    if (told !== undefined && told[0]?.marker === marker) {
        return {
            ...none,
            releases: former(told, becomes)
                .slice(0, keepReleases)
                .map((one) => asTheHostHas(one, files)),
        };
    }
    if (files === undefined) {
        return { ...none, unknown: "which hashed assets the live site has is not known" };
    }
    const own = [...files].filter(([path]) => isAsset(path, assets));
    const all = own.map(([path, sha1]) => ({ path, sha1, size: undefined }));
    return { ...none, releases: [{ marker: marker ?? "", files: all }] };
}
/** The text of the manifest of a new site: its own hashed files, then those of the releases it keeps. */
function manifestText(own, kept) {
    const releases = [own, ...former(kept, own.marker)];
    const listed = releases.map(({ marker, files }) => ({
        marker,
        files: files.map(({ path, sha1, size = 0 }) => ({ path, sha1, size })),
    }));
    return `${JSON.stringify({ schema: (0,_release_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .schemaOf */ .pP)("assets"), releases: listed })}\n`;
}
/** A release that is deployed again is not one before itself. */
function former(releases, own) {
    return releases.filter(({ marker }) => marker !== own);
}
/** Whether a path of a site lies in the folder of hashed files. */
function isAsset(path, assets) {
    const folder = assets.replace(/^\/+|\/+$/g, "");
    return path.startsWith(`${folder}/`) && path.split("/").every((part) => part !== "" && part !== "..");
}
/** A file that the host holds otherwise, or no more, is not what a tab was built with. */
function asTheHostHas(release, files) {
    if (files === undefined)
        return release;
    return { ...release, files: release.files.filter(({ path, sha1 }) => files.get(path) === sha1) };
}
async function readManifest({ http, clock, signal }, origin, assets) {
    try {
        const url = `${origin}/${assetsManifest}?rollout-check=${clock.now().toString(36)}`;
        const answer = await http(url, { signal: (0,_ports_ending_after_js__WEBPACK_IMPORTED_MODULE_1__/* .endingAfter */ .I)(patience, signal) });
        const text = answer.ok ? await answer.text() : "";
        return text.length > longest ? undefined : parseManifest(text, assets);
    }
    catch {
        signal.throwIfAborted();
        return undefined;
    }
}
/** Everything in it comes from the web: undefined unless each entry is what this suite writes. */
function parseManifest(text, assets) {
    const { schema, releases } = objectIn(text);
    if (schema !== (0,_release_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .schemaOf */ .pP)("assets") || !Array.isArray(releases))
        return undefined;
    const read = releases.map((one) => releaseOf(one, assets));
    return read.every((one) => one !== undefined) ? read : undefined;
}
function objectIn(text) {
    try {
        return (0,_ports_json_object_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldsOf */ .P)((0,_ports_parse_json_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .qF)(text));
    }
    catch {
        return {};
    }
}
function releaseOf(value, assets) {
    const { marker, files } = (0,_ports_json_object_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldsOf */ .P)(value);
    if (typeof marker !== "string" || !Array.isArray(files))
        return undefined;
    const read = files.map((one) => assetOf(one, assets));
    return read.every((one) => one !== undefined) ? { marker, files: read } : undefined;
}
function assetOf(value, assets) {
    const { path, sha1, size } = (0,_ports_json_object_js__WEBPACK_IMPORTED_MODULE_2__/* .fieldsOf */ .P)(value);
    const fits = typeof path === "string" &&
        isAsset(path, assets) &&
        typeof sha1 === "string" &&
        /^[0-9a-f]{40}$/.test(sha1);
    return fits && Number.isSafeInteger(size) && Number(size) >= 0
        ? { path, sha1, size: Number(size) }
        : undefined;
}


/***/ }),

/***/ 80812:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ pathsBelow),
/* harmony export */   Y: () => (/* binding */ isBelow)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65304);



/**
 * The path of every file below a folder, with forward slashes. A link inside of it counts as what it leads to.
 * @throws {UserError} PR476 for one that leads out of the folder, to nowhere or in a circle.
 */
async function pathsBelow(folder) {
    return (await below({ folder, real: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(folder) }, "")).sort();
}
async function below(root, at) {
    const found = [];
    for (const entry of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root.folder, at), { withFileTypes: true })) {
        const path = at === "" ? entry.name : `${at}/${entry.name}`;
        const isFolder = entry.isSymbolicLink() ? await leadsToFolder(root, path) : entry.isDirectory();
        if (isFolder)
            found.push(...(await below(root, path)));
        else
            found.push(path);
    }
    return found;
}
async function leadsToFolder({ folder, real }, path) {
    const to = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, path)).catch(() => undefined);
    if (to === undefined)
        throw astray(folder, path, "which leads to nowhere");
    if (to !== real && !isBelow(to, real))
        throw astray(folder, path, `which leads out of the folder, to ${to}`);
    const here = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, path, ".."));
    if (here === to || isBelow(here, to))
        throw astray(folder, path, "which leads to a folder that it lies in");
    return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(to)).isDirectory();
}
function isBelow(path, folder) {
    const way = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, path);
    return way !== "" && way !== ".." && !way.startsWith(`..${node_path__WEBPACK_IMPORTED_MODULE_1__.sep}`);
}
function astray(folder, path, how) {
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("PR476", `The site in ${folder} has the link ${path}, ${how}. Nothing was changed.`, "Have the build put a file there instead, or leave it out: what is served is only what lies in the folder.");
}


/***/ }),

/***/ 56449:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  oL: () => (/* binding */ planWeb),
  Jj: () => (/* binding */ refuseBlocked),
  GC: () => (/* binding */ webPart)
});

// EXTERNAL MODULE: ./lib/kit/providers/hosts/hosts.js + 35 modules
var hosts = __webpack_require__(58103);
// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(65304);
// EXTERNAL MODULE: ./lib/kit/parts/web/artifact.js
var artifact = __webpack_require__(29748);
// EXTERNAL MODULE: ./lib/kit/parts/web/compare-files.js
var compare_files = __webpack_require__(19121);
// EXTERNAL MODULE: ./lib/kit/parts/web/inspect-web.js
var inspect_web = __webpack_require__(92531);
// EXTERNAL MODULE: ./lib/kit/parts/web/required-env.js
var required_env = __webpack_require__(32793);
;// CONCATENATED MODULE: ./lib/kit/parts/web/web-details.js
/** The web app's change as a person looks at it: what it replaces, its files, the values that it must have. */
function webDetail({ hostName, site, was, env, changes }) {
    const before = was.marker ?? was.deployment ?? "what is live (its marker is not known)";
    const bytes = site.files.reduce((sum, { size }) => sum + size, 0);
    const values = Object.entries(env);
    const files = changes === undefined ? undefined : filesOf(changes);
    return {
        what: hostName,
        how: [
            `${before} becomes ${site.marker}`,
            `${site.files.length} files, ${Math.ceil(bytes / 1024)} KiB`,
            files === undefined
                ? "its files cannot be compared with the live ones"
                : `${files.length} files differ`,
        ],
        beware: [],
        ...(files === undefined ? {} : { files }),
        ...(values.length === 0
            ? {}
            : {
                table: {
                    columns: ["required value", "in the build", "at the host"],
                    rows: values.map(([name, { required, build, host }]) => [
                        `${name}=${required}`,
                        build === "proven" ? "proven" : "not verified",
                        hostWords[host],
                    ]),
                },
            }),
    };
}
const hostWords = {
    equal: "the same",
    absent: "not set",
    unreadable: "not verified",
    reset: "another value: this release sets it",
};
function filesOf({ added, changed, removed }) {
    const all = [
        ...changed.map((path) => ({ path, is: "changed" })),
        ...added.map((path) => ({ path, is: "new" })),
        ...removed.map((path) => ({ path, is: "gone" })),
    ];
    return all.sort((a, b) => (a.path < b.path ? -1 : 1));
}

;// CONCATENATED MODULE: ./lib/kit/parts/web/plan-web.js







/** The `deploy-web` part of the plan. @throws {UserError} when nothing may be promoted, or a value is wrong. */
async function planWeb(inputs, world) {
    const facts = await (0,inspect_web/* inspectWeb */.L4)(inputs, world, (0,hosts/* openHost */.Z)(inputs, world));
    const part = webPart(facts);
    if (part.work === "some")
        refuseBlocked(facts.live);
    return part;
}
/** Pure: what would be done, from what was found. */
function webPart(facts) {
    const { site, live, was, hostName, env, changes, again } = facts;
    const work = was.marker === site.marker && isUnanimous(live) && !again ? "none" : "some";
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
            ...(again ? { again } : {}),
        },
        measurements: {
            files: site.files.length,
            bytes: site.files.reduce((sum, file) => sum + file.size, 0),
            ...(changes ? { added: changes.added, changed: changes.changed, removed: changes.removed } : {}),
        },
        undo: wayBack(facts),
        unverified: [...(0,required_env/* unverifiedEnv */.Pz)(env), ...live.notes, ...keptNotes(facts)],
        says: work === "none" ? [] : says(facts),
        details: work === "none" ? [] : [webDetail(facts)],
    };
}
/**
 * `own` is what an earlier attempt of the same release has staged. Where it has promoted that already, the host says of
 * its own builds what every promotion leaves, and nothing is moved any more.
 * @throws {UserError} PR435 when the host is in a state in which nothing may be promoted, PR478 for a build of its own.
 */
function refuseBlocked(live, own) {
    const { blocked, notExisting, moving } = live;
    const isPromoted = live.deployment !== null && live.deployment === own && live.movedAt !== undefined;
    if (notExisting && !isPromoted)
        throw notExisting;
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
function says({ site, was, hostName, live, changes, env, kept }) {
    const where = live.project === null ? hostName : `${hostName} ${live.project}`;
    const old = was.marker ?? was.deployment ?? "what is live";
    const resets = Object.entries((0,required_env/* resetsOf */._O)(env)).map(([name, value]) => `${where}: ${name} is set to ${JSON.stringify(value)} again, where it is another value`);
    const line = old === site.marker ? `${where}: ${old} is deployed again` : `${where}: ${old} becomes ${site.marker}`;
    return [...resets, line, ...(0,artifact/* reuseLine */.vr)(site), ...(changes ? [(0,compare_files/* filesLine */.Y)(changes)] : []), ...keptLine(kept)];
}
function keptLine({ releases }) {
    const paths = new Set(releases.flatMap(({ files }) => files.map(({ path }) => path)));
    if (paths.size === 0)
        return [];
    const of = releases.length === 1 ? "the release before" : `${releases.length} former releases`;
    return [`${paths.size} hashed assets of ${of} stay reachable for open tabs`];
}
function keptNotes({ kept: { unknown }, live }) {
    if (unknown === undefined || Object.values(live.domains).every((one) => one === null))
        return [];
    return [`A tab that is open may miss what it was built with: ${unknown}.`];
}


/***/ }),

/***/ 81766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OJ: () => (/* binding */ prebuiltFolder),
/* harmony export */   SI: () => (/* binding */ sourceNames),
/* harmony export */   h8: () => (/* binding */ servedBelow),
/* harmony export */   zo: () => (/* binding */ servedFiles)
/* harmony export */ });
/** Where a site comes from; see `build`'s input `source`. */
const sourceNames = ["dist", "prebuilt", "existing"];
/** Below this folder of a `prebuilt` artifact lies what is served as it is. */
const prebuiltFolder = ".vercel/output";
const served = `${prebuiltFolder}/static/`;
/** Where in an artifact the files lie that are served under their own paths. */
function servedBelow(source) {
    return source === "prebuilt" ? served : "";
}
/** The files that are served as they are, under the paths at which they are served. */
function servedFiles(source, files) {
    const below = servedBelow(source);
    if (below === "")
        return files;
    const inside = files.filter(({ path }) => path.startsWith(below));
    return inside.map((file) => ({ ...file, path: file.path.slice(below.length) }));
}


/***/ })

};
