import { expect, test } from "@jest/globals";
import fc from "fast-check";
import type { Api } from "../../../../kit/ports/json-api.ts";
import { asText } from "../../../../kit/ports/as-text.ts";
import { askLogs } from "../../../../kit/providers/logs/supabase/ask-logs.ts";

const answering =
  (json: unknown): Api =>
  async () =>
    ({ status: 200, headers: new Headers(), json }) as never;

test.each([
  ["a text", "backend error", "backend error"],
  ["an object with its message", { message: "backend error" }, "backend error"],
  ["an object that is no text", { toString: 0 }, '{"toString":0}'],
  ["a message that is no text", { message: { toString: 0 } }, '{"toString":0}'],
])("an error inside of a 200 is told: %s", async (_, error, said) => {
  const looked = await askLogs(answering({ error }), "/logs", { sql: "", from: 0, until: 1 });
  expect(looked).toMatchObject({ error: { code: "PR304" } });
  expect(JSON.stringify(looked)).not.toContain("bug");
  expect("error" in looked ? looked.error.message : "").toBe(
    `Supabase GET /logs answered 200 with an error: ${said}`,
  );
});

test("whatever JSON holds can be told as a text, and a text is told as it is", () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => expect(typeof asText(value)).toBe("string")));
  fc.assert(fc.property(fc.string(), (text) => expect(asText(text)).toBe(text)));
  expect(asText(JSON.parse("[".repeat(50_000) + "]".repeat(50_000)))).toBe(
    "something that is nested too deep",
  );
  expect(asText(JSON.parse('{"toString":0,"valueOf":1,"__proto__":{"toJSON":2}}'))).toContain('"toString":0');
});
