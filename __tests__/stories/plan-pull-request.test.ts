import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { startWorld } from "../../rehearsal/world/start-world.ts";
import type { World } from "../../rehearsal/world/world.ts";
import { patience, playCaller } from "./play-caller.ts";

const caller = "plan-pull-request.yml";
let world: World;
beforeAll(async () => {
  world = await startWorld({ env: process.env, skip: "checks" });
}, patience);
afterAll(() => world.close(), patience);

const errors = (said: readonly string[]) => said.filter((line) => line.startsWith("error"));

test(
  "a pull request of the repository is planned against what is live, and leaves nothing in the record",
  async () => {
    const before = await world.live();
    const summaries: string[] = [];
    const played = await playCaller(world, caller, {
      pullRequest: { number: 7, from: "acme/prism" },
      onEvent: (event) => {
        if (event.kind === "summary") summaries.push(event.markdown);
      },
    });
    expect({ errors: errors(played.said), result: played.result }).toEqual({ errors: [], result: "success" });
    expect(summaries.join("\n")).toContain(
      "Planned against what is live: 4 of 4 phases would have work on production.",
    );
    const { deployments, comments } = world.github.state();
    expect(deployments).toEqual([]);
    expect(comments).toHaveLength(1);
    expect(comments[0]?.body).toContain("Planned against what is live");
    expect(await world.live()).toEqual(before);
  },
  patience,
);

test(
  "one from a fork gets no secret and a token that only reads: it is planned against the record",
  async () => {
    const summaries: string[] = [];
    const played = await playCaller(world, caller, {
      pullRequest: { number: 8, from: "eve/prism" },
      onEvent: (event) => {
        if (event.kind === "summary") summaries.push(event.markdown);
      },
    });
    expect({ errors: errors(played.said), result: played.result }).toEqual({ errors: [], result: "success" });
    expect(summaries.join("\n")).toContain("Planned against the record, not against what is live");
    const { deployments, comments } = world.github.state();
    expect(deployments).toEqual([]);
    expect(comments.filter(({ body }) => body.includes("against the record"))).toEqual([]);
  },
  patience,
);
