export const id = 370;
export const ids = [370];
export const modules = {

/***/ 59148:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gh: () => (/* binding */ recordOfLists),
/* harmony export */   g1: () => (/* binding */ record),
/* harmony export */   oW: () => (/* binding */ mapFromText)
/* harmony export */ });
/* harmony import */ var _input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36583);
/* harmony import */ var _ports_parse_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36187);
/* harmony import */ var _ports_json_object_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9169);



/** Texts by name: a YAML mapping, or in `with:` the same mapping as YAML text. A null value is an empty text. */
function record(texts) {
    return mapOf(texts, "mapping of texts", { type: ["string", "number", "boolean", "null"] }, (value) => (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(value) ? String(value) : value === null ? "" : undefined);
}
/** Lists of texts by name. */
function recordOfLists(texts) {
    const items = { type: ["array", "string"], items: { type: ["string", "number", "boolean"] } };
    return mapOf(texts, "mapping of lists", items, (value) => typeof value === "string" ? (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .splitList */ .ry)(value) : isTexts(value) ? value.map(String) : undefined);
}
function isTexts(value) {
    return Array.isArray(value) && value.every(_input_js__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn);
}
function mapOf({ description, default: fallback }, kind, values, read) {
    const refused = { expected: `a ${kind}`, write: "{ NAME: value }" };
    const parse = (raw) => {
        const map = typeof raw === "string" ? mapFromText(raw) : raw;
        if (!(0,_ports_json_object_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .G)(map))
            return refused;
        const entries = Object.entries(map).map(([key, value]) => [key, read(value)]);
        const bad = entries.find(([, value]) => value === undefined);
        if (bad)
            return { ...refused, expected: `a ${kind}; ${bad[0]} is not one` };
        return { value: Object.fromEntries(entries) };
    };
    const schema = { type: ["object", "string"], additionalProperties: values };
    const common = { description, secret: false, kind, schema, parse };
    return fallback === undefined ? { ...common, required: true } : { ...common, required: false, fallback };
}
/**
 * What `with:` holds for a mapping: one `NAME: value` a line, `{ NAME: value, NAME: value }`, or JSON. YAML's own
 * parser is not used here, since every action would have to load it; lists are written with commas, on lines.
 */
function mapFromText(raw) {
    const given = raw.trim();
    if (!given.startsWith("{"))
        return mapFromLines(given.split("\n"));
    try {
        return (0,_ports_parse_json_js__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .qF)(given);
    }
    catch {
        return given.endsWith("}") ? mapFromLines(given.slice(1, -1).split(/[,\n]/)) : undefined;
    }
}
function mapFromLines(all) {
    const lines = all.filter((line) => line.trim() !== "");
    const pairs = lines.map((line) => /^([^:\s]+)\s*:\s*(.*)$/.exec(line.trim()));
    if (pairs.some((pair) => pair === null))
        return undefined;
    return Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? "", unquoted(pair?.[2] ?? "")]));
}
function unquoted(value) {
    return /^(["']).*\1$/.test(value) ? value.slice(1, -1) : value;
}


/***/ }),

/***/ 36583:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jt: () => (/* binding */ flag),
/* harmony export */   OZ: () => (/* binding */ url),
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
    const schema = { type: ["string", "number", "boolean"], pattern: "\\S" };
    return declare(texts, "text", schema, (raw) => isScalar(raw) && String(raw).trim() !== ""
        ? { value: String(raw).trim() }
        : { expected: "a text", write: "one line of text" });
}
/** The base address of an API: `https://…`, or `http://…`. */
function url(texts) {
    const schema = { type: "string", pattern: "^https?://[^/\\s]" };
    return declare(texts, "URL", schema, (raw) => {
        const value = typeof raw === "string" ? raw.trim() : "";
        if (/^https?:\/\/[^/\s]/.test(value) && URL.canParse(value))
            return { value };
        return { expected: "a URL", write: texts.default ?? "https://api.example.com" };
    });
}
/** A text that is masked before anything is parsed, and only ever comes from `with:`. */
function secret(texts) {
    return { ...text(texts), secret: true, kind: "secret" };
}
/** `true` or `false`, as YAML 1.2 writes them. */
function flag(texts) {
    const schema = { type: ["boolean", "string"], pattern: "^(true|false)$" };
    return declare(texts, "true or false", schema, (raw) => {
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
    const bounds = { minimum: min, ...(texts.max === undefined ? {} : { maximum: max }) };
    const schema = { type: ["integer", "string"], pattern: "^\\s*-?\\d+\\s*$", ...bounds };
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
        const found = typeof raw === "string" ? /^(\d+)(ms|s|m|h|d)$/.exec(raw) : null;
        const unit = found?.[2] === undefined ? undefined : units[found[2]];
        if (found && unit !== undefined)
            return { value: Number(found[1]) * unit };
        return { expected: "a duration with its unit", write: texts.default ?? "30s" };
    });
}
/** One of a few words; the type, the check and the message come from one list. */
function oneOf(choices, texts) {
    return declare(texts, choices.map((choice) => `\`${choice}\``).join(" or "), { enum: [...choices] }, (raw) => {
        const value = choices.find((choice) => choice === raw);
        if (value !== undefined)
            return { value };
        return { expected: `one of ${choices.join(", ")}`, write: texts.default || (choices[0] ?? "") };
    });
}
/** Several texts: a YAML list, or in `with:` one a line or separated by commas. */
function list(texts) {
    const schema = { type: ["array", "string"], items: { type: ["string", "number", "boolean"] } };
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

/***/ 42534:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   KE: () => (/* binding */ listed),
/* harmony export */   OF: () => (/* binding */ fenced),
/* harmony export */   TM: () => (/* binding */ folded),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   hS: () => (/* binding */ counted),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/* harmony import */ var _errors_join_lines_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17390);
/*
 * Texts from outside (file names, SQL, commit messages, what vendors say) as Markdown that shows them and does
 * nothing else: no markup, no links, no mentions, no letters that hide or turn around others.
 */

/** Prose, on one line. It is also safe inside of HTML, where Markdown is not read. */
function plain(text) {
    return escaped(oneLine(text));
}
/**
 * What Markdown, GitHub's own links (to addresses, people, issues) or the beginning of a text make something of; and of
 * a line in it: headings, and what underlines one.
 */
const active = /[&<>`*_[\]\\|~$]|(?<![^])[-+=#](?=[-+=#]*(?:\s|$))|(?<![^])\d+(?=[.)])|(?<=^ {0,3})(?:#(?=#*(?:\s|$))|[-=](?=[-=]*[ \t]*$))|(@(?=[\w.-])|#(?=\w))|:(?=\/\/)|\bwww(?=\.)/gim;
/**
 * A message of ours that may hold words from outside: what it has as `code`, its addresses and its lines stay what
 * they are; nothing else is markup.
 */
function prose(text) {
    return visible(text)
        .split(/(`[^`\r\n\u2028\u2029]+`|https?:\/\/[\w\-./:?#=&%~+]*[\w\-/#=&%~+])/)
        .map((piece, index) => index % 2 === 0 ? escaped(piece) : piece.startsWith("`") ? piece : bounded(piece))
        .join("");
}
/** GitHub reads a bare address up to the next white space: the tick that begins the code behind it would be its. */
function bounded(address) {
    return `<${address}>`;
}
function escaped(text) {
    return text.replace(active, (sign, named) => named === undefined ? `&#${sign.charCodeAt(0)};${sign.slice(1)}` : `${named}\u200b`);
}
/** A name as code. Nothing in it is read as anything else, here or by GitHub's own links. */
function code(text) {
    const line = oneLine(text) || "(empty)";
    // Between ticks no sign can be spelt out, and a pipe behind a backslash would end the cell of a table.
    if (line.includes("|"))
        return `<code>${escaped(line)}</code>`;
    const ticks = "`".repeat(longestRun(line) + 1);
    const gap = line.startsWith("`") || line.endsWith("`") ? " " : "";
    return `${ticks}${gap}${line}${gap}${ticks}`;
}
/** A text of many lines as it is; no fence in it ends it. */
function fenced(text, language) {
    const clean = visible(text).replace(/\r\n?/g, "\n").replace(/\n+$/, "");
    const ticks = "`".repeat(Math.max(3, longestRun(clean) + 1));
    return `${ticks}${language}\n${clean}\n${ticks}`;
}
/** A folded block. `title` is text; `inside` is Markdown. */
function folded(title, inside) {
    return `<details><summary>${plain(title)}</summary>\n\n${inside}\n\n</details>`;
}
/** A table of cells that are Markdown already. */
function table(columns, rows) {
    const line = (cells) => `| ${cells.map((cell) => cell.replace(/(?<!\\)\|/g, "\\|")).join(" | ")} |`;
    return [line(columns), line(columns.map(() => ":---")), ...rows.map(line)].join("\n");
}
/** A link whose address no sign in it can end; what is no address stays text. */
function link(text, address) {
    if (!/^https?:\/\//.test(address) || !URL.canParse(address))
        return `${plain(text)} (${plain(address)})`;
    const whole = new URL(address).href.replace(/[()<>|*_`[\]\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
    return `[${plain(text)}](${whole})`;
}
/** «1 file», «2 files» */
function counted(count, one, many = `${one}s`) {
    return `${count} ${count === 1 ? one : many}`;
}
/** «a, b and c» */
function listed(words) {
    return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}
function oneLine(text) {
    return (0,_errors_join_lines_js__WEBPACK_IMPORTED_MODULE_0__/* .joinLines */ .c)(visible(text)).replaceAll("\t", " ").trim();
}
/** Letters that are not seen, or that turn the direction of others, are spelt out (those that join letters apart). */
function visible(text) {
    return text.replace(/(?![\n\r\t\u200c\u200d])[\p{Cc}\p{Cf}]/gu, (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`);
}
function longestRun(text) {
    return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}


/***/ }),

/***/ 12800:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S0: () => (/* binding */ projectHealth),
/* harmony export */   SZ: () => (/* binding */ neededOnGitHub),
/* harmony export */   Sc: () => (/* binding */ readsContents),
/* harmony export */   aP: () => (/* binding */ loginRole),
/* harmony export */   cI: () => (/* binding */ onSupabase),
/* harmony export */   gF: () => (/* binding */ recordPermissions),
/* harmony export */   xr: () => (/* binding */ onGitHub)
/* harmony export */ });
function of(service) {
    return (texts) => ({ service, without: "fails", ...texts });
}
const onGitHub = of("GitHub");
const onSupabase = of("Supabase");
/** What a job must grant whatever its action is asked to do. */
function neededOnGitHub(permissions) {
    return permissions.flatMap(({ service, name, when }) => service === "GitHub" && when === undefined ? [name] : []);
}
/** Of a phase that keeps the record and passes a gate. */
const recordPermissions = [
    onGitHub({ name: "deployments: write", why: "the record of the release, and the lease" }),
    onGitHub({
        name: "actions: read",
        why: "who approved, and whether the run that holds the target still works",
    }),
];
const readsContents = onGitHub({
    name: "contents: read",
    why: "checking out the commit; comparing it with others, and files of former ones",
});
const projectHealth = onSupabase({
    name: "project_admin_read",
    why: "the health of the project's services",
    when: "`require-healthy`, and a `supabase-access-token` is given",
    without: "said",
});
const loginRole = onSupabase({
    name: "database_write",
    why: "a role of some minutes to log in with",
    when: "`login-role: true`",
});


/***/ }),

/***/ 67906:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   iD: () => (/* binding */ supabaseInputs),
/* harmony export */   vb: () => (/* binding */ placeInputs),
/* harmony export */   zy: () => (/* binding */ releaseInputs)
/* harmony export */ });
/* harmony import */ var _input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36583);

/** The inputs that every action has; they say where the others are read from. */
const placeInputs = {
    "working-directory": (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: "Folder of the stack inside the repository; all other paths start here (`with:` only).",
        default: ".",
    }),
    config: (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: "The configuration file (`with:` only).", default: "rollout.yml" }),
    target: (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: "Which of `targets:` to use (`with:` only)." })),
    commit: (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: "The commit that is checked out, where it is not the one that the run is about: all 40 digits (`with:` only).",
    })),
};
/** What a phase is given by the plan, and needs to keep the record. */
const releaseInputs = {
    slice: (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)({
        description: "The phases of this run, from `plan`; a phase outside of it has nothing to do. Empty is all of them.",
        default: "",
    }),
    release: (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: "Id of the release, from `plan`. Without it the action stands alone and plans itself.",
    })),
    plan: (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: "Path of `plan.json`, from `plan`'s artifact." })),
    "plan-digest": (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: "Digest of this phase's part of the plan that was approved; anything else is refused.",
    })),
    "plan-stamp": (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({
        description: "When that plan was made and what its file was, from `plan`'s output `stamp`; without it no digest is believed.",
    })),
    "plan-max-age": (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)({
        description: "How old a plan may be when its phase begins; an older one must be made and approved anew.",
        default: "24h",
    }),
    environment: (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: "The environment whose approval let this job start." })),
    "github-token": (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .secret */ .rJ)({
        description: "Token for the record, the lease and the approvals (`deployments: write`, `actions: read`).",
    })),
};
/** The Supabase project of a target. */
const supabaseInputs = {
    supabase: (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: "Reference of the Supabase project." }),
    "supabase-access-token": (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .secret */ .rJ)({ description: "Supabase access token." }),
    "supabase-api-url": (0,_input_js__WEBPACK_IMPORTED_MODULE_0__/* .url */ .OZ)({
        description: "Base URL of Supabase's Management API.",
        default: "https://api.supabase.com",
    }),
};


/***/ }),

/***/ 35596:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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

/***/ 43128:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ tookTooLong),
/* harmony export */   z: () => (/* binding */ timeLimit)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);
/* harmony import */ var _input_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36583);


/**
 * How long an action may take. In the chain always less than the `timeout-minutes` of its job: when those are
 * over, the job ends as if somebody had cancelled it, and nobody is told what it waited for.
 */
function timeLimit(otherwise) {
    return (0,_input_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)({
        description: "How long this action may take in all; then it ends, and says what it waited for. Keep it below the job's `timeout-minutes`, which end a job as if somebody had cancelled it.",
        default: otherwise,
    });
}
/** Why an action ends that has used up its time; `last` is what it said last. */
function tookTooLong(title, limit, last) {
    const said = last === undefined ? "It had said nothing yet" : `The last that it said: «${last.trim()}»`;
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .Stopped */ .C9("PR504", `${title} did not end within its time limit of ${inWords(limit)}. ${said}.`, "What was changed until then is in the record and in the lines above; a re-run of this job goes on from there. " +
        "Find out what took so long, or raise `time-limit`, and with it the job's `timeout-minutes`.");
}
function inWords(ms) {
    if (ms < 1000)
        return `${ms} ms`;
    return ms < 60_000 ? `${Math.round(ms / 1000)} s` : `${Math.round(ms / 6000) / 10} min`;
}


/***/ }),

/***/ 17390:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ joinLines)
/* harmony export */ });
const ends = /[\r\n\u2028\u2029]/;
/** Each run of white space in which a line ends, as `between`. A run is read once, however long it is. */
function joinLines(text, between = " ") {
    return text.replace(/\s+/g, (run) => (ends.test(run) ? between : run));
}


/***/ }),

/***/ 65304:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C9: () => (/* binding */ Stopped),
/* harmony export */   P5: () => (/* binding */ errorLink),
/* harmony export */   QB: () => (/* binding */ Explainable),
/* harmony export */   Yt: () => (/* binding */ withFix),
/* harmony export */   em: () => (/* binding */ sentence),
/* harmony export */   q0: () => (/* binding */ describe),
/* harmony export */   yo: () => (/* binding */ UserError)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var _join_lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17390);


/**
 * Something that can be explained. `message` says what happened and where, `fix` what to do about it; both are
 * whole sentences, and never hold a secret. Anything else that is thrown is reported as a bug of this suite.
 */
class Explainable extends Error {
    code;
    fix;
    constructor(code, message, fix, options) {
        super(message, options);
        this.code = code;
        this.fix = fix;
    }
}
/** Something that the user can mend. */
class UserError extends Explainable {
    name = "UserError";
}
/**
 * Why work ends that was asked to end. It says nothing of what the work was doing: whoever goes on without a
 * service that refuses does not go on after this.
 */
class Stopped extends Explainable {
    name = "Stopped";
}
/** Where the documentation explains a code. */
function errorLink(code) {
    return `https://github.com/prism-rollout/prism-rollout/blob/main/docs/errors.md#${code.toLowerCase()}`;
}
/** The message of anything that was thrown, causes included, on one line. */
function describe(thrown) {
    // Also one of another realm, as a runtime's own `fetch` throws where tests have a realm of their own.
    if (!node_util__WEBPACK_IMPORTED_MODULE_0__.types.isNativeError(thrown))
        return saidBy(thrown);
    // What every address of a host answered: the error around them says nothing of its own.
    const errors = "errors" in thrown && Array.isArray(thrown.errors) ? thrown.errors : [];
    const all = [...new Set(errors.map(describe))].join("; ");
    const own = thrown.message || all || thrown.name;
    const cause = thrown.cause === undefined ? "" : describe(thrown.cause);
    const text = cause === "" || own.includes(cause) ? own : `${own}: ${cause}`;
    return (0,_join_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .joinLines */ .c)(text);
}
function saidBy(thrown) {
    try {
        return String(thrown);
    }
    catch {
        return "something was thrown that is no error";
    }
}
/** Ended as a sentence is; what a service said often is not. */
function sentence(text) {
    return /[.!?:]$/.test(text) ? text : `${text}.`;
}
/** What happened and what to do about it, where both are told as one. */
function withFix(error) {
    return `${sentence(describe(error))} ${error.fix}`;
}


/***/ }),

/***/ 84905:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ encoded)
/* harmony export */ });
/**
 * A text as one part of an address. Half of a letter, which any answer may hold as `"\ud800"`, has no form there:
 * the runtime's own function throws for it; here it is the sign for what cannot be read.
 */
function encoded(text) {
    return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, "\ufffd"));
}


/***/ }),

/***/ 3123:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ endingAfter)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(78474);

/**
 * A signal that ends after `ms`, or with any of the others. Not by `AbortSignal.any` and `AbortSignal.timeout`: what
 * these two make, Node 20's collector forgets, and of 50 requests to a server that says nothing 49 never ended.
 * `AbortSignal.any` of controllers' signals and of ours it keeps (a test calls the collector).
 */
function endingAfter(ms, ...others) {
    const ending = new AbortController();
    const signals = others.filter((one) => one !== undefined);
    const over = () => end(new DOMException("The operation was aborted due to timeout", "TimeoutError"));
    const passOn = ({ target }) => end(target.reason);
    // Nothing waits for this time alone.
    const timer = setTimeout(over, ms);
    timer.unref();
    function end(reason) {
        clearTimeout(timer);
        for (const signal of signals)
            signal.removeEventListener("abort", passOn);
        ending.abort(reason);
    }
    // Fifty calls at a time are no leak: each listens until its time is over.
    (0,node_events__WEBPACK_IMPORTED_MODULE_0__.setMaxListeners)(0, ...signals);
    const ended = signals.find(({ aborted }) => aborted);
    if (ended !== undefined)
        end(ended.reason);
    else
        for (const signal of signals)
            signal.addEventListener("abort", passOn);
    return ending.signal;
}


/***/ }),

/***/ 9169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ isObject),
/* harmony export */   P: () => (/* binding */ fieldsOf)
/* harmony export */ });
/** Whether a value from outside is an object of JSON: no list, and not null. */
function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** The fields of such an object; of anything else none. */
function fieldsOf(value) {
    return isObject(value) ? value : {};
}


/***/ }),

/***/ 36187:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yf: () => (/* binding */ jsonIn),
/* harmony export */   f_: () => (/* binding */ isTooDeep),
/* harmony export */   qF: () => (/* binding */ parseJson)
/* harmony export */ });
/** No API and no file of ours nests so deep; who writes or compares a value goes down as deep as it does, and a stack ends. */
const deepest = 500;
/** As `JSON.parse`, and a document that is nested deeper than anything that is meant is none. @throws {SyntaxError} */
function parseJson(text) {
    if (nests(text))
        throw new SyntaxError(`it is nested more than ${deepest} levels deep`);
    return JSON.parse(text);
}
/** The same; undefined where the text is no such document. */
function jsonIn(text) {
    try {
        return parseJson(text);
    }
    catch {
        return undefined;
    }
}
/** Whether a value is nested so deep; bytes are one value. */
function isTooDeep(value, left = deepest) {
    if (typeof value !== "object" || value === null || ArrayBuffer.isView(value))
        return false;
    return left === 0 || Object.values(value).some((one) => isTooDeep(one, left - 1));
}
/** Brackets inside of texts are none. */
function nests(text) {
    let depth = 0;
    for (let at = 0; at < text.length; at += 1) {
        const letter = text.charCodeAt(at);
        if (letter === 0x22)
            at = endOfText(text, at + 1);
        else if (letter === 0x5b || letter === 0x7b)
            depth += 1;
        else if (letter === 0x5d || letter === 0x7d)
            depth -= 1;
        if (depth > deepest)
            return true;
    }
    return false;
}
function endOfText(text, from) {
    let at = from;
    while (at < text.length && text.charCodeAt(at) !== 0x22)
        at += text.charCodeAt(at) === 0x5c ? 2 : 1;
    return at;
}


/***/ }),

/***/ 93073:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ retry)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);

/**
 * Tries until an attempt has a value. Logs one line an attempt with its number, the reason and the wait.
 * @throws whatever the last attempt gave as `again`; a throwing attempt is not tried again.
 */
async function retry({ clock, log }, options, attempt) {
    for (let number = 1;; number += 1) {
        const result = await attempt(number);
        if ("value" in result)
            return result.value;
        if (number >= options.attempts)
            throw result.again;
        const wait = Math.max(result.wait ?? 0, Math.min(options.longestWait, backOff(options, number)));
        log.info(`${options.what}: attempt ${number} of ${options.attempts} failed: ${(0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(result.again).replace(/\.$/, "")}. ` +
            `Trying again in ${(wait / 1000).toFixed(1)} s.`);
        await clock.sleep(wait, options.signal);
    }
}
function backOff({ firstWait, random = Math.random }, number) {
    return firstWait * 2 ** (number - 1) * (1 + random() / 4);
}


/***/ }),

/***/ 96848:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AL: () => (/* binding */ isPhase),
/* harmony export */   k1: () => (/* binding */ phaseNames),
/* harmony export */   m3: () => (/* binding */ isGated),
/* harmony export */   oY: () => (/* binding */ gatedPhases),
/* harmony export */   tW: () => (/* binding */ phases)
/* harmony export */ });
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
function isGated(phase) {
    return gatedPhases.includes(phase);
}
function isPhase(name) {
    return phaseNames.includes(name);
}


/***/ })

};
