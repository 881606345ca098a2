import { cp } from "node:fs/promises";
import { resolve } from "node:path";
import { heldIn } from "../../kit/action/held-in.ts";
import type { Runtime } from "../../kit/action/runtime.ts";
import { UserError } from "../../kit/errors/user-error.ts";
import { type MadeWith, type Site, readSite } from "../../kit/parts/web/artifact.ts";
import { isHtml } from "../../kit/parts/web/marker.ts";
import { type Made, emptied, writeManifest } from "./make-artifact.ts";

/**
 * Takes over what another target's build has made of the same commit, if it is whole and was made with the same; else
 * says why not: then it is built here. Either is decided before a plan is made.
 */
export async function reused(
  from: string,
  { folder, now }: { readonly folder: string; readonly now: MadeWith },
  { root, context }: Pick<Runtime, "root" | "context">,
): Promise<Made | { readonly because: string }> {
  const place = resolve(root, from);
  const site = await readSite(place).catch((error: unknown) => {
    if (error instanceof UserError) return error;
    throw error;
  });
  if (site instanceof UserError) {
    const gone = "the artifact cannot be had: it has expired, or that target was not built in this run";
    return {
      because: site.code === "PR105" ? gone : site.message.replace(/ Nothing was changed\.$|\.$/, ""),
    };
  }
  const because = whyNot(site, now, context.sha);
  if (because !== undefined) return { because };
  await cp(place, await emptied(folder), { recursive: true });
  const { folder: _, schema: __, ...about } = site;
  const reuse = { taken: true, because: "the settings and values of the build are the same" };
  const artifact = await writeManifest(folder, { ...about, reuse });
  return { artifact, pages: site.files.filter(({ path }) => isHtml(path)).length };
}

function whyNot({ commit, made }: Site, now: MadeWith, sha: string): string | undefined {
  if (commit !== sha) return `it is of commit ${commit.slice(0, 12)}`;
  if (made === undefined) return "it does not say with what it was made";
  if (made.settings !== now.settings)
    return "source, install, command, output, required-env, working-directory or the version of Node.js differ";
  const names = [...new Set([...Object.keys(made.values), ...Object.keys(now.values)])].sort();
  const other = names.filter((name) => heldIn(made.values, name) !== heldIn(now.values, name));
  return other.length === 0 ? undefined : `the values that the build sees differ at ${other.join(", ")}`;
}
