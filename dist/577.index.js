export const id = 577;
export const ids = [577];
export const modules = {

/***/ 93409:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./lib/kit/action/run.js + 14 modules
var run = __webpack_require__(2836);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(65304);
// EXTERNAL MODULE: ./lib/kit/parts/cdn/plan-cdn.js + 2 modules
var plan_cdn = __webpack_require__(89016);
// EXTERNAL MODULE: ./lib/kit/parts/cdn/purge-and-verify.js + 1 modules
var purge_and_verify = __webpack_require__(23593);
// EXTERNAL MODULE: ./lib/kit/parts/web/artifact.js
var web_artifact = __webpack_require__(29748);
// EXTERNAL MODULE: ./lib/kit/parts/web/origins.js
var origins = __webpack_require__(98007);
// EXTERNAL MODULE: ./lib/kit/parts/web/ask-origin.js
var ask_origin = __webpack_require__(98672);
// EXTERNAL MODULE: ./lib/kit/providers/cdns/cdns.js + 19 modules
var cdns = __webpack_require__(4524);
// EXTERNAL MODULE: ./lib/kit/release/enter-phase.js + 2 modules
var enter_phase = __webpack_require__(58228);
// EXTERNAL MODULE: ./lib/kit/release/plan/plan.js
var plan = __webpack_require__(29581);
// EXTERNAL MODULE: ./lib/kit/parts/cdn/prove-routes.js
var prove_routes = __webpack_require__(6214);
// EXTERNAL MODULE: ./lib/kit/parts/cdn/routes.js
var cdn_routes = __webpack_require__(50511);
// EXTERNAL MODULE: ./lib/kit/parts/web/served.js
var served = __webpack_require__(14171);
;// CONCATENATED MODULE: ./lib/actions/purge-cdn/report-purge.js



/** What a purge came to, for a person. No proof: there was nothing to purge. */
function report(inputs, marker, proof) {
    if (proof === undefined || marker === undefined) {
        const reason = inputs.cdn === "none"
            ? "cdn is none: nothing to purge."
            : "The plan says that nothing is to be purged.";
        return { verdict: "pass", reason, next: "Nothing to do." };
    }
    const facts = { evidence: evidence(inputs, marker, proof), tables: tables(proof) };
    if (proof.verified) {
        const reason = `${inputs.cdn} serves ${marker} on every route.`;
        return { verdict: "pass", reason, next: "Nothing to do.", ...facts };
    }
    const isPass = inputs.onUnverified === "warn";
    return { verdict: isPass ? "pass" : "error", ...unverified(inputs, marker, proof), ...facts };
}
function unverified({ cdn, verifyTimeout }, marker, { origins, routes, purges, whole }) {
    const behind = origins.find((one) => !one.serves);
    if (behind !== undefined) {
        return {
            reason: `PR452: ${(0,served/* originsLine */.CP)(origins, marker)} past the CDN: ${behind.origin} ${behind.said}. Nothing was purged.`,
            next: "Deploy the web first; where the CDN's cache ignores queries, write host-origins.",
        };
    }
    const first = routes.find((route) => !route.serves);
    const where = first === undefined ? "" : `: ${(0,cdn_routes/* routeText */.RI)(first)} ${first.said}`;
    return {
        reason: `PR452: The purge is not verified after ${verifyTimeout / 1000} s and ${purges} ${purges === 1 ? "purge" : "purges"}. ${(0,prove_routes/* routesLine */.t)(routes, marker, cdn)}${where}.`,
        next: `${wholeText(whole)} Look at the CDN's rules for these pages, purge by hand and run this job again.`,
    };
}
function wholeText(whole) {
    if (whole?.missing === undefined)
        return "Nothing was undone, and every route is whole, old or new.";
    return `Nothing was undone, but an old page is not whole: ${whole.missing} does not answer as it should.`;
}
function evidence({ cdn, purgeLimit }, marker, { origins, before, routes, purges, whole }) {
    const old = before.filter((route) => !route.serves).length;
    return [
        ...(routes.length === 0 ? [] : [(0,prove_routes/* routesLine */.t)(routes, marker, cdn)]),
        `${(0,served/* originsLine */.CP)(origins, marker)} past the CDN`,
        ...(before.length === 0
            ? []
            : [`${old} of ${before.length} routes served another release before the purge`]),
        ...(whole === undefined
            ? []
            : [`${whole.answered} of ${whole.asked} old pages, scripts and styles are served whole`]),
        `${purges} of at most ${purgeLimit} purges were made`,
    ];
}
function tables({ routes, before }) {
    const was = new Map(before.map((route) => [(0,cdn_routes/* routeText */.RI)(route), route.said]));
    const rows = routes.map((route) => [
        (0,cdn_routes/* routeText */.RI)(route),
        route.pattern,
        was.get((0,cdn_routes/* routeText */.RI)(route)) ?? "",
        `${route.serves ? "" : "NOT YET: "}${route.said}`,
    ]);
    return rows.length === 0
        ? []
        : [{ title: "Routes", columns: ["address", "pattern", "before", "now"], rows }];
}

;// CONCATENATED MODULE: ./lib/actions/purge-cdn/purge-cdn.js











/** Compare with what was approved, wait for the origins, purge, prove on every route through the CDN. */
async function purgeCdn(inputs, world) {
    (0,cdns/* openCdn */.q)(inputs, world);
    const part = partOf(inputs);
    const entered = await (0,enter_phase/* enterPhase */.a)(world, "purge-cdn", { ...inputs, gates: {} }, part);
    if (entered === undefined)
        return { outputs: {}, report: report(inputs, undefined, undefined) };
    for (const line of part.says)
        world.log.info(line);
    const marker = await markerOf(inputs, world);
    const proof = await purge(inputs, marker, entered.journal, world);
    const { verified, purges } = proof;
    if (!verified && inputs.onUnverified === "warn")
        world.log.warn("The purge is not verified; on-unverified is warn.");
    return {
        outputs: { marker, verified: String(verified), purges: String(purges) },
        report: report(inputs, marker, proof),
    };
}
/** The plan alone knows whether there is work: by now the web is deployed, and what is found no longer tells. */
function partOf(inputs) {
    const idle = (0,plan_cdn/* cdnPart */.J)(inputs, "none");
    const isIdle = inputs.cdn === "none" || inputs.planDigest === (0,plan/* partDigest */.S8)(idle);
    return isIdle ? idle : (0,plan_cdn/* cdnPart */.J)(inputs, "some");
}
/** @throws {UserError} PR105, PR106, PR432 for the artifact; PR452 when nobody says which release it is. */
async function markerOf({ marker, artifact, ...inputs }, world) {
    if (marker !== undefined)
        return marker;
    if (artifact !== undefined)
        return (await (0,web_artifact/* readSite */.Us)((0,external_node_path_.resolve)(world.root, artifact))).marker;
    const served = await Promise.all((0,origins/* pastOrigins */.MD)(inputs).map((origin) => (0,ask_origin/* askOrigin */.Y)(world, origin)));
    const markers = [...new Set(served.map((one) => one.marker))];
    if (markers.length === 1 && typeof markers[0] === "string")
        return markers[0];
    const found = markers.map((one) => one ?? "none").join(", ");
    throw new user_error/* UserError */.yo("PR452", `Which release the routes must serve is not known: past the CDN the origins serve ${found}. Nothing was purged.`, "Pass `marker` or `artifact`; without them all origins must serve one build marker.");
}
/** One change in the journal: its receipt is `done` only when every route was seen. */
async function purge(inputs, marker, journal, world) {
    const decided = (0,plan_cdn/* cdnPart */.J)(inputs, "some").decisions;
    let proof;
    const notVerified = new Error("not every route serves the release");
    try {
        await journal.change("cdn", { before: null, intended: { marker, purge: decided } }, async () => {
            proof = await (0,purge_and_verify/* purgeAndVerify */.g)(inputs, { marker }, world);
            if (!proof.verified)
                throw notVerified;
            return { id: proof.ids.at(-1) ?? null, marker, purges: proof.purges };
        });
    }
    catch (error) {
        if (error !== notVerified)
            throw error;
    }
    if (proof === undefined)
        throw notVerified;
    return proof;
}

// EXTERNAL MODULE: ./lib/actions/purge-cdn/spec.js
var spec = __webpack_require__(78854);
;// CONCATENATED MODULE: ./lib/actions/purge-cdn/main.js



/** Runs this action as a runner starts it. */
const main = (specs) => (0,run/* runAction */.C)(spec/* spec */.I, purgeCdn, specs);


/***/ }),

/***/ 78854:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ spec)
/* harmony export */ });
/* harmony import */ var _kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12800);
/* harmony import */ var _kit_providers_cdns_permissions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70846);
/* harmony import */ var _kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36583);
/* harmony import */ var _kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67906);
/* harmony import */ var _kit_action_shared_outputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6793);
/* harmony import */ var _kit_action_spec_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(35596);
/* harmony import */ var _kit_action_time_limit_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(43128);
/* harmony import */ var _kit_parts_cdn_inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(17620);








const spec = (0,_kit_action_spec_js__WEBPACK_IMPORTED_MODULE_7__/* .defineAction */ .Q)({
    name: "purge-cdn",
    title: "Purge CDN",
    description: "Purges the routes that changed, once the origins serve the release, and proves by its build marker that the CDN serves it too.",
    inputs: {
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .placeInputs */ .vb,
        "time-limit": (0,_kit_action_time_limit_js__WEBPACK_IMPORTED_MODULE_5__/* .timeLimit */ .z)("20m"),
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .releaseInputs */ .zy,
        ..._kit_parts_cdn_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .cdnInputs */ .t,
        marker: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)({
            description: "Build marker that every route must serve. Without it that of `artifact`, else the one that all origins serve past the CDN.",
        })),
        artifact: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)({ description: "Folder that `build` made (artifact.json and site/), its output `path`." })),
        "on-unverified": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .oneOf */ .yL)(["hold", "warn"], {
            description: "What a purge comes to that was accepted but not seen on every route: `hold` ends with verdict error.",
            default: "hold",
        }),
    },
    permissions: [_kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .readsContents */ .Sc, ..._kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .recordPermissions */ .gF, ..._kit_providers_cdns_permissions_js__WEBPACK_IMPORTED_MODULE_1__/* .cdnPermissions */ .C],
    outputs: {
        ..._kit_action_shared_outputs_js__WEBPACK_IMPORTED_MODULE_4__/* .phaseOutputs */ .A,
        marker: "The build marker that every route had to serve.",
        verified: "`true` when every route served it through the CDN.",
        purges: "How often was purged.",
    },
});


/***/ }),

/***/ 85391:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ isSignOf),
/* harmony export */   q: () => (/* binding */ edgesOf)
/* harmony export */ });
/**
 * What is left out on purpose: `age`, and `x-cache` and `via` that name nobody, which any proxy on the way sets.
 */
const edges = [
    { name: "cloudflare", headers: ["cf-ray", "cf-cache-status"], values: { server: /^cloudflare/i } },
    { name: "fastly", headers: ["x-fastly-request-id"], values: { "x-served-by": /\bcache-[a-z]{3}/i } },
    {
        name: "cloudfront",
        headers: ["x-amz-cf-id", "x-amz-cf-pop"],
        values: { via: /\.cloudfront\.net/i, "x-cache": /\bfrom cloudfront\b/i },
    },
    {
        name: "akamai",
        headers: ["x-akamai-request-id", "akamai-grn", "x-akamai-transformed"],
        values: { server: /^akamai/i, "x-cache": /^TCP_\w+ from \S*akamai/i },
    },
    {
        name: "bunny",
        headers: ["cdn-pullzone", "cdn-requestid", "cdn-cache", "cdn-cachedat"],
        values: { server: /^bunnycdn/i },
    },
    { name: "keycdn", headers: [], values: { server: /^keycdn/i } },
    { name: "azure-front-door", headers: ["x-azure-ref"] },
    { name: "google-cloud-cdn", headers: ["cdn_cache_id", "x-goog-cdn-cache-status"] },
    { name: "varnish", headers: ["x-varnish"] },
    { name: "vercel", isHosts: true, headers: ["x-vercel-cache", "x-vercel-id"] },
    {
        name: "netlify",
        isHosts: true,
        headers: ["x-nf-request-id"],
        values: { "cache-status": /"Netlify (?:Edge|Durable)"/i },
    },
];
/** The CDNs whose headers an answer carries, each with the header that told. */
function edgesOf(headers) {
    return edges.flatMap(({ name, isHosts = false, headers: own, values = {} }) => {
        const sign = own.find((header) => headers.has(header)) ??
            Object.keys(values).find((header) => values[header]?.test(headers.get(header) ?? ""));
        return sign === undefined ? [] : [{ name, sign, isHosts }];
    });
}
/** Whether a sign is one of the CDN that is declared; Varnish is one that is told by requests. */
function isSignOf(name, cdn) {
    return name === cdn || (name === "varnish" && cdn === "http");
}


/***/ }),

/***/ 2495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ refuseUndeclaredCdn),
/* harmony export */   l: () => (/* binding */ refuseBlindOrigins)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);
/* harmony import */ var _ask_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17300);
/* harmony import */ var _providers_cdns_names_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35354);
/* harmony import */ var _edges_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(85391);




/**
 * Asks every origin as a browser does. A CDN that nobody declared would go on serving the release before this one.
 * @throws {UserError} PR451 naming every origin and the header that told.
 */
async function refuseUndeclaredCdn(world, origins, { cdn, ignored }) {
    const met = await Promise.all(origins.map(async (origin) => ({ origin, answer: await (0,_ask_js__WEBPACK_IMPORTED_MODULE_1__/* .ask */ .kA)(world, `${origin}/`) })));
    const found = met.flatMap(({ origin, answer }) => (0,_edges_js__WEBPACK_IMPORTED_MODULE_2__/* .edgesOf */ .q)(answer.headers)
        .filter(({ name, isHosts }) => !isHosts && !(0,_edges_js__WEBPACK_IMPORTED_MODULE_2__/* .isSignOf */ .R)(name, cdn) && !ignored.includes(name))
        .map(({ name, sign }) => ({ name, what: `${origin} is answered by ${name} (header ${sign})` })));
    if (found.length === 0)
        return met;
    const names = [...new Set(found.map(({ name }) => name))];
    const said = cdn === undefined ? "rollout.yml has no section purge-cdn" : `cdn is ${cdn}`;
    const known = _providers_cdns_names_js__WEBPACK_IMPORTED_MODULE_3__/* .cdnNames */ .m.find((name) => names.some((one) => (0,_edges_js__WEBPACK_IMPORTED_MODULE_2__/* .isSignOf */ .R)(one, name)));
    const declare = known === undefined ? "Purge it yourself" : `Declare it (purge-cdn: { cdn: ${known}, … })`;
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

/***/ 89016:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ cdnPart),
  r: () => (/* binding */ planCdn)
});

// EXTERNAL MODULE: ./lib/kit/providers/cdns/cdns.js + 19 modules
var cdns = __webpack_require__(4524);
// EXTERNAL MODULE: ./lib/kit/providers/cdns/pattern.js
var cdns_pattern = __webpack_require__(7896);
// EXTERNAL MODULE: ./lib/kit/parts/web/origins.js
var origins = __webpack_require__(98007);
// EXTERNAL MODULE: ./lib/kit/parts/cdn/ask.js
var ask = __webpack_require__(17300);
// EXTERNAL MODULE: ./lib/kit/parts/cdn/edges.js
var edges = __webpack_require__(85391);
// EXTERNAL MODULE: ./lib/kit/parts/cdn/purged.js
var cdn_purged = __webpack_require__(43480);
;// CONCATENATED MODULE: ./lib/kit/parts/cdn/doubts.js




/** What a purge leaves, or nobody can see, a sentence each. */
async function doubtsOf(inputs, met, cdn, world) {
    return [
        ...met.flatMap((one) => signDoubts(inputs, one, cdn)),
        ...queryDoubts(inputs, cdn),
        ...(await variantDoubts(inputs, world)),
    ];
}
function signDoubts({ cdn }, { origin, answer }, { says }) {
    if (answer.status === 0)
        return [`${origin} ${answer.said}`];
    const isOwn = cdn === "http" && says(answer.headers).from !== "unknown";
    if (isOwn || (0,edges/* edgesOf */.q)(answer.headers).some(({ name }) => (0,edges/* isSignOf */.R)(name, cdn)))
        return [];
    return [`${origin} is declared behind ${cdn}, but its answer has no sign of it`];
}
/** `/?utm_source=mail` is an entry of its own in most caches. */
function queryDoubts(inputs, { takesQueries }) {
    const { purged } = (0,cdn_purged/* purgedOf */.nX)(inputs);
    const covered = (path) => purged.some((one) => one.kind === "prefix" && `${path}/`.startsWith(one.value === "/" ? "/" : `${one.value}/`));
    const bare = purged.filter((one) => one.kind === "path" && !one.value.includes("?") && !covered(one.value));
    if (takesQueries || bare.length === 0 || purged.some(({ kind }) => kind === "host" || kind === "tag"))
        return [];
    return [
        `copies of ${bare.map(cdns_pattern/* patternText */.U).join(", ")} under a query (/?utm_…) are others, and stay until they expire`,
    ];
}
/** `www.` or the bare name beside each origin: one that serves the app as well has copies of its own. */
async function variantDoubts({ origins }, world) {
    const others = [...new Set(origins.flatMap(variantOf))].filter((one) => !origins.includes(one));
    const asked = await Promise.all(others.map(async (origin) => ({ origin, marker: (await (0,ask/* ask */.kA)(world, `${origin}/`)).marker })));
    return asked
        .filter(({ marker }) => marker !== null)
        .map(({ origin }) => `${origin} serves the app as well, but is none of origins: its copies are neither purged nor looked at`);
}
function variantOf(origin) {
    const { protocol, hostname, port } = new URL(origin);
    if (protocol !== "https:" || port !== "")
        return [];
    if (hostname.startsWith("www."))
        return [`https://${hostname.slice(4)}`];
    return /^[a-z0-9-]+\.[a-z]{2,}$/.test(hostname) ? [`https://www.${hostname}`] : [];
}

// EXTERNAL MODULE: ./lib/kit/parts/cdn/look-for-edges.js
var look_for_edges = __webpack_require__(2495);
// EXTERNAL MODULE: ./lib/kit/parts/cdn/routes.js
var cdn_routes = __webpack_require__(50511);
;// CONCATENATED MODULE: ./lib/kit/parts/cdn/pattern-details.js



/** A pattern that is purged, and the addresses at which that is proven. */
function patternDetail({ origins, invalidate, assets }, pattern) {
    const proven = (0,cdn_routes/* routesOf */.eV)(origins, [pattern]).map(({ origin, path }) => origin + path);
    const how = invalidate ? "marked as stale (a soft purge)" : "deleted from the cache";
    return {
        what: (0,cdns_pattern/* patternText */.U)(pattern),
        how: [how, `proven at ${proven.length} ${proven.length === 1 ? "address" : "addresses"}`],
        beware: [
            ...(pattern.kind === "everything"
                ? ["The whole cache goes: the origin takes all traffic until it is full again."]
                : []),
            ...(pattern.kind !== "everything" && (0,cdn_purged/* takesAssets */.su)(pattern, assets)
                ? [`The hashed assets of /${assets} lie below it and go along.`]
                : []),
        ],
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
    return {
        ...part,
        unverified: [...part.unverified, ...(await doubtsOf(inputs, met, cdn, world))],
    };
}
/** Pure: what would be purged. The same in the plan and in the phase. */
function cdnPart(inputs, work) {
    const { cdn, zone, origins, invalidate, routes } = inputs;
    const { purged, skipped } = (0,cdn_purged/* purgedOf */.nX)(inputs);
    const paths = purged.map(cdns_pattern/* patternText */.U);
    const blind = routes === undefined ? (0,cdn_routes/* unseen */.nv)(origins, purged) : [];
    return {
        phase: "purge-cdn",
        work,
        decisions: {
            cdn,
            zone: zone ?? null,
            origins,
            paths,
            soft: invalidate,
            ...(routes === undefined ? {} : { routes: routes.map(cdns_pattern/* patternText */.U) }),
            ...(cdn === "http" ? { nodes: inputs.purgeNodes } : {}),
        },
        measurements: null,
        undo: { possible: "yes" },
        unverified: cdn === "none"
            ? []
            : [
                `one runner sees one location of ${cdn}`,
                ...blind.map((text) => `no address is known that proves ${text}`),
            ],
        says: work === "none"
            ? []
            : [
                `${[cdn, zone].filter((word) => word !== undefined).join(" ")}: purge ${paths.join(", ")} on ${origins.join(", ")}`,
                ...(skipped.length === 0 ? [] : [(0,cdn_purged/* skippedLine */.Bo)(skipped)]),
            ],
        details: work === "none" ? [] : purged.map((pattern) => patternDetail(inputs, pattern)),
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


/***/ }),

/***/ 6214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ proveRoutes),
/* harmony export */   t: () => (/* binding */ routesLine)
/* harmony export */ });
/* harmony import */ var _ask_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17300);

/** Asks every route through the CDN once. The body decides; the headers are evidence. */
async function proveRoutes(world, cdn, routes, wanted, pastOf) {
    return await Promise.all(routes.map(async (route) => {
        const seen = await (0,_ask_js__WEBPACK_IMPORTED_MODULE_0__/* .ask */ .kA)(world, route.origin + route.path, route.node);
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

/***/ 23593:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ purgeAndVerify)
});

// EXTERNAL MODULE: ./lib/kit/providers/cdns/cdns.js + 19 modules
var cdns = __webpack_require__(4524);
// EXTERNAL MODULE: ./lib/kit/parts/web/origins.js
var origins = __webpack_require__(98007);
// EXTERNAL MODULE: ./lib/kit/parts/web/served.js
var served = __webpack_require__(14171);
// EXTERNAL MODULE: ./lib/kit/parts/cdn/prove-routes.js
var prove_routes = __webpack_require__(6214);
// EXTERNAL MODULE: ./lib/kit/parts/web/probe-staged.js
var probe_staged = __webpack_require__(94321);
// EXTERNAL MODULE: ./lib/kit/parts/cdn/ask.js
var ask = __webpack_require__(17300);
// EXTERNAL MODULE: ./lib/kit/parts/cdn/routes.js
var cdn_routes = __webpack_require__(50511);
;// CONCATENATED MODULE: ./lib/kit/parts/cdn/prove-whole.js



/** Asks for what the old pages name; a page of each release and origin stands for all of its kind. */
async function proveWhole(world, routes) {
    const old = new Map(routes.filter(({ serves }) => !serves).map((route) => [kindOf(route), route]));
    const pages = await Promise.all([...old.values()].map(({ origin, path, node }) => (0,ask/* ask */.kA)(world, origin + path, node)));
    const named = [...old.values()].flatMap(({ origin, node }, index) => (0,probe_staged/* resourcesOf */.F)(pages[index]?.text ?? "", origin).map(({ url }) => ({ url, node })));
    const urls = [...new Map(named.map((one) => [`${one.url} ${one.node}`, one])).values()];
    const answers = await Promise.all(urls.map(async ({ url, node }) => ({
        text: node === undefined ? url : `${url} at ${node}`,
        answer: await (0,ask/* ask */.kA)(world, url, node),
    })));
    const missing = [
        ...[...old.values()].filter((_, index) => isBroken(pages[index]?.status)).map(cdn_routes/* routeText */.RI),
        ...answers.filter(({ answer }) => !isResource(answer)).map(({ text }) => text),
    ];
    return {
        asked: old.size + answers.length,
        answered: old.size + answers.length - missing.length,
        missing: missing[0],
    };
}
function kindOf({ origin, node, marker }) {
    return [origin, node, marker].join(" ");
}
function isBroken(status = 0) {
    return status === 0 || status >= 400;
}
function isResource({ status, headers }) {
    return status === 200 && /javascript|css|wasm/.test(headers.get("content-type") ?? "");
}

// EXTERNAL MODULE: ./lib/kit/ports/tell-wait.js
var tell_wait = __webpack_require__(26592);
// EXTERNAL MODULE: ./lib/kit/parts/cdn/purged.js
var purged = __webpack_require__(43480);
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
    const routes = (0,cdn_routes/* atNodes */.f$)((0,cdn_routes/* provenAt */.SO)(inputs), cdn.nodes ?? []);
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
async function purgeUntil(inputs, cdn, wanted, look, world) {
    const { hard = false } = wanted;
    const order = (purges) => ({
        origins: inputs.origins,
        patterns: (0,purged/* purgedOf */.nX)(inputs).purged,
        soft: inputs.invalidate && !hard,
        key: keyOf(wanted, world, purges),
    });
    const end = world.clock.now() + inputs.verifyTimeout;
    const ids = [...(await cdn.purge(order(1)))];
    const tell = (0,tell_wait/* tellWait */.n)(world, end);
    for (let purges = 1, looks = 1;; looks += 1) {
        const routes = await look();
        if (routes.every((route) => route.serves))
            return { verified: true, routes, purges, ids };
        if (world.clock.now() >= end)
            return { verified: false, routes, purges, ids };
        if (looks >= looksBeforeAgain && purges < inputs.purgeLimit && routes.some(isOldCopy)) {
            world.log.info(`${routes.filter(isOldCopy).length} routes were cached again with the old page; purging again.`);
            purges += 1;
            ids.push(...(await cdn.purge(order(purges))));
            looks = 0;
        }
        const x = routes.filter((route) => route.serves).length;
        tell(`${cdn.name} serves the release on every route`, `So far on ${x} of ${routes.length}.`);
        await world.clock.sleep(inputs.pollInterval, world.signal);
    }
}
/** A purge of its own: of this attempt of the run, towards this release, and after an earlier one anew. */
function keyOf({ marker, gone = null }, { context }, purges) {
    return JSON.stringify([context.runId, context.attempt, marker, gone, purges]);
}
function isOldCopy({ serves, from }) {
    return !serves && (from === "cache" || from === "unknown");
}


/***/ }),

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

/***/ 94321:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ resourcesOf),
/* harmony export */   J: () => (/* binding */ probeStaged)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);
/* harmony import */ var _marker_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55184);
/* harmony import */ var _ports_ending_after_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3123);



const patience = 15_000;
const edgeTries = 5;
/** Seconds for which «not found» may be kept: the file may be there in the next release. */
const longestMissing = 300;
/**
 * Asks the staged site, before any traffic, what would break production: the page and its marker, its scripts
 * and styles, how long the page is cached, and whether a missing asset is really missing.
 * @throws {UserError} PR432: nothing has been promoted.
 */
async function probeStaged(world, site, interval) {
    const page = await askPage(world, site, interval);
    const html = await page.text();
    const found = (0,_marker_js__WEBPACK_IMPORTED_MODULE_2__/* .markerIn */ .AF)(html);
    if (found !== site.marker) {
        throw wrong(site, `its page says ${found ?? "no build marker"} instead of ${site.marker}`);
    }
    const kept = page.headers.get("cache-control") ?? "";
    if (/\bimmutable\b/.test(kept) || maxAge(kept) > 0) {
        throw wrong(site, `its page may be kept by browsers (cache-control: ${kept})`);
    }
    await probeMissingAsset(world, site);
    const resources = resourcesOf(html, site.url);
    for (const resource of resources)
        await probeResource(world, site, resource);
    if (site.version === true)
        await probeVersion(world, site);
    return { resources: resources.length };
}
/** Scripts, styles and preloaded modules that a page names on its own origin; data blocks are none. */
function resourcesOf(html, base) {
    const tags = html.match(/<(?:script|link)\b[^>]*>/gi) ?? [];
    const found = tags.flatMap((tag) => {
        const type = typeOf(tag);
        const text = attribute(tag, "src|href");
        const url = text !== undefined && URL.canParse(text, base) ? new URL(text, base) : undefined;
        const own = url?.origin === new URL(base).origin;
        return type === undefined || url === undefined || !own ? [] : [{ url: url.href, type }];
    });
    return [...new Map(found.map((one) => [one.url, one])).values()];
}
function typeOf(tag) {
    if (/^<script/i.test(tag)) {
        const type = attribute(tag, "type") ?? "";
        return /^$|^module$|javascript|ecmascript/i.test(type) ? "script" : undefined;
    }
    const rel = (attribute(tag, "rel") ?? "").toLowerCase().split(/\s+/);
    if (rel.includes("stylesheet"))
        return "style";
    const preloaded = rel.includes("modulepreload") && !/^(?:style|json)$/i.test(attribute(tag, "as") ?? "");
    return preloaded ? "script" : undefined;
}
function attribute(tag, name) {
    const found = new RegExp(`\\s(?:${name})\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, "i").exec(tag);
    return found?.[1] ?? found?.[2] ?? found?.[3];
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
function maxAge(cacheControl) {
    return Number(/\bmax-age=(\d+)/.exec(cacheControl)?.[1] ?? "0");
}
function refuseLogin(site, { status, headers }) {
    const login = status === 401 || status === 403 || (headers.get("location") ?? "").includes("sso");
    if (!login)
        return;
    const secret = Object.keys(site.headers).length > 0 ? "does not let us in" : "is not given";
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR432", `The staged site at ${site.url} is behind the host's login page (${status}), and \`protection-bypass\` ${secret}. Production was not touched.`, "Create a protection bypass for automation in the host's settings and pass it as `protection-bypass`; where a host has none (Netlify), its drafts must not ask for a password.");
}
/** A catch-all that answers a missing chunk with the page poisons caches for as long as assets are kept. */
async function probeMissingAsset(world, site) {
    const path = `/${site.assets}/rollout-missing-${site.marker}.js`;
    const answer = await ask(world, site, `${site.url}${path}`);
    const kept = answer.headers.get("cache-control") ?? "";
    const long = /\bimmutable\b/.test(kept) || maxAge(kept) > longestMissing;
    if (answer.status === 404 && !long)
        return;
    const type = answer.headers.get("content-type")?.split(";")[0] ?? "no type";
    const what = `${answer.status} ${type}${kept === "" ? "" : `, cache-control: ${kept}`}`;
    throw wrong(site, `a missing asset (${path}) is answered with ${what} instead of 404 that nobody keeps`);
}
const wanted = { script: /javascript|ecmascript/, style: /text\/css/ };
async function probeResource(world, site, { url, type }) {
    const answer = await ask(world, site, url);
    const is = answer.headers.get("content-type") ?? "no type";
    if (answer.status === 200 && wanted[type].test(is))
        return;
    throw wrong(site, `the ${type} ${new URL(url).pathname} is answered with ${answer.status} ${is}`);
}
async function probeVersion(world, site) {
    const answer = await ask(world, site, `${site.url}/${_marker_js__WEBPACK_IMPORTED_MODULE_2__/* .versionFile */ .T1}`);
    const said = (0,_marker_js__WEBPACK_IMPORTED_MODULE_2__/* .markerInVersion */ .QH)(await answer.text());
    if (answer.status === 200 && said === site.marker)
        return;
    throw wrong(site, `/${_marker_js__WEBPACK_IMPORTED_MODULE_2__/* .versionFile */ .T1} is answered with ${answer.status} and says ${said ?? "no marker"}`);
}
async function ask({ http, signal }, { headers }, url) {
    return await http(url, {
        headers,
        redirect: "manual",
        signal: (0,_ports_ending_after_js__WEBPACK_IMPORTED_MODULE_1__/* .endingAfter */ .I)(patience, signal),
    });
}
function wrong({ url }, what) {
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR432", `The staged site at ${url} is not fit for production: ${what}. Production was not touched.`, "Correct the build or the host's routes, then run again.");
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

/***/ 70846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ cdnPermissions)
/* harmony export */ });
const why = "purging what the release changed";
/** What the CDN's token must be allowed, by CDN. */
const cdnPermissions = [
    ["Cloudflare", "Zone → Cache Purge → Purge", "`cdn: cloudflare`"],
    ["Fastly", "purge_select", "`cdn: fastly`"],
    ["Fastly", "purge_all", "`cdn: fastly`, and `everything` is purged"],
    ["CloudFront", "cloudfront:CreateInvalidation", "`cdn: cloudfront`"],
    ["CloudFront", "cloudfront:GetInvalidation", "`cdn: cloudfront`, and `purge-wait` waits"],
    ["Vercel", "write the project", "`cdn: vercel`"],
    ["Netlify", "write the site", "`cdn: netlify`"],
].map(([service, name, when]) => ({ service, name, why, when, without: "fails" }));


/***/ })

};
