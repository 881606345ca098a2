import type { Runtime } from "../../kit/action/runtime.ts";
import { UserError } from "../../kit/errors/user-error.ts";
import { changesOf } from "../../kit/release/record/history.ts";
import type { PhaseName } from "../../kit/release/phases.ts";
import { type PlanPart, partDigest } from "../../kit/release/plan/plan.ts";
import { type Manifest, githubRecord } from "../../kit/release/record/record.ts";
import { isOutside, sliceable } from "../../kit/release/slice/slice.ts";

/** A release that an earlier run has begun, and the phases of which it has receipts. */
export interface Earlier {
  readonly manifest: Manifest;
  readonly done: readonly PhaseName[];
}

/**
 * The release of this commit that an earlier run began and left open.
 * @throws {UserError} PR209 when the record has none, or cannot be read.
 */
export async function earlierSlice(
  { githubToken }: { readonly githubToken: string | undefined },
  target: string,
  { github, context }: Pick<Runtime, "github" | "context">,
): Promise<Earlier> {
  if (githubToken === undefined) {
    const fix = "Pass `github-token` with `deployments: write`.";
    throw new UserError(
      "PR209",
      "from-phase goes on with an earlier run, but the record cannot be read.",
      fix,
    );
  }
  const forge = await github(githubToken);
  const manifest = await githubRecord(forge, target, context.sha).unfinished(context.sha);
  if (manifest) {
    const changes = await changesOf(forge, target, manifest.release);
    const done = changes.flatMap(({ receipt: { phase } }) => (phase === "rollback" ? [] : [phase]));
    return { manifest, done };
  }
  throw new UserError(
    "PR209",
    `The record has no open release of ${context.sha.slice(0, 12)} for ${target} to go on with.`,
    "Run the slice before this one on the same commit (through-phase), or leave out from-phase.",
  );
}

/**
 * The parts as the earlier run planned them, where what it has done hides that they are due: a purge is, because the
 * web changed, and that is no longer to be seen once it has.
 */
export function stillDue({ release, digests }: Manifest, parts: readonly PlanPart[]): readonly PlanPart[] {
  return parts.map((part) => {
    const due: PlanPart = { ...part, work: "some", says: [`purge, as ${release} has planned`] };
    const isDue =
      part.phase === "purge-cdn" && part.work === "none" && partDigest(due) === digests[part.phase];
    return isDue ? due : part;
  });
}

/**
 * Beginning later than where the earlier run has ended would bring the web live without its functions. What is still
 * to be done is seen; only a purge leaves nothing to be seen, so its receipt counts.
 * @throws {UserError} PR209 when a phase before this slice still has work.
 */
export function refuseSkipped(
  { release }: Manifest,
  parts: readonly PlanPart[],
  done: readonly PhaseName[],
  slice: readonly PhaseName[],
): void {
  const before = sliceable.slice(0, slice[0] === undefined ? 0 : sliceable.indexOf(slice[0]));
  const skipped = parts
    .filter(({ phase, work }) => work === "some" && before.includes(phase))
    .flatMap(({ phase }) => (phase === "purge-cdn" && done.includes(phase) ? [] : [phase]));
  if (skipped.length === 0) return;
  throw new UserError(
    "PR209",
    `${skipped.join(", ")} ${skipped.length === 1 ? "has" : "have"} not been done by ${release}, and from-phase ${slice[0] ?? ""} would leave ${skipped.length === 1 ? "it" : "them"} out. Nothing was changed.`,
    `Begin with from-phase: ${skipped[0] ?? ""}.`,
  );
}

/** @throws {UserError} PR202 when a phase of this slice would not do now what the earlier run planned. */
export function refuseChanged(
  { release, digests }: Manifest,
  parts: readonly PlanPart[],
  slice: readonly string[],
): void {
  const changed = parts
    .filter((part) => !isOutside(slice, part.phase))
    .filter((part) => digests[part.phase] !== undefined && digests[part.phase] !== partDigest(part));
  if (changed.length === 0) return;
  throw new UserError(
    "PR202",
    `${changed.map(({ phase }) => phase).join(", ")} would not do now what ${release} has planned. Nothing was changed.`,
    "Something changed since then, or the build is not reproducible. Start a whole release anew.",
  );
}
