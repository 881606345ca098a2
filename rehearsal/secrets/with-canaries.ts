import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "pg";
import { startPostgres } from "../engines/postgres.ts";
import { serve } from "../stand-ins/server.ts";
import { pointTargetAt } from "../world/rollout-file.ts";
import type { World } from "../world/world.ts";
import { canaryChild, childrenFolder } from "./canary-child.ts";
import { decoyName } from "./canaries.ts";
import { overhearChildren } from "./overhear-children.ts";

/** A world in which every secret that a caller can map is set, and what ends what that needs. */
export interface WithCanaries {
  readonly world: World;
  /** The messages that the webhook got. */
  readonly told: readonly string[];
  /** Whether migrations were replayed on the server of `SHADOW_DATABASE_URL`. */
  shadowUsed(): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * Sets what a world has no use for by itself (a webhook, a server for the shadow, accounts, tokens of Grafana and of a log source, what a runner
 * and a careless caller leave in a job's environment), and makes the app's own programs look around.
 */
export async function withCanaries(world: World): Promise<WithCanaries> {
  const told: string[] = [];
  const hook = await serve([], ({ body }) => {
    told.push(body.toString("utf8"));
    return { status: 200, body: "ok" };
  });
  const shadow = await startShadow(world);
  const decoy = `decoy-${fresh()}`;
  const everywhere = {
    NOTIFY_WEBHOOK: `${hook.url}/hooks/${fresh()}`,
    GRAFANA_TOKEN: `glsa_${fresh()}`,
    LOG_TOKEN: `log ${fresh()}`,
  };
  const accounts = { PLAYWRIGHT_ACCOUNTS: `CANARY_ACCOUNT=it's "${fresh()}" & more` };
  world.github.change(({ environments }) => {
    const smoke = { ...structuredClone(named(environments, "observe")), name: `${world.target}-smoke` };
    for (const one of [...environments.splice(0), smoke]) {
      const own = /-(smoke|rollback)$/.test(one.name) ? accounts : {};
      environments.push({ ...one, secrets: { ...one.secrets, ...everywhere, ...own } });
    }
  });
  await lookAround(world, { decoy, hook: hook.url });
  const machine = onAMachine();
  const secrets = { ...world.secrets, ...everywhere, SHADOW_DATABASE_URL: shadow.url };
  return {
    world: {
      ...world,
      secrets,
      env: { ...world.env, ...machine },
      nodeOptions: await overhearChildren(world.folder),
      canaries: { ...machine, [decoyName]: decoy },
    },
    told,
    shadowUsed: shadow.used,
    close: async () => {
      await Promise.all([hook.close(), shadow.stop()]);
    },
  };
}

/** A server that is there for nothing but replays; it lets in whoever comes, and its password is a canary. */
async function startShadow({ folder, reaper }: World): Promise<{
  readonly url: string;
  readonly used: () => Promise<boolean>;
  readonly stop: () => Promise<void>;
}> {
  const superuser = "supabase_admin";
  const postgres = await startPostgres({ folder: join(folder, "shadow-server"), superuser, reaper });
  const plain = await postgres.createDatabase("empty");
  const before = await transactionsOf(plain);
  return {
    url: Object.assign(new URL(plain), { password: `${fresh()}%20${fresh()}` }).href,
    // Making a database, a role and a schema takes many; looking takes none.
    used: async () => (await transactionsOf(plain)) > before + 10,
    stop: () => postgres.stop(),
  };
}

async function transactionsOf(url: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ readonly next: string }>(
      "select pg_snapshot_xmax(pg_current_snapshot())::text as next",
    );
    return Number(rows[0]?.next);
  } finally {
    await client.end();
  }
}

const fresh = (): string => randomBytes(16).toString("hex");

/** What a hosted runner gives to actions, and what other steps put there. */
const ofAMachine = [
  "ACTIONS_RUNTIME_TOKEN",
  "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
  "AWS_SECRET_ACCESS_KEY",
  "AWS_SESSION_TOKEN",
  "NODE_AUTH_TOKEN",
  "GH_TOKEN",
  "GITHUB_TOKEN",
  "INPUT_LEFT-OVER",
  "STATE_LEFT-OVER",
  "VERCEL_TOKEN",
  "SUPABASE_DB_PASSWORD",
];

/** What lies about there, with a value of its own each. */
function onAMachine(): Readonly<Record<string, string>> {
  const keys = ofAMachine.map((name) => [name, `${fresh()}${fresh()}`]);
  const urls = addresses.map((name) => [name, `https://actions.example/${fresh()}/?key=${fresh()}`]);
  return Object.fromEntries([...keys, ...urls]) as Readonly<Record<string, string>>;
}

/** Where a runner's tokens are good: of some the address itself is a key. */
const addresses = [
  "ACTIONS_ID_TOKEN_REQUEST_URL",
  "ACTIONS_RUNTIME_URL",
  "ACTIONS_CACHE_URL",
  "ACTIONS_RESULTS_URL",
];

function named<T extends { readonly name: string }>(environments: readonly T[], ending: string): T {
  const found = environments.find(({ name }) => name.endsWith(`-${ending}`));
  if (found === undefined) throw new Error(`The world has no environment for ${ending}.`);
  return found;
}

/** The app's build, its one quality command and its suites start a program that looks around. */
async function lookAround(
  world: World,
  told: { readonly decoy: string; readonly hook: string },
): Promise<void> {
  const app = join(world.repository, world.workingDirectory);
  const program = join(world.folder, "canary-child.mjs");
  await writeFile(program, canaryChild({ folder: join(world.folder, childrenFolder), ...told }));
  const start = (kind: string): string => `node ${JSON.stringify(program)} ${kind}`;
  const manifest = join(app, "package.json");
  const read = JSON.parse(await readFile(manifest, "utf8")) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const scripts = {
    ...read.scripts,
    build: `${start("build")} && ${read.scripts["build"]}`,
    canary: start("commands"),
  };
  await writeFile(manifest, JSON.stringify({ ...read, scripts }, null, 2));
  const config = join(app, "playwright.config.ts");
  const spawned = `execFileSync("node", [${JSON.stringify(program)}, "suites"], { stdio: "ignore" });`;
  const text = await readFile(config, "utf8");
  await writeFile(config, `import { execFileSync } from "node:child_process";\n${text}\n${spawned}\n`);
  const file = join(app, "rollout.yml");
  const smoke = { commands: ["npm run canary"], playwright: ["results.token-guard.spec"] };
  const rollout = pointTargetAt(await readFile(file, "utf8"), world.target, { smoke });
  await writeFile(file, rollout);
  world.github.change(({ files }) => {
    files[world.commit] = { ...files[world.commit], [join(world.workingDirectory, "rollout.yml")]: rollout };
  });
}
