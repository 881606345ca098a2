import { execFile } from "node:child_process";
import { readFile, readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { isHtml, stamp } from "../../kit/parts/web/marker.ts";

/** As Vercel's own builder writes it for a single-page app. */
export const outputConfig = {
  version: 3,
  routes: [
    { handle: "filesystem" },
    { src: "/assets/.*", status: 404 },
    { src: "/.*", dest: "/index.html" },
    { handle: "hit" },
    {
      src: "/assets/(.*)",
      headers: { "cache-control": "public, max-age=31536000, immutable" },
      continue: true,
    },
  ],
};

/**
 * Builds an app's web with its own Vite, and lays it out as `.vercel/output` has it: `config.json` and
 * `static/…`. Pages carry `marker`, where there is one.
 * @throws {Error} with the build's output when it fails.
 */
export async function buildWeb(
  app: string,
  env: Readonly<Record<string, string>>,
  marker: string | undefined,
): Promise<Readonly<Record<string, Uint8Array>>> {
  await promisify(execFile)(
    process.execPath,
    ["node_modules/vite/bin/vite.js", "build", "--logLevel", "error"],
    {
      cwd: app,
      env: { ...env },
    },
  );
  const dist = join(app, "dist");
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  const files = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const file = join(entry.parentPath, entry.name);
        const path = relative(dist, file);
        const bytes = await readFile(file);
        const stamped = marker !== undefined && isHtml(path);
        const content = stamped ? Buffer.from(stamp(bytes.toString("utf8"), marker)) : bytes;
        return [`static/${path}`, content] as const;
      }),
  );
  return { "config.json": Buffer.from(JSON.stringify(outputConfig)), ...Object.fromEntries(files) };
}
