import { expect, test } from "@jest/globals";
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { providePackageManager } from "../../../rehearsal/own/package-manager.ts";
import { folderWith } from "./stage.ts";

const which = (name: string): string => execFileSync("which", [name], { encoding: "utf8" }).trim();

/** A machine whose npm does this; it has bash and what a script needs, and no package manager besides. */
function machineWith(npm: string) {
  const folder = mkdtempSync(join(tmpdir(), "prism-own-"));
  const [bin, path] = [join(folder, "bin"), join(folder, "path")];
  for (const one of [bin, path]) mkdirSync(one);
  for (const name of ["bash", "sh", "mkdir", "ln", "chmod"]) execFileSync("ln", ["-s", which(name), path]);
  writeFileSync(join(path, "npm"), `#!/bin/sh\n${npm}\n`);
  chmodSync(join(path, "npm"), 0o755);
  return { folder, bin, path, env: { PATH: `${path}:${bin}`, HOME: folder }, fetchEnv: {} };
}

const installs = (name: string): string =>
  `echo "$@" > asked; mkdir -p node_modules/.bin; echo '#!/bin/sh' > node_modules/.bin/${name}; chmod +x node_modules/.bin/${name}`;

const pnpmLock = (version: string): string => `lockfileVersion: '${version}'\n`;

test.each([
  ["pnpm", { "pnpm-lock.yaml": pnpmLock("9.0") }, "pnpm@10"],
  ["pnpm", { "pnpm-lock.yaml": pnpmLock("6.0") }, "pnpm@8"],
  ["pnpm", { "package.json": '{ "packageManager": "pnpm@9.1.2+sha512.ab" }' }, "pnpm@9.1.2"],
  ["yarn", { "yarn.lock": "# yarn lockfile v1\n" }, "yarn@1"],
  ["yarn", { "yarn.lock": "__metadata:\n" }, "@yarnpkg/cli-dist@4"],
  ["yarn", { "package.json": '{ "packageManager": "yarn@1.22.22" }' }, "yarn@1.22.22"],
  ["bun", { "bun.lock": "{}" }, "bun@1"],
] as const)(
  "%s of %j is installed as %s where the machine has none, for the rehearsal alone",
  async (name, files, packed) => {
    const machine = machineWith(installs(name));
    const says = await providePackageManager(folderWith(files), machine.folder, machine);
    expect(says).toBe(
      `${name} is not on this machine: ${packed} was installed from npm for this rehearsal alone.`,
    );
    expect(readFileSync(join(machine.folder, "package-manager/asked"), "utf8").trim()).toMatch(
      new RegExp(`^install .* ${packed}$`),
    );
    expect(spawnSync(name, { env: machine.env }).status).toBe(0);
  },
);

test.each([
  ["npm's own repository", { "package-lock.json": "{}" }],
  ["a package manager that is there", { "pnpm-lock.yaml": pnpmLock("9.0") }],
])("for %s nothing is asked of npm", async (_, files) => {
  const machine = machineWith("exit 1");
  writeFileSync(join(machine.path, "pnpm"), "#!/bin/sh\n", { mode: 0o755 });
  expect(await providePackageManager(folderWith(files), machine.folder, machine)).toBeUndefined();
});

test("where npm gives none, whoever calls it is told so, and nothing is switched on in the machine's own folders", async () => {
  const machine = machineWith("echo 'npm error network' >&2; exit 1");
  const says = await providePackageManager(folderWith({ "bun.lock": "{}" }), machine.folder, machine);
  expect(says).toMatch(/^bun is not on this machine, and npm did not give bun@1: install bun, then rehearse/);
  expect(says).toContain("npm error network");
  const called = spawnSync("bun", ["install"], { env: machine.env, encoding: "utf8" });
  expect(called.status).toBe(127);
  expect(called.stderr).toContain("install bun, then rehearse again");
});
