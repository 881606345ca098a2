import { expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { RESULTS_VERSION } from "../supabase/functions/_shared/version.ts";

// Raised in one place only, a good release would be told as a bad one once it is live.
test("the probes of rollout.yml expect the version that the functions have", () => {
  const rollout = readFileSync(new URL("../rollout.yml", import.meta.url), "utf8");
  const expected = [...rollout.matchAll(/(?:x-results-version|results_version): (\S+?)[,\s}]/g)].map(
    ([, version]) => version,
  );
  expect(expected.length).toBeGreaterThan(0);
  expect([...new Set(expected)]).toEqual([RESULTS_VERSION]);
});
