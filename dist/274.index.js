export const id = 274;
export const ids = [274];
export const modules = {

/***/ 88412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  VW: () => (/* binding */ announceGate),
  RQ: () => (/* binding */ announcing),
  rP: () => (/* binding */ planIn)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/kit/parts/observe/where-to-look.js
var where_to_look = __webpack_require__(96647);
// EXTERNAL MODULE: ./lib/kit/release/formats.js
var formats = __webpack_require__(75610);
// EXTERNAL MODULE: ./lib/kit/release/plan/plan.js
var plan = __webpack_require__(29581);
// EXTERNAL MODULE: ./lib/kit/release/phases.js
var phases = __webpack_require__(96848);
// EXTERNAL MODULE: ./lib/kit/release/slice/slice.js
var slice_slice = __webpack_require__(15917);
;// CONCATENATED MODULE: ./lib/kit/notify/next-gate.js


/** The gate at which a release waits next: after a phase, or from its beginning. A phase without work passes none. */
function nextGate({ gates, parts }, slice, after) {
    const from = after === undefined ? 0 : phases/* phaseNames */.k1.indexOf(after) + 1;
    const busy = phases/* phaseNames */.k1
        .slice(from)
        .filter((phase) => !(0,slice_slice/* isOutside */._K)(slice, phase))
        .find((phase) => parts.some((part) => part.phase === phase && part.work === "some"));
    const gate = gates.find(({ phase }) => phase === busy);
    return gate?.declared === "none" ? undefined : gate;
}

// EXTERNAL MODULE: ./lib/kit/notify/notification.js
var notification = __webpack_require__(89873);
// EXTERNAL MODULE: ./lib/kit/notify/send.js + 1 modules
var send = __webpack_require__(21183);
;// CONCATENATED MODULE: ./lib/kit/notify/announce.js








/** Tells that the release begins to wait: `after` a phase, or once it is planned. Nothing where it goes on by itself. */
async function announceGate(plan, { slice, after, queries }, inputs, world) {
    const gate = nextGate(plan, slice, after);
    if (gate === undefined || inputs.notifyUrl === undefined)
        return;
    const { target, release, parts, checklist = [] } = plan;
    const says = parts.find(({ phase }) => phase === gate.phase)?.says ?? [];
    const timer = gate.declared === "wait-timer";
    const told = (0,notification/* notificationOf */.t)({
        kind: "gate-waiting",
        target,
        release,
        what: timer ? `${gate.phase} waits for its timer` : `${gate.phase} waits for an approval`,
        reason: says.length === 0 ? "The plan says what it would change." : says.slice(0, 10).join("\n"),
        next: timer
            ? "Look at the plan while there is time; reject it by cancelling the run."
            : `Read the plan in the run's summary, then approve or reject ${gate.environment} there.`,
        ...(checklist.length === 0 ? {} : { checklist }),
        gate: gate.environment,
        queries: addressOf(queries),
    }, world.context);
    await (0,send/* send */.tN)(inputs, told, world);
}
/**
 * A phase that tells, once it has done its work well, at which gate the release waits now. The plan that it was
 * given knows the gates; without one it stands alone, and nothing waits. Its page is what is read at that gate, so the
 * saved queries are linked there, too.
 */
function announcing(phase, work) {
    return async (inputs, world) => {
        const done = await work(inputs, world);
        const { plan: file, dashboardUrl: queries } = inputs;
        const linked = withQueries(done, queries);
        if (done.report.verdict !== "pass" || file === undefined || inputs.notifyUrl === undefined)
            return linked;
        await (0,send/* quietly */.gd)(world, async () => {
            const plan = await planIn(file, world);
            const had = plan.parts.some((part) => part.phase === phase && part.work === "some");
            if (had)
                await announceGate(plan, { slice: inputs.slice, after: phase, queries }, inputs, world);
        });
        return linked;
    };
}
async function planIn(file, { root }) {
    return (0,formats/* readFormat */.C$)("plan", await (0,promises_.readFile)((0,external_node_path_.resolve)(root, file), "utf8"), file, plan/* planForm */.c3);
}
function withQueries(done, queries) {
    const address = addressOf(queries);
    if (address === undefined)
        return done;
    const { sections = [], ...report } = done.report;
    const place = ["what observe will count", "queries and logs", address];
    return { ...done, report: { ...report, sections: [...sections, (0,where_to_look/* whereToLook */.i)("Saved queries", [place])] } };
}
/** Goes to where no runner masks anything: without what an address may say of who asks. */
function addressOf(text) {
    if (text === undefined || !/^https?:/i.test(text) || !URL.canParse(text))
        return undefined;
    return Object.assign(new URL(text), { username: "", password: "" }).href;
}


/***/ }),

/***/ 9267:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ judgeBaseline)
/* harmony export */ });
/* harmony import */ var _binomial_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98009);
/* harmony import */ var _rate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95306);


/** No baseline makes a rate above this one tolerable. */
const MOST = 50_000;
/** Of what is tolerable: how much worse is unacceptable, when a baseline has raised the one. */
const TIMES = 5;
const MORE = 90_000;
/**
 * Limits that hold a release to what was before it: tolerable is the Clopper-Pearson bound of what was seen, never
 * less than declared and never more than 5 %. The bound, not the rate that was seen: a release as good as its
 * baseline is then failed no more often than `falseFail` and the bound's own doubt say. Pure.
 */
function judgeBaseline(seen, declared) {
    const most = Math.max(MOST, declared.tolerable);
    const bound = (0,_binomial_js__WEBPACK_IMPORTED_MODULE_0__/* .upperBound */ .r)(seen.failed, seen.attempts);
    const base = { seen, bound, limits: declared };
    if (bound > most) {
        const failing = seen.failed * _rate_js__WEBPACK_IMPORTED_MODULE_1__/* .WHOLE */ .Ef > seen.attempts * most;
        return { ...base, kind: failing ? "unhealthy" : "uninformative" };
    }
    if (bound <= declared.tolerable)
        return { ...base, kind: "informative" };
    const unacceptable = Math.max(declared.unacceptable, TIMES * bound, bound + MORE);
    return { ...base, kind: "informative", limits: { ...declared, tolerable: bound, unacceptable } };
}


/***/ }),

/***/ 98009:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ poisson),
/* harmony export */   r: () => (/* binding */ upperBound)
/* harmony export */ });
/* harmony import */ var _rate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95306);

/** How sure the bound is: in 95 of 100 samples the true rate is not above it. */
const DOUBT = 0.05;
/**
 * The Clopper-Pearson upper bound: the smallest rate, in parts per million and rounded up, at which `x` failures or
 * fewer in `n` attempts would be seen in at most one sample of twenty. A whole where nothing was seen.
 * Source: Clopper and Pearson, Biometrika 26 (1934), one-sided.
 */
function upperBound(x, n) {
    let [low, high] = [Math.floor((x / Math.max(1, n)) * _rate_js__WEBPACK_IMPORTED_MODULE_0__/* .WHOLE */ .Ef), _rate_js__WEBPACK_IMPORTED_MODULE_0__/* .WHOLE */ .Ef];
    while (high - low > 1) {
        const middle = Math.floor((low + high) / 2);
        if (atMost(x, n, middle / _rate_js__WEBPACK_IMPORTED_MODULE_0__/* .WHOLE */ .Ef) <= DOUBT)
            high = middle;
        else
            low = middle;
    }
    return high;
}
/** The chance of `x` failures or fewer in `n` attempts that each fail with chance `p`, for `p` above x / n. */
function atMost(x, n, p) {
    if (x >= n)
        return 1;
    let term = Math.exp(logChoose(n, x) + x * Math.log(p) + (n - x) * Math.log1p(-p));
    let sum = 0;
    // Above the mean every term is smaller than the one before: from x down they soon add nothing.
    for (let k = x; k >= 0 && term > sum * Number.EPSILON; k -= 1) {
        sum += term;
        term *= (k * (1 - p)) / ((n - k + 1) * p);
    }
    return sum;
}
function logChoose(n, k) {
    return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}
/** Stirling's series from 16 on, where its error is below 1e-12; below, the product itself. */
function logFactorial(n) {
    if (n < 16) {
        let product = 1;
        for (let factor = 2; factor <= n; factor += 1)
            product *= factor;
        return Math.log(product);
    }
    const series = 1 / (12 * n) - 1 / (360 * n ** 3) + 1 / (1260 * n ** 5);
    return n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2 + series;
}
/** The chance of each number of events from 0 to `most`, where `mean` of them are expected; the last entry is of «more». */
function poisson(mean, most) {
    const chances = [];
    let left = 1;
    for (let count = 0; count <= most; count += 1) {
        const chance = mean === 0 ? Number(count === 0) : Math.exp(count * Math.log(mean) - mean - logFactorial(count));
        chances.push(chance);
        left -= chance;
    }
    return [...chances, Math.max(0, left)];
}


/***/ }),

/***/ 79422:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ declaredFunctions)
/* harmony export */ });
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36583);
/* harmony import */ var _functions_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45984);


/** The functions that are declared, here or where they are deployed; undefined for all of the project. */
function declaredFunctions(functions, world) {
    if (functions !== undefined || !world.sections.includes("deploy-functions"))
        return functions;
    return world.section("deploy-functions", { functions: (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_functions_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .functionsInputs */ .l.functions) }).functions;
}


/***/ }),

/***/ 22320:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  c: () => (/* binding */ observeInputs)
});

// EXTERNAL MODULE: ./lib/kit/action/input-map.js
var input_map = __webpack_require__(59148);
// EXTERNAL MODULE: ./lib/kit/action/input.js
var input = __webpack_require__(36583);
// EXTERNAL MODULE: ./lib/kit/action/shared-inputs.js
var shared_inputs = __webpack_require__(67906);
// EXTERNAL MODULE: ./lib/kit/parts/functions/inputs.js + 1 modules
var inputs = __webpack_require__(45984);
;// CONCATENATED MODULE: ./lib/kit/parts/observe/check-inputs.js


/** What tries whether `observe` will find what it needs. */
const checkInputs = {
    check: (0,input/* flag */.Jt)({
        description: "Only tries what `observe` will need: asks each question once, and sends one request to a function to measure how long its entry takes to appear. Nothing else is written.",
        default: "false",
    }),
    "marker-function": (0,input/* optional */.lq)((0,input/* text */.Qq)({ description: "The function that `check` calls; the first of `functions` if not given." })),
    "marker-body": (0,input/* optional */.lq)((0,input/* text */.Qq)({
        description: "What is posted to it, `{marker}` standing for the marker's name, where its own log is to be measured. Without it `check` sends OPTIONS, and looks for the request itself.",
    })),
    "functions-url": inputs/* functionsInputs */.l["functions-url"],
    "functions-key": inputs/* functionsInputs */.l["functions-key"],
};

;// CONCATENATED MODULE: ./lib/kit/providers/dashboards/names.js
/** The places that this suite keeps saved queries in; `open-dashboards.ts` has one opener for each. */
const dashboardNames = ["supabase", "grafana", "files", "none"];

;// CONCATENATED MODULE: ./lib/kit/parts/observe/dashboard-inputs.js


/** Where the saved queries are kept, and what that place needs. */
const dashboardInputs = {
    dashboard: (0,input/* oneOf */.yL)(dashboardNames, {
        description: "Where `prepare` saves the queries: a Supabase notebook, a Grafana dashboard on which each release is drawn, SQL `files` with links in the run's artifact, or nowhere.",
        default: "supabase",
    }),
    "grafana-url": (0,input/* optional */.lq)((0,input/* url */.OZ)({ description: "Address of Grafana, for `dashboard: grafana`." })),
    "grafana-token": (0,input/* optional */.lq)((0,input/* secret */.rJ)({
        description: "Token of a Grafana service account that may read and write dashboards and annotations.",
    })),
    "grafana-namespace": (0,input/* text */.Qq)({
        description: "Grafana's namespace: `default`, `org-<id>`, or `stacks-<id>` in Grafana Cloud.",
        default: "default",
    }),
    "grafana-folder": (0,input/* optional */.lq)((0,input/* text */.Qq)({ description: "Id of the folder in which a new dashboard is made; Grafana's root otherwise." })),
    "grafana-datasource": (0,input/* optional */.lq)((0,input/* text */.Qq)({
        description: "Id of the Loki data source that gets the functions' logs (a log drain). Without it the dashboard shows the releases, and counts nothing.",
    })),
    "grafana-selector": (0,input/* optional */.lq)((0,input/* text */.Qq)({ description: 'Which streams of it hold these logs, in LogQL: `{source="function_logs"}`.' })),
};

// EXTERNAL MODULE: ./lib/kit/parts/observe/source-inputs.js + 1 modules
var source_inputs = __webpack_require__(68144);
// EXTERNAL MODULE: ./lib/kit/parts/observe/presets.js
var presets = __webpack_require__(91470);
// EXTERNAL MODULE: ./lib/kit/parts/observe/rate.js
var rate = __webpack_require__(95306);
;// CONCATENATED MODULE: ./lib/kit/parts/observe/inputs.js








/** What is counted. */
const countedInputs = {
    events: (0,input_map/* recordOfLists */.Gh)({
        description: "Events that a release must log, each with the fields that every entry of it must have; one JSON object an entry.",
        default: "{}",
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
/** What the time before the release is asked for. */
const baselineInputs = {
    baseline: (0,input/* duration */.p0)({
        description: "How long before the release its failure rate is looked up: a rate up to 5 % that was seen then is tolerable now, and the plan foretells from its traffic how long a verdict takes. `0s` does neither.",
        default: "7d",
    }),
    "unhealthy-baseline": (0,input/* oneOf */.yL)(["stop", "warn"], {
        description: "What more than 5 % failures before the release do: `stop` the plan, since nobody could tell the release from what was before; `warn` is for a release that mends an outage.",
        default: "stop",
    }),
};
/** How fast attempts must be. */
const latencyInputs = {
    "latency-limit": (0,input/* optional */.lq)((0,input/* duration */.p0)({
        description: "How long an attempt may take; without it nobody looks at that. Attempts that took longer are counted in the query and judged by the same test as failures: a share of 1 minus `latency-quantile` is fine, five times as many are not.",
    })),
    "latency-field": (0,input/* text */.Qq)({
        description: "The field in which an entry says how many milliseconds its attempt took; the slowest entry of an attempt counts.",
        default: "duration_ms",
    }),
    "latency-quantile": (0,rate/* rate */.TS)({
        description: "How many of the attempts must keep to `latency-limit`.",
        default: "95%",
    }),
};
/** What is decided. */
const verdictInputs = {
    preset: (0,input/* oneOf */.yL)(presets/* presetNames */.g, {
        description: "The two rates, where they are not given: `strict` 0.5% and 5% (65 clean attempts pass), `default` 1% and 10% (32), `coarse` 1% and 20% (15).",
        default: "default",
    }),
    "tolerable-rate": (0,input/* optional */.lq)((0,rate/* rate */.TS)({ description: "The failure rate that is still fine; else as `preset` says.", default: "1%" })),
    "unacceptable-rate": (0,input/* optional */.lq)((0,rate/* rate */.TS)({ description: "The failure rate that is not; else as `preset` says.", default: "10%" })),
    "tolerable-per-hour": (0,input/* optional */.lq)((0,rate/* perHour */._V)({
        description: "Failures an hour that are still fine (`2/h`, `3/d`). With it failures are judged by time instead of by attempt: for failures that are logged where nothing tells how many attempts there were.",
    })),
    "unacceptable-per-hour": (0,input/* optional */.lq)((0,rate/* perHour */._V)({ description: "Failures an hour that are not; ten times `tolerable-per-hour` if not given." })),
    "on-silence": (0,input/* oneOf */.yL)(["watch", "fail"], {
        description: "What it comes to when a required event is not logged at all, for longer than its rate before the release explains: `watch` leaves the verdict open and says so.",
        default: "watch",
    }),
    "false-fail": (0,rate/* rate */.TS)({
        description: "How often, at most, a release with a tolerable rate may be failed: shared among the checks that can fail one (failures, latency, silence).",
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
    ...checkInputs,
    ...dashboardInputs,
    ...source_inputs/* sourceInputs */.Z,
    ...countedInputs,
    ...timeInputs,
    ...baselineInputs,
    ...latencyInputs,
    ...verdictInputs,
};


/***/ }),

/***/ 52223:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ lookBack)
/* harmony export */ });
/* harmony import */ var _providers_logs_tally_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(50087);

/**
 * What was counted in the time before a release: of the same functions, in whichever version was
 * live. Nothing is asked for where there is no time or no function.
 */
async function lookBack(source, subject, functions, { until, span }) {
    const ofNone = source.attributes === "function" && functions.length === 0;
    if (span === 0 || ofNone)
        return { value: (0,_providers_logs_tally_js__WEBPACK_IMPORTED_MODULE_0__/* .noTally */ .m)(subject) };
    const asked = functions.map(({ id, slug }) => ({ id, slug }));
    return await source.tally({ ...subject, functions: asked, from: until - span, until, before: true });
}


/***/ }),

/***/ 91470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ presetNames),
/* harmony export */   v: () => (/* binding */ presets)
/* harmony export */ });
const presetNames = ["strict", "default", "coarse"];
/** What is fine and what is not, in parts per million: the closer the two, the more attempts tell them apart. */
const presets = {
    strict: { tolerable: 5_000, unacceptable: 50_000 },
    default: { tolerable: 10_000, unacceptable: 100_000 },
    coarse: { tolerable: 10_000, unacceptable: 200_000 },
};


/***/ }),

/***/ 6870:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Yy: () => (/* binding */ counterOf),
  oe: () => (/* binding */ failingChecks),
  Af: () => (/* binding */ limitsOf),
  XN: () => (/* binding */ slowLimitsOf),
  et: () => (/* binding */ subjectOf)
});

// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(65304);
// EXTERNAL MODULE: ./lib/kit/providers/logs/http/value-at.js
var value_at = __webpack_require__(92081);
// EXTERNAL MODULE: ./lib/kit/providers/logs/placeholders.js
var placeholders = __webpack_require__(14475);
// EXTERNAL MODULE: ./lib/kit/providers/logs/prometheus/promql.js
var promql = __webpack_require__(41815);
// EXTERNAL MODULE: ./lib/kit/providers/logs/sentry/answers.js
var answers = __webpack_require__(4834);
// EXTERNAL MODULE: ./lib/kit/providers/logs/whole.js
var whole = __webpack_require__(62370);
;// CONCATENATED MODULE: ./lib/kit/providers/logs/needs.js





/** Everything that the named source needs and has not, or is asked and cannot know: said before anything is asked. */
function wrongSource(wanted) {
    const { logSource: source, logUrl, logSelector, logQueries } = wanted;
    if (source === "supabase")
        return [];
    const texts = [logUrl ?? "", logSelector ?? "", wanted.logRelease, ...Object.values(logQueries)];
    const unknown = texts.flatMap(placeholders/* unknownIn */.e3).map((name) => `{${name}} is no placeholder`);
    const own = { prometheus: wrongPrometheus, loki: wrongLoki, sentry: wrongSentry, http: wrongHttp }[source];
    const url = logUrl === undefined && source !== "sentry" ? [`log-source ${source} needs log-url`] : [];
    return [...url, ...unknown, ...own(wanted)];
}
function wrongPrometheus(wanted) {
    const unbound = Object.entries(wanted.logQueries).filter(([, text]) => !(0,promql/* isCounter */.v)(text) && !(0,placeholders/* namesTime */.ok)(text) && !(0,placeholders/* namesRelease */.gH)(text));
    return [
        ...wrongQueries(wanted),
        ...unbound.map(([name]) => `log-queries.${name} counts since ever: name a counter, or write its time into it (increase(…[{seconds}s]))`),
    ];
}
function wrongHttp(wanted) {
    const { logUrl = "", logQueries } = wanted;
    return [
        ...((0,placeholders/* namesTime */.ok)(logUrl) || (0,placeholders/* namesRelease */.gH)(logUrl)
            ? []
            : ["log-url of http asks for no time: write {from} and {until} into it"]),
        ...wrongQueries(wanted),
        ...Object.entries(logQueries)
            .filter(([, path]) => (0,value_at/* stepsOf */.B)(path) === undefined)
            .map(([name]) => `log-queries.${name} is no place in an answer: write data.rows[0].count`),
    ];
}
/** Of sources that are told each count, and know nothing of single entries. */
function wrongQueries(wanted) {
    const { logSource: source, events, failures, logQueries } = wanted;
    const names = (0,whole/* namesOf */.eZ)(wanted.latency === undefined ? { events, failures } : { events, failures, latency: wanted.latency });
    const fields = Object.entries(events).filter(([, required]) => required.length > 0);
    return [
        ...fields.map(([name]) => `log-source ${source} cannot see the fields of ${name}: leave them out`),
        ...(failures.length === 0 ? ["failures: name at least one, with a query of its own"] : []),
        ...names
            .filter((name) => !Object.hasOwn(logQueries, name) || logQueries[name] === "")
            .map((name) => `log-queries has nothing for ${name}`),
        ...Object.keys(logQueries)
            .filter((name) => !names.includes(name))
            .map((name) => `log-queries.${name} is none of ${names.join(", ")}`),
    ];
}
function wrongLoki(wanted) {
    const { logSelector = "", events, attemptKey, eventField, syntheticField, latency } = wanted;
    const fields = [eventField, syntheticField, ...attemptKey, ...Object.values(events).flat()];
    const timed = latency === undefined ? [] : [latency.field];
    return [
        ...(/^\{\s*\w+\s*(?:=|!=)~?\s*["`]/.test(logSelector)
            ? []
            : ['log-source loki needs log-selector: {app="functions"}']),
        ...(Object.keys(wanted.logQueries).length > 0 ? ["log-queries mean nothing to loki"] : []),
        ...[...fields, ...timed]
            .filter((name) => /^\d/.test(name))
            .map((name) => `loki cannot read the field ${name}: its name begins with a digit`),
    ];
}
function wrongSentry(wanted) {
    const { logProject = "", logFailedSessions, events, failures, latency } = wanted;
    const unknown = logFailedSessions.filter((name) => !answers/* statuses */.bM.includes(name));
    return [
        ...(/^[\w-]+\/\d+$/.test(logProject)
            ? []
            : ["log-source sentry needs log-project: <organization>/<numeric id of the project>"]),
        ...(Object.keys(events).length > 0 ? ["log-source sentry knows no events: leave `events` out"] : []),
        ...(failures.length > 0
            ? ["log-source sentry counts sessions: write log-failed-sessions, not failures"]
            : []),
        ...(latency === undefined ? [] : ["log-source sentry cannot say how long an attempt took"]),
        ...unknown.map((name) => `${name} is no status of a session (${answers/* statuses */.bM.join(", ")})`),
        ...(logFailedSessions.length === 0 || logFailedSessions.includes("healthy")
            ? ["log-failed-sessions: name what counts as failed, and not healthy"]
            : []),
    ];
}

// EXTERNAL MODULE: ./lib/kit/parts/observe/presets.js
var presets = __webpack_require__(91470);
// EXTERNAL MODULE: ./lib/kit/parts/observe/rate.js
var rate = __webpack_require__(95306);
;// CONCATENATED MODULE: ./lib/kit/parts/observe/slow-limits.js

/** How many times as many slow attempts as are tolerable are not, and how many more at least. */
const TIMES = 5;
const MORE = 90_000;
/**
 * A quantile as a share: that 95 % of the attempts keep to a limit says that 5 % may not. Five times as many are
 * unacceptable, at least 9 % more, and never more than half of those that should have kept to it.
 */
function slowLimits(quantile, promised) {
    const tolerable = rate/* WHOLE */.Ef - quantile;
    const worse = Math.max(TIMES * tolerable, tolerable + MORE);
    return { ...promised, tolerable, unacceptable: Math.min(worse, tolerable + Math.ceil(quantile / 2)) };
}

;// CONCATENATED MODULE: ./lib/kit/parts/observe/question.js




/** The sources that read entries, and see what is in them. */
const reads = ["supabase", "loki"];
/**
 * The inputs as a question. Names go into queries, so that they may hold nothing but what names hold.
 * @throws {UserError} PR102 with everything that is wrong.
 */
function subjectOf(inputs) {
    const { events, failures, eventField, attemptKey, syntheticField } = inputs;
    const latency = latencyOf(inputs);
    const timed = latency === undefined ? [] : [latency.field];
    const fields = [eventField, syntheticField, ...attemptKey, ...Object.values(events).flat(), ...timed];
    const wrong = [
        ...[...Object.keys(events), ...failures]
            .filter((name) => !/^[\w.:/-]{1,64}$/.test(name))
            .map((name) => `"${name}" is no name of an event: 1 to 64 letters, digits and . _ - : /`),
        ...fields
            .filter((name) => !/^\w{1,64}$/.test(name))
            .map((name) => `"${name}" is no name of a field: 1 to 64 letters, digits and _`),
        ...(Object.keys(events).length === 0 && reads.includes(inputs.logSource)
            ? ["events: name at least one event that a release must log"]
            : []),
        ...(attemptKey.length === 0 ? ["attempt-key: name the field that tells attempts apart"] : []),
        ...Object.keys(events)
            .filter((name) => failures.includes(name))
            .map((name) => `${name} cannot be both required and a failure`),
        ...wrongRates(inputs),
        ...wrongSource({ ...inputs, latency }),
    ];
    if (wrong.length === 0)
        return { events, failures, eventField, attemptKey, syntheticField, ...(latency ? { latency } : {}) };
    throw new user_error/* UserError */.yo("PR102", `observe: ${wrong.join("; ")}.`, "Correct the section `observe` in rollout.yml.");
}
/** The limits of failures by time; undefined where they are judged by attempt. */
function counterOf(inputs) {
    const { tolerablePerHour: tolerable } = inputs;
    if (tolerable === undefined)
        return undefined;
    const { falseFail, falsePass } = promised(inputs);
    const unacceptable = inputs.unacceptablePerHour ?? 10 * tolerable;
    return { tolerable, unacceptable, falseFail, falsePass };
}
function limitsOf(inputs) {
    const { tolerableRate, unacceptableRate, preset } = inputs;
    const { tolerable, unacceptable } = presets/* presets */.v[preset];
    return {
        tolerable: tolerableRate ?? tolerable,
        unacceptable: unacceptableRate ?? unacceptable,
        ...promised(inputs),
    };
}
/** The limits of slow attempts; undefined where nobody looks at that. */
function slowLimitsOf(inputs) {
    if (inputs.latencyLimit === undefined)
        return undefined;
    return slowLimits(inputs.latencyQuantile, promised(inputs));
}
/** What can fail a release by chance. */
function failingChecks({ latencyLimit, onSilence, baseline }) {
    return [
        "failures",
        ...(latencyLimit === undefined ? [] : ["latency"]),
        ...(onSilence === "fail" && baseline > 0 ? ["silence"] : []),
    ];
}
/** Each check that can fail a release has its share of `false-fail`, so that they keep to it together (Bonferroni). */
function promised(inputs) {
    const { falseFail, falsePass } = inputs;
    return { falseFail: Math.max(1, Math.floor(falseFail / failingChecks(inputs).length)), falsePass };
}
function latencyOf({ latencyField: field, latencyLimit: limit }) {
    return limit === undefined ? undefined : { field, limit };
}
function wrongRates(inputs) {
    const { falseFail, falsePass } = inputs;
    const { tolerable, unacceptable } = limitsOf(inputs);
    const counter = counterOf(inputs);
    return [
        ...(counter === undefined || counter.tolerable < counter.unacceptable
            ? []
            : ["tolerable-per-hour must be below unacceptable-per-hour"]),
        ...(counter !== undefined || inputs.unacceptablePerHour === undefined
            ? []
            : ["unacceptable-per-hour needs tolerable-per-hour"]),
        ...(tolerable < unacceptable ? [] : ["tolerable-rate must be below unacceptable-rate"]),
        ...(inputs.latencyQuantile >= 500_000 ? [] : ["latency-quantile is at least 50%"]),
        ...(falseFail <= 500_000 && falsePass <= 500_000 ? [] : ["false-fail and false-pass are at most 50%"]),
    ];
}


/***/ }),

/***/ 95306:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ef: () => (/* binding */ WHOLE),
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   TS: () => (/* binding */ rate),
/* harmony export */   _V: () => (/* binding */ perHour)
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
            const found = /^(\d{1,2})(?:\.(\d{1,4}))?%$/.exec(writtenIn(raw));
            const value = found === null ? 0 : Number(found[1]) * 10_000 + Number((found[2] ?? "").padEnd(4, "0"));
            return value > 0 ? { value } : { expected: "a rate between 0% and 100%", write: fallback };
        },
    };
}
/** YAML has no other value with such signs; a list of one is none of them. */
function writtenIn(raw) {
    return typeof raw === "string" ? raw.trim() : "";
}
/** `10000` → `1%`. */
function percent(parts) {
    const whole = Math.floor(parts / 10_000);
    const rest = String(parts % 10_000)
        .padStart(4, "0")
        .replace(/0+$/, "");
    return `${whole}${rest === "" ? "" : `.${rest}`}%`;
}
/** How often an hour, as a person writes it (`2/h`, `0.5/h`, `3/d`): more than 0. */
function perHour(texts) {
    return {
        description: texts.description,
        required: true,
        secret: false,
        kind: "count an hour",
        schema: { type: "string", pattern: "^\\d{1,6}(\\.\\d{1,3})?/[hd]$" },
        parse: (raw) => {
            const found = /^(\d{1,6}(?:\.\d{1,3})?)\/([hd])$/.exec(writtenIn(raw));
            const value = found === null ? 0 : Number(found[1]) / (found[2] === "d" ? 24 : 1);
            return value > 0 ? { value } : { expected: "a count above 0 an hour or a day", write: "2/h" };
        },
    };
}


/***/ }),

/***/ 86321:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ sayForecast),
/* harmony export */   h: () => (/* binding */ sayBaseline)
/* harmony export */ });
/* harmony import */ var _rate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95306);
/* harmony import */ var _span_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(70676);


/** What the time before says, and what it changes. */
function sayBaseline({ kind, seen, bound, limits }, before) {
    const what = `${share(seen)} failed in the ${(0,_span_js__WEBPACK_IMPORTED_MODULE_0__/* .span */ .L)(before)} before`;
    if (kind === "unhealthy")
        return `${what}: it was not healthy then`;
    if (kind === "uninformative")
        return `${what}: too few to say more than what is declared`;
    return limits.tolerable === bound
        ? `${what}, which may be ${short(bound)}: up to that is tolerable, ${short(limits.unacceptable)} is not`
        : `${what}: ${(0,_rate_js__WEBPACK_IMPORTED_MODULE_1__/* .percent */ .KN)(limits.tolerable)} is tolerable, as declared`;
}
/** A rate for reading: two digits after the point, rounded up. */
function short(parts) {
    return (0,_rate_js__WEBPACK_IMPORTED_MODULE_1__/* .percent */ .KN)(Math.ceil(parts / 100) * 100);
}
/** What `observe` will come to, for the person who approves. */
function sayForecast(told, window) {
    const { perHour, cleanPass, passesAfter, openAtEnd, detection } = told;
    if (passesAfter === undefined)
        return [
            `There was no traffic: observe will end without a verdict, and ${cleanPass} clean attempts are needed for one`,
        ];
    const rate = perHour >= 10 ? String(Math.round(perHour)) : String(Number(perHour.toPrecision(2)));
    const soon = detection.map(({ rate: failing, attempts }) => `${(0,_rate_js__WEBPACK_IMPORTED_MODULE_1__/* .percent */ .KN)(failing)} failures after about ${Number(attempts.toPrecision(2))}`);
    return [
        `${rate} attempts an hour: a clean release passes in about ${(0,_span_js__WEBPACK_IMPORTED_MODULE_0__/* .span */ .L)(passesAfter)} (${cleanPass} attempts)`,
        `observe waits ${(0,_span_js__WEBPACK_IMPORTED_MODULE_0__/* .span */ .L)(window)}, which ends without a verdict ${chance(openAtEnd)} of the time`,
        ...(soon.length === 0 ? [] : [`It sees ${soon.join(", ")} attempts`]),
    ];
}
/** Whole percents, and neither never nor always where it is neither. */
function chance(of) {
    if (of > 0.99)
        return "more than 99 %";
    return of < 0.01 ? "less than 1 %" : `${Math.round(of * 100)} %`;
}
function share({ failed, attempts }) {
    const n = attempts.toLocaleString("en");
    const rate = attempts === 0 || failed === 0 ? "" : ` (${(0,_rate_js__WEBPACK_IMPORTED_MODULE_1__/* .percent */ .KN)(Math.round((failed / attempts) * _rate_js__WEBPACK_IMPORTED_MODULE_1__/* .WHOLE */ .Ef))})`;
    return `${failed.toLocaleString("en")} of ${n} attempts${rate}`;
}


/***/ }),

/***/ 48572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JA: () => (/* binding */ standing),
/* harmony export */   S4: () => (/* binding */ passesFrom),
/* harmony export */   YM: () => (/* binding */ failsUpTo)
/* harmony export */ });
/* harmony import */ var _rate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95306);

/**
 * The sequential probability ratio test on `x` failures in `n` attempts, with Ville's boundaries: fails once
 * the likelihood ratio of «unacceptable» to «tolerable» reaches 1/falseFail, passes once it is down to
 * falsePass. The promises of `limits` hold however often one looks and whenever one stops, and the answer
 * depends on nothing but the two counts. Exact: where logarithms cannot tell, both sides are compared as whole numbers.
 */
function standing(x, n, limits) {
    const { tolerable, unacceptable, falseFail, falsePass } = limits;
    const ratio = x * Math.log(unacceptable / tolerable) + (n - x) * Math.log((_rate_js__WEBPACK_IMPORTED_MODULE_0__/* .WHOLE */ .Ef - unacceptable) / (_rate_js__WEBPACK_IMPORTED_MODULE_0__/* .WHOLE */ .Ef - tolerable));
    const [above, below] = [ratio + Math.log(falseFail / _rate_js__WEBPACK_IMPORTED_MODULE_0__/* .WHOLE */ .Ef), ratio - Math.log(falsePass / _rate_js__WEBPACK_IMPORTED_MODULE_0__/* .WHOLE */ .Ef)];
    // Each logarithm is right to 1e-15 or so, and n of them are added.
    const doubt = (n + 1) * 1e-13;
    if (Math.abs(above) < doubt || Math.abs(below) < doubt)
        return exactly(x, n, limits);
    if (above > 0)
        return "fail";
    return below < 0 ? "pass" : "open";
}
function exactly(x, n, limits) {
    const { numerator, denominator } = likelihoodRatio(x, n, limits);
    if (numerator * BigInt(limits.falseFail) >= denominator * BigInt(_rate_js__WEBPACK_IMPORTED_MODULE_0__/* .WHOLE */ .Ef))
        return "fail";
    if (numerator * BigInt(_rate_js__WEBPACK_IMPORTED_MODULE_0__/* .WHOLE */ .Ef) <= denominator * BigInt(limits.falsePass))
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
    const passed = reduced(_rate_js__WEBPACK_IMPORTED_MODULE_0__/* .WHOLE */ .Ef - unacceptable, _rate_js__WEBPACK_IMPORTED_MODULE_0__/* .WHOLE */ .Ef - tolerable);
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
/** More attempts than any limits that can be written need. */
const FAR = 2 ** 40;
/** The smallest whole number from `start` on for which `holds`, which must stay true once it is. */
function firstFrom(start, holds) {
    let step = 1;
    while (!holds(start + step)) {
        step *= 2;
        if (step > FAR)
            throw new Error(`No number of attempts up to ${FAR} decides after ${start}`);
    }
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


/***/ }),

/***/ 68144:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ logToken),
  Z: () => (/* binding */ sourceInputs)
});

// EXTERNAL MODULE: ./lib/kit/action/input-map.js
var input_map = __webpack_require__(59148);
// EXTERNAL MODULE: ./lib/kit/action/input.js
var input = __webpack_require__(36583);
;// CONCATENATED MODULE: ./lib/kit/providers/logs/names.js
/** The log sources that this suite knows; `sources.ts` has one opener for each. */
const sourceNames = ["supabase", "prometheus", "loki", "sentry", "http"];

;// CONCATENATED MODULE: ./lib/kit/parts/observe/source-inputs.js



/** The token of the source, which whoever asks it has; it is never in rollout.yml. */
const logToken = (0,input/* optional */.lq)((0,input/* secret */.rJ)({
    description: "Token of the source, where it is not Supabase: sent as a bearer, or as user and password where it is `user:password`.",
}));
/** Where it is counted, if not in Supabase's logs. */
const sourceInputs = {
    "log-source": (0,input/* oneOf */.yL)(sourceNames, {
        description: "What counts. Each source says what it cannot: [docs/sources.md](../../docs/sources.md) has the table.",
        default: "supabase",
    }),
    "log-url": (0,input/* optional */.lq)((0,input/* url */.OZ)({
        description: "Base URL of Prometheus, Loki or Sentry (`https://sentry.io` if not given); of `http` the whole address, with placeholders.",
    })),
    "log-token": logToken,
    "log-queries": (0,input_map/* record */.g1)({
        description: "What counts, by name: `attempts`, and each of `events` and `failures` (with `latency-limit` also `timed` and `slow`). For `prometheus` a counter with its labels, or PromQL; for `http` where the number stands in the answer (`data.total`). Placeholders: `{from}`, `{until}` (ISO), `{from-seconds}`, `{until-seconds}`, `{seconds}`, `{commit}`, `{release}`, `{target}`.",
        default: "",
    }),
    "log-selector": (0,input/* optional */.lq)((0,input/* text */.Qq)({
        description: 'The streams that `loki` counts in, with filters if need be: `{app="functions"}`.',
    })),
    "log-project": (0,input/* optional */.lq)((0,input/* text */.Qq)({
        description: "`sentry`: `<organization>/<numeric id of the project>`; `loki`: the tenant, where it has some.",
    })),
    "log-environment": (0,input/* optional */.lq)((0,input/* text */.Qq)({ description: "The environment that `sentry` counts; all of them if not given." })),
    "log-release": (0,input/* text */.Qq)({
        description: "What `sentry` knows the release as.",
        default: "{commit}",
    }),
    "log-failed-sessions": (0,input/* list */.p_)({
        description: "The statuses of `sentry`'s sessions that count as failed: crashed, unhandled, abnormal, errored.",
        default: "crashed, unhandled",
    }),
    "log-timeout": (0,input/* duration */.p0)({
        description: "How long the source may take for one answer.",
        default: "30s",
    }),
};


/***/ }),

/***/ 70676:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ span)
/* harmony export */ });
const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** «7 days», «90 minutes»: in the largest unit of which there are two. */
function span(ms) {
    const units = [
        ["day", DAY],
        ["hour", HOUR],
        ["minute", MINUTE],
    ];
    const [unit, size] = units.find(([, length]) => ms >= 2 * length) ?? ["second", SECOND];
    const count = Math.round(ms / size);
    return `${count.toLocaleString("en")} ${unit}${count === 1 ? "" : "s"}`;
}


/***/ }),

/***/ 96647:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ whereToLook)
/* harmony export */ });
/* harmony import */ var _action_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42534);

/** Links that a person follows, as a piece of the page. */
function whereToLook(title, places) {
    const rows = places.map(([what, called, address]) => [(0,_action_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(what), (0,_action_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .link */ .nf)(called, address)]);
    return { kind: "whole", title, text: `### ${(0,_action_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .plain */ .pj)(title)}\n\n${(0,_action_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .table */ .tp)(["what", "where"], rows)}` };
}


/***/ }),

/***/ 92081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ stepsOf),
/* harmony export */   f: () => (/* binding */ valueAt)
/* harmony export */ });
/** The steps of `data.rows[0].count`, with `$.` before it or without; undefined for anything else. */
function stepsOf(path) {
    const whole = path.trim().replace(/^\$\.?/, "");
    if (!/^(?:[\w-]+|\[\d+\])(?:\.[\w-]+|\[\d+\])*$/.test(whole))
        return undefined;
    return whole.split(/[.[\]]/).filter((step) => step !== "");
}
/** What stands there; undefined where nothing does. Nothing is found that the answer has not itself. */
function valueAt(json, path) {
    const steps = stepsOf(path);
    if (steps === undefined)
        return undefined;
    let here = json;
    for (const step of steps) {
        if (typeof here !== "object" || here === null || !Object.hasOwn(here, step))
            return undefined;
        here = here[step];
    }
    return here;
}


/***/ }),

/***/ 14475:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bq: () => (/* binding */ filled),
/* harmony export */   Qf: () => (/* binding */ placeholdersIn),
/* harmony export */   e3: () => (/* binding */ unknownIn),
/* harmony export */   gH: () => (/* binding */ namesRelease),
/* harmony export */   ok: () => (/* binding */ namesTime)
/* harmony export */ });
/** What may stand between braces; those of the release bind what is counted to it. */
const ofTime = ["from", "until", "from-seconds", "until-seconds", "seconds"];
const ofRelease = ["commit", "release", "target"];
const pattern = /\{([a-z]+(?:-[a-z]+)*)\}/g;
function placeholdersIn(text) {
    return [...text.matchAll(pattern)].map(([, name = ""]) => name);
}
/** Those that nothing can be put in for. */
function unknownIn(text) {
    const known = [...ofTime, ...ofRelease];
    return placeholdersIn(text).filter((name) => !known.includes(name));
}
/** Whether only what this release does can be in the answer. */
function namesRelease(text) {
    return placeholdersIn(text).some((name) => name === "commit" || name === "release");
}
function namesTime(text) {
    return placeholdersIn(text).some((name) => ofTime.includes(name));
}
/** The text with everything put in, each value as `as` writes it. A moment is in UTC, or in seconds since 1970. */
function filled(text, { from, until }, { commit, release, target }, as = (value) => value) {
    const values = new Map([
        ["from", new Date(from).toISOString()],
        ["until", new Date(until).toISOString()],
        ["from-seconds", String(Math.floor(from / 1000))],
        ["until-seconds", String(Math.ceil(until / 1000))],
        ["seconds", String(Math.ceil((until - from) / 1000))],
        ["commit", commit],
        ["release", release ?? ""],
        ["target", target ?? ""],
    ]);
    return text.replace(pattern, (whole, name) => {
        const value = values.get(name);
        return value === undefined ? whole : as(value);
    });
}


/***/ }),

/***/ 41815:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ grownBy),
/* harmony export */   v: () => (/* binding */ isCounter)
/* harmony export */ });
/** How far back it is looked for what a counter was before it is counted. */
const BEFORE = "1h";
/** Whether this is the name of a counter, with labels if need be, and no expression. */
function isCounter(text) {
    return /^[a-zA-Z_:][\w:]*\s*(?:\{(?:[^{}"]|"(?:[^"\\]|\\.)*")*\})?$/.test(text.trim());
}
/**
 * By how much the counters have grown within so many ms, to the unit. `increase` extrapolates, and misses what a counter
 * begins with: a failure that is the first of its kind. Here each series is what it was last less what it was before;
 * one that began within the time, or anew before it was seen, counts from zero. Only one that began anew in the midst of it
 * is estimated by `increase`.
 */
function grownBy(counter, ms) {
    const within = `${counter.trim()}[${ms}ms]`;
    const before = `last_over_time(${counter.trim()}[${BEFORE}] offset ${ms}ms)`;
    const steady = `resets(${within}) == 0`;
    return [
        "sum(",
        `  ((last_over_time(${within}) - ${before}) and (min_over_time(${within}) >= ${before}) and (${steady}))`,
        `  or (last_over_time(${within}) and (${steady}))`,
        `  or increase(${within})`,
        ")",
    ].join("\n");
}


/***/ }),

/***/ 4834:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ow: () => (/* binding */ sessionsFrom),
/* harmony export */   bM: () => (/* binding */ statuses),
/* harmony export */   oC: () => (/* binding */ errorsFrom)
/* harmony export */ });
/* harmony import */ var _whole_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62370);
/* harmony import */ var _ports_json_object_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9169);


/** How a session can have ended, as Sentry calls it. */
const statuses = ["healthy", "errored", "unhandled", "abnormal", "crashed"];
/** Sessions by status. Undefined for a status that comes twice or that nobody knows: then nothing is certain of the rest. */
function sessionsFrom(json, failing) {
    const { groups } = (0,_ports_json_object_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldsOf */ .P)(json);
    if (!Array.isArray(groups))
        return undefined;
    const counts = new Map();
    for (const group of groups) {
        const { by, totals } = (0,_ports_json_object_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldsOf */ .P)(group);
        const status = (0,_ports_json_object_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldsOf */ .P)(by)["session.status"];
        const count = (0,_whole_js__WEBPACK_IMPORTED_MODULE_0__/* .countFrom */ .kh)((0,_ports_json_object_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldsOf */ .P)(totals)["sum(session)"]);
        if (typeof status !== "string" || count === undefined || counts.has(status))
            return undefined;
        if (!statuses.includes(status))
            return undefined;
        counts.set(status, count);
    }
    const of = (names) => names.reduce((sum, name) => sum + (counts.get(name) ?? 0), 0);
    return { attempts: of([...counts.keys()]), failed: of(failing) };
}
/** The one number of a table with one row; undefined where there is none, or more. */
function errorsFrom(json) {
    const { data } = (0,_ports_json_object_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldsOf */ .P)(json);
    return Array.isArray(data) && data.length === 1 ? (0,_ports_json_object_js__WEBPACK_IMPORTED_MODULE_1__/* .fieldsOf */ .P)(data[0])["count()"] : undefined;
}


/***/ }),

/***/ 77683:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ openSource)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);
/* harmony import */ var _placeholders_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(14475);


/** Each is loaded only where it is named. */
const openers = {
    supabase: async ({ inputs, access }, world) => {
        const { supabaseLogs } = await __webpack_require__.e(/* import() */ 212).then(__webpack_require__.bind(__webpack_require__, 34212));
        return supabaseLogs(world, known(access), inputs.supabaseDashboardUrl, inputs.logTimeout);
    },
    prometheus: async ({ inputs, counted }, world) => (await __webpack_require__.e(/* import() */ 440).then(__webpack_require__.bind(__webpack_require__, 83440))).openPrometheus(inputs, world, counted),
    loki: async ({ inputs, counted }, world) => (await __webpack_require__.e(/* import() */ 43).then(__webpack_require__.bind(__webpack_require__, 48043))).openLoki(inputs, world, counted),
    sentry: async ({ inputs, byHour, counted }, world) => (await __webpack_require__.e(/* import() */ 738).then(__webpack_require__.bind(__webpack_require__, 79738))).openSentry({ inputs, byHour }, world, counted),
    http: async ({ inputs, counted }, world) => (await __webpack_require__.e(/* import() */ 812).then(__webpack_require__.bind(__webpack_require__, 33812))).openHttpSource(inputs, world, counted),
};
/** @throws {UserError} PR104 */
function known(access) {
    if (access !== undefined)
        return access;
    const fix = "Pass a token that may read logs and functions as `supabase-access-token`.";
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR104", "log-source supabase needs `supabase-access-token`, but it is empty.", fix);
}
/** The source that the inputs name, which `wrongSource` has found nothing wrong with. */
async function openSource(opening, world) {
    const source = await openers[opening.inputs.logSource](opening, world);
    const refused = unfilled(opening);
    return {
        ...source,
        tally: async (question) => {
            if (question.before === true && source.looksBack === false)
                return { error: ofAnother(), wait: 0, final: true };
            if (question.before !== true && refused !== undefined)
                return { error: refused, wait: 0, final: true };
            return await source.tally(question);
        },
    };
}
/** A query about no release would count nothing, or everything. */
function unfilled({ inputs, counted }) {
    const { logUrl = "", logSelector = "", logQueries, logRelease, logSource } = inputs;
    if (logSource === "supabase")
        return undefined;
    const texts = [logUrl, logSelector, ...Object.values(logQueries), logRelease];
    const used = texts.flatMap(_placeholders_js__WEBPACK_IMPORTED_MODULE_1__/* .placeholdersIn */ .Qf);
    const bad = ["commit", "release", "target"].find((name) => used.includes(name) && !/^[\w.:/@+-]+$/.test(counted[name] ?? ""));
    if (bad === undefined)
        return undefined;
    const value = counted[bad];
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR102", value === undefined
        ? `The questions name {${bad}}, but no ${bad} is given.`
        : `The questions name {${bad}}, but "${value.slice(0, 60)}" cannot stand in one.`, "Name what a query can tell the release by, or leave it out.");
}
function ofAnother() {
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR304", "The questions name this release, so that they cannot tell what was before it", "Write `baseline: 0s`, or leave the release out of the questions.");
}


/***/ }),

/***/ 50087:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ addTallies),
/* harmony export */   m: () => (/* binding */ noTally)
/* harmony export */ });
/* harmony import */ var _action_held_in_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39678);

/** What is counted before anything was logged. */
function noTally({ events, latency }) {
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
        unreadable: 0,
        ...(latency === undefined ? {} : { slow: none }),
        events: Object.fromEntries(Object.entries(events).map(([name, fields]) => [name, event(fields)])),
    };
}
/** Two spans of time together. An attempt that both have seen counts twice. */
function addTallies(a, b) {
    return {
        real: addShares(a.real, b.real),
        synthetic: addShares(a.synthetic, b.synthetic),
        withoutKey: a.withoutKey + b.withoutKey,
        unreadable: (a.unreadable ?? 0) + (b.unreadable ?? 0),
        uncounted: [...new Set([...(a.uncounted ?? []), ...(b.uncounted ?? [])])],
        ...(a.slow === undefined ? {} : { slow: addShares(a.slow, b.slow ?? a.slow) }),
        events: Object.fromEntries(Object.entries(a.events).map(([name, event]) => [
            name,
            addEvents(event, (0,_action_held_in_js__WEBPACK_IMPORTED_MODULE_0__/* .heldIn */ .$)(b.events, name) ?? event),
        ])),
    };
}
function addShares(a, b) {
    return { attempts: a.attempts + b.attempts, failed: a.failed + b.failed };
}
function addEvents(a, b) {
    return {
        attempts: a.attempts + b.attempts,
        entries: a.entries + b.entries,
        missing: Object.fromEntries(Object.entries(a.missing).map(([field, n]) => [field, n + ((0,_action_held_in_js__WEBPACK_IMPORTED_MODULE_0__/* .heldIn */ .$)(b.missing, field) ?? 0)])),
    };
}


/***/ }),

/***/ 62370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   eZ: () => (/* binding */ namesOf),
/* harmony export */   kh: () => (/* binding */ countFrom),
/* harmony export */   sv: () => (/* binding */ tallyOf)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);

/** The names that counts are asked by, of a source that is told each of them. */
function namesOf({ events, failures, latency }) {
    const timed = latency === undefined ? [] : ["timed", "slow"];
    return ["attempts", ...new Set([...Object.keys(events), ...failures]), ...timed];
}
/**
 * Counts by name as a tally. What nothing is known of is never zero failures: it is said, and nothing passes with it.
 * More failures than attempts are no share of anything.
 */
function tallyOf(subject, counts) {
    const { events, failures, latency } = subject;
    const unknown = failures.filter((name) => counts.get(name) === undefined);
    const real = share(counts, "attempts", failures);
    const slow = latency === undefined ? undefined : share(counts, "timed", ["slow"]);
    const wrong = [real, slow].find((one) => one !== undefined && one.failed > one.attempts);
    if (wrong !== undefined)
        return moreThanAll(wrong);
    return {
        real,
        synthetic: { attempts: 0, failed: 0 },
        withoutKey: 0,
        uncounted: real.attempts === 0 ? [] : unknown.map(sayUnknown),
        ...(slow === undefined ? {} : { slow }),
        events: Object.fromEntries(Object.keys(events).map((name) => [name, seen(counts.get(name) ?? 0)])),
    };
}
function share(counts, all, failing) {
    const failed = failing.reduce((sum, name) => sum + (counts.get(name) ?? 0), 0);
    return { attempts: counts.get(all) ?? 0, failed };
}
function seen(attempts) {
    return { attempts, entries: attempts, missing: {} };
}
function sayUnknown(name) {
    return `the source knows nothing of ${name}, and that is not the same as none`;
}
function moreThanAll({ attempts, failed }) {
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR306", `The source counted ${failed} of ${attempts}: more than there were.`, "Let `attempts` count each attempt, also those that fail, and each failing one once.");
}
/** A number that is a count. Fractions (an extrapolated increase) are brought to the next whole number. */
function countFrom(value) {
    const number = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
    if (typeof number !== "number" || !Number.isFinite(number) || number < 0)
        return undefined;
    const whole = Math.round(number);
    return Number.isSafeInteger(whole) ? whole : undefined;
}


/***/ }),

/***/ 37096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ projectApi)
/* harmony export */ });
/* harmony import */ var _ports_json_api_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(14232);
/* harmony import */ var _permission_for_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15463);


/** A caller for the Management API whose refused token is explained by what it should be allowed to do. */
function projectApi(world, { supabaseApiUrl, supabaseAccessToken }, { attempts, mustBeAble, timeout, }) {
    return (0,_ports_json_api_js__WEBPACK_IMPORTED_MODULE_0__/* .jsonApi */ .Z)(world, {
        name: "Supabase",
        baseUrl: supabaseApiUrl,
        headers: { authorization: `Bearer ${supabaseAccessToken}` },
        tokenHint: `Pass a token that may ${mustBeAble} as \`supabase-access-token\` (https://supabase.com/dashboard/account/tokens).`,
        needs: _permission_for_js__WEBPACK_IMPORTED_MODULE_1__/* .permissionFor */ .T,
        attempts,
        ...(timeout === undefined ? {} : { timeout }),
    });
}


/***/ }),

/***/ 80248:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ activatedAt)
/* harmony export */ });
/* harmony import */ var _record_history_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31102);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96848);


/**
 * When a release began to change what users meet, in ms since 1970: GitHub's own time of its first receipt
 * of an activating phase. Undefined while there is none.
 */
async function activatedAt(github, target, release) {
    const times = (await (0,_record_history_js__WEBPACK_IMPORTED_MODULE_0__/* .changesOf */ .fs)(github, target, release)).flatMap(({ receipt: { phase }, at }) => at !== null && (0,_phases_js__WEBPACK_IMPORTED_MODULE_1__/* .isPhase */ .AL)(phase) && _phases_js__WEBPACK_IMPORTED_MODULE_1__/* .phases */ .tW[phase].activates ? [at] : []);
    return times.length === 0 ? undefined : Math.min(...times);
}


/***/ }),

/***/ 6197:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ refuseRolledBack)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);

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
