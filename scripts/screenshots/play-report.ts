import { setTimeout as sleep } from "node:timers/promises";
import { undisturbed } from "../../rehearsal/release/disturb.ts";
import { rehearseReleases } from "../../rehearsal/release/rehearse-releases.ts";
import { htmlReport } from "../../rehearsal/report/html.ts";
import type { ReleaseReport } from "../../rehearsal/report/model.ts";
import type { Shot } from "./shots.ts";

const broken: Readonly<Record<Shot["of"], readonly string[]>> = { released: [], "rolled-back": ["smoke"] };

/** A person reads before approving: without waits the pictures would show none. */
const reading = 4000;

/**
 * Plays the sample's release until it ends as wanted, with a reviewer who takes a moment, and gives its report's page.
 * @throws {Error} when it ends otherwise.
 */
export async function playReport(wanted: Shot["of"], say: (line: string) => void): Promise<string> {
  const reports: ReleaseReport[] = [];
  const approve = async (): Promise<{ approved: boolean; comment: string }> => {
    await sleep(reading);
    return { approved: true, comment: "read" };
  };
  await rehearseReleases({
    ...undisturbed,
    steering: { approve },
    fail: broken[wanted],
    oneJob: false,
    skip: undefined,
    slice: undefined,
    rerun: undefined,
    supersede: undefined,
    runs: 1,
    env: process.env,
    say,
    onEvent: () => undefined,
    onReport: async (report) => void reports.push(report),
  });
  const outcome = reports.at(-1)?.outcome;
  if (outcome !== wanted) throw new Error(`the release for the pictures ended as ${outcome}, not ${wanted}`);
  return htmlReport(reports);
}
