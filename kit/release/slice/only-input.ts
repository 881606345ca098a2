import { oneOf, optional } from "../../action/input.ts";
import { gatedPhases } from "../phases.ts";

/** Shared by `plan`, which slices the chain by it, and `deploy-web`, which then deploys what is live already. */
export const onlyInput = optional(
  oneOf(gatedPhases, {
    description:
      "Do only this phase and what follows from it. `deploy-web` then builds and deploys the site again although it is live, and sets a required value that the host holds otherwise.",
  }),
);
