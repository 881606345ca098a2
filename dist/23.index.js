export const id = 23;
export const ids = [23];
export const modules = {

/***/ 4261:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./lib/kit/action/run.js + 12 modules
var run = __webpack_require__(4910);
// EXTERNAL MODULE: ./lib/kit/action/input.js
var input = __webpack_require__(6583);
// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(5304);
// EXTERNAL MODULE: ./lib/kit/parts/functions/inputs.js + 1 modules
var inputs = __webpack_require__(6796);
// EXTERNAL MODULE: ./lib/kit/providers/supabase/functions-api.js + 1 modules
var functions_api = __webpack_require__(7299);
;// CONCATENATED MODULE: ./lib/kit/parts/observe/observed-functions.js


/**
 * Reads which versions are live. Without `slugs` all of the project's functions are meant.
 * @throws {UserError} PR303 when a function is not live, PR301 to PR307 when the platform cannot be asked.
 */
async function observedFunctions(world, access, slugs) {
    const listed = (await (0,functions_api/* functionsApi */.M)(world, access).list()).filter(({ status }) => status !== "REMOVED");
    const known = listed.map(({ slug }) => slug);
    const unknown = (slugs ?? []).filter((slug) => !known.includes(slug));
    if (unknown.length > 0 || listed.length === 0) {
        throw new user_error/* UserError */.yo("PR303", unknown.length > 0
            ? `${unknown.join(", ")} is not live, so nothing of it can be observed.`
            : "The project has no functions to observe.", "Deploy the functions first, or correct `functions`.");
    }
    const own = listed.filter(({ slug }) => slugs?.includes(slug) ?? true);
    const times = own.flatMap(({ updated_at: at }) => (at === undefined ? [] : [at]));
    return {
        versions: own.map(({ id, slug, version }) => ({ id, slug, version })).sort(bySlug),
        activatedAt: times.length === 0 ? undefined : Math.max(...times),
    };
}
/** What is live in another version than the one that was observed, as «slug 7 → 8». */
function replaced(was, is) {
    return was.flatMap(({ slug, id, version }) => {
        const now = is.find((one) => one.slug === slug);
        if (now?.id === id && now.version === version)
            return [];
        return [`${slug} ${version} → ${now?.version ?? "removed"}`];
    });
}
function bySlug(a, b) {
    return a.slug < b.slug ? -1 : 1;
}

// EXTERNAL MODULE: ./lib/kit/parts/observe/rate.js
var rate = __webpack_require__(5306);
;// CONCATENATED MODULE: ./lib/kit/parts/observe/sequential-test.js

/**
 * The sequential probability ratio test on `x` failures in `n` attempts, with Ville's boundaries: fails once
 * the likelihood ratio of «unacceptable» to «tolerable» reaches 1/falseFail, passes once it is down to
 * falsePass. The promises of `limits` hold however often one looks and whenever one stops, and the answer
 * depends on nothing but the two counts. Exact: both sides are compared as whole numbers.
 */
function standing(x, n, limits) {
    const { numerator, denominator } = likelihoodRatio(x, n, limits);
    if (numerator * BigInt(limits.falseFail) >= denominator * BigInt(rate/* WHOLE */.Ef))
        return "fail";
    if (numerator * BigInt(rate/* WHOLE */.Ef) <= denominator * BigInt(limits.falsePass))
        return "pass";
    return "open";
}
/** The largest n at which x failures say fail, or undefined where no number of attempts would. */
function failsUpTo(x, limits) {
    if (standing(x, x, limits) !== "fail")
        return undefined;
    return firstFrom(x, (n) => standing(x, n, limits) !== "fail") - 1;
}
/** The smallest n at which x failures say pass. */
function passesFrom(x, limits) {
    return firstFrom(x, (n) => standing(x, n, limits) === "pass");
}
function likelihoodRatio(x, n, { tolerable, unacceptable }) {
    const failed = reduced(unacceptable, tolerable);
    const passed = reduced(rate/* WHOLE */.Ef - unacceptable, rate/* WHOLE */.Ef - tolerable);
    const [f, p] = [BigInt(x), BigInt(n - x)];
    return {
        numerator: failed.numerator ** f * passed.numerator ** p,
        denominator: failed.denominator ** f * passed.denominator ** p,
    };
}
function reduced(numerator, denominator) {
    const divisor = gcd(numerator, denominator);
    return { numerator: BigInt(numerator / divisor), denominator: BigInt(denominator / divisor) };
}
function gcd(a, b) {
    return b === 0 ? a : gcd(b, a % b);
}
/** The smallest whole number from `start` on for which `holds`, which must stay true once it is. */
function firstFrom(start, holds) {
    let step = 1;
    while (!holds(start + step))
        step *= 2;
    let [low, high] = [start - 1, start + step];
    while (high - low > 1) {
        const middle = Math.floor((low + high) / 2);
        if (holds(middle))
            high = middle;
        else
            low = middle;
    }
    return high;
}

;// CONCATENATED MODULE: ./lib/kit/parts/observe/cross-check.js



/**
 * What events cannot tell: whether the functions that were observed are still the live ones, and whether
 * calls fail before anything is logged. Calls are no attempts (people retry), so they never fail a release;
 * but with too many of them, or with other versions live, it is not passed either.
 */
async function crossCheck({ verdict }, question, { source, access, judging }, world) {
    if (verdict.verdict === "error")
        return { verdict, calls: undefined, evidence: [] };
    const slugs = question.functions.map(({ slug }) => slug);
    const [look, now] = await Promise.all([source.calls(question), livesNow(world, access, slugs)]);
    const calls = "value" in look ? look.value : undefined;
    const others = now === undefined ? [] : replaced(question.functions, now);
    const evidence = [
        calls
            ? `${calls.failed} of ${calls.calls} calls of the functions ended with 500 or more`
            : "Calls could not be counted",
        now
            ? `${slugs.length - others.length} of ${slugs.length} functions are still live in the observed version`
            : "Whether the observed versions are still live could not be read",
    ];
    return { verdict: doubted(verdict, calls, others, judging), calls, evidence };
}
function doubted(verdict, calls, others, { limits }) {
    if (verdict.verdict !== "pass")
        return verdict;
    if (others.length > 0) {
        return {
            ...verdict,
            verdict: "inconclusive",
            reason: `${verdict.reason} But the functions were replaced meanwhile: ${others.join(", ")}.`,
            next: "Observe the release that is live now.",
        };
    }
    if (calls === undefined || standing(calls.failed, calls.calls, limits) !== "fail")
        return verdict;
    return {
        ...verdict,
        verdict: "inconclusive",
        reason: `${verdict.reason} But ${calls.failed} of ${calls.calls} calls ended with 500 or more.`,
        next: "Look at these calls: they failed before an event was logged.",
    };
}
async function livesNow(world, access, slugs) {
    try {
        return (await observedFunctions(world, access, slugs)).versions;
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.yo))
            throw error;
        world.log.info(`Whether the observed versions are still live could not be read: ${(0,user_error/* describe */.q0)(error)}`);
        return error.code === "PR303" ? [] : undefined;
    }
}

;// CONCATENATED MODULE: ./lib/kit/parts/observe/question.js

/**
 * The inputs as a question. Names go into queries, so that they may hold nothing but what names hold.
 * @throws {UserError} PR102 with everything that is wrong.
 */
function subjectOf(inputs) {
    const { events, failures, eventField, attemptKey, syntheticField } = inputs;
    const fields = [eventField, syntheticField, ...attemptKey, ...Object.values(events).flat()];
    const wrong = [
        ...[...Object.keys(events), ...failures]
            .filter((name) => !/^[\w.:/-]{1,64}$/.test(name))
            .map((name) => `"${name}" is no name of an event: 1 to 64 letters, digits and . _ - : /`),
        ...fields
            .filter((name) => !/^\w{1,64}$/.test(name))
            .map((name) => `"${name}" is no name of a field: 1 to 64 letters, digits and _`),
        ...(Object.keys(events).length === 0 ? ["events: name at least one event that a release must log"] : []),
        ...(attemptKey.length === 0 ? ["attempt-key: name the field that tells attempts apart"] : []),
        ...Object.keys(events)
            .filter((name) => failures.includes(name))
            .map((name) => `${name} cannot be both required and a failure`),
        ...wrongRates(inputs),
    ];
    if (wrong.length === 0)
        return { events, failures, eventField, attemptKey, syntheticField };
    throw new user_error/* UserError */.yo("PR102", `observe: ${wrong.join("; ")}.`, "Correct the section `observe` in rollout.yml.");
}
function limitsOf(inputs) {
    const { tolerableRate, unacceptableRate, falseFail, falsePass } = inputs;
    return { tolerable: tolerableRate, unacceptable: unacceptableRate, falseFail, falsePass };
}
function wrongRates({ tolerableRate, unacceptableRate, falseFail, falsePass }) {
    return [
        ...(tolerableRate < unacceptableRate ? [] : ["tolerable-rate must be below unacceptable-rate"]),
        ...(falseFail <= 500_000 && falsePass <= 500_000 ? [] : ["false-fail and false-pass are at most 50%"]),
    ];
}

// EXTERNAL MODULE: ./lib/kit/release/history.js
var release_history = __webpack_require__(7562);
// EXTERNAL MODULE: ./lib/kit/release/phases.js
var phases = __webpack_require__(6848);
;// CONCATENATED MODULE: ./lib/kit/release/activated-at.js


/**
 * When a release began to change what users meet, in ms since 1970: GitHub's own time of its first receipt
 * of an activating phase. Undefined while there is none.
 */
async function activatedAt(github, target, release) {
    const times = (await (0,release_history/* changesOf */.fs)(github, target, release)).flatMap(({ receipt: { phase }, at }) => at !== null && (0,phases/* isPhase */.AL)(phase) && phases/* phases */.tW[phase].activates ? [at] : []);
    return times.length === 0 ? undefined : Math.min(...times);
}

;// CONCATENATED MODULE: ./lib/kit/parts/observe/since.js


/**
 * The time from which is counted: what is given, what the record knows of the release, or when the functions
 * were activated. It is the same in every re-run.
 * @throws {UserError} PR102 when `since` is no time.
 */
async function sinceWhen(inputs, functionsActivatedAt, world) {
    const { since, release, target, githubToken } = inputs;
    if (since !== undefined)
        return { at: given(since), because: "as `since` says" };
    if (release !== undefined && githubToken !== undefined) {
        const at = await activatedAt(await world.github(githubToken), target ?? "default", release);
        if (at !== undefined)
            return { at, because: "the first activation in the record" };
    }
    if (functionsActivatedAt !== undefined)
        return { at: functionsActivatedAt, because: "the newest activation of the functions" };
    return { at: world.clock.now(), because: "this job's start, since no activation is known" };
}
function given(text) {
    const time = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) ? Date.parse(text) : Number.NaN;
    if (!Number.isNaN(time))
        return time;
    throw new user_error/* UserError */.yo("PR102", `observe: since: "${text}" is no time.`, "Write it as ISO 8601 with Z: 2026-11-22T10:00:00Z.");
}

;// CONCATENATED MODULE: ./lib/kit/providers/logs/tally.js
/** What is counted before anything was logged. */
function noTally({ events }) {
    const none = { attempts: 0, failed: 0 };
    const event = (fields) => ({
        attempts: 0,
        entries: 0,
        missing: Object.fromEntries(fields.map((field) => [field, 0])),
    });
    return {
        real: none,
        synthetic: none,
        withoutKey: 0,
        events: Object.fromEntries(Object.entries(events).map(([name, fields]) => [name, event(fields)])),
    };
}
/** Two spans of time together. An attempt that both have seen counts twice. */
function addTallies(a, b) {
    return {
        real: addShares(a.real, b.real),
        synthetic: addShares(a.synthetic, b.synthetic),
        withoutKey: a.withoutKey + b.withoutKey,
        events: Object.fromEntries(Object.entries(a.events).map(([name, event]) => [name, addEvents(event, b.events[name] ?? event)])),
    };
}
function addShares(a, b) {
    return { attempts: a.attempts + b.attempts, failed: a.failed + b.failed };
}
function addEvents(a, b) {
    return {
        attempts: a.attempts + b.attempts,
        entries: a.entries + b.entries,
        missing: Object.fromEntries(Object.entries(a.missing).map(([field, n]) => [field, n + (b.missing[field] ?? 0)])),
    };
}

;// CONCATENATED MODULE: ./lib/kit/parts/observe/judge-tally.js


/** The verdict on what was counted; undefined while it is open. Pure. */
function judgeTally(tally, judging) {
    const { failed: x, attempts: n } = tally.real;
    const say = (verdict, reason, next) => {
        return { verdict, x, n, reason, next };
    };
    const lacking = lackingFields(tally);
    if (lacking.length > 0)
        return say("fail", `${lacking.join("; ")}.`, "The chain's rollback undoes the release; standing alone, undo it.");
    const stands = standing(x, n, judging.limits);
    if (stands === "fail")
        return say("fail", tooMany(tally.real, judging), "The chain's rollback undoes the release; standing alone, undo it.");
    const absent = absentEvents(tally, judging);
    if (stands === "pass" && absent.length === 0 && tally.withoutKey === 0)
        return say("pass", `${x} of ${n} attempts failed.`, "Nothing to do.");
    if (!judging.last)
        return undefined;
    if (stands === "pass" && absent.length > 0) {
        const never = absent.every(({ attempts }) => attempts === 0);
        const reason = `${absent.map(({ name, attempts }) => `${name} was logged for ${attempts} of ${n} attempts`).join("; ")}.`;
        return never
            ? say("fail", reason, "The chain's rollback undoes the release; standing alone, undo it.")
            : say("inconclusive", reason, "Observe again later: it counts on from the same time.");
    }
    if (stands === "pass")
        return say("inconclusive", nameless(tally, judging), "Set `attempt-key` to fields that all of these events have.");
    return say("inconclusive", tooFew(tally.real, judging), "Observe again later: it counts on from the same time.");
}
/** «x of n …» for everything that was counted. */
function evidenceOf(tally, { subject }) {
    const { real, synthetic, withoutKey } = tally;
    const by = subject.failures.length === 0 ? "" : ` (${subject.failures.join(", ")})`;
    return [
        `${real.failed} of ${real.attempts} attempts failed${by}`,
        ...Object.entries(tally.events).flatMap(([name, event]) => [
            `${event.attempts} of ${real.attempts} attempts have logged ${name}`,
            ...fieldLines(name, event),
        ]),
        ...(synthetic.attempts === 0
            ? []
            : [`${synthetic.failed} of ${synthetic.attempts} synthetic attempts failed (counted apart)`]),
        ...(withoutKey === 0 ? [] : [`${withoutKey} entries name no attempt (${subject.attemptKey.join(", ")})`]),
    ];
}
/** A line for all fields together, or where one is missing a line for each. */
function fieldLines(name, { entries, missing }) {
    const fields = Object.keys(missing);
    const line = (lacks, have) => `${entries - lacks} of ${entries} entries of ${name} have ${have}`;
    if (Object.values(missing).some((lacks) => lacks > 0))
        return Object.entries(missing).map(([field, lacks]) => line(lacks, field));
    return fields.length === 0 ? [] : [line(0, fields.join(", "))];
}
function lackingFields({ events }) {
    return Object.entries(events).flatMap(([name, { entries, missing }]) => Object.entries(missing)
        .filter(([, lacks]) => lacks > 0)
        .map(([field, lacks]) => `${lacks} of ${entries} entries of ${name} lack ${field}`));
}
function absentEvents({ events }, { minEvents }) {
    return Object.entries(events)
        .filter(([, { attempts }]) => attempts < minEvents)
        .map(([name, { attempts }]) => ({ name, attempts }));
}
function tooMany({ failed: x, attempts: n }, { limits }) {
    const { tolerable, unacceptable } = limits;
    return (`${x} of ${n} attempts failed: with ${x}, up to ${failsUpTo(x, limits) ?? n} attempts say that the rate is ` +
        `not ${(0,rate/* percent */.KN)(tolerable)} but ${(0,rate/* percent */.KN)(unacceptable)} or more.`);
}
function tooFew({ failed: x, attempts: n }, { limits }) {
    const needed = passesFrom(x, limits);
    return n === 0
        ? `0 of 0 attempts: there was no traffic; ${needed} clean attempts are needed.`
        : `${x} of ${n} attempts failed; ${needed} attempts are needed to pass with ${x}.`;
}
function nameless({ withoutKey }, { subject }) {
    return `${withoutKey} entries have no ${subject.attemptKey.join(" and ")}: whether their attempts failed cannot be told.`;
}

;// CONCATENATED MODULE: ./lib/kit/parts/observe/watch-release.js



/**
 * Counts from the release's beginning, again and again, until the counts say pass or fail or the window is
 * over. Each look counts everything anew, so that late entries only revise what was known. Entries younger
 * than the lag are left to a later look.
 */
async function watchRelease(watching, source, world) {
    const { clock, log, signal } = world;
    const deadline = clock.now() + watching.window;
    const looks = [];
    let tally;
    for (let failures = 0;;) {
        const now = clock.now();
        const until = Math.max(watching.question.from, now - watching.lag);
        // Before the first entry can have arrived there is nothing to ask.
        const asks = until > watching.question.from;
        const look = asks
            ? await source.tally({ ...watching.question, until })
            : { value: noTally(watching.question) };
        let wait = 0;
        if ("value" in look) {
            failures = 0;
            tally = look.value;
            if (asks)
                looks.push({ until, ...tally.real });
            const verdict = judgeTally(tally, { ...watching.judging, last: now >= deadline });
            if (verdict)
                return { verdict, tally, until, looks };
            log.info(sayOpen(tally, watching));
        }
        else {
            failures += 1;
            looks.push({ until, error: look.error.message });
            log.info(`Nothing was counted (${failures} of ${watching.errorBudget} in a row): ${look.error.message}`);
            if (look.final || failures >= watching.errorBudget)
                return { verdict: giveUp(look.error, failures, tally), tally, until, looks };
            wait = look.wait;
        }
        const left = deadline - clock.now();
        const interval = left > 0 ? Math.min(watching.pollInterval, left) : watching.pollInterval;
        await clock.sleep(Math.max(1, wait, interval), signal);
    }
}
function giveUp(error, failures, tally) {
    return {
        verdict: "error",
        x: tally?.real.failed ?? 0,
        n: tally?.real.attempts ?? 0,
        reason: `${error.code}: The logs could not be counted, ${failures} times in a row: ${error.message}`,
        next: error.fix,
    };
}
function sayOpen({ real, events }, { judging }) {
    const { failed: x, attempts: n } = real;
    const needed = passesFrom(x, judging.limits);
    const absent = Object.entries(events)
        .filter(([, { attempts }]) => attempts < judging.minEvents)
        .map(([name]) => name);
    const more = absent.length === 0 ? "" : ` ${absent.join(", ")} was not logged yet.`;
    return `${x} of ${n} attempts failed so far; ${needed} attempts are needed to pass with ${x}.${more}`;
}

// EXTERNAL MODULE: ./lib/kit/release/rolled-back.js
var rolled_back = __webpack_require__(8700);
// EXTERNAL MODULE: ./lib/kit/providers/supabase/project-api.js
var project_api = __webpack_require__(7096);
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
    const text = typeof error === "object" && error !== null && "message" in error ? String(error.message) : String(error);
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

;// CONCATENATED MODULE: ./lib/kit/providers/logs/supabase/read-tally.js
/** A row of counts. Undefined when a column is missing or is no whole number; counts may come as texts. */
function readTally(row, { events }) {
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
/** NaN for what is no count. */
function counter(row) {
    const cells = (typeof row === "object" && row !== null ? row : {});
    return (column) => {
        const cell = cells[column];
        const value = typeof cell === "string" && /^\d+$/.test(cell) ? Number(cell) : cell;
        return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : Number.NaN;
    };
}

;// CONCATENATED MODULE: ./lib/kit/providers/logs/supabase/sql-text.js
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

;// CONCATENATED MODULE: ./lib/kit/providers/logs/supabase/tally-sql.js

/** One row with everything that is counted. The names of the columns are the ones that `readTally` reads. */
function tallySql(question) {
    const columns = [
        `${distinct(unless(isSynthetic(question), attempt(question)))} as attempts`,
        `${distinct(when(`${isFailure(question)} and not ${isSynthetic(question)}`, attempt(question)))} as failed`,
        `${distinct(when(isSynthetic(question), attempt(question)))} as synthetic_attempts`,
        `${distinct(when(`${isFailure(question)} and ${isSynthetic(question)}`, attempt(question)))} as synthetic_failed`,
        `countIf(${attempt(question)} = '') as without_key`,
        ...Object.entries(question.events).flatMap(([event, fields], index) => eventColumns(question, event, fields, index)),
    ];
    return [
        "-- prism-rollout observe: attempts and required events of this release",
        `select ${columns.join(",\n  ")}`,
        `from logs where source = 'function_logs' and ${during(question)}`,
        `  and ${ofFunctions(question.functions)}`,
        `  and ${isCounted(question)}`,
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
/** Entries that are JSON and one of the events. */
function isCounted({ events, failures, eventField }) {
    const names = [...new Set([...Object.keys(events), ...failures])];
    return `startsWith(event_message, '{') and ${oneOf(eventOf(eventField), names)}`;
}
/** The attempt that an entry belongs to; empty where a part of its name is not there. */
function attempt({ attemptKey }) {
    const absent = attemptKey.map(lacks).join(" or ");
    const [first = "", ...others] = attemptKey.map(raw);
    const name = others.length === 0 ? first : `concat(${[first, ...others].join(", '#', ")})`;
    return `multiIf(${absent}, '', ${name})`;
}
function isFailure({ failures, eventField }) {
    return failures.length === 0 ? "1 = 0" : oneOf(eventOf(eventField), failures);
}
function isSynthetic({ syntheticField }) {
    return `${raw(syntheticField)} = 'true'`;
}
function eventOf(field) {
    return `JSONExtractString(event_message, ${quoted(field)})`;
}
function eventColumns(asked, event, fields, index) {
    const is = `${eventOf(asked.eventField)} = ${quoted(event)}`;
    return [
        `${distinct(when(`${is} and not ${isSynthetic(asked)}`, attempt(asked)))} as e${index}_attempts`,
        `countIf(${is}) as e${index}_entries`,
        ...fields.map((field, at) => `countIf(${is} and ${lacks(field)}) as e${index}_missing${at}`),
    ];
}
function when(condition, value) {
    return `multiIf(${condition}, ${value}, '')`;
}
function unless(condition, value) {
    return `multiIf(${condition}, '', ${value})`;
}
function during({ from, until }) {
    return `timestamp >= ${moment(from)} and timestamp < ${moment(until)}`;
}
/** Only what these versions logged: what older ones still do is not this release's. */
function ofFunctions(functions) {
    const own = functions.map(({ id, version }) => `log_attributes['function_id'] = ${quoted(id)} and log_attributes['version'] = ${quoted(String(version))}`);
    return own.length === 0 ? "1 = 0" : `(${own.join("\n    or ")})`;
}

;// CONCATENATED MODULE: ./lib/kit/providers/logs/supabase/supabase.js





const DAY = 24 * 60 * 60_000;
/** A little less than the day that one query may span, since it is rounded out to minutes. */
const SPAN = DAY - 120_000;
/**
 * The logs of a Supabase project, counted by the service itself: nothing but counts leaves it. Longer spans
 * are asked for day by day; an attempt across such an edge counts on both sides.
 */
function supabaseLogs(world, access, dashboardUrl) {
    const api = (0,project_api/* projectApi */.S)(world, access, { attempts: 1, mustBeAble: "read the logs of this project" });
    const path = `/v1/projects/${access.supabase}/analytics/endpoints/logs`;
    return {
        tally: async (question) => {
            let sum = noTally(question);
            for (const span of spansOf(question)) {
                const look = await oneRow(api, path, span, tallySql(span), (row) => readTally(row, question));
                if (!("value" in look))
                    return look;
                sum = addTallies(sum, look.value);
            }
            return { value: sum };
        },
        calls: async (question) => {
            const sum = { calls: 0, failed: 0 };
            for (const span of spansOf(question)) {
                const look = await oneRow(api, path, span, callsSql(span), readCalls);
                if (!("value" in look))
                    return look;
                sum.calls += look.value.calls;
                sum.failed += look.value.failed;
            }
            return { value: sum };
        },
        link: (question) => explorerLink(dashboardUrl, access.supabase, question),
    };
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
        q: tallySql(question),
        its: new Date(question.from).toISOString(),
        ite: new Date(question.until).toISOString(),
    });
    return `${dashboardUrl.replace(/\/$/, "")}/project/${project}/logs/explorer?${query.toString()}`;
}

;// CONCATENATED MODULE: ./lib/actions/observe/access.js

/** @throws {UserError} PR104 without a token. */
function accessOf({ supabase, supabaseAccessToken, supabaseApiUrl, }) {
    if (supabaseAccessToken !== undefined)
        return { supabase, supabaseAccessToken, supabaseApiUrl };
    throw new user_error/* UserError */.yo("PR104", "observe has no supabase-access-token, so it can read neither logs nor notebooks.", "Pass a token that may read logs and functions (and write notebooks, for `prepare`) as `supabase-access-token`.");
}
/** Where logs are read by hand. */
function logsPage({ supabaseDashboardUrl, supabase }) {
    return `${supabaseDashboardUrl.replace(/\/$/, "")}/project/${supabase}/logs/explorer`;
}

;// CONCATENATED MODULE: ./lib/kit/providers/logs/supabase/board-queries.js


/**
 * What `observe` counts, as saved queries: by function and version instead of for one release, so that they
 * stay the same from release to release.
 */
function boardQueries(subject) {
    return [
        saved("Attempts, and those that failed, by version", attemptsSql(subject)),
        saved("Required events and their fields, by version", eventsSql(subject)),
        saved("Newest failures", failuresSql(subject)),
        saved("Calls that ended with 500 or more, by version", board_queries_callsSql),
    ];
}
function saved(title, sql) {
    return { title, sql: `-- prism-rollout: ${title}\n${sql}`, hours: 24 };
}
const version = "log_attributes['version'] as version";
const functionId = "log_attributes['function_id'] as function_id";
function attemptsSql(subject) {
    const own = attempt(subject);
    return [
        `select ${functionId}, ${version}, ${distinct(own)} as attempts,`,
        `  ${distinct(`multiIf(${isFailure(subject)}, ${own}, '')`)} as failed`,
        `from logs where source = 'function_logs' and ${isCounted(subject)} and not ${isSynthetic(subject)}`,
        "group by function_id, version order by attempts desc limit 100",
    ].join("\n");
}
function eventsSql(subject) {
    const fields = [...new Set(Object.values(subject.events).flat())];
    const columns = [
        `${eventOf(subject.eventField)} as event`,
        version,
        "count() as entries",
        ...fields.map((field) => `countIf(${lacks(field)}) as without_${field}`),
    ];
    return [
        `select ${columns.join(",\n  ")}`,
        `from logs where source = 'function_logs' and ${isCounted(subject)}`,
        "group by event, version order by entries desc limit 100",
    ].join("\n");
}
function failuresSql(subject) {
    return [
        `select timestamp, ${version}, event_message`,
        `from logs where source = 'function_logs' and startsWith(event_message, '{') and ${isFailure(subject)}`,
        "order by timestamp desc limit 100",
    ].join("\n");
}
const board_queries_callsSql = [
    `select ${functionId}, ${version}, count() as calls,`,
    "  countIf(toInt32OrZero(log_attributes['response.status_code']) >= 500) as failed",
    "from logs where source = 'function_edge_logs'",
    "group by function_id, version order by failed desc limit 100",
].join("\n");

;// CONCATENATED MODULE: ./lib/kit/parts/observe/prepare-board.js

function boardName(target) {
    return `prism-rollout ${target ?? "default"}`;
}
/** What responders find saved for a target. Nothing in it changes from release to release. */
function boardOf(target, subject) {
    const { events, failures, attemptKey } = subject;
    const required = Object.entries(events).map(([event, fields]) => `- \`${event}\` must be logged${fields.length === 0 ? "" : ` with ${fields.map((field) => `\`${field}\``).join(", ")}`}`);
    const failing = failures.map((event) => `- \`${event}\` means that its attempt has failed`);
    return {
        name: boardName(target),
        text: [
            `# Rollout health of ${target ?? "the default target"}`,
            `What \`observe\` counts, on distinct attempts (\`${attemptKey.join("`, `")}\`):`,
            [...required, ...failing].join("\n"),
        ].join("\n\n"),
        queries: boardQueries(subject),
    };
}

// EXTERNAL MODULE: ./lib/kit/release/canonical.js
var canonical = __webpack_require__(1820);
;// CONCATENATED MODULE: ./lib/kit/providers/dashboards/supabase/notebook.js

const maker = "Made by prism-rollout";
/** Where a notebook's own description says what it was made from. */
function descriptionOf(board) {
    return `${maker}. Its cells are replaced when rollout.yml asks other questions; cells of your own stay. (${stampOf(board)})`;
}
function isOurs({ description }) {
    return description.startsWith(maker);
}
/** Whether the notebook was made from this very board; what people changed in it since is theirs. */
function isCurrent({ description }, board) {
    return description.includes(stampOf(board));
}
function stampOf({ text, queries }) {
    return `spec ${(0,canonical/* digest */.br)({ text, queries }).slice(0, 12)}`;
}
/**
 * The cells of a board. A cell that is there already keeps its id, known by its title (the text by being the
 * first text); cells that are not ours come after ours.
 */
function cellsOf(board, there) {
    const text = there.find(({ type }) => type === "markdown");
    const known = new Map(there.flatMap((cell) => (cell["type"] === "log" ? [[cell["title"], cell]] : [])));
    const titles = board.queries.map(({ title }) => title);
    const others = there.filter((cell) => cell !== text && !titles.includes(String(cell["title"])));
    return [
        withId({ type: "markdown", text: board.text }, text),
        ...board.queries.map(({ title, sql, hours }) => withId({
            type: "log",
            title,
            sql,
            view: "table",
            time_range: { type: "relative", unit: "hour", amount: hours },
        }, known.get(title))),
        ...others,
    ];
}
function withId(cell, there) {
    return typeof there?.["id"] === "string" ? { id: there["id"], ...cell } : cell;
}
/** A resource of the list, or undefined for what is none. */
function listedOf(data) {
    const { id, attributes } = (data ?? {});
    const { name, description } = (attributes ?? {});
    if (typeof id !== "string" || typeof name !== "string")
        return undefined;
    return { id, name, description: typeof description === "string" ? description : "" };
}
/** The cells of a notebook that was read alone. */
function cellsIn(data) {
    const { attributes } = (data ?? {});
    const cells = attributes?.content?.cells;
    return Array.isArray(cells) ? cells : [];
}

;// CONCATENATED MODULE: ./lib/kit/providers/dashboards/supabase/supabase.js



/** Supabase's notebooks: the only place of its API that stores log queries. */
function supabaseNotebooks(world, access, dashboardUrl) {
    const api = (0,project_api/* projectApi */.S)(world, access, {
        attempts: 3,
        mustBeAble: "read and write the notebooks of this project",
    });
    const base = `/v2/projects/${access.supabase}/notebooks`;
    const urlOf = ({ id }) => `${dashboardUrl.replace(/\/$/, "")}/project/${access.supabase}/explorer/notebook/${id}`;
    return {
        find: async (name) => {
            const found = (await named(api, base, name)).find(isOurs);
            return found && urlOf(found);
        },
        keep: async (board) => {
            const all = await named(api, base, board.name);
            const found = all.find(isOurs);
            if (found === undefined && all.length > 0)
                throw notOurs(board.name, all.map(urlOf).join(", "));
            if (found === undefined) {
                const made = await write(api, "POST", base, board, []);
                return { url: urlOf(made), change: "created" };
            }
            if (isCurrent(found, board))
                return { url: urlOf(found), change: "unchanged" };
            const path = `${base}/${encodeURIComponent(found.id)}`;
            const there = cellsIn((await api("GET", path)).json?.data);
            await write(api, "PATCH", path, board, there);
            return { url: urlOf(found), change: "updated" };
        },
    };
}
/** The notebooks of exactly this name, oldest first. */
async function named(api, base, name) {
    const found = [];
    let after;
    for (let page = 0; page < 20; page += 1) {
        const query = { "filter[name]": name, sort: "inserted_at", "page[size]": 100, "page[after]": after };
        const json = (await api("GET", base, { query })).json;
        if (!Array.isArray(json?.data))
            throw supabase_strange(`GET ${base}`, json);
        found.push(...json.data.flatMap((one) => listedOf(one) ?? []).filter((one) => one.name === name));
        const next = json.links?.next;
        after =
            typeof next === "string"
                ? (new URL(next, "http://next").searchParams.get("page[after]") ?? undefined)
                : undefined;
        if (after === undefined)
            break;
    }
    return found;
}
async function write(api, method, path, board, there) {
    const content = { cells: cellsOf(board, there) };
    const attributes = { name: board.name, description: descriptionOf(board), content };
    const { json } = await api(method, path, { json: { data: { type: "notebook", attributes } } });
    const written = listedOf(json?.data);
    if (written === undefined)
        throw supabase_strange(`${method} ${path}`, json);
    return written;
}
function notOurs(name, urls) {
    return new user_error/* UserError */.yo("PR304", `There is a notebook «${name}» that was not made here: ${urls}. It was left as it is.`, "Rename or delete it, then run again.");
}
function supabase_strange(what, json) {
    return new user_error/* UserError */.yo("PR306", `Supabase ${what} answered something that its API does not say: ${(JSON.stringify(json) ?? "nothing").slice(0, 200)}.`, "Check `supabase-api-url`; if it is right, see https://status.supabase.com.");
}

;// CONCATENATED MODULE: ./lib/actions/observe/find-board.js




/** The link of the saved queries; a missing or unreadable notebook is only a line in the log. */
async function findBoard(inputs, world) {
    try {
        const dashboards = supabaseNotebooks(world, accessOf(inputs), inputs.supabaseDashboardUrl);
        return await dashboards.find(boardName(inputs.target));
    }
    catch (error) {
        world.signal.throwIfAborted();
        world.log.info(`The saved queries cannot be linked: ${(0,user_error/* describe */.q0)(error)}`);
        return undefined;
    }
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/kit/release/formats.js
var formats = __webpack_require__(5610);
;// CONCATENATED MODULE: ./lib/actions/observe/keep-observation.js




/** Writes every look and the limits that they were judged by (rates in parts per million). Gives the path. */
async function keepObservation({ inputs, since, versions, watched, checked }, { temp }) {
    const folder = (0,external_node_path_.join)(temp, "prism-rollout", "observe");
    const path = (0,external_node_path_.join)(folder, "observation.json");
    const document = {
        schema: "prism-rollout/observation@1",
        release: inputs.release ?? null,
        target: inputs.target ?? null,
        since,
        until: watched.until,
        functions: versions,
        limits: limitsOf(inputs),
        verdict: checked.verdict,
        tally: watched.tally ?? null,
        calls: checked.calls ?? null,
        looks: watched.looks,
    };
    await (0,promises_.mkdir)(folder, { recursive: true });
    await (0,promises_.writeFile)(path, (0,formats/* writeFormat */.VD)(document));
    return path;
}

// EXTERNAL MODULE: ./lib/kit/action/fail.js
var fail = __webpack_require__(8487);
;// CONCATENATED MODULE: ./lib/actions/observe/prepare.js




/** Saves what will be asked. A dashboard that cannot be saved never stops a release: it is a warning. */
async function prepare(inputs, subject, world) {
    const board = boardOf(inputs.target, subject);
    try {
        const dashboards = supabaseNotebooks(world, accessOf(inputs), inputs.supabaseDashboardUrl);
        const { url, change } = await dashboards.keep(board);
        const n = board.queries.length;
        world.log.notice(`Saved queries for this rollout: ${url}`);
        return {
            outputs: { "dashboard-url": url, dashboard: change },
            report: {
                verdict: "pass",
                reason: `The notebook «${board.name}» is ${change === "unchanged" ? "up to date" : change}.`,
                next: `Open it: ${url}`,
                evidence: [`${n} of ${n} queries are saved`],
            },
        };
    }
    catch (error) {
        world.signal.throwIfAborted();
        const { message, next } = (0,fail/* explain */.WE)(error);
        world.log.warn(`The notebook could not be saved. ${message} ${next}`);
        return {
            outputs: { "dashboard-url": logsPage(inputs), dashboard: "failed" },
            report: {
                verdict: "pass",
                reason: `The notebook could not be saved, which stops nothing. ${message}`,
                next,
                evidence: [`0 of ${board.queries.length} queries are saved`],
            },
        };
    }
}

;// CONCATENATED MODULE: ./lib/actions/observe/report-observation.js



function reportOf(observed) {
    const { inputs, judging, watched, checked, since } = observed;
    const { verdict, reason, next } = asDeclared(checked.verdict, inputs.onInconclusive);
    const alone = "Stands alone: no release was given, so nothing was read from a plan or a record";
    return {
        verdict,
        reason,
        next,
        evidence: [
            ...(watched.tally ? evidenceOf(watched.tally, judging) : ["0 looks could be counted"]),
            ...checked.evidence,
            `${watched.looks.filter(({ error }) => error === undefined).length} of ${watched.looks.length} looks were answered`,
            `Counted from ${report_observation_iso(since.at)} (${since.because}) to ${report_observation_iso(watched.until)}`,
            ...(inputs.release === undefined ? [alone] : []),
        ],
        tables: [boundaries(judging.limits), functionsTable(observed), linksTable(observed)],
    };
}
/** Inconclusive stays inconclusive unless it was declared to be something else; then that is said. */
function asDeclared(verdict, onInconclusive) {
    if (verdict.verdict !== "inconclusive" || onInconclusive === "watch")
        return verdict;
    return {
        ...verdict,
        verdict: onInconclusive,
        reason: `${verdict.reason} This is inconclusive, which \`on-inconclusive\` declares to be ${onInconclusive}.`,
    };
}
/** The whole rule as a table: what each number of failures says at how many attempts. */
function boundaries(limits) {
    const { tolerable, unacceptable, falseFail, falsePass } = limits;
    const rows = [0, 1, 2, 3, 4, 5].map((x) => [
        String(x),
        String(failsUpTo(x, limits) ?? "–"),
        String(passesFrom(x, limits)),
    ]);
    return {
        title: `What decides (${(0,rate/* percent */.KN)(tolerable)} is fine, ${(0,rate/* percent */.KN)(unacceptable)} is not; wrong at most ${(0,rate/* percent */.KN)(falseFail)} and ${(0,rate/* percent */.KN)(falsePass)} of the time)`,
        columns: ["failures", "fail with at most … attempts", "pass with at least … attempts"],
        rows,
    };
}
function functionsTable({ versions }) {
    const rows = versions.map(({ slug, version, id }) => [slug, String(version), id]);
    return { title: "Functions whose logs were counted", columns: ["function", "version", "id"], rows };
}
function linksTable({ links: { board, logs } }) {
    const rows = [
        ...(board === undefined ? [] : [["Saved queries", `[notebook](${board})`]]),
        ["The query of the last look", `[log explorer](${logs})`],
    ];
    return { title: "Where to look", columns: ["what", "where"], rows };
}
function report_observation_iso(time) {
    return new Date(time).toISOString();
}

;// CONCATENATED MODULE: ./lib/actions/observe/observe.js
















/** Counts what the live versions log from the release's beginning on, until the counts have a verdict. */
async function observe(inputs, world) {
    await refuseAfterRollback(inputs, world);
    const subject = subjectOf(inputs);
    if (inputs.prepare)
        return await prepare(inputs, subject, world);
    refuseLongWindow(inputs);
    const access = accessOf(inputs);
    const { versions, activatedAt } = await observedFunctions(world, access, slugsOf(inputs, world));
    const since = await sinceWhen(inputs, activatedAt, world);
    const sinceText = new Date(since.at).toISOString();
    world.emit({ since: sinceText });
    world.log.info(`Counting from ${sinceText} on: ${since.because}.`);
    const source = supabaseLogs(world, access, inputs.supabaseDashboardUrl);
    const question = { ...subject, from: since.at, functions: versions };
    const judging = { subject, limits: limitsOf(inputs), minEvents: inputs.minEvents };
    const { lag, pollInterval, window, errorBudget } = inputs;
    const watched = await watchRelease({ question, judging, lag, pollInterval, window, errorBudget }, source, world);
    const asked = { ...question, until: watched.until };
    const checked = await crossCheck(watched, asked, { source, access, judging }, world);
    const observation = await keepObservation({ inputs, since: since.at, versions, watched, checked }, world);
    const logs = source.link(asked);
    const board = await findBoard(inputs, world);
    return {
        outputs: {
            since: sinceText,
            observation,
            failed: String(checked.verdict.x),
            attempts: String(checked.verdict.n),
            "dashboard-url": board ?? logs,
        },
        report: reportOf({ inputs, since, judging, watched, checked, versions, links: { board, logs } }),
    };
}
/** A window that cannot come to its end would only ever be an error, after all that waiting. */
function refuseLongWindow({ window, lag, timeLimit }) {
    if (window + lag < timeLimit)
        return;
    throw new user_error/* UserError */.yo("PR102", "observe.window and observe.lag together are longer than observe.time-limit: there would never be a verdict.", "Shorten `window` (`0s` with a schedule counts on in later runs), or raise `time-limit` and the job's `timeout-minutes`.");
}
/** A re-run after a rollback would count what the former release does, and call it this one's. */
async function refuseAfterRollback({ release, githubToken, prepare: isBefore, target = "default" }, { context, github }) {
    if (isBefore || context.attempt === 1 || release === undefined || githubToken === undefined)
        return;
    (0,rolled_back/* refuseRolledBack */.M)(release, await (0,release_history/* changesOf */.fs)(await github(githubToken), target, release));
}
/** The functions that are declared, here or where they are deployed; undefined for all of the project. */
function slugsOf({ functions }, world) {
    if (functions !== undefined || !world.sections.includes("deploy-functions"))
        return functions;
    return world.section("deploy-functions", { functions: (0,input/* optional */.lq)(inputs/* functionsInputs */.l.functions) }).functions;
}

// EXTERNAL MODULE: ./lib/actions/observe/spec.js + 1 modules
var spec = __webpack_require__(5678);
;// CONCATENATED MODULE: ./lib/actions/observe/main.js



const main = (specs) => (0,run/* runAction */.C)(spec/* spec */.I, observe, specs);


/***/ }),

/***/ 5678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ spec_spec)
});

// EXTERNAL MODULE: ./lib/kit/action/shared-inputs.js
var shared_inputs = __webpack_require__(7906);
// EXTERNAL MODULE: ./lib/kit/action/spec.js
var spec = __webpack_require__(5596);
// EXTERNAL MODULE: ./lib/kit/action/time-limit.js
var time_limit = __webpack_require__(3128);
// EXTERNAL MODULE: ./lib/kit/action/input-map.js
var input_map = __webpack_require__(9148);
// EXTERNAL MODULE: ./lib/kit/action/input.js
var input = __webpack_require__(6583);
// EXTERNAL MODULE: ./lib/kit/parts/observe/rate.js
var rate = __webpack_require__(5306);
;// CONCATENATED MODULE: ./lib/kit/parts/observe/inputs.js




/** What is counted. */
const countedInputs = {
    events: (0,input_map/* recordOfLists */.Gh)({
        description: "Events that a release must log, each with the fields that every entry of it must have; one JSON object an entry.",
    }),
    failures: (0,input/* list */.p_)({
        description: "Events that mean that their attempt has failed. Their rate decides.",
        default: "",
    }),
    "attempt-key": (0,input/* list */.p_)({
        description: "The fields that tell attempts apart: retries of one attempt count once, and so does its failure.",
        default: "session_id",
    }),
    "event-field": (0,input/* text */.Qq)({ description: "The field that holds an entry's event.", default: "event" }),
    "synthetic-field": (0,input/* text */.Qq)({
        description: "The field that is `true` in entries that no real user caused: these are counted apart and decide nothing.",
        default: "synthetic",
    }),
    functions: (0,input/* optional */.lq)((0,input/* list */.p_)({
        description: "The functions whose logs are counted. Without it those of `deploy-functions`, else all of the project.",
    })),
    since: (0,input/* optional */.lq)((0,input/* text */.Qq)({
        description: "When the release went live, as ISO 8601 with Z. Without it the record knows, else the newest activation of the functions. A re-run counts on from there.",
    })),
};
/** When it is looked. */
const timeInputs = {
    lag: (0,input/* duration */.p0)({
        description: "How long entries may take to arrive: newer ones are not counted yet.",
        default: "90s",
    }),
    "poll-interval": (0,input/* duration */.p0)({
        description: "Time between two looks. Supabase takes 30 log queries a minute.",
        default: "30s",
    }),
    window: (0,input/* duration */.p0)({
        description: "How long this job waits for a verdict. `0s` looks once: for a run on a schedule that counts on.",
        default: "30m",
    }),
    "error-budget": (0,input/* integer */.nd)({
        description: "How many looks in a row may fail before the verdict is error. A failing log source is never a failing release.",
        default: "4",
        min: 1,
    }),
};
/** What is decided. */
const verdictInputs = {
    "tolerable-rate": (0,rate/* rate */.TS)({ description: "The failure rate that is still fine.", default: "1%" }),
    "unacceptable-rate": (0,rate/* rate */.TS)({ description: "The failure rate that is not.", default: "10%" }),
    "false-fail": (0,rate/* rate */.TS)({
        description: "How often, at most, a release with a tolerable rate may be failed.",
        default: "1%",
    }),
    "false-pass": (0,rate/* rate */.TS)({
        description: "How often, at most, a release with an unacceptable rate may be passed.",
        default: "5%",
    }),
    "min-events": (0,input/* integer */.nd)({
        description: "How many attempts must have logged each required event before observe passes.",
        default: "1",
        min: 1,
    }),
    "on-inconclusive": (0,input/* oneOf */.yL)(["watch", "pass", "fail"], {
        description: "What too few attempts for a verdict come to: `watch` leaves the release live with its verdict open.",
        default: "watch",
    }),
};
/** The inputs of `observe`. */
const observeInputs = {
    ...shared_inputs/* supabaseInputs */.iD,
    "supabase-access-token": (0,input/* optional */.lq)((0,input/* secret */.rJ)({
        description: "Supabase access token that may read logs and functions; with `prepare`, read and write notebooks.",
    })),
    "supabase-dashboard-url": (0,input/* text */.Qq)({
        description: "Base URL of Supabase's dashboard, for links.",
        default: "https://supabase.com/dashboard",
    }),
    prepare: (0,input/* flag */.Jt)({
        description: "Only saves the queries as a dashboard and gives its link, before anything changes. Its failure is a warning.",
        default: "false",
    }),
    ...countedInputs,
    ...timeInputs,
    ...verdictInputs,
};

;// CONCATENATED MODULE: ./lib/actions/observe/spec.js




const spec_spec = (0,spec/* defineAction */.Q)({
    name: "observe",
    title: "Observe",
    description: "Counts in the logs what a release does to real attempts until a sequential test says pass or fail; before, saves the same queries as a dashboard.",
    inputs: {
        ...shared_inputs/* placeInputs */.vb,
        "time-limit": (0,time_limit/* timeLimit */.z)("110m"),
        release: shared_inputs/* releaseInputs */.zy.release,
        slice: shared_inputs/* releaseInputs */.zy.slice,
        "github-token": shared_inputs/* releaseInputs */.zy["github-token"],
        ...observeInputs,
    },
    outputs: {
        failed: "Attempts that failed.",
        attempts: "Attempts that were seen.",
        since: "When the clock was started: pass it on as `since` to count on.",
        observation: "Path of observation.json with every look; upload it.",
        "dashboard-url": "Link to the saved queries, else to the same query in the log explorer.",
        dashboard: "With `prepare`: created | updated | unchanged | failed.",
    },
});


/***/ }),

/***/ 6796:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ functionsInputs)
});

// EXTERNAL MODULE: ./lib/kit/action/input-map.js
var input_map = __webpack_require__(9148);
// EXTERNAL MODULE: ./lib/kit/action/input.js
var input = __webpack_require__(6583);
// EXTERNAL MODULE: ./lib/kit/action/shared-inputs.js
var shared_inputs = __webpack_require__(7906);
;// CONCATENATED MODULE: ./lib/kit/parts/functions/slugs.js

/** What Supabase takes as a function's name. */
const slugPattern = /^[A-Za-z][A-Za-z0-9_-]*$/;
/** Several functions by name. One that cannot be a name is refused when inputs are read: it would be part of a path. */
function slugs(texts) {
    const texting = (0,input/* list */.p_)(texts);
    const parse = (raw) => {
        const parts = texting.parse(raw);
        if (!("value" in parts))
            return parts;
        const bad = parts.value.filter((slug) => !slugPattern.test(slug));
        const taken = parts.value.find((slug) => slug in {});
        if (bad.length === 0 && taken === undefined)
            return parts;
        if (bad.length === 0) {
            const expected = `names of functions, but ${taken} is what every object has, and cannot be told from a setting`;
            return { expected, write: `[${taken}-function]` };
        }
        const names = bad.map((slug) => JSON.stringify(slug.slice(0, 60))).join(", ");
        return {
            expected: `names of functions (a letter, then letters, digits, _ and -), but ${names} is none`,
            write: "[my-function]",
        };
    };
    return { ...texting, kind: "list of function names", parse };
}

// EXTERNAL MODULE: ./lib/kit/parts/functions/verify-jwt.js
var verify_jwt = __webpack_require__(998);
;// CONCATENATED MODULE: ./lib/kit/parts/functions/inputs.js





/** The inputs of `deploy-functions`, as its spec declares them and as `plan` reads them. */
const functionsInputs = {
    ...shared_inputs/* supabaseInputs */.iD,
    functions: slugs({
        description: "The Edge Functions of a release, by the names under which they are called.",
    }),
    "functions-directory": (0,input/* text */.Qq)({
        description: "Folder with a folder for each function; its `index.ts` (or .js, .tsx, .jsx, .mjs) is the entrypoint.",
        default: "supabase/functions",
    }),
    "verify-jwt": (0,verify_jwt/* verifyJwtInput */.p)("Whether the platform demands a valid JWT before it calls a function: one value for all, or by name. Never inherited from what is live."),
    "import-map": (0,input/* optional */.lq)((0,input/* text */.Qq)({
        description: "Import map for all functions. Without it: `deno.json` or `deno.jsonc` beside the entrypoint, else `import_map.json` in the functions' folder.",
    })),
    "static-files": (0,input_map/* recordOfLists */.Gh)({
        description: "Files that a function reads at run time, by its name: patterns with `*`, `**` and `?`.",
        default: "{}",
    }),
    "size-limit": (0,input/* integer */.nd)({
        description: "How many MB of sources a function may have; Supabase bundles no more than 5 MB on its side.",
        default: "5",
        min: 1,
    }),
    "deno-check": (0,input/* oneOf */.yL)(["auto", "off"], {
        description: "`auto`: where Deno is installed, it checks the types of the changed functions before anything is uploaded.",
        default: "auto",
    }),
    prune: (0,input/* flag */.Jt)({
        description: "Whether live functions that the repository has no folder for are removed, as the plan shows; each is kept in the snapshot first.",
        default: "false",
    }),
    command: (0,input/* optional */.lq)((0,input/* text */.Qq)({
        description: "Your own deployment command, run by a shell instead of the API. It may change any function: of all that are declared a snapshot is kept before, and all are checked after.",
    })),
    "command-env": (0,input_map/* record */.g1)({
        description: "Environment of `command`; it gets nothing else of the job. `{supabase}` and `{supabase-api-url}` stand for these inputs.",
        default: "{}",
    }),
    "command-token": (0,input/* optional */.lq)((0,input/* text */.Qq)({ description: "Name of the variable in which `command` gets `supabase-access-token`." })),
    "functions-url": (0,input/* optional */.lq)((0,input/* url */.OZ)({
        description: "Where functions are called. Without it `https://<supabase>.supabase.co/functions/v1`.",
    })),
    "functions-key": (0,input/* optional */.lq)((0,input/* secret */.rJ)({ description: "Key with which functions are called as a proof: the anon or publishable one." })),
    "health-request": (0,input_map/* record */.g1)({
        description: "How each function is called to prove that it serves, by its name: `GET ?health=1 200` (method, path and query, status). " +
            "Without an entry `GET ?health=1` is tried, and any answer of the function itself below 500 counts as reachable.",
        default: "{}",
    }),
    "require-health": (0,input/* flag */.Jt)({
        description: "Whether a function that is reachable, but did not answer its health request, fails the phase.",
        default: "false",
    }),
};


/***/ }),

/***/ 998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ verifyJwtOf),
/* harmony export */   p: () => (/* binding */ verifyJwtInput)
/* harmony export */ });
/* harmony import */ var _action_input_map_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9148);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5304);


/** The input `verify-jwt`: true, false, or a mapping of function names to these. Required: there is no default. */
function verifyJwtInput(description) {
    const flag = { type: ["boolean", "string"], pattern: "^(true|false)$" };
    const schema = {
        anyOf: [
            flag,
            { type: "string", pattern: "^\\s*$|:|^\\s*\\{" },
            { type: "object", additionalProperties: flag },
        ],
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

/***/ 5306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ef: () => (/* binding */ WHOLE),
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   TS: () => (/* binding */ rate)
/* harmony export */ });
/** A million parts: rates are whole numbers of them, so that no format and no comparison needs a float. */
const WHOLE = 1_000_000;
/** A rate as a person writes it (`1%`, `0.5%`), in parts per million: more than 0, less than a whole. */
function rate(texts) {
    const { description, default: fallback } = texts;
    return {
        description,
        fallback,
        required: false,
        secret: false,
        kind: "rate",
        schema: { type: "string", pattern: "^\\d{1,2}(\\.\\d{1,4})?%$" },
        parse: (raw) => {
            const found = /^(\d{1,2})(?:\.(\d{1,4}))?%$/.exec(String(raw).trim());
            const value = found === null ? 0 : Number(found[1]) * 10_000 + Number((found[2] ?? "").padEnd(4, "0"));
            return value > 0 ? { value } : { expected: "a rate between 0% and 100%", write: fallback };
        },
    };
}
/** `10000` → `1%`. */
function percent(parts) {
    const whole = Math.floor(parts / 10_000);
    const rest = String(parts % 10_000)
        .padStart(4, "0")
        .replace(/0+$/, "");
    return `${whole}${rest === "" ? "" : `.${rest}`}%`;
}


/***/ }),

/***/ 7299:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ functionsApi)
});

// UNUSED EXPORTS: managementApi

// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(5304);
// EXTERNAL MODULE: ./lib/kit/ports/json-api.js + 1 modules
var json_api = __webpack_require__(397);
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

;// CONCATENATED MODULE: ./lib/kit/providers/supabase/functions-api.js



/** The API for one project. Bundling may take minutes on the server, so its calls wait that long. */
function functionsApi(world, access) {
    const api = managementApi(world, access, 180_000);
    const project = `/v1/projects/${access.supabase}`;
    return { ...reading(api, project), ...changing(api, `${project}/functions`) };
}
function reading(api, project) {
    const base = `${project}/functions`;
    const bodyOf = (slug) => `${base}/${encodeURIComponent(slug)}/body`;
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
    const known = (slug) => `${base}/${encodeURIComponent(slug)}`;
    return {
        restore: async (listed, eszip, isThere, again) => {
            const body = new Blob([new Uint8Array(eszip)]);
            const headers = { "content-type": "application/vnd.denoland.eszip" };
            const call = { query: settingsOf(listed), body, headers, again };
            if (isThere)
                await api("PATCH", known(listed.slug), { ...call, safe: true });
            else
                await api("POST", base, { ...call, query: { slug: listed.slug, ...call.query }, accept: [200, 201] });
        },
        bundle: async (slug, upload) => {
            const { json } = await api("POST", `${base}/deploy`, {
                query: { slug, bundleOnly: true },
                body: formOf(upload),
                accept: [200, 201],
            });
            return functionOf(json, `POST ${base}/deploy?slug=${slug}`);
        },
        activate: async (functions, again) => {
            const { json } = await api("PUT", base, { json: functions.map(updateOf), again });
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
    return { ...fn, status: "ACTIVE", updated_at: undefined };
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
const required = ["id", "slug", "name", "status", "version"];
const others = [
    ...["created_at", "updated_at", "verify_jwt", "import_map"],
    ...["entrypoint_path", "import_map_path", "ezbr_sha256"],
];
/** Takes the fields that are known. Null and an empty text are how some deployments say that there is none. */
function functionOf(json, what) {
    const fn = (typeof json === "object" && json !== null ? json : {});
    const whole = typeof fn["id"] === "string" && typeof fn["slug"] === "string";
    if (!whole || !Number.isSafeInteger(fn["version"]))
        throw strange(what, excerptOf(json));
    const given = [...required, ...others].filter((key) => fn[key] !== null && fn[key] !== "");
    const known = given.flatMap((key) => (fn[key] === undefined ? [] : [[key, fn[key]]]));
    return { name: fn["slug"], status: "ACTIVE", ...Object.fromEntries(known) };
}
function excerptOf(json) {
    return (JSON.stringify(json) ?? "nothing").slice(0, 200);
}
function strange(what, got) {
    return new user_error/* UserError */.yo("PR306", `Supabase ${what} answered something that its API does not say: ${got}.`, "Check `supabase-api-url`; if it is right, see https://status.supabase.com and run again.");
}


/***/ }),

/***/ 7096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ projectApi)
/* harmony export */ });
/* harmony import */ var _ports_json_api_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(397);

/** A caller for the Management API whose refused token is explained by what it should be allowed to do. */
function projectApi(world, { supabaseApiUrl, supabaseAccessToken }, { attempts, mustBeAble }) {
    return (0,_ports_json_api_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonApi */ .Z)(world, {
        name: "Supabase",
        baseUrl: supabaseApiUrl,
        headers: { authorization: `Bearer ${supabaseAccessToken}` },
        tokenHint: `Pass a token that may ${mustBeAble} as \`supabase-access-token\` (https://supabase.com/dashboard/account/tokens).`,
        attempts,
    });
}


/***/ }),

/***/ 8700:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ refuseRolledBack)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5304);

/**
 * A re-run of a job does not pass through plan, which refuses what the target is halted for. What a phase builds
 * on may be gone: functions go back also where the web was what failed.
 * @throws {UserError} PR207
 */
function refuseRolledBack(release, changes) {
    if (changes.every(({ receipt }) => receipt.phase !== "rollback"))
        return;
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR207", `${release} was rolled back, so none of its phases is run again. Nothing was changed.`, "Mend it, and release the commit that mends it; or start a new run with `resume: <why it may go on>`.");
}


/***/ })

};
