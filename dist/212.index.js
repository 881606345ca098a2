export const id = 212;
export const ids = [212];
export const modules = {

/***/ 41131:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ asText)
/* harmony export */ });
/** A text as it is, anything else as JSON: `String` calls whatever an object from outside has for `toString`. */
function asText(value) {
    try {
        return typeof value === "string" ? value : (JSON.stringify(value) ?? "nothing");
    }
    catch {
        return "something that is nested too deep";
    }
}


/***/ }),

/***/ 31222:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Et: () => (/* binding */ isNumber),
/* harmony export */   Po: () => (/* binding */ numberIn),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   dM: () => (/* binding */ distinct),
/* harmony export */   lS: () => (/* binding */ raw),
/* harmony export */   n$: () => (/* binding */ moment),
/* harmony export */   pO: () => (/* binding */ lacks),
/* harmony export */   yL: () => (/* binding */ oneOf)
/* harmony export */ });
/** A text as ClickHouse's SQL writes it. */
function quoted(text) {
    return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
/** The raw JSON of a field of a log entry: strings keep their quotes, an absent field is an empty text. */
function raw(field) {
    return `JSONExtractRaw(event_message, ${quoted(field)})`;
}
/** Whether a field is absent, null or an empty text. */
function lacks(field) {
    return `${raw(field)} in ('', 'null', '""')`;
}
function oneOf(expression, values) {
    return `${expression} in (${values.map(quoted).join(", ")})`;
}
/** How many different texts there are, the empty one not among them. */
function distinct(expression) {
    return `count(distinct nullIf(${expression}, ''))`;
}
/** A moment as the column `timestamp` is compared with: UTC, to the millisecond. */
function moment(time) {
    return quoted(new Date(time).toISOString().replace("T", " ").replace("Z", ""));
}
/** Whether a field holds a number that is not negative: nothing else is written so that it begins with a digit. */
function isNumber(field) {
    return `${raw(field)} >= '0' and ${raw(field)} < ':'`;
}
/** The number in a field; 0 where there is none. */
function numberIn(field) {
    return `JSONExtractFloat(event_message, ${quoted(field)})`;
}


/***/ }),

/***/ 34212:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  supabaseLogs: () => (/* binding */ supabaseLogs)
});

// EXTERNAL MODULE: ./lib/kit/providers/supabase/project-api.js
var project_api = __webpack_require__(37096);
// EXTERNAL MODULE: ./lib/kit/providers/logs/tally.js
var tally = __webpack_require__(50087);
// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(65304);
// EXTERNAL MODULE: ./lib/kit/ports/as-text.js
var as_text = __webpack_require__(41131);
;// CONCATENATED MODULE: ./lib/kit/providers/logs/supabase/ask-logs.js


/** What will not mend itself while one waits: a refused token, an unknown project or endpoint, a bad request. */
const lasting = ["PR302", "PR303", "PR304"];
const MINUTE = 60_000;
/** One query over a span of at most a day, and the rows it gave. A failure of any kind is a result. */
async function askLogs(api, path, { sql, from, until }) {
    // The service rounds to minutes; the query itself compares to the millisecond.
    const query = {
        sql,
        iso_timestamp_start: iso(Math.floor(from / MINUTE) * MINUTE),
        iso_timestamp_end: iso(Math.ceil(until / MINUTE) * MINUTE),
    };
    try {
        const { status, headers, json } = await api("GET", path, { query, accept: [200, 429] });
        if (status === 429)
            return { error: tooOften(path), wait: waitOf(headers), final: false };
        return rowsOf(json, path);
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.yo))
            throw error;
        return { error, wait: 0, final: lasting.includes(error.code) };
    }
}
function rowsOf(json, path) {
    const { result, error } = (json ?? {});
    if (error !== undefined && error !== null)
        return { error: refused(error, path), wait: 0, final: false };
    if (Array.isArray(result))
        return { value: result };
    return { error: strange(path, json), wait: 0, final: false };
}
/** Says that the row is not what was asked for. */
function strange(path, json) {
    return new user_error/* UserError */.yo("PR306", `Supabase GET ${path} answered something that its API does not say: ${(JSON.stringify(json) ?? "nothing").slice(0, 200)}.`, "Check `supabase-api-url`; if it is right, see https://status.supabase.com and run again.");
}
/** The service says errors inside of a 200. */
function refused(error, path) {
    const text = (0,as_text/* asText */.e)(typeof error === "object" && error !== null && "message" in error ? error.message : error);
    return new user_error/* UserError */.yo("PR304", `Supabase GET ${path} answered 200 with an error: ${text.replace(/\s+/g, " ").slice(0, 300)}`, "Read the service's reason above; nothing was counted.");
}
function tooOften(path) {
    return new user_error/* UserError */.yo("PR307", `Supabase GET ${path} answered 429: too many queries a minute.`, "Raise `poll-interval`: Supabase takes 30 log queries a minute.");
}
function waitOf(headers) {
    const seconds = Number(headers.get("retry-after") ?? headers.get("x-ratelimit-reset") ?? "0");
    return Number.isFinite(seconds) && seconds > 0 && seconds <= 600 ? seconds * 1000 : 0;
}
function iso(time) {
    return new Date(time).toISOString();
}

// EXTERNAL MODULE: ./lib/kit/ports/json-object.js
var json_object = __webpack_require__(9169);
;// CONCATENATED MODULE: ./lib/kit/providers/logs/supabase/read-tally.js

/** A row of counts. Undefined when a column is missing or is no whole number; counts may come as texts. */
function readTally(row, { events, latency }) {
    const count = counter(row);
    const share = (attempts, failed) => ({
        attempts: count(attempts),
        failed: count(failed),
    });
    const event = (fields, index) => ({
        attempts: count(`e${index}_attempts`),
        entries: count(`e${index}_entries`),
        missing: Object.fromEntries(fields.map((field, at) => [field, count(`e${index}_missing${at}`)])),
    });
    const tally = {
        real: share("attempts", "failed"),
        synthetic: share("synthetic_attempts", "synthetic_failed"),
        withoutKey: count("without_key"),
        unreadable: count("unreadable"),
        ...(latency === undefined ? {} : { slow: share("timed", "slow") }),
        events: Object.fromEntries(Object.entries(events).map(([name, fields], index) => [name, event(fields, index)])),
    };
    return JSON.stringify(tally).includes("null") ? undefined : tally;
}
/** The row of `callsSql`. */
function readCalls(row) {
    const count = counter(row);
    const calls = { calls: count("calls"), failed: count("failed") };
    return Number.isNaN(calls.calls + calls.failed) ? undefined : calls;
}
/** Whether the row of `markerSql` has found something. */
function readMarker(row) {
    const found = counter(row)("found");
    return Number.isNaN(found) ? undefined : found > 0;
}
/** The rows of `timelineSql`, a share for each of so many slots. Undefined when a row is no such row. */
function readTimeline(rows, slots) {
    const found = Array.from({ length: slots }, () => ({ attempts: 0, failed: 0 }));
    for (const row of rows) {
        const count = counter(row);
        const slot = found[count("slot")];
        const [attempts, failed] = [count("attempts"), count("failed")];
        if (slot === undefined || Number.isNaN(attempts + failed))
            return undefined;
        Object.assign(slot, { attempts, failed });
    }
    return found;
}
/** NaN for what is no count. */
function counter(row) {
    const cells = (0,json_object/* fieldsOf */.P)(row);
    return (column) => {
        const cell = cells[column];
        const value = typeof cell === "string" && /^\d+$/.test(cell) ? Number(cell) : cell;
        return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : Number.NaN;
    };
}

// EXTERNAL MODULE: ./lib/kit/providers/logs/supabase/tally-sql.js
var tally_sql = __webpack_require__(80635);
;// CONCATENATED MODULE: ./lib/kit/providers/logs/supabase/supabase.js





const DAY = 24 * 60 * 60_000;
/** A little less than the day that one query may span, since it is rounded out to minutes. */
const SPAN = DAY - 120_000;
/**
 * The logs of a Supabase project, counted by the service itself: nothing but counts leaves it. Longer spans
 * are asked for day by day, all days at once; an attempt across such an edge counts on both sides.
 */
function supabaseLogs(world, access, dashboardUrl, timeout) {
    const mustBeAble = "read the logs of this project";
    const api = (0,project_api/* projectApi */.S)(world, access, { attempts: 1, mustBeAble, timeout });
    const path = `/v1/projects/${access.supabase}/analytics/endpoints/logs`;
    return {
        attributes: "function",
        tally: async (question) => {
            const ask = (span) => oneRow(api, path, span, (0,tally_sql/* tallySql */.r_)(span), (row) => readTally(row, question));
            return sumOf(await Promise.all(spansOf(question).map(ask)), (0,tally/* noTally */.m)(question), tally/* addTallies */.M);
        },
        calls: async (question) => {
            const ask = (span) => oneRow(api, path, span, (0,tally_sql/* callsSql */.Wn)(span), readCalls);
            return sumOf(await Promise.all(spansOf(question).map(ask)), { calls: 0, failed: 0 }, addCalls);
        },
        timeline: async (question, edges) => {
            const [from = 0, until = 0] = [edges[0], edges.at(-1)];
            const asked = { ...question, from, until };
            const look = await askLogs(api, path, { sql: (0,tally_sql/* timelineSql */.On)(asked, edges), from, until });
            if (!("value" in look))
                return look;
            const value = readTimeline(look.value, edges.length - 1);
            return value === undefined ? { error: strange(path, look.value), wait: 0, final: false } : { value };
        },
        sees: async (name, from, until) => await oneRow(api, path, { from, until }, (0,tally_sql/* markerSql */.PV)(name, from, until), readMarker),
        link: (question) => explorerLink(dashboardUrl, access.supabase, question),
    };
}
/** All spans together, or the first that could not be counted. */
function sumOf(looks, none, add) {
    let sum = none;
    for (const look of looks) {
        if (!("value" in look))
            return look;
        sum = add(sum, look.value);
    }
    return { value: sum };
}
function addCalls(a, b) {
    return { calls: a.calls + b.calls, failed: a.failed + b.failed };
}
async function oneRow(api, path, { from, until }, sql, read) {
    const look = await askLogs(api, path, { sql, from, until });
    if (!("value" in look))
        return look;
    const value = read(look.value[0]);
    return value === undefined ? { error: strange(path, look.value), wait: 0, final: false } : { value };
}
function spansOf(question) {
    const { from, until } = question;
    const count = Math.max(0, Math.ceil((until - from) / SPAN));
    return Array.from({ length: count }, (_, index) => {
        const start = from + index * SPAN;
        return { ...question, from: start, until: Math.min(until, start + SPAN) };
    });
}
/** The Logs Explorer with the same query and time. */
function explorerLink(dashboardUrl, project, question) {
    const query = new URLSearchParams({
        q: (0,tally_sql/* tallySql */.r_)(question),
        its: new Date(question.from).toISOString(),
        ite: new Date(question.until).toISOString(),
    });
    return `${dashboardUrl.replace(/\/$/, "")}/project/${project}/logs/explorer?${query.toString()}`;
}


/***/ }),

/***/ 80635:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A6: () => (/* binding */ eventOf),
/* harmony export */   AL: () => (/* binding */ isSynthetic),
/* harmony export */   CD: () => (/* binding */ attempt),
/* harmony export */   N6: () => (/* binding */ isFailure),
/* harmony export */   On: () => (/* binding */ timelineSql),
/* harmony export */   PV: () => (/* binding */ markerSql),
/* harmony export */   Wn: () => (/* binding */ callsSql),
/* harmony export */   he: () => (/* binding */ isCounted),
/* harmony export */   r_: () => (/* binding */ tallySql)
/* harmony export */ });
/* harmony import */ var _sql_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31222);

/** One row with everything that is counted. The names of the columns are the ones that `readTally` reads. */
function tallySql(question) {
    const columns = [
        `${(0,_sql_text_js__WEBPACK_IMPORTED_MODULE_0__/* .distinct */ .dM)(unless(isSynthetic(question), attempt(question)))} as attempts`,
        `${(0,_sql_text_js__WEBPACK_IMPORTED_MODULE_0__/* .distinct */ .dM)(when(`${isFailure(question)} and not ${isSynthetic(question)}`, attempt(question)))} as failed`,
        `${(0,_sql_text_js__WEBPACK_IMPORTED_MODULE_0__/* .distinct */ .dM)(when(isSynthetic(question), attempt(question)))} as synthetic_attempts`,
        `${(0,_sql_text_js__WEBPACK_IMPORTED_MODULE_0__/* .distinct */ .dM)(when(`${isFailure(question)} and ${isSynthetic(question)}`, attempt(question)))} as synthetic_failed`,
        `countIf(${isCounted(question)} and ${attempt(question)} = '') as without_key`,
        `countIf(${isUnreadable(question)}) as unreadable`,
        ...latencyColumns(question),
        ...Object.entries(question.events).flatMap(([event, fields], index) => eventColumns(question, event, fields, index)),
    ];
    return [
        "-- prism-rollout observe: attempts and required events of this release",
        `select ${columns.join(",\n  ")}`,
        `from logs where source = 'function_logs' and ${during(question)}`,
        `  and ${ofFunctions(question.functions)}`,
        `  and (${isCounted(question)}${unreadableToo(question)})`,
        "limit 1",
    ].join("\n");
}
/** One row: how many calls the functions had, and how many of them ended with 500 or more. */
function callsSql(question) {
    return [
        "-- prism-rollout observe: calls of this release's functions",
        "select count() as calls, countIf(toInt32OrZero(log_attributes['response.status_code']) >= 500) as failed",
        `from logs where source = 'function_edge_logs' and ${during(question)}`,
        `  and ${ofFunctions(question.functions)}`,
        "limit 1",
    ].join("\n");
}
/** A row for each slot between two of these moments in which something was logged: its number, and attempts in it. */
function timelineSql(question, edges) {
    const own = unless(isSynthetic(question), attempt(question));
    const failed = when(`${isFailure(question)} and not ${isSynthetic(question)}`, attempt(question));
    const slots = edges.slice(1, -1).map((edge, index) => `timestamp < ${(0,_sql_text_js__WEBPACK_IMPORTED_MODULE_0__/* .moment */ .n$)(edge)}, ${index}`);
    return [
        "-- prism-rollout observe: attempts over time",
        `select ${slots.length === 0 ? "0" : `multiIf(${slots.join(", ")}, ${slots.length})`} as slot,`,
        `  ${(0,_sql_text_js__WEBPACK_IMPORTED_MODULE_0__/* .distinct */ .dM)(own)} as attempts, ${(0,_sql_text_js__WEBPACK_IMPORTED_MODULE_0__/* .distinct */ .dM)(failed)} as failed`,
        `from logs where source = 'function_logs' and ${during(question)}`,
        `  and ${ofFunctions(question.functions)}`,
        `  and ${isCounted(question)}`,
        `group by slot order by slot limit ${edges.length}`,
    ].join("\n");
}
/** One row: how many entries bear a name, in their text or in the path of their request. */
function markerSql(name, from, until) {
    const path = "log_attributes['request.pathname']";
    return [
        "-- prism-rollout observe: whether a marker has arrived",
        "select count() as found from logs where source in ('function_logs', 'function_edge_logs')",
        `  and timestamp >= ${(0,_sql_text_js__WEBPACK_IMPORTED_MODULE_0__/* .moment */ .n$)(from)} and timestamp < ${(0,_sql_text_js__WEBPACK_IMPORTED_MODULE_0__/* .moment */ .n$)(until)}`,
        `  and (position(event_message, ${(0,_sql_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(name)}) > 0 or position(${path}, ${(0,_sql_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(name)}) > 0)`,
        "limit 1",
    ].join("\n");
}
/** Entries that are JSON and one of the events. */
function isCounted({ events, failures, eventField }) {
    const names = [...new Set([...Object.keys(events), ...failures])];
    return `startsWith(event_message, '{') and ${(0,_sql_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)(eventOf(eventField), names)}`;
}
/**
 * Entries that name a failure, in quotes, and have no event: cut off within, or written by something else than JSON. Of
 * an entry that can be read the name stands in the event's field.
 */
function isUnreadable({ failures, eventField }) {
    if (failures.length === 0)
        return "1 = 0";
    const named = failures.map((name) => `position(event_message, ${(0,_sql_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(`"${name}"`)}) > 0`);
    return `startsWith(event_message, '{') and ${eventOf(eventField)} = '' and (${named.join(" or ")})`;
}
function unreadableToo(asked) {
    return asked.failures.length === 0 ? "" : `\n    or ${isUnreadable(asked)}`;
}
function latencyColumns(asked) {
    const { latency } = asked;
    if (latency === undefined)
        return [];
    const isTimed = `${(0,_sql_text_js__WEBPACK_IMPORTED_MODULE_0__/* .isNumber */ .Et)(latency.field)} and not ${isSynthetic(asked)}`;
    const isSlow = `${isTimed} and ${(0,_sql_text_js__WEBPACK_IMPORTED_MODULE_0__/* .numberIn */ .Po)(latency.field)} > ${latency.limit}`;
    return [
        `${(0,_sql_text_js__WEBPACK_IMPORTED_MODULE_0__/* .distinct */ .dM)(when(isTimed, attempt(asked)))} as timed`,
        `${(0,_sql_text_js__WEBPACK_IMPORTED_MODULE_0__/* .distinct */ .dM)(when(isSlow, attempt(asked)))} as slow`,
    ];
}
/** The attempt that an entry belongs to; empty where a part of its name is not there. */
function attempt({ attemptKey }) {
    const absent = attemptKey.map(_sql_text_js__WEBPACK_IMPORTED_MODULE_0__/* .lacks */ .pO).join(" or ");
    const [first = "", ...others] = attemptKey.map(_sql_text_js__WEBPACK_IMPORTED_MODULE_0__/* .raw */ .lS);
    const name = others.length === 0 ? first : `concat(${[first, ...others].join(", '#', ")})`;
    return `multiIf(${absent}, '', ${name})`;
}
function isFailure({ failures, eventField }) {
    return failures.length === 0 ? "1 = 0" : (0,_sql_text_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)(eventOf(eventField), failures);
}
function isSynthetic({ syntheticField }) {
    return `${(0,_sql_text_js__WEBPACK_IMPORTED_MODULE_0__/* .raw */ .lS)(syntheticField)} = 'true'`;
}
function eventOf(field) {
    return `JSONExtractString(event_message, ${(0,_sql_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(field)})`;
}
function eventColumns(asked, event, fields, index) {
    const is = `${eventOf(asked.eventField)} = ${(0,_sql_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(event)}`;
    return [
        `${(0,_sql_text_js__WEBPACK_IMPORTED_MODULE_0__/* .distinct */ .dM)(when(`${is} and not ${isSynthetic(asked)}`, attempt(asked)))} as e${index}_attempts`,
        `countIf(${is}) as e${index}_entries`,
        ...fields.map((field, at) => `countIf(${is} and ${(0,_sql_text_js__WEBPACK_IMPORTED_MODULE_0__/* .lacks */ .pO)(field)}) as e${index}_missing${at}`),
    ];
}
function when(condition, value) {
    return `multiIf(${condition}, ${value}, '')`;
}
function unless(condition, value) {
    return `multiIf(${condition}, '', ${value})`;
}
function during({ from, until }) {
    return `timestamp >= ${(0,_sql_text_js__WEBPACK_IMPORTED_MODULE_0__/* .moment */ .n$)(from)} and timestamp < ${(0,_sql_text_js__WEBPACK_IMPORTED_MODULE_0__/* .moment */ .n$)(until)}`;
}
/** Only what these versions logged: what older ones still do is not this release's. */
function ofFunctions(functions) {
    const own = functions.map(({ id, version }) => {
        const ofVersion = version === undefined ? "" : ` and log_attributes['version'] = ${(0,_sql_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(String(version))}`;
        return `log_attributes['function_id'] = ${(0,_sql_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quoted */ .TL)(id)}${ofVersion}`;
    });
    return own.length === 0 ? "1 = 0" : `(${own.join("\n    or ")})`;
}


/***/ })

};
