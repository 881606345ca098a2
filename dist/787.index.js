export const id = 787;
export const ids = [787];
export const modules = {

/***/ 48914:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ spec)
/* harmony export */ });
/* harmony import */ var _kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12800);
/* harmony import */ var _kit_action_input_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36583);
/* harmony import */ var _kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67906);
/* harmony import */ var _kit_action_spec_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(35596);
/* harmony import */ var _kit_action_time_limit_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43128);
/* harmony import */ var _kit_parts_checks_functions_identity_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(34845);
/* harmony import */ var _kit_parts_checks_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(47226);
/* harmony import */ var _kit_parts_checks_probe_inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(84005);
/* harmony import */ var _kit_parts_web_inputs_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(90078);









const spec = (0,_kit_action_spec_js__WEBPACK_IMPORTED_MODULE_8__/* .defineAction */ .Q)({
    name: "smoke",
    title: "Smoke",
    description: "Runs the repository's own quality commands, probes and Playwright suites: before the first gate, on the staged site, and on production.",
    inputs: {
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .placeInputs */ .vb,
        "time-limit": (0,_kit_action_time_limit_js__WEBPACK_IMPORTED_MODULE_3__/* .timeLimit */ .z)("50m"),
        release: _kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .releaseInputs */ .zy.release,
        slice: _kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .releaseInputs */ .zy.slice,
        stage: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)(["before", "staged", "identity", "production"], {
            description: "`before`: commands, and whether the suites can be run. `staged`: the probes and tests that only read, on `staged-url`. `identity`: whether the functions are still as the release has left them. `production`: identity, probes, commands and all suites.",
            default: "production",
        }),
        origins: _kit_parts_web_inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .webInputs */ .m.origins,
        marker: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
            description: "The build marker that every origin must serve; output `marker` of `deploy-web`.",
        })),
        "staged-url": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
            description: "Address of the staged site, for `stage: staged`; on production only `{staged}` of the checklist.",
        })),
        host: _kit_parts_web_inputs_js__WEBPACK_IMPORTED_MODULE_7__/* .webInputs */ .m.host,
        "protection-bypass": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .secret */ .rJ)({ description: "Secret with which a browser passes the host's deployment protection." })),
        ..._kit_parts_checks_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .commandInputs */ .t,
        ..._kit_parts_checks_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .suiteInputs */ .G,
        ..._kit_parts_checks_probe_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .probeInputs */ .s,
        ..._kit_parts_checks_functions_identity_js__WEBPACK_IMPORTED_MODULE_4__/* .functionsIdentityInputs */ .HN,
        "blob-reports": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
            description: "Folder of blob reports that a matrix of yours has made of what is live (`--reporter=blob`, all artifacts of it downloaded): with `stage: production` they are merged and judged, and no suite is run.",
        })),
        "identity-timeout": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)({
            description: "How long the origins may take to serve the release.",
            default: "30s",
        }),
        "poll-interval": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)({ description: "Time between two looks.", default: "2s" }),
    },
    permissions: [
        (0,_kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .onGitHub */ .xr)({ name: "contents: read", why: "checking out the commit" }),
        (0,_kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .onSupabase */ .cI)({
            name: "edge_functions_read",
            why: "whether the functions are still those of the release",
            when: "a `supabase-access-token` is given",
            without: "said",
        }),
    ],
    outputs: {
        failed: "`probes`, `playwright` or `commands`, where the verdict is fail: only the last says nothing of production.",
        "functions-identity": "What `stage: identity` has found, for the step that tests.",
        "commands-verdict": "pass | fail | inconclusive; empty where none ran.",
        "playwright-verdict": "pass | fail | error; empty where none ran.",
        "probes-verdict": "pass | fail | error; empty where none was asked.",
        "probes-outcome": "passed | failed | flaky | infra-error | protected | stale.",
        "playwright-outcome": "passed | failed | flaky | no-tests | infra-error | protected | stale.",
    },
});


/***/ }),

/***/ 39678:
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

/***/ 34845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HN: () => (/* binding */ functionsIdentityInputs),
/* harmony export */   f8: () => (/* binding */ askFunctions),
/* harmony export */   p$: () => (/* binding */ staleFunctions),
/* harmony export */   sZ: () => (/* binding */ readFunctionsIdentity)
/* harmony export */ });
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36583);
/* harmony import */ var _action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67906);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65304);
/* harmony import */ var _providers_supabase_functions_api_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(57299);
/* harmony import */ var _functions_live_live_marks_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(11081);
/* harmony import */ var _ports_parse_json_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(36187);






/**
 * Whether the functions are still those of the release is asked in a step of its own: no test of the repository's runs
 * in the process that has the token.
 */
const functionsIdentityInputs = {
    "functions-live": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: "Which bundle of each function the release has left live, for `stage: identity`; output `live` of `deploy-functions`.",
    })),
    "supabase-access-token": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .secret */ .rJ)({
        description: "Supabase access token, for `stage: identity` alone (`edge_functions_read`); never pass it where tests run.",
    })),
    "supabase-api-url": _action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .supabaseInputs */ .iD["supabase-api-url"],
    "functions-identity": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: "What `stage: identity` has found, for `stage: production`; its output of this name.",
    })),
};
/**
 * Compares what is live with what the release has left.
 * @throws {UserError} PR102 for marks that are none.
 */
async function askFunctions({ functionsLive, supabase, supabaseAccessToken, supabaseApiUrl }, world) {
    if (functionsLive === undefined)
        return unknown("this release has left none to compare");
    const marks = (0,_functions_live_live_marks_js__WEBPACK_IMPORTED_MODULE_4__/* .readLiveMarks */ .NN)(functionsLive);
    if (marks === undefined)
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("PR102", "`functions-live` is no object of functions and marks.", "Pass the output `live` of deploy-functions as it is.");
    const n = Object.keys(marks).length;
    if (n === 0)
        return unknown("this release has left none to compare");
    if (supabase === undefined || supabaseAccessToken === undefined)
        return unknown(`${supabase === undefined ? "supabase" : "supabase-access-token"} is not given`);
    try {
        const api = (0,_providers_supabase_functions_api_js__WEBPACK_IMPORTED_MODULE_3__/* .functionsApi */ .M)(world, { supabase, supabaseAccessToken, supabaseApiUrl });
        const others = (0,_functions_live_live_marks_js__WEBPACK_IMPORTED_MODULE_4__/* .notAsLeft */ .NJ)(marks, await api.list());
        if (others.length === 0)
            return { is: "same", said: `${n} of ${n} functions are live as they were left` };
        return {
            is: "other",
            said: `${n - others.length} of ${n} functions are live as they were left: ${others.join(", ")}`,
        };
    }
    catch (error) {
        if (!(error instanceof _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo))
            throw error;
        return unknown(error.message.replace(/\.$/, ""));
    }
}
function unknown(why) {
    return { is: "unknown", said: `the functions were not compared: ${why}` };
}
/** What the step before has found; undefined where there are no functions to ask for. */
function readFunctionsIdentity({ functionsIdentity: given, supabase, }) {
    if (given === undefined)
        return supabase === undefined ? undefined : unknown("no step has asked");
    try {
        const { is, said } = ((0,_ports_parse_json_js__WEBPACK_IMPORTED_MODULE_5__/* .parseJson */ .qF)(given) ?? {});
        if ((is === "same" || is === "other" || is === "unknown") && typeof said === "string")
            return { is, said };
    }
    catch {
        // Said below.
    }
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("PR102", "`functions-identity` is not what `stage: identity` says.", "Pass the output `functions-identity` of that step as it is.");
}
/** Tests would judge something else than the release. */
function staleFunctions(found) {
    return found?.is === "other" ? { outcome: "stale", reason: found.said } : undefined;
}


/***/ }),

/***/ 2964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ isSameBundle),
/* harmony export */   i: () => (/* binding */ bundleMark)
/* harmony export */ });
/* harmony import */ var _release_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41820);

/**
 * What names one bundle of one function: a platform's list is enough to tell whether it is still the live one. Its number
 * is none of it: that of a bundle which only waits may be listed, too. Undefined where the platform does not give a
 * bundle's sum: then only its sources tell.
 */
function bundleMark({ id, ezbr_sha256: sum }) {
    return sum === undefined ? undefined : (0,_release_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .digest */ .br)([id, sum]).slice(0, 16);
}
/** Whether two lists show the same bundle of a function: by its sum, by its number where there is none. */
function isSameBundle(a, b) {
    if (a.id !== b.id)
        return false;
    const [one, other] = [a.ezbr_sha256, b.ezbr_sha256];
    return one === undefined && other === undefined ? a.version === b.version : one === other;
}


/***/ }),

/***/ 11081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NJ: () => (/* binding */ notAsLeft),
/* harmony export */   NN: () => (/* binding */ readLiveMarks),
/* harmony export */   WL: () => (/* binding */ liveMark)
/* harmony export */ });
/* harmony import */ var _bundle_mark_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2964);
/* harmony import */ var _ports_json_object_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9169);


/** What tells by a list alone which bundle of a function is live: by its sum, by its number where none is given. */
function liveMark(listed) {
    return (0,_bundle_mark_js__WEBPACK_IMPORTED_MODULE_0__/* .bundleMark */ .i)(listed) ?? `version ${listed.version}`;
}
/** Undefined for anything else. */
function readLiveMarks(text) {
    try {
        const json = JSON.parse(text);
        if (!(0,_ports_json_object_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .G)(json))
            return undefined;
        return Object.values(json).every((mark) => typeof mark === "string") ? json : undefined;
    }
    catch {
        return undefined;
    }
}
/** What is not live any more as it was left, in words, one for each function. */
function notAsLeft(marks, listed) {
    return Object.entries(marks).flatMap(([slug, mark]) => {
        const now = listed.find((one) => one.slug === slug && one.status !== "REMOVED");
        if (now === undefined)
            return [`${slug} is not live any more`];
        return liveMark(now) === mark ? [] : [`${slug} is live in another bundle (version ${now.version})`];
    });
}


/***/ }),

/***/ 98007:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MD: () => (/* binding */ pastOrigins),
/* harmony export */   Ug: () => (/* binding */ hostOrigins),
/* harmony export */   kt: () => (/* binding */ origins),
/* harmony export */   x2: () => (/* binding */ urlOfHost)
/* harmony export */ });
/* unused harmony export originOf */
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36583);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65304);


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

/***/ 97845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ hostTeam),
/* harmony export */   m: () => (/* binding */ assets)
/* harmony export */ });
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36583);

/** The team that owns project and cache. */
const hostTeam = (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: "Team at the host (Vercel: team id or slug)." }));
/** What never changes under its address: never purged, and cached for ever. */
const assets = (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
    description: "Folder of the site whose file names carry a hash: cached for ever, 404 when missing, never purged.",
    default: "assets",
});


/***/ }),

/***/ 14232:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ jsonApi)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);
/* harmony import */ var _retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93073);
/* harmony import */ var _wait_from_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67039);
/* harmony import */ var _ending_after_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3123);
/* harmony import */ var _parse_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(36187);





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
        return { value: { status, headers, json: (0,_parse_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJson */ .qF)(text), bytes } };
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
function refusal(asked, status, text) {
    const { what, options } = asked;
    const said = `${what} answered ${status}: ${excerpt(text)}`;
    if (status === 401 || status === 403)
        return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR302", said + lackOf(asked, status), options.tokenHint);
    if (status === 404)
        return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR303", said, "Check the names and ids in rollout.yml for this target.");
    if (status === 429)
        return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR307", said, "Wait until the service's limit resets, then run again.");
    if (status >= 500)
        return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR305", said, `See the status page of ${options.name}, then run again.`);
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR304", said, "Read the service's reason above; nothing was sent again.");
}
/** A token that is known and refused lacks a permission. In the message, since not everybody who tells it tells the fix. */
function lackOf({ method, path, options: { needs } }, status) {
    const needed = status === 403 ? needs?.(method, path) : undefined;
    return needed === undefined ? "" : ` (a token needs \`${needed}\` for this)`;
}
/** Up to 300 characters of what a service said, its `message` where it has one. */
function excerpt(text) {
    const short = (value) => value.replace(/\s+/g, " ").trim().slice(0, 300) || "(nothing)";
    try {
        const json = (0,_parse_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJson */ .qF)(text);
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

/***/ 67039:
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

/***/ 57299:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ functionsApi)
});

// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(65304);
// EXTERNAL MODULE: ./lib/kit/ports/json-api.js
var json_api = __webpack_require__(14232);
// EXTERNAL MODULE: ./lib/kit/providers/supabase/permission-for.js
var permission_for = __webpack_require__(15463);
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

// EXTERNAL MODULE: ./lib/kit/providers/supabase/room-name.js
var room_name = __webpack_require__(66857);
// EXTERNAL MODULE: ./lib/kit/ports/encoded.js
var encoded = __webpack_require__(84905);
// EXTERNAL MODULE: ./lib/kit/ports/json-object.js
var json_object = __webpack_require__(9169);
;// CONCATENATED MODULE: ./lib/kit/providers/supabase/functions-api.js







/** Bundling may take minutes on the server, and an activation what its bundles take; whatever reads has its answer. */
const building = { timeout: 180_000 };
/** The API for one project. */
function functionsApi(world, access) {
    const api = managementApi(world, access);
    const project = `/v1/projects/${access.supabase}`;
    return { ...reading(api, project), ...changing(api, `${project}/functions`) };
}
function reading(api, project) {
    const base = `${project}/functions`;
    const bodyOf = (slug) => `${base}/${(0,encoded/* encoded */.d)(slug)}/body`;
    return {
        list: async () => listOf((await api("GET", base)).json, `GET ${base}`),
        body: async (slug) => {
            const { headers, bytes } = await api("GET", bodyOf(slug), {
                headers: { accept: "multipart/form-data" },
                as: "bytes",
            });
            const type = headers.get("content-type") ?? "";
            const parts = readMultipart(type, bytes);
            if (parts !== undefined)
                return parts;
            throw strange(`GET ${bodyOf(slug)}`, `${type || "a body without a content type"} instead of multipart/form-data`);
        },
        eszip: async (slug) => (await api("GET", bodyOf(slug), { headers: { accept: "*/*" }, as: "bytes" })).bytes,
        secretNames: async () => namesIn((await api("GET", `${project}/secrets`)).json, `GET ${project}/secrets`),
    };
}
function changing(api, base) {
    const known = (slug) => `${base}/${(0,encoded/* encoded */.d)(slug)}`;
    return {
        restore: async (listed, eszip, isThere, again) => {
            const body = new Blob([new Uint8Array(eszip)]);
            const headers = { "content-type": "application/vnd.denoland.eszip" };
            const call = { ...building, query: settingsOf(listed), body, headers, again };
            if (isThere)
                await api("PATCH", known(listed.slug), { ...call, safe: true });
            else
                await api("POST", base, { ...call, query: { slug: listed.slug, ...call.query }, accept: [200, 201] });
        },
        bundle: async (slug, upload) => {
            const { json } = await api("POST", `${base}/deploy`, {
                ...building,
                query: { slug, bundleOnly: true },
                body: formOf(upload),
                accept: [200, 201],
            });
            return functionOf(json, `POST ${base}/deploy?slug=${slug}`);
        },
        activate: async (functions, again) => {
            const { json } = await api("PUT", base, { ...building, json: functions.map(updateOf), again });
            const answered = json?.functions;
            listOf(answered, `PUT ${base}`);
        },
        remove: async (slug, again) => {
            await api("DELETE", known(slug), { accept: [200, 204, 404], as: "bytes", again });
        },
    };
}
/** What a bundle that is sent back is to be. */
function settingsOf(listed) {
    const { name, verify_jwt, import_map, entrypoint_path, import_map_path, ezbr_sha256 } = listed;
    return { name, verify_jwt, import_map, entrypoint_path, import_map_path, ezbr_sha256 };
}
/** A caller for the Management API, whose errors name the inputs that mend them. */
function managementApi(world, access, timeout = 30_000) {
    const call = (0,json_api/* jsonApi */.Z)(world, {
        name: "Supabase",
        baseUrl: access.supabaseApiUrl,
        headers: { authorization: `Bearer ${access.supabaseAccessToken}` },
        tokenHint: "Pass a token that may read and write Edge Functions of this project as `supabase-access-token` " +
            "(https://supabase.com/dashboard/account/tokens).",
        needs: permission_for/* permissionFor */.T,
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
    return { ...fn, status: "ACTIVE", updated_at: undefined, room: undefined };
}
function listOf(json, what) {
    if (!Array.isArray(json))
        throw strange(what, excerptOf(json));
    return json.map((one) => functionOf(one, what));
}
function namesIn(json, what) {
    const names = Array.isArray(json)
        ? json.map((one) => one?.name)
        : [null];
    if (names.every((name) => typeof name === "string"))
        return names;
    throw strange(what, excerptOf(json));
}
/** The fields that are known, each with the type without which it says nothing. */
const known = {
    ...{ id: "string", slug: "string", name: "string", status: "string", version: "number" },
    ...{ created_at: "number", updated_at: "number", verify_jwt: "boolean", import_map: "boolean" },
    ...{ entrypoint_path: "string", import_map_path: "string", ezbr_sha256: "string" },
};
/** Takes the fields that are known. Null and an empty text are how some deployments say that there is none. */
function functionOf(json, what) {
    const fn = (0,json_object/* fieldsOf */.P)(json);
    const given = Object.entries(known).flatMap(([key, type]) => {
        const value = Object.hasOwn(fn, key) ? fn[key] : undefined;
        return typeof value === type && value !== "" ? [[key, value]] : [];
    });
    const read = Object.fromEntries(given);
    if (read["id"] === undefined || read["slug"] === undefined || !Number.isSafeInteger(read["version"]))
        throw strange(what, excerptOf(json));
    const whole = { name: read["slug"], status: "ACTIVE", ...read };
    return { ...whole, ...(0,room_name/* readRoomName */.B)(whole.name, whole.version) };
}
function excerptOf(json) {
    return (JSON.stringify(json) ?? "nothing").slice(0, 200);
}
function strange(what, got) {
    return new user_error/* UserError */.yo("PR306", `Supabase ${what} answered something that its API does not say: ${got}.`, "Check `supabase-api-url`; if it is right, see https://status.supabase.com and run again.");
}


/***/ }),

/***/ 66857:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ readRoomName),
/* harmony export */   T: () => (/* binding */ roomName)
/* harmony export */ });
/**
 * The name of a function while an abandoned bundle of it is live to make room (ADR 49). A name is the one thing that is
 * kept beside a bundle in the very call that makes it live, so it is there for whoever has no record and no folder of the
 * job that has ended; and people who look at the dashboard meanwhile read why. `wanted` says what room is made for.
 */
function roomName(name, version, wanted) {
    return `${name} [abandoned bundle ${version}, live to make room for ${wanted}]`;
}
/** The function's own name, and what room is made for: whoever deploys without a name leaves it beside another number. */
function readRoomName(named, version) {
    const found = /^(.*) \[abandoned bundle (\d+), live to make room for ([0-9a-f]{12})\]$/s.exec(named);
    const [, name = named, number, wanted] = found ?? [];
    return wanted === undefined || Number(number) !== version ? { name } : { name, room: wanted };
}


/***/ }),

/***/ 41820:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ canonical),
/* harmony export */   br: () => (/* binding */ digest),
/* harmony export */   sc: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);

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


/***/ })

};
