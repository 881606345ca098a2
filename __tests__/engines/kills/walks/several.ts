import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { builtSite } from "../../../support/built-site.ts";
import { needsUntil } from "../../../support/needs-until.ts";
import { deployFunctions, deployWeb, purgeCdn, rollback } from "../acts.ts";
import { notRemovedYet } from "../course.ts";
import { commit } from "../release.ts";
import { type Scene, inScene } from "../scene.ts";
import { type Sources, two, withOne } from "../sources.ts";
import { became, passed } from "../tell.ts";
import type { Walk } from "../walk.ts";
import { type Base, type Stage, stageOf, uploaded } from "./base.ts";

/** Three releases, each of functions and web, and a person who wants the first one back. */
export async function pastSeveral({ release, old }: Base): Promise<Walk> {
  const { first, last, artifacts } = await inScene(old.saved, (scene) => three(scene, release));
  const act = rollback({ ...sources[2], release: "last" }, artifacts, {
    to: release,
    reason: "two are wrong",
  });
  const course = { from: last.met.functions, to: first.met.functions };
  return {
    start: last.saved,
    ready: () => undefined,
    act,
    calls: await inScene(last.saved, async (scene) => (await passed(scene, act)).calls),
    functions: { ...course, window: { name: "new functions not removed yet", is: notRemovedYet(course) } },
    web: [first.met.web, last.met.web],
    ends: {
      again: {
        hold: async (scene) => {
          scene.byPerson("failure");
          const isBack = isDeepStrictEqual(await scene.met(), first.met);
          const end = await passed(scene, act);
          // Where the record was closed as well, the one that is named is live by it.
          return became(await scene.met(), first.met, end, "rolled-back", ...(isBack ? ["stopped"] : []));
        },
      },
    },
  };
}

const second = withOne(two("2.2"), "fresh");
const sources: readonly [Sources, Sources, Sources] = [
  two("1.1"),
  second,
  withOne({ ...second, files: { ...second.files, ...two("3.3").files } }, "newest"),
];

interface Three {
  readonly first: Stage;
  readonly last: Stage;
  /** What their jobs have uploaded. */
  readonly artifacts: string;
}

async function three(scene: Scene, release: string): Promise<Three> {
  const artifacts = await mkdtemp(join(tmpdir(), "prism-kills-three-"));
  const stages: Stage[] = [];
  let id = release;
  for (const [index, one] of sources.entries()) {
    if (index > 0) id = await scene.next("success");
    await released(scene, { ...one, release: id }, artifacts);
    stages.push(await stageOf(scene));
  }
  scene.byPerson("success");
  const [first] = stages;
  if (first === undefined) throw new Error("nothing was released");
  return { first, last: await stageOf(scene), artifacts };
}

async function released(
  scene: Scene,
  of: Sources & { readonly release: string },
  artifacts: string,
): Promise<void> {
  const { folder } = await builtSite({ text: of.release, commit });
  await uploaded(await passed(scene, deployFunctions(of)), join(artifacts, of.release));
  await passed(scene, deployWeb(of, folder));
  await passed(scene, purgeCdn(of, folder));
  await passed(
    scene,
    rollback(of, artifacts, { needs: needsUntil("observe", "success", { verdict: "pass" }) }),
  );
}
