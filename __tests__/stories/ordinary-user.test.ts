import { afterAll, expect, test } from "@jest/globals";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { processesIn, root, startRehearsal } from "../support/rehearse.ts";

const patience = 120_000;
const isRoot = process.getuid?.() === 0;
const nobody = 65_534;

/** Whether `nobody` may read this checkout: one below /root is closed to everybody else. */
function readable(): boolean {
  const looks = ["-e", `require("fs").accessSync(${JSON.stringify(join(root, "lib"))})`];
  return spawnSync(process.execPath, looks, { uid: nobody, gid: nobody, cwd: "/" }).status === 0;
}
const person = isRoot ? { uid: nobody } : {};

(!isRoot || readable() ? test : test.skip)(
  "an ordinary user rehearses a checkout that is not his, from a folder in which he may not write",
  async () => {
    const { temp, ended } = startRehearsal(["--approve", "all", "--json"], { ...person, folder: "/" });
    const { status, out, err, json } = await ended;
    expect({ status, err, outcome: json?.outcome }).toEqual({ status: 0, err: "", outcome: "released" });
    expect(out).toMatch(/^report {2}\.rehearsal\/report\.html was not written: EACCES/m);
    expect(readdirSync(temp)).toEqual([]);
    expect(processesIn(temp)).toEqual([]);
  },
  patience,
);

test("a temp folder that is not there is named, and the command ends", async () => {
  const { ended } = startRehearsal(["--approve", "all"], { temp: "/nowhere/at/all" });
  const { status, err } = await ended;
  expect({ status, lines: err.trim().split("\n") }).toEqual({
    status: 70,
    lines: [
      expect.stringMatching(/could not be played: PR501: [Tt]here is no folder \/nowhere\/at\/all,/),
      "Make it, or name another folder by TMPDIR.",
      expect.stringContaining("docs/errors.md#pr501"),
    ],
  });
});

const small = smallDisk();
afterAll(() => {
  if (small !== undefined) execFileSync("umount", [small]);
});

// A test that is skipped is counted and not named.
if (small === undefined)
  process.stderr.write("NOT RUN: a temp folder with little room is told: no disk can be mounted here\n");

(small === undefined ? test.skip : test).each(["4m", "30m"])(
  "a temp folder with room for only %s is told with what to do, and nothing is left",
  async (size) => {
    const temp = small ?? "";
    execFileSync("mount", ["-o", `remount,size=${size}`, temp]);
    const { ended } = startRehearsal(["--approve", "all"], { temp });
    const { status, err } = await ended;
    expect({ status, lines: err.trim().split("\n") }).toEqual({
      status: 70,
      lines: [
        `The rehearsal could not be played: PR501: the disk of ${temp} is full.`,
        "A rehearsal needs about 100 MB there: free some, or name another folder by TMPDIR.",
        expect.stringContaining("docs/errors.md#pr501"),
      ],
    });
    expect(readdirSync(temp)).toEqual([]);
    expect(processesIn(temp)).toEqual([]);
  },
  patience,
);

/** A disk of its own, where we may mount one: as root, outside of most containers. */
function smallDisk(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), "prism-outcome-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=4m,mode=1777", "tmpfs", folder], { stdio: "ignore" });
    return folder;
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
}
