import type { Done, Runtime } from "../../../kit/action/runtime.ts";
import type { InputsOf } from "../../../kit/action/spec.ts";
import { UserError } from "../../../kit/errors/user-error.ts";
import { notificationOf } from "../../../kit/notify/notification.ts";
import { send } from "../../../kit/notify/send.ts";
import type { GitHub } from "../../../kit/ports/github.ts";
import { atWork } from "../../../kit/release/standing/at-work.ts";
import { type Manifest, githubRecord } from "../../../kit/release/record/record.ts";
import { type LastChanges, lastChanges } from "../../../kit/release/record/last-changes.ts";
import type { spec } from "../spec.ts";
import { type Looked, looked } from "./difference.ts";
import { envDrift } from "./env-drift.ts";
import { functionsDrift } from "./functions-drift.ts";
import { gatesDrift } from "./gates-drift.ts";
import { ledgerDrift } from "./ledger-drift.ts";
import { reportCommit, reportDrift } from "./report-drift.ts";
import { webDrift } from "./web-drift.ts";

type Inputs = InputsOf<typeof spec>;

/**
 * What is live against what the record says was left there. Only reads: no record is opened, no lease is taken.
 * `rollout.yml` and sources are those of the live commit, so that is what must be checked out.
 * @throws {UserError} PR104 without a token, PR218 when another commit is checked out, PR219 when nothing is live.
 */
export async function drift(inputs: Inputs, world: Runtime): Promise<Done<typeof spec>> {
  const target = inputs.target ?? "default";
  const github = await githubOf(inputs, world);
  const live = await liveRelease(github, target, world);
  const named = { "live-commit": live.commit, "live-release": live.release };
  if (inputs.drift === "commit") return { outputs: named, report: reportCommit(live) };
  refuseOther(live, world);
  const [record, busy] = await Promise.all([lastChanges(github, target), atWork(github, target)]);
  const all = await lookAtAll(inputs, live.commit, record, world);
  const differences = all.flatMap((one) => one.differences);
  const isKnown = all.every(({ problem }) => problem === undefined);
  const fix = busy === undefined && differences.some(({ web }) => web) ? "deploy-web" : "";
  const report = reportDrift(live, all, { record, busy });
  if (report.verdict === "fail") {
    const told = {
      kind: "drift",
      target,
      release: live.release,
      what: "something is not as it was left",
    } as const;
    const { reason, next } = report;
    await send(inputs, notificationOf({ ...told, reason, next }, world.context), world);
  }
  return {
    outputs: {
      ...named,
      drift: differences.length > 0 ? "some" : isKnown ? "none" : "unknown",
      components: [...new Set(differences.map(({ component }) => component))].join(","),
      fix,
    },
    report,
  };
}

async function lookAtAll(
  inputs: Inputs,
  commit: string,
  record: LastChanges,
  world: Runtime,
): Promise<readonly Looked[]> {
  const has = (section: string): boolean => world.sections.includes(section);
  const looks = await Promise.all([
    has("deploy-functions") && looked("functions", () => functionsDrift(record, commit, world)),
    has("deploy-web") && looked("web", () => webDrift(record, commit, world)),
    has("migrate") && looked("ledger", () => ledgerDrift(record, commit, world)),
    has("deploy-web") && looked("required-env", () => envDrift(commit, world)),
    looked("gates", () => gatesDrift(inputs, world)),
  ]);
  return looks.flatMap((one) => (one === false ? [] : [one]));
}

async function githubOf({ githubToken }: Inputs, world: Runtime): Promise<GitHub> {
  if (githubToken !== undefined) return await world.github(githubToken);
  throw new UserError(
    "PR104",
    "drift needs `github-token`: what should be live is in the record.",
    "Pass `github-token` with `deployments: read` and `actions: read`.",
  );
}

async function liveRelease(github: GitHub, target: string, { context }: Runtime): Promise<Manifest> {
  const live = await githubRecord(github, target, context.sha).live();
  if (live !== undefined) return live;
  throw new UserError(
    "PR219",
    `The record of ${target} has no release that is live: there is nothing to compare with.`,
    "Release once with this suite; from then on drift has a baseline.",
  );
}

function refuseOther({ commit, release }: Manifest, { context: { sha } }: Runtime): void {
  if (sha === commit) return;
  throw new UserError(
    "PR218",
    `${release} of commit ${commit.slice(0, 12)} is live, but ${sha.slice(0, 12)} is checked out: its rollout.yml may require other things. Nothing was compared.`,
    "Ask with `drift: commit` first, give its output `live-commit` to actions/checkout as `ref`, and to this step as `commit`.",
  );
}
