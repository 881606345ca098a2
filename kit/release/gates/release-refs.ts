import { list } from "../../action/input.ts";

/** Where releases come from; the environments admit no other ref. */
export const releaseRefsInput = list({
  description:
    "Where releases come from: branches by name, tags and others as `refs/tags/v*` (`*` stays within one segment, `**` does not). Empty is the default branch.",
  default: "",
});
