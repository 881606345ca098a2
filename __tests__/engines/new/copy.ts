import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../../..");

/** What a test of the copy came to: its name, and why it is red. */
export interface Told {
  readonly name: string;
  readonly passed: boolean;
  readonly why: string;
}

/** The repository as somebody has it who adds to it: its sources, and what `npm ci` installs. */
export interface Copy {
  readonly folder: string;
  read(file: string): string;
  /** Puts a text in the place of another that must be there. */
  fillIn(file: string, what: string | RegExp, text: string): void;
  /** What a program of it prints. @throws {Error} with all that it said, where it fails. */
  run(...args: readonly string[]): Promise<string>;
  /** Its tests whose file and name fit. */
  test(files: readonly string[], name: string): Promise<readonly Told[]>;
  remove(): void;
}

const left = /^(?:\.git|\.cache|\.rehearsal|coverage|dist|lib|node_modules)$|(?:^|\/)node_modules$/;

export function copyOfRepository(): Copy {
  const folder = mkdtempSync(join(tmpdir(), "prism-copy-"));
  cpSync(root, folder, { recursive: true, filter: (path) => !left.test(relative(root, path)) });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  const read = (file: string): string => readFileSync(join(folder, file), "utf8");
  const run: Copy["run"] = (...args) =>
    new Promise((done, failed) => {
      execFile(process.execPath, args, { cwd: folder, maxBuffer: 64e6 }, (error, stdout, stderr) =>
        error === null ? done(stdout) : failed(new Error(`${stdout}\n${stderr}`)),
      );
    });
  return {
    folder,
    read,
    fillIn: (file, what, text) => {
      const before = read(file);
      const after = before.replace(what, () => text);
      if (after === before) throw new Error(`${file} has nothing like ${String(what)}`);
      writeFileSync(join(folder, file), after);
    },
    run,
    test: async (files, name) => {
      const out = join(folder, "told.json");
      const jest = ["--experimental-vm-modules", "--no-warnings", "node_modules/jest/bin/jest.js"];
      await run(...jest, ...files, "-t", name, "--json", "--outputFile", out).catch(() => undefined);
      return toldIn(readFileSync(out, "utf8"));
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

interface JestSaid {
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/** A file that cannot be loaded has no tests, and fails with its own message. */
function toldIn(json: string): readonly Told[] {
  const { testResults } = JSON.parse(json) as JestSaid;
  return testResults.flatMap(({ message, assertionResults }) => {
    if (assertionResults.length === 0 && message !== "")
      return [{ name: "(a file)", passed: false, why: message }];
    return assertionResults.flatMap(({ fullName, status, failureMessages }) =>
      status === "passed" || status === "failed"
        ? [{ name: fullName, passed: status === "passed", why: failureMessages.join("\n") }]
        : [],
    );
  });
}
