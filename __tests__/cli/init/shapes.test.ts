import { expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { parseConfig } from "../../../kit/config/config.ts";
import { specs } from "../../../scripts/specs.ts";
import { tools } from "../../../scripts/tools/find.ts";
import { namesIn, readWorkflow, root, usedAction } from "../../contract/workflow-files.ts";
import { monorepo, shapes } from "./shapes.ts";
import { folderOf, tryInit, viteAndSupabase } from "./try-init.ts";

type Read = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

async function rolloutOf(name: string): Promise<Read> {
  const files = shapes.find(([shape]) => shape === name)?.[1] ?? {};
  const { read, has } = await tryInit(folderOf(files));
  return parse(read(has("rollout.yml") ? "rollout.yml" : "app/rollout.yml")) as Read;
}

test.each(shapes)("%s: the file's own reader finds nothing but what waits for a person", async (_, files) => {
  const { status, out, read, has } = await tryInit(folderOf(files), ["--json"]);
  expect(status).toBe(0);
  const { fill } = JSON.parse(out) as { fill: readonly { key: string; line: number }[] };
  const path = has("rollout.yml") ? "rollout.yml" : "app/rollout.yml";
  const { issues } = parseConfig(read(path), path, "production", specs);
  const places = issues.map((issue) =>
    /^[^:]*:(\d+):\d+: ([\w.-]+): expected .*, got no value;/.exec(issue)?.slice(1, 3),
  );
  expect(places).toEqual(fill.map(({ key, line }) => [String(line), key]));
  for (const { line } of fill) expect(read(path).split("\n")[line - 1]).toContain("FILL IN:");
});

test.each(shapes)("%s: run again there is nothing to change, also for two targets", async (_, files) => {
  for (const args of [[], ["--target", "staging", "--target", "live"]]) {
    const folder = folderOf(files);
    expect((await tryInit(folder, args)).status).toBe(0);
    const { status, out } = await tryInit(folder, args);
    expect({ status, first: out.split(";")[0] }).toMatchObject({
      status: 0,
      first: expect.stringMatching(/^Nothing to change/),
    });
    expect((await tryInit(folder)).out).toMatch(/^Nothing to change/);
  }
});

test("web app and Supabase in folders of their own: every path starts at the top, each value with its place", async () => {
  const folder = folderOf(monorepo);
  const { out, read } = await tryInit(folder);
  expect(parse(read("rollout.yml"))).toEqual({
    build: {
      command: "cd apps/web && pnpm run build",
      output: "apps/web/build/client",
      "required-env": { VITE_FLAG: "true" },
    },
    migrate: { directory: "supabase/migrations" },
    "deploy-functions": {
      functions: ["greet", "mail"],
      "verify-jwt": { greet: false, mail: true },
      "static-files": { greet: ["supabase/functions/greet/*.html"] },
      "import-map": "supabase/functions/import_map.json",
    },
    "deploy-web": { host: "vercel" },
    "purge-cdn": { cdn: "cloudflare", paths: ["/", "/index.html", "/users/*"] },
    smoke: {
      commands: ["test", "cd apps/web && pnpm run lint", "typecheck"],
      playwright: ["checkout.spec", "login.spec"],
      "playwright-config": "apps/web/playwright.config.ts",
      "playwright-env": { PLAYWRIGHT_BASE_URL: "{origin}" },
    },
    targets: {
      production: {
        supabase: "abcdefghijklmnopqrst",
        "host-project": "prj_abc",
        "host-team": "team_x",
        origins: ["app.example.com"],
        zone: "5f0c1de4a2b94c7d8e9f001122334455",
        gates: { migrate: "reviewers", "deploy-functions": "reviewers", "deploy-web": "reviewers" },
      },
    },
  });
  expect(read("rollout.yml")).toContain("output: apps/web/build/client # apps/web/vite.config.ts:2");
  expect(read("rollout.yml")).toContain('{ VITE_FLAG: "true" } # apps/web/.env.production:2');
  expect(out).toContain("apps/admin looks like a web app, too; apps/web was taken.");
});

test("no value of an .env file is written or said, but for a flag", async () => {
  const { out, read } = await tryInit(folderOf(monorepo));
  expect(read("rollout.yml")).toContain("VITE_KEY");
  expect(read("rollout.yml") + out).not.toContain("s3cr3t-value");
});

test("what deploys today is told with file and line, also where a script does; a comment is not", async () => {
  const { out } = await tryInit(folderOf(monorepo), ["--json"]);
  const { deploying } = JSON.parse(out) as { deploying: readonly { at: string; what: string }[] };
  expect(deploying.map(({ at, what }) => `${at} ${what}`)).toEqual([
    ".github/workflows/deploy.yml:8 migrations",
    ".github/workflows/deploy.yml:9 functions",
    ".github/workflows/deploy.yml:10 the web app",
    ".github/workflows/deploy.yml:12 the CDN's cache",
  ]);
});

test("what cannot be deployed is told, and left out", async () => {
  const { out } = await tryInit(folderOf(monorepo));
  expect(out).toContain(
    "supabase/functions/Bad.name: Supabase takes no function of this name; it is left out.",
  );
  expect(out).toContain("supabase/functions/noentry: it has no index.ts; it is left out.");
  expect(out).toContain(
    "greet: config.toml has verify_jwt = true, but package.json:8 deploys it with --no-verify-jwt",
  );
});

test("--web names another web app, --supabase another folder", async () => {
  const { read } = await tryInit(
    folderOf({ ...monorepo, "packages/db/supabase/migrations/0001_other.sql": "select 1;\n" }),
    ["--web", "./apps/admin/", "--supabase", "packages/db"],
  );
  expect(parse(read("rollout.yml"))).toMatchObject({
    build: { command: "cd apps/admin && pnpm run build", output: "apps/admin/dist" },
    migrate: { directory: "packages/db/supabase/migrations" },
  });
});

test.each([
  ["--web", "nowhere", "--web names nowhere, which has no package.json."],
  ["--supabase", "apps", "--supabase names apps, which has no supabase/"],
])("%s %s: a folder that has no such thing is refused, not passed over", async (option, folder, says) => {
  const { status, out, err, has } = await tryInit(folderOf(monorepo), [option, folder]);
  expect({ status, out, written: has("rollout.yml") }).toEqual({ status: 1, out: "", written: false });
  expect(err).toContain(says);
});

test("the folder that it is started in can be named as it is", async () => {
  const { status } = await tryInit(folderOf(viteAndSupabase), ["--web", ".", "--supabase", ".", "--dry-run"]);
  expect(status).toBe(0);
});

test("a whole stack in a folder: rollout.yml is there, and the callers name the folder", async () => {
  const { read } = await tryInit(folderOf(Object.fromEntries(shapes)["an app in a folder"] ?? {}));
  expect(parse(read("app/rollout.yml"))).toMatchObject({ migrate: { directory: "supabase/migrations" } });
  const chain = parse(read(".github/workflows/merge-to-main.yml")) as {
    jobs: { rollout: { with: unknown } };
  };
  expect(chain.jobs.rollout.with).toEqual({ target: "production", "working-directory": "app" });
});

test("each host has what it needs", async () => {
  expect(await rolloutOf("a site on Netlify")).toMatchObject({
    build: { output: "public-site" },
    "deploy-web": { host: "netlify" },
    targets: { production: { "host-project": "5a0c1de4-a2b9-4c7d-8e9f-001122334455" } },
  });
  expect(await rolloutOf("Next.js on Vercel")).toMatchObject({
    build: { source: "existing" },
    "deploy-web": { host: "vercel", "auto-assign": false },
  });
  expect(await rolloutOf("a site with a command of its own")).toMatchObject({
    build: { command: "bun run build" },
    "deploy-web": { host: "command", command: "bun run deploy:web", "undo-command": "bun run undo:web" },
  });
  const backend = await rolloutOf("a backend alone");
  expect(Object.keys(backend)).toEqual(["build", "migrate", "deploy-functions", "targets"]);
  expect(backend["build"]).toEqual({ source: "existing", install: "none" });
});

const targetings = [[], ["--target", "live"], ["--target", "preview", "--target", "live"]];

test.each(targetings.map((args) => [args]))(
  "the callers for %j are workflows that the suite itself would pass",
  async (args) => {
    const all = readdirSync(join(root, "examples/workflows")).flatMap((name) =>
      name.endsWith(".yml") && (args.length > 2 || !name.startsWith("staging-then"))
        ? [name.slice(0, -4)]
        : [],
    );
    const folder = folderOf(monorepo, { branch: "trunk" });
    await tryInit(folder, [...args, "--callers", all.join(",")]);
    const files = readdirSync(join(folder, ".github/workflows")).filter((name) => name !== "deploy.yml");
    expect(files).toHaveLength(all.length);
    const { read } = await tryInit(folder, args);
    const known = args.filter((word) => !word.startsWith("--"));
    const targets = known.length === 0 ? ["production"] : known;
    for (const name of files) {
      const text = read(`.github/workflows/${name}`);
      const { jobs, permissions } = readWorkflow(name, text);
      expect(permissions).toEqual({});
      for (const job of Object.values(jobs)) {
        for (const need of [job.needs ?? []].flat()) expect(Object.keys(jobs)).toContain(need);
        for (const step of job.steps ?? []) {
          const action = usedAction(step.uses);
          if (action === undefined) continue;
          const given = Object.keys(step.with ?? {});
          expect(given.filter((input) => !Object.hasOwn(action.inputs, input))).toEqual([]);
          expect(given).toContain("target");
        }
        const said = [job.with, ...(job.steps ?? []).map((step) => step.with)].map(
          (given) => given?.["target"],
        );
        const literal = said.filter((one): one is string => typeof one === "string" && !one.includes("${{"));
        expect(literal.filter((one) => !targets.includes(one))).toEqual([]);
      }
      expect(namesIn(jobs, /'(production|staging)'/g).filter((one) => !targets.includes(one))).toEqual([]);
      expect(text).not.toContain("Copy to");
      expect(text).not.toContain("branches: [main]");
    }
    const tool = join(root, ".cache/tools", `actionlint-${tools.actionlint.version}`, "actionlint");
    if (!existsSync(tool)) return;
    // The exceptions are those of what the suite ships, where it ships it.
    const as = folderOf(
      Object.fromEntries(
        files.map((name) => [`examples/workflows/${name}`, read(`.github/workflows/${name}`)]),
      ),
    );
    const lint = [
      "-no-color",
      "-shellcheck=",
      "-pyflakes=",
      "-config-file",
      join(root, ".github/actionlint.yaml"),
    ];
    const { stdout } = spawnSync(tool, [...lint, ...files.map((name) => join("examples/workflows", name))], {
      cwd: as,
      encoding: "utf8",
    });
    expect(stdout).toBe("");
  },
);
