import { afterEach, expect, test } from "@jest/globals";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { childrenFolder } from "../../../rehearsal/secrets/canary-child.ts";
import { overhearChildren, overheardIn } from "../../../rehearsal/secrets/overhear-children.ts";

const folder = mkdtempSync(join(tmpdir(), "prism-secrets-"));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Starts a program in two ways, and by a text a third one. */
const action = `import { execFile, spawn } from "node:child_process";
spawn("true", ["one"], { env: { A: "1" } });
execFile("true", ["two"]);
spawn(process.execPath, ["--input-type=module", "--eval", 'import { spawn } from "node:child_process"; spawn("false", [], { env: { B: "2" } });'], { env: {} });
`;

test("each program that an action starts is written down with its whole environment, by whom ever it is started", async () => {
  const program = join(folder, "action.mjs");
  writeFileSync(program, action);
  const options = await overhearChildren(folder);
  const env = { PATH: process.env["PATH"], GITHUB_ENV: "/files/env", CANARY_ACCOUNT: "secret" };
  execFileSync(process.execPath, [...options, program], { env });
  expect([...(await overheardIn(folder))].sort()).toEqual(["false", "node", "true"]);
  const seen = readdirSync(join(folder, childrenFolder)).map(
    (name) =>
      JSON.parse(readFileSync(join(folder, childrenFolder, name), "utf8")) as { argv: string[]; env: object },
  );
  const of = (...argv: readonly string[]) => seen.find((one) => one.argv.slice(-1)[0] === argv.at(-1));
  expect(of("one")).toEqual({ argv: ["true", "one"], env: { A: "1" } });
  expect(of("two")?.env).toMatchObject({ GITHUB_ENV: "/files/env", CANARY_ACCOUNT: "(accounts)" });
  expect(of("false")).toEqual({ argv: ["false"], env: { B: "2" } });
});
