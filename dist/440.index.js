export const id = 440;
export const ids = [440];
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

/***/ 83440:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   openPrometheus: () => (/* binding */ openPrometheus)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);
/* harmony import */ var _ask_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78300);
/* harmony import */ var _placeholders_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(14475);
/* harmony import */ var _vector_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79626);
/* harmony import */ var _whole_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62370);
/* harmony import */ var _promql_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(41815);






const path = "/api/v1/query";
const tokenHint = "Pass what Prometheus, or what stands before it, takes as `log-token`.";
/** Counters of a Prometheus, or of whatever answers its instant queries: a query for each count, all at one moment. */
function openPrometheus(inputs, world, counted) {
    const { logUrl: url = "", logToken: token, logTimeout: timeout, logQueries } = inputs;
    const api = (0,_ask_js__WEBPACK_IMPORTED_MODULE_1__/* .sourceApi */ .I5)(world, { name: "Prometheus", url, token, timeout, tokenHint });
    const bound = (0,_placeholders_js__WEBPACK_IMPORTED_MODULE_4__/* .namesRelease */ .gH)(Object.values(logQueries).join(" "));
    const queries = (question) => (0,_whole_js__WEBPACK_IMPORTED_MODULE_3__/* .namesOf */ .eZ)(question).map((name) => [name, promql(logQueries[name] ?? "", question, counted)]);
    return {
        attributes: bound ? "release" : "time",
        looksBack: !bound,
        says: ["Counters tell no attempt from its retries: each counts"],
        tally: async (question) => {
            const asked = queries(question).map(async ([name, query]) => await ask(world, api, name, query, question));
            return tallied(question, (0,_ask_js__WEBPACK_IMPORTED_MODULE_1__/* .every */ .Si)(await Promise.all(asked)));
        },
        link: (question) => linkOf(url, queries(question), question),
    };
}
async function ask(world, api, name, query, { until }) {
    const call = { query: { query, time: (until / 1000).toFixed(3) } };
    return await (0,_ask_js__WEBPACK_IMPORTED_MODULE_1__/* .look */ .Op)(world, api, { path, call }, (json) => {
        const vector = (0,_vector_js__WEBPACK_IMPORTED_MODULE_2__/* .vectorFrom */ .y)(json, `Prometheus, asked for ${name},`);
        return vector === undefined || vector instanceof _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo ? vector : answer(name, vector);
    });
}
/** One number, or none where there is no such series. */
function answer(name, { samples, warnings }) {
    const [only, ...others] = samples;
    if (others.length > 0)
        return notOne(name, `${samples.length} series`);
    if (only === undefined)
        return { name, count: undefined, warnings };
    const count = (0,_whole_js__WEBPACK_IMPORTED_MODULE_3__/* .countFrom */ .kh)(only.value);
    return count === undefined ? notOne(name, String(only.value)) : { name, count, warnings };
}
function notOne(name, got) {
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR306", `Prometheus answered ${got} for ${name}, which is no count.`, `Let log-queries.${name} come to one number: sum(…). Nothing was counted.`);
}
function tallied(question, answers) {
    if (!("value" in answers))
        return answers;
    const made = (0,_whole_js__WEBPACK_IMPORTED_MODULE_3__/* .tallyOf */ .sv)(question, new Map(answers.value.map(({ name, count }) => [name, count])));
    if (made instanceof _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo)
        return { error: made, wait: 0, final: false };
    const warned = answers.value.flatMap(({ name, warnings }) => warnings.map((text) => `Prometheus warns of ${name}: ${text.replace(/\s+/g, " ").slice(0, 200)}`));
    return { value: { ...made, uncounted: [...(made.uncounted ?? []), ...warned] } };
}
/** A counter is counted to the unit; what is an expression is asked as it is written. */
function promql(text, question, counted) {
    const query = (0,_placeholders_js__WEBPACK_IMPORTED_MODULE_4__/* .filled */ .Bq)(text, question, counted);
    return (0,_promql_js__WEBPACK_IMPORTED_MODULE_5__/* .isCounter */ .v)(query) ? (0,_promql_js__WEBPACK_IMPORTED_MODULE_5__/* .grownBy */ .H)(query, question.until - question.from) : query;
}
/** The queries in Prometheus' own page. */
function linkOf(url, queries, { from, until }) {
    const range = `${Math.ceil((until - from) / 1000)}s`;
    const shown = queries.flatMap(([, query], index) => [
        [`g${index}.expr`, query],
        [`g${index}.tab`, "1"],
        [`g${index}.range_input`, range],
        [`g${index}.end_input`, new Date(until).toISOString().slice(0, 19).replace("T", " ")],
    ]);
    return `${url.replace(/\/$/, "")}/graph?${new URLSearchParams(shown).toString()}`;
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
