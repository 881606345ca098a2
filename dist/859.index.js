export const id = 859;
export const ids = [859];
export const modules = {

/***/ 23108:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O0: () => (/* binding */ removeEach),
/* harmony export */   Xu: () => (/* binding */ activateAll),
/* harmony export */   bx: () => (/* binding */ restoreBundle)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);
/* harmony import */ var _live_bundle_mark_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2964);
/* harmony import */ var _live_others_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1863);



/**
 * Activates; what was not answered is asked again only as long as nobody else has deployed since `shown`, the list of a
 * moment ago, where there is one.
 */
async function activateAll(api, bundles, shown) {
    const slugs = bundles.map(({ slug }) => slug);
    await api.activate(bundles, unlessChanged(api, slugs, shown ?? (await api.list()), bundles));
}
/** Takes functions away, each asked again on the same terms. `each` hears of one that is gone. */
async function removeEach(api, slugs, { shown, each = () => undefined, } = {}) {
    if (slugs.length === 0)
        return;
    const again = unlessChanged(api, slugs, shown ?? (await api.list()));
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
function unlessChanged(api, slugs, before, ours) {
    return async () => {
        const listed = await api.list();
        const others = slugs.filter((slug) => {
            const [was, now, own] = [before, listed, ours].map((some) => some?.find((one) => one.slug === slug));
            if (now === undefined)
                return was !== undefined && ours !== undefined;
            return ![was, own].some((one) => one !== undefined && (0,_live_others_js__WEBPACK_IMPORTED_MODULE_2__/* .isBundle */ .bn)(now, one));
        });
        if (others.length > 0)
            throw deployedByOthers(others);
    };
}
/** Sends a bundle back as it was; asked again on the same terms. `seen` is what it replaces, if anything. */
async function restoreBundle(api, was, eszip, seen) {
    await api.restore(was, eszip, seen !== undefined, async () => {
        const now = (await api.list()).find(({ slug }) => slug === was.slug);
        const isAsSeen = now === undefined || seen === undefined ? now === seen : (0,_live_bundle_mark_js__WEBPACK_IMPORTED_MODULE_1__/* .isSameBundle */ .J)(now, seen);
        const isBack = now !== undefined && now.ezbr_sha256 !== undefined && now.ezbr_sha256 === was.ezbr_sha256;
        if (!isAsSeen && !isBack)
            throw deployedByOthers([was.slug]);
    });
}
function deployedByOthers(slugs) {
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR442", `${slugs.join(", ")}: somebody else has deployed while Supabase did not answer to a change, so it was not sent again.`, "See who deploys to this project besides this suite; then plan again: the plan shows what is live now.");
}


/***/ }),

/***/ 80997:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AJ: () => (/* binding */ statesIn),
/* harmony export */   TV: () => (/* binding */ formerOf),
/* harmony export */   kY: () => (/* binding */ statesOf)
/* harmony export */ });
/* harmony import */ var _live_bundle_mark_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2964);
/* harmony import */ var _plan_functions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(15929);


/** What a receipt says was live, and is to be. */
function statesOf({ changes, removals, besides, done }, ready) {
    const of = (state) => Object.fromEntries(changes.map((change) => [change.slug, state(change)]));
    const gone = removals.map(({ slug, live }) => [slug, formerOf(live)]);
    const stay = Object.fromEntries(besides.map(({ slug, live }) => [slug, formerOf(live)]));
    const earlier = (state) => Object.fromEntries(done.map((one) => [one.slug, state(one)]));
    return {
        before: {
            ...stay,
            ...of(({ live }) => formerOf(live)),
            ...Object.fromEntries(gone),
            ...earlier(({ was }) => was),
        },
        intended: {
            ...stay,
            ...of(({ slug, wanted }) => marked(wanted.state, ready.find((one) => one.slug === slug))),
            ...Object.fromEntries(gone.map(([slug]) => [slug, null])),
            ...earlier(({ becomes }) => becomes),
        },
    };
}
/** What is live of some functions, as a receipt says it. */
function statesIn({ functions }, slugs) {
    return Object.fromEntries(slugs.map((slug) => {
        const now = functions.get(slug);
        return [slug, now === undefined ? null : marked(now.state, now.listed)];
    }));
}
/** Where its sources were not given, the mark tells which of the bundles that are kept it was. */
function formerOf(live) {
    if (live === undefined)
        return null;
    return live.state.digest === null ? marked(live.state, live.listed) : (0,_plan_functions_js__WEBPACK_IMPORTED_MODULE_1__/* .json */ .Pq)(live.state);
}
/** By the mark of its bundle a later release knows the function without reading it. */
function marked(state, listed) {
    const bundle = listed && (0,_live_bundle_mark_js__WEBPACK_IMPORTED_MODULE_0__/* .bundleMark */ .i)(listed);
    return bundle === undefined
        ? (0,_plan_functions_js__WEBPACK_IMPORTED_MODULE_1__/* .json */ .Pq)(state)
        : { digest: state.digest, settings: { ...state.settings }, bundle };
}


/***/ }),

/***/ 30730:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ freeConflicts)
/* harmony export */ });
/* harmony import */ var _ask_again_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23108);
/* harmony import */ var _make_room_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91878);
/* harmony import */ var _stage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27694);



/**
 * Makes room for functions whose earlier bundle was never activated (a runner was lost, another bundle of that
 * release failed). The platform takes no other bundle until that one is activated, so it is, for as long as
 * the wanted one takes to be built. If one of those fails, all are again what they were.
 *
 * Which number it has is not told: a list may show it already, or still the live one. The number that is shown comes
 * first, since to activate what is live changes nothing; the next one only where the platform still refuses.
 * @throws {UserError} PR304 and the like when the platform does not take it.
 */
async function freeConflicts(api, conflicts, keeper, world) {
    if (conflicts.length === 0)
        return { ready: [], failed: [] };
    const names = conflicts.map(({ change }) => change.slug).join(", ");
    world.log.warn(`${names}: an earlier deployment left a bundle that was never activated. Supabase takes no other before it is, ` +
        "so it is live until the wanted one is built.");
    await (0,_make_room_js__WEBPACK_IMPORTED_MODULE_1__/* .makeRoom */ .mk)(api, conflicts.map(abandonedOf), keeper, world);
    const bundles = conflicts.map(({ bundle, change }) => (change.live ? bundle : after(bundle, 1)));
    const first = await (0,_stage_js__WEBPACK_IMPORTED_MODULE_2__/* .stageAll */ .g9)(api, bundles, world);
    const blocked = conflicts.filter(({ change: { slug, live } }) => live && isBlocked(first, slug));
    const second = await stageNext(api, blocked, keeper, world);
    const settled = first.failed.filter(({ slug }) => !blocked.some(({ change }) => change.slug === slug));
    const staged = { ready: [...first.ready, ...second.ready], failed: [...settled, ...second.failed] };
    const moved = conflicts.map((one) => (blocked.includes(one) ? moveOn(one) : one));
    if (staged.failed.length > 0)
        await takeBack(api, moved, staged, world);
    return staged;
}
function isBlocked({ failed }, slug) {
    return failed.some((one) => one.slug === slug && one.conflict);
}
async function stageNext(api, blocked, keeper, world) {
    if (blocked.length === 0)
        return { ready: [], failed: [] };
    await (0,_make_room_js__WEBPACK_IMPORTED_MODULE_1__/* .makeRoom */ .mk)(api, blocked.map(moveOn).map(abandonedOf), keeper, world);
    return await (0,_stage_js__WEBPACK_IMPORTED_MODULE_2__/* .stageAll */ .g9)(api, blocked.map(({ bundle }) => after(bundle, 1)), world);
}
function abandonedOf({ change: { slug, live }, bundle, wanted }) {
    if (live !== undefined)
        return { ...(0,_make_room_js__WEBPACK_IMPORTED_MODULE_1__/* .abandonedBeside */ .Pv)(live.listed), wanted };
    const { name, verify_jwt } = bundle.upload.metadata;
    return { ...(0,_make_room_js__WEBPACK_IMPORTED_MODULE_1__/* .abandonedAlone */ .KR)({ slug, name, verify_jwt }), wanted };
}
/** The same conflict where the abandoned bundle has the number after the one that is listed. */
function moveOn({ change, bundle, old, wanted }) {
    const { slug, live } = change;
    const listed = live && { ...live.listed, version: live.listed.version + 1 };
    return {
        change: { slug, live: listed && { listed } },
        bundle: after(bundle, 1),
        old: old && after(old, 1),
        wanted,
    };
}
/** A wanted bundle beside the one that failed waits as well, and has to make room for the old sources. */
async function takeBack(api, conflicts, { ready }, world) {
    const back = conflicts.flatMap(({ old }) => (old ? [old] : []));
    const gone = conflicts.filter(({ change }) => change.live === undefined).map(({ change }) => change.slug);
    const waits = (slug) => ready.some((one) => one.slug === slug);
    const inTheWay = ready.filter(({ slug }) => back.some((one) => one.slug === slug));
    if (inTheWay.length > 0)
        await (0,_ask_again_js__WEBPACK_IMPORTED_MODULE_0__/* .activateAll */ .Xu)(api, inTheWay);
    const old = await (0,_stage_js__WEBPACK_IMPORTED_MODULE_2__/* .stageAll */ .g9)(api, back.map((bundle) => (waits(bundle.slug) ? after(bundle, 1) : bundle)), world);
    if (old.ready.length > 0)
        await (0,_ask_again_js__WEBPACK_IMPORTED_MODULE_0__/* .activateAll */ .Xu)(api, old.ready);
    await (0,_ask_again_js__WEBPACK_IMPORTED_MODULE_0__/* .removeEach */ .O0)(api, gone);
}
function after(bundle, versions) {
    return { ...bundle, liveVersion: bundle.liveVersion + versions };
}


/***/ }),

/***/ 91878:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KR: () => (/* binding */ abandonedAlone),
/* harmony export */   Pv: () => (/* binding */ abandonedBeside),
/* harmony export */   mk: () => (/* binding */ makeRoom)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(65304);
/* harmony import */ var _ask_again_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23108);
/* harmony import */ var _change_states_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80997);
/* harmony import */ var _live_inspect_live_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7617);
/* harmony import */ var _providers_supabase_room_name_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(66857);
/* harmony import */ var _rooms_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(67504);







/** What is known of one beside a live one. Its sum is not, and neither are its paths: the list has those of the live one. */
function abandonedBeside(live) {
    const { ezbr_sha256: _, entrypoint_path: _e, import_map_path: _p, import_map: _m, ...listed } = live;
    return { listed, isListed: true };
}
/** One of a function that was never live: no list tells its id, and the activation makes the function. */
function abandonedAlone({ slug, name, verify_jwt, }) {
    const settings = verify_jwt === undefined ? {} : { verify_jwt };
    return {
        listed: { id: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)(), slug, name, status: "ACTIVE", version: 1, ...settings },
        isListed: false,
    };
}
/**
 * Activates abandoned bundles. By what number is written down before it, and what they are after it: whoever finds one
 * live, because this process has ended, knows that it is not somebody else's deployment (ADR 36); by its name also who
 * has nothing of what was written down (ADR 49).
 * @throws {UserError} PR304 and the like when the platform does not take it.
 */
async function makeRoom(api, bundles, { journal, note = async () => undefined }, world) {
    const numbers = Object.fromEntries(bundles.map(({ listed: { slug, id, version }, isListed }) => {
        const number = { id: isListed ? id : null, version };
        return [slug, { ...number }];
    }));
    await note(numbers);
    await journal.change(_rooms_js__WEBPACK_IMPORTED_MODULE_5__/* .roomComponent */ .jZ, { before: {}, intended: numbers }, async () => {
        await activateNamed(api, bundles, world);
        return numbers;
    });
    const states = await statesNow(api, Object.keys(numbers), world);
    if (states === undefined)
        return;
    await note(states);
    await journal.change(_rooms_js__WEBPACK_IMPORTED_MODULE_5__/* .roomComponent */ .jZ, { before: numbers, intended: states }, async () => states);
}
/** Where the platform refuses such a name, the room is made all the same: what is wanted waits for it. */
async function activateNamed(api, bundles, { log }) {
    const named = bundles.map(({ listed, wanted }) => {
        const { name, version } = listed;
        return { ...listed, name: (0,_providers_supabase_room_name_js__WEBPACK_IMPORTED_MODULE_6__/* .roomName */ .T)(name, version, wanted) };
    });
    try {
        return await (0,_ask_again_js__WEBPACK_IMPORTED_MODULE_2__/* .activateAll */ .Xu)(api, named);
    }
    catch (error) {
        if (!(error instanceof _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo) || error.code !== "PR304")
            throw error;
        log.info(`${(0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .describe */ .q0)(error)} It is asked once more, without saying in a name that it makes room.`);
    }
    await (0,_ask_again_js__WEBPACK_IMPORTED_MODULE_2__/* .activateAll */ .Xu)(api, bundles.map(({ listed }) => listed));
}
/** Where it cannot be read, the numbers must do. */
async function statesNow(api, slugs, { log }) {
    try {
        return (0,_change_states_js__WEBPACK_IMPORTED_MODULE_3__/* .statesIn */ .AJ)(await (0,_live_inspect_live_js__WEBPACK_IMPORTED_MODULE_4__/* .inspectLive */ .lc)(api, slugs), slugs);
    }
    catch (error) {
        if (!(error instanceof _errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .yo))
            throw error;
        log.warn(`What the abandoned bundles of ${slugs.join(", ")} are could not be read: ${(0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_1__/* .describe */ .q0)(error)}`);
        return undefined;
    }
}


/***/ }),

/***/ 67504:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C6: () => (/* binding */ roomsIn),
/* harmony export */   N_: () => (/* binding */ roomFor),
/* harmony export */   dS: () => (/* binding */ isRoomFor),
/* harmony export */   jZ: () => (/* binding */ roomComponent),
/* harmony export */   qn: () => (/* binding */ isRoom)
/* harmony export */ });
/* harmony import */ var _release_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41820);
/* harmony import */ var _undo_recorded_change_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97521);
/* harmony import */ var _undo_undo_by_bundle_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(50871);
/* harmony import */ var _ports_json_object_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9169);




/** The component of receipts that tell which abandoned bundles a change makes live for a moment (ADR 36). */
const roomComponent = "functions-room";
/** Those that receipts tell of. */
function roomsIn(receipts) {
    const found = new Map();
    for (const { component, intended } of receipts) {
        const isNamed = (0,_ports_json_object_js__WEBPACK_IMPORTED_MODULE_3__/* .isObject */ .G)(intended);
        if (component !== roomComponent || !isNamed)
            continue;
        for (const [slug, room] of Object.entries(intended))
            found.set(slug, [...(found.get(slug) ?? []), room]);
    }
    return found;
}
/** Whether what is live is such a bundle. What somebody else deploys after it has a number, and sources, of its own. */
function isRoom(now, rooms) {
    if (now === undefined)
        return false;
    return rooms.some((room) => {
        const { it: state } = (0,_undo_recorded_change_js__WEBPACK_IMPORTED_MODULE_1__/* .statesOf */ .kY)({ it: room });
        if (state !== undefined)
            return state !== null && (0,_undo_undo_by_bundle_js__WEBPACK_IMPORTED_MODULE_2__/* .isAs */ .br)(now, state);
        if (typeof room !== "object" || room === null)
            return false;
        const { id, version } = room;
        return version === now.listed.version && (id === null || id === now.listed.id);
    });
}
/** What names the state that room is made for: its sources, or its bundle where the platform gives none. */
function roomFor({ digest: sources }, listed) {
    return (0,_release_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .digest */ .br)(["room", sources ?? listed?.ezbr_sha256 ?? null]).slice(0, 12);
}
/** Whether what is live says itself that it makes room for one of these states (ADR 49). */
function isRoomFor(now, { was, becomes }, deployed) {
    const room = now?.listed.room;
    if (room === undefined)
        return false;
    const back = was === null ? [] : [roomFor(was.state, was.listed)];
    const on = [becomes, ...deployed].flatMap((state) => (state === null ? [] : [roomFor(state)]));
    return [...back, ...on].includes(room);
}


/***/ }),

/***/ 99882:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fh: () => (/* binding */ bundlesFailed),
/* harmony export */   Gr: () => (/* binding */ stageChanges),
/* harmony export */   Sx: () => (/* binding */ conflictOf),
/* harmony export */   yt: () => (/* binding */ leaveStaged)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);
/* harmony import */ var _rooms_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67504);
/* harmony import */ var _stage_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(27694);
/* harmony import */ var _upload_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(25587);




/**
 * Bundles all changed functions. An abandoned bundle in the way is no failure yet.
 * @throws {UserError} PR421 and the like when any other bundle fails; what is served is untouched then.
 */
async function stageChanges(api, inputs, changes, world) {
    const all = changes.map((change) => conflictOf(change, inputs));
    const staged = await world.log.group(`Bundle ${changes.length} functions`, () => (0,_stage_js__WEBPACK_IMPORTED_MODULE_2__/* .stageAll */ .g9)(api, all.map(({ bundle }) => bundle), world));
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
        const upload = (0,_upload_js__WEBPACK_IMPORTED_MODULE_3__/* .uploadOf */ .n)(slug, source, state.settings.verifyJwt, functionsDirectory);
        return { slug, upload, liveVersion };
    };
    const old = live?.source === undefined ? undefined : make({ source: live.source, state: live.state });
    return { change, bundle: make(wanted), old, wanted: (0,_rooms_js__WEBPACK_IMPORTED_MODULE_1__/* .roomFor */ .N_)(wanted.state) };
}


/***/ }),

/***/ 27694:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   dh: () => (/* binding */ isConflict),
/* harmony export */   g9: () => (/* binding */ stageAll),
/* harmony export */   iV: () => (/* binding */ conflictWait)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);
/* harmony import */ var _in_parallel_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(81529);


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
/** A deployment that is just being made has this long to end. */
const conflictWait = 3000;
/** Whether the platform refuses another bundle, since an earlier one was not activated. */
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
/**
 * A new version in the list is the bundle whose answer was lost: the lease keeps every other writer away. What the list says
 * besides its number is still of the live one, and the platform knows of this one what was sent with it.
 */
async function arrivedAnyway(api, { slug, upload, liveVersion }) {
    const listed = await api.list().catch(() => []);
    const found = listed.find((one) => one.slug === slug && one.version > liveVersion);
    if (found === undefined)
        return undefined;
    const { ezbr_sha256: _, entrypoint_path: _e, import_map_path: _i, ...known } = found;
    return { ...known, import_map: upload.metadata.import_map_path !== "" };
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

/***/ 25587:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ uploadOf)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);

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

/***/ 50231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ invoke)
/* harmony export */ });
/* unused harmony export healthRequestOf */
/* harmony import */ var _action_held_in_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(39678);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);
/* harmony import */ var _ports_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(93073);
/* harmony import */ var _ports_ending_after_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3123);
/* harmony import */ var _ports_parse_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(36187);





/**
 * Reads `METHOD path status`.
 * @throws {UserError} PR102 for anything else.
 */
function healthRequestOf(slug, declared) {
    const text = (0,_action_held_in_js__WEBPACK_IMPORTED_MODULE_3__/* .heldIn */ .$)(declared, slug);
    if (text === undefined)
        return { method: "GET", path: "?health=1", status: 200, declared: false };
    const found = /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)(?:\s+([?/]\S*))?\s+([1-5]\d\d)$/.exec(text.trim());
    if (found) {
        const [, method = "GET", path = "", status = "200"] = found;
        return { method, path, status: Number(status), declared: true };
    }
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR102", `deploy-functions.health-request.${slug}: expected method, path and status, got "${text.slice(0, 60)}".`, `Write ${slug}: GET ?health=1 200.`);
}
/** Calls a function for real, up to `attempts` times while it does not serve. Never throws for what it answers. */
async function invoke(slug, inputs, world, attempts = 5) {
    const request = healthRequestOf(slug, inputs.healthRequest);
    const what = `${request.method} ${slug}${request.path}`;
    const limits = { what, attempts, firstWait: 500, longestWait: 8000, signal: world.signal };
    try {
        return await (0,_ports_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L)(world, limits, async () => {
            const invoked = await once(slug, request, inputs, world);
            return invoked.level === "failed" ? { again: new NotServing(invoked) } : { value: invoked };
        });
    }
    catch (error) {
        if (error instanceof NotServing)
            return error.invoked;
        throw error;
    }
}
/** Carries the last answer out of the attempts. */
class NotServing extends Error {
    invoked;
    constructor(invoked) {
        super(invoked.said);
        this.invoked = invoked;
    }
}
async function once(slug, request, inputs, world) {
    const base = inputs.functionsUrl ?? `https://${inputs.supabase}.supabase.co/functions/v1`;
    const url = `${base.replace(/\/$/, "")}/${slug}${request.path}`;
    const key = inputs.functionsKey;
    const headers = key === undefined ? {} : { apikey: key, authorization: `Bearer ${key}` };
    try {
        const signal = (0,_ports_ending_after_js__WEBPACK_IMPORTED_MODULE_2__/* .endingAfter */ .I)(20_000, world.signal);
        const response = await world.http(url, { method: request.method, headers, redirect: "manual", signal });
        return judge(slug, request, response.status, await response.text());
    }
    catch (error) {
        world.signal.throwIfAborted();
        return {
            slug,
            level: "failed",
            said: `${slug}: no answer from ${new URL(base).host}: ${(0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(error)}`,
        };
    }
}
function judge(slug, request, status, body) {
    const asked = `${slug}: ${request.method} ${request.path}`.trimEnd();
    const code = codeOf(body);
    if (code === "NOT_FOUND_FUNCTION_BLOB") {
        const said = `${asked} answered ${status} NOT_FOUND_FUNCTION_BLOB: it is listed as active, but its bundle is not there; deploy it again`;
        return { slug, level: "failed", said, status };
    }
    if (status === request.status) {
        const level = request.method === "OPTIONS" ? "reachable" : "healthy";
        return { slug, level, said: `${asked} answered ${status}`, status };
    }
    const short = body.replace(/\s+/g, " ").trim().slice(0, 200);
    const said = `${asked} answered ${status}, expected ${request.status}${short === "" ? "" : `: ${short}`}`;
    const absent = status === 404 && (code === "NOT_FOUND" || /function was not found/i.test(body));
    if (!request.declared && status === 401 && code?.startsWith("UNAUTHORIZED_") === true) {
        const why = `${asked} was refused by the gateway (401 ${code}), so whether it serves is not told; pass \`functions-key\``;
        return { slug, level: "untold", said: why, status };
    }
    const served = !request.declared && status < 500 && !absent;
    const level = served ? "reachable" : "failed";
    return { slug, level, said, status, ...(absent ? { unknown: true } : {}) };
}
function codeOf(body) {
    try {
        const code = (0,_ports_parse_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJson */ .qF)(body)?.code;
        return typeof code === "string" ? code : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 1863:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AQ: () => (/* binding */ refuseOthers),
/* harmony export */   bn: () => (/* binding */ isBundle),
/* harmony export */   vh: () => (/* binding */ changedByOthers)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);
/* harmony import */ var _release_canonical_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41820);
/* harmony import */ var _bundle_mark_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2964);
/* harmony import */ var _inspect_live_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7617);
/* harmony import */ var _declared_source_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17161);





/**
 * The functions that somebody else has changed since they were looked at: what the snapshot holds of them is not what
 * would be replaced. The same bundle with the same settings is no change, also where a bundle that waits has moved its
 * number; where that cannot be told by the list, the function is read again.
 */
async function changedByOthers(api, { changes, removals, besides = [] }, ours) {
    const shown = await api.list();
    const listed = shown.filter(({ status }) => status !== "REMOVED");
    const others = [];
    for (const { slug, live } of [...changes, ...removals, ...besides]) {
        const now = listed.find((one) => one.slug === slug);
        const own = ours.find((one) => one.slug === slug);
        if (!(await isAsSeen(api, live, now, own)))
            others.push(slug);
    }
    return { others, shown };
}
async function isAsSeen(api, seen, now, own) {
    if (now === undefined)
        return seen === undefined;
    if (seen === undefined)
        return own !== undefined && isBundle(now, own);
    const isAsDeclared = (0,_release_canonical_js__WEBPACK_IMPORTED_MODULE_1__/* .digest */ .br)((0,_inspect_live_js__WEBPACK_IMPORTED_MODULE_3__/* .settingsOf */ .f5)(now)) === (0,_release_canonical_js__WEBPACK_IMPORTED_MODULE_1__/* .digest */ .br)(seen.state.settings);
    if (isAsDeclared && (0,_bundle_mark_js__WEBPACK_IMPORTED_MODULE_2__/* .isSameBundle */ .J)(now, seen.listed))
        return true;
    return (0,_declared_source_js__WEBPACK_IMPORTED_MODULE_4__/* .sameState */ .yY)((await (0,_inspect_live_js__WEBPACK_IMPORTED_MODULE_3__/* .readLive */ .p9)(api, now)).state, seen.state);
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

/***/ 86929:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ findSnapshots),
/* harmony export */   w: () => (/* binding */ isWhole)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65304);
/* harmony import */ var _snapshot_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(20674);
/* harmony import */ var _declared_source_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(17161);





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
        const isBundleOther = entry.was?.eszip !== undefined && (0,_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .eszipBefore */ .Fd)(entry) === undefined;
        if (isWhole(entry)) {
            if (isBundleOther)
                log.warn(`The snapshot of ${slug} does not have the bundle that was live: only its sources are used.`);
            return true;
        }
        const what = isBundleOther ? "bundle" : "sources";
        const were = isBundleOther ? "was" : "were";
        log.warn(`The snapshot of ${slug} does not have the ${what} that ${were} live: it is left out.`);
        return false;
    });
    return { ...snapshot, functions: Object.fromEntries(entries) };
}
/** Whether the sources that are kept are those that were live; where there are none, whether the bundle is. */
function isWhole(entry) {
    const source = (0,_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .sourceBefore */ .Tk)(entry);
    if (source !== undefined)
        return (0,_declared_source_js__WEBPACK_IMPORTED_MODULE_4__/* .sourceDigest */ .c9)(source.files) === entry.was?.state.digest;
    return entry.was?.eszip === undefined || (0,_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .eszipBefore */ .Fd)(entry) !== undefined;
}


/***/ }),

/***/ 50871:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Q: () => (/* binding */ isWhatItWas),
/* harmony export */   br: () => (/* binding */ isAs),
/* harmony export */   qL: () => (/* binding */ onlyByBundle)
/* harmony export */ });
/* harmony import */ var _action_held_in_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(39678);
/* harmony import */ var _release_canonical_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41820);
/* harmony import */ var _live_bundle_mark_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2964);
/* harmony import */ var _snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(20674);
/* harmony import */ var _declared_source_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(17161);





/** Whether a live function is in a state: by its sources, or by the bundle that was built of them. */
function isAs(now, state) {
    if ((0,_declared_source_js__WEBPACK_IMPORTED_MODULE_3__/* .sameState */ .yY)(now?.state ?? null, state))
        return true;
    if (now === undefined || state?.bundle === undefined)
        return false;
    return (0,_live_bundle_mark_js__WEBPACK_IMPORTED_MODULE_1__/* .bundleMark */ .i)(now.listed) === state.bundle && (0,_release_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .digest */ .br)(now.state.settings) === (0,_release_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .digest */ .br)(state.settings);
}
/** Whether a function is what it was: by its sources, or by its bundle where nobody could read them. */
function isWhatItWas({ was }, now) {
    if (isAs(now, was?.state ?? null))
        return true;
    if (now === undefined || was === null)
        return false;
    if (now.state.digest !== null && was.state.digest !== null)
        return false;
    const sum = was.listed.ezbr_sha256;
    // Where no sum is given either, nobody has deployed as long as the number is the same.
    const isSame = sum === undefined ? (0,_live_bundle_mark_js__WEBPACK_IMPORTED_MODULE_1__/* .isSameBundle */ .J)(was.listed, now.listed) : now.listed.ezbr_sha256 === sum;
    return isSame && (0,_release_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .digest */ .br)(now.state.settings) === (0,_release_canonical_js__WEBPACK_IMPORTED_MODULE_0__/* .digest */ .br)(was.state.settings);
}
/** The functions of which nothing but the bundle is kept. Their way back is not all at once. */
function onlyByBundle(slugs, { functions }) {
    return slugs.filter((slug) => {
        const entry = (0,_action_held_in_js__WEBPACK_IMPORTED_MODULE_4__/* .heldIn */ .$)(functions, slug);
        return entry !== undefined && (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .sourceBefore */ .Tk)(entry) === undefined && (0,_snapshot_snapshot_js__WEBPACK_IMPORTED_MODULE_2__/* .eszipBefore */ .Fd)(entry) !== undefined;
    });
}


/***/ })

};
