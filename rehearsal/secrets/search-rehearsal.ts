import { type BreakablePhase, breaks } from "../release/break-phase.ts";
import { undisturbed, type Disturbance } from "../release/disturb.ts";
import { playOne } from "../release/play-one.ts";
import { playRun } from "../release/play-release.ts";
import type { ReleaseReport } from "../report/model.ts";
import { type WorldOptions, startWorld } from "../world/start-world.ts";
import { overheardIn } from "./overhear-children.ts";
import type { Sought } from "./seeker.ts";
import { withCanaries } from "./with-canaries.ts";

/** What is broken, or what happens, in a rehearsal that is searched. */
export interface Searching extends Partial<Disturbance>, Pick<WorldOptions, "env"> {
  readonly fail?: readonly BreakablePhase[];
  readonly reject?: string;
}

/** Plays a release in a world in which every secret is a canary, and tells where one of them stands. */
export async function searchRehearsal({ env, fail = [], reject, ...disturbance }: Searching): Promise<{
  readonly report: ReleaseReport;
  readonly sought: Sought;
  /** What the webhook was told. */
  readonly told: readonly string[];
  /** Whether the server of `SHADOW_DATABASE_URL` was at work. */
  readonly shadowUsed: boolean;
  /** The programs that actions have started, by name. */
  readonly started: ReadonlySet<string>;
}> {
  const plain = await startWorld({ env, skip: "commands" });
  try {
    const { world, told, shadowUsed, close } = await withCanaries(plain);
    try {
      for (const phase of fail) await breaks[phase](world);
      const { report } = await playOne(world, {
        fail,
        disturbance: { ...undisturbed, ...disturbance },
        onEvent: () => undefined,
        play: (heard) =>
          playRun(world, {
            approve: "all",
            reject,
            caller: "examples/workflows/merge-to-main.yml",
            ...heard,
          }),
      });
      if (report.secrets === undefined) throw new Error("Nobody looked for secrets.");
      const started = await overheardIn(world.folder);
      return { report, sought: report.secrets, told, shadowUsed: await shadowUsed(), started };
    } finally {
      await close();
    }
  } finally {
    await plain.close();
  }
}
