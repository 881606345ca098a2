import { expect, test } from "@jest/globals";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { git } from "../rehearsal/own/stage.ts";
import { first, ownStack } from "../support/own-stack.ts";

const cli = resolve(import.meta.dirname, "../../lib/cli/prism-rollout.js");

interface Told {
  readonly outcome: string;
  readonly notes: readonly string[];
  readonly before: { readonly ledger: string | null };
  readonly after: { readonly ledger: string | null };
}

/** Starts the command line in a folder as a person or a workflow would, without a terminal. */
function start(folder: string, ...args: readonly string[]) {
  const temp = realpathSync(mkdtempSync(join(tmpdir(), "prism-own-tmp-")));
  const child = spawn(process.execPath, [cli, "rehearse", ...args], {
    cwd: folder,
    env: { PATH: process.env["PATH"], HOME: temp, TMPDIR: temp },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  let err = "";
  child.stdout.on("data", (data: Buffer) => (out += data.toString()));
  child.stderr.on("data", (data: Buffer) => (err += data.toString()));
  const ended = new Promise<{ status: number | null; out: string; err: string }>((done) => {
    child.on("close", (status) => done({ status, out, err }));
  });
  return { child, temp, ended, said: () => out };
}

const toldIn = (out: string): Told => JSON.parse(out.trim().split("\n").at(-1) ?? "") as Told;

test("a stack that is not the sample is released in its own folder: database, function, site, cache and suite", async () => {
  const folder = ownStack();
  const summary = join(folder, "../summary.md");
  const values = join(folder, "../values.env");
  writeFileSync(values, '# for tests only\r\nSHOP_KEY="a test\'s"\r\n');
  const { ended, temp } = start(folder, "--json", "--summary", summary, "--env", values);
  const { status, out, err } = await ended;
  expect({ status, err, out: status === 0 ? "" : out }).toEqual({ status: 0, err: "", out: "" });
  const { outcome, notes, before, after } = toldIn(out);
  // Nobody uses it here, so that the verdict of observe stays open: the run is green, and so is the status.
  expect(outcome).toBe("watching");
  expect([before.ledger, after.ledger]).toEqual(["20260101000000", "20260202000000"]);
  expect(out).toMatch(/live before: [0-9a-f]{12}, HEAD\^1/);
  expect(out).toContain("every gate is approved");
  expect(notes).toEqual(
    expect.arrayContaining([
      "This PostgreSQL has not all extensions: 20260202000000_notes.sql: extension vector is a stub.",
      expect.stringContaining("`observe` counts no attempt"),
    ]),
  );
  expect(notes.join("\n")).not.toContain("SHOP_KEY");
  expect(readFileSync(summary, "utf8")).toContain("## Rehearsal of live: watching");
  expect(git(folder, "status", "--porcelain", "--ignored")).toBe("!! .rehearsal/\n!! node_modules/");
  expect(readdirSync(join(folder, ".rehearsal")).sort()).toEqual([
    ".gitignore",
    "evidence.json",
    "report.html",
  ]);
  expect(readdirSync(temp).filter((name) => name.startsWith("prism-"))).toEqual([]);
}, 300_000);

test("a command of one's own uses the release, so that observe comes to a verdict", async () => {
  const visited = first["supabase/functions/titles/index.ts"].replace(
    "return Response.json(rows",
    'const id = request.headers.get("x-order");\n    if (id !== null) console.log(JSON.stringify({ event: "order.placed", id }));\n    return Response.json(rows',
  );
  const folder = ownStack({
    "supabase/functions/titles/index.ts": visited,
    "visit.mjs": `await Promise.all(Array.from({ length: 10 }, (_, one) =>
  fetch(process.env.SUPABASE_URL + "/functions/v1/titles", { headers: { "x-order": process.pid + "-" + one } })));`,
  });
  const line = "node visit.mjs";
  const { status, out } = await start(folder, "--json", "--skip", "commands", "--traffic", line).ended;
  const { outcome, notes } = toldIn(out);
  expect({ status, outcome, out: status === 0 ? "" : out }).toEqual({
    status: 0,
    outcome: "released",
    out: "",
  });
  expect(out).toMatch(/The traffic `node visit\.mjs` ran/);
  expect(notes).toContainEqual(expect.stringMatching(/^Only `node visit\.mjs` uses the release/));
}, 300_000);

test("what a release would meet in production ends it here, in the phase's own words", async () => {
  const folder = ownStack({
    "supabase/migrations/20260202000000_notes.sql":
      "alter table public.orders add column paid boolean not null;\n",
  });
  const { status, out } = await start(folder, "--json", "--skip", "commands").ended;
  const { outcome, notes, after } = toldIn(out);
  expect({ status, outcome }).toEqual({ status: 2, outcome: "held" });
  expect(after.ledger).toBe("20260101000000");
  expect(out).toContain("20260202000000_notes.sql");
  // Nobody gave it a value, and it is told.
  expect(notes).toContain("Made up, since --env gives no value: SHOP_KEY (read by titles).");
}, 300_000);

test("Ctrl-C while it is at work leaves nothing behind", async () => {
  const folder = ownStack();
  const { child, ended, temp, said } = start(folder);
  const begun = new Promise<string>((begins) => {
    child.stdout.on("data", () => (/build +started/.test(said()) ? begins("begun") : undefined));
  });
  expect(await Promise.race([begun, ended])).toBe("begun");
  child.kill("SIGINT");
  await ended;
  for (let tries = 0; tries < 200 && left(temp).length > 0; tries += 1) await wait(50);
  expect(left(temp)).toEqual([]);
  expect(git(folder, "status", "--porcelain")).toBe("");
}, 300_000);

function left(temp: string): readonly string[] {
  return readdirSync(temp).filter((name) => name.startsWith("prism-"));
}
