import { purgeCdn } from "../../../actions/purge-cdn/purge-cdn.ts";
import { spec as purgeSpec } from "../../../actions/purge-cdn/spec.ts";
import { deployFunctions } from "../../../actions/deploy-functions/deploy-functions.ts";
import { spec as functionsSpec } from "../../../actions/deploy-functions/spec.ts";
import { observe } from "../../../actions/observe/observe.ts";
import { spec as observeSpec } from "../../../actions/observe/spec.ts";
import { notificationOf } from "../../../kit/notify/notification.ts";
import { send } from "../../../kit/notify/send.ts";
import { askRest } from "../../../kit/parts/database/rest/ask-rest.ts";
import { boardOf, boardName } from "../../../kit/parts/observe/prepare-board.ts";
import { subjectOf } from "../../../kit/parts/observe/question.ts";
import { runProbes } from "../../../kit/parts/checks/probes/run-probes.ts";
import { openDashboards } from "../../../kit/providers/dashboards/open-dashboards.ts";
import type { Host } from "../../../kit/providers/hosts/host.ts";
import { createLoginRole } from "../../../kit/providers/supabase/login-role.ts";
import { readServices } from "../../../kit/providers/supabase/project-health.ts";
import { restorePoints } from "../../../kit/providers/supabase/restore-points.ts";
import { type CdnFixture, fixtures as cdns } from "../../support/cdns/fixtures.ts";
import { cdnStage } from "../../support/cdns/stage.ts";
import { fixtures as dashboards, project } from "../../support/dashboards/fixtures.ts";
import { fakeClock } from "../../support/fake-clock.ts";
import { functionsStage } from "../../support/functions-stage.ts";
import { netlify } from "../../support/hosts/netlify.ts";
import { type HostStage, hostStage } from "../../support/hosts/stage.ts";
import { vercel } from "../../support/hosts/vercel.ts";
import { inputsFrom } from "../../support/inputs-of.ts";
import { fixtures as logs } from "../../support/logs/fixtures.ts";
import { clean, commit, sourceStage } from "../../support/logs/source-stage.ts";
import { json, probeStage } from "../../support/probe-stage.ts";
import { recordingLog } from "../../support/recording-log.ts";
import { start } from "../../support/observed-project.ts";
import { builtSite } from "../../support/built-site.ts";
import { type TestWorld, testWorld } from "../../support/test-world.ts";
import type { Http } from "../../../kit/ports/http.ts";
import type { AnyReading, Group } from "../reader.ts";
import { scene } from "../replay.ts";

type Close = () => Promise<void>;

/** Each case in a world that keeps nothing of the one before; its folders are the same. */
function freshIn(world: TestWorld, http: Http, from?: number): TestWorld {
  return { ...world, http, clock: fakeClock(from), log: recordingLog(), emitted: {}, emit: () => undefined };
}

async function hosts(closes: Close[]): Promise<AnyReading[]> {
  const all: AnyReading[] = [];
  for (const fixture of [vercel, netlify]) {
    const stage: HostStage = await hostStage(fixture);
    closes.push(stage.close);
    const { id } = await stage.release("two");
    const { folder } = await builtSite({ text: "three" });
    const own = async (http: Http): Promise<Host> =>
      await stage.host({}, { http, clock: fakeClock(), log: recordingLog() });
    const ask = async (name: string, share: number, work: (host: Host) => Promise<unknown>): Promise<void> =>
      void all.push(
        await scene(`${fixture.name}: ${name}`, share, async (http) => await work(await own(http))),
      );
    await ask("what is live", 2, (host) => host.inspect());
    await ask("its variables", 1, (host) => host.env(["PLAIN", "SECRET", "constructor"]));
    await ask("what a deployment says", 1, (host) => host.said(id ?? ""));
    await ask("the files of a deployment", 1, (host) => host.filesOf(id ?? ""));
    const deploy = (http: Http) =>
      stage.deploy({ artifact: folder }, { http, clock: fakeClock(), log: recordingLog() });
    all.push(await scene(`${fixture.name}: a whole deployment`, 3, deploy));
  }
  return all;
}

async function caches(closes: Close[]): Promise<AnyReading[]> {
  const purges = async (fixture: CdnFixture): Promise<AnyReading> => {
    const stage = await cdnStage(fixture);
    closes.push(stage.close);
    stage.release('<meta name="rollout-build" content="abc">');
    const world = await testWorld();
    // Signatures are as old as the clock says.
    const began = Date.now();
    const given = { paths: "everything", marker: "abc", "verify-timeout": "1s", "poll-interval": "100ms" };
    const inputs = inputsFrom(purgeSpec.inputs, { ...stage.given, ...given });
    return await scene(`${fixture.name}: a purge and its proof`, 2, (http) =>
      purgeCdn(inputs, freshIn(world, http, began)),
    );
  };
  return await Promise.all(cdns.map(purges));
}

async function sources(closes: Close[]): Promise<AnyReading[]> {
  return await Promise.all(
    logs.map(async (fixture) => {
      const stage = await sourceStage(fixture);
      closes.push(stage.close);
      stage.log(...clean(40));
      const world = await testWorld({ github_env: { GITHUB_SHA: commit } });
      const given = { supabase: project, "poll-interval": "1m", window: "2m", lag: "30s", baseline: "0s" };
      const own = { since: new Date(start).toISOString(), "log-source": fixture.name, ...stage.given };
      const inputs = inputsFrom(observeSpec.inputs, { ...given, ...own });
      return await scene(`${fixture.name}: what is observed`, 2, (http) =>
        observe(inputs, freshIn(world, http, start)),
      );
    }),
  );
}

async function boards(closes: Close[]): Promise<AnyReading[]> {
  return await Promise.all(
    dashboards.map(async (fixture) => {
      const place = await fixture.start();
      closes.push(place.close);
      const common = {
        supabase: project,
        events: "assessment.completed: RESULTS_VERSION",
        failures: "results.rpc.failure",
      };
      const inputs = inputsFrom(observeSpec.inputs, { ...common, ...place.inputs });
      const board = boardOf("production", project, subjectOf(inputs));
      const world = await testWorld();
      return await scene(`${fixture.name}: a board is kept`, 1, async (http) => {
        const opened = openDashboards(inputs, freshIn(world, http, 0));
        await opened?.keep(board);
        await opened?.find(boardName("production", project));
      });
    }),
  );
}

async function functions(closes: Close[]): Promise<AnyReading[]> {
  const stage = await functionsStage(functionsSpec.inputs);
  closes.push(stage.platform.close);
  const first = await deployFunctions(stage.inputs(), stage.world);
  if (first.report.verdict !== "pass") throw new Error(first.report.reason);
  await stage.write({ "supabase/functions/hello/index.ts": `Deno.serve(() => new Response("2"));\n` });
  return [
    await scene("supabase: functions are deployed", 6, (http) =>
      deployFunctions(stage.inputs(), freshIn(stage.world, http)),
    ),
  ];
}

async function others(closes: Close[]): Promise<AnyReading[]> {
  const stage = await probeStage(({ url }, response) => {
    if (url.includes("/health")) return json(response, [{ name: "db", status: "ACTIVE_HEALTHY" }]);
    if (url.includes("/login-role")) return json(response, { role: "x", password: "y", ttl_seconds: 60 });
    if (url.includes("/restore-point")) return json(response, { name: "p", status: "AVAILABLE" });
    return json(response, { results_version: "v1", token: "abc", deep: { list: [1, 2] } });
  });
  closes.push(stage.close);
  const access = { supabase: project, supabaseAccessToken: "sbp_x", supabaseApiUrl: stage.url };
  const probes = [
    {
      name: "one",
      function: "hello",
      expect: { status: 200, json: { results_version: "v1" } },
      capture: { t: "token" },
    },
    { name: "two", rpc: "next", body: { t: "{t}" }, expect: { exists: ["deep.list[1]"], absent: ["error"] } },
  ];
  const told = notificationOf(
    { kind: "held", target: "t", release: "r", what: "x", reason: "y", next: "z" },
    { runUrl: "https://github.com/acme/prism/actions/runs/1" },
  );
  const world = (http: Http): TestWorld => freshIn(stage.world, http);
  return [
    await scene("supabase: the project's health", 1, (http) => readServices(world(http), access, ["db"])),
    await scene("supabase: a login role", 1, (http) => createLoginRole(world(http), access)),
    await scene("supabase: a restore point", 1, (http) => restorePoints(world(http), access).find("p")),
    await scene("supabase: the REST API", 1, (http) =>
      askRest(["/a", "/rpc/b"], { url: stage.url, key: "k", wait: 5000 }, world(http)),
    ),
    await scene("probes of journeys", 2, (http) =>
      runProbes(stage.inputs(probes), { origin: stage.url }, world(http)),
    ),
    await scene("a webhook", 1, (http) =>
      send({ notifyUrl: `${stage.url}/hook`, notifyFormat: "slack" }, told, world(http)),
    ),
  ];
}

export async function group(): Promise<Group> {
  const closes: Close[] = [];
  const all = [hosts, caches, sources, boards, functions, others].map((one) => one(closes));
  const readings = (await Promise.all(all)).flat();
  return { readings, close: async () => void (await Promise.all(closes.map((close) => close()))) };
}
