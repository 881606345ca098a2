import { readFile, readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import type { Http } from "../../kit/ports/http.ts";

/** Where the project's Management API is, and what it is asked with. */
export interface SupabaseAccess {
  readonly apiUrl: string;
  readonly ref: string;
  readonly token: string;
}

/**
 * Deploys functions as the previous release's own script did: one by one, each live at once, its folder and
 * `_shared` whole, without a JWT check.
 * @throws {Error} with the platform's answer when one is refused.
 */
export async function seedFunctions(
  http: Http,
  access: SupabaseAccess,
  app: string,
  slugs: readonly string[],
): Promise<void> {
  for (const slug of slugs) {
    const form = new FormData();
    for (const file of await filesOf(app, ["_shared", slug])) {
      form.append("file", new Blob([await readFile(join(app, file))]), file);
    }
    const entrypoint = `supabase/functions/${slug}/index.ts`;
    form.append("metadata", JSON.stringify({ name: slug, entrypoint_path: entrypoint, verify_jwt: false }));
    const response = await http(`${access.apiUrl}/v1/projects/${access.ref}/functions/deploy?slug=${slug}`, {
      method: "POST",
      headers: { authorization: `Bearer ${access.token}` },
      body: form,
    });
    if (!response.ok) throw new Error(`${slug} was refused: ${response.status} ${await response.text()}`);
  }
}

async function filesOf(app: string, folders: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(
    folders.map(async (folder) => {
      const at = join(app, "supabase/functions", folder);
      const entries = await readdir(at, { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => relative(app, join(entry.parentPath, entry.name)));
    }),
  );
  return found.flat().sort();
}
