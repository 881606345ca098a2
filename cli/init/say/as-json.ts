import type { Difference } from "../difference/difference.ts";
import type { Proposal } from "../proposal/proposal.ts";
import { environmentFor } from "../proposal/secrets.ts";
import type { Survey } from "../survey/survey.ts";

interface Looked {
  readonly survey: Survey;
  readonly proposal: Proposal;
  readonly files: readonly Difference[];
}

/** For programs: one object on one line. */
export function asJson(
  { survey, proposal, files }: Looked,
  written: readonly string[],
  because: string,
): string {
  const { targets, fills, settings, assumed, warnings } = proposal;
  return JSON.stringify({
    schema: "prism-rollout/init@1",
    repository: survey.origin.name ?? null,
    stack: survey.stack || ".",
    targets,
    files: files.map(({ path, state, because: why, lines, text }) => ({
      path,
      state,
      ...(why === undefined ? {} : { because: why }),
      ...(state === "new" ? { text } : {}),
      ...(lines.length === 0 ? {} : { difference: lines }),
    })),
    written,
    because,
    settings,
    fill: fills,
    assumed,
    deploying: survey.deploying,
    warnings,
    secrets: secretsOf(proposal),
  });
}

function secretsOf({ secrets, targets }: Proposal): readonly object[] {
  return secrets.map(({ name, what, needed, uses }) => ({
    name,
    what,
    needed,
    uses: targets.flatMap((target) =>
      uses.map((use) => ({
        target,
        job: use.job,
        environment: environmentFor(target, use) ?? null,
        may: use.may,
        optional: use.optional,
      })),
    ),
  }));
}
