import { type Of, deployFunctions } from "../acts.ts";
import { oneByOne } from "../course.ts";
import { inScene } from "../scene.ts";
import { passed } from "../tell.ts";
import type { Walk } from "../walk.ts";
import { type Base, endsOfDeployment, sources, stageOf, uploaded } from "./base.ts";

/** The user's own deployment, which brings one function live after the other, and ends where it is not answered. */
const script = `
import { readFile } from "node:fs/promises";

const { API, PROJECT, TOKEN, FUNCTIONS } = process.env;
const part = async (path) => new File([await readFile(path)], path);
for (const slug of FUNCTIONS.split(" ")) {
  const map = slug === "hello" ? "supabase/functions/hello/deno.json" : undefined;
  const entrypoint = \`supabase/functions/\${slug}/index.ts\`;
  const shared = slug === "fresh" ? [] : ["supabase/functions/_shared/version.ts"];
  const form = new FormData();
  for (const path of [entrypoint, ...(map ? [map] : []), ...shared]) form.append("file", await part(path));
  const metadata = { name: slug, entrypoint_path: entrypoint, verify_jwt: false, ...(map ? { import_map_path: map } : {}) };
  form.append("metadata", JSON.stringify(metadata));
  const headers = { authorization: \`Bearer \${TOKEN}\` };
  const address = \`\${API}/v1/projects/\${PROJECT}/functions/deploy?slug=\${slug}\`;
  const { status } = await fetch(address, { method: "POST", headers, body: form });
  if (status !== 201) throw new Error(\`\${slug}: \${status}\`);
}
`;

/** What stands between is the command's own: the snapshot was kept before, and leads back from anywhere in it. */
export async function commanded({ release, old }: Base): Promise<Walk> {
  const env = `{ API: "{supabase-api-url}", PROJECT: "{supabase}", FUNCTIONS: "fresh hello world" }`;
  const of: Of = {
    release,
    functions: sources.next.functions,
    files: { ...sources.next.files, "deploy.mjs": script },
    more: `, command: node deploy.mjs, command-token: TOKEN, command-env: ${env}`,
  };
  const act = deployFunctions(of);
  const { calls, met, artifacts } = await inScene(old.saved, async (scene) => {
    const done = await passed(scene, act);
    return { calls: done.calls, artifacts: await uploaded(done), ...(await stageOf(scene)) };
  });
  const course = { from: old.met.functions, to: met.functions };
  return {
    start: old.saved,
    ready: (scene) => scene.jobs("deploy-functions"),
    act,
    calls,
    functions: { ...course, window: { name: "the command at work", is: oneByOne(course) } },
    web: [old.met.web],
    ends: endsOfDeployment(of, old.met, met, artifacts),
  };
}
