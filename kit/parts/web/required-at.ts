import { record } from "../../action/input-map.ts";
import { UserError } from "../../errors/user-error.ts";
import type { GitHub } from "../../ports/github.ts";
import { checkoutFiles } from "../../release/commit/commit-files.ts";
import { fileAt, textOf } from "../../release/commit/file-at.ts";

type Values = Readonly<Record<string, string>>;

/** Where a `rollout.yml` stands, and for which target it is read. */
export interface Place {
  /** In the repository. */
  readonly path: string;
  readonly commit: string;
  readonly target: string;
}

/** The values that the `rollout.yml` of a commit requires of build and host; or in words why they are not known. */
export async function requiredAt(
  github: GitHub,
  { path, commit, target }: Place,
  world: Parameters<typeof checkoutFiles>[0],
): Promise<{ readonly values: Values } | { readonly unread: string }> {
  const here = await (await checkoutFiles(world, commit))?.bytes(path);
  const file = here !== undefined && "bytes" in here ? textOf(here) : await fileAt(github, path, commit);
  if ("unread" in file) return file;
  try {
    const { parseConfig } = await import("../../config/config.ts");
    const { lookup } = parseConfig(file.text, path, target === "default" ? "" : target, []);
    const read = (section: string): Values => {
      const parsed = requiredEnv.parse(lookup(section, "required-env")?.raw ?? {});
      return "value" in parsed ? parsed.value : {};
    };
    return { values: { ...read("build"), ...read("deploy-web") } };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { unread: error.message.replace(/[.\s]+$/, "") };
  }
}

const requiredEnv = record({ description: "" });
