import { duration, list } from "../../../kit/action/input.ts";

/** Which commits may be released. */
export const promotionInputs = {
  "release-refs": list({
    description:
      "Where releases come from: branches by name, tags and others as `refs/tags/v*` (`*` stays within one segment, `**` does not). Empty is the default branch.",
    default: "",
  }),
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
