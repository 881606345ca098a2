import { chmod, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { expect, test } from "@jest/globals";
import { liveExec } from "../../../../kit/ports/live-exec.ts";
import { npmRegistry } from "../../../../kit/shadow/engines/npm-registry.ts";

/** A machine whose npm does this. */
async function machine(npm: string, env: Readonly<Record<string, string>> = {}) {
  const temp = await mkdtemp(join(tmpdir(), "prism-rollout-npm-"));
  await writeFile(join(temp, "npm"), `#!/bin/sh\n${npm}\n`);
  await chmod(join(temp, "npm"), 0o755);
  const path = [temp, process.env["PATH"] ?? ""].join(delimiter);
  return { exec: liveExec(() => undefined), temp, env: { PATH: path, ...env } };
}

test("npm itself is asked which registry the machine uses, unless the environment says it", async () => {
  const npm = '[ "$*" = "config get registry" ] && echo http://127.0.0.1:4873/npm/';
  expect(await npmRegistry(await machine(npm))).toBe("http://127.0.0.1:4873/npm/");
  const told = { npm_config_registry: "http://127.0.0.1:9/" };
  expect(await npmRegistry(await machine("exit 1", told))).toBe("http://127.0.0.1:9/");
});

test.each(["exit 1", "echo undefined", "echo", "echo file:///etc/passwd"])(
  "an npm that names none (%s) gives none",
  async (npm) => {
    expect(await npmRegistry(await machine(npm))).toBeUndefined();
  },
);

test("a machine without npm gives none", async () => {
  const { exec, temp } = await machine("exit 0");
  expect(await npmRegistry({ exec, temp, env: { PATH: "/nowhere" } })).toBeUndefined();
});
