import type { Runtime } from "../../../action/runtime.ts";
import { integer, list, optional } from "../../../action/input.ts";
import type { ValuesOf } from "../../../action/spec.ts";
import { gatesInput } from "../../gates/gates.ts";
import { releaseRefsInput } from "../../gates/release-refs.ts";
import { acceptInput } from "../accept.ts";
import { environmentInputs } from "../names.ts";

/** What only the making of environments is told. */
export const ownInputs = {
  reviewers: list({
    description:
      "Who may approve at the gates: logins, and teams as `org/team`; GitHub takes six. Empty keeps those that are there.",
    default: "",
  }),
  "wait-timer": optional(
    integer({ description: "Minutes of the gates that are declared as wait-timer.", min: 1, max: 43_200 }),
  ),
  ...environmentInputs,
};

/** What `plan` is told as well: it audits what is made here. */
const planInputs = {
  gates: gatesInput("What must pause the chain before a phase; compared with what GitHub has."),
  accept: acceptInput,
  "release-refs": releaseRefsInput,
  ...environmentInputs,
};

export const makeInputs = { ...ownInputs, ...planInputs };

export type MakeInputs = ValuesOf<typeof makeInputs>;

/** The declaration as `plan` reads it, and what is told here besides. */
export function makeInputsOf(own: ValuesOf<typeof ownInputs>, section: Runtime["section"]): MakeInputs {
  const planned = section("plan", planInputs);
  const given = Object.entries(own).filter(([, value]) => value !== undefined);
  return { ...own, ...planned, ...(Object.fromEntries(given) as Partial<typeof own>) };
}
