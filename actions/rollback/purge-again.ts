import type { Runtime } from "../../kit/action/runtime.ts";
import { UserError, withFix } from "../../kit/errors/user-error.ts";
import type { CdnInputs } from "../../kit/parts/cdn/inputs.ts";
import { routesLine } from "../../kit/parts/cdn/prove-routes.ts";
import { type CdnProof, purgeAndVerify } from "../../kit/parts/cdn/purge-and-verify.ts";
import type { WebChange } from "../../kit/parts/web/undo-web.ts";
import type { Journal } from "../../kit/release/record/journal.ts";
import type { Parts } from "./parts.ts";
import { type Row, problemRow } from "./rows.ts";

/** Once the web is back, its cache must forget the release: purged hard, and seen on every route. */
export async function purgeAgain(
  part: Parts["cdn"],
  journal: Journal,
  world: Runtime,
): Promise<readonly Row[]> {
  if (part === undefined) return [];
  if ("problem" in part) return [problemRow("cdn", part.problem)];
  const { inputs, change } = part.ready;
  if (inputs.cdn === "none") return [];
  try {
    const proof = await world.log.group("The CDN forgets the release", () =>
      purged(change, journal, () => {
        const wanted = { marker: change.to.marker, gone: change.from.marker, hard: true };
        return purgeAndVerify(inputs, wanted, world);
      }),
    );
    return [rowOf(proof, change, inputs)];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [{ ...problemRow("cdn", withFix(error)), manual: byHand(inputs) }];
  }
}

async function purged(
  { from, to }: WebChange,
  journal: Journal,
  work: () => Promise<CdnProof>,
): Promise<CdnProof> {
  const notSeen = new Error("not every route serves the former release");
  let proof: CdnProof | undefined;
  const states = { before: { marker: from.marker }, intended: { marker: to.marker } };
  try {
    await journal.change("cdn", states, async () => {
      proof = await work();
      if (!proof.verified) throw notSeen;
      return { id: proof.ids.at(-1) ?? null, marker: to.marker, purges: proof.purges };
    });
  } catch (error) {
    if (error !== notSeen) throw error;
  }
  if (proof === undefined) throw notSeen;
  return proof;
}

function rowOf({ verified, routes, cdn, purges }: CdnProof, { to }: WebChange, inputs: CdnInputs): Row {
  const what = to.marker ?? "what the origin serves";
  const said =
    purges === 0
      ? "the origins do not serve the former site yet, so nothing was purged"
      : routesLine(routes, what, cdn);
  const row = { component: "cdn", name: "cdn", said } as const;
  return verified ? { ...row, outcome: "reverted" } : { ...row, outcome: "failed", manual: byHand(inputs) };
}

function byHand({ cdn, zone, purgeNodes }: CdnInputs): string {
  const where =
    cdn === "http" ? `on every node (${purgeNodes.join(", ")})` : `at ${cdn}, ${zone ?? "(no zone)"}`;
  return `purge the paths of purge-cdn by hand ${where}, then run this rollback again`;
}
