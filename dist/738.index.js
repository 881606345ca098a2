export const id = 738;
export const ids = [738];
export const modules = {

/***/ 4870:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ hide)
/* harmony export */ });
/* harmony import */ var _action_mask_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8003);

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

/***/ 3175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ notifyInputs)
/* harmony export */ });
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6583);

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


/***/ }),

/***/ 9873:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ notificationOf)
/* harmony export */ });
function notificationOf(told, { runUrl }) {
    const { gate, ...rest } = told;
    const environment = gate === undefined ? {} : { gate: environmentUrl(runUrl, gate) };
    return { schema: "prism-rollout/notification@1", ...rest, links: { run: runUrl, ...environment } };
}
/** GitHub's page of an environment. */
function environmentUrl(runUrl, name) {
    return `${runUrl.replace(/\/actions\/runs\/.*$/, "")}/deployments/${encodeURIComponent(name)}`;
}


/***/ }),

/***/ 1183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ quietly),
  t: () => (/* binding */ send)
});

// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(5304);
// EXTERNAL MODULE: ./lib/kit/notify/hide.js
var hide = __webpack_require__(4870);
;// CONCATENATED MODULE: ./lib/kit/notify/slack.js
/** Slack takes 3,000 characters a section. */
const longest = 2800;
/** A message as Slack, and what speaks its language, takes it: a line, and blocks that say the rest. */
function slackMessage({ target, release, what, reason, next, links }) {
    const text = escaped(`${target}: ${what}`);
    const gate = links.gate === undefined ? "" : ` · ${slack_link(links.gate, "gate")}`;
    const details = [`*${text}*`, escaped(reason), `Next: ${escaped(next)}`].map(slack_short).join("\n");
    return {
        text,
        blocks: [
            { type: "section", text: { type: "mrkdwn", text: slack_short(details) } },
            {
                type: "context",
                elements: [{ type: "mrkdwn", text: `${slack_link(links.run, "run")}${gate} · ${escaped(release)}` }],
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

;// CONCATENATED MODULE: ./lib/kit/notify/send.js



const patience = 5_000;
/**
 * Tells the webhook, once, within five seconds; a connection that failed is tried once more. Whatever comes of it, the
 * release goes on: a failure is a warning, without the address or a part of it.
 */
async function send({ notifyUrl, notifyFormat }, told, world, { secrets = [], deadline = patience, } = {}) {
    if (notifyUrl === undefined)
        return;
    const url = addressOf(notifyUrl);
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
function addressOf(text) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const loopback = url?.protocol === "http:" && /^(127(\.\d+){3}|localhost|\[::1\])$/.test(url.hostname);
    return url?.protocol === "https:" || loopback ? url : undefined;
}
/** What went wrong, without anything of the address; undefined when it was taken. */
async function tell(url, body, world, deadline) {
    const limit = AbortSignal.timeout(deadline);
    const signal = AbortSignal.any([world.signal, limit]);
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
            if (limit.aborted)
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

/***/ 7690:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ configDisagreements)
/* harmony export */ });
/* unused harmony export functionSettings */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/**
 * Where Supabase's own `config.toml` (beside the functions' folder) says something else of a function than
 * what is declared here: a sentence each. `rollout.yml` decides; nothing is taken over from that file.
 */
async function configDisagreements(root, functionsDirectory, wanted) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(functionsDirectory), "config.toml");
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, "utf8").catch(() => "");
    return wanted.flatMap((one) => disagreements(one, functionSettings(text, one.slug)));
}
/** The simple `key = value` lines of `[functions.<slug>]`, values as they are written. A slug needs no escaping. */
function functionSettings(text, slug) {
    const lines = text.split(/\r?\n/);
    const head = new RegExp(`^\\s*\\[\\s*functions\\s*\\.\\s*"?${slug}"?\\s*\\]`);
    const start = lines.findIndex((line) => head.test(line));
    if (start === -1)
        return {};
    const rest = lines.slice(start + 1);
    const end = rest.findIndex((line) => /^\s*\[/.test(line));
    const own = end === -1 ? rest : rest.slice(0, end);
    const pairs = own.map((line) => /^\s*([a-z_]+)\s*=\s*("[^"]*"|'[^']*'|[^#]*)/.exec(line));
    return Object.fromEntries(pairs.flatMap((pair) => (pair ? [[pair[1] ?? "", (pair[2] ?? "").trim()]] : [])));
}
function disagreements({ slug, source, state }, toml) {
    const says = (what) => `${slug}: supabase's config.toml ${what}; rollout.yml decides.`;
    const jwt = toml["verify_jwt"];
    const statics = toml["static_files"] ?? "[]";
    return [
        ...(jwt === undefined || jwt === String(state.settings.verifyJwt)
            ? []
            : [says(`has verify_jwt = ${jwt}`)]),
        ...(toml["enabled"] === "false" ? [says("disables it")] : []),
        ...(isSet(toml["entrypoint"]) && !toml["entrypoint"]?.includes(`${slug}/${source.entrypoint}`)
            ? [says(`has another entrypoint, ${toml["entrypoint"]}`)]
            : []),
        ...(isSet(toml["import_map"]) && source.importMap === null
            ? [says(`has the import map ${toml["import_map"]}`)]
            : []),
        ...(/^\[\s*\]$/.test(statics) || (source.statics ?? []).length > 0 ? [] : [says("has static_files")]),
    ];
}
function isSet(value) {
    return value !== undefined && !["", '""', "''"].includes(value);
}


/***/ }),

/***/ 410:
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

/***/ 4742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ functionsInputs)
/* harmony export */ });
/* harmony import */ var _action_input_map_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9148);
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6583);
/* harmony import */ var _action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7906);
/* harmony import */ var _verify_jwt_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(998);




/** The inputs of `deploy-functions`, as its spec declares them and as `plan` reads them. */
const functionsInputs = {
    ..._action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .supabaseInputs */ .iD,
    functions: (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)({
        description: "The Edge Functions of a release, by the names under which they are called.",
    }),
    "functions-directory": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        description: "Folder with a folder for each function; its `index.ts` (or .js, .tsx, .jsx, .mjs) is the entrypoint.",
        default: "supabase/functions",
    }),
    "verify-jwt": (0,_verify_jwt_js__WEBPACK_IMPORTED_MODULE_3__/* .verifyJwtInput */ .p)("Whether the platform demands a valid JWT before it calls a function: one value for all, or by name. Never inherited from what is live."),
    "import-map": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        description: "Import map for all functions. Without it: `deno.json` or `deno.jsonc` beside the entrypoint, else `import_map.json` in the functions' folder.",
    })),
    "static-files": (0,_action_input_map_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOfLists */ .Gh)({
        description: "Files that a function reads at run time, by its name: patterns with `*`, `**` and `?`.",
        default: "{}",
    }),
    command: (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        description: "Your own deployment command, run by a shell instead of the API: snapshot before, checks after.",
    })),
    "command-env": (0,_action_input_map_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({
        description: "Environment of `command`; it gets nothing else of the job. `{supabase}` and `{supabase-api-url}` stand for these inputs.",
        default: "{}",
    }),
    "command-token": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({ description: "Name of the variable in which `command` gets `supabase-access-token`." })),
    "functions-url": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .url */ .OZ)({
        description: "Where functions are called. Without it `https://<supabase>.supabase.co/functions/v1`.",
    })),
    "functions-key": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .secret */ .rJ)({ description: "Key with which functions are called as a proof: the anon or publishable one." })),
    "health-request": (0,_action_input_map_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({
        description: "How each function is called to prove that it serves, by its name: `GET ?health=1 200` (method, path and query, status). " +
            "Without an entry `GET ?health=1` is tried, and any answer of the function itself below 500 counts as reachable.",
        default: "{}",
    }),
    "require-health": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)({
        description: "Whether a function that is reachable, but did not answer its health request, fails the phase.",
        default: "false",
    }),
};


/***/ }),

/***/ 6834:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ inspectLive)
/* harmony export */ });
/* unused harmony export readLive */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5304);
/* harmony import */ var _in_parallel_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(410);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7462);




/**
 * Reads what is live: the list, and the sources of each named function.
 * @throws {UserError} PR301 to PR307; a body that alone cannot be read is a state, not an error.
 */
async function inspectLive(api, slugs) {
    const listed = (await api.list()).filter((one) => one.status !== "REMOVED");
    const named = listed.filter((one) => slugs.includes(one.slug));
    const functions = await (0,_in_parallel_js__WEBPACK_IMPORTED_MODULE_3__/* .inParallel */ .H)(named, async (one) => [one.slug, await readLive(api, one)]);
    const others = listed.filter((one) => !slugs.includes(one.slug));
    return { functions: new Map(functions), undeclared: others.map((one) => one.slug).sort() };
}
/** One function's sources and state. */
async function readLive(api, listed) {
    const entrypoint = pathOf(listed.entrypoint_path ?? "file:///src/index.ts");
    const settings = {
        verifyJwt: listed.verify_jwt ?? true,
        entrypoint: node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(entrypoint),
        importMap: importMapOf(listed, entrypoint),
    };
    try {
        const files = filesOf(await api.body(listed.slug), entrypoint);
        const source = { files, entrypoint: settings.entrypoint, importMap: settings.importMap };
        return { listed, source, state: { digest: (0,_source_js__WEBPACK_IMPORTED_MODULE_2__/* .sourceDigest */ .c9)(files), settings } };
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
    return (0,_source_js__WEBPACK_IMPORTED_MODULE_2__/* .relativeTo */ .Mf)(entrypoint, pathOf(import_map_path));
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
    return files.map(({ path, content }) => ({ path: (0,_source_js__WEBPACK_IMPORTED_MODULE_2__/* .relativeTo */ .Mf)(found, path), content }));
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

/***/ 4289:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ inspectWanted)
});

// UNUSED EXPORTS: repositoryOf

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(5304);
;// CONCATENATED MODULE: ./lib/kit/parts/functions/import-map.js

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
function local(specifier, from) {
    if (/^\.{0,2}\//.test(specifier))
        return external_node_path_.posix.resolve(external_node_path_.posix.dirname(from), specifier);
    return undefined;
}
function mapSpecifier(specifier, from, map) {
    const scopes = Object.entries(map.scopes)
        .filter(([scope]) => within(from, external_node_path_.posix.resolve(external_node_path_.posix.dirname(map.at), scope), scope))
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

;// CONCATENATED MODULE: ./lib/kit/parts/functions/tokens.js
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
            at = tokens_text(source, at, letter, found);
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
        found.push({ kind: "word", value: name });
        return at + name.length;
    }
    number.lastIndex = at;
    const digits = number.exec(source)?.[0];
    if (digits !== undefined) {
        found.push({ kind: "text", value: digits });
        return at + digits.length;
    }
    const letter = source[at] ?? "";
    if (/\S/.test(letter))
        found.push({ kind: "sign", value: letter });
    const depth = templates.at(-1);
    if (depth !== undefined && letter === "{")
        templates[templates.length - 1] = depth + 1;
    if (depth !== undefined && letter === "}")
        templates[templates.length - 1] = depth - 1;
    return at + 1;
}
/** A quoted text ends with its line at the latest: so an apostrophe in JSX costs one line, not the file. */
function tokens_text(source, start, quote, found) {
    let at = start + 1;
    while (at < source.length && source[at] !== quote && source[at] !== "\n")
        at += source[at] === "\\" ? 2 : 1;
    if (source[at] === quote)
        found.push({ kind: "text", value: tokens_unescape(source.slice(start + 1, at)) });
    return at + 1;
}
/** From inside of a template to its end or to its next `${`. One without `${` is a text. */
function template(source, start, found, templates) {
    let at = start;
    while (at < source.length && source[at] !== "`" && source.slice(at, at + 2) !== "${") {
        at += source[at] === "\\" ? 2 : 1;
    }
    const whole = source[start - 1] === "`" && source[at] === "`";
    found.push(whole ? { kind: "text", value: tokens_unescape(source.slice(start, at)) } : { kind: "sign", value: "`" });
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
            found.push({ kind: "text", value: "" });
            return at + 1;
        }
    }
    found.push({ kind: "sign", value: "/" });
    return start + 1;
}
function endOf(source, mark, from) {
    const at = source.indexOf(mark, from);
    return at === -1 ? source.length : at + mark.length;
}
function tokens_unescape(raw) {
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

;// CONCATENATED MODULE: ./lib/kit/parts/functions/scan-imports.js

/**
 * Every module that TypeScript or JavaScript source names with a literal: `import … from`, `export … from`,
 * `import "…"` and `import("…")`, in the order in which they stand. Never throws.
 */
function scanImports(source) {
    const all = tokens(source);
    const found = [];
    for (const [index, token] of all.entries()) {
        if (token.kind !== "word" || isSign(all[index - 1], "."))
            continue;
        const one = token.value === "import"
            ? imported(all, index + 1)
            : token.value === "export"
                ? exported(all, index + 1)
                : undefined;
        if (one)
            found.push(one);
    }
    return found;
}
/** What follows the word `import`. */
function imported(all, at) {
    const next = all[at];
    if (next?.kind === "text")
        return { specifier: next.value, typeOnly: false };
    if (isSign(next, "(")) {
        const specifier = all[at + 1];
        const closes = isSign(all[at + 2], ")") || isSign(all[at + 2], ",");
        return specifier?.kind === "text" && closes ? { specifier: specifier.value, typeOnly: false } : undefined;
    }
    // `import type from "x"` and `import type, { y } from "x"` import a default that is called «type».
    const after = all[at + 1];
    const typeOnly = isWord(next, "type") && !isSign(after, ",") && !(isWord(after, "from") && all[at + 2]?.kind === "text");
    return fromClause(all, at, typeOnly);
}
/** What follows the word `export`: only `*` and `{…}` can come from elsewhere. */
function exported(all, at) {
    const typeOnly = isWord(all[at], "type");
    const start = typeOnly ? at + 1 : at;
    return isSign(all[start], "*") || isSign(all[start], "{") ? fromClause(all, start, typeOnly) : undefined;
}
/** Walks the names of a clause up to `from "…"`; anything that no clause holds ends the walk. */
function fromClause(all, start, typeOnly) {
    let depth = 0;
    for (let at = start; at < all.length; at += 1) {
        const token = all[at];
        const next = all[at + 1];
        if (depth === 0 && isWord(token, "from") && next?.kind === "text") {
            return { specifier: next.value, typeOnly };
        }
        if (isSign(token, "{"))
            depth += 1;
        else if (isSign(token, "}")) {
            depth -= 1;
            if (depth === 0 && !isWord(next, "from"))
                return undefined;
        }
        else if (token?.kind === "sign" && token.value !== "," && token.value !== "*")
            return undefined;
        else if (token?.kind === "text" && depth === 0)
            return undefined;
    }
    return undefined;
}
function isWord(token, value) {
    return token?.kind === "word" && token.value === value;
}
function isSign(token, value) {
    return token?.kind === "sign" && token.value === value;
}

;// CONCATENATED MODULE: ./lib/kit/parts/functions/module-graph.js





/**
 * Every local file that an entrypoint reaches by imports, itself first, each once. A module that only gives
 * types and is not there is left out: nothing of it runs.
 * @throws {UserError} PR424 for a missing file and for one outside of `bounds.root`, naming who imports it.
 */
async function moduleGraph(entrypoint, map, bounds) {
    const files = new Map();
    const open = [{ path: entrypoint, from: undefined, optional: false }];
    for (let next = open.shift(); next !== undefined; next = open.shift()) {
        if (files.has(next.path))
            continue;
        const content = await readWithin(next, bounds);
        if (content === undefined)
            continue;
        const { path } = next;
        files.set(path, { path, content });
        if (!isCode(path))
            continue;
        for (const { specifier, typeOnly } of scanImports(new TextDecoder().decode(content))) {
            const found = resolveImport(specifier, path, map);
            if (found !== undefined)
                open.push({ path: found, from: path, optional: typeOnly });
        }
    }
    return [...files.values()];
}
/** Links are followed before the bounds are checked, so that no link leads out. */
async function readWithin(wanted, bounds) {
    const real = await (0,promises_.realpath)(wanted.path).catch(() => undefined);
    const root = await (0,promises_.realpath)(bounds.root);
    if (!inside(wanted.path, (0,external_node_path_.resolve)(bounds.root)) || (real !== undefined && !inside(real, root))) {
        throw refused(wanted, bounds, "is outside of the repository", "Move the file into the repository.");
    }
    const content = real === undefined ? undefined : await (0,promises_.readFile)(real).catch(() => undefined);
    if (content !== undefined || wanted.optional)
        return content;
    throw refused(wanted, bounds, "cannot be read", "Commit the file, or correct the import.");
}
function refused({ path, from }, { slug, root }, what, fix) {
    const who = from === undefined ? "" : `, imported by ${(0,external_node_path_.relative)(root, from)},`;
    return new user_error/* UserError */.yo("PR424", `Function ${slug}: ${(0,external_node_path_.relative)(root, path)}${who} ${what}.`, fix);
}
function inside(path, folder) {
    return path === folder || path.startsWith(folder.endsWith(external_node_path_.sep) ? folder : folder + external_node_path_.sep);
}
function isCode(path) {
    return /\.[cm]?[jt]sx?$/i.test(path);
}

// EXTERNAL MODULE: ./lib/kit/parts/functions/source.js
var functions_source = __webpack_require__(7462);
;// CONCATENATED MODULE: ./lib/kit/parts/functions/static-files.js


/**
 * The files below `root` that a pattern names, as paths relative to `root` with `/`, sorted. `*` and `?` stay
 * within a folder, `**` does not.
 */
async function matchFiles(root, pattern) {
    const clean = pattern.replace(/^\.\//, "");
    const fixed = clean.split("/").slice(0, clean.split("/").findIndex((part) => /[*?]/.test(part)));
    const start = /[*?]/.test(clean) ? fixed.join("/") : clean.split("/").slice(0, -1).join("/");
    const regex = new RegExp(`^${sourceOf(clean)}$`);
    const entries = await (0,promises_.readdir)((0,external_node_path_.join)(root, start), { withFileTypes: true, recursive: true }).catch(() => []);
    return entries
        .filter((entry) => entry.isFile())
        .map((entry) => (0,external_node_path_.join)(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll("\\", "/"))
        .filter((path) => regex.test(path))
        .sort();
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

// EXTERNAL MODULE: ./lib/kit/parts/functions/verify-jwt.js
var verify_jwt = __webpack_require__(998);
;// CONCATENATED MODULE: ./lib/kit/parts/functions/inspect-wanted.js








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
    const folder = (0,external_node_path_.resolve)(world.root, inputs.functionsDirectory, slug);
    const entrypoint = await entrypointIn(folder, slug, world.root);
    const map = await importMapOf(folder, inputs, world.root);
    const read = map === undefined ? [] : await readMap(map, bounds);
    const imports = read.findLast((one) => one.map !== undefined)?.map;
    const statics = await staticFiles(slug, inputs, world.root);
    const graphs = [
        ...(await Promise.all(statics.map((path) => moduleGraph(path, undefined, bounds)))).map((one) => one.slice(0, 1)),
        await moduleGraph(entrypoint, imports, bounds),
    ];
    const files = [...read.map(({ file }) => file), ...graphs.flat()];
    const short = (path) => (0,external_node_path_.relative)(folder, path).replaceAll("\\", "/");
    const unique = new Map(files.map(({ path, content }) => [short(path), { path: short(path), content }]));
    const source = {
        files: [...unique.values()],
        entrypoint: short(entrypoint),
        importMap: map === undefined ? null : short(map),
        statics: statics.map(short),
    };
    return { slug, source, state: (0,functions_source/* stateOf */.L4)(source, (0,verify_jwt/* verifyJwtOf */.m)(inputs.verifyJwt, slug)) };
}
function refuseNames({ functions, verifyJwt, staticFiles: statics }) {
    const bad = functions.filter((slug) => !/^[A-Za-z][A-Za-z0-9_-]*$/.test(slug));
    const twice = functions.filter((slug, index) => functions.indexOf(slug) !== index);
    const declared = [
        ...(typeof verifyJwt === "object" ? Object.keys(verifyJwt) : []),
        ...Object.keys(statics),
    ];
    const unknown = declared.filter((slug) => !functions.includes(slug));
    const issues = [
        ...bad.map((slug) => `${slug} is no name for a function (a letter, then letters, digits, _ and -)`),
        ...twice.map((slug) => `${slug} is listed twice`),
        ...unknown.map((slug) => `${slug} has settings, but is not listed under functions`),
        ...(functions.length === 0 ? ["no function is listed"] : []),
    ];
    if (issues.length === 0)
        return;
    throw new user_error/* UserError */.yo("PR102", `deploy-functions: ${issues.join("; ")}.`, "Correct the names in rollout.yml.");
}
const entrypoints = ["index.ts", "index.js", "index.tsx", "index.jsx", "index.mjs"];
async function entrypointIn(folder, slug, root) {
    for (const name of entrypoints) {
        const path = (0,external_node_path_.join)(folder, name);
        if (await isFile(path))
            return path;
    }
    throw new user_error/* UserError */.yo("PR424", `Function ${slug}: there is no ${(0,external_node_path_.relative)(root, (0,external_node_path_.join)(folder, "index.ts"))}.`, "Correct the name under `functions` or `functions-directory`, or commit the file.");
}
async function importMapOf(folder, inputs, root) {
    if (inputs.importMap !== undefined)
        return (0,external_node_path_.resolve)(root, inputs.importMap);
    const shared = (0,external_node_path_.resolve)(root, inputs.functionsDirectory, "import_map.json");
    for (const path of [(0,external_node_path_.join)(folder, "deno.json"), (0,external_node_path_.join)(folder, "deno.jsonc"), shared]) {
        if (await isFile(path))
            return path;
    }
    return undefined;
}
/** The map itself and, where it says so, the file that it takes its imports from. */
async function readMap(path, bounds) {
    const [file] = await moduleGraph(path, undefined, bounds);
    if (file === undefined)
        return [];
    const map = parsed(await (0,promises_.readFile)(path, "utf8"), path, bounds);
    if (map.elsewhere === undefined)
        return [{ file, map }];
    const other = (0,external_node_path_.resolve)(path, "..", map.elsewhere);
    const [otherFile] = await moduleGraph(other, undefined, bounds);
    if (otherFile === undefined)
        return [{ file, map }];
    return [
        { file, map },
        { file: otherFile, map: parsed(new TextDecoder().decode(otherFile.content), other, bounds) },
    ];
}
function parsed(text, path, { slug, root }) {
    try {
        return parseImportMap(text, path);
    }
    catch (error) {
        throw new user_error/* UserError */.yo("PR424", `Function ${slug}: ${(0,external_node_path_.relative)(root, path)} is no import map: ${(0,user_error/* describe */.q0)(error)}.`, "Mend the JSON; comments and trailing commas are allowed.", { cause: error });
    }
}
async function staticFiles(slug, inputs, root) {
    const patterns = inputs.staticFiles[slug] ?? [];
    const found = await Promise.all(patterns.map((pattern) => matchFiles(root, pattern)));
    const none = patterns.find((_, index) => found[index]?.length === 0);
    if (none !== undefined) {
        throw new user_error/* UserError */.yo("PR424", `Function ${slug}: no file is named by static-files ${none}.`, "Patterns start at the working directory.");
    }
    return found.flat().map((path) => (0,external_node_path_.resolve)(root, path));
}
/** The checkout where it holds the stack (monorepos share code across folders), else the stack itself. */
function repositoryOf({ root, env }) {
    const workspace = env["GITHUB_WORKSPACE"];
    if (workspace === undefined || workspace === "")
        return root;
    const inside = (0,external_node_path_.relative)(workspace, root);
    return inside === "" || !inside.startsWith("..") ? (0,external_node_path_.resolve)(workspace) : root;
}
async function isFile(path) {
    return await (0,promises_.stat)(path).then((found) => found.isFile(), () => false);
}


/***/ }),

/***/ 2051:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  p5: () => (/* binding */ functionsPart),
  m8: () => (/* binding */ inspectFunctions),
  Pq: () => (/* binding */ json),
  ZO: () => (/* binding */ sayings)
});

// UNUSED EXPORTS: planFunctions

// EXTERNAL MODULE: ./lib/kit/providers/supabase/functions-api.js + 1 modules
var functions_api = __webpack_require__(7299);
// EXTERNAL MODULE: ./lib/kit/parts/functions/config-toml.js
var config_toml = __webpack_require__(7690);
;// CONCATENATED MODULE: ./lib/kit/parts/functions/count-lines.js
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

;// CONCATENATED MODULE: ./lib/kit/parts/functions/function-details.js

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
    const source = live.source === undefined ? ["its live sources cannot be read"] : function_details_linesOf(files);
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
        if (old !== undefined && new_ !== undefined && Buffer.compare(old, new_) === 0)
            return [];
        const lines = lineChanges(old, new_);
        const kind = old === undefined ? "new" : new_ === undefined ? "gone" : "changed";
        return [{ path, is: kind, ...(lines === undefined ? {} : { lines }) }];
    });
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

// EXTERNAL MODULE: ./lib/kit/parts/functions/inspect-live.js
var inspect_live = __webpack_require__(6834);
// EXTERNAL MODULE: ./lib/kit/parts/functions/inspect-wanted.js + 5 modules
var inspect_wanted = __webpack_require__(4289);
// EXTERNAL MODULE: ./lib/kit/parts/functions/source.js
var source = __webpack_require__(7462);
;// CONCATENATED MODULE: ./lib/kit/parts/functions/plan-functions.js






/**
 * Reads the repository and the platform; changes nothing.
 * @throws {UserError} PR102, PR424 for what is wanted, PR301 to PR307 for the platform.
 */
async function inspectFunctions(inputs, world) {
    const wanted = await (0,inspect_wanted/* inspectWanted */.a)(inputs, world);
    const live = await (0,inspect_live/* inspectLive */.l)((0,functions_api/* functionsApi */.M)(world, inputs), inputs.functions);
    const disagreements = await (0,config_toml/* configDisagreements */.O)(world.root, inputs.functionsDirectory, wanted);
    return { ...inspected(wanted, live), disagreements };
}
/** What `plan` calls: the part of a plan that `deploy-functions` would carry out. */
async function planFunctions(inputs, world) {
    return functionsPart(await inspectFunctions(inputs, world));
}
function inspected(wanted, live) {
    const changes = wanted.flatMap((one) => {
        const now = live.functions.get(one.slug);
        return (0,source/* sameState */.yY)(now?.state ?? null, one.state) ? [] : [{ slug: one.slug, live: now, wanted: one }];
    });
    return { wanted, live, changes };
}
/** The part of a plan; pure. */
function functionsPart({ wanted, live, changes, disagreements }) {
    const changed = changes.map((change) => change.slug);
    const unchanged = wanted.map(({ slug }) => slug).filter((slug) => !changed.includes(slug));
    return {
        phase: "deploy-functions",
        work: changes.length === 0 ? "none" : "some",
        decisions: {
            functions: Object.fromEntries(changes.map(({ slug, live: now, wanted: { state } }) => [
                slug,
                { was: json(now?.state ?? null), becomes: json(state) },
            ])),
            unchanged: unchanged.sort(),
        },
        measurements: { undeclared: [...live.undeclared], files: fileCounts(changes) },
        undo: undoOf(changes),
        unverified: [...changes.flatMap(unreadable), ...disagreements],
        says: changes.flatMap(({ slug, live: now, wanted: { state } }) => sayings(slug, now?.state, state)),
        details: changes.map(functionDetail),
    };
}
/** A state as it stands in decisions, receipts and snapshots. */
function json(state) {
    if (state === null)
        return null;
    const { digest, settings } = state;
    return { digest, settings: { ...settings } };
}
function unreadable({ slug, live }) {
    if (live?.unreadable === undefined)
        return [];
    return [`${slug}: the live sources cannot be compared (${live.unreadable}).`];
}
function undoOf(changes) {
    const lost = changes.filter(({ live }) => live !== undefined && live.source === undefined);
    if (lost.length === 0)
        return { possible: "yes" };
    const names = lost.map(({ slug }) => slug).join(", ");
    return { possible: "no", why: `the live sources of ${names} cannot be read, so they cannot be put back` };
}
function fileCounts(changes) {
    return Object.fromEntries(changes.map(({ slug, wanted }) => [slug, wanted.source.files.length]));
}
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

/***/ 3755:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N2: () => (/* binding */ loadSnapshot),
/* harmony export */   Os: () => (/* binding */ saveSnapshot),
/* harmony export */   Tk: () => (/* binding */ sourceBefore),
/* harmony export */   eY: () => (/* binding */ snapshotOf)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5304);
/* harmony import */ var _release_formats_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5610);




function snapshotOf(project, changes) {
    const functions = changes.map(({ slug, live, wanted }) => {
        const was = live === undefined ? null : wasOf(live.listed, live.state, live.source);
        return [slug, { was, becomes: wanted.state }];
    });
    return { schema: (0,_release_formats_js__WEBPACK_IMPORTED_MODULE_3__/* .schemaOf */ .pP)("snapshot"), project, functions: Object.fromEntries(functions) };
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
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(file, (0,_release_formats_js__WEBPACK_IMPORTED_MODULE_3__/* .writeFormat */ .VD)(snapshot));
        return file;
    }
    catch (error) {
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("PR501", `The snapshot of the live functions cannot be written to ${file}: ${(0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .describe */ .q0)(error)}. Nothing was changed.`, "Free space on the runner and run again.", { cause: error });
    }
}
/** @throws {UserError} PR105 when there is no file, PR106 when it is not a snapshot. */
async function loadSnapshot(file) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, "utf8").catch((error) => {
        const fix = "Download the artifact of deploy-functions first.";
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("PR105", `The snapshot is not at ${file}.`, fix, { cause: error });
    });
    return (0,_release_formats_js__WEBPACK_IMPORTED_MODULE_3__/* .readFormat */ .C$)("snapshot", text, file);
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
function wasOf(listed, state, source) {
    if (source === undefined)
        return { listed, state, source: null };
    const { entrypoint, importMap } = source;
    const files = source.files.map(({ path, content }) => ({
        path,
        base64: Buffer.from(content).toString("base64"),
    }));
    return { listed, state, source: { entrypoint, importMap, files } };
}


/***/ }),

/***/ 7462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L4: () => (/* binding */ stateOf),
/* harmony export */   Mf: () => (/* binding */ relativeTo),
/* harmony export */   c9: () => (/* binding */ sourceDigest),
/* harmony export */   yY: () => (/* binding */ sameState)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var _release_canonical_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1820);


/**
 * SHA-256 over path and content of every file. Paths start at the entrypoint's folder: that is the only place
 * which a checkout, the platform's copy and a rebased copy of it have in common.
 */
function sourceDigest(files) {
    const lines = files.map(({ path, content }) => [path, (0,_release_canonical_js__WEBPACK_IMPORTED_MODULE_1__/* .sha256 */ .sc)(content)]);
    return (0,_release_canonical_js__WEBPACK_IMPORTED_MODULE_1__/* .digest */ .br)(lines.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}
function stateOf(source, verifyJwt) {
    const { entrypoint, importMap } = source;
    return { digest: sourceDigest(source.files), settings: { verifyJwt, entrypoint, importMap } };
}
/** Same code, same settings. An unknown digest equals nothing. */
function sameState(a, b) {
    if (a === null || b === null)
        return a === b;
    return a.digest !== null && a.digest === b.digest && (0,_release_canonical_js__WEBPACK_IMPORTED_MODULE_1__/* .digest */ .br)(a.settings) === (0,_release_canonical_js__WEBPACK_IMPORTED_MODULE_1__/* .digest */ .br)(b.settings);
}
/** A function's files relative to the folder of its entrypoint, given paths that share one root. */
function relativeTo(entrypoint, path) {
    return node_path__WEBPACK_IMPORTED_MODULE_0__.posix.relative(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(rooted(entrypoint)), rooted(path));
}
function rooted(path) {
    return node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve("/", path);
}


/***/ }),

/***/ 998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ verifyJwtOf),
/* harmony export */   p: () => (/* binding */ verifyJwtInput)
/* harmony export */ });
/* harmony import */ var _action_input_map_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9148);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5304);


/** The input `verify-jwt`: true, false, or a mapping of function names to these. Required: there is no default. */
function verifyJwtInput(description) {
    const flag = { type: ["boolean", "string"], pattern: "^(true|false)$" };
    const schema = {
        anyOf: [
            flag,
            { type: "string", pattern: "^\\s*$|:|^\\s*\\{" },
            { type: "object", additionalProperties: flag },
        ],
    };
    return {
        description,
        required: true,
        secret: false,
        kind: "true, false, or either by function",
        schema,
        parse,
    };
}
/**
 * The declared value of one function.
 * @throws {UserError} PR102 when a mapping leaves the function out.
 */
function verifyJwtOf(declared, slug) {
    const value = typeof declared === "boolean" ? declared : declared[slug];
    if (value !== undefined)
        return value;
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo("PR102", `deploy-functions.verify-jwt: nothing is declared for ${slug}.`, `Write verify-jwt: { ${slug}: true } beside the others, or one value for all.`);
}
function parse(raw) {
    const one = asFlag(raw);
    if (one !== undefined)
        return { value: one };
    const refused = { expected: "true, false, or either by function", write: "false" };
    const map = typeof raw === "string" ? (0,_action_input_map_js__WEBPACK_IMPORTED_MODULE_0__/* .mapFromText */ .oW)(raw) : raw;
    if (typeof map !== "object" || map === null || Array.isArray(map))
        return refused;
    const entries = Object.entries(map).flatMap(([slug, value]) => {
        const is = asFlag(value);
        return is === undefined ? [] : [[slug, is]];
    });
    return entries.length === Object.keys(map).length ? { value: Object.fromEntries(entries) } : refused;
}
function asFlag(raw) {
    if (raw === true || raw === "true")
        return true;
    return raw === false || raw === "false" ? false : undefined;
}


/***/ }),

/***/ 78:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ webInputs)
});

// EXTERNAL MODULE: ./lib/kit/action/input.js
var input = __webpack_require__(6583);
// EXTERNAL MODULE: ./lib/kit/action/input-map.js
var input_map = __webpack_require__(9148);
// EXTERNAL MODULE: ./lib/kit/release/only-input.js
var only_input = __webpack_require__(1303);
;// CONCATENATED MODULE: ./lib/kit/providers/hosts/names.js
/** The hosts that this suite knows; `hosts.ts` has one opener for each. */
const hostNames = ["vercel", "command"];

// EXTERNAL MODULE: ./lib/kit/parts/web/origins.js
var origins = __webpack_require__(8007);
;// CONCATENATED MODULE: ./lib/kit/parts/web/inputs.js





/** What `plan`, `deploy-web` and `rollback` need to know of a target's web app. */
const webInputs = {
    host: (0,input/* oneOf */.yL)(hostNames, { description: "Where the web app lives.", default: "vercel" }),
    origins: (0,origins/* origins */.kt)({
        description: "What browsers ask for: `app.example.com` means https; `http://` only for loopback. Each must serve the release.",
    }),
    "host-origins": origins/* hostOrigins */.Ug,
    artifact: (0,input/* optional */.lq)((0,input/* text */.Qq)({ description: "Folder that `build` made (artifact.json and site/), its output `path`." })),
    "required-env": (0,input_map/* record */.g1)({
        description: "More variables and values that build and host must agree with, beyond those of `build`.",
        default: "{}",
    }),
    only: only_input/* onlyInput */.b,
    "host-project": (0,input/* optional */.lq)((0,input/* text */.Qq)({ description: "Project at the host (Vercel: id or name)." })),
    "host-team": (0,input/* optional */.lq)((0,input/* text */.Qq)({ description: "Team at the host (Vercel: team id or slug)." })),
    "host-token": (0,input/* optional */.lq)((0,input/* secret */.rJ)({ description: "Token for the host; reading is enough for `plan`." })),
    "host-api-url": (0,input/* url */.OZ)({ description: "Base URL of the host's API.", default: "https://api.vercel.com" }),
    "protection-bypass": (0,input/* optional */.lq)((0,input/* secret */.rJ)({ description: "Secret with which probes pass the host's deployment protection." })),
    assets: (0,input/* text */.Qq)({
        description: "Folder of the site whose file names carry a hash: cached for ever, 404 when missing.",
        default: "assets",
    }),
    "auto-assign": (0,input/* flag */.Jt)({
        description: "Whether the Vercel project is supposed to auto-assign its domains. When it is, finding it off means that a rollback has pinned production.",
        default: "true",
    }),
    unpin: (0,input/* flag */.Jt)({ description: "Promote although production is pinned by a rollback.", default: "false" }),
    command: (0,input/* text */.Qq)({
        description: "Host `command`: what deploys the site. It finds it in `ROLLOUT_SITE`.",
        default: "npm run deploy:web",
    }),
    "command-env": (0,input_map/* record */.g1)({
        description: "Host `command`: its environment; it gets nothing else of the job.",
        default: "{}",
    }),
    "command-token": (0,input/* optional */.lq)((0,input/* text */.Qq)({ description: "Host `command`: name of the variable in which it gets `host-token`." })),
    "undo-command": (0,input/* optional */.lq)((0,input/* text */.Qq)({ description: "Host `command`: what brings the site back that was live before." })),
    "ready-timeout": (0,input/* duration */.p0)({
        description: "How long a staged deployment may take to be ready.",
        default: "10m",
    }),
    "verify-timeout": (0,input/* duration */.p0)({
        description: "How long domains and origins may take to serve the release.",
        default: "3m",
    }),
    "poll-interval": (0,input/* duration */.p0)({ description: "Time between two looks.", default: "2s" }),
};


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
    // Where a machine has its browsers and what they need to start; a setup step says so.
    "PLAYWRIGHT_BROWSERS_PATH",
    "LD_LIBRARY_PATH",
    "FONTCONFIG_PATH",
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

/***/ 7299:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ functionsApi)
});

// UNUSED EXPORTS: managementApi

// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(5304);
// EXTERNAL MODULE: ./lib/kit/ports/json-api.js
var json_api = __webpack_require__(4232);
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

;// CONCATENATED MODULE: ./lib/kit/providers/supabase/functions-api.js



/** The API for one project. Bundling may take minutes on the server, so its calls wait that long. */
function functionsApi(world, access) {
    const api = managementApi(world, access, 180_000);
    const base = `/v1/projects/${access.supabase}/functions`;
    const known = (slug) => `${base}/${encodeURIComponent(slug)}`;
    return {
        list: async () => listOf((await api("GET", base)).json, `GET ${base}`),
        body: async (slug) => {
            const path = `${known(slug)}/body`;
            const { headers, bytes } = await api("GET", path, {
                headers: { accept: "multipart/form-data" },
                as: "bytes",
            });
            const type = headers.get("content-type") ?? "";
            const parts = readMultipart(type, bytes);
            if (parts !== undefined)
                return parts;
            throw strange(`GET ${path}`, `${type || "a body without a content type"} instead of multipart/form-data`);
        },
        bundle: async (slug, upload) => {
            const query = { slug, bundleOnly: true };
            const { json } = await api("POST", `${base}/deploy`, {
                query,
                body: formOf(upload),
                accept: [200, 201],
            });
            return functionOf(json, `POST ${base}/deploy?slug=${slug}`);
        },
        activate: async (functions) => {
            const { json } = await api("PUT", base, { json: functions.map(updateOf) });
            const answered = json?.functions;
            listOf(answered, `PUT ${base}`);
        },
        remove: async (slug) => {
            await api("DELETE", known(slug), { accept: [200, 204, 404], as: "bytes" });
        },
    };
}
/** A caller for the Management API, whose errors name the inputs that mend them. */
function managementApi(world, access, timeout = 30_000) {
    const call = (0,json_api/* jsonApi */.Z)(world, {
        name: "Supabase",
        baseUrl: access.supabaseApiUrl,
        headers: { authorization: `Bearer ${access.supabaseAccessToken}` },
        tokenHint: "Pass a token that may read and write Edge Functions of this project as `supabase-access-token` " +
            "(https://supabase.com/dashboard/account/tokens).",
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
    return { ...fn, status: "ACTIVE", updated_at: undefined };
}
function listOf(json, what) {
    if (!Array.isArray(json))
        throw strange(what, excerptOf(json));
    return json.map((one) => functionOf(one, what));
}
const required = ["id", "slug", "name", "status", "version"];
const others = [
    ...["created_at", "updated_at", "verify_jwt", "import_map"],
    ...["entrypoint_path", "import_map_path", "ezbr_sha256"],
];
/** Takes the fields that are known. Null and an empty text are how some deployments say that there is none. */
function functionOf(json, what) {
    const fn = (typeof json === "object" && json !== null ? json : {});
    const whole = typeof fn["id"] === "string" && typeof fn["slug"] === "string";
    if (!whole || !Number.isSafeInteger(fn["version"]))
        throw strange(what, excerptOf(json));
    const given = [...required, ...others].filter((key) => fn[key] !== null && fn[key] !== "");
    const known = given.flatMap((key) => (fn[key] === undefined ? [] : [[key, fn[key]]]));
    return { name: fn["slug"], status: "ACTIVE", ...Object.fromEntries(known) };
}
function excerptOf(json) {
    return (JSON.stringify(json) ?? "nothing").slice(0, 200);
}
function strange(what, got) {
    return new user_error/* UserError */.yo("PR306", `Supabase ${what} answered something that its API does not say: ${got}.`, "Check `supabase-api-url`; if it is right, see https://status.supabase.com and run again.");
}


/***/ }),

/***/ 1303:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ onlyInput)
/* harmony export */ });
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6583);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6848);


/** Shared by `plan`, which slices the chain by it, and `deploy-web`, which then deploys what is live already. */
const onlyInput = (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)(_phases_js__WEBPACK_IMPORTED_MODULE_1__/* .gatedPhases */ .oY, {
    description: "Do only this phase and what follows from it. `deploy-web` then builds and deploys the site again although it is live, and sets a required value that the host holds otherwise.",
}));


/***/ })

};
