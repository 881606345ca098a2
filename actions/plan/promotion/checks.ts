import type { Runtime } from "../../../kit/action/runtime.ts";
import { UserError } from "../../../kit/errors/user-error.ts";
import type { GitHub } from "../../../kit/ports/github.ts";
import { tellWait } from "../../../kit/ports/tell-wait.ts";
import { type Check, checksOf } from "./look-at-checks.ts";
import { releaseRunsOf, requiredBy } from "./required.ts";

type World = Pick<Runtime, "clock" | "log" | "signal" | "context">;

/** Which checks count: those with these names, or all that no release reported. */
export interface Wanted {
  readonly names: readonly string[];
  readonly wait: number;
  /** The branch whose rules say what is required, where nobody named anything. */
  readonly branch: string;
}

const pause = 10_000;

/**
 * Waits until the checks of the commit are done, and gives how many are green.
 * @throws {UserError} PR216 with each that failed, still runs or was never reported.
 */
export async function refuseRed(github: GitHub, wanted: Wanted, world: World): Promise<number> {
  const { sha, runId } = world.context;
  const names = wanted.names.length > 0 ? wanted.names : await requiredBy(github, wanted.branch);
  const releases = names.length > 0 ? new Set([runId]) : await releaseRunsOf(github, sha, runId);
  const until = world.clock.now() + wanted.wait;
  const tell = tellWait(world, until);
  for (;;) {
    const all = (await checksOf(github, sha)).filter(({ run }) => run === undefined || !releases.has(run));
    const { green, red, open } = judge(all, names);
    if (red.length > 0) throw notGreen(sha, "failed", red, red.length + green + open.length);
    if (open.length === 0) return green;
    const left = until - world.clock.now();
    if (left <= 0) throw notGreen(sha, "not done", open, green + open.length);
    const n = green + open.length;
    tell(`the commit's checks are done: ${open.join(", ")}`, `${green} of ${n} are green.`);
    await world.clock.sleep(Math.min(pause, left), world.signal);
  }
}

interface Judged {
  readonly green: number;
  /** Each by name and GitHub's word. */
  readonly red: readonly string[];
  readonly open: readonly string[];
}

/** One name may be reported by several; the worst of them counts. */
export function judge(all: readonly Check[], required: readonly string[]): Judged {
  const names = required.length > 0 ? required : [...new Set(all.map(({ name }) => name))];
  const worst = names.map((name) => {
    const same = all.filter((check) => check.name === name);
    const found = (["red", "running", "green"] as const).flatMap((is) =>
      same.filter((one) => one.is === is),
    )[0];
    return { name, is: found?.is ?? "running", said: found?.said ?? "never reported" };
  });
  const say = (is: Check["is"]): readonly string[] =>
    worst.flatMap((one) => (one.is === is ? [`${one.name} (${one.said})`] : []));
  return { green: say("green").length, red: say("red"), open: say("running") };
}

function notGreen(sha: string, how: string, which: readonly string[], n: number): UserError {
  return new UserError(
    "PR216",
    `${which.length} of ${n} checks of ${sha.slice(0, 12)} ${which.length === 1 ? "is" : "are"} ${how === "failed" ? "red" : how}: ${which.join(", ")}. Nothing was changed.`,
    how === "failed"
      ? "Mend the commit, or run a check again that failed by chance; then run this job again."
      : "Let them end, then run this job again; `checks-wait` waits longer. What never runs on this branch is not to be required: name by `required-checks` what does.",
  );
}
