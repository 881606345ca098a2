export const id = 943;
export const ids = [943];
export const modules = {

/***/ 87412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./lib/kit/action/run.js + 12 modules
var run = __webpack_require__(84910);
// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(65304);
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
// EXTERNAL MODULE: ./lib/kit/parts/observe/question.js + 1 modules
var observe_question = __webpack_require__(49416);
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

// EXTERNAL MODULE: ./lib/kit/release/activated-at.js
var activated_at = __webpack_require__(65031);
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

;// CONCATENATED MODULE: ./lib/kit/parts/observe/say-tally.js

/** «x of n …» for everything that was counted. */
function evidenceOf(tally, { subject, before }) {
    const { real, synthetic, withoutKey, slow, unreadable = 0 } = tally;
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
    const which = silent.map((name) => `${name} (chance explains ${(0,span/* span */.L)(silence?.after[name] ?? 0)})`);
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
    if (silent.length > 0 && judging.silence?.is === "fail")
        return say("fail", saySilent(silent, judging), undoes);
    const absent = absentEvents(tally, judging);
    if (stands === "pass" && absent.length === 0 && isWhole(tally))
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
    if (stands === "pass" && absent.length > 0) {
        const never = absent.every(({ attempts }) => attempts === 0);
        const reason = `${absent.map(({ name, attempts }) => `${name} was logged for ${attempts} of ${n} attempts`).join("; ")}.`;
        return never && n > 0 ? say("fail", reason, undoes) : say("inconclusive", reason, lookAgain);
    }
    if (stands === "pass" && (tally.unreadable ?? 0) > 0) {
        const next = "Log every entry as one JSON object, of at most 10,000 characters.";
        return say("inconclusive", halfWritten(tally), next);
    }
    if (stands === "pass") {
        const next = "Set `attempt-key` to fields that all of these events have.";
        return say("inconclusive", nameless(tally, judging), next);
    }
    if (silent.length > 0) {
        const next = `See whether users reach the release. ${lookAgain}`;
        return say("inconclusive", saySilent(silent, judging), next);
    }
    return say("inconclusive", saying(checks, "open"), lookAgain);
}
/** Whether every entry tells whose it is, and whether that attempt failed. */
function isWhole({ withoutKey, unreadable = 0 }) {
    return withoutKey === 0 && unreadable === 0;
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
        .filter(([name, { attempts }]) => attempts === 0 && elapsed >= (silence?.after[name] ?? Number.POSITIVE_INFINITY))
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
            log.info(says);
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

// EXTERNAL MODULE: ./lib/kit/release/history.js
var release_history = __webpack_require__(47562);
// EXTERNAL MODULE: ./lib/kit/release/rolled-back.js
var rolled_back = __webpack_require__(68700);
// EXTERNAL MODULE: ./lib/kit/providers/logs/supabase/supabase.js + 2 modules
var supabase = __webpack_require__(34212);
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

// EXTERNAL MODULE: ./lib/kit/providers/supabase/project-api.js
var project_api = __webpack_require__(37096);
// EXTERNAL MODULE: ./lib/kit/release/canonical.js
var canonical = __webpack_require__(41820);
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
            throw strange(`GET ${base}`, json);
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
        throw strange(`${method} ${path}`, json);
    return written;
}
function notOurs(name, urls) {
    return new user_error/* UserError */.yo("PR304", `There is a notebook «${name}» that was not made here: ${urls}. It was left as it is.`, "Rename or delete it, then run again.");
}
function strange(what, json) {
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
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/kit/release/formats.js
var formats = __webpack_require__(75610);
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
        limits: (0,observe_question/* limitsOf */.Af)(inputs),
        latencyLimits: (0,observe_question/* slowLimitsOf */.XN)(inputs) ?? null,
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
var fail = __webpack_require__(48487);
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
    const head = headOf(observed);
    const alone = "Stands alone: no release was given, so nothing was read from a plan or a record";
    return {
        ...head,
        evidence: [
            ...(watched.tally ? evidenceOf(watched.tally, judging) : ["0 looks could be counted"]),
            ...checked.evidence,
            ...sharing(inputs),
            `${watched.looks.filter(({ error }) => error === undefined).length} of ${watched.looks.length} looks were answered`,
            `Counted from ${iso(since.at)} (${since.because}) to ${iso(watched.until)}`,
            ...(inputs.release === undefined ? [alone] : []),
        ],
        tables: [
            judging.counter ? times(judging.counter) : boundaries(judging.limits, "failures"),
            ...(judging.slow ? [boundaries(judging.slow, "slow attempts")] : []),
            functionsTable(observed),
            linksTable(observed),
        ],
    };
}
/** Where a release is named, somebody looks again; alone, an open verdict is nobody's unless the job says so. */
function headOf({ inputs, checked, since }) {
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
function iso(time) {
    return new Date(time).toISOString();
}

;// CONCATENATED MODULE: ./lib/actions/observe/observe.js
















/** Counts what the live versions log from the release's beginning on, until the counts have a verdict. */
async function observe(inputs, world) {
    await refuseAfterRollback(inputs, world);
    const subject = (0,observe_question/* subjectOf */.et)(inputs);
    if (inputs.prepare)
        return await prepare(inputs, subject, world);
    refuseLongWindow(inputs);
    const access = accessOf(inputs);
    const { versions, activatedAt } = await observedFunctions(world, access, (0,declared_functions/* declaredFunctions */.S)(inputs.functions, world));
    const since = await sinceWhen(inputs, activatedAt, world);
    const sinceText = new Date(since.at).toISOString();
    world.emit({ since: sinceText });
    world.log.info(`Counting from ${sinceText} on: ${since.because}.`);
    const source = (0,supabase/* supabaseLogs */._)(world, access, inputs.supabaseDashboardUrl);
    const question = { ...subject, from: since.at, functions: versions };
    const asking = { source, subject, functions: versions };
    const before = await heldTo(inputs, asking, { until: since.at, span: inputs.baseline }, world);
    const judging = { subject, ...judgedBy(inputs), ...before };
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

// EXTERNAL MODULE: ./lib/actions/observe/spec.js
var spec = __webpack_require__(72921);
;// CONCATENATED MODULE: ./lib/actions/observe/main.js



const main = (specs) => (0,run/* runAction */.C)(spec/* spec */.I, observe, specs);


/***/ }),

/***/ 72921:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ spec)
/* harmony export */ });
/* harmony import */ var _kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67906);
/* harmony import */ var _kit_action_spec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(35596);
/* harmony import */ var _kit_action_time_limit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43128);
/* harmony import */ var _kit_parts_observe_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(96609);




const spec = (0,_kit_action_spec_js__WEBPACK_IMPORTED_MODULE_3__/* .defineAction */ .Q)({
    name: "observe",
    title: "Observe",
    description: "Counts in the logs what a release does to real attempts until a sequential test says pass or fail; before, saves the same queries as a dashboard.",
    inputs: {
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .placeInputs */ .vb,
        "time-limit": (0,_kit_action_time_limit_js__WEBPACK_IMPORTED_MODULE_1__/* .timeLimit */ .z)("110m"),
        release: _kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .releaseInputs */ .zy.release,
        slice: _kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .releaseInputs */ .zy.slice,
        "github-token": _kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .releaseInputs */ .zy["github-token"],
        ..._kit_parts_observe_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .observeInputs */ .c,
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

/***/ 46796:
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
var verify_jwt = __webpack_require__(30998);
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

/***/ 30998:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ verifyJwtOf),
/* harmony export */   p: () => (/* binding */ verifyJwtInput)
/* harmony export */ });
/* harmony import */ var _action_input_map_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59148);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65304);


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

/***/ 57299:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  M: () => (/* binding */ functionsApi)
});

// UNUSED EXPORTS: managementApi

// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(65304);
// EXTERNAL MODULE: ./lib/kit/ports/json-api.js + 1 modules
var json_api = __webpack_require__(30397);
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

/***/ 37096:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ projectApi)
/* harmony export */ });
/* harmony import */ var _ports_json_api_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30397);

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


/***/ })

};
