import { afterEach, expect, test } from "@jest/globals";
import { planWeb } from "../../../kit/parts/web/plan-web.ts";
import { changeOf, undoWeb } from "../../../kit/parts/web/undo-web.ts";
import type { VercelState } from "../../../rehearsal/stand-ins/vercel/state.ts";
import { builtSite } from "../../support/built-site.ts";
import { fakeClock } from "../../support/fake-clock.ts";
import { artifactFrom, autoOff, commit, ofExisting, push, vercelOutput } from "../../support/git-built.ts";
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

test("a prebuilt output is deployed with its own routes, functions and links, and keeps what tabs need", async () => {
  const { vercel, deploy } = await start();
  await deploy({ artifact: (await builtSite()).folder });
  const files = Object.entries({
    ...vercelOutput("none"),
    "functions/api.func/.vc-config.json": '{"filePathMap":{"lib/a.js":"lib/a.js"}}',
  });
  const output = Object.fromEntries(files.map(([path, text]) => [`.vercel/output/${path}`, text]));
  const { folder, marker } = await artifactFrom("prebuilt", { ...output, "lib/a.js": "1" });
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
  const before = await deploy({ artifact: (await builtSite()).folder, ...ofExisting });
  const { folder } = await artifactFrom("existing");
  const given = { artifact: folder, ...ofExisting };
  vercel.change((state) => void (state.pace.building = 3));
  const clock = fakeClock();
  let id = "";
  const sleep: typeof clock.sleep = async (...wait) => {
    id ||= await push(vercel);
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
  const { folder } = await artifactFrom("existing");
  const given = inputs({ artifact: folder, ...ofExisting });
  const first = await planWeb(given, await testWorld());
  await push(vercel);
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
    if (pushed !== "") await settle(vercel.url, await push(vercel, pushed));
    const { folder } = await artifactFrom("existing");
    await expect(
      deploy({ artifact: folder, ...ofExisting, "existing-timeout": "20ms" }),
    ).rejects.toMatchObject({
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
  await settle(vercel.url, await push(vercel, commit, "something else"));
  const { folder } = await artifactFrom("existing");
  await expect(deploy({ artifact: folder, ...ofExisting })).rejects.toMatchObject({
    code: "PR432",
    message: expect.stringContaining(`its page says something else instead of ${commit}`),
  });
});

test("a project whose builds go live by themselves, or that builds none, is refused when it is planned", async () => {
  const { inputs } = await start();
  const { folder } = await artifactFrom("existing");
  await expect(planWeb(inputs({ artifact: folder, ...ofExisting }), await testWorld())).rejects.toMatchObject(
    {
      code: "PR478",
      message: expect.stringContaining("gives its domains to every production build by itself"),
    },
  );
  const world = await testWorld();
  await writeFiles(world.root, { "vercel.json": '{"git":{"deploymentEnabled":false}}' });
  await expect(planWeb(inputs({ artifact: folder, ...ofExisting }), world)).rejects.toMatchObject({
    code: "PR478",
    message: expect.stringContaining("git.deploymentEnabled"),
  });
});

test.each([
  ["netlify", "prebuilt"],
  ["netlify", "existing"],
  ["command", "prebuilt"],
  ["command", "existing"],
] as const)("host %s cannot take source %s, and says so before anything is asked", async (host, source) => {
  const { vercel, inputs } = await start();
  const output = Object.entries(vercelOutput("none")).map(([path, text]) => [`.vercel/output/${path}`, text]);
  const { folder } = await artifactFrom(source, Object.fromEntries(output) as Record<string, string>);
  await expect(planWeb(inputs({ host, artifact: folder }), await testWorld())).rejects.toMatchObject({
    code: "PR102",
    message: `The artifact is of source ${source}, which host ${host} cannot take. Nothing was changed.`,
    fix: expect.stringContaining("source: dist"),
  });
  expect(vercel.requests).toEqual([]);
});
