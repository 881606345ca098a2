import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { inspectWanted } from "../../kit/parts/functions/declared/inspect-wanted.ts";
import { functionsInputs } from "../../kit/parts/functions/inputs.ts";
import type { SourceFile } from "../../kit/parts/functions/declared/source.ts";
import { inputsFrom } from "./inputs-of.ts";

type Files = Readonly<Record<string, string>>;

/** A folder with these files. */
export async function checkout(files: Files): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "prism-rollout-functions-"));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return root;
}

export const given = { supabase: "x", "supabase-access-token": "x", functions: "f", "verify-jwt": "false" };

/** The function `f` of a checkout. */
export async function inspect(
  files: Files,
  more: Files = {},
  place: { root?: string; folder?: string } = {},
) {
  const workspace = place.root ?? (await checkout(files));
  const root = join(workspace, place.folder ?? ".");
  const env = place.folder === undefined ? {} : { GITHUB_WORKSPACE: workspace };
  const [found] = await inspectWanted(inputsFrom(functionsInputs, { ...given, ...more }), { root, env });
  if (found === undefined) throw new Error("nothing was inspected");
  return found;
}

export const paths = ({ source }: { source: { files: readonly SourceFile[] } }): string[] =>
  source.files.map(({ path }) => path).sort();
