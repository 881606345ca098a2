import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { readWanted } from "../../scripts/new/options.ts";
import { type Copy, type Told, copyOfRepository } from "./new/copy.ts";
import { fillInAll } from "./new/fill-in.ts";

const tsc = "node_modules/typescript/bin/tsc";
const make = (...args: readonly string[]): Promise<string> => copy.run("lib/scripts/new.js", ...args);

/** The suites that must see a new piece, and what each of them is red for as long as it is only laid out. */
const suites: readonly (readonly [name: string, files: readonly string[], red: RegExp, fillable: boolean])[] =
  [
    [
      "acme",
      ["__tests__/kit/providers/cdns/contract.test.ts"],
      /acme purges nothing yet, not .*: write purge\(\) in kit\/providers\/cdns\/acme\/acme\.ts/,
      true,
    ],
    [
      "counting",
      ["__tests__/kit/providers/logs/contract"],
      /counting counts nothing yet.*: write tally\(\) in kit\/providers\/logs\/counting\/counting\.ts/,
      true,
    ],
    [
      "hosty",
      [
        "__tests__/kit/providers/hosts/contract.test.ts",
        "__tests__/kit/providers/hosts/api-contract.test.ts",
      ],
      /hosty has no stand-in yet: rehearsal\/stand-ins\/hosty/,
      true,
    ],
    [
      "boardy",
      ["__tests__/kit/providers/dashboards/contract.test.ts"],
      /boardy has no stand-in yet: rehearsal\/stand-ins\/boardy/,
      false,
    ],
    [
      "it does what it says",
      ["__tests__/actions/tidy-up"],
      /tidy-up does nothing yet: actions\/tidy-up\/tidy-up\.ts/,
      true,
    ],
    ["no-comments", ["__tests__/kit/judge/no-comments"], /Expected value: .*"no-comments"/, true],
    [
      "every generated file|every folder in actions",
      ["__tests__/contract/generated-files", "__tests__/house.test.ts"],
      /npm run generate|README\.md/,
      true,
    ],
  ];

let copy: Copy;
let before: ReadonlyMap<string, readonly Told[]>;

/** All in one start of jest, told apart by the beginning of each name. */
async function play(of: typeof suites): Promise<ReadonlyMap<string, readonly Told[]>> {
  const files = of.flatMap(([, own]) => own);
  const told = await copy.test(files, `^(?:${of.map(([name]) => name).join("|")})`);
  const ofName = (name: string) =>
    told.filter((one) => new RegExp(`^(?:${name}|\\(a file\\))`).test(one.name));
  return new Map(of.map(([name]) => [name, ofName(name)]));
}

/** All of them in one copy: none is in another's way. */
beforeAll(async () => {
  copy = copyOfRepository();
  await copy.run(tsc);
  await make("provider", "acme");
  await make("provider", "counting", "--kind", "logs");
  await make("provider", "hosty", "--kind", "host");
  await make("provider", "boardy", "--kind", "dashboard");
  await make("action", "tidy-up");
  await make("rule", "no-comments");
  // What is laid out compiles, strictly.
  await copy.run(tsc);
  await copy.run(tsc, "--noEmit", "-p", "tsconfig.tests.json");
  before = await play(suites);
}, 600_000);
afterAll(() => copy.remove());

test.each(suites)("%s: what is only laid out is red, and says where to go on", (name, _, red) => {
  const failed = (before.get(name) ?? []).filter(({ passed }) => !passed);
  expect(failed.length).toBeGreaterThan(0);
  expect(failed.filter(({ why }) => !red.test(why)).map(({ name: which, why }) => [which, why])).toEqual([]);
});

test("what comes near a rule that never hits is green from the beginning", () => {
  const names = (before.get("no-comments") ?? []).filter(({ passed }) => passed).map(({ name }) => name);
  expect(names).toEqual(["no-comments leaves alone: create table a (id int)"]);
});

test("a second piece of the same name is refused, and nothing is written", async () => {
  const table = copy.read("kit/providers/cdns/cdns.ts");
  await expect(make("provider", "acme")).rejects.toThrow("kit/providers/cdns/acme/acme.ts");
  expect(copy.read("kit/providers/cdns/cdns.ts")).toBe(table);
  await expect(make("rule", "again", "--statement", "CreateFunctionStmt")).rejects.toThrow(
    "by a row of its own",
  );
  expect(existsSync(join(copy.folder, "kit/judge/checks/check-again.ts"))).toBe(false);
});

test.each([
  [[], "say what is to be made"],
  [["plugin", "x"], "there is no new plugin"],
  [["action"], "action takes one name"],
  [["action", "Bad_Name"], "is no name"],
  [["provider", "new"], "is a word of the language"],
  [["provider", "x", "--kind", "cloud"], "--kind is one of cdn, host, logs, dashboard"],
  [["rule", "x", "--axis", "nope"], "--axis is one of"],
  [["rule", "x", "--statement", "nope"], "--statement is a node"],
  [["rule", "x", "--force"], "Unknown option"],
])("%j is refused in one line, with what can be said", (args, wrong) => {
  const read = readWanted(args);
  expect("wrong" in read ? read.wrong : read).toContain(wrong);
});

test("filled in and generated, each is green", async () => {
  fillInAll(copy);
  await copy.run(tsc);
  await copy.run("lib/scripts/generate.js");
  const due = suites.filter(([, , , fillable]) => fillable);
  const after = await play(due);
  for (const [name] of due) {
    const told = after.get(name) ?? [];
    expect(told.length).toBeGreaterThan(0);
    expect({ name, red: told.filter(({ passed }) => !passed) }).toEqual({ name, red: [] });
  }
  expect(copy.read("docs/judge.md")).toContain("### no-comments");
  expect(copy.read("actions/tidy-up/action.yml")).toContain("../../dist/tidy-up.js");
  expect(copy.read("schemas/rollout.schema.json")).toContain('"acme"');
}, 600_000);

test("a whole release is rehearsed on a host that was laid out and filled in, by a dist/ of its own", async () => {
  await copy.run("lib/scripts/build.js");
  const words = ["--sample", "--approve", "all", "--skip", "checks", "--host", "hosty", "--json", "--quiet"];
  const told = await copy.run("lib/cli/prism-rollout.js", "rehearse", ...words);
  const { outcome, phases } = JSON.parse(told) as {
    readonly outcome: string;
    readonly phases: readonly { readonly name: string; readonly reason: string | null }[];
  };
  expect(outcome).toBe("released");
  const web = phases.find(({ name }) => name === "deploy-web");
  expect(web?.reason).toMatch(/ is live as /);
}, 900_000);

test("CONTRIBUTING names each command that is tried here", () => {
  const page = readFileSync(resolve(import.meta.dirname, "../../CONTRIBUTING.md"), "utf8");
  for (const what of ["action", "provider", "rule"]) expect(page).toContain(`npm run new -- ${what} `);
});
