import type { Live } from "../world/live.ts";
import { sorted } from "./sorted.ts";

/** What became of one component between before, peak (just before an undo) and after. */
export interface Change {
  readonly kind: "function" | "web" | "served" | "ledger";
  /** The function's slug, the origin; empty where there is only one. */
  readonly name: string;
  readonly before: Value | undefined;
  readonly peak: Value | undefined;
  readonly after: Value | undefined;
  /** Whether it was ever other than before. */
  readonly changed: boolean;
  /** What changed, in words. */
  readonly words: string;
}

/** What is live of a component: its identity, and for a function its settings. */
export interface Value {
  readonly identity: string;
  readonly settings: unknown;
}

/** How the words of a change end that was undone. */
export const putBack = "then put back";

/** Every component that is live before, after or at the peak: functions, web, served, ledger, each sorted by name. */
export function changesOf(before: Live, peak: Live | undefined, after: Live): readonly Change[] {
  const moments = [before, ...(peak ? [peak] : []), after];
  return namesOf(moments).map(({ kind, name }) => {
    const was = valueOf(before, kind, name);
    const is = valueOf(after, kind, name);
    const between = peak && valueOf(peak, kind, name);
    const changed = !same(was, is) || (peak !== undefined && !same(was, between));
    const words = peak ? undoneWords(kind, was, between, is) : changeWords(was, is);
    return { kind, name, before: was, peak: between, after: is, changed, words };
  });
}

type Component = Pick<Change, "kind" | "name">;

function namesOf(moments: readonly Live[]): readonly Component[] {
  const names = (of: (live: Live) => object): readonly string[] =>
    [...new Set(moments.flatMap((live) => Object.keys(of(live))))].sort();
  return [
    ...names((live) => live.functions).map((name) => ({ kind: "function" as const, name })),
    { kind: "web", name: "" },
    ...names((live) => live.served).map((name) => ({ kind: "served" as const, name })),
    { kind: "ledger", name: "" },
  ];
}

function valueOf(live: Live, kind: Change["kind"], name: string): Value | undefined {
  if (kind === "function") {
    const found = own(live.functions, name);
    return found && { identity: found.digest, settings: found.settings };
  }
  const identity = kind === "served" ? own(live.served, name) : live[kind];
  return identity === null || identity === undefined ? undefined : { identity, settings: undefined };
}

function own<T>(record: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function same(one: Value | undefined, other: Value | undefined): boolean {
  return one?.identity === other?.identity && settingsOf(one) === settingsOf(other);
}

function settingsOf(value: Value | undefined): string {
  return JSON.stringify(sorted(value?.settings ?? null));
}

function changeWords(was: Value | undefined, is: Value | undefined): string {
  if (same(was, is)) return "unchanged";
  if (!was) return "added";
  if (!is) return "removed";
  if (is.settings === undefined) return "changed";
  if (was.identity === is.identity) return "settings changed";
  return settingsOf(was) === settingsOf(is) ? "code changed" : "code and settings changed";
}

function undoneWords(
  kind: Change["kind"],
  was: Value | undefined,
  peak: Value | undefined,
  is: Value | undefined,
): string {
  const up = changeWords(was, peak);
  if (up === "unchanged") return same(was, is) ? "unchanged" : `${changeWords(was, is)} by the undo`;
  if (same(was, is)) return `${up}, ${putBack}`;
  if (!same(peak, is)) return `${up}, then became something else`;
  return kind === "ledger" ? `${up}; the schema never goes back by itself` : `${up}, not put back`;
}
