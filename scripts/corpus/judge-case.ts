import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CorpusCase } from "./read-case.ts";

export interface Finding {
  readonly rule: string;
  readonly axis: string;
  readonly severity: string;
  readonly line: number;
  readonly waived: unknown;
}

export interface Judged {
  readonly findings: readonly Finding[];
  /** Why there is no judgement; the findings are none then. */
  readonly problem: string | undefined;
}

/** Has the command line judge a case: its history as applied, its pending files as one change set. */
export async function judgeCase(cli: string, of: CorpusCase): Promise<Judged> {
  const folder = mkdtempSync(join(tmpdir(), "prism-corpus-"));
  try {
    writeFileSync(join(folder, "0001_history.sql"), `${of.history || "-- nothing existed"}\n`);
    of.pending.forEach((sql, at) => writeFileSync(join(folder, `000${at + 2}_pending.sql`), sql));
    const told = await tell(cli, ["judge", folder, "--applied", "0001", "--json"]);
    return judgementIn(told.stdout) ?? { findings: [], problem: told.stderr.trim() || "no JSON came back" };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the judge's JSON holds against the pending files: what is waived, told as a note or switched off does not count. */
export function judgementIn(stdout: string): Judged | undefined {
  const start = stdout.indexOf("{");
  if (start < 0) return undefined;
  const { files } = JSON.parse(stdout.slice(start)) as {
    readonly files: readonly { readonly file: string; readonly findings: readonly Finding[] }[];
  };
  const findings = files
    .filter(({ file }) => !file.endsWith("0001_history.sql"))
    .flatMap((file) => file.findings)
    .filter(({ severity, waived }) => !waived && severity !== "note" && severity !== "off");
  return { findings, problem: undefined };
}

/** An exit status of 1 is a judgement, too. */
async function tell(cli: string, args: readonly string[]): Promise<{ stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [cli, ...args], { maxBuffer: 64 << 20 }, (_, stdout, stderr) =>
      resolve({ stdout, stderr }),
    );
  });
}
