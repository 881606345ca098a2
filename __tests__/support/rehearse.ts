import { spawn } from "node:child_process";
import { chownSync, mkdtempSync, readFileSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { CallTable } from "../../rehearsal/release/count-calls.ts";

export const root = resolve(import.meta.dirname, "../..");

/** What a rehearsal said and came to. */
export interface Rehearsed {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
  /** The JSON object of its last line, where `--json` was given. */
  readonly json: Told | undefined;
}

export interface Told {
  readonly outcome: string;
  readonly release: string;
  readonly phases: readonly {
    readonly name: string;
    readonly result: string;
    readonly evidence: readonly string[];
  }[];
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
  readonly peak?: Readonly<Record<string, unknown>>;
  /** What each phase of the earlier releases has told. */
  readonly evidence?: readonly Readonly<Record<string, readonly string[]>>[];
  /** How often each API was asked: by the earlier releases, and by this one. */
  readonly calls: readonly CallTable[];
}

/** Where and by whom a rehearsal is started, unless it is in an empty folder with a temp folder of its own. */
export interface Person {
  readonly uid?: number;
  readonly folder?: string;
  readonly temp?: string;
}

/** Starts the compiled command line as a person would, without a terminal. */
export function startRehearsal(
  args: readonly string[],
  person: Person = {},
): {
  child: ReturnType<typeof spawn>;
  temp: string;
  ended: Promise<Rehearsed>;
} {
  const { uid } = person;
  const own = (name: string): string => {
    const folder = mkdtempSync(join(tmpdir(), name));
    if (uid !== undefined) chownSync(folder, uid, uid);
    return folder;
  };
  const folder = person.folder ?? own("prism-outcome-");
  const temp = person.temp ?? own("prism-outcome-tmp-");
  const home = uid === undefined ? process.env["HOME"] : own("prism-outcome-home-");
  const child = spawn(
    process.execPath,
    [join(root, "lib/cli/prism-rollout.js"), "rehearse", "--sample", ...args],
    {
      cwd: folder,
      env: { PATH: process.env["PATH"], HOME: home, TMPDIR: temp },
      stdio: ["ignore", "pipe", "pipe"],
      ...(uid === undefined ? {} : { uid, gid: uid }),
    },
  );
  let out = "";
  let err = "";
  child.stdout.on("data", (data: Buffer) => (out += data.toString()));
  child.stderr.on("data", (data: Buffer) => (err += data.toString()));
  const ended = new Promise<Rehearsed>((done) => {
    child.on("close", (status) => done({ status, out, err, json: jsonOf(out) }));
  });
  return { child, temp, ended };
}

/** The same to its end. */
export function rehearse(...args: readonly string[]): Promise<Rehearsed> {
  return startRehearsal(args).ended;
}

/** Processes of this machine whose command line or environment names a folder. */
export function processesIn(folder: string): readonly string[] {
  return readdirSync("/proc").filter((pid) => /^\d+$/.test(pid) && namesFolder(pid, folder));
}

function namesFolder(pid: string, folder: string): boolean {
  return ["cmdline", "environ"].some((file) => {
    try {
      return readFileSync(`/proc/${pid}/${file}`, "latin1").includes(folder);
    } catch {
      return false;
    }
  });
}

function jsonOf(out: string): Told | undefined {
  const last = out.trim().split("\n").at(-1) ?? "";
  return last.startsWith("{") ? (JSON.parse(last) as Told) : undefined;
}
