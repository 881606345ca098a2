import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../../kit/errors/user-error.ts";
import { type Artifact, type EnvProof, manifestName, siteFolder } from "../../kit/parts/web/artifact.ts";
import { listFiles } from "../../kit/parts/web/files.ts";
import { isHtml, markerOf, stamp } from "../../kit/parts/web/marker.ts";
import { writeFormat } from "../../kit/release/formats.ts";

export interface Made {
  readonly artifact: Artifact;
  readonly pages: number;
}

/**
 * Stamps every page of the output, and puts the site with its manifest into `folder`. Doing it again to the
 * same output gives the same artifact: an earlier stamp is no part of the digest.
 * @throws {UserError} PR403 when there is no output, or no page in it.
 */
export async function makeArtifact(
  output: string,
  folder: string,
  { commit, env }: { commit: string; env: Readonly<Record<string, EnvProof>> },
): Promise<Made> {
  const { digest } = await listed(output);
  const marker = markerOf(commit, digest);
  const pages = await stampPages(output, marker);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const site = join(folder, siteFolder);
  await cp(output, site, { recursive: true, dereference: true });
  const { files } = await listFiles(site);
  const artifact: Artifact = { schema: "prism-rollout/artifact@1", commit, digest, marker, files, env };
  await writeFile(join(folder, manifestName), writeFormat(artifact));
  return { artifact, pages };
}

async function listed(output: string): Promise<Awaited<ReturnType<typeof listFiles>>> {
  const listing = await listFiles(output).catch((error: unknown) => {
    throw noOutput(`The build has left no folder ${output}`, error);
  });
  if (listing.files.some((file) => isHtml(file.path))) return listing;
  throw noOutput(`The build has put no HTML page into ${output} (${listing.files.length} files in all)`);
}

async function stampPages(output: string, marker: string): Promise<number> {
  const pages = (await listFiles(output)).files.filter((file) => isHtml(file.path));
  for (const { path } of pages) {
    const file = join(output, path);
    const bytes = await readFile(file);
    await writeFile(file, Buffer.from(stamp(bytes.toString("latin1"), marker), "latin1"));
  }
  return pages.length;
}

function noOutput(what: string, cause?: unknown): UserError {
  return new UserError(
    "PR403",
    `${what}.`,
    "Name the folder that the build writes as `output` of the build section.",
    { cause },
  );
}
