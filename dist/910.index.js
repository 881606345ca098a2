export const id = 910;
export const ids = [910];
export const modules = {

/***/ 2910:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  main: () => (/* binding */ main)
});

// EXTERNAL MODULE: ./lib/kit/action/run.js + 10 modules
var run = __webpack_require__(2645);
// EXTERNAL MODULE: ./lib/kit/errors/user-error.js
var user_error = __webpack_require__(5304);
// EXTERNAL MODULE: ./lib/kit/parts/web/marker.js
var marker = __webpack_require__(5184);
;// CONCATENATED MODULE: ./lib/kit/parts/web/probe-staged.js


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
    const found = (0,marker/* markerIn */.AF)(html);
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
            return (0,user_error/* describe */.q0)(error);
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
    throw new user_error/* UserError */.yo("PR432", `The staged site at ${site.url} is behind the host's login page (${status}), and \`protection-bypass\` ${secret}. Production was not touched.`, "Create a protection bypass for automation in the host's settings and pass it as `protection-bypass`.");
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
    return new user_error/* UserError */.yo("PR432", `The staged site at ${url} is not fit for production: ${what}. Production was not touched.`, "Correct the build or the host's routes, then run again.");
}

// EXTERNAL MODULE: ./lib/kit/parts/web/served.js
var web_served = __webpack_require__(4171);
;// CONCATENATED MODULE: ./lib/kit/parts/web/apply-web.js


/**
 * Stages, probes, promotes: two changes in the journal, so that the record tells what a cut has left. Component
 * `web-staged` touches no traffic; `web` names the deployment that goes live before it does.
 */
async function applyWeb(inputs, host, facts, { release, journal }, world) {
    const { site, was } = facts;
    const artifact = { artifactDigest: site.digest, marker: site.marker };
    const staged = await stageOnce(host, facts, release, journal);
    const probed = staged === undefined
        ? undefined
        : await world.log.group(`Probe ${staged.url}`, () => probeStaged(world, { url: staged.url, headers: host.probeHeaders, marker: site.marker, assets: inputs.assets }, inputs.pollInterval));
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
    };
}
/** The marker of a site that another tool deployed: by it the way back is proven later. */
async function servedMarker({ origins }, { live, was }, world) {
    if (live.deployment === null || live.deployment !== was.deployment)
        return null;
    const served = await Promise.all(origins.map((origin) => (0,web_served/* askOrigin */.YN)(world, origin)));
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
// EXTERNAL MODULE: ./lib/kit/release/enter-phase.js + 4 modules
var enter_phase = __webpack_require__(6534);
// EXTERNAL MODULE: ./lib/kit/release/plan.js
var plan = __webpack_require__(9343);
;// CONCATENATED MODULE: ./lib/actions/deploy-web/deploy-web.js






/** Inspect, compare with what was approved, stage, probe, promote, prove on every origin. */
async function deployWeb(inputs, world) {
    const host = (0,hosts/* openHost */.Z)(inputs, world);
    const facts = await factsOf(inputs, host, world);
    const part = (0,plan_web/* webPart */.GC)(facts);
    const entered = await (0,enter_phase/* enterPhase */.a)(world, "deploy-web", inputs, part);
    if (entered === undefined) {
        const proofs = await prove(inputs, facts, world);
        return { outputs: outputsOf(facts), report: report(facts, proofs) };
    }
    for (const line of part.says)
        world.log.info(line);
    const applied = await applyWeb(inputs, host, facts, entered, world);
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
function prove(inputs, { site }, world) {
    const times = { timeout: inputs.verifyTimeout, interval: inputs.pollInterval };
    return (0,web_served/* proveOrigins */.ui)(world, inputs.origins, site.marker, times);
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


/***/ })

};
