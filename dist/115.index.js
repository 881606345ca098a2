export const id = 115;
export const ids = [115];
export const modules = {

/***/ 9678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ heldIn)
/* harmony export */ });
/**
 * What a record holds under a name that somebody else has given: a function, a variable, a header may be called
 * `constructor`, and what every object inherits under such a name is none of it.
 */
function heldIn(record, name) {
    const held = record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
    return held;
}


/***/ }),

/***/ 6796:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ functionsInputs)
});

// EXTERNAL MODULE: ./lib/kit/action/input-map.js
var input_map = __webpack_require__(9148);
// EXTERNAL MODULE: ./lib/kit/action/input.js
var input = __webpack_require__(6583);
// EXTERNAL MODULE: ./lib/kit/action/shared-inputs.js
var shared_inputs = __webpack_require__(7906);
;// CONCATENATED MODULE: ./lib/kit/parts/functions/slugs.js

/** What Supabase takes as a function's name. */
const slugPattern = /^[A-Za-z][A-Za-z0-9_-]*$/;
/** Several functions by name. One that cannot be a name is refused when inputs are read: it would be part of a path. */
function slugs(texts) {
    const texting = (0,input/* list */.p_)(texts);
    const parse = (raw) => {
        const parts = texting.parse(raw);
        if (!("value" in parts))
            return parts;
        const bad = parts.value.filter((slug) => !slugPattern.test(slug));
        if (bad.length === 0)
            return parts;
        const names = bad.map((slug) => JSON.stringify(slug.slice(0, 60))).join(", ");
        return {
            expected: `names of functions (a letter, then letters, digits, _ and -), but ${names} is none`,
            write: "[my-function]",
        };
    };
    return { ...texting, kind: "list of function names", parse };
}

// EXTERNAL MODULE: ./lib/kit/parts/functions/verify-jwt.js
var verify_jwt = __webpack_require__(998);
;// CONCATENATED MODULE: ./lib/kit/parts/functions/inputs.js





/** The inputs of `deploy-functions`, as its spec declares them and as `plan` reads them. */
const functionsInputs = {
    ...shared_inputs/* supabaseInputs */.iD,
    functions: slugs({
        description: "The Edge Functions of a release, by the names under which they are called.",
    }),
    "functions-directory": (0,input/* text */.Qq)({
        description: "Folder with a folder for each function; its `index.ts` (or .js, .tsx, .jsx, .mjs) is the entrypoint.",
        default: "supabase/functions",
    }),
    "verify-jwt": (0,verify_jwt/* verifyJwtInput */.p)("Whether the platform demands a valid JWT before it calls a function: one value for all, or by name. Never inherited from what is live."),
    "import-map": (0,input/* optional */.lq)((0,input/* text */.Qq)({
        description: "Import map for all functions. Without it: `deno.json` or `deno.jsonc` beside the entrypoint, else `import_map.json` in the functions' folder.",
    })),
    "static-files": (0,input_map/* recordOfLists */.Gh)({
        description: "Files that a function reads at run time, by its name: patterns with `*`, `**` and `?`.",
        default: "{}",
    }),
    "size-limit": (0,input/* integer */.nd)({
        description: "How many MB of sources a function may have; Supabase bundles no more than 5 MB on its side.",
        default: "5",
        min: 1,
    }),
    "deno-check": (0,input/* oneOf */.yL)(["auto", "off"], {
        description: "`auto`: where Deno is installed, it checks the types of the changed functions before anything is uploaded.",
        default: "auto",
    }),
    prune: (0,input/* flag */.Jt)({
        description: "Whether live functions that the repository has no folder for are removed, as the plan shows; each is kept in the snapshot first.",
        default: "false",
    }),
    command: (0,input/* optional */.lq)((0,input/* text */.Qq)({
        description: "Your own deployment command, run by a shell instead of the API. It may change any function: of all that are declared a snapshot is kept before, and all are checked after.",
    })),
    "command-env": (0,input_map/* record */.g1)({
        description: "Environment of `command`; it gets nothing else of the job. `{supabase}` and `{supabase-api-url}` stand for these inputs.",
        default: "{}",
    }),
    "command-token": (0,input/* optional */.lq)((0,input/* text */.Qq)({ description: "Name of the variable in which `command` gets `supabase-access-token`." })),
    "functions-url": (0,input/* optional */.lq)((0,input/* url */.OZ)({
        description: "Where functions are called. Without it `https://<supabase>.supabase.co/functions/v1`.",
    })),
    "functions-key": (0,input/* optional */.lq)((0,input/* secret */.rJ)({ description: "Key with which functions are called as a proof: the anon or publishable one." })),
    "health-request": (0,input_map/* record */.g1)({
        description: "How each function is called to prove that it serves, by its name: `GET ?health=1 200` (method, path and query, status). " +
            "Without an entry `GET ?health=1` is tried, and any answer of the function itself below 500 counts as reachable.",
        default: "{}",
    }),
    "require-health": (0,input/* flag */.Jt)({
        description: "Whether a function that is reachable, but did not answer its health request, fails the phase.",
        default: "false",
    }),
};


/***/ }),

/***/ 998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ verifyJwtOf),
/* harmony export */   p: () => (/* binding */ verifyJwtInput)
/* harmony export */ });
/* harmony import */ var _action_input_map_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9148);
/* harmony import */ var _action_held_in_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9678);
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
    const value = typeof declared === "boolean" ? declared : (0,_action_held_in_js__WEBPACK_IMPORTED_MODULE_2__/* .heldIn */ .$)(declared, slug);
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
const hostNames = ["vercel", "netlify", "command"];

// EXTERNAL MODULE: ./lib/kit/parts/web/origins.js
var origins = __webpack_require__(8007);
// EXTERNAL MODULE: ./lib/kit/parts/web/shared-inputs.js
var shared_inputs = __webpack_require__(7845);
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
    "host-project": (0,input/* optional */.lq)((0,input/* text */.Qq)({ description: "Project at the host (Vercel: its id or name; Netlify: the site's id)." })),
    "host-team": shared_inputs/* hostTeam */.e,
    "host-token": (0,input/* optional */.lq)((0,input/* secret */.rJ)({ description: "Token for the host; reading is enough for `plan`." })),
    "host-api-url": (0,input/* optional */.lq)((0,input/* url */.OZ)({ description: "Base URL of the host's API. By default the host's own." })),
    "protection-bypass": (0,input/* optional */.lq)((0,input/* secret */.rJ)({ description: "Secret with which probes pass the host's deployment protection." })),
    assets: shared_inputs/* assets */.m,
    "keep-releases": (0,input/* integer */.nd)({
        description: "Of how many former releases the hashed assets (the folder `assets`) are deployed again with the site, so that open tabs find their chunks; 0 keeps none.",
        default: "3",
        min: 0,
        max: 20,
    }),
    "auto-assign": (0,input/* flag */.Jt)({
        description: "Whether new production builds are supposed to go live by themselves (Vercel: domains are auto-assigned; Netlify: auto publishing). When they are, finding that off means that somebody, or a rollback, has pinned production.",
        default: "true",
    }),
    unpin: (0,input/* flag */.Jt)({
        description: "Promote although production is pinned by a rollback, or locked.",
        default: "false",
    }),
    command: (0,input/* text */.Qq)({
        description: "Host `command`: what deploys the site. It finds it in `ROLLOUT_SITE`.",
        default: "npm run deploy:web",
    }),
    "command-env": (0,input_map/* record */.g1)({
        description: "Host `command`: its environment; it gets nothing else of the job.",
        default: "{}",
    }),
    "command-token": (0,input/* optional */.lq)((0,input/* text */.Qq)({ description: "Host `command`: name of the variable in which it gets `host-token`." })),
    "undo-command": (0,input/* optional */.lq)((0,input/* text */.Qq)({
        description: "Host `command`: what brings the site back that was live before. It finds that one's build marker in `ROLLOUT_MARKER`.",
    })),
    "ready-timeout": (0,input/* duration */.p0)({
        description: "How long a staged deployment may take to be ready.",
        default: "10m",
    }),
    "existing-timeout": (0,input/* duration */.p0)({
        description: "Source `existing`: how long the host's own build of the commit may take from here on until it is ready.",
        default: "20m",
    }),
    "verify-timeout": (0,input/* duration */.p0)({
        description: "How long domains and origins may take to serve the release.",
        default: "3m",
    }),
    "poll-interval": (0,input/* duration */.p0)({ description: "Time between two looks.", default: "2s" }),
};


/***/ }),

/***/ 8007:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MD: () => (/* binding */ pastOrigins),
/* harmony export */   Ug: () => (/* binding */ hostOrigins),
/* harmony export */   kt: () => (/* binding */ origins),
/* harmony export */   x2: () => (/* binding */ urlOfHost)
/* harmony export */ });
/* unused harmony export originOf */
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6583);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5304);


const wanted = {
    expected: "origins such as app.example.com (https), or http:// for loopback only",
    write: "[app.example.com]",
};
/** Several origins: `app.example.com` is taken as `https://app.example.com`; `http://` only for loopback. */
function origins(texts) {
    const texting = (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(texts);
    const parse = (raw) => {
        const parts = texting.parse(raw);
        if (!("value" in parts))
            return parts;
        const read = parts.value.map(originOf);
        return read.every((one) => one !== undefined) ? { value: read } : wanted;
    };
    return { ...texting, kind: "list of origins", parse };
}
/** Where the host is asked when the origins' own names lead to a CDN that no query gets past. */
const hostOrigins = (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(origins({
    description: "The same sites past the CDN, one for each of `origins` in the same order (such as the host's own domain). Only where the CDN's cache ignores queries; otherwise a query that is new each time gets past it.",
}));
/**
 * Where each origin is asked for what is behind the CDN.
 * @throws {UserError} PR102 when `host-origins` are not as many as `origins`.
 */
function pastOrigins(inputs) {
    if (inputs.hostOrigins === undefined || inputs.hostOrigins.length === inputs.origins.length)
        return inputs.hostOrigins ?? inputs.origins;
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo("PR102", `There are ${inputs.origins.length} origins, but ${inputs.hostOrigins.length} host-origins.`, "Write one of host-origins for each of origins, in the same order.");
}
/** The origin as a URL without a path, or undefined when it is none. */
function originOf(text) {
    const typed = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`;
    if (!URL.canParse(typed))
        return undefined;
    const url = new URL(typed);
    const bare = url.pathname === "/" && url.search === "" && url.hash === "" && url.username === "";
    if (!bare || /\s/.test(text))
        return undefined;
    if (url.protocol === "https:")
        return url.origin;
    return url.protocol === "http:" && isLoopback(url.hostname) ? url.origin : undefined;
}
/** A host that a vendor names without a scheme, as a URL: loopback speaks plain HTTP, all else https. */
function urlOfHost(host) {
    return `${isLoopback(host.replace(/:\d+$/, "")) ? "http" : "https"}://${host}`;
}
function isLoopback(hostname) {
    return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}


/***/ }),

/***/ 7845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ hostTeam),
/* harmony export */   m: () => (/* binding */ assets)
/* harmony export */ });
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6583);

/** The team that owns project and cache. */
const hostTeam = (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: "Team at the host (Vercel: team id or slug)." }));
/** What never changes under its address: never purged, and cached for ever. */
const assets = (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
    description: "Folder of the site whose file names carry a hash: cached for ever, 404 when missing, never purged.",
    default: "assets",
});


/***/ }),

/***/ 4232:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ jsonApi)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5304);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3073);
/* harmony import */ var _wait_from_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7039);
/* harmony import */ var _ending_after_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3123);




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
        return await (0,_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L)(world, { ...limits, ...signalOf(world) }, async (number) => {
            if (number > 1)
                await call.again?.();
            return await ask(world, asked);
        });
    };
}
async function ask(world, asked) {
    const { options } = asked;
    try {
        const response = await world.http(urlOf(asked), initOf(world, asked));
        return judge(asked, response, new Uint8Array(await response.arrayBuffer()), world.clock.now());
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
function judge(asked, response, bytes, now) {
    const { status, headers } = response;
    const accepted = asked.call.accept?.includes(status) ?? (status >= 200 && status < 300);
    // Who limits the rate is often not the service itself: what it writes is nobody's JSON, and only its headers count.
    if (accepted && (asked.call.as === "bytes" || status === 429))
        return { value: { status, headers, json: undefined, bytes } };
    const text = new TextDecoder().decode(bytes);
    if (accepted)
        return parsed(asked, response, text, bytes);
    const failure = refusal(asked, status, text);
    if (status === 429)
        return { again: failure, wait: (0,_wait_from_js__WEBPACK_IMPORTED_MODULE_3__/* .waitFrom */ .E)(headers, now) };
    if ([502, 503, 504].includes(status) && asked.safe)
        return { again: failure, wait: (0,_wait_from_js__WEBPACK_IMPORTED_MODULE_3__/* .waitFrom */ .E)(headers, now) };
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
        const page = /^\s*</.test(text);
        const strange = new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR306", `${what} answered ${status} with ${page ? "an HTML page" : "something that is not JSON"}: ${excerpt(text)}`, "Something between the runner and the service answers for it (a proxy, a login page). Check the API URL.", { cause: error });
        // JSON may have been cut on its way; a page comes again.
        if (safe && !page)
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
    const patience = call.timeout ?? options.timeout ?? 30_000;
    const body = call.json === undefined ? call.body : JSON.stringify(call.json);
    const type = call.json === undefined ? {} : { "content-type": "application/json" };
    return {
        method,
        headers: { accept: "application/json", ...options.headers, ...type, ...call.headers },
        ...(body === undefined ? {} : { body }),
        signal: (0,_ending_after_js__WEBPACK_IMPORTED_MODULE_2__/* .endingAfter */ .I)(patience, world.signal),
    };
}
function signalOf(world) {
    return world.signal ? { signal: world.signal } : {};
}


/***/ }),

/***/ 7039:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ waitFrom)
/* harmony export */ });
/** A service that asks for more than five minutes is not waited for as it asks. */
const longest = 300_000;
/**
 * How long a service says to wait, in ms: by `Retry-After` (seconds or a date), else by `X-RateLimit-Reset` (seconds,
 * or a time since 1970 in seconds). 0 where neither says anything of use: then whoever asks backs off by itself.
 */
function waitFrom(headers, now) {
    const said = [afterOf(headers.get("retry-after"), now), resetOf(headers.get("x-ratelimit-reset"), now)];
    return said.find((ms) => ms > 0 && ms <= longest) ?? 0;
}
function afterOf(text, now) {
    if (text === null || text.trim() === "")
        return 0;
    const seconds = Number(text);
    return Number.isNaN(seconds) ? Date.parse(text) - now : seconds * 1000;
}
function resetOf(text, now) {
    const seconds = Number(text ?? "");
    return seconds > 1e9 ? seconds * 1000 - now : seconds * 1000;
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
