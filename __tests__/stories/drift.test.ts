import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { markerIn } from "../../kit/parts/web/marker.ts";
import { type PlayResult, allJobs } from "../../rehearsal/player/player.ts";
import { playRelease } from "../../rehearsal/release/play-release.ts";
import { witness } from "../../rehearsal/release/witness.ts";
import { target } from "../../rehearsal/world/target.ts";
import { startWorld } from "../../rehearsal/world/start-world.ts";
import type { World } from "../../rehearsal/world/world.ts";

const patience = 300_000;
const paywall = "VITE_PAYWALL_ENABLED";
let world: World;

beforeAll(async () => {
  world = await startWorld({ env: process.env, skip: "checks" });
  const { result, log } = await played("merge-to-main");
  expect({ result, end: log.slice(-2000) }).toMatchObject({ result: "success" });
}, patience);
afterAll(() => world.close(), patience);

async function played(caller: string, inputs?: Readonly<Record<string, string>>) {
  const lines: string[] = [];
  const people = witness(world, []);
  const result = await playRelease(world, {
    caller: `examples/workflows/${caller}.yml`,
    inputs,
    approve: "all",
    onEvent: (event) => {
      people.event(event);
      if (event.kind === "log") lines.push(event.line);
    },
  });
  await people.end();
  return { ...result, log: lines.join("\n") };
}

const output = ({ jobs }: PlayResult, id: string, name: string): string | undefined =>
  allJobs(jobs).find((job) => job.id === id)?.outputs[name];

const held = (): string | undefined =>
  world.host.vercel?.state().projects[0]?.env.find(({ key }) => key === paywall)?.value;

const page = async (): Promise<string> => await (await fetch(`${world.cdn.origin(target.domain)}/`)).text();

test(
  "as it was left there is no drift, and nobody is sent for",
  async () => {
    const run = await played("drift", { target: "production" });
    expect(run.log).toContain("production is as production-");
    expect(run.result).toBe("success");
    expect(output(run, "compare", "drift")).toBe("none");
    expect(world.github.state().dispatches).toEqual([]);
  },
  patience,
);

test(
  "a paywall that was toggled at the host is named; its fix leaves it false, and the live commit built and deployed again",
  async () => {
    world.host.vercel?.change(({ projects }) =>
      projects[0]?.env.forEach((one) => void (one.key === paywall && (one.value = "true"))),
    );
    const marker = markerIn(await page());
    const before = world.host.vercel?.live().deployment;
    const run = await played("drift", { target: "production" });
    expect(run.result).toBe("failure");
    expect(output(run, "compare", "components")).toBe("required-env");
    expect(run.log).toContain(`promote.yml was started for ${world.commit} with only: deploy-web.`);
    const [dispatch] = world.github.state().dispatches;
    expect(dispatch).toMatchObject({
      workflow: "promote.yml",
      branch: "main",
      inputs: { target: "production", only: "deploy-web", commit: world.commit },
    });
    const fix = await played("promote", dispatch?.inputs);
    expect(fix.log).toContain(`${paywall} is set to "false" again`);
    expect(output(fix, "rollback", "outcome")).toBe("released");
    expect(held()).toBe("false");
    expect(world.host.vercel?.live().deployment).not.toBe(before);
    expect(markerIn(await page())).toBe(marker);
    const after = await played("drift", { target: "production" });
    expect(output(after, "compare", "drift")).toBe("none");
  },
  patience,
);
