import { relative } from "node:path";
import type { Runtime } from "../../action/runtime.ts";
import type { TestRow } from "./playwright-report.ts";

/** GitHub shows ten annotations of a kind for a step. */
const most = 10;

/** An annotation for each failing test, at the line where it failed. */
export function annotate(
  tests: readonly TestRow[],
  { log, env, root }: Pick<Runtime, "log" | "env" | "root">,
): void {
  const failed = tests.filter(({ status }) => status === "unexpected");
  const home = env["GITHUB_WORKSPACE"] ?? root;
  for (const { title, error, place } of failed.slice(0, most)) {
    const at = place === undefined ? undefined : { ...place, file: relative(home, place.file) };
    log.error(`${title}: ${error.slice(0, 1000)}`, at);
  }
  const others = failed.length - most;
  if (others > 0) log.info(`${others} more failing tests are in the summary.`);
}
