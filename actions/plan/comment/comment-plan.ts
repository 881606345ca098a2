import type { Room } from "../../../kit/action/fit.ts";
import { plain } from "../../../kit/action/markdown.ts";
import { type Report, renderReport } from "../../../kit/action/report.ts";
import type { Runtime } from "../../../kit/action/runtime.ts";
import { UserError } from "../../../kit/errors/user-error.ts";
import type { RunEvent } from "../../../kit/release/run/event.ts";
import { pullRequestOf } from "./pull-request.ts";
import { markerOf, placeComment } from "./sticky.ts";

type World = Pick<Runtime, "github" | "context" | "log">;

/**
 * The plan as a comment of its pull request, edited in place by every later plan of the target. A plan is none the
 * worse without it: whatever hinders it is a notice.
 */
export async function commentPlan(
  { githubToken, target }: { readonly githubToken: string | undefined; readonly target: string },
  event: RunEvent,
  report: Report,
  { github, context, log }: World,
): Promise<void> {
  if (githubToken === undefined)
    return log.notice("The plan is not in a comment: pass `github-token` with `pull-requests: write`.");
  try {
    const forge = await github(githubToken);
    const number = await pullRequestOf(forge, event, context);
    if (number === undefined)
      return log.info(`No pull request is known to have brought ${context.sha.slice(0, 12)}: no comment.`);
    const { did, url, sticky } = await placeComment(
      forge,
      number,
      markerOf(target),
      textOf(report, target, context),
    );
    log.info(`The plan is in a comment (${did}): ${url}`);
    if (!sticky)
      log.notice(
        "The comment was not written as github-actions[bot], so the next plan will not find it: pass the job's own token.",
      );
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const fix = error.code === "PR302" ? "Give the job `pull-requests: write`." : error.fix;
    log.notice(`The plan is not in a comment: ${error.message} ${fix}`);
  }
}

/** GitHub takes 65,536 characters a comment, the marker included. */
const longest = 65_000;

/** The same page as in the job summary. */
export function textOf(report: Report, target: string, { sha, runUrl }: World["context"]): string {
  const whole = `All of it is in [the run's summary](${runUrl}) and its artifact \`rollout-plan\`.`;
  const foot = `\n<sub>Made by [this run](${runUrl}) for \`${sha.slice(0, 12)}\` and ${plain(target)}; the next plan of it is written over this one.</sub>\n`;
  const room: Room = {
    most: longest - foot.length,
    unit: "characters",
    because: "GitHub takes 65,536 characters a comment",
    whole,
  };
  return renderReport("Plan", report, room) + foot;
}
