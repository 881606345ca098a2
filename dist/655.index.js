export const id = 655;
export const ids = [655];
export const modules = {

/***/ 84870:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ hide)
/* harmony export */ });
/* harmony import */ var _action_mask_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48003);

/**
 * A document for a place where no runner masks anything: no text in it holds a secret. Errors of this suite hold none;
 * a vendor's words that they quote might.
 */
function hide(document, secrets) {
    const masks = secrets.flatMap((secret) => (secret === undefined ? [] : (0,_action_mask_js__WEBPACK_IMPORTED_MODULE_0__/* .masksOf */ .J)(secret)));
    masks.sort((a, b) => b.length - a.length);
    const clean = (value) => {
        if (typeof value === "string")
            return masks.reduce((now, mask) => now.replaceAll(mask, "***"), value);
        if (Array.isArray(value))
            return value.map(clean);
        if (typeof value !== "object" || value === null)
            return value;
        return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner)]));
    };
    return clean(document);
}


/***/ }),

/***/ 83175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ boardInput),
/* harmony export */   v: () => (/* binding */ notifyInputs)
/* harmony export */ });
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36583);

/** Where people are told, shared by every action that knows something worth telling. */
const notifyInputs = {
    "notify-url": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .secret */ .rJ)({
        description: "Webhook that is told when a gate waits and how a release ended. Its failure only warns; its address is a secret.",
    })),
    "notify-format": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)(["auto", "slack", "json"], {
        description: "What the webhook takes: Slack's messages, or `prism-rollout/notification@1`. `auto` goes by its address.",
        default: "auto",
    }),
};
/** For phases after which a gate may wait: what `prepare` has found. */
const boardInput = {
    "dashboard-url": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .url */ .OZ)({
        description: "Where the queries are saved, from `prepare`; linked on the page and in the message of the gate that waits next.",
    })),
};


/***/ }),

/***/ 89873:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ notificationOf)
/* harmony export */ });
/* harmony import */ var _ports_encoded_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(84905);

function notificationOf(told, { runUrl }) {
    const { gate, queries, ...rest } = told;
    const environment = gate === undefined ? {} : { gate: environmentUrl(runUrl, gate) };
    const links = { run: runUrl, ...environment, ...(queries === undefined ? {} : { queries }) };
    return { schema: "prism-rollout/notification@1", ...rest, links };
}
/** GitHub's page of an environment. */
function environmentUrl(runUrl, name) {
    return `${runUrl.replace(/\/actions\/runs\/.*$/, "")}/deployments/${(0,_ports_encoded_js__WEBPACK_IMPORTED_MODULE_0__/* .encoded */ .d)(name)}`;
}


/***/ }),

/***/ 21183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gd: () => (/* binding */ quietly),
  tN: () => (/* binding */ send)
});

// UNUSED EXPORTS: webhookAddress

// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(65304);
// EXTERNAL MODULE: ./lib/kit/notify/hide.js
var hide = __webpack_require__(84870);
;// CONCATENATED MODULE: ./lib/kit/notify/slack.js
/** Slack takes 3,000 characters a section. */
const longest = 2800;
/** A message as Slack, and what speaks its language, takes it: a line, and blocks that say the rest. */
function slackMessage(told) {
    const { target, release, what, reason, next, checklist = [], links } = told;
    const text = escaped(`${target}: ${what}`);
    const gate = links.gate === undefined ? "" : ` · ${slack_link(links.gate, "gate")}`;
    const queries = links.queries === undefined ? "" : ` · ${slack_link(links.queries, "queries and logs")}`;
    const looks = checklist.length === 0 ? [] : ["Look yourself:", ...checklist.map((line) => `• ${escaped(line)}`)];
    const details = [`*${text}*`, escaped(reason), `Next: ${escaped(next)}`, ...looks].map(slack_short).join("\n");
    return {
        text,
        blocks: [
            { type: "section", text: { type: "mrkdwn", text: slack_short(details) } },
            {
                type: "context",
                elements: [
                    { type: "mrkdwn", text: `${slack_link(links.run, "run")}${gate}${queries} · ${escaped(release)}` },
                ],
            },
        ],
    };
}
/** Only these three mean something; with them nobody can be called (`<!channel>`) and no link be made. */
function escaped(text) {
    return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
function slack_link(url, label) {
    return `<${escaped(url).replaceAll("|", "%7C")}|${label}>`;
}
function slack_short(text) {
    return text.length <= longest ? text : `${text.slice(0, longest).replace(/&[a-z]*$/, "")}…`;
}

// EXTERNAL MODULE: ./lib/kit/ports/ending-after.js
var ending_after = __webpack_require__(3123);
;// CONCATENATED MODULE: ./lib/kit/notify/send.js




const patience = 5_000;
/**
 * Tells the webhook, once, within five seconds; a connection that failed is tried once more. Whatever comes of it, the
 * release goes on: a failure is a warning, without the address or a part of it.
 */
async function send({ notifyUrl, notifyFormat }, told, world, { secrets = [], deadline = patience, } = {}) {
    if (notifyUrl === undefined)
        return;
    const url = webhookAddress(notifyUrl);
    const problem = url === undefined
        ? "notify-url is not an address (https://…)"
        : await tell(url, bodyOf(url, notifyFormat, told, [...secrets, notifyUrl]), world, deadline);
    if (problem !== undefined)
        world.log.warn(`The webhook was not told of «${told.what}»: ${problem}.`);
}
function bodyOf(url, format, told, secrets) {
    const clean = (0,hide/* hide */.j)(told, secrets);
    // Discord and others take Slack's messages at an address that ends so.
    const looksLikeSlack = /(^|\.)slack(-gov)?\.com$/.test(url.hostname) || url.pathname.endsWith("/slack");
    const slack = format === "auto" ? looksLikeSlack : format === "slack";
    return { text: JSON.stringify(slack ? slackMessage(clean) : clean), slack };
}
/** Where a webhook is; undefined for what is no address that a message may go to. */
function webhookAddress(text) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const loopback = url?.protocol === "http:" && /^(127(\.\d+){3}|localhost|\[::1\])$/.test(url.hostname);
    return url?.protocol === "https:" || loopback ? url : undefined;
}
/** What went wrong, without anything of the address; undefined when it was taken. */
async function tell(url, body, world, deadline) {
    const signal = (0,ending_after/* endingAfter */.I)(deadline, world.signal);
    for (let attempt = 1;; attempt += 1) {
        try {
            const response = await world.http(url, {
                method: "POST",
                headers: { "content-type": "application/json; charset=utf-8" },
                body: body.text,
                redirect: "manual",
                signal,
            });
            return judge(response.status, await response.text(), body, url);
        }
        catch (error) {
            if (world.signal.aborted)
                return "the job was asked to stop";
            if (signal.aborted)
                return `it did not answer within ${deadline / 1000} s`;
            if (attempt === 2)
                return `it could not be reached (${codeOf(error)})`;
        }
    }
}
function judge(status, said, { slack }, url) {
    if (status >= 300 && status < 400)
        return `it answered ${status}, and no redirect is followed`;
    const short = said.trim();
    const isWord = /^[a-z_]{2,40}$/.test(short) && !url.href.includes(short);
    const word = isWord ? ` (${short})` : "";
    if (status < 200 || status >= 300)
        return `it answered ${status}${word}`;
    if (/^\s*</.test(said))
        return `it answered ${status} with a page: that is no webhook`;
    return slack && !["ok", ""].includes(said.trim())
        ? `it answered ${status}, but did not take it${word}`
        : undefined;
}
/** Only the kind of an error: its text names host and address. */
function codeOf(error) {
    const { cause } = error;
    return typeof cause?.code === "string" ? cause.code : "no connection";
}
/** For whoever composes a message: what is done is not undone because nobody could be told, not even by a bug. */
async function quietly(world, work) {
    try {
        await work();
    }
    catch (error) {
        world.log.warn(`Nobody could be told: ${(0,user_error/* describe */.q0)(error)}`);
    }
}


/***/ }),

/***/ 19036:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ repositoryOf),
/* harmony export */   a: () => (/* binding */ inspectWanted)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _action_held_in_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(39678);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65304);
/* harmony import */ var _imports_beyond_imports_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35520);
/* harmony import */ var _imports_import_map_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(62950);
/* harmony import */ var _imports_module_graph_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(37573);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(17161);
/* harmony import */ var _imports_static_files_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(940);
/* harmony import */ var _verify_jwt_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(73581);
/* harmony import */ var _imports_is_file_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(80387);











/**
 * Reads every declared function with all that it imports.
 * @throws {UserError} PR102 for a name or setting, PR424 for files that are missing or outside.
 */
async function inspectWanted(inputs, world) {
    refuseNames(inputs);
    return await Promise.all(inputs.functions.map((slug) => wanted(slug, inputs, world)));
}
async function wanted(slug, inputs, world) {
    const bounds = { slug, root: repositoryOf(world) };
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(world.root, inputs.functionsDirectory, slug);
    const entrypoint = await entrypointIn(folder, slug, world.root);
    const map = await importMapOf(folder, inputs, world.root);
    const read = map === undefined ? [] : await readMap(map, bounds);
    const imports = read.findLast((one) => one.map !== undefined)?.map;
    const statics = await staticFiles(slug, inputs, world.root);
    const apart = await Promise.all(statics.map((path) => (0,_imports_module_graph_js__WEBPACK_IMPORTED_MODULE_5__/* .fileWithin */ .GK)(path, bounds)));
    const graph = await (0,_imports_module_graph_js__WEBPACK_IMPORTED_MODULE_5__/* .moduleGraph */ .bk)(entrypoint, { map: imports, statics }, bounds);
    const files = [...read.map(({ file }) => file), ...apart.filter((one) => one !== undefined), ...graph];
    const short = (path) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, path).replaceAll("\\", "/");
    const unique = new Map(files.map(({ path, content }) => [short(path), { path: short(path), content }]));
    const source = {
        files: [...unique.values()],
        entrypoint: short(entrypoint),
        importMap: map === undefined ? null : short(map),
        statics: statics.map(short),
    };
    const beyond = await (0,_imports_beyond_imports_js__WEBPACK_IMPORTED_MODULE_3__/* .beyondImports */ .Y)(files, statics, bounds.root);
    return { slug, source, state: (0,_source_js__WEBPACK_IMPORTED_MODULE_6__/* .stateOf */ .L4)(source, (0,_verify_jwt_js__WEBPACK_IMPORTED_MODULE_8__/* .verifyJwtOf */ .m)(inputs.verifyJwt, slug)), beyond };
}
function refuseNames({ functions, verifyJwt, staticFiles: statics }) {
    const twice = functions.filter((slug, index) => functions.indexOf(slug) !== index);
    const declared = [
        ...(typeof verifyJwt === "object" ? Object.keys(verifyJwt) : []),
        ...Object.keys(statics),
    ];
    const unknown = declared.filter((slug) => !functions.includes(slug));
    const issues = [
        ...twice.map((slug) => `${slug} is listed twice`),
        ...unknown.map((slug) => `${slug} has settings, but is not listed under functions`),
        ...(functions.length === 0 ? ["no function is listed"] : []),
    ];
    if (issues.length === 0)
        return;
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("PR102", `deploy-functions: ${issues.join("; ")}.`, "Correct the names in rollout.yml.");
}
const entrypoints = ["index.ts", "index.js", "index.tsx", "index.jsx", "index.mjs"];
async function entrypointIn(folder, slug, root) {
    for (const name of entrypoints) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name);
        if (await (0,_imports_is_file_js__WEBPACK_IMPORTED_MODULE_9__/* .isFile */ .f)(path))
            return path;
    }
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("PR424", `Function ${slug}: there is no ${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, "index.ts"))}.`, "Correct the name under `functions` or `functions-directory`, or commit the file.");
}
async function importMapOf(folder, inputs, root) {
    if (inputs.importMap !== undefined)
        return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, inputs.importMap);
    const shared = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, inputs.functionsDirectory, "import_map.json");
    for (const path of [(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, "deno.json"), (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, "deno.jsonc"), shared]) {
        if (await (0,_imports_is_file_js__WEBPACK_IMPORTED_MODULE_9__/* .isFile */ .f)(path))
            return path;
    }
    return undefined;
}
/** The map itself and, where it says so, the file that it takes its imports from. */
async function readMap(path, bounds) {
    const file = await (0,_imports_module_graph_js__WEBPACK_IMPORTED_MODULE_5__/* .fileWithin */ .GK)(path, bounds);
    if (file === undefined)
        return [];
    const map = parsed(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, "utf8"), path, bounds);
    if (map.elsewhere === undefined)
        return [{ file, map }];
    const other = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path, "..", map.elsewhere);
    const otherFile = await (0,_imports_module_graph_js__WEBPACK_IMPORTED_MODULE_5__/* .fileWithin */ .GK)(other, bounds);
    if (otherFile === undefined)
        return [{ file, map }];
    return [
        { file, map },
        { file: otherFile, map: parsed(new TextDecoder().decode(otherFile.content), other, bounds) },
    ];
}
function parsed(text, path, { slug, root }) {
    try {
        return (0,_imports_import_map_js__WEBPACK_IMPORTED_MODULE_4__/* .parseImportMap */ .b)(text, path);
    }
    catch (error) {
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("PR424", `Function ${slug}: ${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, path)} is no import map: ${(0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .describe */ .q0)(error)}.`, "Mend the JSON; comments and trailing commas are allowed.", { cause: error });
    }
}
async function staticFiles(slug, inputs, root) {
    const patterns = (0,_action_held_in_js__WEBPACK_IMPORTED_MODULE_10__/* .heldIn */ .$)(inputs.staticFiles, slug) ?? [];
    const found = await Promise.all(patterns.map((pattern) => (0,_imports_static_files_js__WEBPACK_IMPORTED_MODULE_7__/* .matchFiles */ .x)(root, pattern)));
    const none = patterns.find((_, index) => found[index]?.length === 0);
    if (none !== undefined) {
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("PR424", `Function ${slug}: no file is named by static-files ${none}.`, "Patterns start at the working directory.");
    }
    return found.flat().map((path) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, path));
}
/** The checkout where it holds the stack (monorepos share code across folders), else the stack itself. */
function repositoryOf({ root, env }) {
    const workspace = env["GITHUB_WORKSPACE"];
    if (workspace === undefined || workspace === "")
        return root;
    const inside = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(workspace, root);
    return inside === "" || !inside.startsWith("..") ? (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(workspace) : root;
}


/***/ }),

/***/ 17161:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L4: () => (/* binding */ stateOf),
/* harmony export */   Mf: () => (/* binding */ relativeTo),
/* harmony export */   c9: () => (/* binding */ sourceDigest),
/* harmony export */   se: () => (/* binding */ withPlainLines),
/* harmony export */   yY: () => (/* binding */ sameState)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _release_canonical_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41820);


/**
 * SHA-256 over path and content of every file. How a checkout ends its lines (git's `autocrlf`) is none of the content.
 * Paths start at the entrypoint's folder: that is the only place
 * which a checkout, the platform's copy and a rebased copy of it have in common.
 */
function sourceDigest(files) {
    const lines = files.map(({ path, content }) => [path, (0,_release_canonical_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .sc)(withPlainLines(content))]);
    return (0,_release_canonical_js__WEBPACK_IMPORTED_MODULE_1__/* .digest */ .br)(lines.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
/** A text with LF for CRLF; what git takes for no text (a NUL in the first 8,000 bytes) as it is. */
function withPlainLines(content) {
    const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
    if (!bytes.includes("\r\n") || bytes.subarray(0, 8000).includes(0))
        return content;
    return Buffer.from(bytes.toString("latin1").replaceAll("\r\n", "\n"), "latin1");
}
function stateOf(source, verifyJwt) {
    const { entrypoint, importMap } = source;
    return { digest: sourceDigest(source.files), settings: { verifyJwt, entrypoint, importMap } };
}
/** Same code, same settings. Where a digest is not known the bundle tells; where that is not either, nothing is the same. */
function sameState(a, b) {
    if (a === null || b === null)
        return a === b;
    const isKnown = a.digest !== null && b.digest !== null;
    const sameCode = isKnown ? a.digest === b.digest : a.bundle !== undefined && a.bundle === b.bundle;
    return sameCode && (0,_release_canonical_js__WEBPACK_IMPORTED_MODULE_1__/* .digest */ .br)(a.settings) === (0,_release_canonical_js__WEBPACK_IMPORTED_MODULE_1__/* .digest */ .br)(b.settings);
}
/** A function's files relative to the folder of its entrypoint, given paths that share one root. */
function relativeTo(entrypoint, path) {
    return node_path__WEBPACK_IMPORTED_MODULE_0__.posix.relative(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(rooted(entrypoint)), rooted(path));
}
function rooted(path) {
    return node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve("/", path);
}


/***/ }),

/***/ 35520:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ beyondImports),
/* harmony export */   h: () => (/* binding */ sayBeyond)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _import_map_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62950);
/* harmony import */ var _meant_files_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29207);
/* harmony import */ var _unnamed_imports_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91013);
/* harmony import */ var _is_file_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(80387);





/**
 * What the files of a function import or read without naming it by an import, and what is therefore neither sent nor
 * part of the digest: all that `static-files` does not name, either.
 */
async function beyondImports(files, statics, root) {
    const all = await Promise.all(files.filter(({ path }) => (0,_meant_files_js__WEBPACK_IMPORTED_MODULE_2__/* .isCode */ ._m)(path)).map((file) => beyond(file, files, statics, root)));
    return all.flat();
}
async function beyond({ path, content }, files, statics, root) {
    const found = [];
    for (const one of (0,_unnamed_imports_js__WEBPACK_IMPORTED_MODULE_3__/* .unnamedImports */ .p)(new TextDecoder().decode(content))) {
        const where = `${(0,node_path__WEBPACK_IMPORTED_MODULE_0__.relative)(root, path)}:${one.line}`;
        if (one.kind === "import") {
            const isNamed = statics.some((file) => (0,_meant_files_js__WEBPACK_IMPORTED_MODULE_2__/* .mayMean */ .tL)(file, path, one.starts));
            if (!isNamed)
                found.push({ where, what: imports(one.starts) });
            continue;
        }
        const file = (0,_import_map_js__WEBPACK_IMPORTED_MODULE_1__/* .resolveImport */ .U)(one.names.startsWith(".") ? one.names : `./${one.names}`, path, undefined);
        const isLeftOut = file !== undefined && files.every((known) => known.path !== file) && (await (0,_is_file_js__WEBPACK_IMPORTED_MODULE_4__/* .isFile */ .f)(file));
        if (isLeftOut)
            found.push({ where, what: `reads ${one.names} by its address` });
    }
    return found;
}
/** Deno takes in what lies below a folder that a name begins with; all others it leaves out. */
function imports(starts) {
    return starts !== undefined && /^\.{1,2}\/(.*\/)?$/.test(starts)
        ? `imports what its text does not name, below ${starts}`
        : "imports what its text does not name, which Deno does not follow either";
}
/** For people: the same place in several functions is told once. */
function sayBeyond(wanted) {
    const slugs = new Map();
    for (const { slug, beyond: some } of wanted)
        for (const { where, what } of some) {
            const key = `${where} of %: it ${what}`;
            slugs.set(key, [...(slugs.get(key) ?? []), slug]);
        }
    return [...slugs].map(([said, names]) => `${said.replace("%", names.join(", "))}. Such a file is sent, and is part of the digest, only where \`static-files\` names it`);
}


/***/ }),

/***/ 62950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ resolveImport),
/* harmony export */   b: () => (/* binding */ parseImportMap)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73136);


/** Reads JSON with comments and trailing commas. @throws {SyntaxError} when it is not that. */
function parseImportMap(text, at) {
    const json = JSON.parse(withoutComments(text));
    const elsewhere = typeof json.importMap === "string" ? { elsewhere: json.importMap } : {};
    return { at, imports: json.imports ?? {}, scopes: json.scopes ?? {}, ...elsewhere };
}
/**
 * The path of the local file that a specifier names in the module at `from`, or undefined for one that is
 * fetched (npm, jsr, https, node) or unknown. Paths are absolute, with `/`.
 */
function resolveImport(specifier, from, map) {
    const mapped = map && mapSpecifier(specifier, from, map);
    if (mapped !== undefined && map)
        return local(mapped, map.at);
    return local(specifier, from);
}
/** As addresses are resolved: what follows `?` or `#` is none of the path, and `%20` is a space. */
function local(specifier, from) {
    if (!/^\.{0,2}\/(?!\/)/.test(specifier))
        return undefined;
    try {
        const path = (0,node_url__WEBPACK_IMPORTED_MODULE_1__.fileURLToPath)(new URL(specifier, (0,node_url__WEBPACK_IMPORTED_MODULE_1__.pathToFileURL)(from)), { windows: false });
        return path.length > 1 ? path.replace(/\/$/, "") : path;
    }
    catch {
        return undefined;
    }
}
function mapSpecifier(specifier, from, map) {
    const scopes = Object.entries(map.scopes)
        .filter(([scope]) => within(from, node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(map.at), scope), scope))
        .sort(([a], [b]) => b.length - a.length)
        .map(([, imports]) => imports);
    for (const imports of [...scopes, map.imports]) {
        const found = longest(specifier, from, map, imports);
        if (found !== undefined)
            return found;
    }
    return undefined;
}
function within(from, scope, written) {
    return from === scope || (written.endsWith("/") && from.startsWith(`${scope}/`));
}
/** The exact key, else the longest key that ends with `/` and begins the specifier. */
function longest(specifier, from, map, imports) {
    const path = local(specifier, from);
    const forms = Object.entries(imports).map(([key, target]) => {
        const slash = key.endsWith("/") ? "/" : "";
        const keyPath = local(key, map.at);
        return path !== undefined && keyPath !== undefined
            ? { key: keyPath === "/" ? "/" : keyPath + slash, target, asked: path }
            : { key, target, asked: specifier };
    });
    const found = forms
        .filter(({ key, asked }) => asked === key || (key.endsWith("/") && asked.startsWith(key)))
        .sort((a, b) => b.key.length - a.key.length)[0];
    return found && found.target + found.asked.slice(found.key.length);
}
function withoutComments(text) {
    const kept = text.replace(/("(?:\\.|[^"\\])*")|\/\/[^\n]*|\/\*[\s\S]*?\*\//g, "$1");
    return kept.replace(/("(?:\\.|[^"\\])*")|,(?=\s*[}\]])/g, "$1");
}


/***/ }),

/***/ 80387:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ isFile)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);

/** Whether there is a file at that path; what cannot be looked at is none. */
async function isFile(path) {
    return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path).then((found) => found.isFile(), () => false);
}


/***/ }),

/***/ 29207:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pn: () => (/* binding */ meantBy),
/* harmony export */   _m: () => (/* binding */ isCode),
/* harmony export */   tL: () => (/* binding */ mayMean)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _unnamed_imports_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91013);


/** The code among static files that a source may mean by an import which names none of it: it is imported like any other. */
function meantBy(source, from, statics) {
    const code = statics.filter(isCode);
    if (code.length === 0)
        return [];
    const all = (0,_unnamed_imports_js__WEBPACK_IMPORTED_MODULE_1__/* .unnamedImports */ .p)(source).flatMap((one) => (one.kind === "import" ? [one.starts] : []));
    return code.filter((path) => all.some((starts) => mayMean(path, from, starts)));
}
/** Whether an import in `from` may mean a file, given what the name begins with. */
function mayMean(path, from, starts) {
    if (starts?.startsWith("."))
        return path.startsWith(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(from), starts));
    return isCode(path) || path.endsWith(".json");
}
function isCode(path) {
    return /\.[cm]?[jt]sx?$/i.test(path);
}


/***/ }),

/***/ 37573:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GK: () => (/* binding */ fileWithin),
/* harmony export */   bk: () => (/* binding */ moduleGraph),
/* harmony export */   cQ: () => (/* binding */ graphOf)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65304);
/* harmony import */ var _import_map_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62950);
/* harmony import */ var _meant_files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29207);
/* harmony import */ var _scan_imports_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(69034);






/**
 * Every local file that an entrypoint reaches by imports, itself first, each once. A module that only gives
 * types and is not there is left out: nothing of it runs.
 * @throws {UserError} PR424 for a missing file and for one outside of `bounds.root`, naming who imports it.
 */
async function moduleGraph(entrypoint, leads, bounds) {
    return await graphOf(entrypoint, leads, (wanted) => readWithin(wanted, bounds));
}
/** One file by itself. @throws {UserError} PR424 as above. */
async function fileWithin(path, bounds) {
    const content = await readWithin({ path, from: undefined, optional: false }, bounds);
    return content && { path, content };
}
/** The same from wherever `read` has the files; what it gives nothing for is left out. */
async function graphOf(entrypoint, { map, statics }, read) {
    const files = new Map();
    const open = [{ path: entrypoint, from: undefined, optional: false }];
    // Last: what is imported by its name besides must be there.
    const meant = [];
    for (let next = open.shift(); next !== undefined; next = open.shift() ?? meant.shift()) {
        if (files.has(next.path))
            continue;
        const content = await read(next);
        if (content === undefined)
            continue;
        const { path } = next;
        files.set(path, { path, content });
        if (!(0,_meant_files_js__WEBPACK_IMPORTED_MODULE_4__/* .isCode */ ._m)(path))
            continue;
        const source = new TextDecoder().decode(content);
        const isMeant = next.isMeant === true;
        for (const { specifier, optional } of (0,_scan_imports_js__WEBPACK_IMPORTED_MODULE_5__/* .scanImports */ .mx)(source)) {
            const found = (0,_import_map_js__WEBPACK_IMPORTED_MODULE_3__/* .resolveImport */ .U)(specifier, path, map);
            if (found !== undefined)
                open.push({ path: found, from: path, optional: optional || isMeant, isMeant });
        }
        for (const found of (0,_meant_files_js__WEBPACK_IMPORTED_MODULE_4__/* .meantBy */ .Pn)(source, path, statics))
            meant.push({ path: found, from: path, optional: true, isMeant: true });
    }
    return [...files.values()];
}
/** Links are followed before the bounds are checked, so that no link leads out. */
async function readWithin(wanted, bounds) {
    const real = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(wanted.path).catch(() => undefined);
    const root = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(bounds.root);
    if (!inside(wanted.path, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(bounds.root)) || (real !== undefined && !inside(real, root))) {
        throw refused(wanted, bounds, "is outside of the repository", "Move the file into the repository.");
    }
    const content = real === undefined ? undefined : await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(real).catch(() => undefined);
    if (content !== undefined || wanted.optional)
        return content;
    throw refused(wanted, bounds, "cannot be read", "Commit the file, or correct the import.");
}
function refused({ path, from }, { slug, root }, what, fix) {
    const who = from === undefined ? "" : `, imported by ${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, from)},`;
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("PR424", `Function ${slug}: ${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, path)}${who} ${what}.`, fix);
}
function inside(path, folder) {
    return path === folder || path.startsWith(folder.endsWith(node_path__WEBPACK_IMPORTED_MODULE_1__.sep) ? folder : folder + node_path__WEBPACK_IMPORTED_MODULE_1__.sep);
}


/***/ }),

/***/ 69034:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _3: () => (/* binding */ argumentsAt),
/* harmony export */   c$: () => (/* binding */ isLiteral),
/* harmony export */   mx: () => (/* binding */ scanImports)
/* harmony export */ });
/* harmony import */ var _tokens_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11662);

/**
 * Every module that TypeScript or JavaScript source names with a literal: `import … from`, `export … from`,
 * `import "…"`, `import("…")` and `require("…")`, in the order in which they stand. Never throws.
 */
function scanImports(source) {
    const all = (0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .tokens */ .LU)(source);
    const found = [];
    for (const [index, token] of all.entries()) {
        if (token.kind !== "word" || (0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .isSign */ .A7)(all[index - 1], "."))
            continue;
        const one = namedAt(all, index);
        if (one)
            found.push(one);
    }
    return found;
}
function namedAt(all, at) {
    switch (all[at]?.value) {
        case "import":
            return imported(all, at + 1);
        case "export":
            return exported(all, at + 1);
        case "require":
            return required(all, at);
        default:
            return undefined;
    }
}
/**
 * Where the arguments of a dynamic import begin, given what follows the word `import`: of `import(`, `import.defer(` and
 * `import.source(`.
 */
function argumentsAt(all, at) {
    if ((0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .isSign */ .A7)(all[at], "("))
        return at + 1;
    const isPhase = (0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .isWord */ .Jg)(all[at + 1], "defer") || (0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .isWord */ .Jg)(all[at + 1], "source");
    return (0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .isSign */ .A7)(all[at], ".") && isPhase && (0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .isSign */ .A7)(all[at + 2], "(") ? at + 3 : undefined;
}
/** Whether an argument is a text and nothing else. */
function isLiteral(all, at) {
    return all[at]?.kind === "text" && ((0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .isSign */ .A7)(all[at + 1], ")") || (0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .isSign */ .A7)(all[at + 1], ","));
}
/** What follows the word `import`. */
function imported(all, at) {
    const next = all[at];
    if (next?.kind === "text")
        return { specifier: next.value, optional: false };
    const inner = argumentsAt(all, at);
    if (inner !== undefined) {
        const specifier = all[inner]?.value ?? "";
        return isLiteral(all, inner) ? { specifier, optional: isType(all, at, inner) } : undefined;
    }
    // `import type from "x"` and `import type, { y } from "x"` import a default that is called «type».
    const after = all[at + 1];
    const optional = (0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .isWord */ .Jg)(next, "type") && !(0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .isSign */ .A7)(after, ",") && !((0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .isWord */ .Jg)(after, "from") && all[at + 2]?.kind === "text");
    return fromClause(all, at, optional);
}
/** `typeof import("…")` and `import("…").Name` stand for types; of a promise nothing but its methods is asked for. */
function isType(all, at, inner) {
    if ((0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .isWord */ .Jg)(all[at - 2], "typeof"))
        return true;
    const name = all[inner + 3];
    const isAsked = (0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .isSign */ .A7)(all[inner + 1], ")") && (0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .isSign */ .A7)(all[inner + 2], ".") && name?.kind === "word";
    return isAsked && !["then", "catch", "finally"].includes(name.value);
}
/** `import a = require("…")` demands it; a call may be of any function that has the name. */
function required(all, at) {
    if (!(0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .isSign */ .A7)(all[at + 1], "(") || !isLiteral(all, at + 2))
        return undefined;
    const isImport = (0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .isSign */ .A7)(all[at - 1], "=") && (0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .isWord */ .Jg)(all[at - 3], "import");
    return { specifier: all[at + 2]?.value ?? "", optional: !isImport };
}
/** What follows the word `export`: only `*` and `{…}` can come from elsewhere. */
function exported(all, at) {
    const optional = (0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .isWord */ .Jg)(all[at], "type");
    const start = optional ? at + 1 : at;
    return (0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .isSign */ .A7)(all[start], "*") || (0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .isSign */ .A7)(all[start], "{") ? fromClause(all, start, optional) : undefined;
}
/** Walks the names of a clause up to `from "…"`; anything that no clause holds ends the walk. */
function fromClause(all, start, optional) {
    let depth = 0;
    for (let at = start; at < all.length; at += 1) {
        const token = all[at];
        const next = all[at + 1];
        if (depth === 0 && (0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .isWord */ .Jg)(token, "from") && next?.kind === "text") {
            return { specifier: next.value, optional };
        }
        if ((0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .isSign */ .A7)(token, "{"))
            depth += 1;
        else if ((0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .isSign */ .A7)(token, "}")) {
            depth -= 1;
            if (depth === 0 && !(0,_tokens_js__WEBPACK_IMPORTED_MODULE_0__/* .isWord */ .Jg)(next, "from"))
                return undefined;
        }
        else if (token?.kind === "sign" && token.value !== "," && token.value !== "*")
            return undefined;
        else if (token?.kind === "text" && depth === 0)
            return undefined;
    }
    return undefined;
}


/***/ }),

/***/ 940:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ patternFits),
/* harmony export */   x: () => (/* binding */ matchFiles)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


/**
 * The files below `root` that a pattern names, as paths relative to `root` with `/`, sorted. `*` and `?` stay
 * within a folder, `**` does not.
 */
async function matchFiles(root, pattern) {
    const clean = pattern.replace(/^\.\//, "");
    const fixed = clean.split("/").slice(0, clean.split("/").findIndex((part) => /[*?]/.test(part)));
    const start = /[*?]/.test(clean) ? fixed.join("/") : clean.split("/").slice(0, -1).join("/");
    const entries = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, start), { withFileTypes: true, recursive: true }).catch(() => []);
    return entries
        .filter((entry) => entry.isFile())
        .map((entry) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll("\\", "/"))
        .filter((path) => patternFits(clean, path))
        .sort();
}
/** Whether a pattern names this path, both relative to the same folder. */
function patternFits(pattern, path) {
    const once = pattern.replace(/(?:\*\*\/){2,}/g, "**/").replace(/\*{3,}/g, "**");
    return new RegExp(`^${sourceOf(once)}$`).test(path);
}
function sourceOf(pattern) {
    return pattern.replace(/\*\*\/|\*\*|\*|\?|[.+^${}()|[\]\\]/g, (sign) => {
        if (sign === "**/")
            return "(?:.*/)?";
        if (sign === "**")
            return ".*";
        if (sign === "*")
            return "[^/]*";
        return sign === "?" ? "[^/]" : `\\${sign}`;
    });
}


/***/ }),

/***/ 11662:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A7: () => (/* binding */ isSign),
/* harmony export */   Jg: () => (/* binding */ isWord),
/* harmony export */   LU: () => (/* binding */ tokens)
/* harmony export */ });
/**
 * Splits TypeScript or JavaScript into tokens. Comments and regular expressions are left out, as are numbers;
 * the code inside of `${…}` is not. Never throws: text that is no program gives fewer tokens.
 */
function tokens(source) {
    const found = [];
    // For each open `${` the depth of braces inside of it.
    const templates = [];
    const lexemes = { word: /[\p{ID_Start}$_#@][\p{ID_Continue}$\u200c\u200d]*/uy, number: /\d[\w.]*/y };
    let at = 0;
    while (at < source.length) {
        const letter = source[at] ?? "";
        const two = source.slice(at, at + 2);
        if (two === "//")
            at = endOf(source, "\n", at);
        else if (two === "/*")
            at = endOf(source, "*/", at + 2);
        else if (letter === "'" || letter === '"')
            at = text(source, at, letter, found);
        else if (letter === "`")
            at = template(source, at + 1, found, templates);
        else if (letter === "}" && templates.at(-1) === 0) {
            templates.pop();
            at = template(source, at + 1, found, templates);
        }
        else if (letter === "/" && regexMayStart(found.at(-1)))
            at = regex(source, at, found);
        else
            at = other(source, at, found, templates, lexemes);
    }
    return found;
}
function other(source, at, found, templates, { word, number }) {
    word.lastIndex = at;
    const name = word.exec(source)?.[0];
    if (name !== undefined) {
        found.push({ kind: "word", value: name, at });
        return at + name.length;
    }
    number.lastIndex = at;
    const digits = number.exec(source)?.[0];
    if (digits !== undefined) {
        found.push({ kind: "text", value: digits, at });
        return at + digits.length;
    }
    const letter = source[at] ?? "";
    if (/\S/.test(letter))
        found.push({ kind: "sign", value: letter, at });
    const depth = templates.at(-1);
    if (depth !== undefined && letter === "{")
        templates[templates.length - 1] = depth + 1;
    if (depth !== undefined && letter === "}")
        templates[templates.length - 1] = depth - 1;
    return at + 1;
}
/** A quoted text ends with its line at the latest: so an apostrophe in JSX costs one line, not the file. */
function text(source, start, quote, found) {
    let at = start + 1;
    while (at < source.length && source[at] !== quote && source[at] !== "\n")
        at += source[at] === "\\" ? 2 : 1;
    if (source[at] === quote)
        found.push({ kind: "text", value: unescape(source.slice(start + 1, at)), at: start });
    return at + 1;
}
/** From inside of a template to its end or to its next `${`. One without `${` is a text. */
function template(source, start, found, templates) {
    let at = start;
    while (at < source.length && source[at] !== "`" && source.slice(at, at + 2) !== "${") {
        at += source[at] === "\\" ? 2 : 1;
    }
    const whole = source[start - 1] === "`" && source[at] === "`";
    found.push(whole
        ? { kind: "text", value: unescape(source.slice(start, at)), at: start - 1 }
        : { kind: "sign", value: "`", at: start - 1 });
    if (source[at] !== "$")
        return at + 1;
    templates.push(0);
    return at + 2;
}
const beforeRegex = new Set("return typeof instanceof in of new delete void throw case do else yield await default".split(" "));
function regexMayStart(previous) {
    if (previous === undefined)
        return true;
    if (previous.kind === "word")
        return beforeRegex.has(previous.value);
    return previous.kind === "sign" && !")]`".includes(previous.value);
}
/** Past a regular expression; a lone slash is a sign. */
function regex(source, start, found) {
    let inClass = false;
    for (let at = start + 1; at < source.length && source[at] !== "\n"; at += 1) {
        const letter = source[at];
        if (letter === "\\")
            at += 1;
        else if (letter === "[")
            inClass = true;
        else if (letter === "]")
            inClass = false;
        else if (letter === "/" && !inClass) {
            found.push({ kind: "text", value: "", at: start });
            return at + 1;
        }
    }
    found.push({ kind: "sign", value: "/", at: start });
    return start + 1;
}
function endOf(source, mark, from) {
    const at = source.indexOf(mark, from);
    return at === -1 ? source.length : at + mark.length;
}
function unescape(raw) {
    return raw.replace(/\\(u\{([\da-f]+)\}|u([\da-f]{4})|x([\da-f]{2})|\r?\n|[\s\S])/gi, (_, what, ...hex) => {
        const code = hex.slice(0, 3).find((digits) => digits !== undefined);
        if (code !== undefined)
            return String.fromCodePoint(Math.min(parseInt(code, 16), 0x10ffff));
        return what.endsWith("\n") ? "" : (plain[what] ?? what);
    });
}
const plain = {
    n: "\n",
    t: "\t",
    r: "\r",
    b: "\b",
    f: "\f",
    v: "\v",
    "0": "\0",
};
function isWord(token, value) {
    return token?.kind === "word" && token.value === value;
}
function isSign(token, value) {
    return token?.kind === "sign" && token.value === value;
}


/***/ }),

/***/ 91013:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ unnamedImports)
/* harmony export */ });
/* harmony import */ var _scan_imports_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(69034);
/* harmony import */ var _tokens_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11662);


/** All of a source; what begins like an address of the network is none of the repository's. Never throws. */
function unnamedImports(source) {
    if (!/\bimport\b/.test(source))
        return [];
    const all = (0,_tokens_js__WEBPACK_IMPORTED_MODULE_1__/* .tokens */ .LU)(source);
    return all.flatMap((token, at) => {
        const found = (0,_tokens_js__WEBPACK_IMPORTED_MODULE_1__/* .isSign */ .A7)(all[at - 1], ".") ? undefined : (dynamicAt(all, at, source) ?? addressAt(all, at));
        if (found === undefined)
            return [];
        return [{ ...found, line: source.slice(0, token.at).split("\n").length }];
    });
}
function dynamicAt(all, at, source) {
    const inner = (0,_tokens_js__WEBPACK_IMPORTED_MODULE_1__/* .isWord */ .Jg)(all[at], "import") ? (0,_scan_imports_js__WEBPACK_IMPORTED_MODULE_0__/* .argumentsAt */ ._3)(all, at + 1) : undefined;
    if (inner === undefined || all[inner] === undefined || (0,_tokens_js__WEBPACK_IMPORTED_MODULE_1__/* .isSign */ .A7)(all[inner], ")"))
        return undefined;
    if ((0,_scan_imports_js__WEBPACK_IMPORTED_MODULE_0__/* .isLiteral */ .c$)(all, inner) || isMethod(all, at, inner))
        return undefined;
    const starts = startOf(all, inner, source);
    return starts !== undefined && isRemote(starts) ? undefined : { kind: "import", starts };
}
/** The fixed beginning of a template with `${…}`, or of texts that are put together. */
function startOf(all, at, source) {
    const first = all[at];
    if (first?.kind === "text")
        return (0,_tokens_js__WEBPACK_IMPORTED_MODULE_1__/* .isSign */ .A7)(all[at + 1], "+") ? first.value : undefined;
    if (first === undefined || !(0,_tokens_js__WEBPACK_IMPORTED_MODULE_1__/* .isSign */ .A7)(first, "`"))
        return undefined;
    const start = /^[^\\`]*?(?=\$\{)/.exec(source.slice(first.at + 1))?.[0];
    return start === "" ? undefined : start;
}
/** `{ import(name) {…} }` declares a method. */
function isMethod(all, at, inner) {
    let depth = 1;
    let end = inner;
    for (; end < all.length && depth > 0; end += 1) {
        if ((0,_tokens_js__WEBPACK_IMPORTED_MODULE_1__/* .isSign */ .A7)(all[end], "("))
            depth += 1;
        else if ((0,_tokens_js__WEBPACK_IMPORTED_MODULE_1__/* .isSign */ .A7)(all[end], ")"))
            depth -= 1;
    }
    if ((0,_tokens_js__WEBPACK_IMPORTED_MODULE_1__/* .isSign */ .A7)(all[end], "{"))
        return true;
    const before = all[at - 1];
    const isMember = before?.kind === "sign" ? "{};,*".includes(before.value) : modifiers.has(before?.value ?? "");
    return isMember && (0,_tokens_js__WEBPACK_IMPORTED_MODULE_1__/* .isSign */ .A7)(all[end], ":");
}
const modifiers = new Set("async static public private protected override abstract get set".split(" "));
function addressAt(all, at) {
    const isUrl = (0,_tokens_js__WEBPACK_IMPORTED_MODULE_1__/* .isWord */ .Jg)(all[at], "new") && (0,_tokens_js__WEBPACK_IMPORTED_MODULE_1__/* .isWord */ .Jg)(all[at + 1], "URL") && (0,_tokens_js__WEBPACK_IMPORTED_MODULE_1__/* .isSign */ .A7)(all[at + 2], "(");
    const ofUrl = isUrl && (0,_tokens_js__WEBPACK_IMPORTED_MODULE_1__/* .isSign */ .A7)(all[at + 4], ",") && isMeta(all, at + 5, "url") ? all[at + 3] : undefined;
    const isResolve = isMeta(all, at, "resolve") && (0,_tokens_js__WEBPACK_IMPORTED_MODULE_1__/* .isSign */ .A7)(all[at + 5], "(") && (0,_scan_imports_js__WEBPACK_IMPORTED_MODULE_0__/* .isLiteral */ .c$)(all, at + 6);
    const name = isResolve ? all[at + 6] : ofUrl;
    if (name?.kind !== "text" || name.value === "" || isRemote(name.value))
        return undefined;
    return { kind: "address", names: name.value };
}
function isMeta(all, at, what) {
    const words = ["import", ".", "meta", ".", what];
    return words.every((word, index) => all[at + index]?.kind !== "text" && all[at + index]?.value === word);
}
function isRemote(name) {
    return /^([a-z][a-z+.-]*:|\/\/)/i.test(name);
}


/***/ }),

/***/ 30925:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ gitPlace)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);


/**
 * Which repository git is asked about, as variables for it: the nearest folder with a `.git`, which no commit can bring
 * along. By itself git takes each folder for a repository that has the files of one, and starts what its `config` names.
 * Undefined where there is none.
 */
async function gitPlace(folder) {
    for (let at = folder;; at = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at)) {
        const own = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(at, ".git");
        const isThere = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(own).then(() => true, () => false);
        if (isThere)
            return { GIT_DIR: own, GIT_WORK_TREE: at };
        if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at) === at)
            return undefined;
    }
}


/***/ }),

/***/ 83668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ decidedIn)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);
/* harmony import */ var _ports_misfit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34233);


/**
 * What a part of a plan has decided, as far as it is read: `form` says that of the type `T`. Of no part, nothing. A digest
 * proves that nobody has changed a plan; that the version which wrote it wrote what this one reads, it does not.
 * @throws {UserError} PR106 with the place that does not fit.
 */
function decidedIn(part, form) {
    const decisions = part?.decisions ?? {};
    const wrong = (0,_ports_misfit_js__WEBPACK_IMPORTED_MODULE_1__/* .misfit */ .h)(decisions, form);
    if (wrong === undefined)
        return decisions;
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR106", `What the plan has decided for ${part?.phase} is not what this version of the suite reads: ${wrong}. Nothing was changed because of it.`, "Run plan and this phase with the same version: name the same one at every `uses:`. Then start a new run.");
}


/***/ })

};
