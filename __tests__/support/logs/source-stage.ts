import { observe } from "../../../actions/observe/observe.ts";
import { spec } from "../../../actions/observe/spec.ts";
import type { Done } from "../../../kit/action/runtime.ts";
import { inputsFrom } from "../inputs-of.ts";
import { observedProject, ref, start } from "../observed-project.ts";
import { testWorld } from "../test-world.ts";
import type { Happened, SourceFixture, Speaks, StandInFault } from "./fixture.ts";

/** A log source, what has happened there, and `observe` looking at it every minute for two. */
export interface SourceStage {
  /** Adds what somebody did; without `at` it is in the middle of the time that the first look counts. */
  log(...what: readonly Partial<Happened>[]): void;
  /** What is answered instead, so many times. */
  fault(fault: StandInFault, times?: number): void;
  /** Called after each sleep with the new time. */
  onSleep(meanwhile: (now: number) => void): void;
  /** The questions that were counted by, as the source got them. */
  readonly asked: () => number;
  readonly slept: readonly number[];
  observe(given?: Readonly<Record<string, string>>): Promise<Done<typeof spec>>;
  readonly given: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

export const at = start + 1_000;

export async function sourceStage(fixture: SourceFixture): Promise<SourceStage> {
  const project = await observedProject();
  const happened: Happened[] = [];
  const faults: { fault: StandInFault; times: number }[] = [];
  const next: Speaks["fault"] = () => {
    const one = faults.find(({ times }) => times > 0);
    if (one === undefined) return undefined;
    one.times -= 1;
    return one.fault;
  };
  const standIn = await fixture.start({ project, happened, fault: next });
  const common = {
    supabase: ref,
    "supabase-api-url": project.url,
    since: new Date(start).toISOString(),
    "poll-interval": "1m",
    window: "2m",
    lag: "30s",
    baseline: "0s",
    "log-source": fixture.name,
    ...standIn.given,
  };
  return {
    log: (...what) =>
      void happened.push(...what.map((one) => ({ session: "s", event: "done" as const, at, ...one }))),
    fault: (fault, times = 99) => void faults.push({ fault, times }),
    onSleep: (meanwhile) => (project.onSleep = meanwhile),
    asked: standIn.asked,
    slept: project.clock.slept,
    given: standIn.given,
    observe: async (given = {}) => {
      const world = await testWorld({ clock: project.clock, github_env: { GITHUB_SHA: commit } });
      return await observe(inputsFrom(spec.inputs, { ...common, ...given }), world);
    },
    close: async () => {
      await standIn.close();
      await project.close();
    },
  };
}

export const commit = "0123456789abcdef0123456789abcdef01234567";

/** So many attempts that went well. */
export function clean(count: number, more: Partial<Happened> = {}): readonly Partial<Happened>[] {
  return Array.from({ length: count }, (_, index) => ({ session: `s${index + 1}`, ...more }));
}
