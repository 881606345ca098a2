import { type SomeHelp, neverGiven } from "./form.ts";

/** 5xx: the machine that a job or a rehearsal runs on. */
export const machine = {
  PR501: {
    when: "The disk is full, or a file cannot be written.",
    fix: "Free space on the runner and run the failed job again; in a rehearsal `TMPDIR` names another place.",
  },
  PR502: { when: neverGiven, fix: "Stand-ins take free ports by themselves." },
  PR503: {
    when: "Somebody cancelled the run, or the job's time was over. The lines above and the record say what was changed.",
    fix: "Run the failed job again, it goes on from there; in the chain `rollback` has decided what becomes of the release.",
  },
  PR504: {
    when: "The action's own `time-limit` was over. What it waited for is in the message.",
    fix: "Find out what took so long; or raise `time-limit`, and with it the job's `timeout-minutes`. A re-run goes on from there.",
  },
  PR505: {
    when: "A rehearsal's PostgreSQL, PostgREST, Deno or Chromium is not installed, there is none for this platform, or it ended while starting; its own words are in the message.",
    fix: "Install the package again with its optional dependencies (no `--omit=optional`), on Linux or macOS with x64 or arm64, and see whether the machine has memory and rights enough for the program.",
  },
} satisfies SomeHelp;
