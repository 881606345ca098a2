import type { Section } from "../../action/fit.ts";
import { link, plain, table } from "../../action/markdown.ts";

/** One place: what is seen there, what the link is called, its address. */
export type Place = readonly [what: string, called: string, address: string];

/** Links that a person follows, as a piece of the page. */
export function whereToLook(title: string, places: readonly Place[]): Section {
  const rows = places.map(([what, called, address]) => [plain(what), link(called, address)]);
  return { kind: "whole", title, text: `### ${plain(title)}\n\n${table(["what", "where"], rows)}` };
}
