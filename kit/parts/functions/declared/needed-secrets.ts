import { UserError, describe } from "../../../errors/user-error.ts";
import type { FunctionsApi } from "../../../providers/supabase/functions-api.ts";
import type { WantedFunction } from "./inspect-wanted.ts";
import { readNames } from "../imports/read-names.ts";

/**
 * Whether the project has every secret that the changed functions read. Gives what cannot be told, a sentence each.
 * The platform is asked only where a function reads a name of its own.
 * @throws {UserError} PR437 naming the secrets that are missing and who reads them.
 */
export async function checkSecrets(
  api: Pick<FunctionsApi, "secretNames">,
  changed: readonly WantedFunction[],
): Promise<readonly string[]> {
  const reads = changed.map(({ slug, source }) => ({ slug, ...readBy(source.files) }));
  const doubts = dynamicDoubts(reads);
  if (reads.every(({ needed }) => needed.length === 0)) return doubts;
  const there = await namesOf(api);
  if ("doubt" in there) return [...doubts, there.doubt];
  const missing = reads.flatMap(({ slug, needed }) => {
    const names = needed.filter((name) => !there.names.has(name));
    return names.length === 0 ? [] : [`${slug} reads ${names.join(", ")}`];
  });
  if (missing.length === 0) return doubts;
  throw new UserError(
    "PR437",
    `The project lacks secrets that its new functions read: ${missing.join("; ")}. Nothing was changed.`,
    "Set them first: `supabase secrets set NAME=…`; or give the read a substitute: `Deno.env.get(NAME) ?? …`.",
  );
}

interface Reads {
  readonly slug: string;
  readonly needed: readonly string[];
  /** Files that read names which are not in their text. */
  readonly dynamic: readonly string[];
}

function readBy(files: WantedFunction["source"]["files"]): Omit<Reads, "slug"> {
  const code = files.filter(({ path }) => /\.[cm]?[jt]sx?$/i.test(path));
  const read = code.map(({ path, content }) => ({ path, ...readNames(new TextDecoder().decode(content)) }));
  const needed = new Set(read.flatMap((one) => one.needed).filter((name) => !isGiven(name)));
  return {
    needed: [...needed].sort(),
    dynamic: read.filter((one) => one.dynamic).map(({ path }) => path),
  };
}

/** The platform gives these itself, and takes no secret under its own prefix. */
function isGiven(name: string): boolean {
  return /^(SUPABASE_|SB_|DENO_)/.test(name);
}

function dynamicDoubts(reads: readonly Reads[]): readonly string[] {
  const files = new Map<string, string[]>();
  for (const { slug, dynamic } of reads)
    for (const path of dynamic) files.set(path, [...(files.get(path) ?? []), slug]);
  return [...files].map(
    ([path, slugs]) =>
      `${path} of ${slugs.join(", ")} reads secrets by names that are not in its text: whether they are set cannot be told`,
  );
}

/** A token that may not read names is no reason to stop: what cannot be told is said. */
async function namesOf(
  api: Pick<FunctionsApi, "secretNames">,
): Promise<{ readonly names: ReadonlySet<string> } | { readonly doubt: string }> {
  try {
    return { names: new Set(await api.secretNames()) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { doubt: `whether the secrets of the functions are set cannot be told: ${describe(error)}` };
  }
}
