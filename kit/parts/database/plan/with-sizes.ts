import type { Runtime } from "../../../action/runtime.ts";
import type { Finding, SqlFile } from "../../../judge/finding.ts";
import type { Detail, PlanPart } from "../../../release/plan/plan.ts";
import type { Json } from "../../../release/canonical.ts";
import { type LiveSizes, isSmall, liveSizes, saySize } from "./live-sizes.ts";

interface Weighed {
  readonly part: PlanPart;
  /** What is worth a warning: a lock on a small table is told in the details only. */
  readonly loud: readonly Finding[];
}

/**
 * The part with the size of each live table that a statement locks while it reads or writes rows. A size is a
 * measurement: it changes what is loud, never what is refused nor the digest.
 */
export async function withSizes(
  part: PlanPart,
  pending: readonly SqlFile[],
  findings: readonly Finding[],
  url: string,
  world: Pick<Runtime, "connect" | "context">,
): Promise<Weighed> {
  const sizes = await liveSizes(findings, url, world);
  if (sizes.size === 0) return { part, loud: findings };
  const details = part.details?.map((detail, index): Detail => {
    const own = findings.filter(({ file }) => file === pending[index]?.path);
    return { ...detail, beware: [...detail.beware, ...new Set(own.flatMap((one) => weight(one, sizes)))] };
  });
  const measurements = {
    ...(part.measurements as { readonly [key: string]: Json }),
    sizes: Object.fromEntries(
      [...sizes].map(([table, { rows, bytes }]) => [table, { rows: rows ?? null, bytes }]),
    ),
  };
  return {
    part: { ...part, ...(details ? { details } : {}), measurements },
    loud: findings.filter((finding) => !isSmall(finding, sizes)),
  };
}

function weight(finding: Finding, sizes: LiveSizes): readonly string[] {
  const size = saySize(finding, sizes);
  if (size === undefined) return [];
  return [isSmall(finding, sizes) ? `${size}: the lock will be short.` : `${size}: try it at a quiet hour.`];
}
