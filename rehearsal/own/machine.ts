import { mkdir, symlink, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { installedDeno } from "../engines/deno.ts";
import { installedPostgrest } from "../engines/postgrest.ts";

type Env = Readonly<Record<string, string | undefined>>;

/** The machine on which jobs of a rehearsed repository run. */
export interface Machine {
  /** All that their steps see besides what a runner adds. */
  readonly env: Readonly<Record<string, string>>;
  /** A folder of programs, the last on the PATH. */
  readonly bin: string;
  /** What Deno fetches modules with. */
  readonly fetchEnv: Readonly<Record<string, string>>;
}

/** What a machine needs to reach a registry through whatever stands between. */
const network = ["HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "no_proxy"];
const certificates = ["NODE_EXTRA_CA_CERTS", "SSL_CERT_FILE", "SSL_CERT_DIR"];

/**
 * Makes a home folder without anybody's logins: a script of the repository that deploys by itself finds none here. npm's
 * settings and its cache are the person's own. Deno and PostgREST are found last on the PATH, for journeys.
 */
export async function makeMachine(env: Env, folder: string): Promise<Machine> {
  const home = join(folder, "home");
  const bin = join(folder, "bin");
  await Promise.all([home, bin].map((path) => mkdir(path, { recursive: true })));
  const theirs = env["HOME"] ?? homedir();
  if (existsSync(join(theirs, ".npmrc"))) await symlink(join(theirs, ".npmrc"), join(home, ".npmrc"));
  else await writeFile(join(home, ".npmrc"), "");
  const programs = [installedDeno(), installedPostgrest()].filter((path) => path !== undefined);
  for (const program of programs) await symlink(program, join(bin, program.split("/").at(-1) ?? "program"));
  const registry = env["NPM_CONFIG_REGISTRY"] ?? env["npm_config_registry"];
  const shared = {
    HOME: home,
    ...picked(env, [...network, ...certificates]),
    ...(registry === undefined ? {} : { NPM_CONFIG_REGISTRY: registry }),
  };
  const extra = env["NODE_EXTRA_CA_CERTS"];
  return {
    bin,
    env: {
      ...shared,
      ...corepackOf(env, theirs, registry),
      PATH: [env["PATH"] ?? "/usr/local/bin:/usr/bin:/bin", bin].join(delimiter),
      LANG: env["LANG"] ?? "C.UTF-8",
      npm_config_cache: env["npm_config_cache"] ?? join(theirs, ".npm"),
    },
    fetchEnv: {
      ...shared,
      DENO_TLS_CA_STORE: "system,mozilla",
      ...(extra === undefined ? {} : { DENO_CERT: extra }),
    },
  };
}

/** Corepack's own settings, and what it has fetched already; it does not read npm's. */
function corepackOf(env: Env, home: string, registry: string | undefined): Readonly<Record<string, string>> {
  const kept =
    env["COREPACK_HOME"] ?? join(env["XDG_CACHE_HOME"] ?? join(home, ".cache"), "node", "corepack");
  return {
    COREPACK_ENABLE_DOWNLOAD_PROMPT: "0",
    ...(existsSync(kept) ? { COREPACK_HOME: kept } : {}),
    ...(registry === undefined ? {} : { COREPACK_NPM_REGISTRY: registry.replace(/\/$/, "") }),
    ...picked(env, ["COREPACK_NPM_REGISTRY", "COREPACK_INTEGRITY_KEYS"]),
  };
}

function picked(env: Env, names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = env[name];
      return value === undefined || value === "" ? [] : [[name, value] as const];
    }),
  );
}
