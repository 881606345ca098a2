import { expect, test } from "@jest/globals";
import { rehearse } from "../support/rehearse.ts";

const patience = 90_000;
/** What the app's own tests, lint and types say is played once, by the healthy release. */
const played = (...args: readonly string[]) =>
  rehearse("--approve", "all", "--skip", "commands", ...args, "--json");
const results = (told: { phases: readonly { name: string; result: string }[] } | undefined) =>
  Object.fromEntries((told?.phases ?? []).map(({ name, result }) => [name, result]));

test.concurrent(
  "a migration that fails holds the release: what was applied stays recorded, nothing else is changed",
  async () => {
    const { status, json } = await played("--fail", "migrate");
    expect({ status, outcome: json?.outcome }).toEqual({ status: 2, outcome: "held" });
    expect(json?.before).toMatchObject({ ledger: "0007" });
    expect(json?.after).toEqual({ ...json?.before, ledger: "0008" });
    expect(results(json)).toMatchObject({ migrate: "failure", "deploy-functions": "skipped" });
  },
  patience,
);

test.concurrent(
  "a rejection at the first gate stops the release with nothing changed, also where all is approved",
  async () => {
    const { status, json } = await played("--reject", "migrate");
    expect({ status, outcome: json?.outcome }).toEqual({ status: 4, outcome: "stopped" });
    expect(json?.after).toEqual(json?.before);
  },
  patience,
);

test.concurrent(
  "tests that fail on production undo it; where the host refuses, what the new site needs stays and the command is named",
  async () => {
    const { status, json, out } = await played("--fail", "smoke,rollback");
    expect({ status, outcome: json?.outcome }).toEqual({ status: 3, outcome: "partly-rolled-back" });
    expect(json?.after).toEqual(json?.peak);
    expect(json?.after["web"]).not.toEqual(json?.before["web"]);
    expect(out).toContain("vercel rollback");
  },
  patience,
);
