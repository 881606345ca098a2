export const id = 853;
export const ids = [853];
export const modules = {

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


/***/ }),

/***/ 75610:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C$: () => (/* binding */ readFormat),
/* harmony export */   VD: () => (/* binding */ writeFormat),
/* harmony export */   Vn: () => (/* binding */ ofOtherMajor),
/* harmony export */   pP: () => (/* binding */ schemaOf)
/* harmony export */ });
/* harmony import */ var _errors_first_of_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(85552);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65304);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41820);
/* harmony import */ var _ports_misfit_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(34233);
/* harmony import */ var _ports_parse_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(36187);





function schemaOf(kind) {
    return `prism-rollout/${kind}@1`;
}
/**
 * What is of the kind, but of a major that this version does not know: PR106, saying which version can read it.
 * Undefined for anything else.
 */
function ofOtherMajor(kind, value, where) {
    const schema = typeof value === "object" && value !== null && "schema" in value ? value.schema : undefined;
    if (typeof schema !== "string")
        return undefined;
    const [, own, major = ""] = /^prism-rollout\/([a-z]{1,20})@(\d{1,6})$/.exec(schema) ?? [];
    if (own !== kind || schema === schemaOf(kind))
        return undefined;
    const whose = Number(major) > 1 ? "a newer version of the suite wrote it" : "an older version of the suite wrote it";
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo("PR106", `${where} is ${schema}: ${whose}, and this one reads ${schemaOf(kind)} only. Nothing was changed because of it.`, "Run this with the version that wrote it: name the same version at every `uses:` of the repository, in the chain as in rollback, watch and drift.");
}
/** The text of a document: canonical, with a newline at its end. */
function writeFormat(document) {
    return `${(0,_canonical_js__WEBPACK_IMPORTED_MODULE_2__/* .canonical */ .$N)(document)}\n`;
}
/**
 * Reads a document of one kind. Unknown keys are kept.
 * @throws {UserError} PR106 when it is not JSON, another kind, a major that this version does not know, or without
 * something that is read of it.
 */
function readFormat(kind, text, where, form = "any") {
    const value = parse(text, where);
    const schema = typeof value === "object" && value !== null ? value.schema : undefined;
    if (schema === schemaOf(kind)) {
        const wrong = (0,_ports_misfit_js__WEBPACK_IMPORTED_MODULE_3__/* .misfit */ .h)(value, form);
        if (wrong === undefined)
            return value;
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo("PR106", `${where} is not what this suite writes: ${wrong}.`, "Was the file cut or edited? Use it as it was written.");
    }
    const other = ofOtherMajor(kind, value, where);
    if (other !== undefined)
        throw other;
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo("PR106", `${where} is ${typeof schema === "string" ? (0,_errors_first_of_js__WEBPACK_IMPORTED_MODULE_0__/* .shortened */ .vI)(schema, 80) : "without a schema"}, not ${schemaOf(kind)}.`, "Use the file that this version of the suite wrote for this release.");
}
function parse(text, where) {
    try {
        return (0,_ports_parse_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJson */ .qF)(text);
    }
    catch (error) {
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo("PR106", `${where} is not JSON.`, "Was the file cut or edited? Make the plan again.", {
            cause: error,
        });
    }
}


/***/ }),

/***/ 29581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S8: () => (/* binding */ partDigest),
/* harmony export */   c3: () => (/* binding */ planForm),
/* harmony export */   dL: () => (/* binding */ planBackForm),
/* harmony export */   tX: () => (/* binding */ differences)
/* harmony export */ });
/* harmony import */ var _action_held_in_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39678);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41820);
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75610);



const texts = { each: "text" };
/** What is read of `plan.json` before a gate, and for a message. */
const planForm = {
    fields: {
        release: "text",
        target: "text",
        commit: { optional: "text" },
        parts: { each: { fields: { phase: "text", says: { optional: texts } } } },
        gates: {
            each: {
                fields: { phase: "text", environment: "text", declared: "text", reviewers: { optional: texts } },
            },
        },
        checklist: { optional: texts },
        noRollback: { optional: "text" },
    },
};
/** What is read of it on the way back: no more, since a plan that cannot be read forbids nothing. */
const planBackForm = {
    fields: {
        release: "text",
        parts: {
            each: {
                fields: { phase: "text", decisions: { maybe: { fields: { breaking: { optional: texts } } } } },
            },
        },
        noRollback: { optional: "text" },
    },
};
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
        .flatMap((key) => differences((0,_action_held_in_js__WEBPACK_IMPORTED_MODULE_2__/* .heldIn */ .$)(was, key), (0,_action_held_in_js__WEBPACK_IMPORTED_MODULE_2__/* .heldIn */ .$)(is, key), limit, path === "" ? key : `${path}.${key}`))
        .slice(0, limit);
}
function isObject(value) {
    return typeof value === "object" && value !== null;
}


/***/ }),

/***/ 31102:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fs: () => (/* binding */ changesOf),
/* harmony export */   ri: () => (/* binding */ begunOf),
/* harmony export */   w0: () => (/* binding */ releasesOf)
/* harmony export */ });
/* harmony import */ var _kept_document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7220);
/* harmony import */ var _record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20645);
/* harmony import */ var _statuses_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14506);



/** Every change of a release, oldest first. What is no receipt is left out. */
async function changesOf(github, target, release) {
    const kept = await (0,_record_js__WEBPACK_IMPORTED_MODULE_1__/* .receiptsOf */ .hs)(github, target, release);
    return kept.map(({ receipt, deployment }) => ({ receipt, at: timeOf(deployment) }));
}
/** The newest releases of a target, newest first; as far back as the one that is sought, however many came after it. */
async function releasesOf(github, target, sought) {
    const all = [];
    for (let number = 1;; number += 1) {
        const some = await (0,_record_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)(github, target, "rollout", number);
        all.push(...some);
        const last = some.at(-1);
        if (sought === undefined || last === undefined || some.length < _record_js__WEBPACK_IMPORTED_MODULE_1__/* .page */ .MY || (0,_record_js__WEBPACK_IMPORTED_MODULE_1__/* .isBefore */ .Y8)(last, sought))
            break;
        if (some.some((one) => (0,_kept_document_js__WEBPACK_IMPORTED_MODULE_0__/* .documentOf */ .l)(one, "manifest")?.release === sought))
            break;
    }
    return all.flatMap((deployment) => {
        const manifest = (0,_kept_document_js__WEBPACK_IMPORTED_MODULE_0__/* .documentOf */ .l)(deployment, "manifest");
        if (manifest === undefined)
            return [];
        const { id } = deployment;
        const statuses = () => (0,_statuses_js__WEBPACK_IMPORTED_MODULE_2__/* .statusesOf */ .CB)(github, id);
        const standing = async () => (await (0,_statuses_js__WEBPACK_IMPORTED_MODULE_2__/* .statusesOf */ .CB)(github, id, 1))[0] ?? { state: "", description: "" };
        return [{ manifest, id, at: timeOf(deployment), standing, statuses }];
    });
}
/** A recorded change as the decision wants it. */
function begunOf({ receipt: { phase, component }, at }) {
    return { phase: phase === "rollback" ? "plan" : phase, component, at };
}
function timeOf({ created_at: created }) {
    const time = Date.parse(created ?? "");
    return Number.isNaN(time) ? null : time;
}


/***/ }),

/***/ 7220:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ findDocument),
/* harmony export */   l: () => (/* binding */ documentOf)
/* harmony export */ });
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75610);

/** GitHub gives a payload back as it was sent, or as a text. */
function payloadOf({ payload }) {
    try {
        const read = typeof payload === "string" ? JSON.parse(payload) : payload;
        return read;
    }
    catch {
        return undefined;
    }
}
/** What each kind is read by. */
const texts = {
    manifest: ["release", "target", "commit", "runUrl"],
    receipt: ["release", "phase", "component"],
    lease: ["release", "runId", "runUrl"],
    halt: ["release", "commit", "reason", "at"],
    observation: [],
};
/**
 * A payload that this suite wrote. Anybody who may write deployments may have written another: one in which something
 * is missing is nobody's, and holds no rollback up.
 * @throws {UserError} PR106 for one that another major of this suite wrote: what it means is not known, so it is not passed over.
 */
function documentOf(deployment, kind) {
    const { document, other } = findDocument(deployment, kind);
    if (other !== undefined)
        throw other;
    return document;
}
/** The same, for whoever first asks whether it still counts. */
function findDocument(deployment, kind) {
    const payload = payloadOf(deployment);
    const other = (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .ofOtherMajor */ .Vn)(kind, payload, `Deployment ${deployment.id} of the record`);
    if (other !== undefined)
        return { other };
    const fits = payload?.["schema"] === (0,_formats_js__WEBPACK_IMPORTED_MODULE_0__/* .schemaOf */ .pP)(kind);
    return fits && texts[kind].every((key) => typeof payload[key] === "string")
        ? { document: payload }
        : {};
}


/***/ }),

/***/ 6622:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   My: () => (/* binding */ complete),
/* harmony export */   fY: () => (/* binding */ intend),
/* harmony export */   fk: () => (/* binding */ receiptSha),
/* harmony export */   vM: () => (/* binding */ intentSha),
/* harmony export */   zP: () => (/* binding */ completionLine)
/* harmony export */ });
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41820);
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(75610);


/** The next receipt of a chain, in the state in which it is written before the change. */
function intend(intent, previous) {
    const seq = (previous?.seq ?? 0) + 1;
    const prev = previous === undefined ? null : intentSha(previous);
    return { schema: (0,_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .schemaOf */ .pP)("receipt"), ...intent, seq, prev, state: "intended" };
}
/** The same receipt once it is known what the change came to. */
function complete(receipt, state, after) {
    return after === undefined ? { ...receipt, state } : { ...receipt, state, after };
}
/** SHA-256 over the canonical receipt, in hex. */
function receiptSha(receipt) {
    return (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)((0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)(receipt));
}
/** SHA-256 over the receipt as it was written before its change. */
function intentSha(receipt) {
    return (0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)((0,_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$N)({ ...receipt, after: undefined, state: "intended" }));
}
/** `<seq> <state> <component> <id> <sha12>`: what fits into a deployment status (140 characters). */
function completionLine(receipt, id) {
    const tail = ` ${receiptSha(receipt).slice(0, 12)}`;
    const head = `${receipt.seq} ${receipt.state} ${receipt.component} ${id}`;
    return `${head.slice(0, 140 - tail.length)}${tail}`;
}


/***/ }),

/***/ 20645:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BF: () => (/* binding */ githubRecord),
/* harmony export */   Lx: () => (/* binding */ setStatus),
/* harmony export */   MY: () => (/* binding */ page),
/* harmony export */   Y8: () => (/* binding */ isBefore),
/* harmony export */   bg: () => (/* binding */ deployments),
/* harmony export */   hs: () => (/* binding */ receiptsOf),
/* harmony export */   lk: () => (/* binding */ recordEnvironment),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   vt: () => (/* binding */ create)
/* harmony export */ });
/* harmony import */ var _kept_document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7220);
/* harmony import */ var _receipt_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6622);
/* harmony import */ var _statuses_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14506);



/** Receipts and leases stand under an environment of their own, so that the target's page shows releases. */
function recordEnvironment(target) {
    return `${target}-record`;
}
/** The record as GitHub Deployments (see docs/adr/0002). */
function githubRecord(github, target, commit) {
    const environment = recordEnvironment(target);
    return {
        open: async (manifest) => {
            const known = await opened(github, target, manifest.release);
            if (known)
                return await openAgain(github, known.id);
            const id = await create(github, {
                environment: target,
                ref: commit,
                task: "rollout",
                payload: manifest,
            });
            await setStatus(github, id, "in_progress", `${manifest.release} planned`);
        },
        reopen: async (release) => {
            const known = await opened(github, target, release);
            if (known)
                await openAgain(github, known.id);
        },
        intend: (receipt) => create(github, { environment, ref: commit, task: "rollout-receipt", payload: receipt }),
        complete: async (id, receipt) => {
            const state = receipt.state === "done" ? "success" : "failure";
            await setStatus(github, id, state, (0,_receipt_js__WEBPACK_IMPORTED_MODULE_1__/* .completionLine */ .zP)(receipt, identityOf(receipt)));
        },
        receipts: async (release, phase) => {
            const own = (await receiptsOf(github, target, release)).filter(({ receipt }) => phase === undefined || receipt.phase === phase);
            return await Promise.all(own.map((one) => withState(github, one)));
        },
        live: () => newest(github, target, "success"),
        unfinished: (sha) => newest(github, target, "in_progress", sha),
        close: async (release, state, description) => {
            const own = await opened(github, target, release);
            if (own)
                await setStatus(github, own.id, state, description);
        },
    };
}
/** Whoever comes meanwhile must see that it is on its way: it may wait at a gate, and hold the target. */
async function openAgain(github, id) {
    const state = (await (0,_statuses_js__WEBPACK_IMPORTED_MODULE_2__/* .lastStatus */ .by)(github, id))?.state;
    if (state === "in_progress" || state === "success")
        return;
    await setStatus(github, id, "in_progress", "run again");
}
/** The newest manifest whose last status is this one; of one commit, where one is given. */
async function newest(github, target, state, commit) {
    for await (const deployment of deployments(github, target, "rollout")) {
        const manifest = manifestOf(deployment);
        if (commit !== undefined && manifest?.commit !== commit)
            continue;
        if ((await (0,_statuses_js__WEBPACK_IMPORTED_MODULE_2__/* .lastStatus */ .by)(github, deployment.id))?.state === state)
            return manifest;
    }
    return undefined;
}
async function create(github, { environment, ref, task, payload }) {
    const { data } = await github.request("POST /repos/{owner}/{repo}/deployments", {
        ref,
        task,
        environment,
        payload,
        auto_merge: false,
        required_contexts: [],
        description: task,
        transient_environment: false,
        production_environment: false,
    });
    return data.id;
}
async function setStatus(github, id, state, description) {
    await github.request("POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses", {
        deployment_id: id,
        state,
        description: description.slice(0, 140),
        auto_inactive: false,
    });
}
/** As many deployments GitHub gives at once. */
const page = 100;
/** Newest first, at most 100 at once. */
async function list(github, environment, task, number = 1) {
    const { data } = await github.request("GET /repos/{owner}/{repo}/deployments", {
        environment,
        task,
        per_page: page,
        ...(number === 1 ? {} : { page: number }),
    });
    return (0,_statuses_js__WEBPACK_IMPORTED_MODULE_2__/* .listIn */ .Of)(data, "the deployments");
}
/** Newest first, as many pages as are read on. */
async function* deployments(github, environment, task) {
    for (let number = 1;; number += 1) {
        const some = await list(github, environment, task, number);
        yield* some;
        if (some.length < page)
            return;
    }
}
/** Every receipt of a release as intended, oldest first, however many there are and whatever came after them. */
async function receiptsOf(github, target, release) {
    // By id: what is created while pages are read appears on two of them.
    const found = new Map();
    for await (const deployment of since(release, github, recordEnvironment(target), "rollout-receipt")) {
        const receipt = (0,_kept_document_js__WEBPACK_IMPORTED_MODULE_0__/* .documentOf */ .l)(deployment, "receipt");
        if (receipt?.release === release)
            found.set(deployment.id, { receipt, deployment });
    }
    return [...found.values()].sort((a, b) => a.deployment.id - b.deployment.id);
}
/** What was kept since the day of a release, newest first: before it there is nothing of it. */
async function* since(release, ...of) {
    for await (const deployment of deployments(...of)) {
        if (isBefore(deployment, release))
            return;
        yield deployment;
    }
}
/** Whether a deployment was made before the day on which a release was planned. */
function isBefore({ created_at: at }, release) {
    const [, year, month, day] = /-(\d{4})(\d\d)(\d\d)-[0-9a-f]{12}-\d+$/.exec(release) ?? [];
    return Date.parse(at ?? "") < Date.parse(`${year}-${month}-${day}`) - clockSkew;
}
const clockSkew = 3_600_000;
/** The deployment that stands for a release. */
async function opened(github, target, release) {
    for await (const deployment of since(release, github, target, "rollout")) {
        if (manifestOf(deployment)?.release === release)
            return deployment;
    }
    return undefined;
}
function manifestOf(deployment) {
    return (0,_kept_document_js__WEBPACK_IMPORTED_MODULE_0__/* .documentOf */ .l)(deployment, "manifest");
}
async function withState(github, { receipt, deployment }) {
    const state = (await (0,_statuses_js__WEBPACK_IMPORTED_MODULE_2__/* .lastStatus */ .by)(github, deployment.id))?.description.split(" ")[1];
    const known = ["done", "failed", "reverted"].find((word) => word === state);
    return known === undefined ? receipt : { ...receipt, state: known };
}
function identityOf(receipt) {
    const after = receipt.after;
    if (typeof after === "object" && after !== null && "id" in after && typeof after.id === "string")
        return after.id;
    return typeof after === "string" ? after : "-";
}


/***/ }),

/***/ 14506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CB: () => (/* binding */ statusesOf),
/* harmony export */   Of: () => (/* binding */ listIn),
/* harmony export */   by: () => (/* binding */ lastStatus)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);

/** What was said of a deployment, newest first; GitHub gives 100 at once, far more than a release has. */
async function statusesOf(github, id, most = 100) {
    const { data } = await github.request("GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses", {
        deployment_id: id,
        per_page: most,
    });
    const all = listIn(data, "a deployment's statuses");
    return all.map((one) => ({ ...one, description: one.description ?? "" }));
}
/**
 * A list as GitHub documents it. An answer without one would read as «nothing is there»: no lease, no halt.
 * @throws {UserError} PR306
 */
function listIn(data, what) {
    if (Array.isArray(data))
        return data;
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR306", `GitHub was asked for ${what}, and answered with something that is no list.`, "Something between the runner and GitHub answers for it (a proxy, a login page); run the job again.");
}
async function lastStatus(github, id) {
    return (await statusesOf(github, id, 1))[0];
}


/***/ })

};
