import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Runtime } from "../../../action/runtime.ts";
import { UserError, describe } from "../../../errors/user-error.ts";
import type { ListedFunction } from "../../../providers/supabase/functions-api.ts";
import { type Json, sha256 } from "../../../release/canonical.ts";
import type { Form } from "../../../ports/misfit.ts";
import { readFormat, schemaOf, writeFormat } from "../../../release/formats.ts";
import type { LiveFunction } from "../live/inspect-live.ts";
import type { Inspected } from "../plan-functions.ts";
import type { FunctionSource, FunctionState } from "../declared/source.ts";

/** A function before a release, and what the release makes of it. File contents are base64. */
export interface SnapshotEntry {
  readonly was: {
    readonly listed: ListedFunction;
    readonly state: FunctionState;
    /** Null where the platform did not give the sources back. */
    readonly source: {
      readonly entrypoint: string;
      readonly importMap: string | null;
      readonly files: readonly { readonly path: string; readonly base64: string }[];
    } | null;
    /** The bundle itself, base64: absent where there are very many, or where the platform did not give it. */
    readonly eszip?: string;
    /** SHA-256 of the bundle, as it was read. */
    readonly eszipSha256?: string;
  } | null;
  /** Null for one that the release takes away. */
  readonly becomes: FunctionState | null;
  /** Abandoned bundles that were live for a moment, to make room for what it becomes (ADR 36). */
  readonly rooms?: readonly Json[];
}

/** Everything that putting functions back needs, without the machine that took it. */
export interface FunctionsSnapshot {
  readonly schema: "prism-rollout/snapshot@1";
  readonly project: string;
  readonly functions: Readonly<Record<string, SnapshotEntry>>;
}

export function snapshotOf(
  project: string,
  { changes, removals, besides }: Pick<Inspected, "changes" | "removals" | "besides">,
): FunctionsSnapshot {
  const changed = changes.map(({ slug, live, wanted }) => {
    const was = live === undefined ? null : wasOf(live);
    return [slug, { was, becomes: wanted.state }] as const;
  });
  const removed = removals.map(({ slug, live }) => {
    return [slug, { was: wasOf(live), becomes: null }] as const;
  });
  // Until a command has changed one, what it becomes is what it was.
  const staying = besides.map(({ slug, live }) => [slug, { was: wasOf(live), becomes: live.state }] as const);
  const functions = Object.fromEntries<SnapshotEntry>([...changed, ...removed, ...staying]);
  return { schema: schemaOf("snapshot"), project, functions };
}

/**
 * Writes the snapshot where the workflow uploads it from: the folder of the phase, or of `plan`.
 * @returns its path. @throws {UserError} PR501 when the disk does not take it: nothing was changed.
 */
export async function saveSnapshot(
  snapshot: FunctionsSnapshot,
  { temp }: Pick<Runtime, "temp">,
  phase: "plan" | "deploy-functions" = "deploy-functions",
): Promise<string> {
  const folder = join(temp, "prism-rollout", phase);
  const file = join(folder, "snapshot.json");
  try {
    await mkdir(folder, { recursive: true });
    // Killed in the middle, the one that is there stays whole.
    await writeFile(`${file}.part`, writeFormat(snapshot));
    await rename(`${file}.part`, file);
    return file;
  } catch (error) {
    throw new UserError(
      "PR501",
      `The snapshot of the live functions cannot be written to ${file}: ${describe(error)}. Nothing was changed.`,
      "Free space on the runner and run again.",
      { cause: error },
    );
  }
}

const snapshotForm: Form = {
  fields: {
    project: "text",
    functions: {
      values: {
        fields: {
          was: {
            orNull: {
              fields: {
                listed: { fields: {} },
                state: { fields: {} },
                source: {
                  orNull: {
                    fields: {
                      entrypoint: "text",
                      importMap: { orNull: "text" },
                      files: { each: { fields: { path: "text", base64: "text" } } },
                    },
                  },
                },
                eszip: { optional: "text" },
                eszipSha256: { optional: "text" },
              },
            },
          },
          becomes: { orNull: { fields: {} } },
        },
      },
    },
  },
};

/** @throws {UserError} PR105 when there is no file, PR106 when it is not a snapshot. */
export async function loadSnapshot(file: string): Promise<FunctionsSnapshot> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    const fix = "Download the artifact of deploy-functions first.";
    throw new UserError("PR105", `The snapshot is not at ${file}.`, fix, { cause: error });
  });
  return readFormat<FunctionsSnapshot>("snapshot", text, file, snapshotForm);
}

/** The sources of a function as they were, or undefined where they are not known. */
export function sourceBefore({ was }: SnapshotEntry): FunctionSource | undefined {
  if (was === null || was.source === null) return undefined;
  const { entrypoint, importMap, files } = was.source;
  return {
    entrypoint,
    importMap,
    files: files.map(({ path, base64 }) => ({ path, content: Buffer.from(base64, "base64") })),
  };
}

/** The same function with its sources, which were found elsewhere. */
export function withSource(entry: SnapshotEntry, source: FunctionSource): SnapshotEntry {
  return entry.was === null ? entry : { ...entry, was: { ...entry.was, source: keptOf(source) } };
}

/** The bundle as it was, where it is kept whole. Other bytes than those that were read are never sent back. */
export function eszipBefore({ was }: SnapshotEntry): Uint8Array | undefined {
  if (was?.eszip === undefined) return undefined;
  const bytes = Buffer.from(was.eszip, "base64");
  return sha256(bytes) === was.eszipSha256 ? bytes : undefined;
}

function wasOf({ listed, state, source, eszip: bytes }: LiveFunction): SnapshotEntry["was"] {
  const eszip =
    bytes === undefined ? {} : { eszip: Buffer.from(bytes).toString("base64"), eszipSha256: sha256(bytes) };
  if (source === undefined) return { listed, state, source: null, ...eszip };
  return { listed, state, source: keptOf(source), ...eszip };
}

function keptOf({
  entrypoint,
  importMap,
  files,
}: FunctionSource): NonNullable<SnapshotEntry["was"]>["source"] {
  const kept = files.map(({ path, content }) => ({ path, base64: Buffer.from(content).toString("base64") }));
  return { entrypoint, importMap, files: kept };
}
