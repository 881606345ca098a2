import { type AcceptedAdvice, acceptedBecause, refuseUnknownAdvice } from "../../../advisors/accepted.ts";
import { type Advisory, advisorVisit } from "../../../advisors/look.ts";
import { advisorRule } from "../../../advisors/rules.ts";
import type { Runtime } from "../../../action/runtime.ts";
import { UserError } from "../../../errors/user-error.ts";
import type { Detail, PlanPart } from "../../../release/plan/plan.ts";
import type { Visitor } from "../../../shadow/visitor.ts";
import { isDangerous } from "../../../advisors/rules.ts";

interface Inputs {
  readonly onAdvisors: "warn" | "fail" | "off";
  readonly acceptedAdvice: AcceptedAdvice;
}

/** Who looks at the replay, and what it makes of the part when that is over. */
export interface Advice {
  readonly visitor: Visitor;
  /** @throws {UserError} PR436 where the policy refuses what is new. */
  shown(part: PlanPart, files: readonly { readonly path: string }[]): PlanPart;
}

/** GitHub shows ten annotations of a kind for a step; the judge's own come first. */
const annotated = 5;
const told = 5;

/**
 * New security advice for who approves: what is dangerous in the warnings of its file, the rest beside it. Never in the
 * digest: whether a machine has a shadow must not change what is approved.
 * @throws {UserError} PR102 for accepted advice that there is not.
 */
export function adviseOn(inputs: Inputs, { log }: Pick<Runtime, "log">): Advice | undefined {
  refuseUnknownAdvice(inputs.acceptedAdvice);
  if (inputs.onAdvisors === "off") return undefined;
  const visit = advisorVisit({ each: false });
  return {
    visitor: visit,
    shown: (part, files) => {
      const { files: found, unverified } = visit.found();
      const open = [...found].flatMap(([index, list]) =>
        list
          .filter((one) => isDangerous(one) && acceptedBecause(one, inputs.acceptedAdvice) === undefined)
          .map((advisory) => ({ advisory, file: files[index]?.path ?? "" })),
      );
      if (inputs.onAdvisors === "fail" && open.length > 0) throw refused(open);
      for (const { advisory, file } of open.slice(0, annotated))
        log.warn(sentence(advisory), { file, line: 1 });
      const details = part.details?.map((detail, index) =>
        withAdvice(detail, found.get(index) ?? [], inputs.acceptedAdvice),
      );
      return {
        ...part,
        ...(details ? { details } : {}),
        unverified: [...part.unverified, ...unverified],
      };
    },
  };
}

function sentence({ id, thing }: Advisory): string {
  const { why, safe } = advisorRule(id);
  return `${id}: ${thing} ${why}. ${safe}`;
}

function withAdvice(detail: Detail, found: readonly Advisory[], accepted: AcceptedAdvice): Detail {
  const reasoned = found.map((advisory) => ({ advisory, reason: acceptedBecause(advisory, accepted) }));
  const beware = reasoned.filter(({ advisory, reason }) => reason === undefined && isDangerous(advisory));
  const aside = reasoned.filter((one) => !beware.includes(one));
  const lines = aside.map(({ advisory: { id, thing }, reason }) =>
    reason === undefined
      ? `${thing} ${advisorRule(id).why} (${id})`
      : `accepted: ${id} of ${thing} («${reason}»)`,
  );
  const more = lines.length > told ? [`and ${lines.length - told} more of the advisors`] : [];
  return {
    ...detail,
    how: [...detail.how, ...lines.slice(0, told), ...more],
    beware: [...detail.beware, ...beware.map(({ advisory }) => sentence(advisory))],
  };
}

function refused(open: readonly { readonly advisory: Advisory; readonly file: string }[]): UserError {
  const lines = open.map(({ advisory, file }) => `  - ${file}: ${sentence(advisory)}`);
  return new UserError(
    "PR436",
    `The pending migrations leave something open that was not before:\n${lines.join("\n")}`,
    "Change the files; or say in rollout.yml under `accepted-advice` why it is right as it is. Nothing was changed.",
  );
}
