import { mkdir, mkdtemp, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

/** A small real Vite project in a temp folder, with this repository's own Vite. `files` add to it or replace. */
export async function viteProject(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "prism-rollout-vite-"));
  await symlink(resolve("node_modules"), join(root, "node_modules"));
  await writeFiles(root, {
    "package.json": JSON.stringify({ name: "app", type: "module", scripts: { build: "vite build" } }),
    "index.html":
      '<!doctype html><html><head><title>app</title></head><body><script type="module" src="/main.js"></script></body></html>',
    "main.js": 'document.title = import.meta.env.VITE_PAYWALL_ENABLED === "false" ? "open" : "closed";',
    ".env.production": "VITE_PAYWALL_ENABLED=false\n",
    ...files,
  });
  return root;
}

export async function writeFiles(root: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
}
