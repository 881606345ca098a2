import { isDeepStrictEqual } from "node:util";
import { needsUntil } from "../../../support/needs-until.ts";
import type { Act, Done } from "../act.ts";
import { type Saved, type Scene, inScene } from "../scene.ts";
import { differ, outcomeOf, outputOf, passed } from "../tell.ts";
import type { End, Walk } from "../walk.ts";
import { ending, phase, sections } from "./acts.ts";
import type { Chain } from "./base.ts";

/** A release that is live with its verdict open, and the jobs of `watch.yml`, each ended anywhere. */
export async function watchWalks(
  chain: Chain,
  times: (milliseconds: number) => readonly number[],
): Promise<Readonly<Record<"find" | "look" | "its rollback", Walk>>> {
  const start = await watched(chain);
  const { met, schema } = chain.after;
  const was = chain.before.build.met;
  const walkOf = async (act: Act, to: typeof met, ends: Walk["ends"]): Promise<Walk> => {
    const { calls, milliseconds } = await inScene(start, (scene) => passed(scene, act));
    return {
      start,
      ready: () => undefined,
      act,
      calls,
      times: times(milliseconds),
      functions: { from: met.functions, to: to.functions },
      web: [met.web, to.web],
      schema: (found) =>
        isDeepStrictEqual(found, schema) ? undefined : `the database has ${found.join(", ")}`,
      ends,
    };
  };
  const wellAfter = { "the next run of it": nextRun(chain, "inconclusive", met, ["watching"]) };
  const backAfter = { "the next run of it": nextRun(chain, "fail", was, ["rolled-back", "nothing"]) };
  const back = await walkOf(verdict(chain, "fail"), was, backAfter);
  return {
    find: await walkOf(find(chain), met, wellAfter),
    look: await walkOf(look(chain), met, wellAfter),
    "its rollback": {
      ...back,
      functions: {
        ...back.functions,
        window: { name: "a new function not removed yet", is: isNotRemoved(chain) },
      },
    },
  };
}

/** As the chain has left it, and then its run has ended. */
export async function watched(chain: Chain): Promise<Saved> {
  return await inScene(chain.after.saved, async (scene) => {
    const needs = needsUntil("observe", "success", { verdict: "inconclusive" });
    const outcome = await outcomeOf(scene, ending(chain.of, chain.release, chain.after.artifacts, { needs }));
    if (outcome !== "watching") throw new Error(`it is not watched: ${outcome}`);
    scene.byPerson("success");
    return await scene.keep();
  });
}

function find({ of }: Chain): Act {
  return { ...of, build: sections, action: "plan", inputs: { release: "", "find-watched": "true" } };
}

function look({ of, after }: Chain): Act {
  const act = phase("observe", of, after.planned);
  return { ...act, inputs: { ...act.inputs, window: "0s" } };
}

export function verdict({ of, release, after }: Chain, says: string): Act {
  const result = says === "fail" || says === "error" ? "failure" : "success";
  const observe = { result, outputs: { verdict: says, attempt: "1" } };
  const needs = JSON.stringify({ find: { result: "success", outputs: {} }, observe });
  return ending(of, release, after.artifacts, { needs, watch: "true" });
}

/** The schedule comes again: it finds the release, looks, and says the same; or finds that nothing is left to say. */
function nextRun(
  chain: Chain,
  says: string,
  wanted: Chain["after"]["met"],
  outcomes: readonly string[],
): End {
  return {
    ways: ["killed", "cancelled", "terminated", "lost"],
    hold: async (scene) => {
      scene.byPerson("failure");
      const isFound =
        outputOf((await passed(scene, find(chain))).outputs, "watched-release") === chain.release;
      // What is back is no more looked at than what is not there.
      const looked = isFound ? await scene.act(look(chain)) : undefined;
      const said = looked?.code === 1 ? outputOf(looked.outputs, "verdict") : says;
      const outcome = await ended(scene, verdict(chain, said));
      return differ(await scene.met(), wanted) ?? (outcomes.includes(outcome) ? "held" : `ends ${outcome}`);
    },
  };
}

async function ended(scene: Scene, act: Act): Promise<string> {
  const done: Done = await scene.act(act);
  if (done.code !== 0)
    throw new Error(`${act.action} ended ${done.code}: ${done.errors.join(" ") || done.out}`);
  return outputOf(done.outputs, "outcome") || "nothing";
}

function isNotRemoved({ before, after }: Chain): (live: Readonly<Record<string, string>>) => boolean {
  const added = Object.entries(after.met.functions).filter(([slug]) => !(slug in before.build.met.functions));
  return (live) => isDeepStrictEqual(live, { ...before.build.met.functions, ...Object.fromEntries(added) });
}
