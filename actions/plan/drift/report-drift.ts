import type { Report } from "../../../kit/action/report.ts";
import type { Lease } from "../../../kit/release/standing/lease.ts";
import type { Manifest } from "../../../kit/release/record/record.ts";
import type { LastChanges } from "../../../kit/release/record/last-changes.ts";
import type { Looked } from "./difference.ts";

const columns = ["component", "what", "recorded", "live", "since", "what to do"];

/** Every difference by name; what could not be told is never taken for «no difference». */
export function reportDrift(
  live: Manifest,
  all: readonly Looked[],
  { record, busy }: { readonly record: LastChanges; readonly busy: Lease | undefined },
): Report {
  const differences = all.flatMap((one) => one.differences);
  const problems = all.flatMap(({ component, problem }) =>
    problem === undefined ? [] : [`${component}: ${problem}`],
  );
  const rows = differences.map((one) => [
    one.component,
    one.name,
    one.recorded,
    one.live,
    one.since,
    one.next,
  ]);
  return {
    ...headOf(live, all, problems, busy),
    evidence: [
      ...all.filter(({ problem }) => problem === undefined).map(lineOf),
      ...problems.map((problem) => `not told: ${problem}`),
      ...(record.whole
        ? []
        : ["not verified: the record is long, and only its newest 1000 changes were read"]),
      ...all.flatMap((one) => one.unverified.map((text) => `not verified: ${text}`)),
    ],
    tables: rows.length === 0 ? [] : [{ title: "What is not as it was left", columns, rows }],
  };
}

function headOf(
  { release, target }: Manifest,
  all: readonly Looked[],
  problems: readonly string[],
  busy: Lease | undefined,
): Pick<Report, "verdict" | "reason" | "next"> {
  const differences = all.flatMap((one) => one.differences);
  const names = [...new Set(differences.map(({ component }) => component))].join(", ");
  const many = `${differences.length} ${differences.length === 1 ? "thing is" : "things are"} not as ${release} left ${target}`;
  if (differences.length > 0 && busy !== undefined)
    return {
      verdict: "inconclusive",
      reason: `${many} (${names}); but ${busy.release} is changing it at this moment (${busy.runUrl}).`,
      next: "Look again when that release has ended.",
    };
  if (differences.length > 0) {
    const first = differences.find(({ web }) => web) ?? differences[0];
    const what = differences.slice(0, 6).map(({ name, live }) => `${name}: ${live}`);
    return { verdict: "fail", reason: `${many} (${names}). ${what.join("; ")}.`, next: first?.next ?? "" };
  }
  if (problems.length > 0) {
    const reason = `Whether ${target} is as ${release} left it cannot be told: ${problems.join("; ")}`;
    return {
      verdict: "error",
      reason,
      next: "Mend what is named, then run this again. Nothing was changed.",
    };
  }
  return { verdict: "pass", reason: `${target} is as ${release} left it.`, next: "Nothing to do." };
}

function lineOf({ component, compared, differences }: Looked): string {
  return `${component}: ${differences.length} differences in ${compared} that were compared`;
}

/** Only which commit is live. */
export function reportCommit({ release, commit }: Manifest): Report {
  return { verdict: "pass", reason: `${release} is live, of commit ${commit}.`, next: "Nothing to do." };
}
