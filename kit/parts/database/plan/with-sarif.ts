import { mkdir, realpath, rm, writeFile } from "node:fs/promises";
import { dirname, isAbsolute, relative, resolve } from "node:path";
import type { Runtime } from "../../../action/runtime.ts";
import { UserError, describe } from "../../../errors/user-error.ts";
import { fileUri } from "../../../judge/file-uri.ts";
import type { Finding } from "../../../judge/finding.ts";
import { asSarif } from "../../../judge/sarif.ts";

export interface SarifInputs {
  readonly sarif?: string | undefined;
}

/** The path may stand in a stranger's rollout.yml: it must not lead out of the folder. @throws {UserError} PR429 */
export function refuseSarifPath({ sarif }: SarifInputs): void {
  if (sarif === undefined) return;
  const leadsOut = isAbsolute(sarif) || relative(".", sarif).startsWith("..");
  if (!leadsOut && /\.(sarif|json)$/.test(sarif)) return;
  throw new UserError(
    "PR429",
    `\`sarif: ${sarif}\` is not a file in the working directory whose name ends with .sarif.`,
    "Write for example `sarif: judge.sarif`. Nothing was changed.",
  );
}

/**
 * Writes what was noted while the work went on, also where it was refused for that. Where nothing was judged nothing is
 * written: an empty list would say that all is well.
 */
export async function withSarif<T>(
  { sarif }: SarifInputs,
  world: Pick<Runtime, "env" | "root">,
  work: (note: (found: readonly Finding[], unverified?: readonly string[]) => void) => Promise<T>,
): Promise<T> {
  let judged = false;
  const findings: Finding[] = [];
  const notices: string[] = [];
  try {
    return await work((found, unverified = []) => {
      judged = true;
      findings.push(...found.filter((one) => !findings.includes(one)));
      notices.push(...unverified);
    });
  } finally {
    if (sarif !== undefined && judged) await write(sarif, findings, notices, world);
  }
}

async function write(
  sarif: string,
  findings: readonly Finding[],
  unverified: readonly string[],
  { env, root }: Pick<Runtime, "env" | "root">,
): Promise<void> {
  const repository = env["GITHUB_WORKSPACE"] ?? root;
  const text = asSarif({
    findings,
    notices: unverified.map((line) => ({ text: line, level: "warning" as const })),
    uri: (file) => fileUri(file, root, repository),
  });
  const path = resolve(root, sarif);
  try {
    await refuseLinks(root, dirname(path));
    await mkdir(dirname(path), { recursive: true });
    // A link that lies there could lead anywhere: it is replaced, not followed.
    await rm(path, { force: true });
    await writeFile(path, text, { flag: "wx" });
  } catch (error) {
    throw new UserError(
      "PR429",
      `The findings cannot be written to ${sarif}: ${describe(error)}.`,
      "Name a file in a folder that may be written. Nothing was changed.",
      { cause: error },
    );
  }
}

/** @throws {Error} where what is there of the folder is a link that leads out. */
async function refuseLinks(root: string, folder: string): Promise<void> {
  const real = await realpath(folder).catch(() => undefined);
  if (real === undefined) return await refuseLinks(root, dirname(folder));
  const within = relative(await realpath(root), real);
  if (within.startsWith("..") || isAbsolute(within)) throw new Error("its folder is a link that leads out");
}
