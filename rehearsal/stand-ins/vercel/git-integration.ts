import type { Http } from "../../../kit/ports/http.ts";

/** A commit that Vercel's Git integration builds for production; `files` are paths below `.vercel/output/`. */
export interface PushedCommit {
  readonly project: string;
  readonly commit: string;
  readonly files: Readonly<Record<string, string | Uint8Array>>;
}

/**
 * Does what Vercel does by itself after a push: a production deployment that says of itself whose commit it is, and
 * that gets the domains only where the project assigns them by itself. Gives its id.
 */
export async function buildPushed(
  http: Http,
  { url, token }: { readonly url: string; readonly token: string },
  { project, commit, files }: PushedCommit,
): Promise<string> {
  const body = {
    name: project,
    project,
    target: "production",
    source: "git",
    meta: { githubDeployment: "1", githubCommitSha: commit, githubCommitRef: "main" },
    files: Object.entries(files).map(([path, content]) => ({
      file: `.vercel/output/${path}`,
      data: Buffer.from(content).toString("base64"),
      encoding: "base64",
    })),
  };
  const answer = await http(`${url}/v13/deployments?prebuilt=1`, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const { id } = (await answer.json()) as { readonly id?: string };
  if (id === undefined) throw new Error(`the Vercel stand-in answered a push with ${answer.status}`);
  return id;
}
