import { UserError } from "../../../errors/user-error.ts";
import type { FunctionsApi, ListedFunction } from "../../../providers/supabase/functions-api.ts";
import { isSameBundle } from "../live/bundle-mark.ts";
import { isBundle } from "../live/others.ts";

/**
 * Activates; what was not answered is asked again only as long as nobody else has deployed since `shown`, the list of a
 * moment ago, where there is one.
 */
export async function activateAll(
  api: FunctionsApi,
  bundles: readonly ListedFunction[],
  shown?: readonly ListedFunction[],
): Promise<void> {
  const slugs = bundles.map(({ slug }) => slug);
  await api.activate(bundles, unlessChanged(api, slugs, shown ?? (await api.list()), bundles));
}

/** Takes functions away, each asked again on the same terms. `each` hears of one that is gone. */
export async function removeEach(
  api: FunctionsApi,
  slugs: readonly string[],
  {
    shown,
    each = () => undefined,
  }: { readonly shown?: readonly ListedFunction[]; readonly each?: (slug: string) => void } = {},
): Promise<void> {
  if (slugs.length === 0) return;
  const again = unlessChanged(api, slugs, shown ?? (await api.list()));
  for (const slug of slugs) {
    await api.remove(slug, again);
    each(slug);
  }
}

/**
 * What is to be asked before a change is sent once more: its first answer may be late by minutes, and what somebody else
 * has deployed by then is theirs. What the first one has done itself is no reason to stop.
 * @throws {UserError} PR442 naming what is theirs.
 */
function unlessChanged(
  api: FunctionsApi,
  slugs: readonly string[],
  before: readonly ListedFunction[],
  ours?: readonly ListedFunction[],
): () => Promise<void> {
  return async () => {
    const listed = await api.list();
    const others = slugs.filter((slug) => {
      const [was, now, own] = [before, listed, ours].map((some) => some?.find((one) => one.slug === slug));
      if (now === undefined) return was !== undefined && ours !== undefined;
      return ![was, own].some((one) => one !== undefined && isBundle(now, one));
    });
    if (others.length > 0) throw deployedByOthers(others);
  };
}

/** Sends a bundle back as it was; asked again on the same terms. `seen` is what it replaces, if anything. */
export async function restoreBundle(
  api: FunctionsApi,
  was: ListedFunction,
  eszip: Uint8Array,
  seen: ListedFunction | undefined,
): Promise<void> {
  await api.restore(was, eszip, seen !== undefined, async () => {
    const now = (await api.list()).find(({ slug }) => slug === was.slug);
    const isAsSeen = now === undefined || seen === undefined ? now === seen : isSameBundle(now, seen);
    const isBack = now !== undefined && now.ezbr_sha256 !== undefined && now.ezbr_sha256 === was.ezbr_sha256;
    if (!isAsSeen && !isBack) throw deployedByOthers([was.slug]);
  });
}

function deployedByOthers(slugs: readonly string[]): UserError {
  return new UserError(
    "PR442",
    `${slugs.join(", ")}: somebody else has deployed while Supabase did not answer to a change, so it was not sent again.`,
    "See who deploys to this project besides this suite; then plan again: the plan shows what is live now.",
  );
}
