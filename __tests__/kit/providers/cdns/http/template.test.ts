import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { cdnInputs } from "../../../../../kit/parts/cdn/inputs.ts";
import { requestsOf } from "../../../../../kit/providers/cdns/http/requests.ts";
import {
  addressRegex,
  examples,
  prefixRegex,
  readTemplate,
  templateKinds,
} from "../../../../../kit/providers/cdns/http/template.ts";
import type { Pattern } from "../../../../../kit/providers/cdns/pattern.ts";
import { inputsFrom } from "../../../../support/inputs-of.ts";

const origins = ["https://app.example.com", "https://www.example.com"];
const read = (given: Readonly<Record<string, string>>) =>
  inputsFrom(cdnInputs, { cdn: "http", origins: origins.join(","), ...given });
const requests = (given: Readonly<Record<string, string>>, ...patterns: readonly Pattern[]) =>
  requestsOf(
    read({ "purge-requests": JSON.stringify(given) }).purgeRequests,
    { origins, patterns },
    "a secret",
  );

test("without any the address itself is purged, for each origin", () => {
  const { purgeRequests, purgeStatuses, purgeNodes } = read({});
  const order = { origins, patterns: [{ kind: "path", value: "/x?a=b" }] as const };
  expect(requestsOf(purgeRequests, order, undefined)).toEqual([
    { method: "PURGE", target: "/x?a=b", headers: { host: "app.example.com" }, body: undefined },
    { method: "PURGE", target: "/x?a=b", headers: { host: "www.example.com" }, body: undefined },
  ]);
  expect([purgeStatuses, purgeNodes]).toEqual([[200, 202, 204, 404, 412], []]);
});

test("method, path, headers and body are as they are written, with what they stand for", () => {
  const text = 'POST /purge\nHost: cache.internal\nX-Token: {token}\n\n{"ban":"{regex}"}\n';
  expect(requests({ prefix: text }, { kind: "prefix", value: "/a.b" })[0]).toEqual({
    method: "POST",
    target: "/purge",
    headers: { host: "cache.internal", "x-token": "a secret" },
    body: '{"ban":"^/a[.]b([/?].*)?$"}',
  });
});

test("a tag and everything are told once, unless the request names the host", () => {
  const tag = { kind: "tag", value: "shell" } as const;
  expect(requests({ tag: "PURGE /\nxkey: {tag}" }, tag)).toHaveLength(1);
  expect(requests({ tag: "PURGE /\nxkey: {tag}\nX-Host: {host}" }, tag)).toHaveLength(2);
  expect(requests({ everything: "BAN /\nX-Ban: ." }, { kind: "everything" })).toHaveLength(1);
});

test.each([
  [{ path: "purge {path}" }, /no method and path/],
  [{ path: "PURGE {path} HTTP/1.1" }, /no method and path/],
  [{ path: "PURGE http://elsewhere/{path}" }, /no method and path/],
  [{ path: "PURGE /" }, /names no {path}/],
  [{ path: "PURGE {pth}" }, /{pth} is none of/],
  [{ path: "PURGE {path}?t={token}" }, /would stand in every log/],
  [{ path: "PURGE {path}\nno header" }, /"no header" is no header/],
  [{ prefix: "PURGE {prefix}*" }, /names no {regex}/],
  [{ tag: "PURGE /" }, /names no {tag}/],
  [{ query: "PURGE /" }, /not query/],
])("%j is refused when the inputs are read", (given, said) => {
  expect(() => read({ "purge-requests": JSON.stringify(given) })).toThrow(said);
});

test("every example that a message advises is taken", () => {
  for (const kind of templateKinds) expect(readTemplate(kind, examples[kind])).not.toHaveProperty("wrong");
});

test("the expressions mean what was written, and nothing else", () => {
  const segment = fc.stringMatching(/^[a-z0-9.+*$()!~%^|[\]\\{}-]{1,6}$/);
  const path = fc.array(segment, { minLength: 1, maxLength: 3 }).map((parts) => `/${parts.join("/")}`);
  fc.assert(
    fc.property(path, (base) => {
      const below = new RegExp(prefixRegex(base));
      for (const yes of [base, `${base}/`, `${base}?a=1`, `${base}/x/y?z`])
        expect(below.test(yes)).toBe(true);
      for (const no of [`${base}x`, `${base}-old/y`, `/other${base}`, base.slice(0, -1)])
        expect(below.test(no)).toBe(false);
      const one = new RegExp(addressRegex(base));
      expect([one.test(base), one.test(`${base}?a=1`), one.test(`${base}/`)]).toEqual([true, false, false]);
    }),
  );
  expect(new RegExp(prefixRegex("/")).test("/anything?at=all")).toBe(true);
});

test.each([
  ["purge-nodes", "http://10.0.0.1:6081/path"],
  ["purge-nodes", "10.0.0.1:6081"],
  ["purge-statuses", "200, ok"],
  ["purge-statuses", "99"],
])("%s: %s is refused", (name, text) => {
  expect(() => read({ [name]: text })).toThrow(new RegExp(name));
});
