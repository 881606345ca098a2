import { afterEach, expect, test } from "@jest/globals";
import { hostStage } from "../../../../support/hosts/stage.ts";
import { startedVercel } from "../../../../support/hosts/vercel.ts";

const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

test("what was seen a moment ago is not asked for again, unless the domains are elsewhere or moving", async () => {
  const started = await startedVercel();
  open.push(started);
  const { standIn } = started;
  const { host, release } = await hostStage({ name: "vercel", start: async () => started });
  const [to, from] = [await release("one"), await release("two")].map(({ id }) => id);
  const one = await host();
  const look = async (
    live: Awaited<ReturnType<typeof one.inspect>>,
    way = { from: from ?? null, to: to ?? null },
  ) => {
    const asked = standIn.requests.length;
    const { outcome } = await one.goBack(way, { dryRun: true, live });
    return [outcome, standIn.requests.length - asked];
  };
  const live = await one.inspect();
  expect(await look(live)).toEqual(["reverted", 1]);
  expect((await look({ ...live, moving: from ?? null }))[1]).toBeGreaterThan(1);
  expect((await look({ ...live, domains: {} }))[1]).toBeGreaterThan(1);
  expect((await look(live, { from: "dpl_other", to: to ?? null }))[0]).toBe("drift");
  standIn.change(({ projects: [project] }) => {
    for (const domain of project?.domains ?? []) domain.deployment = "dpl_theirs";
  });
  expect(await one.goBack({ from: from ?? null, to: to ?? null })).toMatchObject({ outcome: "drift" });
});
