import { UserError } from "../../errors/user-error.ts";
import type { GitHub } from "../../ports/github.ts";

/** A file as it is kept, or in words why it cannot be read. */
export type FileBytes = { readonly bytes: Uint8Array } | { readonly unread: string };
export type FileText = { readonly text: string } | { readonly unread: string };

/** A file as a commit has it, or in words why it cannot be read. */
export async function fileAt(github: GitHub, path: string, commit: string): Promise<FileText> {
  return textOf(await bytesAt(github, path, commit));
}

export function textOf(file: FileBytes): FileText {
  return "unread" in file ? file : { text: Buffer.from(file.bytes).toString("utf8") };
}

interface Content {
  readonly content?: unknown;
  readonly encoding?: unknown;
  readonly sha?: unknown;
}

/** The same, as it is kept: what is no text, too. Of more than 1 MB GitHub gives the blob alone, up to 100 MB. */
export async function bytesAt(github: GitHub, path: string, commit: string): Promise<FileBytes> {
  const route = "GET /repos/{owner}/{repo}/contents/{path}";
  try {
    const content = await asked(github, route, { path, ref: commit });
    const isLarge = content.encoding === "none" && typeof content.sha === "string";
    const whole = isLarge
      ? await asked(github, "GET /repos/{owner}/{repo}/git/blobs/{file_sha}", { file_sha: content.sha })
      : content;
    if (typeof whole.content === "string" && whole.encoding === "base64")
      return { bytes: Buffer.from(whole.content, "base64") };
    return { unread: `${path} at ${commit.slice(0, 12)} is no file` };
  } catch (error) {
    if (error instanceof UserError) return { unread: error.message.replace(/[.\s]+$/, "") };
    throw error;
  }
}

async function asked(
  github: GitHub,
  route: string,
  what: Readonly<Record<string, unknown>>,
): Promise<Content> {
  const { data } = await github.request(route, what);
  return data ?? {};
}
