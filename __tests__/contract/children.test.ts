import { expect, test } from "@jest/globals";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./workflow-files.ts";

/** All that an action is made of. */
const sources = ["actions", "kit"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => join(folder, path)),
);

interface Start {
  readonly at: string;
  readonly call: string;
}

/** Every call that starts a program by itself, and not by the port, whose type asks for an environment; texts that are run included. */
function startsIn(path: string): readonly Start[] {
  const text = readFileSync(join(root, path), "utf8");
  const names = /import \{([^}]*)\} from "node:child_process";/.exec(text)?.[1]?.match(/\b[a-z]\w*/g) ?? [];
  return names
    .filter((name) => name !== "type")
    .flatMap((name) => [
      ...text.matchAll(new RegExp(`(?<![\\w.])(?:promisify\\(${name}\\)|${name})(?=\\()`, "g")),
    ])
    .map(({ index, 0: called }) => {
      const line = text.slice(0, index).split("\n").length;
      return { at: `${path}:${line}`, call: withOptions(argumentsAt(text, index + called.length), text) };
    });
}

/** From one bracket to its own end. */
function argumentsAt(text: string, open: number): string {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === "(") depth += 1;
    if (text[at] === ")") depth -= 1;
    if (depth === 0) return text.slice(open, at);
  }
  return text.slice(open);
}

/** With what the constant holds that a call takes its options from. */
function withOptions(call: string, text: string): string {
  const last = /, (\w+)$/.exec(call)?.[1];
  return last === undefined ? call : `${call} ${new RegExp(`const ${last} = [^;]*;`).exec(text)?.[0] ?? ""}`;
}

test("whoever starts a program says all of its environment: without a word it has the action's, with its tokens", () => {
  const starts = sources.flatMap(startsIn);
  expect(starts.length).toBeGreaterThan(6);
  const wrong = starts.filter(({ call }) => !/\benv(: childEnv\(|: \{\}|,)/.test(call));
  expect(wrong.map(({ at }) => at)).toEqual([]);
});
