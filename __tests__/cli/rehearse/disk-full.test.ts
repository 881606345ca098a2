import { expect, test } from "@jest/globals";
import { diskFull } from "../../../cli/rehearse/disk-full.ts";

test.each([
  "ENOSPC: no space left on device, write",
  "initdb: error: could not write file: No space left on device",
  'could not extend file "base/16384/16594": wrote only 4096 of 8192 bytes at block 0',
  "FATAL: could not write lock file. Check free disk space.",
])("a full disk is known by whatever says so first: %s", (message) => {
  expect(diskFull(new Error(message))?.code).toBe("PR501");
});

test("anything else is not taken for one", () => {
  expect(diskFull(new Error('could not open file "base/1": No such file or directory'))).toBeUndefined();
});
