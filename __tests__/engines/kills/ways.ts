import type { Kill } from "../../bundle/bundle-child.ts";
import type { Happening } from "./door.ts";

/**
 * How a process is ended: by the kernel; by GitHub's cancel, which is SIGINT, 7.5 s later SIGTERM, 2.5 s later SIGKILL; by
 * whoever sends SIGTERM; or with its whole runner, of which workspace, temp folder and outputs are gone as well.
 */
export const ways = ["killed", "cancelled", "terminated", "lost"] as const;
export type Way = (typeof ways)[number];

/** What ends a process in its way; `over` once it has ended. */
export interface Ender {
  readonly happening: Happening;
  /** The same at any time, wherever the process is. */
  now(): void;
  over(): void;
}

export function enderOf(way: Way, kill: Kill): Ender {
  const timers: NodeJS.Timeout[] = [];
  const later = (ms: number, signal: NodeJS.Signals): void =>
    void timers.push(setTimeout(() => kill(signal), ms));
  const now = (): void => {
    if (way === "killed" || way === "lost") return kill("SIGKILL");
    kill(way === "cancelled" ? "SIGINT" : "SIGTERM");
    if (way === "cancelled") later(7500, "SIGTERM");
    later(10_000, "SIGKILL");
  };
  const isAtOnce = way === "killed" || way === "lost";
  return {
    // Who is asked to end goes on for as long as that takes: what it asks for meanwhile passes.
    happening: isAtOnce ? { ends: now } : { first: async () => now() },
    now,
    over: () => timers.forEach((timer) => clearTimeout(timer)),
  };
}
