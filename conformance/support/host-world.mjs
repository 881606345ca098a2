// A host as deploy-web and rollback open it, with inputs by their names.
import { readInputs } from "../../lib/kit/action/read-inputs.js";
import { webInputs } from "../../lib/kit/parts/web/inputs.js";
import { systemClock } from "../../lib/kit/ports/clock.js";
import { runContext } from "../../lib/kit/ports/github.js";
import { openHost } from "../../lib/kit/providers/hosts/hosts.js";

const log = { info() {}, warn() {}, error() {}, notice() {}, group: (_, work) => work() };
const none = { lookup: () => undefined, targets: [], sections: [], issues: [] };
const patience = { "poll-interval": "5ms", "ready-timeout": "10s", "verify-timeout": "10s" };

export function hostOf(root, given) {
  const all = { ...patience, ...given };
  const world = {
    http: fetch,
    clock: systemClock,
    log,
    signal: new AbortController().signal,
    env: {},
    root,
    context: runContext({}),
  };
  return openHost(
    readInputs("deploy-web", webInputs, (key) => all[key] ?? "", none),
    world,
  );
}

/** A site of these files; each number is another one. */
export function siteOf(folder, files, number, source) {
  const commit = String(number).padStart(40, "0");
  const digest = String(number).padStart(64, "0");
  return { folder, files, source, kept: 0, commit, digest, marker: `${number}-conformance` };
}
