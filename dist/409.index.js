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
/* harmony import */ var _kit_action_shared_outputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6793);
/* harmony import */ var _kit_action_spec_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5596);
/* harmony import */ var _kit_parts_cdn_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3632);





const spec = (0,_kit_action_spec_js__WEBPACK_IMPORTED_MODULE_4__/* .defineAction */ .Q)({
    name: "purge-cdn",
    title: "Purge CDN",
    description: "Purges the routes that changed, once the origins serve the release, and proves by its build marker that the CDN serves it too.",
    inputs: {
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .placeInputs */ .vb,
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseInputs */ .zy,
        ..._kit_parts_cdn_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .cdnInputs */ .t,
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

/***/ 6793:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ phaseOutputs)
/* harmony export */ });
/* unused harmony export commonOutputs */
/** Outputs that `runAction` sets for every action. */
const commonOutputs = {
    verdict: "pass, fail, inconclusive or error.",
    attempt: "Which attempt of the run said this: a re-run hands old outputs on.",
    evidence: "What was checked, as a JSON list of «x of n …» lines.",
};
/** Outputs that `enterPhase` and the journal set for every phase that changes production. */
const phaseOutputs = {
    work: "none or some.",
    digest: "Digest of what was decided.",
    started: "`true` once the first change was begun.",
    receipt: "The last receipt, if it has at most 8 KiB.",
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
// EXTERNAL MODULE: ./lib/kit/release/ids.js
var ids = __webpack_require__(4128);
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
        .filter((review) => review.environments.some((one) => (0,ids/* isSameEnvironment */.gj)(one.name, environment)))
        .map((review) => review.user?.login ?? "(unknown)");
    if (declared === "reviewers" && who.length === 0) {
        throw new user_error/* UserError */.yo("PR203", `Reviewers are declared for ${environment}, but nobody has approved this run for it. Nothing was changed.`, `Give the environment ${environment} required reviewers, or declare the gate as none, and run again.`);
    }
    return [...new Set(who)];
}

// EXTERNAL MODULE: ./lib/kit/release/canonical.js
var canonical = __webpack_require__(1820);
// EXTERNAL MODULE: ./lib/kit/release/history.js
var release_history = __webpack_require__(7562);
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
 * @throws {UserError} PR202, PR203, PR204, PR206, PR207, PR208: nothing was changed.
 */
async function enterPhase(world, phase, inputs, part, healthy) {
    const { context, log } = world;
    const target = inputs.target ?? "default";
    await (0,planned/* refuseOtherPlan */.g)(world.root, inputs, part);
    world.emit({ work: part.work, digest: (0,plan/* partDigest */.S)(part) });
    if (part.work === "none")
        return undefined;
    if (inputs.planDigest === undefined) {
        log.notice(`No approved plan was given: ${phase} stands alone, has planned itself, and applies what it planned.`);
    }
    const release = inputs.release ?? (0,ids/* releaseId */.Bf)(target, world.clock.now(), context.sha, context.runId);
    const github = inputs.githubToken === undefined ? undefined : await world.github(inputs.githubToken);
    if (!github)
        log.notice("No github-token: the record of this phase stays in this job's temp folder and outputs.");
    const approvedBy = await whoApproved(github, world, phase, inputs);
    refuseIll(phase, await healthy?.());
    if (github) {
        await refuseRolledBack(github, target, release);
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
        log,
    });
    return { release, journal, record };
}
/**
 * A re-run of a job does not pass through plan, which refuses what the target is halted for. What this phase builds
 * on may be gone: functions go back also where the web was what failed.
 */
async function refuseRolledBack(github, target, release) {
    const changes = await (0,release_history/* changesOf */.f)(github, target, release);
    if (changes.every(({ receipt }) => receipt.phase !== "rollback"))
        return;
    throw new user_error/* UserError */.yo("PR207", `${release} was rolled back, so none of its phases is run again. Nothing was changed.`, "Mend it, and release the commit that mends it; or lift the halt by `resume` and start a new run.");
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

/***/ 6641:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ openJournal)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5304);
/* harmony import */ var _receipt_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8386);


/** Opens a phase's journal where an earlier attempt left it. */
async function openJournal(record, of) {
    const { release, phase, attempt, approvedBy } = of;
    const receipts = [...(await record.receipts(release, phase))];
    const put = async (receipt) => {
        const at = receipts.findIndex((known) => known.seq === receipt.seq);
        if (at === -1)
            receipts.push(receipt);
        else
            receipts[at] = receipt;
        await of.onChange(receipts);
    };
    // What was done is not undone because nobody could write it down: the intent stands in the record.
    const conclude = async (id, receipt) => {
        for (const write of [() => put(receipt), () => record.complete(id, receipt)]) {
            await write().catch((error) => {
                of.log.warn(`${receipt.component} is ${receipt.state}, but not noted as such: ${(0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(error)}`);
            });
        }
    };
    return {
        receipts: () => receipts,
        change: async (component, states, work) => {
            const intended = (0,_receipt_js__WEBPACK_IMPORTED_MODULE_1__/* .intend */ .fY)({ release, phase, attempt, approvedBy, component, ...states }, receipts.at(-1));
            const id = await record.intend(intended);
            await put(intended);
            const after = await work().catch(async (error) => {
                await conclude(id, (0,_receipt_js__WEBPACK_IMPORTED_MODULE_1__/* .complete */ .My)(intended, "failed"));
                throw error;
            });
            await conclude(id, (0,_receipt_js__WEBPACK_IMPORTED_MODULE_1__/* .complete */ .My)(intended, "done", after));
            return after;
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
/* harmony import */ var _ports_github_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6874);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(113);



const leaseTask = "rollout-lease";
/**
 * Takes the target: create, list again, the lowest live id holds. A lease of this release is kept (a later
 * phase, a re-run). One whose run has ended is void, and ended for good: that run may be run again.
 * @throws {UserError} PR204 naming the holder; the loser's own lease is set inactive first.
 */
async function takeLease(github, context, target, lease) {
    const before = await look(github, context, target);
    for (const { id } of before.ended)
        await (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .setStatus */ .Lx)(github, id, "inactive", "its run has ended");
    const first = before.live[0];
    if (first?.lease.release === lease.release)
        return;
    if (first !== undefined)
        throw heldBy(target, first);
    const environment = (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .recordEnvironment */ .lk)(target);
    const id = await (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .create */ .vt)(github, { environment, ref: context.sha, task: leaseTask, payload: lease });
    const holder = (await look(github, context, target)).live[0];
    if (holder === undefined || holder.id === id) {
        await (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .setStatus */ .Lx)(github, id, "in_progress", lease.release);
        return;
    }
    await (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .setStatus */ .Lx)(github, id, "inactive", `lost to ${holder.lease.release}`);
    throw heldBy(target, holder);
}
const given = "given back";
/** Gives the target back. A lease that this release does not hold is left alone. */
async function releaseLease(github, target, release) {
    for (const { id, lease, held } of await open(github, target)) {
        if (lease.release === release)
            await (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .setStatus */ .Lx)(github, id, "inactive", held ? given : "withdrawn");
    }
}
function heldBy(target, { lease }) {
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR204", `${target} is held by ${lease.release} (${lease.runUrl}). Nothing was changed.`, "Let that release end, or cancel its run; then run this job again.");
}
async function look(github, context, target) {
    const all = [...(await open(github, target))].sort((a, b) => a.id - b.id);
    const over = await Promise.all(all.map(({ lease }) => hasEnded(github, context, lease.runId)));
    return { live: all.filter((_, at) => !over[at]), ended: all.filter((_, at) => over[at]) };
}
/**
 * The leases that nobody has ended, newest first. Whoever held the target had ended all before its own, so the search
 * ends at the first that was given back: not every release that a target ever had is asked about.
 */
async function open(github, target) {
    const found = [];
    for await (const deployment of (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .deployments */ .bg)(github, (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .recordEnvironment */ .lk)(target), leaseTask)) {
        const lease = (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .documentOf */ .lM)(deployment, "lease");
        if (lease === undefined)
            continue;
        const { id } = deployment;
        const status = await (0,_record_js__WEBPACK_IMPORTED_MODULE_2__/* .lastStatus */ .by)(github, id);
        if (status?.state !== "inactive")
            found.push({ id, lease, held: status?.state === "in_progress" });
        else if (status.description === given)
            break;
    }
    return found;
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
        receipts: async (release, phase) => {
            const lines = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(file, "utf8").catch(() => "")).split("\n").filter((line) => line !== "");
            const all = lines
                .map((line) => JSON.parse(line))
                .filter((one) => one.release === release && (phase === undefined || one.phase === phase));
            const last = new Map(all.map((receipt) => [`${receipt.phase}/${receipt.seq}`, receipt]));
            return [...last.values()];
        },
    };
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
 * Compares what a phase would do now with what was approved. Without plan and digest the action stands alone, and
 * there is nothing to compare with; a plan without its digest has lost it on the way.
 * @throws {UserError} PR202 or PR206, naming the difference.
 */
async function refuseOtherPlan(root, { plan, planDigest }, now) {
    if (planDigest === undefined && plan !== undefined)
        throw digestLost(now.phase);
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
/** A runner drops an output in which it sees a secret, and hands on an empty text. */
function digestLost(phase) {
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("PR202", `A plan is given, but plan-digest is empty: what was approved for ${phase} is not known. Nothing was changed.`, "Look whether plan's job says «Skip output»: a secret of a few letters hides digests. Or pass neither.");
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
