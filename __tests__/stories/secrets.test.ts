import { expect, test } from "@jest/globals";
import { searchRehearsal } from "../../rehearsal/secrets/search-rehearsal.ts";
import { problemsIn } from "../../scripts/reliability/secrets/rows.ts";
import { patience } from "./play-caller.ts";

// Forward through every phase and back again; `npm run secrets` plays the other ways in which a release ends.
test(
  "no secret stands in anything that a release leaves, there and back; a decoy does, and is found",
  async () => {
    const { report, sought, told, shadowUsed, started } = await searchRehearsal({
      env: process.env,
      fail: ["smoke"],
    });
    expect(report.outcome).toBe("rolled-back");
    expect(problemsIn(sought, report.phases)).toEqual([]);
    expect(sought.secrets).toBeGreaterThan(25);
    expect(told.length).toBeGreaterThan(0);
    expect(shadowUsed).toBe(true);
    for (const program of ["bash", "node"]) expect(started).toContain(program);
    const children = sought.places.find(({ place }) => place === "environment of a child");
    expect(children?.looked).toBeGreaterThan(3);
  },
  patience,
);
