import { heldIn } from "../../kit/action/held-in.ts";
import type { FunctionsInputs } from "../../kit/parts/functions/inputs.ts";
import type { FunctionsSnapshot } from "../../kit/parts/functions/snapshot/snapshot.ts";
import type { Undone } from "../../kit/parts/functions/undo/undone.ts";
import type { Reverted } from "../../kit/providers/hosts/host.ts";
import type { Component } from "../../kit/release/decision/decision.ts";
import type { Former } from "./former-sources.ts";

/** What came of one component; functions have a row each. `manual` is what a person runs for what is left. */
export interface Row {
  readonly component: Component;
  readonly name: string;
  readonly outcome: Reverted;
  readonly said: string;
  readonly manual?: string;
  /** Set where it is what it was, but does not serve. */
  readonly ill?: true;
  /** What it means for the next release. */
  readonly next?: string;
  /** What it would go back to, where that is only tried. */
  readonly target?: string;
  /** That it has no way back was in the plan, before anybody approved. */
  readonly planned?: true;
}

export function isBack({ outcome }: Row): boolean {
  return outcome === "reverted" || outcome === "already";
}

/** How much of it is back: `nothing` where nothing was left to bring back. */
export function extentOf(rows: readonly Row[]): "complete" | "partial" | "nothing" {
  if (!rows.every(isBack)) return "partial";
  return rows.some(({ outcome }) => outcome === "reverted") ? "complete" : "nothing";
}

/** A component whose way back could not even be tried. */
export function problemRow(component: Component, said: string): Row {
  const manual = "run this rollback again once that is mended";
  return { component, name: component, outcome: "failed", said, manual };
}

/** The rows of functions: each that goes back with where its sources are from, each that is left with the exact command. */
export function functionRows(
  { supabase, former = {} }: Pick<FunctionsInputs, "supabase"> & { readonly former?: Former },
  { functions }: FunctionsSnapshot,
  formerCommit: string | undefined,
): (undone: readonly Undone[]) => readonly Row[] {
  const row = ({ slug, outcome, said: what }: Undone): Row => {
    const tells = outcome === "reverted" || outcome === "irreversible";
    const said = tells && heldIn(former, slug) !== undefined ? `${what} (${heldIn(former, slug)})` : what;
    const common = { component: "functions" as const, name: slug, outcome, said };
    if (outcome === "reverted" || outcome === "already") return common;
    const { was = null, becomes } = heldIn(functions, slug) ?? {};
    if (was === null)
      return { ...common, manual: `supabase functions delete ${slug} --project-ref ${supabase} --yes` };
    const jwt = was.state.settings.verifyJwt ? "" : " --no-verify-jwt";
    // No commit of this repository has one that was pruned.
    const checkout =
      becomes === null
        ? `write the sources of ${slug} in the artifact's snapshot.json to supabase/functions/${slug}`
        : `git checkout ${formerCommit ?? "<the former commit>"}`;
    const deploy = `supabase functions deploy ${slug} --project-ref ${supabase} --use-api${jwt} --yes`;
    return { ...common, manual: `${checkout} && ${deploy}` };
  };
  return (undone) => undone.map(row);
}
