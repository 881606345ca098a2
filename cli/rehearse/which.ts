import { resolve } from "node:path";
import { suiteFolder } from "../../rehearsal/engines/package-folder.ts";
import { isInside } from "../../rehearsal/own/repository.ts";
import type { RehearsalOptions } from "./options.ts";

/** Whether the sample is meant: it was asked for, or this is a clone of the suite itself. */
export function isSample({ sample, repo }: Pick<RehearsalOptions, "sample" | "repo">, cwd: string): boolean {
  if (sample) return true;
  return repo === undefined && isInside(resolve(cwd), suiteFolder());
}
