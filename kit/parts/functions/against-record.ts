import { heldIn } from "../../action/held-in.ts";
import type { Runtime } from "../../action/runtime.ts";
import type { ValuesOf } from "../../action/spec.ts";
import type { Json } from "../../release/canonical.ts";
import type { PlanPart } from "../../release/plan/plan.ts";
import { sayBeyond } from "./imports/beyond-imports.ts";
import { configDisagreements } from "./declared/config-toml.ts";
import { inspectWanted } from "./declared/inspect-wanted.ts";
import { functionsInputs } from "./inputs.ts";
import { json } from "./plan-functions.ts";
import { statesOf } from "./undo/recorded-change.ts";
import { sayings } from "./tell/sayings.ts";
import { sameState } from "./declared/source.ts";

const { functions, "functions-directory": folder, "verify-jwt": verifyJwt } = functionsInputs;
const { "import-map": importMap, "static-files": statics, prune } = functionsInputs;

/** What can be said of the functions without the platform: no secret is among it. */
export const recordedFunctionsInputs = {
  functions,
  "functions-directory": folder,
  "verify-jwt": verifyJwt,
  "import-map": importMap,
  "static-files": statics,
  prune,
};

/** What `deploy-functions` would do if what is live were what the record has. */
export async function functionsAgainstRecord(
  inputs: ValuesOf<typeof recordedFunctionsInputs>,
  recorded: ReadonlyMap<string, Json>,
  world: Pick<Runtime, "root" | "env">,
): Promise<PlanPart> {
  const wanted = await inspectWanted(inputs, world);
  const known = statesOf(Object.fromEntries(recorded));
  const changes = wanted.filter(({ slug, state }) => !sameState(heldIn(known, slug) ?? null, state));
  const strangers = changes.filter(({ slug }) => !Object.hasOwn(known, slug)).map(({ slug }) => slug);
  const becomes = changes.map(
    ({ slug, state }) => [slug, { was: json(heldIn(known, slug) ?? null), becomes: json(state) }] as const,
  );
  return {
    phase: "deploy-functions",
    work: changes.length === 0 ? "none" : "some",
    decisions: { functions: Object.fromEntries(becomes) },
    measurements: null,
    undo: { possible: "no", why: "not looked at: only the platform has the live sources" },
    unverified: [
      ...strangers.map(
        (slug) => `the record has no change of ${slug}: it is new, or was never changed by this suite`,
      ),
      ...(inputs.prune ? ["what `prune` would remove is not looked at: only the platform knows it"] : []),
      ...(await configDisagreements(world.root, inputs.functionsDirectory, wanted)),
      ...sayBeyond(wanted),
    ],
    says: changes.flatMap(({ slug, state }) => {
      const was = heldIn(known, slug);
      return was === undefined ? [`${slug}: not in the record`] : sayings(slug, was ?? undefined, state);
    }),
  };
}
