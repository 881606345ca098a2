// jest's globalSetup: all temp folders of the tests lie in one, which globalTeardown (take-away.js) removes.
import { chmodSync, mkdtempSync } from "node:fs";
import { join } from "node:path";
import { fastTemp } from "../../scripts/fast-temp.mjs";

export default function setup() {
  const folder = mkdtempSync(join(fastTemp(), "prism-tests-"));
  // PostgreSQL runs as another user when we are root.
  chmodSync(folder, 0o755);
  process.env.TMPDIR = folder;
}
