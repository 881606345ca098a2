export const id = 573;
export const ids = [573];
export const modules = {

/***/ 7300:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ft: () => (/* binding */ isSame),
/* harmony export */   kA: () => (/* binding */ ask),
/* harmony export */   kI: () => (/* binding */ askPast)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5304);
/* harmony import */ var _web_marker_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5184);


const patience = 15_000;
/** Asks as a browser does: caches on the way may answer. Never throws for what the address does. */
async function ask({ http, signal }, url) {
    try {
        const response = await http(url, {
            headers: { accept: "text/html,application/xhtml+xml,*/*;q=0.8" },
            redirect: "manual",
            signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
        });
        const text = await response.text();
        const { status, headers } = response;
        const marker = (0,_web_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .markerIn */ .AF)(text) ?? null;
        const said = marker === null ? `answers ${status} without a build marker` : `serves ${marker}`;
        return { status, marker, text, location: placeOf(headers), headers, said };
    }
    catch (error) {
        signal.throwIfAborted();
        const said = `gives no answer (${(0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(error)})`;
        return { status: 0, marker: null, text: "", location: null, headers: new Headers(), said };
    }
}
/** Asks the same past the cache: no copy is kept under a query that nobody has ever asked with. */
async function askPast(world, hostOrigin, path) {
    const url = new URL(path, hostOrigin);
    url.searchParams.set("rollout-check", world.clock.now().toString(36));
    return await ask(world, url.href);
}
/** Whether two answers are the same to a reader. */
function isSame(one, other) {
    return (one.status !== 0 &&
        one.status === other.status &&
        one.location === other.location &&
        (one.status >= 300 && one.status < 400 ? true : one.text === other.text));
}
/** Where a redirect leads, without the query that we may have asked with. */
function placeOf(headers) {
    const location = headers.get("location");
    return location === null ? null : location.replace(/[?#].*$/, "");
}


/***/ }),

/***/ 3632:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ cdnInputs)
});

// EXTERNAL MODULE: ./lib/kit/action/input.js
var input = __webpack_require__(6583);
;// CONCATENATED MODULE: ./lib/kit/providers/cdns/names.js
/** The CDNs that this suite knows; `cdns.ts` has one opener for each. `none` is said, never assumed. */
const cdnNames = ["cloudflare", "none"];

// EXTERNAL MODULE: ./lib/kit/parts/web/origins.js
var origins = __webpack_require__(8007);
// EXTERNAL MODULE: ./lib/kit/providers/cdns/pattern.js
var cdns_pattern = __webpack_require__(7896);
;// CONCATENATED MODULE: ./lib/kit/parts/cdn/patterns-input.js


/** What is to be purged, read and refused as a whole: `everything` stands alone, and nothing stands twice. */
function patterns(texts) {
    const texting = (0,input/* list */.p_)(texts);
    const parse = (raw) => {
        const parts = texting.parse(raw);
        return "value" in parts ? readAll(parts.value) : parts;
    };
    return { ...texting, kind: "list of paths", parse };
}
function readAll(texts) {
    const read = texts.map(cdns_pattern/* readPattern */.Z);
    const wrong = read.find((one) => "wrong" in one);
    if (wrong !== undefined && "wrong" in wrong) {
        return { expected: `paths that can be purged exactly (${wrong.wrong})`, write: `["${wrong.write}"]` };
    }
    const found = read.flatMap((one) => ("wrong" in one ? [] : [one]));
    if (found.length === 0)
        return { expected: "at least one path", write: '["/", "/index.html"]' };
    if (found.length > 1 && found.some(({ kind }) => kind === "everything")) {
        return { expected: "everything alone, or paths without it", write: "[everything]" };
    }
    const known = new Map(found.map((pattern) => [(0,cdns_pattern/* patternText */.U)(pattern), pattern]));
    return { value: [...known.values()] };
}

;// CONCATENATED MODULE: ./lib/kit/parts/cdn/inputs.js




/** What `plan`, `purge-cdn` and `rollback` need to know of the CDN in front of a target's web app. */
const cdnInputs = {
    cdn: (0,input/* oneOf */.yL)(cdnNames, {
        description: "The CDN in front of the web app; `none` where there is none, and it must be said.",
    }),
    origins: (0,origins/* origins */.kt)({
        description: "What browsers ask for: `app.example.com` means https; `http://` only for loopback. Each must serve the release.",
    }),
    "host-origins": origins/* hostOrigins */.Ug,
    zone: (0,input/* optional */.lq)((0,input/* text */.Qq)({ description: "The zone at the CDN (Cloudflare: its id, not its name)." })),
    "cdn-token": (0,input/* optional */.lq)((0,input/* secret */.rJ)({ description: "Token for the CDN (Cloudflare: Zone → Cache Purge → Purge). `plan` needs none." })),
    "cdn-api-url": (0,input/* url */.OZ)({
        description: "Base URL of the CDN's API.",
        default: "https://api.cloudflare.com/client/v4",
    }),
    paths: (0,input/* optional */.lq)(patterns({
        description: "What is purged: `/path`, `/prefix/*` (covers `/prefix`, `/prefix/`, `/prefix?…` and below), `tag:x`, `host:x`; or `everything`, alone.",
    })),
    invalidate: (0,input/* flag */.Jt)({
        description: "Ask the origin whether a copy is still good instead of forgetting it (soft purge). A rollback always purges hard.",
        default: "false",
    }),
    "purge-limit": (0,input/* integer */.nd)({
        description: "At most how often to purge, when an old page was cached again meanwhile.",
        default: "3",
        min: 1,
        max: 20,
    }),
    "ignore-edges": (0,input/* list */.p_)({
        description: "CDNs that may answer on the origins although they are not declared, by name: the host's own edge, or one that keeps no pages.",
        default: "",
    }),
    "verify-timeout": (0,input/* duration */.p0)({
        description: "How long the CDN may take to serve the release on every route.",
        default: "2m",
    }),
    "poll-interval": (0,input/* duration */.p0)({ description: "Time between two looks.", default: "2s" }),
};


/***/ }),

/***/ 6214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ proveRoutes),
/* harmony export */   t: () => (/* binding */ routesLine)
/* harmony export */ });
/* harmony import */ var _ask_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7300);

/** Asks every route through the CDN once. The body decides; the headers are evidence. */
async function proveRoutes(world, cdn, routes, wanted, pastOf) {
    return await Promise.all(routes.map(async (route) => {
        const seen = await (0,_ask_js__WEBPACK_IMPORTED_MODULE_0__/* .ask */ .kA)(world, route.origin + route.path);
        const { from, said } = cdn.says(seen.headers);
        const serves = await isWanted(world, route, seen, from, wanted, pastOf);
        const { marker } = seen;
        return { ...route, serves, marker, from, said: `${seen.said}${said === "" ? "" : ` (${said})`}` };
    }));
}
/**
 * A page with a marker is told by it. What carries none (a redirect, a manifest, an unmarked site) must be what the
 * origin gives at this moment; where the origin gives something else each time, it must not come from a copy.
 */
async function isWanted(world, { origin, path }, seen, from, wanted, pastOf) {
    if (seen.status === 0)
        return false;
    if (seen.marker !== null && wanted.marker !== null)
        return seen.marker === wanted.marker;
    const past = await (0,_ask_js__WEBPACK_IMPORTED_MODULE_0__/* .askPast */ .kI)(world, pastOf(origin), path);
    if ((0,_ask_js__WEBPACK_IMPORTED_MODULE_0__/* .isSame */ .Ft)(seen, past))
        return true;
    const fresh = from === "origin" || from === "uncached";
    return fresh && past.marker === seen.marker && past.status === seen.status;
}
/** «x of n routes serve <marker> through <cdn>» */
function routesLine(proofs, what, cdn) {
    const serving = proofs.filter((proof) => proof.serves).length;
    return `${serving} of ${proofs.length} routes serve ${what} through ${cdn}`;
}


/***/ }),

/***/ 3593:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ purgeAndVerify)
});

// EXTERNAL MODULE: ./lib/kit/providers/cdns/cdns.js + 4 modules
var cdns = __webpack_require__(7445);
// EXTERNAL MODULE: ./lib/kit/parts/web/origins.js
var origins = __webpack_require__(8007);
// EXTERNAL MODULE: ./lib/kit/parts/web/served.js
var served = __webpack_require__(4171);
// EXTERNAL MODULE: ./lib/kit/parts/cdn/prove-routes.js
var prove_routes = __webpack_require__(6214);
// EXTERNAL MODULE: ./lib/kit/parts/web/probe-staged.js
var probe_staged = __webpack_require__(4321);
// EXTERNAL MODULE: ./lib/kit/parts/cdn/ask.js
var ask = __webpack_require__(7300);
;// CONCATENATED MODULE: ./lib/kit/parts/cdn/prove-whole.js


/** Asks for what the old pages name; a page of each release and origin stands for all of its kind. */
async function proveWhole(world, routes) {
    const old = new Map(routes.filter(({ serves }) => !serves).map((route) => [`${route.origin} ${route.marker ?? ""}`, route]));
    const pages = await Promise.all([...old.values()].map(({ origin, path }) => (0,ask/* ask */.kA)(world, origin + path)));
    const urls = [...old.values()].flatMap(({ origin }, index) => (0,probe_staged/* resourcesOf */.F)(pages[index]?.text ?? "", origin));
    const answers = await Promise.all([...new Set(urls)].map(async (url) => ({ url, answer: await (0,ask/* ask */.kA)(world, url) })));
    const missing = [
        ...[...old.values()]
            .filter((_, index) => isBroken(pages[index]?.status))
            .map(({ origin, path }) => origin + path),
        ...answers.filter(({ answer }) => !isResource(answer)).map(({ url }) => url),
    ];
    return {
        asked: old.size + answers.length,
        answered: old.size + answers.length - missing.length,
        missing: missing[0],
    };
}
function isBroken(status = 0) {
    return status === 0 || status >= 400;
}
function isResource({ status, headers }) {
    return status === 200 && /javascript|css|wasm/.test(headers.get("content-type") ?? "");
}

// EXTERNAL MODULE: ./lib/kit/parts/cdn/routes.js
var cdn_routes = __webpack_require__(511);
;// CONCATENATED MODULE: ./lib/kit/parts/cdn/purge-and-verify.js






/** After this many looks at an old copy, somebody must have cached it again. */
const looksBeforeAgain = 3;
/**
 * Waits until the origins serve it past the CDN, purges, and asks every route through the CDN until it serves it
 * too; purges again, within limits, where an old page was cached again in between. With `cdn: none` nothing is
 * done, and it is verified.
 * @throws {UserError} PR102, PR104, PR301 to PR307 when the CDN refuses the purge.
 */
async function purgeAndVerify(inputs, wanted, world) {
    const cdn = (0,cdns/* openCdn */.q)(inputs, world);
    const nothing = {
        cdn: cdn.name,
        origins: [],
        before: [],
        routes: [],
        whole: undefined,
        purges: 0,
        ids: [],
    };
    if (cdn.name === "none")
        return { ...nothing, verified: true };
    const routes = (0,cdn_routes/* routesOf */.e)(inputs.origins, inputs.paths ?? []);
    const origins = await proveBehind(inputs, wanted, world);
    if (!origins.every((proof) => proof.serves))
        return { ...nothing, origins, verified: false };
    const look = () => lookAt(inputs, cdn, routes, wanted, world);
    const before = await look();
    const purged = await purgeUntil(inputs, cdn, wanted, look, world);
    const whole = purged.verified ? undefined : await proveWhole(world, purged.routes);
    return { ...nothing, origins, before, ...purged, whole };
}
function lookAt(inputs, cdn, routes, wanted, world) {
    return (0,prove_routes/* proveRoutes */.j)(world, cdn, routes, wanted, (origin) => (0,origins/* pastOrigins */.MD)(inputs)[inputs.origins.indexOf(origin)] ?? origin);
}
function proveBehind(inputs, wanted, world) {
    const times = { timeout: inputs.verifyTimeout, interval: inputs.pollInterval };
    const behind = (0,origins/* pastOrigins */.MD)(inputs);
    return wanted.marker === null
        ? (0,served/* proveGone */.en)(world, behind, wanted.gone ?? null, times)
        : (0,served/* proveOrigins */.ui)(world, behind, wanted.marker, times);
}
async function purgeUntil(inputs, cdn, { hard = false }, look, world) {
    const order = { origins: inputs.origins, patterns: inputs.paths ?? [], soft: inputs.invalidate && !hard };
    const end = world.clock.now() + inputs.verifyTimeout;
    const ids = [...(await cdn.purge(order))];
    for (let purges = 1, looks = 1;; looks += 1) {
        const routes = await look();
        if (routes.every((route) => route.serves))
            return { verified: true, routes, purges, ids };
        if (world.clock.now() >= end)
            return { verified: false, routes, purges, ids };
        if (looks >= looksBeforeAgain && purges < inputs.purgeLimit && routes.some(isOldCopy)) {
            world.log.info(`${routes.filter(isOldCopy).length} routes were cached again with the old page; purging again.`);
            ids.push(...(await cdn.purge(order)));
            purges += 1;
            looks = 0;
        }
        await world.clock.sleep(inputs.pollInterval, world.signal);
    }
}
function isOldCopy({ serves, from }) {
    return !serves && (from === "cache" || from === "unknown");
}


/***/ }),

/***/ 511:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ routesOf),
/* harmony export */   n: () => (/* binding */ unseen)
/* harmony export */ });
/* harmony import */ var _providers_cdns_pattern_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7896);

/**
 * The same addresses in every release, so that what an earlier one left in the cache is met. They look like an
 * address that a person follows: below the base, and with a query.
 */
const below = "rollout-check";
const query = "?rollout-route=1";
/** The addresses that prove a purge: for `/x/*` its base, with slash, with query and one level below. */
function routesOf(origins, patterns) {
    const all = origins.flatMap((origin) => patterns.flatMap((pattern) => pathsOf(origin, pattern).map((path) => ({ origin, path, pattern: (0,_providers_cdns_pattern_js__WEBPACK_IMPORTED_MODULE_0__/* .patternText */ .U)(pattern) }))));
    const known = new Map();
    for (const route of all) {
        const url = route.origin + route.path;
        if (!known.has(url))
            known.set(url, route);
    }
    return [...known.values()];
}
/** The patterns of which no address is known: what carries a tag, and hosts that are no origins. */
function unseen(origins, patterns) {
    return patterns
        .filter((pattern) => origins.every((origin) => pathsOf(origin, pattern).length === 0))
        .map(_providers_cdns_pattern_js__WEBPACK_IMPORTED_MODULE_0__/* .patternText */ .U);
}
function pathsOf(origin, pattern) {
    if (pattern.kind === "path")
        return [pattern.value];
    if (pattern.kind === "prefix")
        return ofPrefix(pattern.value);
    if (pattern.kind === "everything")
        return ofPrefix("/");
    return pattern.kind === "host" && new URL(origin).host === pattern.value ? ofPrefix("/") : [];
}
function ofPrefix(base) {
    if (base === "/")
        return ["/", `/${query}`, `/${below}`];
    return [base, `${base}/`, `${base}${query}`, `${base}/${below}`];
}


/***/ }),

/***/ 4321:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ resourcesOf),
/* harmony export */   J: () => (/* binding */ probeStaged)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5304);
/* harmony import */ var _marker_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5184);


const patience = 15_000;
const edgeTries = 5;
/**
 * Asks the staged site, before any traffic, what would break production: the page and its marker, its scripts
 * and styles, how long the page is cached, and whether a missing asset is really missing.
 * @throws {UserError} PR432: nothing has been promoted.
 */
async function probeStaged(world, site, interval) {
    const page = await askPage(world, site, interval);
    const html = await page.text();
    const found = (0,_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .markerIn */ .AF)(html);
    if (found !== site.marker) {
        throw wrong(site, `its page says ${found ?? "no build marker"} instead of ${site.marker}`);
    }
    const kept = page.headers.get("cache-control") ?? "";
    if (/\bimmutable\b/.test(kept) || Number(/\bmax-age=(\d+)/.exec(kept)?.[1] ?? "0") > 0) {
        throw wrong(site, `its page may be kept by browsers (cache-control: ${kept})`);
    }
    await probeMissingAsset(world, site);
    const resources = resourcesOf(html, site.url);
    for (const url of resources)
        await probeResource(world, site, url);
    return { resources: resources.length };
}
/** Scripts, styles and preloaded modules that a page names on its own origin. */
function resourcesOf(html, base) {
    const tags = html.match(/<(?:script|link)\b[^>]*>/gi) ?? [];
    const wanted = tags.filter((tag) => /^<script/i.test(tag) || /\brel\s*=\s*["']?(?:stylesheet|modulepreload)\b/i.test(tag));
    const urls = wanted.flatMap((tag) => {
        const named = /\b(?:src|href)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(tag);
        const text = named?.[1] ?? named?.[2] ?? named?.[3];
        return text !== undefined && URL.canParse(text, base) ? [new URL(text, base)] : [];
    });
    const own = urls.filter((url) => url.origin === new URL(base).origin).map((url) => url.href);
    return [...new Set(own)];
}
/** A deployment that is ready may take a moment to be known everywhere. */
async function askPage(world, site, interval) {
    for (let tries = 1;; tries += 1) {
        const answer = await ask(world, site, `${site.url}/`).catch((error) => {
            world.signal.throwIfAborted();
            return (0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(error);
        });
        if (typeof answer !== "string") {
            if (answer.status === 200)
                return answer;
            refuseLogin(site, answer);
        }
        const said = typeof answer === "string" ? `gave no answer (${answer})` : `answered ${answer.status}`;
        if (tries >= edgeTries)
            throw wrong(site, `it ${said}`);
        await world.clock.sleep(interval, world.signal);
    }
}
function refuseLogin(site, { status, headers }) {
    const login = status === 401 || status === 403 || (headers.get("location") ?? "").includes("sso");
    if (!login)
        return;
    const secret = Object.keys(site.headers).length > 0 ? "does not let us in" : "is not given";
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR432", `The staged site at ${site.url} is behind the host's login page (${status}), and \`protection-bypass\` ${secret}. Production was not touched.`, "Create a protection bypass for automation in the host's settings and pass it as `protection-bypass`.");
}
/** A catch-all that answers a missing chunk with the page poisons caches for as long as assets are kept. */
async function probeMissingAsset(world, site) {
    const path = `/${site.assets}/rollout-missing-${site.marker}.js`;
    const answer = await ask(world, site, `${site.url}${path}`);
    const kept = answer.headers.get("cache-control") ?? "";
    if (answer.status === 404 && !/\bimmutable\b/.test(kept))
        return;
    const what = `${answer.status}${kept === "" ? "" : `, cache-control: ${kept}`}`;
    throw wrong(site, `a missing asset (${path}) is answered with ${what} instead of 404`);
}
async function probeResource(world, site, url) {
    const answer = await ask(world, site, url);
    const type = answer.headers.get("content-type") ?? "";
    if (answer.status === 200 && /javascript|css|wasm/.test(type))
        return;
    throw wrong(site, `${new URL(url).pathname} is answered with ${answer.status} ${type}`);
}
async function ask({ http, signal }, { headers }, url) {
    return await http(url, {
        headers,
        redirect: "manual",
        signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    });
}
function wrong({ url }, what) {
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR432", `The staged site at ${url} is not fit for production: ${what}. Production was not touched.`, "Correct the build or the host's routes, then run again.");
}


/***/ }),

/***/ 7445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ openCdn)
});

// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(5304);
// EXTERNAL MODULE: ./lib/kit/ports/json-api.js
var json_api = __webpack_require__(4232);
;// CONCATENATED MODULE: ./lib/kit/providers/cdns/cloudflare/answers.js

const unknownZone = new Set([7000, 7003]);
const badToken = new Set([1000, 6003, 6103, 6111, 9103, 9106, 9109, 10000]);
/** An answer that is not a success, as what a person can mend. Its own words are in the message, with their code. */
function refusalOf(what, status, answer, tokenHint) {
    const errors = (answer.errors ?? []).flatMap((error) => [error, ...(error.error_chain ?? [])]);
    const words = errors
        .map(({ code, message }) => `${message ?? "no message"} (${code ?? "no code"})`)
        .join("; ");
    const said = `${what} answered ${status} with success: ${answer.success ?? "(nothing)"}: ${words.slice(0, 300) || "no reason"}`;
    const message = `${said.replace(/\s+/g, " ")}. It is not purged.`;
    const codes = errors.map(({ code }) => code ?? 0);
    const [code, fix] = kindOf(status, codes, tokenHint);
    return new user_error/* UserError */.yo(code, message, fix);
}
function kindOf(status, codes, tokenHint) {
    if (codes.some((code) => unknownZone.has(code)) || status === 404) {
        return ["PR303", "Check zone: the id of the zone (32 hex digits, on its Overview page), not its name."];
    }
    if (status === 401 || status === 403 || codes.some((code) => badToken.has(code)))
        return ["PR302", tokenHint];
    return [
        "PR304",
        "Read Cloudflare's reason above; it may have accepted another part of this purge. Run again.",
    ];
}

;// CONCATENATED MODULE: ./lib/kit/providers/cdns/cloudflare/selectors.js
/** Items that one call takes on every plan. */
const itemsPerCall = 100;
/** The calls for an order: one selector each, at most `itemsPerCall` items. */
function selectorsOf({ origins, patterns }) {
    if (patterns.some(({ kind }) => kind === "everything"))
        return [{ name: "purge_everything" }];
    const values = (kind) => patterns.flatMap((pattern) => (pattern.kind === kind && "value" in pattern ? [pattern.value] : []));
    const selectors = [
        {
            name: "files",
            items: origins.flatMap((origin) => values("path").flatMap((path) => urls(origin, path))),
        },
        {
            name: "prefixes",
            items: origins.flatMap((origin) => values("prefix").map((base) => prefix(origin, base))),
        },
        { name: "hosts", items: values("host") },
        { name: "tags", items: values("tag") },
    ];
    return selectors.flatMap(inCalls);
}
/** Both halves of a selector that was too long for the account's plan; itself when it cannot be halved. */
function halves(selector) {
    if (selector.name === "purge_everything" || selector.items.length < 2)
        return [selector];
    const { name, items } = selector;
    const middle = Math.ceil(items.length / 2);
    return [
        { name, items: items.slice(0, middle) },
        { name, items: items.slice(middle) },
    ];
}
/** The body of the call. */
function bodyOf(selector) {
    return selector.name === "purge_everything"
        ? { purge_everything: true }
        : { [selector.name]: selector.items };
}
function inCalls(selector) {
    if (selector.name === "purge_everything")
        return [selector];
    const { name } = selector;
    const items = [...new Set(selector.items)];
    const calls = Array.from({ length: Math.ceil(items.length / itemsPerCall) }, (_, index) => index * itemsPerCall);
    return calls.map((start) => ({ name, items: items.slice(start, start + itemsPerCall) }));
}
/** A copy is kept for each scheme: what http:// gave must not outlive what https:// gives. */
function urls(origin, path) {
    const { host, protocol } = new URL(origin);
    return protocol === "https:"
        ? [`https://${host}${path}`, `http://${host}${path}`]
        : [`http://${host}${path}`];
}
/** Host and path, without a scheme; the whole host for `/*`. */
function prefix(origin, base) {
    return `${new URL(origin).host}${base === "/" ? "" : base}`;
}

;// CONCATENATED MODULE: ./lib/kit/providers/cdns/cloudflare/cloudflare.js




const tokenHint = "Pass a Cloudflare API token with Zone → Cache Purge → Purge for this zone as `cdn-token`.";
/** A smaller call than this is not refused for its length. */
const smallest = 25;
/** Cloudflare by its REST API. */
function cloudflareCdn(world, settings) {
    return {
        name: "cloudflare",
        purges: new Set(["path", "prefix", "tag", "host", "everything"]),
        purge: (order) => purge(world, settings, order),
        says,
    };
}
async function purge(world, { apiUrl, token, zone }, order) {
    if (token === undefined || token === "") {
        throw new user_error/* UserError */.yo("PR104", "cdn cloudflare needs `cdn-token`, but it is empty. Nothing was purged.", tokenHint);
    }
    const api = (0,json_api/* jsonApi */.Z)(world, {
        name: "Cloudflare",
        baseUrl: apiUrl,
        headers: { authorization: `Bearer ${token}`, "user-agent": "prism-rollout" },
        tokenHint,
        // The smallest plan gives five calls a minute and names no wait: the waits add up to more than its 12 s.
        attempts: 6,
    });
    const path = `/zones/${encodeURIComponent(zone)}/${order.soft ? "invalidate_cache" : "purge_cache"}`;
    const ids = [];
    const waiting = [...selectorsOf(order)];
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const answer = await ask(api, path, next);
        if (answer.tooLong)
            waiting.unshift(...halves(next));
        else
            ids.push(answer.id);
    }
    return ids;
}
/** @throws {UserError} for every answer that is not `success: true`, whatever its status. */
async function ask(api, path, selector) {
    const { status, json } = await api("POST", path, {
        json: bodyOf(selector),
        // Purging twice does no harm.
        safe: true,
        accept: [200, 400, 401, 403, 404],
    });
    const answer = (json ?? {});
    if (status === 200 && answer.success === true)
        return { tooLong: false, id: answer.result?.id ?? "" };
    const many = selector.name !== "purge_everything" && selector.items.length > smallest;
    if (status === 400 && many && answer.success === false)
        return { tooLong: true };
    throw refusalOf(`Cloudflare POST ${path} (${selector.name})`, status, answer, tokenHint);
}
const kept = new Set(["HIT", "STALE", "UPDATING"]);
/** REVALIDATED is a copy of which the origin has just said that it is still the same. */
const fetched = new Set(["MISS", "EXPIRED", "REVALIDATED"]);
function says(headers) {
    const status = headers.get("cf-cache-status");
    if (status === null)
        return { from: "unknown", said: "no cf-cache-status" };
    const age = headers.get("age");
    const said = `cf-cache-status ${status}${age === null ? "" : `, age ${age}`}`;
    const word = status.toUpperCase();
    if (kept.has(word))
        return { from: "cache", said };
    return { from: fetched.has(word) ? "origin" : "uncached", said };
}

;// CONCATENATED MODULE: ./lib/kit/providers/cdns/none/none.js
/** No CDN in front of the app: there is nothing to purge, and nothing that it could be asked. */
const noCdn = {
    name: "none",
    purges: new Set(),
    purge: async () => [],
    says: () => ({ from: "unknown", said: "" }),
};

// EXTERNAL MODULE: ./lib/kit/providers/cdns/pattern.js
var pattern = __webpack_require__(7896);
;// CONCATENATED MODULE: ./lib/kit/providers/cdns/cdns.js




const openers = {
    cloudflare: openCloudflare,
    none: () => noCdn,
};
/**
 * The CDN that a target names. Its token is asked for by the first purge only: looking needs none.
 * @throws {UserError} PR102 when an input is missing, or a pattern is one that this CDN cannot purge exactly.
 */
function openCdn(inputs, world) {
    const cdn = openers[inputs.cdn](inputs, world);
    if (cdn.name === "none")
        return cdn;
    if (inputs.paths === undefined) {
        const fix = 'Write paths: ["/", "/index.html", "/results/*"], or cdn: none where there is no CDN.';
        throw new user_error/* UserError */.yo("PR102", `cdn ${cdn.name} needs \`paths\`, but there are none.`, fix);
    }
    const beyond = inputs.paths.filter((pattern) => !cdn.purges.has(pattern.kind)).map(pattern/* patternText */.U);
    if (beyond.length === 0)
        return cdn;
    const can = [...cdn.purges].join(", ");
    throw new user_error/* UserError */.yo("PR102", `cdn ${cdn.name} cannot purge exactly ${beyond.join(", ")}: it knows ${can}.`, "Write these paths in another way; nothing is purged that was not written.");
}
function openCloudflare({ zone, cdnToken, cdnApiUrl }, world) {
    if (zone === undefined) {
        const fix = "Write zone: and the zone's id (32 hex digits, on its Overview page) for this target.";
        throw new user_error/* UserError */.yo("PR102", "cdn cloudflare needs `zone`, but it is not given.", fix);
    }
    return cloudflareCdn(world, { apiUrl: cdnApiUrl, token: cdnToken, zone });
}


/***/ }),

/***/ 7896:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ patternText),
/* harmony export */   Z: () => (/* binding */ readPattern)
/* harmony export */ });
/**
 * Reads one pattern: `/path`, `/prefix/*`, `tag:x`, `host:app.example.com` or `everything`. Whatever could only
 * be purged by purging more than was written is refused here.
 */
function readPattern(text) {
    const read = readOne(text.trim());
    return "wrong" in read ? { ...read, write: readable(read.write) } : read;
}
/** What is advised must itself be right. */
function readable(advice) {
    for (let tries = 0, next = advice; tries < 4; tries += 1) {
        const read = readOne(next);
        if (!("wrong" in read))
            return next;
        next = read.write;
    }
    return "/index.html";
}
function readOne(written) {
    if (written === "everything")
        return { kind: "everything" };
    if (written.startsWith("tag:"))
        return readTag(written.slice("tag:".length));
    if (written.startsWith("host:"))
        return readHost(written.slice("host:".length));
    if (!written.startsWith("/")) {
        const write = `/${written.replace(/^[a-z]+:\/\/[^/]*\/?/i, "")}`;
        return { wrong: `"${written}" does not begin with /`, write };
    }
    return readPath(written);
}
/** As a person wrote it. */
function patternText(pattern) {
    if (pattern.kind === "everything")
        return "everything";
    if (pattern.kind === "path")
        return pattern.value;
    if (pattern.kind === "prefix")
        return pattern.value === "/" ? "/*" : `${pattern.value}/*`;
    return `${pattern.kind}:${pattern.value}`;
}
function readPath(written) {
    const isPrefix = written.endsWith("/*");
    const bare = isPrefix ? written.slice(0, -2) || "/" : written;
    const before = bare.slice(0, bare.indexOf("*")).replace(/\/+$/, "");
    if (bare.includes("*")) {
        const wrong = `"${written}" has a * that is not a last segment of its own; no CDN purges just that`;
        return { wrong, write: `${before}/*` };
    }
    if (isPrefix && /[?#]/.test(bare)) {
        return { wrong: `"${written}" has a query before its /*`, write: `${bare.replace(/[?#].*$/, "")}/*` };
    }
    const asked = asAsked(bare);
    if (asked === undefined)
        return { wrong: `"${written}" is no path`, write: "/index.html" };
    if (asked !== bare) {
        const wrong = `"${written}" is not how a browser asks for it`;
        return { wrong, write: isPrefix ? `${asked.replace(/\/$/, "")}/*` : asked };
    }
    if (isPrefix && bare !== "/" && bare.endsWith("/")) {
        return { wrong: `"${written}" has an empty segment`, write: `${bare.replace(/\/+$/, "")}/*` };
    }
    return { kind: isPrefix ? "prefix" : "path", value: bare };
}
/** The path and query as they stand in a request, or undefined when it is none of this origin. */
function asAsked(path) {
    if (path.startsWith("//") || !URL.canParse(path, "http://a.invalid"))
        return undefined;
    const url = new URL(path, "http://a.invalid");
    return url.pathname + url.search;
}
function readTag(tag) {
    const fits = /^[!-+\--~]{1,1024}$/.test(tag);
    if (fits)
        return { kind: "tag", value: tag };
    return { wrong: `"tag:${tag}" is not printable ASCII without blanks and commas`, write: "tag:app-shell" };
}
function readHost(host) {
    const fits = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/.test(host);
    if (fits)
        return { kind: "host", value: host };
    const bare = /^(?:[a-z]+:\/\/)?([a-z0-9.-]+)/i.exec(host)?.[1]?.toLowerCase();
    const write = `host:${bare ?? "app.example.com"}`;
    return { wrong: `"host:${host}" is not a host name`, write };
}


/***/ }),

/***/ 6641:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ openJournal)
/* harmony export */ });
/* harmony import */ var _receipt_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8386);

/** Opens a phase's journal where an earlier attempt left it. */
async function openJournal(record, of) {
    const { release, phase, attempt, approvedBy } = of;
    const receipts = (await record.receipts(release)).filter((receipt) => receipt.phase === phase);
    const put = async (receipt) => {
        const at = receipts.findIndex((known) => known.seq === receipt.seq);
        if (at === -1)
            receipts.push(receipt);
        else
            receipts[at] = receipt;
        await of.onChange(receipts);
    };
    return {
        receipts: () => receipts,
        change: async (component, states, work) => {
            const intended = (0,_receipt_js__WEBPACK_IMPORTED_MODULE_0__/* .intend */ .fY)({ release, phase, attempt, approvedBy, component, ...states }, receipts.at(-1));
            const id = await record.intend(intended);
            await put(intended);
            try {
                const after = await work();
                const done = (0,_receipt_js__WEBPACK_IMPORTED_MODULE_0__/* .complete */ .My)(intended, "done", after);
                await put(done);
                await record.complete(id, done);
                return after;
            }
            catch (error) {
                const failed = (0,_receipt_js__WEBPACK_IMPORTED_MODULE_0__/* .complete */ .My)(intended, "failed");
                await put(failed);
                await record.complete(id, failed).catch(() => undefined);
                throw error;
            }
        },
    };
}


/***/ }),

/***/ 6736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ takeLease),
/* harmony export */   w: () => (/* binding */ releaseLease)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5304);
/* harmony import */ var _ports_github_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6056);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(113);



const leaseTask = "rollout-lease";
/**
 * Takes the target: create, list again, the lowest live id holds. A lease of this release is kept (a later
 * phase, a re-run); one whose run has ended is void.
 * @throws {UserError} PR204 naming the holder; the loser's own lease is set inactive first.
 */
async function takeLease(github, context, target, lease) {
    const before = await holders(github, context, target);
    if (before.some((holder) => holder.lease.release === lease.release))
        return;
    if (before[0] !== undefined)
        throw heldBy(target, before[0]);
    const environment = (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .recordEnvironment */ .lk)(target);
    const id = await (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .create */ .vt)(github, { environment, ref: context.sha, task: leaseTask, payload: lease });
    await (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .setStatus */ .Lx)(github, id, "in_progress", lease.release);
    const holder = (await holders(github, context, target))[0];
    if (holder === undefined || holder.id === id)
        return;
    await (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .setStatus */ .Lx)(github, id, "inactive", `lost to ${holder.lease.release}`);
    throw heldBy(target, holder);
}
/** Gives the target back. A lease that this release does not hold is left alone. */
async function releaseLease(github, target, release) {
    const leases = await (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)(github, (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .recordEnvironment */ .lk)(target), leaseTask);
    const own = leases.filter((deployment) => (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .payloadOf */ .Md)(deployment).release === release);
    for (const { id } of own) {
        if ((await (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .lastStatus */ .by)(github, id))?.state !== "inactive")
            await (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .setStatus */ .Lx)(github, id, "inactive", "given back");
    }
}
function heldBy(target, { lease }) {
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR204", `${target} is held by ${lease.release} (${lease.runUrl}). Nothing was changed.`, "Let that release end, or cancel its run; then run this job again.");
}
/** Live leases, the lowest id first: that one holds. */
async function holders(github, context, target) {
    const leases = await (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)(github, (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .recordEnvironment */ .lk)(target), leaseTask);
    const live = await Promise.all(leases.map((deployment) => holderOf(github, context, deployment)));
    return live.flatMap((holder) => (holder ? [holder] : [])).sort((a, b) => a.id - b.id);
}
async function holderOf(github, context, deployment) {
    const lease = (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .payloadOf */ .Md)(deployment);
    const status = await (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .lastStatus */ .by)(github, deployment.id);
    if (status?.state === "inactive" || (await hasEnded(github, context, lease.runId)))
        return undefined;
    return { id: deployment.id, lease };
}
async function hasEnded(github, context, runId) {
    if (runId === context.runId)
        return false;
    try {
        const { data } = await github.request("GET /repos/{owner}/{repo}/actions/runs/{run_id}", {
            run_id: runId,
        });
        return data.status === "completed";
    }
    catch (error) {
        if ((0,_ports_github_js__WEBPACK_IMPORTED_MODULE_1__/* .isNotFound */ .c4)(error))
            return true;
        throw error;
    }
}


/***/ }),

/***/ 9143:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ localRecord)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1820);



/**
 * The record of an action that stands alone without a token: receipts in `<folder>/receipts.jsonl`. It dies
 * with the job's temp folder unless the workflow uploads it.
 */
function localRecord(folder) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, "receipts.jsonl");
    const append = async (receipt) => {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.appendFile)(file, `${(0,_canonical_js__WEBPACK_IMPORTED_MODULE_2__/* .canonical */ .$N)(receipt)}\n`);
    };
    const none = async () => { };
    return {
        open: none,
        close: none,
        live: async () => undefined,
        unfinished: async () => undefined,
        intend: async (receipt) => {
            await append(receipt);
            return receipt.seq;
        },
        complete: (_, receipt) => append(receipt),
        receipts: async (release) => {
            const lines = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, "utf8").catch(() => "")).split("\n").filter((line) => line !== "");
            const all = lines.map((line) => JSON.parse(line)).filter((one) => one.release === release);
            const last = new Map(all.map((receipt) => [`${receipt.phase}/${receipt.seq}`, receipt]));
            return [...last.values()];
        },
    };
}


/***/ })

};
