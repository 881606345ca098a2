import { access } from "node:fs/promises";
import { dirname, join } from "node:path";

/**
 * Which repository git is asked about, as variables for it: the nearest folder with a `.git`, which no commit can bring
 * along. By itself git takes each folder for a repository that has the files of one, and starts what its `config` names.
 * Undefined where there is none.
 */
export async function gitPlace(folder: string): Promise<Readonly<Record<string, string>> | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    const own = join(at, ".git");
    const isThere = await access(own).then(
      () => true,
      () => false,
    );
    if (isThere) return { GIT_DIR: own, GIT_WORK_TREE: at };
    if (dirname(at) === at) return undefined;
  }
}
