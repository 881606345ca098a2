import { duration, list } from "../../../kit/action/input.ts";
import { releaseRefsInput } from "../../../kit/release/gates/release-refs.ts";

/** Which commits may be released. */
export const promotionInputs = {
  "release-refs": releaseRefsInput,
  "required-checks": list({
    description:
      "Checks of the commit that must be green; `none` asks for none. Empty: those that the branch requires, else none of all may have failed. A push to a branch of `release-refs` is asked only for those that are named here.",
    default: "",
  }),
  "checks-wait": duration({
    description: "How long `plan` waits for checks that still run.",
    default: "5m",
  }),
};
