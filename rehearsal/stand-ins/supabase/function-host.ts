import { mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import {
  startFunction,
  type BrokenFunction,
  type FunctionLog,
  type RunningFunction,
} from "../../engines/deno.ts";
import type { Reaper } from "../../engines/reaper.ts";
import { newFunctionProcess, type FunctionProcess } from "./function-process.ts";
import { packageJsonFor } from "./node-modules.ts";
import type { FunctionState } from "./state.ts";

export interface FunctionHostOptions {
  /** Where uploads are unpacked; removed by `close`. */
  readonly folder: string;
  /** Deno's caches; kept. */
  readonly cache: string;
  /** What `npm:` imports resolve to. */
  readonly nodeModules: string | undefined;
  /** With it imports are fetched (see the option of startFunction). */
  readonly fetchEnv?: Readonly<Record<string, string>> | undefined;
  readonly reaper: Reaper | undefined;
  /** The environment of every function, asked for at each start. */
  readonly env: () => Readonly<Record<string, string>>;
  /** Told what live functions print. */
  readonly onLog: (fn: FunctionState, entry: FunctionLog) => void;
}

/** Runs functions, one Deno each. A version's process is started once, kept warm, and replaced when it dies. */
export interface FunctionHost {
  /** Starts a version, or finds it running, and keeps it until `keep` has named it once. */
  start(fn: FunctionState): Promise<RunningFunction | BrokenFunction>;
  /** These versions are wanted from now on; the rest ends once its requests are answered. */
  keep(live: readonly FunctionState[], parked: readonly FunctionState[]): void;
  /** Calls `work` with a running function's address and keeps it alive until that is done. */
  use<T>(fn: FunctionState, work: (url: string | undefined) => Promise<T>): Promise<T>;
  /** Starts the live versions anew: what a function finds in its environment has changed. */
  restart(live: readonly FunctionState[]): void;
  close(): Promise<void>;
}

export function newFunctionHost(options: FunctionHostOptions): FunctionHost {
  const pool = newPool(options);
  return {
    async start(fn) {
      const made = pool.of(fn);
      made.pinned = true;
      return await made.started;
    },
    keep(live, parked) {
      const wanted = new Set([...live, ...parked].map(keyOf));
      for (const [key, one] of pool.running) {
        if (wanted.has(key)) one.pinned = false;
        else if (!one.pinned) pool.retire(key, one);
      }
      for (const fn of live) pool.of(fn).goLive();
    },
    async use(fn, work) {
      const made = pool.of(fn);
      made.goLive();
      return await made.use(work);
    },
    restart(live) {
      for (const [key, one] of pool.running) pool.retire(key, one);
      for (const fn of live) pool.of(fn).goLive();
    },
    async close() {
      for (const [key, one] of pool.running) pool.retire(key, one);
      await Promise.all(pool.ending);
      await rm(options.folder, { recursive: true, force: true });
    },
  };
}

/** The processes that run, by what makes them different, and those that are ending. */
interface Pool {
  readonly running: ReadonlyMap<string, FunctionProcess>;
  readonly ending: ReadonlySet<Promise<void>>;
  of(fn: FunctionState): FunctionProcess;
  retire(key: string, one: FunctionProcess): void;
}

function newPool(options: FunctionHostOptions): Pool {
  const running = new Map<string, FunctionProcess>();
  const ending = new Set<Promise<void>>();
  const begin = newStarter(options);
  return {
    running,
    ending,
    of(fn) {
      const key = keyOf(fn);
      const found = running.get(key);
      if (found) return found;
      const made = begin(fn);
      running.set(key, made);
      // One that is not running is started again by the next request, as on the platform.
      void made.over.then(() => running.get(key) === made && running.delete(key));
      return made;
    },
    retire(key, one) {
      running.delete(key);
      const over = one.retire().finally(() => ending.delete(over));
      ending.add(over);
    },
  };
}

function newStarter(options: FunctionHostOptions): (fn: FunctionState) => FunctionProcess {
  const { cache, fetchEnv, reaper, onLog } = options;
  const unpacked = newUnpacker(options);
  return (fn) =>
    newFunctionProcess(
      async (print) => {
        const paths = { entrypoint: fn.entrypoint_path, importMap: fn.import_map_path ?? undefined };
        const root = await unpacked(fn);
        const env = options.env();
        return await startFunction({ root, ...paths, env, cache, fetchEnv, onLog: print, reaper });
      },
      (entry) => onLog(fn, entry),
    );
}

/** Two states with the same key are the same process. */
function keyOf(fn: FunctionState): string {
  return JSON.stringify([fn.id, fn.version, fn.entrypoint_path, fn.import_map_path]);
}

/** Writes a version's sources to a folder of its own, once, with the packages it may import beside them. */
function newUnpacker({
  folder,
  nodeModules,
  fetchEnv,
}: FunctionHostOptions): (fn: FunctionState) => Promise<string> {
  const done = new Map<string, Promise<string>>();
  const manifest = nodeModules === undefined ? undefined : packageJsonFor(nodeModules);
  async function unpack(fn: FunctionState, root: string): Promise<string> {
    for (const [path, base64] of Object.entries(fn.files)) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      const bytes = Buffer.from(base64, "base64");
      await writeFile(join(root, path), fetchEnv === undefined ? bytes : withoutRuntimeTypes(path, bytes));
    }
    if (nodeModules !== undefined && manifest !== undefined) {
      await symlink(nodeModules, join(root, "node_modules"), "dir");
      await writeFile(join(root, "package.json"), await manifest);
    }
    return root;
  }
  return (fn) => {
    const name = `${fn.slug}-${fn.version}-${fn.ezbr_sha256.slice(0, 12)}`;
    const found = done.get(name) ?? unpack(fn, join(folder, name));
    done.set(name, found);
    return found;
  };
}

const runtimeTypes =
  /^[ \t]*import\s+(["'])(?:jsr:)?@supabase\/functions-js(?:@[^/"']*)?\/(?:src\/)?edge-runtime\.d\.ts\1;?/gm;

/** Types of the platform, which its runtime has and nobody runs: nothing is fetched for them. */
function withoutRuntimeTypes(path: string, bytes: Buffer): Buffer {
  if (!/\.[cm]?[jt]sx?$/.test(path)) return bytes;
  return Buffer.from(bytes.toString("utf8").replace(runtimeTypes, ""));
}
