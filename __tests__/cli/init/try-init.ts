import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PassThrough } from "node:stream";
import { init } from "../../../cli/init/init.ts";
import { paper } from "../../support/paper.ts";

export type Files = Readonly<Record<string, string>>;

/** A folder with these files; a git repository with a remote unless it is said otherwise. */
export function folderOf(files: Files, { git = true, branch = "main" } = {}): string {
  const folder = mkdtempSync(join(tmpdir(), "prism-rollout-init-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  if (git) {
    const run = (...args: readonly string[]) =>
      execFileSync("git", [...args], { cwd: folder, stdio: "ignore" });
    run("init", `--initial-branch=${branch}`);
    run("remote", "add", "origin", "git@github.com:acme/app.git");
  }
  return folder;
}

export interface Tried {
  readonly status: number;
  readonly out: string;
  readonly err: string;
  /** A file as it is afterwards. */
  readonly read: (path: string) => string;
  readonly has: (path: string) => boolean;
}

interface TryOptions {
  readonly answer?: string;
  /** Whether nothing is typed, and the terminal is closed. */
  readonly ends?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the command in a folder; `answer` is typed at a terminal. */
export async function tryInit(
  folder: string,
  args: readonly string[] = [],
  { answer, ends = false, env = {} }: TryOptions = {},
): Promise<Tried> {
  const isTTY = answer !== undefined;
  const [stdout, stderr] = [paper(), paper()].map((stream) => Object.assign(stream, { isTTY }));
  const stdin = Object.assign(new PassThrough(), { isTTY });
  if (ends) stdin.end();
  else if (isTTY) stdin.write(`${answer}\n`);
  const terminal = { stdin, stdout, stderr, env, cwd: () => folder };
  const status = await init(args, terminal as unknown as Parameters<typeof init>[1]);
  return {
    status,
    out: stdout?.text ?? "",
    err: stderr?.text ?? "",
    read: (path) => readFileSync(join(folder, path), "utf8"),
    has: (path) => existsSync(join(folder, path)),
  };
}

/** As `npm create vite` and `supabase init` leave a repository, with a migration and a function. */
export const viteAndSupabase: Files = {
  "package.json": JSON.stringify(
    {
      name: "app",
      scripts: { dev: "vite", build: "tsc -b && vite build", lint: "oxlint", preview: "vite preview" },
      devDependencies: { vite: "^8.3.4" },
    },
    null,
    2,
  ),
  "package-lock.json": "{}",
  "vite.config.ts": "export default {};\n",
  "index.html": "<!doctype html>\n",
  "src/main.ts": "console.log(import.meta.env.DEV);\n",
  "supabase/config.toml":
    'project_id = "app"\n\n[functions.hello]\nenabled = true\nverify_jwt = false\nimport_map = "./functions/hello/deno.json"\nentrypoint = "./functions/hello/index.ts"\n',
  "supabase/migrations/20261129042308_notes.sql": "create table notes (body text);\n",
  "supabase/functions/hello/index.ts": "Deno.serve(() => new Response('hello'));\n",
  "supabase/functions/hello/deno.json": "{}",
  "supabase/functions/_shared/cors.ts": "export const cors = {};\n",
};
