import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { UserError } from "../../kit/errors/user-error.ts";
import { type RunContext, runContext } from "../../kit/ports/github.ts";
import type { EnvironmentsOptions } from "./options.ts";

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Which repository on which server is meant: as it was given, else as the folder's remote `origin` says.
 * @throws {UserError} PR105 when neither tells.
 */
export async function placeOf(
  { repository, apiUrl }: Pick<EnvironmentsOptions, "repository" | "apiUrl">,
  folder: string,
  env: Env,
): Promise<RunContext> {
  const remote = repository === "" || apiUrl === "" ? remoteParts(await originOf(folder)) : undefined;
  const name = repository || (env["GITHUB_REPOSITORY"] ?? remote?.name ?? "");
  if (name === "") {
    throw new UserError(
      "PR105",
      `${folder} has no remote origin that names a repository.`,
      "Run it inside of the repository, or name it by --repository OWNER/NAME.",
    );
  }
  const api = apiUrl || (env["GITHUB_API_URL"] ?? apiOf(remote?.host ?? "github.com"));
  return runContext({ GITHUB_REPOSITORY: name, GITHUB_API_URL: api });
}

async function originOf(folder: string): Promise<string> {
  try {
    const run = promisify(execFile);
    return (await run("git", ["remote", "get-url", "origin"], { cwd: folder })).stdout.trim();
  } catch {
    return "";
  }
}

/** `https://host/owner/name.git`, `git@host:owner/name` or `ssh://git@host/owner/name`. */
export function remoteParts(url: string): { readonly host: string; readonly name: string } | undefined {
  const found =
    /^(?:https?|ssh):\/\/(?:[^@/]*@)?([^/:]+)(?::\d+)?\/([^/]+\/[^/]+?)(?:\.git)?\/?$/.exec(url) ??
    /^(?:[^@/]+@)?([^/:]+):([^/]+\/[^/]+?)(?:\.git)?\/?$/.exec(url);
  const [, host, name] = found ?? [];
  return host === undefined || name === undefined ? undefined : { host, name };
}

/** Where a server's API answers. */
export function apiOf(host: string): string {
  if (host === "github.com" || host === "ssh.github.com") return "https://api.github.com";
  return host.endsWith(".ghe.com") ? `https://api.${host}` : `https://${host}/api/v3`;
}
