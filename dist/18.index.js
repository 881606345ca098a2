export const id = 18;
export const ids = [18];
export const modules = {

/***/ 98672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ askOrigin)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);
/* harmony import */ var _ports_ending_after_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3123);
/* harmony import */ var _marker_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55184);



const patience = 15_000;
const mostRedirects = 5;
const certificates = /^(CERT_|ERR_TLS_CERT_|UNABLE_TO_(GET|VERIFY|DECRYPT|DECODE)|DEPTH_ZERO_SELF_SIGNED|SELF_SIGNED|HOSTNAME_MISMATCH|INVALID_(CA|PURPOSE)|ERR_SSL_)/;
/** Asks an origin for its page, past every cache on the way, as a browser follows it. Never throws for what it does. */
async function askOrigin(world, origin) {
    const url = `${origin}/?rollout-check=${world.clock.now().toString(36)}`;
    try {
        const { response, at } = await follow(world, url);
        const elsewhere = new URL(at).origin === new URL(origin).origin ? "" : `redirects to ${new URL(at).origin}, which `;
        if (response === undefined)
            return {
                ok: false,
                marker: null,
                said: `redirects more than ${mostRedirects} times, at last to ${at}`,
            };
        const marker = (0,_marker_js__WEBPACK_IMPORTED_MODULE_2__/* .markerIn */ .AF)(await response.text()) ?? null;
        const { status, ok } = response;
        if (!ok)
            return { ok, marker: null, said: `${elsewhere}answered ${status}` };
        const said = marker === null ? `answered ${status} without a build marker` : `serves ${marker}`;
        return { ok, marker, said: `${elsewhere}${said}` };
    }
    catch (error) {
        world.signal.throwIfAborted();
        const why = (0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(error);
        if (!isUnsafe(error))
            return { ok: false, marker: null, said: `gave no answer (${why})` };
        return {
            ok: false,
            marker: null,
            said: `has a certificate that no browser takes (${why})`,
            unsafe: true,
        };
    }
}
/** The first answer that is no redirect, and where it came from; without one, where the last leads. */
async function follow({ http, signal }, url) {
    let at = url;
    for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
        const response = await http(at, {
            headers: { accept: "text/html", "cache-control": "no-cache" },
            redirect: "manual",
            signal: (0,_ports_ending_after_js__WEBPACK_IMPORTED_MODULE_1__/* .endingAfter */ .I)(patience, signal),
        });
        const to = response.headers.get("location");
        const leads = response.status >= 300 && response.status < 400 && to !== null && URL.canParse(to, at);
        if (!leads)
            return { response, at };
        at = new URL(to, at).href;
    }
    return { at };
}
/** Whether it is TLS that refuses: by the code of the error, or of what it is made of. */
function isUnsafe(error) {
    if (typeof error !== "object" || error === null)
        return false;
    const { code, cause } = error;
    return (typeof code === "string" && certificates.test(code)) || isUnsafe(cause);
}


/***/ }),

/***/ 55184:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AF: () => (/* binding */ markerIn),
/* harmony export */   KA: () => (/* binding */ versionText),
/* harmony export */   QH: () => (/* binding */ markerInVersion),
/* harmony export */   RS: () => (/* binding */ isOwnVersion),
/* harmony export */   T1: () => (/* binding */ versionFile),
/* harmony export */   _6: () => (/* binding */ isHtml),
/* harmony export */   iE: () => (/* binding */ stamp),
/* harmony export */   sP: () => (/* binding */ unstamped),
/* harmony export */   we: () => (/* binding */ markerOf)
/* harmony export */ });
/* harmony import */ var _ports_parse_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36187);

/** `<meta name="rollout-build" content="<commit sha12>-<artifact digest12>">` in every page of a release. */
const anyMarker = /\s*<meta\b[^>]*\bname\s*=\s*["']?rollout-build\b["']?[^>]*>/gi;
const places = [/<!--[\s\S]*?-->|<head(?:\s[^>]*)?>/i, /<!--[\s\S]*?-->|<html(?:\s[^>]*)?>/i];
/** The marker of a build: what a page says, and by which a served release is known. */
function markerOf(commit, digest) {
    return `${commit.slice(0, 12) || "000000000000"}-${digest.slice(0, 12)}`;
}
/** The page with exactly this marker; an earlier one is replaced. */
function stamp(html, marker) {
    const bare = unstamped(html);
    const meta = `\n<meta name="rollout-build" content="${marker}">`;
    for (const place of places) {
        const at = endOf(bare, place);
        if (at !== undefined)
            return bare.slice(0, at) + meta + bare.slice(at);
    }
    const doctype = /^\s*<!doctype[^>]*>/i.exec(bare)?.[0] ?? "";
    return doctype + meta + bare.slice(doctype.length);
}
/** The page as it was before any stamp. */
function unstamped(html) {
    return html.replace(anyMarker, "");
}
/** The marker that a page carries, or undefined. */
function markerIn(html) {
    const meta = new RegExp(anyMarker.source, "i").exec(html)?.[0] ?? "";
    const found = /\bcontent\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(meta);
    return found?.[1] ?? found?.[2] ?? found?.[3];
}
function isHtml(path) {
    return /\.html?$/i.test(path);
}
/** Where the first tag that fits ends; a tag inside a comment is none. */
function endOf(html, place) {
    const every = new RegExp(place.source, "gi");
    for (const found of html.matchAll(every)) {
        if (!found[0].startsWith("<!--"))
            return found.index + found[0].length;
    }
    return undefined;
}
/** Beside the pages: the same for whoever asks by machine. */
const versionFile = "version.json";
function versionText(marker, commit) {
    return `${JSON.stringify({ "rollout-build": marker, commit })}\n`;
}
/** Whether a file is the one that this suite adds, and not one of the app's own. */
function isOwnVersion(path, bytes) {
    return path === versionFile && markerInVersion(Buffer.from(bytes).toString("utf8")) !== undefined;
}
/** The marker that a `version.json` of this suite says, or undefined. */
function markerInVersion(text) {
    try {
        const value = (0,_ports_parse_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(text);
        const marker = value?.["rollout-build"];
        return typeof marker === "string" ? marker : undefined;
    }
    catch {
        return undefined;
    }
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

/***/ 57961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ readZip)
/* harmony export */ });
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(38522);

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
/**
 * The files of a zip archive, stored or deflated, as its directory lists them. Undefined for anything else: no
 * archive, a cut one, an encrypted one, one beyond 4 GiB.
 */
function readZip(bytes) {
    const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    try {
        const end = endRecord(zip);
        if (end === undefined)
            return undefined;
        const files = [];
        let at = zip.readUInt32LE(end + 16);
        for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
            if (zip.readUInt32LE(at) !== directoryEntry)
                return undefined;
            const nameLength = zip.readUInt16LE(at + 28);
            const entry = entryOf(zip, at, nameLength);
            if (entry === undefined)
                return undefined;
            files.push(entry);
            at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
        }
        return files;
    }
    catch (error) {
        // What a cut or a lying length comes to.
        const { code } = error;
        if (code === "ERR_OUT_OF_RANGE" || code === "ERR_BUFFER_OUT_OF_BOUNDS")
            return undefined;
        throw error;
    }
}
/** The last record of the archive; a comment of up to 64 KiB may follow it. */
function endRecord(zip) {
    for (let at = zip.length - 22; at >= Math.max(0, zip.length - 22 - 0xffff); at -= 1) {
        if (zip.readUInt32LE(at) === endOfDirectory)
            return at;
    }
    return undefined;
}
function entryOf(zip, at, nameLength) {
    const isEncrypted = (zip.readUInt16LE(at + 8) & 1) === 1;
    const method = zip.readUInt16LE(at + 10);
    if (isEncrypted || (method !== 0 && method !== 8))
        return undefined;
    const size = zip.readUInt32LE(at + 20);
    const header = zip.readUInt32LE(at + 42);
    const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
    if (start + size > zip.length)
        return undefined;
    const packed = zip.subarray(start, start + size);
    const path = zip.subarray(at + 46, at + 46 + nameLength).toString("utf8");
    const content = (limit = 0x8000000) => method === 0 ? packed : (0,node_zlib__WEBPACK_IMPORTED_MODULE_0__.inflateRawSync)(packed, { maxOutputLength: limit });
    return { path, content };
}


/***/ }),

/***/ 20035:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A7: () => (/* binding */ sayCounts),
/* harmony export */   Am: () => (/* binding */ componentsBack),
/* harmony export */   LD: () => (/* binding */ decide),
/* harmony export */   cd: () => (/* binding */ activated)
/* harmony export */ });
/* harmony import */ var _ending_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36526);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96848);


/** What can be brought back, in the order of the way back: the CDN's cache goes with the web. */
const componentsBack = ["web", "cdn", "functions"];
/** Decides how a release ends. Pure; the first row that fits decides (docs: «What happens when»). */
function decide(needs, facts, now, policy) {
    const components = activated(facts.begun);
    const endings = endingsOf(needs, facts);
    const row = backAlready(facts) ??
        healthy(needs, endings, facts) ??
        unchanged(endings, facts.begun) ??
        beforeActivation(endings, components) ??
        superseded(facts) ??
        unhealthy(endings, facts) ??
        byPerson(endings, facts, now, policy) ??
        toBeHeld(endings, facts) ??
        undecided(needs, endings);
    const decided = row ?? { do: "hold", because: "how the chain ended is not known" };
    if (decided.do !== "roll-back" || policy.off === undefined)
        return { ...decided, components };
    const because = `${decided.because}; but automatic rollback is off, because ${policy.off}`;
    return { ...decided, do: "hold", because, components };
}
/** The components of a release that users meet new, or may. A staged site touches no traffic. */
function activated(begun) {
    const own = new Set(begun.map(({ component }) => component));
    return componentsBack.filter((name) => own.has(name === "cdn" ? "web" : name));
}
function endingsOf(needs, facts) {
    return _phases_js__WEBPACK_IMPORTED_MODULE_0__/* .phaseNames */ .k1.map((phase) => {
        const ending = (0,_ending_js__WEBPACK_IMPORTED_MODULE_1__/* .endingOf */ .z)(phase, needs[phase], facts);
        return [phase, ending, `${phase} ${wordsFor(ending, (0,_ending_js__WEBPACK_IMPORTED_MODULE_1__/* .jobOf */ .Z)(phase, facts.jobs)?.failedStep)}`];
    });
}
/** What checks say of a release that has gone back, they say of the one before it. */
function backAlready({ wentBack = false, supersededBy, begun }) {
    if (!wentBack || supersededBy !== undefined || activated(begun).length === 0)
        return undefined;
    return {
        do: "roll-back",
        because: "it was rolled back already, and a re-run does not bring it live again",
    };
}
function healthy(needs, endings, { begun, notReady }) {
    const known = endings.filter(([phase]) => needs[phase] !== undefined);
    const empty = needs.plan?.result === "success" && needs.plan.outputs["work"] === "none";
    const passed = known.every(([, ending]) => ending === "passed" || (empty && ending === "unreached"));
    if (known.length === 0 || !passed)
        return undefined;
    if (empty && begun.length === 0)
        return { do: "none", because: "there was nothing to release" };
    if (notReady !== undefined)
        return { do: "hold", because: `going back would not work now: ${notReady}` };
    return { do: "none", because: "every phase passed" };
}
function unchanged(endings, begun) {
    // A staged site, and bundles that wait, are seen by nobody.
    if (begun.some(({ component }) => component !== "web-staged"))
        return undefined;
    return { do: "stop", because: `${whatEnded(endings)}, and nothing was changed yet` };
}
function beforeActivation(endings, components) {
    if (components.length > 0)
        return undefined;
    const early = endings.filter(([phase, ending]) => !isFine(ending) && !isVerdictLate(phase, ending));
    if (early.length === 0)
        return undefined;
    const because = `${whatEnded(endings)} before anything was activated; what was migrated stays, as recorded`;
    return { do: "hold", because };
}
/** `observe` without a verdict ends no chain: all of it was done. */
function isVerdictLate(phase, ending) {
    return phase === "observe" && ending === "inconclusive";
}
/** Who took the target builds on what this release has activated, and may have proven it healthy: it is not pulled away. */
function superseded({ supersededBy }) {
    if (supersededBy === undefined)
        return undefined;
    return { do: "hold", because: `${supersededBy} has taken the target meanwhile` };
}
function unhealthy(endings, { begun }) {
    const [phase, , said] = endings.find(([name, how]) => breaks(name, how, begun)) ?? [];
    if (phase === undefined || said === undefined)
        return undefined;
    const what = _phases_js__WEBPACK_IMPORTED_MODULE_0__/* .phases */ .tW[phase].changes ? `${said} after activation had begun` : said;
    return { do: "roll-back", because: what, phase };
}
/** Whether a phase's end says that what users meet is not healthy. */
function breaks(phase, ending, begun) {
    if (phase === "smoke" || phase === "observe")
        return ending === "failed";
    if (phase !== "deploy-functions" && phase !== "deploy-web")
        return false;
    // Whatever a lost runner was about to do, a release that is half live does not wait for a person.
    if (ending === "lost")
        return activated(begun).length > 0;
    // A phase that refused to begin has changed nothing: unless it says fail, a person decides.
    return ending === "failed" || (ending === "errored" && begun.some((one) => one.phase === phase));
}
function byPerson(endings, facts, now, policy) {
    const [phase, ending, said] = endings.find(([, how]) => how === "rejected" || how === "cancelled") ?? [];
    if (phase === undefined || said === undefined)
        return undefined;
    const wanted = ending === "rejected" ? policy.onRejection : policy.onCancel;
    const first = firstActivation(facts, now);
    if (first === undefined || now - first > policy.rollbackWindow) {
        const since = first === undefined ? "at an unknown time" : `${minutes(now - first)} ago`;
        return { do: "hold", because: `${said}, but the first activation was ${since}`, phase };
    }
    const because = `${said} within ${minutes(policy.rollbackWindow)} of the first activation`;
    return { do: wanted, because, phase };
}
function firstActivation({ begun }, now) {
    const times = begun.flatMap(({ component, at }) => (isComponent(component) && at !== null ? [at] : []));
    if (times.length === 0)
        return undefined;
    // A clock that is a little behind GitHub's is no reason to hold.
    return Math.min(now, ...times);
}
function isComponent(name) {
    return componentsBack.includes(name);
}
function toBeHeld(endings, { notReady }) {
    const [, , said] = endings.find(([name, how]) => !isFine(how) && !isVerdictLate(name, how)) ?? [];
    if (said !== undefined)
        return { do: "hold", because: said };
    if (notReady !== undefined)
        return { do: "hold", because: `going back would not work now: ${notReady}` };
    return undefined;
}
function undecided({ observe }, endings) {
    if (!endings.some(([phase, ending]) => isVerdictLate(phase, ending)))
        return undefined;
    return { do: "watch", because: `observe has no verdict yet${sayCounts(observe)}` };
}
/** What `observe` has counted so far, where it said so. */
function sayCounts(observe) {
    const { failed = "", attempts = "" } = observe?.outputs ?? {};
    return /^\d+$/.test(failed) && /^\d+$/.test(attempts) ? `: ${failed} of ${attempts} attempts failed` : "";
}
function isFine(ending) {
    return ending === "passed" || ending === "unreached";
}
function whatEnded(endings) {
    const [, , said] = endings.find(([, how]) => !isFine(how)) ?? [];
    return said ?? "the chain did not go on";
}
const words = {
    passed: "passed",
    failed: "says fail",
    errored: "ended with an error",
    inconclusive: "is inconclusive",
    "commands-failed": "says that a quality command fails",
    "failed-elsewhere": "passed, but another step of its job failed",
    rejected: "was rejected",
    expired: "never started (its approval expired, or nothing let it through)",
    cancelled: "was cancelled",
    lost: "lost its runner",
    unreached: "was not reached",
};
/** A job that says nothing of itself need not have lost its runner: its checkout may have failed, which GitHub tells. */
function wordsFor(ending, step) {
    if (step !== undefined && ending === "lost")
        return `failed in its step «${step}»`;
    if (step !== undefined && ending === "failed-elsewhere")
        return `passed, but its job failed in the step «${step}»`;
    return words[ending];
}
function minutes(ms) {
    return `${Math.round(ms / 60_000)} min`;
}


/***/ }),

/***/ 36526:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ jobOf),
/* harmony export */   z: () => (/* binding */ endingOf)
/* harmony export */ });
/* harmony import */ var _ids_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(94128);

// A review expires after 30 days. Clocks and rounding may take a little of that.
const expiry = 29 * 86_400_000;
/** How one phase ended. */
function endingOf(phase, need, run) {
    if (need === undefined || need.result === "skipped")
        return "unreached";
    // A job that may fail is a success all the same: its verdict counts.
    if (need.result === "success")
        return passedOr(phase, verdictOf(need));
    const job = jobOf(phase, run.jobs);
    if (job !== undefined && !job.ran)
        return unstarted(phase, need, job, run);
    if (need.result === "cancelled" && job?.conclusion !== "timed_out")
        return "cancelled";
    const said = saidOf(need, [run.attempt, job?.attempt]);
    // Without the list of jobs, a job that says nothing of itself may also never have passed its gate.
    if (said === undefined && job === undefined && wasRejected(phase, run))
        return "rejected";
    return said ?? "lost";
}
/**
 * A phase's job in the list of the run's. A run that releases to two targets has each twice: then ours are those
 * beside the rollback that is at work, which asks. Undefined where that cannot be told.
 */
function jobOf(phase, jobs) {
    const named = (job, name) => job.name === name || job.name.endsWith(` / ${name}`);
    const all = jobs.filter((job) => named(job, phase));
    if (all.length < 2)
        return all[0];
    const asking = jobs.filter((job) => named(job, "rollback") && job.ran && job.conclusion === null);
    const caller = asking.length === 1 ? asking[0]?.name.slice(0, -"rollback".length) : undefined;
    return all.find(({ name }) => name === `${caller}${phase}`);
}
function unstarted(phase, need, job, run) {
    if (wasRejected(phase, run))
        return "rejected";
    const waited = (job.completedAt ?? 0) - (job.createdAt ?? job.completedAt ?? 0);
    if (need.result !== "cancelled" || waited >= expiry)
        return "expired";
    return "cancelled";
}
function wasRejected(phase, { reviews, environments }) {
    const gate = environments[phase];
    if (gate === undefined)
        return false;
    return reviews.some(({ state, environments: named }) => state === "rejected" && named.some((one) => (0,_ids_js__WEBPACK_IMPORTED_MODULE_0__/* .isSameEnvironment */ .gj)(one, gate)));
}
/**
 * What the phase itself said, if it said so in this attempt, or in that in which it ran: a re-run hands on the
 * outputs of the attempt before where the new one sets none.
 */
function saidOf(need, attempts) {
    const stamp = need.outputs["attempt"] ?? "1";
    return attempts.some((attempt) => stamp === String(attempt)) ? verdictOf(need) : undefined;
}
/** `observe` is green also while its verdict is open: where that was lost on the way, it is open. */
function passedOr(phase, said) {
    if (phase === "observe" && said === undefined)
        return "inconclusive";
    return said === undefined || said === "failed-elsewhere" ? "passed" : said;
}
function verdictOf({ outputs }) {
    switch (outputs["verdict"]) {
        case "pass":
            return "failed-elsewhere";
        case "fail":
            return outputs["failed"] === "commands" ? "commands-failed" : "failed";
        case "error":
            return "errored";
        case "inconclusive":
            return "inconclusive";
        default:
            return undefined;
    }
}


/***/ }),

/***/ 94128:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bf: () => (/* binding */ releaseId),
/* harmony export */   gj: () => (/* binding */ isSameEnvironment),
/* harmony export */   p7: () => (/* binding */ environmentOf)
/* harmony export */ });
/** `<target>-<yyyymmdd>-<sha12>-<run_id>`; a re-run keeps it, the attempt is a field of the receipts. */
function releaseId(target, now, sha, runId) {
    const day = new Date(now).toISOString().slice(0, 10).replaceAll("-", "");
    return `${target || "default"}-${day}-${sha.slice(0, 12) || "000000000000"}-${runId}`;
}
/** The default name of the environment that gates a phase. */
function environmentOf(target, phase) {
    return `${target}-${phase}`;
}
/** GitHub does not tell environments by capital letters, and gives a name back as whoever made it wrote it. */
function isSameEnvironment(one, other) {
    return one.toLowerCase() === other.toLowerCase();
}


/***/ }),

/***/ 48327:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ fetchSnapshots),
/* harmony export */   n: () => (/* binding */ runOf)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57975);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65304);
/* harmony import */ var _ports_read_zip_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57961);





/** The run that released it: the last part of its id. */
function runOf(release) {
    return /-(\d+)$/.exec(release)?.[1];
}
/**
 * Brings the snapshots that a release's run has uploaded into a folder, a folder an artifact. What GitHub does not
 * have any more, or does not give, is left out with a warning.
 */
async function fetchSnapshots(github, run, into, log) {
    try {
        const route = "GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts";
        const { data } = await github.request(route, { run_id: run, per_page: 100 });
        const { artifacts = [] } = data;
        const own = artifacts.filter(({ name }) => /^rollout-(plan|deploy-functions)/.test(name));
        for (const artifact of own)
            await fetchOne(github, artifact, into, log);
    }
    catch (error) {
        if (!(error instanceof _errors_user_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo))
            throw error;
        log.warn(`The artifacts of run ${run} cannot be had: ${(0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_3__/* .describe */ .q0)(error)}`);
    }
}
async function fetchOne(github, { id, name, expired }, into, log) {
    if (expired === true)
        return log.warn(`The artifact ${name} has expired.`);
    const route = "GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}";
    const { data } = await github.request(route, { artifact_id: id, archive_format: "zip" });
    const files = node_util__WEBPACK_IMPORTED_MODULE_2__.types.isAnyArrayBuffer(data) ? (0,_ports_read_zip_js__WEBPACK_IMPORTED_MODULE_4__/* .readZip */ .u)(new Uint8Array(data)) : undefined;
    if (files === undefined)
        return log.warn(`The artifact ${name} is not a whole zip archive.`);
    const file = files.find(({ path }) => path === "snapshot.json" || path.endsWith("/snapshot.json"));
    if (file === undefined)
        return;
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(into, String(id));
    try {
        const content = file.content();
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)(folder, { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, "snapshot.json"), content);
    }
    catch (error) {
        log.warn(`The snapshot in the artifact ${name} cannot be unpacked: ${(0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_3__/* .describe */ .q0)(error)}`);
    }
}


/***/ }),

/***/ 91534:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ jobsOfRun)
/* harmony export */ });
/* harmony import */ var _record_statuses_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14506);

const page = 100;
/** All jobs of a run's latest attempt, or of all: a matrix beside the release can have more than a page of them. */
async function jobsOfRun(github, runId, filter) {
    const all = [];
    const of = filter === undefined ? {} : { filter };
    for (let number = 1;; number += 1) {
        const route = "GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs";
        const { data } = await github.request(route, { run_id: runId, per_page: page, page: number, ...of });
        const some = (0,_record_statuses_js__WEBPACK_IMPORTED_MODULE_0__/* .listIn */ .Of)(data?.jobs, "the run's jobs");
        all.push(...some);
        if (some.length < page)
            return all;
    }
}


/***/ }),

/***/ 74592:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ hasEnded),
/* harmony export */   p: () => (/* binding */ whereRunIs)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);
/* harmony import */ var _ports_github_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17032);
/* harmony import */ var _run_jobs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91534);
/* harmony import */ var _record_statuses_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14506);




/** Jobs of the chain that change nothing that users meet, and so may be cut at any time. */
const harmless = /(^| \/ )(build|plan|prepare)$/;
/** Whether a run is over, waits for a person (where, and since when), or is at work. What cannot be read is «at work». */
async function whereRunIs(github, runId) {
    try {
        if (await hasEnded(github, runId))
            return { is: "ended", says: "has ended" };
        const [jobs, pending] = await Promise.all([(0,_run_jobs_js__WEBPACK_IMPORTED_MODULE_2__/* .jobsOfRun */ .t)(github, runId), pendingOf(github, runId)]);
        const busy = jobs.filter(({ status, name = "" }) => status === "in_progress" && !harmless.test(name) && !isCall(name, jobs));
        if (busy.length > 0)
            return { is: "working", says: `is at work in ${namesOf(busy)}` };
        const since = jobs.filter(({ status }) => status === "waiting").map(({ created_at: at }) => at ?? "");
        if (pending.length === 0 && since.length === 0)
            return { is: "queued", says: "waits for a runner" };
        const [first = ""] = since.filter((at) => at !== "").sort();
        const where = pending.length === 0 ? "" : ` at ${pending.join(", ")}`;
        return { is: "waiting", says: `waits for a person${where}${first === "" ? "" : ` since ${first}`}` };
    }
    catch (error) {
        if (!(error instanceof _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo))
            throw error;
        return { is: "working", says: "does something that cannot be read" };
    }
}
/** Whether a run is over; one that GitHub does not know any more is. */
async function hasEnded(github, runId) {
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
/** A job that calls a workflow is at work as long as that is, also while all of it waits. */
function isCall(name, jobs) {
    return jobs.some((other) => other.name?.startsWith(`${name} / `) === true);
}
async function pendingOf(github, runId) {
    const route = "GET /repos/{owner}/{repo}/actions/runs/{run_id}/pending_deployments";
    const { data } = await github.request(route, { run_id: runId });
    return (0,_record_statuses_js__WEBPACK_IMPORTED_MODULE_3__/* .listIn */ .Of)(data, "what the run waits for").map(({ environment }) => environment.name ?? "an environment");
}
function namesOf(jobs) {
    return jobs.map(({ name = "a job" }) => name).join(", ");
}


/***/ }),

/***/ 30789:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  yj: () => (/* binding */ halt),
  pJ: () => (/* binding */ refuseHalted),
  U: () => (/* binding */ resume)
});

// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(65304);
// EXTERNAL MODULE: ./lib/kit/ports/github.js + 3 modules
var ports_github = __webpack_require__(17032);
;// CONCATENATED MODULE: ./lib/kit/release/standing/reverts.js
/**
 * Whether commits, parents first, leave `bad` reverted. A revert can be reverted, and that again: what counts is the
 * last word. Recognised are git's own words (`This reverts commit <sha>`, also as GitHub's button and a squash of it
 * keep them), and those of a pull request that reverts another (`Reverts acme/app#12`) where the commit's title says
 * that it came by that one: `… (#12)` or `Merge pull request #12 from …`.
 */
function isReverted(bad, commits) {
    let last = bad;
    let reverted = false;
    for (const commit of commits) {
        // Who brings the bad commit back is a bad one, too: to revert either of them takes it out again.
        const takesBack = reverts(commit, last) || (!reverted && reverts(commit, bad));
        if (!takesBack)
            continue;
        reverted = !reverted;
        last = commit;
    }
    return reverted;
}
function reverts({ message }, other) {
    const named = [...message.matchAll(/\bThis reverts commit ([0-9a-f]{12,40})\b/g)].map((found) => found[1]);
    if (named.some((sha) => sha !== undefined && other.sha.startsWith(sha)))
        return true;
    const request = pullRequestOf(other);
    const asked = [...message.matchAll(/^Reverts (?:[\w.-]+\/[\w.-]+)?#(\d+)\s*$/gm)].map((found) => found[1]);
    return request !== undefined && asked.includes(request);
}
/** The pull request that brought a commit, by the title that GitHub gives it. */
function pullRequestOf({ message }) {
    const [title = ""] = message.split("\n");
    return /\(#(\d+)\)\s*$/.exec(title)?.[1] ?? /^Merge pull request #(\d+) from /.exec(title)?.[1];
}

// EXTERNAL MODULE: ./lib/kit/release/record/kept-document.js
var kept_document = __webpack_require__(7220);
// EXTERNAL MODULE: ./lib/kit/release/record/record.js
var record = __webpack_require__(20645);
// EXTERNAL MODULE: ./lib/kit/release/record/statuses.js
var statuses = __webpack_require__(14506);
;// CONCATENATED MODULE: ./lib/kit/release/standing/halt.js






const haltTask = "rollout-halt";
/** Halts a target. Once is enough: a second time for the same release changes nothing. */
async function halt(github, target, because) {
    const known = await haltsOf(github, target);
    if (known.some((one) => one.halt.release === because.release))
        return;
    const environment = (0,record/* recordEnvironment */.lk)(target);
    const id = await (0,record/* create */.vt)(github, { environment, ref: because.commit, task: haltTask, payload: because });
    await (0,record/* setStatus */.Lx)(github, id, "failure", because.reason);
}
/**
 * Lets releases through again: all, or those that one release's end held up. Gives the halts that were lifted; each
 * says by whom and why from now on.
 */
async function resume(github, target, { actor }, reason, release) {
    const all = await haltsOf(github, target);
    const halts = all.filter(({ halt: known }) => release === undefined || known.release === release);
    for (const { id } of halts)
        await (0,record/* setStatus */.Lx)(github, id, "inactive", `resumed by ${actor}: ${reason}`);
    return halts.map((one) => one.halt);
}
/**
 * Refuses a commit that contains one for which the target was halted, unless it was reverted since. A release that was
 * held may be run again: what halted the target because of itself is not asked about.
 * @throws {UserError} PR207 naming the release, its commit and the reason.
 */
async function refuseHalted(github, target, sha, itself) {
    for (const { halt: known } of await haltsOf(github, target)) {
        if (known.release === itself)
            continue;
        if (!(await contains(github, sha, known.commit)))
            continue;
        throw new user_error/* UserError */.yo("PR207", `${target} is halted since ${known.at}: ${known.release} ended because ${known.reason}, and ${sha.slice(0, 12)} contains its commit ${known.commit.slice(0, 12)}. Nothing was changed.`, `Revert that commit (git revert ${known.commit.slice(0, 12)}), or mend it on top, and start a new run with \`resume: <why it may go on>\`.`);
    }
}
/** Every halt that nobody has lifted. */
async function haltsOf(github, target) {
    const all = await (0,record/* list */.p_)(github, (0,record/* recordEnvironment */.lk)(target), haltTask);
    const states = await Promise.all(all.map(({ id }) => (0,statuses/* lastStatus */.by)(github, id)));
    return all.flatMap((deployment, index) => {
        const { document: known, other } = (0,kept_document/* findDocument */.$)(deployment, "halt");
        if (states[index]?.state === "inactive")
            return [];
        if (other !== undefined)
            throw other;
        return known === undefined ? [] : [{ id: deployment.id, halt: known }];
    });
}
const page = 100;
/** Whether a commit has another one among its ancestors, and no revert of it after it. */
async function contains(github, sha, bad) {
    const commits = [];
    for (let number = 1;; number += 1) {
        const comparison = await compare(github, bad, sha, number);
        if (comparison?.status !== "ahead" && comparison?.status !== "identical")
            return false;
        const some = comparison.commits ?? [];
        commits.push(...some.map((one) => ({ sha: one.sha, message: one.commit.message ?? "" })));
        if (some.length > 0 && commits.length < (comparison.total_commits ?? 0))
            continue;
        return !isReverted({ sha: bad, message: comparison.base_commit?.commit?.message ?? "" }, commits);
    }
}
async function compare(github, bad, sha, number) {
    const query = { basehead: `${bad}...${sha}`, per_page: page, page: number };
    try {
        const { data } = await github.request("GET /repos/{owner}/{repo}/compare/{basehead}", query);
        return data;
    }
    catch (error) {
        // Of a commit that the repository has no more, nothing can descend.
        if ((0,ports_github/* isNotFound */.c4)(error))
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 44897:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ takeLease),
/* harmony export */   w: () => (/* binding */ releaseLease)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);
/* harmony import */ var _record_kept_document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7220);
/* harmony import */ var _record_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20645);
/* harmony import */ var _record_statuses_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14506);
/* harmony import */ var _run_where_run_is_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(74592);





const leaseTask = "rollout-lease";
/**
 * Takes the target: create, list again, the lowest live id holds. A lease of this release and run is kept (a later
 * phase, a re-run); two runs can be about one release, and only one of them changes anything. A lease whose run has
 * ended is void, and ended for good: that run may be run again.
 * @throws {UserError} PR204 naming the holder; the loser's own lease is set inactive first.
 */
async function takeLease(github, context, target, lease) {
    const before = await look(github, context, target);
    for (const { id } of before.ended)
        await (0,_record_record_js__WEBPACK_IMPORTED_MODULE_2__/* .setStatus */ .Lx)(github, id, "inactive", "its run has ended");
    const first = before.live[0];
    if (first?.lease.release === lease.release && first.lease.runId === lease.runId)
        return;
    if (first !== undefined)
        throw await heldBy(github, target, first);
    const environment = (0,_record_record_js__WEBPACK_IMPORTED_MODULE_2__/* .recordEnvironment */ .lk)(target);
    const id = await (0,_record_record_js__WEBPACK_IMPORTED_MODULE_2__/* .create */ .vt)(github, { environment, ref: context.sha, task: leaseTask, payload: lease });
    const holder = (await look(github, context, target)).live[0];
    if (holder === undefined || holder.id === id) {
        await (0,_record_record_js__WEBPACK_IMPORTED_MODULE_2__/* .setStatus */ .Lx)(github, id, "in_progress", lease.release);
        return;
    }
    await (0,_record_record_js__WEBPACK_IMPORTED_MODULE_2__/* .setStatus */ .Lx)(github, id, "inactive", `lost to ${holder.lease.release}`);
    throw await heldBy(github, target, holder);
}
const given = "given back";
/** Gives the target back. A lease that this release does not hold is left alone. */
async function releaseLease(github, target, release) {
    for (const { id, lease, held } of await open(github, target)) {
        if (lease.release === release)
            await (0,_record_record_js__WEBPACK_IMPORTED_MODULE_2__/* .setStatus */ .Lx)(github, id, "inactive", held ? given : "withdrawn");
    }
}
async function heldBy(github, target, { lease }) {
    const where = await (0,_run_where_run_is_js__WEBPACK_IMPORTED_MODULE_4__/* .whereRunIs */ .p)(github, lease.runId);
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR204", `${target} is held by ${lease.release} (${lease.runUrl}), which ${where.says}. Nothing was changed.`, "Let that release end, or cancel its run, then run this job again. While it waits for a person, a new run with `supersede: true` takes over from it.");
}
async function look(github, context, target) {
    const all = [...(await open(github, target))].sort((a, b) => a.id - b.id);
    const over = await Promise.all(all.map(async ({ lease }) => lease.runId !== context.runId && (await (0,_run_where_run_is_js__WEBPACK_IMPORTED_MODULE_4__/* .hasEnded */ .h)(github, lease.runId))));
    return { live: all.filter((_, at) => !over[at]), ended: all.filter((_, at) => over[at]) };
}
/**
 * The leases that nobody has ended, newest first. Whoever held the target had ended all before its own, so the search
 * ends at the first that was given back: not every release that a target ever had is asked about.
 */
async function open(github, target) {
    const found = [];
    for await (const deployment of (0,_record_record_js__WEBPACK_IMPORTED_MODULE_2__/* .deployments */ .bg)(github, (0,_record_record_js__WEBPACK_IMPORTED_MODULE_2__/* .recordEnvironment */ .lk)(target), leaseTask)) {
        const { document: lease, other } = (0,_record_kept_document_js__WEBPACK_IMPORTED_MODULE_1__/* .findDocument */ .$)(deployment, "lease");
        if (lease === undefined && other === undefined)
            continue;
        const { id } = deployment;
        const status = await (0,_record_statuses_js__WEBPACK_IMPORTED_MODULE_3__/* .lastStatus */ .by)(github, id);
        if (status?.state === "inactive") {
            if (status.description === given)
                break;
            continue;
        }
        if (other !== undefined)
            throw other;
        if (lease !== undefined)
            found.push({ id, lease, held: status?.state === "in_progress" });
    }
    return found;
}


/***/ }),

/***/ 30775:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KM: () => (/* binding */ orderedToYield),
/* harmony export */   QX: () => (/* binding */ markSuperseded),
/* harmony export */   XE: () => (/* binding */ unmarkSuperseded),
/* harmony export */   cu: () => (/* binding */ supersederOf),
/* harmony export */   fJ: () => (/* binding */ refuseSuperseded),
/* harmony export */   gT: () => (/* binding */ newerMet)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);
/* harmony import */ var _decision_decision_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20035);
/* harmony import */ var _record_history_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(31102);
/* harmony import */ var _record_record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20645);




const mark = "superseded by ";
const taken = "not superseded";
/** Notes in a release's own record that it has to yield to another one. Whoever lets it go on reads that first. */
async function markSuperseded(github, id, state, by) {
    await (0,_record_record_js__WEBPACK_IMPORTED_MODULE_3__/* .setStatus */ .Lx)(github, id, state, `${mark}${by}`);
}
/** Takes the note back: the release was at work, and nobody cuts into a change. */
async function unmarkSuperseded(github, id) {
    await (0,_record_record_js__WEBPACK_IMPORTED_MODULE_3__/* .setStatus */ .Lx)(github, id, "in_progress", `${taken}: it is at work`);
}
/** To which release this one was ordered to yield, by what was said of it, newest first. */
function orderedToYield(statuses) {
    const last = statuses.find(({ description }) => description.startsWith(mark) || description.startsWith(taken));
    return last?.description.startsWith(mark) ? last.description.slice(mark.length) : undefined;
}
/**
 * The release that took the target after this one was planned: one to which it was ordered to yield, or a newer one
 * that users meet. The releases come newest first; one that the record does not know is superseded by nobody.
 */
async function supersederOf(github, target, releases, release) {
    const own = releases.find(({ manifest }) => manifest.release === release);
    if (own === undefined)
        return undefined;
    return orderedToYield(await own.statuses()) ?? (await newerOf(github, target, releases, release));
}
/** A release that was planned after this one, and that users meet. */
async function newerOf(github, target, releases, release) {
    const at = releases.findIndex(({ manifest }) => manifest.release === release);
    for (const newer of releases.slice(0, Math.max(0, at))) {
        if (await isMet(github, target, newer))
            return newer.manifest.release;
    }
    return undefined;
}
/**
 * A newer release whose web or functions users meet. One that changed the schema alone, or nothing, stands in nobody's
 * way: what it left of the schema is asked about apart.
 */
async function newerMet(github, target, releases, release) {
    const at = releases.findIndex(({ manifest }) => manifest.release === release);
    for (const { manifest, standing } of releases.slice(0, Math.max(0, at))) {
        if ((await standing()).state === "inactive")
            continue;
        const changes = await (0,_record_history_js__WEBPACK_IMPORTED_MODULE_2__/* .changesOf */ .fs)(github, target, manifest.release);
        if ((0,_decision_decision_js__WEBPACK_IMPORTED_MODULE_1__/* .activated */ .cd)(changes.map(_record_history_js__WEBPACK_IMPORTED_MODULE_2__/* .begunOf */ .ri)).length > 0)
            return manifest.release;
    }
    return undefined;
}
/** Live, or activated in part by a release that has stopped on its way: going over it would mix two releases. */
async function isMet(github, target, { manifest, standing }) {
    const { state } = await standing();
    if (state === "success" || state === "inactive")
        return state === "success";
    const changes = await (0,_record_history_js__WEBPACK_IMPORTED_MODULE_2__/* .changesOf */ .fs)(github, target, manifest.release);
    return (0,_decision_decision_js__WEBPACK_IMPORTED_MODULE_1__/* .activated */ .cd)(changes.map(_record_history_js__WEBPACK_IMPORTED_MODULE_2__/* .begunOf */ .ri)).length > 0;
}
/**
 * Asked after every gate, before the change: much can happen while a release waits.
 * @throws {UserError} PR205 naming the newer release.
 */
async function refuseSuperseded(github, target, release) {
    const newer = await supersederOf(github, target, await (0,_record_history_js__WEBPACK_IMPORTED_MODULE_2__/* .releasesOf */ .w0)(github, target, release), release);
    if (newer === undefined)
        return;
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR205", `${newer} has taken ${target} since ${release} was planned. Nothing was changed by this job.`, "Start a new run for the commit that is wanted now: it plans against what is live.");
}


/***/ })

};
