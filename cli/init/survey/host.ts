import type { HostName } from "../../../kit/providers/hosts/names.ts";
import { type Found, type Repository, under } from "../repository/open-repository.ts";
import { held, heldText, readJson, readToml } from "../repository/read-json.ts";
import { type Manifest, keysOf } from "./manifests.ts";

/** What is known of where the web app lives. */
export interface HostFound {
  readonly host: Found<HostName>;
  readonly project: Found<string> | undefined;
  readonly team: Found<string> | undefined;
  /** Signs of another host. */
  readonly others: readonly Found<HostName>[];
  /** Whether Vercel is told not to build commits by itself. */
  readonly gitOff: boolean;
}

/** The surest sign comes first: what a vendor's client has linked, then its file, then what a command calls. */
export async function findHost(
  repository: Repository,
  { folder, manifest }: { readonly folder: string; readonly manifest: Manifest },
  commands: readonly Found<string>[],
): Promise<HostFound | undefined> {
  const [vercel, netlify] = await Promise.all([
    linkedVercel(repository, folder),
    linkedNetlify(repository, folder),
  ]);
  const file = (name: string): string | undefined =>
    [under(folder, name), name].find((path) => repository.files.includes(path));
  const calls = (word: RegExp): string | undefined => commands.find(({ value }) => word.test(value))?.at;
  const own = manifest.scripts.get("deploy:web");
  const signs: readonly (readonly [HostName, string | undefined])[] = [
    ["vercel", vercel?.project.at],
    ["netlify", netlify?.at],
    ["vercel", file("vercel.json")],
    ["netlify", file("netlify.toml")],
    ["vercel", calls(/\bvercel\s+(?:deploy|build|promote|--prod)\b|\/vercel-action@|\bVERCEL_PROJECT_ID\b/)],
    ["netlify", calls(/\bnetlify\s+deploy\b|\/actions-netlify@|\bNETLIFY_SITE_ID\b/)],
    ["command", own?.at],
  ];
  const found = signs.flatMap(([value, at]) => (at === undefined ? [] : [{ value, at }]));
  const [host] = found;
  if (host === undefined) return undefined;
  const project = host.value === "vercel" ? vercel?.project : host.value === "netlify" ? netlify : undefined;
  const json = file("vercel.json");
  const deployment = held(
    held(json === undefined ? undefined : await readJson(repository, json), "git"),
    "deploymentEnabled",
  );
  return {
    host,
    project: project ?? named(host.value, commands),
    team: host.value === "vercel" ? vercel?.team : undefined,
    others: found.filter(({ value }) => value !== host.value && value !== "command"),
    gitOff: deployment === false || keysOf(deployment).some((branch) => held(deployment, branch) === false),
  };
}

async function linkedVercel(repository: Repository, folder: string) {
  for (const path of new Set([under(folder, ".vercel/project.json"), ".vercel/project.json"])) {
    const json = await readJson(repository, path);
    const id = heldText(json, "projectId");
    const org = heldText(json, "orgId");
    if (id !== undefined)
      return {
        project: { value: id, at: path },
        team: org?.startsWith("team_") ? { value: org, at: path } : undefined,
      };
  }
  // `vercel link --repo` keeps the projects of all folders in one file.
  const path = ".vercel/repo.json";
  const json = await readJson(repository, path);
  const projects = held(json, "projects");
  const own = (Array.isArray(projects) ? (projects as unknown[]) : []).find(
    (one) => (heldText(one, "directory") ?? ".").replace(/^\.$/, "") === folder,
  );
  const id = heldText(own, "id");
  const org = heldText(own, "orgId") ?? heldText(json, "orgId");
  if (id === undefined) return undefined;
  return {
    project: { value: id, at: path },
    team: org?.startsWith("team_") ? { value: org, at: path } : undefined,
  };
}

async function linkedNetlify(repository: Repository, folder: string): Promise<Found<string> | undefined> {
  for (const path of new Set([under(folder, ".netlify/state.json"), ".netlify/state.json"])) {
    const value = heldText(await readJson(repository, path), "siteId");
    if (value !== undefined) return { value, at: path };
  }
  return undefined;
}

/** An id that a workflow says openly; an expression is none. */
function named(host: HostName, commands: readonly Found<string>[]): Found<string> | undefined {
  const pattern =
    host === "vercel"
      ? /\bVERCEL_PROJECT_ID:\s*["']?(prj_\w+)/
      : /\bNETLIFY_SITE_ID:\s*["']?([0-9a-f-]{36})\b/;
  return commands.flatMap(({ value, at }) => {
    const id = pattern.exec(value)?.[1];
    return id === undefined ? [] : [{ value: id, at }];
  })[0];
}

/** The addresses that the repository says the app has. */
export async function findOrigins(
  repository: Repository,
  { folder, manifest }: { readonly folder: string; readonly manifest: Manifest },
  supabase: string | undefined,
): Promise<readonly Found<string>[]> {
  const cname = [under(folder, "public/CNAME"), "CNAME"].find((path) => repository.files.includes(path));
  const toml = supabase === undefined ? undefined : under(supabase, "config.toml");
  const site =
    toml === undefined ? undefined : heldText(held(await readToml(repository, toml), "auth"), "site_url");
  const all = [
    ...(cname === undefined
      ? []
      : [{ value: `https://${((await repository.text(cname)) ?? "").trim()}`, at: cname }]),
    ...(toml === undefined || site === undefined ? [] : [{ value: site, at: toml }]),
    ...(manifest.homepage === undefined ? [] : [manifest.homepage]),
  ];
  return all.flatMap(({ value, at }) => {
    const url = URL.canParse(value) ? new URL(value) : undefined;
    const isApp =
      url?.protocol === "https:" &&
      url.hostname.includes(".") &&
      !/(?:^|\.)(?:github|npmjs)\.com$/.test(url.hostname);
    return isApp ? [{ value: url.host, at }] : [];
  });
}
