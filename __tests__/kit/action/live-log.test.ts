import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "@jest/globals";

const tests = join(import.meta.dirname, "../..");

/** What a process says that has a live log and does this with it. */
function said(work: string): string {
  const log = join(tests, "../kit/action/live-log.ts");
  const loader = join(tests, "rehearsal/engines/run-typescript.mjs");
  const program = `const { liveLog } = await import(${JSON.stringify(log)}); const log = liveLog(); ${work}`;
  const args = ["--import", loader, "--input-type=module", "-e", program];
  return spawnSync(process.execPath, args, { encoding: "utf8" }).stdout;
}

test("lines that are said at about the same time leave in their order, whoever writes them", () => {
  const work = `log.info("one"); log.warn("two"); process.stdout.write("three\\n"); log.info("four");`;
  expect(said(work)).toBe("one\n::warning::two\nthree\nfour\n");
});

test("what was said right before the process ends is not lost", () => {
  expect(said(`log.info("one"); log.notice("two"); process.exit(3);`)).toBe("one\n::notice::two\n");
});

test("nothing is held back for as long as somebody would notice", () => {
  const hang = `process.on("exit", () => process.kill(process.pid, "SIGKILL")); setTimeout(() => process.exit(), 50);`;
  expect(said(`log.info("one"); ${hang}`)).toBe("one\n");
});

test("what is said of a place becomes an annotation there", () => {
  const work = `log.warn("two", { file: "db/a.sql", line: 3, column: 5 }); log.error("all", { file: "db/a.sql" });`;
  expect(said(work)).toBe("::warning file=db/a.sql,line=3,col=5::two\n::error file=db/a.sql::all\n");
});

test("a line of what is said is no command of the runner, whoever has written it", () => {
  const work = `log.info("failed: a\\n  ::add-mask::x\\r\\n::error::y\\r::debug::v\\n##[error]z and::not"); log.group("::error::g", async () => {});`;
  const lines = said(work).split(/\r\n|\n|\r/);
  expect(lines.filter((line) => /^\s*::|##\[/.test(line))).toEqual(["::group::::error::g", "::endgroup::"]);
  expect(lines[0]).toBe("failed: a");
  expect(said(work)).toContain("and::not");
});
