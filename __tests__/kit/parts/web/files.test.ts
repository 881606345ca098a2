import { expect, test } from "@jest/globals";
import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { listFiles } from "../../../../kit/parts/web/files.ts";
import { testWorld } from "../../../support/test-world.ts";

test("a file has its own size and sums, however large those before it were", async () => {
  const { root } = await testWorld();
  const mebibyte = 1 << 20;
  const sizes = [3, 2 * mebibyte, 0, mebibyte + 1, 7, mebibyte, mebibyte - 1, 1];
  const contents = sizes.map((size, index) => Buffer.alloc(size, `${index}:`));
  await Promise.all(contents.map((content, index) => writeFile(join(root, `file-${index}.bin`), content)));
  const { files } = await listFiles(root);
  const sum = (algorithm: string, content: Buffer): string =>
    createHash(algorithm).update(content).digest("hex");
  expect(files).toEqual(
    contents.map((content, index) => ({
      path: `file-${index}.bin`,
      size: content.length,
      sha256: sum("sha256", content),
      sha1: sum("sha1", content),
    })),
  );
});
