import { UserError } from "../errors/user-error.ts";
import type { GitHub } from "../ports/github.ts";

/** A file of up to 1 MB as a commit has it, or in words why it cannot be read. */
export async function fileAt(
  github: GitHub,
  path: string,
  commit: string,
): Promise<{ readonly text: string } | { readonly unread: string }> {
  const file = await bytesAt(github, path, commit);
  return "unread" in file ? file : { text: Buffer.from(file.bytes).toString("utf8") };
}

/** The same, as it is kept: what is no text, too. */
export async function bytesAt(
  github: GitHub,
  path: string,
  commit: string,
): Promise<{ readonly bytes: Uint8Array } | { readonly unread: string }> {
  const route = "GET /repos/{owner}/{repo}/contents/{path}";
  try {
    const { data } = await github.request(route, { path, ref: commit });
    const { content, encoding } = (data ?? {}) as { readonly content?: unknown; readonly encoding?: unknown };
    if (typeof content === "string" && encoding === "base64")
      return { bytes: Buffer.from(content, "base64") };
    const what = encoding === "none" ? "has more than 1 MB" : "is no file";
    return { unread: `${path} at ${commit.slice(0, 12)} ${what}` };
  } catch (error) {
    if (error instanceof UserError) return { unread: error.message.replace(/[.\s]+$/, "") };
    throw error;
  }
}
