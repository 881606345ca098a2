import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { join } from "node:path";
import { playAttempts } from "../../rehearsal/release/play-attempts.ts";
import { startWorld } from "../../rehearsal/world/start-world.ts";
import type { World } from "../../rehearsal/world/world.ts";
import { startAlone } from "../support/start-alone.ts";

const patience = 60_000;
let world: World;

beforeEach(async () => {
  world = await startWorld({ env: process.env });
}, patience);
afterEach(() => world.close(), patience);

const alone = (action: string, inputs?: Readonly<Record<string, string>>) =>
  startAlone(world, action, inputs);

const saysSo = (phase: string) => `${phase} stands alone, has planned itself, and applies what it planned`;

test(
  "migrate, alone, plans itself, applies and says so; again, it has nothing to do",
  async () => {
    const first = await alone("migrate");
    expect(first.out).toContain(saysSo("migrate"));
    expect(first.out).toContain("5 of 5 migrations applied and recorded");
    expect(first.code).toBe(0);
    expect(await world.live()).toMatchObject({ ledger: "0012" });
    const again = await alone("migrate");
    expect(again.code).toBe(0);
    expect(again.out).not.toContain(saysSo("migrate"));
  },
  patience,
);

test(
  "deploy-functions, alone, plans itself, applies and says so",
  async () => {
    const before = await world.live();
    const { code, out } = await alone("deploy-functions");
    expect(out).toContain(saysSo("deploy-functions"));
    expect(out).toContain("4 of 4 functions are active");
    expect(code).toBe(0);
    expect((await world.live()).functions).not.toEqual(before.functions);
  },
  patience,
);

test(
  "build and deploy-web, alone, bring the site live; purge-cdn, alone, makes the CDN forget",
  async () => {
    const before = await world.live();
    const built = await alone("build");
    expect(built.code).toBe(0);
    const artifact = join(built.temp, "prism-rollout", "build");
    const deployed = await alone("deploy-web", { artifact, "staged-specs": "false" });
    expect(deployed.out).toContain(saysSo("deploy-web"));
    expect(deployed.code).toBe(0);
    expect((await world.live()).web).not.toBe(before.web);
    expect((await world.live()).served).toEqual(before.served);
    const purged = await alone("purge-cdn");
    expect(purged.out).toContain(saysSo("purge-cdn"));
    expect(purged.code).toBe(0);
    expect((await world.live()).served).not.toEqual(before.served);
  },
  patience,
);

test(
  "smoke, alone, runs the repository's own commands and the tests that it is given",
  async () => {
    const { code, out } = await alone("smoke", {
      stage: "before",
      install: "none",
      "install-browsers": "none",
    });
    expect(out).toContain("3 of 3 commands passed");
    expect(code).toBe(0);
  },
  patience,
);

test(
  "observe, alone, counts from the newest activation",
  async () => {
    const people = playAttempts(world.project, { attempts: 40 });
    const { code, out } = await alone("observe");
    await people;
    expect(out).toMatch(/0 of \d+ attempts failed/);
    expect(code).toBe(0);
  },
  patience,
);

test(
  "rollback, alone, tries the way back without changing anything, and asks for a reason before it does",
  async () => {
    const before = await world.live();
    const tried = await alone("rollback", { "dry-run": "true" });
    expect(tried.out).toContain("No github-token");
    expect(await world.live()).toEqual(before);
    const meant = await alone("rollback");
    expect(meant.code).toBe(1);
    expect(meant.out).toMatch(/::error::PR\d{3}: .*reason/);
  },
  patience,
);

test(
  "plan, alone, says what each phase would do",
  async () => {
    const built = await alone("build");
    const { code, out } = await alone("plan", { artifact: join(built.temp, "prism-rollout", "build") });
    expect(out).toContain("4 of 4 phases have work");
    expect(code).toBe(0);
  },
  patience,
);
