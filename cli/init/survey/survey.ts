import { dirname, normalize } from "node:path/posix";
import { UserError } from "../../../kit/errors/user-error.ts";
import { type PackageManager, packageManagerOf } from "../../../kit/parts/checks/package-scripts.ts";
import { join } from "node:path";
import { type Origin, originOf } from "../repository/git.ts";
import { type Found, type Repository, isBelow, under } from "../repository/open-repository.ts";
import { readToml } from "../repository/read-json.ts";
import { type CdnFound, findCdn, findRoutes } from "./cdn.ts";
import { type Deploying, commandsOf, deployingTwice } from "./commands.ts";
import { type EnvName, findEnvNames } from "./env-names.ts";
import { findEvents } from "./events.ts";
import { type Functions, findFunctions } from "./functions.ts";
import { type HostFound, findHost, findOrigins } from "./host.ts";
import { type Manifest, readManifests } from "./manifests.ts";
import { type Migrations, findMigrations } from "./migrations.ts";
import { type Playwright, findPlaywright } from "./playwright.ts";
import { findReferences } from "./references.ts";
import { type WebApp, findWebApp } from "./web-app.ts";

/** A web app with what surrounds it. */
export interface Web extends WebApp {
  readonly host: HostFound | undefined;
  readonly origins: readonly Found<string>[];
  readonly env: readonly EnvName[];
  readonly routes: readonly string[];
}

/** What is there. Paths are below the repository's top. */
export interface Survey {
  readonly repository: Repository;
  /** The folder of the stack: where rollout.yml is, and all of its paths start. Empty: the top. */
  readonly stack: string;
  readonly origin: Origin;
  readonly manager: PackageManager;
  readonly hasLock: boolean;
  readonly manifests: readonly Manifest[];
  /** Folder `supabase`, and others that look like one. */
  readonly supabase: string | undefined;
  readonly otherSupabase: readonly string[];
  readonly migrations: Migrations | undefined;
  readonly functions: Functions | undefined;
  readonly events: readonly Found<string>[];
  readonly references: readonly Found<string>[];
  readonly web: Web | undefined;
  readonly playwright: Playwright | undefined;
  readonly cdn: CdnFound | undefined;
  readonly deploying: readonly Deploying[];
}

/** Where it is to be looked, where there is more than one. */
export interface Named {
  readonly web: string;
  readonly supabase: string;
}

/**
 * Looks at everything once. Changes nothing, asks no service.
 * @throws {UserError} PR105 where a folder was named that has not what it was named for.
 */
export async function survey(repository: Repository, named: Named): Promise<Survey> {
  const manifests = await readManifests(repository);
  const commands = await commandsOf(repository, manifests);
  const [supabase, ...otherSupabase] = supabaseFolders(repository, named.supabase);
  const app = await findWebApp(
    repository,
    manifests,
    named.web === "" ? "" : normalize(under(repository.start, named.web)),
  );
  if (named.web !== "" && app === undefined) throw nothingIn("--web", named.web, "no package.json");
  if (named.supabase !== "" && supabase === undefined)
    throw nothingIn(
      "--supabase",
      named.supabase,
      "no supabase/ with a config.toml, a migration or a function",
    );
  const config =
    supabase === undefined ? undefined : await readToml(repository, under(supabase, "config.toml"));
  const functions = supabase && (await findFunctions(repository, supabase, config, commands));
  const stack = stackOf(repository, app?.folder, supabase);
  return {
    repository,
    stack,
    origin: await originOf(repository.root),
    manager: await packageManagerOf(join(repository.root, stack)),
    hasLock: hasLock(repository, stack),
    manifests,
    supabase,
    otherSupabase,
    migrations: supabase === undefined ? undefined : findMigrations(repository, supabase),
    functions: functions || undefined,
    events: functions ? await findEvents(repository, functions.directory) : [],
    references: await findReferences(repository, { supabase, web: app?.folder }, config, commands),
    web: app && (await surroundings(repository, app, supabase, commands)),
    playwright: await findPlaywright(repository, app?.folder ?? ""),
    cdn: findCdn(commands),
    deploying: deployingTwice(commands, manifests),
  };
}

function nothingIn(option: string, folder: string, lacks: string): UserError {
  const fix =
    "Name a folder below the one that this is started in, or leave the option out: then it is looked for.";
  return new UserError("PR105", `${option} names ${folder}, which has ${lacks}.`, fix);
}

async function surroundings(
  repository: Repository,
  app: WebApp,
  supabase: string | undefined,
  commands: readonly Found<string>[],
): Promise<Web> {
  const [host, origins, env, routes] = await Promise.all([
    findHost(repository, app, commands),
    findOrigins(repository, app, supabase),
    findEnvNames(repository, app.folder),
    findRoutes(repository, app.folder),
  ]);
  return { ...app, host, origins, env, routes };
}

/** Folders that the Supabase CLI would take for its own, the ones nearest to the top first. */
function supabaseFolders({ files, start }: Repository, named: string): readonly string[] {
  const found = files.flatMap((path) => {
    const folder =
      /^((?:.*\/)?supabase)\/(?:config\.toml$|migrations\/[^/]+\.sql$|functions\/[^/]+\/index\.)/.exec(
        path,
      )?.[1];
    return folder === undefined ? [] : [folder];
  });
  const all = [...new Set(found)].sort(
    (a, b) => a.split("/").length - b.split("/").length || (a < b ? -1 : 1),
  );
  if (named === "") return all;
  const wanted = normalize(under(start, named));
  return all.filter((folder) => folder === wanted || dirname(folder) === wanted);
}

/** Web app and Supabase in one folder: that one; else the folder that was started in, which has both below it. */
function stackOf({ start }: Repository, web: string | undefined, supabase: string | undefined): string {
  const home = supabase === undefined ? undefined : dirname(supabase) === "." ? "" : dirname(supabase);
  if (web === undefined) return home ?? start;
  return home === undefined || home === web ? web : start;
}

const locks = /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|yarn\.lock|bun\.lockb?)$/;

/** Whether a file is what a package manager installs by. */
export function isLock(path: string): boolean {
  return locks.test(path);
}

/** In the stack's folder or above it: there a package manager finds it. */
function hasLock({ files }: Repository, stack: string): boolean {
  return files.some((path) => {
    const folder = dirname(path) === "." ? "" : dirname(path);
    return isLock(path) && isBelow(folder, under(stack, "x"));
  });
}
