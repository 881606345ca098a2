import type { GitHub } from "../../ports/github.ts";
import type { Begun } from "../decision/decision.ts";
import type { Receipt } from "./receipt.ts";
import { type Deployment, documentOf } from "./kept-document.ts";
import { type Manifest, isBefore, list, page, receiptsOf } from "./record.ts";
import { type StatusOf, statusesOf } from "./statuses.ts";

/** A change of a release as it was written before it began. `at` in ms since 1970. */
export interface RecordedChange {
  readonly receipt: Receipt;
  readonly at: number | null;
}

/** A release of a target in the record; `standing` asks how it stands. */
export interface RecordedRelease {
  readonly manifest: Manifest;
  /** The deployment that stands for it. */
  readonly id: number;
  /** When it was planned, in ms since 1970. */
  readonly at: number | null;
  /** GitHub's word for its last status, and what was said with it. */
  standing(): Promise<StatusOf>;
  /** All that was said of it, newest first. */
  statuses(): Promise<readonly StatusOf[]>;
}

/** Every change of a release, oldest first. What is no receipt is left out. */
export async function changesOf(
  github: GitHub,
  target: string,
  release: string,
): Promise<readonly RecordedChange[]> {
  const kept = await receiptsOf(github, target, release);
  return kept.map(({ receipt, deployment }) => ({ receipt, at: timeOf(deployment) }));
}

/** The newest releases of a target, newest first; as far back as the one that is sought, however many came after it. */
export async function releasesOf(
  github: GitHub,
  target: string,
  sought?: string,
): Promise<readonly RecordedRelease[]> {
  const all: Deployment[] = [];
  for (let number = 1; ; number += 1) {
    const some = await list(github, target, "rollout", number);
    all.push(...some);
    const last = some.at(-1);
    if (sought === undefined || last === undefined || some.length < page || isBefore(last, sought)) break;
    if (some.some((one) => documentOf<Manifest>(one, "manifest")?.release === sought)) break;
  }
  return all.flatMap((deployment) => {
    const manifest = documentOf<Manifest>(deployment, "manifest");
    if (manifest === undefined) return [];
    const { id } = deployment;
    const statuses = () => statusesOf(github, id);
    const standing = async () => (await statusesOf(github, id, 1))[0] ?? { state: "", description: "" };
    return [{ manifest, id, at: timeOf(deployment), standing, statuses }];
  });
}

/** A recorded change as the decision wants it. */
export function begunOf({ receipt: { phase, component }, at }: RecordedChange): Begun {
  return { phase: phase === "rollback" ? "plan" : phase, component, at };
}

function timeOf({ created_at: created }: Deployment): number | null {
  const time = Date.parse(created ?? "");
  return Number.isNaN(time) ? null : time;
}
