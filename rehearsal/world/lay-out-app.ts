import { chmod, mkdtemp } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { UserError } from "../../kit/errors/user-error.ts";
import { suiteFolder } from "../engines/package-folder.ts";
import type { Reaper } from "../engines/reaper.ts";
import { copyApp } from "./app-folder.ts";
import { linkModules } from "./link-modules.ts";

/** Where the sample app is, and what is made of it. */
export interface Places {
  readonly app: string;
  readonly overlay: string;
  /** The app as the previous release had it. */
  readonly previous: string;
  /** The app as this release has it. */
  readonly repository: string;
  readonly folder: string;
  readonly nodeModules: string;
}

/** A new folder with the app as the previous release had it; its tools are linked. */
export async function layOutApp(reaper: Reaper) {
  const suite = suiteFolder();
  const folder = await newFolder(reaper);
  const places = placesOf(suite, folder);
  const modules = await linkModules(places.nodeModules, folder);
  await copyApp(places.app, places.previous, modules, [places.overlay]);
  return { suite, folder, places, modules };
}

async function newFolder(reaper: Reaper): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "prism-rehearsal-"));
  await chmod(folder, 0o755);
  reaper.folder(folder);
  return folder;
}

function placesOf(suite: string, folder: string): Places {
  return {
    app: join(suite, "examples/prism"),
    overlay: join(suite, "rehearsal/previous"),
    previous: join(folder, "previous"),
    repository: join(folder, "repository"),
    folder,
    nodeModules: nodeModulesFolder(),
  };
}

/** Where the sample app's own tools are: in a clone beside ours; the npm package comes without them. @throws {UserError} PR505 */
function nodeModulesFolder(): string {
  try {
    const manifest = createRequire(import.meta.url).resolve("vite/package.json");
    return manifest.slice(0, manifest.lastIndexOf("/vite/"));
  } catch {
    throw new UserError(
      "PR505",
      "The sample app's own tools (vite, jest, Playwright) are not installed here.",
      "Rehearse in a clone of the repository, by npm ci && npm run rehearse; or install the devDependencies of examples/prism beside this package.",
    );
  }
}
