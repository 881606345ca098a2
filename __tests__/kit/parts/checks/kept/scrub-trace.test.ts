import { expect, test } from "@jest/globals";
import { scrubTrace } from "../../../../../kit/parts/checks/kept/scrub-trace.ts";
import { readZip } from "../../../../../kit/ports/read-zip.ts";
import { writeZip } from "../../../../../kit/ports/write-zip.ts";

const png = Buffer.concat([Buffer.from("\u0089PNG\r\n\u001A\n", "latin1"), Buffer.alloc(20)]);
const hidden = { secrets: ["PASS=s3cr3t-one"], names: [] };

function page(...children: readonly unknown[]): string {
  return `{"type":"frame-snapshot","snapshot":${JSON.stringify({ html: ["HTML", {}, ["BODY", {}, ...children]] })}}`;
}

function scrubbed(files: Readonly<Record<string, string | Buffer>>, how = hidden) {
  const entries = Object.entries(files).map(([path, content]) => ({ path, content: Buffer.from(content) }));
  const { bytes, leftOut, shown } = scrubTrace(writeZip(entries), how) ?? {};
  const inside = (readZip(bytes ?? new Uint8Array()) ?? []).map(
    ({ path, content }) => [path, Buffer.from(content()).toString("latin1")] as const,
  );
  return { inside: new Map(inside), leftOut, shown };
}

test("what a header's name gives away is taken out of the bodies and steps as well", () => {
  const network = JSON.stringify({ headers: [{ name: "authorization", value: "Bearer of-the-run-12" }] });
  const { inside, leftOut } = scrubbed({
    "1-trace.network": `${network}\n`,
    "resources/a.json": '{"echo":"of-the-run-12","n":1}',
    "resources/b.txt": "of-the-run-12 and s3cr3t-one",
  });
  expect(inside.get("1-trace.network")).toBe('{"headers":[{"name":"authorization","value":"***"}]}\n');
  expect(inside.get("resources/a.json")).toBe('{"echo":"***","n":1}');
  expect(inside.get("resources/b.txt")).toBe("*** and ***");
  expect(leftOut).toBe(0);
});

test("what is neither text nor picture nor font cannot be scrubbed, and is left out and counted", () => {
  const { inside, leftOut } = scrubbed({
    "1-trace.trace": page("fine"),
    "resources/body.gz": Buffer.from([0x1f, 0x8b, 0, 1, 2, 0xff]),
    "resources/font.woff2": Buffer.from("wOF2\u0000", "latin1"),
    "screencast/1.jpeg": Buffer.concat([png, Buffer.from("s3cr3t-one")]),
    "screencast/2.png": png,
  });
  expect([...inside.keys()]).toEqual(["1-trace.trace", "resources/font.woff2", "screencast/2.png"]);
  expect(leftOut).toBe(2);
});

test.each([
  ["a page that shows the secret", page(["P", {}, "hello s3cr3t-one"]), true],
  ["a field that shows it", page(["INPUT", { type: "text", __playwright_value_: "s3cr3t-one" }]), true],
  [
    "a password field, which shows dots",
    page(["INPUT", { type: "password", __playwright_value_: "s3cr3t-one" }]),
    false,
  ],
  ["a page that has it in an address", page(["A", { href: "/?t=s3cr3t-one" }, "on"]), false],
  ["a trace that has looked at no page", '{"type":"before"}', undefined],
])("pictures of %s are kept only where nobody sees it", (_, lines, shown) => {
  const result = scrubbed({ "1-trace.trace": lines, "screencast/1.png": png });
  expect(result.shown).toBe(shown);
  expect(result.inside.has("screencast/1.png")).toBe(shown === false);
  expect([...result.inside.values()].join("")).not.toContain("s3cr3t-one");
});

test("without secrets all pictures are kept; what is no archive is none", () => {
  expect(scrubbed({ "a.png": png }, { secrets: [], names: [] }).inside.has("a.png")).toBe(true);
  expect(scrubTrace(Buffer.from("no zip"), hidden)).toBeUndefined();
});
