import { expect, test } from "@jest/globals";
import { describe as messageOf } from "../../../kit/errors/user-error.ts";

test.each([
  ["a text", "gone", "gone"],
  ["an error and what caused it", new Error("outer", { cause: new Error("inner") }), "outer: inner"],
  ["what is no text", { toString: 0 }, "something was thrown that is no error"],
  ["what has no prototype", Object.create(null), "something was thrown that is no error"],
])("whatever was thrown has a message: %s", (_, thrown, message) => {
  expect(messageOf(thrown)).toBe(message);
});
