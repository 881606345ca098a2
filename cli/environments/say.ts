import { type EnvironmentChange, isNothing } from "../../kit/release/environments/make/change.ts";
import { sayCount, sayDifference } from "../../kit/release/environments/make/say.ts";
import type { Paint } from "../paint.ts";

/** The environments of a target, and what makes them hold what they must. */
export interface TargetChanges {
  readonly target: string;
  readonly changes: readonly EnvironmentChange[];
}

/** How it ended. */
export interface Ended {
  readonly status: number;
  /** Names of the environments that were changed. */
  readonly made: readonly string[];
  /** What is for a person to do. */
  readonly left: readonly string[];
  /** Why nothing was changed, or that what was made holds. */
  readonly because: string;
}

/** The difference of all targets, then how many differ; with `quiet` nothing of what is as it should be. */
export function sayAll(all: readonly TargetChanges[], paint: Paint, quiet: boolean): readonly string[] {
  const shown = all.flatMap(({ target, changes }) => {
    const some = quiet ? changes.filter((change) => !isNothing(change)) : changes;
    return quiet && some.length === 0 ? [] : sayDifference(target, some).map((line) => painted(line, paint));
  });
  const changes = all.flatMap((one) => one.changes);
  if (quiet && changes.every(isNothing)) return [];
  return [...shown, "", paint("bold", sayCount(changes))];
}

function painted(line: string, paint: Paint): string {
  const [, before = "", word = ""] = /^(.*? {2})([+-] .*)$/.exec(line) ?? [];
  if (word !== "") return `${before}${paint(word.startsWith("+") ? "green" : "red", word)}`;
  return /^\S.*:$/.test(line) ? paint("bold", line) : line;
}

/** For programs: one object on one line. */
export function asJson(all: readonly TargetChanges[], { made, left, because }: Ended): string {
  const targets = all.map(({ target, changes }) => ({
    target,
    environments: changes.map((change) => ({
      name: change.name,
      state: isNothing(change) ? "same" : "differs",
      says: change.says,
      keeps: change.keeps,
      notes: change.notes,
    })),
  }));
  return JSON.stringify({ schema: "prism-rollout/environments@1", targets, made, left, because });
}
