import { execFileSync } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { systemClock } from "../../../kit/ports/clock.ts";
import { createBuiltins, openArtifactStore } from "../../../rehearsal/player/player.ts";
import { type Played, playText, type Stage, stage } from "./stage.ts";

const sha = "b".repeat(40);
const head = "on: push\njobs:\n";
const job = (id: string, steps: string, needs = ""): string =>
  `  ${id}:\n    runs-on: ubuntu-latest\n    ${needs}\n    steps:\n${steps.replace(/^/gm, "      ")}\n`;

function withBuiltins(git = false): Stage {
  const on = stage({});
  const app = join(on.folder, "app");
  mkdirSync(join(app, "node_modules"), { recursive: true });
  mkdirSync(join(on.folder, "modules", "left-pad"), { recursive: true });
  writeFileSync(join(app, "package.json"), "{}");
  writeFileSync(join(app, ".gitignore"), "node_modules\n");
  symlinkSync("package.json", join(app, "link.json"));
  let commit = on.world.sha;
  if (git) {
    const run = (...args: readonly string[]): string =>
      execFileSync(
        "git",
        ["-c", "user.name=t", "-c", "user.email=t@t", "-c", "init.defaultBranch=main", ...args],
        {
          cwd: app,
          encoding: "utf8",
        },
      );
    run("init", "-q");
    run("add", ".");
    run("commit", "-qm", "one");
    commit = run("rev-parse", "HEAD").trim();
    writeFileSync(join(app, "later.txt"), "not in the commit");
  }
  const links = { node_modules: join(on.folder, "modules") };
  const builtins = createBuiltins({
    sources: (name) =>
      name === "acme/prism" ? { folder: app, commit, links, env: on.world.env } : undefined,
    artifacts: openArtifactStore(join(on.folder, "artifacts")),
    clock: systemClock,
  });
  const world = { ...on.world, builtins };
  return stage({}, { ...world });
}

const upload = (more: string): string =>
  `- { id: up, uses: actions/upload-artifact@${sha}, with: { ${more} } }`;
const download = (more: string): string =>
  `- { id: down, uses: actions/download-artifact@${sha}, with: { ${more} } }`;
const run = (on: Stage, ...jobs: readonly string[]): Promise<Played> => playText(on, head + jobs.join(""));

test.each([false, true])(
  "checkout fills a fresh workspace and links what is not copied (git: %s)",
  async (git) => {
    const played = await run(
      withBuiltins(git),
      job(
        "a",
        `- { id: c, uses: actions/checkout@${sha} }\n- run: ls -A; readlink link.json; ls node_modules; echo "\${{ steps.c.outputs.commit }}" | wc -c`,
      ),
    );
    expect(played.annotations).toEqual([]);
    const files = played.log.filter((line) => !line.startsWith("acme/"));
    const expected = [
      ".gitignore",
      "link.json",
      "node_modules",
      "package.json",
      "package.json",
      "left-pad",
      "41",
    ];
    expect(files).toEqual(git ? [".git", ...expected] : expected);
  },
);

test("checkout with a history has one", async () => {
  const played = await run(
    withBuiltins(true),
    job(
      "a",
      `- { uses: actions/checkout@${sha}, with: { fetch-depth: 0, path: sub } }\n- run: cd sub && git log --format=%s`,
    ),
  );
  expect(played.log).toContain("one");
});

test("a repository that nobody knows fails the step", async () => {
  const played = await run(
    withBuiltins(),
    job("a", `- { uses: actions/checkout@${sha}, with: { repository: x/y } }`),
  );
  expect(played.results).toEqual({ a: "failure" });
  expect(played.annotations.join()).toContain("Repository not found: x/y");
});

test("an artifact travels from job to job, without the right to execute, paths starting where all have in common", async () => {
  const played = await run(
    withBuiltins(),
    job(
      "a",
      `- run: mkdir -p out/x && echo one > out/x/1 && echo two > out/2 && chmod +x out/2 && echo no > out/.hidden\n${upload("name: site, path: out, if-no-files-found: error")}\n- run: echo "\${{ steps.up.outputs.artifact-id }} \${{ steps.up.outputs.artifact-digest }}"`,
    ),
    job(
      "b",
      `${download("name: site, path: got")}\n- run: cd got && find . -type f | sort && stat -c %a 2`,
      "needs: a",
    ),
  );
  expect(played.annotations).toEqual([]);
  expect(played.log).toEqual(expect.arrayContaining(["./2", "./x/1", "644"]));
  expect(played.log).not.toContain("./.hidden");
  expect(played.log.some((line) => /^1 [0-9a-f]{64}$/.test(line))).toBe(true);
});

test("a name is taken once in a run, unless it is to be overwritten", async () => {
  const twice = (more: string): string =>
    job(
      "a",
      `- run: echo 1 > f\n${upload("name: n, path: f")}\n- run: echo 2 > f\n- { uses: actions/upload-artifact@${sha}, with: { name: n, path: f${more} } }\n${download("name: n, path: got")}\n- run: cat got/f`,
    );
  const refused = await run(withBuiltins(), twice(""));
  expect(refused.annotations.join()).toContain("(409) Conflict");
  const taken = await run(withBuiltins(), twice(", overwrite: true"));
  expect(taken.log.at(-1)).toBe("2");
});

test("several artifacts land in folders of their names, or together", async () => {
  const make = `- run: echo a > a && echo b > b\n${upload("name: p-a, path: a")}\n- { uses: actions/upload-artifact@${sha}, with: { name: p-b, path: b } }\n`;
  const played = await run(
    withBuiltins(),
    job(
      "a",
      `${make}${download("pattern: 'p-*', path: got")}\n- run: cd got && find . -type f | sort | tr '\\n' ' '`,
    ),
    job(
      "b",
      `${download("pattern: 'p-*', path: got, merge-multiple: true")}\n- run: cd got && echo together $(ls)`,
      "needs: a",
    ),
  );
  expect(played.log).toEqual(expect.arrayContaining(["./p-a/a ./p-b/b ", "together a b"]));
});

test.each([
  ["warn", "success", "warning"],
  ["error", "failure", "error"],
  ["ignore", "success", ""],
])("no files: %s ends in %s", async (what, result, level) => {
  const played = await run(withBuiltins(), job("a", upload(`path: nothing/**, if-no-files-found: ${what}`)));
  expect(played.results).toEqual({ a: result });
  expect(played.annotations.map((one) => one.split(":")[0])).toEqual(level === "" ? [] : [level]);
});

test("an artifact that is not there fails the download", async () => {
  const played = await run(withBuiltins(), job("a", download("name: gone")));
  expect(played.annotations.join()).toContain("Artifact not found for name: gone");
});

test("setup-node and cache do nothing and say so in their outputs", async () => {
  const steps = `- { id: n, uses: actions/setup-node@${sha}, with: { node-version: 24 } }
- { id: c, uses: actions/cache@${sha}, with: { path: x, key: k } }
- run: echo "\${{ steps.n.outputs.cache-hit }} \${{ steps.c.outputs.cache-hit }}"`;
  const played = await run(withBuiltins(), job("a", steps));
  expect(played.log).toContain("false false");
});
