import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { cdnNames } from "../../kit/providers/cdns/names.ts";
import { hostNames } from "../../kit/providers/hosts/names.ts";
import { playedWebs } from "../../scripts/generate/played-webs.ts";
import { root } from "../support/rehearse.ts";

/** What the contract suite found that each host takes. */
const found = JSON.parse(readFileSync(`${root}/__tests__/golden/hosts.json`, "utf8")) as Readonly<
  Record<string, { readonly sources: string }>
>;
const taken = hostNames.flatMap((host) =>
  (found[host]?.sources ?? "").split(", ").map((source) => `${host} ${source}`),
);
const distinct = (all: readonly string[]): readonly string[] => [...new Set(all)].toSorted();

test("every host with every source that it takes, and every CDN, is played to a release or to its way back", () => {
  const played = playedWebs().filter(({ outcome }) => outcome === "released" || outcome === "rolled-back");
  expect(distinct(played.map(({ host, source }) => `${host} ${source}`))).toEqual(distinct(taken));
  expect(distinct(played.map(({ cdn }) => cdn))).toEqual(
    distinct(cdnNames.filter((name) => name !== "none")),
  );
});

test("a source that a host cannot take is played to its refusal, before anything is changed", () => {
  const refused = playedWebs().filter(({ host, source }) => !taken.includes(`${host} ${source}`));
  expect(distinct(refused.map(({ outcome }) => outcome))).toEqual(["stopped"]);
});
