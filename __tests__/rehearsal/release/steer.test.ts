import { expect, test } from "@jest/globals";
import { steer } from "../../../rehearsal/release/steer.ts";
import { openRun, repository, withGithub } from "../stand-ins/github/world.ts";

const MINUTE = 60_000;

test("a gate with a timer and no reviewers is passed by its time; nobody is asked to approve it", async () => {
  const environments = [{ name: "production-deploy-web", waitTimer: 1, secrets: { TOKEN: "t" } }];
  await withGithub(repository({ environments }), async (github, clock) => {
    const supabase = { change: () => undefined } as unknown as Parameters<typeof steer>[0]["supabase"];
    const keeper = steer({ github, supabase }, openRun(github), { approve: "all" });
    const signal = new AbortController().signal;
    const arrival = { environment: "production-deploy-web", job: "web", deployment: false, signal };
    const answer = keeper.arrive(arrival);
    await clock.advance(MINUTE);
    expect(await answer).toEqual({ approved: true, secrets: { TOKEN: "t" }, vars: {} });
  });
});
