import { expect, test } from "@jest/globals";
import { wantsColours } from "../../cli/colours.ts";

test.each([
  ["a terminal", true, {}, true],
  ["a pipe", false, {}, false],
  ["NO_COLOR on a terminal", true, { NO_COLOR: "1" }, false],
  ["an empty NO_COLOR says nothing", true, { NO_COLOR: "" }, true],
  ["FORCE_COLOR in a pipe", false, { FORCE_COLOR: "1" }, true],
  ["FORCE_COLOR goes before NO_COLOR", false, { FORCE_COLOR: "1", NO_COLOR: "1" }, true],
  ["FORCE_COLOR=0 on a terminal", true, { FORCE_COLOR: "0" }, false],
  ["FORCE_COLOR=false on a terminal", true, { FORCE_COLOR: "false" }, false],
  ["a terminal that can show nothing but text", true, { TERM: "dumb" }, false],
])("%s", (_, isTTY, env, colours) => {
  expect(wantsColours({ isTTY }, env)).toBe(colours);
});
