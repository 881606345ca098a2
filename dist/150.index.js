export const id = 150;
export const ids = [150];
export const modules = {

/***/ 36150:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  drift: () => (/* binding */ drift)
});

// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(65304);
// EXTERNAL MODULE: ./lib/kit/notify/notification.js
var notification = __webpack_require__(89873);
// EXTERNAL MODULE: ./lib/kit/notify/send.js + 1 modules
var send = __webpack_require__(21183);
// EXTERNAL MODULE: ./lib/kit/release/standing/at-work.js
var at_work = __webpack_require__(50390);
// EXTERNAL MODULE: ./lib/kit/release/record/record.js
var record = __webpack_require__(20645);
// EXTERNAL MODULE: ./lib/kit/action/held-in.js
var held_in = __webpack_require__(39678);
// EXTERNAL MODULE: ./lib/kit/release/record/kept-document.js
var kept_document = __webpack_require__(7220);
// EXTERNAL MODULE: ./lib/kit/release/record/statuses.js
var statuses = __webpack_require__(14506);
// EXTERNAL MODULE: ./lib/kit/ports/json-object.js
var json_object = __webpack_require__(9169);
;// CONCATENATED MODULE: ./lib/kit/release/record/last-changes.js





/** As many receipts of one target are read, newest first: some hundred releases. */
const most = 1000;
/** Reads what was done last to each component. One receipt of a component is enough, so only those are asked about. */
async function lastChanges(github, target) {
    let web;
    let read = 0;
    const functions = new Map();
    const migrations = [];
    for await (const deployment of (0,record/* deployments */.bg)(github, (0,record/* recordEnvironment */.lk)(target), "rollout-receipt")) {
        if (read === most)
            return { web, functions, migrations, whole: false };
        read += 1;
        const receipt = (0,kept_document/* documentOf */.l)(deployment, "receipt");
        if (receipt === undefined)
            continue;
        if (receipt.phase === "migrate")
            migrations.push(receipt.component);
        if (receipt.component === "web" && web === undefined)
            web = stateOf(deployment, receipt, await isDone(github, deployment));
        const fresh = receipt.component === "functions" ? slugsOf(receipt).filter((one) => !functions.has(one)) : [];
        if (fresh.length === 0)
            continue;
        const done = await isDone(github, deployment);
        for (const slug of fresh) {
            const own = {
                ...receipt,
                before: memberOf(receipt.before, slug),
                intended: memberOf(receipt.intended, slug),
            };
            functions.set(slug, stateOf(deployment, own, done));
        }
    }
    return { web, functions, migrations, whole: true };
}
async function isDone(github, { id }) {
    return (await (0,statuses/* lastStatus */.by)(github, id))?.description.split(" ")[1] === "done";
}
function stateOf(deployment, { before, intended, release }, done) {
    const at = Date.parse(deployment.created_at ?? "");
    return { states: done ? [intended] : [intended, before], release, at: Number.isNaN(at) ? null : at };
}
function slugsOf({ intended }) {
    const isStates = (0,json_object/* isObject */.G)(intended);
    return isStates ? Object.keys(intended) : [];
}
function memberOf(json, name) {
    if (!(0,json_object/* isObject */.G)(json))
        return null;
    return (0,held_in/* heldIn */.$)(json, name) ?? null;
}

;// CONCATENATED MODULE: ./lib/actions/plan/drift/difference.js

/** What a service refuses is one component's problem; a bug is still thrown. */
async function looked(component, look) {
    try {
        return await look();
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.yo))
            throw error;
        const problem = `${error.code}: ${(0,user_error/* withFix */.Yt)(error)}`;
        return { component, differences: [], compared: 0, unverified: [], problem };
    }
}
/** A time of a service, as people read it. */
function since(ms) {
    return ms === undefined || !Number.isFinite(ms) || ms <= 0 ? "not known" : new Date(ms).toISOString();
}
/** What to run, in a person's words. */
function again(only, commit) {
    return `Release ${commit.slice(0, 12)} again with \`only: ${only}\``;
}

// EXTERNAL MODULE: ./lib/kit/parts/web/inputs.js + 1 modules
var web_inputs = __webpack_require__(90078);
// EXTERNAL MODULE: ./lib/kit/parts/web/required-env.js
var required_env = __webpack_require__(32793);
// EXTERNAL MODULE: ./lib/kit/providers/hosts/hosts.js + 35 modules
var hosts = __webpack_require__(58103);
;// CONCATENATED MODULE: ./lib/actions/plan/drift/env-drift.js





/** The values that the live commit requires, as the host holds them for its own next build. */
async function envDrift(commit, world) {
    const inputs = world.section("deploy-web", web_inputs/* webInputs */.m);
    const { requiredEnv } = world.section("build", { "required-env": web_inputs/* webInputs */.m["required-env"] });
    const required = { ...requiredEnv, ...inputs.requiredEnv };
    const names = Object.keys(required).sort();
    const held = await (0,hosts/* openHost */.Z)(inputs, world).env(names);
    const differences = (0,required_env/* namesHeldOtherwise */.kQ)(required, held).map((name) => {
        const now = (0,held_in/* heldIn */.$)(held, name);
        return {
            component: "required-env",
            name,
            recorded: `${JSON.stringify(required[name])}, required by commit ${commit.slice(0, 12)}`,
            live: "another value at the host (not shown)",
            since: since(now?.state === "value" ? now.setAt : undefined),
            next: `${again("deploy-web", commit)}: it sets the value, builds and deploys the site again.`,
            web: true,
        };
    });
    const unverified = names.flatMap((name) => {
        const state = (0,held_in/* heldIn */.$)(held, name)?.state ?? "unreadable";
        if (state === "value")
            return [];
        return [state === "absent" ? `${name} is not set at the host.` : `${name} cannot be read at the host.`];
    });
    return { component: "required-env", differences, compared: names.length - unverified.length, unverified };
}

// EXTERNAL MODULE: ./lib/kit/parts/functions/inputs.js + 1 modules
var functions_inputs = __webpack_require__(45984);
// EXTERNAL MODULE: ./lib/kit/parts/functions/live/inspect-live.js
var inspect_live = __webpack_require__(7617);
// EXTERNAL MODULE: ./lib/kit/parts/functions/declared/inspect-wanted.js
var inspect_wanted = __webpack_require__(19036);
// EXTERNAL MODULE: ./lib/kit/parts/functions/declared/source.js
var declared_source = __webpack_require__(17161);
// EXTERNAL MODULE: ./lib/kit/providers/supabase/functions-api.js + 1 modules
var functions_api = __webpack_require__(57299);
;// CONCATENATED MODULE: ./lib/actions/plan/drift/functions-drift.js







/** Sources and settings, functions that are gone, and those that appeared since the last change. */
async function functionsDrift(record, commit, world) {
    const inputs = world.section("deploy-functions", functions_inputs/* functionsInputs */.l);
    const { functions: recorded } = record;
    const names = [...new Set([...inputs.functions, ...recorded.keys()])].sort();
    const [live, wanted] = await Promise.all([
        (0,inspect_live/* inspectLive */.lc)((0,functions_api/* functionsApi */.M)(world, inputs), names),
        wantedStates(inputs, world),
    ]);
    const expectedOf = (slug) => {
        const known = recorded.get(slug);
        if (known)
            return { states: known.states, source: known.release };
        const state = wanted.states.get(slug);
        return state && { states: [state], source: `commit ${commit.slice(0, 12)}` };
    };
    const differences = names.flatMap((slug) => {
        const expected = expectedOf(slug);
        return expected ? compare(slug, expected, live.functions.get(slug), commit) : [];
    });
    const extra = await appeared(live, record, inputs, world);
    const unreadable = [...live.functions.values()].flatMap(({ listed, unreadable: why }) => why === undefined ? [] : [`${listed.slug}: the live sources cannot be compared (${why}).`]);
    return {
        component: "functions",
        differences: [...differences, ...extra],
        compared: names.length,
        unverified: [...unreadable, ...wanted.unverified],
    };
}
async function wantedStates(inputs, world) {
    try {
        const all = await (0,inspect_wanted/* inspectWanted */.a)(inputs, world);
        return { states: new Map(all.map(({ slug, state }) => [slug, state])), unverified: [] };
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.yo))
            throw error;
        return {
            states: new Map(),
            unverified: [`The repository's functions cannot be read: ${(0,user_error/* describe */.q0)(error)}`],
        };
    }
}
function compare(slug, { states, source }, now, commit) {
    const is = now?.state ?? null;
    const unread = now?.unreadable !== undefined;
    const same = (state) => (0,declared_source/* sameState */.yY)(is, state) ||
        (unread && is !== null && (0,declared_source/* sameState */.yY)({ ...is, digest: state?.digest ?? null }, state));
    if (states.some(same))
        return [];
    const was = states[0] ?? null;
    const difference = (name, recorded, live) => ({
        component: "functions",
        name,
        recorded: `${recorded} (${source})`,
        live,
        since: since(now?.listed.updated_at),
        next: `${again("deploy-functions", commit)}, or bring what was changed by hand into the repository.`,
    });
    if (is === null)
        return [difference(slug, "deployed", "not there any more")];
    if (was === null)
        return [difference(slug, "taken away", "there again")];
    const settings = settingsDiffer(was, is).map(([what, before, after]) => difference(`${slug}: ${what}`, before, after));
    const isOther = was.digest !== is.digest && !unread;
    return [...(isOther ? [difference(`${slug}: source`, functions_drift_short(was), functions_drift_short(is))] : []), ...settings];
}
function settingsDiffer({ settings: was }, { settings: is }) {
    const rows = [
        ["verify_jwt", String(was.verifyJwt), String(is.verifyJwt)],
        ["entrypoint", was.entrypoint, is.entrypoint],
        ["import map", was.importMap ?? "(none)", is.importMap ?? "(none)"],
    ];
    return rows.filter(([, before, after]) => before !== after);
}
function functions_drift_short({ digest }) {
    return digest === null ? "sources that could not be read" : `sources ${digest.slice(0, 12)}`;
}
/** Others may have their functions beside ours: only one that is younger than our last change is a surprise. */
async function appeared({ undeclared }, { functions, web }, inputs, world) {
    const times = [...functions.values(), ...(web ? [web] : [])].flatMap(({ at }) => (at === null ? [] : [at]));
    if (undeclared.length === 0 || times.length === 0)
        return [];
    const last = Math.max(...times);
    const listed = await (0,functions_api/* functionsApi */.M)(world, inputs).list();
    return listed
        .filter(({ slug, created_at: made = 0 }) => undeclared.includes(slug) && made > last)
        .map(({ slug, created_at: made }) => ({
        component: "functions",
        name: slug,
        recorded: "not there at the last change",
        live: "a function that no release has deployed",
        since: since(made),
        next: `List it under deploy-functions.functions, or take it away: supabase functions delete ${slug} --project-ref ${inputs.supabase}`,
    }));
}

// EXTERNAL MODULE: ./lib/actions/plan/look-at-gates.js + 10 modules
var look_at_gates = __webpack_require__(24517);
;// CONCATENATED MODULE: ./lib/actions/plan/drift/gates-drift.js



/** The gates as the live commit declares them. What would refuse a release because of them is what differs. */
async function gatesDrift(inputs, world) {
    const declared = Object.values(inputs.gates).filter((rule) => rule !== "none").length;
    const common = { component: "gates", compared: declared };
    try {
        const { unverified } = await (0,look_at_gates/* lookAtGates */.p)(inputs, inputs.target ?? "default", world);
        return { ...common, differences: [], unverified };
    }
    catch (error) {
        if (!(error instanceof user_error/* UserError */.yo) || !["PR201", "PR212"].includes(error.code))
            throw error;
        return { ...common, differences: differencesIn(error), unverified: [] };
    }
}
/** A line of the refusal each: an environment, what it lacks, and what mends it. */
function differencesIn({ code, message, fix }) {
    const lines = message.split("\n").flatMap((line) => /^\s*- (.+)$/.exec(line)?.[1] ?? []);
    return (lines.length === 0 ? [message] : lines).map((line) => ({
        component: "gates",
        name: /^[\w.@/-]+/.exec(line)?.[0] ?? code,
        recorded: "as the live commit declares it",
        live: line,
        since: since(undefined),
        next: fix,
    }));
}

// EXTERNAL MODULE: ./lib/kit/parts/database/connection/login-inputs.js
var login_inputs = __webpack_require__(9823);
// EXTERNAL MODULE: ./lib/kit/parts/database/connection/login-role.js + 1 modules
var login_role = __webpack_require__(94125);
// EXTERNAL MODULE: ./lib/kit/parts/database/ledger/compare-ledger.js
var compare_ledger = __webpack_require__(74806);
// EXTERNAL MODULE: ./lib/kit/parts/database/inputs.js
var database_inputs = __webpack_require__(36134);
// EXTERNAL MODULE: ./lib/kit/parts/database/files/order-files.js
var order_files = __webpack_require__(64393);
// EXTERNAL MODULE: ./lib/kit/parts/database/plan/plan-database.js + 164 modules
var plan_database = __webpack_require__(27541);
;// CONCATENATED MODULE: ./lib/actions/plan/drift/ledger-drift.js







const blind = "What was changed in the schema without a row in the ledger is not seen: the record keeps no picture of the schema.";
/** Rows that no release wrote, rows that are gone, and rows whose text is another one than the file's. */
async function ledgerDrift(record, commit, world) {
    const inputs = world.section("migrate", database_inputs/* databaseInputs */.dM);
    const logged = (0,login_role/* withLoginRole */.S)(world.section("migrate", login_inputs/* loginInputs */.Z), world);
    const found = await (0,plan_database/* inspectDatabase */.I)(inputs, logged);
    const { files, rows } = found;
    const versions = new Set(rows.map(({ version }) => version));
    const due = files.filter(({ version }) => inputs.from === undefined || (0,order_files/* byBytes */.b)(version, inputs.from) >= 0);
    const known = new Set([...files.map(({ version }) => version), ...record.migrations]);
    return {
        component: "ledger",
        differences: [
            ...rows.filter(({ version }) => !known.has(version)).map(unknown),
            ...due.filter(({ version }) => !versions.has(version)).map((file) => gone(file, record, commit)),
            ...edited(found),
        ],
        compared: new Set([...versions, ...due.map(({ version }) => version)]).size,
        unverified: [blind],
    };
}
function unknown({ version, name }) {
    return {
        component: "ledger",
        name: name === null ? version : `${version} (${name})`,
        recorded: "no release of this target has applied it, and the live commit has no file for it",
        live: "recorded in the ledger as applied",
        since: since(undefined),
        next: `Add its file to the repository (\`supabase migration fetch --linked\` writes it); if it is not in the database, \`supabase migration repair --linked --yes --status reverted ${version}\` removes the row.`,
    };
}
function gone({ version, path }, { migrations }, commit) {
    return {
        component: "ledger",
        name: version,
        recorded: migrations.includes(version)
            ? "applied by a release of this target"
            : `part of the live commit (${path})`,
        live: "no row in the ledger",
        since: since(undefined),
        next: `If the database has it, \`supabase migration repair --linked --yes --status applied ${version}\` records it again; if not: ${again("migrate", commit)}.`,
    };
}
function edited({ parser, files, rows, memory }) {
    return files.flatMap(({ version, path, text, sha256 }) => {
        if (memory?.baseline.get(version)?.sha256 === sha256)
            return [];
        const kept = rows.find((row) => row.version === version)?.statements ?? [];
        const was = kept.length === 0 ? undefined : (0,compare_ledger/* meaningOf */.Pr)(parser, kept.join("\n;\n"));
        const is = (0,compare_ledger/* meaningOf */.Pr)(parser, text);
        if (was === undefined || is === undefined || was === is)
            return [];
        const next = `Compare the row with ${path}; \`supabase migration repair --linked --yes --status applied ${version}\` records the file's text where the database is as it says.`;
        const recorded = `the text of ${path}`;
        return [
            { component: "ledger", name: version, recorded, live: "another text", since: since(undefined), next },
        ];
    });
}

;// CONCATENATED MODULE: ./lib/actions/plan/drift/report-drift.js
const columns = ["component", "what", "recorded", "live", "since", "what to do"];
/** Every difference by name; what could not be told is never taken for «no difference». */
function reportDrift(live, all, { record, busy }) {
    const differences = all.flatMap((one) => one.differences);
    const problems = all.flatMap(({ component, problem }) => problem === undefined ? [] : [`${component}: ${problem}`]);
    const rows = differences.map((one) => [
        one.component,
        one.name,
        one.recorded,
        one.live,
        one.since,
        one.next,
    ]);
    return {
        ...headOf(live, all, problems, busy),
        evidence: [
            ...all.filter(({ problem }) => problem === undefined).map(lineOf),
            ...problems.map((problem) => `not told: ${problem}`),
            ...(record.whole
                ? []
                : ["not verified: the record is long, and only its newest 1000 changes were read"]),
            ...all.flatMap((one) => one.unverified.map((text) => `not verified: ${text}`)),
        ],
        tables: rows.length === 0 ? [] : [{ title: "What is not as it was left", columns, rows }],
    };
}
function headOf({ release, target }, all, problems, busy) {
    const differences = all.flatMap((one) => one.differences);
    const names = [...new Set(differences.map(({ component }) => component))].join(", ");
    const many = `${differences.length} ${differences.length === 1 ? "thing is" : "things are"} not as ${release} left ${target}`;
    if (differences.length > 0 && busy !== undefined)
        return {
            verdict: "inconclusive",
            reason: `${many} (${names}); but ${busy.release} is changing it at this moment (${busy.runUrl}).`,
            next: "Look again when that release has ended.",
        };
    if (differences.length > 0) {
        const first = differences.find(({ web }) => web) ?? differences[0];
        const what = differences.slice(0, 6).map(({ name, live }) => `${name}: ${live}`);
        return { verdict: "fail", reason: `${many} (${names}). ${what.join("; ")}.`, next: first?.next ?? "" };
    }
    if (problems.length > 0) {
        const reason = `Whether ${target} is as ${release} left it cannot be told: ${problems.join("; ")}`;
        return {
            verdict: "error",
            reason,
            next: "Mend what is named, then run this again. Nothing was changed.",
        };
    }
    return { verdict: "pass", reason: `${target} is as ${release} left it.`, next: "Nothing to do." };
}
function lineOf({ component, compared, differences }) {
    return `${component}: ${differences.length} differences in ${compared} that were compared`;
}
/** Only which commit is live. */
function reportCommit({ release, commit }) {
    return { verdict: "pass", reason: `${release} is live, of commit ${commit}.`, next: "Nothing to do." };
}

// EXTERNAL MODULE: ./lib/kit/parts/cdn/ask.js
var ask = __webpack_require__(17300);
// EXTERNAL MODULE: ./lib/kit/parts/web/origins.js
var origins = __webpack_require__(98007);
// EXTERNAL MODULE: ./lib/kit/parts/web/ask-origin.js
var ask_origin = __webpack_require__(98672);
;// CONCATENATED MODULE: ./lib/actions/plan/drift/web-drift.js








/** The deployment on every domain by the host's own word, and the build marker past the CDN and through it. */
async function webDrift({ web }, commit, world) {
    const inputs = world.section("deploy-web", web_inputs/* webInputs */.m);
    const live = await (0,hosts/* openHost */.Z)(inputs, world).inspect();
    if (web === undefined) {
        const unverified = ["The record knows of no web deployment: which one should be live cannot be told."];
        return { component: "web", differences: [], compared: 0, unverified };
    }
    const sites = web.states.map(siteOf);
    const atHost = hostDiffers(live, sites, web.release, commit);
    const served = atHost.length > 0 ? [] : await servedDiffers(inputs, sites, commit, world);
    return {
        component: "web",
        differences: [...atHost, ...served],
        compared: Object.keys(live.domains).length + 2 * inputs.origins.length,
        unverified: sites[0]?.marker === null ? ["The recorded site has no build marker."] : [],
    };
}
function hostDiffers({ domains, project, blocked, movedAt }, sites, release, commit) {
    // A host that only a command knows tells markers instead of deployments.
    const wanted = sites.map(({ deployment, marker }) => (project === null ? marker : deployment));
    const next = blocked
        ? `${blocked.message} Find out who moved it and why; ${again("deploy-web", commit)} once it may be moved.`
        : `${again("deploy-web", commit)}; where it was moved on purpose, reject that at its gate.`;
    return Object.entries(domains)
        .filter(([, now]) => !wanted.includes(now))
        .map(([domain, now]) => ({
        component: "web",
        name: domain,
        recorded: `${wanted[0] ?? "(nothing)"} (${release})`,
        live: now ?? "no deployment of this suite",
        since: since(movedAt),
        next,
        ...(blocked ? {} : { web: true }),
    }));
}
async function servedDiffers(inputs, sites, commit, world) {
    const markers = sites.flatMap(({ marker }) => (marker === null ? [] : [marker]));
    if (markers.length === 0)
        return [];
    const past = await Promise.all((0,origins/* pastOrigins */.MD)(inputs).map((origin) => (0,ask_origin/* askOrigin */.Y)(world, origin)));
    const through = await Promise.all(inputs.origins.map((origin) => (0,ask/* ask */.kA)(world, `${origin}/`)));
    const silent = inputs.origins.filter((_, at) => past[at]?.ok === false || (through[at]?.status ?? 0) === 0);
    if (silent.length > 0)
        throw unanswered(silent);
    return inputs.origins.flatMap((origin, at) => {
        const own = past[at]?.marker ?? null;
        const edge = through[at]?.marker ?? null;
        const fits = (marker) => marker !== null && markers.includes(marker);
        if (fits(own) && fits(edge))
            return [];
        const where = fits(own) ? "through the CDN" : "past the CDN";
        return [
            {
                component: "web",
                name: `${origin} ${where}`,
                recorded: markers[0] ?? "",
                live: (fits(own) ? edge : own) ?? "a page without a build marker",
                since: since(undefined),
                next: `${again("deploy-web", commit)}: it is purged after that. If it stays, look at what answers for this origin.`,
                web: true,
            },
        ];
    });
}
function unanswered(origins) {
    return new user_error/* UserError */.yo("PR301", `What browsers get cannot be told: ${origins.join(", ")} gave no page.`, "Look whether the site is up, and whether this runner may reach it.");
}
function siteOf(json) {
    const known = (0,json_object/* fieldsOf */.P)(json);
    const text = (value) => (typeof value === "string" ? value : null);
    return { deployment: text(known["deployment"]), marker: text(known["marker"]) };
}

;// CONCATENATED MODULE: ./lib/actions/plan/drift/drift.js













/**
 * What is live against what the record says was left there. Only reads: no record is opened, no lease is taken.
 * `rollout.yml` and sources are those of the live commit, so that is what must be checked out.
 * @throws {UserError} PR104 without a token, PR218 when another commit is checked out, PR219 when nothing is live.
 */
async function drift(inputs, world) {
    const target = inputs.target ?? "default";
    const github = await githubOf(inputs, world);
    const live = await liveRelease(github, target, world);
    const named = { "live-commit": live.commit, "live-release": live.release };
    if (inputs.drift === "commit")
        return { outputs: named, report: reportCommit(live) };
    refuseOther(live, world);
    const [record, busy] = await Promise.all([lastChanges(github, target), (0,at_work/* atWork */.R)(github, target)]);
    const all = await lookAtAll(inputs, live.commit, record, world);
    const differences = all.flatMap((one) => one.differences);
    const isKnown = all.every(({ problem }) => problem === undefined);
    const fix = busy === undefined && differences.some(({ web }) => web) ? "deploy-web" : "";
    const report = reportDrift(live, all, { record, busy });
    if (report.verdict === "fail") {
        const told = {
            kind: "drift",
            target,
            release: live.release,
            what: "something is not as it was left",
        };
        const { reason, next } = report;
        await (0,send/* send */.tN)(inputs, (0,notification/* notificationOf */.t)({ ...told, reason, next }, world.context), world);
    }
    return {
        outputs: {
            ...named,
            drift: differences.length > 0 ? "some" : isKnown ? "none" : "unknown",
            components: [...new Set(differences.map(({ component }) => component))].join(","),
            fix,
        },
        report,
    };
}
async function lookAtAll(inputs, commit, record, world) {
    const has = (section) => world.sections.includes(section);
    const looks = await Promise.all([
        has("deploy-functions") && looked("functions", () => functionsDrift(record, commit, world)),
        has("deploy-web") && looked("web", () => webDrift(record, commit, world)),
        has("migrate") && looked("ledger", () => ledgerDrift(record, commit, world)),
        has("deploy-web") && looked("required-env", () => envDrift(commit, world)),
        looked("gates", () => gatesDrift(inputs, world)),
    ]);
    return looks.flatMap((one) => (one === false ? [] : [one]));
}
async function githubOf({ githubToken }, world) {
    if (githubToken !== undefined)
        return await world.github(githubToken);
    throw new user_error/* UserError */.yo("PR104", "drift needs `github-token`: what should be live is in the record.", "Pass `github-token` with `deployments: read` and `actions: read`.");
}
async function liveRelease(github, target, { context }) {
    const live = await (0,record/* githubRecord */.BF)(github, target, context.sha).live();
    if (live !== undefined)
        return live;
    throw new user_error/* UserError */.yo("PR219", `The record of ${target} has no release that is live: there is nothing to compare with.`, "Release once with this suite; from then on drift has a baseline.");
}
function refuseOther({ commit, release }, { context: { sha } }) {
    if (sha === commit)
        return;
    throw new user_error/* UserError */.yo("PR218", `${release} of commit ${commit.slice(0, 12)} is live, but ${sha.slice(0, 12)} is checked out: its rollout.yml may require other things. Nothing was compared.`, "Ask with `drift: commit` first, give its output `live-commit` to actions/checkout as `ref`, and to this step as `commit`.");
}


/***/ })

};
