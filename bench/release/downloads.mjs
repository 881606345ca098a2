// What jobs download, in bytes: packages as npm brings them into an empty cache, actions as archives of their repositories.
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, open, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = fileURLToPath(new URL("../../", import.meta.url));
const kept = join(root, ".cache/bench-downloads.json");

/**
 * What npm downloads of packages (`name@version`) where nothing of them is cached, without what it asks about them. Asked
 * once for the same ones. @throws {Error} with npm's words where they cannot be had
 */
export function packageBytes(...packages) {
  return once(packages.join(" "), (folder) => installed(folder, packages));
}

async function installed(folder, packages) {
  const cache = join(folder, "cache");
  const quiet = ["--no-audit", "--no-fund", "--ignore-scripts", "--no-package-lock"];
  await promisify(execFile)("npm", ["install", ...packages, "--cache", cache, ...quiet], { cwd: folder });
  const content = join(cache, "_cacache/content-v2");
  const entries = await readdir(content, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const sizes = await Promise.all(
    files.map(async (file) => ((await isGzip(file)) ? (await stat(file)).size : 0)),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** A package's archive; the rest of the cache is what npm was told of packages. */
async function isGzip(file) {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}

async function once(key, measure) {
  const all = JSON.parse(await readFile(kept, "utf8").catch(() => "{}"));
  if (Object.hasOwn(all, key)) return all[key];
  const folder = await mkdtemp(join(tmpdir(), "prism-rollout-bench-"));
  try {
    all[key] = await measure(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  await mkdir(join(root, ".cache"), { recursive: true });
  await writeFile(kept, JSON.stringify(all, null, 2));
  return all[key];
}
