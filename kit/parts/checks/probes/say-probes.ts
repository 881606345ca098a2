import { relative, resolve } from "node:path";
import type { Table } from "../../../action/report.ts";
import type { Runtime } from "../../../action/runtime.ts";
import type { Place } from "../../../ports/log.ts";
import { requestOf } from "./probe.ts";
import type { ProbesResult } from "./run-probes.ts";

/** «x of n probes …», and what was not asked. */
export function probesEvidence({ rows, outcome, seconds }: ProbesResult, what: string): readonly string[] {
  const asked = rows.filter(({ is }) => is !== "unasked").length;
  const passed = rows.filter(({ is }) => is === "passed").length;
  const left = rows.length - asked;
  if (asked === 0) return [`0 of ${rows.length} probes were asked ${what}: ${outcome}`];
  return [
    `${passed} of ${asked} probes passed ${what} in ${seconds.toFixed(1)} s`,
    ...(outcome === "flaky" ? ["the probes passed only when all were asked again"] : []),
    ...(left > 0 ? [`${left} of ${rows.length} probes were not asked`] : []),
  ];
}

/** A row for each probe that did not pass. */
export function probesTables({ rows, outcome }: ProbesResult): readonly Table[] {
  const bad = outcome === "protected" ? [] : rows.filter(({ is }) => is !== "passed");
  if (bad.length === 0) return [];
  const cells = bad.map(({ probe, is, said }) => [
    probe.name,
    requestOf(probe),
    is === "unasked" ? `was not asked: ${said}` : said,
  ]);
  return [{ title: "Failing probes", columns: ["probe", "request", "what happened"], rows: cells }];
}

/** GitHub shows ten annotations of a kind for a step. */
const most = 10;

/** An annotation for each failing probe, at its line in rollout.yml. */
export function annotateProbes(
  { rows }: ProbesResult,
  { log, env, root }: Pick<Runtime, "log" | "env" | "root">,
): void {
  const failed = rows.filter(({ is }) => is === "failed");
  const home = env["GITHUB_WORKSPACE"] ?? root;
  for (const { probe, said } of failed.slice(0, most)) {
    const at = placeOf(probe.place);
    log.error(`${probe.name}: ${said}`, at && { ...at, file: relative(home, resolve(root, at.file)) });
  }
  const others = failed.length - most;
  if (others > 0) log.info(`${others} more failing probes are in the summary.`);
}

function placeOf(place: string | undefined): (Place & { readonly line: number }) | undefined {
  const [, file, line] = /^(.*):(\d+):\d+$/s.exec(place ?? "") ?? [];
  return file === undefined ? undefined : { file, line: Number(line) };
}
