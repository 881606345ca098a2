export const id = 43;
export const ids = [43];
export const modules = {

/***/ 78300:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I5: () => (/* binding */ sourceApi),
/* harmony export */   Op: () => (/* binding */ look),
/* harmony export */   Si: () => (/* binding */ every)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);
/* harmony import */ var _ports_json_api_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14232);
/* harmony import */ var _ports_wait_from_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67039);



/** What will not mend itself while one waits: a refused token, an unknown name, a query that is wrong. */
const lasting = ["PR302", "PR303", "PR304"];
function sourceApi(world, asked) {
    const { name, url: baseUrl, token, headers = {}, timeout, tokenHint } = asked;
    const own = token === undefined ? {} : { authorization: authorization(token) };
    return (0,_ports_json_api_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonApi */ .Z)(world, { name, baseUrl, headers: { ...headers, ...own }, tokenHint, timeout, attempts: 1 });
}
/** Grafana Cloud and whoever has basic authentication in front take user and password. */
function authorization(token) {
    return token.includes(":") ? `Basic ${Buffer.from(token).toString("base64")}` : `Bearer ${token}`;
}
/** One question. `read` gives undefined for what the API does not say, or the error that stands in a 200; any failure is a result. */
async function look(world, api, { path, call }, read) {
    try {
        const { status, headers, json } = await api("GET", path, { ...call, accept: [200, 429] });
        if (status === 429) {
            const wait = (0,_ports_wait_from_js__WEBPACK_IMPORTED_MODULE_2__/* .waitFrom */ .E)(headers, world.clock.now());
            return { error: tooOften(path), wait, final: false };
        }
        const value = read(json);
        if (value === undefined)
            return { error: strange(path, json), wait: 0, final: false };
        return value instanceof _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo ? { error: value, wait: 0, final: false } : { value };
    }
    catch (error) {
        if (!(error instanceof _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo))
            throw error;
        return { error, wait: 0, final: lasting.includes(error.code) };
    }
}
/** All answers, or the first failure: half of the counts are none. */
function every(looks) {
    const values = [];
    for (const one of looks) {
        if (!("value" in one))
            return one;
        values.push(one.value);
    }
    return { value: values };
}
function strange(path, json) {
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR306", `GET ${path} answered something that is no count: ${(JSON.stringify(json) ?? "nothing").slice(0, 200)}.`, "Check `log-url` and `log-queries`; nothing was counted.");
}
function tooOften(path) {
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR307", `GET ${path} answered 429: too many queries.`, "Raise `poll-interval` to what the source allows.");
}


/***/ }),

/***/ 48043:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openLoki: () => (/* binding */ openLoki)
});

// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(65304);
// EXTERNAL MODULE: ./lib/kit/providers/logs/ask.js
var ask = __webpack_require__(78300);
// EXTERNAL MODULE: ./lib/kit/providers/logs/placeholders.js
var placeholders = __webpack_require__(14475);
// EXTERNAL MODULE: ./lib/kit/providers/logs/vector.js
var logs_vector = __webpack_require__(79626);
// EXTERNAL MODULE: ./lib/kit/providers/logs/whole.js
var whole = __webpack_require__(62370);
;// CONCATENATED MODULE: ./lib/kit/providers/logs/loki/logql.js
/** An absent field is an empty label; so is `null`, which some versions write out. */
const absent = '=~"(null)?"';
const present = '!~"(null)?"';
/** Extracted fields get names that no stream has as labels: Loki would rename them. */
const eventLabel = "rollout_event";
const synthetic = "rollout_synthetic";
const time = "rollout_ms";
const key = (index) => `rollout_key${index}`;
const field = (index) => `rollout_field${index}`;
/** The required fields of all events, each once: asked for by its place in this list. */
function fieldsOf({ events }) {
    return [...new Set(Object.values(events).flat())];
}
/** Everything that is counted, by name; what is «by event» has a row for each of them. */
function queriesOf(subject, selector, ms) {
    const { events, failures, attemptKey, latency } = subject;
    const all = pipeline(subject, selector, [...Object.keys(events), ...failures]);
    const real = `${all} | ${synthetic}!="true"`;
    const tested = `${all} | ${synthetic}="true"`;
    const failing = ` | ${eventLabel}=~"${oneOf(failures)}"`;
    const count = counting(attemptKey.length, ms);
    const nameless = attemptKey.map((_, index) => `${key(index)}${absent}`).join(" or ");
    const queries = [
        ["attempts", count.attempts(real)],
        ["synthetic attempts", count.attempts(tested)],
        ["entries without a key", count.entries(`${all} | ${nameless}`)],
        ["attempts by event", count.attempts(real, [eventLabel])],
        ["entries by event", count.entries(all, [eventLabel])],
        ...fieldsOf(subject).map((name, index) => [
            `entries without ${name}`,
            count.entries(`${all} | ${field(index)}${absent}`, [eventLabel]),
        ]),
    ];
    if (failures.length > 0) {
        const named = `${selector} |~ \`^\\s*\\{\` |~ \`"(${oneOf(failures)})"\``;
        queries.push(["failed", count.attempts(real + failing)], ["synthetic failed", count.attempts(tested + failing)], ["entries that name a failure", count.entries(named)], ["those that can be read", count.entries(`${named}${parsed(subject)} | ${eventLabel}${present}`)]);
    }
    if (latency !== undefined) {
        const timed = `${real} | ${time}=~"[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)?"`;
        queries.push(["timed", count.attempts(timed)], ["slow", count.attempts(`${timed} | ${time} > ${latency.limit}`)]);
    }
    return new Map(queries);
}
function counting(keys, ms) {
    const own = Array.from({ length: keys }, (_, index) => key(index));
    const named = own.map((label) => ` | ${label}${present}`).join("");
    const over = (from) => `count_over_time(${from} [${ms}ms])`;
    return {
        attempts: (from, by = []) => `count${grouped(by)}(sum${grouped([...by, ...own])}(${over(from + named)}))`,
        entries: (from, by = []) => `sum${grouped(by)}(${over(from)})`,
    };
}
function grouped(labels) {
    return labels.length === 0 ? "" : ` by (${labels.join(", ")}) `;
}
/** Entries that are JSON and one of the events. Lines without their names are left before they are parsed. */
function pipeline(subject, selector, events) {
    return `${selector} |~ \`${oneOf(events)}\`${parsed(subject)} | ${eventLabel}=~"${oneOf(events)}"`;
}
function parsed(subject) {
    const { eventField, syntheticField, attemptKey, latency } = subject;
    const labels = [
        [eventLabel, eventField],
        [synthetic, syntheticField],
        ...attemptKey.map((name, index) => [key(index), name]),
        ...fieldsOf(subject).map((name, index) => [field(index), name]),
        ...(latency === undefined ? [] : [[time, latency.field]]),
    ];
    return ` | json ${labels.map(([label, name]) => `${label}="${name}"`).join(", ")} | __error__=""`;
}
/** Names hold nothing that an expression reads otherwise, but points: these are put in brackets. */
function oneOf(names) {
    return names.map((name) => name.replaceAll(".", "[.]")).join("|");
}

;// CONCATENATED MODULE: ./lib/kit/providers/logs/loki/read-tally.js

/** What the queries of `queriesOf` were answered, as a tally. Loki leaves out what was never logged. */
function tallyFrom(question, answers) {
    const { events, latency } = question;
    const count = (name, event) => countOf(answers.get(name), event);
    const all = fieldsOf(question);
    const tallied = (name, fields) => ({
        attempts: count("attempts by event", name),
        entries: count("entries by event", name),
        missing: Object.fromEntries(fields.map((field) => [field, all.includes(field) ? count(`entries without ${field}`, name) : 0])),
    });
    const named = count("entries that name a failure");
    return {
        real: { attempts: count("attempts"), failed: count("failed") },
        synthetic: { attempts: count("synthetic attempts"), failed: count("synthetic failed") },
        withoutKey: count("entries without a key"),
        unreadable: Math.max(0, named - count("those that can be read")),
        uncounted: [...answers].flatMap(([name, { warnings }]) => warnings.map((text) => `Loki warns of ${name}: ${text.replace(/\s+/g, " ").slice(0, 200)}`)),
        ...(latency === undefined ? {} : { slow: { attempts: count("timed"), failed: count("slow") } }),
        events: Object.fromEntries(Object.entries(events).map(([name, fields]) => [name, tallied(name, fields)])),
    };
}
/** The number of all rows, or of those of one event. */
function countOf(vector, event) {
    const rows = (vector?.samples ?? []).filter(({ labels }) => event === undefined || labels[eventLabel] === event);
    return rows.reduce((sum, { value }) => sum + value, 0);
}

;// CONCATENATED MODULE: ./lib/kit/providers/logs/loki/loki.js







const path = "/loki/api/v1/query";
const tokenHint = "Pass what Loki, or what stands before it, takes as `log-token`; its tenant is `log-project`.";
/** The logs that a Loki keeps, counted by Loki itself: distinct attempts and required fields, as in Supabase's logs. */
function openLoki(inputs, world, counted) {
    const { logUrl: url = "", logToken: token, logTimeout: timeout, logProject: tenant } = inputs;
    const { logSelector = "" } = inputs;
    const headers = tenant === undefined ? {} : { "x-scope-orgid": tenant };
    const api = (0,ask/* sourceApi */.I5)(world, { name: "Loki", url, token, headers, timeout, tokenHint });
    const bound = (0,placeholders/* namesRelease */.gH)(logSelector);
    const queries = (question) => queriesOf(question, (0,placeholders/* filled */.Bq)(logSelector, question, counted), question.until - question.from);
    return {
        attributes: bound ? "release" : "time",
        looksBack: !bound,
        tally: async (question) => {
            const asked = [...queries(question)].map(async ([name, query]) => await loki_ask(world, api, { name, query, time: momentOf(question) }));
            const answers = (0,ask/* every */.Si)(await Promise.all(asked));
            return "value" in answers ? { value: tallyFrom(question, new Map(answers.value)) } : answers;
        },
        link: (question) => {
            const query = queries(question).get("failed") ?? queries(question).get("attempts") ?? "";
            return `${url.replace(/\/$/, "")}${path}?${new URLSearchParams({ query, time: momentOf(question) }).toString()}`;
        },
    };
}
/** Loki counts from after a moment up to one: a nanosecond less makes it from one up to before one. */
function momentOf({ until }) {
    return String(BigInt(until) * 1000000n - 1n);
}
async function loki_ask(world, api, { name, query, time }) {
    const found = await (0,ask/* look */.Op)(world, api, { path, call: { query: { query, time } } }, (json) => {
        const vector = (0,logs_vector/* vectorFrom */.y)(json, `Loki, asked for ${name},`);
        if (vector === undefined || vector instanceof user_error/* UserError */.yo)
            return vector;
        return areCounts(vector) ? [name, vector] : undefined;
    });
    return "error" in found ? { ...found, error: explained(found.error) } : found;
}
/** Whole numbers, each of another event: a row that comes twice makes all of them doubtful. */
function areCounts({ samples }) {
    const events = new Set(samples.map(({ labels }) => labels[eventLabel]));
    return events.size === samples.length && samples.every(({ value }) => (0,whole/* countFrom */.kh)(value) === value);
}
/** Each attempt is a series within the query; how many a query may have is Loki's to say. */
function explained(error) {
    if (!/maximum (?:number )?of (?:unique )?series/i.test(error.message))
        return error;
    return new user_error/* UserError */.yo(error.code, error.message, "Each attempt is a series of the query: raise `max_query_series` in Loki's limits_config (for this tenant), or shorten `baseline` and `window`.", { cause: error });
}


/***/ }),

/***/ 79626:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ vectorFrom)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);
/* harmony import */ var _ports_json_object_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9169);


/** An answer as Prometheus and Loki write it; an error that it holds, or undefined for anything else. */
function vectorFrom(json, what) {
    const { status, error, data, warnings } = (0,_ports_json_object_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldsOf */ .P)(json);
    if (status === "error") {
        const said = typeof error === "string" ? error.replace(/\s+/g, " ").slice(0, 300) : "nothing more";
        return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR304", `${what} answered 200 with an error: ${said}`, "Read its reason above; nothing was counted.");
    }
    const { resultType, result } = (0,_ports_json_object_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldsOf */ .P)(data);
    if (status !== "success" || !Array.isArray(result))
        return undefined;
    const rows = resultType === "scalar" ? [{ metric: {}, value: result }] : result;
    const samples = resultType === "scalar" || resultType === "vector" ? rows.map(sampleFrom) : [undefined];
    const told = Array.isArray(warnings) ? warnings.map(String) : [];
    if (samples.includes(undefined))
        return undefined;
    return { samples: samples.flatMap((one) => (one === undefined ? [] : [one])), warnings: told };
}
function sampleFrom(row) {
    const { metric, value } = (0,_ports_json_object_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldsOf */ .P)(row);
    const text = Array.isArray(value) ? value[1] : undefined;
    if (typeof text !== "string" || text.trim() === "")
        return undefined;
    return { labels: (0,_ports_json_object_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldsOf */ .P)(metric), value: text === "NaN" ? Number.NaN : Number(text) };
}


/***/ })

};
