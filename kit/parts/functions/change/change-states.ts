import type { ListedFunction } from "../../../providers/supabase/functions-api.ts";
import type { Json } from "../../../release/canonical.ts";
import { bundleMark } from "../live/bundle-mark.ts";
import type { Done } from "../continue-plan.ts";
import type { Live, LiveFunction } from "../live/inspect-live.ts";
import { type Change, type Inspected, json } from "../plan-functions.ts";
import type { FunctionState } from "../declared/source.ts";

/** What is to be changed, what is to be taken away, and what an earlier attempt has done of both. */
export interface Work extends Pick<Inspected, "changes" | "removals" | "besides"> {
  readonly done: readonly Done[];
}

export type States = Readonly<Record<string, Json>>;

/** What a receipt says was live, and is to be. */
export function statesOf(
  { changes, removals, besides, done }: Work,
  ready: readonly ListedFunction[],
): { before: States; intended: States } {
  const of = (state: (change: Change) => Json): States =>
    Object.fromEntries(changes.map((change) => [change.slug, state(change)]));
  const gone = removals.map(({ slug, live }) => [slug, formerOf(live)] as const);
  const stay = Object.fromEntries(besides.map(({ slug, live }) => [slug, formerOf(live)]));
  const earlier = (state: (one: Done) => Json): States =>
    Object.fromEntries(done.map((one) => [one.slug, state(one)]));
  return {
    before: {
      ...stay,
      ...of(({ live }) => formerOf(live)),
      ...Object.fromEntries(gone),
      ...earlier(({ was }) => was),
    },
    intended: {
      ...stay,
      ...of(({ slug, wanted }) =>
        marked(
          wanted.state,
          ready.find((one) => one.slug === slug),
        ),
      ),
      ...Object.fromEntries(gone.map(([slug]) => [slug, null])),
      ...earlier(({ becomes }) => becomes),
    },
  };
}

/** What is live of some functions, as a receipt says it. */
export function statesIn({ functions }: Live, slugs: readonly string[]): States {
  return Object.fromEntries(
    slugs.map((slug) => {
      const now = functions.get(slug);
      return [slug, now === undefined ? null : marked(now.state, now.listed)];
    }),
  );
}

/** Where its sources were not given, the mark tells which of the bundles that are kept it was. */
export function formerOf(live: LiveFunction | undefined): Json {
  if (live === undefined) return null;
  return live.state.digest === null ? marked(live.state, live.listed) : json(live.state);
}

/** By the mark of its bundle a later release knows the function without reading it. */
function marked(state: FunctionState, listed: ListedFunction | undefined): Json {
  const bundle = listed && bundleMark(listed);
  return bundle === undefined
    ? json(state)
    : { digest: state.digest, settings: { ...state.settings }, bundle };
}
