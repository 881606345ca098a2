export const id = 56;
export const ids = [56];
export const modules = {

/***/ 17300:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ft: () => (/* binding */ isSame),
/* harmony export */   kA: () => (/* binding */ ask),
/* harmony export */   kI: () => (/* binding */ askPast)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);
/* harmony import */ var _web_marker_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55184);
/* harmony import */ var _ports_ending_after_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3123);



const patience = 15_000;
/** Asks as a browser does: caches on the way may answer. Never throws for what the address does. */
async function ask(world, url, node) {
    const { host, pathname, search } = new URL(url);
    // As a cache is asked that people reach under the site's name.
    return node === undefined
        ? await get(world, url, {})
        : await get(world, node + pathname + search, { host });
}
async function get({ http, signal }, url, headers) {
    try {
        const response = await http(url, {
            headers: { accept: "text/html,application/xhtml+xml,*/*;q=0.8", ...headers },
            redirect: "manual",
            signal: (0,_ports_ending_after_js__WEBPACK_IMPORTED_MODULE_1__/* .endingAfter */ .I)(patience, signal),
        });
        const text = await response.text();
        const { status } = response;
        const marker = (0,_web_marker_js__WEBPACK_IMPORTED_MODULE_2__/* .markerIn */ .AF)(text) ?? null;
        const location = placeOf(response.headers);
        const said = saidOf(status, marker, location);
        return { status, marker, text, location, headers: response.headers, said };
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
function saidOf(status, marker, location) {
    if (marker !== null)
        return `serves ${marker}`;
    return location === null
        ? `answers ${status} without a build marker`
        : `answers ${status}, to ${location}, without a build marker`;
}
/** Where a redirect leads, without the query that we may have asked with. */
function placeOf(headers) {
    const location = headers.get("location");
    return location === null ? null : location.replace(/[?#].*$/, "");
}


/***/ }),

/***/ 17620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ cdnInputs)
});

// EXTERNAL MODULE: ./lib/kit/action/input.js
var input = __webpack_require__(36583);
// EXTERNAL MODULE: ./lib/kit/providers/cdns/names.js
var names = __webpack_require__(35354);
// EXTERNAL MODULE: ./lib/kit/parts/web/origins.js
var origins = __webpack_require__(98007);
// EXTERNAL MODULE: ./lib/kit/parts/web/shared-inputs.js
var shared_inputs = __webpack_require__(97845);
;// CONCATENATED MODULE: ./lib/kit/parts/cdn/nodes-input.js

/** Nodes of a cache, by their addresses: `http://10.0.0.1:6081`. */
function nodes(texts) {
    return ofEach(texts, "list of URLs", "URLs of nodes", "[http://10.0.0.1:6081]", (text) => /^https?:\/\/[^/\s?#]+\/?$/.test(text) && URL.canParse(text) ? new URL(text).origin : undefined);
}
/** Statuses of an answer. */
function statuses(texts) {
    return ofEach(texts, "list of statuses", "statuses from 200 to 599", "[200, 204]", (text) => /^[2-5]\d\d$/.test(text) ? Number(text) : undefined);
}
function ofEach(texts, kind, expected, write, read) {
    const texting = (0,input/* list */.p_)(texts);
    const parse = (raw) => {
        const parts = texting.parse(raw);
        if (!("value" in parts))
            return parts;
        const values = parts.value.flatMap((text) => read(text.trim()) ?? []);
        return values.length === parts.value.length ? { value: values } : { expected, write };
    };
    return { ...texting, kind, parse };
}

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
/** Addresses that can be asked for: paths and what lies below a path, no tags. */
function addresses(texts) {
    const reading = patterns(texts);
    const parse = (raw) => {
        const read = reading.parse(raw);
        if (!("value" in read) || read.value.every(({ kind }) => kind === "path" || kind === "prefix"))
            return read;
        return { expected: "paths that can be asked for", write: '["/", "/results/*"]' };
    };
    return { ...reading, parse };
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

// EXTERNAL MODULE: ./lib/kit/action/input-map.js
var input_map = __webpack_require__(59148);
// EXTERNAL MODULE: ./lib/kit/providers/cdns/http/template.js
var http_template = __webpack_require__(46313);
;// CONCATENATED MODULE: ./lib/kit/parts/cdn/requests-input.js


/** How caches of one's own are told, a request for each kind of pattern. */
function requests(texts) {
    const texting = (0,input_map/* record */.g1)(texts);
    const parse = (raw) => {
        const parts = texting.parse(raw);
        return "value" in parts ? requests_input_readAll(parts.value) : parts;
    };
    return { ...texting, kind: "mapping of requests", parse };
}
function requests_input_readAll(given) {
    const read = {};
    for (const [name, text] of Object.entries(given)) {
        const kind = http_template/* templateKinds */.wk.find((one) => one === name);
        if (kind === undefined)
            return { expected: `requests for ${http_template/* templateKinds */.wk.join(", ")}, not ${name}`, write: write("path") };
        const template = (0,http_template/* readTemplate */.xV)(kind, text);
        if ("wrong" in template)
            return {
                expected: `a request that purges exactly its ${kind} (${template.wrong})`,
                write: write(kind),
            };
        read[kind] = template;
    }
    return { value: read };
}
function write(kind) {
    return `{ ${kind}: "${http_template/* examples */.K1[kind]}" }`;
}

;// CONCATENATED MODULE: ./lib/kit/parts/cdn/inputs.js







/** What `plan`, `purge-cdn` and `rollback` need to know of the CDN in front of a target's web app. */
const cdnInputs = {
    cdn: (0,input/* oneOf */.yL)(names/* cdnNames */.m, {
        description: "The CDN in front of the web app; `none` where there is none, and it must be said.",
    }),
    origins: (0,origins/* origins */.kt)({
        description: "What browsers ask for: `app.example.com` means https; `http://` only for loopback. Each must serve the release.",
    }),
    "host-origins": origins/* hostOrigins */.Ug,
    zone: (0,input/* optional */.lq)((0,input/* text */.Qq)({
        description: "What is purged at the CDN, by its id: Cloudflare's zone, Fastly's service, CloudFront's distribution, Vercel's project, Netlify's site.",
    })),
    "cdn-token": (0,input/* optional */.lq)((0,input/* secret */.rJ)({
        description: "Token for the CDN (Cloudflare: Zone → Cache Purge → Purge). CloudFront takes `<access key id>:<secret access key>`, or what aws-actions/configure-aws-credentials left in the environment. `plan` needs none.",
    })),
    "host-team": shared_inputs/* hostTeam */.e,
    "cdn-api-url": (0,input/* optional */.lq)((0,input/* url */.OZ)({ description: "Base URL of the CDN's API, where it is not the vendor's own." })),
    paths: (0,input/* optional */.lq)(patterns({
        description: "What is purged: `/path`, `/prefix/*` (covers `/prefix`, `/prefix/`, `/prefix?…` and below), `tag:x`, `host:x`; or `everything`, alone.",
    })),
    routes: (0,input/* optional */.lq)(addresses({
        description: "Addresses that must serve the release through the CDN, in the language of `paths`. Without them those that `paths` mean; of tags alone nobody knows the addresses, and `/` is asked.",
    })),
    invalidate: (0,input/* flag */.Jt)({
        description: "Ask the origin whether a copy is still good instead of forgetting it (soft purge). A rollback always purges hard.",
        default: "false",
    }),
    "purge-nodes": nodes({
        description: "cdn `http`: every node of the cache, by its own address (`http://10.0.0.1:6081`); each is told by itself, and asked for every route. Empty: the origins are the nodes.",
        default: "",
    }),
    "purge-requests": requests({
        description: "cdn `http`: how a node is told, a request for each kind of pattern (`path`, `prefix`, `tag`, `host`, `everything`): method and path, then headers a line each (or after `⏎`), an empty line and a body. `{path}`, `{prefix}`, `{regex}`, `{tag}`, `{host}`, `{origin}` and `{token}` are filled in. What has no request is not purged, and refused.",
        default: "{ path: PURGE {path} }",
    }),
    "purge-statuses": statuses({
        description: "cdn `http`: the statuses by which a node says that it has forgotten, or had nothing to forget.",
        default: "200, 202, 204, 404, 412",
    }),
    "purge-wait": (0,input/* duration */.p0)({
        description: "cdn `cloudfront`: how long to wait until every location has an invalidation; `0s` does not wait, and the routes alone prove it.",
        default: "0s",
    }),
    "purge-limit": (0,input/* integer */.nd)({
        description: "At most how often to purge, when an old page was cached again meanwhile.",
        default: "3",
        min: 1,
        max: 20,
    }),
    assets: shared_inputs/* assets */.m,
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

/***/ 43480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bo: () => (/* binding */ skippedLine),
/* harmony export */   nX: () => (/* binding */ purgedOf),
/* harmony export */   su: () => (/* binding */ takesAssets)
/* harmony export */ });
/* harmony import */ var _providers_cdns_pattern_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7896);

/** Open pages still ask for the assets of the release that they came from: to purge these helps nobody, and may break those. */
function purgedOf(inputs) {
    const paths = inputs.paths ?? [];
    const skipped = paths.filter((pattern) => isAsset(pattern, inputs.assets));
    return { purged: paths.filter((pattern) => !skipped.includes(pattern)), skipped };
}
/** «skipped /assets/*, …: hashed assets never change under their address» */
function skippedLine(skipped) {
    return `skipped ${skipped.map(_providers_cdns_pattern_js__WEBPACK_IMPORTED_MODULE_0__/* .patternText */ .U).join(", ")}: hashed assets never change under their address`;
}
/** Whether a purge of this takes hashed assets along, since they lie below it. */
function takesAssets(pattern, assets) {
    const folder = folderOf(assets);
    if (folder === undefined || pattern.kind === "path" || pattern.kind === "tag")
        return false;
    return pattern.kind !== "prefix" || pattern.value === "/" || folder.startsWith(`${pattern.value}/`);
}
function isAsset(pattern, assets) {
    const folder = folderOf(assets);
    if (folder === undefined || (pattern.kind !== "path" && pattern.kind !== "prefix"))
        return false;
    return pattern.value.startsWith(`${folder}/`) || (pattern.kind === "prefix" && pattern.value === folder);
}
/** `/assets`; undefined where no folder is named. */
function folderOf(assets) {
    const bare = assets.replace(/^[./]+|\/+$/g, "");
    return bare === "" ? undefined : `/${bare}`;
}


/***/ }),

/***/ 50511:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RI: () => (/* binding */ routeText),
/* harmony export */   SO: () => (/* binding */ provenAt),
/* harmony export */   eV: () => (/* binding */ routesOf),
/* harmony export */   f$: () => (/* binding */ atNodes),
/* harmony export */   nv: () => (/* binding */ unseen)
/* harmony export */ });
/* harmony import */ var _providers_cdns_pattern_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7896);
/* harmony import */ var _purged_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(43480);


/** «https://app.example.com/results at http://10.0.0.1:6081» */
function routeText({ origin, path, node }) {
    return origin + path + (node === undefined ? "" : ` at ${node}`);
}
/** The same at each node of a cache, besides where a reader is sent: one of them alone would tell of itself only. */
function atNodes(routes, nodes) {
    const others = nodes.flatMap((node) => routes.filter(({ origin }) => origin !== node).map((route) => ({ ...route, node })));
    return [...routes, ...others];
}
/**
 * The same addresses in every release, so that what an earlier one left in the cache is met. They look like an
 * address that a person follows: below the base, and with a query.
 */
const below = "rollout-check";
const query = "?rollout-route=1";
/** The addresses that prove a purge: for `/x/*` its base, with slash, with query and one level below. */
function routesOf(origins, patterns) {
    return unique(addressesOf(origins, patterns));
}
/**
 * The addresses at which a purge is proven: those of `routes`, where they are named; else those of what is purged, and
 * `/` where that has none (a tag names no address).
 */
function provenAt(inputs) {
    const { origins, routes } = inputs;
    const found = routesOf(origins, routes ?? (0,_purged_js__WEBPACK_IMPORTED_MODULE_0__/* .purgedOf */ .nX)(inputs).purged);
    return found.length > 0 ? found : routesOf(origins, [{ kind: "path", value: "/" }]);
}
function addressesOf(origins, patterns) {
    return origins.flatMap((origin) => patterns.flatMap((pattern) => pathsOf(origin, pattern).map((path) => ({ origin, path, pattern: (0,_providers_cdns_pattern_js__WEBPACK_IMPORTED_MODULE_1__/* .patternText */ .U)(pattern) }))));
}
function unique(all) {
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
        .map(_providers_cdns_pattern_js__WEBPACK_IMPORTED_MODULE_1__/* .patternText */ .U);
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

/***/ 4524:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ openCdn)
});

// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(65304);
// EXTERNAL MODULE: ./lib/kit/parts/cdn/purged.js
var cdn_purged = __webpack_require__(43480);
// EXTERNAL MODULE: ./lib/kit/ports/json-api.js
var json_api = __webpack_require__(14232);
// EXTERNAL MODULE: ./lib/kit/parts/functions/change/in-parallel.js
var in_parallel = __webpack_require__(81529);
;// CONCATENATED MODULE: ./lib/kit/providers/cdns/needs.js

/** What is purged at the CDN, by the id that the vendor gave it. @throws {UserError} PR102 when `zone` is not given. */
function zoneOf({ cdn, zone }, what) {
    if (zone !== undefined)
        return zone;
    throw new user_error/* UserError */.yo("PR102", `cdn ${cdn} needs \`zone\`, but it is not given.`, `Write zone: and ${what} for this target.`);
}
/** The lack of `cdn-token`, where it is empty. */
function lackOfToken(token, hint) {
    return token === undefined || token === "" ? { what: "`cdn-token`", fix: hint } : undefined;
}

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
function selectorsOf({ origins, patterns, }) {
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

// EXTERNAL MODULE: ./lib/kit/ports/encoded.js
var encoded = __webpack_require__(84905);
;// CONCATENATED MODULE: ./lib/kit/providers/cdns/cloudflare/cloudflare.js






const tokenHint = "Pass a Cloudflare API token with Zone → Cache Purge → Purge for this zone as `cdn-token`.";
const zoneHint = "the zone's id (32 hex digits, on its Overview page)";
/** A smaller call than this is not refused for its length. */
const smallest = 25;
/** The smallest plan gives five calls a minute; more at once would only wait. */
const atOnce = 4;
/** Cloudflare by its REST API. */
function openCloudflare(inputs, world) {
    const zone = zoneOf(inputs, zoneHint);
    const { cdnToken } = inputs;
    // The smallest plan gives five calls a minute and names no wait: the waits add up to more than its 12 s.
    const api = cloudflareApi(inputs, world, 6);
    return {
        name: "cloudflare",
        purges: new Set(["path", "prefix", "tag", "host", "everything"]),
        softens: new Set(["path", "prefix", "tag", "host", "everything"]),
        takesQueries: false,
        lacks: () => lackOfToken(cdnToken, tokenHint),
        purge: (order) => purge(api, zone, order),
        says,
    };
}
/** A caller of Cloudflare's API. */
function cloudflareApi({ cdnToken, cdnApiUrl }, world, attempts) {
    return (0,json_api/* jsonApi */.Z)(world, {
        name: "Cloudflare",
        baseUrl: cdnApiUrl ?? "https://api.cloudflare.com/client/v4",
        headers: { authorization: `Bearer ${cdnToken ?? ""}`, "user-agent": "prism-rollout" },
        tokenHint,
        attempts,
    });
}
/** Selectors do not depend on each other. Which of them were taken where one is refused, the next attempt need not know. */
async function purge(api, zone, order) {
    const path = `/zones/${(0,encoded/* encoded */.d)(zone)}/${order.soft ? "invalidate_cache" : "purge_cache"}`;
    const all = async (selectors) => (await (0,in_parallel/* inParallel */.H)(selectors, one, atOnce)).flat();
    const one = async (selector) => {
        const answer = await ask(api, path, selector);
        return answer.tooLong ? await all(halves(selector)) : [answer.id];
    };
    return await all(selectorsOf(order));
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/kit/ports/retry.js
var retry = __webpack_require__(93073);
;// CONCATENATED MODULE: ./lib/kit/providers/cdns/cloudfront/credentials.js
const hint = "Run aws-actions/configure-aws-credentials before this step; or pass `<access key id>:<secret access key>` as `cdn-token`. They need cloudfront:CreateInvalidation and cloudfront:GetInvalidation for this distribution.";
const credentialsHint = hint;
/**
 * The credentials as `aws-actions/configure-aws-credentials` leaves them in the environment, or as `cdn-token` has
 * them: the id, the secret and, where there is one, the session token, with colons between.
 */
function credentialsOf(token, env) {
    if (token !== undefined && token !== "") {
        const [id, secret, session] = token.split(":");
        if (id && secret)
            return { id, secret, session };
        return { what: "`cdn-token` as `<access key id>:<secret access key>`", fix: hint };
    }
    const [id, secret, session] = ["ACCESS_KEY_ID", "SECRET_ACCESS_KEY", "SESSION_TOKEN"].map((name) => env[`AWS_${name}`]);
    if (id && secret)
        return { id, secret, session };
    return { what: id ? "`AWS_SECRET_ACCESS_KEY`" : "`AWS_ACCESS_KEY_ID`", fix: hint };
}

;// CONCATENATED MODULE: ./lib/kit/providers/cdns/cloudfront/sigv4.js


const algorithm = "AWS4-HMAC-SHA256";
/** The header `authorization` of AWS's Signature Version 4. */
function authorization(request, scope, credentials) {
    const names = Object.keys(request.headers).sort();
    const place = placeOf(scope);
    const parts = [
        `Credential=${credentials.id}/${place}`,
        `SignedHeaders=${names.join(";")}`,
        `Signature=${signature(request, scope, credentials.secret)}`,
    ];
    return `${algorithm} ${parts.join(", ")}`;
}
/** The signature alone, over all headers of the request. */
function signature(request, scope, secret) {
    const text = [algorithm, scope.date, placeOf(scope), sha256(canonical(request))].join("\n");
    const { region, service, date } = scope;
    const key = [date.slice(0, 8), region, service, "aws4_request"].reduce((last, part) => (0,external_node_crypto_.createHmac)("sha256", last).update(part).digest(), `AWS4${secret}`);
    return (0,external_node_crypto_.createHmac)("sha256", key).update(text).digest("hex");
}
/** `20150830T123600Z` of a time in milliseconds. */
function amzDate(time) {
    return new Date(time).toISOString().replace(/[-:]|\.\d+/g, "");
}
function placeOf({ date, region, service }) {
    return `${date.slice(0, 8)}/${region}/${service}/aws4_request`;
}
/** The request in the one form that both sides take: the path is encoded once more than it was sent. */
function canonical({ method, url, headers, body }) {
    const path = url.pathname.split("/").map(asSigned).join("/");
    const query = [...url.searchParams]
        .map(([key, value]) => `${asSigned(key)}=${asSigned(value)}`)
        .sort()
        .join("&");
    const names = Object.keys(headers).sort();
    const lines = names.map((name) => `${name}:${(headers[name] ?? "").trim().replace(/ +/g, " ")}\n`);
    return [method, path, query, lines.join(""), names.join(";"), sha256(body)].join("\n");
}
function asSigned(text) {
    return (0,encoded/* encoded */.d)(text).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
}
function sha256(text) {
    return (0,external_node_crypto_.createHash)("sha256").update(text).digest("hex");
}

;// CONCATENATED MODULE: ./lib/kit/providers/cdns/cloudfront/xml.js
/** The body of an invalidation. */
function invalidationBatch(paths, reference) {
    const items = paths.map((path) => `<Path>${escaped(path)}</Path>`).join("");
    return (`<?xml version="1.0" encoding="UTF-8"?>` +
        `<InvalidationBatch xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/">` +
        `<Paths><Quantity>${paths.length}</Quantity><Items>${items}</Items></Paths>` +
        `<CallerReference>${escaped(reference)}</CallerReference></InvalidationBatch>`);
}
/** The text of the first element of this name; undefined where there is none. CloudFront's answers nest no two. */
function textOf(xml, name) {
    const found = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
    return found === undefined ? undefined : unescaped(found);
}
const entities = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };
function escaped(text) {
    return text.replace(/[<>&"']/g, (letter) => {
        const name = Object.keys(entities).find((key) => entities[key] === letter);
        return `&${name ?? ""};`;
    });
}
function unescaped(text) {
    return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name) => entities[name] ?? "");
}

;// CONCATENATED MODULE: ./lib/kit/providers/cdns/cloudfront/api.js






/** More than any other vendor needs: 503 and Throttling come without a reason, and several times over. */
const attempts = 10;
/**
 * CloudFront's API: signed anew at each attempt, XML in both directions. Asking twice does no harm, since each
 * invalidation has a reference of its own.
 * @throws {UserError} PR301 to PR307; PR455 when it does as much as it can already.
 */
function cloudfrontApi(world, baseUrl, credentials) {
    const api = (0,json_api/* jsonApi */.Z)({ ...world, http: (url, init) => world.http(url, signed(world, credentials, String(url), init)) }, {
        name: "CloudFront",
        baseUrl,
        headers: { "user-agent": "prism-rollout", accept: "application/xml" },
        tokenHint: credentialsHint,
        attempts,
    });
    return async (method, path, body) => {
        const what = `CloudFront ${method} ${path}`;
        const limits = { what, attempts, firstWait: 2000, longestWait: 60_000, signal: world.signal };
        return await (0,retry/* retry */.L)(world, limits, () => api_ask(api, what, method, path, body));
    };
}
async function api_ask(api, what, method, path, body) {
    const { status, bytes } = await api(method, path, {
        ...(body === undefined ? {} : { body, headers: { "content-type": "application/xml" } }),
        safe: true,
        as: "bytes",
        accept: [200, 201, 400, 403, 404, 409, 413],
    });
    const text = new TextDecoder().decode(bytes);
    if (status >= 400)
        return refused(what, status, text);
    const [id, said] = [textOf(text, "Id"), textOf(text, "Status")];
    if (id !== undefined && said !== undefined)
        return { value: { id, status: said } };
    const page = /^\s*<(?:!doctype html|html)/i.test(text);
    const strange = new user_error/* UserError */.yo("PR306", `${what} answered ${status} with ${page ? "an HTML page" : "something that is no invalidation"}: ${api_short(text)}`, "Something between the runner and the service answers for it (a proxy, a login page). Check cdn-api-url.");
    if (page)
        throw strange;
    return { again: strange };
}
/** CloudFront's own codes; whoever has no right gets nothing by trying again, whoever comes too often does. */
function refused(what, status, text) {
    const code = textOf(text, "Code");
    const said = `${what} answered ${status}: ${code ?? "(no code)"}: ${api_short(textOf(text, "Message") ?? text)}. It is not purged.`;
    if (code === "TooManyInvalidationsInProgress") {
        const fix = "It takes 15 paths with a * and 3,000 others at a time, whoever sent them. Wait until they are done, then run again; or name fewer and shorter prefixes.";
        return { again: new user_error/* UserError */.yo("PR455", said, fix) };
    }
    if (code === "Throttling" || code === "ThrottlingException" || code === "RequestLimitExceeded")
        return {
            again: new user_error/* UserError */.yo("PR307", said, "Wait until the service's limit resets, then run again."),
        };
    if (status === 403)
        throw new user_error/* UserError */.yo("PR302", said, credentialsHint);
    if (code === "NoSuchDistribution" || status === 404) {
        const fix = "Check zone: the id of the distribution (E and 13 letters or digits), and which account it is in.";
        throw new user_error/* UserError */.yo("PR303", said, fix);
    }
    throw new user_error/* UserError */.yo("PR304", said, "Read CloudFront's reason above; nothing was sent again.");
}
function api_short(text) {
    return text.replace(/\s+/g, " ").trim().slice(0, 300) || "(nothing)";
}
/** The signature holds a few minutes, so each attempt has its own. */
function signed({ clock }, credentials, address, init = {}) {
    const url = new URL(address);
    const date = amzDate(clock.now());
    const { session } = credentials;
    const own = {
        host: url.host,
        "x-amz-date": date,
        ...(session ? { "x-amz-security-token": session } : {}),
    };
    const body = typeof init.body === "string" ? init.body : "";
    const scope = { region: "us-east-1", service: "cloudfront", date };
    const request = { method: init.method ?? "GET", url, headers: own, body };
    const { host: _, ...sent } = own;
    const headers = new Headers(init.headers);
    for (const [name, value] of Object.entries(sent))
        headers.set(name, value);
    headers.set("authorization", authorization(request, scope, credentials));
    return { ...init, headers };
}

;// CONCATENATED MODULE: ./lib/kit/providers/cdns/order.js
/** What the patterns of one kind name, each once. */
function valuesOf(patterns, kind) {
    const found = patterns.flatMap((pattern) => pattern.kind === kind && "value" in pattern ? [pattern.value] : []);
    return [...new Set(found)];
}
/** Whether the whole cache is meant. */
function isEverything(patterns) {
    return patterns.some(({ kind }) => kind === "everything");
}
/** As few calls as a limit allows. */
function inBatches(items, size) {
    return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}
/**
 * Does so many at a time; the results are in the order of the items. After a failure nothing more is begun, and it is
 * thrown once all that had begun has ended.
 */
async function order_atOnce(items, width, work) {
    const results = [];
    const failures = [];
    let next = 0;
    const worker = async () => {
        for (let index = next++; index < items.length && failures.length === 0; index = next++) {
            try {
                results[index] = await work(items[index]);
            }
            catch (error) {
                failures.push(error);
            }
        }
    };
    await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
    if (failures.length > 0)
        throw failures[0];
    return results;
}

;// CONCATENATED MODULE: ./lib/kit/providers/cdns/cloudfront/batches.js

/** How many paths, and how many of them with a `*`, CloudFront has in progress at a time. */
const pathsPerBatch = 3000;
const wildcardsPerBatch = 15;
/**
 * The paths of an order in CloudFront's words, in as few batches as its limits allow. `/x` stands for every query that
 * it was asked with; `/x/*` for what lies below, since `/x*` would mean `/xyz` as well.
 */
function batchesOf({ patterns }) {
    if (isEverything(patterns))
        return [["/*"]];
    const prefixes = valuesOf(patterns, "prefix");
    const wildcards = prefixes.map((base) => (base === "/" ? "/*" : `${base}/*`));
    const single = [
        ...new Set([
            ...valuesOf(patterns, "path"),
            ...prefixes.filter((base) => base !== "/"),
            ...valuesOf(patterns, "tag").map((tag) => `#${tag}`),
        ]),
    ];
    const wild = inBatches(wildcards, wildcardsPerBatch);
    const room = pathsPerBatch - (wild[0]?.length ?? 0);
    const first = [...(wild[0] ?? []), ...single.slice(0, room)];
    const rest = [...wild.slice(1), ...inBatches(single.slice(room), pathsPerBatch)];
    return [first, ...rest].filter((batch) => batch.length > 0);
}

// EXTERNAL MODULE: ./lib/kit/ports/tell-wait.js
var tell_wait = __webpack_require__(26592);
;// CONCATENATED MODULE: ./lib/kit/providers/cdns/cloudfront/cloudfront.js









const longestTag = 256;
const cloudfrontUrl = "https://cloudfront.amazonaws.com";
const distributionHint = "the distribution's id (E and 13 letters or digits)";
/** CloudFront by its REST API: invalidations of one distribution, whichever of its domains is asked. */
function openCloudfront(inputs, world) {
    const distribution = zoneOf(inputs, distributionHint);
    const credentials = credentialsOf(inputs.cdnToken, world.env);
    const baseUrl = inputs.cdnApiUrl ?? cloudfrontUrl;
    const lack = "what" in credentials ? credentials : undefined;
    return {
        name: "cloudfront",
        purges: new Set(["path", "prefix", "tag", "everything"]),
        softens: new Set(),
        takesQueries: true,
        refuses: (pattern) => pattern.kind === "tag" && pattern.value.length > longestTag
            ? `longer than ${longestTag} letters`
            : undefined,
        lacks: () => lack,
        purge: async (order) => {
            if ("what" in credentials)
                return [];
            const call = cloudfrontApi(world, baseUrl, credentials);
            return await cloudfront_purge(world, call, { distribution, wait: inputs.purgeWait }, order);
        },
        says: cloudfront_says,
    };
}
async function cloudfront_purge(world, call, { distribution, wait }, order) {
    const path = `/2020-05-31/distribution/${(0,encoded/* encoded */.d)(distribution)}/invalidation`;
    const ids = [];
    for (const paths of batchesOf(order)) {
        const { id } = await call("POST", path, invalidationBatch(paths, referenceOf(order.key, paths)));
        ids.push(id);
    }
    if (wait > 0)
        await completed(world, call, path, ids, wait);
    return ids;
}
/** The same reference with the same paths is the same invalidation, however often it is sent. */
function referenceOf(key, paths) {
    const digest = (0,external_node_crypto_.createHash)("sha256")
        .update(JSON.stringify([key, paths]))
        .digest("hex");
    return `prism-rollout-${digest.slice(0, 40)}`;
}
const pollInterval = 5000;
/** Every location has it. @throws {UserError} PR456 when that takes longer than `purge-wait`. */
async function completed(world, call, path, ids, wait) {
    const end = world.clock.now() + wait;
    const tell = (0,tell_wait/* tellWait */.n)(world, end);
    for (const id of ids) {
        while ((await call("GET", `${path}/${(0,encoded/* encoded */.d)(id)}`)).status !== "Completed") {
            if (world.clock.now() >= end) {
                throw new user_error/* UserError */.yo("PR456", `CloudFront has accepted invalidation ${id}, but not every location has it after ${wait / 1000} s.`, "Nothing was undone. Look at the distribution's invalidations; when it is completed run this job again, or raise purge-wait.");
            }
            tell(`CloudFront has completed invalidation ${id}`);
            await world.clock.sleep(Math.min(pollInterval, Math.max(1, end - world.clock.now())), world.signal);
        }
    }
}
/** RefreshHit is a copy of which the origin has just said that it is still the same. */
function cloudfront_says(headers) {
    const cache = headers.get("x-cache");
    if (cache === null)
        return { from: "unknown", said: "no x-cache" };
    const age = headers.get("age");
    const said = `x-cache ${cache}${age === null ? "" : `, age ${age}`}`;
    return { from: /^hit\b/i.test(cache) ? "cache" : "origin", said };
}

;// CONCATENATED MODULE: ./lib/kit/providers/cdns/fastly/fastly.js





const fastly_tokenHint = "Pass a Fastly API token with the scope purge_select (purge_all for everything) for this service as `cdn-token`.";
const serviceHint = "the service's id (on the service's page)";
/** Keys that one call takes. */
const keysPerCall = 256;
/** An address is a call of its own; so many of them at a time. */
const addressesAtOnce = 8;
/** Fastly by its REST API. It knows addresses and surrogate keys; what lies below a path it cannot name. */
function openFastly(inputs, world) {
    const service = zoneOf(inputs, serviceHint);
    const { cdnToken } = inputs;
    const api = fastlyApi(inputs, world, 6);
    return {
        name: "fastly",
        purges: new Set(["path", "tag", "everything"]),
        softens: new Set(["path", "tag"]),
        takesQueries: false,
        lacks: () => lackOfToken(cdnToken, fastly_tokenHint),
        purge: (order) => fastly_purge(api, service, order),
        says: fastly_says,
    };
}
/** A caller of Fastly's API. */
function fastlyApi({ cdnToken, cdnApiUrl }, world, attempts) {
    return (0,json_api/* jsonApi */.Z)(world, {
        name: "Fastly",
        baseUrl: cdnApiUrl ?? "https://api.fastly.com",
        headers: { "fastly-key": cdnToken ?? "", "user-agent": "prism-rollout" },
        tokenHint: fastly_tokenHint,
        attempts,
    });
}
async function fastly_purge(api, service, order) {
    const { origins, patterns, soft } = order;
    const base = `/service/${(0,encoded/* encoded */.d)(service)}`;
    if (isEverything(patterns))
        return [idOf(await post(api, `${base}/purge_all`, {}), "purge_all")];
    const headers = soft ? { "fastly-soft-purge": "1" } : {};
    const ids = [];
    for (const keys of inBatches(valuesOf(patterns, "tag"), keysPerCall)) {
        const answer = await post(api, `${base}/purge`, headers, { surrogate_keys: keys });
        ids.push(...idsOf(answer, keys));
    }
    const addresses = origins.flatMap((origin) => valuesOf(patterns, "path").map((path) => new URL(origin).host + path));
    const purged = await order_atOnce(addresses, addressesAtOnce, async (address) => idOf(await post(api, `/purge/${address}`, headers), address));
    return [...ids, ...purged];
}
/** Purging twice does no harm. */
function post(api, path, headers, json) {
    return api("POST", path, { headers, safe: true, ...(json === undefined ? {} : { json }) });
}
function idOf({ status, json }, what) {
    const said = (json ?? {});
    if (said.status === "ok")
        return typeof said.id === "string" ? said.id : "";
    throw notPurged(`Fastly answered ${status} to the purge of ${what}`, said);
}
/** An id for each key: what is not in the answer was not purged. */
function idsOf({ status, json }, keys) {
    const said = (json ?? {});
    const ids = keys.flatMap((key) => (typeof said[key] === "string" ? [said[key]] : []));
    if (ids.length === keys.length)
        return ids;
    throw notPurged(`Fastly answered ${status} with ${ids.length} of ${keys.length} surrogate keys`, said);
}
function notPurged(what, { status, msg, detail }) {
    const words = [status, msg, detail].filter((word) => typeof word === "string").join(": ");
    const reason = words.replace(/\s+/g, " ").slice(0, 300) || "no reason";
    return new user_error/* UserError */.yo("PR304", `${what}: ${reason}. It is not purged.`, "Read Fastly's reason above; it may have accepted another part of this purge. Run again.");
}
/** A list where a shield stands before the edge: a copy at either of them is a copy. */
function fastly_says(headers) {
    const cache = headers.get("x-cache");
    if (cache === null)
        return { from: "unknown", said: "no x-cache" };
    const age = headers.get("age");
    const said = `x-cache ${cache}${age === null ? "" : `, age ${age}`}`;
    return { from: /\bHIT\b/i.test(cache) ? "cache" : "origin", said };
}

// EXTERNAL MODULE: ./lib/kit/providers/cdns/http/template.js
var template = __webpack_require__(46313);
;// CONCATENATED MODULE: ./lib/kit/providers/cdns/http/requests.js

/** The requests for an order, each once: patterns of addresses for each origin, which is the request's `Host`. */
function requestsOf(templates, { origins, patterns }, token) {
    const all = patterns.flatMap((pattern) => {
        const template = templates[pattern.kind];
        if (template === undefined)
            return [];
        return meantOrigins(template, pattern, origins).map((origin) => filledIn(template, { ...requests_valuesOf(pattern, origin), ...(token === undefined ? {} : { token }) }));
    });
    return [...new Map(all.map((request) => [JSON.stringify(request), request])).values()];
}
/** Tags are not an origin's own, unless the template names one. */
function meantOrigins(template, { kind }, origins) {
    const isByOrigin = /\{(?:host|origin)\}/.test(JSON.stringify(template));
    const once = kind === "host" || ((kind === "tag" || kind === "everything") && !isByOrigin);
    return once ? origins.slice(0, 1) : origins;
}
function requests_valuesOf(pattern, origin) {
    const { host } = new URL(origin);
    const where = { host, origin };
    if (pattern.kind === "path")
        return { ...where, path: pattern.value, regex: (0,template/* addressRegex */.GH)(pattern.value) };
    if (pattern.kind === "prefix")
        return { ...where, prefix: pattern.value, regex: (0,template/* prefixRegex */.W2)(pattern.value) };
    if (pattern.kind === "tag")
        return { ...where, tag: pattern.value };
    return pattern.kind === "host" ? { host: pattern.value } : where;
}
function filledIn({ method, target, headers, body }, values) {
    const written = headers.map(([name, value]) => [name.toLowerCase(), (0,template/* fill */.GS)(value, values)]);
    return {
        method,
        target: (0,template/* fill */.GS)(target, values),
        headers: { host: values["host"] ?? "", ...Object.fromEntries(written) },
        body: body === undefined ? undefined : (0,template/* fill */.GS)(body, values),
    };
}

;// CONCATENATED MODULE: ./lib/kit/providers/cdns/http/says.js
/** Where caches of one's own say it, in the order in which they are believed. */
const named = ["x-cache", "x-cache-status", "x-proxy-cache", "cache-status"];
/**
 * What an answer says of the cache that it came from: `HIT` and its like; Varnish's two ids (the second is that of the
 * request which fetched the copy); else an age, which nothing fresh has.
 */
function says_says(headers) {
    const name = named.find((one) => headers.has(one));
    const age = headers.get("age");
    const told = age === null ? "" : `, age ${age}`;
    if (name !== undefined) {
        const value = headers.get(name) ?? "";
        return { from: fromWord(value), said: `${name} ${value}${told}` };
    }
    const ids = headers.get("x-varnish");
    if (ids !== null)
        return { from: /^\d+ \d+$/.test(ids) ? "cache" : "origin", said: `x-varnish ${ids}${told}` };
    if (age !== null && Number(age) > 0)
        return { from: "cache", said: `age ${age}` };
    return { from: "unknown", said: "no header tells of a cache" };
}
function fromWord(value) {
    if (/\b(?:hit|stale|updating)\b/i.test(value) && !/fwd=stale/i.test(value))
        return "cache";
    if (/\b(?:pass|bypass|dynamic)\b/i.test(value))
        return "uncached";
    return /\b(?:miss|expired|revalidated|fwd)\b/i.test(value) ? "origin" : "unknown";
}

;// CONCATENATED MODULE: ./lib/kit/providers/cdns/http/http.js







const http_tokenHint = "Pass what `{token}` stands for in purge-requests as `cdn-token`.";
/**
 * Caches of one's own (Varnish, nginx, any that are told by a request): every node is told by itself, and each kind of
 * pattern by the request that `purge-requests` has for it.
 */
function openHttp(inputs, world) {
    const { purgeRequests: templates, cdnToken, purgeStatuses } = inputs;
    const nodes = inputs.purgeNodes.length === 0 ? inputs.origins : inputs.purgeNodes;
    const needsToken = JSON.stringify(templates).includes("{token}");
    return {
        name: "http",
        purges: new Set(template/* templateKinds */.wk.filter((kind) => templates[kind] !== undefined)),
        softens: new Set(),
        takesQueries: false,
        nodes: inputs.purgeNodes,
        lacks: () => (needsToken ? lackOfToken(cdnToken, http_tokenHint) : undefined),
        purge: async (order) => {
            const requests = requestsOf(templates, order, cdnToken);
            await purgeNodes(world, nodes, requests, purgeStatuses, order);
            return [];
        },
        says: says_says,
    };
}
/** Nodes are told at the same time, each in order; one that fails holds no other up. @throws {UserError} PR454 */
async function purgeNodes(world, nodes, requests, accepted, { origins }) {
    const failures = await order_atOnce(nodes, nodes.length, async (node) => {
        const why = await tellNode(world, node, requests, accepted, origins);
        return why === undefined ? [] : [`${node} (${why})`];
    });
    const failed = failures.flat();
    if (failed.length === 0)
        return;
    const rest = nodes.length - failed.length;
    throw new user_error/* UserError */.yo("PR454", `${failed.length} of ${nodes.length} cache nodes ${failed.length === 1 ? "was" : "were"} not purged: ${failed.join("; ")}. ${rest} of ${nodes.length} ${rest === 1 ? "was" : "were"}.`, "Whoever is sent to such a node sees what it has kept. Mend the node or take it out of purge-nodes, then run this job again: purging twice does no harm.");
}
/** Why a node was not told; undefined when it has taken every request. */
async function tellNode(world, node, requests, accepted, origins) {
    const api = nodeApi(world, node);
    for (const request of requests) {
        try {
            const { status, headers } = await api(request.method, request.target, {
                headers: { host: new URL(origins[0] ?? node).host, ...request.headers },
                ...(request.body === undefined ? {} : { body: request.body }),
                safe: true,
                as: "bytes",
                accept: [...accepted, 301, 302, 303, 307, 308],
            });
            if (accepted.includes(status))
                continue;
            const to = headers.get("location") ?? "nowhere";
            return `it redirects ${request.method} ${request.target} to ${to}, and no purge follows a redirect: write that node's own address`;
        }
        catch (error) {
            if (!(error instanceof user_error/* UserError */.yo))
                throw error;
            return (0,user_error/* describe */.q0)(error).replace(/\.$/, "");
        }
    }
    return undefined;
}
function nodeApi(world, node) {
    const manual = {
        ...world,
        http: ((url, init) => world.http(url, { ...init, redirect: "manual" })),
    };
    return (0,json_api/* jsonApi */.Z)(manual, {
        name: "Cache",
        baseUrl: node,
        headers: { accept: "*/*", "user-agent": "prism-rollout" },
        tokenHint: "Look at what the node allows to purge it (Varnish: acl purge), and at `{token}` in purge-requests.",
        timeout: 10_000,
        attempts: 3,
    });
}

;// CONCATENATED MODULE: ./lib/kit/providers/cdns/answered.js

/**
 * An answer whose status is good may carry an error all the same.
 * @throws {UserError} PR304 with the service's own words.
 */
function refuseError(what, { status, json }) {
    const said = (json ?? {});
    const isBad = said["success"] === false || said["ok"] === false || Boolean(said["error"] ?? said["errors"]);
    if (!isBad)
        return;
    const words = JSON.stringify(said["error"] ?? said["errors"] ?? said).slice(0, 300);
    throw new user_error/* UserError */.yo("PR304", `${what} answered ${status} with an error inside: ${words}. It is not purged.`, "Read the reason above; another part of this purge may have been accepted. Run again.");
}

;// CONCATENATED MODULE: ./lib/kit/providers/cdns/netlify/netlify.js




const netlify_tokenHint = "Pass a Netlify personal access token that may change this site as `cdn-token`.";
/** Netlify's edge cache, by tags or as a whole; it says nothing of a limit, so all tags go in one call. */
function openNetlify(inputs, world) {
    const site = zoneOf(inputs, "the site's id (Site configuration → General)");
    const { cdnToken } = inputs;
    const api = (0,json_api/* jsonApi */.Z)(world, {
        name: "Netlify",
        baseUrl: inputs.cdnApiUrl ?? "https://api.netlify.com/api/v1",
        headers: { authorization: `Bearer ${cdnToken ?? ""}`, "user-agent": "prism-rollout" },
        tokenHint: netlify_tokenHint,
        attempts: 6,
    });
    return {
        name: "netlify",
        purges: new Set(["tag", "everything"]),
        softens: new Set(),
        takesQueries: false,
        lacks: () => lackOfToken(cdnToken, netlify_tokenHint),
        purge: (order) => netlify_purge(api, site, order),
        says: netlify_says,
    };
}
async function netlify_purge(api, site, { patterns }) {
    const tags = valuesOf(patterns, "tag");
    const json = { site_id: site, ...(isEverything(patterns) ? {} : { cache_tags: tags }) };
    refuseError("Netlify POST /purge", await api("POST", "/purge", { json, safe: true }));
    // Netlify gives no id.
    return [];
}
/** «"Netlify Edge"; hit», «"Netlify Durable"; hit; ttl=3600, "Netlify Edge"; fwd=miss»: a copy at either is a copy. */
function netlify_says(headers) {
    const status = headers.get("cache-status");
    if (status === null)
        return { from: "unknown", said: "no cache-status" };
    const age = headers.get("age");
    const said = `cache-status ${status}${age === null ? "" : `, age ${age}`}`;
    if (/;\s*hit\b/i.test(status))
        return { from: "cache", said };
    return { from: /fwd=(?:bypass|method|request)/i.test(status) ? "uncached" : "origin", said };
}

;// CONCATENATED MODULE: ./lib/kit/providers/cdns/none/none.js
/** No CDN in front of the app: there is nothing to purge, and nothing that it could be asked. */
const noCdn = {
    name: "none",
    purges: new Set(),
    softens: new Set(),
    takesQueries: false,
    lacks: () => undefined,
    purge: async () => [],
    says: () => ({ from: "unknown", said: "" }),
};

// EXTERNAL MODULE: ./lib/kit/providers/cdns/pattern.js
var cdns_pattern = __webpack_require__(7896);
;// CONCATENATED MODULE: ./lib/kit/providers/cdns/vercel/vercel.js




const vercel_tokenHint = "Pass a Vercel token that may change this project as `cdn-token`.";
/** Tags that one call takes, and the letters of one. */
const tagsPerCall = 16;
const vercel_longestTag = 256;
/**
 * Vercel's edge cache, where it keeps answers of another origin or of functions under tags. Static files need no purge:
 * each deployment has copies of its own.
 */
function openVercel(inputs, world) {
    const project = zoneOf(inputs, "the project's id or name (prj_…)");
    const { cdnToken, hostTeam } = inputs;
    const api = (0,json_api/* jsonApi */.Z)(world, {
        name: "Vercel",
        baseUrl: inputs.cdnApiUrl ?? "https://api.vercel.com",
        headers: { authorization: `Bearer ${cdnToken ?? ""}`, "user-agent": "prism-rollout" },
        tokenHint: vercel_tokenHint,
        attempts: 6,
    });
    const team = hostTeam === undefined ? {} : { [hostTeam.startsWith("team_") ? "teamId" : "slug"]: hostTeam };
    const query = { projectIdOrName: project, ...team };
    return {
        name: "vercel",
        purges: new Set(["tag", "everything"]),
        softens: new Set(["tag"]),
        takesQueries: false,
        refuses: (pattern) => pattern.kind === "tag" && pattern.value.length > vercel_longestTag
            ? `longer than ${vercel_longestTag} letters`
            : undefined,
        lacks: () => lackOfToken(cdnToken, vercel_tokenHint),
        purge: (order) => vercel_purge(api, query, order),
        says: vercel_says,
    };
}
async function vercel_purge(api, query, { patterns, soft }) {
    const post = async (what, json) => {
        const call = { query, safe: true, ...(json === undefined ? {} : { json }) };
        refuseError(`Vercel POST /v1/edge-cache/${what}`, await api("POST", `/v1/edge-cache/${what}`, call));
    };
    if (isEverything(patterns))
        await post("purge-all");
    for (const tags of inBatches(valuesOf(patterns, "tag"), tagsPerCall))
        await post(soft ? "invalidate-by-tags" : "dangerously-delete-by-tags", { tags });
    // Vercel gives no id.
    return [];
}
const vercel_kept = new Set(["HIT", "STALE", "PRERENDER"]);
function vercel_says(headers) {
    const status = headers.get("x-vercel-cache");
    if (status === null)
        return { from: "unknown", said: "no x-vercel-cache" };
    const age = headers.get("age");
    const said = `x-vercel-cache ${status}${age === null ? "" : `, age ${age}`}`;
    if (vercel_kept.has(status.toUpperCase()))
        return { from: "cache", said };
    return { from: status.toUpperCase() === "BYPASS" ? "uncached" : "origin", said };
}

;// CONCATENATED MODULE: ./lib/kit/providers/cdns/cdns.js










const openers = {
    cloudflare: openCloudflare,
    fastly: openFastly,
    cloudfront: openCloudfront,
    vercel: openVercel,
    netlify: openNetlify,
    http: openHttp,
    none: () => noCdn,
};
/**
 * The CDN that a target names. Its secrets are asked for by the first purge only: looking needs none.
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
    refuseBeyond(cdn, inputs.paths);
    refuseOnlyAssets(inputs);
    if (inputs.invalidate)
        refuseHardOnly(cdn, inputs.paths);
    return { ...cdn, purge: async (order) => await cdns_purge(cdn, order) };
}
/** Nothing is sent without what a purge needs. @throws {UserError} PR104 */
async function cdns_purge(cdn, order) {
    const lack = cdn.lacks();
    if (lack === undefined)
        return await cdn.purge(order);
    const said = `cdn ${cdn.name} needs ${lack.what}, but it is empty. Nothing was purged.`;
    throw new user_error/* UserError */.yo("PR104", said, lack.fix);
}
function refuseBeyond(cdn, paths) {
    const beyond = paths.filter(({ kind }) => !cdn.purges.has(kind)).map(cdns_pattern/* patternText */.U);
    if (beyond.length > 0) {
        const can = [...cdn.purges].join(", ");
        throw new user_error/* UserError */.yo("PR102", `cdn ${cdn.name} cannot purge exactly ${beyond.join(", ")}: it knows ${can}.`, "Write these paths in another way; nothing is purged that was not written.");
    }
    const refused = paths.flatMap((pattern) => {
        const why = cdn.refuses?.(pattern);
        return why === undefined ? [] : [`${(0,cdns_pattern/* patternText */.U)(pattern).slice(0, 80)} (${why})`];
    });
    if (refused.length === 0)
        return;
    throw new user_error/* UserError */.yo("PR102", `cdn ${cdn.name} cannot purge exactly ${refused.join(", ")}.`, "Write these paths in another way; nothing is purged that was not written.");
}
function refuseOnlyAssets(inputs) {
    const { purged, skipped } = (0,cdn_purged/* purgedOf */.nX)(inputs);
    if (purged.length > 0)
        return;
    throw new user_error/* UserError */.yo("PR102", `There is nothing to purge: ${(0,cdn_purged/* skippedLine */.Bo)(skipped)}.`, 'Write the pages that change: paths: ["/", "/index.html", "/results/*"].');
}
function refuseHardOnly(cdn, paths) {
    const hard = paths.filter(({ kind }) => !cdn.softens.has(kind)).map(cdns_pattern/* patternText */.U);
    if (hard.length === 0)
        return;
    const can = cdn.softens.size === 0 ? "nothing" : `only ${[...cdn.softens].join(", ")}`;
    throw new user_error/* UserError */.yo("PR102", `invalidate is true, but cdn ${cdn.name} can mark ${can} as stale: ${hard.join(", ")} would be deleted.`, "Leave invalidate away, or write other paths.");
}


/***/ }),

/***/ 46313:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GH: () => (/* binding */ addressRegex),
/* harmony export */   GS: () => (/* binding */ fill),
/* harmony export */   K1: () => (/* binding */ examples),
/* harmony export */   W2: () => (/* binding */ prefixRegex),
/* harmony export */   wk: () => (/* binding */ templateKinds),
/* harmony export */   xV: () => (/* binding */ readTemplate)
/* harmony export */ });
/* harmony import */ var _action_held_in_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39678);

/** What may stand between braces, by kind; `{token}` is `cdn-token`, in headers and body only. */
const placeholders = {
    path: ["path", "regex", "host", "origin", "token"],
    prefix: ["prefix", "regex", "host", "origin", "token"],
    tag: ["tag", "host", "origin", "token"],
    host: ["host", "token"],
    everything: ["host", "origin", "token"],
};
const templateKinds = Object.keys(placeholders);
/** Where the example can be meant literally: Varnish as its own documentation sets it up. */
const examples = {
    path: "PURGE {path}",
    prefix: "BAN / ⏎ X-Ban-Host: {host} ⏎ X-Ban-Url: {regex}",
    tag: "PURGE / ⏎ xkey: {tag}",
    host: "BAN / ⏎ X-Ban-Host: {host}",
    everything: "BAN / ⏎ X-Ban-Url: .",
};
/** Either the template or what is wrong with it. Lines end where the text breaks, or at `⏎`. */
function readTemplate(kind, text) {
    const [head = "", ...rest] = text
        .trim()
        .split(/\r?\n|⏎/)
        .map((line) => line.trim());
    const [, method, target] = /^([A-Z][A-Z-]*) ([/{]\S*)$/.exec(head) ?? [];
    if (method === undefined || target === undefined)
        return { wrong: `its first line is no method and path ("${head.slice(0, 60)}")` };
    const end = rest.indexOf("");
    const lines = end === -1 ? rest : rest.slice(0, end);
    const headers = lines.map((line) => /^([\w-]+):\s*(.*)$/.exec(line));
    const bad = lines[headers.indexOf(null)];
    if (bad !== undefined)
        return { wrong: `"${bad.slice(0, 60)}" is no header` };
    const wrong = misused(kind, text, target);
    if (wrong !== undefined)
        return { wrong };
    return {
        method,
        target,
        headers: headers.map((found) => [found?.[1] ?? "", found?.[2] ?? ""]),
        body: end === -1 ? undefined : rest.slice(end + 1).join("\n"),
    };
}
/** A template that names less than its pattern would purge more, and one with a token in its path would tell it. */
function misused(kind, text, target) {
    const known = placeholders[kind];
    const used = [...text.matchAll(/\{([a-z-]+)\}/g)].map(([, name = ""]) => name);
    const unknown = used.find((name) => !known.includes(name));
    if (unknown !== undefined)
        return `{${unknown}} is none of ${known.map((name) => `{${name}}`).join(", ")}`;
    if (!/^(?:\/|\{path\}|\{prefix\})/.test(target))
        return `"${target.slice(0, 60)}" is no path`;
    if (target.includes("{token}"))
        return "a {token} in the path would stand in every log";
    if (kind === "path" && !used.includes("path") && !used.includes("regex"))
        return "it names no {path} or {regex}";
    if (kind === "prefix" && !used.includes("regex"))
        return "it names no {regex}: a {prefix} alone would miss its queries, or take what only begins like it";
    if (kind === "tag" && !used.includes("tag"))
        return "it names no {tag}";
    return undefined;
}
/** The text with every placeholder filled in; what is not known stays empty. */
function fill(text, values) {
    return text.replace(/\{([a-z-]+)\}/g, (_, name) => (0,_action_held_in_js__WEBPACK_IMPORTED_MODULE_0__/* .heldIn */ .$)(values, name) ?? "");
}
/** An expression over path and query that means exactly this address. */
function addressRegex(path) {
    return `^${literal(path)}$`;
}
/** One that means `/x`, `/x/`, `/x?…` and everything below. */
function prefixRegex(base) {
    return base === "/" ? "^/" : `^${literal(base)}([/?].*)?$`;
}
/** Each special letter in brackets: a backslash would be read again by whatever lies between. Three fit in none. */
function literal(text) {
    return text.replace(/[.*+?$()|{}[\]\\^]/g, (letter) => "^]\\".includes(letter) ? `\\${letter}` : `[${letter}]`);
}


/***/ }),

/***/ 35354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ cdnNames)
/* harmony export */ });
/** The CDNs that this suite knows; `cdns.ts` has one opener for each. `none` is said, never assumed. */
const cdnNames = ["cloudflare", "fastly", "cloudfront", "vercel", "netlify", "http", "none"];


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
    if (isPrefix && written !== "/*" && (bare === "/" || bare.endsWith("/"))) {
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


/***/ })

};
