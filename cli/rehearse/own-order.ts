import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { UserError, describe } from "../../kit/errors/user-error.ts";
import { accountsOf } from "../../kit/parts/checks/suite-env.ts";
import type { OwnOrder } from "../../rehearsal/own/order.ts";
import { type OwnRepository, findRepository } from "../../rehearsal/own/repository.ts";
import { type Wanted, readWanted } from "../../rehearsal/own/wanted.ts";
import type { RehearsalOptions } from "./options.ts";

interface Place {
  readonly cwd: string;
  readonly env: OwnOrder["env"];
  readonly say: (line: string) => void;
}

/**
 * What is to be rehearsed, as the command line says; the first lines tell it.
 * @throws {UserError} for a configuration, a ref or a file that is not there or cannot be read.
 */
export async function orderFrom(options: RehearsalOptions, { cwd, env, say }: Place): Promise<OwnOrder> {
  const folder = resolve(cwd, options.repo ?? ".");
  const git = { PATH: env["PATH"] ?? "/usr/local/bin:/usr/bin:/bin", HOME: env["HOME"] ?? "/" };
  const { config, from } = options;
  const repository = await findRepository({ folder, config, from, env: git });
  const text = await readFile(join(folder, config), "utf8");
  const wanted = readWanted(text, config, options.target);
  refuseVain(options.traffic, wanted, config);
  const given = options.envFile === undefined ? {} : await valuesIn(resolve(cwd, options.envFile));
  introduce(folder, repository, wanted).forEach(say);
  if (options.approve === undefined) say("Nobody can be asked here: every gate is approved.");
  const { skip, traffic } = options;
  return { repository, wanted, given, out: resolve(cwd, options.out), skip, traffic, env, say };
}

function refuseVain(traffic: string | undefined, { sections }: Wanted, file: string): void {
  if (traffic === undefined || sections.includes("observe")) return;
  throw new UserError(
    "PR102",
    `--traffic is there for observe, and ${file} has no such section.`,
    "Declare `observe` with the events that an attempt ends with, or leave out --traffic.",
  );
}

function introduce(folder: string, repository: OwnRepository, wanted: Wanted): readonly string[] {
  const { live, because, uncommitted, isGit, config } = repository;
  const changes = uncommitted === 1 ? "1 file" : `${uncommitted} files`;
  const state = isGit && uncommitted > 0 ? `, with ${changes} that git has not committed` : "";
  return [
    `Rehearses the stack of ${folder} (${config}, target ${wanted.target}).`,
    `  released: this folder as it is${state}`,
    live === undefined
      ? `  live before: nothing${because === undefined ? "" : ` (${because})`}`
      : `  live before: ${live.commit.slice(0, 12)}, ${live.called}`,
    "A world of its own: PostgreSQL, PostgREST, Deno, and stand-ins for Supabase, the host, the CDN and GitHub …",
  ];
}

async function valuesIn(path: string): Promise<Readonly<Record<string, string>>> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    throw new UserError("PR105", `--env: ${path} cannot be read: ${describe(error)}.`, "Name a file.", {
      cause: error,
    });
  });
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "" && !line.trim().startsWith("#"));
  try {
    return unquoted(accountsOf(lines.join("\n")));
  } catch (error) {
    const what = describe(error).replace("playwright-accounts: ", "");
    throw new UserError("PR102", `--env ${path}: ${what}`, "Write one NAME=value a line.", { cause: error });
  }
}

/** `NAME="value"`, as such files often have it. */
function unquoted(values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const plain = Object.entries(values).map(([name, value]) => {
    return [name, /^(["'])(.*)\1$/s.exec(value)?.[2] ?? value] as const;
  });
  return Object.fromEntries(plain);
}
