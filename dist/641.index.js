export const id = 641;
export const ids = [641];
export const modules = {

/***/ 15707:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ configDisagreements)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _action_held_in_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39678);
/* harmony import */ var _ports_json_object_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9169);




/**
 * Where Supabase's own `config.toml` (beside the functions' folder) says something else of a function than
 * what is declared here: a sentence each. `rollout.yml` decides; nothing is taken over from that file.
 */
async function configDisagreements(root, functionsDirectory, wanted) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(functionsDirectory), "config.toml");
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, "utf8").catch(() => "");
    if (text.trim() === "")
        return [];
    const read = await functionsIn(text);
    if (typeof read === "string")
        return [`supabase's config.toml cannot be read (${read}), so what it says of functions is not known.`];
    return wanted.flatMap((one) => disagreements(one, tableIn(read, one.slug)));
}
/** What it says of all functions; a text where it is no TOML. */
async function functionsIn(text) {
    const { parse, TomlError } = await __webpack_require__.e(/* import() */ 292).then(__webpack_require__.bind(__webpack_require__, 3292));
    try {
        return tableIn(parse(text), "functions");
    }
    catch (error) {
        if (error instanceof TomlError)
            return `line ${error.line}`;
        throw error;
    }
}
function tableIn(settings, name) {
    const held = (0,_action_held_in_js__WEBPACK_IMPORTED_MODULE_2__/* .heldIn */ .$)(settings, name);
    return (0,_ports_json_object_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .G)(held) ? held : {};
}
function disagreements({ slug, source, state }, toml) {
    const says = (what) => `${slug}: supabase's config.toml ${what}; rollout.yml decides.`;
    const { verify_jwt: jwt, enabled, entrypoint, import_map: map, static_files: statics } = toml;
    const hasStatics = Array.isArray(statics) && statics.length > 0;
    return [
        ...(jwt === undefined || jwt === state.settings.verifyJwt
            ? []
            : [says(`has verify_jwt = ${JSON.stringify(jwt)}`)]),
        ...(enabled === false ? [says("disables it")] : []),
        ...(isSet(entrypoint) && !entrypoint.includes(`${slug}/${source.entrypoint}`)
            ? [says(`has another entrypoint, ${JSON.stringify(entrypoint)}`)]
            : []),
        ...(isSet(map) && source.importMap === null ? [says(`has the import map ${JSON.stringify(map)}`)] : []),
        ...(hasStatics && (source.statics ?? []).length === 0 ? [says("has static_files")] : []),
    ];
}
function isSet(value) {
    return typeof value === "string" && value !== "";
}


/***/ }),

/***/ 2964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ isSameBundle),
/* harmony export */   i: () => (/* binding */ bundleMark)
/* harmony export */ });
/* harmony import */ var _release_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41820);

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

/***/ 7617:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f5: () => (/* binding */ settingsOf),
/* harmony export */   lc: () => (/* binding */ inspectLive),
/* harmony export */   p9: () => (/* binding */ readLive),
/* harmony export */   zd: () => (/* binding */ atOnce)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65304);
/* harmony import */ var _bundle_mark_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2964);
/* harmony import */ var _change_in_parallel_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(81529);
/* harmony import */ var _declared_source_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17161);





/**
 * Reads what is live: the list, and the sources of each function that is named, by a list or by a test.
 * Of more than can be read at once, those whose bundle is remembered are not. `listed` is there where the list was
 * asked for a moment ago.
 * @throws {UserError} PR301 to PR307; a body that alone cannot be read is a state, not an error.
 */
async function inspectLive(api, wanted, known = {}) {
    const isWanted = typeof wanted === "function" ? wanted : (slug) => wanted.includes(slug);
    const asked = (known.expected ?? 0) > atOnce ? known.remembered?.() : undefined;
    // Awaited below: what is wrong with the platform is said first.
    asked?.catch(() => undefined);
    const early = new Map((known.ahead ?? []).map((slug) => [slug, api.body(slug)]));
    for (const body of early.values())
        body.catch(() => undefined);
    const listed = (known.listed ?? (await api.list())).filter((one) => one.status !== "REMOVED");
    const named = listed.filter(({ slug }) => isWanted(slug));
    const remembered = named.length > atOnce ? await (asked ?? known.remembered?.()) : undefined;
    const functions = await (0,_change_in_parallel_js__WEBPACK_IMPORTED_MODULE_4__/* .inParallel */ .H)(named, async (one) => {
        const digest = remembered?.get((0,_bundle_mark_js__WEBPACK_IMPORTED_MODULE_2__/* .bundleMark */ .i)(one) ?? "");
        return [
            one.slug,
            digest === undefined ? await readLive(api, one, early.get(one.slug)) : unread(one, digest),
        ];
    });
    const others = listed.filter(({ slug }) => !isWanted(slug));
    const read = await knownByBundle(new Map(functions), remembered ? async () => remembered : known.remembered);
    return { functions: read, undeclared: others.map((one) => one.slug).sort(), strangers: others };
}
/** What the platform gives no sources of may be a bundle that a release has brought live. */
async function knownByBundle(functions, remembered) {
    const isBlind = ({ state, listed }) => state.digest === null && (0,_bundle_mark_js__WEBPACK_IMPORTED_MODULE_2__/* .bundleMark */ .i)(listed) !== undefined;
    if (remembered === undefined || ![...functions.values()].some(isBlind))
        return functions;
    const built = await remembered();
    const known = [...functions].map(([slug, one]) => {
        const digest = isBlind(one) ? built.get((0,_bundle_mark_js__WEBPACK_IMPORTED_MODULE_2__/* .bundleMark */ .i)(one.listed) ?? "") : undefined;
        return [slug, digest === undefined ? one : { ...one, state: { ...one.state, digest } }];
    });
    return new Map(known);
}
/** So many sources are read in one go: nothing is won by asking the record first. */
const atOnce = 8;
function unread(listed, digest) {
    return { listed, source: undefined, unread: true, state: { digest, settings: settingsOf(listed) } };
}
function entrypointPath({ entrypoint_path: path }) {
    return pathOf(path ?? "file:///src/index.ts");
}
function settingsOf(listed) {
    const entrypoint = entrypointPath(listed);
    return {
        verifyJwt: listed.verify_jwt ?? true,
        entrypoint: node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(entrypoint),
        importMap: importMapOf(listed, entrypoint),
    };
}
/** One function's sources and state. */
async function readLive(api, listed, body) {
    const entrypoint = entrypointPath(listed);
    const settings = settingsOf(listed);
    try {
        const files = filesOf(await (body ?? api.body(listed.slug)), entrypoint);
        const source = { files, entrypoint: settings.entrypoint, importMap: settings.importMap };
        return { listed, source, state: { digest: (0,_declared_source_js__WEBPACK_IMPORTED_MODULE_3__/* .sourceDigest */ .c9)(files), settings } };
    }
    catch (error) {
        const unreadable = error instanceof _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo && ["PR303", "PR304", "PR306", "PR422"].includes(error.code);
        if (!unreadable)
            throw error;
        return { listed, source: undefined, unreadable: (0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .describe */ .q0)(error), state: { digest: null, settings } };
    }
}
function importMapOf({ import_map, import_map_path }, entrypoint) {
    if (import_map === false || import_map_path === undefined)
        return null;
    return (0,_declared_source_js__WEBPACK_IMPORTED_MODULE_3__/* .relativeTo */ .Mf)(entrypoint, pathOf(import_map_path));
}
/** The files by their paths from the entrypoint; what was fetched from elsewhere is left out. */
function filesOf(parts, listedEntrypoint) {
    const files = parts.flatMap(({ path, content, name }) => path === undefined || name === "metadata" || isRemote(path) ? [] : [{ path: pathOf(path), content }]);
    const entrypoint = pathOf(entrypointOf(parts) ?? listedEntrypoint);
    const found = files
        .map(({ path }) => path)
        .filter((path) => endsWithPath(path, entrypoint) || endsWithPath(entrypoint, path))
        .sort((a, b) => b.length - a.length)[0];
    if (found === undefined) {
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo("PR422", `The platform gave ${files.length} files back, but not the entrypoint ${entrypoint}.`, "Deploy the function again.");
    }
    return files.map(({ path, content }) => ({ path: (0,_declared_source_js__WEBPACK_IMPORTED_MODULE_3__/* .relativeTo */ .Mf)(found, path), content }));
}
function entrypointOf(parts) {
    const metadata = parts.find((part) => part.name === "metadata");
    if (metadata === undefined)
        return undefined;
    try {
        const json = JSON.parse(new TextDecoder().decode(metadata.content));
        const path = json["deno2_entrypoint_path"] ?? json["entrypoint_path"];
        return typeof path === "string" && path !== "" ? path : undefined;
    }
    catch {
        return undefined;
    }
}
function endsWithPath(path, end) {
    return path === end || path.endsWith(`/${end.replace(/^\/+/, "")}`);
}
function isRemote(path) {
    return /^[a-z][a-z+.-]+:/i.test(path) && !path.startsWith("file:");
}
/** A path, be it written as one or as a `file:` URL. */
function pathOf(path) {
    return path.startsWith("file:") ? decodeURIComponent(new URL(path).pathname) : path.replaceAll("\\", "/");
}


/***/ }),

/***/ 15929:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p5: () => (/* binding */ functionsPart),
  m8: () => (/* binding */ inspectFunctions),
  Pq: () => (/* binding */ json),
  qt: () => (/* binding */ withBundles),
  Z6: () => (/* binding */ withSources)
});

// UNUSED EXPORTS: planFunctions

// EXTERNAL MODULE: ./lib/kit/providers/supabase/functions-api.js + 1 modules
var functions_api = __webpack_require__(57299);
// EXTERNAL MODULE: ./lib/kit/parts/functions/imports/beyond-imports.js
var beyond_imports = __webpack_require__(35520);
;// CONCATENATED MODULE: ./lib/kit/parts/functions/live/in-reach.js
/** The declared functions that a release leaves as they are. */
function besidesIn(wanted, changed, { functions }) {
    return wanted.flatMap(({ slug }) => {
        const live = functions.get(slug);
        return live === undefined || changed.some((one) => one.slug === slug) ? [] : [{ slug, live }];
    });
}

// EXTERNAL MODULE: ./lib/kit/parts/functions/declared/config-toml.js
var config_toml = __webpack_require__(15707);
;// CONCATENATED MODULE: ./lib/kit/parts/functions/tell/count-lines.js
/** Beyond so many changes the exact number says no more than the rough one. */
const manyChanges = 1500;
/**
 * The fewest lines that turn one text into the other (Myers' distance: only its length is needed). Two texts that
 * have little in common are compared without their order.
 */
function countLines(was, is) {
    const [before, after] = withoutCommonEnds(linesOf(was), linesOf(is));
    const distance = editDistance(before, after) ?? unordered(before, after);
    const added = (distance + after.length - before.length) / 2;
    return { added, removed: distance - added };
}
function linesOf(text) {
    if (text === "")
        return [];
    return text.replace(/\r?\n$/, "").split(/\r?\n/);
}
function withoutCommonEnds(before, after) {
    const shorter = Math.min(before.length, after.length);
    let start = 0;
    while (start < shorter && before[start] === after[start])
        start += 1;
    let end = 0;
    while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end))
        end += 1;
    return [before.slice(start, before.length - end), after.slice(start, after.length - end)];
}
/** Undefined beyond `manyChanges`. */
function editDistance(before, after) {
    const most = Math.min(before.length + after.length, manyChanges);
    // The furthest place in `before` that is reached on each diagonal.
    const furthest = new Map([[1, 0]]);
    const reached = (diagonal) => furthest.get(diagonal) ?? -1;
    for (let distance = 0; distance <= most; distance += 1) {
        for (let diagonal = -distance; diagonal <= distance; diagonal += 2) {
            const down = diagonal === -distance || (diagonal !== distance && reached(diagonal - 1) < reached(diagonal + 1));
            let at = down ? reached(diagonal + 1) : reached(diagonal - 1) + 1;
            while (at < before.length && at - diagonal < after.length && before[at] === after[at - diagonal])
                at += 1;
            furthest.set(diagonal, at);
            if (at >= before.length && at - diagonal >= after.length)
                return distance;
        }
    }
    return undefined;
}
function unordered(before, after) {
    const left = new Map();
    for (const line of before)
        left.set(line, (left.get(line) ?? 0) + 1);
    let common = 0;
    for (const line of after) {
        const count = left.get(line) ?? 0;
        if (count === 0)
            continue;
        left.set(line, count - 1);
        common += 1;
    }
    return before.length + after.length - 2 * common;
}

// EXTERNAL MODULE: ./lib/kit/parts/functions/declared/source.js
var source = __webpack_require__(17161);
;// CONCATENATED MODULE: ./lib/kit/parts/functions/tell/function-details.js


/** A function's change as a person looks at it: its files with their lines, its settings, what it opens. */
function functionDetail({ slug, live, wanted }) {
    const is = wanted.state.settings;
    const files = fileChanges(live?.source, wanted.source);
    if (live === undefined) {
        return { what: slug, how: ["new function", ...function_details_linesOf(files)], beware: opened(undefined, is), files };
    }
    const was = live.state.settings;
    const settings = [
        ...(!was.verifyJwt && is.verifyJwt ? ["verify_jwt goes from false to true"] : []),
        ...(was.entrypoint === is.entrypoint ? [] : [`entrypoint ${was.entrypoint} becomes ${is.entrypoint}`]),
        ...(was.importMap === is.importMap
            ? []
            : [`import map ${was.importMap ?? "(none)"} becomes ${is.importMap ?? "(none)"}`]),
    ];
    const unknown = live.unread === true ? [] : ["its live sources cannot be read"];
    const source = live.source === undefined ? unknown : function_details_linesOf(files);
    return {
        what: slug,
        how: [...source, ...settings],
        beware: opened(was.verifyJwt, is),
        ...(live.source === undefined ? {} : { files }),
    };
}
/** Whoever reads past anything else must not read past this. */
function opened(was, { verifyJwt }) {
    if (verifyJwt || was === false)
        return [];
    if (was === undefined)
        return ["Security: it is new, and anybody may call it (verify_jwt is false)."];
    return ["Security: verify_jwt goes from true to false, so anybody may call it."];
}
/** «+12 −3 in 2 files» */
function function_details_linesOf(files) {
    if (files.length === 0)
        return [];
    const sum = (key) => files.reduce((all, { lines }) => all + (lines?.[key] ?? 0), 0);
    return [`+${sum("added")} −${sum("removed")} in ${files.length} ${files.length === 1 ? "file" : "files"}`];
}
/** The files that differ, by path. */
function fileChanges(was, is) {
    const before = new Map((was?.files ?? []).map(({ path, content }) => [path, content]));
    const after = new Map(is.files.map(({ path, content }) => [path, content]));
    const paths = [...new Set([...before.keys(), ...after.keys()])].sort();
    return paths.flatMap((path) => {
        const [old, new_] = [before.get(path), after.get(path)];
        if (old !== undefined && new_ !== undefined && isSame(old, new_))
            return [];
        const lines = lineChanges(old, new_);
        const kind = old === undefined ? "new" : new_ === undefined ? "gone" : "changed";
        return [{ path, is: kind, ...(lines === undefined ? {} : { lines }) }];
    });
}
function isSame(one, other) {
    return Buffer.compare((0,source/* withPlainLines */.se)(one), (0,source/* withPlainLines */.se)(other)) === 0;
}
function lineChanges(was, is) {
    try {
        const decoder = new TextDecoder("utf-8", { fatal: true });
        return countLines(decoder.decode(was ?? new Uint8Array()), decoder.decode(is ?? new Uint8Array()));
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(65304);
// EXTERNAL MODULE: ./lib/kit/parts/functions/imports/tokens.js
var tokens = __webpack_require__(11662);
;// CONCATENATED MODULE: ./lib/kit/parts/functions/imports/read-names.js

/**
 * The names that `Deno.env.get("…")` reads, also by a helper of the module that gets the name as its first argument.
 * One that a `??` or `||` follows, and one that is only asked for by `has`, has a substitute. Never throws.
 */
function readNames(source) {
    const all = (0,tokens/* tokens */.LU)(source);
    const reads = all.flatMap((_, index) => readAt(all, index) ?? []);
    const needed = reads.flatMap((read) => ("name" in read && !read.substitute ? [read.name] : []));
    return { needed: [...new Set(needed)].sort(), dynamic: reads.some((read) => "unknown" in read) };
}
function readAt(all, at) {
    if (!spells(all, at, ["Deno", ".", "env"]))
        return isOtherWay(all, at) ? [{ unknown: true }] : undefined;
    const method = (0,tokens/* isSign */.A7)(all[at + 3], ".") ? all[at + 4]?.value : undefined;
    if (method === "set" || method === "delete" || method === "has")
        return [];
    const argument = all[at + 6];
    const single = method === "get" && (0,tokens/* isSign */.A7)(all[at + 5], "(") && (0,tokens/* isSign */.A7)(all[at + 7], ")");
    const substitute = hasSubstitute(all, at + 8);
    if (single && argument?.kind === "text")
        return [{ name: argument.value, substitute }];
    const helped = single && argument?.kind === "word" ? byHelper(all, at, argument.value) : undefined;
    return helped?.map((name) => ({ name, substitute })) ?? [{ unknown: true }];
}
/** The environment reached otherwise than by `Deno.env`: `{ env } = Deno`, `Deno["env"]`, `Deno?.env`, `process.env`. */
function isOtherWay(all, at) {
    if (spells(all, at, ["process", ".", "env"]) || spells(all, at, ["process", "?", ".", "env"]))
        return true;
    if (!spells(all, at, ["Deno"]) || (0,tokens/* isSign */.A7)(all[at - 1], "."))
        return false;
    if (spells(all, at + 1, ["?", ".", "env"]) || (0,tokens/* isSign */.A7)(all[at + 1], "["))
        return true;
    return (0,tokens/* isSign */.A7)(all[at - 1], "=") && !(0,tokens/* isSign */.A7)(all[at + 1], ".");
}
/** What is handed to the function that stands around a read of its first parameter; undefined where that is not all told. */
function byHelper(all, at, parameter) {
    const start = all.findLastIndex((_, index) => index < at && nameOfHelper(all, index, parameter) !== undefined);
    const helper = nameOfHelper(all, start, parameter);
    const isExported = all[start - 1]?.value === "export";
    if (helper === undefined || isExported)
        return undefined;
    const names = [];
    for (const [index, token] of all.entries()) {
        if (token.kind !== "word" || token.value !== helper || index === start + 1)
            continue;
        const name = all[index + 2];
        if (!(0,tokens/* isSign */.A7)(all[index + 1], "(") || name?.kind !== "text")
            return undefined;
        names.push(name.value);
    }
    return names;
}
/** Of `function f(name` and `const f = (name`. */
function nameOfHelper(all, at, parameter) {
    const [word, name] = [all[at]?.value, all[at + 1]];
    const signs = word === "function" ? ["("] : word === "const" ? ["=", "("] : undefined;
    if (signs === undefined || name?.kind !== "word")
        return undefined;
    return spells(all, at + 2, [...signs, parameter]) ? name.value : undefined;
}
function spells(all, at, words) {
    return words.every((word, index) => all[at + index]?.kind !== "text" && all[at + index]?.value === word);
}
/** `?? x` and `|| x`: signs come one by one. */
function hasSubstitute(all, at) {
    return ["?", "|"].some((sign) => (0,tokens/* isSign */.A7)(all[at], sign) && (0,tokens/* isSign */.A7)(all[at + 1], sign));
}

;// CONCATENATED MODULE: ./lib/kit/parts/functions/declared/needed-secrets.js


/**
 * Whether the project has every secret that the changed functions read. Gives what cannot be told, a sentence each.
 * The platform is asked only where a function reads a name of its own.
 * @throws {UserError} PR437 naming the secrets that are missing and who reads them.
 */
async function checkSecrets(api, changed) {
    const reads = changed.map(({ slug, source }) => ({ slug, ...readBy(source.files) }));
    const doubts = dynamicDoubts(reads);
    if (reads.every(({ needed }) => needed.length === 0))
        return doubts;
    const there = await namesOf(api);
    if ("doubt" in there)
        return [...doubts, there.doubt];
    const missing = reads.flatMap(({ slug, needed }) => {
        const names = needed.filter((name) => !there.names.has(name));
        return names.length === 0 ? [] : [`${slug} reads ${names.join(", ")}`];
    });
    if (missing.length === 0)
        return doubts;
    throw new user_error/* UserError */.yo("PR437", `The project lacks secrets that its new functions read: ${missing.join("; ")}. Nothing was changed.`, "Set them first: `supabase secrets set NAME=…`; or give the read a substitute: `Deno.env.get(NAME) ?? …`.");
}
function readBy(files) {
    const code = files.filter(({ path }) => /\.[cm]?[jt]sx?$/i.test(path));
    const read = code.map(({ path, content }) => ({ path, ...readNames(new TextDecoder().decode(content)) }));
    const needed = new Set(read.flatMap((one) => one.needed).filter((name) => !isGiven(name)));
    return {
        needed: [...needed].sort(),
        dynamic: read.filter((one) => one.dynamic).map(({ path }) => path),
    };
}
/** The platform gives these itself, and takes no secret under its own prefix. */
function isGiven(name) {
    return /^(SUPABASE_|SB_|DENO_)/.test(name);
}
function dynamicDoubts(reads) {
    const files = new Map();
    for (const { slug, dynamic } of reads)
        for (const path of dynamic)
            files.set(path, [...(files.get(path) ?? []), slug]);
    return [...files].map(([path, slugs]) => `${path} of ${slugs.join(", ")} reads secrets by names that are not in its text: whether they are set cannot be told`);
}
/** A token that may not read names is no reason to stop: what cannot be told is said. */
async function namesOf(api) {
    try {
        return { names: new Set(await api.secretNames()) };
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.yo))
            throw error;
        return { doubt: `whether the secrets of the functions are set cannot be told: ${(0,user_error/* describe */.q0)(error)}` };
    }
}

// EXTERNAL MODULE: ./lib/kit/parts/functions/live/inspect-live.js
var inspect_live = __webpack_require__(7617);
// EXTERNAL MODULE: ./lib/kit/parts/functions/declared/inspect-wanted.js
var inspect_wanted = __webpack_require__(19036);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/kit/parts/functions/undo/way-back.js
var way_back = __webpack_require__(45021);
;// CONCATENATED MODULE: ./lib/kit/parts/functions/change/prune.js




/**
 * Which live functions a release is about: the declared ones and, with `prune`, those that the repository lacks.
 * One that has a folder, but is not declared, is somebody's work in progress.
 */
async function concerned({ functions, functionsDirectory, prune }, { root }) {
    const declared = new Set(functions);
    if (!prune)
        return (slug) => declared.has(slug);
    const folders = new Set(await (0,promises_.readdir)((0,external_node_path_.resolve)(root, functionsDirectory)));
    return (slug) => declared.has(slug) || !folders.has(slug);
}
/** Of the live functions that were looked at, those that are not declared. */
function removalsIn({ functions }, declared) {
    const others = [...functions].filter(([slug]) => !declared.includes(slug));
    return others.map(([slug, live]) => ({ slug, live })).sort((a, b) => (a.slug < b.slug ? -1 : 1));
}
function sayRemoval({ slug }) {
    return `${slug}: removed, because the repository has no function of this name (prune)`;
}
/** A removal as a person looks at it. */
function removalDetail({ slug, live }) {
    const back = (0,way_back/* isKept */.t8)(live)
        ? "the snapshot brings it back"
        : "its live sources cannot be read: nothing brings it back";
    return {
        what: slug,
        how: ["removed (prune)", back],
        beware: ["The repository has no function of this name; whoever still calls it gets 404."],
        ...(live.source === undefined ? {} : { files: fileChanges(live.source, { files: [] }) }),
    };
}

;// CONCATENATED MODULE: ./lib/kit/parts/functions/declared/size-limit.js

const MB = 1024 * 1024;
/**
 * Refuses what the platform could not bundle: its bundle holds at least these files.
 * @throws {UserError} PR443 naming each function that is too large, with its biggest files.
 */
function refuseTooLarge(changed, limit) {
    const large = changed.flatMap((one) => (sizeOf(one) > limit * MB ? [told(one)] : []));
    if (large.length === 0)
        return;
    throw new user_error/* UserError */.yo("PR443", `Supabase bundles at most ${limit} MB of a function, but ${large.join("; ")}. Nothing was changed.`, "Leave out what the function does not read (static-files), load it at run time, or bundle it yourself with " +
        "`command`. `size-limit` raises the limit where your project has another.");
}
function sizeOf({ source }) {
    return source.files.reduce((sum, { content }) => sum + content.byteLength, 0);
}
function told(one) {
    const { files } = one.source;
    const biggest = [...files].sort((a, b) => b.content.byteLength - a.content.byteLength).slice(0, 3);
    const named = biggest.map(({ path, content }) => `${path} ${inMB(content.byteLength)}`).join(", ");
    return `${one.slug} has ${inMB(sizeOf(one))} in ${files.length} files (the biggest: ${named})`;
}
function inMB(bytes) {
    return `${(bytes / MB).toFixed(1)} MB`;
}

// EXTERNAL MODULE: ./lib/kit/parts/functions/tell/sayings.js
var sayings = __webpack_require__(73473);
;// CONCATENATED MODULE: ./lib/kit/parts/functions/plan-functions.js













/**
 * Reads the repository and the platform; changes nothing.
 * @throws {UserError} PR102, PR424, PR437, PR443 for what is wanted, PR301 to PR307 for the platform.
 */
async function inspectFunctions(inputs, world, { remembered, later = false, list } = {}) {
    const wanted = await (0,inspect_wanted/* inspectWanted */.a)(inputs, world);
    const api = (0,functions_api/* functionsApi */.M)(world, inputs);
    const live = await (0,inspect_live/* inspectLive */.lc)(list ? { ...api, list } : api, await concerned(inputs, world), {
        remembered,
        expected: wanted.length,
    });
    const seen = inspected(wanted, live, inputs.command !== undefined);
    const found = later ? seen : await withBundles(api, await withSources(api, seen), "without-sources");
    // A command may bundle elsewhere, where the limit is another.
    if (inputs.command === undefined)
        refuseTooLarge(found.changes.map((change) => change.wanted), inputs.sizeLimit);
    const [disagreements, doubts] = await Promise.all([
        (0,config_toml/* configDisagreements */.O)(world.root, inputs.functionsDirectory, wanted),
        checkSecrets(api, found.changes.map((change) => change.wanted)),
    ]);
    return { ...found, disagreements, doubts };
}
/** The same with all live sources that a way back needs. */
async function withSources(api, work) {
    return await withEach(work, (some) => (0,way_back/* readUnread */.My)(api, some));
}
/** The same with bundles: of those alone whose sources are not given, or of all. */
async function withBundles(api, work, only) {
    return await withEach(work, (some) => (0,way_back/* readBundles */.AA)(api, some, only));
}
async function withEach(work, read) {
    const changes = await read(work.changes);
    const removals = await read(work.removals);
    const besides = await read(work.besides);
    // What is removed is live: what was read of it is, too.
    return { ...work, changes, removals, besides };
}
/** What `plan` calls: the part of a plan that `deploy-functions` would carry out. */
async function planFunctions(inputs, world) {
    return functionsPart(await inspectFunctions(inputs, world));
}
function inspected(wanted, live, byCommand) {
    const changes = wanted.flatMap((one) => {
        const now = live.functions.get(one.slug);
        return (0,source/* sameState */.yY)(now?.state ?? null, one.state) ? [] : [{ slug: one.slug, live: now, wanted: one }];
    });
    const removals = removalsIn(live, wanted.map(({ slug }) => slug));
    const besides = byCommand && changes.length > 0 ? besidesIn(wanted, changes, live) : [];
    return { wanted, live, changes, removals, besides };
}
/** The part of a plan; pure. */
function functionsPart(found) {
    const { wanted, live, changes, removals, besides, disagreements, doubts } = found;
    const changed = changes.map((change) => change.slug);
    const unchanged = wanted.map(({ slug }) => slug).filter((slug) => !changed.includes(slug));
    return {
        phase: "deploy-functions",
        work: changes.length + removals.length === 0 ? "none" : "some",
        decisions: { functions: decided(found), unchanged: unchanged.sort() },
        measurements: { undeclared: [...live.undeclared], files: fileCounts(changes) },
        undo: undoOf([...changes, ...removals]),
        unverified: [
            ...[...changes, ...removals].flatMap(unreadable),
            ...disagreements,
            ...doubts,
            ...(0,beyond_imports/* sayBeyond */.h)(wanted),
            ...besides.flatMap(inReach),
            ...leftAlone(live),
        ],
        says: [
            ...changes.flatMap(({ slug, live: now, wanted: { state } }) => (0,sayings/* sayings */.Z)(slug, now?.state, state)),
            ...removals.map(sayRemoval),
        ],
        details: [...changes.map(functionDetail), ...removals.map(removalDetail)],
    };
}
function decided({ changes, removals }) {
    const changed = changes.map(({ slug, live, wanted: { state } }) => [slug, { was: json(live?.state ?? null), becomes: json(state) }]);
    const removed = removals.map(({ slug, live }) => [slug, { was: json(live.state), becomes: null }]);
    return Object.fromEntries([...changed, ...removed]);
}
/** A state as it stands in decisions, receipts and snapshots. */
function json(state) {
    if (state === null)
        return null;
    const { digest, settings } = state;
    return { digest, settings: { ...settings } };
}
/** What is live without being declared was not looked at. */
function leftAlone({ undeclared }) {
    if (undeclared.length === 0)
        return [];
    const one = undeclared.length === 1;
    return [
        `${undeclared.join(", ")} ${one ? "is" : "are"} live, but not among \`functions\`: not looked at, and ${one ? "stays" : "stay"} as ${one ? "it is" : "they are"}.`,
    ];
}
function unreadable({ slug, live }) {
    if (live?.unreadable === undefined)
        return [];
    return [`${slug}: the live sources cannot be compared (${live.unreadable}).`];
}
function inReach({ slug, live }) {
    if ((0,way_back/* isKept */.t8)(live))
        return [];
    return [
        `${slug}: stays as it is, but should \`command\` change it, nothing brings it back: it cannot be read.`,
    ];
}
function undoOf(changes) {
    const lost = changes.filter(({ live }) => live !== undefined && !(0,way_back/* isKept */.t8)(live));
    if (lost.length === 0)
        return { possible: "yes" };
    const names = lost.map(({ slug }) => slug).join(", ");
    return { possible: "no", why: `the live sources of ${names} cannot be read, so they cannot be put back` };
}
function fileCounts(changes) {
    return Object.fromEntries(changes.map(({ slug, wanted }) => [slug, wanted.source.files.length]));
}


/***/ }),

/***/ 20674:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fd: () => (/* binding */ eszipBefore),
/* harmony export */   N2: () => (/* binding */ loadSnapshot),
/* harmony export */   Os: () => (/* binding */ saveSnapshot),
/* harmony export */   Tk: () => (/* binding */ sourceBefore),
/* harmony export */   eY: () => (/* binding */ snapshotOf),
/* harmony export */   g5: () => (/* binding */ withSource)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65304);
/* harmony import */ var _release_canonical_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41820);
/* harmony import */ var _release_formats_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75610);





function snapshotOf(project, { changes, removals, besides }) {
    const changed = changes.map(({ slug, live, wanted }) => {
        const was = live === undefined ? null : wasOf(live);
        return [slug, { was, becomes: wanted.state }];
    });
    const removed = removals.map(({ slug, live }) => {
        return [slug, { was: wasOf(live), becomes: null }];
    });
    // Until a command has changed one, what it becomes is what it was.
    const staying = besides.map(({ slug, live }) => [slug, { was: wasOf(live), becomes: live.state }]);
    const functions = Object.fromEntries([...changed, ...removed, ...staying]);
    return { schema: (0,_release_formats_js__WEBPACK_IMPORTED_MODULE_4__/* .schemaOf */ .pP)("snapshot"), project, functions };
}
/**
 * Writes the snapshot where the workflow uploads it from: the folder of the phase, or of `plan`.
 * @returns its path. @throws {UserError} PR501 when the disk does not take it: nothing was changed.
 */
async function saveSnapshot(snapshot, { temp }, phase = "deploy-functions") {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(temp, "prism-rollout", phase);
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, "snapshot.json");
    try {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { recursive: true });
        // Killed in the middle, the one that is there stays whole.
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(`${file}.part`, (0,_release_formats_js__WEBPACK_IMPORTED_MODULE_4__/* .writeFormat */ .VD)(snapshot));
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(`${file}.part`, file);
        return file;
    }
    catch (error) {
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("PR501", `The snapshot of the live functions cannot be written to ${file}: ${(0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .describe */ .q0)(error)}. Nothing was changed.`, "Free space on the runner and run again.", { cause: error });
    }
}
const snapshotForm = {
    fields: {
        project: "text",
        functions: {
            values: {
                fields: {
                    was: {
                        orNull: {
                            fields: {
                                listed: { fields: {} },
                                state: { fields: {} },
                                source: {
                                    orNull: {
                                        fields: {
                                            entrypoint: "text",
                                            importMap: { orNull: "text" },
                                            files: { each: { fields: { path: "text", base64: "text" } } },
                                        },
                                    },
                                },
                                eszip: { optional: "text" },
                                eszipSha256: { optional: "text" },
                            },
                        },
                    },
                    becomes: { orNull: { fields: {} } },
                },
            },
        },
    },
};
/** @throws {UserError} PR105 when there is no file, PR106 when it is not a snapshot. */
async function loadSnapshot(file) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, "utf8").catch((error) => {
        const fix = "Download the artifact of deploy-functions first.";
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("PR105", `The snapshot is not at ${file}.`, fix, { cause: error });
    });
    return (0,_release_formats_js__WEBPACK_IMPORTED_MODULE_4__/* .readFormat */ .C$)("snapshot", text, file, snapshotForm);
}
/** The sources of a function as they were, or undefined where they are not known. */
function sourceBefore({ was }) {
    if (was === null || was.source === null)
        return undefined;
    const { entrypoint, importMap, files } = was.source;
    return {
        entrypoint,
        importMap,
        files: files.map(({ path, base64 }) => ({ path, content: Buffer.from(base64, "base64") })),
    };
}
/** The same function with its sources, which were found elsewhere. */
function withSource(entry, source) {
    return entry.was === null ? entry : { ...entry, was: { ...entry.was, source: keptOf(source) } };
}
/** The bundle as it was, where it is kept whole. Other bytes than those that were read are never sent back. */
function eszipBefore({ was }) {
    if (was?.eszip === undefined)
        return undefined;
    const bytes = Buffer.from(was.eszip, "base64");
    return (0,_release_canonical_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .sc)(bytes) === was.eszipSha256 ? bytes : undefined;
}
function wasOf({ listed, state, source, eszip: bytes }) {
    const eszip = bytes === undefined ? {} : { eszip: Buffer.from(bytes).toString("base64"), eszipSha256: (0,_release_canonical_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .sc)(bytes) };
    if (source === undefined)
        return { listed, state, source: null, ...eszip };
    return { listed, state, source: keptOf(source), ...eszip };
}
function keptOf({ entrypoint, importMap, files, }) {
    const kept = files.map(({ path, content }) => ({ path, base64: Buffer.from(content).toString("base64") }));
    return { entrypoint, importMap, files: kept };
}


/***/ }),

/***/ 73473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ sayings)
/* harmony export */ });
/** What changes of one function, for people. */
function sayings(slug, live, wanted) {
    const is = wanted.settings;
    if (live === undefined)
        return [`${slug}: new, ${jwtWord(is.verifyJwt)}`];
    const was = live.settings;
    const source = live.digest === wanted.digest ? [] : [`${slug}: new source`];
    const jwt = was.verifyJwt === is.verifyJwt
        ? []
        : was.verifyJwt
            ? [`${slug}: security change: verify_jwt goes from true to false, so anybody may call it`]
            : [`${slug}: verify_jwt goes from false to true`];
    const others = [
        ...(was.entrypoint === is.entrypoint
            ? []
            : [`${slug}: entrypoint ${was.entrypoint} becomes ${is.entrypoint}`]),
        ...(was.importMap === is.importMap
            ? []
            : [`${slug}: import map ${was.importMap ?? "(none)"} becomes ${is.importMap ?? "(none)"}`]),
    ];
    return [...source, ...jwt, ...others];
}
function jwtWord(verifyJwt) {
    return verifyJwt ? "callable with a valid JWT" : "callable by anybody (verify_jwt is false)";
}


/***/ }),

/***/ 97521:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JD: () => (/* binding */ isLost),
/* harmony export */   MK: () => (/* binding */ changeToUndo),
/* harmony export */   P2: () => (/* binding */ everDeployed),
/* harmony export */   kY: () => (/* binding */ statesOf)
/* harmony export */ });
/* harmony import */ var _action_held_in_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39678);
/* harmony import */ var _release_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41820);
/* harmony import */ var _live_bundle_mark_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2964);
/* harmony import */ var _snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20674);
/* harmony import */ var _declared_source_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17161);
/* harmony import */ var _ports_json_object_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9169);






/**
 * What is to be undone, as a snapshot: the receipts (oldest first) say what was live before and what was to be;
 * the snapshots add the sources, where theirs are those of that state. Without receipts the snapshots alone tell.
 */
function changeToUndo(project, receipts, snapshots) {
    const kept = snapshots.flatMap((snapshot) => Object.entries(snapshot.functions));
    const schema = "prism-rollout/snapshot@1";
    if (receipts.length === 0) {
        return { schema, project, functions: Object.fromEntries(kept.toReversed()) };
    }
    const before = {};
    const intended = {};
    for (const receipt of receipts) {
        Object.assign(before, { ...statesOf(receipt.before), ...before });
        Object.assign(intended, statesOf(receipt.intended));
    }
    const entries = Object.keys(before).flatMap((slug) => {
        const becomes = (0,_action_held_in_js__WEBPACK_IMPORTED_MODULE_4__/* .heldIn */ .$)(intended, slug);
        const was = (0,_action_held_in_js__WEBPACK_IMPORTED_MODULE_4__/* .heldIn */ .$)(before, slug) ?? null;
        // One that neither was there nor was to be is none.
        if (becomes === undefined || (becomes === null && was === null))
            return [];
        return [[slug, { was: wasOf(slug, was, kept), becomes: withMark(slug, becomes, kept) }]];
    });
    return { schema, project, functions: Object.fromEntries(entries) };
}
/** Every state that the receipts (of several releases) were about to make live, by function. */
function everDeployed(receipts) {
    const found = new Map();
    for (const [slug, state] of receipts.flatMap(({ intended }) => Object.entries(statesOf(intended))))
        if (state !== null)
            found.set(slug, [...(found.get(slug) ?? []), state]);
    return found;
}
/** True where the sources are lost that a function would go back to: what the platform never gave is not lost. */
function isLost(entry) {
    return (entry.was !== null &&
        entry.was.source === null &&
        (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .eszipBefore */ .Fd)(entry) === undefined &&
        entry.was.state.digest !== null);
}
function wasOf(slug, state, kept) {
    if (state === null)
        return null;
    const all = kept.flatMap(([name, { was }]) => (name === slug && was && isOf(was, state) ? [was] : []));
    const [same, ...others] = all;
    // Where nothing but a bundle tells, two that differ would be a guess.
    const isOne = state.digest !== null || others.every((one) => one.eszipSha256 === same?.eszipSha256);
    if (same !== undefined && isOne)
        return same;
    const listed = { id: "", slug, name: slug, status: "ACTIVE", version: 0 };
    return { listed, state, source: null };
}
/** Whether something that is kept is of a state: where its sources were never given, by its bundle. */
function isOf({ state, listed }, sought) {
    if (state.digest !== sought.digest || (0,_release_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .digest */ .br)(state.settings) !== (0,_release_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .digest */ .br)(sought.settings))
        return false;
    return state.digest !== null || sought.bundle === undefined || (0,_live_bundle_mark_js__WEBPACK_IMPORTED_MODULE_1__/* .bundleMark */ .i)(listed) === sought.bundle;
}
/** What became live with the mark of its bundle, which a receipt that was written before it cannot always have. */
function withMark(slug, state, kept) {
    if (state === null || state.bundle !== undefined)
        return state;
    const known = kept.flatMap(([name, { becomes }]) => (name === slug && becomes ? [becomes] : []));
    return known.find((one) => one.bundle !== undefined && (0,_declared_source_js__WEBPACK_IMPORTED_MODULE_3__/* .sameState */ .yY)(one, state)) ?? state;
}
/** Receipts come from the record, which others can write to: what is no state is left out. */
function statesOf(json) {
    if (!(0,_ports_json_object_js__WEBPACK_IMPORTED_MODULE_5__/* .isObject */ .G)(json))
        return {};
    const entries = Object.entries(json).flatMap(([slug, state]) => isState(state) ? [[slug, state]] : []);
    return Object.fromEntries(entries);
}
function isState(json) {
    if (json === null)
        return true;
    if (typeof json !== "object")
        return false;
    const { digest: known, settings } = json;
    return known !== undefined && typeof settings?.verifyJwt === "boolean";
}


/***/ }),

/***/ 45021:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AA: () => (/* binding */ readBundles),
/* harmony export */   My: () => (/* binding */ readUnread),
/* harmony export */   t8: () => (/* binding */ isKept)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);
/* harmony import */ var _change_in_parallel_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81529);
/* harmony import */ var _live_inspect_live_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7617);



/**
 * Reads the sources of functions that are known by their bundle. Other sources than those that it was built of are no
 * way back: a platform may give those of a bundle that is being built. What is known stays known.
 */
async function readUnread(api, some) {
    return await (0,_change_in_parallel_js__WEBPACK_IMPORTED_MODULE_2__/* .inParallel */ .H)(some, async (one) => {
        if (one.live?.unread !== true)
            return one;
        const { listed, state, eszip } = one.live;
        const kept = eszip === undefined ? {} : { eszip };
        const now = await (0,_live_inspect_live_js__WEBPACK_IMPORTED_MODULE_1__/* .readLive */ .p9)(api, listed);
        if (now.source === undefined)
            return { ...one, live: { ...now, state, ...kept } };
        if (now.state.digest === state.digest)
            return { ...one, live: { ...now, ...kept } };
        const unreadable = "other sources were given than those that its bundle was built of";
        return { ...one, live: { listed, source: undefined, unreadable, state, ...kept } };
    });
}
/** So many bundles are kept beside the sources; of more, only those that have no sources. */
const most = 40;
/**
 * Adds the bundles of what is live, before another one of the same function is built. `only`: of those whose sources
 * are not given back. One that cannot be read is left out.
 */
async function readBundles(api, some, only) {
    const all = only === undefined && some.length <= most;
    return await (0,_change_in_parallel_js__WEBPACK_IMPORTED_MODULE_2__/* .inParallel */ .H)(some, async (one) => {
        const { live } = one;
        if (live === undefined || (!all && (live.source !== undefined || live.unread === true)))
            return one;
        const eszip = await api.eszip(live.listed.slug).catch((error) => {
            if (error instanceof _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo)
                return undefined;
            throw error;
        });
        return eszip === undefined ? one : { ...one, live: { ...live, eszip } };
    });
}
/** Whether anything is there to put it back from. */
function isKept({ source, unread, eszip }) {
    return source !== undefined || unread === true || eszip !== undefined;
}


/***/ }),

/***/ 57299:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ functionsApi)
});

// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(65304);
// EXTERNAL MODULE: ./lib/kit/ports/json-api.js
var json_api = __webpack_require__(14232);
// EXTERNAL MODULE: ./lib/kit/providers/supabase/permission-for.js
var permission_for = __webpack_require__(15463);
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
var room_name = __webpack_require__(66857);
// EXTERNAL MODULE: ./lib/kit/ports/encoded.js
var encoded = __webpack_require__(84905);
// EXTERNAL MODULE: ./lib/kit/ports/json-object.js
var json_object = __webpack_require__(9169);
;// CONCATENATED MODULE: ./lib/kit/providers/supabase/functions-api.js







/** Bundling may take minutes on the server, and an activation what its bundles take; whatever reads has its answer. */
const building = { timeout: 180_000 };
/** The API for one project. */
function functionsApi(world, access) {
    const api = managementApi(world, access);
    const project = `/v1/projects/${access.supabase}`;
    return { ...reading(api, project), ...changing(api, `${project}/functions`) };
}
function reading(api, project) {
    const base = `${project}/functions`;
    const bodyOf = (slug) => `${base}/${(0,encoded/* encoded */.d)(slug)}/body`;
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
    const known = (slug) => `${base}/${(0,encoded/* encoded */.d)(slug)}`;
    return {
        restore: async (listed, eszip, isThere, again) => {
            const body = new Blob([new Uint8Array(eszip)]);
            const headers = { "content-type": "application/vnd.denoland.eszip" };
            const call = { ...building, query: settingsOf(listed), body, headers, again };
            if (isThere)
                await api("PATCH", known(listed.slug), { ...call, safe: true });
            else
                await api("POST", base, { ...call, query: { slug: listed.slug, ...call.query }, accept: [200, 201] });
        },
        bundle: async (slug, upload) => {
            const { json } = await api("POST", `${base}/deploy`, {
                ...building,
                query: { slug, bundleOnly: true },
                body: formOf(upload),
                accept: [200, 201],
            });
            return functionOf(json, `POST ${base}/deploy?slug=${slug}`);
        },
        activate: async (functions, again) => {
            const { json } = await api("PUT", base, { ...building, json: functions.map(updateOf), again });
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
        needs: permission_for/* permissionFor */.T,
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
/** The fields that are known, each with the type without which it says nothing. */
const known = {
    ...{ id: "string", slug: "string", name: "string", status: "string", version: "number" },
    ...{ created_at: "number", updated_at: "number", verify_jwt: "boolean", import_map: "boolean" },
    ...{ entrypoint_path: "string", import_map_path: "string", ezbr_sha256: "string" },
};
/** Takes the fields that are known. Null and an empty text are how some deployments say that there is none. */
function functionOf(json, what) {
    const fn = (0,json_object/* fieldsOf */.P)(json);
    const given = Object.entries(known).flatMap(([key, type]) => {
        const value = Object.hasOwn(fn, key) ? fn[key] : undefined;
        return typeof value === type && value !== "" ? [[key, value]] : [];
    });
    const read = Object.fromEntries(given);
    if (read["id"] === undefined || read["slug"] === undefined || !Number.isSafeInteger(read["version"]))
        throw strange(what, excerptOf(json));
    const whole = { name: read["slug"], status: "ACTIVE", ...read };
    return { ...whole, ...(0,room_name/* readRoomName */.B)(whole.name, whole.version) };
}
function excerptOf(json) {
    return (JSON.stringify(json) ?? "nothing").slice(0, 200);
}
function strange(what, got) {
    return new user_error/* UserError */.yo("PR306", `Supabase ${what} answered something that its API does not say: ${got}.`, "Check `supabase-api-url`; if it is right, see https://status.supabase.com and run again.");
}


/***/ }),

/***/ 66857:
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
