import { expect, test } from "@jest/globals";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { errorCodes } from "../../kit/errors/codes.ts";
import { errorHelp } from "../../scripts/generate/errors/help.ts";
import { neverGiven } from "../../scripts/generate/errors/form.ts";
import { root } from "./workflow-files.ts";

/** The codes that some part of the suite throws. */
function given(): ReadonlySet<string> {
  const sources = ["actions", "cli", "kit", "rehearsal"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && !name.endsWith("codes.ts"))
      .map((name) => readFileSync(join(root, folder, name), "utf8")),
  );
  return new Set(sources.flatMap((text) => [...text.matchAll(/"(PR\d{3})"/g)].map(([, code = ""]) => code)));
}

test("a code is told to be given by nobody exactly where nobody gives it", () => {
  const codes = Object.keys(errorCodes) as (keyof typeof errorCodes)[];
  const told = codes.filter((code) => errorHelp[code].when === neverGiven);
  const thrown = given();
  expect(told).toEqual(codes.filter((code) => !thrown.has(code)));
});

test("what to do is a sentence of its own for each code", () => {
  const fixes = Object.values(errorHelp).map(({ fix }) => fix);
  expect(new Set(fixes).size).toBe(fixes.length);
  for (const fix of fixes) expect(fix).toMatch(/^.{20,}[.)`]$/s);
});
