import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { types } from "node:util";
import { UserError, describe } from "../../errors/user-error.ts";
import type { GitHub } from "../../ports/github.ts";
import type { Log } from "../../ports/log.ts";
import { readZip } from "../../ports/read-zip.ts";

interface ArtifactAnswer {
  readonly id: number;
  readonly name: string;
  readonly expired?: boolean;
}

/** The run that released it: the last part of its id. */
export function runOf(release: string): string | undefined {
  return /-(\d+)$/.exec(release)?.[1];
}

/**
 * Brings the snapshots that a release's run has uploaded into a folder, a folder an artifact. What GitHub does not
 * have any more, or does not give, is left out with a warning.
 */
export async function fetchSnapshots(github: GitHub, run: string, into: string, log: Log): Promise<void> {
  try {
    const route = "GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts";
    const { data } = await github.request(route, { run_id: run, per_page: 100 });
    const { artifacts = [] } = data as { readonly artifacts?: readonly ArtifactAnswer[] };
    const own = artifacts.filter(({ name }) => /^rollout-(plan|deploy-functions)/.test(name));
    for (const artifact of own) await fetchOne(github, artifact, into, log);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    log.warn(`The artifacts of run ${run} cannot be had: ${describe(error)}`);
  }
}

async function fetchOne(
  github: GitHub,
  { id, name, expired }: ArtifactAnswer,
  into: string,
  log: Log,
): Promise<void> {
  if (expired === true) return log.warn(`The artifact ${name} has expired.`);
  const route = "GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}";
  const { data } = await github.request(route, { artifact_id: id, archive_format: "zip" });
  const files = types.isAnyArrayBuffer(data) ? readZip(new Uint8Array(data)) : undefined;
  if (files === undefined) return log.warn(`The artifact ${name} is not a whole zip archive.`);
  const file = files.find(({ path }) => path === "snapshot.json" || path.endsWith("/snapshot.json"));
  if (file === undefined) return;
  const folder = join(into, String(id));
  try {
    const content = file.content();
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "snapshot.json"), content);
  } catch (error) {
    log.warn(`The snapshot in the artifact ${name} cannot be unpacked: ${describe(error)}`);
  }
}
