import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { githubPatience } from "../../rehearsal/player/player.ts";
import { playRelease } from "../../rehearsal/release/play-release.ts";
import { startWorld } from "../../rehearsal/world/start-world.ts";
import type { World } from "../../rehearsal/world/world.ts";
import { patience } from "./play-caller.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld({ env: process.env, skip: "checks" });
}, patience);
afterAll(() => world.close(), patience);

/** The environments that the probe's first lines ask for. */
async function setUp(): Promise<void> {
  const token = world.github.issueToken({ administration: "write", actions: "read" });
  const ada = world.github.state().users.find(({ login }) => login === "ada")?.id;
  for (const name of ["approved", "rejected", "bypassed", "held", "secret"]) {
    const reviewers = name === "secret" ? [] : [{ type: "User", id: ada }];
    const answer = await fetch(`${world.github.url}/repos/acme/prism/environments/probe-${name}`, {
      method: "PUT",
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify({ reviewers }),
    });
    expect(answer.status).toBe(200);
  }
  world.github.change(({ environments }) => {
    const secret = environments.find(({ name }) => name === "probe-secret");
    Object.assign(secret?.secrets ?? {}, { PROBE_SECRET: "from-the-environment" });
  });
}

test(
  "the probe of real GitHub runs, asks every question, and expects what the player does",
  async () => {
    await setUp();
    const summaries: string[] = [];
    const { jobs } = await playRelease(world, {
      caller: "examples/probe.yml",
      inputs: {},
      approve: "all",
      reject: "rejected",
      patience: { ...githubPatience, minute: 3000, interrupt: 300, terminate: 300 },
      onEvent: (event) => {
        if (event.kind === "summary") summaries.push(event.markdown);
      },
    });
    expect(jobs.find(({ id }) => id === "table")?.result).toBe("success");
    const rows = summaries
      .join("\n")
      .split("\n")
      .flatMap((line) => {
        const [, question = "", expected = "", got = "", said = ""] = line.split(" | ").join("|").split("|");
        return said.includes("as expected") || said.includes("DIFFERS")
          ? [{ question: question.trim(), expected, got, differs: said.includes("DIFFERS") }]
          : [];
      });
    expect(rows.length).toBeGreaterThan(18);
    // Groups are not waited for in a rehearsal: which of two jobs is first there is chance.
    const byChance = "a waiting job holds its group";
    expect(rows.map(({ question }) => question)).toContain(byChance);
    // Nobody bypasses in a rehearsal, and no administrator's token is given.
    const other = rows.filter(({ differs, question }) => differs && question !== byChance);
    expect(other.map(({ question }) => question)).toEqual([
      "an administrator's bypass is no approval",
      "PUT of an environment without reviewers",
    ]);
  },
  patience,
);
