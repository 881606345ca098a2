import { UserError, describe } from "../../../errors/user-error.ts";
import type { FunctionsApi, ListedFunction } from "../../../providers/supabase/functions-api.ts";
import { digest } from "../../../release/canonical.ts";
import { bundleMark, isSameBundle } from "./bundle-mark.ts";
import { type Live, type LiveFunction, inspectLive } from "./inspect-live.ts";
import type { Inspected } from "../plan-functions.ts";
import { type FunctionState, sameState } from "../declared/source.ts";
import { isAs } from "../undo/undo-by-bundle.ts";

/** What the platform itself says is live of a change that failed. */
export interface Told {
  readonly is: "old" | "new" | "mixed" | "unknown";
  /** A sentence. */
  readonly said: string;
  /** Undefined where that could not be read. */
  readonly live: Live | undefined;
  /** The error, with what is live beside it. */
  saying(error: UserError): UserError;
}

type Work = Pick<Inspected, "changes" | "removals">;

/**
 * Reads back what is live: never assumed from how the change went. `ready` are the bundles that were to be activated: where
 * no sources are given, they are what tells. Throws nothing that the platform answers.
 */
export async function tellLive(
  api: FunctionsApi,
  work: Work,
  ready: readonly ListedFunction[] = [],
): Promise<Told> {
  const slugs = [...work.changes, ...work.removals].map(({ slug }) => slug);
  try {
    return toldOf(work, ready, await inspectLive(api, slugs));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const said = `What is live could not be read back: ${describe(error).replace(/\.$/, "")}.`;
    return { is: "unknown", said, live: undefined, saying: saying(said) };
  }
}

function toldOf({ changes, removals }: Work, ready: readonly ListedFunction[], live: Live): Told {
  const becoming = (slug: string, state: FunctionState): FunctionState => {
    const own = ready.find((one) => one.slug === slug);
    const bundle = own && bundleMark(own);
    return bundle === undefined ? state : { ...state, bundle };
  };
  const all = [
    ...changes.map(({ slug, live: was, wanted }) => ({ slug, was, becomes: becoming(slug, wanted.state) })),
    ...removals.map(({ slug, live: was }) => ({ slug, was, becomes: null })),
  ];
  const found = all.map(({ slug, was, becomes }) => {
    const now = live.functions.get(slug);
    return { slug, is: placeOf(now, was, becomes) };
  });
  const named = (place: string): readonly string[] =>
    found.flatMap(({ slug, is }) => (is === place ? [slug] : []));
  const [old, fresh, neither] = [named("old"), named("new"), named("neither")];
  const is = old.length === all.length ? "old" : fresh.length === all.length ? "new" : "mixed";
  const said = sentenceOf(all.length, { old, fresh, neither });
  return { is, said, live, saying: is === "mixed" ? mixed(said) : saying(said) };
}

function placeOf(
  now: LiveFunction | undefined,
  was: LiveFunction | undefined,
  becomes: FunctionState | null,
): "old" | "new" | "neither" {
  if (isAs(now, becomes)) return "new";
  // Sources that nobody can read are the same as long as nobody has deployed.
  const untouched =
    now !== undefined &&
    was !== undefined &&
    isSameBundle(now.listed, was.listed) &&
    digest(now.state.settings) === digest(was.state.settings);
  return sameState(now?.state ?? null, was?.state ?? null) || untouched ? "old" : "neither";
}

interface Places {
  readonly old: readonly string[];
  readonly fresh: readonly string[];
  readonly neither: readonly string[];
}

function sentenceOf(n: number, { old, fresh, neither }: Places): string {
  if (old.length === n) return `Supabase says that live is wholly what it was: ${n} of ${n} functions.`;
  if (fresh.length === n) return `Supabase says that live is wholly the new set: ${n} of ${n} functions.`;
  const parts = [
    ...(fresh.length === 0 ? [] : [`new: ${fresh.join(", ")}`]),
    ...(old.length === 0 ? [] : [`as before: ${old.join(", ")}`]),
    ...(neither.length === 0 ? [] : [`neither of both: ${neither.join(", ")}`]),
  ];
  return `Supabase says that live is mixed (${parts.join("; ")}).`;
}

/** Adds a sentence to an error, which stays the one that it is. */
export function saying(said: string): (error: UserError) => UserError {
  return (error) =>
    new UserError(error.code, `${error.message.replace(/[.\s]*$/, ".")} ${said}`, error.fix, {
      cause: error.cause,
    });
}

function mixed(said: string): (error: UserError) => UserError {
  return (error) =>
    new UserError(
      error.code === "PR441" ? "PR441" : "PR445",
      `${error.message.replace(/[.\s]*$/, ".")} ${said}`,
      "The chain's rollback puts them back. Standing alone: run again, it goes on where this stopped; or deploy " +
        `the former commit. ${error.fix}`,
      { cause: error.cause },
    );
}
