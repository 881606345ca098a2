import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeArtifact } from "../../actions/build/make-artifact.ts";
import type { Artifact } from "../../kit/parts/web/artifact.ts";
import { writeFiles } from "./vite-project.ts";

/** A small site as `build` leaves it: the folder to pass as `artifact`, and its manifest. */
export async function builtSite(
  options: {
    readonly text?: string;
    readonly commit?: string;
    readonly files?: Readonly<Record<string, string>>;
    readonly env?: Artifact["env"];
  } = {},
): Promise<{ readonly folder: string; readonly artifact: Artifact }> {
  const { text = "one", commit = "c".repeat(40), files = {}, env = {} } = options;
  const root = await mkdtemp(join(tmpdir(), "prism-rollout-site-"));
  const script = `assets/app-${text}.js`;
  await writeFiles(join(root, "dist"), {
    "index.html": `<!doctype html><html><head><script type="module" src="/${script}"></script></head><body>${text}</body></html>`,
    [script]: `document.title = ${JSON.stringify(text)};`,
    "favicon.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    ...files,
  });
  const folder = join(root, "artifact");
  const { artifact } = await makeArtifact(join(root, "dist"), folder, { commit, env });
  return { folder, artifact };
}
