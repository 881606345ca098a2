import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { newVercelState } from "../../lib/rehearsal/stand-ins/vercel/new-state.js";
import { seedDeployment } from "../../lib/rehearsal/stand-ins/vercel/seed.js";
import { startVercel } from "../../lib/rehearsal/stand-ins/vercel/start.js";

export const TOKEN = "conformancetoken";
export const PROJECT = "prj_conformance";
export const TEAM = "team_standin";

const CONFIG = JSON.stringify({
  version: 3,
  routes: [{ handle: "filesystem" }, { src: "/.*", dest: "/index.html" }],
});

/** The files below `.vercel/output` of a page that says `marker`. */
export function output(marker) {
  return {
    "config.json": CONFIG,
    "static/index.html": `<!doctype html><title>${marker}</title>`,
    "static/assets/app.js": `console.log("${marker}")`,
  };
}

/** Runs `check` against a fresh stand-in on which the release `old` is live; closes it in any case. */
export async function withVercel(check) {
  const state = newVercelState({
    now: Date.now(),
    tokens: { [TOKEN]: { access: "write" } },
    projects: [
      { id: PROJECT, name: "web", domains: ["app.example.com"], env: { VITE_PAYWALL_ENABLED: "false" } },
    ],
  });
  const old = seedDeployment(state, { project: "web", files: output("old"), now: Date.now(), live: true });
  const vercel = await startVercel({ state, clock: { now: () => Date.now() } });
  const folder = await mkdtemp(join(tmpdir(), "conformance-"));
  try {
    return await check({ vercel, folder, old: old.id });
  } finally {
    await vercel.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Writes files below a folder. */
export async function write(folder, files) {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

/** Throws unless the page of the production domain contains `marker`. */
export async function serves(vercel, marker) {
  const page = await (await fetch(vercel.origin("app.example.com"))).text();
  if (!page.includes(marker)) throw new Error(`the domain serves ${JSON.stringify(page)}, not ${marker}`);
}

/** Throws unless both are equal as JSON. */
export function same(got, wanted, what) {
  const [left, right] = [JSON.stringify(got), JSON.stringify(wanted)];
  if (left !== right) throw new Error(`${what}: got ${left}, wanted ${right}`);
}
