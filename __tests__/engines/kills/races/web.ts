import { isDeepStrictEqual } from "node:util";
import { builtSite } from "../../../support/built-site.ts";
import { needsUntil } from "../../../support/needs-until.ts";
import { deployWeb, rollback, smokeFailed } from "../acts.ts";
import type { Done } from "../act.ts";
import type { Met, Scene } from "../scene.ts";
import { passed } from "../tell.ts";
import { type Base, sources } from "../walks/base.ts";
import type { Race } from "./race.ts";
import { isActivation } from "./who.ts";

/** `vercel deploy --prod` of a developer, or another release that is over, while a release deploys its web. */
export async function besideWeb(base: Base, who: "developer" | "newer" | "older"): Promise<Race> {
  const other = await builtSite({ text: "three", commit: "3".repeat(40) });
  return {
    // A release that has changed something holds the target: the other one is there before this one has.
    start: who === "developer" ? base.functions.saved : base.old.saved,
    ready: async (scene) => {
      scene.jobs("deploy-web");
      const own = { run: scene.state().run, release: base.release };
      const beside = await scene.beside(who === "developer" ? "person" : "release");
      const [mine, theirs] = who === "older" ? [beside, own] : [own, beside];
      const of = who === "developer" ? sources.next : { ...sources.next, release: theirs.release };
      const met = async (): Promise<Met["web"]> => (await scene.met()).web;
      let [was, brought]: [Met["web"], Met["web"]] = [{}, {}];
      return {
        first: { ...deployWeb({ ...sources.next, release: mine.release }, base.sites.next), run: mine.run },
        second: async () => {
          was = await met();
          const done = await scene.act({ ...deployWeb(of, other.folder), run: theirs.run });
          brought = await met();
          if (who !== "developer" && done.code === 0) await over(scene, theirs, base);
          return done;
        },
        judge: async (first, second) => {
          const problem = judgeWeb(await met(), { first, second, was, theirs: brought });
          if (problem !== undefined || who === "developer" || first.code !== 0 || second.code !== 0)
            return problem;
          // It went on over what is over: that is what was live before it, and what it goes back to.
          const failed = {
            ...rollback({ ...sources.next, ...mine }, base.functions.artifacts, smokeFailed()),
            run: mine.run,
          };
          await passed(scene, failed);
          return isDeepStrictEqual(await met(), brought)
            ? undefined
            : `it went back to ${JSON.stringify(await met())}`;
        },
      };
    },
  };
}

async function over(
  scene: Scene,
  { run, release }: { readonly run: number; readonly release: string },
  base: Base,
): Promise<void> {
  const needs = needsUntil("observe", "success", { verdict: "pass" });
  await passed(scene, {
    ...rollback({ ...sources.next, release }, base.functions.artifacts, { needs }),
    run,
  });
}

interface Two {
  readonly first: Done;
  readonly second: Done;
  readonly was: Met["web"];
  readonly theirs: Met["web"];
}

/** All domains are at one deployment; whoever did not bring it says why; and what was there first is not pulled away unseen. */
function judgeWeb(web: Met["web"], { first, second, was, theirs }: Two): string | undefined {
  const at = [...new Set(Object.values(web))];
  if (at.length !== 1) return `the domains are at ${JSON.stringify(web)}`;
  if (first.code !== 0 && first.errors.length === 0) return `the first ended ${first.code} without a word`;
  if (second.code !== 0) {
    const writes = second.carried.filter(isActivation);
    if (writes.length > 0) return `the second was refused, and changed ${writes.join(", ")}`;
    return first.code === 0
      ? undefined
      : `neither went on: ${first.errors.join(" ")} | ${second.errors.join(" ")}`;
  }
  const isTheirs = isDeepStrictEqual(web, theirs) && !isDeepStrictEqual(theirs, was);
  if (first.code !== 0)
    return isTheirs
      ? undefined
      : `the first was refused (${first.errors.join(" ")}), and live is ${at.join()}`;
  // The first went on: it has looked at what is live after the second one, or had promoted before it.
  const promoted = first.carried.findIndex((call) => isActivation(call));
  return isTheirs || promoted >= 0 ? undefined : "nobody has brought what is live";
}
