import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parse } from "yaml";
import { writeShims } from "../../../rehearsal/act/write-shims.ts";
import { openArtifactStore } from "../../../rehearsal/player/builtins/artifact-store.ts";
import { root } from "../../contract/workflow-files.ts";

const folder = mkdtempSync(join(tmpdir(), "prism-shims-"));
const artifacts = join(folder, "artifacts");
const workspace = join(folder, "work");
const uses = ["actions/checkout@abc", "actions/upload-artifact@abc", "actions/download-artifact@abc"];
const program = pathToFileURL(join(root, "lib/rehearsal/act/shim.js")).href;
const source = { folder: join(folder, "app"), commit: "c0ffee", links: {}, env: {} };
const shims = writeShims([...uses, "acme/unknown@abc"], {
  folder: join(folder, "shims"),
  program,
  facts: { artifacts, source },
});

beforeAll(() => {
  mkdirSync(join(folder, "app"));
  writeFileSync(join(folder, "app", "page.html"), "hello");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts a shim as an engine does: the inputs it declares, the defaults included. */
function start(use: string, given: Readonly<Record<string, string>>): string {
  const at = shims.get(use) ?? "";
  const { inputs } = parse(readFileSync(join(at, "action.yml"), "utf8")) as {
    readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  };
  const output = join(folder, "output");
  writeFileSync(output, "");
  const env = Object.entries(inputs).map(([name, one]) => [
    `INPUT_${name.toUpperCase()}`,
    given[name] ?? one.default ?? "",
  ]);
  execFileSync(process.execPath, [join(at, "index.js")], {
    encoding: "utf8",
    stdio: "pipe",
    env: {
      PATH: process.env["PATH"],
      ...Object.fromEntries(env),
      GITHUB_OUTPUT: output,
      GITHUB_WORKSPACE: workspace,
      GITHUB_REPOSITORY: "acme/prism",
      GITHUB_REF: "refs/heads/main",
      GITHUB_RUN_ID: "7",
    },
  });
  return readFileSync(output, "utf8");
}

test("each third-party action that the player stands in for is an action of its own; no other is", () => {
  expect([...shims.keys()]).toEqual(uses);
});

test("a checkout, an upload and a download do in their own process what they do in the player's", () => {
  expect(start("actions/checkout@abc", {})).toContain("c0ffee");
  expect(readFileSync(join(workspace, "page.html"), "utf8")).toBe("hello");
  expect(start("actions/upload-artifact@abc", { name: "site", path: "page.html" })).toMatch(
    /artifact-id<<.*\n1\n/,
  );
  expect(openArtifactStore(artifacts).list("7")).toMatchObject([{ name: "site", size: 5 }]);
  start("actions/download-artifact@abc", { name: "site", path: "got" });
  expect(readFileSync(join(workspace, "got", "page.html"), "utf8")).toBe("hello");
});

test("what the player's stand-in refuses fails the step, with its words and no stack", () => {
  const failed = (): string => start("actions/download-artifact@abc", { name: "other" });
  expect(failed).toThrow(
    expect.objectContaining({
      stdout: expect.stringMatching(
        /^::error::Unable to download artifact\(s\): Artifact not found for name: other$/m,
      ),
      stderr: "",
    }),
  );
  expect(existsSync(join(workspace, "other"))).toBe(false);
});
