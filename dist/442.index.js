export const id = 442;
export const ids = [442];
export const modules = {

/***/ 62243:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pf: () => (/* binding */ checklistInput),
/* harmony export */   WX: () => (/* binding */ checklistOf),
/* harmony export */   ep: () => (/* binding */ checklistSection),
/* harmony export */   fw: () => (/* binding */ refuseUnknownNames)
/* harmony export */ });
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36583);
/* harmony import */ var _action_markdown_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(42534);
/* harmony import */ var _config_suggest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(29137);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65304);
/* harmony import */ var _probes_placeholders_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(91133);





/** What a person is asked to look at, beside what is tried by itself. */
const checklistInput = (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)({
    description: "Lines for whoever wants to look: shown in the plan, told at each gate, shown again by smoke on what is live. `{origin}`, `{staged}`, `{supabase}` and what probes capture are filled in once they are known; all who see the run see them.",
    default: "",
});
const addresses = ["origin", "staged"];
/**
 * The lines with what is known filled in; what is not yet stays in its braces. What an answer said is a part of an
 * address at most, and leads nowhere else.
 */
function checklistOf(lines, values) {
    const form = (text, name) => (addresses.includes(name) ? text : (0,_probes_placeholders_js__WEBPACK_IMPORTED_MODULE_2__/* .asPart */ .sB)(text));
    return lines
        .map((line) => line.trim())
        .filter((line) => line !== "")
        .map((line) => (0,_probes_placeholders_js__WEBPACK_IMPORTED_MODULE_2__/* .fillText */ .BB)(line, values, form));
}
/** The lines as boxes to tick, in which only addresses are more than text; none where there are no lines. */
function checklistSection(lines) {
    if (lines.length === 0)
        return [];
    const boxes = lines.map((line) => `- [ ] ${(0,_action_markdown_js__WEBPACK_IMPORTED_MODULE_3__/* .prose */ .CS)(line.replaceAll(/\s+/g, " "))}`);
    const open = (0,_probes_placeholders_js__WEBPACK_IMPORTED_MODULE_2__/* .namesIn */ .wX)(lines).length > 0 ? ["What stands in braces is told by smoke, once it is known."] : [];
    const text = ["### Look yourself", boxes.join("\n"), ...open].join("\n\n");
    return [{ kind: "whole", title: "the checklist", text }];
}
/**
 * Whether every name stands for something.
 * @throws {UserError} PR102 for one that nothing ever fills in.
 */
function refuseUnknownNames(lines, captured) {
    const known = [...addresses, "supabase", ...captured];
    const unknown = (0,_probes_placeholders_js__WEBPACK_IMPORTED_MODULE_2__/* .namesIn */ .wX)(lines).find((name) => !known.includes(name));
    if (unknown === undefined)
        return;
    const near = (0,_config_suggest_js__WEBPACK_IMPORTED_MODULE_4__/* .suggest */ .Z)(unknown, known);
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo("PR102", `smoke.checklist: nothing gives {${unknown}}${near === undefined ? "" : `; did you mean {${near}}?`}`, `Write one of ${known.map((name) => `{${name}}`).join(", ")}, or {{${unknown}}} for the text itself.`);
}


/***/ }),

/***/ 47226:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ suiteInputs),
/* harmony export */   t: () => (/* binding */ commandInputs)
/* harmony export */ });
/* harmony import */ var _action_input_map_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59148);
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36583);


/** How a repository's own suites are run: by `smoke`, and by `deploy-web` on what it has staged. */
const suiteInputs = {
    install: (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        description: "Command that installs what commands and suites need; `auto`: what the lock file names, by its own package manager; `none` when it is there already.",
        default: "auto",
    }),
    "install-browsers": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        description: "Command that installs Playwright's browsers; `none` when they are there already.",
        default: "npx playwright install --with-deps --only-shell chromium",
    }),
    playwright: (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)({
        description: "Playwright suites, as filters over the paths of their files (`results.token-guard.spec`); `[.]` for all, none when empty.",
        default: "",
    }),
    "playwright-config": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({ description: "Playwright's configuration file. Without it Playwright looks for its own." })),
    "playwright-env": (0,_action_input_map_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({
        description: "Environment of the suites; they get nothing else of the job. `{origin}` stands for the address under test, `{supabase}` for the project.",
        default: '{ "BASE_URL": "{origin}" }',
    }),
    "playwright-accounts": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .secret */ .rJ)({
        description: "Secrets for the suites' environment (accounts made for tests), one `NAME=value` a line.",
    })),
    "secret-names": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)({
        description: "Names of headers, cookies, parameters and fields whose values are secrets: they are taken out of traces and reports, as those are that say authorization, cookie, token, secret, password, or key of an API.",
        default: "",
    }),
    "playwright-timeout": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)({
        description: "How long all suites together may take.",
        default: "10m",
    }),
    tags: (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)({
        description: "Only tests with one of these tags are run; all where none is named.",
        default: "",
    }),
    retries: (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)({
        description: "How often a failing test is tried again. Without it Playwright's configuration says; a test that passes then is `flaky`.",
        max: 10,
    })),
    shards: (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)({
        description: "In how many parts Playwright runs the suites at once, as far as the cores go; their reports are merged.",
        default: "1",
        min: 1,
        max: 32,
    }),
    "read-only": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        description: "Tag of the tests and probes that only read; these also run on the staged site.",
        default: "@read-only",
    }),
    "staged-specs": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)({
        description: "Whether `deploy-web` runs those on what it has staged, before it is promoted.",
        default: "true",
    }),
    "rollback-specs": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        description: "Tag of the tests and probes that must pass on what `rollback` has brought back; `all` runs every one, `none` none. Where none has the tag, that is said.",
        default: "@rollback",
    }),
    "max-failures": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)({
        description: "After how many failing tests the others are not begun: the first one decides already, and users wait for the way back. 0 runs all.",
        default: "1",
        max: 1000,
    }),
    supabase: (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({ description: "Reference of the Supabase project, for `{supabase}`." })),
};
/** The commands that keep a repository's quality. */
const commandInputs = {
    commands: (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)({
        description: "Commands that must pass, or names of scripts in package.json.",
        default: "",
    }),
    "command-env": (0,_action_input_map_js__WEBPACK_IMPORTED_MODULE_0__/* .record */ .g1)({
        description: "Environment of the commands; they get nothing else of the job.",
        default: "{}",
    }),
    "command-timeout": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)({ description: "How long each command may take.", default: "10m" }),
};


/***/ }),

/***/ 84005:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ probeInputs)
});

// EXTERNAL MODULE: ./lib/kit/action/input-map.js
var input_map = __webpack_require__(59148);
// EXTERNAL MODULE: ./lib/kit/action/input.js
var input = __webpack_require__(36583);
// EXTERNAL MODULE: ./lib/kit/parts/database/inputs.js
var inputs = __webpack_require__(36134);
// EXTERNAL MODULE: ./lib/kit/parts/functions/inputs.js + 1 modules
var functions_inputs = __webpack_require__(45984);
// EXTERNAL MODULE: ./lib/kit/parts/checks/checklist.js
var checklist = __webpack_require__(62243);
// EXTERNAL MODULE: ./lib/kit/config/suggest.js
var suggest = __webpack_require__(29137);
// EXTERNAL MODULE: ./lib/kit/parts/checks/probes/json-path.js
var json_path = __webpack_require__(94505);
// EXTERNAL MODULE: ./lib/kit/ports/json-object.js
var json_object = __webpack_require__(9169);
;// CONCATENATED MODULE: ./lib/kit/parts/checks/probes/fields.js




/** A mapping that has these keys and no others. */
function mapping(fields, description, more = {}) {
    const properties = Object.fromEntries(Object.entries(fields).map(([key, { schema }]) => [key, schema]));
    const schema = { description, type: "object", additionalProperties: false, properties, ...more };
    return {
        schema,
        wrong: (value) => ((0,json_object/* isObject */.G)(value) ? inFields(value, fields) : [is("expected a mapping")]),
    };
}
function inFields(value, fields) {
    return Object.entries(value).flatMap(([key, inner]) => {
        const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
        if (field !== undefined)
            return below(key, field.wrong(inner));
        const near = (0,suggest/* suggest */.Z)(key, Object.keys(fields));
        return [{ steps: [key], says: `unknown key${near ? `; did you mean ${near}?` : ""}` }];
    });
}
/** A text on one line that a pattern fits. */
function words(description, pattern, expected) {
    const fits = new RegExp(pattern);
    const ok = (value) => typeof value === "string" && fits.test(value);
    return {
        schema: { description, type: "string", pattern },
        wrong: (value) => (ok(value) ? [] : [is(`expected ${expected}`)]),
    };
}
function choice(description, choices) {
    const ok = (value) => choices.some((one) => one === value);
    return {
        schema: { description, enum: [...choices] },
        wrong: (value) => (ok(value) ? [] : [is(`expected one of ${choices.join(", ")}`)]),
    };
}
/** One of a kind, or a list of them. */
function several(one, description) {
    const { description: _, ...items } = one.schema;
    return {
        schema: { description, anyOf: [items, { type: "array", items }] },
        wrong: (value) => Array.isArray(value)
            ? value.flatMap((inner, index) => below(index, one.wrong(inner)))
            : one.wrong(value),
    };
}
/** Values of a kind by name. */
function named(description, name, value) {
    const { description: _, ...values } = value.schema;
    return {
        schema: { description, type: "object", additionalProperties: values },
        wrong: (given) => (0,json_object/* isObject */.G)(given)
            ? Object.entries(given).flatMap(([key, inner]) => below(key, [...name.wrong(key), ...value.wrong(inner)]))
            : [is("expected a mapping")],
    };
}
const anything = { schema: {}, wrong: () => [] };
const scalar = {
    schema: { type: ["string", "number", "boolean"] },
    wrong: (value) => ((0,input/* isScalar */.jn)(value) ? [] : [is("expected a text")]),
};
const fields_status = {
    schema: { type: "integer", minimum: 100, maximum: 599 },
    wrong: (value) => typeof value === "number" && Number.isInteger(value) && value >= 100 && value <= 599
        ? []
        : [is("expected a status from 100 to 599")],
};
/** A path into JSON. */
const path = {
    schema: { type: "string", minLength: 1 },
    wrong: (value) => typeof value === "string" && (0,json_path/* readPath */.G7)(value) !== undefined
        ? []
        : [is('expected a path into JSON: `error`, `facets.perspective`, `insights[0]`, `["odd key"]`, `$`')],
};
function below(step, misfits) {
    return misfits.map(({ steps, says }) => ({ steps: [step, ...steps], says }));
}
function is(says) {
    return { steps: [], says };
}

// EXTERNAL MODULE: ./lib/kit/parts/checks/probes/placeholders.js
var placeholders = __webpack_require__(91133);
;// CONCATENATED MODULE: ./lib/kit/parts/checks/probes/probe-fields.js

const probe_fields_text = words("", "\\S", "a text");
const paths = (description) => several(path, description);
const expectation = mapping({
    status: several(fields_status, "The status, or those that are fine; without it any from 200 to 299."),
    headers: named("Headers and what each must be: the whole value, or what stands before its first `;`.", scalar, scalar),
    json: named("Paths into the JSON of the answer, and what must stand there.", path, anything),
    exists: paths("Paths at which something must stand that is not null."),
    absent: paths("Paths at which nothing may stand, or null."),
    text: several(probe_fields_text, "Texts that the answer must hold."),
    "no-text": several(probe_fields_text, "Texts that the answer must not hold."),
}, "What must hold of the answer.");
const headerName = words("", "^[\\w!#$%&'*+.^`|~-]+$", "the name of a header");
const captureName = words("", "^[A-Za-z][\\w-]*$", "a name of letters, digits, - and _");
/** Every key of a probe, for the check and for an editor. */
const probeFields = mapping({
    name: words("What is to be shown; each has another.", "\\S", "a name"),
    path: words("A path of the address under test, with its query.", "^/(?!/)\\S*$", "a path that begins with /"),
    function: words("An Edge Function of the project, with path and query where it has them.", "^[A-Za-z][\\w-]*([/?]\\S*)?$", "the name of a function"),
    rpc: words("A function of the database, called over REST with `body` as its arguments.", "^[A-Za-z_]\\w*$", "the name of a function of the database"),
    method: choice("`GET` for a path, `POST` for the others, where none is given.", [
        "GET",
        "HEAD",
        "POST",
        "PUT",
        "PATCH",
        "DELETE",
        "OPTIONS",
    ]),
    headers: named("Headers of the request, besides those of `probe-headers`.", headerName, scalar),
    body: { schema: { description: "What is sent, as JSON." }, wrong: () => [] },
    tags: several(words("", "^@[\\w-]+$", "a tag: @read-only"), "As tests have them: `@read-only` is also asked on the staged site, `@rollback` on what is back."),
    capture: named("Values of the answer for later probes: a name, and the path at which it stands.", captureName, path),
    expect: expectation,
}, "One request, and what must hold of its answer. `{origin}`, `{supabase}`, `{uuid}`, `{account.NAME}` and what earlier probes captured are filled in; `{{name}}` is the text {name}.", { required: ["name"], oneOf: ["path", "function", "rpc"].map(has) });
function has(key) {
    return { properties: { [key]: {} }, required: [key] };
}

;// CONCATENATED MODULE: ./lib/kit/parts/checks/probes/wrong-together.js
/** What stands for something without a probe having captured it. */
const given = new Set(["origin", "supabase", "uuid"]);
/** What is wrong of probes beside each other: names that are taken, and values that nobody has captured before. */
function wrongTogether(probes) {
    const names = new Set();
    const captured = new Map();
    return probes.flatMap((probe, index) => {
        const taken = names.has(probe.name)
            ? [{ steps: [index, "name"], says: "another probe has this name" }]
            : [];
        names.add(probe.name);
        const wrong = [...taken, ...usesOf(probe, index, captured), ...capturesOf(probe, index, captured)];
        for (const [name] of probe.capture)
            captured.set(name, probe);
        return wrong;
    });
}
function usesOf(probe, index, captured) {
    return probe.uses.flatMap((name) => {
        if (given.has(name) || name.startsWith("account."))
            return [];
        const from = captured.get(name);
        if (from === undefined)
            return [
                { steps: [index], says: `no probe before it captures {${name}}; the text itself is {{${name}}}` },
            ];
        const missing = probe.tags.filter((tag) => !from.tags.includes(tag));
        if (missing.length === 0)
            return [];
        return [
            {
                steps: [index, "tags"],
                says: `it needs {${name}} of «${from.name}», which has no ${missing.join(", ")}`,
            },
        ];
    });
}
function capturesOf(probe, index, captured) {
    return probe.capture.flatMap(([name]) => {
        const isTaken = given.has(name) || name === "staged" || captured.has(name);
        return isTaken ? [{ steps: [index, "capture", name], says: "this name is taken" }] : [];
    });
}

// EXTERNAL MODULE: ./lib/kit/ports/parse-json.js
var parse_json = __webpack_require__(36187);
;// CONCATENATED MODULE: ./lib/kit/parts/checks/probes/probes-input.js







/** Probes: a list in `rollout.yml`, in `with:` the same as JSON. Everything that is wrong is told at its own place. */
function probes(texts) {
    const schema = { type: ["array", "string"], items: probeFields.schema };
    const common = { description: texts.description, secret: false, kind: "list of probes", schema };
    const fallback = texts.default === undefined ? {} : { fallback: texts.default };
    return { ...common, ...fallback, required: texts.default === undefined, parse };
}
const refused = {
    expected: "a list of probes (in `with:` as JSON)",
    write: '[{ name: answers, path: "/", expect: { status: 200 } }]',
};
function parse(raw, locate) {
    const given = typeof raw === "string" ? (0,parse_json/* jsonIn */.Yf)(raw) : raw;
    if (!Array.isArray(given) || !hasEnd(given))
        return refused;
    const list = given;
    const inside = list.flatMap((one, index) => below(index, [...probeFields.wrong(one), ...ownWrongs(one)]));
    if (inside.length > 0)
        return { ...refused, inside };
    const read = list.map((one, index) => probeOf(one, locate?.([index, "name"])));
    const together = wrongTogether(read);
    return together.length > 0 ? { ...refused, inside: together } : { value: read };
}
/** What an anchor inside of itself makes has no end. */
function hasEnd(given) {
    try {
        return JSON.stringify(given) !== undefined;
    }
    catch {
        return false;
    }
}
const kinds = ["path", "function", "rpc"];
/** What no key shows alone. */
function ownWrongs(one) {
    if (!(0,json_object/* isObject */.G)(one))
        return [];
    const asks = kinds.filter((kind) => one[kind] !== undefined);
    if (one["name"] === undefined)
        return [{ steps: [], says: "expected a name" }];
    if (asks.length !== 1)
        return [
            { steps: [], says: `expected one of path, function and rpc, got ${asks.join(" and ") || "none"}` },
        ];
    const [kind = "path"] = asks;
    const method = one["method"] ?? usual[kind];
    const known = methods.path.some((any) => any === method);
    if (known && !methods[kind].some((fine) => fine === method))
        return [{ steps: ["method"], says: `expected ${methods[kind].join(", ")} for a ${kind}` }];
    const bodiless = ["GET", "HEAD", "OPTIONS"].some((any) => any === method) && one["body"] !== undefined;
    return bodiless ? [{ steps: ["body"], says: "a request of this method has no body" }] : [];
}
const usual = { path: "GET", function: "POST", rpc: "POST" };
const methods = {
    path: ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"],
    function: ["GET", "POST", "PUT", "PATCH", "DELETE"],
    rpc: ["POST"],
};
function probeOf(given, place) {
    const kind = kinds.find((one) => given[one] !== undefined) ?? "path";
    const { headers = {}, capture = {}, expect = {}, body } = given;
    return {
        name: given.name.trim(),
        place,
        asked: { kind, what: given[kind] ?? "/", method: given.method ?? usual[kind] },
        headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
        body,
        tags: probes_input_all(given.tags),
        capture: Object.entries(capture).map(([name, path]) => [name, path, stepsOf(path)]),
        uses: [...new Set((0,placeholders/* namesIn */.wX)([given.path, given.function, headers, body, expect]))],
        expect: expectationOf(expect),
    };
}
function expectationOf(given) {
    const placed = (path) => [path, stepsOf(path)];
    return {
        status: probes_input_all(given.status),
        headers: Object.entries(given.headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]),
        json: Object.entries(given.json ?? {}).map(([path, value]) => [path, stepsOf(path), value]),
        exists: probes_input_all(given.exists).map(placed),
        absent: probes_input_all(given.absent).map(placed),
        text: probes_input_all(given.text),
        noText: probes_input_all(given["no-text"]),
    };
}
function probes_input_all(given) {
    if (given === undefined)
        return [];
    return Array.isArray(given) ? given : [given];
}
function stepsOf(path) {
    return (0,json_path/* readPath */.G7)(path) ?? [];
}

;// CONCATENATED MODULE: ./lib/kit/parts/checks/probe-inputs.js






/** Requests without a browser, beside the suites, whose tags and accounts they share. */
const probeInputs = {
    probes: probes({
        description: "Requests without a browser, in their order, and what must hold of each answer: `name`; `path`, `function` or `rpc`; `method`, `headers`, `body`, `tags`, `capture`, `expect`.",
        default: "[]",
    }),
    "probe-headers": (0,input_map/* record */.g1)({
        description: "Headers of every probe. By the default an app can tell the attempts of tests, and log them so (`synthetic-field` of `observe`).",
        default: '{ "x-synthetic": "true" }',
    }),
    "probe-timeout": (0,input/* duration */.p0)({ description: "How long one answer may take.", default: "15s" }),
    checklist: checklist/* checklistInput */.Pf,
    "functions-url": functions_inputs/* functionsInputs */.l["functions-url"],
    "rest-url": inputs/* databaseInputs */.dM["rest-url"],
    "publishable-key": inputs/* databaseInputs */.dM["publishable-key"],
};


/***/ }),

/***/ 94505:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ft: () => (/* binding */ isSame),
/* harmony export */   G7: () => (/* binding */ readPath),
/* harmony export */   fK: () => (/* binding */ valueAt)
/* harmony export */ });
/** `.key`, `[0]`, `["any key"]`; the first key stands without its dot, and `$` before it may stand. */
const step = /^(?:\.?([A-Za-z_][\w-]*)|\[(\d{1,6})\]|\[("(?:[^"\\]|\\.)*")\])/;
/** Reads `facets.perspective`, `insights[0].body`, `["odd key"]`; `$` is the whole. Undefined for anything else. */
function readPath(text) {
    const steps = [];
    let rest = text.replace(/^\$(?=$|[.[])/, "");
    if (text !== "$" && rest === "")
        return undefined;
    while (rest !== "") {
        const found = step.exec(rest);
        const bare = found?.[1] !== undefined && !rest.startsWith(".") && (steps.length > 0 || text.startsWith("$"));
        if (found === null || bare)
            return undefined;
        const next = stepOf(found);
        if (next === undefined)
            return undefined;
        steps.push(next);
        rest = rest.slice(found[0].length);
    }
    return text.startsWith(".") ? undefined : steps;
}
function stepOf([, key, place, quoted]) {
    if (key !== undefined)
        return key;
    if (place !== undefined)
        return Number(place);
    try {
        return JSON.parse(quoted ?? "");
    }
    catch {
        return undefined;
    }
}
/** What a path leads to; undefined where it leads nowhere. Only what a value has itself counts. */
function valueAt(value, steps) {
    let here = value;
    for (const one of steps) {
        if (typeof here !== "object" || here === null || !Object.hasOwn(here, one))
            return undefined;
        if (typeof one === "number" ? !Array.isArray(here) : Array.isArray(here))
            return undefined;
        here = here[one];
    }
    return here;
}
/** Whether two JSON values are the same, whatever the order of their keys. */
function isSame(a, b) {
    if (a === b)
        return true;
    if (typeof a !== "object" || typeof b !== "object" || a === null || b === null)
        return false;
    if (Array.isArray(a) !== Array.isArray(b))
        return false;
    const [left, right] = [Object.entries(a), Object.entries(b)];
    return (left.length === right.length &&
        left.every(([key, inner]) => Object.hasOwn(b, key) && isSame(inner, valueAt(b, [stepIn(b, key)]))));
}
function stepIn(holder, key) {
    return Array.isArray(holder) ? Number(key) : key;
}


/***/ }),

/***/ 91133:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BB: () => (/* binding */ fillText),
/* harmony export */   GS: () => (/* binding */ fill),
/* harmony export */   sB: () => (/* binding */ asPart),
/* harmony export */   wX: () => (/* binding */ namesIn)
/* harmony export */ });
/* harmony import */ var _ports_encoded_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(84905);

/** `{name}` stands for a value; `{{name}}` for the letters `{name}`. Other braces are text. */
const placeholder = /\{\{([A-Za-z][\w.-]*)\}\}|\{([A-Za-z][\w.-]*)\}/g;
/** The names that a value's texts hold, wherever they stand in it. */
function namesIn(value) {
    if (typeof value === "string")
        return [...value.matchAll(placeholder)].flatMap(([, , name]) => (name === undefined ? [] : [name]));
    if (typeof value !== "object" || value === null)
        return [];
    return Object.values(value).flatMap(namesIn);
}
/** A text with its names filled in; one that is not known stays as it is. What is filled in is not read again. */
function fillText(text, values, form = (same) => same) {
    return text.replace(placeholder, (whole, literal, name) => {
        if (name === undefined)
            return `{${literal}}`;
        return values.has(name) ? form(textOf(values.get(name)), name) : whole;
    });
}
/** A text as a part of an address. Half a letter, which JSON can say, has no such form. */
function asPart(text) {
    return (0,_ports_encoded_js__WEBPACK_IMPORTED_MODULE_0__/* .encoded */ .d)(text);
}
/** A JSON value with the names in its texts filled in. A text that is one name becomes the value, with its type. */
function fill(value, values) {
    if (typeof value === "string") {
        const only = /^\{([A-Za-z][\w.-]*)\}$/.exec(value)?.[1];
        return only !== undefined && values.has(only) ? values.get(only) : fillText(value, values);
    }
    if (Array.isArray(value))
        return value.map((inner) => fill(inner, values));
    if (typeof value !== "object" || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fill(inner, values)]));
}
function textOf(value) {
    return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}


/***/ })

};
