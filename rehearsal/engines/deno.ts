import { randomUUID } from "node:crypto";
import { existsSync, realpathSync } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { startChild, type Child } from "./child.ts";
import { BOOT_PROGRAM, RECORD } from "./deno-boot.ts";
import { notInstalled } from "./no-engine.ts";
import { packageFolder } from "./package-folder.ts";
import type { Reaper } from "./reaper.ts";

/** One function, unpacked, and what it is run with. Paths other than `root` and `cache` are relative to `root`. */
export interface FunctionOptions {
  /** The folder of the upload: sources, and a `package.json` and `node_modules` if it imports from npm. */
  readonly root: string;
  readonly entrypoint: string;
  /** A `deno.json` or an import map. */
  readonly importMap?: string | undefined;
  /** The function's whole environment. */
  readonly env: Readonly<Record<string, string>>;
  /** A folder for Deno's caches, shared by all functions and runs. */
  readonly cache: string;
  /**
   * Fetches what the function imports (`npm:`, `jsr:`, https), once for all that share the cache; these variables
   * say how. Without it everything must be in `root` already.
   */
  readonly fetchEnv?: Readonly<Record<string, string>> | undefined;
  readonly onLog?: ((entry: FunctionLog) => void) | undefined;
  readonly reaper?: Reaper | undefined;
}

/** Something that a function printed. `execution` is the request's id, when it printed it for one. */
export interface FunctionLog {
  readonly level: "debug" | "log" | "info" | "warn" | "error";
  readonly text: string;
  readonly execution?: string | undefined;
}

/** A function that answers at `url`. */
export interface RunningFunction {
  readonly state: "running";
  readonly url: string;
  /** Resolves when its process has ended, by `stop` or by itself. */
  readonly ended: Promise<unknown>;
  stop(): Promise<void>;
}

/**
 * A function that does not answer. `at` is `bundle` when its sources cannot be put together (syntax, an import
 * that is not there), `boot` when they can but fail while starting, or never serve.
 */
export interface BrokenFunction {
  readonly state: "broken";
  readonly at: "bundle" | "boot";
  /** One line, in Deno's words; paths are relative to the upload. */
  readonly reason: string;
}

/** Deno's program. @throws {UserError} PR505 when npm has none for this platform, or left it out. */
export function installedDeno(from: string = import.meta.dirname): string {
  const wrapper = packageFolder("deno", from);
  const names = ["", "-glibc"].map((libc) => `@deno/${process.platform}-${process.arch}${libc}`);
  const folder = wrapper && names.map((name) => packageFolder(name, wrapper)).find(Boolean);
  if (folder) return join(folder, process.platform === "win32" ? "deno.exe" : "deno");
  throw notInstalled(names.at(-1) ?? "deno");
}

/** Starts one function in a Deno of its own and waits until it serves, or until it is clear that it will not. */
export async function startFunction(options: FunctionOptions): Promise<RunningFunction | BrokenFunction> {
  await mkdir(options.cache, { recursive: true });
  const boot = await bootProgram(options.cache);
  let listening: (port: number) => void = () => {};
  const port = new Promise<number>((resolve) => (listening = resolve));
  const errors: string[] = [];
  const child = startChild({
    command: installedDeno(),
    args: [...flags(options, boot), join(options.root, options.entrypoint)],
    cwd: options.root,
    env: { ...options.env, ...options.fetchEnv, ...settings(options.cache) },
    reaper: options.reaper,
    onLine: (line, stream) => {
      if (stream === "stderr") errors.push(line);
      const record = parse(line, stream);
      if ("port" in record) listening(record.port);
      else options.onLog?.(record);
    },
  });
  const first = await Promise.race([port, child.ended, patience(options.fetchEnv ? 120_000 : 20_000)]);
  if (typeof first === "number") return running(child, first);
  await child.stop();
  return broken(errors, child, options.root);
}

/** Functions start together: one that read a half-written program would never say that it serves. */
async function bootProgram(cache: string): Promise<string> {
  const boot = join(cache, "boot.js");
  const half = `${boot}.${randomUUID()}`;
  await writeFile(half, BOOT_PROGRAM);
  await rename(half, boot);
  return boot;
}

function running(child: Child, port: number): RunningFunction {
  return { state: "running", url: `http://127.0.0.1:${port}`, ended: child.ended, stop: () => child.stop() };
}

// Deno says "Uncaught" of what the program threw; anything else kept the program from being put together.
function broken(errors: readonly string[], child: Child, root: string): BrokenFunction {
  const line = errors
    .find((text) => text.startsWith("error: "))
    ?.slice("error: ".length)
    .replaceAll(`${pathToFileURL(root).href}/`, "");
  if (line === undefined)
    return { state: "broken", at: "boot", reason: child.tail() || "it never called Deno.serve" };
  return { state: "broken", at: line.startsWith("Uncaught") ? "boot" : "bundle", reason: line };
}

function flags(options: FunctionOptions, boot: string): string[] {
  const modules = join(options.root, "node_modules");
  const readable = [options.root, ...(existsSync(modules) ? [realpathSync(modules)] : [])];
  const fetching = ["--allow-import", "--node-modules-dir=none"];
  const alone = ["--no-remote", "--cached-only", "--node-modules-dir=manual"];
  const isolated = [...(options.fetchEnv ? fetching : alone), "--no-lock", "--no-prompt", "--no-check"];
  if (options.fetchEnv) readable.push(options.cache);
  const allowed = ["--allow-net=127.0.0.1", "--allow-env", `--allow-read=${readable.join(",")}`];
  return ["run", `--preload=${boot}`, ...isolated, ...allowed, ...imports(options)];
}

function imports({ root, importMap }: FunctionOptions): string[] {
  if (!importMap) return [];
  const configuration = /^deno\.jsonc?$/.test(basename(importMap));
  return [configuration ? `--config=${join(root, importMap)}` : `--import-map=${join(root, importMap)}`];
}

function settings(cache: string): Record<string, string> {
  return { DENO_DIR: cache, DENO_SERVE_ADDRESS: "tcp:127.0.0.1:0", DENO_NO_UPDATE_CHECK: "1", NO_COLOR: "1" };
}

function parse(line: string, stream: "stdout" | "stderr"): FunctionLog | { port: number } {
  if (line.startsWith(RECORD)) return JSON.parse(line.slice(RECORD.length)) as FunctionLog | { port: number };
  return { level: stream === "stderr" ? "error" : "log", text: line };
}

function patience(ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), ms).unref());
}
