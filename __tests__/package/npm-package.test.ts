import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { workflowFiles, root } from "../contract/workflow-files.ts";

interface PackageJson {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
  readonly bin: Readonly<Record<string, string>>;
}

const read = (file: string): PackageJson => JSON.parse(readFileSync(file, "utf8")) as PackageJson;
let elsewhere: string;
let files: readonly string[];
const installed = (): string => join(elsewhere, "node_modules/prism-rollout");

/** Packs as the release does, and unpacks it elsewhere with nothing beside it but what it declares. */
beforeAll(() => {
  elsewhere = mkdtempSync(join(tmpdir(), "prism-package-"));
  const args = ["pack", "--ignore-scripts", "--json", "--pack-destination", elsewhere];
  const said = execFileSync("npm", args, {
    cwd: root,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [packed] = JSON.parse(said) as [{ filename: string; files: readonly { path: string }[] }];
  files = packed.files.map(({ path }) => path);
  mkdirSync(installed(), { recursive: true });
  execFileSync("tar", ["-xzf", join(elsewhere, packed.filename), "-C", installed(), "--strip-components=1"]);
  const { dependencies, optionalDependencies } = read(join(installed(), "package.json"));
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
    const own = join(root, "node_modules", name);
    if (!existsSync(own)) continue;
    mkdirSync(dirname(join(elsewhere, "node_modules", name)), { recursive: true });
    symlinkSync(own, join(elsewhere, "node_modules", name));
  }
}, 60_000);
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

/** As `npx prism-rollout` starts it. */
function start(...args: readonly string[]) {
  const program = join(installed(), read(join(installed(), "package.json")).bin["prism-rollout"] ?? "");
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: elsewhere,
    encoding: "utf8",
    env: { PATH: process.env["PATH"], HOME: elsewhere, TMPDIR: elsewhere },
  });
  return { status, stdout, stderr };
}

test("installed elsewhere, it says what it can do", () => {
  expect(start("--help")).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("prism-rollout <command>"),
    stderr: "",
  });
  expect(start("rehearse", "--help")).toMatchObject({
    status: 0,
    stdout: expect.stringContaining("prism-rollout rehearse [options]"),
  });
});

test("a rehearsal without the sample's tools says what is missing and what to do, and leaves nothing", () => {
  const { status, stderr } = start("rehearse", "--sample", "--approve", "all");
  expect({ status, lines: stderr.trim().split("\n") }).toEqual({
    status: 70,
    lines: [
      expect.stringMatching(/PR505: The sample app's own tools \(vite, jest, Playwright\) are not installed/),
      expect.stringContaining("npm ci && npm run rehearse"),
      expect.stringContaining("docs/errors.md#pr505"),
    ],
  });
  expect(readdirSync(elsewhere).filter((name) => name.startsWith("prism-rehearsal"))).toEqual([]);
});

test("it has what the commands read, and nothing that only the repository needs", () => {
  const needed = [
    "action.yml",
    "LICENSE",
    ".github/workflows/rollout.yml",
    "dist/index.js",
    "dist/plan.js",
    "actions/plan/action.yml",
    "examples/prism/rollout.yml",
    "rehearsal/previous/previous.json",
    "schemas/rollout.schema.json",
    "lib/cli/prism-rollout.js",
    ...workflowFiles()
      .map(({ path }) => path)
      .filter((path) => path.startsWith("examples/")),
  ];
  expect(needed.filter((path) => !files.includes(path))).toEqual([]);
  const strangers = files.filter((path) =>
    /(^|\/)(node_modules|__tests__|\.rehearsal|\.cache|\.ci)\/|^lib\/scripts\/(?!specs\.js$)|^(actions|kit|cli|scripts|conformance)\/.*\.ts$|tsconfig\.tests/.test(
      path,
    ),
  );
  expect(strangers).toEqual([]);
});

test("whatever its programs import is declared, so that it is there after an install", () => {
  const { dependencies, optionalDependencies } = read(join(root, "package.json"));
  const declared = Object.keys({ ...dependencies, ...optionalDependencies });
  const imported = files
    .filter((path) => /^lib\/(cli|kit|rehearsal)\/.*\.js$/.test(path))
    .flatMap((path) => {
      const text = readFileSync(join(installed(), path), "utf8");
      return [...text.matchAll(/^(?:import|export) [^;]*?from "([^".][^"]*)";$/gm)].map(
        ([, name = ""]) => name,
      );
    });
  const packages = imported
    .filter((name) => !name.startsWith("node:"))
    .map((name) =>
      name
        .split("/")
        .slice(0, name.startsWith("@") ? 2 : 1)
        .join("/"),
    );
  expect(packages).toContain("pg");
  expect([...new Set(packages)].filter((name) => !declared.includes(name))).toEqual([]);
});
