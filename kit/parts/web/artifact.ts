import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { UserError } from "../../errors/user-error.ts";
import { readFormat } from "../../release/formats.ts";
import type { Form } from "../../ports/misfit.ts";
import { type Listing, type SiteFile, listFiles } from "./files.ts";
import { isOwnVersion, markerOf, versionFile } from "./marker.ts";
import type { SourceName } from "./sources.ts";

/** What the build saw of one required variable. `vite` is a proof; `unverifiable` is never taken for one. */
export interface EnvProof {
  readonly required: string;
  readonly value: string | null;
  readonly proof: "vite" | "unverifiable";
  /** Where the value came from, or why it could not be read. */
  readonly source: string;
}

/** By whom an artifact was made, and with what; values by their sums. */
export interface MadeWith {
  readonly target: string | null;
  readonly run: string;
  readonly settings: string;
  readonly values: Readonly<Record<string, string>>;
}

/** `artifact.json`: the site that was built once, beside the folder `site` that holds it. */
export interface Artifact {
  readonly schema: "prism-rollout/artifact@1";
  readonly commit: string;
  readonly digest: string;
  readonly marker: string;
  readonly files: readonly SiteFile[];
  readonly env: Readonly<Record<string, EnvProof>>;
  /** Absent: a folder of files that are served as they are. */
  readonly source?: SourceName;
  readonly made?: MadeWith;
  /** Where another target's artifact was to be taken: whether it was, and why. */
  readonly reuse?: { readonly taken: boolean; readonly because: string };
}

/** An artifact on this machine; `folder` is where its files are. */
export interface Site extends Artifact {
  readonly folder: string;
}

const artifactForm: Form = {
  fields: {
    commit: "text",
    digest: "text",
    marker: "text",
    files: { each: { fields: { path: "text", sha256: "text" } } },
    env: {
      values: { fields: { required: "text", value: { maybe: "text" }, proof: "text", source: "text" } },
    },
    source: { optional: "text" },
    made: { optional: { fields: { run: "text", settings: "text", values: { values: "text" } } } },
    reuse: { optional: { fields: { taken: "flag", because: "text" } } },
  },
};

export const manifestName = "artifact.json";
export const siteFolder = "site";

/**
 * Reads the artifact that `build` made and proves that it is whole: its digest is taken again over the files.
 * @throws {UserError} PR105 when it is not there, PR106 for another format, PR432 when a file is not the built one.
 */
export async function readSite(artifact: string): Promise<Site> {
  const manifest = join(artifact, manifestName);
  const text = await readFile(manifest, "utf8").catch((error: unknown) => {
    const fix = "Run `build` first, and pass its output `path` (or the downloaded artifact) as `artifact`.";
    throw new UserError("PR105", `There is no ${manifestName} in ${artifact}.`, fix, { cause: error });
  });
  const read = readFormat<Artifact>("artifact", text, manifest, artifactForm);
  const folder = join(artifact, siteFolder);
  if (read.source === "existing") return { ...read, folder };
  const found = await filesOf(artifact, folder, read);
  refuseOtherFiles(read, found.files);
  const markers = [markerOf(read.commit, found.digest), ...(read.source === undefined ? [] : [read.commit])];
  if (found.digest === read.digest && markers.includes(read.marker)) return { ...read, folder };
  throw notTheBuilt(`the digest of ${artifact} is not the one in its ${manifestName}`);
}

/** Whether the site has the `version.json` of this suite, not one of the app's own. */
export async function hasVersion({ folder, source }: Site): Promise<boolean> {
  if (source !== undefined) return false;
  const bytes = await readFile(join(folder, versionFile)).catch(() => undefined);
  return bytes !== undefined && isOwnVersion(versionFile, bytes);
}

/** Where another target's artifact was to be taken: from which run it is, or why it was built anew. */
export function reuseLine({ digest, made, reuse }: Artifact): readonly string[] {
  if (reuse === undefined) return [];
  if (!reuse.taken) return [`the site was built anew: ${reuse.because}`];
  const from = `run ${made?.run ?? "(unknown)"} for ${made?.target ?? "another target"}`;
  return [`the site is the one that was built in ${from}, digest ${digest.slice(0, 12)}: ${reuse.because}`];
}

async function filesOf(artifact: string, folder: string, { files }: Artifact): Promise<Listing> {
  const told = files.filter(({ link, mode }) => link !== undefined || mode !== undefined);
  return await listFiles(folder, told).catch((error: unknown) => {
    const gone = (error as { code?: unknown }).code === "ENOENT";
    if (!gone) throw error;
    const fix = "Upload and download the whole folder that `build` names.";
    throw new UserError(
      "PR105",
      `${artifact} has a ${manifestName}, but not all of its ${siteFolder}.`,
      fix,
      {
        cause: error,
      },
    );
  });
}

function refuseOtherFiles(artifact: Artifact, found: readonly SiteFile[]): void {
  const there = new Map(found.map((file) => [file.path, file.sha256]));
  const listed = new Set(artifact.files.map((file) => file.path));
  const wrong = [
    ...artifact.files.filter((file) => there.get(file.path) !== file.sha256).map((file) => file.path),
    ...found.filter((file) => !listed.has(file.path)).map((file) => file.path),
  ];
  if (wrong.length === 0) return;
  const named = wrong.slice(0, 5).join(", ");
  throw notTheBuilt(`${wrong.length} files differ from the artifact's list: ${named}`);
}

function notTheBuilt(what: string): UserError {
  return new UserError(
    "PR432",
    `The site is not the one that was built: ${what}. Nothing was changed.`,
    "Was the artifact edited, or hidden files left out on the way? Upload it with include-hidden-files: true.",
  );
}
