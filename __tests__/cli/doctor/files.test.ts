import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, test } from "@jest/globals";
import { stringify } from "yaml";
import { doctor } from "../../../cli/doctor/doctor.ts";
import { about } from "../../support/doctor-told.ts";
import { paper } from "../../support/paper.ts";

type Sections = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
type Files = Readonly<Record<string, string | undefined>>;

const healthy: Files = {
  "package.json": '{ "scripts": { "build": "vite build", "typecheck": "tsc" } }',
  "package-lock.json": "{}",
  "supabase/migrations/0001_notes.sql": "create table notes (body text);\n",
  "supabase/functions/_shared/cors.ts": "export const cors = 1;\n",
  "supabase/functions/hello/index.ts":
    'import { cors } from "../_shared/cors.ts";\nDeno.serve(() => cors);\n',
  "e2e.config.ts": "export default {};\n",
};
const sections: Sections = {
  build: { quality: ["npm run typecheck"] },
  migrate: {},
  "deploy-functions": { functions: ["hello"], "verify-jwt": true },
  smoke: { commands: ["typecheck"], playwright: ["."], "playwright-config": "e2e.config.ts" },
};

/** Asks the doctor in a folder that no service belongs to; `changed` is what is not as in a healthy one. */
async function ask(changed: Files, more: Sections = {}) {
  const root = await mkdtemp(join(tmpdir(), "prism-rollout-doctor-"));
  const rollout = { ...sections, ...more, targets: { production: { supabase: "abcdefghijklmnopqrst" } } };
  for (const [path, text] of Object.entries({ ...healthy, ...changed, "rollout.yml": stringify(rollout) })) {
    if (text === undefined) continue;
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  const [stdout, stderr] = [paper(), paper()];
  const terminal = { stdout, stderr, env: { PATH: process.env["PATH"] ?? "" }, cwd: () => root };
  await doctor([], terminal as unknown as Parameters<typeof doctor>[1]);
  return { out: stdout.text };
}

test("files that are as rollout.yml says are ok, a line each, without any secret", async () => {
  const told = await ask({});
  expect(about("Migrations", told)).toBe("  ok         Migrations: 1 in supabase/migrations, the last 0001");
  expect(about("Sources of functions", told)).toContain(
    "ok         Sources of functions: 1 of 1 are here, 2 files",
  );
  expect(about("Lock file", told)).toContain("ok         Lock file: package-lock.json, installed by npm");
  expect(about("Commands of build", told)).toContain(
    "ok         Commands of build: npm run build, npm run typecheck",
  );
  expect(about("Commands of smoke", told)).toContain("ok         Commands of smoke: npm run typecheck");
  expect(about("Playwright's configuration", told)).toContain(
    "ok         Playwright's configuration: e2e.config.ts",
  );
});

test.each<[string, string, Files, Sections, RegExp]>([
  [
    "a folder that is not there",
    "Migrations",
    {},
    { migrate: { directory: "db" } },
    /folder db is not.* \(PR105\)\n +fix: Name it by `directory`/,
  ],
  [
    "two files of one version",
    "Migrations",
    { "supabase/migrations/0001_more.sql": "select 1;" },
    {},
    /0001.* \(PR416\)\n +fix: Rename/,
  ],
  [
    "a function without a file",
    "Sources of functions",
    { "supabase/functions/hello/index.ts": undefined },
    {},
    /hello.*index\.ts.* \(PR424\)\n +fix: Correct the name/,
  ],
  [
    "an import that is not there",
    "Sources of functions",
    { "supabase/functions/_shared/cors.ts": undefined },
    {},
    /_shared\/cors\.ts.* \(PR424\)\n +fix: /,
  ],
  [
    "a function that is too large",
    "Sources of functions",
    { "supabase/functions/_shared/cors.ts": `//${"x".repeat(6_000_000)}` },
    {},
    /hello has 5\.7 MB.* \(PR443\)\n +fix: /,
  ],
  [
    "a build script that is not there",
    "Commands of build",
    {},
    { build: { command: "npm run buildd" } },
    /did you mean build.* \(PR102\)\n +fix: Correct `build`/,
  ],
  [
    "a smoke script that is not there",
    "Commands of smoke",
    {},
    { smoke: { commands: ["npm test"] } },
    /the script test.* \(PR102\)\n +fix: Correct `smoke\.commands`/,
  ],
  [
    "no lock file",
    "Lock file",
    { "package-lock.json": undefined },
    {},
    /by `npm ci`\n +fix: Commit the lock file/,
  ],
  [
    "a configuration that is not there",
    "Playwright's configuration",
    { "e2e.config.ts": undefined },
    {},
    /e2e\.config\.ts.* \(PR461\)\n +fix: /,
  ],
])("%s fails its line, and says what to do", async (_, what, files, more, says) => {
  const told = about(what, await ask(files, more));
  expect(told).toMatch(/^ {2}fail /);
  expect(told).toMatch(says);
});

test("another package manager's lock file is a warning where package.json alone names it", async () => {
  const told = await ask({
    "package.json": '{ "packageManager": "yarn@1.22.22", "scripts": { "build": "x", "typecheck": "x" } }',
  });
  expect(about("Lock file", told)).toMatch(/^ {2}warn .*none of yarn.*yarn install/);
});

test("nothing is said of what no phase would read", async () => {
  const files = Object.fromEntries(Object.keys(healthy).map((path) => [path, undefined]));
  const { out } = await ask(files, {
    build: { source: "existing" },
    migrate: {},
    smoke: {},
  });
  for (const what of ["Lock file", "Commands of", "Playwright's configuration"])
    expect(out).not.toContain(what);
});
