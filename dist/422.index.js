export const id = 422;
export const ids = [422];
export const modules = {

/***/ 70391:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./lib/kit/action/run.js + 14 modules
var run = __webpack_require__(2836);
// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(65304);
// EXTERNAL MODULE: ./lib/kit/notify/announce.js + 1 modules
var announce = __webpack_require__(88412);
// EXTERNAL MODULE: ./lib/kit/notify/send.js + 1 modules
var send = __webpack_require__(21183);
;// CONCATENATED MODULE: ./lib/actions/observe/announce-first.js



/**
 * `prepare` is the last before the first gate, so it tells that the release waits there, with the link of what it has
 * saved. Whatever came of that: people wait for a message, not for a dashboard.
 */
function announcingFirst(work) {
    return async (inputs, world) => {
        if (!inputs.prepare)
            return await work(inputs, world);
        let queries;
        try {
            const done = await work(inputs, world);
            queries = done.outputs["dashboard-url"];
            return done;
        }
        finally {
            await tell(inputs, queries, world);
        }
    };
}
async function tell(inputs, queries, world) {
    const { plan: file, slice, notifyUrl } = inputs;
    if (file === undefined || notifyUrl === undefined)
        return;
    await (0,send/* quietly */.gd)(world, async () => {
        const signal = isLate(world.signal) ? new AbortController().signal : world.signal;
        await (0,announce/* announceGate */.VW)(await (0,announce/* planIn */.rP)(file, world), { slice, queries }, inputs, { ...world, signal });
    });
}
/** Its own time is over, and the release goes on; a run that was cancelled waits for nobody. */
function isLate({ aborted, reason }) {
    return aborted && reason instanceof user_error/* Stopped */.C9 && reason.code === "PR504";
}

// EXTERNAL MODULE: ./lib/kit/providers/supabase/functions-api.js + 1 modules
var functions_api = __webpack_require__(57299);
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
        if (now?.id === id && now.version === (version ?? now.version))
            return [];
        return [`${slug} ${version ?? "any"} → ${now?.version ?? "removed"}`];
    });
}
function bySlug(a, b) {
    return a.slug < b.slug ? -1 : 1;
}

// EXTERNAL MODULE: ./lib/kit/parts/observe/sequential-test.js
var sequential_test = __webpack_require__(48572);
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
    const [look, now] = await Promise.all([
        source.calls?.(question),
        access === undefined ? undefined : livesNow(world, access, slugs),
    ]);
    const calls = look !== undefined && "value" in look ? look.value : undefined;
    const others = now === undefined ? [] : replaced(question.functions, now);
    const evidence = [
        calls
            ? `${calls.failed} of ${calls.calls} calls of the functions ended with 500 or more`
            : look === undefined
                ? "Calls are not known to this source"
                : "Calls could not be counted",
        ...(access === undefined ? [unasked] : [sayLive(slugs.length, others.length, now !== undefined)]),
    ];
    return { verdict: doubted(verdict, calls, others, judging), calls, evidence };
}
const unasked = "Which versions are live was not asked: there is no `supabase-access-token`";
function sayLive(all, others, read) {
    return read
        ? `${all - others} of ${all} functions are still live in the observed version`
        : "Whether the observed versions are still live could not be read";
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
    if (calls === undefined || (0,sequential_test/* standing */.JA)(calls.failed, calls.calls, limits) !== "fail")
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

// EXTERNAL MODULE: ./lib/kit/parts/observe/declared-functions.js
var declared_functions = __webpack_require__(79422);
// EXTERNAL MODULE: ./lib/kit/parts/observe/baseline.js
var baseline = __webpack_require__(9267);
// EXTERNAL MODULE: ./lib/kit/parts/observe/rate.js
var rate = __webpack_require__(95306);
;// CONCATENATED MODULE: ./lib/kit/parts/observe/counter-test.js

const HOUR = 3_600_000;
/**
 * The sequential test where only failures can be counted, `x` of them in `time` ms: the likelihood ratio of two Poisson
 * rates, with the same boundaries as `standing` and the same promises. Silence passes here, so it is for failures that
 * would be logged whether or not anybody succeeds.
 */
function counterStanding(x, time, limits) {
    const { tolerable, unacceptable, falseFail, falsePass } = limits;
    const ratio = x * Math.log(unacceptable / tolerable) - ((unacceptable - tolerable) * time) / HOUR;
    if (ratio >= Math.log(rate/* WHOLE */.Ef / falseFail))
        return "fail";
    if (ratio <= Math.log(falsePass / rate/* WHOLE */.Ef))
        return "pass";
    return "open";
}
/** The time in ms from which on `x` failures say pass. */
function counterPassesFrom(x, limits) {
    const { tolerable, unacceptable, falsePass } = limits;
    const needed = x * Math.log(unacceptable / tolerable) + Math.log(rate/* WHOLE */.Ef / falsePass);
    return Math.ceil((needed / (unacceptable - tolerable)) * HOUR);
}
/** The time in ms up to which `x` failures say fail; undefined where they never do. */
function counterFailsUpTo(x, limits) {
    const { tolerable, unacceptable, falseFail } = limits;
    const left = x * Math.log(unacceptable / tolerable) - Math.log(rate/* WHOLE */.Ef / falseFail);
    return left < 0 ? undefined : Math.floor((left / (unacceptable - tolerable)) * HOUR);
}
/**
 * How long an event that comes `perHour` times an hour must stay away, in ms, before chance explains it only `level`
 * (parts per million) of the time: 18 minutes at ten an hour and 5 %.
 */
function silentAfter(perHour, level) {
    return perHour <= 0 ? Number.POSITIVE_INFINITY : Math.ceil((Math.log(rate/* WHOLE */.Ef / level) / perHour) * HOUR);
}

// EXTERNAL MODULE: ./lib/kit/parts/observe/look-back.js
var look_back = __webpack_require__(52223);
// EXTERNAL MODULE: ./lib/kit/parts/observe/question.js + 2 modules
var observe_question = __webpack_require__(6870);
// EXTERNAL MODULE: ./lib/kit/parts/observe/say-baseline.js
var say_baseline = __webpack_require__(86321);
;// CONCATENATED MODULE: ./lib/kit/parts/observe/held-to.js





const held_to_HOUR = 3_600_000;
/** What the inputs alone say of how the counts are judged. */
function judgedBy(inputs) {
    return { minEvents: inputs.minEvents, counter: (0,observe_question/* counterOf */.Yy)(inputs), slow: (0,observe_question/* slowLimitsOf */.XN)(inputs) };
}
/**
 * What a release is held to: the declared rates, or what was before it where that failed more often. It is asked for as
 * patiently as the release itself: a service that is away for a minute must not make the test a stricter one.
 */
async function heldTo(inputs, { source, subject, functions }, before, world) {
    const declared = (0,observe_question/* limitsOf */.Af)(inputs);
    if (before.span === 0)
        return { limits: declared };
    const look = await patiently(inputs, () => (0,look_back/* lookBack */.L)(source, subject, functions, before), world);
    if (!("value" in look))
        return { limits: declared, before: `The time before could not be counted: ${look.error.message}` };
    const judged = (0,baseline/* judgeBaseline */.d)(look.value.real, declared);
    return {
        limits: judged.limits,
        before: (0,say_baseline/* sayBaseline */.h)(judged, before.span),
        wasIll: judged.kind === "unhealthy",
        silence: { after: silences(look.value, before, declared), is: inputs.onSilence },
    };
}
/** By required event: how long it must stay away, at the rate that it had, before that is no chance. */
function silences({ events }, { span }, { falseFail }) {
    const rates = Object.entries(events).map(([name, { attempts }]) => [name, (attempts * held_to_HOUR) / span]);
    // Several events share what may go wrong by chance.
    const level = Math.max(1, Math.floor(falseFail / Math.max(1, rates.length)));
    return Object.fromEntries(rates.map(([name, perHour]) => [name, silentAfter(perHour, level)]));
}
async function patiently({ errorBudget, pollInterval }, ask, { clock, log, signal }) {
    for (let failures = 1;; failures += 1) {
        const look = await ask();
        if ("value" in look || look.final || failures >= errorBudget)
            return look;
        log.info(`The time before was not counted (${failures} of ${errorBudget} in a row): ${look.error.message}`);
        await clock.sleep(Math.max(look.wait, pollInterval), signal);
    }
}

// EXTERNAL MODULE: ./lib/kit/release/standing/activated-at.js
var activated_at = __webpack_require__(80248);
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
        const at = await (0,activated_at/* activatedAt */.J)(await world.github(githubToken), target ?? "default", release);
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

// EXTERNAL MODULE: ./lib/kit/providers/logs/tally.js
var logs_tally = __webpack_require__(50087);
// EXTERNAL MODULE: ./lib/kit/ports/tell-wait.js
var tell_wait = __webpack_require__(26592);
// EXTERNAL MODULE: ./lib/kit/parts/observe/span.js
var span = __webpack_require__(70676);
;// CONCATENATED MODULE: ./lib/kit/parts/observe/distance.js



/** The counts must not have decided yet. Pure. */
function distanceOf({ failed: x, attempts: n }, limits) {
    let failure = x + 1;
    // Failures in a row: each is one attempt more as well.
    while (((0,sequential_test/* failsUpTo */.YM)(failure, limits) ?? 0) < n + failure - x)
        failure += 1;
    return {
        fails: { failure, upTo: (0,sequential_test/* failsUpTo */.YM)(failure, limits) ?? failure },
        passes: (0,sequential_test/* passesFrom */.S4)(x, limits) - n,
    };
}
/** «a 3rd failure up to attempt 27 would fail it, 18 more clean attempts pass». */
function sayDistance(share, limits, failing = "failure") {
    const { fails, passes } = distanceOf(share, limits);
    const clean = `${passes.toLocaleString("en")} more clean ${passes === 1 ? "attempt passes" : "attempts pass"}`;
    return `a ${ordinal(fails.failure)} ${failing} up to attempt ${fails.upTo.toLocaleString("en")} would fail it, ${clean}`;
}
/** The same where time takes the place of attempts. */
function sayCounterDistance(x, elapsed, limits) {
    let failure = x + 1;
    while ((counterFailsUpTo(failure, limits) ?? -1) < elapsed)
        failure += 1;
    const left = (0,span/* span */.L)((counterFailsUpTo(failure, limits) ?? elapsed) - elapsed);
    const clean = (0,span/* span */.L)(Math.max(0, counterPassesFrom(x, limits) - elapsed));
    return `a ${ordinal(failure)} failure within ${left} would fail it, ${clean} more without one pass`;
}
/** `1st`, `2nd`, `3rd`, `11th`. */
function ordinal(number) {
    const isTeen = Math.floor((number % 100) / 10) === 1;
    const ending = isTeen ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th");
    return `${number.toLocaleString("en")}${ending}`;
}

;// CONCATENATED MODULE: ./lib/kit/parts/observe/say-checks.js





function sayFailures(share, limits, stands) {
    const { failed: x, attempts: n } = share;
    const counted = `${x} of ${n} attempts failed`;
    if (stands === "fail")
        return `${counted}: ${tooMany(share, limits)}`;
    if (stands === "pass")
        return `${counted}: ${enough(x, limits)}`;
    if (n > 0)
        return `${counted}: ${sayDistance(share, limits)}`;
    return `0 of 0 attempts: there was no traffic; ${sayDistance(share, limits)}`;
}
function saySlow(share, { of, latency, limits }, stands) {
    const { failed: x, attempts: n } = share;
    if (n === 0 && of > 0)
        return `0 of ${of} attempts say in ${latency.field} how many milliseconds they took`;
    const counted = `${x} of ${n} attempts took more than ${latency.limit.toLocaleString("en")} ms`;
    if (stands === "fail")
        return `${counted}: ${tooMany(share, limits)}`;
    if (stands === "pass")
        return `${counted}: ${enough(x, limits)}`;
    return `${counted}: ${sayDistance(share, limits, "slow one")}`;
}
function sayHourly(x, elapsed, counter, stands) {
    const counted = `${x} failures in ${(0,span/* span */.L)(elapsed)}`;
    if (stands === "fail")
        return `${counted}: up to ${(0,span/* span */.L)(counterFailsUpTo(x, counter) ?? 0)} they say that it is not ${counter.tolerable} an hour but ${counter.unacceptable} or more`;
    if (stands === "pass")
        return `${counted}: with ${x}, ${(0,span/* span */.L)(counterPassesFrom(x, counter))} or more pass`;
    return `${counted}: ${sayCounterDistance(x, elapsed, counter)}`;
}
function tooMany({ failed: x, attempts: n }, limits) {
    const { tolerable, unacceptable } = limits;
    return (`with ${x}, up to ${(0,sequential_test/* failsUpTo */.YM)(x, limits) ?? n} attempts say that the rate is ` +
        `not ${(0,rate/* percent */.KN)(tolerable)} but ${(0,rate/* percent */.KN)(unacceptable)} or more`);
}
function enough(x, limits) {
    return `with ${x}, ${(0,sequential_test/* passesFrom */.S4)(x, limits).toLocaleString("en")} or more pass`;
}

;// CONCATENATED MODULE: ./lib/kit/parts/observe/checks.js



/** How each of the checks stands that a sequential test decides. Pure. */
function checksOf(tally, judging) {
    const slow = slowCheck(tally, judging);
    return [failureCheck(tally, judging), ...(slow === undefined ? [] : [slow])];
}
function failureCheck({ real }, { counter, elapsed, limits }) {
    if (counter !== undefined) {
        const stands = counterStanding(real.failed, elapsed, counter);
        return { stands, says: sayHourly(real.failed, elapsed, counter, stands) };
    }
    const stands = (0,sequential_test/* standing */.JA)(real.failed, real.attempts, limits);
    return { stands, says: sayFailures(real, limits, stands) };
}
function slowCheck({ real, slow }, { subject, slow: limits }) {
    const { latency } = subject;
    if (latency === undefined || limits === undefined || slow === undefined)
        return undefined;
    const stands = (0,sequential_test/* standing */.JA)(slow.failed, slow.attempts, limits);
    return { stands, says: saySlow(slow, { of: real.attempts, latency, limits }, stands) };
}
/** How they stand together. */
function together(checks) {
    const all = checks.map(({ stands }) => stands);
    if (all.includes("fail"))
        return "fail";
    return all.includes("open") ? "open" : "pass";
}
/** What those that stand so have to say, as sentences. */
function saying(checks, which) {
    return checks
        .filter(({ stands }) => stands === which)
        .map(({ says }) => `${says}.`)
        .join(" ");
}

// EXTERNAL MODULE: ./lib/kit/action/held-in.js
var held_in = __webpack_require__(39678);
;// CONCATENATED MODULE: ./lib/kit/parts/observe/say-tally.js


/** «x of n …» for everything that was counted. */
function evidenceOf(tally, { subject, before }) {
    const { real, synthetic, withoutKey, slow, unreadable = 0, uncounted = [] } = tally;
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
        ...(slow === undefined || subject.latency === undefined ? [] : slowLines(tally, subject.latency, slow)),
        ...(before === undefined ? [] : [before]),
        ...(withoutKey === 0 ? [] : [`${withoutKey} entries name no attempt (${subject.attemptKey.join(", ")})`]),
        ...(unreadable === 0 ? [] : [`${unreadable} entries name a failure but are no whole JSON`]),
        ...uncounted.map((what) => `Not counted: ${what}`),
    ];
}
function slowLines({ real }, { field, limit }, slow) {
    return [
        `${slow.failed} of ${slow.attempts} attempts took more than ${limit.toLocaleString("en")} ms (${field})`,
        ...(slow.attempts < real.attempts
            ? [`${slow.attempts} of ${real.attempts} attempts say how long they took`]
            : []),
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
function saySilent(silent, { silence, elapsed }) {
    const which = silent.map((name) => `${name} (chance explains ${(0,span/* span */.L)((0,held_in/* heldIn */.$)(silence?.after, name) ?? 0)})`);
    return `Nothing was logged for ${(0,span/* span */.L)(elapsed)} of ${which.join(", ")}.`;
}
function nameless({ withoutKey }, { subject }) {
    return `${withoutKey} entries have no ${subject.attemptKey.join(" and ")}: whether their attempts failed cannot be told.`;
}
function halfWritten({ unreadable = 0 }) {
    return `${unreadable} entries name a failure but are no whole JSON: whose attempts failed cannot be told.`;
}

;// CONCATENATED MODULE: ./lib/kit/parts/observe/judge-tally.js



const undoes = "The chain's rollback undoes the release; standing alone, undo it.";
const nameThem = "Set `attempt-key` to fields that all of these events have.";
/** What is to be done where more attempts will tell. */
const lookAgain = "Observe again later: it counts on from the same time.";
/** The verdict on what was counted; undefined while it is open. Pure. */
function judgeTally(tally, judging) {
    const { failed: x, attempts: n } = tally.real;
    const say = (verdict, reason, next) => ({ verdict, x, n, reason, next });
    const lacking = lackingFields(tally);
    if (lacking.length > 0)
        return say("fail", `${lacking.join("; ")}.`, undoes);
    const checks = checksOf(tally, judging);
    const stands = together(checks);
    if (stands === "fail")
        return failing(saying(checks, "fail"), judging, say);
    const silent = silentEvents(tally, judging);
    if (silent.length > 0 && judging.silence?.is === "fail" && (tally.uncounted ?? []).length === 0)
        return say("fail", saySilent(silent, judging), undoes);
    const absent = absentEvents(tally, judging);
    if (stands === "pass" && absent.length === 0 && isWhole(tally) && wasUsed(tally))
        return say("pass", saying(checks, "pass"), "Nothing to do.");
    return judging.last ? atTheEnd(tally, judging, { checks, silent, absent }, say) : undefined;
}
/** A rollback to what failed as well would help nobody. */
function failing(reason, judging, say) {
    if (judging.wasIll !== true)
        return say("fail", reason, undoes);
    const next = "Look yourself what fails: a rollback would bring back what failed as well.";
    return say("inconclusive", `${reason} But ${judging.before}.`, next);
}
/** What is still open when nobody will look again. */
function atTheEnd(tally, judging, { checks, silent, absent }, say) {
    const stands = together(checks);
    const n = tally.real.attempts;
    // What is missing from a part of an answer may be in the other.
    const [uncounted] = tally.uncounted ?? [];
    if (stands === "pass" && uncounted !== undefined) {
        const next = "Mend the query that it is about (docs/sources.md), then observe again.";
        return say("inconclusive", `Not all was counted: ${uncounted}.`, next);
    }
    if (stands === "pass" && absent.length > 0) {
        const never = absent.every(({ attempts }) => attempts === 0);
        const reason = `${absent.map(({ name, attempts }) => `${name} was logged for ${attempts} of ${n} attempts`).join("; ")}.`;
        return never && n > 0 ? say("fail", reason, undoes) : say("inconclusive", reason, lookAgain);
    }
    if (stands === "pass" && !wasUsed(tally))
        return say("inconclusive", unused, lookAgain);
    if (stands === "pass" && (tally.unreadable ?? 0) > 0) {
        const next = "Log every entry as one JSON object, of at most 10,000 characters.";
        return say("inconclusive", halfWritten(tally), next);
    }
    if (stands === "pass") {
        return say("inconclusive", nameless(tally, judging), nameThem);
    }
    // Somebody was there: «no traffic» would send the reader to look for people.
    if (n === 0 && tally.withoutKey > 0)
        return say("inconclusive", nameless(tally, judging), nameThem);
    if (silent.length > 0) {
        const next = `See whether users reach the release. ${lookAgain}`;
        return say("inconclusive", saySilent(silent, judging), next);
    }
    return say("inconclusive", saying(checks, "open"), lookAgain);
}
/** Whether every entry tells whose it is, and whether that attempt failed. */
function isWhole({ withoutKey, unreadable = 0, uncounted = [] }) {
    return withoutKey === 0 && unreadable === 0 && uncounted.length === 0;
}
const unused = "0 attempts were seen: nothing shows that anybody has used the release.";
/** Failures by the hour need no attempts to pass; somebody must have been there all the same. */
function wasUsed({ real, events }) {
    return real.attempts > 0 || Object.keys(events).length > 0;
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
/** The required events that nobody logged for longer than chance explains. */
function silentEvents({ events }, { silence, elapsed }) {
    return Object.entries(events)
        .filter(([name, { attempts }]) => attempts === 0 && elapsed >= ((0,held_in/* heldIn */.$)(silence?.after, name) ?? Number.POSITIVE_INFINITY))
        .map(([name]) => name);
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
    const tell = (0,tell_wait/* tellWait */.n)(world, deadline);
    const looks = [];
    let tally;
    let open = "";
    for (let failures = 0;;) {
        const now = clock.now();
        const until = Math.max(watching.question.from, now - watching.lag);
        // Before the first entry can have arrived there is nothing to ask.
        const asks = until > watching.question.from;
        const look = asks
            ? await source.tally({ ...watching.question, until })
            : { value: (0,logs_tally/* noTally */.m)(watching.question) };
        let wait = 0;
        if ("value" in look) {
            failures = 0;
            tally = look.value;
            if (asks)
                looks.push({ until, ...tally.real });
            const elapsed = until - watching.question.from;
            const verdict = judgeTally(tally, { ...watching.judging, elapsed, last: now >= deadline });
            if (verdict)
                return { verdict, tally, until, looks };
            const says = sayOpen(tally, elapsed, watching);
            if (asks)
                open = says;
            tell("the counts have a verdict", says);
        }
        else {
            failures += 1;
            looks.push({ until, error: look.error.message });
            log.info(`Nothing was counted (${failures} of ${watching.errorBudget} in a row): ${look.error.message}`);
            if (look.final || failures >= watching.errorBudget)
                return { verdict: giveUp(look.error, failures, open, tally), tally, until, looks };
            wait = look.wait;
        }
        const left = deadline - clock.now();
        const interval = left > 0 ? Math.min(watching.pollInterval, left) : watching.pollInterval;
        await clock.sleep(Math.max(1, wait, interval), signal);
    }
}
function giveUp(error, failures, seen, tally) {
    return {
        verdict: "error",
        x: tally?.real.failed ?? 0,
        n: tally?.real.attempts ?? 0,
        reason: `${error.code}: The logs could not be counted, ${failures} times in a row: ${error.message}${seen === "" ? "" : `${error.message.endsWith(".") ? "" : "."} ${seen}`}`,
        next: error.fix,
    };
}
/** What the last good look left open. */
function sayOpen(tally, elapsed, { judging }) {
    const checks = checksOf(tally, { ...judging, elapsed });
    const absent = Object.entries(tally.events)
        .filter(([, { attempts }]) => attempts < judging.minEvents)
        .map(([name]) => name);
    const more = absent.length === 0 ? "" : ` ${absent.join(", ")} was not logged yet.`;
    return `So far: ${saying(checks, "open") || saying(checks, "pass")}${more}`;
}

// EXTERNAL MODULE: ./lib/kit/release/record/history.js
var record_history = __webpack_require__(31102);
// EXTERNAL MODULE: ./lib/kit/release/standing/rolled-back.js
var rolled_back = __webpack_require__(6197);
// EXTERNAL MODULE: ./lib/kit/providers/logs/sources.js
var sources = __webpack_require__(77683);
;// CONCATENATED MODULE: ./lib/actions/observe/access.js

/** What asks the project; undefined where another source counts and no token is given. */
function accessIfAny(inputs) {
    return inputs.logSource !== "supabase" && inputs.supabaseAccessToken === undefined
        ? undefined
        : accessOf(inputs);
}
/** @throws {UserError} PR104 without a token. */
function accessOf({ supabase, supabaseAccessToken, supabaseApiUrl }) {
    if (supabaseAccessToken !== undefined)
        return { supabase, supabaseAccessToken, supabaseApiUrl };
    throw new user_error/* UserError */.yo("PR104", "observe has no supabase-access-token, so it can read neither logs nor notebooks.", "Pass a token that may read logs and functions (and write notebooks, for `prepare`) as `supabase-access-token`.");
}

;// CONCATENATED MODULE: ./lib/kit/parts/observe/check/finding.js
function found(what, says) {
    return { what, can: "yes", says };
}
/** What the service refused; `needed` says whether observe can do without it. */
function lacking(what, { message, fix }, needed) {
    return { what, can: needed ? "no" : "partly", says: message, fix };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./lib/kit/ports/ending-after.js
var ending_after = __webpack_require__(3123);
// EXTERNAL MODULE: ./lib/kit/ports/encoded.js
var encoded = __webpack_require__(84905);
;// CONCATENATED MODULE: ./lib/kit/parts/observe/check/marker.js







const what = "How long an entry takes to appear";
const SECOND = 1_000;
/** A lag is never proposed below this: one entry tells little of the slowest. */
const LEAST = 30 * SECOND;
const MOST = 5 * 60 * SECOND;
/**
 * Sends one request to a function, with a name of its own in the path, and looks until the log has it. Without a body it
 * is OPTIONS, which a function answers before it does anything; with one it is whatever the function does with that.
 */
async function measureLag(inputs, slug, source, world) {
    const { sees } = source;
    if (sees === undefined)
        return unmeasured("This source cannot look for one entry.", "Set `lag` yourself.");
    if (slug === undefined)
        return unmeasured("There is no function that could get a marker.", "Deploy one.");
    const id = `prism-rollout-check-${(0,external_node_crypto_.randomBytes)(8).toString("hex")}`;
    const sent = world.clock.now();
    try {
        const status = await sendMarker(inputs, slug, id, world);
        world.log.info(`Marker ${id} was sent to ${slug}, which answered ${status}.`);
    }
    catch (error) {
        world.signal.throwIfAborted();
        return unmeasured(`${slug} could not be called: ${(0,user_error/* describe */.q0)(error)}.`, "Check `functions-url`.");
    }
    const seen = await appearance(sees, { id, sent }, inputs, world);
    if (typeof seen !== "number")
        return unmeasured(...seen);
    const lag = Math.max(LEAST, Math.ceil((2 * seen) / (5 * SECOND)) * 5 * SECOND);
    const enough = inputs.lag >= lag ? `\`lag\` (${(0,span/* span */.L)(inputs.lag)}) is enough` : `\`lag\` (${(0,span/* span */.L)(inputs.lag)}) is short`;
    const says = `The marker appeared after ${(seen / SECOND).toFixed(1)} s: ${enough}; twice that, at least 30 s, would be lag: ${lag / SECOND}s.`;
    const finding = inputs.lag >= lag
        ? found(what, says)
        : { what, can: "partly", says, fix: `Set \`lag: ${lag / SECOND}s\`.` };
    return { finding, lag };
}
async function sendMarker({ functionsUrl, functionsKey, supabase, markerBody }, slug, id, { http, signal }) {
    const base = (functionsUrl ?? `https://${supabase}.supabase.co/functions/v1`).replace(/\/$/, "");
    const key = functionsKey === undefined ? {} : { apikey: functionsKey, authorization: `Bearer ${functionsKey}` };
    const json = markerBody === undefined ? {} : { "content-type": "application/json" };
    const response = await http(`${base}/${(0,encoded/* encoded */.d)(slug)}/${id}`, {
        method: markerBody === undefined ? "OPTIONS" : "POST",
        headers: { ...key, ...json },
        redirect: "manual",
        signal: (0,ending_after/* endingAfter */.I)(30 * SECOND, signal),
        ...(markerBody === undefined ? {} : { body: markerBody.replaceAll("{marker}", id) }),
    });
    await response.body?.cancel();
    return response.status;
}
/** How many ms later it was seen, or why it was not, with what to do. */
async function appearance(sees, { id, sent }, { pollInterval, window }, { clock, log, signal }) {
    const patience = Math.min(MOST, Math.max(window, 30 * SECOND));
    const pause = Math.max(100, Math.min(pollInterval, 5 * SECOND));
    const tell = (0,tell_wait/* tellWait */.n)({ clock, log }, sent + patience);
    for (;;) {
        const look = await sees(id, sent - 60 * SECOND, clock.now() + 60 * SECOND);
        const now = clock.now();
        if ("value" in look && look.value)
            return now - sent;
        if (!("value" in look) && look.final)
            return [look.error.message, look.error.fix];
        if (now - sent >= patience) {
            const why = "value" in look ? "" : ` ${look.error.message}`;
            return [
                `Nothing of it was in the log after ${(0,span/* span */.L)(patience)}.${why}`,
                "Look into the log yourself; raise `lag`.",
            ];
        }
        tell("the marker is in the log");
        await clock.sleep(Math.max(pause, "wait" in look ? look.wait : 0), signal);
    }
}
function unmeasured(says, fix) {
    return { finding: { what, can: "partly", says, fix } };
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/kit/providers/logs/supabase/sql-text.js
var sql_text = __webpack_require__(31222);
// EXTERNAL MODULE: ./lib/kit/providers/logs/supabase/tally-sql.js
var tally_sql = __webpack_require__(80635);
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
        saved("Calls that ended with 500 or more, by version", callsSql),
    ];
}
function saved(title, sql) {
    return { title, sql: `-- prism-rollout: ${title}\n${sql}`, hours: 24 };
}
const version = "log_attributes['version'] as version";
const functionId = "log_attributes['function_id'] as function_id";
function attemptsSql(subject) {
    const own = (0,tally_sql/* attempt */.CD)(subject);
    return [
        `select ${functionId}, ${version}, ${(0,sql_text/* distinct */.dM)(own)} as attempts,`,
        `  ${(0,sql_text/* distinct */.dM)(`multiIf(${(0,tally_sql/* isFailure */.N6)(subject)}, ${own}, '')`)} as failed`,
        `from logs where source = 'function_logs' and ${(0,tally_sql/* isCounted */.he)(subject)} and not ${(0,tally_sql/* isSynthetic */.AL)(subject)}`,
        "group by function_id, version order by attempts desc limit 100",
    ].join("\n");
}
function eventsSql(subject) {
    const fields = [...new Set(Object.values(subject.events).flat())];
    const columns = [
        `${(0,tally_sql/* eventOf */.A6)(subject.eventField)} as event`,
        version,
        "count() as entries",
        ...fields.map((field) => `countIf(${(0,sql_text/* lacks */.pO)(field)}) as without_${field}`),
    ];
    return [
        `select ${columns.join(",\n  ")}`,
        `from logs where source = 'function_logs' and ${(0,tally_sql/* isCounted */.he)(subject)}`,
        "group by event, version order by entries desc limit 100",
    ].join("\n");
}
function failuresSql(subject) {
    return [
        `select timestamp, ${version}, event_message`,
        `from logs where source = 'function_logs' and startsWith(event_message, '{') and ${(0,tally_sql/* isFailure */.N6)(subject)}`,
        "order by timestamp desc limit 100",
    ].join("\n");
}
const callsSql = [
    `select ${functionId}, ${version}, count() as calls,`,
    "  countIf(toInt32OrZero(log_attributes['response.status_code']) >= 500) as failed",
    "from logs where source = 'function_edge_logs'",
    "group by function_id, version order by failed desc limit 100",
].join("\n");

;// CONCATENATED MODULE: ./lib/kit/providers/dashboards/files/files.js



/** The queries as links into the explorer of logs, whose own choice of time they leave alone. */
function linkedQueries(asked, logsPage) {
    return boardQueries(asked).map((query, index) => ({
        ...query,
        file: `${index + 1}-${slug(query.title)}.sql`,
        url: `${logsPage}?${new URLSearchParams({ q: query.sql }).toString()}`,
    }));
}
/** SQL files with their links, for an artifact: what needs no service that keeps anything. */
function sqlFiles({ temp }, logsPage) {
    return {
        called: "folder of SQL files",
        find: async () => Promise.resolve(undefined),
        keep: async ({ name, text, asked }) => {
            const folder = (0,external_node_path_.join)(temp, "prism-rollout", "observe", "queries");
            const queries = linkedQueries(asked, logsPage);
            await (0,promises_.mkdir)(folder, { recursive: true });
            for (const { file, sql } of queries)
                await (0,promises_.writeFile)((0,external_node_path_.join)(folder, file), `${sql}\n`);
            const list = queries.map(({ title, file, url }) => `- ${title}: \`${file}\`, <${url}>`);
            await (0,promises_.writeFile)((0,external_node_path_.join)(folder, "README.md"), [text, `## ${name}`, ...list].join("\n\n") + "\n");
            return { url: queries[0]?.url ?? logsPage, change: "written", queries: queries.length };
        },
    };
}
function slug(title) {
    return title
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-|-$/g, "");
}

// EXTERNAL MODULE: ./lib/kit/ports/json-api.js
var json_api = __webpack_require__(14232);
;// CONCATENATED MODULE: ./lib/kit/providers/dashboards/answered.js

/** Says that a service answered something that its API does not know. */
function strange(what, json, check) {
    return new user_error/* UserError */.yo("PR306", `${what} answered something that its API does not say: ${(JSON.stringify(json) ?? "nothing").slice(0, 200)}.`, check);
}
/** A board under our name that somebody else has made. */
function notOurs(called, name, url) {
    return new user_error/* UserError */.yo("PR304", `There is a ${called} «${name}» that was not made here: ${url}. It was left as it is.`, "Rename or delete it, then run again.");
}

// EXTERNAL MODULE: ./lib/kit/release/canonical.js
var canonical = __webpack_require__(41820);
;// CONCATENATED MODULE: ./lib/kit/providers/dashboards/grafana/logql.js
/** Attempts, distinct ones, over the time that is shown. */
function attemptsLogql(selector, asked) {
    return distinct(selector, asked, namesOf(asked));
}
/** Those of them that have logged a failure. */
function failedLogql(selector, asked) {
    return distinct(selector, asked, asked.failures);
}
/** Entries by event, over time. */
function eventsLogql(selector, asked) {
    return `sum by (rollout_event) (count_over_time(${real(selector, asked, namesOf(asked))} [$__interval]))`;
}
/** Entries of a required event that lack a field of it; undefined where none is required. */
function lackingLogql(selector, { events, eventField }) {
    const each = Object.entries(events).flatMap(([event, fields]) => fields.map((field) => {
        const read = `${selector} | json rollout_event=${logql_text(eventField)}, rollout_field=${logql_text(field)}`;
        const lacking = `${read} | rollout_event=${logql_text(event)} | rollout_field=\`\``;
        const named = `label_replace(sum by (rollout_event) (count_over_time(${lacking} [$__range]))`;
        return `${named}, "lacks", ${logql_text(field)}, "", "")`;
    }));
    return each.length === 0 ? undefined : each.join(" or ");
}
/** The newest failures themselves. */
function failuresLogql(selector, { failures, eventField }) {
    return `${selector} | json rollout_event=${logql_text(eventField)} | rollout_event=~\`${anyOf(failures)}\``;
}
/** Retries of one attempt are one: they are counted by what tells attempts apart. */
function distinct(selector, asked, names) {
    const keys = asked.attemptKey.map((_, index) => `rollout_key${index}`);
    const whole = keys.map((key) => ` | ${key}!=\`\``).join("");
    const counted = `count_over_time(${real(selector, asked, names)}${whole} [$__range])`;
    return `count(sum by (${keys.join(", ")}) (${counted}))`;
}
/** Entries of these events that a real user caused, with what tells attempts apart as labels. */
function real(selector, { eventField, syntheticField, attemptKey }, names) {
    const labels = [
        `rollout_event=${logql_text(eventField)}`,
        `rollout_synthetic=${logql_text(syntheticField)}`,
        ...attemptKey.map((field, index) => `rollout_key${index}=${logql_text(field)}`),
    ];
    const events = `rollout_event=~\`${anyOf(names)}\``;
    return `${selector} | json ${labels.join(", ")} | ${events} | rollout_synthetic!=\`true\``;
}
function namesOf({ events, failures }) {
    return [...new Set([...Object.keys(events), ...failures])];
}
/** Names as a regular expression that fits them whole; between backticks, where a backslash is one. */
function anyOf(names) {
    return names.map((name) => name.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&")).join("|");
}
/** Names hold neither quotes nor backslashes: `subjectOf` has refused them. */
function logql_text(name) {
    return `"${name}"`;
}

;// CONCATENATED MODULE: ./lib/kit/providers/dashboards/grafana/panels.js

const own = "Made by prism-rollout.";
/** What says that a data source is missing, where it is. */
const without = "Counts are not shown: name a Loki data source that gets these logs as `grafana-datasource`, and its streams as `grafana-selector`.";
/** A text, the counts beside it, and below what happened over time. */
function panelsOf(board, shown) {
    const content = shown === undefined ? `${board.text}\n\n${without}` : board.text;
    const text = {
        type: "text",
        title: "What is counted",
        gridPos: { x: 0, y: 0, w: shown === undefined ? 24 : 12, h: 8 },
        options: { mode: "markdown", content },
    };
    const drawn = shown === undefined ? [text] : [text, ...countsOf(board, shown)];
    return drawn.map((panel, index) => ({ id: index + 1, description: own, ...panel }));
}
function countsOf({ asked }, { datasource, selector }) {
    const source = { type: "loki", uid: datasource };
    const draw = ([type, title, queryType, expr], [x, y, w, h], noValue) => ({
        type,
        title,
        gridPos: { x, y, w, h },
        datasource: source,
        targets: [{ refId: "A", datasource: source, expr, queryType }],
        ...(noValue === undefined ? {} : { fieldConfig: { defaults: { noValue }, overrides: [] } }),
    });
    const lacking = lackingLogql(selector, asked);
    const failed = failedLogql(selector, asked);
    const failing = asked.failures.length > 0;
    return [
        draw(["stat", "Attempts", "instant", attemptsLogql(selector, asked)], [12, 0, 6, 4]),
        ...(failing ? [draw(["stat", "Attempts that failed", "instant", failed], [18, 0, 6, 4], "0")] : []),
        ...(lacking === undefined
            ? []
            : [draw(["table", "Entries that lack a field", "instant", lacking], [12, 4, 12, 4], "none")]),
        draw(["timeseries", "Entries by event", "range", eventsLogql(selector, asked)], [0, 8, 24, 8]),
        ...(failing
            ? [draw(["logs", "Newest failures", "range", failuresLogql(selector, asked)], [0, 16, 24, 10])]
            : []),
    ];
}

;// CONCATENATED MODULE: ./lib/kit/providers/dashboards/grafana/spec.js


const maker = "prism-rollout";
/** Grafana takes 40 signs. It is made of what stays: the project and the name. */
function uidOf({ name, project }) {
    return `${maker}-${(0,canonical/* sha256 */.sc)(JSON.stringify([project, name])).slice(0, 16)}`;
}
/** What a dashboard of ours is made from, without what people have added to it. */
function specOf(board, shown) {
    const { name, project } = board;
    const own = {
        title: name,
        description: `Made by ${maker}. Its own panels are replaced when rollout.yml asks other questions; panels of yours stay.`,
        schemaVersion: 41,
        editable: true,
        timezone: "utc",
        time: { from: "now-24h", to: "now" },
        refresh: "1m",
        annotations: { list: [releases(board)] },
        panels: panelsOf(board, shown),
    };
    return { ...own, tags: [maker, ownerTag(project), `spec:${(0,canonical/* digest */.br)(own).slice(0, 12)}`] };
}
/** The releases that `observe` marks, as lines over every panel. */
function releases({ project }) {
    return {
        name: "Releases",
        enable: true,
        iconColor: "blue",
        datasource: { type: "grafana", uid: "-- Grafana --" },
        target: { type: "tags", limit: 100, matchAny: false, tags: [maker, ownerTag(project)] },
    };
}
function ownerTag(project) {
    return `project:${project}`;
}
function isOurs(there, { project }) {
    return tagsOf(there).includes(maker) && tagsOf(there).includes(ownerTag(project));
}
/** Whether it was made from this very board; what people changed in it since is theirs. */
function isCurrent(there, wanted) {
    return tagsOf(wanted).every((tag) => tagsOf(there).includes(tag));
}
/** Ours in the place of ours, and all that people have added: panels below ours, tags, variables, annotations. */
function merged(there, wanted) {
    const others = listOf(there["panels"]).filter((panel) => !isOwnPanel(panel));
    const tags = tagsOf(there).filter((tag) => !tag.startsWith("spec:"));
    const lists = listOf(there["annotations"]?.["list"]);
    const own = wanted["annotations"].list;
    const kept = lists.filter((one) => !own.some(({ name }) => name === one["name"]));
    return {
        ...there,
        ...wanted,
        tags: [...new Set([...tags, ...tagsOf(wanted)])],
        annotations: { list: [...own, ...kept] },
        panels: [...withFreeIds(wanted.panels, others), ...below(wanted.panels, others)],
    };
}
function isOwnPanel(panel) {
    const { description } = panel;
    return typeof description === "string" && description.includes(`Made by ${maker}`);
}
function withFreeIds(own, others) {
    const taken = Math.max(0, ...others.map(({ id }) => (typeof id === "number" ? id : 0)));
    return own.map((panel) => ({ ...panel, id: taken + panel.id }));
}
/** Theirs keep their order and their distances, and begin where ours end. */
function below(own, others) {
    const end = Math.max(...own.map(({ gridPos: { y, h } }) => y + h));
    const top = Math.min(...others.map(topOf));
    return others.map((panel) => ({
        ...panel,
        gridPos: { ...panel["gridPos"], y: end + topOf(panel) - top },
    }));
}
function topOf(panel) {
    const y = panel["gridPos"]?.y;
    return typeof y === "number" ? y : 0;
}
function tagsOf(spec) {
    const { tags } = spec;
    return Array.isArray(tags) ? tags.filter((tag) => typeof tag === "string") : [];
}
function listOf(value) {
    const isSpec = (one) => typeof one === "object" && one !== null;
    return Array.isArray(value) ? value.filter(isSpec) : [];
}

// EXTERNAL MODULE: ./lib/kit/ports/parse-json.js
var parse_json = __webpack_require__(36187);
// EXTERNAL MODULE: ./lib/kit/ports/json-object.js
var json_object = __webpack_require__(9169);
;// CONCATENATED MODULE: ./lib/kit/providers/dashboards/grafana/stores.js




const check = "Check `grafana-url`: it is the address of Grafana itself, with its path where it has one.";
/** The store of this Grafana, with what it has: the API since Grafana 12, or the one before that. */
async function openStore(api, uid, namespace) {
    const store = newStore(api, uid, namespace);
    const { isThere, there } = await store.first();
    if (isThere)
        return { store, there };
    const old = oldStore(api, uid);
    return { store: old, there: await old.read() };
}
function newStore(api, uid, namespace) {
    const base = `/apis/dashboard.grafana.app/v1beta1/namespaces/${(0,encoded/* encoded */.d)(namespace)}/dashboards`;
    const path = `${base}/${uid}`;
    const first = async () => {
        const { status, json } = await ask(api, "GET", path, { accept: [200, 404] });
        // Any server says of a missing path that it is missing; this API names the dashboard that is not there.
        if (status === 404)
            return { isThere: field(json, "details", "name") === uid, there: undefined };
        const spec = field(json, "spec");
        if (!(0,json_object/* isObject */.G)(spec) || field(json, "metadata", "name") !== uid)
            throw strange(`Grafana GET ${path}`, json, check);
        const folder = field(json, "metadata", "annotations", "grafana.app/folder");
        const version = field(json, "metadata", "resourceVersion");
        const there = { spec, version, folder: typeof folder === "string" ? folder : undefined };
        return { isThere: true, there };
    };
    return {
        first,
        read: async () => (await first()).there,
        write: async (spec, over, given) => {
            const folder = over === undefined ? given : over.folder;
            const annotations = {
                "grafana.app/message": "prism-rollout",
                ...(folder === undefined ? {} : { "grafana.app/folder": folder }),
            };
            const metadata = { name: uid, annotations, ...(over && { resourceVersion: over.version }) };
            const body = { apiVersion: "dashboard.grafana.app/v1beta1", kind: "Dashboard", metadata, spec };
            const [method, to] = over === undefined ? ["POST", base] : ["PUT", path];
            // Sent again after a cut it meets itself as a conflict, which is read again.
            const { status, json } = await ask(api, method, to, {
                json: body,
                safe: true,
                accept: [200, 201, 409, ...(over === undefined ? [] : [404])],
            });
            if (status === 409 || status === 404)
                return false;
            if (field(json, "metadata", "name") !== uid)
                throw strange(`Grafana ${method} ${to}`, json, check);
            return true;
        },
    };
}
/** The API before that, which newer ones still have. */
function oldStore(api, uid) {
    const path = `/api/dashboards/uid/${uid}`;
    return {
        read: async () => {
            const { status, json } = await ask(api, "GET", path, { accept: [200, 404] });
            if (status === 404 && typeof field(json, "message") === "string")
                return undefined;
            const spec = field(json, "dashboard");
            if (!(0,json_object/* isObject */.G)(spec) || spec["uid"] !== uid)
                throw strange(`Grafana GET ${path}`, json, check);
            const folder = field(json, "meta", "folderUid");
            const isFolder = typeof folder === "string" && folder !== "";
            return { spec, version: spec["version"], folder: isFolder ? folder : undefined };
        },
        write: async (spec, over, given) => {
            const folderUid = over === undefined ? given : over.folder;
            const id = over === undefined ? null : over.spec["id"];
            const dashboard = { ...spec, id, uid, ...(over && { version: over.version }) };
            const { status, json } = await ask(api, "POST", "/api/dashboards/db", {
                json: { dashboard, folderUid, message: "prism-rollout", overwrite: false },
                safe: true,
                accept: [200, 412],
            });
            if (status === 412)
                return false;
            if (field(json, "uid") !== uid)
                throw strange("Grafana POST /api/dashboards/db", json, check);
            return true;
        },
    };
}
/** A refusal's body may be anything; only an answer of 200 or 201 must be JSON. */
async function ask(api, method, path, call) {
    const { status, bytes } = await api(method, path, { ...call, as: "bytes" });
    const text = new TextDecoder().decode(bytes);
    try {
        return { status, json: (0,parse_json/* parseJson */.qF)(text) };
    }
    catch {
        if (status < 300)
            throw strange(`Grafana ${method} ${path}`, text, check);
        return { status, json: undefined };
    }
}
/** What is at the end of these keys, as far as there is something. */
function field(value, ...keys) {
    return keys.reduce((inner, key) => ((0,json_object/* isObject */.G)(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined), value);
}

;// CONCATENATED MODULE: ./lib/kit/providers/dashboards/grafana/annotations.js




const path = "/api/annotations";
/**
 * One annotation for a release, known by its tags: made where there is none, brought up to date where it says something
 * else. Whoever looks at it again later, or at once after a cut, finds it and makes no second one.
 */
async function keepMark(api, mark) {
    const { project, release, target, from, until, text } = mark;
    const known = [maker, ownerTag(project), `release:${release}`];
    const tags = [...known, "deploy", `target:${target}`];
    const found = await findMark(api, known);
    const end = until === undefined ? {} : { timeEnd: Math.max(from, until) };
    if (found === undefined) {
        await make(api, known, { time: from, ...end, tags, text });
        return;
    }
    if (found.text === text && (until === undefined || found.timeEnd === end.timeEnd))
        return;
    await api("PATCH", `${path}/${found.id}`, { json: { text, tags, ...end }, safe: true });
}
/** Without an answer nobody knows whether it was made: asked again, it would be there twice. */
async function make(api, known, body) {
    try {
        await api("POST", path, { json: body });
    }
    catch (error) {
        const isOpen = error instanceof user_error/* UserError */.yo && ["PR301", "PR305", "PR306"].includes(error.code);
        if (!isOpen || (await findMark(api, known)) === undefined)
            throw error;
    }
}
async function findMark(api, tags) {
    const query = new URLSearchParams([...tags.map((tag) => ["tags", tag]), ["limit", "10"]]);
    const what = `${path}?${query.toString()}`;
    const { json } = await api("GET", what);
    if (!Array.isArray(json))
        throw strange(`Grafana GET ${path}`, json, check);
    const found = json.flatMap((one) => readMark(one, tags));
    // The oldest: two that were made at once are both ours, and only one of them is kept up to date.
    return found.sort((a, b) => a.id - b.id)[0];
}
function readMark(one, tags) {
    const { id, text, timeEnd, tags: own } = (one ?? {});
    if (typeof id !== "number" || !Array.isArray(own))
        return [];
    return tags.every((tag) => own.includes(tag)) ? [{ id, text, timeEnd }] : [];
}

;// CONCATENATED MODULE: ./lib/kit/providers/dashboards/grafana/grafana.js






/** Grafana: one dashboard for a project and target, and an annotation for each release. */
function grafana(world, access) {
    const base = access.url.replace(/\/+$/, "");
    const api = (0,json_api/* jsonApi */.Z)(world, {
        name: "Grafana",
        baseUrl: base,
        headers: { authorization: `Bearer ${access.token}` },
        tokenHint: "Pass the token of a service account that may read and write dashboards and annotations as `grafana-token`; `grafana-namespace` is `default`, `org-<id>`, or `stacks-<id>` in Grafana Cloud.",
        attempts: 3,
        timeout: 15_000,
    });
    const urlOf = (board) => `${base}/d/${uidOf(board)}`;
    return {
        called: "dashboard",
        mark: async (mark) => await keepMark(api, mark),
        find: async (board) => {
            const { there } = await openStore(api, uidOf(board), access.namespace);
            return there !== undefined && isOurs(there.spec, board) ? urlOf(board) : undefined;
        },
        keep: async (board) => {
            const wanted = specOf(board, access.shown);
            const kept = (change) => ({
                url: urlOf(board),
                change,
                queries: countOf(wanted),
            });
            const { store, ...first } = await openStore(api, uidOf(board), access.namespace);
            // What was read may be old by the time it is written over: then it is read once more.
            for (let { there } = first, attempt = 1; attempt <= 2; attempt += 1) {
                if (there !== undefined && !isOurs(there.spec, board))
                    throw notOurs("dashboard", titleOf(there.spec) ?? board.name, urlOf(board));
                if (there !== undefined && isCurrent(there.spec, wanted))
                    return kept("unchanged");
                const spec = there === undefined ? wanted : merged(there.spec, wanted);
                if (await store.write(spec, there, access.folder))
                    return kept(there ? "updated" : "created");
                there = await store.read();
            }
            throw raced(urlOf(board));
        },
    };
}
function countOf({ panels }) {
    return panels.filter((panel) => panel["targets"] !== undefined).length;
}
function titleOf({ title }) {
    return typeof title === "string" ? title : undefined;
}
function raced(url) {
    return new user_error/* UserError */.yo("PR304", `Grafana refused to write ${url} twice, since somebody else is changing it. It was left as it is.`, "Run again; where it stays so, look who else writes it, or whether a folder or title is refused.");
}

// EXTERNAL MODULE: ./lib/kit/providers/supabase/project-api.js
var project_api = __webpack_require__(37096);
// EXTERNAL MODULE: ./lib/kit/ports/as-text.js
var as_text = __webpack_require__(41131);
;// CONCATENATED MODULE: ./lib/kit/providers/dashboards/supabase/notebook.js



const notebook_maker = "Made by prism-rollout";
/** Where a notebook's own description says what it was made from. */
function descriptionOf(board) {
    return `${notebook_maker}. Its cells are replaced when rollout.yml asks other questions; cells of your own stay. (${stampOf(board)})`;
}
function notebook_isOurs({ description }) {
    return description.startsWith(notebook_maker);
}
/** Whether the notebook was made from this very board; what people changed in it since is theirs. */
function notebook_isCurrent({ description }, board) {
    return description.includes(stampOf(board));
}
function stampOf({ text, asked }) {
    return `spec ${(0,canonical/* digest */.br)({ text, queries: boardQueries(asked) }).slice(0, 12)}`;
}
/**
 * The cells of a board. A cell that is there already keeps its id, known by its title (the text by being the
 * first text); cells that are not ours come after ours.
 */
function cellsOf(board, there) {
    const text = there.find(({ type }) => type === "markdown");
    const known = new Map(there.flatMap((cell) => (cell["type"] === "log" ? [[cell["title"], cell]] : [])));
    const queries = boardQueries(board.asked);
    const titles = queries.map(({ title }) => title);
    const others = there.filter((cell) => cell !== text && !titles.includes((0,as_text/* asText */.e)(cell["title"])));
    return [
        withId({ type: "markdown", text: board.text }, text),
        ...queries.map(({ title, sql, hours }) => withId({
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





const supabase_check = "Check `supabase-api-url`; if it is right, see https://status.supabase.com.";
/** Supabase's notebooks: the only place of its API that stores log queries. */
function supabaseNotebooks(world, access, dashboardUrl) {
    const api = (0,project_api/* projectApi */.S)(world, access, {
        attempts: 3,
        mustBeAble: "read and write the notebooks of this project",
    });
    const base = `/v2/projects/${access.supabase}/notebooks`;
    const urlOf = ({ id }) => `${dashboardUrl.replace(/\/$/, "")}/project/${access.supabase}/explorer/notebook/${id}`;
    return {
        called: "notebook",
        find: async ({ name }) => {
            const found = (await named(api, base, name)).find(notebook_isOurs);
            return found && urlOf(found);
        },
        keep: async (board) => {
            const all = await named(api, base, board.name);
            const queries = boardQueries(board.asked).length;
            const found = all.find(notebook_isOurs);
            if (found === undefined && all.length > 0)
                throw notOurs("notebook", board.name, all.map(urlOf).join(", "));
            if (found === undefined) {
                const made = await write(api, "POST", base, board, []);
                return { url: urlOf(made), change: "created", queries };
            }
            if (notebook_isCurrent(found, board))
                return { url: urlOf(found), change: "unchanged", queries };
            const path = `${base}/${(0,encoded/* encoded */.d)(found.id)}`;
            const there = cellsIn((await api("GET", path)).json?.data);
            await write(api, "PATCH", path, board, there);
            return { url: urlOf(found), change: "updated", queries };
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
            throw strange(`Supabase GET ${base}`, json, supabase_check);
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
        throw strange(`Supabase ${method} ${path}`, json, supabase_check);
    return written;
}

;// CONCATENATED MODULE: ./lib/kit/providers/dashboards/open-dashboards.js




const openers = {
    supabase: openSupabase,
    grafana: (inputs, world) => grafana(world, grafanaAccess(inputs)),
    files: (inputs, world) => sqlFiles(world, logsPage(inputs)),
    none: () => undefined,
};
/**
 * The place where a target keeps its saved queries; undefined where it wants none.
 * @throws {UserError} PR102 or PR104 when this place needs an input that is not there.
 */
function openDashboards(inputs, world) {
    return openers[inputs.dashboard](inputs, world);
}
/** Where logs are read by hand. */
function logsPage({ supabaseDashboardUrl, supabase, }) {
    return `${supabaseDashboardUrl.replace(/\/$/, "")}/project/${supabase}/logs/explorer`;
}
function openSupabase(inputs, world) {
    const { supabase, supabaseAccessToken, supabaseApiUrl, supabaseDashboardUrl } = inputs;
    if (supabaseAccessToken !== undefined)
        return supabaseNotebooks(world, { supabase, supabaseAccessToken, supabaseApiUrl }, supabaseDashboardUrl);
    throw new user_error/* UserError */.yo("PR104", "observe has no supabase-access-token, so it cannot read or write notebooks.", "Pass a token that may read and write notebooks as `supabase-access-token`, or say `dashboard: files`.");
}
function grafanaAccess(inputs) {
    const { grafanaUrl: url, grafanaToken: token, grafanaNamespace: namespace, grafanaFolder: folder } = inputs;
    const { grafanaDatasource: datasource, grafanaSelector: selector } = inputs;
    if (url === undefined)
        throw lacks("PR102", "grafana-url", "Write the address of your Grafana.");
    if (token === undefined)
        throw lacks("PR104", "grafana-token", "Set the secret and pass it as `grafana-token`.");
    if (datasource === undefined)
        return { url, token, namespace, folder, shown: undefined };
    if (selector === undefined || !/^\{[^{}|`]+\}$/.test(selector)) {
        const fix = "Write which streams hold the logs: grafana-selector: '{source=\"function_logs\"}'.";
        throw lacks("PR102", "grafana-selector, a log stream selector,", fix);
    }
    return { url, token, namespace, folder, shown: { datasource, selector } };
}
function lacks(code, what, fix) {
    return new user_error/* UserError */.yo(code, `dashboard grafana needs ${what} but it is not given.`, fix);
}

;// CONCATENATED MODULE: ./lib/kit/parts/observe/prepare-board.js
/** Which board is a target's. */
function boardName(target, project) {
    return { name: `prism-rollout ${target ?? "default"}`, project };
}
/** What responders find saved for a target. Nothing in it changes from release to release. */
function boardOf(target, project, subject) {
    const { events, failures, attemptKey } = subject;
    const required = Object.entries(events).map(([event, fields]) => `- \`${event}\` must be logged${fields.length === 0 ? "" : ` with ${fields.map((field) => `\`${field}\``).join(", ")}`}`);
    const failing = failures.map((event) => `- \`${event}\` means that its attempt has failed`);
    return {
        ...boardName(target, project),
        text: [
            `# Rollout health of ${target ?? "the default target"}`,
            `What \`observe\` counts, on distinct attempts (\`${attemptKey.join("`, `")}\`):`,
            [...required, ...failing].join("\n"),
        ].join("\n\n"),
        asked: subject,
    };
}

;// CONCATENATED MODULE: ./lib/kit/parts/observe/check/probe-board.js




/** Whether the saved queries can be read. That they can be written shows only when `prepare` writes them. */
async function probeBoard(inputs, world) {
    const what = "Saved queries";
    try {
        const dashboards = openDashboards(inputs, world);
        if (dashboards === undefined)
            return found(what, "not wanted (`dashboard: none`)");
        const url = await dashboards.find(boardName(inputs.target, inputs.supabase));
        const says = url === undefined ? `no ${dashboards.called} yet; \`prepare\` makes it` : url;
        return found(what, `readable: ${says}`);
    }
    catch (error) {
        world.signal.throwIfAborted();
        if (!(error instanceof user_error/* UserError */.yo))
            throw error;
        return lacking(what, error, false);
    }
}

;// CONCATENATED MODULE: ./lib/kit/parts/observe/drawing/events.js
const MINUTE = 60_000;
const events_HOUR = 60 * MINUTE;
/** What one query of Supabase's may span, with room for what it rounds. */
const events_MOST = 23 * events_HOUR;
const SLOTS = 24;
/** As much time before the release as after it, within what can be asked at once. Pure. */
function edgesOf(since, until) {
    const after = Math.max(0, until - since);
    const before = Math.max(0, Math.min(Math.max(after, 10 * MINUTE), 12 * events_HOUR, events_MOST - after));
    const from = Math.max(since - before, until - events_MOST);
    const width = Math.max(1, Math.ceil((until - from) / SLOTS));
    return Array.from({ length: SLOTS + 1 }, (_, index) => from + index * width);
}
/**
 * Attempts by time, of whichever version was live, or nothing where the source cannot say: a picture is worth one
 * question and no waiting.
 */
async function eventsAround(source, question, { log }) {
    if (source.timeline === undefined || question.functions.length === 0)
        return undefined;
    const edges = edgesOf(question.from, question.until);
    const functions = question.functions.map(({ id, slug }) => ({ id, slug }));
    const look = await source.timeline({ ...question, functions }, edges);
    if ("value" in look)
        return { since: question.from, edges, slots: look.value };
    log.info(`Attempts over time are not drawn: ${look.error.message}`);
    return undefined;
}

;// CONCATENATED MODULE: ./lib/kit/parts/observe/check/probe-source.js



const probe_source_HOUR = 3_600_000;
const counting = "Counting attempts";
/** Asks the source each question that observe will ask, over the last hours, one after another. Nothing is written. */
async function probeSource({ inputs, subject, source, versions }, { clock, signal }) {
    const until = clock.now();
    const functions = versions.map(({ id, slug }) => ({ id, slug }));
    const day = { ...subject, functions, from: until - 23 * probe_source_HOUR, until };
    const counted = await source.tally(day);
    signal.throwIfAborted();
    return [
        ...("value" in counted ? fromTally(counted.value) : [lacking(counting, counted.error, true)]),
        await asked("Calls of the functions", source.calls?.(day), (value) => found("Calls of the functions", `${value.failed} of ${value.calls} calls in 23 hours ended with 500 or more`)),
        await asked("Attempts over time, for the picture", source.timeline?.(day, edgesOf(until - probe_source_HOUR, until)), () => found("Attempts over time, for the picture", "answered")),
        ...(await looksBack({ inputs, source, day })),
    ];
}
/** A question that a source need not know. */
async function asked(what, look, says) {
    if (look === undefined)
        return { what, can: "partly", says: "This source does not know it; observe does without." };
    const answer = await look;
    return "value" in answer ? says(answer.value) : lacking(what, answer.error, false);
}
function ofEvent(name, { entries, attempts, missing }, all) {
    return [
        attempts > 0
            ? found(`Event ${name}`, `logged for ${attempts} of ${all} attempts`)
            : absent(`Event ${name}`, "Not logged in 23 hours.", "See that a function logs it, as one JSON object."),
        ...Object.entries(missing).map(([field, lacks]) => lacks === 0
            ? found(`Field ${field} of ${name}`, `in ${entries} of ${entries} entries`)
            : absent(`Field ${field} of ${name}`, `${lacks} of ${entries} entries lack it: a release that does is failed.`, "Log it with every entry, or take it out of `events`.")),
    ];
}
/** What the last day says of each event and of its fields. Nothing that was logged is nothing that is wrong. */
function fromTally({ real, withoutKey, unreadable = 0, uncounted = [], events }) {
    return [
        found(counting, `${real.failed} of ${real.attempts} attempts in 23 hours failed`),
        ...Object.entries(events).flatMap(([name, event]) => ofEvent(name, event, real.attempts)),
        ...uncounted.map((what) => absent("Counting all of it", `${what}: nothing passes with that.`, "Mend the query (docs/sources.md).")),
        ...(withoutKey === 0
            ? []
            : [
                absent("Naming attempts", `${withoutKey} entries name no attempt.`, "Set `attempt-key` to fields of all events."),
            ]),
        ...(unreadable === 0
            ? []
            : [
                absent("Reading entries", `${unreadable} entries name a failure but are no whole JSON.`, "Log one JSON object an entry."),
            ]),
    ];
}
function absent(what, says, fix) {
    return { what, can: "partly", says, fix };
}
/** How far back logs are kept shows only where something is found there. */
async function looksBack({ inputs, source, day, }) {
    if (inputs.baseline === 0)
        return [];
    const what = `Looking back ${(0,span/* span */.L)(inputs.baseline)}`;
    const from = day.until - inputs.baseline;
    const until = Math.min(day.until, from + 23 * probe_source_HOUR);
    const look = await source.tally({ ...day, from, until, before: true });
    if (!("value" in look))
        return [lacking(what, look.error, false)];
    const { attempts } = look.value.real;
    return [
        attempts > 0
            ? found(what, `${attempts} attempts on that day`)
            : absent(what, "Nothing was logged on that day, or this plan does not keep logs so long.", "Shorten `baseline` to what your plan keeps."),
    ];
}

;// CONCATENATED MODULE: ./lib/actions/observe/check.js







/**
 * Tries what observe will need, before there is a release: reads, and one request to a function as a marker. What this
 * plan or token cannot do is told, a line each.
 */
async function check_check(inputs, means, world) {
    const live = await liveFunctions(inputs, means, world);
    const { source, subject } = means;
    const { versions } = live;
    const isEmpty = versions.length === 0 && source.attributes === "function";
    const all = await probeSource({ inputs, subject, source, versions }, world);
    // Of no function nothing can have been logged, which tells nothing of the events.
    const probes = isEmpty ? all.filter(({ can }) => can === "no") : all;
    const isCounted = probes.every(({ can }) => can !== "no");
    const slug = inputs.markerFunction ?? versions[0]?.slug;
    const marker = isCounted ? await measureLag(inputs, slug, source, world) : undefined;
    const findings = [
        ...live.findings,
        ...probes,
        ...(marker === undefined ? [] : [marker.finding]),
        await probeBoard(inputs, world),
    ];
    return {
        outputs: marker?.lag === undefined ? {} : { lag: `${marker.lag / 1000}s` },
        report: {
            ...headOf(findings),
            evidence: [`${count(findings, "yes")} of ${findings.length} checks found what observe asks for`],
            tables: [
                {
                    title: "What observe will find",
                    columns: ["what", "can", "seen", "what to do"],
                    rows: findings.map(({ what, can, says, fix }) => [what, can, says, fix ?? ""]),
                },
            ],
        },
    };
}
function headOf(findings) {
    const missing = findings.filter(({ can }) => can === "no");
    const partly = findings.filter(({ can }) => can === "partly");
    const named = (some) => some.map(({ what }) => what).join("; ");
    const [first] = missing;
    if (first !== undefined)
        return {
            verdict: "error",
            reason: `observe cannot do its work: ${named(missing)}. ${first.says} Nothing was changed.`,
            next: first.fix ?? "See the table.",
        };
    if (partly.length === 0)
        return { verdict: "pass", reason: "observe finds all that it asks for.", next: "Nothing to do." };
    return {
        verdict: "pass",
        reason: `observe can do its work, with less of: ${named(partly)}.`,
        next: "See what to do in the table.",
    };
}
async function liveFunctions(inputs, { access }, world) {
    if (access === undefined)
        return { versions: [], findings: [] };
    const what = "Live functions";
    try {
        const { versions } = await observedFunctions(world, access, (0,declared_functions/* declaredFunctions */.S)(inputs.functions, world));
        const names = versions.map(({ slug, version }) => `${slug} ${version}`).join(", ");
        return { versions, findings: [found(what, names)] };
    }
    catch (error) {
        world.signal.throwIfAborted();
        if (!(error instanceof user_error/* UserError */.yo))
            throw error;
        return { versions: [], findings: [lacking(what, error, true)] };
    }
}
function count(findings, which) {
    return findings.filter(({ can }) => can === which).length;
}

// EXTERNAL MODULE: ./lib/kit/action/markdown.js
var markdown = __webpack_require__(42534);
;// CONCATENATED MODULE: ./lib/kit/parts/observe/drawing/say.js

/** What the picture shows, in words: for whoever does not see it. */
function sayPath({ unit, most, fail, pass, points }) {
    const [seen, failed] = points.at(-1) ?? [0, 0];
    const at = (line) => (line[0] + ((line[1] - line[0]) * seen) / most) / 1000;
    const [high, low] = [at(fail), at(pass)];
    const below = low < 0 ? "nothing passes yet" : `at most ${Math.floor(low)} would pass`;
    return `${(0,markdown/* counted */.hS)(failed, "failure")} in ${seen} ${unit}; there, ${Math.ceil(high)} or more would fail and ${below}.`;
}
function sayEvents({ since, edges, slots }) {
    const width = (edges[1] ?? 0) - (edges[0] ?? 0);
    // A slot across the release counts on neither side of it.
    const sides = [
        slots.filter((_, index) => (edges[index + 1] ?? 0) <= since),
        slots.filter((_, index) => (edges[index] ?? 0) >= since),
    ];
    const [before, after] = sides.map((side) => {
        const sum = (of) => side.reduce((all, slot) => all + slot[of], 0);
        return `${sum("failed")} of ${sum("attempts")} attempts failed`;
    });
    return `Before the release ${before}, since then ${after}, in slots of ${Math.round(width / 1000)} s; live since ${new Date(since).toISOString()}.`;
}

;// CONCATENATED MODULE: ./lib/kit/parts/observe/drawing/mermaid.js


const STEPS = 40;
const mermaid_HOUR = 3_600_000;
/** Told apart on GitHub's light ground and on its dark one: a diagram's colours do not change with it. */
const [red, green, blue] = ["#e5534b", "#2da44e", "#4493f8"];
/** The test's course as a diagram that GitHub draws in a job summary, with the same in words. */
function pathSection(path) {
    const { unit, most, fail, pass, points } = path;
    const step = most / STEPS;
    const at = Array.from({ length: STEPS + 1 }, (_, index) => index * step);
    const high = at.map((seen) => height(fail, seen / most));
    const low = at.map((seen) => height(pass, seen / most));
    // Behind its end it goes on level: a shorter line would be stretched to the whole width.
    const failed = at.map((seen) => points.filter(([here]) => here <= seen).at(-1)?.[1] ?? 0);
    const top = Math.ceil(Math.max(...high, ...failed) * 1.05);
    const text = diagram(`${red}, ${green}, ${blue}`, [
        `x-axis "${unit}" 0 --> ${most}`,
        `y-axis "failures" ${Math.floor(Math.min(...low))} --> ${top}`,
        `line [${high.map(mermaid_short).join(", ")}]`,
        `line [${low.map(mermaid_short).join(", ")}]`,
        `line [${failed.map(mermaid_short).join(", ")}]`,
    ]);
    const legend = "Red: fails above. Green: passes below. Blue: what was counted, level behind its end.";
    return section("The course of the test", text, `${sayPath(path)} ${legend}`);
}
/** Attempts over time as bars, and the line of those that failed. */
function eventsSection(events) {
    const { slots, edges, since } = events;
    const [unit, size] = (edges.at(-1) ?? 0) - (edges[0] ?? 0) < mermaid_HOUR ? ["seconds", 1000] : ["minutes", 60_000];
    const at = (edge = since) => Math.round((edge - since) / size);
    const most = Math.max(1, ...slots.map(({ attempts }) => attempts));
    const text = diagram(`${blue}, ${red}`, [
        `x-axis "${unit} since the release" ${at(edges[0])} --> ${at(edges.at(-1))}`,
        `y-axis "attempts" 0 --> ${most}`,
        `bar [${slots.map(({ attempts }) => attempts).join(", ")}]`,
        `line [${slots.map(({ failed }) => failed).join(", ")}]`,
    ]);
    return section("Attempts over time", text, `${sayEvents(events)} Blue: attempts. Red: those that failed.`);
}
function diagram(palette, lines) {
    return [
        "```mermaid",
        "---",
        "config:",
        "  xyChart: { width: 640, height: 300 }",
        `  themeVariables: { xyChart: { plotColorPalette: "${palette}" } }`,
        "---",
        "xychart-beta",
        ...lines.map((line) => `  ${line}`),
        "```",
    ].join("\n");
}
function section(title, diagramText, says) {
    return { kind: "whole", title, text: `### ${(0,markdown/* plain */.pj)(title)}\n\n${diagramText}\n\n${(0,markdown/* plain */.pj)(says)}` };
}
function height([at0, atMost], part) {
    return (at0 + (atMost - at0) * part) / 1000;
}
function mermaid_short(value) {
    return String(Math.round(value * 100) / 100);
}

;// CONCATENATED MODULE: ./lib/kit/parts/observe/drawing/path.js

/** More points than can be told apart on the width of a page. */
const MOST_POINTS = 200;
const MINUTES = 60_000;
/** Pure. */
function pathOf({ limits, counter }, looks, since) {
    const lines = counter === undefined ? byAttempts(limits) : byMinutes(counter);
    const seen = looks.flatMap(({ attempts, failed, until }) => {
        if (attempts === undefined || failed === undefined)
            return [];
        return [[counter === undefined ? attempts : Math.round((until - since) / MINUTES), failed]];
    });
    const points = thinned([[0, 0], ...seen]);
    // At least as far as the first pass, so that both lines are seen.
    const first = Math.ceil(-lines.passAt0 / lines.slope);
    const most = Math.max(1, Math.ceil(1.2 * Math.max(first, ...points.map(([at]) => at))));
    const line = (at0) => [
        Math.round(1000 * at0),
        Math.round(1000 * (at0 + lines.slope * most)),
    ];
    return { unit: lines.unit, most, fail: line(lines.failAt0), pass: line(lines.passAt0), points };
}
function byAttempts({ tolerable, unacceptable, falseFail, falsePass }) {
    const failed = Math.log(unacceptable / tolerable);
    const passed = Math.log((rate/* WHOLE */.Ef - unacceptable) / (rate/* WHOLE */.Ef - tolerable));
    return between({ unit: "attempts", one: failed - passed, each: -passed }, { falseFail, falsePass });
}
function byMinutes({ tolerable, unacceptable, falseFail, falsePass }) {
    const each = (unacceptable - tolerable) / 60;
    return between({ unit: "minutes", one: Math.log(unacceptable / tolerable), each }, { falseFail, falsePass });
}
/** `one` is what a failure weighs, `each` what one attempt or minute takes off again. */
function between({ unit, one, each }, { falseFail, falsePass }) {
    return {
        unit,
        slope: each / one,
        failAt0: Math.log(rate/* WHOLE */.Ef / falseFail) / one,
        passAt0: Math.log(falsePass / rate/* WHOLE */.Ef) / one,
    };
}
/** Without looks that have seen nothing new; the last one is always there. */
function thinned(points) {
    const changed = points.filter((point, index) => {
        const before = points[index - 1];
        return before === undefined || before[0] !== point[0] || before[1] !== point[1];
    });
    const step = Math.ceil(changed.length / MOST_POINTS);
    return changed.filter((_, index) => index % step === 0 || index === changed.length - 1);
}

;// CONCATENATED MODULE: ./lib/kit/parts/observe/drawing/frame.js
const WIDTH = 640;
const HEIGHT = 280;
const left = 56;
const right = 18;
const frame_top = 18;
const bottom = 46;
/** Colours that are told apart on white and on black, and by people who see fewer of them. */
const look = ".rollout-drawing{max-width:100%;height:auto;font:12px system-ui,sans-serif;--ink:#1f2328;--ground:#fff;--quiet:#59636e;--line:#d1d9e0;--blue:#0550ae;--red:#cf222e;--green:#116329}" +
    "@media(prefers-color-scheme:dark){.rollout-drawing{--ink:#e6edf3;--ground:#0d1117;--quiet:#9198a1;--line:#3d444d;--blue:#79c0ff;--red:#ff7b72;--green:#56d364}}" +
    ".rollout-drawing text{fill:var(--ink)}.rollout-drawing .quiet{fill:var(--quiet)}.rollout-drawing .ground{fill:var(--ground)}" +
    ".rollout-drawing .line{stroke:var(--line)}.rollout-drawing .blue{stroke:var(--blue);color:var(--blue)}.rollout-drawing .red{stroke:var(--red);color:var(--red)}" +
    ".rollout-drawing .green{stroke:var(--green);color:var(--green)}.rollout-drawing .mark{stroke:var(--ink)}.rollout-drawing .full{fill:currentColor}";
function scalesOf({ x, y }) {
    const box = { left, right: WIDTH - right, top: frame_top, bottom: HEIGHT - bottom };
    const between = ([from, to], a, b) => (value) => (a + ((value - from) / Math.max(1e-9, to - from)) * (b - a)).toFixed(1);
    return { x: between(x, box.left, box.right), y: between(y, box.bottom, box.top), box };
}
/** A whole picture: `says` is read aloud in its place; `inside` is SVG of ours. Stands alone, or within a page. */
function frame_frame(says, { x, y, box }, axes, inside) {
    const ticks = [
        ...axes.y.map(({ at, says: label }) => `<line class="line" x1="${box.left}" x2="${box.right}" y1="${y(at)}" y2="${y(at)}"/>` +
            `<text class="quiet" text-anchor="end" x="${box.left - 6}" y="${y(at)}" dy="4">${escaped(label)}</text>`),
        ...axes.x.map(({ at, says: label }) => `<text class="quiet" text-anchor="middle" x="${x(at)}" y="${box.bottom + 16}">${escaped(label)}</text>`),
    ];
    const middle = (box.left + box.right) / 2;
    return [
        `<svg xmlns="http://www.w3.org/2000/svg" class="rollout-drawing" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-label="${escaped(says)}">`,
        `<title>${escaped(says)}</title><style>${look}</style>`,
        `<rect class="ground" width="${WIDTH}" height="${HEIGHT}"/>`,
        ...ticks,
        `<text text-anchor="middle" x="${middle}" y="${HEIGHT - 8}">${escaped(axes.under)}</text>`,
        `<text text-anchor="middle" transform="rotate(-90)" x="${-(box.top + box.bottom) / 2}" y="14">${escaped(axes.beside)}</text>`,
        inside,
        "</svg>",
    ].join("\n");
}
function escaped(text) {
    return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
/** Round numbers from 0 up to `most`, at most six. */
function roundTicks(most) {
    const steps = [1, 2, 5].flatMap((one) => [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((power) => one * 10 ** power));
    const step = steps.sort((a, b) => a - b).find((one) => most / one <= 6) ?? most;
    const count = Math.floor(most / step) + 1;
    return Array.from({ length: count }, (_, index) => ({
        at: index * step,
        says: (index * step).toLocaleString("en"),
    }));
}

;// CONCATENATED MODULE: ./lib/kit/parts/observe/drawing/svg.js


/** The test's course: failures over attempts, with the line above which it fails and the one below which it passes. */
function pathSvg(path) {
    const { unit, most, fail, pass, points } = path;
    const highest = Math.max(fail[1] / 1000, ...points.map(([, failed]) => failed)) * 1.1;
    const scales = scalesOf({ x: [0, most], y: [0, highest] });
    const axes = { x: roundTicks(most), y: roundTicks(highest), under: unit, beside: "failures" };
    const drawn = [
        line("red", [0, fail[0] / 1000], [most, fail[1] / 1000], scales),
        // Below 0 there are no failures: the line is drawn from where it begins to be met.
        line("green", [-(most * pass[0]) / (pass[1] - pass[0]), 0], [most, pass[1] / 1000], scales),
        label("fails above", [0, fail[0] / 1000], [8, 18], "start", scales),
        label("passes below", [most, pass[1] / 1000], [-4, -8], "end", scales),
        course(points, scales),
    ];
    return frame_frame(sayPath(path), scales, axes, drawn.join("\n"));
}
/** Attempts over time, those that failed within them, and the moment at which the release went live. */
function eventsSvg(events) {
    const { since, edges, slots } = events;
    const [from, to] = [edges[0] ?? 0, edges.at(-1) ?? 1];
    const highest = Math.max(1, ...slots.map(({ attempts }) => attempts)) * 1.15;
    const scales = scalesOf({ x: [from, to], y: [0, highest] });
    const bars = slots.map(({ attempts, failed }, index) => {
        const [a, b] = [edges[index] ?? from, edges[index + 1] ?? to];
        return (bar("blue", [a, b], attempts, scales) + bar("red full", [a, b], Math.min(failed, attempts), scales));
    });
    const { box } = scales;
    const isSeen = since >= from && since <= to;
    const x = scales.x(since);
    const toLeft = Number(x) > (box.left + box.right) / 2;
    const mark = isSeen
        ? [
            `<line class="mark" stroke-width="1.5" stroke-dasharray="4 3" x1="${x}" x2="${x}" y1="${box.top}" y2="${box.bottom}"/>`,
            `<text x="${x}" y="${box.top}" dx="${toLeft ? -6 : 6}" dy="10" text-anchor="${toLeft ? "end" : "start"}">live since ${clock(since, true)}</text>`,
        ]
        : [];
    const axes = {
        x: timesOf(from, to),
        y: roundTicks(highest),
        under: "time (UTC); filled: attempts that failed",
        beside: "attempts",
    };
    return frame_frame(sayEvents(events), scales, axes, [...bars, ...mark].join("\n"));
}
function line(colour, [x1, y1], [x2, y2], { x, y }) {
    return `<line class="${colour}" stroke-width="2" stroke-dasharray="6 4" x1="${x(x1)}" y1="${y(y1)}" x2="${x(x2)}" y2="${y(y2)}"/>`;
}
function label(text, [at, height], [dx, dy], anchor, { x, y }) {
    return `<text x="${x(at)}" y="${y(height)}" dx="${dx}" dy="${dy}" text-anchor="${anchor}">${escaped(text)}</text>`;
}
function course(points, { x, y }) {
    const all = points.map(([seen, failed]) => `${x(seen)},${y(failed)}`);
    const [lastX = "0", lastY = "0"] = (all.at(-1) ?? "").split(",");
    return `<polyline class="blue" fill="none" stroke-width="2.5" stroke-linejoin="round" points="${all.join(" ")}"/><circle class="blue full" r="4" cx="${lastX}" cy="${lastY}"/>`;
}
function bar(colour, [from, to], height, { x, y, box }) {
    if (height <= 0)
        return "";
    const width = Math.max(1, Number(x(to)) - Number(x(from)) - 2).toFixed(1);
    const fill = colour.includes("full") ? "" : ' fill="none"';
    return `<rect class="${colour}"${fill} stroke-width="1.5" x="${(Number(x(from)) + 1).toFixed(1)}" width="${width}" y="${y(height)}" height="${(box.bottom - Number(y(height))).toFixed(1)}"/>`;
}
function timesOf(from, to) {
    const isShort = to - from < 10 * 60_000;
    return [0.02, 0.25, 0.5, 0.75, 0.98].map((part) => {
        const at = from + part * (to - from);
        return { at, says: clock(at, isShort) };
    });
}
function clock(time, withSeconds) {
    return new Date(time).toISOString().slice(11, withSeconds ? 19 : 16);
}

;// CONCATENATED MODULE: ./lib/actions/observe/draw-observation.js






/** Draws what was counted, into the folder of the artifact too. Where nothing was counted there is nothing to draw. */
async function drawObservation(watched, question, { source, judging }, world) {
    if (watched.tally === undefined || watched.verdict.verdict === "error")
        return {};
    const path = pathOf(judging, watched.looks, question.from);
    const events = await eventsAround(source, question, world);
    const folder = (0,external_node_path_.join)(world.temp, "prism-rollout", "observe");
    await (0,promises_.mkdir)(folder, { recursive: true });
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, "path.svg"), `${pathSvg(path)}\n`);
    if (events === undefined)
        return { path };
    await (0,promises_.writeFile)((0,external_node_path_.join)(folder, "events.svg"), `${eventsSvg(events)}\n`);
    return { path, events };
}
function drawnSections({ path, events }) {
    return [
        ...(path === undefined ? [] : [pathSection(path)]),
        ...(events === undefined ? [] : [eventsSection(events)]),
    ];
}

;// CONCATENATED MODULE: ./lib/actions/observe/find-board.js



/** The link of the saved queries; a missing or unreadable board is only a line in the log. */
async function findBoard(inputs, world) {
    try {
        return await openDashboards(inputs, world)?.find(boardName(inputs.target, inputs.supabase));
    }
    catch (error) {
        world.signal.throwIfAborted();
        world.log.info(`The saved queries cannot be linked: ${(0,user_error/* describe */.q0)(error)}`);
        return undefined;
    }
}

// EXTERNAL MODULE: ./lib/kit/release/formats.js
var formats = __webpack_require__(75610);
;// CONCATENATED MODULE: ./lib/actions/observe/keep-observation.js




/** Writes every look and the limits that they were judged by (rates in parts per million). Gives the path. */
async function keepObservation({ inputs, since, versions, watched, checked, drawn }, { temp }) {
    const folder = (0,external_node_path_.join)(temp, "prism-rollout", "observe");
    const path = (0,external_node_path_.join)(folder, "observation.json");
    const document = {
        schema: "prism-rollout/observation@1",
        release: inputs.release ?? null,
        target: inputs.target ?? null,
        since,
        until: watched.until,
        functions: versions,
        limits: (0,observe_question/* limitsOf */.Af)(inputs),
        latencyLimits: (0,observe_question/* slowLimitsOf */.XN)(inputs) ?? null,
        verdict: checked.verdict,
        tally: watched.tally ?? null,
        calls: checked.calls ?? null,
        looks: watched.looks,
        drawn,
    };
    await (0,promises_.mkdir)(folder, { recursive: true });
    await (0,promises_.writeFile)(path, (0,formats/* writeFormat */.VD)(document));
    return path;
}

;// CONCATENATED MODULE: ./lib/actions/observe/mark-release.js



/**
 * Draws the release on the dashboard, where that can be: opened at its activation, closed with its verdict, left open
 * while that is open. A dashboard that cannot be drawn on is a warning and no more.
 */
async function markRelease(inputs, { since, verdict, until }, world) {
    const { target = "default", supabase } = inputs;
    const release = inputs.release ?? `${target}-${since}`;
    const said = verdict === undefined ? "live, observed" : `${verdict.verdict}: ${verdict.reason}`;
    const isOver = verdict !== undefined && ["pass", "fail"].includes(verdict.verdict);
    const mark = {
        ...boardName(inputs.target, supabase),
        release,
        target,
        from: since,
        ...(isOver && until !== undefined ? { until } : {}),
        text: `${inputs.release ?? `Release of ${target}`}: ${said}`,
    };
    try {
        await openDashboards(inputs, world)?.mark?.(mark);
    }
    catch (error) {
        world.signal.throwIfAborted();
        world.log.warn(`The release could not be drawn on the dashboard. ${(0,user_error/* describe */.q0)(error)}`);
    }
}

// EXTERNAL MODULE: ./lib/kit/parts/observe/where-to-look.js
var where_to_look = __webpack_require__(96647);
;// CONCATENATED MODULE: ./lib/actions/observe/say-watching.js

/**
 * A release whose verdict is open stays live, and its job ends green: how far it is from a verdict, who looks again
 * (counting from the same ISO time), and how a person ends it before that.
 */
function sayWatching({ verdict, reason, next }, since) {
    const own = next.replace(lookAgain, "").trim();
    return {
        verdict,
        green: true,
        reason: `WATCHING: ${reason}`,
        next: [
            ...(own === "" ? [] : [own]),
            `The release stays live. The next run of the watch caller (examples/workflows/watch.yml) looks again, counting from ${since}.`,
            "To end it now, run that caller by hand with `on-inconclusive` pass or fail, or the rollback caller with a reason.",
        ].join(" "),
    };
}

;// CONCATENATED MODULE: ./lib/actions/observe/report-observation.js









function reportOf(observed) {
    const { inputs, judging, watched, checked, since } = observed;
    const head = report_observation_headOf(observed);
    const alone = "Stands alone: no release was given, so nothing was read from a plan or a record";
    return {
        ...head,
        evidence: [
            ...(watched.tally ? evidenceOf(watched.tally, judging) : ["0 looks could be counted"]),
            ...checked.evidence,
            ...(watched.tally ? attributed(observed) : []),
            ...sharing(inputs),
            `${watched.looks.filter(({ error }) => error === undefined).length} of ${watched.looks.length} looks were answered`,
            `Counted from ${iso(since.at)} (${since.because}) to ${iso(watched.until)}`,
            ...(inputs.release === undefined ? [alone] : []),
        ],
        tables: [
            judging.counter ? times(judging.counter) : boundaries(judging.limits, "failures"),
            ...(judging.slow ? [boundaries(judging.slow, "slow attempts")] : []),
            ...(observed.versions.length === 0 ? [] : [functionsTable(observed)]),
        ],
        sections: [...drawnSections(observed.drawn), linksOf(observed)],
    };
}
/** Where a release is named, somebody looks again; alone, an open verdict is nobody's unless the job says so. */
function report_observation_headOf({ inputs, checked, since }) {
    const { verdict, reason, next } = asDeclared(checked.verdict, inputs.onInconclusive);
    return verdict === "inconclusive" && inputs.release !== undefined
        ? sayWatching({ verdict, reason, next }, iso(since.at))
        : { verdict, reason, next };
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
/** What is counted as this release's, where another source than the functions' own logs counts. */
function attributed({ inputs, source: { attributes, says = [] } }) {
    if (attributes === "function")
        return says;
    const what = attributes === "release"
        ? "what bears this release's name"
        : "all since it went live, whichever version it came from";
    return [`Counted by ${inputs.logSource}: ${what}`, ...says];
}
/** Said where more than one check can fail a release. */
function sharing(inputs) {
    const checks = (0,observe_question/* failingChecks */.oe)(inputs);
    if (checks.length === 1)
        return [];
    const each = (0,observe_question/* limitsOf */.Af)(inputs).falseFail;
    return [
        `${checks.length} checks (${checks.join(", ")}) share ${(0,rate/* percent */.KN)(inputs.falseFail)}: each fails a good release at most ${(0,rate/* percent */.KN)(each)} of the time`,
    ];
}
/** The whole rule as a table: what each number of failures says at how many attempts. */
function boundaries(limits, what) {
    const { tolerable, unacceptable, falseFail, falsePass } = limits;
    const rows = [0, 1, 2, 3, 4, 5].map((x) => [
        String(x),
        String((0,sequential_test/* failsUpTo */.YM)(x, limits) ?? "–"),
        String((0,sequential_test/* passesFrom */.S4)(x, limits)),
    ]);
    return {
        title: `What decides (${(0,rate/* percent */.KN)(tolerable)} is fine, ${(0,rate/* percent */.KN)(unacceptable)} is not; wrong at most ${(0,rate/* percent */.KN)(falseFail)} and ${(0,rate/* percent */.KN)(falsePass)} of the time)`,
        columns: [what, "fail with at most … attempts", "pass with at least … attempts"],
        rows,
    };
}
/** The same where failures are judged by the hour. */
function times(counter) {
    const { tolerable, unacceptable, falseFail, falsePass } = counter;
    const rows = [0, 1, 2, 3, 4, 5].map((x) => {
        const worst = counterFailsUpTo(x, counter);
        return [String(x), worst === undefined ? "–" : (0,span/* span */.L)(worst), (0,span/* span */.L)(counterPassesFrom(x, counter))];
    });
    return {
        title: `What decides (${tolerable} an hour is fine, ${unacceptable} is not; wrong at most ${(0,rate/* percent */.KN)(falseFail)} and ${(0,rate/* percent */.KN)(falsePass)} of the time)`,
        columns: ["failures", "fail within …", "pass after …"],
        rows,
    };
}
function functionsTable({ versions, inputs: { logSource } }) {
    const rows = versions.map(({ slug, version, id }) => [slug, String(version), id]);
    const title = logSource === "supabase" ? "Functions whose logs were counted" : "Functions that were live";
    return { title, columns: ["function", "version", "id"], rows };
}
function linksOf({ inputs, links: { board, logs } }) {
    const called = inputs.dashboard === "grafana" ? "dashboard" : "notebook";
    return (0,where_to_look/* whereToLook */.i)("Where to look", [
        ...(board === undefined ? [] : [["Saved queries", called, board]]),
        ["The query of the last look", inputs.logSource === "supabase" ? "log explorer" : inputs.logSource, logs],
    ]);
}
function iso(time) {
    return new Date(time).toISOString();
}

;// CONCATENATED MODULE: ./lib/actions/observe/conclude.js





/** Draws, keeps, marks and tells what an observation came to. */
async function conclude({ source, asked, since, judging, ...counted }, world) {
    const { inputs, watched, checked } = counted;
    const drawn = await drawObservation(watched, asked, { source, judging }, world);
    const observation = await keepObservation({ ...counted, since: since.at, drawn }, world);
    const ended = { since: since.at, verdict: checked.verdict, until: world.clock.now() };
    await markRelease(inputs, ended, world);
    const logs = source.link(asked);
    const board = await findBoard(inputs, world);
    return {
        outputs: {
            since: new Date(since.at).toISOString(),
            observation,
            failed: String(checked.verdict.x),
            attempts: String(checked.verdict.n),
            "dashboard-url": board ?? logs,
        },
        report: reportOf({ ...counted, source, drawn, since, judging, links: { board, logs } }),
    };
}

// EXTERNAL MODULE: ./lib/kit/action/fail.js + 1 modules
var fail = __webpack_require__(7736);
;// CONCATENATED MODULE: ./lib/actions/observe/prepare.js





/** Saves what will be asked. A dashboard that cannot be saved never stops a release: it is a warning. */
async function prepare(inputs, subject, world) {
    // The queries are SQL over Supabase's logs: another source has none of them.
    if (inputs.logSource !== "supabase" && inputs.dashboard !== "grafana")
        return prepare_notOurs(inputs);
    const board = boardOf(inputs.target, inputs.supabase, subject);
    const links = inputs.logSource === "supabase" ? [queryLinks(board, inputs)] : [];
    try {
        const dashboards = openDashboards(inputs, world);
        if (dashboards === undefined)
            return notWanted(inputs, links);
        return await keep(dashboards, board, links, world);
    }
    catch (error) {
        world.signal.throwIfAborted();
        const { message, next } = (0,fail/* explain */.WE)(error);
        const what = inputs.dashboard === "supabase" ? "notebook" : "dashboard";
        world.log.warn(`The ${what} could not be saved. ${message} ${next}`);
        return {
            outputs: { "dashboard-url": logsPage(inputs), dashboard: "failed" },
            report: {
                verdict: "pass",
                reason: `The ${what} could not be saved, which stops nothing. ${message}`,
                next,
                evidence: ["0 queries are saved; each is linked below"],
                sections: links,
            },
        };
    }
}
function prepare_notOurs({ logSource }) {
    return {
        outputs: { dashboard: "none" },
        report: {
            verdict: "pass",
            reason: `observe counts by ${logSource}, which keeps queries of its own: nothing is saved here.`,
            next: "Nothing to do.",
            evidence: ["0 queries are saved"],
        },
    };
}
async function keep(dashboards, board, links, world) {
    const { url, change, queries: n } = await dashboards.keep(board);
    world.log.notice(`Saved queries for this rollout: ${url}`);
    return {
        outputs: { "dashboard-url": url, dashboard: change },
        report: {
            verdict: "pass",
            reason: `The ${dashboards.called} «${board.name}» is ${change === "unchanged" ? "up to date" : change}.`,
            next: change === "written" ? "Open the queries by their links." : `Open it: ${url}`,
            evidence: [n === 0 ? "0 queries: it shows releases alone" : `${n} of ${n} queries are saved`],
            sections: links,
        },
    };
}
function notWanted(inputs, links) {
    return {
        outputs: { "dashboard-url": logsPage(inputs), dashboard: "none" },
        report: {
            verdict: "pass",
            reason: "No dashboard is kept, as `dashboard: none` says.",
            next: "Nothing to do.",
            evidence: ["0 queries are saved; each is linked below"],
            sections: links,
        },
    };
}
/** Each query as a link: they run without anything that was saved. */
function queryLinks({ asked }, inputs) {
    const queries = linkedQueries(asked, logsPage(inputs));
    return (0,where_to_look/* whereToLook */.i)("The queries", queries.map(({ title, url }) => [title, "run it in the log explorer", url]));
}

;// CONCATENATED MODULE: ./lib/actions/observe/observe.js
















/** Counts what the live versions log from the release's beginning on, until the counts have a verdict. */
async function observe(inputs, world) {
    await refuseAfterRollback(inputs, world);
    const subject = (0,observe_question/* subjectOf */.et)(inputs);
    if (inputs.prepare)
        return await prepare(inputs, subject, world);
    if (!inputs.check)
        refuseLongWindow(inputs);
    const access = accessIfAny(inputs);
    const source = await openedSource(inputs, access, world);
    if (inputs.check)
        return await check_check(inputs, { subject, source, access }, world);
    const { versions, activatedAt } = access === undefined
        ? { versions: [], activatedAt: undefined }
        : await observedFunctions(world, access, (0,declared_functions/* declaredFunctions */.S)(inputs.functions, world));
    const since = await sinceWhen(inputs, activatedAt, world);
    const sinceText = new Date(since.at).toISOString();
    world.emit({ since: sinceText });
    world.log.info(`Counting from ${sinceText} on: ${since.because}.`);
    await markRelease(inputs, { since: since.at }, world);
    const question = { ...subject, from: since.at, functions: versions };
    const asking = { source, subject, functions: versions };
    const before = await heldTo(inputs, asking, { until: since.at, span: inputs.baseline }, world);
    const judging = { subject, ...judgedBy(inputs), ...before };
    const { lag, pollInterval, window, errorBudget } = inputs;
    const watched = await watchRelease({ question, judging, lag, pollInterval, window, errorBudget }, source, world);
    const asked = { ...question, until: watched.until };
    const checked = await crossCheck(watched, asked, { source, access, judging }, world);
    return await conclude({ inputs, source, asked, since, judging, versions, watched, checked }, world);
}
/** Where it is counted. A commit is known to Sentry, or to labels, as whoever deployed it named it. */
async function openedSource(inputs, access, world) {
    const { release, target, commit = world.context.sha } = inputs;
    const byHour = (0,observe_question/* counterOf */.Yy)(inputs) !== undefined;
    const counted = { commit, release, target };
    return await (0,sources/* openSource */.o)({ inputs, counted, byHour, access }, world);
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
    (0,rolled_back/* refuseRolledBack */.M)(release, await (0,record_history/* changesOf */.fs)(await github(githubToken), target, release));
}

// EXTERNAL MODULE: ./lib/actions/observe/spec.js + 1 modules
var spec = __webpack_require__(43697);
;// CONCATENATED MODULE: ./lib/actions/observe/main.js




const main = (specs) => (0,run/* runAction */.C)(spec/* spec */.I, announcingFirst(observe), specs);


/***/ }),

/***/ 43697:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  I: () => (/* binding */ spec_spec)
});

// EXTERNAL MODULE: ./lib/kit/action/permission.js
var permission = __webpack_require__(12800);
;// CONCATENATED MODULE: ./lib/kit/providers/dashboards/permissions.js
const when = "`dashboard: grafana`";
const grafana = (name, why, also = "") => ({
    service: "Grafana",
    name,
    why,
    when: when + also,
    without: "said",
});
/** What a service account of Grafana must be allowed. */
const dashboardPermissions = [
    grafana("dashboards:read", "the link of the dashboard"),
    grafana("dashboards:write", "the dashboard as the release counts", ", `prepare: true`"),
    grafana("dashboards:create", "the dashboard, where it is not there", ", `prepare: true`"),
    ...["annotations:read", "annotations:create", "annotations:write"].map((name) => grafana(name, "marking the release in the dashboard")),
];

// EXTERNAL MODULE: ./lib/kit/action/shared-inputs.js
var shared_inputs = __webpack_require__(67906);
// EXTERNAL MODULE: ./lib/kit/action/spec.js
var spec = __webpack_require__(35596);
// EXTERNAL MODULE: ./lib/kit/action/time-limit.js
var time_limit = __webpack_require__(43128);
// EXTERNAL MODULE: ./lib/kit/notify/inputs.js
var inputs = __webpack_require__(83175);
// EXTERNAL MODULE: ./lib/kit/parts/observe/inputs.js + 3 modules
var observe_inputs = __webpack_require__(22320);
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
        plan: shared_inputs/* releaseInputs */.zy.plan,
        ...inputs/* notifyInputs */.v,
        "github-token": shared_inputs/* releaseInputs */.zy["github-token"],
        ...observe_inputs/* observeInputs */.c,
    },
    permissions: [
        (0,permission/* onGitHub */.xr)({ name: "contents: read", why: "checking out the commit" }),
        (0,permission/* onGitHub */.xr)({
            name: "deployments: read",
            why: "when the release went live",
            when: "a `release` is given, and it does not only `prepare`",
        }),
        (0,permission/* onSupabase */.cI)({
            name: "analytics_logs_read",
            why: "counting attempts and failures",
            when: "`log-source: supabase`",
        }),
        (0,permission/* onSupabase */.cI)({ name: "edge_functions_read", why: "which version of a function is the release's" }),
        (0,permission/* onSupabase */.cI)({
            name: "project_notebooks_read",
            why: "the link of the saved queries",
            when: "`dashboard: supabase`",
            without: "said",
        }),
        (0,permission/* onSupabase */.cI)({
            name: "project_notebooks_write",
            why: "saving the queries",
            when: "`dashboard: supabase`, `prepare: true`",
            without: "said",
        }),
        ...dashboardPermissions,
    ],
    outputs: {
        failed: "Attempts that failed.",
        attempts: "Attempts that were seen.",
        since: "When the clock was started: pass it on as `since` to count on.",
        observation: "Path of observation.json with every look; upload it.",
        "dashboard-url": "Link to the saved queries, else to the same query in the log explorer.",
        lag: "With `check`: what the marker proposes for `lag`, such as 45s.",
        dashboard: "With `prepare`: created | updated | unchanged | written (files) | failed | none.",
    },
});


/***/ }),

/***/ 84870:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ hide)
/* harmony export */ });
/* harmony import */ var _action_mask_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48003);

/**
 * A document for a place where no runner masks anything: no text in it holds a secret. Errors of this suite hold none;
 * a vendor's words that they quote might.
 */
function hide(document, secrets) {
    const masks = secrets.flatMap((secret) => (secret === undefined ? [] : (0,_action_mask_js__WEBPACK_IMPORTED_MODULE_0__/* .masksOf */ .J)(secret)));
    masks.sort((a, b) => b.length - a.length);
    const clean = (value) => {
        if (typeof value === "string")
            return masks.reduce((now, mask) => now.replaceAll(mask, "***"), value);
        if (Array.isArray(value))
            return value.map(clean);
        if (typeof value !== "object" || value === null)
            return value;
        return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner)]));
    };
    return clean(document);
}


/***/ }),

/***/ 83175:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ boardInput),
/* harmony export */   v: () => (/* binding */ notifyInputs)
/* harmony export */ });
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36583);

/** Where people are told, shared by every action that knows something worth telling. */
const notifyInputs = {
    "notify-url": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .secret */ .rJ)({
        description: "Webhook that is told when a gate waits and how a release ended. Its failure only warns; its address is a secret.",
    })),
    "notify-format": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)(["auto", "slack", "json"], {
        description: "What the webhook takes: Slack's messages, or `prism-rollout/notification@1`. `auto` goes by its address.",
        default: "auto",
    }),
};
/** For phases after which a gate may wait: what `prepare` has found. */
const boardInput = {
    "dashboard-url": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .url */ .OZ)({
        description: "Where the queries are saved, from `prepare`; linked on the page and in the message of the gate that waits next.",
    })),
};


/***/ }),

/***/ 89873:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ notificationOf)
/* harmony export */ });
/* harmony import */ var _ports_encoded_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(84905);

function notificationOf(told, { runUrl }) {
    const { gate, queries, ...rest } = told;
    const environment = gate === undefined ? {} : { gate: environmentUrl(runUrl, gate) };
    const links = { run: runUrl, ...environment, ...(queries === undefined ? {} : { queries }) };
    return { schema: "prism-rollout/notification@1", ...rest, links };
}
/** GitHub's page of an environment. */
function environmentUrl(runUrl, name) {
    return `${runUrl.replace(/\/actions\/runs\/.*$/, "")}/deployments/${(0,_ports_encoded_js__WEBPACK_IMPORTED_MODULE_0__/* .encoded */ .d)(name)}`;
}


/***/ }),

/***/ 21183:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gd: () => (/* binding */ quietly),
  tN: () => (/* binding */ send)
});

// UNUSED EXPORTS: webhookAddress

// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(65304);
// EXTERNAL MODULE: ./lib/kit/notify/hide.js
var hide = __webpack_require__(84870);
;// CONCATENATED MODULE: ./lib/kit/notify/slack.js
/** Slack takes 3,000 characters a section. */
const longest = 2800;
/** A message as Slack, and what speaks its language, takes it: a line, and blocks that say the rest. */
function slackMessage(told) {
    const { target, release, what, reason, next, checklist = [], links } = told;
    const text = escaped(`${target}: ${what}`);
    const gate = links.gate === undefined ? "" : ` · ${slack_link(links.gate, "gate")}`;
    const queries = links.queries === undefined ? "" : ` · ${slack_link(links.queries, "queries and logs")}`;
    const looks = checklist.length === 0 ? [] : ["Look yourself:", ...checklist.map((line) => `• ${escaped(line)}`)];
    const details = [`*${text}*`, escaped(reason), `Next: ${escaped(next)}`, ...looks].map(slack_short).join("\n");
    return {
        text,
        blocks: [
            { type: "section", text: { type: "mrkdwn", text: slack_short(details) } },
            {
                type: "context",
                elements: [
                    { type: "mrkdwn", text: `${slack_link(links.run, "run")}${gate}${queries} · ${escaped(release)}` },
                ],
            },
        ],
    };
}
/** Only these three mean something; with them nobody can be called (`<!channel>`) and no link be made. */
function escaped(text) {
    return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
function slack_link(url, label) {
    return `<${escaped(url).replaceAll("|", "%7C")}|${label}>`;
}
function slack_short(text) {
    return text.length <= longest ? text : `${text.slice(0, longest).replace(/&[a-z]*$/, "")}…`;
}

// EXTERNAL MODULE: ./lib/kit/ports/ending-after.js
var ending_after = __webpack_require__(3123);
;// CONCATENATED MODULE: ./lib/kit/notify/send.js




const patience = 5_000;
/**
 * Tells the webhook, once, within five seconds; a connection that failed is tried once more. Whatever comes of it, the
 * release goes on: a failure is a warning, without the address or a part of it.
 */
async function send({ notifyUrl, notifyFormat }, told, world, { secrets = [], deadline = patience, } = {}) {
    if (notifyUrl === undefined)
        return;
    const url = webhookAddress(notifyUrl);
    const problem = url === undefined
        ? "notify-url is not an address (https://…)"
        : await tell(url, bodyOf(url, notifyFormat, told, [...secrets, notifyUrl]), world, deadline);
    if (problem !== undefined)
        world.log.warn(`The webhook was not told of «${told.what}»: ${problem}.`);
}
function bodyOf(url, format, told, secrets) {
    const clean = (0,hide/* hide */.j)(told, secrets);
    // Discord and others take Slack's messages at an address that ends so.
    const looksLikeSlack = /(^|\.)slack(-gov)?\.com$/.test(url.hostname) || url.pathname.endsWith("/slack");
    const slack = format === "auto" ? looksLikeSlack : format === "slack";
    return { text: JSON.stringify(slack ? slackMessage(clean) : clean), slack };
}
/** Where a webhook is; undefined for what is no address that a message may go to. */
function webhookAddress(text) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const loopback = url?.protocol === "http:" && /^(127(\.\d+){3}|localhost|\[::1\])$/.test(url.hostname);
    return url?.protocol === "https:" || loopback ? url : undefined;
}
/** What went wrong, without anything of the address; undefined when it was taken. */
async function tell(url, body, world, deadline) {
    const signal = (0,ending_after/* endingAfter */.I)(deadline, world.signal);
    for (let attempt = 1;; attempt += 1) {
        try {
            const response = await world.http(url, {
                method: "POST",
                headers: { "content-type": "application/json; charset=utf-8" },
                body: body.text,
                redirect: "manual",
                signal,
            });
            return judge(response.status, await response.text(), body, url);
        }
        catch (error) {
            if (world.signal.aborted)
                return "the job was asked to stop";
            if (signal.aborted)
                return `it did not answer within ${deadline / 1000} s`;
            if (attempt === 2)
                return `it could not be reached (${codeOf(error)})`;
        }
    }
}
function judge(status, said, { slack }, url) {
    if (status >= 300 && status < 400)
        return `it answered ${status}, and no redirect is followed`;
    const short = said.trim();
    const isWord = /^[a-z_]{2,40}$/.test(short) && !url.href.includes(short);
    const word = isWord ? ` (${short})` : "";
    if (status < 200 || status >= 300)
        return `it answered ${status}${word}`;
    if (/^\s*</.test(said))
        return `it answered ${status} with a page: that is no webhook`;
    return slack && !["ok", ""].includes(said.trim())
        ? `it answered ${status}, but did not take it${word}`
        : undefined;
}
/** Only the kind of an error: its text names host and address. */
function codeOf(error) {
    const { cause } = error;
    return typeof cause?.code === "string" ? cause.code : "no connection";
}
/** For whoever composes a message: what is done is not undone because nobody could be told, not even by a bug. */
async function quietly(world, work) {
    try {
        await work();
    }
    catch (error) {
        world.log.warn(`Nobody could be told: ${(0,user_error/* describe */.q0)(error)}`);
    }
}


/***/ }),

/***/ 73581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ verifyJwtOf),
/* harmony export */   p: () => (/* binding */ verifyJwtInput)
/* harmony export */ });
/* harmony import */ var _action_input_map_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59148);
/* harmony import */ var _action_held_in_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(39678);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65304);
/* harmony import */ var _ports_json_object_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9169);




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
    const value = typeof declared === "boolean" ? declared : (0,_action_held_in_js__WEBPACK_IMPORTED_MODULE_2__/* .heldIn */ .$)(declared, slug);
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
    if (!(0,_ports_json_object_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .G)(map))
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

/***/ 45984:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ functionsInputs)
});

// EXTERNAL MODULE: ./lib/kit/action/input-map.js
var input_map = __webpack_require__(59148);
// EXTERNAL MODULE: ./lib/kit/action/input.js
var input = __webpack_require__(36583);
// EXTERNAL MODULE: ./lib/kit/action/shared-inputs.js
var shared_inputs = __webpack_require__(67906);
;// CONCATENATED MODULE: ./lib/kit/parts/functions/declared/slugs.js

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
        if (bad.length === 0)
            return parts;
        const names = bad.map((slug) => JSON.stringify(slug.slice(0, 60))).join(", ");
        return {
            expected: `names of functions (a letter, then letters, digits, _ and -), but ${names} is none`,
            write: "[my-function]",
        };
    };
    return { ...texting, kind: "list of function names", parse };
}

// EXTERNAL MODULE: ./lib/kit/parts/functions/declared/verify-jwt.js
var verify_jwt = __webpack_require__(73581);
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

/***/ 26592:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ tellWait)
/* harmony export */ });
/** Who reads a log wants to know that nobody has forgotten it, and nothing twice within this time. */
const minute = 60_000;
/**
 * Tells a wait that begins now: what for, since when, and when it is given up (`end`, ms since 1970, where it ever is).
 * Call it before each pause with what is waited for: it is said at once, when it becomes another, and else once a
 * minute, with how far it has come (`soFar`).
 */
function tellWait({ clock, log }, end) {
    const since = clock.now();
    const limit = end === undefined ? "" : `, given up at ${timeOf(end)}`;
    let told;
    return (until, soFar) => {
        const now = clock.now();
        if (told?.until === until && now - told.at < minute)
            return;
        told = { until, at: now };
        const far = soFar === undefined ? "" : ` ${soFar}`;
        log.info(`Waiting until ${until} (since ${timeOf(since)}${limit} UTC).${far}`);
    };
}
function timeOf(time) {
    return new Date(time).toISOString().slice(11, 19);
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


/***/ }),

/***/ 57299:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ functionsApi)
});

// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(65304);
// EXTERNAL MODULE: ./lib/kit/ports/json-api.js
var json_api = __webpack_require__(14232);
// EXTERNAL MODULE: ./lib/kit/providers/supabase/permission-for.js
var permission_for = __webpack_require__(15463);
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

// EXTERNAL MODULE: ./lib/kit/providers/supabase/room-name.js
var room_name = __webpack_require__(66857);
// EXTERNAL MODULE: ./lib/kit/ports/encoded.js
var encoded = __webpack_require__(84905);
// EXTERNAL MODULE: ./lib/kit/ports/json-object.js
var json_object = __webpack_require__(9169);
;// CONCATENATED MODULE: ./lib/kit/providers/supabase/functions-api.js







/** Bundling may take minutes on the server, and an activation what its bundles take; whatever reads has its answer. */
const building = { timeout: 180_000 };
/** The API for one project. */
function functionsApi(world, access) {
    const api = managementApi(world, access);
    const project = `/v1/projects/${access.supabase}`;
    return { ...reading(api, project), ...changing(api, `${project}/functions`) };
}
function reading(api, project) {
    const base = `${project}/functions`;
    const bodyOf = (slug) => `${base}/${(0,encoded/* encoded */.d)(slug)}/body`;
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
    const known = (slug) => `${base}/${(0,encoded/* encoded */.d)(slug)}`;
    return {
        restore: async (listed, eszip, isThere, again) => {
            const body = new Blob([new Uint8Array(eszip)]);
            const headers = { "content-type": "application/vnd.denoland.eszip" };
            const call = { ...building, query: settingsOf(listed), body, headers, again };
            if (isThere)
                await api("PATCH", known(listed.slug), { ...call, safe: true });
            else
                await api("POST", base, { ...call, query: { slug: listed.slug, ...call.query }, accept: [200, 201] });
        },
        bundle: async (slug, upload) => {
            const { json } = await api("POST", `${base}/deploy`, {
                ...building,
                query: { slug, bundleOnly: true },
                body: formOf(upload),
                accept: [200, 201],
            });
            return functionOf(json, `POST ${base}/deploy?slug=${slug}`);
        },
        activate: async (functions, again) => {
            const { json } = await api("PUT", base, { ...building, json: functions.map(updateOf), again });
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
        needs: permission_for/* permissionFor */.T,
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
    return { ...fn, status: "ACTIVE", updated_at: undefined, room: undefined };
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
/** The fields that are known, each with the type without which it says nothing. */
const known = {
    ...{ id: "string", slug: "string", name: "string", status: "string", version: "number" },
    ...{ created_at: "number", updated_at: "number", verify_jwt: "boolean", import_map: "boolean" },
    ...{ entrypoint_path: "string", import_map_path: "string", ezbr_sha256: "string" },
};
/** Takes the fields that are known. Null and an empty text are how some deployments say that there is none. */
function functionOf(json, what) {
    const fn = (0,json_object/* fieldsOf */.P)(json);
    const given = Object.entries(known).flatMap(([key, type]) => {
        const value = Object.hasOwn(fn, key) ? fn[key] : undefined;
        return typeof value === type && value !== "" ? [[key, value]] : [];
    });
    const read = Object.fromEntries(given);
    if (read["id"] === undefined || read["slug"] === undefined || !Number.isSafeInteger(read["version"]))
        throw strange(what, excerptOf(json));
    const whole = { name: read["slug"], status: "ACTIVE", ...read };
    return { ...whole, ...(0,room_name/* readRoomName */.B)(whole.name, whole.version) };
}
function excerptOf(json) {
    return (JSON.stringify(json) ?? "nothing").slice(0, 200);
}
function strange(what, got) {
    return new user_error/* UserError */.yo("PR306", `Supabase ${what} answered something that its API does not say: ${got}.`, "Check `supabase-api-url`; if it is right, see https://status.supabase.com and run again.");
}


/***/ }),

/***/ 15463:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ permissionFor)
/* harmony export */ });
/** The first row that fits decides: what a scoped token must have for a call to the Management API, by Supabase's names. */
const rows = [
    [/GET/, /^\/functions/, "edge_functions_read"],
    [/./, /^\/functions/, "edge_functions_write"],
    [/GET/, /^\/secrets/, "edge_functions_secrets_read"],
    [/GET/, /^\/health/, "project_admin_read"],
    [/GET/, /^\/analytics/, "analytics_logs_read"],
    [/GET/, /^\/notebooks/, "project_notebooks_read"],
    [/./, /^\/notebooks/, "project_notebooks_write"],
    [/GET/, /^\/database\/backups/, "backups_read"],
    [/./, /^\/database\/backups/, "backups_write"],
    [/POST/, /^\/cli\/login-role/, "database_write"],
];
const project = /^\/v\d+\/projects\/[^/]+/;
function permissionFor(method, path) {
    const inside = path.replace(project, "");
    return rows.find(([asked, place]) => asked.test(method) && place.test(inside))?.[2];
}


/***/ }),

/***/ 66857:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ readRoomName),
/* harmony export */   T: () => (/* binding */ roomName)
/* harmony export */ });
/**
 * The name of a function while an abandoned bundle of it is live to make room (ADR 49). A name is the one thing that is
 * kept beside a bundle in the very call that makes it live, so it is there for whoever has no record and no folder of the
 * job that has ended; and people who look at the dashboard meanwhile read why. `wanted` says what room is made for.
 */
function roomName(name, version, wanted) {
    return `${name} [abandoned bundle ${version}, live to make room for ${wanted}]`;
}
/** The function's own name, and what room is made for: whoever deploys without a name leaves it beside another number. */
function readRoomName(named, version) {
    const found = /^(.*) \[abandoned bundle (\d+), live to make room for ([0-9a-f]{12})\]$/s.exec(named);
    const [, name = named, number, wanted] = found ?? [];
    return wanted === undefined || Number(number) !== version ? { name } : { name, room: wanted };
}


/***/ })

};
