import { UserError } from "../../kit/errors/user-error.ts";
import { statesOf } from "../../kit/parts/functions/undo/recorded-change.ts";
import { sameState } from "../../kit/parts/functions/declared/source.ts";
import { type WebChange, changeOf } from "../../kit/parts/web/undo-web.ts";
import type { Receipt } from "../../kit/release/record/receipt.ts";
import type { Known } from "./learn.ts";

/**
 * A release that is named is wanted as it was. Where somebody else had deployed before the next release came, that one's
 * receipts lead back to something else, and nobody guesses which of the two is meant.
 * @throws {UserError} PR474
 */
export function refuseOtherWeb({ to, wanted }: Known, former: WebChange["to"]): void {
  const made = wanted.findLast(({ receipt }) => receipt.component === "web");
  if (to === undefined || made === undefined) return;
  const { deployment, marker } = changeOf(made.receipt).from;
  if (deployment === null ? marker === former.marker : deployment === former.deployment) return;
  throw replaced(to, "the web", deployment === null ? `site ${marker ?? ""}` : `deployment ${deployment}`);
}

/** @throws {UserError} PR474 */
export function refuseOtherFunctions({ to, wanted }: Known, receipts: readonly Receipt[]): void {
  const own = wanted.filter(({ receipt }) => receipt.component === "functions");
  if (to === undefined || own.length === 0) return;
  const made = Object.assign({}, ...own.map(({ receipt }) => statesOf(receipt.intended))) as ReturnType<
    typeof statesOf
  >;
  const former = Object.assign(
    {},
    ...receipts.map(({ before }) => statesOf(before)).toReversed(),
  ) as typeof made;
  const other = Object.keys(made).filter(
    (slug) => Object.hasOwn(former, slug) && !sameState(made[slug] ?? null, former[slug] ?? null),
  );
  if (other.length > 0) throw replaced(to, other.join(", "), "supabase functions deploy");
}

function replaced(to: string, what: string, manual: string): UserError {
  return new UserError(
    "PR474",
    `${what} was not what ${to} had made of it any more when the next release came: somebody else had deployed. Nothing of it was touched.`,
    `Bring back by hand what should be live (${manual}), or go back by one release with \`to: previous\`.`,
  );
}
