import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { Ajv } from "ajv";
import { fileUri } from "../../../kit/judge/file-uri.ts";
import { asSarif } from "../../../kit/judge/sarif.ts";
import { type Court, openCourt } from "../../support/judged.ts";

let court: Court;

beforeAll(async () => {
  court = await openCourt();
});

/** The schema of SARIF 2.1.0. It is of an older draft, whose words mean the same here. */
function validator() {
  const path = createRequire(import.meta.url).resolve(
    "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json",
  );
  const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
  return new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(schema);
}

interface Log {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly Record<string, unknown>[];
  }[];
}

const sql = `
-- rollout-allow: drop-table nobody reads «it»
drop table a;
select 'ß'; drop table b; create index i on c (id);
this is no sql;`;

test("every kind of finding makes a log that the schema of SARIF 2.1.0 takes", () => {
  const findings = [...court.findings(sql.replace("this is no sql;", "")), ...court.findings(sql)];
  const notice = { text: "not replayed: there is no server", level: "warning" as const };
  const log: unknown = JSON.parse(
    asSarif({ findings, notices: [notice, { ...notice, file: "a.sql" }], uri: (file) => file }),
  );
  const isValid = validator();
  isValid(log);
  expect(isValid.errors ?? []).toEqual([]);
  isValid({ ...(log as Log), runs: [{ results: [] }] });
  expect(isValid.errors).not.toEqual([]);
});

test("a result has its rule, level, exact place and way out; what a person allowed is suppressed by the reason", () => {
  const findings = court.findings(sql.replace("this is no sql;", ""));
  const [run] = (JSON.parse(asSarif({ findings, notices: [], uri: (file) => `m/${file}` })) as Log).runs;
  const [allowed, lost, slow] = run?.results ?? [];
  expect(allowed).toMatchObject({
    ruleId: "drop-table",
    suppressions: [{ kind: "inSource", justification: "nobody reads «it»" }],
  });
  expect(lost).toMatchObject({
    ruleId: "drop-table",
    level: "error",
    message: { text: expect.stringContaining("public.b: its rows are gone for ever. Stop using it") },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: "m/0001_x.sql" },
          region: { startLine: 4, startColumn: 13, snippet: { text: "drop table b" } },
        },
      },
    ],
    partialFingerprints: { "ruleAndThing/v1": "drop-table:m/0001_x.sql:public.b" },
  });
  expect(lost).not.toHaveProperty("suppressions");
  expect(slow).toMatchObject({
    ruleId: "build-index",
    level: "warning",
    properties: { axes: ["lock_hazard"] },
  });
  for (const { ruleId, ruleIndex } of run?.results ?? [])
    expect(run?.tool.driver.rules[Number(ruleIndex)]?.id).toBe(ruleId);
});

describe("a file's URI", () => {
  test.each([
    ["m/0001 ä.sql", "/repo", "/repo", "m/0001%20%C3%A4.sql"],
    ["m/0001.sql", "/repo/app", "/repo", "app/m/0001.sql"],
    ["/repo/m/0001.sql", "/elsewhere", "/repo", "m/0001.sql"],
    ["/other/0001.sql", "/repo", "/repo", "file:///other/0001.sql"],
    ["../0001.sql", "/repo", "/repo", "file:///0001.sql"],
  ])("%s in %s, of the repository %s, is %s", (file, base, repository, uri) => {
    expect(fileUri(file, base, repository)).toBe(uri);
  });
});
