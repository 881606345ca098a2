import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { readMultipart } from "../../../../kit/providers/supabase/read-multipart.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test("what the runtime's own FormData writes is read back: names, paths, bytes", async () => {
  const path = fc.stringMatching(/^[a-zA-Z0-9_./ "-]{1,30}$/);
  const parts = fc.array(fc.record({ path, content: fc.uint8Array({ maxLength: 60 }) }), {
    minLength: 1,
    maxLength: 5,
  });
  await fc.assert(
    fc.asyncProperty(parts, fc.string(), async (files, metadata) => {
      const form = new FormData();
      for (const { path: name, content } of files)
        form.append("file", new Blob([new Uint8Array(content)]), name);
      form.append("metadata", metadata);
      const response = new Response(form);
      const type = response.headers.get("content-type") ?? "";
      const read = readMultipart(type, new Uint8Array(await response.arrayBuffer())) ?? [];
      expect(
        read.slice(0, -1).map((part) => ({ path: part.path, content: new Uint8Array(part.content) })),
      ).toEqual(files);
      const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(read.at(-1)?.content);
      expect(text.replaceAll("\r\n", "\n").replaceAll("\r", "\n")).toBe(
        metadata.replaceAll("\r\n", "\n").replaceAll("\r", "\n"),
      );
    }),
  );
});

test("the path header wins over the file name, and contents may look like a boundary", () => {
  const body = [
    "--b\r\n",
    'Content-Disposition: form-data; name="metadata"\r\nContent-Type: application/json\r\n\r\n{}',
    "\r\n--b\r\n",
    'Content-Disposition: form-data; name="file"; filename="index.ts"\r\nSupabase-Path: source/a/index.ts\r\n\r\nx --b\n--b-- y\r\n--b-no',
    "\r\n--b\r\n",
    'Content-Disposition: form-data; name="file"; filename="empty.ts"\r\n\r\n',
    "\r\n--b--\r\n",
  ].join("");
  const read = readMultipart('multipart/form-data; boundary="b"', bytes(body)) ?? [];
  expect(read.map(({ name, path, content }) => [name, path, new TextDecoder().decode(content)])).toEqual([
    ["metadata", undefined, "{}"],
    ["file", "source/a/index.ts", "x --b\n--b-- y\r\n--b-no"],
    ["file", "empty.ts", ""],
  ]);
});

test.each([
  ["another content type", "text/html", "<html>"],
  ["no boundary", "multipart/form-data", "--b--"],
  [
    "a body that was cut",
    "multipart/form-data; boundary=b",
    '--b\r\nContent-Disposition: form-data; name="file"\r\n\r\nhal',
  ],
  ["an empty body", "multipart/form-data; boundary=b", ""],
])("%s is not multipart", (_, type, body) => {
  expect(readMultipart(type, bytes(body))).toBeUndefined();
});

test("any bytes at all are read without throwing", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom("--b", "\r\n", "--", ":", "name=", '"', "\\", "x")), (parts) => {
      readMultipart("multipart/form-data; boundary=b", bytes(parts.join("")));
    }),
  );
});
