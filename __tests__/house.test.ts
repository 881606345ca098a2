import { expect, test } from "@jest/globals";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(folder, file));
}

interface Import {
  readonly from: string;
  readonly to: string;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), "utf8");
  const found = text.matchAll(/(?:from|import\()\s*"(\.[^"]+)"/g);
  return [...found].map(([, path = ""]) => ({
    from: file,
    to: relative(root, resolve(root, dirname(file), path)),
  }));
}

const room = (path: string): string => path.split("/")[0] ?? "";
const action = (path: string): string => path.split("/").slice(0, 2).join("/");

const kit = sources("kit").flatMap(importsOf);
const actions = sources("actions").flatMap(importsOf);

test("the kit knows nothing of actions, rehearsal or command line", () => {
  expect(kit.filter(({ to }) => room(to) !== "kit")).toEqual([]);
});

test("no part of the kit knows of what runs functions to try them, but the database's plan, which has them tried", () => {
  const back = kit.filter(({ from, to }) => {
    const isPart = from.startsWith("kit/parts/") && !from.startsWith("kit/parts/database/plan/");
    return isPart && to.startsWith("kit/compatibility/");
  });
  expect(back).toEqual([]);
});

test("an action imports the kit and itself, nothing else", () => {
  const strangers = actions.filter(({ from, to }) => room(to) !== "kit" && action(to) !== action(from));
  expect(strangers).toEqual([]);
});

test("only kit/action and the exec port speak to the runner", () => {
  const callers = [...sources("kit"), ...sources("actions")].filter((file) =>
    /from "@actions\/(core|exec)"/.test(readFileSync(join(root, file), "utf8")),
  );
  expect(
    callers.filter((file) => !file.startsWith("kit/action/") && file !== "kit/ports/live-exec.ts"),
  ).toEqual([]);
});

test("no time of a request is kept by AbortSignal.timeout, which Node 20 forgets inside of AbortSignal.any", () => {
  const forgetful = [...sources("kit"), ...sources("actions")].filter((file) =>
    readFileSync(join(root, file), "utf8").includes("AbortSignal.timeout("),
  );
  expect(forgetful).toEqual([]);
});

test("every folder in actions/ holds its spec, its start, its story and what is generated", () => {
  for (const { name } of readdirSync(join(root, "actions"), { withFileTypes: true })) {
    const files = readdirSync(join(root, "actions", name));
    expect(files).toEqual(
      expect.arrayContaining(["README.md", "action.yml", "main.ts", `${name}.ts`, "spec.ts"]),
    );
  }
});

test("nothing keeps state at module level", () => {
  const stateful = [
    ...sources("kit"),
    ...sources("actions"),
    ...sources("rehearsal"),
    ...sources("cli"),
  ].filter((file) => /^(export )?(let|var) /m.test(readFileSync(join(root, file), "utf8")));
  expect(stateful).toEqual([]);
});
