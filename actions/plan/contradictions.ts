import { UserError } from "../../kit/errors/user-error.ts";
import type { InputsOf } from "../../kit/action/spec.ts";
import type { spec } from "./spec.ts";

type Asked = Pick<
  InputsOf<typeof spec>,
  "drift" | "findWatched" | "against" | "fromPhase" | "throughPhase" | "only" | "resume"
>;

/**
 * What asks for a release has no meaning where none is planned; to leave it out in silence would let somebody believe
 * that a target was resumed.
 * @throws {UserError} PR102 naming all that contradicts.
 */
export function refuseContradictions(inputs: Asked): void {
  const { drift, against, findWatched } = inputs;
  const looks = findWatched
    ? (["find-watched: true", "which only looks"] as const)
    : drift !== "false"
      ? ([`drift: ${drift}`, "which only looks"] as const)
      : against === "record"
        ? (["against: record", "of which nothing can be approved"] as const)
        : undefined;
  if (looks === undefined) return;
  const [mode, why] = looks;
  const given = {
    ...(findWatched && drift !== "false" ? { drift } : {}),
    "from-phase": inputs.fromPhase,
    "through-phase": inputs.throughPhase,
    only: inputs.only,
    resume: inputs.resume,
  };
  const wrong = Object.entries(given).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (wrong.length === 0) return;
  throw new UserError(
    "PR102",
    `${wrong.join(", ")} ${wrong.length === 1 ? "is" : "are"} given together with \`${mode}\`, ${why}. Nothing was changed.`,
    `Leave out ${wrong.join(", ")}, or ${mode.split(":")[0] ?? mode}.`,
  );
}
