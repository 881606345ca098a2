import { afterEach, expect, test } from "@jest/globals";
import { planWeb } from "../../../kit/parts/web/plan-web.ts";
import { systemHttp } from "../../../kit/ports/http.ts";
import type { VercelState } from "../../../rehearsal/stand-ins/vercel/state.ts";
import { loseAnswer } from "../../support/broken-http.ts";
import { spec } from "../../../actions/deploy-web/spec.ts";
import { builtSite } from "../../support/built-site.ts";
import { fakeClock } from "../../support/fake-clock.ts";
import { testWorld } from "../../support/test-world.ts";
import { expectFailure } from "../../support/golden-summary.ts";
import { vercelWorld } from "../../support/vercel-world.ts";

const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function start(...given: Parameters<typeof vercelWorld>): ReturnType<typeof vercelWorld> {
  const made = await vercelWorld(...given);
  open.push(made.vercel);
  return made;
}

const project = (state: VercelState): VercelState["projects"][number] => {
  const first = state.projects[0];
  if (!first) throw new Error("no project");
  return first;
};

/** A world in which release «one» is live, and what «two» comes to after a change behind the API's back. */
async function second(
  edit: (state: VercelState) => void,
  given: Readonly<Record<string, string>> = {},
): Promise<{ readonly outcome: unknown; readonly live: boolean; readonly promotes: number }> {
  const { vercel, deploy } = await start();
  await deploy({ artifact: (await builtSite()).folder });
  const before = vercel.live();
  const asked = vercel.requests.length;
  vercel.change(edit);
  const { folder } = await builtSite({ text: "two" });
  const outcome: unknown = await deploy(
    { artifact: folder, "poll-interval": "500ms", ...given },
    { clock: fakeClock() },
  ).catch((error: unknown) => error);
  const promotes = vercel.requests
    .slice(asked)
    .filter(({ method, path }) => method === "POST" && path.includes("/promote/")).length;
  return { outcome, live: JSON.stringify(vercel.live()) !== JSON.stringify(before), promotes };
}

test("a pinned production is not touched, unless this release is to end the pin", async () => {
  const pin = (state: VercelState): void => void (project(state).autoAssignCustomDomains = false);
  const refused = await second(pin);
  expect(refused).toMatchObject({ outcome: { code: "PR435" }, live: false, promotes: 0 });
  await expectFailure("deploy-web-error", spec, Promise.reject(refused.outcome));
  expect(await second(pin, { unpin: "true" })).toMatchObject({ live: true, promotes: 1 });
});

test("where auto-assignment is off on purpose, it is off again after the promotion", async () => {
  const { vercel, deploy } = await start();
  vercel.change((state) => void (project(state).autoAssignCustomDomains = false));
  await deploy({ artifact: (await builtSite()).folder, "auto-assign": "false" });
  expect(project(vercel.state()).autoAssignCustomDomains).toBe(false);
});

test("rolling releases are refused before anything is uploaded", async () => {
  const on = (state: VercelState): void => void (project(state).rollingRelease = { target: "production" });
  expect(await second(on)).toMatchObject({ outcome: { code: "PR435" }, live: false, promotes: 0 });
});

test("an origin whose domain nobody has verified is refused by the plan; another such domain is told, and not moved", async () => {
  const { vercel, inputs, deploy } = await start();
  const { folder } = await builtSite();
  vercel.change((state) => {
    for (const domain of project(state).domains.slice(1)) domain.unverified = true;
  });
  const planned = planWeb(inputs({ artifact: folder }), await testWorld());
  const name = new URL(vercel.origin("www.example.com")).host;
  await expect(planned).rejects.toMatchObject({
    code: "PR435",
    message: expect.stringContaining(`${name} is not verified`),
  });
  const given = { artifact: folder, origins: vercel.origin("app.example.com") };
  const { unverified } = await planWeb(inputs(given), await testWorld());
  expect(unverified).toEqual([
    expect.stringContaining(`${name} is a domain of the project that is not verified`),
  ]);
  await deploy(given);
  const { deployments } = vercel.state();
  expect(vercel.live().domains).toEqual({
    "app.example.com": deployments.at(-1)?.id,
    "www.example.com": null,
  });
});

test("a domain that leaves the project while the others move is not waited for", async () => {
  const { vercel, deploy } = await start();
  const http: typeof systemHttp = async (url, init) => {
    const answer = await systemHttp(url, init);
    if (String(url).includes("/promote/")) vercel.change((state) => void project(state).domains.pop());
    return answer;
  };
  const origins = vercel.origin("app.example.com");
  await deploy({ artifact: (await builtSite()).folder, origins }, { http });
  const { deployments } = vercel.state();
  expect(vercel.live().domains).toEqual({ "app.example.com": deployments[0]?.id });
});

test.each(["queued", "skipped"] as const)(
  "a promotion that is %s has moved nothing, and is said to",
  async (fate) => {
    const outcome = await second((state) => void (project(state).nextAliasJob = fate));
    expect(outcome).toMatchObject({ outcome: { name: "UserError" }, live: false, promotes: 1 });
  },
);

test("a promotion that fails half way is told with its count, and not asked for again", async () => {
  const { outcome, promotes } = await second((state) => void (project(state).nextAliasJob = "failed"));
  expect(outcome).toMatchObject({ code: "PR433", message: expect.stringContaining("1 of 2") });
  expect(promotes).toBe(1);
});

test("a promotion that never ends meets our own deadline", async () => {
  const { outcome } = await second((state) => void (project(state).nextAliasJob = "stuck"));
  expect(outcome).toMatchObject({ code: "PR433", message: expect.stringContaining("after 3 s 0 of 2") });
});

test("a promotion that Vercel forgot is told from one that came through", async () => {
  const { outcome, live } = await second((state) => void (project(state).nextAliasJob = "unrecorded"));
  expect(outcome).toMatchObject({ code: "PR433" });
  expect(live).toBe(false);
});

test("a lost answer to the promotion is read, not asked again", async () => {
  const { vercel, deploy } = await start();
  const { folder } = await builtSite();
  const { report } = await deploy(
    { artifact: folder },
    { http: loseAnswer(systemHttp, "POST", /\/promote\//) },
  );
  expect(report.verdict).toBe("pass");
  expect(vercel.requests.filter(({ path }) => path.includes("/promote/"))).toHaveLength(1);
});

test("a lost answer to the creation does not make a second deployment", async () => {
  const { vercel, deploy } = await start();
  const { folder } = await builtSite();
  vercel.change((state) => void (state.pace.building = 2));
  let posts = 0;
  const http: typeof systemHttp = async (url, init) => {
    const answer = await systemHttp(url, init);
    posts += new URL(url).pathname === "/v13/deployments" && init?.method === "POST" && answer.ok ? 1 : 0;
    if (posts !== 1 || !answer.ok || init?.method !== "POST") return answer;
    posts += 1;
    throw new TypeError("fetch failed", { cause: { code: "ECONNRESET" } });
  };
  await deploy({ artifact: folder }, { http });
  expect(vercel.state().deployments).toHaveLength(1);
});

test("files are uploaded once, and only those that Vercel has not", async () => {
  const { vercel, deploy } = await start();
  await deploy({ artifact: (await builtSite()).folder });
  const asked = vercel.requests.length;
  await deploy({ artifact: (await builtSite({ text: "two" })).folder });
  const uploads = vercel.requests.slice(asked).filter(({ path }) => path === "/v2/files");
  // The page, its script, version.json, and the list of hashed assets; not what the site has kept.
  expect(uploads).toHaveLength(4);
});

test("a deployment that ends in ERROR is told with Vercel's reason; production is as it was", async () => {
  const fails = (state: VercelState): void =>
    void state.faults.push({
      method: "GET",
      path: "/v13/deployments/dpl_.*",
      times: 9,
      status: 200,
      json: { readyState: "ERROR", errorMessage: "out of luck", url: "x" },
    });
  const { outcome, live } = await second((state) => {
    state.faults.push({
      method: "GET",
      path: "/v13/deployments/dpl_.*",
      times: 1,
      status: 200,
      json: { url: "x", readyState: "READY" },
    });
    fails(state);
  });
  expect(outcome).toMatchObject({ code: "PR431", message: expect.stringContaining("out of luck") });
  expect(live).toBe(false);
});

test("behind the login page a bypass secret is asked for; with it the staged site is probed", async () => {
  const secret = "b".repeat(32);
  const { vercel, deploy } = await start({ bypassSecret: secret });
  const { folder } = await builtSite();
  await expect(deploy({ artifact: folder })).rejects.toMatchObject({
    code: "PR432",
    fix: expect.stringContaining("protection-bypass"),
  });
  expect(vercel.live().deployment).toBeNull();
  const { report } = await deploy({ artifact: folder, "protection-bypass": secret });
  expect(report.evidence).toContain("1 of 1 scripts and styles were served by the staged site");
});
