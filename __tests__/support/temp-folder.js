// jest's globalSetup: all temp folders of the tests lie in one, which globalTeardown (take-away.js) removes.
import { chmodSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export default function setup() {
  const folder = mkdtempSync(join(tmpdir(), "prism-tests-"));
  // PostgreSQL runs as another user when we are root.
  chmodSync(folder, 0o755);
  process.env.TMPDIR = folder;
}
