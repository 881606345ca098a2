import { type PlayResult, allJobs } from "../../rehearsal/player/player.ts";
import { playAttempts } from "../../rehearsal/release/play-attempts.ts";
import { type ReleaseRequest, playRelease } from "../../rehearsal/release/play-release.ts";
import type { World } from "../../rehearsal/world/world.ts";

export const patience = 180_000;

/** A caller as it was played: what GitHub says of its jobs, and what it complained of. */
export interface Played {
  readonly result: PlayResult["result"];
  readonly results: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly said: readonly string[];
  /** Environments that somebody had to approve, in order. */
  readonly approved: readonly string[];
}

/** Plays a caller in a world; while `observe` looks, so many people use what it looks at. */
export async function playCaller(
  world: World,
  caller: string,
  { attempts = 40, ...request }: Partial<ReleaseRequest> & { readonly attempts?: number } = {},
): Promise<Played> {
  const said: string[] = [];
  const approved: string[] = [];
  const people: Promise<unknown>[] = [];
  const played = await playRelease(world, {
    caller: `examples/workflows/${caller}`,
    approve: "all",
    ...request,
    onEvent: (event, play) => {
      if (event.kind === "annotation") said.push(`${event.level}: ${event.message}`);
      if (event.kind === "gate-answered" && event.by !== undefined) approved.push(event.environment);
      if (looks(event) && attempts > 0) people.push(playAttempts(world.project, { attempts }));
      request.onEvent?.(event, play);
    },
  });
  await Promise.all(people);
  const jobs = allJobs(played.jobs);
  return {
    result: played.result,
    results: Object.fromEntries(jobs.map(({ key, result }) => [key, result])),
    outputs: Object.fromEntries(jobs.map(({ key, outputs }) => [key, outputs])),
    said,
    approved,
  };
}

/** The errors that a caller's jobs complained of. */
export function errorsOf({ said }: Played): readonly string[] {
  return said.filter((line) => line.startsWith("error"));
}

function looks(event: Parameters<ReleaseRequest["onEvent"]>[0]): boolean {
  if (event.kind === "job-started") return event.job.id === "observe";
  if (event.kind !== "step-started" || event.step.depth !== 1) return false;
  return event.step.key.split("/").at(-1) === "observe";
}
