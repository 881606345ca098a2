import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020.js";
import { judge } from "../../cli/judge/judge.ts";
import { notPlayedLine } from "../../cli/rehearse/not-played.ts";
import { verify } from "../../cli/verify/verify.ts";
import { UserError } from "../../kit/errors/user-error.ts";
import { jsonLine } from "../../rehearsal/report/json.ts";
import {
  heldRelease,
  rejectedRelease,
  releasedRelease,
  rolledBackRelease,
} from "../support/invented-releases.ts";
import { paper } from "../support/paper.ts";

const root = resolve(import.meta.dirname, "../..");

type Document = Readonly<Record<string, unknown>>;

function accepts(name: string): (document: unknown) => boolean {
  const schema = JSON.parse(readFileSync(join(root, `schemas/${name}.schema.json`), "utf8")) as object;
  return new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema);
}

/** What a command prints, in a folder with one migration that is refused, advised of and allowed, and with evidence of nothing. */
async function printed(command: typeof judge, ...args: readonly string[]): Promise<Document> {
  const folder = mkdtempSync(join(tmpdir(), "prism-schemas-"));
  const sql = "create table a (id int);\ndrop table b;\n-- rollout-allow: drop-table unused\ndrop table c;\n";
  writeFileSync(join(folder, "0001_a.sql"), sql);
  writeFileSync(join(folder, "evidence.json"), "{}");
  const stdout = paper();
  const terminal = { stdout, stderr: paper(), cwd: () => folder, env: {} };
  await command([...args, "--json"], terminal as unknown as Parameters<typeof judge>[1]);
  return JSON.parse(stdout.text) as Document;
}

test("what judge prints is as its schema says, and nothing less is", async () => {
  const is = accepts("judge");
  const document = await printed(judge, ".", "--no-shadow");
  const [file] = document["files"] as readonly Document[];
  const [finding] = (file?.["findings"] ?? []) as readonly Document[];
  expect(is(document)).toBe(true);
  expect(is({ ...document, later: 1 })).toBe(true);
  expect(is({ ...document, schema: undefined })).toBe(false);
  expect(is({ ...document, schema: "prism-rollout/judge@2" })).toBe(false);
  for (const key of ["rule", "axis", "severity", "line", "column", "message", "waived"])
    expect(is({ ...document, files: [{ ...file, findings: [{ ...finding, [key]: undefined }] }] })).toBe(
      false,
    );
});

test("what verify prints is as its schema says", async () => {
  const is = accepts("verify");
  const document = await printed(verify, "evidence.json");
  expect(is(document)).toBe(true);
  expect(is({ ...document, holds: "no" })).toBe(false);
});

test("what rehearse prints last is as its schema says, however it ended", () => {
  const is = accepts("rehearsal");
  for (const release of [releasedRelease, heldRelease, rejectedRelease, rolledBackRelease])
    expect(is(JSON.parse(jsonLine(release, [{ outcome: "held" }])))).toBe(true);
  for (const known of [new UserError("PR105", "It is not there.", "Name another."), undefined])
    expect(is(JSON.parse(notPlayedLine(new Error("it broke"), known)))).toBe(true);
  const held = JSON.parse(jsonLine(heldRelease)) as Document;
  expect(is({ ...held, next: undefined })).toBe(false);
  expect(is({ ...held, outcome: "not-played" })).toBe(false);
});
