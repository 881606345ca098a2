import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sha256 } from "../../kit/release/canonical.ts";
import { copyApp } from "./app-folder.ts";
import type { World } from "./world.ts";

/** The same world one commit later: somebody has merged another version of the page to main meanwhile. */
export async function withNewerCommit(world: World): Promise<World> {
  const { repository: former, commit: parent, nodeModules, workingDirectory } = world;
  const commit = sha256(`after ${parent}`).slice(0, 40);
  const repository = `${former}-${commit.slice(0, 12)}`;
  await copyApp(former, repository, nodeModules);
  const page = join(repository, workingDirectory, "index.html");
  await writeFile(page, `${await readFile(page, "utf8")}<!-- merged later -->\n`);
  world.github.change((state) => {
    const message = "Another version of the page";
    state.commits[commit] = { parents: [parent], message, author: "bob", date: Date.now() };
    state.files[commit] = { ...state.files[parent] };
    state.branches["main"] = commit;
  });
  const newer = { ...world, commit, repository };
  await newer.pushed(newer);
  return newer;
}
