import { expect, test } from "@jest/globals";
import { existsSync, mkdtempSync, readFileSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { verifyStatement } from "../../kit/release/evidence/verify.ts";
import { processesIn, rehearse, startRehearsal } from "../support/rehearse.ts";

const patience = 90_000;

test.concurrent(
  "a function that throws once it is live brings everything back; the schema stays; the evidence holds",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "prism-outcome-"));
    const flags = ["--approve", "all", "--skip", "checks", "--fail", "deploy-functions", "--json"];
    const { status, json } = await startRehearsal(flags, { folder }).ended;
    const { problems, predicate } = verifyStatement(
      JSON.parse(readFileSync(join(folder, ".rehearsal/evidence.json"), "utf8")),
    );
    expect({ problems, outcome: predicate?.outcome }).toEqual({ problems: [], outcome: "rolled-back" });
    expect(predicate?.receipts.filter(({ receipt }) => receipt.approvedBy.includes("ada"))).not.toEqual([]);
    expect({ status, outcome: json?.outcome }).toEqual({ status: 1, outcome: "rolled-back" });
    expect(json?.after).toEqual({ ...json?.before, ledger: "0012" });
    expect(json).toMatchObject({
      phase: "deploy-functions",
      reason: expect.any(String),
      next: expect.stringMatching(/^git revert/),
    });
    expect(json?.peak).not.toEqual(json?.after);
  },
  patience,
);

test(
  "killed with -9, a rehearsal leaves neither processes nor folders behind",
  async () => {
    const { child, temp, ended } = startRehearsal(["--approve", "all", "--skip", "checks"]);
    const begun = new Promise<void>((resolve) => {
      let out = "";
      child.stdout?.on("data", (data: Buffer) => {
        out += data.toString();
        if (/ migrate +started/.test(out)) resolve();
      });
    });
    await Promise.race([begun, ended.then(({ out, err }) => Promise.reject(new Error(`${out}${err}`)))]);
    expect(processesIn(temp).length).toBeGreaterThan(3);
    child.kill("SIGKILL");
    await ended;
    const began = Date.now();
    while (Date.now() - began < 15_000 && (processesIn(temp).length > 0 || worldsIn(temp).length > 0)) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(processesIn(temp)).toEqual([]);
    expect(worldsIn(temp)).toEqual([]);
  },
  patience,
);

test("wrong usage is told in one line, with the usage, and exits 64", async () => {
  const cases = [
    [["--fail", "migrations"], "--fail takes build"],
    [["--approve", "all", "--runs", "0"], "--runs takes a number"],
    [[], "nobody can be asked at the gates here"],
    [["--rerun", "some"], "--rerun takes failed, all"],
    [["--supersede", "migrate", "--rerun", "all"], "--supersede goes without --rerun"],
    [["--unknown"], "Unknown option '--unknown'"],
  ] as const;
  for (const [args, says] of cases) {
    const { status, err } = await rehearse(...args);
    expect({ status, first: err.split("\n")[0] }).toEqual({
      status: 64,
      first: expect.stringContaining(says),
    });
  }
});

function worldsIn(temp: string): readonly string[] {
  return existsSync(temp) ? readdirSync(temp).filter((name) => name.startsWith("prism-")) : [];
}
