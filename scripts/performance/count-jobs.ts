import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import type { PlayEvent } from "../../rehearsal/player/player.ts";
import type { CallTable } from "../../rehearsal/release/count-calls.ts";
import type { World } from "../../rehearsal/world/world.ts";
import type { Sent } from "./count-statements.ts";

/** What a job of a played release did. Bytes of artifacts are those that travel: compressed. */
export interface CountedJob {
  readonly name: string;
  /** Calls of each API: `github`, `supabase`, the host, the CDN. */
  readonly calls: Readonly<Record<string, number>>;
  /** What was sent to the project's database. */
  readonly database: Sent;
  /** Of artifacts, in bytes. */
  readonly downloaded: number;
  readonly uploaded: number;
  /** What its steps took, and of that those that are actions of ours; ms. */
  readonly worked: number;
  readonly own: number;
}

type Heard = Omit<CountedJob, "name" | "calls">;

const none: Heard = { database: { statements: 0, bytes: 0 }, downloaded: 0, uploaded: 0, worked: 0, own: 0 };

/** Listens to a play whose jobs run one after the other; afterwards tells them in the order in which they began. */
export function countJobs(
  folder: Pick<World, "folder">["folder"],
  sent: () => Sent,
): { event(event: PlayEvent): void; jobs(calls: CallTable): readonly CountedJob[] } {
  const jobs = new Map<string, Heard>();
  const add = (name: string, more: (is: Heard) => Partial<Heard>): void => {
    const is = jobs.get(name) ?? none;
    jobs.set(name, { ...is, ...more(is) });
  };
  let before = sent();
  return {
    event: (event) => {
      if (event.kind === "run-finished") return;
      const { id } = event.job;
      if (event.kind === "step-finished" && event.step.depth === 0) add(id, (is) => withStep(is, event));
      if (event.kind === "log") add(id, (is) => withArtifact(is, event.line, folder));
      if (event.kind !== "job-finished") return;
      const [now, then] = [sent(), before];
      const database = { statements: now.statements - then.statements, bytes: now.bytes - then.bytes };
      add(id, () => ({ database }));
      before = now;
    },
    jobs: (calls) =>
      [...jobs]
        .filter(([, { worked }]) => worked > 0)
        .map(([name, heard]) => ({ name, ...heard, calls: byApi(calls[name] ?? {}) })),
  };
}

function withStep(
  is: Heard,
  { step, worked }: Extract<PlayEvent, { kind: "step-finished" }>,
): Partial<Heard> {
  const ours = step.name.includes("$/actions/");
  return { worked: is.worked + worked, own: is.own + (ours ? worked : 0) };
}

function withArtifact(is: Heard, line: string, folder: string): Partial<Heard> {
  const [, name, how] = /^Artifact (\S+) .*(was downloaded|has \d+ files)/.exec(line) ?? [];
  if (name === undefined) return {};
  const bytes = artifactBytes(folder, name);
  return how === "was downloaded" ? { downloaded: is.downloaded + bytes } : { uploaded: is.uploaded + bytes };
}

function byApi(routes: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  const sums = new Map<string, number>();
  for (const [route, count] of Object.entries(routes)) {
    const api = route.split(" ")[0] ?? "";
    sums.set(api, (sums.get(api) ?? 0) + count);
  }
  return Object.fromEntries(sums);
}

/** An artifact of the newest run. */
function artifactBytes(folder: string, name: string): number {
  const runs = join(folder, "artifacts/runs");
  const newest = Math.max(...readdirSync(runs).map(Number));
  return packedBytes(join(runs, String(newest), encodeURIComponent(name), "files"));
}

/** What the files of a folder are in a zip archive: each compressed by itself, and a hundred bytes for its names. */
export function packedBytes(folder: string): number {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.reduce((sum, file) => sum + deflateRawSync(readFileSync(file)).length + 100, 0);
}
