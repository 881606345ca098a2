import { deployFunctions } from "../acts.ts";
import type { Done } from "../act.ts";
import type { Chain } from "../chain/base.ts";
import { verdict, watched } from "../chain/watch.ts";
import { sections } from "../chain/acts.ts";
import { two } from "../sources.ts";
import { inScene } from "../scene.ts";
import { outputOf, passed } from "../tell.ts";
import type { Race } from "./race.ts";
import { oneProceeds } from "./who.ts";

/** A watched release of which the look says fail, and a newer one that deploys its functions. */
export async function againstWatch(chain: Chain, first: "watch" | "release"): Promise<Race> {
  const start = await watched(chain);
  const third = { ...chain.of, files: { ...chain.of.files, ...two("3").files } };
  const old = chain.before.build.met.functions;
  const over = await inScene(start, async (scene) => {
    await passed(scene, { ...deployFunctions(third), build: sections });
    return (await scene.met()).functions;
  });
  return {
    start,
    ready: async (scene) => {
      const look = { ...verdict(chain, "fail"), run: scene.state().run };
      const { run, release } = await scene.beside("release");
      const on = { ...deployFunctions({ ...third, release }), build: sections, run };
      const [one, other] = first === "watch" ? [look, on] : [on, look];
      return {
        first: one,
        second: () => scene.act(other),
        judge: async (did, theirs) => {
          const [looked, went] = first === "watch" ? [did, theirs] : [theirs, did];
          return oneProceeds(
            (await scene.met()).functions,
            { names: [chain.release], did: refused(looked), makes: old },
            { names: [release], did: went, makes: over },
          );
        },
      };
    },
  };
}

/** A look that finds the target held says so, and its run is green: nobody is to look into that. */
function refused(did: Done): Done {
  if (did.code !== 0 || outputOf(did.outputs, "outcome") !== "") return did;
  const said = did.out.split("\n").find((line) => line.includes("is not looked at now")) ?? "";
  return { ...did, code: said === "" ? 0 : 1, errors: [`PR204: ${said}`] };
}
