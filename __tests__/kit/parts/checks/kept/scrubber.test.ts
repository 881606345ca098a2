import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { scrubJson } from "../../../../../kit/parts/checks/kept/scrub-json.ts";
import { scrubber } from "../../../../../kit/parts/checks/kept/scrubber.ts";

const secret = `s3cr"t/p&ss <1>`;

test.each([
  ["itself", secret],
  ["as JSON writes it", JSON.stringify({ password: secret })],
  ["in JSON inside of JSON", JSON.stringify({ text: JSON.stringify({ password: secret }) })],
  ["as a browser writes it into an address", new URL(`https://example.com/?q=${secret}`).href],
  ["as a form sends it", new URLSearchParams({ q: secret }).toString()],
  ["encoded as a whole", encodeURIComponent(secret)],
  [
    "in HTML",
    `<input value="${secret.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;")}">`,
  ],
  ["in base64", Buffer.from(secret).toString("base64")],
  ["with colours in the middle of it", `Expected: "\u001B[7ms3cr"t/p&ss\u001B[27m <1>"`],
])("a secret is found %s", (_, text) => {
  const { text: scrub, finds } = scrubber([`ADMIN=${secret}\nUSER=ada@example.com`]);
  expect(finds(text)).toBe(true);
  expect(scrub(text)).toContain("***");
  expect(scrub(text)).not.toMatch(/s3cr|p&ss|p%26ss|czNjc/);
});

test("of any secret nothing is left in any document that holds it", () => {
  const secrets = fc
    .string({ unit: "grapheme", minLength: 6, maxLength: 30 })
    .filter((one) => one.trim().length >= 6 && !one.includes("*"));
  fc.assert(
    fc.property(secrets, fc.json({ maxDepth: 2 }), (given, around) => {
      const { text } = scrubber([given]);
      const document = {
        around: JSON.parse(around) as unknown,
        list: [`before ${given} after`],
        inner: JSON.stringify({ given }),
      };
      const clean = JSON.stringify(scrubJson(document, scrubber([given])));
      expect(JSON.stringify([clean]).includes(given)).toBe(false);
      expect(text(encodeURIComponent(`a ${given} b`))).not.toContain(encodeURIComponent(given));
      expect(text(`${given}${given}`)).toBe("******");
    }),
  );
});

test("names tell what is secret though nobody has given it, and what they give away is learned", () => {
  const learned: string[] = [];
  const request = {
    headers: [
      { name: "Authorization", value: "Bearer tok-123456789" },
      { name: "accept", value: "text/html" },
    ],
    cookies: [{ name: "sid", value: "abcdef-abcdef" }],
    postData: { text: '{"refresh_token":"r-123456789012","page":2}' },
    queryString: [{ name: "t", value: "share-123456789" }],
  };
  expect(scrubJson(request, scrubber([], ["T"]), (one) => learned.push(one))).toEqual({
    headers: [
      { name: "Authorization", value: "***" },
      { name: "accept", value: "text/html" },
    ],
    cookies: [{ name: "sid", value: "***" }],
    postData: { text: '{"refresh_token":"***","page":2}' },
    queryString: [{ name: "t", value: "***" }],
  });
  expect(learned).toEqual(
    expect.arrayContaining(["tok-123456789", "abcdef-abcdef", "r-123456789012", "share-123456789"]),
  );
  expect(learned).not.toContain("Bearer");
});

test("texts that name no secret stay as they are; tokens of the web and named parameters go", () => {
  const { text } = scrubber([], ["t"]);
  expect(text("GET /results?page=2&theme=dark#top")).toBe("GET /results?page=2&theme=dark#top");
  expect(text("/results/1?t=abcdef&access_token=xyzxyz&page=2")).toBe(
    "/results/1?t=***&access_token=***&page=2",
  );
  expect(text(`jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIiwiYSI6MX0.c2ln.`)).toBe("jwt ***.");
});

test("a document nested to make somebody fall is cut, not followed", () => {
  const deep = JSON.parse(`${"[".repeat(5000)}${"]".repeat(5000)}`) as unknown;
  expect(JSON.stringify(scrubJson(deep, scrubber(["secret"])))).toContain("***");
});
