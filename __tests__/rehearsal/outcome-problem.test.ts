import { expect, test } from "@jest/globals";
import { type Told, problemOf } from "../../scripts/outcome-problem.ts";
import { type Expected, outcomeTable } from "../../scripts/outcome-table.ts";

const [old, fresh] = [
  { web: "dpl_1", functions: { a: 1 }, ledger: "0007" },
  { web: "dpl_2", functions: { a: 2 }, ledger: "0012" },
];
const jobs = { migrate: "success", run: "success", outcome: "released" };
const sought = { secrets: 3, places: [], found: [] };
const released: Told = {
  outcome: "released",
  seconds: 1,
  jobs,
  before: old,
  after: fresh,
  secrets: [sought],
};
const expected = (more: Partial<Expected> = {}): Expected => {
  return { flags: "", outcome: "released", status: 0, live: "new", ...more };
};
const problem = (wanted: Expected, told: Partial<Told> = {}, status = 0): string | undefined =>
  problemOf(wanted, { status, out: "vercel rollback", told: { ...released, ...told } });

test("an outcome, an exit status and an earlier outcome must be the expected ones", () => {
  expect(problem(expected())).toBeUndefined();
  expect(problem(expected({ outcome: "held" }))).toBe("expected held");
  expect(problem(expected(), {}, 2)).toBe("expected exit 0");
  expect(problem(expected({ earlier: "held" }))).toBe("expected held before, not undefined");
  expect(problemOf(expected(), { status: 70, out: "", told: undefined })).toBe("no JSON, exit 70");
});

test("what is live is compared without the ledger, which does not go back", () => {
  const back = { outcome: "rolled-back", after: { ...old, ledger: "0012" }, peak: fresh };
  const wanted = expected({ outcome: "rolled-back", live: "as before" });
  expect(problem(wanted, back)).toBeUndefined();
  expect(problem(wanted, { ...back, after: fresh, peak: old })).toBe("what is live is not what was before");
  expect(problem(wanted, { ...back, peak: old })).toBe("the peak is what was before");
  expect(problem(expected(), { after: old })).toBe("nothing new is live");
});

test("what was undone only in part is what was new", () => {
  const wanted = expected({ live: "as at its peak" });
  expect(problem(wanted, { peak: fresh })).toBeUndefined();
  expect(problem(wanted, { peak: { ...fresh, web: "dpl_1" } })).toBe("what is live is not what was new");
  expect(problem(wanted, { peak: old, after: old })).toBe("what is live is not what was new");
});

test("a rehearsal that has told a secret, or has looked for none, is red", () => {
  const finding = { secret: "HOST_TOKEN", how: "plain", place: "summary", where: "deploy-web" };
  const told = problem(expected(), { secrets: [sought, { ...sought, found: [finding] }] });
  expect(told).toBe("1 secret told: HOST_TOKEN (plain) in summary: deploy-web");
  expect(problem(expected(), { secrets: [] })).toBe("no secret was looked for");
  expect(problem(expected(), { secrets: [sought, { ...sought, secrets: 0 }] })).toBe(
    "no secret was looked for",
  );
});

test("a ledger, results of jobs and words of the report are asked where a row names them", () => {
  expect(problem(expected({ ledger: "0012", jobs: { migrate: "success" }, says: "vercel rollback" }))).toBe(
    undefined,
  );
  expect(problem(expected({ ledger: "0008" }))).toBe("the ledger ends with 0012, not 0008");
  expect(problem(expected({ jobs: { migrate: "failure" } }))).toBe("migrate is success, not failure");
  expect(problem(expected({ says: "undo it by hand" }))).toBe("nothing is said of «undo it by hand»");
});

test("no two rows play the same", () => {
  const flags = outcomeTable.map((row) => row.flags);
  expect(new Set(flags).size).toBe(flags.length);
});
