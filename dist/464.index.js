export const id = 464;
export const ids = [464];
export const modules = {

/***/ 37464:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./lib/kit/action/run.js + 14 modules
var run = __webpack_require__(2836);
// EXTERNAL MODULE: ./lib/kit/notify/announce.js + 1 modules
var announce = __webpack_require__(88412);
// EXTERNAL MODULE: ./lib/kit/parts/checks/health.js + 1 modules
var health = __webpack_require__(8433);
// EXTERNAL MODULE: ./lib/kit/parts/checks/health-inputs.js
var health_inputs = __webpack_require__(92983);
// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(65304);
// EXTERNAL MODULE: ./lib/kit/providers/supabase/functions-api.js + 1 modules
var functions_api = __webpack_require__(57299);
// EXTERNAL MODULE: ./lib/kit/parts/functions/change/ask-again.js
var ask_again = __webpack_require__(23108);
// EXTERNAL MODULE: ./lib/kit/parts/functions/live/bundle-mark.js
var bundle_mark = __webpack_require__(2964);
// EXTERNAL MODULE: ./lib/kit/parts/functions/change/change-states.js
var change_states = __webpack_require__(80997);
// EXTERNAL MODULE: ./lib/kit/parts/functions/live/inspect-live.js
var inspect_live = __webpack_require__(7617);
// EXTERNAL MODULE: ./lib/kit/action/held-in.js
var held_in = __webpack_require__(39678);
// EXTERNAL MODULE: ./lib/kit/parts/functions/snapshot/snapshot.js
var snapshot_snapshot = __webpack_require__(20674);
;// CONCATENATED MODULE: ./lib/kit/parts/functions/snapshot/mark-snapshot.js




/** A snapshot with the marks of the bundles that the release makes live. */
function withMarks(snapshot, bundles) {
    const marked = (slug, entry) => {
        const own = bundles.find((one) => one.slug === slug);
        const bundle = own && (0,bundle_mark/* bundleMark */.i)(own);
        if (entry.becomes === null || bundle === undefined)
            return entry;
        return { ...entry, becomes: { ...entry.becomes, bundle } };
    };
    const entries = Object.entries(snapshot.functions).map(([slug, entry]) => [slug, marked(slug, entry)]);
    return { ...snapshot, functions: Object.fromEntries(entries) };
}
/**
 * Keeps it once more with the marks of bundles. Where the platform gives no sources, nothing but these tells a rollback
 * without a record that what is live is what this release has made.
 */
async function markSnapshot(snapshot, bundles, world) {
    if (bundles.length > 0)
        await keepAgain(withMarks(snapshot, bundles), world);
}
function keptSnapshot(first, world) {
    let snapshot = first;
    return {
        room: async (rooms) => {
            snapshot = withRooms(snapshot, rooms);
            await keepAgain(snapshot, world);
        },
        mark: async (bundles) => {
            await markSnapshot(snapshot, bundles, world);
        },
    };
}
function withRooms(snapshot, rooms) {
    const entries = Object.entries(snapshot.functions).map(([slug, entry]) => {
        const room = (0,held_in/* heldIn */.$)(rooms, slug);
        return [slug, room === undefined ? entry : { ...entry, rooms: [...(entry.rooms ?? []), room] }];
    });
    return { ...snapshot, functions: Object.fromEntries(entries) };
}
/** Keeps a snapshot of which a first one is kept already: that it cannot be is told. */
async function keepAgain(snapshot, world) {
    try {
        await (0,snapshot_snapshot/* saveSnapshot */.Os)(snapshot, world);
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.yo))
            throw error;
        world.log.warn(`What becomes live is not in the snapshot: ${(0,user_error/* describe */.q0)(error)}`);
    }
}
/** Whether the platform does not give the sources of something that goes: it may not give those of what comes, either. */
function isBlind({ functions }) {
    return Object.values(functions).some(({ was }) => was !== null && was.source === null);
}

// EXTERNAL MODULE: ./lib/kit/parts/functions/declared/source.js
var source = __webpack_require__(17161);
// EXTERNAL MODULE: ./lib/kit/release/canonical.js
var canonical = __webpack_require__(41820);
// EXTERNAL MODULE: ./lib/kit/parts/functions/undo/undo-by-bundle.js
var undo_by_bundle = __webpack_require__(50871);
;// CONCATENATED MODULE: ./lib/kit/parts/functions/live/tell-live.js






/**
 * Reads back what is live: never assumed from how the change went. `ready` are the bundles that were to be activated: where
 * no sources are given, they are what tells. Throws nothing that the platform answers.
 */
async function tellLive(api, work, ready = []) {
    const slugs = [...work.changes, ...work.removals].map(({ slug }) => slug);
    try {
        return toldOf(work, ready, await (0,inspect_live/* inspectLive */.lc)(api, slugs));
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.yo))
            throw error;
        const said = `What is live could not be read back: ${(0,user_error/* describe */.q0)(error).replace(/\.$/, "")}.`;
        return { is: "unknown", said, live: undefined, saying: saying(said) };
    }
}
function toldOf({ changes, removals }, ready, live) {
    const becoming = (slug, state) => {
        const own = ready.find((one) => one.slug === slug);
        const bundle = own && (0,bundle_mark/* bundleMark */.i)(own);
        return bundle === undefined ? state : { ...state, bundle };
    };
    const all = [
        ...changes.map(({ slug, live: was, wanted }) => ({ slug, was, becomes: becoming(slug, wanted.state) })),
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
    if ((0,undo_by_bundle/* isAs */.br)(now, becomes))
        return "new";
    // Sources that nobody can read are the same as long as nobody has deployed.
    const untouched = now !== undefined &&
        was !== undefined &&
        (0,bundle_mark/* isSameBundle */.J)(now.listed, was.listed) &&
        (0,canonical/* digest */.br)(now.state.settings) === (0,canonical/* digest */.br)(was.state.settings);
    return (0,source/* sameState */.yY)(now?.state ?? null, was?.state ?? null) || untouched ? "old" : "neither";
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

;// CONCATENATED MODULE: ./lib/kit/parts/functions/live/besides.js







/**
 * Has a command deploy, and looks what it has done to functions that were to stay. Each that it has changed gets a receipt,
 * which nobody could write before, and stands in the snapshot as what it is now: so it goes back with the rest.
 */
async function watchBesides(deploy, watched, world) {
    let live;
    try {
        live = await deploy();
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.yo))
            throw error;
        throw await afterFailure(error, watched, world);
    }
    if (live === undefined)
        return { live, touched: [], strangers: [] };
    const touched = await keepTouched(watched, live, world);
    const strangers = strangersIn(watched.strangers, live);
    for (const said of strangers)
        world.log.warn(said);
    return { live, touched, strangers };
}
async function afterFailure(error, watched, world) {
    try {
        const slugs = Object.keys(watched.snapshot.functions);
        const touched = await keepTouched(watched, await (0,inspect_live/* inspectLive */.lc)(watched.api, slugs), world);
        if (touched.length === 0)
            return error;
        return saying(`Besides, the command has changed ${touched.join(", ")}.`)(error);
    }
    catch (other) {
        if (!(other instanceof user_error/* UserError */.yo))
            throw other;
        return saying(`What it has changed besides is not known: ${(0,user_error/* describe */.q0)(other)}`)(error);
    }
}
async function keepTouched({ besides, snapshot, journal }, live, world) {
    const touched = besides.filter(({ slug, live: was }) => !isSame(was, live.functions.get(slug)));
    const slugs = touched.map(({ slug }) => slug);
    const blind = unread(live);
    if (touched.length + blind.length > 0)
        await keepAgain(withStates(withMarks(snapshot, blind), slugs, live), world);
    if (touched.length === 0)
        return [];
    const before = Object.fromEntries(touched.map(({ slug, live: was }) => [slug, (0,change_states/* formerOf */.TV)(was)]));
    const intended = (0,change_states/* statesIn */.AJ)(live, slugs);
    await journal.change("functions", { before, intended }, async () => intended);
    return slugs;
}
/** The same sources sent once more are no change, and neither is the same bundle. */
function isSame(was, now) {
    if (now === undefined)
        return false;
    if ((0,source/* sameState */.yY)(was.state, now.state))
        return true;
    const isUnread = was.state.digest === null || now.state.digest === null;
    const isSameSetting = was.state.settings.verifyJwt === now.state.settings.verifyJwt;
    return isUnread && isSameSetting && (0,bundle_mark/* isSameBundle */.J)(was.listed, now.listed);
}
function unread({ functions }) {
    return [...functions.values()].flatMap(({ state, listed }) => (state.digest === null ? [listed] : []));
}
function withStates(snapshot, slugs, live) {
    const entries = Object.entries(snapshot.functions).map(([slug, entry]) => {
        if (!slugs.includes(slug))
            return [slug, entry];
        return [slug, { ...entry, becomes: stateIn(live, slug) }];
    });
    return { ...snapshot, functions: Object.fromEntries(entries) };
}
function stateIn({ functions }, slug) {
    const now = functions.get(slug);
    if (now === undefined)
        return null;
    const bundle = (0,bundle_mark/* bundleMark */.i)(now.listed);
    return bundle === undefined ? now.state : { ...now.state, bundle };
}
/** What a command has done to functions that are none of the release's: nothing of them is kept. */
function strangersIn(before, { strangers: now }) {
    const said = (slug, what) => `${slug}: not among \`functions\`, but ${what} by the command; no rollback knows it`;
    const changed = now.flatMap((one) => {
        const was = before.find(({ slug }) => slug === one.slug);
        if (was === undefined)
            return [said(one.slug, "deployed")];
        const isWhatItWas = (0,bundle_mark/* isSameBundle */.J)(was, one) && was.verify_jwt === one.verify_jwt;
        return isWhatItWas ? [] : [said(one.slug, "deployed again")];
    });
    const gone = before.filter(({ slug }) => now.every((one) => one.slug !== slug));
    return [...changed, ...gone.map(({ slug }) => said(slug, "removed"))];
}

// EXTERNAL MODULE: ./lib/kit/parts/functions/change/free-conflicts.js
var free_conflicts = __webpack_require__(30730);
// EXTERNAL MODULE: ./lib/kit/parts/functions/plan-functions.js + 7 modules
var plan_functions = __webpack_require__(15929);
// EXTERNAL MODULE: ./lib/kit/ports/retry.js
var retry = __webpack_require__(93073);
;// CONCATENATED MODULE: ./lib/kit/parts/functions/live/read-back.js




/** What is live after a change, once the list shows it. */
async function readBack(api, { changes, removals, besides }, ready, world) {
    const options = { what: "Read the live functions", attempts: 6, firstWait: 500, longestWait: 8000 };
    const listed = await (0,retry/* retry */.L)(world, { ...options, signal: world.signal }, async () => {
        const now = (await api.list()).filter(({ status }) => status !== "REMOVED");
        const late = ready.filter(({ slug, version }) => now.every((one) => one.slug !== slug || one.version < version));
        const left = removals.filter(({ slug }) => now.some((one) => one.slug === slug));
        if (late.length + left.length === 0)
            return { value: now };
        return { again: notListed(namesOf(late), namesOf(left)) };
    });
    const slugs = [...changes, ...removals, ...besides].map(({ slug }) => slug);
    const remembered = async () => marksOf(changes, ready);
    return await (0,inspect_live/* inspectLive */.lc)(api, slugs, slugs.length > readable ? { listed, remembered } : { listed });
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

// EXTERNAL MODULE: ./lib/kit/parts/functions/live/others.js
var live_others = __webpack_require__(1863);
;// CONCATENATED MODULE: ./lib/kit/parts/functions/change/remove-all.js



/**
 * Takes functions away, each as long as it is what was looked at.
 * @throws {UserError} PR442 naming those that are not; they are left.
 */
async function removeAll(api, removals, { log }) {
    if (removals.length === 0)
        return;
    const { others, shown } = await (0,live_others/* changedByOthers */.vh)(api, { changes: [], removals }, []);
    const due = removals.map(({ slug }) => slug).filter((slug) => !others.includes(slug));
    await (0,ask_again/* removeEach */.O0)(api, due, { shown, each: (slug) => log.info(`${slug}: removed.`) });
    if (others.length === 0)
        return;
    throw new user_error/* UserError */.yo("PR442", `${others.join(", ")} was not removed: somebody else has deployed it since this release looked.`, "Give it a folder in the repository, or plan again: the plan shows it as it is now.");
}

// EXTERNAL MODULE: ./lib/kit/ports/exec.js
var exec = __webpack_require__(93566);
;// CONCATENATED MODULE: ./lib/kit/parts/functions/change/run-command.js


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

// EXTERNAL MODULE: ./lib/kit/parts/functions/change/stage-changes.js
var stage_changes = __webpack_require__(99882);
;// CONCATENATED MODULE: ./lib/kit/parts/functions/apply-functions.js















/**
 * Brings all changed functions live together: snapshot, bundles, one activation; then takes away what `prune`
 * names. With `command` the user's own deployment takes the place of bundles and activation. What an earlier attempt
 * has done stands in the receipt with the rest, and is not done again.
 * @throws {UserError} PR421 when a bundle fails, PR442 when somebody else deploys (nothing new is live then), PR441
 * when the command fails, PR445 and the like when the platform fails: each says what is live by its own word.
 * @returns what is live of that after the change, undefined where there was nothing left to do; and what a command has
 * changed besides.
 */
async function applyFunctions(inputs, given, journal, world) {
    const api = (0,functions_api/* functionsApi */.M)(world, inputs);
    const { changes, removals } = given;
    const isDone = changes.length + removals.length === 0;
    const work = isDone ? given : await (0,plan_functions/* withBundles */.qt)(api, given);
    const { done } = work;
    const byApi = inputs.command === undefined && changes.length > 0;
    const { staged, snapshot } = await snapshotAndStage(api, inputs, work, byApi, world);
    const shown = isDone ? undefined : await stopForOthers(api, work, staged, world);
    const earlier = Object.fromEntries(done.map((one) => [one.slug, one.becomes]));
    const kept = keptSnapshot(snapshot, world);
    const keeper = { journal, note: kept.room };
    const run = async () => {
        if (inputs.command !== undefined && changes.length > 0)
            await runCommand(inputs.command, inputs, world);
        const ready = byApi ? await activate(api, staged, shown, keeper, world) : [];
        await removeAll(api, removals, world);
        // What had to wait for room could not be marked before it was live.
        if (staged.conflicts.length > 0)
            await kept.mark(ready);
        return await readBack(api, work, ready, world);
    };
    const deploy = async () => {
        let live;
        await journal.change("functions", (0,change_states/* statesOf */.kY)(work, staged.ready), async () => {
            if (isDone)
                return earlier;
            live = await orByItsWord(run, api, work, staged.ready, world);
            return { ...(0,change_states/* statesIn */.AJ)(live, slugsOf(work)), ...earlier };
        });
        return live;
    };
    if (byApi || isDone)
        return { live: await deploy(), touched: [], strangers: [] };
    const { besides } = work;
    return await watchBesides(deploy, { api, besides, strangers: given.strangers, snapshot, journal }, world);
}
function slugsOf({ changes, removals, besides }) {
    return [...changes, ...removals, ...besides].map(({ slug }) => slug);
}
/**
 * Reads what the way back needs and builds the bundles at the same time: each has a limit of its own. The snapshot is
 * kept before anything that is served changes.
 */
async function snapshotAndStage(api, inputs, work, byApi, world) {
    const { changes, removals } = work;
    const keep = async () => {
        const whole = await (0,plan_functions/* withSources */.Z6)(api, work);
        const snapshot = (0,snapshot_snapshot/* snapshotOf */.eY)(inputs.supabase, whole);
        if (changes.length + removals.length > 0)
            world.emit({ snapshot: await (0,snapshot_snapshot/* saveSnapshot */.Os)(snapshot, world) });
        return { whole, snapshot };
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
    const { whole, snapshot } = kept.value;
    const { ready, conflicts } = staged.value;
    if (isBlind(snapshot))
        await markSnapshot(snapshot, ready, world);
    const blocked = conflicts.map(({ change }) => change.slug);
    const again = whole.changes.filter(({ slug }) => blocked.includes(slug));
    return { snapshot, staged: { ready, conflicts: again.map((change) => (0,stage_changes/* conflictOf */.Sx)(change, inputs)) } };
}
/** A bundle's failure stays what it is; what is live by then is told beside it. */
async function withLive(error, api, work) {
    if (!(error instanceof user_error/* UserError */.yo))
        return error;
    return saying((await tellLive(api, work)).said)(error);
}
/** The one moment in which what users meet changes. */
async function activate(api, { ready, conflicts }, shown, keeper, world) {
    const freed = await (0,free_conflicts/* freeConflicts */.O)(api, conflicts, keeper, world);
    if (freed.failed.length > 0)
        throw (0,stage_changes/* bundlesFailed */.Fh)(freed.failed, ready.length + conflicts.length);
    const all = [...ready, ...freed.ready];
    // What made room for itself is in no list that was asked for before.
    await (0,ask_again/* activateAll */.Xu)(api, all, conflicts.length === 0 ? shown : undefined);
    return all;
}
/** @returns the list by which it was told that nobody else has. */
async function stopForOthers(api, work, { ready }, world) {
    const { others, shown } = await (0,live_others/* changedByOthers */.vh)(api, work, ready);
    if (others.length === 0)
        return shown;
    (0,stage_changes/* leaveStaged */.yt)(ready, world);
    throw (0,live_others/* refuseOthers */.AQ)(others);
}
/**
 * What failed may have been done all the same: then the work goes on. Otherwise the error says what is live.
 * A command that failed stays one that failed.
 */
async function orByItsWord(run, api, work, ready, { log }) {
    try {
        return await run();
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.yo))
            throw error;
        const told = await tellLive(api, work, ready);
        if (told.is !== "new" || told.live === undefined || error.code === "PR441")
            throw told.saying(error);
        log.warn(`${error.message} All the same ${told.said}`);
        return told.live;
    }
}

// EXTERNAL MODULE: ./lib/kit/parts/functions/imports/beyond-imports.js
var beyond_imports = __webpack_require__(35520);
// EXTERNAL MODULE: ./lib/kit/parts/functions/deno/check-types.js
var check_types = __webpack_require__(57660);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/kit/parts/functions/snapshot/find-snapshots.js
var find_snapshots = __webpack_require__(86929);
// EXTERNAL MODULE: ./lib/kit/parts/functions/undo/way-back.js
var way_back = __webpack_require__(45021);
;// CONCATENATED MODULE: ./lib/kit/parts/functions/snapshot/confirm-snapshot.js








/**
 * Whether what undoes this release is in the artifact of its plan, as the person who approved it was told: should this
 * machine be lost in the middle, there is no other. A plan that says that there is no way back needs none.
 * @throws {UserError} PR105 when it is not: nothing was changed.
 */
async function confirmSnapshot({ plan, part }, { changes, removals, besides }, { root }) {
    const reached = besides.filter(({ live }) => (0,way_back/* isKept */.t8)(live));
    const due = [...changes, ...removals, ...reached].filter(({ live }) => live !== undefined);
    if (plan === undefined || part?.undo.possible !== "yes" || due.length === 0)
        return;
    const file = (0,external_node_path_.join)((0,external_node_path_.dirname)((0,external_node_path_.resolve)(root, plan)), "snapshot.json");
    const snapshot = await (0,snapshot_snapshot/* loadSnapshot */.N2)(file).catch((error) => {
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
    const entry = (0,held_in/* heldIn */.$)(functions, slug);
    if (!entry?.was || !(0,find_snapshots/* isWhole */.w)(entry))
        return false;
    if ((0,snapshot_snapshot/* sourceBefore */.Tk)(entry) !== undefined)
        return (0,source/* sameState */.yY)(entry.was.state, live?.state ?? null);
    return ((0,snapshot_snapshot/* eszipBefore */.Fd)(entry) !== undefined && live !== undefined && (0,bundle_mark/* isSameBundle */.J)(entry.was.listed, live.listed));
}
function notThere(what) {
    return new user_error/* UserError */.yo("PR105", `The plan promises a way back, but its snapshot cannot be used: ${what} Nothing was changed.`, "Download the whole artifact of plan (rollout-plan-<target>), not plan.json alone; else start a new run.");
}

// EXTERNAL MODULE: ./lib/kit/release/plan/decided.js
var plan_decided = __webpack_require__(83668);
// EXTERNAL MODULE: ./lib/kit/release/plan/plan.js
var plan = __webpack_require__(29581);
;// CONCATENATED MODULE: ./lib/kit/parts/functions/continue-plan.js





/**
 * A re-run finds less work than was approved, since it did some itself. Where all that is missing is live
 * exactly as approved, the part is the approved one; everything else stays a difference. A function that appeared
 * after the approval is not taken away: nobody has approved it. Pure.
 */
function continuePlan(inspected, approved) {
    if (approved === undefined)
        return { part: (0,plan_functions/* functionsPart */.p5)(inspected), done: [], removals: inspected.removals };
    const { functions: decided = {} } = (0,plan_decided/* decidedIn */.m)(approved, decidedForm);
    const found = withoutStrangers(inspected, decided);
    const { removals } = found;
    const part = (0,plan_functions/* functionsPart */.p5)(found);
    if ((0,plan/* partDigest */.S8)(approved) === (0,plan/* partDigest */.S8)(part))
        return { part, done: [], removals };
    const changed = found.changes.map(({ slug }) => slug);
    const live = found.wanted.flatMap(({ slug, state }) => {
        const one = (0,held_in/* heldIn */.$)(decided, slug);
        const ours = one !== undefined && !changed.includes(slug) && (0,canonical/* canonical */.$N)(one.becomes) === (0,canonical/* canonical */.$N)((0,plan_functions/* json */.Pq)(state));
        return ours ? [{ slug, was: one.was, becomes: one.becomes }] : [];
    });
    const done = [...live, ...takenAway(found, decided)];
    const { functions = {}, unchanged = [] } = (0,plan_decided/* decidedIn */.m)(part, decidedForm);
    const finished = done.map(({ slug, was, becomes }) => [slug, { was, becomes }]);
    const decisions = {
        functions: { ...functions, ...Object.fromEntries(finished) },
        unchanged: unchanged.filter((slug) => done.every((one) => one.slug !== slug)),
    };
    const whole = { ...part, work: "some", decisions };
    return (0,plan/* partDigest */.S8)(whole) === (0,plan/* partDigest */.S8)(approved)
        ? { part: whole, done, removals }
        : { part, done: [], removals };
}
/** What would be taken away, but is not in the plan, is left as what no release is about. */
function withoutStrangers(found, decided) {
    const isPlanned = ({ slug }) => (0,held_in/* heldIn */.$)(decided, slug)?.becomes === null;
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
const decidedForm = {
    fields: {
        functions: { optional: { values: { fields: { was: "any", becomes: "any" } } } },
        unchanged: { optional: { each: "text" } },
    },
};

// EXTERNAL MODULE: ./lib/kit/parts/functions/live/live-marks.js
var live_marks = __webpack_require__(11081);
// EXTERNAL MODULE: ./lib/kit/parts/functions/live/remembered.js
var remembered = __webpack_require__(98394);
// EXTERNAL MODULE: ./lib/kit/parts/functions/change/in-parallel.js
var in_parallel = __webpack_require__(81529);
// EXTERNAL MODULE: ./lib/kit/parts/functions/invoke.js
var invoke = __webpack_require__(50231);
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
    const checks = await (0,in_parallel/* inParallel */.H)(wanted, check, 64);
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
        const reason = `${n} of ${n} functions are live; whether ${untold.join(", ")} serves is not told.`;
        return { verdict: "pass", reason, next: "Pass `functions-key`, so that they are called for real." };
    }
    if (faults.length === 0) {
        return { verdict: "pass", reason: `${n} of ${n} functions are live and answer.`, next: "Nothing to do." };
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
var enter_phase = __webpack_require__(58228);
// EXTERNAL MODULE: ./lib/kit/release/plan/planned.js
var planned = __webpack_require__(88366);
;// CONCATENATED MODULE: ./lib/actions/deploy-functions/deploy-functions.js













/** Inspect, compare with what was approved, change, prove. */
async function deployFunctions(inputs, world) {
    const found = await (0,plan_functions/* inspectFunctions */.m8)(inputs, world, {
        remembered: (0,remembered/* rememberedOf */.M)(inputs, world),
        later: true,
    });
    const approved = await (0,planned/* approvedPart */.Vd)(world, inputs, "deploy-functions");
    const { part, done, removals } = continuePlan(found, approved);
    const { changes, besides } = found;
    const due = { changes, removals, besides };
    await confirmSnapshot({ plan: inputs.plan, part: approved }, due, world);
    // What was approved was checked by plan.
    const wanted = approved === undefined ? found.changes.map((change) => change.wanted) : [];
    const beyond = approved === undefined ? (0,beyond_imports/* sayBeyond */.h)(found.wanted) : [];
    for (const doubt of [...beyond, ...(await (0,check_types/* checkTypes */.O)(inputs, wanted, world))])
        world.log.notice(doubt);
    // What an earlier attempt has activated is judged by the proof, not at the door.
    const fresh = done.length === 0;
    const healthy = fresh ? (0,health/* healthGate */.Y)((0,health_inputs/* healthInputsOf */.dL)(inputs, world), world, { complete: false }) : undefined;
    const entered = await (0,enter_phase/* enterPhase */.a)(world, "deploy-functions", inputs, part, healthy);
    if (entered === undefined)
        return {
            outputs: { functions: "[]", live: deploy_functions_marksOf(found.wanted, found.live.functions) },
            report: nothingToDo(found.wanted.length),
        };
    for (const line of part.says)
        world.log.info(line);
    const { strangers } = found.live;
    const after = await applyFunctions(inputs, { ...due, done, strangers }, entered.journal, world);
    // What an earlier attempt has done was read before this one changed anything.
    const before = [...found.live.functions].filter(([slug]) => done.some((one) => one.slug === slug));
    const live = new Map([...before, ...(after.live?.functions ?? [])]);
    const slugs = [...changes, ...done].map(({ slug }) => slug);
    const named = (some) => found.wanted.filter(({ slug }) => some.includes(slug));
    const activated = named([...slugs, ...after.touched]);
    const taken = [...removals, ...done.filter(({ becomes }) => becomes === null)].map(({ slug }) => slug);
    const all = named([...slugs, ...besides.map(({ slug }) => slug)]);
    const proof = await proveFunctions(inputs, all, { ...found.live, functions: live }, world);
    const functions = JSON.stringify(activated.map(({ slug }) => slug).sort());
    const whole = withBesides(withTaken(proof, taken.sort()), after);
    const marks = deploy_functions_marksOf(found.wanted, new Map([...found.live.functions, ...live]));
    return { outputs: { functions, live: marks }, report: reportOf(whole, part) };
}
function deploy_functions_marksOf(wanted, live) {
    const marks = wanted.flatMap(({ slug }) => {
        const now = live.get(slug);
        return now === undefined ? [] : [[slug, (0,live_marks/* liveMark */.WL)(now.listed)]];
    });
    return JSON.stringify(Object.fromEntries(marks));
}
/** What a command has changed though it was to stay was approved by nobody: the release is not well, whatever it is now. */
function withBesides(proof, { touched, strangers }) {
    const evidence = [...proof.evidence, ...strangers];
    if (touched.length === 0)
        return { ...proof, evidence };
    const was = touched.length === 1 ? "was" : "were";
    const stays = touched.length === 1 ? "it stays" : "they stay";
    const said = `${touched.join(", ")} ${was} changed by the command, though the plan says that ${stays}.`;
    return {
        ...proof,
        evidence,
        verdict: "fail",
        reason: proof.verdict === "fail" ? `${proof.reason} ${said}` : said,
        next: "The chain's rollback puts the functions back. Have the command deploy what the repository declares, and no other setting.",
    };
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
        reason: `${n} of ${n} functions are live already, with the declared settings.`,
        next: "Nothing to do.",
        evidence: [`${n} of ${n} functions are unchanged`],
    };
}
function reportOf({ verdict, reason, next, evidence, rows }, { says, unverified }) {
    const tables = [{ title: "Functions", columns: ["function", "version", "verify_jwt", "answer"], rows }];
    return {
        verdict,
        reason,
        next,
        evidence,
        tables,
        folded: [
            { title: "What changed", text: says.join("\n") },
            ...(unverified.length > 0 ? [{ title: "Not verified", text: unverified.join("\n") }] : []),
        ],
    };
}

// EXTERNAL MODULE: ./lib/actions/deploy-functions/spec.js
var spec = __webpack_require__(42580);
;// CONCATENATED MODULE: ./lib/actions/deploy-functions/main.js




const main = (specs) => (0,run/* runAction */.C)(spec/* spec */.I, (0,announce/* announcing */.RQ)("deploy-functions", deployFunctions), specs);


/***/ }),

/***/ 42580:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ spec)
/* harmony export */ });
/* harmony import */ var _kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12800);
/* harmony import */ var _kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67906);
/* harmony import */ var _kit_action_shared_outputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6793);
/* harmony import */ var _kit_action_spec_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(35596);
/* harmony import */ var _kit_action_time_limit_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43128);
/* harmony import */ var _kit_notify_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83175);
/* harmony import */ var _kit_parts_checks_health_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92983);
/* harmony import */ var _kit_parts_functions_inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(45984);
/* harmony import */ var _kit_release_gates_gates_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(13661);









const spec = (0,_kit_action_spec_js__WEBPACK_IMPORTED_MODULE_8__/* .defineAction */ .Q)({
    name: "deploy-functions",
    title: "Deploy functions",
    description: "Brings the changed Edge Functions of a release live together: snapshot, bundles, one activation, and a real call to each.",
    inputs: {
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .placeInputs */ .vb,
        "time-limit": (0,_kit_action_time_limit_js__WEBPACK_IMPORTED_MODULE_3__/* .timeLimit */ .z)("50m"),
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseInputs */ .zy,
        ..._kit_notify_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .notifyInputs */ .v,
        ..._kit_notify_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .boardInput */ .d,
        ..._kit_release_gates_gates_js__WEBPACK_IMPORTED_MODULE_7__/* .gateInputs */ .ll,
        ..._kit_parts_functions_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .functionsInputs */ .l,
        ..._kit_parts_checks_health_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .healthInputs */ .Q2,
    },
    permissions: [
        _kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .readsContents */ .Sc,
        ..._kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .recordPermissions */ .gF,
        (0,_kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .onSupabase */ .cI)({ name: "edge_functions_read", why: "what is live, and what undoes it" }),
        (0,_kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .onSupabase */ .cI)({ name: "edge_functions_write", why: "bundles and their activation" }),
        (0,_kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .onSupabase */ .cI)({
            name: "edge_functions_secrets_read",
            why: "whether each secret that the functions read is set (names only)",
            when: "functions read any",
            without: "said",
        }),
        _kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .projectHealth */ .S0,
    ],
    outputs: {
        ..._kit_action_shared_outputs_js__WEBPACK_IMPORTED_MODULE_2__/* .phaseOutputs */ .A,
        snapshot: "Path of the snapshot that undoes this phase; upload it.",
        functions: "JSON list of the functions that were activated.",
        live: "JSON object: which bundle of each function is live now, as `smoke` compares it.",
    },
});


/***/ }),

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

/***/ 92983:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q2: () => (/* binding */ healthInputs),
/* harmony export */   dL: () => (/* binding */ healthInputsOf),
/* harmony export */   tX: () => (/* binding */ projectInputs)
/* harmony export */ });
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36583);
/* harmony import */ var _action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67906);
/* harmony import */ var _functions_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(45984);
/* harmony import */ var _web_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(90078);




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
var user_error = __webpack_require__(65304);
// EXTERNAL MODULE: ./lib/kit/providers/supabase/project-api.js
var project_api = __webpack_require__(37096);
// EXTERNAL MODULE: ./lib/kit/ports/encoded.js
var encoded = __webpack_require__(84905);
// EXTERNAL MODULE: ./lib/kit/ports/json-object.js
var json_object = __webpack_require__(9169);
;// CONCATENATED MODULE: ./lib/kit/providers/supabase/project-health.js




/**
 * Asks the platform for the health of some services.
 * @throws {UserError} PR301 to PR307 when it cannot be asked, PR306 when it answers something else.
 */
async function readServices(world, access, services) {
    const api = (0,project_api/* projectApi */.S)(world, access, { attempts: 2, mustBeAble: "read the project's health" });
    const path = `/v1/projects/${access.supabase}/health`;
    const query = services.map((name) => `services=${(0,encoded/* encoded */.d)(name)}`).join("&");
    const { json } = await api("GET", `${path}?${query}`);
    if (!Array.isArray(json))
        throw strange(path);
    return json.map((one) => serviceOf(one, path));
}
function serviceOf(json, path) {
    const one = (0,json_object/* fieldsOf */.P)(json);
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
var invoke = __webpack_require__(50231);
// EXTERNAL MODULE: ./lib/kit/parts/web/ask-origin.js
var ask_origin = __webpack_require__(98672);
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
    if (level === "untold")
        return unknown(said);
    if (absent && !complete)
        return unknown(`${slug} is not deployed yet`);
    const serves = level !== "failed" || (status < 500 && !absent && !said.includes("NOT_FOUND_FUNCTION_BLOB"));
    return { state: serves ? "healthy" : "ill", said };
}
async function askSite(origin, world) {
    const { ok, said } = await (0,ask_origin/* askOrigin */.Y)(world, origin);
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
    const reason = `${ill.map(({ said }) => said.replace(/\.$/, "")).join("; ")}.`;
    return { verdict: "fail", x, n, reason, next: "Find out what is ill, then run this job again.", evidence };
}


/***/ }),

/***/ 81529:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ inParallel)
/* harmony export */ });
/**
 * Works on all items, at most `limit` at a time, and keeps their order. The first failure is thrown once all
 * that had begun has ended; nothing begins after it.
 */
async function inParallel(items, work, limit = 8) {
    const results = [];
    const failures = [];
    const queue = [...items.entries()];
    const worker = async () => {
        for (let next = queue.shift(); next !== undefined && failures.length === 0; next = queue.shift()) {
            const [index, item] = next;
            try {
                results[index] = await work(item);
            }
            catch (error) {
                failures.push(error);
            }
        }
    };
    await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
    if (failures.length > 0)
        throw failures[0];
    return results;
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

/***/ 57660:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ checkTypes)
/* harmony export */ });
/* unused harmony export errorsIn */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(73136);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(65304);
/* harmony import */ var _ports_exec_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(93566);
/* harmony import */ var _find_deno_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39394);
/* harmony import */ var _change_in_parallel_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(81529);
/* harmony import */ var _lay_out_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9859);








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
    const deno = await (0,_find_deno_js__WEBPACK_IMPORTED_MODULE_4__/* .findDeno */ .E)(world);
    if (deno === undefined)
        return ["there is no Deno on this machine: the types of the changed functions were not checked"];
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(world.temp, "prism-rollout-check-"));
    try {
        const groups = await layOutGroups(changed, folder);
        const found = await world.log.group("deno check", () => (0,_change_in_parallel_js__WEBPACK_IMPORTED_MODULE_6__/* .inParallel */ .H)(groups, (group) => check(deno, group, inputs, world), 2));
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
        laid: await (0,_lay_out_js__WEBPACK_IMPORTED_MODULE_5__/* .layOut */ .v)(source, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, slug), undefined),
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
        env: (0,_ports_exec_js__WEBPACK_IMPORTED_MODULE_7__/* .childEnv */ .g)(env, { DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1", DENO_NO_PROMPT: "1" }),
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
    return { errors: [], doubts: [`deno check of ${names} could not be made: ${(0,_find_deno_js__WEBPACK_IMPORTED_MODULE_4__/* .lastWords */ .a)(tail)}`] };
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
/** Undefined for what names no file of this machine, as `file://host/…`. */
function pathOf(url) {
    try {
        return (0,node_url__WEBPACK_IMPORTED_MODULE_2__.fileURLToPath)(url);
    }
    catch {
        return undefined;
    }
}
/** `supabase/functions/hello/index.ts:3:5` for the place in the copy. */
function placed(url, functions, directory) {
    const [, file = "", line = ""] = /^(file:\/\/.*?)(:\d+:\d+)$/.exec(url) ?? [];
    const path = pathOf(file);
    if (path === undefined)
        return undefined;
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
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_3__/* .UserError */ .yo("PR444", `Deno finds errors in the functions: ${shown.join("; ")}${more}. Nothing was changed.`, "Mend them: `deno check` on the entrypoint shows the same. `deno-check: off` deploys without it; the platform " +
        "does not look at types.");
}


/***/ }),

/***/ 39394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ findDeno),
/* harmony export */   a: () => (/* binding */ lastWords)
/* harmony export */ });
/* harmony import */ var _ports_find_program_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68497);

/** Deno, where this machine has it. */
async function findDeno(world) {
    const kind = (0,_ports_find_program_js__WEBPACK_IMPORTED_MODULE_0__/* .kindOf */ .I)(process);
    return await (0,_ports_find_program_js__WEBPACK_IMPORTED_MODULE_0__/* .findProgram */ .K)("deno", [`@deno/${kind}-glibc/deno`, `@deno/${kind}/deno`], world);
}
/** Deno's own reason where it gives one, else the last line. */
function lastWords(tail) {
    const lines = tail.split("\n").filter((line) => line.trim() !== "");
    const line = lines.findLast((one) => one.startsWith("error: ")) ?? lines.at(-1) ?? "it ended without a word";
    return line.replace(/^error: (Uncaught )?(\(in promise\) )?/, "").slice(0, 200);
}


/***/ }),

/***/ 9859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ layOut)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _imports_scan_imports_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(69034);



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
            ? (0,_imports_scan_imports_js__WEBPACK_IMPORTED_MODULE_2__/* .scanImports */ .mx)(text).flatMap(({ specifier, optional }) => (optional ? [] : [specifier]))
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

/***/ 11081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NJ: () => (/* binding */ notAsLeft),
/* harmony export */   NN: () => (/* binding */ readLiveMarks),
/* harmony export */   WL: () => (/* binding */ liveMark)
/* harmony export */ });
/* harmony import */ var _bundle_mark_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2964);
/* harmony import */ var _ports_json_object_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9169);


/** What tells by a list alone which bundle of a function is live: by its sum, by its number where none is given. */
function liveMark(listed) {
    return (0,_bundle_mark_js__WEBPACK_IMPORTED_MODULE_0__/* .bundleMark */ .i)(listed) ?? `version ${listed.version}`;
}
/** Undefined for anything else. */
function readLiveMarks(text) {
    try {
        const json = JSON.parse(text);
        if (!(0,_ports_json_object_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .G)(json))
            return undefined;
        return Object.values(json).every((mark) => typeof mark === "string") ? json : undefined;
    }
    catch {
        return undefined;
    }
}
/** What is not live any more as it was left, in words, one for each function. */
function notAsLeft(marks, listed) {
    return Object.entries(marks).flatMap(([slug, mark]) => {
        const now = listed.find((one) => one.slug === slug && one.status !== "REMOVED");
        if (now === undefined)
            return [`${slug} is not live any more`];
        return liveMark(now) === mark ? [] : [`${slug} is live in another bundle (version ${now.version})`];
    });
}


/***/ }),

/***/ 98394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ rememberedOf)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);
/* harmony import */ var _release_record_kept_document_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7220);
/* harmony import */ var _release_record_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20645);
/* harmony import */ var _release_record_statuses_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(14506);
/* harmony import */ var _undo_recorded_change_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(97521);





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
    for await (const deployment of (0,_release_record_record_js__WEBPACK_IMPORTED_MODULE_2__/* .deployments */ .bg)(github, (0,_release_record_record_js__WEBPACK_IMPORTED_MODULE_2__/* .recordEnvironment */ .lk)(target), "rollout-receipt")) {
        read += 1;
        if (sought.size === 0 || read > farthest)
            break;
        const receipt = (0,_release_record_kept_document_js__WEBPACK_IMPORTED_MODULE_1__/* .documentOf */ .l)(deployment, "receipt");
        if (receipt?.component !== "functions")
            continue;
        const news = Object.entries((0,_undo_recorded_change_js__WEBPACK_IMPORTED_MODULE_4__/* .statesOf */ .kY)(receipt.intended)).filter(([slug]) => sought.has(slug));
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
    return (await (0,_release_record_statuses_js__WEBPACK_IMPORTED_MODULE_3__/* .lastStatus */ .by)(github, id))?.description.split(" ")[1] === "done";
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

/***/ 90078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  m: () => (/* binding */ webInputs)
});

// EXTERNAL MODULE: ./lib/kit/action/input.js
var input = __webpack_require__(36583);
// EXTERNAL MODULE: ./lib/kit/action/input-map.js
var input_map = __webpack_require__(59148);
// EXTERNAL MODULE: ./lib/kit/release/slice/only-input.js
var only_input = __webpack_require__(51696);
;// CONCATENATED MODULE: ./lib/kit/providers/hosts/names.js
/** The hosts that this suite knows; `hosts.ts` has one opener for each. */
const hostNames = ["vercel", "netlify", "command"];

// EXTERNAL MODULE: ./lib/kit/parts/web/origins.js
var origins = __webpack_require__(98007);
// EXTERNAL MODULE: ./lib/kit/parts/web/shared-inputs.js
var shared_inputs = __webpack_require__(97845);
;// CONCATENATED MODULE: ./lib/kit/parts/web/inputs.js






/** What `plan`, `deploy-web` and `rollback` need to know of a target's web app. */
const webInputs = {
    host: (0,input/* oneOf */.yL)(hostNames, { description: "Where the web app lives.", default: "vercel" }),
    origins: (0,origins/* origins */.kt)({
        description: "What browsers ask for: `app.example.com` means https; `http://` only for loopback. Each must serve the release.",
    }),
    "host-origins": origins/* hostOrigins */.Ug,
    artifact: (0,input/* optional */.lq)((0,input/* text */.Qq)({ description: "Folder that `build` made (artifact.json and site/), its output `path`." })),
    "required-env": (0,input_map/* record */.g1)({
        description: "More variables and values that build and host must agree with, beyond those of `build`.",
        default: "{}",
    }),
    only: only_input/* onlyInput */.b,
    "host-project": (0,input/* optional */.lq)((0,input/* text */.Qq)({ description: "Project at the host (Vercel: its id or name; Netlify: the site's id)." })),
    "host-team": shared_inputs/* hostTeam */.e,
    "host-token": (0,input/* optional */.lq)((0,input/* secret */.rJ)({ description: "Token for the host; reading is enough for `plan`." })),
    "host-api-url": (0,input/* optional */.lq)((0,input/* url */.OZ)({ description: "Base URL of the host's API. By default the host's own." })),
    "protection-bypass": (0,input/* optional */.lq)((0,input/* secret */.rJ)({ description: "Secret with which probes pass the host's deployment protection." })),
    assets: shared_inputs/* assets */.m,
    "keep-releases": (0,input/* integer */.nd)({
        description: "Of how many former releases the hashed assets (the folder `assets`) are deployed again with the site, so that open tabs find their chunks; 0 keeps none.",
        default: "3",
        min: 0,
        max: 20,
    }),
    "auto-assign": (0,input/* flag */.Jt)({
        description: "Whether new production builds are supposed to go live by themselves (Vercel: domains are auto-assigned; Netlify: auto publishing). When they are, finding that off means that somebody, or a rollback, has pinned production.",
        default: "true",
    }),
    unpin: (0,input/* flag */.Jt)({
        description: "Promote although production is pinned by a rollback, or locked.",
        default: "false",
    }),
    command: (0,input/* text */.Qq)({
        description: "Host `command`: what deploys the site. It finds it in `ROLLOUT_SITE`.",
        default: "npm run deploy:web",
    }),
    "command-env": (0,input_map/* record */.g1)({
        description: "Host `command`: its environment; it gets nothing else of the job.",
        default: "{}",
    }),
    "command-token": (0,input/* optional */.lq)((0,input/* text */.Qq)({ description: "Host `command`: name of the variable in which it gets `host-token`." })),
    "undo-command": (0,input/* optional */.lq)((0,input/* text */.Qq)({
        description: "Host `command`: what brings the site back that was live before. It finds that one's build marker in `ROLLOUT_MARKER`.",
    })),
    "ready-timeout": (0,input/* duration */.p0)({
        description: "How long a staged deployment may take to be ready.",
        default: "10m",
    }),
    "existing-timeout": (0,input/* duration */.p0)({
        description: "Source `existing`: how long the host's own build of the commit may take from here on until it is ready.",
        default: "20m",
    }),
    "verify-timeout": (0,input/* duration */.p0)({
        description: "How long domains and origins may take to serve the release.",
        default: "3m",
    }),
    "poll-interval": (0,input/* duration */.p0)({ description: "Time between two looks.", default: "2s" }),
};


/***/ }),

/***/ 68497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ kindOf),
/* harmony export */   K: () => (/* binding */ findProgram)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _exec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(93566);
/* harmony import */ var _git_place_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30925);




/** As npm's packages name a machine. */
function kindOf({ platform, arch }) {
    return `${platform}-${arch}`;
}
/** On the PATH, or what was installed into a `node_modules` of the stack or above. */
async function findProgram(name, packed, world) {
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
    const cwd = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(program);
    const place = await (0,_git_place_js__WEBPACK_IMPORTED_MODULE_2__/* .gitPlace */ .Y)(cwd);
    if (place === undefined)
        return false;
    const args = ["ls-files", "--error-unmatch", program];
    const asked = await exec("git", args, { cwd, env: (0,_exec_js__WEBPACK_IMPORTED_MODULE_3__/* .childEnv */ .g)(env, place), quiet: true }).catch(() => undefined);
    return asked?.exitCode === 1;
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

/***/ 51696:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ onlyInput)
/* harmony export */ });
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36583);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96848);


/** Shared by `plan`, which slices the chain by it, and `deploy-web`, which then deploys what is live already. */
const onlyInput = (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .oneOf */ .yL)(_phases_js__WEBPACK_IMPORTED_MODULE_1__/* .gatedPhases */ .oY, {
    description: "Do only this phase and what follows from it. `deploy-web` then builds and deploys the site again although it is live, and sets a required value that the host holds otherwise.",
}));


/***/ })

};
