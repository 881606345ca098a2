import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 2250:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("dns");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 8253:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util/types");

/***/ }),

/***/ 5341:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ spec)
/* harmony export */ });
/* harmony import */ var _kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6583);
/* harmony import */ var _kit_action_input_map_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9148);
/* harmony import */ var _kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7906);
/* harmony import */ var _kit_action_spec_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5596);




const spec = (0,_kit_action_spec_js__WEBPACK_IMPORTED_MODULE_3__/* .defineAction */ .Q)({
    name: "build",
    title: "Build",
    description: "Builds the web app once, in a job without provider tokens; proves the required values, stamps the pages, writes the artifact.",
    inputs: {
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .placeInputs */ .vb,
        install: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
            description: "Command that installs what the build needs; `none` when nothing is to be installed.",
            default: "npm ci",
        }),
        command: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: "Command that builds the web app.", default: "npm run build" }),
        output: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: "Folder in which the build puts the site.", default: "dist" }),
        "required-env": (0,_kit_action_input_map_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({
            description: "Variables and the values that the build must have seen; proven by the Vite configuration that built.",
            default: "{}",
        }),
        "build-env": (0,_kit_action_input_map_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)({
            description: "Environment of install, build and quality commands. They get nothing else of the job.",
            default: "{}",
        }),
        quality: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)({
            description: "Commands that must pass before anything is released (tests, lint, types).",
            default: "",
        }),
    },
    outputs: {
        verdict: "pass | fail | inconclusive | error",
        evidence: "JSON list of «x of n …» lines",
        "artifact-digest": "SHA-256 of the site before it was stamped",
        marker: "What every page says: <commit>-<digest>",
        path: "Folder of the artifact: artifact.json and site/. Upload it whole, hidden files included",
        manifest: "Path of artifact.json",
    },
});


/***/ }),

/***/ 2580:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ spec)
/* harmony export */ });
/* harmony import */ var _kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7906);
/* harmony import */ var _kit_action_spec_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5596);
/* harmony import */ var _kit_parts_functions_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4742);
/* harmony import */ var _kit_release_gates_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9570);




const spec = (0,_kit_action_spec_js__WEBPACK_IMPORTED_MODULE_3__/* .defineAction */ .Q)({
    name: "deploy-functions",
    title: "Deploy functions",
    description: "Brings the changed Edge Functions of a release live together: snapshot, bundles, one activation, and a real call to each.",
    inputs: {
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .placeInputs */ .vb,
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .releaseInputs */ .zy,
        gates: (0,_kit_release_gates_js__WEBPACK_IMPORTED_MODULE_2__/* .gatesInput */ .R)("What the environments of the phases must have, as declared for the target."),
        ..._kit_parts_functions_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .functionsInputs */ .l,
    },
    outputs: {
        verdict: "pass | fail | inconclusive | error",
        evidence: "JSON list of «x of n …» lines.",
        work: "none | some",
        digest: "Digest of what was decided.",
        started: "`true` once the first change was begun.",
        receipt: "The last receipt, if it has at most 8 KiB.",
        snapshot: "Path of the snapshot that undoes this phase; upload it.",
        functions: "JSON list of the functions that were activated.",
    },
});


/***/ }),

/***/ 3081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ spec)
/* harmony export */ });
/* harmony import */ var _kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7906);
/* harmony import */ var _kit_action_spec_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5596);
/* harmony import */ var _kit_parts_web_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(78);
/* harmony import */ var _kit_release_gates_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9570);




const spec = (0,_kit_action_spec_js__WEBPACK_IMPORTED_MODULE_3__/* .defineAction */ .Q)({
    name: "deploy-web",
    title: "Deploy web",
    description: "Stages the site that was built, probes it, promotes it with one request, and proves on every origin that it is served.",
    inputs: {
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .placeInputs */ .vb,
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .releaseInputs */ .zy,
        gates: (0,_kit_release_gates_js__WEBPACK_IMPORTED_MODULE_2__/* .gatesInput */ .R)("What the environments of the phases must have, as declared for the target."),
        ..._kit_parts_web_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .webInputs */ .m,
    },
    outputs: {
        verdict: "pass | fail | inconclusive | error",
        evidence: "JSON list of «x of n …» lines.",
        work: "none | some",
        digest: "Digest of what was decided.",
        started: "`true` once the first change was begun.",
        receipt: "The last receipt, if it has at most 8 KiB.",
        deployment: "Id of the deployment that is live, where the host has ids.",
        "deployment-url": "Address of that deployment.",
        previous: "Id of the deployment that was live before.",
        marker: "The build marker that every origin serves.",
    },
});


/***/ }),

/***/ 5750:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ spec)
/* harmony export */ });
/* harmony import */ var _kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7906);
/* harmony import */ var _kit_action_spec_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5596);
/* harmony import */ var _kit_parts_database_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6134);
/* harmony import */ var _kit_release_gates_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9570);




const spec = (0,_kit_action_spec_js__WEBPACK_IMPORTED_MODULE_3__/* .defineAction */ .Q)({
    name: "migrate",
    title: "Migrate",
    description: "Applies the pending migrations in order, each in one transaction with its row in the Supabase CLI's ledger; refuses what loses data or breaks live code.",
    inputs: {
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .placeInputs */ .vb,
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .releaseInputs */ .zy,
        gates: (0,_kit_release_gates_js__WEBPACK_IMPORTED_MODULE_2__/* .gatesInput */ .R)("What the environments of the phases must have, as declared for the target."),
        ..._kit_parts_database_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .databaseInputs */ .d,
    },
    outputs: {
        verdict: "pass | fail | inconclusive | error",
        evidence: "JSON list of «x of n …» lines.",
        work: "none | some",
        digest: "Digest of what was decided.",
        started: "`true` once the first change was begun.",
        receipt: "The last receipt, if it has at most 8 KiB.",
        applied: "JSON list of the versions that were applied.",
        head: "The newest version in the ledger.",
    },
});


/***/ }),

/***/ 7216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ spec)
/* harmony export */ });
/* harmony import */ var _kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6583);
/* harmony import */ var _kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7906);
/* harmony import */ var _kit_action_spec_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5596);
/* harmony import */ var _kit_release_gates_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9570);




const environment = (phase) => (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: `The environment that gates ${phase}. Default: <target>-${phase}.` }));
const spec = (0,_kit_action_spec_js__WEBPACK_IMPORTED_MODULE_3__/* .defineAction */ .Q)({
    name: "plan",
    title: "Plan",
    description: "Says what a release would change, before any gate, and gives each phase's part a digest.",
    inputs: {
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .placeInputs */ .vb,
        gates: (0,_kit_release_gates_js__WEBPACK_IMPORTED_MODULE_2__/* .gatesInput */ .R)("What must pause the chain before a phase; compared with what GitHub has."),
        "migrate-environment": environment("migrate"),
        "deploy-functions-environment": environment("deploy-functions"),
        "deploy-web-environment": environment("deploy-web"),
        artifact: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: "Folder of the built site, as `build` made it." })),
        "github-token": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .secret */ .rJ)({ description: "Token for gates and record (`actions: read`, `deployments: write`)." })),
        "database-url": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .secret */ .rJ)({ description: "Connection string of a role that may read the ledger." })),
        "supabase-access-token": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .secret */ .rJ)({ description: "Supabase access token; reading is enough." })),
        "host-token": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .secret */ .rJ)({ description: "Token of the web host; reading is enough." })),
        "protection-bypass": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .secret */ .rJ)({ description: "Lets probes pass the host's deployment protection." })),
    },
    outputs: {
        release: "Id of the release.",
        work: "none when there is nothing to release, else some.",
        "migrate-work": "none or some.",
        "migrate-digest": "Digest of the part that migrate must do.",
        "deploy-functions-work": "none or some.",
        "deploy-functions-digest": "Digest of the part that deploy-functions must do.",
        "deploy-web-work": "none or some.",
        "deploy-web-digest": "Digest of the part that deploy-web must do.",
        path: "Path of plan.json.",
    },
});


/***/ }),

/***/ 9148:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Gh: () => (/* binding */ recordOfLists),
/* harmony export */   g1: () => (/* binding */ record),
/* harmony export */   oW: () => (/* binding */ mapFromText)
/* harmony export */ });
/* harmony import */ var _input_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6583);

/** Texts by name: a YAML mapping, or in `with:` the same mapping as YAML text. A null value is an empty text. */
function record(texts) {
    return mapOf(texts, "mapping of texts", { type: ["string", "number", "boolean"] }, (value) => (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(value) ? String(value) : value === null ? "" : undefined);
}
/** Lists of texts by name. */
function recordOfLists(texts) {
    const items = { type: "array", items: { type: "string" } };
    return mapOf(texts, "mapping of lists", items, (value) => typeof value === "string" ? (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .splitList */ .ry)(value) : isTexts(value) ? value.map(String) : undefined);
}
function isTexts(value) {
    return Array.isArray(value) && value.every(_input_js__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn);
}
function mapOf({ description, default: fallback }, kind, values, read) {
    const refused = { expected: `a ${kind}`, write: "{ NAME: value }" };
    const parse = (raw) => {
        const map = typeof raw === "string" ? mapFromText(raw) : raw;
        if (typeof map !== "object" || map === null || Array.isArray(map))
            return refused;
        const entries = Object.entries(map).map(([key, value]) => [key, read(value)]);
        const bad = entries.find(([, value]) => value === undefined);
        if (bad)
            return { ...refused, expected: `a ${kind}; ${bad[0]} is not one` };
        return { value: Object.fromEntries(entries) };
    };
    const schema = { type: "object", additionalProperties: values };
    const common = { description, secret: false, kind, schema, parse };
    return fallback === undefined ? { ...common, required: true } : { ...common, required: false, fallback };
}
/**
 * What `with:` holds for a mapping: one `NAME: value` a line, or JSON. YAML's own parser is not used here,
 * since every action would have to load it; lists are written with commas.
 */
function mapFromText(raw) {
    if (raw.trim() === "")
        return {};
    if (raw.trim().startsWith("{")) {
        try {
            return JSON.parse(raw);
        }
        catch {
            return undefined;
        }
    }
    const lines = raw.split("\n").filter((line) => line.trim() !== "");
    const pairs = lines.map((line) => /^\s*([^:\s]+)\s*:\s*(.*?)\s*$/.exec(line));
    if (pairs.some((pair) => pair === null))
        return undefined;
    return Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? "", unquoted(pair?.[2] ?? "")]));
}
function unquoted(value) {
    return /^(["']).*\1$/.test(value) ? value.slice(1, -1) : value;
}


/***/ }),

/***/ 6583:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   jn: () => (/* binding */ isScalar),
/* harmony export */   lq: () => (/* binding */ optional),
/* harmony export */   nd: () => (/* binding */ integer),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   rJ: () => (/* binding */ secret),
/* harmony export */   ry: () => (/* binding */ splitList),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/** A required input, or one with a default. */
function declare({ description, default: fallback }, kind, schema, parse) {
    const common = { description, secret: false, kind, schema, parse };
    return fallback === undefined ? { ...common, required: true } : { ...common, required: false, fallback };
}
/** Any text that is not empty. Numbers and booleans of YAML are taken as they are written. */
function text(texts) {
    return declare(texts, "text", { type: ["string", "number", "boolean"] }, (raw) => isScalar(raw) ? { value: String(raw).trim() } : { expected: "a text", write: "one line of text" });
}
/** A text that is masked before anything is parsed, and only ever comes from `with:`. */
function secret(texts) {
    return { ...text(texts), secret: true, kind: "secret" };
}
/** `true` or `false`, as YAML 1.2 writes them. */
function flag(texts) {
    return declare(texts, "true or false", { type: "boolean" }, (raw) => {
        if (raw === true || raw === "true")
            return { value: true };
        if (raw === false || raw === "false")
            return { value: false };
        return { expected: "true or false", write: "true" };
    });
}
/** A whole number within bounds. */
function integer(texts) {
    const { min = 0, max = Number.MAX_SAFE_INTEGER } = texts;
    const schema = { type: "integer", minimum: min, ...(texts.max === undefined ? {} : { maximum: max }) };
    return declare(texts, "number", schema, (raw) => {
        const value = typeof raw === "string" && /^-?\d+$/.test(raw.trim()) ? Number(raw) : raw;
        const fits = typeof value === "number" && Number.isInteger(value) && value >= min && value <= max;
        if (fits)
            return { value };
        const range = texts.max === undefined ? `a whole number from ${min}` : `a whole number from ${min} to ${max}`;
        return { expected: range, write: texts.default ?? String(min) };
    });
}
const units = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
/** A duration with its unit (`250ms`, `30s`, `5m`, `2h`, `1d`), in milliseconds. */
function duration(texts) {
    return declare(texts, "duration", { type: "string", pattern: "^\\d+(ms|s|m|h|d)$" }, (raw) => {
        const found = /^(\d+)(ms|s|m|h|d)$/.exec(String(raw).trim());
        const unit = found?.[2] === undefined ? undefined : units[found[2]];
        if (found && unit !== undefined)
            return { value: Number(found[1]) * unit };
        return { expected: "a duration with its unit", write: texts.default ?? "30s" };
    });
}
/** One of a few words; the type, the check and the message come from one list. */
function oneOf(choices, texts) {
    return declare(texts, choices.map((choice) => `\`${choice}\``).join(" or "), { enum: [...choices] }, (raw) => {
        const value = choices.find((choice) => choice === String(raw).trim());
        if (value !== undefined)
            return { value };
        return { expected: `one of ${choices.join(", ")}`, write: texts.default || (choices[0] ?? "") };
    });
}
/** Several texts: a YAML list, or in `with:` one a line or separated by commas. */
function list(texts) {
    const schema = { type: "array", items: { type: ["string", "number", "boolean"] } };
    return declare(texts, "list", schema, (raw) => {
        if (Array.isArray(raw) && raw.every(isScalar))
            return { value: raw.map(String) };
        if (typeof raw === "string")
            return { value: splitList(raw) };
        return { expected: "a list of texts", write: "[first, second]" };
    });
}
/** What an absent optional input is. */
function optional(input) {
    const { fallback: _, ...rest } = input;
    return { ...rest, required: false };
}
function isScalar(raw) {
    return ["string", "number", "boolean"].includes(typeof raw);
}
/** Texts one a line or separated by commas. */
function splitList(raw) {
    return raw
        .split(/[\n,]/)
        .map((part) => part.trim())
        .filter((part) => part !== "");
}


/***/ }),

/***/ 7906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   iD: () => (/* binding */ supabaseInputs),
/* harmony export */   vb: () => (/* binding */ placeInputs),
/* harmony export */   zy: () => (/* binding */ releaseInputs)
/* harmony export */ });
/* harmony import */ var _input_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6583);

/** The inputs that every action has; they say where the others are read from. */
const placeInputs = {
    "working-directory": (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: "Folder of the stack inside the repository; all other paths start here (`with:` only).",
        default: ".",
    }),
    config: (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: "The configuration file (`with:` only).", default: "rollout.yml" }),
    target: (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: "Which of `targets:` to use (`with:` only)." })),
};
/** What a phase is given by the plan, and needs to keep the record. */
const releaseInputs = {
    release: (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: "Id of the release, from `plan`. Without it the action stands alone and plans itself.",
    })),
    plan: (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: "Path of `plan.json`, from `plan`'s artifact." })),
    "plan-digest": (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: "Digest of this phase's part of the plan that was approved; anything else is refused.",
    })),
    environment: (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: "The environment whose approval let this job start." })),
    "github-token": (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .secret */ .rJ)({
        description: "Token for the record, the lease and the approvals (`deployments: write`, `actions: read`).",
    })),
};
/** The Supabase project of a target. */
const supabaseInputs = {
    supabase: (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: "Reference of the Supabase project." }),
    "supabase-access-token": (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .secret */ .rJ)({ description: "Supabase access token." }),
    "supabase-api-url": (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: "Base URL of Supabase's Management API.",
        default: "https://api.supabase.com",
    }),
};


/***/ }),

/***/ 5596:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ defineAction),
/* harmony export */   n: () => (/* binding */ camel)
/* harmony export */ });
/** Declares an action. Returns it unchanged: the call only infers the types. */
function defineAction(spec) {
    return spec;
}
/** `verify-jwt` → `verifyJwt`. */
function camel(name) {
    return name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
}


/***/ }),

/***/ 5304:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P5: () => (/* binding */ errorLink),
/* harmony export */   q0: () => (/* binding */ describe),
/* harmony export */   yo: () => (/* binding */ UserError)
/* harmony export */ });
/**
 * Something that the user can mend. `message` says what happened and where, `fix` what to do about it;
 * both are one line each, whole sentences, and never hold a secret. Anything thrown that is not a
 * UserError is reported as a bug of this suite.
 */
class UserError extends Error {
    code;
    fix;
    constructor(code, message, fix, options) {
        super(message, options);
        this.name = "UserError";
        this.code = code;
        this.fix = fix;
    }
}
/** Where the documentation explains a code. */
function errorLink(code) {
    return `https://github.com/prism-rollout/prism-rollout/blob/main/docs/errors.md#${code.toLowerCase()}`;
}
/** The message of anything that was thrown, causes included, on one line. */
function describe(thrown) {
    if (!(thrown instanceof Error))
        return String(thrown);
    // What every address of a host answered: the error around them says nothing of its own.
    const all = thrown instanceof AggregateError ? [...new Set(thrown.errors.map(describe))].join("; ") : "";
    const own = thrown.message || all || thrown.name;
    const cause = thrown.cause === undefined ? "" : describe(thrown.cause);
    const text = cause === "" || own.includes(cause) ? own : `${own}: ${cause}`;
    return text.replace(/\s*\n\s*/g, " ");
}


/***/ }),

/***/ 6134:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ databaseInputs)
/* harmony export */ });
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6583);

/** What `migrate` is told, and `plan` reads of its section. */
const databaseInputs = {
    "database-url": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .secret */ .rJ)({
        description: "Connection string of the database, `postgresql://…`: direct or through the session pooler (port 5432), never the transaction pooler (6543).",
    }),
    directory: (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: "Folder of the migrations.", default: "supabase/migrations" }),
    from: (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: 'The first version that a release may apply, in quotes as in the file\'s name (`"0008"`); a pending file older than it stops the release.',
    })),
    "out-of-order": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)({
        description: "Versions that may be applied although a newer one is recorded already. Any other stops the release.",
        default: "",
    }),
    "lock-timeout": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({
        description: "How long a statement may wait for a lock. While it waits, everybody behind it waits, too; then the file is rolled back and tried again.",
        default: "4s",
    }),
    "statement-timeout": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({ description: "How long one statement may take.", default: "10m" }),
    "lock-attempts": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .integer */ .nd)({
        description: "How often a file is tried when a lock is not to be had.",
        default: "5",
        min: 1,
        max: 100,
    }),
    "lock-wait": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({
        description: "Pause before a file is tried again; doubles each time, up to a minute.",
        default: "5s",
    }),
    "turn-wait": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({
        description: "How long to wait for another migration of the same database to end.",
        default: "1m",
    }),
};


/***/ }),

/***/ 4742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ functionsInputs)
/* harmony export */ });
/* harmony import */ var _action_input_map_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9148);
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6583);
/* harmony import */ var _action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7906);
/* harmony import */ var _verify_jwt_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(998);




/** The inputs of `deploy-functions`, as its spec declares them and as `plan` reads them. */
const functionsInputs = {
    ..._action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .supabaseInputs */ .iD,
    functions: (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)({
        description: "The Edge Functions of a release, by the names under which they are called.",
    }),
    "functions-directory": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        description: "Folder with a folder for each function; its `index.ts` (or .js, .tsx, .jsx, .mjs) is the entrypoint.",
        default: "supabase/functions",
    }),
    "verify-jwt": (0,_verify_jwt_js__WEBPACK_IMPORTED_MODULE_3__/* .verifyJwtInput */ .p)("Whether the platform demands a valid JWT before it calls a function: one value for all, or by name. Never inherited from what is live."),
    "import-map": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        description: "Import map for all functions. Without it: `deno.json` or `deno.jsonc` beside the entrypoint, else `import_map.json` in the functions' folder.",
    })),
    "static-files": (0,_action_input_map_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOfLists */ .Gh)({
        description: "Files that a function reads at run time, by its name: patterns with `*`, `**` and `?`.",
        default: "{}",
    }),
    command: (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        description: "Your own deployment command, run by a shell instead of the API: snapshot before, checks after.",
    })),
    "command-env": (0,_action_input_map_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({
        description: "Environment of `command`; it gets nothing else of the job. `{supabase}` and `{supabase-api-url}` stand for these inputs.",
        default: "{}",
    }),
    "command-token": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({ description: "Name of the variable in which `command` gets `supabase-access-token`." })),
    "functions-url": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        description: "Where functions are called. Without it `https://<supabase>.supabase.co/functions/v1`.",
    })),
    "functions-key": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .secret */ .rJ)({ description: "Key with which functions are called as a proof: the anon or publishable one." })),
    "health-request": (0,_action_input_map_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({
        description: "How each function is called to prove that it serves, by its name: `GET ?health=1 200` (method, path and query, status). " +
            "Without an entry `GET ?health=1` is tried, and any answer of the function itself below 500 counts as reachable.",
        default: "{}",
    }),
    "require-health": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)({
        description: "Whether a function that is reachable, but did not answer its health request, fails the phase.",
        default: "false",
    }),
};


/***/ }),

/***/ 998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ verifyJwtOf),
/* harmony export */   p: () => (/* binding */ verifyJwtInput)
/* harmony export */ });
/* harmony import */ var _action_input_map_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9148);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5304);


/** The input `verify-jwt`: true, false, or a mapping of function names to these. Required: there is no default. */
function verifyJwtInput(description) {
    const schema = {
        oneOf: [{ type: "boolean" }, { type: "object", additionalProperties: { type: "boolean" } }],
    };
    return {
        description,
        required: true,
        secret: false,
        kind: "true, false, or either by function",
        schema,
        parse,
    };
}
/**
 * The declared value of one function.
 * @throws {UserError} PR102 when a mapping leaves the function out.
 */
function verifyJwtOf(declared, slug) {
    const value = typeof declared === "boolean" ? declared : declared[slug];
    if (value !== undefined)
        return value;
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo("PR102", `deploy-functions.verify-jwt: nothing is declared for ${slug}.`, `Write verify-jwt: { ${slug}: true } beside the others, or one value for all.`);
}
function parse(raw) {
    const one = asFlag(raw);
    if (one !== undefined)
        return { value: one };
    const refused = { expected: "true, false, or either by function", write: "false" };
    const map = typeof raw === "string" ? (0,_action_input_map_js__WEBPACK_IMPORTED_MODULE_0__/* .mapFromText */ .oW)(raw) : raw;
    if (typeof map !== "object" || map === null || Array.isArray(map))
        return refused;
    const entries = Object.entries(map).flatMap(([slug, value]) => {
        const is = asFlag(value);
        return is === undefined ? [] : [[slug, is]];
    });
    return entries.length === Object.keys(map).length ? { value: Object.fromEntries(entries) } : refused;
}
function asFlag(raw) {
    if (raw === true || raw === "true")
        return true;
    return raw === false || raw === "false" ? false : undefined;
}


/***/ }),

/***/ 78:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  m: () => (/* binding */ webInputs)
});

// EXTERNAL MODULE: ./lib/kit/action/input.js
var input = __nccwpck_require__(6583);
// EXTERNAL MODULE: ./lib/kit/action/input-map.js
var input_map = __nccwpck_require__(9148);
;// CONCATENATED MODULE: ./lib/kit/providers/hosts/names.js
/** The hosts that this suite knows; `hosts.ts` has one opener for each. */
const hostNames = ["vercel", "command"];

// EXTERNAL MODULE: ./lib/kit/parts/web/origins.js
var origins = __nccwpck_require__(8007);
;// CONCATENATED MODULE: ./lib/kit/parts/web/inputs.js




/** What `plan`, `deploy-web` and `rollback` need to know of a target's web app. */
const webInputs = {
    host: (0,input/* oneOf */.yL)(hostNames, { description: "Where the web app lives.", default: "vercel" }),
    origins: (0,origins/* origins */.kt)({
        description: "What browsers ask for: `app.example.com` means https; `http://` only for loopback. Each must serve the release.",
    }),
    artifact: (0,input/* optional */.lq)((0,input/* text */.Qq)({ description: "Folder that `build` made (artifact.json and site/), its output `path`." })),
    "required-env": (0,input_map/* record */.g1)({
        description: "More variables and values that build and host must agree with, beyond those of `build`.",
        default: "{}",
    }),
    "host-project": (0,input/* optional */.lq)((0,input/* text */.Qq)({ description: "Project at the host (Vercel: id or name)." })),
    "host-team": (0,input/* optional */.lq)((0,input/* text */.Qq)({ description: "Team at the host (Vercel: team id or slug)." })),
    "host-token": (0,input/* optional */.lq)((0,input/* secret */.rJ)({ description: "Token for the host; reading is enough for `plan`." })),
    "host-api-url": (0,input/* text */.Qq)({ description: "Base URL of the host's API.", default: "https://api.vercel.com" }),
    "protection-bypass": (0,input/* optional */.lq)((0,input/* secret */.rJ)({ description: "Secret with which probes pass the host's deployment protection." })),
    assets: (0,input/* text */.Qq)({
        description: "Folder of the site whose file names carry a hash: cached for ever, 404 when missing.",
        default: "assets",
    }),
    "auto-assign": (0,input/* flag */.Jt)({
        description: "Whether the Vercel project is supposed to auto-assign its domains. When it is, finding it off means that a rollback has pinned production.",
        default: "true",
    }),
    unpin: (0,input/* flag */.Jt)({ description: "Promote although production is pinned by a rollback.", default: "false" }),
    command: (0,input/* text */.Qq)({
        description: "Host `command`: what deploys the site. It finds it in `ROLLOUT_SITE`.",
        default: "npm run deploy:web",
    }),
    "command-env": (0,input_map/* record */.g1)({
        description: "Host `command`: its environment; it gets nothing else of the job.",
        default: "{}",
    }),
    "command-token": (0,input/* optional */.lq)((0,input/* text */.Qq)({ description: "Host `command`: name of the variable in which it gets `host-token`." })),
    "undo-command": (0,input/* optional */.lq)((0,input/* text */.Qq)({ description: "Host `command`: what brings the site back that was live before." })),
    "ready-timeout": (0,input/* duration */.p0)({
        description: "How long a staged deployment may take to be ready.",
        default: "10m",
    }),
    "verify-timeout": (0,input/* duration */.p0)({
        description: "How long domains and origins may take to serve the release.",
        default: "3m",
    }),
    "poll-interval": (0,input/* duration */.p0)({ description: "Time between two looks.", default: "2s" }),
};


/***/ }),

/***/ 8007:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   kt: () => (/* binding */ origins),
/* harmony export */   x2: () => (/* binding */ urlOfHost)
/* harmony export */ });
/* unused harmony export originOf */
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6583);

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

/***/ 9570:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ gatesInput)
/* harmony export */ });
/* harmony import */ var _action_input_map_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9148);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6848);


/** The input `gates`: `none`, or the rule that each gated phase's environment must have. */
function gatesInput(description) {
    return {
        description,
        required: false,
        secret: false,
        fallback: "none",
        kind: "`none` or rule by phase",
        parse,
        schema: {
            oneOf: [
                { const: "none" },
                {
                    type: "object",
                    additionalProperties: false,
                    properties: Object.fromEntries(_phases_js__WEBPACK_IMPORTED_MODULE_1__/* .gatedPhases */ .oY.map((phase) => [phase, { enum: ["reviewers", "wait-timer", "none"] }])),
                },
            ],
        },
    };
}
function parse(raw) {
    if (raw === "none")
        return { value: {} };
    const refused = {
        expected: "none, or reviewers / wait-timer / none by phase",
        write: "{ migrate: reviewers }",
    };
    const map = typeof raw === "string" ? (0,_action_input_map_js__WEBPACK_IMPORTED_MODULE_0__/* .mapFromText */ .oW)(raw) : raw;
    if (typeof map !== "object" || map === null || Array.isArray(map))
        return refused;
    const fits = Object.entries(map).every(([phase, rule]) => _phases_js__WEBPACK_IMPORTED_MODULE_1__/* .gatedPhases */ .oY.includes(phase) &&
        ["reviewers", "wait-timer", "none"].includes(String(rule)));
    return fits ? { value: map } : refused;
}


/***/ }),

/***/ 6848:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   oY: () => (/* binding */ gatedPhases)
/* harmony export */ });
/* unused harmony exports phases, phaseNames */
/** The chain in its order (rollback apart). `migrate` has no way back: the schema never goes back by itself. */
const phases = {
    build: { changes: false, activates: false },
    plan: { changes: false, activates: false },
    migrate: { changes: true, activates: false },
    "deploy-functions": { changes: true, activates: true, back: 3 },
    "deploy-web": { changes: true, activates: true, back: 1 },
    "purge-cdn": { changes: true, activates: true, back: 2 },
    smoke: { changes: false, activates: false },
    observe: { changes: false, activates: false },
};
const phaseNames = Object.keys(phases);
/** The phases whose start a gate can hold. */
const gatedPhases = [
    "migrate",
    "deploy-functions",
    "deploy-web",
];


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
var __webpack_exports__ = {};
/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bk: () => (/* binding */ actionNames),
/* harmony export */   dt: () => (/* binding */ specs),
/* harmony export */   eF: () => (/* binding */ run)
/* harmony export */ });
/* harmony import */ var _actions_build_spec_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5341);
/* harmony import */ var _actions_deploy_functions_spec_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2580);
/* harmony import */ var _actions_deploy_web_spec_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3081);
/* harmony import */ var _actions_migrate_spec_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5750);
/* harmony import */ var _actions_plan_spec_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7216);





/**
 * The entry of the bundle: the declarations of all actions, light, and each action's code as a lazy chunk.
 * A new action is a line in each of the two tables.
 */
const specs = [_actions_build_spec_js__WEBPACK_IMPORTED_MODULE_0__/* .spec */ .I, _actions_plan_spec_js__WEBPACK_IMPORTED_MODULE_4__/* .spec */ .I, _actions_migrate_spec_js__WEBPACK_IMPORTED_MODULE_3__/* .spec */ .I, _actions_deploy_functions_spec_js__WEBPACK_IMPORTED_MODULE_1__/* .spec */ .I, _actions_deploy_web_spec_js__WEBPACK_IMPORTED_MODULE_2__/* .spec */ .I];
const mains = {
    build: () => Promise.all(/* import() */[__nccwpck_require__.e(264), __nccwpck_require__.e(918), __nccwpck_require__.e(573)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7573)),
    plan: () => Promise.all(/* import() */[__nccwpck_require__.e(264), __nccwpck_require__.e(918), __nccwpck_require__.e(467), __nccwpck_require__.e(117), __nccwpck_require__.e(765), __nccwpck_require__.e(742)]).then(__nccwpck_require__.bind(__nccwpck_require__, 840)),
    migrate: () => Promise.all(/* import() */[__nccwpck_require__.e(264), __nccwpck_require__.e(918), __nccwpck_require__.e(62), __nccwpck_require__.e(467), __nccwpck_require__.e(131)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1131)),
    "deploy-functions": () => Promise.all(/* import() */[__nccwpck_require__.e(264), __nccwpck_require__.e(918), __nccwpck_require__.e(62), __nccwpck_require__.e(765), __nccwpck_require__.e(499)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8910)),
    "deploy-web": () => Promise.all(/* import() */[__nccwpck_require__.e(264), __nccwpck_require__.e(918), __nccwpck_require__.e(62), __nccwpck_require__.e(117), __nccwpck_require__.e(910)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2910)),
};
const actionNames = Object.keys(mains);
/** What each stub in dist/ calls. */
async function run(name) {
    const { main } = await mains[name]();
    await main(specs);
}

var __webpack_exports__actionNames = __webpack_exports__.Bk;
var __webpack_exports__run = __webpack_exports__.eF;
var __webpack_exports__specs = __webpack_exports__.dt;
export { __webpack_exports__actionNames as actionNames, __webpack_exports__run as run, __webpack_exports__specs as specs };
