import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { byBytes, orderFiles } from "../../../../../kit/parts/database/files/order-files.ts";

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
const name = fc.stringMatching(/^[a-z_]{0,12}$/);

test("versions of one width, each once, have an order: that of bytes, which is that of numbers", () => {
  const versions = fc
    .integer({ min: 1, max: 14 })
    .chain((width) => fc.uniqueArray(fc.tuple(digits(width), name), { selector: ([version]) => version }));
  fc.assert(
    fc.property(versions, fc.func(fc.integer()), (all, shuffle) => {
      const names = all.map(([version, rest]) => `${version}_${rest}.sql`);
      const shuffled = [...names].sort((a, b) => shuffle(a) - shuffle(b));
      const { files, issues } = orderFiles(shuffled);
      const isLegacy = (file: string): boolean => /^20(0\d|1\d|20|21[01]\d)\d*_init\.sql$/.test(file);
      fc.pre(!names.some(isLegacy));
      expect(issues).toEqual([]);
      expect(files.map(({ file }) => file)).toEqual([...names].sort(byBytes));
      const numbers = files.map(({ version }) => BigInt(version));
      expect(numbers.every((number, index) => index === 0 || (numbers[index - 1] ?? 0n) < number)).toBe(true);
    }),
  );
});

test("whatever the folder holds, either the order is that of numbers or there is an issue", () => {
  const any = fc.oneof(
    fc
      .tuple(fc.integer({ min: 1, max: 4 }).chain(digits), name)
      .map(([version, rest]) => `${version}_${rest}.sql`),
    fc.string().map((text) => `${text}.sql`),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.uniqueArray(any), (names) => {
      const { files, issues } = orderFiles(names);
      const numbers = files.map(({ version }) => BigInt(version));
      const inOrder = numbers.every((number, index) => index === 0 || (numbers[index - 1] ?? 0n) < number);
      expect(inOrder || issues.length > 0).toBe(true);
      const sql = names.filter((one) => /\.sql$/i.test(one));
      const bad = sql.filter((one) => !/^[0-9]+_.*\.sql$/.test(one));
      expect(bad.every((one) => issues.some((issue) => issue.startsWith(`${one}:`)))).toBe(true);
    }),
  );
});

test("numbers and timestamps may follow each other as long as texts and numbers agree", () => {
  expect(orderFiles(["20260101000000_b.sql", "0007_a.sql"])).toMatchObject({
    issues: [],
    files: [{ version: "0007" }, { version: "20260101000000" }],
  });
});

test("an init of before the CLI had migrations is left out, as the CLI does", () => {
  const names = ["20210101000000_init.sql", "20220101000000_next.sql"];
  expect(orderFiles(names).files.map(({ file }) => file)).toEqual(["20220101000000_next.sql"]);
});

test("a name may hold underscores, blanks and letters of any kind, or be empty", () => {
  expect(orderFiles(["0001_a b_ü.sql", "0002_.sql"])).toMatchObject({
    issues: [],
    files: [{ name: "a b_ü" }, { name: "" }],
  });
});
