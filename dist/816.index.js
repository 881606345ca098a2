export const id = 816;
export const ids = [816];
export const modules = {

/***/ 52669:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./lib/kit/action/run.js + 14 modules
var run = __webpack_require__(2836);
// EXTERNAL MODULE: ./lib/kit/providers/hosts/browser-headers.js
var browser_headers = __webpack_require__(66210);
// EXTERNAL MODULE: ./lib/kit/parts/checks/access.js
var access = __webpack_require__(45465);
// EXTERNAL MODULE: ./lib/kit/parts/checks/annotate.js
var annotate = __webpack_require__(25083);
// EXTERNAL MODULE: ./lib/kit/parts/checks/inputs.js
var checks_inputs = __webpack_require__(47226);
// EXTERNAL MODULE: ./lib/kit/parts/checks/probe-inputs.js + 4 modules
var probe_inputs = __webpack_require__(84005);
// EXTERNAL MODULE: ./lib/kit/parts/checks/probes/run-probes.js + 4 modules
var run_probes = __webpack_require__(79649);
// EXTERNAL MODULE: ./lib/kit/parts/checks/probes/say-probes.js + 1 modules
var say_probes = __webpack_require__(40178);
// EXTERNAL MODULE: ./lib/kit/parts/checks/prepare-suite.js
var prepare_suite = __webpack_require__(34693);
// EXTERNAL MODULE: ./lib/kit/parts/checks/run-specs.js + 16 modules
var run_specs = __webpack_require__(25356);
// EXTERNAL MODULE: ./lib/kit/parts/checks/say-suite.js
var say_suite = __webpack_require__(86741);
;// CONCATENATED MODULE: ./lib/kit/parts/checks/check-staged.js










/**
 * Asks the probes and runs the tests that only read on a staged site, as the section `smoke` declares them. Undefined
 * where it declares none. What keeps them from running is inconclusive: only what fails says that the site is broken.
 */
function stagedCheck({ host, protectionBypass }, world) {
    if (!world.sections.includes("smoke"))
        return undefined;
    const inputs = world.section("smoke", { ...checks_inputs/* suiteInputs */.G, ...probe_inputs/* probeInputs */.s });
    const asks = (0,run_probes/* selected */.wH)(inputs.probes, inputs.readOnly).length > 0;
    if (!inputs.stagedSpecs || (inputs.playwright.length === 0 && !asks))
        return undefined;
    return async ({ url }) => {
        const cookies = await (0,access/* cookiesFor */.r)(world, url, (0,browser_headers/* browserHeaders */.r)(host, protectionBypass));
        const probed = await (0,run_probes/* runProbes */.j5)(inputs, { origin: url, tag: inputs.readOnly, cookies }, world);
        if (probed !== undefined)
            (0,say_probes/* annotateProbes */.CJ)(probed, world);
        const asked = probed === undefined ? nothing : judgeProbes(probed);
        if (asked.verdict !== "pass" || inputs.playwright.length === 0)
            return asked;
        await (0,prepare_suite/* prepareSuite */.A)(inputs, world);
        const specs = await (0,run_specs/* runSpecs */.a)(inputs, { name: "staged", action: "deploy-web", origin: url, tag: inputs.readOnly, cookies }, world);
        (0,annotate/* annotate */.f)(specs.tests, world);
        return together(asked, judge(specs));
    };
}
/** No probe that this job could ask. */
const nothing = {
    verdict: "pass",
    x: 0,
    n: 0,
    reason: "There was nothing to ask.",
    next: "Nothing to do.",
    evidence: [],
    tables: [],
};
function judgeProbes(probed) {
    const { outcome, reason, rows } = probed;
    const n = rows.filter(({ is }) => is !== "unasked").length;
    const x = rows.filter(({ is }) => is === "passed").length;
    const evidence = (0,say_probes/* probesEvidence */.dd)(probed, "on the staged site");
    const said = { x, n, evidence, tables: (0,say_probes/* probesTables */.HG)(probed) };
    if (outcome === "failed") {
        const why = `The staged site fails its probes: ${reason}. Production was not touched.`;
        return { ...said, verdict: "fail", reason: why, next: "Look at the failing probes below." };
    }
    const fine = outcome === "passed" || outcome === "flaky";
    if (fine)
        return { ...said, verdict: "pass", reason: `${reason}.`, next: "Nothing to do." };
    const why = `The probes could not be asked on the staged site: ${reason}. Production was not touched.`;
    const next = "Mend that and run the job again; staged-specs: false leaves them out.";
    return { ...said, verdict: "inconclusive", reason: why, next };
}
/** What the suites say, and what the probes have said that came before them. */
function together(asked, suites) {
    return {
        ...suites,
        x: asked.x + suites.x,
        n: asked.n + suites.n,
        evidence: [...asked.evidence, ...suites.evidence],
        tables: [...asked.tables, ...suites.tables],
    };
}
function judge(specs) {
    const { outcome, reason, tests } = specs;
    const ran = tests.filter(({ status }) => status !== "skipped" && status !== "unbegun");
    const n = ran.length;
    const x = ran.filter(({ status }) => status !== "unexpected").length;
    const evidence = (0,say_suite/* suiteEvidence */.o)(specs, "on the staged site");
    const said = { x, n, evidence, tables: (0,say_suite/* suiteTables */.w)(specs) };
    if (outcome === "failed") {
        const why = `The staged site fails its tests: ${reason}. Production was not touched.`;
        return { ...said, verdict: "fail", reason: why, next: "Look at the failing tests below." };
    }
    // A repository whose tests all write has none for this place.
    const fine = outcome === "passed" || outcome === "flaky" || outcome === "no-tests";
    if (fine)
        return { ...said, verdict: "pass", reason: `${reason}.`, next: "Nothing to do." };
    const why = `The suites could not be run on the staged site: ${reason}. Production was not touched.`;
    const next = "Mend that and run the job again; staged-specs: false leaves them out.";
    return { ...said, verdict: "inconclusive", reason: why, next };
}

// EXTERNAL MODULE: ./lib/kit/parts/checks/health.js + 1 modules
var health = __webpack_require__(8433);
// EXTERNAL MODULE: ./lib/kit/parts/checks/health-inputs.js
var health_inputs = __webpack_require__(92983);
// EXTERNAL MODULE: ./lib/kit/providers/hosts/upload.js
var upload = __webpack_require__(81328);
// EXTERNAL MODULE: ./lib/kit/parts/web/files.js
var web_files = __webpack_require__(82171);
// EXTERNAL MODULE: ./lib/kit/parts/web/kept-assets.js
var kept_assets = __webpack_require__(60450);
// EXTERNAL MODULE: ./lib/kit/ports/bounded.js
var bounded = __webpack_require__(46990);
// EXTERNAL MODULE: ./lib/kit/ports/ending-after.js
var ending_after = __webpack_require__(3123);
// EXTERNAL MODULE: ./lib/kit/parts/functions/change/in-parallel.js
var in_parallel = __webpack_require__(81529);
// EXTERNAL MODULE: ./lib/kit/parts/web/sources.js
var sources = __webpack_require__(81766);
// EXTERNAL MODULE: ./lib/kit/ports/encoded.js
var encoded = __webpack_require__(84905);
;// CONCATENATED MODULE: ./lib/kit/parts/web/hosted-site.js








const patience = 30_000;
/** The site as a host gets it: what was built, what open tabs still need, and the manifest that tells both apart. */
async function hostedSite(site, kept, keeping, world) {
    const { folder, commit, digest, marker, source = "dist" } = site;
    const about = { folder, commit, digest, marker, source };
    const own = site.files.map((file) => ({ ...file, bytes: bytesOf(folder, file) }));
    if (keeping.keepReleases === 0 || source === "existing")
        return { ...about, files: own, kept: 0 };
    const { files, manifest } = await added(site, kept, keeping, world);
    const below = (0,sources/* servedBelow */.h8)(source);
    const more = [...files, manifest].map((file) => ({ ...file, path: `${below}${file.path}` }));
    const built = own.filter(({ path }) => path !== `${below}${kept_assets/* assetsManifest */.Z_}`);
    return { ...about, files: [...built, ...more], kept: files.length };
}
/** A link's bytes are where it leads. */
function bytesOf(folder, { path, size, link }) {
    return link === undefined ? (0,upload/* fileBytes */.sG)(folder, path, size) : async () => new TextEncoder().encode(link);
}
/** What a site gets beside what was built; paths are those at which it is served. */
async function added({ files, marker, source }, kept, { assets }, world) {
    const own = (0,sources/* servedFiles */.zo)(source, files);
    const there = new Set(own.map(({ path }) => path));
    const former = kept.releases.toReversed().flatMap((release) => release.files);
    const wanted = new Map(former.map((file) => [file.path, file]));
    const missing = [...wanted.values()].filter(({ path }) => !there.has(path));
    const old = await sized(missing, kept.origin, world);
    const sizes = new Map([...old, ...own].map(({ path, size }) => [path, size]));
    const releases = kept.releases.map((release) => ({
        ...release,
        files: release.files.flatMap((file) => {
            const size = file.size ?? sizes.get(file.path);
            return size === undefined ? [] : [{ ...file, size }];
        }),
    }));
    const text = new TextEncoder().encode((0,kept_assets/* manifestText */.$2)({ marker, files: own.filter(({ path }) => (0,kept_assets/* isAsset */.vY)(path, assets)) }, releases));
    return { files: old, manifest: addedFile(kept_assets/* assetsManifest */.Z_, text.length, (0,web_files/* sha1 */.e)(text), async () => text) };
}
function addedFile(path, size, sum, bytes) {
    return { path, size, sha1: sum, added: true, bytes };
}
/** Each with its size: where only the host told of a file, its bytes are fetched; what is gone is left out. */
async function sized(files, origin, world) {
    const fileOf = async ({ path, sha1: sum, size }) => {
        const bytes = () => fetchAsset(world, origin, path, sum);
        if (size !== undefined)
            return [addedFile(path, size, sum, bytes)];
        const had = await bytes();
        return had === undefined ? [] : [addedFile(path, had.length, sum, async () => had)];
    };
    const found = await (0,in_parallel/* inParallel */.H)(files, fileOf);
    return found.flat().sort((a, b) => (a.path < b.path ? -1 : 1));
}
/** The bytes of a former release's file from the live site; undefined unless they are the very same. */
async function fetchAsset({ http, signal }, origin, path, sum) {
    if (origin === undefined)
        return undefined;
    try {
        const url = `${origin}/${path.split("/").map(encoded/* encoded */.d).join("/")}`;
        const answer = await http(url, { signal: (0,ending_after/* endingAfter */.I)(patience, signal), most: bounded/* downloadMost */.Cn });
        const bytes = new Uint8Array(await answer.arrayBuffer());
        return answer.ok && (0,web_files/* sha1 */.e)(bytes) === sum ? bytes : undefined;
    }
    catch {
        signal.throwIfAborted();
        return undefined;
    }
}

// EXTERNAL MODULE: ./lib/kit/parts/web/artifact.js
var artifact = __webpack_require__(29748);
// EXTERNAL MODULE: ./lib/kit/parts/web/origins.js
var origins = __webpack_require__(98007);
// EXTERNAL MODULE: ./lib/kit/parts/web/probe-staged.js
var probe_staged = __webpack_require__(94321);
// EXTERNAL MODULE: ./lib/kit/parts/web/required-env.js
var required_env = __webpack_require__(32793);
// EXTERNAL MODULE: ./lib/kit/parts/web/served.js
var served = __webpack_require__(14171);
;// CONCATENATED MODULE: ./lib/kit/parts/web/apply-web.js






/**
 * Stages, probes, sets required values, promotes: two or three changes in the journal, so that the record tells what a cut has left. Component
 * `web-staged` touches no traffic; `web` names the deployment that goes live before it does.
 */
async function applyWeb(inputs, host, facts, { release, journal }, world, check) {
    const { site, was } = facts;
    const artifact = { artifactDigest: site.digest, marker: site.marker, ...builtIn(site) };
    await (0,served/* refuseUnsafe */.H_)(world, (0,origins/* pastOrigins */.MD)(inputs));
    const hosted = await hostedSite(site, facts.kept, inputs, world);
    const staged = await stageOnce(host, hosted, facts, release, journal);
    const probed = staged && (await probe(inputs, host, facts, staged, world));
    const checked = staged && (await check?.(staged));
    if (checked !== undefined && checked.verdict !== "pass")
        return { unfit: checked };
    await resetEnv(host, facts, journal);
    const deployment = staged?.deployment ?? null;
    const after = { deployment, ...artifact };
    const before = await liveBefore(inputs, facts, world);
    let domains = [];
    await journal.change("web", { before, intended: after }, async () => {
        domains = await host.promote({ site: hosted, staged, was: facts.live.domains });
        return { id: deployment ?? site.marker, ...after };
    });
    return {
        deployment,
        url: staged?.url ?? null,
        previous: was.deployment,
        probed,
        kept: hosted.kept,
        domains: domains.length,
        checked,
    };
}
/** Where the artifact of another target was taken: which run has built it, and for whom. */
function builtIn({ made, reuse }) {
    if (made === undefined || reuse?.taken !== true)
        return {};
    return { builtIn: made.run, builtFor: made.target ?? "default" };
}
/** How many scripts and styles the staged site served as it should. @throws {UserError} PR432 */
async function probe({ assets, pollInterval }, { probeHeaders: headers }, { site }, { url }, world) {
    const version = await (0,artifact/* hasVersion */.Xj)(site);
    const staged = { url, headers, marker: site.marker, assets, version };
    const { resources } = await world.log.group(`Probe ${url}`, () => (0,probe_staged/* probeStaged */.J)(world, staged, pollInterval));
    return resources;
}
/** What a way back needs; the marker of a site that another tool deployed is what the origins serve. */
async function liveBefore(inputs, { live, was }, world) {
    const asked = live.deployment !== null && live.deployment === was.deployment;
    const marker = was.marker ?? (asked ? await (0,served/* markerServed */.OF)(world, (0,origins/* pastOrigins */.MD)(inputs)) : null);
    return { deployment: was.deployment, marker, domains: { ...live.domains } };
}
/**
 * Before the promotion, and after the site was staged: by that an attempt that is cut here is known. The other value
 * may be a secret, so the receipt only says that there was one.
 */
async function resetEnv(host, { env }, journal) {
    const intended = (0,required_env/* resetsOf */._O)(env);
    const names = Object.keys(intended);
    if (names.length === 0)
        return;
    const before = Object.fromEntries(names.map((name) => [name, "another value"]));
    await journal.change("web-env", { before, intended }, async () => {
        await host.setEnv(intended);
        return { id: names.join(","), ...intended };
    });
}
async function stageOnce(host, site, { was, hostName }, release, journal) {
    if (hostName === "command")
        return await host.stage(site, release, was.deployment);
    let staged;
    const intended = { artifactDigest: site.digest, marker: site.marker };
    await journal.change("web-staged", { before: null, intended }, async () => {
        staged = await host.stage(site, release, was.deployment);
        return staged === undefined ? null : { id: staged.deployment, url: staged.url };
    });
    return staged;
}

// EXTERNAL MODULE: ./lib/kit/parts/web/inspect-web.js
var inspect_web = __webpack_require__(92531);
// EXTERNAL MODULE: ./lib/kit/parts/web/plan-web.js + 1 modules
var plan_web = __webpack_require__(56449);
// EXTERNAL MODULE: ./lib/kit/providers/hosts/hosts.js + 35 modules
var hosts = __webpack_require__(58103);
// EXTERNAL MODULE: ./lib/kit/release/enter-phase.js + 2 modules
var enter_phase = __webpack_require__(58228);
// EXTERNAL MODULE: ./lib/kit/release/plan/plan.js
var plan = __webpack_require__(29581);
// EXTERNAL MODULE: ./lib/kit/release/plan/planned.js
var planned = __webpack_require__(88366);
;// CONCATENATED MODULE: ./lib/actions/deploy-web/deploy-web.js












/** Inspect, compare with what was approved, stage, probe, promote, prove on every origin. */
async function deployWeb(inputs, world) {
    const host = (0,hosts/* openHost */.Z)(inputs, world);
    const facts = await factsOf(inputs, host, world);
    const part = (0,plan_web/* webPart */.GC)(facts);
    const healthy = (0,health/* healthGate */.Y)((0,health_inputs/* healthInputsOf */.dL)(inputs, world), world, { complete: true });
    const entered = await (0,enter_phase/* enterPhase */.a)(world, "deploy-web", inputs, part, healthy);
    if (entered === undefined) {
        const proofs = await prove(inputs, facts, world);
        return { outputs: outputsOf(facts), report: report(facts, proofs) };
    }
    for (const line of part.says)
        world.log.info(line);
    const applied = await applyWeb(inputs, host, facts, entered, world, stagedCheck(inputs, world));
    if ("unfit" in applied)
        return { outputs: outputsOf(facts), report: applied.unfit };
    const proofs = await prove(inputs, facts, world);
    return { outputs: outputsOf(facts, applied), report: report(facts, proofs, applied) };
}
/**
 * What is found now; or, where it is not what was approved because an earlier attempt of this very release has
 * changed it, what was found before that attempt: so a re-run goes on where the first one was cut.
 */
async function factsOf(inputs, host, world) {
    const facts = await (0,inspect_web/* inspectWeb */.L4)(inputs, world, host);
    const { release, planDigest } = inputs;
    const staged = release === undefined ? undefined : await host.find(facts.site, release);
    const asApproved = planDigest === undefined || planDigest === (0,plan/* partDigest */.S8)((0,plan_web/* webPart */.GC)(facts));
    const due = asApproved ? undefined : staged;
    const approved = due && (await (0,planned/* approvedPart */.Vd)(world, inputs, "deploy-web"));
    const before = due && (await (0,inspect_web/* factsBefore */.rI)(facts, host, due, approved));
    const decided = before ? (0,inspect_web/* withResets */.Dd)(before, approved) : facts;
    if ((0,plan_web/* webPart */.GC)(decided).work === "some")
        (0,plan_web/* refuseBlocked */.Jj)(facts.live, staged?.deployment);
    return decided;
}
/** Past a CDN: what it still keeps is the business of `purge-cdn`, which comes after this. */
function prove(inputs, { site }, world) {
    const times = { timeout: inputs.verifyTimeout, interval: inputs.pollInterval };
    world.log.info(`Waiting until every origin serves ${site.marker}.`);
    return (0,served/* proveOrigins */.ui)(world, (0,origins/* pastOrigins */.MD)(inputs), site.marker, times);
}
function outputsOf({ site, live, was }, applied) {
    const deployment = applied ? applied.deployment : live.deployment;
    return {
        marker: site.marker,
        ...(deployment === null ? {} : { deployment }),
        ...(applied?.url ? { "deployment-url": applied.url } : {}),
        ...(applied && was.deployment !== null ? { previous: was.deployment } : {}),
    };
}
function report({ site, env, was }, proofs, applied) {
    const { marker } = site;
    const serving = proofs.filter((proof) => proof.serves).length;
    const names = Object.values(env);
    const equal = names.filter(({ build, host }) => build === "proven" && host !== "unreadable").length;
    const evidence = [
        (0,served/* originsLine */.CP)(proofs, marker),
        ...(applied && applied.domains > 0
            ? [`${applied.domains} of ${applied.domains} production domains point to ${applied.deployment}`]
            : []),
        ...(applied?.probed === undefined
            ? []
            : [`${applied.probed} of ${applied.probed} scripts and styles were served by the staged site`]),
        ...(applied && applied.kept > 0
            ? [`${applied.kept} hashed assets of former releases stay reachable for open tabs`]
            : []),
        ...(applied?.checked?.evidence ?? []),
        ...(names.length > 0 ? [`${equal} of ${names.length} required values are proven`] : []),
    ];
    const rows = proofs.map(({ origin, said }) => [origin, said]);
    const tables = [{ title: "Origins", columns: ["origin", "answer"], rows }];
    if (serving < proofs.length) {
        const first = proofs.find((proof) => !proof.serves);
        return {
            verdict: "fail",
            reason: `PR433: production does not serve the release: ${first?.origin} ${first?.said}.`,
            next: applied
                ? `Look at a CDN or a DNS entry in front of the host. Before this release ${was.deployment ?? "nothing known"} was live.`
                : "The host says that it is live; look at a CDN or a DNS entry in front of it.",
            evidence,
            tables,
        };
    }
    const reason = applied
        ? `${marker} is live${applied.deployment === null ? "" : ` as ${applied.deployment}`}.`
        : `${marker} is live already.`;
    return { verdict: "pass", reason, next: "Nothing to do.", evidence, tables };
}

// EXTERNAL MODULE: ./lib/actions/deploy-web/spec.js
var spec = __webpack_require__(13081);
;// CONCATENATED MODULE: ./lib/actions/deploy-web/main.js



/** Runs this action as a runner starts it. */
const main = (specs) => (0,run/* runAction */.C)(spec/* spec */.I, deployWeb, specs);


/***/ }),

/***/ 13081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ spec)
/* harmony export */ });
/* harmony import */ var _kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12800);
/* harmony import */ var _kit_providers_hosts_permissions_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(55921);
/* harmony import */ var _kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67906);
/* harmony import */ var _kit_action_shared_outputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6793);
/* harmony import */ var _kit_action_spec_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(35596);
/* harmony import */ var _kit_action_time_limit_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43128);
/* harmony import */ var _kit_parts_checks_health_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92983);
/* harmony import */ var _kit_parts_web_inputs_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(90078);
/* harmony import */ var _kit_release_gates_gates_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(13661);









const spec = (0,_kit_action_spec_js__WEBPACK_IMPORTED_MODULE_7__/* .defineAction */ .Q)({
    name: "deploy-web",
    title: "Deploy web",
    description: "Stages the site that was built, probes it, promotes it with one request, and proves on every origin that it is served.",
    inputs: {
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .placeInputs */ .vb,
        "time-limit": (0,_kit_action_time_limit_js__WEBPACK_IMPORTED_MODULE_3__/* .timeLimit */ .z)("50m"),
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_1__/* .releaseInputs */ .zy,
        ..._kit_release_gates_gates_js__WEBPACK_IMPORTED_MODULE_6__/* .gateInputs */ .ll,
        ..._kit_parts_web_inputs_js__WEBPACK_IMPORTED_MODULE_5__/* .webInputs */ .m,
        ..._kit_parts_checks_health_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .projectInputs */ .tX,
        ..._kit_parts_checks_health_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .healthInputs */ .Q2,
    },
    permissions: [
        _kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .readsContents */ .Sc,
        ..._kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .recordPermissions */ .gF,
        ...(0,_kit_providers_hosts_permissions_js__WEBPACK_IMPORTED_MODULE_8__/* .hostPermissions */ .N)("write", "deployments and domains of the one project, and with `set-env` its variables"),
        _kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .projectHealth */ .S0,
    ],
    outputs: {
        ..._kit_action_shared_outputs_js__WEBPACK_IMPORTED_MODULE_2__/* .phaseOutputs */ .A,
        deployment: "Id of the deployment that is live, where the host has ids.",
        "deployment-url": "Address of that deployment.",
        previous: "Id of the deployment that was live before.",
        marker: "The build marker that every origin serves.",
    },
});


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

/***/ 94321:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ resourcesOf),
/* harmony export */   J: () => (/* binding */ probeStaged)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);
/* harmony import */ var _marker_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(55184);
/* harmony import */ var _ports_ending_after_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3123);



const patience = 15_000;
const edgeTries = 5;
/** Seconds for which «not found» may be kept: the file may be there in the next release. */
const longestMissing = 300;
/**
 * Asks the staged site, before any traffic, what would break production: the page and its marker, its scripts
 * and styles, how long the page is cached, and whether a missing asset is really missing.
 * @throws {UserError} PR432: nothing has been promoted.
 */
async function probeStaged(world, site, interval) {
    const page = await askPage(world, site, interval);
    const html = await page.text();
    const found = (0,_marker_js__WEBPACK_IMPORTED_MODULE_2__/* .markerIn */ .AF)(html);
    if (found !== site.marker) {
        throw wrong(site, `its page says ${found ?? "no build marker"} instead of ${site.marker}`);
    }
    const kept = page.headers.get("cache-control") ?? "";
    if (/\bimmutable\b/.test(kept) || maxAge(kept) > 0) {
        throw wrong(site, `its page may be kept by browsers (cache-control: ${kept})`);
    }
    await probeMissingAsset(world, site);
    const resources = resourcesOf(html, site.url);
    for (const resource of resources)
        await probeResource(world, site, resource);
    if (site.version === true)
        await probeVersion(world, site);
    return { resources: resources.length };
}
/** Scripts, styles and preloaded modules that a page names on its own origin; data blocks are none. */
function resourcesOf(html, base) {
    const tags = html.match(/<(?:script|link)\b[^>]*>/gi) ?? [];
    const found = tags.flatMap((tag) => {
        const type = typeOf(tag);
        const text = attribute(tag, "src|href");
        const url = text !== undefined && URL.canParse(text, base) ? new URL(text, base) : undefined;
        const own = url?.origin === new URL(base).origin;
        return type === undefined || url === undefined || !own ? [] : [{ url: url.href, type }];
    });
    return [...new Map(found.map((one) => [one.url, one])).values()];
}
function typeOf(tag) {
    if (/^<script/i.test(tag)) {
        const type = attribute(tag, "type") ?? "";
        return /^$|^module$|javascript|ecmascript/i.test(type) ? "script" : undefined;
    }
    const rel = (attribute(tag, "rel") ?? "").toLowerCase().split(/\s+/);
    if (rel.includes("stylesheet"))
        return "style";
    const preloaded = rel.includes("modulepreload") && !/^(?:style|json)$/i.test(attribute(tag, "as") ?? "");
    return preloaded ? "script" : undefined;
}
function attribute(tag, name) {
    const found = new RegExp(`\\s(?:${name})\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s>]+))`, "i").exec(tag);
    return found?.[1] ?? found?.[2] ?? found?.[3];
}
/** A deployment that is ready may take a moment to be known everywhere. */
async function askPage(world, site, interval) {
    for (let tries = 1;; tries += 1) {
        const answer = await ask(world, site, `${site.url}/`).catch((error) => {
            world.signal.throwIfAborted();
            return (0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(error);
        });
        if (typeof answer !== "string") {
            if (answer.status === 200)
                return answer;
            refuseLogin(site, answer);
        }
        const said = typeof answer === "string" ? `gave no answer (${answer})` : `answered ${answer.status}`;
        if (tries >= edgeTries)
            throw wrong(site, `it ${said}`);
        await world.clock.sleep(interval, world.signal);
    }
}
function maxAge(cacheControl) {
    return Number(/\bmax-age=(\d+)/.exec(cacheControl)?.[1] ?? "0");
}
function refuseLogin(site, { status, headers }) {
    const login = status === 401 || status === 403 || (headers.get("location") ?? "").includes("sso");
    if (!login)
        return;
    const secret = Object.keys(site.headers).length > 0 ? "does not let us in" : "is not given";
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR432", `The staged site at ${site.url} is behind the host's login page (${status}), and \`protection-bypass\` ${secret}. Production was not touched.`, "Create a protection bypass for automation in the host's settings and pass it as `protection-bypass`; where a host has none (Netlify), its drafts must not ask for a password.");
}
/** A catch-all that answers a missing chunk with the page poisons caches for as long as assets are kept. */
async function probeMissingAsset(world, site) {
    const path = `/${site.assets}/rollout-missing-${site.marker}.js`;
    const answer = await ask(world, site, `${site.url}${path}`);
    const kept = answer.headers.get("cache-control") ?? "";
    const long = /\bimmutable\b/.test(kept) || maxAge(kept) > longestMissing;
    if (answer.status === 404 && !long)
        return;
    const type = answer.headers.get("content-type")?.split(";")[0] ?? "no type";
    const what = `${answer.status} ${type}${kept === "" ? "" : `, cache-control: ${kept}`}`;
    throw wrong(site, `a missing asset (${path}) is answered with ${what} instead of 404 that nobody keeps`);
}
const wanted = { script: /javascript|ecmascript/, style: /text\/css/ };
async function probeResource(world, site, { url, type }) {
    const answer = await ask(world, site, url);
    const is = answer.headers.get("content-type") ?? "no type";
    if (answer.status === 200 && wanted[type].test(is))
        return;
    throw wrong(site, `the ${type} ${new URL(url).pathname} is answered with ${answer.status} ${is}`);
}
async function probeVersion(world, site) {
    const answer = await ask(world, site, `${site.url}/${_marker_js__WEBPACK_IMPORTED_MODULE_2__/* .versionFile */ .T1}`);
    const said = (0,_marker_js__WEBPACK_IMPORTED_MODULE_2__/* .markerInVersion */ .QH)(await answer.text());
    if (answer.status === 200 && said === site.marker)
        return;
    throw wrong(site, `/${_marker_js__WEBPACK_IMPORTED_MODULE_2__/* .versionFile */ .T1} is answered with ${answer.status} and says ${said ?? "no marker"}`);
}
async function ask({ http, signal }, { headers }, url) {
    return await http(url, {
        headers,
        redirect: "manual",
        signal: (0,_ports_ending_after_js__WEBPACK_IMPORTED_MODULE_1__/* .endingAfter */ .I)(patience, signal),
    });
}
function wrong({ url }, what) {
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR432", `The staged site at ${url} is not fit for production: ${what}. Production was not touched.`, "Correct the build or the host's routes, then run again.");
}


/***/ }),

/***/ 66210:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ browserHeaders)
/* harmony export */ });
const byHost = {
    vercel: (bypass) => ({
        "x-vercel-protection-bypass": bypass,
        "x-vercel-set-bypass-cookie": "true",
    }),
    netlify: () => ({}),
    command: () => ({}),
};
/** Request headers to which a protected address answers with a cookie that lets a browser in. */
function browserHeaders(host, bypass) {
    return bypass === undefined ? {} : byHost[host](bypass);
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

/***/ 83668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ decidedIn)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);
/* harmony import */ var _ports_misfit_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34233);


/**
 * What a part of a plan has decided, as far as it is read: `form` says that of the type `T`. Of no part, nothing. A digest
 * proves that nobody has changed a plan; that the version which wrote it wrote what this one reads, it does not.
 * @throws {UserError} PR106 with the place that does not fit.
 */
function decidedIn(part, form) {
    const decisions = part?.decisions ?? {};
    const wrong = (0,_ports_misfit_js__WEBPACK_IMPORTED_MODULE_1__/* .misfit */ .h)(decisions, form);
    if (wrong === undefined)
        return decisions;
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR106", `What the plan has decided for ${part?.phase} is not what this version of the suite reads: ${wrong}. Nothing was changed because of it.`, "Run plan and this phase with the same version: name the same one at every `uses:`. Then start a new run.");
}


/***/ })

};
