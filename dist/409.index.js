export const id = 409;
export const ids = [409];
export const modules = {

/***/ 3409:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./lib/kit/action/run.js + 11 modules
var run = __webpack_require__(7098);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(5304);
// EXTERNAL MODULE: ./lib/kit/parts/cdn/plan-cdn.js
var plan_cdn = __webpack_require__(4100);
// EXTERNAL MODULE: ./lib/kit/parts/cdn/purge-and-verify.js + 1 modules
var purge_and_verify = __webpack_require__(3593);
// EXTERNAL MODULE: ./lib/kit/parts/web/artifact.js
var web_artifact = __webpack_require__(9748);
// EXTERNAL MODULE: ./lib/kit/parts/web/origins.js
var origins = __webpack_require__(8007);
// EXTERNAL MODULE: ./lib/kit/parts/web/served.js
var web_served = __webpack_require__(4171);
// EXTERNAL MODULE: ./lib/kit/providers/cdns/cdns.js + 4 modules
var cdns = __webpack_require__(7445);
// EXTERNAL MODULE: ./lib/kit/release/enter-phase.js + 1 modules
var enter_phase = __webpack_require__(6552);
// EXTERNAL MODULE: ./lib/kit/release/plan.js
var plan = __webpack_require__(9343);
// EXTERNAL MODULE: ./lib/kit/parts/cdn/prove-routes.js
var prove_routes = __webpack_require__(6214);
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
            reason: `PR452: ${(0,web_served/* originsLine */.CP)(origins, marker)} past the CDN: ${behind.origin} ${behind.said}. Nothing was purged.`,
            next: "Deploy the web first; where the CDN's cache ignores queries, write host-origins.",
        };
    }
    const first = routes.find((route) => !route.serves);
    const where = first === undefined ? "" : `: ${first.origin}${first.path} ${first.said}`;
    return {
        reason: `PR452: The purge is not verified after ${verifyTimeout / 1000} s and ${purges} ${purges === 1 ? "purge" : "purges"}. ${(0,prove_routes/* routesLine */.t)(routes, marker, cdn)}${where}.`,
        next: `${wholeText(whole)} Look at the zone's Cache Rules, purge by hand and run this job again.`,
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
        `${(0,web_served/* originsLine */.CP)(origins, marker)} past the CDN`,
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
    const was = new Map(before.map((route) => [address(route), route.said]));
    const rows = routes.map((route) => [
        address(route),
        route.pattern,
        was.get(address(route)) ?? "",
        `${route.serves ? "" : "NOT YET: "}${route.said}`,
    ]);
    return rows.length === 0
        ? []
        : [{ title: "Routes", columns: ["address", "pattern", "before", "now"], rows }];
}
function address({ origin, path }) {
    return origin + path;
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
    const isIdle = inputs.cdn === "none" || inputs.planDigest === (0,plan/* partDigest */.S)(idle);
    return isIdle ? idle : (0,plan_cdn/* cdnPart */.J)(inputs, "some");
}
/** @throws {UserError} PR105, PR106, PR432 for the artifact; PR452 when nobody says which release it is. */
async function markerOf({ marker, artifact, ...inputs }, world) {
    if (marker !== undefined)
        return marker;
    if (artifact !== undefined)
        return (await (0,web_artifact/* readSite */.Us)((0,external_node_path_.resolve)(world.root, artifact))).marker;
    const served = await Promise.all((0,origins/* pastOrigins */.MD)(inputs).map((origin) => (0,web_served/* askOrigin */.YN)(world, origin)));
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
var spec = __webpack_require__(8854);
;// CONCATENATED MODULE: ./lib/actions/purge-cdn/main.js



/** Runs this action as a runner starts it. */
const main = (specs) => (0,run/* runAction */.C)(spec/* spec */.I, purgeCdn, specs);


/***/ }),

/***/ 8854:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ spec)
/* harmony export */ });
/* harmony import */ var _kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6583);
/* harmony import */ var _kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7906);
/* harmony import */ var _kit_action_spec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5596);
/* harmony import */ var _kit_parts_cdn_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3632);




const spec = (0,_kit_action_spec_js__WEBPACK_IMPORTED_MODULE_3__/* .defineAction */ .Q)({
    name: "purge-cdn",
    title: "Purge CDN",
    description: "Purges the routes that changed, once the origins serve the release, and proves by its build marker that the CDN serves it too.",
    inputs: {
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .placeInputs */ .vb,
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseInputs */ .zy,
        ..._kit_parts_cdn_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .cdnInputs */ .t,
        marker: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "Build marker that every route must serve. Without it that of `artifact`, else the one that all origins serve past the CDN.",
        })),
        artifact: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: "Folder that `build` made (artifact.json and site/), its output `path`." })),
        "on-unverified": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)(["hold", "warn"], {
            description: "What a purge comes to that was accepted but not seen on every route: `hold` ends with verdict error.",
            default: "hold",
        }),
    },
    outputs: {
        verdict: "pass | fail | inconclusive | error",
        evidence: "JSON list of «x of n …» lines.",
        work: "none | some",
        digest: "Digest of what was decided.",
        started: "`true` once the first change was begun.",
        receipt: "The last receipt, if it has at most 8 KiB.",
        marker: "The build marker that every route had to serve.",
        verified: "`true` when every route served it through the CDN.",
        purges: "How often was purged.",
    },
});


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

/***/ 4100:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ cdnPart),
/* harmony export */   r: () => (/* binding */ planCdn)
/* harmony export */ });
/* harmony import */ var _providers_cdns_cdns_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7445);
/* harmony import */ var _providers_cdns_pattern_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7896);
/* harmony import */ var _web_origins_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8007);
/* harmony import */ var _ask_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7300);
/* harmony import */ var _edges_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5391);
/* harmony import */ var _look_for_edges_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2495);
/* harmony import */ var _routes_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(511);







/**
 * The `purge-cdn` part of the plan. There is work when the web part has some, or when an origin's CDN serves another
 * release than the origin behind it does: what a purge left behind that was not verified.
 * @throws {UserError} PR102, PR451, PR453.
 */
async function planCdn(inputs, web, world) {
    const cdn = (0,_providers_cdns_cdns_js__WEBPACK_IMPORTED_MODULE_0__/* .openCdn */ .q)(inputs, world);
    const met = await (0,_look_for_edges_js__WEBPACK_IMPORTED_MODULE_4__/* .refuseUndeclaredCdn */ .J)(world, inputs.origins, {
        cdn: inputs.cdn,
        ignored: inputs.ignoreEdges,
    });
    if (inputs.cdn === "none")
        return cdnPart(inputs, "none");
    await (0,_look_for_edges_js__WEBPACK_IMPORTED_MODULE_4__/* .refuseBlindOrigins */ .l)(world, (0,_web_origins_js__WEBPACK_IMPORTED_MODULE_1__/* .pastOrigins */ .MD)(inputs), cdn.says);
    const work = web === "some" || (await isBehind(inputs, met, world)) ? "some" : "none";
    const part = cdnPart(inputs, work);
    return { ...part, unverified: [...part.unverified, ...met.flatMap((one) => doubts(inputs, one))] };
}
/** Pure: what would be purged. The same in the plan and in the phase. */
function cdnPart(inputs, work) {
    const { cdn, zone, origins, invalidate } = inputs;
    const paths = (inputs.paths ?? []).map(_providers_cdns_pattern_js__WEBPACK_IMPORTED_MODULE_5__/* .patternText */ .U);
    const blind = (0,_routes_js__WEBPACK_IMPORTED_MODULE_6__/* .unseen */ .n)(origins, inputs.paths ?? []);
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
    };
}
async function isBehind(inputs, met, world) {
    const past = (0,_web_origins_js__WEBPACK_IMPORTED_MODULE_1__/* .pastOrigins */ .MD)(inputs);
    const behind = await Promise.all(met.map(async ({ answer }, index) => {
        const { marker } = await (0,_ask_js__WEBPACK_IMPORTED_MODULE_2__/* .askPast */ .kI)(world, past[index] ?? "", "/");
        return marker !== null && answer.marker !== marker;
    }));
    return behind.includes(true);
}
function doubts({ cdn }, { origin, answer }) {
    if (answer.status === 0)
        return [`${origin} ${answer.said}`];
    if ((0,_edges_js__WEBPACK_IMPORTED_MODULE_3__/* .edgesOf */ .q)(answer.headers).some(({ name }) => name === cdn))
        return [];
    return [`${origin} is declared behind ${cdn}, but its answer has no sign of it`];
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

/***/ 6552:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ enterPhase)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(5304);
;// CONCATENATED MODULE: ./lib/kit/release/approvals.js

/**
 * Who approved this run for an environment.
 * @throws {UserError} PR203 when reviewers are declared and none of them has approved.
 */
async function approvers(github, context, environment, declared) {
    const { data } = await github.request("GET /repos/{owner}/{repo}/actions/runs/{run_id}/approvals", {
        run_id: context.runId,
    });
    const who = data
        .filter((review) => review.state === "approved")
        .filter((review) => review.environments.some((one) => one.name === environment))
        .map((review) => review.user?.login ?? "(unknown)");
    if (declared === "reviewers" && who.length === 0) {
        throw new user_error/* UserError */.yo("PR203", `Reviewers are declared for ${environment}, but nobody has approved this run for it. Nothing was changed.`, `Give the environment ${environment} required reviewers, or declare the gate as none, and run again.`);
    }
    return [...new Set(who)];
}

// EXTERNAL MODULE: ./lib/kit/release/canonical.js
var canonical = __webpack_require__(1820);
// EXTERNAL MODULE: ./lib/kit/release/ids.js
var ids = __webpack_require__(4128);
// EXTERNAL MODULE: ./lib/kit/release/journal.js
var release_journal = __webpack_require__(6641);
// EXTERNAL MODULE: ./lib/kit/release/lease.js
var lease = __webpack_require__(6736);
// EXTERNAL MODULE: ./lib/kit/release/local-record.js
var local_record = __webpack_require__(9143);
// EXTERNAL MODULE: ./lib/kit/release/phases.js
var phases = __webpack_require__(6848);
// EXTERNAL MODULE: ./lib/kit/release/plan.js
var plan = __webpack_require__(9343);
// EXTERNAL MODULE: ./lib/kit/release/planned.js
var planned = __webpack_require__(8960);
// EXTERNAL MODULE: ./lib/kit/release/record.js
var release_record = __webpack_require__(113);
;// CONCATENATED MODULE: ./lib/kit/release/enter-phase.js













/**
 * The door between looking and changing: compares what would be done now with what was approved, reads who
 * approved, asks once more whether the stack is `healthy`, takes the lease, opens the journal. A phase without
 * a gate asks nobody. With no work it gives undefined, and nothing was asked.
 * @throws {UserError} PR202, PR203, PR204, PR206, PR208: nothing was changed.
 */
async function enterPhase(world, phase, inputs, part, healthy) {
    const { context, log } = world;
    const target = inputs.target ?? "default";
    await (0,planned/* refuseOtherPlan */.g)(world.root, inputs, part);
    world.emit({ work: part.work, digest: (0,plan/* partDigest */.S)(part) });
    if (part.work === "none")
        return undefined;
    const release = inputs.release ?? (0,ids/* releaseId */.Bf)(target, world.clock.now(), context.sha, context.runId);
    const github = inputs.githubToken === undefined ? undefined : await world.github(inputs.githubToken);
    if (!github)
        log.notice("No github-token: the record of this phase stays in this job's temp folder and outputs.");
    const approvedBy = await whoApproved(github, world, phase, inputs);
    refuseIll(phase, await healthy?.());
    if (github) {
        const { runId, runUrl } = context;
        await (0,lease/* takeLease */._)(github, context, target, { schema: "prism-rollout/lease@1", release, runId, runUrl });
    }
    const folder = (0,external_node_path_.join)(world.temp, "prism-rollout", phase);
    const record = github ? (0,release_record/* githubRecord */.BF)(github, target, context.sha) : (0,local_record/* localRecord */.z)(folder);
    const onChange = (receipts) => keep(world, folder, receipts);
    const journal = await (0,release_journal/* openJournal */._)(record, {
        release,
        phase,
        attempt: context.attempt,
        approvedBy,
        onChange,
    });
    return { release, journal, record };
}
/** Much can happen while a gate waits. */
function refuseIll(phase, health) {
    if (health === undefined || health.verdict === "pass")
        return;
    throw new user_error/* UserError */.yo("PR208", `The stack is not healthy, so ${phase} did not begin: ${health.reason} Nothing was changed.`, `${health.next} A release that mends an outage says require-healthy: false.`);
}
async function whoApproved(github, { context, log }, phase, { environment, gates }) {
    const declared = (0,phases/* isGated */.m3)(phase) ? (gates[phase] ?? "none") : "none";
    if (github && environment !== undefined) {
        const who = await approvers(github, context, environment, declared);
        if (who.length > 0)
            log.info(`Approved by ${who.join(", ")}.`);
        return who;
    }
    if (declared !== "reviewers")
        return [];
    throw new user_error/* UserError */.yo("PR203", `Reviewers are declared for ${phase}, but who approved cannot be read. Nothing was changed.`, "Pass `github-token` and `environment` to this action.");
}
/** Keeps the receipts where the workflow uploads them from, and what fits as an output. */
async function keep(world, folder, receipts) {
    await (0,promises_.mkdir)(folder, { recursive: true });
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, "receipts.json"), `${(0,canonical/* canonical */.$N)(receipts)}\n`);
    const last = (0,canonical/* canonical */.$N)(receipts.at(-1) ?? null);
    world.emit({ started: "true", ...(Buffer.byteLength(last) <= 8192 ? { receipt: last } : {}) });
}


/***/ }),

/***/ 9343:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ partDigest),
/* harmony export */   t: () => (/* binding */ differences)
/* harmony export */ });
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1820);
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5610);


/** The digest that a gate's approval is bound to. */
function partDigest(part) {
    return (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .digest */ .br)({ phase: part.phase, work: part.work, decisions: part.decisions });
}
/** The paths at which two decisions differ, as `functions.hello.source`; at most `limit` of them. */
function differences(was, is, limit = 5, path = "") {
    if (JSON.stringify(was) === JSON.stringify(is))
        return [];
    if (!isObject(was) || !isObject(is))
        return [path || "(everything)"];
    const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort();
    return keys
        .flatMap((key) => differences(was[key], is[key], limit, path === "" ? key : `${path}.${key}`))
        .slice(0, limit);
}
function isObject(value) {
    return typeof value === "object" && value !== null;
}


/***/ }),

/***/ 8960:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ approvedPart),
/* harmony export */   g: () => (/* binding */ refuseOtherPlan)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5304);
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5610);
/* harmony import */ var _plan_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9343);





/**
 * Compares what a phase would do now with what was approved. Without a digest the action stands alone, and
 * there is nothing to compare with.
 * @throws {UserError} PR202 or PR206, naming the difference.
 */
async function refuseOtherPlan(root, { plan, planDigest }, now) {
    if (planDigest === undefined || planDigest === (0,_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .partDigest */ .S)(now))
        return;
    const approved = await approvedPart(root, { plan, planDigest }, now.phase);
    if (approved?.work === "none" && now.work === "some") {
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("PR206", `The approved plan says that ${now.phase} has nothing to do, but now it has: ${now.says.join("; ")}. Nothing was changed.`, "Start a new run, so that a person sees and approves this.");
    }
    const where = approved
        ? (0,_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .differences */ .t)(approved.decisions, now.decisions).join(", ")
        : "(no plan.json was passed)";
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("PR202", `${now.phase} would not do now what was approved. It differs at: ${where || "its work"}. Nothing was changed.`, "Something changed since the plan was made. Start a new run and approve the new plan.");
}
/**
 * The part that was approved, where a plan and its digest were passed; what a re-run compares its own work with.
 * @throws {UserError} PR105 or PR106 for the file, PR202 when it is not the one that was approved.
 */
async function approvedPart(root, { plan, planDigest }, phase) {
    if (plan === undefined || planDigest === undefined)
        return undefined;
    return await readPart((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(root, plan), phase, planDigest);
}
async function readPart(file, phase, planDigest) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, "utf8").catch((error) => {
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("PR105", `The plan is not at ${file}.`, "Download plan's artifact first.", {
            cause: error,
        });
    });
    const part = (0,_formats_js__WEBPACK_IMPORTED_MODULE_3__/* .readFormat */ .C$)("plan", text, file).parts.find((one) => one.phase === phase);
    if (part && (0,_plan_js__WEBPACK_IMPORTED_MODULE_4__/* .partDigest */ .S)(part) === planDigest)
        return part;
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("PR202", `${file} is not the plan that was approved: its digest for ${phase} is another. Nothing was changed.`, "Pass plan.json and plan-digest of the same run.");
}


/***/ })

};
