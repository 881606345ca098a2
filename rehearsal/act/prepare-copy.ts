import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { suiteName } from "../release/play-release.ts";
import type { WorldFacts } from "../world/world.ts";
import { adaptForAct } from "./adapt.ts";
import { writeShims } from "./write-shims.ts";

/** What act is started on. */
export interface ActCopy {
  /** The repository that the caller belongs to: nothing but the caller; a checkout brings the app. */
  readonly repository: string;
  /** The folder that answers for each `OWNER/NAME@ref`. */
  readonly repositories: ReadonlyMap<string, string>;
  /** What was left out of the workflows, because act refuses it: the file and the key. */
  readonly dropped: readonly string[];
}

/** Where the caller is, in the repository that it belongs to. */
export const callerPath = ".github/workflows/release.yml";

/**
 * Makes what act plays: the caller, the suite as a runner would download it, and an action for each third-party
 * one. Their originals are not touched.
 */
export function prepareCopy(
  world: Pick<WorldFacts, "suite" | "folder" | "repository" | "commit" | "nodeModules" | "env">,
  caller: string,
  folder: string,
  program: string,
): ActCopy {
  const { suite, commit, env } = world;
  const dropped: string[] = [];
  const uses = new Set<string>();
  const copy = (file: string, to: string, ref: string): void => {
    const adapted = adaptForAct(readFileSync(join(suite, file), "utf8"), suiteName, ref);
    for (const use of adapted.uses) uses.add(use);
    dropped.push(...adapted.dropped.map((key) => `${file}: ${key}`));
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, adapted.text);
  };
  const repository = join(folder, "repository");
  copy(caller, join(repository, callerPath), "");
  const ref = refOfSuite([...uses]);
  const own = join(folder, "suite");
  for (const file of ["action.yml", ".github/workflows/rollout.yml", ...actionFiles(suite)]) {
    copy(file, join(own, file), ref);
  }
  cpSync(join(suite, "dist"), join(own, "dist"), { recursive: true });
  const links = { node_modules: world.nodeModules };
  const source = { folder: world.repository, commit, links, env };
  const facts = { artifacts: join(world.folder, "artifacts"), source };
  const shims = writeShims([...uses], { folder: join(folder, "shims"), program, facts });
  return { repository, repositories: new Map([...shims, [`${suiteName}@${ref}`, own]]), dropped };
}

function actionFiles(suite: string): readonly string[] {
  return readdirSync(join(suite, "actions")).map((name) => `actions/${name}/action.yml`);
}

/** The version of the suite that the caller asks for. */
function refOfSuite(uses: readonly string[]): string {
  const one = uses.find((use) => use.startsWith(`${suiteName}/`) || use.startsWith(`${suiteName}@`));
  if (one === undefined) throw new Error(`the caller uses nothing of ${suiteName}`);
  return one.slice(one.lastIndexOf("@") + 1);
}
