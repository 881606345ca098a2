import type { PlayEvent } from "../player/player.ts";
import type { LoggedRequest } from "../stand-ins/watch.ts";
import type { World } from "../world/world.ts";

/** How often each route of each stand-in's API was asked, by phase: `github GET /repos/:owner/:repo/deployments`. */
export type CallTable = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** One call of a stand-in's API: what was asked, and how that was answered. */
export interface AskedCall extends Omit<LoggedRequest, "route"> {
  /** Named as the phases of a `CallTable` are. */
  readonly phase: string;
  readonly vendor: string;
}

/** Counts what the stand-ins were asked while a release is played. */
export interface CallCounter {
  event(event: PlayEvent): void;
  table(): CallTable;
  /** Each of them, in the order in which they were asked. */
  calls(): readonly AskedCall[];
}

type Asked = Pick<World, "github" | "supabase" | "host" | "cdn">;

/** The chain's jobs run one after the other: what is asked while one runs is asked by it. */
export function countCalls({ github, supabase, host, cdn }: Asked): CallCounter {
  const logs: Readonly<Record<string, readonly LoggedRequest[]>> = {
    github: github.requests,
    supabase: supabase.requests,
    [host.name]: host.requests,
    // Told apart from the host where both are one vendor's.
    [cdn.name === host.name ? `${cdn.name}-edge` : cdn.name]: cdn.requests,
  };
  const read = new Map(Object.entries(logs).map(([name, log]) => [name, log.length]));
  const running = new Set<string>();
  const counts = new Map<string, Map<string, number>>();
  const calls: AskedCall[] = [];
  const note = (): void => {
    const phase = leaves([...running]).join("+");
    for (const [name, log] of Object.entries(logs)) {
      for (const { route, ...call } of log.slice(read.get(name) ?? 0)) {
        const own = counts.get(phase) ?? new Map<string, number>();
        const key = `${name} ${call.method} ${route}`;
        counts.set(phase, own.set(key, (own.get(key) ?? 0) + 1));
        calls.push({ phase, vendor: name, ...call });
      }
      read.set(name, log.length);
    }
  };
  return {
    event: (event) => {
      if (event.kind !== "job-started" && event.kind !== "job-finished") return;
      note();
      if (event.kind === "job-started") running.add(event.job.key);
      else running.delete(event.job.key);
    },
    table: () => Object.fromEntries([...counts].map(([phase, own]) => [phase, inOrder(own)])),
    calls: () => calls.toSorted((a, b) => a.at - b.at),
  };
}

/** The ids of the jobs that call no other one. A called job's key begins with its caller's. */
function leaves(keys: readonly string[]): readonly string[] {
  const called = keys.filter((key) => !keys.some((other) => other !== key && other.startsWith(key)));
  return called.map((key) => key.split(/[/.]/).at(-1) ?? key).sort();
}

function inOrder(own: ReadonlyMap<string, number>): Readonly<Record<string, number>> {
  return Object.fromEntries([...own].sort(([a], [b]) => (a < b ? -1 : 1)));
}
