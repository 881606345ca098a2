export const id = 490;
export const ids = [490];
export const modules = {

/***/ 2490:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./lib/kit/action/run.js + 11 modules
var run = __webpack_require__(7098);
// EXTERNAL MODULE: ./lib/kit/providers/hosts/browser-headers.js
var browser_headers = __webpack_require__(6210);
// EXTERNAL MODULE: ./lib/kit/parts/checks/access.js
var access = __webpack_require__(5465);
// EXTERNAL MODULE: ./lib/kit/parts/checks/annotate.js
var annotate = __webpack_require__(5083);
// EXTERNAL MODULE: ./lib/kit/parts/checks/inputs.js
var checks_inputs = __webpack_require__(7226);
// EXTERNAL MODULE: ./lib/kit/parts/checks/prepare-suite.js
var prepare_suite = __webpack_require__(4693);
// EXTERNAL MODULE: ./lib/kit/parts/checks/run-specs.js + 4 modules
var run_specs = __webpack_require__(4126);
// EXTERNAL MODULE: ./lib/kit/parts/checks/say-suite.js
var say_suite = __webpack_require__(6741);
;// CONCATENATED MODULE: ./lib/kit/parts/checks/check-staged.js







/**
 * Runs the tests that only read on a staged site, as the section `smoke` declares them. Undefined where it
 * declares none. What keeps them from running is inconclusive: only a failing test says that the site is broken.
 */
function stagedCheck({ host, protectionBypass }, world) {
    if (!world.sections.includes("smoke"))
        return undefined;
    const inputs = world.section("smoke", checks_inputs/* suiteInputs */.G);
    if (inputs.playwright.length === 0 || !inputs.stagedSpecs)
        return undefined;
    return async ({ url }) => {
        await (0,prepare_suite/* prepareSuite */.A)(inputs, world);
        const cookies = await (0,access/* cookiesFor */.r)(world, url, (0,browser_headers/* browserHeaders */.r)(host, protectionBypass));
        const specs = await (0,run_specs/* runSpecs */.a)(inputs, { name: "staged", origin: url, readOnly: true, cookies }, world);
        (0,annotate/* annotate */.f)(specs.tests, world);
        return judge(specs);
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
var health_inputs = __webpack_require__(2983);
// EXTERNAL MODULE: ./lib/kit/parts/web/origins.js
var origins = __webpack_require__(8007);
// EXTERNAL MODULE: ./lib/kit/parts/web/probe-staged.js
var probe_staged = __webpack_require__(4321);
// EXTERNAL MODULE: ./lib/kit/parts/web/served.js
var web_served = __webpack_require__(4171);
;// CONCATENATED MODULE: ./lib/kit/parts/web/apply-web.js



/**
 * Stages, probes, promotes: two changes in the journal, so that the record tells what a cut has left. Component
 * `web-staged` touches no traffic; `web` names the deployment that goes live before it does.
 */
async function applyWeb(inputs, host, facts, { release, journal }, world, check) {
    const { site, was } = facts;
    const artifact = { artifactDigest: site.digest, marker: site.marker };
    const staged = await stageOnce(host, facts, release, journal);
    const probed = staged === undefined
        ? undefined
        : await world.log.group(`Probe ${staged.url}`, () => (0,probe_staged/* probeStaged */.J)(world, { url: staged.url, headers: host.probeHeaders, marker: site.marker, assets: inputs.assets }, inputs.pollInterval));
    const checked = staged && (await check?.(staged));
    if (checked !== undefined && checked.verdict !== "pass")
        return { unfit: checked };
    const deployment = staged?.deployment ?? null;
    const after = { deployment, ...artifact };
    const marker = was.marker ?? (await servedMarker(inputs, facts, world));
    const before = { deployment: was.deployment, marker, domains: { ...facts.live.domains } };
    let domains = [];
    await journal.change("web", { before, intended: after }, async () => {
        domains = await host.promote({ site, staged, was: facts.live.domains });
        return { id: deployment ?? site.marker, ...after };
    });
    return {
        deployment,
        url: staged?.url ?? null,
        previous: was.deployment,
        probed: probed?.resources,
        domains: domains.length,
        checked,
    };
}
/** The marker of a site that another tool deployed: by it the way back is proven later. */
async function servedMarker(inputs, { live, was }, world) {
    if (live.deployment === null || live.deployment !== was.deployment)
        return null;
    const served = await Promise.all((0,origins/* pastOrigins */.MD)(inputs).map((origin) => (0,web_served/* askOrigin */.YN)(world, origin)));
    const markers = [...new Set(served.map(({ marker }) => marker))];
    return markers.length === 1 ? (markers[0] ?? null) : null;
}
async function stageOnce(host, { site, was, hostName }, release, journal) {
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

// EXTERNAL MODULE: ./lib/kit/parts/web/plan-web.js + 2 modules
var plan_web = __webpack_require__(2117);
// EXTERNAL MODULE: ./lib/kit/providers/hosts/hosts.js + 13 modules
var hosts = __webpack_require__(3882);
// EXTERNAL MODULE: ./lib/kit/release/enter-phase.js + 1 modules
var enter_phase = __webpack_require__(6552);
// EXTERNAL MODULE: ./lib/kit/release/plan.js
var plan = __webpack_require__(9343);
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
    const facts = await (0,plan_web/* inspectWeb */.L4)(inputs, world, host);
    const { release, planDigest } = inputs;
    const staged = release === undefined ? undefined : await host.find(facts.site, release);
    const asApproved = planDigest === undefined || planDigest === (0,plan/* partDigest */.S)((0,plan_web/* webPart */.GC)(facts));
    const before = asApproved || staged === undefined ? undefined : await (0,plan_web/* factsBefore */.rI)(facts, host, staged);
    const decided = before ?? facts;
    if ((0,plan_web/* webPart */.GC)(decided).work === "some")
        (0,plan_web/* refuseBlocked */.Jj)(facts.live, staged?.deployment);
    return decided;
}
/** Past a CDN: what it still keeps is the business of `purge-cdn`, which comes after this. */
function prove(inputs, { site }, world) {
    const times = { timeout: inputs.verifyTimeout, interval: inputs.pollInterval };
    return (0,web_served/* proveOrigins */.ui)(world, (0,origins/* pastOrigins */.MD)(inputs), site.marker, times);
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
        (0,web_served/* originsLine */.CP)(proofs, marker),
        ...(applied && applied.domains > 0
            ? [`${applied.domains} of ${applied.domains} production domains point to ${applied.deployment}`]
            : []),
        ...(applied?.probed === undefined
            ? []
            : [`${applied.probed} of ${applied.probed} scripts and styles were served by the staged site`]),
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
var spec = __webpack_require__(3081);
;// CONCATENATED MODULE: ./lib/actions/deploy-web/main.js



/** Runs this action as a runner starts it. */
const main = (specs) => (0,run/* runAction */.C)(spec/* spec */.I, deployWeb, specs);


/***/ }),

/***/ 3081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ spec)
/* harmony export */ });
/* harmony import */ var _kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7906);
/* harmony import */ var _kit_action_shared_outputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6793);
/* harmony import */ var _kit_action_spec_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5596);
/* harmony import */ var _kit_parts_checks_health_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2983);
/* harmony import */ var _kit_parts_web_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(78);
/* harmony import */ var _kit_release_gates_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9570);






const spec = (0,_kit_action_spec_js__WEBPACK_IMPORTED_MODULE_5__/* .defineAction */ .Q)({
    name: "deploy-web",
    title: "Deploy web",
    description: "Stages the site that was built, probes it, promotes it with one request, and proves on every origin that it is served.",
    inputs: {
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .placeInputs */ .vb,
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .releaseInputs */ .zy,
        gates: (0,_kit_release_gates_js__WEBPACK_IMPORTED_MODULE_4__/* .gatesInput */ .R)("What the environments of the phases must have, as declared for the target."),
        ..._kit_parts_web_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .webInputs */ .m,
        ..._kit_parts_checks_health_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .projectInputs */ .tX,
        ..._kit_parts_checks_health_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .healthInputs */ .Q2,
    },
    outputs: {
        ..._kit_action_shared_outputs_js__WEBPACK_IMPORTED_MODULE_1__/* .phaseOutputs */ .A,
        deployment: "Id of the deployment that is live, where the host has ids.",
        "deployment-url": "Address of that deployment.",
        previous: "Id of the deployment that was live before.",
        marker: "The build marker that every origin serves.",
    },
});


/***/ }),

/***/ 9748:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mw: () => (/* binding */ siteFolder),
/* harmony export */   Us: () => (/* binding */ readSite),
/* harmony export */   vS: () => (/* binding */ manifestName)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5304);
/* harmony import */ var _release_formats_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5610);
/* harmony import */ var _files_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2171);
/* harmony import */ var _marker_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5184);






const manifestName = "artifact.json";
const siteFolder = "site";
/**
 * Reads the artifact that `build` made and proves that it is whole: its digest is taken again over the files.
 * @throws {UserError} PR105 when it is not there, PR106 for another format, PR432 when a file is not the built one.
 */
async function readSite(artifact) {
    const manifest = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(artifact, manifestName);
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(manifest, "utf8").catch((error) => {
        const fix = "Run `build` first, and pass its output `path` (or the downloaded artifact) as `artifact`.";
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("PR105", `There is no ${manifestName} in ${artifact}.`, fix, { cause: error });
    });
    const read = (0,_release_formats_js__WEBPACK_IMPORTED_MODULE_3__/* .readFormat */ .C$)("artifact", text, manifest);
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(artifact, siteFolder);
    const found = await (0,_files_js__WEBPACK_IMPORTED_MODULE_4__/* .listFiles */ .CS)(folder).catch((error) => {
        const fix = "Upload and download the whole folder that `build` names.";
        throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("PR105", `${artifact} has a ${manifestName}, but no ${siteFolder}.`, fix, {
            cause: error,
        });
    });
    refuseOtherFiles(read, found.files);
    if (found.digest === read.digest && (0,_marker_js__WEBPACK_IMPORTED_MODULE_5__/* .markerOf */ .we)(read.commit, read.digest) === read.marker) {
        return { ...read, folder };
    }
    throw notTheBuilt(`the digest of ${artifact} is not the one in its ${manifestName}`);
}
function refuseOtherFiles(artifact, found) {
    const there = new Map(found.map((file) => [file.path, file.sha256]));
    const listed = new Set(artifact.files.map((file) => file.path));
    const wrong = [
        ...artifact.files.filter((file) => there.get(file.path) !== file.sha256).map((file) => file.path),
        ...found.filter((file) => !listed.has(file.path)).map((file) => file.path),
    ];
    if (wrong.length === 0)
        return;
    const named = wrong.slice(0, 5).join(", ");
    throw notTheBuilt(`${wrong.length} files differ from the artifact's list: ${named}`);
}
function notTheBuilt(what) {
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_2__/* .UserError */ .yo("PR432", `The site is not the one that was built: ${what}. Nothing was changed.`, "Was the artifact edited, or hidden files left out on the way? Upload it with include-hidden-files: true.");
}


/***/ }),

/***/ 2171:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ listFiles)
/* harmony export */ });
/* unused harmony exports bareBytes, sha1 */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _release_canonical_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1820);
/* harmony import */ var _marker_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5184);





/** Reads every file below a folder, in the order of their paths. */
async function listFiles(folder) {
    const files = [];
    const bare = [];
    for (const path of await pathsBelow(folder)) {
        const bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, path));
        const sha = (0,_release_canonical_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .sc)(bytes);
        files.push({ path, size: bytes.length, sha256: sha, sha1: sha1(bytes) });
        bare.push([path, (0,_marker_js__WEBPACK_IMPORTED_MODULE_4__/* .isHtml */ ._6)(path) ? (0,_release_canonical_js__WEBPACK_IMPORTED_MODULE_3__/* .sha256 */ .sc)(bareBytes(bytes)) : sha]);
    }
    return { files, digest: (0,_release_canonical_js__WEBPACK_IMPORTED_MODULE_3__/* .digest */ .br)(bare) };
}
/** HTML is taken byte by byte, so that whatever its encoding is, nothing but the stamp differs. */
function bareBytes(html) {
    return Buffer.from((0,_marker_js__WEBPACK_IMPORTED_MODULE_4__/* .unstamped */ .sP)(html.toString("latin1")), "latin1");
}
function sha1(bytes) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha1").update(bytes).digest("hex");
}
async function pathsBelow(folder, below = "") {
    const found = [];
    for (const name of await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, below))) {
        const path = below === "" ? name : `${below}/${name}`;
        const entry = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, path));
        if (entry.isDirectory())
            found.push(...(await pathsBelow(folder, path)));
        else
            found.push(path);
    }
    return found.sort();
}


/***/ }),

/***/ 2117:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rI: () => (/* binding */ factsBefore),
  L4: () => (/* binding */ inspectWeb),
  oL: () => (/* binding */ planWeb),
  Jj: () => (/* binding */ refuseBlocked),
  GC: () => (/* binding */ webPart)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/kit/providers/hosts/hosts.js + 13 modules
var hosts = __webpack_require__(3882);
// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(5304);
// EXTERNAL MODULE: ./lib/kit/parts/web/artifact.js
var artifact = __webpack_require__(9748);
;// CONCATENATED MODULE: ./lib/kit/parts/web/compare-files.js
const shown = 8;
/** `before` is SHA-1 by path. */
function compareFiles(before, after) {
    const there = new Set(after.map(({ path }) => path));
    return {
        added: after.filter(({ path }) => !before.has(path)).map(({ path }) => path),
        changed: after
            .filter(({ path, sha1 }) => before.has(path) && before.get(path) !== sha1)
            .map(({ path }) => path),
        removed: [...before.keys()].filter((path) => !there.has(path)).sort(),
    };
}
/** «files: 1 changed (index.html), 2 added (…), 2 removed (…)» */
function filesLine({ added, changed, removed }) {
    const part = (paths, word) => {
        if (paths.length === 0)
            return [];
        const more = paths.length > shown ? `, and ${paths.length - shown} more` : "";
        return [`${paths.length} ${word} (${paths.slice(0, shown).join(", ")}${more})`];
    };
    const parts = [...part(changed, "changed"), ...part(added, "added"), ...part(removed, "removed")];
    return parts.length === 0 ? "files: none differ" : `files: ${parts.join(", ")}`;
}

;// CONCATENATED MODULE: ./lib/kit/parts/web/required-env.js

/** Every variable that must have a value: what `build` required, and what is declared beside it. */
function requiredOf(artifact, declared) {
    const built = Object.entries(artifact.env).map(([name, { required }]) => [name, required]);
    return { ...Object.fromEntries(built), ...declared };
}
/**
 * Compares required values with the artifact's proof and the host's own values.
 * @throws {UserError} PR402 when the build saw another value, PR434 when the host holds another one.
 */
function compareEnv(artifact, required, host) {
    const names = Object.keys(required).sort();
    const wrong = names.filter((name) => builtOtherwise(artifact, name, required[name] ?? ""));
    if (wrong.length > 0) {
        const what = wrong.map((name) => `${name}=${JSON.stringify(required[name])}`).join(", ");
        const fix = "Declare the same value in `build: required-env`, and build again.";
        throw new user_error/* UserError */.yo("PR402", `The release requires ${what}, but its build saw another value.`, fix);
    }
    const differing = names.filter((name) => {
        const held = host[name];
        return held?.state === "value" && held.value !== required[name];
    });
    if (differing.length > 0) {
        const what = differing.map((name) => `${name}=${JSON.stringify(required[name])}`).join(", ");
        const fix = "Correct the variable at the host for production (a build there would bring it back), then run again.";
        throw new user_error/* UserError */.yo("PR434", `The release requires ${what}, but the host holds another value.`, fix);
    }
    return Object.fromEntries(names.map((name) => [name, finding(artifact, name, required[name] ?? "", host[name])]));
}
/** What could not be proven, in sentences. */
function unverifiedEnv(findings) {
    return Object.entries(findings).flatMap(([name, { build, host }]) => [
        ...(build === "unverifiable" ? [`${name} is unverifiable in the build.`] : []),
        ...(host === "unreadable" ? [`${name} is unverifiable at the host: its value cannot be read.`] : []),
        ...(host === "absent"
            ? [`${name} is not set at the host; a build there would take it from its files.`]
            : []),
    ]);
}
function finding(artifact, name, required, held) {
    const build = artifact.env[name]?.proof === "vite" ? "proven" : "unverifiable";
    const host = held?.state === "value" ? "equal" : (held?.state ?? "unreadable");
    return { required, build, host };
}
function builtOtherwise(artifact, name, required) {
    const proof = artifact.env[name];
    return proof?.proof === "vite" && proof.value !== required;
}

;// CONCATENATED MODULE: ./lib/kit/parts/web/plan-web.js






/** The `deploy-web` part of the plan. @throws {UserError} when nothing may be promoted, or a value is wrong. */
async function planWeb(inputs, world) {
    const facts = await inspectWeb(inputs, world, (0,hosts/* openHost */.Z)(inputs, world));
    const part = webPart(facts);
    if (part.work === "some")
        refuseBlocked(facts.live);
    return part;
}
/** Reads artifact, host and values. Changes nothing. */
async function inspectWeb(inputs, world, host) {
    if (inputs.artifact === undefined) {
        const fix = "Pass the output `path` of `build` (or the downloaded artifact) as `artifact`.";
        throw new user_error/* UserError */.yo("PR105", "There is no built site to release: `artifact` is not given.", fix);
    }
    const site = await (0,artifact/* readSite */.Us)((0,external_node_path_.resolve)(world.root, inputs.artifact));
    const required = requiredOf(site, inputs.requiredEnv);
    const live = await host.inspect();
    const env = compareEnv(site, required, await host.env(Object.keys(required)));
    const files = live.deployment === null ? undefined : await host.filesOf(live.deployment);
    const was = { deployment: live.deployment, marker: live.said.marker };
    const changes = files && compareFiles(files, site.files);
    return { hostName: inputs.host, site, live, was, env, changes, noWayBack: host.noWayBack };
}
/**
 * The facts as they were before an earlier attempt of this same release began: its own staged deployment knows
 * what was live then. Undefined where something else is live too, so that nothing is mistaken for our own work.
 */
async function factsBefore(facts, host, staged) {
    const { previous, deployment } = staged;
    const served = Object.values(facts.live.domains);
    if (!served.every((one) => one === deployment || one === previous))
        return undefined;
    const marker = previous === null ? null : (await host.said(previous)).marker;
    return { ...facts, was: { deployment: previous, marker } };
}
/** Pure: what would be done, from what was found. */
function webPart(facts) {
    const { site, live, was, hostName, env, changes } = facts;
    const work = was.marker === site.marker && isUnanimous(live) ? "none" : "some";
    const mixed = was.deployment === null && !isUnanimous(live) ? { domains: live.domains } : {};
    return {
        phase: "deploy-web",
        work,
        decisions: {
            host: hostName,
            project: live.project,
            was: { ...was, ...mixed },
            becomes: { artifactDigest: site.digest, commit: site.commit },
            requiredEnv: Object.fromEntries(Object.entries(env).map(([name, finding]) => [name, { ...finding }])),
        },
        measurements: {
            files: site.files.length,
            bytes: site.files.reduce((sum, file) => sum + file.size, 0),
            ...(changes ? { added: changes.added, changed: changes.changed, removed: changes.removed } : {}),
        },
        undo: wayBack(facts),
        unverified: [...unverifiedEnv(env), ...live.notes],
        says: work === "none" ? [] : says(facts),
    };
}
/** @throws {UserError} PR435 when the host is in a state in which nothing may be promoted. */
function refuseBlocked({ blocked, moving }, own) {
    if (blocked)
        throw blocked;
    if (moving === null || moving === own)
        return;
    throw new user_error/* UserError */.yo("PR435", `The production domains are being moved to ${moving} right now. Nothing was changed.`, "Wait until that has ended, then start a new run.");
}
function isUnanimous({ domains }) {
    return new Set(Object.values(domains)).size === 1;
}
function wayBack({ was, live, noWayBack }) {
    if (noWayBack !== undefined)
        return { possible: "no", why: noWayBack };
    if (was.deployment !== null)
        return { possible: "yes" };
    const none = Object.values(live.domains).every((one) => one === null);
    const why = none
        ? "there is no deployment to go back to"
        : "the production domains serve different deployments, which no rollback restores";
    return live.project === null ? { possible: "yes" } : { possible: "no", why };
}
function says({ site, was, hostName, live, changes }) {
    const where = live.project === null ? hostName : `${hostName} ${live.project}`;
    const old = was.marker ?? was.deployment ?? "what is live";
    return [`${where}: ${old} becomes ${site.marker}`, ...(changes ? [filesLine(changes)] : [])];
}


/***/ }),

/***/ 4321:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ resourcesOf),
/* harmony export */   J: () => (/* binding */ probeStaged)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5304);
/* harmony import */ var _marker_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5184);


const patience = 15_000;
const edgeTries = 5;
/**
 * Asks the staged site, before any traffic, what would break production: the page and its marker, its scripts
 * and styles, how long the page is cached, and whether a missing asset is really missing.
 * @throws {UserError} PR432: nothing has been promoted.
 */
async function probeStaged(world, site, interval) {
    const page = await askPage(world, site, interval);
    const html = await page.text();
    const found = (0,_marker_js__WEBPACK_IMPORTED_MODULE_1__/* .markerIn */ .AF)(html);
    if (found !== site.marker) {
        throw wrong(site, `its page says ${found ?? "no build marker"} instead of ${site.marker}`);
    }
    const kept = page.headers.get("cache-control") ?? "";
    if (/\bimmutable\b/.test(kept) || Number(/\bmax-age=(\d+)/.exec(kept)?.[1] ?? "0") > 0) {
        throw wrong(site, `its page may be kept by browsers (cache-control: ${kept})`);
    }
    await probeMissingAsset(world, site);
    const resources = resourcesOf(html, site.url);
    for (const url of resources)
        await probeResource(world, site, url);
    return { resources: resources.length };
}
/** Scripts, styles and preloaded modules that a page names on its own origin. */
function resourcesOf(html, base) {
    const tags = html.match(/<(?:script|link)\b[^>]*>/gi) ?? [];
    const wanted = tags.filter((tag) => /^<script/i.test(tag) || /\brel\s*=\s*["']?(?:stylesheet|modulepreload)\b/i.test(tag));
    const urls = wanted.flatMap((tag) => {
        const named = /\b(?:src|href)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(tag);
        const text = named?.[1] ?? named?.[2] ?? named?.[3];
        return text !== undefined && URL.canParse(text, base) ? [new URL(text, base)] : [];
    });
    const own = urls.filter((url) => url.origin === new URL(base).origin).map((url) => url.href);
    return [...new Set(own)];
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
function refuseLogin(site, { status, headers }) {
    const login = status === 401 || status === 403 || (headers.get("location") ?? "").includes("sso");
    if (!login)
        return;
    const secret = Object.keys(site.headers).length > 0 ? "does not let us in" : "is not given";
    throw new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR432", `The staged site at ${site.url} is behind the host's login page (${status}), and \`protection-bypass\` ${secret}. Production was not touched.`, "Create a protection bypass for automation in the host's settings and pass it as `protection-bypass`.");
}
/** A catch-all that answers a missing chunk with the page poisons caches for as long as assets are kept. */
async function probeMissingAsset(world, site) {
    const path = `/${site.assets}/rollout-missing-${site.marker}.js`;
    const answer = await ask(world, site, `${site.url}${path}`);
    const kept = answer.headers.get("cache-control") ?? "";
    if (answer.status === 404 && !/\bimmutable\b/.test(kept))
        return;
    const what = `${answer.status}${kept === "" ? "" : `, cache-control: ${kept}`}`;
    throw wrong(site, `a missing asset (${path}) is answered with ${what} instead of 404`);
}
async function probeResource(world, site, url) {
    const answer = await ask(world, site, url);
    const type = answer.headers.get("content-type") ?? "";
    if (answer.status === 200 && /javascript|css|wasm/.test(type))
        return;
    throw wrong(site, `${new URL(url).pathname} is answered with ${answer.status} ${type}`);
}
async function ask({ http, signal }, { headers }, url) {
    return await http(url, {
        headers,
        redirect: "manual",
        signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    });
}
function wrong({ url }, what) {
    return new _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo("PR432", `The staged site at ${url} is not fit for production: ${what}. Production was not touched.`, "Correct the build or the host's routes, then run again.");
}


/***/ })

};
