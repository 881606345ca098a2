import { expect, test } from "@jest/globals";
import { execFileSync } from "node:child_process";
import { briefly } from "../../../rehearsal/engines/brief-node.ts";

test("this Node.js starts with the options, and runs WebAssembly", () => {
  const empty = "new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))";
  const script = `console.log(process.execArgv.join(" "), String(${empty}))`;
  const said = execFileSync(process.execPath, [...briefly(), "-e", script], { encoding: "utf8" });
  expect(said).toContain(`${briefly().join(" ")} `);
  expect(said).toContain("[object WebAssembly.Module]");
});

test("a version that nobody has tried gets none", () => {
  expect([briefly("20.19.0").length, briefly("24.1.0").length, briefly("26.0.0").length]).toEqual([4, 4, 0]);
});
