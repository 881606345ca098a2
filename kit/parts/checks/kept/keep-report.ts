import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { SuiteReport, TestRow } from "../playwright-report.ts";
import { keepFiles } from "./keep-files.ts";
import { scrubJson } from "./scrub-json.ts";
import type { Hidden } from "./scrub-trace.ts";
import { scrubber } from "./scrubber.ts";

/** What of a run of suites goes into the artifact. */
export interface RunToKeep {
  /** The run's name: `staged`, `production`, `returned`. */
  readonly name: string;
  /** Playwright's report as it was written. */
  readonly text: string;
  readonly tests: readonly TestRow[];
}

/**
 * Keeps a run in `folder`, which the chain uploads: its report and what its failing tests left, without secrets. Gives
 * lines that say what is there and what is not.
 */
export async function keepReport(run: RunToKeep, folder: string, hidden: Hidden): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const clean = scrubJson(withoutBodies(JSON.parse(run.text)), scrubber(hidden.secrets, hidden.names));
  await writeFile(join(folder, `playwright-${run.name}.json`), `${JSON.stringify(clean, undefined, 2)}\n`);
  return await keepFiles(run.tests, join(folder, run.name), hidden);
}

/** Scrubbing ends there, too. */
const deepest = 500;

/** What stands in a report in base64, nobody could scrub as it stands: files are kept as files. */
function withoutBodies(value: unknown, depth = 0): unknown {
  if (typeof value !== "object" || value === null || depth > deepest) return value;
  if (Array.isArray(value)) return value.map((inner: unknown) => withoutBodies(inner, depth + 1));
  const kept = Object.entries(value).filter(([key]) => key !== "body" && key !== "buffer");
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutBodies(inner, depth + 1)]));
}

/** What summary and annotations say of a run, without secrets. */
export function withoutSecrets({ tests, errors }: SuiteReport, { secrets, names }: Hidden): SuiteReport {
  const { text } = scrubber(secrets, names);
  const clean = (test: TestRow): TestRow => ({ ...test, title: text(test.title), error: text(test.error) });
  return { tests: tests.map(clean), errors: errors.map(text) };
}
