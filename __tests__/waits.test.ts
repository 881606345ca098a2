import { expect, test } from "@jest/globals";
import { readFileSync, readdirSync } from "node:fs";
import { basename, join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "..");

/** Whatever may keep an action waiting: what another machine or program answers, and time itself. */
const waits =
  /(?<![.\w])(?:world\.|to\.|clock\.|world\.clock\.)?(?:(?:fetch|http|exec|spawn|execFile\)|sleep)\(|connect\((?=port))/g;

/** Calls that show no signal themselves, and why they end all the same. */
const without: Readonly<Record<string, string>> = {
  "kit/compatibility/keeper.ts spawn(process.execPath,": "it ends when its input does, as when we are gone",
  "kit/compatibility/wait.ts clock.sleep(20)": "whether the signal has ended is asked after each",
  "kit/compatibility/wait.ts connect(port,": "it has its time-out",
  "kit/parts/checks/probes/ask-probe.ts to.http(": "this `http` has the probe's signal",
  "kit/parts/checks/probes/supabase.ts http(": "this `http` has the probe's signal",
  "kit/parts/database/run/stop.ts world.clock.sleep(pause, calm)": "`calm` is its signal",
  "kit/ports/find-program.ts exec(": "git answers of its own index; the action's limit ends it",
  "kit/ports/http.ts fetch(url, init)": "whoever asks gives its signal in `init`",
  "kit/ports/json-api.ts world.http(urlOf(asked), initOf(world, asked))": "`initOf` makes it",
  "kit/ports/live-exec.ts exec(": "who gives neither limit nor signal is one of those above",
  "kit/ports/stoppable.ts spawn(": "this is what hears the signal",
  "kit/providers/cdns/cloudfront/api.ts world.http(": "whoever asks gives its signal in `init`",
  "kit/providers/cdns/http/http.ts world.http(": "whoever asks gives its signal in `init`",
  "kit/release/commit/commit-files.ts exec(": "`options` has a limit and the signal",
  "kit/shadow/engines/local.ts execFile)(": "`options` has a time-out and the signal",
  "kit/shadow/engines/npm-registry.ts exec(": "`options` has a limit and the signal",
  "kit/shadow/engines/pglite-process.ts spawn(": "it is killed when the signal ends",
  "kit/shadow/start-server.ts spawn(process.execPath,": "it ends when its input does, as when we are gone",
};

/** Programs of their own, as text: who started them ends them. */
const programs = ["keeper-program.ts", "pglite-program.ts", "server-program.ts"];

interface Wait {
  readonly file: string;
  readonly call: string;
}

function waitsIn(file: string): readonly Wait[] {
  const text = readFileSync(join(root, file), "utf8").replace(/^\s*(\*|\/\/|\/\*\*).*$/gm, "");
  return [...text.matchAll(waits)].flatMap(({ 0: name, index }) => {
    const before = text.slice(Math.max(0, index - 12), index);
    if (/function $|: $|`$/.test(before)) return [];
    return [{ file, call: name + argumentsAt(text, index + name.length) }];
  });
}

/** Up to the bracket that closes the call. */
function argumentsAt(text: string, from: number): string {
  let depth = 1;
  let at = from;
  for (; depth > 0 && at < text.length; at += 1) depth += { "(": 1, ")": -1 }[text.charAt(at)] ?? 0;
  return text.slice(from, at).replace(/\s+/g, " ");
}

const files = ["kit", "actions"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !programs.includes(basename(file)))
    .map((file) => join(folder, file)),
);

const reason = (call: string): string | undefined =>
  Object.keys(without).find((known) => call.startsWith(known));

test("every request, program and pause of an action is given what ends it", () => {
  const found = files.flatMap(waitsIn).map(({ file, call }) => `${file} ${call}`);
  const endless = found.filter((call) => !/\bsignal\b|\blimit\b|\btimeout\b/.test(call));
  expect(found.length).toBeGreaterThan(50);
  expect(endless.filter((call) => reason(call) === undefined)).toEqual([]);
  // A reason that holds for nothing any more would hide the next one.
  expect(Object.keys(without).filter((known) => !endless.some((call) => call.startsWith(known)))).toEqual([]);
});

test("every session with a database ends with the action's signal", () => {
  const text = readFileSync(join(root, "kit/action/live-runtime.ts"), "utf8");
  expect(text).toContain("connect: postgresUntil(signal),");
  const users = files.filter((file) => /\bconnectPostgres\b/.test(readFileSync(join(root, file), "utf8")));
  expect(users).toEqual(["kit/ports/live-database.ts"]);
});
