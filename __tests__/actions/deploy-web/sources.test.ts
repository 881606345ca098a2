import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import { build } from "../../../actions/build/build.ts";
import { spec } from "../../../actions/build/spec.ts";
import { planWeb } from "../../../kit/parts/web/plan-web.ts";
import { changeOf, undoWeb } from "../../../kit/parts/web/undo-web.ts";
import { systemHttp } from "../../../kit/ports/http.ts";
import { buildPushed } from "../../../rehearsal/stand-ins/vercel/git-integration.ts";
import type { VercelState } from "../../../rehearsal/stand-ins/vercel/state.ts";
import { builtSite } from "../../support/built-site.ts";
import { fakeClock } from "../../support/fake-clock.ts";
import { inputsFrom } from "../../support/inputs-of.ts";
import { testWorld } from "../../support/test-world.ts";
import { vercelWorld } from "../../support/vercel-world.ts";
import { writeFiles } from "../../support/vite-project.ts";

const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function start(edit: (state: VercelState) => void = () => undefined) {
  const made = await vercelWorld();
  open.push(made.vercel);
  made.vercel.change(edit);
  return made;
}

const autoOff = ({ projects }: VercelState): void => {
  for (const project of projects) project.autoAssignCustomDomains = false;
};
const commit = "0123456789abcdef0123456789abcdef01234567";
const page = (marker: string): string =>
  `<!doctype html><head><meta name="rollout-build" content="${marker}"><script src="/assets/git.js"></script></head>`;
const routes = [
  { handle: "filesystem" },
  { src: "/assets/.*", status: 404 },
  { src: "/.*", dest: "/index.html" },
];
const config = JSON.stringify({ version: 3, routes });
const built = (marker: string): Readonly<Record<string, string>> => ({
  "config.json": config,
  "static/index.html": page(marker),
  "static/assets/git.js": "1",
});

async function artifact(source: "prebuilt" | "existing", files: Readonly<Record<string, string>> = {}) {
  const root = await mkdtemp(join(tmpdir(), "prism-rollout-source-"));
  await writeFiles(root, files);
  const inputs = inputsFrom(spec.inputs, { install: "none", command: "true", source });
  const { outputs } = await build(inputs, await testWorld({ root }));
  return { folder: outputs.path ?? "", marker: outputs.marker };
}

const own = { "auto-assign": "false", "existing-timeout": "30s" };

test("a prebuilt output is deployed with its own routes, functions and links, and keeps what tabs need", async () => {
  const { vercel, deploy } = await start();
  await deploy({ artifact: (await builtSite()).folder });
  const files = Object.entries({
    ...built("none"),
    "functions/api.func/.vc-config.json": '{"filePathMap":{"lib/a.js":"lib/a.js"}}',
  });
  const output = Object.fromEntries(files.map(([path, text]) => [`.vercel/output/${path}`, text]));
  const { folder, marker } = await artifact("prebuilt", { ...output, "lib/a.js": "1" });
  const { report } = await deploy({ artifact: folder });
  expect(report).toMatchObject({ verdict: "pass", reason: expect.stringContaining(`${marker} is live`) });
  const deployed = vercel
    .state()
    .deployments.at(-1)
    ?.files.map(({ file }) => file);
  expect(deployed?.toSorted()).toEqual([
    ".vercel/output/config.json",
    ".vercel/output/functions/api.func/.vc-config.json",
    ".vercel/output/static/assets/app-one.js",
    ".vercel/output/static/assets/git.js",
    ".vercel/output/static/index.html",
    ".vercel/output/static/rollout-assets.json",
    "lib/a.js",
  ]);
  const origin = vercel.origin("app.example.com");
  expect((await fetch(`${origin}/api`)).status).toBe(501);
  expect((await fetch(`${origin}/assets/app-one.js`)).status).toBe(200);
});

test("a build of the host's own is waited for, probed, promoted, and gone back from; its project stays as it was", async () => {
  const { vercel, inputs, deploy } = await start(autoOff);
  const before = await deploy({ artifact: (await builtSite()).folder, ...own });
  const { folder } = await artifact("existing");
  const given = { artifact: folder, ...own };
  const push = { project: "prj_web", commit, files: built(commit) };
  vercel.change((state) => void (state.pace.building = 3));
  const clock = fakeClock();
  let id = "";
  const sleep: typeof clock.sleep = async (...wait) => {
    id ||= await buildPushed(systemHttp, { url: vercel.url, token: "t0ken" }, push);
    await clock.sleep(...wait);
  };
  const { report, outputs, world } = await deploy(given, { clock: { ...clock, sleep } });
  expect(report).toMatchObject({ verdict: "pass", reason: `${commit} is live as ${id}.` });
  expect(outputs).toMatchObject({ deployment: id, previous: before.outputs.deployment, marker: commit });
  expect(vercel.state().projects[0]?.autoAssignCustomDomains).toBe(false);
  const again = await deploy(given);
  expect(again.report.reason).toBe(`${commit} is live already.`);
  const change = changeOf(JSON.parse(world.emitted["receipt"] ?? "{}") as Parameters<typeof changeOf>[0]);
  expect(await undoWeb(inputs(given), change, world)).toMatchObject({ outcome: "reverted" });
  expect(vercel.live().deployment).toBe(before.outputs.deployment);
});

test("a plan of a build that the host makes is the same before it is there and after", async () => {
  const { vercel, inputs } = await start(autoOff);
  const { folder } = await artifact("existing");
  const given = inputs({ artifact: folder, ...own });
  const first = await planWeb(given, await testWorld());
  const push = { project: "prj_web", commit, files: built(commit) };
  await buildPushed(systemHttp, { url: vercel.url, token: "t0ken" }, push);
  const second = await planWeb(given, await testWorld());
  expect(second.decisions).toEqual(first.decisions);
  expect(first).toMatchObject({ work: "some", decisions: { becomes: { commit } } });
});

test.each<[string, (state: VercelState) => void, string, RegExp]>([
  ["none", () => undefined, "", /Vercel has no production deployment of commit 0123.* after 0\.02 s\./],
  [
    "one that failed",
    ({ projects: [project] }) => {
      if (project) project.nextBuildFailure = { code: "X", message: "no memory" };
    },
    commit,
    /Vercel ended its build of commit 0123.* as ERROR: no memory\./,
  ],
  [
    "one that never ends",
    (state) => void (state.pace.building = 1e6),
    commit,
    /is BUILDING still after 0\.02 s/,
  ],
  ["another commit's", () => undefined, "f".repeat(40), /has no production deployment of commit 0123/],
])(
  "of %s of the host's builds a release says what is wrong, and nothing moves",
  async (_, edit, pushed, said) => {
    const { vercel, deploy } = await start((state) => {
      autoOff(state);
      edit(state);
    });
    const live = vercel.live();
    if (pushed !== "") {
      const push = { project: "prj_web", commit: pushed, files: built(pushed) };
      const id = await buildPushed(systemHttp, { url: vercel.url, token: "t0ken" }, push);
      await settle(vercel.url, id);
    }
    const { folder } = await artifact("existing");
    await expect(deploy({ artifact: folder, ...own, "existing-timeout": "20ms" })).rejects.toMatchObject({
      code: "PR478",
      message: expect.stringMatching(said),
    });
    expect(vercel.live()).toEqual(live);
  },
);

/** Looks at a deployment three times: by looks it goes on. */
async function settle(url: string, id: string): Promise<void> {
  for (let look = 0; look < 3; look += 1)
    await fetch(`${url}/v13/deployments/${id}`, { headers: { authorization: "Bearer t0ken" } });
}

test("a build that does not say its commit is not promoted", async () => {
  const { vercel, deploy } = await start(autoOff);
  const push = { project: "prj_web", commit, files: built("something else") };
  await settle(vercel.url, await buildPushed(systemHttp, { url: vercel.url, token: "t0ken" }, push));
  const { folder } = await artifact("existing");
  await expect(deploy({ artifact: folder, ...own })).rejects.toMatchObject({
    code: "PR432",
    message: expect.stringContaining(`its page says something else instead of ${commit}`),
  });
});

test("a project whose builds go live by themselves, or that builds none, is refused when it is planned", async () => {
  const { inputs } = await start();
  const { folder } = await artifact("existing");
  await expect(planWeb(inputs({ artifact: folder, ...own }), await testWorld())).rejects.toMatchObject({
    code: "PR478",
    message: expect.stringContaining("gives its domains to every production build by itself"),
  });
  const world = await testWorld();
  await writeFiles(world.root, { "vercel.json": '{"git":{"deploymentEnabled":false}}' });
  await expect(planWeb(inputs({ artifact: folder, ...own }), world)).rejects.toMatchObject({
    code: "PR478",
    message: expect.stringContaining("git.deploymentEnabled"),
  });
});

test("a host that cannot take a source says so before anything is asked", async () => {
  const { inputs } = await start();
  const { folder } = await artifact("existing");
  const given = { host: "command", artifact: folder };
  await expect(planWeb(inputs(given), await testWorld())).rejects.toMatchObject({
    code: "PR102",
    message: expect.stringContaining("source existing, which host command cannot take"),
  });
});
