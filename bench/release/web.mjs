// A web host and a CDN in front of it: the stand-ins of rehearsals, whose APIs are as fast or slow as a bench wants.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { makeArtifact } from "../../lib/actions/build/make-artifact.js";
import { newCloudflareState } from "../../lib/rehearsal/stand-ins/cloudflare/new-state.js";
import { startCloudflare } from "../../lib/rehearsal/stand-ins/cloudflare/start.js";
import { newVercelState } from "../../lib/rehearsal/stand-ins/vercel/new-state.js";
import { startVercel } from "../../lib/rehearsal/stand-ins/vercel/start.js";
import { slowed } from "./slowed.mjs";

const domain = "app.example.com";
export const zone = "5f0c1de4a2b94c7d8e9f001122334455";
export const tokens = { host: "benchtoken", cdn: "purger" };
export const project = "prj_bench";
export const team = "team_standin";
const paths = ["/", "/index.html", "/results/*", "/assessment/*"];

export async function startWeb(pace) {
  const clock = { now: () => Date.now() };
  const hostState = newVercelState({
    now: Date.now(),
    tokens: { [tokens.host]: { access: "write" } },
    projects: [{ id: project, name: "web", domains: [domain] }],
  });
  const vercel = await startVercel({ state: hostState, clock });
  const cdnState = newCloudflareState({
    now: Date.now(),
    tokens: { [tokens.cdn]: { permissions: ["cache_purge"], zones: [zone] } },
    zones: [{ id: zone, name: "example.com", hosts: [domain] }],
  });
  const cloudflare = await startCloudflare({ state: cdnState, clock, upstream: () => vercel.origin(domain) });
  const [hostApi, cdnApi] = [await slowed(vercel.url, pace), await slowed(cloudflare.url, pace)];
  const [origin, behind] = [cloudflare.origin(domain), vercel.origin(domain)];
  const origins = { origins: [origin], "host-origins": [behind] };
  return {
    hostApi: hostApi.url,
    cdnApi: cdnApi.url,
    sections: {
      "deploy-web": {
        host: "vercel",
        "host-project": project,
        "host-api-url": hostApi.url,
        "require-healthy": false,
        ...origins,
      },
      "purge-cdn": { cdn: "cloudflare", zone, "cdn-api-url": cdnApi.url, paths, ...origins },
    },
    live: () => vercel.live().deployment,
    /** What visitors meet; it also fills the cache. */
    visit: async () => {
      const pages = ["/", "/index.html", "/results", "/results/1", "/assessment"].map((path) =>
        fetch(origin + path).then((response) => response.text()),
      );
      return await Promise.all(pages);
    },
    close: () => Promise.all([hostApi, cdnApi, vercel, cloudflare].map((one) => one.close())),
  };
}

/** A site as `build` leaves it: the folder to pass as `artifact`, and its marker. */
export async function siteIn(folder, text, commit) {
  const output = join(folder, `dist-${text}`);
  await mkdir(join(output, "assets"), { recursive: true });
  await writeFile(
    join(output, "index.html"),
    `<!doctype html><html><head></head><body>${text}</body></html>`,
  );
  await writeFile(join(output, "assets", `app-${text}.js`), `document.title = "${text}";`);
  const artifact = join(folder, `artifact-${text}`);
  const made = await makeArtifact(output, artifact, { commit, env: {} });
  return { artifact, marker: made.artifact.marker };
}
