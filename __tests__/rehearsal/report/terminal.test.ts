import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { oneLine } from "../../../rehearsal/report/printable.ts";
import { columnsOf } from "../../../rehearsal/report/terminal/columns.ts";
import { terminalReporter } from "../../../rehearsal/report/terminal.ts";
import { hostile } from "../../support/hostile.ts";
import { inventedPhase } from "../../support/invented-phase.ts";
import {
  heldRelease,
  rejectedRelease,
  releasedRelease,
  rolledBackRelease,
} from "../../support/invented-releases.ts";
import { playSmallChain } from "./play.ts";
import { tellOnTerminal } from "./tell.ts";

test("the last line says outcome, release and seconds; before it stands where the report is", () => {
  const lines = tellOnTerminal(releasedRelease);
  expect(lines.at(-1)).toBe("released production-20261122-0123456789ab-1 in 22.7 s");
  expect(lines.at(-2)).toBe("report  .rehearsal/report.html");
});

test("progress says which phase started, who is waited for, and how each ended with its first evidence", () => {
  const lines = tellOnTerminal(heldRelease, { reviewers: () => ["ada", "grace"] });
  expect(lines.slice(0, 8)).toEqual([
    "   0.4 s  build             started",
    "   2.5 s  build             success in 2.1 s · 3 of 3 pages are stamped 0123456…",
    "   2.5 s  plan              started",
    "   3.5 s  plan              success in 1.0 s · 3 of 3 declared gates are protec…",
    "   3.5 s  migrate           waits at production-migrate for ada or grace",
    "   7.7 s  migrate           approved by ada after 4.2 s",
    "   7.7 s  migrate           started",
    "   8.1 s  migrate           error  PR301: 0009_answers_index.sql failed: column",
  ]);
});

test("the table has all phases, and all evidence of the one that failed", () => {
  const lines = tellOnTerminal(rolledBackRelease);
  const table = lines.slice(lines.findIndex((line) => line.startsWith("phase")));
  expect(table).toContain("smoke             failure           4.3 s  2 of 3 Playwright suites pass");
  expect(table).toContain("                                           8 of 9 tests pass");
  expect(table).toContain("observe           skipped");
  expect(table).toContain(
    "rollback          success           1.9 s  6 of 6 components are reverted (+1)".replace(" (", "\u00A0("),
  );
});

test("whatever is not released says why and what to do", () => {
  const lines = tellOnTerminal(rejectedRelease);
  expect(lines.slice(-4)).toEqual([
    "reason  migrate: rejected by ada at the environment production-migrate",
    "next    Nothing was changed. Mend the cause, then release again.",
    "report  .rehearsal/report.html",
    "stopped production-20261122-0123456789ab-4 in 8.9 s",
  ]);
});

test("a gate that nobody guards is not told", () => {
  const gate = { environment: "production-ungated", answer: "approved", by: undefined };
  const phases = [inventedPhase("migrate", { gate, worked: 100 })];
  const lines = tellOnTerminal({ ...releasedRelease, phases }, { reviewers: () => [] });
  expect(lines.join("\n")).not.toContain("production-ungated");
});

test("a gate at which nobody is asked is not told where it is not known who might be, either", () => {
  const gate = { environment: "production-ungated", answer: "approved", by: undefined };
  const phases = [inventedPhase("smoke", { gate, worked: 100 })];
  expect(tellOnTerminal({ ...releasedRelease, phases }).join("\n")).not.toContain("production-ungated");
});

test("quiet: only how it ended, why, what to do and where the report is", () => {
  const lines = tellOnTerminal(rejectedRelease, { quiet: true });
  expect(lines.map((line) => line.split(" ")[0])).toEqual(["reason", "next", "report", "stopped"]);
  expect(tellOnTerminal(releasedRelease, { quiet: true })).toHaveLength(2);
});

test("on a terminal a line below says what is at work and how long; what was told stays, and the end wipes it", () => {
  let text = "";
  let now = 1_000;
  const write = (more: string): void => void (text += more);
  const reporter = terminalReporter({ write, colours: false, width: 80, now: () => now, live: true });
  const taken = (): string => {
    const was = text;
    text = "";
    return was;
  };
  const wipe = "\r\u001B[K";
  const job = { key: "a/migrate", id: "migrate", name: "a / migrate" };
  const step = { key: "0", name: "it", depth: 0 };
  reporter.event({ at: now, kind: "job-started", job });
  expect(taken()).toBe("   0.0 s  migrate  started\nmigrate works, 0.0 s so far");
  now += 12_000;
  reporter.tick();
  expect(taken()).toBe(`${wipe}migrate works, 12.0 s so far`);
  reporter.tick();
  expect(taken()).toBe("");
  reporter.event({ at: now, kind: "log", job, step, stream: "stdout", line: "Applying \u001B[31m0009" });
  expect(taken()).toBe("");
  reporter.tick();
  expect(taken()).toBe(`${wipe}migrate works, 12.0 s so far · Applying 0009`);
  reporter.say("A word.");
  expect(taken()).toBe(`${wipe}A word.\nmigrate works, 12.0 s so far · Applying 0009`);
  reporter.event({ at: now, kind: "job-waiting", job, environment: "production", deployment: false });
  expect(taken()).toBe(wipe);
  reporter.end(heldRelease, "report.html");
  expect(taken()).not.toContain("\u001B");
});

test("colours are there when they are wanted, and only then", () => {
  const escape = String.fromCodePoint(27);
  expect(tellOnTerminal(heldRelease, { colours: true }).join("\n")).toContain(escape);
  expect(tellOnTerminal(heldRelease).join("\n")).not.toContain(escape);
  expect(tellOnTerminal(heldRelease, { colours: true }).at(-1)).toMatch(
    / production-20261122-\S+ in 8\.3 s$/,
  );
});

test("of a play, the calling job and the jobs beside it are not told; the clock starts again after an end", async () => {
  let text = "";
  let now = Date.now();
  const reporter = terminalReporter({
    write: (more) => {
      text += more;
    },
    colours: false,
    width: 80,
    now: () => now,
  });
  await playSmallChain(reporter.event);
  expect(text).toMatch(/^ +\d\.\d s {2}plan {8}started$/m);
  expect(text).toMatch(/plan {8}success in \d\.\d s · 2 of 3 gates are there$/m);
  expect(text).toMatch(/migrate {5}waits at production-migrate\n.*migrate {5}approved by ada after 3\.0 s\n/);
  expect(text).not.toMatch(/rollout/);
  reporter.end(heldRelease, "report.html");
  text = "";
  now = heldRelease.startedAt;
  reporter.end(heldRelease, "report.html");
  text = "";
  reporter.event({ at: now + 1000, kind: "job-started", job: { key: "a/b", id: "b", name: "a / b" } });
  expect(text).toBe("   1.0 s  b  started\n");
});

test("no line is wider than the terminal, whatever is told; no text can forge a line or an escape sequence", () => {
  const words = fc.oneof(fc.string({ unit: "grapheme", maxLength: 300 }), fc.constantFrom(...hostile));
  const name = fc.constantFrom("build", "deploy-functions", "観察");
  fc.assert(
    fc.property(
      fc.integer({ min: 80, max: 200 }),
      name,
      words,
      words,
      words,
      (width, phase, one, two, three) => {
        const phases = [
          inventedPhase(phase, {
            result: "failure",
            worked: 10,
            evidence: [one],
            because: two,
            annotations: [{ level: "error", message: three }],
            gate: { environment: one, answer: "approved", by: two },
          }),
        ];
        const lines = tellOnTerminal({ ...heldRelease, phases }, { width });
        const own = lines.filter((line) => !line.includes("://"));
        expect(Math.max(...own.map(columnsOf))).toBeLessThanOrEqual(width);
        expect(lines.join("")).not.toMatch(/(?!\t)\p{Cc}|\p{Bidi_Control}/u);
        expect(lines.filter((line) => line.startsWith("released "))).toEqual([]);
        expect(lines.filter((line) => line.startsWith("held "))).toHaveLength(1);
      },
    ),
  );
});

test("a long address stays whole", () => {
  const address = `https://example.com/${"a".repeat(100)}`;
  const phases = [inventedPhase("build", { result: "failure", because: `See ${oneLine(address)} there.` })];
  expect(tellOnTerminal({ ...heldRelease, phases }).join("\n")).toContain(
    `        ${address}\n        there.`,
  );
});
