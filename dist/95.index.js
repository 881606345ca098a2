export const id = 95;
export const ids = [95];
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

/***/ 5391:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ edgesOf)
/* harmony export */ });
/**
 * What is left out on purpose: `x-cache`, `age` and `via` of their own, which any proxy on the way sets; `x-vercel-*`
 * and `x-nf-*`, the caches of hosts that forget at each deployment what they kept.
 */
const edges = [
    { name: "cloudflare", headers: ["cf-ray", "cf-cache-status"], values: { server: /^cloudflare/i } },
    { name: "fastly", headers: ["x-fastly-request-id"], values: { "x-served-by": /\bcache-[a-z]{3}/i } },
    { name: "cloudfront", headers: ["x-amz-cf-id", "x-amz-cf-pop"], values: { via: /\.cloudfront\.net/i } },
    {
        name: "akamai",
        headers: ["x-akamai-request-id", "akamai-grn", "x-akamai-transformed"],
        values: { server: /^akamai/i },
    },
    { name: "bunny", headers: ["cdn-pullzone", "cdn-requestid"], values: { server: /^bunnycdn/i } },
    { name: "keycdn", headers: [], values: { server: /^keycdn/i } },
    { name: "azure-front-door", headers: ["x-azure-ref"] },
    { name: "google-cloud-cdn", headers: ["cdn_cache_id", "x-goog-cdn-cache-status"] },
    { name: "varnish", headers: ["x-varnish"] },
];
/** The CDNs whose headers an answer carries, each with the header that told. */
function edgesOf(headers) {
    return edges.flatMap(({ name, headers: own, values = {} }) => {
        const sign = own.find((header) => headers.has(header)) ??
            Object.keys(values).find((header) => values[header]?.test(headers.get(header) ?? ""));
        return sign === undefined ? [] : [{ name, sign }];
    });
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

/***/ 2495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ refuseUndeclaredCdn),
/* harmony export */   l: () => (/* binding */ refuseBlindOrigins)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5304);
/* harmony import */ var _ask_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7300);
/* harmony import */ var _edges_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5391);



/**
 * Asks every origin as a browser does. A CDN that nobody declared would go on serving the release before this one.
 * @throws {UserError} PR451 naming every origin and the header that told.
 */
async function refuseUndeclaredCdn(world, origins, { cdn, ignored }) {
    const met = await Promise.all(origins.map(async (origin) => ({ origin, answer: await (0,_ask_js__WEBPACK_IMPORTED_MODULE_1__/* .ask */ .kA)(world, `${origin}/`) })));
    const found = met.flatMap(({ origin, answer }) => (0,_edges_js__WEBPACK_IMPORTED_MODULE_2__/* .edgesOf */ .q)(answer.headers)
        .filter(({ name }) => name !== cdn && !ignored.includes(name))
        .map(({ name, sign }) => ({ name, what: `${origin} is answered by ${name} (header ${sign})` })));
    if (found.length === 0)
        return met;
    const names = [...new Set(found.map(({ name }) => name))];
    const said = cdn === undefined ? "rollout.yml has no section purge-cdn" : `cdn is ${cdn}`;
    const declare = names.includes("cloudflare")
        ? "Declare it (purge-cdn: { cdn: cloudflare, … })"
        : "Purge it yourself";
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR451", `${said}, but ${found.map(({ what }) => what).join("; ")}. Nothing was changed.`, `${declare}; or where it is the host's own or keeps no pages, write ignore-edges: [${names.join(", ")}].`);
}
/**
 * Makes sure that what is behind the CDN can be seen at all: a copy must not answer a query that is new.
 * @throws {UserError} PR453 naming the origin.
 */
async function refuseBlindOrigins(world, past, says) {
    for (const origin of past) {
        const { from, said } = says((await (0,_ask_js__WEBPACK_IMPORTED_MODULE_1__/* .askPast */ .kI)(world, origin, "/")).headers);
        if (from !== "cache")
            continue;
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR453", `${origin} answers from its cache although it is asked with a query that is new (${said}): nobody can see what is behind it. Nothing was changed.`, "Write host-origins: for each origin the host's own domain for it, past the CDN.");
    }
}


/***/ }),

/***/ 7681:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ cdnPart),
  r: () => (/* binding */ planCdn)
});

// EXTERNAL MODULE: ./lib/kit/providers/cdns/cdns.js + 4 modules
var cdns = __webpack_require__(7445);
// EXTERNAL MODULE: ./lib/kit/providers/cdns/pattern.js
var cdns_pattern = __webpack_require__(7896);
// EXTERNAL MODULE: ./lib/kit/parts/web/origins.js
var origins = __webpack_require__(8007);
// EXTERNAL MODULE: ./lib/kit/parts/cdn/ask.js
var ask = __webpack_require__(7300);
// EXTERNAL MODULE: ./lib/kit/parts/cdn/edges.js
var edges = __webpack_require__(5391);
// EXTERNAL MODULE: ./lib/kit/parts/cdn/look-for-edges.js
var look_for_edges = __webpack_require__(2495);
// EXTERNAL MODULE: ./lib/kit/parts/cdn/routes.js
var routes = __webpack_require__(511);
;// CONCATENATED MODULE: ./lib/kit/parts/cdn/pattern-details.js


/** A pattern that is purged, and the addresses at which that is proven. */
function patternDetail({ origins, invalidate }, pattern) {
    const proven = (0,routes/* routesOf */.e)(origins, [pattern]).map(({ origin, path }) => origin + path);
    const how = invalidate ? "marked as stale (a soft purge)" : "deleted from the cache";
    return {
        what: (0,cdns_pattern/* patternText */.U)(pattern),
        how: [how, `proven at ${proven.length} ${proven.length === 1 ? "address" : "addresses"}`],
        beware: pattern.kind === "everything"
            ? ["The whole cache goes: the origin takes all traffic until it is full again."]
            : [],
    };
}

;// CONCATENATED MODULE: ./lib/kit/parts/cdn/plan-cdn.js








/**
 * The `purge-cdn` part of the plan. There is work when the web part has some, or when an origin's CDN serves another
 * release than the origin behind it does: what a purge left behind that was not verified.
 * @throws {UserError} PR102, PR451, PR453.
 */
async function planCdn(inputs, web, world) {
    const cdn = (0,cdns/* openCdn */.q)(inputs, world);
    const met = await (0,look_for_edges/* refuseUndeclaredCdn */.J)(world, inputs.origins, {
        cdn: inputs.cdn,
        ignored: inputs.ignoreEdges,
    });
    if (inputs.cdn === "none")
        return cdnPart(inputs, "none");
    await (0,look_for_edges/* refuseBlindOrigins */.l)(world, (0,origins/* pastOrigins */.MD)(inputs), cdn.says);
    const work = web === "some" || (await isBehind(inputs, met, world)) ? "some" : "none";
    const part = cdnPart(inputs, work);
    return { ...part, unverified: [...part.unverified, ...met.flatMap((one) => doubts(inputs, one))] };
}
/** Pure: what would be purged. The same in the plan and in the phase. */
function cdnPart(inputs, work) {
    const { cdn, zone, origins, invalidate } = inputs;
    const paths = (inputs.paths ?? []).map(cdns_pattern/* patternText */.U);
    const blind = (0,routes/* unseen */.n)(origins, inputs.paths ?? []);
    return {
        phase: "purge-cdn",
        work,
        decisions: { cdn, zone: zone ?? null, origins, paths, soft: invalidate },
        measurements: null,
        undo: { possible: "yes" },
        unverified: cdn === "none"
            ? []
            : [
                `one runner sees one location of ${cdn}`,
                ...blind.map((text) => `no address is known that proves ${text}`),
            ],
        says: work === "none" ? [] : [`${cdn} ${zone ?? ""}: purge ${paths.join(", ")} on ${origins.join(", ")}`],
        details: work === "none" ? [] : (inputs.paths ?? []).map((pattern) => patternDetail(inputs, pattern)),
    };
}
async function isBehind(inputs, met, world) {
    const past = (0,origins/* pastOrigins */.MD)(inputs);
    const behind = await Promise.all(met.map(async ({ answer }, index) => {
        const { marker } = await (0,ask/* askPast */.kI)(world, past[index] ?? "", "/");
        return marker !== null && answer.marker !== marker;
    }));
    return behind.includes(true);
}
function doubts({ cdn }, { origin, answer }) {
    if (answer.status === 0)
        return [`${origin} ${answer.said}`];
    if ((0,edges/* edgesOf */.q)(answer.headers).some(({ name }) => name === cdn))
        return [];
    return [`${origin} is declared behind ${cdn}, but its answer has no sign of it`];
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
