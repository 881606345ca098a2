import { expect, test } from "@jest/globals";
import { tellWait } from "../../../kit/ports/tell-wait.ts";
import { fakeClock } from "../../support/fake-clock.ts";
import { recordingLog } from "../../support/recording-log.ts";

const start = Date.UTC(2026, 10, 22, 12);

test("a wait says what for, since when and until when, and then no more than once a minute", async () => {
  const clock = fakeClock(start);
  const log = recordingLog();
  const tell = tellWait({ clock, log }, start + 150_000);
  for (; clock.now() < start + 150_000; await clock.sleep(10_000))
    tell("2 origins serve abc", `${(clock.now() - start) / 1000} s are over.`);
  expect(log.lines).toEqual([
    "info: Waiting until 2 origins serve abc (since 12:00:00, given up at 12:02:30 UTC). 0 s are over.",
    "info: Waiting until 2 origins serve abc (since 12:00:00, given up at 12:02:30 UTC). 60 s are over.",
    "info: Waiting until 2 origins serve abc (since 12:00:00, given up at 12:02:30 UTC). 120 s are over.",
  ]);
});

test("what is waited for is said at once where it is another, and no end is said where there is none", async () => {
  const clock = fakeClock(start);
  const log = recordingLog();
  const tell = tellWait({ clock, log });
  for (const what of ["a ends", "a ends", "b ends", "b ends"]) {
    tell(what);
    await clock.sleep(1_000);
  }
  expect(log.lines).toEqual([
    "info: Waiting until a ends (since 12:00:00 UTC).",
    "info: Waiting until b ends (since 12:00:00 UTC).",
  ]);
});
