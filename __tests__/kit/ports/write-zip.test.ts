import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { readZip } from "../../../kit/ports/read-zip.ts";
import { writeZip } from "../../../kit/ports/write-zip.ts";

const files = fc.array(
  fc.record({ path: fc.stringMatching(/^[\w./äß-]{1,40}$/), content: fc.uint8Array({ maxLength: 300 }) }),
);

test("what is packed is read again as it was, also a file without a byte", () => {
  fc.assert(
    fc.property(files, (entries) => {
      const again = readZip(writeZip(entries))?.map(({ path, content }) => ({
        path,
        content: new Uint8Array(content()),
      }));
      expect(again).toEqual(entries.map(({ path, content }) => ({ path, content: new Uint8Array(content) })));
    }),
  );
});

test("other readers find what they check: the sum, both sizes, a name in UTF-8", () => {
  const zip = writeZip([{ path: "ü", content: Buffer.from("123456789") }]);
  // The check value of CRC-32.
  expect(zip.readUInt32LE(14)).toBe(0xcbf43926);
  expect(zip.readUInt32LE(22)).toBe(9);
  expect(zip.readUInt16LE(6) & 0x0800).toBe(0x0800);
  const directory = zip.readUInt32LE(zip.length - 6);
  expect(zip.subarray(directory, directory + 4).toString("latin1")).toBe("PK\u0001\u0002");
  expect(zip.subarray(directory + 46, directory + 48).toString()).toBe("ü");
});
