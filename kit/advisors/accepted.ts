import { suggest } from "../config/suggest.ts";
import { UserError } from "../errors/user-error.ts";
import type { Advisory } from "./look.ts";
import { advisorIds, isAdvisorId } from "./rules.ts";

/** Advice that a team has weighed: an id, or an id and a name, with the reason. */
export type AcceptedAdvice = Readonly<Record<string, string>>;

/** @throws {UserError} PR102 for an entry that names no advice or gives no reason. */
export function refuseUnknownAdvice(accepted: AcceptedAdvice): void {
  const issues = Object.entries(accepted).flatMap(([key, reason]) => {
    const [id = ""] = key.trim().split(/\s+/);
    const near = suggest(id, advisorIds);
    if (!isAdvisorId(id)) return [`there is no advice ${id}${near ? `; did you mean ${near}?` : ""}`];
    return reason.trim() === "" ? [`${key} gives no reason`] : [];
  });
  if (issues.length === 0) return;
  throw new UserError(
    "PR102",
    `accepted-advice: ${issues.join("; ")}.`,
    'Write `advisor-definer-callable: why it is right`, or `"advisor-definer-callable public.get_results": why` for one thing.',
  );
}

/** Why a team takes an advice for right as it is, or undefined where it does not. */
export function acceptedBecause({ id, thing }: Advisory, accepted: AcceptedAdvice): string | undefined {
  const found = Object.entries(accepted).find(([key]) => {
    const [named, ...rest] = key.trim().split(/\s+/);
    const what = rest.join(" ");
    return named === id && (what === "" || what === thing || what === nameOf(thing));
  });
  return found?.[1];
}

/** `function public.f(a integer)` → `public.f` */
function nameOf(thing: string): string {
  const name = thing.replace(
    /^(table|view|materialized view|foreign table|function|policy|extension|index) /,
    "",
  );
  return thing.startsWith("function ") ? name.replace(/\(.*$/s, "") : name;
}
