import type { RunnableFunctions } from "../../compatibility/stage.ts";
import type { FunctionsInputs } from "./inputs.ts";
import type { Inspected } from "./plan-functions.ts";

/** What is live of the declared functions, and what the release makes of them, as something that can be run. */
export function functionsToRun(
  { wanted, live, changes }: Inspected,
  { healthRequest }: Pick<FunctionsInputs, "healthRequest">,
): RunnableFunctions {
  const declared = new Set(wanted.map(({ slug }) => slug));
  const running = [...live.functions].flatMap(([slug, { source }]) =>
    source === undefined || !declared.has(slug) ? [] : [{ slug, source }],
  );
  return {
    live: running,
    wanted: changes.length === 0 ? undefined : wanted.map(({ slug, source }) => ({ slug, source })),
    healthRequest,
  };
}
