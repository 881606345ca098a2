import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PassThrough } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import { Ajv2020 } from "ajv/dist/2020.js";
import { doctor } from "../../cli/doctor/doctor.ts";
import { environments } from "../../cli/environments/environments.ts";
import { init } from "../../cli/init/init.ts";
import { judge } from "../../cli/judge/judge.ts";
import { rehearse } from "../../cli/rehearse/rehearse.ts";
import { verify } from "../../cli/verify/verify.ts";
import { type EnvironmentsWorld, environmentsWorld } from "../kit/release/environments/world.ts";
import { paper } from "../support/paper.ts";

type Env = Readonly<Record<string, string>>;

interface Command {
  readonly run: (args: readonly string[], terminal: never) => Promise<number>;
  /** Asks it for something that it can do in the folder of this test. */
  readonly asks: readonly string[];
  /** Asks for what a user has to mend; undefined where that is a line of its answer. */
  readonly wrong?: readonly string[];
  readonly refuses?: number;
}

const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ["init", { run: init, asks: ["--dry-run"], wrong: ["--supabase", "nowhere"] }],
  ["doctor", { run: doctor, asks: [] }],
  ["judge", { run: judge, asks: ["m", "--no-shadow"], wrong: ["nowhere"] }],
  ["verify", { run: verify, asks: ["evidence.json"], wrong: ["nowhere.json"] }],
  ["environments", { run: environments, asks: ["--dry-run"], wrong: ["--config", "nowhere.yml"] }],
  // What it plays, and tells on the way, has tests of its own.
  ["rehearse", { run: rehearse, asks: [], wrong: ["--config", "nowhere.yml"], refuses: 70 }],
]);

const all = [...commands.keys()];
/** Those that answer at once. */
const answering = all.filter((name) => name !== "rehearse");

let github: EnvironmentsWorld;
let env: Env;
let folder: string;
beforeAll(async () => {
  github = await environmentsWorld({ environments: [] });
  const GH_TOKEN = github.standIn.issueToken({ actions: "read", administration: "write", members: "read" });
  env = {
    PATH: process.env["PATH"] ?? "",
    GH_TOKEN,
    GITHUB_REPOSITORY: "acme/app",
    GITHUB_API_URL: github.standIn.url,
  };
  folder = mkdtempSync(join(tmpdir(), "prism-rollout-alike-"));
  const files = {
    "rollout.yml": "targets: { production: { gates: none } }\n",
    "package.json": '{ "scripts": { "build": "vite build" } }',
    "m/0001_drop.sql": "drop table notes;",
    "evidence.json": "{}",
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});
afterAll(() => github.close());

/** Runs a command of the table; `isTTY` for what it writes to, nobody types. */
async function run(
  name: string,
  args: readonly string[],
  { isTTY = false, extra = {} }: { readonly isTTY?: boolean; readonly extra?: Env } = {},
) {
  const [stdout, stderr] = [paper(), paper()].map((stream) => Object.assign(stream, { isTTY, columns: 100 }));
  const stdin = Object.assign(new PassThrough(), { isTTY: false });
  const terminal = { stdin, stdout, stderr, env: { ...env, ...extra }, cwd: () => folder };
  const status = await commands.get(name)?.run(args, terminal as never);
  return { status, out: stdout?.text ?? "", err: stderr?.text ?? "" };
}

const asking = (name: string): readonly string[] => commands.get(name)?.asks ?? [];

describe.each(all)("%s", (name) => {
  test.each(["--help", "-h"])(
    "%s tells every word that all commands have, and the exit statuses",
    async (word) => {
      const { status, out, err } = await run(name, [word]);
      expect({ status, err }).toEqual({ status: 0, err: "" });
      expect(out.split("\n")[0]).toMatch(new RegExp(`^prism-rollout ${name}\\b`));
      for (const known of ["--json", "--quiet", "--help", "exit status: 0 "]) expect(out).toContain(known);
    },
  );

  test.each([["--jsn"], ["--quiet=yes"], ["-x"]])(
    "%s is wrong usage, told in its first line",
    async (word) => {
      const { status, out, err } = await run(name, [...asking(name), word]);
      expect({ status, out }).toEqual({ status: 64, out: "" });
      expect(err.split("\n")[0]).toContain(word.replace("=yes", ""));
      expect(err).toContain(`prism-rollout ${name}`);
    },
  );

  test("a word too much is wrong usage", async () => {
    const { status, out } = await run(name, [...asking(name), "much"]);
    expect({ status, out }).toEqual({ status: 64, out: "" });
  });
});

describe.each(answering)("%s", (name) => {
  test.each([[["--json"]], [["--json", "--quiet"]], [["--json", "-q"]]])(
    "with %j there is one JSON document and no colour, whatever the terminal wants",
    async (words) => {
      const extra = { FORCE_COLOR: "1" };
      const { out, err } = await run(name, [...asking(name), ...words], { isTTY: false, extra });
      expect(JSON.parse(out)).toEqual(expect.any(Object));
      expect({ err, coloured: out.includes("\u001B") }).toEqual({ err: "", coloured: false });
    },
  );

  test("--quiet says no more than without it, and -q the same", async () => {
    const whole = await run(name, asking(name));
    const quiet = await run(name, [...asking(name), "--quiet"]);
    expect(quiet.status).toBe(whole.status);
    expect(quiet.out.length).toBeLessThanOrEqual(whole.out.length);
    expect(await run(name, [...asking(name), "-q"])).toEqual(quiet);
  });

  test.each([
    ["a pipe", false, {}, false],
    ["a terminal", true, {}, true],
    ["NO_COLOR on a terminal", true, { NO_COLOR: "1" }, false],
    ["FORCE_COLOR in a pipe", false, { FORCE_COLOR: "1" }, true],
    ["FORCE_COLOR=0 on a terminal", true, { FORCE_COLOR: "0" }, false],
  ])(
    "%s has colours where it should, and they say nothing that is not there without",
    async (_, isTTY, extra, wanted) => {
      const { out } = await run(name, asking(name), { isTTY, extra });
      expect(out.includes("\u001B[")).toBe(wanted);
      const plain = await run(name, asking(name));
      expect(stripVTControlCharacters(out)).toBe(plain.out);
    },
  );
});

test.each(all.filter((name) => commands.get(name)?.wrong !== undefined))(
  "%s tells what a user can mend with its code, what to do, and where to read on",
  async (name) => {
    const { wrong = [], refuses = 1 } = commands.get(name) ?? {};
    const { status, out, err } = await run(name, wrong);
    expect({ status, out }).toEqual({ status: refuses, out: "" });
    const [, code = ""] = /(PR\d{3}): /.exec(err) ?? [];
    expect(err.trimEnd().split("\n").at(-1)).toMatch(new RegExp(`/docs/errors\\.md#${code.toLowerCase()}$`));
    expect(err).not.toMatch(/^\s+at /m);
  },
);

test.each(answering.filter((name) => commands.get(name)?.wrong !== undefined))(
  "%s --json says where it refuses, too, in a document of its own, what it tells a person",
  async (name) => {
    const { wrong = [] } = commands.get(name) ?? {};
    const { status, out, err } = await run(name, [...wrong, "--json"]);
    const schema = JSON.parse(readFileSync("schemas/refused.schema.json", "utf8")) as object;
    const document = JSON.parse(out) as Record<"code" | "reason" | "next" | "link", string>;
    expect(new Ajv2020().validate(schema, document)).toBe(true);
    const { code, reason, next, link } = document;
    expect({ status, err }).toEqual({ status: 1, err: `${code}: ${reason}\n${next}\n${link}\n` });
  },
);
