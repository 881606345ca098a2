import { writeFile } from "node:fs/promises";
import { join } from "node:path";

/** What a command does to one function; without `text` it sends the file that is there. */
export interface Deployed {
  readonly slug: string;
  readonly text?: string;
  readonly jwt?: boolean;
  readonly removed?: true;
}

/** As Supabase's client does it with one function after the other: each is live at once. */
const script = `
  const { readFileSync, existsSync } = require("node:fs");
  const { API, TOKEN } = process.env;
  const headers = { authorization: "Bearer " + TOKEN };
  const root = "supabase/functions/";
  (async () => {
    for (const { slug, text, jwt = false, removed } of JSON.parse(readFileSync("deploy.json", "utf8"))) {
      if (removed) { await fetch(API + "/" + slug, { method: "DELETE", headers }); continue; }
      const form = new FormData();
      const add = (path, content) => form.append("file", new Blob([content]), root + path);
      const map = slug + "/deno.json";
      if (existsSync(root + map)) add(map, readFileSync(root + map));
      if (existsSync(root + "_shared/version.ts")) add("_shared/version.ts", readFileSync(root + "_shared/version.ts"));
      add(slug + "/index.ts", text ?? readFileSync(root + slug + "/index.ts"));
      form.append("metadata", JSON.stringify({
        name: slug, verify_jwt: jwt, entrypoint_path: root + slug + "/index.ts",
        import_map_path: existsSync(root + map) ? root + map : "",
      }));
      const built = await (await fetch(API + "/deploy?slug=" + slug + "&bundleOnly=true", { method: "POST", headers, body: form })).json();
      await fetch(API, { method: "PUT", headers, body: JSON.stringify([built]) });
    }
    process.exit(existsSync("fails") ? 7 : 0);
  })();
`;

/** Inputs of a release whose own command deploys, and writes down what it is to deploy. */
export const byCommand = {
  command: "node deploy.cjs",
  "command-env": '{ "API": "{supabase-api-url}/v1/projects/{supabase}/functions" }',
  "command-token": "TOKEN",
};

export async function willDeploy(root: string, deployed: readonly Deployed[]): Promise<void> {
  await writeFile(join(root, "deploy.cjs"), script);
  await writeFile(join(root, "deploy.json"), JSON.stringify(deployed));
}
