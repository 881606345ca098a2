// A site of many files, of which some change with each release: hashed assets under new names, and the page that names them.
import { createHash } from "node:crypto";
import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { makeArtifact } from "../../lib/actions/build/make-artifact.js";

const bytes = 4096;
const config = {
  version: 3,
  routes: [
    { handle: "filesystem" },
    { src: "/assets/.*", status: 404, headers: { "cache-control": "no-store" } },
    { src: "/.*", dest: "/index.html" },
  ],
};

/**
 * `files` in all, of which `changed` are others in each release. `release()` gives the folder of the artifact that `build`
 * makes of it; the same site lies in `app/.vercel/output`, as `vercel build` would leave it.
 */
export async function siteOf({ folder, app, files, changed }) {
  const output = join(folder, "dist");
  const revisions = Array.from({ length: files - 1 }, () => 0);
  const names = await Promise.all(revisions.map((revision, index) => lay(output, index, revision)));
  let next = 0;
  let released = 0;
  return {
    release: async () => {
      if (released > 0) {
        for (let count = 0; count < changed - 1; count += 1, next = (next + 1) % names.length) {
          await rm(join(output, names[next]));
          revisions[next] += 1;
          names[next] = await lay(output, next, revisions[next]);
        }
      }
      released += 1;
      await writeFile(join(output, "index.html"), page(names));
      const artifact = join(folder, `artifact-${released}`);
      const commit = createHash("sha1").update(String(released)).digest("hex");
      const { artifact: made } = await makeArtifact(output, artifact, { commit, env: {} });
      const prebuilt = join(app, ".vercel/output");
      await rm(prebuilt, { recursive: true, force: true });
      await cp(join(artifact, "site"), join(prebuilt, "static"), { recursive: true });
      await writeFile(join(prebuilt, "config.json"), JSON.stringify(config));
      return { artifact, marker: made.marker };
    },
  };
}

/** One hashed asset; gives its path. */
async function lay(output, index, revision) {
  const start = `export const part = "${index} in revision ${revision}";\n`;
  const text = start + `// ${"x".repeat(77)}\n`.repeat(Math.ceil((bytes - start.length) / 81));
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 8);
  const path = `assets/part-${index}-${hash}.js`;
  await mkdir(join(output, "assets"), { recursive: true });
  await writeFile(join(output, path), text);
  return path;
}

function page(names) {
  const scripts = names.slice(0, 5).map((name) => `<script type="module" src="/${name}"></script>`);
  return `<!doctype html><html><head><title>bench</title>${scripts.join("")}</head><body></body></html>`;
}
