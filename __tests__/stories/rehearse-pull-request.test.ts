import { expect, test } from "@jest/globals";
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { startWorld } from "../../rehearsal/world/start-world.ts";
import { version } from "../support/package-version.ts";
import { patience, playCaller } from "./play-caller.ts";

/** In place of npm's own, which fetches: says how it was asked, and then what a rehearsal says last. */
function npx(status: number, last: string): { readonly folder: string; readonly asked: () => string } {
  const folder = mkdtempSync(join(tmpdir(), "prism-npx-"));
  const asked = join(folder, "asked");
  const text = `#!/bin/sh\nprintf '%s\\n' "$@" > '${asked}'\necho '${last}'\nexit ${status}\n`;
  writeFileSync(join(folder, "npx"), text);
  chmodSync(join(folder, "npx"), 0o755);
  return { folder, asked: () => readFileSync(asked, "utf8") };
}

async function played(status: number, last: string) {
  const { folder, asked } = npx(status, last);
  const world = await startWorld({ env: process.env, skip: "checks" });
  try {
    const env = { ...world.env, PATH: `${folder}${delimiter}${world.env["PATH"]}` };
    const { result } = await playCaller({ ...world, env }, "rehearse-pull-request.yml", {
      attempts: 0,
      pullRequest: { number: 7, from: "stranger/prism" },
    });
    return { result, asked: asked().split("\n") };
  } finally {
    await world.close();
  }
}

test(
  "a pull request, also of a fork, is rehearsed by the published package of this version, and green where that is",
  async () => {
    const { result, asked } = await played(0, '{"outcome":"released"}');
    expect(result).toBe("success");
    expect(asked.slice(0, 3)).toEqual(["--yes", `prism-rollout@${version}`, "rehearse"]);
    expect(asked).toEqual(expect.arrayContaining(["--json", "--target", "production", "--summary"]));
    expect(asked).not.toContain("--from");
  },
  patience,
);

test(
  "where the rehearsal ends otherwise, or cannot be played, the job fails",
  async () => {
    expect((await played(2, '{"outcome":"held"}')).result).toBe("failure");
    expect((await played(70, "no JSON at all")).result).toBe("failure");
  },
  patience,
);
