import { describe, expect, test } from "@jest/globals";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { textOf as issueText } from "../../actions/rollback/issue/text.ts";
import { explain } from "../../kit/action/fail.ts";
import { asText } from "../../kit/action/live-log.ts";
import { masksOf } from "../../kit/action/mask.ts";
import { readInputs } from "../../kit/action/read-inputs.ts";
import { renderReport } from "../../kit/action/report.ts";
import { parseConfig } from "../../kit/config/config.ts";
import { UserError, describe as messageOf } from "../../kit/errors/user-error.ts";
import { judge } from "../../kit/judge/judge.ts";
import { loadParser } from "../../kit/judge/parser.ts";
import { packageManagerOf } from "../../kit/parts/checks/package-scripts.ts";
import { keepReport } from "../../kit/parts/checks/kept/keep-report.ts";
import { scrubDocument } from "../../kit/parts/checks/kept/scrub-trace.ts";
import { scrubber } from "../../kit/parts/checks/kept/scrubber.ts";
import { readReport } from "../../kit/parts/checks/playwright-report.ts";
import { takeBlobs } from "../../kit/parts/checks/take-blobs.ts";
import { loadSnapshot } from "../../kit/parts/functions/snapshot/snapshot.ts";
import { readSite } from "../../kit/parts/web/artifact.ts";
import { encoded } from "../../kit/ports/encoded.ts";
import { type Form, misfit } from "../../kit/ports/misfit.ts";
import { writeZip } from "../../kit/ports/write-zip.ts";
import { localRecord } from "../../kit/release/record/local-record.ts";
import { approvedPlan } from "../../kit/release/plan/planned.ts";
import { intend } from "../../kit/release/record/receipt.ts";
import { statementOf } from "../../kit/release/evidence/statement.ts";
import { verifyStatement } from "../../kit/release/evidence/verify.ts";
import { runContext } from "../../kit/ports/github.ts";
import { specs } from "../../scripts/specs.ts";
import { elements } from "../support/rendered.ts";
import { planOf, whole } from "../support/planned-release.ts";

// What `npm run fuzz` found, each as small as it was made, and mended since.

const folderWith = async (files: Readonly<Record<string, string | Uint8Array>>): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "found-"));
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return folder;
};
const refusal = { code: expect.stringMatching(/^PR\d{3}$/) };
const refusedBy = (work: () => unknown): string => {
  try {
    work();
    return "";
  } catch (error) {
    expect(error).toMatchObject(refusal);
    return (error as Error).message;
  }
};

describe("rollout.yml", () => {
  test("a file that is wrong at every letter is refused in as many words as one reads", () => {
    expect(refusedBy(() => parseConfig("{".repeat(60_000), "rollout.yml", "", specs)).length).toBeLessThan(
      8000,
    );
    const many = Array.from({ length: 300 }, (_, index) => `key-${index}: 1`).join("\n");
    const config = parseConfig(many, "rollout.yml", "", specs);
    const message = refusedBy(() => readInputs("plan", {}, () => "", config));
    expect(message).toContain("300 inputs are wrong");
    expect(message).toContain("and 260 more");
    expect(message.length).toBeLessThan(30_000);
  });

  test("what a message quotes of a file is as long as an annotation has room for", () => {
    const { message } = explain(new UserError("PR101", "x".repeat(100_000), "Mend it."));
    expect(message.length).toBeLessThan(21_000);
  });

  test("a file that is nested deeper than a stack is refused in words", () => {
    // Where a stack ends depends on what stands on it.
    expect(refusedBy(() => parseConfig("- ".repeat(20_000), "rollout.yml", "", specs))).toMatch(
      /rollout\.yml/,
    );
  });
});

test("a package manager that is no text is none", async () => {
  const root = await folderWith({ "package.json": '{"packageManager":{"toString":[]}}', "yarn.lock": "" });
  expect(await packageManagerOf(root)).toBe("yarn");
});

describe("a page and a log", () => {
  test("a reason of nothing makes no line across the page", () => {
    expect(elements(renderReport("plan", { verdict: "pass", reason: "", next: "x" }))).not.toContain(
      "<hr />",
    );
  });

  test("what the record calls a commit is no markup in an issue", () => {
    const told = {
      target: "production",
      release: "r",
      commit: "<img src=x>",
      outcome: "rolled-back",
    } as const;
    const text = issueText(
      { ...told, because: "x", next: "y", runUrl: "https://example.com", rows: [], timeline: [], now: "now" },
      [],
    );
    expect(elements(text.replace(/^<!--.*-->/, "")).filter((one) => one.startsWith("<img"))).toEqual([]);
  });

  test("a line behind a sign that only the runner takes for a blank is no command", () => {
    expect(asText("\u0085::error::x")).not.toContain("::error");
    expect(asText(" \u0085\t::error::x")).not.toContain("::error");
  });

  test("a log's line of nothing but ends of lines is read in one go", () => {
    const began = performance.now();
    asText("\u2028".repeat(100_000));
    // Each of them begins a line: seconds where the rest was read again from each.
    expect(performance.now() - began).toBeLessThan(1000);
    expect(asText("\u2028::error::x")).not.toContain("::error");
    expect(asText("\r::error::x")).not.toContain("::error");
  });

  test.each([" ", "\r", "\u2028"])(
    "what was thrown and is nothing but %j is told in one go",
    async (blank) => {
      const parser = await loadParser();
      const began = performance.now();
      renderReport("plan", {
        verdict: "error",
        reason: messageOf(new Error(blank.repeat(60_000))),
        next: "x",
      });
      judge(parser, [{ path: "0001_x.sql", text: `${blank.repeat(60_000)}-- x` }]);
      expect(performance.now() - began).toBeLessThan(1000);
    },
  );

  test("code ends with its line, whichever sign ends that", () => {
    const rows = [["", "`\r**<b>** `<i>`"]];
    const tables = [{ title: "", columns: ["a", "b"], rows }];
    const page = renderReport("plan", { verdict: "pass", reason: "", next: "x", tables });
    expect(elements(page).filter((one) => /^<[bi]>/.test(one))).toEqual([]);
  });

  test("what is hardly an address of somebody is no link", () => {
    const page = renderReport("plan", { verdict: "pass", reason: "+@.A a@b-c.de", next: "x" });
    expect(elements(page).filter((one) => one.startsWith("<a"))).toEqual([]);
  });

  test("half of a letter is encoded, and masked, as the sign for what cannot be read", () => {
    expect(encoded("a/\ud800")).toBe("a%2F%EF%BF%BD");
    expect(masksOf("secret\udfff")).toContain("secret\udfff");
  });
});

describe("what is downloaded", () => {
  const approval = { planDigest: "x", plan: "plan.json" };
  const context = runContext({});

  test.each([
    ["a part that is null", { parts: [null] }, "parts.0 is no object"],
    ["sayings that are none", { parts: [{ ...whole[0], says: [{}] }] }, "parts.0.says.0 is no text"],
  ])("a plan with %s is refused, naming the place", async (_, more, place) => {
    const root = await folderWith({ "plan.json": JSON.stringify({ ...planOf(whole), ...more }) });
    await expect(approvedPlan({ root, context }, approval)).rejects.toMatchObject({
      code: "PR106",
      message: expect.stringContaining(place),
    });
  });

  test("a snapshot and an artifact without what is read of them are refused", async () => {
    const snapshot = { schema: "prism-rollout/snapshot@1", project: "x", functions: { hello: {} } };
    const artifact = { schema: "prism-rollout/artifact@1", files: [null] };
    const root = await folderWith({
      "snapshot.json": JSON.stringify(snapshot),
      "artifact.json": JSON.stringify(artifact),
    });
    await expect(loadSnapshot(join(root, "snapshot.json"))).rejects.toMatchObject({ code: "PR106" });
    await expect(readSite(root)).rejects.toMatchObject({ code: "PR106" });
  });

  test("receipts behind a line that was cut are read", async () => {
    const intent = {
      release: "r",
      phase: "migrate",
      attempt: 1,
      before: null,
      intended: 1,
      approvedBy: [],
    } as const;
    const one = intend({ ...intent, component: "0008" }, undefined);
    const folder = await folderWith({ "receipts.jsonl": `{"cut":\nnull\n${JSON.stringify(one)}\n` });
    expect(await localRecord(folder).receipts("r")).toEqual([one]);
  });

  test("a blob report of a thousand million parts is none", async () => {
    const event = { method: "onBlobReportMetadata", params: { shard: { current: 1, total: 1e9 } } };
    const content = Buffer.from(`${JSON.stringify(event)}\n`);
    const folder = await folderWith({ "a.zip": writeZip([{ path: "report.jsonl", content }]) });
    expect(await takeBlobs(folder, join(folder, "to"))).toEqual({
      why: "a.zip is no blob report of Playwright",
    });
  });

  test("evidence of another kind does not hold", () => {
    const facts = {
      release: "r",
      target: "t",
      commit: "c",
      repository: "acme/prism",
      run: "u",
      outcome: "held",
    };
    const lists = { phases: [], reviews: [], looks: [], undone: [], timeline: [], receipts: [] };
    const statement = statementOf({ ...facts, because: "x", digests: {}, ...lists });
    expect(verifyStatement(statement).problems).toEqual([]);
    expect(verifyStatement({ ...statement, predicateType: "another" }).problems).not.toEqual([]);
    // Whose schema is no text, and deeper than a stack.
    const schema: unknown = JSON.parse("[".repeat(9000) + "]".repeat(9000));
    expect(verifyStatement({ ...statement, predicate: { schema } }).problems).not.toEqual([]);
  });
});

describe("Playwright's report", () => {
  const deep = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;
  const none = { secrets: [], names: [] };

  test.each(['{"suites":[null]}', '{"errors":[7]}', '{"suites":[{"specs":[{"title":1}]}]}', deep])(
    "one that is none is said to be none (%#)",
    (text) => expect(readReport(text)).toBeUndefined(),
  );

  test("one that is nested deeper than a stack is scrubbed to its depth, and kept", async () => {
    const text = `{"config":${deep},"body":"aGVsbG8=","suites":[]}`;
    const folder = await folderWith({});
    await keepReport({ name: "staged", text, tests: [] }, folder, none);
    expect(scrubDocument(deep, scrubber(["canary-secret"]))).not.toBe(deep);
  });
});

test("what does not fit is named by its place, and no depth ends the stack", () => {
  const form = {
    fields: { a: { each: { fields: { b: "text" } } }, c: { maybe: "number" }, d: { orNull: "flag" } },
  } as const;
  expect(misfit({ a: [{ b: "x" }], d: null }, form)).toBeUndefined();
  expect(misfit({ a: [{ b: "x" }, { b: 1 }], d: null }, form)).toBe("a.1.b is no text");
  expect(misfit({ a: [] }, form)).toBe("d is no true or false");
  expect(misfit(JSON.parse('{"a":[],"d":null,"__proto__":{"c":"x"}}'), form)).toBeUndefined();
  const nested: unknown = JSON.parse("[".repeat(5000) + "]".repeat(5000));
  const lists = (): Form => ({ each: lists });
  expect(misfit(nested, lists)).toContain("nested too deep");
});
