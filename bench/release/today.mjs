// The same release as people write it today: a workflow of their own with the vendors' command lines and curl, whose jobs are
// gated by the same environments. Each command is a process of its own, one after the other, in the same world.
import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";

import { run } from "./vercel-cli.mjs";

const require = createRequire(new URL("../../package.json", import.meta.url));
const { parse } = require("yaml");

/**
 * Gives the steps of such a workflow for a world, in their order: the job that each is in, what it is called, and a
 * function that starts it.
 */
export async function releaseToday(world, folder) {
  const { app, env, target, secrets } = await checkedOut(world, folder);
  const supabase = async (...words) => {
    // The CLI is looked for on import, so it must be installed by then.
    const { cli } = await import("../../conformance/supabase/support/children.mjs");
    const own = { SUPABASE_ACCESS_TOKEN: secrets("deploy-functions", "SUPABASE_ACCESS_TOKEN") };
    return run(process.execPath, [cli, ...words], { cwd: app, env: { ...env, ...own } });
  };
  const vercel = (...words) => {
    const main = createRequire(new URL("../../conformance/package.json", import.meta.url));
    const where = [
      "--api",
      target["host-api-url"],
      "--token",
      secrets("deploy-web", "HOST_TOKEN"),
      "--no-color",
    ];
    const args = [main.resolve("vercel/dist/vc.js"), ...words, ...where];
    return run(process.execPath, args, { cwd: app, env });
  };
  const { "cdn-api-url": cdn, zone, origins } = { ...target, ...target["purge-cdn"] };
  const curl = (...words) => run("curl", ["-sSf", "--retry", "3", ...words], { cwd: app, env });
  const bearer = ["-H", `Authorization: Bearer ${secrets("purge-cdn", "CDN_TOKEN")}`];
  const purge = [
    "-X",
    "POST",
    `${cdn}/zones/${zone}/purge_cache`,
    ...bearer,
    "-d",
    '{"purge_everything":true}',
  ];
  const functions = parse(await readFile(join(app, "rollout.yml"), "utf8"))["deploy-functions"].functions;
  const deploy = ["functions", "deploy", ...functions, "--no-verify-jwt", "--use-api", "--yes"];
  return [
    step("migrate", "supabase db push", () =>
      supabase("db", "push", "--yes", `--remote=${secrets("migrate", "DATABASE_URL")}`),
    ),
    step("functions", "supabase functions deploy", () => supabase(...deploy, `--remote=${target.supabase}`)),
    step("web", "vercel pull", () => vercel("pull", "--yes", "--environment=production")),
    step("web", "vercel build", () => vercel("build", "--prod", "--yes")),
    step("web", "vercel deploy", () => vercel("deploy", "--prebuilt", "--prod", "--yes")),
    step("web", "curl: purge", () => curl(...purge)),
    step("web", "curl: the page", () => curl("-o", "/dev/null", origins[0])),
  ];
}

function step(job, name, start) {
  return { job, name, start };
}

/** What a checkout, `env:` and the secrets of the environments give: the app's folder, and where everything is. */
async function checkedOut(world, folder) {
  const app = join(folder, "app");
  await symlink(join(world.repository, world.workingDirectory), app);
  await mkdir(join(folder, "home"));
  const { targets } = parse(await readFile(join(app, "rollout.yml"), "utf8"));
  const target = targets[world.target];
  const profile = join(folder, "profile.yaml");
  const api = target["supabase-api-url"];
  await writeFile(profile, `name: bench\napi_url: ${api}\ndashboard_url: ${api}\nproject_host: 127.0.0.1\n`);
  const env = {
    ...world.env,
    HOME: join(folder, "home"),
    CI: "1",
    DO_NOT_TRACK: "1",
    SUPABASE_TELEMETRY_DISABLED: "1",
    SUPABASE_PROFILE: profile,
    NO_UPDATE_NOTIFIER: "1",
    VERCEL_TELEMETRY_DISABLED: "1",
    VERCEL_ORG_ID: "team_standin",
    VERCEL_PROJECT_ID: target["host-project"],
    ...target.build["build-env"],
  };
  const { environments } = world.github.state();
  const secrets = (phase, name) =>
    environments.find((one) => one.name === `${world.target}-${phase}`).secrets[name];
  return { app, env, target, secrets };
}
