export const id = 238;
export const ids = [238];
export const modules = {

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
/* harmony import */ var _functions_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(46796);


/** The functions that are declared, here or where they are deployed; undefined for all of the project. */
function declaredFunctions(functions, world) {
    if (functions !== undefined || !world.sections.includes("deploy-functions"))
        return functions;
    return world.section("deploy-functions", { functions: (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)(_functions_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .functionsInputs */ .l.functions) }).functions;
}


/***/ }),

/***/ 96609:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ observeInputs)
/* harmony export */ });
/* harmony import */ var _action_input_map_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59148);
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(36583);
/* harmony import */ var _action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67906);
/* harmony import */ var _presets_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(91470);
/* harmony import */ var _rate_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(95306);





/** What is counted. */
const countedInputs = {
    events: (0,_action_input_map_js__WEBPACK_IMPORTED_MODULE_0__/* .recordOfLists */ .Gh)({
        description: "Events that a release must log, each with the fields that every entry of it must have; one JSON object an entry.",
    }),
    failures: (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)({
        description: "Events that mean that their attempt has failed. Their rate decides.",
        default: "",
    }),
    "attempt-key": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)({
        description: "The fields that tell attempts apart: retries of one attempt count once, and so does its failure.",
        default: "session_id",
    }),
    "event-field": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({ description: "The field that holds an entry's event.", default: "event" }),
    "synthetic-field": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        description: "The field that is `true` in entries that no real user caused: these are counted apart and decide nothing.",
        default: "synthetic",
    }),
    functions: (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .list */ .p_)({
        description: "The functions whose logs are counted. Without it those of `deploy-functions`, else all of the project.",
    })),
    since: (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        description: "When the release went live, as ISO 8601 with Z. Without it the record knows, else the newest activation of the functions. A re-run counts on from there.",
    })),
};
/** When it is looked. */
const timeInputs = {
    lag: (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)({
        description: "How long entries may take to arrive: newer ones are not counted yet.",
        default: "90s",
    }),
    "poll-interval": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)({
        description: "Time between two looks. Supabase takes 30 log queries a minute.",
        default: "30s",
    }),
    window: (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)({
        description: "How long this job waits for a verdict. `0s` looks once: for a run on a schedule that counts on.",
        default: "30m",
    }),
    "error-budget": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)({
        description: "How many looks in a row may fail before the verdict is error. A failing log source is never a failing release.",
        default: "4",
        min: 1,
    }),
};
/** What the time before the release is asked for. */
const baselineInputs = {
    baseline: (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)({
        description: "How long before the release its failure rate is looked up: a rate up to 5 % that was seen then is tolerable now, and the plan foretells from its traffic how long a verdict takes. `0s` does neither.",
        default: "7d",
    }),
    "unhealthy-baseline": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)(["stop", "warn"], {
        description: "What more than 5 % failures before the release do: `stop` the plan, since nobody could tell the release from what was before; `warn` is for a release that mends an outage.",
        default: "stop",
    }),
};
/** How fast attempts must be. */
const latencyInputs = {
    "latency-limit": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)({
        description: "How long an attempt may take; without it nobody looks at that. Attempts that took longer are counted in the query and judged by the same test as failures: a share of 1 minus `latency-quantile` is fine, five times as many are not.",
    })),
    "latency-field": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        description: "The field in which an entry says how many milliseconds its attempt took; the slowest entry of an attempt counts.",
        default: "duration_ms",
    }),
    "latency-quantile": (0,_rate_js__WEBPACK_IMPORTED_MODULE_4__/* .rate */ .TS)({
        description: "How many of the attempts must keep to `latency-limit`.",
        default: "95%",
    }),
};
/** What is decided. */
const verdictInputs = {
    preset: (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)(_presets_js__WEBPACK_IMPORTED_MODULE_3__/* .presetNames */ .g, {
        description: "The two rates, where they are not given: `strict` 0.5% and 5% (65 clean attempts pass), `default` 1% and 10% (32), `coarse` 1% and 20% (15).",
        default: "default",
    }),
    "tolerable-rate": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_rate_js__WEBPACK_IMPORTED_MODULE_4__/* .rate */ .TS)({ description: "The failure rate that is still fine; else as `preset` says.", default: "1%" })),
    "unacceptable-rate": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_rate_js__WEBPACK_IMPORTED_MODULE_4__/* .rate */ .TS)({ description: "The failure rate that is not; else as `preset` says.", default: "10%" })),
    "tolerable-per-hour": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_rate_js__WEBPACK_IMPORTED_MODULE_4__/* .perHour */ ._V)({
        description: "Failures an hour that are still fine (`2/h`, `3/d`). With it failures are judged by time instead of by attempt: for failures that are logged where nothing tells how many attempts there were.",
    })),
    "unacceptable-per-hour": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_rate_js__WEBPACK_IMPORTED_MODULE_4__/* .perHour */ ._V)({ description: "Failures an hour that are not; ten times `tolerable-per-hour` if not given." })),
    "on-silence": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)(["watch", "fail"], {
        description: "What it comes to when a required event is not logged at all, for longer than its rate before the release explains: `watch` leaves the verdict open and says so.",
        default: "watch",
    }),
    "false-fail": (0,_rate_js__WEBPACK_IMPORTED_MODULE_4__/* .rate */ .TS)({
        description: "How often, at most, a release with a tolerable rate may be failed: shared among the checks that can fail one (failures, latency, silence).",
        default: "1%",
    }),
    "false-pass": (0,_rate_js__WEBPACK_IMPORTED_MODULE_4__/* .rate */ .TS)({
        description: "How often, at most, a release with an unacceptable rate may be passed.",
        default: "5%",
    }),
    "min-events": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .integer */ .nd)({
        description: "How many attempts must have logged each required event before observe passes.",
        default: "1",
        min: 1,
    }),
    "on-inconclusive": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .oneOf */ .yL)(["watch", "pass", "fail"], {
        description: "What too few attempts for a verdict come to: `watch` leaves the release live with its verdict open.",
        default: "watch",
    }),
};
/** The inputs of `observe`. */
const observeInputs = {
    ..._action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .supabaseInputs */ .iD,
    "supabase-access-token": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .secret */ .rJ)({
        description: "Supabase access token that may read logs and functions; with `prepare`, read and write notebooks.",
    })),
    "supabase-dashboard-url": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)({
        description: "Base URL of Supabase's dashboard, for links.",
        default: "https://supabase.com/dashboard",
    }),
    prepare: (0,_action_input_js__WEBPACK_IMPORTED_MODULE_1__/* .flag */ .Jt)({
        description: "Only saves the queries as a dashboard and gives its link, before anything changes. Its failure is a warning.",
        default: "false",
    }),
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
    if (span === 0 || functions.length === 0)
        return { value: (0,_providers_logs_tally_js__WEBPACK_IMPORTED_MODULE_0__/* .noTally */ .m)(subject) };
    const asked = functions.map(({ id, slug }) => ({ id, slug }));
    return await source.tally({ ...subject, functions: asked, from: until - span, until });
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

/***/ 49416:
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
        ...(Object.keys(events).length === 0 ? ["events: name at least one event that a release must log"] : []),
        ...(attemptKey.length === 0 ? ["attempt-key: name the field that tells attempts apart"] : []),
        ...Object.keys(events)
            .filter((name) => failures.includes(name))
            .map((name) => `${name} cannot be both required and a failure`),
        ...wrongRates(inputs),
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
/** How often an hour, as a person writes it (`2/h`, `0.5/h`, `3/d`): more than 0. */
function perHour(texts) {
    return {
        description: texts.description,
        required: true,
        secret: false,
        kind: "count an hour",
        schema: { type: "string", pattern: "^\\d{1,6}(\\.\\d{1,3})?/[hd]$" },
        parse: (raw) => {
            const found = /^(\d{1,6}(?:\.\d{1,3})?)\/([hd])$/.exec(String(raw).trim());
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
  _: () => (/* binding */ supabaseLogs)
});

// EXTERNAL MODULE: ./lib/kit/providers/supabase/project-api.js
var project_api = __webpack_require__(37096);
// EXTERNAL MODULE: ./lib/kit/providers/logs/tally.js
var tally = __webpack_require__(50087);
// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(65304);
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
/** NaN for what is no count. */
function counter(row) {
    const cells = (typeof row === "object" && row !== null ? row : {});
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
function supabaseLogs(world, access, dashboardUrl) {
    const api = (0,project_api/* projectApi */.S)(world, access, { attempts: 1, mustBeAble: "read the logs of this project" });
    const path = `/v1/projects/${access.supabase}/analytics/endpoints/logs`;
    return {
        tally: async (question) => {
            const ask = (span) => oneRow(api, path, span, (0,tally_sql/* tallySql */.r_)(span), (row) => readTally(row, question));
            return sumOf(await Promise.all(spansOf(question).map(ask)), (0,tally/* noTally */.m)(question), tally/* addTallies */.M);
        },
        calls: async (question) => {
            const ask = (span) => oneRow(api, path, span, (0,tally_sql/* callsSql */.Wn)(span), readCalls);
            return sumOf(await Promise.all(spansOf(question).map(ask)), { calls: 0, failed: 0 }, addCalls);
        },
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


/***/ }),

/***/ 50087:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ addTallies),
/* harmony export */   m: () => (/* binding */ noTally)
/* harmony export */ });
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
        ...(a.slow === undefined ? {} : { slow: addShares(a.slow, b.slow ?? a.slow) }),
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


/***/ }),

/***/ 65031:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ activatedAt)
/* harmony export */ });
/* harmony import */ var _history_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47562);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96848);


/**
 * When a release began to change what users meet, in ms since 1970: GitHub's own time of its first receipt
 * of an activating phase. Undefined while there is none.
 */
async function activatedAt(github, target, release) {
    const times = (await (0,_history_js__WEBPACK_IMPORTED_MODULE_0__/* .changesOf */ .fs)(github, target, release)).flatMap(({ receipt: { phase }, at }) => at !== null && (0,_phases_js__WEBPACK_IMPORTED_MODULE_1__/* .isPhase */ .AL)(phase) && _phases_js__WEBPACK_IMPORTED_MODULE_1__/* .phases */ .tW[phase].activates ? [at] : []);
    return times.length === 0 ? undefined : Math.min(...times);
}


/***/ }),

/***/ 68700:
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
