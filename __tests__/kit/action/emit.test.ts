import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { emitter } from "../../../kit/action/emit.ts";

function outputs() {
  const file = join(mkdtempSync(join(tmpdir(), "prism-rollout-test-")), "output");
  writeFileSync(file, "earlier=step\n");
  const emit = emitter(file, (name, value) => appendFileSync(file, `${name}=${value}\n`));
  return { file, emit, text: () => readFileSync(file, "utf8") };
}

test("an output that is set again and again stands in the file once, with its last value", () => {
  const { emit, text } = outputs();
  emit({ started: "true" });
  for (let turn = 0; turn < 100; turn += 1) emit({ receipt: `${"x".repeat(100 - turn)}${turn}` });
  expect(text()).toBe("earlier=step\nstarted=true\nreceipt=x99\n");
});

test("what others have set meanwhile is never taken back", () => {
  const { file, emit, text } = outputs();
  emit({ receipt: "1" });
  appendFileSync(file, "other=set\n");
  emit({ receipt: "2" });
  emit({ work: "none" });
  emit({ receipt: "3" });
  expect(text()).toBe("earlier=step\nreceipt=1\nother=set\nreceipt=2\nwork=none\nreceipt=3\n");
});

test("without a file of outputs they are set all the same", () => {
  const set: string[] = [];
  const emit = emitter(undefined, (name, value) => void set.push(`${name}=${value}`));
  emit({ receipt: "1" });
  emit({ receipt: "2" });
  expect(set).toEqual(["receipt=1", "receipt=2"]);
});
