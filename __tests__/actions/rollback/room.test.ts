import { afterEach, expect, test } from "@jest/globals";
import { systemHttp } from "../../../kit/ports/http.ts";
import { cutAtNext } from "../../support/broken-http.ts";
import { type LiveRelease, liveRelease } from "../../support/live-release.ts";
import { needsUntil } from "../../support/needs-until.ts";

const open: LiveRelease[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

const index = "supabase/functions/hello/index.ts";
const needs = needsUntil("smoke", "failure", { verdict: "fail", failed: "playwright" });

/** A release that is live, and a bundle of `hello` that another deployment has left since. */
async function stage(options: Parameters<typeof liveRelease>[0] = {}): Promise<LiveRelease> {
  const made = await liveRelease({ phases: ["functions"], strict: true, ...options });
  open.push(made);
  const hello = made.platform.functions.get("hello");
  if (hello?.live === undefined) throw new Error("hello is not live");
  const files = new Map([...hello.live.files, [index, Buffer.from("export const abandoned = 1;")]]);
  made.platform.functions.set("hello", {
    ...hello,
    staged: { ...hello.live, version: hello.live.version + 1, files },
  });
  return made;
}

const text = ({ platform }: LiveRelease): string =>
  Buffer.from(platform.functions.get("hello")?.live?.files.get(index) ?? "").toString();

const outcomes = ({ outputs }: Awaited<ReturnType<LiveRelease["rollback"]>>): unknown =>
  Object.fromEntries(
    (JSON.parse(outputs.components ?? "[]") as { component: string; outcome: string }[]).map(
      ({ component, outcome }) => [component, outcome],
    ),
  );

test.each([
  ["sources", false],
  ["bundles", true],
])(
  "a rollback by %s makes room for itself where an abandoned bundle is in its way",
  async (_, withoutSources) => {
    const made = await stage({ withoutSources });
    expect(outcomes(await made.rollback({ needs }))).toMatchObject({ hello: "reverted", world: "reverted" });
    expect(made.live()).toEqual(made.before);
  },
);

const cut = () => cutAtNext(systemHttp, "POST", /\/deploy$/, { method: "PUT", times: 2 });

test("one that ends while that bundle is live is run again, and all is back", async () => {
  const made = await stage();
  await made.rollback({ needs }, { http: cut() });
  expect(text(made)).toContain("abandoned");
  const again = await made.rollback({ needs });
  expect(outcomes(again)).toMatchObject({ hello: "reverted", world: "reverted" });
  expect(made.live()).toEqual(made.before);
});

test("what somebody else deploys over that bundle is drift", async () => {
  const made = await stage();
  await made.rollback({ needs }, { http: cut() });
  await made.deployFunctions("hotfix");
  const live = made.live();
  expect(outcomes(await made.rollback({ needs }))).toMatchObject({ hello: "drift" });
  expect(made.live()).toEqual(live);
});
