import { relative } from "node:path";
import type { Runtime } from "../../action/runtime.ts";
import type { TestRow } from "./playwright-report.ts";

/** GitHub shows ten annotations of a kind for a step. */
const most = 10;

/** An annotation for each failing test, at the line where it failed: one, also where it failed in several projects. */
export function annotate(
  tests: readonly TestRow[],
  { log, env, root }: Pick<Runtime, "log" | "env" | "root">,
): void {
  const failed = tests.filter(({ status }) => status === "unexpected");
  const home = env["GITHUB_WORKSPACE"] ?? root;
  const once = [...new Map(failed.map((test) => [JSON.stringify([test.file, test.title]), test])).values()];
  for (const { file, title, error, place } of once.slice(0, most)) {
    const projects = failed.filter((other) => other.file === file && other.title === title);
    const named = projects.flatMap(({ project }) => (project === "" ? [] : [project]));
    const where = named.length === 0 ? "" : ` (${named.join(", ")})`;
    const at = place === undefined ? undefined : { ...place, file: relative(home, place.file) };
    log.error(`${title}${where}: ${error.slice(0, 1000)}`, at);
  }
  const others = once.length - most;
  if (others > 0) log.info(`${others} more failing tests are in the summary.`);
}
