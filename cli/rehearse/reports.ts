import { mkdir, writeFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { describe } from "../../kit/errors/user-error.ts";
import { htmlReport } from "../../rehearsal/report/html.ts";
import type { ReleaseReport } from "../../rehearsal/report/model.ts";

/**
 * Writes what there is to keep of the releases so far into a folder; one that is made for it is one that git ignores. Gives where the report
 * is, and why it is not there if it could not be written: the release is what was asked for, so that does not end it.
 */
export async function writeReports(
  reports: readonly ReleaseReport[],
  out: string,
  cwd: string,
): Promise<string> {
  const folder = resolve(cwd, out);
  const path = join(folder, "report.html");
  try {
    const made = await mkdir(folder, { recursive: true });
    await writeFile(path, htmlReport(reports));
    if (made !== undefined) await writeFile(join(folder, ".gitignore"), "*\n");
    const evidence = reports.at(-1)?.evidence;
    if (evidence !== undefined) await writeFile(join(folder, "evidence.json"), evidence);
    return relative(cwd, path);
  } catch (error) {
    return `${relative(cwd, path)} was not written: ${describe(error)}`;
  }
}
