import { execFile } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterEach, expect, test } from "@jest/globals";
import { releaseLease } from "../../../kit/release/standing/lease.ts";
import { githubRecord } from "../../../kit/release/record/record.ts";
import { zipOf } from "../../../rehearsal/stand-ins/github/zip-of.ts";
import { sources } from "../../support/functions-stage.ts";
import { commit } from "../../support/github-world.ts";
import { type LiveRelease, liveRelease } from "../../support/live-release.ts";

const open: LiveRelease[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

interface Stage extends LiveRelease {
  readonly former: LiveRelease["before"];
  readonly asked: (more?: Readonly<Record<string, string>>) => ReturnType<LiveRelease["rollback"]>;
}

const at = (version: string, more: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  ...sources,
  "supabase/functions/_shared/version.ts": `export const version = "${version}";\n`,
  ...more,
});

/** Two releases in the record, no artifact of either; the former one's commit has these files. */
async function stage(files: Readonly<Record<string, string>>, given = {}): Promise<Stage> {
  const made = await liveRelease({ given });
  open.push(made);
  const { forge, release } = made;
  await githubRecord(forge.github, "production", commit).close(release, "success", "released");
  await releaseLease(forge.github, "production", release);
  forge.standIn.runs.finish(Number(forge.context.runId), "success");
  const former = made.live();
  await made.next("3");
  forge.standIn.change((state) => void (state.files[commit] = files));
  const asked: Stage["asked"] = async (more = {}) => {
    const { github, context } = await forge.another();
    const common = { release: "last", reason: "prices are wrong", artifacts: "" };
    return await made.rollback({ ...common, ...more }, { context, github: async () => github });
  };
  return { ...made, former, asked };
}

type Done = Awaited<ReturnType<Stage["asked"]>>;
const rowOf = ({ report }: Done, name: string): string =>
  (report.tables ?? [])
    .flatMap(({ rows }) => rows)
    .filter(([first]) => first === name)
    .flat()
    .join(" | ");
const reads = ({ forge }: Stage): number =>
  forge.standIn.requests.filter(({ path }) => path.includes("/contents/supabase")).length;

test("with no snapshot left, functions go back to what git has at the former commit, and it is told", async () => {
  const made = await stage(at("2"));
  const done = await made.asked();
  expect(done.outputs.outcome).toBe("rolled-back");
  expect(made.live()).toEqual(made.former);
  for (const slug of ["hello", "world"])
    expect(rowOf(done, slug)).toContain(`its sources are those of git at ${commit.slice(0, 12)}`);
  // Two entrypoints, an import map, and once the module that both share.
  expect(reads(made)).toBe(4);
});

test("a dry run says the same, and changes nothing", async () => {
  const made = await stage(at("2"));
  const live = made.live();
  const done = await made.asked({ "dry-run": "true" });
  expect(done.report.verdict).toBe("pass");
  expect(rowOf(done, "hello")).toContain(`yes | hello is put back (its sources are those of git at`);
  expect(made.live()).toEqual(live);
});

test("sources in git that were not live are no way back: the function is irreversible, with both reasons", async () => {
  const made = await stage(at("2", { "supabase/functions/world/index.ts": "// of another day\n" }));
  const done = await made.asked();
  expect(done.outputs.outcome).toBe("partly-rolled-back");
  expect(rowOf(done, "hello")).toContain("reverted");
  expect(rowOf(done, "world")).toContain("irreversible");
  expect(rowOf(done, "world")).toContain(
    "no snapshot has its former sources; git: the sources there are not those that were live",
  );
});

test("a file that the commit does not have is named", async () => {
  const { "supabase/functions/_shared/version.ts": _, ...rest } = at("2");
  const made = await stage(rest);
  const done = await made.asked({ "dry-run": "true" });
  expect(done.report.verdict).toBe("fail");
  expect(rowOf(done, "hello")).toMatch(
    /no \(irreversible\).*git: supabase\/functions\/_shared\/version\.ts: .*404/,
  );
});

test("files that are read at run time are found in the tree of the commit", async () => {
  const made = await stage(at("2"), { "static-files": "hello: supabase/functions/_shared/un*.ts" });
  const done = await made.asked();
  expect(done.outputs.outcome).toBe("rolled-back");
  expect(made.live()).toEqual(made.former);
  expect(rowOf(done, "hello")).toContain("git at");
});

test("a snapshot that is to be had is asked before git", async () => {
  const made = await stage(at("2"));
  const done = await made.asked({ artifacts: made.world.temp });
  expect(rowOf(done, "hello")).toContain("its sources are those of the snapshot");
  expect(reads(made)).toBe(0);
});

/** A commit of these files in the checkout, as one that was fetched with its history. */
async function committed(
  { world: { root } }: LiveRelease,
  files: Readonly<Record<string, string>>,
): Promise<string> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  const env = { PATH: process.env["PATH"], HOME: root, GIT_CONFIG_NOSYSTEM: "1" };
  const as = ["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"];
  const git = async (...args: readonly string[]): Promise<string> =>
    (await promisify(execFile)("git", [...as, ...args], { cwd: root, env })).stdout.trim();
  await git("init", "--quiet");
  await git("add", "supabase");
  await git("commit", "--quiet", "--message", "former");
  return await git("rev-parse", "HEAD");
}

test("what the checkout has of the former commit is read there: GitHub is asked for no file, and no run for its artifacts", async () => {
  const made = await stage({});
  const sha = await committed(made, at("4"));
  await made.next("4", { commit: sha });
  const former = made.live();
  await made.next("5");
  const before = made.forge.standIn.requests.length;
  const done = await made.asked();
  expect(made.live()).toEqual(former);
  for (const slug of ["hello", "world"])
    expect(rowOf(done, slug)).toContain(`its sources are those of git at ${sha.slice(0, 12)}`);
  const asked = made.forge.standIn.requests.slice(before).map(({ path }) => path);
  expect(asked.filter((path) => /\/contents\/supabase|\/artifacts/.test(path))).toEqual([]);
});

test("what the checkout does not have is asked of the snapshots next, and nothing else is said of it", async () => {
  const made = await stage({});
  const sha = await committed(made, at("of another day"));
  const newest = await (async () => {
    await made.next("4", { commit: sha });
    return await made.next("5");
  })();
  const run = Number(newest.split("-").at(-1));
  const snapshot = await readFile(made.world.emitted["snapshot"] ?? "", "utf8");
  made.forge.standIn.runs.artifact(run, "rollout-deploy-functions-1", zipOf({ "snapshot.json": snapshot }));
  const done = await made.asked();
  expect(done.outputs.outcome).toBe("rolled-back");
  expect(rowOf(done, "hello")).toContain("its sources are those of the snapshot");
  expect(rowOf(done, "hello")).not.toContain("git");
});
