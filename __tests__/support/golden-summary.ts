import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { expect } from "@jest/globals";
import { explainEnd } from "../../kit/action/fail.ts";
import { type Report, renderReport } from "../../kit/action/report.ts";
import type { Spec } from "../../kit/action/spec.ts";

export const goldenSummaries = resolve(import.meta.dirname, "../golden/summaries");

/** What differs from run to run, and from machine to machine: ports, times, folders, the digest of a file with times in it. */
function settled(markdown: string): string {
  return markdown
    .replace(/127\.0\.0\.1:\d+/g, "127.0.0.1:PORT")
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, "TIME")
    .replace(/(?:&#\d+;\.|\b)\d+(?:\.\d+)? (?:ms|s)\b/g, "N s")
    .replace(/\bage \d+/g, "age N")
    .replace(/sha256 [0-9a-f]{64}/g, "sha256 DIGEST")
    .replace(/(?:\/[\w.-]+)*\/prism-rollout-test-[\w.-]+/g, "FOLDER");
}

/** Holds a page as a person sees it against what is kept in `__tests__/golden/summaries`. `npm run golden:summaries` keeps it anew. */
export function expectPage(name: string, markdown: string): void {
  const file = join(goldenSummaries, `${name}.md`);
  const page = settled(markdown);
  if (process.env["UPDATE_GOLDEN"] !== undefined) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, page);
  }
  expect(page).toBe(existsSync(file) ? readFileSync(file, "utf8") : `(${file} is not kept)`);
}

/** The same of what an action reports. */
export function expectSummary(name: string, { title }: Pick<Spec, "title">, report: Report): void {
  expectPage(name, renderReport(title, report));
}

/** The same of an action that threw: `begun`, where it had begun to change the target. */
export async function expectFailure(
  name: string,
  spec: Spec,
  work: Promise<unknown>,
  begun = false,
): Promise<void> {
  const thrown: unknown = await work.then(
    () => "nothing was thrown",
    (error: unknown) => error,
  );
  const { message, next } = explainEnd(spec, thrown, begun);
  expectSummary(name, spec, { verdict: "error", reason: message, next });
}
