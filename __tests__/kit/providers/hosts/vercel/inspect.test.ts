import { expect, test } from "@jest/globals";
import { hostStage } from "../../../../support/hosts/stage.ts";
import { startedVercel } from "../../../../support/hosts/vercel.ts";

test("what the project takes for live says nothing where the aliases know better", async () => {
  const started = await startedVercel();
  try {
    const { standIn } = started;
    const { host, release } = await hostStage({ name: "vercel", start: async () => started });
    const before = standIn.state().projects[0]?.domains[0]?.deployment ?? null;
    await release("one");
    standIn.change(({ projects }) =>
      projects.forEach(({ domains }) => domains.forEach((domain) => void (domain.deployment = before))),
    );
    const { deployment, said } = await (await host()).inspect();
    expect([deployment, said.marker]).toEqual([before, null]);
  } finally {
    await started.close();
  }
});
