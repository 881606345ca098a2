import { UserError } from "../../errors/user-error.ts";
import { type Form, misfit } from "../../ports/misfit.ts";
import type { PlanPart } from "./plan.ts";

/**
 * What a part of a plan has decided, as far as it is read: `form` says that of the type `T`. Of no part, nothing. A digest
 * proves that nobody has changed a plan; that the version which wrote it wrote what this one reads, it does not.
 * @throws {UserError} PR106 with the place that does not fit.
 */
export function decidedIn<T extends object>(
  part: Pick<PlanPart, "phase" | "decisions"> | undefined,
  form: Form,
): Partial<T> {
  const decisions: unknown = part?.decisions ?? {};
  const wrong = misfit(decisions, form);
  if (wrong === undefined) return decisions as Partial<T>;
  throw new UserError(
    "PR106",
    `What the plan has decided for ${part?.phase} is not what this version of the suite reads: ${wrong}. Nothing was changed because of it.`,
    "Run plan and this phase with the same version: name the same one at every `uses:`. Then start a new run.",
  );
}
