import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import { planWeb } from "../../../kit/parts/web/plan-web.ts";
import { type Http, systemHttp } from "../../../kit/ports/http.ts";
import { sha256 } from "../../../kit/release/canonical.ts";
import { writeFormat } from "../../../kit/release/formats.ts";
import type { PlanPart } from "../../../kit/release/plan/plan.ts";
import { approved } from "../../support/approved.ts";
import { cutAfter } from "../../support/broken-http.ts";
import { builtSite } from "../../support/built-site.ts";
import { fakeClock } from "../../support/fake-clock.ts";
import { artifactFrom, autoOff, commit, ofExisting, push } from "../../support/git-built.ts";
import { testWorld } from "../../support/test-world.ts";
import { vercelWorld } from "../../support/vercel-world.ts";

const open: { close(): Promise<void> }[] = [];
const release = "production-20261122-0123456789ab-42";

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

/** A site that is live, the host's own build of the next commit, and the approved plan to promote it. */
async function planned() {
  const made = await vercelWorld();
  open.push(made.vercel);
  made.vercel.change(autoOff);
  const before = await made.deploy({ artifact: (await builtSite()).folder, ...ofExisting });
  const id = await push(made.vercel);
  const given = { artifact: (await artifactFrom("existing")).folder, ...ofExisting };
  const part = await planWeb(made.inputs(given), await testWorld());
  return { ...made, before, id, given: { ...given, release, ...(await planFile(part)) } };
}

async function planFile(part: PlanPart): Promise<Readonly<Record<string, string>>> {
  const shape = { schema: "prism-rollout/plan@1", release, target: "default", commit } as const;
  const whole = { ...shape, parts: [part], gates: [] };
  const text = writeFormat(whole);
  const plan = join((await testWorld()).temp, "plan.json");
  await writeFile(plan, text);
  return { plan, ...approved(part, { sha256: sha256(text) }) };
}

/** As often as the host is looked at, it goes on. */
const looks = (count: number, look: () => Promise<unknown>) => async (): Promise<void> => {
  for (let done = 0; done < count; done += 1) await look();
};

test.each<[string, string, RegExp, number]>([
  ["while the build is waited for", "GET", /^\/v13\/deployments\/dpl_/, 0],
  ["when the promotion was sent, and it is under way still", "POST", /\/promote\//, 0],
  ["when the promotion was sent, and all domains have moved since", "POST", /\/promote\//, 9],
])(
  "a release of the host's own build that is cut %s goes on, and ends the same",
  async (_, method, path, since) => {
    const { vercel, deploy, before, id, given } = await planned();
    vercel.change((state) => void (state.pace.building = 3));
    const http: Http = cutAfter(systemHttp, method, path);
    await expect(deploy(given, { http, clock: fakeClock(Date.now()) })).rejects.toThrow();
    const headers = { authorization: "Bearer t0ken" };
    const look = () => fetch(`${vercel.url}/v9/projects/prj_web?rollbackInfo=true`, { headers });
    await looks(since, look)();
    const { outputs, report } = await deploy(given);
    expect(report).toMatchObject({
      verdict: "pass",
      evidence: expect.arrayContaining([`2 of 2 origins serve ${commit}`]),
    });
    expect(outputs).toMatchObject({ deployment: id, previous: before.outputs.deployment });
    expect(vercel.requests.filter(({ path: asked }) => asked.endsWith(`/promote/${id}`))).toHaveLength(1);
    expect(vercel.state().projects[0]?.autoAssignCustomDomains).toBe(false);
  },
);

test.each([
  ["an entry without an id", { deployments: [{ readyState: "READY", url: "x", meta: {} }] }],
  ["no list", {}],
])("where Vercel lists its builds as %s, nothing is promoted, and it is told as that", async (_, json) => {
  const { vercel, deploy, given } = await planned();
  const live = vercel.live();
  vercel.change(({ faults }) => {
    faults.push({ method: "GET", path: "/v7/deployments", times: 9, status: 200, json });
  });
  await expect(deploy(given)).rejects.toMatchObject({
    code: "PR306",
    message: expect.stringContaining("Vercel"),
  });
  expect(vercel.live()).toEqual(live);
});
