import type { Runtime } from "../../kit/action/runtime.ts";
import { UserError } from "../../kit/errors/user-error.ts";
import type { GitHub } from "../../kit/ports/github.ts";
import { releaseLease } from "../../kit/release/standing/lease.ts";
import { markSuperseded, unmarkSuperseded } from "../../kit/release/standing/superseded.ts";
import { whereRunIs } from "../../kit/release/run/where-run-is.ts";
import type { OpenRelease } from "./open-releases.ts";

/** Who takes the target, and from whom. */
export interface Takeover {
  readonly target: string;
  readonly release: string;
  readonly open: readonly OpenRelease[];
}

/**
 * Makes every other release of the target yield that waits for a person. First it is noted in its record: from then
 * on none of its jobs gets through its door, whoever approves it. Then the target is taken from it and its run is
 * cancelled, so that it ends as stopped or held. Each step may be done twice, and dying between two of them leaves
 * nothing that could go on.
 * @throws {UserError} PR204 where one is at work: nobody cuts into a change.
 */
export async function supersede(
  github: GitHub,
  cancelling: GitHub,
  { target, release, open }: Takeover,
  { log }: Pick<Runtime, "log">,
): Promise<readonly string[]> {
  const working = open.find((other) => isAtWork(other) && !other.mustYield);
  if (working !== undefined) throw atWork(target, working);
  const said: string[] = [];
  for (const other of open) {
    await takeFrom(github, target, release, other);
    const cancelled = await cancel(cancelling, other, log);
    said.push(`${other.release} ${other.where.says}, and yields to this release${cancelled}`);
  }
  return said;
}

/** Also between two of its jobs: who has begun and waits for no person goes on by itself. */
function isAtWork({ where, hasChanged }: OpenRelease): boolean {
  return where.is === "working" || (where.is === "queued" && hasChanged);
}

async function takeFrom(github: GitHub, target: string, release: string, other: OpenRelease): Promise<void> {
  if (!other.mustYield) {
    await markSuperseded(github, other.id, other.hasChanged ? "failure" : "inactive", release);
    // Somebody may have approved it just before it was noted.
    const now = { ...other, where: await whereRunIs(github, other.runId) };
    if (isAtWork(now)) {
      await unmarkSuperseded(github, other.id);
      throw atWork(target, now);
    }
  }
  await releaseLease(github, target, other.release);
}

async function cancel(
  github: GitHub,
  { runId, runUrl }: OpenRelease,
  log: Pick<Runtime["log"], "warn">,
): Promise<string> {
  try {
    await github.request("POST /repos/{owner}/{repo}/actions/runs/{run_id}/cancel", { run_id: runId });
    return "; its run is cancelled";
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    // It has ended meanwhile.
    if (error.code === "PR304") return "";
    log.warn(
      `${runUrl} was not cancelled: ${error.message} Cancelling needs a token with \`actions: write\` as cancel-token. It waits on, and whoever approves it is refused: cancel it by hand.`,
    );
    return "; its run waits on, and is refused when somebody approves it";
  }
}

function atWork(target: string, { release, runUrl, where }: OpenRelease): UserError {
  return new UserError(
    "PR204",
    `${target} cannot be taken from ${release} (${runUrl}): it ${where.says}. Nothing was changed.`,
    "Let it end its work; while it waits for a person, run this job again.",
  );
}
