import type { ReleaseReport } from "../report/model.ts";
import { whyOf } from "../report/why.ts";
import type { OwnRepository } from "./repository.ts";

type Released = Pick<OwnRepository, "root" | "head" | "uncommitted" | "isGit" | "live">;

/**
 * What to do after a rehearsal of a repository. Phases say what is to be done in production: there is a commit that can
 * be reverted, a halt to be lifted, people who come; here there is a folder, and nobody, or `traffic`.
 */
export function adviceFor(
  report: Pick<ReleaseReport, "outcome" | "phases">,
  repository: Released,
  traffic?: string,
): ReleaseReport["instead"] {
  const { outcome, phases } = report;
  if (outcome === "released") return undefined;
  if (outcome === "watching") return traffic === undefined ? whenNobodyCame(report) : whenTrafficDid(report);
  const mend = whereToMend(repository);
  // What was undone was undone here: how to do that by hand is of no use.
  if (outcome !== "held" && outcome !== "stopped") return { next: mend };
  const own = whyOf({ outcome, phases: phases.filter(({ name }) => name !== "rollback") });
  const fetched = own.reason === undefined ? undefined : whenNotFetched(own.reason);
  if (fetched !== undefined) return { next: fetched };
  return { next: `${own.phase === undefined ? "" : withoutWorld(own.next)} ${mend}`.trim() };
}

const inProduction = "In production people come, and the watch caller looks until there is a verdict.";

/** What it lacked, it says itself; who looks again in production, looks at nothing here. */
function whenTrafficDid(report: Pick<ReleaseReport, "outcome" | "phases">): ReleaseReport["instead"] {
  const own = whyOf(report).marked.next.split(/(?<=\.) (?=[A-Z])/);
  const [mend] = own.filter((one) => !/It is live|stays live|Wait for|caller/.test(one));
  if (mend !== undefined) return { next: `${mend} Then rehearse again.` };
  return { next: `Let --traffic bring more attempts, or leave it at that. ${inProduction}` };
}

function whenNobodyCame({ phases }: Pick<ReleaseReport, "phases">): ReleaseReport["instead"] {
  const next = `Nothing to do. ${inProduction} Here \`--traffic\` brings attempts.`;
  const evidence = phases.find(({ name }) => name === "observe")?.evidence ?? [];
  if (!evidence.some((line) => line.startsWith("0 of 0 attempts"))) return { next };
  const reason =
    "nobody uses a rehearsed release, so that it counted no attempt and its verdict stays open. All before it passed";
  return { reason: `${reason}.`, next };
}

/** A module that Deno did not get is no fault of the function, where this machine does not reach whoever has it. */
function whenNotFetched(reason: string): string | undefined {
  const address = /Import '(https?:[^']+)' failed|Could not load (https?:\S+)/.exec(reason);
  const from = address?.[1] ?? address?.[2];
  if (from === undefined || !URL.canParse(from)) return undefined;
  const { host } = new URL(from);
  return `See whether ${from} is there, and whether this machine reaches ${host} (a proxy is taken from HTTPS_PROXY), then rehearse again. In a release Supabase fetches it, not this machine.`;
}

/** Words about a run that can be run again, a commit that can be reverted, a halt: none of these is here. */
function withoutWorld(next: string): string {
  const sentences = next.split(/(?<=[.!?]) (?=[A-Z`])/);
  return sentences.filter((one) => !/git revert|resume:|run (?:the|this) |failed job/i.test(one)).join(" ");
}

function whereToMend({ root, head, uncommitted, isGit, live }: Released): string {
  const files = uncommitted === 1 ? "1 file" : `${uncommitted} files`;
  if (!isGit || head === undefined) return `Mend it in ${root}, then rehearse again.`;
  if (uncommitted > 0)
    return `Mend it in ${root} (with ${files} that git has not committed), then rehearse again.`;
  const commit = head.slice(0, 12);
  const undo = live?.called === "HEAD^1" ? `; \`git revert ${commit}\` takes it back` : "";
  return `Mend it in ${root}, on top of your commit ${commit}${undo}. Then rehearse again.`;
}
