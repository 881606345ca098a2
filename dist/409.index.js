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
var run = __webpack_require__(8987);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(5304);
// EXTERNAL MODULE: ./lib/kit/parts/cdn/plan-cdn.js + 1 modules
var plan_cdn = __webpack_require__(7681);
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
// EXTERNAL MODULE: ./lib/kit/release/enter-phase.js + 3 modules
var enter_phase = __webpack_require__(4602);
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
/* harmony import */ var _kit_action_shared_outputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6793);
/* harmony import */ var _kit_action_spec_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5596);
/* harmony import */ var _kit_action_time_limit_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3128);
/* harmony import */ var _kit_parts_cdn_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3632);






const spec = (0,_kit_action_spec_js__WEBPACK_IMPORTED_MODULE_5__/* .defineAction */ .Q)({
    name: "purge-cdn",
    title: "Purge CDN",
    description: "Purges the routes that changed, once the origins serve the release, and proves by its build marker that the CDN serves it too.",
    inputs: {
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .placeInputs */ .vb,
        "time-limit": (0,_kit_action_time_limit_js__WEBPACK_IMPORTED_MODULE_3__/* .timeLimit */ .z)("20m"),
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseInputs */ .zy,
        ..._kit_parts_cdn_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .cdnInputs */ .t,
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
        ..._kit_action_shared_outputs_js__WEBPACK_IMPORTED_MODULE_2__/* .phaseOutputs */ .A,
        marker: "The build marker that every route had to serve.",
        verified: "`true` when every route served it through the CDN.",
        purges: "How often was purged.",
    },
});


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
    world.log.info("Purged; waiting until every route serves the release.");
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


/***/ })

};
