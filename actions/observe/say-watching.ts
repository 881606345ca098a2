import type { Report } from "../../kit/action/report.ts";
import { lookAgain } from "../../kit/parts/observe/judge-tally.ts";
import type { Verdict } from "../../kit/release/verdict.ts";

/**
 * A release whose verdict is open stays live, and its job ends green: how far it is from a verdict, who looks again
 * (counting from the same ISO time), and how a person ends it before that.
 */
export function sayWatching(
  { verdict, reason, next }: Pick<Verdict, "verdict" | "reason" | "next">,
  since: string,
): Pick<Report, "verdict" | "reason" | "next" | "green"> {
  const own = next.replace(lookAgain, "").trim();
  return {
    verdict,
    green: true,
    reason: `WATCHING: ${reason}`,
    next: [
      ...(own === "" ? [] : [own]),
      `The release stays live. The next run of the watch caller (examples/workflows/watch.yml) looks again, counting from ${since}.`,
      "To end it now, run that caller by hand with `on-inconclusive` pass or fail, or the rollback caller with a reason.",
    ].join(" "),
  };
}
