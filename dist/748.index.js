export const id = 748;
export const ids = [748];
export const modules = {

/***/ 26748:
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
// EXTERNAL MODULE: ./lib/kit/parts/web/inputs.js + 1 modules
var web_inputs = __webpack_require__(90078);
// EXTERNAL MODULE: ./lib/kit/parts/checks/annotate.js
var annotate = __webpack_require__(25083);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./lib/kit/parts/checks/tag-pattern.js
var tag_pattern = __webpack_require__(8072);
;// CONCATENATED MODULE: ./lib/kit/parts/checks/has-tag.js



/** More files than these are no test suite: then the suite itself is asked. */
const most = 5000;
/**
 * Whether any source file of a repository names a tag. To ask Playwright, what it needs must be installed first; where
 * nobody has given a test the tag, nobody waits for that.
 */
async function hasTag(root, tag) {
    const wanted = new RegExp((0,tag_pattern/* tagPattern */.b)(tag));
    let seen = 0;
    const folders = [root];
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
        const entries = await (0,promises_.readdir)(folder, { withFileTypes: true }).catch(() => []);
        for (const entry of entries) {
            const path = (0,external_node_path_.join)(folder, entry.name);
            if (entry.isDirectory() && !/^(\.|node_modules$|dist$)/.test(entry.name))
                folders.push(path);
            if (!entry.isFile() || !/\.[cm]?[jt]sx?$/.test(entry.name))
                continue;
            seen += 1;
            if (seen > most || wanted.test(await (0,promises_.readFile)(path, "utf8").catch(() => "")))
                return true;
        }
    }
    return false;
}

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
;// CONCATENATED MODULE: ./lib/kit/parts/checks/check-returned.js











/**
 * Asks the probes and runs the tests that hold for the former release, too, on production: the section `smoke` names
 * their tag. They are those of the commit that is checked out, so not all of them need to.
 */
async function checkReturned(world) {
    if (!world.sections.includes("smoke"))
        return unasked("rollout.yml has no section smoke");
    try {
        const inputs = world.section("smoke", { ...checks_inputs/* suiteInputs */.G, ...probe_inputs/* probeInputs */.s, origins: web_inputs/* webInputs */.m.origins });
        const { rollbackSpecs } = inputs;
        const tag = rollbackSpecs === "all" ? undefined : rollbackSpecs;
        const origin = inputs.origins[0] ?? "";
        const probed = rollbackSpecs === "none" ? undefined : await (0,run_probes/* runProbes */.j5)(inputs, { origin, tag }, world);
        if (probed !== undefined)
            (0,say_probes/* annotateProbes */.CJ)(probed, world);
        const suites = await runSuites(inputs, { origin, tag }, world);
        return probed === undefined ? suites : together(judgeProbes(probed), suites);
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.yo))
            throw error;
        return unknown((0,user_error/* describe */.q0)(error));
    }
}
async function runSuites(inputs, { origin, tag }, world) {
    if (inputs.playwright.length === 0 || inputs.rollbackSpecs === "none")
        return unasked("smoke declares no suites, or none for this");
    if (tag !== undefined && !(await hasTag(world.root, tag)))
        return unasked(`no test has the tag ${tag}`);
    await (0,prepare_suite/* prepareSuite */.A)(inputs, world);
    const specs = await (0,run_specs/* runSpecs */.a)(inputs, { name: "returned", action: "rollback", origin, tag }, world);
    (0,annotate/* annotate */.f)(specs.tests, world);
    return judge(specs, tag);
}
function judgeProbes(probed) {
    const { outcome, reason } = probed;
    const told = {
        reason,
        evidence: (0,say_probes/* probesEvidence */.dd)(probed, "on what is back"),
        tables: (0,say_probes/* probesTables */.HG)(probed),
    };
    if (outcome === "failed")
        return { ...told, outcome: "failed" };
    return { ...told, outcome: outcome === "passed" || outcome === "flaky" ? "passed" : "unknown" };
}
/** The worse of both, with what both have told. */
function together(probes, suites) {
    const order = ["failed", "unknown", "passed", "unasked"];
    const worse = order.indexOf(probes.outcome) <= order.indexOf(suites.outcome) ? probes : suites;
    return {
        outcome: worse.outcome,
        reason: worse.reason,
        evidence: [...probes.evidence, ...suites.evidence],
        tables: [...probes.tables, ...suites.tables],
    };
}
function judge(specs, tag) {
    const { outcome, reason } = specs;
    if (outcome === "no-tests" && tag !== undefined)
        return unasked(reason);
    if (outcome !== "passed" && outcome !== "flaky" && outcome !== "failed")
        return unknown(reason);
    const evidence = (0,say_suite/* suiteEvidence */.o)(specs, "on what is back");
    return {
        outcome: outcome === "failed" ? "failed" : "passed",
        reason,
        evidence,
        tables: (0,say_suite/* suiteTables */.w)(specs),
    };
}
function unknown(reason) {
    const evidence = [`the suites say nothing of what is back: ${reason}`];
    return { outcome: "unknown", reason, evidence, tables: [] };
}
function unasked(reason) {
    return {
        outcome: "unasked",
        reason,
        evidence: [`no suite was run on what is back: ${reason}`],
        tables: [],
    };
}

// EXTERNAL MODULE: ./lib/kit/release/standing/halt.js + 1 modules
var halt = __webpack_require__(30789);
// EXTERNAL MODULE: ./lib/kit/release/phases.js
var phases = __webpack_require__(96848);
// EXTERNAL MODULE: ./lib/kit/release/slice/slice.js
var slice = __webpack_require__(15917);
// EXTERNAL MODULE: ./lib/kit/release/standing/lease.js
var standing_lease = __webpack_require__(44897);
// EXTERNAL MODULE: ./lib/kit/release/standing/watched.js
var watched = __webpack_require__(71773);
;// CONCATENATED MODULE: ./lib/actions/rollback/begin-watch.js



/**
 * Takes the target for a later look at a watched release: what is decided now holds, since nobody changes it meanwhile.
 * Where another run holds it, or the release is watched no more, this look says nothing, and its run is green.
 * @throws {UserError} PR102 where it is not said whose end is to be decided by what; PR104 without a record.
 */
async function beginWatch(inputs, world) {
    const { release, target = "default", needs, githubToken } = inputs;
    if (release === "last" || needs === undefined)
        throw new user_error/* UserError */.yo("PR102", "with: watch: needs `release`, the id of the release that is watched, and `needs`, with what observe says. Nothing was changed.", "Copy the rollback job of examples/workflows/watch.yml.");
    if (githubToken === undefined)
        throw new user_error/* UserError */.yo("PR104", "watch needs `github-token`: which release is watched is in the record. Nothing was changed.", "Pass `github-token` with `deployments: write` and `actions: read`.");
    const github = await world.github(githubToken);
    const { context } = world;
    const { runId, runUrl } = context;
    const lease = { schema: "prism-rollout/lease@1", release, runId, runUrl };
    try {
        await (0,standing_lease/* takeLease */._)(github, context, target, lease);
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.yo) || error.code !== "PR204")
            throw error;
        return nothing(`${release} is not looked at now: ${error.message}`);
    }
    const found = await (0,watched/* watchedRelease */.sQ)(github, target);
    if (!("none" in found) && found.manifest.release === release)
        return { looks: (0,watched/* openLooks */.BT)(await found.release.statuses()) };
    await (0,standing_lease/* releaseLease */.w)(github, target, release);
    const why = "none" in found ? found.none : `${found.manifest.release} is`;
    return nothing(`${release} is watched no more: ${why}. Nothing was changed.`);
}
function nothing(reason) {
    return { nothing: { verdict: "pass", reason, next: "Nothing to do." } };
}

// EXTERNAL MODULE: ./lib/kit/parts/functions/change/rooms.js
var change_rooms = __webpack_require__(67504);
// EXTERNAL MODULE: ./lib/kit/release/decision/decision.js
var decision_decision = __webpack_require__(20035);
// EXTERNAL MODULE: ./lib/kit/release/decision/ending.js
var decision_ending = __webpack_require__(36526);
;// CONCATENATED MODULE: ./lib/kit/release/decision/decide-watch.js


/**
 * Decides what a later look at a watched release comes to; pure. Only what `observe` says counts: a look that came to
 * nothing (a log source that does not answer, a run that somebody cancelled) says nothing of the release, and the next
 * one counts from the same time. Where the limit is over, a person decides; no commit is to blame. Where a look before
 * was cut in the middle of bringing it back, the next one goes on with that, whatever it sees: half of it is gone.
 */
function decideWatch(needs, facts, now, policy) {
    const { observe } = needs;
    const ending = (0,decision_ending/* endingOf */.z)("observe", observe, facts);
    const isHalfBack = facts.wentBack === true && facts.supersededBy === undefined;
    if (ending === "passed" || ending === "failed" || isHalfBack)
        return (0,decision_decision/* decide */.LD)(observe === undefined ? {} : { observe }, facts, now, policy);
    const components = (0,decision_decision/* activated */.cd)(facts.begun);
    const counted = ending === "inconclusive";
    const said = counted ? `observe has no verdict yet${(0,decision_decision/* sayCounts */.A7)(observe)}` : "this look came to nothing";
    const age = ageOf(facts.begun, now);
    if (age !== undefined && age > policy.watchLimit) {
        const because = `${said}, and it was watched for ${sayAge(policy.watchLimit)}`;
        return { do: "hold", because, components, unproven: true };
    }
    return { do: "watch", because: said, components, ...(counted ? {} : { unsaid: true }) };
}
/** How long ago something was activated for the first time. */
function ageOf(begun, now) {
    const times = begun.flatMap((one) => ((0,decision_decision/* activated */.cd)([one]).length > 0 && one.at !== null ? [one.at] : []));
    return times.length === 0 ? undefined : now - Math.min(...times);
}
function sayAge(ms) {
    const hours = Math.round(ms / 3_600_000);
    return hours < 48 ? `${hours} h` : `${Math.round(hours / 24)} days`;
}

// EXTERNAL MODULE: ./lib/kit/release/record/history.js
var record_history = __webpack_require__(31102);
// EXTERNAL MODULE: ./lib/kit/release/ids.js
var ids = __webpack_require__(94128);
// EXTERNAL MODULE: ./lib/kit/ports/parse-json.js
var parse_json = __webpack_require__(36187);
// EXTERNAL MODULE: ./lib/kit/ports/json-object.js
var json_object = __webpack_require__(9169);
;// CONCATENATED MODULE: ./lib/kit/release/decision/needs.js



/**
 * Reads `toJSON(needs)`, or in one job `toJSON(steps)`. It comes from jobs that may have been cut anywhere, so whatever does not fit is left
 * out: an output that is no text, a job without a result, a text that is no JSON (undefined then).
 */
function readNeeds(text) {
    const json = (0,parse_json/* jsonIn */.Yf)(text);
    if (!(0,json_object/* isObject */.G)(json))
        return undefined;
    const known = phases/* phaseNames */.k1.flatMap((phase) => {
        const need = needOf(json[phase]);
        return need === undefined ? [] : [[phase, need]];
    });
    return Object.fromEntries(known);
}
function needOf(json) {
    if (!(0,json_object/* isObject */.G)(json))
        return undefined;
    // A step of a composite action has an outcome where a job has a result.
    const result = json["result"] ?? json["outcome"];
    if (typeof result !== "string")
        return undefined;
    const outputs = (0,json_object/* isObject */.G)(json["outputs"]) ? Object.entries(json["outputs"]) : [];
    const texts = outputs.filter((entry) => typeof entry[1] === "string");
    return { result, outputs: Object.fromEntries(texts) };
}

// EXTERNAL MODULE: ./lib/kit/errors/first-of.js
var first_of = __webpack_require__(85552);
// EXTERNAL MODULE: ./lib/kit/errors/join-lines.js
var join_lines = __webpack_require__(17390);
// EXTERNAL MODULE: ./lib/kit/release/run/run-jobs.js
var run_jobs = __webpack_require__(91534);
// EXTERNAL MODULE: ./lib/kit/release/record/statuses.js
var statuses = __webpack_require__(14506);
;// CONCATENATED MODULE: ./lib/kit/release/run/run-facts.js





/**
 * What GitHub knows of this run's jobs and of who reviewed them. What cannot be read is empty, with a warning: a
 * decision is due in any case.
 */
async function readRunFacts(github, { runId, attempt }, log) {
    const ask = async (work) => {
        try {
            return await work();
        }
        catch (error) {
            if (!(error instanceof user_error/* UserError */.yo))
                throw error;
            log.warn(`${error.message} The decision is made without it.`);
            return [];
        }
    };
    const [jobs, reviews] = await Promise.all([
        ask(() => (0,run_jobs/* jobsOfRun */.t)(github, runId, attempt > 1 ? "all" : undefined)),
        ask(async () => {
            const route = "GET /repos/{owner}/{repo}/actions/runs/{run_id}/approvals";
            return (0,statuses/* listIn */.Of)((await github.request(route, { run_id: runId })).data, "the run's reviews");
        }),
    ]);
    return { jobs: latestOf(jobs).map((job) => jobOf(job, jobs)), reviews: reviews.map(reviewOf) };
}
function latestOf(jobs) {
    const latest = Math.max(...jobs.map(attemptOf));
    return jobs.filter((job) => attemptOf(job) === latest);
}
function attemptOf({ run_attempt: attempt = 1 }) {
    return attempt;
}
/** A job that is not run again is in every later attempt as well, with the time at which it was started. */
function ranIn({ name, started_at: startedAt }, jobs) {
    const same = jobs.filter((one) => one.name === name && one.started_at === startedAt);
    return Math.min(...same.map(attemptOf));
}
function jobOf(job, all) {
    const failedStep = failedStepOf(job);
    return {
        name: job.name ?? "",
        attempt: ranIn(job, all),
        conclusion: job.conclusion ?? null,
        ran: Boolean(job.runner_name) || (job.steps?.length ?? 0) > 0,
        createdAt: timeOf(job.created_at),
        startedAt: timeOf(job.started_at),
        completedAt: timeOf(job.completed_at),
        ...(failedStep === undefined ? {} : { failedStep }),
    };
}
function failedStepOf({ steps }) {
    if (!Array.isArray(steps))
        return undefined;
    const { name } = steps.find((step) => step?.conclusion === "failure") ?? {};
    return typeof name === "string" ? (0,first_of/* shortened */.vI)((0,join_lines/* joinLines */.c)(name).trim(), 100) : undefined;
}
function reviewOf({ state, user, environments }) {
    const by = user?.login;
    const named = (environments ?? []).map(({ name }) => name ?? "");
    return { state: state ?? "", environments: named, ...(by === undefined ? {} : { by }) };
}
function timeOf(text) {
    const time = Date.parse(text ?? "");
    return Number.isNaN(time) ? null : time;
}

// EXTERNAL MODULE: ./lib/kit/action/held-in.js
var held_in = __webpack_require__(39678);
// EXTERNAL MODULE: ./lib/kit/parts/functions/undo/recorded-change.js
var recorded_change = __webpack_require__(97521);
// EXTERNAL MODULE: ./lib/kit/providers/hosts/hosts.js + 35 modules
var hosts = __webpack_require__(58103);
// EXTERNAL MODULE: ./lib/kit/parts/web/origins.js
var web_origins = __webpack_require__(98007);
// EXTERNAL MODULE: ./lib/kit/parts/web/served.js
var served = __webpack_require__(14171);
;// CONCATENATED MODULE: ./lib/kit/parts/web/undo-web.js




/** The change that a receipt stands for, whatever state it was left in. */
function changeOf({ before, intended }) {
    return { from: identityOf(intended), to: identityOf(before) };
}
/**
 * Brings back what was live before, compare-and-set: live is `to` → already; live is `from` → revert; anything
 * else → drift, nothing touched. The origins must serve the old marker again, or where it had none, no longer
 * the new one. Safe to run twice. With `dryRun` nothing is changed, and `reverted` means «would be».
 */
async function undoWeb(inputs, change, world, { dryRun = false } = {}) {
    const host = (0,hosts/* openHost */.Z)(inputs, world);
    const back = await host.goBack(keysOf(inputs.host, change), { dryRun });
    if (dryRun || (back.outcome !== "reverted" && back.outcome !== "already"))
        return back;
    return await proven(inputs, change, back, world);
}
async function proven(inputs, { from, to }, back, world) {
    const times = { timeout: inputs.verifyTimeout, interval: inputs.pollInterval };
    const origins = (0,web_origins/* pastOrigins */.MD)(inputs);
    const proofs = to.marker === null
        ? await (0,served/* proveGone */.en)(world, origins, from.marker, times)
        : await (0,served/* proveOrigins */.ui)(world, origins, to.marker, times);
    const what = to.marker ?? `another site than ${from.marker ?? "the one before"}`;
    const said = `${back.said} ${(0,served/* originsLine */.CP)(proofs, what)}.`;
    if (proofs.every((proof) => proof.serves))
        return { ...back, said };
    return { outcome: "failed", said, ...(back.manual === undefined ? {} : { manual: back.manual }) };
}
/** A command knows no deployments: there a release is known by its marker. */
function keysOf(host, { from, to }) {
    return host === "command"
        ? { from: from.marker, to: to.marker }
        : { from: from.deployment, to: to.deployment };
}
function identityOf(state) {
    const known = (0,json_object/* fieldsOf */.P)(state);
    const text = (value) => (typeof value === "string" ? value : null);
    return { deployment: text(known["deployment"]), marker: text(known["marker"]) };
}

// EXTERNAL MODULE: ./lib/kit/providers/cdns/cdns.js + 19 modules
var cdns = __webpack_require__(4524);
;// CONCATENATED MODULE: ./lib/actions/rollback/rows.js

function isBack({ outcome }) {
    return outcome === "reverted" || outcome === "already";
}
/** How much of it is back: `nothing` where nothing was left to bring back. */
function extentOf(rows) {
    if (!rows.every(isBack))
        return "partial";
    return rows.some(({ outcome }) => outcome === "reverted") ? "complete" : "nothing";
}
/** A component whose way back could not even be tried. */
function problemRow(component, said) {
    const manual = "run this rollback again once that is mended";
    return { component, name: component, outcome: "failed", said, manual };
}
/** The rows of functions: each that goes back with where its sources are from, each that is left with the exact command. */
function functionRows({ supabase, former = {} }, { functions }, formerCommit) {
    const row = ({ slug, outcome, said: what }) => {
        const tells = outcome === "reverted" || outcome === "irreversible";
        const said = tells && (0,held_in/* heldIn */.$)(former, slug) !== undefined ? `${what} (${(0,held_in/* heldIn */.$)(former, slug)})` : what;
        const common = { component: "functions", name: slug, outcome, said };
        if (outcome === "reverted" || outcome === "already")
            return common;
        const { was = null, becomes } = (0,held_in/* heldIn */.$)(functions, slug) ?? {};
        if (was === null)
            return { ...common, manual: `supabase functions delete ${slug} --project-ref ${supabase} --yes` };
        const jwt = was.state.settings.verifyJwt ? "" : " --no-verify-jwt";
        // No commit of this repository has one that was pruned.
        const checkout = becomes === null
            ? `write the sources of ${slug} in the artifact's snapshot.json to supabase/functions/${slug}`
            : `git checkout ${formerCommit ?? "<the former commit>"}`;
        const deploy = `supabase functions deploy ${slug} --project-ref ${supabase} --use-api${jwt} --yes`;
        return { ...common, manual: `${checkout} && ${deploy}` };
    };
    return (undone) => undone.map(row);
}

;// CONCATENATED MODULE: ./lib/actions/rollback/readiness.js







/**
 * Tries the way back without touching anything: whether what was live is still to be had, whether anybody else has
 * deployed since, whether the tokens are accepted. What the plan said has no way back is no surprise.
 */
async function readiness(parts, known, world) {
    const looks = await Promise.all([
        tried("web", () => lookAtWeb(parts, world)),
        tried("cdn", () => lookAtCdn(parts, world)),
        tried("functions", () => lookAtFunctions(parts, known, world)),
    ]);
    return readinessOf(looks.flat());
}
/** What does not work is told, apart from what the plan said has no way back. */
function readinessOf(rows) {
    const wrong = rows.filter((row) => !isBack(row) && row.planned !== true);
    const notReady = wrong.length === 0 ? undefined : wrong.map(({ said }) => said.replace(/\.$/, "")).join("; ");
    return { rows, notReady };
}
async function tried(component, look) {
    try {
        return await look();
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.yo))
            throw error;
        return [problemRow(component, (0,user_error/* withFix */.Yt)(error))];
    }
}
async function lookAtWeb({ web }, world) {
    if (web === undefined)
        return [];
    if ("problem" in web)
        return [problemRow("web", web.problem)];
    const { inputs, change } = web.ready;
    const none = (0,hosts/* openHost */.Z)(inputs, world).noWayBack ?? (isNothing(change.to) ? "nothing was live before" : undefined);
    const common = { component: "web", name: "web", target: siteOf(change.to) };
    if (none !== undefined) {
        const said = `The web has no automatic way back, as the plan said: ${none}.`;
        world.log.notice(said);
        return [{ ...common, outcome: "irreversible", said, planned: true }];
    }
    const { outcome, said, manual, next } = await undoWeb(inputs, change, world, { dryRun: true });
    const row = { ...common, outcome, said };
    return [{ ...row, ...(manual === undefined ? {} : { manual }), ...(next === undefined ? {} : { next }) }];
}
function siteOf({ deployment, marker }) {
    return [deployment, marker].filter((one) => one !== null).join(", ") || "nothing";
}
function isNothing(site) {
    return site.deployment === null && site.marker === null;
}
async function lookAtCdn({ cdn }, world) {
    if (cdn === undefined)
        return [];
    if ("problem" in cdn)
        return [problemRow("cdn", cdn.problem)];
    const { inputs, change } = cdn.ready;
    const opened = (0,cdns/* openCdn */.q)(inputs, world);
    if (opened.name === "none")
        return [];
    const lack = opened.lacks();
    if (lack !== undefined)
        return [problemRow("cdn", `${lack.what} is empty: nothing could be purged`)];
    const said = `${inputs.cdn} would be purged`;
    return [{ component: "cdn", name: "cdn", target: siteOf(change.to), outcome: "reverted", said }];
}
async function lookAtFunctions({ functions }, known, world) {
    if (functions === undefined)
        return [];
    if ("problem" in functions)
        return [problemRow("functions", functions.problem)];
    const { inputs, snapshot, look } = functions.ready;
    const { judged } = await look();
    const neverGiven = judged.filter(({ slug, outcome }) => {
        const entry = (0,held_in/* heldIn */.$)(snapshot.functions, slug);
        return outcome === "irreversible" && entry !== undefined && !(0,recorded_change/* isLost */.JD)(entry);
    });
    for (const { said } of neverGiven)
        world.log.notice(`As the plan said: ${said}.`);
    const rows = functionRows(inputs, snapshot, known.formerCommit)(judged);
    return rows.map((row) => ({
        ...row,
        target: formerOf(snapshot, row.name),
        ...(neverGiven.some(({ slug }) => slug === row.name) ? { planned: true } : {}),
    }));
}
function formerOf({ functions }, slug) {
    const was = (0,held_in/* heldIn */.$)(functions, slug)?.was ?? null;
    if (was === null)
        return "none: it was not there";
    const source = was.state.digest === null ? "unread sources" : `sources ${was.state.digest.slice(0, 12)}`;
    return `${source}, verify_jwt ${was.state.settings.verifyJwt}`;
}

;// CONCATENATED MODULE: ./lib/actions/rollback/decide-end.js









/** Decides from the jobs and the record; or takes a person's decision, as far as there is a way back. */
async function decideEnd(inputs, known, parts, world) {
    const needs = inputs.needs === undefined ? undefined : (readNeeds(inputs.needs) ?? unreadable(world));
    const begun = known.changes?.map(record_history/* begunOf */.ri) ?? (await begunByProviders(needs ?? {}, parts));
    if (needs === undefined)
        return { decision: byPerson(inputs.reason ?? "", begun, known) };
    const facts = await factsOf(inputs, { ...known, wentBack: known.wentBack || parts.wentBack }, begun, world);
    const policy = { ...inputs, ...(known.noRollback === undefined ? {} : { off: known.noRollback }) };
    const now = world.clock.now();
    const judge = (of) => (inputs.watch ? decideWatch : decision_decision/* decide */.LD)(needs, of, now, policy);
    const decision = judge(facts);
    // A later look that leaves it open has nothing to prove: the first one did.
    const stays = decision.do === "none" || (decision.do === "watch" && !inputs.watch);
    const run = { jobs: facts.jobs, reviews: facts.reviews };
    if (!stays || decision.components.length === 0 || known.noRollback !== undefined)
        return { decision, run };
    const tried = await readiness(parts, known, world);
    const { notReady } = tried;
    return {
        run,
        tried,
        decision: notReady === undefined ? decision : judge({ ...facts, notReady }),
    };
}
function unreadable(world) {
    world.log.warn("`needs` is not what toJSON(needs) gives; how the jobs ended is not known.");
    return {};
}
function byPerson(reason, begun, known) {
    const { to, passed, release } = known;
    const because = `a person says: ${reason}`;
    const components = (0,decision_decision/* activated */.cd)(begun);
    const not = whyNot(known, components);
    if (not !== undefined)
        return {
            do: not.do,
            because: `${because}; but ${not.why}`,
            components: to === release ? [] : components,
        };
    if (to === undefined)
        return { do: "roll-back", because, components };
    const past = passed.map((one) => one.release);
    const how = past.length === 0 ? "" : `, past ${past.join(", ")}`;
    return { do: "roll-back", because: `${because}; back to ${to}${how}`, components };
}
function whyNot({ release, to, supersededBy }, components) {
    if (to === release)
        return { do: "stop", why: `${to} is what is live by the record` };
    if (components.length === 0)
        return { do: "stop", why: "nothing of it is live" };
    if (supersededBy === undefined)
        return undefined;
    return {
        do: "hold",
        why: `${supersededBy} has gone live since, on top of it: roll that one back first, or name by \`to\` what is wanted back`,
    };
}
/** Why a rollback that a person asks for would touch nothing, whatever can be had: a dry run says the same. */
function holdsPerson(known) {
    // Without a record, who is on top is not known, nor is what was begun.
    if (known.changes === undefined)
        return undefined;
    const not = whyNot(known, (0,decision_decision/* activated */.cd)(known.changes.map(record_history/* begunOf */.ri)));
    return not?.do === "hold" ? not.why : undefined;
}
async function factsOf(inputs, known, begun, world) {
    const { github, target } = known;
    const run = github ? await readRunFacts(github, world.context, world.log) : { jobs: [], reviews: [] };
    const named = {
        migrate: inputs.migrateEnvironment,
        "deploy-functions": inputs.deployFunctionsEnvironment,
        "deploy-web": inputs.deployWebEnvironment,
    };
    const environments = Object.fromEntries(Object.entries(named).map(([phase, name]) => [phase, name ?? (0,ids/* environmentOf */.p7)(target, phase)]));
    const superseded = known.supersededBy === undefined ? {} : { supersededBy: known.supersededBy };
    const { wentBack } = known;
    return { ...run, ...superseded, attempt: world.context.attempt, environments, begun, wentBack };
}
/** Without a record: what the jobs said before they ended, and what is live by the providers' own word. */
async function begunByProviders(needs, parts) {
    const said = phases/* phaseNames */.k1.flatMap((phase) => {
        const outputs = needs[phase]?.outputs ?? {};
        const component = componentOf(outputs["receipt"]);
        if (component !== undefined)
            return [{ phase, component, at: null }];
        return phase === "migrate" && outputs["started"] === "true"
            ? [{ phase, component: "migrations", at: null }]
            : [];
    });
    const web = parts.web && "ready" in parts.web ? [{ phase: "deploy-web", component: "web", at: null }] : [];
    const isNew = await hasNewFunctions(parts);
    const functions = isNew ? [{ phase: "deploy-functions", component: "functions", at: null }] : [];
    return [...said, ...functions, ...web];
}
async function hasNewFunctions({ functions }) {
    if (functions === undefined || "problem" in functions)
        return false;
    const { judged } = await functions.ready.look();
    return judged.some(({ outcome }) => outcome === "reverted" || outcome === "irreversible");
}
function componentOf(receipt) {
    try {
        const component = JSON.parse(receipt ?? "null")?.component;
        // Room is made for functions alone, while they are changed.
        if (component === change_rooms/* roomComponent */.jZ)
            return "functions";
        return typeof component === "string" ? component : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./lib/kit/action/input-map.js
var input_map = __webpack_require__(59148);
// EXTERNAL MODULE: ./lib/kit/ports/exec.js
var ports_exec = __webpack_require__(93566);
// EXTERNAL MODULE: ./lib/kit/ports/git-place.js
var git_place = __webpack_require__(30925);
// EXTERNAL MODULE: ./lib/kit/release/commit/file-at.js
var file_at = __webpack_require__(18774);
;// CONCATENATED MODULE: ./lib/kit/release/commit/commit-files.js






/** As GitHub has them: a call for each. */
function githubFiles(github, commit) {
    return {
        commit,
        bytes: (path) => (0,file_at/* bytesAt */.L1)(github, path, commit),
        paths: async () => {
            // GitHub leaves some out of more than 100,000.
            const route = "GET /repos/{owner}/{repo}/git/trees/{tree_sha}";
            const { data } = await github.request(route, { tree_sha: commit, recursive: "1" });
            const { tree = [] } = data;
            return tree.filter(({ type }) => type === "blob").map(({ path }) => path);
        },
    };
}
/** As the checkout itself has them, without a call; undefined where it does not have the commit, as most have only their own. */
async function checkoutFiles(world, commit) {
    if (!/^[0-9a-f]{40,64}$/.test(commit))
        return undefined;
    const isThere = await git(world, ["cat-file", "-t", commit]);
    if (isThere?.toString().trim() !== "commit")
        return undefined;
    return {
        commit,
        bytes: async (path) => {
            const bytes = await git(world, ["cat-file", "blob", `${commit}:${path}`]);
            return bytes === undefined
                ? { unread: `${path} at ${commit.slice(0, 12)} is not in the checkout` }
                : { bytes };
        },
        paths: async () => {
            const listed = await git(world, ["ls-tree", "-r", "-z", "--full-tree", "--name-only", commit]);
            return (listed?.toString() ?? "").split("\0").filter((path) => path !== "");
        },
    };
}
/** What git prints, by a file: of what a child prints only the end is kept. What is not there is not fetched. */
async function git({ exec, env, root, temp, signal }, args) {
    const place = await (0,git_place/* gitPlace */.Y)(root);
    if (place === undefined)
        return undefined;
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(temp, "git-"));
    const out = (0,external_node_path_.join)(folder, "out");
    const quiet = { ...place, GIT_NO_LAZY_FETCH: "1", GIT_TERMINAL_PROMPT: "0", GIT_OPTIONAL_LOCKS: "0" };
    const options = { cwd: root, env: (0,ports_exec/* childEnv */.g)(env, quiet), quiet: true, limit: 30_000, signal };
    try {
        const { exitCode } = await exec("sh", ["-c", 'exec git "$@" > "$ROLLOUT_OUT" 2> /dev/null', "sh", ...args], {
            ...options,
            env: { ...options.env, ROLLOUT_OUT: out },
        });
        return exitCode === 0 ? await (0,promises_.readFile)(out) : undefined;
    }
    catch (error) {
        if (error instanceof user_error/* UserError */.yo)
            return undefined;
        throw error;
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}

;// CONCATENATED MODULE: ./lib/kit/parts/web/required-at.js




/** The values that the `rollout.yml` of a commit requires of build and host; or in words why they are not known. */
async function requiredAt(github, { path, commit, target }, world) {
    const here = await (await checkoutFiles(world, commit))?.bytes(path);
    const file = here !== undefined && "bytes" in here ? (0,file_at/* textOf */.b6)(here) : await (0,file_at/* fileAt */.Wd)(github, path, commit);
    if ("unread" in file)
        return file;
    try {
        const { parseConfig } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(315)]).then(__webpack_require__.bind(__webpack_require__, 73553));
        const { lookup } = parseConfig(file.text, path, target === "default" ? "" : target, []);
        const read = (section) => {
            const parsed = requiredEnv.parse(lookup(section, "required-env")?.raw ?? {});
            return "value" in parsed ? parsed.value : {};
        };
        return { values: { ...read("build"), ...read("deploy-web") } };
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.yo))
            throw error;
        return { unread: error.message.replace(/[.\s]+$/, "") };
    }
}
const requiredEnv = (0,input_map/* record */.g1)({ description: "" });

// EXTERNAL MODULE: ./lib/kit/parts/web/required-env.js
var required_env = __webpack_require__(32793);
;// CONCATENATED MODULE: ./lib/actions/rollback/env-back.js









/**
 * A build at the host takes its values from the host: those that the former release requires must be there, whoever
 * has changed them. Its own `rollout.yml` says which; so no value is kept that may be a secret. A row for each that is
 * set. Where the web is not back, its values are not either.
 */
async function envBack(inputs, parts, known, rows, journal, world) {
    const look = await lookAtEnv(inputs, parts, known, rows, world);
    if (look === undefined)
        return [];
    const { required, wrong, host, problem } = look;
    if (problem !== undefined)
        return wrong.map((name) => failedRow(name, required, problem));
    if (wrong.length === 0)
        return [];
    try {
        const intended = Object.fromEntries(wrong.map((name) => [name, (0,held_in/* heldIn */.$)(required, name) ?? ""]));
        const before = Object.fromEntries(wrong.map((name) => [name, "another value"]));
        await journal.change("web-env", { before, intended }, async () => {
            await host.setEnv(intended);
            return { id: wrong.join(","), ...intended };
        });
        return wrong.map((name) => rowOf(name, `the host held another value; ${name} is ${env_back_valueOf(name, required)} again, for builds to come`));
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.yo))
            throw error;
        return wrong.map((name) => failedRow(name, required, error));
    }
}
/** What `envBack` would set now: nothing is. */
async function envDue(inputs, parts, known, rows, world) {
    const look = await lookAtEnv(inputs, parts, known, rows, world);
    if (look === undefined)
        return [];
    const { required, wrong, problem } = look;
    return wrong.map((name) => {
        const target = `${name}=${env_back_valueOf(name, required)}`;
        if (problem !== undefined)
            return { ...failedRow(name, required, problem), target };
        return { ...rowOf(name, `the host holds another value; ${name} would be set`), target };
    });
}
/** Undefined where nothing is required, or nothing of the web is due. */
async function lookAtEnv(inputs, { web }, known, rows, world) {
    const own = rows.filter(({ component }) => component === "web");
    if ((web === undefined ? rows.length === 0 : own.length === 0) || !own.every(isBack))
        return undefined;
    // Also where the release changed functions alone: somebody may have toggled a value since.
    const hostInputs = web === undefined ? declaredHost(world) : "ready" in web ? web.ready.inputs : undefined;
    if (hostInputs === undefined)
        return undefined;
    const required = await requiredBefore(inputs, known, world);
    const names = Object.keys(required);
    if (names.length === 0)
        return undefined;
    const host = (0,hosts/* openHost */.Z)(hostInputs, world);
    try {
        const held = await host.env(names);
        for (const name of names)
            if ((0,held_in/* heldIn */.$)(held, name)?.state !== "value")
                world.log.notice(unseen(name, (0,held_in/* heldIn */.$)(held, name)?.state));
        return { host, required, wrong: (0,required_env/* namesHeldOtherwise */.kQ)(required, held) };
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.yo))
            throw error;
        return { host, required, wrong: names, problem: error };
    }
}
/** A release of functions alone may be rolled back by a job that is not told of the host: that holds nothing up. */
function declaredHost(world) {
    if (!world.sections.includes("deploy-web"))
        return undefined;
    try {
        return world.section("deploy-web", web_inputs/* webInputs */.m);
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.yo))
            throw error;
        world.log.notice(`Whether the host holds the values that are required is not looked at: ${error.message}`);
        return undefined;
    }
}
/** What the release before it requires; where nobody can tell, what this commit does. */
async function requiredBefore({ config, workingDirectory }, { github, formerCommit: commit, target }, world) {
    const path = external_node_path_.posix.join(workingDirectory, config);
    const former = github === undefined || commit === undefined
        ? { unread: "the record does not tell which release was before" }
        : await requiredAt(github, { path, commit, target }, world);
    if ("values" in former)
        return former.values;
    const input = { "required-env": (0,input_map/* record */.g1)({ description: "", default: "{}" }) };
    const values = {
        ...world.section("build", input).requiredEnv,
        ...world.section("deploy-web", input).requiredEnv,
    };
    if (Object.keys(values).length > 0)
        world.log.notice(`Which values the former release requires at the host is not known (${former.unread}): those of this commit count.`);
    return values;
}
function unseen(name, state) {
    return state === "absent"
        ? `${name} is not set at the host; a build there takes it from its files.`
        : `${name} cannot be read at the host; see yourself that a build there gets the required value.`;
}
function rowOf(name, said) {
    return { component: "web", name: `env ${name}`, outcome: "reverted", said };
}
function failedRow(name, required, problem) {
    const value = env_back_valueOf(name, required);
    const why = `${(0,user_error/* describe */.q0)(problem)} ${problem.fix}`;
    const said = `whether the host holds ${name}=${value} is not known, or it could not be set: ${why}`;
    const manual = `set ${name} to ${value} at the host for production`;
    return { ...rowOf(name, said), outcome: "failed", manual };
}
function env_back_valueOf(name, required) {
    return JSON.stringify((0,held_in/* heldIn */.$)(required, name));
}

;// CONCATENATED MODULE: ./lib/actions/rollback/dry-run.js



/**
 * All that a rollback would do now, for a person who asks: with what it would set at the host besides. A healthy release,
 * which ends with a look at its way back, does not ask the host for that.
 */
async function dryRun(inputs, parts, known, world) {
    const { rows } = await readiness(parts, known, world);
    const due = [...rows, ...(await envDue(inputs, parts, known, rows, world))];
    const switchesOn = inputs.restoreAutoAssign && due.every(isBack) && due.some(hasPin);
    return readinessOf([...due.map((row) => withPin(row, switchesOn)), ...(switchesOn ? [autoAssign] : [])]);
}
function hasPin({ component, next }) {
    return component === "web" && next !== undefined;
}
/** What it means for the next release, unless that is put right at the end. */
function withPin({ next, ...row }, switchesOn) {
    return next === undefined || switchesOn ? row : { ...row, said: `${row.said} ${next}` };
}
const autoAssign = {
    component: "web",
    name: "auto-assign",
    target: "on",
    outcome: "reverted",
    said: "auto-assignment of domains would be switched on again, once all is back",
};

// EXTERNAL MODULE: ./lib/kit/parts/database/plan/say-plan.js
var say_plan = __webpack_require__(95854);
// EXTERNAL MODULE: ./lib/kit/release/formats.js
var formats = __webpack_require__(75610);
// EXTERNAL MODULE: ./lib/kit/release/plan/plan.js
var plan = __webpack_require__(29581);
;// CONCATENATED MODULE: ./lib/actions/rollback/downloaded-plans.js






/**
 * Why nothing of a release goes back, by its own plan among the downloaded artifacts: where there is no record. Asked
 * once the host has named the release; where nobody was named and that one has no plan, each plan of the target counts.
 * With its plan, a record that could not be read is not missed.
 */
async function withPlan({ artifacts, release: named }, known, { root }) {
    if (known.changes !== undefined || artifacts === undefined)
        return known;
    const { all, other } = await plansIn((0,external_node_path_.resolve)(root, artifacts));
    const own = all.filter(({ release }) => release === known.release);
    const others = named === "last" ? all.filter(({ target }) => target === known.target) : [];
    const noRollback = (own.length > 0 ? own : others).map(say_plan/* whyNoRollback */.S1).find((one) => one !== undefined);
    return { ...known, noRollback, unread: own.length > 0 ? undefined : (known.unread ?? other?.message) };
}
/** The release that this run has planned for a target; a slice goes on with one that another run has named. */
async function plannedRelease(folder, { target, commit }) {
    const own = (await plansIn(folder)).all.filter((plan) => plan.target === target && plan.commit === commit);
    return own.length === 1 ? own[0]?.release : undefined;
}
async function plansIn(folder) {
    const files = await (0,promises_.readdir)(folder, { recursive: true, encoding: "utf8" }).catch(() => []);
    const named = files.filter((one) => (0,external_node_path_.basename)(one) === "plan.json").map((file) => (0,external_node_path_.join)(folder, file));
    const texts = await Promise.all(named.map(async (file) => [file, await textOf(file)]));
    return {
        all: texts.flatMap(([file, text]) => planIn(file, text) ?? []),
        other: texts
            .map(([file, text]) => (0,formats/* ofOtherMajor */.Vn)("plan", (0,parse_json/* jsonIn */.Yf)(text), file))
            .find((one) => one !== undefined),
    };
}
async function textOf(file) {
    return await (0,promises_.readFile)(file, "utf8").catch(() => "");
}
/** A plan that cannot be read says nothing. */
function planIn(file, text) {
    try {
        return (0,formats/* readFormat */.C$)("plan", text, file, plan/* planBackForm */.dL);
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./lib/kit/release/record/record.js
var record_record = __webpack_require__(20645);
// EXTERNAL MODULE: ./lib/kit/release/standing/superseded.js
var superseded = __webpack_require__(30775);
;// CONCATENATED MODULE: ./lib/actions/rollback/finish.js







const closings = {
    released: { state: "success", said: "released", halts: false },
    watching: { state: "success", said: "watching", halts: false },
    stopped: { state: "inactive", said: "stopped", halts: false },
    held: { state: "failure", said: "held", halts: true },
    "rolled-back": { state: "inactive", said: "rolled back", halts: true },
    "partly-rolled-back": { state: "failure", said: "partly rolled back", halts: true },
};
/**
 * Whether the target takes no release with this commit any more. One that had to yield says nothing of its commit, nor
 * does one of which nobody could tell.
 */
function isHalting(outcome, { supersededBy }, { unproven }) {
    return (closings[outcome].halts && !(outcome === "held" && (supersededBy !== undefined || unproven === true)));
}
/**
 * Closes the release in the record, halts the target where a person must look first, and gives the lease back.
 * Without an outcome the release stays as it is, and only the lease is given back.
 */
async function finish(known, holder, outcome, decision, world) {
    const { github, target, release, commit } = known;
    const { because, unproven } = decision;
    const halts = outcome !== undefined && isHalting(outcome, known, decision);
    let halted = halts ? false : undefined;
    if (github === undefined)
        return { halted, problems: [] };
    const closing = outcome && closings[outcome];
    // What nobody could prove is what is live all the same.
    const ending = closing && unproven === true ? { ...closing, state: "success" } : closing;
    const steps = [
        async () => {
            if (!halts)
                return;
            for (const why of haltsOf(known, because, world))
                await (0,halt/* halt */.yj)(github, target, why);
            halted = true;
        },
        async () => {
            // A person ran it again after it was held, and now it is live.
            if (outcome === "released")
                await (0,halt/* resume */.U)(github, target, { actor: release }, "released", release);
        },
        async () => {
            const record = (0,record_record/* githubRecord */.BF)(github, target, commit);
            if (ending)
                await record.close(release, ending.state, `${ending.said}: ${because}`);
            // Until all is back, a second attempt must find them as they were.
            if (outcome === "rolled-back")
                for (const one of [...known.passed.map((passed) => passed.release), ...known.unmet])
                    await record.close(one, "inactive", `${ending?.said}: ${because}`);
        },
        async () => {
            if (ending?.state !== "inactive" && outcome !== undefined)
                await endWatched(github, known);
        },
        () => (0,standing_lease/* releaseLease */.w)(github, target, holder),
    ];
    const problems = await problemsOf(steps);
    return { halted, problems };
}
/** Takes every step, also after one that was refused; what was refused, a sentence each. */
async function problemsOf(steps) {
    const problems = [];
    for (const step of steps) {
        try {
            await step();
        }
        catch (error) {
            if (!(error instanceof user_error/* UserError */.yo))
                throw error;
            problems.push((0,user_error/* withFix */.Yt)(error));
        }
    }
    return problems;
}
/** A release that was watched until this one took its place has no verdict any more that could come. */
async function endWatched(github, { watchedBefore, changes = [], release }) {
    if (watchedBefore === undefined || (0,decision_decision/* activated */.cd)(changes.map(record_history/* begunOf */.ri)).length === 0)
        return;
    await (0,superseded/* markSuperseded */.QX)(github, watchedBefore, "success", release);
}
/** A halt for each release that went, those that were passed included. */
function haltsOf({ release, commit, passed }, reason, { clock }) {
    const at = new Date(clock.now()).toISOString();
    const schema = "prism-rollout/halt@1";
    return [{ release, commit }, ...passed].map((one) => ({
        schema,
        release: one.release,
        commit: one.commit,
        reason,
        at,
    }));
}

// EXTERNAL MODULE: ./lib/kit/release/canonical.js
var canonical = __webpack_require__(41820);
// EXTERNAL MODULE: ./lib/kit/release/record/receipt.js
var record_receipt = __webpack_require__(6622);
;// CONCATENATED MODULE: ./lib/kit/release/evidence/statement.js



const statementType = "https://in-toto.io/Statement/v1";
const predicateType = "https://github.com/prism-rollout/prism-rollout/blob/main/docs/evidence.md#version-1";
/** Binds what is known of a release into one statement. */
function statementOf({ receipts, ...facts }) {
    const sealed = receipts.map((receipt) => ({ sha256: (0,record_receipt/* receiptSha */.fk)(receipt), receipt }));
    const predicate = { schema: (0,formats/* schemaOf */.pP)("evidence"), ...facts, receipts: sealed, chains: endsOf(sealed) };
    return {
        _type: statementType,
        subject: [
            { name: facts.repository, digest: { gitCommit: facts.commit } },
            { name: facts.release, digest: { sha256: (0,canonical/* digest */.br)(predicate) } },
        ],
        predicateType,
        predicate,
    };
}
/** The end of each phase's chain as it is in the list. */
function endsOf(sealed) {
    const ends = new Map();
    for (const { receipt, sha256: head } of sealed)
        ends.set(receipt.phase, { receipts: (ends.get(receipt.phase)?.receipts ?? 0) + 1, head });
    return Object.fromEntries(ends);
}
/** The file's text, and the digest by which it can be told from any other. */
function writeStatement(statement) {
    const text = `${(0,canonical/* canonical */.$N)(statement)}\n`;
    return { text, sha256: (0,canonical/* sha256 */.sc)(text) };
}

;// CONCATENATED MODULE: ./lib/actions/rollback/phases-seen.js



/** What each phase of the run said, and when GitHub saw it work. */
function phasesSeen({ needs }, run) {
    const known = (needs === undefined ? undefined : readNeeds(needs)) ?? {};
    return phases/* phaseNames */.k1.flatMap((phase) => {
        const need = known[phase];
        if (need === undefined)
            return [];
        const job = run === undefined ? undefined : (0,decision_ending/* jobOf */.Z)(phase, run.jobs);
        return [
            {
                phase,
                result: need.result,
                verdict: need.outputs["verdict"] || null,
                evidence: linesOf(need.outputs["evidence"]),
                startedAt: isoOf(job?.startedAt),
                completedAt: isoOf(job?.completedAt),
            },
        ];
    });
}
/** When a phase was over, as GitHub saw it; in ms since 1970. */
function overAt(phase, { jobs }) {
    return (0,decision_ending/* jobOf */.Z)(phase, jobs)?.completedAt ?? undefined;
}
function reviewsSeen(run) {
    return (run?.reviews ?? []).map(({ by, state, environments }) => ({ by: by ?? null, state, environments }));
}
function isoOf(time) {
    return time === null || time === undefined ? null : new Date(time).toISOString();
}
function linesOf(text) {
    try {
        const lines = JSON.parse(text ?? "[]");
        return Array.isArray(lines) ? lines.filter((line) => typeof line === "string") : [];
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./lib/actions/rollback/keep-evidence.js







/**
 * Writes `evidence.json`, an in-toto statement that `prism-rollout verify` checks without a network. Gives a line for
 * the report. By now everything is done: what cannot be written is told.
 */
async function keepEvidence(inputs, ended, world) {
    const { known, outcome, end, rows, looks, moments = [] } = ended;
    const { context, temp, root, log } = world;
    try {
        const own = (0,external_node_path_.join)(temp, "prism-rollout", "rollback");
        const folders = [...(inputs.artifacts === undefined ? [] : [(0,external_node_path_.resolve)(root, inputs.artifacts)]), own];
        const all = (known.changes ?? []).map(({ receipt }) => receipt);
        // Each release that a way back passes has evidence of its own.
        const intended = all.filter(({ release }) => release === known.release);
        const receipts = merged(intended, (await Promise.all(folders.map(receiptsIn))).flat(), known.release);
        const statement = statementOf({
            release: known.release,
            target: known.target,
            commit: known.commit,
            repository: `${context.owner}/${context.repo}`,
            run: context.runUrl,
            outcome,
            because: end.decision.because,
            digests: known.digests,
            phases: phasesSeen(inputs, end.run),
            reviews: reviewsSeen(end.run),
            looks: looks.map(({ created_at: at, description }) => ({ at: at ?? null, said: description })),
            undone: rows.map(({ name, outcome: came }) => ({ component: name, outcome: came })),
            timeline: moments,
            receipts,
        });
        const { text, sha256 } = writeStatement(statement);
        await (0,promises_.mkdir)(own, { recursive: true });
        await (0,promises_.writeFile)((0,external_node_path_.join)(own, "evidence.json"), text);
        return [`${receipts.length} receipts are kept in evidence.json (sha256 ${sha256})`];
    }
    catch (error) {
        log.warn(`The evidence of ${known.release} is not kept: ${(0,user_error/* describe */.q0)(error)}`);
        return [];
    }
}
/**
 * Each receipt once, by phase and in its order. The record has them as they were intended; the artifacts have what they
 * came to, and count where they are about the same intent.
 */
function merged(intended, completed, release) {
    const key = ({ phase, seq }) => `${phase} ${seq}`;
    const found = new Map(intended.map((receipt) => [key(receipt), receipt]));
    for (const receipt of completed) {
        const known = found.get(key(receipt));
        if (receipt.release !== release || (known && (0,record_receipt/* intentSha */.vM)(known) !== (0,record_receipt/* intentSha */.vM)(receipt)))
            continue;
        // Of two attempts the one that knows what it came to; what is still intended knows nothing.
        if (known === undefined || known.after === undefined)
            found.set(key(receipt), receipt);
    }
    return [...found.values()].sort((a, b) => placeOf(a) - placeOf(b) || a.seq - b.seq);
}
/** In the order of the chain, the way back at its end. */
function placeOf({ phase }) {
    return phase === "rollback" ? phases/* phaseNames */.k1.length : phases/* phaseNames */.k1.indexOf(phase);
}
async function receiptsIn(folder) {
    const files = await (0,promises_.readdir)(folder, { recursive: true, encoding: "utf8" }).catch(() => []);
    const named = files.filter((one) => (0,external_node_path_.basename)(one) === "receipts.json").sort();
    return (await Promise.all(named.map((file) => read((0,external_node_path_.join)(folder, file))))).flat();
}
/** A file that cannot be read says nothing. */
async function read(file) {
    try {
        const all = JSON.parse(await (0,promises_.readFile)(file, "utf8"));
        return Array.isArray(all) ? all.filter(isReceipt) : [];
    }
    catch {
        return [];
    }
}
function isReceipt(value) {
    const { schema, phase, seq } = (value ?? {});
    return schema === "prism-rollout/receipt@1" && typeof phase === "string" && typeof seq === "number";
}

// EXTERNAL MODULE: ./lib/kit/action/markdown.js
var markdown = __webpack_require__(42534);
// EXTERNAL MODULE: ./lib/kit/ports/ending-after.js
var ending_after = __webpack_require__(3123);
;// CONCATENATED MODULE: ./lib/actions/rollback/secrets-of.js
/** Every secret that this action was given: none of them may stand in what others read. */
function secretsOf(inputs) {
    const { githubToken, supabaseAccessToken, hostToken, protectionBypass, cdnToken, notifyUrl } = inputs;
    const accounts = (inputs.playwrightAccounts ?? "")
        .split("\n")
        .map((line) => line.replace(/^[^=]*=/, "").trim());
    return [githubToken, supabaseAccessToken, hostToken, protectionBypass, cdnToken, notifyUrl, ...accounts];
}

;// CONCATENATED MODULE: ./lib/actions/rollback/issue/forge-issues.js
/** Only who may label can make one of ours: anybody could copy a hidden marker. */
const label = "prism-rollout";
const page = 100;
/** The labelled issue whose text has the marker, open or closed, however many there are. */
async function findIssue(github, marker) {
    for (let number = 1;; number += 1) {
        const { data } = await github.request("GET /repos/{owner}/{repo}/issues", {
            labels: label,
            state: "all",
            sort: "created",
            direction: "asc",
            per_page: page,
            page: number,
        });
        const some = data;
        const found = some.find((one) => one.pull_request === undefined && (one.body ?? "").includes(marker));
        if (found)
            return { id: found.id, number: found.number, isOpen: found.state === "open", body: found.body ?? "" };
        if (some.length < page)
            return undefined;
    }
}
async function createIssue(github, title, body) {
    await github.request("POST /repos/{owner}/{repo}/issues", { title, body, labels: [label] });
}
async function updateIssue(github, number, change) {
    await github.request("PATCH /repos/{owner}/{repo}/issues/{issue_number}", {
        issue_number: number,
        ...change,
    });
}
/** Says something once: what has the marker already is written anew. */
async function comment(github, issue, marker, body) {
    const known = await findComment(github, issue, marker);
    if (known === undefined) {
        await github.request("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", {
            issue_number: issue,
            body,
        });
    }
    else if (known.body !== body) {
        const route = "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}";
        await github.request(route, { comment_id: known.id, body });
    }
}
async function findComment(github, issue, marker) {
    for (let number = 1;; number += 1) {
        const route = "GET /repos/{owner}/{repo}/issues/{issue_number}/comments";
        const { data } = await github.request(route, { issue_number: issue, per_page: page, page: number });
        const some = data;
        const found = some.find(({ body }) => (body ?? "").startsWith(marker));
        if (found)
            return { id: found.id, body: found.body ?? "" };
        if (some.length < page)
            return undefined;
    }
}

// EXTERNAL MODULE: ./lib/kit/notify/hide.js
var hide = __webpack_require__(84870);
// EXTERNAL MODULE: ./lib/kit/ports/encoded.js
var encoded = __webpack_require__(84905);
;// CONCATENATED MODULE: ./lib/actions/rollback/issue/text.js



/** GitHub takes 65,536 characters; some are left for what escaping adds and for the markers. */
const longest = 60_000;
/** Finds the issue of a target again; nobody sees it. */
function issueMarker(target) {
    return `<!-- prism-rollout:issue:${(0,encoded/* encoded */.d)(target)} -->`;
}
/** Finds what was said of one release, so that a second run says it there. */
function releaseMarker(release, what = "rollback") {
    return `<!-- prism-rollout:${what}:${(0,encoded/* encoded */.d)(release)} -->`;
}
function titleOf({ target, outcome }) {
    const how = outcome === "rolled-back" ? "was rolled back" : "was only partly rolled back";
    return `${target} ${how}`.slice(0, 200);
}
/** One rollback: why, what went back, what is left to do by hand, and how it came to that. */
function text_textOf(told, secrets) {
    const clean = (0,hide/* hide */.j)(told, secrets);
    const { release, because, next, runUrl, rows, timeline, commit, now } = clean;
    const manual = [...new Set(rows.flatMap((row) => row.manual ?? []))];
    const ended = { at: now, what: `ended ${clean.outcome}: ${because}` };
    const parts = [
        `**${(0,markdown/* plain */.pj)(release)}** (commit ${(0,markdown/* plain */.pj)(commit.slice(0, 12))}) ended **${clean.outcome}**, because ${(0,markdown/* plain */.pj)(because)}.`,
        `What to do: ${(0,markdown/* plain */.pj)(next)}`,
        cells(["component", "outcome", "what"], rows.map(({ name, outcome, said }) => [name, outcome, said])),
        ...(manual.length === 0 ? [] : [`Left to do by hand:\n\n${(0,markdown/* fenced */.OF)(manual.join("\n"), "sh")}`]),
        cells(["when", "what happened"], [...timeline, ended].map(({ at, what }) => [at, what])),
        `[The run](${runUrl}) has the whole report.`,
    ];
    const text = parts.filter((part) => part !== "").join("\n\n");
    if (text.length <= longest)
        return `${releaseMarker(release)}\n${text}\n`;
    const head = [parts[0], parts[1], `The rest is too long for an issue: [the run](${runUrl}) has it.`];
    return `${releaseMarker(release)}\n${head.join("\n\n").slice(0, longest)}\n`;
}
function cells(columns, rows) {
    return rows.length === 0
        ? ""
        : (0,markdown/* table */.tp)(columns, rows.map((row) => row.map(markdown/* plain */.pj)));
}

;// CONCATENATED MODULE: ./lib/actions/rollback/issue/timeline.js



/** More receipts than these are counted, not listed. */
const timeline_most = 60;
/** What happened to a release by the record, oldest first: planned, approved, changed, and what went back. */
async function timelineOf(github, target, release) {
    const [releases, kept] = await Promise.all([
        (0,record_history/* releasesOf */.w0)(github, target, release),
        (0,record_record/* receiptsOf */.hs)(github, target, release),
    ]);
    const own = releases.find(({ manifest }) => manifest.release === release);
    const planned = own
        ? [{ at: timeline_timeOf(own.at), what: `planned, for commit ${own.manifest.commit.slice(0, 12)}` }]
        : [];
    const shown = kept.length > timeline_most ? kept.slice(-timeline_most) : kept;
    const left = kept.length - shown.length;
    const states = await Promise.all(shown.map(({ deployment }) => (0,statuses/* lastStatus */.by)(github, deployment.id)));
    const changes = shown.flatMap(({ receipt, deployment }, index) => {
        const at = timeline_timeOf(Date.parse(deployment.created_at ?? ""));
        const state = states[index]?.description.split(" ")[1] ?? "begun, and nobody noted its end";
        const first = shown.findIndex((one) => one.receipt.phase === receipt.phase) === index;
        return [...(first ? approved(receipt, at) : []), { at, what: change(receipt, state) }];
    });
    const before = left > 0 ? [{ at: "", what: `${left} changes before these` }] : [];
    return [...planned, ...before, ...changes];
}
function approved({ phase, approvedBy }, at) {
    if (approvedBy.length === 0)
        return [];
    const who = approvedBy.join(", ");
    return [
        { at, what: phase === "rollback" ? `rollback asked for by ${who}` : `${phase} approved by ${who}` },
    ];
}
function change({ phase, component }, state) {
    return phase === "rollback"
        ? `${component} goes back: ${state}`
        : `${phase} changes ${component}: ${state}`;
}
function timeline_timeOf(ms) {
    return ms === null || Number.isNaN(ms) ? "" : `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

;// CONCATENATED MODULE: ./lib/actions/rollback/issue/keep-issue.js







/** The job of a release that has ended waits no longer for an issue. */
const patience = 60_000;
/**
 * One issue a target: opened by a rollback, added to and opened again by the next one, closed by a release that went
 * well. Safe to run twice. What GitHub refuses, or does not answer in time, is a warning: everything else is done by
 * now.
 */
async function keepIssue(inputs, ended, next, world, deadline = patience) {
    const { known, outcome, goesOn, end, rows, moments = [] } = ended;
    const { target, release, commit } = known;
    if (!inputs.issue || known.github === undefined || inputs.githubToken === undefined)
        return;
    if (goesOn !== undefined)
        return;
    const limit = (0,ending_after/* endingAfter */.I)(deadline);
    try {
        const github = await world.github(inputs.githubToken, limit);
        if (outcome === "released")
            return await closeIssue(github, known, world);
        if (outcome !== "rolled-back" && outcome !== "partly-rolled-back")
            return;
        const told = {
            target,
            release,
            commit,
            outcome,
            because: end.decision.because,
            next,
            runUrl: world.context.runUrl,
            rows,
            timeline: withMoments(await timelineOf(github, target, release), moments),
            now: `${new Date(world.clock.now()).toISOString().slice(0, 19)}Z`,
        };
        await openIssue(github, told, text_textOf(told, secretsOf(inputs)));
    }
    catch (error) {
        const isLate = limit.aborted && !world.signal.aborted;
        if (!(error instanceof user_error/* UserError */.yo) && !isLate)
            throw error;
        const why = error instanceof user_error/* UserError */.yo ? error.message : `GitHub took longer than ${deadline / 1000} s.`;
        world.log.warn(`The issue about ${target} could not be kept: ${why} Give this job \`issues: write\`, or say \`issue: false\`.`);
    }
}
/** What happened, and when the rollback knew of it, in the order of their times. */
function withMoments(happened, moments) {
    const own = moments.flatMap(({ moment, at }) => at === null ? [] : [{ at: `${at.slice(0, 19)}Z`, what: `rollback ${moment}` }]);
    return [...happened, ...own].sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
}
async function openIssue(github, told, text) {
    const marker = issueMarker(told.target);
    const own = releaseMarker(told.release);
    const known = await findIssue(github, marker);
    if (known === undefined)
        return await createIssue(github, titleOf(told), `${marker}\n${text}`);
    if (known.body.includes(own))
        await updateIssue(github, known.number, { body: `${marker}\n${text}` });
    else
        await comment(github, known.number, own, text);
    if (!known.isOpen)
        await updateIssue(github, known.number, { state: "open" });
}
async function closeIssue(github, { target, release, commit }, { context }) {
    const known = await findIssue(github, issueMarker(target));
    if (known === undefined || !known.isOpen)
        return;
    const marker = releaseMarker(release, "released");
    const says = `**${(0,markdown/* plain */.pj)(release)}** (commit ${commit.slice(0, 12)}) is released, so ${(0,markdown/* plain */.pj)(target)} goes on: [the run](${context.runUrl}).`;
    await comment(github, known.number, marker, `${marker}\n${says}\n`);
    await updateIssue(github, known.number, { state: "closed", state_reason: "completed" });
}

// EXTERNAL MODULE: ./lib/kit/release/standing/breaking-left.js
var breaking_left = __webpack_require__(86158);
;// CONCATENATED MODULE: ./lib/actions/rollback/span.js





/** @throws {UserError} PR471 or PR474 when `to` is no release that can be gone back to: nothing was changed. */
async function spanOf({ github, target, releases, at, to, again }, world) {
    const older = releases.slice(at + 1);
    const live = to === undefined ? await firstLive(older) : undefined;
    const end = live?.at ?? (await goalIn(releases, at, to ?? "", target));
    const between = older.slice(0, end);
    const met = to === undefined ? [] : await metAmong(between, github, target, again);
    // A schema stays, also that of a newer release which changed nothing else.
    const around = at === -1 ? [] : [...releases.slice(0, at), ...between];
    if (met.length > 0)
        world.log.info(`On the way back lie ${met.map(({ manifest }) => manifest.release).join(", ")}, too.`);
    return {
        unmet: await standingAmong(around, met),
        passed: met.map(({ manifest }) => manifest),
        changes: met.toReversed().flatMap(({ changes }) => changes),
        rooms: met.flatMap(({ all }) => all),
        noRollback: await (0,breaking_left/* breakingLeft */.B)(github, target, around.map(({ manifest }) => manifest)),
        former: older[end]?.manifest,
        watched: live?.watched === true ? older[end]?.id : undefined,
    };
}
/** The newest that is live, or behind the last where there is none; and whether its verdict is open. */
async function firstLive(releases) {
    for (const [at, one] of releases.entries()) {
        const standing = await one.standing();
        if (standing.state === "success")
            return { at, watched: (0,watched/* isWatched */.Df)(standing) };
    }
    return { at: releases.length, watched: false };
}
/** Where the release to go back to stands among the older ones. Only one that was live, and proven, is gone back to. */
async function goalIn(releases, at, to, target) {
    const goal = releases.findIndex(({ manifest }) => manifest.release === to);
    if (goal === -1)
        throw unknownRelease(to, target, releases);
    if (goal < at)
        throw notThere(to, "it is newer than what is live");
    const { state = "", description = "" } = (await releases[goal]?.standing()) ?? {};
    if (state !== "success")
        throw notThere(to, `the record says of it «${description || state}»`);
    return goal - at - 1;
}
/** Those whose functions or web users meet, or met. One that was rolled back, or stopped, has left nothing of them. */
async function metAmong(releases, github, target, again) {
    const met = [];
    for (const { manifest, standing } of releases) {
        if (!again && (await standing()).state === "inactive")
            continue;
        const all = await (0,record_history/* changesOf */.fs)(github, target, manifest.release);
        const changes = ownOf(all);
        if ((0,decision_decision/* activated */.cd)(changes.map(record_history/* begunOf */.ri)).length > 0)
            met.push({ manifest, changes, all });
    }
    return met;
}
/** Those that the record calls live, though their own way back has nothing to bring. */
async function standingAmong(releases, met) {
    const unmet = [];
    for (const { manifest, standing } of releases) {
        if (met.some((one) => one.manifest.release === manifest.release))
            continue;
        if ((await standing()).state === "success")
            unmet.push(manifest.release);
    }
    return unmet;
}
/** What a release has changed, its own way back apart. */
function ownOf(changes) {
    return changes.filter(({ receipt }) => receipt.phase !== "rollback");
}
function unknownRelease(release, target, releases) {
    return new user_error/* UserError */.yo("PR471", `The record of ${target} knows no release ${release}: ${namesOf(releases)}. Nothing was changed.`, "Name a release that it knows, or `last`.");
}
function namesOf(releases) {
    const names = releases.slice(0, 5).map(({ manifest }) => manifest.release);
    return names.length === 0 ? "it is empty" : `it knows ${names.join(", ")}`;
}
function notThere(to, why) {
    return new user_error/* UserError */.yo("PR474", `There is no way back to ${to}: ${why}. Nothing was changed.`, "Name an older release that was live and healthy, or `previous` for the one before the newest.");
}

;// CONCATENATED MODULE: ./lib/actions/rollback/learn.js








/**
 * Finds the release in the record. A record that does not answer holds no rollback up: then the providers are asked.
 * @throws {UserError} PR471 when the record knows nothing of it, PR472 when it is another target's.
 */
async function learn(inputs, world) {
    const target = inputs.target ?? "default";
    const to = inputs.to === "previous" ? undefined : inputs.to;
    for (const named of [inputs.release, to ?? ""])
        refuseOtherTarget(named, target);
    if (to !== undefined && inputs.githubToken === undefined)
        throw noRecord(to);
    if (inputs.githubToken === undefined) {
        world.log.notice("No github-token: what was changed is asked of the providers, and nothing is recorded.");
        return withoutRecord(inputs, target, undefined, world);
    }
    try {
        return await fromRecord(inputs, target, to, await world.github(inputs.githubToken), world);
    }
    catch (error) {
        // Which releases lie between is in the record alone.
        if (!(error instanceof user_error/* UserError */.yo) || to !== undefined || error.code.startsWith("PR47"))
            throw error;
        world.log.warn(`${error.message} What was changed is asked of the providers, and nothing is recorded.`);
        return withoutRecord(inputs, target, error.message, world);
    }
}
function withoutRecord({ needs, release: named }, target, unread, world) {
    const isOwn = needs !== undefined && named === "last";
    const release = isOwn ? ownId(target, world) : named;
    const unknown = {
        digests: {},
        changes: undefined,
        rooms: [],
        supersededBy: undefined,
        watchedBefore: undefined,
        formerCommit: undefined,
        wentBack: false,
        to: undefined,
        again: false,
        passed: [],
        unmet: [],
        wanted: [],
    };
    const { sha: commit } = world.context;
    return { ...unknown, github: undefined, target, release, commit, noRollback: undefined, unread };
}
/** As plan names the release of this run. */
function ownId(target, { context, clock }) {
    return (0,ids/* releaseId */.Bf)(target, clock.now(), context.sha, context.runId);
}
async function fromRecord(inputs, target, wanted, github, world) {
    const meant = await meantRelease(inputs, target, wanted, github, world);
    const { releases, release, to, again, at, recorded, own } = meant;
    const manifest = releases[at]?.manifest;
    const span = await spanOf({ github, target, releases, at, to, again }, world);
    // An order to yield to a release that then came to nothing does not bind a person.
    const superseder = inputs.needs === undefined ? superseded/* newerMet */.gT : superseded/* supersederOf */.cu;
    const isLive = to === release;
    return {
        github,
        target,
        release,
        // Oldest first, as far down as the way back leads.
        changes: isLive ? [] : [...span.changes, ...own],
        rooms: [...span.rooms, ...recorded].map(({ receipt }) => receipt),
        wentBack: own.length < recorded.length,
        commit: manifest?.commit ?? world.context.sha,
        unread: undefined,
        noRollback: isLive ? undefined : (manifest?.noRollback ?? span.noRollback),
        digests: manifest?.digests ?? {},
        supersededBy: await superseder(github, target, releases, release),
        formerCommit: span.former?.commit,
        watchedBefore: span.watched,
        to,
        again,
        passed: span.passed,
        unmet: span.unmet,
        wanted: to === undefined || isLive ? [] : ownOf(await (0,record_history/* changesOf */.fs)(github, target, to)),
    };
}
/** The release that is meant, its place among those of the record, and what it has changed. */
async function meantRelease(inputs, target, wanted, github, world) {
    const named = inputs.release === "last" ? undefined : inputs.release;
    const releases = await (0,record_history/* releasesOf */.w0)(github, target, wanted ?? named);
    const chosen = await choose(inputs, wanted, target, releases, github, world);
    const at = releases.findIndex(({ manifest }) => manifest.release === chosen.release);
    const recorded = await (0,record_history/* changesOf */.fs)(github, target, chosen.release);
    const own = ownOf(recorded);
    if (inputs.needs === undefined && at === -1 && own.length === 0) {
        throw unknownRelease(chosen.release, target, releases);
    }
    return { ...chosen, releases, at, recorded, own };
}
/**
 * Which release is meant, and how far back. A chain's rollback is about its own run's: where the id did not arrive,
 * another one's end is not decided by what this run's jobs say.
 */
async function choose({ release, needs, artifacts }, to, target, releases, github, { context, clock, root }) {
    if (release !== "last")
        return { release, to, again: false };
    if (needs === undefined)
        return await lastLive(github, target, to, releases);
    const own = releases.find(({ manifest }) => manifest.release.endsWith(`-${context.runId}`));
    if (own !== undefined)
        return { release: own.manifest.release, to, again: false };
    const folder = artifacts === undefined ? undefined : (0,external_node_path_.resolve)(root, artifacts);
    const planned = folder && (await plannedRelease(folder, { target, commit: context.sha }));
    return { release: planned ?? ownId(target, { context, clock }), to, again: false };
}
/**
 * The newest release that users meet: activated, and neither rolled back nor stopped. Where a newer one was rolled back
 * and nobody names what is wanted, that one is meant still: a second click goes no further than the first.
 */
async function lastLive(github, target, to, releases) {
    let wentBack;
    for (const { manifest, standing } of releases) {
        const { state, description } = await standing();
        if (state === "inactive" && description.startsWith("rolled back"))
            wentBack ??= manifest.release;
        if (state === "inactive")
            continue;
        const begun = ownOf(await (0,record_history/* changesOf */.fs)(github, target, manifest.release)).map(record_history/* begunOf */.ri);
        if ((0,decision_decision/* activated */.cd)(begun).length === 0)
            continue;
        return to === undefined && wentBack !== undefined
            ? { release: wentBack, to: manifest.release, again: true }
            : { release: manifest.release, to, again: false };
    }
    if (to === undefined && wentBack !== undefined)
        return { release: wentBack, to, again: true };
    throw new user_error/* UserError */.yo("PR471", `The record of ${target} has no release that is live: ${namesOf(releases)}. Nothing was changed.`, "Name the release by `release`; what this suite did not deploy, its host's own tools roll back.");
}
function noRecord(to) {
    return new user_error/* UserError */.yo("PR104", `\`to: ${to}\` needs \`github-token\`: which releases have come since is in the record alone. Nothing was changed.`, "Pass `github-token` with `deployments: write`, or go back by one release with `to: previous`.");
}
function refuseOtherTarget(release, target) {
    const named = /^(.+)-\d{8}-[0-9a-f]{12}-\d+$/.exec(release)?.[1];
    if (named === undefined || named === target)
        return;
    throw new user_error/* UserError */.yo("PR472", `${release} is a release of ${named}, not of ${target}. Nothing was changed.`, `Run it with \`target: ${named}\`, or name a release of ${target}.`);
}

// EXTERNAL MODULE: ./lib/kit/parts/functions/invoke.js
var invoke = __webpack_require__(50231);
;// CONCATENATED MODULE: ./lib/kit/release/record/forgiving-record.js

/** No receipt of the record has this id. */
const unwritten = -1;
/**
 * The record for a way back: a release that is not healthy does not wait for GitHub. What cannot be written is
 * said, and stays in the job's own files.
 */
function forgivingRecord(record, log) {
    const tried = async (work, otherwise) => {
        try {
            return await work();
        }
        catch (error) {
            if (!(error instanceof user_error/* UserError */.yo))
                throw error;
            log.warn(`${error.message} The way back goes on without the record.`);
            return otherwise;
        }
    };
    return {
        ...record,
        intend: (receipt) => tried(() => record.intend(receipt), unwritten),
        complete: async (id, receipt) => {
            if (id !== unwritten)
                await tried(() => record.complete(id, receipt), undefined);
        },
        receipts: (release, phase) => tried(() => record.receipts(release, phase), []),
    };
}

// EXTERNAL MODULE: ./lib/kit/release/record/journal.js
var journal = __webpack_require__(93061);
// EXTERNAL MODULE: ./lib/kit/release/record/keep-receipts.js
var keep_receipts = __webpack_require__(43719);
// EXTERNAL MODULE: ./lib/kit/release/record/local-record.js
var local_record = __webpack_require__(875);
;// CONCATENATED MODULE: ./lib/actions/rollback/open-journal.js








/** Without what the jobs of a chain say, a person has decided. */
function isByPerson({ needs }) {
    return needs === undefined;
}
/**
 * Under which name the target is held. In its own run the release holds it already; a person's rollback is a holder
 * of its own, so that it waits for the release's run to end, and two of them never run at once.
 */
function holderOf({ release }, byPerson, { context }) {
    return byPerson ? `rollback of ${release} in run ${context.runId}` : release;
}
/**
 * Takes the target for the way back, and opens its journal.
 * @throws {UserError} PR204 naming who holds the target: nothing was changed.
 */
async function takeTurn(known, byPerson, world) {
    const { github, target, commit } = known;
    const { context, temp } = world;
    if (github) {
        const { runId, runUrl } = context;
        const release = holderOf(known, byPerson, world);
        const lease = { schema: "prism-rollout/lease@1", release, runId, runUrl };
        await (0,standing_lease/* takeLease */._)(github, context, target, lease).catch((error) => {
            if (!(error instanceof user_error/* UserError */.yo) || error.code === "PR204")
                throw error;
            world.log.warn(`${error.message} The way back goes on without the lease.`);
        });
    }
    const folder = (0,external_node_path_.join)(temp, "prism-rollout", "rollback");
    const record = github
        ? forgivingRecord((0,record_record/* githubRecord */.BF)(github, target, commit), world.log)
        : (0,local_record/* localRecord */.z)(folder);
    const write = (0,keep_receipts/* receiptsFile */.s)((0,external_node_path_.join)(folder, "receipts.json"));
    return await (0,journal/* openJournal */._)(record, {
        release: known.release,
        phase: "rollback",
        attempt: context.attempt,
        approvedBy: byPerson && context.actor !== "" ? [context.actor] : [],
        log: world.log,
        onChange: async (receipts, changed) => {
            const said = await write(receipts, changed);
            if (Buffer.byteLength(said) <= 8192)
                world.emit({ receipt: said });
        },
    });
}

// EXTERNAL MODULE: ./lib/kit/providers/supabase/functions-api.js + 1 modules
var functions_api = __webpack_require__(57299);
// EXTERNAL MODULE: ./lib/kit/parts/functions/live/inspect-live.js
var inspect_live = __webpack_require__(7617);
// EXTERNAL MODULE: ./lib/kit/parts/functions/snapshot/snapshot.js
var snapshot_snapshot = __webpack_require__(20674);
// EXTERNAL MODULE: ./lib/kit/parts/functions/change/stage.js
var stage = __webpack_require__(27694);
// EXTERNAL MODULE: ./lib/kit/parts/functions/change/stage-changes.js
var stage_changes = __webpack_require__(99882);
// EXTERNAL MODULE: ./lib/kit/parts/functions/change/ask-again.js
var ask_again = __webpack_require__(23108);
// EXTERNAL MODULE: ./lib/kit/parts/functions/live/bundle-mark.js
var bundle_mark = __webpack_require__(2964);
// EXTERNAL MODULE: ./lib/kit/parts/functions/change/free-conflicts.js
var free_conflicts = __webpack_require__(30730);
// EXTERNAL MODULE: ./lib/kit/parts/functions/live/others.js
var live_others = __webpack_require__(1863);
// EXTERNAL MODULE: ./lib/kit/parts/functions/plan-functions.js + 7 modules
var plan_functions = __webpack_require__(15929);
// EXTERNAL MODULE: ./lib/kit/parts/functions/change/make-room.js
var make_room = __webpack_require__(91878);
;// CONCATENATED MODULE: ./lib/kit/parts/functions/change/restore-bundles.js







/**
 * Sends bundles back as they were: each is live at once, as it is the only call that takes one. Where an abandoned bundle
 * is in the way of one (ADR 4), that is live first.
 */
async function restoreBundles(slugs, restoring) {
    const { snapshot, live } = restoring;
    for (const slug of slugs) {
        const entry = (0,held_in/* heldIn */.$)(snapshot.functions, slug);
        const eszip = entry && (0,snapshot_snapshot/* eszipBefore */.Fd)(entry);
        if (entry?.was && eszip)
            await restoreOne(entry.was, eszip, live.functions.get(slug)?.listed, restoring);
    }
}
async function restoreOne({ listed: was, state }, eszip, live, { api, journal, world }) {
    const send = async (seen) => {
        try {
            await (0,ask_again/* restoreBundle */.bx)(api, was, eszip, seen);
            return undefined;
        }
        catch (error) {
            if (error instanceof user_error/* UserError */.yo && (0,stage/* isConflict */.dh)(error))
                return error;
            throw error;
        }
    };
    let refused = await send(live);
    if (refused === undefined)
        return;
    // It may be a deployment that is just being made, by hand or by another tool.
    await world.clock.sleep(stage/* conflictWait */.iV, world.signal);
    refused = await send(live);
    if (refused === undefined)
        return;
    world.log.warn(`${was.slug}: an earlier deployment left a bundle that was never activated. Supabase takes no other before it is, ` +
        "so it is live until the former one is sent.");
    // Which number it has is not told (ADR 4).
    const ways = live === undefined
        ? [(0,make_room/* abandonedAlone */.KR)(was)]
        : [(0,make_room/* abandonedBeside */.Pv)(live), (0,make_room/* abandonedBeside */.Pv)({ ...live, version: live.version + 1 })];
    for (const way of ways) {
        await (0,make_room/* makeRoom */.mk)(api, [{ ...way, wanted: (0,change_rooms/* roomFor */.N_)(state, was) }], { journal }, world);
        const seen = (await api.list()).find(({ slug }) => slug === was.slug);
        refused = await send(seen);
        if (refused === undefined)
            return;
    }
    throw refused;
}

// EXTERNAL MODULE: ./lib/kit/parts/functions/undo/undo-by-bundle.js
var undo_by_bundle = __webpack_require__(50871);
;// CONCATENATED MODULE: ./lib/kit/parts/functions/undo/switch-back.js












/**
 * Switches what is due, and reads back what came of it: wholly the old set or wholly the new one, or it is said which
 * function is what.
 */
async function putBack(slugs, undo) {
    const { api, snapshot, live, journal, world } = undo;
    const { ready, conflicts, fresh, byBundle, going, left, shown: listed } = await dueNow(slugs, undo);
    if (going.length === 0)
        return left;
    const pick = (state) => Object.fromEntries(going.map((slug) => [slug, (0,plan_functions/* json */.Pq)(state(slug))]));
    const before = pick((slug) => live.functions.get(slug)?.state ?? null);
    const intended = pick((slug) => (0,held_in/* heldIn */.$)(snapshot.functions, slug)?.was?.state ?? null);
    let refused;
    let shown;
    let built = [];
    const isBack = (slug, now) => isAsBefore(slug, now, snapshot, built);
    try {
        await journal.change("functions", { before, intended }, async () => {
            refused = await told(async () => {
                const freed = await (0,free_conflicts/* freeConflicts */.O)(api, conflicts, { journal }, world);
                built = [...ready, ...freed.ready];
                // What made room for itself is in no list that was asked for before.
                if (built.length > 0)
                    await (0,ask_again/* activateAll */.Xu)(api, built, conflicts.length === 0 ? listed : undefined);
                await restoreBundles(byBundle, undo);
                // Last: until then what is new has what it calls, and nobody misses it once the others are back (ADR 29).
                await (0,ask_again/* removeEach */.O0)(api, fresh, { shown: listed });
            });
            const after = await readAfter(going, undo, isBack, refused);
            shown = after;
            const back = going.filter((slug) => isBack(slug, after));
            if (refused !== undefined && back.length < going.length)
                throw refused;
            return pick((slug) => after.functions.get(slug)?.state ?? null);
        });
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.yo))
            throw error;
        refused ??= error;
    }
    // What was read after the activation is not read twice.
    return [...(await verified(going, undo, isBack, refused, shown)), ...left];
}
/**
 * What the platform shows after the switch. Where that went well, sources are asked for beside the list; what does not show
 * the former state by these is read once more, after the list.
 */
async function readAfter(going, { api, snapshot }, isBack, refused) {
    const ahead = going.filter((slug) => (0,held_in/* heldIn */.$)(snapshot.functions, slug)?.was !== null);
    if (refused !== undefined || ahead.length > inspect_live/* atOnce */.zd)
        return await (0,inspect_live/* inspectLive */.lc)(api, going);
    const live = await (0,inspect_live/* inspectLive */.lc)(api, going, { ahead });
    return going.every((slug) => isBack(slug, live)) ? live : await (0,inspect_live/* inspectLive */.lc)(api, going);
}
/** What is still due at the moment of switching: the web has gone back since it was judged, which takes its time. */
async function dueNow(slugs, undo) {
    const { api, snapshot, live, staged, world } = undo;
    const seen = slugs.map((slug) => ({ slug, live: live.functions.get(slug) }));
    const { others, shown } = await (0,live_others/* changedByOthers */.vh)(api, { changes: seen, removals: [] }, staged.ready);
    const isOurs = ({ slug }) => !others.includes(slug);
    const ready = staged.ready.filter(isOurs);
    (0,stage_changes/* leaveStaged */.yt)(staged.ready.filter((one) => !isOurs(one)), world);
    const conflicts = conflictsOf(undo).filter(({ change }) => isOurs(change));
    const fresh = slugs.filter((slug) => (0,held_in/* heldIn */.$)(snapshot.functions, slug)?.was === null && isOurs({ slug }));
    const byBundle = (0,undo_by_bundle/* onlyByBundle */.qL)(slugs, snapshot).filter((slug) => isOurs({ slug }));
    const built = [...ready, ...conflicts.map(({ bundle }) => bundle)].map(({ slug }) => slug);
    const going = [...fresh, ...byBundle, ...built];
    const failed = staged.failed.filter((one) => isOurs(one) && !going.includes(one.slug));
    const left = [...others.map(drifted), ...failed.map(({ slug, error }) => failure(slug, error))];
    return { ready, conflicts, fresh, byBundle, going, left, shown };
}
/** What the platform refuses, or does not say whether it has done. A bug is still thrown. */
async function told(work) {
    try {
        await work();
        return undefined;
    }
    catch (error) {
        if (error instanceof user_error/* UserError */.yo)
            return error;
        throw error;
    }
}
/** Also where its sources are not given: then by the bundle that was built of the former ones. */
function isAsBefore(slug, live, { functions }, built) {
    const entry = (0,held_in/* heldIn */.$)(functions, slug);
    const now = live.functions.get(slug);
    if (entry === undefined || (0,undo_by_bundle/* isWhatItWas */.$Q)(entry, now))
        return entry !== undefined;
    const own = built.find((one) => one.slug === slug);
    const bundle = own && (0,bundle_mark/* bundleMark */.i)(own);
    if (entry.was === null || bundle === undefined || now?.state.digest !== null)
        return false;
    return (0,undo_by_bundle/* isAs */.br)(now, { ...entry.was.state, bundle });
}
function drifted(slug) {
    const said = `${slug} was deployed by somebody else while the way back was prepared; it was left alone. Compare it, then deploy what should be live`;
    return { slug, outcome: "drift", said };
}
/** Former bundles in whose way an abandoned one is: of a release that was cut, or of a rollback that was. */
function conflictsOf({ bundles, staged, snapshot, live }) {
    const blocked = staged.failed.flatMap(({ slug, conflict }) => (conflict ? [slug] : []));
    return bundles.flatMap((bundle) => {
        const now = live.functions.get(bundle.slug);
        const was = (0,held_in/* heldIn */.$)(snapshot.functions, bundle.slug)?.was;
        if (!was || !blocked.includes(bundle.slug))
            return [];
        const change = { slug: bundle.slug, live: now };
        return [{ change, bundle, old: undefined, wanted: (0,change_rooms/* roomFor */.N_)(was.state, was.listed) }];
    });
}
/** Believes the platform's list, not its answer: neither a good one nor one that says that it failed. */
async function verified(slugs, { api, world }, isBack, refused, read) {
    let shown = read;
    const unread = await told(async () => {
        shown ??= await (0,inspect_live/* inspectLive */.lc)(api, slugs);
    });
    const live = shown;
    if (live === undefined)
        return slugs.map((slug) => switch_back_unknown(slug, refused ?? unread));
    const undone = slugs.map((slug) => {
        if (isBack(slug, live))
            return { slug, outcome: "reverted", said: `${slug} is what it was before the release` };
        if (refused !== undefined)
            return failure(slug, refused);
        const said = `${slug} was put back, but the platform does not show its former state. Deploy the former commit: supabase functions deploy ${slug}`;
        return { slug, outcome: "failed", said };
    });
    const back = undone.filter(({ outcome }) => outcome === "reverted").length;
    if (refused !== undefined)
        world.log.warn(`${refused.message} Read back, ${back} of ${slugs.length} functions are what they were.`);
    return undone;
}
function switch_back_unknown(slug, error) {
    const why = error === undefined ? "." : `: ${(0,user_error/* describe */.q0)(error)}`;
    const said = `whether ${slug} is back could not be read${why} Compare it, then run this rollback again`;
    return { slug, outcome: "failed", said };
}
function failure(slug, error) {
    const said = `${slug} could not be put back: ${(0,user_error/* sentence */.em)((0,user_error/* describe */.q0)(error))} By hand: supabase functions deploy ${slug}, from the former commit`;
    return { slug, outcome: "failed", said };
}

// EXTERNAL MODULE: ./lib/kit/parts/functions/change/upload.js
var change_upload = __webpack_require__(25587);
;// CONCATENATED MODULE: ./lib/kit/parts/functions/undo/undo-functions.js










/**
 * Puts functions back to what a snapshot holds, each by comparing first: live is what was before → already;
 * is what was deployed → reverted; is something else → drift, untouched. One that cannot be put back does not
 * hold the others. Safe to run twice. With `dryRun` nothing is changed, and `reverted` means «would be».
 * @throws {UserError} PR301 to PR307 when the platform cannot be read: nothing was changed then.
 */
async function undoFunctions(snapshot, inputs, journal, world, { dryRun = false } = {}) {
    if (dryRun)
        return await judgeUndo(snapshot, inputs, world);
    return await (await prepareUndo(snapshot, inputs, world)).switchBack(journal);
}
/** What would become of each function; nothing is changed. */
async function judgeUndo(snapshot, inputs, world) {
    return (await lookBeforeUndo(snapshot, inputs, world)).judged;
}
/**
 * Judges, unless that was done a moment ago, and builds what is due, so that switching is one call; nothing that is
 * served has changed by then. What somebody else deploys after the look is seen before the switch.
 */
async function prepareUndo(snapshot, inputs, world, looked) {
    const { api, live, judged } = await (looked ?? lookBeforeUndo(snapshot, inputs, world));
    const slugs = judged.flatMap(({ slug, outcome }) => (outcome === "reverted" ? [slug] : []));
    if (slugs.length === 0)
        return { judged, switchBack: async () => judged, leave: () => { } };
    const bundles = bundlesOf(slugs, snapshot, live, inputs);
    const staged = await (0,stage/* stageAll */.g9)(api, bundles, world);
    return {
        judged,
        switchBack: async (journal) => {
            const done = await putBack(slugs, { api, snapshot, live, bundles, staged, journal, world });
            return judged.map((one) => withRoom(done.find(({ slug }) => slug === one.slug) ?? one, one));
        },
        leave: () => (0,stage_changes/* leaveStaged */.yt)(staged.ready, world),
    };
}
/** What came of a function, with what was found of it: that neither of the two releases was live is said. */
function withRoom(came, found) {
    const isLeft = came !== found && came.outcome === "reverted" && found.said.endsWith(abandoned);
    return isLeft ? { ...came, said: `${came.said}; ${abandoned}` } : came;
}
/** Looks; nothing is changed. @throws {UserError} PR301 to PR307 when the platform cannot be read. */
async function lookBeforeUndo(snapshot, inputs, world) {
    const api = (0,functions_api/* functionsApi */.M)(world, inputs);
    const live = await (0,inspect_live/* inspectLive */.lc)(api, Object.keys(snapshot.functions));
    const judged = Object.entries(snapshot.functions).map(([slug, entry]) => undo_functions_judge(slug, entry, live, inputs));
    return { api, live, judged };
}
function undo_functions_judge(slug, entry, live, { deployed, rooms }) {
    const now = live.functions.get(slug)?.state ?? null;
    const before = entry.was?.state ?? null;
    if ((0,undo_by_bundle/* isWhatItWas */.$Q)(entry, live.functions.get(slug)))
        return { slug, outcome: "already", said: `${slug} is what it was` };
    const ours = [entry.becomes, ...(deployed?.get(slug) ?? [])];
    const isOurs = ours.some((state) => (0,undo_by_bundle/* isAs */.br)(live.functions.get(slug), state));
    const madeRoom = !isOurs &&
        ((0,change_rooms/* isRoom */.qn)(live.functions.get(slug), [...(entry.rooms ?? []), ...(rooms?.get(slug) ?? [])]) ||
            (0,change_rooms/* isRoomFor */.dS)(live.functions.get(slug), entry, deployed?.get(slug) ?? []));
    if (!isOurs && !madeRoom) {
        const unreadable = live.functions.get(slug)?.unreadable;
        if (unreadable !== undefined) {
            const said = `${slug} cannot be compared (${unreadable}); it was left alone. Deploy what should be live by hand`;
            return { slug, outcome: "drift", said };
        }
        const said = `${slug} is neither what it was nor what this release deployed; it was left alone. Compare it, then deploy what should be live`;
        return { slug, outcome: "drift", said };
    }
    if (before !== null && (0,snapshot_snapshot/* sourceBefore */.Tk)(entry) === undefined && (0,snapshot_snapshot/* eszipBefore */.Fd)(entry) === undefined) {
        const said = `${slug} cannot be put back, because its former sources could not be read. Deploy the former commit: supabase functions deploy ${slug}`;
        return { slug, outcome: "irreversible", said };
    }
    const said = `${slug} ${backOf(now, before)}`;
    return { slug, outcome: "reverted", said: madeRoom ? `${said}; ${abandoned}` : said };
}
const abandoned = "live was a bundle that an earlier deployment had left, and that had to be activated to make room";
function backOf(now, before) {
    if (before === null)
        return "was new, and is removed";
    return now === null ? "was removed, and is put back" : "is put back";
}
function bundlesOf(slugs, snapshot, live, inputs) {
    return slugs.flatMap((slug) => {
        const entry = (0,held_in/* heldIn */.$)(snapshot.functions, slug);
        const source = entry && (0,snapshot_snapshot/* sourceBefore */.Tk)(entry);
        const was = entry?.was ?? null;
        if (was === null || source === undefined)
            return [];
        const { verifyJwt } = was.state.settings;
        const upload = (0,change_upload/* uploadOf */.n)(slug, source, verifyJwt, inputs.functionsDirectory);
        return [{ slug, upload, liveVersion: live.functions.get(slug)?.listed.version ?? 0 }];
    });
}

// EXTERNAL MODULE: ./lib/kit/parts/cdn/prove-routes.js
var prove_routes = __webpack_require__(6214);
// EXTERNAL MODULE: ./lib/kit/parts/cdn/purge-and-verify.js + 1 modules
var purge_and_verify = __webpack_require__(23593);
;// CONCATENATED MODULE: ./lib/actions/rollback/purge-again.js




/** Once the web is back, its cache must forget the release: purged hard, and seen on every route. */
async function purgeAgain(part, journal, world) {
    if (part === undefined)
        return [];
    if ("problem" in part)
        return [problemRow("cdn", part.problem)];
    const { inputs, change } = part.ready;
    if (inputs.cdn === "none")
        return [];
    try {
        const proof = await world.log.group("The CDN forgets the release", () => purged(change, journal, () => {
            const wanted = { marker: change.to.marker, gone: change.from.marker, hard: true };
            return (0,purge_and_verify/* purgeAndVerify */.g)(inputs, wanted, world);
        }));
        return [purge_again_rowOf(proof, change, inputs)];
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.yo))
            throw error;
        return [{ ...problemRow("cdn", (0,user_error/* withFix */.Yt)(error)), manual: byHand(inputs) }];
    }
}
async function purged({ from, to }, journal, work) {
    const notSeen = new Error("not every route serves the former release");
    let proof;
    const states = { before: { marker: from.marker }, intended: { marker: to.marker } };
    try {
        await journal.change("cdn", states, async () => {
            proof = await work();
            if (!proof.verified)
                throw notSeen;
            return { id: proof.ids.at(-1) ?? null, marker: to.marker, purges: proof.purges };
        });
    }
    catch (error) {
        if (error !== notSeen)
            throw error;
    }
    if (proof === undefined)
        throw notSeen;
    return proof;
}
function purge_again_rowOf({ verified, routes, cdn, purges }, { to }, inputs) {
    const what = to.marker ?? "what the origin serves";
    const said = purges === 0
        ? "the origins do not serve the former site yet, so nothing was purged"
        : (0,prove_routes/* routesLine */.t)(routes, what, cdn);
    const row = { component: "cdn", name: "cdn", said };
    return verified ? { ...row, outcome: "reverted" } : { ...row, outcome: "failed", manual: byHand(inputs) };
}
function byHand({ cdn, zone, purgeNodes }) {
    const where = cdn === "http" ? `on every node (${purgeNodes.join(", ")})` : `at ${cdn}, ${zone ?? "(no zone)"}`;
    return `purge the paths of purge-cdn by hand ${where}, then run this rollback again`;
}

;// CONCATENATED MODULE: ./lib/actions/rollback/web-back.js




/** Looks, so that a receipt is written only where something is going to change. */
function web_back_lookAtWeb(part, world) {
    if (part === undefined || "problem" in part)
        return undefined;
    const { inputs, change, looking } = part.ready;
    return looking ?? undoWeb(inputs, change, world, { dryRun: true });
}
async function webBack(part, looking, journal, world) {
    if (part === undefined)
        return [];
    if ("problem" in part)
        return [problemRow("web", part.problem)];
    const { inputs, change } = part.ready;
    try {
        return await world.log.group("The web goes back", async () => {
            const look = await (looking ?? undoWeb(inputs, change, world, { dryRun: true }));
            if (look.outcome !== "reverted")
                return [web_back_rowOf(look.outcome === "already" ? await undoWeb(inputs, change, world) : look)];
            return [web_back_rowOf(await changed(change, journal, () => undoWeb(inputs, change, world)))];
        });
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.yo))
            throw error;
        return [problemRow("web", (0,user_error/* withFix */.Yt)(error))];
    }
}
/**
 * Lets new builds go live by themselves again, once all is back: until then a build of the very release that goes could.
 * That it stays off undoes nothing of what is back.
 */
async function unpinned({ web }, rows, journal, world) {
    const isDue = rows.some(({ component, next }) => component === "web" && next !== undefined);
    if (web === undefined || "problem" in web || !isDue || !rows.every(isBack))
        return rows;
    const host = (0,hosts/* openHost */.Z)(web.ready.inputs, world);
    let end;
    try {
        let came;
        await journal.change("web-pin", { before: { autoAssign: false }, intended: { autoAssign: true } }, async () => {
            came = await host.unpin();
            return { autoAssign: true };
        });
        end = { said: came ?? "Auto-assignment of domains was on already." };
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.yo))
            throw error;
        end = { said: "Auto-assignment of domains stays off.", next: (0,user_error/* withFix */.Yt)(error) };
    }
    return rows.map(({ next, ...row }) => {
        if (row.component !== "web")
            return next === undefined ? row : { ...row, next };
        return { ...row, ...end, said: `${row.said} ${end.said}` };
    });
}
/** The receipt is `done` only where the old site is served again. */
async function changed({ from, to }, journal, work) {
    const notBack = new Error("the former site is not served");
    let back;
    const states = { before: { ...from }, intended: { ...to } };
    try {
        await journal.change("web", states, async () => {
            back = await work();
            if (back.outcome !== "reverted" && back.outcome !== "already")
                throw notBack;
            return { id: to.deployment ?? to.marker, ...to };
        });
    }
    catch (error) {
        if (error !== notBack)
            throw error;
    }
    if (back === undefined)
        throw notBack;
    return back;
}
function web_back_rowOf({ outcome, said, manual, next }) {
    const common = { component: "web", name: "web", outcome, said };
    const row = next === undefined ? common : { ...common, next };
    if (outcome === "reverted" || outcome === "already")
        return row;
    return { ...row, manual: manual ?? "bring the former site back with the host's own tools" };
}

;// CONCATENATED MODULE: ./lib/actions/rollback/undo.js





/**
 * Web, then its cache, then functions. The functions are built while the web goes back, and switched only once
 * nobody meets the new web any more: it needs the new functions. Never throws for a component; a row says what
 * came of each.
 */
async function undo(parts, known, looking, journal, world) {
    const preparing = settle(prepareFunctions(parts, world));
    // Awaited below: until then a bug in it must not end the process while the web goes back.
    preparing.catch(() => undefined);
    const rows = [...(await webBack(parts.web, looking, journal, world))];
    if (rows.every(isBack))
        rows.push(...(await purgeAgain(parts.cdn, journal, world)));
    else if (parts.cdn !== undefined)
        rows.push(left("cdn", "the web is not back"));
    const prepared = await preparing;
    return [...rows, ...(await functionsBack(parts, known, rows, prepared, journal, world))];
}
async function prepareFunctions({ functions }, world) {
    if (functions === undefined || "problem" in functions)
        return undefined;
    const { inputs, snapshot, look } = functions.ready;
    return await prepareUndo(snapshot, inputs, world, look());
}
async function functionsBack({ functions }, known, before, prepared, journal, world) {
    if (functions === undefined)
        return [];
    if ("problem" in functions)
        return [problemRow("functions", functions.problem)];
    const { inputs, snapshot } = functions.ready;
    const rowsOf = functionRows(inputs, snapshot, known.formerCommit);
    if ("problem" in prepared)
        return [problemRow("functions", prepared.problem)];
    if (prepared.ready === undefined)
        return [];
    const { ready } = prepared;
    if (!before.every(isBack)) {
        ready.leave();
        return rowsOf(ready.judged).map(leftAlone);
    }
    const done = await settle(world.log.group("Functions go back", () => ready.switchBack(journal)));
    if ("problem" in done)
        return [problemRow("functions", done.problem)];
    return rowsOf(done.ready);
}
/** The new web needs the new functions. */
function leftAlone(row) {
    if (row.outcome !== "reverted")
        return row;
    const said = `${row.name} was left as it is: users may still meet the new web, which needs it`;
    return { ...row, outcome: "failed", said, manual: "run this rollback again once the web is back" };
}
function left(component, because) {
    return {
        component,
        name: component,
        outcome: "failed",
        said: `${component} was left as it is: ${because}`,
    };
}
/** What a component's own services refuse is its row; a bug is still thrown. */
async function settle(work) {
    try {
        return { ready: await work };
    }
    catch (error) {
        if (error instanceof user_error/* UserError */.yo)
            return { problem: (0,user_error/* withFix */.Yt)(error) };
        throw error;
    }
}

;// CONCATENATED MODULE: ./lib/actions/rollback/go-back.js







/** Takes the target, brings back what is due, and asks it whether it serves. */
async function goBack(inputs, parts, known, world) {
    // Overwritten at the end: where another release holds the target, nothing is undone.
    world.emit({ outcome: "held" });
    // Read while the target is being taken; each is compared once more before it is changed.
    const stop = new AbortController();
    const looking = startToLook(parts, { ...world, signal: AbortSignal.any([world.signal, stop.signal]) });
    const journal = await takeTurn(known, isByPerson(inputs), world).catch((error) => {
        stop.abort(error);
        throw error;
    });
    const undone = await undo(parts, known, looking, journal, world);
    const switched = [...undone, ...(await envBack(inputs, parts, known, undone, journal, world))];
    const reverted = extentOf(switched) === "complete" ? world.clock.now() : null;
    const answered = await withAnswers(parts, switched, world);
    const rows = inputs.restoreAutoAssign ? await unpinned(parts, answered, journal, world) : answered;
    for (const { next } of rows)
        if (next !== undefined)
            world.log.warn(next);
    const isWell = extentOf(rows) !== "partial" && rows.every(({ ill = false }) => !ill);
    return { rows, reverted, isWell };
}
function startToLook({ web, functions }, world) {
    // Both are awaited where they are needed, and not at all where the target is another's.
    if (functions !== undefined && "ready" in functions)
        functions.ready.look().catch(() => undefined);
    const looking = web_back_lookAtWeb(web, world);
    looking?.catch(() => undefined);
    return looking;
}
/** Calls what went back for real. Which request proves the former code's health is not known; that it serves is. */
async function withAnswers({ functions }, rows, world) {
    if (functions === undefined || "problem" in functions)
        return rows;
    const { inputs, snapshot } = functions.ready;
    const answered = async (row) => {
        const isNew = (0,held_in/* heldIn */.$)(snapshot.functions, row.name)?.was === null;
        if (row.component !== "functions" || row.outcome !== "reverted" || isNew)
            return row;
        const { level, said } = await (0,invoke/* invoke */.l)(row.name, { ...inputs, healthRequest: {} }, world, 3);
        if (level === "untold")
            return { ...row, said: `${row.said}; ${said}` };
        if (level !== "failed")
            return row;
        return { ...row, said: `${row.said}, but it does not serve: ${said}`, ill: true };
    };
    return await Promise.all(rows.map(answered));
}

// EXTERNAL MODULE: ./lib/kit/parts/cdn/inputs.js + 3 modules
var cdn_inputs = __webpack_require__(17620);
// EXTERNAL MODULE: ./lib/kit/parts/functions/inputs.js + 1 modules
var functions_inputs = __webpack_require__(45984);
;// CONCATENATED MODULE: ./lib/kit/parts/web/recorded-change.js


/** The change that a release made to the web, by its receipts (oldest first); undefined where it made none. */
function recordedWebChange(receipts) {
    const [first, last] = [receipts[0], receipts.at(-1)];
    if (first === undefined || last === undefined)
        return undefined;
    return changeOf({ before: first.before, intended: last.intended });
}
/**
 * The same of several releases: the newest of them may have been cut before its site went live, so the site that goes
 * is the one among theirs that the host serves now.
 */
async function webChangeOfSeveral(receipts, inputs, world) {
    const change = recordedWebChange(receipts);
    if (change === undefined)
        return undefined;
    const { deployment, said } = await (0,hosts/* openHost */.Z)(inputs, world).inspect();
    const made = receipts.map((receipt) => changeOf(receipt).from);
    const live = made.findLast((one) => one.deployment === null ? one.marker === said.marker : one.deployment === deployment);
    return { ...change, from: live ?? change.from };
}
/**
 * The same without a record, from what the host keeps: every deployment of this suite says of which release it is
 * and what was live before it. Undefined where the live one is not of this release; `last` is whichever it is of.
 */
async function webChangeFromHost(inputs, release, world) {
    const host = (0,hosts/* openHost */.Z)(inputs, world);
    const live = await host.inspect();
    const { deployment, said } = live;
    if (deployment === null || said.release === null)
        return undefined;
    if (release !== "last" && said.release !== release)
        return undefined;
    const way = { from: deployment, to: said.previous };
    const looking = inputs.host === "command" ? undefined : host.goBack(way, { dryRun: true, live });
    // Awaited where the way back begins, if it does.
    looking?.catch(() => undefined);
    const before = said.previous === null ? null : (await host.said(said.previous)).marker;
    const change = {
        from: { deployment, marker: said.marker },
        to: { deployment: said.previous, marker: before },
    };
    return { change, release: said.release, looking };
}

// EXTERNAL MODULE: ./lib/kit/parts/functions/snapshot/find-snapshots.js
var find_snapshots = __webpack_require__(86929);
// EXTERNAL MODULE: ./lib/kit/parts/functions/imports/import-map.js
var import_map = __webpack_require__(62950);
// EXTERNAL MODULE: ./lib/kit/parts/functions/imports/module-graph.js
var module_graph = __webpack_require__(37573);
// EXTERNAL MODULE: ./lib/kit/parts/functions/declared/source.js
var declared_source = __webpack_require__(17161);
// EXTERNAL MODULE: ./lib/kit/parts/functions/imports/static-files.js
var static_files = __webpack_require__(940);
;// CONCATENATED MODULE: ./lib/kit/parts/functions/declared/sources-at.js







/**
 * A function's sources in git. They are taken only where their digest is that of the state that was live: whatever else
 * a commit may have, bytes that were not live are no way back.
 */
function sourcesAt(at) {
    const read = readerOf(at);
    let tree;
    const staticsOf = async (slug) => {
        const named = ((0,held_in/* heldIn */.$)(at.staticFiles, slug) ?? []).map((pattern) => external_node_path_.posix.join(at.root, pattern));
        if (named.length === 0)
            return [];
        const paths = await (tree ??= at.files.paths());
        return paths.filter((path) => named.some((pattern) => (0,static_files/* patternFits */.p)(pattern, path)));
    };
    return async (slug, state) => {
        const missing = [];
        const asked = async ({ path, optional }) => {
            const file = await read(path);
            if ("bytes" in file)
                return file.bytes;
            if (!optional)
                missing.push(`${path.slice(1)}: ${file.unread}`);
            return undefined;
        };
        try {
            const folder = external_node_path_.posix.join("/", at.root, at.functionsDirectory, slug);
            const source = await sourceIn(folder, state, await staticsOf(slug), asked);
            if ((0,declared_source/* sourceDigest */.c9)(source.files) === state.digest)
                return { source };
        }
        catch (error) {
            if (!(error instanceof SyntaxError || error instanceof user_error/* UserError */.yo))
                throw error;
            missing.push((0,user_error/* describe */.q0)(error).replace(/[.\s]+$/, ""));
        }
        return { unread: missing[0] ?? "the sources there are not those that were live" };
    };
}
/** All that a function is made of, as far as it is there: its settings say where it begins. */
async function sourceIn(folder, { settings: { entrypoint, importMap } }, statics, asked) {
    const start = external_node_path_.posix.join(folder, entrypoint);
    const maps = importMap === null ? [] : await mapsAt(external_node_path_.posix.join(folder, importMap), asked);
    const kept = statics.map((path) => external_node_path_.posix.join("/", path));
    const graph = await (0,module_graph/* graphOf */.cQ)(start, { map: maps.at(-1)?.map, statics: kept }, asked);
    const apart = await Promise.all(kept.map((path) => alone(path, asked)));
    const all = [...maps.map(({ file }) => file), ...apart.flat(), ...graph];
    const files = new Map(all.map(({ path, content }) => [(0,declared_source/* relativeTo */.Mf)(start, path), content]));
    return { entrypoint, importMap, files: [...files].map(([path, content]) => ({ path, content })) };
}
async function alone(path, asked) {
    const content = await asked({ path, from: undefined, optional: false });
    return content === undefined ? [] : [{ path, content }];
}
/** The map, and where it says so the file that it takes its imports from. @throws {SyntaxError} where it is none. */
async function mapsAt(path, asked) {
    const [file] = await alone(path, asked);
    if (file === undefined)
        return [];
    const map = (0,import_map/* parseImportMap */.b)(new TextDecoder().decode(file.content), path);
    if (map.elsewhere === undefined)
        return [{ file, map }];
    const other = external_node_path_.posix.resolve(external_node_path_.posix.dirname(path), map.elsewhere);
    const [otherFile] = await alone(other, asked);
    if (otherFile === undefined)
        return [{ file, map }];
    const otherMap = (0,import_map/* parseImportMap */.b)(new TextDecoder().decode(otherFile.content), other);
    return [
        { file, map },
        { file: otherFile, map: otherMap },
    ];
}
function readerOf({ files }) {
    const read = new Map();
    return async (path) => {
        const known = read.get(path) ?? files.bytes(path.slice(1));
        read.set(path, known);
        return await known;
    };
}

// EXTERNAL MODULE: ./lib/kit/release/run/run-artifacts.js
var run_artifacts = __webpack_require__(48327);
;// CONCATENATED MODULE: ./lib/actions/rollback/former-sources.js








/**
 * What is to be undone, with the sources that were live: from the snapshots that are here, else from git at the commit
 * that was live before, as far as the checkout has it, else from the snapshots that the releases' runs have uploaded, else
 * from GitHub. All are the same bytes, by their digest; the next one is asked only for what the ones before it do not
 * have (ADR 34).
 */
async function formerSources(asked, known, world) {
    const { inputs, receipts, artifacts } = asked;
    const snapshotsIn = (folder) => (0,find_snapshots/* findSnapshots */.p)(folder, inputs.supabase, world.log);
    const given = artifacts === undefined ? [] : await snapshotsIn((0,external_node_path_.resolve)(world.root, artifacts));
    const none = { snapshot: (0,recorded_change/* changeToUndo */.MK)(inputs.supabase, receipts, given), said: {} };
    const here = lacks(none.snapshot) ? await fromGit(none, asked, await filesHere(known, world)) : none;
    if (!lacks(here.snapshot))
        return withSayings(here);
    const folder = (0,external_node_path_.join)(world.temp, "prism-rollout", "rollback-artifacts");
    await fetchUploaded(known, folder, world);
    const all = (0,recorded_change/* changeToUndo */.MK)(inputs.supabase, receipts, [...given, ...(await snapshotsIn(folder))]);
    const kept = withFound(all, here);
    return withSayings(lacks(kept.snapshot) ? await fromGit(kept, asked, filesAtGitHub(known)) : kept);
}
async function filesHere({ formerCommit: commit }, world) {
    const files = commit === undefined ? undefined : await checkoutFiles(world, commit);
    return files ?? { unread: "the checkout does not have the commit that was live before" };
}
function filesAtGitHub({ github, formerCommit: commit }) {
    return github === undefined || commit === undefined
        ? { unread: "the record does not tell which commit was live before" }
        : githubFiles(github, commit);
}
/** What was found here counts; what the checkout did not have is no last word. */
function withFound(snapshot, here) {
    const isFound = (slug) => {
        const found = (0,held_in/* heldIn */.$)(here.snapshot.functions, slug);
        return found !== undefined && !(0,recorded_change/* isLost */.JD)(found);
    };
    const functions = Object.entries(snapshot.functions).map(([slug, entry]) => [slug, (isFound(slug) && (0,held_in/* heldIn */.$)(here.snapshot.functions, slug)) || entry]);
    const said = Object.entries(here.said).filter(([slug]) => isFound(slug));
    return {
        snapshot: { ...snapshot, functions: Object.fromEntries(functions) },
        said: Object.fromEntries(said),
    };
}
/** What the runs of the releases themselves have uploaded, whoever asks for the rollback. */
async function fetchUploaded({ github, release, passed }, folder, world) {
    if (github === undefined)
        return;
    const runs = [release, ...passed.map((one) => one.release)].map(run_artifacts/* runOf */.n);
    for (const run of runs)
        if (run !== undefined)
            await (0,run_artifacts/* fetchSnapshots */.i)(github, run, folder, world.log);
}
async function fromGit({ snapshot, said: before }, { inputs, workingDirectory }, files) {
    const sources = "unread" in files
        ? async () => ({ unread: files.unread })
        : sourcesAt({ ...inputs, files, root: workingDirectory });
    const commit = "unread" in files ? "" : files.commit.slice(0, 12);
    const said = { ...before };
    const functions = {};
    for (const [slug, entry] of Object.entries(snapshot.functions)) {
        functions[slug] = entry;
        if (entry.was === null || !(0,recorded_change/* isLost */.JD)(entry))
            continue;
        const found = await sources(slug, entry.was.state);
        if ("source" in found)
            functions[slug] = (0,snapshot_snapshot/* withSource */.g5)(entry, found.source);
        said[slug] =
            "source" in found
                ? `its sources are those of git at ${commit}`
                : `no snapshot has its former sources; git: ${found.unread}`;
    }
    return { snapshot: { ...snapshot, functions }, said };
}
function withSayings({ snapshot, said }) {
    return { snapshot, former: saidOf(snapshot, (slug) => (0,held_in/* heldIn */.$)(said, slug)) };
}
function lacks({ functions }) {
    return Object.values(functions).some(recorded_change/* isLost */.JD);
}
/** Functions that were new have no sources to go back to. */
function saidOf({ functions }, said) {
    const known = Object.entries(functions).flatMap(([slug, entry]) => {
        const { was } = entry;
        if (was === null)
            return [];
        const bundle = (0,snapshot_snapshot/* eszipBefore */.Fd)(entry) === undefined ? undefined : "its bundle is that of the snapshot";
        const told = said(slug) ?? (was.source === null ? bundle : "its sources are those of the snapshot");
        return told === undefined ? [] : [[slug, told]];
    });
    return Object.fromEntries(known);
}

;// CONCATENATED MODULE: ./lib/actions/rollback/told-receipts.js




/**
 * Without a record, the receipts of a release that its jobs have told: those that they have uploaded, and those among their
 * outputs. An earlier attempt of this way back may be among them: it may have ended in the middle (ADR 49). What cannot
 * be read tells nothing.
 */
async function toldReceipts({ artifacts, needs }, { changes, release }, { root, log }) {
    if (changes !== undefined)
        return [];
    const uploaded = artifacts === undefined ? [] : await told_receipts_receiptsIn((0,external_node_path_.resolve)(root, artifacts));
    const jobs = Object.values(readNeeds(needs ?? "") ?? {});
    const said = jobs.flatMap(({ outputs }) => receiptsOf(`[${outputs["receipt"] ?? ""}]`));
    return [...uploaded, ...said].filter((one) => {
        const other = (0,formats/* ofOtherMajor */.Vn)("receipt", one, "A receipt among artifacts and outputs");
        if (other !== undefined)
            log.warn(`${other.message} It is left out.`);
        return other === undefined && one.release === release;
    });
}
async function told_receipts_receiptsIn(folder) {
    const files = await (0,promises_.readdir)(folder, { recursive: true, encoding: "utf8" }).catch(() => []);
    const named = files.filter((file) => (0,external_node_path_.basename)(file) === "receipts.json").sort();
    const texts = await Promise.all(named.map((file) => (0,promises_.readFile)((0,external_node_path_.join)(folder, file), "utf8").catch(() => "")));
    return texts.flatMap(receiptsOf);
}
function receiptsOf(text) {
    try {
        const json = JSON.parse(text);
        const isObject = (one) => typeof one === "object" && one !== null;
        return Array.isArray(json) ? json.filter((one) => isObject(one)) : [];
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./lib/actions/rollback/wanted.js




/**
 * A release that is named is wanted as it was. Where somebody else had deployed before the next release came, that one's
 * receipts lead back to something else, and nobody guesses which of the two is meant.
 * @throws {UserError} PR474
 */
function refuseOtherWeb({ to, wanted }, former) {
    const made = wanted.findLast(({ receipt }) => receipt.component === "web");
    if (to === undefined || made === undefined)
        return;
    const { deployment, marker } = changeOf(made.receipt).from;
    if (deployment === null ? marker === former.marker : deployment === former.deployment)
        return;
    throw replaced(to, "the web", deployment === null ? `site ${marker ?? ""}` : `deployment ${deployment}`);
}
/** @throws {UserError} PR474 */
function refuseOtherFunctions({ to, wanted }, receipts) {
    const own = wanted.filter(({ receipt }) => receipt.component === "functions");
    if (to === undefined || own.length === 0)
        return;
    const made = Object.assign({}, ...own.map(({ receipt }) => (0,recorded_change/* statesOf */.kY)(receipt.intended)));
    const former = Object.assign({}, ...receipts.map(({ before }) => (0,recorded_change/* statesOf */.kY)(before)).toReversed());
    const other = Object.keys(made).filter((slug) => Object.hasOwn(former, slug) && !(0,declared_source/* sameState */.yY)(made[slug] ?? null, former[slug] ?? null));
    if (other.length > 0)
        throw replaced(to, other.join(", "), "supabase functions deploy");
}
function replaced(to, what, manual) {
    return new user_error/* UserError */.yo("PR474", `${what} was not what ${to} had made of it any more when the next release came: somebody else had deployed. Nothing of it was touched.`, `Bring back by hand what should be live (${manual}), or go back by one release with \`to: previous\`.`);
}

// EXTERNAL MODULE: ./lib/kit/ports/once.js
var once = __webpack_require__(6918);
;// CONCATENATED MODULE: ./lib/actions/rollback/parts.js













/** Collects inputs and changes. Nothing is thrown for one component that another does not need. */
async function findParts(inputs, known, world) {
    const told = await toldReceipts(inputs, known, world);
    const [web, functions] = await Promise.all([
        attempt(() => webPart(known, told, world)),
        attempt(() => functionsPart(inputs, known, told, world)),
    ]);
    const change = web !== undefined && "ready" in web ? web.ready.change : undefined;
    const cdn = change && world.sections.includes("purge-cdn")
        ? await attempt(async () => ({ inputs: world.section("purge-cdn", cdn_inputs/* cdnInputs */.t), change }))
        : undefined;
    const isBegun = told.some(({ phase }) => phase === "rollback");
    return {
        wentBack: isBegun || (web !== undefined && "ready" in web && web.ready.wentBack === true),
        ...(web && "ready" in web ? { release: web.ready.release } : {}),
        ...(web ? { web } : {}),
        ...(cdn ? { cdn } : {}),
        ...(functions ? { functions } : {}),
    };
}
async function attempt(work) {
    try {
        const ready = await work();
        return ready === undefined ? undefined : { ready };
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.yo))
            throw error;
        return { problem: (0,user_error/* withFix */.Yt)(error) };
    }
}
async function webPart(known, told, world) {
    const { changes, release, passed } = known;
    const receipts = changes && parts_receiptsOf(changes, "web");
    const change = receipts && recordedWebChange(receipts);
    if (changes !== undefined && change === undefined)
        return undefined;
    if (change === undefined && !world.sections.includes("deploy-web"))
        return undefined;
    refuseAbsent(world, "deploy-web");
    const inputs = world.section("deploy-web", web_inputs/* webInputs */.m);
    if (receipts !== undefined && change !== undefined) {
        refuseOtherWeb(known, change.to);
        const several = passed.length > 0 ? await webChangeOfSeveral(receipts, inputs, world) : undefined;
        return { inputs, change: several ?? change, release };
    }
    const found = await webChangeFromHost(inputs, release, world);
    if (found !== undefined)
        return { inputs, ...found };
    // Where an earlier attempt has brought it back, and has ended before its cache was purged, only the jobs tell of it.
    const own = told.filter(({ component, phase }) => component === "web" && phase !== "rollback");
    const made = recordedWebChange(own);
    if (made === undefined)
        return undefined;
    const look = await undoWeb(inputs, made, world, { dryRun: true });
    const wentBack = look.outcome === "already" && own.at(-1)?.state === "done";
    return { inputs, change: made, release, looking: Promise.resolve(look), wentBack };
}
async function functionsPart({ artifacts, workingDirectory }, known, told, world) {
    const { changes } = known;
    const receipts = changes === undefined ? [] : parts_receiptsOf(changes, "functions");
    if (changes !== undefined && receipts.length === 0)
        return undefined;
    if (changes === undefined && !world.sections.includes("deploy-functions"))
        return undefined;
    refuseAbsent(world, "deploy-functions");
    const declared = world.section("deploy-functions", functions_inputs/* functionsInputs */.l);
    const rooms = (0,change_rooms/* roomsIn */.C6)([...known.rooms, ...told]);
    const several = known.passed.length === 0 ? {} : { deployed: (0,recorded_change/* everDeployed */.P2)(receipts) };
    const inputs = { ...declared, rooms, ...several };
    refuseOtherFunctions(known, receipts);
    const { snapshot, former } = await formerSources({ inputs, receipts, artifacts, workingDirectory }, known, world);
    if (Object.keys(snapshot.functions).length > 0) {
        const look = (0,once/* once */.O)(() => lookBeforeUndo(snapshot, inputs, world));
        // Without a record, whether they are new tells what the release has done: they are asked while the host is.
        if (changes === undefined)
            look().catch(() => undefined);
        return { inputs: { ...inputs, former }, snapshot, look };
    }
    if (receipts.length === 0)
        return undefined;
    const fix = "Deploy the functions of the former commit by hand.";
    throw new user_error/* UserError */.yo("PR471", "The receipts of the functions do not say what was live before.", fix);
}
function parts_receiptsOf(changes, component) {
    return changes.flatMap(({ receipt }) => (receipt.component === component ? [receipt] : []));
}
function refuseAbsent({ sections }, section) {
    if (sections.includes(section))
        return;
    throw new user_error/* UserError */.yo("PR471", `The release has changed what ${section} deploys, but rollout.yml has no section ${section}.`, "Run the rollback on a commit whose rollout.yml still has it.");
}

;// CONCATENATED MODULE: ./lib/actions/rollback/refuse.js

/** @throws {UserError} PR102 when nobody says why. */
function refuseWithoutReason(inputs) {
    if (inputs.needs !== undefined || inputs.dryRun || inputs.reason !== undefined)
        return;
    throw new user_error/* UserError */.yo("PR102", "with: reason: required where `needs` is not given: the record says why a person rolled back. Nothing was changed.", "Pass `reason: <why>`; in a workflow's chain pass `needs: ${{ toJSON(needs) }}` instead.");
}
/** @throws {UserError} PR102 for `to` in a chain: its rollback brings back what was live before its own release. */
function refuseForChain({ to, needs }) {
    if (to === undefined || needs === undefined)
        return;
    throw new user_error/* UserError */.yo("PR102", "with: to: is for a person who rolls back; beside `needs` it says nothing. Nothing was changed.", "Leave out `to` in a workflow's chain, or `needs` where a person has started the run.");
}
/** @throws {UserError} PR473 naming the migration that no rollback passes. */
function refuseBreaking({ noRollback, changes, release, to }) {
    if (noRollback === undefined || changes?.length === 0)
        return;
    throw new user_error/* UserError */.yo("PR473", `${release} cannot be rolled back${to === undefined ? "" : ` to ${to}`}, because ${noRollback}: the code before it does not work on that schema. Nothing was changed.`, "Mend it on top: release a commit that works on the schema as it is now. The data that a migration took comes back from a backup alone.");
}
/**
 * A chain's rollback goes back without the record, too: what it would leave live is known to be broken. A person can wait.
 * @throws {UserError} PR475 where neither record nor plan says what the migrations break.
 */
function refuseBlindly({ unread, release }) {
    if (unread === undefined)
        return;
    const which = release === "last" ? "the newest release" : release;
    throw new user_error/* UserError */.yo("PR475", `Whether the code before ${which} works on the schema as it is now is not known: the record could not be read (${unread}), and no plan of it is among the artifacts. Nothing was changed.`, "Run it again once GitHub answers; or download the plan of the release (artifact `rollout-plan-<target>`) into the folder of `artifacts`; or, if you know that no migration breaks that code, leave out `github-token`: then no record is asked.");
}

;// CONCATENATED MODULE: ./lib/actions/rollback/stays.js
/** What a rollback does not touch, a line each: the database first, with the name of the point that a person could restore. */
function stays({ changes }) {
    const migrations = (changes ?? []).filter(({ receipt }) => receipt.phase === "migrate");
    const versions = migrations.map(({ receipt }) => receipt.component);
    const points = [...new Set(migrations.flatMap(({ receipt }) => pointIn(receipt.before)))];
    const schema = versions.length === 0 ? "" : ` (${versions.join(", ")} applied)`;
    return [
        `The schema${schema}: it never goes back by itself, and the former code works on it.`,
        ...points.map((point) => `Restore point ${point} is from before its migrations. Going back to it stops the project and loses what was written since: a person does that, in the dashboard under Database > Backups.`),
        ...(versions.length > 0 && points.length === 0
            ? ["No restore point was made (`restore-point` of migrate): a backup is all that the database has."]
            : []),
        "What users have written meanwhile, mails and webhooks that were sent, events that were counted.",
        "Secrets, and the host's variables that no `required-env` names.",
    ].join("\n");
}
function pointIn(before) {
    const { restorePoint } = (before ?? {});
    return typeof restorePoint === "string" ? [restorePoint] : [];
}

;// CONCATENATED MODULE: ./lib/actions/rollback/times.js

const names = ["detected", "decided", "reverted", "verified"];
/** When the phase ended that the decision is about, by GitHub's clock; else when this action began. */
function detectedAt({ run, decision: { phase } }, began) {
    const over = run === undefined || phase === undefined ? undefined : overAt(phase, run);
    // Of two clocks one is always ahead.
    return Math.min(began, over ?? began);
}
function momentsOf(times) {
    let before = null;
    return names.map((moment) => {
        const at = times[moment];
        const after = at === null || before === null ? null : at - before;
        before = at ?? before;
        return { moment, at: at === null ? null : new Date(at).toISOString(), after };
    });
}
/** «detected 10:00:00, decided 2.1 s later, reverted …» for a line of evidence. */
function momentsLine(moments) {
    return moments
        .map(({ moment, at, after }) => {
        if (at === null)
            return `not ${moment}`;
        return after === null ? `${moment} ${at}` : `${moment} ${seconds(after)} later`;
    })
        .join(", ");
}
function momentsTable(moments) {
    const rows = moments.map(({ moment, at, after }) => [
        moment,
        at ?? "never",
        after === null ? "" : seconds(after),
    ]);
    return { title: "Time line", columns: ["moment", "when (UTC)", "after the one before"], rows };
}
function seconds(ms) {
    return `${(ms / 1000).toFixed(1)} s`;
}

;// CONCATENATED MODULE: ./lib/actions/rollback/report-rollback.js




/** Held and partly rolled back are for a person: the job fails so that somebody comes. */
const verdicts = {
    released: "pass",
    watching: "pass",
    stopped: "pass",
    "rolled-back": "pass",
    held: "inconclusive",
    "partly-rolled-back": "fail",
};
const heads = {
    released: "Released",
    watching: "Watching",
    held: "Held",
    "rolled-back": "Rolled back",
    "partly-rolled-back": "Partly rolled back",
    stopped: "Stopped",
};
/** How the release ended, why, and what a person does now. */
function reportEnd(ended, { halted, problems }, kept) {
    const { outcome, end, rows, known, moments, returned } = ended;
    return {
        verdict: verdictOf(ended),
        reason: `${heads[outcome]}: ${[reasonOf(ended), ...doubtsOf(ended)].join("; ")}.`,
        next: nextOf(ended),
        evidence: [
            ...backLines(ended),
            ...(returned?.evidence ?? []),
            ...(end.tried ? triedLines(end.tried) : []),
            ...(halted === undefined ? [] : [haltLine(known, halted)]),
            ...kept,
            ...problems.map((problem) => `not recorded: ${problem}`),
        ],
        tables: [
            ...(rows.length > 0 ? [table("What went back", rows)] : report_rollback_tried(end.tried)),
            ...(returned?.tables ?? []),
            ...(moments === undefined ? [] : [momentsTable(moments)]),
        ],
        folded: rows.length > 0 ? [{ title: "Not rolled back", text: stays(known) }] : [],
    };
}
function verdictOf({ outcome, rows, returned }) {
    if (rows.some(({ ill = false }) => ill) || returned?.outcome === "failed")
        return "fail";
    return returned?.outcome === "unknown" ? "inconclusive" : verdicts[outcome];
}
/** What is back, and yet not as it should be. */
function doubtsOf({ rows, returned }) {
    const ill = rows.flatMap(({ name, ill: isIll = false }) => (isIll ? [`${name} does not serve`] : []));
    if (returned?.outcome === "failed")
        return [...ill, `a suite fails on what is back: ${returned.reason}`];
    if (returned?.outcome === "unknown")
        return [...ill, `no suite could be run on it: ${returned.reason}`];
    return ill;
}
function reasonOf({ end, goesOn }) {
    return goesOn === undefined
        ? end.decision.because
        : `this slice is done, and the release goes on with ${goesOn}`;
}
function nextOf({ outcome, known, rows, end, goesOn }) {
    if (goesOn !== undefined)
        return `Run again with from-phase: ${goesOn}.`;
    if (outcome === "released" || outcome === "stopped")
        return "Nothing to do.";
    if (outcome === "watching")
        return `The release stays live, and the next run of the watch caller (watch.yml) looks again. To end it now: run that one by hand with \`on-inconclusive\`, or the rollback caller with a reason.`;
    if (end.decision.unproven === true)
        return `${known.release} is live, and nobody looks at it any more; the target takes other releases. Roll it back with \`reason\` if it is not well, or leave it.`;
    const { supersededBy } = known;
    if (outcome === "held" && supersededBy !== undefined)
        return `Look at ${supersededBy}: it has planned on top of what this release has left.`;
    const goOn = `\`git revert ${known.commit.slice(0, 12)}\`; or mend it on top and run this action with \`resume: <why>\``;
    const means = rows.flatMap(({ next }) => next ?? []);
    if (outcome === "rolled-back")
        return [`${goOn}.`, ...means].join(" ");
    if (outcome === "partly-rolled-back") {
        const commands = [...new Set(rows.flatMap(({ manual }) => manual ?? []))];
        const more = commands.length > 3 ? `; and ${commands.length - 3} more in the table` : "";
        const told = commands.slice(0, 3).map((command) => `\`${command}\``);
        const again = `By hand: ${told.join("; ")}${more}. Then run this rollback again: it is safe to run twice.`;
        return [again, ...means].join(" ");
    }
    return end.decision.components.length === 0
        ? `Nothing that users meet was changed. Look into it, then ${goOn}.`
        : `${known.release} is live as far as it came. Run this action with \`reason\` to roll it back, or: ${goOn}.`;
}
function backLines({ rows, moments, known }) {
    if (moments === undefined)
        return [];
    const back = rows.filter(isBack).length;
    const how = { complete: "", partial: "", nothing: ", all of them before this began" }[extentOf(rows)];
    return [
        `${back} of ${rows.length} components are back${how}`,
        momentsLine(moments),
        ...(rows.length > 0 ? [sourceLine(known)] : []),
    ];
}
/** By whom it is known what was live before. */
function sourceLine({ changes }) {
    if (changes === undefined)
        return "what was live before is known without the record: the web by the host's own deployments, functions by the snapshot among the artifacts";
    const back = changes.filter(({ receipt }) => decision_decision/* componentsBack */.Am.includes(receipt.component));
    return `what was live before is known by ${back.length} receipts of the record`;
}
/** What is not in the record keeps nobody out. */
function haltLine({ target, commit }, halted) {
    const releases = `every release with ${commit.slice(0, 12)}`;
    return halted
        ? `${target} is halted for ${releases}`
        : `${target} is not halted, since that could not be recorded: keep ${releases} out by hand`;
}
function triedLines({ rows }) {
    return [`${rows.filter(isBack).length} of ${rows.length} components could go back now`];
}
/** Each component with what it would go back to, whether that can still be had, and why. */
function report_rollback_tried(readiness) {
    if (readiness === undefined || readiness.rows.length === 0)
        return [];
    const columns = ["component", "target", "possible", "why", "by hand"];
    const rows = readiness.rows.map((row) => [
        row.name,
        row.target ?? "",
        possible(row),
        row.said,
        row.manual ?? "",
    ]);
    return [{ title: "What going back would come to", columns, rows }];
}
function possible({ outcome }) {
    if (outcome === "reverted")
        return "yes";
    return outcome === "already" ? "already there" : `no (${outcome})`;
}
function table(title, rows) {
    const columns = ["component", "outcome", "what", "by hand"];
    return { title, columns, rows: rows.map((row) => [row.name, row.outcome, row.said, row.manual ?? ""]) };
}
/** What a dry run found; `held` is why a rollback would touch nothing, whatever can be had. */
function reportDryRun(known, readiness, held) {
    const { release } = known;
    const { rows } = readiness;
    const notReady = held ?? readiness.notReady;
    const evidence = [...triedLines(readiness), ...(rows.length > 0 ? [sourceLine(known)] : [])];
    const common = { evidence, tables: report_rollback_tried(readiness) };
    if (notReady === undefined) {
        const how = extentOf(rows) === "nothing" ? "is rolled back already" : "could be rolled back now";
        const reason = rows.length === 0 ? `${release} has nothing to bring back.` : `${release} ${how}.`;
        return { verdict: "pass", reason, next: "Nothing to do.", ...common };
    }
    const reason = `${release} could not be rolled back now: ${notReady}.`;
    return {
        verdict: "fail",
        reason,
        next: held === undefined
            ? "Mend what the table names; nothing was changed."
            : "Name another release, or `to`; nothing was changed.",
        ...common,
    };
}
/** Who let releases through again. */
function reportResumed(target, lifted, actor, reason) {
    const of = `${lifted.length} of ${lifted.length} halts of ${target} are lifted`;
    return {
        verdict: "pass",
        reason: lifted.length === 0 ? `${target} was not halted.` : `${actor} has resumed ${target}: ${reason}.`,
        next: "Nothing to do.",
        evidence: [of, ...lifted.map((halt) => `${halt.release} had ended because ${halt.reason}`)],
    };
}

// EXTERNAL MODULE: ./lib/kit/notify/notification.js
var notification = __webpack_require__(89873);
// EXTERNAL MODULE: ./lib/kit/notify/send.js + 1 modules
var send = __webpack_require__(21183);
;// CONCATENATED MODULE: ./lib/actions/rollback/tell.js



const words = {
    released: "released",
    watching: "live, and still watched",
    held: "held: a person decides",
    "rolled-back": "rolled back",
    "partly-rolled-back": "only partly rolled back: a person must finish it",
    stopped: "stopped; nothing was changed",
};
/** Tells how the release ended; a slice that is done waits for a person who starts the next one. */
async function tellEnd(inputs, { known, outcome, goesOn }, { reason, next }, world) {
    const { target, release } = known;
    const kind = goesOn === undefined ? outcome : "gate-waiting";
    const what = goesOn === undefined ? words[outcome] : `waits for a run that goes on with ${goesOn}`;
    await (0,send/* quietly */.gd)(world, async () => {
        const told = (0,notification/* notificationOf */.t)({ kind, target, release, what, reason, next }, world.context);
        await (0,send/* send */.tN)(inputs, told, world, { secrets: secretsOf(inputs) });
    });
}

;// CONCATENATED MODULE: ./lib/actions/rollback/rollback.js





















/** Learn what the release changed, decide how it ends, bring back what is due, close the record. */
async function rollback(inputs, world) {
    if (inputs.resume !== undefined)
        return await resumeTarget(inputs, inputs.resume, world);
    const began = world.clock.now();
    refuseWithoutReason(inputs);
    refuseForChain(inputs);
    const watch = inputs.watch ? await beginWatch(inputs, world) : undefined;
    if (watch && "nothing" in watch)
        return { outputs: { release: inputs.release }, report: watch.nothing };
    const learned = await learn(inputs, world);
    const parts = await findParts(inputs, learned, world);
    const known = await withPlan(inputs, { ...learned, release: parts.release ?? learned.release }, world);
    if (isByPerson(inputs)) {
        refuseBreaking(known);
        refuseBlindly(known);
    }
    if (inputs.dryRun) {
        const held = isByPerson(inputs) ? holdsPerson(known) : undefined;
        const report = reportDryRun(known, await dryRun(inputs, parts, known, world), held);
        return { outputs: { release: known.release }, report };
    }
    const end = await decideEnd(inputs, known, parts, world);
    world.log.info(`${end.decision.do}: ${end.decision.because}.`);
    const times = { detected: detectedAt(end, began), decided: world.clock.now() };
    return await carryOut(inputs, { known, parts, end, times, looks: watch?.looks ?? [] }, world);
}
/** Brings back what is due, closes the record, proves, keeps and tells how it ended. */
async function carryOut(inputs, { known, parts, end, times, looks }, world) {
    const back = end.decision.do === "roll-back" ? await goBack(inputs, parts, known, world) : undefined;
    const rows = back?.rows ?? [];
    const goesOn = end.decision.do === "none" ? (0,slice/* nextAfter */.On)(sliceOf(inputs)) : undefined;
    const outcome = goesOn === undefined ? outcomeOf(end, rows) : "watching";
    const closing = { known, outcome, rows, end, goesOn, looks };
    const finished = await rollback_close(inputs, closing, world);
    world.emit(outputsOf(closing));
    const endedWith = (returned) => ({
        ...closing,
        returned,
        moments: back && momentsOf(timesOf(times, back, returned, world)),
    });
    const isBackNow = outcome === "rolled-back";
    // Suites may take longer than this action may: what is known by now is kept before.
    if (isBackNow)
        await keepEvidence(inputs, endedWith(undefined), world);
    const ended = endedWith(isBackNow ? await world.log.group("Suites on what is back", () => checkReturned(world)) : undefined);
    const kept = await keepEvidence(inputs, ended, world);
    const report = reportEnd(ended, finished, kept);
    const outputs = outputsOf(ended);
    // Said before anybody is told: whoever is slow to listen changes nothing of how the release ended.
    world.emit(outputs);
    // Whoever was told that it is watched waits for the end of that.
    if (outcome !== "watching" || !inputs.watch)
        await tellEnd(inputs, ended, report, world);
    await keepIssue(inputs, ended, report.next, world);
    return { outputs, report };
}
function timesOf(times, { reverted, isWell }, returned, { clock }) {
    const isSeen = isWell && (returned?.outcome === "passed" || returned?.outcome === "unasked");
    return { ...times, reverted, verified: isSeen ? clock.now() : null };
}
function outcomeOf({ decision }, rows) {
    if (decision.do === "roll-back")
        return rows.every(isBack) ? "rolled-back" : "partly-rolled-back";
    return outcomes[decision.do];
}
const outcomes = { none: "released", watch: "watching", stop: "stopped", hold: "held" };
/**
 * A person's rollback that undid nothing says nothing of the release, nor does a look at one that was back before; a
 * slice leaves it open for the next one.
 */
async function rollback_close(inputs, ended, world) {
    const { known, end, outcome, goesOn, rows } = ended;
    const holder = holderOf(known, isByPerson(inputs), world);
    const isUndone = end.decision.do === "roll-back" && !(known.again && extentOf(rows) === "nothing");
    const isOpen = goesOn !== undefined || (isByPerson(inputs) && !isUndone) || isSaid(ended);
    return await finish(known, holder, isOpen ? undefined : outcome, end.decision, world);
}
/** A look that saw nothing new leaves the record as it is: there may be hundreds of them. */
function isSaid({ outcome, end, looks }) {
    const last = looks.at(-1)?.description;
    if (outcome !== "watching" || last === undefined)
        return false;
    return end.decision.unsaid === true || last === `watching: ${end.decision.because}`;
}
function outputsOf({ known, outcome, end, rows, moments, }) {
    const components = rows.map(({ name, outcome: came }) => ({ component: name, outcome: came }));
    return {
        outcome,
        because: end.decision.because,
        components: JSON.stringify(components),
        ...(moments === undefined ? {} : { extent: extentOf(rows), timeline: JSON.stringify(moments) }),
        release: known.release,
    };
}
function sliceOf({ slice }) {
    return slice.filter(phases/* isPhase */.AL);
}
async function resumeTarget({ target = "default", githubToken }, reason, world) {
    if (githubToken === undefined) {
        const fix = "Pass `github-token` with `deployments: write`.";
        throw new user_error/* UserError */.yo("PR104", "resume needs `github-token`: the halt is in the record.", fix);
    }
    const lifted = await (0,halt/* resume */.U)(await world.github(githubToken), target, world.context, reason);
    return { outputs: {}, report: reportResumed(target, lifted, world.context.actor, reason) };
}

// EXTERNAL MODULE: ./lib/actions/rollback/spec.js
var spec = __webpack_require__(86081);
;// CONCATENATED MODULE: ./lib/actions/rollback/main.js



/** Runs this action as a runner starts it. */
const main = (specs) => (0,run/* runAction */.C)(spec/* spec */.I, rollback, specs);


/***/ }),

/***/ 86081:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ spec)
/* harmony export */ });
/* harmony import */ var _kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(12800);
/* harmony import */ var _kit_providers_hosts_permissions_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(55921);
/* harmony import */ var _kit_providers_cdns_permissions_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(70846);
/* harmony import */ var _kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(36583);
/* harmony import */ var _kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67906);
/* harmony import */ var _kit_action_spec_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(35596);
/* harmony import */ var _kit_notify_inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83175);
/* harmony import */ var _kit_action_time_limit_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(43128);
/* harmony import */ var _kit_parts_checks_inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(47226);
/* harmony import */ var _kit_release_environments_names_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(43873);










const spec = (0,_kit_action_spec_js__WEBPACK_IMPORTED_MODULE_8__/* .defineAction */ .Q)({
    name: "rollback",
    title: "Rollback",
    description: "Decides how a release ends, and brings web, its cache and functions back to what was live before where that is due. Never the schema.",
    inputs: {
        ..._kit_action_shared_inputs_js__WEBPACK_IMPORTED_MODULE_3__/* .placeInputs */ .vb,
        "time-limit": (0,_kit_action_time_limit_js__WEBPACK_IMPORTED_MODULE_5__/* .timeLimit */ .z)("25m"),
        release: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)({
            description: "Id of the release that goes back; `last` is the newest one that is live, or was rolled back last.",
            default: "last",
        }),
        to: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)({
            description: "What a person wants back: `previous` (what was live before `release`), or the id of an earlier release, past all that came since.",
        })),
        needs: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)({
            description: "`toJSON(needs)` of the workflow: from it and the record is decided. Without it a person has decided to roll back.",
        })),
        reason: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)({ description: "Why a person rolls back. Needed where `needs` is not given." })),
        "dry-run": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .flag */ .Jt)({
            description: "Only prove that going back would work now; nothing is changed.",
            default: "false",
        }),
        resume: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)({
            description: "Why a halted target may go on. Nothing is rolled back; who and why is recorded.",
        })),
        watch: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .flag */ .Jt)({
            description: "A later look at `release`, whose verdict was left open: ends it by what `observe` says in `needs`, or leaves it open. Where another run holds the target, nothing is done.",
            default: "false",
        }),
        "watch-limit": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .duration */ .p0)({
            description: "With `watch`: how long after the first activation the verdict may stay open. Then a person decides: the release stays live, and nothing else is stopped.",
            default: "7d",
        }),
        "on-rejection": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .oneOf */ .yL)(["roll-back", "hold"], {
            description: "What a rejection within `rollback-window` comes to.",
            default: "roll-back",
        }),
        "on-cancel": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .oneOf */ .yL)(["roll-back", "hold"], {
            description: "What a cancellation within `rollback-window` comes to.",
            default: "roll-back",
        }),
        "rollback-window": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .duration */ .p0)({
            description: "How long after the first activation a rejection or a cancellation still undoes it.",
            default: "60m",
        }),
        "restore-auto-assign": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .flag */ .Jt)({
            description: "Let new builds go live by themselves again once all is back. A rollback at Vercel leaves that off.",
            default: "false",
        }),
        slice: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .list */ .p_)({
            description: "The phases of this run, from `plan`. A release whose slice ends early stays open.",
            default: "",
        }),
        artifacts: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .text */ .Qq)({
            description: "Folder with the downloaded artifacts of the release (plan, deploy-functions): from them functions go back.",
        })),
        ..._kit_release_environments_names_js__WEBPACK_IMPORTED_MODULE_7__/* .gateEnvironmentInputs */ .QM,
        ..._kit_notify_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .notifyInputs */ .v,
        issue: (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .flag */ .Jt)({
            description: "Open an issue when a release was rolled back, add to it when it happens again, and close it by the next release (`issues: write`).",
            default: "true",
        }),
        "github-token": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .secret */ .rJ)({
            description: "Token for record, lease and halt (`deployments: write`), jobs and approvals (`actions: read`).",
        })),
        "supabase-access-token": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .secret */ .rJ)({ description: "Supabase access token that may write functions." })),
        "host-token": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .secret */ .rJ)({ description: "Token of the web host that may roll back." })),
        "protection-bypass": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .secret */ .rJ)({ description: "Lets probes pass the host's deployment protection." })),
        "playwright-accounts": _kit_parts_checks_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .suiteInputs */ .G["playwright-accounts"],
        "cdn-token": (0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .optional */ .lq)((0,_kit_action_input_js__WEBPACK_IMPORTED_MODULE_2__/* .secret */ .rJ)({ description: "Token for the CDN that may purge." })),
    },
    permissions: [
        _kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .readsContents */ .Sc,
        ..._kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .recordPermissions */ .gF,
        (0,_kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .onGitHub */ .xr)({
            name: "issues: write",
            why: "the issue that a rollback opens, one a target",
            when: "`issue: true`",
            without: "said",
        }),
        (0,_kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .onSupabase */ .cI)({ name: "edge_functions_read", why: "what is live of the functions" }),
        (0,_kit_action_permission_js__WEBPACK_IMPORTED_MODULE_0__/* .onSupabase */ .cI)({ name: "edge_functions_write", why: "bringing functions back" }),
        ...(0,_kit_providers_hosts_permissions_js__WEBPACK_IMPORTED_MODULE_9__/* .hostPermissions */ .N)("write", "bringing the web back"),
        ..._kit_providers_cdns_permissions_js__WEBPACK_IMPORTED_MODULE_1__/* .cdnPermissions */ .C,
    ],
    outputs: {
        outcome: "released | watching | held | rolled-back | partly-rolled-back | stopped",
        because: "Why, in one sentence.",
        components: "JSON list of what came of each component: component, outcome.",
        extent: "complete: all of it is back; partial: something is left; nothing: all of it was back before. Empty where nothing was to go back.",
        timeline: "JSON list of `detected`, `decided`, `reverted`, `verified`: when (ISO 8601, UTC; null where it never came to it), and milliseconds after the one before.",
        release: "Id of the release.",
        receipt: "The last receipt, if it has at most 8 KiB.",
    },
});


/***/ }),

/***/ 6214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ proveRoutes),
/* harmony export */   t: () => (/* binding */ routesLine)
/* harmony export */ });
/* harmony import */ var _ask_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17300);

/** Asks every route through the CDN once. The body decides; the headers are evidence. */
async function proveRoutes(world, cdn, routes, wanted, pastOf) {
    return await Promise.all(routes.map(async (route) => {
        const seen = await (0,_ask_js__WEBPACK_IMPORTED_MODULE_0__/* .ask */ .kA)(world, route.origin + route.path, route.node);
        const { from, said } = cdn.says(seen.headers);
        const serves = await isWanted(world, route, seen, from, wanted, pastOf);
        const { marker } = seen;
        return { ...route, serves, marker, from, said: `${seen.said}${said === "" ? "" : ` (${said})`}` };
    }));
}
/**
 * A page with a marker is told by it. What carries none (a redirect, a manifest, an unmarked site) must be what the
 * origin gives at this moment; where the origin gives something else each time, it must not come from a copy.
 */
async function isWanted(world, { origin, path }, seen, from, wanted, pastOf) {
    if (seen.status === 0)
        return false;
    if (seen.marker !== null && wanted.marker !== null)
        return seen.marker === wanted.marker;
    const past = await (0,_ask_js__WEBPACK_IMPORTED_MODULE_0__/* .askPast */ .kI)(world, pastOf(origin), path);
    if ((0,_ask_js__WEBPACK_IMPORTED_MODULE_0__/* .isSame */ .Ft)(seen, past))
        return true;
    const fresh = from === "origin" || from === "uncached";
    return fresh && past.marker === seen.marker && past.status === seen.status;
}
/** «x of n routes serve <marker> through <cdn>» */
function routesLine(proofs, what, cdn) {
    const serving = proofs.filter((proof) => proof.serves).length;
    return `${serving} of ${proofs.length} routes serve ${what} through ${cdn}`;
}


/***/ }),

/***/ 23593:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  g: () => (/* binding */ purgeAndVerify)
});

// EXTERNAL MODULE: ./lib/kit/providers/cdns/cdns.js + 19 modules
var cdns = __webpack_require__(4524);
// EXTERNAL MODULE: ./lib/kit/parts/web/origins.js
var origins = __webpack_require__(98007);
// EXTERNAL MODULE: ./lib/kit/parts/web/served.js
var served = __webpack_require__(14171);
// EXTERNAL MODULE: ./lib/kit/parts/cdn/prove-routes.js
var prove_routes = __webpack_require__(6214);
// EXTERNAL MODULE: ./lib/kit/parts/web/probe-staged.js
var probe_staged = __webpack_require__(94321);
// EXTERNAL MODULE: ./lib/kit/parts/cdn/ask.js
var ask = __webpack_require__(17300);
// EXTERNAL MODULE: ./lib/kit/parts/cdn/routes.js
var cdn_routes = __webpack_require__(50511);
;// CONCATENATED MODULE: ./lib/kit/parts/cdn/prove-whole.js



/** Asks for what the old pages name; a page of each release and origin stands for all of its kind. */
async function proveWhole(world, routes) {
    const old = new Map(routes.filter(({ serves }) => !serves).map((route) => [kindOf(route), route]));
    const pages = await Promise.all([...old.values()].map(({ origin, path, node }) => (0,ask/* ask */.kA)(world, origin + path, node)));
    const named = [...old.values()].flatMap(({ origin, node }, index) => (0,probe_staged/* resourcesOf */.F)(pages[index]?.text ?? "", origin).map(({ url }) => ({ url, node })));
    const urls = [...new Map(named.map((one) => [`${one.url} ${one.node}`, one])).values()];
    const answers = await Promise.all(urls.map(async ({ url, node }) => ({
        text: node === undefined ? url : `${url} at ${node}`,
        answer: await (0,ask/* ask */.kA)(world, url, node),
    })));
    const missing = [
        ...[...old.values()].filter((_, index) => isBroken(pages[index]?.status)).map(cdn_routes/* routeText */.RI),
        ...answers.filter(({ answer }) => !isResource(answer)).map(({ text }) => text),
    ];
    return {
        asked: old.size + answers.length,
        answered: old.size + answers.length - missing.length,
        missing: missing[0],
    };
}
function kindOf({ origin, node, marker }) {
    return [origin, node, marker].join(" ");
}
function isBroken(status = 0) {
    return status === 0 || status >= 400;
}
function isResource({ status, headers }) {
    return status === 200 && /javascript|css|wasm/.test(headers.get("content-type") ?? "");
}

// EXTERNAL MODULE: ./lib/kit/ports/tell-wait.js
var tell_wait = __webpack_require__(26592);
// EXTERNAL MODULE: ./lib/kit/parts/cdn/purged.js
var purged = __webpack_require__(43480);
;// CONCATENATED MODULE: ./lib/kit/parts/cdn/purge-and-verify.js








/** After this many looks at an old copy, somebody must have cached it again. */
const looksBeforeAgain = 3;
/**
 * Waits until the origins serve it past the CDN, purges, and asks every route through the CDN until it serves it
 * too; purges again, within limits, where an old page was cached again in between. With `cdn: none` nothing is
 * done, and it is verified.
 * @throws {UserError} PR102, PR104, PR301 to PR307 when the CDN refuses the purge.
 */
async function purgeAndVerify(inputs, wanted, world) {
    const cdn = (0,cdns/* openCdn */.q)(inputs, world);
    const nothing = {
        cdn: cdn.name,
        origins: [],
        before: [],
        routes: [],
        whole: undefined,
        purges: 0,
        ids: [],
    };
    if (cdn.name === "none")
        return { ...nothing, verified: true };
    const routes = (0,cdn_routes/* atNodes */.f$)((0,cdn_routes/* provenAt */.SO)(inputs), cdn.nodes ?? []);
    const origins = await proveBehind(inputs, wanted, world);
    if (!origins.every((proof) => proof.serves))
        return { ...nothing, origins, verified: false };
    const look = () => lookAt(inputs, cdn, routes, wanted, world);
    const before = await look();
    const purged = await purgeUntil(inputs, cdn, wanted, look, world);
    const whole = purged.verified ? undefined : await proveWhole(world, purged.routes);
    return { ...nothing, origins, before, ...purged, whole };
}
function lookAt(inputs, cdn, routes, wanted, world) {
    return (0,prove_routes/* proveRoutes */.j)(world, cdn, routes, wanted, (origin) => (0,origins/* pastOrigins */.MD)(inputs)[inputs.origins.indexOf(origin)] ?? origin);
}
function proveBehind(inputs, wanted, world) {
    const times = { timeout: inputs.verifyTimeout, interval: inputs.pollInterval };
    const behind = (0,origins/* pastOrigins */.MD)(inputs);
    return wanted.marker === null
        ? (0,served/* proveGone */.en)(world, behind, wanted.gone ?? null, times)
        : (0,served/* proveOrigins */.ui)(world, behind, wanted.marker, times);
}
async function purgeUntil(inputs, cdn, wanted, look, world) {
    const { hard = false } = wanted;
    const order = (purges) => ({
        origins: inputs.origins,
        patterns: (0,purged/* purgedOf */.nX)(inputs).purged,
        soft: inputs.invalidate && !hard,
        key: keyOf(wanted, world, purges),
    });
    const end = world.clock.now() + inputs.verifyTimeout;
    const ids = [...(await cdn.purge(order(1)))];
    const tell = (0,tell_wait/* tellWait */.n)(world, end);
    for (let purges = 1, looks = 1;; looks += 1) {
        const routes = await look();
        if (routes.every((route) => route.serves))
            return { verified: true, routes, purges, ids };
        if (world.clock.now() >= end)
            return { verified: false, routes, purges, ids };
        if (looks >= looksBeforeAgain && purges < inputs.purgeLimit && routes.some(isOldCopy)) {
            world.log.info(`${routes.filter(isOldCopy).length} routes were cached again with the old page; purging again.`);
            purges += 1;
            ids.push(...(await cdn.purge(order(purges))));
            looks = 0;
        }
        const x = routes.filter((route) => route.serves).length;
        tell(`${cdn.name} serves the release on every route`, `So far on ${x} of ${routes.length}.`);
        await world.clock.sleep(inputs.pollInterval, world.signal);
    }
}
/** A purge of its own: of this attempt of the run, towards this release, and after an earlier one anew. */
function keyOf({ marker, gone = null }, { context }, purges) {
    return JSON.stringify([context.runId, context.attempt, marker, gone, purges]);
}
function isOldCopy({ serves, from }) {
    return !serves && (from === "cache" || from === "unknown");
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

/***/ 70846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ cdnPermissions)
/* harmony export */ });
const why = "purging what the release changed";
/** What the CDN's token must be allowed, by CDN. */
const cdnPermissions = [
    ["Cloudflare", "Zone → Cache Purge → Purge", "`cdn: cloudflare`"],
    ["Fastly", "purge_select", "`cdn: fastly`"],
    ["Fastly", "purge_all", "`cdn: fastly`, and `everything` is purged"],
    ["CloudFront", "cloudfront:CreateInvalidation", "`cdn: cloudfront`"],
    ["CloudFront", "cloudfront:GetInvalidation", "`cdn: cloudfront`, and `purge-wait` waits"],
    ["Vercel", "write the project", "`cdn: vercel`"],
    ["Netlify", "write the site", "`cdn: netlify`"],
].map(([service, name, when]) => ({ service, name, why, when, without: "fails" }));


/***/ }),

/***/ 18774:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L1: () => (/* binding */ bytesAt),
/* harmony export */   Wd: () => (/* binding */ fileAt),
/* harmony export */   b6: () => (/* binding */ textOf)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);

/** A file as a commit has it, or in words why it cannot be read. */
async function fileAt(github, path, commit) {
    return textOf(await bytesAt(github, path, commit));
}
function textOf(file) {
    return "unread" in file ? file : { text: Buffer.from(file.bytes).toString("utf8") };
}
/** The same, as it is kept: what is no text, too. Of more than 1 MB GitHub gives the blob alone, up to 100 MB. */
async function bytesAt(github, path, commit) {
    const route = "GET /repos/{owner}/{repo}/contents/{path}";
    try {
        const content = await asked(github, route, { path, ref: commit });
        const isLarge = content.encoding === "none" && typeof content.sha === "string";
        const whole = isLarge
            ? await asked(github, "GET /repos/{owner}/{repo}/git/blobs/{file_sha}", { file_sha: content.sha })
            : content;
        if (typeof whole.content === "string" && whole.encoding === "base64")
            return { bytes: Buffer.from(whole.content, "base64") };
        return { unread: `${path} at ${commit.slice(0, 12)} is no file` };
    }
    catch (error) {
        if (error instanceof _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .yo)
            return { unread: error.message.replace(/[.\s]+$/, "") };
        throw error;
    }
}
async function asked(github, route, what) {
    const { data } = await github.request(route, what);
    return data ?? {};
}


/***/ }),

/***/ 43873:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ot: () => (/* binding */ roles),
/* harmony export */   QM: () => (/* binding */ gateEnvironmentInputs),
/* harmony export */   iF: () => (/* binding */ environmentNames),
/* harmony export */   p4: () => (/* binding */ wrongName),
/* harmony export */   rg: () => (/* binding */ environmentInputs)
/* harmony export */ });
/* harmony import */ var _action_input_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(36583);
/* harmony import */ var _ids_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(94128);
/* harmony import */ var _phases_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96848);



/** What an environment of a target is there for. */
const roles = [
    ..._phases_js__WEBPACK_IMPORTED_MODULE_1__/* .gatedPhases */ .oY,
    "purge-cdn",
    "smoke",
    "observe",
    "rollback",
    "ungated",
    "plan",
];
const gates = (phase) => `The environment that gates ${phase}. Default: <target>-${phase}.`;
const keeps = (phase) => `The environment that keeps the secrets of ${phase}. Default: <target>-${phase}.`;
const named = (description) => (0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .optional */ .lq)((0,_action_input_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)({ description }));
/** The inputs that name the environments of the gates. */
const gateEnvironmentInputs = {
    "migrate-environment": named(gates("migrate")),
    "deploy-functions-environment": named(gates("deploy-functions")),
    "deploy-web-environment": named(gates("deploy-web")),
};
/** The inputs that name all environments of a target. */
const environmentInputs = {
    ...gateEnvironmentInputs,
    "purge-cdn-environment": named(keeps("purge-cdn")),
    "smoke-environment": named(keeps("smoke")),
    "observe-environment": named(keeps("observe")),
    "rollback-environment": named(keeps("rollback")),
    "ungated-environment": named("The environment without rules, for a phase that has nothing to do. Default: <target>-ungated."),
    "plan-environment": named("The environment that keeps the secrets of plan, where its job names one."),
};
/** The names as they were given, or by default `<target>-<role>`. */
function environmentNames(target, given) {
    const name = (role, own) => own ?? (0,_ids_js__WEBPACK_IMPORTED_MODULE_2__/* .environmentOf */ .p7)(target, role);
    return {
        migrate: name("migrate", given.migrateEnvironment),
        "deploy-functions": name("deploy-functions", given.deployFunctionsEnvironment),
        "deploy-web": name("deploy-web", given.deployWebEnvironment),
        "purge-cdn": name("purge-cdn", given.purgeCdnEnvironment),
        smoke: name("smoke", given.smokeEnvironment),
        observe: name("observe", given.observeEnvironment),
        rollback: name("rollback", given.rollbackEnvironment),
        ungated: name("ungated", given.ungatedEnvironment),
        plan: given.planEnvironment,
    };
}
/** Why GitHub takes no environment of this name; undefined where it does. */
function wrongName(name) {
    if (name.trim() === "")
        return "an empty name";
    if (name.length > 255)
        return `a name of ${name.length} characters (GitHub takes 255)`;
    return /\p{Cc}/u.test(name) ? "a name with a control character" : undefined;
}


/***/ }),

/***/ 93061:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ openJournal)
/* harmony export */ });
/* harmony import */ var _errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(65304);
/* harmony import */ var _receipt_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6622);


/** Opens a phase's journal where an earlier attempt left it. */
async function openJournal(record, of) {
    const { release, phase, attempt, approvedBy } = of;
    const receipts = [...(await record.receipts(release, phase))];
    const put = async (receipt) => {
        const at = receipts.findIndex((known) => known.seq === receipt.seq);
        if (at === -1)
            receipts.push(receipt);
        else
            receipts[at] = receipt;
        await of.onChange(receipts, receipt);
    };
    // What was done is not undone because nobody could write it down: the intent stands in the record.
    const conclude = async (id, receipt) => {
        for (const write of [() => put(receipt), () => record.complete(id, receipt)]) {
            await write().catch((error) => {
                of.log.warn(`${receipt.component} is ${receipt.state}, but not noted as such: ${(0,_errors_user_error_js__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(error)}`);
            });
        }
    };
    return {
        receipts: () => receipts,
        change: async (component, states, work) => {
            const intended = (0,_receipt_js__WEBPACK_IMPORTED_MODULE_1__/* .intend */ .fY)({ release, phase, attempt, approvedBy, component, ...states }, receipts.at(-1));
            const id = await record.intend(intended);
            await put(intended);
            const after = await work().catch(async (error) => {
                await conclude(id, (0,_receipt_js__WEBPACK_IMPORTED_MODULE_1__/* .complete */ .My)(intended, "failed"));
                throw error;
            });
            await conclude(id, (0,_receipt_js__WEBPACK_IMPORTED_MODULE_1__/* .complete */ .My)(intended, "done", after));
            return after;
        },
    };
}


/***/ }),

/***/ 43719:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ receiptsFile)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(41820);



/**
 * Keeps all receipts of a phase as one file of canonical JSON. There may be a thousand, and the file is written whenever
 * one changes: each is put into words once, and only what has changed, and what follows it, is written, at once: to hand
 * so little to another thread and wait for it takes longer than to write it. Gives the words of the one that has changed,
 * or of the last one.
 */
function receiptsFile(path) {
    let kept;
    return async (all, one) => {
        // What was there before this process is nobody's.
        if (kept === undefined)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), { recursive: true });
        const had = kept ?? [];
        const changed = all.findIndex((receipt, index) => receipt !== had[index]?.receipt);
        const same = had.slice(0, changed === -1 ? all.length : changed);
        const from = same.at(-1)?.end ?? 0;
        const fresh = following(all.slice(same.length), from);
        if (kept === undefined || fresh.length > 0 || same.length < had.length)
            writeFrom(path, from, textOf(fresh, from), (had.at(-1)?.end ?? 0) + ending.length);
        kept = [...same, ...fresh];
        return (kept.findLast(({ receipt }) => receipt === one) ?? kept.at(-1))?.text ?? "null";
    };
}
const ending = "]\n";
function following(receipts, from) {
    let end = from;
    return receipts.map((receipt) => {
        const text = (0,_canonical_js__WEBPACK_IMPORTED_MODULE_2__/* .canonical */ .$N)(receipt);
        end += 1 + Buffer.byteLength(text);
        return { receipt, text, end };
    });
}
function textOf(fresh, from) {
    const words = fresh.map(({ text }, index) => `${from === 0 && index === 0 ? "[" : ","}${text}`);
    return `${from === 0 && fresh.length === 0 ? "[" : words.join("")}${ending}`;
}
/** In one write, so that whoever is killed leaves a whole file: blank is what stood behind until then. */
function writeFrom(path, from, text, until) {
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDWR | node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_CREAT);
    try {
        const bytes = Buffer.from(text);
        const blank = Buffer.alloc(Math.max(0, until - from - bytes.length), "\n");
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(file, Buffer.concat([bytes, blank]), 0, bytes.length + blank.length, from);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.ftruncateSync)(file, from + bytes.length);
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
    }
}


/***/ }),

/***/ 875:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ localRecord)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _canonical_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(41820);
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(75610);





/** A line that was cut, as where the machine stopped within it, tells nothing. */
function receiptIn(line, file) {
    const receipt = valueIn(line);
    const other = (0,_formats_js__WEBPACK_IMPORTED_MODULE_4__/* .ofOtherMajor */ .Vn)("receipt", receipt, `A line of ${file}`);
    if (other !== undefined)
        throw other;
    return typeof receipt === "object" ? (receipt ?? undefined) : undefined;
}
function valueIn(line) {
    try {
        return JSON.parse(line);
    }
    catch {
        return undefined;
    }
}
/**
 * The record of an action that stands alone without a token: receipts in `<folder>/receipts.jsonl`. It dies
 * with the job's temp folder unless the workflow uploads it. A line is written at once: to wait for another thread that
 * writes it takes longer.
 */
function localRecord(folder) {
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, "receipts.jsonl");
    let there = false;
    const append = async (receipt) => {
        if (!there)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder, { recursive: true });
        there = true;
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.appendFileSync)(file, `${(0,_canonical_js__WEBPACK_IMPORTED_MODULE_3__/* .canonical */ .$N)(receipt)}\n`);
    };
    const none = async () => { };
    return {
        open: none,
        reopen: none,
        close: none,
        live: async () => undefined,
        unfinished: async () => undefined,
        intend: async (receipt) => {
            await append(receipt);
            return receipt.seq;
        },
        complete: (_, receipt) => append(receipt),
        receipts: async (release, phase) => {
            const lines = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(file, "utf8").catch(() => "")).split("\n");
            const all = lines
                .flatMap((line) => receiptIn(line, file) ?? [])
                .filter((one) => one.release === release && (phase === undefined || one.phase === phase));
            const last = new Map(all.map((receipt) => [`${receipt.phase}/${receipt.seq}`, receipt]));
            return [...last.values()];
        },
    };
}


/***/ }),

/***/ 86158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ breakingLeft),
/* harmony export */   J: () => (/* binding */ groundOf)
/* harmony export */ });
/* harmony import */ var _record_kept_document_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7220);
/* harmony import */ var _record_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(20645);
/* harmony import */ var _record_statuses_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(14506);



/** Reads the record from its newest release down to the one that is live; `release` itself is not asked about. */
async function groundOf(github, target, release) {
    const between = [];
    let live;
    for await (const deployment of (0,_record_record_js__WEBPACK_IMPORTED_MODULE_1__/* .deployments */ .bg)(github, target, "rollout")) {
        const manifest = (0,_record_kept_document_js__WEBPACK_IMPORTED_MODULE_0__/* .documentOf */ .l)(deployment, "manifest");
        if (manifest === undefined)
            continue;
        if ((await (0,_record_statuses_js__WEBPACK_IMPORTED_MODULE_2__/* .lastStatus */ .by)(github, deployment.id))?.state === "success") {
            live = manifest;
            break;
        }
        if (manifest.release !== release)
            between.push(manifest);
    }
    return { live, noRollback: await breakingLeft(github, target, between) };
}
/**
 * Why no way back passes these releases, or undefined where it may. A schema stays where its release has ended badly:
 * the code before it does not work on what it has broken.
 */
async function breakingLeft(github, target, releases) {
    for (const { noRollback, release, commit } of releases) {
        if (noRollback === undefined)
            continue;
        const receipts = await (0,_record_record_js__WEBPACK_IMPORTED_MODULE_1__/* .githubRecord */ .BF)(github, target, commit).receipts(release, "migrate");
        if (receipts.some(({ state }) => state !== "failed"))
            return `${noRollback} (${release})`;
    }
    return undefined;
}


/***/ }),

/***/ 71773:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BT: () => (/* binding */ openLooks),
/* harmony export */   Df: () => (/* binding */ isWatched),
/* harmony export */   sQ: () => (/* binding */ watchedRelease)
/* harmony export */ });
/* harmony import */ var _decision_decision_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(20035);
/* harmony import */ var _record_history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(31102);


const word = "watching";
/** Whether a release is live and its verdict still open, by what was said of it last. */
function isWatched({ state, description }) {
    return state === "success" && description.startsWith(word);
}
/**
 * The release that is watched: the newest that users meet, where its verdict is open. One that has activated something
 * since has taken the target, whatever becomes of it; one that changed the schema alone has not.
 */
async function watchedRelease(github, target) {
    for (const release of await (0,_record_history_js__WEBPACK_IMPORTED_MODULE_1__/* .releasesOf */ .w0)(github, target)) {
        const standing = await release.standing();
        const { manifest } = release;
        if (standing.state === "inactive")
            continue;
        if (isWatched(standing))
            return { manifest, release };
        const changes = await (0,_record_history_js__WEBPACK_IMPORTED_MODULE_1__/* .changesOf */ .fs)(github, target, manifest.release);
        if ((0,_decision_decision_js__WEBPACK_IMPORTED_MODULE_0__/* .activated */ .cd)(changes.map(_record_history_js__WEBPACK_IMPORTED_MODULE_1__/* .begunOf */ .ri)).length === 0)
            continue;
        const how = standing.state === "success" ? "is live" : "has activated something";
        return { none: `${manifest.release} ${how}, and its verdict is not open («${standing.description}»)` };
    }
    return { none: `no release of ${target} is live` };
}
/** What was said of a release while its verdict was open, oldest first: a look each, as far as it saw anything new. */
function openLooks(statuses) {
    return statuses.filter(isWatched).toReversed();
}


/***/ })

};
