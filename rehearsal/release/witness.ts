import type { PlayEvent } from "../player/player.ts";
import type { Live } from "../world/live.ts";
import type { World } from "../world/world.ts";
import { playAttempts } from "./play-attempts.ts";

/** What happens beside a release while it is played, and what is seen of it. */
export interface Witness {
  event(event: PlayEvent): void;
  /** Waits for what was begun. `peak` is what was live when `rollback` began. */
  end(): Promise<{ readonly peak: Live | undefined }>;
}

/** How many people use a release, and how many of them the break of observe hits. */
export interface People {
  readonly attempts: number;
  readonly failing: number;
}

/** Enough for a verdict, and where observe is broken enough that are hit: few enough to be a minority. */
export function crowd(fail: readonly string[]): People {
  return { attempts: 40, failing: fail.includes("observe") ? 12 : 0 };
}

/** Uses the release in another way than by people, until `over`. Never throws. */
export type Use = (over: AbortSignal) => Promise<unknown>;

/** While `observe` looks, people use the new release; when `rollback` begins, it is noted what is live. */
export function witness(world: World, fail: readonly string[], coming: People | Use = crowd(fail)): Witness {
  let peak: Promise<Live> | undefined;
  let used: Promise<unknown> | undefined;
  const over = new AbortController();
  const use: Use = typeof coming === "function" ? coming : () => playAttempts(world.project, coming);
  return {
    event: (event) => {
      const begun = beginsOf(event);
      if (begun === "observe") used = use(over.signal);
      if (begun === "rollback") peak = world.live();
      if (event.kind === "job-finished" && event.job.id === "observe") over.abort();
    },
    end: async () => {
      over.abort();
      await used;
      return { peak: await peak };
    },
  };
}

/** The phase that begins: a job of the chain, or where all is one job a step of it. */
function beginsOf(event: PlayEvent): string | undefined {
  if (event.kind === "job-started") return event.job.id;
  if (event.kind === "step-started" && event.step.depth === 1) return event.step.key.split("/").at(-1);
  return undefined;
}
