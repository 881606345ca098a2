import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { startWorld } from "../../rehearsal/world/start-world.ts";
import type { World } from "../../rehearsal/world/world.ts";
import { specs } from "../../scripts/specs.ts";
import { type TakenAway, keepPermissions } from "../support/keep-permissions.ts";
import { startAlone } from "../support/start-alone.ts";
import { patience } from "./play-caller.ts";

let world: World;
let artifact: string;
beforeAll(async () => {
  world = await startWorld({ env: process.env, skip: "checks" });
  artifact = join((await startAlone(world, "build")).temp, "prism-rollout", "build");
}, patience);
afterAll(async () => {
  await keepPermissions(tried, held);
  await world.close();
}, patience);

const tried: TakenAway[] = [];
const held: TakenAway[] = [];

/** A token of Supabase with all that an action declares but one. */
function without(action: string, missing: string): string {
  const permissions = specs
    .flatMap((spec) => (spec.name === action ? spec.permissions : []))
    .flatMap(({ service, name }) => (service === "Supabase" && name !== missing ? [name] : []));
  const token = `sbp_${Buffer.from(`${action} ${missing}`).toString("hex").padEnd(40, "0").slice(-40)}`;
  world.supabase.change(({ tokens }) => (tokens[token] = { user: "ada", permissions }));
  return token;
}

type Inputs = Readonly<Record<string, string>>;

const fails: readonly (readonly [action: string, permission: string, inputs?: Inputs])[] = [
  ["plan", "edge_functions_read"],
  ["migrate", "backups_read", { "restore-point": "true" }],
  ["migrate", "backups_write", { "restore-point": "true" }],
  [
    "migrate",
    "database_write",
    { "login-role": "true", "database-url": "postgresql://postgres@127.0.0.1:1/prism" },
  ],
  ["deploy-functions", "edge_functions_read"],
  ["deploy-functions", "edge_functions_write"],
  ["observe", "analytics_logs_read"],
  ["observe", "edge_functions_read"],
];

test.each(fails)(
  "%s fails without %s, names it, and has changed nothing",
  async (action, permission, inputs = {}) => {
    const row = [action, "Supabase", permission, "fails"] as const;
    tried.push(row);
    const before = await world.live();
    const token = { "supabase-access-token": without(action, permission) };
    const { code, out } = await startAlone(world, action, { ...token, artifact, ...inputs });
    expect({ code, out }).toEqual({ code: 1, out: expect.stringContaining(`\`${permission}\``) });
    expect(await world.live()).toEqual(before);
    held.push(row);
  },
  patience,
);

const others: readonly (readonly [action: string, inputs: () => Inputs, says: RegExp])[] = [
  ["deploy-web", () => ({ "host-token": world.secrets["HOST_TOKEN"] ?? "", artifact }), /403.*`host-token`/],
  ["purge-cdn", () => ({ "cdn-token": "a token of somebody else" }), /Zone → Cache Purge → Purge/],
];

test.each(others)(
  "%s fails with a token that may only read, and says what it must be allowed",
  async (action, inputs, says) => {
    const before = await world.live();
    const { code, out } = await startAlone(world, action, inputs());
    expect({ code, out }).toEqual({ code: 1, out: expect.stringMatching(says) });
    expect(await world.live()).toEqual(before);
  },
  patience,
);

const granted = { deployments: "write", actions: "read", contents: "read", checks: "read", statuses: "read" };

test.each(["deployments", "actions"])(
  "plan fails without %s of GitHub, and names it",
  async (missing) => {
    const row = ["plan (the whole)", "GitHub", missing, "fails"] as const;
    tried.push(row);
    const left = Object.fromEntries(Object.entries(granted).filter(([name]) => name !== missing));
    const run = world.github.runs.open({
      name: "release",
      path: "release.yml",
      event: "push",
      sha: world.commit,
      branch: "main",
      actor: "bob",
    });
    const token = { "github-token": world.github.issueToken(left) };
    const gates = "{ migrate: reviewers, deploy-functions: reviewers, deploy-web: reviewers }";
    const github = {
      GITHUB_API_URL: world.github.url,
      GITHUB_REPOSITORY: "acme/prism",
      GITHUB_RUN_ID: String(run),
    };
    const { code, out } = await startAlone(world, "plan", { ...token, artifact, gates }, github);
    expect({ code, out }).toEqual({
      code: 1,
      out: expect.stringMatching(new RegExp(`\`${missing}: (read|write)\``)),
    });
    held.push(row);
  },
  patience,
);

const said: readonly (readonly [action: string, permission: string, inputs?: Inputs])[] = [
  ["observe", "project_notebooks_write", { prepare: "true" }],
  ["plan", "analytics_logs_read"],
  ["migrate", "project_admin_read"],
  ["deploy-functions", "project_admin_read"],
];

// Last, and in the order of a release: these do their work.
test.each(said)(
  "%s does its work without %s, and says what it could not learn",
  async (action, permission, inputs = {}) => {
    const row = [action, "Supabase", permission, "said"] as const;
    tried.push(row);
    const token = { "supabase-access-token": without(action, permission) };
    const { code, out, summary } = await startAlone(world, action, { ...token, artifact, ...inputs });
    // A page spells out what Markdown would make something of.
    const told = (out + summary).replaceAll("&#95;", "_");
    expect({ code, told }).toEqual({ code: 0, told: expect.stringContaining(permission) });
    held.push(row);
  },
  patience,
);

const reads = 'console.log(Deno.env.get("PAYMENTS_KEY"));';

// The app's own functions read no name that is in their text.
test.each(["plan", "deploy-functions"])(
  "%s of functions that read secrets does its work without edge_functions_secrets_read, and says what it could not learn",
  async (action) => {
    const permission = "edge_functions_secrets_read";
    const row = [action, "Supabase", permission, "said"] as const;
    tried.push(row);
    const file = join(world.repository, "supabase/functions/score_prism/index.ts");
    const text = await readFile(file, "utf8");
    await writeFile(file, `${text}\n${reads}\n`);
    const token = { "supabase-access-token": without(action, permission) };
    const { code, out, summary } = await startAlone(world, action, { ...token, artifact });
    await writeFile(file, text);
    const told = (out + summary).replaceAll("&#95;", "_");
    expect({ code, told }).toEqual({ code: 0, told: expect.stringContaining(permission) });
    held.push(row);
  },
  patience,
);
