import { UserError } from "../errors/user-error.ts";
import type { GitHub } from "../ports/github.ts";

/** A file of up to 1 MB as a commit has it, or in words why it cannot be read. */
export async function fileAt(
  github: GitHub,
  path: string,
  commit: string,
): Promise<{ readonly text: string } | { readonly unread: string }> {
  const route = "GET /repos/{owner}/{repo}/contents/{path}";
  try {
    const { data } = await github.request(route, { path, ref: commit });
    const { content, encoding } = (data ?? {}) as { readonly content?: unknown; readonly encoding?: unknown };
    if (typeof content === "string" && encoding === "base64")
      return { text: Buffer.from(content, "base64").toString("utf8") };
    return { unread: `${path} at ${commit.slice(0, 12)} is no file` };
  } catch (error) {
    if (error instanceof UserError) return { unread: error.message.replace(/[.\s]+$/, "") };
    throw error;
  }
}
