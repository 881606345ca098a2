import { expect, test } from "@jest/globals";
import { PassThrough } from "node:stream";
import { saysYes } from "../../cli/ask.ts";
import { paper } from "../support/paper.ts";

/** Asks at a terminal at which a person does this. */
async function asked(person: (input: PassThrough) => void): Promise<boolean> {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input });
  const answer = saysYes("Sure? [y/N] ", { input, output: Object.assign(paper(), { isTTY: true }) });
  person(input);
  return await answer;
}

test.each([
  ["y", true],
  ["Yes ", true],
  ["n", false],
  ["", false],
  ["yesterday", false],
])("%j typed: %j", async (text, yes) => {
  expect(await asked((input) => input.write(`${text}\n`))).toBe(yes);
});

test.each([
  ["Ctrl-C", "\u0003"],
  ["Ctrl-D", "\u0004"],
])("%s is a no, and no error", async (_, key) => {
  expect(await asked((input) => input.write(key))).toBe(false);
});

test("a terminal that is gone is a no", async () => {
  expect(await asked((input) => input.end())).toBe(false);
});
