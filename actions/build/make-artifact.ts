import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../../kit/errors/user-error.ts";
import {
  type Artifact,
  type EnvProof,
  type MadeWith,
  manifestName,
  siteFolder,
} from "../../kit/parts/web/artifact.ts";
import { listFiles } from "../../kit/parts/web/files.ts";
import {
  isHtml,
  isOwnVersion,
  markerOf,
  stamp,
  versionFile,
  versionText,
} from "../../kit/parts/web/marker.ts";
import { writeFormat } from "../../kit/release/formats.ts";

export interface Made {
  readonly artifact: Artifact;
  readonly pages: number;
}

/** What every artifact says, whatever it is made of. */
export interface About {
  readonly commit: string;
  readonly env: Readonly<Record<string, EnvProof>>;
  readonly made?: MadeWith;
  readonly reuse?: NonNullable<Artifact["reuse"]>;
}

/**
 * Stamps every page of the output, adds `version.json` where the app has none, and puts the site with its manifest
 * into `folder`. Doing it again to the same output gives the same artifact: an earlier stamp is no part of the digest.
 * @throws {UserError} PR403 when there is no output, or no page in it; PR476 for a link that leads out of it.
 */
export async function makeArtifact(output: string, folder: string, about: About): Promise<Made> {
  const { digest, files: built } = await listed(output);
  const marker = markerOf(about.commit, digest);
  const pages = built.filter((file) => isHtml(file.path)).map(({ path }) => path);
  await stampPages(output, pages, marker);
  await addVersion(output, marker, about.commit);
  const site = join(await emptied(folder), siteFolder);
  await cp(output, site, { recursive: true, dereference: true });
  const { files } = await listFiles(site);
  return { artifact: await writeManifest(folder, { ...about, digest, marker, files }), pages: pages.length };
}

export async function emptied(folder: string): Promise<string> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  return folder;
}

export async function writeManifest(folder: string, about: Omit<Artifact, "schema">): Promise<Artifact> {
  const artifact: Artifact = { schema: "prism-rollout/artifact@1", ...about };
  await writeFile(join(folder, manifestName), writeFormat(artifact));
  return artifact;
}

export async function stampPages(folder: string, pages: readonly string[], marker: string): Promise<void> {
  for (const path of pages) {
    const file = join(folder, path);
    const bytes = await readFile(file);
    await writeFile(file, Buffer.from(stamp(bytes.toString("latin1"), marker), "latin1"));
  }
}

async function addVersion(output: string, marker: string, commit: string): Promise<void> {
  const file = join(output, versionFile);
  const own = await readFile(file).catch(() => undefined);
  if (own === undefined || isOwnVersion(versionFile, own)) await writeFile(file, versionText(marker, commit));
}

async function listed(output: string): Promise<Awaited<ReturnType<typeof listFiles>>> {
  const listing = await listFiles(output).catch((error: unknown) => {
    if (error instanceof UserError) throw error;
    throw noOutput(`The build has left no folder ${output}`, error);
  });
  if (listing.files.some((file) => isHtml(file.path))) return listing;
  throw noOutput(`The build has put no HTML page into ${output} (${listing.files.length} files in all)`);
}

function noOutput(what: string, cause?: unknown): UserError {
  return new UserError(
    "PR403",
    `${what}.`,
    "Name the folder that the build writes as `output` of the build section.",
    { cause },
  );
}
