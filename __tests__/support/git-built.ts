import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "../../actions/build/build.ts";
import { spec } from "../../actions/build/spec.ts";
import { systemHttp } from "../../kit/ports/http.ts";
import { buildPushed } from "../../rehearsal/stand-ins/vercel/git-integration.ts";
import type { VercelStandIn } from "../../rehearsal/stand-ins/vercel/start.ts";
import type { VercelState } from "../../rehearsal/stand-ins/vercel/state.ts";
import { inputsFrom } from "./inputs-of.ts";
import { testWorld } from "./test-world.ts";
import { writeFiles } from "./vite-project.ts";

/** The commit of every test's world. */
export const commit = "0123456789abcdef0123456789abcdef01234567";

/** What a release of a host's own build needs of the project, and says of it. */
export const autoOff = ({ projects }: VercelState): void => {
  for (const project of projects) project.autoAssignCustomDomains = false;
};
export const ofExisting = { "auto-assign": "false", "existing-timeout": "30s" };

/** What `vercel build` leaves of a page that says this of itself. */
export function vercelOutput(marker: string): Readonly<Record<string, string>> {
  const routes = [
    { handle: "filesystem" },
    { src: "/assets/.*", status: 404 },
    { src: "/.*", dest: "/index.html" },
  ];
  const meta = `<meta name="rollout-build" content="${marker}">`;
  return {
    "config.json": JSON.stringify({ version: 3, routes }),
    "static/index.html": `<!doctype html><head>${meta}<script src="/assets/git.js"></script></head>`,
    "static/assets/git.js": "1",
  };
}

/** An artifact as `build` leaves it, of a project with these files. */
export async function artifactFrom(
  source: "prebuilt" | "existing",
  files: Readonly<Record<string, string>> = {},
): Promise<{ readonly folder: string; readonly marker: string | undefined }> {
  const root = await mkdtemp(join(tmpdir(), "prism-rollout-source-"));
  await writeFiles(root, files);
  const inputs = inputsFrom(spec.inputs, { install: "none", command: "true", source });
  const { outputs } = await build(inputs, await testWorld({ root }));
  return { folder: outputs.path ?? "", marker: outputs.marker };
}

/** The host's Git integration takes a commit whose page says `marker`. */
export async function push({ url }: VercelStandIn, pushed = commit, marker = pushed): Promise<string> {
  const files = vercelOutput(marker);
  return await buildPushed(
    systemHttp,
    { url, token: "t0ken" },
    { project: "prj_web", commit: pushed, files },
  );
}
